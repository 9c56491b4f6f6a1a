/** Makes a scenario from a command of a VMM. */

import { basename } from 'node:path';
import { UsageError } from '../../words/errors.ts';
import { quote } from '../../words/quote.ts';
import { importCloudHypervisor } from './cloud-hypervisor.ts';
import { Draft, type Fate, key, leftOut } from './draft.ts';
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
 * @param isHere whether this machine has a file: a program that the machine lacks is looked for when the scenario is run
 * @throws UsageError code `unknown-vmm`
 */
export function importCommand(
  [program = '', ...argv]: readonly string[],
  isHere: (path: string) => boolean = () => true,
): Import {
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
  const vmm = isCloudHypervisor ? 'cloud-hypervisor' : 'qemu';
  if (hidden || !program.includes('/')) return { scenario: draft.whole(vmm, undefined), fates };
  const kept = isHere(program);
  const missing =
    'this machine has no such file: a run looks for the program in PATH and where distributions put it';
  return {
    scenario: draft.whole(vmm, kept ? program : undefined),
    fates: [{ argument: program, ...(kept ? key('vmm-path') : leftOut(missing)) }, ...fates],
  };
}
