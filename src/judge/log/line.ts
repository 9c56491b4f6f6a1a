/** A line of a log with what was found out of it, and how much of a log is kept. */

import type { Peeled } from './prefix.ts';
import type { SpeakerId } from './speakers.ts';

export interface Line {
  /** From 1. */
  readonly number: number;
  /** As it was printed. */
  readonly shown: string;
  /** Numbers of the needles in it. */
  readonly hits: readonly number[];
  /** With digits where a report in public folded an address. */
  readonly text: string;
  readonly peeled: Peeled;
  readonly speaker: SpeakerId;
}

/** How many sightings, milestones, complaints and boots are kept: a log may repeat them for ever. */
export const KEPT = 1000;
/** A trace ends within so many lines and seconds of its first one. */
export const TRACE = { lines: 80, seconds: 1 };
