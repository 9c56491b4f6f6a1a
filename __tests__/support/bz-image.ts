/** A kernel file as far as its header goes (Documentation/arch/x86/boot.rst): nothing in it runs. */

/** @param release as `uname -r` would print it */
export function bzImage(release: string): Buffer {
  const setupSize = 5 * 512;
  const image = Buffer.alloc(setupSize + 16);
  image.writeUInt8(4, 0x1f1);
  image.writeUInt32LE(1, 0x1f4);
  image.write('HdrS', 0x202);
  image.writeUInt16LE(0x020f, 0x206);
  image.writeUInt16LE(0x400, 0x20e);
  image.writeUInt8(1, 0x211);
  image.write(`${release} (builder@host) #1 SMP\0`, 0x600);
  return image;
}
