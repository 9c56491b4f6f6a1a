/** A source directory of the user: lists its files, and makes a digest or a copy of them. */

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
import { codeOf, HostError, isFull, messageOf } from '../../words/errors.ts';
import { workTreeFiles } from './git.ts';
import type { GitOptions } from './git-command.ts';

/**
 * SHA-256 over path, kind and content of every file that a build would read. In a git work tree these are the files that
 * git would commit, with those of its submodules, without the files that an earlier build has left. In any other
 * directory these are all files. For a link, the digest covers the link's text and not the file that it leads to.
 * @throws HostError code `source-unreadable`
 */
export function digestDirectory(directory: string, options: GitOptions): Promise<string> {
  return reading(directory, async () => digestOf(directory, await listFiles(directory, options)));
}

/**
 * Copies the same files to another directory. Links stay links.
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
    if (codeOf(error) === undefined || isFull(error) || error instanceof HostError) throw error;
    throw new HostError(
      'source-unreadable',
      `cannot read the source ${directory}: ${messageOf(error, directory)}`,
      { hint: 'Every file of the directory must be readable, and stay while it is copied.', cause: error },
    );
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
  const files: string[] = [];
  for (const name of names) {
    const path = join(below, name);
    // git lists a submodule by its directory, and may list a file that was deleted.
    const found = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (found?.isDirectory() === true) files.push(...(await listBelow(root, path, options)));
    // Pipes and sockets are left out: reading them could block.
    else if (found?.isFile() === true || found?.isSymbolicLink() === true) files.push(path);
  }
  return files;
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
