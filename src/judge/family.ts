/** A family of failures: one line, whose captured error, noun or number decides which of several causes it has. */

import { errnoOf } from './errno.ts';
import { GUEST_LIBRARY, QUOTE_LIBRARIES } from './numbers/quotes.ts';
import { type Cause, captured, type Range, type Wanted } from './signature.ts';

/** Programs print the number of such an error, or its name: a row has the number. */
const NAMED = [QUOTE_LIBRARIES, GUEST_LIBRARY];

/** A row that may have causes: of the catalog, or a saying. */
interface Family {
  readonly id: string;
  readonly causes?: readonly Cause[];
}

type Groups = Readonly<Record<string, string | undefined>>;

/** The row itself, or the row of the first cause that the captured values fit. */
export function causeOf<Row extends Family>(row: Row, groups: Groups): Row {
  const cause = row.causes?.find(({ when }) =>
    Object.entries(when).every(([name, wanted]) => fits(captured(groups, name), wanted, groups)),
  );
  return cause === undefined ? row : withCause(row, cause);
}

/** The row and a row for each of its causes: everything that a line may be called. */
export function everyCauseOf<Row extends Family>(row: Row): readonly Row[] {
  return [row, ...(row.causes ?? []).map((cause) => withCause(row, cause))];
}

function withCause<Row extends Family>(row: Row, { id, when: _, ...says }: Cause): Row {
  return { ...row, ...says, id: `${row.id}-${id}` };
}

function fits(value: string | undefined, wanted: Wanted, groups: Groups): boolean {
  if (value === undefined) return false;
  if (typeof wanted === 'string') return isSame(value, wanted);
  return isRange(wanted) ? isWithin(value, wanted, groups) : wanted.some((text) => isSame(value, text));
}

function isSame(value: string, wanted: string): boolean {
  const text = value.trim();
  const isNamed = errnoOf(value) === wanted || NAMED.some((names) => names.get(wanted) === text);
  return text === wanted || isNamed || lowByte(text) === wanted;
}

/** The lower byte of an error of DCAP (0xe000 and above) that was printed in decimal digits, as rows have it. */
function lowByte(text: string): string | undefined {
  return /^57[345]\d\d$/.test(text) ? (Number(text) - 0xe000).toString(16).padStart(2, '0') : undefined;
}

function isRange(wanted: Wanted): wanted is Range {
  return typeof wanted === 'object' && !Array.isArray(wanted);
}

function isWithin(
  value: string,
  { from = 0, to = Number.POSITIVE_INFINITY, of }: Range,
  groups: Groups,
): boolean {
  const whole = of === undefined ? 1 : Number(captured(groups, of));
  const number = Number(value);
  return number >= from * whole && number <= to * whole;
}
