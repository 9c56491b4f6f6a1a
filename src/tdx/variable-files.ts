/** Reads EFI variables from the files in which people keep them, told apart by their content and, where that does not say, their name. */

import { X509Certificate } from 'node:crypto';
import { parsedJson } from '../words/json.ts';
import { MIB } from '../words/units.ts';
import { guidAt, hex, readGuid } from './format.ts';
import { isText } from './input-text.ts';
import { isFields } from './listed-events.ts';
import { DataError, u64Of } from './reader.ts';
import { SHIM_LOCK } from './shim-image.ts';
import { readSignatureLists, signatureList } from './signature-lists.ts';
import { GLOBAL, IMAGE_SECURITY, isVariableStore, type Variable } from './variable-store.ts';

/** Variables that the image does not have, or has otherwise. */
export interface GivenVariables {
  /** The variable store that stands in the place of the one in the image: a whole firmware volume. */
  readonly store?: Uint8Array;
  readonly variables: readonly Variable[];
}

/** A file, and what is known of it beside its bytes. */
export interface VariableFile {
  /** Its own name, without directories. */
  readonly file: string;
  /** The variable that it has, where its user says so. */
  readonly variable?: string | undefined;
  readonly bytes: Uint8Array;
  /** GUID of who has enrolled a certificate that stands alone in its file. */
  readonly owner?: string | undefined;
}

/** Variables that consist of EFI_SIGNATURE_LISTs, and their vendors. */
const KEY_LISTS: ReadonlyMap<string, string> = new Map([
  ['PK', GLOBAL],
  ['KEK', GLOBAL],
  ['db', IMAGE_SECURITY],
  ['dbx', IMAGE_SECURITY],
  ['dbt', IMAGE_SECURITY],
  ['MokList', SHIM_LOCK],
  ['MokListX', SHIM_LOCK],
]);
const BOOT_VARIABLE = /^Boot(?:Order|[0-9A-F]{4})$/;
/** A file of efivarfs is the name and the vendor, and begins with four bytes of attributes (Linux fs/efivarfs). */
const EFIVARFS = /^(.+)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const ATTRIBUTE_BYTES = 4;
/** Characters of the JSON of a store, whose data are hex: the largest store of edk2's platforms has less than 1 MiB. */
const MOST_JSON = 8 * MIB;

const HINT =
  'Give a variable store (OVMF_VARS.fd), JSON of virt-fw-vars, files of efivarfs, or PK, KEK, db, dbx, MokList, BootOrder or Boot#### as NAME=FILE.';

/**
 * @throws DataError code `bad-variables`, with what the file is not; `bad-section` for a store with more records than any firmware has
 */
export function readVariableFile({ file, variable, bytes, owner }: VariableFile): GivenVariables {
  if (variable !== undefined) return { variables: [namedVariable(variable, bytes, owner)] };
  if (isVolume(bytes)) return readStore(bytes);
  if (startsWith(bytes, 'QFI\xfb')) {
    throw bad('it is a qcow2 image', 'Make a raw file: qemu-img convert -O raw FILE VARS.fd.');
  }
  const [, name, guid] = EFIVARFS.exec(file) ?? [];
  if (name !== undefined && guid !== undefined) {
    if (bytes.length < ATTRIBUTE_BYTES) throw bad('it is no file of efivarfs: its attributes are missing');
    return { variables: [{ name, guid, data: bytes.subarray(ATTRIBUTE_BYTES) }] };
  }
  const text = isText(bytes) ? Buffer.from(bytes).toString('utf8').trim() : '';
  if (text.startsWith('{') || text.startsWith('[')) {
    if (text.length > MOST_JSON)
      throw bad(`its JSON has ${text.length} characters, at most ${MOST_JSON} are read`);
    return { variables: fromJson(text) };
  }
  return { variables: [namedVariable(file.replace(/\..*$/s, ''), bytes, owner)] };
}

/**
 * Puts the variables of several files together. Lists of keys with the same name stand one behind the other, as firmware appends them.
 * @throws DataError code `bad-variables` for two stores, or two files of another variable
 */
export function joinVariables(given: readonly GivenVariables[]): GivenVariables {
  const stores = given.flatMap(({ store }) => store ?? []);
  const [store] = stores;
  if (stores.length > 1) throw bad('two of the files are variable stores', 'Give one.');
  const joined = new Map<string, Variable>();
  for (const variable of given.flatMap(({ variables }) => variables)) {
    const key = `${variable.guid} ${variable.name}`;
    const before = joined.get(key);
    if (before === undefined) joined.set(key, variable);
    else if (!KEY_LISTS.has(variable.name)) {
      throw bad(`two of the files have the variable ${variable.name}`, 'Give one of them.');
    } else joined.set(key, { ...variable, data: Buffer.concat([before.data, variable.data]) });
  }
  return { variables: [...joined.values()], ...(store === undefined ? {} : { store }) };
}

