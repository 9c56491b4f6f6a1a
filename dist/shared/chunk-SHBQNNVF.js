import {
  forJson,
  forLine
} from "./chunk-DQY64HLE.js";

// src/report/printer.ts
import { styleText } from "node:util";
var Printer = class {
  /** Whether a person watches the output live. */
  isTerminal;
  #output;
  /** Whether the last line is one that the next line replaces. */
  #passing = false;
  constructor(output) {
    this.#output = output;
    this.isTerminal = output.isTTY === true;
  }
  line(text, { style, mark = "" } = {}) {
    const [marked, plain] = mark === "" ? [text, ""] : [mark, text];
    const safe = forLine(marked);
    const styled = style !== void 0 && this.isTerminal ? styleText(style, safe) : safe;
    this.#write(`${styled}${forLine(plain)}
`);
  }
  /** Lines of a text or of a list. */
  lines(lines) {
    for (const line of typeof lines === "string" ? lines.split("\n") : lines) this.line(line);
  }
  /** A document for machines. */
  json(value) {
    this.#write(`${forJson(value)}
`);
  }
  /** A line of progress on a terminal, which the next line replaces. */
  passing(text) {
    this.#write(forLine(text));
    this.#passing = true;
  }
  /** Removes the passing line. */
  clear() {
    this.#write("");
  }
  /** A promise while the reader is behind. @throws HostError when not all was written */
  drained() {
    return this.#output.drained?.();
  }
  #write(text) {
    const erase = this.#passing ? "\r\x1B[K" : "";
    this.#passing = false;
    if (erase !== "" || text !== "") this.#output.write(`${erase}${text}`);
  }
};

export {
  Printer
};
