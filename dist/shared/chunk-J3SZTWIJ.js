import {
  isOwnFailure
} from "./chunk-HELCCKQW.js";
import {
  describeReproduction,
  describeStep
} from "./chunk-KOEPRBXI.js";
import {
  isTrustDomain
} from "./chunk-FZIILW4F.js";
import {
  shortHex
} from "./chunk-TOLEDQXP.js";

// src/report/test-cases.ts
function testCases(result) {
  const judge = stateOfFailure(result);
  return result.tests.flatMap((report) => [
    ...casesOf(report, judge),
    ...problemCases(report, judge),
    ...report.omitted === 0 ? [] : [rest(report)]
  ]);
}
function stateOfFailure({ findings, verdict }) {
  const judged = findings.some(({ kind, outcome }) => kind === "test" && outcome === "failed");
  return (allowed) => {
    if (allowed !== null) return { state: "skipped", message: `known failure: ${allowed}` };
    if (judged) return { state: "failed" };
    if (verdict === "errored") return { state: "errored" };
    return verdict === "failed" ? { state: "failed" } : { state: "skipped", message: "failed, and the scenario does not judge reports (ktap: ignore)" };
  };
}
function casesOf({ stream, tests }, judge) {
  const cases = [];
  let last = 0;
  const add = (test, above) => {
    const path = [...above, test.name === "" ? `test ${test.number ?? "?"}` : test.name];
    for (const inner of test.tests) add(inner, path);
    if (test.tests.length > 0 && test.state !== "unfinished" && !isOwnFailure(test)) return;
    const time = last === 0 ? 0 : Math.max(0, test.time - last);
    last = test.time;
    const place = `${stream}:${test.line}`;
    const outcome = outcomeOf(test, judge);
    const details = outcome.state === "passed" || outcome.state === "skipped" ? [] : [place, ...test.diagnostics];
    cases.push({ group: "tests", name: path.join(" / "), time, details, ...outcome });
  };
  for (const test of tests) add(test, []);
  return cases;
}
function outcomeOf({ state, reason, allowed }, judge) {
  switch (state) {
    case "passed":
      return { state };
    case "skipped":
      return { state, message: reason ?? "skipped by the guest" };
    case "todo":
      return { state: "skipped", message: `expected to fail${reason === null ? "" : `: ${reason}`}` };
    case "unfinished":
      return { message: "its result never came", ...judge(allowed) };
    case "failed":
      return { message: reason ?? "not ok", ...judge(allowed) };
  }
}
function problemCases({ stream, line, problems }, judge) {
  const name = `the report of ${stream}:${line} is whole`;
  return problems.map(({ text, line: at, allowed }) => ({
    ...{ group: "tests", name, message: text, details: [`${stream}:${at}`] },
    ...judge(allowed)
  }));
}
function rest({ stream, line, omitted }) {
  const name = `${omitted} more tests of the report of ${stream}:${line}`;
  return { group: "tests", name, state: "skipped", message: "too many to be listed" };
}

// src/report/cases.ts
function casesOf2(result, directory) {
  return [
    bootCase(result, directory),
    ...stepCases(result),
    ...testCases(result),
    ...findingCases(result),
    ...trustCases(result),
    ...measurementCases(result)
  ];
}
function unrecordedCase({ verdict, reason }) {
  const base = { group: "boot", name: BOOT_CASE };
  if (verdict === "not-run") return { ...base, state: "skipped", message: "not run" };
  return { ...base, state: verdict, message: reason, details: ["there is no recording of it"] };
}
var BOOT_CASE = "the boot passes";
function bootCase(result, directory) {
  const { verdict: state, time, reason, diagnosis, cause } = result;
  const base = { group: "boot", name: BOOT_CASE, time };
  if (state === "passed") return { ...base, state };
  const details = [
    ...diagnosis === null ? [] : [
      `stopped in ${diagnosis.phase}`,
      `cause (${diagnosis.certainty}): ${diagnosis.title} [${diagnosis.cause}]`,
      ...diagnosis.evidence.map(
        ({ stream, line, text }) => stream === null || line === null ? text : `${stream}:${line}: ${text}`
      ),
      ...diagnosis.advice === "" ? [] : [`next: ${diagnosis.advice}`]
    ],
    ...cause?.report ?? [],
    ...describeReproduction(directory).map(({ what, command }) => `${what}: ${command}`)
  ];
  return { ...base, state, message: reason, details };
}
function stepCases({ steps, verdict, reason }) {
  let last = 0;
  return steps.map((step) => {
    const name = `step ${step.number}: ${describeStep(step)}`;
    const base = { group: "steps", name, time: Math.max(0, (step.time ?? last) - last) };
    last = step.time ?? last;
    if (step.state === "met" || step.state === "sent") return { ...base, state: "passed" };
    if (step.state === "open") return { ...base, state: "skipped", message: "not run" };
    return {
      ...base,
      state: verdict === "errored" ? "errored" : "failed",
      message: reason,
      details: [step.where]
    };
  });
}
function findingCases({ findings, platform }) {
  const known = findings.filter(({ kind }) => kind === "signature" || kind === "forbidden");
  const decisive = known.filter(({ outcome }) => outcome !== null);
  const name = `no known failure on ${platform}`;
  const [first] = decisive;
  if (first?.outcome === null || first === void 0) return [{ group: "findings", name, state: "passed" }];
  const lines = decisive.map(
    ({ title, stream, line }) => line === null ? title : `${stream}:${line}: ${title}`
  );
  return [{ group: "findings", name, state: first.outcome, message: first.title, details: lines }];
}
function trustCases({ platform, td, cause, verdict }) {
  if (!isTrustDomain(platform)) return [];
  const base = { group: "trust domain", name: "the guest shows that it is a Trust Domain" };
  if (td !== "none") return [{ ...base, state: "passed" }];
  if (cause?.kind === "not-a-td" && verdict !== "passed")
    return [{ ...base, state: verdict, message: cause.title }];
  return [{ ...base, state: "skipped", message: "no line of a Trust Domain was seen" }];
}
function measurementCases({ measurements }) {
  return measurements.map(({ register, asserted, verdict, wanted, shown, explanation, where }) => {
    const base = {
      group: "measurements",
      name: `${register} is as ${asserted === "value" ? "given" : asserted}`
    };
    if (verdict === "equal") return { ...base, state: "passed" };
    if (verdict === "not-known") return { ...base, state: "skipped", message: "a log has no prediction" };
    const seen = shown === null ? "nothing" : shortHex(shown);
    const message = `${verdict}: the guest shows ${seen}, not ${wanted.map(shortHex).join(" or ")}`;
    return {
      ...base,
      state: "failed",
      message,
      details: [...explanation === null ? [] : [explanation], where]
    };
  });
}

export {
  casesOf2 as casesOf,
  unrecordedCase
};
