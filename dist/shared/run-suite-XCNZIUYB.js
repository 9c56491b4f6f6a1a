import {
  recordSuite
} from "./chunk-I4YGZCLH.js";
import {
  loadRun
} from "./chunk-N6ICBIXN.js";
import "./chunk-4GKVDHDD.js";
import "./chunk-2NHKKJ5I.js";
import {
  buildsOn
} from "./chunk-K3F3RL23.js";
import "./chunk-4PKP6YAH.js";
import "./chunk-IBFFRAHP.js";
import "./chunk-ZKMBFWDE.js";
import {
  warn
} from "./chunk-ACFA3VNH.js";
import "./chunk-ORACNCOB.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  SUITE_FILE
} from "./chunk-526KF3FR.js";
import "./chunk-JGO52PYD.js";
import "./chunk-EPGN24UP.js";
import "./chunk-Q2WTOUSO.js";
import "./chunk-5DHMFDZS.js";
import "./chunk-HVTPSX5T.js";
import "./chunk-NSIDXVOP.js";
import "./chunk-ZXB2EDW4.js";
import "./chunk-4PXMPZMI.js";
import "./chunk-XZRXTQVN.js";
import "./chunk-ZC7P4W5X.js";
import "./chunk-3RBXKHDW.js";
import "./chunk-O2YUCBSO.js";
import "./chunk-RDKA7ULQ.js";
import "./chunk-WCDTERYH.js";
import "./chunk-EWCZ5YCH.js";
import "./chunk-NQGNUVL2.js";
import "./chunk-HOCGGFJI.js";
import "./chunk-FEIS7Z5L.js";
import "./chunk-OT5BDIP3.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-EDZC2Y6G.js";
import "./chunk-3AHYBEDG.js";
import "./chunk-AMQZ2BH2.js";
import "./chunk-RJKJIIWY.js";
import "./chunk-V7OUG6BJ.js";
import "./chunk-JYZY736W.js";
import "./chunk-GVDD7QND.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-VXXGK7LC.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-IIUDLEJ2.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-BOEFBUIR.js";
import "./chunk-FBXJPRRQ.js";
import "./chunk-36QO2VQE.js";
import "./chunk-4TUBVAUD.js";
import "./chunk-U7XLLEPK.js";
import "./chunk-CJK44M2I.js";
import "./chunk-FYURKBY3.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-LXTSU47G.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-3XR6RZET.js";
import "./chunk-BZUPZLSE.js";
import "./chunk-POHZVVS5.js";
import "./chunk-DILSY2YF.js";
import "./chunk-UMY5QCW6.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-KVH47LMI.js";
import "./chunk-B5XQG6HS.js";
import "./chunk-MHWIMHDX.js";
import "./chunk-OOLZV5JI.js";
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
  if (!("entries" in loaded)) return (await import("./run-7IFYQKKJ.js")).bootAndReport(loaded, options, streams);
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
    builds: (cancel) => buildsOn(error, cancel)
  });
  if (noPage !== void 0) error.line(noPage);
  if (options.json === true) out.json(whole);
  else out.line(`results: ${join(directory, SUITE_FILE)}`);
  return signal === void 0 ? EXIT[verdict] : 128 + constants.signals[signal];
}
export {
  run
};
