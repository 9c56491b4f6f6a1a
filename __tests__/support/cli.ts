/** The bundled command line as a child process, and real boots with it whose recording is always judged again. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@jest/globals';
import { type Result, resultSchema } from '../../src/report/result.ts';
import type { StreamName } from '../../src/words/words.ts';
import { kill, processesOf } from './processes.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');
export const CLI = path.join(ROOT, 'dist/cli/index.js');
export const KERNEL = process.env.TDX_BOOT_TEST_KERNEL ?? path.join(ROOT, '.cache/kernel/vmlinuz');
/** A kernel and a firmware with the code of a TDX guest; script/setup gets them. */
export const TD_KERNEL = path.join(ROOT, '.cache/td/kernel/vmlinuz');
export const TD_FIRMWARE = path.join(ROOT, '.cache/td/OVMF.fd');
/** Has 9p, too. */
export const KERNEL_9P = path.join(ROOT, '.cache/9p/vmlinuz');

/** Whether the test kernel has something built in: its package has its configuration beside it. */
export function hasBuiltIn(option: string): boolean {
  const kernel = fs.realpathSync(KERNEL);
  const config = path.join(path.dirname(kernel), path.basename(kernel).replace('vmlinuz', 'config'));
  return fs.readFileSync(config, 'utf8').includes(`\nCONFIG_${option}=y\n`);
}

/** Ends what hangs. On a busy machine the boot of a Trust Domain takes minutes. */
const HANGS_MS = 600_000;

export interface CliOptions {
  node?: 20 | 24;
  env?: Record<string, string>;
  cwd?: string;
  input?: string;
  /** Limit in ms, after which the process is killed and the promise rejects. */
  timeout?: number;
}

