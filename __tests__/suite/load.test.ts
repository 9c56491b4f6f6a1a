/** From a suite file to its entries, or to every mistake in it, before anything is booted. */

import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Uses } from '../../src/scenario/layers.ts';
import type { SuiteChoices } from '../../src/suite/choices.ts';
import { isScenario, type LoadedSuite, loadRun } from '../../src/suite/load.ts';
import { bzImage } from '../support/bz-image.ts';
import { scratchDirectory } from '../support/scratch.ts';

const base = scratchDirectory('suite');
const at = (file: string): string => join(base, file);
const write = (file: string, text: string): string => {
  writeFileSync(join(base, file), text);
  return join(base, file);
};
const SCENARIO = 'version: 1\nplatform: emulated\nguest: {kernel: vmlinuz}\n';

beforeEach(() => {
  writeFileSync(join(base, 'vmlinuz'), bzImage('6.17.0'));
  write('a.yml', SCENARIO);
  write('b.yml', SCENARIO);
});

function load(names: string[], uses: Uses = {}, choices: SuiteChoices = {}): LoadedSuite {
  const loaded = loadRun(names, uses, choices, () => undefined);
  if (!('entries' in loaded)) throw new Error('not a suite');
  return loaded;
}
const suite = (text: string) => load([write('suite.yml', `version: 1\n${text}`)]);
const described = (loaded: ReturnType<typeof load>) =>
  loaded.entries.map(({ name, loaded: { scenario } }) => [name, scenario.platform, scenario.guest.cpus]);

