/** How many Trust Domains fit: private KeyIDs and memory. */

import { counted, MIB } from '../../words/units.ts';
import { type Check, type CheckResult, lastLine, ok, problem, unknown, type View } from '../check.ts';
import type { Host } from '../host.ts';
import type { KernelLog } from '../kernel-log.ts';
import { ENABLE_IN_BIOS } from './processor.ts';

export const keyIds: Check = { id: 'key-ids', title: 'private KeyIDs', look: lookAtKeyIds };
export const memory: Check = { id: 'memory', title: 'memory', decisive: true, look: lookAtMemory };
export const hugepages: Check = { id: 'hugepages', title: 'hugepages', look: lookAtHugepages };

export interface TdCapacity {
  /** Trust Domains at a time: the TDX module keeps one private KeyID for itself. */
  readonly tds: number;
  readonly evidence: string;
}

/**
 * KVM gives each TD a KeyID and publishes their number as the misc cgroup's `tdx` (kernel/cgroup/misc.c and tdx.c,
 * MISC_CG_RES_TDX; 6.16). On older kernels, or without the file, the range in the log or the register tells the number.
 */
export function tdCapacity(host: Host, log: KernelLog | undefined): TdCapacity | undefined {
  const published = /^tdx (\d+)$/m.exec(host.read('/sys/fs/cgroup/misc.capacity') ?? '')?.[1];
  if (published !== undefined) {
    return { tds: Number(published), evidence: `/sys/fs/cgroup/misc.capacity: tdx ${published}` };
  }
  const line = lastLine(log, /private KeyID range \[\d+, *\d+\)/);
  const [, first, end] = /\[(\d+), *(\d+)\)/.exec(line ?? '') ?? [];
  if (line !== undefined) return { tds: Math.max(0, Number(end) - Number(first) - 1), evidence: line };
  const register = host.msr(0x87);
  if (register === undefined) return undefined;
  const keys = Number(register >> 32n);
  return { tds: Math.max(0, keys - 1), evidence: `MSR 0x87: ${keys} private KeyIDs` };
}

/**
 * Bytes of memory that are available without swapping.
 * @returns undefined where /proc/meminfo does not say
 */
export function availableMemory(host: Host): number | undefined {
  return memInfo(host, 'MemAvailable');
}

function lookAtKeyIds({ host, log }: View): CheckResult {
  const capacity = tdCapacity(host, log);
  if (capacity === undefined)
    return unknown(
      'their number cannot be read',
      'Turn TDX on in KVM, which then shows the number; or read it as root: sudo modprobe msr && sudo tdx-boot doctor',
    );
  const { tds, evidence } = capacity;
  if (tds === 0) return problem(`${evidence}: none is left for a TD`, ENABLE_IN_BIOS);
  const used = /^tdx (\d+)$/m.exec(host.read('/sys/fs/cgroup/misc.current') ?? '')?.[1];
  const use = used === undefined ? '' : `, ${used} in use`;
  return ok(`${counted(tds, 'TD')} at a time${use} (${evidence})`);
}

/** Memory that tdx-boot's own TDs hold comes back: a run that needs it waits for a slot. */
function lookAtMemory({ host, wanted, held }: View): CheckResult {
  const available = availableMemory(host);
  if (available === undefined) return unknown('/proc/meminfo cannot be read', 'Mount /proc.');
  const has = `${mib(available)} available, ${mib(wanted.memory)} wanted`;
  if (available >= wanted.memory) return ok(has);
  if (available + held >= wanted.memory)
    return ok(`${has}: enough once TDs that hold ${mib(held)} have ended`);
  const reserved = (memInfo(host, 'HugePages_Free') ?? 0) * (memInfo(host, 'Hugepagesize') ?? 0);
  return problem(
    has,
    reserved > 0
      ? `Give back the ${mib(reserved)} of free hugepages: sudo sysctl vm.nr_hugepages=0. Or lower guest.memory.`
      : 'End programs that use memory, or lower guest.memory in the scenario.',
  );
}

/** A TD needs no hugepages; those that are reserved take memory that a TD cannot use. */
function lookAtHugepages({ host }: View): CheckResult {
  const total = memInfo(host, 'HugePages_Total');
  if (total === undefined) return unknown('/proc/meminfo does not say', 'Nothing to do: a TD needs none.');
  const free = memInfo(host, 'HugePages_Free') ?? 0;
  return ok(`${total} reserved, ${free} of them free; a TD needs none`);
}

/** A value of /proc/meminfo: bytes where it has a unit, else a count. */
function memInfo(host: Host, name: string): number | undefined {
  const found = new RegExp(`^${name}: *(\\d+)( kB)?$`, 'm').exec(host.read('/proc/meminfo') ?? '');
  if (found === null) return undefined;
  return Number(found[1]) * (found[2] === undefined ? 1 : 1024);
}

export function mib(bytes: number): string {
  return `${Math.floor(bytes / MIB)} MiB`;
}
