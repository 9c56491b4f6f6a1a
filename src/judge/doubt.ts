/** Whether a step was met by words that are not the guest's answer: its kernel's command line, or an echo. */

import type { Match } from '../console/pattern.ts';

/**
 * How Linux (init/main.c, arch/x86/kernel/setup.c) and the probe begin the line that holds the kernel command line, or
 * what the kernel does not know of it.
 */
export const COMMAND_LINE_OF = [
  'Kernel command line: ',
  'Command line: ',
  'Unknown kernel command line parameters "',
  '# kernel.cmdline: ',
];
/** A shorter beginning of what was sent stands in too many lines. */
const LEAST_ECHO = 3;

/**
 * @param text the line, at least up to the end of the match
 * @param sent the lines that were typed into this stream so far
 * @returns what met the step, in words; undefined where the line may well be an answer
 */
export function doubtOf(text: string, { start, end }: Match, sent: readonly string[]): string | undefined {
  for (const prefix of COMMAND_LINE_OF) {
    const at = text.indexOf(prefix);
    if (at >= 0 && start >= at + prefix.length) return "the kernel's command line";
  }
  const seen = text.slice(0, end);
  const echoed = sent.some((line) => {
    const least = Math.max(end - start, LEAST_ECHO);
    for (let length = least; length <= line.length; length++) {
      if (seen.endsWith(line.slice(0, length))) return true;
    }
    return false;
  });
  return echoed ? 'the echo of what was sent' : undefined;
}
