/** Headers of qcow2 images, laid out by QEMU's docs/interop/qcow2.rst. */

export interface Qcow2Parts {
  readonly version?: number;
  readonly backingFile?: string;
  readonly backingFormat?: string;
  readonly dataFile?: string;
  readonly encrypted?: boolean;
  /** More incompatible features. */
  readonly features?: bigint;
  /** Where the name of the backing file is said to be. */
  readonly backingAt?: bigint;
  /** The last header extension claims more than there is. */
  readonly cutExtension?: boolean;
}

const CLUSTER = 64 * 1024;

export function qcow2({
  version = 3,
  backingFile,
  backingFormat,
  dataFile,
  encrypted = false,
  features = 0n,
  backingAt,
  cutExtension = false,
}: Qcow2Parts = {}): Buffer {
  const image = Buffer.alloc(CLUSTER);
  image.write('QFI\xfb', 'latin1');
  image.writeUInt32BE(version, 4);
  image.writeUInt32BE(16, 20);
  image.writeUInt32BE(encrypted ? 2 : 0, 32);
  const length = version === 2 ? 72 : 104;
  if (version !== 2) {
    image.writeBigUInt64BE(features | (dataFile === undefined ? 0n : 4n), 72);
    image.writeUInt32BE(length, 100);
  }
  let at = length;
  const extend = (type: number, text: string): void => {
    image.writeUInt32BE(type, at);
    at = image.writeUInt32BE(cutExtension ? CLUSTER : Buffer.byteLength(text), at + 4);
    image.write(text, at);
    at += Math.ceil(Buffer.byteLength(text) / 8) * 8;
  };
  if (backingFormat !== undefined) extend(0xe2792aca, backingFormat);
  if (dataFile !== undefined) extend(0x44415441, dataFile);
  if (cutExtension) extend(0x12345678, '');
  if (backingFile !== undefined) {
    image.writeBigUInt64BE(backingAt ?? 4096n, 8);
    image.writeUInt32BE(Buffer.byteLength(backingFile), 16);
    image.write(backingFile, 4096);
  }
  return image;
}
