/** Standard input can be read once: a command line that names it twice is refused before anything is read. */

import type { Command } from 'commander';
import { STDIN } from '../scenario/read.ts';
import { UsageError } from '../words/errors.ts';

/** Arguments that hold words of another command line, and options whose value is a text or a file to write. */
const NOT_READ = ['command', 'words', 'cmdline', 'expect', 'write', 'output', 'results'];

/** @throws UsageError code `one-standard-input` */
export function requireOneStandardInput(command: Command): void {
  const names = [
    ...command.registeredArguments.flatMap((argument, at) =>
      named(argument.name(), `<${argument.name()}>`, command.processedArgs[at]),
    ),
    ...command.options.flatMap((option) =>
      named(
        option.attributeName(),
        option.long ?? option.flags,
        command.getOptionValue(option.attributeName()),
      ),
    ),
  ];
  if (names.length < 2) return;
  const message = `${names.join(' and ')} are both -: standard input can be read once`;
  throw new UsageError('one-standard-input', message, { hint: 'Give one of them as a file.' });
}

/** The name, as often as its value is standard input. */
function named(name: string, shown: string, value: unknown): string[] {
  return NOT_READ.includes(name) ? [] : [value].flat().flatMap((one) => (one === STDIN ? [shown] : []));
}
