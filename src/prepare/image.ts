/** A scenario that names a firmware by its recipe becomes one that names the image. */

import { locateBuild, type Provided, type ProvideOptions, provideBuild } from '../build/provide.ts';
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
  const provided = await provideBuild(firmware.request, options);
  return { loaded: withImage(loaded, provided.entry.image), provided };
}

/**
 * The same without a build: the image is where it is, or where it will be.
 * @returns the scenario, and the command that builds what is not built yet
 */
export async function withFirmwarePath(
  loaded: LoadedScenario,
  options: ProvideOptions,
): Promise<{ readonly loaded: LoadedScenario; readonly command?: string }> {
  const { firmware } = loaded.scenario;
  if (firmware === undefined || !('request' in firmware)) return { loaded };
  const { image, command } = await locateBuild(firmware.request, options);
  if (command === undefined) return { loaded: withImage(loaded, image) };
  return { loaded: { ...loaded, scenario: { ...loaded.scenario, firmware: { image } } }, command };
}

function withImage(loaded: LoadedScenario, image: string): LoadedScenario {
  const ready = { ...loaded, scenario: { ...loaded.scenario, firmware: { image } } };
  checkFiles(ready);
  return ready;
}
