/** The instruction decoder of the TD monitor against objdump, on instructions from a grammar, and on any bytes. */

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Decoded, decode, registersOf } from './decoder.ts';
import { type Bits, disassemble, type Meaning, meaning, OPERATIONS, registerName } from './disassembly.ts';
import { useHarness } from './harness.ts';

const { ask } = useHarness();
const BITS: readonly Bits[] = [64, 32, 16];

/** The decoder's answer in the terms of the disassembly, with as many fields as that has. */
function inTerms(decoded: Decoded, wanted: Meaning): Partial<Record<keyof Meaning, unknown>> {
  const { operation, length, size, reg, regSize, highByte, control, immediate, port, address, destination } =
    decoded;
  const all = {
    operation: OPERATIONS[operation],
    length,
    size,
    reg: registerName(reg, regSize, highByte === 1),
    control,
    immediate: BigInt(immediate),
    port,
    address: BigInt(address),
    destination: BigInt(destination),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in wanted));
}

interface Shape {
  readonly prefixes: readonly number[];
  readonly rex: number | undefined;
  readonly opcode: readonly number[];
  readonly modrm: number;
  readonly tail: Uint8Array;
}

/** Prefixes of different groups, as compilers write them, then REX, an opcode and what may follow. */
function instructions(opcode: fc.Arbitrary<readonly number[]>): fc.Arbitrary<Shape> {
  const group = (...bytes: number[]) => fc.option(fc.constantFrom(...bytes), { freq: 3, nil: undefined });
  const prefixes = fc
    .tuple(
      group(0x66),
      group(0x67),
      group(0xf0),
      group(0xf2, 0xf3),
      group(0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65),
    )
    .chain((all) =>
      fc.shuffledSubarray(all.filter((byte) => byte !== undefined).slice(0, 3), { minLength: 0 }),
    );
  return fc.record({
    prefixes,
    rex: fc.option(fc.integer({ min: 0x40, max: 0x4f }), { nil: undefined }),
    opcode,
    modrm: fc.integer({ min: 0, max: 255 }),
    tail: fc.uint8Array({ minLength: 10, maxLength: 10 }),
  });
}

function bytesOf({ prefixes, rex, opcode, modrm, tail }: Shape, bits: Bits): Uint8Array {
  const all = [...prefixes, ...(bits === 64 && rex !== undefined ? [rex] : []), ...opcode, modrm, ...tail];
  return Uint8Array.from(all.slice(0, 15));
}

/** Compares the decoder with objdump; returns how many instructions both know. */
async function compare(codes: readonly Uint8Array[], bits: Bits): Promise<number> {
  const listing = disassemble(codes, bits);
  const different: string[] = [];
  let known = 0;
  for (const [at, code] of codes.entries()) {
    const listed = listing[at] ?? { length: 0, text: '(bad)' };
    const wanted = meaning(listed, isLocked(code, bits), bits, registersOf(bits));
    const decoded = await decode(ask, code, bits);
    const got =
      decoded.known === 0 ? undefined : inTerms(decoded, wanted ?? { operation: '', length: 0, size: 0 });
    if (!equal(got, wanted))
      different.push(
        `${Buffer.from(code).toString('hex')}: ${listed.text}: ${show(wanted)} but ${show(got)}`,
      );
    known += wanted === undefined ? 0 : 1;
  }
  expect(different.slice(0, 10)).toEqual([]);
  return known;
}

function isLocked(code: Uint8Array, bits: Bits): boolean {
  const opcode = code.findIndex(
    (byte) => !LEGACY_PREFIXES.includes(byte) && (bits !== 64 || byte >> 4 !== 4),
  );
  return code.subarray(0, opcode).includes(0xf0);
}

function show(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? `0x${part.toString(16)}` : part));
}

function equal(one: object | undefined, other: object | undefined): boolean {
  const sorted = (value: object | undefined) =>
    value && Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return show(sorted(one)) === show(sorted(other));
}

const LEGACY_PREFIXES = [0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3];

