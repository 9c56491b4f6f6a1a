/** The shape of what is said of a run that no single line explains. */

import type { Phase } from '../../words/words.ts';
import type { DiagnosisCertainty } from '../events.ts';
import type { GuestKind } from './hints.ts';
import type { DiagnosisInput, Sighting } from './input.ts';

/** The first explanation whose `when` holds gives the diagnosis. */
export interface Explanation {
  readonly id: string;
  /** Where the boot stopped; absent: in the furthest phase that was reached; `guest`: the same, but not before the firmware. */
  readonly phase?: Phase | 'guest';
  /** Absent: what ended the run. */
  readonly title?: string | ((facts: DiagnosisInput) => string);
  /** Absent: the hint of what ended the run. */
  readonly advice?: string | ((guest: GuestKind, facts: DiagnosisInput) => string);
  readonly certainty: DiagnosisCertainty;
  when(facts: DiagnosisInput, said: Sighting | undefined): boolean;
}
