/** script/release in a small project with a git of its own; scripts play npm, and gh, which notes how it is called. */

import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '../..');
/** Fails where the file `refuses` names the beginning of its arguments. */
const GH = `#!/bin/sh
echo "$*" >>"$HOME/calls"
case "$*" in "$(cat "$HOME/refuses" 2>/dev/null)"*) [ -e "$HOME/refuses" ] && exit 1 ;; esac
exit 0
`;

/** `npm pkg set KEY=VALUE` and `npm pack --silent --pack-destination DIR`; package.e2e.test.ts packs with the real one. */
const NPM = `#!/bin/sh
case $1 in
  pkg) echo "$3" >>package.json ;;
  pack) cp package.json "$4/tdx-boot-1.2.3.tgz" ;;
esac
`;

let dir: string;
const at = (name: string): string => join(dir, name);

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
    cwd: at('tree'),
    encoding: 'utf8',
  });

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tdx-boot-release-'));
  mkdirSync(at('tree/script'), { recursive: true });
  mkdirSync(at('bin'));
  cpSync(join(ROOT, 'script/release'), at('tree/script/release'));
  cpSync(join(ROOT, 'Containerfile'), at('tree/Containerfile'));
  writeFileSync(at('tree/package.json'), '{"name": "tdx-boot", "version": "1.2.3"}');
  writeFileSync(at('tree/CHANGELOG.md'), '# Changelog\n\n## 1.2.3\n\n- All.\n');
  writeFileSync(at('bin/gh'), GH, { mode: 0o755 });
  writeFileSync(at('bin/npm'), NPM, { mode: 0o755 });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'all');
});
afterEach(() => rmSync(dir, { recursive: true }));

function release(...args: string[]): { code: number | null; stderr: string } {
  const env = { PATH: `${at('bin')}:${process.env.PATH}`, HOME: dir, GITHUB_REPOSITORY: 'org/tdx-boot' };
  const { status, stderr } = spawnSync(at('tree/script/release'), args, { env, encoding: 'utf8' });
  return { code: status, stderr };
}

const calls = (): string[] =>
  existsSync(at('calls')) ? readFileSync(at('calls'), 'utf8').trimEnd().split('\n') : [];

test('pack makes the package, its Containerfile, and their digests', () => {
  expect(release('pack', 'v1.2.3', at('out')).code).toBe(0);
  expect(readdirSync(at('out')).sort()).toEqual(['Containerfile', 'SHA256SUMS', 'tdx-boot-1.2.3.tgz']);
  execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: at('out') });
  expect(readFileSync(at('out/tdx-boot-1.2.3.tgz'), 'utf8')).toContain(`gitHead=${git('rev-parse', 'HEAD')}`);
  expect(git('status', '--porcelain')).toBe('');
  expect(calls()).toEqual([]);
});

test.each<[what: string, tag: string, spoil: () => void, reason: string]>([
  ['a tag of another version', 'v1.2.4', () => undefined, 'the tag is v1.2.4, and package.json says 1.2.3'],
  [
    'a version without a section in the changelog',
    'v1.2.3',
    () => {
      writeFileSync(at('tree/CHANGELOG.md'), '## 1.2.3 (unreleased)\n');
      git('commit', '--quiet', '--all', '--message', 'not yet');
    },
    'CHANGELOG.md has no section "## 1.2.3"',
  ],
  [
    'a tree with a change',
    'v1.2.3',
    () => writeFileSync(at('tree/new'), ''),
    'the tree differs from its commit: ?? new',
  ],
])('pack refuses %s', (_, tag, spoil, reason) => {
  spoil();
  expect(release('pack', tag, at('out'))).toEqual({ code: 1, stderr: `release: ${reason}\n` });
  expect(existsSync(at('out'))).toBe(false);
});

test.each([['v1.2'], ['1.2.3'], ['v1.2.3-rc1'], ['main']])('"%s" is no tag of a release', (tag) => {
  expect(release('pack', tag, at('out')).code).toBe(2);
});

