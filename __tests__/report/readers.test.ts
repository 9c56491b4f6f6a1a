/** What other programs read of runs: JUnit by a schema and two readers, KTAP, and Markdown; whatever a guest prints. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';
import { parse } from 'junit2json';
import { validateXML } from 'xmllint-wasm';
import type { MachineEvent } from '../../src/judge/events.ts';
import { toJUnit } from '../../src/report/junit.ts';
import { toKtap } from '../../src/report/ktap.ts';
import { makeResult } from '../../src/report/result.ts';
import type { RecordedResult } from '../../src/report/results.ts';
import { forLine } from '../../src/report/safe.ts';
import { summarize } from '../../src/report/summary.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { BOOTED, ORIGIN } from '../support/recordings.ts';
import { abort, judge, out, vm } from '../support/rules.ts';

const SCHEMA = readFileSync(join(import.meta.dirname, '../fixtures/junit/junit.xsd'), 'utf8');
const ATTACK = '</failure><x y="1">&\u0000\u001b[31m\u202e]]>\ufffe <!-- ::error::x ##[error]';

const STEPS = '[{expect: one}, {expect: two}, {expect: three}]';

function run(name: string, events: readonly MachineEvent[], more = '', steps = STEPS): RecordedResult {
  const text = `version: 1\nname: ${JSON.stringify(name)}\nplatform: kvm\nguest: {kernel: k, initrd: i}\nsteps: ${steps}\n${more}`;
  const { scenario } = parseScenario('boot.yml', text, '/');
  const result = makeResult(scenario, judge(scenario.rules, events).verdict, {
    origin: ORIGIN,
    booted: BOOTED,
  });
  return { directory: 'results/boot', result };
}

const REFUSED =
  'version: 1\nname: refused\nplatform: tdx\nfirmware: f\nguest: {kernel: k, initrd: i}\nsteps: [{expect: one}]\n';
const PASSED = run('good', [out(10, 'one\n'), out(20, 'two\n'), out(30, 'three\n')]);
const FAILED = run('v6.12 bad', [
  out(10, `one ${ATTACK}\n`),
  out(20, `Kernel panic - not syncing: ${ATTACK}\n`),
  vm(30, 'panicked'),
]);
const ERRORED = run('no host', [abort(5, 'not-started', `the host ${ATTACK}`)]);
const FLAKY = { ...PASSED, earlier: [FAILED] };
const UNRECORDED = [
  { name: 'later', verdict: 'not-run', reason: '' },
  { name: 'lost', verdict: 'errored', reason: 'the disk is full' },
] as const;
const ALL = [PASSED, FAILED, ERRORED, FLAKY];

const TESTS = run(
  'kselftest',
  [
    out(10, 'one\nTAP version 13\n1..5\n    1..3\n    ok 1 ipv4\n    # got 4\n'),
    out(20, `    not ok 2 ipv6 ${ATTACK}\n    not ok 3 old\nnot ok 1 net\nnot ok 2 alone # exit=1\n`),
    out(
      30,
      'ok 3 zerocopy # SKIP no root\nnot ok 4 fib # TODO later\n    1..1\n    ok 1 last\nok 5 good\ntwo\nthree\n',
    ),
  ],
  'allow: [{match: old, reason: "bug 7"}]\n',
);

/** Of each test suite, its name and the state of each case, as a reader sees them. */
type Seen = Record<string, string[]>;

