/** Which complaint gives the reason of a line that only says that something failed: who speaks nearer to the failure, and first. */

import type { Heard } from './collected.ts';
import type { SpeakerId } from './speakers.ts';

/** Who starts the next one: a CI system a wrapper, which asks libvirt, which starts the VMM. The last of them fails first. */
const STARTED: readonly SpeakerId[] = ['ci', 'wrapper', 'libvirt', 'vmm'];
/** A program and those who started it tell of one failure within so many lines. */
const NEAR_LINES = 12;
/** So many lines lie at most between two complaints of one program about one failure. */
const GAP_LINES = 2;
/** A list of what a person is to check. */
const ITEM = /^\s*- /;
/** A boot gives up within so many lines of what made it do so, and what is missing is missed within so many. */
const FOREWORD_LINES = { 'gave-up': 12, vague: 3 };

/**
 * @param at the line of a symptom
 * @returns the complaint that was first to say why: of a program that the symptom's speaker has started or, right before the
 * symptom, of the speaker itself
 */
export function reasonOf(at: number, complaints: readonly Heard[]): Heard | undefined {
  const own = complaints.find(({ line }) => line === at);
  const depth = own === undefined ? -1 : STARTED.indexOf(own.speaker);
  if (own === undefined || depth < 0) return undefined;
  const near = complaints.filter(
    ({ line, boot, weight, symptom, aftermath }) =>
      boot === own.boot && weight > 1 && !symptom && !aftermath && Math.abs(line - at) <= NEAR_LINES,
  );
  const started = near.find(({ speaker }) => STARTED.indexOf(speaker) > depth);
  if (started !== undefined) return started;
  const before = near.filter(({ line, speaker }) => line < at && speaker === own.speaker);
  return firstOfRun(before);
}

/**
 * @param at the line in which a boot gave up
 * @returns what was complained of before: programs of a guest and kernels print the reason first, and what follows from it later
 */
export function forewordOf(
  at: number,
  open: keyof typeof FOREWORD_LINES,
  complaints: readonly Heard[],
): Heard | undefined {
  const before = complaints.filter(
    ({ line, text, symptom, aftermath, speaker }) =>
      line < at &&
      line >= at - FOREWORD_LINES[open] &&
      !symptom &&
      !aftermath &&
      !ITEM.test(text) &&
      speaker !== 'vmm' &&
      speaker !== 'ci',
  );
  return firstOfRun(before);
}

/** Goes back from the last complaint to the first that the same one has said about the same. */
function firstOfRun(complaints: readonly Heard[]): Heard | undefined {
  let first = complaints.at(-1);
  for (const earlier of complaints.slice(0, -1).reverse()) {
    if (first === undefined || !isOfOneRun(earlier, first)) break;
    first = earlier;
  }
  return first;
}

function isOfOneRun(earlier: Heard, later: Heard): boolean {
  const { speaker, program, boot } = earlier;
  const isOne = speaker === later.speaker && program === later.program && boot === later.boot;
  return isOne && later.line - earlier.line <= GAP_LINES;
}
