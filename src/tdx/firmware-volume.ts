/** Lists the files in the firmware volumes of an image: what a TDVF is made of, also within its compressed part. */

import { createHash } from 'node:crypto';
import { decompress } from 'lzma1';
import { utf16 } from './event-reading.ts';
import { guidAt } from './format.ts';
import { DataError, Reader, type Subject, unlessDamaged } from './reader.ts';

export interface VolumeFile {
  /** Which of the volumes it is in, from 0 in the order in which they are found. */
  readonly volume: number;
  readonly guid: string;
  /** From its user interface section, such as `UiApp`; without that section the GUID. */
  readonly name: string;
  /** EFI_FV_FILETYPE. */
  readonly type: number;
  /** Bytes of its content. */
  readonly size: number;
  /** SHA-256 of its content. */
  readonly sha256: string;
  readonly marks: readonly Mark[];
}

/** What is told by bytes in a program. */
export type Mark = keyof typeof MARKS;

export interface Volumes {
  readonly files: readonly VolumeFile[];
  /** Why a part could not be read: what it holds is not listed. */
  readonly problems: readonly string[];
}

const SUBJECT: Subject = { what: 'the firmware volume', hint: 'Give a whole firmware image.' };
const MARKS = {
  /** A failed ASSERT() prints and stops: a DEBUG build (DebugAssert() of MdePkg/Library/BaseDebugLibSerialPort and of others). */
  asserts: Buffer.from('ASSERT [%a] %a(%d): %a'),
  /** The code for CPUs that Linux gives back, which toggles CR4.PCIDE (edk2 OvmfPkg/TdxDxe/X64/ApRunLoop.nasm, 406f42cb74). */
  resetsCpus: Buffer.from('0f20e10fbaf9110f22e1', 'hex'),
} as const;
const ALL_MARKS: readonly Mark[] = ['asserts', 'resetsCpus'];
const SIGNATURE = Buffer.from('_FVH');
const SIGNATURE_AT = 40;
/** EFI_FIRMWARE_FILE_SYSTEM2_GUID and 3. A volume of variables has another one. */
const FILE_SYSTEMS = ['8c8ce578-8a3d-4f1c-9935-896185c32dd3', '5473c07a-3dcb-4dca-bd6f-1e9689e7349a'];
const LZMA = 'ee4e5898-3914-4259-9d6e-dc7bd79403cf';
const FILE = { header: 24, large: 0x01, raw: 0x01, pad: 0xf0, alignment: 8 } as const;
const SECTION = { guided: 0x02, name: 0x15, volume: 0x17, alignment: 4 } as const;
/** LZMA: five bytes of properties, then the size of the content. */
const LZMA_SIZE_AT = 5;
/** The most that is decompressed, in bytes: twice what a TDVF has. */
const MOST_DECOMPRESSED = 0x200_0000;
/** Volumes, files and sections together; a TDVF has some hundred. */
const MOST_PARTS = 10_000;
/** Volumes and compressed parts within each other; a TDVF has three. */
const DEEPEST = 8;

/**
 * Every file of every volume (PI specification 1.8, volume 3; edk2 MdePkg/Include/Pi/PiFirmwareVolume.h,
 * PiFirmwareFile.h). Damaged parts are named, and what is around them is listed.
 */
export function readVolumes(image: Uint8Array): Volumes {
  const found = new Found();
  found.read(() => volumesIn(viewOf(image), found, 0));
  return { files: found.files, problems: found.problems };
}

/** Whether a program in the image has the mark; not where the image has out of all measure many parts. */
export function hasMark(image: Uint8Array, mark: Mark): boolean {
  return readVolumes(image).files.some(({ marks }) => marks.includes(mark));
}

class Found {
  readonly files: VolumeFile[] = [];
  readonly problems: string[] = [];
  /** Bytes that may still be decompressed. */
  left = MOST_DECOMPRESSED;
  volumes = 0;
  #parts = 0;

