/** `tdx-boot validate`: checks scenarios or a suite, and the files that they name. */

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

/** `tdx-boot validate`. @param names as `tdx-boot run` takes them */
export function validate(
  names: readonly string[],
  options: UseOptions & { json?: true },
  { out }: Streams,
): number {
  if (options.json === true) return validateAsJson(names, options, out);
  const file = onlyScenario(names);
  if (file !== undefined) {
    warn(requireSound(loadScenario(file, options.uses)), out);
    out.line(`${file}: valid`);
  } else {
    const count = countEntries(names, options, (message) => warn([message], out));
    out.line(`${names.join(' ')}: valid (${counted(count, 'scenario')})`);
  }
  return EXIT.passed;
}

/** Undefined: the names are of a suite. */
function onlyScenario(names: readonly string[]): string | undefined {
  const [file] = names;
  return file !== undefined && names.length === 1 && isScenario(file) ? file : undefined;
}

/** The scenarios of a suite, of directories, globs and files. @throws ScenarioError with the mistakes of all of them */
function countEntries(
  names: readonly string[],
  { uses = {} }: UseOptions,
  warned: (message: LintMessage) => void,
): number {
  const loaded = loadRun(names, uses, {}, warned);
  return 'entries' in loaded ? loaded.entries.length : 1;
}

/** Lint messages are listed with their rule, and those that refuse the scenario are its problems, too. */
function validateAsJson(names: readonly string[], options: UseOptions, out: Printer): number {
  let findings: LintMessage[] = [];
  try {
    const file = onlyScenario(names);
    if (file !== undefined) {
      const loaded = loadScenario(file, options.uses);
      findings = lintScenario(loaded);
      requireNoErrors(findings);
    } else countEntries(names, options, (message) => findings.push(message));
    out.json({ valid: true, problems: [], findings });
    return EXIT.passed;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    out.json({ valid: false, problems: error.problems, findings });
    return EXIT.usage;
  }
}
