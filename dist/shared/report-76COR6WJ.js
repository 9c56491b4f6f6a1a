import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  writeReport
} from "./chunk-FGE5WAQB.js";
import "./chunk-GMRKDGWK.js";
import "./chunk-K6VLZNBD.js";
import "./chunk-ALDQ2EZP.js";
import {
  REPORT_FILE,
  parseResult,
  readAll,
  readResult
} from "./chunk-EB52G7X7.js";
import "./chunk-IHQ6SWXX.js";
import "./chunk-VZMHMD3L.js";
import "./chunk-ZERJH4FR.js";
import "./chunk-PNP4AQXL.js";
import "./chunk-EAGFKDY3.js";
import "./chunk-BW7ZZE24.js";
import "./chunk-WCDTERYH.js";
import "./chunk-3DLQTEHF.js";
import "./chunk-DP3QCJYD.js";
import "./chunk-57EZI6XK.js";
import "./chunk-JZXD2SMJ.js";
import {
  isRecording
} from "./chunk-NI6CKDLU.js";
import "./chunk-OOFAIED3.js";
import "./chunk-5Q6SFNNR.js";
import "./chunk-ZRVEZHWY.js";
import "./chunk-HELCCKQW.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-R25FUZDT.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-PYREBFCJ.js";
import "./chunk-MLAK2CX2.js";
import "./chunk-PBFOL2O3.js";
import "./chunk-HNKRRHKP.js";
import "./chunk-O6WBYA6V.js";
import "./chunk-ONO73SMO.js";
import "./chunk-R634AZ2Y.js";
import "./chunk-GVDD7QND.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-LUZTJW22.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-J5VI26OM.js";
import "./chunk-PBTCGB6N.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-FIXWRPOH.js";
import "./chunk-B4VF3AHC.js";
import "./chunk-FYURKBY3.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-WIPRSF3Y.js";
import "./chunk-JFONFIZM.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-3L6VLD7O.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-NGXJFHFG.js";
import "./chunk-QQ45P5BQ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-B3E2T4C2.js";
import "./chunk-5XTVBRU6.js";
import "./chunk-RBANNFPH.js";
import "./chunk-BORWYDAJ.js";
import "./chunk-MTKYCV2C.js";
import "./chunk-TZSH6ZHU.js";
import "./chunk-WOB6IITG.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-RPJHQSHZ.js";
import "./chunk-DV54WIWJ.js";
import {
  UsageError,
  messageOf
} from "./chunk-BM2IJI2T.js";
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
  if (format === "junit") return (await import("./junit-S3LPPICZ.js")).toJUnit(runs, unrecorded);
  if (format === "ktap") return (await import("./ktap-H2A7RBYI.js")).toKtap(runs, unrecorded);
  return (await import("./summary-6S3PAV5V.js")).summarize(runs, { unrecorded });
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
