/** A complaint that no row knows says what it is about: the thing has advice, where the sentence has no row. */

import { describe, expect, test } from '@jest/globals';
import { NOUNS } from '../../../src/judge/catalog/nouns.ts';
import { LogReader, type LogReport } from '../../../src/judge/log.ts';

function read(...lines: readonly string[]): LogReport {
  const reader = new LogReader('mixed');
  reader.push(Buffer.from(`${lines.join('\n')}\n`));
  return reader.end();
}

describe('a VMM fails at the thing that its complaint names', () => {
  test.each([
    ['vhost-user', 'qemu-system-x86_64: -device vhost-user-fs-pci,chardev=c: the flux is wrong'],
    ['vsock', 'qemu-system-x86_64: the guest cid is off today'],
    ['vfio', 'qemu-system-x86_64: -device vfio-pci,host=0000:18:00.0: the flux is wrong'],
    ['hugepages', 'cloud-hypervisor: 1.2ms: <vmm> ERROR:vmm/src/flux.rs:1 -- flux of the huge pages'],
    ['network', 'cloud-hypervisor: 1.2ms: <vmm> ERROR:vmm/src/flux.rs:1 -- flux of the tap'],
    ['firmware', 'qemu-system-x86_64: the flux of the firmware is wrong'],
    ['kernel-image', 'qemu-system-x86_64: the flux of the initrd is wrong'],
    ['disk', 'qemu-system-x86_64: the flux of the disk is wrong'],
    ['tpm', 'qemu-system-x86_64: the flux of swtpm is wrong'],
    ['tpm', 'cloud-hypervisor: 1.2ms: <vmm> ERROR:tpm/src/flux.rs:1 -- no flux for this command'],
    ['memory', 'cloud-hypervisor: 1.2ms: <vmm> ERROR:vmm/src/memory_manager.rs:1 -- no flux'],
    ['interrupts', 'qemu-system-x86_64: the flux of the irqchip is wrong'],
    ['confidential', 'qemu-system-x86_64: the flux of TDX is wrong'],
  ])('%s: %s', (noun, line) => {
    expect(read(line).diagnosis).toMatchObject({
      phase: 'vmm',
      cause: `about-${noun}`,
      certainty: 'likely',
      advice: NOUNS.find(({ id }) => id === noun)?.hint,
    });
  });
});

test('a function that names itself before its words is of the part that has spoken', () => {
  expect(read('qemu-system-x86_64: sev_flux_init: the flux of guest memory is off').diagnosis?.cause).toBe(
    'about-confidential',
  );
  expect(read('qemu-system-x86_64: the flux of guest memory is off').diagnosis?.cause).toBe('about-memory');
});

test('the options of a command that failed are no things that failed', () => {
  const command =
    '/opt/flux/qemu-system-x86_64 -S -cpu host,hv_passthrough -nodefaults -spice unix=on -runas flux';
  expect(read(`Error: Failed to run: ${command}: exit status 1`).diagnosis).toMatchObject({
    cause: 'error-command',
    title: 'A command that the program ran has failed: /opt/flux/qemu-system-x86_64 … flux: exit status 1',
    certainty: 'unknown',
  });
});

test('a word that others use, too, counts only where a VMM is known to speak', () => {
  expect(read('Error: the flux of the disk is wrong').diagnosis?.cause).toBe('unknown');
  expect(read('Error: the flux of the vhost-user backend is wrong').diagnosis?.cause).toBe(
    'about-vhost-user',
  );
});

test('the innermost error of Cloud Hypervisor’s chain is the reason, whatever its words', () => {
  const heading = 'Error: Cloud Hypervisor exited with the following chain of errors:';
  const chain = [heading, '  0: Error booting VM', '  1: The VM could not boot'];
  expect(read(...chain, '  2: No flux in the tap').diagnosis).toMatchObject({
    cause: 'about-network',
    title: 'Cloud Hypervisor exited with an error: it fails at the network of the guest: No flux in the tap',
  });
  expect(read(...chain, '  2: The flux is blue today').diagnosis).toMatchObject({
    title: 'Cloud Hypervisor exited with an error, because: The flux is blue today',
    certainty: 'likely',
  });
});

describe('the innermost error is the reason, too, where a row knows a link above it', () => {
  const chain = (...links: readonly string[]) =>
    read(
      'Error: Cloud Hypervisor exited with the following chain of errors:',
      ...['Error booting VM', 'The VM could not boot', ...links].map((link, index) => `  ${index}: ${link}`),
    ).diagnosis;

  test.each([
    [
      'words that nobody knows',
      ['Error manipulating firmware file', 'The flux is blue today'],
      'Cloud Hypervisor cannot read its kernel, initramfs or firmware file, because: The flux is blue today',
    ],
    [
      'an error of the system',
      ['Cannot open disk path', 'No such file or directory (os error 2)'],
      'Cloud Hypervisor cannot open a disk image, because: No such file or directory (os error 2)',
    ],
    [
      'a link between them that the same row knows',
      ['Error parsing TDVF', 'Failed read TDVF descriptor', 'failed to fill whole buffer'],
      'The firmware file has no valid TDX metadata, because: failed to fill whole buffer',
    ],
    [
      'what another row says of it',
      ['Error finalizing TDX VM', 'Error parsing TDVF'],
      'Cloud Hypervisor cannot finalize the TD, because: The firmware file has no valid TDX metadata',
    ],
    ['no link below', ['Error finalizing TDX VM'], 'Cloud Hypervisor cannot finalize the TD'],
  ])('%s', (_, links, title) => {
    const diagnosis = chain(...links);
    expect(diagnosis).toMatchObject({ title, certainty: 'known' });
    expect(diagnosis?.evidence.at(-1)?.text).toContain(links.at(-1));
  });

  test('a line that begins with another number is of another list', () => {
    expect(
      read(
        'Error: Cloud Hypervisor exited with the following chain of errors:',
        '  0: Error finalizing TDX VM',
        '  7: The flux is blue today',
      ).diagnosis?.title,
    ).toBe('Cloud Hypervisor cannot finalize the TD');
  });
});

