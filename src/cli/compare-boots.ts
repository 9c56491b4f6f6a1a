/** `tdx-boot compare --runs N`: boots both sides in turns, so that what the host does meanwhile hits both alike. */

import { constants } from 'node:os';
import { session } from '../process/session.ts';
import { historyRun } from '../report/history-run.ts';
import { makeRunDirectory } from '../report/recording.ts';
import { readResult } from '../report/results.ts';
import { startRecording } from '../report/start-recording.ts';
import { SuiteTerminal } from '../report/suite-terminal.ts';
import type { HistoryRun } from '../suite/history-run.ts';
import { loadSuite } from '../suite/load.ts';
import { hostRoom } from '../suite/room.ts';
import { type Entry, runSuite } from '../suite/suite.ts';
import { HostError } from '../words/errors.ts';
import { buildsOn } from './builds.ts';
import type { CompareOptions } from './compare-options.ts';
import type { Streams } from './context.ts';
import { warn } from './warn.ts';

const SIDES = ['before', 'after'] as const;
type SideName = (typeof SIDES)[number];

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
  const sides = names.map((name) => loadSuite([name], uses ?? {}, (message) => warn([message], error)));
  const entries = turns(
    sides.map((side) => side.entries),
    runs,
  );
  const directory = makeRunDirectory(results, 'compare');
  const terminal = new SuiteTerminal(error, entries);
  const ended = await session((during) =>
    runSuite(
      entries,
      { room: hostRoom(1), retry: { times: 0, after: 'errored' }, failFast: false },
      {
        begin: (entry, attempt, { signal }) => {
          const { loaded } = entry;
          const own = ownName(entry, entries);
          const named = { ...loaded, scenario: { ...loaded.scenario, name: own } };
          const recording = startRecording(directory, named, entry.name);
          return {
            directory: recording.directory,
            build: buildsOn(error, signal),
            consumers: [recording, terminal.starts(entry, attempt)],
          };
        },
        waits: () => undefined,
        ended: () => undefined,
      },
      during,
    ),
  );
  error.line(`recordings: ${directory}`);
  if (ended.signal !== undefined) return 128 + constants.signals[ended.signal];
  const found: Record<SideName, HistoryRun[]> = { before: [], after: [] };
  for (const [index, { attempts }] of ended.value.entries()) {
    const recorded = attempts.at(-1)?.directory;
    const side = entries[index]?.side;
    if (recorded !== undefined && side !== undefined)
      found[side].push(historyRun(await readResult(recorded)));
  }
  const missing = SIDES.find((side) => found[side].length === 0);
  if (missing === undefined) return found;
  throw new HostError('no-results', `none of the boots ${missing} has a result`, {
    hint: `See what the runs say above, and the recordings in ${directory}.`,
  });
}

function ownName({ name }: Entry, entries: readonly SideEntry[]): string {
  return entries.find((entry) => entry.name === name)?.own ?? name;
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
