/** Says what a boot waits for, for how long, and whether its VM is busy: for a line while nothing else is shown. */

import { formatDuration } from '../judge/diagnosis/hints.ts';
import type { BootEvent, StepReport } from '../judge/events.ts';
import { shortly } from '../judge/steps.ts';
import type { AnyOrder, JudgeRules, Step } from '../scenario/scenario.ts';
import { MIB } from '../words/units.ts';
import { isGuestStream, type Phase } from '../words/words.ts';

/** A guest that has printed within this time, in milliseconds, is not called silent. */
const SILENT_MS = 2000;
/** A reading of the VM's CPUs that is older than this, in milliseconds, says nothing of now. */
const READING_MS = 5000;
/** A VM that wants less of a CPU than this waits: its timers alone take a few percent. */
const IDLE = 0.1;

/** How often a terminal, on which the line replaces itself, gets it, and a log that keeps every line; in milliseconds. */
export const LIVE_MS = 1000;
export const LOG_MS = 30_000;

export class Waiting {
  readonly #rules: Pick<JudgeRules, 'steps' | 'timeoutMs'>;
  readonly #now: () => number;
  readonly #met: StepReport[] = [];
  /** Times of `#now`: of the VMM's start, of the last step or of a command's start since, of the guest's last byte, of the last reading. */
  #start: number | undefined;
  #since = 0;
  /** The current step is a command, and that was started. */
  #runs = false;
  #spoke: number | undefined;
  #read = Number.NEGATIVE_INFINITY;
  #busy = 0;
  #phase: Phase = 'vmm';
  /** Bytes of files that the guest has given; undefined before the first file. */
  #given: number | undefined;
  /** The run is decided, and what was booted is read. */
  #digests = false;

  /** @param now a clock, in milliseconds */
  constructor(rules: Pick<JudgeRules, 'steps' | 'timeoutMs'>, now = () => performance.now()) {
    this.#rules = rules;
    this.#now = now;
  }

  on(event: BootEvent): void {
    const now = this.#now();
    if (event.type === 'launch') {
      this.#start = now;
      this.#since = now;
    } else if (event.type === 'output' && isGuestStream(event.stream)) {
      this.#spoke = now;
    } else if (event.type === 'cpu') {
      this.#read = now;
      this.#busy = event.busy;
    } else if (event.type === 'phase') {
      this.#phase = event.phase;
    } else if (event.type === 'run') {
      this.#since = now;
      this.#runs = true;
    } else if (event.type === 'step') {
      this.#meet(event.step, now);
    } else if (event.type === 'file') {
      this.#given ??= 0;
    } else if (event.type === 'file-bytes') {
      this.#given = (this.#given ?? 0) + event.bytes.length;
    } else if (event.type === 'digesting') {
      this.#digests = true;
    }
  }

  /** `waiting 12 s of 60 s (silent for 8 s, VM busy: 1.0 CPUs) for step 2: "login: "`; undefined before the start. */
  describe(): string | undefined {
    if (this.#start === undefined) return undefined;
    if (this.#digests) return 'the run is decided: reading what was booted, for its SHA-256';
    if (this.#given !== undefined)
      return `fetching files of the guest: ${Math.floor(this.#given / MIB)} MiB so far`;
    return this.#awaited(this.#start, this.#guest(this.#start));
  }

  /** The same in a few words: `12 s, kernel, busy`. */
  brief(): string {
    if (this.#start === undefined) return 'is made ready';
    if (this.#digests) return 'is decided, its files are read';
    const busy = this.#now() - this.#read > READING_MS ? '' : this.#busy < IDLE ? ', idle' : ', busy';
    return `${formatDuration(this.#now() - this.#start)}, ${this.#phase}${busy}`;
  }

  #meet(report: StepReport, now: number): void {
    if (report.state !== 'met' && report.state !== 'sent') return;
    this.#met.push(report);
    if (this.#open(report.number - 1).length > 0) return;
    this.#since = now;
    this.#runs = false;
  }

  /** What a step still waits for, in words; an empty list for a step that is met. */
  #open(index: number): string[] {
    const step = this.#rules.steps[index];
    const met = this.#met.filter(({ number }) => number === index + 1);
    if (step?.kind === 'any-order') {
      const open = step.expects.filter(({ pattern }) => met.every(({ text }) => text !== pattern.source));
      return open.map(({ pattern }) => pattern.shown);
    }
    return step === undefined || met.length > 0 ? [] : [describe(step)];
  }

  #awaited(start: number, guest: string): string {
    const { steps, timeoutMs } = this.#rules;
    const index = steps.findIndex((_, place) => this.#open(place).length > 0);
    const step = steps[index];
    if (step === undefined) return `all steps are met, the guest is watched for failures (${guest})`;
    const waited = formatDuration(this.#now() - this.#since);
    const left = Math.max(0, timeoutMs - (this.#since - start));
    const hasBegun = step.kind !== 'run' || this.#runs;
    const within = step.kind === 'send' || !hasBegun ? undefined : step.withinMs;
    const most = formatDuration(Math.min(left, within ?? left));
    return `waiting ${waited} of ${most} (${guest}) for step ${index + 1}: ${this.#open(index).join(', ')}`;
  }

  #guest(start: number): string {
    const now = this.#now();
    const silent = now - (this.#spoke ?? start);
    if (silent < SILENT_MS) return this.#spoke === undefined ? 'no output yet' : 'the guest prints';
    const said = this.#spoke === undefined ? 'no output yet' : `silent for ${formatDuration(silent)}`;
    if (now - this.#read > READING_MS) return said;
    const state = this.#busy < IDLE ? 'idle' : `busy: ${this.#busy.toFixed(1)} CPUs`;
    return `${said}, VM ${state}`;
  }
}

/** Calls `say` when nothing was shown for so long, and again after as long. */
export class Heartbeat {
  readonly #timer: NodeJS.Timeout;

  constructor(say: () => void, everyMs: number) {
    this.#timer = setInterval(say, everyMs).unref();
  }

  /** Something was shown. */
  beat(): void {
    this.#timer.refresh();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

function describe(step: Exclude<Step, AnyOrder>): string {
  if (step.kind === 'expect') return step.pattern.shown;
  return step.kind === 'run' ? `run ${shortly(step.shown)}` : 'send';
}
