/** The summary of a job: what needs a look comes first, and each thing is said once. */

import { expect, test } from '@jest/globals';
import type { RecordedResult } from '../../src/report/results.ts';
import { summarize } from '../../src/report/summary.ts';
import { runOf, type Told } from '../support/pages.ts';
import { exit, out, vm } from '../support/rules.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('summary');

async function recorded(told: Told): Promise<RecordedResult> {
  const { directory, result } = await runOf(dir, told);
  return { directory, result };
}

const passed = await recorded({ name: 'a login', events: [out(500, 'login: ')] });
const failed = await recorded({
  name: 'a panic',
  events: [
    out(
      10,
      'Linux version 6.12.0\nVFS: Cannot open root device "/dev/vda1" or unknown-block(0,0): error -6\n',
    ),
    out(20, 'Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)\n'),
    vm(30, 'panicked'),
    exit(40),
  ],
});

test('the table begins with what failed, then what errored, was not run, and is flaky', () => {
  const flaky = { ...passed, result: { ...passed.result, scenario: 'at last' }, earlier: [failed] };
  const unrecorded = [
    { name: 'the last', verdict: 'not-run', reason: '' },
    { name: 'no room', verdict: 'errored', reason: 'the disk is full' },
  ] as const;
  const text = summarize([passed, flaky, failed], { unrecorded });
  const rows = [...text.matchAll(/<tr><td>([^<]*)<\/td><td><code>([^<]*)<\/code>/g)];
  expect(rows.map(([, verdict, name]) => `${verdict?.replace(/^\S+ /, '')}: ${name}`)).toEqual([
    'failed: a panic',
    'errored: no room',
    'not run: the last',
    'passed (flaky): at last',
    'passed: a login',
  ]);
});

test('beside a failure, a long list of what passed is folded', () => {
  const passes = Array.from({ length: 11 }, (_, index) => ({
    ...passed,
    result: { ...passed.result, scenario: `login ${index}` },
  }));
  const row = '<tr><td>✅ passed</td>';
  const foldedAt = (text: string): number => text.indexOf('<details><summary>✅ 11 passed</summary>');
  const text = summarize([...passes, failed]);
  expect(foldedAt(text)).toBeGreaterThan(text.indexOf('<code>a panic</code>'));
  expect(foldedAt(text)).toBeLessThan(text.indexOf(row));
  expect(foldedAt(summarize(passes))).toBe(-1);
  expect(foldedAt(summarize([...passes.slice(1), failed]))).toBe(-1);
});

test('a diagnosis that says the reason and more is the headline, and is not said again', () => {
  const text = summarize([failed]);
  const said = 'unable to mount the root file system, because: The kernel cannot open the root device';
  expect(text).toContain(`<b><code>Kernel panic: ${said}`);
  expect(text.split(said)).toHaveLength(2);
  expect(text).toContain('<code>linux-root-device-missing</code>');
  // The evidence is no list of findings again, and the report of the guest has its last lines.
  expect(text).not.toContain('[console:');
  expect(text).not.toContain('Last lines of the guest');
});

test('of several tests that failed the headline has the first, and how many there are', async () => {
  const tested = await recorded({
    name: 'tests',
    events: [
      out(10, 'KTAP version 1\n1..3\nnot ok 1 net\nok 2 mm\nnot ok 3 fs\n'),
      vm(20, 'shutdown'),
      exit(30),
    ],
  });
  expect(summarize([tested])).toContain('<b><code>not ok: net (2 tests failed)</code></b>');
});

test('a call trace is folded once, with the source lines that a vmlinux gave it, in place of what the guest printed', () => {
  const { diagnosis } = failed.result;
  if (diagnosis === null) throw new Error('a failure has a diagnosis');
  const trace = ['mount_root+0x12/0x30 (init/do_mounts.c:430)', 'prepare_namespace+0x67/0x170'];
  const text = summarize([{ ...failed, result: { ...failed.result, diagnosis: { ...diagnosis, trace } } }]);
  expect(text).toMatch(/<details><summary>Call trace<\/summary>\n<pre>(?:.|\n)*?\(init\/do_mounts\.c:430\)/);
  expect(text.match(/do_mounts\.c:430/g)).toHaveLength(1);
  expect(text).not.toContain('Report of the guest');
});
