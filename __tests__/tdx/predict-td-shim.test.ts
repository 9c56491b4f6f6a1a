/** Which registers are predicted for td-shim, its payload and its TD HOB, and why others are not. */

import { describe, expect, test } from '@jest/globals';
import { parseEventLog, replayLog } from '../../src/tdx/event-log.ts';
import { type BootInputs, isTdShim, possibleRtmrs } from '../../src/tdx/possible-values.ts';
import { ZERO } from '../../src/tdx/registers.ts';
import { addressOfHob, givenTdHob } from '../../src/tdx/td-hob.ts';
import { CCEL, digests, fixture } from './fixtures.ts';
import { TD_SHIM, TYPE } from './image-builder.ts';
import { buildKernel } from './pe-builder.ts';
import { known, rows } from './predictions.ts';
import { replayed, sha384 } from './sha384.ts';

const KERNEL = buildKernel();
const SEPARATOR = sha384(Buffer.alloc(4));

describe('td-shim', () => {
  const direct = { kernel: KERNEL, initrd: new Uint8Array(), cmdline: 'root=/dev/vda1 console=hvc0 rw' };
  const expected = possibleRtmrs(known(TD_SHIM, { direct }));

  test('RTMR1 is the separator, the whole payload region, and the page of the command line', () => {
    const payload = sha384(KERNEL, Buffer.alloc(0x2000000 - KERNEL.length));
    const cmdline = digests('cmdline')[0]?.sha384 ?? '';
    expect(rows(expected, 'rtmr1')).toEqual({ 'td-shim v0.8.0': replayed(SEPARATOR, payload, cmdline) });
  });

  test('RTMR0 is not predicted, RTMR2 and RTMR3 stay zero', () => {
    expect(rows(expected, 'rtmr0')['td-shim v0.8.0']).toMatch(/^EV_PLATFORM_CONFIG_FLAGS \(td_hob\): .*ACPI/);
    expect([rows(expected, 'rtmr2'), rows(expected, 'rtmr3')]).toEqual([
      { 'td-shim v0.8.0': ZERO },
      { 'td-shim v0.8.0': ZERO },
    ]);
  });

  test('RTMR0 of a given TD HOB is what another log of the machine replays to', () => {
    const bytes = fixture(CCEL.tdShim);
    const tdHob = givenTdHob(bytes);
    const at = addressOfHob(tdHob);
    const sections = TD_SHIM.sections.map((one) =>
      one.type === TYPE.TD_HOB ? { ...one, address: at } : one,
    );
    const same = possibleRtmrs(known({ ...TD_SHIM, sections }, { tdHob }));
    expect(rows(same, 'rtmr0')).toEqual({ 'td-shim v0.8.0': replayLog(parseEventLog(bytes)).rtmr0 });
    expect(
      rows(possibleRtmrs(known({ ...TD_SHIM, sections }, { tdHob: givenTdHob(tdHob) })), 'rtmr0'),
    ).toEqual(rows(same, 'rtmr0'));
    const elsewhere = TD_SHIM.sections.map((one) =>
      one.type === TYPE.TD_HOB ? { ...one, address: at + 0x1000n } : one,
    );
    expect(
      rows(possibleRtmrs(known({ ...TD_SHIM, sections: elsewhere }, { tdHob })), 'rtmr0')['td-shim v0.8.0'],
    ).toMatch(/that is given was at 0x[0-9a-f]+: this firmware has it elsewhere/);
  });

  test.each<[string, (list: Buffer, log: Buffer) => Uint8Array, RegExp]>([
    ['is cut', (list) => list.subarray(0, 100), /is cut short|ends|truncated/i],
    ['goes on after its end', (list) => Buffer.concat([list, Buffer.alloc(8)]), /8 bytes follow its end/],
    ['begins with another entry', (list) => list.subarray(56), /does not begin with EFI_HOB_HANDOFF/],
    [
      'has an entry without a length',
      (list) => Buffer.concat([list.subarray(0, 56), Buffer.alloc(8)]),
      /an entry has 0 bytes/,
    ],
    ['is in a log without td-shim', () => fixture(CCEL.ovmf), /the log has no event td_hob/],
    [
      'was changed in the log',
      (list, log) => {
        const changed = Buffer.from(log);
        changed[log.indexOf(list) + 60] = 0xee;
        return changed;
      },
      /the digest in the log is of another list/,
    ],
  ])('a TD HOB that %s is refused', (_what, change, problem) => {
    const log = Buffer.from(fixture(CCEL.tdShim));
    expect(() => givenTdHob(change(Buffer.from(givenTdHob(log)), log))).toThrow(problem);
  });

  test('without a kernel, or with a payload in the image: RTMR1 is not predicted', () => {
    expect(rows(possibleRtmrs(known(TD_SHIM)), 'rtmr1')['td-shim v0.8.0']).toMatch(/the kernel is not given/);
    const builtIn = known({ ...TD_SHIM, sections: TD_SHIM.sections.slice(0, 6) });
    expect(isTdShim(builtIn.metadata, builtIn.image)).toBe(true);
    expect(rows(possibleRtmrs(builtIn), 'rtmr1')['td-shim v0.8.0']).toMatch(/payload is in the image/);
  });

  test.each<[string, Partial<BootInputs['direct']>, RegExp]>([
    [
      'a kernel beyond its region',
      { kernel: new Uint8Array(0x2000001) },
      /the kernel has 33554433 bytes; section 6/,
    ],
    [
      'a command line beyond its page',
      { cmdline: 'x'.repeat(4097) },
      /the command line has 4097 bytes; section 7 \(PayloadParam\) takes 4096/,
    ],
  ])('%s', (_what, change, message) => {
    expect(() => possibleRtmrs(known(TD_SHIM, { direct: { ...direct, ...change } }))).toThrow(message);
  });

  test('a payload region out of all measure is refused, not hashed', () => {
    const sections = TD_SHIM.sections.map((section) =>
      section.type === TYPE.Payload ? { ...section, memorySize: 1n << 40n } : section,
    );
    expect(() => possibleRtmrs(known({ ...TD_SHIM, sections }, { direct }))).toThrow(
      /section 6 \(Payload\) has/,
    );
  });
});
