/** A step that was not met shows the closest line that was printed, and what differs. */

import { describe, expect, test } from '@jest/globals';
import { Transcript } from '../../src/judge/transcript.ts';
import { endOfLog, judge, out, rules } from '../support/rules.ts';

function near(pattern: string, log: string, stream?: 'console' | 'serial'): string[] {
  const want = rules([pattern]);
  const steps = want.steps.map((step) =>
    step.kind === 'expect' && stream !== undefined ? { ...step, stream } : step,
  );
  const { verdict } = judge({ ...want, steps }, [out(1, log), endOfLog(2)]);
  return (verdict.diagnosis?.evidence ?? []).flatMap(({ stream: on, line, text }) =>
    line === undefined && !text.startsWith('this line')
      ? []
      : [line === undefined ? text : `${on} ${line}: ${text}`],
  );
}

describe('the closest line', () => {
  test.each<[string, string, string, string[]]>([
    [
      'differs in case',
      'Debian Login: ',
      'one\ndebian login: \n',
      ['console 2: debian login: ', 'this line is the closest: it differs in upper and lower case'],
    ],
    [
      'differs in case from a regex',
      '/Debian \\w+: /',
      'debian login: \n',
      ['console 1: debian login: ', 'this line is the closest: it differs in upper and lower case'],
    ],
    [
      'differs in blanks',
      'root@td:~# ls',
      'root@td:~#  ls\n',
      ['console 1: root@td:~#  ls', 'this line is the closest: it differs in blanks'],
    ],
    [
      'differs in a number',
      'Linux version 6.12',
      'Linux version 6.18 x\n',
      ['console 1: Linux version 6.18 x', 'this line is the closest: it differs in numbers'],
    ],
    [
      'lacks a word',
      'debian login: ',
      'Debian 12\nlocalhost login: \nx\n',
      ['console 1: Debian 12', 'this line is the closest: it lacks "login"'],
    ],
    [
      'has all words in another order',
      '/eth0: link up/',
      'link of eth0 is up\n',
      [
        'console 1: link of eth0 is up',
        'this line is the closest: it has all words, and not in the form of the pattern',
      ],
    ],
    ['is none when nothing is like it', 'debian login: ', 'one\ntwo\n', []],
  ])('%s', (_, pattern, log, wanted) => {
    expect(near(pattern, log)).toEqual(wanted);
  });

  test('was printed on another stream', () => {
    expect(near('ready', 'all is ready\n', 'serial')).toEqual([
      'console 1: all is ready',
      'this line is the closest: it was printed on console, and the step listens to serial',
    ]);
  });

  test('was printed before its step', () => {
    const { verdict } = judge(rules(['two', 'one']), [out(1, 'one\ntwo\n'), endOfLog(2)]);
    expect(verdict.diagnosis?.evidence.slice(0, 2)).toMatchObject([
      { line: 1, text: 'one' },
      { text: expect.stringMatching(/before the step began to wait/) },
    ]);
  });

  test.each<[string, string, string, 'console' | 'serial' | undefined, string]>([
    ['another case', 'Debian Login: ', 'Linux version 6.12\ndebian login: \n', undefined, 'step-nearly-met'],
    ['other blanks', 'all  ready', 'all ready\n', undefined, 'step-nearly-met'],
    ['another stream', 'ready', 'all is ready\n', 'serial', 'step-nearly-met'],
    ['another number', 'Linux version 6.12', 'Linux version 6.18 x\n', undefined, 'unknown'],
    [
      'a word that lacks',
      'debian login: ',
      'Linux version 6.12\nlocalhost login: x\n',
      undefined,
      'step-not-met',
    ],
  ])(
    'with %s, the step is the likely cause where it is all that differs',
    (_, pattern, log, stream, cause) => {
      const want = rules([pattern]);
      const steps = want.steps.map((step) =>
        step.kind === 'expect' && stream !== undefined ? { ...step, stream } : step,
      );
      const { verdict } = judge({ ...want, steps }, [out(1, log), endOfLog(2)]);
      expect(verdict.diagnosis?.cause).toBe(cause);
    },
  );

  test('is not shown where a known failure explains the end', () => {
    expect(near('Login: ', 'login: \nKernel panic - not syncing: x\n')).not.toContainEqual(
      expect.stringContaining('closest'),
    );
  });

  test('is safe to show', () => {
    expect(near('Login: ', `login: ${'x'.repeat(20_000)}\n`)[0]?.length).toBeLessThan(5000);
  });
});

describe('what is kept of a stream', () => {
  const lines = (count: number, chunk: number): ReturnType<Transcript['lines']> => {
    const transcript = new Transcript();
    const bytes = Buffer.from(Array.from({ length: count }, (_, index) => `line ${index + 1}\n`).join(''));
    for (let at = 0; at < bytes.length; at += chunk) transcript.keep(bytes.subarray(at, at + chunk));
    return transcript.lines(count);
  };

  test.each([1, 7, 65_536])('is all of a short one, in pieces of %d bytes', (chunk) => {
    expect(lines(1000, chunk)).toEqual(
      Array.from({ length: 1000 }, (_, index) => ({ line: index + 1, text: `line ${index + 1}` })),
    );
  });

  test.each([1000, 65_536])('is the beginning and the end of a long one, in pieces of %d bytes', (chunk) => {
    const kept = lines(100_000, chunk);
    expect(kept[0]).toEqual({ line: 1, text: 'line 1' });
    expect(kept.at(-1)).toEqual({ line: 100_000, text: 'line 100000' });
    expect(kept.length).toBeLessThan(60_000);
    const wrong = kept.filter(({ line, text }) => text.length > 10 && text !== `line ${line}`);
    expect(wrong).toEqual([]);
  });
});