describe('JUnit', () => {
  test.each([
    ['nothing', []],
    ['one run', [PASSED]],
    ['every verdict and a hostile guest', ALL],
    ['a flaky run that --strict fails', [{ ...FLAKY, strict: true }]],
    ['tests in the guest', [TESTS]],
  ])('of %s is valid', async (_, runs) => {
    const { valid, errors } = await validateXML({ xml: toJUnit(runs), schema: SCHEMA });
    expect({ valid, errors }).toEqual({ valid: true, errors: [] });
  });

  const expected: Seen = {
    good: ['boot passed', 'steps passed', 'steps passed', 'steps passed', 'findings passed'],
    'v6.12 bad': ['boot skipped', 'steps passed', 'steps skipped', 'steps skipped', 'findings failure'],
    'no host': ['boot error', 'steps skipped', 'steps skipped', 'steps skipped', 'findings passed'],
  };

  test('read by junit2json', async () => {
    const read = await parse(toJUnit([PASSED, FAILED, ERRORED]));
    if (read == null || !('testsuite' in read)) throw new Error('there is no test suite');
    const seen = (read.testsuite ?? []).map(({ name, testcase = [] }) => [
      name,
      testcase.map(
        ({ classname, failure, error, skipped }) =>
          `${classname?.split('.').at(-1)} ${failure ? 'failure' : error ? 'error' : skipped ? 'skipped' : 'passed'}`,
      ),
    ]);
    expect(Object.fromEntries(seen)).toEqual(expected);
    expect(read).toMatchObject({ tests: 15, failures: 1, errors: 1, skipped: 6 });
  });

  test('read by fast-xml-parser: no text of a guest is markup, and none is lost', () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      isArray: (tag) => tag === 'testcase',
    });
    const read = parser.parse(toJUnit([FAILED, FLAKY]));
    const [bad, flaky] = read.testsuites.testsuite;
    expect(Object.keys(bad).sort()).toEqual([
      'errors',
      'failures',
      'name',
      'properties',
      'skipped',
      'testcase',
      'tests',
      'time',
      'timestamp',
    ]);
    expect(bad.testcase.at(-1).failure['#text']).toContain('</failure><x y="1">&\\u{202e}]]>');
    expect(flaky.testcase[0].flakyFailure).toMatchObject({ type: 'failed' });
    expect(flaky.testcase[0].failure).toBeUndefined();
  });

  test("each leaf of the guest's reports is a case: what the scenario allows and the report expects is skipped", async () => {
    const read = await parse(toJUnit([TESTS]));
    if (read == null || !('testsuite' in read)) throw new Error('there is no test suite');
    const [suite] = read.testsuite ?? [];
    const leaves = (suite?.testcase ?? []).filter(({ classname }) => classname === 'kselftest.tests');
    const seen = leaves.map(({ name, time, failure, skipped }) => [
      ...[name?.slice(0, 13).trim(), time],
      failure?.[0]?.inner?.split('\n').slice(0, 2) ?? skipped?.[0]?.message ?? 'passed',
    ]);
    expect(seen).toEqual([
      ['net / ipv4', 0, 'passed'],
      ['net / ipv6 </', 0.01, ['console:7', '# got 4']],
      ['net / old', 0, 'known failure: bug 7'],
      ['alone', 0, ['console:10']],
      ['zerocopy', 0.01, 'no root'],
      ['fib', 0, 'expected to fail: later'],
      ['good / last', 0, 'passed'],
    ]);
  });

  test('what a suite did not run is skipped, and what left no recording is an error', async () => {
    const xml = toJUnit([PASSED], UNRECORDED);
    const { valid, errors } = await validateXML({ xml, schema: SCHEMA });
    expect({ valid, errors }).toEqual({ valid: true, errors: [] });
    expect(xml).toMatch(/<testsuites name="tdx-boot" tests="7" failures="0" errors="1" skipped="1"/);
    expect(xml).toMatch(/<skipped message="not run"\/>.*<error message="the disk is full"/s);
  });

  test('no failure of a report that is not judged fails a reader', () => {
    const ignored = run(
      'ignored',
      [out(10, '1..1\nTAP version 13\n1..1\nnot ok 1 a\none\ntwo\nthree\n')],
      'ktap: ignore\n',
    );
    expect(ignored.result.verdict).toBe('passed');
    expect(toJUnit([ignored])).toContain('failures="0"');
    expect(toJUnit([ignored])).toContain('(ktap: ignore)');
  });

  const hang = [out(10, 'one\n'), vm(20, 'shutdown')];
  const report = 'one\ntwo\nKTAP version 1\n1..1\n  KTAP version 1\n  1..2\n  ok 1 a\n';
  test.each<[string, RecordedResult, string[]]>([
    ['a panic: neither the step nor the boot counts', FAILED, ['failure findings: no known failure on kvm']],
    [
      "a step that did not come: the boot's case points to it",
      run('b', hang),
      ['failure steps: step 2: two'],
    ],
    [
      'steps that were waited for together count once',
      run(
        'c',
        [out(10, 'one\ntwo\nthree\n'), vm(20, 'shutdown')],
        '',
        '[{any-order: [{expect: x}, {expect: y}]}]',
      ),
      ['failure steps: step 1: x'],
    ],
    [
      'each test that failed counts, and the step that the tests kept away does not',
      run('d', [out(10, 'one\nKTAP version 1\n1..2\nnot ok 1 a\nnot ok 2 b\n'), vm(20, 'shutdown')]),
      ['failure tests: a', 'failure tests: b'],
    ],
    [
      'a panic within a test: the report that ends early does not count',
      run('e', [out(10, `${report}Kernel panic - not syncing: x\n`), vm(30, 'panicked')]),
      ['failure findings: no known failure on kvm'],
    ],
    [
      'a report that ends early by itself counts once, and its unfinished test does not',
      run('f', [out(10, `${report}three\n`), vm(30, 'shutdown')]),
      ['failure tests: the report of console:3 is whole'],
    ],
    [
      'a reset after the last step is about the boot alone',
      run('g', [out(10, 'one\ntwo\nthree\n'), vm(20, 'reset')]),
      ['failure boot: the boot passes'],
    ],
    [
      "a host's fault is the boot's error, and no step is missed",
      run('h', [out(10, 'one\n'), abort(20, 'cancelled', 'stopped by SIGTERM')]),
      ['error boot: the boot passes'],
    ],
  ])('one failure for each thing that failed: %s', async (_, { directory, result }, expected) => {
    const read = await parse(toJUnit([{ directory, result }]));
    if (read == null || !('testsuite' in read)) throw new Error('there is no test suite');
    const cases = (read.testsuite ?? []).flatMap(({ testcase = [] }) => testcase);
    const bad = cases.flatMap(({ classname, name, failure, error }) =>
      failure || error ? [`${failure ? 'failure' : 'error'} ${classname?.split('.').at(-1)}: ${name}`] : [],
    );
    expect(bad).toEqual(expected);
    const told = cases.filter(({ failure, error }) =>
      (failure ?? error)?.[0]?.inner?.includes('boot again: '),
    );
    expect(told).toHaveLength(1);
    const boot = cases[0]?.skipped?.[0]?.message;
    if (bad[0]?.includes('boot: ')) expect(boot).toBeUndefined();
    else
      expect(boot).toBe(`failed: see ${bad.find((text) => text.includes(told[0]?.name ?? '?'))?.slice(8)}`);
  });

  test('of a run that was refused nobody has looked for failures', () => {
    const { scenario } = parseScenario('boot.yml', REFUSED, '/');
    const { verdict } = judge(scenario.rules, [
      abort(0, 'not-started', 'this host cannot boot a Trust Domain'),
    ]);
    const xml = toJUnit([{ directory: 'results/refused', result: makeResult(scenario, verdict, {}) }]);
    expect(xml).toMatch(/name="no known failure on tdx"[^>]*>\s*<skipped message="not run"/);
    expect(xml).toContain('errors="1" skipped="3"');
  });

  test('a dot in the name of a scenario makes no level of its own', () => {
    expect(toJUnit([FAILED])).toContain('classname="v6·12 bad.boot"');
  });
});

