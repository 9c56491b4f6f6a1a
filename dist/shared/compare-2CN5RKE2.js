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
} from "./chunk-BY3UVDAU.js";
import "./chunk-V67K3L6B.js";
import {
  isHistory,
  readHistory
} from "./chunk-WTIMFSL5.js";
import {
  historyRun
} from "./chunk-SOUNP4QM.js";
import "./chunk-NCMDP22J.js";
import {
  table
} from "./chunk-3PNURQ27.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-K6VLZNBD.js";
import {
  SUITE_FILE,
  parseResult,
  readRuns
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
  UsageError
} from "./chunk-BM2IJI2T.js";
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
    const { bootSides } = await import("./compare-boots-TKMXRBP6.js");
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
