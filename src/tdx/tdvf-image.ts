/** What is read of a TDVF image once, for the predictions of every edk2: its variables, and the drivers that measure. */

import { readVolumes, type VolumeFile } from './firmware-volume.ts';
import type { TdvfMetadata } from './metadata.ts';
import { type Sha384, sha384 } from './registers.ts';
import { SHIM_LOCK } from './shim-image.ts';
import { type SecureVariables, secureVariables, storedVariables } from './variable-store.ts';

export interface TdvfImage extends SecureVariables {
  /** SHA-384 of the CFV. */
  readonly cfv: Sha384;
  /** Names of shim's variables that the image brings with it, such as keys of the machine's owner. */
  readonly shimVariables: readonly string[];
  /** Absent: the volumes of the image could not be read. */
  readonly drivers?: Drivers;
}

/** Drivers in the image, each of which makes events of its own. */
export interface Drivers {
  /** TdTcg2Dxe, which measures into the RTMRs at all. */
  readonly measures: boolean;
  /** SmbiosMeasurementDxe, from edk2-stable202505 on. */
  readonly smbios: boolean;
  /** BootManagerMenuApp, in the volume of BdsDxe. */
  readonly bootManagerMenu: boolean;
  /** UiApp, in the volume of BdsDxe. */
  readonly firmwareSetup: boolean;
}

/** Their names in the volumes, and the driver of Secure Boot's menu, which every image with Secure Boot has. */
const MEASURES = 'TdTcg2Dxe';
const SMBIOS = 'SmbiosMeasurementDxe';
const SECURE_BOOT = 'SecureBootConfigDxe';
const BOOT_MANAGER = 'BdsDxe';
const BOOT_MANAGER_MENU = 'BootManagerMenuApp';
const FIRMWARE_SETUP = 'UiApp';
/** Every image that boots anything has it. */
const CORE = 'DxeCore';

/** @throws DataError code `bad-section` for variables or volumes out of all measure */
export function readTdvfImage(image: Uint8Array, { sections }: TdvfMetadata): TdvfImage {
  const cfv = sections.find(({ name }) => name === 'CFV');
  const data =
    cfv === undefined ? new Uint8Array() : image.subarray(cfv.dataOffset, cfv.dataOffset + cfv.rawSize);
  const drivers = driversOf(readVolumes(image).files);
  return {
    cfv: sha384(data),
    ...secureVariables(data, drivers?.secureBoot),
    shimVariables: storedVariables(data).flatMap(({ guid, name }) => (guid === SHIM_LOCK ? [name] : [])),
    ...(drivers === undefined ? {} : { drivers }),
  };
}

function driversOf(files: readonly VolumeFile[]): (Drivers & { readonly secureBoot: boolean }) | undefined {
  const names = new Set(files.map(({ name }) => name));
  if (!names.has(CORE)) return undefined;
  const volume = files.find(({ name }) => name === BOOT_MANAGER)?.volume;
  const beside = new Set(files.filter((file) => file.volume === volume).map(({ name }) => name));
  return {
    measures: names.has(MEASURES),
    smbios: names.has(SMBIOS),
    secureBoot: names.has(SECURE_BOOT),
    bootManagerMenu: beside.has(BOOT_MANAGER_MENU),
    firmwareSetup: beside.has(FIRMWARE_SETUP),
  };
}
