/**
 * What `diagnose` says of a failure that no row of the catalog knows: each row that knows the deciding line of a golden
 * log is taken out of the catalog, and the log is read again.
 */

import { everyCauseOf } from '../../src/judge/family.ts';
import { type LogBook, logBook } from '../../src/judge/log/book.ts';
import { LogReader, type LogReport } from '../../src/judge/log.ts';
import type { Signature } from '../../src/judge/signature.ts';
import type { Golden } from './golden.ts';

/** What comes in place of the right answer. `shown`: the deciding line is quoted, whatever is made of it. */
export type Outcome =
  | 'shown'
  | 'unknown, by another line'
  | 'likely another cause'
  | 'wrong and confident'
  | 'nothing wrong';

export interface Ablation {
  readonly name: string;
  readonly outcome: Outcome;
  /** The deciding line. */
  readonly line: string;
  /** With the whole catalog, and without the rows. */
  readonly phase: readonly [string, string];
  /** What is said without the rows. */
  readonly said: string;
}

/** Undefined: nothing is wrong, or no row decides. A row that only warns decides nothing. */
export function ablate(golden: Golden): Ablation | undefined {
  const whole = read(golden, logBook());
  const { diagnosis } = whole;
  const deciding = diagnosis?.evidence[0];
  const known = whole.sightings.filter(({ line }) => line === deciding?.line);
  if (diagnosis === undefined || deciding?.line === undefined) return undefined;
  if (known.every(({ severity }) => severity === 'warning')) return undefined;
  const removed = new Set<string>();
  let report = whole;
  for (;;) {
    const more = report.sightings.flatMap(({ id = '', line }) => (line === deciding.line ? [id] : []));
    if (more.length === 0) break;
    for (const id of more) removed.add(id);
    report = read(golden, without(removed));
  }
  const { diagnosis: now, phase } = report;
  return {
    name: golden.name,
    outcome: outcomeOf(report, deciding.line),
    line: deciding.text,
    phase: [diagnosis.phase, now?.phase ?? phase ?? 'none'],
    said: now === undefined ? 'nothing wrong' : `${now.certainty} [${now.cause}] ${now.title}`,
  };
}

/** How often each outcome came, and the share of phases that stayed, from 0 to 1. */
export function summary(ablations: readonly Ablation[]): {
  readonly outcomes: ReadonlyMap<Outcome, number>;
  readonly phase: number;
} {
  const outcomes = new Map<Outcome, number>();
  for (const { outcome } of ablations) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  const kept = ablations.filter(({ phase: [before, after] }) => before === after).length;
  return { outcomes, phase: kept / ablations.length };
}

function outcomeOf({ diagnosis }: LogReport, deciding: number): Outcome {
  if (diagnosis === undefined) return 'nothing wrong';
  if (diagnosis.evidence.some(({ line }) => line === deciding)) return 'shown';
  if (diagnosis.certainty === 'unknown') return 'unknown, by another line';
  return diagnosis.certainty === 'known' ? 'wrong and confident' : 'likely another cause';
}

function read({ log, origin }: Golden, book: LogBook): LogReport {
  const reader = new LogReader(origin, book);
  reader.push(log);
  return reader.end();
}

/** The book without the rows that may give one of these causes. */
function without(causes: ReadonlySet<string>): LogBook {
  const book = logBook();
  const { signatures } = book;
  const isIn = (row: Signature): boolean => !everyCauseOf(row).some(({ id }) => causes.has(id));
  const of = (hits: readonly number[]): number[] =>
    signatures.of(hits).filter((index) => {
      const row = signatures.items[index];
      return row !== undefined && isIn(row.entry);
    });
  return { ...book, signatures: { ...signatures, of } };
}
