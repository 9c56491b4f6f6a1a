/** Everything that can be recognised in a line, compiled once: which needle makes which pattern a candidate. */

import { type Automaton, buildAutomaton } from '../console/automaton.ts';
import { type Pattern, trustedPattern } from '../console/pattern.ts';
import type { Expect, Forbid, JudgeRules, Step } from '../scenario/scenario.ts';
import { MILESTONES, SIGNATURES } from './catalog/index.ts';
import { FACTS, type Fact } from './shown.ts';
import { type LineBefore, linesBefore, type Milestone, type Signature } from './signature.ts';
import { REMARK_MARKS, REPORT_MARKS } from './tests.ts';

/** Patterns of one kind with the needles that announce them. */
export interface Candidates<T> {
  readonly items: readonly T[];
  /** Indexes into `items`, ascending and unique, that the needles make possible. */
  of(hits: readonly number[]): readonly number[];
  /** Whether a needle makes any item possible; without a needle: whether any item is possible in every line. */
  announcedBy(needle?: number): boolean;
}

/** The tables of a rulebook, one bit each. */
export const TABLES = {
  signatures: 1,
  milestones: 2,
  facts: 4,
  forbids: 8,
  expects: 16,
  reports: 32,
  remarks: 64,
  before: 128,
} as const;
const TESTS = TABLES.reports | TABLES.remarks;

export interface Compiled<T> {
  readonly entry: T;
  readonly pattern: Pattern;
}

export interface Rulebook {
  readonly automaton: Automaton;
  readonly signatures: Candidates<Compiled<Signature>>;
  /** What the line before has to say where a row asks for that. */
  readonly before: Candidates<Compiled<LineBefore>>;
  readonly milestones: Candidates<Compiled<Milestone>>;
  /** What the probe says of a TD's measurements; nothing where nothing is asserted of them. */
  readonly facts: Candidates<Compiled<Fact>>;
  /** What a line of a test report has in it. */
  readonly reports: Candidates<{ readonly pattern: Pattern }>;
  readonly remarks: Candidates<{ readonly pattern: Pattern }>;
  readonly forbids: Candidates<Forbid>;
  readonly expects: Candidates<Expect>;
  /** True when some pattern of the user's has no needle, so that every line has to be looked at. */
  readonly everyLine: boolean;
  /** The tables that may have something to say of a line, as bits of {@link TABLES}: most lines concern one. */
  tablesOf(hits: readonly number[]): number;
}

function stepExpects(step: Step): readonly Expect[] {
  if (step.kind === 'expect') return [step];
  if (step.kind === 'any-order') return step.expects;
  return step.kind === 'run' && step.output !== undefined ? [step.output] : [];
}

/** Compiles the catalog and the scenario's own patterns into one automaton. */
export function compileRules(
  rules: Pick<JudgeRules, 'steps' | 'forbid' | 'measurements'>,
  catalog: readonly Signature[] = SIGNATURES,
): Rulebook {
  const numbers = new Map<string, number>();
  const expects = rules.steps.flatMap(stepExpects);
  const collect = <T extends { readonly pattern: Pattern }>(items: readonly T[]): Candidates<T> =>
    candidates(items, numbers);
  const tables = {
    signatures: collect(compiled<Signature>(catalog)),
    before: collect(compiled(linesBefore(catalog))),
    milestones: collect(compiled<Milestone>(MILESTONES)),
    facts: collect(rules.measurements === undefined ? [] : compiled<Fact>(FACTS)),
    forbids: collect(rules.forbid),
    expects: collect(expects),
    reports: collect(compiled(REPORT_MARKS)),
    remarks: collect(compiled(REMARK_MARKS)),
  };
  const everyLine = [...rules.forbid, ...expects].some((item) => item.pattern.needles === undefined);
  const automaton = automatonOf([...numbers.keys()]);
  return { ...tables, automaton, everyLine, tablesOf: tablesByNeedle(tables, numbers.size) };
}

