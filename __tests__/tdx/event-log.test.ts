/** Event logs: what a sound one may look like, what each event says, and every way in which one can be wrong. */

import { describe, expect, test } from '@jest/globals';
import { describeEvent } from '../../src/tdx/event-check.ts';
import { isCcelTable, parseCcelTable, parseEventLog, replayLog } from '../../src/tdx/event-log.ts';
import { ZERO } from '../../src/tdx/registers.ts';
import { CCEL, fixture } from './fixtures.ts';
import {
  ACTION,
  action,
  buildLog,
  type EventSpec,
  type LogSpec,
  replayOf,
  SHA256,
  SHA384,
  separator,
  u32,
} from './log-builder.ts';

const EVENTS = [action(2, 'one'), separator(1), action(2, 'two'), separator(3)];

describe('a log', () => {
  test('replays register by register', () => {
    const log = parseEventLog(buildLog({ events: EVENTS }));
    expect(replayLog(log)).toEqual({
      rtmr0: replayOf(EVENTS, 1),
      rtmr1: replayOf(EVENTS, 2),
      rtmr2: replayOf(EVENTS, 3),
      rtmr3: ZERO,
    });
  });

  test('EV_NO_ACTION and events of MRTD extend nothing', () => {
    const informative: EventSpec = { mr: 1, type: 3, data: Buffer.from('StartupLocality') };
    const events = [informative, ...EVENTS, { ...action(0, 'MRTD') }];
    expect(replayLog(parseEventLog(buildLog({ events })))).toEqual(
      replayLog(parseEventLog(buildLog({ events: EVENTS }))),
    );
  });

  test('with several digests an event: the one of SHA-384 counts, wherever it stands', () => {
    const events = EVENTS.map((event) => ({ ...event, others: [SHA256, [0x12, 32]] as const }));
    const bytes = buildLog({ events, algorithms: [SHA256, [0x12, 32], SHA384] });
    expect(replayLog(parseEventLog(bytes)).rtmr1).toBe(replayOf(EVENTS, 2));
  });

  test.each<[string, Uint8Array]>([
    ['nothing', Buffer.alloc(0)],
    ['0xFF', Buffer.alloc(1000, 0xff)],
    ['zeros', Buffer.alloc(1000)],
    ['a rest of less than eight bytes', Buffer.alloc(5, 0xff)],
    ['0xFF and then zeros', Buffer.concat([Buffer.alloc(64, 0xff), Buffer.alloc(64)])],
  ])('filled with %s', (_what, fill) => {
    const bytes = buildLog({ events: EVENTS });
    const log = parseEventLog(Buffer.concat([bytes, fill]));
    expect([log.events.length, log.length]).toEqual([EVENTS.length, bytes.length]);
  });

  test('without events', () => {
    expect(replayLog(parseEventLog(buildLog({ events: [] }))).rtmr0).toBe(ZERO);
  });
});

describe('an event in words', () => {
  test('those of the log of td-shim', () => {
    const { events } = parseEventLog(fixture(CCEL.tdShim));
    expect(events.map((event) => `${event.register} ${event.name} ${describeEvent(event)}`)).toEqual([
      'rtmr0 EV_PLATFORM_CONFIG_FLAGS td_hob, 5248 bytes',
      'rtmr0 EV_SEPARATOR the firmware hands over',
      'rtmr1 EV_SEPARATOR the firmware hands over',
      'rtmr1 EV_EFI_PLATFORM_FIRMWARE_BLOB2 td_payload at 0x901000, 0x10000000 bytes',
      'rtmr1 EV_PLATFORM_CONFIG_FLAGS td_payload_info, 4096 bytes',
    ]);
  });
});

