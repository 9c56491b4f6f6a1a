/** The words of a host check: what is looked at, what was found, what it was read from, what to do about it. */

import type { HostAbi } from '../compat/host-abi.ts';
import type { VmmName } from '../words/words.ts';
import type { Host } from './host.ts';
import type { KernelLog } from './kernel-log.ts';

export const CHECK_STATES = ['ok', 'problem', 'unknown'] as const;
type CheckState = (typeof CHECK_STATES)[number];

export interface CheckResult {
  readonly state: CheckState;
  /** The text of the host that shows the result, or what is missing. */
  readonly evidence: string;
  /** What to do, with the command to run. */
  readonly fix?: string;
}

export interface HostCheck extends CheckResult {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly title: string;
}

/** What the user wants to boot. */
export interface Wanted {
  /** Bytes of guest memory. */
  readonly memory: number;
  readonly vmm: 'auto' | VmmName;
  /** Addresses of the PCI devices that the guest gets. */
  readonly vfio?: readonly string[] | undefined;
}

/** All that a check may look at. */
export interface View {
  readonly host: Host;
  readonly log: KernelLog | undefined;
  readonly abi: HostAbi | undefined;
  readonly wanted: Wanted;
  /** Bytes of guest memory of the Trust Domains that tdx-boot runs here now. */
  readonly held: number;
  /** Ends a check that takes time. */
  readonly signal?: AbortSignal | undefined;
}

export interface Check {
  readonly id: string;
  readonly title: string;
  /** A TD can be expected to boot only when this check is `ok`. Of other checks, a `problem` alone speaks against it. */
  readonly decisive?: true;
  look(view: View): CheckResult | Promise<CheckResult>;
}

export const ok = (evidence: string): CheckResult => ({ state: 'ok', evidence });
export const problem = (evidence: string, fix: string): CheckResult => ({ state: 'problem', evidence, fix });
export const unknown = (evidence: string, fix: string): CheckResult => ({ state: 'unknown', evidence, fix });

/** The last line of the kernel log that matches: the newest line is right. */
export function lastLine(log: KernelLog | undefined, pattern: RegExp): string | undefined {
  return log?.lines.findLast((line) => pattern.test(line));
}

/** Where KVM says whether it can create TDs: `Y` or `N`. */
export const TDX_PARAMETER = '/sys/module/kvm_intel/parameters/tdx';

/** What a check says when it needs a kernel log that cannot be read. */
export const NO_LOG = unknown(
  'the kernel log cannot be read by this user',
  'Run it as root: sudo tdx-boot doctor (or allow it: sudo sysctl kernel.dmesg_restrict=0).',
);
