/** What a combination of a matrix says of a scenario and something else has the last word on: the combination must not claim it. */

import type { LintMessage } from '../lint/lint.ts';
import type { LoadedBoot } from '../scenario/load.ts';
import type { Override } from '../scenario/overrides.ts';
import type { Where } from '../scenario/scenario.ts';
import type { Combination, MatrixValue } from './matrix.ts';

/** One value of a combination, as the override that it is. */
export interface Axis {
  readonly name: string;
  readonly value: MatrixValue;
  readonly override: Override;
  readonly where: Where;
}

/** Whether the scenario has the value, and not one that an entry of the suite or the command line says. */
export function holds({ source }: LoadedBoot, { override: { path, value, origin } }: Axis): boolean {
  // A key that is taken away has no place.
  return value === 'null' || source.where(path).file === origin;
}

export function combinationOf(axes: readonly Axis[]): Combination {
  return Object.fromEntries(axes.map(({ name, value }) => [name, value]));
}

export function withoutEffect(
  { scenario, source }: LoadedBoot,
  { name, value, override, where }: Axis,
): LintMessage {
  return {
    rule: 'matrix-without-effect',
    severity: 'warning',
    where,
    message: `${name}=${value} has no effect on "${scenario.name}": ${source.where(override.path).file} wins over the matrix`,
    hint: 'What boots the same guest is booted once.',
    reference: 'docs/suites.md',
  };
}
