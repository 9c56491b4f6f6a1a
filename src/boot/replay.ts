/** A recorded run or a plain log as an event stream: the same judge, without a machine. */

import type { BootEvent, JudgeEvent } from '../judge/events.ts';
import { Judge } from '../judge/judge.ts';
import { spoil } from '../judge/spoil.ts';
import type { JudgeRules } from '../scenario/scenario.ts';
import type { StreamName } from '../words/words.ts';
import { openRecorded, type RecordedRun } from './recorded-run.ts';

/**
 * Judges a recording made by `run` (a directory, with times and all streams), an asciicast v2 file (times, one
 * stream), or a plain log (no times: nothing can be late, and `$` matches at line ends only). `-` is standard input.
 *
 * A recording without its end never passes: a failure that it shows is one, all else is `errored`.
 * @throws UsageError code `no-log` or `bad-recording`
 */
export function* replay(
  path: string,
  rules: JudgeRules,
  stream: StreamName = 'console',
): Generator<BootEvent, void> {
  const run = openRecorded(path, stream);
  // A plain log has no times: it is read to its end, because nothing tells when the guest has gone on for long enough.
  const judge = new Judge(run.timed ? rules : { ...rules, stop: 'on-exit' });
  yield* judge.start();
  let time = 0;
  for (const event of run.events) {
    time = event.time;
    const news = judge.push(event);
    yield event;
    yield* news.map((item) => withGap(item, run));
    if (judge.verdict !== undefined) return;
  }
  const gap = run.gap();
  // A plain log or an asciicast just ends.
  if (gap === undefined) yield* judge.push({ type: 'end-of-log', time });
  else {
    const abort = { type: 'abort', time, cause: 'incomplete', message: gap.title, hint: gap.hint } as const;
    yield* judge.push(abort).map((item) => withGap(item, run));
  }
}

/** The verdict of a recording that is not whole. */
function withGap(event: JudgeEvent, run: RecordedRun): JudgeEvent {
  const gap = event.type === 'verdict' && event.verdict.verdict === 'passed' ? run.gap() : undefined;
  if (event.type !== 'verdict' || gap === undefined) return event;
  return { ...event, verdict: spoil(event.verdict, { kind: 'recording', ...gap }) };
}
