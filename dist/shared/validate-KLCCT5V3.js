import {
  isScenario,
  loadRun
} from "./chunk-VBEW7INA.js";
import "./chunk-IHEACDNB.js";
import {
  warn
} from "./chunk-USXYBKG6.js";
import "./chunk-NCMDP22J.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  lintScenario,
  requireSound
} from "./chunk-VZMHMD3L.js";
import "./chunk-WCDTERYH.js";
import {
  checkFiles
} from "./chunk-3DLQTEHF.js";
import "./chunk-NI6CKDLU.js";
import {
  loadScenario
} from "./chunk-OOFAIED3.js";
import "./chunk-5Q6SFNNR.js";
import "./chunk-ZRVEZHWY.js";
import "./chunk-HNLTKXNJ.js";
import {
  ScenarioError
} from "./chunk-R25FUZDT.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-MLAK2CX2.js";
import "./chunk-PBFOL2O3.js";
import "./chunk-HNKRRHKP.js";
import "./chunk-R634AZ2Y.js";
import "./chunk-GVDD7QND.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-PBTCGB6N.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-FYURKBY3.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-3L6VLD7O.js";
import "./chunk-POHZVVS5.js";
import "./chunk-5XTVBRU6.js";
import "./chunk-RBANNFPH.js";
import "./chunk-MTKYCV2C.js";
import "./chunk-WOB6IITG.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-RPJHQSHZ.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-BM2IJI2T.js";
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
