/** Says in words what an event of the log is, and whether its digest is that of its data. */

import type { LogEvent } from './event-log.ts';
import { EVENT } from './event-types.ts';
import { guidAt, hex } from './format.ts';
import { DataError, Reader, type Subject } from './reader.ts';
import { type Sha384, sha384 } from './registers.ts';

/**
 * `matches`: what was hashed is in the log and has this digest. `differs`: one of the two was changed. `not-in-log`: the
 * log names what was hashed and does not hold it.
 */
export type DigestCheck = 'matches' | 'differs' | 'not-in-log';

interface Described {
  /** One line; text of a guest, not yet safe for a terminal. */
  readonly text: string;
  /** What may have been hashed. */
  readonly hashed: readonly Uint8Array[];
}

/** The event's data in one line. Text of a guest: it needs report/safe.ts on its way to a reader. */
export function describeEvent(event: LogEvent): string {
  return described(event).text;
}

export function checkDigest(event: LogEvent): DigestCheck {
  if (event.digest === undefined) return 'not-in-log';
  const digests = digestsOfData(event);
  if (digests.length === 0) return 'not-in-log';
  return digests.includes(event.digest) ? 'matches' : 'differs';
}

/** The digests that the event may have by its own data; none where the log does not hold what was hashed. */
export function digestsOfData(event: LogEvent): Sha384[] {
  return described(event).hashed.map((bytes) => sha384(bytes));
}

const SUBJECT: Subject = { what: 'the event', hint: '' };
/** The most characters that are shown of one event. */
const MOST_CHARACTERS = 200;

/** An event whose data does not have the form of its type is shown as it is. */
function described(event: LogEvent): Described {
  const read = READERS[event.type];
  try {
    return read?.(event.data) ?? { text: `${event.data.length} bytes`, hashed: [] };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { text: `${event.data.length} bytes, not as its type asks for`, hashed: [] };
  }
}

type EventReader = (data: Uint8Array) => Described;

const READERS: Readonly<Record<number, EventReader>> = {
  [EVENT.separator]: (data) => ({ text: separator(data), hashed: [data] }),
  [EVENT.efiAction]: (data) => ({ text: ascii(data), hashed: [data] }),
  [EVENT.gptEvent]: (data) => ({ text: `partition table, ${data.length} bytes`, hashed: [data] }),
  [EVENT.variableDriverConfig]: (data) => ({ text: variable(data).text, hashed: [data] }),
  [EVENT.variableAuthority]: (data) => ({ text: variable(data).text, hashed: [data] }),
  // edk2 hashes the content alone; the specification asks for the whole since EV_EFI_VARIABLE_BOOT2.
  [EVENT.variableBoot]: bootVariable,
  [EVENT.variableBoot2]: bootVariable,
  [EVENT.platformConfigFlags]: tdShimRecord,
  [EVENT.platformFirmwareBlob2]: blob,
  [EVENT.handoffTables2]: (data) => ({ text: handoffTables(data), hashed: [] }),
  [EVENT.bootServicesApplication]: application,
  [EVENT.eventTag]: tag,
  // GRUB writes ASCII, systemd-stub UTF-16.
  [EVENT.ipl]: (data) => ({ text: data[1] === 0 ? utf16(data) : ascii(data), hashed: [] }),
};

function separator(data: Uint8Array): string {
  return data.every((byte) => byte === 0)
    ? 'the firmware hands over'
    : 'the firmware failed before it handed over';
}

/** UEFI_VARIABLE_DATA. */
function variable(data: Uint8Array): { readonly text: string; readonly content: Uint8Array } {
  const reader = new Reader(data, SUBJECT);
  reader.skip(16, 'the GUID');
  const characters = reader.u64('the length of the name');
  const size = reader.u64('the size of the content');
  const name = utf16(reader.take(within(characters * 2n, reader), 'the name'));
  const content = reader.take(within(size, reader), 'the content');
  return { text: `${name}${size === 0n ? ': not set' : `, ${size} bytes`}`, content };
}

function bootVariable(data: Uint8Array): Described {
  const { text, content } = variable(data);
  return { text, hashed: [content, data] };
}

/** td-shim: a name of 16 bytes, a length, and what was hashed (td-shim/src/event_log.rs). edk2 has a name alone. */
function tdShimRecord(data: Uint8Array): Described {
  if (data.length < 20) return { text: ascii(data), hashed: [] };
  const reader = new Reader(data, SUBJECT);
  const name = ascii(reader.take(16, 'the name'));
  const content = reader.take(reader.u32('the length'), 'the content');
  return { text: `${name}, ${content.length} bytes`, hashed: [content] };
}

/** UEFI_PLATFORM_FIRMWARE_BLOB2: a name, then where the blob lay in memory. */
function blob(data: Uint8Array): Described {
  const reader = new Reader(data, SUBJECT);
  const name = ascii(reader.take(reader.u8('the length of the name'), 'the name'));
  const base = reader.u64('the address');
  const size = reader.u64('the size');
  return { text: `${name} at ${hex(base)}, ${hex(size)} bytes`, hashed: [] };
}

/** EFI_IMAGE_LOAD_EVENT: the digest is the Authenticode hash of the image, which the log does not hold. */
function application(data: Uint8Array): Described {
  const reader = new Reader(data, SUBJECT);
  reader.skip(8, 'the address');
  const size = reader.u64('the size');
  reader.skip(8, 'the link-time address');
  const path = reader.take(within(reader.u64('the length of the path'), reader), 'the path');
  const file = filesOf(path).join('');
  return { text: `${file === '' ? 'an EFI program' : file}, ${size} bytes`, hashed: [] };
}

/** TCG_PCClientTaggedEvent; Linux hashes what the tag names, and writes its name. */
function tag(data: Uint8Array): Described {
  const reader = new Reader(data, SUBJECT);
  const id = reader.u32('the tag');
  return { text: `${ascii(reader.take(reader.u32('the size'), 'the name'))} (tag ${hex(id)})`, hashed: [] };
}

/** UEFI_HANDOFF_TABLE_POINTERS2: a name, then the GUIDs and addresses of tables; the content is not in the log. */
function handoffTables(data: Uint8Array): string {
  const reader = new Reader(data, SUBJECT);
  const name = ascii(reader.take(reader.u8('the length of the name'), 'the name'));
  const count = reader.u64('the number of tables');
  return count === 1n && reader.left >= 16 ? `${name} ${guidAt(data, reader.offset)}` : name;
}

/** The names in the file nodes (type 4, subtype 4) of a device path. */
function filesOf(path: Uint8Array): string[] {
  const reader = new Reader(path, SUBJECT);
  const names: string[] = [];
  while (reader.left >= 4) {
    const type = reader.u8('the type of a node');
    const subtype = reader.u8('the subtype of a node');
    const length = reader.u16('the length of a node');
    if (length < 4) return names;
    const content = reader.take(length - 4, 'a node');
    if (type === 4 && subtype === 4) names.push(utf16(content));
  }
  return names;
}

/** A length that fits into a number: beyond what is left, one more than what is left. */
function within(length: bigint, { left }: Reader): number {
  return length > BigInt(left) ? left + 1 : Number(length);
}

function ascii(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.subarray(0, MOST_CHARACTERS)).toString('latin1');
  return text.replace(/\0.*$/s, '');
}

function utf16(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.subarray(0, 2 * MOST_CHARACTERS)).toString('utf16le');
  return text.replace(/\0.*$/s, '');
}
