import {
  bootAndReport,
  consoleOf
} from "./chunk-DQTRUCXZ.js";
import "./chunk-5OGW4CRC.js";
import "./chunk-HW37N3RU.js";
import "./chunk-6ADSQU6H.js";
import "./chunk-IBFFRAHP.js";
import "./chunk-USXYBKG6.js";
import "./chunk-5SFQNJWB.js";
import "./chunk-WTIMFSL5.js";
import "./chunk-SOUNP4QM.js";
import "./chunk-NCMDP22J.js";
import "./chunk-ORACNCOB.js";
import "./chunk-J27YLO4G.js";
import "./chunk-ALDQ2EZP.js";
import "./chunk-EB52G7X7.js";
import "./chunk-IHQ6SWXX.js";
import "./chunk-VZMHMD3L.js";
import "./chunk-ZERJH4FR.js";
import "./chunk-PNP4AQXL.js";
import "./chunk-EAGFKDY3.js";
import "./chunk-BW7ZZE24.js";
import "./chunk-WCDTERYH.js";
import "./chunk-3DLQTEHF.js";
import "./chunk-DP3QCJYD.js";
import "./chunk-57EZI6XK.js";
import "./chunk-JZXD2SMJ.js";
import "./chunk-NI6CKDLU.js";
import {
  loadScenario
} from "./chunk-OOFAIED3.js";
import "./chunk-5Q6SFNNR.js";
import "./chunk-ZRVEZHWY.js";
import "./chunk-HELCCKQW.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-R25FUZDT.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-PYREBFCJ.js";
import "./chunk-MLAK2CX2.js";
import "./chunk-PBFOL2O3.js";
import "./chunk-HNKRRHKP.js";
import "./chunk-O6WBYA6V.js";
import "./chunk-ONO73SMO.js";
import "./chunk-R634AZ2Y.js";
import "./chunk-GVDD7QND.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-LUZTJW22.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-J5VI26OM.js";
import "./chunk-PBTCGB6N.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-FIXWRPOH.js";
import "./chunk-B4VF3AHC.js";
import "./chunk-FYURKBY3.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-WIPRSF3Y.js";
import "./chunk-JFONFIZM.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-3L6VLD7O.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-NGXJFHFG.js";
import "./chunk-QQ45P5BQ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-B3E2T4C2.js";
import "./chunk-5XTVBRU6.js";
import "./chunk-RBANNFPH.js";
import "./chunk-BORWYDAJ.js";
import "./chunk-MTKYCV2C.js";
import "./chunk-TZSH6ZHU.js";
import "./chunk-WOB6IITG.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-RPJHQSHZ.js";
import "./chunk-DV54WIWJ.js";
import {
  UsageError
} from "./chunk-BM2IJI2T.js";
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
