/** How far the scenario's steps have got: what is expected now, by when, and what has been met. */

import type { Match } from '../console/pattern.ts';
import type { AnyOrder, Expect, Run, Send, Step, TypedStream } from '../scenario/scenario.ts';
import { quote } from '../words/quote.ts';
import type { StreamName } from '../words/words.ts';
import type { StepReport } from './events.ts';

/** One step that is still open and the moment, in milliseconds, by which it has to be met. */
export interface Due {
  readonly expect: Expect;
  readonly number: number;
  readonly due: number | undefined;
  /** When it became the current step. */
  readonly since: number;
}

/** A command whose turn has come. */
export interface Running {
  readonly step: Run;
  readonly number: number;
  /** The moment, in milliseconds, by which the command has to have ended; undefined before its start, and without `within`. */
  readonly due: number | undefined;
  /** When its turn came. */
  readonly since: number;
  /** When the agent was asked to run it, or it was typed. */
  readonly started: number | undefined;
}

export class StepProgress {
  readonly #captures = new Map<string, string>();
  readonly #steps: readonly Step[];
  readonly #met = new Map<Expect, StepReport>();
  readonly #sent = new Map<Step, { readonly time: number; readonly stream: TypedStream }>();
  /** The stream that met the last step, if it is one into which can be typed. */
  #speaker: TypedStream = 'console';
  readonly #ran = new Map<Run, StepReport>();
  #current = 0;
  /** The stream on which the latest expectation was met. */
  #metOn: StreamName | undefined;
  /** When the current command was started. */
  #started: number | undefined;
  #since = 0;
  /** What is open, until a step is met: asked for with every line. */
  #open: readonly Due[] | undefined;

  constructor(steps: readonly Step[]) {
    this.#steps = steps;
  }

  /** What named groups have captured; a group may be called `__proto__`. */
  get captures(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#captures);
  }

  get done(): boolean {
    return this.#current >= this.#steps.length;
  }

