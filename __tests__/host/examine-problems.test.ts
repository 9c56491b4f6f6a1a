/** Recorded hosts that cannot boot a Trust Domain, those of public threads among them: the problem, its evidence and its fix. */

import { describe, expect, test } from '@jest/globals';
import {
  BIOS_ENABLED,
  CH_47,
  cpuinfo,
  examined,
  FIRST_LINE,
  meminfo,
  PARAMETER,
  type Recording,
} from './recorded.ts';

const TDX_OFF = { [PARAMETER]: 'N\n', '/sys/fs/cgroup/misc.capacity': null };
const NO_FLAG = { '/proc/cpuinfo': cpuinfo('GenuineIntel', 'INTEL(R) XEON(R) PLATINUM 8570', '') };

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
    ['no /dev/kvm', { device: 'missing' }, 'dev-kvm', /does not exist/, /VT-x.*--device/],
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
