/**
 * Starts a program of dist/ with the code that V8 compiled for it at an earlier start.
 *
 * Node's own compile cache (node:module, enableCompileCache) keeps what V8 compiles when it loads a file, and most functions
 * are compiled later, when they are called. Here the code is kept when the program ends, with all functions that ran: `validate`
 * then takes 40 ms less CPU time. Node 20 has no such cache.
 */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { makeDirectories } from './process/directory.ts';
import { placeOf } from './process/places.ts';
import type * as Programs from './programs.ts';

export type ProgramName = keyof typeof Programs;

/** `import … from 'node:fs'` would take 3 ms more: it calls the getters of all names, which load other modules. */
const fs = process.getBuiltinModule('node:fs');

/** The script that dist/ has of programs.ts: a function with the parameters of a CommonJS module. */
const SCRIPT = '../shared/programs.js';

/** How many starts that end well add the functions that they called. What is called later is compiled at each start. */
const LEARNING_STARTS = 3;
/** How many files there may be: one for each command, and of each version that this user runs. */
const MOST_FILES = 60;
/** After the code: its checksum, and how many starts have added to it. */
const TRAILER_BYTES = 8;
/**
 * Node's modules that a start may do without, and what they take to load: http 25 ms, crypto 4 ms, child_process 2 ms, zlib 2 ms. Each
 * is loaded when something of it is used. (`import()` in the script would make Node print a warning.)
 */
const LATE = [
  'crypto',
  'child_process',
  'fs/promises',
  'http',
  'net',
  'readline',
  'stream/promises',
  'v8',
  'zlib',
];

/**
 * @param name the program
 * @param entry URL of a file in a directory of dist/
 * @returns what the program's function returns
 */
