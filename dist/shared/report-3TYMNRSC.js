import {
  parseResult,
  readAll,
  readResult
} from "./chunk-RYDELTQJ.js";
import "./chunk-JWGYPO2X.js";
import "./chunk-BHH2FN3O.js";
import "./chunk-YLUIWFY6.js";
import "./chunk-44WF2MDB.js";
import "./chunk-6PMVELVX.js";
import "./chunk-JDFYHK5D.js";
import "./chunk-2MAJAF2T.js";
import "./chunk-54JA5SQ7.js";
import {
  isRecording
} from "./chunk-26FHAQFJ.js";
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
import {
  writeReport
} from "./chunk-Y73QREVQ.js";
import "./chunk-G3FSNJFZ.js";
import "./chunk-CTEL45AH.js";
import "./chunk-FUVXUIZP.js";
import "./chunk-VPEXOOML.js";
import "./chunk-5QQR7KKE.js";
import {
  REPORT_FILE
} from "./chunk-TAKYD5DH.js";
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
  UsageError,
  messageOf
} from "./chunk-D4THVSJ6.js";
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
  if (format === "junit") return (await import("./junit-WHKRA5WR.js")).toJUnit(runs, unrecorded);
  if (format === "ktap") return (await import("./ktap-VIKGC6HE.js")).toKtap(runs, unrecorded);
  return (await import("./summary-ZRTL2M5J.js")).summarize(runs, { unrecorded });
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
