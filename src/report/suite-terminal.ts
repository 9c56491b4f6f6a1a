/**
 * Shows a suite: a line when an entry starts or waits, its verdict when it ends, and a list of what was not passed. While
 * nothing is shown, a line says which guests run and which wait.
 */

import type { Consumer } from '../boot/delivery.ts';
import { formatDuration } from '../judge/diagnosis/hints.ts';
import type { Verdict } from '../judge/events.ts';
import type { Entry, EntryResult, VerdictName } from '../suite/suite.ts';
import { describeCounts } from './kinds.ts';
import { LinePrinter } from './lines.ts';
import type { Printer, Style } from './printer.ts';
import type { RecordedResult } from './results.ts';
import { Heartbeat, LIVE_MS, LOG_MS, Waiting } from './waiting.ts';
import { describeVerdict, reproductionLines } from './words.ts';

export class SuiteTerminal {
  readonly #printer: Printer;
  readonly #total: number;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #verbose: boolean;
  readonly #heartbeat: Heartbeat;
  /** Of each entry that runs, what it waits for. */
  readonly #running = new Map<string, Waiting>();
  /** Of each entry that has not started, why. */
  readonly #waiting = new Map<string, string>();
  /** Entries of which a line has said that they wait. */
  readonly #saidToWait = new Set<string>();
  /** The scenarios that the next line will name, by the reason why they wait. */
  readonly #toSay = new Map<string, string[]>();
  readonly #done = new Set<string>();
  /** Of each entry, the last attempt whose verdict was shown. */
  readonly #told = new Map<string, number>();
  /** Of each entry, how its last attempt ended. */
  readonly #ends = new Map<string, string>();

  /** @param verbose shows the consoles of all guests, too */
  constructor(printer: Printer, entries: readonly Entry[], verbose: boolean) {
    this.#printer = printer;
    this.#verbose = verbose;
    this.#heartbeat = new Heartbeat(() => this.#sayState(), printer.isTerminal ? LIVE_MS : LOG_MS);
    this.#total = entries.length;
    this.#numbers = new Map(entries.map(({ name }, index) => [name, index + 1]));
  }

  /** Says once that an entry waits, and of several for one reason in one line; later reasons are for the line of the state. */
  waits({ name }: Entry, reason: string): void {
    this.#waiting.set(name, reason);
    if (this.#saidToWait.has(name)) return;
    this.#saidToWait.add(name);
    if (this.#toSay.size === 0) void Promise.resolve().then(() => this.#sayWhoWaits());
    this.#toSay.set(reason, [...(this.#toSay.get(reason) ?? []), name]);
  }

  #sayWhoWaits(): void {
    for (const [reason, [name = '', ...others]] of this.#toSay) {
      const who =
        others.length === 0 ? `${this.#number(name)} ${name} waits` : `${others.length + 1} scenarios wait`;
      this.#line(`${who}: ${reason}`, 'gray');
    }
    this.#toSay.clear();
  }

  /** Says that an attempt starts. @returns who is told of its verdict */
  starts({ name, loaded }: Entry, attempt: number): Consumer {
    const again = attempt === 1 ? '' : ` again (attempt ${attempt})`;
    const waiting = new Waiting(loaded.scenario.rules);
    const console = this.#verbose
      ? new LinePrinter((stream, text) =>
          this.#line(text, 'gray', `${this.#number(name)} ${stream.padStart(8)} | `),
        )
      : undefined;
    this.#waiting.delete(name);
    this.#done.delete(name);
    this.#running.set(name, waiting);
    this.#line(`${this.#number(name)} ${name} starts${again}`, 'cyan');
    return {
      name: 'the terminal',
      on: (event) => {
        waiting.on(event);
        if (event.type === 'output') console?.push(event.stream, event.bytes);
        if (event.type === 'verdict') {
          console?.flush();
          this.#running.delete(name);
          this.#done.add(name);
          this.#told.set(name, attempt);
          this.#sayVerdict(name, event.verdict);
        }
        return this.#printer.drained();
      },
    };
  }

  /** When an attempt ended as the attempt before it, the reason is enough. */
  #sayVerdict(name: string, verdict: Verdict): void {
    const [head = '', ...rest] = describeVerdict(name, verdict, { brief: true });
    const end = JSON.stringify([verdict.verdict, verdict.reason, verdict.diagnosis?.cause]);
    const isAsBefore = this.#ends.get(name) === end;
    this.#ends.set(name, end);
    this.#line(`${this.#number(name)} ${head}`, verdict.verdict === 'passed' ? 'green' : 'red');
    this.#printer.lines(isAsBefore ? [`  as before: ${verdict.reason}`] : rest);
  }

  /** Says why the last attempt could not be begun: there was no boot that could say so. */
  ended({ name, verdict, attempts }: EntryResult): void {
    if (attempts.length === (this.#told.get(name) ?? 0)) return;
    this.#done.add(name);
    this.#waiting.delete(name);
    this.#line(`${this.#number(name)} ${verdict}: ${name}: ${attempts.at(-1)?.reason ?? ''}`, 'red');
  }

  /**
   * The whole, last; below each scenario that did not pass, the commands that show its failure again.
   * @param recorded the entries that have a recording
   * @param time in milliseconds
   */
  ends(
    results: readonly EntryResult[],
    recorded: readonly RecordedResult[],
    verdict: VerdictName,
    time: number,
  ): void {
    this.#heartbeat.stop();
    const recordings = new Map(recorded.map((run) => [run.result.scenario, run]));
    for (const { name, verdict, flaky, attempts } of results) {
      if (verdict === 'passed' && !flaky) continue;
      const last = attempts.at(-1);
      const why = flaky
        ? `after: ${attempts[0]?.reason ?? ''}`
        : (last?.reason ?? 'the suite was ended before');
      this.#printer.line(`${flaky ? 'flaky' : verdict}: ${name}: ${why}`, {
        style: flaky ? 'yellow' : 'red',
      });
      const run = flaky ? undefined : recordings.get(name);
      if (run === undefined) continue;
      this.#printer.lines(reproductionLines(run.directory, run.result).map((line) => `  ${line}`));
    }
    this.#printer.line(`${describeCounts(results, verdict)}, ${formatDuration(time)}`);
  }

  #line(text: string, style: Style, mark = ''): void {
    this.#printer.line(text, { style, mark });
    this.#heartbeat.beat();
  }

  /** `2 of 9 done; a (12 s, kernel, busy), b (3 s, vmm); 4 wait: all CPUs are taken`. */
  #sayState(): void {
    const running = [...this.#running].map(([name, waiting]) => `${name} (${waiting.brief()})`);
    const [why = ''] = this.#waiting.values();
    const parts = [
      `${this.#done.size} of ${this.#total} done`,
      ...(running.length === 0 ? [] : [running.join(', ')]),
      ...(this.#waiting.size === 0 ? [] : [`${this.#waiting.size} wait: ${why}`]),
    ];
    if (running.length + this.#waiting.size > 0) this.#printer.progress(parts.join('; '));
  }

  #number(name: string): string {
    return `[${this.#numbers.get(name)}/${this.#total}]`;
  }
}
