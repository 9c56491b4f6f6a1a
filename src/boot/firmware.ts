/** A scenario that names a firmware by its recipe becomes one that names the image. */

import { findFirmware, type Provided, type ProvideOptions, provideFirmware } from '../firmware/provide.ts';
import type { Entry } from '../firmware/store.ts';
import { checkFiles } from '../guest/files.ts';
import type { LoadedScenario } from '../scenario/load.ts';

/**
 * Builds the firmware of a scenario or takes it from a cache, and checks it like any image that a user names.
 * @returns the scenario to boot, and where its firmware came from if it asked for one
 */
export async function withFirmware(
  loaded: LoadedScenario,
  options: ProvideOptions,
): Promise<{ readonly loaded: LoadedScenario; readonly provided?: Provided }> {
  const { firmware } = loaded.scenario;
  if (firmware === undefined || !('request' in firmware)) return { loaded };
  const provided = await provideFirmware(firmware.request, options);
  return { loaded: withImage(loaded, provided.entry), provided };
}

/**
 * The same with an image that is in the store already.
 * @throws HostError code `not-built`
 */
export async function withStoredFirmware(
  loaded: LoadedScenario,
  options: ProvideOptions,
): Promise<LoadedScenario> {
  const { firmware } = loaded.scenario;
  if (firmware === undefined || !('request' in firmware)) return loaded;
  return withImage(loaded, await findFirmware(firmware.request, options));
}

function withImage(loaded: LoadedScenario, { image }: Entry): LoadedScenario {
  const ready = { ...loaded, scenario: { ...loaded.scenario, firmware: { image } } };
  checkFiles(ready);
  return ready;
}
