/** Which VMM boots a scenario, on recorded hosts: looked for once, chosen by the table, built where necessary. */

import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { describeChoice, notice } from '../../src/compat/describe.ts';
import type { Host } from '../../src/host/host.ts';
import { demandOf, typedStreams } from '../../src/prepare/demand.ts';
import { type ChosenVmm, chooseVmm, foreseeVmm, provideProgram } from '../../src/prepare/vmm.ts';
import { parseScenario, toBoot } from '../../src/scenario/load.ts';
import type { BootScenario } from '../../src/scenario/scenario.ts';
import type { Program } from '../../src/vmm/plan.ts';
import { HostError } from '../../src/words/errors.ts';
import { PARAMETER } from '../host/recorded.ts';
import { bzImage } from '../support/bz-image.ts';
import { fakePorts, hostWith } from '../support/ports.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('preflight');
writeFileSync(join(dir, 'disk.img'), 'a disk');
writeFileSync(join(dir, 'bzImage'), bzImage('6.12.0'));
writeFileSync(join(dir, 'OVMF.inteltdx.fd'), 'firmware');

interface Told {
  readonly kernel?: string;
  readonly tdx?: string;
  readonly vmms?: readonly (Program | HostError)[];
}

function fakeHost({ kernel = '6.17.0', tdx = 'Y\n', vmms = [] }: Told): Host {
  return hostWith({ kernelRelease: kernel, files: { [PARAMETER]: tdx } }, vmms);
}

const QEMU: Program = { name: 'qemu', path: '/bin/qemu', version: '10.1.0', tdx: true };
const CH47: Program = { name: 'cloud-hypervisor', path: '/bin/ch', version: '47.0', tdx: true };
const BROKEN = new HostError('vmm-unusable', 'qemu-system-x86_64 cannot be used: nothing');

function load(more: string): BootScenario {
  const guest = more.includes('guest:') ? '' : 'guest: {disks: [disk.img], cpus: 2}\n';
  const platform = more.includes('platform:') ? '' : 'platform: tdx\n';
  const text = `version: 1\n${platform}${guest}steps: [{expect: login}]\n${more}`;
  return toBoot(parseScenario('td.yml', text, dir)).scenario;
}

function choose(more: string, told: Told): Promise<ChosenVmm> {
  const scenario = load(more);
  return chooseVmm(scenario, demandOf(scenario), fakeHost(told));
}

