/** The variables that an image has in its CFV, and which of them Secure Boot measures. */

import { describe, expect, test } from '@jest/globals';
import { secureVariables, storedVariables } from '../../src/tdx/variable-store.ts';
import { buildCfv, GLOBAL, IMAGE_SECURITY, type VariableSpec } from './variable-builder.ts';

describe('the variables of an image', () => {
  const key = (name: string, content: string, rest: Partial<VariableSpec> = {}): VariableSpec => ({
    guid: name.startsWith('d') ? IMAGE_SECURITY : GLOBAL,
    ...{ name, data: Buffer.from(content), ...rest },
  });
  const read = (variables: readonly VariableSpec[]): Record<string, string> =>
    Object.fromEntries(
      secureVariables(storedVariables(buildCfv(variables)), true).measured.map(({ name, data }) => [
        name,
        Buffer.from(data).toString('latin1'),
      ]),
    );

  test('none, in an empty store', () => {
    expect(read([])).toEqual({ SecureBoot: '\0', PK: '', KEK: '', db: '', dbx: '' });
  });

  test('keys, and with a platform key Secure Boot is on', () => {
    const stored = [key('KEK', 'k'), key('db', 'database'), key('PK', 'platform'), key('dbx', 'x')];
    expect(read(stored)).toEqual({ SecureBoot: '\x01', PK: 'platform', KEK: 'k', db: 'database', dbx: 'x' });
  });

  test('one that is being replaced counts, unless its replacement is there', () => {
    const old = (name: string, content: string): VariableSpec => key(name, content, { state: 0x3e });
    const stored = [old('PK', 'old'), old('db', 'the only one'), key('PK', 'new')];
    expect(read(stored)).toMatchObject({ PK: 'new', db: 'the only one' });
  });

  test('a deleted one, one of another vendor, and what lies behind a damaged one do not count', () => {
    const stored = [
      key('PK', 'deleted', { state: 0x3c }),
      key('db', 'not this one', { guid: GLOBAL }),
      key('KEK', 'k'),
      key('dbx', 'x'),
    ];
    expect(read(stored)).toEqual({ SecureBoot: '\0', PK: '', KEK: 'k', db: '', dbx: 'x' });
    const bytes = buildCfv(stored);
    bytes.writeUInt16LE(0, 72 + 28);
    expect(storedVariables(bytes)).toEqual([]);
  });

  test.each([
    ['no volume', Buffer.alloc(10)],
    ['a header beyond the volume', Buffer.alloc(64, 0xff)],
    [
      'a name of 4 GiB',
      Buffer.concat([buildCfv([]).subarray(0, 100), Buffer.from('aa553f', 'hex'), Buffer.alloc(200, 0xff)]),
    ],
  ])('%s: none', (_what, bytes) => {
    expect(storedVariables(bytes)).toEqual([]);
  });
});
