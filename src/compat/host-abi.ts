/** Which KVM interface for Trust Domains a host has. A VMM that is made for one interface works with no other. */

import { isWithin } from './version.ts';

/**
 * `intel-2022`: Intel's tree kvm-upstream-2022.08.07-v5.19-rc8, which Cloud Hypervisor v30.0 to v52.0 speak;
 * `intel-canonical`: the later out-of-tree series, as in Canonical's 6.8 kernels with `-intel` in their names;
 * `upstream`: Linux 6.16 and later, and kernels with the same code (VM type 5, guest_memfd);
 * `none`: this KVM makes no Trust Domains.
 */
export type HostAbi = 'intel-2022' | 'intel-canonical' | 'upstream' | 'none';

export interface KvmInfo {
  /** As `uname -r` prints it. */
  readonly kernelRelease: string;
  /** Content of /sys/module/kvm_intel/parameters/tdx; absent where there is no such file. */
  readonly tdxParameter?: string | undefined;
  /** Whether /sys/module is visible. Some containers hide it, and then a missing file below it says nothing. */
  readonly sysfs: boolean;
  /** KVM_CHECK_EXTENSION(KVM_CAP_VM_TYPES): one bit for each VM type; absent where nobody asked. */
  readonly vmTypes?: number | undefined;
}

/** KVM_X86_TDX_VM of Linux 6.16 is 5 (arch/x86/include/uapi/asm/kvm.h). */
const TDX_VM_BIT = 1 << 5;

/**
 * The interface of this KVM, whether TDX is switched on or off. Undefined where nothing shows it: a distribution's
 * kernel before 6.16 may have either interface backported.
 */
export function hostAbi({ kernelRelease, tdxParameter, sysfs, vmTypes }: KvmInfo): HostAbi | undefined {
  if (vmTypes !== undefined && (vmTypes & TDX_VM_BIT) !== 0) return 'upstream';
  if (tdxParameter === undefined) return sysfs ? 'none' : undefined;
  if (isWithin(kernelRelease, { from: '6.16' })) return 'upstream';
  if (isWithin(kernelRelease, { from: '5.19', before: '5.20' })) return 'intel-2022';
  return /-intel$/.test(kernelRelease) ? 'intel-canonical' : undefined;
}

/** The interface that a VMM finds now: `none` where the parameter says `N`, because TDX is off or failed to start. */
export function usableAbi(facts: KvmInfo): HostAbi | undefined {
  const off = facts.tdxParameter !== undefined && !/^[Yy1]/.test(facts.tdxParameter);
  return off ? 'none' : hostAbi(facts);
}
