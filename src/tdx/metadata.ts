/**
 * Finds and reads the TDX metadata of a firmware image: what a VMM loads where, and what of it is measured.
 */

import { UsageError } from '../words/errors.ts';
import { guidAt, hex } from './format.ts';

/**
 * One part of the image or of guest memory (TDVF Design Guide, "TDVF metadata"; td-shim spec, "TD Shim
 * Metadata").
 */
export interface TdvfSection {
  /** Place in the metadata, from 0: VMMs add and measure the sections in this order. */
  readonly index: number;
  readonly type: number;
  /** `BFV`, `TD_HOB`, …; `type N` where the specification gives no name. */
  readonly name: string;
  /** Offset in the image, in bytes. */
  readonly dataOffset: number;
  /** Bytes taken from the image. */
  readonly rawSize: number;
  /** Guest physical address. */
  readonly address: bigint;
  /** Bytes of guest memory. */
  readonly memorySize: bigint;
  /** All 32 bits as stored. */
  readonly attributes: number;
  /** Bit 0, MR.EXTEND: the contents go into MRTD. */
  readonly extend: boolean;
  /** Bit 1, PAGE.AUG: added at run time instead of before the TD starts. */
  readonly augment: boolean;
}

export interface TdvfMetadata {
  /** Where the descriptor ('TDVF') begins in the image, in bytes. */
  readonly descriptorOffset: number;
  /** Through the GUID table of the reset vector, or through the u32 at 32 bytes before the end. */
  readonly found: 'guid-table' | 'legacy-pointer';
  /** TdxMetadataGuid stands in the 16 bytes before the descriptor. */
  readonly guidBefore: boolean;
  readonly version: number;
  /** Bytes of descriptor and sections. */
  readonly length: number;
  readonly sections: readonly TdvfSection[];
}

type MetadataErrorCode =
  | 'not-firmware'
  | 'truncated'
  | 'bad-guid-table'
  | 'no-tdx-metadata'
  | 'bad-descriptor'
  | 'bad-version';

/** The image has no TDX metadata that can be read. */
export class MetadataError extends UsageError {
  constructor(code: MetadataErrorCode, message: string) {
    super(code, message, { hint: HINTS[code] });
    this.name = 'MetadataError';
  }
}

const WHOLE_IMAGE = 'Give the whole image (OVMF.fd of IntelTdxX64, OVMF.inteltdx.fd, final.bin of td-shim)';
/** Firmware is built in whole units of this, and QEMU takes it in no other (rule image-size-not-64k). */
const IMAGE_UNIT = 0x1_0000;
const HINTS: Readonly<Record<MetadataErrorCode, string>> = {
  'not-firmware': `${WHOLE_IMAGE}, not a *_VARS file, a kernel, or an archive of it.`,
  truncated: `${WHOLE_IMAGE} and compare its size and checksum with where it came from.`,
  'bad-guid-table': 'The image is damaged or was edited: build or download it again and compare checksums.',
  'no-tdx-metadata': `This firmware was built without TDX. ${WHOLE_IMAGE}.`,
  'bad-descriptor': 'The image is damaged or was edited: build or download it again and compare checksums.',
  'bad-version': 'Only version 1 of the TDX metadata is defined: use firmware built for it.',
};

const FOOTER_GUID = '96b582de-1fb2-45f7-baea-a366c55a082d';
const OFFSET_ENTRY_GUID = 'e47a6535-984a-4798-865e-4685a7bf8ec2';
const METADATA_GUID = 'e9eaf9f3-168e-44d5-a8eb-7f4d8738f6ae';

const GUID_BYTES = 16;
/**
 * Every entry of the GUID table ends in its u16 length and its GUID; entries lie before them, towards lower
 * offsets.
 */
const ENTRY_TAIL_BYTES = GUID_BYTES + 2;
/** The table ends, and the legacy pointer lies, this far before the end of the image. */
const RESET_VECTOR_BYTES = 0x20;
const OFFSET_ENTRY_BYTES = ENTRY_TAIL_BYTES + 4;
const DESCRIPTOR_BYTES = 16;
const SECTION_BYTES = 32;
/** More than a hundred times what any image has: rules compare sections with each other. */
const MOST_SECTIONS = 1024;
/** 'TDVF' as a little-endian u32. */
const SIGNATURE = 0x46564454;

