/** Rows of programs that run in a guest, on its host or on another machine: people paste their lines between other logs. */

import { GUEST_STREAMS } from '../../words/words.ts';
import type { LineOrigin, Signature } from '../signature.ts';
import { type Row, sharing } from './sharing.ts';

/** Words that no other program prints count wherever they stand: a journal reads like a guest's. */
export const ANYWHERE: readonly LineOrigin[] = ['vmm', 'host', ...GUEST_STREAMS];

/** Rows of attestation: errors of the userspace, wherever their lines stand, unless a row says otherwise. */
export function attesting(rows: readonly Row[]): readonly Signature[] {
  return sharing({ phase: 'userspace', severity: 'error', streams: ANYWHERE }, rows);
}
