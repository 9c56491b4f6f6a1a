/** What a command in the guest costs over the same boot without it, and how fast files go in and out of an emulated guest. */

import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resultSchema } from '../src/report/result.ts';
import { type Benchmark, cpuOfChildren, median } from './figure.ts';

const ROUNDS = 5;
const MIB = 64;
const CLI = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url));
const KERNEL =
  process.env.TDX_BOOT_TEST_KERNEL ?? fileURLToPath(new URL('../.cache/kernel/vmlinuz', import.meta.url));
/** With 9p and virtiofs. */
const KERNEL_9P = fileURLToPath(new URL('../.cache/9p/vmlinuz', import.meta.url));
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

interface Booted extends Cost {
  readonly captures: Readonly<Record<string, string>>;
}

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
      const transfers = [
        ['in by guest.files', 'filled', 'run'],
        ['out by collect', 'collected', 'filled'],
      ] as const;
      for (const [way, more, less] of transfers) {
        const ms = quickest(more) - quickest(less);
        if (ms > 0) report({ name: `${MIB} MiB ${way}`, value: (1000 * MIB) / ms, unit: 'MiB/s' });
        else
          report({
            name: `${MIB} MiB ${way}`,
            value: ms,
            unit: 'ms',
            note: 'less than the noise of this machine',
          });
      }
      for (const [name, seconds] of Object.entries(readShares(directory))) {
        report({ name: `${MIB} MiB in by ${name}`, value: MIB / seconds, unit: 'MiB/s' });
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
};

/** One boot that reads the file from each kind of share. In seconds by the guest's clock, which has steps of 10 ms. */
function readShares(directory: string): Record<string, number> {
  for (const name of ['root/bin', 'shared']) mkdirSync(join(directory, name), { recursive: true });
  copyFileSync('/usr/bin/busybox', join(directory, 'root/bin/busybox'));
  for (const applet of ['sh', 'cat']) symlinkSync('busybox', join(directory, 'root/bin', applet));
  copyFileSync(join(directory, 'big'), join(directory, 'shared/big'));
  const types = ['9p', 'virtiofs'] as const;
  const steps = types.map((type) => ({
    run: `read from x </proc/uptime; cat /${type}/big >/dev/null; read to x </proc/uptime; echo $from $to`,
    output: `/^(?<from_${type}>\\S+) (?<to_${type}>\\S+)$/`,
    capture: [`from_${type}`, `to_${type}`],
  }));
  const shares = {
    shared: { target: '/9p', type: '9p' },
    './shared': { target: '/virtiofs', type: 'virtiofs', write: 'allow' },
  };
  const guest = { kernel: KERNEL_9P, memory: '512M', root: 'root', shares };
  const { captures } = bootOnce(directory, { name: 'shares', guest, steps });
  return Object.fromEntries(
    types.map((type) => [type, Number(captures[`to_${type}`]) - Number(captures[`from_${type}`])]),
  );
}

function boot(directory: string, name: Name): Cost {
  return bootOnce(directory, { name, ...BOOTS[name] });
}

function bootOnce(
  directory: string,
  boot: { readonly name: string; readonly [key: string]: unknown },
): Booted {
  const scenario = { version: 1, platform: 'emulated', ...boot };
  writeFileSync(join(directory, 'scenario.yml'), JSON.stringify(scenario));
  const script = '"$0" "$1" run scenario.yml --results results >/dev/null || exit; times';
  const started = performance.now();
  const ended = spawnSync('bash', ['-c', script, process.execPath, CLI], {
    cwd: directory,
    encoding: 'utf8',
    timeout: LIMIT,
  });
  const wall = performance.now() - started;
  if (ended.status !== 0) throw new Error(`${boot.name}: exit code ${ended.status}\n${ended.stderr}`);
  const results = join(directory, 'results');
  const { captures } = resultSchema.parse(
    JSON.parse(readFileSync(join(results, boot.name, 'result.json'), 'utf8')),
  );
  rmSync(results, { recursive: true });
  return { cpu: cpuOfChildren(ended.stdout), wall, captures };
}
