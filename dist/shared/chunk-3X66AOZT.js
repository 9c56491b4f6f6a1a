import {
  describeExplanation,
  explainDifference,
  firstDifference
} from "./chunk-RKB5UY5T.js";
import {
  ABORT_CAUSES,
  GuestTests,
  SUPPRESSIONS,
  Shown,
  Suspects,
  VM_STATES,
  causeOf,
  compileRules,
  diagnose,
  fingerprintOf,
  isOwnWords,
  quoted,
  titleOf
} from "./chunk-WMLNPYDX.js";
import {
  STUCK_HINTS,
  formatDuration
} from "./chunk-QDIPAFBO.js";
import {
  replayLog
} from "./chunk-IBP3JRZE.js";
import {
  parsePattern
} from "./chunk-IJPYMELX.js";
import {
  LINE_CAP,
  LineScanner,
  lineReader
} from "./chunk-CJK44M2I.js";
import {
  REGISTERS
} from "./chunk-BXA7O5QQ.js";
import {
  PHASES,
  PLATFORMS,
  SEVERITIES,
  STREAMS,
  isGuestStream,
  isTrustDomain
} from "./chunk-HSYB7NEV.js";
import {
  _enum,
  array,
  discriminatedUnion,
  int,
  literal,
  number,
  object,
  partialRecord,
  string
} from "./chunk-B3M2OGVS.js";
import {
  shortHex
} from "./chunk-DV54WIWJ.js";
import {
  messageOf
} from "./chunk-7OSXWTH4.js";

// src/judge/recorded.ts
var EVENTS_FILE = "events.jsonl";
var CAST_CUT = "tdx-boot: not shown any further; the .raw files have all";
var sha384 = string().regex(/^[0-9a-f]{96}$/);
var prediction = object({
  values: array(
    object({
      value: sha384,
      by: array(string()),
      events: array(
        object({ register: _enum(REGISTERS), name: string(), text: string(), digest: sha384 })
      )
    })
  ),
  suspects: array(object({ value: sha384, text: string() }))
});
var recordedPredictions = partialRecord(_enum(REGISTERS), prediction);
var time = number().nonnegative();
var stream = _enum(STREAMS);
var machineEvent = discriminatedUnion("type", [
  object({
    type: literal("launch"),
    time,
    argv: array(string()),
    pid: number(),
    platform: _enum(PLATFORMS).optional(),
    silenceExpected: string().optional(),
    predictions: recordedPredictions.optional()
  }),
  object({ type: literal("vm"), time, state: _enum(VM_STATES), detail: string() }),
  object({ type: literal("cpu"), time, busy: number() }),
  object({ type: literal("held"), time, ms: number() }),
  object({ type: literal("exit"), time, code: number().nullable(), signal: string().nullable() }),
  object({
    type: literal("abort"),
    time,
    cause: _enum(ABORT_CAUSES),
    message: string(),
    hint: string().optional()
  }),
  object({ type: literal("end-of-log"), time })
]);
var FORMS = {
  output: object({ t: time, output: stream, n: int().nonnegative() }),
  input: object({ t: time, input: stream, text: string() }),
  event: object({ t: time, event: machineEvent })
};
function problemOfEvent(value) {
  const has = (key) => typeof value === "object" && value !== null && key in value;
  const form = has("output") ? FORMS.output : has("input") ? FORMS.input : FORMS.event;
  const issue = form.safeParse(value).error?.issues[0];
  return issue === void 0 ? void 0 : `${issue.path.join(".") || "line"}: ${issue.message}`;
}

// src/judge/deadlines.ts
var PAUSE_MS = 50;
var QUIET_MS = 250;
var REPORT_MS = 2e3;
var EXIT_GRACE_MS = 2e3;
var HELD_MS = 1e3;
var Deadlines = class {
  /** When the guest printed last. */
  lastOutput = 0;
  /** When the guest has gone on for long enough after all steps were met; undefined while a step is open. */
  settleDue;
  /** When a run whose steps are all met is judged without what it lacks: evidence of a TD, or its measurements. */
  evidenceDue;
  #awaited;
  constructor(awaited) {
    this.#awaited = awaited;
  }
  /** The failure is known, or the guest is gone: only the rest of the report is waited for. */
  get ending() {
    const { findings, machine } = this.#awaited;
    return findings.failure !== void 0 || machine.end !== void 0;
  }
  next() {
    if (this.ending) return this.#endOfReport();
    const next = this.settleDue === void 0 ? this.#nextOfSteps() : this.#nextOfSettled(this.settleDue);
    return Math.min(next, this.nextPause()?.time ?? next);
  }
  /** All steps are met, and what remains is to look whether the run may end. */
  get settled() {
    const { tests, findings } = this.#awaited;
    if (this.settleDue === void 0 || this.evidenceDue !== void 0) return false;
    return tests.open === void 0 || findings.now < this.reportDue;
  }
  /** What the guest prints while it waits for tdx-boot is seen late, so the time in which it may fail ends later. */
  held(ms) {
    if (this.settleDue !== void 0) this.settleDue += ms;
  }
  /** The stream whose unfinished line is the next to be judged as a whole. */
  nextPause() {
    let next;
    for (const watch of this.#awaited.watches.values()) {
      if (watch.tailSettled || watch.lastOutput === void 0) continue;
      const time2 = watch.lastOutput + PAUSE_MS;
      if (next === void 0 || time2 < next.time) next = { watch, time: time2 };
    }
    return next;
  }
  /** The time of {@link next} has passed without what was waited for. */
  miss() {
    const { rules, progress, findings, machine, tests } = this.#awaited;
    const still = progress.stillExpected;
    if (machine.heldMs > HELD_MS) {
      const held = `the guest had to wait ${formatDuration(machine.heldMs)} for tdx-boot`;
      findings.decide("held", `a deadline has passed, but ${held}${still}`, "errored");
      return;
    }
    if (this.evidenceDue !== void 0) return;
    tests.conclude();
    if (this.settleDue !== void 0) return;
    const late = progress.open().find(({ due }) => due !== void 0 && due <= findings.now);
    if (late !== void 0) {
      const waited = formatDuration(findings.now - late.since);
      this.#missStep(late, `${late.expect.pattern.shown} did not appear within ${waited}`);
    } else if (findings.now >= rules.timeoutMs) {
      const limit = formatDuration(rules.timeoutMs);
      findings.decide("timeout", `the boot was not over after ${limit}${still}`, "failed");
    } else {
      const silent = formatDuration(findings.now - this.lastOutput);
      findings.decide("silence", `no output for ${silent}${still}`, "failed");
    }
  }
  /** A log ends, and nothing says how the guest went on. */
  endOfLog() {
    const { progress, findings, machine } = this.#awaited;
    const open = progress.open()[0];
    if (open !== void 0) this.#missStep(open, `${open.expect.pattern.shown} is not in the log`);
    else if (machine.end === void 0 && this.settleDue !== void 0 && this.settleDue > findings.now) {
      const short = formatDuration(this.settleDue - findings.now);
      const message = `the log ends ${short} before the guest has gone on for as long as settle asks`;
      findings.emit({ type: "notice", time: findings.now, message });
    }
  }
  #missStep({ number: number2, expect }, title) {
    const { findings } = this.#awaited;
    findings.report({
      kind: "missing",
      title: `step ${number2}: ${title}`,
      hint: STUCK_HINTS[findings.phase],
      outcome: "failed",
      where: expect.where
    });
  }
  /** When a run whose steps are all met is judged without the end of a test report. */
  get reportDue() {
    const { timeoutMs, silenceMs = Number.POSITIVE_INFINITY } = this.#awaited.rules;
    return Math.max(this.settleDue ?? 0, Math.min(timeoutMs, this.lastOutput + silenceMs));
  }
  /** The timeout is for the steps: a guest that met the last one just in time is watched as long as any other. */
  #nextOfSettled(settleDue) {
    const { tests, findings } = this.#awaited;
    if (findings.now < settleDue) return settleDue;
    return tests.open === void 0 ? this.evidenceDue ?? settleDue : this.reportDue;
  }
  #nextOfSteps() {
    const { rules, progress } = this.#awaited;
    let next = rules.timeoutMs;
    if (rules.silenceMs !== void 0 && !progress.done) {
      next = Math.min(next, this.lastOutput + rules.silenceMs);
    }
    for (const due of progress.open()) next = Math.min(next, due.due ?? next);
    return next;
  }
  #endOfReport() {
    const { findings, machine, lines } = this.#awaited;
    const { failure, now } = findings;
    if (failure === void 0) return (machine.end?.time ?? now) + EXIT_GRACE_MS;
    const quiet = Math.max(this.lastOutput, failure.since) + QUIET_MS;
    const ended = lines.reportEnded === void 0 ? quiet : lines.reportEnded + PAUSE_MS;
    return Math.min(quiet, ended, failure.since + REPORT_MS);
  }
};

