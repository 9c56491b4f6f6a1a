/** What a whole `run` costs on top of the same QEMU command in a shell: a probe guest that powers itself off. */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newc } from '../src/guest/newc.ts';
import { probeEntries } from '../src/guest/probe.ts';
import { type Benchmark, interleave, median } from './figure.ts';

const PAIRS = 9;
const CLI = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url));
const CACHE = fileURLToPath(new URL('../.cache/kernel/boot/', import.meta.url));
/** The job gives a scenario minutes; a hung QEMU must not hang the benchmark. */
const LIMIT = 120_000;

export const overhead: Benchmark = {
  name: 'overhead',
  async run(report) {
    const kernel = process.env.TDX_BOOT_TEST_KERNEL ?? cachedKernel();
    const directory = mkdtempSync(join(tmpdir(), 'tdx-boot-bench-'));
    try {
      const guest = { kernel, memory: '512M' };
      const text = JSON.stringify({ version: 1, name: 'bench', platform: 'emulated', guest });
      writeFileSync(join(directory, 'scenario.yml'), text);
      const options = ['scenario.yml', '--probe', 'probe.cpio'];
      const command = execFileSync(process.execPath, [CLI, 'explain', ...options], { cwd: directory });
      writeFileSync(join(directory, 'command.sh'), command);

      const parts: Parts[] = [];
      const times = await interleave(PAIRS, {
        bare: () => exec(directory, 'bash', 'command.sh'),
        run: () => parts.push(run(directory)),
        probe: async () => newc(await probeEntries({ kernel })),
      });
      const bare = median(times.bare ?? []);
      const ours = median(times.run ?? []);
      report({ name: 'the QEMU command in a shell', value: bare, unit: 'ms', note: `median of ${PAIRS}` });
      const target = { is: 'at most', value: 1.03 } as const;
      report({
        name: 'run, of the QEMU command',
        value: ours / bare,
        unit: '×',
        target,
        note: `${ours.toFixed(0)} ms`,
      });
      const part = (name: keyof Parts): number => median(parts.map((each) => each[name]));
      const probe = median(times.probe ?? []);
      report({ name: '  process start to results directory', value: part('start'), unit: 'ms' });
      const ready = `${probe.toFixed(0)} ms of it make the probe initrd`;
      report({
        name: '  results directory to the start of QEMU',
        value: part('ready'),
        unit: 'ms',
        note: ready,
      });
      report({ name: '  QEMU, less the bare command', value: part('machine') - bare, unit: 'ms' });
      report({ name: '  exit of QEMU to exit of tdx-boot', value: part('end'), unit: 'ms' });
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
};

/** Where the time of one run went, in milliseconds. */
interface Parts {
  readonly start: number;
  readonly ready: number;
  readonly machine: number;
  readonly end: number;
}

function run(directory: string): Parts {
  const started = performance.timeOrigin + performance.now();
  exec(directory, process.execPath, CLI, 'run', 'scenario.yml', '--results', 'results');
  const ended = performance.timeOrigin + performance.now();
  const results = join(directory, 'results');
  const born = statSync(results).birthtimeMs;
  const events = readFileSync(join(results, 'bench', 'events.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): { t: number; output?: string } => JSON.parse(line));
  const first = events.find(({ output }) => output !== undefined);
  const exit = events.at(-1);
  if (first === undefined || exit === undefined) throw new Error('the guest printed nothing');
  // The file of a stream is made when its first bytes are read.
  const launched = statSync(join(results, 'bench', `${first.output}.raw`)).birthtimeMs - first.t;
  rmSync(results, { recursive: true });
  return {
    start: born - started,
    ready: launched - born,
    machine: exit.t,
    end: ended - launched - exit.t,
  };
}

function exec(cwd: string, command: string, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: LIMIT });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: exit code ${status}\n${stdout}${stderr}`);
}

function cachedKernel(): string {
  const names = existsSync(CACHE) ? readdirSync(CACHE) : [];
  const name = names.find((each) => each.startsWith('vmlinuz-'));
  if (name === undefined) throw new Error('no guest kernel: set TDX_BOOT_TEST_KERNEL');
  return join(CACHE, name);
}
