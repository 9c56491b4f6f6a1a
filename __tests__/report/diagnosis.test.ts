/** How a diagnosis reads on a terminal, in a summary and in result.json, whatever the guest printed. */

import { describe, expect, test } from '@jest/globals';
import { makeResult, resultSchema } from '../../src/report/result.ts';
import { describeVerdict } from '../../src/report/words.ts';
import { exit, judge, out, rules } from '../support/rules.ts';
import { summaryOf } from '../support/summary.ts';

const SCENARIO = { name: 'a boot', platform: 'emulated' } as const;
const PANIC = '[    1.0] Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)';
const HOSTILE = '<img src=x> `**|** ::error::x Kernel panic - not syncing: VFS: Unable to mount root fs';

const panicked = judge(rules(['login: ']), [out(1000, `${PANIC}\n`), exit(2000)]).verdict;
const silent = judge(rules(['login: '], { silenceMs: 9000 }), [
  { type: 'launch', time: 0, argv: [], pid: 1 },
  { type: 'cpu', time: 3000, busy: 0.99 },
]).verdict;
const hostile = judge(rules(['login: ']), [out(1000, `${HOSTILE}\n`), exit(2000)]).verdict;

describe('on a terminal', () => {
  test('a known line', () => {
    expect(describeVerdict('a boot', panicked)).toEqual([
      'failed: a boot (0 of 1 steps, reached kernel, 1.3 s)',
      '  reason: Kernel panic: unable to mount the root file system',
      '  stopped in: kernel',
      `  console line 1: ${PANIC}`,
      expect.stringMatching(/^ {2}next: .*check root=/),
    ]);
  });

  test('a reason that is part of the cause is not said twice', () => {
    const open = '[    1.0] VFS: Cannot open root device "(null)" or unknown-block(0,0): error -6';
    const { verdict } = judge(rules(['login: ']), [out(1000, `${open}\n${PANIC}\n`), exit(2000)]);
    const [, reason, ...others] = describeVerdict('a boot', verdict);
    expect(reason).toMatch(/^ {2}reason: Kernel panic: .*, because: The kernel was given no root=/);
    expect(others.filter((line) => line.includes('was given no root='))).toEqual([]);
  });

  test('silence', () => {
    expect(describeVerdict('a boot', silent).slice(1)).toEqual([
      '  reason: no output for 9.0 s, while step 1 waits for "login: "',
      '  stopped in: firmware',
      expect.stringMatching(/^ {2}likely cause: Not one byte from the guest, .* \[firmware-spins\]$/),
      '  in the silence the VMM wanted 99 % of a CPU',
      expect.stringMatching(/^ {2}next: /),
    ]);
  });
});

describe('in a summary', () => {
  test('it is a list under the reason', () => {
    const text = summaryOf(SCENARIO, silent);
    expect(text).toContain('<li>Stopped in <b>firmware</b></li>\n<li>Cause (likely): <code>Not one byte');
    expect(text).toContain('<code>firmware-spins</code>');
    expect(text).toContain('<li>Evidence: <code>in the silence the VMM wanted 99 % of a CPU</code></li>');
  });

  test('a guest cannot forge any of it', () => {
    const text = summaryOf(SCENARIO, hostile);
    expect(text).toContain(
      `<li>Evidence: <code>console line 1: ${HOSTILE.replace('<img src=x>', '&lt;img src=x&gt;')}</code></li>\n`,
    );
  });
});

test('in result.json it is whole, and null when the run passed', () => {
  const result = resultSchema.parse(makeResult(SCENARIO, silent, {}));
  expect(result.diagnosis).toEqual({
    phase: 'firmware',
    cause: 'firmware-spins',
    fingerprint: null,
    trace: [],
    title: expect.any(String),
    certainty: 'likely',
    evidence: [{ stream: null, line: null, text: 'in the silence the VMM wanted 99 % of a CPU' }],
    advice: expect.any(String),
  });
  const passed = judge(rules(['x']), [out(1, 'x')]).verdict;
  expect(makeResult(SCENARIO, passed, {}).diagnosis).toBeNull();
});
