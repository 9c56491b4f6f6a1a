/** The hot path: runs the automaton over a block of bytes and notes the few places that need attention. */

import { isAscii } from 'node:buffer';
import { type Automaton, LINE_FEED, ROW_BITS } from './automaton.ts';

/** Bytes in a block: small enough for the cache, and for its places to fit into the arrays below. */
export const BLOCK = 32 * 1024;
const DELETE = 0x7f;

/**
 * Reads a block in four parts at once. Each step of an automaton waits for the step before it. The steps of different
 * parts do not wait for each other and overlap in the processor, which is nearly twice as fast.
 */
export class Marks {
  /** Offsets in the bytes, ascending, each followed by the state after that byte. */
  list = new Int32Array(0);
  /** How many numbers of the list {@link find} has written. */
  length = 0;
  readonly #automaton: Automaton;

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
  }

  /** Finds the places in `read` from `start`, where a line begins, to `end`, at most {@link BLOCK} further. */
  find(read: Buffer, start: number, end: number): void {
    const bytes = isAscii(read) ? read : asAscii(read);
    const { next, attention, lineFeed } = this.#automaton;
    const room = 2 * (end - start);
    // Twice as much as is needed now: pieces that grow slowly are not to need an array each.
    if (this.list.length < room) this.list = new Int32Array(Math.min(2 * room, 2 * BLOCK));
    const { list } = this;
    // Each part begins with a line, so that no needle lies across a border.
    const quarter = (end - start) >> 2;
    const second = nextLine(bytes, start + quarter, end);
    const third = nextLine(bytes, Math.max(second, start + 2 * quarter), end);
    const last = nextLine(bytes, Math.max(third, start + 3 * quarter), end);
    const together = Math.min(second - start, third - second, last - third, end - last);
    let stateA = 0;
    let stateB = 0;
    let stateC = 0;
    let stateD = 0;
    // A part has at most as many places as bytes, so its places fit where its bytes lie.
    let countA = 0;
    let countB = 2 * (second - start);
    let countC = 2 * (third - start);
    let countD = 2 * (last - start);
    let step = 0;
    while (step < together) {
      // The counts do not occur in this loop, so that V8 keeps the states in registers.
      do {
        stateA = next[(stateA << ROW_BITS) | (bytes[start + step] as number)] as number;
        stateB = next[(stateB << ROW_BITS) | (bytes[second + step] as number)] as number;
        stateC = next[(stateC << ROW_BITS) | (bytes[third + step] as number)] as number;
        stateD = next[(stateD << ROW_BITS) | (bytes[last + step] as number)] as number;
        step++;
      } while (
        step < together &&
        stateA < attention &&
        stateB < attention &&
        stateC < attention &&
        stateD < attention
      );
      if (stateA >= attention) {
        list[countA++] = start + step - 1;
        list[countA++] = stateA;
        if (stateA >= lineFeed) stateA = 0;
      }
      if (stateB >= attention) {
        list[countB++] = second + step - 1;
        list[countB++] = stateB;
        if (stateB >= lineFeed) stateB = 0;
      }
      if (stateC >= attention) {
        list[countC++] = third + step - 1;
        list[countC++] = stateC;
        if (stateC >= lineFeed) stateC = 0;
      }
      if (stateD >= attention) {
        list[countD++] = last + step - 1;
        list[countD++] = stateD;
        if (stateD >= lineFeed) stateD = 0;
      }
    }
    this.length = this.#finish(bytes, start + together, second, stateA, countA);
    this.#append(2 * (second - start), this.#finish(bytes, second + together, third, stateB, countB));
    this.#append(2 * (third - start), this.#finish(bytes, third + together, last, stateC, countC));
    this.#append(2 * (last - start), this.#finish(bytes, last + together, end, stateD, countD));
  }

  /** Reads the rest of a part from a state on. @returns where its places end */
  #finish(bytes: Buffer, start: number, end: number, begun: number, noted: number): number {
    const { next, attention, lineFeed } = this.#automaton;
    const { list } = this;
    let state = begun;
    let count = noted;
    for (let place = start; place < end; place++) {
      state = next[(state << ROW_BITS) | (bytes[place] as number)] as number;
      if (state < attention) continue;
      list[count++] = place;
      list[count++] = state;
      if (state >= lineFeed) state = 0;
    }
    return count;
  }

  /** Moves the places of a part behind those of the part before it. */
  #append(from: number, to: number): void {
    this.list.copyWithin(this.length, from, to);
    this.length += to - from;
  }
}

/** A copy in which DEL, which needs normalising, too, stands for each byte beyond ASCII: the table has no place for those. */
function asAscii(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = 0; at < copy.length; at++) if ((copy[at] as number) > DELETE) copy[at] = DELETE;
  return copy;
}

/** Where the first line begins that begins behind this place; `end` where none does. */
function nextLine(bytes: Buffer, place: number, end: number): number {
  const feed = bytes.indexOf(LINE_FEED, place);
  return feed < 0 || feed >= end ? end : feed + 1;
}
