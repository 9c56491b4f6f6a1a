/** This machine as a host: what it lacks or forbids never throws. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { examine } from '../../src/host/examine.ts';
import { thisHost } from '../../src/host/host.ts';
import { scratchDirectory } from '../support/scratch.ts';

const directory = scratchDirectory('host');

test('every check has an answer, evidence, and a fix unless it is ok', async () => {
  const ids: string[] = [];
  for await (const { id, title, state, evidence, fix } of examine(
    thisHost,
    { memory: 2 ** 30, vmm: 'auto' },
    0,
  )) {
    ids.push(id);
    expect(['ok', 'problem', 'unknown']).toContain(state);
    expect([title, evidence]).not.toContain('');
    expect({ id, hasFix: (fix ?? '') !== '' }).toEqual({ id, hasFix: state !== 'ok' });
  }
  expect(ids).toEqual([...new Set(ids)]);
  expect(ids[0]).toBe('cpu');
});

test('a file, a directory, and nothing', () => {
  const file = join(directory, 'file');
  writeFileSync(file, 'text');
  expect([thisHost.read(file), thisHost.read(directory), thisHost.read(join(file, 'below'))]).toEqual([
    'text',
    undefined,
    undefined,
  ]);
  expect([thisHost.list(directory), thisHost.list(file), thisHost.list(join(directory, 'none'))]).toEqual([
    ['file'],
    undefined,
    undefined,
  ]);
  expect([thisHost.exists(file), thisHost.exists(join(directory, 'none'))]).toEqual([true, false]);
});

test('a device is open, denied or missing', () => {
  // Nobody, not even root, opens a directory for writing.
  expect([thisHost.device('/dev/null'), thisHost.device(directory), thisHost.device('/dev/none')]).toEqual([
    'open',
    'denied',
    'missing',
  ]);
});

test('a register that no CPU has is not known', () => {
  expect(thisHost.msr(0xdead_beef)).toBeUndefined();
});
