import {
  TerminalReporter
} from "./chunk-JPKRCIKV.js";
import "./chunk-ZKMBFWDE.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  judgeAgain
} from "./chunk-I2FX5I4J.js";
import "./chunk-TND3ETF5.js";
import {
  isRecording,
  openScenario
} from "./chunk-JGO52PYD.js";
import "./chunk-HVTPSX5T.js";
import "./chunk-XZRXTQVN.js";
import "./chunk-ZC7P4W5X.js";
import "./chunk-3RBXKHDW.js";
import "./chunk-O2YUCBSO.js";
import "./chunk-NQGNUVL2.js";
import "./chunk-HOCGGFJI.js";
import {
  STDIN
} from "./chunk-FEIS7Z5L.js";
import "./chunk-OT5BDIP3.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-RJKJIIWY.js";
import "./chunk-V7OUG6BJ.js";
import "./chunk-GVDD7QND.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-VXXGK7LC.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-IIUDLEJ2.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-U7XLLEPK.js";
import "./chunk-CJK44M2I.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-LXTSU47G.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-POHZVVS5.js";
import "./chunk-UMY5QCW6.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-OOLZV5JI.js";
import "./chunk-DV54WIWJ.js";
import {
  UsageError
} from "./chunk-Q4CHHY4T.js";
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
