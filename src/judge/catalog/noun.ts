/** The shape of a thing that complaints are about. */

/** Whose complaints an entry is for: the same word means another thing in a firmware than in a VMM. */
export type Teller = 'vmm' | 'firmware' | 'bootloader' | 'guest' | 'program';

export interface Noun {
  /** The end of the cause: `about-vsock`. */
  readonly id: string;
  readonly of: Teller;
  readonly pattern: RegExp;
  /** Completes "The VMM fails at". */
  readonly about: string;
  readonly hint: string;
  /** Other programs speak of such things, too: it counts only where the line is known to be a VMM's. */
  readonly common?: true;
}
