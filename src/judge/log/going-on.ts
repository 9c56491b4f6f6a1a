/**
 * Whether the one who prints a failure goes on after it, by its own account: it logs the line as information, or says
 * that it retries, falls back or ignores the failure. Such a line is no more than a hint at what stopped the boot.
 */

import type { Match } from '../../console/pattern.ts';
import { isGuestStream, type Phase } from '../../words/words.ts';
import { EVERY_ROW } from '../catalog/index.ts';
import type { GoingOn, Sighting } from '../diagnosis/input.ts';
import { everyCauseOf } from '../family.ts';
import type { Signature } from '../signature.ts';
import { INFORMATION } from './complaints.ts';
import type { Line } from './line.ts';
import { peel } from './prefix.ts';
import { SHAPES, type SpeakerId } from './speakers.ts';

type Said = Pick<Line, 'text' | 'peeled' | 'speaker'>;

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
export function goingOn(line: Said, row: Signature, { start, end }: Match): GoingOn | undefined {
  const { text } = line;
  // A panic may end in any words.
  const isEnd = row.severity === 'fatal' && LEVELLESS.includes(row.phase);
  if (INFORMATION.some((form) => form.test(text.slice(start, end)))) return undefined;
  if (!isEnd && GOES_ON.test(`${text.slice(0, start)} ${text.slice(end)}`)) return 'tries';
  return isInformation(line, row) ? 'informs' : undefined;
}

function isInformation({ text: whole, peeled, speaker }: Said, row: Signature): boolean {
  const { text, level } = peeled;
  if (!HAS_LEVELS.includes(speaker) || LEVELLESS.includes(row.phase) || row.id.startsWith('linux-')) {
    return false;
  }
  const quiet = level === 'information' || INFORMATION.some((form) => form.test(text));
  if (!quiet || LOUDER.test(text) || whole.includes('"_TRANSPORT":"kernel"')) return false;
  const words = MESSAGE.exec(text)?.[1];
  if (words === undefined) return true;
  const copied = peel(words);
  const copiedFrom = SHAPES.find(({ pattern }) => pattern.test(copied.text))?.speaker;
  return copied.kernelTime === undefined && (copiedFrom === undefined || HAS_LEVELS.includes(copiedFrom));
}

/** Whether a complaint says itself that whoever complains goes on. */
export function saysGoesOn(text: string): boolean {
  return GOES_ON.test(text);
}

/** A program remarks that it goes on within so many lines of its complaint. */
export const REMARK_LINES = 3;

/** Whether the line is a program's remark that it goes on: what it complained of in the lines right before was no end. */
export function isRemark({ text }: Pick<Line, 'text'>, { severity }: Pick<Signature, 'severity'>): boolean {
  return severity === 'warning' && GOES_ON.test(text);
}

/** The same of lines that a live run has found, in order: each stream has one who speaks. */
export function markGoingOn(sightings: readonly Sighting[]): Sighting[] {
  const remarks = sightings.filter((sighting) => isRemark(sighting, sighting));
  return sightings.map((sighting) => {
    const { stream, line = 0 } = sighting;
    const isRemarkedOn = remarks.some(
      (remark) =>
        remark.stream === stream && (remark.line ?? 0) > line && (remark.line ?? 0) <= line + REMARK_LINES,
    );
    const going = ofLine(sighting) ?? (isRemarkedOn ? 'tries' : undefined);
    return going === undefined ? sighting : { ...sighting, goingOn: going };
  });
}

/** All rows, and all causes that they may name, by their ids. Made once: the tables do not change. */
let rows: ReadonlyMap<string, Signature> | undefined;

function rowOf(id: string): Signature | undefined {
  rows ??= new Map(EVERY_ROW.flatMap(everyCauseOf).map((row) => [row.id, row]));
  return rows.get(id);
}

function ofLine({ id, text, stream }: Sighting): GoingOn | undefined {
  const row = rowOf(id);
  const match = row?.pattern.exec(text);
  if (row === undefined || match === null || match === undefined) return undefined;
  const peeled = peel(text);
  const isGuests = stream !== undefined && isGuestStream(stream);
  const speaker = !isGuests ? 'vmm' : peeled.kernelTime === undefined ? 'program' : 'kernel';
  return goingOn({ text, peeled, speaker }, row, {
    start: match.index,
    end: match.index + match[0].length,
    groups: {},
  });
}
