/** What tdx-boot asks of its host: files, devices and programs. Tests put a recorded host in its place. */

import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
} from 'node:fs';
import { release } from 'node:os';
import { findCommand } from '../process/find.ts';
import { backendFor } from '../vmm/backends.ts';
import type { Program } from '../vmm/plan.ts';
import { findProgram } from '../vmm/program.ts';
import type { Platform, VmmName } from '../words/words.ts';
import { type KernelLog, readKernelLog } from './kernel-log.ts';
import { type KvmTrial, tryKvm } from './kvm-trial.ts';
import { tryTdMonitor } from './td-trial.ts';

/** A method returns undefined for what it cannot read or find, and throws only where its comment says so. */
export interface Host {
  /** The text of a file; undefined where it is missing or this user may not read it. */
  read(path: string): string | undefined;
  exists(path: string): boolean;
  /** The names in a directory; undefined where it is missing or this user may not read it. */
  list(path: string): readonly string[] | undefined;
  /** Whether this user may open a device for reading and writing. */
  device(path: string): 'open' | 'denied' | 'missing';
  /** A model-specific register of CPU 0; undefined where it cannot be read: reading needs root and the module `msr`. */
  msr(register: number): bigint | undefined;
  /** As `uname -r` prints it. */
  readonly kernelRelease: string;
  /** Undefined where this user may not read the log, or the host hides it, as in a container. */
  kernelLog(): Promise<KernelLog | undefined>;
  /** Runs a tiny guest under KVM; undefined without QEMU. @throws the reason of `signal` when that aborts */
  tryKvm(signal?: AbortSignal): Promise<KvmTrial | undefined>;
  /**
   * Runs a Trust Domain of the TD monitor for a moment under KVM.
   * @param qemu path of QEMU
   * @throws the reason of `signal` when that aborts
   */
  tryTdMonitor(qemu: string, signal?: AbortSignal): Promise<KvmTrial>;
  /**
   * The VMM's program in PATH, with its version and features as far as they matter on this platform.
   * @throws HostError code `vmm-missing`, `vmm-not-executable` or `vmm-unusable`
   */
  program(name: VmmName, platform: Platform): Promise<Program>;
}

/** The computer that we run on. */
export const thisHost: Host = {
  read: (path) => orUndefined(() => readFileSync(path, 'utf8')),
  exists: existsSync,
  list: (path) => orUndefined(() => readdirSync(path)),
  device,
  msr: readMsr,
  kernelRelease: release(),
  kernelLog: readKernelLog,
  tryKvm: (signal) => withCommand('qemu-system-x86_64', (qemu) => tryKvm(qemu, signal)),
  tryTdMonitor,
  program: (name, platform) => findProgram(backendFor(name), platform),
};

function orUndefined<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

function device(path: string): 'open' | 'denied' | 'missing' {
  if (!existsSync(path)) return 'missing';
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    // The device is really opened: a container may show a device that its cgroup forbids.
    closeSync(openSync(path, 'r+'));
    return 'open';
  } catch {
    return 'denied';
  }
}

/** The file offset is the register's number, and eight bytes are its value (msr(4)). */
function readMsr(register: number): bigint | undefined {
  try {
    const fd = openSync('/dev/cpu/0/msr', 'r');
    try {
      const value = Buffer.alloc(8);
      readSync(fd, value, 0, 8, register);
      return value.readBigUInt64LE();
    } finally {
      closeSync(fd);
    }
  } catch {
    return undefined;
  }
}

async function withCommand<T>(name: string, ask: (path: string) => Promise<T>): Promise<T | undefined> {
  const path = findCommand(name);
  return path === undefined ? undefined : ask(path);
}
