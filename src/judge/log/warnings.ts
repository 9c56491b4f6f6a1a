/** A known warning beside a complaint: which of the two says why. */

import { given } from '../../words/given.ts';
import type { Sighting } from '../diagnosis/input.ts';
import type { Diagnosis, Evidence } from '../events.ts';
import type { Heard } from './collected.ts';
import { ownWords } from './own-words.ts';

/** So many lines lie at most between a complaint and the warning of which it tells the reason. */
const REASON_LINES = 12;
/** Between a warning and what follows from it, of one speaker, lie at most so many lines. */
const CAUSE_LINES = 3;

/** Whether the complaint follows from the warning, which stands right before it. */
export function isRightBefore({ line = 0 }: Evidence, heard: Heard): boolean {
  return line < heard.line && line >= heard.line - CAUSE_LINES;
}

/** A unit that did not start right after the complaint of its program is what the complaint is of. */
export function ofUnit(own: Diagnosis, { line, speaker }: Heard, standing: Sighting | undefined): Diagnosis {
  if (standing?.line === undefined || !/^systemd-start/.test(standing.id)) return own;
  const { line: at, title } = standing;
  const isOfProgram = speaker === 'program' || speaker === 'unknown';
  if (!isOfProgram || at <= line || at > line + REASON_LINES) return own;
  const isCited = own.evidence.some((item) => item.line === at);
  const evidence = isCited ? own.evidence : [...own.evidence, lineOf(standing)];
  return { ...own, title: `${title}, because: ${own.title}`, evidence };
}

/** What somebody complained of right before a warning may say why. */
export function withWords(diagnosis: Diagnosis, { line, text }: Heard): Diagnosis {
  const { title, evidence } = diagnosis;
  const words = ownWords(text);
  const [{ line: at = 0 } = {}] = evidence;
  const isReason = line < at && line >= at - REASON_LINES && !title.includes(words);
  return {
    ...diagnosis,
    title: isReason ? `${title}; before that: ${words}` : title,
    evidence: [...evidence, { line, text }],
  };
}

export function warned(warning: Sighting): Diagnosis {
  const { phase, id: cause, title, hint: advice } = warning;
  return { phase, cause, title, evidence: [lineOf(warning)], advice, certainty: 'likely' };
}

export function lineOf({ line, text }: Evidence): Evidence {
  return { ...given({ line }), text };
}
