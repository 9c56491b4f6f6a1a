/** The Authenticode digest of an EFI program: what firmware measures of a kernel or boot loader before it starts it. */

import { createHash } from 'node:crypto';
import { hex } from './format.ts';
import { DataError, Reader, type Subject } from './reader.ts';

const SUBJECT: Subject = {
  what: 'the EFI program',
  hint: 'Give an x86-64 kernel with an EFI stub (bzImage), or another EFI program.',
};
const DOS_LFANEW = 0x3c;
const FILE_HEADER_BYTES = 20;
const SECTION_HEADER_BYTES = 40;
const PE32_PLUS = 0x20b;
const PE32 = 0x10b;
const SECURITY_DIRECTORY = 4;

/** Which parts of the file the digest leaves out, and which it covers. */
interface Layout {
  readonly checksum: number;
  /** The entry of the certificates in the data directory; absent in a file that has no such entry. */
  readonly certificates?: { readonly at: number; readonly size: number };
  readonly headers: number;
  /** Data of the sections as [offset, size], in the order of the file. */
  readonly sections: readonly (readonly [number, number])[];
}

/**
 * The hash, SHA-384 unless asked otherwise, over the file without checksum and certificates (Windows Authenticode Portable Executable Signature Format;
 * edk2 SecurityPkg/Tcg/TdTcg2Dxe/MeasureBootPeCoff.c, which does not pad to 8 bytes).
 * @throws DataError code `truncated` or `bad-kernel`
 */
export function authenticode(file: Uint8Array, algorithm: 'sha256' | 'sha384' | 'sha512' = 'sha384'): string {
  const { checksum, certificates, headers, sections } = readLayout(file);
  const hash = createHash(algorithm).update(file.subarray(0, checksum));
  const rest = checksum + 4;
  if (certificates === undefined) hash.update(file.subarray(rest, headers));
  else hash.update(file.subarray(rest, certificates.at)).update(file.subarray(certificates.at + 8, headers));
  let hashed = headers;
  for (const [offset, size] of sections) {
    hash.update(file.subarray(offset, offset + size));
    hashed += size;
  }
  const end = file.length - (certificates?.size ?? 0);
  if (end < hashed && hashed < file.length) throw bad('its certificates overlap its sections', 0);
  if (hashed < end) hash.update(file.subarray(hashed, end));
  return hash.digest('hex');
}

/** WIN_CERT_TYPE_PKCS_SIGNED_DATA. */
const PKCS = 0x0002;
const CERTIFICATE_HEADER_BYTES = 8;
/** More than any program has. */
const MOST_SIGNATURES = 4;

/**
 * The signatures of an EFI program, each as PKCS #7 data. An unsigned program gives an empty list; a damaged signature ends the list.
 * @throws DataError code `truncated` or `bad-kernel` for a program that is damaged elsewhere
 */
export function signatureDataOf(file: Uint8Array): Uint8Array[] {
  const { certificates } = readLayout(file);
  if (certificates === undefined || certificates.size === 0) return [];
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const start = view.getUint32(certificates.at, true);
  const found: Uint8Array[] = [];
  try {
    const all = new Reader(file, SUBJECT, start);
    const table = new Reader(all.take(certificates.size, 'the certificates'), SUBJECT);
    while (table.left > CERTIFICATE_HEADER_BYTES && found.length < MOST_SIGNATURES) {
      const size = table.u32('the size of a signature');
      table.skip(2, 'the revision of a signature');
      const type = table.u16('the type of a signature');
      const body = table.take(Math.max(0, size - CERTIFICATE_HEADER_BYTES), 'a signature');
      table.skip(Math.min(table.left, -size & 7), 'padding');
      if (type === PKCS) found.push(body);
    }
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
  }
  return found;
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
      throw bad(`with section ${index} its sections claim ${zeros} bytes more than the file has`, at);
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

function readLayout(file: Uint8Array): Layout {
  const start = new Reader(file, SUBJECT);
  if (start.u16('the DOS header') !== 0x5a4d) throw bad("it does not begin with 'MZ'", 0);
  start.skip(DOS_LFANEW - 2, 'the DOS header');
  const pe = start.u32('the offset of the PE header');
  const reader = new Reader(file, SUBJECT);
  reader.skip(pe, 'what is before the PE header');
  if (reader.u32('the PE signature') !== 0x4550) throw bad(`no PE header at ${hex(pe)}`, DOS_LFANEW);
  reader.skip(2, 'the machine');
  const count = reader.u16('the number of sections');
  reader.skip(12, 'the file header');
  const optionalBytes = reader.u16('the size of the optional header');
  reader.skip(2, 'the characteristics');
  const optional = pe + 4 + FILE_HEADER_BYTES;
  const magic = reader.u16('the magic of the optional header');
  if (magic !== PE32 && magic !== PE32_PLUS)
    throw bad(`its optional header is of kind ${hex(magic)}`, optional);
  reader.skip(58, 'the optional header');
  const headers = reader.u32('the size of the headers');
  const directory = optional + (magic === PE32_PLUS ? 112 : 96);
  const counter = new Reader(file, SUBJECT, directory - 4);
  const entries = counter.u32('the number of directories');
  const checksum = optional + 64;
  const certificatesAt = directory + 8 * SECURITY_DIRECTORY;
  const sections = readSections(file, optional + optionalBytes, count);
  if (headers > file.length || headers < checksum + 4)
    throw bad(`its headers claim ${hex(headers)} bytes`, optional);
  if (entries <= SECURITY_DIRECTORY) return { checksum, headers, sections };
  if (headers < certificatesAt + 8) throw bad(`its headers claim ${hex(headers)} bytes`, optional);
  counter.skip(8 * SECURITY_DIRECTORY + 4, 'the data directory');
  const size = counter.u32('the size of the certificates');
  return { checksum, certificates: { at: certificatesAt, size }, headers, sections };
}

function readSections(file: Uint8Array, at: number, count: number): (readonly [number, number])[] {
  const reader = new Reader(file, SUBJECT, at);
  const table = new Reader(reader.take(count * SECTION_HEADER_BYTES, 'the section headers'), SUBJECT);
  const sections = Array.from({ length: count }, (_, index): readonly [number, number] => {
    table.skip(16, 'the name of a section');
    const size = table.u32('the size of a section');
    const offset = table.u32('the offset of a section');
    table.skip(16, 'a section header');
    if (offset + size > file.length) throw bad(`section ${index} ends beyond the file`, at);
    return [offset, size];
  });
  // Overlapping sections could make the digest of a small file take for ever.
  const total = sections.reduce((sum, [, size]) => sum + size, 0);
  if (total > file.length) throw bad('its sections overlap', at);
  return sections.filter(([, size]) => size > 0).toSorted(([a], [b]) => a - b);
}

function bad(problem: string, offset: number): DataError {
  return new DataError('bad-kernel', `not an EFI program that can be measured: ${problem}`, offset, SUBJECT);
}
