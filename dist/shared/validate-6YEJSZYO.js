import {
  warn
} from "./chunk-7WWXCFL7.js";
import {
  lintScenario,
  requireSound
} from "./chunk-CRLV3VHJ.js";
import "./chunk-WCDTERYH.js";
import {
  loadScenario
} from "./chunk-LXJMAYCK.js";
import "./chunk-WE353FMW.js";
import "./chunk-LLQD4UX5.js";
import {
  checkFiles
} from "./chunk-LRQLY4K6.js";
import {
  ScenarioError
} from "./chunk-GKQLW2Q3.js";
import "./chunk-NPYUUIVX.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-DCHVKCUR.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-L23G7NYG.js";
import "./chunk-IYKMFH6H.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OS4OHMLR.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-B3M2OGVS.js";
import "./chunk-2BBUKTQW.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-7OSXWTH4.js";

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
