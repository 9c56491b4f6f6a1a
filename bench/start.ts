/** Process start to exit of the command line and of the action, next to a Node that does nothing. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Benchmark, interleave, median } from './figure.ts';
import { scenarioText } from './rules.ts';

const ROUNDS = 21;
const dist = (entry: string): string => fileURLToPath(new URL(`../dist/${entry}/index.js`, import.meta.url));

/** Node versions to measure with, as paths separated by colons; without it, the one that runs this. */
const NODES = (process.env.TDX_BOOT_BENCH_NODES ?? process.execPath).split(':');

export const start: Benchmark = {
  name: 'start',
  async run(report) {
    const directory = mkdtempSync(join(tmpdir(), 'tdx-boot-bench-'));
    try {
      const scenario = join(directory, 'scenario.yml');
      writeFileSync(scenario, scenarioText());
      for (const node of NODES) {
        const version = execFileSync(node, ['-p', 'process.version'], { encoding: 'utf8' }).trim();
        const times = await interleave(ROUNDS, {
          bare: () => exec(node, 0, '-e', '0'),
          validate: () => exec(node, 0, dist('cli'), 'validate', scenario),
          action: () => exec(node, 1, dist('action')),
        });
        const bare = median(times.bare ?? []);
        report({ name: `node -e 0, ${version}`, value: bare, unit: 'ms' });
        for (const [name, title] of Object.entries(TITLES)) {
          const value = median(times[name] ?? []);
          const note = `best ${Math.min(...(times[name] ?? [])).toFixed(0)} ms, ${ROUNDS} rounds`;
          const ratio = { value: value / bare, to: 'bare Node' };
          report({ name: `${title}, ${version}`, value, unit: 'ms', target: TARGET, ratio, note });
        }
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
};

const TARGET = { is: 'at most', value: 100 } as const;
const TITLES = { validate: 'validate', action: 'action that refuses its inputs' } as const;

function exec(node: string, code: number, ...args: string[]): void {
  const { PATH = '', HOME = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(node, args, { encoding: 'utf8', env: { PATH, HOME } });
  if (status !== code) throw new Error(`${args.join(' ')}: exit code ${status}\n${stdout}${stderr}`);
}
