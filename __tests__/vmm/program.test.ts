/** Where the program of a VMM is looked for: in PATH, then where distributions put it. */

import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findProgram } from '../../src/vmm/program.ts';
import { qemu } from '../../src/vmm/qemu.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('program');
const program = join(dir, 'qemu-kvm');
writeFileSync(program, '#!/bin/sh\n');

test('RHEL has its QEMU outside of PATH', () => {
  expect(qemu.commands).toEqual(['qemu-system-x86_64', '/usr/libexec/qemu-kvm']);
});

test('a program of no name in PATH is found by its absolute path, if it may be executed', async () => {
  const backend = { ...qemu, commands: ['tdx-boot-no-such-qemu', program] as const };
  chmodSync(program, 0o644);
  await expect(findProgram(backend, 'emulated')).rejects.toMatchObject({ code: 'vmm-not-executable' });
  chmodSync(program, 0o755);
  expect(await findProgram(backend, 'emulated')).toMatchObject({ path: program });
});

test('what is nowhere is called by its first name', async () => {
  const backend = { ...qemu, commands: ['tdx-boot-no-such-qemu', join(dir, 'none')] as const };
  await expect(findProgram(backend, 'emulated')).rejects.toMatchObject({
    code: 'vmm-missing',
    message: 'tdx-boot-no-such-qemu is not installed',
  });
});
