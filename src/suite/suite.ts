/** Runs the entries of a suite, each until its last attempt, and judges the whole. */

import { join } from 'node:path';
import type { Outcome } from '../boot/boot.ts';
import { type RunListener, runIn } from '../boot/run.ts';
import type { Verdict } from '../judge/events.ts';
import { makeDirectories } from '../process/directory.ts';
import type { Session } from '../process/session.ts';
import { removeWorkDir } from '../process/work-dir.ts';
import type { LoadedBoot } from '../scenario/load.ts';
import { HostError } from '../words/errors.ts';
import { type Room, schedule } from './schedule.ts';

export type VerdictName = Verdict['verdict'];

/** One scenario of a suite, with what its entry and its combination of the matrix set. */
export interface Entry {
  /** Unlike every other name of the suite. */
  readonly name: string;
  /** The scenario file. */
  readonly file: string;
  readonly loaded: LoadedBoot;
}

/** When a scenario is booted again. */
export interface Retry {
  /** Further attempts after the first. */
  readonly times: number;
  /** `failed`: after a failed attempt, too, and not only after one that the host spoilt. */
  readonly after: 'errored' | 'failed';
}

interface SuiteOptions {
  readonly room: Room;
  readonly retry: Retry;
  /** The first entry that is not passed ends the suite. */
  readonly failFast: boolean;
}

/** Who is told what a suite does, and gives each attempt its consumers. */
export interface SuiteListener {
  /** Called before each attempt, the first of which is 1. */
  begin(entry: Entry, attempt: number, session: Session): RunListener & { readonly directory: string };
  /** An entry waits for others. */
  waits(entry: Entry, reason: string): void;
  /** The next entry starts when this is done. */
  ended(result: EntryResult): void | Promise<void>;
}

/** One boot of an entry. */
interface Attempt {
  readonly verdict: VerdictName;
  readonly reason: string;
  /** Milliseconds from the start of the VMM to the verdict. */
  readonly time: number;
  /** The directory of its recording; undefined where there was no room for one. */
  readonly directory: string | undefined;
  /** Another attempt on this host would end the same way: it lacks what the scenario needs. */
  readonly lasting: boolean;
}

export interface EntryResult {
  readonly name: string;
  readonly file: string;
  /** Of the last attempt; `not-run` when the suite was ended before the first. */
  readonly verdict: VerdictName | 'not-run';
  /** Passed after an attempt that did not. */
  readonly flaky: boolean;
  readonly attempts: readonly Attempt[];
}

/** What counts of an entry where the whole is judged; flaky absent: it is not. */
export type Counted = Pick<EntryResult, 'verdict'> & Partial<Pick<EntryResult, 'flaky'>>;

/**
 * Runs all entries.
 * @param boot makes one run; tests give another
 * @returns their results in the order of the suite, also after a cancel
 */
export async function runSuite(
  entries: readonly Entry[],
  options: SuiteOptions,
  listener: SuiteListener,
  session: Session,
  boot: typeof runIn = runIn,
): Promise<EntryResult[]> {
  const stop = new AbortController();
  const signal = AbortSignal.any([session.signal, stop.signal]);
  const tasks = entries.map((entry, index) => ({
    cpus: entry.loaded.scenario.guest.cpus,
    memory: entry.loaded.scenario.guest.memory,
    onWait: (reason: string) => listener.waits(entry, reason),
    run: async (): Promise<EntryResult> => {
      const workDir = join(session.workDir, String(index + 1));
      const { retry } = options;
      const result = await runEntry(entry, { retry, listener, boot }, { signal, workDir });
      await listener.ended(result);
      if (options.failFast && result.verdict !== 'passed') {
        stop.abort(`the suite was ended by "${entry.name}", which is not passed (fail-fast)`);
      }
      return result;
    },
  }));
  const results = await schedule(tasks, options.room, () => signal.aborted);
  return entries.map(
    ({ name, file }, index): EntryResult =>
      results[index] ?? { name, file, verdict: 'not-run', flaky: false, attempts: [] },
  );
}

async function runEntry(
  entry: Entry,
  { retry, listener, boot }: Pick<SuiteOptions, 'retry'> & { listener: SuiteListener; boot: typeof runIn },
  session: Session,
): Promise<EntryResult> {
  const { name, file } = entry;
  const attempts: Attempt[] = [];
  for (;;) {
    const workDir = join(session.workDir, String(attempts.length + 1));
    const attempt = await tryOnce(entry, attempts.length + 1, listener, boot, { ...session, workDir });
    attempts.push(attempt);
    const { verdict, lasting } = attempt;
    const bad = verdict === 'errored' ? !lasting : verdict === 'failed' && retry.after === 'failed';
    if (bad && attempts.length <= retry.times && !session.signal.aborted) continue;
    return { name, file, verdict, flaky: verdict === 'passed' && attempts.length > 1, attempts };
  }
}

/** A host that has no room for the results spoils the attempt, as any other fault of a host. */
async function tryOnce(
  entry: Entry,
  number: number,
  listener: SuiteListener,
  boot: typeof runIn,
  session: Session,
): Promise<Attempt> {
  let directory: string | undefined;
  try {
    makeDirectories(session.workDir, 0o700);
    const run = listener.begin(entry, number, session);
    directory = run.directory;
    const outcome = await boot(session, entry.loaded, run);
    const lasting = outcome.refused?.lasting === true || outcome.verdict.cause?.lasting === true;
    return { ...standing(outcome), time: outcome.verdict.time, directory, lasting };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { verdict: 'errored', reason: error.message, time: 0, directory, lasting: error.lasting };
  } finally {
    removeWorkDir(session.workDir);
  }
}

/** A pass counts only when every consumer got all of it. */
function standing({ verdict, lost }: Outcome): Pick<Attempt, 'verdict' | 'reason'> {
  const [first] = lost;
  if (verdict.verdict === 'passed' && first !== undefined) {
    return { verdict: 'errored', reason: first.message };
  }
  return { verdict: verdict.verdict, reason: verdict.reason };
}

/**
 * Failed beats errored, errored beats passed. What was not run is never a pass.
 * @param strict a flaky entry is one that failed
 */
export function verdictOf(results: readonly Counted[], strict = false): VerdictName {
  if (results.some(({ verdict, flaky }) => verdict === 'failed' || (strict && flaky === true)))
    return 'failed';
  return results.length > 0 && results.every(({ verdict }) => verdict === 'passed') ? 'passed' : 'errored';
}
