/** Reads a GRUB image for EFI (GRUB include/grub/kernel.h): its version, its configuration, and whether it measures in a TD. */

import { sectionFinder } from './efi-program.ts';
import { Reader, type Subject, unlessDamaged } from './reader.ts';

interface GrubImage {
  /** Upstream's version as the SBAT section says it, such as `2.12`; empty where it says none. */
  readonly version: string;
  /** Where the image looks for its files: a directory such as `/EFI/debian`, of the partition that GRUB was started from. */
  readonly prefix: string;
  /** Whether the image brings commands with it, which run before any file is read. */
  readonly hasConfig: boolean;
  /** How GRUB starts a kernel; undefined: not known. */
  readonly starts: KernelStart | undefined;
  /** Whether GRUB measures commands and files where the firmware has a CC protocol and no TPM; undefined: not known. */
  readonly measures: boolean | undefined;
}

/**
 * `own-loader`: GRUB 2.12 of Debian and Ubuntu has a loader of its own for the kernel's EFI stub (module peimage). `handover`: Red
 * Hat's GRUB enters the stub behind its beginning, by the EFI handover protocol. `handover-or-bios`: GRUB 2.06 of Debian uses that
 * protocol while Secure Boot is on, and else starts the kernel as on a BIOS.
 */
export type KernelStart = 'own-loader' | 'handover' | 'handover-or-bios';

const SUBJECT: Subject = { what: 'the GRUB image', hint: 'Give a whole image of GRUB.' };
/** Types of what is in the section `mods`. */
const TYPE = { module: 0, config: 2, prefix: 3 } as const;
const MAGIC = 'mimg';
const HEADER_BYTES = 8;

/** Undefined for another program, also for a damaged one. */
export function readGrubImage(program: Uint8Array): GrubImage | undefined {
  return unlessDamaged(
    () => {
      const find = sectionFinder(program);
      const mods = find('mods');
      return mods && readModules(Buffer.from(mods), Buffer.from(find('.sbat') ?? []).toString('latin1'));
    },
    () => undefined,
  );
}

function readModules(mods: Buffer, sbat: string): GrubImage | undefined {
  if (mods.toString('latin1', 0, 4) !== MAGIC) return undefined;
  const size = numberAt(mods, 16, 8);
  const modules = new Map<string, Buffer>();
  let [prefix, hasConfig] = ['', false];
  for (let at = numberAt(mods, 8, 8); at < size; ) {
    const type = numberAt(mods, at, 4);
    const bytes = numberAt(mods, at + 4, 4);
    if (bytes < HEADER_BYTES || at + bytes > mods.length) return undefined;
    const body = mods.subarray(at + HEADER_BYTES, at + bytes);
    if (type === TYPE.module) modules.set(moduleName(body), body);
    else if (type === TYPE.prefix) prefix = untilNul(body);
    else if (type === TYPE.config) hasConfig = true;
    at += Math.ceil(bytes / 8) * 8;
  }
  const [, version = ''] = /^grub,\d+,[^,\n]*,[^,\n]*,([^,\n]+),/m.exec(sbat) ?? [];
  const tpm = modules.get('tpm');
  const measures = tpm === undefined ? false : measuresWithoutTpm(tpm);
  return { version, prefix, hasConfig, starts: startOf(modules, sbat), measures };
}

/** A message of the loader that uses the handover protocol (grub-core/loader/i386/efi/linux.c). */
const HANDOVER = "kernel doesn't support EFI handover";

/** Whose GRUB this is, by the components in SBAT: loaders of other distributions have the same message, and were not read. */
const RED_HAT = /^grub\.(rh|fedora|centos|rocky|almalinux)/m;
const DEBIAN = /^grub\.debian/m;
const UBUNTU = /^grub\.ubuntu/m;

function startOf(modules: ReadonlyMap<string, Buffer>, sbat: string): KernelStart | undefined {
  if (modules.has('peimage')) return 'own-loader';
  const uses = (name: string): boolean => modules.get(name)?.includes(HANDOVER) === true;
  if (uses('linux')) return RED_HAT.test(sbat) ? 'handover' : undefined;
  return uses('linuxefi') && DEBIAN.test(sbat) && !UBUNTU.test(sbat) ? 'handover-or-bios' : undefined;
}

