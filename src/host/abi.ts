/** Which of the incompatible KVM interfaces to TDX the host kernel has: it decides which VMM can create a TD. */

import type { Host } from './host.ts';

/**
 * `upstream`: Linux 6.16 and later. `intel-2022`: Intel's kvm-upstream-2022.08.07-v5.19-rc8, which Cloud Hypervisor 30
 * to 52 speaks. `intel-canonical`: the later out-of-tree series of Ubuntu's `-intel` kernels, for their own QEMU.
 * `none`: this KVM knows no TDX.
 */
export type HostAbi = 'intel-2022' | 'intel-canonical' | 'upstream' | 'none';

/** Where KVM says whether it can create TDs: `Y` or `N`. */
export const TDX_PARAMETER = '/sys/module/kvm_intel/parameters/tdx';

/** Undefined when it cannot be told: a kernel before 6.16 may be a distribution's own mixture. */
export function hostAbi(host: Host): HostAbi | undefined {
  if (host.read(TDX_PARAMETER) === undefined) {
    return host.exists('/sys/module/kvm_intel') || host.exists('/sys/module/kvm_amd') ? 'none' : undefined;
  }
  const [, major = '', minor = ''] = /^(\d+)\.(\d+)/.exec(host.kernelRelease) ?? [];
  const version = Number(major) * 1000 + Number(minor);
  if (version >= 6016) return 'upstream';
  if (version === 5019) return 'intel-2022';
  return host.kernelRelease.endsWith('-intel') ? 'intel-canonical' : undefined;
}
