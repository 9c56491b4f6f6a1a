/** What a command in the guest costs over the same boot without it, and how fast files go in and out of an emulated guest. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Benchmark, cpuOfChildren, median } from './figure.ts';

const ROUNDS = 5;
const MIB = 64;
const CLI = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url));
const KERNEL =
  process.env.TDX_BOOT_TEST_KERNEL ?? fileURLToPath(new URL('../.cache/kernel/vmlinuz', import.meta.url));
/** The job gives a scenario minutes; a hung QEMU must not hang the benchmark. */
const LIMIT = 120_000;

/** The end of the probe's report: everything up to there is the same in all boots. */
const REPORT = { expect: '# tdx-boot probe: done' };
const COMMAND = { run: ['/sbin/tdx-boot-agent', '--version'] };
const GUEST = { kernel: KERNEL, memory: '512M' };
const FILLED = { ...GUEST, files: { big: '/big' } };
const BOOTS = {
  bare: { guest: GUEST, steps: [REPORT] },
  run: { guest: GUEST, steps: [REPORT, COMMAND] },
  filled: { guest: FILLED, steps: [REPORT, COMMAND] },
  collected: { guest: FILLED, steps: [REPORT, COMMAND], collect: { paths: ['/big'], size: '65M' } },
} as const;
type Name = keyof typeof BOOTS;

/** In milliseconds. */
interface Cost {
  readonly cpu: number;
  readonly wall: number;
}

export const commands: Benchmark = {
  name: 'commands',
  async run(report) {
    const directory = mkdtempSync(join(tmpdir(), 'tdx-boot-bench-'));
    try {
      // Not zeros, which a layer below may treat as holes.
      writeFileSync(join(directory, 'big'), Buffer.alloc(MIB * 1024 * 1024, 'a line of the big file\n'));
      const names = Object.keys(BOOTS) as Name[];
      const costs = new Map<Name, Cost[]>(names.map((name) => [name, []]));
      for (let round = 0; round < ROUNDS; round++) {
        for (const name of names) costs.get(name)?.push(boot(directory, name));
      }
      const of = (name: Name, part: keyof Cost): number =>
        median((costs.get(name) ?? []).map((cost) => cost[part]));
      const extra = of('run', 'cpu') - of('bare', 'cpu');
      const note = `${of('bare', 'cpu').toFixed(0)} ms without, median of ${ROUNDS}`;
      const target = { is: 'at most', value: 300 } as const;
      report({
        name: 'CPU time of a command over the boot without it',
        value: extra,
        unit: 'ms',
        target,
        note,
      });
      // The quickest of the rounds: a busy machine only ever adds to the time.
      const quickest = (name: Name): number => Math.min(...(costs.get(name) ?? []).map(({ wall }) => wall));
      const rate = (more: Name, less: Name): number => (1000 * MIB) / (quickest(more) - quickest(less));
      report({ name: `${MIB} MiB in by guest.files`, value: rate('filled', 'run'), unit: 'MiB/s' });
      report({ name: `${MIB} MiB out by collect`, value: rate('collected', 'filled'), unit: 'MiB/s' });
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
};

function boot(directory: string, name: Name): Cost {
  const scenario = { version: 1, name, platform: 'emulated', ...BOOTS[name] };
  writeFileSync(join(directory, 'scenario.yml'), JSON.stringify(scenario));
  const script = '"$0" "$1" run scenario.yml --results results >/dev/null || exit; times';
  const started = performance.now();
  const ended = spawnSync('bash', ['-c', script, process.execPath, CLI], {
    cwd: directory,
    encoding: 'utf8',
    timeout: LIMIT,
  });
  const wall = performance.now() - started;
  rmSync(join(directory, 'results'), { recursive: true, force: true });
  if (ended.status !== 0) throw new Error(`${name}: exit code ${ended.status}\n${ended.stderr}`);
  return { cpu: cpuOfChildren(ended.stdout), wall };
}
