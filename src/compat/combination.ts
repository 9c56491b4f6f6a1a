/** What has to fit together for a boot, and the shape of the table's rows, which say what is known about it. */

import type { BuildType, Platform, RecipeName, VmmName } from '../words/words.ts';
import type { HostAbi } from './host-abi.ts';
import type { VersionRange } from './version.ts';

/**
 * Whose firmware it is. `distribution`: OVMF.inteltdx.fd of a distribution; `distribution-secure`: its
 * OVMF.inteltdx.ms.fd, which enforces Secure Boot; `plain-ovmf`: OVMF.fd of a distribution, which cannot start a TD.
 */
export type FirmwareKind = RecipeName | 'distribution' | 'distribution-secure' | 'plain-ovmf';

/** What the firmware starts: something on a disk, a kernel that the VMM loads, or a program within the image. */
export type Payload = 'disk' | 'kernel' | 'executable';

/**
 * What a guest asks of its VMM beyond CPUs, memory and a payload. `firmware`: any firmware but the VMM's own; `flash`:
 * that firmware as two flash chips; `backing-file`: a disk image that names another file; `raw-like-qcow2`: a raw disk
 * whose content begins as a qcow2 image does; `typing-both`: text that steps send into console and into serial;
 * `typing-long`: more than 256 bytes that are sent into serial at once; `odd-memory`: a size
 * that an emulated Trust Domain cannot have; `vmm-args`: arguments of which nothing is known; `cpu`: a model or flags;
 * `memory-file`: memory in a file; `smbios-fields`: SMBIOS fields other than serial number, UUID and OEM strings;
 * `td-attributes`: any attribute that is not the default; `td-identity`: MRCONFIGID, MROWNER or MROWNERCONFIG that is not zero;
 * `9p`, `virtiofs`: a directory of the host that is shared by it.
 */
export type Need =
  | ('firmware' | 'flash' | 'initrd' | 'nvme' | 'sata' | 'scsi' | 'backing-file' | 'raw-like-qcow2')
  | ('user-network' | 'quote-socket' | 'typing-both' | 'typing-long' | 'odd-memory' | 'vmm-args')
  | ('9p' | 'virtiofs')
  | (
      | 'cpu'
      | 'topology'
      | 'memory-file'
      | 'vfio'
      | 'smbios-fields'
      | 'td-debug'
      | 'td-attributes'
      | 'td-identity'
    );

/** What a scenario demands, whatever VMM and host boot it. Firmware and guest kernel may be unknown. */
export interface Demand {
  readonly platform: Platform;
  /** `none`: the VMM brings its own firmware. */
  readonly firmware: FirmwareInfo | 'none';
  readonly payload: Payload;
  readonly cpus: number;
  /** `uname -r` of the guest; absent where it is not known. Untrusted text. */
  readonly guestKernel?: string | undefined;
  readonly needs: readonly Need[];
}

/** A demand with the VMM and the host that are to meet it. */
export interface Combination extends Demand {
  readonly vmm: VmmInfo;
  /** Absent where it is not known. */
  readonly host?: HostAbi | undefined;
}

export interface VmmInfo {
  readonly name: VmmName;
  /** Absent where it is not known. */
  readonly version?: string | undefined;
  /** Built with support for Trust Domains: Cloud Hypervisor's feature `tdx`, QEMU's object `tdx-guest`. */
  readonly tdx?: boolean | undefined;
}

export interface FirmwareInfo {
  readonly kind?: FirmwareKind | undefined;
  /** What an image of no known kind shows of itself, for people; absent where nobody has looked. */
  readonly shows?: string | undefined;
  /** `edk2-stable202211` or `v0.8.0`; a commit between two counts as the older one. */
  readonly release?: string | undefined;
  /** Absent where it is not known. */
  readonly build?: BuildType | undefined;
  /** `NAME=VALUE` as the build was told; absent where they are not known, which counts as none. */
  readonly defines?: readonly string[] | undefined;
}

/** `not-offered`: the VMM lacks something that the scenario asks for, and would boot another guest. */
export const VERDICTS = [
  'works',
  'not-offered',
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
  'seen in an emulated TD',
  'said in an issue',
  'documented',
  'inferred',
] as const;
type RowCertainty = (typeof CERTAINTIES)[number];

/** The value of a scenario that a row is about. A message about the row points there. */
export type ScenarioPart =
  | ('platform' | 'vmm' | 'firmware' | 'pins' | 'guest' | 'kernel' | 'initrd' | 'cpus' | 'memory')
  | ('disk' | 'bus' | 'network' | 'quote-socket' | 'typing' | 'shares' | 'vmm-args')
  | ('cpu' | 'topology' | 'memory-backend' | 'vfio' | 'smbios' | 'td');

/** One known fact. The row holds for every combination that meets all of `when`. */
export interface Row {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly when: Conditions;
  readonly verdict: CompatVerdict;
  readonly about: ScenarioPart;
  /** A clause that says why, with the mechanism. */
  readonly reason: string;
  readonly reference: string;
  readonly certainty: RowCertainty;
  /** What to use instead, as sentences; absent where it works. */
  readonly advice?: string;
}

/** A condition that is not given is met by every combination. */
export interface Conditions {
  readonly platforms: readonly Platform[];
  readonly vmm?: VmmName;
  readonly vmmVersion?: VersionRange;
  /** True: a release; false: a build between releases. */
  readonly vmmReleased?: boolean;
  readonly vmmTdx?: boolean;
  readonly firmware?: readonly (FirmwareKind | 'none')[];
  readonly firmwareRelease?: VersionRange;
  readonly firmwareBuild?: BuildType;
  /** Built with this define: `NAME=VALUE`. */
  readonly firmwareDefine?: string;
  readonly payload?: readonly Payload[];
  readonly host?: readonly HostAbi[];
  /** At least this many. */
  readonly cpus?: number;
  readonly guestKernel?: VersionRange;
  /** At least one of these. */
  readonly needs?: readonly Need[];
}
