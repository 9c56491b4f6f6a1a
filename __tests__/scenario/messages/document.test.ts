/** What a scenario's author is told of a file that is no scenario, a value of the wrong type, and many mistakes at once. */

import { describe, expect, test } from '@jest/globals';
import { parseScenario } from '../../../src/scenario/load.ts';
import { errorOf } from '../problems.ts';
import { BASE, isTold, type Mistake } from './mistakes.ts';

describe('a mistake in a scenario file', () => {
  test.each<Mistake>([
    ['no version', 'steps: [{expect: a}]\n', ['1:1: version is missing (the number 1)']],
    [
      'a version of the future',
      'version: 2\nsteps: [{expect: a}]\n',
      ['1:10: version: 2 is not the number 1'],
    ],
    [
      'a version in quotes',
      'version: "1"\nsteps: [{expect: a}]\n',
      ['1:10: version: "1" is not the number 1'],
    ],
    ['a key twice', `${BASE}guest: {kernel: b}\n`, ['5:1: key "guest" is given twice']],
    [
      'invalid YAML',
      'version: 1\nsteps: [\n',
      ['3:1: Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ],
    ['a tab', 'version: 1\n\tname: a\n', ['2:1: Tabs are not allowed as indentation']],
    [
      'two documents',
      'version: 1\n---\nversion: 1\n',
      ['2:1: a scenario file holds one scenario: --- begins a second'],
    ],
    [
      'a colon that ends a text without quotes',
      `${BASE}steps:\n  - expect: login:\n`,
      ['6:13: a mapping cannot begin here: put a text that has ": " in it, or ":" at its end, into quotes'],
    ],
    [
      'a colon in a text without quotes',
      `${BASE}steps: [{expect: a}]\nforbid:\n  - /ACPI: Core/\n`,
      ['7:5: unknown key "/ACPI" in forbid[1] (a text with ": " in it has to stand in quotes)'],
    ],
    [
      'a # that begins a text without quotes',
      `${BASE}steps:\n  - expect: # done\n`,
      ['6:13: steps[1].expect: null is not a text (after # all is a comment, unless it stands in quotes)'],
    ],
    [
      'a backslash in double quotes',
      `${BASE}steps:\n  - expect: "\\d+"\n`,
      ['6:14: Invalid escape sequence \\d: single quotes take a "\\" as it is'],
    ],
    ['an alias without anchor', 'version: 1\nname: *a\n', ['2:7: *a has no anchor &a before it']],
    ['an empty file', '', ['1:1: the scenario is empty']],
    ['a text', 'hello\n', ['1:1: the scenario: "hello" is not a mapping (such as version: …)']],
    [
      'wrong types',
      'version: 1\nplatform: [kvm]\nguest: a\nsteps: b\nforbid: {}\ntimeout: true\n',
      [
        '2:11: platform: a list is not one of tdx, tdx-emulated, kvm, emulated',
        '3:8: guest: "a" is not a mapping (such as kernel: …)',
        '4:8: steps: "b" is not a list',
        '5:9: forbid: a mapping is not a list',
        '6:10: timeout: true is not a duration such as 500ms, 60s, 3m or 1h',
      ],
    ],
    [
      'wrong types of nested values',
      `${BASE}  cpus: 1.5\n  memory: 1024\n  disks: a\nsteps:\n  - a\n  - expect: 3\n  - null\n`,
      [
        '5:9: guest.cpus: 1.5 is not a whole number',
        '6:11: guest.memory: 1024 is not a size such as 512M, 1G or 1536MiB',
        '7:10: guest.disks: "a" is not a list',
        '9:5: steps[1]: "a" is not a mapping (such as expect: …)',
        '10:13: steps[2].expect: 3 is not a text',
        '11:5: steps[3]: null is not a mapping (such as expect: …)',
      ],
    ],
    [
      'a long value',
      `${BASE}timeout: ${'9'.repeat(99)}x\nsteps: [{expect: a}]\n`,
      ['5:10: timeout: a value of 102 characters is not a duration such as 500ms, 60s, 3m or 1h'],
    ],
    [
      'several problems, in their order',
      'version: 1\nplatfrm: kvm\nguest:\n  kernal: a\ntimeout: 3 minutes\nsteps:\n  - expct: a\n',
      [
        '2:1: unknown key "platfrm" in the scenario (did you mean "platform"?)',
        '4:3: unknown key "kernal" in guest (did you mean "kernel"?)',
        '5:10: timeout: "3 minutes" is not a duration such as 500ms, 60s, 3m or 1h',
        '7:5: unknown key "expct" in steps[1] (did you mean "expect"?)',
      ],
    ],
    [
      'several problems of meaning, in their order',
      'version: 1\nguest:\n  initrd: a\nsteps:\n  - expect: /(/\n  - expect: b\n    capture: [c]\n',
      [
        '1:1: platform is missing: tdx, tdx-emulated, kvm, emulated',
        '3:3: guest has neither a kernel nor disks: there is nothing to boot',
        '3:11: guest.initrd needs guest.kernel: a disk brings its own',
        '5:13: /(/: Invalid regular expression: /(/: Unterminated group',
        '7:15: b has no group (?<c>...): no named groups',
      ],
    ],
    [
      'mistakes of shape and wrong patterns, which come together',
      'version: 1\nplatform: kvm\nguest: { kernel: a, cpus: -1 }\nsteps:\n  - expect: /(/\n  - expect: { pattern: /*/ }\nforbid: [/)/, {pattern: "/[/"}]\n',
      [
        '3:27: guest.cpus: -1 is less than 1',
        '5:13: /(/: Invalid regular expression: /(/: Unterminated group',
        '6:13: steps[2].expect: a mapping is not a text',
        '6:24: /*/: Invalid regular expression: /*/: Nothing to repeat',
        "7:10: /)/: Invalid regular expression: /)/: Unmatched ')'",
        '7:25: /[/: Invalid regular expression: /[/: Unterminated character class',
      ],
    ],
  ])('%s', isTold);

  test('is there as data, too', () => {
    expect(errorOf(() => parseScenario('boot.yml', 'version: 2\n', '/base'))).toMatchObject({
      code: 'bad-scenario',
      problems: [
        { where: { file: 'boot.yml', line: 1, column: 10 }, message: 'version: 2 is not the number 1' },
      ],
    });
  });
});
