/** The layout of an EFI program (Microsoft PE Format): its headers, its certificates, and its sections. */

import { hex } from './format.ts';
import { DataError, Reader, type Subject } from './reader.ts';

/** How errors name a program. */
export const PROGRAM: Subject = {
  what: 'the EFI program',
  hint: 'Give an x86-64 kernel with an EFI stub (bzImage), or another EFI program.',
};
const DOS_LFANEW = 0x3c;
const FILE_HEADER_BYTES = 20;
const SECTION_HEADER_BYTES = 40;
const PE32_PLUS = 0x20b;
const PE32 = 0x10b;
const SECURITY_DIRECTORY = 4;

/** Where the parts of a program are in its file, in bytes. */
export interface ProgramLayout {
  readonly checksum: number;
  /** The entry of the certificates in the data directory; absent in a file that has no such entry. */
  readonly certificates?: { readonly at: number; readonly size: number };
  readonly headers: number;
  /** Data of the sections as [offset, size], in the order of the file. */
  readonly sections: readonly (readonly [number, number])[];
}

export interface ProgramSection {
  readonly name: string;
  /** Where it is in memory, from the image's beginning. */
  readonly address: number;
  /** As it is in memory: cut, or filled with zeros, to its size there. */
  readonly content: Uint8Array;
}

/** Gives the content of the section with this name; undefined where the program has no such section, or an empty one. */
export type FindSection = (name: string) => Uint8Array | undefined;

/** Bytes that the sections of a program have in memory beyond those of its file; a damaged header may claim more. */
const MOST_ZEROS = 0x400_0000;

/**
 * Finds sections of an EFI program.
 * @throws DataError code `truncated` or `bad-kernel`
 */
export function sectionFinder(program: Uint8Array): FindSection {
  return finderIn(sectionsIn(program));
}

/** Finds sections among those that {@link sectionsIn} has read. */
export function finderIn(sections: readonly ProgramSection[]): FindSection {
  return (wanted) => {
    const content = sections.find(({ name }) => name === wanted)?.content;
    return content?.length === 0 ? undefined : content;
  };
}

/**
 * The sections of an EFI program, in the order of its headers.
 * @throws DataError code `truncated` or `bad-kernel`
 */
export function sectionsIn(file: Uint8Array): ProgramSection[] {
  readLayout(file);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const pe = view.getUint32(DOS_LFANEW, true);
  const count = view.getUint16(pe + 6, true);
  const start = pe + 4 + FILE_HEADER_BYTES + view.getUint16(pe + 20, true);
  let zeros = 0;
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * SECTION_HEADER_BYTES;
    const name = longName(
      file,
      textAt(file, at, at + 8),
      view.getUint32(pe + 12, true) + SYMBOL_BYTES * view.getUint32(pe + 16, true),
    );
    const memory = view.getUint32(at + 8, true);
    const size = view.getUint32(at + 16, true);
    const offset = view.getUint32(at + 20, true);
    const data = file.subarray(offset, offset + Math.min(size, memory));
    const address = view.getUint32(at + 12, true);
    if (data.length === memory) return { name, address, content: data };
    zeros += memory - data.length;
    if (zeros > MOST_ZEROS) {
      throw badProgram(`with section ${index} its sections claim ${zeros} bytes more than the file has`);
    }
    return { name, address, content: Buffer.concat([data, new Uint8Array(memory - data.length)]) };
  });
}

const SYMBOL_BYTES = 18;
const MOST_NAME_BYTES = 64;

/** A name of more than eight characters is `/` and where it is in the table of texts behind the symbols, as GNU's linker makes them. */
function longName(file: Uint8Array, name: string, texts: number): string {
  const [, offset] = /^\/(\d+)$/.exec(name) ?? [];
  if (offset === undefined) return name;
  const at = texts + Number(offset);
  return textAt(file, at, at + MOST_NAME_BYTES);
}

function textAt(file: Uint8Array, start: number, end: number): string {
  return Buffer.from(file.subarray(start, end)).toString('latin1').replace(/\0.*$/s, '');
}

/** @throws DataError code `truncated` or `bad-kernel` */
export function readLayout(file: Uint8Array): ProgramLayout {
  const start = new Reader(file, PROGRAM);
  if (start.u16('the DOS header') !== 0x5a4d) throw badProgram("it does not begin with 'MZ'");
  start.skip(DOS_LFANEW - 2, 'the DOS header');
  const pe = start.u32('the offset of the PE header');
  const reader = new Reader(file, PROGRAM);
  reader.skip(pe, 'what is before the PE header');
  if (reader.u32('the PE signature') !== 0x4550) throw badProgram(`no PE header at ${hex(pe)}`);
  reader.skip(2, 'the machine');
  const count = reader.u16('the number of sections');
  reader.skip(12, 'the file header');
  const optionalBytes = reader.u16('the size of the optional header');
  reader.skip(2, 'the characteristics');
  const optional = pe + 4 + FILE_HEADER_BYTES;
  const magic = reader.u16('the magic of the optional header');
  if (magic !== PE32 && magic !== PE32_PLUS) throw badProgram(`its optional header is of kind ${hex(magic)}`);
  reader.skip(58, 'the optional header');
  const headers = reader.u32('the size of the headers');
  const directory = optional + (magic === PE32_PLUS ? 112 : 96);
  const counter = new Reader(file, PROGRAM, directory - 4);
  const entries = counter.u32('the number of directories');
  const checksum = optional + 64;
  const certificatesAt = directory + 8 * SECURITY_DIRECTORY;
  const sections = readSections(file, optional + optionalBytes, count);
  if (headers > file.length || headers < checksum + 4)
    throw badProgram(`its headers claim ${hex(headers)} bytes`);
  if (entries <= SECURITY_DIRECTORY) return { checksum, headers, sections };
  if (headers < certificatesAt + 8) throw badProgram(`its headers claim ${hex(headers)} bytes`);
  counter.skip(8 * SECURITY_DIRECTORY + 4, 'the data directory');
  const size = counter.u32('the size of the certificates');
  return { checksum, certificates: { at: certificatesAt, size }, headers, sections };
}

function readSections(file: Uint8Array, at: number, count: number): (readonly [number, number])[] {
  const reader = new Reader(file, PROGRAM, at);
  const table = new Reader(reader.take(count * SECTION_HEADER_BYTES, 'the section headers'), PROGRAM);
  const sections = Array.from({ length: count }, (_, index): readonly [number, number] => {
    table.skip(16, 'the name of a section');
    const size = table.u32('the size of a section');
    const offset = table.u32('the offset of a section');
    table.skip(16, 'a section header');
    if (offset + size > file.length) throw badProgram(`section ${index} ends beyond the file`);
    return [offset, size];
  });
  // Overlapping sections could make the digest of a small file take for ever.
  const total = sections.reduce((sum, [, size]) => sum + size, 0);
  if (total > file.length) throw badProgram('its sections overlap');
  return sections.filter(([, size]) => size > 0).toSorted(([a], [b]) => a - b);
}

export function badProgram(problem: string): DataError {
  return new DataError('bad-kernel', `not an EFI program that can be measured: ${problem}`, PROGRAM);
}
