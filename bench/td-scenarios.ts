/**
 * The ready-made scenarios with the platform replaced by tdx-emulated: which pass here, and why the others cannot. They are run
 * with the files at hand: each `tdvf` is FIRMWARE, each kernel KERNEL. What needs a disk or td-shim is run where the environment
 * has TDX_BOOT_BENCH_DISK (a raw image whose console is ttyS0) or TDX_BOOT_BENCH_SHIMS (a folder with td-shim's images).
 */

import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Benchmark } from './figure.ts';
import { CLI, FIRMWARE, KERNEL } from './td.ts';

const SCENARIOS = fileURLToPath(new URL('../scenarios', import.meta.url));
const { TDX_BOOT_BENCH_DISK: DISK, TDX_BOOT_BENCH_SHIMS: SHIMS } = process.env;
/** A part of a path, to run some of them. */
const WANTED = process.env.TDX_BOOT_BENCH_SCENARIOS ?? '';
/** A boot of 16 GiB that accepts all memory takes minutes. */
const LIMIT = 900_000;

interface Outcome {
  readonly passed: boolean;
  /** Why not, in the words of tdx-boot or of this program. */
  readonly reason: string;
}

export const tdScenarios: Benchmark = {
  name: 'td-scenarios',
  async run(report) {
    const names = readdirSync(SCENARIOS, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yml') && name.includes(WANTED))
      .toSorted();
    let passed = 0;
    for (const name of names) {
      const outcome = boot(name);
      if (outcome.passed) passed++;
      console.log(
        `  ${outcome.passed ? 'passed' : 'no    '} ${name}${outcome.passed ? '' : `: ${outcome.reason}`}`,
      );
    }
    report({
      name: 'scenarios that pass as emulated Trust Domains',
      value: passed,
      unit: `of ${names.length}`,
    });
  },
};

function boot(name: string): Outcome {
  const directory = mkdtempSync(join(tmpdir(), 'tdx-boot-bench-'));
  try {
    const text = readFileSync(join(SCENARIOS, name), 'utf8')
      .replace('platform: tdx', 'platform: tdx-emulated')
      .replace(/^vmm: .*$/m, 'vmm: qemu');
    const missing = place(text, directory);
    if (missing !== undefined) return { passed: false, reason: `not run: ${missing}` };
    // The pins decide which host is played: an image in the recipe's place has to say so.
    const host = /^pins: documented$/m.test(text) ? '{ host: intel-2022 }' : '{ host: upstream }';
    const playing = text.includes('td-monitor:') ? '' : `td-monitor: ${host}\n`;
    const images = text
      .replace(/^pins: .*\n/m, '')
      .replace(/^firmware: (?:tdvf|\{ recipe: tdvf.*)$/m, `${playing}firmware: ${FIRMWARE}`)
      .replace(/^firmware: (?:td-shim|\{ recipe: td-shim.*)$/m, `${playing}firmware: td-shim.bin`)
      .replace(/\b(?:bzImage|vmlinuz)\b/, KERNEL);
    writeFileSync(join(directory, 'scenario.yml'), images);
    const args = [CLI, 'run', 'scenario.yml', '--results', 'results', '--json'];
    const ended = spawnSync(process.execPath, args, { cwd: directory, encoding: 'utf8', timeout: LIMIT });
    return { passed: ended.status === 0, reason: reasonOf(ended.stdout, ended.stderr) };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** A refusal is a line of its own; a boot that did not pass has a result. */
function reasonOf(result: string, error: string): string {
  if (!result.startsWith('{')) return error.trim().split('\n')[0] ?? '';
  const { verdict, reason } = JSON.parse(result);
  return `${verdict}: ${reason}`;
}

/** Puts the files that a scenario names beside the scenario. @returns what is not at hand */
function place(text: string, directory: string): string | undefined {
  const files = [...text.matchAll(/[\w-]+\.(?:raw|bin)\b/g)].map(([file]) => file);
  if (/^firmware: (?:td-shim|\{ recipe: td-shim)/m.test(text)) files.push('td-shim.bin');
  for (const file of new Set(files)) {
    const source = file.endsWith('.raw') ? DISK : SHIMS && join(SHIMS, file);
    if (source === undefined || !existsSync(source)) return `needs ${file}`;
    copyFileSync(source, join(directory, file));
  }
  return undefined;
}
