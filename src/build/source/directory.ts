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
import { codeOf, HostError, messageOf } from '../../words/errors.ts';
import { workTreeFiles } from './git.ts';
import type { GitOptions } from './git-command.ts';

/**
 * SHA-256 over path, kind and content of every file that a build would read: of a git work tree what git would commit,
 * with its submodules, so what an earlier build has left does not count; of any other directory all. A link counts as
 * what it says, not as what it leads to.
 * @throws HostError code `source-unreadable`
 */
export function digestDirectory(directory: string, options: GitOptions): Promise<string> {
  return reading(directory, async () => digestOf(directory, await listFiles(directory, options)));
}

/**
 * Copies those files to another directory, where links stay links.
 * @returns the digest of the copy
 * @throws HostError code `source-unreadable`
 */
export function copyDirectory(from: string, to: string, options: GitOptions): Promise<string> {
  return reading(from, async () => {
    const files = await listFiles(from, options);
    for (const file of files) copyFile(join(from, file), join(to, file));
    return digestOf(to, files);
  });
}

async function reading<T>(directory: string, body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined || code === 'ENOSPC' || code === 'EDQUOT' || error instanceof HostError)
      throw error;
    throw new HostError('source-unreadable', `cannot read the source ${directory}: ${messageOf(error)}`, {
      hint: 'Every file of the directory must be readable, and stay while it is copied.',
      cause: error,
    });
  }
}

/** Sorted, relative to the directory. */
async function listFiles(directory: string, options: GitOptions): Promise<string[]> {
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
      // A file that git knows may be deleted, and a submodule is a directory to it.
      const found = lstatSync(join(root, path), { throwIfNoEntry: false });
      if (found?.isDirectory() === true) return listBelow(root, path, options);
      // Nothing is read from a pipe or a socket that somebody has left there.
      return found?.isFile() === true || found?.isSymbolicLink() === true ? [path] : [];
    }),
  );
  return nested.flat();
}

function digestOf(directory: string, files: readonly string[]): string {
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

function copyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (lstatSync(from).isSymbolicLink()) symlinkSync(readlinkSync(from), to);
  else copyFileSync(from, to, constants.COPYFILE_FICLONE);
}
