/** Annotations of what takes nothing from a verdict: what the lint says of a scenario, and what a step leaves behind. */

import type { LintMessage } from '../lint/lint.ts';
import { takeLeftovers } from '../process/work-dir.ts';
import { annotate } from './job.ts';

export function warn({ where, message, hint, rule }: LintMessage): void {
  annotate('warning', `${message}. ${hint} [${rule}]`, { title: 'tdx-boot: scenario', where });
}

/** Names the work directories that could not be removed. */
export function annotateLeftovers(): void {
  for (const leftover of takeLeftovers()) annotate('warning', leftover);
}
