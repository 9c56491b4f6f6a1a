/** Builds a CFV, a firmware volume with a store of authenticated variables, with none of the code under test. */

export interface VariableSpec {
  /** In the byte order of EFI. */
  readonly guid: Buffer;
  readonly name: string;
  readonly data: Buffer;
  /** 0x3f: added. */
  readonly state?: number;
}

export const GLOBAL = Buffer.from('61dfe48bca93d211aa0d00e098032b8c', 'hex');
export const IMAGE_SECURITY = Buffer.from('cbb219d73a3d9645a3bcdad00e67656f', 'hex');
export const SECURE_BOOT_ENABLE = Buffer.from('c70ba3f008af564599c4001009c93a44', 'hex');
const VARIABLES = Buffer.from('8d2bf1ff96768b4ca9852747075b4f50', 'hex');
const AUTHENTICATED = Buffer.from('782cf3aa7b949a43a1802e144ec37792', 'hex');
const HEADER_BYTES = 72;
const STORE_HEADER_BYTES = 28;

export function buildCfv(variables: readonly VariableSpec[], size = 0x10000): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.set(VARIABLES, 16);
  header.writeBigUInt64LE(BigInt(size), 32);
  header.write('_FVH', 40);
  header.writeUInt32LE(0x4feff, 44);
  header.writeUInt16LE(HEADER_BYTES, 48);
  header[55] = 2;
  header.writeUInt32LE(size / 0x1000, 56);
  header.writeUInt32LE(0x1000, 60);
  header.writeUInt16LE(-sum16(header) & 0xffff, 50);
  const store = Buffer.alloc(STORE_HEADER_BYTES);
  store.set(AUTHENTICATED);
  store.writeUInt32LE(size / 2 - HEADER_BYTES, 16);
  store.set([0x5a, 0xfe], 20);
  const bytes = Buffer.concat([header, store, ...variables.map(record)]);
  return Buffer.concat([bytes, Buffer.alloc(size - bytes.length, 0xff)]);
}

/** The image with these variables in its store, which has to be empty. */
export function enroll(image: Uint8Array, variables: readonly VariableSpec[]): Buffer {
  const enrolled = Buffer.from(image);
  enrolled.set(Buffer.concat(variables.map(record)), HEADER_BYTES + STORE_HEADER_BYTES);
  return enrolled;
}

function sum16(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) sum += bytes.readUInt16LE(at);
  return sum;
}

/** Non-volatile, for boot services and at run time, changed by signed updates with a time alone. */
const ATTRIBUTES = 0x27;

function record({ guid, name, data, state = 0x3f }: VariableSpec): Buffer {
  const wide = Buffer.from(`${name}\0`, 'utf16le');
  const head = Buffer.alloc(60);
  head.writeUInt16LE(0x55aa, 0);
  head[2] = state;
  head.writeUInt32LE(ATTRIBUTES, 4);
  head.writeUInt32LE(wide.length, 36);
  head.writeUInt32LE(data.length, 40);
  head.set(guid, 44);
  const whole = Buffer.concat([head, wide, data]);
  return Buffer.concat([whole, Buffer.alloc(-whole.length & 3, 0xff)]);
}
