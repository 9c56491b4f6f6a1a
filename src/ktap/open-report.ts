/** A report while its lines are read, apart from its tree: what it counts, and what is wrong with it. */

import { given } from '../words/given.ts';
import { Bound } from './bound.ts';
import type { TestCounts, TestProblem } from './report.ts';

/** Problems that are kept; beyond, those that fail the run are kept, up to as many again. */
const MOST_PROBLEMS = 100;

/** Why a failure that this text reports is allowed; undefined: it is not. */
export type Allowed = (text: string) => string | undefined;

export class OpenReport {
  /** As the report names itself. */
  readonly format: string;
  /** The line on which it began, from 1. */
  readonly line: number;
  readonly counts: Record<keyof TestCounts, number> = { passed: 0, failed: 0, skipped: 0, todo: 0 };
  readonly problems: TestProblem[] = [];
  /** Whether its results have numbers: then other lines that begin with "ok" are none. Undefined before the first. */
  numbered: boolean | undefined;
  /** It began with a suite of KUnit, whose number may be any: see {@link Level.begins}. */
  headless = false;
  /** It has had subtests. */
  nested = false;
  /** How many tests are not in its tree. */
  omitted = 0;
  readonly #allowed: Allowed;
  readonly #bound = new Bound(MOST_PROBLEMS);

  constructor(format: string, line: number, allowed: Allowed) {
    this.format = format;
    this.line = line;
    this.numbered = format.startsWith('KTAP') ? true : undefined;
    this.#allowed = allowed;
  }

  /** @param text what is wrong, in a sentence; undefined: nothing */
  note(kind: TestProblem['kind'], text: string | undefined, line: number): void {
    if (text === undefined) return;
    const allowed = this.#allowed(text);
    if (this.#bound.takes(allowed === undefined))
      this.problems.push({ kind, text, line, ...given({ allowed }) });
  }
}
