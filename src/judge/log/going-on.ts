/**
 * Whether the one who prints a failure goes on after it, by its own account: it logs the line as information, or says
 * that it retries, falls back or ignores the failure. Such a line is no more than a hint at what stopped the boot.
 */

import type { Match } from '../../console/pattern.ts';
import type { Phase } from '../../words/words.ts';
import type { Signature } from '../signature.ts';
import { firstMatch, type LogBook } from './book.ts';
import { INFORMATION } from './complaints.ts';
import type { Line } from './line.ts';
import { peel } from './prefix.ts';
import type { SpeakerId } from './speakers.ts';

/** `tries`: it retries, falls back or ignores the failure; `informs`: it logs the line as information. */
export type GoingOn = 'tries' | 'informs';

/** Who logs by levels that tell failures from information. */
const HAS_LEVELS: readonly SpeakerId[] = ['libvirt', 'wrapper', 'program', 'unknown'];
/** Kernels print failures at KERN_INFO, and td-shim its panics at INFO, whoever copies the line. */
const LEVELLESS: readonly Phase[] = ['firmware', 'bootloader', 'kernel'];
/** A program that copies another one's line at info: the level that is meant is the one of the line. */
const LOUDER = /\b(?:ERROR|ERRO|FATAL|CRITICAL)\b|level\W{1,5}(?:err|fatal|crit|panic|alert|emerg)/;
/** The words of the line, without the fields around them. */
const MESSAGE = /\b(?:msg|message|content|MESSAGE)"? ?[=:] ?\\?"((?:[^"\\]|\\.)*)/;
const GOES_ON =
  /\b(?:retrying|will (?:re)?try|trying again|try(?:ing)? (?:the )?next|falling back|fall(?:ing)? ?back to|ignoring|ignored|continuing|carrying on|skipping)\b/i;

/**
 * @param match where the row's pattern fits the line: a row with such words, or the level, in its pattern has been written
 * for them
 */
export function goingOn(
  line: Line,
  row: Signature,
  { start, end }: Match,
  book: LogBook,
): GoingOn | undefined {
  const { text } = line;
  // A panic may end in any words.
  const isEnd = row.severity === 'fatal' && LEVELLESS.includes(row.phase);
  if (INFORMATION.some((form) => form.test(text.slice(start, end)))) return undefined;
  if (!isEnd && GOES_ON.test(`${text.slice(0, start)} ${text.slice(end)}`)) return 'tries';
  return isInformation(line, row, book) ? 'informs' : undefined;
}

function isInformation({ text: whole, peeled, speaker, hits }: Line, row: Signature, book: LogBook): boolean {
  const { text, level } = peeled;
  if (!HAS_LEVELS.includes(speaker) || LEVELLESS.includes(row.phase) || row.id.startsWith('linux-')) {
    return false;
  }
  const quiet = level === 'information' || INFORMATION.some((form) => form.test(text));
  if (!quiet || LOUDER.test(text) || whole.includes('"_TRANSPORT":"kernel"')) return false;
  const words = MESSAGE.exec(text)?.[1];
  if (words === undefined) return true;
  const copied = peel(words);
  const copiedFrom = firstMatch(book.shapes, hits, copied.text)?.speaker;
  return copied.kernelTime === undefined && (copiedFrom === undefined || HAS_LEVELS.includes(copiedFrom));
}

/** Whether the line is a program's remark that it goes on: what it complained of in the lines right before was no end. */
export function isRemark({ text }: Line, { severity }: Signature): boolean {
  return severity === 'warning' && GOES_ON.test(text);
}
