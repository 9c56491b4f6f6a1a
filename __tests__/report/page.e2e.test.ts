/** report.html in a real browser: what people do with it, and what a hostile guest cannot. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { PageAssets } from '../../src/report/page/assets.ts';
import { makePage } from '../../src/report/page/page.ts';
import { builtAssets, type Look, type Opened, openFile, startBrowser } from '../support/browser.ts';
import { FAILED, PANIC, PASSED, pageOf, type Told } from '../support/pages.ts';
import { exit, out, vm } from '../support/rules.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('page');
let browser: Browser;
let assets: PageAssets;

beforeAll(async () => {
  [browser, assets] = await Promise.all([startBrowser(), builtAssets(join(dir, 'assets'))]);
});
afterAll(() => browser.close());

const written = (file: string, ...told: readonly Told[]): Promise<string> =>
  pageOf({ dir, assets }, file, ...told);
const open = (file: string, look?: Look): Promise<Opened> => openFile(browser, file, look);

/** The texts of the rows that are in view or near. */
const rows = (page: Page): Promise<string[]> => page.locator('.row .text').allTextContents();

describe('of a failure', () => {
  let file: string;
  beforeAll(async () => {
    file = await written('failed.html', FAILED);
  });

  test('says why, and shows the line that decided', async () => {
    const { page, misdeeds } = await open(file);
    expect(await page.locator('.cause .reason').textContent()).toContain(
      'Kernel panic: unable to mount the root',
    );
    await page.locator('.row.cause').waitFor();
    expect(await page.locator('.row.current .text').textContent()).toBe(PANIC);
    expect(await page.locator('tr.step .state').allTextContents()).toEqual([
      '✓ met',
      '✗ missed',
      '· not run',
    ]);
    // Readers of a screen jump to the main part, and the keyboard has to reach what scrolls.
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.locator('main pre:not([tabindex="0"])').count()).toBe(0);
    expect(misdeeds).toEqual([]);
  });

  test('a link leads to its line, and an address with a line opens there', async () => {
    const { page } = await open(file);
    await page.locator('.steps a.line').first().click();
    await page.locator('.row.current.step').waitFor();
    expect(await page.locator('.row.current .text').textContent()).toBe('line 7 of the guest');
    expect(new URL(page.url()).hash).toBe('#console:7');
    const { page: other } = await open(file, { hash: 'serial:1' });
    await other.locator('.row.current').waitFor();
    expect(await other.locator('.row.current .text').textContent()).toBe('Linux version 6.12.0');
  });

  test('a search finds text and regular expressions, goes on with Enter, and filters', async () => {
    const { page } = await open(file);
    const search = page.getByLabel('Search the console');
    await page.keyboard.press('/');
    await search.fill('line 4');
    await page.getByText('111 lines', { exact: true }).waitFor();
    await search.press('Enter');
    await page.getByLabel('Regular expression').click();
    await search.fill('line 4\\d\\d of');
    await page.getByText('100 lines', { exact: true }).waitFor();
    await page.getByLabel('Only lines that match').click();
    await page.waitForFunction(
      `document.querySelector('.row .text')?.textContent?.startsWith('line 4') === true`,
    );
    expect((await rows(page)).every((text) => /^line 4\d\d of/.test(text))).toBe(true);
    await search.fill('line (');
    await page.getByText('Unterminated group', { exact: true }).waitFor();
    expect(await page.locator('input:invalid').count()).toBe(1);
  });

  test('a stream can be hidden', async () => {
    const { page } = await open(file, { hash: 'serial:1' });
    await page.getByRole('button', { name: 'console', exact: true }).click();
    await page.waitForFunction(`document.querySelectorAll('.row').length === 1`);
    expect(await rows(page)).toEqual(['Linux version 6.12.0']);
  });

  test('printed, it is dark on light, also where the screen is dark', async () => {
    const { page } = await open(file, { scheme: 'dark' });
    await page.locator('.row.current').waitFor();
    const ink = (): Promise<string> => page.evaluate('getComputedStyle(document.body).color');
    expect(await ink()).toBe('rgb(230, 237, 243)');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await ink()).toBe('rgb(27, 31, 36)');
  });

  test('the keyboard goes from the search through the console to the playback, and no focus is lost', async () => {
    const { page } = await open(file);
    await page.locator('.row.current').waitFor();
    await page.getByLabel('Search the console').focus();
    const names: string[] = [];
    for (let press = 0; press < 12 && !names.includes('▶ Play the boot'); press++) {
      await page.keyboard.press('Tab');
      names.push(
        await page.evaluate<string>(
          `document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent`,
        ),
      );
    }
    expect(names.slice(-2)).toEqual([expect.stringMatching(/^Console, \d+ lines$/), '▶ Play the boot']);
    await page.keyboard.press('Enter');
    await page.locator('.ap-player').waitFor();
  });

  test('plays the recording, with nothing loaded', async () => {
    const { page, misdeeds } = await open(file);
    await page.getByRole('button', { name: /Play the boot/ }).click();
    await page.locator('.ap-player').waitFor();
    expect(misdeeds).toEqual([]);
  });

  test('reads without its script', async () => {
    const { page } = await open(file, { scripts: false });
    expect(await page.locator('.cause .reason').textContent()).toContain(
      'Kernel panic: unable to mount the root',
    );
    expect(await page.locator('noscript pre').textContent()).toContain('mount_root');
  });

  test.each([390, 1400])(
    '%i pixels wide, light and dark: nothing is wider than the window',
    async (width) => {
      for (const scheme of ['light', 'dark'] as const) {
        const { page } = await open(file, { width, scheme });
        await page.locator('.row.current').waitFor();
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        expect({ width, scheme, wide: wide > 0 }).toEqual({ width, scheme, wide: false });
      }
    },
  );
});

