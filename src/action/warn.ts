/** Annotates a scenario with what the lint says of it. */

import type { LintMessage } from '../lint/lint.ts';
import { annotate } from './job.ts';

export function warn({ where, message, hint, rule }: LintMessage): void {
  annotate('warning', `${message}. ${hint} [${rule}]`, { title: 'tdx-boot: scenario', where });
}
