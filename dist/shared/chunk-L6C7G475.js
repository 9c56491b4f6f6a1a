import {
  shortly
} from "./chunk-2RGQK5KE.js";
import {
  formatDuration
} from "./chunk-SXQGVEJP.js";
import {
  lineReader
} from "./chunk-HXMGEBNU.js";
import {
  isGuestStream
} from "./chunk-FZIILW4F.js";

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

// src/report/waiting.ts
var SILENT_MS = 2e3;
var READING_MS = 5e3;
var IDLE = 0.1;
var LIVE_MS = 1e3;
var LOG_MS = 3e4;
var Waiting = class {
  #rules;
  #now;
  #met = [];
  /** Times of `#now`: of the VMM's start, of the last step, of the guest's last byte, of the last reading. */
  #start;
  #since = 0;
  #spoke;
  #read = Number.NEGATIVE_INFINITY;
  #busy = 0;
  #phase = "vmm";
  /** @param now a clock, in milliseconds */
  constructor(rules, now = () => performance.now()) {
    this.#rules = rules;
    this.#now = now;
  }
  on(event) {
    const now = this.#now();
    if (event.type === "launch") {
      this.#start = now;
      this.#since = now;
    } else if (event.type === "output" && isGuestStream(event.stream)) {
      this.#spoke = now;
    } else if (event.type === "cpu") {
      this.#read = now;
      this.#busy = event.busy;
    } else if (event.type === "phase") {
      this.#phase = event.phase;
    } else if (event.type === "step") {
      this.#meet(event.step, now);
    }
  }
  /** `waiting 12 s of 60 s (silent for 8 s, VM busy: 1.0 CPUs) for step 2: "login: "`; undefined before the start. */
  describe() {
    if (this.#start === void 0) return void 0;
    return this.#awaited(this.#start, this.#guest(this.#start));
  }
  /** The same in a few words: `12 s, kernel, busy`. */
  brief() {
    if (this.#start === void 0) return "is made ready";
    const busy = this.#now() - this.#read > READING_MS ? "" : this.#busy < IDLE ? ", idle" : ", busy";
    return `${formatDuration(this.#now() - this.#start)}, ${this.#phase}${busy}`;
  }
  #meet(report, now) {
    if (report.state !== "met" && report.state !== "sent") return;
    this.#met.push(report);
    if (this.#open(report.number - 1).length === 0) this.#since = now;
  }
  /** What a step still waits for, in words; an empty list for a step that is met. */
  #open(index) {
    const step = this.#rules.steps[index];
    const met = this.#met.filter(({ number }) => number === index + 1);
    if (step?.kind === "any-order") {
      const open = step.expects.filter(({ pattern }) => met.every(({ text }) => text !== pattern.source));
      return open.map(({ pattern }) => pattern.shown);
    }
    return step === void 0 || met.length > 0 ? [] : [describe(step)];
  }
  #awaited(start, guest) {
    const { steps, timeoutMs } = this.#rules;
    const index = steps.findIndex((_, place) => this.#open(place).length > 0);
    const step = steps[index];
    if (step === void 0) return `all steps are met, the guest is watched for failures (${guest})`;
    const waited = formatDuration(this.#now() - this.#since);
    const left = Math.max(0, timeoutMs - (this.#since - start));
    const most = formatDuration(Math.min(left, withinOf(step) ?? left));
    return `waiting ${waited} of ${most} (${guest}) for step ${index + 1}: ${this.#open(index).join(", ")}`;
  }
  #guest(start) {
    const now = this.#now();
    const silent = now - (this.#spoke ?? start);
    if (silent < SILENT_MS) return this.#spoke === void 0 ? "no output yet" : "the guest prints";
    const said = this.#spoke === void 0 ? "no output yet" : `silent for ${formatDuration(silent)}`;
    if (now - this.#read > READING_MS) return said;
    const state = this.#busy < IDLE ? "idle" : `busy: ${this.#busy.toFixed(1)} CPUs`;
    return `${said}, VM ${state}`;
  }
};
var Heartbeat = class {
  #timer;
  constructor(say, everyMs) {
    this.#timer = setInterval(say, everyMs).unref();
  }
  /** Something was shown. */
  beat() {
    this.#timer.refresh();
  }
  stop() {
    clearInterval(this.#timer);
  }
};
function withinOf(step) {
  return step.kind === "send" ? void 0 : step.withinMs;
}
function describe(step) {
  if (step.kind === "expect") return step.pattern.shown;
  return step.kind === "run" ? `run ${shortly(step.shown)}` : "send";
}

export {
  LinePrinter,
  LIVE_MS,
  LOG_MS,
  Waiting,
  Heartbeat
};
