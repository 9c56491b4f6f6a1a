/** The instruction decoder of the TD monitor against objdump, on instructions from a grammar, by hand, and on any bytes. */

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Bits,
  disassemble,
  type Meaning,
  MODES,
  meaning,
  OPERATIONS,
  type Registers,
  registerName,
} from './disassembly.ts';
import { useHarness } from './harness.ts';

const { ask } = useHarness();
const BITS: readonly Bits[] = [64, 32, 16];

interface Decoded {
  readonly known: number;
  readonly operation: number;
  readonly length: number;
  readonly size: number;
  readonly regSize: number;
  readonly addressSize: number;
  readonly reads: number;
  readonly writes: number;
  readonly memory: number;
  readonly repeated: number;
  readonly locked: number;
  readonly toRegister: number;
  readonly hasImmediate: number;
  readonly highByte: number;
  readonly reg: number;
  readonly control: number;
  readonly port: number;
  readonly immediate: string;
  readonly address: string;
  readonly destination: string;
}

const REGISTERS: Registers = {
  rip: 0xffffffff81234567n,
  gpr: Array.from({ length: 16 }, (_, at) => (0x0123456789abcdefn * BigInt(at + 3)) & 0xffffffffffffffffn),
  segment: [0x10_0000n, 0x20_0000n, 0x30_0000n, 0x40_0000n, 0xffff8880_0050_0000n, 0x60_0000n],
};
/** Outside 64-bit mode nothing has more bits. */
const NARROW: Registers = {
  rip: 0x1234567n,
  gpr: REGISTERS.gpr.map((value) => value & 0xffffffffn),
  segment: REGISTERS.segment.map((value) => value & 0xffffffn),
};

function registersOf(bits: Bits): Registers {
  return bits === 64 ? REGISTERS : NARROW;
}

async function decode(code: Uint8Array, bits: Bits, registers = registersOf(bits)): Promise<Decoded> {
  return ask<Decoded>('decode', code, MODES[bits], registers.rip, 2, ...registers.gpr, ...registers.segment);
}

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
    const decoded = await decode(code, bits);
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
  }, 60_000);
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

