/** Bisects with real git and real boots: of a kernel, killed on the way, and of a firmware through its recipe and the store. */

import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { bisectSchema } from '../../src/suite/bisect/state.ts';
import { KERNEL, Lab, TD_FIRMWARE, TD_KERNEL } from '../support/cli.ts';
import { writeFakeEdk2 } from '../support/fake-edk2.ts';
import { GitTree } from '../support/git-tree.ts';
import { kill, lingering } from '../support/processes.ts';

const lab = new Lab();
afterAll(() => lab.remove());

/** The release in the header of a bzImage (Documentation/arch/x86/boot.rst, kernel_version). */
function releaseOf(kernel: string): string {
  const image = fs.readFileSync(kernel);
  const [release = ''] = image.toString('latin1', image.readUInt16LE(0x20e) + 0x200).split(' ', 1);
  return release;
}

test('a kernel that breaks: what does not build is skipped, a killed search goes on', async () => {
  const tree = new GitTree(lab.path('linux'));
  const commits = tree.commits(['old', 'old too', 'broken', 'old still', 'new']);
  const [good = '', , broken = '', last = '', bad = ''] = commits;
  lab.scenario('banner', {
    // While the report of the failure is collected, the guest goes on: without an init it does not leave the kernel.
    guest: { cmdline: 'console=ttyS0 earlyprintk=ttyS0 rdinit=/none' },
    steps: [{ expect: `Linux version ${releaseOf(KERNEL)}` }],
    forbid: [`Linux version ${releaseOf(TD_KERNEL)}`],
    settle: '0s',
  });
  // The state of the tree chooses the kernel, as the sources of a real tree would.
  lab.write(
    'build.sh',
    `case $(cat state) in
       broken) echo 'init/main.c:1:2: error: expected declaration'; exit 2;;
       old*) cp ${KERNEL} bzImage;;
       *) cp ${TD_KERNEL} bzImage;;
     esac`,
  );
  const argv = [
    ...['bisect', lab.path('banner.yml'), '--good', good, '--bad', 'main', '--tree', tree.directory],
    ...['--build', `sh ${lab.path('build.sh')}`, '--output', 'bzImage', '--results', lab.results],
  ];

  const first = lab.start(argv);
  await first.says(`${bad.slice(0, 12)} is bad`);
  kill(first.pid, 'SIGKILL');
  expect((await first.done).signal).toBe('SIGKILL');
  expect(await lingering(lab.dir)).toEqual([]);

  const { code, stdout, stderr } = await lab.cli(argv);
  expect(stderr).toContain('goes on: 2 commits were tested before');
  expect(stderr).toContain(
    `${broken.slice(0, 12)} is skipped: the build ended with exit code 2: init/main.c:1:2: error`,
  );
  expect(code).toBe(0);
  for (const line of [
    `first bad commit: ${bad} new (A Hacker, 2023-11-14)`,
    '  reason: forbidden: "Linux version 6.',
    '  stopped in: kernel',
    '  boot again: tdx-boot run ',
    `last good commit: ${last} old still`,
    '  booted otherwise: kernel',
    '  new finding: forbidden: ',
    'log: git bisect replay ',
  ]) {
    expect(stdout).toContain(line);
  }
  lab.expectNothingLeft();

  const [directory = ''] = fs.readdirSync(lab.results);
  const file = (name: string): string => fs.readFileSync(path.join(lab.results, directory, name), 'utf8');
  const state = bisectSchema.parse(JSON.parse(file('bisect.json')));
  expect(state.firstBad).toEqual([bad]);
  expect(state.tested.filter(({ mark }) => mark === 'skip').map(({ commit }) => commit)).toEqual([broken]);
  expect(file('bisect.log')).toContain(`# first bad commit: [${bad}]`);
  expect(fs.readdirSync(path.join(lab.results, directory))).not.toContain('tree');

  // Asked again, it knows.
  const again = await lab.cli([...argv, '--json']);
  expect([again.code, JSON.parse(again.stdout)]).toEqual([0, state]);
  expect(again.stderr).toBe('');
});

/** The fake edk2's build: a distribution's firmware, whose first instructions reset the machine where the tree is broken. */
const COPY_FIRMWARE = `#!/bin/sh
set -e
case "$(cat content.txt)" in unbuildable) echo 'Main.c:1:2: error: expected declaration'; exit 1 ;; esac
mkdir -p Build/IntelTdx/RELEASE_GCC5/FV
image=Build/IntelTdx/RELEASE_GCC5/FV/OVMF.fd
cp ${TD_FIRMWARE} "$image"
case "$(cat content.txt)" in broken) printf '\\260\\376\\346\\144\\364' | dd of="$image" bs=1 seek=$(($(stat -c %s "$image") - 16)) conv=notrunc ;; esac
`;

test('a firmware that breaks: each commit goes through the recipe and the store, and boots a kernel', async () => {
  const tree = new GitTree(lab.path('edk2'));
  const commit = (content: string, title: string): string => {
    writeFakeEdk2(tree.directory, { content });
    fs.writeFileSync(path.join(tree.directory, 'BaseTools/BinWrappers/PosixLike/build'), COPY_FIRMWARE);
    tree.git(['add', '--all']);
    return tree.commit(title);
  };
  const good = commit('sound', 'sound');
  const last = commit('sound ', 'sound, too');
  const unbuildable = commit('unbuildable', 'does not build');
  const bad = commit('broken', 'the reset vector');
  const scenario = lab.scenario('firmware', {
    firmware: { recipe: 'tdvf', repository: tree.directory },
    steps: [{ expect: 'Linux version' }],
    settle: '0s',
  });
  const argv = [
    ...['bisect', scenario, '--good', good, '--bad', bad],
    ...['--results', lab.path('firmware-results'), '--json'],
  ];
  const env = { XDG_CACHE_HOME: lab.path('cache') };
  const { code, stdout, stderr } = await lab.cli(argv, { env });
  if (stdout === '') throw new Error(stderr);
  const { tested, firstBad } = bisectSchema.parse(JSON.parse(stdout));
  const marks = Object.fromEntries(tested.map((one) => [one.commit, one.mark]));
  expect([code, marks]).toEqual([
    125,
    { [good]: 'good', [last]: 'good', [unbuildable]: 'skip', [bad]: 'bad' },
  ]);
  // The commit that does not build may be the first bad one, too.
  expect(firstBad).toEqual([bad, unbuildable]);
  expect(fs.readdirSync(lab.path('cache/tdx-boot/firmware/entries')).length).toBeGreaterThan(1);
  lab.expectNothingLeft();
});
