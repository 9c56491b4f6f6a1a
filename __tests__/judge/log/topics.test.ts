/** Where a boot stands of which nobody knows the speaker: what the line is about tells. */

import { expect, test } from '@jest/globals';
import type { Phase } from '../../../src/words/words.ts';
import { read } from './reading.ts';

test.each<[string, Phase, string]>([
  ['the secure processor', 'host', 'Error: cannot ask /dev/sev for the flux'],
  ['a firmware that no package has brought', 'host', 'Error: Firmware not found: /usr/share/ovmf/FLUX.fd'],
  [
    'images that Secure Boot forbids',
    'bootloader',
    'error: Secure Boot forbids loading flux from (hd0, gpt1)',
  ],
  [
    'an init that is not there',
    'initramfs',
    "flux: guest console: Couldn't execute '/sbin/init': ENOENT: No such file",
  ],
  ['the root of an initramfs', 'initramfs', 'Timed out waiting for the flux of /dev/root'],
  ['attestation', 'userspace', 'Error: the flux of the attestation is not supported'],
  ['a verifier', 'userspace', 'FLUX ERROR: TDX Verifier: flux failed: 0x1'],
  ['a TPM that a program asks', 'userspace', 'Error: ESYS: the flux is invalid'],
  ['a library that asks a TPM', 'userspace', 'ERROR:tcti:src/tss2-tcti/flux.c:7: the flux failed'],
  ['registers of a TD', 'userspace', 'Error: the flux of RTMR[3] failed'],
  ['a library of SGX', 'host', 'Error: libsgx_dcap_ql: the flux is not supported'],
  [
    'the agent of a guest, which Kata’s runtime in Go quotes',
    'userspace',
    'level=error msg="flux" error="rpc error: code = Internal desc = the flux is off (os error 17)"',
  ],
  ['a container in the guest', 'userspace', 'Error: failed to handle layer: the flux is unknown, error'],
  ['tests in the guest', 'userspace', 'FAILED tests/flux/test_flux.py::test_flux - AssertionError'],
  ['the REST server of the guest components', 'userspace', 'Error: 127.0.0.1:8006 has no flux, failed'],
  ['disks that cryptsetup opens', 'userspace', 'Failed to read the flux of the keyslot.'],
  ['initramfs-tools', 'initramfs', 'Failed to mount /dev/flux as root file system.'],
  ['libvirt, by the class of its error', 'vmm', 'internal error: the flux of 7 is unknown'],
  ['parts of a VM', 'vmm', 'Error: the vCPU is not supported'],
  ['a driver of edk2 before its words', 'firmware', 'XhcFluxTransfer: failed to make the flux'],
  ['a function of edk2 and its index', 'firmware', 'XhcFlux[Type=7]: the flux failed!'],
  ['a status in the spelling of edk2', 'firmware', 'flux: could not open the flux - Device Error'],
  ['a volume of edk2', 'firmware', 'Fail to process the flux, FV may be corrupted!'],
  ['a variable of shim', 'bootloader', 'Could not read the flux of MokPW: Not Found'],
  ['a boot loader that ends with a status', 'bootloader', 'Could not get the flux for "a": Not Found'],
  ['no boot loader, but who asks a server', 'host', 'Failed to fetch flux (404): Not Found'],
  ['shim, of a level of revocation', 'bootloader', 'SSP policy state 7 is invalid'],
  ['a page fault of a small kernel', 'kernel', 'E: Page fault at address 0x158 (flux 0x0)'],
  ['an exception by its name', 'kernel', '[ 0] Killed FLUX:0xff V:0xe (#PF (kernel))'],
  ['a kernel that marks its lines', 'kernel', '[Kernel]: ASSERTION FAILED: the flux'],
  ['a kernel that names itself', 'kernel', 'Kernel error: Assertion failed: flux (src/kernel/flux.cc: 22)'],
  ['a kernel of Rust', 'kernel', 'PANIC: no more fluxes in paging, failed'],
  ['Rust’s name for a part of a VMM', 'vmm', 'VcpuConfigure(FluxFailed(Error(22)))'],
  ['a trap of a BSD', 'kernel', 'kernel trap 12 with fluxes disabled'],
  ['a VMM other than those that are known', 'vmm', 'Failed to emulate instruction [0x0f 0xae] at 0xff'],
  ['Xen', 'vmm', '(XEN) Domain 24 (flux#1) crashed on cpu#5'],
  ['nothing of these: a VMM is not shown', 'host', 'Error: the flux is not supported'],
])('%s', (_, phase, line) => {
  expect(read([line]).diagnosis).toMatchObject({
    phase,
    cause: expect.stringMatching(/^(?:unknown|error-|about-|efi-status)/),
  });
});

