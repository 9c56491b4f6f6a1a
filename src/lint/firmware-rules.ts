/** Limits of firmware: what it needs, what it starts, and what it prints. */

import type { Expect } from '../scenario/scenario.ts';
import {
  consoles,
  type Hit,
  isTdShimLinux,
  isTdvf,
  type LintRule,
  type LintSubject,
  onlyCloudHypervisor,
} from './rule.ts';

const MIB = 1024 * 1024;
/** Of the section Payload in td-shim's layout for Linux. */
const PAYLOAD_MIB = 32;
/** Of its section PayloadParam, with the 0 that ends it. */
const CMDLINE_BYTES = 4096;
/** Less, and TDVF resets itself silently (128 MiB) or finds nothing to boot (64 MiB). */
const TDVF_MIB = 192;
const TD_SHIM_LAYOUT = 'td-shim v0.8.0 devtools/td-layout-config, config_memory_linux.json';

export const FIRMWARE_RULES: readonly LintRule[] = [
  {
    id: 'td-without-firmware',
    severity: 'error',
    explanation: 'A Trust Domain starts in its firmware: no VMM has one of its own for it.',
    reference: 'QEMU: "failed to parse TDVF for TDX VM"; cloud-hypervisor: "No TDX firmware specified"',
    find: ({ scenario, firmware }) =>
      scenario.platform === 'tdx' && firmware === 'none'
        ? [
            {
              at: ['platform'],
              message: 'platform tdx needs a firmware',
              hint: 'Set firmware: tdvf, or an image such as OVMF.inteltdx.fd.',
            },
          ]
        : [],
  },
  {
    id: 'td-with-flash',
    severity: 'error',
    explanation: 'A Trust Domain has no flash chips: private memory cannot be read-only.',
    reference: 'QEMU docs/system/i386/tdx.rst: firmware by -bios only',
    find: ({ scenario }) =>
      scenario.platform === 'tdx' && scenario.firmware !== undefined && 'code' in scenario.firmware
        ? [
            {
              at: ['firmware'],
              message: 'code and vars are flash chips, which a Trust Domain has none of',
              hint: 'Give one image with both, such as OVMF.inteltdx.fd.',
            },
          ]
        : [],
  },
  {
    id: 'td-shim-without-kernel',
    severity: 'error',
    explanation: "td-shim's Linux image starts a kernel that the VMM loads, and reads no disk.",
    reference: 'td-shim v0.8.0 td-shim/src/bin/td-shim/main.rs',
    find: (subject) =>
      isTdShimLinux(subject) && subject.guest.kernel === undefined
        ? [
            {
              at: ['guest'],
              message: 'firmware td-shim boots a kernel, and guest.kernel is not set',
              hint: 'Set guest.kernel to a bzImage, or use firmware: tdvf for the disk.',
            },
          ]
        : [],
  },
  {
    id: 'td-shim-payload',
    severity: 'error',
    explanation: `td-shim has ${PAYLOAD_MIB} MiB for a kernel, which has to be a bzImage. Cloud Hypervisor does not check the size.`,
    reference: `${TD_SHIM_LAYOUT}; cloud-hypervisor: "Invalid TDX payload type"`,
    find: (subject) => {
      const { kernel } = subject;
      if (!isTdShimLinux(subject) || kernel === undefined) return [];
      const at = ['guest', 'kernel'];
      const hint = 'Give a smaller bzImage (arch/x86/boot/bzImage), or boot the guest from a disk with TDVF.';
      if (!kernel.bzImage) return [{ at, message: 'td-shim starts a bzImage, and this is none', hint }];
      if (kernel.size <= PAYLOAD_MIB * MIB) return [];
      const size = (kernel.size / MIB).toFixed(1);
      return [{ at, message: `the kernel has ${size} MiB, and td-shim has room for ${PAYLOAD_MIB}`, hint }];
    },
  },
  {
    id: 'td-shim-cmdline',
    severity: 'error',
    explanation: 'td-shim has 4 KiB for the command line.',
    reference: TD_SHIM_LAYOUT,
    find: (subject) => {
      const bytes = Buffer.byteLength(subject.guest.cmdline ?? '') + 1;
      if (!isTdShimLinux(subject) || bytes <= CMDLINE_BYTES) return [];
      return [
        {
          at: ['guest', 'cmdline'],
          message: `the command line has ${bytes - 1} bytes, and td-shim has room for ${CMDLINE_BYTES - 1}`,
          hint: 'Shorten it, or put parameters into the kernel (CONFIG_CMDLINE).',
        },
      ];
    },
  },
  {
    id: 'tdvf-without-disk',
    severity: 'error',
    explanation:
      'With Cloud Hypervisor, TDVF boots from a disk: it has no section into which a kernel could be loaded.',
    reference: 'cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections',
    find: (subject) =>
      subject.scenario.platform === 'tdx' &&
      isTdvf(subject) &&
      onlyCloudHypervisor(subject) &&
      subject.guest.disks.length === 0
        ? [
            {
              at: ['guest'],
              message: 'TDVF with Cloud Hypervisor boots a disk image, and guest.disks is not set',
              hint: 'Set guest.disks to an image with an EFI system partition, or use vmm: qemu for the kernel.',
            },
          ]
        : [],
  },
  {
    id: 'disk-not-bootable',
    severity: 'warning',
    explanation:
      'A firmware that starts without boot options of its own takes EFI/BOOT/BOOTX64.EFI of an EFI System Partition.',
    reference: 'UEFI specification 2.10, 3.5.1.1; without a partition table edk2 says "Not Found"',
    find: ({ guest, firmware, disks }) => {
      const [first] = disks;
      const known = firmware !== 'none' && guest.kernel === undefined && first !== undefined;
      if (!known || disks.some((disk) => disk?.lacks === undefined)) return [];
      return [
        {
          at: ['guest', 'disks', 0],
          message: `the firmware finds nothing to boot on this disk: it lacks ${first.lacks}`,
          hint: 'Give an image with a GPT, an EFI System Partition and EFI/BOOT/BOOTX64.EFI in it.',
        },
      ];
    },
  },
  {
    id: 'tdvf-memory',
    severity: 'error',
    explanation: `TDVF needs ${TDVF_MIB} MiB: with 128 it resets itself, with 64 it finds nothing to boot.`,
    reference: 'measured with the documented pin under QEMU 7.2 TCG, one CPU',
    find: (subject) =>
      isTdvf(subject) && subject.guest.memory < TDVF_MIB * MIB
        ? [
            {
              at: ['guest', 'memory'],
              message: `${Math.floor(subject.guest.memory / MIB)} MiB of memory is less than TDVF needs (${TDVF_MIB} MiB)`,
              hint: `Set guest.memory to ${TDVF_MIB}M or more.`,
            },
          ]
        : [],
  },
  {
    id: 'silent-firmware',
    severity: 'warning',
    explanation:
      'A release td-shim prints nothing at all, and a release TDVF only the lines of BdsDxe; nothing that tdx-boot builds prints on the debug port.',
    reference:
      'td-shim Cargo.toml release_max_level_off; edk2 PcdDebugPrintErrorLevel; measured under QEMU 7.2',
    find: (subject) => expects(subject).flatMap((expect) => silentHit(subject, expect)),
  },
];

