/** What is known of the tools on a machine, and how the missing ones are installed. */

import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { installTools } from '../../src/build/install.ts';
import type { Recipe, Tool } from '../../src/build/recipes/recipe.ts';
import { tdShim } from '../../src/build/recipes/td-shim.ts';
import { tdvf } from '../../src/build/recipes/tdvf.ts';
import { findToolchain, installHint, requireToolchain } from '../../src/build/toolchain.ts';

let directory: string;
let memo: string;
const { PATH } = process.env;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tdx-boot-tools-'));
  memo = join(directory, 'store', 'tool-versions.json');
  mkdirSync(join(directory, 'bin'));
  process.env.PATH = `${join(directory, 'bin')}:${PATH}`;
});

afterEach(() => {
  process.env.PATH = PATH;
  rmSync(directory, { recursive: true, force: true });
});

/** A program of this name that comes first in PATH; each run of it adds a line to a file of that name. */
function fakeProgram(name: string, script: string): void {
  const path = join(directory, 'bin', name);
  writeFileSync(path, `#!/bin/sh\necho "$*" >>${join(directory, name)}\n${script}\n`);
  chmodSync(path, 0o755);
}

function runs(name: string): string[] {
  const log = join(directory, name);
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [];
}

const tool = (name: string, more: Partial<Tool> = {}): Tool => ({
  name,
  versionArgs: ['--version'],
  from: { apt: `${name}-package` },
  ...more,
});

const recipe = (...tools: Tool[]): Recipe => ({ ...tdvf, tools });

describe('a tool', () => {
  test.each<[string, string, RegExp | undefined, string]>([
    ['its first line', 'echo; echo "tool 1.2.3 "; echo more', undefined, 'tool 1.2.3'],
    [
      'what its pattern finds',
      'echo "Copyright"; echo "  LLVM version 14"',
      /^\s*(LLVM.*)/m,
      'LLVM version 14',
    ],
    ['on standard error too', 'echo "tool 7" >&2', undefined, 'tool 7'],
    ['nothing that is understood', 'echo "no number"', /(\d+)/, 'unknown'],
  ])('says its version: %s', async (_, script, version, expected) => {
    fakeProgram('tool', script);
    const asked = recipe(tool('tool', version === undefined ? {} : { version }));
    expect(await findToolchain(asked, memo)).toEqual({ versions: { tool: expected }, missing: [] });
  });

  test('that fails to answer is missing: a wrapper may have nothing to wrap', async () => {
    fakeProgram('rustc', 'exit 1');
    const rustc = tool('rustc');
    expect(await findToolchain(recipe(rustc), memo)).toEqual({ versions: {}, missing: [rustc] });
  });

  test('that is part of another one is missing when that one does not name it', async () => {
    fakeProgram('rustup', 'printf "cargo\\nrust-std\\n"');
    const source = tdShim.tools.filter(({ name }) => name === 'rust-src');
    expect(await findToolchain(recipe(...source), memo)).toEqual({ versions: {}, missing: source });
    fakeProgram('rustup', 'printf "cargo\\nrust-src\\n"');
    expect(await findToolchain(recipe(...source), memo)).toEqual({
      versions: { 'rust-src': 'rust-src' },
      missing: [],
    });
  });

  test('that is a wrapper is asked again when what stands behind it has changed', async () => {
    fakeProgram('rustc', 'echo one');
    const behind = join(directory, 'components');
    const wrapper = recipe(tool('rustc', { behind }));
    await findToolchain(wrapper, memo);
    writeFileSync(behind, 'rustc');
    await findToolchain(wrapper, memo);
    await findToolchain(wrapper, memo);
    expect(runs('rustc')).toHaveLength(2);
  });

  test('that is asked about is not installed by the question', async () => {
    fakeProgram('tool', 'echo "auto install: $RUSTUP_AUTO_INSTALL"');
    expect((await findToolchain(recipe(tool('tool')), memo)).versions).toEqual({ tool: 'auto install: 0' });
  });

  test('that is a file has no version', async () => {
    const header = { name: join(directory, 'uuid.h'), from: { apt: 'uuid-dev' } };
    expect((await findToolchain(recipe(header), memo)).missing).toEqual([header]);
    writeFileSync(header.name, '');
    expect(await findToolchain(recipe(header), memo)).toEqual({ versions: {}, missing: [] });
  });

  test('is asked once, until it is another program', async () => {
    fakeProgram('tool', 'echo one');
    await findToolchain(recipe(tool('tool')), memo);
    expect((await findToolchain(recipe(tool('tool')), memo)).versions).toEqual({ tool: 'one' });
    expect(runs('tool')).toHaveLength(1);
    fakeProgram('tool', 'echo another');
    expect((await findToolchain(recipe(tool('tool')), memo)).versions).toEqual({ tool: 'another' });
  });

  test.each(['', '{', '[]', '{"a":1}'])('is asked where the memory of it is %p', async (text) => {
    fakeProgram('tool', 'echo one');
    mkdirSync(join(directory, 'store'));
    writeFileSync(memo, text);
    expect((await findToolchain(recipe(tool('tool')), memo)).versions).toEqual({ tool: 'one' });
  });
});

