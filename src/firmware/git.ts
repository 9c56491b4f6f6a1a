/** Fetches single commits of git repositories: only those, verified, and without running anything of theirs. */

import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { HostError } from '../errors.ts';
import { findCommand } from '../vmm/machine.ts';
import { runCommand } from './command.ts';
import type { FirmwareListener } from './events.ts';

/** Pauses before the second and the third attempt, in milliseconds. */
const PAUSES = [500, 3000];
/** A transfer of less than 1 kB/s for so many seconds has stalled. */
const STALL_SECONDS = 30;

/**
 * For every git command: objects are checked on arrival, no hook runs, no URL runs a command, a stalled transfer ends.
 * A repository's .gitattributes cannot name a program either: filters are defined in configuration alone.
 */
const SAFE = [
  'transfer.fsckObjects=true',
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'protocol.ext.allow=never',
  'http.lowSpeedLimit=1000',
  `http.lowSpeedTime=${STALL_SECONDS}`,
].flatMap((setting) => ['-c', setting]);

export interface Commit {
  readonly url: string;
  /** 40 hex digits. */
  readonly commit: string;
  /** The git tree that the commit must have, where it is known. */
  readonly tree?: string;
  /** The only directory whose files are needed. */
  readonly only?: string;
}

export interface GitOptions {
  readonly listener: FirmwareListener;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The bare repository that holds this commit and nothing older, from the cache or fetched now.
 * @param places.cache directory that keeps the repositories of all commits; they get there whole
 * @param places.scratch private directory on the same file system
 * @throws HostError code `git-missing`, `unreachable-remote`, `no-such-commit`, `wrong-commit`, `wrong-tree`, `disk-full`
 */
export async function fetchCommit(
  wanted: Commit,
  places: { readonly cache: string; readonly scratch: string },
  options: GitOptions,
): Promise<string> {
  const name = wanted.only === undefined ? wanted.commit : `${wanted.commit}-${wanted.only}`;
  const kept = join(places.cache, name);
  if (statSync(kept, { throwIfNoEntry: false }) !== undefined) {
    if (await isSound(kept, wanted, options)) return kept;
    options.listener({ type: 'notice', text: `Not used: ${kept} is damaged; fetching it again` });
    rmSync(kept, { recursive: true, force: true });
  }
  const partial = join(places.scratch, name);
  await git(['init', '--quiet', '--bare', partial], options);
  await fetchWithRetry(partial, wanted, options);
  await verify(partial, wanted, options);
  if (wanted.only !== undefined) await checkOut(partial, wanted, join(places.scratch, 'only'), options);
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
  options: GitOptions,
): Promise<void> {
  const target = join(directory, only ?? '');
  mkdirSync(target, { recursive: true });
  const env = { GIT_INDEX_FILE: join(dirname(directory), 'index') };
  const tree = only === undefined ? commit : `${commit}:${only}`;
  // Blobs that the fetch left out come now, all in one request.
  const work = ['--git-dir', repository, '--work-tree', target, ...remote(url, only)];
  await git([...work, 'read-tree', '--reset', '-u', tree], { ...options, env });
  rmSync(env.GIT_INDEX_FILE, { force: true });
}

/**
 * The commit that a tag, a branch or a commit names.
 * @throws HostError code `no-such-ref`, `unreachable-remote` or `git-missing`
 */
export async function resolveRef(url: string, ref: string, options: GitOptions): Promise<string> {
  if (/^[0-9a-f]{40}$/.test(ref)) return ref;
  const patterns = [`refs/tags/${ref}`, `refs/tags/${ref}^{}`, `refs/heads/${ref}`];
  const listing = await withRetry(url, options, () =>
    git(['ls-remote', '--quiet', '--', url, ...patterns], options),
  );
  const found = new Map(listing.split('\n').map((line) => line.split('\t').reverse() as [string, string]));
  // An annotated tag is listed twice; ^{} is the commit that it points at.
  const commit = [patterns[1], patterns[0], patterns[2]].map((name) => found.get(name ?? '')).find(Boolean);
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
  const args = ['-C', directory, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listing = await git(args, options);
  return [...new Set(listing.split('\0').filter((path) => path !== ''))];
}

async function isSound(
  repository: string,
  { commit, tree, only }: Commit,
  options: GitOptions,
): Promise<boolean> {
  try {
    // Missing blobs are what `only` is about; everything that is there is hashed again.
    await git(['--git-dir', repository, 'fsck', '--full', '--no-dangling', '--no-progress'], options);
    const found = await treeOf(repository, only === undefined ? commit : `${commit}`, options);
    return tree === undefined || found === tree;
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    return false;
  }
}

async function fetchWithRetry(repository: string, wanted: Commit, options: GitOptions): Promise<void> {
  const { url, commit, only } = wanted;
  const begun = Date.now();
  const filter = only === undefined ? [] : ['--filter=blob:none'];
  const fetch = ['fetch', '--progress', '--depth=1', '--no-tags', '--no-write-fetch-head', ...filter];
  const onProgress = (done: number, total: number): void =>
    options.listener({ type: 'progress', done, total, noun: 'objects', elapsedMs: Date.now() - begun });
  await withRetry(url, options, () =>
    git(['--git-dir', repository, ...remote(url, only), ...fetch, 'origin', `${commit}:refs/heads/wanted`], {
      ...options,
      onProgress,
    }),
  );
}

/** Named for the one command: the URL, which may have a password in it, stays out of every file. */
function remote(url: string, only: string | undefined): string[] {
  const partial =
    only === undefined ? [] : ['remote.origin.promisor=true', 'remote.origin.partialclonefilter=blob:none'];
  return [`remote.origin.url=${url}`, ...partial].flatMap((setting) => ['-c', setting]);
}

async function verify(repository: string, { url, commit, tree }: Commit, options: GitOptions): Promise<void> {
  const got = await git(
    ['--git-dir', repository, 'rev-parse', '--verify', 'refs/heads/wanted^{commit}'],
    options,
  );
  if (got !== commit) {
    throw new HostError('wrong-commit', `${withoutPassword(url)} gave commit ${got} instead of ${commit}`);
  }
  const found = await treeOf(repository, commit, options);
  if (tree !== undefined && found !== tree) {
    throw new HostError('wrong-tree', `commit ${commit} has the tree ${found}, but the pin says ${tree}`, {
      hint: 'Two different commits with one name: do not build from this repository.',
    });
  }
}

async function withRetry<T>(
  url: string,
  { signal, listener }: GitOptions,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
      const pause = PAUSES[tried];
      if (error.isFinal || pause === undefined) throw error.explain(url);
      listener({
        type: 'notice',
        text: `Fetching from ${withoutPassword(url)} failed (${error.said}): trying again`,
      });
      await delay(pause, undefined, { signal });
    }
  }
}

