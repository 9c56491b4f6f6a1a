/** A scenario that is being made from a command, and what became of each argument. */

import { given } from '../../words/given.ts';
import type { VmmName } from '../../words/words.ts';

/** `key`: a key of the scenario says it; `own`: every run has it; `kept`: it is in vmm-args; `left-out`: it is lost. */
export interface Fate {
  readonly argument: string;
  readonly as: 'key' | 'own' | 'kept' | 'left-out';
  /** The key, or why. */
  readonly says: string;
}

/** What became of one argument. */
export interface Outcome extends Omit<Fate, 'argument'> {
  /** The words to append for an argument that is kept, where they differ from those of the command. */
  readonly words?: readonly string[];
}

export const key = (says: string): Outcome => ({ as: 'key', says });
export const own = (says: string): Outcome => ({ as: 'own', says });
export const kept = (): Outcome => ({ as: 'kept', says: 'no key says this: it is appended as it is' });
export const keptAs = (words: readonly string[], says: string): Outcome => ({ as: 'kept', says, words });
export const leftOut = (says: string): Outcome => ({ as: 'left-out', says });

/** Behind a key: what of the argument the key does not say. */
export function lost(parts: readonly string[]): string {
  return parts.length === 0 ? '' : `; ${parts.join(', ')} left out`;
}

/** The scenario under construction. */
export class Draft {
  readonly scenario: Record<string, unknown> = { version: 1 };
  readonly guest: Record<string, unknown> = {};
  readonly vmmArgs: string[] = [];
  readonly disks: Record<string, unknown>[] = [];
  #tdx = false;
  #kvm = false;

  /** The accelerator that the command names. */
  accelerate(name: string): void {
    this.#kvm ||= name === 'kvm';
  }

  makeTd(): void {
    this.#tdx = true;
  }

  /** Adds to a mapping of the guest, such as `td` or `smbios`. */
  add(name: string, values: Readonly<Record<string, unknown>>): void {
    const before = this.guest[name];
    this.guest[name] = { ...(typeof before === 'object' ? before : {}), ...values };
  }

  /**
   * Keys in the order in which the docs have them.
   * @param path of the VMM's program, where the command names one
   */
  whole(vmm: VmmName, path: string | undefined): Readonly<Record<string, unknown>> {
    const { version, name, ...rest } = this.scenario;
    if (this.guest.initrd === undefined) this.#mountRoot(String(this.guest.cmdline ?? ''));
    const { kernel, initrd, cmdline, ...machine } = this.guest;
    const disks = this.disks.length === 0 ? undefined : this.disks;
    return given({
      ...{ version, name },
      platform: this.#tdx ? 'tdx' : this.#kvm ? 'kvm' : 'emulated',
      ...{ vmm, 'vmm-path': path },
      'vmm-args': this.vmmArgs.length === 0 ? undefined : this.vmmArgs,
      ...rest,
      guest: given({ kernel, initrd, cmdline, disks, ...machine }),
    });
  }
  /** The share that a kernel without an initrd mounts as its root, which virtme-ng asks for: here the probe mounts it at `/`. */
  #mountRoot(cmdline: string): void {
    if (!/(?:^|\s)rootfstype=(?:9p|virtiofs)(?:\s|$)/.test(cmdline)) return;
    const [, tag = '/dev/root'] = /(?:^|\s)root=(\S+)/.exec(cmdline) ?? [];
    const shares = (this.guest.shares ?? {}) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    for (const [directory, share] of Object.entries(shares)) {
      if (share.tag === tag) this.add('shares', { [directory]: { ...share, target: '/' } });
    }
  }
}
