/** What is read of a TDVF image once, for the predictions of every edk2: its variables, and the drivers that measure. */

import { readVolumes } from './firmware-volume.ts';
import type { TdvfMetadata } from './metadata.ts';
import { type Sha384, sha384 } from './registers.ts';
import { type SecureVariables, secureVariables } from './variable-store.ts';

export interface TdvfImage extends SecureVariables {
  /** SHA-384 of the CFV. */
  readonly cfv: Sha384;
  /** Absent: the volumes of the image could not be read. */
  readonly drivers?: Drivers;
}

/** Drivers in the image, each of which makes events of its own. */
export interface Drivers {
  /** TdTcg2Dxe, which measures into the RTMRs at all. */
  readonly measures: boolean;
  /** SmbiosMeasurementDxe, from edk2-stable202505 on. */
  readonly smbios: boolean;
}

/** Their names in the volumes, and the driver of Secure Boot's menu, which every image with Secure Boot has. */
const MEASURES = 'TdTcg2Dxe';
const SMBIOS = 'SmbiosMeasurementDxe';
const SECURE_BOOT = 'SecureBootConfigDxe';
/** Every image that boots anything has it. */
const CORE = 'DxeCore';

/** @throws DataError code `bad-section` for variables or volumes out of all measure */
export function readTdvfImage(image: Uint8Array, { sections }: TdvfMetadata): TdvfImage {
  const cfv = sections.find(({ name }) => name === 'CFV');
  const data =
    cfv === undefined ? new Uint8Array() : image.subarray(cfv.dataOffset, cfv.dataOffset + cfv.rawSize);
  const names = new Set(readVolumes(image).files.map(({ name }) => name));
  const known = names.has(CORE);
  return {
    cfv: sha384(data),
    ...secureVariables(data, known ? names.has(SECURE_BOOT) : undefined),
    ...(known ? { drivers: { measures: names.has(MEASURES), smbios: names.has(SMBIOS) } } : {}),
  };
}
