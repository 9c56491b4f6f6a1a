/** Makes a scenario from a command of a VMM. */

import { basename } from 'node:path';
import { UsageError } from '../../words/errors.ts';
import { quote } from '../../words/quote.ts';
import { importCloudHypervisor } from './cloud-hypervisor.ts';
import { Draft, type Fate } from './draft.ts';
import { isVariable } from './options.ts';
import { importQemu } from './qemu.ts';
import { VMM_PROGRAM } from './words.ts';

/** A command as a scenario. */
export interface Import {
  /** The scenario without its steps; keys as in a file. */
  readonly scenario: Readonly<Record<string, unknown>>;
  /** One for each argument, in the order of the command. */
  readonly fates: readonly Fate[];
}

/**
 * @param command the program and its arguments; a program in a variable counts as QEMU where its options have one dash
 * @throws UsageError code `unknown-vmm`
 */
export function importCommand([program = '', ...argv]: readonly string[]): Import {
  // The text does not say which program the variable names.
  const hidden = isVariable(program);
  const long = argv.some((word) => word.startsWith('--cpus') || word.startsWith('--memory'));
  if (!hidden && !VMM_PROGRAM.test(program)) {
    throw new UsageError('unknown-vmm', `${quote(program)} is no command of QEMU or Cloud Hypervisor`, {
      hint: 'Give the whole command: tdx-boot import -- qemu-system-x86_64 -m 1G …',
    });
  }
  const isCloudHypervisor = hidden ? long : basename(program).startsWith('cloud-hypervisor');
  const draft = new Draft();
  const fates = (isCloudHypervisor ? importCloudHypervisor : importQemu)(draft, argv);
  const path = program.includes('/') && !hidden ? program : undefined;
  return { scenario: draft.whole(isCloudHypervisor ? 'cloud-hypervisor' : 'qemu', path), fates };
}
