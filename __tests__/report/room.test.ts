/** How long the documents of many runs become, and what they say of what they leave out, whatever the guests print. */

import { describe, expect, test } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';
import type { Case } from '../../src/report/case.ts';
import { inRoom } from '../../src/report/case-room.ts';
import { toJUnit } from '../../src/report/junit.ts';
import { toKtap } from '../../src/report/ktap.ts';
import { html } from '../../src/report/page/html.ts';
import { makePage } from '../../src/report/page/page.ts';
import { tests } from '../../src/report/page/test-tree.ts';
import { makeResult } from '../../src/report/result.ts';
import type { RecordedResult } from '../../src/report/results.ts';
import { shares } from '../../src/report/shares.ts';
import { summarize } from '../../src/report/summary.ts';
import { joined } from '../../src/report/summary-html.ts';
import { describeVerdict } from '../../src/report/words.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { MIB } from '../../src/words/units.ts';
import { judge, out, vm } from '../support/rules.ts';

test.each<[what: string, wants: number[], room: number, given: number[]]>([
  ['enough for all', [3, 1, 2], 10, [3, 1, 2]],
  ['what one does not need is for the others', [100, 2, 100], 22, [10, 2, 10]],
  ['nothing wanted', [], 10, []],
  ['no room', [5, 5], 0, [0, 0]],
])('shares: %s', (_, wants, room, given) => {
  expect(shares(wants, room)).toEqual(given);
});

const told = (name: string, state: Case['state'], details: string[] = []): Case => ({
  group: 'tests',
  name,
  state,
  details,
});
const print = ({ name, details = [] }: Case): string[] => [name, ...details];
const names = (cases: readonly Case[] = []): string[] => cases.map(({ name, state }) => `${state}: ${name}`);

describe('cases in a room', () => {
  const step: Case = { group: 'steps', name: 'step 1', state: 'passed' };
  const many = [...Array(90).keys()].map((index) =>
    told(`test ${index}`, index % 3 === 0 ? 'failed' : 'passed'),
  );

  test('those that failed come first, in their order, and the others are counted', () => {
    const [cases] = inRoom([[step, ...many]], print, 320);
    const [first, ...others] = names(cases);
    expect(first).toBe('passed: step 1');
    expect(others.filter((name) => name.startsWith('failed: test'))).toHaveLength(30);
    expect(others.at(-1)).toMatch(/^skipped: \d\d more tests that did not fail$/);
    const listed = others.filter((name) => name.startsWith('passed: test')).length;
    expect(others.at(-1)).toContain(`${60 - listed} more`);
    expect(listed).toBeGreaterThan(0);
  });

  test('failures without room are a failure, too', () => {
    const [cases] = inRoom([many], print, 80);
    expect(names(cases).slice(-2)).toEqual([
      expect.stringMatching(/^failed: \d\d more tests that failed$/),
      'skipped: 60 more tests that did not fail',
    ]);
  });

  test('a flood takes no room of another run', () => {
    const flood = many.map((one) => ({ ...one, details: Array(20).fill('x'.repeat(100)) }));
    const [small, large] = inRoom([[step, told('alone', 'failed', ['why'])], flood], print, 5000);
    expect(small).toEqual([{ ...step, details: [] }, told('alone', 'failed', ['why'])]);
    expect(large?.some(({ details = [] }) => details.includes('its lines are in result.json'))).toBe(true);
  });

  test('of a flood no more is printed than there is room for', () => {
    let printed = 0;
    const counting = (one: Case): string[] => {
      printed++;
      return print(one);
    };
    inRoom([many, [step]], counting, 80);
    expect(printed).toBeLessThan(20);
  });

  test('details of one case are 200 lines, and a longer line is left out whole', () => {
    const lines = ['y'.repeat(1001), ...Array(210).fill('z')];
    const [[one] = []] = inRoom([[{ ...step, details: lines }]], print);
    expect(one?.details?.at(0)).toBe('(1001 characters, too long to be shown here)');
    expect(one?.details?.slice(-2)).toEqual(['z', 'and 11 more lines: see result.json']);
    expect(one?.details).toHaveLength(201);
  });
});

