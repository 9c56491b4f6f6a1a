/** The headline of a row with one title for several sentences names the thing that the line names, and adds no words of plain English. */

import { expect, test } from '@jest/globals';
import { withError } from '../../../src/judge/diagnosis/wording.ts';
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

test.each([
  [
    'an option',
    'qemu-system-x86_64: -device flux-pci,bar=1: Could not frobnicate the flux',
    'QEMU does not start with its option -device flux-pci,bar=1: Could not frobnicate the flux',
    /\(-device flux-pci,help\)/,
  ],
  [
    'an option in JSON, as libvirt writes it',
    'qemu-system-x86_64: -device {"driver":"flux-pci","host":"0000:09:00.0"}: the flux is off',
    'QEMU does not start with its option -device flux-pci: the flux is off',
    /\(-device flux-pci,help\)/,
  ],
  [
    'a machine',
    'qemu-system-x86_64: -machine q35,flux=on: the flux is off',
    'QEMU does not start with its option -machine q35,flux=on: the flux is off',
    /\(-machine help\)/,
  ],
])('QEMU names %s as the place of an error that no row knows', (_, line, expected, advice) => {
  const reader = new LogReader('mixed');
  reader.push(Buffer.from(`${line}\n`));
  const { diagnosis } = reader.end();
  expect(diagnosis).toMatchObject({
    phase: 'vmm',
    cause: 'about-option',
    title: expected,
    certainty: 'likely',
  });
  expect(diagnosis?.advice).toMatch(advice);
});

test('names of Rust that are written together are words: what a chain of Debug is about', () => {
  expect(title('Error booting VM: VmBoot(CpuManager(VcpuSpawn(FluxOff)))')).toBe(
    'Cloud Hypervisor could not start the VM: it fails at the vCPUs of the guest: VcpuSpawn(FluxOff)',
  );
});

test('one error of Cloud Hypervisor without a chain is its reason', () => {
  const lines = 'Error: Cloud Hypervisor exited with the following error:\n  the flux is off';
  expect(title(lines)).toBe('Cloud Hypervisor exited with an error, because: the flux is off');
});

test.each(['error: no suitable flux found.', "error: ../../grub-core/flux/flux.c:257:the flux `x' is off."])(
  'a sentence in small letters with a full stop after "error: " is GRUB’s: %s',
  (line) => {
    const reader = new LogReader('mixed');
    reader.push(Buffer.from(`${line}\n`));
    const { diagnosis } = reader.end();
    expect(diagnosis?.phase).toBe('bootloader');
    expect(diagnosis?.title).toMatch(/^The boot loader complains: (?!.*\.c:)/);
  },
);

test('what GRUB answers at its rescue prompt says more than the prompt', () => {
  expect(title("grub rescue> ls (lvm/flux)/boot\n\nerror: couldn't find the flux.\ngrub rescue>")).toBe(
    "GRUB rescue shell; a command there says: couldn't find the flux.",
  );
});

test('a warning that a manager quotes is no reason', () => {
  const lost =
    "error: internal error: process exited while connecting to monitor: warning: host doesn't support requested feature: flux";
  expect(title(lost)).toBe('libvirt lost QEMU, and no known line says why');
  expect(title(`${lost}\nqemu-system-x86_64: -device flux: the flux is off`)).toBe(
    'libvirt lost QEMU, because: the flux is off',
  );
});

test.each([
  ['vmm', 'qemu-system-x86_64: cannot flux: Permission denied', 'No flux: Permission denied'],
  ['vmm', 'qemu-system-x86_64: cannot flux', 'No flux'],
  ['kernel', 'flux: Permission denied', 'No flux'],
] as const)(
  'also of a live run, a row of a VMM has the error of the system in its headline: %s, %s',
  (phase, text, title) => {
    const hint = 'Do without.';
    expect(
      withError('No flux', { id: 'qemu-flux', title: 'No flux', hint, severity: 'fatal', phase, text }),
    ).toBe(title);
  },
);
