import {
  TerminalReporter
} from "./chunk-LINK7QW5.js";
import {
  judgeAgain
} from "./chunk-JDFYHK5D.js";
import "./chunk-2MAJAF2T.js";
import "./chunk-54JA5SQ7.js";
import {
  isRecording,
  openScenario
} from "./chunk-26FHAQFJ.js";
import "./chunk-HELCCKQW.js";
import "./chunk-WWEYV5FR.js";
import "./chunk-UHZCLFAH.js";
import {
  STDIN
} from "./chunk-LRKZHUNA.js";
import "./chunk-4C5IOPH7.js";
import "./chunk-MMYE7VHJ.js";
import "./chunk-III6LP5Y.js";
import "./chunk-J5VI26OM.js";
import "./chunk-Q2EJGYCB.js";
import "./chunk-BKFCS2O6.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2TFUJLGZ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-BBYFIMRE.js";
import "./chunk-TJSYBKLF.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-VPEXOOML.js";
import "./chunk-5QQR7KKE.js";
import "./chunk-VGDXVO5O.js";
import "./chunk-G3NWQZ75.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-DEP5CK7J.js";
import "./chunk-WD6X4G7B.js";
import "./chunk-A2NKWSQL.js";
import "./chunk-WZIZK7PI.js";
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
} from "./chunk-D4THVSJ6.js";
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
