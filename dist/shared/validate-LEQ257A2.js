import {
  warn
} from "./chunk-ACFA3VNH.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  lintScenario,
  requireSound
} from "./chunk-RDKA7ULQ.js";
import "./chunk-WCDTERYH.js";
import {
  checkFiles
} from "./chunk-EWCZ5YCH.js";
import "./chunk-NQGNUVL2.js";
import {
  loadScenario
} from "./chunk-HOCGGFJI.js";
import "./chunk-FEIS7Z5L.js";
import "./chunk-OT5BDIP3.js";
import "./chunk-HNLTKXNJ.js";
import {
  ScenarioError
} from "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-3AHYBEDG.js";
import "./chunk-AMQZ2BH2.js";
import "./chunk-RJKJIIWY.js";
import "./chunk-GVDD7QND.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-FYURKBY3.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-LXTSU47G.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-POHZVVS5.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-B5XQG6HS.js";
import "./chunk-OOLZV5JI.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-KAKGKCN4.js";
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
