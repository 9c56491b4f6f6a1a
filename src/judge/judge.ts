/** The judge: a pure reducer from timestamped machine events to findings and a verdict. It reads no clock. */

import { LINE_CAP } from '../console/scanner.ts';
import type { JudgeRules } from '../scenario/scenario.ts';
import { messageOf } from '../words/errors.ts';
import { isGuestStream, isRunStream, type StreamName } from '../words/words.ts';
import { CommandJudge } from './commands.ts';
import { Deadlines } from './deadlines.ts';
import { diagnose } from './diagnosis/diagnose.ts';
import { type GuestKind, guestKind } from './diagnosis/hints.ts';
import { diagnosisInput } from './diagnosis/run.ts';
import { Ending } from './ending.ts';
import type { Diagnosis, Finding, JudgeEvent, MachineEvent, Verdict } from './events.ts';
import { Findings } from './findings.ts';
import { LineJudge } from './lines.ts';
import { MachineView } from './machine-view.ts';
import { compareMeasurements } from './measurements.ts';
import { compileRules, type Rulebook } from './rulebook.ts';
import { Shown } from './shown.ts';
import { StepProgress } from './steps.ts';
import { GuestTests } from './tests.ts';
import type { StreamWatch } from './watch.ts';
import { Watches } from './watches.ts';

