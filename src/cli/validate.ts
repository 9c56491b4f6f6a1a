/** `tdx-boot validate`: checks a scenario or a suite, and the files that it names. */

import type { LintMessage } from '../lint/lint.ts';
import { lintScenario, requireNoErrors, requireSound } from '../prepare/lint.ts';
import type { Printer } from '../report/printer.ts';
import { loadScenario } from '../scenario/load.ts';
import { ScenarioError } from '../scenario/text.ts';
import { isScenario, loadRun } from '../suite/load.ts';
import { counted } from '../words/units.ts';
import { EXIT, type Streams } from './context.ts';
import type { UseOptions } from './uses.ts';
import { warn } from './warn.ts';

/** `tdx-boot validate`. */
export function validate(file: string, options: UseOptions & { json?: true }, { out }: Streams): number {
  if (options.json === true) return validateAsJson(file, options, out);
  if (isScenario(file)) {
    warn(requireSound(loadScenario(file, options.uses)), out);
    out.line(`${file}: valid`);
  } else {
    const count = countEntries(file, options, (message) => warn([message], out));
    out.line(`${file}: valid (${counted(count, 'scenario')})`);
  }
  return EXIT.passed;
}

/** The scenarios of a suite, a directory or a glob. @throws ScenarioError with the mistakes of all of them */
function countEntries(
  file: string,
  { uses = {} }: UseOptions,
  warned: (message: LintMessage) => void,
): number {
  const loaded = loadRun([file], uses, {}, warned);
  return 'entries' in loaded ? loaded.entries.length : 1;
}

/** Lint messages are listed with their rule, and those that refuse the scenario are its problems, too. */
function validateAsJson(file: string, options: UseOptions, out: Printer): number {
  let findings: LintMessage[] = [];
  try {
    if (isScenario(file)) {
      const loaded = loadScenario(file, options.uses);
      findings = lintScenario(loaded);
      requireNoErrors(findings);
    } else countEntries(file, options, (message) => findings.push(message));
    out.json({ valid: true, problems: [], findings });
    return EXIT.passed;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    out.json({ valid: false, problems: error.problems, findings });
    return EXIT.usage;
  }
}
