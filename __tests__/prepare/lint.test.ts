/** What the lint learns from the files that a scenario names: the drivers that its guest gets. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { lintScenario } from '../../src/prepare/lint.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { bzImage } from '../support/bz-image.ts';
import { scratchDirectory } from '../support/scratch.ts';

const FOLDER = scratchDirectory('lint');

function put(name: string, content: string | Buffer): void {
  const path = join(FOLDER, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const CONFIG = [
  'CONFIG_VIRTIO_BLK',
  'CONFIG_EXT4_FS',
  'CONFIG_64BIT',
  'CONFIG_VIRTIO_CONSOLE',
  'CONFIG_9P_FS',
  'CONFIG_NET_9P_VIRTIO',
  'CONFIG_VIRTIO_FS',
];
for (const place of ['bare', 'whole', 'part']) {
  put(`${place}/vmlinuz`, bzImage('6.12.0-test'));
  put(`${place}/config-6.12.0-test`, `#\n${CONFIG.map((option) => `${option}=m\n`).join('')}`);
}
put(
  'whole/lib/modules/6.12.0-test/modules.dep',
  'kernel/virtio_console.ko.xz:\nkernel/9p.ko:\nkernel/9pnet_virtio.ko:\n',
);
put('part/lib/modules/6.12.0-test/kernel/drivers/virtio_console.ko', 'elf');
put('virtiofs/vmlinuz', bzImage('6.12.0-test'));
put('virtiofs/config-6.12.0-test', '#\nCONFIG_VIRTIO_CONSOLE=y\nCONFIG_VIRTIO_FS=y\n');
put('root/bin/sh', 'elf');
put('systemd/init', 'elf');
put('initrd', '070701');

/** What is said of a guest whose first step is a command. */
function said(kernel: string, more: string, platform = 'emulated'): string[] {
  const guest = `{ kernel: ${kernel}/vmlinuz, cmdline: console=ttyS0${more} }`;
  const firmware = platform === 'emulated' ? '' : 'firmware: tdvf\npins: current\n';
  const text = `version: 1\nplatform: ${platform}\nvmm: qemu\n${firmware}guest: ${guest}\nsteps: [{ run: 'true' }]\n`;
  return lintScenario(parseScenario('s.yml', text, FOLDER)).flatMap(({ rule, message, hint }) =>
    rule.endsWith('-without-driver') ? [`${rule}: ${message.split(': ').at(-1)} ${hint}`] : [],
  );
}

const BARE =
  'run-without-driver: CONFIG_VIRTIO_CONSOLE=m, which was not found beside the kernel, in guest.modules or on this machine Let guest.modules name the directory that has lib/modules/RELEASE of this kernel.';

test.each<[string, string, string, ...string[]]>([
  ['a kernel without its modules', 'bare', '', BARE],
  ['modules elsewhere', 'bare', ', modules: whole/lib/modules/6.12.0-test'],
  ['a directory without modules, which is refused later', 'bare', ', modules: root'],
  ['modules beside the kernel', 'whole', ''],
  ['modules without modules.dep', 'part', ''],
  ['a root without an init', 'bare', ', root: root', BARE],
  ['a root with an init of its own, which may load modules', 'bare', ', root: systemd'],
  ['an initrd, which may load modules', 'bare', ', initrd: initrd'],
  ['a root on a disk, which the probe mounts', 'bare', ', root: { path: systemd, as: disk }', BARE],
])('%s', (_, kernel, more, ...expected) => {
  expect(said(kernel, more).filter((one) => one.startsWith('run-'))).toEqual(expected);
});

test('virtiofs is a way out of a missing 9p, but not in a Trust Domain under QEMU, which has none', () => {
  const way = (platform: string): string | undefined =>
    said('virtiofs', ', shares: { root: /x }', platform).find((one) => one.startsWith('share-'));
  expect(way('emulated')).toMatch(/Say type: virtiofs, which this kernel has/);
  expect(way('tdx-emulated')).toMatch(/CONFIG_NET_9P_VIRTIO, CONFIG_9P_FS Use a kernel that has it\.$/);
});
