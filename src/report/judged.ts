/** The result of a recording or a log, judged now. */

import { decodedVerdict } from '../boot/decode.ts';
import { recordedDigests } from '../boot/recorded-run.ts';
import { isRecording, readOrigin } from '../boot/recorded-scenario.ts';
import { replay } from '../boot/replay.ts';
import { withDigests } from '../judge/booted.ts';
import type { BootEvent, Verdict } from '../judge/events.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { StreamName } from '../words/words.ts';
import { makeResult, type Result, type RunFacts } from './result.ts';

/**
 * Judges by a scenario, and tells what happens meanwhile.
 * @throws UsageError code `no-log` or `bad-recording`
 */
export async function judgeAgain(
  log: string,
  scenario: Scenario,
  stream: StreamName = 'console',
  tell: (event: BootEvent) => void | Promise<void> = () => undefined,
): Promise<Result> {
  let verdict: Verdict | undefined;
  let facts: RunFacts = isRecording(log) ? { origin: readOrigin(log) } : {};
  for (const event of replay(log, scenario.rules, stream)) {
    if (event.type === 'launch') {
      const booted = event.booted && withDigests(event.booted, recordedDigests(log));
      facts = { ...facts, booted, argv: event.argv };
    }
    if (event.type !== 'verdict') await tell(event);
    else {
      verdict = await decodedVerdict(event.verdict, scenario.guest?.vmlinux);
      await tell({ ...event, verdict });
    }
  }
  if (verdict === undefined) throw new Error('the log ended without a verdict');
  return makeResult(scenario, verdict, facts);
}
