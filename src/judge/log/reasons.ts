/**
 * Which other complaint gives the reason of a line that only says that something failed: {@link complaintNearer} of a VMM and
 * of those who start it, {@link complaintBefore} of a guest. Reasons that a complaint announces itself: reasonsOf() in telling.ts.
 */

import type { Heard } from './collected.ts';
import type { SpeakerId } from './speakers.ts';

/** Each starts the next: a CI system starts a wrapper, the wrapper asks libvirt, and libvirt starts the VMM. The last of them fails first. */
const STARTED: readonly SpeakerId[] = ['ci', 'wrapper', 'libvirt', 'vmm'];
/** A program and the programs that started it tell of one failure within so many lines. */
const NEAR_LINES = 12;
/** So many lines lie at most between two complaints of one program about one failure. */
const GAP_LINES = 2;
/** An item of a list of what a person is to check. */
const ITEM = /^\s*- /;
/** `failed.` alone, the end of a line that others have broken, says no reason. */
const WORDS = /[A-Za-z]\W+[A-Za-z]/;
/** So many lines lie at most between the reason and the line that needs one: a boot that gave up, or a line that only says what is missing. */
const BEFORE_LINES = { 'gave-up': 12, vague: 3 };

/**
 * @param at the line of a symptom
 * @returns the complaint that was first to say why: of a program that the symptom's speaker has started or, right before the
 * symptom, of the speaker itself
 */
export function complaintNearer(at: number, complaints: readonly Heard[]): Heard | undefined {
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
 * Programs of a guest and kernels print the reason first, and what follows from the reason later.
 * @param at the line in which a boot gave up, or which only says what is missing
 */
export function complaintBefore(
  at: number,
  open: keyof typeof BEFORE_LINES,
  complaints: readonly Heard[],
): Heard | undefined {
  const before = complaints.filter(
    ({ line, text, symptom, aftermath, speaker }) =>
      line < at &&
      line >= at - BEFORE_LINES[open] &&
      !symptom &&
      !aftermath &&
      !ITEM.test(text) &&
      WORDS.test(text) &&
      speaker !== 'vmm' &&
      speaker !== 'ci',
  );
  return firstOfRun(before);
}

/** Goes back from the last complaint to the first that the same program has made of the same failure. */
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
