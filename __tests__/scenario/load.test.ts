/** Scenario files: what they become, and what their author reads when something is wrong. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { resultJsonSchema } from '../../src/report/result.ts';
import { suiteResultJsonSchema } from '../../src/report/suite-result.ts';
import { loadScenario, parseScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { scenarioJsonSchema } from '../../src/scenario/schema.ts';
import { bisectJsonSchema } from '../../src/suite/bisect/state.ts';
import { comparisonJsonSchema } from '../../src/suite/comparison.ts';
import { historyJsonSchema } from '../../src/suite/history-run.ts';
import { suiteJsonSchema } from '../../src/suite/schema.ts';
import { UsageError } from '../../src/words/errors.ts';

function load(text: string): Scenario {
  return parseScenario('boot.yml', text, '/base').scenario;
}

describe('a scenario', () => {
  test('may be as short as a kernel: then it boots the probe guest', () => {
    const scenario = load('version: 1\nplatform: tdx\nguest: {kernel: bzImage}\n');
    expect(scenario).toMatchObject({
      name: 'boot',
      platform: 'tdx',
      vmm: 'auto',
      guest: {
        kernel: '/base/bzImage',
        initrd: 'probe',
        cmdline: 'console=ttyS0 panic=-1',
        disks: [],
        cpus: 1,
      },
      rules: { timeoutMs: 300_000, failOn: 'error', stop: 'on-exit', forbid: [], allow: [] },
      outputLimit: 256 * 1024 ** 2,
    });
    expect(scenario.rules.steps.map((step) => step.kind === 'expect' && step.capture)).toEqual([
      ['kernel_release'],
      [],
      [],
    ]);
  });

  test('may say everything', () => {
    const scenario = load(MAXIMAL);
    expect(scenario).toMatchObject({
      name: 'all of it',
      platform: 'kvm',
      firmware: { code: '/base/CODE.fd', vars: '/abs/VARS.fd' },
      guest: {
        kernel: '/base/bzImage',
        initrd: '/base/initrd',
        cmdline: 'quiet',
        cpus: 4,
        memory: 2 * 1024 ** 3,
        network: { type: 'user', forward: [] },
        disks: [
          { path: '/base/a.img', bus: 'virtio' },
          { path: '/base/b.img', bus: 'nvme', format: 'qcow2' },
        ],
      },
      rules: {
        steps: [
          {
            kind: 'expect',
            withinMs: 90_000,
            stream: 'serial',
            capture: ['v'],
            where: { line: 17, column: 5 },
          },
          { kind: 'any-order', withinMs: 1500, expects: [{ withinMs: 500 }, {}] },
          { kind: 'send', text: 'root\n', stream: 'serial' },
          { kind: 'send', text: 'only kvm' },
        ],
        forbid: [{ where: { line: 32, column: 5 } }, { stream: 'serial' }],
        allow: [{ reason: 'known' }],
        failOn: 'warning',
        timeoutMs: 3_600_000,
        silenceMs: 60_000,
        stop: 'on-exit',
      },
      outputLimit: 1024 ** 3,
    });
    expect(scenario.rules.steps).toHaveLength(4);
    expect(scenario.rules.forbid).toHaveLength(2);
  });

  test('may be the one of the issue', () => {
    const { guest, rules } = load(ISSUE);
    expect(guest).toMatchObject({
      kernel: '/base/bzImage',
      cmdline: 'console=hvc0',
      memory: 1024 ** 3,
      cpus: 1,
    });
    expect(rules).toMatchObject({ timeoutMs: 180_000, silenceMs: 60_000 });
    expect(rules.steps.map((step) => (step.kind === 'expect' ? step.pattern.source : step.kind))).toEqual([
      'login: ',
      'send',
      '/# $/',
    ]);
    expect(rules.forbid[0]?.pattern.exec('my-driver: probe failed', 0)?.start).toBe(0);
  });

  test.each([
    ['tdx', ['td', 'both']],
    ['tdx-emulated', ['td', 'emulated td', 'both']],
    ['kvm', ['kvm']],
  ])('what holds for tdx holds for tdx-emulated: the steps on %s', (platform, steps) => {
    const scenario = load(`version: 1
platform: ${platform}
guest: {kernel: k}
steps:
  - {expect: td, when: tdx}
  - {expect: emulated td, when: tdx-emulated}
  - {expect: both, when: [tdx, tdx-emulated]}
  - {expect: kvm, when: kvm}
`);
    const patterns = scenario.rules.steps.map((step) => (step.kind === 'expect' ? step.pattern.source : ''));
    expect(patterns).toEqual(steps);
    expect(scenario.rules.tdEvidence).toBe(platform === 'kvm' ? 'optional' : 'required');
  });

  test.each([
    ['vsock:2:4050', { type: 'vsock', cid: '2', port: '4050' }],
    ['unix:/run/tdx-qgs/q:1', { type: 'unix', path: '/run/tdx-qgs/q:1' }],
  ])('may name where quotes come from: %s', (text, quoteSocket) => {
    const guest = `guest: {disks: [d], quote-socket: '${text}'}`;
    const scenario = load(`version: 1\nplatform: tdx\nfirmware: tdvf\n${guest}\nsteps: [{expect: x}]\n`);
    expect(scenario.guest?.quoteSocket).toEqual(quoteSocket);
  });

  test('may name the version of Cloud Hypervisor', () => {
    const text = 'version: 1\nplatform: tdx\nvmm: cloud-hypervisor\nvmm-ref: v46.0\nfirmware: td-shim\n';
    const scenario = load(`${text}guest: {kernel: k, disks: [d]}\nsteps: [{expect: x}]\n`);
    expect(scenario).toMatchObject({ vmm: 'cloud-hypervisor', vmmRef: 'v46.0' });
    expect(scenario.firmware).toMatchObject({ request: { name: 'td-shim' } });
  });

  test.each<[guest: string, unnamed: true | undefined]>([
    ['{kernel: k, initrd: i}', true],
    ['{kernel: k, initrd: i, cmdline: quiet}', true],
    ['{kernel: k, initrd: i, cmdline: quiet console=hvc0}', undefined],
    ['{kernel: k}', undefined],
    ['{kernel: k, cmdline: quiet}', true],
    ['{disks: [d]}', undefined],
  ])('tells the judge whether the command line names a console: %s', (guest, unnamed) => {
    const text = `version: 1\nplatform: emulated\nguest: ${guest}\nsteps: [{expect: x}]\n`;
    expect(load(text).rules.consoleUnnamed).toBe(unnamed);
  });

  test('may judge logs only, without guest and platform', () => {
    const scenario = load('version: 1\nsteps: [{expect: x}]\n');
    expect(scenario.guest).toBeUndefined();
    expect(scenario.platform).toBe('emulated');
  });

  test('may use anchors', () => {
    expect(load('version: 1\ntimeout: &t 9s\nsteps: [{expect: x, within: *t}]\n').rules.steps).toMatchObject([
      { withinMs: 9000 },
    ]);
  });

  test('knows where each of its values stands', () => {
    const { where } = parseScenario('boot.yml', MAXIMAL, '/base');
    expect(where(['guest', 'disks', 1, 'bus'])).toEqual({ file: 'boot.yml', line: 14, column: 24 });
    expect(where(['guest', 'nothing'])).toMatchObject({ line: 8 });
  });

  test('that cannot be read is a usage error', () => {
    expect(() => loadScenario('/no/such.yml')).toThrow(UsageError);
    expect(() => loadScenario('/no/such.yml')).toThrow(
      /^cannot read the scenario: \/no\/such\.yml: no such file or directory$/,
    );
  });
});

describe('the committed JSON Schemas are up to date (if not: npm run build)', () => {
  test.each<[string, unknown]>([
    ['scenario', scenarioJsonSchema()],
    ['result', resultJsonSchema()],
    ['suite', suiteJsonSchema()],
    ['suite-result', suiteResultJsonSchema()],
    ['history', historyJsonSchema()],
    ['bisect', bisectJsonSchema()],
    ['comparison', comparisonJsonSchema()],
  ])('%s', (name, schema) => {
    const file = new URL(`../../schema/${name}.schema.json`, import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
  });
});

const MAXIMAL = `version: 1
name: all of it
platform: kvm
firmware:
  code: CODE.fd
  vars: /abs/VARS.fd
guest:
  kernel: bzImage
  initrd: initrd
  cmdline: quiet
  cpus: 4
  memory: 2G
  network: user
  disks: [a.img, {bus: nvme, path: b.img, format: qcow2}]
vmm: qemu
steps:
  - expect: /v(?<v>\\d+)/
    within: 1.5m
    stream: serial
    capture: [v]
  - any-order:
      - expect: a
        within: 500ms
      - expect: b
        when: [kvm, tdx]
      - expect: c
        when: tdx
    within: 1.5s
  - {send: "root\\n", stream: serial}
  - {send: only kvm, when: kvm}
forbid:
  - oops
  - {pattern: /x$/, stream: serial}
  - {pattern: y, when: tdx}
allow: [{match: BUG, reason: known}]
fail-on: warning
timeout: 1h
silence: 60s
stop: on-exit
output-limit: 1G
`;

const ISSUE = `version: 1
name: my-driver boots
platform: emulated
guest:
  kernel: bzImage
  cmdline: console=hvc0
  memory: 1G
  cpus: 1
steps:
  - expect: "login: "
    within: 60s
  - send: "root\\n"
  - expect: "/# $/"
forbid: ["/my-driver: probe failed/"]
timeout: 3m
silence: 60s
`;
