/** Prints lint messages that do not refuse a scenario. */

import { describeLint, type LintMessage } from '../lint/lint.ts';
import type { Printer } from '../report/printer.ts';

export function warn(messages: readonly LintMessage[], output: Printer): void {
  for (const message of messages) output.headed(describeLint(message), 'yellow');
}
