import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  writeReport
} from "./chunk-TIVQHG7X.js";
import "./chunk-GMRKDGWK.js";
import "./chunk-K6VLZNBD.js";
import "./chunk-WY2NRLVV.js";
import {
  REPORT_FILE,
  parseResult,
  readAll,
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
import {
  isRecording
} from "./chunk-QSVBJCUO.js";
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
  if (format === "junit") return (await import("./junit-INOS4TO5.js")).toJUnit(runs, unrecorded);
  if (format === "ktap") return (await import("./ktap-DJ2UL3WA.js")).toKtap(runs, unrecorded);
  return (await import("./summary-BYEKGQK3.js")).summarize(runs, { unrecorded });
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
