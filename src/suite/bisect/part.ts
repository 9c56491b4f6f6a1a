/** A part of a bisect that is spread over jobs or hosts: each tests one commit. */

import type { Shard } from '../shard.ts';
import { type BisectPorts, type Tested, testNow } from './bisect.ts';
import type { Commits, Ends } from './commits.ts';
import { noteMended, type Range, rangeOf } from './range.ts';

/** Which part, and what is known before. */
export interface Part {
  readonly shard: Shard;
  /** What earlier parts have tested: the same for all shards that run side by side. */
  readonly known: readonly Tested[];
  /** What this shard has tested before it was killed. */
  readonly own: readonly Tested[];
}

export interface PartFound {
  /** Undefined: fewer commits are left than there are shards. */
  readonly tested: Tested | undefined;
  /** What is left after this part. */
  readonly range: Range;
}

/**
 * Tests the commit of one shard. The ends are left to the search that takes all parts together.
 * @throws as `bisect`
 */
export async function bisectPart(
  commits: Commits,
  ends: Ends,
  { shard, known, own }: Part,
  ports: BisectPorts,
): Promise<PartFound> {
  const range = await rangeOf(commits, ends, known);
  noteMended(range, ports.note);
  const commit = commitOf(range, known, shard);
  if (commit === undefined) return { tested: undefined, range };
  const before = own.find((each) => each.commit === commit);
  const tested = before ?? (await testNow(commits, commit, range.commits.length, ports));
  return { tested, range: await rangeOf(commits, ends, [...known, tested]) };
}

/** The i-th of n commits that part what is left evenly; commits that do not build are passed over. */
function commitOf(
  { commits, bad }: Range,
  known: readonly Tested[],
  { index, count }: Shard,
): string | undefined {
  const tested = new Set(known.map(({ commit }) => commit));
  const open = commits.filter((commit) => commit !== bad && !tested.has(commit));
  if (open.length <= count) return open[index - 1];
  return open[Math.floor((index * (open.length + 1)) / (count + 1)) - 1];
}
