/** Shows a build to people: its stage, its progress, the time spent and left, and its folded log. */

import { readFileSync } from 'node:fs';
import type { BuildEvent } from '../build/events.ts';
import { type JobOutput, SHOWN_LINES } from './job-log.ts';
import type { Printer } from './printer.ts';

/** How often a log, which keeps every line, gets a line of progress, in milliseconds. */
const EVERY_MS = 10_000;

/** Progress on a terminal as one line that changes, in a file or a pipe as a line now and then. */
export class BuildTerminal {
  readonly #printer: Printer;
  readonly #pace = new Pace();

  constructor(printer: Printer) {
    this.#printer = printer;
  }

  readonly on = (event: BuildEvent): void => {
    if (event.type === 'log') return;
    const live = this.#printer.isTerminal && event.type === 'progress';
    const text = this.#pace.describe(event, live);
    if (text === undefined) return;
    if (live) this.#printer.passing(text);
    else this.#printer.line(text);
  };

  close(): void {
    this.#printer.clear();
  }
}

/** In the log of a workflow job: progress as lines, and at the end what the tools printed, as one folded group. */
export class BuildJobLog {
  readonly #output: JobOutput;
  readonly #pace = new Pace();
  #log: string | undefined;

  constructor(output: JobOutput) {
    this.#output = output;
  }

  readonly on = (event: BuildEvent): void => {
    if (event.type === 'log') this.#log = event.file;
    const text = this.#pace.describe(event, false);
    if (text !== undefined) this.#output.info(text);
  };

  close(): void {
    if (this.#log === undefined) return;
    const lines = readFileSync(this.#log, 'utf8').split('\n');
    this.#output.startGroup(`Build log (${lines.length} lines)`);
    for (const line of lines.slice(0, SHOWN_LINES)) this.#output.info(line);
    if (lines.length > SHOWN_LINES) this.#output.info(`the rest is only in ${this.#log}`);
    this.#output.endGroup();
    this.#log = undefined;
  }
}

/** Puts events into words, and says which progress is worth a line. */
class Pace {
  #title = '';
  #expectedMs: number | undefined;
  #nextMs = 0;

  describe(event: BuildEvent, everyUnit: boolean): string | undefined {
    if (event.type === 'notice') return event.text;
    if (event.type === 'stage') {
      this.#title = event.title;
      this.#expectedMs = event.expectedMs;
      this.#nextMs = EVERY_MS;
      const expected = event.expectedMs === undefined ? '' : `, about ${seconds(event.expectedMs)}`;
      return `build: ${event.title}${expected}`;
    }
    if (event.type === 'log' || (!everyUnit && event.elapsedMs < this.#nextMs)) return undefined;
    this.#nextMs = event.elapsedMs + EVERY_MS;
    const { done, total, noun, elapsedMs } = event;
    return `build: ${this.#title}: ${done} of ${total} ${noun}, ${seconds(elapsedMs)}, ${this.#left(event)}`;
  }

  /** The first units say little about the speed: until a tenth is done, the expected time is the better guess. */
  #left({ done, total, elapsedMs }: { done: number; total: number; elapsedMs: number }): string {
    const measured = (elapsedMs * (total - done)) / done;
    const guessed = this.#expectedMs === undefined ? measured : Math.max(0, this.#expectedMs - elapsedMs);
    return `about ${seconds(done * 10 < total ? guessed : measured)} left`;
  }
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}
