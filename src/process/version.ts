/** The version of tdx-boot, and the commit of its release. */

import { readFileSync } from 'node:fs';

interface Package {
  readonly version: string;
  /** The commit that was packed; script/release writes it into the package of a release. */
  readonly gitHead?: string;
}

/** As in package.json, which is two levels up from src/process and from dist/shared alike. */
export function packageVersion(): string {
  return readPackage().version;
}

/** The version and the commit of a release; undefined for a tdx-boot that is no release. */
export function packageRelease(): { readonly version: string; readonly commit: string } | undefined {
  const { version, gitHead: commit } = readPackage();
  return commit === undefined ? undefined : { version, commit };
}

function readPackage(): Package {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return JSON.parse(text) as Package;
}
