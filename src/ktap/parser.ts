/**
 * Reads the test reports of one stream, line by line, whatever is printed between their lines. It keeps a bounded tree and
 * never fails: a line that it does not understand belongs to no report.
 *
 * The lines of subtests come before the result of the test that they are parts of. So a result takes as its subtests what
 * was reported deeper than it, and a level whose lines are followed by no such result is a test that never ended.
 */

import { given } from '../words/given.ts';
import { wholeOrNothing } from '../words/quote.ts';
import type { StreamName } from '../words/words.ts';
import { Diagnostics } from './diagnostics.ts';
import { allowedBy, hasFailed, isOwnFailure } from './failures.ts';
import { Level } from './level.ts';
import { type ReportLine, type ResultLine, readLine } from './line.ts';
import { type Allowed, OpenReport } from './open-report.ts';
import { messagesOf, Prefixes } from './prefix.ts';
import type { Test, TestReport } from './report.ts';
import { ReportRoom } from './room.ts';

/** Deeper subtests are no part of the tree. */
const MOST_LEVELS = 32;
/** Longest name or reason, in UTF-16 units. */
const LONGEST = 1000;

/** A line of the stream: its number from 1, and when it came, in milliseconds. */
export interface Place {
  readonly line: number;
  readonly time: number;
}

type At<Kind> = Extract<ReportLine, { readonly kind: Kind }>;

export class ReportParser {
  readonly #stream: StreamName;
  readonly #allowed: Allowed;
  readonly #prefixes = new Prefixes();
  readonly #diagnostics = new Diagnostics();
  readonly #reports: TestReport[] = [];
  #report: OpenReport | undefined;
  /** The levels of the open report, the deepest last. */
  #levels: Level[] = [];
  /** The number that follows the results of the last report. */
  #next = 1;
  readonly #room = new ReportRoom();
  #left = 0;

  constructor(stream: StreamName, allowed: Allowed = () => undefined) {
    this.#stream = stream;
    this.#allowed = allowed;
  }

  /** The reports that are over: all of them after {@link end}. */
  get reports(): readonly TestReport[] {
    return this.#reports;
  }

  /** How many reports without a failure were left out of {@link reports}. */
  get left(): number {
    return this.#left;
  }

