import {
  Heartbeat,
  LIVE_MS,
  LOG_MS,
  LinePrinter,
  Waiting
} from "./chunk-L6C7G475.js";
import {
  describeEvent,
  describeVerdict
} from "./chunk-KOEPRBXI.js";

// src/report/terminal.ts
var TerminalReporter = class {
  name = "the terminal";
  #printer;
  #scenario;
  #console;
  #waiting;
  #heartbeat;
  /** @param live shows the guest's console, too */
  constructor(printer, scenario, live = printer.isTerminal) {
    this.#printer = printer;
    this.#scenario = scenario;
    this.#waiting = new Waiting(scenario.rules);
    this.#console = live ? new LinePrinter(
      (stream, text) => this.#line(text, { style: "gray", mark: `${stream.padStart(8)} | ` })
    ) : void 0;
  }
  /** A boot begins, and not the replay of one: from now on a line says what is waited for. */
  watch() {
    const { isTerminal } = this.#printer;
    this.#heartbeat = new Heartbeat(() => this.#sayWaiting(), isTerminal ? LIVE_MS : LOG_MS);
    return this;
  }
  on(event) {
    this.#waiting.on(event);
    if (event.type === "output") {
      this.#console?.push(event.stream, event.bytes);
    } else if (event.type === "verdict") {
      this.close();
      this.#console?.flush();
      const style = event.verdict.verdict === "passed" ? "green" : "red";
      this.#printer.headed(describeVerdict(this.#scenario.name, event.verdict), style);
    } else {
      const text = describeEvent(event);
      const style = event.type === "finding" ? "yellow" : "cyan";
      if (text !== void 0) this.#line(text, { style });
    }
    return this.#printer.drained();
  }
  close() {
    this.#heartbeat?.stop();
    this.#printer.clear();
  }
  #line(...[text, style]) {
    this.#printer.line(text, style);
    this.#heartbeat?.beat();
  }
  #sayWaiting() {
    const text = this.#waiting.describe();
    if (text !== void 0) this.#printer.progress(text);
  }
};

export {
  TerminalReporter
};
