/** Keys of `guest`: the machine that is booted. */

import * as z from 'zod';
import { SHARE_TYPES } from '../scenario.ts';
import { cpu, guestNetwork, memory, memoryBackend, smbios, td, topology, vfio, vsock } from './machine.ts';
import { path, size } from './values.ts';

/** A vsock context id and port are 32-bit numbers. QEMU refuses numbers that are too large. */
const QUOTE_SOCKET = /^(vsock:\d{1,10}:\d{1,10}|unix:\/.+)$/;
const disk = z.union([
  path,
  z.strictObject({
    path,
    bus: z.enum(['virtio', 'nvme', 'sata', 'scsi']).optional().describe('Default: virtio'),
    'read-only': z.boolean().optional().describe('Whether the guest may only read it. Default: false'),
    serial: z
      .string()
      .regex(
        /^[\w.-]{1,20}$/,
        'is not a serial number of at most 20 letters, digits, dots, dashes and underscores',
      )
      .optional()
      .describe('By which the guest finds it below /dev/disk/by-id'),
    format: z
      .enum(['raw', 'qcow2'])
      .optional()
      .describe('Default: qcow2 where the file begins as one, else raw'),
    backing: z
      .enum(['allow'])
      .optional()
      .describe('A qcow2 image that names other files (backing file, data file) is refused without it'),
  }),
]);
const guestPath = z
  .string()
  .regex(/^\/(?!(.*\/)?\.\.?(\/|$))[^\0]*$/, 'is not an absolute path in the guest')
  .describe('Absolute path in the guest; with / at its end, the name stays the same');
export const guest = z.strictObject({
  kernel: path.optional().describe('bzImage. Without initrd and disks, it boots the probe guest of tdx-boot'),
  initrd: path.optional(),
  root: z
    .union([
      path.describe(
        'A directory or a tar archive, which becomes the root file system in the memory of the guest',
      ),
      z
        .strictObject({
          path: path.describe('A directory or a tar archive, relative to the scenario file'),
          as: z
            .enum(['initrd', 'disk'])
            .optional()
            .describe('initrd, the default: in the memory of the guest; disk: an ext4 disk'),
          free: size.optional().describe('What is free on the disk, at least. Default: 1G'),
        })
        .describe('The same, on a disk that is made for the run'),
    ])
    .optional(),
  files: z
    .record(path, guestPath)
    .optional()
    .describe('Files and directories for the guest: path on the host, then path in the guest'),
  'files-as': z
    .enum(['disk'])
    .optional()
    .describe('disk: the files are on a read-only ext4 disk with the label tdx-boot, which the guest mounts'),
  shares: z
    .record(
      path,
      z.union([
        guestPath,
        z.strictObject({
          target: guestPath
            .optional()
            .describe('Where the agent mounts it; without one, the guest does so by its tag'),
          type: z.enum(SHARE_TYPES).optional().describe('Default: 9p'),
          tag: z
            .string()
            .regex(
              /^[\w./-]{1,31}$/,
              'is not a tag of at most 31 letters, digits, dots, dashes, slashes and underscores',
            )
            .optional()
            .describe('By which the guest mounts it. Default: share1 for the first'),
          write: z.enum(['allow']).optional().describe('What the guest writes reaches the host'),
        }),
      ]),
    )
    .optional()
    .describe('Directories of the host that the guest sees; at /, as the root of all commands'),
  cmdline: z.string().optional().describe('Kernel command line'),
  vmlinux: path
    .optional()
    .describe('ELF file of the kernel with debug information: traces in results name source lines'),
  modules: path.optional().describe('lib/modules/<release> of the kernel, for the probe guest'),
  disks: z
    .array(disk)
    .optional()
    .describe('Boot disks; the guest writes to an overlay, never to these files'),
  cpus: z
    .int('is not a whole number')
    .min(1, 'is less than 1')
    .max(4096, 'is more than 4096')
    .optional()
    .describe('Default: what the topology has, else 1'),
  cpu: cpu.optional().describe('Model of the processor, or its model and flags'),
  topology: topology.optional().describe('How the CPUs are arranged. Default: the choice of the VMM'),
  memory: memory.optional(),
  'memory-backend': memoryBackend.optional().describe('What holds the memory on the host'),
  network: guestNetwork.optional().describe('Default: none'),
  vsock: vsock.optional(),
  smbios: smbios.optional().describe('What the firmware tells of the machine'),
  vfio: vfio.optional().describe('PCI devices of the host that the guest gets, through iommufd'),
  td: td.optional().describe('Attributes and identity of the Trust Domain'),
  'quote-socket': z
    .string()
    .regex(QUOTE_SOCKET, 'is neither vsock:CID:PORT nor unix:/PATH')
    .optional()
    .describe('Quote generation service for a TD under QEMU: vsock:2:4050 or unix:/path'),
});
