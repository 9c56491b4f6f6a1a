/** Python logs what failed, and below it the exception with its traceback. */

import { describe, expect, test } from '@jest/globals';
import { read } from './reading.ts';

describe('the exception below a logged error is its reason', () => {
  const trace = [
    'Traceback (most recent call last):',
    '  File "/usr/lib/flux.py", line 3, in flux',
    '    pump()',
    'flux.exceptions.PumpStopped: the flux of the guest has no pump',
  ];

  test('in the words of Python’s logging', () => {
    const { diagnosis } = read(['2024-05-03 10:11:12 ERROR root: Could not start the guest', ...trace]);
    expect(diagnosis?.title).toMatch(
      /Could not start the guest, because: the flux of the guest has no pump$/,
    );
    expect(diagnosis?.evidence.map(({ line }) => line)).toEqual([1, 5]);
  });

  test('in the log of OpenStack, whose lines repeat level, module and instance', () => {
    const instance = '[instance: c40758bc-e049-4634-bd5c-5c0a14438cce]';
    const request = '[None req-faccb823-f4de-4b6a-a5df-654a8e541507 flux - - default default]';
    const head = '2024-05-03 10:11:12.400 7 ERROR nova.compute.manager';
    const { diagnosis } = read([
      `2024-05-03 10:11:12.345 7 INFO nova.virt.libvirt.driver ${request} ${instance} Creating image`,
      `${head} ${request} ${instance} Instance failed to spawn`,
      ...trace.map((line) => `${head} ${instance} ${line}`),
    ]);
    expect(diagnosis).toMatchObject({ phase: 'vmm', evidence: [{ line: 2 }, { line: 6 }] });
    expect(diagnosis?.title).toMatch(/Instance failed to spawn, because: the flux of the guest has no pump$/);
  });

  test('not where no traceback follows', () => {
    const { diagnosis } = read(['ERROR: Could not start the guest', 'flux is on', ...trace.slice(3)]);
    expect(diagnosis?.title).not.toMatch(/because/);
  });
});
