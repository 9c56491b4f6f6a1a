/** All that a boot needs, in the order in which it can be refused: the host, the combination, the VMM, the firmware. */

import type { ProvideOptions } from '../build/provide.ts';
import { requireTdxHost } from '../host/examine.ts';
import { type Host, thisHost } from '../host/host.ts';
import { heldMemory } from '../host/slots.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Predictions } from '../tdx/register-prediction.ts';
import type { Program } from '../vmm/plan.ts';
import { HostError } from '../words/errors.ts';
import { combinationOf } from './combination.ts';
import { withFirmware } from './image.ts';
import { predictMeasurements } from './measurements.ts';
import { type MachineProbe, type Preflight, preflight } from './preflight.ts';
import { provideProgram } from './program.ts';

/** A scenario with what its boot wants to know of it. */
export interface Ready {
  readonly scenario: Scenario;
  /** The VMM's program; absent: the one in PATH. */
  readonly program?: Program;
  /** What the compatibility table says of this combination, for the diagnosis. */
  readonly silenceExpected?: string;
  /** What the registers of the TD have to hold, for the comparison. */
  readonly predictions?: Predictions;
  /** Why nothing is started. */
  readonly refused?: HostError;
}

/**
 * Checks the host and the combination, then builds what the scenario needs and no cache has. What is known not to boot
 * costs no build: it is ready to become a verdict.
 * @throws HostError of a build; ScenarioError where a measurement is asserted that cannot be predicted
 */
export async function makeReady(
  loaded: LoadedScenario,
  options: ProvideOptions,
  machine?: MachineProbe,
  host: Host = thisHost,
): Promise<Ready> {
  const checked = await check(loaded, machine, host).catch((error: unknown) => {
    if (error instanceof HostError) return error;
    throw error;
  });
  if (checked instanceof HostError) return { scenario: loaded.scenario, refused: checked };
  const { notice, silenceExpected, vmm } = checked;
  if (notice !== undefined) options.listener({ type: 'notice', text: notice });
  const program = await provideProgram(checked.loaded.scenario, options);
  const { scenario } = (await withFirmware(checked.loaded, options)).loaded;
  const measurements = await predictMeasurements(scenario, vmm, releaseOf(checked.loaded));
  return {
    scenario,
    ...(program === undefined ? {} : { program }),
    ...(silenceExpected === undefined ? {} : { silenceExpected }),
    ...(measurements === undefined ? {} : { predictions: measurements }),
  };
}

/** Of the firmware, which its image no longer says. */
function releaseOf({ scenario }: LoadedScenario): string | undefined {
  const { firmware } = combinationOf(scenario);
  return firmware === 'none' ? undefined : firmware.release;
}

async function check(
  loaded: LoadedScenario,
  machine: MachineProbe | undefined,
  host: Host,
): Promise<Preflight> {
  // What is wrong with the host comes first: on one without TDX nothing that the table says helps.
  const { platform, guest } = loaded.scenario;
  if (platform === 'tdx' && guest !== undefined) await requireTdxHost(host, guest.memory, await heldMemory());
  return preflight(loaded, machine);
}
