/**
 * Keeps the cases of runs within a number of bytes, for JUnit and KTAP. A guest decides how many tests it reports, and how much it
 * says of each. What failed comes before what passed, what is left out is counted, and a run takes no other run's room.
 */

import { wholeOrNothing } from '../words/quote.ts';
import { grouped, MIB } from '../words/units.ts';
import type { Case } from './case.ts';
import { shares } from './shares.ts';

/** Bytes of all cases. GitLab takes JUnit files of less than 30 MB (docs.gitlab.com, ci/testing/unit_test_reports). */
const ROOM = 24 * MIB;
/** Lines of the details of one case, and UTF-16 units of a line: libxml2 refuses a text of 10 MB. */
const LINES = 200;
const COLUMNS = 1000;
/** In place of details that have no room. */
const SEE_RESULT = 'its lines are in result.json';

/** A case and its bytes. */
interface Sized {
  readonly one: Case;
  readonly size: number;
}

/**
 * @param print the lines of a case of a run, which is given by its index, as they are written
 * @param room in bytes, for tests
 * @returns the cases of each run that fit
 */
export function inRoom(
  runs: readonly (readonly Case[])[],
  print: (one: Case, run: number) => readonly string[],
  room = ROOM,
): Case[][] {
  const all = runs.map((cases, run) =>
    shortened(cases, room / runs.length / 2).map((one): Sized => {
      const size = print(one, run).reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
      return { one, size };
    }),
  );
  const wants = all.map((cases) => cases.reduce((sum, { size }) => sum + size, 0));
  const rooms = shares(wants, room);
  return all.map((cases, run) => {
    const share = rooms[run] ?? 0;
    return wants[run] === share ? cases.map(({ one }) => one) : fitted(cases, share);
  });
}

/**
 * Details are shortened before a case is printed: escaping what a guest can print takes minutes.
 * @param room UTF-16 units of the details of a run
 */
function shortened(cases: readonly Case[], room: number): Case[] {
  let left = room;
  return cases.map(({ details = [], ...one }) => {
    const short = details.slice(0, LINES).map((line) => wholeOrNothing(line, COLUMNS));
    left -= short.reduce((sum, line) => sum + line.length, 0);
    if (isTest(one) && left < 0) return { ...one, details: [SEE_RESULT] };
    const rest = details.length - LINES;
    return { ...one, details: rest > 0 ? [...short, `and ${rest} more lines: see result.json`] : short };
  });
}

/** All cases but those of tests: a scenario has few. Of the tests those that failed, then the others, as far as there is room. */
function fitted(cases: readonly Sized[], room: number): Case[] {
  const most = [
    ...cases.filter(({ one }) => !isTest(one)),
    ...cases.filter(({ one }) => isTest(one) && isFailure(one)),
    ...cases.filter(({ one }) => isTest(one) && !isFailure(one)),
  ];
  const kept = new Set<Case>();
  const lost = { failed: 0, others: 0 };
  let left = room;
  for (const { one, size } of most) {
    left -= size;
    if (left >= 0 || !isTest(one)) kept.add(one);
    else lost[isFailure(one) ? 'failed' : 'others']++;
  }
  return [
    ...cases.flatMap(({ one }) => (kept.has(one) ? [one] : [])),
    ...caseOfLost(lost.failed, 'more tests that failed', 'failed'),
    ...caseOfLost(lost.others, 'more tests that did not fail', 'skipped'),
  ];
}

function caseOfLost(count: number, what: string, state: Case['state']): Case[] {
  if (count === 0) return [];
  const message = 'too many to be listed: see result.json';
  return [{ group: 'tests', name: `${grouped(count)} ${what}`, state, message }];
}

function isTest({ group }: Pick<Case, 'group'>): boolean {
  return group === 'tests';
}

function isFailure({ state }: Case): boolean {
  return state === 'failed' || state === 'errored';
}
