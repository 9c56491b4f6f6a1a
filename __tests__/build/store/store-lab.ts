/** A store in a directory of its own, with images to put into it, in this process and in others. */

import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach } from '@jest/globals';
import { buildKey, type Inputs, type Manifest } from '../../../src/build/store/manifest.ts';
import { type Entry, Store } from '../../../src/build/store/store.ts';

export const IMAGE = Buffer.alloc(64 * 1024, 'tdvf');
export const HOUR = 3600_000;

/** The store's directory, new for each test. */
export let root: string;
/** What the stores of the test have told their listener. */
export let notices: string[];
const children: ChildProcess[] = [];

/** Gives each test of the file a store of its own. */
export function useStore(): void {
  beforeEach(() => {
    root = join(mkdtempSync(join(tmpdir(), 'tdx-boot-store-')), 'firmware');
    notices = [];
  });

  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(join(root, '..'), { recursive: true, force: true });
  });
}

export function open(limit = 1 << 30): Store {
  return new Store(root, { limit, listener: (event) => event.type === 'notice' && notices.push(event.text) });
}

export function inputs(commit: string, gcc = 'gcc 12'): Inputs {
  const rest = { recipeDigest: 'r', defines: [], arch: 'x64', toolchain: { gcc } };
  return { recipe: 'tdvf', build: 'release', source: `commit:${commit}`, ...rest };
}

export function manifestOf(image: Uint8Array, made: Inputs, builtAt = '2026-01-01T00:00:00.000Z'): Manifest {
  const sha256 = createHash('sha256').update(image).digest('hex');
  const source = { from: 'test', submodules: [] };
  const facts = { image: 'OVMF.fd', size: image.length, sha256, source, builtAt, buildSeconds: 1 };
  return { version: 1, key: buildKey(made).key, inputs: made, ...facts };
}

/** A finished image in a new directory below `staging`. */
export function stage(staging: string, image: Uint8Array = IMAGE): string {
  const entry = join(staging, 'entry');
  mkdirSync(entry);
  writeFileSync(join(entry, 'OVMF.fd'), image);
  return entry;
}

export async function add(store: Store, made: Inputs, builtAt?: string, image = IMAGE): Promise<Entry> {
  return store.withStaging(async (staging) =>
    store.add(stage(staging, image), manifestOf(image, made, builtAt)),
  );
}

/** What is in the directories of the store that have to be empty when nobody works there. */
export function leftovers(): string[] {
  return ['tmp', 'locks'].flatMap((name) =>
    existsSync(join(root, name)) ? readdirSync(join(root, name)) : [],
  );
}

/** A program for another process: it has a store, an image, manifests of three keys, and add(). */
export function worker(body: string): string {
  const source = (name: string): string =>
    JSON.stringify(join(import.meta.dirname, `../../../src/${name}.ts`));
  return `
    import { appendFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
    import { Store } from ${source('build/store/store')};
    import { withLock } from ${source('process/lock')};
    const root = ${JSON.stringify(root)};
    const listener = ({ text }) => console.log('notice: ' + text);
    const store = new Store(root, { limit: 1 << 30, listener });
    const image = Buffer.alloc(64 * 1024, 'tdvf');
    const manifests = ${JSON.stringify(['a', 'b', 'c'].map((name) => manifestOf(IMAGE, inputs(name))))};
    const add = (manifest) => store.withStaging(async (staging) => {
      mkdirSync(staging + '/entry');
      writeFileSync(staging + '/entry/OVMF.fd', image);
      return store.add(staging + '/entry', manifest);
    });
    ${body}`;
}

export const RUN = [process.execPath, '--input-type=module', '--eval'] as const;

export interface Worker {
  readonly process: ChildProcess;
  readonly firstLine: Promise<string>;
  /** All that it has said, when it has ended. */
  readonly output: Promise<string>;
}

export function start(body: string): Worker {
  const [program, ...args] = RUN;
  const process = spawn(program, [...args, worker(body)], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(process);
  const lines: string[] = [];
  const reader = createInterface(process.stdout).on('line', (line) => lines.push(line));
  return {
    process,
    firstLine: once(reader, 'line').then(([line]) => String(line)),
    output: once(process, 'close').then(() => lines.join('\n')),
  };
}

export const A = inputs('a');
export const KEY = buildKey(A).key;
