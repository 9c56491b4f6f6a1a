/** `vmm: auto`: which VMM boots a scenario on a host, and the refusal when no VMM does. */

import { describe, expect, test } from '@jest/globals';
import { possibleChoices } from '../../src/compat/choose.ts';
import type { Demand, VmmInfo } from '../../src/compat/combination.ts';
import { describeChoice, notice } from '../../src/compat/describe.ts';
import type { HostAbi } from '../../src/compat/host-abi.ts';
import { HostError } from '../../src/words/errors.ts';
import type { VmmName } from '../../src/words/words.ts';

/** What is asked for, and of which host. */
type Asked = Demand & { readonly host: HostAbi | undefined };

const CURRENT: Asked = {
  platform: 'tdx',
  firmware: { kind: 'tdvf', release: 'edk2-stable202511' },
  payload: 'disk',
  host: 'upstream',
  cpus: 2,
  needs: [],
};
const DOCUMENTED: Asked = {
  ...CURRENT,
  firmware: { kind: 'tdvf', release: 'edk2-stable202211' },
  host: 'intel-2022',
};
const TD_SHIM: Asked = { ...DOCUMENTED, firmware: { kind: 'td-shim', release: 'v0.8.0' }, payload: 'kernel' };

const installed = (...all: VmmInfo[]): readonly VmmInfo[] => all;
const QEMU: VmmInfo = { name: 'qemu', version: '10.1.0', tdx: true };
const OLD_QEMU: VmmInfo = { name: 'qemu', version: '7.2.22', tdx: false };
const CH47: VmmInfo = { name: 'cloud-hypervisor', version: '47.0', tdx: true };
const CH_RELEASED: VmmInfo = { name: 'cloud-hypervisor', version: '53.0', tdx: false };

describe('auto', () => {
  test.each<[string, Asked, readonly VmmInfo[] | undefined, VmmName]>([
    ['emulated', { ...CURRENT, platform: 'emulated', firmware: 'none' }, installed(CH47), 'qemu'],
    ['kvm', { ...CURRENT, platform: 'kvm', firmware: 'none' }, undefined, 'qemu'],
    ['the current stack', CURRENT, installed(QEMU, CH47), 'qemu'],
    ['the documented stack', DOCUMENTED, installed(QEMU, CH47), 'cloud-hypervisor'],
    ['the documented stack, next to an old QEMU', DOCUMENTED, installed(OLD_QEMU, CH47), 'cloud-hypervisor'],
    ['td-shim', TD_SHIM, installed(QEMU, CH47), 'cloud-hypervisor'],
    [
      'an unknown host, where one VMM can make TDs',
      { ...CURRENT, host: undefined },
      installed(OLD_QEMU, CH47),
      'cloud-hypervisor',
    ],
    [
      'an unknown host, where one VMM is installed',
      { ...CURRENT, host: undefined },
      installed(CH47),
      'cloud-hypervisor',
    ],
    ['an unknown host and nothing installed', { ...CURRENT, host: undefined }, installed(), 'qemu'],
    ['td-shim and nothing known', { ...TD_SHIM, host: undefined }, undefined, 'cloud-hypervisor'],
    ['the current stack, where only the wrong VMM is installed', CURRENT, installed(CH47), 'qemu'],
  ])('%s', (_, { host, ...demand }, vmms, name) => {
    expect(possibleChoices('auto', demand, host, vmms)[0].combination.vmm.name).toBe(name);
  });
});

describe('no VMM can, which is said before anything starts', () => {
  const PIN_ON_UPSTREAM: Asked = { ...CURRENT, firmware: { kind: 'tdvf', release: 'edk2-stable202211' } };

  test.each<[string, 'auto' | VmmName, Asked, readonly VmmInfo[], RegExp, RegExp]>([
    [
      'the documented pin on a host of today',
      'auto',
      PIN_ON_UPSTREAM,
      installed(QEMU),
      /not one byte is printed/,
      /pins: current/,
    ],
    [
      'a Cloud Hypervisor that cannot be told from the host',
      'cloud-hypervisor',
      CURRENT,
      installed(CH47),
      /fails with EINVAL/,
      /QEMU 10\.1/,
    ],
    [
      'td-shim on a host of today',
      'auto',
      { ...TD_SHIM, host: 'upstream' },
      installed(QEMU, CH47),
      /with qemu 10\.1\.0, .*section type 5; with cloud-hypervisor 47\.0, .*EINVAL/,
      /Use TDVF/,
    ],
    [
      'a released Cloud Hypervisor',
      'cloud-hypervisor',
      DOCUMENTED,
      installed(CH_RELEASED),
      /cannot be built with the feature tdx/,
      /Leave vmm-ref out/,
    ],
    [
      'a host without TDX',
      'auto',
      { ...CURRENT, host: 'none' },
      installed(QEMU, CH47),
      /^this cannot boot: this host's KVM makes no Trust Domains$/,
      /doctor/,
    ],
    [
      'td-shim without a TD',
      'auto',
      { ...TD_SHIM, platform: 'emulated' },
      installed(QEMU),
      /read-only without a Trust Domain/,
      /platform: tdx/,
    ],
  ])('%s', (_, vmm, { host, ...demand }, vmms, message, hint) => {
    const error = thrown(() => possibleChoices(vmm, demand, host, vmms));
    expect(error).toBeInstanceOf(HostError);
    expect(error).toMatchObject({
      code: 'combination-refused',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    });
  });

  test('a Trust Domain is never replaced: the platform of every choice is the one that was asked for', () => {
    for (const { combination } of possibleChoices('auto', CURRENT)) {
      expect(combination.platform).toBe('tdx');
    }
  });
});

describe('in words', () => {
  test('what works needs no notice', () => {
    const [choice] = possibleChoices('auto', CURRENT, CURRENT.host, installed(QEMU));
    expect(notice(choice.assessment)).toBeUndefined();
    expect(describeChoice(choice)).toEqual([
      'tdx, qemu 10.1.0, tdvf edk2-stable202511, disk, KVM interface upstream, 2 CPUs: this is known to work',
      expect.stringMatching(/^works: .* \(said in an issue: .*\)$/),
    ]);
  });

  test.each<[string, Asked, VmmInfo, RegExp]>([
    [
      'a host that cannot be told',
      { ...CURRENT, host: undefined },
      QEMU,
      /^it is not known whether this is refused: this host's KVM makes no Trust Domains\. Run "tdx-boot doctor"/,
    ],
    [
      'a combination without a row',
      { ...CURRENT, firmware: { kind: 'distribution' }, host: 'intel-canonical' },
      { ...QEMU, version: '9.0.0' },
      /^nothing is known of this combination/,
    ],
    [
      'a row that says that nobody knows',
      { ...CURRENT, firmware: { kind: 'tdvf', release: 'edk2-stable202605' } },
      QEMU,
      /^this may not boot: kata-containers .*\. Use "pins: current"/,
    ],
  ])('%s has a notice', (_, { host, ...demand }, vmm, text) => {
    const [choice] = possibleChoices('qemu', demand, host, installed(vmm));
    expect(notice(choice.assessment)).toMatch(text);
  });
});

function thrown(body: () => unknown): unknown {
  try {
    return body();
  } catch (error) {
    return error;
  }
}
