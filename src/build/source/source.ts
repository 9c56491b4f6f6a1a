/** The source of a build: finds which source a request means, and puts its files into a new directory. */

import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildRequest } from '../../scenario/scenario.ts';
import { HostError, UsageError } from '../../words/errors.ts';
import type { Recipe } from '../recipes/recipe.ts';
import type { SourceRecord } from '../store/manifest.ts';
import { copyDirectory, digestDirectory } from './directory.ts';
import { checkOut, type FetchOptions, fetchCommit, resolveRef, submoduleCommit, treeOf } from './git.ts';
import { type GitOptions, withoutPassword } from './git-command.ts';

/** The source that a request means, known before anything large is fetched. */
export type Source =
  | {
      readonly kind: 'git';
      readonly url: string;
      /** 40 hex digits. */
      readonly commit: string;
      /** The git tree that the commit must have; absent where the table of pins does not say it. */
      readonly tree?: string;
    }
  | {
      readonly kind: 'directory';
      readonly path: string;
      /** SHA-256 of the files that a build would read. */
      readonly digest: string;
    };

/**
 * What a request means: the pin; a tag, branch or commit of a repository; or a directory as it is now.
 * @throws UsageError code `no-directory`; HostError code `source-unreadable`, or of `resolveRef`
 */
export async function resolveSource(
  recipe: Recipe,
  { pins = 'documented', ref, repository }: Pick<BuildRequest, 'pins' | 'ref' | 'repository'>,
  options: GitOptions,
): Promise<Source> {
  const pin = recipe.pins[pins];
  const directory = repository?.startsWith('/') === true ? repository : undefined;
  if (directory !== undefined && statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError('no-directory', `the source repository ${directory} is not a directory`, {
      hint: 'Name a git URL, or a directory that has the source.',
    });
  }
  if (directory !== undefined && ref === undefined) {
    return { kind: 'directory', path: directory, digest: await digestDirectory(directory, options) };
  }
  const url = repository ?? pin.url;
  const commit = ref === undefined ? pin.commit : await resolveRef(url, ref, options);
  return { kind: 'git', url, commit, ...(commit === pin.commit ? { tree: pin.tree } : {}) };
}

/**
 * Puts the source with the submodules that the build reads into `tree`, which must not exist.
 * @throws HostError of `fetchCommit`, or code `source-unreadable`, `source-changed` or `submodule-empty`
 */
export async function fetchSource(
  recipe: Recipe,
  source: Source,
  tree: string,
  options: FetchOptions,
): Promise<SourceRecord> {
  return source.kind === 'git'
    ? fetchFromGit(recipe, source, tree, options)
    : fromDirectory(recipe, source, tree, options);
}

async function fetchFromGit(
  recipe: Recipe,
  source: Extract<Source, { kind: 'git' }>,
  tree: string,
  options: FetchOptions,
): Promise<SourceRecord> {
  const { url, commit } = source;
  options.listener({ type: 'stage', title: `source of ${recipe.name}, commit ${commit.slice(0, 12)}` });
  const repository = await fetchCommit(source, options);
  await checkOut(repository, source, tree, options);
  const submodules: { path: string; commit: string }[] = [];
  for (const { path, ...from } of recipe.submodules) {
    const named = await submoduleCommit(repository, commit, path, options);
    // A later release of the source may have dropped the submodule.
    if (named === undefined) continue;
    options.listener({ type: 'stage', title: `source of ${path}` });
    const wanted = { ...from, commit: named };
    const fetched = await fetchCommit(wanted, options);
    await checkOut(fetched, wanted, join(tree, path), options);
    submodules.push({ path, commit: named });
  }
  const gitTree = await treeOf(repository, commit, options);
  return { from: withoutPassword(url), commit, tree: gitTree, submodules };
}

async function fromDirectory(
  { name, submodules }: Recipe,
  { path, digest }: Extract<Source, { kind: 'directory' }>,
  tree: string,
  options: FetchOptions,
): Promise<SourceRecord> {
  options.listener({ type: 'stage', title: `source of ${name}, a copy of ${path}` });
  if ((await copyDirectory(path, tree, options)) !== digest) {
    throw new HostError('source-changed', `${path} changed while it was copied`, { hint: 'Build again.' });
  }
  for (const submodule of submodules) {
    const directory = join(tree, submodule.path);
    if (!isEmpty(directory)) continue;
    // A source tarball may lack a submodule of which the tree has a second copy at another path.
    const twin = submodules.find(({ path, url }) => url === submodule.url && !isEmpty(join(tree, path)));
    if (twin === undefined) {
      throw new HostError(
        'submodule-empty',
        `${path} has nothing in ${submodule.path}, which the build reads`,
        { hint: `Run: git -C ${path} submodule update --init --depth 1 ${submodule.path}` },
      );
    }
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    cpSync(join(tree, twin.path), directory, { recursive: true, verbatimSymlinks: true });
  }
  return { from: path, submodules: [] };
}

function isEmpty(directory: string): boolean {
  return !existsSync(directory) || readdirSync(directory).length === 0;
}
