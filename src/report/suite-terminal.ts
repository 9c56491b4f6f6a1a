/** Shows a suite: a line when an entry starts or waits, its verdict when it ends, and a list of what was not passed. */

import type { Consumer } from '../boot/delivery.ts';
import { formatDuration } from '../judge/diagnosis/hints.ts';
import type { Entry, EntryResult } from '../suite/suite.ts';
import type { Printer, Style } from './printer.ts';
import { describeVerdict } from './words.ts';

/** A printer, or the log of a job. */
export type Lines = Pick<Printer, 'line' | 'lines' | 'drained'>;

export class SuiteTerminal {
  readonly #printer: Lines;
  readonly #numbers = new Map<string, number>();

  constructor(printer: Lines) {
    this.#printer = printer;
  }

  begins(entries: readonly Entry[]): void {
    for (const [index, { name }] of entries.entries()) this.#numbers.set(name, index + 1);
  }

  waits({ name }: Entry, reason: string): void {
    this.#printer.line(`${this.#number(name)} ${name} waits: ${reason}`, { style: 'gray' });
  }

  /** Says that an attempt starts. @returns who is told of its verdict */
  starts({ name }: Entry, attempt: number): Consumer {
    const again = attempt === 1 ? '' : ` again (attempt ${attempt})`;
    this.#printer.line(`${this.#number(name)} ${name} starts${again}`, { style: 'cyan' });
    return {
      name: 'the terminal',
      on: (event) => {
        if (event.type !== 'verdict') return;
        const [head = '', ...rest] = describeVerdict(name, event.verdict);
        const style: Style = event.verdict.verdict === 'passed' ? 'green' : 'red';
        this.#printer.line(`${this.#number(name)} ${head}`, { style });
        this.#printer.lines(rest);
        return this.#printer.drained();
      },
    };
  }

  /** The whole, last. */
  ends(results: readonly EntryResult[], time: number): void {
    for (const { name, verdict, flaky, attempts } of results) {
      if (verdict === 'passed' && !flaky) continue;
      const last = attempts.at(-1);
      const why = flaky
        ? `after: ${attempts[0]?.reason ?? ''}`
        : (last?.reason ?? 'the suite was ended before');
      this.#printer.line(`${flaky ? 'flaky' : verdict}: ${name}: ${why}`, {
        style: flaky ? 'yellow' : 'red',
      });
    }
    this.#printer.line(`${describeCounts(results)}, ${formatDuration(time)}`);
  }

  #number(name: string): string {
    return `[${this.#numbers.get(name)}/${this.#numbers.size}]`;
  }
}

/** What becomes of an entry; each is counted once, so that a flaky one is not counted as passed. */
export const KINDS = ['passed', 'flaky', 'failed', 'errored', 'not-run'] as const;

type Counted = Pick<EntryResult, 'verdict' | 'flaky'>;

export function countKinds(results: readonly Counted[]): Record<(typeof KINDS)[number], number> {
  const counts = { passed: 0, flaky: 0, failed: 0, errored: 0, 'not-run': 0 };
  for (const { verdict, flaky } of results) counts[flaky ? 'flaky' : verdict]++;
  return counts;
}

/** `4 scenarios: 2 passed, 1 flaky, 1 failed`. */
export function describeCounts(results: readonly Counted[]): string {
  const counts = countKinds(results);
  const parts = KINDS.flatMap((kind) => {
    const words = kind === 'not-run' ? 'not run' : kind;
    return counts[kind] === 0 ? [] : [`${counts[kind]} ${words}`];
  });
  return `${results.length} ${results.length === 1 ? 'scenario' : 'scenarios'}: ${parts.join(', ')}`;
}
