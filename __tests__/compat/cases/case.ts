/** A combination as a row: the row of the compatibility table that decides, its verdict, and what is combined. */

import type {
  Combination,
  CompatVerdict,
  FirmwareKind,
  Payload,
  VmmInfo,
} from '../../../src/compat/combination.ts';
import type { HostAbi } from '../../../src/compat/host-abi.ts';

export const ch = (version: string, tdx = true): VmmInfo => ({ name: 'cloud-hypervisor', version, tdx });
export const qemu = (version: string, tdx = true): VmmInfo => ({ name: 'qemu', version, tdx });

/** The combination is of platform tdx, with one CPU and no needs, unless `more` says otherwise. */
export type Case = readonly [
  decisive: string,
  verdict: CompatVerdict,
  vmm: VmmInfo,
  firmware: FirmwareKind | undefined,
  release: string | undefined,
  payload: Payload,
  host: HostAbi | undefined,
  more?: Partial<Combination>,
];

export function combination([, , vmm, kind, release, payload, host, more = {}]: Case): Combination {
  return { platform: 'tdx', vmm, firmware: { kind, release }, payload, host, cpus: 1, needs: [], ...more };
}

export const KVM: Partial<Combination> = { platform: 'kvm' };
export const EMULATED: Partial<Combination> = { platform: 'emulated' };
export const EMULATED_TD: Partial<Combination> = { platform: 'tdx-emulated' };
/** The edk2 of the documented combination. */
export const PIN = 'edk2-stable202211-242-g13b97736c8';
