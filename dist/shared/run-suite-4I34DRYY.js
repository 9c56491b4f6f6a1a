import {
  recordSuite
} from "./chunk-X4JFF5DS.js";
import "./chunk-6C5QJTMR.js";
import "./chunk-WP2VM6VZ.js";
import {
  loadRun
} from "./chunk-EZZW5FXE.js";
import "./chunk-NUUKIXFX.js";
import {
  buildsOn
} from "./chunk-V4QDCBLH.js";
import "./chunk-RYKNON4F.js";
import "./chunk-IBFFRAHP.js";
import {
  warn
} from "./chunk-OQNBSYAW.js";
import {
  openHistory
} from "./chunk-T42F5QVU.js";
import "./chunk-NCMDP22J.js";
import {
  SUITE_FILE
} from "./chunk-RYDELTQJ.js";
import "./chunk-JWGYPO2X.js";
import "./chunk-BHH2FN3O.js";
import "./chunk-YLUIWFY6.js";
import "./chunk-44WF2MDB.js";
import "./chunk-6PMVELVX.js";
import "./chunk-JDFYHK5D.js";
import "./chunk-2MAJAF2T.js";
import "./chunk-54JA5SQ7.js";
import "./chunk-26FHAQFJ.js";
import "./chunk-HELCCKQW.js";
import "./chunk-B3MC6MSR.js";
import "./chunk-GYLEEU4L.js";
import "./chunk-QY7JCTB7.js";
import "./chunk-XISTSJMZ.js";
import "./chunk-TBWMDY6W.js";
import "./chunk-H6KDKXV5.js";
import "./chunk-TUGZNSDJ.js";
import "./chunk-WWEYV5FR.js";
import "./chunk-UHZCLFAH.js";
import "./chunk-LRKZHUNA.js";
import "./chunk-4C5IOPH7.js";
import "./chunk-T6NHXXIO.js";
import "./chunk-SGV2QDWH.js";
import "./chunk-MMYE7VHJ.js";
import "./chunk-III6LP5Y.js";
import "./chunk-J5VI26OM.js";
import "./chunk-Q2EJGYCB.js";
import "./chunk-ORACNCOB.js";
import "./chunk-PH7OVLBD.js";
import "./chunk-D6EZPOO7.js";
import "./chunk-36QO2VQE.js";
import "./chunk-BKFCS2O6.js";
import "./chunk-CKD3O6E4.js";
import "./chunk-FYURKBY3.js";
import "./chunk-CP5OC7HH.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-4BKD3JSQ.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2TFUJLGZ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-M2G3QVKA.js";
import "./chunk-BBYFIMRE.js";
import "./chunk-TJSYBKLF.js";
import "./chunk-T4YCFN63.js";
import "./chunk-CNYZDXQQ.js";
import "./chunk-4TNNQE2H.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-ZQMABVPH.js";
import "./chunk-FUVXUIZP.js";
import "./chunk-VPEXOOML.js";
import "./chunk-5QQR7KKE.js";
import "./chunk-TAKYD5DH.js";
import "./chunk-O7AQDOVB.js";
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

// src/cli/run-suite.ts
import { constants } from "node:os";
import { join } from "node:path";
async function run(names, options, streams) {
  const loaded = loadRun(names, options.uses ?? {}, options, (message) => warn([message], streams.error));
  if (!("entries" in loaded)) return (await import("./run-UM23Q6HL.js")).bootAndReport(loaded, options, streams);
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
  const recorded = await recordSuite(suite, options, options.results, {
    printer: options.json === true ? error : out,
    verbose: options.verbose === true,
    builds: (cancel) => buildsOn(error, cancel),
    history: openHistory(options.history)
  });
  const { directory, verdict, whole, unwritten, noPage, signal } = recorded;
  for (const problem of [unwritten, noPage]) if (problem !== void 0) error.line(problem);
  if (options.json === true) out.json(whole);
  else out.line(`results: ${join(directory, SUITE_FILE)}`);
  return signal === void 0 ? EXIT[verdict] : 128 + constants.signals[signal];
}
export {
  run
};
