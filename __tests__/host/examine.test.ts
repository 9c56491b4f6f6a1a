/** What the checks of a host find on recorded hosts: ready ones, what cannot be known, and how many TDs fit. */

import { describe, expect, test } from '@jest/globals';
import { BIOS_ENABLED, CH_47, examined, FIRST_LINE, meminfo, PARAMETER, type Recording } from './recorded.ts';

describe('a host is ready', () => {
  test.each<[string, Recording]>([
    ['upstream, all of it in the log', {}],
    ['upstream, with no right to read the log', { log: null }],
    ['upstream, in a log that has lost its first lines', { log: ['usb 1-1: new device'] }],
    [
      'whose log has lines of the caller in front',
      { log: [`[    T0] ${FIRST_LINE}`, `[    T1] ${BIOS_ENABLED}`] },
    ],
    ['whose kernel has another text for it', { log: [FIRST_LINE, 'virt/tdx: TDX-Module initialized'] }],
    [
      'that failed first and then did not',
      { log: [FIRST_LINE, 'virt/tdx: module initialization failed (-5)', 'virt/tdx: module initialized'] },
    ],
    [
      'of Intel’s 2022 tree, without QEMU',
      {
        kernelRelease: '5.19.0-rc8-tdx',
        files: {
          '/sys/firmware/tdx/tdx_module/status': 'initialized\n',
          '/sys/fs/cgroup/misc.capacity': null,
        },
        log: [FIRST_LINE, 'tdx: BIOS enabled: private KeyID range [32, 64)'],
        qemu: null,
        trial: null,
        cloudHypervisor: CH_47,
      },
    ],
    [
      'of Canonical, with its own QEMU',
      { kernelRelease: '6.8.0-1028-intel', qemu: { version: '8.2.2', tdxGuest: true } },
    ],
  ])('%s', async (_, recording) => {
    const { ready, checks } = await examined(recording);
    expect({ ready, problems: checks.filter(({ state }) => state === 'problem') }).toEqual({
      ready: true,
      problems: [],
    });
  });
});

describe('what cannot be known is unknown', () => {
  test.each<[string, Recording, string[]]>([
    [
      'a container with nothing mounted',
      {
        files: {
          '/proc/cpuinfo': null,
          '/proc/meminfo': null,
          '/proc/cmdline': null,
          '/sys/module': null,
          '/sys/module/kvm_intel': null,
          '/sys/fs/cgroup/misc.capacity': null,
          [PARAMETER]: null,
        },
        log: null,
        device: 'missing',
        qemu: null,
        trial: null,
      },
      [
        'cpu',
        'bios',
        'tdx-module',
        'tdx-module-version',
        'kernel',
        'cmdline',
        'warnings',
        'kvm-trial',
        'key-ids',
        'memory',
        'hugepages',
      ],
    ],
    [
      'a distribution’s mixture: which KVM interface',
      { kernelRelease: '5.14.0-570.el9.x86_64' },
      ['kernel', 'vmm'],
    ],
    [
      'without QEMU: whether KVM runs a guest',
      { kernelRelease: '5.19.0-rc8', trial: null, cloudHypervisor: CH_47 },
      ['kvm-trial'],
    ],
    [
      'a warning of KVM',
      {
        log: [
          FIRST_LINE,
          'virt/tdx: module initialized',
          'WARNING: CPU: 1 PID: 24908 at arch/x86/kvm/vmx/tdx.c:1494 tdx_mem_page_aug+0x102/0x1d0 [kvm_intel]',
        ],
      },
      ['tdx-module-version', 'warnings'],
    ],
  ])('%s', async (_, recording, ids) => {
    const { checks } = await examined(recording);
    expect(checks.filter(({ state }) => state === 'unknown').map(({ id }) => id)).toEqual(ids);
    for (const { state, fix } of checks)
      expect({ state, hasFix: fix !== undefined }).toEqual({ state, hasFix: state !== 'ok' });
  });

  test('a decisive check that is unknown makes a host not ready', async () => {
    expect(await examined({ kernelRelease: '5.14.0-570.el9.x86_64' })).toMatchObject({ ready: false });
  });
});

describe('how many TDs fit', () => {
  test.each<[string, Recording, string]>([
    [
      'the kernel’s own figure',
      { files: { '/sys/fs/cgroup/misc.current': 'tdx 3\n' } },
      '63 TDs at a time, 3 in use (/sys/fs/cgroup/misc.capacity: tdx 63)',
    ],
    [
      'the range, less the one of the module',
      { files: { '/sys/fs/cgroup/misc.capacity': null } },
      `63 TDs at a time (${BIOS_ENABLED})`,
    ],
    [
      'the register',
      { files: { '/sys/fs/cgroup/misc.capacity': null }, log: null, msr: { 135: (2n << 32n) | 62n } },
      '1 TD at a time (MSR 0x87: 2 private KeyIDs)',
    ],
  ])('%s', async (_, recording, evidence) => {
    expect((await examined(recording)).check('key-ids')).toMatchObject({ state: 'ok', evidence });
  });
});

test('memory that other TDs hold is waited for', async () => {
  const files = { '/proc/meminfo': meminfo(1024) };
  const { ready, check } = await examined({ files, held: 2 ** 31 });
  expect([ready, check('memory').evidence]).toEqual([
    true,
    '1 MiB available, 1024 MiB wanted: enough once TDs that hold 2048 MiB have ended',
  ]);
});
