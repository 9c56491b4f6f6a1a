
// src/report/build-log.ts
import { readFileSync } from "node:fs";
var EVERY_MS = 1e4;
var SHOWN_LINES = 2e4;
var BuildTerminal = class {
  #printer;
  #pace = new Pace();
  constructor(printer) {
    this.#printer = printer;
  }
  on = (event) => {
    if (event.type === "log") return;
    const live = this.#printer.isTerminal && event.type === "progress";
    const text = this.#pace.describe(event, live);
    if (text === void 0) return;
    if (live) this.#printer.passing(text);
    else this.#printer.line(text);
  };
  close() {
    this.#printer.clear();
  }
};
var BuildJobLog = class {
  #output;
  #pace = new Pace();
  #log;
  constructor(output) {
    this.#output = output;
  }
  on = (event) => {
    if (event.type === "log") this.#log = event.file;
    const text = this.#pace.describe(event, false);
    if (text !== void 0) this.#output.info(text);
  };
  close() {
    if (this.#log === void 0) return;
    const lines = readFileSync(this.#log, "utf8").split("\n");
    this.#output.startGroup(`Build log (${lines.length} lines)`);
    for (const line of lines.slice(0, SHOWN_LINES)) this.#output.info(line);
    if (lines.length > SHOWN_LINES) this.#output.info(`The rest is only in ${this.#log}`);
    this.#output.endGroup();
    this.#log = void 0;
  }
};
var Pace = class {
  #title = "";
  #expectedMs;
  #nextMs = 0;
  describe(event, everyUnit) {
    if (event.type === "notice") return event.text;
    if (event.type === "stage") {
      this.#title = event.title;
      this.#expectedMs = event.expectedMs;
      this.#nextMs = EVERY_MS;
      const expected = event.expectedMs === void 0 ? "" : `, about ${seconds(event.expectedMs)}`;
      return `build: ${event.title}${expected}`;
    }
    if (event.type === "log" || !everyUnit && event.elapsedMs < this.#nextMs) return void 0;
    this.#nextMs = event.elapsedMs + EVERY_MS;
    const { done, total, noun, elapsedMs } = event;
    return `build: ${this.#title}: ${done} of ${total} ${noun}, ${seconds(elapsedMs)}, ${this.#left(event)}`;
  }
  /** The first units say little about the speed: until a tenth is done, the expected time is the better guess. */
  #left({ done, total, elapsedMs }) {
    const measured = elapsedMs * (total - done) / done;
    const guessed = this.#expectedMs === void 0 ? measured : Math.max(0, this.#expectedMs - elapsedMs);
    return `about ${seconds(done * 10 < total ? guessed : measured)} left`;
  }
};
function seconds(ms) {
  return `${Math.round(ms / 1e3)} s`;
}

export {
  BuildTerminal,
  BuildJobLog
};
