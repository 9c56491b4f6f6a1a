/** The trail of boots in a log: where one begins, whose it is, how far it came, and which of them was reset. */

import { isGuestStream, type LogOrigin, PHASES } from '../../words/words.ts';
import { KernelLog, ownText } from '../kernel-log.ts';
import { quoted } from '../quote.ts';
import { type HostSign, isOwnWords, type Milestone } from '../signature.ts';
import { firstMatch, type LogBook } from './book.ts';
import { DONE, LoggedBoot, lifeOf, type Trait } from './boots.ts';
import type { Known, Restart, SoundProgram } from './collected.ts';
import { KEPT, type Line, TRACE } from './line.ts';
import { isHosts } from './placing.ts';

/** Milestones of a boot that was recorded from outside: a command in a running guest does not print them. */
const FROM_OUTSIDE = /^(?:linux-banner|efi-stub|edk2-|bds-|seabios|ipxe|grub)/;
const KERNEL = PHASES.indexOf('kernel');

export class Trail {
  readonly boots: LoggedBoot[] = [new LoggedBoot()];
  readonly timeline: Restart[] = [];
  /** Of each boot that was reset, the line by which the next one began. */
  readonly #resets = new Map<LoggedBoot, Restart>();
  fromOutside = false;
  confidentialSeen = false;
  /** The last line in which a program said that what it was asked for is well. */
  soundProgram: SoundProgram | undefined;
  /** The command whose answer the next line may be. */
  #asked: { readonly sign: HostSign; readonly line: number } | undefined;
  readonly #source: LogOrigin;
  readonly #book: LogBook;
  /** The log of the kernel that began last, which dmesg prints again. */
  #kernelLog: KernelLog | undefined;
  /** What is known to have failed: a line may turn out to be of another boot. */
  readonly #known: readonly Known[];

  constructor(source: LogOrigin, book: LogBook, known: readonly Known[]) {
    this.#source = source;
    this.#book = book;
    this.#known = known;
  }

  /** The boot of the line that is being read. */
  get boot(): LoggedBoot {
    return this.boots.at(-1) ?? this.#nextBoot();
  }

