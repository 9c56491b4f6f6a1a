/** Reads the data of one event: what the event says, and whether what was hashed can be told from its data. */

import { bootNumbers } from './boot-options.ts';
import type { LogEvent } from './event-log.ts';
import { ascii, type EventData, utf16 } from './event-reading.ts';
import { dstackHashed, EVENT } from './event-types.ts';
import { guidAt, hex } from './format.ts';
import { iplEvent } from './ipl-events.ts';
import { Reader, type Subject, unlessDamaged } from './reader.ts';
import { GLOBAL } from './variable-store.ts';

const SUBJECT: Subject = { what: 'the event', hint: '' };

/** An event whose data do not have the form of its type is shown as it is. */
export function readEventData({
  type,
  data,
  withoutData,
}: Pick<LogEvent, 'type' | 'data' | 'withoutData'>): EventData {
  if (withoutData === true) return { text: '', hashed: [], elsewhere: 'this list leaves the data out' };
  const bytes = `${data.length} bytes`;
  const read = unlessDamaged<Reading, Reading>(
    () => READERS[type]?.(data) ?? { text: bytes },
    () => {
      const text = `${bytes}, not as its type asks for`;
      // Hashed data that were changed stay noticed when the change also breaks their form.
      return ABSENT[type] === undefined ? { text, hashed: [data] } : { text };
    },
  );
  const { hashed } = read;
  if (hashed !== undefined) return { ...read, hashed };
  return { ...read, hashed: [], elsewhere: ABSENT[type] ?? 'nothing is known of events of this type' };
}

/** The types whose data name or place what was hashed, and do not hold it. */
const ABSENT: Readonly<Record<number, string>> = {
  [EVENT.noAction]: 'it extends nothing',
  [EVENT.postCode]: 'it is of the code or the tables that the data name',
  [EVENT.crtmContents]: 'it is of code that the data place in memory',
  [EVENT.platformConfigFlags]: 'it is of a file of the VMM, which the data name',
  [EVENT.platformFirmwareBlob]: 'it is of code that the data place in memory',
  [EVENT.platformFirmwareBlob2]: 'it is of what the data place in memory: a firmware volume or a kernel',
  [EVENT.handoffTables]: 'it is of tables that the data place in memory',
  [EVENT.handoffTables2]: 'it is of tables that the data place in memory',
  [EVENT.bootServicesApplication]: 'it is the Authenticode hash of the program that the data name',
  [EVENT.bootServicesDriver]: 'it is the Authenticode hash of the driver that the data name',
  [EVENT.runtimeServicesDriver]: 'it is the Authenticode hash of the driver that the data name',
  [EVENT.eventTag]: 'it is of what the data name: a command line, an initrd, a file',
};

/** Without `hashed`, the log does not hold what was hashed: ABSENT says what that is. */
type Reading = Pick<EventData, 'text'> & Partial<EventData>;
type EventReader = (data: Uint8Array) => Reading;

/** The data are text, and are hashed (TCG PC Client Platform Firmware Profile 1.05, table 27). */
const textEvent: EventReader = (data) => ({ text: ascii(data), hashed: [data] });
/** The data are a UEFI_VARIABLE_DATA, and are hashed. */
const variableEvent: EventReader = (data) => ({ text: variable(data).text, hashed: [data] });