// src/judge/near-miss.ts
var WORD = 3;
var CLOSE = 0.5;
var REGEX = /^\/(.+)\/([a-z]*)$/s;
function nearMiss(expect, printed2) {
  const near = misplaced(expect, printed2) ?? folded(expect, printed2) ?? similar(expect, printed2);
  if (near === void 0) return [];
  const { stream: stream2, line, text } = near.printed;
  return [{ stream: stream2, line, text: quoted(text) }, { text: `this line is the closest: ${near.differs}` }];
}
function misplaced({ pattern, stream: stream2 }, printed2) {
  const matches = matcherOf(pattern);
  const found = printed2.findLast(({ text }) => matches(text));
  if (found === void 0) return void 0;
  const listens2 = stream2 === void 0 ? isGuestStream(found.stream) : stream2 === found.stream;
  const differs = listens2 ? "it was printed before the step began to wait for it, or as the echo of what was sent; in any-order the order does not matter" : `it was printed on ${found.stream}, and the step listens to ${stream2 ?? "the streams of the guest"}`;
  return { printed: found, differs };
}
var FOLDS = [
  { differs: "upper and lower case", fold: (text) => text.toLowerCase() },
  { differs: "blanks", fold: (text) => text.replace(/\s+/g, "") },
  { differs: "numbers", fold: (text) => text.replace(/\d+/g, "0") }
];
function folded({ pattern }, printed2) {
  for (const { differs, fold } of FOLDS) {
    const matches = matcher(pattern, fold);
    const found = printed2.findLast(({ stream: stream2, text }) => isGuestStream(stream2) && matches(text));
    if (found !== void 0) return { printed: found, differs: `it differs in ${differs}` };
  }
  return void 0;
}
function matcher(pattern, fold) {
  const regex = REGEX.exec(pattern.source);
  if (regex === null) {
    const wanted = fold(pattern.source);
    return (text) => fold(text).includes(wanted);
  }
  const [, source = "", flags = ""] = regex;
  if (fold("A") !== "a" || flags.includes("i")) return () => false;
  const anyCase = parsePattern(`/${source}/${flags}i`);
  return matcherOf(anyCase);
}
function matcherOf(pattern) {
  const { needles } = pattern;
  let tooSlow = false;
  return (text) => {
    if (tooSlow || needles?.some((needle) => text.toLowerCase().includes(needle)) === false) return false;
    try {
      return pattern.exec(text, 0) !== void 0;
    } catch {
      tooSlow = true;
      return false;
    }
  };
}
function similar({ pattern }, printed2) {
  const words = wordsOf(pattern.source);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  let best;
  for (const one of printed2) {
    if (!isGuestStream(one.stream)) continue;
    const text = one.text.toLowerCase();
    const lacks2 = words.filter((word) => !text.includes(word.toLowerCase()));
    const score = letters - lacks2.reduce((sum, word) => sum + word.length, 0);
    if (score < letters * CLOSE || score <= WORD || score < (best?.score ?? 0)) continue;
    best = { printed: one, lacks: lacks2, score };
  }
  if (best === void 0) return void 0;
  const { printed: found, lacks } = best;
  const differs = lacks.length === 0 ? "it has all words, and not in the form of the pattern" : `it lacks ${lacks.map((word) => `"${word}"`).join(" and ")}`;
  return { printed: found, differs };
}
function wordsOf(source) {
  const regex = REGEX.exec(source)?.[1];
  const text = regex === void 0 ? source : regex.replace(/\(\?(?:<\w+>|:)/g, " ").replace(/\[[^\]]*\]|\{[\d,]*\}|\\[a-zA-Z]/g, " ").replace(/\\(.)/g, "$1");
  return (text.match(/[A-Za-z0-9_](?:[\w.:@/-]*\w)?/g) ?? []).filter((word) => word.length >= WORD);
}

// src/judge/diagnosis/run.ts
var WAITED = ["missing", "silence", "timeout", "exit"];
function diagnosisInput(cause, run) {
  const { list, seen, phase } = run.findings;
  const { kind, title, hint, stream: stream2, line, text, evidence } = cause;
  const { awaited, vm, driven, busy, firmwareBuild, silenceExpected } = run;
  const quoted2 = stream2 !== void 0 && line !== void 0 && text !== void 0;
  return {
    ended: kind,
    reason: title,
    hint,
    ...quoted2 ? { line: { stream: stream2, line, text } } : {},
    ...evidence === void 0 ? {} : { evidence },
    sightings: list.flatMap(
      (finding) => finding.kind === "signature" && finding.outcome !== void 0 && finding.text !== void 0 ? [{ ...finding, text: finding.text }] : []
    ),
    phase,
    seen: [...seen],
    lastWords: run.watches.flatMap(lastWords),
    driven,
    ...awaited?.stream === void 0 ? {} : { awaited: awaited.stream },
    ...awaited === void 0 || !WAITED.includes(kind) ? {} : { nearMiss: nearMiss(awaited, run.watches.flatMap(printed)) },
    ...vm === void 0 ? {} : { vm },
    ...busy === void 0 ? {} : { busy },
    ...firmwareBuild === void 0 ? {} : { firmwareBuild },
    ...silenceExpected === void 0 ? {} : { silenceExpected }
  };
}
function printed(watch) {
  return watch.printed().map((line) => ({ stream: watch.stream, ...line }));
}
function lastWords(watch) {
  const { stream: stream2, lastOutput: time2 } = watch;
  const [text] = watch.recentLines(1);
  return text === void 0 || time2 === void 0 ? [] : [{ stream: stream2, time: time2, text }];
}

