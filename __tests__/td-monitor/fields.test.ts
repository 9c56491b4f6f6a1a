/** Metadata fields of TDG.SYS.RD, TDG.VM.RD and WR, TDG.VP.RD and WR, and the names of status codes. */

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { useHarness } from './harness.ts';

const { ask } = useHarness();

/** enum field_context */
const CONTEXTS = ['platform', 'td', 'vcpu'] as const;
type Context = (typeof CONTEXTS)[number];
/** enum field_kind */
const KINDS = [
  ...['constant', 'td-uuid', 'num-vcpus', 'attributes', 'xfam', 'max-vcpus', 'gpaw', 'tsc-frequency'],
  ...['notify-enables', 'config-flags', 'td-ctls', 'feature-paravirt-ctrl', 'mrtd', 'mrconfigid'],
  ...['mrowner', 'mrownerconfig', 'rtmr'],
  ...['vcpu-index', 'cpuid-supervisor-ve', 'cpuid-user-ve', 'cpuid-control'],
];
const NONE = (1n << 64n) - 1n;

interface Answer {
  readonly found: number;
  readonly element: number;
  readonly kind: number;
  readonly constant: string;
  readonly mask: string;
  readonly next: string;
  readonly status: string;
  readonly result: string;
}

async function field(context: Context, id: bigint, old = 0n, value = 0n, mask = 0n): Promise<Answer> {
  return ask<Answer>('field', CONTEXTS.indexOf(context), id, old, value, mask);
}

async function kind(context: Context, id: bigint): Promise<string> {
  const { found, kind: index, element } = await field(context, id);
  return found === 1 ? `${KINDS[index]} ${element}` : 'none';
}

describe('a field is found', () => {
  test.each<[string, Context, bigint, string]>([
    ['ATTRIBUTES', 'td', 0x1110000300000000n, 'attributes 0'],
    ['XFAM', 'td', 0x1110000300000001n, 'xfam 0'],
    ['CONFIG_FLAGS, as Linux asks', 'td', 0x1110000300000016n, 'config-flags 0'],
    ['TD_CTLS, as Linux asks', 'td', 0x1110000300000017n, 'td-ctls 0'],
    ['FEATURE_PARAVIRT_CTRL, as lkvs asks', 'td', 0x9110000300000022n, 'feature-paravirt-ctrl 0'],
    ['NOTIFY_ENABLES, as Linux asks, with another size', 'td', 0x9100000000000010n, 'notify-enables 0'],
    ['without its context', 'td', 0x1100000300000016n, 'config-flags 0'],
    ['with another context', 'td', 0x1120000300000016n, 'config-flags 0'],
    ['with WRITE_MASK_VALID and INC_SIZE', 'td', 0x111c000300000016n, 'config-flags 0'],
    ['the first element of MRTD', 'td', 0x1310000300000000n, 'mrtd 0'],
    ['the last element of MRTD', 'td', 0x1310000300000005n, 'mrtd 5'],
    ['no element after it', 'td', 0x1310000300000006n, 'none'],
    ['the last element of RTMR3', 'td', 0x1310000300000057n, 'rtmr 23'],
    ['TOPOLOGY_ENUM_CONFIGURED, of later modules', 'td', 0x9100000000000019n, 'none'],
    ['VCPU_INDEX', 'vcpu', 0xa020000200000002n, 'vcpu-index 0'],
    ['CPUID_USER_VE', 'vcpu', 0xa020000000000008n, 'cpuid-user-ve 0'],
    ['the last element of CPUID_CONTROL', 'vcpu', 0xa12000000000007fn, 'cpuid-control 127'],
    ['a field of another context', 'vcpu', 0x1110000300000016n, 'none'],
    ['TDX_FEATURES0', 'platform', 0x0a00000300000008n, 'constant 0'],
    ['more elements in one', 'td', 0x1310001700000000n, 'none'],
    ['a sequence', 'td', 0x1310004300000000n, 'none'],
    ['a reserved bit', 'td', 0x1110000301000016n, 'none'],
    ['the null id', 'td', NONE, 'none'],
  ])('%s', async (_what, context, id, expected) => expect(await kind(context, id)).toBe(expected));

  test('TDX_FEATURES0: what a TD can use here', async () => {
    const { constant, mask } = await field('platform', 0x0a00000300000008n);
    expect([constant, mask]).toEqual(['0x40070028', '0xffffffffffffffff']);
  });

  test('the module is 1.5 of Intel', async () => {
    const ids = [0x0800000200000000n, 0x0800000100000004n, 0x0800000100000003n];
    const answers = await Promise.all(ids.map((id) => field('platform', id)));
    expect(answers.map(({ constant, mask }) => [constant, mask])).toEqual([
      ['0x8086', '0xffffffff'],
      ['0x1', '0xffff'],
      ['0x5', '0xffff'],
    ]);
  });
});

