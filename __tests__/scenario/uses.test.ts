/** One scenario, many uses: what it extends, overrides beside its file, and variables in its text. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Uses } from '../../src/scenario/layers.ts';
import { type LoadedScenario, loadScenario, parseScenario } from '../../src/scenario/load.ts';
import { parseOverride } from '../../src/scenario/overrides.ts';
import { settingOverride } from '../../src/scenario/settings.ts';
import { parseVariable } from '../../src/scenario/variables.ts';
import { UsageError } from '../../src/words/errors.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { problemsOf } from './problems.ts';

const scratch = scratchDirectory('uses');

const BOOT = `version: 1
platform: emulated
firmware: tdvf
guest: { kernel: bzImage, initrd: initrd, disks: [a.img, {path: b.img, bus: sata}], network: user, cpu: EPYC, vsock: 3 }
steps: [{expect: a, within: 3s}, {expect: b}]
`;

describe('an override', () => {
  test.each<[string, object]>([
    ['guest.cpus=4', { guest: { cpus: 4 } }],
    ['guest.memory=2G', { guest: { memory: 2 * 1024 ** 3 } }],
    ['guest.cmdline=a=b c', { guest: { cmdline: 'a=b c' } }],
    ['guest.cmdline=[1]', { guest: { cmdline: '[1]' } }],
    ['name=4', { name: '4' }],
    ['platform=kvm', { platform: 'kvm' }],
    ['guest.kernel=other', { guest: { kernel: '/cwd/other' } }],
    [
      'guest.disks[1].bus=nvme',
      { guest: { disks: [{ path: '/base/a.img', bus: 'nvme' }, { bus: 'sata' }] } },
    ],
    [
      'guest.network.forward=[2222:22]',
      { guest: { network: { type: 'user', forward: [{ host: 2222, guest: 22 }] } } },
    ],
    ['guest.cpu.flags=[+avx2]', { guest: { cpu: { model: 'EPYC', flags: ['+avx2'] } } }],
    ['guest.vsock.socket=s', { guest: { vsock: { cid: 3, socket: '/cwd/s' } } }],
    ['guest.disks[2].path=c.img', { guest: { disks: [{}, { path: '/cwd/c.img', bus: 'sata' }] } }],
    ['guest.disks=[c.img]', { guest: { disks: [{ path: '/cwd/c.img' }] } }],
    ['steps[1].within=1m', { rules: { steps: [{ withinMs: 60_000 }, {}] } }],
    ['firmware.build=debug', { firmware: { request: { name: 'tdvf', build: 'debug' } } }],
    ['firmware={code: c, vars: v}', { firmware: { code: '/cwd/c', vars: '/cwd/v' } }],
    ['guest.quote-socket=null', { guest: { kernel: '/base/bzImage' } }],
  ])('%s', (text, expected) => {
    expect(load(BOOT, set(text)).scenario).toMatchObject(expected);
  });

  test('null takes a key away', () => {
    const { guest, firmware } = load(
      BOOT,
      set('guest.disks=null', 'guest.initrd=null', 'firmware=null'),
    ).scenario;
    expect(guest).toMatchObject({ disks: [], initrd: 'probe' });
    expect(firmware).toBeUndefined();
  });

  test('of two of one key the last wins, and a mapping is replaced before its keys are', () => {
    const twice = load(BOOT, set('guest.cpus=2', 'guest.cpus=3')).scenario;
    expect(twice.guest?.cpus).toBe(3);
    const turned = load(BOOT, set('firmware.build=debug', 'firmware=td-shim')).scenario;
    expect(turned.firmware).toMatchObject({ request: { name: 'td-shim', build: 'debug' } });
  });

  test.each<[string, string]>([
    ['guest.cpus=four', 'guest.cpus: "four" is not a whole number'],
    ['guest.cpux=4', 'unknown key "cpux" in guest (did you mean "cpus"?)'],
    [
      'platform=emulated-td',
      'platform: "emulated-td" is not one of tdx, tdx-emulated, kvm, emulated (did you mean "tdx-emulated"?)',
    ],
    ['gest.cpus=4', 'unknown key "gest" in the scenario (did you mean "guest"?)'],
    ['timeout=3', 'timeout: "3" is not a duration such as 500ms, 60s, 3m or 1h'],
    ['steps[3].within=1s', 'steps has 2 entries, and no [3]'],
    ['forbid[1].stream=serial', 'there is no forbid, and so no entry of it'],
    ['guest[1].bus=nvme', 'guest is not a list'],
    ['step[1].within=5m', 'there is no step, and so no entry of it (did you mean "steps"?)'],
    ['steps[1].expect.a=b', 'steps[1].expect is not a mapping, so it has no key "a"'],
    ['guest.disks=[a', 'guest.disks: "[a" is not YAML'],
    ['steps[1].expect=/(/', '/(/: Invalid regular expression: /(/: Unterminated group'],
    ['version=2', 'version: 2 is not the number 1'],
    ['extends=a.yml', 'extends can stand in a file only'],
  ])('%s is refused by its name', (text, message) => {
    expect(problemsOf(() => load(BOOT, set(text)))).toEqual([`--set ${text}: ${message}`]);
  });

  test.each(['guest.cpus', '=4', 'guest..cpus=4', 'guest.disks[0].bus=nvme', 'Guest cpus=4'])(
    '%s has no form',
    (text) => {
      expect(() => parseOverride(text, '--set', '/cwd')).toThrow(`--set "${text}" is not KEY=VALUE`);
    },
  );

  test('has no place in a file', () => {
    const loaded = load(BOOT, set('guest.cpus=4'));
    expect(loaded.where(['guest', 'cpus'])).toEqual({ file: '--set guest.cpus=4', line: 0, column: 0 });
    expect(loaded.where(['guest', 'kernel'])).toMatchObject({ file: 'boot.yml', line: 4 });
  });

  test('of a key beside what a text stands for: whatever text that is', () => {
    const text = BOOT.replace('initrd: initrd, disks: [a.img, {path: b.img, bus: sata}]', 'root: tree');
    const given = ['forbid[1].stream=serial', 'guest.root.as=disk', 'variables.WHO.env=USER'];
    const overrides = given.map((one) => parseOverride(one, '--set', '/cwd'));
    const { guest, rules } = load(`${text}forbid: ["\${WHO}"]\nvariables: {WHO: BAD}\n`, {
      overrides,
    }).scenario;
    expect(guest?.root).toMatchObject({ path: '/base/tree', as: 'disk' });
    expect(rules.forbid).toMatchObject([{ stream: 'serial' }]);
  });

  test('may come as a setting with a name of its own', () => {
    const overrides = [
      settingOverride('disks', ['c.img', 'd.img'], '--disk'),
      settingOverride('cpus', '2', '--cpus 2'),
    ];
    const { guest } = load(BOOT, { overrides }).scenario;
    expect(guest).toMatchObject({ cpus: 2, disks: [{ path: join(process.cwd(), 'c.img') }, {}] });
  });
});

describe('extends', () => {
  const write = (name: string, text: string): string => {
    mkdirSync(join(scratch, 'sub'), { recursive: true });
    writeFileSync(join(scratch, name), text);
    return join(scratch, name);
  };

  test('fills in what the file leaves open; mappings are merged, lists and texts are replaced', () => {
    write('base.yml', `${BOOT}silence: 30s\n`);
    const file = write(
      'sub/own.yml',
      'version: 1\nextends: ../base.yml\nguest: {kernel: k, initrd: null, disks: [c.img], cpus: 3}\nsilence: null\n',
    );
    const { scenario, where } = loadScenario(file);
    expect(scenario).toMatchObject({
      name: 'own',
      platform: 'emulated',
      guest: { kernel: join(scratch, 'sub/k'), disks: [{ path: join(scratch, 'sub/c.img') }], cpus: 3 },
    });
    expect(scenario.guest?.initrd).toBeUndefined();
    expect(scenario.rules.silenceMs).toBeUndefined();
    expect(scenario.rules.steps).toHaveLength(2);
    expect(where(['steps', 0])).toEqual({ file: join(scratch, 'base.yml'), line: 5, column: 9 });
  });

  test.each([
    [
      'of its own',
      'forbid: [WORSE]',
      [
        ['BAD', 6],
        ['BROKEN', 6],
      ],
    ],
    ['that repeats one', 'forbid: [WORSE, BAD]', [['BROKEN', 6]]],
    ['that repeats all', 'forbid: [BAD, {pattern: BROKEN, stream: serial}, WORSE]', undefined],
    ['that is empty', 'forbid: []', undefined],
    ['that is taken away', 'forbid: null', undefined],
    ['of the file that it extends', 'timeout: 3s', undefined],
  ])('of forbidden texts, a list %s', (_, own, dropped) => {
    write('base.yml', `${BOOT}forbid: [BAD, {pattern: BROKEN, stream: serial}]\n`);
    const { unforbidden } = loadScenario(
      write('own.yml', `version: 1\nextends: base.yml\n${own}\n`),
    ).scenario;
    expect(unforbidden?.map(({ text, where }) => [text, where.line])).toEqual(dropped);
  });

  test('paths are relative to the file that says them', () => {
    write('base.yml', BOOT);
    const { guest } = loadScenario(write('sub/own.yml', 'version: 1\nextends: ../base.yml\n')).scenario;
    expect(guest?.kernel).toBe(join(scratch, 'bzImage'));
  });

  test.each<[string, string, string]>([
    ['a missing file', 'extends: no.yml\n', '1:10: extends: cannot read the scenario: '],
    ['itself', 'version: 1\nextends: self.yml\n', '2:10: extends: "self.yml" extends itself'],
    ['a list', 'version: 1\nextends: [a]\nsteps: [{expect: a}]\n', '2:10: extends: a list is not a text'],
  ])('%s', (_, text, message) => {
    const file = write('self.yml', text);
    expect(problemsOf(() => loadScenario(file))[0]).toContain(`self.yml:${message}`);
  });

  test('a mistake in the base is reported there', () => {
    write('base.yml', BOOT.replace('within', 'witin'));
    const file = write('sub/own.yml', 'version: 1\nextends: ../base.yml\ntimeout: 3\n');
    const problems = problemsOf(() => loadScenario(file));
    expect(problems).toContain(
      `${scratch}/base.yml:5:21: unknown key "witin" in steps[1] (did you mean "within"?)`,
    );
    expect(problems.some((line) => line.startsWith(`${scratch}/sub/own.yml:3:10: timeout`))).toBe(true);
  });

  test('a chain has an end', () => {
    for (let i = 0; i <= 11; i++) write(`c${i}.yml`, `version: 1\nextends: c${i + 1}.yml\n`);
    expect(problemsOf(() => loadScenario(join(scratch, 'c0.yml')))[0]).toContain('at most 10 files');
  });
});

describe('a variable', () => {
  const TEXT = `version: 1
platform: emulated
variables: {KERNEL: {env: MY_KERNEL, default: bzImage}, CPUS: 2, TOKEN: {env: MY_TOKEN}}
guest: { kernel: "\${KERNEL}", initrd: "out/\${KERNEL}.img", cpus: "\${CPUS}" }
steps: [{expect: "Linux \${KERNEL}"}, {send: "echo \${HOME} \${CPUS}\\n"}]
`;

  test.each<[string, Uses, object]>([
    ['has its default', {}, { kernel: '/base/bzImage', initrd: '/base/out/bzImage.img', cpus: 2 }],
    ['comes from the declared environment variable', { env: { MY_KERNEL: 'k' } }, { kernel: '/base/k' }],
    [
      'has its default where the environment variable is empty',
      { env: { MY_KERNEL: '' } },
      { kernel: '/base/bzImage' },
    ],
    ['comes from no other environment variable', { env: { KERNEL: 'k' } }, { kernel: '/base/bzImage' }],
    ['comes from --var before all', { env: { MY_KERNEL: 'k' }, ...vars('KERNEL=v') }, { kernel: '/base/v' }],
    ['may be a path', vars('KERNEL=/x/y'), { kernel: '/x/y' }],
    ['is replaced once', vars('KERNEL=${CPUS}'), { kernel: '/base/${CPUS}' }],
  ])('%s', (_, uses, guest) => {
    expect(load(TEXT, { env: {}, ...uses }).scenario.guest).toMatchObject(guest);
  });

  test("leaves a shell's own variables alone", () => {
    expect(load(TEXT, { env: {} }).scenario.rules.steps).toMatchObject([
      { pattern: { source: 'Linux bzImage' } },
      { text: 'echo ${HOME} 2\n' },
    ]);
  });

  test('$${NAME} is the text ${NAME}', () => {
    const text = 'version: 1\nsteps: [{expect: "a $${NAME} b"}]\n';
    expect(load(text, {}).scenario.rules.steps).toMatchObject([{ pattern: { source: 'a ${NAME} b' } }]);
  });

  test.each([
    ['forbid: ["/${V}/"]', '"/${V}/" is left without a pattern by variables that are empty'],
    ['forbid: [{pattern: "/${V}${V}/i"}]', '"/${V}${V}/i" is left without a pattern'],
    ['allow: [{match: "/${V}/", reason: r}]', '"/${V}/" is left without a pattern'],
    ['forbid: ["/(?:${V})/"]', '/(?:)/ matches the empty line'],
    ['forbid: ["${V}"]', 'an empty pattern matches everything'],
  ])('without text leaves no pattern that looks for nothing: %s', (line, message) => {
    const text = `version: 1\nvariables: {V: b}\nsteps: [{expect: "a\${V}"}]\n${line}\n`;
    expect(problemsOf(() => load(text, {}))).toEqual([]);
    expect(problemsOf(() => load(text, vars('V='))).join('\n')).toContain(message);
  });

  test.each<[string, string, Uses, string]>([
    [
      'that is misspelt',
      TEXT.replace('{KERNEL}"', '{KERNL}"'),
      {},
      '4:18: ${KERNL} is no variable of this scenario (did you mean "KERNEL"?)',
    ],
    [
      'without a value',
      TEXT.replace('out/${KERNEL}', '${TOKEN}'),
      {},
      '4:39: ${TOKEN} has no value: give it with --var TOKEN=VALUE',
    ],
    ['that is no number', TEXT, vars('CPUS=two'), '4:66: guest.cpus: "two" is not a whole number'],
    [
      'with a key that is not known',
      TEXT.replace('env: MY_TOKEN', 'defalt: T'),
      {},
      '3:74: unknown key "defalt" in variables.TOKEN (did you mean "default"?)',
    ],
  ])('%s', (_, text, uses, message) => {
    expect(problemsOf(() => load(text, { env: {}, ...uses }))[0]).toContain(`boot.yml:${message}`);
  });

  test.each<[string, Uses]>([
    ['--var', vars('KERNAL=k')],
    ['--set, as by a matrix', set('variables.KERNAL=k')],
  ])('that nothing refers to is refused: %s', (_, uses) => {
    expect(() => load(TEXT, { env: {}, ...uses })).toThrow(
      new UsageError('unused-variable', 'nothing in the scenario refers to ${KERNAL}'),
    );
  });

  test('gets its value from --set, too', () => {
    expect(load(TEXT, { env: {}, ...set('variables.KERNEL=k') }).scenario.guest?.kernel).toBe('/base/k');
  });

  test.each(['KERNEL', '=x', '1A=x', 'A-B=x'])('%s has no form', (text) => {
    expect(() => parseVariable(text, '--var')).toThrow(`--var "${text}" is not NAME=VALUE`);
  });
});

function load(text: string, uses: Uses): LoadedScenario {
  return parseScenario('boot.yml', text, '/base', uses);
}

function set(...texts: string[]): Uses {
  return { overrides: texts.map((text) => parseOverride(text, '--set', '/cwd')) };
}

function vars(...texts: string[]): Uses {
  return { variables: new Map(texts.map((text) => parseVariable(text, '--var'))) };
}
