/** `tdx-boot compare --runs N`: boots both sides in turns, so that what the host does meanwhile hits both alike. */

import { historyRun } from '../report/history-run.ts';
import { recordSuite } from '../report/recorded-suite.ts';
import { readResult } from '../report/results.ts';
import type { HistoryRun } from '../suite/history-run.ts';
import { loadRun } from '../suite/load.ts';
import type { Shard } from '../suite/shard.ts';
import type { Entry } from '../suite/suite.ts';
import { HostError } from '../words/errors.ts';
import { buildsOn } from './builds.ts';
import type { CompareOptions } from './compare-options.ts';
import { exitOf, type Streams } from './context.ts';
import { warn } from './warn.ts';

const SIDES = ['before', 'after'] as const;
type SideName = (typeof SIDES)[number];

/** One scenario is a suite of one, too. */
const WHOLE: Shard = { index: 1, count: 1 };

interface SideEntry extends Entry {
  readonly side: SideName;
  /** As the scenario or its suite names it. */
  readonly own: string;
}

/**
 * Boots two scenarios or suites A and B in turns, A B A B, one guest at a time.
 * @returns the runs of both, or the exit code when a signal ended it
 * @throws UsageError before anything is booted
 */
export async function bootSides(
  names: readonly [before: string, after: string],
  { runs, uses, results }: CompareOptions & { readonly runs: number },
  { error }: Streams,
): Promise<Record<SideName, HistoryRun[]> | number> {
  const sides = names.map((name) => {
    const loaded = loadRun([name], uses ?? {}, { shard: WHOLE }, (message) => warn([message], error));
    return 'entries' in loaded ? loaded.entries : [];
  });
  const entries = turns(sides, runs);
  const retry = { times: 0, after: 'errored' } as const;
  const suite = await recordSuite({ name: 'compare', entries, retry }, { jobs: 1 }, results, {
    printer: error,
    builds: (signal) => buildsOn(error, signal),
  });
  error.line(`recordings: ${suite.directory}`);
  if (suite.signal !== undefined) return exitOf(suite.signal);
  const found: Record<SideName, HistoryRun[]> = { before: [], after: [] };
  for (const [index, { attempts }] of suite.results.entries()) {
    const recorded = attempts.at(-1)?.directory;
    const entry = entries[index];
    if (recorded === undefined || entry === undefined) continue;
    found[entry.side].push({ ...historyRun(await readResult(recorded)), scenario: entry.own });
  }
  const missing = SIDES.find((side) => found[side].length === 0);
  if (missing === undefined) return found;
  throw new HostError('no-results', `none of the boots ${missing} has a result`, {
    hint: `See what the runs say above, and the recordings in ${suite.directory}.`,
  });
}

/** All of one side, then all of the other, again and again. */
function turns(sides: readonly (readonly Entry[])[], runs: number): SideEntry[] {
  return Array.from({ length: runs }, (_, turn) =>
    sides.flatMap((entries, index) =>
      entries.map((entry): SideEntry => {
        const side = SIDES[index] ?? 'after';
        return { ...entry, side, own: entry.name, name: `${side} ${turn + 1} ${entry.name}` };
      }),
    ),
  ).flat();
}
