/** The history: one line for each run, in a file or in a directory with a file for each scenario. */

import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { readBounded } from '../process/bounded-file.ts';
import { lookAt, makeDirectories } from '../process/directory.ts';
import { HISTORY_VERSION, type HistoryRun, historyRunSchema, scenarioKey } from '../suite/history-run.ts';
import { explainError, HostError, isFull, messageOf, UsageError } from '../words/errors.ts';
import { asRecord, parsedJson } from '../words/json.ts';
import { MIB } from '../words/units.ts';
import { historyRun } from './history-run.ts';
import type { RecordedResult } from './results.ts';
import { forFileName } from './safe.ts';

const ENDING = '.jsonl';
/** A line has about 2 KB. */
const BOUNDS = { what: 'the history', most: 256 * MIB };

/** Whether a path names a file of a history, and not a directory. */
function isHistoryFile(path: string): boolean {
  return path.endsWith(ENDING);
}

/** Whether a path is a history: such a file, or a directory that has some. */
export function isHistory(path: string): boolean {
  if (isHistoryFile(path)) return true;
  return lookAt(path)?.isDirectory() === true && filesIn(path).length > 0;
}

function filesIn(directory: string): string[] {
  return globSync(`*${ENDING}`, { cwd: directory })
    .sort()
    .map((name) => join(directory, name));
}

/** A history that runs are added to. What it has already is never touched. */
export class History {
  readonly #path: string;

  /**
   * Makes the directory, so that a path that cannot be written is known before anything is booted.
   * @param path a file that ends in .jsonl, or a directory
   * @throws UsageError code `no-history`
   */
  constructor(path: string) {
    this.#path = path;
    try {
      makeDirectories(isHistoryFile(path) ? dirname(path) : path);
      if (isHistoryFile(path)) closeSync(openSync(path, 'a'));
    } catch (cause) {
      throw new UsageError('no-history', `cannot write the history ${path}: ${messageOf(cause, path)}`, {
        hint: `Name a file that ends in ${ENDING}, or a directory.`,
        cause,
      });
    }
  }

  /**
   * Adds a run. The line is written by one write(2) at the end of the file, wherever that is by then: lines of two writers
   * never mix on a local file system.
   * @throws HostError code `history-not-written`
   */
  add(run: HistoryRun): void {
    const file = isHistoryFile(this.#path)
      ? this.#path
      : join(this.#path, `${forFileName(run.scenario)}${ENDING}`);
    try {
      append(file, `${JSON.stringify(run)}\n`);
    } catch (cause) {
      throw new HostError('history-not-written', `cannot add a run to ${file}: ${messageOf(cause, file)}`, {
        hint: isFull(cause) ? 'Free some space.' : undefined,
        cause,
      });
    }
  }

  /** Adds the run of a result. A run does not fail because the history cannot take it: that is told. */
  note(recorded: Pick<RecordedResult, 'result' | 'earlier'>, tell: (text: string) => void): void {
    try {
      this.add(historyRun(recorded));
    } catch (error) {
      tell(explainError(error));
    }
  }

  /** The runs that it has; none where it cannot be read, as before the first run. */
  runs(): readonly HistoryRun[] {
    try {
      return readHistory(this.#path).runs;
    } catch {
      return [];
    }
  }
}

/** @throws UsageError code `no-history`; undefined where no path is given */
export function openHistory(path: string | undefined): History | undefined {
  return path === undefined || path === '' ? undefined : new History(path);
}

function append(file: string, line: string): void {
  const descriptor = openSync(file, 'a+');
  try {
    // A writer that was killed left half of a line. The next line begins on its own.
    const bytes = Buffer.from(endsWhole(descriptor) ? line : `\n${line}`);
    const written = writeSync(descriptor, bytes);
    if (written < bytes.length) throw new Error(`${written} of ${bytes.length} bytes were written`);
  } finally {
    closeSync(descriptor);
  }
}

function endsWhole(descriptor: number): boolean {
  const { size } = fstatSync(descriptor);
  const last = Buffer.alloc(1);
  return size === 0 || readSync(descriptor, last, 0, 1, size - 1) === 0 || last.toString() === '\n';
}

/** A line that could not be read. */
export interface UnreadLine {
  /** `history.jsonl:12: …` */
  readonly text: string;
  /** How many runs stand behind the line, of the scenario of its file that has the fewest there: 0 where the line may be the newest. */
  readonly behind: number;
}

export interface ReadHistory {
  readonly runs: readonly HistoryRun[];
  readonly unread: readonly UnreadLine[];
}

/**
 * Reads a history. A line that is no run, such as the end that a killed writer left, is told and passed over.
 * @param path a file, or a directory with files
 * @throws UsageError code `no-history` where there is no run in it, `newer-history`, `no-file` or `too-large`
 */
export function readHistory(path: string): ReadHistory {
  const files = isHistoryFile(path) ? [path] : filesIn(path);
  const read = files.map(readFile);
  const runs = read.flatMap((file) => file.runs);
  const unread = read.flatMap((file) => file.unread);
  if (runs.length === 0) {
    const problems = unread.map(({ text }) => text);
    throw new UsageError('no-history', [`${path} has no run`, ...problems].join('\n'), {
      hint: 'tdx-boot run --history adds runs.',
    });
  }
  return { runs, unread };
}

function readFile(file: string): ReadHistory {
  const lines = readBounded(file, BOUNDS).toString('utf8').split('\n');
  const read = lines.flatMap((line, index): (HistoryRun | string)[] => {
    const where = `${file}:${index + 1}`;
    return line === '' ? [] : [parseLine(line, where)];
  });
  const runs = read.filter((line) => typeof line !== 'string');
  const behind = new Map(runs.map((run) => [scenarioKey(run), 0]));
  const unread: UnreadLine[] = [];
  for (const line of read.toReversed()) {
    if (typeof line === 'string') unread.push({ text: line, behind: least([...behind.values()]) });
    else behind.set(scenarioKey(line), (behind.get(scenarioKey(line)) ?? 0) + 1);
  }
  return { runs, unread: unread.reverse() };
}

function least(counts: readonly number[]): number {
  return counts.length === 0 ? 0 : Math.min(...counts);
}

/** Reads a line as a run, or says where and why the line is passed over. */
function parseLine(line: string, where: string): HistoryRun | string {
  const value = parsedJson(line);
  if (value === undefined) return `${where}: the line is cut or no JSON, and is passed over`;
  const version = asRecord(value)?.version;
  if (typeof version === 'number' && version > HISTORY_VERSION) {
    throw new UsageError(
      'newer-history',
      `${where} is of version ${version}, and this tdx-boot reads ${HISTORY_VERSION}`,
      { hint: 'Use the tdx-boot that wrote it, or a newer one.' },
    );
  }
  const parsed = historyRunSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `${where}: the line is no run of a history (${issue?.path.join('.')}: ${issue?.message}), and is passed over`;
}
