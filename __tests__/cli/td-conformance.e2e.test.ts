/** `tdx-boot td-conformance`: an emulated Trust Domain keeps every rule, and what cannot be run is refused. */

import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { runCli } from '../support/cli.ts';
import { scratchDirectory } from '../support/scratch.ts';

const results = scratchDirectory('conformance');

test('an emulated Trust Domain keeps every rule', async () => {
  const { code, stdout } = await runCli(['td-conformance', '--cpus', '2', '--results', results]);
  expect(stdout).toMatch(/^1\d{3} cases are as the specification says, 0 differ, \d+ were skipped$/m);
  const tap = /^ {2}each case, with what it got and what was expected: (\S+)$/m.exec(stdout)?.[1] ?? '';
  expect(readFileSync(tap, 'latin1')).toMatch(/^TAP version 14\r\n/);
  expect(code).toBe(0);
});

test.each([
  ['--platform', 'kvm', "argument 'kvm' is invalid. Allowed choices are tdx, tdx-emulated."],
  ['--cpus', '17', 'an emulated Trust Domain has at most 16 vCPUs'],
  ['--cpus', 'two', 'Give a number of 1 or more'],
])('%s %s is refused before anything starts', async (option, value, message) => {
  const { code, stderr } = await runCli(['td-conformance', option, value, '--results', results]);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
});
