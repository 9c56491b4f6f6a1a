/** `report --baseline`: the page shows how long each phase took beside the same phase of another run. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { recordRun } from '../support/recordings.ts';
import { out } from '../support/rules.ts';
import { runHere } from '../support/run-here.ts';
import { scratchDirectory } from '../support/scratch.ts';

const base = scratchDirectory('baseline');

/** A boot whose kernel took so long, in milliseconds. */
async function boot(kernel: number, ending = 'login: '): Promise<string> {
  const scenario =
    'name: up\nplatform: kvm\nguest: {kernel: k, initrd: i}\nsteps: [{expect: "login:"}]\ntimeout: 9s\n';
  const events = [out(0, 'Linux version 6.12.0\n'), out(kernel, `Run /init as init process\n${ending}`)];
  return (await recordRun(base, { scenario, events })).directory;
}

const before = await boot(2000);
const slower = await boot(3000);

async function page(...args: readonly string[]): Promise<string> {
  const file = join(base, 'page.html');
  expect(await runHere('report', '--output', file, ...args)).toMatchObject({ code: 0 });
  return readFileSync(file, 'utf8');
}

/** Of each phase, what the table has: name, from, took, and the baseline's time with the change. */
const rows = (html: string): string[][] =>
  [...html.matchAll(/<i class="swatch \w+"><\/i>(\w+)<\/th>(.*?)<\/tr>/g)].map(
    ([, phase = '', cells = '']) => [
      phase,
      ...[...cells.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, cell = '']) => cell),
    ],
  );

test.each([
  ['a directory', before],
  ['a result.json', join(before, 'result.json')],
])('of %s: a second bar, and each phase with its change', async (_, baseline) => {
  const html = await page(slower, '--baseline', baseline);
  expect(html).toContain('>this run</text>');
  expect(html).toContain('>baseline</text>');
  expect(rows(html)).toContainEqual(['kernel', '0 ms', '3.0 s', '2.0 s, +50 %']);
});

test('a phase that only the baseline reached is there', async () => {
  const html = await page(await boot(9000, ''), '--baseline', before);
  expect(rows(html).filter(([, from]) => from === 'not reached')).not.toEqual([]);
});

test('without one, there is one bar, and no column', async () => {
  const html = await page(slower);
  expect(html).not.toContain('>baseline<');
  expect(rows(html)).toContainEqual(['kernel', '0 ms', '3.0 s']);
});

test('a result.json of version 1 is refused, and says what to name instead', async () => {
  const file = join(base, 'old.json');
  writeFileSync(file, JSON.stringify({ version: 1, scenario: 'up' }));
  const { code, error } = await runHere('report', slower, '--baseline', file);
  expect([code, error]).toEqual([
    2,
    expect.stringMatching(/old\.json was written by an older tdx-boot\n.*its recording/),
  ]);
});
