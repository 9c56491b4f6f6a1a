/** What an emulated Trust Domain costs: CPU time of whole boots over the same boot without a TD, and its exits by kind. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Benchmark, cpuOfChildren, median } from './figure.ts';

/** Rounds of all boots, one after the other, so that a busy moment of the machine meets them alike. */
const ROUNDS = Number(process.env.TDX_BOOT_BENCH_ROUNDS ?? 3);
export const CLI = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url));
export const KERNEL = fileURLToPath(new URL('../.cache/td/kernel/vmlinuz', import.meta.url));
export const FIRMWARE = fileURLToPath(new URL('../.cache/td/OVMF.fd', import.meta.url));
/** A boot under load takes minutes; a hung one must not hang the benchmark. */
const LIMIT = 300_000;

interface Boot {
  readonly name: string;
  readonly cpus: number;
  /** Absent: the guest is no Trust Domain. */
  readonly mode?: 'light' | 'faithful';
  /** Largest ratio to the plain boot with as many CPUs. */
  readonly target?: number;
}

const BOOTS: readonly Boot[] = [1, 2, 4].flatMap((cpus): Boot[] => [
  { name: `no TD, ${cpus} vCPU`, cpus },
  { name: `TD light, ${cpus} vCPU`, cpus, mode: 'light', ...(cpus === 1 ? { target: 1.3 } : {}) },
  { name: `TD faithful, ${cpus} vCPU`, cpus, mode: 'faithful', ...(cpus === 1 ? { target: 1.6 } : {}) },
]);

interface Measured {
  /** CPU seconds of tdx-boot and QEMU. */
  readonly cpu: number;
  /** The monitor's line about exits; empty without a TD. */
  readonly exits: string;
  /** MRTD and the RTMRs that the guest shows; empty without a TD. */
  readonly registers: string;
}

export const td: Benchmark = {
  name: 'td',
  async run(report) {
    const measured = new Map<string, Measured[]>(BOOTS.map(({ name }) => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const boot of BOOTS) measured.get(boot.name)?.push(run(boot));
    }
    const cpuOf = (name: string): number => median((measured.get(name) ?? []).map(({ cpu }) => cpu));
    for (const { name, cpus, target } of BOOTS) {
      const runs = measured.get(name) ?? [];
      const value = cpuOf(name) / cpuOf(`no TD, ${cpus} vCPU`);
      report({
        name: `${name}: CPU time over the boot without a TD`,
        value,
        unit: '×',
        ...(target === undefined ? {} : { target: { is: 'at most', value: target } }),
        note: [`${cpuOf(name).toFixed(1)} s`, runs[0]?.exits ?? ''].join(' ').trim(),
      });
      if (name.startsWith('no TD')) continue;
      const sets = new Set(runs.map(({ registers }) => registers));
      report({ name: `${name}: different sets of registers`, value: sets.size, unit: `of ${ROUNDS}` });
    }
  },
};

function run({ cpus, mode }: Boot): Measured {
  const directory = mkdtempSync(join(tmpdir(), 'tdx-boot-bench-'));
  try {
    const emulated = { platform: 'tdx-emulated', 'td-monitor': { host: 'intel-2022', mode } };
    const scenario = {
      version: 1,
      name: 'bench',
      ...(mode === undefined ? { platform: 'emulated' } : emulated),
      firmware: FIRMWARE,
      guest: { kernel: KERNEL, memory: '1G', cpus },
      timeout: '4m',
    };
    writeFileSync(join(directory, 'bench.yml'), JSON.stringify(scenario));
    const script = '"$0" "$1" run bench.yml --results results >/dev/null || exit; times';
    const ended = spawnSync('bash', ['-c', script, process.execPath, CLI], {
      cwd: directory,
      encoding: 'utf8',
      timeout: LIMIT,
    });
    if (ended.status !== 0) throw new Error(`a boot ended with ${ended.status}: ${ended.stderr}`);
    const log = (name: string): string => readFileSync(join(directory, 'results/bench', name), 'latin1');
    return {
      cpu: cpuOfChildren(ended.stdout) / 1000,
      exits: mode === undefined ? '' : (/^td-monitor: exits (.*)$/m.exec(log('td-module.raw'))?.[1] ?? ''),
      registers: mode === undefined ? '' : registersOf(log('serial.raw')),
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** MRTD and the RTMRs that the probe guest shows on its console. */
export function registersOf(console: string): string {
  const shown = console.split('\n').filter((line) => /# cc\.measurement\.(mrtd|rtmr)/.test(line));
  if (shown.length === 0) throw new Error('the console shows no measurement registers');
  return shown.join();
}
