/** A source directory of the user's: which files it has, what they add up to, and a copy of them. */

import { createHash } from 'node:crypto';
import {
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type GitOptions, workTreeFiles } from './git.ts';

/**
 * The files that a build would read, sorted, relative to the directory: of a git work tree what git would commit, with
 * its submodules; of any other directory all.
 */
export async function listFiles(directory: string, options: GitOptions): Promise<string[]> {
  return (await listBelow(directory, '', options)).sort();
}

async function listBelow(root: string, below: string, options: GitOptions): Promise<string[]> {
  const directory = join(root, below);
  const names = existsSync(join(directory, '.git'))
    ? await workTreeFiles(directory, options)
    : readdirSync(directory).filter((name) => name !== '.git');
  const nested = await Promise.all(
    names.map(async (name) => {
      const path = join(below, name);
      const found = lstatSync(join(root, path), { throwIfNoEntry: false });
      // A file that git knows may be deleted, and a submodule is a directory to it.
      if (found === undefined) return [];
      return found.isDirectory() ? listBelow(root, path, options) : [path];
    }),
  );
  return nested.flat();
}

/** SHA-256 over path, kind and content of every file. */
export function digestOf(directory: string, files: readonly string[]): string {
  const all = createHash('sha256');
  for (const file of files) {
    const path = join(directory, file);
    const stat = lstatSync(path);
    const kind = stat.isSymbolicLink() ? 'link' : (stat.mode & 0o100) === 0 ? 'file' : 'program';
    const content = stat.isSymbolicLink() ? readlinkSync(path) : readFileSync(path);
    all.update(`${kind} ${file}\0${createHash('sha256').update(content).digest('hex')}\n`);
  }
  return all.digest('hex');
}

/** Copies files to another directory; links stay links. */
export function copyFiles(from: string, files: readonly string[], to: string): void {
  for (const file of files) {
    const target = join(to, file);
    mkdirSync(dirname(target), { recursive: true });
    if (lstatSync(join(from, file)).isSymbolicLink()) symlinkSync(readlinkSync(join(from, file)), target);
    else copyFileSync(join(from, file), target, constants.COPYFILE_FICLONE);
  }
}
