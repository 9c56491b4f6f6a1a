/** Hostile files of a disk end with a result or a reason within two seconds of CPU time (the guard takes twice as many) and 150 MB. */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { endOf, HOSTILE_CASES } from './hostile-disks.ts';

const MOST_MICROSECONDS = 4_000_000;
const MOST_BYTES = 150_000_000;

test.each(HOSTILE_CASES.map((one) => [one.what, one] as const))('%s', (_what, one) => {
  const before = process.cpuUsage();
  expect(endOf(one)).toMatch(one.ends);
  const { user, system } = process.cpuUsage(before);
  expect(user + system).toBeLessThan(MOST_MICROSECONDS);
});

test('all of them together take no more memory', () => {
  // A process of its own, whose heap is cleaned up before it grows beyond what the guard allows.
  const flags = [
    '--disable-warning=ExperimentalWarning',
    '--max-old-space-size=64',
    '--max-semi-space-size=8',
  ];
  const cases = join(import.meta.dirname, 'hostile-disks.ts');
  const bytes = Number(execFileSync(process.execPath, [...flags, cases], { encoding: 'utf8' }));
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(MOST_BYTES);
});
