/** The cpio writer, judged by the real cpio(1). */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { GuestError } from '../../src/guest/errors.ts';
import { type CpioEntry, newc } from '../../src/guest/newc.ts';

const entries: readonly CpioEntry[] = [
  { type: 'directory', path: '/dev' },
  { type: 'character-device', path: '/dev/console', major: 5, minor: 1 },
  { type: 'character-device', path: '/dev/null', major: 1, minor: 3, mode: 0o666 },
  { type: 'file', path: '/init', mode: 0o755, data: Buffer.from('#!/bin/true\n') },
];

function cpio(args: readonly string[], archive: Buffer, cwd?: string): string[] {
  const stdout = execFileSync('cpio', args, {
    input: archive,
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { LC_ALL: 'C', TZ: 'UTC', PATH: process.env.PATH },
  });
  return stdout.split('\n').filter(Boolean);
}

describe('newc', () => {
  test('cpio lists types, modes, owners, device numbers, sizes and times', () => {
    expect(cpio(['-itvn', '--quiet'], newc(entries)).map((line) => line.replaceAll(/ +/g, ' '))).toEqual([
      'drwxr-xr-x 2 0 0 0 Jan 1 1970 dev',
      'crw------- 1 0 0 5, 1 Jan 1 1970 dev/console',
      'crw-rw-rw- 1 0 0 1, 3 Jan 1 1970 dev/null',
      '-rwxr-xr-x 1 0 0 12 Jan 1 1970 init',
    ]);
  });

  test.each([0, 1, 2, 3, 4, 5, 4096, 100_003])('cpio extracts a file of %d bytes unchanged', (size) => {
    const data = Buffer.alloc(size, 'tdx');
    const directory = mkdtempSync(join(tmpdir(), 'newc-test-'));
    try {
      const names = ['a', 'ab', 'abc', 'abcd'];
      const files = names.map((name): CpioEntry => ({ type: 'file', path: `/d/${name}`, mode: 0o640, data }));
      cpio(['-id', '--quiet'], newc([{ type: 'directory', path: '/d' }, ...files]), directory);
      for (const name of names) {
        expect(readFileSync(join(directory, 'd', name)).equals(data)).toBe(true);
        expect(statSync(join(directory, 'd', name)).mode & 0o777).toBe(0o640);
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  test('equal entries give equal bytes, on a boundary of four', () => {
    expect(newc(entries).equals(newc(entries))).toBe(true);
    expect(newc(entries).length % 4).toBe(0);
  });

  test('no entries give the trailer alone', () => {
    expect(newc([]).toString('latin1').replaceAll('\0', '')).toMatch(/^070701[0-9A-F]{104}TRAILER!!!$/);
  });

  test('a view into a larger buffer writes only its own bytes', () => {
    const data = new Uint8Array(Buffer.from('secret-data-secret')).subarray(7, 11);
    const archive = newc([{ type: 'file', path: '/f', data }]).toString('latin1');
    expect(archive).toContain('data');
    expect(archive).not.toContain('secret');
  });

  const file = (path: string): CpioEntry => ({ type: 'file', path, data: Buffer.alloc(0) });
  test.each([
    ['a relative path', [file('init')], /must begin with/],
    ['a way out', [file('/../etc/passwd')], /'\.\.'/],
    ['an empty part', [file('//init')], /empty parts/],
    ['a NUL', [file('/in\0it')], /NUL/],
    ["the trailer's name", [file('/TRAILER!!!')], /ends an archive/],
    ['a name beyond PATH_MAX', [file(`/${'x'.repeat(4096)}`)], /longer than 4095/],
    ['a file before its directory', [file('/sbin/init')], /\/sbin must come before/],
    ['the same path twice', [file('/init'), file('/init')], /twice/],
  ])('refuses %s', (_what, bad, message) => {
    expect(() => newc(bad)).toThrow(GuestError);
    expect(() => newc(bad)).toThrow(message);
  });
});
