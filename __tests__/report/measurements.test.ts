/** How measurements read on a terminal, in a summary and in result.json, whatever the guest shows. */

import { expect, test } from '@jest/globals';
import type { Booted } from '../../src/judge/booted.ts';
import { makeResult, type RunFacts, resultSchema } from '../../src/report/result.ts';
import { summarize } from '../../src/report/summary.ts';
import { describeVerdict } from '../../src/report/words.ts';
import type { Assertion } from '../../src/scenario/scenario.ts';
import { judge, out, rules, WHERE } from '../support/rules.ts';
import { summaryOf } from '../support/summary.ts';

const SCENARIO = { name: 'a TD', platform: 'tdx' } as const;
const [GOOD, OTHER] = ['ab'.repeat(48), 'cd'.repeat(48)];
const SHORT = { good: 'abababababababab…', other: 'cdcdcdcdcdcdcdcd…' };

/** A guest whose MRTD is good, and whose RTMR0 is shown so. */
function verdictOf(rtmr0: string) {
  const asserting = (register: Assertion['register'], holds: Assertion['holds']): Assertion => ({
    register,
    holds,
    where: { ...WHERE, line: 7 },
  });
  const measurements = [asserting('mrtd', GOOD), asserting('rtmr0', GOOD)];
  const text = `# cc.measurement.mrtd: ${GOOD}\n# cc.measurement.rtmr0: ${rtmr0}\nlogin: `;
  return judge(rules(['login: '], { platform: 'tdx', measurements }), [out(1, text)]).verdict;
}

const passed = verdictOf(GOOD);
const failed = verdictOf(OTHER);
const hostile = verdictOf('</code>`|**x**|` ::error::x');

test('on a terminal: a line for each register, of a good run, too', () => {
  expect(describeVerdict('a TD', passed).slice(1)).toEqual([
    `  mrtd ${SHORT.good}: equal (asserted: value)`,
    `  rtmr0 ${SHORT.good}: equal (asserted: value)`,
  ]);
  expect(describeVerdict('a TD', failed).slice(1)).toEqual([
    `  reason: rtmr0 is ${SHORT.other} instead of ${SHORT.good}`,
    '  asked for at scenario.yml:7:1',
    '  stopped in: userspace',
    expect.stringMatching(/^ {2}next: Compare what was booted/),
    `  mrtd ${SHORT.good}: equal (asserted: value)`,
    `  rtmr0 ${SHORT.other}: different, not ${SHORT.good} (asserted: value)`,
  ]);
});

test('in a summary: a table with the first digits', () => {
  const text = summaryOf(SCENARIO, failed);
  expect(text).toContain(
    `<tr><td>mrtd</td><td>✅ equal</td><td>value</td><td><code>${SHORT.good}</code></td><td><code>${SHORT.good}</code></td></tr>`,
  );
  expect(text).toContain(
    `<tr><td>rtmr0</td><td>❌ different</td><td>value</td><td><code>${SHORT.good}</code></td><td><code>${SHORT.other}</code></td></tr>`,
  );
  expect(summaryOf(SCENARIO, judge(rules(['x']), [out(1, 'x')]).verdict)).not.toContain('register');
});

test('in a summary: the firmware of a Trust Domain, whatever is asserted', () => {
  const image = { role: 'firmware', path: '/f.fd', bytes: 1, sha256: 'a'.repeat(64) } as const;
  const booted: Booted = {
    vmm: { name: 'qemu', version: null, path: 'qemu' },
    ...{ cpus: 1, memory: 1, files: [image], firmware: null, mrtd: 'b'.repeat(96), command: [] },
  };
  const text = (facts: RunFacts): string =>
    summarize([{ directory: 'results', result: makeResult(SCENARIO, passed, facts) }]);
  expect(text({ booted })).toContain(
    `<p>Firmware: SHA-256 <code>${image.sha256}</code>, MRTD <code>${booted.mrtd}</code></p>`,
  );
  expect(text({ booted: { ...booted, mrtd: null } })).not.toContain('Firmware');
});

test('in result.json: every digit', () => {
  const { measurements } = resultSchema.parse(makeResult(SCENARIO, failed, {}));
  const row = { asserted: 'value', wanted: [GOOD], explanation: null, where: 'scenario.yml:7:1' };
  expect(measurements).toEqual([
    { register: 'mrtd', verdict: 'equal', shown: GOOD, ...row },
    { register: 'rtmr0', verdict: 'different', shown: OTHER, ...row },
  ]);
});

test('a guest cannot forge any of it', () => {
  const text = summaryOf(SCENARIO, hostile);
  expect(text).toContain('<tr><td>rtmr0</td><td>❌ not-shown</td><td>value</td>');
  expect(text).toContain(
    '<li>Evidence: <code>the guest showed &quot;&lt;/code&gt;`|**x**|` ::error::x&quot;',
  );
  expect(text).not.toMatch(/^::/m);
});
