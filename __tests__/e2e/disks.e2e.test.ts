/** Guests with disks and flash chips: they boot from them, and the user's files stay as they are. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hasBuiltIn, KERNEL, Lab } from '../support/cli.ts';

const lab = new Lab();
const disk = lab.path('probe.img');
// There is no initrd, so the disk needs a driver that is built in: Debian's cloud kernel has nvme, Ubuntu's virtio.
const { bus, root } = hasBuiltIn('BLK_DEV_NVME')
  ? { bus: 'nvme', root: '/dev/nvme0n1' }
  : { bus: 'virtio', root: '/dev/vda' };
const steps = [{ expect: 'VFS: Mounted root (ext4 filesystem)' }, { expect: '# tdx-boot probe: done' }];
const digest = (file: string) => createHash('sha256').update(fs.readFileSync(file)).digest('hex');

beforeAll(async () => {
  const { code } = await lab.cli(['probe', disk, '--kernel', KERNEL]);
  expect(code).toBe(0);
});
afterAll(() => lab.remove());

test('a raw disk that the guest mounts for writing is not written', async () => {
  const before = digest(disk);
  const guest = {
    cmdline: `console=ttyS0 panic=-1 root=${root} rw init=/sbin/init`,
    disks: [{ path: disk, bus }],
  };
  const { code, result } = await lab.boot(lab.scenario('raw', { guest, steps, stop: 'on-exit' }));
  expect(code).toBe(0);
  expect(result).toMatchObject({ phase: 'userspace', findings: [] });
  expect(digest(disk)).toBe(before);
});

test('a qcow2 disk and two flash chips, whose variables the firmware writes', async () => {
  const image = lab.path('probe.qcow2');
  execFileSync('qemu-img', ['convert', '-O', 'qcow2', disk, image]);
  const firmware = { code: '/usr/share/OVMF/OVMF_CODE_4M.fd', vars: lab.path('vars.fd') };
  fs.copyFileSync('/usr/share/OVMF/OVMF_VARS_4M.fd', firmware.vars);
  const before = [image, firmware.vars].map(digest);
  const guest = {
    cmdline: `console=ttyS0 panic=-1 root=${root} rw init=/sbin/init`,
    disks: [{ path: image, bus }],
  };
  const scenario = lab.scenario('flash', { firmware, guest, steps, stop: 'on-exit' });
  const { code, result } = await lab.boot(scenario, { node: 20 });
  expect(code).toBe(0);
  expect(result.timeline[0]).toMatchObject({ phase: 'firmware' });
  expect([image, firmware.vars].map(digest)).toEqual(before);
});

test('a disk that is not where the kernel looks', async () => {
  const guest = { cmdline: 'console=ttyS0 panic=-1 root=/dev/vdz rw', disks: [{ path: disk, bus }] };
  const { code, result } = await lab.boot(lab.scenario('elsewhere', { guest, steps }));
  expect(code).toBe(1);
  expect(result.cause?.text).toMatch(/Cannot open root device "(\/dev\/)?vdz"/);
});

test("a qcow2 disk over another image, as QEMU's own tool makes it: refused, and booted where that is allowed", async () => {
  const image = lab.path('over.qcow2');
  execFileSync('qemu-img', ['create', '-q', '-f', 'qcow2', '-F', 'raw', '-b', disk, image]);
  const scenario = (name: string, more: object) =>
    lab.scenario(name, {
      guest: {
        cmdline: `console=ttyS0 panic=-1 root=${root} rw init=/sbin/init`,
        disks: [{ path: image, bus, ...more }],
      },
      steps,
      stop: 'on-exit',
    });
  const refused = await lab.cli(['run', scenario('reads', {}), '--results', lab.results]);
  expect(refused).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining(`reads "${disk}" of this host into the guest; write backing: allow`),
  });
  const { code, result } = await lab.boot(scenario('allowed', { backing: 'allow' }));
  expect([code, result.findings]).toEqual([0, []]);
});
