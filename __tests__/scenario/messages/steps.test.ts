/** What a scenario's author is told of steps, patterns and commands. */

import { describe, test } from '@jest/globals';
import { BASE, isTold, type Mistake } from './mistakes.ts';

const NOTHING =
  'a pass would mean nothing. Say what the console must show, as in steps: [{ expect: "login: " }]';

describe('a mistake in a scenario file', () => {
  test.each<Mistake>([
    ['no steps', 'version: 1\n', [`1:1: no steps: ${NOTHING}`]],
    ['an empty list of steps', 'version: 1\nsteps: []\n', [`2:8: no steps: ${NOTHING}`]],
    ['a step of nothing', `${BASE}steps: [{}]\n`, ['5:9: steps[1].expect is missing']],
    [
      'steps that only send',
      `${BASE}  initrd: a\nsteps: [{send: a}, {expect: a, when: tdx}]\n`,
      [`6:8: no step expects or runs anything: ${NOTHING}`],
    ],
    [
      'steps for other platforms only',
      `${BASE}  initrd: a\nsteps: [{expect: a, when: tdx}]\n`,
      [`6:8: no step holds on platform emulated (when): ${NOTHING}`],
    ],
    [
      'steps of the probe guest for other platforms only: its own steps do not stand in for them',
      `${BASE}steps: [{expect: a, when: tdx}, {any-order: [{expect: b, when: kvm}]}]\n`,
      [`5:8: no step holds on platform emulated (when): ${NOTHING}`],
    ],
    [
      'a group of nothing, without a second complaint that there are no steps',
      `${BASE}steps:\n  - any-order: []\n`,
      ['6:16: steps[1].any-order: a list is empty'],
    ],
    [
      'a step that means nothing, without a second complaint that there are no steps',
      `${BASE}  initrd: i\nsteps:\n  - expect: ""\n`,
      ['7:13: an empty pattern matches everything'],
    ],
    [
      'a command of nothing',
      `${BASE}steps:\n  - run: ""\n  - run: []\n`,
      ['6:10: steps[1].run: "" is empty', '7:10: steps[2].run: a list is empty'],
    ],
    [
      'wrong values of a command',
      `${BASE}steps:\n  - run: a\n    exit: 256\n    env: {A-B: c}\n    working-directory: tmp\n    within: 5\n`,
      [
        '7:11: steps[1].exit: 256 is more than 255',
        '8:16: steps[1].env.A-B: the key "A-B" is not a name of a variable',
        '9:24: steps[1].working-directory: "tmp" is not an absolute path in the guest',
        '10:13: steps[1].within: 5 is not a duration such as 500ms, 60s, 3m or 1h',
      ],
    ],
    [
      'a group that the output does not capture',
      `${BASE}steps:\n  - {run: a, output: /b/, capture: [c]}\n  - {run: a, capture: [c]}\n`,
      [
        '6:37: /b/ has no group (?<c>...): no named groups',
        '7:23: capture needs output, whose groups it names',
      ],
    ],
    [
      'a bad regex',
      `${BASE}steps:\n  - expect: /(a/\n`,
      ['6:13: /(a/: Invalid regular expression: /(a/: Unterminated group'],
    ],
    [
      'a path that reads like a regex',
      `${BASE}forbid: [/dev/sda]\nsteps: [{expect: a}]\n`,
      [
        '5:10: /dev/sda: flag "da" has no meaning here. Known flags: i (ignore case), s, m, u, v. To look for a path as it stands, write it as /\\/dev\\/sda/.',
      ],
    ],
    ['an empty pattern', `${BASE}steps: [{expect: ""}]\n`, ['5:18: an empty pattern matches everything']],
    [
      'a pattern of two lines',
      `${BASE}steps: [{expect: "a\\nb"}]\n`,
      ['5:18: "a\\nb" contains a line break. Patterns are matched within one line; use one step per line.'],
    ],
    [
      'capture of an unknown group',
      `${BASE}steps:\n  - expect: /(?<b>c)/\n    capture: [d]\n`,
      ['7:15: /(?<b>c)/ has no group (?<d>...): only b'],
    ],
    [
      'capture from a literal',
      `${BASE}steps:\n  - expect: c\n    capture: [d]\n`,
      ['7:15: c has no group (?<d>...): no named groups'],
    ],
    [
      'a missing reason',
      `${BASE}allow:\n  - match: a\nsteps: [{expect: a}]\n`,
      ['6:5: allow[1].reason is missing'],
    ],
  ])('%s', isTold);
});
