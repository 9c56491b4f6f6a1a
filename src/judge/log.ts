/** Diagnoses a log without a scenario: a host's kernel log, a VMM's messages, a guest's console, or all mixed. */

import { LineScanner, type LineView } from '../console/scanner.ts';
import { GUEST_STREAMS, isGuestStream, type LogOrigin, PHASES } from '../words/words.ts';
import { SUPPRESSIONS } from './catalog/index.ts';
import type { LastWords } from './diagnosis/input.ts';
import { causeOf } from './family.ts';
import { Suspects } from './guilty/suspects.ts';
import { answer, type Heard, type Known, type LogReport, type Restart } from './log/answer.ts';
import { compileLogBook, firstMatch, type LogBook } from './log/book.ts';
import { DONE, LoggedBoot, lifeOf, type Trait } from './log/boots.ts';
import { BELOW_ERROR, COMMANDS, type Complaint, MENTIONS } from './log/complaints.ts';
import { type Peeled, peel } from './log/prefix.ts';
import { type Printer, SPEAKERS, type SpeakerId, speakerOfProgram } from './log/speakers.ts';
import { quoted } from './quote.ts';
import { Recent } from './recent.ts';
import {
  fingerprintOf,
  isOwnWords,
  type LineOrigin,
  type Milestone,
  type Signature,
  titleOf,
} from './signature.ts';

export type { LogReport } from './log/answer.ts';

/** How many sightings, milestones, complaints and boots are kept: a log may repeat them for ever. */
const KEPT = 1000;
/** A trace ends within so many lines and seconds of its first one. */
const TRACE = { lines: 80, seconds: 1 };
/** Milestones of a boot that was recorded from outside: a command in a running guest does not print them. */
const FROM_OUTSIDE = /^(?:linux-banner|efi-stub|edk2-|bds-|seabios|ipxe|grub)/;
const KERNEL = PHASES.indexOf('kernel');
/** A VMM's own log below the level of warnings, as Cloud Hypervisor and Firecracker write it. */
const VMM_WORKS = /\b(?:INFO|DEBUG|TRACE):|^Running Firecracker/;
const HEX = /\b0xADDR/g;

/** A line with what was found out of it. */
interface Line {
  readonly number: number;
  readonly shown: string;
  readonly hits: readonly number[];
  /** The whole line, and the speaker's own words. */
  readonly text: string;
  readonly peeled: Peeled;
  readonly speaker: SpeakerId;
}

/** Feed it bytes with {@link push}; {@link end} gives the report. */
export class LogReader {
  readonly #source: LogOrigin;
  readonly #book: LogBook = compileLogBook();
  readonly #scanner: LineScanner;
  readonly #known: Known[] = [];
  readonly #suspects = new Suspects();
  #omitted = 0;
  readonly #complaints: Heard[] = [];
  readonly #timeline: Restart[] = [];
  readonly #boots: LoggedBoot[] = [new LoggedBoot()];
  #reset: Restart | undefined;
  readonly #recent = new Recent();
  #previous: SpeakerId = 'unknown';
  #fromOutside = false;
  #tdSeen = false;
  #vmmWorks = false;

