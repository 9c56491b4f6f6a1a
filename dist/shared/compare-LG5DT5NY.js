import {
  TIME_HEAD,
  compareRuns,
  comparisonMarkdown,
  describeAlone,
  describeChanges,
  describeTimes,
  describeWhole,
  scenarioTitle,
  timeCells
} from "./chunk-EJBPH3SG.js";
import "./chunk-V67K3L6B.js";
import {
  isHistory,
  readHistory
} from "./chunk-T42F5QVU.js";
import "./chunk-NCMDP22J.js";
import {
  SUITE_FILE,
  parseResult,
  readRuns
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
import {
  table
} from "./chunk-3PNURQ27.js";
import "./chunk-CNYZDXQQ.js";
import "./chunk-4TNNQE2H.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-ZQMABVPH.js";
import "./chunk-CTEL45AH.js";
import {
  historyRun
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
  UsageError
} from "./chunk-D4THVSJ6.js";
import "./chunk-P4Z2SUOO.js";

// src/report/side.ts
import { statSync } from "node:fs";
import { basename, dirname } from "node:path";
async function readSide(path, last) {
  const { runs, problems } = await readAll(path);
  const ordered = runs.toSorted((a, b) => (a.start ?? "").localeCompare(b.start ?? ""));
  return { runs: newest(ordered, last), problems };
}
async function readAll(path) {
  if (!isRecording(path) && isHistory(path)) return readHistory(path);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === void 0) throw new UsageError("no-results", `${path}: no such file or directory`);
  if (stat.isDirectory()) return { runs: (await readRuns([path])).map(historyRun), problems: [] };
  if (basename(path) === SUITE_FILE) return readAll(dirname(path));
  const result = parseResult(path);
  if (result !== void 0) return { runs: [historyRun({ result })], problems: [] };
  throw new UsageError("old-result", `${path} was written by an older tdx-boot`, {
    hint: "Name the directory of its recording instead."
  });
}
function newest(runs, last) {
  const left = /* @__PURE__ */ new Map();
  const key = ({ scenario, platform }) => JSON.stringify([scenario, platform]);
  return runs.toReversed().filter((run) => {
    const taken = left.get(key(run)) ?? 0;
    left.set(key(run), taken + 1);
    return taken < last;
  }).reverse();
}

// src/cli/compare.ts
var STYLES = { passed: "green", failed: "red", errored: "red" };
async function compare(before, after, options, streams) {
  const sides = await sidesOf(before, after, options, streams);
  if (typeof sides === "number") return sides;
  const comparison = compareRuns(sides.before, sides.after, options);
  if (comparison.scenarios.length === 0) {
    throw new UsageError("nothing-in-common", `${before} and ${after} have no scenario in common`, {
      hint: "Runs are of one scenario when its name and its platform are equal."
    });
  }
  show(comparison, options, streams.out);
  return EXIT[comparison.verdict];
}
async function sidesOf(before, after, options, streams) {
  const { runs, uses, last } = options;
  if (runs !== void 0) {
    const { bootSides } = await import("./compare-boots-M7QIV5K6.js");
    return bootSides([before, after], { ...options, runs }, streams);
  }
  if ((uses?.overrides?.length ?? 0) + (uses?.variables?.size ?? 0) > 0) {
    throw new UsageError("nothing-to-boot", "what is said beside a scenario is for --runs", {
      hint: "Name two scenarios and --runs N, or leave these options out."
    });
  }
  const [old, young] = [await readSide(before, last), await readSide(after, last)];
  streams.error.lines([...old.problems, ...young.problems]);
  return { before: old.runs, after: young.runs };
}
function show(comparison, { format }, out) {
  if (format === "json") out.json(comparison);
  else if (format === "markdown") out.document(comparisonMarkdown(comparison));
  else showLines(comparison, out);
}
function showLines(comparison, out) {
  for (const each of comparison.scenarios) {
    out.line(scenarioTitle(each), { style: each.regressions.length > 0 ? "red" : "bold" });
    out.lines(describeChanges(each).map((line) => `  ${line}`));
    const room = out.columns === void 0 ? void 0 : out.columns - 2;
    const rows = each.times.length === 0 ? [] : table([TIME_HEAD, ...each.times.map(timeCells)], room);
    out.lines([...rows, ...describeTimes(each, comparison)].map((line) => `  ${line}`));
  }
  out.lines(describeAlone(comparison));
  out.line(describeWhole(comparison), { style: STYLES[comparison.verdict] });
}
export {
  compare
};
