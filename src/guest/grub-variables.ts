/** Variables of GRUB, as a file of commands or a menu sees them. */

import { NotKnown } from './grub-script.ts';

/** In UTF-16 units: more than any grub.cfg needs, so that a hostile disk costs little. */
export const MOST_VALUE = 64 * 1024;

export class GrubVariables {
  readonly #values: Map<string, string>;
  readonly #exported: Set<string>;

  constructor(values: Iterable<readonly [string, string]> = [], exported: Iterable<string> = []) {
    this.#values = new Map(values);
    this.#exported = new Set(exported);
  }

  /** Undefined where the variable is not set. */
  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** @throws NotKnown where the value is too long */
  set(name: string, value: string): void {
    if (value.length > MOST_VALUE) throw new NotKnown(0, 'the value of a variable is too long');
    this.#values.set(name, value);
  }

  unset(name: string): void {
    this.#values.delete(name);
  }

  /** Lets the variable go on to the files and submenus below. @param value absent: the value stays */
  export(name: string, value?: string): void {
    if (value !== undefined) this.set(name, value);
    this.#exported.add(name);
  }

  /** The variables of a file or submenu below: those that are exported. @param all in Red Hat's GRUB all of them */
  below(all: boolean): GrubVariables {
    const values = [...this.#values].filter(([name]) => all || this.#exported.has(name));
    return new GrubVariables(values, all ? this.#values.keys() : this.#exported);
  }
}
