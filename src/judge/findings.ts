/** What the judge has found so far, and what of it has decided the run. */

import type { Match } from '../console/pattern.ts';
import type { Allow } from '../scenario/scenario.ts';
import { PHASES, type Phase } from '../words/words.ts';
import { type GuestKind, stuckHint, VMM_HINT } from './diagnosis/hints.ts';
import type { Finding, JudgeEvent, OmittedFindings, Verdict } from './events.ts';
import { fitsMessage, messageAt } from './message.ts';
import { quoted } from './quote.ts';

/** The finding that decides the run, and the lines of the guest that belong to it. */
export interface Failure {
  readonly finding: Finding;
  /** When it was found, in milliseconds. */
  readonly since: number;
  readonly report: string[] | undefined;
  /** A line with this text ends the report. */
  readonly end: string | undefined;
}

interface Report {
  collect?(): string[];
  readonly end?: string | undefined;
  readonly at?: Pick<Match, 'start' | 'end'> | undefined;
}

export type FindingDetails = Pick<Finding, 'kind' | 'title' | 'hint' | 'outcome'> & Partial<Finding>;

/** Findings of one kind that are listed; a guest may repeat one for ever, so the others are only counted. */
export const LISTED_OF_A_KIND = 20;
/** Findings that are listed of all kinds. */
export const LISTED = 500;

/** How often something was found, and what its first finding says. */
interface Tally {
  readonly first: Finding;
  listed: number;
  omitted: number;
}

export class Findings {
  /** The time of the event or deadline being judged, in milliseconds. */
  now = 0;
  /** The furthest phase that was reached. A guest that goes on after the failure of its run moves it no further. */
  phase: Phase = 'host';
  failure: Failure | undefined;
  /** A line that only a Trust Domain prints was seen. */
  tdSeen = false;
  /** Ids of the milestones that were passed, each once, the latest last. */
  readonly seen = new Set<string>();
  readonly list: Finding[] = [];
  #timeline: (Verdict['timeline'][number] & { readonly id: string | undefined })[] = [];
  readonly #allow: readonly Allow[];
  readonly #guest: GuestKind;
  readonly #tallies = new Map<string, Tally>();
  #out: JudgeEvent[] = [];

  /** @param guest decides which advice fits */
  constructor(allow: readonly Allow[], guest: GuestKind) {
    this.#allow = allow;
    this.#guest = guest;
  }

