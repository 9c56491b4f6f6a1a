/** Which tables of the rulebook a line concerns: the judge tries no others, so a table that is missing here is never read. */

import { describe, expect, test } from '@jest/globals';
import { LineScanner } from '../../src/console/scanner.ts';
import { compileRules, onlyTests, type Rulebook, TABLES } from '../../src/judge/rulebook.ts';
import { expects, forbids, rules } from '../support/rules.ts';

const BOOK = compileRules(
  rules([expects('login: '), expects('Kernel panic')], { forbid: [forbids('ok 7')], measurements: [] }),
);

describe('a line concerns the tables', () => {
  test.each<[string, (keyof typeof TABLES)[]]>([
    ['debian login: ', ['expects']],
    ['Kernel panic - not syncing: Attempted to kill init!', ['signatures', 'expects']],
    ['Linux version 6.12.0 (gcc) #1 SMP', ['milestones']],
    ['ok 7 suite', ['forbids', 'reports']],
    ['ok 8 suite', ['reports']],
    ['# cc.measurement.mrtd: 00', ['facts', 'remarks']],
    ['# why', ['remarks']],
  ])('of %j: %j at least', (line, wanted) => {
    const tables = BOOK.tablesOf(hitsOf(BOOK, line));
    expect(namesOf(tables)).toEqual(expect.arrayContaining(wanted));
    expect(onlyTests(tables)).toBe(wanted.every((name) => name === 'reports' || name === 'remarks'));
  });

  test('of a line without a needle: none', () => {
    expect(BOOK.tablesOf([])).toBe(0);
    expect(onlyTests(0)).toBe(false);
  });

  test('of each line: those of a pattern that has no needle', () => {
    const book = compileRules(rules([expects('/^\\d+$/')]));
    expect(namesOf(book.tablesOf([]))).toEqual(['expects']);
    expect(onlyTests(book.tablesOf(hitsOf(book, 'ok 1 a')))).toBe(false);
  });

  test('and of each book to its own texts, whatever other books look for', () => {
    const [one, same, other] = [['a-c'], ['a-c'], ['b-d']].map((texts) =>
      compileRules(rules(texts.map((text) => expects(text)))),
    );
    expect(same?.automaton).toBe(one?.automaton);
    for (const [book, text] of [
      [one, 'a-c'],
      [other, 'b-d'],
    ] as const) {
      expect(book && namesOf(book.tablesOf(hitsOf(book, text)))).toEqual(['expects']);
    }
    expect(one && hitsOf(one, 'b-d')).toEqual([]);
  });

  test('that its needles announce, for every row of the catalog', () => {
    const needles = BOOK.signatures.items.flatMap(({ pattern }) => pattern.needles ?? []);
    const tables = hitsOfEach(BOOK, needles).map((hits) => BOOK.tablesOf(hits));
    expect(needles.filter((_, index) => ((tables[index] ?? 0) & TABLES.signatures) === 0)).toEqual([]);
  });
});

function hitsOf(book: Rulebook, line: string): readonly number[] {
  return hitsOfEach(book, [line])[0] ?? [];
}

function hitsOfEach(book: Rulebook, lines: readonly string[]): (readonly number[])[] {
  const all: (readonly number[])[] = [];
  const note = (seen: { readonly hits: readonly number[] }): void => {
    all.push([...seen.hits]);
  };
  const scanner = new LineScanner(book.automaton, { everyLine: true, onLine: note, onWipe: note });
  scanner.push(Buffer.from(`${lines.join('\n')}\n`));
  return all;
}

function namesOf(tables: number): string[] {
  return Object.entries(TABLES).flatMap(([name, bit]) => ((tables & bit) === 0 ? [] : [name]));
}
