/**
 * Drives `git bisect` in a private repository that borrows the objects of the source: the user's own repository, its work
 * tree and its own bisect stay as they are. git is the library here: it chooses the commits, also around skipped ones.
 */

import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type GitOptions, git, withRetry } from '../../build/source/git-command.ts';
import { HostError, UsageError } from '../../words/errors.ts';

/** What a test says of a commit; `skip`: nothing. */
export type Mark = 'good' | 'bad' | 'skip';

/** Where a bisect stands. */
export type Standing =
  | { readonly kind: 'next'; readonly commit: string }
  | { readonly kind: 'found'; readonly commit: string }
  /** Only skipped commits are left: the first bad one is one of these. */
  | { readonly kind: 'candidates'; readonly commits: readonly string[] };

/** Both ends of a search, as the user names them: full names of commits. */
export interface Ends {
  readonly good: string;
  readonly bad: string;
}

/** The commits that are searched. */
export class Commits {
  readonly #directory: string;
  readonly #options: GitOptions;
  /** The commit from which both ends come. */
  #base: Promise<string> | undefined;

  private constructor(directory: string, options: GitOptions) {
    this.#directory = directory;
    this.#options = options;
  }

  /**
   * @param directory of the private repository, which is made unless it is there
   * @param source a directory, whose objects are used in place; or a URL, from which the commits are fetched without files
   * @throws HostError of git
   */
  static async open(directory: string, source: string, options: GitOptions): Promise<Commits> {
    if (!existsSync(directory)) {
      const part = `${directory}.part`;
      rmSync(part, { recursive: true, force: true });
      const how = source.startsWith('/') ? '--shared' : '--filter=tree:0';
      // Old commits that git would refuse today may be in the history: what is built is fetched anew, and checked.
      const clone = ['-c', 'fetch.fsckObjects=false', 'clone', '--quiet', '--bare', how, '--', source, part];
      const errand = { url: source, wanted: 'the history' };
      await withRetry(options, () => git(clone, { ...options, errand }));
      renameSync(part, directory);
    }
    return new Commits(directory, options);
  }

  /**
   * Begins a search.
   * @param good an ancestor of `bad`, or a commit of another branch
   * @throws as {@link between}
   */
  async start(good: string, bad: string): Promise<Standing> {
    await this.between(bad, [good]);
    return this.#bisect('start', '--no-checkout', bad, good);
  }

  /**
   * The commits that may be the first bad one: `bad` and its ancestors without those of `goods`. Parents come before their
   * children, so `bad` is the last. The same commits give the same list everywhere.
   * @throws UsageError code `no-such-commit`, or `bad-range` where there are none
   */
  async between(bad: string, goods: readonly string[]): Promise<readonly string[]> {
    const [good = ''] = goods;
    const without = goods.map((commit) => `^${commit}`);
    const listing = this.#git('rev-list', '--topo-order', '--reverse', bad, ...without);
    const listed = await listing.catch((cause: unknown) => {
      if (!(cause instanceof HostError) || cause.code !== 'git-failed') throw cause;
      throw new UsageError('no-such-commit', `the source lacks ${short(good)} or ${short(bad)}`, {
        hint: 'Fetch the commits into the repository that is searched, or name others with --good and --bad.',
        cause,
      });
    });
    if (listed !== '') return listed.split('\n');
    throw new UsageError('bad-range', `${short(bad)} (bad) is no later than ${short(good)} (good)`, {
      hint: 'Give an older commit with --good than with --bad. To find what mended something, swap pass and fail in the scenario.',
    });
  }

  /** @throws UsageError code `fixed-between` where a commit before both ends is bad */
  async mark(commit: string, mark: Mark, { good, bad }: Ends): Promise<Standing> {
    if (mark === 'bad') {
      this.#base ??= this.#git('merge-base', good, bad);
      if ((await this.#base) === commit) {
        throw new UsageError(
          'fixed-between',
          `${short(commit)}, from which both ends come, is bad: it was mended on the way to ${short(good)}`,
          { hint: 'Name a good commit that is an ancestor of the bad one.' },
        );
      }
    }
    return this.#bisect(mark, commit);
  }

  /** What `git bisect replay` takes in any clone of the source. */
  async log(): Promise<string> {
    const log = await this.#git('bisect', 'log');
    return `${log.replace(/^(git bisect start) '--no-checkout'/m, '$1')}\n`;
  }

  /** `subject (author, date)`. */
  describe(commit: string): Promise<string> {
    // `git log` and `git show` would fetch the commit's tree.
    return this.#git('rev-list', '--max-count=1', '--no-commit-header', '--format=%s (%an, %as)', commit);
  }

  /** Makes `tree` a work tree at this commit. Files that no commit has stay, so that a build goes on from the last one. */
  async checkOut(commit: string, tree: string): Promise<void> {
    if (existsSync(join(tree, '.git'))) {
      // A killed process has left the lock: nobody else works in this tree.
      rmSync(join(this.#directory, 'worktrees', 'tree', 'index.lock'), { force: true });
    } else {
      rmSync(tree, { recursive: true, force: true });
      await this.#git('worktree', 'prune');
      await this.#git('worktree', 'add', '--quiet', '--detach', '--no-checkout', tree, commit);
    }
    await git(['-C', tree, 'checkout', '--quiet', '--force', '--detach', commit], this.#options);
  }

  /** git exits with an error when only skipped commits are left. */
  async #bisect(...args: string[]): Promise<Standing> {
    try {
      const said = await this.#git('bisect', ...args);
      const found = /^([0-9a-f]{40}) is the first bad commit$/m.exec(said)?.[1];
      if (found !== undefined) return { kind: 'found', commit: found };
      return { kind: 'next', commit: await this.#git('rev-parse', 'BISECT_HEAD') };
    } catch (error) {
      if (!(error instanceof HostError) || error.code !== 'git-failed') throw error;
      const log = await this.#git('bisect', 'log');
      const commits = [...log.matchAll(/^# possible first bad commit: \[([0-9a-f]{40})\]/gm)];
      if (commits.length === 0) throw error;
      return { kind: 'candidates', commits: commits.map(([, commit = '']) => commit) };
    }
  }

  #git(...args: string[]): Promise<string> {
    return git(['--git-dir', this.#directory, ...args], this.#options);
  }
}

/** A commit as messages name it. */
export function short(commit: string): string {
  return commit.slice(0, 12);
}
