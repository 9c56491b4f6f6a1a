/** Finds recordings, and reads their results. */

import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod';
import { requireFiles } from '../boot/recorded-files.ts';
import { isRecording, loadRecorded } from '../boot/recorded-scenario.ts';
import type { Verdict } from '../judge/events.ts';
import { readJson } from '../process/bounded-file.ts';
import { lookAt } from '../process/directory.ts';
import { STDIN } from '../scenario/read.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { verdictOf } from '../suite/suite.ts';
import { messageOf, UsageError } from '../words/errors.ts';
import { asRecord } from '../words/json.ts';
import { MIB } from '../words/units.ts';
import { judgeAgain } from './judged.ts';
import { RESULT_FILE } from './recording.ts';
import { makeResult, RESULT_VERSION, type Result, resultSchema } from './result.ts';
import { forShell } from './safe.ts';
import { SUITE_FILE, type SuiteResult, suiteResultSchema } from './suite-result.ts';

/** A run and its recording. */
export interface RecordedResult {
  /** As commands name it. */
  readonly directory: string;
  readonly result: Result;
  /** The attempts before it. */
  readonly earlier?: readonly RecordedResult[] | undefined;
  /** A pass after earlier attempts counts as failed, because its suite was run with `--strict`. */
  readonly strict?: boolean;
}

/** zod leaves the key `__proto__` out of a record, and a group of a pattern may be called so: these are taken as they are. */
const capturesSchema = z.object({
  captures: z.custom<Result['captures']>((texts) =>
    Object.values(Object(texts)).every((text) => typeof text === 'string'),
  ),
});

/** A result.json has at most some 10 MB: see src/ktap/room.ts. A scenario of a suite takes about 1 KB of suite.json. */
const MOST_BYTES = 64 * MIB;

/** How deep recordings may lie below a directory that is named: those of a suite have directories of their own. */
const DEPTH = 3;

/** A scenario of a suite without a result of its last attempt. */
export interface Unrecorded {
  readonly name: string;
  readonly verdict: SuiteResult['scenarios'][number]['verdict'];
  readonly reason: string;
}

/** What paths name. */
export interface Runs {
  readonly runs: readonly RecordedResult[];
  readonly unrecorded: readonly Unrecorded[];
  /** The suite that all of them are of. */
  readonly suite?: Pick<SuiteResult, 'verdict'> & { readonly name: string };
}

/**
 * The runs that paths name, each with its last attempt's result: recordings, suites, and directories that have some below; and
 * the scenarios of suites that have no result.
 * @throws as {@link findResults} and {@link readResult}
 */
export async function readAll(paths: readonly string[]): Promise<Runs> {
  const runs: RecordedResult[] = [];
  const unrecorded: Unrecorded[] = [];
  const found = findResults(paths).map((directory) => ({ directory, suite: readSuite(directory) }));
  for (const { directory, suite } of found) {
    if (suite === undefined) runs.push(await readProven(directory));
    for (const scenario of suite?.scenarios ?? []) {
      const run = await readEntry(directory, scenario, readProven);
      if ('result' in run) runs.push({ ...run, strict: suite?.strict === true });
      else unrecorded.push(suite !== undefined && wasCut(suite) ? unended(run) : run);
    }
  }
  const [{ suite: only } = {}, ...others] = found;
  if (only === undefined || others.length > 0) return { runs, unrecorded };
  return { runs, unrecorded, suite: { name: only.suite, verdict: verdictOfSuite(only, runs, unrecorded) } };
}

/** What a suite says of itself, unless its runs do not bear a pass out. */
function verdictOfSuite(
  { complete, verdict }: SuiteResult,
  runs: Runs['runs'],
  unrecorded: Runs['unrecorded'],
): SuiteResult['verdict'] {
  if (!complete) return 'errored';
  if (verdict !== 'passed') return verdict;
  return verdictOf([...runs.map(({ result }) => result), ...unrecorded]);
}

/** Whether a suite ended before its scenarios, and not because one of them had not passed. */
function wasCut({ complete, scenarios }: SuiteResult): boolean {
  return !complete || scenarios.every(({ verdict }) => verdict === 'passed' || verdict === 'not-run');
}

