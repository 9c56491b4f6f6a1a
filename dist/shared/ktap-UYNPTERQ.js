import {
  casesOf
} from "./chunk-J3SZTWIJ.js";
import "./chunk-HELCCKQW.js";
import "./chunk-KOEPRBXI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-SXQGVEJP.js";
import "./chunk-KHPEMR2K.js";
import "./chunk-JCCCLOPX.js";
import {
  forLine
} from "./chunk-ATIFMRE6.js";
import "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";

// src/report/ktap.ts
var STATES = { passed: "ok", failed: "not ok", errored: "not ok", skipped: "ok" };
function toKtap(runs, unrecorded = []) {
  const parts = runs.map(({ result, directory }, index) => ({
    lines: subtests(result.scenario, casesOf(result, directory)),
    last: `${STATES[result.verdict]} ${index + 1} ${named(result.scenario)}`,
    verdict: result.verdict
  }));
  const others = unrecorded.map(({ name, verdict }, index) => {
    const number = runs.length + index + 1;
    return verdict === "not-run" ? `ok ${number} ${named(name)} # SKIP not run` : `not ok ${number} ${named(name)}`;
  });
  const skipped = unrecorded.filter(({ verdict }) => verdict === "not-run").length;
  const passed = parts.filter(({ verdict }) => verdict === "passed").length;
  const failed = runs.length + others.length - passed - skipped;
  return [
    "KTAP version 1",
    `1..${runs.length + others.length}`,
    ...parts.flatMap(({ lines, last }) => [...lines.map((line) => `    ${line}`), last]),
    ...others,
    `# Totals: pass:${passed} fail:${failed} xfail:0 xpass:0 skip:${skipped} error:0`,
    ""
  ].join("\n");
}
function subtests(name, cases) {
  return [
    "KTAP version 1",
    `# Subtest: ${named(name)}`,
    `1..${cases.length}`,
    ...cases.flatMap(({ group, name: name2, state, message, details = [] }, index) => {
      const skip = state === "skipped" ? ` # SKIP ${named(message ?? "")}` : "";
      const why = state === "failed" || state === "errored" ? [`${state}: ${message}`, ...details] : [];
      const line = `${STATES[state]} ${index + 1} ${named(`${group}: ${name2}`)}${skip}`;
      return [...why.map((text) => `# ${forLine(text)}`), line];
    })
  ];
}
function named(text) {
  return forLine(text).replaceAll("#", "\\#");
}
export {
  toKtap
};
