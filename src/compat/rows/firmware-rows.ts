/** What is known about hosts, firmware and guest kernels, whatever the VMM. */

import type { Row } from '../combination.ts';

const TD = ['tdx', 'tdx-emulated'] as const;
const HARDWARE = ['tdx'] as const;
const PLAIN = ['kvm', 'emulated'] as const;
/** KVM of these hosts creates every TD with NO_RBP_MOD: a TDVMCALL that passes RBP on fails. */
const NO_RBP_MOD = ['upstream', 'intel-canonical'] as const;

export const FIRMWARE_ROWS: readonly Row[] = [
  {
    id: 'host-without-tdx',
    when: { platforms: HARDWARE, host: ['none'] },
    verdict: 'refused',
    about: 'platform',
    reason: "this host's KVM makes no Trust Domains",
    reference: 'QEMU target/i386/kvm/tdx.c: "vm-type TDX not supported by KVM"',
    certainty: 'read in source',
    advice: 'Run "tdx-boot doctor", which says what is missing, or boot the guest with platform: kvm.',
  },
  {
    id: 'td-without-firmware',
    when: { platforms: TD, firmware: ['none'] },
    verdict: 'refused',
    about: 'platform',
    reason: 'a Trust Domain starts in its firmware, and no VMM brings one for it',
    reference: 'QEMU: "failed to parse TDVF for TDX VM"; cloud-hypervisor: "No TDX firmware specified"',
    certainty: 'read in source',
    advice: 'Set firmware: tdvf, or an image such as OVMF.inteltdx.fd.',
  },
  {
    id: 'td-flash',
    when: { platforms: TD, needs: ['flash'] },
    verdict: 'refused',
    about: 'firmware',
    reason:
      'a Trust Domain has no flash chips (firmware: code and vars): KVM has no private memory that is read-only',
    reference: 'QEMU docs/system/i386/tdx.rst: firmware by -bios only',
    certainty: 'documented',
    advice: 'Give one image with both, such as OVMF.inteltdx.fd.',
  },
  {
    id: 'tdvf-rbp',
    when: { platforms: TD, firmware: ['tdvf'], firmwareRelease: { before: '202405' }, host: NO_RBP_MOD },
    verdict: 'hangs-silently',
    about: 'pins',
    reason:
      'TDVF before edk2-stable202405, as the documented pin is, passes RBP in every TDVMCALL, which a TD with NO_RBP_MOD may not: its first port access fails, and not one byte is printed',
    reference:
      'edk2 MdePkg/Library/BaseLib/X64/TdVmcall.nasm, TDVMCALL_EXPOSE_REGS_MASK: 0xffec up to edk2-stable202402, 0xffcc from 202405 (bugzilla 4696); td-shim commit e3a692b',
    certainty: 'inferred',
    advice: 'Use "pins: current", or firmware of edk2-stable202405 or later.',
  },
  {
    id: 'td-shim-rbp',
    when: {
      platforms: TD,
      firmware: ['td-shim', 'td-shim-executable', 'td-shim-example'],
      firmwareRelease: { before: '0.8.1' },
      host: NO_RBP_MOD,
      cpus: 2,
    },
    verdict: 'crashes',
    about: 'cpus',
    reason:
      'td-shim up to v0.8.0 passes RBP when it starts the other CPUs, which a TD with NO_RBP_MOD may not: with 2 or more CPUs it triple-faults',
    reference:
      'td-shim v0.8.0 td-shim/src/bin/td-shim/asm/ap_loop.asm (mask 0xffec); ended so with 2 CPUs on host upstream; commit e3a692b',
    certainty: 'seen in an emulated TD',
    advice: 'Set cpus: 1, or build td-shim from its commit e3a692b or later.',
  },
  {
    id: 'tdvf-202605-cpus',
    when: {
      platforms: TD,
      vmm: 'qemu',
      firmware: ['tdvf'],
      firmwareRelease: { from: '202605' },
      host: ['upstream'],
      cpus: 2,
    },
    verdict: 'unknown',
    about: 'firmware',
    reason:
      'kata-containers took edk2-stable202605 back because TDs with more CPUs timed out, and nobody has said why',
    reference: 'kata-containers PR #13678 (2026-08-20)',
    certainty: 'said in an issue',
    advice: 'Use "pins: current" (edk2-stable202511).',
  },
  {
    id: 'tdvf-202605-debug',
    when: {
      platforms: TD,
      firmware: ['tdvf'],
      firmwareRelease: { from: '202605', before: '202608' },
      firmwareBuild: 'debug',
    },
    verdict: 'crashes',
    about: 'firmware',
    reason:
      'in a Trust Domain edk2-stable202605 does not discover the volume (NCCFV) with its boot menu: a debug build asserts in BdsPlatform.c and boots nothing',
    reference:
      'edk2 commit 03a07cb0f5, which is in edk2-stable202605, and its fix f272dd7ea3 (2026-06-23), which is not; edk2 pull request 12707; a build of the tag ended so',
    certainty: 'seen in an emulated TD',
    advice: 'Use "pins: current" (edk2-stable202511), a ref with the fix, or "build: release".',
  },
  {
    id: 'tdvf-without-ui',
    when: {
      platforms: TD,
      firmware: ['tdvf'],
      firmwareBuild: 'debug',
      firmwareDefine: 'BUILD_FIRMWARE_UI=FALSE',
    },
    verdict: 'crashes',
    about: 'firmware',
    reason:
      'without its boot menu a debug build asserts in BdsPlatform.c (ASSERT_EFI_ERROR, Not Found) and boots nothing',
    reference:
      'edk2 OvmfPkg/Library/PlatformBootManagerLib/BdsPlatform.c PlatformRegisterOptionsAndKeys; edgelesssys/contrast pull request 2338 (whose patch has this define)',
    certainty: 'said in an issue',
    advice: 'Leave BUILD_FIRMWARE_UI=FALSE out, or use "build: release".',
  },
  {
    id: 'plain-ovmf',
    when: { platforms: HARDWARE, firmware: ['plain-ovmf'], host: ['upstream'] },
    verdict: 'hangs-silently',
    about: 'firmware',
    reason: "a distribution's OVMF.fd is not made for Trust Domains: it hangs with 0 bytes of output",
    reference:
      'confidential-os-builder issue #60; for the advice: release notes of Ubuntu 26.04, and files of Debian ovmf-inteltdx 2026.08',
    certainty: 'said in an issue',
    advice:
      'Use firmware: tdvf with "pins: current", or a TD firmware of the distribution: OVMF.inteltdx.fd of Ubuntu 25.10, or OVMF.inteltdx.ms.fd of Ubuntu 26.04 and of Debian after trixie, which starts signed kernels only.',
  },
  {
    id: 'td-shim-without-kernel',
    when: { platforms: TD, firmware: ['td-shim'], payload: ['disk'] },
    verdict: 'hangs-silently',
    about: 'guest',
    reason:
      "td-shim's Linux image reads no disk, and guest.kernel is not set: it panics, which a release image does not print",
    reference: 'td-shim v0.8.0 td-shim/src/bin/td-shim/main.rs; Cargo.toml release_max_level_off',
    certainty: 'read in source',
    advice: 'Set guest.kernel to a bzImage, or use firmware: tdvf for the disk.',
  },
  {
    id: 'td-shim-without-td',
    when: { platforms: PLAIN, firmware: ['td-shim', 'td-shim-executable', 'td-shim-example'] },
    verdict: 'hangs-silently',
    about: 'firmware',
    reason:
      'td-shim keeps its stack within the image, which is read-only without a Trust Domain: not one byte is printed',
    reference: 'QEMU 7.2 under TCG; QEMU hw/i386/x86-common.c x86_bios_rom_init',
    certainty: 'seen in a log',
    advice: 'Boot td-shim with platform: tdx, or the kernel without firmware.',
  },
  {
    id: 'guest-before-5.19',
    when: { platforms: TD, payload: ['kernel'], guestKernel: { before: '5.19' } },
    verdict: 'unknown',
    about: 'kernel',
    reason:
      'mainline guests know Trust Domains since Linux 5.19; an older one boots only with a backport, as in RHEL 9',
    reference: 'Linux arch/x86/coco/tdx/tdx.c, since v5.19; RHCOS 9 logs (5.14)',
    certainty: 'seen in a log',
    advice: 'Boot a kernel of Linux 5.19 or later with CONFIG_INTEL_TDX_GUEST=y.',
  },
  {
    id: 'guest-mtrr',
    when: { platforms: TD, payload: ['kernel'], guestKernel: { from: '5.19', before: '6.0' } },
    verdict: 'unknown',
    about: 'kernel',
    reason:
      'early TDX guests may stop in the MTRR code (#VE on a write to CR0.CD), silently after the line of the EFI stub',
    reference: 'nvtrust issue #71, canonical/tdx issue #185',
    certainty: 'said in an issue',
    advice: 'Add clearcpuid=mtrr to the command line, or boot a newer kernel.',
  },
];
