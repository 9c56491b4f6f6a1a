/** What a unit of systemd said before it ended: its last line, which need not have a word of failure. */

import type { LastWords } from '../diagnosis/input.ts';
import type { Diagnosis } from '../events.ts';
import { ownWords } from './own-words.ts';

/** systemd says how the process of a unit ended (src/core/service.c of systemd 257); an instance stands behind `@`. */
const ENDED = /(?<name>[\w.-]+?)(?:@\S*)?\.service: (?:Main|Control) process exited, code=/;
/** The end of a title that repeats how the process ended. */
const BEFORE_THAT = /; before that: (?:Main|Control) process exited\b.*$/;

/** @param last the end of the log, as far as its lines are kept */
export function withWordsOfUnit(diagnosis: Diagnosis, last: LastWords | undefined): Diagnosis {
  const { title, evidence } = diagnosis;
  const ended = evidence.find(({ text }) => ENDED.test(text));
  const name = ENDED.exec(ended?.text ?? '')?.groups?.name;
  if (name === undefined || last?.line === undefined || !BEFORE_THAT.test(title)) return diagnosis;
  const lines = last.before ?? [];
  const first = last.line - lines.length;
  // The lines have no date any more, behind which alone a machine's name is known.
  const said = (text: string): string | undefined =>
    ` ${text}`.split(` ${name}[`, 2)[1]?.replace(/^\d+\]: /, '');
  const at = lines
    .slice(0, Math.max(0, (ended?.line ?? 0) - first))
    .findLastIndex((text) => said(text) !== undefined);
  const text = lines[at];
  if (text === undefined) return diagnosis;
  return {
    ...diagnosis,
    title: title.replace(BEFORE_THAT, () => `; its last words: ${ownWords(said(text) ?? text)}`),
    evidence: [...evidence, { line: first + at, text }],
  };
}
