/** td-shim's CI as scenarios: what passes, and that the negative cases of secure boot are really negative. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Judge } from '../../src/judge/judge.ts';
import { parseScenario } from '../../src/scenario/load.ts';

const DIRECTORY = join(import.meta.dirname, '../../scenarios/td-shim-ci');

function judge(name: string, log: string): string {
  const file = join(DIRECTORY, `${name}.yml`);
  const { rules } = parseScenario(file, readFileSync(file, 'utf8'), DIRECTORY).scenario;
  const machine = new Judge(rules);
  machine.start();
  machine.push({ type: 'launch', time: 0, argv: [], pid: 1 });
  machine.push({ type: 'output', time: 1, stream: 'serial', bytes: Buffer.from(log) });
  machine.push({ type: 'end-of-log', time: 2 });
  return machine.verdict?.verdict ?? 'none';
}

const BANNER = 'INFO - Starting RUST Based TdShim boot_fv - 0xff082000, Top of stack - 0x1\r\n';
const STARTED = 'INFO - Starting td-payload hob - 0x1\r\n';
const panic = (message: string): string =>
  `INFO - panic ... PanicInfo { payload: Any { .. }, message: Some(${message}), location: Location { file: "td-shim/src/bin/td-shim/main.rs", line: 406, col: 23 }, can_unwind: true }\r\n`;
const MISMATCH = panic('Verification fails: InvalidSignature');
const UNSIGNED = panic('Secure Boot: Cannot read verify header from payload binary: InvalidContent');

test.each<[string, string, string, string]>([
  [
    'all tests of a payload passed',
    'payload-1',
    'Test Result: Total run 7 tests; 7 passed; 0 failed\r\n',
    'passed',
  ],
  [
    'ten failed, which has "0 failed" in it',
    'payload-1',
    'Test Result: Total run 17 tests; 7 passed; 10 failed\r\n',
    'failed',
  ],
  [
    'all passed, and the payload ends as it does',
    'payload-1',
    `Test Result: Total run 8 tests; 8 passed; 0 failed\r\n${panic('deadloop')}`,
    'passed',
  ],
  ['nothing was run', 'payload-1', 'Test Result: Total run 0 tests; 0 passed; 0 failed\r\n', 'failed'],
  ['a signed payload starts', 'secure-boot-normal', STARTED, 'passed'],
  [
    'a signed payload starts, and ends as it does',
    'secure-boot-normal',
    STARTED + panic('td-payload: all tests finished and enters dead loop'),
    'passed',
  ],
  ['a signed payload is refused', 'secure-boot-normal', MISMATCH, 'failed'],
  ['the wrong key is refused', 'secure-boot-mismatch-pubkey', MISMATCH, 'passed'],
  ['the wrong key is accepted', 'secure-boot-mismatch-pubkey', STARTED, 'failed'],
  ['the wrong key is accepted after all', 'secure-boot-mismatch-pubkey', STARTED + MISMATCH, 'failed'],
  ['nothing is said of the wrong key', 'secure-boot-mismatch-pubkey', '', 'failed'],
  ['it panics of something else', 'secure-boot-mismatch-pubkey', panic('Invalid metadata'), 'failed'],
  ['an unsigned payload is refused', 'secure-boot-unsigned', UNSIGNED, 'passed'],
  ['an unsigned payload starts', 'secure-boot-unsigned', STARTED, 'failed'],
  ['nothing is said of an unsigned payload', 'secure-boot-unsigned', '', 'failed'],
])('%s (%s)', (_, name, log, verdict) => {
  expect(judge(name, BANNER + log)).toBe(verdict);
});
