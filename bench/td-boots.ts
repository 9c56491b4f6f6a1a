/** Whether emulated Trust Domains come up every time, and with the same registers: many boots in a row. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark } from './figure.ts';
import { CLI, FIRMWARE, KERNEL, registersOf } from './td.ts';

const BOOTS = Number(process.env.TDX_BOOT_BENCH_BOOTS ?? 100);
const FIRMWARES = process.env.TDX_BOOT_BENCH_FIRMWARES?.split(':') ?? [FIRMWARE];
const CPUS = [1, 2];
/** A faithful and a light Trust Domain have the same registers. */
const MODES = ['faithful', 'light'] as const;
/** Seconds for one boot on a busy machine. */
const LIMIT = 300;

interface Boot {
  readonly name: string;
  /** Firmware and vCPUs: what the registers depend on. */
  readonly configuration: string;
  readonly scenario: object;
}

/** The n-th boot: the firmware changes each time, then the vCPUs, then the mode. */
function boot(n: number): Boot {
  const nth = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;
  const firmware = nth(FIRMWARES, n);
  const cpus = nth(CPUS, Math.floor(n / FIRMWARES.length));
  const mode = nth(MODES, Math.floor(n / FIRMWARES.length / CPUS.length));
  const name = `boot-${String(n + 1).padStart(4, '0')}`;
  return {
    name,
    configuration: `${firmware}, ${cpus} vCPU`,
    scenario: {
      version: 1,
      name,
      platform: 'tdx-emulated',
      'td-monitor': { host: 'intel-2022', mode },
      firmware,
      guest: { kernel: KERNEL, memory: '512M', cpus },
      measurements: { mrtd: 'expected', rtmr0: 'replay', rtmr1: 'expected', rtmr2: 'expected' },
      steps: [{ expect: '/^# Totals: pass:\\d+ fail:0 /' }],
      stop: 'on-exit',
      timeout: `${LIMIT}s`,
    },
  };
}

export const tdBoots: Benchmark = {
  name: 'td-boots',
  async run(report) {
    const directory = mkdtempSync(join(tmpdir(), 'tdx-boot-bench-'));
    const boots = Array.from({ length: BOOTS }, (_, n) => boot(n));
    const file = (name: string): string => join(directory, `${name}.yml`);
    for (const { name, scenario } of boots) writeFileSync(file(name), JSON.stringify(scenario));
    const files = boots.map(({ name }) => file(name));
    const results = join(directory, 'results');
    // One at a time: a suite would boot the smaller ones first, two by two.
    const ended = spawnSync(process.execPath, [CLI, 'run', ...files, '--results', results, '--jobs', '1'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: BOOTS * LIMIT * 1000,
    });
    const registers = new Map<string, Set<string>>();
    const wrong: string[] = [];
    for (const { name, configuration } of boots) {
      const of = join(results, 'suite', name);
      const verdict = existsSync(join(of, 'result.json'))
        ? JSON.parse(readFileSync(join(of, 'result.json'), 'utf8')).verdict
        : 'not booted';
      if (verdict !== 'passed') {
        wrong.push(`${name} ${verdict}: ${configuration}`);
        continue;
      }
      const found = registers.get(configuration) ?? new Set();
      registers.set(configuration, found.add(registersOf(readFileSync(join(of, 'serial.raw'), 'latin1'))));
    }
    report({
      name: 'boots that did not pass',
      value: wrong.length,
      unit: `of ${BOOTS}`,
      target: { is: 'at most', value: 0 },
      note: wrong.length === 0 ? `exit code ${ended.status}` : `${wrong.join('; ')}; kept in ${results}`,
    });
    for (const [configuration, { size: value }] of registers) {
      report({ name: configuration, value, unit: 'sets', target: { is: 'at most', value: 1 } });
    }
    if (wrong.length === 0) rmSync(directory, { recursive: true });
  },
};
