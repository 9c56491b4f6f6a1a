/** Reads a store of EFI variables, such as the CFV of an image, and says which of its variables TDVF measures. */

import { utf16 } from './event-reading.ts';
import { guidBytes } from './format.ts';
import { DataError, Reader, type Subject, unlessDamaged } from './reader.ts';

interface VariableName {
  /** The vendor. */
  readonly guid: string;
  readonly name: string;
}

/** A variable as TDVF measures it, set or not. */
export interface Variable extends VariableName {
  /** Empty: it is not set. */
  readonly data: Uint8Array;
}

/** Vendors of variables: EFI_GLOBAL_VARIABLE, EFI_IMAGE_SECURITY_DATABASE_GUID, edk2's gEfiSecureBootEnableDisableGuid. */
export const GLOBAL = '8be4df61-93ca-11d2-aa0d-00e098032b8c';
export const IMAGE_SECURITY = 'd719b2cb-3d3a-4596-a3bc-dad00e67656f';
const SECURE_BOOT_ENABLE = 'f0a30bc7-af08-4556-99c4-001009c93a44';
export const PLATFORM_KEY = { guid: GLOBAL, name: 'PK' } as const;
/** In the order in which TdTcg2Dxe.c MeasureAllSecureVariables reads them. */
const MEASURED = [
  { guid: GLOBAL, name: 'SecureBoot' },
  PLATFORM_KEY,
  { guid: GLOBAL, name: 'KEK' },
  { guid: IMAGE_SECURITY, name: 'db' },
  { guid: IMAGE_SECURITY, name: 'dbx' },
] as const;
/** Measured behind the others, and only where it is set. */
const MEASURED_IF_SET = { guid: IMAGE_SECURITY, name: 'dbt' } as const;

/** Bytes of the longest name that is read, with its NUL. */
const LONGEST_NAME = 256;

/** gEfiAuthenticatedVariableGuid. */
export const AUTHENTICATED = 'aaf32c78-947b-439a-a180-2e144ec37792';
export const STORE_SUBJECT: Subject = { what: 'the variable store', hint: 'Give a whole firmware image.' };
const HEADER_LENGTH_AT = 48;
const STORE_HEADER_BYTES = 28;
const START = 0x55aa;
/** VAR_ADDED, and a variable that is being replaced: it counts until the new one is added. Deleted ones have fewer bits. */
const ADDED = 0x3f;
const BEING_REPLACED = 0x3e;

/** What the firmware sets the variable SecureBoot to when it starts; off: it has no platform key, or SecureBootEnable is 0. */
export type SecureBoot = 'not-built-in' | 'off' | 'on';
const SECURE_BOOT: Readonly<Record<SecureBoot, Uint8Array>> = {
  'not-built-in': new Uint8Array(),
  off: Uint8Array.of(0),
  on: Uint8Array.of(1),
};

export interface SecureVariables {
  readonly secureBoot: SecureBoot;
  /** The variables that TDVF measures before its first separator, in this order. */
  readonly measured: readonly Variable[];
}

/**
 * What TDVF measures of its variables. SecureBoot is what the firmware makes of the others (edk2
 * SecurityPkg/Library/AuthVariableLib, AuthVariableLibInitialize).
 * @param stored the variables that are set when the firmware starts
 * @param builtIn whether the image was built with Secure Boot; without it, keys are measured and SecureBoot is not set
 */
export function secureVariables(stored: readonly Variable[], builtIn: boolean): SecureVariables {
  const hasKey = isSet(stored, PLATFORM_KEY);
  const [enabled = 1] = dataOf(stored, { guid: SECURE_BOOT_ENABLE, name: 'SecureBootEnable' });
  const secureBoot = !builtIn ? 'not-built-in' : hasKey && enabled === 1 ? 'on' : 'off';
  const measured = [...MEASURED, ...(isSet(stored, MEASURED_IF_SET) ? [MEASURED_IF_SET] : [])].map(
    (one): Variable => ({
      ...one,
      data: one.name === 'SecureBoot' ? SECURE_BOOT[secureBoot] : dataOf(stored, one),
    }),
  );
  return { secureBoot, measured };
}

