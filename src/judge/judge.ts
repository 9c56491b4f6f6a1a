/** The judge: a pure reducer from timestamped machine events to findings and a verdict. It reads no clock. */

import { LINE_CAP } from '../console/scanner.ts';
import type { JudgeRules } from '../scenario/scenario.ts';
import type { Predictions } from '../tdx/register-prediction.ts';
import { messageOf } from '../words/errors.ts';
import type { StreamName } from '../words/words.ts';
import { diagnose } from './diagnosis/diagnose.ts';
import { formatDuration, STUCK_HINTS } from './diagnosis/hints.ts';
import { diagnosisInput } from './diagnosis/run.ts';
import type {
  Diagnosis,
  Finding,
  JudgeEvent,
  MachineEvent,
  Measurement,
  Verdict,
  VmEnd,
  VmState,
} from './events.ts';
import { Findings } from './findings.ts';
import { LineJudge } from './lines.ts';
import { compareMeasurements, findingOf } from './measurements.ts';
import { compileRules, type Rulebook } from './rulebook.ts';
import { Shown } from './shown.ts';
import { type Due, StepProgress } from './steps.ts';
import { StreamWatch } from './watch.ts';

/** An unfinished line is judged as a whole when the guest has not printed for this long, in milliseconds. */
export const PAUSE_MS = 50;
/** After a failure the rest of the report is collected until nothing was printed for QUIET, at most for REPORT. */
export const QUIET_MS = 250;
export const REPORT_MS = 2000;
/** When all steps are met and no line showed a TD, so long is waited for one: the probe's facts follow its greeting. */
export const EVIDENCE_MS = 2000;
/** How long after the VMM said that the guest is gone its process may take to end. */
const EXIT_GRACE_MS = 2000;
/** A guest that had to wait longer than this for tdx-boot, in milliseconds, is not blamed for being late. */
const HELD_MS = 1000;

/**
 * Feed it events in order with {@link push}; call {@link advance} when the moment of {@link nextDeadline} has come.
 * Both return what follows from it. Replaying the same events gives the same result, whatever the chunking: a byte's
 * effect depends only on the byte and its time.
 */
export class Judge {
  readonly #rules: JudgeRules;
  readonly #book: Rulebook;
  readonly #progress: StepProgress;
  readonly #findings: Findings;
  readonly #shown = new Shown();
  readonly #lines: LineJudge;
  readonly #watches = new Map<StreamName, StreamWatch>();
  /** Streams with a line that was judged in pieces. */
  readonly #cut = new Set<StreamName>();
  #lastOutput = 0;
  #lastStream: StreamName | undefined;
  #vmState: { readonly state: VmEnd; readonly time: number; readonly detail: string } | undefined;
  /** Devices that a driver in the guest has set up. */
  readonly #driven: string[] = [];
  /** CPUs that the VMM wanted in the last silence that was measured. */
  #busy: number | undefined;
  /** How long the guest had to wait for tdx-boot, in milliseconds. */
  #held = 0;
  #silenceExpected: string | undefined;
  #predictions: Predictions | undefined;
  /** When a run whose steps are all met is judged without what it lacks: evidence of a TD, or its measurements. */
  #evidenceDue: number | undefined;
  #verdict: Verdict | undefined;

