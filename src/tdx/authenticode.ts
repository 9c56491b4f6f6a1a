/** The Authenticode digest of an EFI program: what firmware measures of a kernel or boot loader before it starts it. */

import { createHash } from 'node:crypto';
import { hex } from './format.ts';
import { DataError, Reader, type Subject } from './reader.ts';
import type { Sha384 } from './registers.ts';

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
 * SHA-384 over the file without checksum and certificates (Windows Authenticode Portable Executable Signature Format;
 * edk2 SecurityPkg/Tcg/TdTcg2Dxe/MeasureBootPeCoff.c, which does not pad to 8 bytes).
 * @throws DataError code `truncated` or `bad-kernel`
 */
export function authenticode(file: Uint8Array): Sha384 {
  const { checksum, certificates, headers, sections } = readLayout(file);
  const hash = createHash('sha384').update(file.subarray(0, checksum));
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

function readLayout(file: Uint8Array): Layout {
  const start = new Reader(file, SUBJECT, 0);
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
  const counter = new Reader(file, SUBJECT);
  counter.skip(directory - 4, 'the optional header');
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
  const reader = new Reader(file, SUBJECT);
  reader.skip(at, 'the optional header');
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