test('on a narrow phone, a word without end is broken', async () => {
  const driver = 'very_long_driver_name_'.repeat(4);
  const splat = (name: string): string =>
    `WARNING: CPU: 0 PID: 1 at drivers/${name}/${name}.c:7 probe_${name}+0x1/0x2\n`;
  const events = [out(1000, `${splat(driver)}${splat(`other_${driver}`)}login: `)];
  const file = await written('long.html', { name: driver, events });
  const { page } = await open(file, { width: 320 });
  expect(await page.locator('.findings li').count()).toBeGreaterThan(0);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
});

test('without its script, the page of a pass promises no last lines', async () => {
  const { page } = await open(await written('pass.html', PASSED), { scripts: false });
  expect(await page.locator('noscript').textContent()).toBe('The console needs JavaScript.');
});

test('a script of many lines is one line that opens, and sentences of tdx-boot do not look like the console', async () => {
  const told: Told = {
    name: 'script',
    steps: '[{expect: Linux}, {run: "make\\n./check --all\\n./more"}]',
    events: [out(10, 'Linux\n'), vm(20, 'shutdown'), exit(30)],
  };
  const { page, misdeeds } = await open(await written('script.html', told));
  const step = page.locator('.step').nth(1);
  expect(await step.locator('summary').textContent()).toBe('run "make" (2 more lines)');
  expect(await step.getByText('./check --all').isVisible()).toBe(false);
  await step.locator('summary').click();
  expect(await step.locator('pre').textContent()).toBe('make\n./check --all\n./more');
  expect(await page.locator('.evidence .said').allTextContents()).toContain('the VMM reports: shutdown');
  expect(misdeeds).toEqual([]);
});

describe('of tests in the guest', () => {
  const KTAP: Told = {
    name: 'kselftest',
    steps: '[{expect: "# Totals"}]',
    events: [
      out(10, 'KTAP version 1\n1..3\n    1..2\n    ok 1 one\n    ok 2 two\nok 1 good\n'),
      out(20, '    1..2\n    ok 1 ipv4\n    # 4 segments\n    not ok 2 ipv6\nnot ok 2 udpgso # exit=1\n'),
      out(30, 'ok 3 zerocopy # SKIP needs root\n# Totals: pass:1 fail:1\n'),
    ],
  };

  test('what passed is folded, what failed is open with its lines, and each leads to the console', async () => {
    const { page, misdeeds } = await open(await written('ktap.html', KTAP));
    const shown = await page.locator('.test').filter({ visible: true }).allInnerTexts();
    expect(shown.map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
      '✓ good console:6 2 passed',
      '✗ udpgso exit=1 console:11 ✓ ipv4 console:8 ✗ ipv6 console:10 # 4 segments',
      '✓ ipv4 console:8',
      '✗ ipv6 console:10 # 4 segments',
      '– zerocopy skipped, needs root console:12',
    ]);
    await page.getByText('good', { exact: false }).first().click();
    await page.locator('.test a.line', { hasText: /^console:4$/ }).click();
    await page.locator('.row.current', { hasText: 'ok 1 one' }).waitFor();
    expect(misdeeds).toEqual([]);
  });

  test('on a phone, a link brings the console into view', async () => {
    const { page } = await open(await written('phone.html', KTAP), { width: 390 });
    await page.locator('.test a.line', { hasText: /^console:12$/ }).click();
    await page.locator('.row.current', { hasText: 'zerocopy' }).waitFor();
    const top = await page.evaluate<number>(
      `document.querySelector('.row.current').getBoundingClientRect().top / innerHeight`,
    );
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(1);
  });
});