/** Whether the tables are those of test reports and no others. */
export function onlyTests(tables: number): boolean {
  return tables !== 0 && (tables & ~TESTS) === 0;
}

/** The table of the last judge: 7 MB, and most of what a judge takes to begin. */
let last: { readonly needles: readonly string[]; readonly automaton: Automaton } | undefined;

/** Judges of one process mostly look for the same: the boots of a suite, and the attempts of one of them. */
function automatonOf(needles: readonly string[]): Automaton {
  const isSame =
    last?.needles.length === needles.length &&
    needles.every((needle, index) => needle === last?.needles[index]);
  if (last === undefined || !isSame) last = { needles, automaton: buildAutomaton(needles) };
  return last.automaton;
}

function tablesByNeedle(
  tables: Readonly<Record<keyof typeof TABLES, Candidates<unknown>>>,
  needles: number,
): Rulebook['tablesOf'] {
  const byNeedle = new Uint8Array(needles);
  let always = 0;
  for (const name of Object.keys(tables) as (keyof typeof TABLES)[]) {
    const bit = TABLES[name];
    const { [name]: table } = tables;
    if (table.announcedBy()) always |= bit;
    byNeedle.forEach((bits, needle) => {
      if (table.announcedBy(needle)) byNeedle[needle] = bits | bit;
    });
  }
  return (hits) => {
    let found = always;
    for (const hit of hits) found |= byNeedle[hit] as number;
    return found;
  };
}

/**
 * A table of tdx-boot itself, compiled.
 * @param numbers the needles so far, each with its number; takes those of this table
 */
export function tableOf<T extends { readonly pattern: RegExp }>(
  entries: readonly T[],
  numbers: Map<string, number>,
): Candidates<Compiled<T>> {
  return candidates(compiled(entries), numbers);
}

function compiled<T extends { readonly pattern: RegExp }>(entries: readonly T[]): Compiled<T>[] {
  return entries.map((entry) => ({ entry, pattern: trustedPattern(entry.pattern) }));
}

/** Gives each needle a number (shared by all kinds) and remembers whom it announces. */
function candidates<T extends { readonly pattern: Pattern }>(
  items: readonly T[],
  numbers: Map<string, number>,
): Candidates<T> {
  const byNeedle = new Map<number, number[]>();
  const always: number[] = [];
  for (const [index, { pattern }] of items.entries()) {
    if (pattern.needles === undefined) always.push(index);
    for (const needle of pattern.needles ?? []) {
      const number = numbers.get(needle) ?? numbers.size;
      numbers.set(needle, number);
      const mine = byNeedle.get(number) ?? [];
      byNeedle.set(number, mine);
      if (mine.at(-1) !== index) mine.push(index);
    }
  }
  // An array without holes: V8 turns a sparse one into a hash table, and this is read for every line with a needle.
  const announced = Array.from(numbers.values(), (number) => byNeedle.get(number));
  return {
    items,
    announcedBy: (needle) => (needle === undefined ? always.length > 0 : announced[needle] !== undefined),
    of(hits) {
      let found: readonly number[] | undefined;
      for (const hit of hits) {
        const mine = announced[hit];
        if (mine !== undefined) found = found === undefined ? mine : union(found, mine);
      }
      if (found === undefined) return always;
      return always.length === 0 ? found : union(found, always);
    },
  };
}

/** Of two ascending lists, all numbers in one. */
function union(a: readonly number[], b: readonly number[]): readonly number[] {
  const all: number[] = [];
  let inA = 0;
  let inB = 0;
  while (inA < a.length || inB < b.length) {
    const x = a[inA] ?? Number.POSITIVE_INFINITY;
    const y = b[inB] ?? Number.POSITIVE_INFINITY;
    all.push(Math.min(x, y));
    if (x <= y) inA++;
    if (y <= x) inB++;
  }
  return all;
}
