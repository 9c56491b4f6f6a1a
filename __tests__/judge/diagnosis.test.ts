/** Where a run stopped and why, without a line that says so: from its end, the last signs of life, the VM, its CPU. */

import { describe, expect, test } from '@jest/globals';
import type { Diagnosis, MachineEvent } from '../../src/judge/events.ts';
import type { JudgeRules } from '../../src/scenario/scenario.ts';
import { abort, exit, expects, forbids, judge, out, rules, sends, vm } from '../support/rules.ts';
import { BANNER, cpu, diagnosis, SILENT, STUB } from './stopped-run.ts';

const EXCEPTION = '!!!! X64 Exception Type - 0E(#PF - Page-Fault)  CPU Apic ID - 00000000 !!!!\n';
const STARTING = 'BdsDxe: starting Boot0001 "UEFI Misc Device" from PciRoot(0x0)/Pci(0x1,0x0)\n';
const TDX_PANIC =
  '{"type":"tdx","error-code":1,"message":"TD misconfiguration: SEPT_VE_DISABLE attribute must be set."}';

describe('a run that stopped', () => {
  test.each<[string, MachineEvent[], Partial<JudgeRules>, Partial<Record<keyof Diagnosis, unknown>>]>([
    [
      '0 bytes, CPU busy',
      [cpu(5000, 0.99)],
      SILENT,
      { phase: 'firmware', cause: 'firmware-spins', certainty: 'likely' },
    ],
    [
      '0 bytes, several CPUs busy',
      [cpu(5000, 4)],
      SILENT,
      { phase: 'firmware', cause: 'firmware-spins', certainty: 'likely' },
    ],
    [
      '0 bytes, idle',
      [cpu(5000, 0.01)],
      SILENT,
      { phase: 'firmware', cause: 'firmware-halted', certainty: 'likely' },
    ],
    [
      '0 bytes, neither busy nor idle',
      [cpu(5000, 0.3)],
      SILENT,
      { phase: 'firmware', cause: 'no-output', certainty: 'unknown' },
    ],
    ['0 bytes, never measured', [], SILENT, { phase: 'firmware', cause: 'no-output', certainty: 'unknown' }],
    [
      'zeros, of which no line can be read',
      [out(100, '\0'.repeat(64), 'debugcon')],
      SILENT,
      { phase: 'firmware', cause: 'unknown', certainty: 'unknown' },
    ],
    [
      '0 bytes from a guest that drives its disk',
      [vm(900, 'driven', '_disk0'), cpu(5000, 0.99)],
      SILENT,
      { phase: 'firmware', cause: 'runs-unheard', certainty: 'likely' },
    ],
    [
      '0 bytes from a guest that drives its disk, whose console is awaited',
      [vm(900, 'driven', '_disk0')],
      { steps: [expects('login: ', { stream: 'console', withinMs: 9000 })] },
      { phase: 'firmware', cause: 'runs-unheard', certainty: 'likely' },
    ],
    [
      'a guest that drives its disk, and speaks',
      [vm(900, 'driven', '_disk0'), out(1000, STUB)],
      SILENT,
      { phase: 'kernel', cause: 'silent-after-efi-stub', certainty: 'likely' },
    ],
    [
      'a guest that drives its disk, and powers off without a word',
      [vm(900, 'driven', '_disk0'), vm(950, 'shutdown'), exit(1000)],
      { steps: [expects('login: ', { stream: 'console' })] },
      { phase: 'firmware', cause: 'powered-off-unheard', certainty: 'likely' },
    ],
    [
      'silence after the EFI stub',
      [out(9, STUB)],
      SILENT,
      { phase: 'kernel', cause: 'silent-after-efi-stub', certainty: 'likely' },
    ],
    [
      'silence after the boot option',
      [out(9, STARTING)],
      SILENT,
      {
        phase: 'bootloader',
        cause: 'silent-boot-option',
        certainty: 'likely',
        advice: expect.stringMatching(/^The image runs/),
      },
    ],
    [
      'silence after SeaBIOS has started the kernel',
      [out(9, 'SeaBIOS (version 1.16.2)\nBooting from c000:0054\n', 'debugcon'), cpu(5000, 1)],
      SILENT,
      {
        phase: 'bootloader',
        cause: 'seabios-handed-over',
        certainty: 'likely',
        advice: expect.stringMatching(/^The guest still computes: .* more time/),
      },
    ],
    ...(
      [
        ['SeaBIOS', 'SeaBIOS (version 1.16.2)\nBooting from c000:0054\n', 'debugcon'],
        ['the boot option', STARTING, 'serial'],
        ['the EFI stub', STUB, 'serial'],
        ['td-shim', 'INFO - Jump to kernel...\n', 'serial'],
        ['nothing at all', '', 'serial'],
      ] as const
    ).map(([after, text, stream]): [string, MachineEvent[], Partial<JudgeRules>, Partial<Diagnosis>] => [
      `silence after ${after}, of a kernel whose command line names no console`,
      [...(text === '' ? [] : [out(9, text, stream)]), cpu(5000, 1)],
      { ...SILENT, consoleUnnamed: true },
      { phase: 'kernel', cause: 'console-unnamed', certainty: 'likely' },
    ]),
    [
      'a kernel that has its console built in',
      [out(9, BANNER), cpu(5000, 1)],
      { ...SILENT, consoleUnnamed: true },
      { phase: 'kernel', cause: 'kernel-stuck' },
    ],
    [
      'a firmware that stopped before it started the kernel, whose command line names no console',
      [out(9, 'SecCoreStartupWithStack(0xFFFCC000, 0x820000)\n', 'serial'), cpu(5000, 1)],
      { ...SILENT, consoleUnnamed: true },
      { cause: 'firmware-stopped' },
    ],
    [
      'silence after td-shim',
      [out(9, 'INFO - Jump to kernel...\n')],
      SILENT,
      { phase: 'kernel', cause: 'silent-after-td-shim', certainty: 'likely' },
    ],
    [
      'a kernel that loops',
      [out(9, BANNER), cpu(5000, 1)],
      SILENT,
      { phase: 'kernel', cause: 'kernel-stuck', certainty: 'likely' },
    ],
    [
      'a kernel that waits',
      [out(9, BANNER), cpu(5000, 0)],
      SILENT,
      { phase: 'kernel', cause: 'kernel-waits', certainty: 'likely' },
    ],
    [
      'a kernel of which nothing is known',
      [out(9, BANNER)],
      SILENT,
      { phase: 'kernel', cause: 'unknown', certainty: 'unknown' },
    ],
    [
      'CPU time from before the last output',
      [cpu(5, 1), out(9, BANNER)],
      SILENT,
      { phase: 'kernel', cause: 'unknown', certainty: 'unknown' },
    ],
    [
      'nothing to boot',
      [out(9, 'BdsDxe: No bootable option or device was found.\n')],
      {},
      { phase: 'firmware', cause: 'bds-no-option', certainty: 'known' },
    ],
    [
      'KVM gives up',
      [vm(9, 'broken', 'KVM internal error')],
      {},
      { phase: 'vmm', cause: 'kvm-internal-error', certainty: 'known' },
    ],
    [
      'a panic that only pvpanic reports',
      [out(8, STUB), vm(9, 'panicked', 'pause'), exit(20)],
      {},
      { phase: 'kernel', cause: 'unseen-panic', certainty: 'known' },
    ],
    [
      'ReportFatalError of a TD',
      [vm(9, 'panicked', '{"type":"tdx","message":"x"}'), exit(20, 1)],
      {},
      { phase: 'firmware', cause: 'td-fatal-error', certainty: 'known' },
    ],
    [
      'ReportFatalError for SEPT_VE_DISABLE',
      [vm(9, 'panicked', TDX_PANIC), exit(20, 1)],
      {},
      { phase: 'kernel', cause: 'sept-ve-disable', certainty: 'known' },
    ],
    [
      'a reset in the firmware',
      [vm(9, 'reset', 'guest-reset'), exit(20)],
      {},
      { phase: 'firmware', cause: 'firmware-reset', certainty: 'likely' },
    ],
    [
      'a reset of the kernel',
      [out(8, BANNER), vm(9, 'reset', 'guest-reset'), exit(20)],
      {},
      { phase: 'kernel', cause: 'guest-reset', certainty: 'likely' },
    ],
    [
      'the VMM crashes',
      [exit(20, null, 'SIGSEGV')],
      {},
      { phase: 'vmm', cause: 'vmm-crashed', certainty: 'known' },
    ],
    [
      'the VMM is killed',
      [exit(20, null, 'SIGKILL')],
      {},
      { phase: 'host', cause: 'vmm-killed', certainty: 'likely' },
    ],
    [
      'the VMM fails in unknown words',
      [out(1, 'qemu: the flux is off\n', 'vmm'), exit(20, 1)],
      {},
      { phase: 'vmm', cause: 'vmm-failed', certainty: 'unknown' },
    ],
    [
      'tdx-boot ends a VMM that floods, and says what to do',
      [abort(20, 'vmm-flood', 'the VMM itself printed more than 1 MiB', 'See the vmm stream.')],
      {},
      { phase: 'vmm', cause: 'vmm-given-up', certainty: 'known', advice: 'See the vmm stream.' },
    ],
    [
      'the guest powers off',
      [out(8, BANNER), vm(9, 'shutdown'), exit(20)],
      {},
      { phase: 'kernel', cause: 'powered-off-early', certainty: 'known' },
    ],
    [
      'a CPU exception after the firmware started its boot option: not the firmware’s own',
      [out(8, STARTING), out(9, EXCEPTION), exit(20)],
      {},
      { phase: 'bootloader', cause: 'boot-program-exception', certainty: 'likely' },
    ],
    [
      'a CPU exception after a DEBUG build loaded the image of its boot option',
      [
        out(
          8,
          String.raw`[Security] 3rd party image[0] can be loaded after EndOfDxe: PciRoot(0x0)/\EFI\BOOT\BOOTX64.EFI.`,
        ),
        out(8, 'Loading driver at 0x0007DB10000 EntryPoint=0x0007DB11000'),
        out(9, EXCEPTION),
        exit(20),
      ],
      {},
      { phase: 'bootloader', cause: 'boot-program-exception', certainty: 'likely' },
    ],
    [
      'a CPU exception of a driver, before the image of the boot option was loaded',
      [
        out(7, 'Loading driver at 0x0007DB10000 EntryPoint=0x0007DB11000'),
        out(8, '[Bds]Booting UEFI PXEv4'),
        out(9, EXCEPTION),
        exit(20),
      ],
      {},
      { phase: 'firmware', cause: 'edk2-exception', certainty: 'known' },
    ],
    [
      'a CPU exception of the firmware',
      [out(9, EXCEPTION), exit(20)],
      {},
      { phase: 'firmware', cause: 'edk2-exception', certainty: 'known' },
    ],
    [
      'the guest powers off, and only its firmware was heard',
      [out(8, STARTING), vm(9, 'shutdown'), exit(20)],
      {},
      { phase: 'bootloader', cause: 'powered-off-unheard', certainty: 'likely' },
    ],
    [
      'the wrong console',
      [out(8, BANNER, 'serial')],
      { steps: [expects('login: ', { stream: 'console' })] },
      { phase: 'kernel', cause: 'console-never-spoke', certainty: 'likely' },
    ],
    [
      'typing into a stream on which nobody listens',
      [out(8, 'login: ', 'serial')],
      { steps: [expects('login: '), sends('root\n', 'console'), expects('Password')] },
      { phase: 'userspace', cause: 'typed-unheard', certainty: 'likely' },
    ],
    [
      'userspace without the step',
      [out(8, 'Cloud-init v. 24\n')],
      {},
      { phase: 'userspace', cause: 'step-not-met', certainty: 'known' },
    ],
    [
      'what the scenario forbids',
      [out(8, `${BANNER}oops\n`)],
      { forbid: [forbids('oops')] },
      { phase: 'kernel', cause: 'forbidden', certainty: 'known' },
    ],
    [
      'a cancelled run',
      [abort(9, 'cancelled', 'SIGTERM')],
      {},
      { phase: 'vmm', cause: 'cancelled', certainty: 'known' },
    ],
    [
      'a flood',
      [out(8, BANNER), abort(9, 'output-limit', 'too much')],
      {},
      { phase: 'kernel', cause: 'output-limit', certainty: 'known' },
    ],
    [
      'td-shim panics, QEMU only sees the vCPU go',
      [
        out(1, 'error: kvm run failed Input/output error\n', 'vmm'),
        out(2, 'INFO - panic ... PanicInfo { message: Some(Verification fails) }\n', 'serial'),
        exit(9, 1),
      ],
      {},
      { phase: 'firmware', cause: 'tdshim-verification', certainty: 'known' },
    ],
    [
      'the vCPU goes, and nobody says why',
      [out(1, 'error: kvm run failed Input/output error\n', 'vmm'), exit(9, 1)],
      {},
      { phase: 'firmware', cause: 'td-vcpu-died', certainty: 'likely' },
    ],
    [
      'the root of an error chain',
      [
        out(
          1,
          'Error: Cloud Hypervisor exited with the following chain of errors:\n  0: Error booting VM\n  1: Failed to finalize TDX\n',
          'vmm',
        ),
        exit(9, 1),
      ],
      {},
      { phase: 'vmm', cause: 'ch-tdx-finalize', certainty: 'known' },
    ],
  ])('%s', (_, events, more, expected) => {
    expect(diagnosis(events, more)).toMatchObject(expected);
  });

  test('a VMM that cannot be started is the host’s', () => {
    const { verdict } = judge(rules(['x']), [abort(0, 'not-started', 'no QEMU')]);
    expect(verdict.diagnosis).toMatchObject({ phase: 'host', cause: 'vmm-not-started', title: 'no QEMU' });
    // Nothing was booted that could have missed a step.
    expect(verdict.steps.map(({ state }) => state)).toEqual(['open']);
    const told = { ...abort(0, 'not-started', 'no QEMU'), hint: 'Install it.' };
    expect(judge(rules(['x']), [told]).verdict.diagnosis?.advice).toBe('Install it.');
  });

  test('a run that passed has no diagnosis', () => {
    expect(diagnosis([out(1, 'login: ')])).toBeUndefined();
  });
});
