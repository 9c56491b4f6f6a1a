/** Diagnoses a log without a scenario: a host's kernel log, a VMM's messages, a guest's console, or all mixed. */

import type { Match } from '../console/pattern.ts';
import { LineScanner, type LineView } from '../console/scanner.ts';
import { given } from '../words/given.ts';
import type { LogOrigin } from '../words/words.ts';
import { Behind } from './behind.ts';
import { BEFORE, type LastWords } from './diagnosis/input.ts';
import { causeOf } from './family.ts';
import { Suspects } from './guilty/suspects.ts';
import { hasHarmless, unexplained } from './harmless.ts';
import { answer, type LogReport } from './log/answer.ts';
import { firstMatch, type LogBook, logBook } from './log/book.ts';
import type { LoggedBoot } from './log/boots.ts';
import { type Heard, type Known, type Spoken, spoken } from './log/collected.ts';
import {
  COMMANDS,
  type Complaint,
  isBelowError,
  OF_PERSON,
  TYPED,
  withoutMentions,
} from './log/complaints.ts';
import { type Form, formOf, HEAD } from './log/form.ts';
import { isFromOutside } from './log/from-outside.ts';
import { goingOn, isRemark, REMARK_LINES, saysGoesOn } from './log/going-on.ts';
import { BrokenLines } from './log/hard-wrap.ts';
import { KEPT, type Line, TRACE } from './log/line.ts';
import { complaintInOtherLetters } from './log/other-letters.ts';
import { behindProgram, peel, withoutEscapes, withoutQuotedColours } from './log/prefix.ts';
import { Rescanner } from './log/rescanner.ts';
import { Speaking } from './log/speaking.ts';
import { Trail } from './log/trail.ts';
import { carried, isAround } from './log/wrapping.ts';
import { quoted } from './quote.ts';
import { Recent } from './recent.ts';
import { fingerprintOf, type Signature, titleOf } from './signature.ts';

export type { LogReport } from './log/answer.ts';

/** A VMM's own log below the level of warnings, as Cloud Hypervisor and Firecracker write it. */
const VMM_WORKS = /\b(?:INFO|DEBUG|TRACE):|^Running Firecracker/;
/** A paste may have lost the blanks before a sentence or a path. */
const INDENTED = /^(?:\| )?(?:\s|[A-Z][a-z]+ [a-z]|\/\w)/;
/** A link of a chain of errors: `0: …`. */
const NUMBERED = /^\s*\d{1,2}: /;
type Said = Pick<Complaint, 'weight' | 'kernel' | 'aftermath' | 'trace' | 'heading'>;
/** What a line says that another one has announced. */
const SAID: Said = { weight: 1 };
/** Where the CPU was, in the kernel. */
const REGISTER = /\bRIP: 00\d\d:(\w+)\+/;
/** `[`: a line of a kernel begins with its time. */
const BRACKET = 0x5b;
const HEX = /\b0xADDR/g;

