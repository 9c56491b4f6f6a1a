/** All tables that a log is read with, compiled into one automaton. */

import { type Automaton, buildAutomaton } from '../../console/automaton.ts';
import { EVERY_ROW, HOST_SIGNS, MILESTONES } from '../catalog/index.ts';
import { type Candidates, type Compiled, tableOf } from '../rulebook.ts';
import { type HostSign, type LineBefore, linesBefore, type Milestone, type Signature } from '../signature.ts';
import { TRAITS, type Trait } from './boots.ts';
import { COMPLAINTS, type Complaint } from './complaints.ts';
import { SHAPES, type Shape } from './speakers.ts';

/** A kernel says that it goes down, or starts another one. */
export interface Leave {
  /** The guest ended as it should, or has done what it had to do. */
  readonly good: boolean;
  readonly pattern: RegExp;
}

const LEAVES: readonly Leave[] = [
  {
    good: true,
    pattern:
      /reboot: (?:Power down|System halted)|Preparing to enter system sleep state S5|tdx-boot probe: done|Total run \d+ tests; \d+ passed; 0 failed/,
  },
  {
    good: false,
    pattern:
      /reboot: (?:Restarting system|machine restart)|kexec(?:_core)?: Starting new kernel|I'm in purgatory|Rebooting in \d+ seconds/,
  },
];

export interface LogBook {
  readonly automaton: Automaton;
  readonly signatures: Candidates<Compiled<Signature>>;
  readonly before: Candidates<Compiled<LineBefore>>;
  readonly milestones: Candidates<Compiled<Milestone>>;
  readonly signs: Candidates<Compiled<HostSign>>;
  readonly traits: Candidates<Compiled<Trait>>;
  readonly shapes: Candidates<Compiled<Shape>>;
  readonly complaints: Candidates<Compiled<Complaint>>;
  readonly leaves: Candidates<Compiled<Leave>>;
  /** Whether the needles announce nothing but who speaks. */
  onlyShapes(hits: readonly number[]): boolean;
}

/** Compiled once: the tables do not change. */
let compiled: LogBook | undefined;

export function logBook(): LogBook {
  compiled ??= compileLogBook();
  return compiled;
}

function compileLogBook(): LogBook {
  const needles = new Map<string, number>();
  const tables = {
    signatures: tableOf<Signature>(EVERY_ROW, needles),
    before: tableOf(linesBefore(EVERY_ROW), needles),
    milestones: tableOf<Milestone>(MILESTONES, needles),
    signs: tableOf<HostSign>(HOST_SIGNS, needles),
    traits: tableOf<Trait>(TRAITS, needles),
    complaints: tableOf<Complaint>(COMPLAINTS, needles),
    leaves: tableOf<Leave>(LEAVES, needles),
  };
  const ofOthers = needles.size;
  const shapes = tableOf<Shape>(SHAPES, needles);
  const automaton = buildAutomaton([...needles.keys()]);
  const onlyShapes = (hits: readonly number[]): boolean => {
    for (const needle of hits) if (needle < ofOthers) return false;
    return true;
  };
  return { ...tables, shapes, automaton, onlyShapes };
}

/** The first entry of a table that the line fits. */
export function firstMatch<T extends { readonly pattern: RegExp; readonly unless?: RegExp }>(
  table: Candidates<Compiled<T>>,
  hits: readonly number[],
  text: string,
  wanted: (entry: T) => boolean = () => true,
): T | undefined {
  for (const index of table.of(hits)) {
    const known = table.items[index];
    if (known === undefined || !wanted(known.entry) || known.pattern.exec(text, 0) === undefined) continue;
    if (known.entry.unless?.test(text) !== true) return known.entry;
  }
  return undefined;
}
