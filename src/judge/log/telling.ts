/** Which of several complaints says most, and where a chain of errors of one line each ends. */

import { nounOf } from '../catalog/nouns.ts';
import type { Heard } from './collected.ts';
import { isSystemError, LINK, ownWords } from './own-words.ts';
import { errorIn } from './plain-error.ts';
import { peel } from './prefix.ts';
import type { SpeakerId } from './speakers.ts';

/** So many lines lie at most between two links: a blank line, a heading, links without a word of failure. */
const LINK_LINES = 5;
/** The words that should follow were not printed. */
const OPEN_END = /\b(?:error|failed|fatal):\s*$/i;
/** A heading of what follows. */
const HEADING = /:\s*$/;
/** Rust's Debug over several lines (`{:#?}`): the fields follow, and the last of them is the source. */
const OPENED = /\w(?:\(| ?\{)\s*$/;
/** The code of a cloud's answer, and the field of its body that tells the reason. */
const ANSWERED = /^ERROR CODE: /;
const BODY = /^\s*"message": ?"/;
const BODY_LINES = 8;
/** What a VMM reports of its work has the form of its errors. */
const TELLING = /\b(?:using|starting|started|loading|loaded|initiali[sz]ing|listening)\b/i;
/** Python logs what failed, and below it the exception: its frames, then what it says (logging.exception()). */
const TRACEBACK = /^Traceback \(most recent call last\)/;
const EXCEPTION = /^(?:[\w.]+(?:Error|Exception)|(?:[a-z_]\w*\.)+[A-Z]\w+): /;
const FRAMES = 150;
/** A program that clears up after a failure complains of what is not there: that is an effect, whatever the level. */
const CLEARING_UP =
  /\b(?:[Ff]ailed|[Ee]rror|[Cc]annot|[Cc]ould not|[Uu]nable)(?: to)? (?:delet|remov|clean|unmount|umount|detach|stop|kill|shut|destroy|close|tear|terminat|roll)/;
/** The innermost reason of a chain is that a program ended: what that program printed stands elsewhere. */
const PROGRAM_ENDED = /\bexit status:? [1-9]\d*\W*$/;
/** So many lines lie at most between the words of a program and those of its manager. */
const OWN_LINES = 10;

/** Who may be a unit of systemd, or be started by a manager. */
const UNITS: readonly SpeakerId[] = ['program', 'unknown', 'vmm', 'host-program'];

/** The complaint that says most; of two that say as much, the first. */
export function tellingMost(complaints: readonly Heard[]): Heard | undefined {
  const byOrder = complaints
    .map((heard) => ({ heard, order: order(heard) }))
    .sort((a, b) => b.order - a.order || a.heard.line - b.heard.line);
  const [most] = byOrder;
  const reason = most && reasonsOf(most.heard, complaints).at(-1);
  const own = reason && byOrder.find(({ heard, order: at }) => heard.line > reason.line && at === most.order);
  const first = reason !== undefined && PROGRAM_ENDED.test(reason.text) ? (own ?? most)?.heard : most?.heard;
  if (first === undefined || !(first.aftermath || OPEN_END.test(first.text))) return first;
  const last = complaints.findLast((heard) => isEndOf(heard, first));
  const words = last && (reasonInRun(last, complaints) ?? last);
  const isProgram = words !== undefined && UNITS.includes(words.speaker);
  // The program ended after these words, so they count as much as its end, whatever their level.
  return words === undefined || !isProgram ? first : { ...words, weight: first.weight, end: first };
}

/**
 * Programs in C print the reason first, and with each function that returns what could not be done, therefore: of lines without a
 * gap, of which the last quotes no error of the system, the first that quotes one.
 */
function reasonInRun(last: Heard, complaints: readonly Heard[]): Heard | undefined {
  if (errorIn(last.text) !== undefined) return undefined;
  const said = complaints
    .filter(({ line, program }) => line <= last.line && program !== undefined && program === last.program)
    .toReversed();
  const gap = said.findIndex(({ line }, index) => (said[index - 1]?.line ?? last.line) - line > 1);
  const run = gap < 0 ? said : said.slice(0, gap);
  return run.findLast(({ text }) => errorIn(text) !== undefined);
}

/** The reasons that follow a complaint, the innermost last; none where its line says all. Another complaint ends them. */
export function reasonsOf(heard: Heard, complaints: readonly Heard[]): readonly Heard[] {
  const reasons: Heard[] = [];
  for (const link of complaints) {
    if (link.line <= heard.line) continue;
    const before = reasons.at(-1) ?? heard;
    const isNear = link.line - before.line <= LINK_LINES;
    if (!isNear || link.boot !== heard.boot || !(isLink(link) || isAnnouncedBy(before, link))) break;
    reasons.push(link);
  }
  const last = reasons.at(-1) ?? heard;
  const below = bodyOf(last, complaints) ?? exceptionBelow(last, complaints);
  if (below !== undefined) return [...reasons, below];
  return reasons.length > 0 ? reasons : bareReasonsOf(heard, complaints);
}

/** The message of an answer whose code this line has. */
function bodyOf({ text, line: at }: Heard, complaints: readonly Heard[]): Heard | undefined {
  if (!ANSWERED.test(peel(text).text)) return undefined;
  return complaints.find(({ line, text: body }) => line > at && line <= at + BODY_LINES && BODY.test(body));
}

/** What the exception says whose traceback follows; of several, where one was raised while another was handled, the first. */
function exceptionBelow({ line: at, boot }: Heard, complaints: readonly Heard[]): Heard | undefined {
  const below = complaints.filter(({ line, boot: of }) => line > at && line <= at + FRAMES && of === boot);
  const begins = ({ line, text }: Heard) => line <= at + 2 && TRACEBACK.test(peel(text).text);
  return below.some(begins) ? below.find(({ text }) => EXCEPTION.test(peel(text).text)) : undefined;
}

/** Complaints in lines without a gap, down to one that is an error of the system and nothing else: each line is the reason of the line above. */
function bareReasonsOf(heard: Heard, complaints: readonly Heard[]): readonly Heard[] {
  const run: Heard[] = [];
  for (const next of complaints) {
    if (next.line <= heard.line) continue;
    const isNext = next.line - (run.at(-1) ?? heard).line === 1;
    if (!isNext || next.boot !== heard.boot || next.speaker !== heard.speaker) return [];
    run.push(next);
    if (isSystemError(peel(next.text).text.trim())) return run;
  }
  return [];
}

/** What the last reason says, and what it is of, where it is no more than an error of the system. */
export function wordsOfReasons(reasons: readonly Heard[]): string | undefined {
  const words = reasons.map(({ text }) => ownWords(text));
  const last = words.at(-1);
  if (last === undefined || !isSystemError(last)) return last;
  const of = words.findLast((other) => !isSystemError(other));
  return of === undefined || of.endsWith(last) ? last : `${of}: ${last}`;
}

function isLink({ announced, text }: Heard): boolean {
  const words = peel(text).text;
  return announced || LINK.test(words) || ANSWERED.test(words);
}

/** Whether the next words say what the words before are of: these end in a colon, or open a value whose fields follow. */
function isAnnouncedBy({ text, speaker, line }: Heard, next: Heard): boolean {
  if (speaker === 'kernel' || next.speaker === 'kernel') return false;
  if (OPENED.test(text)) return /^\s/.test(next.text);
  return speaker === next.speaker && next.line === line + 1 && HEADING.test(text);
}

/**
 * A CI system repeats what others have said, and so does a line that is a known symptom; an aftermath says a little less than the
 * words before. A kernel complains of much, and boots stop at file systems and disks.
 */
function order({ weight, speaker, symptom, aftermath, text }: Heard): number {
  const clearsUp = CLEARING_UP.test(text) ? 15 : 0;
  const tells = speaker === 'vmm' && TELLING.test(text) ? 2 : 0;
  const ofRoot = speaker === 'kernel' && nounOf(peel(text).text, 'guest', true) !== undefined ? 2 : 0;
  return (
    ofRoot + weight * 10 - (speaker === 'ci' || symptom ? 25 : 0) - (aftermath ? 1 : 0) - clearsUp - tells
  );
}

/** Whether the end that a manager tells, shortly after these words, may be of who said them: a kernel runs beside both. */
function isEndOf({ speaker, aftermath, boot, line, text }: Heard, end: Heard): boolean {
  const distance = end.line - line;
  const isNear = distance > 0 && distance <= OWN_LINES && boot === end.boot;
  return isNear && !aftermath && speaker !== 'kernel' && !HEADING.test(text);
}
