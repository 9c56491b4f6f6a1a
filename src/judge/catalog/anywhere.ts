/** Rows of programs that run in a guest, on its host or on another machine: people paste their lines between other logs. */

import { GUEST_STREAMS } from '../../words/words.ts';
import type { LineOrigin, Signature } from '../signature.ts';

/** Words that no other program prints count wherever they stand: a journal reads like a guest's. */
export const ANYWHERE: readonly LineOrigin[] = ['vmm', 'host', ...GUEST_STREAMS];

/** A row of attestation: an error of the userspace, wherever its line stands, unless the row says otherwise. */
export type Attesting = Pick<Signature, 'id' | 'pattern' | 'title' | 'hint'> & Partial<Signature>;

export function attesting(rows: readonly Attesting[]): readonly Signature[] {
  return rows.map((row) => ({ phase: 'userspace', severity: 'error', streams: ANYWHERE, ...row }));
}
