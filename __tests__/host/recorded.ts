/** Recorded hosts, as the checks would read them: a healthy host, with the changes of a test. */

import type { HostCheck, Wanted } from '../../src/host/check.ts';
import { examine, isReady } from '../../src/host/examine.ts';
import type { Host } from '../../src/host/host.ts';
import { kernelLog } from '../../src/host/kernel-log.ts';
import type { KvmTrial } from '../../src/host/kvm-trial.ts';
import type { CloudHypervisorBinary, QemuBinary } from '../../src/vmm/ask.ts';
import { HostError } from '../../src/words/errors.ts';

type DeviceState = 'open' | 'denied' | 'missing';

export interface Recording {
  readonly kernelRelease?: string;
  /** By path; `null` takes a file of the healthy host away. */
  readonly files?: Readonly<Record<string, string | null>>;
  /** Lines of the kernel log; `null`: it cannot be read. */
  readonly log?: readonly string[] | null;
  readonly msr?: Readonly<Record<number, bigint>>;
  readonly device?: DeviceState;
  /** Devices that are in another state, by path. */
  readonly devices?: Readonly<Record<string, DeviceState>>;
  readonly trial?: KvmTrial | null;
  readonly qemu?: QemuBinary | null;
  readonly cloudHypervisor?: CloudHypervisorBinary;
  readonly wanted?: Partial<Wanted>;
  readonly held?: number;
}

export const FIRST_LINE = 'Linux version 6.17.0-5-generic (buildd@host) (gcc) #5-Ubuntu SMP';
export const BIOS_ENABLED = 'virt/tdx: BIOS enabled: private KeyID range [64, 128)';
export const PARAMETER = '/sys/module/kvm_intel/parameters/tdx';
export const CH_47: CloudHypervisorBinary = { version: '47.0', features: ['kvm', 'tdx'] };

export function cpuinfo(vendor: string, model: string, flags: string): string {
  return `processor\t: 0\nvendor_id\t: ${vendor}\nmodel name\t: ${model}\nflags\t\t: fpu vmx ${flags}\n\n`;
}

export function meminfo(availableKib: number, more = ''): string {
  return `MemTotal:       263838536 kB\nMemAvailable:   ${availableKib} kB\n${more}HugePages_Total:       0\nHugePages_Free:        0\nHugepagesize:       2048 kB\n`;
}

const FILES: Readonly<Record<string, string | null>> = {
  '/proc/cpuinfo': cpuinfo('GenuineIntel', 'INTEL(R) XEON(R) PLATINUM 8570', 'tdx_host_platform'),
  '/proc/meminfo': meminfo(250_000_000),
  '/proc/cmdline': 'BOOT_IMAGE=/boot/vmlinuz root=/dev/sda1 kvm_intel.tdx=1 nohibernate\n',
  '/sys/module': '',
  '/sys/module/kvm_intel': '',
  [PARAMETER]: 'Y\n',
  '/sys/fs/cgroup/misc.capacity': 'sgx_epc 1073741824\ntdx 63\n',
};

const LOG = [
  FIRST_LINE,
  BIOS_ENABLED,
  'virt/tdx: Disable ACPI S3. Turn off TDX in the BIOS to use ACPI S3.',
  'virt/tdx: TDX module 1.5.16, build number 917, build date 20250318',
  'virt/tdx: 1034220 KB allocated for PAMT',
  'virt/tdx: module initialized',
];

export function recordedHost({
  kernelRelease = '6.17.0-5-generic',
  files = {},
  log = LOG,
  msr = {},
  device = 'open',
  devices = {},
  trial = { works: true },
  qemu = { version: '10.1.0', tdxGuest: true },
  cloudHypervisor,
}: Recording): Host {
  const all = new Map(Object.entries({ ...FILES, ...files }));
  return {
    read: (path) => all.get(path) ?? undefined,
    exists: (path) => (all.get(path) ?? null) !== null,
    list: (path) => namesIn(path, [...all.keys()]),
    device: (path) => devices[path] ?? device,
    msr: (register) => msr[register],
    kernelRelease,
    kernelLog: async () => (log === null ? undefined : kernelLog(log, 'dmesg')),
    tryKvm: async (signal) => {
      signal?.throwIfAborted();
      return trial ?? undefined;
    },
    tryTdMonitor: async (_, signal) => {
      signal?.throwIfAborted();
      return trial ?? { works: false, said: 'no KVM' };
    },
    program: async (name) => {
      if (name === 'qemu' && qemu !== null)
        return { name, path: '/usr/bin/qemu', version: qemu.version, tdx: qemu.tdxGuest };
      if (name === 'cloud-hypervisor' && cloudHypervisor !== undefined) {
        const { version, features } = cloudHypervisor;
        return { name, path: '/usr/bin/cloud-hypervisor', version, tdx: features.includes('tdx') };
      }
      throw new HostError('vmm-missing', `${name} is not installed`);
    },
  };
}

/** What the paths of files say of a directory. */
function namesIn(directory: string, paths: readonly string[]): string[] | undefined {
  const inside = paths.filter((path) => path.startsWith(`${directory}/`));
  const names = inside.map((path) => path.slice(directory.length + 1).replace(/\/.*/, ''));
  return names.length === 0 ? undefined : [...new Set(names)];
}

export interface Examined {
  readonly ready: boolean;
  readonly checks: readonly HostCheck[];
  /** `problem cpu`, `unknown bios`, …: all that is not ok. */
  readonly notOk: readonly string[];
  check(id: string): HostCheck;
}

export async function examined(recording: Recording): Promise<Examined> {
  const wanted: Wanted = { memory: 2 ** 30, vmm: 'auto', ...recording.wanted };
  const checks: HostCheck[] = [];
  for await (const check of examine(recordedHost(recording), wanted, recording.held ?? 0)) checks.push(check);
  return {
    ready: isReady(checks),
    checks,
    notOk: checks.filter(({ state }) => state !== 'ok').map(({ id, state }) => `${state} ${id}`),
    check: (id) => {
      const found = checks.find((check) => check.id === id);
      if (found === undefined) throw new Error(`no check ${id}`);
      return found;
    },
  };
}
