/** The action's inputs: all that action.yml has, nothing else, and what becomes of them. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type Inputs, readInputs } from '../../src/action/inputs.ts';
import { ACTION_INPUTS, FIRMWARE_ACTION_INPUTS, requireKnown } from '../../src/action/known-inputs.ts';
import type { LoadedScenario } from '../../src/scenario/load.ts';
import type { LoadedSuite } from '../../src/suite/load.ts';
import { bzImage } from '../support/bz-image.ts';
import { scratchDirectory } from '../support/scratch.ts';

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

const read = (): Inputs => readInputs(() => undefined);

/** The inputs as one scenario. */
function readOne(): LoadedScenario {
  const { loaded } = read();
  if ('entries' in loaded) throw new Error('a suite');
  return loaded;
}

/** The inputs as a suite. */
function readSuite(): Inputs & { readonly loaded: LoadedSuite } {
  const { loaded, ...others } = read();
  if (!('entries' in loaded)) throw new Error('one scenario');
  return { ...others, loaded };
}

test('an empty input is one that is not given, as of a workflow that passes its own inputs on', () => {
  const dir = mkdtempSync(join(tmpdir(), 'tdx-boot-inputs-'));
  const kernel = join(dir, 'bzImage');
  writeFileSync(kernel, bzImage('6.12.0'));
  const { inputs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
  give({
    ...Object.fromEntries(Object.keys(inputs).map((name) => [name, ''])),
    platform: 'emulated',
    kernel,
  });
  expect(read()).toMatchObject({
    results: inputs.results.default,
    upload: inputs.upload.default,
    installTools: false,
  });
  rmSync(dir, { recursive: true });
});

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
  const loaded = readOne();
  expect(loaded.scenario.rules.steps).toMatchObject([
    { capture: [] },
    { capture: ['release', 'rest'] },
    { capture: [] },
  ]);
});

test('a pattern that is wrong is refused for what is wrong with it', () => {
  give({ platform: 'emulated', kernel: 'bzImage', initrd: 'initrd', expect: '/(?<a>x/' });
  expect(read).toThrow('Unterminated group');
});

describe('beside a scenario', () => {
  const dir = scratchDirectory('inputs');
  const scenario = join(dir, 'boot.yml');
  writeFileSync(
    scenario,
    'version: 1\nplatform: tdx\nfirmware: tdvf\nguest: {kernel: k, cmdline: "${ARGS}"}\nvariables: {ARGS: quiet}\nsteps: [{expect: up}]\n',
  );

  test('every other input replaces what the file says', () => {
    give({
      scenario,
      name: 'mine',
      platform: 'emulated',
      'firmware-build': 'debug',
      kernel: 'bzImage',
      disks: 'a.img\nb.img\n',
      cpus: '2',
      settle: '5s',
      ktap: 'ignore',
      set: 'guest.network=user\nsteps[1].within=5s\n',
      variables: 'ARGS=console=ttyS0\n',
    });
    const { scenario: loaded } = readOne();
    expect(loaded).toMatchObject({
      name: 'mine',
      platform: 'emulated',
      firmware: { request: { name: 'tdvf', build: 'debug' } },
      guest: {
        kernel: resolve('bzImage'),
        cmdline: 'console=ttyS0',
        disks: [{ path: resolve('a.img') }, { path: resolve('b.img') }],
        cpus: 2,
        network: { type: 'user' },
      },
      rules: { steps: [{ withinMs: 5000 }], settleMs: 5000, ktap: 'ignore' },
    });
  });

  test.each([
    [{ expect: 'x' }, 'input "scenario" is given together with expect'],
    [{ set: 'guest.cpus' }, 'input set: "guest.cpus" is not KEY=VALUE'],
    [{ variables: 'ARGS' }, 'input variables: "ARGS" is not NAME=VALUE'],
    [{ variables: 'ARG=1' }, 'nothing in the scenario refers to ${ARG}'],
    [{ cpus: 'four' }, 'input "cpus": guest.cpus: "four" is not a whole number'],
    [{ firmware: 'OVMF.fd', 'firmware-ref': 'x' }, 'firmware-ref: input "firmware" is "OVMF.fd"'],
  ])('%j is refused', (inputs, message) => {
    give({ scenario, ...inputs });
    expect(read).toThrow(message);
  });
});

