/** What a scenario's author is told of durations and the limit of the output. */

import { describe, test } from '@jest/globals';
import { BASE, isTold, type Mistake } from './mistakes.ts';

describe('a mistake in a scenario file', () => {
  test.each<Mistake>([
    [
      'a negative timeout',
      `${BASE}timeout: -3s\nsteps: [{expect: a}]\n`,
      ['5:10: timeout: "-3s" is not a duration such as 500ms, 60s, 3m or 1h'],
    ],
    [
      'a timeout without unit',
      `${BASE}timeout: 30\nsteps: [{expect: a}]\n`,
      ['5:10: timeout: 30 is not a duration such as 500ms, 60s, 3m or 1h'],
    ],
    [
      'no time at all',
      `${BASE}timeout: 0s\nsteps: [{expect: a}]\n`,
      ['5:10: timeout: "0s" is not a duration such as 500ms, 60s, 3m or 1h'],
    ],
    [
      'silence as long as the timeout',
      `${BASE}timeout: 1m\nsilence: 60s\nsteps: [{expect: a}]\n`,
      ['6:10: silence (60s) is not shorter than timeout (1m)'],
    ],
    [
      'within longer than the timeout',
      `${BASE}steps:\n  - expect: a\n    within: 6m\n`,
      ['7:13: within (6m) is longer than timeout (5m), so it can never be reached'],
    ],
    [
      'within of a member longer than its group',
      `${BASE}steps:\n  - within: 1s\n    any-order:\n      - {expect: a, within: 2s}\n`,
      ['8:29: within (2s) is longer than within of its group (1s), so it can never be reached'],
    ],
    [
      'a settle that is no duration',
      `${BASE}settle: 1\nsteps: [{expect: a}]\n`,
      ['5:9: settle: 1 is not a duration such as 1s or 500ms, or 0s'],
    ],
    [
      'a settle of a run that goes on to the end',
      `${BASE}settle: 0s\nstop: on-exit\nsteps: [{expect: a}]\n`,
      ['5:9: settle has no effect with stop: on-exit: the guest is watched to its end'],
    ],
    [
      'a size in another unit',
      `${BASE}output-limit: 1T\nsteps: [{expect: a}]\n`,
      ['5:15: output-limit: "1T" is not a size such as 512M or 1G'],
    ],
  ])('%s', isTold);
});