describe('a malformed log', () => {
  test.each<[string, LogSpec, string, RegExp]>([
    [
      'begins with another event',
      { events: [], headerType: 4 },
      'bad-event-log',
      /event type 0x4 instead of EV_NO_ACTION/,
    ],
    ['is of TPM 1.2', { events: [], signature: 'Spec ID Event00\0' }, 'bad-event-log', /"Spec ID Event03"/],
    ['has no algorithms', { events: [], algorithms: [] }, 'bad-event-log', /no digests of SHA-384.*but none/],
    ['has SHA-256 alone', { events: [], algorithms: [SHA256] }, 'bad-event-log', /but 0xb of 32 bytes/],
    [
      'has SHA-384 of 32 bytes',
      { events: [], algorithms: [[0x0c, 32]] },
      'bad-event-log',
      /but 0xc of 32 bytes/,
    ],
    ['is of a TPM', { events: [action(7, 'x')] }, 'bad-event-log', /event 0 is of register 7; .* TPM\?/],
    [
      'has a digest of an algorithm that it does not declare',
      { events: [{ ...action(1, 'x'), others: [SHA256] }] },
      'bad-event-log',
      /event 0 has a digest of algorithm 0xb/,
    ],
    [
      'has an event without SHA-384',
      {
        events: [{ ...action(1, 'x'), others: [SHA256], withoutSha384: true }],
        algorithms: [SHA256, SHA384],
      },
      'bad-event-log',
      /event 0 has no digest of SHA-384/,
    ],
    [
      'claims 4 billion digests',
      { events: [], fill: Buffer.concat([u32(1), u32(ACTION), u32(0xffffffff)]) },
      'truncated',
      /ends within a digest of event 0/,
    ],
    [
      'claims 4 billion bytes',
      { events: [], fill: Buffer.concat([u32(1), u32(ACTION), u32(0), u32(0xffffffff)]) },
      'bad-event-log',
      /no digest/,
    ],
  ])('%s', (_what, spec, code, message) => {
    expect(() => parseEventLog(buildLog(spec))).toThrow(message);
    expect(() => parseEventLog(buildLog(spec))).toThrow(expect.objectContaining({ name: 'DataError', code }));
  });

  test.each([0, 0xff])(
    'goes on behind eight bytes of %i: the events there are not left out in silence',
    (fill) => {
      const [first, ...others] = EVENTS;
      if (first === undefined) throw new Error('no events');
      const [begin, whole] = [buildLog({ events: [first] }), buildLog({ events: EVENTS })];
      expect(others.length).toBeGreaterThan(0);
      const bytes = Buffer.concat([begin, Buffer.alloc(8, fill), whole.subarray(begin.length)]);
      const message = `the event log has fill at 0x${begin.length.toString(16)} and goes on behind it`;
      expect(() => parseEventLog(bytes)).toThrow(message);
    },
  );

  test('cut anywhere: it ends where an event does, or it is truncated', () => {
    const bytes = fixture(CCEL.ovmf);
    const { length, events } = parseEventLog(bytes);
    const ends = new Set([...events.slice(1).map(({ offset }) => offset), length]);
    for (let end = 0; end < length; end += 1) {
      if (ends.has(end) || end === events[0]?.offset) continue;
      expect(() => parseEventLog(bytes.subarray(0, end))).toThrow(
        expect.objectContaining({ code: 'truncated' }),
      );
    }
  });

  test('of a declared algorithm without bytes: 4 billion digests of nothing do not take for ever', () => {
    const fill = Buffer.concat([u32(1), u32(ACTION), u32(0xffffffff), Buffer.alloc(100_000, 0x0d)]);
    const bytes = buildLog({ events: [], algorithms: [SHA384, [0x0d0d, 0]], fill });
    expect(() => parseEventLog(bytes)).toThrow(expect.objectContaining({ code: 'truncated' }));
  });
});

describe('the ACPI table', () => {
  const table = Buffer.alloc(56);
  table.write('CCEL');
  table.writeBigUInt64LE(0x10000n, 40);
  table.writeBigUInt64LE(0x7d3f_0000n, 48);

  test('says where the log is', () => {
    expect(isCcelTable(table)).toBe(true);
    expect(parseCcelTable(table)).toEqual({ length: 0x10000n, address: 0x7d3f_0000n });
  });

  test.each([
    ['cut', table.subarray(0, 55), 'truncated'],
    ['of another kind', Buffer.alloc(56), 'bad-event-log'],
  ])('%s', (_what, bytes, code) => {
    expect(() => parseCcelTable(bytes)).toThrow(expect.objectContaining({ code }));
  });
});
