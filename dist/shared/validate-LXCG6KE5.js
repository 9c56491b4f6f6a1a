import {
  warn
} from "./chunk-O6K4RGTM.js";
import {
  lintScenario,
  requireSound
} from "./chunk-HBTGX4UI.js";
import "./chunk-WCDTERYH.js";
import {
  checkFiles
} from "./chunk-5UGCNRH2.js";
import {
  loadScenario
} from "./chunk-WYKTJOFR.js";
import "./chunk-2I2PZAKV.js";
import "./chunk-ODCNIZ4V.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-TLSPWO26.js";
import "./chunk-YJUB5JHN.js";
import "./chunk-RJKJIIWY.js";
import {
  ScenarioError
} from "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-NPYUUIVX.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-GJ7AWZ3T.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-WLESO37N.js";
import "./chunk-IYKMFH6H.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OOLZV5JI.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-FDYQZGYD.js";
import "./chunk-YIF3J6O5.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/validate.ts
function validate(file, options, { out }) {
  if (options.json === true) return validateAsJson(file, options, out);
  warn(requireSound(loadScenario(file, options.uses)), out);
  out.line(`${file}: valid`);
  return EXIT.passed;
}
function validateAsJson(file, { uses }, out) {
  let findings = [];
  try {
    const loaded = loadScenario(file, uses);
    checkFiles(loaded);
    findings = lintScenario(loaded);
    requireSound(loaded);
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
