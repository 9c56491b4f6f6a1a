/** `platform: kvm` with a KVM that works anywhere: TCG emulates AMD's virtualisation, so a Linux in it has /dev/kvm. */

import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, jest, test } from '@jest/globals';
import { newc } from '../../src/guest/newc.ts';
import { probeEntries, VSOCK_MODULES } from '../../src/guest/probe.ts';
import { KERNEL, Lab, ROOT } from '../support/cli.ts';
import { labInitrd } from '../support/lab.ts';

jest.setTimeout(600_000);

const lab = new Lab();
afterAll(() => lab.remove());

const NODE = path.join(ROOT, '.tools/node24/bin/node');

/**
 * Every byte of the serial port is an exit through two hypervisors: the kernel is told to be quiet. The vsock is a device of the
 * lab's kernel: 0x0013 is its number (VIRTIO_ID_VSOCK).
 */
const INNER = {
  version: 1,
  platform: 'kvm',
  vmm: 'qemu',
  guest: {
    kernel: 'vmlinuz',
    initrd: 'probe.cpio',
    cmdline: 'console=ttyS0 panic=-1 quiet',
    memory: '256M',
    vsock: 42,
  },
  steps: [
    { expect: '/^# device\\.virtio\\.\\w+: id 0x0013 driver vmw_vsock_virtio_transport$/' },
    { expect: '# tdx-boot probe: done' },
  ],
  timeout: '5m',
  stop: 'on-exit',
};

/** tdx-boot as it is shipped. */
function bundle(): Record<string, Uint8Array> {
  const files = ['cli', 'shared', 'page'].flatMap((name) =>
    fs.readdirSync(path.join(ROOT, 'dist', name)).map((file) => `dist/${name}/${file}`),
  );
  const all = [...files, 'package.json'];
  return Object.fromEntries(all.map((file) => [`/lab/${file}`, fs.readFileSync(path.join(ROOT, file))]));
}

test('tdx-boot, in a guest of tdx-boot, boots a kernel under KVM, with a vsock', async () => {
  const initrd = await labInitrd({
    kernel: KERNEL,
    programs: [NODE, 'qemu-system-x86_64', 'mkfifo'],
    files: {
      ...bundle(),
      '/lab/vmlinuz': fs.readFileSync(KERNEL),
      '/lab/probe.cpio': newc(await probeEntries({ kernel: KERNEL, wanted: VSOCK_MODULES })),
      '/lab/inner.yml': JSON.stringify(INNER),
    },
    // Only its verdict is shown: the lines of a second kernel would look like a reset of the first.
    script:
      'cd /lab && node dist/cli/index.js run inner.yml >log; code=$?; grep -A 2 "^[a-z]*: inner" log; ls /tmp; exit $code',
  });
  const scenario = lab.scenario('kvm-in-tcg', {
    guest: {
      initrd: lab.write('lab.cpio', initrd),
      cmdline: 'console=ttyS0 panic=-1 quiet',
      memory: '1536M',
    },
    steps: [{ expect: '/passed: inner \\(2 of 2 steps/' }, { expect: 'lab: exit 0' }],
    timeout: '5m',
    stop: 'on-exit',
  });
  const { code, stdout } = await lab.boot(scenario, { timeout: 540_000 });
  expect({ code, stdout: code === 0 ? '' : stdout }).toEqual({ code: 0, stdout: '' });
});