// src/judge/findings.ts
var LISTED_OF_A_KIND = 20;
var Findings = class {
  /** The time of the event or deadline being judged, in milliseconds. */
  now = 0;
  /** The furthest phase that was reached. */
  phase = "host";
  failure;
  /** A line that only a Trust Domain prints was seen. */
  tdSeen = false;
  /** Ids of the milestones that were passed, each once, the latest last. */
  seen = /* @__PURE__ */ new Set();
  list = [];
  timeline = [];
  #allow;
  #tallies = /* @__PURE__ */ new Map();
  #out = [];
  constructor(allow) {
    this.#allow = allow;
  }
  /** Gives the events since the last call. */
  take() {
    const out = this.#out;
    this.#out = [];
    return out;
  }
  emit(event) {
    this.#out.push(event);
  }
  /** A milestone was passed. */
  reach(phase, title, id) {
    if (id !== void 0) this.seen.add(id);
    this.timeline.push({ time: this.now, phase, title });
    this.atLeast(phase);
    this.emit({ type: "phase", time: this.now, phase, title });
  }
  /** The boot has come this far, though no milestone said so. */
  atLeast(phase) {
    if (PHASES.indexOf(phase) > PHASES.indexOf(this.phase)) this.phase = phase;
  }
  /** What was found more often than it is listed, in the order in which each was first found. */
  get omitted() {
    return [...this.#tallies.values()].filter(({ omitted }) => omitted > 0).map(({ first: { kind, id, title }, omitted: count }) => ({ kind, id, title, count }));
  }
  /**
   * Notes a finding; the first that has an outcome and is not allowed decides the run. That one is always listed.
   * @returns the finding, unless it is only counted
   * @param collect starts to collect the lines that follow, `end` is the text of the last of them
   */
  report(facts, collect, end) {
    const { text } = facts;
    const allow = text === void 0 ? void 0 : this.#allow.find(({ pattern }) => pattern.exec(text, 0));
    const finding = {
      id: facts.kind,
      severity: "fatal",
      phase: this.phase,
      time: this.now,
      ...facts,
      ...text === void 0 ? {} : { text: quoted(text) },
      ...allow === void 0 ? {} : { outcome: void 0, allowed: allow.reason }
    };
    const decides = finding.outcome !== void 0 && this.failure === void 0;
    if (!this.#lists(finding, decides)) return void 0;
    this.list.push(finding);
    this.emit({ type: "finding", time: this.now, finding });
    if (decides) this.failure = { finding, since: this.now, report: collect?.(), end };
    return finding;
  }
  /** Later lines have told more of a finding that is listed. */
  amend(finding, more) {
    const amended = { ...finding, ...more };
    const at = this.list.indexOf(finding);
    if (at >= 0) this.list[at] = amended;
    if (this.failure?.finding === finding) this.failure = { ...this.failure, finding: amended };
  }
  #lists(finding, decides) {
    const key = finding.kind === "signature" || finding.kind === "test" ? finding.id : finding.title;
    const tally = this.#tallies.get(key) ?? { first: finding, listed: 0, omitted: 0 };
    this.#tallies.set(key, tally);
    if (decides || tally.listed < LISTED_OF_A_KIND) {
      tally.listed++;
      return true;
    }
    if (tally.omitted === 0) {
      const message = `found ${tally.listed} times, further ones are counted and not listed: ${finding.title}`;
      this.emit({ type: "notice", time: this.now, message });
    }
    tally.omitted++;
    return false;
  }
  /** Reports a finding without a line. It decides the run unless an earlier finding has. */
  decide(kind, title, outcome, hint = HINTS[kind] ?? STUCK_HINTS[this.phase]) {
    if (this.failure !== void 0) return;
    this.report({ kind, title, hint, outcome });
  }
};
var RESET_HINT = "A reset in the middle of a boot is a triple fault, a watchdog or a panic with panic=-1 whose message went nowhere.";
var HINTS = {
  reset: RESET_HINT,
  crashed: "The td-module stream says what the guest did, with the address of the instruction.",
  panicked: "The panic text may have gone to a console that is not a stream: add console=ttyS0 to the command line.",
  exit: 'Expect what the guest prints before it powers off, or use "stop: on-exit".',
  vmm: "See the vmm stream for what the VMM said.",
  "output-limit": "Raise output-limit if so much output is normal for this guest.",
  "not-a-td": 'Every step was met, but no line shows a Trust Domain, such as "tdx: Guest detected". If the kernel log is hidden, take "quiet" off the command line, or let the guest run "dmesg | grep -i tdx" or "ls -l /dev/tdx_guest". A scenario that stops before the kernel says "td-evidence: optional".',
  held: "The guest may be sound: write the results to a faster disk, and let nothing hold up what tdx-boot prints.",
  recording: "Boot again: what is not recorded was not judged to its end.",
  cancelled: "The machine was stopped and nothing was left behind."
};

// src/judge/echo.ts
var EchoFilter = class {
  #awaited = [];
  /** How much of the first awaited echo the line before ended with. */
  #begun = 0;
  /** Notes what was sent, which replaces any echo that never came. */
  sent(text) {
    this.#awaited = text.split(/[\r\n]+/).filter((line) => line !== "");
    this.#begun = 0;
  }
  /** Whether an echo is still to come: then every line has to be shown to {@link endLine}. */
  get awaits() {
    return this.#awaited.length > 0;
  }
  /** What is visible of `text` from `from` on; an echo that is still being printed is not. */
  windows(text, from) {
    const windows = [];
    const [folded2] = this.#awaited;
    const rest = folded2?.slice(this.#begun) ?? "";
    let start = from;
    let echoes = this.#awaited;
    if (this.#begun > 0 && rest !== text && rest.startsWith(text)) return [{ from, to: from }];
    if (this.#begun > 0 && text.startsWith(rest)) {
      windows.push({ from, to: from });
      start = Math.max(from, rest.length);
      echoes = echoes.slice(1);
    }
    for (const echo of echoes) {
      const at = text.indexOf(echo, start);
      if (at < 0) {
        windows.push({ from: start, to: text.length - overlap(text, start, echo) });
        return windows;
      }
      windows.push({ from: start, to: at });
      start = at + echo.length;
    }
    windows.push({ from: start, to: text.length });
    return windows;
  }
  /** The reader has gone on to the window with this index: the echoes before it are done with. */
  pass(index) {
    this.#awaited.splice(0, index);
    if (index > 0) this.#begun = 0;
  }
  /** The line will not grow any more: an echo that it has begun goes on at the start of the next one. */
  endLine(text, from) {
    const windows = this.windows(text, from);
    const start = windows.at(-1)?.from ?? from;
    const goesOn = windows.length === 1 && this.#begun > 0;
    this.pass(windows.length - 1);
    const [echo] = this.#awaited;
    if (echo === void 0) return;
    if (goesOn && echo.startsWith(text, this.#begun)) this.#begun += text.length;
    else this.#begun = overlap(text, start, echo) || overlap(text.replace(/ $/, ""), start, echo);
  }
};
function overlap(text, from, echo) {
  for (let length = Math.min(echo.length - 1, text.length - from); length > 0; length--) {
    if (text.endsWith(echo.slice(0, length))) return length;
  }
  return 0;
}

// src/judge/lines.ts
var LineJudge = class {
  #bench;
  #echoes = /* @__PURE__ */ new Map();
  #suspects = /* @__PURE__ */ new Map();
  /** When the last line of the failure's report was printed, in milliseconds. */
  reportEnded;
  constructor(bench) {
    this.#bench = bench;
  }
  /** A line whose text is final. */
  finish(watch, line) {
    if (this.#bench.over()) return;
    if (line.hits.length === 1 && line.hits[0] === this.#bench.book.remark && !watch.readsEveryLine) {
      this.#bench.tests.remark(watch.stream, line);
      return;
    }
    this.#takeFacts(watch, line);
    this.settled(watch, line);
    if (this.#bench.over()) return;
    this.takeTests(watch, line);
    const echo = this.#echo(watch.stream);
    if (echo.awaits) {
      echo.endLine(line.text, watch.from);
      watch.awaitEcho(echo.awaits);
    }
    this.#bench.endIfDone(watch);
  }
  /** A line whose text is final, or that the guest has stopped printing: everything is looked for. */
  settled(watch, line) {
    if (this.#bench.over()) return;
    this.#judgeUsersPatterns(watch, line, true);
    if (this.#bench.over()) return;
    this.#findMilestones(watch, line.hits, line.text, true);
    this.#suspects.get(watch.stream)?.read(line.text);
    this.#findSignature(watch, line);
    watch.readEveryLine("suspects", this.#suspects.get(watch.stream)?.searching === true);
    const { failure, now } = this.#bench.findings;
    if (failure?.end === void 0 || failure.finding.stream !== watch.stream) return;
    if (line.text.includes(failure.end)) this.reportEnded ??= now;
  }
  /** A line that is still being printed: only what cannot change any more. */
  unfinished(watch, line) {
    this.#judgeUsersPatterns(watch, line, false);
  }
  /** No line follows: names the functions at fault as far as they are known. */
  end() {
    for (const suspects of this.#suspects.values()) suspects.end();
  }
  /** Carries out what the scenario does by itself: it sends. */
  act() {
    const { progress, findings } = this.#bench;
    for (let send = progress.sendNow; send !== void 0; send = progress.sendNow) {
      const time2 = findings.now;
      const echo = this.#echo(send.stream);
      echo.sent(send.text);
      this.#bench.watch(send.stream).awaitEcho(echo.awaits);
      findings.emit({ type: "send", time: time2, stream: send.stream, text: send.text });
      const step = progress.sent(time2);
      if (step !== void 0) findings.emit({ type: "step", time: time2, step });
    }
  }
  // ---- the scenario's patterns ----------------------------------------------------------------------------------
  /**
   * Steps and forbidden patterns. Instant patterns come first, as if each byte had come alone; then those that need
   * the whole line. What is forbidden is reported with its whole line, too, but already keeps a run from passing.
   */
  #judgeUsersPatterns(watch, line, settled) {
    const { expects, forbids } = this.#bench.book;
    const forbidden = this.#findForbidden(forbids.of(line.hits), watch, line, settled);
    const expected = expects.of(line.hits);
    if (expected.length > 0) {
      this.#meetSteps(expected, forbidden, watch, line, false);
      if (settled) this.#meetSteps(expected, forbidden, watch, line, true);
    }
    if (!settled || this.#bench.over()) return;
    for (const { forbid, index } of forbidden) this.#reportForbidden(forbid, index, watch, line.text);
  }
  #meetSteps(expected, forbidden, watch, line, whole) {
    while (!this.#bench.over()) {
      const met = this.#firstMet(expected, watch, line, whole);
      if (met === void 0) return;
      const { end } = met.match;
      const spoilt = forbidden.some((found) => whole || found.forbid.pattern.instant && found.end <= end);
      const seen = whole ? line.text : line.text.slice(0, end);
      this.#meet(met, watch, quoted(seen));
      if (this.#bench.progress.done) this.#findMilestones(watch, line.hits, seen, false);
      if (!spoilt) this.#bench.endIfDone(watch);
    }
  }
  #findForbidden(candidates, watch, line, settled) {
    if (candidates.length === 0) return NONE;
    return candidates.flatMap((index) => {
      const forbid = this.#bench.book.forbids.items[index];
      if (forbid === void 0 || !listens(forbid.stream, watch.stream)) return [];
      const match = settled || forbid.pattern.instant ? forbid.pattern.exec(line.text, 0) : void 0;
      return match === void 0 ? [] : [{ forbid, index, end: match.end }];
    });
  }
  #reportForbidden(forbid, index, watch, text) {
    if (!watch.firstReport(`forbid ${index}`)) return;
    const facts = {
      kind: "forbidden",
      title: `forbidden: ${forbid.pattern.shown}`,
      hint: "The scenario forbids this text.",
      outcome: "failed",
      where: forbid.where,
      ...quote(watch, text)
    };
    this.#bench.findings.report(facts, () => watch.startReport(text));
  }
  /** Of the open expectations the one that is met first in this line: an instant one, or one that needs it whole. */
  #firstMet(candidates, watch, line, whole) {
    const { book, progress } = this.#bench;
    const possible = [];
    for (const index of candidates) {
      const expect = book.expects.items[index];
      const due = expect === void 0 ? void 0 : progress.openFor(expect);
      if (due === void 0 || due.expect.pattern.instant === whole) continue;
      if (listens(due.expect.stream, watch.stream)) possible.push(due);
    }
    if (possible.length === 0) return void 0;
    const { text } = line;
    const windows = this.#echo(watch.stream).windows(text, watch.from);
    for (const [index, window] of windows.entries()) {
      if (whole && index < windows.length - 1) continue;
      const visible = text.slice(0, window.to);
      let first;
      for (const due of possible) {
        const match = due.expect.pattern.exec(visible, window.from);
        if (match === void 0 || first !== void 0 && first.match.end <= match.end) continue;
        first = { due, match, window: index };
      }
      if (first !== void 0) return first;
    }
    return void 0;
  }
  #meet({ due, match, window }, watch, line) {
    const { progress, findings } = this.#bench;
    const group = progress.open().length > 1;
    const step = progress.meet(due, match, { time: findings.now, stream: watch.stream, line });
    findings.emit({ type: "step", time: findings.now, step });
    if (group) return;
    this.#echo(watch.stream).pass(window);
    watch.readTo(Math.max(watch.from, match.end));
    for (const other of this.#bench.watches()) if (other !== watch) other.readAll();
    this.act();
  }
  #echo(stream2) {
    const known = this.#echoes.get(stream2);
    if (known !== void 0) return known;
    const echo = new EchoFilter();
    this.#echoes.set(stream2, echo);
    return echo;
  }
  // ---- the catalog ----------------------------------------------------------------------------------------------
  /** @param settled whether the text is final; of other text only new milestones count, and a reset waits */
  #findMilestones(watch, hits, text, settled) {
    const { book, findings } = this.#bench;
    for (const index of book.milestones.of(hits)) {
      const known = book.milestones.items[index];
      if (known === void 0 || !speaks(known.entry, watch.stream)) continue;
      const match = known.pattern.exec(text, 0);
      if (match === void 0) continue;
      const { id, phase, title, once, evidence } = known.entry;
      const first = watch.milestones.get(id);
      if (first !== void 0 && !settled) continue;
      if (!watch.firstReport(`milestone ${id}`)) continue;
      if (evidence === true && isOwnWords(text.slice(0, match.start))) this.#seeTd();
      const prefix = text.slice(0, match.start).replace(/\d+/g, "0");
      if (first === void 0) {
        watch.milestones.set(id, prefix);
        findings.reach(phase, title, id);
      } else if (once === true && first === prefix) {
        const reset = `the machine was reset: a second ${title}`;
        const facts = { kind: "reset", title: reset, hint: RESET_HINT, outcome: "failed" };
        findings.report({ ...facts, ...quote(watch, text) }, () => watch.startReport(text));
      }
    }
  }
  /** Takes facts from finished lines only, because an unfinished line may hold half a register. */
  #takeFacts(watch, { hits, text }) {
    if (!isGuestStream(watch.stream)) return;
    const { book, shown } = this.#bench;
    for (const index of book.facts.of(hits)) {
      const fact = book.facts.items[index];
      const match = fact?.pattern.exec(text, 0);
      if (fact !== void 0 && match !== void 0) shown.take(fact.entry, match, watch.stream);
    }
  }
  /** Takes a line of a test report; its text must be final. */
  takeTests(watch, line) {
    const { book, tests, findings } = this.#bench;
    const { stream: stream2 } = watch;
    if (!isGuestStream(stream2)) return;
    if (book.reports.of(line.hits).length > 0 || tests.listens(stream2)) {
      tests.take(stream2, line.text, { line: watch.line, time: findings.now });
      watch.readEveryLine("tests", tests.listens(stream2));
    } else if (book.remarks.of(line.hits).length > 0) tests.remark(stream2, line);
  }
  #seeTd() {
    const { findings, rules } = this.#bench;
    if (findings.tdSeen) return;
    findings.tdSeen = true;
    if (rules.platform === void 0 || isTrustDomain(rules.platform)) return;
    const message = `the guest says that it is a Trust Domain, on platform ${rules.platform}`;
    findings.emit({ type: "notice", time: findings.now, message });
  }
  /** The first row of the catalog that fits the line speaks for it. */
  #findSignature(watch, line) {
    const { signatures } = this.#bench.book;
    for (const index of signatures.of(line.hits)) {
      const known = signatures.items[index];
      if (known === void 0 || !speaks(known.entry, watch.stream)) continue;
      const { text } = line;
      const match = known.pattern.exec(text, 0);
      if (match === void 0 || known.entry.unless?.test(text) === true) continue;
      if (isGuestStream(watch.stream) && SUPPRESSIONS.some((harmless) => harmless.test(text))) return;
      if (watch.firstReport(known.entry.id)) this.#reportSignature(known, match, watch, text);
      return;
    }
  }
  #reportSignature(known, match, watch, text) {
    const { groups } = match;
    const { rules, findings } = this.#bench;
    const entry = causeOf(known.entry, groups);
    const { id, severity, phase, hint } = entry;
    const decides = SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(rules.failOn);
    const ours = phase === "host" || phase === "vmm";
    findings.atLeast(phase);
    const stands = entry.orLater === true ? findings.phase : phase;
    const facts = {
      kind: "signature",
      id,
      title: quoted(titleOf(entry, groups)),
      fingerprint: quoted(fingerprintOf(entry, groups)),
      hint,
      severity,
      phase: stands,
      outcome: decides ? ours ? "errored" : "failed" : void 0,
      ...quote(watch, text)
    };
    const finding = findings.report(facts, () => watch.startReport(text), entry.end);
    if (finding === void 0 || entry.guilty === void 0) return;
    const suspects = this.#suspects.get(watch.stream) ?? new Suspects();
    this.#suspects.set(watch.stream, suspects);
    suspects.follow(entry.guilty, text, groups.func, (func, trace) => {
      const title = quoted(titleOf(entry, groups, func));
      const fingerprint = quoted(fingerprintOf(entry, groups, func));
      findings.amend(finding, { title, fingerprint, trace: trace.map(quoted) });
    });
  }
};
var NONE = [];
function listens(wanted, stream2) {
  return wanted === void 0 ? isGuestStream(stream2) : wanted === stream2;
}
function speaks({ streams }, stream2) {
  return streams === void 0 ? isGuestStream(stream2) : streams.includes(stream2);
}
function quote(watch, text) {
  return { stream: watch.stream, line: watch.line, text };
}

// src/judge/machine-view.ts
var MachineView = class {
  /** How the VMM says that the guest ended. */
  end;
  /** Devices that a driver in the guest has set up. */
  driven = [];
  /** CPUs that the VMM wanted in the last silence that was measured. */
  busy;
  /** How long the guest had to wait for tdx-boot, in milliseconds. */
  heldMs = 0;
  /** The platform that the machine was started for; undefined for a log that is no recording of a boot. */
  platform;
  silenceExpected;
  predictions;
  #asked;
  /** @param asked the platform that the scenario asks for */
  constructor(asked) {
    this.#asked = asked;
  }
  take(event, findings) {
    switch (event.type) {
      case "launch":
        findings.atLeast("vmm");
        this.platform = event.platform;
        this.#refuseOtherPlatform(findings);
        this.silenceExpected = event.silenceExpected;
        this.predictions = event.predictions;
        break;
      case "cpu":
        this.busy = event.busy;
        break;
      case "held":
        this.heldMs += event.ms;
        break;
      case "vm":
        this.#takeState(event, findings);
    }
  }
  /** @param seen a line showed that the guest is a Trust Domain */
  tdKind(seen) {
    if (!seen) return "none";
    if (this.platform === "tdx") return "real";
    return this.platform === "tdx-emulated" ? "emulated" : "none";
  }
  /** The console of an emulated Trust Domain is that of a real one, so a recording of another platform never passes as tdx. */
  #refuseOtherPlatform(findings) {
    const { platform } = this;
    if (platform === void 0 || platform === "tdx" || this.#asked !== "tdx") return;
    const title = `the scenario asks for platform tdx, and the recording is of platform ${platform}`;
    const hint = `Judge it with "platform: ${platform}", or boot the scenario on a host with TDX.`;
    findings.decide("not-a-td", title, "errored", hint);
  }
  #takeState({ state, detail, time: time2 }, findings) {
    if (state === "driven") {
      if (this.driven.length === 0) findings.reach("firmware", `the guest drives ${detail}`);
      this.driven.push(detail);
      return;
    }
    if (this.end?.state !== "panicked") this.end = { state, detail, time: time2 };
    if (state === "broken") findings.decide("vmm", `the VMM stopped the guest: ${detail}`, "errored");
  }
};

// src/judge/measurements.ts
var HEX = /^[0-9a-f]{96}$/;
function compareMeasurements(assertions, shown, predictions) {
  if (assertions.length === 0) return [];
  const log = shown.eventLog();
  return assertions.map((assertion) => compare(assertion, shown, predictions?.[assertion.register], log));
}
function findingOf({
  register,
  verdict,
  wanted,
  shown,
  explanation,
  where
}) {
  if (verdict === "equal") return void 0;
  const title = {
    different: `${register} is ${shortHex(shown ?? "")} instead of ${wanted.map(shortHex).join(" or ")}`,
    "not-shown": `${register} is asserted, and the guest did not show it`,
    "not-known": `${register} is asserted, and nothing says what it has to be`
  }[verdict];
  return {
    kind: "measurement-mismatch",
    title,
    hint: HINTS2[verdict],
    // Without a value to compare with nothing is said about the guest.
    outcome: verdict === "not-known" ? "errored" : "failed",
    where,
    evidence: explanation === void 0 ? [] : [{ text: explanation }]
  };
}
var HINTS2 = {
  different: 'Compare what was booted with what was meant: the firmware by "tdx-boot measure FIRMWARE", the event log by "tdx-boot measure log".',
  "not-shown": "The probe guest shows it where Linux has /dev/tdx_guest (6.2). Of another guest, capture its line by a group named like the register, such as /mrtd (?<mrtd>[0-9a-f]{96})/.",
  "not-known": 'Judge a recording that "tdx-boot run" made of this scenario, or give the value itself instead of "expected".'
};
function compare({ register, holds, where }, shown, expectation, log) {
  const asserted = holds === "expected" || holds === "replay" ? holds : "value";
  const row = { register, asserted, wanted: wantedOf(holds, register, expectation, log), where };
  const [value, other] = shown.valuesOf(register);
  const seen = value === void 0 ? {} : { shown: value };
  if (row.wanted.length === 0) {
    if (holds !== "replay") return { ...row, ...seen, verdict: "not-known" };
    const explanation2 = typeof log === "string" ? log : `${register} is no replay`;
    return { ...row, ...seen, verdict: "not-shown", explanation: explanation2 };
  }
  if (value === void 0) return { ...row, verdict: "not-shown" };
  if (other !== void 0) {
    const explanation2 = `the guest showed two values: ${value} and ${other}`;
    return { ...row, ...seen, verdict: "different", explanation: explanation2 };
  }
  if (!HEX.test(value)) {
    const explanation2 = `the guest showed "${value}", which is not 96 hex digits`;
    return { ...row, verdict: "not-shown", explanation: explanation2 };
  }
  if (row.wanted.includes(value)) return { ...row, shown: value, verdict: "equal" };
  const explanation = explain(row, value, expectation, log);
  return {
    ...row,
    shown: value,
    verdict: "different",
    ...explanation === void 0 ? {} : { explanation }
  };
}
function wantedOf(holds, register, expectation, log) {
  if (holds === "expected") return expectation?.values.map(({ value }) => value) ?? [];
  if (holds !== "replay") return [holds];
  return typeof log === "string" || register === "mrtd" ? [] : [replayLog(log)[register]];
}
function explain({ register, asserted }, value, expectation, log) {
  if (asserted === "value" && expectation?.values.some((right) => right.value === value)) {
    return "the guest shows what this boot has to give: the value in the scenario is of another one";
  }
  if (register === "mrtd") return explainMrtd(value, expectation);
  return typeof log === "string" ? void 0 : explainRtmr(register, value, expectation, log);
}
function explainMrtd(value, expectation) {
  if (expectation === void 0) return void 0;
  const suspect = expectation.suspects.find((wrong) => wrong.value === value);
  if (suspect !== void 0) return `the guest shows the MRTD ${suspect.text}`;
  return "no section of this image, left out or measured otherwise, gives what the guest shows: it started another image";
}
function explainRtmr(register, value, expectation, { events }) {
  const explanation = explainDifference(events, register, value);
  if (explanation.kind !== "equal") return describeExplanation(explanation, register);
  return firstDifference(expectation?.values.map((wanted) => wanted.events) ?? [], events, register);
}

// src/judge/steps.ts
var StepProgress = class {
  #captures = /* @__PURE__ */ new Map();
  #steps;
  #met = /* @__PURE__ */ new Map();
  #sentAt = /* @__PURE__ */ new Map();
  #current = 0;
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
  /** The send that is to be carried out now, if any. */
  get sendNow() {
    const step = this.#steps[this.#current];
    return step?.kind === "send" ? step : void 0;
  }
  /** The current send has been carried out. */
  sent(time2) {
    const step = this.sendNow;
    if (step === void 0) return void 0;
    this.#sentAt.set(step, time2);
    const report = this.#reportSend(step, this.#current + 1);
    this.#advance(time2);
    return report;
  }
  /** What has to appear now; empty when a send is due or all is done. */
  open() {
    this.#open ??= this.#findOpen();
    return this.#open;
  }
  /** `, while step 2 waits for "login: "`: to be added to what has happened instead; empty when nothing is expected. */
  get stillExpected() {
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
    for (const name of due.expect.capture) {
      const value = match.groups[name];
      if (value !== void 0) this.#captures.set(name, value);
    }
    this.#open = void 0;
    if (this.open().length === 0) this.#advance(seen.time);
    return report;
  }
  /** Every step in order, with its state. */
  reports(ended) {
    return this.#steps.flatMap((step, index) => {
      const number2 = index + 1;
      if (step.kind === "send") return [this.#reportSend(step, number2)];
      return membersOf(step).map((expect) => {
        const state = ended && index === this.#current ? "missed" : "open";
        const unmet = {
          number: number2,
          kind: "expect",
          text: expect.pattern.source,
          state,
          where: expect.where
        };
        return this.#met.get(expect) ?? unmet;
      });
    });
  }
  #reportSend(step, number2) {
    const time2 = this.#sentAt.get(step);
    const base = { number: number2, kind: "send", text: step.text, where: step.where, stream: step.stream };
    return time2 === void 0 ? { ...base, state: "open" } : { ...base, state: "sent", time: time2 };
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
  #advance(time2) {
    this.#open = void 0;
    this.#current++;
    this.#since = time2;
  }
};
function membersOf(step) {
  return step.kind === "expect" ? [step] : step.expects;
}
function earliest(since, ...limits) {
  const known = limits.filter((limit) => limit !== void 0);
  return known.length === 0 ? void 0 : since + Math.min(...known);
}