describe('entries', () => {
  test('of several files, in their order', () => {
    const { name, entries, retry } = load([join(base, 'b.yml'), join(base, 'a.yml')]);
    expect([name, entries.map((entry) => entry.name)]).toEqual(['suite', ['b', 'a']]);
    expect(retry).toEqual({ times: 0, after: 'errored' });
  });

  test('of a suite: each scenario with each combination, and what an entry sets wins over the matrix', () => {
    const loaded = suite(
      'scenarios: [a.yml, {file: b.yml, name: large, set: {cpus: 8}}]\nmatrix: {platform: [emulated, kvm], cpus: [1, 2], exclude: [{platform: kvm, cpus: 1}]}',
    );
    expect(described(loaded)).toEqual([
      ['a (platform=emulated, cpus=1)', 'emulated', 1],
      ['a (platform=emulated, cpus=2)', 'emulated', 2],
      ['a (platform=kvm, cpus=2)', 'kvm', 2],
      ['large (platform=emulated)', 'emulated', 8],
      ['large (platform=kvm)', 'kvm', 8],
    ]);
    expect(loaded.name).toBe('suite');
  });

  test('of a suite: an entry sets lists and mappings as a scenario has them, or as --set takes them', () => {
    const { entries } = suite(
      'scenarios: [{file: a.yml, set: {forbid: [oops, /x+y/], guest.network: {type: user}}}, {file: a.yml, name: b, set: {forbid: "[oops, /x+y/]"}}]',
    );
    const said = entries.map(({ loaded: { scenario } }) =>
      scenario.rules.forbid.map(({ pattern }) => pattern.shown),
    );
    expect(said).toEqual([
      ['"oops"', '/x+y/'],
      ['"oops"', '/x+y/'],
    ]);
    expect(entries[0]?.loaded.scenario.guest.network).toMatchObject({ type: 'user' });
  });

  const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

  test.each([
    [
      'a matrix of 46 billion combinations',
      `scenarios: [a.yml]\nmatrix: ${JSON.stringify(Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => [key, numbers(60)])))}`,
      'the matrix has 46656000000 combinations; at most 5000 are run as one suite',
    ],
    [
      'a small matrix of many scenarios',
      `scenarios: ${JSON.stringify(numbers(2001).map(() => 'a.yml'))}\nmatrix: {cpus: [1, 2, 3]}`,
      'suite.yml has 6003 scenarios; at most 5000 are run as one suite',
    ],
  ])('%s is refused before it is made', (_, text, message) => {
    expect(() => suite(text)).toThrow(message);
  });

  test('each kernel and its modules are looked at once, and not for each combination', () => {
    mkdirSync(at('list'), { recursive: true });
    rmSync(at('list/modules.dep'), { force: true });
    execFileSync('mkfifo', [at('list/modules.dep')]);
    writeFileSync(at('config-6.17.0'), '#\nCONFIG_VIRTIO_CONSOLE=m\n');
    // A pipe gives its text once, and keeps it while somebody has it open: a second reader is told that nobody wrote.
    const kept = openSync(at('list/modules.dep'), constants.O_RDONLY | constants.O_NONBLOCK);
    writeFileSync(at('list/modules.dep'), 'kernel/virtio_console.ko:\n', { flag: 'r+' });
    write('m.yml', SCENARIO.replace('vmlinuz', 'vmlinuz, modules: list'));
    const { entries } = suite('scenarios: [m.yml]\nmatrix: {cpus: [1, 2, 3]}');
    expect(entries).toHaveLength(3);
    closeSync(kept);
  });

  test('what the command line says wins over all', () => {
    const uses = { overrides: [{ path: ['guest', 'cpus'], value: 3, origin: '--cpus 3', base }] };
    const text = 'version: 1\nname: n\nscenarios: [a.yml]\nmatrix: {guest.cpus: [1, 2]}';
    const loaded = load([write('suite.yml', text)], uses);
    expect(described(loaded)).toEqual([['a', 'emulated', 3]]);
    expect(loaded.name).toBe('n');
  });

  test.each<[string, string, Uses, string[], string[]]>([
    [
      'an entry',
      'scenarios: [{file: a.yml, set: {guest.cpus: 4}}]\nmatrix: {cpus: [1, 4]}',
      {},
      ['a'],
      [1, 4].map(
        (cpus) => `cpus=${cpus} has no effect on "a": /suite.yml:2:45: guest.cpus=4 wins over the matrix`,
      ),
    ],
    [
      'another axis of the same key',
      'scenarios: [a.yml]\nmatrix: {cpus: [1, 2], guest.cpus: [3]}',
      {},
      ['a (guest.cpus=3)'],
      [1, 2].map(
        (cpus) => `cpus=${cpus} has no effect on "a": /suite.yml:3:36: guest.cpus=3 wins over the matrix`,
      ),
    ],
    [
      'nothing: a list may say a value twice',
      'scenarios: [a.yml]\nmatrix: {cpus: [2, 2]}',
      {},
      [1, 2].map((number) => `a (cpus=2) [/a.yml] #${number}`),
      [],
    ],
    [
      'nothing: a key is taken away',
      'scenarios: [a.yml]\nmatrix: {guest.cmdline: ["null"]}',
      {},
      ['a (guest.cmdline=null)'],
      [],
    ],
  ])(
    'a value of a matrix that does not hold names no guest, and is said. What wins: %s',
    (_, text, uses, names, said) => {
      const heard: string[] = [];
      const file = write('suite.yml', `version: 1\n${text}`);
      const loaded = loadRun([file], uses, {}, ({ rule, message }) => {
        if (rule === 'matrix-without-effect') heard.push(message);
      });
      if (!('entries' in loaded)) throw new Error('not a suite');
      const short = (texts: string[]): string[] => texts.map((one) => one.replaceAll(base, ''));
      expect(short(loaded.entries.map(({ name }) => name))).toEqual(names);
      expect(short(heard)).toEqual(said);
    },
  );

  test('of one name are told apart', () => {
    const twice = suite('scenarios: [{file: a.yml, name: x}, {file: b.yml, name: x}]');
    expect(twice.entries.map(({ name }) => name)).toEqual([`x [${at('a.yml')}]`, `x [${at('b.yml')}]`]);
    const same = suite('scenarios: [a.yml, a.yml]');
    expect(same.entries.map(({ name }) => name)).toEqual([`a [${at('a.yml')}] #1`, `a [${at('a.yml')}] #2`]);
  });

  test('paths that a matrix names are relative to the suite', () => {
    writeFileSync(join(base, 'other'), bzImage('6.1.0'));
    const [entry] = suite('scenarios: [a.yml]\nmatrix: {kernel: [other]}').entries;
    expect(entry?.loaded.scenario.guest.kernel).toBe(join(base, 'other'));
  });

  test.each([
    ['retry: 2', { times: 2, after: 'errored' }],
    ['retry: {times: 1}', { times: 1, after: 'errored' }],
    ['retry: {times: 1, after: failed}', { times: 1, after: 'failed' }],
  ])('%s', (text, retry) => {
    expect(suite(`scenarios: [a.yml]\n${text}`).retry).toEqual(retry);
  });
});

