/** The drivers of a kernel, read from the configuration that lies beside a kernel. */

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { driversOf } from '../../src/guest/kernel-config.ts';
import { scratchDirectory } from '../support/scratch.ts';

const FOLDER = scratchDirectory('kernel-config');

function put(name: string, text: string): void {
  const path = join(FOLDER, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const HEAD = '# Linux/x86 6.12.0\nCONFIG_64BIT=y\n';

test.each([
  ['built in', 'config-6.12.0', `${HEAD}CONFIG_VIRTIO_CONSOLE=y\n`, 'built-in'],
  ['a module', 'config-6.12.0', `${HEAD}CONFIG_VIRTIO_CONSOLE=m\n`, 'module'],
  ['not set', 'config-6.12.0', `${HEAD}# CONFIG_VIRTIO_CONSOLE is not set\n`, 'absent'],
  ['not named', 'config-6.12.0', HEAD, 'absent'],
  ['a file of another kind', 'config-6.12.0', 'hello\n', undefined],
  ['of another kernel', 'config-6.11.0', HEAD, undefined],
])('%s', (name, file, text, expected) => {
  put(join(name, file), text);
  put(join(name, 'vmlinuz-6.12.0'), '');
  expect(driversOf(join(FOLDER, name, 'vmlinuz-6.12.0'), '6.12.0')('VIRTIO_CONSOLE')).toBe(expected);
});

test('a module that the guest cannot have', () => {
  put('bare/config-6.12.0', `${HEAD}CONFIG_VIRTIO_CONSOLE=m\nCONFIG_EXT4_FS=m\nCONFIG_9P_FS=y\n`);
  put('bare/vmlinuz', '');
  const drivers = driversOf(join(FOLDER, 'bare/vmlinuz'), '6.12.0', (module) => module === 'ext4');
  expect((['VIRTIO_CONSOLE', 'EXT4_FS', '9P_FS'] as const).map(drivers)).toEqual([
    'missing',
    'module',
    'built-in',
  ]);
});

test('nothing is looked for before a driver is asked for', () => {
  put('late/vmlinuz', '');
  const asked: string[] = [];
  const drivers = driversOf(join(FOLDER, 'late/vmlinuz'), '6.12.0', (module) => asked.push(module) > 0);
  put('late/config-6.12.0', `${HEAD}CONFIG_EXT4_FS=m\nCONFIG_9P_FS=m\n`);
  expect(drivers('EXT4_FS')).toBe('module');
  expect(asked).toEqual(['ext4']);
});

test('in a build tree', () => {
  put('linux/.config', `${HEAD}CONFIG_VIRTIO_CONSOLE=m\n`);
  put('linux/arch/x86/boot/bzImage', '');
  put('linux/elsewhere/boot/bzImage', '');
  expect(driversOf(join(FOLDER, 'linux/arch/x86/boot/bzImage'), '6.12.0')('VIRTIO_CONSOLE')).toBe('module');
  expect(driversOf(join(FOLDER, 'linux/elsewhere/boot/bzImage'), '6.12.0')('9P_FS')).toBeUndefined();
});

test('a hostile release names no other file', () => {
  put('secret/config-x', `${HEAD}CONFIG_VIRTIO_CONSOLE=y\n`);
  put('boot/config-a/x', '');
  put('boot/vmlinuz', '');
  expect(
    driversOf(join(FOLDER, 'boot/vmlinuz'), 'a/../../secret/config-x')('VIRTIO_CONSOLE'),
  ).toBeUndefined();
});

test('of a link, beside the kernel that it leads to', () => {
  put('linked/boot/config-6.12.0', `${HEAD}CONFIG_9P_FS=m\n`);
  put('linked/boot/vmlinuz-6.12.0', '');
  symlinkSync('boot/vmlinuz-6.12.0', join(FOLDER, 'linked/vmlinuz'));
  const drivers = driversOf(join(FOLDER, 'linked/vmlinuz'), '6.12.0');
  expect((['9P_FS', 'NET_9P_VIRTIO'] as const).map(drivers)).toEqual(['module', 'absent']);
});
