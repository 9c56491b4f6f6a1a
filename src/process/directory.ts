/** Makes the directories that a user names, and looks at what lies at a path, if anything does. */

import type { Stats } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from '../words/errors.ts';

/** `import … from 'node:fs'` would take 3 ms more at every start: see src/startup.ts. */
const fs = process.getBuiltinModule('node:fs');

/**
 * Makes a directory and the missing directories above it. Node's own `recursive` never returns below a directory that
 * takes no new entries, such as /proc: mkdir says ENOENT there although the parent exists (nodejs/node, src/node_file.cc,
 * MKDirpSync, goes up and down between the two).
 * @param mode of the directories that are made, before the umask
 * @throws the system's error of the directory that cannot be made
 */
export function makeDirectories(path: string, mode = 0o777): void {
  try {
    make(path, mode);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    makeDirectories(dirname(path), mode);
    // The second attempt is the last: its parent exists, so ENOENT has another cause.
    make(path, mode);
  }
}

/** Makes one directory. An existing directory is fine, an existing file is an error. */
function make(path: string, mode: number): void {
  try {
    fs.mkdirSync(path, { mode });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    // stat(2) fails for a link that leads nowhere.
    if (!fs.statSync(path).isDirectory()) throw error;
  }
}

/** What lies at a path; undefined where nothing does, or where that cannot be told, as for a link to itself. */
export function lookAt(path: string): Stats | undefined {
  try {
    return fs.statSync(path);
  } catch {
    return undefined;
  }
}

/** The text of a file; empty where the file cannot be read, as one of /proc whose process has ended or is another user's. */
export function textAt(path: string): string {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The names in a directory; none where the directory cannot be read. */
export function namesIn(directory: string): string[] {
  try {
    return fs.readdirSync(directory);
  } catch {
    return [];
  }
}
