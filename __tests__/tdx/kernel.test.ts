/** A kernel as firmware measures it: Authenticode, and the setup header that QEMU patches. */

import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { authenticode } from '../../src/tdx/authenticode.ts';
import { patchSetupHeader } from '../../src/tdx/setup-header.ts';
import { buildKernel, CERTIFICATE_ENTRY, CHECKSUM, type KernelSpec } from './pe-builder.ts';

const GIB = 1n << 30n;
const NONE = new Uint8Array();

function without(bytes: Buffer, ...ranges: readonly (readonly [number, number])[]): string {
  const hash = createHash('sha384');
  let at = 0;
  for (const [offset, size] of ranges) {
    hash.update(bytes.subarray(at, offset));
    at = offset + size;
  }
  return hash.update(bytes.subarray(at)).digest('hex');
}

describe('Authenticode', () => {
  test('leaves out checksum and certificate entry, and takes sections in the order of the file', () => {
    const kernel = buildKernel();
    expect(authenticode(kernel)).toBe(without(kernel, [CHECKSUM, 4], [CERTIFICATE_ENTRY, 8]));
  });

  test('leaves out certificates, not the bytes between the sections and them', () => {
    const plain = buildKernel({ tail: Buffer.from('appended') });
    const signed = buildKernel({ tail: Buffer.from('appended'), certificates: Buffer.alloc(64, 0xcc) });
    expect(authenticode(signed)).toBe(authenticode(plain));
    expect(authenticode(plain)).not.toBe(authenticode(buildKernel()));
  });

  test('does not pad to eight bytes, as edk2 does not', () => {
    const odd = buildKernel({ tail: Buffer.from('odd') });
    expect(authenticode(odd)).toBe(without(odd, [CHECKSUM, 4], [CERTIFICATE_ENTRY, 8]));
  });

  test('of a file without an entry for certificates', () => {
    const kernel = buildKernel({ directories: 2 });
    expect(authenticode(kernel)).toBe(without(kernel, [CHECKSUM, 4]));
  });

  test.each<[string, (kernel: Buffer) => Uint8Array, string, RegExp]>([
    ['empty', () => NONE, 'truncated', /the DOS header/],
    ['no MZ', (kernel) => kernel.subarray(1), 'bad-kernel', /'MZ'/],
    [
      'a PE header beyond the file',
      (kernel) => edit(kernel, 0x3c, 0xffffffff),
      'truncated',
      /before the PE header/,
    ],
    ['no PE header', (kernel) => edit(kernel, 0x40, 0), 'bad-kernel', /no PE header at 0x40/],
    ['65535 sections', (kernel) => edit(kernel, 0x46, 0xffff), 'truncated', /the section headers/],
    ['another optional header', (kernel) => edit(kernel, 0x58, 0x107), 'bad-kernel', /of kind 0x107/],
    [
      'headers beyond the file',
      (kernel) => edit(kernel, 0x94, 0x7fffffff),
      'bad-kernel',
      /headers claim 0x7fffffff/,
    ],
    ['headers without themselves', (kernel) => edit(kernel, 0x94, 0x40), 'bad-kernel', /headers claim 0x40/],
    [
      'a section beyond the file',
      (kernel) => edit(kernel, 0xf8 + 16, 0x900),
      'bad-kernel',
      /section 0 ends beyond/,
    ],
    [
      'sections on each other',
      (kernel) => edit(kernel, 0xf8 + 60, 0x200, 0xf8 + 56, 0x1600),
      'bad-kernel',
      /overlap/,
    ],
    [
      'certificates over the sections',
      (kernel) => edit(kernel, CERTIFICATE_ENTRY + 4, 0x1000),
      'bad-kernel',
      /certificates overlap/,
    ],
    ['cut within its headers', (kernel) => kernel.subarray(0, 0x80), 'truncated', /optional header/],
  ])('%s', (_what, change, code, message) => {
    const bytes = change(buildKernel({ tail: Buffer.from('appended') }));
    expect(() => authenticode(bytes)).toThrow(message);
    expect(() => authenticode(bytes)).toThrow(expect.objectContaining({ name: 'DataError', code }));
  });

  /** Writes u32 values, given as offset and value in turns. */
  function edit(kernel: Buffer, ...pairs: number[]): Buffer {
    for (let at = 0; at < pairs.length; at += 2) kernel.writeUInt32LE(pairs[at + 1] ?? 0, pairs[at]);
    return kernel;
  }
});

