/** The machine of a guest, beyond its CPUs, memory and disks: every value is final. */

import type { Sha384 } from '../tdx/registers.ts';

export interface Cpu {
  /** As QEMU calls it; absent: the model of the platform. */
  readonly model?: string;
  /** Features in the words of QEMU: `+avx2`, `-pmu`, `phys-bits=46`. */
  readonly flags: readonly string[];
}

/** How many of each the next larger has; the product is the number of CPUs. */
export interface Topology {
  readonly sockets: number;
  readonly dies: number;
  readonly cores: number;
  readonly threads: number;
}

export interface MemoryBackend {
  readonly kind: 'ram' | 'memfd' | 'file';
  /** Absolute path of a file or a directory, with kind `file`. */
  readonly path?: string;
  /** Size of the host's pages. */
  readonly hugepages?: '2M' | '1G';
  readonly shared: boolean;
  readonly prealloc: boolean;
}

export type Network =
  | 'none'
  | { readonly type: 'user'; readonly forward: readonly Forward[]; readonly mac?: string }
  | { readonly type: 'tap'; readonly interface: string; readonly mac?: string };

/** A port of the host's loopback address that leads to a port of the guest. */
interface Forward {
  readonly protocol: 'tcp' | 'udp';
  readonly host: number;
  readonly guest: number;
}

export interface Vsock {
  readonly cid: number;
  /** Absolute path of the Unix socket of Cloud Hypervisor. */
  readonly socket?: string;
}

export interface Smbios {
  /** The fields of type 1, by the names of QEMU's `-smbios type=1`. */
  readonly system: Readonly<Partial<Record<SmbiosField, string>>>;
  readonly oemStrings: readonly string[];
}

export const SMBIOS_FIELDS = [
  'manufacturer',
  'product',
  'version',
  'serial',
  'sku',
  'family',
  'uuid',
] as const;
export type SmbiosField = (typeof SMBIOS_FIELDS)[number];

/** What the owner of a Trust Domain chooses of it, and a TDREPORT shows. */
export interface TdSettings {
  readonly debug: boolean;
  readonly septVeDisable: boolean;
  readonly mrconfigid?: Sha384;
  readonly mrowner?: Sha384;
  readonly mrownerconfig?: Sha384;
}
