import {
  casesOf,
  unrecordedCase
} from "./chunk-J3SZTWIJ.js";
import "./chunk-HELCCKQW.js";
import "./chunk-KOEPRBXI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-SXQGVEJP.js";
import "./chunk-KHPEMR2K.js";
import "./chunk-JCCCLOPX.js";
import {
  forXml
} from "./chunk-ATIFMRE6.js";
import "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";

// src/report/junit.ts
function toJUnit(runs, unrecorded = []) {
  const suites = runs.map((run) => ({ run, cases: casesOf(run.result, run.directory) }));
  const others = unrecorded.map((one) => ({ one, cases: [unrecordedCase(one)] }));
  const all = [...suites, ...others].flatMap(({ cases }) => cases);
  const time = runs.reduce((sum, { result }) => sum + result.time, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: "tdx-boot", ...counts(all), time: seconds(time) })}>`,
    ...suites.flatMap(({ run, cases }) => suite(run, cases)),
    ...others.flatMap(({ one: { name, verdict }, cases }) => [
      `  <testsuite${attributes({ name, ...counts(cases), time: seconds(0) })}>`,
      `    <properties><property${attributes({ name: "verdict", value: verdict })}/></properties>`,
      ...cases.flatMap((one) => testCase(name, one, [])),
      "  </testsuite>"
    ]),
    "</testsuites>",
    ""
  ].join("\n");
}
function suite({ result, earlier = [] }, cases) {
  const { scenario, origin, time } = result;
  const named = { name: scenario, ...counts(cases), time: seconds(time) };
  const when = origin === null ? {} : { timestamp: origin.start.replace(/\.\d+Z$/, "Z") };
  const properties = Object.entries(propertiesOf(result)).map(
    ([name, value]) => `      <property${attributes({ name, value })}/>`
  );
  return [
    `  <testsuite${attributes({ ...named, ...when })}>`,
    "    <properties>",
    ...properties,
    "    </properties>",
    ...cases.flatMap((one) => testCase(scenario, one, one.group === "boot" ? earlier : [])),
    "  </testsuite>"
  ];
}
function testCase(scenario, { group, name, state, time, message = "", details = [] }, earlier) {
  const classname = `${scenario.replaceAll(".", "\xB7")}.${group}`;
  const open = `    <testcase${attributes({ classname, name, time: seconds(time ?? 0) })}`;
  const inside = [
    ...state === "passed" ? [] : [outcome(state, message, details)],
    ...earlier.map((result) => attempt(state === "passed" ? "flakyFailure" : "rerunFailure", result))
  ];
  return inside.length === 0 ? [`${open}/>`] : [`${open}>`, ...inside, "    </testcase>"];
}
function outcome(state, message, details) {
  if (state === "skipped") return `      <skipped${attributes({ message })}/>`;
  const tag = state === "failed" ? "failure" : "error";
  return `      <${tag}${attributes({ message, type: state })}>${forXml(details.join("\n"))}</${tag}>`;
}
function attempt(tag, { verdict, reason }) {
  return `      <${tag}${attributes({ message: reason, type: verdict })}/>`;
}
function propertiesOf({
  platform,
  verdict,
  phase,
  booted,
  origin,
  captures
}) {
  const facts = {
    platform,
    verdict,
    phase,
    vmm: booted === null ? null : [booted.vmm.name, booted.vmm.version].filter((part) => part !== null).join(" "),
    mrtd: booted?.mrtd,
    "tdx-boot": origin?.tdxBoot,
    commit: origin?.job?.commit
  };
  const captured = Object.entries(captures).map(([name, value]) => [`capture.${name}`, value]);
  const known = Object.entries(facts).filter(([, value]) => typeof value === "string");
  return Object.fromEntries([...known, ...captured]);
}
function counts(cases) {
  const count = (state) => String(cases.filter((one) => one.state === state).length);
  return {
    tests: String(cases.length),
    failures: count("failed"),
    errors: count("errored"),
    skipped: count("skipped")
  };
}
function attributes(values) {
  return Object.entries(values).map(([name, value]) => ` ${name}="${forXml(value.replaceAll("\n", " "))}"`).join("");
}
function seconds(ms) {
  return (ms / 1e3).toFixed(3);
}
export {
  toJUnit
};
