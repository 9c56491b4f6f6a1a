/** `tdx-boot run` with several scenarios, a suite file, or further attempts. */

import { constants } from 'node:os';
import { join } from 'node:path';
import { isRecording } from '../boot/recorded-scenario.ts';
import { session } from '../process/session.ts';
import { History } from '../report/history.ts';
import { makeRunDirectory } from '../report/recording.ts';
import { type RecordedResult, readResult } from '../report/results.ts';
import { startRecording } from '../report/start-recording.ts';
import { SUITE_FILE, SuiteRecord } from '../report/suite-result.ts';
import { SuiteTerminal } from '../report/suite-terminal.ts';
import { isScenario, type LoadedSuite, loadSuite } from '../suite/load.ts';
import { hostRoom } from '../suite/room.ts';
import { type Shard, shardOf } from '../suite/shard.ts';
import { type EntryResult, type Retry, runSuite, verdictOf } from '../suite/suite.ts';
import { UsageError } from '../words/errors.ts';
import { buildsOn } from './builds.ts';
import type { ByHandOptions } from './by-hand.ts';
import { EXIT, type Streams } from './context.ts';
import { addToHistory, makeReport } from './run.ts';
import type { UseOptions } from './uses.ts';
import { warn } from './warn.ts';

const NO_RETRY: Retry = { times: 0, after: 'errored' };

export interface RunOptions extends UseOptions, Omit<ByHandOptions, 'shell'> {
  readonly results: string;
  readonly json?: true;
  /** Guests at a time; undefined: as many as the host has CPUs. */
  readonly jobs?: number;
  readonly shard?: Shard;
  readonly failFast?: true;
  readonly retry?: number;
  readonly retryFailed?: true;
  /** A flaky entry fails the suite. */
  readonly strict?: true;
  /** Gets a line for each run. */
  readonly history?: string;
}

/** `tdx-boot run`: one scenario shows its console; several, or one that may be retried, are a suite. */
export async function run(names: readonly string[], options: RunOptions, streams: Streams): Promise<number> {
  const [only] = names;
  if (
    only !== undefined &&
    names.length === 1 &&
    (options.retry ?? 0) === 0 &&
    (isRecording(only) || isScenario(only))
  ) {
    return (await import('./run.ts')).run(only, options, streams);
  }
  if (options.keepOnFailure === true || options.gdb === true) {
    throw new UsageError(
      'one-by-hand',
      '--keep-on-failure and --gdb are for one scenario that is not retried',
      {
        hint: 'Run the scenario of the suite that fails by itself.',
      },
    );
  }
  const suite = loadSuite(names, options.uses ?? {}, (message) => warn([message], streams.error));
  return bootSuite(suite, options, streams);
}

/** Runs a suite; returns the exit code of the whole. */
async function bootSuite(
  { name, entries: all, retry = NO_RETRY }: LoadedSuite,
  options: RunOptions,
  { out, error }: Streams,
): Promise<number> {
  const entries = options.shard === undefined ? all : shardOf(all, options.shard);
  if (entries.length === 0) {
    throw new UsageError('empty-shard', `this shard of ${all.length} scenarios is empty`, {
      hint: 'Use fewer shards than there are scenarios.',
    });
  }
  const history = options.history === undefined ? undefined : new History(options.history);
  const directory = makeRunDirectory(options.results, name);
  const record = new SuiteRecord(directory, name, entries);
  await record.start();
  const terminal = new SuiteTerminal(options.json === true ? error : out, entries);
  const started = performance.now();
  const ended = await session((during) =>
    runSuite(
      entries,
      {
        room: hostRoom(options.jobs),
        retry: {
          times: options.retry ?? retry.times,
          after: options.retryFailed === true ? 'failed' : retry.after,
        },
        failFast: options.failFast === true,
      },
      {
        begin: (entry, attempt, { signal }) => {
          const title = attempt === 1 ? entry.name : `${entry.name} attempt ${attempt}`;
          const { loaded, name } = entry;
          const named = { ...loaded, scenario: { ...loaded.scenario, name } };
          const recording = startRecording(directory, named, title);
          return {
            directory: recording.directory,
            build: buildsOn(error, signal),
            consumers: [recording, terminal.starts(entry, attempt)],
          };
        },
        waits: (entry, reason) => terminal.waits(entry, reason),
        ended: async (result) => {
          await record.ended(result);
          if (result.attempts.at(-1)?.directory === undefined) return;
          await addToHistory(history, () => resultOfEntry(result), error);
        },
      },
      during,
    ),
  );
  const whole = await record.close();
  if (ended.value?.some(({ attempts }) => attempts.length > 0)) await makeReport(directory, error);
  const results = ended.value ?? [];
  terminal.ends(results, performance.now() - started);
  if (options.json === true) out.json(whole);
  else out.line(`results: ${join(directory, SUITE_FILE)}`);
  if (ended.signal !== undefined) return 128 + constants.signals[ended.signal];
  const flaky = options.strict === true && results.some((result) => result.flaky);
  const verdict = verdictOf(results);
  return EXIT[verdict === 'passed' && flaky ? 'failed' : verdict];
}

/** The last attempt of an entry that was booted, after those before it. */
async function resultOfEntry({ attempts }: EntryResult): Promise<RecordedResult> {
  const results: RecordedResult[] = [];
  for (const { directory } of attempts) {
    if (directory !== undefined) results.push(await readResult(directory));
  }
  const last = results.pop();
  if (last === undefined) throw new Error('an entry that was booted has no recording');
  return { ...last, earlier: results.map(({ result }) => result) };
}
