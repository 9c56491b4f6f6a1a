/** What is known about VMMs: which versions make Trust Domains, on which hosts, and with which payloads. */

import type { Row } from '../combination.ts';

const TD = ['tdx'] as const;
const CH = { platforms: TD, vmm: 'cloud-hypervisor' } as const;
const QEMU = { platforms: TD, vmm: 'qemu' } as const;
/** The one interface that any released Cloud Hypervisor speaks. */
const CH_ABI = 'kvm-upstream-2022.08.07-v5.19-rc8';
const USE_QEMU = 'Use QEMU 10.1 or later with "pins: current" on a host of Linux 6.16 or later.';
const USE_QEMU_10_1 = 'Use QEMU 10.1 or later, for example of Ubuntu 25.10 or of Debian after trixie.';

export const VMM_ROWS: readonly Row[] = [
  {
    id: 'host-without-tdx',
    when: { platforms: TD, host: ['none'] },
    verdict: 'refused',
    reason: "this host's KVM makes no Trust Domains",
    reference: 'QEMU target/i386/kvm/tdx.c: "vm-type TDX not supported by KVM"',
    certainty: 'read in source',
    advice: 'Run "tdx-boot doctor", which says what is missing, or boot the guest with platform: kvm.',
  },
  {
    id: 'ch-without-tdx',
    when: { ...CH, vmmTdx: false },
    verdict: 'refused',
    reason: 'this Cloud Hypervisor was built without the feature tdx, as every released program is',
    reference: 'cloud-hypervisor .github/workflows/release.yaml; --version -v lists the features',
    certainty: 'read in source',
    advice: 'Build v47.0 with "cargo build --release --features tdx".',
  },
  {
    id: 'ch-53-no-tdx',
    when: { ...CH, vmmVersion: { from: '53.0' }, vmmReleased: true },
    verdict: 'does-not-build',
    reason: 'Cloud Hypervisor cannot be built with the feature tdx from v53.0 on (compile_error!)',
    reference: 'cloud-hypervisor v53.0 cloud-hypervisor/src/main.rs:899, commit b2d1065a',
    certainty: 'read in source',
    advice: `Use v47.0 on a host with ${CH_ABI}; v52.0 is the last that builds it. ${USE_QEMU}`,
  },
  {
    id: 'ch-48-firmware-and-kernel',
    when: { ...CH, vmmVersion: { from: '48.0', before: '53.0' }, payload: ['kernel'] },
    verdict: 'refused',
    reason: 'Cloud Hypervisor refuses --firmware together with --kernel from v48.0 on, for TDs too',
    reference: 'cloud-hypervisor v48.0 vmm/src/vm_config.rs:717, commit dd8687ae; issue #7630',
    certainty: 'read in source',
    advice: 'Use Cloud Hypervisor v47.0, or boot a disk image with TDVF.',
  },
  {
    id: 'ch-other-abi',
    when: {
      ...CH,
      vmmVersion: { from: '30.0', before: '53.0' },
      vmmReleased: true,
      host: ['upstream', 'intel-canonical'],
    },
    verdict: 'refused',
    reason: `Cloud Hypervisor v30.0 to v52.0 speaks the KVM interface of Intel's ${CH_ABI}, and the first ioctl on any other host fails with EINVAL`,
    reference: 'cloud-hypervisor PR #5007 (e4ae668bc); issues #8540 (Linux 7.0, Ubuntu 26.04) and #7207',
    certainty: 'said in an issue',
    advice: USE_QEMU,
  },
  {
    id: 'ch-patched',
    when: { ...CH, vmmReleased: false, host: ['upstream'] },
    verdict: 'unknown',
    reason:
      'a Cloud Hypervisor between releases may have a series for Linux 6.16, such as PR #8724 with an edk2-stable202405 or later, or td-shim v0.8.0 with one CPU; its author says that it boots',
    reference: 'cloud-hypervisor PR #8724 (closed 2026-08), branch gjolly/fix/tdx_snp_guard, issue #8540',
    certainty: 'said in an issue',
    advice: USE_QEMU,
  },
  {
    id: 'ch-tdvf-disk',
    when: {
      ...CH,
      vmmVersion: { from: '30.0', before: '53.0' },
      vmmTdx: true,
      firmware: ['tdvf'],
      firmwareRelease: { before: '202405' },
      payload: ['disk'],
      host: ['intel-2022'],
    },
    verdict: 'works',
    reason:
      'the documented combination, with TDX module 1.0; nobody can rebuild that host today (issue #7181)',
    reference: 'cloud-hypervisor docs/intel_tdx.md',
    certainty: 'documented',
  },
  {
    id: 'ch-td-shim-kernel',
    when: {
      ...CH,
      vmmVersion: { from: '30.0', before: '48.0' },
      vmmTdx: true,
      firmware: ['td-shim'],
      payload: ['kernel'],
      host: ['intel-2022'],
    },
    verdict: 'works',
    reason:
      'the documented combination, with TDX module 1.0; nobody can rebuild that host today (issue #7181)',
    reference: 'cloud-hypervisor docs/intel_tdx.md',
    certainty: 'documented',
  },
  {
    id: 'ch-td-shim-executable',
    when: {
      ...CH,
      vmmVersion: { from: '30.0', before: '53.0' },
      vmmTdx: true,
      firmware: ['td-shim-executable', 'td-shim-example'],
      payload: ['executable'],
      host: ['intel-2022'],
    },
    verdict: 'works',
    reason:
      'it is launched as with a kernel, but without one: every section is added where the image wants it',
    reference: 'cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections',
    certainty: 'inferred',
  },
  {
    id: 'ch-tdvf-kernel',
    when: {
      ...CH,
      vmmVersion: { before: '48.0' },
      firmware: ['tdvf', 'distribution', 'distribution-secure'],
      payload: ['kernel'],
    },
    verdict: 'hangs-silently',
    reason:
      'Cloud Hypervisor loads a kernel only into a Payload section, which TDVF has none of: the kernel is dropped without a word, and TDVF looks for a disk',
    reference: 'cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections',
    certainty: 'read in source',
    advice: 'Boot a disk image, use td-shim for the kernel, or use QEMU.',
  },
  {
    id: 'qemu-without-tdx-guest',
    when: { ...QEMU, vmmTdx: false },
    verdict: 'refused',
    reason: 'this QEMU has no object tdx-guest: it is older than 10.1, or was built without CONFIG_TDX',
    reference: "QEMU 10.0.13 and 7.2.22: Parameter 'qom-type' does not accept value 'tdx-guest'",
    certainty: 'seen in a log',
    advice: USE_QEMU_10_1,
  },
  {
    id: 'qemu-before-10.1',
    when: { ...QEMU, vmmVersion: { before: '10.1' }, vmmTdx: true, host: ['upstream'] },
    verdict: 'refused',
    reason:
      'a QEMU before 10.1 has its TDX from an out-of-tree series, which speaks the interface of another kernel',
    reference:
      'QEMU docs/system/i386/tdx.rst, upstream since 10.1; cloud-hypervisor PR #6292 for the same break elsewhere',
    certainty: 'inferred',
    advice: USE_QEMU_10_1,
  },
  {
    id: 'qemu-on-old-abi',
    when: { ...QEMU, vmmVersion: { from: '10.1' }, host: ['intel-2022', 'intel-canonical'] },
    verdict: 'refused',
    reason:
      "QEMU from 10.1 on asks for VM type 5 of Linux 6.16, which the KVM of Intel's older trees has not",
    reference: 'QEMU target/i386/kvm/tdx.c: "vm-type TDX not supported by KVM"',
    certainty: 'inferred',
    advice:
      "Boot a kernel of Linux 6.16 or later on the host, or use the VMM that belongs to the host's tree.",
  },
  {
    id: 'qemu-td-shim-linux',
    when: { platforms: ['tdx'], vmm: 'qemu', firmware: ['td-shim'] },
    verdict: 'refused',
    reason: "QEMU refuses td-shim's Linux image: TDVF contains unsupported section type 5",
    reference: 'td-shim issue #656, MigTD issue #361; QEMU hw/i386/tdvf.c',
    certainty: 'said in an issue',
    advice: 'Use TDVF, or td-shim with Cloud Hypervisor v30.0 to v47.0.',
  },
  {
    id: 'qemu-td-shim-executable',
    when: {
      ...QEMU,
      vmmVersion: { before: '10.1' },
      vmmTdx: true,
      firmware: ['td-shim-executable', 'td-shim-example'],
      payload: ['executable'],
      host: ['intel-2022', 'intel-canonical'],
    },
    verdict: 'works',
    reason: "td-shim's own CI boots its payloads with a QEMU of Intel's tree",
    reference: 'td-shim sh_script/integration_tdx.sh',
    certainty: 'read in source',
  },
  {
    id: 'qemu-td-shim-scratch',
    when: {
      ...QEMU,
      vmmVersion: { from: '10.1' },
      firmware: ['td-shim-executable', 'td-shim-example'],
      firmwareRelease: { before: '0.8.1' },
    },
    verdict: 'refused',
    reason:
      "QEMU from 10.1 on wants td-shim's scratch memory in RAM, and up to v0.8.0 it lies just below 4 GiB: Failed to accept memory for TDVF section 3",
    reference: 'QEMU target/i386/kvm/tdx.c tdx_accept_ram_range; td-shim v0.8.0 config_memory_exec.json',
    certainty: 'read in source',
    advice: `Use Cloud Hypervisor v30.0 to v52.0 on a host with ${CH_ABI}.`,
  },
  {
    id: 'qemu-tdvf',
    when: {
      ...QEMU,
      vmmVersion: { from: '10.1' },
      vmmTdx: true,
      firmware: ['tdvf'],
      firmwareRelease: { from: '202405' },
      payload: ['disk', 'kernel'],
      host: ['upstream'],
    },
    verdict: 'works',
    reason: 'the upstream stack; kata-containers runs its nightly TDs with edk2-stable202511',
    reference: 'QEMU docs/system/i386/tdx.rst; cloud-hypervisor issue #8540; kata-containers versions.yaml',
    certainty: 'said in an issue',
  },
  {
    id: 'qemu-distribution',
    when: {
      ...QEMU,
      vmmVersion: { from: '10.1' },
      vmmTdx: true,
      firmware: ['distribution'],
      payload: ['disk', 'kernel'],
      host: ['upstream'],
    },
    verdict: 'works',
    reason: 'the stack of Ubuntu 25.10 and later',
    reference: 'cloud-hypervisor issue #8540 (QEMU 10.2); confidential-os-builder issue #60',
    certainty: 'said in an issue',
  },
  {
    id: 'qemu-distribution-secure',
    when: {
      ...QEMU,
      vmmVersion: { from: '10.1' },
      vmmTdx: true,
      firmware: ['distribution-secure'],
      payload: ['disk', 'kernel'],
      host: ['upstream'],
    },
    verdict: 'works',
    reason:
      'for a signed boot loader or kernel: it enforces Secure Boot and stops after BdsDxe at anything else',
    reference: 'confidential-os-builder issue #62; cloud-hypervisor issue #8540',
    certainty: 'said in an issue',
  },
];