test('JUnit and KTAP of 5,000 runs that failed, whose consoles and steps are long, are bounded, and each has its failure', () => {
  const steps = Array.from({ length: 20 }, (_, index) => `{expect: "step ${index} ${'waits '.repeat(30)}"}`);
  const { scenario } = parseScenario(
    'boot.yml',
    `version: 1\nname: boot\nplatform: kvm\nguest: {kernel: k, initrd: i}\nsteps: [${steps.join(', ')}]\n`,
    '/',
  );
  const trace = Array.from({ length: 60 }, (_, line) => `[    1.${line}] ${'<x>&'.repeat(25)}\n`).join('');
  const { verdict } = judge(scenario.rules, [
    out(1, `Kernel panic - not syncing: Attempted to kill init!\n${trace}`),
    vm(9, 'panicked'),
  ]);
  const result = makeResult(scenario, verdict, {});
  const runs = Array.from({ length: 5000 }, (_, index) => ({
    directory: `results/${index}`,
    result: { ...result, scenario: `boot ${index}` },
  }));
  const xml = toJUnit(runs);
  expect(Buffer.byteLength(xml)).toBeLessThan(30_000_000);
  expect(xml.match(/<failure /g)).toHaveLength(5000);
  expect(xml).toMatch(/name="\d+ more steps and checks"/);
  expect(Buffer.byteLength(toKtap(runs))).toBeLessThan(30_000_000);
});

const { scenario } = parseScenario(
  'boot.yml',
  'version: 1\nname: boot\nplatform: kvm\nguest: {kernel: k, initrd: i}\nsteps: [{expect: "login:"}]\n',
  '/',
);
const { verdict } = judge(scenario.rules, [
  out(1, 'KTAP version 1\n1..1\n# why\nnot ok 1 a\n'),
  vm(9, 'shutdown'),
]);
const RESULT = makeResult(scenario, verdict, {});

/** A run whose guest reports tests without end, and says as much of each as is kept. */
function flood(index: number, tests = 1000): RecordedResult {
  const [report] = RESULT.tests;
  const [one] = report?.tests ?? [];
  if (report === undefined || one === undefined) throw new Error('the guest reports a test');
  const failing = { ...one, diagnostics: Array<string>(20).fill('&'.repeat(50)) };
  const reports = Array.from({ length: 250 }, () => ({
    ...report,
    tests: Array<typeof one>(tests / 250).fill(failing),
  }));
  const result = { ...RESULT, scenario: `flood ${index}`, reason: `reason ${index}`, tests: reports };
  return { directory: `results/flood-${index}`, result };
}

describe('of a dozen floods', () => {
  const runs = Array.from({ length: 12 }, (_, index) => flood(index, index === 7 ? 20_000 : 1000));

  test('JUnit is a document that GitLab takes, with a failure of each', () => {
    const text = toJUnit(runs);
    expect(Buffer.byteLength(text)).toBeLessThan(30_000_000);
    const { testsuites } = new XMLParser({ ignoreAttributes: false, processEntities: false }).parse(text);
    expect(testsuites.testsuite).toHaveLength(12);
    for (const suite of testsuites.testsuite) {
      expect(Number(suite['@_failures'])).toBe(
        suite.testcase.filter((one: object) => 'failure' in one).length,
      );
      expect(Number(suite['@_failures'])).toBeGreaterThan(0);
    }
    expect(text).toMatch(/name="[\d,]+ more tests that failed"/);
  });

  test('KTAP is as long at most', () => {
    expect(Buffer.byteLength(toKtap(runs))).toBeLessThan(30_000_000);
  });

  test('the summary shows each failure, says what it leaves out, and is one that GitHub takes', () => {
    const text = summarize(runs);
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    for (const { result } of runs)
      expect(text).toContain(`<b><code>${result.reason} (250 tests failed)</code></b>`);
    expect(text).toContain('and 230 more test reports: see result.json');
  });

  test('the page has the tests that there is room for, and says how many it leaves out', () => {
    const assets = { script: '', player: '', chart: '', style: '' };
    const console = { streams: [], counts: {}, omitted: 0, text: Buffer.alloc(0) };
    const pages = runs.slice(0, 8).map((run) => ({ ...run, console, cast: undefined }));
    const text = makePage(pages as unknown as Parameters<typeof makePage>[0], assets);
    expect(Buffer.byteLength(text)).toBeLessThan(24 * MIB);
    expect(text).toContain('more test reports: see result.json');
    expect(text).toMatch(/[\d,]+ more tests: see result\.json and the console/);
  });

  test('a terminal shows 20 reports', () => {
    const [{ result }] = runs as [RecordedResult];
    const lines = describeVerdict('flood', {
      ...verdict,
      tests: result.tests as unknown as typeof verdict.tests,
    });
    expect(lines.filter((line) => line.startsWith('  tests on '))).toHaveLength(20);
    expect(lines).toContain('  and 230 more test reports: see result.json');
  });
});

