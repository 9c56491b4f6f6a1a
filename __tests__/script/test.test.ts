/** script/test says what it saw: each of its parts is broken in turn, in a small project of stand-ins. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '../..');

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'tdx-boot-test-command-'));
  for (const file of ['script/test', 'script/reporter.js']) {
    cpSync(join(ROOT, file), join(project, file), { recursive: true });
  }
  write('package.json', '{"type": "module"}');
  for (const file of ['dist/index.js', 'schema/a.json', '.cache/kernel/vmlinuz', '.ci/run']) write(file, '');
  for (const fake of ['script/setup', '.tools/node24/bin/npm', 'bin/shellcheck']) program(fake, 'exit 0');
  symlinkSync(process.execPath, join(project, '.tools/node24/bin/node'));
});

afterEach(() => rmSync(project, { recursive: true }));

function write(file: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text, { mode });
}

function program(file: string, body: string): void {
  write(file, `#!/bin/sh\n${body}\n`, 0o755);
}

/** A stand-in for `npm run build` or `npm run lint`. */
function npm(script: 'build' | 'lint', body: string): void {
  program('.tools/node24/bin/npm', `case "$*" in *${script}) ${body};; esac`);
}

/** A stand-in for jest: what it does in the unit tests; in the others, two tests pass. */
function fakeJest(unit: string): void {
  write(
    'node_modules/jest/bin/jest.js',
    `import { writeFileSync } from 'node:fs';
     const counts = (text) => writeFileSync(process.env.TDX_BOOT_COUNTS, text);
     if (process.argv.includes('unit')) { ${unit} } else counts('2 0 0\\n');`,
  );
}

const GREEN = "counts('2 0 0\\n')";

function run(): { failed: boolean; last: string | undefined; said: string } {
  const env = { PATH: `${join(project, 'bin')}:${process.env.PATH}`, HOME: project, TMPDIR: project };
  const { status, stdout, stderr } = spawnSync(join(project, 'script/test'), { env, encoding: 'utf8' });
  return { failed: status !== 0, last: stdout.trimEnd().split('\n').at(-1), said: `${stdout}${stderr}` };
}

describe('of the parts around the tests', () => {
  test('all that pass are counted', () => {
    fakeJest(GREEN);
    expect(run()).toMatchObject({ failed: false, last: '8 passed, 0 failed' });
  });

  test.each<[string, () => void, string, string]>([
    ['setup', () => program('script/setup', 'exit 3'), '0 passed, 1 failed', 'FAILED: setup'],
    ['a build that fails', () => npm('build', 'echo no type; exit 1'), '7 passed, 1 failed', 'no type'],
    [
      'a dist/ that is out of date',
      () => npm('build', 'echo new >dist/index.js'),
      '7 passed, 1 failed',
      'commit it',
    ],
    ['a schema/ that is out of date', () => npm('build', 'rm schema/*'), '7 passed, 1 failed', 'commit it'],
    ['shellcheck', () => program('bin/shellcheck', 'exit 1'), '7 passed, 1 failed', 'FAILED: shell scripts'],
    ['lint', () => npm('lint', 'exit 1'), '7 passed, 1 failed', 'FAILED: lint'],
    ['what is killed halfway', () => npm('lint', 'kill "$PPID"'), '3 passed, 1 failed', 'FAILED: lint'],
  ])('%s is a failure', (_, breakIt, last, said) => {
    fakeJest(GREEN);
    breakIt();
    expect(run()).toEqual({ failed: true, last, said: expect.stringContaining(said) });
  });
});

describe('of a test run', () => {
  test.each<[string, string, string]>([
    ['that fails a test', "counts('5 2 0\\n'); process.exitCode = 1", '11 passed, 2 failed'],
    ['that ends without counts', '', '6 passed, 1 failed'],
    ['that crashes', "throw new Error('no memory')", '6 passed, 1 failed'],
    ['that runs no test', "counts('0 0 0\\n')", '6 passed, 1 failed'],
    ['that skips all tests', "counts('0 0 5\\n')", '6 passed, 1 failed, 5 skipped'],
    ['that passes all tests and fails', `${GREEN}; process.exitCode = 1`, '8 passed, 1 failed'],
    [
      'that is killed after its counts',
      `${GREEN}; process.kill(process.pid, 'SIGKILL')`,
      '8 passed, 1 failed',
    ],
  ])('one %s is a failure', (_, unit, last) => {
    fakeJest(unit);
    expect(run()).toMatchObject({ failed: true, last });
  });
});

describe('with the real jest', () => {
  /** An error that no JSON can tell, as those of execFileSync are. */
  const CIRCULAR = "const error = new Error('in a circle'); error.error = error; throw error;";

  beforeEach(() => {
    symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
    const projects = ['unit', 'e2e'].map((name) => ({
      displayName: name,
      testMatch: [`<rootDir>/${name}/*.test.js`],
    }));
    write('jest.config.js', `export default ${JSON.stringify({ projects })};`);
  });

  test('a test, a file that cannot be loaded and an error that is a circle are failures', () => {
    write('unit/good.test.js', "test('good', () => {});");
    write('unit/circle.test.js', `test('bad', () => { ${CIRCULAR} });`);
    write('unit/unloadable.test.js', "import 'nowhere';");
    write('e2e/bad.test.js', "test('good', () => {}); test('bad', () => expect(1).toBe(2));");
    expect(run()).toEqual({
      failed: true,
      last: '6 passed, 3 failed',
      said: expect.stringContaining('in a circle'),
    });
  });

  test('a project without tests is a failure', () => {
    write('unit/good.test.js', "test('good', () => {});");
    expect(run()).toMatchObject({ failed: true, last: '5 passed, 1 failed' });
  });
});
