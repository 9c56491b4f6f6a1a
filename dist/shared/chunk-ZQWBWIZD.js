import {
  code,
  joined,
  list,
  marked,
  table
} from "./chunk-V67K3L6B.js";
import {
  TICK_MS
} from "./chunk-CCHCACHL.js";
import {
  errorFunction,
  median,
  sampleWithReplacement,
  wilcoxonRankSum
} from "./chunk-CTEL45AH.js";
import {
  SOURCES
} from "./chunk-O2SLEJNV.js";
import {
  formatDuration
} from "./chunk-SXQGVEJP.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  number,
  strictObject,
  string,
  tuple
} from "./chunk-WHSYAQ2C.js";
import {
  REGISTERS
} from "./chunk-DTP6JIFW.js";
import {
  PHASES,
  PLATFORMS
} from "./chunk-FZIILW4F.js";
import {
  shortHex
} from "./chunk-TOLEDQXP.js";

// src/report/comparison.ts
var LISTED = 20;
var VERDICT_WORDS = {
  same: "as before",
  broken: "broken",
  fixed: "fixed",
  "still-failing": "fails as before",
  "not-known": "not known: the host spoilt every run of one side"
};
var TIME_WORDS = {
  slower: "slower",
  faster: "faster",
  "none-seen": "no difference can be seen",
  "too-few-runs": "too few runs"
};
var TIME_HEAD = ["time", "before", "after", "change", "95 % interval", "runs", ""];
function timeCells({ what, before, after, change, interval, runs, verdict }) {
  return [
    what,
    formatDuration(before),
    formatDuration(after),
    percent(change),
    interval === void 0 ? "" : `${percent(interval[0])} to ${percent(interval[1])}`,
    `${runs[0]}, ${runs[1]}`,
    TIME_WORDS[verdict]
  ];
}
function scenarioTitle({ scenario, formerly, platform }) {
  return `${scenario} (${platform})${formerly === null ? "" : `, compared with ${formerly}`}`;
}
function describeChanges(compared) {
  const { before, after, verdict, sources, findings, tests, registers } = compared;
  return [
    `verdict ${VERDICT_WORDS[verdict]}: ${describeSide(before)}; now ${describeSide(after)}`,
    ...after.cause === null || verdict === "same" ? [] : [`now: ${describeCause(after.cause)}`],
    ...before.cause === null || verdict === "same" ? [] : [`before: ${describeCause(before.cause)}`],
    ...sources.length === 0 ? [] : [`booted otherwise: ${sources.join(", ")}`],
    ...listed(tests.failing.map((name) => `test fails now: ${name}`)),
    ...listed(tests.fixed.map((name) => `test fails no more: ${name}`)),
    ...tests.passedAfter < tests.passedBefore ? [`fewer tests pass: ${tests.passedBefore}, now ${tests.passedAfter}`] : [],
    ...registers.map(describeRegister),
    ...listed(findings.fresh.map((finding) => `new finding: ${describeFinding(finding, after)}`)),
    ...listed(findings.gone.map((finding) => `finding gone: ${describeFinding(finding, before)}`))
  ];
}
function describeTimes({ times, otherHost }, { runsNeeded: runsNeeded2 }) {
  if (otherHost) return ["times are not compared: the runs before were on other CPUs"];
  if (times.length === 0) return ["times are not compared: a side has no run that passed"];
  if (times.every(({ verdict }) => verdict !== "too-few-runs")) return [];
  return [
    `too few runs to see a difference of times: it takes ${runsNeeded2} on each side (compare --runs ${runsNeeded2})`
  ];
}
function describeWhole({ verdict, scenarios, margin }) {
  const counts = scenarios.flatMap(
    ({ scenario, regressions }) => regressions.length === 0 ? [] : [`${scenario} (${regressions.join(", ")})`]
  );
  if (verdict === "failed") return `failed: worse than before: ${counts.join("; ")}`;
  if (verdict === "errored")
    return "errored: the host spoilt every run of a scenario, so that nothing is known of it";
  return `passed: nothing is worse than before, with a margin of ${percent(margin).replace("+", "")}`;
}
function describeAlone({ gone, fresh }) {
  return [
    ...listed(gone.map((name) => `only before: ${name}`)),
    ...listed(fresh.map((name) => `only now: ${name}`))
  ];
}
function comparisonMarkdown(comparison) {
  return joined([
    `<h3>${marked(comparison.verdict, code(describeWhole(comparison)))}</h3>`,
    ...comparison.scenarios.flatMap((each) => [
      `<h4>${code(scenarioTitle(each))}</h4>`,
      list([...describeChanges(each), ...describeTimes(each, comparison)].map(code)),
      ...table(
        TIME_HEAD,
        each.times.map((row) => timeCells(row).map((cell) => cell === "" ? "" : code(cell)))
      )
    ]),
    ...[describeAlone(comparison)].filter(({ length }) => length > 0).map((lines) => list(lines.map(code)))
  ]);
}
function describeSide({ runs, passed, failed, errored }) {
  const counts = Object.entries({ passed, failed, errored }).filter(([, count2]) => count2 > 0);
  return counts.map(([name, count2]) => `${count2} of ${runs} ${name}`).join(", ");
}
function describeCause({ id, title, phase }) {
  return `stopped in ${phase}: ${title} [${id}]`;
}
function describeFinding({ id, title, runs }, side) {
  return `${title} [${id}], in ${runs} of ${side.runs} runs`;
}
function describeRegister({ register, before, after, changed, state }) {
  const why = {
    explained: `as did ${changed.join(", ")}`,
    unexplained: "although nothing that it measures changed",
    "not-known": "and not all of what was booted is known"
  }[state];
  const values = (all) => all.slice(0, 3).map(shortHex).join(" or ");
  return `${register} changed, ${why}: ${values(before)}, now ${values(after)}`;
}
function listed(lines) {
  const rest = lines.length - LISTED;
  return rest > 0 ? [...lines.slice(0, LISTED), `and ${rest} more`] : [...lines];
}
function percent(share2) {
  if (share2 === null) return "new";
  const value = Math.abs(share2 * 100);
  const digits = value < 10 && Math.round(value * 10) % 10 !== 0 ? value.toFixed(1) : String(Math.round(value));
  return `${share2 < 0 && digits !== "0" ? "\u2212" : "+"}${digits} %`;
}

