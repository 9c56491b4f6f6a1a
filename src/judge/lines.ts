/** What a line means: steps that it meets, what it should not say, test reports; what the catalog knows is in known-lines.ts. */

import type { Match, Pattern } from '../console/pattern.ts';
import type { LineView } from '../console/scanner.ts';
import type { Forbid } from '../scenario/scenario.ts';
import { isGuestStream, isRunStream, type StreamName } from '../words/words.ts';
import type { Bench } from './bench.ts';
import { doubtOf } from './doubt.ts';
import { EchoFilter } from './echo.ts';
import { KnownLines } from './known-lines.ts';
import { beforeMessage } from './message.ts';
import { quoted } from './quote.ts';
import { onlyTests, TABLES } from './rulebook.ts';
import { matchIn, needlesIn } from './seam.ts';
import type { Due } from './steps.ts';
import { listens } from './streams.ts';
import type { StreamWatch } from './watch.ts';

export class LineJudge {
  /** What the catalog knows of the lines. */
  readonly known: KnownLines;
  readonly #bench: Bench;
  readonly #echoes = new Map<StreamName, EchoFilter>();
  /** When the last line of the failure's report was printed, in milliseconds. */
  reportEnded: number | undefined;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.known = new KnownLines(bench);
  }

  /** A line whose text is final. */
  finish(watch: StreamWatch, line: LineView): void {
    if (this.#bench.over()) return;
    const { book, shown } = this.#bench;
    this.known.finish(watch, line);
    const tables = book.tablesOf(line.hits);
    const hasRemark = (tables & TABLES.remarks) !== 0;
    if (hasRemark && isGuestStream(watch.stream)) shown.probe.take(watch.stream, line);
    if (!watch.readsEveryLine && onlyTests(tables)) {
      this.takeTests(watch, line);
      if ((tables & TABLES.reports) !== 0) this.#bench.endIfDone(watch);
      return;
    }
    if ((tables & TABLES.facts) !== 0) this.known.takeFacts(watch, line);
    this.settled(watch, line, tables);
    // A step that the line met before its end may have ended the run: then the line does not count.
    if (this.#bench.over()) return;
    const event = this.#bench.commands.takeLine(watch.stream, line);
    if (event !== undefined) this.#bench.receive(event);
    if (this.#bench.over()) return;
    // The output of a command that was typed is judged as such, and not once more here.
    if (event?.type !== 'output') this.takeTests(watch, line);
    const echo = this.#echo(watch.stream);
    if (echo.awaits) {
      echo.endLine(line.text, watch.from);
      watch.awaitEcho(echo.awaits);
    }
    this.#bench.endIfDone(watch);
  }

  /** A line whose text is final, or that the guest has stopped printing: everything is looked for. */
  settled(watch: StreamWatch, line: LineView, tables = this.#bench.book.tablesOf(line.hits)): void {
    if (this.#bench.over()) return;
    if ((tables & (TABLES.forbids | TABLES.expects)) !== 0) this.#judgeUsersPatterns(watch, line, true);
    if (this.#bench.over()) return;
    this.known.settled(watch, line, tables);
    const { failure, now } = this.#bench.findings;
    if (failure?.end === undefined || failure.finding.stream !== watch.stream) return;
    if (line.text.includes(failure.end)) this.reportEnded ??= now;
  }

  /** Where two pieces of a line meet, at `at`: only what may not be missed is looked for. A step needs its text in one piece. */
  seam(watch: StreamWatch, text: string, at: number): void {
    if (this.#bench.over()) return;
    const { book } = this.#bench;
    const hits = needlesIn(book.automaton, text);
    for (const found of this.#findForbidden(book.forbids.of(hits), watch, { text }, true, at)) {
      this.#reportForbidden(found, watch, text);
    }
    this.known.findSignature(watch, { hits, text }, at);
  }

  /** A line that is still being printed: only what cannot change any more. */
  unfinished(watch: StreamWatch, line: LineView): void {
    this.#judgeUsersPatterns(watch, line, false);
  }

  /** Carries out what the scenario does by itself: it sends, and it runs commands. */
  act(): void {
    const { progress, findings } = this.#bench;
    for (let send = progress.sendNow; send !== undefined; send = progress.sendNow) {
      const time = findings.now;
      const echo = this.#echo(send.stream);
      echo.sent(send.text);
      this.#bench.watch(send.stream).awaitEcho(echo.awaits);
      findings.emit({ type: 'send', time, stream: send.stream, text: send.text });
      const step = progress.sent(time);
      if (step !== undefined) findings.emit({ type: 'step', time, step });
    }
    this.#bench.commands.start();
  }

  // ---- the scenario's patterns ----------------------------------------------------------------------------------

  /**
   * Steps and forbidden patterns. Instant patterns come first, as if each byte had come alone; then those that need
   * the whole line. What is forbidden is reported with its whole line, too, but already keeps a run from passing.
   */
  #judgeUsersPatterns(watch: StreamWatch, line: LineView, settled: boolean): void {
    const { expects, forbids } = this.#bench.book;
    const forbidden = this.#findForbidden(forbids.of(line.hits), watch, line, settled);
    const expected = expects.of(line.hits);
    if (expected.length > 0) {
      this.#meetSteps(expected, forbidden, watch, line, false);
      if (settled) this.#meetSteps(expected, forbidden, watch, line, true);
    }
    if (!settled || this.#bench.over()) return;
    // A run that fails with this line fails in the phase that the line shows.
    if (forbidden.length > 0) this.known.findMilestones(watch, line.hits, line.text, false);
    for (const found of forbidden) this.#reportForbidden(found, watch, line.text);
  }

  #meetSteps(
    expected: readonly number[],
    forbidden: readonly Forbidden[],
    watch: StreamWatch,
    line: LineView,
    whole: boolean,
  ): void {
    while (!this.#bench.over()) {
      const met = this.#firstMet(expected, watch, line, whole);
      if (met === undefined) return;
      const { seen, match } = met;
      const spoilt = forbidden.some(
        (found) => whole || (found.forbid.pattern.instant && found.match.end <= match.end),
      );
      this.#meet(met, watch, quoted(seen));
      // The run may end here, before the line does.
      if (this.#bench.progress.done) this.known.findMilestones(watch, line.hits, seen, false);
      if (!spoilt) this.#bench.endIfDone(watch);
    }
  }

  #findForbidden(
    candidates: readonly number[],
    watch: StreamWatch,
    { text }: Pick<LineView, 'text'>,
    settled: boolean,
    seam?: number,
  ): readonly Forbidden[] {
    if (candidates.length === 0) return NONE;
    return candidates.flatMap((index): Forbidden[] => {
      const forbid = this.#bench.book.forbids.items[index];
      if (forbid === undefined || !listens(forbid.stream, watch.stream)) return [];
      const { pattern } = forbid;
      if (!settled && !pattern.instant) return [];
      const match =
        matchIn(pattern, text, seam) ?? (seam === undefined ? inPrompt(pattern, text, 0) : undefined);
      return match === undefined ? [] : [{ forbid, index, match }];
    });
  }

  #reportForbidden({ forbid, index, match: at }: Forbidden, watch: StreamWatch, text: string): void {
    if (!watch.firstReport(`forbid ${index}`)) return;
    const facts = {
      kind: 'forbidden',
      title: `forbidden: ${forbid.pattern.shown}`,
      hint: 'The scenario forbids this text: mend what prints it, or take the line out with "allow" and a reason.',
      outcome: 'failed',
      where: forbid.where,
      ...watch.quote(text),
    } as const;
    this.#bench.findings.report(facts, { collect: () => watch.startReport(text), at });
  }

  /** The open expectation that this line meets first: an instant expectation, or one that needs the whole line. */
  #firstMet(
    candidates: readonly number[],
    watch: StreamWatch,
    line: LineView,
    whole: boolean,
  ): Met | undefined {
    const { book, progress } = this.#bench;
    const possible: Due[] = [];
    for (const index of candidates) {
      const expect = book.expects.items[index];
      const due = expect === undefined ? undefined : progress.openFor(expect);
      if (due === undefined || due.expect.pattern.instant === whole) continue;
      if (listens(due.expect.stream, watch.stream)) possible.push(due);
    }
    if (possible.length === 0) return undefined;
    const { text } = line;
    const windows = this.#echo(watch.stream).windows(text, watch.from);
    for (const [index, window] of windows.entries()) {
      // Text before an echo ends where the echo begins, which is no end of a line.
      if (whole && index < windows.length - 1) continue;
      const first = firstMeeting(possible, text.slice(0, window.to), window.from, whole);
      if (first !== undefined) return { ...first, window: index };
    }
    return undefined;
  }

  #meet({ due, match, window }: Met, watch: StreamWatch, line: string): void {
    const { progress, findings } = this.#bench;
    const group = progress.open().length > 1;
    const step = progress.meet(due, match, {
      ...{ time: findings.now, stream: watch.stream },
      ...{ line: watch.line, seen: line },
    });
    findings.emit({ type: 'step', time: findings.now, step });
    this.#doubt(due, match, watch, line);
    // Members of a group are met in any order, so each looks at the whole line; the next step starts behind them.
    if (group) {
      watch.readInGroup(match.end);
      return;
    }
    this.#echo(watch.stream).pass(window);
    watch.readTo(match.end);
    for (const other of this.#bench.watches()) if (other !== watch) other.readAll();
    this.act();
  }

  /** A step that only the kernel's command line or an echo has met says nothing of the guest. */
  #doubt({ number, expect }: Due, match: Match, watch: StreamWatch, line: string): void {
    const doubt = doubtOf(line, match, this.#echo(watch.stream).all);
    if (doubt === undefined) return;
    this.#bench.findings.report({
      ...{ kind: 'doubt', severity: 'warning', outcome: undefined, where: expect.where },
      title: `step ${number}: ${expect.pattern.shown} was met by ${doubt}`,
      hint: 'Expect what only the answer of the guest has in it.',
      ...watch.quote(line),
    });
  }

  #echo(stream: StreamName): EchoFilter {
    const known = this.#echoes.get(stream);
    if (known !== undefined) return known;
    const echo = new EchoFilter();
    this.#echoes.set(stream, echo);
    return echo;
  }

  /** Takes a line of a test report; its text must be final. */
  takeTests(watch: StreamWatch, line: LineView): void {
    const { book, tests, findings } = this.#bench;
    const { stream } = watch;
    if (!isGuestStream(stream) && !isRunStream(stream)) return;
    const tables = book.tablesOf(line.hits);
    if ((tables & TABLES.reports) !== 0 || tests.listens(stream)) {
      tests.take(stream, line.text, { line: watch.line, time: findings.now });
      watch.readEveryLine('tests', tests.listens(stream));
    } else if ((tables & TABLES.remarks) !== 0) tests.remark(stream, line);
  }
}

