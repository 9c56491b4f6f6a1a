/**
 * The run in the log of a workflow job: one group a phase, every guest line made harmless, a bounded length; and now and
 * then what is waited for, while the guest is silent.
 */

import type { Consumer } from '../boot/delivery.ts';
import type { BootEvent } from '../judge/events.ts';
import type { JudgeRules } from '../scenario/scenario.ts';
import { wholeOrNothing } from '../words/quote.ts';
import { PHASES, type Phase } from '../words/words.ts';
import { LinePrinter } from './lines.ts';
import { Heartbeat, LOG_MS, Waiting } from './waiting.ts';
import { EventWords } from './words.ts';

/** The log of a job. It makes what it is given safe itself. */
export interface JobOutput {
  startGroup(name: string): void;
  endGroup(): void;
  info(text: string): void;
}

/** How many lines of a guest, or of a build, the job's log shows; their files have all. A browser shows no more either. */
export const SHOWN_LINES = 20_000;
/** UTF-16 units of one guest line. */
const SHOWN_COLUMNS = 2_000;

export class JobLog implements Consumer {
  readonly name = "the job's log";
  readonly #output: JobOutput;
  readonly #lines: LinePrinter;
  #phase: Phase | undefined;
  #shown = 0;
  readonly #waiting: Waiting;
  readonly #words = new EventWords();
  readonly #heartbeat: Heartbeat;

  constructor(output: JobOutput, rules: Pick<JudgeRules, 'steps' | 'timeoutMs'>) {
    this.#output = output;
    this.#waiting = new Waiting(rules);
    this.#heartbeat = new Heartbeat(() => {
      const text = this.#waiting.describe();
      if (text !== undefined) this.#output.info(text);
    }, LOG_MS);
    this.#lines = new LinePrinter((stream, text) =>
      this.#guestLine(`${stream} | ${wholeOrNothing(text, SHOWN_COLUMNS)}`),
    );
  }

  on(event: BootEvent): void {
    this.#waiting.on(event);
    if (event.type === 'launch') this.#enter('vmm');
    else if (event.type === 'phase') this.#enter(event.phase);
    if (event.type === 'output') this.#lines.push(event.stream, event.bytes);
    if (event.type === 'verdict') this.#lines.flush();
    const text = this.#words.describe(event);
    if (text !== undefined) this.#info(text);
  }

  close(): void {
    this.#heartbeat.stop();
    if (this.#phase !== undefined) this.#output.endGroup();
    this.#phase = undefined;
  }

  #enter(phase: Phase): void {
    if (this.#phase !== undefined && PHASES.indexOf(phase) <= PHASES.indexOf(this.#phase)) return;
    if (this.#phase !== undefined) this.#output.endGroup();
    this.#phase = phase;
    this.#output.startGroup(`Boot: ${phase}`);
  }

  #info(text: string): void {
    this.#output.info(text);
    this.#heartbeat.beat();
  }

  #guestLine(line: string): void {
    this.#shown++;
    if (this.#shown <= SHOWN_LINES) this.#info(line);
    if (this.#shown === SHOWN_LINES) {
      this.#output.info(`the guest printed ${SHOWN_LINES} lines; the rest is only in the recording.`);
    }
  }
}