describe("QEMU's setup header", () => {
  test('names the loader, its heap and where the command line is', () => {
    const kernel = buildKernel();
    const patched = Buffer.from(patchSetupHeader({ kernel, initrd: NONE, memory: 2n * GIB }));
    expect(patched[0x210]).toBe(0xb0);
    expect(patched[0x211]).toBe(0x81);
    expect(patched.readUInt32LE(0x224)).toBe(0xfe00);
    expect(patched.readUInt32LE(0x228)).toBe(0x20000);
    expect(patched.readBigUInt64LE(0x218)).toBe(0n);
  });

  test('leaves the kernel that it was given as it is', () => {
    const kernel = buildKernel();
    patchSetupHeader({ kernel, initrd: new Uint8Array(10), memory: GIB });
    expect(kernel.equals(buildKernel())).toBe(true);
  });

  test.each<[string, KernelSpec, bigint, number]>([
    ['1 GiB', {}, GIB, 0x40000000],
    ['2 GiB', {}, 2n * GIB, 0x80000000],
    ['a page below 2.75 GiB', {}, 0xb0000000n - 0x1000n, 0xb0000000 - 0x1000],
    ['2.75 GiB: half of it is above 4 GiB', {}, 0xb0000000n, 0x80000000],
    ['64 GiB', {}, 64n * GIB, 0x80000000],
  ])('puts the initrd below ACPI at the end of low memory: %s', (_what, spec, memory, end) => {
    const initrd = new Uint8Array(0x12345);
    const patched = Buffer.from(patchSetupHeader({ kernel: buildKernel(spec), initrd, memory }));
    expect(patched.readUInt32LE(0x218)).toBe(((end - 0x28000 - 1 - 0x12345) & ~0xfff) >>> 0);
    expect(patched.readUInt32LE(0x21c)).toBe(0x12345);
  });

  test('a byte stays free behind an initrd of whole pages, so that it moves down by one', () => {
    const initrd = new Uint8Array(0x1000);
    const patched = Buffer.from(patchSetupHeader({ kernel: buildKernel(), initrd, memory: GIB }));
    expect(patched.readUInt32LE(0x218)).toBe(0x40000000 - 0x28000 - 0x2000);
  });

  test('puts the initrd no higher than an older kernel takes it', () => {
    const kernel = buildKernel({ loadFlags2: 0, initrdMax: 0x37ffffff });
    const patched = Buffer.from(
      patchSetupHeader({ kernel, initrd: new Uint8Array(0x1000), memory: 4n * GIB }),
    );
    expect(patched.readUInt32LE(0x218)).toBe(0x37ffe000);
  });

  test.each<[string, Buffer, number, RegExp]>([
    ['no kernel', Buffer.alloc(0x1000), 0, /no 'HdrS'/],
    ['a kernel cut within its header', buildKernel().subarray(0, 0x250), 0, /no 'HdrS'/],
    ['boot protocol 2.11', buildKernel({ protocol: 0x20b }), 0, /protocol 0x20b/],
    ['a zImage', buildKernel({ loadFlags: 0 }), 0, /flags 0x0/],
    ['an initrd that is larger than the memory', buildKernel(), 0x400000, /4194304 bytes does not fit/],
  ])('%s', (_what, kernel, initrdBytes, message) => {
    const boot = { kernel, initrd: new Uint8Array(initrdBytes), memory: 0x400000n };
    expect(() => patchSetupHeader(boot)).toThrow(message);
    expect(() => patchSetupHeader(boot)).toThrow(expect.objectContaining({ code: 'bad-kernel' }));
  });
});
