import {
  quote
} from "./chunk-JCCCLOPX.js";

// src/judge/steps.ts
var StepProgress = class {
  #captures = /* @__PURE__ */ new Map();
  #steps;
  #met = /* @__PURE__ */ new Map();
  #sent = /* @__PURE__ */ new Map();
  /** The stream that met the last step, if it is one into which can be typed. */
  #speaker = "console";
  #ran = /* @__PURE__ */ new Map();
  #current = 0;
  /** The stream on which the latest expectation was met. */
  #metOn;
  /** The current command was started. */
  #started = false;
  #since = 0;
  /** What is open, until a step is met: asked for with every line. */
  #open;
  constructor(steps) {
    this.#steps = steps;
  }
  /** What named groups have captured; a group may be called `__proto__`. */
  get captures() {
    return Object.fromEntries(this.#captures);
  }
  get done() {
    return this.#current >= this.#steps.length;
  }
  /** The send that is to be carried out now, if any, with its stream. */
  get sendNow() {
    const step = this.#steps[this.#current];
    return step?.kind === "send" ? { ...step, stream: step.stream ?? this.#speaker } : void 0;
  }
  /** Where the last text was sent; undefined: none was. */
  get typedInto() {
    return [...this.#sent.values()].at(-1)?.stream;
  }
  /** The command that is waited for, if any. */
  get running() {
    const step = this.#steps[this.#current];
    if (step?.kind !== "run") return void 0;
    const [number, since, started] = [this.#current + 1, this.#since, this.#started];
    return { step, number, since, started, due: earliest(since, step.withinMs) };
  }
  /** The stream on which the latest expectation was met, if that was the step before the current one. */
  get metOn() {
    return this.#steps[this.#current - 1]?.kind === "expect" ? this.#metOn : void 0;
  }
  /** The current command has been started. */
  start() {
    this.#started = true;
  }
  /** The current command has ended as the scenario wants. */
  ran({ step, number }, time, seen) {
    const report = { ...reportRun(step, number), state: "met", time, seen };
    this.#ran.set(step, report);
    this.#advance(time);
    return report;
  }
  /** The current send has been carried out. */
  sent(time) {
    const step = this.#steps[this.#current];
    const { stream } = this.sendNow ?? {};
    if (step?.kind !== "send" || stream === void 0) return void 0;
    this.#sent.set(step, { time, stream });
    const report = this.#reportSend(step, this.#current + 1);
    this.#advance(time);
    return report;
  }
  /** What has to appear now; empty when a send is due or all is done. */
  open() {
    this.#open ??= this.#findOpen();
    return this.#open;
  }
  /** `, while step 2 waits for "login: "`: to be added to what has happened instead; empty when nothing is expected. */
  get stillExpected() {
    const { running } = this;
    if (running !== void 0) return `, while step ${running.number} ${doing(running)}`;
    const open = this.open()[0];
    return open === void 0 ? "" : `, while step ${open.number} waits for ${open.expect.pattern.shown}`;
  }
  /** The open step that is this expectation; undefined when it is not its turn, or was met. */
  openFor(expect) {
    return this.open().find((due) => due.expect === expect);
  }
  /** Notes that an open expectation was met, which may make the next step the current one. */
  meet(due, match, seen) {
    const report = {
      number: due.number,
      kind: "expect",
      text: due.expect.pattern.source,
      state: "met",
      where: due.expect.where,
      ...seen
    };
    this.#met.set(due.expect, report);
    if (seen.stream === "console" || seen.stream === "serial") this.#speaker = seen.stream;
    if (this.running === void 0) this.#metOn = seen.stream;
    for (const name of due.expect.capture) {
      const value = match.groups[name];
      if (value !== void 0) this.#captures.set(name, value);
    }
    this.#open = void 0;
    if (this.open().length === 0 && this.running === void 0) this.#advance(seen.time);
    return report;
  }
  /** Every step in order, with its state. */
  reports(ended) {
    return this.#steps.flatMap((step, index) => {
      const number = index + 1;
      if (step.kind === "send") return [this.#reportSend(step, number)];
      const state = ended && index === this.#current ? "missed" : "open";
      if (step.kind === "run") return [this.#ran.get(step) ?? { ...reportRun(step, number), state }];
      return membersOf(step).map((expect) => {
        const unmet = {
          number,
          kind: "expect",
          text: expect.pattern.source,
          state,
          where: expect.where
        };
        return this.#met.get(expect) ?? unmet;
      });
    });
  }
  #reportSend(step, number) {
    const sent = this.#sent.get(step);
    const base = { number, kind: "send", text: step.text, where: step.where };
    if (sent !== void 0) return { ...base, state: "sent", ...sent };
    return { ...base, state: "open", ...step.stream === void 0 ? {} : { stream: step.stream } };
  }
  #findOpen() {
    const step = this.#steps[this.#current];
    if (step === void 0 || step.kind === "send") return [];
    const members = membersOf(step).filter((member) => !this.#met.has(member));
    const group = step.kind === "any-order" ? step.withinMs : void 0;
    return members.map((expect) => ({
      expect,
      number: this.#current + 1,
      due: earliest(this.#since, expect.withinMs, group),
      since: this.#since
    }));
  }
  #advance(time) {
    this.#open = void 0;
    this.#current++;
    this.#started = false;
    this.#since = time;
  }
};
function membersOf(step) {
  if (step.kind === "run") return step.output === void 0 ? [] : [step.output];
  return step.kind === "expect" ? [step] : step.expects;
}
function reportRun({ shown: text, where, stream }, number) {
  return { number, kind: "run", text, where, stream };
}
function doing({ step, started }) {
  return `${started ? "runs" : "waits for the agent to run"} ${shortly(step.shown)}`;
}
function shortly(command) {
  const [first = "", ...more] = command.trim().split("\n");
  return more.length === 0 ? quote(first) : `${quote(first)} (${more.length} more lines)`;
}
function earliest(since, ...limits) {
  const known = limits.filter((limit) => limit !== void 0);
  return known.length === 0 ? void 0 : since + Math.min(...known);
}

export {
  StepProgress,
  shortly
};