describe('what is missing', () => {
  test('is named with the one command that installs it', () => {
    const missing = tdvf.tools.filter(({ name }) => ['nasm', 'gcc'].includes(name));
    expect(installHint(missing)).toBe(
      'Install them: sudo apt-get install --yes --no-install-recommends gcc nasm',
    );
  });

  test('and has no package is named with the command that installs it, once for all that the command installs', () => {
    fakeProgram('rustup', 'exit 0');
    expect(installHint(tdShim.tools.filter(({ name }) => /^(rustc|cargo|rust-src|clang)$/.test(name)))).toBe(
      'Install them: sudo apt-get install --yes --no-install-recommends clang && ' +
        'rustup toolchain install nightly-2023-08-28 --profile minimal --component rust-src --no-self-update',
    );
  });

  test('and is installed by a program that is missing, too, says where that one comes from', async () => {
    process.env.PATH = join(directory, 'bin');
    const missing = tdShim.tools.filter(({ name }) => name === 'rustc');
    expect(installHint(missing)).toMatch(/; rustup itself comes from https:\/\/rustup\.rs, or the package/);
    await expect(installTools(missing, { listener: () => undefined })).rejects.toMatchObject({
      code: 'cannot-install',
      message: 'cannot install rustc: rustup is not installed',
    });
  });

  test('stops a build before it begins', () => {
    expect(() =>
      requireToolchain(recipe(tool('a'), tool('b')), { versions: {}, missing: [tool('b')] }),
    ).toThrow(expect.objectContaining({ code: 'tools-missing', message: 'building tdvf needs b' }));
  });
});

describe('install-tools', () => {
  const options = { listener: (): void => undefined };

  test('runs nothing when nothing is missing', async () => {
    fakeProgram('apt-get', 'exit 1');
    await installTools([], options);
    expect(runs('apt-get')).toEqual([]);
  });

  test('installs the packages as root', async () => {
    fakeProgram('apt-get', 'exit 0');
    await installTools([tool('a'), tool('b')], options);
    expect(runs('apt-get')).toEqual([
      'update --quiet',
      'install --yes --no-install-recommends a-package b-package',
    ]);
  });

  test('that fails says which command, and the end of what it printed', async () => {
    fakeProgram(
      'apt-get',
      '[ "$1" = update ] || { echo "E: Unable to locate package a-package"; exit 100; }',
    );
    await expect(installTools([tool('a')], options)).rejects.toMatchObject({
      code: 'cannot-install',
      message:
        '"apt-get install --yes --no-install-recommends a-package" failed (exit code 100):\n' +
        'E: Unable to locate package a-package',
      hint: expect.stringContaining('sudo apt-get install'),
    });
  });
});
