/** `tdx-boot check`: judges a recorded run or a log. No VM is started. */

import { isRecording, openScenario, readOrigin } from '../boot/recorded-scenario.ts';
import { replay } from '../boot/replay.ts';
import type { Verdict } from '../judge/events.ts';
import { makeResult, type RunFacts } from '../report/result.ts';
import { TerminalReporter } from '../report/terminal.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { UsageError } from '../words/errors.ts';
import type { StreamName } from '../words/words.ts';
import { EXIT, type Streams } from './context.ts';

/** `tdx-boot check`. */
export async function check(
  log: string,
  options: { scenario?: string; stream: StreamName; json?: true },
  { out }: Streams,
): Promise<number> {
  const { scenario } = options.scenario === undefined ? scenarioOf(log) : openScenario(options.scenario);
  const terminal = options.json === true ? undefined : new TerminalReporter(out, scenario.name, false);
  let verdict: Verdict | undefined;
  let facts: RunFacts = isRecording(log) ? { origin: readOrigin(log) } : {};
  for (const event of replay(log, scenario.rules, options.stream)) {
    await terminal?.on(event);
    if (event.type === 'launch') facts = { ...facts, booted: event.booted, argv: event.argv };
    if (event.type === 'verdict') verdict = event.verdict;
  }
  if (verdict === undefined) throw new Error('the log ended without a verdict');
  if (options.json === true) out.json(makeResult(scenario, verdict, facts));
  return EXIT[verdict.verdict];
}

/** The scenario that a recording holds. @throws UsageError code `no-scenario` */
function scenarioOf(log: string): LoadedScenario {
  if (isRecording(log)) return openScenario(log);
  throw new UsageError(
    'no-scenario',
    `${log} is no recording of a run, and does not say what is expected of it`,
    {
      hint: 'Name a scenario with --scenario FILE. "tdx-boot diagnose" needs none.',
    },
  );
}
