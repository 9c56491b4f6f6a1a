/** Makes directories where a user says. */

import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from '../words/errors.ts';

/**
 * Makes a directory and those above it that are missing. Node's own `recursive` never returns where a directory can have
 * no new entries, such as /proc: mkdir says ENOENT there although the parent exists (nodejs/node, src/node_file.cc,
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
    // Once more only: a parent that exists now does not explain ENOENT again.
    make(path, mode);
  }
}

/** A directory that is there already is fine; a file of that name is not. */
function make(path: string, mode: number): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    // stat(2) fails when the path is a link that leads nowhere.
    if (!statSync(path).isDirectory()) throw error;
  }
}
