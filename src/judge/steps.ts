/** How far the scenario's steps have got: what is expected now, by when, and what has been met. */

import type { Match } from '../console/pattern.ts';
import type { AnyOrder, Expect, Send, Step, TypedStream } from '../scenario/scenario.ts';
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

export class StepProgress {
  readonly #captures = new Map<string, string>();
  readonly #steps: readonly Step[];
  readonly #met = new Map<Expect, StepReport>();
  readonly #sent = new Map<Step, { readonly time: number; readonly stream: TypedStream }>();
  /** The stream that met the last step, if it is one into which can be typed. */
  #speaker: TypedStream = 'console';
  #current = 0;
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
    const open = this.open()[0];
    return open === undefined ? '' : `, while step ${open.number} waits for ${open.expect.pattern.shown}`;
  }

  /** The open step that is this expectation; undefined when it is not its turn, or was met. */
  openFor(expect: Expect): Due | undefined {
    return this.open().find((due) => due.expect === expect);
  }

  /** Notes that an open expectation was met, which may make the next step the current one. */
  meet(due: Due, match: Match, seen: { time: number; stream: StreamName; line: string }): StepReport {
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
    for (const name of due.expect.capture) {
      const value = match.groups[name];
      if (value !== undefined) this.#captures.set(name, value);
    }
    this.#open = undefined;
    if (this.open().length === 0) this.#advance(seen.time);
    return report;
  }

  /** Every step in order, with its state. */
  reports(ended: boolean): StepReport[] {
    return this.#steps.flatMap((step, index) => {
      const number = index + 1;
      if (step.kind === 'send') return [this.#reportSend(step, number)];
      return membersOf(step).map((expect): StepReport => {
        const state = ended && index === this.#current ? 'missed' : 'open';
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
    this.#since = time;
  }
}

function membersOf(step: Expect | AnyOrder): readonly Expect[] {
  return step.kind === 'expect' ? [step] : step.expects;
}

function earliest(since: number, ...limits: (number | undefined)[]): number | undefined {
  const known = limits.filter((limit) => limit !== undefined);
  return known.length === 0 ? undefined : since + Math.min(...known);
}