/** Opcodes of which objdump and the manual read prefixes differently: 0F 01 has a test of its own. */
const SYSTEM = 0x01;

describe.each(BITS)('%i bits, as objdump', (bits) => {
  const one = fc
    .integer({ min: 0, max: 255 })
    .filter((byte) => byte !== 0x0f && !isPrefix(byte, bits))
    .map((byte) => [byte]);
  const two = fc
    .oneof(
      {
        weight: 1,
        arbitrary: fc.integer({ min: 0, max: 255 }).filter((byte) => byte !== SYSTEM && byte !== 0x38),
      },
      { weight: 2, arbitrary: fc.constantFrom(0x06, 0x08, 0x09, 0x20, 0x22, 0x30, 0x32, 0x33, 0xa2) },
      { weight: 2, arbitrary: fc.constantFrom(0xb6, 0xb7, 0xbe, 0xbf) },
    )
    .map((byte) => [0x0f, byte]);
  const movbe = fc.constantFrom([0x0f, 0x38, 0xf0], [0x0f, 0x38, 0xf1]);

  test.each([
    ['opcodes of one byte', one, 3000, 400],
    ['opcodes of two bytes', two, 2000, 400],
    ['MOVBE', movbe, 300, 60],
  ])(
    '%s',
    async (_name, opcode, runs, least) => {
      const shapes = fc.sample(instructions(opcode), runs).filter((shape) => !isMisread(shape));
      const known = await compare(
        shapes.map((shape) => bytesOf(shape, bits)),
        bits,
      );
      expect(known).toBeGreaterThan(least);
    },
    60_000,
  );

  test('every ModRM and SIB, with each size of displacement', async () => {
    const codes: Uint8Array[] = [];
    for (let modrm = 0; modrm < 0xc0; modrm++) {
      for (const sib of (modrm & 7) === 4 ? Array.from({ length: 256 }, (_, at) => at) : [0]) {
        if (bits === 64)
          codes.push(Uint8Array.from([0x40 | ((sib * 7) & 15), 0x89, modrm, sib, 0xf0, 0xde, 0xbc, 0x9a]));
        codes.push(Uint8Array.from([0x89, modrm, sib, 0xf0, 0xde, 0xbc, 0x9a]));
        codes.push(Uint8Array.from([0x67, 0x89, modrm, sib, 0xf0, 0xde, 0xbc, 0x9a]));
      }
    }
    expect(await compare(codes, bits)).toBe(codes.length);
  });
});

/** objdump takes 66 and F2 before WBINVD for errors, and 66 before MOVSXD for more than REX.W; CPUs ignore them. */
function isMisread({ prefixes, rex = 0, opcode: [first, second] }: Shape): boolean {
  if (first === 0x0f && second === 0x09) return prefixes.includes(0x66) || prefixes.includes(0xf2);
  return first === 0x63 && prefixes.includes(0x66) && (rex & 8) !== 0;
}

function isPrefix(byte: number, bits: Bits): boolean {
  // 9B is FWAIT, 62, C4, C5 and D5 begin other encodings, and objdump reads what follows as theirs.
  return (
    LEGACY_PREFIXES.includes(byte) ||
    [0x62, 0x9b, 0xc4, 0xc5, 0xd5].includes(byte) ||
    (bits === 64 && byte >> 4 === 4)
  );
}

describe('any bytes', () => {
  test.each(BITS)(
    '%i bits: never more than there are, and nothing of what is unknown',
    async (bits) => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 18 }), async (code) => {
          const decoded = await decode(ask, code, bits);
          if (decoded.known === 1) {
            expect(decoded.length).toBeGreaterThan(0);
            expect(decoded.length).toBeLessThanOrEqual(Math.min(code.length, 15));
            expect(decoded.memory).toBe(decoded.reads | decoded.writes);
          } else {
            expect(decoded).toMatchObject({
              operation: 0,
              length: 0,
              size: 0,
              memory: 0,
              reads: 0,
              writes: 0,
            });
          }
        }),
        { numRuns: 2000 },
      );
    },
    60_000,
  );
});