test('what the effect names is no reason of it', () => {
  const line =
    'cloud-hypervisor: 190s: <vcpu0> ERROR:vmm/src/cpu.rs:1 -- VCPU generated error: VcpuRun(flux vCPU)';
  expect(read(line).diagnosis?.cause).toBe('ch-vcpu-error');
});

test('libvirt’s sentence is the title, and the thing in it has the advice', () => {
  const { diagnosis } = read('error: unsupported configuration: unable to find the flux of vhost-vsock');
  expect(diagnosis).toMatchObject({
    cause: 'libvirt-unsupported',
    title: 'libvirt cannot do this: unable to find the flux of vhost-vsock',
    advice: NOUNS.find(({ id }) => id === 'vsock')?.hint,
  });
});

describe('a line of edk2 stands in the firmware, by its names and by its status', () => {
  test.each([
    ['fw-pci', 'FluxPciHostBridge: the flux is wrong: Invalid Parameter'],
    ['fw-cpus', 'MpInitFlux: cannot wake an AP'],
    ['fw-measurement', 'Tcg2Flux - Measure fails: Device Error'],
    ['fw-variables', 'FvbFlux: cannot erase block 3: Write Protected'],
  ])('%s: %s', (noun, line) => {
    expect(read(line).diagnosis).toMatchObject({ phase: 'firmware', cause: `about-${noun}` });
  });

  test.each([
    ['an exception of Python', 'FluxPumpError: the flux is wrong: Not Found'],
    ['a status of HTTP', 'Error: the flux answered 404 Not Found'],
  ])('and %s does not', (_, line) => {
    expect(read(line).diagnosis?.phase).toBe('host');
  });
});

test('each noun has an identity of its own and advice', () => {
  expect(new Set(NOUNS.map(({ id }) => id)).size).toBe(NOUNS.length);
  expect(NOUNS.filter(({ hint }) => !/^.{15,}\.$/.test(hint)).map(({ id }) => id)).toEqual([]);
});

test('the log of a program of a guest was cut out because of its error, and a guest that boots goes on after one', () => {
  const said = '[2025-01-21T08:29:18Z ERROR attestation_agent] the flux of the quote is off';
  const boot = ['[    0.000000] Linux version 6.8.0 (a@b) #1 SMP', '[    9.1] Run /init as init process'];
  expect(read(said).diagnosis).toMatchObject({ cause: 'about-quote', certainty: 'likely' });
  expect(read([...boot, said].join('\n')).diagnosis).toMatchObject({
    cause: 'about-quote',
    certainty: 'unknown',
  });
});

describe('a program of a guest, of a pod or of a verifier fails at the thing that its complaint names', () => {
  const KBS = '[2026-01-15T09:21:44Z ERROR kbs::error] ';
  const GO = '2026/01/15 09:21:44 ERROR: ';
  const SHIM =
    'kubelet  Failed to create pod sandbox: rpc error: code = Unknown desc = failed to create shim task: ';
  test.each([
    ['quote-certificates', 'userspace', `${KBS}failed to parse PCK leaf cert`],
    ['reference-values', 'userspace', `${KBS}register reference value: flux`],
    ['collateral', 'userspace', `${GO}TDX TCB info reported by Intel PCS failed the flux`],
    ['quote', 'userspace', `${GO}parsing TD Quote Body failed: flux`],
    ['registers', 'userspace', `${GO}mrSeam size is 7 bytes. Expected 48 bytes`],
    ['vtpm', 'userspace', 'Error: the flux of the AK in the TPM is wrong'],
    ['pod-network', 'vmm', `${SHIM}add the flux of the veth pair`],
    ['image', 'vmm', `${SHIM}flux of the nydus bootstrap`],
    ['pod-cgroup', 'vmm', `${SHIM}the flux of the cgroup path is wrong`],
  ])('%s in %s: %s', (noun, phase, line) => {
    const { diagnosis } = read(line);
    expect(diagnosis).toMatchObject({
      phase,
      cause: `about-${noun}`,
      advice: NOUNS.find(({ id }) => id === noun)?.hint,
    });
  });

  test('of a chain in one line the innermost link that names a thing counts', () => {
    expect(read(`${KBS}verify the quote: parse the certificate chain: flux`).diagnosis?.cause).toBe(
      'about-quote-certificates',
    );
    expect(read(`${SHIM}mount the flux: the flux of the cgroup`).diagnosis?.cause).toBe('about-pod-cgroup');
    // The text of an errno names nothing.
    expect(read('ctr: failed to mount "flux", with error: No such device (os error 19)')).toMatchObject({
      diagnosis: { phase: 'vmm', cause: 'about-pod-storage' },
    });
  });

  test('the module that speaks is not what the words are about', () => {
    expect(read(`${KBS}the flux is wrong`).diagnosis?.cause).toBe('unknown');
  });

  test('a quotation mark is no quote of a TD', () => {
    expect(read('Error: the flux has mismatched quotes').diagnosis?.cause).not.toBe('about-quote');
  });

  test('what other programs speak of, too, counts only where the line is of a pod', () => {
    expect(
      read('guest login: ', 'flux[12]: error: the flux of the device is wrong').diagnosis?.cause,
    ).not.toBe('about-pod-device');
  });
});
