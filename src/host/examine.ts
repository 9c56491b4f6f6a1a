/** Whether this host can boot a Trust Domain: every check, in the order in which hosts fail. */

import { hostAbi, type KvmInfo } from '../compat/host-abi.ts';
import { HostError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import { type Check, type HostCheck, TDX_PARAMETER, type Wanted } from './check.ts';
import { hugepages, keyIds, memory } from './checks/capacity.ts';
import { cmdline, kernel, parameter, warnings } from './checks/kernel.ts';
import { device, trial } from './checks/kvm.ts';
import { tdxModule, version } from './checks/module.ts';
import { bios, cpu } from './checks/processor.ts';
import { lookAtVfio, vfio } from './checks/vfio.ts';
import { vmm } from './checks/vmm.ts';
import type { Host } from './host.ts';

const HOST_CHECKS: readonly Check[] = [
  ...[cpu, bios, tdxModule, version],
  ...[kernel, parameter, cmdline, warnings],
  ...[device, trial],
  ...[keyIds, memory, hugepages],
];
const CHECKS = [...HOST_CHECKS, vmm, vfio];

/**
 * Looks at a host, one check after the other.
 * @param held bytes of guest memory of the Trust Domains that run here now
 * @throws the reason of `signal` when that aborts
 */
export async function* examine(
  host: Host,
  wanted: Wanted,
  held: number,
  checks: readonly Check[] = CHECKS,
  signal?: AbortSignal,
): AsyncGenerator<HostCheck, void> {
  const view = { host, log: await host.kernelLog(), abi: hostAbi(kvmInfo(host)), wanted, held, signal };
  for (const { id, title, look } of checks) yield { id, title, ...(await look(view)) };
}

/** Whether a TD can be expected to boot: no check is a problem, and every decisive check is `ok`. */
export function isReady(checks: readonly HostCheck[]): boolean {
  const decisive = CHECKS.filter((check) => check.decisive).map(({ id }) => id);
  return checks.every(({ id, state }) => state === 'ok' || (state === 'unknown' && !decisive.includes(id)));
}

/**
 * Refuses a host that certainly cannot boot a Trust Domain. A host that may be able to boot one may try. The VMM is not
 * checked here: the run chooses it, and may build it.
 * @param wantedMemory bytes of guest memory
 * @param held as for `examine`
 * @throws HostError code `host-not-ready`, with the first problem; the reason of `signal` when that aborts
 */
export async function requireTdxHost(
  host: Host,
  wantedMemory: number,
  held: number,
  signal?: AbortSignal,
): Promise<void> {
  const wanted: Wanted = { memory: wantedMemory, vmm: 'auto' };
  const checks = examine(host, wanted, held, HOST_CHECKS, signal);
  for await (const { id, title, state, evidence, fix } of checks) {
    if (state !== 'problem') continue;
    throw new HostError('host-not-ready', `this host cannot boot a Trust Domain: ${title}: ${evidence}`, {
      hint: `${fix ?? ''} All checks: tdx-boot doctor`.trim(),
      // Memory comes back when other programs end.
      lasting: id !== memory.id,
    });
  }
}

/**
 * Refuses a host whose KVM this user cannot open, or whose KVM runs no guest: that would be the guest's silence. Not tried
 * where there is no QEMU to try it with.
 * @throws HostError code `kvm-not-open` or `kvm-runs-nothing`; the reason of `signal` when that aborts
 */
export async function requireKvm(host: Host, signal?: AbortSignal): Promise<void> {
  for (const [{ title, look }, code] of KVM_CHECKS) {
    const { state, evidence, fix = '' } = await look({ host, signal });
    if (state !== 'problem') continue;
    throw new HostError(code, `platform: kvm needs KVM: ${title}: ${evidence}`, {
      hint: `${fix} Without KVM, use platform: emulated.`.trim(),
      lasting: true,
    });
  }
}

const KVM_CHECKS = [
  [device, 'kvm-not-open'],
  [trial, 'kvm-runs-nothing'],
] as const;

/**
 * Refuses a host of which a guest cannot get the PCI devices that it is to have.
 * @throws HostError code `vfio-not-ready`, with the first problem
 */
export function requireVfio(host: Host, wanted: Pick<Wanted, 'vfio' | 'vmm'>): void {
  const { state, evidence, fix } = lookAtVfio(host, wanted);
  if (state === 'problem')
    throw new HostError('vfio-not-ready', `guest.vfio: ${evidence}`, given({ hint: fix }));
}

/** What the compatibility table needs to tell the host's KVM interface. */
export function kvmInfo(host: Host): KvmInfo {
  return {
    kernelRelease: host.kernelRelease,
    tdxParameter: host.read(TDX_PARAMETER),
    sysfs: host.exists('/sys/module'),
  };
}
