/** Digests that follow from earlier events, too: sections of a UKI, and boot options. */

import { describe, expect, test } from '@jest/globals';
import { type Bytes, bytes, checksOf, digest, wide } from './event-checks.ts';
import { type EventSpec, variable } from './log-builder.ts';

describe('a section of a UKI', () => {
  const event = (name: string, hashed: Bytes, mr = 3): EventSpec => ({
    ...{ mr, type: 0xd, data: wide(name), digest: digest(hashed) },
  });
  const verdicts = (...events: readonly EventSpec[]): string[] =>
    checksOf(...events).map(({ digest: is }) => is);

  test('is its name and then its content', () => {
    const events = [
      event('.linux', '.linux\0'),
      event('.linux', 'code'),
      event('.osrel', '.osrel\0'),
      event('.osrel', 'ID=x'),
    ];
    expect(verdicts(...events)).toEqual(['matches', 'not-in-log', 'matches', 'not-in-log']);
  });

  test.each<[string, readonly EventSpec[]]>([
    ['a content without a name', [event('.linux', 'code')]],
    ['two contents after a name', [event('.linux', '.linux\0'), event('.linux', 'a'), event('.linux', 'b')]],
    ['a content under another name', [event('.linux', '.linux\0'), event('.initrd', 'code')]],
    ['a name with other characters than ASCII', [event('.\u016cinux', '.linux\0')]],
    ['a name in another register', [event('.linux', '.linux\0', 2), event('.linux', 'code')]],
  ])('%s is a manipulation', (_what, events) => {
    expect(verdicts(...events).at(-1)).toBe('differs');
  });
});

describe('boot options, whose names are not hashed', () => {
  const option = (name: string, content: Bytes, guid?: Buffer): EventSpec => {
    const data = variable(name, bytes(content));
    if (guid !== undefined) data.set(guid);
    return { mr: 1, type: 0x80000002, data, digest: digest(content) };
  };
  const order = option('BootOrder', Buffer.from('0a0001000200', 'hex'));
  const last = (...events: readonly EventSpec[]): string | undefined => checksOf(...events).at(-1)?.digest;

  test.each<[string, readonly EventSpec[], string]>([
    ['in the order of BootOrder', [order, option('Boot000A', 'a'), option('Boot0001', 'b')], 'matches'],
    ['without one that is not set', [order, option('Boot000A', 'a'), option('Boot0002', 'c')], 'matches'],
    ['after a second BootOrder', [order, option('Boot0002', 'c'), order, option('Boot000A', 'a')], 'matches'],
    ['in another order', [order, option('Boot0001', 'b'), option('Boot000A', 'a')], 'differs'],
    ['one that BootOrder lacks', [order, option('Boot0003', 'a')], 'differs'],
    ['of another vendor', [order, option('Boot000A', 'a', Buffer.alloc(16))], 'differs'],
    ['BootOrder by another name', [option('BootOsder', Buffer.from('0a00', 'hex'))], 'differs'],
  ])('%s', (_what, events, verdict) => {
    expect(last(...events)).toBe(verdict);
  });
});