const NAMES = [
  'BFV',
  'CFV',
  'TD_HOB',
  'TempMem',
  'PermMem',
  'Payload',
  'PayloadParam',
  'TdInfo',
  'TdParams',
] as const;

/**
 * Reads the metadata of a TDVF or td-shim image. Looks for the descriptor through the GUID table, then
 * through the legacy pointer. What the sections say is not judged here but in check.ts.
 *
 * @throws MetadataError, and nothing else, whatever the bytes are.
 */
export function parseMetadata(image: Uint8Array): TdvfMetadata {
  if (image.length < RESET_VECTOR_BYTES + ENTRY_TAIL_BYTES) {
    const needed = RESET_VECTOR_BYTES + ENTRY_TAIL_BYTES;
    const why = `the last ${needed} bytes of an image lead to its TDX metadata`;
    throw new MetadataError('truncated', `too short for firmware (size ${image.length}): ${why}`);
  }
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const { offset, found } = findDescriptor(image, view);
  const { version, length, count } = readDescriptor(view, offset);
  return {
    descriptorOffset: offset,
    found,
    guidBefore: hasGuidBefore(image, offset),
    version,
    length,
    sections: Array.from({ length: count }, (_, index) => readSection(view, offset, index)),
  };
}

/** Whether the image wants a kernel from its VMM: it has a Payload section, and nothing in the file for it. */
export function hasPayload({ sections }: TdvfMetadata): boolean {
  return sections.some(({ name, rawSize }) => name === 'Payload' && rawSize === 0);
}

/** The bytes of the variables in the image (CFV); undefined where there are none. */
export function cfvOf(image: Uint8Array, { sections }: TdvfMetadata): Uint8Array | undefined {
  const cfv = sections.find(({ name }) => name === 'CFV');
  return cfv && image.subarray(cfv.dataOffset, cfv.dataOffset + cfv.rawSize);
}

function findDescriptor(image: Uint8Array, view: DataView): { offset: number; found: TdvfMetadata['found'] } {
  const size = image.length;
  const tableEnd = size - RESET_VECTOR_BYTES;
  const hasTable = guidAt(image, tableEnd - GUID_BYTES) === FOOTER_GUID;
  const entry = hasTable ? findOffsetEntry(image, view, tableEnd) : undefined;
  if (entry !== undefined) return { offset: descriptorBeforeEnd(view, entry), found: 'guid-table' };

  const pointer = view.getUint32(tableEnd, true);
  const inside = pointer + DESCRIPTOR_BYTES <= size;
  if (inside && (view.getUint32(pointer, true) === SIGNATURE || hasGuidBefore(image, pointer))) {
    return { offset: pointer, found: 'legacy-pointer' };
  }
  const tried = `the legacy pointer there (${hex(pointer)}) leads to no TDX metadata`;
  if (hasTable) {
    const message = `the GUID table that ends at ${hex(tableEnd)} has no TDX entry, and ${tried}`;
    throw new MetadataError('no-tdx-metadata', message);
  }
  const what = size % IMAGE_UNIT === 0 ? '' : `${size} bytes are no multiple of 64 KiB, `;
  const message = `not a firmware image, or a damaged one: ${what}no GUID table ends at ${hex(tableEnd)}, and ${tried}`;
  throw new MetadataError('not-firmware', message);
}

