/** A program of dist/ starts with the code that V8 compiled before, and starts as well without it. */

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const SRC = resolve(import.meta.dirname, '../src');
const REGEXP = pathToFileURL(join(SRC, 'console/regexp.ts')).href;

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tdx-boot-startup-'));
  for (const name of ['dist', 'dist/shared', 'dist/cli']) mkdirSync(join(dir, name));
  write('says', "console.log('said')");
  const startup = pathToFileURL(join(SRC, 'startup.ts')).href;
  const entry = `import { start } from '${startup}'; await start('cli', import.meta.url);`;
  writeFileSync(join(dir, 'dist/cli/index.mjs'), entry);
});
afterEach(() => rmSync(dir, { recursive: true }));

/** Writes the script of a dist/ whose command line runs `body`, as script/build.ts makes it. */
function write(name: string, body: string): void {
  const program = `exports.cli = async () => { /* ${name} */ ${body} };`;
  writeFileSync(
    join(dir, 'dist/shared/programs.js'),
    `(function (exports, require, module) {\n${program}\n})`,
  );
}

/** Starts it as script/build.ts has it started. */
function start(...args: string[]) {
  return startIn(join(dir, 'cache'), ...args);
}

/** The same with another directory for caches. */
function startIn(caches: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(dir, 'dist/cli/index.mjs'), ...args],
    { encoding: 'utf8', timeout: 600_000, env: { PATH: process.env.PATH, XDG_CACHE_HOME: caches } },
  );
  return { code: status, said: stdout.trim(), stderr };
}

const cache = () => join(dir, 'cache/tdx-boot/compiled');
const files = () => readdirSync(cache()).map((name) => join(cache(), name));
function file(): string {
  const [only, ...more] = files();
  expect(more).toEqual([]);
  return only ?? '';
}
/** A file that is written again is another file. */
const identity = () => statSync(file(), { bigint: true }).ino;
const starts = () => readFileSync(file()).readUInt32LE(readFileSync(file()).length - 4);

describe('the compiled code', () => {
  test('is kept by the first starts, each with what it called, and used by all later ones', () => {
    // The pattern is what makes src/console/backtracking.ts change flags of V8, and V8 takes code of its present flags only.
    write('match', `(await import('${REGEXP}')).linearRegExp('a', '').exec('a', 0); console.log('said');`);
    for (const count of [1, 2, 3]) {
      expect(start()).toEqual({ code: 0, said: 'said', stderr: '' });
      expect(starts()).toBe(count);
    }
    const kept = identity();
    expect(start()).toEqual({ code: 0, said: 'said', stderr: '' });
    expect({ kept: identity(), starts: starts() }).toEqual({ kept, starts: 3 });
  });

  test('of a start that failed is kept, and replaced only by one of a start that went well', () => {
    write('any', 'process.exitCode = Number(process.argv[3]);');
    expect(start('run', '125').code).toBe(125);
    const kept = identity();
    expect(start('run', '2').code).toBe(2);
    expect({ kept: identity(), starts: starts() }).toEqual({ kept, starts: 0 });
    expect(start('run', '0').code).toBe(0);
    expect(starts()).toBe(1);
    // The guest has failed, and the command has done all that it does.
    expect(start('run', '1').code).toBe(1);
    expect(starts()).toBe(2);
  });

  test('is one file for each command and each version of the script', () => {
    start('run');
    start('check');
    expect(files()).toHaveLength(2);
    write('says something else', "console.log('other')");
    expect(start('run').said).toBe('other');
    expect(files()).toHaveLength(3);
  });

  test('is not taken for a version of the same size and time, as an archive may give them', () => {
    const script = join(dir, 'dist/shared/programs.js');
    const time = new Date(0);
    for (const [name, said] of [
      ['old', 'said'],
      ['new', 'told'],
    ] as const) {
      write(name, `console.log('${said}')`);
      utimesSync(script, time, time);
      expect(start('run').said).toBe(said);
    }
  });

  test('is bounded', () => {
    mkdirSync(cache(), { recursive: true });
    for (let number = 0; number < 70; number++) writeFileSync(join(cache(), `old-${number}`), '');
    start('run');
    expect(files()).toHaveLength(60);
    expect(files().some((path) => path.includes('cli-run-'))).toBe(true);
  });
});

describe('a start takes no code', () => {
  test.each<[string, (path: string) => void]>([
    [
      'of which a disk has lost a part',
      (path) => {
        const bytes = readFileSync(path);
        writeFileSync(path, bytes.fill(bytes.subarray(0, 1), 256, 768));
      },
    ],
    ['that was cut', (path) => writeFileSync(path, readFileSync(path).subarray(0, 200))],
    ['that is empty', (path) => writeFileSync(path, '')],
    ['that others may write', (path) => chmodSync(path, 0o666)],
  ])('%s', (_, change) => {
    start();
    start();
    expect(starts()).toBe(2);
    change(file());
    expect(start()).toEqual({ code: 0, said: 'said', stderr: '' });
    expect(starts()).toBe(1);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  test('where none can be kept', () => {
    writeFileSync(join(dir, 'cache'), 'a file');
    expect(start()).toEqual({ code: 0, said: 'said', stderr: '' });
    expect(startIn('/proc/no')).toEqual({ code: 0, said: 'said', stderr: '' });
  });
});

test('a program that waits for what cannot come does not end as if it had passed', () => {
  write('waits', 'await new Promise(() => undefined);');
  expect(start().code).toBe(13);
});

test.each<[string, () => void]>([
  ['whose script is missing', () => rmSync(join(dir, 'dist/shared/programs.js'))],
  ['whose script is cut', () => writeFileSync(join(dir, 'dist/shared/programs.js'), '(function (exports) {')],
  [
    'whose script is of another program',
    () => writeFileSync(join(dir, 'dist/shared/programs.js'), '() => 0'),
  ],
])('an installation %s is no failed guest', (_, damage) => {
  damage();
  const { code, stderr } = start();
  expect([code, stderr]).toEqual([125, expect.stringContaining(join(dir, 'dist/shared/programs.js'))]);
});
