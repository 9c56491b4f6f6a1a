/**
 * How a machine is ended from outside: by the deadline of a script or of a CI system, or by a person. Such an end is no failure
 * of the machine: the lines before the end say what stopped the boot, or no line does.
 */

import { peel } from './prefix.ts';

const FORMS: readonly RegExp[] = [
  // qemu_system_killed() in system/runstate.c (QEMU 10.1): SIGHUP, SIGINT, SIGTERM
  /terminating on signal (?:1|2|15)\b/,
  // timeout(1) of coreutils: 124 for its deadline, its own words with --verbose; 143 is SIGTERM in a shell
  /\b(?:exited with|exit(?:ed)?(?: with)?(?: status| code)|[Ee]rror):? \(?(?:124|143)\)?\W*$/,
  /^timeout: sending signal /,
  // actions/runner 258d6c857 src/Runner.Worker/StepsRunner.cs and its service’s annotations; gitlab-runner 17 common/errors.go
  /The (?:operation|job) was cancell?ed|exceeded the maximum execution time|' has timed out after \d|execution took longer than /,
];
/** A script says several lines about the end: so many lines at most are looked at. */
const LINES = 20;

/** @param text without the prefixes of other programs */
export function isFromOutside(text: string): boolean {
  return FORMS.some((form) => form.test(text));
}

/** How many of the last lines of a log are of its end from outside, blank ones included. */
export function outsideTail(lines: readonly string[]): number {
  let tail = 0;
  for (let back = 1; back <= Math.min(LINES, lines.length); back++) {
    const { text, kernelTime } = peel(lines.at(-back) ?? '');
    if (kernelTime !== undefined) break;
    if (isFromOutside(text)) tail = back;
  }
  return tail;
}
