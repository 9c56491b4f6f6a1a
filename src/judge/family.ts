/** A family of failures: one line, whose captured error, noun or number decides which of several causes it has. */

import { errnoOf } from './errno.ts';
import { GUEST_LIBRARY, QUOTE_LIBRARIES } from './numbers/quotes.ts';
import { captured, type Range, type Signature, type Wanted } from './signature.ts';

/** Programs print the number of such an error, or its name: a row has the number. */
const NAMED = [QUOTE_LIBRARIES, GUEST_LIBRARY];

type Groups = Readonly<Record<string, string | undefined>>;

/** The row itself, or the row of the first cause that the captured values fit. */
export function causeOf(row: Signature, groups: Groups): Signature {
  const cause = row.causes?.find(({ when }) =>
    Object.entries(when).every(([name, wanted]) => fits(captured(groups, name), wanted, groups)),
  );
  return cause === undefined ? row : withCause(row, cause);
}

/** The row and a row for each of its causes: everything that a line may be called. */
export function everyCauseOf(row: Signature): readonly Signature[] {
  return [row, ...(row.causes ?? []).map((cause) => withCause(row, cause))];
}

function withCause(
  row: Signature,
  { id, when: _, ...says }: NonNullable<Signature['causes']>[number],
): Signature {
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
