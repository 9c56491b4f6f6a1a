/** Instructions by hand, and what the TD monitor's decoder says of them. */

import { describe, expect, test } from '@jest/globals';
import { type Decoded, decode, NARROW, REGISTERS } from './decoder.ts';
import { type Bits, OPERATIONS } from './disassembly.ts';
import { useHarness } from './harness.ts';

const { ask } = useHarness();

describe('an instruction', () => {
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
    const decoded = await decode(ask, Buffer.from(code, 'hex'), 64);
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
        expect(await decode(ask, whole.subarray(0, length), 64)).toMatchObject({
          known: 0,
          length: 0,
          address: '0x0',
        });
      expect((await decode(ask, whole, 64)).known).toBe(1);
    }
  });

  test('segments with bases outside 64-bit mode', async () => {
    const at = async (code: string, bits: Bits) =>
      BigInt((await decode(ask, Buffer.from(code, 'hex'), bits)).address);
    const [ebp, ebx] = [NARROW.gpr[5] ?? 0n, NARROW.gpr[3] ?? 0n];
    expect(await at('8b03', 32)).toBe((ebx + 0x40_0000n) & 0xffffffffn);
    expect(await at('8b4500', 32)).toBe((ebp + 0x30_0000n) & 0xffffffffn);
    expect(await at('3e8b4500', 32)).toBe((ebp + 0x40_0000n) & 0xffffffffn);
    expect(await at('2e8b07', 16)).toBe((ebx & 0xffffn) + 0x20_0000n);
  });
});
