/**
 * The reports of all streams share the room that one stream may fill. The smallest reports are taken first, so that a flood
 * takes nothing from them.
 */

import { MIB } from '../words/units.ts';
import { Bound } from './bound.ts';
import { failsRun } from './failures.ts';
import type { Test, TestReport } from './report.ts';

/**
 * Reports that are kept; beyond, those that fail the run are kept, up to as many again. So nothing that comes before a failure
 * can hide it.
 */
const MOST_REPORTS = 250;
/** Tests in the trees; beyond, the same. */
export const MOST_TESTS = 20_000;
/** What these may take of result.json, in UTF-16 units; beside its texts, a test takes about {@link FRAME} of them. */
const ROOM = 4 * MIB;
const FRAME = 150;
/** Failures that are explained, and the room of their lines, in UTF-16 units. */
export const MOST_EXPLAINED = 1000;
export const EXPLAINED_ROOM = MIB;

/** The bounds of the reports of one stream, or of all. */
export class ReportRoom {
  readonly #reports = new Bound(MOST_REPORTS);
  readonly #tests = new Bound(MOST_TESTS, ROOM);

  takesReport(report: Pick<TestReport, 'tests' | 'problems'>): boolean {
    return this.#reports.takes(
      report.tests.some(failsRun) || report.problems.some(({ allowed }) => allowed === undefined),
    );
  }

  /** A test that holds others is in the tree in any case. */
  takesTest({ name, state, reason = '', allowed, tests }: Test): boolean {
    const fails = state === 'failed' && allowed === undefined;
    const size = FRAME + name.length + reason.length;
    if (tests.length === 0) return this.#tests.takes(fails, size);
    this.#tests.add(fails, size);
    return true;
  }
}

/** @returns the reports within the room of one stream, in their order, and how many are left out */
export function inOneRoom(reports: readonly TestReport[]): { reports: readonly TestReport[]; left: number } {
  if (new Set(reports.map(({ stream }) => stream)).size < 2) return { reports, left: 0 };
  const room = new ReportRoom();
  const explained = new Bound(MOST_EXPLAINED, EXPLAINED_ROOM);
  const trim = (report: TestReport): TestReport => {
    let { omitted } = report;
    const within = (test: Test): Test[] => {
      const size = test.diagnostics.reduce((sum, line) => sum + line.length, 0);
      const diagnostics = size === 0 || explained.takes(true, size) ? test.diagnostics : [];
      const kept = { ...test, diagnostics, tests: test.tests.flatMap(within) };
      if (room.takesTest(kept)) return [kept];
      omitted++;
      return [];
    };
    return { ...report, tests: report.tests.flatMap(within), omitted };
  };
  const trimmed = new Map<TestReport, TestReport>();
  for (const report of reports.toSorted((one, other) => weightOf(one) - weightOf(other)))
    if (room.takesReport(report)) trimmed.set(report, trim(report));
  const listed = reports.flatMap((report) => trimmed.get(report) ?? []);
  return { reports: listed, left: reports.length - listed.length };
}

/** How many leaves it reported, listed or not. */
function weightOf({ counts: { passed, failed, skipped, todo } }: TestReport): number {
  return passed + failed + skipped + todo;
}
