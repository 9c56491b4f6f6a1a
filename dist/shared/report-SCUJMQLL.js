import {
  parseResult,
  readAll,
  readResult
} from "./chunk-UUAZCOJY.js";
import "./chunk-QLGLKML5.js";
import "./chunk-JYDRG4Q7.js";
import "./chunk-ZO5GVAZY.js";
import "./chunk-COU6KSOI.js";
import "./chunk-EZKUDLQW.js";
import "./chunk-WCDTERYH.js";
import "./chunk-LSHX7TM5.js";
import "./chunk-AW72VAT3.js";
import "./chunk-57EZI6XK.js";
import "./chunk-6RP2JO6J.js";
import {
  isRecording
} from "./chunk-HWCT7VXV.js";
import "./chunk-LGQZNYKV.js";
import "./chunk-5Q6SFNNR.js";
import "./chunk-K6477OUF.js";
import "./chunk-HELCCKQW.js";
import "./chunk-TS74Y3CA.js";
import "./chunk-JZQ4IJ4T.js";
import "./chunk-PBFOL2O3.js";
import "./chunk-HNKRRHKP.js";
import "./chunk-7QVLELSU.js";
import "./chunk-NBTEPNUY.js";
import "./chunk-BSQQYDY2.js";
import "./chunk-GVDD7QND.js";
import "./chunk-ZIPYE4VO.js";
import "./chunk-J5VI26OM.js";
import "./chunk-YLGYUHZM.js";
import "./chunk-FIXWRPOH.js";
import "./chunk-BF4PNEGJ.js";
import "./chunk-FYURKBY3.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-WIPRSF3Y.js";
import "./chunk-YVU5L7BE.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-3L6VLD7O.js";
import "./chunk-T6SRI57T.js";
import "./chunk-QQ45P5BQ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-ZJDXO6NN.js";
import "./chunk-ER4JHYTJ.js";
import "./chunk-RBANNFPH.js";
import "./chunk-BORWYDAJ.js";
import "./chunk-OFMX2KKT.js";
import "./chunk-TZSH6ZHU.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-WTWDRYRV.js";
import {
  writeReport
} from "./chunk-3GPSYSRC.js";
import "./chunk-GMRKDGWK.js";
import "./chunk-K6VLZNBD.js";
import "./chunk-IRZMTVJD.js";
import {
  REPORT_FILE
} from "./chunk-K2EI4FYU.js";
import "./chunk-ZERJH4FR.js";
import "./chunk-X6BXOTOR.js";
import "./chunk-C5WI4WD4.js";
import "./chunk-YCQBZFS4.js";
import "./chunk-S2CQOASI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-R25FUZDT.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-WOB6IITG.js";
import "./chunk-TOLEDQXP.js";
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
  if (format === "junit") return (await import("./junit-ETYHTHNS.js")).toJUnit(runs, unrecorded);
  if (format === "ktap") return (await import("./ktap-WDRLA43V.js")).toKtap(runs, unrecorded);
  return (await import("./summary-7DHYZTH6.js")).summarize(runs, { unrecorded });
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
