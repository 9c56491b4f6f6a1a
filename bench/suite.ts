/** How well a suite uses the CPUs of its host: many short boots, against the time that their CPU time takes at the least. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Benchmark, cpuOfChildren } from './figure.ts';

const BOOTS = 50;
const CLI = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url));
const KERNEL =
  process.env.TDX_BOOT_TEST_KERNEL ?? fileURLToPath(new URL('../.cache/kernel/vmlinuz', import.meta.url));
/** Milliseconds, on a busy machine. */
const LIMIT = 20 * 60_000;

export const suite: Benchmark = {
  name: 'suite',
  async run(report) {
    const directory = mkdtempSync(join(tmpdir(), 'tdx-boot-bench-'));
    try {
      const scenario = { version: 1, platform: 'emulated', guest: { kernel: KERNEL, memory: '256M' } };
      writeFileSync(join(directory, 'boot.yml'), JSON.stringify(scenario));
      const scenarios = Array.from({ length: BOOTS }, (_, n) => ({
        file: 'boot.yml',
        name: `boot ${n + 1}`,
      }));
      writeFileSync(join(directory, 'suite.yml'), JSON.stringify({ version: 1, name: 'bench', scenarios }));
      const script = '"$0" "$1" run suite.yml --results results >/dev/null || exit; times';
      const started = performance.now();
      const ended = spawnSync('bash', ['-c', script, process.execPath, CLI], {
        ...{ cwd: directory, encoding: 'utf8', timeout: LIMIT },
      });
      const wall = performance.now() - started;
      if (ended.status !== 0) throw new Error(`the suite ended with ${ended.status}: ${ended.stderr}`);
      const ideal = cpuOfChildren(ended.stdout) / availableParallelism();
      report({
        name: `${BOOTS} boots`,
        value: wall / 1000,
        unit: 's',
      });
      report({
        name: `${BOOTS} boots, of their CPU time on all CPUs`,
        value: wall / ideal,
        unit: '×',
        target: { is: 'at most', value: 1.15 },
        note: `${(ideal / 1000).toFixed(1)} s; a busy machine adds to it`,
      });
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
};
