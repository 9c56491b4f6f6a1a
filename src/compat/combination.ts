/** What has to fit together for a boot, and the shape of what is known about it: the rows of the table. */

import type { Platform, RecipeName, VmmName } from '../words/words.ts';
import type { HostAbi } from './host-abi.ts';
import type { VersionRange } from './version.ts';

/**
 * Whose firmware it is. `distribution`: OVMF.inteltdx.fd of a distribution; `distribution-secure`: its
 * OVMF.inteltdx.ms.fd, which enforces Secure Boot; `plain-ovmf`: an OVMF.fd of a distribution, which is no TDVF.
 */
export type FirmwareKind = RecipeName | 'distribution' | 'distribution-secure' | 'plain-ovmf';

/** What the firmware starts: something on a disk, a kernel that the VMM loads, or a program within the image. */
export const PAYLOADS = ['disk', 'kernel', 'executable'] as const;
export type Payload = (typeof PAYLOADS)[number];

/** Everything but the platform, the VMM's name, the payload and the CPUs may be unknown, and is then absent. */
export interface Combination {
  readonly platform: Platform;
  readonly vmm: VmmInfo;
  /** `none`: the VMM's own firmware. */
  readonly firmware: FirmwareInfo | 'none';
  readonly payload: Payload;
  readonly host?: HostAbi | undefined;
  readonly cpus: number;
  /** `uname -r` of the guest. Untrusted text. */
  readonly guestKernel?: string | undefined;
}

export interface VmmInfo {
  readonly name: VmmName;
  readonly version?: string | undefined;
  /** Built with support for Trust Domains: Cloud Hypervisor's feature `tdx`, QEMU's object `tdx-guest`. */
  readonly tdx?: boolean | undefined;
}

export interface FirmwareInfo {
  readonly kind?: FirmwareKind | undefined;
  /** `edk2-stable202211` or `v0.8.0`; a commit between two counts as the older one. */
  readonly release?: string | undefined;
}

export const VERDICTS = [
  'works',
  'refused',
  'hangs-silently',
  'crashes',
  'does-not-build',
  'unknown',
] as const;
export type CompatVerdict = (typeof VERDICTS)[number];

export const CERTAINTIES = [
  'read in source',
  'seen in a log',
  'said in an issue',
  'documented',
  'inferred',
] as const;
export type RowCertainty = (typeof CERTAINTIES)[number];

/** One thing that is known. A row holds for a combination that meets all of `when`. */
export interface Row {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly when: Conditions;
  readonly verdict: CompatVerdict;
  /** A clause that says why, with the mechanism. */
  readonly reason: string;
  readonly reference: string;
  readonly certainty: RowCertainty;
  /** What to use instead, one sentence; absent where it works. */
  readonly advice?: string;
}

/** What is not given does not matter. */
export interface Conditions {
  readonly platforms: readonly Platform[];
  readonly vmm?: VmmName;
  readonly vmmVersion?: VersionRange;
  /** A release, or a build between releases. */
  readonly vmmReleased?: boolean;
  readonly vmmTdx?: boolean;
  readonly firmware?: readonly FirmwareKind[];
  readonly firmwareRelease?: VersionRange;
  readonly payload?: readonly Payload[];
  readonly host?: readonly HostAbi[];
  /** At least so many. */
  readonly cpus?: number;
  readonly guestKernel?: VersionRange;
}
