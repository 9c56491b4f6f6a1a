/** Looks programs up in PATH. */

import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

/**
 * Looks a command up in PATH as execvp(3) does; a name with a slash is a path, and is returned as it is.
 * @param mode what the file must allow: to be executed, or with F_OK only to exist
 */
export function findCommand(name: string, mode = constants.X_OK): string | undefined {
  if (name.includes('/')) return name;
  const paths = (process.env.PATH ?? '').split(delimiter).map((directory) => resolve(directory, name));
  return paths.find((path) => isFile(path, mode));
}

/** The first of these that is there: commands are looked up in PATH, and other names are absolute paths. */
export function findFirst(names: readonly string[], mode = constants.X_OK): string | undefined {
  const paths = names.map((name) => findCommand(name, mode));
  return paths.find((path) => path !== undefined && isFile(path, mode));
}

/** Whether there is a file at the path that allows `mode`. */
function isFile(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
