/** Looks programs up in PATH. */

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Looks a command up in PATH as execvp does; a path is taken as it is.
 * @param mode what the file must allow: to be executed, or with F_OK only to exist
 */
export function findCommand(name: string, mode = constants.X_OK): string | undefined {
  if (name.includes('/')) return name;
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(directory === '' ? '.' : directory, name);
    try {
      accessSync(path, mode);
      return path;
    } catch {
      // Not there; the next directory may have it.
    }
  }
  return undefined;
}
