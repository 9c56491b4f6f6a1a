import {
  LinePrinter
} from "./chunk-PU657B6Y.js";
import {
  describeEvent,
  describeVerdict
} from "./chunk-IIUVJISF.js";

// src/report/terminal.ts
var TerminalReporter = class {
  name = "the terminal";
  #printer;
  #scenario;
  #console;
  /** @param live shows the guest's console, too */
  constructor(printer, scenario, live = printer.isTerminal) {
    this.#printer = printer;
    this.#scenario = scenario;
    this.#console = live ? new LinePrinter(
      (stream, text) => printer.line(text, { style: "gray", mark: `${stream.padStart(8)} | ` })
    ) : void 0;
  }
  on(event) {
    if (event.type === "output") {
      this.#console?.push(event.stream, event.bytes);
    } else if (event.type === "verdict") {
      this.#console?.flush();
      const style = event.verdict.verdict === "passed" ? "green" : "red";
      const [head = "", ...rest] = describeVerdict(this.#scenario, event.verdict);
      this.#printer.line(head, { style });
      this.#printer.lines(rest);
    } else {
      const text = describeEvent(event);
      const style = event.type === "finding" ? "yellow" : "cyan";
      if (text !== void 0) this.#printer.line(text, { style });
    }
    return this.#printer.drained();
  }
};

export {
  TerminalReporter
};
