/** SMBIOS: what edk2 leaves out of the measured table, and every way in which a table can be wrong. */

import { describe, expect, test } from '@jest/globals';
import { measuredSmbios } from '../../src/tdx/smbios.ts';

const END = structure(127, [], []);

function structure(type: number, fields: readonly number[], strings: readonly string[]): Buffer {
  const head = Buffer.from([type, 4 + fields.length, 0, 0, ...fields]);
  const text = strings.length === 0 ? '\0\0' : `${strings.join('\0')}\0\0`;
  return Buffer.concat([head, Buffer.from(text, 'latin1')]);
}

describe('not measured', () => {
  test.each<[string, Buffer, Buffer]>([
    [
      'serial number, UUID and wake-up type of a system',
      structure(1, [1, 2, 0, 3, ...Buffer.alloc(16, 0xaa), 6], ['maker', 'product', 'serial']),
      structure(1, [1, 2, 0, 0, ...Buffer.alloc(16), 0], ['maker', 'product', '      ']),
    ],
    [
      'OEM strings',
      structure(11, [2], ['a', 'b']),
      Buffer.concat([Buffer.from([11, 5, 0, 0, 0]), Buffer.alloc(5)]),
    ],
    [
      'what a maker adds',
      structure(200, [1, 2], ['x']),
      Buffer.concat([Buffer.from([200, 6, 0, 0]), Buffer.alloc(5)]),
    ],
    ['a field beyond a short structure', structure(3, [1, 2, 3], ['a']), structure(3, [1, 2, 3], ['a'])],
    [
      'a string number without a string',
      structure(2, [1, 2, 0, 9], ['a', 'b']),
      structure(2, [1, 2, 0, 0], ['a', 'b']),
    ],
    ['nothing of a BIOS', structure(0, [1, 2, 3], ['edk2']), structure(0, [1, 2, 3], ['edk2'])],
  ])('%s', (_what, table, measured) => {
    expect(Buffer.from(measuredSmbios(Buffer.concat([table, END])))).toEqual(Buffer.concat([measured, END]));
  });

  test('what follows the end', () => {
    expect(measuredSmbios(Buffer.concat([END, Buffer.alloc(100, 1)]))).toHaveLength(END.length);
  });
});

test.each<[string, Buffer, string, RegExp]>([
  ['no end', structure(0, [], []), 'bad-smbios', /has no end/],
  ['nothing', Buffer.alloc(0), 'bad-smbios', /has no end/],
  ['a structure of two bytes', Buffer.from([1, 2, 0, 0]), 'bad-smbios', /claims 2 bytes/],
  ['a cut structure', Buffer.from([1, 27, 0, 0, 0]), 'truncated', /a structure of type 1/],
  [
    'strings without an end',
    Buffer.from([1, 4, 0, 0, 65, 66]),
    'truncated',
    /the strings of a structure of type 1/,
  ],
  [
    'structures without number',
    Buffer.concat(Array.from({ length: 5000 }, () => structure(0, [], []))),
    'bad-smbios',
    /has no end/,
  ],
])('%s', (_what, table, code, message) => {
  expect(() => measuredSmbios(table)).toThrow(message);
  expect(() => measuredSmbios(table)).toThrow(expect.objectContaining({ name: 'DataError', code }));
});
