/** Runs a suite so that it can be read later: a recording for each attempt, suite.json, and the page of the whole. */

import type { Consumer } from '../boot/delivery.ts';
import type { RunListener } from '../boot/run.ts';
import { type Session, session } from '../process/session.ts';
import type { SuiteChoices } from '../suite/choices.ts';
import type { LoadedSuite } from '../suite/load.ts';
import { hostRoom } from '../suite/room.ts';
import { shardOf } from '../suite/shard.ts';
import { type Entry, type EntryResult, runSuite, type VerdictName, verdictOf } from '../suite/suite.ts';
import { UsageError } from '../words/errors.ts';
import { makeRunDirectory } from './recording.ts';
import { startRecording } from './start-recording.ts';
import { SuiteRecord, type SuiteResult } from './suite-result.ts';

/** How an entry of the program shows a suite. */
export interface SuiteView {
  /** Called once, before the first attempt. */
  begins(entries: readonly Entry[], session: Session): void;
  /** How an attempt's builds are made and shown. */
  builds(signal: AbortSignal): RunListener['build'];
  /** An attempt starts, the first of which is 1. Returns who is told of it. */
  starts(entry: Entry, attempt: number): readonly Consumer[];
  waits(entry: Entry, reason: string): void;
  /** There is no page of the whole. */
  withoutPage(why: string): void;
}

export interface RecordedSuite {
  readonly directory: string;
  /** In the order of the suite, also those that were not run. */
  readonly results: readonly EntryResult[];
  /** Of the whole: a flaky entry fails it where that is asked for. */
  readonly verdict: VerdictName;
  /** What suite.json says. */
  readonly whole: SuiteResult;
  /** Milliseconds that the suite took. */
  readonly time: number;
  /** What has ended the suite before its end. */
  readonly signal: NodeJS.Signals | undefined;
}

/**
 * @param base directory for the new directory of the suite
 * @param begun is told the suite's directory as soon as there is one
 * @throws UsageError code `empty-shard`; HostError when the results cannot be written
 */
export async function recordSuite(
  suite: LoadedSuite,
  choices: SuiteChoices,
  base: string,
  view: SuiteView,
  begun: (directory: string) => void = () => undefined,
): Promise<RecordedSuite> {
  const { shard, strict = false } = choices;
  const entries = shard === undefined ? suite.entries : shardOf(suite.entries, shard);
  if (entries.length === 0) {
    throw new UsageError('empty-shard', `this shard of ${suite.entries.length} scenarios is empty`, {
      hint: 'Use fewer shards than there are scenarios.',
    });
  }
  const directory = makeRunDirectory(base, suite.name);
  begun(directory);
  const record = new SuiteRecord(directory, suite.name, entries, strict);
  await record.start();
  const started = performance.now();
  const { value: results = record.results, signal } = await session((during) => {
    view.begins(entries, during);
    return runSuite(
      entries,
      { room: hostRoom(choices.jobs), retry: suite.retry, failFast: choices.failFast === true },
      {
        begin: (entry, attempt, attemptSession) => {
          const title = attempt === 1 ? entry.name : `${entry.name} attempt ${attempt}`;
          const { loaded, name } = entry;
          const named = { ...loaded, scenario: { ...loaded.scenario, name } };
          const recording = startRecording(directory, named, title);
          return {
            directory: recording.directory,
            build: view.builds(attemptSession.signal),
            consumers: [recording, ...view.starts(entry, attempt)],
          };
        },
        waits: (entry, reason) => view.waits(entry, reason),
        ended: (result) => record.ended(result),
      },
      during,
    );
  });
  const time = performance.now() - started;
  const whole = await record.close();
  if (results.some(({ attempts }) => attempts.length > 0)) {
    // The page's code is large, and loads where there is something to show.
    const why = await (await import('./report.ts')).writeOwnReport(directory);
    if (why !== undefined) view.withoutPage(why);
  }
  return { directory, results, verdict: verdictOf(results, strict), whole, time, signal };
}