/** An expectation, its match, and which of the echo filter's windows that lies in. */
interface Met {
  readonly due: Due;
  readonly match: Match;
  readonly window: number;
  /** The text of the line that the judge had read. */
  readonly seen: string;
}

interface Forbidden {
  readonly forbid: Forbid;
  /** Its place among the forbidden patterns. */
  readonly index: number;
  readonly match: Match;
}

const NONE: readonly Forbidden[] = [];

/** The expectation whose match ends first in the text from `from` on. Where `whole` is false, the text may go on. */
function firstMeeting(
  possible: readonly Due[],
  text: string,
  from: number,
  whole: boolean,
): Omit<Met, 'window'> | undefined {
  let first: Omit<Met, 'window'> | undefined;
  for (const due of possible) {
    const { pattern } = due.expect;
    const match = pattern.exec(text, from) ?? (whole ? inPrompt(pattern, text, from) : undefined);
    if (match === undefined || (first !== undefined && first.match.end <= match.end)) continue;
    first = { due, match, seen: whole ? text : text.slice(0, match.end) };
  }
  return first;
}

/** The match of a pattern that needs the end of its line, in what was printed before a kernel's message broke into the line. */
function inPrompt(pattern: Pattern, text: string, from: number): Match | undefined {
  const before = pattern.instant ? undefined : beforeMessage(text);
  return before === undefined || before.length <= from ? undefined : pattern.exec(before, from);
}
