/** The registry of VMM back ends: a third VMM is one file and one line here. */

import type { Scenario } from '../scenario/scenario.ts';
import { HostError } from '../words/errors.ts';
import { cloudHypervisor } from './cloud-hypervisor.ts';
import type { Backend } from './plan.ts';
import { qemu } from './qemu.ts';

const BACKENDS: readonly Backend[] = [qemu, cloudHypervisor];

/**
 * The back end that boots this scenario. A Trust Domain is never replaced by something that is not one.
 * @throws HostError code `platform-unsupported`
 */
export function backendFor(scenario: Pick<Scenario, 'vmm' | 'platform'>): Backend {
  const backend = BACKENDS.find(({ name, platforms }) =>
    scenario.vmm === 'auto' ? platforms.includes(scenario.platform) : name === scenario.vmm,
  );
  if (backend?.platforms.includes(scenario.platform) === true) return backend;
  throw new HostError('platform-unsupported', `${scenario.vmm} cannot boot platform: ${scenario.platform}`, {
    hint: 'QEMU boots every platform; Cloud Hypervisor boots tdx and kvm.',
  });
}
