/** A verdict depends on the bytes and their times, and never on how the bytes were cut into reads. */

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MachineEvent } from '../../src/judge/events.ts';
import type { JudgeRules, Step } from '../../src/scenario/scenario.ts';
import {
  anyOrder,
  endOfLog,
  exit,
  expects,
  forbids,
  judge,
  out,
  rules,
  sends,
  vm,
} from '../support/rules.ts';

const PATTERNS = [
  'login: ',
  '# ',
  'root',
  'BUG',
  'ok 1',
  '/# $/',
  '/ok \\d+/',
  '/v(?<version>\\d)/',
  '/\\bok\\b/',
  '/(panic|init)/i',
  '/[é🚀]/u',
  '/^ok/',
  '/o+/',
];

const PIECES = [
  'login: ',
  '# ',
  'root',
  'root\r\n',
  'ro',
  'ot',
  'ls\r\n',
  'ok 1',
  'ok 12\n',
  'v6 ',
  'BUG: harmless',
  '\n',
  '\n',
  '\r\n',
  '\r',
  '\u001b[0m',
  '\u001b]0;t\u0007',
  '\u001b[',
  'é🚀',
  '[    0.000000] Linux version 6.8\r\n',
  '[    1.000000] Kernel panic - not syncing: Attempted to kill init! exitcode=0x0\r\n',
  '[    1.000000] ---[ end Kernel panic - not syncing: x ]---\r\n',
  '[    2.000000] WARNING: CPU: 0 PID: 1 at mm/x.c:1 f+0x1/0x2\r\n',
  'DEBUG: nothing\n',
  '10%\r50%\r',
  'KTAP version 1\n1..2\n',
  'ok 1 a\n',
  '    ok 1 deeper\n',
  '# why\nnot ok 2 b\n',
  'not ',
];

describe('the verdict, its findings and its steps', () => {
  test('do not depend on the chunks', () => {
    fc.assert(
      fc.property(
        scenario(),
        transcript(),
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        (want, runs, sizes) => {
          const whole = judge(want, runs).verdict;
          expect(
            judge(
              want,
              runs.flatMap((event) => chunks(event, () => 1)),
            ).verdict,
          ).toEqual(whole);
          const size = (): number => sizes.next().value ?? 1;
          expect(
            judge(
              want,
              runs.flatMap((event) => chunks(event, size)),
            ).verdict,
          ).toEqual(whole);
        },
      ),
      { numRuns: 60 },
    );
  });
});

function chunks(event: MachineEvent, size: () => number): MachineEvent[] {
  if (event.type !== 'output') return [event];
  const parts: MachineEvent[] = [];
  for (let at = 0; at < event.bytes.length; ) {
    const end = at + size();
    parts.push({ ...event, bytes: event.bytes.subarray(at, end) });
    at = end;
  }
  return parts;
}

/** Output on two streams with pauses, then an end. */
function transcript(): fc.Arbitrary<MachineEvent[]> {
  const run = fc.record({
    pause: fc.constantFrom(0, 1, 10, 60, 400),
    stream: fc.constantFrom('console' as const, 'console' as const, 'serial' as const),
    text: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 }),
  });
  const end = fc.constantFrom<(time: number) => MachineEvent[]>(
    (time) => [exit(time)],
    (time) => [exit(time, 1)],
    (time) => [endOfLog(time)],
    (time) => [vm(time, 'reset'), exit(time + 5)],
    (time) => [vm(time, 'shutdown'), exit(time + 5)],
    () => [],
  );
  return fc.tuple(fc.array(run, { maxLength: 10 }), end).map(([runs, ended]) => {
    let time = 0;
    const events = runs.map(({ pause, stream, text }, index): MachineEvent => {
      // Runs of one stream at one time are one run.
      time += index > 0 && pause === 0 && runs[index - 1]?.stream === stream ? 1 : pause;
      return out(time, text.join(''), stream);
    });
    return [...events, ...ended(time + 1)];
  });
}

function scenario(): fc.Arbitrary<JudgeRules> {
  const pattern = fc.constantFrom(...PATTERNS);
  const expected = fc
    .tuple(pattern, fc.constantFrom(undefined, 30, 500), fc.constantFrom(undefined, 'serial' as const))
    .map(([text, withinMs, stream]) =>
      expects(text, {
        capture: text.includes('version') ? ['version'] : [],
        ...(withinMs === undefined ? {} : { withinMs }),
        ...(stream === undefined ? {} : { stream }),
      }),
    );
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: expected },
    { weight: 1, arbitrary: fc.array(expected, { minLength: 1, maxLength: 3 }).map((all) => anyOrder(all)) },
    { weight: 2, arbitrary: fc.constantFrom('root\n', 'ls\n', 'root\nls\n').map((text) => sends(text)) },
  );
  return fc
    .record({
      steps: fc.array(step, { minLength: 1, maxLength: 4 }),
      forbid: fc.array(pattern, { maxLength: 2 }),
      allow: fc.boolean(),
      stop: fc.constantFrom('after-last-step' as const, 'on-exit' as const),
      silenceMs: fc.constantFrom(undefined, 300),
      settleMs: fc.constantFrom(0, 1000),
    })
    .map(({ steps, forbid, allow, stop, silenceMs, settleMs }) =>
      rules(steps, {
        forbid: forbid.map((text) => forbids(text)),
        allow: allow ? [{ pattern: expects('harmless').pattern, reason: 'it is' }] : [],
        stop,
        timeoutMs: 5000,
        settleMs,
        ...(silenceMs === undefined ? {} : { silenceMs }),
      }),
    );
}
