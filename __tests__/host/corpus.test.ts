/** Hosts of public threads: what their kernels said, and what the checks make of it. */

import { describe, expect, test } from '@jest/globals';
import { examined, FIRST_LINE, PARAMETER } from './recorded.ts';

const CANONICAL = 'https://github.com/canonical/tdx/issues/';

/** Nothing but these lines tells that the host is well: the rest is not known of it, or speaks for it. */
describe('a host that was well', () => {
  test.each<[string, readonly string[]]>([
    [
      `${CANONICAL}385`,
      ['virt/tdx: BIOS enabled: private KeyID range [32, 64)', 'virt/tdx: module initialized'],
    ],
    [
      `${CANONICAL}135`,
      ['virt/tdx: BIOS enabled: private KeyID range [32, 64)', 'virt/tdx: module initialized'],
    ],
    [
      'https://github.com/intel/tdx-linux/issues/5',
      ['> virt/tdx: BIOS enabled: private KeyID range [32, 64)', '> virt/tdx: module initialized'],
    ],
    [
      'lkml, Jun Miao: distinguishes TDX module loading situations',
      ['virt/tdx: BIOS enabled: private KeyID range [64, 128)', 'virt/tdx: module initialized'],
    ],
    ['a BIOS tutorial', ['x86/mktme: 63 KeyIDs available']],
  ])('%s', async (_, lines) => {
    expect((await examined({ log: [FIRST_LINE, ...lines] })).ready).toBe(true);
  });
});

describe('a host that was not', () => {
  test.each<[string, readonly string[], string, string]>([
    [
      `${CANONICAL}33`,
      ['tdx: BIOS enabled: private KeyID range [1, 64)', 'tdx: not enabled by BIOS.'],
      'bios',
      'tdx: not enabled by BIOS.',
    ],
    [
      `${CANONICAL}33, and a module that cannot be signed`,
      ['kvm_intel: no symbol version for __seamcall', 'tdx: not enabled by BIOS.'],
      'bios',
      'tdx: not enabled by BIOS.',
    ],
    [
      `${CANONICAL}102`,
      ['tdx: BIOS enabled: private KeyID range [32, 64)', 'tdx: not enabled by BIOS.'],
      'bios',
      'tdx: not enabled by BIOS.',
    ],
    [
      `${CANONICAL}382`,
      [
        'Kernel command line: BOOT_IMAGE=/boot/vmlinuz-6.8.0-1028-intel',
        'virt/tdx: BIOS enabled: private KeyID range [64, 128)',
      ],
      'tdx-module',
      'and no line says whether the module was initialised',
    ],
    [
      `${CANONICAL}331`,
      ['virt/tdx: SEAMCALL (0xADDR) failed: 0xADDR', 'virt/tdx: module initialization failed (-5)'],
      'tdx-module',
      'module initialization failed (-5)',
    ],
    [
      `${CANONICAL}135, at first`,
      [
        'virt/tdx: BIOS enabled: private KeyID range [32, 64)',
        'virt/tdx: initialization failed: TDMR [0x0, 0x80',
      ],
      'tdx-module',
      'TDMR [0x0',
    ],
  ])('%s', async (_, lines, id, evidence) => {
    const files = { [PARAMETER]: 'N\n', '/proc/cpuinfo': null, '/sys/fs/cgroup/misc.capacity': null };
    const { ready, checks } = await examined({
      kernelRelease: '6.8.0-1028-intel',
      files,
      log: [FIRST_LINE, ...lines],
    });
    const first = checks.find(({ state }) => state === 'problem');
    expect({ ready, id: first?.id, evidence: first?.evidence }).toEqual({
      ready: false,
      id,
      evidence: expect.stringContaining(evidence),
    });
  });

  test.each([`${CANONICAL}206`, `${CANONICAL}100`])('%s: weeks after it was initialised', async () => {
    const warning =
      'WARNING: CPU: 128 PID: 151022 at arch/x86/kvm/vmx/tdx.c:1494 tdx_mem_page_aug+0x102/0x1d0 [kvm_intel]';
    const { check } = await examined({ log: [FIRST_LINE, 'virt/tdx: module initialized', warning] });
    expect(check('warnings')).toMatchObject({ state: 'unknown', evidence: warning });
  });
});
