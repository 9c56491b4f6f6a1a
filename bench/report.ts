/** What report.html costs: writing the page of a long console, and opening the page in a real browser. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { recordRun } from '../__tests__/support/recordings.ts';
import { endOfLog, out } from '../__tests__/support/rules.ts';
import type { MachineEvent } from '../src/judge/events.ts';
import { findCommand } from '../src/process/find.ts';
import { type Benchmark, interleave, type Report } from './figure.ts';
import { kernelLog, MB } from './log.ts';

const CLI = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url));
const PEAK = new URL('peak.js', import.meta.url).href;
const ROUNDS = 5;
const LINES = 100_000;
const HOSTILE = '<script>alert(1)</script> \x1b[31m\u202e hostile \x00 and endless text of a guest\n';

export const report: Benchmark = {
  name: 'report',
  async run(tell) {
    const directory = mkdtempSync(join(tmpdir(), 'tdx-boot-bench-'));
    const executablePath = process.env.TDX_BOOT_TEST_BROWSER ?? findCommand('chromium');
    if (executablePath === undefined) throw new Error('there is no chromium: run script/setup');
    // Its sandbox needs a user that is not root.
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      const lines = await record(directory, 'lines', linesOf(LINES));
      await measure(tell, { browser, directory: lines, name: '100,000 lines', seconds: [1, 1.5] });
      const flood = await record(directory, 'flood', floodOf(100 * MB));
      await measure(tell, { browser, directory: flood, name: 'a hostile guest, 100 MB' });
    } finally {
      await browser.close();
      rmSync(directory, { recursive: true });
    }
  },
};

async function record(base: string, name: string, events: readonly MachineEvent[]): Promise<string> {
  const scenario = `name: ${name}\nplatform: kvm\nguest: {kernel: k, initrd: i}\nsteps: [{expect: "never printed"}]\n`;
  return (await recordRun(base, { scenario, events: [...events, endOfLog(events.length)] })).directory;
}

/** Numbered lines of a kernel log, a hundred in a millisecond. */
function linesOf(count: number): MachineEvent[] {
  const log = kernelLog(MB, 'crlf').toString('latin1').split('\r\n');
  const events: MachineEvent[] = [];
  for (let from = 0; from < count; from += 100) {
    const lines = Array.from({ length: 100 }, (_, at) => `${from + at} ${log[(from + at) % log.length]}\r\n`);
    events.push(out(from / 100, lines.join(''), 'serial'));
  }
  return events;
}

function floodOf(bytes: number): MachineEvent[] {
  const block = Buffer.from(HOSTILE.repeat(Math.ceil((64 * 1024) / HOSTILE.length)));
  return Array.from({ length: Math.ceil(bytes / block.length) }, (_, at) => out(at, block, 'serial'));
}

interface Console {
  readonly browser: Browser;
  readonly directory: string;
  readonly name: string;
  /** Targets: to write the page, to open it. */
  readonly seconds?: readonly [write: number, open: number];
}

async function measure(tell: Report, { browser, directory, name, seconds }: Console): Promise<void> {
  const page = join(directory, 'report.html');
  let peak = 0;
  let cpu = Number.POSITIVE_INFINITY;
  const times = await interleave(ROUNDS, {
    write: () => {
      const used = write(directory);
      peak = Math.max(peak, used.peak);
      cpu = Math.min(cpu, used.cpu);
    },
    open: () => open(browser, page),
  });
  const least = (step: string): number => Math.min(...(times[step] ?? [])) / 1000;
  const target = (value: number | undefined) =>
    value === undefined ? {} : { target: { is: 'at most', value } as const };
  const size = `${(statSync(page).size / MB).toFixed(1)} MB, ${(cpu / 1000).toFixed(2)} s of CPU`;
  tell({ name: `${name}: written`, value: least('write'), unit: 's', ...target(seconds?.[0]), note: size });
  tell({ name: `${name}: opened in Chromium`, value: least('open'), unit: 's', ...target(seconds?.[1]) });
  tell({ name: `${name}: peak memory`, value: peak / MB, unit: 'MB', target: { is: 'at most', value: 300 } });
}

/** Writes the page in a process of its own. Returns its peak memory in bytes, and its CPU time in milliseconds. */
function write(directory: string): { readonly peak: number; readonly cpu: number } {
  const args = ['--import', PEAK, CLI, 'report', directory];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const [, peak, cpu] = /peak (\d+) kB, CPU (\d+) ms/.exec(stderr) ?? [];
  if (status !== 0 || peak === undefined) throw new Error(stderr.slice(-1000));
  return { peak: Number(peak) * 1024, cpu: Number(cpu) };
}

/** Until the line that decided, or the last one, is in view. */
async function open(browser: Browser, file: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.locator('.row').first().waitFor();
  await page.close();
}