describe('by hand', () => {
  const R = REGISTERS.gpr;
  const [rax, , rdx, rbx] = [R[0] ?? 0n, R[1], R[2] ?? 0n, R[3] ?? 0n];
  const [rsi, rdi] = [R[6] ?? 0n, R[7] ?? 0n];
  const [fs, gs] = [REGISTERS.segment[4] ?? 0n, REGISTERS.segment[5] ?? 0n];
  const hex = (value: bigint) => `0x${BigInt.asUintN(64, value).toString(16)}`;
  const MEMORY = { known: 1, memory: 1 };

  test.each<[string, string, Partial<Decoded> & { is: string }]>([
    ['cpuid', '0fa2', { is: 'cpuid', length: 2, memory: 0, size: 0 }],
    ['rdmsr', '0f32', { is: 'rdmsr', length: 2 }],
    ['wrmsr', '0f30', { is: 'wrmsr', length: 2 }],
    ['hlt', 'f4', { is: 'hlt', length: 1 }],
    ['wbinvd', '0f09', { is: 'wbinvd', length: 2 }],
    ['wbnoinvd', 'f30f09', { is: 'wbinvd', length: 3 }],
    ['invd', '0f08', { is: 'invd', length: 2 }],
    ['monitor', '0f01c8', { is: 'monitor', length: 3 }],
    ['mwait', '0f01c9', { is: 'mwait', length: 3 }],
    ['vmcall', '0f01c1', { is: 'vmcall', length: 3 }],
    ['xsetbv', '0f01d1', { is: 'xsetbv', length: 3 }],
    ['tdcall', '660f01cc', { is: 'tdcall', length: 4 }],
    ['tdcall without its prefix', '0f01cc', { is: 'unknown', known: 0 }],
    ['tdcall with F3', 'f3660f01cc', { is: 'unknown', known: 0 }],
    ['lmsw %ax', '0f01f0', { is: 'lmsw', length: 3, memory: 0, reg: 0, regSize: 2 }],
    [
      'lmsw (%rax)',
      '0f0130',
      { is: 'lmsw', length: 3, memory: 1, size: 2, reads: 1, writes: 0, address: hex(rax) },
    ],
    ['mov %cr4,%r9', '410f20e1', { is: 'mov-from-cr', length: 4, control: 4, reg: 9, regSize: 8 }],
    ['mov %rax,%cr8', '440f22c0', { is: 'mov-to-cr', length: 4, control: 8, reg: 0 }],
    ['mov %rax,%cr1', '0f22c8', { is: 'unknown', known: 0 }],
    ['in $0x80,%al', 'e480', { is: 'in', length: 2, size: 1, port: 0x80, memory: 0 }],
    ['in (%dx),%ax', '66ed', { is: 'in', length: 2, size: 2, port: Number(rdx & 0xffffn) }],
    ['out %eax,(%dx) with REX.W', '48ef', { is: 'out', length: 2, size: 4 }],
    [
      'rep outsb',
      'f36e',
      { is: 'outs', ...MEMORY, size: 1, repeated: 1, reads: 1, writes: 0, address: hex(rsi) },
    ],
    [
      'insl',
      '6d',
      { is: 'ins', ...MEMORY, size: 4, repeated: 0, reads: 0, writes: 1, destination: hex(rdi) },
    ],
    [
      'rep stosq',
      'f348ab',
      { is: 'stos', ...MEMORY, size: 8, repeated: 1, writes: 1, destination: hex(rdi), address: '0x0' },
    ],
    [
      'rep movsb %fs:(%rsi)',
      'f364a4',
      { is: 'movs', ...MEMORY, size: 1, address: hex(rsi + fs), destination: hex(rdi), reads: 1, writes: 1 },
    ],
    [
      'lods %gs:(%esi)',
      '6567ad',
      { is: 'lods', ...MEMORY, addressSize: 4, address: hex((rsi & 0xffffffffn) + gs) },
    ],
    [
      'mov (%rdx),%eax',
      '8b02',
      { is: 'load', ...MEMORY, size: 4, regSize: 4, reads: 1, writes: 0, toRegister: 1, address: hex(rdx) },
    ],
    ['mov %ah,(%rdx)', '8822', { is: 'store', ...MEMORY, size: 1, reg: 0, highByte: 1, reads: 0, writes: 1 }],
    ['mov %spl,(%rdx)', '408822', { is: 'store', size: 1, reg: 4, highByte: 0 }],
    [
      'movl $-2,(%rbx)',
      'c703feffffff',
      { is: 'store', length: 6, size: 4, hasImmediate: 1, immediate: '0xfffffffe', address: hex(rbx) },
    ],
    ['movq $-2,(%rbx)', '48c703feffffff', { is: 'store', length: 7, size: 8, immediate: hex(-2n) }],
    [
      'mov 0x10(%rip),%rax',
      '488b0510000000',
      { is: 'load', length: 7, address: hex(REGISTERS.rip + 7n + 0x10n) },
    ],
    [
      'movl $1,0x10(%rip)',
      'c7051000000001000000',
      { is: 'store', length: 10, address: hex(REGISTERS.rip + 10n + 0x10n) },
    ],
    [
      'movabs %al,0x1122334455667788',
      'a28877665544332211',
      { is: 'store', length: 9, size: 1, address: '0x1122334455667788' },
    ],
    ['movzbl (%rax),%r8d', '440fb600', { is: 'load-zero-extend', size: 1, reg: 8, regSize: 4 }],
    ['movswq (%rax),%rcx', '480fbf08', { is: 'load-sign-extend', size: 2, reg: 1, regSize: 8 }],
    ['movslq (%rax),%rcx', '486308', { is: 'load-sign-extend', size: 4, reg: 1, regSize: 8 }],
    [
      'lock orl $0x1,(%rax)',
      'f0830801',
      { is: 'or', locked: 1, size: 4, immediate: '0x1', reads: 1, writes: 1 },
    ],
    ['lock xchg', 'f08708', { is: 'xchg', locked: 1, reads: 1, writes: 1 }],
    ['lock cmp', 'f03908', { is: 'unknown', known: 0 }],
    ['lock mov', 'f08908', { is: 'unknown', known: 0 }],
    ['lock with a register as the result', 'f00308', { is: 'unknown', known: 0 }],
    ['and (%rax),%ecx', '2308', { is: 'and', toRegister: 1, reads: 1, writes: 0 }],
    ['cmpb $-1,(%rax)', '8038ff', { is: 'cmp', size: 1, immediate: '0xff', reads: 1, writes: 0 }],
    ['testl $0x80,(%rax)', 'f70080000000', { is: 'test', length: 6, immediate: '0x80', reads: 1, writes: 0 }],
    ['movbe (%rax),%ecx', '0f38f008', { is: 'load-reversed', size: 4, toRegister: 1 }],
    ['crc32', 'f20f38f0c8', { is: 'unknown', known: 0 }],
    ['mov %ecx,%eax has no memory', '89c8', { is: 'unknown', known: 0 }],
    ['an SSE load', '0f1000', { is: 'unknown', known: 0 }],
    ['REX before a prefix', '4866890a', { is: 'unknown', known: 0 }],
    ['two REX', '4848890a', { is: 'unknown', known: 0 }],
    ['fifteen bytes', '6666666666666666666666668b4210', { is: 'load', length: 15, size: 2 }],
    ['sixteen bytes', '666666666666666666666666668b4210', { is: 'unknown', known: 0 }],
    ['nothing', '', { is: 'unknown', known: 0 }],
  ])('%s', async (_text, code, { is, ...wanted }) => {
    const decoded = await decode(Buffer.from(code, 'hex'), 64);
    expect({ is: OPERATIONS[decoded.operation], ...decoded }).toMatchObject({ is, ...wanted });
  });

  test('an instruction cut anywhere is unknown', async () => {
    for (const code of [
      '660f01cc',
      '48c7841810000000feffffff',
      'a28877665544332211',
      'f0830801',
      '440fb600',
    ]) {
      const whole = Buffer.from(code, 'hex');
      for (let length = 0; length < whole.length; length++)
        expect(await decode(whole.subarray(0, length), 64)).toMatchObject({
          known: 0,
          length: 0,
          address: '0x0',
        });
      expect((await decode(whole, 64)).known).toBe(1);
    }
  });

  test('segments with bases outside 64-bit mode', async () => {
    const at = async (code: string, bits: Bits) =>
      BigInt((await decode(Buffer.from(code, 'hex'), bits)).address);
    const [ebp, ebx] = [NARROW.gpr[5] ?? 0n, NARROW.gpr[3] ?? 0n];
    expect(await at('8b03', 32)).toBe((ebx + 0x40_0000n) & 0xffffffffn);
    expect(await at('8b4500', 32)).toBe((ebp + 0x30_0000n) & 0xffffffffn);
    expect(await at('3e8b4500', 32)).toBe((ebp + 0x40_0000n) & 0xffffffffn);
    expect(await at('2e8b07', 16)).toBe((ebx & 0xffffn) + 0x20_0000n);
  });
});

describe('any bytes', () => {
  test.each(BITS)(
    '%i bits: never more than there are, and nothing of what is unknown',
    async (bits) => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 18 }), async (code) => {
          const decoded = await decode(code, bits);
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
