/** Looks programs up in PATH. */

import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

/**
 * Looks a command up in PATH as execvp(3) does; a name with a slash is a path, and is returned as it is.
 * @param mode what the file must allow: to be executed, or with F_OK only to exist
 */
export function findCommand(name: string, mode = constants.X_OK): string | undefined {
  if (name.includes('/')) return name;
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    const path = resolve(directory, name);
    try {
      accessSync(path, mode);
      if (statSync(path).isFile()) return path;
    } catch {
      // The command is not in this directory; the next one may have it.
    }
  }
  return undefined;
}
