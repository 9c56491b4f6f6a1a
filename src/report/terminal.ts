/** The run on a terminal: the live console between the events. Piped, only the events: quiet and greppable. */

import { styleText } from 'node:util';
import type { Consumer } from '../boot/delivery.ts';
import type { BootEvent } from '../judge/events.ts';
import { LinePrinter } from './lines.ts';
import { forTerminal } from './safe.ts';
import { describeEvent, describeVerdict } from './words.ts';

export interface Output {
  write(text: string): unknown;
  /** A promise while whoever reads it is behind. @throws when it cannot be written to */
  drained?(): Promise<void> | undefined;
  readonly isTTY?: boolean;
}

type Style = Parameters<typeof styleText>[0];

export class TerminalReporter implements Consumer {
  readonly name = 'the terminal';
  readonly #output: Output;
  readonly #scenario: string;
  readonly #console: LinePrinter | undefined;

  constructor(output: Output, name: string) {
    this.#output = output;
    this.#scenario = name;
    const live = output.isTTY === true;
    this.#console = live
      ? new LinePrinter((stream, text) => this.#line('gray', `${stream.padStart(8)} | `, text))
      : undefined;
  }

  on(event: BootEvent): void | Promise<void> {
    if (event.type === 'output') {
      this.#console?.push(event.stream, event.bytes);
    } else if (event.type === 'verdict') {
      this.#console?.flush();
      const style: Style = event.verdict.verdict === 'passed' ? 'green' : 'red';
      const [head = '', ...rest] = describeVerdict(this.#scenario, event.verdict);
      this.#line(style, head, '');
      for (const line of rest) this.#line('reset', line, '');
    } else {
      const text = describeEvent(event);
      if (text !== undefined) this.#line(event.type === 'finding' ? 'yellow' : 'cyan', text, '');
    }
    return this.#output.drained?.();
  }

  #line(style: Style, marked: string, plain: string): void {
    const safe = forTerminal(marked);
    const shown = this.#output.isTTY === true ? styleText(style, safe) : safe;
    this.#output.write(`${shown}${forTerminal(plain)}\n`);
  }
}