describe('of a hostile guest', () => {
  const ATTACKS = [
    '</script><script>alert(1)</script>',
    '<img src=https://evil.example/x onerror=alert(2)>',
    '"><svg onload=alert(3)>',
    '<style>body{display:none}</style>',
    '\u202egnp.exe \u2066hidden\u2069',
    '\x1b]8;;https://evil.example\x07click\x1b]8;;\x07',
    'javascript:alert(4)',
    '\ufeff\u200b\u{e0041}',
    '-->]]><!--',
  ];
  const FLOOD = `${ATTACKS.join('\n')}\n`.repeat(7000);
  const HOSTILE: Told = {
    name: ATTACKS.slice(0, 4).join(' '),
    steps: JSON.stringify([{ expect: `/(?<x>.*onload.*)/`, capture: ['x'] }, { expect: 'login:' }]),
    events: [
      out(10, `${ATTACKS.join('\n')}\n`),
      // More than a page holds: its beginning and its end are attacks, too.
      ...Array.from({ length: 3 }, () => out(15, FLOOD)),
      out(20, `Kernel panic - not syncing: ${ATTACKS[0]} ${ATTACKS[1]} ${ATTACKS[4]}\n`),
      vm(30, 'panicked'),
      exit(40),
    ],
  };

  test('none of its text is markup, none is a script, none hides', async () => {
    const { page, misdeeds } = await open(await written('hostile.html', HOSTILE, PASSED), { hash: 'run-1' });
    await page.locator('.row.current').waitFor();
    const shown = await rows(page);
    expect(shown).toContain(ATTACKS[0]);
    expect(shown).toContain('\\u{202e}gnp.exe \\u{2066}hidden\\u{2069}');
    const left = await page.locator('#run-1 > .pane.console').getAttribute('data-omitted');
    expect(Number(left)).toBeGreaterThan(10_000);
    const all = (await page.locator('.pane').allTextContents()).join('\n');
    expect(all).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\ufeff]/);
    expect(await page.locator('article img, article svg[onload], body style').count()).toBe(0);
    await page.getByRole('button', { name: /Play the boot/ }).click();
    await page.locator('.ap-player').waitFor();
    expect(misdeeds).toEqual([]);
  });

  test('a script that a page should ever hold by mistake is refused by the policy', async () => {
    const html = makePage([], assets).replace(
      '</body>',
      '<script>document.title = "taken over"</script></body>',
    );
    const file = join(dir, 'injected.html');
    writeFileSync(file, html);
    const { page, misdeeds } = await open(file);
    expect(await page.title()).not.toBe('taken over');
    expect(misdeeds).toEqual([expect.stringContaining('Content Security Policy')]);
  });
});

test('of 100,000 lines: the page answers, and any line is at hand', async () => {
  const events = Array.from({ length: 1000 }, (_, block) =>
    out(
      block,
      `${Array.from({ length: 100 }, (_, index) => `unit ${100 * block + index + 1} started`).join('\n')}\n`,
    ),
  );
  const { page } = await open(await written('large.html', { name: 'large', events }));
  await page.locator('.row').first().waitFor();
  expect(await page.locator('.row').count()).toBeLessThan(200);
  for (const line of [1, 50_000, 100_000]) {
    await page.evaluate(`location.hash = 'console:${line}'`);
    await page.locator('.row.current', { hasText: `unit ${line} started` }).waitFor();
    expect(await page.locator('.row.current').isVisible()).toBe(true);
  }
  await page.getByLabel('Search the console').fill('unit 9');
  await page.getByText('11111 lines', { exact: true }).waitFor();
});

test('an address that is not encoded as addresses are names nothing, and the page goes on', async () => {
  const { page, misdeeds } = await open(
    await written('odd.html', { name: 'odd', events: [out(1, 'up\n')] }),
    {
      hash: '%E0%A4',
    },
  );
  await page.getByText('This page does not have %E0%A4.', { exact: true }).waitFor();
  await page.locator('.row', { hasText: 'up' }).first().waitFor();
  expect(misdeeds).toEqual([]);
});
