import {
  lineReader
} from "./chunk-CJK44M2I.js";

// src/report/lines.ts
var LinePrinter = class {
  #onLine;
  #scanners = /* @__PURE__ */ new Map();
  constructor(onLine) {
    this.#onLine = onLine;
  }
  push(stream, bytes) {
    const scanner = this.#scanners.get(stream) ?? this.#open(stream);
    scanner.push(bytes);
  }
  /** Prints the unfinished lines. */
  flush() {
    for (const scanner of this.#scanners.values()) scanner.end();
  }
  #open(stream) {
    const scanner = lineReader((text) => this.#onLine(stream, text));
    this.#scanners.set(stream, scanner);
    return scanner;
  }
};

export {
  LinePrinter
};
