/** A small git repository whose commits say what becomes of them. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export class GitTree {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
    mkdirSync(directory, { recursive: true });
    this.git(['init', '--quiet', '--initial-branch=main']);
  }

  git(args: readonly string[], input = ''): string {
    const identity = [
      '-c',
      'user.name=A Hacker',
      '-c',
      'user.email=hacker@example.test',
      '-c',
      'commit.gpgsign=false',
    ];
    const env = { PATH: process.env.PATH, HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' };
    return execFileSync('git', ['-C', this.directory, ...identity, ...args], {
      encoding: 'utf8',
      env,
      input,
    }).trim();
  }

  /**
   * Commits on the branch `main`, one after the other, by one process of git.
   * @returns the commits
   */
  commits(titles: readonly string[]): string[] {
    const blob = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
    const input = titles.map(
      (title, index) =>
        `commit refs/heads/main\ncommitter A Hacker <hacker@example.test> ${1_700_000_000 + index} +0000\n${blob(title)}` +
        `M 100644 inline state\n${blob(`${title}\n`)}`,
    );
    this.git(['fast-import', '--quiet', '--date-format=raw'], input.join(''));
    this.git(['reset', '--quiet', '--hard', 'main']);
    return this.git(['rev-list', '--reverse', 'main']).split('\n');
  }

  /** @returns the commit, whose subject is `title` and whose file `state` holds it */
  commit(title: string): string {
    writeFileSync(join(this.directory, 'state'), `${title}\n`);
    this.git(['add', 'state']);
    this.git(['commit', '--quiet', '--message', title]);
    return this.git(['rev-parse', 'HEAD']);
  }
}
