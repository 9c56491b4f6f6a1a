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
  openHistory
} from "./chunk-SVP5MGRT.js";
import "./chunk-ERYWLJBX.js";
import "./chunk-NCMDP22J.js";
import "./chunk-ORACNCOB.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-WY2NRLVV.js";
import {
  SUITE_FILE
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
  UsageError
} from "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/run-suite.ts
import { constants } from "node:os";
import { join } from "node:path";
async function run(names, options, streams) {
  const loaded = loadRun(names, options.uses ?? {}, options, (message) => warn([message], streams.error));
  if (!("entries" in loaded)) return (await import("./run-CBTKVCIW.js")).bootAndReport(loaded, options, streams);
  if (options.keepOnFailure === true || options.gdb === true) {
    throw new UsageError(
      "one-by-hand",
      "--keep-on-failure and --gdb are for one scenario that is not retried",
      {
        hint: "Run the scenario of the suite that fails by itself."
      }
    );
  }
  return bootSuite(loaded, options, streams);
}
async function bootSuite(suite, options, { out, error }) {
  const { directory, verdict, whole, noPage, signal } = await recordSuite(suite, options, options.results, {
    printer: options.json === true ? error : out,
    verbose: options.verbose === true,
    builds: (cancel) => buildsOn(error, cancel),
    history: openHistory(options.history)
  });
  if (noPage !== void 0) error.line(noPage);
  if (options.json === true) out.json(whole);
  else out.line(`results: ${join(directory, SUITE_FILE)}`);
  return signal === void 0 ? EXIT[verdict] : 128 + constants.signals[signal];
}
export {
  run
};
