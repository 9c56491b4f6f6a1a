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
const AUTHENTICATED = Buffer.from('782cf3aa7b949a43a1802e144ec37792', 'hex');
const HEADER_BYTES = 72;

export function buildCfv(variables: readonly VariableSpec[], size = 0x10000): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('_FVH', 40);
  header.writeUInt16LE(HEADER_BYTES, 48);
  const store = Buffer.alloc(28);
  store.set(AUTHENTICATED);
  const bytes = Buffer.concat([header, store, ...variables.map(record)]);
  return Buffer.concat([bytes, Buffer.alloc(size - bytes.length, 0xff)]);
}

function record({ guid, name, data, state = 0x3f }: VariableSpec): Buffer {
  const wide = Buffer.from(`${name}\0`, 'utf16le');
  const head = Buffer.alloc(60);
  head.writeUInt16LE(0x55aa, 0);
  head[2] = state;
  head.writeUInt32LE(wide.length, 36);
  head.writeUInt32LE(data.length, 40);
  head.set(guid, 44);
  const whole = Buffer.concat([head, wide, data]);
  return Buffer.concat([whole, Buffer.alloc(-whole.length & 3, 0xff)]);
}
