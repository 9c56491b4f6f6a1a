import {
  recordSuite
} from "./chunk-3MOWXUZN.js";
import "./chunk-WROJGBJ5.js";
import "./chunk-GIWPFIXE.js";
import {
  loadRun
} from "./chunk-3T2YQHGU.js";
import "./chunk-IHEACDNB.js";
import "./chunk-CPFEKNTS.js";
import {
  buildsOn
} from "./chunk-WTTEQ5BN.js";
import "./chunk-3U7D3P7Z.js";
import "./chunk-IBFFRAHP.js";
import {
  warn
} from "./chunk-FBRHABPC.js";
import "./chunk-5SFQNJWB.js";
import {
  historyRun
} from "./chunk-XGXTHW67.js";
import "./chunk-NCMDP22J.js";
import {
  readResult
} from "./chunk-UUAZCOJY.js";
import "./chunk-QLGLKML5.js";
import "./chunk-JYDRG4Q7.js";
import "./chunk-ZO5GVAZY.js";
import "./chunk-COU6KSOI.js";
import "./chunk-EZKUDLQW.js";
import "./chunk-WCDTERYH.js";
import "./chunk-LSHX7TM5.js";
import "./chunk-AW72VAT3.js";
import "./chunk-57EZI6XK.js";
import "./chunk-6RP2JO6J.js";
import "./chunk-HWCT7VXV.js";
import "./chunk-LGQZNYKV.js";
import "./chunk-5Q6SFNNR.js";
import "./chunk-K6477OUF.js";
import "./chunk-HELCCKQW.js";
import "./chunk-TS74Y3CA.js";
import "./chunk-JZQ4IJ4T.js";
import "./chunk-PBFOL2O3.js";
import "./chunk-HNKRRHKP.js";
import "./chunk-7QVLELSU.js";
import "./chunk-NBTEPNUY.js";
import "./chunk-BSQQYDY2.js";
import "./chunk-GVDD7QND.js";
import "./chunk-ZIPYE4VO.js";
import "./chunk-J5VI26OM.js";
import "./chunk-YLGYUHZM.js";
import "./chunk-ORACNCOB.js";
import "./chunk-FIXWRPOH.js";
import "./chunk-BF4PNEGJ.js";
import "./chunk-FYURKBY3.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-WIPRSF3Y.js";
import "./chunk-YVU5L7BE.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-3L6VLD7O.js";
import "./chunk-T6SRI57T.js";
import "./chunk-QQ45P5BQ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-ZJDXO6NN.js";
import "./chunk-ER4JHYTJ.js";
import "./chunk-RBANNFPH.js";
import "./chunk-BORWYDAJ.js";
import "./chunk-OFMX2KKT.js";
import "./chunk-TZSH6ZHU.js";
import "./chunk-GM4JGWXZ.js";
import "./chunk-WTWDRYRV.js";
import "./chunk-IRZMTVJD.js";
import "./chunk-K2EI4FYU.js";
import "./chunk-ZERJH4FR.js";
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
