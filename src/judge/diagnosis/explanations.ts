/** Causes that no single line names. They follow from how a run ended and from what was seen of it. */

import { COMMAND_FINDINGS } from '../events.ts';
import { traceAtEnd } from '../guilty/at-end.ts';
import type { Explanation } from './explanation.ts';
import { stuckHint, VMM_HINT } from './hints.ts';
import { isBusy, isIdle, isMute, isOnItsWay, isSilent, isUnheard, lastSeen } from './input.ts';
import { hasStarted } from './overrides.ts';
import { moreTime, NO_CONSOLE, PLACE_RULES, wentUnheard } from './places.ts';

/** Asked when no known failure line was seen. */
export const RULES: readonly Explanation[] = [
  ...(
    [
      ...(['forbidden', 'output-limit', 'scan', 'cancelled', 'not-a-td', 'measurement-mismatch'] as const),
      ...COMMAND_FINDINGS,
    ] as const
  ).map((kind): Explanation => ({ id: kind, certainty: 'known', when: ({ ended }) => ended === kind })),
  ...(['held', 'recording'] as const).map(
    (kind): Explanation => ({
      id: kind,
      phase: 'host',
      certainty: 'known',
      when: ({ ended }) => ended === kind,
    }),
  ),
  {
    id: 'vmm-not-started',
    phase: 'host',
    certainty: 'known',
    when: ({ ended, phase }) => ended === 'vmm' && phase === 'host',
  },
  {
    id: 'step-nearly-met',
    title:
      'The guest printed what the step waits for, in another case, with other blanks or on another stream',
    advice:
      'Compare the step with the line, and correct its pattern or its stream: a regex with i, such as "/login:/i", takes upper and lower case alike.',
    certainty: 'likely',
    when: ({ nearMiss }) => nearMiss?.meant === true,
  },
  {
    id: 'kvm-internal-error',
    phase: 'vmm',
    title: 'KVM could not go on and paused the guest (internal-error)',
    advice:
      'QEMU does not end by itself then. A software-only /dev/kvm cannot run firmware: use platform emulated. For a TD read the host dmesg and update the TDX module.',
    certainty: 'known',
    when: ({ vm }) => vm?.state === 'broken' && /internal.error/.test(vm.detail),
  },
  {
    id: 'vmm-crashed',
    phase: 'vmm',
    title: 'The VMM crashed',
    advice: 'A bug of the VMM, or the end of a chain: read the vmm stream and the host dmesg.',
    certainty: 'known',
    when: ({ ended, reason }) => ended === 'vmm' && /signal SIG(?:SEGV|ABRT|BUS|ILL|FPE|SYS)/.test(reason),
  },
  {
    id: 'vmm-killed',
    phase: 'host',
    title: 'Something on the host killed the VMM',
    advice: 'Most often the OOM killer: look for it in the host dmesg, and give the guest less memory.',
    certainty: 'likely',
    when: ({ ended, reason }) => ended === 'vmm' && /signal SIGKILL/.test(reason),
  },
  {
    // tdx-boot itself has ended the run, and says what to do.
    id: 'vmm-given-up',
    phase: 'vmm',
    certainty: 'known',
    when: ({ ended, hint }) => ended === 'vmm' && hint !== VMM_HINT,
  },
  {
    id: 'vmm-failed',
    phase: 'vmm',
    advice: 'The catalog does not know this message: read the vmm stream.',
    certainty: 'unknown',
    when: ({ ended }) => ended === 'vmm',
  },
  {
    id: 'sept-ve-disable',
    phase: 'kernel',
    title: 'The guest kernel refuses to run: the TD attribute SEPT_VE_DISABLE is not set',
    advice: 'Set sept-ve-disable=on on QEMU’s tdx-guest object.',
    certainty: 'known',
    when: ({ vm }) => vm?.state === 'panicked' && /SEPT(?:_VE_DISABLE| #VE)/.test(vm.detail),
  },
  {
    id: 'td-fatal-error',
    phase: 'guest',
    title: 'The TD reported a fatal error to the host and stopped (ReportFatalError)',
    advice:
      'The firmware or kernel gave up before, or without, a console; its message is in the evidence. Boot a debug firmware or add earlyprintk.',
    certainty: 'known',
    when: ({ vm }) => vm?.state === 'panicked' && /"type": ?"tdx"/.test(vm.detail),
  },
  {
    id: 'unseen-panic',
    phase: 'kernel',
    title: 'The guest kernel panicked, and no console shows why',
    certainty: 'known',
    when: ({ ended }) => ended === 'panicked',
  },
  {
    id: 'firmware-reset',
    phase: 'firmware',
    title: 'The firmware reset the machine before it started anything',
    advice: ({ td }) =>
      td === false
        ? 'A triple fault or too little memory. A debug firmware says where.'
        : 'A triple fault or too little memory: TDVF needs 192 MiB, and td-shim v0.8.0 triple-faults with two or more CPUs on hosts that forbid RBP changes. A debug firmware says where.',
    certainty: 'likely',
    when: ({ ended, phase }) => ended === 'reset' && (phase === 'vmm' || phase === 'firmware'),
  },
  {
    id: 'trace-at-end',
    phase: 'kernel',
    title: (facts) => `The log ends in the trace of a kernel: ${traceAtEnd(facts)}, and no line says why`,
    advice: 'Give the lines above the trace: the first one of the report says what happened there.',
    certainty: 'unknown',
    when: (facts) => facts.ended === 'log' && traceAtEnd(facts) !== undefined,
  },
  { id: 'tests-failed', certainty: 'known', when: ({ ended }) => ended === 'test' },
  { id: 'guest-reset', certainty: 'likely', when: ({ ended }) => ended === 'reset' },
  {
    id: 'console-unnamed',
    phase: 'kernel',
    title: 'The kernel’s command line names no console, so most likely the kernel ran and was not heard',
    advice:
      'Add console=ttyS0 to guest.cmdline, or console=hvc0 where the kernel or its initrd has the driver (CONFIG_VIRTIO_CONSOLE). If the guest is silent then, too, add earlyprintk=ttyS0.',
    certainty: 'likely',
    when: (facts) =>
      facts.guest?.consoleUnnamed === true &&
      !facts.seen.includes('linux-banner') &&
      (wentUnheard(facts) ||
        (isSilent(facts) && (isMute(facts) || hasStarted(facts) || lastSeen(facts) === 'tdshim-jump'))),
  },
  {
    id: 'runs-unheard',
    phase: 'guest',
    title:
      'Not one byte from the guest, which runs: a driver of its firmware or kernel has set up a virtio device',
    advice: `The firmware is not dead, the guest prints elsewhere or nothing: a release firmware is silent, so look at the console of the kernel first. ${NO_CONSOLE} On a disk its boot loader has the command line.`,
    certainty: 'likely',
    when: (facts) => isSilent(facts) && isUnheard(facts),
  },
  {
    id: 'typed-unheard',
    title:
      'The text was typed into a stream that has never printed anything: most likely nobody reads it there',
    advice:
      'Let the guest run a getty or a shell on that stream (console=hvc0 for console, console=ttyS0 for serial), or name the other one: { send: …, stream: serial }. Without a name the text goes to the stream that met the last step.',
    certainty: 'likely',
    when: (facts) => isSilent(facts) && facts.typedUnheard !== undefined && !isMute(facts),
  },
  {
    id: 'console-never-spoke',
    title: 'The stream that the step listens to never said anything, while another one shows the guest',
    advice:
      'For console add console=hvc0 to the command line; its driver virtio_console must be built in or loaded from the initrd. For serial add console=ttyS0.',
    certainty: 'likely',
    when: (facts) =>
      facts.awaited !== undefined &&
      facts.awaited !== 'vmm' &&
      facts.phase !== 'vmm' &&
      facts.phase !== 'host' &&
      !isUnheard(facts) &&
      facts.lastWords.every(({ stream }) => stream !== facts.awaited),
  },
  {
    id: 'expected-silence',
    phase: 'firmware',
    title: 'Not one byte from the guest, as must be expected of this combination of VMM, firmware and host',
    certainty: 'likely',
    when: (facts) => isSilent(facts) && isMute(facts) && facts.silenceExpected !== undefined,
  },
  {
    id: 'td-accepts-memory',
    phase: 'guest',
    title: 'The Trust Domain is most likely still accepting its memory or starting its vCPUs',
    advice:
      'Give it more time (timeout, silence), less memory or fewer vCPUs. Memory that is accepted as it is needed starts much faster: a TDVF with lazy accept, a guest kernel from 6.5 on, no accept_memory=eager.',
    certainty: 'likely',
    when: (facts) => isOnItsWay(facts) && ['vmm', 'firmware', 'bootloader', 'kernel'].includes(facts.phase),
  },
  ...PLACE_RULES,
  {
    id: 'powered-off-unheard',
    phase: 'guest',
    title: 'The guest powered itself off, and no console showed a kernel: most likely its kernel ran unheard',
    advice: `${NO_CONSOLE} If the guest has no kernel, expect what it prints before it powers off.`,
    certainty: 'likely',
    when: ({ ended, phase, vm }) =>
      ended === 'exit' && vm?.state === 'shutdown' && ['vmm', 'firmware', 'bootloader'].includes(phase),
  },
  { id: 'powered-off-early', certainty: 'known', when: ({ ended }) => ended === 'exit' },
  {
    id: 'firmware-spins',
    phase: 'firmware',
    title:
      'Not one byte from the guest, which keeps a CPU busy: damaged firmware, or one that does not fit this machine',
    advice: ({ td }) =>
      `Compare the firmware’s SHA-256 and run "tdx-boot firmware inspect"${td === false ? '' : '; a plain OVMF.fd hangs like this in a TD'}. A debug build says on the serial port where it stops. If the firmware is good, the kernel may run without a console: see its command line.`,
    certainty: 'likely',
    when: (facts) => isSilent(facts) && isMute(facts) && isBusy(facts),
  },
  {
    id: 'firmware-halted',
    phase: 'firmware',
    title: 'Not one byte from the guest, which is idle: the firmware halted, or the guest prints elsewhere',
    advice: ({ td }) => {
      const silent =
        td === false
          ? 'A release firmware halts without a word.'
          : 'A release TDVF or td-shim halts without a word: a td-shim panic does, and so does a TDVF older than edk2-stable202405 on hosts that forbid RBP changes (kernel 6.16 and later).';
      return `${silent} Boot a debug build. Otherwise the kernel came up without a console on one of the streams.`;
    },
    certainty: 'likely',
    when: (facts) => isSilent(facts) && isMute(facts) && isIdle(facts),
  },
  {
    id: 'no-output',
    phase: 'firmware',
    title: 'Not one byte came from the guest',
    advice: (guest) => stuckHint('vmm', guest),
    certainty: 'unknown',
    when: (facts) => isSilent(facts) && isMute(facts),
  },
  {
    id: 'silent-after-efi-stub',
    phase: 'kernel',
    title: 'Silence after the EFI stub: the kernel was started and prints nothing',
    advice: ({ td }, facts) =>
      `${moreTime(facts)}Either it has no console, or it died before it had one${td === false ? '' : ': in a TD kernels before 6.3 fault on CR0.CD in the MTRR code (boot with clearcpuid=mtrr, or a newer kernel; nvtrust#71, canonical/tdx#185)'}. ${NO_CONSOLE}`,
    certainty: 'likely',
    when: (facts) => isSilent(facts) && lastSeen(facts) === 'efi-stub',
  },
  {
    id: 'silent-after-td-shim',
    phase: 'kernel',
    title: 'Silence after td-shim jumped to the kernel',
    advice: (_, facts) =>
      `${moreTime(facts)}The kernel has no console or died at once; td-shim sets no initrd. ${NO_CONSOLE}`,
    certainty: 'likely',
    when: (facts) => isSilent(facts) && lastSeen(facts) === 'tdshim-jump',
  },
  {
    id: 'silent-boot-option',
    phase: 'bootloader',
    title: 'Silence after the firmware started its boot option',
    advice: (_, facts) =>
      `${moreTime(facts)}The image runs and prints nothing: a kernel without a command line panics unseen (it needs root= and a console), a damaged or truncated kernel or initrd dies before its first line, a boot loader may wait for a key on a screen. ${NO_CONSOLE}`,
    certainty: 'likely',
    when: (facts) => isSilent(facts) && ['bds-starting', 'grub'].includes(lastSeen(facts) ?? ''),
  },
  {
    id: 'firmware-stopped',
    phase: 'firmware',
    title: 'The firmware stopped before it started anything',
    advice:
      'A debug build prints an ASSERT where it stops; a release build does not. Check the memory (192 MiB and more), the number of CPUs and that the firmware fits the VMM.',
    certainty: 'likely',
    when: (facts) =>
      isSilent(facts) &&
      facts.phase === 'firmware' &&
      /^(?:edk2|bds|tdshim|seabios|ipxe)/.test(lastSeen(facts) ?? ''),
  },
  {
    id: 'td-kernel-stopped',
    phase: 'kernel',
    title: 'The kernel came up in the TD and stopped before its init, without a message',
    advice:
      'Add "ignore_loglevel initcall_debug earlyprintk=ttyS0" to see the last call. Known in TDs: #VE in early code, memory that is accepted slowly with many CPUs or GiB (raise the timeout), a driver that waits for a filtered device.',
    certainty: 'likely',
    when: (facts) =>
      isSilent(facts) &&
      facts.phase === 'kernel' &&
      facts.seen.some((id) => id === 'linux-tdx' || id === 'linux-tdx-encryption'),
  },
  {
    id: 'other-kernel-stopped',
    phase: 'kernel',
    title: 'A kernel other than Linux started and stopped without a message',
    advice: ({ td }) =>
      td === false
        ? 'The kernel waits, or died before it had a console: switch its debug output on.'
        : 'In a TD most likely an unhandled #VE: an instruction that traps (CPUID, MSR, port I/O, MMIO) before the kernel’s handler is set up or outside of what it emulates (asterinas#2790). Compare with a run on platform kvm.',
    certainty: 'likely',
    when: (facts) => isSilent(facts) && lastSeen(facts) === 'other-kernel',
  },
  {
    id: 'kernel-stuck',
    phase: 'kernel',
    title: 'The kernel stopped before its init and keeps a CPU busy',
    advice: 'It loops, or panicked with panic=0: add "ignore_loglevel initcall_debug" to the command line.',
    certainty: 'likely',
    when: (facts) => isSilent(facts) && facts.phase === 'kernel' && isBusy(facts),
  },
  {
    id: 'kernel-waits',
    phase: 'kernel',
    title: 'The kernel stopped before its init and is idle',
    advice: ({ probe }) =>
      probe === true
        ? 'It waits for something, such as a device: add "ignore_loglevel initcall_debug" to the command line.'
        : 'It waits for something, most often for its root device: check root=, rootwait and the disk’s driver.',
    certainty: 'likely',
    when: (facts) => isSilent(facts) && facts.phase === 'kernel' && isIdle(facts),
  },
  {
    id: 'step-not-met',
    phase: 'userspace',
    title: 'The guest is up, but did not print what the step expects',
    certainty: 'known',
    when: ({ ended, phase }) => phase === 'userspace' && ended !== 'log',
  },
];
