/** A real browser that opens the pages of tests, and notes whatever a page must not do. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { buildPage } from '../../script/page.ts';
import { findCommand } from '../../src/process/find.ts';
import type { PageAssets } from '../../src/report/page/assets.ts';
import { ROOT } from './cli.ts';

export interface Opened {
  readonly page: Page;
  /** Requests for anything but the file, errors of the page and of its policy, dialogs. */
  readonly misdeeds: readonly string[];
}

export interface Look {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  readonly scripts?: boolean;
  /** What follows `#` in the address. */
  readonly hash?: string;
}

/** Ends what hangs, in milliseconds; Playwright's own 30 s are too few on a busy machine. */
const HANGS_MS = 600_000;

/** Debian's Chromium, or the browser that TDX_BOOT_TEST_BROWSER names. */
export function startBrowser(): Promise<Browser> {
  const executablePath = process.env.TDX_BOOT_TEST_BROWSER ?? findCommand('chromium');
  if (executablePath === undefined) throw new Error('there is no chromium: run script/setup');
  // Its sandbox needs a user that is not root.
  return chromium.launch({ executablePath, args: ['--no-sandbox'], timeout: HANGS_MS });
}

/** Opens a file; a page of ours is ready when its script has run. */
export async function openFile(browser: Browser, file: string, look: Look = {}): Promise<Opened> {
  const { width = 1400, scheme = 'light', scripts = true, hash = '' } = look;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: scripts,
  });
  context.setDefaultTimeout(HANGS_MS);
  const page = await context.newPage();
  const misdeeds: string[] = [];
  const url = pathToFileURL(file).href;
  page.on('request', (request) => {
    const to = request.url();
    if (!to.startsWith(url) && !to.startsWith('data:')) misdeeds.push(`request: ${to}`);
  });
  page.on('pageerror', (error) => misdeeds.push(`error: ${error.message}`));
  page.on('console', (message) => misdeeds.push(`console: ${message.text()}`));
  page.on('dialog', (dialog) => {
    misdeeds.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(`${url}${hash === '' ? '' : `#${hash}`}`);
  if (scripts) await page.waitForSelector('body.scripted', { state: 'attached' });
  return { page, misdeeds };
}

/** The browser's part of the page, built from its sources. */
export async function builtAssets(directory: string): Promise<PageAssets> {
  await buildPage(ROOT, directory);
  const read = (name: string): string => readFileSync(join(directory, name), 'utf8');
  return {
    script: read('page.js'),
    player: read('player.js'),
    chart: read('chart.js'),
    style: read('page-style.css'),
  };
}
