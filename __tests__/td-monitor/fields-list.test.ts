/** The list that TDG.SYS.RDALL writes, read as the TDX Module ABI describes it (MD_LIST_HEADER, MD_SEQUENCE). */

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { useHarness } from './harness.ts';

const { ask } = useHarness();

const NONE = (1n << 64n) - 1n;
const PAGE = 4096;
const VENDOR_ID = 0x0800000200000000n;
const MINOR_VERSION = 0x0800000100000003n;

interface List {
  readonly status: string;
  readonly next: bigint;
  /** Each sequence: its header as a field id, and the values of its fields. */
  readonly sequences: readonly (readonly [id: string, ...values: string[]])[];
}

async function list(first: bigint, capacity = PAGE): Promise<List> {
  const answer = await ask<{ status: string; next: string; list: string }>('field-list', first, capacity);
  const bytes = Buffer.from(answer.list, 'hex');
  const sequences: [string, ...string[]][] = [];
  let at = 8;
  for (let left = bytes.readUInt16LE(2); left > 0; left--) {
    const header = bytes.readBigUInt64LE(at);
    const fields = Number((header >> 38n) & 0x1ffn) + 1;
    const values = Array.from({ length: fields }, (_, n) => hex(bytes.readBigUInt64LE(at + 8 + 8 * n)));
    sequences.push([hex(header & ~(0x1ffn << 38n)), ...values]);
    at += 8 + 8 * fields;
  }
  const none = bytes.every((byte) => byte === 0);
  expect([bytes.readUInt16LE(0), bytes.readUInt32LE(4)]).toEqual([none ? 0 : at, 0]);
  expect(bytes.subarray(at).every((byte) => byte === 0)).toBe(true);
  return { status: answer.status, next: BigInt(answer.next), sequences };
}

const hex = (value: bigint): string => `0x${value.toString(16)}`;

const ALL: List['sequences'] = [
  ['0x800000200000000', '0x8086'],
  ['0x800000100000003', '0x5', '0x1'],
  ['0xa00000200000000', '0x0'],
  ['0xa00000000000001', '0x1'],
  ['0xa00000300000008', '0x40070028'],
  ['0xa000000300000000', '0x0'],
  ['0x2000000100000001', '0x0', '0x0', '0x0', '0x0'],
  ['0xa200000100000000', '0x0'],
];

test('all fields that a TD can read, in sequences of neighbours of one size', async () => {
  expect(await list(NONE)).toEqual({ status: '0x0', next: NONE, sequences: ALL });
});

describe('begins at a field', () => {
  test.each<[string, bigint, List['sequences']]>([
    ['the first', VENDOR_ID, ALL],
    ['within a sequence', 0x0800000100000004n, [['0x800000100000004', '0x1'], ...ALL.slice(2)]],
    ['with another context', 0x0820000100000004n, [['0x800000100000004', '0x1'], ...ALL.slice(2)]],
    ['the last', 0x2200000100000000n, ALL.slice(7)],
    ['that no TD reads', 0x0000000200000000n, ALL],
    ['that no TD reads, between two others', 0x0800000200000001n, ALL.slice(1)],
    ['that no TD reads, of two elements', 0x1900000300000502n, ALL.slice(5)],
    ['behind all that a TD reads', 0x2200000300000006n, []],
  ])('%s', async (_, first, sequences) => {
    expect(await list(first)).toEqual({ status: '0x0', next: NONE, sequences });
  });
});

describe('begins nowhere', () => {
  test.each([
    ['a field that is none', 0x0a00000300003fffn],
    ['a class that is none', 0x3f00000300000000n],
    ['another element size', 0x0800000300000000n],
    ['another element size of a field that no TD reads', 0x0000000300000000n],
    ['the second element of a field', 0x1900000300000501n],
  ])('%s', async (_, first) => {
    expect(await list(first)).toEqual({ status: '0xc0000c0000000000', next: NONE, sequences: [] });
  });
});

test('what has no room begins the next list', async () => {
  // The header, VENDOR_ID in 16 bytes, and MINOR_VERSION without MAJOR_VERSION.
  expect(await list(NONE, 40)).toEqual({
    status: '0xc0000c0400000000',
    next: MINOR_VERSION + 1n,
    sequences: [ALL[0], ['0x800000100000003', '0x5']],
  });
});

test('lists of any size, one after the other, have each field once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 24, max: 300 }), async (capacity) => {
      const values: string[] = [];
      let part: List = { status: '', next: NONE, sequences: [] };
      do {
        part = await list(part.next, capacity);
        values.push(...part.sequences.flatMap(([, ...fields]) => fields));
      } while (part.next !== NONE);
      expect(values).toEqual(ALL.flatMap(([, ...fields]) => fields));
    }),
  );
});
