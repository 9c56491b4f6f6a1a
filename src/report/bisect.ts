/** bisect.json and bisect.log of a search, and what it found in words. */

import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { makeDirectories } from '../process/directory.ts';
import type { Found, Tested } from '../suite/bisect/bisect.ts';
import { BISECT_FILE, BISECT_LOG, type BisectState } from '../suite/bisect/state.ts';
import { compareRuns } from '../suite/compare.ts';
import { readState, type StateFile, unite } from './bisect-parts.ts';
import { describeChanges } from './comparison.ts';
import { historyRun } from './history-run.ts';
import type { Result } from './result.ts';
import { type RecordedResult, readResult } from './results.ts';
import { forFileName, forShell } from './safe.ts';
import { writeWhole, writeWholeJson } from './whole-file.ts';
import { describeDiagnosis, reproductionLines } from './words.ts';

/** What makes a search another one. */
export interface Searched {
  /** Directory or URL of the repository, without a password. */
  readonly shown: string;
  /** Full names of commits. */
  readonly good: string;
  readonly bad: string;
  /** The scenario's name, and its text. */
  readonly name: string;
  readonly text: string;
  /** Builds the kernel; undefined: the firmware is built. */
  readonly build: string | undefined;
}

/** The directory of a search. The same search finds its directory again, with what it has tested. */
export class BisectRecord {
  readonly directory: string;
  #state: BisectState;

  private constructor(directory: string, state: BisectState) {
    this.directory = directory;
    this.#state = state;
  }

  /** @throws UsageError code `bad-bisect-file` */
  static open(results: string, { shown, good, bad, name, text, build }: Searched): BisectRecord {
    // The path of the repository may be another one on each host.
    const search = digest([good, bad, text, build ?? null]);
    const slug = forFileName(name).slice(0, 40);
    const directory = resolve(results, `bisect-${slug}-${digest([shown, search]).slice(0, 8)}`);
    makeDirectories(directory);
    const file = join(directory, BISECT_FILE);
    return new BisectRecord(
      directory,
      existsSync(file)
        ? readState(file)
        : {
            version: 1,
            scenario: name,
            search,
            source: shown,
            good,
            bad,
            build: build ?? null,
            tested: [],
            firstBad: [],
          },
    );
  }

  get state(): BisectState {
    return this.#state;
  }

  /** What was tested before. */
  get known(): readonly Tested[] {
    return this.#state.tested;
  }

  /** @throws the error of the file system */
  async add(tested: Tested): Promise<void> {
    const { results } = tested;
    const below = results === null ? null : relative(this.directory, results);
    await this.#write({ tested: [...this.#state.tested, { ...tested, results: below }] });
  }

  /** The file of the state. */
  get file(): string {
    return join(this.directory, BISECT_FILE);
  }

  /**
   * What is known here and by parts of this search.
   * @throws as {@link unite}
   */
  with(parts: readonly StateFile[]): Tested[] {
    return unite({ file: this.file, state: this.#state }, parts, this.directory);
  }

  /** Replaces what was tested. */
  async take(tested: readonly Tested[]): Promise<void> {
    await this.#write({ tested: [...tested] });
  }

  /** The search is over. */
  async close({ answer }: Found, log: string): Promise<void> {
    await writeWhole(join(this.directory, BISECT_LOG), log);
    await this.#write({ firstBad: answer.kind === 'found' ? [answer.commit] : [...answer.commits] });
    this.#clean();
  }

  /** A part of the search is over; there is a state although nothing was tested. */
  async closePart(): Promise<void> {
    await this.#write({});
    this.#clean();
  }

  /** Removes what only the next step would need. */
  #clean(): void {
    for (const name of ['git', 'tree']) rmSync(join(this.directory, name), { recursive: true, force: true });
  }

  async #write(more: Partial<BisectState>): Promise<void> {
    this.#state = { ...this.#state, ...more };
    await writeWholeJson(this.file, this.#state);
  }
}

function digest(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}

/** The first bad commit with its diagnosis, and what was otherwise in the last good one. */
export async function describeFound(directory: string, state: BisectState): Promise<string[]> {
  const { firstBad, tested } = state;
  const named = (commit: string): string =>
    `${commit} ${tested.find((each) => each.commit === commit)?.title ?? ''}`.trimEnd();
  const skipped = tested.filter(({ mark }) => mark === 'skip').length;
  const log = forShell(join(directory, BISECT_LOG));
  const last = [
    `${tested.length} commits were tested${skipped === 0 ? '' : `, ${skipped} of them cannot be built`}`,
    `log: git bisect replay ${log}`,
    `results: ${join(directory, BISECT_FILE)}`,
  ];
  const [first = ''] = firstBad;
  if (firstBad.length !== 1) {
    return [
      'the first bad commit is one of these; what lies between cannot be built:',
      ...firstBad.map((commit) => `  ${named(commit)}`),
      ...last,
    ];
  }
  const lastGood = tested.findLast(({ mark }) => mark === 'good');
  const firstTested = tested.find(({ commit }) => commit === first);
  const bad = await recordedOf(directory, firstTested);
  const good = await recordedOf(directory, lastGood);
  return [
    `first bad commit: ${named(first)}`,
    ...(bad === undefined ? [] : describeBad(bad.result, bad.directory)),
    ...(lastGood === undefined ? [] : [`last good commit: ${named(lastGood.commit)}`]),
    ...(bad === undefined || good === undefined ? [] : describeDifference(good.result, bad.result)),
    ...last,
  ];
}

/** Undefined: nothing was recorded, or a part of the search left its recordings behind. */
async function recordedOf(
  directory: string,
  tested: Tested | undefined,
): Promise<RecordedResult | undefined> {
  const results = tested?.results ?? null;
  return results === null ? undefined : readResult(join(directory, results));
}

function describeBad(result: Result, directory: string): string[] {
  const { reason, diagnosis } = result;
  return [
    `  reason: ${reason}`,
    ...(diagnosis === null ? [] : describeDiagnosis(diagnosis, reason)),
    ...reproductionLines(directory, result).map((line) => `  ${line}`),
  ];
}

function describeDifference(good: Result, bad: Result): string[] {
  const { scenarios } = compareRuns([historyRun({ result: good })], [historyRun({ result: bad })], {
    margin: 0,
  });
  // That the verdict changed is what was searched for.
  return scenarios.flatMap((each) => describeChanges(each).slice(1)).map((line) => `  ${line}`);
}
