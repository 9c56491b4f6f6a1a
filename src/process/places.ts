/** Where tdx-boot keeps things. */

import { homedir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { HostError } from '../words/errors.ts';

export type Thing =
  /** What was built, for all jobs of this user. */
  | 'store'
  /** The code that V8 compiled of dist/. It is run, so nobody else may be able to write there. */
  | 'compiled-code'
  /** Work directories, which are removed at the end of a run. */
  | 'temporary';

/** Directories that all users share: each may add files, and none may touch those of another. The best comes first. */
export const SHARED_DIRECTORIES: readonly string[] = ['/run/lock', '/tmp'];

/**
 * The absolute path of the directory for a thing. A variable that is empty or names a relative path is ignored, as the
 * XDG Base Directory Specification says: files of the working directory may be a stranger's.
 * @throws HostError code `no-home` when no variable and no account names a home directory
 */
export function placeOf(thing: Thing, env: NodeJS.ProcessEnv = process.env): string {
  if (thing === 'temporary') return firstAbsolute([env.RUNNER_TEMP, env.TMPDIR, env.TMP, env.TEMP]) ?? '/tmp';
  const cache = firstAbsolute([env.XDG_CACHE_HOME]) ?? join(homeOf(env), '.cache');
  return join(cache, 'tdx-boot', thing === 'store' ? 'firmware' : 'compiled');
}

function homeOf({ HOME, SUDO_UID }: NodeJS.ProcessEnv): string {
  const home = isHomeOf(SUDO_UID, HOME)
    ? attempt(() => userInfo().homedir)
    : firstAbsolute([HOME, attempt(homedir), attempt(() => userInfo().homedir)]);
  if (home !== undefined) return home;
  throw new HostError('no-home', `there is no home directory for tdx-boot's cache: HOME is "${HOME ?? ''}"`, {
    hint: 'Set XDG_CACHE_HOME or HOME to an absolute path.',
    lasting: true,
  });
}

/**
 * `sudo -E` keeps the HOME of the user who called it. What root made there, such as a missing `~/.cache`, would be shut to its owner.
 * @param user number of that user, as sudo(8) gives it; undefined without sudo
 */
function isHomeOf(user: string | undefined, home: string | undefined): boolean {
  if (user === undefined || home === undefined || user === String(process.geteuid?.())) return false;
  // `import … from 'node:fs'` would take 3 ms more at every start: see src/startup.ts.
  const owner = attempt(() => String(process.getBuiltinModule('node:fs').statSync(home).uid));
  return owner === user;
}

function firstAbsolute(paths: readonly (string | undefined)[]): string | undefined {
  return paths.find((path) => path !== undefined && isAbsolute(path));
}

/** The question fails for a user without an entry in the password database, as in a container. */
function attempt(question: () => string): string | undefined {
  try {
    return question();
  } catch {
    return undefined;
  }
}
