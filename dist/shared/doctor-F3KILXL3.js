import {
  heldMemory
} from "./chunk-G22QTBE3.js";
import {
  CHECK_STATES,
  examine,
  isReady,
  thisHost
} from "./chunk-LEVOI2RB.js";
import {
  checkFiles
} from "./chunk-EABUHY5D.js";
import "./chunk-772ZWCBN.js";
import "./chunk-H6KDKXV5.js";
import "./chunk-ELG3TUYH.js";
import {
  loadScenario
} from "./chunk-X5GGVPWF.js";
import "./chunk-GNP3RLOP.js";
import "./chunk-3UKY4PQK.js";
import "./chunk-MOGLVO6R.js";
import "./chunk-36QO2VQE.js";
import "./chunk-5UXIQAYR.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-ZRLOYJTX.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2DNHFQUT.js";
import "./chunk-POHZVVS5.js";
import "./chunk-LZS5NMGH.js";
import "./chunk-PAW3MIGX.js";
import "./chunk-3UQVA5YR.js";
import {
  table
} from "./chunk-3PNURQ27.js";
import "./chunk-7SKRB5VY.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-7GO3TDGG.js";
import "./chunk-UWL53G6B.js";
import "./chunk-LVISHQM2.js";
import "./chunk-A2HKPFWR.js";
import {
  ScenarioError,
  formatWhere
} from "./chunk-KHPEMR2K.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-WHSYAQ2C.js";
import "./chunk-DTP6JIFW.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import "./chunk-SBPB5IBB.js";
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