test('of many reports those that say something are shown', () => {
  const { result } = flood(1, 250);
  const [report] = result.tests;
  if (report === undefined) throw new Error('the guest reports tests');
  const good = { ...report, tests: report.tests.map((one) => ({ ...one, state: 'passed' as const })) };
  const tests = [...Array.from({ length: 30 }, () => ({ ...good })), { ...report, line: 777 }];
  const lines = describeVerdict('a', { ...verdict, tests: tests as unknown as typeof verdict.tests });
  expect(lines.some((line) => line.startsWith('  tests on console, line 777'))).toBe(true);
});

test('a section that is too large leaves the others whole, and says how many parts it lacks', () => {
  const lastLines = Array<string>(1000).fill('<'.repeat(1000));
  const large = { ...RESULT, reason: 'a flood', lastLines, captures: {} };
  const text = summarize([
    { directory: 'a', result: large },
    { directory: 'b', result: { ...RESULT, scenario: 'small', reason: 'why' } },
  ]);
  expect(text).toContain('1 more part of this: see result.json and report.html.');
  expect(text).toContain('<b><code>why</code></b>');
  expect(text).toContain('tdx-boot run b');
});

test('the page of many runs shows a failure behind passed tests that fill the room of their run', () => {
  const [{ result }] = [flood(1, 250)];
  const [report] = result.tests;
  const [failing] = report?.tests ?? [];
  if (report === undefined || failing === undefined) throw new Error('the guest reports tests');
  const passed = { ...failing, name: 'p'.repeat(500), state: 'passed' as const, diagnostics: [] };
  const many = {
    ...report,
    tests: [...Array<typeof passed>(1000).fill(passed), { ...failing, name: 'the culprit' }],
  };
  const { text } = tests({ ...result, tests: [many] }, () => html``, 100);
  expect(text.includes('the culprit')).toBe(true);
  expect(text.includes('&amp;'.repeat(50))).toBe(true);
  expect(text.includes('more tests: see result.json')).toBe(true);
});

test('of too many failures the first are shown, and the others counted', () => {
  const runs = Array.from({ length: 1000 }, (_, index) => ({
    directory: `results/${index}`,
    result: { ...RESULT, scenario: `run ${index}`, reason: `reason ${index} ${'because '.repeat(100)}` },
  }));
  const text = summarize(runs);
  expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
  const [, rest] = /<p>(\d+) more scenarios: see result.json and report.html.<\/p>/.exec(text) ?? [];
  expect(text.match(/<h3>/g)).toHaveLength(1 + 1000 - Number(rest));
});

test('a summary that is full counts no scenario in a group that has none', () => {
  const text = joined([], [Array<string[]>(226).fill(['x'.repeat(4094)]), [[]]]);
  expect(text.match(/\d+ more scenarios?: see/g)).toEqual(['1 more scenario: see']);
});
