import {
  heldMemory
} from "./chunk-HGTJCN5B.js";
import {
  examine,
  isReady,
  thisHost
} from "./chunk-NI3FRMBJ.js";
import "./chunk-WCDTERYH.js";
import {
  loadScenario
} from "./chunk-LXJMAYCK.js";
import "./chunk-WE353FMW.js";
import "./chunk-LLQD4UX5.js";
import {
  checkFiles
} from "./chunk-LRQLY4K6.js";
import {
  ScenarioError,
  formatWhere
} from "./chunk-GKQLW2Q3.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-ENXTLS5B.js";
import "./chunk-DCHVKCUR.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-L23G7NYG.js";
import "./chunk-IYKMFH6H.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-FT545GEO.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-ELBESNTV.js";
import {
  table
} from "./chunk-XURRTRRT.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OS4OHMLR.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-B3M2OGVS.js";
import "./chunk-2BBUKTQW.js";
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
