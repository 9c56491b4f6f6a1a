/** Builds kernels with an EFI stub, as small as they can be: a setup header within a PE file. */

export interface KernelSpec {
  /** Version of the boot protocol. */
  readonly protocol?: number;
  /** LOADFLAGS: bit 0 is LOADED_HIGH. */
  readonly loadFlags?: number;
  readonly loadFlags2?: number;
  readonly initrdMax?: number;
  /** Bytes of the certificates at the end of the file. */
  readonly certificates?: Uint8Array;
  /** Entries of the data directory. */
  readonly directories?: number;
  /** Bytes after the last section. */
  readonly tail?: Uint8Array;
}

/** Where the fields that an Authenticode digest leaves out are in the file. */
export const CHECKSUM = 0x98;
export const CERTIFICATE_ENTRY = 0xe8;
const PE = 0x40;
const HEADERS = 0x200;
/** [offset, size] in the file, in the order of the table. The file has another order. */
const SECTIONS = [
  [0x1000, 0x800],
  [0x200, 0xe00],
  [0x1800, 0],
] as const;

/** PE32+ with three sections; the second one holds the setup header. */
export function buildKernel(spec: KernelSpec = {}): Buffer {
  const { certificates = new Uint8Array(), tail = new Uint8Array(), directories = 6 } = spec;
  const image = Buffer.alloc(0x1800);
  for (let at = HEADERS; at < image.length; at++) image[at] = (at * 2654435761) >>> 24;
  image.write('MZ');
  image.writeUInt32LE(PE, 0x3c);
  image.write('PE\0\0', PE);
  image.writeUInt16LE(0x8664, PE + 4);
  image.writeUInt16LE(SECTIONS.length, PE + 6);
  const optional = PE + 24;
  image.writeUInt16LE(112 + 8 * directories, PE + 20);
  image.writeUInt16LE(0x20b, optional);
  image.writeUInt32LE(HEADERS, optional + 60);
  image.writeUInt32LE(directories, optional + 108);
  if (certificates.length > 0) {
    image.writeUInt32LE(image.length + tail.length, CERTIFICATE_ENTRY);
    image.writeUInt32LE(certificates.length, CERTIFICATE_ENTRY + 4);
  }
  for (const [index, [offset, size]] of SECTIONS.entries()) {
    const at = optional + 112 + 8 * directories + 40 * index;
    image.writeUInt32LE(size, at + 16);
    image.writeUInt32LE(offset, at + 20);
  }
  setupHeader(image, spec);
  return Buffer.concat([image, tail, certificates]);
}

/** The program with these WIN_CERTIFICATEs at its end. */
export function signedWith(program: Uint8Array, ...certificates: readonly Uint8Array[]): Buffer {
  const whole = Buffer.concat([program, Buffer.alloc(-program.length & 7), ...certificates]);
  const size = certificates.reduce((sum, { length }) => sum + length, 0);
  whole.writeUInt32LE(whole.length - size, CERTIFICATE_ENTRY);
  whole.writeUInt32LE(size, CERTIFICATE_ENTRY + 4);
  return whole;
}

function setupHeader(image: Buffer, spec: KernelSpec): void {
  image.fill(0, 0x1f1, 0x268);
  image[0x1f1] = 4;
  image.write('HdrS', 0x202);
  image.writeUInt16LE(spec.protocol ?? 0x20f, 0x206);
  image[0x211] = spec.loadFlags ?? 1;
  image.writeUInt32LE(spec.initrdMax ?? 0x7fffffff, 0x22c);
  image.writeUInt16LE(spec.loadFlags2 ?? 0x7f, 0x236);
}

/** A PE32+ program with these sections, in this order: what systemd's ukify and GNU's linker make, without its code. */
export function buildUki(parts: Readonly<Record<string, Uint8Array>>): Buffer {
  const entries = Object.entries(parts);
  const head = Buffer.alloc(0x400);
  head.write('MZ');
  head.writeUInt32LE(PE, 0x3c);
  head.write('PE\0\0', PE);
  head.writeUInt16LE(0x8664, PE + 4);
  head.writeUInt16LE(entries.length, PE + 6);
  const optional = PE + 24;
  head.writeUInt16LE(112 + 8 * 6, PE + 20);
  head.writeUInt16LE(0x20b, optional);
  head.writeUInt32LE(head.length, optional + 60);
  head.writeUInt32LE(6, optional + 108);
  let offset = head.length;
  // Names of more than eight characters are texts at the end of the file.
  const texts: Buffer[] = [Buffer.alloc(4)];
  const nameOf = (name: string): string => {
    if (name.length <= 8) return name;
    const at = Buffer.concat(texts).length;
    texts.push(Buffer.from(`${name}\0`));
    return `/${at}`;
  };
  const bodies = entries.map(([name, content], index) => {
    const at = optional + 112 + 8 * 6 + 40 * index;
    const raw = Math.ceil(content.length / 0x200) * 0x200;
    head.write(nameOf(name), at);
    head.writeUInt32LE(content.length, at + 8);
    head.writeUInt32LE(raw, at + 16);
    head.writeUInt32LE(offset, at + 20);
    offset += raw;
    return Buffer.concat([content, Buffer.alloc(raw - content.length)]);
  });
  if (texts.length > 1) head.writeUInt32LE(offset, PE + 12);
  return Buffer.concat([head, ...bodies, ...(texts.length > 1 ? texts : [])]);
}
