/** Whether a host can boot a Trust Domain, on recorded hosts: healthy ones, and those of public threads that failed. */

import { describe, expect, test } from '@jest/globals';
import { requireKvm, requireTdxHost } from '../../src/host/examine.ts';
import {
  BIOS_ENABLED,
  cpuinfo,
  examined,
  FIRST_LINE,
  meminfo,
  PARAMETER,
  type Recording,
  recordedHost,
} from './recorded.ts';

const TDX_OFF = { [PARAMETER]: 'N\n', '/sys/fs/cgroup/misc.capacity': null };
const NO_FLAG = { '/proc/cpuinfo': cpuinfo('GenuineIntel', 'INTEL(R) XEON(R) PLATINUM 8570', '') };
const CH_47 = { version: '47.0', features: ['kvm', 'tdx'] };

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

/** What a host shows whose KVM has no TDX for the reason at hand. */
function failedHost(lines: readonly string[], more: Recording = {}): Recording {
  return { ...more, files: { ...NO_FLAG, ...TDX_OFF, ...more.files }, log: [FIRST_LINE, ...lines] };
}

describe('a host is not ready, and the first problem is', () => {
  test.each<[string, Recording, string, RegExp, RegExp]>([
    [
      'an AMD processor',
      { files: { '/proc/cpuinfo': cpuinfo('AuthenticAMD', 'AMD EPYC 9654', 'svm') } },
      'cpu',
      /^AuthenticAMD AMD EPYC 9654: TDX is Intel's$/,
      /Intel Xeon/,
    ],
    [
      'a virtual machine',
      { files: { '/proc/cpuinfo': cpuinfo('GenuineIntel', 'Xeon', 'hypervisor') } },
      'cpu',
      /virtual machine/,
      /machine below/,
    ],
    [
      'TME off, in its register',
      { msr: { 2434: 1n, 5121: 0x800n, 135: 64n << 32n } },
      'bios',
      /^TME-MT is off/,
      /BIOS/,
    ],
    [
      'no SEAM and no keys, in the registers',
      { msr: { 2434: 3n, 5121: 0n, 135: 63n } },
      'bios',
      /^SEAM .*; no private KeyIDs/,
      /BIOS/,
    ],
    [
      'a BIOS that set keys aside and no more',
      failedHost(['tdx: BIOS enabled: private KeyID range [1, 64)', 'tdx: not enabled by BIOS.']),
      'bios',
      /^tdx: not enabled by BIOS\.$/,
      /TME-MT.*SEAM loader/,
    ],
    [
      'a module that was never loaded, in silence',
      failedHost([BIOS_ENABLED, 'virt/tdx: Disable ACPI S3. Turn off TDX in the BIOS to use ACPI S3.']),
      'tdx-module',
      /range \[64, 128\) \| and no line says/,
      /kvm_intel.*tdx=1.*SEAM loader/,
    ],
    [
      'a module that is not there',
      failedHost([BIOS_ENABLED, 'virt/tdx: module not loaded']),
      'tdx-module',
      /module not loaded/,
      /TDX-SEAM\.so/,
    ],
    [
      'a module that the kernel cannot initialise',
      failedHost([
        BIOS_ENABLED,
        'virt/tdx: SEAMCALL (0x22) failed: 0xc0000100',
        'virt/tdx: module initialization failed (-5)',
      ]),
      'tdx-module',
      /SEAMCALL \(0x22\) failed: 0xc0000100 \| .*failed \(-5\)$/,
      /Update the TDX module/,
    ],
    [
      'a memory map with too many holes',
      failedHost([
        BIOS_ENABLED,
        'virt/tdx: initialization failed: TDMR [0x0, 0x8000000000): reserved areas exhausted.',
      ]),
      'tdx-module',
      /reserved areas exhausted/,
      /more holes/,
    ],
    [
      'a kernel that may hibernate',
      failedHost([BIOS_ENABLED, 'virt/tdx: initialization failed: Hibernation support is enabled'], {
        files: { '/proc/cmdline': 'root=/dev/sda1 kvm_intel.tdx=1\n' },
      }),
      'tdx-module',
      /Hibernation/,
      /nohibernate.*update-grub/,
    ],
    [
      'one private KeyID, which the module needs itself',
      failedHost([
        'virt/tdx: BIOS enabled: private KeyID range [64, 65)',
        'virt/tdx: initialization failed: too few private KeyIDs available.',
      ]),
      'tdx-module',
      /too few private KeyIDs/,
      /key split/,
    ],
    [
      'a failure that nobody has seen',
      failedHost([BIOS_ENABLED, 'virt/tdx: initialization failed: moon']),
      'tdx-module',
      /moon/,
      /BIOS/,
    ],
    [
      'a kernel without a word of TDX',
      failedHost([]),
      'tdx-module',
      /nothing of TDX/,
      /CONFIG_INTEL_TDX_HOST/,
    ],
    [
      'a TDX 1.0 module on a kernel of today',
      {
        log: [
          FIRST_LINE,
          'tdx: TDX module: attributes 0x0, vendor_id 0x8086, major_version 1, minor_version 0, build_date 20220520, build_num 457',
          'virt/tdx: module initialized',
        ],
      },
      'tdx-module-version',
      /minor_version 0/,
      /module 1\.5/,
    ],
    [
      'a KVM without TDX',
      { log: null, files: { [PARAMETER]: null } },
      'kernel',
      /has no TDX$/,
      /CONFIG_KVM_INTEL_TDX/,
    ],
    ['TDX off in KVM', { files: TDX_OFF }, 'kvm-intel', /: N$/, /options kvm_intel tdx=1/],
    [
      'TDX off in KVM, which says why',
      {
        files: TDX_OFF,
        log: [
          FIRST_LINE,
          'virt/tdx: module initialized',
          'kvm_intel: TDP MMU and MMIO caching and EPT A/D bit are required for TDX',
        ],
      },
      'kvm-intel',
      /: N \| .*MMIO caching/,
      /mmio_caching=0/,
    ],
    [
      'KVM not loaded',
      { files: { [PARAMETER]: null, '/sys/module/kvm_intel': null } },
      'kvm-intel',
      /not loaded/,
      /modprobe kvm_intel tdx=1/,
    ],
    [
      'TDX switched off on the command line',
      { files: { '/proc/cmdline': 'kvm_intel.tdx=1 kvm_intel.tdx=off' } },
      'cmdline',
      /^kvm_intel\.tdx=off$/,
      /kvm_intel\.tdx=1/,
    ],
    ['/dev/kvm of others', { device: 'denied' }, 'dev-kvm', /may not open/, /usermod/],
    ['no /dev/kvm', { device: 'missing' }, 'dev-kvm', /does not exist/, /VT-x/],
    [
      'a KVM that cannot run a guest',
      { trial: { works: false, said: 'KVM internal error. Suberror: 1: emulation failure' } },
      'kvm-trial',
      /emulation failure/,
      /sandbox/,
    ],
    [
      'no KeyID for a TD',
      { files: { '/sys/fs/cgroup/misc.capacity': 'tdx 0\n' } },
      'key-ids',
      /none is left/,
      /BIOS/,
    ],
    [
      'too little memory',
      { files: { '/proc/meminfo': meminfo(1000) } },
      'memory',
      /^0 MiB available, 1024 MiB wanted$/,
      /lower guest\.memory/,
    ],
    [
      'memory that free hugepages hold',
      {
        files: {
          '/proc/meminfo':
            'MemAvailable:   1000 kB\nHugePages_Total:     512\nHugePages_Free:      512\nHugepagesize:       2048 kB\n',
        },
      },
      'memory',
      /^0 MiB/,
      /1024 MiB of free hugepages: sudo sysctl vm\.nr_hugepages=0/,
    ],
    [
      'a QEMU without TDX',
      { qemu: { version: '7.2.22', tdxGuest: false } },
      'vmm',
      /^qemu 7\.2\.22: .* no object tdx-guest.*; cloud-hypervisor is not installed$/,
      /10\.1 or later/,
    ],
    [
      'a Cloud Hypervisor that speaks another KVM’s language',
      { qemu: null, cloudHypervisor: CH_47 },
      'vmm',
      /^qemu is not installed; cloud-hypervisor 47\.0: .* speaks the KVM interface of Intel's/,
      /Linux 6\.16/,
    ],
    [
      'a QEMU where the scenario wants Cloud Hypervisor',
      { wanted: { vmm: 'cloud-hypervisor' } },
      'vmm',
      /^cloud-hypervisor is not installed$/,
      /tdx-boot firmware build cloud-hypervisor/,
    ],
    [
      'a QEMU on Intel’s 2022 tree',
      { kernelRelease: '5.19.0-rc8-tdx' },
      'vmm',
      /^qemu 10\.1\.0: .* VM type 5/,
      /./,
    ],
  ])('%s', async (_, recording, id, evidence, fix) => {
    const { ready, checks } = await examined(recording);
    const first = checks.find(({ state }) => state === 'problem');
    expect({ ready, first }).toEqual({
      ready: false,
      first: {
        id,
        title: expect.any(String),
        state: 'problem',
        evidence: expect.stringMatching(evidence),
        fix: expect.stringMatching(fix),
      },
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

test.each<['missing' | 'denied', RegExp, RegExp]>([
  [
    'missing',
    /needs \/dev\/kvm, which does not exist$/,
    /^Load KVM: .* --device \/dev\/kvm.* platform: emulated\.$/,
  ],
  ['denied', /needs \/dev\/kvm, which this user may not open$/, /usermod/],
])(
  'before a boot of an ordinary VM: /dev/kvm is %s, which no second attempt changes',
  (device, message, hint) => {
    const refused = { code: 'kvm-not-open', message: expect.stringMatching(message), lasting: true };
    const error = { ...refused, hint: expect.stringMatching(hint) };
    expect(() => requireKvm(recordedHost({ device }))).toThrow(expect.objectContaining(error));
  },
);

test('an ordinary VM may try where /dev/kvm opens', () => {
  expect(requireKvm(recordedHost({ log: null, trial: null }))).toBeUndefined();
});

describe('before a boot', () => {
  const require = (recording: Recording) => requireTdxHost(recordedHost(recording), 2 ** 30, 0);

  test('the first problem refuses it, with what to do', async () => {
    await expect(require({ device: 'denied', qemu: null })).rejects.toMatchObject({
      code: 'host-not-ready',
      message: 'this host cannot boot a Trust Domain: /dev/kvm: this user may not open it',
      hint: expect.stringMatching(/usermod.* All checks: tdx-boot doctor$/),
    });
  });

  test('what stays as it is lasts; memory may come back', async () => {
    await expect(require({ device: 'denied' })).rejects.toMatchObject({ lasting: true });
    await expect(require({ files: { '/proc/meminfo': meminfo(1) } })).rejects.toMatchObject({
      message: expect.stringContaining('memory'),
      lasting: false,
    });
  });

  test.each<[string, Recording]>([
    ['a ready host', {}],
    ['one of which not all is known', { log: null, kernelRelease: '5.14.0-570.el9.x86_64', trial: null }],
    ['a VMM that is not in PATH: the run may have its own', { qemu: null }],
  ])('%s may try', async (_, recording) => {
    await expect(require(recording)).resolves.toBeUndefined();
  });
});
