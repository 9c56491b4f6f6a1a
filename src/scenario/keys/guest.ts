/** Keys of `guest`: the machine that is booted. */

import * as z from 'zod';
import { path, size } from './values.ts';

/** A vsock context id and port are 32-bit numbers. QEMU refuses numbers that are too large. */
const QUOTE_SOCKET = /^(vsock:\d{1,10}:\d{1,10}|unix:\/.+)$/;
const disk = z.union([
  path,
  z.strictObject({
    path,
    bus: z.enum(['virtio', 'nvme', 'sata']).optional().describe('Default: virtio'),
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
export const guest = z.strictObject({
  kernel: path.optional().describe('bzImage. Without initrd and disks, it boots the probe guest of tdx-boot'),
  initrd: path.optional(),
  cmdline: z.string().optional().describe('Kernel command line'),
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
    .describe('Default: 1'),
  memory: size.optional().describe('Default: 1G'),
  network: z.enum(['none', 'user']).optional().describe('Default: none'),
  'quote-socket': z
    .string()
    .regex(QUOTE_SOCKET, 'is neither vsock:CID:PORT nor unix:/PATH')
    .optional()
    .describe('Quote generation service for a TD under QEMU: vsock:2:4050 or unix:/path'),
});
