/** What a line means: steps that it meets, what it should not say, known failures, how far the boot has come. */

import type { Match } from '../console/pattern.ts';
import type { LineView } from '../console/scanner.ts';
import type { Forbid } from '../scenario/scenario.ts';
import { isGuestStream, isRunStream, isTrustDomain, SEVERITIES, type StreamName } from '../words/words.ts';
import type { Bench } from './bench.ts';
import { SUPPRESSIONS } from './catalog/index.ts';
import { doubtOf } from './doubt.ts';
import { EchoFilter } from './echo.ts';
import type { Finding } from './events.ts';
import { causeOf } from './family.ts';
import { RESET_HINT } from './findings.ts';
import { Suspects } from './guilty/suspects.ts';
import { KernelLogs } from './kernel-log.ts';
import { quoted } from './quote.ts';
import { type Compiled, onlyTests, TABLES } from './rulebook.ts';
import { matchIn, needlesIn } from './seam.ts';
import { fingerprintOf, isOwnWords, type Signature, titleOf } from './signature.ts';
import type { Due } from './steps.ts';
import { listens, speaks } from './streams.ts';
import type { StreamWatch } from './watch.ts';

export class LineJudge {
  readonly #bench: Bench;
  readonly #echoes = new Map<StreamName, EchoFilter>();
  readonly #suspects = new Map<StreamName, Suspects>();
  readonly #kernelLogs = new KernelLogs();
  /** When the last line of the failure's report was printed, in milliseconds. */
  reportEnded: number | undefined;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** A line whose text is final. */
  finish(watch: StreamWatch, line: LineView): void {
    if (this.#bench.over()) return;
    const { book, shown } = this.#bench;
    this.#kernelLogs.read(watch, line.text);
    const tables = book.tablesOf(line.hits);
    const hasRemark = (tables & TABLES.remarks) !== 0;
    if (hasRemark && isGuestStream(watch.stream)) shown.probe.take(watch.stream, line);
    if (!watch.readsEveryLine && onlyTests(tables)) {
      this.takeTests(watch, line);
      if ((tables & TABLES.reports) !== 0) this.#bench.endIfDone(watch);
      return;
    }
    if ((tables & TABLES.facts) !== 0) this.#takeFacts(watch, line);
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
    if ((tables & TABLES.milestones) !== 0) this.#findMilestones(watch, line.hits, line.text, true);
    this.#suspects.get(watch.stream)?.read(line.text);
    if ((tables & TABLES.signatures) !== 0) this.#findSignature(watch, line);
    const suspects = this.#suspects.get(watch.stream);
    if (suspects !== undefined) watch.readEveryLine('suspects', suspects.searching);
    const { failure, now } = this.#bench.findings;
    if (failure?.end === undefined || failure.finding.stream !== watch.stream) return;
    if (line.text.includes(failure.end)) this.reportEnded ??= now;
  }

  /** Where two pieces of a line meet, at `at`: only what may not be missed is looked for. A step needs its text in one piece. */
  seam(watch: StreamWatch, text: string, at: number): void {
    if (this.#bench.over()) return;
    const { book } = this.#bench;
    const hits = needlesIn(book.automaton, text);
    for (const { forbid, index } of this.#findForbidden(book.forbids.of(hits), watch, { text }, true, at)) {
      this.#reportForbidden(forbid, index, watch, text);
    }
    this.#findSignature(watch, { hits, text }, at);
  }

  /** A line that is still being printed: only what cannot change any more. */
  unfinished(watch: StreamWatch, line: LineView): void {
    this.#judgeUsersPatterns(watch, line, false);
  }

  /** No line follows: says whether the machine was reset, and names the functions at fault as far as they are known. */
  end(): void {
    this.endKernelLogs();
    for (const suspects of this.#suspects.values()) suspects.end();
  }

  /** No line follows that could show whether a second banner is a second boot. */
  endKernelLogs(): void {
    this.#kernelLogs.end(this.#bench.progress.done);
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
    for (const { forbid, index } of forbidden) this.#reportForbidden(forbid, index, watch, line.text);
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
      const { end } = met.match;
      const spoilt = forbidden.some((found) => whole || (found.forbid.pattern.instant && found.end <= end));
      const seen = whole ? line.text : line.text.slice(0, end);
      this.#meet(met, watch, quoted(seen));
      // The run may end here, before the line does.
      if (this.#bench.progress.done) this.#findMilestones(watch, line.hits, seen, false);
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
      const match = settled || forbid.pattern.instant ? matchIn(forbid.pattern, text, seam) : undefined;
      return match === undefined ? [] : [{ forbid, index, end: match.end }];
    });
  }

  #reportForbidden(forbid: Forbid, index: number, watch: StreamWatch, text: string): void {
    if (!watch.firstReport(`forbid ${index}`)) return;
    const facts = {
      kind: 'forbidden',
      title: `forbidden: ${forbid.pattern.shown}`,
      hint: 'The scenario forbids this text.',
      outcome: 'failed',
      where: forbid.where,
      ...quote(watch, text),
    } as const;
    this.#bench.findings.report(facts, () => watch.startReport(text));
  }

  /** Of the open expectations the one that is met first in this line: an instant one, or one that needs it whole. */
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
      const visible = text.slice(0, window.to);
      let first: Met | undefined;
      for (const due of possible) {
        const match = due.expect.pattern.exec(visible, window.from);
        if (match === undefined || (first !== undefined && first.match.end <= match.end)) continue;
        first = { due, match, window: index };
      }
      if (first !== undefined) return first;
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
    if (group) return;
    this.#echo(watch.stream).pass(window);
    watch.readTo(Math.max(watch.from, match.end));
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
      ...quote(watch, line),
    });
  }

  #echo(stream: StreamName): EchoFilter {
    const known = this.#echoes.get(stream);
    if (known !== undefined) return known;
    const echo = new EchoFilter();
    this.#echoes.set(stream, echo);
    return echo;
  }

  // ---- the catalog ----------------------------------------------------------------------------------------------

  /** @param settled whether the text is final; of other text only new milestones count, and a reset waits */
  #findMilestones(watch: StreamWatch, hits: readonly number[], text: string, settled: boolean): void {
    const { book, findings } = this.#bench;
    for (const index of book.milestones.of(hits)) {
      const known = book.milestones.items[index];
      if (known === undefined || !speaks(known.entry, watch.stream)) continue;
      const match = known.pattern.exec(text, 0);
      if (match === undefined) continue;
      const { id, phase, title, once, logged, evidence, restarts } = known.entry;
      const first = watch.milestones.get(id);
      // A firmware that starts on a stream where a kernel has spoken.
      const restarted = restarts === true && watch.milestones.has('linux-banner');
      if ((first !== undefined || restarted) && !settled) continue;
      if (!watch.firstReport(`milestone ${id}`)) continue;
      if (evidence === true && isOwnWords(text.slice(0, match.start))) this.#seeTd();
      if (isRunStream(watch.stream)) continue;
      if (first !== undefined && once !== true && !restarted) continue;
      // A banner with another prefix is somebody quoting it: `cat /proc/version` has no timestamp.
      const prefix = text.slice(0, match.start).replace(/\d+/g, '0');
      if (first === undefined) {
        watch.milestones.set(id, prefix);
        findings.reach(phase, title, id);
      }
      const again = once === true && first === prefix;
      if (first === undefined && logged === true) this.#kernelLogs.begin(watch, text);
      if (!again && !restarted) continue;
      const reset = `the machine was reset: ${again ? `a second ${title}` : `${title} after a kernel`}`;
      const details = { kind: 'reset', title: reset, hint: RESET_HINT, outcome: 'failed' } as const;
      const facts = { ...details, ...quote(watch, text) };
      const report = (): void => void findings.report(facts, () => watch.startReport(text));
      if (logged === true) this.#kernelLogs.again(watch, text, report);
      else report();
    }
  }

  /** Takes facts from finished lines only, because an unfinished line may hold half a register. */
  #takeFacts(watch: StreamWatch, line: LineView): void {
    if (!isGuestStream(watch.stream)) return;
    const { book, shown } = this.#bench;
    for (const index of book.facts.of(line.hits)) {
      const fact = book.facts.items[index];
      const match = fact?.pattern.exec(line.text, 0);
      if (fact !== undefined && match !== undefined) shown.take(fact.entry, match, watch.stream);
    }
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

  #seeTd(): void {
    const { findings, rules } = this.#bench;
    if (findings.tdSeen) return;
    findings.tdSeen = true;
    if (rules.platform === undefined || isTrustDomain(rules.platform)) return;
    const message = `the guest says that it is a Trust Domain, on platform ${rules.platform}`;
    findings.notice(message);
  }

  /** The first row of the catalog that fits the line speaks for it. */
  #findSignature(watch: StreamWatch, line: Pick<LineView, 'hits' | 'text'>, seam?: number): void {
    const { signatures } = this.#bench.book;
    for (const index of signatures.of(line.hits)) {
      const known = signatures.items[index];
      if (known === undefined || !speaks(known.entry, watch.stream)) continue;
      const { text } = line;
      const match = matchIn(known.pattern, text, seam);
      if (match === undefined || known.entry.unless?.test(text) === true) continue;
      if (isGuestStream(watch.stream) && SUPPRESSIONS.some((harmless) => harmless.test(text))) return;
      if (watch.firstReport(known.entry.id)) this.#reportSignature(known, match, watch, text);
      return;
    }
  }

  #reportSignature(known: Compiled<Signature>, match: Match, watch: StreamWatch, text: string): void {
    const { groups } = match;
    const { rules, findings } = this.#bench;
    const entry = causeOf(known.entry, groups);
    const { id, severity, phase, hint } = entry;
    const decides = SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(rules.failOn);
    const hosts = phase === 'host' || phase === 'vmm';
    // A guest may run containers and VMs of its own: its words about them do not concern this host.
    const ours = hosts && !isGuestStream(watch.stream);
    findings.atLeast(phase);
    const stands = entry.orLater === true || (hosts && !ours) ? findings.phase : phase;
    const facts = {
      kind: 'signature',
      id,
      title: quoted(titleOf(entry, groups)),
      fingerprint: quoted(fingerprintOf(entry, groups)),
      hint,
      severity,
      phase: stands,
      outcome: decides ? (ours ? 'errored' : 'failed') : undefined,
      ...quote(watch, text),
    } as const;
    const finding = findings.report(facts, () => watch.startReport(text), entry.end);
    if (finding === undefined || entry.guilty === undefined) return;
    const suspects = this.#suspects.get(watch.stream) ?? new Suspects();
    this.#suspects.set(watch.stream, suspects);
    suspects.follow(entry.guilty, text, groups.func, (func, trace) => {
      const title = quoted(titleOf(entry, groups, func));
      const fingerprint = quoted(fingerprintOf(entry, groups, func));
      findings.amend(finding, { title, fingerprint, trace: trace.map(quoted) });
    });
  }
}

/** An expectation, its match, and which of the echo filter's windows that lies in. */
interface Met {
  readonly due: Due;
  readonly match: Match;
  readonly window: number;
}

interface Forbidden {
  readonly forbid: Forbid;
  /** Its place among the forbidden patterns. */
  readonly index: number;
  /** Where its match ends. */
  readonly end: number;
}

const NONE: readonly Forbidden[] = [];

function quote(watch: StreamWatch, text: string): Pick<Finding, 'stream' | 'line' | 'text'> {
  return { stream: watch.stream, line: watch.line, text };
}