/** EFI_CC_MEASUREMENT_PROTOCOL_GUID as it is stored. */
const CC_PROTOCOL = Buffer.from('3d1a7596f472a641a794ed5d0e67ae6b', 'hex');
const PRESENT = 'grub_tpm_present';
const SECTION_SYMBOL = 3;
const SYMBOL_BYTES = 24;
const RELOCATION_BYTES = 24;

/**
 * The module measures where grub_tpm_present() says so. From 86df79275d06 on (GRUB 2.14, and where it was ported back), this function
 * asks for the CC protocol, too; GRUB 2.12 asks for a TPM alone, and older ones do not know the protocol.
 */
function measuresWithoutTpm(module: Buffer): boolean | undefined {
  const guid = module.indexOf(CC_PROTOCOL);
  if (guid < 0) return false;
  const sections = elfSections(module);
  const data = sections.findIndex(({ offset, size }) => guid >= offset && guid < offset + size);
  const symbols = sections.find(({ name }) => name === '.symtab');
  const names = sections.find(({ name }) => name === '.strtab');
  const moves = sections.find(({ name }) => name === '.rela.text');
  const place = sections[data];
  if (symbols === undefined || names === undefined || moves === undefined || place === undefined) {
    return undefined;
  }
  const table = records(symbols.content, SYMBOL_BYTES);
  const present = table.find((one) => nameAt(names.content, numberAt(one, 0, 4)) === PRESENT);
  if (present === undefined) return undefined;
  const [start, size] = [numberAt(present, 8, 8), numberAt(present, 16, 8)];
  return records(moves.content, RELOCATION_BYTES).some((move) => {
    const at = numberAt(move, 0, 8);
    const target = table[numberAt(move, 12, 4)];
    const isSection = target !== undefined && (numberAt(target, 4, 1) & 15) === SECTION_SYMBOL;
    const within = at >= start && at < start + size;
    return (
      within && isSection && numberAt(target, 6, 2) === data && numberAt(move, 16, 8) === guid - place.offset
    );
  });
}

interface ElfSection {
  readonly name: string;
  readonly offset: number;
  readonly size: number;
  readonly content: Buffer;
}

/** Bytes of an Elf64_Shdr. */
const SECTION_BYTES = 64;

/** System V ABI: ELF64, little-endian. Headers of another size are none: they could lie on each other, without an end. */
function elfSections(elf: Buffer): ElfSection[] {
  const table = numberAt(elf, 40, 8);
  const [each, count, nameIndex] = [numberAt(elf, 58, 2), numberAt(elf, 60, 2), numberAt(elf, 62, 2)];
  if (each !== SECTION_BYTES) return [];
  const heads = Array.from({ length: count }, (_, index) => {
    const at = table + index * each;
    const [offset, size] = [numberAt(elf, at + 24, 8), numberAt(elf, at + 32, 8)];
    return { name: numberAt(elf, at, 4), offset, size, content: elf.subarray(offset, offset + size) };
  });
  const names = heads[nameIndex]?.content ?? Buffer.alloc(0);
  return heads.map((head) => ({ ...head, name: nameAt(names, head.name) }));
}

function moduleName(elf: Buffer): string {
  return untilNul(elfSections(elf).find(({ name }) => name === '.modname')?.content ?? Buffer.alloc(0));
}

function records(content: Buffer, bytes: number): Buffer[] {
  const count = Math.floor(content.length / bytes);
  return Array.from({ length: count }, (_, index) => content.subarray(index * bytes, (index + 1) * bytes));
}

/** An unsigned little-endian number. */
function numberAt(bytes: Buffer, offset: number, size: 1 | 2 | 4 | 8): number {
  const reader = new Reader(bytes, SUBJECT, offset);
  if (size === 8) return Number(reader.u64('a number'));
  return reader[size === 4 ? 'u32' : size === 2 ? 'u16' : 'u8']('a number');
}

/** Longer than the names that are looked for. */
const LONGEST_NAME = 64;

/** A name in a table of texts; a longer one is cut. */
function nameAt(texts: Buffer, at: number): string {
  return untilNul(texts.subarray(at, at + LONGEST_NAME));
}

function untilNul(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString('latin1', 0, end < 0 ? bytes.length : end);
}
