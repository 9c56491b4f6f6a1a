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
  /** The needles that make an item possible. */
  readonly needles: readonly number[];
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
  const common = commons.get(catalog) ?? commonOf(catalog);
  commons.set(catalog, common);
  const numbers = new Map(common.numbers);
  const expects = rules.steps.flatMap(stepExpects);
  const tables = {
    ...common.tables,
    facts: tableOf<Fact>(rules.measurements === undefined ? [] : FACTS, numbers),
    forbids: candidates(rules.forbid, numbers),
    expects: candidates(expects, numbers),
  };
  const everyLine = [...rules.forbid, ...expects].some((item) => item.pattern.needles === undefined);
  const automaton = automatonOf([...numbers.keys()]);
  return { ...tables, automaton, everyLine, tablesOf: tablesByNeedle(tables, numbers.size) };
}

/** What every scenario looks for, and the needles of that with their numbers. */
interface Common {
  readonly tables: Omit<Tables, 'facts' | 'forbids' | 'expects'>;
  readonly numbers: ReadonlyMap<string, number>;
}

type Tables = Pick<Rulebook, keyof typeof TABLES>;

/** By their catalog: each judge of a process has the same. */
const commons = new WeakMap<readonly Signature[], Common>();

function commonOf(catalog: readonly Signature[]): Common {
  const numbers = new Map<string, number>();
  const tables = {
    signatures: tableOf(catalog, numbers),
    before: tableOf(linesBefore(catalog), numbers),
    milestones: tableOf<Milestone>(MILESTONES, numbers),
    reports: tableOf(REPORT_MARKS, numbers),
    remarks: tableOf(REMARK_MARKS, numbers),
  };
  return { tables, numbers };
}

/** The automaton made last: scenarios that are judged one after the other mostly look for the same texts. */
let made: { readonly needles: string; readonly automaton: Automaton } | undefined;

function automatonOf(needles: readonly string[]): Automaton {
  const all = needles.join('\n');
  if (made?.needles !== all) made = { needles: all, automaton: buildAutomaton(needles) };
  return made.automaton;
}

/** Whether the tables are those of test reports and no others. */
export function onlyTests(tables: number): boolean {
  return tables !== 0 && (tables & ~TESTS) === 0;
}

function tablesByNeedle(tables: Tables, needles: number): Rulebook['tablesOf'] {
  const byNeedle = new Uint8Array(needles);
  let always = 0;
  for (const [name, bit] of Object.entries(TABLES)) {
    const table = tables[name as keyof typeof TABLES];
    if (table.of([]).length > 0) always |= bit;
    for (const needle of table.needles) byNeedle[needle] = (byNeedle[needle] as number) | bit;
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
  const compiled = entries.map((entry) => ({ entry, pattern: trustedPattern(entry.pattern) }));
  return candidates(compiled, numbers);
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
    needles: [...byNeedle.keys()],
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

/** Merges two ascending lists of numbers. */
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
