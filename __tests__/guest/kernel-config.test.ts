/** The driver of hvc0, read from the configuration that lies beside a kernel. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { virtioConsole } from '../../src/guest/kernel-config.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'kernel-config-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

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
  expect(virtioConsole(join(FOLDER, name, 'vmlinuz-6.12.0'), '6.12.0')).toBe(expected);
});

test('in a build tree', () => {
  put('linux/.config', `${HEAD}CONFIG_VIRTIO_CONSOLE=m\n`);
  expect(virtioConsole(join(FOLDER, 'linux/arch/x86/boot/bzImage'), '6.12.0')).toBe('module');
  expect(virtioConsole(join(FOLDER, 'linux/elsewhere/boot/bzImage'), '6.12.0')).toBeUndefined();
});

test('a hostile release names no other file', () => {
  put('secret/config-x', `${HEAD}CONFIG_VIRTIO_CONSOLE=y\n`);
  put('boot/config-a/x', '');
  expect(virtioConsole(join(FOLDER, 'boot/vmlinuz'), 'a/../../secret/config-x')).toBeUndefined();
});
