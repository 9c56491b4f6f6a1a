/** Where things are kept: never in the working directory, whatever the variables say. */

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
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

  test('under sudo -E in the home of root, and not in that of the caller', () => {
    const home = mkdtempSync(join(tmpdir(), 'tdx-boot-home-'));
    try {
      const me = statSync(home).uid;
      // Whoever runs the tests owns the directory; `process.geteuid` says that another user runs this.
      const geteuid = jest.spyOn(process, 'geteuid').mockReturnValue(me + 1);
      const own = join(userInfo().homedir, '.cache/tdx-boot/firmware');
      expect(placeOf('store', { HOME: home, SUDO_UID: String(me) })).toBe(own);
      expect(placeOf('store', { HOME: home, SUDO_UID: String(me + 2) })).toBe(
        `${home}/.cache/tdx-boot/firmware`,
      );
      expect(placeOf('store', { HOME: home })).toBe(`${home}/.cache/tdx-boot/firmware`);
      geteuid.mockReturnValue(me);
      expect(placeOf('store', { HOME: home, SUDO_UID: String(me) })).toBe(`${home}/.cache/tdx-boot/firmware`);
    } finally {
      jest.restoreAllMocks();
      rmSync(home, { recursive: true });
    }
  });

  test.each(['', 'home'])('never below a home directory named "%s"', (home) => {
    expect(placeOf('compiled-code', { HOME: home })).toBe(join(homedir(), '.cache/tdx-boot/compiled'));
  });
});