describe('mistakes', () => {
  test.each<[string, string, string]>([
    ['no scenarios', 'scenarios: []', ':2:12: scenarios: a list is empty'],
    [
      'a misspelt key',
      'scenarios: [a.yml]\nmatrx: {}',
      ':3:1: unknown key "matrx" in the suite (did you mean "matrix"?)',
    ],
    [
      'a key of an entry that is like no other',
      'scenarios: [{scenario: a.yml}]',
      ':2:14: unknown key "scenario" in scenarios[1] (it can have file, name, set)',
    ],
    ['an empty axis', 'scenarios: [a.yml]\nmatrix: {cpus: []}', ':3:16: matrix.cpus: a list is empty'],
    [
      'everything excluded',
      'scenarios: [a.yml]\nmatrix: {cpus: [1], exclude: [{cpus: 1}]}',
      ':3:9: matrix: every combination is excluded',
    ],
    ['a glob that fits nothing', 'scenarios: ["none/*.yml"]', '"none/*.yml" names no scenario'],
    [
      'an axis that is no key',
      'scenarios: [a.yml]\nmatrix: {guest.cpuz: [1]}',
      'unknown key "cpuz" in guest (did you mean "cpus"?)',
    ],
    [
      'an axis that is a misspelt variable',
      'scenarios: [a.yml]\nmatrix: {variables.KERNL: [x, y]}',
      'nothing in the scenario refers to ${KERNL}',
    ],
    [
      'a value that the key cannot have',
      'scenarios: [a.yml]\nmatrix: {platform: [emulated, tdxx]}',
      '"tdxx" is not one of',
    ],
    ['a scenario that is missing', 'scenarios: [none.yml]', 'none.yml: no such file or directory'],
  ])('%s', (_, text, message) => {
    expect(() => suite(text)).toThrow(message);
  });

  test('of all scenarios come at once, each once', () => {
    write('a.yml', `${SCENARIO}steps: [{expect: 7}]\n`);
    write('b.yml', 'version: 1\nplatform: emulated\n');
    const broken = (): unknown => suite('scenarios: [a.yml, b.yml]\nmatrix: {memory: [1G, 2G]}');
    expect(broken).toThrow(
      [
        `${at('a.yml')}:4:18: steps[1].expect: 7 is not a text`,
        `${at('suite.yml')}:3:18: memory=1G: guest has neither a kernel nor disks: there is nothing to boot`,
        `${at('b.yml')}:1:1: no steps: a pass would mean nothing. Say what the console must show, as in steps: [{ expect: "login: " }]`,
        `${at('suite.yml')}:3:18: memory=2G: guest has neither a kernel nor disks: there is nothing to boot`,
      ].join('\n'),
    );
  });

  test('a suite is named alone', () => {
    const file = write('suite.yml', 'version: 1\nscenarios: [a.yml]');
    expect(() => load([file, join(base, 'a.yml')])).toThrow('is a suite, and is named with other files');
  });
});

describe('what is given beside the files', () => {
  const name = (value: string) => ({ overrides: [{ path: ['name'], value, origin: '--name', base }] });

  test('a name is that of the suite; its scenarios keep theirs', () => {
    const loaded = load([at('a.yml'), at('b.yml')], name('mine'));
    expect([loaded.name, ...loaded.entries.map((entry) => entry.name)]).toEqual(['mine', 'a', 'b']);
  });

  test.each<[SuiteChoices, string, LoadedSuite['retry']]>([
    [{}, 'retry: {times: 1, after: failed}', { times: 1, after: 'failed' }],
    [{ retry: 0 }, 'retry: 2', { times: 0, after: 'errored' }],
    [{ retry: 3 }, 'retry: {times: 1, after: failed}', { times: 3, after: 'failed' }],
    [{ retryFailed: true }, 'retry: 2', { times: 2, after: 'failed' }],
    [{ retry: 1, retryFailed: true }, '', { times: 1, after: 'failed' }],
  ])('%j beside a suite with "%s"', (choices, text, retry) => {
    const file = write('suite.yml', `version: 1\nscenarios: [a.yml]\n${text}`);
    expect(load([file], {}, choices).retry).toEqual(retry);
  });

  test.each<[SuiteChoices, boolean]>([
    [{}, false],
    [{ jobs: 1, failFast: true, strict: true, retry: 0 }, false],
    [{ retry: 1 }, true],
    [{ shard: { index: 1, count: 2 } }, true],
  ])('one scenario with %j is a suite: %j', (choices, wanted) => {
    const loaded = loadRun([at('a.yml')], name('mine'), choices, () => undefined);
    expect('entries' in loaded).toBe(wanted);
    if ('entries' in loaded)
      expect([loaded.name, loaded.entries[0]?.name, loaded.entries.length]).toEqual(['mine', 'mine', 1]);
  });

  test('retries of failures alone say nothing', () => {
    expect(() => load([at('a.yml'), at('b.yml')], {}, { retryFailed: true })).toThrow('nothing is retried');
    expect(() => loadRun([at('a.yml')], {}, { retryFailed: true }, () => undefined)).toThrow(
      'nothing is retried',
    );
  });
});

test('one file is a scenario; a directory, a glob and a suite are not', () => {
  write('suite.yml', 'version: 1\nscenarios: [a.yml]');
  const names = [
    join(base, 'a.yml'),
    '-',
    join(base, 'none.yml'),
    base,
    join(base, '*.yml'),
    join(base, 'suite.yml'),
  ];
  expect(names.map(isScenario)).toEqual([true, true, true, false, false, false]);
});
