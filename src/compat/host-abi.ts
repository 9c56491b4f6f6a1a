/** Which of the KVM interfaces for Trust Domains a host has: they share a name, and nothing that a VMM can use. */

import { compareVersions } from './version.ts';

/**
 * `intel-2022`: Intel's tree kvm-upstream-2022.08.07-v5.19-rc8, which Cloud Hypervisor v30.0 to v52.0 speak;
 * `intel-canonical`: the later out-of-tree series, as in Canonical's 6.8 kernels with `-intel` in their names;
 * `upstream`: Linux 6.16 and later, and kernels with the same code (VM type 5, guest_memfd);
 * `none`: this KVM makes no Trust Domains.
 */
export const HOST_ABIS = ['intel-2022', 'intel-canonical', 'upstream', 'none'] as const;
export type HostAbi = (typeof HOST_ABIS)[number];

export interface HostKvmFacts {
  /** As `uname -r` prints it. */
  readonly kernelRelease: string;
  /** Content of /sys/module/kvm_intel/parameters/tdx; absent where there is no such file. */
  readonly tdxParameter?: string | undefined;
  /** Whether kvm_intel is loaded: without it, a missing parameter means nothing. */
  readonly kvmIntel: boolean;
  /** Whether /sys/firmware/tdx is there, which only Intel's trees before Linux 6.6 have. */
  readonly tdxFirmwareDirectory: boolean;
  /** KVM_CHECK_EXTENSION(KVM_CAP_VM_TYPES): one bit for each VM type; absent where nobody asked. */
  readonly vmTypes?: number;
}

/** KVM_X86_TDX_VM of Linux 6.16 is 5 (arch/x86/include/uapi/asm/kvm.h). */
const TDX_VM_BIT = 1 << 5;
/** The first release with KVM's TDX support (arch/x86/kvm/vmx/tdx.c). */
const FIRST_UPSTREAM = '6.16';

/**
 * The interface that these facts speak for; undefined where they do not decide, as with a distribution's kernel of an
 * older number that may have either one backported. Nothing here says that the host is ready: only how to talk to it.
 */
export function hostAbi(facts: HostKvmFacts): HostAbi | undefined {
  const { kernelRelease, tdxParameter, kvmIntel, tdxFirmwareDirectory, vmTypes } = facts;
  if (vmTypes !== undefined && (vmTypes & TDX_VM_BIT) !== 0) return 'upstream';
  if (kvmIntel && !isOn(tdxParameter)) return 'none';
  if (tdxFirmwareDirectory) return 'intel-2022';
  if (!isOn(tdxParameter)) return undefined;
  if (compareVersions(kernelRelease, FIRST_UPSTREAM) >= 0) return vmTypes === undefined ? 'upstream' : 'none';
  if (compareVersions(kernelRelease, '5.19') >= 0 && compareVersions(kernelRelease, '6.0') < 0) {
    return 'intel-2022';
  }
  return /-intel\b/.test(kernelRelease) ? 'intel-canonical' : undefined;
}

/** How a module parameter of type bool reads in sysfs: `Y` and a newline. */
function isOn(parameter: string | undefined): boolean {
  return parameter !== undefined && /^[Yy1]/.test(parameter);
}
