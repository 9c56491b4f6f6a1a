/** The registry of VMM back ends: a third VMM is one file and one line here. */

import type { VmmName } from '../words/words.ts';
import { cloudHypervisor } from './cloud-hypervisor.ts';
import type { Backend } from './plan.ts';
import { qemu } from './qemu.ts';

const BACKENDS: Readonly<Record<VmmName, Backend>> = { qemu, 'cloud-hypervisor': cloudHypervisor };

export function backendFor(vmm: VmmName): Backend {
  return BACKENDS[vmm];
}
