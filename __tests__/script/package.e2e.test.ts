/** The package as npm makes it: whole without a network, with all that its pages link, and a command that works. */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { scratchDirectory } from '../support/scratch.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const dir = scratchDirectory('package');
const installed = join(dir, 'node_modules/tdx-boot');
const COMMAND = join(dir, 'node_modules/.bin/tdx-boot');

const env = {
  PATH: process.env.PATH,
  HOME: dir,
  npm_config_cache: join(dir, 'cache'),
  npm_config_update_notifier: 'false',
};

beforeAll(() => {
  mkdirSync(join(dir, 'packed'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', join(dir, 'packed')], { cwd: ROOT, env });
  writeFileSync(join(dir, 'package.json'), '{"private": true}');
  writeFileSync(
    join(dir, 'boot.yml'),
    `version: 1\nplatform: emulated\nguest: {kernel: ${join(ROOT, '.cache/kernel/vmlinuz')}}\n`,
  );
  const [file = ''] = readdirSync(join(dir, 'packed'));
  // Without a network and with an empty cache: a package that needs another one cannot be installed.
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', `./packed/${file}`], {
    cwd: dir,
    env,
  });
});

test('nothing else is installed', () => {
  const packages = readdirSync(join(dir, 'node_modules')).filter((name) => !name.startsWith('.'));
  expect(packages).toEqual(['tdx-boot']);
  expect(existsSync(join(installed, 'node_modules'))).toBe(false);
});

test.each<[what: string, program: string, args: string[], code: number, text: RegExp]>([
  ['its version', 'npx', ['--offline', 'tdx-boot', '--version'], 0, /^\d+\.\d+\.\d+\n$/],
  [
    'a verdict on a log',
    COMMAND,
    ['check', join(installed, 'examples/panic.log'), '--scenario', join(installed, 'examples/login.yml')],
    1,
    /^failed: /m,
  ],
  [
    'the command of a scenario, with the probe guest that it holds',
    COMMAND,
    ['explain', join(dir, 'boot.yml'), '--probe', join(dir, 'probe.cpio')],
    0,
    /qemu-system-x86_64/,
  ],
])('it gives %s', (_, program, args, code, text) => {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: dir,
    env,
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([code, expect.stringMatching(text)]);
  expect(stderr).not.toContain('internal error');
});

test("the image's recipe links a command that the package has, and installs what the demo starts", () => {
  const recipe = readFileSync(join(installed, 'Containerfile'), 'utf8');
  const command = /\/opt\/package\/(\S+)/.exec(recipe)?.[1] ?? '';
  expect([command, existsSync(join(installed, command))]).toEqual([
    expect.stringMatching(/index\.js$/),
    true,
  ]);
  const demo = readFileSync(join(ROOT, 'script/packages'), 'utf8')
    .split('\n')
    .flatMap((line) => /^[^#]\S*\s+([\w-]+)\s.*\bdemo\b/.exec(line)?.[1] ?? []);
  expect(demo).toContain('qemu-system-x86');
  expect(recipe.split(/\s+/)).toEqual(expect.arrayContaining(demo));
});

test('every relative link of its pages leads somewhere in the package', () => {
  const pages = readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/start.md']));
  const broken = pages.flatMap((page) => {
    const links = [...readFileSync(join(installed, page), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)];
    return links
      .filter(([, link = '']) => !existsSync(join(installed, dirname(page), link)))
      .map(([, link]) => `${page}: ${link}`);
  });
  expect(broken).toEqual([]);
});
