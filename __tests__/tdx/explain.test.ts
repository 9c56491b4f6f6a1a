/** The first event that explains why a replay is not what a TD reports. */

import { describe, expect, test } from '@jest/globals';
import { type LogEvent, parseEventLog } from '../../src/tdx/event-log.ts';
import { describeExplanation, explainDifference } from '../../src/tdx/explain.ts';
import { REGISTERS } from '../../src/tdx/names.ts';
import { compareRegisters, replay, ZERO } from '../../src/tdx/registers.ts';
import { action, buildLog, type EventSpec, replayOf, separator } from './log-builder.ts';

const BOOT = [action(2, 'zero'), separator(1), action(2, 'one'), action(2, 'two'), separator(2)];
const events = (specs: readonly EventSpec[]): LogEvent[] => [
  ...parseEventLog(buildLog({ events: specs })).events,
];

/** What a TD reports of RTMR1 that has seen `seen`, next to a log of `logged`. */
function explain(logged: readonly EventSpec[], seen: readonly EventSpec[]): string {
  return describeExplanation(explainDifference(events(logged), 'rtmr1', replayOf(seen, 2)), 'rtmr1');
}

describe('a difference', () => {
  test('none', () => {
    expect(explain(BOOT, BOOT)).toBe('rtmr1 is what the log says');
  });

  test('an event was logged and not extended', () => {
    const seen = BOOT.filter((_, place) => place !== 2);
    expect(explain(BOOT, seen)).toBe(
      'rtmr1 is what the log says without event 2 (EV_EFI_ACTION: one): it was logged and not extended',
    );
  });

  test('the end of the log was not extended', () => {
    expect(explain(BOOT, BOOT.slice(0, 3))).toMatch(
      /^rtmr1 is what the log says before event 3 \(EV_EFI_ACTION: two\)/,
    );
  });

  test('nothing was extended', () => {
    const explanation = explainDifference(events(BOOT), 'rtmr1', ZERO);
    expect(explanation).toMatchObject({ kind: 'reported-before', event: { index: 0 } });
  });

  test.each([
    ['the separator', BOOT.slice(0, -1), BOOT, 'EV_SEPARATOR (the firmware hands over)'],
    [
      'the exit of boot services',
      BOOT,
      [...BOOT, action(2, 'Exit Boot Services Invocation')],
      'EV_EFI_ACTION (Exit Boot Services Invocation)',
    ],
  ])('%s was extended and not logged', (_what, logged, seen, name) => {
    expect(explain(logged, seen)).toBe(`rtmr1 is what the log says and then ${name}: the log lacks its end`);
  });

  test('a digest in the log was changed', () => {
    const logged = BOOT.map((event, place) => (place === 2 ? { ...event, digest: '11'.repeat(48) } : event));
    expect(explain(logged, BOOT)).toBe(
      'rtmr1 is what the log says when event 2 (EV_EFI_ACTION: one) has the digest of its data: the log was changed',
    );
  });

  test('two digests were changed: the first is named', () => {
    const logged = BOOT.map((event) => (event.type === 4 ? event : { ...event, digest: '11'.repeat(48) }));
    expect(explain(logged, BOOT)).toBe(
      'the first event whose digest is not of its data is event 0 (EV_EFI_ACTION: zero)',
    );
  });

  test('another boot', () => {
    expect(explain(BOOT, [action(2, 'other')])).toMatch(/^no single event explains rtmr1/);
  });

  const many = (count: number): EventSpec[] =>
    Array.from({ length: count }, (_, place) => action(2, `${place}`));

  test('of hundreds of events, one that was not extended is found', () => {
    expect(explain(many(300), many(300).toSpliced(150, 1))).toMatch(/without event 150 .*not extended$/);
  });

  test('a log of a thousand changed events costs less than to replay it 150 times', () => {
    const changed = many(1000).map((event) => ({ ...event, digest: '11'.repeat(48) }));
    const digests = changed.map(({ digest }) => digest);
    // The least of three: what else the machine does only adds to it.
    const cpuOf = (body: () => void): number => {
      const costs = [1, 2, 3].map(() => {
        const before = process.cpuUsage();
        body();
        const { user, system } = process.cpuUsage(before);
        return user + system;
      });
      return Math.min(...costs);
    };
    const replays = cpuOf(() => {
      for (let count = 0; count < 150; count++) replay(digests);
    });
    const explained = cpuOf(() => {
      expect(explain(changed, [action(2, 'other')])).toMatch(
        /^the first event whose digest is not of its data/,
      );
    });
    expect(explained).toBeLessThan(replays);
  });
});

describe('registers compared', () => {
  const value = (digit: string): string => digit.repeat(96);

  test('each that something is expected of, in their order, whatever the case of the digits', () => {
    const expected = { rtmr2: value('c'), mrtd: value('A'), rtmr0: value('b') };
    const observed = { mrtd: value('a'), rtmr0: value('d'), rtmr3: value('0') };
    expect(compareRegisters(expected, observed)).toEqual([
      { register: 'mrtd', expected: value('a'), observed: value('a'), verdict: 'equal' },
      { register: 'rtmr0', expected: value('b'), observed: value('d'), verdict: 'different' },
      { register: 'rtmr2', expected: value('c'), verdict: 'not-observed' },
    ]);
  });

  test('nothing is expected', () => {
    expect(compareRegisters({}, Object.fromEntries(REGISTERS.map((name) => [name, ZERO])))).toEqual([]);
  });
});
