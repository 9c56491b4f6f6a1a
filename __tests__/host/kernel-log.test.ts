/** Where the kernel's log is read from, and what is made of it, with fakes of the programs that print it. */

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { kernelLog, readKernelLog } from '../../src/host/kernel-log.ts';

const WHOLE = 'echo "Linux version 6.17.0 (buildd)"; echo "virt/tdx: module initialized"';
const PARTIAL = 'echo "usb 1-1: new device"';
const DENIED = 'echo "dmesg: read kernel buffer failed: Operation not permitted" >&2; exit 1';

let bin: string;
const { PATH } = process.env;

beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'tdx-boot-log-'));
  process.env.PATH = bin;
});

afterEach(() => {
  process.env.PATH = PATH;
  rmSync(bin, { recursive: true });
});

function fake(name: 'dmesg' | 'journalctl', body: string | undefined): void {
  if (body === undefined) return;
  writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`);
  chmodSync(join(bin, name), 0o755);
}

describe('the log is', () => {
  test.each<[string, string | undefined, string | undefined, { from: RegExp; whole: boolean } | undefined]>([
    ['the ring buffer', WHOLE, WHOLE, { from: /^dmesg /, whole: true }],
    [
      'the journal, where the ring buffer may not be read',
      DENIED,
      WHOLE,
      { from: /^journalctl /, whole: true },
    ],
    ['the journal, where dmesg is not installed', undefined, WHOLE, { from: /^journalctl /, whole: true }],
    [
      'the journal, where the ring buffer has lost its beginning',
      PARTIAL,
      WHOLE,
      { from: /^journalctl /, whole: true },
    ],
    [
      'the rest of the ring buffer, where there is no journal',
      PARTIAL,
      undefined,
      { from: /^dmesg /, whole: false },
    ],
    [
      'the rest of the ring buffer, where the journal is empty',
      PARTIAL,
      'exit 0',
      { from: /^dmesg /, whole: false },
    ],
    ['unknown where neither may be read', DENIED, 'exit 1', undefined],
    ['unknown where neither is installed', undefined, undefined, undefined],
  ])('%s', async (_, dmesg, journal, expected) => {
    fake('dmesg', dmesg);
    fake('journalctl', journal);
    const log = await readKernelLog();
    expect(log && { from: log.from, whole: log.whole }).toEqual(
      expected && { from: expect.stringMatching(expected.from), whole: expected.whole },
    );
  });
});

test('callers in front of lines are taken off, empty lines left out', () => {
  const { lines, whole } = kernelLog(
    ['[    T0] Linux version 6.4.0', '', '[   C12] tick', '[bracket] kept'],
    'dmesg',
  );
  expect([lines, whole]).toEqual([['Linux version 6.4.0', 'tick', '[bracket] kept'], true]);
});

test('a word like the first line, later on, does not make it whole', () => {
  const lines = [...Array.from({ length: 30 }, () => 'noise'), 'Linux version 6.4.0'];
  expect(kernelLog(lines, 'dmesg').whole).toBe(false);
});
