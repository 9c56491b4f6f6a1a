/** A program that names itself tells where the boot stands and, where it does one thing, what failed. */

import { expect, test } from '@jest/globals';
import { TRADES } from '../../../src/judge/catalog/trades.ts';
import { read } from './reading.ts';

test.each<[string, string, string, string]>([
  ['before its words', 'swtpm: Could not flux', 'vmm', 'about-tpm'],
  ['in the journal', 'Nov 27 14:00:00 host swtpm[22]: Could not flux', 'vmm', 'about-tpm'],
  ['with the kind of its build', 'Nov 27 14:00:00 host passt.avx2[22]: Invalid flux', 'vmm', 'about-network'],
  [
    'of env_logger',
    '[2026-11-27T14:00:00Z ERROR virtiofsd::flux] the flux failed',
    'vmm',
    'about-vhost-user',
  ],
  [
    'of the host that makes quotes',
    'Nov 27 14:00:00 host pccs[7]: the flux failed',
    'host',
    'about-quote-service',
  ],
  [
    'of the registration',
    '[08-08-2026 09:14:40] ERROR: Failed to flux, error: 5',
    'host',
    'about-quote-service',
  ],
  ['of SGX', 'aesm_service[901]: Fail to flux', 'host', 'about-enclaves'],
  ['that starts the VMs of pods', '[adaptor/cloud] failed to flux the pods', 'vmm', 'about-peer-pod'],
  ['in the log of Go', '2026/11/27 14:00:00 [adaptor/cloud] failed to flux', 'vmm', 'about-peer-pod'],
  ['of Proxmox', 'Jul 13 23:11:53 pve pvedaemon[7]: the flux failed', 'vmm', 'about-vm-manager'],
  [
    'of KubeVirt, which names a part of the VM',
    '{"component":"virt-launcher","level":"error","msg":"failed to flux the disk"}',
    'vmm',
    'about-disk',
  ],
  [
    'of OpenStack',
    '2024-05-03 10:11:12.400 7 ERROR nova.virt.libvirt.driver [-] [instance: c4] the flux failed',
    'vmm',
    'about-vm-manager',
  ],
  ['of an initramfs', 'switch_root: cannot flux', 'initramfs', 'about-guest-mount'],
  [
    'whose warnings are of failures',
    'dracut-initqueue[7]: Warning: no flux, failed',
    'initramfs',
    'about-guest-initrd',
  ],
  ['of udev, a worker', '(udev-worker)[233]: Failed to flux', 'userspace', 'about-guest-udev'],
  ['of systemd, with one trade', 'systemd-networkd[301]: Could not flux', 'initramfs', 'about-guest-network'],
  ['of systemd, with many', 'systemd[1]: Failed to set up the flux', 'initramfs', 'about-guest-units'],
  ['of the login', 'agetty[512]: ttyS0: cannot flux', 'userspace', 'about-guest-login'],
  [
    'by the module of its log',
    '[   12.1] cloud-init[512]: x.py[ERROR]: failed flux',
    'userspace',
    'about-guest-cloud-init',
  ],
  ['a driver of a host', '[   12.1] AMD-Vi: flux invalid', 'host', 'about-host-iommu'],
  ['a driver with its device', '[   12.1] vfio-pci 0000:3b:00.0: Cannot flux', 'host', 'about-vfio'],
  ['a driver of a host', '[   12.1] SEV-SNP: Failed to flux', 'host', 'about-host-psp'],
  ['a driver of a guest', '[   12.1] SEV: Failed to flux', 'kernel', 'unknown'],
  ['OpenHCL', 'underhill_core: flux failed', 'firmware', 'about-fw-paravisor'],
])('a program %s', (_, line, phase, cause) => {
  expect(read([line]).diagnosis).toMatchObject({ phase, cause });
});

test.each<[string, string, string]>([
  ['the class of its error', 'systemd[1]: error: the flux is not supported', 'error-unsupported'],
  ['an error of the system', 'systemd[1]: Failed to set up flux: Device or resource busy', 'error-in-use'],
  ['a thing that its words name', 'dracut: Warning: Mounting /flux failed', 'about-guest-mount'],
])('%s says more than that a program failed which does much', (_, line, cause) => {
  expect(read([line]).diagnosis?.cause).toBe(cause);
});

test('a program of a guest is not said to have ended the boot', () => {
  expect(read(['systemd-networkd[301]: Could not flux']).diagnosis?.certainty).toBe('unknown');
});

test.each(['Linux version 6.8.0 (a@b) #1 SMP', 'Hypervisor detected: KVM'])(
  'a driver of hosts in a kernel that is shown to be a guest’s is the guest’s: %s',
  (shown) => {
    expect(read([`[    0.0] ${shown}`, '[   12.1] AMD-Vi: flux invalid']).diagnosis?.phase).not.toBe('host');
  },
);

test('what serves a device of the VMM says nothing of a boot by working', () => {
  expect(read(['Nov 27 14:00:00 host virtiofsd[22]: Setting signal handlers: 3']).answer).not.toBe(
    'nothing-wrong',
  );
});

test('the words of a program with the time of the kernel are no kernel’s last words', () => {
  const { diagnosis } = read(['[    5.1] cryptsetup[200]: the flux is on']);
  expect(diagnosis).toMatchObject({ phase: 'userspace', cause: 'no-boot-shown' });
});

test('every trade has advice', () => {
  expect(TRADES.filter(({ hint }) => !/^.{15,}\.$/.test(hint))).toEqual([]);
});
