/** The floors of docs/architecture.md hold: imports go down, and only the entries know GitHub or the command line. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const SRC = join(import.meta.dirname, '..', 'src');
/** Part of the entries, each of which calls it before it imports anything large. */
const STARTUP = 'startup.ts';
const FLOORS: Readonly<Record<string, number>> = {
  words: 0,
  console: 1,
  ktap: 1,
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
  suite: 6,
  report: 7,
  action: 8,
  cli: 8,
  // What starts the entries.
  'startup.ts': 8,
  'programs.ts': 8,
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
    return [...text.matchAll(/(?:from|import) '([^']+)'|import\('([^']+)'\)/g)].map((found) => ({
      from,
      to: found[1] ?? found[2] ?? '',
    }));
  });
}

function room(file: string): string {
  return file.split('/')[0] ?? '';
}

function roomImported({ from, to }: Import): string {
  return to.startsWith('.') ? room(fileImported(from, to)) : to;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}

function fileImported(from: string, to: string): string {
  return relative(SRC, resolve(SRC, dirname(from), to));
}

type Edge = readonly [from: string, to: string];

function graph(edges: readonly Edge[]): ReadonlyMap<string, readonly string[]> {
  const next = new Map<string, string[]>();
  for (const [from, to] of edges) next.set(from, [...(next.get(from) ?? []), to]);
  return next;
}

/** For each node that can reach itself, the shortest way round: circles of a graph, some of them more than once. */
function circles(next: ReadonlyMap<string, readonly string[]>): string[] {
  return [...next.keys()].flatMap((start) => {
    const ways = new Map((next.get(start) ?? []).map((to) => [to, [start, to]]));
    for (const [at, way] of ways) {
      if (at === start) return [way.join(' → ')];
      for (const to of next.get(at) ?? []) if (!ways.has(to)) ways.set(to, [...way, to]);
    }
    return [];
  });
}

const all = imports();
const internal = all.filter(
  ({ from, to }) => to.startsWith('.') && from !== STARTUP && !to.endsWith(STARTUP),
);

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

  test('no file imports itself in a circle, be it for a type', () => {
    expect(circles(graph(internal.map(({ from, to }) => [from, fileImported(from, to)])))).toEqual([]);
  });

  test('no two rooms import each other, in a circle of any length', () => {
    const between = internal
      .map((line): Edge => [room(line.from), roomImported(line)])
      .filter(([from, to]) => from !== to);
    expect(circles(graph(between))).toEqual([]);
  });

  test('words stand on nothing: no other room, no package, nothing of Node', () => {
    const foreign = all.filter((line) => room(line.from) === 'words' && roomImported(line) !== 'words');
    expect(foreign).toEqual([]);
  });

  test('a module of Node is loaded late by src/startup.ts: for an import() in the script of dist/, Node prints a warning', () => {
    const late = all.filter(({ from }) => readFileSync(join(SRC, from), 'utf8').includes("import('node:"));
    expect(late).toEqual([]);
  });

  test('programs are started in one room', () => {
    const starters = all.filter(({ to }) => /^(node:)?child_process$/.test(to)).map(({ from }) => from);
    // To name the type of a process starts none.
    const starts = starters.filter((from) =>
      /^import (?!type ).*child_process/m.test(readFileSync(join(SRC, from), 'utf8')),
    );
    expect([...new Set(starts.map(room))]).toEqual(['process']);
  });

  test('only the entries know @actions/core or the command line', () => {
    const outside = all.filter(
      ({ from, to }) => /^@actions\/|^commander$/.test(to) && FLOORS[room(from)] !== FLOORS.cli,
    );
    expect(outside).toEqual([]);
  });

  test('one file writes to the job, and one to standard output and standard error', () => {
    const core = all.filter(({ to }) => to === '@actions/core').map(({ from }) => from);
    expect([...new Set(core)]).toEqual(['action/job.ts']);
    const writers = [...new Set(all.map(({ from }) => from))].filter((file) =>
      /\b(?:out|output|error|stdout|stderr|streams?)\.write\(|console\.\w+\(|process\.std(?:out|err)\b/i.test(
        withoutComments(readFileSync(join(SRC, file), 'utf8')),
      ),
    );
    // The entry hands its streams over, output.ts carries what the printer writes to them; the clients of GitHub are programs
    // whose output their parent reads.
    const known = [
      'action/artifact-client.ts',
      'action/cache-client.ts',
      'cli/index.ts',
      'cli/output.ts',
      'report/printer.ts',
    ];
    expect(writers.sort()).toEqual(known);
  });

  test('measurements are of bytes alone: of Node, src/tdx knows hashes and certificates', () => {
    const node = all.filter(({ from, to }) => room(from) === 'tdx' && to.startsWith('node:'));
    expect([...new Set(node.map(({ to }) => to))]).toEqual(['node:crypto']);
    for (const { from } of node) {
      expect(readFileSync(join(SRC, from), 'utf8')).toMatch(
        /^import \{ (?:createHash|X509Certificate|createHash, hash as hashed|createHash, type X509Certificate) \} from 'node:crypto';$/m,
      );
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
      expect({ name, clock: /Date\.now|performance\.|setTimeout|\bprocess\./.test(text) }).toEqual({
        name,
        clock: false,
      });
    }
  });
});
