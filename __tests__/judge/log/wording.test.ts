/** The headline of a row with one title for several sentences names the thing that the line names, and adds no words of plain English. */

import { expect, test } from '@jest/globals';
import { LogReader } from '../../../src/judge/log.ts';

function title(line: string): string | undefined {
  const reader = new LogReader('mixed');
  reader.push(Buffer.from(`${line}\n`));
  return reader.end().diagnosis?.title;
}

test.each([
  [
    'a device and what it lacks',
    "qemu-system-x86_64: -device vfio-pci,host=0000:00:14.3,multifunction=on: No 'PCI' bus found for device 'vfio-pci'",
    'Two devices of QEMU want the same place, or there is no bus for one: No PCI bus found for device vfio-pci',
  ],
  [
    'numbers',
    'qemu-system-x86_64: if=none,file=mac.qcow2: drive with bus=0, unit=0 (index=0) exists',
    'Two devices of QEMU want the same place, or there is no bus for one: drive with bus=0, unit=0 (index=0) exists',
  ],
  ['a file', "error: file '/boot/vmlinuz' not found.", 'GRUB: file not found: file /boot/vmlinuz not found.'],
  [
    'an identifier of Rust',
    'Error booting VM: VmBoot(KernelLoad(Elf(ReadElfHeader)))',
    'Cloud Hypervisor cannot load the kernel or the firmware: Elf(ReadElfHeader)',
  ],
  [
    'the error of the system comes last, once',
    'Error booting VM: VmBoot(DeviceManager(CreateVirtioNet(OpenTap(TapOpen(ConfigureTap(Os { code: 16, kind: ResourceBusy, message: "Resource busy" }))))))',
    'Cloud Hypervisor cannot open or set up its tap device: Device or resource busy',
  ],
  ['plain English says no more than the title', 'error: invalid magic number', 'GRUB: invalid magic number'],
])('%s', (_, line, expected) => {
  expect(title(line)).toBe(expected);
});