/** git ended with an error; whether it is the network's is not known yet. */
class GitFailure extends Error {
  readonly said: string;
  readonly #all: string;

  constructor(stderr: string) {
    const lines = withoutPassword(stderr)
      .split(/[\r\n]+/)
      .filter((line) => /^(fatal|error|remote|ssh|warning: Clone)\b/.test(line));
    const said = lines.find((line) => line.startsWith('fatal:')) ?? lines.at(-1) ?? 'git said nothing';
    super(said);
    this.said = said.replace(/^(fatal|error): /, '');
    this.#all = stderr;
  }

  /** An answer that would be the same a second later. */
  get isFinal(): boolean {
    return /not our ref|unadvertised object|remote ref|not found|not appear to be a git|Authentication|Permission denied|could not read|No space left|dubious ownership|fsck error/i.test(
      this.#all,
    );
  }

  explain(url: string): HostError {
    const from = withoutPassword(url);
    if (/No space left on device/.test(this.#all)) {
      return new HostError('disk-full', `no space left while fetching ${from}`, {
        hint: 'Free some space.',
        cause: this,
      });
    }
    if (/not our ref|unadvertised object|couldn't find remote ref/.test(this.#all)) {
      return new HostError('no-such-commit', `${from} does not have that commit: ${this.said}`, {
        hint: 'Check firmware-ref and firmware-repository.',
        cause: this,
      });
    }
    return new HostError('unreachable-remote', `cannot fetch from ${from}: ${this.said}`, {
      hint: 'Check the network and the URL, or name a mirror or a local directory as the repository.',
      cause: this,
    });
  }
}

/** For messages: a URL may have a token in it. */
export function withoutPassword(text: string): string {
  return text.replace(/(:\/\/)[^/\s@]*@/g, '$1***@');
}

interface RunOptions extends GitOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Runs git and returns what it printed, trimmed. It never asks for a password, and reads no system-wide settings. */
async function git(args: readonly string[], { signal, env, onProgress }: RunOptions): Promise<string> {
  if (findCommand('git') === undefined) {
    throw new HostError('git-missing', 'git is not installed', { hint: 'sudo apt-get install git' });
  }
  const stdout: Buffer[] = [];
  let stderr = '';
  const code = await runCommand(['git', ...SAFE, ...args], {
    cwd: '/',
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C', ...env },
    signal,
    onOutput(bytes, from) {
      if (from === 'stdout') {
        stdout.push(bytes);
        return;
      }
      stderr = (stderr + bytes.toString('utf8')).slice(-20_000);
      const counts = [...bytes.toString('utf8').matchAll(/Receiving objects: +\d+% \((\d+)\/(\d+)\)/g)].at(
        -1,
      );
      if (counts !== undefined) onProgress?.(Number(counts[1]), Number(counts[2]));
    },
  });
  if (code !== 0) throw new GitFailure(stderr);
  return Buffer.concat(stdout).toString('utf8').trim();
}
