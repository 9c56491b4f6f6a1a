/** Files of a hostile guest on this host: where they may lie, and that each that is missing or cut is said to be. */

import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { GuestFiles } from '../../src/report/guest-files.ts';
import { forPath } from '../../src/report/safe.ts';
import { scratchDirectory } from '../support/scratch.ts';

const lab = scratchDirectory('guest-files');

describe('the path of a file', () => {
  test.each<[string, string | undefined]>([
    ['/var/log/syslog', 'var/log/syslog'],
    ['//var/./log/', 'var/log'],
    ['/a b/ü.xml', 'a b/ü.xml'],
    ['/a:b/c?"<>|*\\', 'a%3ab/c%3f%22%3c%3e%7c%2a%5c'],
    ['/100%', '100%25'],
    ['/new\nline/\u001b[2J/\u202e', 'new%0aline/%1b[2J/%e2%80%ae'],
    ['/..', undefined],
    ['/var/../../etc/passwd', undefined],
    ['/...', '...'],
    ['/', undefined],
    ['', undefined],
    [`/${'x'.repeat(200)}`, 'x'.repeat(200)],
    [`/${'x'.repeat(201)}`, undefined],
    [`${'/xxxxxxxxx'.repeat(101)}`, undefined],
  ])('%j is kept as %j', (path, expected) => {
    expect(forPath(path)).toBe(expected);
  });
});

describe('files of the guest', () => {
  const time = 0;
  const fresh = (): { directory: string; files: GuestFiles } => {
    const directory = mkdtempSync(join(lab, 'run-'));
    return { directory, files: new GuestFiles(directory) };
  };
  const give = (files: GuestFiles, path: string, text: string, cut?: string): void => {
    files.on({ type: 'file', time, path });
    files.on({ type: 'file-bytes', time, bytes: Buffer.from(text) });
    files.on({ type: 'file-end', time, ...(cut === undefined ? {} : { cut }) });
  };
  const index = (directory: string) => JSON.parse(readFileSync(join(directory, 'files.json'), 'utf8'));

  test('are kept, and each is listed with its size and what became of it', () => {
    const { directory, files } = fresh();
    give(files, '/var/log/a', 'one');
    give(files, '/var/log/b', 'two', 'too long');
    files.on({ type: 'file-left-out', time, path: '/c', why: 'no such file' });
    files.seal();
    expect(readFileSync(join(directory, 'files/var/log/a'), 'utf8')).toBe('one');
    expect(index(directory)).toEqual({
      files: [
        { path: '/var/log/a', name: 'var/log/a', bytes: 3 },
        { path: '/var/log/b', name: 'var/log/b', bytes: 3, cut: 'too long' },
      ],
      leftOut: [{ path: '/c', why: 'no such file' }],
    });
  });

  test('never replace one another, and never leave their directory', () => {
    const { directory, files } = fresh();
    for (const path of ['/a', '/a', '/a/below', '/b/c', '/b', '/../escaped']) give(files, path, path);
    files.seal();
    expect(readFileSync(join(directory, 'files/a'), 'utf8')).toBe('/a');
    expect(index(directory).leftOut.map(({ path }: { path: string }) => path)).toEqual([
      '/a',
      '/a/below',
      '/b',
      '/../escaped',
    ]);
    expect(readdirSync(directory).sort()).toEqual(['files', 'files.json']);
    expect(existsSync(join(lab, 'escaped'))).toBe(false);
  });

  test('that nobody asked for leave no trace', () => {
    const { directory, files } = fresh();
    files.seal();
    expect(readdirSync(directory)).toEqual([]);
  });
});
