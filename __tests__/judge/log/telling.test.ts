/** Of several complaints that no row knows: the words of the program count before those of its manager, and the last reason of a chain is shown. */

import { describe, expect, test } from '@jest/globals';
import { LogReader, type LogReport } from '../../../src/judge/log.ts';

function read(lines: readonly string[]): LogReport {
  const reader = new LogReader('mixed');
  reader.push(Buffer.from(`${lines.join('\n')}\n`));
  return reader.end();
}

const AT = 'Dec 20 22:46:43 pod';
const ENDED = `${AT} systemd[1]: flux.service: Main process exited, code=exited, status=1/FAILURE`;
const RESULT = `${AT} systemd[1]: flux.service: Failed with result 'exit-code'.`;

describe('how a program ended says less than the program', () => {
  test('whose error names a cause', () => {
    const { diagnosis } = read([
      `${AT} systemd[1]: Starting flux.service - Flux...`,
      `${AT} flux[2]: failed to open /run/flux.json: no such file or directory`,
      ENDED,
      RESULT,
    ]);
    expect(diagnosis).toMatchObject({
      phase: 'userspace',
      cause: 'error-missing',
      title: '/run/flux.json does not exist',
      evidence: [{ line: 2 }],
    });
  });

  test('in the words of systemctl status, too', () => {
    const { diagnosis } = read([
      '     Active: failed (Result: exit-code) since Wed 2024-09-25 12:59:36 UTC; 4min ago',
      '   Main PID: 1012 (code=exited, status=1/FAILURE)',
      'Error: the flux is off by one and more',
    ]);
    expect(diagnosis?.title).toMatch(/complains: the flux is off by one and more$/);
  });

  test.each([
    ['alone', [ENDED, RESULT], 1],
    [
      'long before which the program spoke',
      [`${AT} flux[2]: no such flux`, ...Array(11).fill(`${AT} flux[2]: ok`), ENDED],
      13,
    ],
  ])('%s, it is all that there is', (_, lines, line) => {
    expect(read(lines).diagnosis?.evidence[0]?.line).toBe(line);
  });
});

describe('the last reason of a chain of errors is shown with its head', () => {
  test.each<[string, string[], string, number]>([
    [
      'because: …',
      [
        'ERROR: cannot make a flux',
        'because: I/O error',
        'because: Inappropriate ioctl for device (os error 25)',
      ],
      'cannot make a flux, because: Inappropriate ioctl for device (os error 25)',
      3,
    ],
    [
      'Caused by:, with numbers',
      [
        'Error: cannot make a flux',
        '',
        'Caused by:',
        '    0: flux entry',
        '    1: flux is not supported on this system',
      ],
      'cannot make a flux, because: flux is not supported on this system',
      5,
    ],
    [
      'in quotation marks',
      ['"Error: cannot make a flux"', '"Caused by:"', '"    0: the flux is not there, error"'],
      'cannot make a flux, because: the flux is not there, error',
      3,
    ],
  ])('%s', (_, lines, words, line) => {
    const { diagnosis } = read(lines);
    expect(diagnosis?.title).toContain(words);
    expect(diagnosis?.evidence.map((item) => item.line)).toEqual([1, line]);
  });

  test('and names the cause where its error has one', () => {
    const { diagnosis } = read([
      'Error: cannot make a flux',
      'Caused by:',
      '    0: chown /run/flux: Operation not permitted (os error 1)',
    ]);
    expect(diagnosis).toMatchObject({
      cause: 'error-denied',
      title: '/run/flux may not be used by this user',
    });
  });

  test('and the chain of the next error is another one', () => {
    const { diagnosis } = read([
      'Error: cannot make a flux',
      'because: the flux is not supported',
      'Error: cannot make another flux',
      'because: the other flux is not supported',
    ]);
    expect(diagnosis?.evidence.map((item) => item.line)).toEqual([1, 2]);
  });

  test('and a number of four digits is no link', () => {
    const { diagnosis } = read([
      '2024-05-10 02:32:11.123+0000: 1234: error : qemuFlux:77 : internal error: the flux is off',
      '2024-05-10 02:32:11.124+0000: 1234: error : qemuFlux:78 : internal error: the other flux is off',
    ]);
    expect(diagnosis?.evidence.map((item) => item.line)).toEqual([1]);
  });
});
