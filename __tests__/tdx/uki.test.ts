/** A UKI on a disk: what RTMR1 and RTMR2 hold, by the stub's version and its sections. The referee is e2e/td-emulated. */

import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { authenticode } from '../../src/tdx/authenticode.ts';
import { parseMetadata } from '../../src/tdx/metadata.ts';
import { possibleRtmrs } from '../../src/tdx/possible-values.ts';
import { ZERO } from '../../src/tdx/registers.ts';
import { buildImage, EDK2 } from './image-builder.ts';
import { buildKernel, buildUki } from './pe-builder.ts';

const linux = buildKernel();
const text = (content: string): Buffer => Buffer.from(content);
const magic = (version: number): Buffer =>
  text(`#### LoaderInfo: systemd-stub ${version}.39-1~deb12u2 ####\0`);
const PARTS = {
  '.sdmagic': magic(252),
  '.osrel': text('ID=test\n'),
  '.cmdline': text('console=ttyS0 \n\0'),
  '.linux': linux,
  '.initrd': text('initrd'),
};
const gpt = Buffer.alloc(228, 7);

const sha384 = (...parts: readonly Uint8Array[]): string => {
  const hash = createHash('sha384');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};
const replayed = (...digests: readonly string[]): string =>
  digests.reduce((value, digest) => sha384(Buffer.from(value + digest, 'hex')), ZERO);

/** The values or reasons of one register, for edk2-stable202411. */
function valuesOf(program: Uint8Array, register: string): (string | undefined)[] {
  const image = buildImage(EDK2);
  const known = { image, metadata: parseMetadata(image), memory: 1n << 30n, profile: 'edk2-stable202411' };
  return possibleRtmrs({ ...known, disk: { gpt, program } })
    .filter((row) => row.register === register)
    .map(({ value, reason }) => value ?? reason);
}

const LOAD_OPTIONS = sha384(Buffer.from('console=ttyS0\0', 'utf16le'));
const INITRD = sha384(text('initrd'));

test('RTMR1: the partition table, the UKI, the kernel in it', () => {
  const uki = buildUki(PARTS);
  expect(valuesOf(uki, 'rtmr1')).toEqual([
    replayed(
      sha384(text('Calling EFI Application from Boot Option')),
      sha384(Buffer.alloc(4)),
      sha384(gpt),
      authenticode(uki),
      authenticode(linux),
      sha384(text('Exit Boot Services Invocation')),
      sha384(text('Exit Boot Services Returned with Success')),
    ),
  ]);
});

describe('RTMR2', () => {
  test('of a stub that does not measure: the kernel alone, or nothing', () => {
    expect(valuesOf(buildUki(PARTS), 'rtmr2')).toEqual([replayed(LOAD_OPTIONS, INITRD), ZERO]);
  });

  test("of a stub that measures: names and contents of sections in the stub's order, then the kernel", () => {
    const own = (['.linux', '.osrel', '.cmdline', '.initrd'] as const).flatMap((name) => [
      sha384(text(`${name}\0`)),
      sha384(PARTS[name]),
    ]);
    const uki = buildUki({ ...PARTS, '.sdmagic': magic(255) });
    expect(valuesOf(uki, 'rtmr2')).toEqual([replayed(...own, LOAD_OPTIONS, INITRD), replayed(...own)]);
  });

  test('without an initrd', () => {
    const { '.initrd': _, ...rest } = PARTS;
    expect(valuesOf(buildUki(rest), 'rtmr2')[0]).toBe(replayed(LOAD_OPTIONS));
  });

  test.each<[string, Record<string, Buffer>, RegExp]>([
    [
      'a stub that adds files to the initrd',
      { '.sdmagic': magic(257) },
      /systemd-stub 257: the stub hands further files/,
    ],
    ['signed PCR values', { '.pcrsig': text('{}') }, /\.pcrsig: the stub hands further files/],
  ])('of %s: not predicted', (_what, more, reason) => {
    const values = valuesOf(buildUki({ ...PARTS, ...more }), 'rtmr2');
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) expect(value).toMatch(reason);
  });
});

describe('another program', () => {
  test.each<[string, Uint8Array]>([
    ['a kernel by itself', linux],
    ['a UKI of another stub', buildUki({ '.linux': linux, '.initrd': text('initrd') })],
  ])('%s: neither register is predicted', (_what, program) => {
    for (const register of ['rtmr1', 'rtmr2']) {
      for (const value of valuesOf(program, register)) expect(value).toMatch(/is no UKI of systemd-stub/);
    }
  });

  test('what is no program is refused by name', () => {
    expect(() => valuesOf(Buffer.alloc(100), 'rtmr1')).toThrow(
      expect.objectContaining({ code: 'bad-kernel' }),
    );
  });
});
