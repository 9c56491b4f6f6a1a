import {
  recordSuite
} from "./chunk-5PM6RFHD.js";
import "./chunk-WROJGBJ5.js";
import "./chunk-FQT3J5T3.js";
import {
  loadRun
} from "./chunk-VBEW7INA.js";
import "./chunk-IHEACDNB.js";
import "./chunk-OJB7LD6L.js";
import {
  buildsOn
} from "./chunk-HW37N3RU.js";
import "./chunk-6ADSQU6H.js";
import "./chunk-IBFFRAHP.js";
import {
  warn
} from "./chunk-USXYBKG6.js";
import "./chunk-5SFQNJWB.js";
import {
  historyRun
} from "./chunk-SOUNP4QM.js";
import "./chunk-NCMDP22J.js";
import "./chunk-ORACNCOB.js";
import "./chunk-ALDQ2EZP.js";
import {
  readResult
} from "./chunk-EB52G7X7.js";
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
import "./chunk-OOFAIED3.js";
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
  HostError
} from "./chunk-BM2IJI2T.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/compare-boots.ts
import { constants } from "node:os";
var SIDES = ["before", "after"];
var WHOLE = { index: 1, count: 1 };
async function bootSides(names, { runs, uses, results }, { error }) {
  const sides = names.map((name) => {
    const loaded = loadRun([name], uses ?? {}, { shard: WHOLE }, (message) => warn([message], error));
    return "entries" in loaded ? loaded.entries : [];
  });
  const entries = turns(sides, runs);
  const retry = { times: 0, after: "errored" };
  const suite = await recordSuite({ name: "compare", entries, retry }, { jobs: 1 }, results, {
    printer: error,
    builds: (signal) => buildsOn(error, signal)
  });
  error.line(`recordings: ${suite.directory}`);
  if (suite.signal !== void 0) return 128 + constants.signals[suite.signal];
  const found = { before: [], after: [] };
  for (const [index, { attempts }] of suite.results.entries()) {
    const recorded = attempts.at(-1)?.directory;
    const entry = entries[index];
    if (recorded === void 0 || entry === void 0) continue;
    found[entry.side].push({ ...historyRun(await readResult(recorded)), scenario: entry.own });
  }
  const missing = SIDES.find((side) => found[side].length === 0);
  if (missing === void 0) return found;
  throw new HostError("no-results", `none of the boots ${missing} has a result`, {
    hint: `See what the runs say above, and the recordings in ${suite.directory}.`
  });
}
function turns(sides, runs) {
  return Array.from(
    { length: runs },
    (_, turn) => sides.flatMap(
      (entries, index) => entries.map((entry) => {
        const side = SIDES[index] ?? "after";
        return { ...entry, side, own: entry.name, name: `${side} ${turn + 1} ${entry.name}` };
      })
    )
  ).flat();
}
export {
  bootSides
};
