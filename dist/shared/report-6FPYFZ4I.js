import {
  parseResult,
  readResult,
  readRuns
} from "./chunk-UEFGLSTR.js";
import "./chunk-VX7UBMUJ.js";
import "./chunk-K67IDSL2.js";
import "./chunk-HVTPSX5T.js";
import "./chunk-YOVVFRJG.js";
import "./chunk-SNPYCUXT.js";
import "./chunk-6I5EYL4W.js";
import {
  isRecording
} from "./chunk-TNWQD52F.js";
import "./chunk-X4T7POPL.js";
import "./chunk-WCDTERYH.js";
import "./chunk-7FX5SKGU.js";
import "./chunk-NQGNUVL2.js";
import "./chunk-7VWSYQHC.js";
import "./chunk-2I2PZAKV.js";
import "./chunk-RJKJIIWY.js";
import "./chunk-OT5BDIP3.js";
import "./chunk-EDZC2Y6G.js";
import "./chunk-5HO42YED.js";
import "./chunk-LDPNZ7CV.js";
import "./chunk-L5DRAQ6Z.js";
import "./chunk-GVDD7QND.js";
import "./chunk-K7HLSIKG.js";
import "./chunk-IIUDLEJ2.js";
import "./chunk-BOEFBUIR.js";
import "./chunk-T46UDUJC.js";
import "./chunk-36QO2VQE.js";
import "./chunk-4TUBVAUD.js";
import "./chunk-22A7GVRM.js";
import "./chunk-FYURKBY3.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-LXTSU47G.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-QMTQUMZS.js";
import "./chunk-BZUPZLSE.js";
import "./chunk-POHZVVS5.js";
import "./chunk-DILSY2YF.js";
import "./chunk-UMY5QCW6.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-KVH47LMI.js";
import "./chunk-B5XQG6HS.js";
import "./chunk-MHWIMHDX.js";
import "./chunk-6L5R56ZO.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-KAKGKCN4.js";
import {
  writeReport
} from "./chunk-427LDU7C.js";
import {
  REPORT_FILE
} from "./chunk-T7XAKIRX.js";
import "./chunk-FTRQMIJ3.js";
import "./chunk-IIUVJISF.js";
import "./chunk-XUBCMVSW.js";
import "./chunk-YJUB5JHN.js";
import "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-CJK44M2I.js";
import "./chunk-OOLZV5JI.js";
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
  const runs = await readRuns(paths);
  const { format, output } = options;
  if (format === "html") {
    const file = output ?? join(paths[0] ?? ".", REPORT_FILE);
    await writeReport(file, runs, await baselineOf(options));
    out.line(file);
    return EXIT.passed;
  }
  const text = await textOf(format, runs);
  if (output === void 0) out.document(text);
  else writeText(output, text);
  return EXIT.passed;
}
async function textOf(format, runs) {
  if (format === "junit") return (await import("./junit-5IBUGPQV.js")).toJUnit(runs);
  if (format === "ktap") return (await import("./ktap-VX4STQA2.js")).toKtap(runs);
  return (await import("./summary-AB5XRDLM.js")).summarize(runs);
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
