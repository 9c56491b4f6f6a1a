/** Runs a suite so that it can be read later: a recording for each attempt, suite.json, and the page of the whole. */

import type { Consumer } from '../boot/delivery.ts';
import type { RunListener } from '../boot/run.ts';
import { type Session, session } from '../process/session.ts';
import type { SuiteChoices } from '../suite/choices.ts';
import type { LoadedSuite } from '../suite/load.ts';
import { hostRoom } from '../suite/room.ts';
import { type Entry, type EntryResult, runSuite, type VerdictName } from '../suite/suite.ts';
import { TdxBootError } from '../words/errors.ts';
import type { History } from './history.ts';
import type { Printer } from './printer.ts';
import { makeRunDirectory } from './recording.ts';
import { type RecordedResult, type Runs, readEntry, type Unrecorded } from './results.ts';
import { startRecording } from './start-recording.ts';
import { type JudgedSuite, SuiteRecord, type SuiteResult, scenarioOf, writeSuite } from './suite-result.ts';
import { SuiteTerminal } from './suite-terminal.ts';

/** What an entry of the program has for a suite. */
export interface SuiteListener {
  /** Shows what starts, waits and ends. */
  readonly printer: Printer;
  /** Whether the consoles of the guests are shown, too. */
  readonly verbose?: boolean;
  /** Called once, before the first attempt, with the directory of the results. */
  begins?(directory: string, session: Session): void;
  /** How an attempt's builds are made and shown. */
  builds(signal: AbortSignal): RunListener['build'];
  /** Gets a line for each entry that was booted. */
  readonly history?: History | undefined;
  /** Who else is told of an attempt. */
  consumers?(entry: Entry): readonly Consumer[];
}

export interface RecordedSuite {
  readonly directory: string;
  /** In the order of the suite, also those that were not run. */
  readonly results: readonly EntryResult[];
  /** The verdict of the whole suite: with `--strict` a flaky scenario fails it. */
  readonly verdict: VerdictName;
  /** What suite.json says. */
  readonly whole: JudgedSuite;
  /** What its recordings say, and which scenarios have none. */
  readonly runs: Runs;
  /** Why suite.json does not say all that {@link whole} says. The whole has not passed then. */
  readonly unwritten: string | undefined;
  /** Why there is no page of the whole. */
  readonly noPage: string | undefined;
  /** What has ended the suite before its end. */
  readonly signal: NodeJS.Signals | undefined;
}

/**
 * @param base directory for the new directory of the suite
 * @throws HostError when the results cannot be written
 */
export async function recordSuite(
  suite: LoadedSuite,
  choices: SuiteChoices,
  base: string,
  listener: SuiteListener,
): Promise<RecordedSuite> {
  const { entries } = suite;
  const { strict = false } = choices;
  const directory = makeRunDirectory(base, suite.name);
  const record = new SuiteRecord(directory, suite.name, entries, strict);
  await record.start();
  const terminal = new SuiteTerminal(listener.printer, entries, listener.verbose === true);
  const read = new Map<string, RecordedResult | Unrecorded>();
  const started = performance.now();
  const { value: results = record.results, signal } = await session((during) => {
    listener.begins?.(directory, during);
    return runSuite(
      entries,
      { room: hostRoom(choices.jobs), retry: suite.retry, failFast: choices.failFast === true },
      {
        begin: (entry, attempt, { signal: cancel }) => {
          const title = attempt === 1 ? entry.name : `${entry.name} attempt ${attempt}`;
          const { loaded, name } = entry;
          const named = { ...loaded, scenario: { ...loaded.scenario, name } };
          const recording = startRecording(directory, named, title);
          const shown = terminal.starts(entry, attempt);
          return {
            directory: recording.directory,
            build: listener.builds(cancel),
            consumers: [recording, shown, ...(listener.consumers?.(entry) ?? [])],
          };
        },
        waits: (entry, reason) => terminal.waits(entry, reason),
        ended: async (result) => {
          terminal.ended(result);
          await record.ended(result);
          const run = await readBack(directory, result);
          read.set(result.name, run);
          if ('result' in run) listener.history?.note(run, (text) => listener.printer.lines(text));
        },
      },
      during,
    );
  });
  const { whole, unwritten } = await record.close();
  const runs = { ...runsOf(results, read), suite: { name: suite.name, verdict: whole.verdict } };
  // The page's code is large, and loads where there is something to show.
  const noPage =
    runs.runs.length > 0
      ? await (await import('./report.ts')).writeOwnReport(directory, runs, listener.history?.runs())
      : undefined;
  const { verdict } = whole;
  terminal.ends(results, runs.runs, verdict, performance.now() - started);
  return { directory, results, verdict, whole, runs, unwritten, noPage, signal };
}

/**
 * Writes that a shard has no scenario.
 * @param base directory for the new directory of the suite
 */
export async function recordEmpty(
  { name }: LoadedSuite,
  base: string,
): Promise<{ readonly directory: string; readonly whole: SuiteResult }> {
  const directory = makeRunDirectory(base, name);
  const whole: SuiteResult = {
    // Without a scenario nothing can be flaky.
    ...{ version: 1, suite: name, verdict: null, strict: false },
    ...{ complete: true, scenarios: [] },
  };
  await writeSuite(directory, whole);
  return { directory, whole };
}

/** What the recordings of an entry say. A recording that cannot be read takes nothing from the other entries. */
async function readBack(directory: string, result: EntryResult): Promise<RecordedResult | Unrecorded> {
  try {
    return await readEntry(directory, scenarioOf(directory, result));
  } catch (error) {
    if (!(error instanceof TdxBootError)) throw error;
    const verdict = result.verdict === 'passed' ? 'errored' : result.verdict;
    return { name: result.name, verdict, reason: error.message };
  }
}

/** In the order of the suite. */
function runsOf(
  results: readonly EntryResult[],
  read: ReadonlyMap<string, RecordedResult | Unrecorded>,
): Runs {
  const all = results.map(({ name, verdict }) => read.get(name) ?? { name, verdict, reason: '' });
  return {
    runs: all.flatMap((run) => ('result' in run ? [run] : [])),
    unrecorded: all.flatMap((run) => ('result' in run ? [] : [run])),
  };
}
