/** Builds firmware volumes from a description, with none of the code under test. */

export interface FileSpec {
  readonly name?: string;
  /** In the byte order of EFI. */
  readonly guid?: Buffer;
  readonly type?: number;
  /** Sections before the name. */
  readonly sections?: readonly Buffer[];
  readonly content?: Buffer;
}

const FILE_SYSTEM = Buffer.from('78e58c8c3d8a1c4f9935896185c32dd3', 'hex');
const HEADER_BYTES = 72;

export function buildVolume(files: readonly FileSpec[], size = 0): Buffer {
  const body = Buffer.concat(files.map(file));
  const whole = Buffer.alloc(Math.max(size, HEADER_BYTES + body.length), 0xff);
  whole.fill(0, 0, HEADER_BYTES);
  whole.set(FILE_SYSTEM, 16);
  whole.writeBigUInt64LE(BigInt(whole.length), 32);
  whole.write('_FVH', 40);
  whole.writeUInt16LE(HEADER_BYTES, 48);
  whole.set(body, HEADER_BYTES);
  return whole;
}

/** A section of this type. */
export function section(type: number, content: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUIntLE(4 + content.length, 0, 3);
  head[3] = type;
  return padded(Buffer.concat([head, content]), 4);
}

function file({ name, guid = Buffer.alloc(16, 0x11), type = 7, sections = [], content }: FileSpec): Buffer {
  const named = name === undefined ? [] : [section(0x15, Buffer.from(`${name}\0`, 'utf16le'))];
  const body = content ?? Buffer.concat([...sections, ...named]);
  const head = Buffer.alloc(24);
  head.set(guid);
  head[18] = type;
  head.writeUIntLE(24 + body.length, 20, 3);
  head[23] = 0xf8;
  return padded(Buffer.concat([head, body]), 8);
}

function padded(bytes: Buffer, unit: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & (unit - 1), 0xff)]);
}
