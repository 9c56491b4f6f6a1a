import {
  recordSuite
} from "./chunk-DYY5BX3B.js";
import "./chunk-UBCEEEYX.js";
import "./chunk-MXYYRNSI.js";
import {
  loadRun
} from "./chunk-ACYQPMXD.js";
import "./chunk-FBRB7WSB.js";
import "./chunk-YBDCVXKD.js";
import {
  buildsOn
} from "./chunk-U2JWHID3.js";
import "./chunk-NQ7DPUZM.js";
import "./chunk-IBFFRAHP.js";
import {
  warn
} from "./chunk-XY6IAK44.js";
import "./chunk-5SFQNJWB.js";
import {
  historyRun
} from "./chunk-ERYWLJBX.js";
import "./chunk-NCMDP22J.js";
import "./chunk-ORACNCOB.js";
import "./chunk-WY2NRLVV.js";
import {
  readResult
} from "./chunk-MDKCJ66F.js";
import "./chunk-RRLNYPLJ.js";
import "./chunk-GGJHTPM4.js";
import "./chunk-Q2WTOUSO.js";
import "./chunk-2B7ZTR6Q.js";
import "./chunk-Q5SRM6L3.js";
import "./chunk-RR6RU7RN.js";
import "./chunk-WCDTERYH.js";
import "./chunk-D7WZU3TG.js";
import "./chunk-3J3H2KG2.js";
import "./chunk-HVTPSX5T.js";
import "./chunk-CMTB6YYK.js";
import "./chunk-QSVBJCUO.js";
import "./chunk-3IGWJN4K.js";
import "./chunk-OT5BDIP3.js";
import "./chunk-FEIS7Z5L.js";
import "./chunk-HELCCKQW.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-EDZC2Y6G.js";
import "./chunk-NOUR5OXJ.js";
import "./chunk-WUR54YEQ.js";
import "./chunk-RJKJIIWY.js";
import "./chunk-4EDRUMQZ.js";
import "./chunk-CR6EYXO3.js";
import "./chunk-CUONXRSJ.js";
import "./chunk-GVDD7QND.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-6GR5JTHF.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-J5VI26OM.js";
import "./chunk-PBTCGB6N.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-BOEFBUIR.js";
import "./chunk-PHD3JEJS.js";
import "./chunk-FYURKBY3.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-4TUBVAUD.js";
import "./chunk-JFONFIZM.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-LXTSU47G.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-2NXDOHNH.js";
import "./chunk-BZUPZLSE.js";
import "./chunk-POHZVVS5.js";
import "./chunk-DILSY2YF.js";
import "./chunk-UMY5QCW6.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-KVH47LMI.js";
import "./chunk-B5XQG6HS.js";
import "./chunk-MHWIMHDX.js";
import "./chunk-WOB6IITG.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-KAKGKCN4.js";
import "./chunk-DV54WIWJ.js";
import {
  HostError
} from "./chunk-Q4CHHY4T.js";
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