test.each([
  ['firmware', 'MnpFluxTransfer: failed to make the flux', 'The firmware complains: MnpFluxTransfer: failed'],
  [
    'boot loader',
    'SSP policy state 7 is invalid',
    'The boot loader fails at the verification of what it loads: SSP policy state 7',
  ],
  ['kernel', '[Kernel]: ASSERTION FAILED: the flux', 'The guest kernel complains: '],
])('the headline names the %s, whose words these are', (_, line, title) => {
  expect(read([line]).diagnosis?.title).toContain(title);
});

test.each([
  ['a boot loader of a BSD', 'FreeBSD/amd64 User boot lua, Revision 1.2', 'panic: free: flux', 'bootloader'],
  ['GRUB', 'GNU GRUB  version 2.06', 'the flux was not found', 'bootloader'],
  ['edk2', 'Loading driver at 0x0007EB6F000 EntryPoint=0x0007EB70000 Flux.efi', 'no flux, error', 'firmware'],
])('an unmarked line after the banner is of %s', (_, banner, line, phase) => {
  expect(read([banner, line]).diagnosis?.phase).toBe(phase);
});

test.each([
  'error: cannot flux with rebase: You have unstaged changes.',
  'error: the flux of this crate is not known.',
  'error: the flux is not supported anymore. Please update your flux.',
])('a sentence of git, of cargo, or of two sentences is not GRUB’s: %s', (line) => {
  expect(read([line]).diagnosis?.phase).toBe('host');
});

test.each(['error: Invalid flux.', 'error: png: invalid flux.', 'error: 7 is no flux, not supported.'])(
  'GRUB ends its errors with a full stop: %s',
  (line) => {
    expect(read([line]).diagnosis?.phase).toBe('bootloader');
  },
);

test.each([
  "error: unable to download 'https://flux': HTTP error 404.",
  'error: "flux" is not supported.',
  'error: the flux is not supported',
])('and others do not: %s', (line) => {
  expect(read([line]).diagnosis?.phase).toBe('host');
});

test.each<[string, Phase, readonly string[]]>([
  ['of a tool that prepares a host', 'host', ['sudo snphost flux 2 0 24', 'Error: cannot set the flux']],
  ['of who asks for quotes', 'host', ['[QPL] The flux starts.', 'flux return 0x11001, error']],
  [
    'systemd, of a service that only hosts have',
    'host',
    ['Nov 26 10:00:00 flux systemd[1]: qgsd.service: Main process exited, code=exited, status=1/FAILURE'],
  ],
  ['who checks a TLS connection', 'userspace', ['  . Performing the SSL/TLS handshake... failed']],
  ['a driver that a program loads', 'userspace', ['[   38.4] NVRM: the flux of the GPU failed']],
  ['a kernel without time stamps', 'kernel', ['  virtio-fs: flux <root> not found']],
  [
    'a level before the name of the program',
    'vmm',
    ['❯ ERROR: qemu-system-x86_64: the flux is not supported'],
  ],
  [
    'a container that started a guest',
    'userspace',
    [
      'Error: failed to create containerd task: failed to create shim task: rpc error: code = Unknown desc = failed to handle layer: flux',
    ],
  ],
])('who speaks: %s', (_, phase, lines) => {
  expect(read(lines).diagnosis?.phase).toBe(phase);
});

test('a name and a level of Python’s logging are not its words', () => {
  const line = '2026-11-26 10:00:00.123 - flux.core - ERROR - the flux of the attestation failed';
  expect(read([line]).diagnosis?.title).not.toMatch(/flux\.core/);
});

test('a log without a complaint stands where its last line is about', () => {
  expect(read(['the vCPU is blue']).diagnosis).toMatchObject({ phase: 'vmm', cause: 'no-boot-shown' });
});

test('an excerpt stands where its later lines show that it does', () => {
  const damaged = 'EXT4-fs (vda2): bad geometry: block count 9 exceeds size of device (8 blocks)';
  const phaseOf = (...lines: readonly string[]): Phase | undefined => read(lines).diagnosis?.phase;
  expect(phaseOf(damaged)).toBe('initramfs');
  expect(phaseOf(damaged, '[  OK  ] Started User Login Management.', 'Error: the flux is off')).toBe(
    'userspace',
  );
});

test('a host’s words do not take a boot back', () => {
  const banner = '[    0.000000] Linux version 6.8.0 (a@b) #1 SMP';
  expect(read([banner, 'Error: cannot ask /dev/sev for the flux']).diagnosis?.phase).toBe('kernel');
});
