/** The combinations of a matrix, as GitHub's workflows make them: each value with each, less `exclude`, and `include`. */

/** What one combination sets: the name of a setting, and its value. */
export type Combination = Readonly<Record<string, MatrixValue>>;
export type MatrixValue = string | number | boolean;

interface Matrix {
  /** In the order of the file. The last one changes first. */
  readonly axes: ReadonlyMap<string, readonly MatrixValue[]>;
  readonly include: readonly Combination[];
  readonly exclude: readonly Combination[];
}

/**
 * The combinations of a matrix, in the order of the file. As in GitHub's workflows, an entry of `include` is added to
 * each combination whose values it does not change, and is a combination of its own where there is none.
 * @returns one empty combination for a matrix that says nothing
 */
export function combinations({ axes, include, exclude }: Matrix): Combination[] {
  let made: Combination[] = [{}];
  for (const [name, values] of axes) {
    made = made.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
  }
  const kept = made.filter((one) => !exclude.some((without) => agrees(one, without, Object.keys(without))));
  const result = axes.size === 0 && include.length > 0 ? [] : [...kept];
  const originals = result.length;
  for (const extra of include) {
    const shared = Object.keys(extra).filter((name) => axes.has(name));
    const fits = Array.from({ length: originals }, (_, index) => index).filter((index) =>
      agrees(kept[index] ?? {}, extra, shared),
    );
    for (const index of fits) result[index] = { ...result[index], ...extra };
    if (fits.length === 0) result.push(extra);
  }
  return result;
}

/** `platform=emulated, cpus=2`: tells combinations of a matrix apart. */
export function describeCombination(one: Combination): string {
  return Object.entries(one)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}

function agrees(one: Combination, other: Combination, names: readonly string[]): boolean {
  return names.every((name) => one[name] === other[name]);
}
