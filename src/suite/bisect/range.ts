/** Which commits may be the first bad one after what is known. */

import { type Commits, type Ends, type Mark, short } from './commits.ts';

interface Known {
  readonly commit: string;
  readonly mark: Mark;
}

/** What is left of a search. */
export interface Range {
  /** The latest commit that is known to be good. */
  readonly good: string;
  /** The earliest one that is known to be bad. */
  readonly bad: string;
  /** The commits that may be the first bad one: parents before their children, `bad` at the end. */
  readonly commits: readonly string[];
  /** Bad commits that come before a good one. */
  readonly mended: readonly string[];
}

/**
 * What is left of a search after what is known. Both ends count as what the user says of them.
 * @throws as Commits.between
 */
export async function rangeOf(
  commits: Pick<Commits, 'between'>,
  ends: Ends,
  known: readonly Known[],
): Promise<Range> {
  const marked = (wanted: Mark): Set<string> =>
    new Set(known.filter(({ mark }) => mark === wanted).map(({ commit }) => commit));
  const [good, bad] = [marked('good'), marked('bad')];
  const all = await commits.between(ends.bad, [ends.good]);
  const goods = all.filter((commit) => good.has(commit) && commit !== ends.bad);
  const after = goods.length === 0 ? all : await commits.between(ends.bad, [ends.good, ...goods]);
  const first = after.find((commit) => bad.has(commit)) ?? ends.bad;
  const open = new Set(after);
  return {
    good: goods.at(-1) ?? ends.good,
    bad: first,
    commits: first === ends.bad ? after : await commits.between(first, [ends.good, ...goods]),
    mended: all.filter((commit) => bad.has(commit) && !open.has(commit)),
  };
}

/** What was tested, parents before their children. */
export async function inOrder<T extends Known>(
  commits: Pick<Commits, 'between'>,
  ends: Ends,
  tested: readonly T[],
): Promise<T[]> {
  const places = new Map(
    (await commits.between(ends.bad, [ends.good])).map((commit, place) => [commit, place]),
  );
  const placeOf = ({ commit }: Known): number => places.get(commit) ?? -1;
  return [...tested].sort((one, other) => placeOf(one) - placeOf(other));
}

/** Says that a bad commit comes before a good one, so that another change than the one found broke the scenario, too. */
export function noteMended({ mended, good }: Range, note: (text: string) => void): void {
  const [first] = mended;
  if (first === undefined) return;
  note(
    `${short(first)} is bad, and a later commit is good: the scenario fails now and then, or it broke twice. ` +
      `What comes after ${short(good)} is searched.`,
  );
}
