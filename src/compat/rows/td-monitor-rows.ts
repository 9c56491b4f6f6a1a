/** What an emulated Trust Domain can and cannot have (td-monitor/README.md). */

import type { Row } from '../combination.ts';

const EMULATED = { platforms: ['tdx-emulated'], vmm: 'qemu' } as const;

/** QEMU commit 4a1e9d4d11c, of 7.2, cuts the addresses; b1661801c1 mends that. */
const TRUNCATES = {
  verdict: 'crashes',
  about: 'vmm',
  reason:
    'this QEMU cuts the addresses of nested page tables to 32 bits until the guest is in long mode: no instruction of the firmware runs',
  certainty: 'seen in an emulated TD',
  advice: 'Use QEMU 7.2.10 or a later 7.2, or 8.2.2 or later, as Debian 12 and Ubuntu 24.04 have.',
} as const;

export const TD_MONITOR_ROWS: readonly Row[] = [
  {
    id: 'td-monitor-qemu',
    when: { ...EMULATED, vmmVersion: { before: '7.2' } },
    verdict: 'not-offered',
    about: 'vmm',
    reason:
      'the TD monitor was run under QEMU 7.2 and later: an older one may lack a part of SVM that it needs',
    reference: 'td-monitor/README.md',
    certainty: 'inferred',
    advice: 'Install QEMU 7.2 or later, as Debian 12 and Ubuntu 24.04 have.',
  },
  {
    id: 'td-monitor-qemu-7.2.9',
    when: { ...EMULATED, vmmVersion: { from: '7.2', before: '7.2.10' } },
    ...TRUNCATES,
    reference: 'QEMU issue #2040, commits 4a1e9d4d11c and b1661801c1; 8.2.0 was run, and these were not',
    certainty: 'inferred',
  },
  {
    id: 'td-monitor-qemu-8.2.1',
    when: { ...EMULATED, vmmVersion: { from: '8.0', before: '8.2.2' } },
    ...TRUNCATES,
    reference:
      'QEMU issue #2040, commits 4a1e9d4d11c and b1661801c1; 8.2.0 ended so, and with the second commit it booted',
  },
  {
    id: 'td-monitor-cpus',
    when: { ...EMULATED, cpus: 17 },
    verdict: 'not-offered',
    about: 'cpus',
    reason: 'an emulated Trust Domain has at most 16 vCPUs',
    reference: 'td-monitor/td.h',
    certainty: 'read in source',
    advice: 'Set guest.cpus to 16 or less.',
  },
  {
    id: 'td-monitor-memory',
    when: { ...EMULATED, needs: ['odd-memory'] },
    verdict: 'not-offered',
    about: 'memory',
    reason:
      'an emulated Trust Domain has whole units of 2 MiB, and no size from 2784M to 2815M, where q35 would split RAM elsewhere than for a real TD',
    reference: 'td-monitor/README.md; QEMU hw/i386/pc_q35.c, lowmem',
    certainty: 'read in source',
    advice: 'Set guest.memory to an even number of MiB, such as 1G, 2G or 4G.',
  },
  {
    id: 'td-monitor-cpu',
    when: { ...EMULATED, needs: ['cpu'] },
    verdict: 'not-offered',
    about: 'cpu',
    reason:
      'the processor of an emulated Trust Domain is that of the TD monitor: another model may lack a part of SVM',
    reference: 'td-monitor/README.md',
    certainty: 'read in source',
    advice: 'Leave guest.cpu out; td-monitor: {cpuid: …} chooses what the guest is told.',
  },
  {
    id: 'td-monitor-topology',
    when: { ...EMULATED, needs: ['topology'] },
    verdict: 'not-offered',
    about: 'topology',
    reason: 'an emulated Trust Domain has one package of cores with one thread each',
    reference: 'td-monitor/cpuid.c, describe_topology',
    certainty: 'read in source',
    advice: 'Leave guest.topology out.',
  },
  {
    id: 'td-monitor-vfio',
    when: { ...EMULATED, needs: ['vfio'] },
    verdict: 'unknown',
    about: 'vfio',
    reason: 'nobody has given a device of the host to an emulated Trust Domain',
    reference: 'td-monitor/README.md',
    certainty: 'inferred',
    advice: 'Leave guest.vfio out, or use platform: tdx.',
  },
  {
    id: 'td-monitor-identity',
    when: { ...EMULATED, needs: ['td-identity'] },
    verdict: 'not-offered',
    about: 'td',
    reason: 'MRCONFIGID, MROWNER and MROWNERCONFIG of an emulated Trust Domain are zero',
    reference: 'td-monitor/README.md',
    certainty: 'read in source',
    advice: 'Leave them out, or use platform: tdx with QEMU.',
  },
  {
    id: 'td-monitor-td-shim-initrd',
    when: { ...EMULATED, firmware: ['td-shim'], needs: ['initrd'] },
    verdict: 'not-offered',
    about: 'initrd',
    reason:
      'td-shim hands no initrd to the kernel: it has a section for the kernel and one for the command line',
    reference: 'td-shim v0.8.0 and 125eeab, td-shim/src/bin/td-shim/linux',
    certainty: 'read in source',
    advice:
      'Boot from a disk ("tdx-boot probe IMAGE --kernel FILE" writes the probe guest as a disk), or build the initramfs into the kernel (CONFIG_INITRAMFS_SOURCE).',
  },
  {
    id: 'td-monitor-quotes',
    when: { ...EMULATED, needs: ['quote-socket'] },
    verdict: 'unknown',
    about: 'quote-socket',
    reason: 'an emulated Trust Domain gets no quotes: the guest is told that the service is not available',
    reference: 'td-monitor/README.md',
    certainty: 'read in source',
    advice: 'Test quotes with platform: tdx.',
  },
  {
    id: 'td-monitor-tdvf',
    when: {
      ...EMULATED,
      vmmVersion: { from: '7.2' },
      firmware: ['distribution', 'tdvf'],
      payload: ['kernel', 'disk'],
    },
    verdict: 'works',
    about: 'platform',
    reason: 'these reach user space with the TDX code of firmware and kernel',
    reference:
      'QEMU 7.2.22, 8.2.0 with b1661801c1, 10.0.2, 10.0.13, 11.1.3; OVMF.inteltdx.fd 2026.08 and edk2-stable202511 with host upstream, edk2-stable202211-242 with intel-2022; Linux 6.12.117 and 7.2.13; 1, 2 and 4 vCPUs',
    certainty: 'seen in an emulated TD',
  },
  {
    id: 'td-monitor-td-shim',
    when: { ...EMULATED, vmmVersion: { from: '7.2' }, firmware: ['td-shim'], payload: ['kernel'] },
    verdict: 'works',
    about: 'platform',
    reason: 'the TD monitor gives td-shim its kernel, command line and ACPI tables, as Cloud Hypervisor does',
    reference:
      'QEMU 7.2.22; td-shim v0.8.0 and 125eeab, release and debug; Linux 6.12.118; 1 and 2 vCPUs; v0.8.0 with host upstream: 1 vCPU',
    certainty: 'seen in an emulated TD',
  },
  {
    id: 'td-monitor-td-shim-payload',
    when: {
      ...EMULATED,
      vmmVersion: { from: '7.2' },
      firmware: ['td-shim-executable', 'td-shim-example'],
      payload: ['executable'],
    },
    verdict: 'works',
    about: 'platform',
    reason: "a payload within the image starts and talks, as under QEMU of Intel's tree",
    reference:
      "QEMU 7.2.22; td-shim v0.8.0: its example; its test payloads 1 to 5 with 1 to 8 vCPUs and 1 to 16 GiB, no test failed (1 needs td-monitor: {cet: true}); its CI's images for secure boot",
    certainty: 'seen in an emulated TD',
  },
  {
    id: 'td-monitor-ovmf',
    when: {
      ...EMULATED,
      vmmVersion: { from: '7.2' },
      firmware: ['plain-ovmf'],
      payload: ['kernel', 'disk'],
      host: ['intel-2022'],
    },
    verdict: 'works',
    about: 'platform',
    reason: "a distribution's OVMF.fd has the code of a TDX guest, and a host of 2022 lets it expose RBP",
    reference:
      'Linux 6.12.118; OVMF.fd of Debian 12 (2022.11-6+deb12u2, a kernel, 1 vCPU, QEMU 7.2.22) and of Debian 13 (2025.02-8+deb13u1, also a UKI on a disk with 2, QEMU 7.2.22, 8.2.0 with b1661801c1, 10.0.13, 11.1.3)',
    certainty: 'seen in an emulated TD',
  },
  {
    id: 'td-monitor-ovmf-upstream',
    when: { ...EMULATED, firmware: ['plain-ovmf'], host: ['upstream'] },
    verdict: 'unknown',
    about: 'firmware',
    reason:
      "a distribution's OVMF.fd does not tell its release: edk2 before 202405 exposes RBP in its first TDVMCALL and ends without output",
    reference:
      "QEMU 7.2.22; Debian 12's OVMF.fd 2022.11-6+deb12u2 ended so, Debian 13's 2025.02-8+deb13u1 booted Linux 6.12.117 with 1 vCPU and from a disk with 2",
    certainty: 'seen in an emulated TD',
    advice: 'Use edk2-stable202405 or later, or td-monitor: {host: intel-2022}.',
  },
];