/** Nobody knows what the other scenarios of a killed suite would have shown, so they do not count as skipped. */
function unended(one: Unrecorded): Unrecorded {
  if (one.verdict !== 'not-run') return one;
  return { ...one, verdict: 'errored', reason: 'its suite was ended before it, or goes on' };
}

/**
 * The result of the last attempt at a scenario of a suite. The suite's word counts where it calls a pass errored, because its
 * recording does not know that it is incomplete; it never turns another verdict into a pass.
 * @param path directory of the suite
 * @param read reads the result of a recording
 * @throws UsageError as {@link readResult}; code `bad-result`
 */
export async function readEntry(
  path: string,
  { name, verdict, attempts }: SuiteResult['scenarios'][number],
  read: (directory: string) => Promise<RecordedResult> = readResult,
): Promise<RecordedResult | Unrecorded> {
  const recorded: (RecordedResult | undefined)[] = [];
  for (const { results } of attempts) {
    const directory = results === null ? undefined : requireBelow(path, results);
    const isThere = directory !== undefined && existsSync(directory);
    recorded.push(isThere ? await read(directory) : undefined);
  }
  const reason = attempts.at(-1)?.reason ?? '';
  const last = recorded.at(-1);
  if (last === undefined || verdict === 'not-run') {
    if (verdict === 'passed') return { name, verdict: 'errored', reason: 'its recording is not there' };
    return { name, verdict, reason };
  }
  const earlier = recorded.slice(0, -1).flatMap((run) => (run === undefined ? [] : [run]));
  const counts = verdict !== last.result.verdict && verdict !== 'passed';
  const result = counts ? { ...last.result, verdict, reason } : last.result;
  return { ...last, result, earlier };
}

/** Undefined where the directory is none of a suite. @throws UsageError code `bad-result` */
function readSuite(directory: string): SuiteResult | undefined {
  const file = join(directory, SUITE_FILE);
  if (!existsSync(file)) return undefined;
  try {
    return suiteResultSchema.parse(readJson(file, { what: 'the result of the suite', most: MOST_BYTES }));
  } catch (cause) {
    throw new UsageError('bad-result', `${file} is no result of a suite: ${messageOf(cause, file)}`, {
      hint: 'Name the directories of its recordings instead.',
      cause,
    });
  }
}

/** A suite.json is sent around, too: it names nothing outside of its directory. */
function requireBelow(directory: string, name: string): string {
  const path = join(directory, name);
  if (!relative(directory, path).startsWith('..')) return path;
  throw new UsageError('bad-result', `${join(directory, SUITE_FILE)} names a recording elsewhere: ${name}`, {
    hint: 'Name the directory of that recording, too, instead of its suite.',
  });
}

/**
 * The directories of the recordings and suites that paths name: each is one, or has some below it, as `tdx-boot-results` has. The
 * recordings of a suite belong to it. What is named twice is there once.
 * @returns in the order of the paths, and below a directory in the order of the names
 * @throws UsageError code `no-recording`
 */
function findResults(paths: readonly string[]): string[] {
  const all = paths.flatMap((path) => {
    const found = resultsBelow(path, DEPTH);
    if (found.length > 0) return found.map((directory) => ({ directory, real: realpathSync(directory) }));
    const what = existsSync(path) ? 'is no recording of a run, and has none below it' : 'does not exist';
    throw new UsageError('no-recording', `${path} ${what}`, {
      hint: 'Name a directory that "tdx-boot run" has made.',
    });
  });
  const first = new Map(all.toReversed().map((found) => [found.real, found]));
  const isOfSuite = ({ real }: (typeof all)[number]): boolean =>
    [...first.keys()].some((other) => real.startsWith(`${other}/`));
  return all
    .filter((found) => first.get(found.real) === found && !isOfSuite(found))
    .map(({ directory }) => directory);
}

/** How many recordings a hint names. */
const NAMED = 5;

/**
 * For a command that takes one recording, and was given a directory of several, such as that of a suite.
 * @throws UsageError code `several-recordings`
 */
