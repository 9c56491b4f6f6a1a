/** The judge: a pure reducer from timestamped machine events to findings and a verdict. It reads no clock. */

import type { Match } from '../console/pattern.ts';
import { LINE_CAP, type LineView } from '../console/scanner.ts';
import { messageOf } from '../errors.ts';
import type { Forbid, JudgeRules } from '../scenario/scenario.ts';
import { PHASES, type Phase, SEVERITIES, type StreamName } from '../scenario/words.ts';
import { SUPPRESSIONS } from './catalog/index.ts';
import { formatDuration, STUCK_HINTS } from './diagnosis.ts';
import { EchoFilter } from './echo.ts';
import type { Finding, JudgeEvent, MachineEvent, Verdict, VmState } from './events.ts';
import { compileRules, type Known, type Rulebook } from './rulebook.ts';
import type { Signature } from './signature.ts';
import { type Due, StepProgress } from './steps.ts';
import { StreamWatch } from './watch.ts';

/** An unfinished line is judged as a whole when the guest has not printed for this long, in milliseconds. */
export const PAUSE_MS = 50;
/** After a failure the rest of the report is collected until nothing was printed for QUIET, at most for REPORT. */
export const QUIET_MS = 250;
export const REPORT_MS = 2000;
/** How long after the VMM said that the guest is gone its process may take to end. */
const EXIT_GRACE_MS = 2000;

/**
 * Feed it events in order with {@link push}; call {@link advance} when the moment of {@link nextDeadline} has come.
 * Both return what follows from it. Replaying the same events gives the same result, whatever the chunking: a bytes'
 * effect depends only on the byte and its time.
 */
export class Judge {
  readonly #rules: JudgeRules;
  readonly #book: Rulebook;
  readonly #progress: StepProgress;
  readonly #watches = new Map<StreamName, StreamWatch>();
  readonly #echoes = new Map<StreamName, EchoFilter>();
  readonly #findings: Finding[] = [];
  readonly #timeline: { time: number; phase: Phase; title: string }[] = [];
  #out: JudgeEvent[] = [];
  #now = 0;
  #lastOutput = 0;
  #lastStream: StreamName | undefined;
  #phase: Phase = 'vmm';
  #failure: { readonly finding: Finding; readonly since: number; report: string[] | undefined } | undefined;
  #vmState: { readonly state: VmState; readonly time: number; readonly detail: string } | undefined;
  /** When the last line of the report was printed. */
  #reportEnded: number | undefined;
  #verdict: Verdict | undefined;

  constructor(rules: JudgeRules) {
    this.#rules = rules;
    this.#book = compileRules(rules);
    this.#progress = new StepProgress(rules.steps);
  }

  get verdict(): Verdict | undefined {
    return this.#verdict;
  }

  /** The machine is about to start, at time 0: gives what the scenario wants sent before anything is expected. */
  start(): JudgeEvent[] {
    this.#act();
    this.#endIfDone();
    return this.#take();
  }

  /** Takes the next event; its time must not lie before that of an earlier one. */
  push(event: MachineEvent): JudgeEvent[] {
    this.#fireUntil(event.time);
    if (this.#verdict === undefined) {
      this.#now = event.time;
      this.#guard(() => this.#receive(event));
    }
    return this.#take();
  }

  /** Time has passed without an event. */
  advance(time: number): JudgeEvent[] {
    this.#fireUntil(time);
    return this.#take();
  }

