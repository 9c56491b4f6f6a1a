/** A scenario that is being made from a command, and what became of each argument. */

/** `key`: a key of the scenario says it; `own`: every run has it; `kept`: it is in vmm-args; `left-out`: it is lost. */
export interface Fate {
  readonly argument: string;
  readonly as: 'key' | 'own' | 'kept' | 'left-out';
  /** The key, or why. */
  readonly says: string;
}

/** What became of one argument. */
export interface Outcome extends Omit<Fate, 'argument'> {
  /** Of what is kept: the words that are appended, where they are not those of the command. */
  readonly words?: readonly string[];
}

export const key = (says: string): Outcome => ({ as: 'key', says });
export const own = (says: string): Outcome => ({ as: 'own', says });
export const kept = (says = 'no key says this: it is appended as it is'): Outcome => ({ as: 'kept', says });
export const keptAs = (words: readonly string[], says: string): Outcome => ({ as: 'kept', says, words });
export const leftOut = (says: string): Outcome => ({ as: 'left-out', says });

/** A command as a scenario. */
export interface Import {
  /** The scenario without its steps; keys as in a file. */
  readonly scenario: Readonly<Record<string, unknown>>;
  /** One for each argument, in the order of the command. */
  readonly fates: readonly Fate[];
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

  get platform(): 'tdx' | 'kvm' | 'emulated' {
    return this.#tdx ? 'tdx' : this.#kvm ? 'kvm' : 'emulated';
  }

  /** Adds to a mapping of the guest, such as `td` or `smbios`. */
  add(name: string, values: Readonly<Record<string, unknown>>): void {
    const before = this.guest[name];
    this.guest[name] = { ...(typeof before === 'object' ? before : {}), ...values };
  }

  /** Keys in the order in which the docs have them. */
  whole(vmm: string): Record<string, unknown> {
    const { version, name, ...rest } = this.scenario;
    const { kernel, initrd, cmdline, ...machine } = this.guest;
    const guest = {
      ...(kernel === undefined ? {} : { kernel }),
      ...(initrd === undefined ? {} : { initrd }),
      ...(cmdline === undefined ? {} : { cmdline }),
      ...(this.disks.length === 0 ? {} : { disks: this.disks }),
      ...machine,
    };
    return {
      version,
      ...(name === undefined ? {} : { name }),
      platform: this.platform,
      vmm,
      ...(this.vmmArgs.length === 0 ? {} : { 'vmm-args': this.vmmArgs }),
      ...rest,
      guest,
    };
  }
}
