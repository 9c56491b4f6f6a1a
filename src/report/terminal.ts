/**
 * Shows a run: on a terminal the live console and the events, in a pipe or a file the events and, of a run that did not pass,
 * the last lines. While nothing is shown, a line says what is waited for.
 */

import type { Consumer } from '../boot/delivery.ts';
import type { BootEvent, Verdict } from '../judge/events.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { LinePrinter } from './lines.ts';
import type { Printer, Style } from './printer.ts';
import { Heartbeat, LIVE_MS, LOG_MS, Waiting } from './waiting.ts';
import { describeVerdict, EventWords } from './words.ts';

export class TerminalReporter implements Consumer {
  readonly name = 'the terminal';
  readonly #printer: Printer;
  readonly #scenario: Pick<Scenario, 'name' | 'rules'>;
  readonly #console: LinePrinter | undefined;
  readonly #waiting: Waiting;
  readonly #words = new EventWords();
  #heartbeat: Heartbeat | undefined;

  /** @param live shows the guest's console, too */
  constructor(printer: Printer, scenario: Pick<Scenario, 'name' | 'rules'>, live = printer.isTerminal) {
    this.#printer = printer;
    this.#scenario = scenario;
    this.#waiting = new Waiting(scenario.rules);
    this.#console = live
      ? new LinePrinter((stream, text) =>
          this.#line(text, { style: 'gray', mark: `${stream.padStart(8)} | ` }),
        )
      : undefined;
  }

  /** A boot begins, and not the replay of one: from now on a line says what is waited for. */
  watch(): this {
    const { isTerminal } = this.#printer;
    this.#heartbeat = new Heartbeat(() => this.#sayWaiting(), isTerminal ? LIVE_MS : LOG_MS);
    return this;
  }

  on(event: BootEvent): void | Promise<void> {
    this.#waiting.on(event);
    if (event.type === 'output') {
      this.#console?.push(event.stream, event.bytes);
    } else if (event.type === 'verdict') {
      this.close();
      this.#console?.flush();
      if (!this.#printer.isTerminal && this.#heartbeat !== undefined) this.#showLastLines(event.verdict);
      const style = event.verdict.verdict === 'passed' ? 'green' : 'red';
      this.#printer.headed(describeVerdict(this.#scenario.name, event.verdict), style);
    } else {
      // When a run was refused, the verdict follows at once and says the same.
      const isRefusal =
        event.type === 'finding' && event.finding.kind === 'vmm' && event.finding.phase === 'host';
      const text = isRefusal ? undefined : this.#words.describe(event);
      const style: Style = event.type === 'finding' ? 'yellow' : 'cyan';
      if (text !== undefined) this.#line(text, { style });
    }
    return this.#printer.drained();
  }

  close(): void {
    this.#heartbeat?.stop();
    this.#printer.clear();
  }

  #line(...[text, style]: Parameters<Printer['line']>): void {
    this.#printer.line(text, style);
    this.#heartbeat?.beat();
  }

  /** What the guest, or the command that failed, printed last, where the console was not shown. */
  #showLastLines({ verdict, lastLines }: Verdict): void {
    if (verdict === 'passed' || this.#console !== undefined) return;
    for (const line of lastLines) this.#printer.line(line, { style: 'gray', mark: '  | ' });
  }

  #sayWaiting(): void {
    const text = this.#waiting.describe();
    if (text !== undefined) this.#printer.progress(text);
  }
}