/** Walks the table from its footer to lower offsets. Returns where the data of the TDX entry begins. */
function findOffsetEntry(image: Uint8Array, view: DataView, tableEnd: number): number | undefined {
  const totalAt = tableEnd - ENTRY_TAIL_BYTES;
  const total = view.getUint16(totalAt, true);
  if (total < ENTRY_TAIL_BYTES || total > tableEnd) {
    const why = `but it holds its own ${ENTRY_TAIL_BYTES} and at most ${tableEnd}`;
    throw new MetadataError('bad-guid-table', `the GUID table claims ${total} bytes ${at(totalAt)}, ${why}`);
  }
  const tableStart = tableEnd - total;
  let end = totalAt;
  while (end - ENTRY_TAIL_BYTES >= tableStart) {
    const lengthAt = end - ENTRY_TAIL_BYTES;
    const length = view.getUint16(lengthAt, true);
    const guid = guidAt(image, end - GUID_BYTES);
    if (length < ENTRY_TAIL_BYTES || length > end - tableStart) {
      const what = `entry ${guid} of the GUID table claims ${length} bytes ${at(lengthAt)}`;
      const room = `between ${ENTRY_TAIL_BYTES} and ${end - tableStart} fit`;
      throw new MetadataError('bad-guid-table', `${what}; ${room}`);
    }
    if (guid === OFFSET_ENTRY_GUID) {
      if (length === OFFSET_ENTRY_BYTES) return end - length;
      const what = `the TDX entry of the GUID table has ${length} bytes ${at(lengthAt)}`;
      throw new MetadataError('bad-guid-table', `${what} instead of ${OFFSET_ENTRY_BYTES}`);
    }
    end -= length;
  }
  return undefined;
}

/** The entry's u32 counts from the end of the image down to the descriptor. */
function descriptorBeforeEnd(view: DataView, entry: number): number {
  const size = view.byteLength;
  const distance = view.getUint32(entry, true);
  const what = `the GUID table ${at(entry)} puts the TDX metadata ${hex(distance)} bytes before the end`;
  if (distance > size) {
    throw new MetadataError('truncated', `${what}, but the image has only ${hex(size)} bytes`);
  }
  if (distance < DESCRIPTOR_BYTES) {
    throw new MetadataError('bad-descriptor', `${what}, where its ${DESCRIPTOR_BYTES} bytes do not fit`);
  }
  return size - distance;
}

function readDescriptor(view: DataView, offset: number): { version: number; length: number; count: number } {
  const signature = view.getUint32(offset, true);
  const length = view.getUint32(offset + 4, true);
  const version = view.getUint32(offset + 8, true);
  const count = view.getUint32(offset + 12, true);
  if (signature !== SIGNATURE) {
    const message = `the TDX metadata ${at(offset)} begins with ${hex(signature)} instead of 'TDVF'`;
    throw new MetadataError('bad-descriptor', message);
  }
  if (version !== 1) {
    const message = `the TDX metadata ${at(offset)} has version ${version} instead of 1`;
    throw new MetadataError('bad-version', message);
  }
  if (count > MOST_SECTIONS) {
    const message = `the TDX metadata ${at(offset)} has ${count} sections; at most ${MOST_SECTIONS} are read`;
    throw new MetadataError('bad-descriptor', message);
  }
  const expected = DESCRIPTOR_BYTES + SECTION_BYTES * count;
  if (count === 0 || length !== expected) {
    const message = `the TDX metadata ${at(offset)} has ${count} sections in ${length} bytes`;
    const why = count === 0 ? 'at least one is needed' : `they take ${expected}`;
    throw new MetadataError('bad-descriptor', `${message}; ${why}`);
  }
  if (offset + length > view.byteLength) {
    const message = `the TDX metadata ${at(offset)} has ${hex(length)} bytes`;
    const room = `the image ends after ${hex(view.byteLength - offset)}`;
    throw new MetadataError('bad-descriptor', `${message}; ${room}`);
  }
  return { version, length, count };
}

/** The caller has checked that all sections lie inside the image. */
function readSection(view: DataView, descriptorOffset: number, index: number): TdvfSection {
  const offset = descriptorOffset + DESCRIPTOR_BYTES + SECTION_BYTES * index;
  const type = view.getUint32(offset + 24, true);
  const attributes = view.getUint32(offset + 28, true);
  return {
    index,
    type,
    name: NAMES[type] ?? `type ${type}`,
    dataOffset: view.getUint32(offset, true),
    rawSize: view.getUint32(offset + 4, true),
    address: view.getBigUint64(offset + 8, true),
    memorySize: view.getBigUint64(offset + 16, true),
    attributes,
    extend: (attributes & 1) !== 0,
    augment: (attributes & 2) !== 0,
  };
}

function hasGuidBefore(image: Uint8Array, offset: number): boolean {
  return offset >= GUID_BYTES && guidAt(image, offset - GUID_BYTES) === METADATA_GUID;
}

function at(offset: number): string {
  return `at offset ${hex(offset)}`;
}
