/** Limits of firmware: what it needs, what it starts, and what it prints. */

import { isWithin } from '../compat/version.ts';
import { consoles } from '../scenario/cmdline.ts';
import type { Expect, JudgeRules } from '../scenario/scenario.ts';
import { KERNEL_REFERENCE, KERNEL_REFUSED, KEYS_NOT_READ, KEYS_REFERENCE } from '../tdx/key-rule.ts';
import { MIB } from '../words/units.ts';
import { isTrustDomain } from '../words/words.ts';
import { expectationsOf, type Hit, isTdShimLinux, isTdvf, type LintRule, type LintSubject } from './rule.ts';
import { possibleVmms } from './table-rules.ts';

/** Size of the section Payload in td-shim's layout for Linux, in MiB. */
const PAYLOAD_MIB = 32;
/** Size of the section PayloadParam in the same layout, in bytes, with the 0 that ends the command line. */
const CMDLINE_BYTES = 4096;
/** Least memory for TDVF: see the rule's text. */
const TDVF_MIB = 192;
/** Least memory for td-shim with a kernel: Linux 6.12 ran until it missed its root; with 64 MiB td-shim wrote behind the end of RAM. */
const TD_SHIM_MIB = 80;
const TD_SHIM_LAYOUT = 'td-shim v0.8.0 devtools/td-layout-config, config_memory_linux.json';

/** A command for it, where a shell takes a word for a command. */
const POWER_OFF =
  /(?:^|[;&|(]|\b(?:exec|sudo|systemctl)[ \t])[ \t]*(?:(?:\/usr)?\/s?bin\/)?(?:poweroff|halt|reboot|shutdown|init[ \t]+[06])(?![\w./-])/m;

/** Releases whose reset code for APs pushes to a stack in .bss. No release after it is known to mend that. */
const AP_STACK_IN_BSS = { from: 'edk2-stable202508' };

export const FIRMWARE_RULES: readonly LintRule[] = [
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
      if (!kernel.bzImage)
        return [{ at, message: 'td-shim starts a bzImage, and this file is no bzImage', hint }];
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
      const bytes = Buffer.byteLength(subject.scenario.guest.cmdline ?? '') + 1;
      if (!isTdShimLinux(subject) || bytes <= CMDLINE_BYTES) return [];
      return {
        at: ['guest', 'cmdline'],
        message: `the command line has ${bytes - 1} bytes, and td-shim has room for ${CMDLINE_BYTES - 1}`,
        hint: 'Shorten it, or put parameters into the kernel (CONFIG_CMDLINE).',
      };
    },
  },
  {
    id: 'disk-not-bootable',
    severity: 'warning',
    explanation:
      'A firmware without stored boot options starts EFI/BOOT/BOOTX64.EFI of an EFI System Partition.',
    reference: 'UEFI specification 2.10, 3.5.1.1; without a partition table edk2 says "Not Found"',
    find: ({ scenario: { guest, firmware }, disks }) => {
      const [first] = disks;
      const known = firmware !== undefined && guest.kernel === undefined && first !== undefined;
      if (!known || disks.some((disk) => disk?.lacks === undefined)) return [];
      return {
        at: ['guest', 'disks', 0],
        message: `the firmware finds nothing to boot on this disk: it lacks ${first.lacks}`,
        hint: 'Give an image with a GPT, an EFI System Partition and EFI/BOOT/BOOTX64.EFI in it.',
      };
    },
  },
  {
    id: 'td-shim-memory',
    severity: 'error',
    explanation: `td-shim needs ${TD_SHIM_MIB} MiB for a kernel: with 64 MiB it touches memory that is not there, and 40 MiB end before the kernel's section.`,
    reference: `${TD_SHIM_LAYOUT}; an emulated Trust Domain with Linux 6.12`,
    find: (subject) => (isTdShimLinux(subject) ? tooLittleMemory(subject, 'td-shim', TD_SHIM_MIB) : []),
  },
  {
    id: KEYS_NOT_READ,
    severity: 'warning',
    explanation:
      'Keys in an image protect nothing where its firmware does not read them in a TD, or was built without Secure Boot.',
    reference: KEYS_REFERENCE,
    find: ({ keys }) =>
      keys?.keysNotRead === undefined
        ? []
        : {
            at: ['firmware'],
            message: keys.keysNotRead,
            hint: 'Build it with SECURE_BOOT_ENABLE=TRUE from edk2 up to edk2-stable202511, or from 202608 on, or leave the keys out.',
          },
  },
  {
    id: KERNEL_REFUSED,
    severity: 'warning',
    explanation:
      'Secure Boot refuses a kernel of a direct boot that no key in the image lets start; edk2 up to edk2-stable202508 starts the kernel all the same, unchecked.',
    reference: KERNEL_REFERENCE,
    find: (subject) => {
      const { kernelRefused } = subject.keys ?? {};
      if (kernelRefused === undefined || !possibleVmms(subject).includes('qemu')) return [];
      return {
        at: ['guest', 'kernel'],
        message: kernelRefused,
        hint: 'Sign the kernel with a key of db, put its hash into db (the message has it), or boot it from a disk, where an unsigned program does not start.',
      };
    },
  },
  {
    id: 'tdvf-power-off',
    severity: 'warning',
    explanation:
      "TDVF from edk2-stable202508 on may end a Trust Domain with two CPUs or more in a violation while Linux powers off: its reset code of the other CPUs has its stack in memory that is Linux's by then, and may be shared. Seen in an emulated TD: 2 of 90 boots of OVMF 2026.08 with 2 or 4 CPUs, and 1 of 1 of edk2-stable202605 with 2.",
    reference:
      'edk2 OvmfPkg/TdxDxe/X64/ApRunLoop.nasm, lines 19 to 23, 128 and 140, since commit 406f42cb74; docs/td-emulation.md, Why it ended',
    find: (subject) => {
      const { scenario, demand } = subject;
      if (!isTrustDomain(scenario.platform) || demand.cpus < 2) return [];
      const places = seenPowerOffs(scenario.rules);
      const firmware = places.length > 0 && resetsCpus(subject);
      if (!firmware) return [];
      const message = `the power-off may fail: with ${demand.cpus} CPUs, ${firmware} may end the Trust Domain in a violation on the way`;
      return places.map((place) => ({ ...place, message }));
    },
  },
  {
    id: 'tdvf-memory',
    severity: 'error',
    explanation: `TDVF needs ${TDVF_MIB} MiB: with 128 MiB it resets itself or finds nothing to boot, with 64 MiB it finds nothing, with 32 MiB it hangs.`,
    reference:
      'measured with the documented pin under QEMU 7.2 TCG, one CPU; 32, 64 and 128 MiB in an emulated Trust Domain, too, where 160 MiB work',
    find: (subject) => {
      const { platform } = subject.scenario;
      return isTdvf(subject) || (isTrustDomain(platform) && subject.edk2Image)
        ? tooLittleMemory(subject, 'TDVF', TDVF_MIB)
        : [];
    },
  },
  {
    id: 'silent-firmware',
    severity: 'warning',
    explanation:
      'A release td-shim prints nothing at all, and a release TDVF only the lines of BdsDxe; nothing that tdx-boot builds prints on the debug port.',
    reference:
      'td-shim Cargo.toml release_max_level_off; edk2 PcdDebugPrintErrorLevel; measured under QEMU 7.2',
    find: (subject) =>
      subject.scenario.rules.steps.flatMap(expectationsOf).flatMap((expect) => silentHit(subject, expect)),
  },
];