/** When all steps are met and no line showed a TD, so long is waited for one: the probe's facts follow its greeting. */
export const EVIDENCE_MS = 2000;
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
  readonly #guest: GuestKind;
  readonly #shown = new Shown();
  readonly #tests: GuestTests;
  readonly #lines: LineJudge;
  readonly #watches: Watches;
  readonly #machine: MachineView;
  readonly #commands: CommandJudge;
  readonly #deadlines: Deadlines;
  readonly #ending: Ending;
  /** Where nothing prints before the kernel, some output was seen. */
  #kernelSpoke = false;
  #verdict: Verdict | undefined;

  constructor(rules: JudgeRules) {
    this.#machine = new MachineView(rules.platform);
    this.#rules = rules;
    this.#book = compileRules(rules);
    this.#progress = new StepProgress(rules.steps);
    this.#guest = guestKind(rules);
    this.#findings = new Findings(rules.allow, this.#guest);
    this.#commands = new CommandJudge(this.#progress, this.#findings, (stream) => this.#watches.of(stream));
    this.#tests = new GuestTests(rules, this.#findings);
    this.#lines = new LineJudge({
      rules,
      book: this.#book,
      progress: this.#progress,
      findings: this.#findings,
      commands: this.#commands,
      shown: this.#shown,
      receive: (event) => this.#receive(event),
      tests: this.#tests,
      over: () => this.#verdict !== undefined,
      endIfDone: (reading) => this.#endIfDone(reading),
      watch: (stream) => this.#watches.of(stream),
      watches: () => this.#watches,
    });
    this.#watches = new Watches(this.#book, {
      onSettled: (on, line) => this.#lines.finish(on, line),
      onSeam: (on, text, at) => this.#lines.seam(on, text, at),
      onUnfinished: (on, line) => this.#lines.unfinished(on, line),
      onPaused: (on, line) => this.#lines.settled(on, line),
      onCut: (on) => {
        this.#findings.notice(
          `${on.stream} line ${on.line} is longer than ${LINE_CAP} characters and is judged in pieces, as others may be`,
        );
      },
      over: () => this.#verdict !== undefined,
    });
    this.#ending = new Ending({
      findings: this.#findings,
      machine: this.#machine,
      progress: this.#progress,
      commands: this.#commands,
    });
    this.#deadlines = new Deadlines({
      rules,
      progress: this.#progress,
      findings: this.#findings,
      tests: this.#tests,
      machine: this.#machine,
      commands: this.#commands,
      lines: this.#lines,
      watches: this.#watches,
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
    return this.#verdict === undefined ? this.#deadlines.next() : undefined;
  }

  /** Whether a guest of which nothing more comes has missed a step, or was silent for too long, at this time. */
  isLate(time: number): boolean {
    return this.#verdict === undefined && this.#deadlines.isLate(time);
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
    const pause = this.#deadlines.nextPause();
    if (this.#deadlines.ending) {
      this.#watches.settleAll();
      this.#conclude();
    } else if (pause !== undefined && pause.time <= this.#findings.now) {
      this.#watches.settle(pause.watch);
      this.#endIfDone(pause.watch);
    } else if ((this.#commands.fallBackDue ?? Number.POSITIVE_INFINITY) <= this.#findings.now) {
      this.#commands.fallBack();
    } else if (this.#deadlines.settled) {
      this.#endIfDone();
    } else {
      this.#deadlines.miss();
      this.#conclude();
    }
  }

  // ---- machine events -------------------------------------------------------------------------------------------

  #receive(event: MachineEvent): void {
    switch (event.type) {
      case 'output':
        this.#receiveOutput(event.stream, event.bytes);
        break;
      case 'abort':
        this.#receiveAbort(event);
        break;
      case 'exit':
        this.#watches.end();
        this.#ending.exit(event, this.#watches.recentLines('vmm', 1)[0]);
        this.#conclude();
        break;
      case 'end-of-log':
        this.#watches.end();
        this.#receiveEndOfLog();
        break;
      case 'launch':
        this.#commands.launched(event);
        this.#machine.take(event, this.#findings);
        break;
      case 'vm':
      case 'cpu':
      case 'held':
        this.#machine.take(event, this.#findings);
        if (event.type === 'held') this.#deadlines.held(event.ms);
        break;
      case 'agent':
        this.#commands.take(event);
        this.#lines.act();
        break;
      case 'command':
        this.#receiveCommandEnd(event);
        break;
      case 'input':
        break;
    }
  }

  #receiveOutput(stream: StreamName, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#watches.of(stream).lastOutput = this.#findings.now;
    this.#findings.atLeast('vmm');
    if (isGuestStream(stream) || isRunStream(stream)) {
      this.#machine.busy = undefined;
      if (isGuestStream(stream)) this.#notePhase(stream);
      this.#deadlines.lastOutput = this.#findings.now;
    }
    this.#watches.read(stream, bytes);
  }

  /** What the mere fact says that a stream speaks. */
  #notePhase(stream: StreamName): void {
    const ownKernel = this.#rules.directKernel === true && stream !== 'debugcon';
    if (ownKernel && !this.#kernelSpoke) {
      this.#kernelSpoke = true;
      this.#findings.reach('kernel', `first output of the kernel on ${stream}`);
    } else if (this.#watches.last === undefined) {
      this.#findings.reach('firmware', `first output on ${stream}`);
    }
  }

  #receiveCommandEnd(event: Extract<MachineEvent, { type: 'command' }>): void {
    // Nothing more can finish the last line of its output, nor a test report there.
    this.#watches.of(event.stream).end();
    this.#tests.end(event.stream);
    if (this.#verdict !== undefined || !this.#commands.end(event)) return;
    this.#tests.endWell(event.stream);
    // What is printed by now is no answer to the steps that follow. The line with the end of a typed command is over.
    this.#watches.readAll();
    this.#lines.act();
    this.#endIfDone();
  }

  #receiveAbort(event: Extract<MachineEvent, { type: 'abort' }>): void {
    this.#watches.settleAll();
    const { last } = this.#watches;
    if (event.cause === 'output-limit' && last !== undefined) this.#commands.flood(last, event.message);
    if (event.cause === 'output-limit') this.#findings.decide('output-limit', event.message, 'failed');
    else if (event.cause === 'cancelled') this.#findings.decide('cancelled', event.message, 'errored');
    else if (event.cause === 'not-recorded' || event.cause === 'incomplete') {
      this.#findings.decide('recording', event.message, 'errored', event.hint);
    } else this.#findings.decide('vmm', event.message, 'errored', event.hint);
    this.#conclude();
  }

  /** The log is all there is: what has not been seen by now is missing. */
  #receiveEndOfLog(): void {
    // What a command left unsaid is in its finding.
    this.#commands.cut('the log ends');
    this.#tests.conclude();
    this.#deadlines.endOfLog();
    this.#conclude();
  }

  /**
   * Ends a good run whose guest has gone on for long enough, unless an unfinished line of another stream than the one
   * being read has bad news.
   */
  #endIfDone(reading?: StreamWatch): void {
    const over = this.#progress.done && this.#rules.stop === 'after-last-step';
    if (!over || this.#findings.failure !== undefined) return;
    this.#deadlines.settleDue ??= this.#findings.now + this.#rules.settleMs;
    if (this.#findings.now < this.#deadlines.settleDue) return;
    this.#watches.settleAll(reading);
    if (this.#findings.failure !== undefined || this.#tests.waits()) return;
    if (this.#lacksEvidence() || this.#lacksMeasurements()) {
      this.#deadlines.evidenceDue ??= this.#findings.now + EVIDENCE_MS;
    } else {
      // Tests that failed are a failure like another: its report is collected before the run ends.
      this.#concludeTests();
      if (this.#findings.failure === undefined) this.#conclude();
    }
  }

  #lacksEvidence(): boolean {
    return this.#rules.tdEvidence === 'required' && !this.#findings.tdSeen;
  }

  #lacksMeasurements(): boolean {
    this.#shown.takeCaptures(this.#progress.captures);
    return this.#shown.lacks(this.#rules.measurements ?? []);
  }

  // ---- verdict ----------------------------------------------------------------------------------------------

  /** Gives the verdict, from what is known by now. */
  #conclude(): void {
    if (this.#verdict !== undefined) return;
    this.#lines.known.end();
    const { measurements: asserted = [] } = this.#rules;
    this.#shown.takeCaptures(this.#progress.captures);
    if (this.#findings.failure !== undefined || !this.#progress.done) this.#shown.stopShort();
    const measurements = compareMeasurements(asserted, this.#shown, this.#machine.predictions);
    const tests = this.#concludeTests();
    if (this.#findings.failure === undefined) this.#ending.explain(measurements, this.#lacksEvidence());
    else if (this.#machine.end !== undefined) this.#commands.cut('the guest ended');
    const scan = this.#findings.list.find(({ kind }) => kind === 'scan');
    const failed = this.#findings.failure;
    const found = scan ?? failed?.finding;
    const cause =
      found === failed?.finding && found && failed?.report ? { ...found, report: failed.report } : found;
    const last = this.#commands.lastWordsOn(cause?.kind, this.#watches.last) ?? 'vmm';
    this.#verdict = {
      verdict: cause?.outcome ?? 'passed',
      reason: cause?.title ?? 'every step was met',
      hint: cause?.hint ?? '',
      phase: this.#findings.phase,
      td: this.#machine.tdKind(this.#findings.tdSeen),
      time: this.#findings.now,
      findings: this.#findings.list,
      omitted: this.#findings.omitted,
      ...(cause === undefined ? {} : { cause, diagnosis: this.#diagnose(cause) }),
      steps: this.#progress.reports(cause?.outcome === 'failed'),
      captures: this.#progress.captures,
      facts: this.#shown.probe.all,
      measurements,
      timeline: this.#findings.timeline,
      tests,
      lastLines: cause === undefined ? [] : this.#watches.recentLines(last, 20),
    };
    this.#findings.emit({ type: 'verdict', time: this.#findings.now, verdict: this.#verdict });
  }

  /**
   * A guest that stopped within a line has said no more of it. A run that ends while its guest prints does not count the
   * line, because how much of the line is here depends on the chunk.
   */
  #concludeTests(): Verdict['tests'] {
    for (const watch of this.#watches) {
      const tail = watch.tail();
      if (tail !== undefined && this.#watches.reading === undefined) this.#lines.takeTests(watch, tail);
    }
    return this.#tests.conclude();
  }

  #diagnose(cause: Finding): Diagnosis {
    const open = this.#progress.open()[0]?.expect;
    return diagnose(
      diagnosisInput(cause, {
        findings: this.#findings,
        awaited: open,
        typedInto: this.#progress.typedInto,
        watches: [...this.#watches],
        vm: this.#machine.end,
        driven: this.#machine.driven,
        busy: this.#machine.busy,
        guest: this.#guest,
        firmwareBuild: this.#rules.firmwareBuild,
        silenceExpected: this.#machine.silenceExpected,
        bootTime: this.#machine.bootTime,
      }),
    );
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
