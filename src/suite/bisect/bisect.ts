/** Finds the commit with which a scenario began to fail. */

import { HostError, UsageError } from '../../words/errors.ts';
import { type Commits, type Ends, type Mark, type Standing, short } from './commits.ts';
import { noteMended, rangeOf } from './range.ts';

/** A commit that was tested. */
export interface Tested {
  readonly commit: string;
  /** `subject (author, date)`. */
  readonly title: string;
  readonly mark: Mark;
  /** Why it is bad or was skipped; empty of a good one. */
  readonly why: string;
  /** Directory of the recording; null: nothing was booted. */
  readonly results: string | null;
}

/** How the test of a commit ended; `errored`: the host could not do its part. */
export type Trial =
  | { readonly verdict: 'passed' | 'failed'; readonly why: string; readonly results: string }
  | { readonly verdict: 'errored'; readonly why: string }
  | { readonly verdict: 'not-built'; readonly why: string };

export interface BisectPorts {
  /** Builds and boots a commit, with retries where the host fails. */
  test(commit: string): Promise<Trial>;
  /** Is told before each commit is tested. */
  begin(commit: string, title: string, left: number): void;
  /** Keeps what was found, before the next commit is tested. */
  ended(tested: Tested): Promise<void>;
  /** Is told what the user should know of the commits. */
  note(text: string): void;
}

export interface Found {
  readonly answer: Exclude<Standing, { kind: 'next' }>;
  /** In the order in which git asked for them, the ends first. */
  readonly tested: readonly Tested[];
}

/**
 * Tests both ends, then what lies between them as git chooses. A commit that was tested before is not tested again, so a
 * search that was killed goes on where it was, and one that was spread goes on where its parts ended.
 * @param known what was tested before, here or by the parts of the search
 * @throws UsageError code `bad-end` where an end is not what the user says, and those of Commits; HostError code
 *   `host-fault` where the host fails: no commit is blamed for that, and none is skipped
 */
export async function bisect(
  commits: Commits,
  ends: Ends,
  known: readonly Tested[],
  ports: BisectPorts,
): Promise<Found> {
  const cached = new Map(known.map((tested) => [tested.commit, tested]));
  const tested: Tested[] = [];
  const test = async (commit: string, left: number): Promise<Tested> => {
    const found = cached.get(commit) ?? (await testNow(commits, commit, left, ports));
    tested.push(found);
    return found;
  };
  let standing = await commits.start(ends.good, ends.bad);
  const range = await rangeOf(commits, ends, known);
  for (const mark of ['good', 'bad'] as const) {
    const end = await test(ends[mark], range.commits.length);
    if (end.mark !== mark) throw wrongEnd(mark, end);
  }
  noteMended(range, ports.note);
  const between = known.filter(({ commit }) => commit !== ends.good && commit !== ends.bad);
  tested.push(...between);
  // git keeps the bad commit that it is told last, so it is told the one that bounds the range, after all others.
  const bounds = between.filter(({ commit }) => commit === range.bad);
  for (const { commit, mark } of [...between.filter(({ mark }) => mark !== 'bad'), ...bounds]) {
    standing = await commits.mark(commit, mark, ends);
  }
  for (let left = range.commits.length; standing.kind === 'next'; left = Math.ceil(left / 2)) {
    const { commit, mark } = await test(standing.commit, left);
    standing = await commits.mark(commit, mark, ends);
  }
  return { answer: standing, tested };
}

/** Tests a commit, and keeps what was found. */
export async function testNow(
  commits: Commits,
  commit: string,
  left: number,
  ports: BisectPorts,
): Promise<Tested> {
  const title = await commits.describe(commit);
  ports.begin(commit, title, left);
  const trial = await ports.test(commit);
  if (trial.verdict === 'errored') {
    throw new HostError('host-fault', `${short(commit)} could not be tested: ${trial.why}`, {
      hint: 'No commit is to blame for that. Mend the host and give the same command again: it goes on from here.',
    });
  }
  const marks = { passed: 'good', failed: 'bad', 'not-built': 'skip' } as const;
  const found: Tested = {
    commit,
    title,
    mark: marks[trial.verdict],
    why: trial.verdict === 'passed' ? '' : trial.why,
    results: trial.verdict === 'not-built' ? null : trial.results,
  };
  await ports.ended(found);
  return found;
}

function wrongEnd(wanted: string, { commit, mark, why }: Tested): UsageError {
  const is = { good: 'passes', bad: `fails: ${why}`, skip: `cannot be tested: ${why}` }[mark];
  return new UsageError('bad-end', `the ${wanted} end, ${short(commit)}, ${is}`, {
    hint: `Name a commit with --${wanted} of which the scenario ${wanted === 'good' ? 'passes' : 'fails'}.`,
  });
}
