/** A root file system with this machine's systemd and udev, and few of their units: it boots in seconds. */

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const PROGRAMS = [
  '/usr/lib/systemd/systemd',
  '/usr/lib/systemd/systemd-executor', // since systemd 255
  '/usr/lib/systemd/systemd-journald',
  '/usr/lib/systemd/systemd-udevd',
  '/usr/bin/systemctl',
  '/usr/bin/udevadm',
];
const UNITS = '/usr/lib/systemd/system';
/** Without these units there are no devices, and services have no log. */
const WANTED = [
  ...['systemd-journald.service', 'systemd-journald.socket', 'systemd-journald-dev-log.socket'],
  ...['systemd-udevd.service', 'systemd-udevd-control.socket', 'systemd-udevd-kernel.socket'],
  'systemd-udev-trigger.service',
];
const RULES = ['50-udev-default.rules', '99-systemd.rules'].map((name) => `/usr/lib/udev/rules.d/${name}`);

/** Fills a new directory. */
export function systemdRoot(root: string): void {
  const at = (file: string): string => path.join(root, file);
  const directories = ['dev', 'proc', 'sys', 'run', 'tmp', 'root', 'var', 'etc/systemd/system'];
  // As distributions have it since they merged /usr.
  const merged = ['bin', 'sbin', 'lib', 'lib64'];
  for (const directory of [...directories, ...merged.map((name) => `usr/${name}`)])
    fs.mkdirSync(at(directory), { recursive: true });
  for (const name of merged) fs.symlinkSync(`usr/${name}`, at(name));

  const programs = PROGRAMS.filter((file) => fs.existsSync(file));
  const targets = fs.readdirSync(UNITS).filter((name) => name.endsWith('.target'));
  const units = [...targets, ...WANTED].map((name) => path.join(UNITS, name));
  for (const file of [...programs, ...programs.flatMap(librariesOf), ...units, ...RULES]) {
    fs.mkdirSync(path.dirname(at(file)), { recursive: true });
    fs.copyFileSync(file, at(file));
  }
  fs.copyFileSync('/usr/bin/busybox', at('bin/busybox'));
  fs.symlinkSync('busybox', at('bin/sh'));

  fs.writeFileSync(at('etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\n');
  fs.writeFileSync(at('etc/os-release'), 'ID=test\n');
  const target = `[Unit]\nRequires=multi-user.target\nWants=${WANTED.join(' ')}\n`;
  fs.writeFileSync(at('etc/systemd/system/default.target'), target);
}

/** The files of the libraries that a program is linked with, under the names by which it asks for them. */
function librariesOf(program: string): string[] {
  const text = execFileSync('ldd', [program], { encoding: 'utf8' });
  return [...text.matchAll(/\s(\/\S+) \(0x/g)].flatMap(([, file]) => (file === undefined ? [] : [file]));
}