/** Whether TDVF measures a variable of that name, or what it measures follows from it. */
export function isMeasuredVariable(name: string): boolean {
  return KEY_LISTS.has(name) || BOOT_VARIABLE.test(name);
}

function namedVariable(name: string, bytes: Uint8Array, owner: string | undefined): Variable {
  if (BOOT_VARIABLE.test(name)) return { name, guid: GLOBAL, data: bytes };
  const guid = KEY_LISTS.get(name);
  if (guid === undefined) throw bad(`it says no variable: ${JSON.stringify(name)} is none that is known`);
  return { name, guid, data: keysOf(bytes, name, owner) };
}

/** A list as it is, the list in a signed update, or a list for each certificate, as virt-fw-vars and cert-to-efi-sig-list make them. */
function keysOf(bytes: Uint8Array, name: string, owner: string | undefined): Uint8Array {
  const lists = signedContent(bytes) ?? bytes;
  if (readSignatureLists(lists).whole) return lists;
  const certificates = certificatesOf(bytes);
  if (certificates.length === 0) {
    throw bad(`${name} is neither a list of keys (.esl), nor a signed one (.auth), nor a certificate`);
  }
  if (owner === undefined) {
    const message = `${name} is a certificate: the GUID of its owner, which is measured, too, is not in it`;
    throw bad(message, 'Say who has enrolled it: --owner GUID.');
  }
  return Buffer.concat(certificates.map((der) => signatureList('x509', der, owner)));
}

/** EFI_TIME, then WIN_CERTIFICATE_UEFI_GUID, whose size counts itself (UEFI specification 2.10, 8.2.2). */
const TIME_BYTES = 16;
const EFI_GUID_CERTIFICATE = 0x0ef1;
const PKCS7 = '4aafd29d-68df-49ee-8aa9-347d375665a7';

/** What EFI_VARIABLE_AUTHENTICATION_2 signs; undefined for other bytes. The signature is not checked. */
function signedContent(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < TIME_BYTES + 24) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint32(TIME_BYTES, true);
  const kind = view.getUint16(TIME_BYTES + 6, true);
  if (kind !== EFI_GUID_CERTIFICATE || guidAt(bytes, TIME_BYTES + 8) !== PKCS7) return undefined;
  return TIME_BYTES + size <= bytes.length ? bytes.subarray(TIME_BYTES + size) : undefined;
}

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** As DER; none where a certificate cannot be read. */
function certificatesOf(bytes: Uint8Array): Uint8Array[] {
  const found = isText(bytes) ? (Buffer.from(bytes).toString('latin1').match(PEM) ?? []) : [bytes];
  try {
    return found.map((one) => new X509Certificate(one).raw);
  } catch {
    return [];
  }
}

const VOLUME_LENGTH_AT = 32;
const VOLUME_SIGNATURE_AT = 40;

function isVolume(bytes: Uint8Array): boolean {
  return startsWith(bytes.subarray(VOLUME_SIGNATURE_AT), '_FVH');
}

/** The first volume, so that a whole image can be given, too. */
function readStore(bytes: Uint8Array): GivenVariables {
  const length = u64Of(bytes.subarray(VOLUME_LENGTH_AT, VOLUME_SIGNATURE_AT));
  if (length > BigInt(bytes.length)) {
    throw bad(`its volume claims ${hex(length)} bytes of ${hex(bytes.length)}`);
  }
  const store = bytes.subarray(0, Number(length));
  if (!isVariableStore(store)) throw bad('its first volume has no store of authenticated variables');
  return { store, variables: [] };
}

/** virt-fw-vars --output-json, and QEMU's uefi-vars (jsonfile=…): `{"version": 2, "variables": [{"name", "guid", "attr", "data"}]}`. */
function fromJson(text: string): Variable[] {
  const value = parsedJson(text);
  if (value === undefined) throw bad('its JSON is damaged');
  const listed = isFields(value) ? value.variables : undefined;
  if (!Array.isArray(listed)) throw bad('its JSON has no list of variables');
  return listed.map((one: unknown, index) => {
    const { name, guid, data } = isFields(one) ? one : {};
    const vendor = typeof guid === 'string' ? readGuid(guid) : undefined;
    const sound = typeof name === 'string' && vendor !== undefined && typeof data === 'string';
    if (!sound || data.length % 2 === 1 || !/^[0-9a-f]*$/i.test(data)) {
      throw bad(`variable ${index} of its JSON lacks a name, a GUID or data in hex digits`);
    }
    return { name, guid: vendor, data: Buffer.from(data, 'hex') };
  });
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text;
}

function bad(problem: string, hint = HINT): DataError {
  return new DataError('bad-variables', `not a file of EFI variables: ${problem}`, { hint });
}