  constructor(rules: JudgeRules) {
    this.#rules = rules;
    this.#book = compileRules(rules);
    this.#progress = new StepProgress(rules.steps);
    this.#findings = new Findings(rules.allow);
    this.#lines = new LineJudge({
      rules,
      book: this.#book,
      progress: this.#progress,
      findings: this.#findings,
      shown: this.#shown,
      over: () => this.#verdict !== undefined,
      endIfDone: (reading) => this.#endIfDone(reading),
      watch: (stream) => this.#watch(stream),
      watches: () => this.#watches.values(),
    });
  }

  get verdict(): Verdict | undefined {
    return this.#verdict;
  }

  /** The machine is about to start, at time 0: gives what the scenario wants sent before anything is expected. */
  start(): JudgeEvent[] {
    this.#lines.act();
    this.#endIfDone();
    return this.#findings.take();
  }

  /** Takes the next event; its time must not lie before that of an earlier one. */
  push(event: MachineEvent): JudgeEvent[] {
    this.#fireUntil(event.time);
    if (this.#verdict === undefined) {
      this.#findings.now = event.time;
      this.#guard(() => this.#receive(event));
    }
    return this.#findings.take();
  }

  /** Time has passed without an event. */
  advance(time: number): JudgeEvent[] {
    this.#fireUntil(time);
    return this.#findings.take();
  }

  /** When {@link advance} has to be called next, in milliseconds; undefined when only an event can change anything. */
  nextDeadline(): number | undefined {
    if (this.#verdict !== undefined) return undefined;
    if (this.#findings.failure !== undefined || this.#vmState !== undefined) return this.#endOfReport();
    let next = this.#rules.timeoutMs;
    if (this.#rules.silenceMs !== undefined && !this.#progress.done) {
      next = Math.min(next, this.#lastOutput + this.#rules.silenceMs);
    }
    next = Math.min(next, this.#evidenceDue ?? next);
    for (const due of this.#progress.open()) next = Math.min(next, due.due ?? next);
    return Math.min(next, this.#nextPause()?.time ?? next);
  }

  // ---- time -----------------------------------------------------------------------------------------------------

  #fireUntil(time: number): void {
    for (;;) {
      const due = this.nextDeadline();
      if (due === undefined || due > time) return;
      this.#findings.now = Math.max(this.#findings.now, due);
      this.#guard(() => this.#fire());
    }
  }

  #fire(): void {
    const pause = this.#nextPause();
    if (this.#findings.failure !== undefined || this.#vmState !== undefined) {
      this.#settleTails();
      this.#conclude();
    } else if (pause !== undefined && pause.time <= this.#findings.now) {
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
    if (this.#findings.failure === undefined)
      return (this.#vmState?.time ?? this.#findings.now) + EXIT_GRACE_MS;
    const quiet = Math.max(this.#lastOutput, this.#findings.failure.since) + QUIET_MS;
    // A moment later, not at once: what was read together with the last line must not depend on the chunking.
    const ended = this.#lines.reportEnded === undefined ? quiet : this.#lines.reportEnded + PAUSE_MS;
    return Math.min(quiet, ended, this.#findings.failure.since + REPORT_MS);
  }

  #missDeadline(): void {
    if (this.#evidenceDue !== undefined) {
      this.#conclude();
      return;
    }
    const late = this.#progress.open().find((due) => due.due !== undefined && due.due <= this.#findings.now);
    if (this.#held > HELD_MS) {
      const held = `the guest had to wait ${formatDuration(this.#held)} for tdx-boot`;
      this.#findings.decide('held', `a deadline has passed, but ${held}${this.#stillExpected()}`, 'errored');
    } else if (late !== undefined) {
      const waited = formatDuration(this.#findings.now - late.since);
      this.#miss(late, `${late.expect.pattern.shown} did not appear within ${waited}`);
    } else if (this.#findings.now >= this.#rules.timeoutMs) {
      const limit = formatDuration(this.#rules.timeoutMs);
      this.#findings.decide(
        'timeout',
        `the boot was not over after ${limit}${this.#stillExpected()}`,
        'failed',
      );
    } else {
      const silent = formatDuration(this.#findings.now - this.#lastOutput);
      this.#findings.decide('silence', `no output for ${silent}${this.#stillExpected()}`, 'failed');
    }
    this.#conclude();
  }

  #stillExpected(): string {
    const open = this.#progress.open()[0];
    return open === undefined ? '' : `, while step ${open.number} waits for ${open.expect.pattern.shown}`;
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
        this.#findings.atLeast('vmm');
        this.#silenceExpected = event.silenceExpected;
        this.#predictions = event.predictions;
        break;
      case 'cpu':
        this.#busy = event.busy;
        break;
      case 'held':
        this.#held += event.ms;
        break;
      case 'input':
        break;
    }
  }

  #receiveOutput(stream: StreamName, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    const watch = this.#watch(stream);
    watch.lastOutput = this.#findings.now;
    this.#findings.atLeast('vmm');
    if (stream !== 'vmm') {
      this.#busy = undefined;
      if (this.#lastStream === undefined) this.#findings.reach('firmware', `first output on ${stream}`);
      this.#lastOutput = this.#findings.now;
      this.#lastStream = stream;
    }
    watch.push(bytes);
    const tail = this.#verdict === undefined ? watch.tail() : undefined;
    if (tail === undefined) watch.tailSettled = true;
    else this.#lines.unfinished(watch, tail);
  }

  #receiveState(state: VmState, detail: string): void {
    if (state === 'driven') {
      if (this.#driven.length === 0) this.#findings.reach('firmware', `the guest drives ${detail}`);
      this.#driven.push(detail);
      return;
    }
    if (this.#vmState?.state !== 'panicked') this.#vmState = { state, detail, time: this.#findings.now };
    if (state === 'broken') this.#findings.decide('vmm', `the VMM stopped the guest: ${detail}`, 'errored');
  }

  #receiveAbort(event: Extract<MachineEvent, { type: 'abort' }>): void {
    this.#settleTails();
    if (event.cause === 'output-limit') this.#findings.decide('output-limit', event.message, 'failed');
    else if (event.cause === 'cancelled') this.#findings.decide('cancelled', event.message, 'errored');
    else if (event.cause === 'not-recorded' || event.cause === 'incomplete') {
      this.#findings.decide('recording', event.message, 'errored', event.hint);
    } else this.#findings.decide('vmm', event.message, 'errored', event.hint);
    this.#conclude();
  }

  #receiveExit(code: number | null, signal: string | null): void {
    if (this.#vmState?.state === undefined && (code !== 0 || signal !== null)) {
      const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
      const said = this.#watches.get('vmm')?.recentLines(1)[0];
      this.#findings.decide(
        'vmm',
        `the VMM ended with ${how}${said === undefined ? '' : `: ${said}`}`,
        'errored',
      );
    }
    this.#conclude();
  }

  /** The log is all there is: what has not been seen by now is missing. */
  #receiveEndOfLog(): void {
    const open = this.#progress.open()[0];
    if (open !== undefined) this.#miss(open, `${open.expect.pattern.shown} is not in the log`);
    this.#conclude();
  }

  #endStreams(): void {
    for (const watch of this.#watches.values()) {
      if (this.#verdict === undefined) watch.end();
    }
  }

  #watch(stream: StreamName): StreamWatch {
    const known = this.#watches.get(stream);
    if (known !== undefined) return known;
    const watch = new StreamWatch(stream, this.#book, {
      onSettled: (on, line) => this.#lines.finish(on, line),
      onCut: (on) => {
        if (this.#cut.has(on.stream)) return;
        this.#cut.add(on.stream);
        const message = `${on.stream} line ${on.line} is longer than ${LINE_CAP} characters and is judged in pieces, as others may be`;
        this.#findings.emit({ type: 'notice', time: this.#findings.now, message });
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
    if (tail !== undefined) this.#lines.settled(watch, tail);
  }

  /** Ends a good run, unless an unfinished line of another stream than the one being read has bad news. */
  #endIfDone(reading?: StreamWatch): void {
    const over = this.#progress.done && this.#rules.stop === 'after-last-step';
    if (!over || this.#findings.failure !== undefined) return;
    for (const watch of this.#watches.values()) if (watch !== reading) this.#settleTail(watch);
    if (this.#findings.failure !== undefined) return;
    if (this.#lacksEvidence() || this.#lacksMeasurements()) {
      this.#evidenceDue ??= this.#findings.now + EVIDENCE_MS;
    } else this.#conclude();
  }

  #lacksEvidence(): boolean {
    return this.#rules.tdEvidence === 'required' && !this.#findings.tdSeen;
  }

  #lacksMeasurements(): boolean {
    this.#shown.takeCaptures(this.#progress.captures);
    return this.#shown.lacks(this.#rules.measurements ?? []);
  }

  // ---- verdict ----------------------------------------------------------------------------------------------

  #miss(due: Due, title: string): void {
    this.#findings.report({
      kind: 'missing',
      title: `step ${due.number}: ${title}`,
      hint: STUCK_HINTS[this.#findings.phase],
      outcome: 'failed',
      where: due.expect.where,
    });
  }

  /** Gives the verdict, from what is known by now. */
  #conclude(): void {
    if (this.#verdict !== undefined) return;
    const { measurements: asserted = [] } = this.#rules;
    this.#shown.takeCaptures(this.#progress.captures);
    const measurements = compareMeasurements(asserted, this.#shown, this.#predictions);
    if (this.#findings.failure === undefined) this.#explainEnd(measurements);
    const scan = this.#findings.list.find(({ kind }) => kind === 'scan');
    const failed = this.#findings.failure;
    const found = scan ?? failed?.finding;
    const cause =
      found === failed?.finding && found && failed?.report ? { ...found, report: failed.report } : found;
    const last = this.#lastStream ?? 'vmm';
    this.#verdict = {
      verdict: cause?.outcome ?? 'passed',
      reason: cause?.title ?? 'every step was met',
      hint: cause?.hint ?? '',
      phase: this.#findings.phase,
      time: this.#findings.now,
      findings: this.#findings.list,
      omitted: this.#findings.omitted,
      ...(cause === undefined ? {} : { cause, diagnosis: this.#diagnose(cause) }),
      steps: this.#progress.reports(cause !== undefined),
      captures: this.#progress.captures,
      measurements,
      timeline: this.#findings.timeline,
      lastLines: cause === undefined ? [] : (this.#watches.get(last)?.recentLines(20) ?? []),
    };
    this.#findings.emit({ type: 'verdict', time: this.#findings.now, verdict: this.#verdict });
  }

  #diagnose(cause: Finding): Diagnosis {
    return diagnose(
      diagnosisInput(cause, {
        findings: this.#findings,
        awaited: this.#progress.open()[0]?.expect.stream,
        watches: [...this.#watches.values()],
        vm: this.#vmState,
        driven: this.#driven,
        busy: this.#busy,
        firmwareBuild: this.#rules.firmwareBuild,
        silenceExpected: this.#silenceExpected,
      }),
    );
  }

  /** The machine is gone and nothing has failed so far: is that how the scenario wanted it to end? */
  #explainEnd(measurements: readonly Measurement[]): void {
    const state = this.#vmState?.state;
    const open = this.#progress.open()[0];
    if (state === 'panicked') {
      this.#findings.decide('panicked', `the guest reported a panic: ${this.#vmState?.detail}`, 'failed');
    } else if (state === 'reset') {
      this.#findings.decide('reset', `the guest reset itself${this.#stillExpected()}`, 'failed');
    } else if (open !== undefined) {
      const how = state === 'shutdown' ? 'the guest powered off' : 'the VMM ended';
      this.#findings.decide(
        'exit',
        `${how} before step ${open.number} saw ${open.expect.pattern.shown}`,
        'failed',
      );
    } else if (this.#lacksEvidence()) {
      this.#findings.decide('not-a-td', NOT_A_TD, 'failed');
    } else {
      for (const facts of measurements.flatMap((row) => findingOf(row) ?? [])) this.#findings.report(facts);
    }
  }

  /** A scan that cannot run must not look like a clean log. */
  #guard(body: () => void): void {
    try {
      body();
    } catch (error) {
      const hint = error instanceof Error && 'hint' in error ? String(error.hint) : 'Please report this.';
      const title = `the console could not be judged: ${messageOf(error)}`;
      this.#findings.report({ kind: 'scan', title, hint, outcome: 'errored' });
      this.#conclude();
    }
  }
}

const NOT_A_TD = 'the guest showed no sign of being a Trust Domain';
