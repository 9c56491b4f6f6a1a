import {
  isScenario,
  loadRun
} from "./chunk-ACYQPMXD.js";
import "./chunk-FBRB7WSB.js";
import {
  warn
} from "./chunk-XY6IAK44.js";
import "./chunk-NCMDP22J.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  lintScenario,
  requireSound
} from "./chunk-GGJHTPM4.js";
import "./chunk-WCDTERYH.js";
import {
  checkFiles
} from "./chunk-D7WZU3TG.js";
import "./chunk-QSVBJCUO.js";
import {
  loadScenario
} from "./chunk-3IGWJN4K.js";
import "./chunk-OT5BDIP3.js";
import "./chunk-FEIS7Z5L.js";
import "./chunk-HNLTKXNJ.js";
import {
  ScenarioError
} from "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-NOUR5OXJ.js";
import "./chunk-WUR54YEQ.js";
import "./chunk-RJKJIIWY.js";
import "./chunk-CUONXRSJ.js";
import "./chunk-GVDD7QND.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-PBTCGB6N.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-FYURKBY3.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-LXTSU47G.js";
import "./chunk-POHZVVS5.js";
import "./chunk-UMY5QCW6.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-B5XQG6HS.js";
import "./chunk-WOB6IITG.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-KAKGKCN4.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-Q4CHHY4T.js";
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
