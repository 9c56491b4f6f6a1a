/** What a history says beside a run: on the page, and in the summary. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { historyRun } from '../../src/report/history-run.ts';
import { trend } from '../../src/report/page/trend.ts';
import { readResult } from '../../src/report/results.ts';
import { summarize, withTimes } from '../../src/report/summary.ts';
import { earlierRuns, typicalTime } from '../../src/report/trend.ts';
import type { HistoryRun } from '../../src/suite/history-run.ts';
import { recordRun } from '../support/recordings.ts';
import { out } from '../support/rules.ts';
import { runHere } from '../support/run-here.ts';
import { scratchDirectory } from '../support/scratch.ts';

const base = scratchDirectory('trend');
const scenario = 'name: boot\nplatform: kvm\nguest: {kernel: bzImage}\nsteps: [{expect: up}]\nsettle: 0s\n';
const { directory } = await recordRun(base, { scenario, events: [out(1000, 'up\n')] });
const recorded = await readResult(directory);
const run = historyRun(recorded);

const night = (day: number, differs: Partial<HistoryRun> = {}): HistoryRun => ({
  ...run,
  start: `2020-01-0${day}T00:00:00.000Z`,
  ...differs,
});

const HISTORY = [
  night(1, { time: 400 }),
  night(2, { time: 9000, verdict: 'failed' }),
  night(3, { time: 500 }),
  night(4, { time: 600 }),
  night(5, { time: 70, scenario: 'another' }),
  night(6, { time: 70, platform: 'tdx' }),
  night(7, { time: 70, host: { cpu: 'another', kernel: '6.16' } }),
  run,
];

test('earlier runs are of the same scenario, platform and CPU, and were before', () => {
  const earlier = earlierRuns(HISTORY, recorded.result);
  expect(earlier.map(({ time }) => time)).toEqual([400, 9000, 500, 600]);
  expect(typicalTime(earlier)).toBe(500);
  expect(typicalTime(earlierRuns([run], recorded.result))).toBeUndefined();
});

test('the summary compares with what earlier runs took that passed', () => {
  expect(summarize(withTimes([recorded], HISTORY))).toContain('1.0 s (+100 %)');
  expect(summarize(withTimes([recorded], []))).not.toContain('%)');
});

test('of 30 nights the page says that the median is that of the last 20 which passed', () => {
  const nights = Array.from({ length: 30 }, (_, index) => ({ ...run, time: index < 10 ? 9000 : 500 }));
  const { text } = trend(recorded.result, nights);
  expect(text).toContain('30 earlier runs on such a host: the median of the last 20 that passed is 500 ms');
});

test('the page says it in words, and has a row for each run', () => {
  const { text } = trend(recorded.result, earlierRuns(HISTORY, recorded.result));
  expect(text).toContain('the median of those that passed is 500 ms; this one took 1.0 s');
  const rows = [...text.matchAll(/<tr class="(\w+)"><th scope="row">([^<]*)<.*?data-ms="(\d+)"/g)];
  expect(rows.map(([, verdict, when, ms]) => [verdict, when, ms])).toEqual([
    ['passed', '2020-01-01 00:00', '400'],
    ['failed', '2020-01-02 00:00', '9000'],
    ['passed', '2020-01-03 00:00', '500'],
    ['passed', '2020-01-04 00:00', '600'],
    ['passed', '2026-11-26 07:00', '1000'],
  ]);
  expect(trend(recorded.result, []).text).toBe('');
});

describe('report --history', () => {
  const history = join(base, 'history.jsonl');
  writeFileSync(history, [...HISTORY.map((each) => JSON.stringify(each)), '{"cut', ''].join('\n'));

  test('shows the trend on the page, and tells of a line that it passed over', async () => {
    const file = join(base, 'page.html');
    const { code, error } = await runHere('report', directory, '--history', history, '--output', file);
    expect([code, error]).toEqual([0, expect.stringContaining(`${history}:9: the line is cut`)]);
    expect(readFileSync(file, 'utf8')).toContain('4 earlier runs on such a host');
  });

  test('compares times in the summary', async () => {
    const { out: text } = await runHere('report', directory, '--history', history, '--format', 'markdown');
    expect(text).toContain('1.0 s (+100 %)');
  });

  test('without a run in it is a usage error', async () => {
    const { code, error } = await runHere('report', directory, '--history', directory);
    expect([code, error]).toEqual([2, expect.stringContaining(`${directory}`)]);
  });
});
