/** The outputs of the firmware action: those of its action.yml, and only files that exist. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { outputsOf } from '../../src/action/firmware-main.ts';
import type { Entry } from '../../src/build/store/store.ts';
import { scratchDirectory } from '../support/scratch.ts';

const scratch = scratchDirectory('outputs');
const log = join(scratch, 'build.log');
writeFileSync(log, '');

function entry(logFile?: string): Entry {
  return {
    directory: scratch,
    image: join(scratch, 'OVMF.fd'),
    manifestFile: join(scratch, 'manifest.json'),
    ...(logFile === undefined ? {} : { log: logFile }),
    manifest: {
      version: 1,
      key: 'key',
      inputs: {
        recipe: 'tdvf',
        build: 'release',
        source: 'content:x',
        recipeDigest: 'x',
        defines: [],
        arch: 'x86_64',
        toolchain: {},
      },
      image: 'OVMF.fd',
      size: 1,
      sha256: 'a'.repeat(64),
      mrtd: 'b'.repeat(96),
      source: { from: 'here', submodules: [] },
      builtAt: '2026-01-01T00:00:00.000Z',
      buildSeconds: 1,
    },
  };
}

test('are those of firmware/action.yml', () => {
  const file = resolve(import.meta.dirname, '../../firmware/action.yml');
  const { outputs } = parse(readFileSync(file, 'utf8'));
  expect(Object.keys(outputsOf({ entry: entry(log), from: 'build' }))).toEqual(Object.keys(outputs));
});

test.each([
  ['built here', log, 'build', log, 'false'],
  ['built here before', log, 'store', log, 'true'],
  ['restored', undefined, 'cache', '', 'true'],
] as const)('of an image that was %s', (_, logFile, from, shown, hit) => {
  expect(outputsOf({ entry: entry(logFile), from })).toMatchObject({
    log: shown,
    'cache-hit': hit,
    commit: '',
  });
});
