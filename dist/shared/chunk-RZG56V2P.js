import {
  forConsole,
  forJson,
  forLine
} from "./chunk-FUCMNW7W.js";

// src/report/printer.ts
import { styleText } from "node:util";
var Printer = class {
  /** Whether a person watches the output live. */
  isTerminal;
  #output;
  /** The beginning of an escape sequence of the guest's console. */
  #begun = "";
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
  /** Output of a guest's console, byte by byte as it comes, on a terminal that shows nothing else. */
  console(text) {
    const { shown, rest } = forConsole(this.#begun + text);
    this.#begun = rest;
    this.#write(shown);
  }
  /** Undoes what a guest's console may have set on the terminal: colours, scroll region, hidden cursor, other screen. */
  endConsole() {
    this.#begun = "";
    this.#write("\x1B[0m\x1B[r\x1B[?25h\x1B[?7h\x1B[?1l\x1B[?2004l\x1B[?1049l\x1B(B\r\n");
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
