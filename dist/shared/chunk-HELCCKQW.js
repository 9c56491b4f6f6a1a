import {
  wholeOrNothing
} from "./chunk-JCCCLOPX.js";

// src/ktap/diagnostics.ts
var MOST_LINES = 20;
var LONGEST = 1e3;
var MOST_EXPLAINED = 1e3;
var MOST_YAML = 200;
var KUNIT_LINES = 8;
var Diagnostics = class {
  /** Lines since the last result, as they came: most tests pass, and then nobody asks for their text. */
  #lines = [];
  /** Those of the last result, if it is a failure. */
  #last;
  #afterResult = false;
  #yaml = 0;
  #kunit = 0;
  #explained = 0;
  /** Whether a line that looks like none of a report may explain a failure. */
  get listens() {
    return this.#yaml > 0 || this.#kunit > 0;
  }
  /** Keeps a line that may be a diagnostic. */
  remark(line) {
    this.#afterResult = false;
    this.#lines.push(line);
    if (this.#lines.length > MOST_LINES) this.#lines.shift();
  }
  /**
   * Takes a line that is no version, plan or result.
   * @param line as it came
   * @param text without what others wrote before it
   * @returns whether it took the line
   */
  takes(read, line, text) {
    if (this.#yaml > 0 && (read === void 0 || read.indent > 0)) {
      this.#yaml = text.trim() === "..." ? 0 : this.#yaml - 1;
      if (this.#yaml > 0) push(this.#last, text);
      return true;
    }
    this.#yaml = 0;
    if (read === void 0) {
      if (this.#afterResult && /^\s+---(?:\s|$)/.test(text)) this.#yaml = MOST_YAML;
      else if (this.#kunit > 0) this.remark(() => line);
      this.#kunit = Math.max(0, this.#kunit - 1);
      this.#afterResult = false;
      return true;
    }
    this.#afterResult = false;
    this.#kunit = 0;
    if (read.kind !== "diagnostic") return false;
    this.remark(() => line);
    if (/\b(?:EXPECTATION|ASSERTION) FAILED\b/.test(text)) this.#kunit = KUNIT_LINES;
    return true;
  }
  /**
   * A result has come.
   * @param strip takes off what others wrote before a line
   * @returns the lines that explain it, to which others may be added
   */
  result(failed, strip) {
    this.#last = void 0;
    if (failed && this.#explained < MOST_EXPLAINED) {
      this.#explained++;
      this.#last = [];
      for (const line of this.#lines.map((text) => strip(text())))
        if (/^\s*(?:#|$)|^\s{4}/.test(line)) push(this.#last, line);
    }
    if (this.#lines.length > 0) this.#lines = [];
    this.#afterResult = true;
    return this.#last ?? [];
  }
  clear() {
    this.#lines = [];
    this.#last = void 0;
    this.#afterResult = false;
    this.#yaml = 0;
    this.#kunit = 0;
  }
};
function push(lines, text) {
  if (lines !== void 0 && lines.length <= MOST_LINES) lines.push(wholeOrNothing(text.trim(), LONGEST));
}

// src/ktap/level.ts
var Level = class {
  /** Columns before its lines. */
  indent;
  /** The line on which it began. */
  line;
  tests = [];
  name;
  /** What a `# Subtest:` line calls the level below this one. */
  nextName;
  plan;
  /** The test program says that it is over: "Bail out!", or kselftest's totals. */
  over = false;
  #results = 0;
  #next = 1;
  constructor(indent, line, name) {
    this.indent = indent;
    this.line = line;
    this.name = name;
  }
  /** Results so far, those that are not in the tree included. */
  get results() {
    return this.#results;
  }
  /** Whether every result has come that was planned. */
  get complete() {
    return this.over || this.plan !== void 0 && this.#next > this.plan;
  }
  /** `3 of 10 results`, `3 results`. */
  get progress() {
    const of = this.plan === void 0 ? "" : ` of ${this.plan}`;
    return `${this.#results}${of} result${this.#results === 1 && of === "" ? "" : "s"}`;
  }
  /** @returns what is wrong with the plan */
  takePlan(count, skip, who) {
    if (this.plan !== void 0) return `${who} has a second plan: 1..${count} after 1..${this.plan}`;
    this.plan = count;
    if (count === 0 && !skip) return `${who} plans no test`;
    if (this.#next - 1 > count) return `${who} has more results than its plan 1..${count}`;
    return void 0;
  }
  /** @returns what is wrong with the number */
  takeNumber(number, who) {
    this.#results++;
    const expected = this.#next;
    const given = number ?? expected;
    this.#next = Math.max(expected, given + 1);
    if (given < expected) return `${who} has a second result ${given}`;
    if (this.plan !== void 0 && given > this.plan) {
      return `${who} has a result ${given}, which is beyond its plan 1..${this.plan}`;
    }
    if (given === expected) return void 0;
    const last = given - 1;
    return last === expected ? `${who} lacks result ${last}` : `${who} lacks the results ${expected} to ${last}`;
  }
  /** @returns what is wrong when nothing more comes */
  problemAtEnd(who) {
    return this.plan === void 0 || this.complete ? void 0 : `${who} has only ${this.progress}`;
  }
};

// src/ktap/line.ts
var TAB = 4;
var INDENT = /^(?:[ \t]|# (?=[ \t]*(?:# |(?:not )?ok\b|K?TAP version |1\.\.\d|Bail out!)))*/;
var VERSION = /^K?TAP version \d{1,3}\s*$/;
var PLAN = /^1\.\.(\d{1,9})\s*(?:#\s*(.*))?$/;
var RESULT = /^(not )?ok(?: (\d{1,9}))?(?=\s|$)\s*(?:- )?(.*)$/;
var BAIL_OUT = /^Bail out!\s*(.*)$/;
var DIRECTIVE = /(?:^|\s)#\s*(SKIP|TODO|XFAIL)\b:?\s*(.*)$/i;
var REMARK = /(?:^|\s)# (.*)$/;
function readLine(text) {
  const prefix = INDENT.exec(text)?.[0] ?? "";
  const rest = text.slice(prefix.length);
  const at = { indent: columns(prefix), marked: prefix.includes("#") };
  if (rest.startsWith("#")) return { ...at, ...readComment(rest) };
  const result = RESULT.exec(rest);
  if (result !== null) return readResult(at.indent, at.marked, result);
  if (VERSION.test(rest)) return { ...at, kind: "version", format: rest.trim() };
  const [, count, remark = ""] = PLAN.exec(rest) ?? [];
  if (count !== void 0) return { ...at, kind: "plan", count: Number(count), skip: /^SKIP/i.test(remark) };
  const [, reason] = BAIL_OUT.exec(rest) ?? [];
  return reason === void 0 ? void 0 : { ...at, kind: "bail-out", reason };
}
function readComment(rest) {
  const [, name] = /^# Subtest:\s*(.*)$/.exec(rest) ?? [];
  if (name !== void 0) return { kind: "subtest", name: name.trim() };
  return { kind: /^# Totals: pass:\d/.test(rest) ? "totals" : "diagnostic" };
}
function readResult(indent, marked, result) {
  const [, not, number, text = ""] = result;
  const ok = not === void 0;
  const directive = text.includes("#") ? DIRECTIVE.exec(text) : null;
  const remark = directive === null && text.includes("#") ? REMARK.exec(text) : null;
  const end = directive?.index ?? remark?.index ?? text.length;
  return {
    indent,
    marked,
    kind: "result",
    number: number === void 0 ? void 0 : Number(number),
    name: text.slice(0, end).trim().replaceAll("\\#", "#"),
    state: stateOf(ok, directive?.[1]?.toUpperCase()),
    reason: (directive?.[2] ?? remark?.[1] ?? "").trim()
  };
}
function stateOf(ok, directive) {
  if (directive === "SKIP") return "skipped";
  if (directive === "XFAIL" || directive === "TODO" && !ok) return "todo";
  return ok ? "passed" : "failed";
}
function columns(prefix) {
  let sum = 0;
  for (const character of prefix) sum += character === "	" ? TAB : 1;
  return sum;
}

// src/ktap/prefix.ts
var KNOWN = [
  // printk: level, time, caller (CONFIG_PRINTK_TIME, CONFIG_PRINTK_CALLER); dmesg -T; dmesg -x.
  /<\d{1,3}>/,
  /\[ *\d+\.\d{2,9}\](?:\[ *[TC]\d+\])? ?/,
  /\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}\] /,
  /[a-z]+ *:[a-z]+ *: /,
  // GitHub, GitLab, LAVA, kunit.py: a date and a time, or a time alone.
  /\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?: ?(?:Z|[+-]\d\d:?\d\d))?\]?:? /,
  /\[?\d\d:\d\d:\d\d(?:\.\d+)?\]? /,
  // syslog and the journal; systemd with StandardOutput=journal+console.
  /[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S{1,64} (?:[\w./-]{1,64}(?:\[\d+\])?: )?/,
  /[\w./-]{1,64}\[\d+\]: /,
  // tdx-boot, docker compose.
  / {0,20}[\w.-]{1,40} +\| /
];
var ANY = new RegExp(`^(?:${KNOWN.map(({ source }) => source).join("|")})`);
var MOST = 4;
var LONGEST_LEARNT = 100;
var VERSION_AT_END = /^(.+[\]:|>] )K?TAP version \d+\s*$/;
var Prefixes = class {
  /** A prefix that only the version line has shown, with its digits folded. */
  #learnt;
  /** The line without what was written before it by others. */
  strip(text) {
    const rest = withoutKnown(text);
    const learnt = this.#learnt;
    if (learnt === void 0) return rest;
    return shapeOf(rest.slice(0, learnt.length)) === learnt ? rest.slice(learnt.length) : rest;
  }
  /** Learns the prefix of a version line, as `kunit.py` does: all lines of the report have one of its shape. */
  learn(text) {
    const prefix = VERSION_AT_END.exec(withoutKnown(text))?.[1];
    if (prefix !== void 0 && prefix.length <= LONGEST_LEARNT) this.#learnt = shapeOf(prefix);
  }
};
function withoutKnown(text) {
  let rest = text;
  for (let round = 0; round < MOST; round++) {
    const found = ANY.exec(rest)?.[0] ?? "";
    if (found === "") break;
    rest = rest.slice(found.length);
  }
  return rest;
}
function shapeOf(prefix) {
  return prefix.replace(/\d/g, "0");
}

// src/ktap/parser.ts
var MOST_LEVELS = 32;
var MOST_REPORTS = 100;
var MOST_PROBLEMS = 100;
var MOST_TESTS = 2e4;
var LONGEST2 = 1e3;
var ReportParser = class {
  #stream;
  #allowed;
  #prefixes = new Prefixes();
  #diagnostics = new Diagnostics();
  #reports = [];
  #report;
  /** The levels of the open report, the deepest last. */
  #levels = [];
  /** A plan before any report: the first result makes a report of it. */
  #plan;
  #kept = 0;
  constructor(stream, allowed = () => void 0) {
    this.#stream = stream;
    this.#allowed = allowed;
  }
  /** The reports that are over: all of them after {@link end}. */
  get reports() {
    return this.#reports;
  }
  /** A report has begun, and more of it has to come. */
  get open() {
    const [root] = this.#levels;
    if (root === void 0 || this.#report === void 0 || root.over) return false;
    if (this.#levels.length > 1) return true;
    if (root.plan !== void 0) return !root.complete;
    return root.results === 0 || this.#report.format.startsWith("TAP version") && !this.#report.nested;
  }
  /** How far the open report has come: `3 of 10 results, within "suite"`. */
  get progress() {
    const [root, ...deeper] = this.#levels;
    const within = deeper.flatMap(({ name }) => name === void 0 ? [] : [`"${name}"`]);
    return `${root?.progress ?? ""}${within.length === 0 ? "" : `, within ${within.join(" / ")}`}`;
  }
  /** The next line is wanted, whatever it says: it may explain a failure. */
  get listens() {
    if (this.#report === void 0) return false;
    const { numbered, format } = this.#report;
    return this.#diagnostics.listens || numbered === void 0 && format.startsWith("TAP version");
  }
  /** Takes the next line. @returns the test that has failed with it */
  take(line, place) {
    if (VERSION2.test(line)) this.#prefixes.learn(line);
    const text = this.#prefixes.strip(line);
    const read = readLine(text);
    if (this.#report === void 0) this.#begin(read, place);
    if (this.#report === void 0 || this.#diagnostics.takes(read, line, text) || read === void 0)
      return void 0;
    if (read.kind === "result") return this.#takeResult(read, text, place);
    if (read.kind === "version") this.#takeVersion(read, place);
    else if (read.kind === "plan") this.#takePlan(read, place);
    else if (read.kind === "subtest") this.#takeSubtest(read, place);
    else if (read.kind === "bail-out") this.#takeBailOut(read, place);
    else if (read.kind === "totals") this.#takeTotals(read);
    return void 0;
  }
  /**
   * Takes a line that has a `#` in it and none of the words of another line of a report: at most a diagnostic.
   * @param line gives the text, which is asked for only where a test has failed
   */
  remark(line) {
    if (this.#report !== void 0) this.#diagnostics.remark(line);
  }
  /** Nothing more comes: what is open has ended early. */
  end(place) {
    if (this.#report === void 0) return;
    if (this.open) {
      const text = `the test report on ${this.#stream} ends early, after ${this.progress}`;
      this.#note("truncated", text, place.line);
    }
    const [root] = this.#levels;
    while (this.#levels.length > 1) this.#leave(place);
    const { format, line, counts, omitted, problems } = this.#report;
    if (root !== void 0 && this.#reports.length < MOST_REPORTS) {
      const plan = root.plan === void 0 ? {} : { plan: root.plan };
      this.#reports.push({
        ...{ stream: this.#stream, line, format, ...plan, counts, tests: root.tests, omitted, problems }
      });
    }
    this.#report = void 0;
    this.#levels = [];
  }
  // ---- lines ----------------------------------------------------------------------------------------------------
  /** A report begins with its version, or without one with its first result. */
  #begin(read, place) {
    if (read === void 0 || read.marked) return;
    if (read.kind === "version") this.#open(read.format, read.indent, place);
    else if (read.kind === "plan") this.#plan = read.count > 0 ? { count: read.count, place } : void 0;
    else if (read.kind === "result" && read.indent === 0 && read.number !== void 0) {
      const plan = this.#plan;
      if (plan === void 0 && read.number !== 1) return;
      this.#open("TAP", 0, plan?.place ?? place).plan = plan?.count;
    }
  }
  #takeVersion({ format, indent }, place) {
    const [root] = this.#levels;
    if (root !== void 0 && root.line === place.line) return;
    if (root !== void 0 && indent > root.indent) {
      this.#closeFrom(indent, place);
      this.#enter(indent, place);
    } else {
      this.end(place);
      this.#open(format, indent, place);
    }
  }
  #takePlan({ indent, count, skip }, place) {
    let level = this.#levelAt(indent);
    if (level !== void 0 && level.plan !== void 0 && level === this.#levels[0] && !this.open) {
      this.end(place);
      this.#plan = { count, place };
      return;
    }
    if (level === void 0) {
      if (indent < (this.#levels.at(-1)?.indent ?? 0)) return;
      level = this.#enter(indent, place);
    } else if (level.plan !== void 0 && level.nextName !== void 0 && level !== this.#levels[0]) {
      const name = level.nextName;
      this.#closeFrom(indent, place);
      level = this.#enter(indent, place, name);
    } else {
      this.#closeFrom(indent + 1, place);
    }
    if (level !== void 0) this.#note("plan", level.takePlan(count, skip, this.#who(level)), place.line);
  }
  #takeSubtest({ indent, name }, place) {
    const level = this.#levelAt(indent);
    if (level === void 0) {
      this.#closeFrom(indent, place);
      this.#enter(indent, place, shown(name));
    } else if (level === this.#levels[0] || level.name !== void 0 || level.results > 0) {
      level.nextName = shown(name);
    } else {
      level.name = shown(name);
    }
  }
  #takeResult(read, text, place) {
    const [root] = this.#levels;
    if (root === void 0 || !this.#accepts(read, root)) return void 0;
    if (read.number === 1 && read.indent === root.indent && root.results > 0 && !this.open) {
      this.end(place);
      this.#open("TAP", read.indent, place);
    } else if (read.indent < root.indent) {
      this.#levels.unshift(new Level(read.indent, root.line));
    }
    const under = this.#closeFrom(read.indent + 1, place, read.state);
    const level = this.#levelAt(read.indent) ?? this.#enter(read.indent, place);
    if (level === void 0 || this.#report === void 0) return void 0;
    this.#report.numbered ??= read.number !== void 0;
    this.#note("plan", level.takeNumber(read.number, this.#who(level)), place.line);
    const test = this.#testOf(read, under?.tests ?? [], text, place);
    if (under === void 0 || under.results === 0 && under.tests.length === 0) this.#count(read.state);
    this.#keep(level, test);
    return isOwnFailure(test) ? test : void 0;
  }
  #takeBailOut({ reason }, place) {
    const said = reason === "" ? "" : `: ${shown(reason)}`;
    this.#note("bail-out", `the tests on ${this.#stream} bailed out${said}`, place.line);
    for (const level of this.#levels) level.over = true;
  }
  /** kselftest prints its totals when a test program is over (kselftest.h), also where it had no plan. */
  #takeTotals({ indent }) {
    const level = this.#levelAt(indent);
    if (level !== void 0 && level.plan === void 0) level.over = true;
  }
  /**
   * A result is one of an open level, or the first of a deeper one. Other lines that look like results are text: of a
   * test that prints its own comments, or of a kernel that says "ok".
   */
  #accepts({ indent, number, marked }, root) {
    if (number === void 0 && this.#report?.numbered === true) return false;
    if (this.#levelAt(indent) !== void 0) return true;
    return !marked && (number === 1 || indent < root.indent);
  }
  // ---- the tree -------------------------------------------------------------------------------------------------
  #open(format, indent, { line }) {
    this.#plan = void 0;
    this.#diagnostics.clear();
    const counts = { passed: 0, failed: 0, skipped: 0, todo: 0 };
    const numbered = format.startsWith("KTAP") ? true : void 0;
    this.#report = { line, format, counts, numbered, nested: false, omitted: 0, problems: [] };
    const level = new Level(indent, line);
    this.#levels = [level];
    return level;
  }
  #levelAt(indent) {
    return this.#levels.find((level) => level.indent === indent);
  }
  /** Opens a level below the deepest one. */
  #enter(indent, { line }, name) {
    const parent = this.#levels.at(-1);
    if (parent === void 0 || this.#report === void 0 || this.#levels.length >= MOST_LEVELS)
      return void 0;
    const level = new Level(indent, line, name ?? parent.nextName);
    if (name === void 0) parent.nextName = void 0;
    this.#report.nested = true;
    this.#levels.push(level);
    return level;
  }
  /**
   * Closes the levels from this indent on.
   * @param result the state of the test whose subtests the last of them holds; absent: no result follows
   * @returns the level that holds the subtests of that result
   */
  #closeFrom(indent, place, result) {
    for (; ; ) {
      const [parent, level] = this.#levels.slice(-2);
      if (parent === void 0 || level === void 0 || level.indent < indent) return void 0;
      if (result === void 0 || result === "passed") {
        this.#note("plan", level.problemAtEnd(this.#who(level)), place.line);
      }
      if (result !== void 0 && parent.indent < indent) {
        this.#levels.pop();
        return level;
      }
      this.#leave(place);
    }
  }
  /** Closes the deepest level: its test never ended. */
  #leave(place) {
    const level = this.#levels.pop();
    const parent = this.#levels.at(-1);
    if (level === void 0 || parent === void 0) return;
    const { name = "", tests, line } = level;
    const test = { name, state: "unfinished", line, time: place.time, diagnostics: [], tests };
    if (tests.length > 0 || name !== "") parent.tests.push(test);
  }
  #testOf(read, tests, text, place) {
    const failed = read.state === "failed";
    const allowed = failed ? tests.some(hasFailed) ? allowedBy(tests) : this.#allowed(text) : void 0;
    const diagnostics = this.#diagnostics.result(failed, (line2) => this.#prefixes.strip(line2));
    const { line, time } = place;
    const test = { name: shown(read.name), state: read.state, line, time, diagnostics, tests };
    if (read.number !== void 0) test.number = read.number;
    if (read.reason !== "") test.reason = shown(read.reason);
    if (allowed !== void 0) test.allowed = allowed;
    return test;
  }
  #keep(level, test) {
    const most = test.state === "failed" ? 2 * MOST_TESTS : MOST_TESTS;
    if (this.#kept < most || test.tests.length > 0) level.tests.push(test);
    else if (this.#report !== void 0) this.#report.omitted++;
    this.#kept++;
  }
  #count(state) {
    if (this.#report !== void 0) this.#report.counts[state]++;
  }
  /** A level in a sentence. */
  #who(level) {
    const names = this.#levels.slice(1, this.#levels.indexOf(level) + 1).map(({ name = "?" }) => name);
    const where = `the test report on ${this.#stream}`;
    return names.length === 0 ? where : `"${names.join(" / ")}" of ${where}`;
  }
  #note(kind, text, line) {
    if (text === void 0 || this.#report === void 0) return;
    const allowed = this.#allowed(text);
    const { problems } = this.#report;
    if (problems.length >= MOST_PROBLEMS) return;
    problems.push(allowed === void 0 ? { kind, text, line } : { kind, text, line, allowed });
  }
};
var VERSION2 = /K?TAP version \d/;
function isOwnFailure({ state, tests }) {
  return state === "failed" && !tests.some(hasFailed);
}
function hasFailed({ state, tests }) {
  return state === "failed" || tests.some(hasFailed);
}
function allowedBy(tests) {
  const reasons = tests.filter(hasFailed).map((test) => test.state === "failed" ? test.allowed : allowedBy(test.tests));
  return reasons.includes(void 0) ? void 0 : reasons[0];
}
function shown(text) {
  return wholeOrNothing(text, LONGEST2);
}

export {
  ReportParser,
  isOwnFailure
};
