/**
 * A kernel prints to all of its consoles, so one report comes on several streams. The same lines in the same order on another
 * stream are the same report, which counts once. On one stream, the same lines twice are two reports.
 */

import type { StreamName } from '../words/words.ts';
import type { Test, TestReport } from './report.ts';

/** Each report once, where it came first, with the names of the other streams that showed it. */
export function withoutCopies(reports: readonly TestReport[]): TestReport[] {
  if (reports.length < 2) return [...reports];
  const seen = new Map<string, Occurrence[]>();
  const once: Occurrence[] = [];
  for (const report of reports) {
    const text = linesOf(report);
    const same = seen.get(text) ?? [];
    seen.set(text, same);
    const original = same.find(({ streams }) => !streams.includes(report.stream));
    if (original !== undefined) {
      original.streams.push(report.stream);
      continue;
    }
    const occurrence = { report, streams: [report.stream] };
    same.push(occurrence);
    once.push(occurrence);
  }
  return once.map(({ report, streams: [, ...alsoOn] }) =>
    alsoOn.length === 0 ? report : { ...report, alsoOn },
  );
}

interface Occurrence {
  readonly report: TestReport;
  readonly streams: StreamName[];
}

/** What the report says, without where and when. The problems follow from that, and their text names the stream. */
function linesOf({ format, plan, counts, tests, omitted, problems }: TestReport): string {
  return JSON.stringify([format, plan, counts, tests.map(saidOf), omitted, problems.map(({ kind }) => kind)]);
}

function saidOf({ number, name, state, reason, tests }: Test): unknown {
  return [number, name, state, reason, tests.map(saidOf)];
}
