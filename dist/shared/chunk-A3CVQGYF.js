import {
  forConsole,
  forJson,
  forLine
} from "./chunk-ATIFMRE6.js";

// src/report/printer.ts
import { styleText } from "node:util";
var Screen = class {
  #erase;
  /** The guest's console has the terminal, and a person types into it. */
  #taken = false;
  /** Removes the passing line. */
  clear() {
    this.#erase?.();
    this.#erase = void 0;
  }
  /** A passing line is shown now. @param erase removes it */
  passes(erase) {
    this.#erase = erase;
  }
  /** The guest's console takes the terminal, or gives it back. */
  take(taken) {
    this.clear();
    this.#taken = taken;
  }
  get taken() {
    return this.#taken;
  }
};
var Printer = class {
  /** Whether a person watches the output live. */
  isTerminal;
  #output;
  /** The beginning of an escape sequence of the guest's console. */
  #begun = "";
  #screen;
  /** @param screen that of the other printer which writes to the same terminal */
  constructor(output, screen = new Screen()) {
    this.#output = output;
    this.#screen = screen;
    this.isTerminal = output.isTTY === true;
  }
  /** How wide a line may be; undefined: as wide as it is. */
  get columns() {
    return this.#output.columns;
  }
  line(text, { style, mark = "" } = {}) {
    const [marked, plain] = mark === "" ? [text, ""] : [mark, text];
    const safe = forLine(marked);
    const coloured = this.#output.colours ?? this.isTerminal;
    const styled = style !== void 0 && coloured ? styleText(style, safe, { validateStream: false }) : safe;
    this.#write(`${styled}${forLine(plain)}
`);
  }
  /** Lines of a text or of a list. */
  lines(lines) {
    for (const line of typeof lines === "string" ? lines.split("\n") : lines) this.line(line);
  }
  /** Lines, of which the first says what the others explain: it alone has the style. */
  headed(lines, style) {
    const [head = "", ...rest] = typeof lines === "string" ? lines.split("\n") : lines;
    this.line(head, { style });
    this.lines(rest);
  }
  /** A document for machines. */
  json(value) {
    this.#write(`${forJson(value)}
`);
  }
  /** A binary document of our own for another program; never for a terminal. */
  bytes(bytes) {
    this.#write(bytes);
  }
  /** A text of several lines for another program, that is safe in its own format: XML, KTAP, HTML. */
  document(text) {
    this.lines(text.replace(/\n$/, ""));
  }
  /** From now on the terminal shows a guest's console: no line passes on it. */
  beginConsole() {
    this.#screen.take(true);
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
    this.#screen.take(false);
    this.#write("\x1B[0m\x1B[r\x1B[?25h\x1B[?7h\x1B[?1l\x1B[?2004l\x1B[?1049l\x1B(B\r\n");
  }
  /** A line of progress on a terminal, which the next line replaces. What does not fit is cut: a line of two rows cannot be erased. */
  passing(text) {
    if (this.#screen.taken) return;
    const safe = forLine(text);
    const room = (this.columns ?? safe.length + 1) - 1;
    this.#write(safe.length > room ? `${safe.slice(0, room - 1)}\u2026` : safe);
    this.#screen.passes(() => this.#output.write("\r\x1B[K"));
  }
  /** A passing line on a terminal, a line elsewhere. */
  progress(text) {
    if (this.isTerminal) this.passing(text);
    else this.line(text);
  }
  /** Removes the passing line. */
  clear() {
    this.#screen.clear();
  }
  /** A promise while the reader is behind. @throws HostError when not all was written */
  drained() {
    return this.#output.drained?.();
  }
  #write(text) {
    this.#screen.clear();
    this.#output.write(text);
  }
};

export {
  Screen,
  Printer
};
