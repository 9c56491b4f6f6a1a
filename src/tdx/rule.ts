/** The shape of a rule about TDX metadata, and the words that all rules share. */

import { hexRange } from './format.ts';
import type { TdvfMetadata, TdvfSection } from './metadata.ts';

export type TdVmm = 'qemu' | 'cloud-hypervisor';

export interface RuleContext {
  readonly metadata: TdvfMetadata;
  /** Bytes of the whole image. */
  readonly imageSize: number;
  /** Bytes of guest memory, where known; otherwise the largest machine is assumed. */
  readonly memoryBytes: number | undefined;
}

export interface Problem {
  /** Index of the section that is wrong; absent where the image as a whole is. */
  readonly section?: number;
  readonly message: string;
}

export interface Rule {
  readonly id: string;
  readonly severity: 'error' | 'warning';
  /** Who refuses the image as a TD, or cannot run it. Empty: it starts, but the specification is broken. */
  readonly refusedBy: readonly TdVmm[] | 'all';
  /** A boot without TDX fails, too. */
  readonly plainBoot?: true;
  /** The specification or the code that asks for it. */
  readonly source: string;
  /** Yields problems one by one, so that a caller can stop early. */
  readonly find: (context: RuleContext) => Iterable<Problem>;
}

/** Where rules come from. measure.md says at which commits they were read. */
export const SOURCE = {
  spec: 'td-shim doc/tdshim_spec.md "TD Shim Metadata"; td-shim-interface/src/metadata.rs validate_sections',
  qemuParser: 'QEMU hw/i386/tdvf.c',
  qemuTdx: 'QEMU target/i386/kvm/tdx.c tdx_finalize_vm',
  cloudHypervisor: 'Cloud Hypervisor vmm/src/vm.rs',
  kvm: 'Linux arch/x86/kvm/vmx/tdx.c tdx_vcpu_init_mem_region',
  gce: 'google/gce-tcb-verifier ovmf',
} as const;

export const FOUR_GIB = 0x1_0000_0000n;
/** The types that QEMU knows. */
export const QEMU_TYPES: readonly string[] = ['BFV', 'CFV', 'TD_HOB', 'TempMem'];
/** The types whose sections are records within a BFV and have no memory of their own. */
export const RECORD_TYPES: readonly string[] = ['TdInfo', 'TdParams'];

/** A rule that judges each section by itself: `judge` says what is wrong, or nothing. */
export function eachSection(
  judge: (section: TdvfSection, context: RuleContext) => string | undefined,
): Rule['find'] {
  return function* (context) {
    for (const section of context.metadata.sections) {
      const message = judge(section, context);
      if (message !== undefined) yield { section: section.index, message };
    }
  };
}

/** First guest physical address after the section; may exceed 64 bits in a damaged image. */
export function endOf({ address, memorySize }: TdvfSection): bigint {
  return address + memorySize;
}

export function rangeOf(section: TdvfSection): string {
  return hexRange(section.address, endOf(section));
}
