/** The innermost link of a numbered chain of errors: it says why, also where a row of the catalog knows a link above it. */

import { NO_LINE_SAYS_WHY } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../events.ts';
import type { Heard, Known } from './collected.ts';
import { LINK } from './own-words.ts';
import { peel } from './prefix.ts';
import { wordsOfReasons } from './telling.ts';

const NUMBER = /^\s*(?<number>\d{1,2}): /;

interface Link {
  readonly line: number;
  readonly text: string;
  /** What the catalog says of it. */
  readonly title?: string;
}

/**
 * @param said what was concluded of the log
 * @param complaints the lines that no row knows
 * @param known the lines that a row knows
 * @returns the diagnosis, with `because: …` where its first line is a link and another link stands below
 */
export function inChain(
  concluded: Diagnosis,
  complaints: readonly Heard[],
  known: readonly Known[],
): Diagnosis {
  const said = passesGuest(concluded, known) ? { ...concluded, phase: 'userspace' as const } : concluded;
  const [first] = said.evidence;
  const at = first?.line;
  if (first === undefined || at === undefined || said.title.endsWith(NO_LINE_SAYS_WHY)) return said;
  const heard = complaints.filter(({ announced, line }) => announced && line > at);
  const links = linksBelow({ ...first, line: at }, [...heard, ...known]);
  const last = links.at(-1);
  if (last === undefined) return said;
  const below = heard.filter(({ line }) => links.some((link) => link.line === line));
  const words = last.title ?? wordsOfReasons(below) ?? peel(last.text).text.replace(LINK, '');
  const evidence = said.evidence.some(({ line }) => line === last.line)
    ? said.evidence
    : [...said.evidence, { line: last.line, text: last.text }];
  return said.title.includes(words) ? said : { ...said, title: `${said.title}, because: ${words}`, evidence };
}

/** A link between the head of the chain and its reason is what the guest answered. */
function passesGuest({ phase, certainty, evidence }: Diagnosis, known: readonly Known[]): boolean {
  if (phase !== 'vmm' || certainty === 'known') return false;
  const lines = evidence.map(({ line = 0 }) => line);
  const isWithin = (line: number) => line > Math.min(...lines) && line < Math.max(...lines);
  return known.some(
    ({ phase: of, line = 0, text }) => of === 'userspace' && isWithin(line) && numberOf(text) >= 0,
  );
}

/** Each link has the next number and stands in the next line. */
function linksBelow(first: Link, lines: readonly (Heard | Known)[]): readonly Link[] {
  const links: Link[] = [];
  for (let above = first; ; ) {
    const next = lines.find(({ line }) => line === above.line + 1);
    if (next === undefined || !(numberOf(next.text) === numberOf(above.text) + 1)) return links;
    const isExplained = 'title' in next && next.severity !== 'warning';
    above = {
      line: above.line + 1,
      text: next.text,
      ...(isExplained && !next.title.endsWith(NO_LINE_SAYS_WHY) ? { title: next.title } : {}),
    };
    links.push(above);
  }
}

/** NaN where the line is no link. */
function numberOf(text: string): number {
  return Number(NUMBER.exec(peel(text).text)?.groups?.number);
}
