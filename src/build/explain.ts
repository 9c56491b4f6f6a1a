/** What a build's error means, and what to do about it: from the catalog of known failures. */

import { BUILD_ROWS } from '../judge/catalog/index.ts';
import { causeOf } from '../judge/family.ts';
import { titleOf } from '../judge/signature.ts';

/** Rows that only follow another error, or say no more than where its reason stands. */
const CAUSES = BUILD_ROWS.filter(({ symptom }) => symptom !== true);

/** @returns the title and the advice of the first known failure in the lines, if there is one */
export function explainBuildError(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    for (const row of CAUSES) {
      const found = row.pattern.exec(line);
      if (found === null) continue;
      const groups = found.groups ?? {};
      const cause = causeOf(row, groups);
      return `${titleOf(cause, groups)}. ${cause.hint}`;
    }
  }
  return undefined;
}