const READERS: Readonly<Record<number, EventReader>> = {
  [EVENT.noAction]: (data) => ({ text: ascii(data) }),
  [EVENT.postCode]: (data) => ({ text: ascii(data) }),
  [EVENT.crtmVersion]: (data) => ({ text: data[1] === 0 ? utf16(data) : ascii(data), hashed: [data] }),
  [EVENT.separator]: (data) => ({ text: separator(data), hashed: [data] }),
  [EVENT.action]: textEvent,
  [EVENT.efiAction]: textEvent,
  [EVENT.omitBootDeviceEvents]: textEvent,
  [EVENT.hcrtmEvent]: textEvent,
  [EVENT.gptEvent]: (data) => ({ text: `partition table, ${data.length} bytes`, hashed: [data] }),
  [EVENT.gptEvent2]: (data) => ({ text: `partition table, ${data.length} bytes`, hashed: [data] }),
  [EVENT.variableDriverConfig]: variableEvent,
  [EVENT.variableAuthority]: variableEvent,
  [EVENT.spdmDevicePolicy]: variableEvent,
  [EVENT.spdmDeviceAuthority]: variableEvent,
  // edk2 hashes the content alone; the specification asks for the whole since EV_EFI_VARIABLE_BOOT2.
  [EVENT.variableBoot]: bootVariable,
  [EVENT.variableBoot2]: bootVariable,
  [EVENT.platformConfigFlags]: configFlags,
  [EVENT.platformFirmwareBlob2]: blob,
  [EVENT.handoffTables]: (data) => ({ text: handoffTable(data) }),
  [EVENT.handoffTables2]: (data) => ({ text: handoffTables(data) }),
  [EVENT.bootServicesApplication]: program,
  [EVENT.bootServicesDriver]: program,
  [EVENT.runtimeServicesDriver]: program,
  [EVENT.eventTag]: tag,
  [EVENT.ipl]: iplEvent,
  // The type, a colon and the data are hashed.
  [EVENT.dstack]: (data) => ({ text: dstackText(data), hashed: [dstackHashed(data)] }),
};

function separator(data: Uint8Array): string {
  return data.every((byte) => byte === 0)
    ? 'the firmware hands over'
    : 'the firmware failed before it handed over';
}

/** UEFI_VARIABLE_DATA. */
function variable(data: Uint8Array): {
  readonly text: string;
  readonly guid: string;
  readonly name: string;
  readonly content: Uint8Array;
} {
  const reader = new Reader(data, SUBJECT);
  const guid = reader.guid('the GUID');
  const characters = reader.u64('the length of the name');
  const size = reader.u64('the size of the content');
  const name = utf16(reader.take(within(characters * 2n, reader), 'the name'));
  const content = reader.take(within(size, reader), 'the content');
  return { text: `${name}${size === 0n ? ': not set' : `, ${size} bytes`}`, guid, name, content };
}

function bootVariable(data: Uint8Array): Reading {
  const { text, guid, name, content } = variable(data);
  const named = guid === GLOBAL ? name : `${guid} ${name}`;
  const order = named === 'BootOrder' ? { order: bootNumbers(content) } : {};
  return { text, hashed: [content, data], boot: { name: named, ...order } };
}

const NAME_BYTES = 16;
/** The records of td-shim (td-shim/src/event_log.rs, td-shim/src/bin/td-shim/e820.rs, shim_info.rs). */
const TD_SHIM_RECORDS = [
  'td_hob',
  'td_payload',
  'td_payload_info',
  'td_payload_svn',
  'secure_policy_db',
  'secure_authority',
];
/** The text with which an edk2 FW_CFG_EVENT begins (OvmfPkg/Library/QemuFwCfgLib/QemuFwCfgCacheInit.c). */
const FW_CFG = 'QEMU FW CFG';
/** Where the name of the file begins in such an event, in bytes. */
const FW_CFG_NAME_AT = 12;

/**
 * td-shim: a name of 16 bytes, a length, and what was hashed. Others: a name alone, in 9 bytes (edk2) or in 56, as the
 * fw_cfg directory has it (Intel's tdvf branches), or in a FW_CFG_EVENT (edk2-stable202505 and later).
 */
function configFlags(data: Uint8Array): Reading {
  const name = ascii(data.subarray(0, NAME_BYTES));
  if (name === FW_CFG) return { text: `fw_cfg file ${ascii(data.subarray(FW_CFG_NAME_AT))}` };
  if (!TD_SHIM_RECORDS.includes(name)) return { text: data[1] === 0 ? utf16(data) : ascii(data) };
  const reader = new Reader(data, SUBJECT);
  const field = reader.take(NAME_BYTES, 'the name');
  // The name is not hashed, and fills its field up with zeros.
  if (field.subarray(name.length).some((byte) => byte !== 0)) {
    return { text: `${name}, with something behind the name`, hashed: [] };
  }
  const length = reader.left >= 4 ? reader.u32('the length') : undefined;
  if (length !== reader.left) return { text: `${name}, of another length than it says`, hashed: [data] };
  return { text: `${name}, ${length} bytes`, hashed: [reader.take(length, 'the content')] };
}

