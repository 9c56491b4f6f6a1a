/** Directories are made where possible, and otherwise the system's error is thrown. */

import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { makeDirectories } from '../../src/process/directory.ts';
import { makeRunDirectory } from '../../src/report/recording.ts';
import { scratchDirectory } from '../support/scratch.ts';

const scratch = scratchDirectory('directory');
mkdirSync(join(scratch, 'there'));
writeFileSync(join(scratch, 'file'), '');
symlinkSync('there', join(scratch, 'link'));
symlinkSync('nowhere/at/all', join(scratch, 'dangling'));

test.each(['there', 'link', 'a', 'b/c/d', 'there/e/../f', 'link/g/'])('%s', (name) => {
  makeDirectories(join(scratch, name));
  makeDirectories(`${scratch}/${name}`);
  expect(statSync(join(scratch, name)).isDirectory()).toBe(true);
});

describe.each([
  ['/proc/x', 'ENOENT'],
  ['/proc/x/y/z', 'ENOENT'],
  ['/dev/null/x', 'ENOTDIR'],
  [join(scratch, 'file'), 'EEXIST'],
  [join(scratch, 'file/x'), 'ENOTDIR'],
  [join(scratch, 'dangling/x'), 'ENOENT'],
])('%s', (path, code) => {
  test(`ends with ${code}`, () => {
    expect(() => makeDirectories(path)).toThrow(expect.objectContaining({ code }));
  });

  test('as a place for results is named', () => {
    expect(() => makeRunDirectory('', 'boot')).toThrow('the directory for results has an empty name');
    expect(() => makeRunDirectory(path, 'boot')).toThrow(
      expect.objectContaining({ code: 'no-results-dir', message: expect.stringContaining(path) }),
    );
  });
});
