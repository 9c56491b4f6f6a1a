/** What is read of a TDVF image once, for the predictions of every edk2: its variables, and the drivers that measure. */

import { readVolumes, type VolumeFile } from './firmware-volume.ts';
import { hex } from './format.ts';
import { cfvOf, type TdvfMetadata } from './metadata.ts';
import type { Unpredictable } from './prediction.ts';
import { DataError } from './reader.ts';
import { type Sha384, sha384 } from './registers.ts';
import { SHIM_LOCK } from './shim-image.ts';
import type { GivenVariables } from './variable-files.ts';
import {
  GLOBAL,
  type SecureVariables,
  secureVariables,
  storedVariables,
  type Variable,
} from './variable-store.ts';

export interface TdvfImage extends SecureVariables {
  /** SHA-384 of the CFV. */
  readonly cfv: Sha384 | Unpredictable;
  /** shim's variables that are set when the firmware starts, such as keys of the machine's owner. */
  readonly shimVariables: readonly Variable[];
  /** Whether the image brings boot options with it, of which the firmware keeps some. */
  readonly hasBootOptions: boolean;
  /** BootOrder and Boot#### as they are when the firmware measures them; empty where they are not given. */
  readonly bootOptions: readonly Variable[];
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

const NOTHING: GivenVariables = { variables: [] };
const BOOT_OPTION = /^Boot(?:Order|Next|[0-9A-F]{4})$/;

/**
 * @param given variables of files beside the image
 * @throws DataError code `bad-section` for variables or volumes out of all measure, `bad-variables` for a store that does not fit
 */
export function readTdvfImage(
  image: Uint8Array,
  metadata: TdvfMetadata,
  given: GivenVariables = NOTHING,
): TdvfImage {
  const own = cfvOf(image, metadata) ?? new Uint8Array();
  const { store = own, variables } = given;
  if (store.length !== own.length) {
    const message = `the variable store has ${hex(store.length)} bytes, and the CFV of the image ${hex(own.length)}`;
    throw new DataError('bad-variables', message, 0, {
      hint: 'Give the store that was built with the image, such as OVMF_VARS_4M.fd for one of 4 MiB.',
    });
  }
  const stored = storedVariables(store);
  const kept = variables.filter((one) => !isBootOption(one));
  const set = [...stored.filter((one) => !kept.some((other) => isSame(one, other))), ...kept];
  const drivers = driversOf(readVolumes(image).files);
  return {
    cfv: kept.every((one) => hasVariable(stored, one)) ? sha384(store) : ELSEWHERE,
    ...secureVariables(set, drivers?.secureBoot),
    shimVariables: set.filter(({ guid }) => guid === SHIM_LOCK),
    hasBootOptions: stored.some(isBootOption),
    bootOptions: variables.filter(isBootOption),
    ...(drivers === undefined ? {} : { drivers }),
  };
}

const ELSEWHERE: Unpredictable = {
  reason:
    'the variables that are given are not those in the image: give the store that has them, or the image (virt-fw-vars --output)',
};

function isBootOption({ guid, name }: Variable): boolean {
  return guid === GLOBAL && BOOT_OPTION.test(name);
}

function isSame(one: Variable, other: Variable): boolean {
  return one.name === other.name && one.guid === other.guid;
}

/** A variable without data is one that is not set. */
function hasVariable(stored: readonly Variable[], one: Variable): boolean {
  const found = stored.find((other) => isSame(one, other))?.data ?? new Uint8Array();
  return Buffer.from(found).equals(one.data);
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
