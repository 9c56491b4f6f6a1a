/** What a user is told before a boot, on machines that are described rather than had. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { VmmInfo } from '../../src/compat/combination.ts';
import { foresee, type MachineProbe, preflight } from '../../src/prepare/preflight.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { HostError } from '../../src/words/errors.ts';
import { bzImage } from '../support/bz-image.ts';

const dir = mkdtempSync(join(tmpdir(), 'tdx-boot-preflight-'));
afterAll(() => rmSync(dir, { recursive: true }));
writeFileSync(join(dir, 'disk.img'), 'a disk');
writeFileSync(join(dir, 'bzImage'), bzImage('6.12.0'));
writeFileSync(join(dir, 'OVMF.inteltdx.fd'), 'firmware');

interface Told {
  readonly kernel?: string;
  readonly tdx?: string;
  readonly vmms?: readonly (VmmInfo | HostError)[];
}

/** A machine as a fake: only what it says of itself. */
function fakeMachine({ kernel = '6.17.0', tdx = 'Y\n', vmms = [] }: Told): MachineProbe {
  const named = new Map(vmms.map((vmm) => [vmm instanceof HostError ? 'qemu' : vmm.name, vmm]));
  return {
    kvm: () => ({ kernelRelease: kernel, tdxParameter: tdx, sysfs: true }),
    vmm: async (name) => {
      const vmm = named.get(name);
      if (vmm instanceof HostError) throw vmm;
      return vmm;
    },
  };
}

const QEMU: VmmInfo = { name: 'qemu', version: '10.1.0', tdx: true };
const CH47: VmmInfo = { name: 'cloud-hypervisor', version: '47.0', tdx: true };
const BROKEN = new HostError('vmm-unusable', 'qemu-system-x86_64 cannot be used: nothing');

function load(more: string): ReturnType<typeof parseScenario> {
  const guest = more.includes('guest:') ? '' : 'guest: {disks: [disk.img], cpus: 2}\n';
  const text = `version: 1\nplatform: tdx\n${guest}steps: [{expect: login}]\n${more}`;
  return parseScenario('td.yml', text, dir);
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
      { kernel: '5.19.0-rc8', vmms: [{ name: 'cloud-hypervisor', version: '53.0', tdx: false }] },
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
  ])('%s', async (_, more, told, vmm, notice) => {
    const ready = await preflight(load(more), fakeMachine(told));
    expect(ready.loaded.scenario).toMatchObject({ vmm: vmm.split(' ')[0], platform: 'tdx' });
    if (notice === undefined) expect(ready.notice).toBeUndefined();
    else expect(ready.notice).toMatch(notice);
    // A silent run of what may hang silently is explained by that.
    expect(ready.silenceExpected ?? '').toMatch(/hangs silently/.test(ready.notice ?? '') ? /byte/ : /^$/);
    expect(ready.lines[0]).toContain(`tdx, ${vmm}`);
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
    const refused = preflight(load(more), fakeMachine(told));
    await expect(refused).rejects.toBeInstanceOf(HostError);
    await expect(refused).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

test('a machine that could never boot it can still explain it', async () => {
  const machine = fakeMachine({ tdx: 'N\n' });
  const { loaded, lines } = await foresee(load('firmware: tdvf\npins: current\n'), machine);
  expect(loaded.scenario.vmm).toBe('qemu');
  expect(lines.slice(0, 2)).toEqual([
    "on this machine: this cannot boot: this host's KVM makes no Trust Domains",
    'tdx, qemu, tdvf edk2-stable202511, disk, KVM interface unknown, 2 CPUs: unknown',
  ]);
});

test('without a Trust Domain the machine is not asked, and auto is QEMU', async () => {
  const silent: MachineProbe = {
    kvm: () => {
      throw new Error('asked');
    },
    vmm: () => Promise.reject(new Error('asked')),
  };
  const text = 'version: 1\nplatform: emulated\nguest: {disks: [disk.img]}\nsteps: [{expect: login}]\n';
  const ready = await preflight(parseScenario('vm.yml', text, dir), silent);
  expect([ready.loaded.scenario.vmm, ready.notice]).toEqual(['qemu', undefined]);
});
