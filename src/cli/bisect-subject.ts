/** What a bisect searches: the commits of a kernel's tree, or those of the firmware that a scenario builds. */

import { resolve } from 'node:path';
import { openScenario } from '../boot/recorded-scenario.ts';
import { RECIPES } from '../build/recipes/recipes.ts';
import { resolveRef } from '../build/source/git.ts';
import { type GitOptions, git, withoutPassword } from '../build/source/git-command.ts';
import { requireSound } from '../prepare/lint.ts';
import { lookAt } from '../process/directory.ts';
import type { Searched } from '../report/bisect.ts';
import { toBoot } from '../scenario/load.ts';
import { STDIN } from '../scenario/read.ts';
import { recordScenario } from '../scenario/recorded.ts';
import type { BuildRequest } from '../scenario/scenario.ts';
import { HostError, UsageError } from '../words/errors.ts';
import { quote } from '../words/quote.ts';
import type { BisectOptions } from './bisect-options.ts';

export interface Subject extends Searched {
  /** Directory or URL; a password may be in it. */
  readonly source: string;
  /** The firmware to build; undefined: a kernel is built. */
  readonly request: BuildRequest | undefined;
}

/**
 * Reads scenario and options, and finds both ends. Nothing is built yet.
 * @throws UsageError code `bad-bisect`, `no-such-commit`; those of the scenario and of git
 */
export async function subjectOf(file: string, options: BisectOptions, signal: AbortSignal): Promise<Subject> {
  const { tree, build } = options;
  if (file === STDIN) {
    throw new UsageError(
      'bad-bisect',
      'a bisect reads its scenario for each commit, and - can be read once',
      { hint: 'Name a file.' },
    );
  }
  if ((tree === undefined) !== (build === undefined)) {
    throw new UsageError('bad-bisect', '--tree and --build go together', {
      hint: "Name a kernel's repository and the command that builds it: --tree ~/linux --build 'make -j8 bzImage'.",
    });
  }
  const git = { listener: () => undefined, signal };
  return tree === undefined ? firmwareOf(file, options, git) : kernelOf(file, tree, options, git);
}

async function kernelOf(
  file: string,
  tree: string,
  { uses, good, bad, build }: BisectOptions,
  git: GitOptions,
): Promise<Subject> {
  const source = resolve(tree);
  if (lookAt(source)?.isDirectory() !== true) {
    throw new UsageError('bad-bisect', `--tree ${source} is not a directory`, {
      hint: "Name the directory of a kernel's git repository.",
    });
  }
  // The scenario may leave the kernel out: bisect builds it later.
  const kernel = { path: ['guest', 'kernel'], value: 'bzImage', origin: '--tree', base: source };
  const loaded = openScenario(file, { ...uses, overrides: [...(uses?.overrides ?? []), kernel] });
  const { name } = toBoot(loaded).scenario;
  return {
    ...{ source, shown: source, name, build, request: undefined },
    text: recordScenario(loaded.source).text,
    good: await commitIn(source, good, '--good', git),
    bad: await commitIn(source, bad, '--bad', git),
  };
}

async function firmwareOf(
  file: string,
  { uses, good, bad }: BisectOptions,
  git: GitOptions,
): Promise<Subject> {
  const loaded = openScenario(file, uses);
  const { firmware, name } = loaded.scenario;
  if (firmware === undefined || !('request' in firmware)) {
    throw new UsageError('bad-bisect', `${file} builds no firmware, and --tree names no kernel`, {
      hint: 'Set firmware to tdvf or td-shim, or give --tree and --build to search a kernel.',
    });
  }
  requireSound(toBoot(loaded));
  const { request } = firmware;
  const source = request.repository ?? RECIPES[request.name].pins[request.pins ?? 'documented'].url;
  const local = source.startsWith('/');
  const find = (ref: string, option: string): Promise<string> =>
    local ? commitIn(source, ref, option, git) : resolveRef(source, ref, git);
  return {
    ...{ source, shown: withoutPassword(source), name, build: undefined },
    request: { ...request, repository: source },
    text: recordScenario(loaded.source).text,
    good: await find(good, '--good'),
    bad: await find(bad, '--bad'),
  };
}

/** Any name that git knows there: `v6.16`, `HEAD~20`, `origin/master`. */
async function commitIn(source: string, ref: string, option: string, options: GitOptions): Promise<string> {
  try {
    return await git(
      ['-C', source, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`],
      options,
    );
  } catch (cause) {
    if (!(cause instanceof HostError) || cause.code !== 'git-failed') throw cause;
    throw new UsageError('no-such-commit', `${option}: ${source} has no commit ${quote(ref)}`, {
      hint: 'Name a commit, a tag or a branch of that repository; git fetch gets new ones.',
      cause,
    });
  }
}
