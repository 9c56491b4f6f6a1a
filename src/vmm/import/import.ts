/** Makes a scenario from a command of a VMM. */

import { basename } from 'node:path';
import { UsageError } from '../../words/errors.ts';
import { quote } from '../../words/quote.ts';
import { importCloudHypervisor } from './cloud-hypervisor.ts';
import type { Import } from './draft.ts';
import { isVariable } from './options.ts';
import { importQemu } from './qemu.ts';
import { VMM_PROGRAM } from './words.ts';

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
  const { scenario, fates } = isCloudHypervisor ? importCloudHypervisor(argv) : importQemu(argv);
  const path = program.includes('/') && !hidden ? { 'vmm-path': program } : {};
  const { version, name, platform, vmm, ...rest } = scenario;
  const head = { version, ...(name === undefined ? {} : { name }), platform, vmm };
  return { scenario: { ...head, ...path, ...rest }, fates };
}
