/** Version numbers of VMMs, firmware and kernels, and ranges of them. */

/** The versions from `from` on and before `before`; a missing end is open. */
export interface VersionRange {
  readonly from?: string;
  readonly before?: string;
}

/**
 * Negative where `a` is older, 0 where the numbers are the same, positive where `a` is newer. Only the dotted number
 * counts: `v47.0`, `47.0` and `47.0-12-g0123abc` are one version, and `edk2-stable202408.01` is 202408.01.
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function isWithin(version: string, { from, before }: VersionRange): boolean {
  return (
    (from === undefined || compareVersions(version, from) >= 0) &&
    (before === undefined || compareVersions(version, before) < 0)
  );
}

/** The version that a git ref names; undefined for a branch or a commit, whose version is not known. */
export function versionOfRef(ref: string | undefined): string | undefined {
  return /^v\d+\.\d+$/.test(ref ?? '') ? ref : undefined;
}

/** False for a build between releases, which may have any patch: `git describe` adds the distance to the release. */
export function isRelease(version: string): boolean {
  return !/-\d+-g[0-9a-f]+/.test(version);
}

/** `30.0 to 47`, `from 10.1`, `before 53.0`. */
export function describeRange({ from, before }: VersionRange): string {
  if (from === undefined) return before === undefined ? 'any' : `before ${before}`;
  return before === undefined ? `from ${from}` : `from ${from}, before ${before}`;
}

function numbersOf(version: string): number[] {
  return (/\d+(?:\.\d+)*/.exec(version.replace(/^edk2-stable/, ''))?.[0] ?? '').split('.').map(Number);
}
