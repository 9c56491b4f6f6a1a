/** The firmware of a scenario as files: the files that the scenario names, or an image that is built. */

import type { Entry } from '../build/store/store.ts';
import { requireFirmware } from '../guest/files.ts';
import type { LoadedBoot } from '../scenario/load.ts';
import type { FirmwareFiles } from '../scenario/scenario.ts';
import type { Builds, Located } from './ports.ts';

/**
 * Builds the firmware of a scenario or takes it from a cache, and checks the image as if the user had named it.
 * @returns no files where the VMM's own firmware boots the guest, and the entry of the store of what was built
 * @throws HostError of the build; ScenarioError when the image is not for this platform
 */
export async function provideFirmware(
  loaded: LoadedBoot,
  builds: Builds,
): Promise<{ readonly files?: FirmwareFiles; readonly built?: Entry }> {
  const { firmware } = loaded.scenario;
  if (firmware === undefined) return {};
  if (!('request' in firmware)) return { files: firmware };
  const { entry: built } = await builds.provide(firmware.request);
  const { image } = built;
  requireFirmware(image, loaded);
  return { files: { image }, built };
}

/**
 * The same without a build: the path where the image is or will be.
 * @returns the files, and the command that builds the image if it is missing
 */
export async function locateFirmware(
  loaded: LoadedBoot,
  builds: Located,
): Promise<{ readonly files?: FirmwareFiles; readonly command?: string }> {
  const { firmware } = loaded.scenario;
  if (firmware === undefined) return {};
  if (!('request' in firmware)) return { files: firmware };
  const { image, command } = await builds.locate(firmware.request);
  if (command !== undefined) return { files: { image }, command };
  requireFirmware(image, loaded);
  return { files: { image } };
}