/** The content of the first variable with this name and vendor; no bytes where the store has no such variable. */
export function dataOf(variables: readonly Variable[], wanted: VariableName): Uint8Array {
  return variables.find((one) => isSame(one, wanted))?.data ?? new Uint8Array();
}

export function isSet(variables: readonly Variable[], wanted: VariableName): boolean {
  return dataOf(variables, wanted).length > 0;
}

export function isSame(one: VariableName, other: VariableName): boolean {
  return one.name === other.name && one.guid === other.guid;
}

/** The variable that EV_EFI_VARIABLE_AUTHORITY names: db, with the one entry that let a program start. */
export function authorityVariable(data: Uint8Array): Variable {
  return { guid: IMAGE_SECURITY, name: 'db', data };
}

/** UEFI_VARIABLE_DATA: what is hashed of a variable. */
export function variableData({ guid, name, data }: Variable): Uint8Array {
  const lengths = new DataView(new ArrayBuffer(16));
  lengths.setBigUint64(0, BigInt(name.length), true);
  lengths.setBigUint64(8, BigInt(data.length), true);
  return Buffer.concat([guidBytes(guid), new Uint8Array(lengths.buffer), Buffer.from(name, 'utf16le'), data]);
}

/** More than the store of any firmware has room for. */
const MOST_RECORDS = 10_000;

/**
 * The variables of a store up to the first malformed record, where a firmware stops reading a damaged store, too. Names that are
 * longer than any that firmware uses are not looked at.
 * @param cfv a firmware volume with a store, such as the bytes of the CFV section (edk2
 *   MdeModulePkg/Include/Guid/VariableFormat.h)
 * @throws DataError code `bad-section` for a store with more records than any firmware has
 */
export function storedVariables(cfv: Uint8Array): Variable[] {
  const variables: Variable[] = [];
  const replaced: Variable[] = [];
  let records = 0;
  try {
    const reader = storeReader(cfv);
    while (reader.left >= 2 && reader.u16('the start of a variable') === START && records <= MOST_RECORDS) {
      records++;
      const state = reader.u8('its state');
      reader.skip(33, 'its attributes and time');
      const nameBytes = reader.u32('the size of its name');
      const dataBytes = reader.u32('the size of its data');
      const guid = reader.guid('its GUID');
      const encoded = reader.take(nameBytes, 'its name');
      const data = reader.take(dataBytes, 'its data');
      if ((state === ADDED || state === BEING_REPLACED) && nameBytes <= LONGEST_NAME) {
        (state === ADDED ? variables : replaced).push({ guid, name: utf16(encoded), data });
      }
      reader.skip(Math.min(reader.left, -(nameBytes + dataBytes) & 3), 'padding');
    }
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
  }
  if (records <= MOST_RECORDS) {
    return [...variables, ...replaced.filter((one) => !variables.some((other) => isSame(one, other)))];
  }
  const message = `the variable store has more than ${MOST_RECORDS} variables`;
  throw new DataError('bad-section', message, STORE_SUBJECT);
}

/** Whether the bytes are a firmware volume with a store of authenticated variables, the one kind that TDVF has. */
export function isVariableStore(volume: Uint8Array): boolean {
  return unlessDamaged(
    () => storeReader(volume) !== undefined,
    () => false,
  );
}

/** At the first variable. @throws DataError code `truncated` where it is no store of authenticated variables */
function storeReader(cfv: Uint8Array): Reader {
  const at = new Reader(cfv, STORE_SUBJECT, HEADER_LENGTH_AT).u16('the length of the header of the volume');
  const reader = new Reader(cfv, STORE_SUBJECT, at);
  const format = reader.guid('the format of the store');
  reader.skip(STORE_HEADER_BYTES - 16, 'the header of the store');
  if (format !== AUTHENTICATED)
    throw new DataError('truncated', `the store has format ${format}`, STORE_SUBJECT);
  return reader;
}