  constructor(source: LogOrigin) {
    this.#source = source;
    this.#scanner = new LineScanner(this.#book.automaton, {
      everyLine: false,
      onLine: (line) => this.#read(line),
      onWipe: (line) => this.#read(line),
    });
  }

  push(bytes: Uint8Array): void {
    this.#recent.keep(bytes);
    this.#scanner.push(bytes);
  }

  end(): LogReport {
    this.#scanner.end();
    this.#suspects.end();
    const last = this.#lastWords();
    // A trace may be all that there is, and no word of it is known.
    if (last !== undefined && peel(last.text).kernelTime !== undefined) this.#boot.kernelSpoke = true;
    return answer({
      source: this.#source,
      known: this.#known,
      omitted: this.#omitted,
      complaints: this.#complaints,
      timeline: this.#timeline,
      boots: this.#boots,
      lines: this.#scanner.lineCount,
      fromOutside: this.#fromOutside,
      tdSeen: this.#tdSeen,
      vmmWorks: this.#vmmWorks,
      ...(this.#reset === undefined ? {} : { reset: this.#reset }),
      ...(last === undefined ? {} : { last }),
    });
  }

  #lastWords(): LastWords | undefined {
    const lines = this.#recent.lines();
    const index = lines.findLastIndex((text) => text.trim() !== '');
    const text = lines[index];
    return text === undefined
      ? undefined
      : { line: this.#scanner.lineCount - lines.length + index + 1, text: quoted(text) };
  }

  // ---- lines ------------------------------------------------------------------------------------------------

  #read(view: LineView): void {
    const { text: shown, hits } = view;
    this.#suspects.read(shown);
    this.#scanner.everyLine = this.#suspects.searching;
    if (hits.length === 0) return;
    if (shown.startsWith('[') && this.#book.onlyShapes(hits)) {
      this.#previous = 'kernel';
      return;
    }
    // Reports in public fold addresses; the catalog wants digits there.
    const text = shown.includes('0xADDR') ? shown.replace(HEX, '0x0') : shown;
    const peeled = peel(text);
    const speaker = this.#speakerOf(peeled, hits);
    this.#previous = speaker;
    const line = { number: this.#scanner.lineCount, shown, hits, text, peeled, speaker };
    this.#fromOutside ||= speaker === 'vmm';
    this.#vmmWorks ||= this.#source === 'mixed' && speaker === 'vmm' && VMM_WORKS.test(peeled.text);
    this.#followBoots(line);
    if (this.#source !== 'vmm' && this.#source !== 'build') this.#readLife(line);
    if (!this.#readSignature(line)) this.#readComplaint(line);
    this.#scanner.everyLine = this.#suspects.searching;
  }

  #speakerOf({ text, program, kernelTime }: Peeled, hits: readonly number[]): SpeakerId {
    if (this.#source === 'vmm' || this.#source === 'build') return this.#source;
    const shape = firstMatch(this.#book.shapes, hits, text)?.speaker;
    if (this.#source !== 'mixed' && this.#source !== 'host') {
      return shape === 'firmware' || shape === 'bootloader' || shape === 'kernel' || kernelTime !== undefined
        ? (shape ?? 'kernel')
        : 'program';
    }
    if (program !== undefined) return shape === 'wrapper' ? shape : speakerOfProgram(program);
    if (kernelTime !== undefined) return shape === 'firmware' || shape === 'program' ? shape : 'kernel';
    return shape ?? this.#inherited();
  }

  /** Of a line without a shape: a guest that is up prints what its programs say, and a build goes on. */
  #inherited(): SpeakerId {
    if (this.#source !== 'mixed' && isGuest(this.#source)) return 'program';
    const previous = this.#previous;
    if (previous === 'build' || previous === 'program') return previous;
    return previous === 'kernel' && this.#boot.furthest >= PHASES.indexOf('initramfs')
      ? 'program'
      : 'unknown';
  }

  // ---- boots ------------------------------------------------------------------------------------------------

  get #boot(): LoggedBoot {
    return this.#boots.at(-1) ?? this.#nextBoot();
  }

  #nextBoot(): LoggedBoot {
    const boot = new LoggedBoot();
    if (this.#boots.length >= KEPT) this.#boots.pop();
    this.#boots.push(boot);
    return boot;
  }

  #followBoots({ number, hits, text, peeled: { kernelTime, program, prompt }, speaker }: Line): void {
    if (speaker === 'kernel') {
      const { time } = this.#boot;
      if (kernelTime !== undefined && time !== undefined && kernelTime + TRACE.seconds < time)
        this.#nextBoot();
      const boot = this.#boot;
      boot.kernelSpoke = true;
      boot.time = kernelTime ?? boot.time;
      if (prompt === true) boot.live(DONE, number);
    }
    for (const index of this.#book.traits.of(hits)) {
      const trait = this.#book.traits.items[index];
      if (trait?.pattern.exec(text, 0) === undefined || trait.entry.unless?.test(text) === true) continue;
      if (this.#boot.note(trait.entry.shows)) continue;
      this.#splitBoot(number, trait.entry.shows, kernelTime);
    }
    // A journal in which a VMM or its manager writes is the host's.
    const manager =
      program !== undefined && (speaker === 'wrapper' || speaker === 'libvirt' || speaker === 'vmm');
    if (manager && !this.#boot.note('host')) this.#splitBoot(number, 'host', kernelTime);
    const leave = firstMatch(this.#book.leaves, hits, text);
    if (leave === undefined) return;
    this.#boot.leaves = true;
    if (leave.good) this.#boot.live(DONE, number);
  }

  /** The line is of another machine than the ones before it, and so is the trace that it belongs to. */
  #splitBoot(number: number, shows: Trait['shows'], time: number | undefined): void {
    const before = this.#boot;
    const boot = this.#nextBoot();
    boot.note(shows);
    boot.kernelSpoke = true;
    if (time !== undefined) boot.time = time;
    for (const known of this.#known) {
      const near = known.boot === before && (known.line ?? 0) > number - TRACE.lines;
      if (
        near &&
        known.kernelTime !== undefined &&
        Math.abs(known.kernelTime - (time ?? 0)) < TRACE.seconds
      ) {
        known.boot = boot;
      }
    }
  }

  // ---- signs of life ----------------------------------------------------------------------------------------

  #readLife(line: Line): void {
    const { hits, text, number } = line;
    if (this.#source === 'mixed' || this.#source === 'host') {
      const sign = firstMatch(this.#book.signs, hits, text);
      if (sign !== undefined && this.#boot.note('host')) {
        this.#boot.reach(sign.id, 0, number);
        this.#pass('host', sign.title, number);
      }
    }
    if (line.speaker === 'host-firmware') return;
    for (const index of this.#book.milestones.of(hits)) {
      const known = this.#book.milestones.items[index];
      const match = known?.pattern.exec(text, 0);
      if (known === undefined || match === undefined) continue;
      const { entry } = known;
      // What a VMM says of its guest counts, and the words of a guest in the mouth of a VMM do not.
      if ((line.speaker === 'vmm') !== (entry.streams?.includes('vmm') === true)) continue;
      if (entry.afterKernel === true && !(this.#boot.kernelSpoke && this.#boot.furthest >= KERNEL)) continue;
      if (entry.evidence === true && isOwnWords(text.slice(0, match.start))) this.#tdSeen = true;
      this.#fromOutside ||= FROM_OUTSIDE.test(entry.id);
      this.#startBoot(entry, line, text.slice(match.start));
      this.#boot.reach(entry.id, lifeOf(entry), number);
      this.#pass(entry.phase, entry.title, number);
    }
  }

  #pass(phase: Restart['phase'], title: string, line: number): void {
    if (this.#timeline.length < KEPT) this.#timeline.push({ line, phase, title, boot: this.#boot });
  }

  /** A banner begins a boot. The boot before it was reset when it was a guest's that did not mean to end. */
  #startBoot({ id, phase, title, restarts }: Milestone, { number, shown }: Line, banner: string): void {
    const before = this.#boot;
    if (id === 'linux-banner') {
      // What a kernel prints before its banner, or a firmware before the kernel, has begun the boot already.
      const begun = before.banner === undefined;
      if (!begun) this.#nextBoot();
      const last = begun ? this.#boots.at(-2) : before;
      // Two consoles in one log print the banner twice, one after the other.
      const printedTwice = last?.bannerLine === number - 1;
      if (last?.banner === banner && !printedTwice) this.#noteReset(last, number, title, shown);
      this.#boot.banner = banner;
      this.#boot.bannerLine = number;
      this.#boot.kernelSpoke = true;
    } else if (phase === 'firmware' || phase === 'bootloader') {
      if (before.kernelSpoke) this.#nextBoot();
      if (before.banner !== undefined && restarts === true) this.#noteReset(before, number, title, shown);
      if (phase === 'firmware') this.#boot.note('surely-guest');
    }
  }

  #noteReset(boot: LoggedBoot, line: number, title: string, shown: string): void {
    if (boot.leaves) return;
    this.#reset ??= { boot, line, phase: 'kernel', title, text: quoted(shown) };
  }

  // ---- what failed ------------------------------------------------------------------------------------------

  /** True when a row of the catalog knows the line, as a failure or as harmless. */
  #readSignature(line: Line): boolean {
    const { hits, text } = line;
    let isHarmless = false;
    for (const index of this.#book.signatures.of(hits)) {
      const known = this.#book.signatures.items[index];
      if (known === undefined || !this.#mayPrint(line.speaker, known.entry)) continue;
      const match = known.pattern.exec(text, 0);
      if (match === undefined) continue;
      if (known.entry.unless?.test(text) === true) {
        isHarmless = true;
        continue;
      }
      if (SUPPRESSIONS.some((harmless) => harmless.test(text))) return true;
      this.#keep(known.entry, match.groups, line);
      // A symptom does not say why, and its line may quote who does.
      return known.entry.symptom !== true;
    }
    return isHarmless;
  }

  /** Whether this speaker may print the row's line: a guest may say a VMM's words, and then they mean nothing. */
  #mayPrint(speaker: SpeakerId, { streams }: Signature): boolean {
    const source = this.#source;
    if (source === 'host') return streams === undefined || streams.includes('host');
    if (source !== 'mixed') return streams === undefined ? isGuest(source) : streams.includes(source);
    const { prints } = SPEAKERS[speaker];
    return (streams ?? GUEST_STREAMS).some((origin) => prints.includes(printerOf(origin)));
  }

  #keep(matched: Signature, groups: Readonly<Record<string, string>>, line: Line): void {
    if (this.#known.length >= KEPT) {
      this.#omitted++;
      return;
    }
    const row = causeOf(matched, groups);
    const { id, phase, hint, severity } = row;
    const ofHost = row.streams?.includes('host') === true && line.speaker === 'kernel';
    if (ofHost && !this.#boot.note('host')) this.#splitBoot(line.number, 'host', line.peeled.kernelTime);
    const boot = this.#boot;
    const known: Known = {
      id,
      phase,
      hint,
      severity,
      title: quoted(titleOf(row, groups)),
      fingerprint: quoted(fingerprintOf(row, groups)),
      line: line.number,
      text: quoted(line.shown),
      boot,
      speaker: line.speaker,
      reached: boot.furthest,
      orLater: row.orLater === true,
      ...(line.peeled.kernelTime === undefined ? {} : { kernelTime: line.peeled.kernelTime }),
    };
    this.#known.push(known);
    if (row.guilty === undefined) return;
    this.#suspects.follow(row.guilty, line.text, groups.func, (func, trace) => {
      known.trace = trace.map(quoted);
      known.title = quoted(titleOf(row, groups, func));
      known.fingerprint = quoted(fingerprintOf(row, groups, func));
    });
  }

  // ---- what nobody knows ------------------------------------------------------------------------------------

  #readComplaint(line: Line): void {
    const { hits, text, peeled, speaker } = line;
    if (firstMatch<Complaint>(this.#book.complaints, hits, peeled.text) === undefined) return;
    if (COMMANDS.test(peeled.text) || BELOW_ERROR.some((level) => level.test(peeled.text))) return;
    if (SUPPRESSIONS.some((harmless) => harmless.test(text))) return;
    const words = MENTIONS.reduce((rest, mention) => rest.replace(mention, ' '), peeled.text);
    const complaint = firstMatch<Complaint>(this.#book.complaints, hits, words);
    if (complaint === undefined) return;
    const known = this.#known.at(-1);
    if (
      complaint.trace === true &&
      known?.boot === this.#boot &&
      line.number - (known.line ?? 0) < TRACE.lines
    )
      return;
    const quiet = speaker === 'kernel' && complaint.kernel !== true;
    const heard: Heard = {
      weight: quiet ? 1 : complaint.weight,
      line: line.number,
      text: quoted(line.shown),
      speaker,
      program: peeled.program,
      boot: this.#boot,
      reached: this.#boot.furthest,
    };
    this.#complaints.push(heard);
    // The first explain most, and the last stand near the end.
    if (this.#complaints.length > KEPT) this.#complaints.splice(KEPT / 2, 1);
  }
}

/** Of the VMM's streams the TD monitor's is one: it plays a part of the VMM. */
function printerOf(origin: LineOrigin): Printer {
  if (origin === 'host' || origin === 'build') return origin;
  return isGuestStream(origin) ? 'guest' : 'vmm';
}

function isGuest(source: LogOrigin): boolean {
  return source !== 'mixed' && source !== 'host' && source !== 'build' && isGuestStream(source);
}
