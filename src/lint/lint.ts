/** Checks a scenario against the documented limits, before anything is built or started. */

import type { Where } from '../scenario/scenario.ts';
import { formatWhere, type Path } from '../scenario/text.ts';
import { FIRMWARE_RULES } from './firmware-rules.ts';
import { GUEST_RULES } from './guest-rules.ts';
import { MEASUREMENT_RULES } from './measurement-rules.ts';
import type { LintRule, LintSeverity, LintSubject } from './rule.ts';

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

export const RULES: readonly LintRule[] = [...FIRMWARE_RULES, ...GUEST_RULES, ...MEASUREMENT_RULES];

/**
 * Every finding, in the order of the file.
 * @param where gives the place of a path in it
 */
export function lint(subject: LintSubject, where: (path: Path) => Where): LintMessage[] {
  return RULES.flatMap(({ id, severity, reference, find }) =>
    find(subject).map(({ at, message, hint }) => ({
      rule: id,
      severity,
      where: 'line' in at ? at : where(at),
      message,
      hint,
      reference,
    })),
  ).sort((a, b) => a.where.line - b.where.line || a.where.column - b.where.column);
}
