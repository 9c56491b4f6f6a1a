import {
  bootAndReport,
  consoleOf
} from "./chunk-6CPOMP7Q.js";
import "./chunk-DTQH2567.js";
import "./chunk-SDSKFI6O.js";
import "./chunk-4NNWAEDV.js";
import "./chunk-YHKJXJ2S.js";
import "./chunk-E3VMFCRY.js";
import "./chunk-YHDC37XL.js";
import "./chunk-PU657B6Y.js";
import "./chunk-NHCUKUNO.js";
import "./chunk-ELDEHZO3.js";
import "./chunk-NU6MTYIS.js";
import "./chunk-LEB3SK4U.js";
import "./chunk-HVXBQL7A.js";
import "./chunk-O6K4RGTM.js";
import "./chunk-HBTGX4UI.js";
import "./chunk-WCDTERYH.js";
import "./chunk-5UGCNRH2.js";
import {
  loadScenario
} from "./chunk-WYKTJOFR.js";
import "./chunk-2I2PZAKV.js";
import "./chunk-ODCNIZ4V.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-TLSPWO26.js";
import "./chunk-YJUB5JHN.js";
import "./chunk-RJKJIIWY.js";
import "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-HYCH4LNW.js";
import "./chunk-BOEFBUIR.js";
import "./chunk-Q7AS6Z2X.js";
import "./chunk-36QO2VQE.js";
import "./chunk-4TUBVAUD.js";
import "./chunk-CJK44M2I.js";
import "./chunk-NPYUUIVX.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-GJ7AWZ3T.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-WLESO37N.js";
import "./chunk-3ALZ3U3I.js";
import "./chunk-3RWSUEF5.js";
import "./chunk-IYKMFH6H.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-GB3H2CIA.js";
import "./chunk-MCS7UE6O.js";
import "./chunk-UMY5QCW6.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-KVH47LMI.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OOLZV5JI.js";
import "./chunk-J27YLO4G.js";
import "./chunk-FDYQZGYD.js";
import "./chunk-YIF3J6O5.js";
import "./chunk-DV54WIWJ.js";
import {
  UsageError
} from "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/shell.ts
async function shell(file, options, streams) {
  if (!process.stdin.isTTY || !streams.out.isTerminal) {
    throw new UsageError("no-terminal", "shell needs a terminal for its input and its output", {
      hint: 'Run the scenario with "tdx-boot run", or give this command a terminal (script -qec COMMAND /dev/null).'
    });
  }
  const loaded = loadScenario(file, options.uses);
  const { results, stream = consoleOf(loaded.scenario.guest?.cmdline), gdb } = options;
  return bootAndReport(loaded, { results, shell: stream, ...gdb === void 0 ? {} : { gdb } }, streams);
}
export {
  shell
};
