/** Peak memory of `check -` on endless output: 2 GB of kernel log, one line of 1 GB, 10 million known lines; flat in the size. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Benchmark } from './figure.ts';
import { kernelLog, MB } from './log.ts';
import { scenarioText } from './rules.ts';

const CLI = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url));
const PEAK = new URL('peak.js', import.meta.url).href;
const WARNING = 'WARNING: CPU: 0 PID: 1 at mm/slub.c:1 x+0x1/0x2\n';
const TARGET = { is: 'at most', value: 150 } as const;

export const memory: Benchmark = {
  name: 'memory',
  async run(report) {
    const directory = mkdtempSync(join(tmpdir(), 'tdx-boot-bench-'));
    const scenario = join(directory, 'scenario.yml');
    writeFileSync(scenario, scenarioText());
    const log = kernelLog(4 * MB, 'crlf');
    const line = Buffer.alloc(4 * MB, 'all work and no play ');
    const known = Buffer.from(WARNING.repeat(Math.floor((4 * MB) / WARNING.length)));
    try {
      for (const [name, block, size] of [
        ['kernel log', log, 2048 * MB],
        ['one line', line, 1024 * MB],
        ['10 million known lines', known, 10_000_000 * WARNING.length],
      ] as const) {
        const part = await judge(scenario, block, size / 8);
        const whole = await judge(scenario, block, size);
        const figure = (bytes: number, { peak, seconds }: Judged) => ({
          name: `${name}, ${(bytes / MB).toFixed(0)} MB`,
          value: peak / MB,
          unit: 'MB',
          target: TARGET,
          note: `${(bytes / MB / seconds).toFixed(0)} MB/s through a pipe`,
        });
        report(figure(size / 8, part));
        report({
          ...figure(size, whole),
          ratio: { value: whole.peak / part.peak, to: 'that of 1/8 the size' },
        });
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
};

interface Judged {
  /** Bytes. */
  readonly peak: number;
  readonly seconds: number;
}

/** Pipes `size` bytes into the command line and reads the peak that it reports when it exits. */
async function judge(scenario: string, block: Buffer, size: number): Promise<Judged> {
  const started = performance.now();
  const args = ['--import', PEAK, CLI, 'check', '-', '--scenario', scenario, '--json'];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  let result = '';
  child.stderr.on('data', (text: Buffer) => {
    said = (said + text).slice(-1000);
  });
  child.stdout.on('data', (text: Buffer) => {
    result += text;
  });
  const closed = once(child, 'close');
  let written = 0;
  child.stdin.on('error', () => undefined);
  while (written < size && child.exitCode === null) {
    const bytes = block.subarray(0, Math.min(block.length, size - written));
    written += bytes.length;
    if (!child.stdin.write(bytes)) await Promise.race([once(child.stdin, 'drain'), closed]);
  }
  child.stdin.end();
  await closed;
  const peak = Number(/peak (\d+) kB/.exec(said)?.[1] ?? Number.NaN) * 1024;
  // The only finding has to be that the expectations were not met by the end.
  if (!result.includes('is not in the log') || Number.isNaN(peak))
    throw new Error(said || result.slice(0, 500));
  return { peak, seconds: (performance.now() - started) / 1000 };
}
