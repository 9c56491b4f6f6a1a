import {
  isScenario,
  loadRun
} from "./chunk-EZZW5FXE.js";
import "./chunk-NUUKIXFX.js";
import {
  warn
} from "./chunk-OQNBSYAW.js";
import "./chunk-NCMDP22J.js";
import {
  lintScenario,
  requireSound
} from "./chunk-BHH2FN3O.js";
import {
  checkFiles
} from "./chunk-6PMVELVX.js";
import "./chunk-26FHAQFJ.js";
import "./chunk-QY7JCTB7.js";
import "./chunk-H6KDKXV5.js";
import "./chunk-TUGZNSDJ.js";
import {
  loadScenario
} from "./chunk-WWEYV5FR.js";
import "./chunk-UHZCLFAH.js";
import "./chunk-LRKZHUNA.js";
import "./chunk-SGV2QDWH.js";
import "./chunk-MMYE7VHJ.js";
import "./chunk-Q2EJGYCB.js";
import "./chunk-FYURKBY3.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2TFUJLGZ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-BBYFIMRE.js";
import "./chunk-TJSYBKLF.js";
import "./chunk-CNYZDXQQ.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-ZQMABVPH.js";
import "./chunk-G3NWQZ75.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-DEP5CK7J.js";
import "./chunk-WD6X4G7B.js";
import "./chunk-A2NKWSQL.js";
import {
  ScenarioError
} from "./chunk-WZIZK7PI.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-WHSYAQ2C.js";
import "./chunk-DTP6JIFW.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import "./chunk-D4THVSJ6.js";
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