/** Feed it bytes with {@link push}; {@link end} gives the report. */
export class LogReader {
  readonly #source: LogOrigin;
  readonly #book: LogBook;
  readonly #scanner: LineScanner;
  readonly #recent = new Recent();
  /** The log's beginning, until it shows the form. */
  #head = Buffer.alloc(0);
  #form: Form | undefined;
  readonly #rescanner: Rescanner;
  readonly #broken = new BrokenLines(({ text, number }) =>
    this.#readLine({ text, hits: this.#rescanner.needlesIn(text), first: text.charCodeAt(0) }, number),
  );
  readonly #known: Known[] = [];
  /** How many of them are failures. */
  #failures = 0;
  #omitted = 0;
  readonly #suspects = new Suspects();
  readonly #behind: Behind;
  readonly #complaints: Heard[] = [];
  /** The last line that has words of failure and says by its level that nothing failed. */
  #murmur: Spoken | undefined;
  /** The last line of the level of an error that sound machines print, too. */
  #excused: Spoken | undefined;
  /** The line by which somebody has ended the machine from outside; undefined again when the machine speaks. */
  #endedAt: number | undefined;
  /** A line has announced that the next one says what is wrong, or that the numbered ones do that follow, or an indented one. */
  #announced: 'line' | 'list' | 'indented' | undefined;
  readonly #speaking: Speaking;
  readonly #trail: Trail;
  #vmmWorks = false;
  /** The last line whose speaker is known, and its boot. */
  #spoke: { readonly line: Line; readonly boot: LoggedBoot; readonly reached: number } | undefined;

  /** @param book what is recognised in a line: all that is known, unless somebody tries with less */
  constructor(source: LogOrigin, book: LogBook = logBook()) {
    this.#source = source;
    this.#book = book;
    this.#behind = new Behind(book.before);
    this.#speaking = new Speaking(source, this.#book);
    this.#trail = new Trail(source, this.#book, this.#known);
    this.#scanner = new LineScanner(this.#book.automaton, {
      everyLine: false,
      onLine: (line) => this.#read(line),
      onWipe: (line) => this.#read(line),
      plain: true,
    });
    this.#rescanner = new Rescanner(this.#book.automaton);
  }

  push(bytes: Uint8Array): void {
    if (this.#form !== undefined) this.#take(bytes);
    else {
      this.#head = Buffer.concat([this.#head, bytes]);
      if (this.#head.length >= HEAD) this.#begin();
    }
  }

  /** The first bytes show the form of all of them. */
  #begin(): void {
    this.#form = formOf(this.#head.subarray(0, HEAD));
    this.#scanner.everyLine = this.#readsAll;
    this.#take(this.#head.subarray(this.#form.mark));
    this.#head = Buffer.alloc(0);
  }

  #take(bytes: Uint8Array): void {
    this.#recent.keep(bytes);
    this.#scanner.push(bytes);
  }

  end(): LogReport {
    if (this.#form === undefined) this.#begin();
    this.#scanner.end();
    this.#broken.end();
    this.#suspects.end();
    this.#trail.end();
    const last = this.#lastWords();
    const { boots, timeline, fromOutside, confidentialSeen, soundProgram, reset, boot } = this.#trail;
    // A trace may be all that there is, and no word of it is known.
    const { kernelTime, program } = peel(last?.text ?? '');
    if (kernelTime !== undefined && (program === undefined || program === 'kernel')) boot.kernelSpoke = true;
    return answer({
      source: this.#source,
      known: this.#known,
      omitted: this.#omitted,
      complaints: this.#complaints,
      murmur: this.#murmur,
      excused: this.#excused,
      timeline,
      boots,
      lines: this.#scanner.lineCount,
      fromOutside,
      confidentialSeen,
      vmmWorks: this.#vmmWorks,
      ...given({ soundProgram, reset, last, spoke: this.#spoke && spoken(this.#spoke.line, this.#spoke) }),
    });
  }

  #strip(line: string): string {
    return this.#form?.strip(line) ?? line;
  }

  #lastWords(): LastWords | undefined {
    const lines = this.#recent
      .lines(true)
      .map((line) => carried(withoutQuotedColours(this.#strip(line))).text);
    const isSaid = (text: string) => !isAround(text);
    const forgotten = this.#scanner.lineCount - lines.length;
    // The lines before the end from outside, as far as they are kept.
    const said =
      this.#endedAt === undefined ? lines : lines.slice(0, Math.max(0, this.#endedAt - forgotten - 1));
    const index = said.some(isSaid) ? said.findLastIndex(isSaid) : lines.findLastIndex(isSaid);
    const text = lines[index];
    if (text === undefined) return undefined;
    const line = forgotten + index + 1;
    return { line, text: quoted(text), before: lines.slice(Math.max(0, index - BEFORE), index) };
  }

  /** Lines are not spelled as they were printed. */
  get #readsAll(): boolean {
    return this.#form?.isEncoded === true || this.#form?.hardWrap !== undefined;
  }

  /** A line as somebody wrote it down, who may have broken the line that was printed. */
  #read(view: LineView): void {
    const { lineCount } = this.#scanner;
    const hardWrap = this.#form?.hardWrap;
    if (hardWrap === undefined) this.#readLine(view, lineCount);
    else this.#broken.read(view.text, lineCount, hardWrap);
  }

  #readLine(view: Pick<LineView, 'text' | 'hits' | 'first'>, number: number): void {
    const isEncoded = this.#readsAll;
    const { hits: found } = view;
    if (this.#endedAt !== undefined && view.first === BRACKET && peel(view.text).kernelTime !== undefined)
      this.#endedAt = undefined;
    const passes = !isEncoded && view.first === BRACKET && found.length > 0 && this.#book.onlyShapes(found);
    if (passes) this.#speaking.passKernel();
    // Most lines that have words of some table are such lines, and nobody asks for their text.
    if (passes && !this.#scanner.everyLine) return;
    const stripped = this.#strip(view.text);
    const shown = withoutQuotedColours(stripped);
    const { text } = carried(shown);
    // Colours that are quoted part words which the tables hold together.
    const isOther = text !== view.text && (isEncoded || shown !== stripped);
    const hits = isOther ? this.#rescanner.needlesIn(text) : found;
    this.#suspects.read(text);
    if (passes) this.#announced = undefined;
    else if (hits.length > 0 || (this.#announced !== undefined && text.trim() !== ''))
      this.#readKnown(shown, text, hits, number);
    this.#trail.read(text, number);
    this.#scanner.everyLine =
      isEncoded ||
      this.#suspects.searching ||
      this.#trail.reads ||
      this.#announced !== undefined ||
      this.#endedAt !== undefined;
  }

  /** A line that has words of some table. */
  #readKnown(shown: string, own: string, hits: readonly number[], number: number): void {
    // Reports in public fold addresses; the catalog wants digits there.
    const whole = peel(folded(shown));
    const speaker = this.#speaking.of(whole, hits, this.#trail.boot);
    const isCarried = this.#speaking.isCarrier(whole);
    const isNamed = isCarried || whole.program === 'kernel';
    const text = withoutEscapes(folded(isNamed ? behindProgram(own) : own));
    const peeled = isCarried ? peel(text) : whole;
    const line: Line = { number, shown, hits, text, peeled, speaker };
    this.#vmmWorks ||= this.#source === 'mixed' && speaker === 'vmm' && VMM_WORKS.test(peeled.text);
    this.#trail.follow(line);
    if (speaker === 'kernel' || speaker === 'firmware') this.#endedAt = undefined;
    else if (isFromOutside(peeled.text)) this.#endedAt ??= line.number;
    if (speaker !== 'unknown')
      this.#spoke = { line, boot: this.#trail.boot, reached: this.#trail.boot.furthest };
    const known = this.#readSignature(line);
    this.#behind.read(line, line.number);
    if (known !== 'known') this.#readComplaint(line, known === 'symptom');
    // A link that a row knows does not end the chain: the innermost one says why.
    else this.#announced = this.#announcedBy(line);
  }

  /** What a known line announces: the next link of its list, or the indented lines that say of what it is. */
  #announcedBy(line: Line): 'list' | 'indented' | undefined {
    if (this.#announced !== undefined && NUMBERED.test(line.peeled.text)) return 'list';
    return this.#complaintOf(line)?.heading === 'indented' ? 'indented' : undefined;
  }

  // ---- what failed ------------------------------------------------------------------------------------------

  /** Whether a row of the catalog knows the line, as a failure or as harmless; a symptom's line may quote who says why. */
  #readSignature(line: Line): 'known' | 'symptom' | undefined {
    const { hits, text } = line;
    // What somebody typed is no message, whatever words it has.
    if (this.#source === 'mixed' && TYPED.test(line.peeled.text)) return undefined;
    let isHarmless = false;
    for (const index of this.#book.signatures.of(hits)) {
      const known = this.#book.signatures.items[index];
      if (known === undefined || !this.#speaking.mayPrint(line.speaker, known.entry)) continue;
      if (!this.#behind.allows(known.entry, line.number)) continue;
      const first = known.pattern.exec(text, 0);
      if (first === undefined) continue;
      const match =
        known.entry.unless?.test(text) === true ? undefined : unexplained(known.pattern, text, first);
      if (match === undefined) {
        isHarmless = true;
        continue;
      }
      this.#keep(known.entry, match, line);
      const { symptom, severity } = known.entry;
      return symptom === true && severity !== 'warning' ? 'symptom' : 'known';
    }
    return isHarmless ? 'known' : undefined;
  }

  #keep(matched: Signature, match: Match, line: Line): void {
    const { groups } = match;
    const row = causeOf(matched, groups);
    const { id, phase, hint, severity } = row;
    // A flood of warnings must not hide the failure after it.
    const counts = severity === 'warning' ? this.#known.length : this.#failures;
    if (counts >= KEPT) {
      this.#omitted++;
      return;
    }
    if (severity !== 'warning') this.#failures++;
    const { number, shown, speaker, peeled } = line;
    if (row.streams?.includes('host') === true && speaker === 'kernel') this.#trail.claimForHost(line);
    const { boot } = this.#trail;
    if (row.belies !== undefined) boot.belie();
    boot.fail(id);
    // A mount that failed makes a shell after it one that nobody wanted.
    if (phase === 'initramfs' && severity === 'warning') boot.complain(number, peeled.text);
    const going = goingOn(line, row, match);
    const known: Known = {
      id,
      phase,
      hint,
      severity,
      title: quoted(titleOf(row, groups)),
      fingerprint: quoted(fingerprintOf(row, groups)),
      line: number,
      text: quoted(shown),
      boot,
      speaker,
      reached: boot.furthest,
      orLater: row.orLater === true,
      fromOutside: this.#endedAt !== undefined,
      ...given({ goingOn: going, kernelTime: peeled.kernelTime }),
    };
    if (isRemark(line, row)) this.#belie(known);
    this.#known.push(known);
    if (phase === 'initramfs' && severity !== 'warning' && !known.orLater) boot.rootFailed = true;
    if (row.guilty === undefined) return;
    this.#suspects.follow(row.guilty, line.text, groups.func, (told) => {
      known.trace = told.trace.map(quoted);
      known.title = quoted(titleOf(row, groups, told));
      known.fingerprint = quoted(fingerprintOf(row, groups, told.func));
    });
  }

  /** What the same program has complained of right before was no end: it has said that it goes on. */
  #belie({ speaker, boot, line = 0 }: Known): void {
    const block = this.#known.slice(-REMARK_LINES);
    for (const known of block) {
      const isNear = line - (known.line ?? 0) <= REMARK_LINES;
      const isOwn = known.speaker === speaker || known.speaker === 'unknown';
      if (isNear && isOwn && known.boot === boot) known.goingOn ??= 'tries';
    }
  }

  // ---- what nobody knows ------------------------------------------------------------------------------------

  #readComplaint(line: Line, symptom: boolean): void {
    const { number, text, peeled, speaker } = line;
    const isNumbered = NUMBERED.test(peeled.text);
    const announced =
      this.#announced === 'line' ||
      (this.#announced === 'list' && isNumbered) ||
      (this.#announced === 'indented' && INDENTED.test(line.shown));
    this.#announced = undefined;
    const own = this.#complaintOf(line);
    const complaint = own ?? (announced ? SAID : undefined);
    if (complaint === undefined || COMMANDS.test(peeled.text)) return;
    if (complaint.weight === 1 && speaker === 'unknown' && OF_PERSON.test(peeled.text)) return;
    const { boot } = this.#trail;
    const said = spoken(line, { boot, reached: boot.furthest });
    if (hasHarmless(text)) {
      if (complaint.weight > 1 && !isBelowError(peeled)) this.#excused = said;
      return;
    }
    // A row knows that it is a failure, whatever its level.
    if (isBelowError(peeled) && !symptom) {
      if (own !== undefined) this.#murmur = said;
      return;
    }
    if (complaint.trace === true && this.#isToldOf(number)) return;
    if (complaint.heading !== undefined) this.#announced = complaint.heading === true ? 'line' : 'indented';
    else if (announced && isNumbered) this.#announced = 'list';
    // A heading of a chain says nothing by itself.
    if (complaint.heading === true && complaint.weight === 1) return;
    const heard: Heard = {
      ...said,
      weight: speaker !== 'kernel' && saysGoesOn(text) ? 1 : complaint.weight,
      symptom,
      aftermath: complaint.aftermath === true,
      fromOutside: this.#endedAt !== undefined,
      announced,
    };
    this.#complaints.push(heard);
    if (speaker !== 'kernel') boot.complain(number, peeled.text);
    if (complaint.trace === true)
      this.#suspects.follow({ place: 'fault' }, text, REGISTER.exec(text)?.[1], (told) => {
        heard.told = told;
      });
    // The first explain most, and the last stand near the end.
    if (this.#complaints.length > KEPT) this.#complaints.splice(KEPT / 2, 1);
  }

  #complaintOf({ hits, peeled, speaker }: Line): Complaint | undefined {
    const match = (words: string) =>
      firstMatch<Complaint>(
        this.#book.complaints,
        hits,
        words,
        ({ weight, kernel }) => speaker !== 'kernel' || kernel === true || weight === 1,
      );
    // Few lines have such words, and to take out mentions is slow.
    if (match(peeled.text) === undefined) return complaintInOtherLetters(peeled.text);
    return match(withoutMentions(peeled.text));
  }

  /** Whether a known line shortly before has said what the trace in this line is of. */
  #isToldOf(number: number): boolean {
    const known = this.#known.at(-1);
    return known?.boot === this.#trail.boot && number - (known.line ?? 0) < TRACE.lines;
  }
}

function folded(line: string): string {
  return line.includes('0xADDR') ? line.replace(HEX, '0x0') : line;
}