// src/words/fold.ts
var ADDRESS = /\b0x[0-9a-f]+\b|\b[0-9a-f]{8,}\b/gi;
function foldNumbers(text) {
  return text.replace(ADDRESS, "0").replace(/\d+/g, "0");
}

// src/suite/statistics.ts
var CHANGES = ["slower", "faster", "none-seen", "too-few-runs"];
var FEWEST_RUNS = 5;
var SIGNIFICANT = 1 / 20;
var RESAMPLES = 500;
function compareTimes(before, after, { margin, comparisons = 1, least = 0 }) {
  const [old, young] = [[...before], [...after]];
  const medians = { before: median(old), after: median(young) };
  const change = ratio(medians.after, medians.before);
  if (!isEnough(old.length, young.length, comparisons))
    return { ...medians, change, verdict: "too-few-runs" };
  const random = seeded();
  const changes = Array.from(
    { length: RESAMPLES },
    () => ratio(
      median(sampleWithReplacement(young, young.length, random)),
      median(sampleWithReplacement(old, old.length, random))
    )
  ).sort(ascending);
  const quantile = (share2) => changes[Math.round(share2 * (RESAMPLES - 1))] ?? change;
  const interval = [quantile(0.025), quantile(0.975)];
  const p = rankTest(old, young);
  const seen = p < SIGNIFICANT / comparisons && (interval[0] > 0 || interval[1] < 0);
  const small = Math.abs(change) < margin || Math.abs(medians.after - medians.before) <= least;
  const verdict = !seen || small ? "none-seen" : change > 0 ? "slower" : "faster";
  return { ...medians, change, interval, p, verdict };
}
function runsNeeded(comparisons = 1) {
  let runs = FEWEST_RUNS;
  while (!isEnough(runs, runs, comparisons)) runs++;
  return runs;
}
function isEnough(before, after, comparisons) {
  return Math.min(before, after) >= FEWEST_RUNS && leastP(before, after) < SIGNIFICANT / comparisons;
}
function leastP(before, after) {
  const run = (_, index) => index;
  return rankTest(
    Array.from({ length: before }, run),
    Array.from({ length: after }, run).map((value) => value + before)
  );
}
function rankTest(a, b) {
  const [n, m] = [a.length, b.length];
  const distance = Math.abs(wilcoxonRankSum([...a], [...b]) - n * (n + m + 1) / 2);
  const z = Math.max(0, distance - 0.5) / Math.sqrt(n * m * (n + m + 1) / 12);
  return Math.min(1, 1 - errorFunction(z / Math.SQRT2));
}
function ratio(after, before) {
  if (before === 0) return after === 0 ? 0 : Number.POSITIVE_INFINITY;
  return after / before - 1;
}
function ascending(a, b) {
  return a === b ? 0 : a - b;
}
function seeded() {
  let state = 131641351;
  return () => {
    state = state + 1831565813 | 0;
    let mixed = Math.imul(state ^ state >>> 15, 1 | state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
  };
}

// src/suite/compare-times.ts
function compareDurations(pairs, margin) {
  const all = pairs.map(comparable);
  const samples = all.map(({ pair }) => samplesOf(pair));
  const comparisons = samples.flat().length;
  return {
    comparisons,
    pairs: samples.map((rows, index) => ({
      rows: rows.map(({ what, before, after }) => ({
        what,
        runs: [before.length, after.length],
        ...finite(compareTimes(before, after, { margin, comparisons, least: TICK_MS }))
      })),
      otherHost: all[index]?.otherHost === true
    }))
  };
}
function finite({ change, interval, ...rest }) {
  const share2 = (value) => Number.isFinite(value) ? value : null;
  const [low, high] = interval ?? [];
  return {
    ...rest,
    change: share2(change),
    ...low === void 0 || high === void 0 ? {} : { interval: [share2(low), share2(high)] }
  };
}
function comparable({ before, after }) {
  const [old, young] = [before.filter(isPassed), after.filter(isPassed)];
  const hosts = (runs) => new Set(runs.map(hostOf));
  const shared = new Set([...hosts(old)].filter((host) => hosts(young).has(host)));
  const onShared = (run) => shared.has(hostOf(run));
  return {
    pair: { before: old.filter(onShared), after: young.filter(onShared) },
    otherHost: old.length > 0 && young.length > 0 && shared.size === 0
  };
}
function isPassed({ verdict }) {
  return verdict === "passed";
}
function hostOf({ host }) {
  return host?.cpu ?? "";
}
function samplesOf({ before, after }) {
  const rows = [
    { what: "whole boot", before: before.map(({ time }) => time), after: after.map(({ time }) => time) },
    ...PHASES.map((phase) => ({
      what: phase,
      before: durationsOf(before, phase),
      after: durationsOf(after, phase)
    }))
  ];
  return rows.filter((row) => row.before.length > 0 && row.after.length > 0);
}
function durationsOf(runs, phase) {
  return runs.flatMap(({ phases }) => phases.find((each) => each.phase === phase)?.duration ?? []);
}

// src/suite/comparison.ts
var REGRESSIONS = ["verdict", "tests", "measurements", "time"];
var count = int().nonnegative();
var texts = array(string()).readonly();
var share = number().nullable();
var sideSchema = strictObject({
  runs: count,
  passed: count,
  failed: count,
  errored: count,
  cause: strictObject({ id: string(), title: string(), phase: _enum(PHASES) }).nullable().describe("Why the last run stopped; null: it passed")
}).describe("How many runs of a scenario ended how");
var findingSchema = strictObject({
  id: string(),
  title: string(),
  runs: count.describe("In how many runs of its side")
});
var registerSchema = strictObject({
  register: _enum(REGISTERS),
  before: texts,
  after: texts.describe("One at least was not seen before"),
  changed: array(_enum(SOURCES)).readonly().describe("What the register measures and has changed, too"),
  state: _enum(["explained", "unexplained", "not-known"]).describe("unexplained: all that it measures is known, and nothing of that changed")
});
var timeSchema = strictObject({
  what: _enum(["whole boot", ...PHASES]),
  runs: tuple([count, count]).readonly().describe("How many times were compared, before and after"),
  before: number().describe("Median, in milliseconds"),
  after: number().describe("Median, in milliseconds"),
  change: share.describe("Of the medians: 0.1 is ten per cent longer; null: it took no time before"),
  interval: tuple([share, share]).readonly().optional().describe("Where the true change lies with 95 % confidence, by the bootstrap; absent: too few runs"),
  p: number().optional().describe("How likely so large a difference of the ranks is by chance; absent: too few runs"),
  verdict: _enum(CHANGES)
});
var scenarioSchema = strictObject({
  scenario: string(),
  formerly: string().nullable().describe("The name before, where two scenarios of different names are compared"),
  platform: _enum(PLATFORMS),
  before: sideSchema,
  after: sideSchema,
  verdict: _enum(["same", "broken", "fixed", "still-failing", "not-known"]).describe(
    "broken: the last judged run before did not fail, and one after does; not-known: the host spoilt every run of one side"
  ),
  sources: array(_enum(SOURCES)).readonly().describe("What was booted that differs"),
  findings: strictObject({
    fresh: array(findingSchema).readonly(),
    gone: array(findingSchema).readonly()
  }),
  tests: strictObject({
    failing: texts.describe("Failed in no run before"),
    fixed: texts,
    passedBefore: count.describe("The most that passed in one run"),
    passedAfter: count
  }).describe("Of the KTAP and TAP reports"),
  registers: array(registerSchema).readonly().describe("Those with a new value"),
  times: array(timeSchema).readonly().describe("Of runs that passed on hosts with the same CPU"),
  otherHost: boolean().describe("Times are missing because no run before was on a host with this CPU"),
  regressions: array(_enum(REGRESSIONS)).readonly().describe("What is worse")
});
var comparisonSchema = strictObject({
  version: literal(1),
  margin: number().describe("How much longer a boot may take: 0.05 is five per cent"),
  runsNeeded: count.describe("Runs on each side without which no difference of times can be seen"),
  verdict: _enum(["passed", "failed", "errored"]).describe("failed: something is worse; errored: of a scenario the host spoilt every run of one side"),
  scenarios: array(scenarioSchema).readonly(),
  gone: texts.describe("Scenarios that have runs before only"),
  fresh: texts.describe("Scenarios that have runs after only")
}).describe("What tdx-boot compare --format json says of two sets of runs");

// src/suite/compare.ts
function compareRuns(before, after, { margin }) {
  const young = byScenario(after);
  const old = byScenario(before);
  for (const [key, runs] of old) old.set(key, withoutThose(runs, young.get(key) ?? []));
  const pairs = pairsOf(old, young);
  const durations = compareDurations(pairs, margin);
  const scenarios = pairs.map((pair, index) => {
    const { rows = [], otherHost = false } = durations.pairs[index] ?? {};
    return compareScenario(pair, rows, otherHost);
  });
  const paired = new Set(pairs.flatMap((pair) => [...pair.before, ...pair.after]).map(keyOf));
  const alone = (runs) => [...runs.values()].flatMap(
    ([run]) => run === void 0 || paired.has(keyOf(run)) ? [] : [run.scenario]
  );
  return {
    version: 1,
    margin,
    runsNeeded: runsNeeded(durations.comparisons),
    verdict: verdictOf(scenarios),
    scenarios,
    gone: alone(old),
    fresh: alone(young)
  };
}
function verdictOf(scenarios) {
  if (scenarios.some(({ regressions }) => regressions.length > 0)) return "failed";
  const known = scenarios.length > 0 && scenarios.every(({ verdict }) => verdict !== "not-known");
  return known ? "passed" : "errored";
}
var keyOf = ({ scenario, platform }) => JSON.stringify([scenario, platform]);
var identity = ({ start, time }) => JSON.stringify([start, time]);
function withoutThose(runs, others) {
  const known = new Set(others.map(identity));
  const rest = runs.filter((run) => run.start === null || !known.has(identity(run)));
  return rest.length === 0 ? runs : rest;
}
function byScenario(runs) {
  const found = /* @__PURE__ */ new Map();
  for (const run of runs) found.set(keyOf(run), [...found.get(keyOf(run)) ?? [], run]);
  return found;
}
function pairsOf(old, young) {
  const [before, ...others] = old.values();
  const [after, ...more] = young.values();
  if (before !== void 0 && after !== void 0 && others.length + more.length === 0) {
    return [{ before, after }];
  }
  return [...young].flatMap(([key, runs]) => {
    const earlier = old.get(key);
    return earlier === void 0 ? [] : [{ before: earlier, after: runs }];
  });
}
function compareScenario(pair, times, otherHost) {
  const { before, after } = pair;
  const last = after.at(-1);
  const earlier = before.at(-1);
  if (last === void 0 || earlier === void 0) throw new Error("a scenario without runs is compared");
  const verdict = verdictChange(pair);
  const tests = testChange(pair);
  const registers = registerChanges(pair);
  const regressions = {
    verdict: verdict === "broken",
    tests: tests.failing.length > 0,
    measurements: registers.some(({ state }) => state === "unexplained"),
    time: times.some((row) => row.verdict === "slower")
  };
  return {
    scenario: last.scenario,
    formerly: earlier.scenario === last.scenario ? null : earlier.scenario,
    platform: last.platform,
    before: sideOf(before),
    after: sideOf(after),
    verdict,
    sources: SOURCES.filter((name) => earlier.sources[name] !== last.sources[name]),
    findings: findingChange(pair),
    tests,
    registers,
    times,
    otherHost,
    regressions: REGRESSIONS.filter((kind) => regressions[kind])
  };
}
function sideOf(runs) {
  const count2 = (wanted) => runs.filter(({ verdict }) => verdict === wanted).length;
  const [passed, failed, errored] = [count2("passed"), count2("failed"), count2("errored")];
  return { runs: runs.length, passed, failed, errored, cause: runs.at(-1)?.cause ?? null };
}
function judged(runs) {
  return runs.filter(({ verdict }) => verdict !== "errored");
}
function verdictChange({ before, after }) {
  const last = judged(before).at(-1);
  const now = judged(after);
  if (last === void 0 || now.length === 0) return "not-known";
  const fails = now.some(({ verdict }) => verdict === "failed");
  if (last.verdict === "failed") return fails ? "still-failing" : "fixed";
  return fails ? "broken" : "same";
}
function findingChange({ before, after }) {
  const [old, young] = [findingsOf(before), findingsOf(after)];
  const missing = (from, other) => [...from].flatMap(([key, finding]) => other.has(key) ? [] : [finding]);
  return { fresh: missing(young, old), gone: missing(old, young) };
}
function findingsOf(runs) {
  const found = /* @__PURE__ */ new Map();
  for (const run of judged(runs)) {
    const own = new Map(
      run.findings.map((finding) => [`${finding.id} ${foldNumbers(finding.title)}`, finding])
    );
    for (const [key, { id, title }] of own)
      found.set(key, { id, title, runs: (found.get(key)?.runs ?? 0) + 1 });
  }
  return found;
}
function testChange({ before, after }) {
  const failedIn = (runs) => new Set(judged(runs).flatMap(({ tests }) => tests.failed));
  const most = (runs) => Math.max(0, ...runs.map(({ tests }) => tests.passed));
  const [old, young] = [failedIn(before), failedIn(after)];
  return {
    failing: [...young].filter((name) => !old.has(name)),
    fixed: [...old].filter((name) => !young.has(name)),
    passedBefore: most(before),
    passedAfter: most(after)
  };
}
var MEASURED = {
  mrtd: ["firmware", "vmm"],
  rtmr0: ["firmware", "firmware-vars", "machine", "vmm"],
  rtmr1: ["firmware", "firmware-vars", "kernel", "disk", "machine", "vmm"],
  rtmr2: ["firmware", "kernel", "initrd", "cmdline", "disk", "machine", "vmm"],
  rtmr3: SOURCES
};
function registerChanges({ before, after }) {
  return REGISTERS.flatMap((register) => {
    const [old, young] = [valuesOf(before, register), valuesOf(after, register)];
    if (old.length === 0 || young.length === 0 || young.every((value) => old.includes(value))) return [];
    const changed = MEASURED[register].filter((source) => differs({ before, after }, source));
    const known = [...before, ...after].every(isKnown);
    const state = changed.length > 0 ? "explained" : known ? "unexplained" : "not-known";
    return [{ register, before: old, after: young, changed, state }];
  });
}
function valuesOf(runs, register) {
  return [...new Set(runs.flatMap(({ registers }) => registers[register] ?? []))];
}
function differs({ before, after }, source) {
  const old = new Set(before.map(({ sources }) => sources[source]));
  return after.some(({ sources }) => !old.has(sources[source]));
}
function isKnown({ sources }) {
  return sources.vmm !== void 0 && Object.values(sources).every((value) => value !== null);
}

export {
  TIME_HEAD,
  timeCells,
  scenarioTitle,
  describeChanges,
  describeTimes,
  describeWhole,
  describeAlone,
  comparisonMarkdown,
  compareRuns
};
