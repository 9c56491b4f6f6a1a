/** What is known about Cloud Hypervisor: which versions boot which firmware and payload, on which hosts. */

import type { Row } from '../combination.ts';

const CH = { vmm: 'cloud-hypervisor' } as const;
const ANY = { ...CH, platforms: ['tdx', 'kvm'] } as const;
const TD = { ...CH, platforms: ['tdx'] } as const;
/** Without a Trust Domain. */
const PLAIN = { ...CH, platforms: ['kvm'] } as const;
/** The one KVM interface that released versions speak. */
const ABI = 'kvm-upstream-2022.08.07-v5.19-rc8';
/** Where Cloud Hypervisor copies the parts of a TD into its memory, read in the sources of this tag. */
const SECTIONS = 'cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections';
const USE_PIN = 'Leave vmm-ref out: tdx-boot then builds the version that it pins';
const USE_QEMU_10_1 = 'Use QEMU 10.1 or later with "pins: current" on a host of Linux 6.16 or later.';

export const CLOUD_HYPERVISOR_ROWS: readonly Row[] = [
  {
    id: 'ch-before-35',
    when: { ...ANY, vmmVersion: { before: '35.0' } },
    verdict: 'not-offered',
    about: 'vmm',
    reason: 'Cloud Hypervisor before v35.0 has no --pvpanic, by which a guest kernel reports its panic',
    reference: 'cloud-hypervisor v34.0 and v35.0 src/main.rs',
    certainty: 'read in source',
    advice: `${USE_PIN}.`,
  },
  {
    id: 'ch-emulated',
    when: { ...CH, platforms: ['emulated', 'tdx-emulated'] },
    verdict: 'not-offered',
    about: 'vmm',
    reason: 'Cloud Hypervisor needs KVM and cannot boot the platforms emulated and tdx-emulated',
    reference: 'cloud-hypervisor README.md',
    certainty: 'documented',
    advice: 'Use vmm: qemu, or platform: kvm.',
  },
  {
    id: 'ch-without-tdx',
    when: { ...TD, vmmTdx: false },
    verdict: 'refused',
    about: 'vmm',
    reason: 'this Cloud Hypervisor was built without the feature tdx, as every released program is',
    reference: 'cloud-hypervisor .github/workflows/release.yaml; --version -v lists the features',
    certainty: 'read in source',
    advice: 'Build one with the feature tdx: tdx-boot firmware build cloud-hypervisor.',
  },
  {
    id: 'ch-53-no-tdx',
    when: { ...TD, vmmVersion: { from: '53.0' }, vmmReleased: true },
    verdict: 'does-not-build',
    about: 'vmm',
    reason: 'Cloud Hypervisor cannot be built with the feature tdx from v53.0 on (compile_error!)',
    reference: 'cloud-hypervisor v53.0 cloud-hypervisor/src/main.rs:899, commit b2d1065a',
    certainty: 'read in source',
    advice: `${USE_PIN}, for a host with ${ABI}; v52.0 is the last that can be built. ${USE_QEMU_10_1}`,
  },
  {
    id: 'ch-48-firmware-and-kernel',
    when: { ...TD, vmmVersion: { from: '48.0', before: '53.0' }, payload: ['kernel'] },
    verdict: 'refused',
    about: 'kernel',
    reason: 'Cloud Hypervisor refuses --firmware together with --kernel from v48.0 on, for TDs too',
    reference: 'cloud-hypervisor v48.0 vmm/src/vm_config.rs:717, commit dd8687ae; issue #7630',
    certainty: 'read in source',
    advice: `${USE_PIN}, which takes both, or boot a disk image with TDVF.`,
  },
  {
    id: 'ch-other-abi',
    when: {
      ...TD,
      vmmVersion: { from: '30.0', before: '53.0' },
      vmmReleased: true,
      host: ['upstream', 'intel-canonical'],
    },
    verdict: 'refused',
    about: 'vmm',
    reason: `Cloud Hypervisor v30.0 to v52.0 speaks the KVM interface of Intel's ${ABI}, and the first ioctl on any other host fails with EINVAL`,
    reference: 'cloud-hypervisor PR #5007 (e4ae668bc); issues #8540 (Linux 7.0, Ubuntu 26.04) and #7207',
    certainty: 'said in an issue',
    advice: USE_QEMU_10_1,
  },
  {
    id: 'ch-patched',
    when: { ...TD, vmmReleased: false, host: ['upstream'] },
    verdict: 'unknown',
    about: 'vmm',
    reason:
      'a Cloud Hypervisor between releases may have a series for Linux 6.16, such as PR #8724 with an edk2-stable202405 or later, or td-shim v0.8.0 with one CPU; its author says that it boots',
    reference: 'cloud-hypervisor PR #8724 (closed 2026-08), branch gjolly/fix/tdx_snp_guard, issue #8540',
    certainty: 'said in an issue',
    advice: USE_QEMU_10_1,
  },
  {
    id: 'ch-tdvf-disk',
    when: {
      ...TD,
      vmmVersion: { from: '35.0', before: '53.0' },
      vmmTdx: true,
      firmware: ['tdvf'],
      firmwareRelease: { before: '202405' },
      payload: ['disk'],
      host: ['intel-2022'],
    },
    verdict: 'works',
    about: 'firmware',
    reason:
      'the documented combination, with TDX module 1.0; nobody can rebuild that host today (issue #7181)',
    reference: 'cloud-hypervisor docs/intel_tdx.md',
    certainty: 'documented',
  },
  {
    id: 'ch-td-shim-kernel',
    when: {
      ...TD,
      vmmVersion: { from: '35.0', before: '48.0' },
      vmmTdx: true,
      firmware: ['td-shim'],
      payload: ['kernel'],
      host: ['intel-2022'],
    },
    verdict: 'works',
    about: 'firmware',
    reason:
      'the documented combination, with TDX module 1.0; nobody can rebuild that host today (issue #7181)',
    reference: 'cloud-hypervisor docs/intel_tdx.md',
    certainty: 'documented',
  },
  {
    id: 'ch-td-shim-executable',
    when: {
      ...TD,
      vmmVersion: { from: '35.0', before: '53.0' },
      vmmTdx: true,
      firmware: ['td-shim-executable', 'td-shim-example'],
      payload: ['executable'],
      host: ['intel-2022'],
    },
    verdict: 'works',
    about: 'firmware',
    reason: 'Cloud Hypervisor launches it as it does a kernel: it puts each section where the image wants it',
    reference: SECTIONS,
    certainty: 'inferred',
  },
  {
    id: 'ch-tdvf-kernel',
    when: { ...TD, firmware: ['tdvf', 'distribution', 'distribution-secure'], payload: ['kernel'] },
    verdict: 'not-offered',
    about: 'kernel',
    reason:
      'Cloud Hypervisor loads a kernel only into a Payload section, and TDVF has none: before v48.0 the kernel is dropped without a word and TDVF looks for a disk, from v48.0 on both together are refused',
    reference: SECTIONS,
    certainty: 'read in source',
    advice: 'Boot a disk image, use td-shim for the kernel, or use vmm: qemu.',
  },
  {
    id: 'ch-td-initrd',
    when: { ...TD, needs: ['initrd'] },
    verdict: 'not-offered',
    about: 'initrd',
    reason:
      'Cloud Hypervisor gives a Trust Domain no initrd: it loads only what the firmware has a section for, and no firmware has a section for an initrd',
    reference: `${SECTIONS}; td-shim v0.8.0 sets no ramdisk fields`,
    certainty: 'read in source',
    advice:
      'Boot from a disk ("tdx-boot probe IMAGE --kernel FILE" writes the probe guest as a disk), build the initramfs into the kernel (CONFIG_INITRAMFS_SOURCE), or use TDVF with vmm: qemu.',
  },
  {
    id: 'ch-kvm-firmware-and-kernel',
    when: { ...PLAIN, payload: ['kernel'], needs: ['firmware'] },
    verdict: 'refused',
    about: 'kernel',
    reason: 'without a Trust Domain Cloud Hypervisor boots a firmware or a kernel, not both',
    reference: 'cloud-hypervisor v47.0 vmm/src/vm.rs, load_payload',
    certainty: 'inferred',
    advice: 'Leave out guest.kernel or firmware, or use vmm: qemu.',
  },
  {
    id: 'ch-kvm-tdvf',
    when: {
      ...PLAIN,
      firmware: ['tdvf', 'td-shim', 'td-shim-executable', 'td-shim-example', 'distribution', 'plain-ovmf'],
    },
    verdict: 'refused',
    about: 'firmware',
    reason:
      'without a Trust Domain the firmware of Cloud Hypervisor is an ELF program with a PVH entry, such as CLOUDHV.fd, and this is none',
    reference: 'cloud-hypervisor docs/uefi.md: edk2 for it is built as CLOUDHV.fd',
    certainty: 'documented',
    advice: 'Name CLOUDHV.fd or rust-hypervisor-fw, or use vmm: qemu.',
  },
];
