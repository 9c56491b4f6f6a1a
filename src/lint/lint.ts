/** Checks a scenario against documented limits and the compatibility table, before anything is built or started. */

import type { Where } from '../scenario/scenario.ts';
import { formatWhere } from '../scenario/text.ts';
import type { Path } from '../scenario/tree.ts';
import { DRIVER_RULES } from './driver-rules.ts';
import { FIRMWARE_RULES } from './firmware-rules.ts';
import { GUEST_RULES } from './guest-rules.ts';
import { MEASUREMENT_RULES } from './measurement-rules.ts';
import { MEMORY_RULES } from './memory-rules.ts';
import type { Hit, LintRule, LintSeverity, LintSubject, StepSubject } from './rule.ts';
import { STEP_RULES } from './step-rules.ts';
import { tableHits } from './table-rules.ts';

export interface LintMessage {
  readonly rule: string;
  readonly severity: LintSeverity;
  readonly where: Where;
  readonly message: string;
  readonly hint: string;
  readonly reference: string;
}

/** `scenario.yml:7:3: warning: … What to do. [no-console]` */
export function describeLint({ where, severity, message, hint, rule }: LintMessage): string {
  return `${formatWhere(where)}: ${severity}: ${message}. ${hint} [${rule}]`;
}

/** The documented limits that the compatibility table does not hold. */
export const RULES: readonly LintRule[] = [
  ...FIRMWARE_RULES,
  ...GUEST_RULES,
  ...DRIVER_RULES,
  ...MEMORY_RULES,
  ...MEASUREMENT_RULES,
  ...STEP_RULES,
];

/**
 * Every message of the rules and of the compatibility table's rows (with the row's id), in the order of the file.
 * @param where gives the place of a path in the file
 */
export function lint(subject: LintSubject, where: (path: Path) => Where): LintMessage[] {
  const rows = tableHits(subject).map(({ row, ...hit }) => ({
    ...hit,
    rule: row.id,
    reference: row.reference,
  }));
  return messages([...broken(RULES, subject), ...rows], where);
}

/** Every message of the rules about steps: all that can be said of a scenario that only judges logs. */
export function lintSteps(subject: StepSubject, where: (path: Path) => Where): LintMessage[] {
  return messages(broken(STEP_RULES, subject), where);
}

type Broken = Hit & Omit<LintMessage, 'where'>;

function broken<S extends StepSubject>(rules: readonly LintRule<S>[], subject: S): Broken[] {
  return rules.flatMap(({ id, severity, reference, find }) =>
    [find(subject)].flat().map((hit) => ({ ...hit, rule: id, severity, reference })),
  );
}

/** In the order of the file. */
function messages(found: readonly Broken[], where: (path: Path) => Where): LintMessage[] {
  return found
    .map(({ at, ...message }) => ({ ...message, where: 'line' in at ? at : where(at) }))
    .sort((a, b) => a.where.line - b.where.line || a.where.column - b.where.column);
}
