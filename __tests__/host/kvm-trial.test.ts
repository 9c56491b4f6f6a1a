/** The tiny guest in a real QEMU: it runs to its end, and a KVM that cannot run it is detected. */

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { RESET_VECTOR, TRIAL_CODE, trialImage, tryKvm } from '../../src/host/kvm-trial.ts';
import { lingering } from '../support/processes.ts';
import { until } from '../support/until.ts';

let directory: string;
let before: string | undefined;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tdx-boot-trial-'));
  before = process.env.TMPDIR;
  process.env.TMPDIR = directory;
});

afterEach(() => {
  expect(readdirSync(directory).filter((name) => name.startsWith('tdx-boot-kvm-'))).toEqual([]);
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  rmSync(directory, { recursive: true });
});

test('its code is what its assembly says', () => {
  const lines = [
    ...TRIAL_CODE.map(([, assembly]) => assembly),
    'times 0xfff0 - ($ - $$) db 0',
    'bits 16',
    RESET_VECTOR[1],
    'times 0x10000 - ($ - $$) db 0',
  ];
  const source = join(directory, 'trial.asm');
  const image = join(directory, 'trial.bin');
  writeFileSync(source, `${lines.join('\n')}\n`);
  execFileSync('nasm', ['-f', 'bin', '-o', image, source]);
  expect(readFileSync(image).equals(trialImage())).toBe(true);
});

test('it runs to its end where instructions are executed rightly', async () => {
  expect(await tryKvm('/usr/bin/qemu-system-x86_64', undefined, 'tcg')).toEqual({ works: true });
});

/** A fake QEMU: what real ones have said and done. */
function fakeQemu(body: string): string {
  const path = join(directory, 'fake-qemu');
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}

test.each([
  [
    'a KVM that fails at an instruction',
    'echo "qemu: warning: host lacks a feature" >&2; echo "KVM internal error. Suberror: 1" >&2; echo "emulation failure" >&2; exit 9',
    'KVM internal error. Suberror: 1: emulation failure; QEMU ended with exit code 9',
  ],
  ['a QEMU that says nothing', 'exit 1', 'QEMU ended with exit code 1'],
  ['a guest that was reset', 'exit 0', 'the guest was reset'],
  ['a QEMU that is killed', 'kill -ABRT $$', 'QEMU ended with SIGABRT'],
])('%s is told as such', async (_, body, said) => {
  expect(await tryKvm(fakeQemu(body))).toEqual({ works: false, said });
});

test('a trial that is cancelled ends its QEMU, and says nothing of KVM', async () => {
  const started = join(directory, 'started');
  const cancel = new AbortController();
  const tried = tryKvm(fakeQemu(`echo > ${started}; sleep 1000`), cancel.signal);
  await until('the fake QEMU runs', () => existsSync(started));
  cancel.abort('cancelled by a test');
  await expect(tried).rejects.toBe('cancelled by a test');
  expect(await lingering(directory)).toEqual([]);
});

test('a host without a place for the trial: KVM is not blamed', async () => {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = join(directory, 'none');
  try {
    await expect(tryKvm(fakeQemu('exit 1'))).rejects.toMatchObject({ code: 'no-work-directory' });
  } finally {
    process.env.TMPDIR = TMPDIR;
  }
});

test('a QEMU that cannot be started', async () => {
  const tried = await tryKvm(join(directory, 'none'));
  expect(tried).toMatchObject({
    works: false,
    said: expect.stringMatching(/cannot run [^ ]*none: no such file or directory/),
  });
});
