/** Public cases of Trust Domain boots: the diagnosis names phase and cause, whoever wrote the lines and however they are pasted. */

import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { LogReader, type LogReport } from '../../src/judge/log.ts';
import { PHASES } from '../../src/words/words.ts';
import { GOLDENS, HARMLESS } from './goldens/index.ts';
import { THREADS } from './threads/index.ts';

interface Case {
  readonly id: string;
  readonly source: string;
  readonly outcome: 'ok' | 'fail';
  readonly phase: string;
  readonly cause: string | null;
  readonly signs: readonly string[];
}

interface WholeCase {
  readonly id: string;
  readonly phase?: string;
  readonly lines: readonly string[];
}

const CASES: readonly Case[] = corpus('cases.json').cases;
const SECOND: { readonly cases: readonly WholeCase[]; readonly controls: readonly WholeCase[] } =
  corpus('cases-2.json');

function corpus(file: string) {
  return JSON.parse(readFileSync(new URL(`../fixtures/corpus/${file}`, import.meta.url), 'utf8'));
}

function read(
  lines: readonly string[],
  source: ConstructorParameters<typeof LogReader>[0] = 'mixed',
): LogReport {
  const reader = new LogReader(source);
  reader.push(Buffer.from(`${lines.join('\n')}\n`));
  return reader.end();
}

/** Where it stopped or got to, and the cause. */
function summary({ phase, diagnosis }: LogReport): { phase: string | undefined; cause: string | null } {
  return { phase: diagnosis?.phase ?? phase, cause: diagnosis?.cause ?? null };
}

const scores = new Map<string, { right: number; all: number }>(
  PHASES.map((phase) => [phase, { right: 0, all: 0 }]),
);

function score(phase: string, right: boolean): void {
  const count = scores.get(phase);
  if (count === undefined) return;
  count.all++;
  if (right) count.right++;
}

describe('the corpus', () => {
  test.each(CASES)('$id', ({ outcome, phase, cause, signs }) => {
    const found = summary(read(signs));
    score(phase, found.phase === phase && (found.cause === null) === (outcome === 'ok'));
    expect(found).toEqual({ phase, cause });
  });
});

describe('the second corpus', () => {
  test.each(SECOND.cases)('$id is never called sound', ({ lines, phase }) => {
    const report = read(lines);
    expect(report.answer).not.toBe('nothing-wrong');
    if (phase !== undefined) expect(report.diagnosis?.phase).toBe(phase);
  });

  test.each([
    ['control-b1-benign-vmm', 'userspace', null],
    ['control-b2-only-warnings', 'vmm', null],
    ['control-v5b-ch-new', 'vmm', 'ch-tdx-hob'],
    ['control-w3-gha', 'kernel', 'linux-null-pointer'],
  ])('%s stays as it is', (id, phase, cause) => {
    const control = SECOND.controls.find((known) => known.id === id);
    expect(summary(read(control?.lines ?? []))).toEqual({ phase, cause });
  });
});

/** Lines before and after the deciding one that people paste. */
const AROUND = 15;

/** Whoever reads an excerpt says the same, or is not sure. */
function expectExcerptToAgree(lines: readonly string[]): void {
  const { diagnosis } = read(lines);
  const at = diagnosis?.evidence[0]?.line;
  if (diagnosis === undefined || at === undefined) return;
  const { diagnosis: again } = read(lines.slice(Math.max(0, at - 1 - AROUND), at + AROUND));
  const { phase, cause } = diagnosis;
  if (again?.certainty !== 'known') return;
  expect(again).toMatchObject({ phase, cause });
}

describe('an excerpt around the deciding line says the same, or is not sure', () => {
  test.each(CASES.filter(({ outcome }) => outcome === 'fail'))('$id', ({ signs }) =>
    expectExcerptToAgree(signs),
  );
  test.each(SECOND.cases)('$id', ({ lines }) => expectExcerptToAgree(lines));
  test.each(THREADS)('$phase: $name', ({ log }) => expectExcerptToAgree(log));
});

describe('logs in the shape of public threads', () => {
  test.each(THREADS)('$phase: $name', ({ log, phase, cause = null }) => {
    const found = summary(read(log));
    score(phase, found.phase === phase && (found.cause === null) === (cause === null));
    expect(found).toEqual({ phase, cause });
  });

  test.each(THREADS)('quoted, with CR LF and other times: $name', ({ log, phase, cause = null }) => {
    const pasted = log.map((line) => `> ${line.replace(/^\[ *\d+\.\d+\]/, '[12345.678901]')}\r`);
    expect(summary(read(pasted))).toEqual({ phase, cause });
  });

  test('have a source each, as the corpus has', () => {
    expect([...THREADS, ...CASES].filter(({ source }) => source.length < 3)).toEqual([]);
  });
});

describe('a log of one source', () => {
  test.each(GOLDENS.filter(({ line }) => line.trim() !== ''))(
    '$id is found where it belongs',
    ({ id, line, before, stream = 'console' }) => {
      const lines = before === undefined ? [line] : [before, line];
      expect(read(lines, stream).sightings.map((sighting) => sighting.id)).toEqual([id]);
    },
  );

  // A host's log may say all that a Linux can say.
  test.each(HARMLESS.filter(({ stream }) => stream !== 'host'))(
    'nothing is found in: $line',
    ({ line, stream = 'console' }) => {
      expect(read([line], stream).sightings).toEqual([]);
    },
  );

  test('a guest cannot speak for its VMM or host', () => {
    const lines = ['qemu-system-x86_64: vm-type tdx not supported by KVM', 'virt/tdx: module not loaded'];
    expect(read(lines, 'console')).toMatchObject({ diagnosis: { phase: 'userspace' }, sightings: [] });
  });
});

test.each([
  ['an empty log of a guest', 'mixed', [], { phase: 'firmware', cause: 'no-output' }],
  ['an empty log of a VMM', 'vmm', [], { phase: 'vmm', cause: null }],
  [
    'a log that nobody knows',
    'mixed',
    ['Lorem ipsum dolor sit amet'],
    { phase: 'host', cause: 'no-boot-shown' },
  ],
] as const)('%s', (_, source, lines, expected) => {
  const reader = new LogReader(source);
  for (const line of lines) reader.push(Buffer.from(line));
  expect(summary(reader.end())).toEqual(expected);
});

test('a log without end costs no memory', () => {
  const reader = new LogReader('mixed');
  for (let round = 0; round < 3000; round++)
    reader.push(Buffer.from('kvm: vm-type tdx not supported by KVM\n'));
  expect(reader.end().sightings.length).toBe(1000);
});

afterAll(() => {
  const lines = [...scores].map(([phase, { right, all }]) => `  ${phase.padEnd(10)} ${right} of ${all}`);
  process.stdout.write(`Diagnosis, phase and outcome right:\n${lines.join('\n')}\n`);
});
