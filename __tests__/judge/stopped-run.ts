/** Runs that stop before their login prompt, and what the judge says of them. */

import type { Diagnosis, MachineEvent } from '../../src/judge/events.ts';
import type { JudgeRules } from '../../src/scenario/scenario.ts';
import { judge, rules } from '../support/rules.ts';

export const LAUNCH: MachineEvent & { readonly type: 'launch' } = {
  type: 'launch',
  time: 0,
  argv: ['qemu'],
  pid: 1,
};

export const BANNER = '[    0.000000] Linux version 6.8.0 (gcc) #1 SMP\n';
export const STUB = 'EFI stub: Loaded initrd from LINUX_EFI_INITRD_MEDIA_GUID device path\n';
export const SILENT: Partial<JudgeRules> = { silenceMs: 10_000 };

export const cpu = (time: number, busy: number): MachineEvent => ({ type: 'cpu', time, busy });

export function diagnosis(
  events: readonly MachineEvent[],
  more: Partial<JudgeRules> = {},
): Diagnosis | undefined {
  return judge(rules(['login: '], more), [LAUNCH, ...events]).verdict.diagnosis;
}
