/** The index of several boots and the trend of one, in a real browser. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { historyRun } from '../../src/report/history-run.ts';
import type { PageAssets } from '../../src/report/page/assets.ts';
import { makePage } from '../../src/report/page/page.ts';
import { pageRun } from '../../src/report/report.ts';
import { readResult } from '../../src/report/results.ts';
import type { HistoryRun } from '../../src/suite/history-run.ts';
import { builtAssets, type Look, type Opened, openFile, startBrowser } from '../support/browser.ts';
import { FAILED, PANIC, PASSED, pageOf, runOf, type Told } from '../support/pages.ts';
import { recordRun } from '../support/recordings.ts';
import { abort, out } from '../support/rules.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('index');
let browser: Browser;
let assets: PageAssets;

beforeAll(async () => {
  [browser, assets] = await Promise.all([startBrowser(), builtAssets(join(dir, 'assets'))]);
});
afterAll(() => browser.close());

const open = (file: string, look?: Look): Promise<Opened> => openFile(browser, file, look);

describe('of several runs', () => {
  test('an index comes first, opens each, and goes back', async () => {
    const { page, misdeeds } = await open(await pageOf({ dir, assets }, 'several.html', FAILED, PASSED));
    expect(await page.locator('.index .total').textContent()).toMatch(/✗ 1 failed.*✓ 1 passed/s);
    await page.getByRole('link', { name: 'a login' }).click();
    await page.locator('article:not([hidden]) .row').first().waitFor();
    expect(await page.locator('article:not([hidden]) h1').textContent()).toContain('a login');
    await page.goBack();
    expect(await page.locator('.index').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'a panic' }).click();
    await page.locator('article:not([hidden]) .row.cause').waitFor();
    expect(misdeeds).toEqual([]);
  });
});

test('the index says of what the runs are, and of a pass what came up', async () => {
  const up: Told = {
    name: 'up',
    steps: "[{expect: '/Linux version (?<release>\\S+)/', capture: [release]}]",
    events: [out(500, 'Linux version 6.12.0\n')],
  };
  const { page } = await open(await pageOf({ dir, assets }, 'origin.html', FAILED, up));
  expect(await page.locator('.index > p').textContent()).toBe(
    '2026-11-26 07:00 UTC · acme/guest 0123456789ab · tdx-boot 0.1.0',
  );
  expect(await page.locator('.index tr.passed').textContent()).toContain('release 6.12.0');
});

test('a run that was refused has no console, nothing to play and no time', async () => {
  const refused: Told = { name: 'refused', events: [abort(0, 'not-started', 'this host has no KVM')] };
  const file = await pageOf({ dir, assets }, 'refused.html', PASSED, refused);
  const { page, misdeeds } = await open(file, { hash: 'run-2' });
  const shown = page.locator('article:not([hidden])');
  expect(await shown.locator('.reason').textContent()).toContain('this host has no KVM');
  expect(await shown.locator('.pane.console, .player, button:not(.copy-button)').count()).toBe(0);
  expect(await shown.textContent()).not.toContain('0 ms');
  await page.keyboard.press('/');
  await page.keyboard.press('n');
  await page.getByRole('link', { name: '← all boots' }).click();
  expect(await page.locator('.index tr.errored .num').textContent()).toBe('');
  expect(misdeeds).toEqual([]);
});

test('of one scenario that was tried again, the page opens at the last attempt and leads to the first', async () => {
  const [last, first] = [await runOf(dir, PASSED), await runOf(dir, FAILED)];
  const file = join(dir, 'retried.html');
  writeFileSync(file, makePage([{ ...last, earlier: [first] }], assets));
  const { page, misdeeds } = await open(file);
  const shown = page.locator('article').filter({ visible: true });
  expect(await shown.locator('h1').allTextContents()).toEqual(['✓ passed ~ flaky a login']);
  await page.getByRole('link', { name: 'attempt 1', exact: true }).click();
  await page.locator('.row.current.cause').filter({ visible: true }).waitFor();
  expect(await shown.locator('h1').allTextContents()).toEqual(['✗ failed a panic, attempt 1']);
  await shown.locator('.steps a.line').first().click();
  expect(new URL(page.url()).hash).toBe('#2/console:7');
  const { page: other } = await open(file, { hash: 'console:1' });
  await other.locator('article', { hasText: 'flaky' }).locator('.row.current').waitFor();
  expect(misdeeds).toEqual([]);
});

test('of a suite, the index has its verdict, what was not run and what left no recording', async () => {
  const { directory } = await recordRun(dir, {
    scenario: 'name: alone\nplatform: kvm\nguest: {kernel: k, initrd: i}\nsteps: [{expect: "login:"}]\n',
    events: PASSED.events,
  });
  const file = join(dir, 'suite.html');
  const lost = [
    { name: 'later', verdict: 'not-run', reason: '' },
    { name: 'lost', verdict: 'errored', reason: 'the disk is full' },
  ] as const;
  const suite = { name: 'night', verdict: 'failed' } as const;
  writeFileSync(file, makePage([pageRun(await readResult(directory))], assets, { unrecorded: lost, suite }));
  const { page, misdeeds } = await open(file);
  expect(await page.locator('.index h1').textContent()).toBe('✗ failed night');
  const total = await page.locator('.index .total .badge').allTextContents();
  expect(total).toEqual(['! 1 errored', '· 1 not run', '✓ 1 passed']);
  expect(await page.locator('.index tr.errored').textContent()).toContain('the disk is full');
  await page.getByRole('link', { name: 'alone' }).click();
  await page.locator('article:not([hidden]) .row').first().waitFor();
  expect(misdeeds).toEqual([]);
});

describe('of a suite of 50', () => {
  const boots = Array.from({ length: 49 }, (_, index): Told => {
    const name = `boot ${index + 1} of the kernel`;
    return index % 20 === 7 ? { ...FAILED, name } : { ...PASSED, name };
  });
  const shown = async (page: Page): Promise<(string | undefined)[]> => {
    const rows = await page.locator('.index tbody tr').filter({ visible: true }).allInnerTexts();
    return rows.map((text) => /boot \d+|the last/.exec(text)?.[0]);
  };
  let file: string;
  beforeAll(async () => {
    const runs = [];
    for (const told of boots) runs.push(await runOf(dir, told));
    const [first, second] = runs;
    if (first === undefined || second === undefined) throw new Error('there are no runs');
    const flaky = {
      ...second,
      earlier: [
        { ...first, result: { ...first.result, verdict: 'errored' as const, reason: 'no slot came free' } },
      ],
    };
    const lost = [{ name: 'the last', verdict: 'not-run', reason: '' }] as const;
    file = join(dir, 'fifty.html');
    writeFileSync(file, makePage([first, flaky, ...runs.slice(2)], assets, { unrecorded: lost }));
  });

  test('what needs a look comes first', async () => {
    const { page } = await open(file);
    expect(await page.locator('.index .total .badge').allTextContents()).toEqual([
      ...['✗ 3 failed', '· 1 not run', '~ 1 flaky', '✓ 45 passed'],
    ]);
    const rows = await shown(page);
    expect(rows).toHaveLength(50);
    expect(rows.slice(0, 6)).toEqual(['boot 8', 'boot 28', 'boot 48', 'the last', 'boot 2', 'boot 1']);
    expect(await page.locator('tr[data-kind="flaky"]').textContent()).toContain('after: no slot came free');
  });

  test('it is searched and filtered, a boot is opened, and the way back leads to what was found', async () => {
    const { page, misdeeds } = await open(file);
    await page.keyboard.press('/');
    await page.keyboard.type('Boot 4');
    await page.getByText('11 of 50', { exact: true }).waitFor();
    await page.getByRole('button', { name: /failed/ }).click();
    await page.getByText('1 of 50', { exact: true }).waitFor();
    expect(await shown(page)).toEqual(['boot 48']);
    await page.getByRole('link', { name: 'boot 48' }).click();
    await page.locator('article:not([hidden]) .row.cause').waitFor();
    expect(await page.locator('.row.current .text').filter({ visible: true }).textContent()).toBe(PANIC);
    await page.goBack();
    expect(await shown(page)).toEqual(['boot 48']);
    await page.getByLabel('Search the boots').fill('VFS: unable to mount');
    await page.getByText('0 of 50', { exact: true }).waitFor();
    await page.getByLabel('Search the boots').fill('unable to mount');
    expect(await shown(page)).toEqual(['boot 8', 'boot 28', 'boot 48']);
    expect(misdeeds).toEqual([]);
  });

  test('a flaky boot says what it passed after', async () => {
    const { page } = await open(file, { hash: 'run-2' });
    await page.getByRole('heading', { name: 'flaky boot 2' }).waitFor();
    // Whoever reads the failures of a night goes from one to the next.
    const next = page.getByRole('link', { name: /^next: / }).filter({ visible: true });
    expect(await next.textContent()).toMatch(/^next: boot \d+ of the kernel →$/);
    const back = page.getByRole('link', { name: 'all boots' }).filter({ visible: true });
    expect((await back.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    const attempts = page.getByRole('region', { name: 'Attempts before' });
    expect(await attempts.locator('tr').allInnerTexts()).toEqual(['attempt 1\terrored\tno slot came free']);
    await attempts.getByRole('link', { name: 'attempt 1' }).click();
    await page.getByRole('heading', { name: ', attempt 1' }).waitFor();
    await page.locator('.row', { hasText: 'login:' }).filter({ visible: true }).waitFor();
    await page.getByRole('link', { name: '← the last attempt' }).filter({ visible: true }).click();
    await page.getByRole('heading', { name: 'flaky boot 2' }).waitFor();
  });

  test('no two elements have one id', async () => {
    const { page } = await open(file);
    expect(
      await page.evaluate(`[...document.querySelectorAll('[id]')].map(({ id }) => id).filter(
        (id, index, all) => all.indexOf(id) !== index)`),
    ).toEqual([]);
  });

  test('an address with a line of one of them opens there', async () => {
    const { page, misdeeds } = await open(file, { hash: '28/console:7' });
    await page.locator('article:not([hidden]) .row.current', { hasText: 'line 7 of the guest' }).waitFor();
    expect(await page.locator('article').filter({ visible: true }).count()).toBe(1);
    expect(misdeeds).toEqual([]);
  });

  test('on a phone: nothing is wider than the window', async () => {
    const { page } = await open(file, { width: 390 });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });
});

describe('with a history', () => {
  let file: string;
  beforeAll(async () => {
    const run = await runOf(dir, PASSED);
    const night = (day: number): HistoryRun => ({
      ...historyRun({ result: run.result }),
      start: `2026-11-${10 + day}T02:00:00.000Z`,
      verdict: day === 3 ? 'failed' : 'passed',
      time: 400 + 10 * day,
    });
    file = join(dir, 'trend.html');
    const history = Array.from({ length: 9 }, (_, day) => night(day));
    writeFileSync(file, makePage([{ ...run, history }], assets));
  });

  test('uPlot draws the runs within the policy; keys choose one, buttons hide a line', async () => {
    const { page, misdeeds } = await open(file);
    const plot = page.getByRole('application');
    await plot.locator('canvas').waitFor();
    const said = page.locator('.trend output');
    expect(await said.textContent()).toMatch(
      /^2026-11-26 07:00 passed: whole boot 1.5 s, vmm 500 ms, kernel /,
    );
    await plot.focus();
    await page.keyboard.press('Home');
    expect(await said.textContent()).toContain('2026-11-10 02:00 passed: whole boot 400 ms');
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
    expect(await said.textContent()).toContain('2026-11-13 02:00 failed: whole boot 430 ms');
    const picture = (): Promise<string> =>
      page.evaluate(`document.querySelector('.trend canvas').toDataURL()`);
    const before = await picture();
    await page.getByRole('button', { name: 'whole boot', pressed: true }).click();
    await page.getByRole('button', { name: 'whole boot', pressed: false }).waitFor();
    await page.waitForFunction(
      `document.querySelector('.trend canvas').toDataURL() !== ${JSON.stringify(before)}`,
    );
    expect(misdeeds).toEqual([]);
  });

  test('a table has the same numbers, without the script, too', async () => {
    const { page } = await open(file, { scripts: false });
    await page.getByText('Table of 10 runs').click();
    expect(await page.locator('.trend tbody tr').nth(3).textContent()).toMatch(
      /^2026-11-13 02:00\s*failed\s*430 ms/,
    );
  });
});
