/** PCI devices that go to the guest: bound to a driver of VFIO, whole IOMMU groups, and the files by which the VMM takes them. */

import type { VmmName } from '../../words/words.ts';
import { type Check, type CheckResult, ok, problem, unknown, type Wanted } from '../check.ts';
import type { Host } from '../host.ts';

export const vfio: Check = {
  id: 'vfio',
  title: 'devices for the guest',
  look: ({ host, wanted }) => lookAtVfio(host, wanted),
};

const PCI = '/sys/bus/pci';

/**
 * Drivers that leave the DMA of a group to VFIO (`driver_managed_dma` in drivers/pci/pcie/portdrv.c and drivers/pci/pci-stub.c),
 * beside those of VFIO itself. A device of any other driver keeps its group: iommu_group_claim_dma_owner gives EBUSY.
 */
const HARMLESS_DRIVERS = ['pcieport', 'pci-stub'];

/** Looks at all devices that the guest gets, and tells the first problem. A VMM that is not chosen yet counts as QEMU. */
export function lookAtVfio(
  host: Host,
  { vfio: addresses = [], vmm }: Pick<Wanted, 'vfio' | 'vmm'>,
): CheckResult {
  if (addresses.length === 0) return ok('the guest gets none');
  if (!host.exists(PCI)) return unknown(`${PCI} does not exist`, 'Mount /sys.');
  const looks = addresses.map((address) => lookAtDevice(host, address, vmm));
  const wrong = looks.find(({ state }) => state !== 'ok');
  return wrong ?? ok(looks.map(({ evidence }) => evidence).join('; '));
}

function lookAtDevice(host: Host, address: string, vmm: 'auto' | VmmName): CheckResult {
  const bind = (what: string): string => `sudo driverctl set-override ${what} vfio-pci`;
  const directory = `${PCI}/devices/${address}`;
  if (!host.exists(directory))
    return problem(`${address}: no such PCI device`, 'Look for its address: lspci -D');
  const group = host.list(`${directory}/iommu_group/devices`);
  if (group === undefined)
    return problem(
      `${address} is in no IOMMU group`,
      'Turn on VT-d (AMD-Vi) in the BIOS, and the IOMMU with intel_iommu=on on the kernel command line, and reboot.',
    );
  const own = driverOf(host, address);
  if (!isVfio(host, address, own))
    return problem(`${address} is bound to ${own ?? 'no driver'}`, `Bind it to vfio-pci: ${bind(address)}`);
  for (const other of group) {
    const driver = driverOf(host, other);
    if (driver === undefined || HARMLESS_DRIVERS.includes(driver) || isVfio(host, other, driver)) continue;
    return problem(
      `${other}, in the IOMMU group of ${address}, is bound to ${driver}`,
      `The host keeps a group of which it uses a device: bind that one to vfio-pci, too (${bind(other)}), or move the card to another slot.`,
    );
  }
  const files = vmm === 'cloud-hypervisor' ? groupFiles(host, address) : deviceFiles(host, directory);
  if (files === undefined)
    return problem(
      `${address} has no ${directory}/vfio-dev`,
      'QEMU takes devices through iommufd: the host kernel needs CONFIG_VFIO_DEVICE_CDEV (Linux 6.6).',
    );
  return lookAtFiles(host, files) ?? ok(`${address}: ${own}, ${files.join(' and ')} open`);
}

/** The first that does not open. */
function lookAtFiles(host: Host, files: readonly string[]): CheckResult | undefined {
  for (const file of files) {
    const state = host.device(file);
    if (state === 'denied')
      return problem(
        `${file}: this user may not open it, or another program has it`,
        `Give it to this user (sudo chown "$USER" ${file}), or end the other program: sudo fuser -v ${file}`,
      );
    if (state === 'missing')
      return problem(
        `${file} does not exist`,
        file === IOMMUFD
          ? 'Load it: sudo modprobe iommufd. The host kernel needs CONFIG_IOMMUFD (Linux 6.2).'
          : 'Load VFIO: sudo modprobe vfio-pci. In a container, give it the file: --device.',
      );
  }
  return undefined;
}

const IOMMUFD = '/dev/iommu';

/** QEMU: iommufd, and the device as such; undefined where the kernel gives no file for that. */
function deviceFiles(host: Host, directory: string): string[] | undefined {
  const [name] = host.list(`${directory}/vfio-dev`) ?? [];
  return name === undefined ? undefined : [IOMMUFD, `/dev/vfio/devices/${name}`];
}

/** Cloud Hypervisor: a container, and the group (v47.0 pci/src/vfio.rs). */
function groupFiles(host: Host, address: string): string[] {
  const groups = '/sys/kernel/iommu_groups';
  const number = host.list(groups)?.find((group) => host.exists(`${groups}/${group}/devices/${address}`));
  return ['/dev/vfio/vfio', ...(number === undefined ? [] : [`/dev/vfio/${number}`])];
}

function driverOf(host: Host, address: string): string | undefined {
  return /^DRIVER=(.+)$/m.exec(host.read(`${PCI}/devices/${address}/uevent`) ?? '')?.[1];
}

/** Drivers of one vendor's devices have other names: the kernel's file for the device shows them, too. */
function isVfio(host: Host, address: string, driver: string | undefined): boolean {
  return driver !== undefined && (/vfio/.test(driver) || host.exists(`${PCI}/devices/${address}/vfio-dev`));
}