  /** When {@link advance} has to be called next, in milliseconds; undefined when only an event can change anything. */
  nextDeadline(): number | undefined {
    if (this.#verdict !== undefined) return undefined;
    if (this.#failure !== undefined || this.#vmState !== undefined) return this.#endOfReport();
    let next = this.#rules.timeoutMs;
    if (this.#rules.silenceMs !== undefined && !this.#progress.done) {
      next = Math.min(next, this.#lastOutput + this.#rules.silenceMs);
    }
    for (const due of this.#progress.open()) next = Math.min(next, due.due ?? next);
    return Math.min(next, this.#nextPause()?.time ?? next);
  }

  #take(): JudgeEvent[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }

  // ---- time -----------------------------------------------------------------------------------------------------

  #fireUntil(time: number): void {
    for (;;) {
      const due = this.nextDeadline();
      if (due === undefined || due > time) return;
      this.#now = Math.max(this.#now, due);
      this.#guard(() => this.#fire());
    }
  }

  #fire(): void {
    const pause = this.#nextPause();
    if (this.#failure !== undefined || this.#vmState !== undefined) {
      this.#settleTails();
      this.#conclude();
    } else if (pause !== undefined && pause.time <= this.#now) {
      this.#settleTail(pause.watch);
      this.#endIfDone(pause.watch);
    } else {
      this.#missDeadline();
    }
  }

  #nextPause(): { watch: StreamWatch; time: number } | undefined {
    let next: { watch: StreamWatch; time: number } | undefined;
    for (const watch of this.#watches.values()) {
      if (watch.tailSettled || watch.lastOutput === undefined) continue;
      const time = watch.lastOutput + PAUSE_MS;
      if (next === undefined || time < next.time) next = { watch, time };
    }
    return next;
  }

  #endOfReport(): number {
    if (this.#failure === undefined) return (this.#vmState?.time ?? this.#now) + EXIT_GRACE_MS;
    const quiet = Math.max(this.#lastOutput, this.#failure.since) + QUIET_MS;
    // A moment later, not at once: what was read together with the last line must not depend on the chunking.
    const ended = this.#reportEnded === undefined ? quiet : this.#reportEnded + PAUSE_MS;
    return Math.min(quiet, ended, this.#failure.since + REPORT_MS);
  }

  #missDeadline(): void {
    const late = this.#progress.open().find((due) => due.due !== undefined && due.due <= this.#now);
    if (late !== undefined) {
      const waited = formatDuration(this.#now - late.since);
      this.#miss(late, `${late.expect.pattern.source} did not appear within ${waited}`);
    } else if (this.#now >= this.#rules.timeoutMs) {
      const limit = formatDuration(this.#rules.timeoutMs);
      this.#decide('timeout', `the boot was not over after ${limit}${this.#stillExpected()}`, 'failed');
    } else {
      const silent = formatDuration(this.#now - this.#lastOutput);
      this.#decide('silence', `no output for ${silent}${this.#stillExpected()}`, 'failed');
    }
    this.#conclude();
  }

  #stillExpected(): string {
    const open = this.#progress.open()[0];
    return open === undefined ? '' : `, while step ${open.number} waits for ${open.expect.pattern.source}`;
  }

  // ---- machine events -------------------------------------------------------------------------------------------

  #receive(event: MachineEvent): void {
    switch (event.type) {
      case 'output':
        this.#receiveOutput(event.stream, event.bytes);
        break;
      case 'vm':
        this.#receiveState(event.state, event.detail);
        break;
      case 'abort':
        this.#receiveAbort(event);
        break;
      case 'exit':
        this.#endStreams();
        this.#receiveExit(event.code, event.signal);
        break;
      case 'end-of-log':
        this.#endStreams();
        this.#receiveEndOfLog();
        break;
      case 'launch':
      case 'input':
        break;
    }
  }

  #receiveOutput(stream: StreamName, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    const watch = this.#watch(stream);
    watch.lastOutput = this.#now;
    if (stream !== 'vmm') {
      this.#lastOutput = this.#now;
      this.#lastStream = stream;
      if (this.#phase === 'vmm') this.#reach('firmware', `first output on ${stream}`);
    }
    watch.push(bytes);
    const tail = this.#verdict === undefined ? watch.tail() : undefined;
    if (tail === undefined) watch.tailSettled = true;
    else this.#judgeUsersPatterns(watch, tail, false);
  }

  #receiveState(state: VmState, detail: string): void {
    if (this.#vmState?.state !== 'panicked') this.#vmState = { state, detail, time: this.#now };
    if (state === 'broken') this.#decide('vmm', `the VMM stopped the guest: ${detail}`, 'errored');
  }

  #receiveAbort(event: Extract<MachineEvent, { type: 'abort' }>): void {
    this.#settleTails();
    if (event.cause === 'output-limit') this.#decide('output-limit', event.message, 'failed');
    else if (event.cause === 'cancelled') this.#decide('cancelled', event.message, 'errored');
    else this.#decide('vmm', event.message, 'errored');
    this.#conclude();
  }

  #receiveExit(code: number | null, signal: string | null): void {
    if (this.#vmState?.state === undefined && (code !== 0 || signal !== null)) {
      const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
      const said = this.#watches.get('vmm')?.recentLines(1)[0];
      this.#decide('vmm', `the VMM ended with ${how}${said === undefined ? '' : `: ${said}`}`, 'errored');
    }
    this.#conclude();
  }

  /** The log is all there is: what has not been seen by now is missing. */
  #receiveEndOfLog(): void {
    const open = this.#progress.open()[0];
    if (open !== undefined) this.#miss(open, `${open.expect.pattern.source} is not in the log`);
    this.#conclude();
  }

  #endStreams(): void {
    for (const watch of this.#watches.values()) {
      if (this.#verdict === undefined) watch.end();
    }
  }

  // ---- lines ----------------------------------------------------------------------------------------------------

  #watch(stream: StreamName): StreamWatch {
    const known = this.#watches.get(stream);
    if (known !== undefined) return known;
    const watch = new StreamWatch(stream, this.#book, {
      onSettled: (on, line) => this.#finishLine(on, line),
      onCut: (on) => {
        const message = `${on.stream} line ${on.line} is longer than ${LINE_CAP} characters and is judged in pieces`;
        this.#out.push({ type: 'notice', time: this.#now, message });
      },
    });
    this.#watches.set(stream, watch);
    return watch;
  }

  #settleTails(): void {
    for (const watch of this.#watches.values()) this.#settleTail(watch);
  }

  #settleTail(watch: StreamWatch): void {
    watch.tailSettled = true;
    const tail = watch.tail();
    if (tail !== undefined) this.#judgeSettled(watch, tail);
  }

  /** A line whose text is final. */
  #finishLine(watch: StreamWatch, line: LineView): void {
    if (this.#verdict !== undefined) return;
    this.#judgeSettled(watch, line);
    const echo = this.#echo(watch.stream);
    if (echo.awaits) {
      echo.endLine(line.text, watch.from);
      watch.awaitEcho(echo.awaits);
    }
    this.#endIfDone(watch);
  }

  /** A line whose text is final, or that the guest has stopped printing: everything is looked for. */
  #judgeSettled(watch: StreamWatch, line: LineView): void {
    if (this.#verdict !== undefined) return;
    this.#judgeUsersPatterns(watch, line, true);
    if (this.#verdict !== undefined) return;
    this.#findMilestones(watch, line);
    this.#findSignature(watch, line);
    if (this.#failure?.finding.stream === watch.stream) this.#watchForEnd(line);
  }

  /**
   * Steps and forbidden patterns. Instant patterns come first, as if each byte had come alone; then those that need
   * the whole line. What is forbidden is reported with its whole line, too, but already keeps a run from passing.
   */
  #judgeUsersPatterns(watch: StreamWatch, line: LineView, settled: boolean): void {
    const { expects, forbids } = this.#book;
    const expected = expects.of(line.hits);
    const forbidden = forbids
      .of(line.hits)
      .flatMap((index) => this.#findForbidden(index, watch, line.text, settled));
    for (const whole of settled ? [false, true] : [false]) {
      for (;;) {
        const met = expected.length === 0 ? undefined : this.#firstMet(expected, watch, line.text, whole);
        if (met === undefined) break;
        const { end } = met.match;
        const spoilt = forbidden.some((found) => whole || (found.forbid.pattern.instant && found.end <= end));
        this.#meet(met, watch, whole ? line.text : line.text.slice(0, end));
        if (!spoilt) this.#endIfDone(watch);
        if (this.#verdict !== undefined) return;
      }
    }
    if (settled) for (const found of forbidden) this.#reportForbidden(found.forbid, watch, line.text);
  }

  #findForbidden(
    index: number,
    watch: StreamWatch,
    text: string,
    settled: boolean,
  ): { forbid: Forbid; end: number }[] {
    const forbid = this.#book.forbids.items[index];
    if (forbid === undefined || !listens(forbid.stream, watch.stream)) return [];
    const match = settled || forbid.pattern.instant ? forbid.pattern.exec(text, 0) : undefined;
    return match === undefined ? [] : [{ forbid, end: match.end }];
  }

  #reportForbidden(forbid: Forbid, watch: StreamWatch, text: string): void {
    if (!watch.firstReport(`forbid ${this.#book.forbids.items.indexOf(forbid)}`)) return;
    this.#report({
      kind: 'forbidden',
      title: `forbidden: ${forbid.pattern.source}`,
      hint: 'The scenario forbids this text.',
      outcome: 'failed',
      where: forbid.where,
      ...quote(watch, text),
    });
  }

  /** Of the open expectations the one that is met first in this line: an instant one, or one that needs it whole. */
  #firstMet(
    candidates: readonly number[],
    watch: StreamWatch,
    text: string,
    whole: boolean,
  ): Met | undefined {
    const open = this.#progress.open().filter((due) => listens(due.expect.stream, watch.stream));
    const possible = open.filter(
      ({ expect }) =>
        expect.pattern.instant !== whole &&
        candidates.some((index) => this.#book.expects.items[index] === expect),
    );
    if (possible.length === 0) return undefined;
    const windows = this.#echo(watch.stream).windows(text, watch.from);
    for (const [index, window] of windows.entries()) {
      // Text before an echo ends where the echo begins, which is no end of a line.
      if (whole && index < windows.length - 1) continue;
      const visible = text.slice(0, window.to);
      const found = possible.flatMap((due): Met[] => {
        const match = due.expect.pattern.exec(visible, window.from);
        return match === undefined ? [] : [{ due, match, window: index }];
      });
      found.sort((a, b) => a.match.end - b.match.end);
      if (found[0] !== undefined) return found[0];
    }
    return undefined;
  }

  #meet({ due, match, window }: Met, watch: StreamWatch, line: string): void {
    const group = this.#progress.open().length > 1;
    const step = this.#progress.meet(due, match, { time: this.#now, stream: watch.stream, line });
    this.#out.push({ type: 'step', time: this.#now, step });
    // Members of a group are met in any order, so each looks at the whole line; the next step starts behind them.
    if (group) return;
    this.#echo(watch.stream).pass(window);
    watch.readTo(Math.max(watch.from, match.end));
    for (const other of this.#watches.values()) if (other !== watch) other.readAll();
    this.#act();
  }

  /** Carries out what the scenario does by itself: it sends. */
  #act(): void {
    for (let send = this.#progress.sendNow; send !== undefined; send = this.#progress.sendNow) {
      const echo = this.#echo(send.stream);
      echo.sent(send.text);
      this.#watch(send.stream).awaitEcho(echo.awaits);
      this.#out.push({ type: 'send', time: this.#now, stream: send.stream, text: send.text });
      const step = this.#progress.sent(this.#now);
      if (step !== undefined) this.#out.push({ type: 'step', time: this.#now, step });
    }
  }

  /** Ends a good run, unless an unfinished line of another stream than the one being read has bad news. */
  #endIfDone(reading?: StreamWatch): void {
    const over = this.#progress.done && this.#rules.stop === 'after-last-step';
    if (!over || this.#failure !== undefined) return;
    for (const watch of this.#watches.values()) if (watch !== reading) this.#settleTail(watch);
    if (this.#failure === undefined) this.#conclude();
  }

  #echo(stream: StreamName): EchoFilter {
    const known = this.#echoes.get(stream) ?? new EchoFilter();
    this.#echoes.set(stream, known);
    return known;
  }

  #findMilestones(watch: StreamWatch, line: LineView): void {
    if (watch.stream === 'vmm') return;
    for (const index of this.#book.milestones.of(line.hits)) {
      const known = this.#book.milestones.items[index];
      const match = known?.pattern.exec(line.text, 0);
      if (known === undefined || match === undefined) continue;
      const { id, phase, title, once } = known.entry;
      if (!watch.firstReport(`milestone ${id}`)) continue;
      // A banner with another prefix is somebody quoting it: `cat /proc/version` has no timestamp.
      const prefix = line.text.slice(0, match.start).replace(/\d+/g, '0');
      const first = watch.milestones.get(id);
      if (first === undefined) {
        watch.milestones.set(id, prefix);
        this.#reach(phase, title);
      } else if (once === true && first === prefix) {
        this.#report({
          kind: 'reset',
          title: `the machine was reset: a second ${title}`,
          hint: RESET_HINT,
          outcome: 'failed',
          ...quote(watch, line.text),
        });
      }
    }
  }

  #reach(phase: Phase, title: string): void {
    this.#timeline.push({ time: this.#now, phase, title });
    if (PHASES.indexOf(phase) > PHASES.indexOf(this.#phase)) this.#phase = phase;
    this.#out.push({ type: 'phase', time: this.#now, phase, title });
  }

  /** The first row of the catalog that fits the line speaks for it. */
  #findSignature(watch: StreamWatch, line: LineView): void {
    for (const index of this.#book.signatures.of(line.hits)) {
      const known = this.#book.signatures.items[index];
      if (known === undefined || !speaks(known.entry, watch.stream)) continue;
      const match = known.pattern.exec(line.text, 0);
      if (match === undefined || known.entry.unless?.test(line.text) === true) continue;
      if (watch.stream !== 'vmm' && SUPPRESSIONS.some((harmless) => harmless.test(line.text))) return;
      if (watch.firstReport(known.entry.id)) this.#reportSignature(known, match, watch, line.text);
      return;
    }
  }

  #reportSignature(known: Known<Signature>, match: Match, watch: StreamWatch, text: string): void {
    const { id, severity, phase, hint } = known.entry;
    const decides = SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(this.#rules.failOn);
    const ours = phase === 'host' || phase === 'vmm';
    if (PHASES.indexOf(phase) > PHASES.indexOf(this.#phase)) this.#phase = phase;
    this.#report({
      kind: 'signature',
      id,
      title: known.entry.title.replace(/\$<(\w+)>/g, (_, name: string) => match.groups[name]?.trim() ?? ''),
      hint,
      severity,
      phase,
      outcome: decides ? (ours ? 'errored' : 'failed') : undefined,
      ...quote(watch, text),
    });
  }

  #watchForEnd(line: LineView): void {
    const id = this.#failure?.finding.id;
    const known = this.#book.signatures.items.find(({ entry }) => entry.id === id);
    if (known?.entry.end !== undefined && line.text.includes(known.entry.end))
      this.#reportEnded ??= this.#now;
  }

  // ---- findings and verdict -------------------------------------------------------------------------------------

  #miss(due: Due, title: string): void {
    this.#report({
      kind: 'missing',
      title: `step ${due.number}: ${title}`,
      hint: STUCK_HINTS[this.#phase],
      outcome: 'failed',
      where: due.expect.where,
    });
  }

  /** A finding that has no line of its own and decides the run, unless something earlier has. */
  #decide(kind: Finding['kind'], title: string, outcome: 'failed' | 'errored'): void {
    const hint = HINTS[kind] ?? STUCK_HINTS[this.#phase];
    if (this.#failure === undefined || outcome === 'errored') this.#report({ kind, title, hint, outcome });
  }

  #report(facts: Pick<Finding, 'kind' | 'title' | 'hint' | 'outcome'> & Partial<Finding>): void {
    const text = facts.text;
    const allow =
      text === undefined ? undefined : this.#rules.allow.find(({ pattern }) => pattern.exec(text, 0));
    const finding: Finding = {
      id: facts.kind,
      severity: 'fatal',
      phase: this.#phase,
      time: this.#now,
      ...facts,
      ...(allow === undefined ? {} : { outcome: undefined, allowed: allow.reason }),
    };
    this.#findings.push(finding);
    this.#out.push({ type: 'finding', time: this.#now, finding });
    if (finding.outcome === undefined || this.#failure !== undefined) return;
    const watch = finding.stream === undefined ? undefined : this.#watches.get(finding.stream);
    this.#failure = { finding, since: this.#now, report: watch?.startReport(text ?? '') };
  }

  /** Gives the verdict, from what is known by now. */
  #conclude(): void {
    if (this.#verdict !== undefined) return;
    if (this.#failure === undefined) this.#explainEnd();
    const scan = this.#findings.find(({ kind }) => kind === 'scan');
    const failed = this.#failure;
    const found = scan ?? failed?.finding;
    const cause =
      found === failed?.finding && found && failed?.report ? { ...found, report: failed.report } : found;
    const last = this.#lastStream ?? 'vmm';
    this.#verdict = {
      verdict: cause?.outcome ?? 'passed',
      reason: cause?.title ?? 'every step was met',
      hint: cause?.hint ?? '',
      phase: this.#phase,
      time: this.#now,
      findings: this.#findings,
      ...(cause === undefined ? {} : { cause }),
      steps: this.#progress.reports(cause !== undefined),
      captures: this.#progress.captures,
      timeline: this.#timeline,
      lastLines: cause === undefined ? [] : (this.#watches.get(last)?.recentLines(20) ?? []),
    };
    this.#out.push({ type: 'verdict', time: this.#now, verdict: this.#verdict });
  }

  /** The machine is gone and nothing has failed so far: is that how the scenario wanted it to end? */
  #explainEnd(): void {
    const state = this.#vmState?.state;
    const open = this.#progress.open()[0];
    if (state === 'panicked') {
      this.#decide('panicked', `the guest reported a panic: ${this.#vmState?.detail}`, 'failed');
    } else if (state === 'reset') {
      this.#decide('reset', `the guest reset itself${this.#stillExpected()}`, 'failed');
    } else if (open !== undefined) {
      const how = state === 'shutdown' ? 'the guest powered off' : 'the VMM ended';
      this.#decide('exit', `${how} before step ${open.number} saw ${open.expect.pattern.source}`, 'failed');
    }
  }

  /** A scan that cannot run must not look like a clean log. */
  #guard(body: () => void): void {
    try {
      body();
    } catch (error) {
      const hint = error instanceof Error && 'hint' in error ? String(error.hint) : 'Please report this.';
      const title = `the console could not be judged: ${messageOf(error)}`;
      this.#report({ kind: 'scan', title, hint, outcome: 'errored' });
      this.#conclude();
    }
  }
}

