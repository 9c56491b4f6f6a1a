import {
  TerminalReporter
} from "./chunk-3YPKT7AZ.js";
import {
  judgeAgain
} from "./chunk-J6DCDTQO.js";
import "./chunk-4QN54IE2.js";
import "./chunk-FQ3DCRTG.js";
import {
  isRecording,
  openScenario
} from "./chunk-CT3CYKUU.js";
import "./chunk-HELCCKQW.js";
import "./chunk-X5GGVPWF.js";
import "./chunk-GNP3RLOP.js";
import {
  STDIN
} from "./chunk-3UKY4PQK.js";
import "./chunk-7EZL7CAO.js";
import "./chunk-MOGLVO6R.js";
import "./chunk-YQ6TYZ6A.js";
import "./chunk-J5VI26OM.js";
import "./chunk-Z5EMF6HS.js";
import "./chunk-BKFCS2O6.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2DNHFQUT.js";
import "./chunk-POHZVVS5.js";
import "./chunk-LZS5NMGH.js";
import "./chunk-PAW3MIGX.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-L6C7G475.js";
import "./chunk-322MFWUB.js";
import "./chunk-PSFT4LPN.js";
import "./chunk-KOEPRBXI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-SXQGVEJP.js";
import "./chunk-UWL53G6B.js";
import "./chunk-LVISHQM2.js";
import "./chunk-A2HKPFWR.js";
import "./chunk-KHPEMR2K.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-WHSYAQ2C.js";
import "./chunk-DTP6JIFW.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import {
  UsageError
} from "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/check.ts
async function check(log, options, { out }) {
  if (log === STDIN && options.scenario === STDIN) {
    throw new UsageError("one-standard-input", "the log and the scenario are both read from standard input", {
      hint: "Give one of them as a file."
    });
  }
  const { scenario } = options.scenario === void 0 ? scenarioOf(log, options.uses) : openScenario(options.scenario, options.uses);
  const terminal = options.json === true ? void 0 : new TerminalReporter(out, scenario, false);
  const result = await judgeAgain(log, scenario, options.stream, (event) => terminal?.on(event));
  if (options.json === true) out.json(result);
  return EXIT[result.verdict];
}
function scenarioOf(log, uses) {
  if (isRecording(log)) return openScenario(log, uses);
  throw new UsageError(
    "no-scenario",
    `${log} is no recording of a run, and does not say what is expected of it`,
    {
      hint: 'Name a scenario with --scenario FILE. "tdx-boot diagnose" needs none.'
    }
  );
}
export {
  check
};
