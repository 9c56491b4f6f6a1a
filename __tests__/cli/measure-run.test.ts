/** What `measure --run` calls the events that a Trust Domain has measured. The run itself: e2e/td-emulated. */

import { expect, test } from '@jest/globals';
import { namesOf } from '../../src/cli/measure-run.ts';
import type { PredictedEvent } from '../../src/tdx/prediction.ts';
import { runHere } from '../support/run-here.ts';

const known = (register: 'rtmr0' | 'rtmr1', text: string): PredictedEvent => ({
  register,
  name: 'EV',
  text,
  digest: text,
});
const unknown = (text: string): PredictedEvent => ({
  register: 'rtmr0',
  name: 'EV',
  text,
  digest: { reason: 'not given' },
});
const measured = (...events: ['rtmr0' | 'rtmr1', string][]) =>
  events.map(([register, digest]) => ({ register, digest }));

const ACPI = [known('rtmr0', 'hob'), unknown('ACPI'), known('rtmr0', 'boot'), known('rtmr1', 'kernel')];

test('the prediction that agrees names what it could not compute, too; registers may come in another order', () => {
  const events = measured(['rtmr0', 'hob'], ['rtmr0', 'x'], ['rtmr1', 'kernel'], ['rtmr0', 'boot']);
  expect(namesOf(events, [{ events: [known('rtmr0', 'hob')] }, { events: ACPI }])).toEqual([
    ...['EV (hob)', 'EV (ACPI)', 'EV (kernel)', 'EV (boot)'],
  ]);
});

test.each([
  [
    'an event more',
    measured(['rtmr0', 'hob'], ['rtmr0', 'x'], ['rtmr0', 'boot'], ['rtmr0', 'y'], ['rtmr1', 'kernel']),
  ],
  ['another kernel', measured(['rtmr0', 'hob'], ['rtmr0', 'x'], ['rtmr0', 'boot'], ['rtmr1', 'other'])],
])('where none agrees, digests are named one by one: %s', (_what, events) => {
  const named = new Map(events.map(({ digest }, at) => [digest, namesOf(events, [{ events: ACPI }])[at]]));
  expect(named.get('hob')).toBe('EV (hob)');
  expect(named.get('x')).toBe('');
});

test('without predictions: no names', () => {
  expect(namesOf(measured(['rtmr0', 'hob']), [])).toEqual(['']);
});

test('an option of a prediction is refused: no golden values would be compared', async () => {
  const { code, error } = await runHere('measure', '--run', 'no.yml', '--check', 'golden.json');
  expect([code, error]).toEqual([2, expect.stringMatching(/'--run' cannot be used with option '--check/)]);
});
