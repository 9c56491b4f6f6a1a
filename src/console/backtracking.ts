/** Keeps every regular expression of this process from stalling on hostile text. */

import { setFlagsFromString } from 'node:v8';

let limited = false;

/**
 * V8 backtracks first, and past this many steps starts over with its breadth-first engine, which is linear in the
 * text (https://v8.dev/blog/non-backtracking-regexp). The limit costs about 20 µs on a line that reaches it; V8's own
 * default of 50,000 costs 1.5 ms, which a guest that floods such lines would turn into a stall.
 *
 * To be called before text of a guest is matched; a program that reads none does not load node:v8, which takes 1 ms.
 * src/startup.ts sets both flags back when the program ends, because V8 takes compiled code with the flags of the start only.
 */
export function limitBacktracking(): void {
  if (limited) return;
  limited = true;
  setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');
  setFlagsFromString('--regexp-backtracks-before-fallback=2000');
}