test('KTAP: each run is a test with subtests, and what was not run is skipped', () => {
  expect(
    toKtap([PASSED, FAILED])
      .split('\n')
      .filter((line) => !line.trim().startsWith('# ')),
  ).toEqual([
    'KTAP version 1',
    '1..2',
    '    KTAP version 1',
    '    1..5',
    '    ok 1 boot: the boot passes',
    '    ok 2 steps: step 1: one',
    '    ok 3 steps: step 2: two',
    '    ok 4 steps: step 3: three',
    '    ok 5 findings: no known failure on kvm',
    'ok 1 good',
    '    KTAP version 1',
    '    1..5',
    '    ok 1 boot: the boot passes # SKIP failed: see findings: no known failure on kvm',
    '    ok 2 steps: step 1: one',
    expect.stringMatching(
      /^ {4}ok 3 steps: step 2: two # SKIP not met: Kernel panic: <\/failure><x y="1">&\\u\{202e\}.*::error::x \\#\\#$/u,
    ),
    '    ok 4 steps: step 3: three # SKIP not run',
    '    not ok 5 findings: no known failure on kvm',
    'not ok 2 v6.12 bad',
    '',
  ]);
});

test('KTAP: what a suite did not run is skipped, and what left no recording is not ok', () => {
  expect(toKtap([PASSED], UNRECORDED).split('\n').slice(-5)).toEqual([
    'ok 1 good',
    'ok 2 later # SKIP not run',
    'not ok 3 lost',
    '# Totals: pass:1 fail:1 xfail:0 xpass:0 skip:1 error:0',
    '',
  ]);
});

