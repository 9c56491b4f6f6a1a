/** What a run waits for, until when, and what it means that the time has passed. */

import type { JudgeRules } from '../scenario/scenario.ts';
import type { CommandJudge } from './commands.ts';
import { formatDuration } from './diagnosis/hints.ts';
import type { Findings } from './findings.ts';
import type { LineJudge } from './lines.ts';
import type { MachineView } from './machine-view.ts';
import type { Due, StepProgress } from './steps.ts';
import type { GuestTests } from './tests.ts';
import type { StreamWatch } from './watch.ts';

/** An unfinished line is judged as a whole when the guest has not printed for this long, in milliseconds. */
export const PAUSE_MS = 50;
/** After a failure the rest of the report is collected until nothing was printed for QUIET, at most for REPORT. */
export const QUIET_MS = 250;
export const REPORT_MS = 2000;
/** How long after the VMM said that the guest is gone its process may take to end. */
const EXIT_GRACE_MS = 2000;
/** A guest that had to wait longer than this for its host, in milliseconds, is not blamed for being late. */
const HELD_MS = 1000;

const ENDS_BEFORE = 'the recording ends before its guest did, and "stop: on-exit" asks how it ends';

/** What the deadlines depend on. */
export interface Awaited {
  readonly rules: Pick<JudgeRules, 'timeoutMs' | 'silenceMs' | 'stop'>;
  readonly progress: StepProgress;
  readonly findings: Findings;
  readonly tests: GuestTests;
  readonly machine: MachineView;
  readonly commands: CommandJudge;
  readonly lines: LineJudge;
  readonly watches: Iterable<StreamWatch>;
}

/** All times are in milliseconds since the start of the VMM. */
export class Deadlines {
  /** When the guest printed last. */
  lastOutput = 0;
  /** When the guest has gone on for long enough after all steps were met; undefined while a step is open. */
  settleDue: number | undefined;
  /** When a run whose steps are all met is judged without what it lacks: evidence of a TD, or its measurements. */
  evidenceDue: number | undefined;
  readonly #awaited: Awaited;

  constructor(awaited: Awaited) {
    this.#awaited = awaited;
  }

  /** The failure is known, or the guest is gone: only the rest of the report is waited for. */
  get ending(): boolean {
    const { findings, machine } = this.#awaited;
    return findings.failure !== undefined || machine.end !== undefined;
  }

  next(): number {
    if (this.ending) return this.#endOfReport();
    const next = this.settleDue === undefined ? this.#nextOfSteps() : this.#nextOfSettled(this.settleDue);
    return Math.min(next, this.nextPause()?.time ?? next);
  }

  /** Whether the guest has until then to do what it is waited for, and no longer. */
  isLate(time: number): boolean {
    return !this.ending && this.settleDue === undefined && this.#dueOfGuest() <= time;
  }

  /** All steps are met, and what remains is to look whether the run may end. */
  get settled(): boolean {
    const { tests, findings } = this.#awaited;
    if (this.settleDue === undefined || this.evidenceDue !== undefined) return false;
    return tests.open === undefined || findings.now < this.reportDue;
  }

  /** What the guest prints while it waits for tdx-boot is seen late, so the time in which it may fail ends later. */
  held(ms: number): void {
    if (this.settleDue !== undefined) this.settleDue += ms;
  }

  /** The stream whose unfinished line is the next to be judged as a whole. */
  nextPause(): { readonly watch: StreamWatch; readonly time: number } | undefined {
    let next: { watch: StreamWatch; time: number } | undefined;
    for (const watch of this.#awaited.watches) {
      if (watch.tailSettled || watch.lastOutput === undefined) continue;
      const time = watch.lastOutput + PAUSE_MS;
      if (next === undefined || time < next.time) next = { watch, time };
    }
    return next;
  }