  /** What to do about a boot that got no further. */
  get stuckHint(): string {
    return stuckHint(this.phase, this.#guest);
  }

  /** Gives the events since the last call. */
  take(): JudgeEvent[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }

  emit(event: JudgeEvent): void {
    this.#out.push(event);
  }

  /** Tells the reader something that decides nothing. */
  notice(message: string): void {
    this.emit({ type: 'notice', time: this.now, message });
  }

  /**
   * A milestone was passed. A firmware prints the same line on two streams: with an `id`, the first time counts. A line that a program
   * prints in several phases says nothing new in the later ones.
   */
  reach(phase: Phase, title: string, id?: string): void {
    if (id !== undefined) {
      if (this.seen.has(id)) return;
      this.seen.add(id);
      if (PHASES.indexOf(phase) < PHASES.indexOf(this.phase)) return;
    }
    this.#timeline.push({ time: this.now, phase, title, id });
    this.atLeast(phase);
    this.emit({ type: 'phase', time: this.now, phase, title });
  }

  /** The boot has come this far, though no milestone said so. */
  atLeast(phase: Phase): void {
    if (this.failure !== undefined) return;
    if (PHASES.indexOf(phase) > PHASES.indexOf(this.phase)) this.phase = phase;
  }

  /** Milestones of these ids were announced, and did not come true. */
  belie(ids: readonly string[]): void {
    for (const id of ids) this.seen.delete(id);
    const left = this.#timeline.filter(({ id = '' }) => !ids.includes(id));
    if (left.length === this.#timeline.length) return;
    this.#timeline = left;
    const furthest = Math.max(PHASES.indexOf('vmm'), ...left.map(({ phase }) => PHASES.indexOf(phase)));
    this.phase = PHASES[Math.min(furthest, PHASES.indexOf(this.phase))] ?? this.phase;
  }

  get timeline(): Verdict['timeline'] {
    return this.#timeline.map(({ time, phase, title }) => ({ time, phase, title }));
  }

  /** What was found more often than it is listed, in the order in which each was first found. */
  get omitted(): OmittedFindings[] {
    return [...this.#tallies.values()]
      .filter(({ omitted }) => omitted > 0)
      .map(({ first: { kind, id, title }, omitted: count }) => ({ kind, id, title, count }));
  }

  /**
   * Notes a finding; the first that has an outcome and is not allowed decides the run. That one is always listed.
   * @returns the finding, unless it is only counted
   * @param collect starts to collect the lines that follow, `end` is the text of the last of them
   * @param at where its words stand in the text: what else is in the line allows nothing
   */
  report(facts: FindingDetails, { collect, end, at }: Report = {}): Finding | undefined {
    const { text = '' } = facts;
    const message = at === undefined ? { from: 0, to: text.length } : messageAt(text, at);
    const allow =
      text === '' ? undefined : this.#allow.find(({ pattern }) => fitsMessage(pattern, text, message));
    const finding: Finding = {
      id: facts.kind,
      severity: 'fatal',
      phase: this.phase,
      time: this.now,
      ...facts,
      ...(facts.text === undefined ? {} : { text: quoted(text) }),
      ...(allow === undefined ? {} : { outcome: undefined, allowed: allow.reason }),
    };
    const decides = finding.outcome !== undefined && this.failure === undefined;
    if (!this.#lists(finding, decides)) return undefined;
    this.list.push(finding);
    this.emit({ type: 'finding', time: this.now, finding });
    if (decides) this.failure = { finding, since: this.now, report: collect?.(), end };
    return finding;
  }

  /** Later lines have told more of a finding that is listed. */
  amend(finding: Finding, more: Pick<Finding, 'title' | 'fingerprint' | 'trace'>): void {
    const amended = { ...finding, ...more };
    const at = this.list.indexOf(finding);
    if (at >= 0) this.list[at] = amended;
    if (this.failure?.finding === finding) this.failure = { ...this.failure, finding: amended };
  }

  #lists(finding: Finding, decides: boolean): boolean {
    // Titles of signatures and tests quote the guest; those of the other kinds say what the scenario asked for.
    const key = finding.kind === 'signature' || finding.kind === 'test' ? finding.id : finding.title;
    const tally = this.#tallies.get(key) ?? { first: finding, listed: 0, omitted: 0 };
    this.#tallies.set(key, tally);
    if (decides || (tally.listed < LISTED_OF_A_KIND && this.list.length < LISTED)) {
      tally.listed++;
      return true;
    }
    if (tally.omitted === 0) {
      const before = tally.listed === 0 ? `after ${LISTED} others` : `found ${tally.listed} times`;
      this.notice(`${before}, further ones are counted and not listed: ${finding.title}`);
    }
    tally.omitted++;
    return false;
  }

  /** Reports a finding without a line. It decides the run unless an earlier finding has. */
  decide(
    kind: Finding['kind'],
    title: string,
    outcome: 'failed' | 'errored',
    hint: string = HINTS[kind] ?? this.stuckHint,
  ): void {
    if (this.failure !== undefined) return;
    this.report({ kind, title, hint, outcome });
  }
}

export const RESET_HINT =
  'A reset in the middle of a boot is a triple fault, a watchdog or a panic with panic=-1 whose message went nowhere.';

const HINTS: Partial<Record<Finding['kind'], string>> = {
  reset: RESET_HINT,
  crashed: 'The td-module stream says what the guest did, with the address of the instruction.',
  panicked:
    'The panic text may have gone to a console that is not a stream: add console=ttyS0 to the command line.',
  exit: 'Expect what the guest prints before it powers off, or use "stop: on-exit".',
  vmm: VMM_HINT,
  'output-limit': 'Raise output-limit if so much output is normal for this guest.',
  'not-a-td':
    'Every step was met, but no line shows a Trust Domain, such as "tdx: Guest detected". If the kernel log is hidden, take "quiet" off the command line, or let the guest run "dmesg | grep -i tdx" or "ls -l /dev/tdx_guest". A scenario that stops before the kernel says "td-evidence: optional".',
  held: 'The guest may be sound: write the results to a faster disk, let nothing hold up what tdx-boot prints, and nobody stop or freeze its VMM.',
  recording: 'Boot again: what is not recorded was not judged to its end.',
  cancelled: 'The machine was stopped and nothing was left behind.',
};
