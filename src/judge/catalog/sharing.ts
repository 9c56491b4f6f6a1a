/** Rows of one table, which say only what is their own. */

import type { Signature } from '../signature.ts';

type Common = Pick<Signature, 'phase' | 'severity'> & Partial<Signature>;
export type Row = Omit<Signature, 'phase' | 'severity'> & Partial<Signature>;

/** @param common what a row has that does not say otherwise */
export function sharing(common: Common, rows: readonly Row[]): readonly Signature[] {
  return rows.map((row) => ({ ...common, ...row }));
}
