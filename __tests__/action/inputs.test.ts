/** The action's inputs: all that action.yml has, nothing else, and what becomes of them. */

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readInputs } from '../../src/action/inputs.ts';
import { ACTION_INPUTS, FIRMWARE_ACTION_INPUTS, requireKnown } from '../../src/action/known-inputs.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

function give(inputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries({
    'install-tools': 'false',
    'require-known': 'false',
    ...inputs,
  })) {
    process.env[`INPUT_${name.toUpperCase()}`] = value;
  }
}

test.each([
  ['action.yml', ACTION_INPUTS],
  ['firmware/action.yml', FIRMWARE_ACTION_INPUTS],
])('the known inputs are those of %s', (file, known) => {
  expect([...known].sort()).toEqual(Object.keys(parse(readFileSync(join(ROOT, file), 'utf8')).inputs).sort());
});

describe('an input that the action does not have', () => {
  test.each<[Record<string, string>, string | undefined]>([
    [{ INPUT_EXPECT: 'a', 'INPUT_FAIL-ON': 'error', PATH: '/bin' }, undefined],
    [{ INPUT_EXPECTS: 'a' }, 'unknown input "expects" (did you mean "expect"?)'],
    [{ INPUT_FAIL_ON: 'error' }, 'unknown input "fail_on" (did you mean "fail-on"?)'],
    [{ INPUT_COLOUR: 'blue' }, 'unknown input "colour"'],
    [{ INPUT_FORBIDS: '' }, 'unknown input "forbids" (did you mean "forbid"?)'],
  ])('%j', (env, message) => {
    const check = () => requireKnown(ACTION_INPUTS, env);
    if (message === undefined) expect(check).not.toThrow();
    else expect(check).toThrow(message);
  });
});

test('every named group of an input is captured', () => {
  give({
    platform: 'emulated',
    kernel: 'bzImage',
    initrd: 'initrd',
    expect: 'plain\n/Linux version (?<release>\\S+) (?<rest>.*)/\n/no (groups)/',
  });
  const { loaded } = readInputs();
  expect(loaded.scenario.rules.steps).toMatchObject([
    { capture: [] },
    { capture: ['release', 'rest'] },
    { capture: [] },
  ]);
});

test('a pattern that is wrong is refused for what is wrong with it', () => {
  give({ platform: 'emulated', kernel: 'bzImage', initrd: 'initrd', expect: '/(?<a>x/' });
  expect(readInputs).toThrow('Unterminated group');
});

describe('measurements', () => {
  const value = 'ab'.repeat(48);
  const td = { platform: 'tdx', firmware: 'tdvf', kernel: 'bzImage', initrd: 'initrd', expect: 'login:' };

  test('are asserted by an input, line by line', () => {
    give({ ...td, measurements: `mrtd=expected\nrtmr1=replay\nrtmr2=${value}` });
    const { loaded } = readInputs();
    expect(loaded.scenario.rules.measurements?.map(({ register, holds }) => [register, holds])).toEqual([
      ['mrtd', 'expected'],
      ['rtmr1', 'replay'],
      ['rtmr2', value],
    ]);
  });

  test.each([
    ['mrtd', /input measurements:.*mrtd.* is not KEY=VALUE/],
    ['rtmr9=replay', /rtmr9/],
    ['mrtd=replay', /mrtd/],
  ])('%s is refused', (line, message) => {
    give({ ...td, measurements: line });
    expect(readInputs).toThrow(message);
  });
});
