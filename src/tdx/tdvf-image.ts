/** What is read of a TDVF image once, for the predictions of every edk2: its variables, and the drivers that measure. */

import type { StoreUse } from './event-profiles.ts';
import { readVolumes, type Volumes } from './firmware-volume.ts';
import { hex } from './format.ts';
import { cfvOf, type TdvfMetadata } from './metadata.ts';
import type { Unpredictable } from './prediction.ts';
import { DataError } from './reader.ts';
import { type Sha384, sha384 } from './registers.ts';
import { SHIM_LOCK } from './shim-image.ts';
import { STATES_OF_2022, storeDamage } from './store-check.ts';
import type { GivenVariables } from './variable-files.ts';
import {
  dataOf,
  GLOBAL,
  isSame,
  type SecureVariables,
  secureVariables,
  storedVariables,
  type Variable,
} from './variable-store.ts';

export interface TdvfImage {
  /** SHA-384 of the CFV. */
  readonly cfv: Sha384 | Unpredictable;
  /** What the firmware starts with, by how its edk2 uses the store in the image. */
  readonly start: Readonly<Record<StoreUse, FirmwareVariables | Unpredictable>>;
  /** BootOrder and Boot#### as they are when the firmware measures them; empty where they are not given. */
  readonly bootOptions: readonly Variable[];
  /** Absent: the volumes of the image could not be read. */
  readonly drivers?: Drivers;
}

/** The variables that a firmware starts with. */
export interface FirmwareVariables extends SecureVariables {
  /** shim's variables, such as keys of the machine's owner. */
  readonly shimVariables: readonly Variable[];
  /** Whether there are boot options, of which the firmware keeps some. */
  readonly hasBootOptions: boolean;
}

/** Drivers in the image, each of which makes events of its own. */
export interface Drivers {
  /** TdTcg2Dxe, which measures into the RTMRs at all. */
  readonly measures: boolean;
  /** SecureBootConfigDxe: the image was built with Secure Boot (SECURE_BOOT_ENABLE). */
  readonly secureBoot: boolean;
  /** SmbiosMeasurementDxe, from edk2-stable202505 on. */
  readonly smbios: boolean;
  /** BootManagerMenuApp, in the volume of BdsDxe. */
  readonly bootManagerMenu: boolean;
  /** UiApp, in the volume of BdsDxe. */
  readonly firmwareSetup: boolean;
  /** Whether BdsDxe is of a DEBUG build, which stops where an assertion fails. */
  readonly asserts: boolean;
}

/** Their names in the volumes. */
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
    throw new DataError('bad-variables', message, {
      hint: 'Give the store that was built with the image, such as OVMF_VARS_4M.fd for one of 4 MiB.',
    });
  }
  const stored = storedVariables(store);
  const kept = variables.filter((one) => !isBootOption(one));
  const set = [...stored.filter((one) => !kept.some((other) => isSame(one, other))), ...kept];
  const drivers = driversOf(readVolumes(image));
  return {
    cfv: kept.every((one) => Buffer.compare(dataOf(stored, one), one.data) === 0) ? sha384(store) : ELSEWHERE,
    start: startsOf(set, store, drivers?.secureBoot),
    bootOptions: variables.filter(isBootOption),
    ...(drivers === undefined ? {} : { drivers }),
  };
}

/**
 * @param set the variables of the store, and those that are given
 * @param secureBoot whether the image was built with Secure Boot; absent: not known
 */
function startsOf(
  set: readonly Variable[],
  store: Uint8Array,
  secureBoot: boolean | undefined,
): TdvfImage['start'] {
  if (secureBoot === undefined) {
    return { 'with-secure-boot': UNREADABLE, undeleted: UNREADABLE, always: UNREADABLE, never: UNREADABLE };
  }
  const startWith = (variables: readonly Variable[]): FirmwareVariables => ({
    ...secureVariables(variables, secureBoot),
    shimVariables: variables.filter(({ guid }) => guid === SHIM_LOCK),
    hasBootOptions: variables.some(isBootOption),
  });
  const none = startWith([]);
  const found = startWith(set);
  const unless = (damage: string | undefined) => (damage === undefined ? found : damaged(damage));
  const stored = unless(storeDamage(store));
  return {
    'with-secure-boot': secureBoot ? stored : none,
    undeleted: secureBoot ? unless(storeDamage(store, STATES_OF_2022)) : none,
    always: stored,
    never: none,
  };
}

const UNREADABLE: Unpredictable = {
  reason: 'the volumes of the image cannot be read, so whether it was built with Secure Boot is not known',
};

function damaged(what: string): Unpredictable {
  return {
    reason: `the variable store in the image is damaged (${what}): a DEBUG build stops there, a RELEASE build starts without variables`,
  };
}

const ELSEWHERE: Unpredictable = {
  reason:
    'the variables that are given are not those in the image: give the store that has them, or the image (virt-fw-vars --output)',
};

function isBootOption({ guid, name }: Variable): boolean {
  return guid === GLOBAL && BOOT_OPTION.test(name);
}

/** Undefined where a part of the volumes cannot be read: a driver may be in that part. */
function driversOf({ files, problems }: Volumes): Drivers | undefined {
  const names = new Set(files.map(({ name }) => name));
  if (!names.has(CORE) || problems.length > 0) return undefined;
  const bootManager = files.find(({ name }) => name === BOOT_MANAGER);
  const beside = new Set(
    files.filter(({ volume }) => volume === bootManager?.volume).map(({ name }) => name),
  );
  return {
    measures: names.has(MEASURES),
    secureBoot: names.has(SECURE_BOOT),
    smbios: names.has(SMBIOS),
    bootManagerMenu: beside.has(BOOT_MANAGER_MENU),
    firmwareSetup: beside.has(FIRMWARE_SETUP),
    asserts: bootManager?.marks.includes('asserts') ?? false,
  };
}
