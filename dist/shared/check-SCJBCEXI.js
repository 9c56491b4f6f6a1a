import {
  TerminalReporter
} from "./chunk-VZOFWU4R.js";
import "./chunk-5SFQNJWB.js";
import {
  judgeAgain
} from "./chunk-AW72VAT3.js";
import "./chunk-57EZI6XK.js";
import "./chunk-6RP2JO6J.js";
import {
  isRecording,
  openScenario
} from "./chunk-HWCT7VXV.js";
import "./chunk-LGQZNYKV.js";
import "./chunk-5Q6SFNNR.js";
import {
  STDIN
} from "./chunk-K6477OUF.js";
import "./chunk-HELCCKQW.js";
import "./chunk-HNKRRHKP.js";
import "./chunk-7QVLELSU.js";
import "./chunk-GVDD7QND.js";
import "./chunk-ZIPYE4VO.js";
import "./chunk-J5VI26OM.js";
import "./chunk-YLGYUHZM.js";
import "./chunk-YVU5L7BE.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-3L6VLD7O.js";
import "./chunk-POHZVVS5.js";
import "./chunk-ER4JHYTJ.js";
import "./chunk-RBANNFPH.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-IRZMTVJD.js";
import "./chunk-X6BXOTOR.js";
import "./chunk-C5WI4WD4.js";
import "./chunk-YCQBZFS4.js";
import "./chunk-S2CQOASI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-R25FUZDT.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-WOB6IITG.js";
import "./chunk-TOLEDQXP.js";
import {
  UsageError
} from "./chunk-BM2IJI2T.js";
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
