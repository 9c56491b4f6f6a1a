import {
  isScenario,
  loadRun
} from "./chunk-3T2YQHGU.js";
import "./chunk-IHEACDNB.js";
import {
  warn
} from "./chunk-FBRHABPC.js";
import "./chunk-NCMDP22J.js";
import {
  lintScenario,
  requireSound
} from "./chunk-JYDRG4Q7.js";
import "./chunk-WCDTERYH.js";
import {
  checkFiles
} from "./chunk-LSHX7TM5.js";
import "./chunk-HWCT7VXV.js";
import {
  loadScenario
} from "./chunk-LGQZNYKV.js";
import "./chunk-5Q6SFNNR.js";
import "./chunk-K6477OUF.js";
import "./chunk-JZQ4IJ4T.js";
import "./chunk-PBFOL2O3.js";
import "./chunk-HNKRRHKP.js";
import "./chunk-BSQQYDY2.js";
import "./chunk-GVDD7QND.js";
import "./chunk-YLGYUHZM.js";
import "./chunk-FYURKBY3.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-3L6VLD7O.js";
import "./chunk-POHZVVS5.js";
import "./chunk-ER4JHYTJ.js";
import "./chunk-RBANNFPH.js";
import "./chunk-OFMX2KKT.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-WTWDRYRV.js";
import "./chunk-C5WI4WD4.js";
import "./chunk-YCQBZFS4.js";
import "./chunk-S2CQOASI.js";
import "./chunk-HNLTKXNJ.js";
import {
  ScenarioError
} from "./chunk-R25FUZDT.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-WOB6IITG.js";
import "./chunk-TOLEDQXP.js";
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