describe('several scenarios', () => {
  const dir = scratchDirectory('inputs');
  const write = (name: string, text: string | Uint8Array): string => {
    writeFileSync(join(dir, name), text);
    return join(dir, name);
  };
  write('vmlinuz', bzImage('6.17.0'));
  const [a, b] = ['a.yml', 'b.yml'].map((name) =>
    write(name, 'version: 1\nplatform: emulated\nguest: {kernel: vmlinuz}\n'),
  );
  const suite = write('nightly.yaml', 'version: 1\nscenarios: [a.yml]\nmatrix: {cpus: [1, 2]}\nretry: 1\n');
  const names = ({ loaded }: { readonly loaded: LoadedSuite }): string[] => [
    loaded.name,
    ...loaded.entries.map(({ name }) => name),
  ];

  test.each<[string, Record<string, string>, string[]]>([
    ['lines', { scenario: `${b}\n${a}\n` }, ['suite', 'b', 'a']],
    ['a glob', { scenario: `${dir}/*.yml` }, ['suite', 'a', 'b']],
    ['a glob with a name', { scenario: `${dir}/*.yml`, name: 'gate' }, ['gate', 'a', 'b']],
    ['a suite file', { scenario: suite }, ['nightly', 'a (cpus=1)', 'a (cpus=2)']],
    ['one scenario that is retried', { scenario: `${a}`, retry: '1' }, ['a', 'a']],
    [
      'no file, and a retry',
      { platform: 'emulated', kernel: join(dir, 'vmlinuz'), retry: '1' },
      ['boot', 'boot'],
    ],
  ])('%s', (_, inputs, expected) => {
    give(inputs);
    expect(names(readSuite())).toEqual(expected);
  });

  test('inputs replace what each of them says, and say how they are run', () => {
    const choices = { jobs: '3', shard: '2/3', retry: '2', 'retry-failed': 'true', strict: 'true' };
    give({ scenario: `${a}\n${b}`, cpus: '4', set: 'guest.network=user', 'fail-fast': 'True', ...choices });
    const { loaded, choices: read } = readSuite();
    expect(read).toEqual({
      ...{ jobs: 3, shard: { index: 2, count: 3 }, retry: 2 },
      ...{ retryFailed: true, strict: true, failFast: true },
    });
    expect(loaded.retry).toEqual({ times: 2, after: 'failed' });
    for (const { loaded: each } of loaded.entries) {
      expect(each.scenario.guest).toMatchObject({ cpus: 4, network: { type: 'user' } });
    }
  });

  test('all mistakes of all of them come at once', () => {
    const steps = write(
      'steps.yml',
      'version: 1\nplatform: emulated\nguest: {kernel: vmlinuz}\nsteps: [{expct: x}]\n',
    );
    const none = join(dir, 'none.yml');
    give({ scenario: `${a}\n${steps}\n${none}`, cpus: 'four' });
    for (const text of [
      'input "cpus": guest.cpus: "four" is not a whole number',
      `${steps}:4:10: unknown key "expct"`,
      `${none}: cannot read the scenario`,
    ]) {
      expect(read).toThrow(text);
    }
  });

  test.each<[Record<string, string>, string]>([
    [{ jobs: '0' }, 'jobs "0" is no number of guests'],
    [{ shard: '3/2' }, 'shard "3/2" is no part of a suite'],
    [{ retry: 'twice' }, 'retry "twice" is no number of further attempts'],
    [{ 'retry-failed': 'true' }, 'retry-failed is given, and nothing is retried'],
    [{ strict: 'yes' }, 'input "strict" is "yes", which is neither true nor false'],
    [{ upload: 'maybe' }, 'input "upload" is "maybe"'],
    [{ expect: 'login:' }, 'input "scenario" is given together with expect'],
  ])('%j is refused', (inputs, message) => {
    give({ scenario: `${a}\n${b}`, ...inputs });
    expect(read).toThrow(message);
  });
});

test('a command with its files is one step of a workflow', () => {
  give({
    platform: 'emulated',
    kernel: 'bzImage',
    root: 'rootfs',
    files: 'build/test: /opt/\ndata: /opt/data',
    run: 'cd /opt\n./test --all',
    collect: '/tmp/*.xml\n/var/log',
  });
  const { scenario } = readOne();
  expect(scenario.rules.steps).toMatchObject([
    { kind: 'run', command: { argv: ['/bin/sh', '-e', '-c', 'cd /opt\n./test --all'] } },
  ]);
  expect(scenario.collect?.paths).toEqual(['/tmp/*.xml', '/var/log']);
  expect(scenario.guest).toMatchObject({
    root: { path: resolve('rootfs'), as: 'initrd' },
    files: [
      { source: resolve('build/test'), target: '/opt/' },
      { source: resolve('data'), target: '/opt/data' },
    ],
  });
});

test('a command beside a scenario is refused, because it would replace its steps', () => {
  give({ scenario: 'x.yml', run: 'true' });
  expect(read).toThrow('input "scenario" is given together with run');
});

test('a file without a place in the guest is refused', () => {
  give({ platform: 'emulated', kernel: 'bzImage', files: 'build/test', run: 'true' });
  expect(read).toThrow('input "files": "build/test" does not say where in the guest');
});

describe('measurements', () => {
  const value = 'ab'.repeat(48);
  const td = { platform: 'tdx', firmware: 'tdvf', kernel: 'bzImage', initrd: 'initrd', expect: 'login:' };

  test('are asserted by an input, line by line', () => {
    give({ ...td, measurements: `mrtd=expected\nrtmr1=replay\nrtmr2=${value}` });
    const loaded = readOne();
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
    expect(read).toThrow(message);
  });
});

test("the host's own userspace under another kernel is one step, as vng and vmtest-action have it", () => {
  give({
    platform: 'emulated',
    kernel: 'bzImage',
    set: 'guest.shares={/: /}',
    run: "uname -r | grep -e 'aws$'",
  });
  const { scenario } = readOne();
  expect(scenario.guest?.shares).toEqual([
    { type: '9p', tag: 'share1', source: '/', target: '/', write: false },
  ]);
  expect(scenario.rules.steps).toMatchObject([{ kind: 'run', shown: "uname -r | grep -e 'aws$'" }]);
});
