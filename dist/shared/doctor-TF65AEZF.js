import {
  heldMemory
} from "./chunk-YLUIWFY6.js";
import {
  CHECK_STATES,
  examine,
  isReady,
  thisHost
} from "./chunk-44WF2MDB.js";
import {
  checkFiles
} from "./chunk-6PMVELVX.js";
import "./chunk-TBWMDY6W.js";
import "./chunk-H6KDKXV5.js";
import "./chunk-TUGZNSDJ.js";
import {
  loadScenario
} from "./chunk-WWEYV5FR.js";
import "./chunk-UHZCLFAH.js";
import "./chunk-LRKZHUNA.js";
import "./chunk-MMYE7VHJ.js";
import "./chunk-36QO2VQE.js";
import "./chunk-CP5OC7HH.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-4BKD3JSQ.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2TFUJLGZ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-BBYFIMRE.js";
import "./chunk-TJSYBKLF.js";
import "./chunk-T4YCFN63.js";
import {
  table
} from "./chunk-3PNURQ27.js";
import "./chunk-CNYZDXQQ.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-ZQMABVPH.js";
import "./chunk-DEP5CK7J.js";
import "./chunk-WD6X4G7B.js";
import "./chunk-A2NKWSQL.js";
import {
  ScenarioError,
  formatWhere
} from "./chunk-WZIZK7PI.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-WHSYAQ2C.js";
import "./chunk-DTP6JIFW.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import "./chunk-D4THVSJ6.js";
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
  else describe(checks, ready, out);
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
var STYLES = {
  ok: "green",
  problem: "red",
  unknown: "yellow"
};
function describe(checks, ready, out) {
  const rows = checks.flatMap(({ state, title, evidence, fix }) => [
    [state, title, evidence],
    ...fix === void 0 ? [] : [["", "", `fix: ${fix}`]]
  ]);
  for (const line of table([["state", "check", "read from the host"], ...rows], out.columns)) {
    const state = CHECK_STATES.find((each) => line.startsWith(each));
    if (state === void 0) out.line(line);
    else out.line(line.slice(state.length), { mark: state, style: STYLES[state] });
  }
  out.line("");
  out.line(conclude(checks, ready), { style: ready ? "green" : "red" });
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
