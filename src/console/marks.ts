/** The hot path: runs the automaton over a block of bytes and notes the few places that need attention. */

import { type Automaton, LINE_FEED } from './automaton.ts';

/** Bytes in a block: small enough for the cache, and for its places to fit into the arrays below. */
export const BLOCK = 32 * 1024;

/**
 * Reads two halves of a block at once. Each step of an automaton waits for the step before it. The steps of
 * two halves do not wait for each other and overlap in the processor, which is nearly twice as fast.
 */
export class Marks {
  /** How many places were found by {@link find}. */
  count = 0;
  /** Offsets in the bytes, ascending, and the state after each. */
  readonly at = new Int32Array(BLOCK);
  readonly states = new Int32Array(BLOCK);
  readonly #upper = { at: new Int32Array(BLOCK), states: new Int32Array(BLOCK) };
  readonly #automaton: Automaton;

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
  }

  /** Finds the places in `bytes` from `start`, where a line begins, to `end`, at most {@link BLOCK} further. */
  find(bytes: Buffer, start: number, end: number): void {
    const { classOf, next, attention, lineFeed } = this.#automaton;
    const { at, states } = this;
    const upper = this.#upper;
    // The upper half begins with a line, so that no needle lies across the border.
    const feed = bytes.indexOf(LINE_FEED, start + ((end - start) >> 1));
    const middle = feed < 0 || feed >= end ? end : feed + 1;
    const both = Math.min(middle - start, end - middle);
    let count = 0;
    let upperCount = 0;
    let state = 0;
    let upperState = 0;
    for (let step = 0; step < both; step++) {
      state = next[state + (classOf[bytes[start + step] as number] as number)] as number;
      upperState = next[upperState + (classOf[bytes[middle + step] as number] as number)] as number;
      if (state >= attention) {
        at[count] = start + step;
        states[count++] = state;
        if (state >= lineFeed) state = 0;
      }
      if (upperState >= attention) {
        upper.at[upperCount] = middle + step;
        upper.states[upperCount++] = upperState;
        if (upperState >= lineFeed) upperState = 0;
      }
    }
    for (let place = start + both; place < middle; place++) {
      state = next[state + (classOf[bytes[place] as number] as number)] as number;
      if (state < attention) continue;
      at[count] = place;
      states[count++] = state;
      if (state >= lineFeed) state = 0;
    }
    for (let place = middle + both; place < end; place++) {
      upperState = next[upperState + (classOf[bytes[place] as number] as number)] as number;
      if (upperState < attention) continue;
      upper.at[upperCount] = place;
      upper.states[upperCount++] = upperState;
      if (upperState >= lineFeed) upperState = 0;
    }
    at.set(upper.at.subarray(0, upperCount), count);
    states.set(upper.states.subarray(0, upperCount), count);
    this.count = count + upperCount;
  }
}
