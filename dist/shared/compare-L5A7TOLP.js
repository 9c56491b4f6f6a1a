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
} from "./chunk-TRWHUG7N.js";
import "./chunk-V67K3L6B.js";
import {
  isHistory,
  readHistory
} from "./chunk-75K6BNHF.js";
import {
  historyRun
} from "./chunk-XGXTHW67.js";
import "./chunk-NCMDP22J.js";
import {
  SUITE_FILE,
  parseResult,
  readRuns
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
import {
  table
} from "./chunk-3PNURQ27.js";
import "./chunk-OFMX2KKT.js";
import "./chunk-TZSH6ZHU.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-WTWDRYRV.js";
import "./chunk-K6VLZNBD.js";
import "./chunk-K2EI4FYU.js";
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
    const { bootSides } = await import("./compare-boots-VDWDBTTI.js");
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
