import {
  warn
} from "./chunk-7ZR2KACP.js";
import {
  lintScenario,
  requireSound
} from "./chunk-RWLZ3GGK.js";
import "./chunk-NOOSDF62.js";
import {
  loadScenario
} from "./chunk-BOANPXZO.js";
import "./chunk-ESARSHR5.js";
import {
  checkFiles
} from "./chunk-VYS22V4F.js";
import {
  ScenarioError
} from "./chunk-PXHG5HN5.js";
import "./chunk-NPYUUIVX.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-L7QEMPOL.js";
import "./chunk-DCHVKCUR.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-ELTUVOUB.js";
import "./chunk-IYKMFH6H.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OS4OHMLR.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-B3M2OGVS.js";
import "./chunk-DWJMXZGM.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-7OSXWTH4.js";

// src/cli/validate.ts
function validate(file, options, { out }) {
  if (options.json === true) return validateAsJson(file, out);
  warn(requireSound(loadScenario(file)), out);
  out.line(`${file}: valid`);
  return EXIT.passed;
}
function validateAsJson(file, out) {
  let findings = [];
  try {
    const loaded = loadScenario(file);
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