// src/judge/transcript.ts
var KEPT_BYTES = 128 * 1024;
var PIECES = 4096;
var Transcript = class {
  #head = [];
  #headBytes = 0;
  /** The last pieces; the first of them may be needed in part only. */
  #tail = [];
  #tailBytes = 0;
  /** @param bytes must not be changed later */
  keep(bytes) {
    const room = KEPT_BYTES - this.#headBytes;
    if (room > 0) {
      this.#head.push(bytes.subarray(0, room));
      if (this.#head.length > PIECES) this.#head = [Buffer.concat(this.#head)];
      this.#headBytes += Math.min(room, bytes.length);
    }
    if (bytes.length <= room) return;
    this.#tail.push(bytes.subarray(Math.max(0, room)));
    this.#tailBytes += bytes.length - Math.max(0, room);
    while (this.#tailBytes - (this.#tail[0]?.length ?? 0) >= KEPT_BYTES) {
      this.#tailBytes -= this.#tail.shift()?.length ?? 0;
    }
    if (this.#tail.length > PIECES) this.#tail = [Buffer.concat(this.#tail)];
  }
  /**
   * The lines that are kept, in order; where the middle is lost, the lines next to it may be cut.
   * @param last the number of the line that is being printed
   */
  lines(last) {
    const head = textsOf(this.#head);
    const tail = textsOf(this.#tail);
    const whole = head.length + tail.length >= last;
    if (whole)
      return textsOf([...this.#head, ...this.#tail]).map((text, index) => ({ line: index + 1, text }));
    const first = last - tail.length + 1;
    return [
      ...head.map((text, index) => ({ line: index + 1, text })),
      ...tail.map((text, index) => ({ line: first + index, text }))
    ];
  }
};
function textsOf(pieces) {
  const texts = [];
  const reader = lineReader((text) => texts.push(text));
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return texts;
}

// src/judge/watch.ts
var RECENT_BYTES = 16384;
var REPORT_LINES = 200;
var StreamWatch = class {
  stream;
  /** Time of the last output, in milliseconds; undefined before the first. */
  lastOutput;
  /** True once the unfinished line has been judged as if finished, because the guest paused. */
  tailSettled = false;
  /** Milestones seen on this stream, with what stood before them in their line, digits folded. */
  milestones = /* @__PURE__ */ new Map();
  /** Lines that follow a failure, while they are being collected. */
  report;
  #scanner;
  #transcript = new Transcript();
  /** Why every line is looked at, and not only those with a needle. */
  #reasons = /* @__PURE__ */ new Set();
  /** The last bytes, at the end of the array; copies, because the chunks that are read are large. */
  #recent = new Uint8Array(RECENT_BYTES);
  #recentBytes = 0;
  /** What concerns the current line only: how far steps have read, and what has been reported of it. */
  #markedLine = 0;
  #from = 0;
  #reported = /* @__PURE__ */ new Set();
  constructor(stream2, book, callbacks) {
    this.stream = stream2;
    const settled = (line) => {
      if (this.report !== void 0 && this.report.length < REPORT_LINES) this.report.push(quoted(line.text));
      callbacks.onSettled(this, line);
      if (line.cut) callbacks.onCut(this);
    };
    if (book.everyLine) this.#reasons.add("pattern");
    this.#scanner = new LineScanner(book.automaton, {
      everyLine: book.everyLine,
      onLine: (line) => {
        this.#enter(this.#scanner.lineCount);
        settled(line);
      },
      onWipe: (line) => {
        this.#enter(this.#scanner.lineCount + 1);
        settled(line);
        this.#markedLine = 0;
      }
    });
  }
  push(bytes) {
    this.tailSettled = false;
    this.#transcript.keep(bytes);
    this.#keep(bytes);
    this.#scanner.push(bytes);
  }
  /** The unfinished line, entered for judging. */
  tail() {
    const tail = this.#scanner.tail();
    if (tail !== void 0) this.#enter(this.#scanner.lineCount + 1);
    return tail;
  }
  end() {
    this.#scanner.end();
  }
  /** Number of the line being judged, from 1. */
  get line() {
    return this.#markedLine;
  }
  /** Offset in the line being judged from which steps may match. */
  get from() {
    return this.#from;
  }
  /** Steps have read the line being judged up to this offset. */
  readTo(offset) {
    this.#from = offset;
  }
  /** Steps have read everything that this stream has printed so far. */
  readAll() {
    const tail = this.tail();
    if (tail !== void 0) this.#from = tail.text.length;
  }
  /** True the first time that a name is reported of the line being judged. */
  firstReport(name) {
    if (this.#reported.has(name)) return false;
    this.#reported.add(name);
    return true;
  }
  /** From now on every line is looked at, so that the rest of a report is collected. */
  startReport(first) {
    this.report ??= [quoted(first)];
    this.readEveryLine("report", true);
    return this.report;
  }
  /** While an echo is awaited every line is looked at, because any of them may hold a part of it. */
  awaitEcho(awaited) {
    this.readEveryLine("echo", awaited);
  }
  get readsEveryLine() {
    return this.#reasons.size > 0;
  }
  /** From now on every line is looked at, for as long as a reason holds. */
  readEveryLine(reason, holds) {
    if (holds) this.#reasons.add(reason);
    else this.#reasons.delete(reason);
    this.#scanner.everyLine = this.#reasons.size > 0;
  }
  /** What was printed: all lines of most boots, of a longer one the first and the last. */
  printed() {
    return this.#transcript.lines(this.#scanner.lineCount + (this.#scanner.tail() === void 0 ? 0 : 1));
  }
  /** The last lines, unfinished one included. */
  recentLines(count) {
    const lines = [];
    const scanner = lineReader((text) => lines.push(text));
    scanner.push(this.#recent.subarray(RECENT_BYTES - this.#recentBytes));
    scanner.end();
    return lines.filter((line) => line.trim() !== "").slice(-count);
  }
  #enter(line) {
    if (line === this.#markedLine) return;
    this.#markedLine = line;
    this.#from = 0;
    this.#reported.clear();
  }
  #keep(bytes) {
    const kept = bytes.subarray(-RECENT_BYTES);
    this.#recent.copyWithin(0, kept.length);
    this.#recent.set(kept, RECENT_BYTES - kept.length);
    this.#recentBytes = Math.min(RECENT_BYTES, this.#recentBytes + kept.length);
  }
};

// src/judge/judge.ts
var EVIDENCE_MS = 2e3;
var Judge = class {
  #rules;
  #book;
  #progress;
  #findings;
  #shown = new Shown();
  #tests;
  #lines;
  #watches = /* @__PURE__ */ new Map();
  /** Streams with a line that was judged in pieces. */
  #cut = /* @__PURE__ */ new Set();
  #machine;
  #deadlines;
  #lastStream;
  /** Where nothing prints before the kernel, some output was seen. */
  #kernelSpoke = false;
  /** The bytes of an output event are being read. */
  #reading = false;
  #verdict;
  constructor(rules) {
    this.#machine = new MachineView(rules.platform);
    this.#rules = rules;
    this.#book = compileRules(rules);
    this.#progress = new StepProgress(rules.steps);
    this.#findings = new Findings(rules.allow);
    this.#tests = new GuestTests(rules, this.#findings);
    this.#lines = new LineJudge({
      rules,
      book: this.#book,
      progress: this.#progress,
      findings: this.#findings,
      shown: this.#shown,
      tests: this.#tests,
      over: () => this.#verdict !== void 0,
      endIfDone: (reading) => this.#endIfDone(reading),
      watch: (stream2) => this.#watch(stream2),
      watches: () => this.#watches.values()
    });
    this.#deadlines = new Deadlines({
      rules,
      progress: this.#progress,
      findings: this.#findings,
      tests: this.#tests,
      machine: this.#machine,
      lines: this.#lines,
      watches: this.#watches
    });
  }
  get verdict() {
    return this.#verdict;
  }
  /** The machine is about to start, at time 0: gives what the scenario wants sent before anything is expected. */
  start() {
    this.#lines.act();
    this.#endIfDone();
    return this.#findings.take();
  }
  /** Takes the next event; its time must not lie before that of an earlier one. */
  push(event) {
    this.#fireUntil(event.time);
    if (this.#verdict === void 0) {
      this.#findings.now = event.time;
      this.#guard(() => this.#receive(event));
    }
    return this.#findings.take();
  }
  /** Time has passed without an event. */
  advance(time2) {
    this.#fireUntil(time2);
    return this.#findings.take();
  }
  /** When {@link advance} has to be called next, in milliseconds; undefined when only an event can change anything. */
  nextDeadline() {
    return this.#verdict === void 0 ? this.#deadlines.next() : void 0;
  }
  // ---- time -----------------------------------------------------------------------------------------------------
  #fireUntil(time2) {
    for (; ; ) {
      const due = this.nextDeadline();
      if (due === void 0 || due > time2) return;
      this.#findings.now = Math.max(this.#findings.now, due);
      this.#guard(() => this.#fire());
    }
  }
  #fire() {
    const pause = this.#deadlines.nextPause();
    if (this.#deadlines.ending) {
      this.#settleTails();
      this.#conclude();
    } else if (pause !== void 0 && pause.time <= this.#findings.now) {
      this.#settleTail(pause.watch);
      this.#endIfDone(pause.watch);
    } else if (this.#deadlines.settled) {
      this.#endIfDone();
    } else {
      this.#deadlines.miss();
      this.#conclude();
    }
  }
  // ---- machine events -------------------------------------------------------------------------------------------
  #receive(event) {
    switch (event.type) {
      case "output":
        this.#receiveOutput(event.stream, event.bytes);
        break;
      case "abort":
        this.#receiveAbort(event);
        break;
      case "exit":
        this.#endStreams();
        this.#receiveExit(event.code, event.signal);
        break;
      case "end-of-log":
        this.#endStreams();
        this.#receiveEndOfLog();
        break;
      case "launch":
      case "vm":
      case "cpu":
      case "held":
        this.#machine.take(event, this.#findings);
        if (event.type === "held") this.#deadlines.held(event.ms);
        break;
      case "input":
        break;
    }
  }
  #receiveOutput(stream2, bytes) {
    if (bytes.length === 0) return;
    const watch = this.#watch(stream2);
    watch.lastOutput = this.#findings.now;
    this.#findings.atLeast("vmm");
    if (isGuestStream(stream2)) {
      this.#machine.busy = void 0;
      this.#notePhase(stream2);
      this.#deadlines.lastOutput = this.#findings.now;
      this.#lastStream = stream2;
    }
    this.#reading = true;
    watch.push(bytes);
    const tail = this.#verdict === void 0 ? watch.tail() : void 0;
    if (tail === void 0) watch.tailSettled = true;
    else this.#lines.unfinished(watch, tail);
    this.#reading = false;
  }
  /** What the mere fact says that a stream speaks. */
  #notePhase(stream2) {
    const ownKernel = this.#rules.directKernel === true && stream2 !== "debugcon";
    if (ownKernel && !this.#kernelSpoke) {
      this.#kernelSpoke = true;
      this.#findings.reach("kernel", `first output of the kernel on ${stream2}`);
    } else if (this.#lastStream === void 0) {
      this.#findings.reach("firmware", `first output on ${stream2}`);
    }
  }
  #receiveAbort(event) {
    this.#settleTails();
    if (event.cause === "output-limit") this.#findings.decide("output-limit", event.message, "failed");
    else if (event.cause === "cancelled") this.#findings.decide("cancelled", event.message, "errored");
    else if (event.cause === "not-recorded" || event.cause === "incomplete") {
      this.#findings.decide("recording", event.message, "errored", event.hint);
    } else this.#findings.decide("vmm", event.message, "errored", event.hint);
    this.#conclude();
  }
  #receiveExit(code, signal) {
    if (this.#machine.end === void 0 && (code !== 0 || signal !== null)) {
      const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
      const said = this.#watches.get("vmm")?.recentLines(1)[0];
      this.#findings.decide(
        "vmm",
        `the VMM ended with ${how}${said === void 0 ? "" : `: ${said}`}`,
        "errored"
      );
    }
    this.#conclude();
  }
  /** The log is all there is: what has not been seen by now is missing. */
  #receiveEndOfLog() {
    this.#tests.conclude();
    this.#deadlines.endOfLog();
    this.#conclude();
  }
  #endStreams() {
    for (const watch of this.#watches.values()) {
      if (this.#verdict === void 0) watch.end();
    }
  }
  #watch(stream2) {
    const known = this.#watches.get(stream2);
    if (known !== void 0) return known;
    const watch = new StreamWatch(stream2, this.#book, {
      onSettled: (on, line) => this.#lines.finish(on, line),
      onCut: (on) => {
        if (this.#cut.has(on.stream)) return;
        this.#cut.add(on.stream);
        const message = `${on.stream} line ${on.line} is longer than ${LINE_CAP} characters and is judged in pieces, as others may be`;
        this.#findings.emit({ type: "notice", time: this.#findings.now, message });
      }
    });
    this.#watches.set(stream2, watch);
    return watch;
  }
  #settleTails() {
    for (const watch of this.#watches.values()) this.#settleTail(watch);
  }
  #settleTail(watch) {
    watch.tailSettled = true;
    const tail = watch.tail();
    if (tail !== void 0) this.#lines.settled(watch, tail);
  }
  /**
   * Ends a good run whose guest has gone on for long enough, unless an unfinished line of another stream than the one
   * being read has bad news.
   */
  #endIfDone(reading) {
    const over = this.#progress.done && this.#rules.stop === "after-last-step";
    if (!over || this.#findings.failure !== void 0) return;
    this.#deadlines.settleDue ??= this.#findings.now + this.#rules.settleMs;
    if (this.#findings.now < this.#deadlines.settleDue) return;
    for (const watch of this.#watches.values()) if (watch !== reading) this.#settleTail(watch);
    if (this.#findings.failure !== void 0 || this.#tests.waits()) return;
    if (this.#lacksEvidence() || this.#lacksMeasurements()) {
      this.#deadlines.evidenceDue ??= this.#findings.now + EVIDENCE_MS;
    } else {
      this.#concludeTests();
      if (this.#findings.failure === void 0) this.#conclude();
    }
  }
  #lacksEvidence() {
    return this.#rules.tdEvidence === "required" && !this.#findings.tdSeen;
  }
  #lacksMeasurements() {
    this.#shown.takeCaptures(this.#progress.captures);
    return this.#shown.lacks(this.#rules.measurements ?? []);
  }
  // ---- verdict ----------------------------------------------------------------------------------------------
  /** Gives the verdict, from what is known by now. */
  #conclude() {
    if (this.#verdict !== void 0) return;
    this.#lines.end();
    const { measurements: asserted = [] } = this.#rules;
    this.#shown.takeCaptures(this.#progress.captures);
    const measurements = compareMeasurements(asserted, this.#shown, this.#machine.predictions);
    const tests = this.#concludeTests();
    if (this.#findings.failure === void 0) this.#explainEnd(measurements);
    const scan = this.#findings.list.find(({ kind }) => kind === "scan");
    const failed = this.#findings.failure;
    const found = scan ?? failed?.finding;
    const cause = found === failed?.finding && found && failed?.report ? { ...found, report: failed.report } : found;
    const last = this.#lastStream ?? "vmm";
    this.#verdict = {
      verdict: cause?.outcome ?? "passed",
      reason: cause?.title ?? "every step was met",
      hint: cause?.hint ?? "",
      phase: this.#findings.phase,
      td: this.#machine.tdKind(this.#findings.tdSeen),
      time: this.#findings.now,
      findings: this.#findings.list,
      omitted: this.#findings.omitted,
      ...cause === void 0 ? {} : { cause, diagnosis: this.#diagnose(cause) },
      steps: this.#progress.reports(cause !== void 0),
      captures: this.#progress.captures,
      measurements,
      timeline: this.#findings.timeline,
      tests,
      lastLines: cause === void 0 ? [] : this.#watches.get(last)?.recentLines(20) ?? []
    };
    this.#findings.emit({ type: "verdict", time: this.#findings.now, verdict: this.#verdict });
  }
  /**
   * A guest that stopped within a line has said no more of it. A run that ends while its guest prints does not count the
   * line, because how much of the line is here depends on the chunk.
   */
  #concludeTests() {
    for (const watch of this.#watches.values()) {
      const tail = watch.tail();
      if (tail !== void 0 && !this.#reading) this.#lines.takeTests(watch, tail);
    }
    return this.#tests.conclude();
  }
  #diagnose(cause) {
    const open = this.#progress.open()[0]?.expect;
    const watches = [...this.#watches.values()];
    return diagnose(
      diagnosisInput(cause, {
        findings: this.#findings,
        awaited: open,
        watches,
        vm: this.#machine.end,
        driven: this.#machine.driven,
        busy: this.#machine.busy,
        firmwareBuild: this.#rules.firmwareBuild,
        silenceExpected: this.#machine.silenceExpected
      })
    );
  }
  /** The machine is gone and nothing has failed so far: is that how the scenario wanted it to end? */
  #explainEnd(measurements) {
    const { end } = this.#machine;
    const state = end?.state;
    const open = this.#progress.open()[0];
    if (state === "panicked") {
      this.#findings.decide("panicked", `the guest reported a panic: ${end?.detail}`, "failed");
    } else if (state === "crashed") {
      this.#findings.decide("crashed", `the Trust Domain was ended: ${end?.detail}`, "failed");
    } else if (state === "reset") {
      this.#findings.decide("reset", `the guest reset itself${this.#progress.stillExpected}`, "failed");
    } else if (open !== void 0) {
      const how = state === "shutdown" ? "the guest powered off" : "the VMM ended";
      this.#findings.decide(
        "exit",
        `${how} before step ${open.number} saw ${open.expect.pattern.shown}`,
        "failed"
      );
    } else if (this.#lacksEvidence()) {
      this.#findings.decide("not-a-td", NOT_A_TD, "failed");
    } else {
      for (const facts of measurements.flatMap((row) => findingOf(row) ?? [])) this.#findings.report(facts);
    }
  }
  /** A scan that cannot run must not look like a clean log. */
  #guard(body) {
    try {
      body();
    } catch (error) {
      const hint = error instanceof Error && "hint" in error ? String(error.hint) : "Please report this.";
      const title = `the console could not be judged: ${messageOf(error)}`;
      this.#findings.report({ kind: "scan", title, hint, outcome: "errored" });
      this.#conclude();
    }
  }
};
var NOT_A_TD = "the guest showed no sign of being a Trust Domain";

// src/judge/spoil.ts
function spoil(verdict, { kind, title, hint }) {
  const finding = {
    ...{ kind, id: kind, title, hint, severity: "fatal", phase: "host", time: verdict.time },
    outcome: "errored"
  };
  const findings = [...verdict.findings, finding];
  if (verdict.verdict !== "passed") return { ...verdict, findings };
  return {
    ...verdict,
    verdict: "errored",
    reason: title,
    hint,
    findings,
    cause: finding,
    diagnosis: { phase: "host", cause: kind, title, evidence: [], advice: hint, certainty: "known" }
  };
}

export {
  EVENTS_FILE,
  CAST_CUT,
  problemOfEvent,
  Judge,
  spoil
};