  /** The time of {@link next} has passed without what was waited for. */
  miss(): void {
    const { rules, progress, findings, tests, commands, lines } = this.#awaited;
    lines.known.endKernelLogs(false);
    if (findings.failure !== undefined) return;
    const { running } = progress;
    const still = progress.stillExpected;
    const late = progress.open().find(({ due }) => due !== undefined && due <= findings.now);
    const lateCommand = running?.due !== undefined && running.due <= findings.now ? running : undefined;
    const heldMs = this.#heldFor((late ?? lateCommand)?.since ?? 0);
    if (heldMs > HELD_MS) {
      const held = `the guest had to wait ${formatDuration(heldMs)} for its host`;
      findings.decide('held', `a deadline has passed, but ${held}${still}`, 'errored');
      return;
    }
    // All steps are met: what the run lacks is judged with the verdict.
    if (this.evidenceDue !== undefined) return;
    // Tests that failed say more than the step that did not come.
    tests.conclude();
    if (this.settleDue !== undefined) return;
    if (late !== undefined) {
      const waited = formatDuration(findings.now - late.since);
      this.#missStep(late, `${late.expect.pattern.shown} did not appear within ${waited}`);
    } else if (lateCommand !== undefined) {
      commands.miss(lateCommand);
    } else if (findings.now >= rules.timeoutMs) {
      const limit = formatDuration(rules.timeoutMs);
      if (running !== undefined) commands.miss(running, `before the timeout of ${limit}`);
      else findings.decide('timeout', `the boot was not over after ${limit}${still}`, 'failed');
    } else {
      const silent = formatDuration(findings.now - this.lastOutput);
      findings.decide('silence', `no output for ${silent}${still}`, 'failed');
    }
  }

  /**
   * How long the guest had to wait for its host where that may be why it is late, in milliseconds: since it printed last, or
   * since what is late began. A guest that has gone on and was then silent for longer than it had waited has stopped by itself.
   */
  #heldFor(begun: number): number {
    const { machine, findings } = this.#awaited;
    const inSilence = machine.heldSince(this.lastOutput);
    if (inSilence > HELD_MS) return inSilence;
    const held = machine.heldSince(begun);
    return findings.now - this.lastOutput > held ? 0 : held;
  }

  /** A log ends, and nothing says how the guest went on. */
  endOfLog(): void {
    const { rules, progress, findings, machine, lines } = this.#awaited;
    lines.known.endKernelLogs(true);
    if (findings.failure !== undefined) return;
    const open = progress.running === undefined ? progress.open()[0] : undefined;
    if (open !== undefined) this.#missStep(open, `${open.expect.pattern.shown} is not in the log`);
    else if (rules.stop === 'on-exit' && machine.platform !== undefined && machine.end === undefined) {
      // A log and an asciicast, which have no launch, cannot tell.
      findings.decide('recording', ENDS_BEFORE, 'errored', 'Boot it with "stop: on-exit".');
    } else if (machine.end === undefined && this.settleDue !== undefined && this.settleDue > findings.now) {
      const short = formatDuration(this.settleDue - findings.now);
      const message = `the log ends ${short} before the guest has gone on for as long as settle asks`;
      findings.notice(message);
    }
  }

  #missStep({ number, expect }: Due, title: string): void {
    const { findings } = this.#awaited;
    findings.report({
      kind: 'missing',
      title: `step ${number}: ${title}`,
      hint: findings.stuckHint,
      outcome: 'failed',
      where: expect.where,
    });
  }

  /** When a run whose steps are all met is judged without the end of a test report. */
  get reportDue(): number {
    const { timeoutMs, silenceMs = Number.POSITIVE_INFINITY } = this.#awaited.rules;
    return Math.max(this.settleDue ?? 0, Math.min(timeoutMs, this.lastOutput + silenceMs));
  }

  /** The timeout is for the steps: a guest that met the last one just in time is watched as long as any other. */
  #nextOfSettled(settleDue: number): number {
    const { tests, findings } = this.#awaited;
    if (findings.now < settleDue) return settleDue;
    return tests.open === undefined ? (this.evidenceDue ?? settleDue) : this.reportDue;
  }

  #nextOfSteps(): number {
    return Math.min(this.#dueOfGuest(), this.#awaited.commands.fallBackDue ?? Number.POSITIVE_INFINITY);
  }

  /** When the guest is late, where it has not met all steps. */
  #dueOfGuest(): number {
    const { rules, progress } = this.#awaited;
    let next = rules.timeoutMs;
    if (rules.silenceMs !== undefined && !progress.done) {
      next = Math.min(next, this.lastOutput + rules.silenceMs);
    }
    for (const due of progress.open()) next = Math.min(next, due.due ?? next);
    return Math.min(next, progress.running?.due ?? next);
  }

  #endOfReport(): number {
    const { findings, machine, lines } = this.#awaited;
    const { failure, now } = findings;
    if (failure === undefined) return (machine.end?.time ?? now) + EXIT_GRACE_MS;
    const quiet = Math.max(this.lastOutput, failure.since) + QUIET_MS;
    // A moment later, not at once: what was read together with the last line must not depend on the chunking.
    const ended = lines.reportEnded === undefined ? quiet : lines.reportEnded + PAUSE_MS;
    return Math.min(quiet, ended, failure.since + REPORT_MS);
  }
}
