/** The history keeps what was there, whoever writes meanwhile and however a writer ends. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { History, readHistory } from '../../src/report/history.ts';
import { historyRun } from '../support/history-runs.ts';
import { scratchDirectory } from '../support/scratch.ts';

const base = scratchDirectory('history');
const place = (name: string): string => join(base, name);
const reasons = (path: string): string[] => readHistory(path).runs.map(({ reason }) => reason);

test('a file gets a line for each run, after those that it has', () => {
  const file = place('new/directory/runs.jsonl');
  for (const reason of ['first', 'second']) new History(file).add(historyRun({ reason }));
  expect(readFileSync(file, 'utf8').match(/\n/g)).toHaveLength(2);
  expect(reasons(file)).toEqual(['first', 'second']);
});

test('a directory gets a file for each scenario', () => {
  const directory = place('nightly');
  const history = new History(directory);
  for (const scenario of ['Boot: a TD', 'other', 'Boot: a TD']) history.add(historyRun({ scenario }));
  expect(readdirSync(directory).sort()).toEqual(['boot-a-td.jsonl', 'other.jsonl']);
  expect(readHistory(directory).runs).toHaveLength(3);
});

test('half of a line is told, stays, and costs no other line', () => {
  const file = place('torn.jsonl');
  const history = new History(file);
  history.add(historyRun({ reason: 'first' }));
  const half = JSON.stringify(historyRun()).slice(0, 100);
  appendFileSync(file, half);
  expect(readHistory(file).unread).toEqual([
    { text: expect.stringMatching(/torn\.jsonl:2: the line is cut/), behind: 0 },
  ]);
  history.add(historyRun({ reason: 'third' }));
  expect(reasons(file)).toEqual(['first', 'third']);
  expect(readHistory(file).unread).toMatchObject([{ behind: 1 }]);
  expect(readFileSync(file, 'utf8')).toContain(half);
});

test('a file without a run: its line may be the newest run of any scenario', () => {
  const directory = place('one-lost');
  new History(directory).add(historyRun());
  writeFileSync(join(directory, 'other.jsonl'), '{"cut');
  expect(readHistory(directory).unread).toMatchObject([{ behind: 0 }]);
});

test('four processes write at once: every line is whole', async () => {
  const file = place('many.jsonl');
  const source = resolve(import.meta.dirname, '../../src/report/history.ts');
  const line = historyRun({ reason: 'x'.repeat(20_000) });
  const program = `
    const { History } = await import(${JSON.stringify(source)});
    const history = new History(${JSON.stringify(file)});
    for (let i = 0; i < 50; i++) history.add(${JSON.stringify(line)});`;
  const ends = Array.from({ length: 4 }, () =>
    once(spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' }), 'exit'),
  );
  expect((await Promise.all(ends)).map(([code]) => code)).toEqual([0, 0, 0, 0]);
  const { runs, unread } = readHistory(file);
  expect([runs.length, unread]).toEqual([200, []]);
});

describe('bad input', () => {
  test.each<[string, string, string]>([
    ['an empty file', '', 'has no run'],
    ['another file', '{"version":2,"scenario":"a"}\n', 'is of version 2'],
    ['a line that lacks something', '{"version":1}\n', 'the line is no run of a history (scenario'],
    ['no JSON', 'hello\n', 'cut or no JSON'],
  ])('%s', (name, text, message) => {
    const file = place(`${name}.jsonl`);
    writeFileSync(file, text);
    expect(() => readHistory(file)).toThrow(message);
  });

  test('a path that cannot be written is refused at once', () => {
    const file = place('results.json');
    writeFileSync(file, '');
    expect(() => new History(file)).toThrow(/cannot write the history .*results\.json: exists already$/);
    mkdirSync(place('directory.jsonl'));
    expect(() => new History(place('directory.jsonl'))).toThrow('directory.jsonl: is a directory');
    expect(existsSync(place('directory.jsonl'))).toBe(true);
  });
});
