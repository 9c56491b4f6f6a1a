/** The recipe of td-shim: the commands of each variant, and what its preparations leave in a real directory. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { BuildOptions, Recipe } from '../../../src/build/recipes/recipe.ts';
import { RECIPES } from '../../../src/build/recipes/recipes.ts';
import { BUILDS } from '../../../src/words/words.ts';

const VARIANTS = ['td-shim', 'td-shim-executable', 'td-shim-example'] as const;

function commands(recipe: Recipe, options: Partial<BuildOptions> = {}): string[] {
  const steps = recipe.steps({ build: 'release', defines: [], jobs: 2, version: () => '', ...options });
  return steps.map(({ argv }) => argv.join(' '));
}

describe('the image', () => {
  const CASES = [
    ['td-shim', 'release', 'cargo --locked image --release'],
    ['td-shim', 'debug', 'cargo --locked image'],
    ['td-shim-executable', 'release', 'cargo --locked image --release --payload-type executable'],
    ['td-shim-executable', 'debug', 'cargo --locked image --payload-type executable'],
    ['td-shim-example', 'release', 'cargo --locked image --release --example-payload'],
    ['td-shim-example', 'debug', 'cargo --locked image --example-payload'],
  ] as const;

  test.each(CASES)('%s, %s: %s', (name, build, command) => {
    const recipe = RECIPES[name];
    expect(recipe.name).toBe(name);
    expect(commands(recipe, { build }).at(-1)).toBe(command);
    expect(recipe.output(build)).toBe(`target/${build}/final.bin`);
  });

  test('defines are features of the crate td-shim, in one option', () => {
    const defines = ['secure-boot', 'lazy-accept'];
    expect(commands(RECIPES['td-shim'], { defines }).at(-1)).toBe(
      'cargo --locked image --release --features secure-boot,lazy-accept',
    );
  });
});

describe('what comes before it', () => {
  test.each(VARIANTS.flatMap((name) => BUILDS.map((build) => [name, build] as const)))(
    '%s, %s: the same preparations',
    (name, build) => {
      expect(commands(RECIPES[name], { build }).slice(0, -1)).toEqual([
        'patch --strip=1 --directory=library/ring --input=../patches/ring.diff',
        'mkdir --parents library/ring/.git',
        expect.stringMatching(/^sh -c ln /),
        'cargo fetch --locked --target x86_64-unknown-linux-gnu --target x86_64-unknown-none',
        'cargo install --locked --version 0.6.6 cargo-xbuild',
      ]);
    },
  );

  test.each(VARIANTS)('%s: nothing of the user or of the place gets into the image', (name) => {
    expect(RECIPES[name].environment).toEqual({
      CARGO_HOME: '{tree}/.cargo-home',
      XARGO_RUST_SRC: '{tree}/rust-src/library',
      CARGO_PROFILE_DEV_DEBUG: '0',
      RUSTFLAGS: '',
      CARGO_INCREMENTAL: '0',
      CARGO_TERM_COLOR: 'never',
      RUSTUP_AUTO_INSTALL: '0',
      RUSTUP_TOOLCHAIN: 'nightly-2023-08-28',
      CC_x86_64_unknown_none: 'clang',
      AR_x86_64_unknown_none: 'llvm-ar',
      AS: 'nasm',
      CFLAGS: '-w',
      PATH: '{tree}/.cargo-home/bin:{path}',
    });
  });

  test('the compiler that is asked for, installed and used is the one of the pin', () => {
    const rust = RECIPES['td-shim'].tools.filter(({ name }) => ['rustc', 'cargo'].includes(name));
    expect(rust.map(({ versionArgs }) => versionArgs?.[0])).toEqual(Array(2).fill('+nightly-2023-08-28'));
    for (const { from } of rust) {
      expect(from).toEqual({
        command:
          'rustup toolchain install nightly-2023-08-28 --profile minimal --component rust-src --no-self-update',
        installer: expect.stringContaining('https://rustup.rs'),
      });
    }
  });
});

describe('in a real directory', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'td-shim-'));
    mkdirSync(join(directory, 'library/ring'), { recursive: true });
    mkdirSync(join(directory, 'bin'));
    // A fake compiler: the only thing asked of it is where it lives.
    const rustc = `#!/bin/sh\necho '${join(directory, 'its here')}'\n`;
    writeFileSync(join(directory, 'bin/rustc'), rustc, { mode: 0o755 });
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  function run(title: string): ReturnType<typeof spawnSync> {
    const steps = RECIPES['td-shim'].steps({ build: 'debug', defines: [], jobs: 1, version: () => '' });
    const [command, ...args] = steps.find((step) => step.title === title)?.argv ?? ['no such step'];
    const env = { PATH: `${join(directory, 'bin')}:${process.env.PATH}` };
    return spawnSync(command, args, { cwd: directory, env, encoding: 'utf8' });
  }

  test('ring looks like a checkout, for a build script that makes its assembly files only then', () => {
    expect(run('ring as a checkout')).toMatchObject({ status: 0, stderr: '' });
    expect(existsSync(join(directory, 'library/ring/.git'))).toBe(true);
  });

  test('the Rust library and its Cargo.lock are at a constant path', () => {
    const source = join(directory, 'its here/lib/rustlib/src/rust');
    mkdirSync(join(source, 'library/core'), { recursive: true });
    writeFileSync(join(source, 'Cargo.lock'), '');
    expect(run('source of the Rust library')).toMatchObject({ status: 0, stderr: '' });
    expect(existsSync(join(directory, 'rust-src/library/core'))).toBe(true);
    // cargo-xbuild's way to it.
    expect(existsSync(`${directory}/rust-src/library/../Cargo.lock`)).toBe(true);
  });

  test('a compiler without rust-src ends the build at once', () => {
    const { status, stderr } = run('source of the Rust library');
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/its here\/lib\/rustlib\/src\/rust.*No such file/);
  });
});
