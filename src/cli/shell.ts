/** `tdx-boot shell`: boots a scenario and gives its console to the terminal. The judge goes on judging. */

import { loadScenario } from '../scenario/load.ts';
import { UsageError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import { consoleOf } from './by-hand.ts';
import type { Streams } from './context.ts';
import { bootAndReport } from './run.ts';
import type { UseOptions } from './uses.ts';

export interface ShellOptions extends UseOptions {
  readonly results: string;
  readonly stream?: 'console' | 'serial';
  readonly gdb?: true;
}

/** @throws UsageError code `no-terminal` */
export async function shell(file: string, options: ShellOptions, streams: Streams): Promise<number> {
  if (!process.stdin.isTTY || !streams.out.isTerminal) {
    throw new UsageError('no-terminal', 'shell needs a terminal for its input and its output', {
      hint: 'Run the scenario with "tdx-boot run", or give this command a terminal (script -qec COMMAND /dev/null).',
    });
  }
  const loaded = loadScenario(file, options.uses);
  const { results, stream = consoleOf(loaded.scenario.guest?.cmdline), gdb } = options;
  return bootAndReport(loaded, { results, shell: stream, ...given({ gdb }) }, streams);
}