  /** A report has begun, and more of it has to come. */
  get open(): boolean {
    const [root] = this.#levels;
    if (root === undefined || this.#report === undefined || root.over) return false;
    if (this.#levels.length > 1) return true;
    if (root.plan !== undefined) return !root.complete;
    // KTAP may leave the plan out, and KUnit did so under TAP 14. TAP has it at its end at the latest.
    return root.results === 0 || (this.#report.format.startsWith('TAP version') && !this.#report.nested);
  }

  /** How far the open report has come: `3 of 10 results, within "suite"`. */
  get progress(): string {
    const [root, ...deeper] = this.#levels;
    const within = deeper.flatMap(({ name }) => (name === undefined ? [] : [`"${name}"`]));
    return `${root?.progress ?? ''}${within.length === 0 ? '' : `, within ${within.join(' / ')}`}`;
  }

  /** The next line is wanted, whatever it says: it may explain a failure. */
  get listens(): boolean {
    if (this.#report === undefined) return false;
    // TAP may leave the numbers out, and a result may then say no more than "ok".
    const { numbered, format } = this.#report;
    return this.#diagnostics.listens || (numbered === undefined && format.startsWith('TAP version'));
  }

  /** Takes the next line. @returns the test that has failed with it */
  take(line: string, place: Place): Test | undefined {
    let failed: Test | undefined;
    for (const message of messagesOf(line)) failed = this.#take(message, place) ?? failed;
    return failed;
  }

  #take(line: string, place: Place): Test | undefined {
    if (VERSION.test(line)) this.#prefixes.learn(line);
    const text = this.#prefixes.joined(this.#prefixes.strip(line));
    const read = readLine(text);
    if (this.#report === undefined) this.#begin(read, place);
    if (this.#report === undefined || this.#diagnostics.takes(read, line, text) || read === undefined)
      return undefined;
    if (read.kind === 'result') return this.#takeResult(read, text, place);
    if (read.kind === 'version') this.#takeVersion(read, place);
    else if (read.kind === 'plan') this.#takePlan(read, place);
    else if (read.kind === 'subtest') this.#takeSubtest(read, place);
    else if (read.kind === 'bail-out') this.#takeBailOut(read, text, place);
    else if (read.kind === 'summary') this.#takeSummary(read, place);
    return undefined;
  }

  /**
   * Takes a line that has a `#` in it and none of the words of another line of a report: at most a diagnostic.
   * @param line gives the text, which is asked for only where a test has failed
   */
  remark(line: () => string): void {
    if (this.#report !== undefined) this.#diagnostics.remark(line);
  }

  /** Nothing more comes: what is open has ended early. */
  end(place: Place): void {
    if (this.#report === undefined) return;
    if (this.open) {
      const text = `the test report on ${this.#stream} ends early, after ${this.progress}`;
      this.#report.note('truncated', text, place.line);
    }
    const [root] = this.#levels;
    for (const level of this.#levels) if (level.complains) this.#noteEnd(level, place);
    while (this.#levels.length > 1) this.#leave(place);
    const { format, line, counts, omitted, problems } = this.#report;
    const { tests = [], plan } = root ?? {};
    if (this.#room.takesReport({ tests, problems })) {
      const stream = this.#stream;
      this.#reports.push({ stream, line, format, ...given({ plan }), counts, tests, omitted, problems });
    } else this.#left++;
    this.#next = root?.next ?? 1;
    this.#report = undefined;
    this.#levels = [];
  }

  // ---- lines ----------------------------------------------------------------------------------------------------

  /**
   * A report begins with its version, or without one with its plan or its first result, or with a suite of KUnit. A failure is one of a
   * report whose beginning was lost, or that has neither version nor numbers.
   */
  #begin(read: ReportLine | undefined, place: Place): void {
    if (read === undefined || read.marked) return;
    if (read.kind === 'version') this.#open(read.format, read.indent, place);
    else if (read.kind === 'subtest' && read.indent > 0) this.#openSuite(place);
    else if (read.indent > 0) return;
    else if (beginsPlainly(read)) this.#open('TAP', 0, place);
  }

  #takeVersion({ format, indent }: At<'version'>, place: Place): void {
    const [root] = this.#levels;
    if (root !== undefined && root.line === place.line) return;
    if (root !== undefined && indent > root.indent && !this.#isOver) {
      this.#closeFrom(indent, place);
      this.#enter(indent, place);
    } else {
      this.end(place);
      this.#open(format, indent, place);
    }
  }

  #takePlan(read: At<'plan'>, place: Place): void {
    const { indent, count, skip } = read;
    const [root] = this.#levels;
    if (root?.indent === indent && root.plan !== undefined && !this.open) {
      this.end(place);
      this.#begin(read, place);
    }
    let level = this.#levelAt(indent);
    if (level === undefined) {
      if (indent < (this.#levels.at(-1)?.indent ?? 0)) return;
      level = this.#enter(indent, place);
    } else if (level.plan !== undefined && level.nextName !== undefined && level !== this.#levels[0]) {
      // The next suite of this depth: the result of the one before was lost.
      const name = level.nextName;
      this.#closeFrom(indent, place);
      level = this.#enter(indent, place, name);
    } else {
      this.#closeFrom(indent + 1, place);
    }
    if (level === undefined) return;
    const problem = level.takePlan(count, skip, () => this.#who(level));
    this.#report?.note('plan', problem, place.line);
  }

  #takeSubtest({ indent, name }: At<'subtest'>, place: Place): void {
    const [root] = this.#levels;
    if (root !== undefined && indent > root.indent && this.#isOver) {
      this.end(place);
      this.#openSuite(place);
    }
    const level = this.#levelAt(indent);
    if (level === undefined) {
      this.#closeFrom(indent, place);
      this.#enter(indent, place, shown(name));
    } else if (level === this.#levels[0] || level.name !== undefined || level.results > 0) {
      level.nextName = shown(name);
    } else {
      level.name = shown(name);
    }
  }

  #takeResult(read: ResultLine, text: string, place: Place): Test | undefined {
    const [root] = this.#levels;
    if (root === undefined || !this.#accepts(read, root)) {
      // kselftest marks the lines of a test program with "# ". Results of no plan there are what the program says of itself.
      if (read.marked) this.#diagnostics.remark(() => text);
      return undefined;
    }
    if (read.number === 1 && read.indent === root.indent && root.results > 0 && !this.open) {
      this.end(place);
      this.#open('TAP', read.indent, place);
    } else if (read.indent < root.indent) {
      // The report began within a suite: KUnit of Linux 6.1 writes no version before the suites of a module.
      this.#levels.unshift(this.#headless(read.indent, root.line));
    }
    const under = this.#closeFrom(read.indent + 1, place, read);
    const level = this.#levelAt(read.indent) ?? this.#enter(read.indent, place);
    if (level === undefined || this.#report === undefined) return undefined;
    this.#report.numbered ??= read.number !== undefined;
    const problem = level.takeNumber(read.number, () => this.#who(level));
    this.#report.note('plan', problem, place.line);
    level.count(read.state === 'failed', under);
    const test = this.#testOf(read, under?.tests ?? [], text, place);
    if (under === undefined || (under.results === 0 && under.tests.length === 0))
      this.#report.counts[read.state]++;
    this.#keep(level, test);
    return isOwnFailure(test) ? test : undefined;
  }

  /** A test program has given up. A subtest that gave up is over, and its parent's result says what that means. */
  #takeBailOut({ indent, reason }: At<'bail-out'>, text: string, place: Place): void {
    let level = this.#levelAt(indent);
    if (level === undefined) {
      this.#closeFrom(indent, place);
      level = this.#enter(indent, place);
    }
    for (const one of this.#levels) one.over ||= one.indent >= indent;
    if (level !== undefined) level.bailOut ??= { reason: shown(reason), line: place.line };
    this.#diagnostics.remark(() => text);
  }

  /** A program of kselftest may print nothing else. KUnit's own result, which follows, says what its numbers say. */
  #takeSummary(read: At<'summary'>, place: Place): void {
    const own = read.of === 'own';
    const known = this.#levels.find(({ indent }) => (own ? indent >= read.indent : indent > read.indent));
    const level = known ?? (own && read.failures > 0 ? this.#enter(read.indent, place) : undefined);
    level?.takeSummary(read, place.line);
  }

  /**
   * A result is one of an open level, or the first of a deeper one. Other lines that look like results are text: of a
   * test that prints its own comments, or of a kernel that says "ok".
   */
  #accepts({ indent, number, marked }: ResultLine, root: Level): boolean {
    if (number === undefined && this.#report?.numbered === true) return false;
    if (this.#levelAt(indent) !== undefined) return true;
    return !marked && (number === 1 || indent < root.indent);
  }

  // ---- the tree -------------------------------------------------------------------------------------------------

  #open(format: string, indent: number, { line }: Place): void {
    this.#diagnostics.clear();
    this.#report = new OpenReport(format, line, this.#allowed);
    const level = new Level(indent, line);
    level.begins = this.#next;
    this.#levels = [level];
  }

  /** KUnit before it said "KTAP" writes neither version nor plan before the suites of a module, nor in debugfs (lib/kunit/). */
  #openSuite(place: Place): void {
    this.#open('TAP', 0, place);
    this.#levels = [this.#headless(0, place.line)];
    if (this.#report !== undefined) this.#report.numbered = true;
  }

  #headless(indent: number, line: number): Level {
    if (this.#report !== undefined) this.#report.headless = true;
    const level = new Level(indent, line);
    level.begins = 'anywhere';
    return level;
  }

  /** Every planned result has come, or none was planned: another suite is another report. */
  get #isOver(): boolean {
    return !this.open && (this.#levels[0]?.plan !== undefined || this.#report?.headless === true);
  }

  #levelAt(indent: number): Level | undefined {
    return this.#levels.find((level) => level.indent === indent);
  }

  /** Opens a level below the deepest one. */
  #enter(indent: number, { line }: Place, name?: string): Level | undefined {
    const parent = this.#levels.at(-1);
    if (parent === undefined || this.#report === undefined) return undefined;
    if (this.#levels.length >= MOST_LEVELS) {
      const text = `the test report on ${this.#stream} has subtests deeper than ${MOST_LEVELS} levels, which are not read`;
      this.#report.note('plan', text, line);
      return undefined;
    }
    const level = new Level(indent, line, name ?? parent.nextName);
    if (name === undefined) parent.nextName = undefined;
    this.#report.nested = true;
    this.#levels.push(level);
    return level;
  }

  /**
   * Closes the levels from this indent on.
   * @param result of the test whose subtests the last of them holds; absent: no result follows
   * @returns the level that holds the subtests of that result
   */
  #closeFrom(indent: number, place: Place, result?: ResultLine): Level | undefined {
    for (;;) {
      const [parent, level] = this.#levels.slice(-2);
      if (parent === undefined || level === undefined || level.indent < indent) return undefined;
      // A test that has failed or was skipped may well have left its plan. A known failure is no reason to.
      const known = result?.state === 'failed' && allowedBy(level.tests) !== undefined;
      const last = result !== undefined && parent.indent < indent;
      if (last && result.name !== '') level.name ??= shown(result.name);
      if (result === undefined || result.state === 'passed' || known) this.#noteEnd(level, place);
      if (last) {
        this.#levels.pop();
        return level;
      }
      this.#leave(place);
    }
  }

  #noteEnd(level: Level, place: Place): void {
    const problem = level.problemAtEnd(() => this.#who(level), place.line);
    if (problem !== undefined) this.#report?.note(problem.kind, problem.text, problem.line);
  }

  /** Closes the deepest level: its test never ended. */
  #leave(place: Place): void {
    const level = this.#levels.pop();
    const parent = this.#levels.at(-1);
    if (level === undefined || parent === undefined) return;
    parent.count(false, level);
    const { name = '', tests, line } = level;
    const test = { name, state: 'unfinished', line, time: place.time, diagnostics: [], tests } as const;
    if (tests.length > 0 || name !== '') this.#keep(parent, test);
  }

  #testOf(read: ResultLine, tests: readonly Test[], text: string, { line, time }: Place): Test {
    const failed = read.state === 'failed';
    const allowed = failed ? (tests.some(hasFailed) ? allowedBy(tests) : this.#allowed(text)) : undefined;
    const diagnostics = this.#diagnostics.result(failed, (each) => this.#prefixes.strip(each));
    const reason = read.reason === '' ? undefined : shown(read.reason);
    const known = given({ number: read.number, reason, allowed });
    return { name: shown(read.name), state: read.state, line, time, diagnostics, tests, ...known };
  }

  #keep(level: Level, test: Test): void {
    if (this.#room.takesTest(test)) level.tests.push(test);
    else if (this.#report !== undefined) this.#report.omitted++;
  }

  /** A level in a sentence. */
  #who(level: Level): string {
    const names = this.#levels.slice(1, this.#levels.indexOf(level) + 1).map(({ name = '?' }) => name);
    const where = `the test report on ${this.#stream}`;
    return names.length === 0 ? where : `"${names.join(' / ')}" of ${where}`;
  }
}

/** Whether a line is of a report, whatever came before. */
function beginsPlainly(read: ReportLine): boolean {
  if (read.kind === 'plan') return read.count > 0;
  if (read.kind === 'result') return read.number === 1 || read.state === 'failed';
  return read.kind === 'bail-out';
}

const VERSION = /K?TAP version \d/;

function shown(text: string): string {
  return wholeOrNothing(text, LONGEST);
}
