/** In which phase a known line stands, and how sure that is: a line that may come any time shows no phase by itself. */

import { describe, expect, test } from '@jest/globals';
import { BANNER, read } from './reading.ts';

const PC = '[    2.1] Hardware name: LENOVO 20AN/20AN, BIOS GLET90 2.44 09/13/2017';
const NO_ROOT = '[    2.0] Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)';
const INIT_DIED = '[    2.0] Kernel panic - not syncing: Attempted to kill init! exitcode=0x0000000b';
const NULL = '[    2.0] BUG: kernel NULL pointer dereference, address: 0000000000000008';

function said(...lines: readonly string[]) {
  const { diagnosis } = read(lines);
  return [diagnosis?.phase, diagnosis?.certainty, diagnosis?.cause];
}

describe('the name of a PC', () => {
  test.each([
    ['kernel', 'linux-panic-root-fs', NO_ROOT],
    ['initramfs', 'linux-panic-init-killed-sigsegv', INIT_DIED],
  ])('is of no host where its own boot ends in %s: %s', (phase, cause, line) => {
    expect(said(line, PC)).toEqual([phase, 'known', cause]);
  });

  test('is of a host where its kernel crashes', () => {
    expect(said(NULL, PC)).toEqual(['host', 'known', 'linux-null-pointer']);
  });

  test('is of a host where a guest boots besides', () => {
    expect(said(NULL, PC, '[    0.1] tdx: Guest detected', NO_ROOT.replace('2.0', '1.0'))[0]).toBe('host');
  });
});

describe('what a kernel may say any time', () => {
  const stall = (seconds: string) => `[${seconds}] rcu: INFO: rcu_preempt self-detected stall on CPU`;

  test.each([
    ['shows no phase by itself', [stall('   24.7')], 'kernel', 'likely'],
    ['stands in the boot that the log shows', [BANNER, stall('   24.7')], 'kernel', 'known'],
    ['stands in the kernel while its clock is young', [stall('    2.7')], 'kernel', 'known'],
    ['stands in a system that has long been up', [stall(' 8243.7')], 'userspace', 'likely'],
  ])('%s', (_, lines, phase, certainty) => {
    expect(said(...lines)).toEqual([phase, certainty, 'linux-rcu-self-stall']);
  });
});

test.each([
  ['Emergency mode of an initramfs or of the real system', 'You are in emergency mode.'],
  [
    'An exception in a firmware or in what it has started',
    '!!!! X64 Exception Type - 06(#UD - Invalid Opcode)  CPU Apic ID - 00000000 !!!!',
  ],
])('%s is not sure of its phase', (_, line) => {
  expect(said(line)[1]).toBe('likely');
});

test.each([
  ['grub-symbol', "symbol 'grub_efi_secure_boot' not found."],
  ['shim-verification', 'ERROR Verification failed: (15) Access Denied'],
])('a line that was copied from a screen shows its program: %s', (cause, line) => {
  expect(said(line)).toEqual(['bootloader', 'known', cause]);
});
