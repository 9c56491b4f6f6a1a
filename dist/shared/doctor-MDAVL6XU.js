import {
  heldMemory
} from "./chunk-VX7UBMUJ.js";
import {
  examine,
  isReady,
  thisHost
} from "./chunk-6I5EYL4W.js";
import "./chunk-WCDTERYH.js";
import {
  checkFiles
} from "./chunk-7FX5SKGU.js";
import {
  loadScenario
} from "./chunk-7VWSYQHC.js";
import "./chunk-2I2PZAKV.js";
import "./chunk-RJKJIIWY.js";
import "./chunk-OT5BDIP3.js";
import "./chunk-GVDD7QND.js";
import "./chunk-36QO2VQE.js";
import "./chunk-4TUBVAUD.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-LXTSU47G.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-BZUPZLSE.js";
import "./chunk-POHZVVS5.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-KVH47LMI.js";
import {
  table
} from "./chunk-XURRTRRT.js";
import "./chunk-B5XQG6HS.js";
import "./chunk-6L5R56ZO.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-KAKGKCN4.js";
import "./chunk-XUBCMVSW.js";
import "./chunk-YJUB5JHN.js";
import {
  ScenarioError,
  formatWhere
} from "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-OOLZV5JI.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";

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
