/** What a scenario's author is told of a key or a word that there is not, and which was meant. */

import { describe, test } from '@jest/globals';
import { BASE, isTold, type Mistake, TD } from './mistakes.ts';

describe('a mistake in a scenario file', () => {
  test.each<Mistake>([
    [
      'a misspelt key',
      `${BASE}stepz: []\n`,
      ['5:1: unknown key "stepz" in the scenario (did you mean "steps"?)'],
    ],
    [
      'a key that is like no other',
      `${BASE}frobnicate: 1\nsteps: [{expect: a}]\n`,
      ['5:1: unknown key "frobnicate" in the scenario'],
    ],
    [
      'keys that stand elsewhere',
      `${BASE}cmdline: quiet\nrun: make check\nsteps: [{expect: a}]\n`,
      [
        '5:1: unknown key "cmdline" in the scenario (there is guest.cmdline)',
        '6:1: unknown key "run" in the scenario (there is steps[].run)',
      ],
    ],
    [
      'a key of the scenario itself that stands in a mapping',
      'version: 1\nplatform: emulated\nguest: {kernel: vmlinuz, firmware: a.fd}\nsteps: [{expect: a}]\n',
      ['3:26: unknown key "firmware" in guest (there is firmware at the top of the scenario)'],
    ],
    [
      'a key that stands in several other places',
      `${BASE}path: a\nwithin: 3s\nsteps: [{expect: a}]\n`,
      ['5:1: unknown key "path" in the scenario', '6:1: unknown key "within" in the scenario'],
    ],
    [
      'a key that a small mapping does not have',
      `${TD}firmware: {image: a.fd}\n`,
      [
        '5:12: unknown key "image" in firmware (it can have code, vars, recipe, build, ref, repository, defines)',
      ],
    ],
    [
      'a misspelt key of a step',
      `${BASE}steps:\n  - expct: a\n`,
      ['6:5: unknown key "expct" in steps[1] (did you mean "expect"?)'],
    ],
    [
      'a second misspelt key of a step',
      `${BASE}steps:\n  - expect: a\n    witin: 3s\n`,
      ['7:5: unknown key "witin" in steps[1] (did you mean "within"?)'],
    ],
    [
      'a misspelt key of a member of a group',
      `${BASE}steps:\n  - any-order:\n      - expct: a\n`,
      ['7:9: unknown key "expct" in steps[1].any-order[1] (did you mean "expect"?)'],
    ],
    [
      'a misspelt key of a command',
      `${BASE}steps:\n  - {run: a, outputs: b}\n`,
      ['6:14: unknown key "outputs" in steps[1] (did you mean "output"?)'],
    ],
    [
      'a misspelt nested key',
      `${BASE}  memroy: 1G\nsteps: [{expect: a}]\n`,
      ['5:3: unknown key "memroy" in guest (did you mean "memory"?)'],
    ],
    [
      'a misspelt key of the firmware',
      `${BASE}firmware:\n  code: a\n  var: b\nsteps: [{expect: a}]\n`,
      ['7:3: unknown key "var" in firmware (did you mean "vars"?)'],
    ],
    [
      'a misspelt key of a forbidden text',
      `${BASE}forbid: [{pattern: a, steam: console}]\nsteps: [{expect: a}]\n`,
      ['5:23: unknown key "steam" in forbid[1] (did you mean "stream"?)'],
    ],
    [
      'an unknown SMBIOS field',
      `${BASE}  smbios: {seral: x}\nsteps: [{expect: a}]\n`,
      ['5:12: unknown key "seral" in guest.smbios (did you mean "serial"?)'],
    ],
    [
      'an unknown register',
      `${TD}measurements:\n  rtmr4: expected\nsteps: [{expect: a}]\n`,
      ['6:3: unknown key "rtmr4" in measurements (did you mean "rtmr0"?)'],
    ],
    [
      'two kinds of step in one',
      `${BASE}steps:\n  - expect: a\n    send: b\n`,
      ['7:5: key "send" does not go with "expect" in steps[1]'],
    ],
    [
      'a stream for a whole group',
      `${BASE}steps:\n  - when: kvm\n    any-order: [{expect: a}]\n    stream: serial\n`,
      ['8:5: key "stream" does not go with "any-order" in steps[1]'],
    ],
    [
      'a wrong platform',
      'version: 1\nplatform: emulate\nguest: {kernel: a}\n',
      ['2:11: platform: "emulate" is not one of tdx, tdx-emulated, kvm, emulated (did you mean "emulated"?)'],
    ],
    [
      'a wrong stream',
      `${BASE}steps:\n  - expect: a\n    stream: consol\n`,
      [
        '7:13: steps[1].stream: "consol" is not one of console, serial, debugcon, td-module, vmm (did you mean "console"?)',
      ],
    ],
    [
      'a shortened word',
      `${BASE}fail-on: warn\nsteps: [{expect: a}]\n`,
      ['5:10: fail-on: "warn" is not one of fatal, error, warning (did you mean "warning"?)'],
    ],
    [
      'a wrong word in a list',
      `${BASE}steps:\n  - expect: a\n    when: [kvm, tdz]\n`,
      ['7:17: steps[1].when[2]: "tdz" is not one of tdx, tdx-emulated, kvm, emulated (did you mean "tdx"?)'],
    ],
  ])('%s', isTold);
});
