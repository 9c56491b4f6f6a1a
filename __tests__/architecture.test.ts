/** The floors of docs/architecture.md hold: imports go down, and only the entries know GitHub or the command line. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const SRC = join(import.meta.dirname, '..', 'src');
const FLOORS: Readonly<Record<string, number>> = {
  words: 0,
  console: 1,
  scenario: 1,
  tdx: 1,
  process: 1,
  compat: 2,
  judge: 2,
  lint: 2,
  build: 3,
  guest: 3,
  host: 3,
  vmm: 3,
  prepare: 4,
  boot: 5,
  report: 6,
  action: 7,
  cli: 7,
  // The first thing that the entries call.
  'startup.ts': 7,
};

interface Import {
  readonly from: string;
  readonly to: string;
}

function imports(): Import[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return files.flatMap((from) => {
    const text = readFileSync(join(SRC, from), 'utf8');
    return [...text.matchAll(/from '([^']+)'|import\('([^']+)'\)/g)].map((found) => ({
      from,
      to: found[1] ?? found[2] ?? '',
    }));
  });
}

function room(file: string): string {
  return file.split('/')[0] ?? '';
}

function roomImported({ from, to }: Import): string {
  return room(relative(SRC, resolve(SRC, dirname(from), to)));
}

const all = imports();
const internal = all.filter(({ to }) => to.startsWith('.') && !to.endsWith('/startup.ts'));

describe('architecture', () => {
  test('there is something to check', () => {
    expect(internal.length).toBeGreaterThan(50);
  });

  test('every room has a floor', () => {
    const rooms = new Set(all.map(({ from }) => room(from)).filter((name) => !name.endsWith('.ts')));
    expect([...rooms].filter((name) => FLOORS[name] === undefined)).toEqual([]);
  });

  test('imports go down, or stay in the room or on the floor', () => {
    const up = internal.filter((line) => {
      const here = FLOORS[room(line.from)] ?? -1;
      const there = FLOORS[roomImported(line)] ?? -1;
      return there > here;
    });
    expect(up).toEqual([]);
  });

  test('only the entries know @actions/core or the command line', () => {
    const outside = all.filter(
      ({ from, to }) => /^@actions\/|^commander$/.test(to) && FLOORS[room(from)] !== 7,
    );
    expect(outside).toEqual([]);
  });

  test('measurements are of bytes alone: of Node, src/tdx knows createHash', () => {
    const node = all.filter(({ from, to }) => room(from) === 'tdx' && to.startsWith('node:'));
    expect([...new Set(node.map(({ to }) => to))]).toEqual(['node:crypto']);
    for (const { from } of node) {
      expect(readFileSync(join(SRC, from), 'utf8')).toMatch(/^import \{ createHash \} from 'node:crypto';$/m);
    }
  });

  test('the compatibility table and the lint read no file, host or process', () => {
    const outside = all.filter(
      ({ from, to }) => ['compat', 'lint'].includes(room(from)) && to.startsWith('node:'),
    );
    expect(outside).toEqual([]);
  });

  test('the judge reads no clock, file or process', () => {
    const pure = all.filter(({ from, to }) => room(from) === 'judge' && to.startsWith('node:'));
    expect(pure).toEqual([]);
    const judge = readdirSync(join(SRC, 'judge'), { recursive: true, encoding: 'utf8' });
    for (const name of judge.filter((file) => file.endsWith('.ts'))) {
      const text = readFileSync(join(SRC, 'judge', name), 'utf8');
      expect({ name, clock: /Date\.now|performance\.|setTimeout|process\./.test(text) }).toEqual({
        name,
        clock: false,
      });
    }
  });
});