  /** The send that is to be carried out now, if any, with its stream. */
  get sendNow(): (Send & { readonly stream: TypedStream }) | undefined {
    const step = this.#steps[this.#current];
    return step?.kind === 'send' ? { ...step, stream: step.stream ?? this.#speaker } : undefined;
  }

  /** Where the last text was sent; undefined: none was. */
  get typedInto(): TypedStream | undefined {
    return [...this.#sent.values()].at(-1)?.stream;
  }

  /** The command that is waited for, if any. */
  get running(): Running | undefined {
    const step = this.#steps[this.#current];
    if (step?.kind !== 'run') return undefined;
    const [number, since, started] = [this.#current + 1, this.#since, this.#started];
    const due = started === undefined ? undefined : earliest(started, step.withinMs);
    return { step, number, since, started, due };
  }

  /** The stream on which the latest expectation was met, if that was the step before the current one. */
  get metOn(): StreamName | undefined {
    return this.#steps[this.#current - 1]?.kind === 'expect' ? this.#metOn : undefined;
  }

  /** The current command has been started. */
  start(time: number): void {
    this.#started = time;
  }

  /** The current command has ended as the scenario wants. */
  ran({ step, number }: Running, time: number, seen: string): StepReport {
    const report = { ...reportRun(step, number), state: 'met', time, seen } as const;
    this.#ran.set(step, report);
    this.#advance(time);
    return report;
  }

  /** The current send has been carried out. */
  sent(time: number): StepReport | undefined {
    const step = this.#steps[this.#current];
    const { stream } = this.sendNow ?? {};
    if (step?.kind !== 'send' || stream === undefined) return undefined;
    this.#sent.set(step, { time, stream });
    const report = this.#reportSend(step, this.#current + 1);
    this.#advance(time);
    return report;
  }

  /** What has to appear now; empty when a send is due or all is done. */
  open(): readonly Due[] {
    this.#open ??= this.#findOpen();
    return this.#open;
  }

  /** `, while step 2 waits for "login: "`: to be added to what has happened instead; empty when nothing is expected. */
  get stillExpected(): string {
    const { running } = this;
    if (running !== undefined) return `, while step ${running.number} ${doing(running)}`;
    const open = this.open()[0];
    return open === undefined ? '' : `, while step ${open.number} waits for ${open.expect.pattern.shown}`;
  }

  /** The open step that is this expectation; undefined when it is not its turn, or was met. */
  openFor(expect: Expect): Due | undefined {
    return this.open().find((due) => due.expect === expect);
  }

  /** Notes that an open expectation was met, which may make the next step the current one. */
  meet(
    due: Due,
    match: Match,
    seen: Required<Pick<StepReport, 'time' | 'stream' | 'line' | 'seen'>>,
  ): StepReport {
    const report: StepReport = {
      number: due.number,
      kind: 'expect',
      text: due.expect.pattern.source,
      state: 'met',
      where: due.expect.where,
      ...seen,
    };
    this.#met.set(due.expect, report);
    if (seen.stream === 'console' || seen.stream === 'serial') this.#speaker = seen.stream;
    if (this.running === undefined) this.#metOn = seen.stream;
    for (const name of due.expect.capture) {
      const value = match.groups[name];
      if (value !== undefined) this.#captures.set(name, value);
    }
    this.#open = undefined;
    if (this.open().length === 0 && this.running === undefined) this.#advance(seen.time);
    return report;
  }

  /**
   * Every step in order, with its state.
   * @param failed the guest failed: what was waited for is missed. A host's fault misses no step, so the step stays open
   */
  reports(failed: boolean): StepReport[] {
    return this.#steps.flatMap((step, index) => {
      const number = index + 1;
      if (step.kind === 'send') return [this.#reportSend(step, number)];
      const state = failed && index === this.#current ? 'missed' : 'open';
      if (step.kind === 'run') return [this.#ran.get(step) ?? { ...reportRun(step, number), state }];
      return membersOf(step).map((expect): StepReport => {
        const unmet = {
          number,
          kind: 'expect',
          text: expect.pattern.source,
          state,
          where: expect.where,
        } as const;
        return this.#met.get(expect) ?? unmet;
      });
    });
  }

  #reportSend(step: Send, number: number): StepReport {
    const sent = this.#sent.get(step);
    const base = { number, kind: 'send', text: step.text, where: step.where } as const;
    if (sent !== undefined) return { ...base, state: 'sent', ...sent };
    return { ...base, state: 'open', ...(step.stream === undefined ? {} : { stream: step.stream }) };
  }

  #findOpen(): Due[] {
    const step = this.#steps[this.#current];
    if (step === undefined || step.kind === 'send') return [];
    const members = membersOf(step).filter((member) => !this.#met.has(member));
    const group = step.kind === 'any-order' ? step.withinMs : undefined;
    return members.map((expect) => ({
      expect,
      number: this.#current + 1,
      due: earliest(this.#since, expect.withinMs, group),
      since: this.#since,
    }));
  }

  #advance(time: number): void {
    this.#open = undefined;
    this.#current++;
    this.#started = undefined;
    this.#since = time;
  }
}

/** What appears while a step is the current one: of a command, in its output. */
function membersOf(step: Expect | AnyOrder | Run): readonly Expect[] {
  if (step.kind === 'run') return step.output === undefined ? [] : [step.output];
  return step.kind === 'expect' ? [step] : step.expects;
}

function reportRun({ shown: text, where, stream }: Run, number: number): Omit<StepReport, 'state'> {
  return { number, kind: 'run', text, where, stream };
}

/** `runs "make test"`, or `waits for the agent to run "make test"`. */
function doing({ step, started }: Running): string {
  return `${started === undefined ? 'waits for the agent to run' : 'runs'} ${shortly(step.shown)}`;
}

/** The command in quotation marks; of a script its first line. */
export function shortly(command: string): string {
  const [first = '', ...more] = command.trim().split('\n');
  return more.length === 0
    ? quote(first)
    : `${quote(first)} (${more.length} more ${more.length === 1 ? 'line' : 'lines'})`;
}

function earliest(since: number, ...limits: (number | undefined)[]): number | undefined {
  const known = limits.filter((limit) => limit !== undefined);
  return known.length === 0 ? undefined : since + Math.min(...known);
}
