/** Limits of measurements: registers that cannot be predicted, and event logs that no guest shows. */

import { parameters } from '../scenario/cmdline.ts';
import { PROBE_PRINTS_LOG } from '../scenario/measurements.ts';
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
    holds: (subject) => firmwareKind(subject)?.startsWith('td-shim') === true,
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
  {
    id: 'replay-without-log',
    severity: 'warning',
    explanation: `A register is replayed from the event log that tdx-boot's probe prints, for which the guest's command line has ${PROBE_PRINTS_LOG}.`,
    reference: 'docs/scenario.md, Measurements; guest/probe.c',
    find: (subject) => {
      const replayed = subject.scenario.rules.measurements?.find(({ holds }) => holds === 'replay');
      const lines = cmdlinesOf(subject);
      if (replayed === undefined || lines === undefined || lines.some(printsLog)) return [];
      const message = `measurements.${replayed.register}: replay needs the event log, and no command line of the guest makes a probe print the log`;
      const hint = `Build the probe into the image and add ${PROBE_PRINTS_LOG} to the command line, or let a step capture the register and give its 96 hex digits or "expected".`;
      return { at: replayed.where, message, hint };
    },
  },
];

/** The command lines with which the guest may boot; undefined: not all of them are known. */
function cmdlinesOf({ scenario: { guest }, disks }: LintSubject): readonly string[] | undefined {
  if (guest.kernel !== undefined) return [guest.cmdline ?? ''];
  const known = disks.flatMap((disk) => disk?.cmdlines.map(({ text }) => text) ?? []);
  return disks.every((disk) => disk === undefined || disk.cmdlines.length === 0) ? undefined : known;
}

function printsLog(cmdline: string): boolean {
  const [name, value] = PROBE_PRINTS_LOG.split('=');
  return parameters(cmdline).some((word) => word.name === name && word.value === value);
}
