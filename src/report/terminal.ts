/** Shows a run: on a terminal the live console and the events, in a pipe or a file the events alone. */

import type { Consumer } from '../boot/delivery.ts';
import type { BootEvent } from '../judge/events.ts';
import { LinePrinter } from './lines.ts';
import type { Printer, Style } from './printer.ts';
import { describeEvent, describeVerdict } from './words.ts';

export class TerminalReporter implements Consumer {
  readonly name = 'the terminal';
  readonly #printer: Printer;
  readonly #scenario: string;
  readonly #console: LinePrinter | undefined;

  /** @param live shows the guest's console, too */
  constructor(printer: Printer, scenario: string, live = printer.isTerminal) {
    this.#printer = printer;
    this.#scenario = scenario;
    this.#console = live
      ? new LinePrinter((stream, text) =>
          printer.line(text, { style: 'gray', mark: `${stream.padStart(8)} | ` }),
        )
      : undefined;
  }

  on(event: BootEvent): void | Promise<void> {
    if (event.type === 'output') {
      this.#console?.push(event.stream, event.bytes);
    } else if (event.type === 'verdict') {
      this.#console?.flush();
      const style: Style = event.verdict.verdict === 'passed' ? 'green' : 'red';
      const [head = '', ...rest] = describeVerdict(this.#scenario, event.verdict);
      this.#printer.line(head, { style });
      this.#printer.lines(rest);
    } else {
      const text = describeEvent(event);
      const style: Style = event.type === 'finding' ? 'yellow' : 'cyan';
      if (text !== undefined) this.#printer.line(text, { style });
    }
    return this.#printer.drained();
  }
}