describe('publish', () => {
  const MOVE = 'api --method PATCH repos/org/tdx-boot/git/refs/tags/v1';

  beforeEach(() => {
    release('pack', 'v1.2.3', at('out'));
  });

  test('makes the release of a tag that exists, and moves the major tag to its commit', () => {
    const commit = git('rev-parse', 'HEAD').trim();
    expect(release('publish', 'v1.2.3', at('out')).code).toBe(0);
    expect(calls()).toEqual([
      expect.stringMatching(
        new RegExp(
          `^release create v1\\.2\\.3 --verify-tag .*uses: org/tdx-boot@${commit} # v1\\.2\\.3.*/tdx-boot-1\\.2\\.3\\.tgz$`,
        ),
      ),
      `${MOVE} --raw-field sha=${commit} --field force=true`,
    ]);
  });

  test('makes the major tag of a first release', () => {
    writeFileSync(at('refuses'), MOVE);
    expect(release('publish', 'v1.2.3', at('out')).code).toBe(0);
    expect(calls().at(-1)).toMatch(/^api --method POST .* ref=refs\/tags\/v1 /);
  });

  test('moves nothing when the release exists', () => {
    writeFileSync(at('refuses'), 'release create');
    expect(release('publish', 'v1.2.3', at('out')).code).toBe(1);
    expect(calls()).toHaveLength(1);
  });

  test('refuses files that were changed after they were packed', () => {
    writeFileSync(at('out/tdx-boot-1.2.3.tgz'), 'evil');
    const { code, stderr } = release('publish', 'v1.2.3', at('out'));
    expect([code, stderr]).toEqual([1, expect.stringContaining('has changed since it was packed')]);
    expect(calls()).toEqual([]);
  });
});

describe('what names the release by its commit', () => {
  const USES = /^ *(?:- )?uses: (org\/tdx-boot.*)$/gm;
  const PAGES = ['README.md', 'docs', 'examples'];

  /** Each use of an action of ours in the pages that people copy from. */
  const uses = (): string[] =>
    git('ls-files', ...PAGES)
      .trimEnd()
      .split('\n')
      .flatMap((page) => [...readFileSync(at(`tree/${page}`), 'utf8').matchAll(USES)])
      .map(([, used = '']) => used);

  beforeEach(() => {
    for (const page of PAGES) cpSync(join(ROOT, page), at(`tree/${page}`), { recursive: true });
    git('add', '.');
    git('commit', '--quiet', '--message', 'pages');
  });

  test('pin writes it into every example, and the next release replaces it', () => {
    const examples = uses().length;
    expect(examples).toBeGreaterThan(10);
    for (const tag of ['v1.2.3', 'v1.2.4']) {
      const commit = git('rev-parse', 'HEAD').trim();
      expect(release('pin', tag).code).toBe(0);
      expect(uses()).toHaveLength(examples);
      expect([...new Set(uses().map((used) => used.replace('/firmware@', '@')))]).toEqual([
        `org/tdx-boot@${commit} # ${tag}`,
      ]);
      expect(readFileSync(at('tree/examples/workflows/nightly.yml'), 'utf8')).toContain(
        `/releases/download/${tag}/tdx-boot-${tag.slice(1)}.tgz\n`,
      );
      git('commit', '--quiet', '--all', '--message', tag);
    }
    expect(git('diff', '--name-only', 'HEAD~2').trim().split('\n')).toEqual(
      expect.arrayContaining(['README.md', 'docs/start.md', 'examples/workflows/gate.yml']),
    );
  });

  test('propose pushes that as a branch of its own, and opens a pull request', () => {
    execFileSync('git', ['init', '--quiet', '--bare', at('origin')]);
    writeFileSync(at('.gitconfig'), `[url "${at('origin')}"]\ninsteadOf = https://github.com/org/tdx-boot\n`);
    const commit = git('rev-parse', 'HEAD').trim();
    expect(release('propose', 'v1.2.3').code).toBe(0);
    const pushed = execFileSync('git', ['--git-dir', at('origin'), 'show', 'pin-v1.2.3:README.md']);
    expect(pushed.toString()).toContain(`uses: org/tdx-boot@${commit} # v1.2.3\n`);
    expect(calls()).toEqual([
      'auth setup-git',
      expect.stringMatching(/^pr create --head pin-v1\.2\.3 --title .*v1\.2\.3/),
    ]);
  });
});
