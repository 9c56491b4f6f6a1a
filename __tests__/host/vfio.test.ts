/** What keeps a PCI device of the host from its guest, on fake sysfs trees. */

import { describe, expect, test } from '@jest/globals';
import { requireVfio } from '../../src/host/examine.ts';
import { type FakeDevice, fakeSysfs } from './fake-sysfs.ts';
import { examined, type Recording, recordedHost } from './recorded.ts';

const GPU = '0000:b1:00.0';
const AUDIO = '0000:b1:00.1';
const PORT = '0000:b0:01.0';
const FREE: FakeDevice = { driver: 'vfio-pci', group: 7, cdev: 'vfio3' };

type Devices = Readonly<Record<string, FakeDevice>>;

function refusalOf(devices: Devices, more: Recording = {}, vmm: 'qemu' | 'cloud-hypervisor' = 'qemu') {
  const host = recordedHost({ ...more, files: fakeSysfs(devices) });
  try {
    requireVfio(host, { vfio: [GPU], vmm });
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('a device is refused, with what to do', () => {
  test.each<[string, Devices, string, string]>([
    ['is not there', { [AUDIO]: FREE }, `${GPU}: no such PCI device`, 'lspci -D'],
    ['has no IOMMU', { [GPU]: { driver: 'vfio-pci' } }, `${GPU} is in no IOMMU group`, 'intel_iommu=on'],
    [
      'is still the host’s',
      { [GPU]: { driver: 'nvidia', group: 7 } },
      `${GPU} is bound to nvidia`,
      `driverctl set-override ${GPU} vfio-pci`,
    ],
    [
      'has no driver',
      { [GPU]: { group: 7 } },
      `${GPU} is bound to no driver`,
      `driverctl set-override ${GPU} vfio-pci`,
    ],
    [
      'shares its group with a device that the host uses',
      {
        [GPU]: FREE,
        [PORT]: { driver: 'pcieport', group: 7 },
        [AUDIO]: { driver: 'snd_hda_intel', group: 7 },
      },
      `${AUDIO}, in the IOMMU group of ${GPU}, is bound to snd_hda_intel`,
      `driverctl set-override ${AUDIO} vfio-pci`,
    ],
    [
      'has a kernel without files for devices',
      { [GPU]: { driver: 'vfio-pci', group: 7 } },
      `${GPU} has no /sys/bus/pci/devices/${GPU}/vfio-dev`,
      'CONFIG_VFIO_DEVICE_CDEV',
    ],
  ])('that %s', (_, devices, evidence, fix) => {
    expect(refusalOf(devices)).toMatchObject({
      code: 'vfio-not-ready',
      message: `guest.vfio: ${evidence}`,
      hint: expect.stringContaining(fix),
    });
  });

  test.each<['qemu' | 'cloud-hypervisor', string, 'missing' | 'denied', string, string]>([
    ['qemu', '/dev/iommu', 'missing', '/dev/iommu does not exist', 'modprobe iommufd'],
    ['qemu', '/dev/vfio/devices/vfio3', 'missing', '/dev/vfio/devices/vfio3 does not exist', '--device'],
    ['qemu', '/dev/vfio/devices/vfio3', 'denied', '/dev/vfio/devices/vfio3: this user may not', 'fuser -v'],
    ['cloud-hypervisor', '/dev/vfio/vfio', 'missing', '/dev/vfio/vfio does not exist', 'modprobe vfio-pci'],
    [
      'cloud-hypervisor',
      '/dev/vfio/7',
      'denied',
      '/dev/vfio/7: this user may not',
      'chown "$USER" /dev/vfio/7',
    ],
  ])('under %s whose %s is %s', (vmm, file, state, evidence, fix) => {
    expect(refusalOf({ [GPU]: FREE }, { devices: { [file]: state } }, vmm)).toMatchObject({
      message: expect.stringContaining(evidence),
      hint: expect.stringContaining(fix),
    });
  });
});

describe('a device is free', () => {
  test.each<[string, Devices]>([
    ['alone', { [GPU]: FREE }],
    ['with a driver of its vendor’s', { [GPU]: { ...FREE, driver: 'nvgrace_gpu_vfio_pci' } }],
    ['with a driver of another name', { [GPU]: { ...FREE, driver: 'rme_da' } }],
    [
      'in a group of bridges, stubs and devices without a driver',
      {
        [GPU]: FREE,
        [PORT]: { driver: 'pcieport', group: 7 },
        [AUDIO]: { group: 7 },
        '0000:b1:00.2': { driver: 'pci-stub', group: 7 },
        '0000:b1:00.3': { driver: 'vfio-pci', group: 7 },
      },
    ],
    ['beside a group that the host uses', { [GPU]: FREE, [AUDIO]: { driver: 'snd_hda_intel', group: 8 } }],
  ])('%s', (_, devices) => {
    expect(refusalOf(devices)).toBeUndefined();
  });

  test('under Cloud Hypervisor, which needs neither iommufd nor a file for the device', () => {
    const devices = { '/dev/iommu': 'missing' } as const;
    const old = { [GPU]: { driver: 'vfio-pci', group: 7 } };
    expect(refusalOf(old, { devices }, 'cloud-hypervisor')).toBeUndefined();
  });

  test('for all that is known where sysfs is hidden', () => {
    expect(() => requireVfio(recordedHost({}), { vfio: [GPU], vmm: 'qemu' })).not.toThrow();
  });
});

describe('doctor of a scenario', () => {
  const look = async (devices: Devices) =>
    examined({ files: fakeSysfs(devices), wanted: { vfio: [GPU, AUDIO] } });

  test('names the first device that the guest cannot get', async () => {
    const { ready, notOk, check } = await look({
      [GPU]: FREE,
      [AUDIO]: { driver: 'snd_hda_intel', group: 8 },
    });
    expect([ready, notOk, check('vfio').evidence]).toEqual([
      false,
      ['problem vfio'],
      `${AUDIO} is bound to snd_hda_intel`,
    ]);
  });

  test('says of each what it will be taken by', async () => {
    const { ready, check } = await look({ [GPU]: FREE, [AUDIO]: { ...FREE, cdev: 'vfio4' } });
    expect([ready, check('vfio').evidence]).toEqual([
      true,
      `${GPU}: vfio-pci, /dev/iommu and /dev/vfio/devices/vfio3 open; ${AUDIO}: vfio-pci, /dev/iommu and /dev/vfio/devices/vfio4 open`,
    ]);
  });
});