function silentHit({ build, guest, scenario }: LintSubject, { stream, pattern, where }: Expect): Hit[] {
  const { firmware } = scenario;
  if (firmware === undefined || !('request' in firmware) || firmware.request.defines.length > 0) return [];
  const { name } = firmware.request;
  if (stream === 'debugcon') {
    const hint = 'Expect it on stream: serial, with firmware-build: debug.';
    return [{ at: where, message: `${name} as tdx-boot builds it prints nothing on debugcon`, hint }];
  }
  // A kernel on ttyS0 shares the port, and with a disk only its boot loader knows.
  const shared =
    guest.kernel === undefined || consoles(guest.cmdline ?? '').some((port) => /^ttyS/.test(port));
  if (stream !== 'serial' || build !== 'release' || shared) return [];
  if (name === 'tdvf' && /BdsDxe|EFI stub/.test(pattern.source)) return [];
  return [
    {
      at: where,
      message: `a release ${name} is silent on the serial port, where this is expected`,
      hint: 'Build it for debugging (build: debug), or expect it on the console.',
    },
  ];
}

/** Every expectation, those of groups too. */
function expects({ scenario }: LintSubject): Expect[] {
  return scenario.rules.steps.flatMap((step) => {
    if (step.kind === 'expect') return [step];
    return step.kind === 'any-order' ? step.expects : [];
  });
}
