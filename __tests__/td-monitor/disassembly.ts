/** Instructions as objdump reads them, in the terms of td-monitor/decode.h: a second opinion for its tests. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** enum decode_mode */
export const MODES = { 16: 0, 32: 1, 64: 2 } as const;
export type Bits = keyof typeof MODES;

/** enum decode_operation */
export const OPERATIONS = [
  ...['unknown', 'cpuid', 'rdmsr', 'wrmsr', 'hlt', 'wbinvd', 'invd', 'monitor', 'mwait', 'tdcall', 'vmcall'],
  ...['xsetbv', 'rdpmc', 'clts', 'lmsw', 'mov-from-cr', 'mov-to-cr', 'in', 'out', 'ins', 'outs', 'load'],
  ...['load-zero-extend', 'load-sign-extend', 'store', 'load-reversed', 'store-reversed', 'add', 'or', 'adc'],
  ...['sbb', 'and', 'sub', 'xor', 'cmp', 'test', 'xchg', 'movs', 'stos', 'lods'],
];

export interface Registers {
  readonly rip: bigint;
  /** RAX to R15. */
  readonly gpr: readonly bigint[];
  /** ES, CS, SS, DS, FS, GS. */
  readonly segment: readonly bigint[];
}

/** What both must agree on. Absent: nothing to compare. */
export interface Meaning {
  readonly operation: string;
  readonly length: number;
  readonly size: number;
  readonly reg?: string;
  readonly control?: number;
  readonly immediate?: bigint;
  readonly port?: number;
  readonly address?: bigint;
  readonly destination?: bigint;
}

/** Room for one instruction and the bytes that objdump may read into it. */
const SLOT = 32;
const NOP = 0x90;
const SEGMENTS = ['es', 'cs', 'ss', 'ds', 'fs', 'gs'];
const PREFIXES =
  /^(?:(?:cs|ds|es|ss|fs|gs|lock|rep|repz|repnz|data16|data32|addr16|addr32|xacquire|xrelease|rex(?:\.\w+)?)\s+)+/;
const SIZES: Readonly<Record<string, number>> = { BYTE: 1, WORD: 2, DWORD: 4, QWORD: 8 };
const PLAIN = 'cpuid rdmsr wrmsr hlt wbinvd invd monitor mwait tdcall vmcall xsetbv rdpmc clts'.split(' ');
const ARITHMETIC = 'add or adc sbb and sub xor cmp test xchg'.split(' ');
const LOCKABLE = 'add or adc sbb and sub xor xchg'.split(' ');
const NAMES = 'ax cx dx bx sp bp si di'.split(' ');

/** Name of each general register by number and size, as objdump prints it. */
function registerName(number: number, size: number, high: boolean): string {
  const name = NAMES[number];
  if (high) return `${name?.[0]}h`;
  if (name === undefined) return `r${number}${{ 1: 'b', 2: 'w', 4: 'd' }[size] ?? ''}`;
  if (size === 1) return number < 4 ? `${name[0]}l` : `${name}l`;
  return { 2: name, 4: `e${name}`, 8: `r${name}` }[size] ?? name;
}

export { registerName };

const BY_NAME = new Map<string, { number: number; size: number }>();
for (const size of [1, 2, 4, 8])
  for (let number = 0; number < 16; number++)
    BY_NAME.set(registerName(number, size, false), { number, size });