export interface CliResult {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

export interface CliProcess {
  pid: number;
  done: Promise<CliResult>;
  /** Resolves when standard output shows `text`; rejects when the process ends without. */
  shows(text: string): Promise<void>;
  /** The same of standard error. */
  says(text: string): Promise<void>;
}

export const runCli = (args: readonly string[], options: CliOptions = {}): Promise<CliResult> =>
  startCli(args, options).done;

export function startCli(args: readonly string[], options: CliOptions = {}): CliProcess {
  const node = path.join(ROOT, `.tools/node${options.node ?? 24}/bin/node`);
  if (!fs.existsSync(node)) throw new Error(`${node} is missing, run script/setup`);
  const child = spawn(node, [CLI, ...args], {
    cwd: options.cwd ?? ROOT,
    env: { PATH: process.env.PATH ?? '', HOME: '/nonexistent', LANG: 'C.UTF-8', ...options.env },
    timeout: options.timeout ?? HANGS_MS,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  child.stdin.on('error', () => undefined).end(options.input ?? '');
  const done = once(child, 'close').then(([code, signal]): CliResult => ({ code, signal, stdout, stderr }));
  const shows = async (text: string): Promise<void> => {
    while (!stdout.includes(text)) {
      const more = await Promise.race([once(child.stdout, 'data'), done.then(() => undefined)]);
      if (more === undefined) throw new Error(`ended without showing "${text}":\n${stdout}${stderr}`);
    }
  };
  const says = async (text: string): Promise<void> => {
    while (!stderr.includes(text)) {
      const more = await Promise.race([once(child.stderr, 'data'), done.then(() => undefined)]);
      if (more === undefined) throw new Error(`ended without saying "${text}":\n${stdout}${stderr}`);
    }
  };
  if (child.pid === undefined) throw new Error(`${node} could not be started`);
  return { pid: child.pid, done, shows, says };
}

export interface BootResult extends CliResult {
  result: Result;
  directory: string;
  /** The raw bytes of a stream as text; empty when it never said anything. */
  raw(stream: StreamName): string;
}

/** The directory of one test, with its scenarios, results and TMPDIR. No process may survive the test. */
export class Lab {
  readonly dir = fs.mkdtempSync(path.join(tmpdir(), 'tdx-boot-e2e-'));
  readonly results = path.join(this.dir, 'results');
  readonly tmp = path.join(this.dir, 'tmp');

  constructor() {
    fs.mkdirSync(this.tmp);
  }

  path(name: string): string {
    return path.join(this.dir, name);
  }

  write(name: string, content: string | Uint8Array): string {
    fs.writeFileSync(this.path(name), content);
    return this.path(name);
  }

  /** Writes a scenario file; what it leaves out is the smallest emulated machine with the test kernel. */
  scenario(name: string, { guest, ...rest }: ScenarioText = {}): string {
    const small = { kernel: KERNEL, memory: '256M', ...guest };
    const whole = { version: 1, platform: 'emulated', guest: small, timeout: '5m', ...rest };
    return this.write(`${name}.yml`, `${JSON.stringify(whole, null, 2)}\n`);
  }

  start(args: readonly string[], options: CliOptions = {}): CliProcess {
    return startCli(args, { ...options, env: { TMPDIR: this.tmp, ...options.env } });
  }

  cli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
    return this.start(args, options).done;
  }

  /** Boots a scenario file and checks all that is true of every run. */
  async boot(scenario: string, options: CliOptions = {}): Promise<BootResult> {
    const ended = await this.cli(['run', scenario, '--results', this.results], options);
    return this.finished(ended);
  }

  /** What is true after every run: nothing left, a valid result, and a recording that is judged the same again. */
  async finished(ended: CliResult): Promise<BootResult> {
    expect(ended.stderr.replace(UNSEEN, '')).toBe('');
    const directory = /^ {2}results: (.+)$/m.exec(ended.stdout)?.[1] ?? '';
    if (directory === '') throw new Error(`no results:\n${ended.stdout}`);
    this.expectNothingLeft();

    const file = path.join(directory, 'result.json');
    const result = resultSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
    const again = await this.cli(['check', directory, '--json'], { node: 20 });
    expect(JSON.parse(again.stdout)).toEqual(withoutAnswers(result));
    if (ended.code !== 130) expect(again.code).toBe(ended.code);
    expectAsciicast(path.join(directory, 'boot.cast'));

    const raw: BootResult['raw'] = (stream) => {
      const bytes = path.join(directory, `${stream}.raw`);
      return fs.existsSync(bytes) ? fs.readFileSync(bytes, 'utf8') : '';
    };
    return { ...ended, result, directory, raw };
  }

  expectNothingLeft(): void {
    expect(processesOf(this.dir)).toEqual([]);
    expect(fs.readdirSync(this.tmp)).toEqual([]);
  }

  remove(): void {
    for (const { pid } of processesOf(this.dir)) kill(pid, 'SIGKILL');
    fs.rmSync(this.dir, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Some tests hide the console, wait for the prompt of busybox, or flood the console, on purpose. */
const UNSEEN =
  /^.*: warning: (console=tty0 is no stream of this VM|"\/ # " is so general).*\n|^no report\.html by itself .*\n/gm;

/** Only a live VM that hangs can be asked. What it answers decides nothing, and is not recorded. */
function withoutAnswers(result: Result): Result {
  if (result.diagnosis === null) return result;
  const evidence = result.diagnosis.evidence.filter(({ text }) => !/^(its kernel, )?asked b/.test(text));
  return { ...result, diagnosis: { ...result.diagnosis, evidence } };
}

export type ScenarioText = { guest?: Record<string, unknown> } & Record<string, unknown>;

/** Version 2: a header, then [seconds, code, text] with times that never go back (docs.asciinema.org). */
function expectAsciicast(file: string): void {
  const [header, ...events] = fs
    .readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(header).toMatchObject({ version: 2, width: expect.any(Number), height: expect.any(Number) });
  let last = 0;
  for (const event of events) {
    if (!Array.isArray(event)) throw new Error(`not an event: ${JSON.stringify(event)}`);
    const [time, code, text] = event;
    if (!(time >= last && ['o', 'i', 'm'].includes(code) && typeof text === 'string')) {
      throw new Error(`not an event after ${last} s: ${JSON.stringify(event)}`);
    }
    last = time;
  }
}
