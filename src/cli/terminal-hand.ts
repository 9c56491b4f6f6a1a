/** The guest in the hands of whoever sits at the terminal: its console on the screen, the keyboard in the guest. */

import type { Hand, Type } from '../boot/hand.ts';
import type { Verdict } from '../judge/events.ts';
import type { Printer } from '../report/printer.ts';
import { describeVerdict } from '../report/words.ts';
import type { StreamName } from '../words/words.ts';

/** Ctrl-], as of telnet and virsh. */
const LEAVE = 0x1d;

interface HandOptions {
  /** The scenario, in messages. */
  readonly name: string;
  /** The stream that the terminal shows and types into. */
  readonly stream: 'console' | 'serial';
  /** `start`: from the first byte on; `failure`: when the run is not passed. */
  readonly from: 'start' | 'failure';
  /** Whether somebody sits there: else nothing is shown and nothing typed, and the end of this process ends the guest. */
  readonly terminal: boolean;
  readonly out: Printer;
  /** Where the judge's words go. */
  readonly error: Printer;
}

export class TerminalHand implements Hand {
  readonly #options: HandOptions;
  readonly #decoder = new TextDecoder();
  readonly #onKeys = (bytes: Buffer): void => this.#keys(bytes);
  #type: Type | undefined;
  #shown = false;
  #decided = false;
  #alive: NodeJS.Timeout | undefined;
  #leave: () => void = () => undefined;

  constructor(options: HandOptions) {
    this.#options = options;
  }

  get stream(): HandOptions['stream'] {
    return this.#options.stream;
  }

  show(stream: StreamName, bytes: Uint8Array): void {
    if (!this.#shown || stream !== this.#options.stream) return;
    this.#options.out.console(this.#decoder.decode(bytes, { stream: true }));
  }

  attach(type: Type): void {
    this.#type = type;
    if (this.#options.from === 'start') this.#take();
  }

  keep(verdict: Verdict): Promise<void> | undefined {
    this.#decided = true;
    const { from, name, error, terminal } = this.#options;
    if (this.#type === undefined || (from === 'failure' && verdict.verdict === 'passed')) return undefined;
    error.lines(describeVerdict(name, verdict));
    if (from === 'failure') this.#take();
    const left = new Promise<void>((resolve) => {
      this.#leave = resolve;
    });
    if (!terminal) {
      error.line(`the guest is kept for a look: end the guest with kill ${process.pid}`);
      // Nothing else may be open that keeps this process alive.
      this.#alive = setInterval(() => undefined, 60_000);
      return left;
    }
    error.line('the guest goes on: leave the guest with Ctrl-]');
    return left;
  }

  /** Gives the terminal back. To be called in every case. */
  release(): void {
    clearInterval(this.#alive);
    if (!this.#shown) return;
    this.#shown = false;
    process.stdin.off('data', this.#onKeys).pause();
    process.stdin.setRawMode(false);
    this.#options.out.endConsole();
  }

  #take(): void {
    // The console of a guest is for a terminal only: a job's log obeys other words.
    if (!this.#options.terminal) return;
    this.#shown = true;
    this.#options.out.beginConsole();
    process.stdin.setRawMode(true);
    process.stdin.on('data', this.#onKeys).resume();
  }

  #keys(bytes: Buffer): void {
    const end = bytes.indexOf(LEAVE);
    const typed = end < 0 ? bytes : bytes.subarray(0, end);
    if (typed.length > 0) this.#type?.(this.#options.stream, typed);
    if (end < 0) return;
    // Before the verdict, to leave is to cancel.
    if (this.#decided) this.#leave();
    else process.kill(process.pid, 'SIGINT');
  }
}
