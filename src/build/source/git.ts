/** Fetches single commits of git repositories, verifies them, and runs no code of the repository. */

import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HostError } from '../../words/errors.ts';
import { type GitOptions, git, withoutPassword, withRetry } from './git-command.ts';

export interface Commit {
  readonly url: string;
  /** 40 hex digits. */
  readonly commit: string;
  /** The git tree that the commit must have; absent where it is not known. */
  readonly tree?: string;
  /** The only directory whose files are needed. */
  readonly only?: string;
}

export interface FetchOptions extends GitOptions {
  /** Directory that keeps one repository for each fetched commit. A repository appears there only when it is whole. */
  readonly cache: string;
  /** Private directory on the same file system. The caller removes what a failure leaves there. */
  readonly scratch: string;
}

/** Attributes for all files: git writes the blobs as they were verified and runs no filter of the user (git-lfs). */
const ATTRIBUTES = '* -text -ident -filter -working-tree-encoding\n';

/** The remote's name. The user's settings may say something about `origin`, but not about this name. */
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
    listener({ type: 'notice', text: `not used: ${kept} is damaged, and is fetched again` });
    renameSync(kept, partial);
  }
  await withRetry(options, () => fetch(partial, wanted, options));
  mkdirSync(dirname(kept), { recursive: true });
  try {
    renameSync(partial, kept);
  } catch (error) {
    // When the commit is there now, another process has just fetched it.
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
  const own = { GIT_INDEX_FILE: join(scratch, 'index') };
  const where = ['--git-dir', repository, '--work-tree', target];
  const readTree = ['read-tree', '--reset', '-u', only === undefined ? commit : `${commit}:${only}`];
  try {
    if (only === undefined) await git([...where, ...readTree], { ...options, own });
    // Now git fetches the blobs that the first fetch has left out, all in one request.
    else
      await git([...where, ...remote(url, only), ...readTree], { ...options, own, ...errand(url, commit) });
  } finally {
    rmSync(own.GIT_INDEX_FILE, { force: true });
  }
}

/**
 * The commit that a tag, a branch, a full ref (`refs/tags/v1`, `refs/pull/7/head`) or a commit names.
 * @throws HostError code `no-such-ref`, `unreachable-remote` or `git-missing`
 */
export async function resolveRef(url: string, ref: string, options: GitOptions): Promise<string> {
  if (/^[0-9a-f]{40}$/.test(ref)) return ref;
  // A server lists an annotated tag twice: `^{}` follows the name of the commit that the tag points at.
  const names = ref.startsWith('refs/')
    ? [`${ref}^{}`, ref]
    : [`refs/tags/${ref}^{}`, `refs/tags/${ref}`, `refs/heads/${ref}`];
  const wanted = `the tag or branch "${ref}"`;
  const listing = await withRetry(options, () =>
    git(['ls-remote', '--quiet', '--', url, ...names], { ...options, errand: { url, wanted } }),
  );
  // git lists every ref whose name ends with the given name, so longer names are left out here.
  const found = new Map(listing.split('\n').map((line) => line.split('\t').reverse() as [string, string]));
  const commit = names.map((name) => found.get(name)).find((hash) => hash !== undefined);
  if (commit !== undefined) return commit;
  throw new HostError('no-such-ref', `${withoutPassword(url)} has no tag or branch "${ref}"`, {
    hint: 'Name a tag, a branch, a full ref (refs/…) or a full commit (40 hex digits).',
    lasting: true,
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
  // git is told where the repository is: a git that searches for it refuses the work tree of another user, such as the
  // user who has checked it out in CI.
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
  // The setting tells git that the blobs outside of `only` are missing. git hashes everything else again.
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

/** One attempt. It starts with an empty repository, because an earlier attempt may have left half a pack. */
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
      lasting: true,
    });
  }
  const found = await treeOf(repository, commit, options);
  if (tree !== undefined && found !== tree) {
    throw new HostError(
      'wrong-tree',
      `commit ${commit} of ${from} has the tree ${found}, but the pin says ${tree}`,
      { hint: 'A commit has one tree for ever: do not build from this repository.', lasting: true },
    );
  }
}

/** The remote's settings for one command. They are not kept in a file, because the URL may have a password in it. */
function remote(url: string, only: string | undefined): string[] {
  const partial =
    only === undefined ? [] : [`${REMOTE}.promisor=true`, `${REMOTE}.partialclonefilter=blob:none`];
  return [`${REMOTE}.url=${url}`, ...partial].flatMap((setting) => ['-c', setting]);
}

function errand(url: string, commit: string): { errand: { url: string; wanted: string } } {
  return { errand: { url, wanted: `commit ${commit}` } };
}
