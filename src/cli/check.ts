/** `tdx-boot check`: judges a recorded run or a log. No VM is started. */

import { decodedVerdict } from '../boot/decode.ts';
import { replay } from '../boot/replay.ts';
import type { Verdict } from '../judge/events.ts';
import { makeResult } from '../report/result.ts';
import { TerminalReporter } from '../report/terminal.ts';
import { loadScenario } from '../scenario/load.ts';
import { STDIN } from '../scenario/read.ts';
import { UsageError } from '../words/errors.ts';
import type { StreamName } from '../words/words.ts';
import { EXIT, type Streams } from './context.ts';
import type { UseOptions } from './uses.ts';

export interface CheckOptions extends UseOptions {
  readonly scenario: string;
  readonly stream: StreamName;
  readonly json?: true;
}

/** `tdx-boot check`. */
export async function check(log: string, options: CheckOptions, { out }: Streams): Promise<number> {
  if (log === STDIN && options.scenario === STDIN) {
    throw new UsageError('one-standard-input', 'the log and the scenario are both read from standard input', {
      hint: 'Give one of them as a file.',
    });
  }
  const { scenario } = loadScenario(options.scenario, options.uses);
  const terminal = options.json === true ? undefined : new TerminalReporter(out, scenario.name, false);
  let verdict: Verdict | undefined;
  for (const event of replay(log, scenario.rules, options.stream)) {
    if (event.type !== 'verdict') await terminal?.on(event);
    else {
      verdict = await decodedVerdict(event.verdict, scenario.guest?.vmlinux);
      await terminal?.on({ ...event, verdict });
    }
  }
  if (verdict === undefined) throw new Error('the log ended without a verdict');
  if (options.json === true) out.json(makeResult(scenario, verdict, undefined));
  return EXIT[verdict.verdict];
}