export function start(name: ProgramName, entry: string): Promise<unknown> {
  process.on('exit', notStarted);
  const path = fileURLToPath(new URL(SCRIPT, entry));
  const file = cacheFile(path, name);
  const known = file === undefined ? undefined : readCode(file);
  const script = new vm.Script(fs.readFileSync(path, 'latin1'), {
    filename: path,
    cachedData: known?.code,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const starts = script.cachedDataRejected === true ? undefined : known?.starts;
  if (file !== undefined && (starts ?? 0) < LEARNING_STARTS) learn(script, file, starts, name);
  const module: { exports: Partial<typeof Programs> } = { exports: {} };
  script.runInThisContext()(module.exports, requireLate(createRequire(path)), module, path, dirname(path));
  const program = module.exports[name];
  if (program === undefined) throw new Error(`${path} has no program ${name}`);
  process.off('exit', notStarted);
  return program();
}

/** A program that cannot be loaded has judged no guest: for Node's own exit code, 1, `git bisect run` would blame a commit. */
function notStarted(): void {
  process.exitCode = 125;
}

/**
 * Each command has a file of its own, because another command calls other functions. The name changes with everything that
 * makes other code. Undefined for a user without a home directory.
 */
function cacheFile(path: string, name: ProgramName): string | undefined {
  try {
    // An archive may give two versions the same time; the time of the change is that of the installation.
    const { size, mtimeMs, ctimeMs } = fs.statSync(path);
    const made = [path, size, mtimeMs, ctimeMs, process.version, process.arch].join(' ');
    const [, , argument = ''] = process.argv;
    const command = name === 'cli' && /^[a-z-]{1,20}$/.test(argument) ? `-${argument}` : '';
    const file = `${name}${command}-${checksum(Buffer.from(made), 1).toString(16)}`;
    return join(placeOf('compiled-code'), file);
  } catch {
    return undefined;
  }
}

/** Undefined where there is no such file, or it is damaged, or another user could have written it: code is run. */
function readCode(file: string): { readonly code: Buffer; readonly starts: number } | undefined {
  let fd: number | undefined;
  try {
    fd = fs.openSync(file, 'r');
    const { uid, mode } = fs.fstatSync(fd);
    if (uid !== process.getuid?.() || (mode & 0o022) !== 0) return undefined;
    const bytes = fs.readFileSync(fd);
    const code = bytes.subarray(0, -TRAILER_BYTES);
    if (bytes.readUInt32LE(code.length) !== checksum(code)) return undefined;
    return { code, starts: bytes.readUInt32LE(code.length + 4) };
  } catch {
    return undefined;
  } finally {
    if (fd !== undefined) fs.closeSync(fd);
  }
}

/**
 * Keeps the code when this process ends. A program that has failed may have called little of what it calls otherwise. Exit code 1 of
 * the command line is no such failure: a guest has failed, or `diagnose` has found what is wrong.
 * @param starts how many have added to the file; undefined where there is none
 */
function learn(script: vm.Script, file: string, starts: number | undefined, name: ProgramName): void {
  const v8 = process.getBuiltinModule('node:v8');
  // V8 forgets functions that were not called for a while, such as those of the start of a long run.
  v8.setFlagsFromString('--no-flush-bytecode');
  process.on('exit', (exitCode) => {
    const didAll = exitCode === 0 || (name === 'cli' && exitCode === 1);
    if (starts !== undefined && !didAll) return;
    // V8 takes code only with the flags that the code was made with: those of the start. src/console/backtracking.ts sets two.
    v8.setFlagsFromString('--flush-bytecode');
    v8.setFlagsFromString('--no-enable-experimental-regexp-engine-on-excessive-backtracks');
    v8.setFlagsFromString('--regexp-backtracks-before-fallback=50000');
    // On a full disk, or where nothing can be written, the next start takes longer.
    attempt(() => writeCode(file, script.createCachedData(), didAll ? (starts ?? 0) + 1 : 0));
  });
}

/** A reader at the same time sees the old code or the new code as a whole. */
function writeCode(file: string, code: Buffer, starts: number): void {
  const trailer = Buffer.alloc(TRAILER_BYTES);
  trailer.writeUInt32LE(checksum(code));
  trailer.writeUInt32LE(starts, 4);
  const part = `${file}.${process.pid}`;
  try {
    makeDirectories(dirname(file), 0o700);
    fs.writeFileSync(part, Buffer.concat([code, trailer]), { flag: 'wx', mode: 0o600 });
    fs.renameSync(part, file);
    removeOld(dirname(file));
  } finally {
    fs.rmSync(part, { force: true });
  }
}

/**
 * V8 does not notice damage, and crashes. What happens to a file is that a disk has lost a part of what was written: a sector
 * or more. So one byte of each 256 shows the damage. All bytes take longer: 5 ms here, and 4 ms as zlib's CRC, of which 3 load zlib;
 * the digests of `crypto` take 8 ms. A single bit that has flipped is therefore not noticed.
 */
function checksum(bytes: Uint8Array, step = 256): number {
  let sum = bytes.length;
  for (let at = 0; at < bytes.length; at += step) sum = (Math.imul(sum, 31) + (bytes[at] ?? 0)) | 0;
  return sum >>> 0;
}

/** A `require` that loads the modules of {@link LATE} late. */
function requireLate(require: NodeJS.Require): (name: string) => unknown {
  return (name) => {
    if (!name.startsWith('node:') || !LATE.includes(name.slice('node:'.length))) return require(name);
    let loaded: object | undefined;
    const load = (): object => {
      loaded ??= Object(require(name));
      return loaded ?? {};
    };
    return new Proxy(
      {},
      {
        get: (_, key) => Reflect.get(load(), key),
        has: (_, key) => Reflect.has(load(), key),
        ownKeys: () => Reflect.ownKeys(load()),
        getOwnPropertyDescriptor: (_, key) => ({ value: Reflect.get(load(), key), configurable: true }),
      },
    );
  };
}

function removeOld(directory: string): void {
  const files = fs
    .readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(directory, name))
    .map((path) => ({ path, written: fs.statSync(path).mtimeMs }));
  const old = files.sort((a, b) => b.written - a.written).slice(MOST_FILES);
  for (const { path } of old) fs.rmSync(path, { force: true });
}

function attempt(body: () => void): void {
  try {
    body();
  } catch {
    // The code is a help, and no part of what a program is for.
  }
}
