import {
  recordSuite
} from "./chunk-CLJGJQKJ.js";
import "./chunk-VTZXOCNH.js";
import "./chunk-XRXYFBU7.js";
import {
  loadRun
} from "./chunk-B34FLT2A.js";
import "./chunk-S43INHYQ.js";
import {
  openHistory
} from "./chunk-BT5PU4TN.js";
import {
  buildsOn
} from "./chunk-XF7Y5JNY.js";
import "./chunk-ZPFBVSHJ.js";
import "./chunk-IBFFRAHP.js";
import {
  SUITE_FILE
} from "./chunk-CCHCACHL.js";
import "./chunk-NCMDP22J.js";
import "./chunk-XAM7Z75C.js";
import {
  warn
} from "./chunk-QYXTLK5A.js";
import "./chunk-ZB4LHV3A.js";
import "./chunk-G22QTBE3.js";
import "./chunk-LEVOI2RB.js";
import "./chunk-EABUHY5D.js";
import "./chunk-J6DCDTQO.js";
import "./chunk-4QN54IE2.js";
import "./chunk-FQ3DCRTG.js";
import "./chunk-CT3CYKUU.js";
import "./chunk-HELCCKQW.js";
import "./chunk-PCHR2CJV.js";
import "./chunk-SDZZXB32.js";
import "./chunk-TYXNQKKF.js";
import "./chunk-D3F3PKKQ.js";
import "./chunk-772ZWCBN.js";
import "./chunk-H6KDKXV5.js";
import "./chunk-ELG3TUYH.js";
import "./chunk-X5GGVPWF.js";
import "./chunk-GNP3RLOP.js";
import "./chunk-3UKY4PQK.js";
import "./chunk-7EZL7CAO.js";
import "./chunk-VJTVHMNG.js";
import "./chunk-BGTM5X7Z.js";
import "./chunk-MOGLVO6R.js";
import "./chunk-YQ6TYZ6A.js";
import "./chunk-J5VI26OM.js";
import "./chunk-Z5EMF6HS.js";
import "./chunk-ICTCGJU4.js";
import "./chunk-ORACNCOB.js";
import "./chunk-XRCLQ5TY.js";
import "./chunk-36QO2VQE.js";
import "./chunk-BKFCS2O6.js";
import "./chunk-VM3YECVA.js";
import "./chunk-FYURKBY3.js";
import "./chunk-5UXIQAYR.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-ZRLOYJTX.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2DNHFQUT.js";
import "./chunk-POHZVVS5.js";
import "./chunk-M3NQKO3U.js";
import "./chunk-LZS5NMGH.js";
import "./chunk-PAW3MIGX.js";
import "./chunk-3UQVA5YR.js";
import "./chunk-7SKRB5VY.js";
import "./chunk-C24KWKK2.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-7GO3TDGG.js";
import "./chunk-JQ76SB74.js";
import "./chunk-O2SLEJNV.js";
import "./chunk-2H22IQHJ.js";
import "./chunk-L6C7G475.js";
import "./chunk-322MFWUB.js";
import "./chunk-PSFT4LPN.js";
import "./chunk-KOEPRBXI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-SXQGVEJP.js";
import "./chunk-UWL53G6B.js";
import "./chunk-LVISHQM2.js";
import "./chunk-A2HKPFWR.js";
import "./chunk-KHPEMR2K.js";
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
} from "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/run-suite.ts
import { constants } from "node:os";
import { join } from "node:path";
async function run(names, options, streams) {
  const loaded = loadRun(names, options.uses ?? {}, options, (message) => warn([message], streams.error));
  if (!("entries" in loaded)) return (await import("./run-AZGTEINW.js")).bootAndReport(loaded, options, streams);
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