/** What to call a firmware with that reset code; undefined for another one, or where that is not known. */
function resetsCpus(subject: LintSubject): string | undefined {
  const { release } = subject.demand.firmware === 'none' ? {} : subject.demand.firmware;
  if (release === undefined) return subject.resetsCpus() ? 'the TDVF of this image' : undefined;
  return isTdvf(subject) && isWithin(release, AP_STACK_IN_BSS) ? release : undefined;
}

/** Where a run sees the guest power off or reboot: its end, or a step; typed as the last step, the run ends before. */
function seenPowerOffs({ stop, steps, settleMs }: JudgeRules): readonly Pick<Hit, 'at' | 'hint'>[] {
  if (stop === 'on-exit') {
    const hint =
      'Leave "stop: on-exit" out and say "settle: 0s", so that the run ends with its last step, or set guest.cpus to 1.';
    return [{ at: ['stop'], hint }];
  }
  const seen = steps.filter((step, index) => {
    if (step.kind === 'run') return POWER_OFF.test(step.shown);
    const sees = index < steps.length - 1 || settleMs > 0;
    return step.kind === 'send' && sees && POWER_OFF.test(step.text);
  });
  const hint = 'Leave the step out, so that the run ends before, or set guest.cpus to 1.';
  return seen.map(({ where }) => ({ at: where, hint }));
}

function tooLittleMemory({ scenario: { guest } }: LintSubject, firmware: string, least: number): Hit[] {
  if (guest.memory >= least * MIB) return [];
  return [
    {
      at: ['guest', 'memory'],
      message: `${Math.floor(guest.memory / MIB)} MiB of memory is less than ${firmware} needs (${least} MiB)`,
      hint: `Set guest.memory to ${least}M or more.`,
    },
  ];
}

function silentHit(
  { scenario: { guest, firmware } }: LintSubject,
  { stream, pattern, where }: Expect,
): Hit | Hit[] {
  if (firmware === undefined || !('request' in firmware) || firmware.request.defines.length > 0) return [];
  const { name, build } = firmware.request;
  if (stream === 'debugcon') {
    const hint = 'Expect it on stream: serial, with firmware-build: debug.';
    return { at: where, message: `${name} as tdx-boot builds it prints nothing on debugcon`, hint };
  }
  // A kernel on ttyS0 prints on the same port. The console of a kernel on a disk is not known.
  const shared = guest.kernel === undefined || consoles(guest.cmdline).some((port) => /^ttyS/.test(port));
  if (stream !== 'serial' || build !== 'release' || shared) return [];
  if (name === 'tdvf' && /BdsDxe|EFI stub/.test(pattern.source)) return [];
  return {
    at: where,
    message: `a release ${name} is silent on the serial port, where this is expected`,
    hint: 'Build it for debugging (build: debug), or expect it on the console.',
  };
}
