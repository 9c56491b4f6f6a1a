/** What a scenario's author is told of the initrd, and the files and shares of a guest. */

import { describe, test } from '@jest/globals';
import { BASE, isTold, type Mistake } from './mistakes.ts';

describe('a mistake in a scenario file', () => {
  test.each<Mistake>([
    [
      'an initrd without kernel',
      'version: 1\nplatform: kvm\nguest:\n  disks: [a]\n  initrd: b\nsteps: [{expect: a}]\n',
      ['5:11: guest.initrd needs guest.kernel: a disk brings its own'],
    ],
    [
      'modules without probe',
      `${BASE}  initrd: a\n  modules: b\nsteps: [{expect: a}]\n`,
      ['6:12: guest.modules is for the probe guest, which boots without initrd and disks'],
    ],
    [
      'two initrds',
      `${BASE}  initrd: a\n  root: b\nsteps: [{expect: a}]\n`,
      ['6:9: guest.root is an initrd, too: give one of guest.root and guest.initrd'],
    ],
    [
      'a place in the guest that is none',
      `${BASE}  files: {a: b, c: /d/../e}\n  shares: {f: g}\nsteps: [{expect: a}]\n`,
      [
        '5:14: guest.files.a: "b" is not an absolute path in the guest',
        '5:20: guest.files.c: "/d/../e" is not an absolute path in the guest',
        '6:15: guest.shares.f: "g" is not an absolute path in the guest',
      ],
    ],
    [
      'two roots, and a root beside a disk',
      `${BASE}  shares: {a: /, b: /}\n  disks: [c]\nsteps: [{expect: a}]\n`,
      [
        '5:11: guest.shares has more than one share at /',
        '5:11: guest.shares: a share at / is for the probe guest, which has no initrd and no disks',
      ],
    ],
    [
      'files and a root on disks that do not go together',
      `${BASE}  files-as: disk\n  root: {path: r, as: disk}\nsteps: [{expect: a}]\n`,
      [
        '5:13: guest.files-as needs guest.files',
        '5:13: guest.files-as: the disk of guest.root has the files already',
      ],
    ],
    [
      'free space in memory',
      `${BASE}  root: {path: r, free: 1G}\nsteps: [{expect: a}]\n`,
      ['5:25: guest.root.free is for a disk (as: disk): an initrd has what the memory has'],
    ],
    [
      'shares that nobody can mount, or that cannot be told apart',
      `${BASE}  shares: {a: {type: virtiofs}, b: {tag: x}, c: {tag: x}}\nsteps: [{expect: a}]\n`,
      [
        '5:11: guest.shares has more than one share with the tag x',
        '5:15: guest.shares.a: neither target, where the agent mounts it, nor tag, by which the guest can',
      ],
    ],
    [
      'a share that virtiofsd could not serve',
      `${BASE}  shares: {a: {target: /a, type: virtiofs}}\n  memory-backend: {shared: false}\nsteps: [{expect: a}]\n`,
      ['6:19: guest.memory-backend: a share of type virtiofs needs shared memory, not shared: false'],
    ],
    [
      'a share by what is no file system for that',
      `${BASE}  shares: {a: {target: /a, type: virtio-fs}}\nsteps: [{expect: a}]\n`,
      ['5:34: guest.shares.a.type: "virtio-fs" is not one of 9p, virtiofs (did you mean "virtiofs"?)'],
    ],
    [
      'files of a guest that is off',
      `${BASE}collect: [/a]\nstop: on-exit\nsteps: [{expect: a}]\n`,
      ['5:10: collect needs a guest that runs when the last step is met, but stop is on-exit'],
    ],
    [
      'wrong values of collect',
      `${BASE}collect: {paths: [a, /b], size: 5, files: 0}\nsteps: [{expect: a}]\n`,
      [
        '5:19: collect.paths[1]: "a" is not an absolute path in the guest',
        '5:33: collect.size: 5 is not a size such as 512M or 1G',
        '5:43: collect.files: 0 is less than 1',
      ],
    ],
  ])('%s', isTold);
});
