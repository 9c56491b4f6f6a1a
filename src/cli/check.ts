/** `tdx-boot check`: judges a recorded run or a log. No VM is started. */

import { replay } from '../boot/replay.ts';
import type { Verdict } from '../judge/events.ts';
import { makeResult } from '../report/result.ts';
import { TerminalReporter } from '../report/terminal.ts';
import { loadScenario } from '../scenario/load.ts';
import type { StreamName } from '../words/words.ts';
import { EXIT, type Streams } from './context.ts';

/** `tdx-boot check`. */
export async function check(
  log: string,
  options: { scenario: string; stream: StreamName; json?: true },
  { out }: Streams,
): Promise<number> {
  const { scenario } = loadScenario(options.scenario);
  const terminal = options.json === true ? undefined : new TerminalReporter(out, scenario.name, false);
  let verdict: Verdict | undefined;
  for (const event of replay(log, scenario.rules, options.stream)) {
    await terminal?.on(event);
    if (event.type === 'verdict') verdict = event.verdict;
  }
  if (verdict === undefined) throw new Error('the log ended without a verdict');
  if (options.json === true) out.json(makeResult(scenario, verdict, undefined));
  return EXIT[verdict.verdict];
}
