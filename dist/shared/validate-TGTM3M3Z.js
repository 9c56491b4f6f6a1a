import {
  isScenario,
  loadRun
} from "./chunk-B34FLT2A.js";
import "./chunk-S43INHYQ.js";
import "./chunk-NCMDP22J.js";
import {
  warn
} from "./chunk-QYXTLK5A.js";
import {
  lintScenario,
  requireSound
} from "./chunk-ZB4LHV3A.js";
import {
  checkFiles
} from "./chunk-EABUHY5D.js";
import "./chunk-CT3CYKUU.js";
import "./chunk-TYXNQKKF.js";
import "./chunk-H6KDKXV5.js";
import "./chunk-ELG3TUYH.js";
import {
  loadScenario
} from "./chunk-X5GGVPWF.js";
import "./chunk-GNP3RLOP.js";
import "./chunk-3UKY4PQK.js";
import "./chunk-BGTM5X7Z.js";
import "./chunk-MOGLVO6R.js";
import "./chunk-Z5EMF6HS.js";
import "./chunk-FYURKBY3.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2DNHFQUT.js";
import "./chunk-POHZVVS5.js";
import "./chunk-LZS5NMGH.js";
import "./chunk-PAW3MIGX.js";
import "./chunk-7SKRB5VY.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-7GO3TDGG.js";
import "./chunk-PSFT4LPN.js";
import "./chunk-SXQGVEJP.js";
import "./chunk-UWL53G6B.js";
import "./chunk-LVISHQM2.js";
import "./chunk-A2HKPFWR.js";
import {
  ScenarioError
} from "./chunk-KHPEMR2K.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-WHSYAQ2C.js";
import "./chunk-DTP6JIFW.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/validate.ts
function validate(file, options, { out }) {
  if (options.json === true) return validateAsJson(file, options, out);
  if (isScenario(file)) {
    warn(requireSound(loadScenario(file, options.uses)), out);
    out.line(`${file}: valid`);
  } else {
    const count = countEntries(file, options, (message) => warn([message], out));
    out.line(`${file}: valid (${count} ${count === 1 ? "scenario" : "scenarios"})`);
  }
  return EXIT.passed;
}
function countEntries(file, { uses = {} }, warned) {
  const loaded = loadRun([file], uses, {}, warned);
  return "entries" in loaded ? loaded.entries.length : 1;
}
function validateAsJson(file, options, out) {
  let findings = [];
  try {
    if (isScenario(file)) {
      const loaded = loadScenario(file, options.uses);
      checkFiles(loaded);
      findings = lintScenario(loaded);
      requireSound(loaded);
    } else countEntries(file, options, (message) => findings.push(message));
    out.json({ valid: true, problems: [], findings });
    return EXIT.passed;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    out.json({ valid: false, problems: error.problems, findings });
    return EXIT.usage;
  }
}
export {
  validate
};
