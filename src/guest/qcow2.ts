/** What the header of a qcow2 image says (QEMU docs/interop/qcow2.rst): above all, which other files it reads. */

import { given } from '../words/given.ts';

export interface Qcow2Header {
  readonly version: 2 | 3;
  /** Incompatible features, bit by bit; 0 in version 2. */
  readonly features: bigint;
  /** As the image names it: a path, relative to the image, or a URL or `json:` of QEMU. Untrusted text. */
  readonly backingFile?: string;
  /** Absent: QEMU would guess it from the content of the backing file. */
  readonly backingFormat?: string;
  /** The name of an external data file, empty where the image has one without naming it. Untrusted text. */
  readonly dataFile?: string;
  readonly encrypted: boolean;
}

/** A header is one cluster, at least 512 bytes and at most 2 MiB; QEMU wants its names within the first cluster. */
export const MOST_HEADER_BYTES = 2 * 1024 * 1024;

const MAGIC = 'QFI\xfb';
const V2_LENGTH = 72;
const V3_LENGTH = 104;
/** Incompatible feature bits of version 3. */
const DATA_FILE_BIT = 1n << 2n;
const KNOWN_BITS = 0b11111n;
const MOST_NAME_BYTES = 1023;
const EXTENSION = { end: 0, backingFormat: 0xe2792aca, dataFile: 0x44415441 } as const;

/** Whether a file that begins with these bytes is taken for a qcow2 image. */
export function isQcow2(head: Buffer): boolean {
  return head.toString('latin1', 0, 4) === MAGIC;
}

/**
 * @param bytes the beginning of the image, `MOST_HEADER_BYTES` of it or all
 * @throws Error when the header is damaged or of a kind that is not known
 */
export function readQcow2Header(bytes: Buffer): Qcow2Header {
  if (!isQcow2(bytes)) throw new Error('is not a qcow2 image, as its format says');
  if (bytes.length < V2_LENGTH) throw new Error('is cut within its qcow2 header');
  const version = bytes.readUInt32BE(4);
  if (version !== 2 && version !== 3) throw new Error(`is a qcow2 image of version ${version}, not 2 or 3`);
  if (version === 3 && bytes.length < V3_LENGTH) throw new Error('is cut within its qcow2 header');
  const features = version === 3 ? bytes.readBigUInt64BE(72) : 0n;
  if ((features & ~KNOWN_BITS) !== 0n) {
    throw new Error(`is a qcow2 image with unknown incompatible features (0x${features.toString(16)})`);
  }
  const length = version === 3 ? bytes.readUInt32BE(100) : V2_LENGTH;
  const backingOffset = bytes.readBigUInt64BE(8);
  const backingFile = nameAt(bytes, backingOffset, bytes.readUInt32BE(16));
  const end = backingFile === undefined ? bytes.length : Number(backingOffset);
  const extensions = readExtensions(bytes.subarray(0, end), length);
  const backingFormat = extensions.get(EXTENSION.backingFormat);
  const hasDataFile = (features & DATA_FILE_BIT) !== 0n;
  return {
    ...{ version, features },
    ...given({
      ...{ backingFile, backingFormat },
      dataFile: hasDataFile ? (extensions.get(EXTENSION.dataFile) ?? '') : undefined,
    }),
    encrypted: bytes.readUInt32BE(32) !== 0,
  };
}

function nameAt(bytes: Buffer, offset: bigint, size: number): string | undefined {
  if (offset === 0n) return undefined;
  const start = Number(offset);
  if (size > MOST_NAME_BYTES || offset + BigInt(size) > BigInt(bytes.length)) {
    throw new Error('is a damaged qcow2 image: the name of its backing file lies outside its header');
  }
  return bytes.toString('utf8', start, start + size);
}

/**
 * Text by the type of its extension: each is a type, a length, and data that is padded to 8 bytes. The last of several counts, and
 * the name of the backing file ends them (QEMU block/qcow2.c, qcow2_read_extensions).
 */
function readExtensions(bytes: Buffer, start: number): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (let at = start; at + 8 <= bytes.length; ) {
    const type = bytes.readUInt32BE(at);
    if (type === EXTENSION.end) break;
    const length = bytes.readUInt32BE(at + 4);
    if (at + 8 + length > bytes.length)
      throw new Error('is a damaged qcow2 image: a header extension is cut');
    found.set(type, bytes.toString('utf8', at + 8, at + 8 + length));
    at += 8 + Math.ceil(length / 8) * 8;
  }
  return found;
}
