/** Fetches single commits of git repositories: only those, verified, and without running anything of theirs. */

import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HostError } from '../../words/errors.ts';
import { type GitOptions, git, withoutPassword, withRetry } from './git-command.ts';

export interface Commit {
  readonly url: string;
  /** 40 hex digits. */
  readonly commit: string;
  /** The git tree that the commit must have, where it is known. */
  readonly tree?: string;
  /** The only directory whose files are needed. */
  readonly only?: string;
}

export interface FetchOptions extends GitOptions {
  /** Directory that keeps the repositories of all fetched commits; they get there whole. */
  readonly cache: string;
  /** Private directory on the same file system; what a failure leaves in it is the caller's to remove. */
  readonly scratch: string;
}

/** Of all attributes: files are the blobs that were verified, and no filter of the user's settings (git-lfs) runs. */
const ATTRIBUTES = '* -text -ident -filter -working-tree-encoding\n';

/** A name of our own: the user's settings may have something for `origin`. */
const REMOTE = 'remote.tdx-boot';
const WANTED = 'refs/wanted';

/**
 * The bare repository that holds this commit and nothing older, from the cache or fetched now.
 * @throws HostError code `git-missing`, `unreachable-remote`, `no-such-commit`, `damaged-objects`, `wrong-commit`,
 *   `wrong-tree` or `disk-full`
 */
export async function fetchCommit(wanted: Commit, options: FetchOptions): Promise<string> {
  const { cache, scratch, listener } = options;
  const name = wanted.only === undefined ? wanted.commit : `${wanted.commit}-${wanted.only}`;
  const kept = join(cache, name);
  const partial = join(scratch, name);
  if (statSync(kept, { throwIfNoEntry: false }) !== undefined) {
    if (await isSound(kept, wanted, options)) return kept;
    listener({ type: 'notice', text: `Not used: ${kept} is damaged; fetching it again` });
    renameSync(kept, partial);
  }
  await withRetry(options, () => fetch(partial, wanted, options));
  mkdirSync(dirname(kept), { recursive: true });
  try {
    renameSync(partial, kept);
  } catch (error) {
    // Another process has just fetched the same.
    if (statSync(kept, { throwIfNoEntry: false }) === undefined) throw error;
  }
  return kept;
}

/** Writes the files of a commit, or of its `only` directory, into `directory`. */
export async function checkOut(
  repository: string,
  { url, commit, only }: Commit,
  directory: string,
  { scratch, ...options }: Omit<FetchOptions, 'cache'>,
): Promise<void> {
  const target = join(directory, only ?? '');
  mkdirSync(target, { recursive: true });
  const env = { GIT_INDEX_FILE: join(scratch, 'index') };
  const where = ['--git-dir', repository, '--work-tree', target];
  const readTree = ['read-tree', '--reset', '-u', only === undefined ? commit : `${commit}:${only}`];
  try {
    if (only === undefined) await git([...where, ...readTree], { ...options, env });
    // Blobs that the fetch left out come now, all in one request.
    else
      await git([...where, ...remote(url, only), ...readTree], { ...options, env, ...errand(url, commit) });
  } finally {
    rmSync(env.GIT_INDEX_FILE, { force: true });
  }
}

/**
 * The commit that a tag, a branch or a commit names.
 * @throws HostError code `no-such-ref`, `unreachable-remote` or `git-missing`
 */
export async function resolveRef(url: string, ref: string, options: GitOptions): Promise<string> {
  if (/^[0-9a-f]{40}$/.test(ref)) return ref;
  // An annotated tag is listed twice; ^{} is the commit that it points at.
  const names = [`refs/tags/${ref}^{}`, `refs/tags/${ref}`, `refs/heads/${ref}`];
  const wanted = `the tag or branch "${ref}"`;
  const listing = await withRetry(options, () =>
    git(['ls-remote', '--quiet', '--', url, ...names], { ...options, errand: { url, wanted } }),
  );
  // A pattern also matches the end of longer names.
  const found = new Map(listing.split('\n').map((line) => line.split('\t').reverse() as [string, string]));
  const commit = names.map((name) => found.get(name)).find((hash) => hash !== undefined);
  if (commit !== undefined) return commit;
  throw new HostError('no-such-ref', `${withoutPassword(url)} has no tag or branch "${ref}"`, {
    hint: 'Name a tag, a branch or a full commit (40 hex digits).',
  });
}