  /** Counts a volume, file or section. @throws DataError code `bad-section` where there are too many */
  count(): void {
    if (++this.#parts <= MOST_PARTS) return;
    const message = `the image has more than ${MOST_PARTS} volumes, files and sections`;
    throw new DataError('bad-section', message, SUBJECT);
  }

  /** Runs `body`; what is damaged becomes a problem. */
  read(body: () => void): void {
    unlessDamaged(body, ({ message }) => {
      if (this.problems.length < 10) this.problems.push(message);
    });
  }
}

/**
 * Volumes begin at multiples of 8 bytes; what lies between them is passed over.
 * @param depth volumes and compressed parts around these
 */
function volumesIn(bytes: Buffer, found: Found, depth: number): void {
  requireShallow(depth);
  let from = 0;
  for (;;) {
    const signature = bytes.indexOf(SIGNATURE, from + SIGNATURE_AT);
    if (signature < 0) return;
    const start = signature - SIGNATURE_AT;
    const length = Number(bytes.readBigUInt64LE(start + 32));
    const whole = start % 8 === 0 && length > SIGNATURE_AT && start + length <= bytes.length;
    if (whole) {
      found.count();
      if (FILE_SYSTEMS.includes(guidAt(bytes, start + 16))) {
        found.read(() => filesIn(bytes.subarray(start, start + length), found, depth));
      }
    }
    from = whole ? start + length : signature - SIGNATURE_AT + 4;
  }
}

function filesIn(volume: Buffer, found: Found, depth: number): void {
  const index = found.volumes++;
  const header = new Reader(volume, SUBJECT, 48);
  const headerBytes = header.u16('the length of the header');
  header.skip(2, 'the checksum');
  const extension = header.u16('the offset of the extended header');
  let at = headerBytes;
  if (extension > 0) {
    const more = new Reader(volume, SUBJECT, extension + 16);
    at = extension + more.u32('the length of the extended header');
  }
  for (;;) {
    at = Math.ceil(at / FILE.alignment) * FILE.alignment;
    if (at + FILE.header > volume.length) return;
    found.count();
    const reader = new Reader(volume, SUBJECT, at);
    const guid = reader.guid('the name of a file');
    reader.skip(2, 'the checksum of a file');
    const type = reader.u8('the type of a file');
    const large = (reader.u8('the attributes of a file') & FILE.large) !== 0;
    const short = reader.take(4, 'the size of a file');
    const size = large ? Number(reader.u64('the size of a file')) : Buffer.from(short).readUIntLE(0, 3);
    const start = large ? FILE.header + 8 : FILE.header;
    // Free space is of ones.
    if (type === 0xff || size < start) return;
    const content = new Reader(volume, SUBJECT, at).take(size, `the file ${guid}`).subarray(start);
    at += size;
    if (type !== FILE.pad) found.read(() => addFile({ volume: index, guid, type }, content, found, depth));
  }
}

function addFile(
  known: Pick<VolumeFile, 'volume' | 'guid' | 'type'>,
  content: Uint8Array,
  found: Found,
  depth: number,
): void {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const marks = ALL_MARKS.filter((mark) => viewOf(content).includes(MARKS[mark]));
  const file = { ...known, name: known.guid, size: content.length, sha256, marks };
  const place = found.files.push(file) - 1;
  if (known.type === FILE.raw) return;
  const name = sectionsIn(content, found, depth);
  if (name !== undefined) found.files[place] = { ...file, name };
}

/** Looks into the sections; returns the name that one of them gives. */
function sectionsIn(content: Uint8Array, found: Found, depth: number): string | undefined {
  let name: string | undefined;
  let at = 0;
  while (at + 4 <= content.length) {
    found.count();
    const reader = new Reader(content, SUBJECT, at);
    const head = Buffer.from(reader.take(4, 'the header of a section'));
    const short = head.readUIntLE(0, 3);
    const size = short === 0xffffff ? reader.u32('the size of a section') : short;
    const start = reader.offset - at;
    if (size < start) return name;
    const body = viewOf(new Reader(content, SUBJECT, at).take(size, 'a section').subarray(start));
    if (head[3] === SECTION.name) name = utf16(body);
    else if (head[3] === SECTION.volume) volumesIn(body, found, depth + 1);
    else if (head[3] === SECTION.guided) found.read(() => guidedSection(body, start, found, depth));
    at += Math.ceil(size / SECTION.alignment) * SECTION.alignment;
  }
  return name;
}

/** The offset of the data counts from the start of the section, whose header has `header` bytes. */
function guidedSection(body: Buffer, header: number, found: Found, depth: number): void {
  const reader = new Reader(body, SUBJECT);
  const guid = reader.guid('the kind of a section');
  const offset = reader.u16('the offset of its data') - header;
  if (guid !== LZMA) return;
  requireShallow(depth + 1);
  const data = body.subarray(Math.max(0, offset));
  const size = new Reader(data, SUBJECT, LZMA_SIZE_AT).u64('the size of compressed data');
  if (size > BigInt(found.left)) {
    throw new DataError('bad-section', `compressed volumes claim ${size} bytes`, SUBJECT);
  }
  found.left -= Number(size);
  sectionsIn(unpack(data), found, depth + 1);
}

/** Each level hashes what is within it once more. */
function requireShallow(depth: number): void {
  if (depth <= DEEPEST) return;
  const message = `volumes are nested deeper than ${DEEPEST} levels`;
  throw new DataError('bad-section', message, SUBJECT);
}

/** The same bytes, not a copy. */
function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function unpack(data: Uint8Array): Uint8Array {
  try {
    return decompress(data);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new DataError('bad-section', `compressed volume: ${error.message}`, SUBJECT);
  }
}
