/** The initrd that a run makes for its guest. */

import { probeInitrd } from '../guest/probe.ts';
import { type BootScenario, needsAgent } from '../scenario/scenario.ts';
import { UsageError } from '../words/errors.ts';

/** The probe guest's initrd for this scenario's kernel and steps. */
export async function makeInitrd({ guest, rules }: Pick<BootScenario, 'guest' | 'rules'>): Promise<Buffer> {
  const { kernel, modules } = guest;
  if (kernel === undefined) throw new UsageError('no-kernel', 'the probe guest needs a kernel');
  return probeInitrd({ kernel, agent: needsAgent(rules), ...(modules === undefined ? {} : { modules }) });
}