/** The commit of a submodule as its parent's tree names it; undefined when the tree has none at that path. */
export async function submoduleCommit(
  repository: string,
  parent: string,
  path: string,
  options: GitOptions,
): Promise<string | undefined> {
  const entry = await git(['--git-dir', repository, 'ls-tree', parent, '--', path], options);
  return /^160000 commit ([0-9a-f]{40})/.exec(entry)?.[1];
}

/** The git tree of a commit. */
export function treeOf(repository: string, commit: string, options: GitOptions): Promise<string> {
  return git(['--git-dir', repository, 'rev-parse', '--verify', `${commit}^{tree}`], options);
}

/** Paths that git would commit below a work tree, relative to it. */
export async function workTreeFiles(directory: string, options: GitOptions): Promise<string[]> {
  // Named, not searched for: a work tree may belong to another user, such as the one who checked it out in CI.
  const where = ['--git-dir', join(directory, '.git'), '--work-tree', directory, '-C', directory];
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listing = await git([...where, ...args], options);
  return [...new Set(listing.split('\0').filter((path) => path !== ''))];
}

async function isSound(
  repository: string,
  { commit, tree, only }: Commit,
  options: GitOptions,
): Promise<boolean> {
  // What `only` left out is missing by a promise; everything that is there is hashed again.
  const partial = only === undefined ? [] : ['-c', `${REMOTE}.promisor=true`];
  const fsck = ['fsck', '--full', '--no-dangling', '--no-progress'];
  try {
    await git(['--git-dir', repository, ...partial, ...fsck], options);
    const found = await treeOf(repository, commit, options);
    return tree === undefined || found === tree;
  } catch {
    options.signal?.throwIfAborted();
    return false;
  }
}

/** One attempt. It starts from nothing: an earlier one may have left half a pack. */
async function fetch(repository: string, wanted: Commit, options: FetchOptions): Promise<void> {
  const { url, commit, only } = wanted;
  rmSync(repository, { recursive: true, force: true });
  await git(['init', '--quiet', '--bare', '--template=', '--object-format=sha1', repository], options);
  mkdirSync(join(repository, 'info'));
  writeFileSync(join(repository, 'info', 'attributes'), ATTRIBUTES);
  const begun = Date.now();
  const onProgress = (done: number, total: number): void =>
    options.listener({ type: 'progress', done, total, noun: 'objects', elapsedMs: Date.now() - begun });
  const filter = only === undefined ? [] : ['--filter=blob:none'];
  const sparing = ['--depth=1', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', ...filter];
  await git(
    [
      ...['--git-dir', repository, ...remote(url, only)],
      ...['fetch', '--progress', ...sparing, 'tdx-boot', `${commit}:${WANTED}`],
    ],
    { ...options, onProgress, ...errand(url, commit) },
  );
  await verify(repository, wanted, options);
  if (only === undefined) return;
  const files = join(options.scratch, 'only');
  await checkOut(repository, wanted, files, options);
  rmSync(files, { recursive: true, force: true });
}

async function verify(repository: string, { url, commit, tree }: Commit, options: GitOptions): Promise<void> {
  const from = withoutPassword(url);
  const got = await git(['--git-dir', repository, 'rev-parse', '--verify', WANTED], options);
  const kind = await git(['--git-dir', repository, 'cat-file', '-t', WANTED], options);
  if (got !== commit || kind !== 'commit') {
    throw new HostError('wrong-commit', `${from} gave the ${kind} ${got} instead of commit ${commit}`, {
      hint: 'Name the commit itself: `git rev-parse NAME^{commit}` prints it.',
    });
  }
  const found = await treeOf(repository, commit, options);
  if (tree !== undefined && found !== tree) {
    throw new HostError(
      'wrong-tree',
      `commit ${commit} of ${from} has the tree ${found}, but the pin says ${tree}`,
      { hint: 'Two different commits with one name: do not build from this repository.' },
    );
  }
}

/** Named for the one command: the URL, which may have a password in it, stays out of every file. */
function remote(url: string, only: string | undefined): string[] {
  const partial =
    only === undefined ? [] : [`${REMOTE}.promisor=true`, `${REMOTE}.partialclonefilter=blob:none`];
  return [`${REMOTE}.url=${url}`, ...partial].flatMap((setting) => ['-c', setting]);
}

function errand(url: string, commit: string): { errand: { url: string; wanted: string } } {
  return { errand: { url, wanted: `commit ${commit}` } };
}
