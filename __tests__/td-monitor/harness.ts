/**
 * The pure parts of the TD monitor, compiled for the host with sanitizers and asked from tests (host-harness.c says how).
 * Any read beyond its bytes, any overflow of C, ends the program, and the question that caused it fails with its report.
 */

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..');
/** Built programs by the digest of what they were built from, so that the test files share one. */
const BUILT = join(ROOT, '.tools', 'td-monitor-host');
/** What needs no hardware. */
const PARTS = [
  'acpi',
  'cpuid',
  'cpuid-table',
  'cr',
  'decode',
  'decode-operand',
  'fields',
  'fields-hidden',
  'fields-list',
  'metadata',
  'mrtd',
  'msr',
  'sha384',
  'status',
  'td-hob',
];
const FLAGS = [
  // A program at a fixed address stays out of what AddressSanitizer keeps for itself, however much the kernel randomises.
  '-no-pie',
  ...['-std=gnu11', '-O1', '-g', '-Wall', '-Wextra', '-Werror'],
  ...['-fsanitize=address,undefined', '-fno-sanitize-recover=all'],
];

/** A word of a request: bytes go as hex. */
export type Word = string | number | bigint | boolean | Uint8Array;

export class Harness {
  readonly #program: ChildProcess;
  readonly #waiting: { resolve: (line: string) => void; reject: (error: Error) => void }[] = [];
  #stderr = '';

  constructor(path: string) {
    this.#program = spawn(path, { stdio: 'pipe' });
    const { stdout, stderr } = this.#program;
    if (stdout === null || stderr === null) throw new Error('the host harness has no output');
    stderr.on('data', (chunk: Buffer) => {
      this.#stderr += chunk.toString('latin1');
    });
    createInterface({ input: stdout }).on('line', (line) => this.#waiting.shift()?.resolve(line));
    this.#program.on('close', (code, signal) => {
      const error = new Error(`the host harness ended (${code ?? signal}):\n${this.#stderr}`);
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
  }

  /** Asks one question; the answer's shape is what host-harness.c prints for it. */
  async ask<Answer>(request: string, ...words: readonly Word[]): Promise<Answer> {
    if (this.#program.exitCode !== null) throw new Error(`the host harness ended before:\n${this.#stderr}`);
    const line = await new Promise<string>((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#program.stdin?.write(`${[request, ...words.map(text)].join(' ')}\n`);
    });
    return JSON.parse(line);
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#program.once('close', resolve));
    if (this.#program.exitCode !== null || this.#program.signalCode !== null) return;
    this.#program.stdin?.end();
    await closed;
  }
}

function text(word: Word): string {
  if (word instanceof Uint8Array) return word.length === 0 ? '-' : Buffer.from(word).toString('hex');
  if (typeof word === 'boolean') return word ? '1' : '0';
  return typeof word === 'bigint' ? `0x${word.toString(16)}` : String(word);
}

/** Starts the harness before the tests of a file, and ends it after them. */
export function useHarness(): { readonly ask: Harness['ask'] } {
  let harness: Harness | undefined;
  beforeAll(async () => {
    harness = new Harness(await build());
  });
  afterAll(async () => harness?.close());
  return {
    ask: (request, ...words) => {
      if (harness === undefined) throw new Error('the host harness is not built');
      return harness.ask(request, ...words);
    },
  };
}

/** The program, built unless one of the same sources and flags is there. */
async function build(): Promise<string> {
  const own = (await readdir(import.meta.dirname)).filter((name) => /^host-.*\.[ch]$/.test(name));
  const parts = (await readdir(join(ROOT, 'td-monitor'))).filter((name) => name.endsWith('.h'));
  const sources = [
    ...own.map((name) => join('__tests__', 'td-monitor', name)),
    ...parts.map((name) => join('td-monitor', name)),
    ...PARTS.map((name) => join('td-monitor', `${name}.c`)),
  ].toSorted();
  const hash = createHash('sha256').update(FLAGS.join(' '));
  for (const source of sources) hash.update(source).update(await readFile(join(ROOT, source)));
  const path = join(BUILT, hash.digest('hex'));
  if (await exists(path)) return path;

  const scratch = await mkdtemp(join(tmpdir(), 'td-monitor-host-'));
  try {
    const fresh = join(scratch, 'harness');
    const compiled = sources.filter((name) => name.endsWith('.c'));
    await promisify(execFile)('gcc', [...FLAGS, '-o', fresh, ...compiled], { cwd: ROOT });
    await mkdir(BUILT, { recursive: true });
    const outdated = await readdir(BUILT);
    await writeFile(`${path}.${process.pid}`, await readFile(fresh), { mode: 0o755 });
    await rename(`${path}.${process.pid}`, path);
    for (const name of outdated) {
      if (!path.endsWith(name) && !name.includes('.')) await rm(join(BUILT, name), { force: true });
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return path;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
