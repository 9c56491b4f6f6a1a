/** Tells a second boot from the log of the first, which `dmesg` prints again: both begin with the kernel's banner. */

import type { LineView } from '../console/scanner.ts';
import type { StreamName } from '../words/words.ts';
import type { StreamWatch } from './watch.ts';

/**
 * A line of a kernel's log with its time in seconds. Whole milliseconds are left out: a clock that counts ticks gives the
 * early lines of each boot the same times.
 */
const TIMED = /^\[ *(\d+\.\d{3}(?!000)\d{3})\]/;
/** A kernel whose clock does not count yet has no process that could print its log. */
const AT_ZERO = /^\[ *0\.000000\]/;
/** A console that prints from the first line on (`earlyprintk=`). Where the real console is not the last `console=`, it prints all of that again. */
const EARLYPRINTK = /\bbootconsole \[|\bconsole \[early/;
/** A CI system or a journal may put its own time and names before the kernel's time. */
const BEFORE_TIME = /^.{1,64}?(?=\[ *\d+\.\d{6}\])/;
/** What Linux prints behind its banner (arch/x86/kernel/setup.c). The command line itself may be another, as with kexec. */
const SECOND_LINE = 'Command line: ';
/** So many lines are kept, each up to this length, of so many that follow the banner: reading every line takes time. */
const KEPT_LINES = 300;
const KEPT_CHARACTERS = 1000;
const LOOKED_AT = 3000;
/** So many lines that follow a second banner decide. */
const ENOUGH = 40;

/** The kernel logs of all streams. While one of them has to be read, every line of its stream is. */
export class KernelLogs {
  readonly #logs = new Map<StreamName, KernelLog>();

  /** The first banner of a stream. */
  begin(watch: StreamWatch, banner: string): void {
    this.#logs.set(watch.stream, new KernelLog(ownText(banner)));
    watch.readEveryLine('kernel log', true);
  }

  /** A later banner. @param report says that the machine was reset, now or after some more lines */
  again(watch: StreamWatch, banner: string, report: () => void): void {
    const log = this.#logs.get(watch.stream);
    log?.again(ownText(banner), report);
    watch.readEveryLine('kernel log', log?.reads === true);
  }

  /** Takes a finished line. Its text is asked for only where it is read. */
  read(watch: StreamWatch, line: Pick<LineView, 'text'>): void {
    const log = this.#logs.get(watch.stream);
    if (log?.reads !== true) return;
    log.read(ownText(line.text));
    watch.readEveryLine('kernel log', log.reads);
  }

  /**
   * No line follows.
   * @param passes every step was met: then a second boot has to have shown itself
   * @param isWhole all of the log was read: a guest may say more where a run ends
   */
  end(passes: boolean, isWhole: boolean): void {
    for (const log of this.#logs.values()) log.end(passes, isWhole);
  }
}

/** What a stream has shown of a kernel's log, from its banner on. */
export class KernelLog {
  readonly #banner: string;
  /** Lines with a time that followed the first banner. */
  readonly #lines = new Set<string>();
  /** The latest of their times, in seconds. */
  #latest = 0;
  /** The line that followed the first banner. */
  #second: string | undefined;
  #lookedAt = 0;
  /** A line followed the first banner that is not of the kernel's time zero. */
  #aged = false;
  /** An early console was seen whose lines the real one may print again, once. */
  #mayRepeat = false;
  #repeated = false;
  /** A second banner was seen, and what it is is not decided: says that the machine was reset. */
  #report: (() => void) | undefined;
  #known = 0;
  #strange = 0;
  /** The last line after the second banner has the kernel's time zero. */
  #stopsAtZero = false;

  constructor(banner: string) {
    this.#banner = banner;
  }

  /** Whether the lines that follow have to be read. */
  get reads(): boolean {
    return this.#report !== undefined || this.#keeps;
  }

  get #keeps(): boolean {
    if (!this.#isTimed) return this.#second === undefined;
    return this.#lines.size < KEPT_LINES && this.#lookedAt < LOOKED_AT;
  }

  get #isTimed(): boolean {
    return this.#banner.startsWith('[');
  }

  again(banner: string, report: () => void): void {
    // What followed the banner before this one decides about that banner: these lines do not come again.
    this.end(true, false);
    this.#report = report;
    this.#known = 0;
    this.#strange = 0;
    this.#stopsAtZero = false;
    // The log of a running kernel never has another kernel's banner. Of either, only the beginning may be here.
    const isOther = !banner.startsWith(this.#banner) && !this.#banner.startsWith(banner);
    const isAtZero = this.#second !== undefined && !this.#aged;
    if (!isOther && !isAtZero) return;
    this.#decide(isOther || !this.#mayRepeat);
    this.#repeated = true;
    this.#mayRepeat = false;
  }

  /** Takes a line that may follow a banner. */
  read(line: string): void {
    // The banner itself, which comes here before it is given to again(), or after it where the guest paused within it.
    if (line.startsWith(this.#banner)) return;
    const time = timeOf(line);
    if (line !== '') this.#stopsAtZero = AT_ZERO.test(line);
    if (this.#report === undefined) this.#keep(line, time);
    else if (!this.#isTimed) {
      // Without times one line has to do: `cat /proc/version` prints the banner alone.
      this.#decide(line === this.#second || line.startsWith(SECOND_LINE));
    } else if (time !== undefined) {
      if (this.#lines.has(line)) this.#known++;
      // A later line is news of the kernel that was there all along.
      else if (time <= this.#latest) this.#strange++;
      if (this.#known + this.#strange >= ENOUGH) this.#decide(this.#strange > this.#known);
    }
  }

  /** Parameters as of {@link KernelLogs.end}. A kernel whose log ends at time zero hung there: a shell follows what dmesg prints. */
  end(passes: boolean, isWhole: boolean): void {
    if (this.#report === undefined) return;
    const hangs = !passes || (isWhole && this.#stopsAtZero);
    this.#decide(this.#strange > this.#known || (hangs && this.#known === 0));
  }

  #keep(line: string, time: number | undefined): void {
    this.#second ??= line;
    this.#lookedAt++;
    this.#aged ||= !AT_ZERO.test(line);
    if (EARLYPRINTK.test(line)) this.#mayRepeat = !this.#repeated;
    if (time === undefined || line.length > KEPT_CHARACTERS) return;
    this.#lines.add(line);
    this.#latest = Math.max(this.#latest, time);
  }

  #decide(booted: boolean): void {
    const report = this.#report;
    this.#report = undefined;
    if (booted) report?.();
  }
}

/** A line from the kernel's time on. */
export function ownText(line: string): string {
  return line.replace(BEFORE_TIME, '');
}

function timeOf(line: string): number | undefined {
  const time = TIMED.exec(line)?.[1];
  return time === undefined ? undefined : Number(time);
}
