/** Limits of predictions: registers that cannot be predicted, whatever the image of the firmware holds. */

import type { Register } from '../tdx/names.ts';
import { firmwareKind, type Hit, isTdvf, type LintRule, type LintSubject } from './rule.ts';
import { possibleVmms } from './table-rules.ts';

interface Limit {
  readonly registers: readonly Register[];
  /** What is in the register and cannot be known before the boot. */
  readonly reason: string;
  holds(subject: LintSubject): boolean;
}

/** The first limit that holds is reported. Limits of an image are found once the image has been built. */
const LIMITS: readonly Limit[] = [
  {
    registers: ['rtmr0'],
    reason: "the VMM's ACPI tables are in the TD HOB, which td-shim measures",
    holds: isTdShim,
  },
  {
    registers: ['rtmr1'],
    reason: "no section of td-shim's image says where its payload is",
    holds: (subject) => firmwareKind(subject) === 'td-shim-executable',
  },
  {
    registers: ['rtmr0'],
    reason: 'the firmware makes boot options from the disks that it finds, and efi-variables are not given',
    holds: (subject) => bootsDisk(subject) && subject.scenario.measuring?.efiVariables === undefined,
  },
  {
    registers: ['rtmr1', 'rtmr2'],
    reason: 'what boots is on the disk, and no disk is found to have a program that the firmware starts',
    holds: (subject) =>
      bootsDisk(subject) && subject.disks.every((disk) => disk === undefined || disk.lacks !== undefined),
  },
  {
    registers: ['rtmr0'],
    reason: "Cloud Hypervisor's ACPI tables are in the TD HOB, which TDVF measures",
    holds: (subject) => isTdvf(subject) && possibleVmms(subject).every((name) => name === 'cloud-hypervisor'),
  },
];

function bootsDisk(subject: LintSubject): boolean {
  return isTdvf(subject) && subject.scenario.guest.kernel === undefined;
}

export const MEASUREMENT_RULES: readonly LintRule[] = [
  {
    id: 'unpredictable-measurement',
    severity: 'error',
    explanation:
      'A register is predicted only when everything that is measured into it is known: RTMR0 with TDVF and QEMU, of a disk with efi-variables; RTMR1 and RTMR2 in a direct kernel boot, or from a disk whose program can be read.',
    reference: 'docs/measure.md',
    find: (subject) =>
      (subject.scenario.rules.measurements ?? []).flatMap(({ register, holds, where }): Hit | Hit[] => {
        const limit = LIMITS.find((one) => one.registers.includes(register) && one.holds(subject));
        if (holds !== 'expected' || limit === undefined) return [];
        const message = `measurements.${register} cannot be predicted: ${limit.reason}`;
        return {
          at: where,
          message,
          hint: 'Write "replay" or the 96 hex digits of the register, or leave the register out.',
        };
      }),
  },
];

function isTdShim(subject: LintSubject): boolean {
  return firmwareKind(subject)?.startsWith('td-shim') === true;
}
