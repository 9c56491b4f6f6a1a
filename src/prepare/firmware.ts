/** The firmware of a scenario as files: the files that the scenario names, or an image that is built. */

import { requireFirmware } from '../guest/files.ts';
import type { LoadedBoot } from '../scenario/load.ts';
import type { FirmwareFiles } from '../scenario/scenario.ts';
import type { Builds, Located } from './ports.ts';

/**
 * Builds the firmware of a scenario or takes it from a cache, and checks the image as if the user had named it.
 * @returns undefined where the VMM's own firmware boots the guest
 * @throws HostError of the build; ScenarioError when the image is not for this platform
 */
export async function provideFirmware(
  { scenario, where }: LoadedBoot,
  builds: Builds,
): Promise<FirmwareFiles | undefined> {
  const { firmware } = scenario;
  if (firmware === undefined || !('request' in firmware)) return firmware;
  const { image } = (await builds.provide(firmware.request)).entry;
  requireFirmware(image, { scenario, where });
  return { image };
}

/**
 * The same without a build: the path where the image is or will be.
 * @returns the files, and the command that builds the image if it is missing
 */
export async function locateFirmware(
  { scenario, where }: LoadedBoot,
  builds: Located,
): Promise<{ readonly files?: FirmwareFiles; readonly command?: string }> {
  const { firmware } = scenario;
  if (firmware === undefined) return {};
  if (!('request' in firmware)) return { files: firmware };
  const { image, command } = await builds.locate(firmware.request);
  if (command !== undefined) return { files: { image }, command };
  requireFirmware(image, { scenario, where });
  return { files: { image } };
}
