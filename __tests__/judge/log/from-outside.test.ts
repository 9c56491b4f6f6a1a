/** Who ends a machine from outside says nothing of what stopped the boot: the words before do. */

import { expect, test } from '@jest/globals';
import { LogReader, type LogReport } from '../../../src/judge/log.ts';

const BANNER = '[    0.000000] Linux version 6.12.0 (a@b) #1 SMP';
const WAITS = '[    0.680518] .... node  #0, CPUs:      #1';
const ENDS: readonly string[] = [
  'qemu-system-x86_64: terminating on signal 15 from pid 1234 (timeout)',
  '##[error]The operation was canceled.',
  '##[error]The job was canceled because "arm" failed.',
  '##[error]The job running on runner tdx-1 has exceeded the maximum execution time of 30 minutes.',
  "##[error]The action 'boot' has timed out after 30 minutes.",
  '##[error]Process completed with exit code 124.',
  'timeout: sending signal TERM to command ‘qemu-system-x86_64’',
  'make: *** [Makefile:12: boot] Error 124',
  'ERROR: Job failed: execution took longer than 1h0m0s seconds',
  'boot.sh: exited with status 143',
];

function read(...lines: readonly string[]): LogReport {
  const reader = new LogReader('mixed');
  reader.push(Buffer.from(`${lines.join('\n')}\n`));
  return reader.end();
}

test.each(ENDS)('the words before the end decide: %s', (end) => {
  const { diagnosis } = read(BANNER, WAITS, end);
  expect(diagnosis).toMatchObject({ cause: 'cpu-does-not-start', phase: 'kernel' });
  expect(diagnosis?.evidence[0]).toEqual({ line: 2, text: WAITS });
});

test('what a script says after the end is of the end', () => {
  const { diagnosis } = read(
    BANNER,
    WAITS,
    ENDS[0] ?? '',
    'FAIL: no login within 60s',
    'make: *** [boot] Error 1',
  );
  expect(diagnosis).toMatchObject({ cause: 'cpu-does-not-start' });
  expect(diagnosis?.evidence.map(({ line }) => line)).toContain(3);
});

test('a complaint before the end is the cause', () => {
  const { diagnosis } = read(BANNER, 'flux: error: the flux is off', ENDS[1] ?? '');
  expect(diagnosis?.evidence[0]?.line).toBe(2);
});

test('a machine that speaks again was not ended', () => {
  const log = [ENDS[0] ?? '', BANNER, '[    1.7] Run /init as init process', 'init: error: the flux is off'];
  expect(read(...log).diagnosis?.title).toContain('flux');
});

test('a guest that was up is not called sound when its job was ended', () => {
  const { answer, diagnosis } = read(BANNER, 'guest login: ', ENDS[5] ?? '');
  expect([answer, diagnosis?.evidence[0]?.line]).toEqual(['unknown', 3]);
});

test('exit statuses of programs that failed by themselves are their own', () => {
  const { diagnosis } = read(BANNER, WAITS, '##[error]Process completed with exit code 1.');
  expect(diagnosis?.evidence[0]?.line).toBe(3);
});

test('a machine whose kernel speaks again in words of no table was not ended either', () => {
  const end = 'qemu-system-x86_64: terminating on signal 15 from pid 1 (sh)';
  const { diagnosis } = read(BANNER, end, '[   90.000000] blue', 'flux: error: the flux is off');
  expect(diagnosis?.evidence[0]?.line).toBe(4);
});