export function requireOne(path: string): void {
  if (path === STDIN || isRecording(path)) return;
  const all = resultsBelow(path, DEPTH).flatMap((found) =>
    isRecording(found) ? [found] : directoriesIn(found).filter(isRecording),
  );
  if (all.length === 0) return;
  const names = all.slice(0, NAMED).map(forShell).join(', ');
  const more = all.length > NAMED ? ', …' : '';
  throw new UsageError(
    'several-recordings',
    `${path} is no recording itself, but a directory of recordings`,
    { hint: `Name one of them: ${names}${more}. "tdx-boot report" takes all.` },
  );
}

function resultsBelow(path: string, depth: number): string[] {
  if (isRecording(path) || existsSync(join(path, SUITE_FILE))) return [path];
  if (depth === 0 || lookAt(path)?.isDirectory() !== true) return [];
  return directoriesIn(path).flatMap((inner) => resultsBelow(inner, depth - 1));
}

/** In the order of their names. */
function directoriesIn(path: string): string[] {
  const entries = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => join(path, name));
}

/**
 * The result of a recording, as its run wrote it. Where the run was killed before, or an older tdx-boot wrote it, the recording
 * is judged now.
 * @throws UsageError code `bad-result`, `no-scenario` or `bad-recording`
 */
export async function readResult(directory: string): Promise<RecordedResult> {
  return { directory, result: writtenIn(directory) ?? (await judgedIn(directory)) };
}

/**
 * The result of a recording that may be anybody's. A pass that its result.json tells of is taken from the recording itself, judged
 * now: a file that was edited, or that an older tdx-boot wrote which knew less, makes no pass.
 * @throws as {@link readResult}
 */
async function readProven(directory: string): Promise<RecordedResult> {
  const written = writtenIn(directory);
  if (written !== undefined && written.verdict !== 'passed') return { directory, result: written };
  const judged = await judgedIn(directory);
  if (written === undefined) return { directory, result: judged };
  const { scenario } = written;
  if (judged.verdict === 'passed') return { directory, result: { ...judged, scenario } };
  const reason = `${judged.reason} (its ${RESULT_FILE} says that it passed, which does not follow from the recording)`;
  return { directory, result: { ...judged, scenario, reason } };
}

/** What the run of a recording wrote; undefined where the run was killed before, or an older tdx-boot wrote the file. */
function writtenIn(directory: string): Result | undefined {
  requireFiles(directory);
  const file = join(directory, RESULT_FILE);
  return existsSync(file) ? parseResult(file) : undefined;
}

async function judgedIn(directory: string): Promise<Result> {
  return judgeAgain(directory, loadRecorded(directory).loaded.scenario);
}

/** The result of a run that has just ended, also where its disk did not take the result. */
export async function resultOf(
  directory: string,
  scenario: Pick<Scenario, 'name' | 'platform'>,
  verdict: Verdict,
): Promise<RecordedResult> {
  if (existsSync(join(directory, RESULT_FILE))) return readResult(directory);
  return { directory, result: makeResult(scenario, verdict, {}) };
}

/**
 * Reads a result.json that a user names.
 * @throws UsageError code `bad-result`; `old-result` where it is of an older version
 */
export function requireResult(file: string): Result {
  const result = parseResult(file);
  if (result !== undefined) return result;
  throw new UsageError('old-result', `${file} was written by an older tdx-boot`, {
    hint: 'Name the directory of its recording instead.',
  });
}

/**
 * Reads a result.json, which may be anybody's.
 * @returns undefined where it is of an older version
 * @throws UsageError code `bad-result`
 */
export function parseResult(file: string): Result | undefined {
  try {
    const value = readJson(file, { what: 'the result', most: MOST_BYTES });
    const version = asRecord(value)?.version;
    if (typeof version === 'number' && version < RESULT_VERSION) return undefined;
    if (version !== RESULT_VERSION)
      throw new Error(`it is of version ${version}, and this tdx-boot reads ${RESULT_VERSION}`);
    return { ...resultSchema.parse(value), ...capturesSchema.parse(value) };
  } catch (cause) {
    throw new UsageError('bad-result', `${file} is no result of a run: ${messageOf(cause, file)}`, {
      hint: 'Judge the recording again with "tdx-boot check", or use the tdx-boot that wrote it.',
      cause,
    });
  }
}