describe('one after the other', () => {
  test.each<[Context, number, bigint]>([
    ['platform', 12, 0x0800000200000000n],
    ['td', 90, 0x8010000300000020n],
    ['vcpu', 131, 0xa020000200000002n],
  ])('all elements of %s: %i', async (context, count, first) => {
    const ids: bigint[] = [];
    for (let id = NONE; ids.length <= count; ) {
      id = BigInt((await field(context, id)).next);
      if (id === NONE) break;
      ids.push(id);
      expect((await field(context, id)).found).toBe(1);
    }
    expect([ids.length, ids[0]]).toEqual([count, first]);
    expect(new Set(ids).size).toBe(count);
  });
});

describe('a write', () => {
  const TD_CTLS = 0x1110000300000017n;
  test.each<[string, bigint, bigint, bigint, bigint, string, bigint]>([
    ['of a field that is read-only', 0x1110000300000000n, 0n, 1n, 1n, '0xc0000c0100000000', 0n],
    ['of no bits', TD_CTLS, 0n, 1n, 0n, '0xc0000c0100000000', 0n],
    ['of bits that are read-only', TD_CTLS, 0n, 2n, 2n, '0xc0000c0100000000', 0n],
    ['of one of each', TD_CTLS, 0n, 3n, 3n, '0xc0000c0300000000', 0n],
    ['of one of each that does not change', TD_CTLS, 2n, 3n, 3n, '0x0', 3n],
    ['of REDUCE_VE', TD_CTLS, 1n, 8n, 8n, '0x0', 9n],
    ['of notifications', 0x9110000300000010n, 0n, 1n, 1n, '0x0', 1n],
    ['of notifications that are none', 0x9110000300000010n, 0n, 3n, 3n, '0xc0000c0300000000', 0n],
  ])('%s', async (_what, id, old, value, mask, status, result) => {
    const answer = await field('td', id, old, value, mask);
    expect(answer.status).toBe(status);
    expect(BigInt(answer.result)).toBe(result);
  });

  test('a vCPU elects #VE for CPUID', async () => {
    expect(await field('vcpu', 0xa020000000000007n, 0n, 1n, 0xffn)).toMatchObject({
      status: '0x0',
      result: '0x1',
      mask: '0xff',
    });
  });
});

test('any id ends with an answer', async () => {
  const id = fc.bigInt({ min: 0n, max: NONE });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...CONTEXTS), id, async (context, any) => {
      const { found, next } = await field(context, any);
      expect([0, 1]).toContain(found);
      if (found === 0 && any !== NONE) expect(BigInt(next)).toBe(NONE);
    }),
    { numRuns: 300 },
  );
});

describe('status codes', () => {
  test.each<[bigint, string, string, number]>([
    [0n, 'TDX_SUCCESS', 'RAX', 0],
    [0xc000010000000001n, 'TDX_OPERAND_INVALID', 'RCX', 1],
    [0xc000010000000008n, 'TDX_OPERAND_INVALID', 'R8', 1],
    [0x8000020000000000n + 168n, 'TDX_OPERAND_BUSY', 'RTMR', 1],
    [0x00000b0a00000001n, 'TDX_PAGE_ALREADY_ACCEPTED', 'RCX', 0],
    [0xc0000b0b00000001n, 'TDX_PAGE_SIZE_MISMATCH', 'RCX', 1],
    [0xc000070400000000n, 'TDX_NO_VALID_VE_INFO', 'RAX', 1],
    [0xc0000c0000000000n, 'TDX_METADATA_FIELD_ID_INCORRECT', 'RAX', 1],
    [0xdead000000000fffn, 'unknown status', '', 1],
  ])('%i: %s', async (status, tdx, operand, failed) => {
    expect(await ask('status', status)).toMatchObject({ tdx, operand, failed });
  });

  test.each<[bigint, string]>([
    [0n, 'TDVMCALL_SUCCESS'],
    [1n, 'TDVMCALL_RETRY'],
    [0x8000000000000000n, 'TDVMCALL_INVALID_OPERAND'],
    [0x8000000000000001n, 'TDVMCALL_GPA_INUSE'],
    [0x8000000000000002n, 'TDVMCALL_ALIGN_ERROR'],
    [0x8000000000000003n, 'TDVMCALL_SUBFUNC_UNSUPPORTED'],
  ])('TDVMCALL %i: %s', async (status, tdvmcall) => {
    expect(await ask('status', status)).toMatchObject({ tdvmcall });
  });
});
