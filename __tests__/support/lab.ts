/** An initrd with real programs in it: a Linux under emulation that has KVM, and everything to use it. */

import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { kernelRelease } from '../../src/guest/kernel-image.ts';
import { findModules, moduleOrder, readModule } from '../../src/guest/modules.ts';
import { type CpioEntry, newc } from '../../src/guest/newc.ts';

/** What QEMU needs to boot a kernel directly. */
const QEMU_FILES = [
  '/usr/share/seabios/bios-256k.bin',
  '/usr/share/qemu/kvmvapic.bin',
  '/usr/share/qemu/linuxboot_dma.bin',
];
/**
 * TCG of QEMU and the guest's kernel give AMD's virtualisation with nested paging; vhost_vsock makes the other end of a vsock, and
 * the other two the port of the agent.
 */
const MODULES = ['kvm_amd', 'vhost_vsock', 'virtio_pci', 'virtio_console'];
/** Busybox has no --pdeathsig. */
const PROGRAMS = ['busybox', 'setpriv'];

export interface LabOptions {
  /** The lab's kernel, with its modules beside it as its package has them. */
  readonly kernel: string;
  /** Programs by name in PATH, or by path; each gets its libraries. QEMU finds its files from where it is: all are in /usr/bin. */
  readonly programs: readonly string[];
  /** Other files, by their path in the lab. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/** The initrd; its init starts the agent of tdx-boot when /dev/kvm is there, and the scenario runs its commands by that. */
export async function labInitrd({ kernel, programs, files }: LabOptions): Promise<Buffer> {
  const archive = new Archive();
  for (const name of [...PROGRAMS, ...programs]) archive.program(name);
  for (const file of QEMU_FILES) archive.add(file, fs.readFileSync(file));
  const directory = findModules(kernel, kernelRelease(kernel));
  if (directory === undefined) throw new Error(`${kernel} has no modules beside it`);
  const modules: string[] = [];
  for (const file of await moduleOrder(directory, MODULES)) {
    modules.push(`/modules/${path.basename(file)}`);
    archive.add(`/modules/${path.basename(file)}`, await readModule(file));
  }
  for (const [name, content] of Object.entries(files)) archive.add(name, Buffer.from(content));
  archive.add('/init', Buffer.from(init(modules)), 0o755);
  return archive.bytes();
}

function init(modules: readonly string[]): string {
  return [
    '#!/usr/bin/busybox sh',
    'export PATH=/usr/bin:/bin HOME=/root TMPDIR=/tmp',
    '/usr/bin/busybox mkdir /bin && /usr/bin/busybox --install -s /bin',
    'mount -t proc proc /proc; mount -t sysfs sysfs /sys; mount -t devtmpfs dev /dev',
    'mkdir /dev/pts && mount -t devpts pts /dev/pts',
    ...modules.map((module) => `insmod ${module}`),
    '/sbin/tdx-boot-agent',
    '',
  ].join('\n');
}

/** Collects entries of an initrd; a directory comes before what is in it. */
export class Archive {
  readonly #entries = new Map<string, CpioEntry>();

  constructor() {
    for (const directory of ['/proc', '/sys', '/dev', '/tmp', '/root']) this.#directory(directory);
    this.#entries.set('/dev/console', { type: 'character-device', path: '/dev/console', major: 5, minor: 1 });
  }

  add(file: string, data: Uint8Array, mode = 0o644): void {
    this.#directory(path.dirname(file));
    this.#entries.set(file, { type: 'file', path: file, mode, data });
  }

  link(file: string, target: string): void {
    this.#directory(path.dirname(file));
    this.#entries.set(file, { type: 'link', path: file, target });
  }

  /** A program with the libraries that the loader of this machine finds for it. */
  program(name: string): void {
    const file = name.startsWith('/') ? name : execFileSync('which', [name], { encoding: 'utf8' }).trim();
    this.add(`/usr/bin/${path.basename(name)}`, fs.readFileSync(file), 0o755);
    const { stdout: libraries } = spawnSync('ldd', [file], { encoding: 'utf8' }); // fails for a static program
    for (const [, library = ''] of libraries.matchAll(/(?:=> )?(\/\S+) \(0x/g)) {
      if (!this.#entries.has(library)) this.add(library, fs.readFileSync(library), 0o755);
    }
  }

  bytes(): Buffer {
    return newc([...this.#entries.values()]);
  }

  #directory(directory: string): void {
    if (directory === '/' || this.#entries.has(directory)) return;
    this.#directory(path.dirname(directory));
    this.#entries.set(directory, { type: 'directory', path: directory });
  }
}
