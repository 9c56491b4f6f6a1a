/**
 * A firmware is bisected from end to end: git, the TDVF recipe, the store and the engine are real; edk2's sources are a fake
 * that builds in milliseconds, and a script plays QEMU: it says what it was given to boot.
 */

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { bisectSchema } from '../../src/suite/bisect/state.ts';
import { writeFakeEdk2 } from '../support/fake-edk2.ts';
import { FAKE_QEMU } from '../support/fake-qemu.ts';
import { GitTree } from '../support/git-tree.ts';
import { scratchDirectory } from '../support/scratch.ts';

const CLI = path.resolve(import.meta.dirname, '../../src/cli/index.ts');
const dir = scratchDirectory('bisect-firmware');
const at = (...names: string[]): string => path.join(dir, ...names);
for (const name of ['bin', 'tmp']) fs.mkdirSync(at(name));
fs.writeFileSync(at('disk.img'), Buffer.alloc(1024));

/** The fake image repeats the content of its commit. */
const QEMU = `${FAKE_QEMU}while [ "$1" != -bios ]; do shift; done
grep --text --only-matching --max-count=1 'firmware is [a-z]*' "$2" | head -n 1 >&9
sleep 1000 & wait
`;
fs.writeFileSync(at('bin/qemu-system-x86_64'), QEMU, { mode: 0o755 });

test('the commit with which a firmware fails: from a local repository, through the store', () => {
  const tree = new GitTree(at('edk2'));
  const commit = (content: string, build: string): string => {
    const counted = `echo built >> ${at('builds')}\n${build}`;
    writeFakeEdk2(tree.directory, { content: `firmware is ${content}`, build: counted });
    tree.git(['add', '--all']);
    return tree.commit(`${content} ${build}`);
  };
  const good = commit('sound', 'true');
  const last = commit('sound', 'true # still');
  const bad = commit('broken', 'true');
  fs.writeFileSync(
    at('smoke.yml'),
    `version: 1
platform: emulated
firmware: {recipe: tdvf, repository: ${tree.directory}}
guest: {disks: [disk.img]}
steps: [{expect: firmware is sound}]
forbid: [firmware is broken]
settle: 0s
timeout: 5m
`,
  );
  const bisect = (results: string, ...more: string[]) => {
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      PATH: `${at('bin')}:${process.env.PATH}`,
      TMPDIR: at('tmp'),
      XDG_CACHE_HOME: at('cache'),
    };
    const ends = ['--good', good, '--bad', bad, '--results', at(results)];
    const command = [
      '--disable-warning=ExperimentalWarning',
      CLI,
      'bisect',
      at('smoke.yml'),
      ...ends,
      ...more,
    ];
    return spawnSync(process.execPath, command, { env, encoding: 'utf8', timeout: 600_000 });
  };
  const builds = (): number => fs.readFileSync(at('builds'), 'utf8').split('\n').length - 1;

  // A shard tests what lies between the ends; the search goes on from its recording, and boots the ends alone.
  const shard = bisect('shard', '--shard', '1/1');
  expect(shard.stdout).toContain(`shard 1/1 tested ${last} sound true # still (`);
  expect(shard.stdout).toContain(
    `range: 1 commit is left, after ${last.slice(0, 12)} (good) up to ${bad.slice(0, 12)} (bad)`,
  );
  expect([shard.status, builds()]).toEqual([0, 1]);
  const { status, stdout, stderr } = bisect('results', '--known', at('shard'));
  // A warning of the lint holds for each commit, and is said once.
  expect(stderr.match(/disk-not-bootable/g)).toHaveLength(1);
  expect(stdout).toContain(`first bad commit: ${bad} broken true`);
  expect(stdout).toContain('reason: forbidden: "firmware is broken"');
  expect(stdout).toContain(`last good commit: ${last} sound true # still`);
  expect(stdout).toContain('booted otherwise: firmware');
  expect(status).toBe(0);
  const [directory = ''] = fs.readdirSync(at('results'));
  const state = bisectSchema.parse(
    JSON.parse(fs.readFileSync(at('results', directory, 'bisect.json'), 'utf8')),
  );
  expect(state.firstBad).toEqual([bad]);
  expect(builds()).toBe(state.tested.length);
});
