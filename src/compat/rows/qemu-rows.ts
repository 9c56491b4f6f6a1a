/** What is known about QEMU: which versions make Trust Domains, on which hosts, and with which payloads. */

import type { Row } from '../combination.ts';

const TD = { platforms: ['tdx'], vmm: 'qemu' } as const;
const PLAIN = { platforms: ['kvm', 'emulated'], vmm: 'qemu' } as const;
const UPSTREAM = { ...TD, vmmVersion: { from: '10.1' }, vmmTdx: true, host: ['upstream'] } as const;
const USE_10_1 = 'Use QEMU 10.1 or later, for example of Ubuntu 25.10 or of Debian after trixie.';

export const QEMU_ROWS: readonly Row[] = [
  {
    id: 'qemu-without-tdx-guest',
    when: { ...TD, vmmTdx: false },
    verdict: 'refused',
    about: 'vmm',
    reason: 'this QEMU has no object tdx-guest: it is older than 10.1, or was built without CONFIG_TDX',
    reference: "QEMU 10.0.13 and 7.2.22: Parameter 'qom-type' does not accept value 'tdx-guest'",
    certainty: 'seen in a log',
    advice: USE_10_1,
  },
  {
    id: 'qemu-before-10.1',
    when: { ...TD, vmmVersion: { before: '10.1' }, vmmTdx: true, host: ['upstream'] },
    verdict: 'refused',
    about: 'vmm',
    reason:
      'a QEMU before 10.1 has its TDX from an out-of-tree series, which speaks the interface of another kernel',
    reference:
      'QEMU docs/system/i386/tdx.rst, upstream since 10.1; cloud-hypervisor PR #6292 for the same break elsewhere',
    certainty: 'inferred',
    advice: USE_10_1,
  },
  {
    id: 'qemu-on-old-abi',
    when: { ...TD, vmmVersion: { from: '10.1' }, host: ['intel-2022', 'intel-canonical'] },
    verdict: 'refused',
    about: 'vmm',
    reason:
      "QEMU from 10.1 on asks for VM type 5 of Linux 6.16, which the KVM of Intel's older trees has not",
    reference: 'QEMU target/i386/kvm/tdx.c: "vm-type TDX not supported by KVM"',
    certainty: 'inferred',
    advice:
      "Boot a kernel of Linux 6.16 or later on the host, or use the VMM that belongs to the host's tree.",
  },
  {
    id: 'qemu-td-virtiofs',
    when: { platforms: ['tdx', 'tdx-emulated'], vmm: 'qemu', needs: ['virtiofs'] },
    verdict: 'not-offered',
    about: 'shares',
    reason:
      'virtiofsd does not offer VIRTIO_F_ACCESS_PLATFORM, and QEMU does not do so for it: the driver of a Trust Domain refuses such a device, because it could reach private memory only',
    reference:
      'kata-containers issue #3810: "virtiofs virtio2: device must provide VIRTIO_F_ACCESS_PLATFORM"; Cloud Hypervisor offers it since its PR #3916',
    certainty: 'said in an issue',
    advice: 'Share by 9p (type: 9p), or with vmm: cloud-hypervisor say a tag, by which the guest mounts it.',
  },
  {
    id: 'qemu-td-shim-linux',
    when: { ...TD, firmware: ['td-shim'] },
    verdict: 'refused',
    about: 'firmware',
    reason: "QEMU refuses td-shim's Linux image: TDVF contains unsupported section type 5",
    reference: 'td-shim issue #656, MigTD issue #361; QEMU hw/i386/tdvf.c',
    certainty: 'said in an issue',
    advice: 'Use TDVF, or td-shim with vmm: cloud-hypervisor.',
  },
  {
    id: 'qemu-td-shim-executable',
    when: {
      ...TD,
      vmmVersion: { before: '10.1' },
      vmmTdx: true,
      firmware: ['td-shim-executable', 'td-shim-example'],
      payload: ['executable'],
      host: ['intel-2022', 'intel-canonical'],
    },
    verdict: 'works',
    about: 'firmware',
    reason: "td-shim's own CI boots its payloads with a QEMU of Intel's tree",
    reference: 'td-shim sh_script/integration_tdx.sh',
    certainty: 'read in source',
  },
  {
    id: 'qemu-td-shim-scratch',
    when: {
      ...TD,
      vmmVersion: { from: '10.1' },
      firmware: ['td-shim-executable', 'td-shim-example'],
      firmwareRelease: { before: '0.8.1' },
    },
    verdict: 'refused',
    about: 'firmware',
    reason:
      "QEMU from 10.1 on wants td-shim's scratch memory in RAM, and up to v0.8.0 it lies just below 4 GiB: Failed to accept memory for TDVF section 3",
    reference: 'QEMU target/i386/kvm/tdx.c tdx_accept_ram_range; td-shim v0.8.0 config_memory_exec.json',
    certainty: 'read in source',
    advice: "Use vmm: cloud-hypervisor on a host with Intel's kvm-upstream-2022.08.07-v5.19-rc8.",
  },
  {
    id: 'qemu-td-debug',
    when: { ...TD, vmmVersion: { from: '10.1' }, needs: ['td-debug'] },
    verdict: 'refused',
    about: 'td',
    reason:
      'QEMU from 10.1 on starts no TD with the attribute DEBUG: Some QEMU unsupported TD attribute bits being requested',
    reference: 'QEMU target/i386/kvm/tdx.c, TDX_SUPPORTED_TD_ATTRS',
    certainty: 'read in source',
    advice: "Leave debug out, or use the QEMU of Intel's tree on its host.",
  },
  {
    id: 'qemu-iommufd',
    when: {
      platforms: ['tdx', 'kvm', 'emulated'],
      vmm: 'qemu',
      vmmVersion: { before: '9.0' },
      needs: ['vfio'],
    },
    verdict: 'not-offered',
    about: 'vfio',
    reason: 'QEMU before 9.0 has no object iommufd',
    reference: 'QEMU qapi/qom.json, IOMMUFDProperties (since 9.0)',
    certainty: 'documented',
    advice: 'Use QEMU 9.0 or later.',
  },
  {
    id: 'qemu-tdvf',
    when: {
      ...UPSTREAM,
      firmware: ['tdvf'],
      firmwareRelease: { from: '202405' },
      payload: ['disk', 'kernel'],
    },
    verdict: 'works',
    about: 'firmware',
    reason: 'the upstream stack; kata-containers runs its nightly TDs with edk2-stable202511',
    reference: 'QEMU docs/system/i386/tdx.rst; cloud-hypervisor issue #8540; kata-containers versions.yaml',
    certainty: 'said in an issue',
  },
  {
    id: 'qemu-distribution',
    when: { ...UPSTREAM, firmware: ['distribution'], payload: ['disk', 'kernel'] },
    verdict: 'works',
    about: 'firmware',
    reason: 'the stack of Ubuntu 25.10 and later',
    reference: 'cloud-hypervisor issue #8540 (QEMU 10.2); confidential-os-builder issue #60',
    certainty: 'said in an issue',
  },
  {
    id: 'qemu-distribution-secure',
    when: { ...UPSTREAM, firmware: ['distribution-secure'], payload: ['disk', 'kernel'] },
    verdict: 'works',
    about: 'firmware',
    reason:
      'for a signed boot loader or kernel: it enforces Secure Boot and stops after BdsDxe at anything else',
    reference: 'confidential-os-builder issue #62; cloud-hypervisor issue #8540',
    certainty: 'said in an issue',
  },
  {
    id: 'qemu-plain-kernel',
    when: { ...PLAIN, firmware: ['none'], payload: ['kernel'] },
    verdict: 'works',
    about: 'kernel',
    reason: "QEMU's own firmware loads a kernel; tdx-boot's tests boot kernels so",
    reference: 'QEMU 7.2.22 with Debian 6.1 under TCG and nested KVM',
    certainty: 'seen in a log',
  },
  {
    id: 'qemu-plain-tdvf',
    when: { ...PLAIN, firmware: ['tdvf'], payload: ['disk', 'kernel'] },
    verdict: 'works',
    about: 'firmware',
    reason: 'TDVF boots disks and kernels without a TD too; only in a TD it drops virtio-scsi and USB',
    reference: 'QEMU 7.2.22 and 11.1.3 under TCG with the documented pin; OvmfPkg/IntelTdx/IntelTdxX64.fdf',
    certainty: 'seen in a log',
  },
];
