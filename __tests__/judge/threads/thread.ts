/** A log in the shape of a public thread, and the lines that hosts, VMMs and guests have in common. */

import type { Phase } from '../../../src/words/words.ts';

export interface Thread {
  readonly name: string;
  /** Where such a log was seen, or where its words come from. */
  readonly source: string;
  readonly log: readonly string[];
  /** Where it stopped, or got to. */
  readonly phase: Phase;
  /** Absent: nothing is wrong. */
  readonly cause?: string;
}

export const ENABLED = '[    9.360001] virt/tdx: BIOS enabled: private KeyID range [32, 64)';
export const INITIALISED = '[   36.379132] virt/tdx: module initialized';
export const BANNER = '[    0.000000] Linux version 6.8.0-test (builder@host) #1 SMP';
export const EIO = 'error: kvm run failed Input/output error';