/** UEFI_PLATFORM_FIRMWARE_BLOB2: a name, then where the blob lay in memory. */
function blob(data: Uint8Array): Reading {
  const reader = new Reader(data, SUBJECT);
  const name = ascii(reader.take(reader.u8('the length of the name'), 'the name'));
  const base = reader.u64('the address');
  const size = reader.u64('the size');
  return { text: `${name} at ${hex(base)}, ${hex(size)} bytes` };
}

/** EFI_IMAGE_LOAD_EVENT. */
function program(data: Uint8Array): Reading {
  const reader = new Reader(data, SUBJECT);
  reader.skip(8, 'the address');
  const size = reader.u64('the size');
  reader.skip(8, 'the link-time address');
  const path = reader.take(within(reader.u64('the length of the path'), reader), 'the path');
  const file = filesOf(path).join('');
  return { text: `${file === '' ? 'an EFI program' : file}, ${size} bytes` };
}

/** TAG_EVENT_TYPE of the attestation agent of Confidential Containers: 'AAEL'. */
const AGENT_TAG = 0x4141_454c;
/** systemd-stub, src/fundamental/tpm2-pcr.h: the number of the profile, in UTF-16 with its NUL. */
const PROFILE_TAG = 0x13ae_d6db;

/**
 * TCG_PCClientTaggedEvent. Linux and systemd write the name of what they hash. The attestation agent hashes the whole
 * record (guest-components attestation-agent/docs/eventlog.md).
 */
function tag(data: Uint8Array): Reading {
  const reader = new Reader(data, SUBJECT);
  const id = reader.u32('the tag');
  const content = reader.take(reader.u32('the size'), 'the name');
  const name = content[1] === 0 ? utf16(content) : ascii(content);
  const text = `${name} (tag ${hex(id)})`;
  if (id === AGENT_TAG) return { text, hashed: [data] };
  return id === PROFILE_TAG ? { text, hashed: [content] } : { text };
}

/**
 * Of a runtime event of dstack, which is "name:payload" (dstack cc-eventlog/src/runtime_events.rs; listed-events.ts makes the
 * data from its JSON), the name, and the payload where it is text.
 */
function dstackText(data: Uint8Array): string {
  const text = ascii(data);
  const [name = ''] = text.split(':');
  const payload = data.subarray(name.length + 1);
  return /^[ -~]*$/.test(text) ? text : `${name}: ${payload.length} bytes`;
}

/** UEFI_HANDOFF_TABLE_POINTERS2: a name, then the GUIDs and addresses of tables. */
function handoffTables(data: Uint8Array): string {
  const reader = new Reader(data, SUBJECT);
  const name = ascii(reader.take(reader.u8('the length of the name'), 'the name'));
  const count = reader.u64('the number of tables');
  return count === 1n && reader.left >= 16 ? `${name} ${guidAt(data, reader.offset)}` : name;
}

/** gEfiSmbios3TableGuid and gEfiSmbiosTableGuid. */
const SMBIOS = ['f2fd1544-9794-4a2c-992e-e5bbcf20e394', 'eb9d2d31-2d88-11d3-9a16-0090273fc14d'];

/** UEFI_HANDOFF_TABLE_POINTERS: the GUIDs and addresses of tables, which have no name here. */
function handoffTable(data: Uint8Array): string {
  const reader = new Reader(data, SUBJECT);
  const count = reader.u64('the number of tables');
  if (count !== 1n) return `${count} tables`;
  const guid = reader.guid('the GUID');
  return SMBIOS.includes(guid) ? 'SMBIOS' : `table ${guid}`;
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
