/** Refuses an option that its command does not read beside the others: what was asked for would not be done, without a word. */

import type { Command } from 'commander';
import type { Uses } from '../scenario/layers.ts';
import { UsageError } from '../words/errors.ts';

type Values = Readonly<Record<string, unknown>>;

/** What an option is for, as in `option '--at <date>' is for --verify`, and whether it is read. */
type Rule = readonly [
  purpose: string,
  isRead: (options: Values, args: readonly string[]) => boolean | Promise<boolean>,
];

/** @param rules by the name of the option's value: `retryFailed` of `--retry-failed` */
export function readOnlyWhere(command: Command, rules: Readonly<Record<string, Rule>>): void {
  command.hook('preAction', async (_, started) => {
    if (started !== command) return;
    for (const option of command.options) {
      const name = option.attributeName();
      const rule = rules[name];
      if (rule === undefined || command.getOptionValueSource(name) !== 'cli') continue;
      const [purpose, isRead] = rule;
      if (!(await isRead(command.opts(), command.args))) {
        command.error(`option '${option.flags}' is for ${purpose}`);
      }
    }
  });
}

/** Of a command that reads a log: a recording says of each byte which stream it is from. */
export const STREAM_OF_A_LOG: Rule = [
  'a log: a recording says of each byte which stream it is from',
  async (_, [log = '']) => !(await import('../boot/recorded-scenario.ts')).isRecording(log),
];

/**
 * Where a command reads no scenario, what is said beside one is not read either.
 * @param purpose completes "what is said beside a scenario is for …"
 * @throws UsageError code `nothing-to-boot`
 */
export function requireNoUses({ overrides = [], variables }: Uses = {}, purpose: string, hint: string): void {
  if (overrides.length + (variables?.size ?? 0) === 0) return;
  throw new UsageError('nothing-to-boot', `what is said beside a scenario is for ${purpose}`, { hint });
}
