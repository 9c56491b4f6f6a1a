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
  const lengths = runs.map((cases) => cases.reduce((sum, one) => sum + lengthOf(short(one.details)), 0));
  const forDetails = shares(lengths, room / 2);
  const all = runs.map((cases, run) => shortened(cases, forDetails[run] ?? 0));
  const sizeOf = (one: Case, run: number): number =>
    print(one, run).reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
  // Printing is what takes time. A run that wants more than its share at the least is printed only as far as the share goes.
  const least = all.map((cases) => cases.reduce((sum, one) => sum + leastSize(one), 0));
  const fair = shares(least, room);
  const wants = all.map((cases, run) =>
    least[run] === fair[run] ? cases.reduce((sum, one) => sum + sizeOf(one, run), 0) : (least[run] ?? 0),
  );
  const rooms = shares(wants, room);
  return all.map((cases, run) => {
    const share = rooms[run] ?? 0;
    return wants[run] === share ? cases : fitted(cases, share, (one) => sizeOf(one, run));
  });
}

/** A case is printed with no less than its texts, in bytes. */
function leastSize({ name, message = '', details = [] }: Case): number {
  return name.length + message.length + lengthOf(details);
}

/**
 * Details are shortened before a case is printed: escaping what a guest can print takes minutes.
 * @param room UTF-16 units of the details of a run
 */
function shortened(cases: readonly Case[], room: number): Case[] {
  let left = room;
  return cases.map((one) => {
    const lines = short(one.details);
    left -= lengthOf(lines);
    return left < 0 ? withoutDetails(one) : { ...one, details: lines };
  });
}

/** At most {@link LINES} lines, and no line that is longer than {@link COLUMNS}. */
function short(details: readonly string[] = []): string[] {
  const lines = details.slice(0, LINES).map((line) => wholeOrNothing(line, COLUMNS));
  const rest = details.length - LINES;
  return rest > 0 ? [...lines, `and ${rest} more lines: see result.json`] : lines;
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

function withoutDetails(one: Case): Case {
  return (one.details ?? []).length === 0 ? one : { ...one, details: [SEE_RESULT] };
}

/**
 * What says how the run ended is always there, without its details where those have no room. Then, as far as there is room,
 * steps and checks, tests that failed, and other tests.
 */
function fitted(cases: readonly Case[], room: number, sizeOf: (one: Case) => number): Case[] {
  const groups = [isEnd, isStep, isFailedTest, isOtherTest];
  const most = groups.flatMap((belongs) => cases.filter(belongs));
  const kept = new Map<Case, Case>();
  const lost = { steps: 0, failed: 0, others: 0 };
  let left = room;
  for (const whole of most) {
    const size = left < 0 && !isEnd(whole) ? 0 : sizeOf(whole);
    const one = left < size && isEnd(whole) ? withoutDetails(whole) : whole;
    left -= one === whole ? size : sizeOf(one);
    if (left >= 0 || isEnd(one)) kept.set(whole, one);
    else lost[isStep(one) ? 'steps' : isFailure(one) ? 'failed' : 'others']++;
  }
  return [
    ...cases.flatMap((whole) => kept.get(whole) ?? []),
    ...caseOfLost('steps', lost.steps, 'more steps and checks', 'skipped'),
    ...caseOfLost('tests', lost.failed, 'more tests that failed', 'failed'),
    ...caseOfLost('tests', lost.others, 'more tests that did not fail', 'skipped'),
  ];
}

function caseOfLost(group: Case['group'], count: number, what: string, state: Case['state']): Case[] {
  if (count === 0) return [];
  const message = 'too many to be listed: see result.json';
  return [{ group, name: `${grouped(count)} ${what}`, state, message }];
}

/** The boot's own case, and what failed beside the guest's tests: a run has few. */
function isEnd(one: Case): boolean {
  return one.group === 'boot' || (one.group !== 'tests' && isFailure(one));
}

function isStep(one: Case): boolean {
  return one.group !== 'tests' && !isEnd(one);
}

function isFailedTest(one: Case): boolean {
  return one.group === 'tests' && isFailure(one);
}

function isOtherTest(one: Case): boolean {
  return one.group === 'tests' && !isFailure(one);
}

function isFailure({ state }: Case): boolean {
  return state === 'failed' || state === 'errored';
}
