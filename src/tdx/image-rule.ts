/** The shape of a rule about TDX metadata, and the words that all rules share. */

import type { VmmName } from '../words/words.ts';
import { hexRange } from './format.ts';
import type { TdvfMetadata, TdvfSection } from './metadata.ts';
import { FOUR_GIB } from './q35.ts';

interface ImageView {
  readonly metadata: TdvfMetadata;
  readonly image: Uint8Array;
}

export interface Problem {
  /** Index of the section that is wrong; absent where the image as a whole is. */
  readonly section?: number;
  readonly message: string;
}

export interface ImageRule {
  readonly id: string;
  readonly severity: 'error' | 'warning';
  /** Who refuses the image as a TD, or cannot run it. Empty: it starts, but the specification is broken. */
  readonly refusedBy: readonly VmmName[] | 'all';
  /** The specification or the code that asks for it. */
  readonly reference: string;
  /** Yields problems one by one, so that a caller can stop early. */
  readonly find: (context: ImageView) => Iterable<Problem>;
}

/**
 * What the rules are read from, at these commits: QEMU 6f1035fc (tdvf.c), 05caf269 (tdx.c), 04ddbb13 (x86-common.c) and
 * 0021c476 (pc_q35.c); Linux 3829d81b; Cloud Hypervisor ae44c297 (v53.0-246); td-shim 125eeab5; edk2 c5aa7e7d;
 * gce-tcb-verifier 2300e56d; tdx-module 1666adc4.
 */
export const REFERENCE = {
  spec: 'td-shim doc/tdshim_spec.md "TD Shim Metadata"; td-shim-interface/src/metadata.rs validate_sections',
  qemuParser: 'QEMU hw/i386/tdvf.c',
  qemuTdx: 'QEMU target/i386/kvm/tdx.c',
  qemuRom: 'QEMU hw/i386/x86-common.c x86_bios_rom_init',
  cloudHypervisor: 'Cloud Hypervisor vmm/src/vm.rs',
  kvm: 'Linux arch/x86/kvm/vmx/tdx.c tdx_vcpu_init_mem_region',
  gce: 'google/gce-tcb-verifier ovmf/tdx_data.go',
} as const;

const QEMU_TYPES: readonly string[] = ['BFV', 'CFV', 'TD_HOB', 'TempMem'];
/** The types whose sections are records within a BFV and have no memory of their own. */
export const RECORD_TYPES: readonly string[] = ['TdInfo', 'TdParams'];

/** Whether QEMU's parser takes sections of this type; at the first other one it stops. */
export function isQemuType(name: string): boolean {
  return QEMU_TYPES.includes(name);
}

/** A rule that judges each section by itself: `judge` says what is wrong, or nothing. */
export function eachSection(
  judge: (section: TdvfSection, context: ImageView) => string | undefined,
): ImageRule['find'] {
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

/** The first TempMem that lies in the image itself, as td-shim's stack does; edk2 has none there. */
export function scratchInImage(sections: readonly TdvfSection[], imageSize: number): TdvfSection | undefined {
  const start = FOUR_GIB - BigInt(imageSize);
  return sections.find(
    (section) => section.name === 'TempMem' && section.address < FOUR_GIB && endOf(section) > start,
  );
}

export function rangeOf(section: TdvfSection): string {
  return hexRange(section.address, endOf(section));
}