  /** The first reset of a guest, or the first sure one. */
  get reset(): Restart | undefined {
    const resets = [...this.#resets.values()].filter(({ boot }) => !isHosts(boot, this.#source));
    return resets.find(({ sure }) => sure === true) ?? resets[0];
  }

  /** Whether every line is wanted, to tell a second boot from the log of the first, or for the answer to a command. */
  get reads(): boolean {
    return this.#kernelLog?.reads === true || this.#asked !== undefined;
  }

  /** Takes any line, after its marks were followed. */
  read(line: string, number: number): void {
    if (this.#kernelLog?.reads === true) this.#kernelLog.read(ownText(line));
    if (this.#asked === undefined || this.#asked.line === number) return;
    if (this.#asked.sign.answer?.test(line.trim()) === true) this.#noteSound(this.#asked.sign, number);
    this.#asked = undefined;
  }

  /** No line follows: what began again and has shown little decides now. */
  end(): void {
    this.#kernelLog?.end(true, true);
  }

  /** Takes a line's traits, marks of life and farewells. */
  follow(line: Line): void {
    if (line.speaker === 'vmm') this.fromOutside = true;
    this.#followKernel(line);
    this.#readTraits(line);
    if (this.#source !== 'vmm' && this.#source !== 'build') this.#readLife(line);
    const leave = firstMatch(this.#book.leaves, line.hits, line.text);
    if (leave === undefined) return;
    this.boot.leaves = true;
    if (leave.good) this.boot.live(DONE, line.number);
  }

  /** The line is the host's: of another boot than the ones before it, where those are a guest's. */
  claimForHost({ number, peeled: { kernelTime } }: Line): void {
    if (!this.boot.note('host')) this.#split(number, 'host', kernelTime);
  }

  // ---- boots ------------------------------------------------------------------------------------------------

  #nextBoot(): LoggedBoot {
    const boot = new LoggedBoot();
    if (this.boots.length >= KEPT) this.boots.pop();
    this.boots.push(boot);
    return boot;
  }

  #followKernel({ number, peeled: { kernelTime, prompt }, speaker }: Line): void {
    if (speaker !== 'kernel') return;
    const { time } = this.boot;
    const isEarlier = kernelTime !== undefined && time !== undefined && kernelTime + TRACE.seconds < time;
    const boot = isEarlier ? this.#nextBoot() : this.boot;
    boot.kernelSpoke = true;
    boot.time = kernelTime ?? boot.time;
    if (prompt === true) boot.live(DONE, number);
  }

  #readTraits(line: Line): void {
    const { number, hits, text, peeled, speaker } = line;
    for (const index of this.#book.traits.of(hits)) {
      const trait = this.#book.traits.items[index];
      if (trait?.pattern.exec(text, 0) === undefined || trait.entry.unless?.test(text) === true) continue;
      const { shows } = trait.entry;
      if (!this.boot.note(shows)) this.#split(number, shows, peeled.kernelTime);
    }
    // A journal in which a VMM or its manager writes is the host's.
    const isManager = speaker === 'wrapper' || speaker === 'libvirt' || speaker === 'vmm';
    if (isManager && peeled.program !== undefined) this.claimForHost(line);
  }

  /** The line is of another machine than the ones before it, and so is the trace that it belongs to. */
  #split(number: number, shows: Trait['shows'], time: number | undefined): void {
    const before = this.boot;
    const boot = this.#nextBoot();
    boot.note(shows);
    boot.kernelSpoke = true;
    boot.time = time;
    for (const known of this.#known) {
      const { line = 0, kernelTime } = known;
      if (known.boot !== before || kernelTime === undefined || line <= number - TRACE.lines) continue;
      if (Math.abs(kernelTime - (time ?? 0)) < TRACE.seconds) known.boot = boot;
    }
  }

  /** A banner begins a boot. The boot before it was reset when it was a guest's that did not mean to end. */
  #begin(
    { id, phase, title, once, restarts }: Milestone,
    { number, shown, text }: Line,
    banner: string,
  ): void {
    const before = this.boot;
    if (id === 'linux-banner') {
      // What a kernel prints before its banner, or a firmware before the kernel, has begun the boot already.
      const hasBegun = before.banner === undefined;
      const last = hasBegun ? this.boots.at(-2) : before;
      const boot = hasBegun ? before : this.#nextBoot();
      // Two consoles in one log print the banner twice, one after the other.
      const isTwice = last?.bannerLine === number - 1;
      const own = ownText(text);
      const again = { line: number, phase, title, text: quoted(shown) };
      if (last?.banner === banner && !isTwice) {
        const restart = this.#noteReset(last, again);
        if (restart !== undefined) this.#kernelLog?.again(own, () => this.#confirm(restart));
      } else if (!isTwice) {
        this.#kernelLog = own.startsWith('[') ? new KernelLog(own) : undefined;
        // No kernel prints the banner of another kernel, and a kernel that starts another kernel says so.
        if (last?.isUnfinished === true) this.#noteReset(last, { ...again, sure: true });
      }
      boot.banner = banner;
      boot.bannerLine = number;
      boot.kernelSpoke = true;
    } else if (
      phase === 'firmware' ||
      phase === 'bootloader' ||
      (restarts === true && before.banner !== undefined)
    ) {
      const isAgain = once === true && before.seen.has(id);
      if (before.kernelSpoke || isAgain) this.#nextBoot();
      if (isAgain || (before.banner !== undefined && restarts === true))
        this.#noteReset(before, { line: number, phase, title, text: quoted(shown), sure: true });
      if (phase === 'firmware') this.boot.note('surely-guest');
    }
  }

  #noteReset(boot: LoggedBoot, again: Omit<Restart, 'boot'>): Restart | undefined {
    if (boot.leaves) return undefined;
    const restart = { boot, ...again };
    const isNews = this.#resets.size < KEPT && !this.#resets.has(boot);
    if (isNews || (again.sure === true && this.#resets.get(boot)?.sure === undefined))
      this.#resets.set(boot, restart);
    return restart;
  }

  /** The lines after a second banner are not those of the first boot: a machine that was up was reset. */
  #confirm({ boot, ...again }: Restart): void {
    this.#noteReset(boot, { ...again, sure: true });
  }

  // ---- signs of life ----------------------------------------------------------------------------------------

  #readLife(line: Line): void {
    const { hits, text, number, speaker } = line;
    if (!isGuest(this.#source)) {
      const sign = firstMatch(this.#book.signs, hits, text);
      if (sign?.answer !== undefined) this.#ask(sign, number);
      else if (sign?.program !== undefined) this.#noteSound(sign, number);
      else if (sign !== undefined && this.boot.note('host')) this.#reach({ ...sign, phase: 'host' }, number);
    }
    if (speaker === 'host-firmware') return;
    for (const index of this.#book.milestones.of(hits)) {
      const known = this.#book.milestones.items[index];
      const match = known?.pattern.exec(text, 0);
      if (known === undefined || match === undefined || !this.#counts(known.entry, line)) continue;
      const { entry } = known;
      const isConfidential = entry.evidence === true || entry.confidential === true;
      if (isConfidential && isOwnWords(text.slice(0, match.start))) this.confidentialSeen = true;
      if (FROM_OUTSIDE.test(entry.id)) this.fromOutside = true;
      if (entry.id === 'last-resort-shell') this.boot.fallBack(number);
      this.#begin(entry, line, text.slice(match.start));
      this.#reach(entry, number);
    }
  }

  /** What was well before a question is well again only if the answer says so. */
  #ask(sign: HostSign, line: number): void {
    this.#asked = { sign, line };
    this.soundProgram = undefined;
  }

  #noteSound({ title, program }: HostSign, line: number): void {
    this.soundProgram = { title, line, isStarted: program === 'started' };
  }

  /** What a VMM says of its guest counts, and the words of a guest in the mouth of a VMM do not. */
  #counts(milestone: Milestone, { speaker }: Line): boolean {
    const { streams, afterKernel, after } = milestone;
    if ((speaker === 'vmm') !== (streams?.includes('vmm') === true)) return false;
    if (this.boot.isStranded(milestone)) return false;
    if (after !== undefined && !this.boot.seen.has(after)) return false;
    if (afterKernel !== true) return true;
    const { kernelSpoke, seen, furthest } = this.boot;
    return (kernelSpoke || seen.has('other-kernel')) && furthest >= KERNEL;
  }

  #reach(milestone: Pick<Milestone, 'id' | 'phase' | 'title' | 'done'>, line: number): void {
    const { id, phase, title } = milestone;
    this.boot.reach(id, lifeOf(milestone), line);
    if (this.timeline.length < KEPT) this.timeline.push({ line, phase, title, boot: this.boot });
  }
}

/** Whether the log is of one of a guest's streams. */
export function isGuest(source: LogOrigin): boolean {
  return source !== 'mixed' && source !== 'host' && source !== 'build' && isGuestStream(source);
}
