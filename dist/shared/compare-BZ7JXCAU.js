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
} from "./chunk-ZQWBWIZD.js";
import "./chunk-V67K3L6B.js";
import {
  isHistory,
  readHistory
} from "./chunk-BT5PU4TN.js";
import {
  SUITE_FILE,
  parseResult,
  readRuns
} from "./chunk-CCHCACHL.js";
import "./chunk-NCMDP22J.js";
import "./chunk-XAM7Z75C.js";
import "./chunk-ZB4LHV3A.js";
import "./chunk-G22QTBE3.js";
import "./chunk-LEVOI2RB.js";
import "./chunk-EABUHY5D.js";
import "./chunk-J6DCDTQO.js";
import "./chunk-4QN54IE2.js";
import "./chunk-FQ3DCRTG.js";
import {
  isRecording
} from "./chunk-CT3CYKUU.js";
import "./chunk-HELCCKQW.js";
import "./chunk-PCHR2CJV.js";
import "./chunk-SDZZXB32.js";
import "./chunk-TYXNQKKF.js";
import "./chunk-D3F3PKKQ.js";
import "./chunk-772ZWCBN.js";
import "./chunk-H6KDKXV5.js";
import "./chunk-ELG3TUYH.js";
import "./chunk-X5GGVPWF.js";
import "./chunk-GNP3RLOP.js";
import "./chunk-3UKY4PQK.js";
import "./chunk-7EZL7CAO.js";
import "./chunk-VJTVHMNG.js";
import "./chunk-BGTM5X7Z.js";
import "./chunk-MOGLVO6R.js";
import "./chunk-YQ6TYZ6A.js";
import "./chunk-J5VI26OM.js";
import "./chunk-Z5EMF6HS.js";
import "./chunk-ICTCGJU4.js";
import "./chunk-XRCLQ5TY.js";
import "./chunk-36QO2VQE.js";
import "./chunk-BKFCS2O6.js";
import "./chunk-VM3YECVA.js";
import "./chunk-FYURKBY3.js";
import "./chunk-5UXIQAYR.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-ZRLOYJTX.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2DNHFQUT.js";
import "./chunk-POHZVVS5.js";
import "./chunk-M3NQKO3U.js";
import "./chunk-LZS5NMGH.js";
import "./chunk-PAW3MIGX.js";
import "./chunk-3UQVA5YR.js";
import {
  table
} from "./chunk-3PNURQ27.js";
import "./chunk-7SKRB5VY.js";
import "./chunk-C24KWKK2.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-7GO3TDGG.js";
import "./chunk-CTEL45AH.js";
import {
  historyRun
} from "./chunk-O2SLEJNV.js";
import "./chunk-2H22IQHJ.js";
import "./chunk-322MFWUB.js";
import "./chunk-PSFT4LPN.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-SXQGVEJP.js";
import "./chunk-UWL53G6B.js";
import "./chunk-LVISHQM2.js";
import "./chunk-A2HKPFWR.js";
import "./chunk-KHPEMR2K.js";
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
} from "./chunk-SBPB5IBB.js";
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
    const { bootSides } = await import("./compare-boots-VIVELPDG.js");
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
