import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  checkFiles,
  examine,
  heldMemory,
  isReady,
  thisHost
} from "./chunk-QZPYPHIX.js";
import {
  loadScenario
} from "./chunk-HCE5OGIB.js";
import {
  ScenarioError,
  formatWhere
} from "./chunk-KJ2PFS4V.js";
import "./chunk-AQPDE2PH.js";
import "./chunk-YOP4TIWO.js";
import "./chunk-TESD7I65.js";
import "./chunk-IZ5ID7UZ.js";
import "./chunk-OXWTHSYA.js";
import {
  table
} from "./chunk-XURRTRRT.js";
import {
  EXIT
} from "./chunk-KCM7UXZ2.js";
import {
  forTerminal
} from "./chunk-HEMVHKF3.js";
import "./chunk-3S7ANKJB.js";
import "./chunk-36SI6CTG.js";
import "./chunk-OG6ZZA4V.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/doctor.ts
var DEFAULT_MEMORY = 1024 ** 3;
async function doctor(file, options, { out }) {
  const loaded = file === void 0 ? void 0 : loadScenario(file);
  const checks = [];
  for await (const check of examine(thisHost, wantedBy(loaded), heldMemory())) checks.push(check);
  if (loaded !== void 0) checks.push(guestFiles(loaded));
  const ready = isReady(checks);
  const lines = options.json === true ? [JSON.stringify({ ready, checks }, null, 2)] : describe(checks, ready);
  out.write(`${lines.join("\n")}
`);
  return ready ? EXIT.passed : EXIT.failed;
}
function wantedBy(loaded) {
  const { vmm = "auto", guest } = loaded?.scenario ?? {};
  return { memory: guest?.memory ?? DEFAULT_MEMORY, vmm };
}
function guestFiles(loaded) {
  const check = { id: "guest-files", title: "guest files" };
  try {
    checkFiles(loaded);
    return { ...check, state: "ok", evidence: "every file of the scenario is there and fits" };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const problems = error.problems.map(({ where, message }) => `${formatWhere(where)}: ${message}`);
    return {
      ...check,
      state: "problem",
      evidence: problems.join("; "),
      fix: "Put the file there, or name another in the scenario."
    };
  }
}
function describe(checks, ready) {
  const rows = checks.flatMap(({ state, title, evidence, fix }) => [
    [state, title, evidence],
    ...fix === void 0 ? [] : [["", "", `fix: ${fix}`]]
  ]);
  return [...table([["state", "check", "read from the host"], ...rows]), "", conclude(checks, ready)].map(
    forTerminal
  );
}
function conclude(checks, ready) {
  if (ready) return "ready: a Trust Domain can be expected to boot here";
  const first = checks.find(({ state }) => state === "problem") ?? checks.find(({ state }) => state === "unknown");
  const count = (state) => checks.filter((check) => check.state === state).length;
  const counts = `problems: ${count("problem")}, unknown: ${count("unknown")}`;
  return `not ready: no Trust Domain can be expected to boot here (${counts}); begin with: ${first?.title}`;
}
export {
  doctor
};
