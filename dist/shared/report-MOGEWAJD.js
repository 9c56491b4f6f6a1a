import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  parseResult,
  readAll,
  readResult,
  writeReport
} from "./chunk-KPCKEV6P.js";
import "./chunk-I2FX5I4J.js";
import "./chunk-TND3ETF5.js";
import "./chunk-526KF3FR.js";
import {
  isRecording
} from "./chunk-JGO52PYD.js";
import {
  REPORT_FILE
} from "./chunk-EPGN24UP.js";
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
  UsageError,
  messageOf
} from "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/report.ts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
async function report(paths, options, { out }) {
  const all = await readAll(paths);
  const { format, output } = options;
  if (format === "html") {
    const file = output ?? join(paths[0] ?? ".", REPORT_FILE);
    await writeReport(file, all, await baselineOf(options));
    out.line(file);
    return EXIT.passed;
  }
  const text = await textOf(format, all);
  if (output === void 0) out.document(text);
  else writeText(output, text);
  return EXIT.passed;
}
async function textOf(format, { runs, unrecorded }) {
  if (format === "junit") return (await import("./junit-HML7W53H.js")).toJUnit(runs, unrecorded);
  if (format === "ktap") return (await import("./ktap-5FVYGSDP.js")).toKtap(runs, unrecorded);
  return (await import("./summary-R6WDUPDU.js")).summarize(runs, { unrecorded });
}
async function baselineOf({ baseline }) {
  if (baseline === void 0) return void 0;
  if (isRecording(baseline)) return (await readResult(baseline)).result;
  const result = parseResult(baseline);
  if (result !== void 0) return result;
  throw new UsageError("old-result", `${baseline} was written by an older tdx-boot`, {
    hint: "Name the directory of its recording instead."
  });
}
function writeText(file, text) {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new UsageError("not-written", `cannot write the report: ${messageOf(cause)}`, { cause });
  }
}
export {
  report
};
