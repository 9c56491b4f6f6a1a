/** Limits of predictions: registers that cannot be predicted, whatever the image of the firmware holds. */

import type { Register } from '../tdx/registers.ts';
import { firmwareKind, type Hit, isTdvf, type LintRule, type LintSubject } from './rule.ts';
import { possibleVmms } from './table-rules.ts';

interface Limit {
  readonly registers: readonly Register[];
  /** What in the register cannot be known before the boot. */
  readonly reason: string;
  holds(subject: LintSubject): boolean;
}

/** The first limit that holds is reported. What depends on the image is found when the image is there. */
const LIMITS: readonly Limit[] = [
  {
    registers: ['rtmr0'],
    reason: "the VMM's ACPI tables are in the TD HOB, which td-shim measures",
    holds: isTdShim,
  },
  {
    registers: ['rtmr1'],
    reason: "the payload is in td-shim's image, and not in a section that names it",
    holds: (subject) => firmwareKind(subject) === 'td-shim-executable',
  },
  {
    registers: ['rtmr0'],
    reason: 'the firmware makes boot options from the disks that it finds',
    holds: (subject) => isTdvf(subject) && subject.scenario.guest.kernel === undefined,
  },
  {
    registers: ['rtmr1', 'rtmr2'],
    reason: 'what boots is on the disk: the boot loader and what it measures itself',
    holds: (subject) => isTdvf(subject) && subject.scenario.guest.kernel === undefined,
  },
  {
    registers: ['rtmr0'],
    reason: "Cloud Hypervisor's ACPI tables are in the TD HOB, which TDVF measures",
    holds: (subject) => isTdvf(subject) && possibleVmms(subject).every((name) => name === 'cloud-hypervisor'),
  },
];

export const MEASUREMENT_RULES: readonly LintRule[] = [
  {
    id: 'unpredictable-measurement',
    severity: 'error',
    explanation:
      'A register is predicted only when all that is measured into it is known: RTMR0 of a direct kernel boot with TDVF and QEMU, RTMR1 and RTMR2 of a direct kernel boot.',
    reference: 'docs/measure.md',
    find: (subject) =>
      (subject.scenario.rules.measurements ?? []).flatMap(({ register, holds, where }): Hit[] => {
        const limit = LIMITS.find((one) => one.registers.includes(register) && one.holds(subject));
        if (holds !== 'expected' || limit === undefined) return [];
        const message = `measurements.${register} cannot be predicted: ${limit.reason}`;
        return [{ at: where, message, hint: 'Let it be "replay", give its 96 hex digits, or leave it out.' }];
      }),
  },
];

function isTdShim(subject: LintSubject): boolean {
  return firmwareKind(subject)?.startsWith('td-shim') === true;
}
