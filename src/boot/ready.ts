/** All that a boot needs, in the order in which it can be refused: the combination, the VMM, the firmware. */

import { HostError } from '../errors.ts';
import type { ProvideOptions } from '../firmware/provide.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { BootOptions } from './boot.ts';
import { withFirmware } from './firmware.ts';
import { type MachineProbe, preflight } from './preflight.ts';
import { provideProgram } from './vmm.ts';

/** A scenario with what boot() wants to know of it. */
export interface Ready extends Pick<BootOptions, 'program' | 'refused'> {
  readonly scenario: Scenario;
}

/**
 * Checks the combination, then builds what the scenario needs and no cache has. A combination that is known not to boot
 * costs no build: it is ready to become a verdict.
 * @throws HostError of a build
 */
export async function makeReady(
  loaded: LoadedScenario,
  options: ProvideOptions,
  machine?: MachineProbe,
): Promise<Ready> {
  const checked = await preflight(loaded, machine).catch((error: unknown) => {
    if (error instanceof HostError) return error;
    throw error;
  });
  if (checked instanceof HostError) return { scenario: loaded.scenario, refused: checked };
  if (checked.notice !== undefined) options.listener({ type: 'notice', text: checked.notice });
  const program = await provideProgram(checked.loaded.scenario, options);
  const { scenario } = (await withFirmware(checked.loaded, options)).loaded;
  return { scenario, ...(program === undefined ? {} : { program }) };
}
