/** Where a boot stands of which nobody knows the speaker: what the line is about tells. */

import { expect, test } from '@jest/globals';
import { LogReader, type LogReport } from '../../../src/judge/log.ts';
import type { Phase } from '../../../src/words/words.ts';

function read(lines: readonly string[]): LogReport {
  const reader = new LogReader('mixed');
  reader.push(Buffer.from(`${lines.join('\n')}\n`));
  return reader.end();
}

test.each<[string, Phase, string]>([
  ['the secure processor', 'host', 'Error: cannot ask /dev/sev for the flux'],
  [
    'a firmware that no package has brought',
    'host',
    'Error: TDX firmware not found: /usr/share/ovmf/FLUX.fd',
  ],
  [
    'images that Secure Boot forbids',
    'bootloader',
    'error: Secure Boot forbids loading flux from (hd0, gpt1)',
  ],
  ['the root of an initramfs', 'initramfs', 'Timed out waiting for the flux of /dev/root'],
  ['attestation', 'userspace', 'Error: the flux of the attestation is not supported'],
  ['a verifier', 'userspace', 'FLUX ERROR: TDX Verifier: flux failed: 0x1'],
  ['a TPM that a program asks', 'userspace', 'Error: ESYS: the flux is invalid'],
  ['a library that asks a TPM', 'userspace', 'ERROR:tcti:src/tss2-tcti/flux.c:7: the flux failed'],
  ['registers of a TD', 'userspace', 'Error: the flux of RTMR[3] failed'],
  ['a library of SGX', 'host', 'Error: libsgx_dcap_ql: the flux is not supported'],
  ['a container in the guest', 'userspace', 'Error: failed to handle layer: the flux is unknown, error'],
  ['tests in the guest', 'userspace', 'FAILED tests/flux/test_flux.py::test_flux - AssertionError'],
  ['the REST server of the guest components', 'userspace', 'Error: 127.0.0.1:8006 has no flux, failed'],
  ['parts of a VM', 'vmm', 'Error: the vCPU is not supported'],
  ['nothing of these: a VMM is not shown', 'host', 'Error: the flux is not supported'],
])('%s', (_, phase, line) => {
  expect(read([line]).diagnosis).toMatchObject({
    phase,
    cause: expect.stringMatching(/^(?:unknown|error-|about-)/),
  });
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