describe('the summary', () => {
  test('has a row for each run, and each failure once', () => {
    const text = summarize([PASSED, FAILED, { ...FAILED, directory: 'results/again' }]);
    expect(text.match(/<tr><td>(?:✅|❌) /g)?.length).toBeGreaterThanOrEqual(3);
    expect(text.match(/<h3>❌ <code>v6.12 bad/g)).toHaveLength(1);
    expect(text).toContain('<p>For the same reason: <code>v6.12 bad</code>.</p>');
    expect(text).toContain('tdx-boot check results/boot');
  });

  test('says of a pass what came up, and of a step that was never tried that it was not run', () => {
    const release = run('up', [out(1, 'Linux version 6.12.0 one two three\n')]);
    expect(summarize([release])).toContain('<td><code>bzImage</code></td><td><code>OVMF.fd</code></td>');
    expect(summarize([FAILED])).toContain('<td>· not run</td>');
  });

  test('is the same text in a pipe, where what a reader cannot see is spelled', () => {
    const text = summarize([PASSED, run('no VMM', [abort(5, 'not-started', 'none')]), FLAKY], {
      suite: { name: 'nightly', verdict: 'errored' },
      unrecorded: [...UNRECORDED],
    });
    expect(text.split('\n').map(forLine)).toEqual(text.split('\n'));
  });

  test('says what is flaky, and how the time has changed', () => {
    expect(summarize([FLAKY])).toContain('✅ passed (flaky)');
    const before = PASSED.result.time / 2;
    expect(summarize([{ ...PASSED, before }])).toContain('(+100 %)');
  });

  test('links only to https, and says how a failure is fetched and judged elsewhere', () => {
    const artifact = { name: 'tdx-boot-bad', fetch: 'gh run download 7', root: 'results' };
    const text = (url: string): string => summarize([FAILED], { artifact: { ...artifact, url } });
    expect(text('javascript:alert(1)')).not.toContain('javascript');
    const linked = text('https://example.test/a?b&c');
    expect(linked).toContain('href="https://example.test/a?b&amp;c"');
    expect(linked).toContain('get the recording: <code>gh run download 7</code>');
    expect(linked).toContain('judge again: <code>tdx-boot check tdx-boot-bad/boot</code>');
  });

  test('of a suite: the whole, a row for each scenario, what was not run, and each failure alone', () => {
    const up = run('up', [out(1, 'Linux version 6.12.0 one two three\n')]);
    const text = summarize([up, FLAKY, FAILED, { ...FAILED, directory: 'results/again' }], {
      suite: { name: 'nightly', verdict: 'failed' },
      unrecorded: [
        { name: 'full', verdict: 'errored', reason: 'the disk is full' },
        { name: 'late', verdict: 'not-run', reason: '' },
      ],
    });
    expect(text.match(/^<h3>.*<\/h3>$/gm)).toEqual([
      '<h3>❌ <code>nightly</code>: failed</h3>',
      '<h3>❌ <code>v6.12 bad</code>: failed</h3>',
      '<h3>❗ <code>full</code>: errored</h3>',
      '<h3>🔁 flaky</h3>',
    ]);
    expect(text).toContain('<p>6 scenarios: 1 passed, 1 flaky, 2 failed, 1 errored, 1 not run.</p>');
    expect(text.match(/^<tr><td>(?:✅|❌|❗|·) (passed|failed|errored|not run)/gm)).toHaveLength(6);
    expect(text).toContain('<code>the disk is full</code>');
    expect(text).toMatch(/passed after failed: <code>/);
    // What came up is in the row, and all else of a pass is folded.
    expect(text).toContain('<details><summary>✅ <code>up</code></summary>');
    expect(text).not.toMatch(/\n\n<p>Emulated VM[^\n]*\n\n<ul>\n<li><code>release/);
  });
});