describe('the VMM that boots it', () => {
  test.each<[string, string, Told, string, RegExp | undefined]>([
    ['pins: current with QEMU 10.1', 'firmware: tdvf\npins: current\n', { vmms: [QEMU] }, 'qemu', undefined],
    [
      'the documented pins on the documented host',
      'firmware: tdvf\n',
      { kernel: '5.19.0-rc8', vmms: [QEMU, CH47] },
      'cloud-hypervisor',
      undefined,
    ],
    [
      "td-shim's own payload, without a kernel or a disk",
      'firmware: td-shim-example\nguest: {}\n',
      { kernel: '5.19.0-rc8', vmms: [QEMU, CH47] },
      'cloud-hypervisor',
      undefined,
    ],
    [
      'the same, named as a recipe',
      'firmware: {recipe: td-shim-executable, build: debug}\nguest: {cpus: 1}\n',
      { kernel: '5.19.0-rc8', vmms: [QEMU, CH47] },
      'cloud-hypervisor',
      undefined,
    ],
    ["a distribution's firmware", 'firmware: OVMF.inteltdx.fd\n', { vmms: [QEMU] }, 'qemu', undefined],
    [
      'a tag instead of the pin',
      'firmware: {recipe: tdvf, ref: edk2-stable202405}\n',
      { vmms: [QEMU] },
      'qemu',
      undefined,
    ],
    [
      'a branch, of which no release is known',
      'firmware: {recipe: tdvf, ref: master}\n',
      { vmms: [QEMU] },
      'qemu',
      /hangs silently/,
    ],
    [
      'a fork of which no release is known',
      'firmware: {recipe: tdvf, repository: .}\n',
      { vmms: [QEMU] },
      'qemu',
      /hangs silently/,
    ],
    [
      'a released Cloud Hypervisor, instead of which one is built',
      'firmware: tdvf\n',
      { kernel: '5.19.0-rc8', vmms: [{ ...CH47, version: '53.0', tdx: false }] },
      'cloud-hypervisor v47.0',
      undefined,
    ],
    [
      'another version than the one that is here',
      'firmware: tdvf\nvmm-ref: v45.0\n',
      { kernel: '5.19.0-rc8', vmms: [CH47] },
      'cloud-hypervisor v45.0',
      undefined,
    ],
    [
      'a QEMU that does not run, next to a Cloud Hypervisor that does',
      'firmware: tdvf\n',
      { kernel: '5.19.0-rc8', vmms: [BROKEN, CH47] },
      'cloud-hypervisor',
      undefined,
    ],
  ])('%s', async (_, more, told, vmm, expected) => {
    const { choice } = await choose(more, told);
    const said = notice(choice.assessment);
    expect(choice.combination).toMatchObject({ platform: 'tdx', vmm: { name: vmm.split(' ')[0] } });
    if (expected === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(expected);
    expect(describeChoice(choice)[0]).toContain(`tdx, ${vmm}`);
  });
});

describe('a combination that is known to fail is refused, before anything is built', () => {
  test.each<[string, string, Told, string, RegExp]>([
    [
      'the documented pins on a host of today',
      'firmware: tdvf\n',
      { vmms: [QEMU] },
      'combination-refused',
      /not one byte/,
    ],
    [
      'a tag from before the fix',
      'firmware: {recipe: tdvf, ref: edk2-stable202402}\nvmm: qemu\n',
      { vmms: [QEMU] },
      'combination-refused',
      /not one byte/,
    ],
    [
      'the pin, named by its commit',
      'firmware: {recipe: tdvf, ref: 13b97736c876919b9786055829caaa4fa46984b7}\nvmm: qemu\n',
      { vmms: [QEMU] },
      'combination-refused',
      /not one byte/,
    ],
    [
      'a version of Cloud Hypervisor that takes no kernel beside a firmware',
      'firmware: td-shim\nguest: {kernel: bzImage, disks: [disk.img]}\nvmm-ref: v52.0\n',
      { kernel: '5.19.0-rc8', vmms: [QEMU] },
      'combination-refused',
      /with qemu 10\.1\.0, .*VM type 5.*; with cloud-hypervisor v52\.0, .*refuses --firmware together with --kernel/,
    ],
    [
      "td-shim's payload on two CPUs",
      'firmware: td-shim-example\nguest: {cpus: 2}\n',
      { kernel: '6.8.0-1028-intel', vmms: [{ ...QEMU, version: '8.2.2' }] },
      'combination-refused',
      /triple-faults/,
    ],
    [
      'TDX switched off on the host',
      'firmware: tdvf\npins: current\n',
      { tdx: 'N\n', vmms: [QEMU] },
      'combination-refused',
      /makes no Trust Domains/,
    ],
    [
      'a VMM that was asked for and does not run',
      'firmware: tdvf\npins: current\nvmm: qemu\n',
      { vmms: [BROKEN] },
      'vmm-unusable',
      /cannot be used/,
    ],
  ])('%s', async (_, more, told, code, message) => {
    const refused = choose(more, told);
    await expect(refused).rejects.toBeInstanceOf(HostError);
    await expect(refused).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

test('a host that could never boot it can still explain it', async () => {
  const scenario = load('firmware: tdvf\npins: current\n');
  const { chosen, lines } = await foreseeVmm(scenario, demandOf(scenario), fakeHost({ tdx: 'N\n' }));
  expect(chosen.choice.combination.vmm.name).toBe('qemu');
  expect(lines.slice(0, 3)).toEqual([
    "on this host: this cannot boot: this host's KVM makes no Trust Domains",
    'tdx, qemu, tdvf edk2-stable202511, disk, KVM interface unknown, 2 CPUs: this boots only if none of the reasons below holds',
    expect.stringMatching(
      /^possible, as the host's KVM interface is not known: this host's KVM makes no Trust Domains/,
    ),
  ]);
});

test('without a Trust Domain auto is QEMU, and the KVM of the host does not matter', async () => {
  const { choice, program } = await choose('platform: emulated\n', { tdx: 'N\n', vmms: [QEMU] });
  expect([program, choice.combination.host]).toEqual([QEMU, undefined]);
});

test('each program is asked once', async () => {
  const asked: string[] = [];
  const host = fakeHost({ vmms: [QEMU, CH47] });
  const counting: Host = {
    ...host,
    program: (name, platform) => {
      asked.push(`${name} ${platform}`);
      return host.program(name, platform);
    },
  };
  const scenario = load('firmware: tdvf\npins: current\n');
  await chooseVmm(scenario, demandOf(scenario), counting);
  expect(asked).toEqual(['qemu tdx', 'cloud-hypervisor tdx']);
});

describe('the Cloud Hypervisor that boots it', () => {
  const OLD = { kernel: '5.19.0-rc8' } as const;
  const TDVF = 'vmm: cloud-hypervisor\nfirmware: tdvf\n';
  const SHIM = 'vmm: cloud-hypervisor\nfirmware: td-shim\nguest: {kernel: bzImage, disks: [disk.img]}\n';
  const PLAIN = 'platform: kvm\nvmm: cloud-hypervisor\n';
  const ch = (version: string, tdx: boolean): Program => ({ ...CH47, version, tdx });

  async function provide(more: string, told: Told, built?: string) {
    const scenario = load(more);
    const host = fakeHost({ ...OLD, ...told });
    const ports = fakePorts(dir, { host, ...(built === undefined ? {} : { built }) });
    const program = await provideProgram(
      await chooseVmm(scenario, demandOf(scenario), host),
      scenario,
      ports,
    );
    return { program, ports };
  }

  test.each<[string, string, Program]>([
    ['TDVF', TDVF, ch('47.0', true)],
    ['TDVF', TDVF, ch('52.0', true)],
    ['td-shim and a kernel', SHIM, ch('47.0', true)],
    ['a guest without a TD', PLAIN, ch('53.0', false)],
    ['the version that is asked for', `${TDVF}vmm-ref: v46.0\n`, ch('46.0', true)],
  ])("%s: the host's own", async (_, more, own) => {
    const { program, ports } = await provide(more, { vmms: [own] });
    expect([program, ports.notices, ports.asked]).toEqual([own, [], []]);
  });

  test.each<[string, string, readonly Program[], string, string | undefined]>([
    ['none is installed', TDVF, [], 'cloud-hypervisor is not installed', undefined],
    ['none, without a TD', PLAIN, [], 'cloud-hypervisor is not installed', undefined],
    ['a release binary', TDVF, [ch('47.0', false)], 'was built without the feature tdx', undefined],
    [
      'no kernel beside td-shim',
      SHIM,
      [ch('52.0', true)],
      'refuses --firmware together with --kernel',
      undefined,
    ],
    ['another version', `${TDVF}vmm-ref: v46.0\n`, [CH47], '/bin/ch is v47.0, not v46.0', 'v46.0'],
    ['a branch', `${TDVF}vmm-ref: main\n`, [CH47], '/bin/ch is v47.0, not main', 'main'],
  ])('%s: one is built, with a notice that says why', async (_, more, vmms, reason, ref) => {
    const built = join(dir, 'built');
    const version = /^v/.test(ref ?? '') ? ref : 'v47.0';
    writeFileSync(built, `#!/bin/sh\nprintf 'cloud-hypervisor ${version}\\nEnabled features: ["tdx"]\\n'\n`);
    chmodSync(built, 0o755);
    const { program, ports } = await provide(more, { vmms }, built);
    expect(program).toMatchObject({ path: built, tdx: true });
    expect(ports.asked).toMatchObject([{ name: 'cloud-hypervisor', ...(ref === undefined ? {} : { ref }) }]);
    expect(ports.notices).toEqual([
      expect.stringContaining('a Cloud Hypervisor built with TDX is used, because '),
    ]);
    expect(ports.notices[0]).toContain(reason);
  });

  test('what was built and does not boot the scenario is refused', async () => {
    const built = join(dir, 'built-wrong');
    writeFileSync(built, `#!/bin/sh\nprintf 'cloud-hypervisor v53.0\\nEnabled features: ["kvm"]\\n'\n`);
    chmodSync(built, 0o755);
    await expect(provide(`${TDVF}vmm-ref: main\n`, {}, built)).rejects.toMatchObject({
      code: 'combination-refused',
      message: expect.stringContaining('cannot be built with the feature tdx'),
    });
  });
});

test.each<[string, string, boolean]>([
  ['256 bytes', `{send: ${'a'.repeat(256)}}`, false],
  ['257 bytes', `{send: ${'a'.repeat(257)}}`, true],
  ['200 bytes twice', `{send: ${'a'.repeat(200)}}, {send: ${'a'.repeat(200)}}`, true],
  ['and with a step between', `{send: ${'a'.repeat(200)}}, {expect: b}, {send: ${'a'.repeat(200)}}`, false],
  ['257 bytes into console', `{send: ${'a'.repeat(257)}, stream: console}`, false],
])('a long text for a serial port: %s', (_, steps, expected) => {
  const text = `version: 1\nplatform: kvm\nguest: {kernel: ${dir}/bzImage, initrd: i, cmdline: console=ttyS0}\nsteps: [{expect: ready}, ${steps}]\n`;
  const { scenario } = toBoot(parseScenario('typed.yml', text, '/'));
  expect(demandOf(scenario).needs.includes('typing-long')).toBe(expected);
});

describe('the streams that a scenario types into', () => {
  test.each<[string, string, string, string[]]>([
    ['none', 'console=ttyS0', '{expect: a}', []],
    ['the one that is named', 'console=ttyS0', '{send: a, stream: console}', ['console']],
    ['the last console of the command line', 'console=hvc0 console=ttyS0,115200', '{send: a}', ['serial']],
    [
      'a named one, also for those without a name',
      'console=ttyS0',
      '{send: a}, {send: b, stream: console}',
      ['console'],
    ],
    ['both', 'quiet', '{send: a, stream: serial}, {send: b, stream: console}', ['serial', 'console']],
    ['hvc0 where nobody says', 'quiet', '{send: a}', ['console']],
  ])('%s', (_, cmdline, steps, expected) => {
    const text = `version: 1\nplatform: kvm\nguest: {kernel: k, initrd: i, cmdline: "${cmdline}"}\nsteps: [{expect: ready}, ${steps}]\n`;
    const { scenario } = toBoot(parseScenario('typed.yml', text, '/'));
    expect(typedStreams(scenario)).toEqual(expected);
  });
});
