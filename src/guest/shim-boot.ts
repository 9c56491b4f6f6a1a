/** What shim on an EFI System Partition starts (rhboot/shim, shim.c and fallback.c), where no EFI variable tells otherwise. */

import { readGrubImage } from '../tdx/grub-image.ts';
import type { ShimBoot } from '../tdx/predict-shim.ts';
import type { Unpredictable } from '../tdx/prediction.ts';
import type { FatVolume } from './fat.ts';
import type { GrubStart } from './grub-config.ts';
import { MOST_PROGRAM_BYTES } from './loader-entries.ts';

/** Where the firmware finds shim. */
const REMOVABLE = 'EFI/BOOT';
/** The most bytes of a list of programs. */
const MOST_LIST_BYTES = 64 * 1024;

type EntryOf = (start: GrubStart) => ShimBoot['entry'];

/**
 * What the shim in EFI/BOOT starts.
 * @param device of the partition, for GRUB
 * @param entryOf follows GRUB's configuration
 */
export function readShimBoot(volume: FatVolume, device: string, entryOf: EntryOf): ShimBoot | Unpredictable {
  const options = otherOptions(volume, REMOVABLE);
  if (options !== undefined) return options;
  const fallback = contentOf(volume, `${REMOVABLE}/fbx64.efi`);
  const second = (directory: string) => secondStage(volume, directory, device, entryOf);
  if (fallback === undefined) return second(REMOVABLE);
  const installed = installedSystem(volume);
  if ('reason' in installed) return installed;
  const { directory, name } = installed;
  const shim = contentOf(volume, `${directory}/${name}`);
  if (shim === undefined) return { reason: `${directory} has no ${name}, which its BOOTX64.CSV names` };
  const next = otherOptions(volume, directory) ?? second(directory);
  return 'reason' in next ? next : { ...next, fallback: { program: fallback, shim } };
}

/** What is beside shim and makes it start or trust something else. */
function otherOptions(volume: FatVolume, directory: string): Unpredictable | undefined {
  const file = volume
    .list(directory)
    .find(({ name }) => /^(options\.csv|shim_certificate.*|revocations.*\.efi)$/i.test(name));
  if (file === undefined) return undefined;
  return { reason: `what shim does with ${directory}/${file.name} is not known` };
}

function secondStage(
  volume: FatVolume,
  directory: string,
  device: string,
  entryOf: EntryOf,
): ShimBoot | Unpredictable {
  const grub = contentOf(volume, `${directory}/grubx64.efi`);
  if (grub === undefined) return { reason: `there is no grubx64.efi beside the shim in ${directory}` };
  const image = readGrubImage(grub);
  const entry =
    image === undefined || image.hasConfig
      ? { reason: 'GRUB brings commands with it, which are not followed' }
      : entryOf({
          device,
          prefix: image.prefix,
          redHat: image.starts === 'handover' ? `/${directory}` : undefined,
        });
  return { grub, entry };
}

/** The program of the only line in a BOOTX64.CSV: fbx64.efi starts the first one that has no boot option yet. */
function installedSystem(volume: FatVolume): { directory: string; name: string } | Unpredictable {
  const systems = volume.list('EFI').filter(({ name, directory }) => directory && !/^boot$/i.test(name));
  const lines = systems.flatMap(({ name: system }) => {
    const directory = `EFI/${system}`;
    const file = volume.find(`${directory}/BOOTX64.CSV`) ?? volume.find(`${directory}/BOOT.CSV`);
    if (file === undefined) return [];
    const text = volume
      .readWhole(file, MOST_LIST_BYTES)
      .toString('utf16le')
      .replace(/^\ufeff/, '');
    const [whole = ''] = text.split('\0', 1);
    return whole.split(/[\r\n]+/).flatMap((line) => (line === '' ? [] : [{ directory, line }]));
  });
  const [only, other] = lines;
  if (only === undefined) return { reason: 'fbx64.efi finds no BOOTX64.CSV that names a program' };
  if (other !== undefined) return { reason: `fbx64.efi finds ${lines.length} programs in files BOOTX64.CSV` };
  const [name = '', label = '', options = ''] = only.line.split(',');
  if (name === '' || label === '' || options !== '' || /[/\\]/.test(name)) {
    return { reason: `the line of BOOTX64.CSV in ${only.directory} is not a name and a label alone` };
  }
  return { directory: only.directory, name };
}

function contentOf(volume: FatVolume, path: string): Buffer | undefined {
  const file = volume.find(path);
  return file === undefined ? undefined : volume.readWhole(file, MOST_PROGRAM_BYTES);
}
