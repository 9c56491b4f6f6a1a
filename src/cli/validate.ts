/** `tdx-boot validate`: checks a scenario and the files that it names. */

import { checkFiles } from '../guest/files.ts';
import type { LintMessage } from '../lint/lint.ts';
import { lintScenario, requireSound } from '../prepare/lint.ts';
import type { Printer } from '../report/printer.ts';
import { loadScenario } from '../scenario/load.ts';
import { ScenarioError } from '../scenario/text.ts';
import { EXIT, type Streams } from './context.ts';
import type { UseOptions } from './uses.ts';
import { warn } from './warn.ts';

/** `tdx-boot validate`. */
export function validate(file: string, options: UseOptions & { json?: true }, { out }: Streams): number {
  if (options.json === true) return validateAsJson(file, options, out);
  warn(requireSound(loadScenario(file, options.uses)), out);
  out.line(`${file}: valid`);
  return EXIT.passed;
}

/** Lint messages are listed with their rule, and those that refuse the scenario are its problems, too. */
function validateAsJson(file: string, { uses }: UseOptions, out: Printer): number {
  let findings: LintMessage[] = [];
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
