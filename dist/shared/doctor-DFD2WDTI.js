import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  checkFiles,
  examine,
  heldMemory,
  isReady,
  thisHost
} from "./chunk-3GJWELV3.js";
import {
  loadScenario
} from "./chunk-BBWEQVOO.js";
import "./chunk-KXOMUONB.js";
import "./chunk-WE353FMW.js";
import {
  ScenarioError,
  formatWhere
} from "./chunk-GKQLW2Q3.js";
import "./chunk-CH5QTO5Q.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-ELTUVOUB.js";
import "./chunk-BDOTOFU7.js";
import "./chunk-IYKMFH6H.js";
import "./chunk-2AUDKZ4W.js";
import "./chunk-KGPMGHIE.js";
import "./chunk-B2QDC65I.js";
import "./chunk-ELBESNTV.js";
import {
  table
} from "./chunk-XURRTRRT.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OS4OHMLR.js";
import "./chunk-B3M2OGVS.js";
import "./chunk-DWJMXZGM.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-7OSXWTH4.js";

// src/cli/doctor.ts
var DEFAULT_MEMORY = 1024 ** 3;
async function doctor(file, options, { out }) {
  const loaded = file === void 0 ? void 0 : loadScenario(file, options.uses);
  const checks = [];
  for await (const check of examine(thisHost, wantedBy(loaded), await heldMemory())) checks.push(check);
  if (loaded !== void 0) checks.push(guestFiles(loaded));
  const ready = isReady(checks);
  if (options.json === true) out.json({ ready, checks });
  else out.lines(describe(checks, ready));
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
      fix: "Create the file, or name another one in the scenario."
    };
  }
}
function describe(checks, ready) {
  const rows = checks.flatMap(({ state, title, evidence, fix }) => [
    [state, title, evidence],
    ...fix === void 0 ? [] : [["", "", `fix: ${fix}`]]
  ]);
  return [...table([["state", "check", "read from the host"], ...rows]), "", conclude(checks, ready)];
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