/** Length and text of each instruction. */
export function disassemble(codes: readonly Uint8Array[], bits: Bits): { length: number; text: string }[] {
  const image = Buffer.alloc(codes.length * SLOT, NOP);
  for (const [at, code] of codes.entries()) image.set(code, at * SLOT);
  const directory = mkdtempSync(join(tmpdir(), 'objdump-'));
  try {
    const file = join(directory, 'code');
    writeFileSync(file, image);
    const machine = { 16: 'i8086', 32: 'i386', 64: 'x86-64' }[bits];
    const output = execFileSync(
      'objdump',
      ['-D', '-z', '-b', 'binary', '-m', 'i386', '-M', `intel,${machine},intel64`, '--insn-width=16', file],
      { encoding: 'latin1', maxBuffer: 1 << 28 },
    );
    const found: { length: number; text: string }[] = [];
    for (const line of output.split('\n')) {
      const [, offset, bytes, text] = /^\s*([0-9a-f]+):\t([0-9a-f ]+)\t?(.*)$/.exec(line) ?? [];
      if (offset === undefined || bytes === undefined) continue;
      const at = Number.parseInt(offset, 16);
      if (at % SLOT !== 0) continue;
      found[at / SLOT] = { length: bytes.trim().split(' ').length, text: (text ?? '').replace(/\s*#.*/, '') };
    }
    return found;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

interface Memory {
  readonly size: number | undefined;
  readonly address: bigint;
}

function wrap(value: bigint, bytes: number): bigint {
  return BigInt.asUintN(8 * bytes, value);
}

/** An operand like `DWORD PTR fs:[rax+rcx*4-0x10]` or `ds:0x10`. */
function memoryOf(operand: string, bits: Bits, length: number, registers: Registers): Memory | undefined {
  const [, width, segment, inside, absolute] =
    /^(?:(\w+) PTR )?(?:([c-gs]s):)?(?:\[(.*)\]|(0x[0-9a-f]+))$/.exec(operand) ?? [];
  if (inside === undefined && (absolute === undefined || segment === undefined)) return undefined;
  let [sum, bytes, otherwise] = [BigInt(absolute ?? 0), 0, 'ds'];
  for (const [, sign, name, scale, number] of (inside ?? '').matchAll(
    /([+-]?)(?:([a-z]\w*)(?:\*(\d))?|(0x[0-9a-f]+))/g,
  )) {
    const value = number === undefined ? registerValue(name ?? '', length, registers) : BigInt(number);
    sum += (sign === '-' ? -1n : 1n) * value * BigInt(scale ?? 1);
    if (name === undefined) continue;
    bytes = Math.max(bytes, addressBytes(name));
    // Of a sum like [rbp+rax*1], the base comes first and has no scale.
    if (scale === undefined && /^[re]?(sp|bp)$/.test(name)) otherwise = 'ss';
  }
  const base = registers.segment[SEGMENTS.indexOf(segment ?? otherwise)] ?? 0n;
  const effective = bytes === 0 ? sum : wrap(sum, bytes);
  const size = SIZES[width ?? ''];
  if (bits === 64) {
    const counts = segment === 'fs' || segment === 'gs';
    return { size, address: wrap(effective + (counts ? base : 0n), 8) };
  }
  return { size, address: wrap(effective + base, 4) };
}

function registerValue(name: string, length: number, { rip, gpr }: Registers): bigint {
  if (name === 'rip' || name === 'eip') return rip + BigInt(length);
  if (name === 'riz' || name === 'eiz') return 0n;
  const register = BY_NAME.get(name);
  return register === undefined ? 0n : wrap(gpr[register.number] ?? 0n, register.size);
}

function addressBytes(name: string): number {
  if (name === 'rip' || name === 'riz') return 8;
  if (name === 'eip' || name === 'eiz') return 4;
  return BY_NAME.get(name)?.size ?? 0;
}

/**
 * What objdump's text means, or undefined for an instruction that decode.h does not promise.
 * @param locked whether the instruction has a LOCK prefix, which objdump takes for more than Intel does
 */
export function meaning(
  { text, length }: { readonly text: string; readonly length: number },
  locked: boolean,
  bits: Bits,
  registers: Registers,
): Meaning | undefined {
  const bare = text.replace(PREFIXES, '').trim();
  const [, mnemonic = '', list = ''] = /^(\S+)\s*(.*)$/.exec(bare) ?? [];
  const operands = list === '' ? [] : list.split(',');
  // Segment and debug registers.
  if (operands.some((operand) => /^(?:[c-gs]s|\?|[dt]b?r\d+)$/.test(operand))) return undefined;
  const memories = operands.map((operand) => memoryOf(operand, bits, length, registers));
  const found = meaningOf(mnemonic === 'wbnoinvd' ? 'wbinvd' : mnemonic, operands, memories);
  if (found === undefined || text.includes('(bad)')) return undefined;
  if (locked && (!LOCKABLE.includes(mnemonic) || memories[0] === undefined)) return undefined;
  return { length, ...found };
}

function meaningOf(
  mnemonic: string,
  operands: readonly string[],
  memories: readonly (Memory | undefined)[],
): Omit<Meaning, 'length'> | undefined {
  const [first = '', second = ''] = operands;
  const [to, from] = memories;
  const immediate = /^0x[0-9a-f]+$/.test(second) ? BigInt(second) : undefined;
  if (PLAIN.includes(mnemonic)) return { operation: mnemonic, size: 0 };
  switch (mnemonic) {
    case 'lmsw':
      return to === undefined
        ? { operation: 'lmsw', size: 0, reg: first }
        : { operation: 'lmsw', size: 2, address: to.address };
    case 'in':
      return { operation: 'in', size: BY_NAME.get(first)?.size ?? 0, ...port(second) };
    case 'out':
      return { operation: 'out', size: BY_NAME.get(second)?.size ?? 0, ...port(first) };
    case 'ins':
    case 'stos':
      return to && { operation: mnemonic, size: to.size ?? 0, destination: to.address };
    case 'outs':
    case 'lods':
      return from && { operation: mnemonic, size: from.size ?? 0, address: from.address };
    case 'movs':
      return (
        to &&
        from && { operation: 'movs', size: to.size ?? 0, address: from.address, destination: to.address }
      );
    case 'mov':
    case 'movabs':
      return controlMove(first, second) ?? move('load', 'store', first, second, to, from, immediate);
    case 'movbe':
      return move('load-reversed', 'store-reversed', first, second, to, from, undefined);
    case 'movzx':
      return (
        from && { operation: 'load-zero-extend', size: from.size ?? 0, reg: first, address: from.address }
      );
    case 'movsx':
    case 'movsxd':
      return (
        from && { operation: 'load-sign-extend', size: from.size ?? 0, reg: first, address: from.address }
      );
    default:
      return ARITHMETIC.includes(mnemonic)
        ? move(mnemonic, mnemonic, first, second, to, from, immediate)
        : undefined;
  }
}

function port(operand: string): { port?: number } {
  return operand === 'dx' ? {} : { port: Number(operand) };
}

function controlMove(first: string, second: string): Omit<Meaning, 'length'> | undefined {
  const [, number] = /^cr(\d+)$/.exec(/^cr/.test(first) ? first : second) ?? [];
  if (number === undefined || ![0, 2, 3, 4, 8].includes(Number(number))) return undefined;
  const to = first.startsWith('cr');
  return {
    operation: to ? 'mov-to-cr' : 'mov-from-cr',
    size: 0,
    reg: to ? second : first,
    control: Number(number),
  };
}

function move(
  load: string,
  store: string,
  first: string,
  second: string,
  to: Memory | undefined,
  from: Memory | undefined,
  immediate: bigint | undefined,
): Omit<Meaning, 'length'> | undefined {
  if (from !== undefined)
    return {
      operation: load,
      size: from.size ?? BY_NAME.get(first)?.size ?? 0,
      reg: first,
      address: from.address,
    };
  if (to === undefined) return undefined;
  const size = to.size ?? BY_NAME.get(second)?.size ?? 0;
  if (immediate !== undefined)
    return { operation: store, size, immediate: wrap(immediate, size), address: to.address };
  return { operation: store, size, reg: second, address: to.address };
}
