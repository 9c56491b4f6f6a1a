/** Where things are kept: never in the working directory, whatever the variables say. */

import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { placeOf, type Thing } from '../../src/process/places.ts';

const HOME = '/home/user';

describe('a thing is kept', () => {
  test.each<[Thing, string, NodeJS.ProcessEnv, string]>([
    ['store', 'in the home directory', { HOME }, '/home/user/.cache/tdx-boot/firmware'],
    ['store', 'in XDG_CACHE_HOME', { HOME, XDG_CACHE_HOME: '/x' }, '/x/tdx-boot/firmware'],
    [
      'store',
      'elsewhere than in an empty XDG_CACHE_HOME',
      { HOME, XDG_CACHE_HOME: '' },
      '/home/user/.cache/tdx-boot/firmware',
    ],
    ['compiled-code', 'in the home directory', { HOME }, '/home/user/.cache/tdx-boot/compiled'],
    [
      'compiled-code',
      'elsewhere than in an empty XDG_CACHE_HOME',
      { HOME, XDG_CACHE_HOME: '' },
      '/home/user/.cache/tdx-boot/compiled',
    ],
    [
      'compiled-code',
      'elsewhere than in a relative XDG_CACHE_HOME',
      { HOME, XDG_CACHE_HOME: 'cache' },
      '/home/user/.cache/tdx-boot/compiled',
    ],
    ['temporary', 'in RUNNER_TEMP', { RUNNER_TEMP: '/r', TMPDIR: '/t' }, '/r'],
    ['temporary', 'elsewhere than in an empty RUNNER_TEMP', { RUNNER_TEMP: '', TMPDIR: '/t' }, '/t'],
    ['temporary', 'elsewhere than in a relative RUNNER_TEMP', { RUNNER_TEMP: 'r', TMPDIR: 't' }, '/tmp'],
    ['temporary', 'in /tmp', {}, '/tmp'],
  ])('%s: %s', (thing, _, env, path) => {
    expect(placeOf(thing, env)).toBe(path);
  });

  test.each(['', 'home'])('never below a home directory named "%s"', (home) => {
    expect(placeOf('compiled-code', { HOME: home })).toBe(join(homedir(), '.cache/tdx-boot/compiled'));
  });
});
