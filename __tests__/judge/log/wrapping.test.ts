/** What carried a log here changes nothing of what is wrong with it. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { LogReader } from '../../../src/judge/log.ts';
import { GOLDENS } from '../goldens/index.ts';
import { THREADS } from '../threads/index.ts';
import { WRAPPINGS } from './wrappings.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

interface Log {
  readonly name: string;
  readonly lines: readonly string[];
}

const LOGS: readonly Log[] = [
  ...['cases.json', 'cases-2.json'].flatMap((file) => {
    const { cases, controls = [] } = JSON.parse(readFileSync(new URL(`corpus/${file}`, FIXTURES), 'utf8'));
    return [...cases, ...controls].map(({ id, signs, lines }) => ({ name: id, lines: signs ?? lines }));
  }),
  ...THREADS.map(({ name, log }) => ({ name, lines: log })),
  ...readdirSync(new URL('vmm/', FIXTURES)).map((name) => ({
    name,
    lines: readFileSync(new URL(`vmm/${name}`, FIXTURES), 'utf8')
      .trimEnd()
      .split('\n'),
  })),
];

function told(log: Buffer): string {
  const reader = new LogReader('mixed');
  reader.push(log);
  const { answer, phase, diagnosis } = reader.end();
  return [answer, diagnosis?.phase ?? phase, diagnosis?.cause].join(' ');
}

const BARE = LOGS.map(({ lines }) => told(Buffer.from(`${lines.join('\n')}\n`)));

describe('the diagnosis of a log is the same', () => {
  test.each(WRAPPINGS)('$name ($source)', ({ wrap }) => {
    const changed = LOGS.flatMap(({ name, lines }, index) => {
      const wrapped = wrap(lines);
      const now = wrapped === undefined ? BARE[index] : told(wrapped);
      return now === BARE[index] ? [] : [{ name, was: BARE[index], now }];
    });
    expect(changed).toEqual([]);
  });
});

/** Words that begin a sentence are no machine, and the words behind them are no program. */
describe('a line means the same behind the date of', () => {
  const sentences = [
    'Assertion failed: flux',
    'Failed opening: no such flux',
    'dial tcp: lookup kbs.example on 10.0.0.10:53: no such host',
    'RTMR2 mismatch: expected=00, actual=11',
    'make[2]: the flux failed',
    'systemd[1]: Failed to set up the flux',
    'failed command-late: step 1: "t" did not end within 100 ms',
  ];
  const lines = [...sentences, ...GOLDENS.filter(({ stream }) => stream !== 'build').map(({ line }) => line)];

  test.each([
    ['GitHub', '2026-11-27T10:00:00.1234567Z '],
    ['Go', '2026/11/27 10:00:00 '],
  ])('%s', (_, date) => {
    const changed = lines.flatMap((line) => {
      const was = told(Buffer.from(`${line}\n`));
      const now = told(Buffer.from(`${date}${line}\n`));
      return now === was ? [] : [{ line, was, now }];
    });
    expect(changed).toEqual([]);
  });
});