/** An expectation, its match, and which of the echo filter's windows that lies in. */
interface Met {
  readonly due: Due;
  readonly match: Match;
  readonly window: number;
}

const RESET_HINT =
  'A reset in the middle of a boot is a triple fault, a watchdog or a panic with panic=-1 whose message went nowhere.';

const HINTS: Partial<Record<Finding['kind'], string>> = {
  reset: RESET_HINT,
  panicked:
    'The panic text may have gone to a console that is not a stream: add console=ttyS0 to the command line.',
  exit: 'Expect what the guest prints before it powers off, or use "stop: on-exit".',
  vmm: 'See the vmm stream for what the VMM said.',
  'output-limit': 'Raise output-limit if so much output is normal for this guest.',
  cancelled: 'The machine was stopped and nothing was left behind.',
};

function listens(wanted: StreamName | undefined, stream: StreamName): boolean {
  return wanted === undefined ? stream !== 'vmm' : wanted === stream;
}

function speaks(signature: Signature, stream: StreamName): boolean {
  return signature.streams === undefined ? stream !== 'vmm' : signature.streams.includes(stream);
}

function quote(watch: StreamWatch, text: string): Pick<Finding, 'stream' | 'line' | 'text'> {
  return { stream: watch.stream, line: watch.line, text };
}
