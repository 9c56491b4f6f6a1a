/** Whether a firmware takes the store of variables that its image brings with it. */

import { hex } from './format.ts';
import { Reader, unlessDamaged } from './reader.ts';
import { AUTHENTICATED, STORE_SUBJECT } from './variable-store.ts';

/** EFI_SYSTEM_NV_DATA_FV_GUID. */
const VARIABLES = 'fff12b8d-7696-4c8b-a985-2747075b4f50';
/** `_FVH`, the attributes of the volume, and its revision. */
const VOLUME = { signature: 0x4856465f, attributes: 0x4feff, revision: 2 } as const;
/** VARIABLE_STORE_FORMATTED and VARIABLE_STORE_HEALTHY. */
const STORE = { bytes: 28, formatted: 0x5a, healthy: 0xfe } as const;
const VARIABLE = { bytes: 60, start: 0x55aa } as const;
/** A header alone, added, being replaced, deleted, deleted after a replacement. */
const STATES: readonly number[] = [0x7f, 0x3f, 0x3e, 0x3d, 0x3c];
/** The states that edk2 knows before ceb52713b0 of December 2022: a deleted variable has none of them. */
export const STATES_OF_2022: readonly number[] = [0x7f, 0x3f, 0xfe, 0xfd];
const ERASED = 0xff;

/**
 * What a firmware finds wrong with the store before the firmware copies the variables (edk2
 * OvmfPkg/Library/PlatformInitLib/Platform.c, PlatformValidateNvVarStore). A DEBUG build stops at such a store, a RELEASE build starts
 * without variables.
 * @param cfv the bytes of the CFV section
 * @param states those of a variable that the firmware knows
 * @returns the damage, for people; undefined for a sound store
 */
export function storeDamage(cfv: Uint8Array, states = STATES): string | undefined {
  return unlessDamaged(
    () => damageOf(cfv, states),
    ({ message }) => message,
  );
}

function damageOf(cfv: Uint8Array, states: readonly number[]): string | undefined {
  const volume = new Reader(cfv, STORE_SUBJECT);
  const zeros = volume.take(16, 'the header of the volume');
  const system = volume.guid('the kind of the volume');
  const length = volume.u64('the length of the volume');
  const signature = volume.u32('the signature of the volume');
  const attributes = volume.u32('the attributes of the volume');
  const headerBytes = volume.u16('the length of the header');
  volume.skip(5, 'the checksum');
  const revision = volume.u8('the revision of the volume');
  const isVolume = system === VARIABLES && signature === VOLUME.signature && revision === VOLUME.revision;
  if (!isVolume || attributes !== VOLUME.attributes || zeros.some((byte) => byte !== 0)) {
    return 'its volume is none of variables';
  }
  if (length !== BigInt(cfv.length)) {
    return `its volume claims ${length} bytes, and the image has ${cfv.length} for it`;
  }
  if (headerBytes % 2 === 1 || sum16(new Reader(cfv, STORE_SUBJECT), headerBytes) !== 0) {
    return 'the checksum of its volume is wrong';
  }
  const store = new Reader(cfv, STORE_SUBJECT, headerBytes);
  const format = store.guid('the format of the store');
  const bytes = store.u32('the size of the store');
  const isFormatted = store.u8('the state of the store') === STORE.formatted;
  const isHealthy = store.u8('the state of the store') === STORE.healthy;
  if (format !== AUTHENTICATED)
    return `it has the format ${format}, which is not that of authenticated variables`;
  if (!isFormatted || !isHealthy || bytes < STORE.bytes || bytes > cfv.length - headerBytes) {
    return 'its header is damaged';
  }
  store.skip(STORE.bytes - 22, 'the header of the store');
  return variableDamage(new Reader(store.take(bytes - STORE.bytes, 'the variables'), STORE_SUBJECT), states);
}

function variableDamage(variables: Reader, states: readonly number[]): string | undefined {
  while (variables.left > 0) {
    const { offset } = variables;
    const rest = variables.rest();
    if (
      rest.length < VARIABLE.bytes ||
      rest[0] !== (VARIABLE.start & 0xff) ||
      rest[1] !== VARIABLE.start >> 8
    ) {
      return isErased(rest) ? undefined : 'there is something else behind its last variable';
    }
    variables.skip(2, 'the start of a variable');
    const state = variables.u8('the state of a variable');
    if (!states.includes(state)) return `a variable has the state ${hex(state)}`;
    variables.skip(33, 'the attributes of a variable');
    const nameBytes = variables.u32('the size of a name');
    const dataBytes = variables.u32('the size of data');
    variables.skip(16 + nameBytes + dataBytes, 'a variable');
    const padding = variables.take(Math.min(variables.left, (offset - variables.offset) & 3), 'padding');
    if (!isErased(padding)) return 'there is something else between its variables';
  }
  return undefined;
}

function isErased(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === ERASED);
}

/** The sum of 16-bit words is 0 where the checksum is right. */
function sum16(reader: Reader, bytes: number): number {
  let sum = 0;
  while (reader.offset < bytes) sum = (sum + reader.u16('the header of the volume')) & 0xffff;
  return sum;
}
