import {
  ascii,
  untilNul,
  utf16
} from "./chunk-J5VI26OM.js";
import {
  EMPTY_LIST,
  EVENT,
  REGISTER_BYTES,
  eventName,
  replay,
  sha384
} from "./chunk-Z5EMF6HS.js";
import {
  DataError,
  Reader,
  hexOf
} from "./chunk-LZS5NMGH.js";
import {
  RTMRS
} from "./chunk-DTP6JIFW.js";
import {
  guidAt,
  hex
} from "./chunk-TOLEDQXP.js";

// src/tdx/event-log.ts
var LOG = {
  what: "the event log",
  hint: "Read it whole, as root: cat /sys/firmware/acpi/tables/data/CCEL"
};
var TABLE = {
  what: "the CCEL table",
  hint: "Read it whole, as root: cat /sys/firmware/acpi/tables/CCEL"
};
var TABLE_BYTES = 56;
var SIGNATURE = "Spec ID Event03\0";
var SIGNATURE_AT = 32;
var SHA384_ID = 12;
var FILLS = [255, 0];
var FILL_BYTES = 8;
var MOST_BYTES = 2 * 1024 * 1024;
var MOST_ALGORITHMS = 16;
var BY_INDEX = ["mrtd", ...RTMRS];
function parseCcelTable(bytes) {
  const reader = new Reader(bytes, TABLE);
  const fields = new Reader(reader.take(TABLE_BYTES, "its 56 bytes"), TABLE);
  if (text(fields.take(4, "the signature")) !== "CCEL") {
    throw new DataError("bad-event-log", "the CCEL table does not begin with CCEL", 0, TABLE);
  }
  fields.skip(32, "the header");
  const type = fields.u8("the type");
  const subtype = fields.u8("the subtype");
  fields.skip(2, "reserved bytes");
  const length = fields.u64("the length of the log");
  const address = fields.u64("the address of the log");
  const sum = bytes.subarray(0, TABLE_BYTES).reduce((total, byte) => total + byte & 255, 0);
  return { type, subtype, length, address, checksumOk: sum === 0 };
}
function isCcelTable(bytes) {
  return text(bytes.subarray(0, 4)) === "CCEL";
}
function isEventLog(bytes) {
  return text(bytes.subarray(SIGNATURE_AT, SIGNATURE_AT + SIGNATURE.length)) === SIGNATURE;
}
function parseEventLog(bytes) {
  const reader = new Reader(bytes, LOG);
  const algorithms = readHeader(reader);
  const sizes = new Map(algorithms.map(({ id, size }) => [id, size]));
  const events = [];
  while (!atEnd(bytes, reader)) {
    events.push(readEvent(reader, events.length, sizes));
    if (reader.offset <= MOST_BYTES) continue;
    const message = `the event log has more than ${MOST_BYTES} bytes of events`;
    throw new DataError("bad-event-log", message, MOST_BYTES, { hint: "Give the event log of one boot." });
  }
  return { algorithms, events, length: reader.offset };
}
function replayLog({ events }) {
  const digests = { rtmr0: [], rtmr1: [], rtmr2: [], rtmr3: [] };
  for (const event of events) {
    const digest = extendedBy(event);
    if (digest !== void 0 && event.register !== "mrtd") digests[event.register].push(digest);
  }
  const { rtmr0, rtmr1, rtmr2, rtmr3 } = digests;
  return { rtmr0: replay(rtmr0), rtmr1: replay(rtmr1), rtmr2: replay(rtmr2), rtmr3: replay(rtmr3) };
}
function extendedBy({ type, digest }) {
  return type === EVENT.noAction ? void 0 : digest;
}
function readHeader(reader) {
  reader.skip(4, "the register of the first record");
  const type = reader.u32("the type of the first record");
  if (type !== EVENT.noAction) {
    const message = `the event log begins with event type ${hex(type)} instead of EV_NO_ACTION (0x3)`;
    throw new DataError("bad-event-log", message, 4, LOG);
  }
  reader.skip(20, "the digest of the first record");
  const size = reader.u32("the size of the first record");
  const at = reader.offset;
  const header = new Reader(reader.take(size, "the data of the first record"), LOG);
  if (text(header.take(SIGNATURE.length, "its signature")) !== SIGNATURE) {
    throw new DataError("bad-event-log", 'the event log does not begin with "Spec ID Event03"', at, LOG);
  }
  header.skip(8, "the version of the log");
  const count = header.u32("the number of digest algorithms");
  if (count > MOST_ALGORITHMS) {
    const message = `the event log claims ${count} digest algorithms; at most ${MOST_ALGORITHMS} are read`;
    throw new DataError("bad-event-log", message, at, LOG);
  }
  const algorithms = [];
  while (algorithms.length < count) {
    algorithms.push({ id: header.u16("a digest algorithm"), size: header.u16("the size of a digest") });
  }
  const ours = algorithms.find(({ id }) => id === SHA384_ID);
  if (ours?.size !== REGISTER_BYTES) {
    const declared = algorithms.map(({ id, size: size2 }) => `${hex(id)} of ${size2} bytes`).join(", ");
    const message = `the event log has no digests of SHA-384, which RTMRs are extended with, but ${declared || "none"}`;
    throw new DataError("bad-event-log", message, at, { hint: "Give the event log of an Intel TD." });
  }
  return algorithms;
}
function readEvent(reader, index, sizes) {
  const { offset } = reader;
  reader.enter("event", index);
  const register = registerOf(reader.u32("the register"), index, offset);
  const type = reader.u32("the type");
  const count = reader.u32("the number of digests");
  let digest;
  for (let taken = 0; taken < count; taken++) {
    const at = reader.offset;
    const algorithm = reader.u16("a digest");
    const size = sizes.get(algorithm);
    if (size === void 0) {
      const message = `event ${index} has a digest of algorithm ${hex(algorithm)}, which the header does not declare`;
      throw new DataError("bad-event-log", message, at, LOG);
    }
    const value = reader.take(size, "a digest");
    if (algorithm === SHA384_ID) digest ??= hexOf(value);
  }
  if (digest === void 0 && type !== EVENT.noAction) {
    const message = `event ${index} has no digest of SHA-384: it cannot be replayed`;
    throw new DataError("bad-event-log", message, offset, LOG);
  }
  const data = reader.take(reader.u32("the size"), "the data");
  return {
    index,
    offset,
    register,
    type,
    name: eventName(type),
    ...digest === void 0 ? {} : { digest },
    data
  };
}
function registerOf(mrIndex, index, offset) {
  const register = BY_INDEX[mrIndex];
  if (register !== void 0) return register;
  const message = `event ${index} is of register ${mrIndex}; a TD has 0 (MRTD) to 4 (RTMR3): is it the log of a TPM?`;
  throw new DataError("bad-event-log", message, offset, LOG);
}
function atEnd(bytes, { offset, left }) {
  const next = bytes.subarray(offset, offset + Math.min(left, FILL_BYTES));
  return FILLS.some((fill) => next.every((byte) => byte === fill));
}
function text(bytes) {
  return String.fromCharCode(...bytes);
}

// src/tdx/ipl-events.ts
function iplEvent(data) {
  if (data[1] === 0) return systemdEvent(data);
  const text2 = ascii(data);
  const prefix = GRUB_PREFIXES.find((known) => text2.startsWith(known));
  if (prefix !== void 0) {
    const said = untilNul(data.subarray(prefix.length));
    return { text: text2, hashed: [said, data.subarray(prefix.length, prefix.length + said.length + 1)] };
  }
  return SHIM_VARIABLES[text2] ?? { text: text2, hashed: [], elsewhere: "it is of the file that the data name" };
}
var GRUB_PREFIXES = [
  "grub_cmd: ",
  "kernel_cmdline: ",
  "module_cmdline: ",
  "grub_cmd ",
  "grub_kernel_cmdline ",
  "kernel_cmdline "
];
var SHIM_VARIABLES = {
  MokList: { text: "MokList", hashed: [EMPTY_LIST], elsewhere: "it is of shim's list of keys" },
  MokListX: { text: "MokListX", hashed: [EMPTY_LIST], elsewhere: "it is of shim's list of revoked keys" },
  MokListTrusted: { text: "MokListTrusted", hashed: [Uint8Array.of(1), Uint8Array.of(0)] },
  MokSBState: { text: "MokSBState", hashed: [Uint8Array.of(1), Uint8Array.of(0)] },
  MokDBState: { text: "MokDBState", hashed: [Uint8Array.of(1), Uint8Array.of(0)] }
};
var GENERATED = /\binitrd$/;
function systemdEvent(data) {
  const text2 = utf16(data);
  if (text2.startsWith(".")) return { text: text2, hashed: [Buffer.from(`${text2}\0`, "latin1")], section: text2 };
  if (!GENERATED.test(text2)) return { text: text2, hashed: [data] };
  return { text: text2, hashed: [data], elsewhere: "it is of an initrd that the boot loader has made" };
}

// src/tdx/event-data.ts
var SUBJECT = { what: "the event", hint: "" };
function readEventData({
  type,
  data,
  withoutData
}) {
  if (withoutData === true) return { text: "", hashed: [], elsewhere: "this list leaves the data out" };
  const bytes = `${data.length} bytes`;
  try {
    return READERS[type]?.(data) ?? { text: bytes, ...absent(type) };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const text2 = `${bytes}, not as its type asks for`;
    return ABSENT[type] === void 0 ? { text: text2, hashed: [data] } : { text: text2, ...absent(type) };
  }
}
var ABSENT = {
  [EVENT.noAction]: "it extends nothing",
  [EVENT.postCode]: "it is of the code or the tables that the data name",
  [EVENT.crtmContents]: "it is of code that the data place in memory",
  [EVENT.platformConfigFlags]: "it is of a file of the VMM, which the data name",
  [EVENT.platformFirmwareBlob]: "it is of code that the data place in memory",
  [EVENT.platformFirmwareBlob2]: "it is of what the data place in memory: a firmware volume or a kernel",
  [EVENT.handoffTables]: "it is of tables that the data place in memory",
  [EVENT.handoffTables2]: "it is of tables that the data place in memory",
  [EVENT.bootServicesApplication]: "it is the Authenticode hash of the program that the data name",
  [EVENT.bootServicesDriver]: "it is the Authenticode hash of the driver that the data name",
  [EVENT.runtimeServicesDriver]: "it is the Authenticode hash of the driver that the data name",
  [EVENT.eventTag]: "it is of what the data name: a command line, an initrd, a file"
};
function absent(type) {
  return { hashed: [], elsewhere: ABSENT[type] ?? "nothing is known of events of this type" };
}
var textEvent = (data) => ({ text: ascii(data), hashed: [data] });
var variableEvent = (data) => ({ text: variable(data).text, hashed: [data] });
var READERS = {
  [EVENT.noAction]: (data) => ({ text: ascii(data), ...absent(EVENT.noAction) }),
  [EVENT.postCode]: (data) => ({ text: ascii(data), ...absent(EVENT.postCode) }),
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
  [EVENT.handoffTables]: (data) => ({ text: handoffTable(data), ...absent(EVENT.handoffTables) }),
  [EVENT.handoffTables2]: (data) => ({ text: handoffTables(data), ...absent(EVENT.handoffTables2) }),
  [EVENT.bootServicesApplication]: program,
  [EVENT.bootServicesDriver]: program,
  [EVENT.runtimeServicesDriver]: program,
  [EVENT.eventTag]: tag,
  [EVENT.ipl]: iplEvent,
  [EVENT.dstack]: dstackEvent
};
function separator(data) {
  return data.every((byte) => byte === 0) ? "the firmware hands over" : "the firmware failed before it handed over";
}
function variable(data) {
  const reader = new Reader(data, SUBJECT);
  reader.skip(16, "the GUID");
  const characters = reader.u64("the length of the name");
  const size = reader.u64("the size of the content");
  const name = utf16(reader.take(within(characters * 2n, reader), "the name"));
  const content = reader.take(within(size, reader), "the content");
  return { text: `${name}${size === 0n ? ": not set" : `, ${size} bytes`}`, content };
}
function bootVariable(data) {
  const { text: text2, content } = variable(data);
  return { text: text2, hashed: [content, data] };
}
var NAME_BYTES = 16;
var TD_SHIM_RECORDS = [
  "td_hob",
  "td_payload",
  "td_payload_info",
  "td_payload_svn",
  "secure_policy_db",
  "secure_authority"
];
var FW_CFG = "QEMU FW CFG";
var FW_CFG_NAME_AT = 12;
function configFlags(data) {
  const name = ascii(data.subarray(0, NAME_BYTES));
  if (name === FW_CFG)
    return {
      text: `fw_cfg file ${ascii(data.subarray(FW_CFG_NAME_AT))}`,
      ...absent(EVENT.platformConfigFlags)
    };
  if (!TD_SHIM_RECORDS.includes(name)) {
    return { text: data[1] === 0 ? utf16(data) : ascii(data), ...absent(EVENT.platformConfigFlags) };
  }
  const reader = new Reader(data, SUBJECT);
  reader.skip(NAME_BYTES, "the name");
  const length = reader.left >= 4 ? reader.u32("the length") : void 0;
  if (length !== reader.left) return { text: `${name}, of another length than it says`, hashed: [data] };
  return { text: `${name}, ${length} bytes`, hashed: [reader.take(length, "the content")] };
}
function blob(data) {
  const reader = new Reader(data, SUBJECT);
  const name = ascii(reader.take(reader.u8("the length of the name"), "the name"));
  const base = reader.u64("the address");
  const size = reader.u64("the size");
  return { text: `${name} at ${hex(base)}, ${hex(size)} bytes`, ...absent(EVENT.platformFirmwareBlob2) };
}
function program(data) {
  const reader = new Reader(data, SUBJECT);
  reader.skip(8, "the address");
  const size = reader.u64("the size");
  reader.skip(8, "the link-time address");
  const path = reader.take(within(reader.u64("the length of the path"), reader), "the path");
  const file = filesOf(path).join("");
  const text2 = `${file === "" ? "an EFI program" : file}, ${size} bytes`;
  return { text: text2, ...absent(EVENT.bootServicesApplication) };
}
var AGENT_TAG = 1094796620;
var PROFILE_TAG = 330225371;
function tag(data) {
  const reader = new Reader(data, SUBJECT);
  const id = reader.u32("the tag");
  const content = reader.take(reader.u32("the size"), "the name");
  const name = content[1] === 0 ? utf16(content) : ascii(content);
  const text2 = `${name} (tag ${hex(id)})`;
  if (id === AGENT_TAG) return { text: text2, hashed: [data] };
  return id === PROFILE_TAG ? { text: text2, hashed: [content] } : { text: text2, ...absent(EVENT.eventTag) };
}
function dstackEvent(data) {
  const type = new DataView(new ArrayBuffer(5));
  type.setUint32(0, EVENT.dstack, true);
  type.setUint8(4, ":".charCodeAt(0));
  return { text: dstackText(data), hashed: [Buffer.concat([new Uint8Array(type.buffer), data])] };
}
function dstackText(data) {
  const text2 = ascii(data);
  const [name = ""] = text2.split(":");
  const payload = data.subarray(name.length + 1);
  return /^[ -~]*$/.test(text2) ? text2 : `${name}: ${payload.length} bytes`;
}
function handoffTables(data) {
  const reader = new Reader(data, SUBJECT);
  const name = ascii(reader.take(reader.u8("the length of the name"), "the name"));
  const count = reader.u64("the number of tables");
  return count === 1n && reader.left >= 16 ? `${name} ${guidAt(data, reader.offset)}` : name;
}
var SMBIOS = ["f2fd1544-9794-4a2c-992e-e5bbcf20e394", "eb9d2d31-2d88-11d3-9a16-0090273fc14d"];
function handoffTable(data) {
  const reader = new Reader(data, SUBJECT);
  const count = reader.u64("the number of tables");
  if (count !== 1n) return `${count} tables`;
  const guid = reader.guid("the GUID");
  return SMBIOS.includes(guid) ? "SMBIOS" : `table ${guid}`;
}
function filesOf(path) {
  const reader = new Reader(path, SUBJECT);
  const names = [];
  while (reader.left >= 4) {
    const type = reader.u8("the type of a node");
    const subtype = reader.u8("the subtype of a node");
    const length = reader.u16("the length of a node");
    if (length < 4) return names;
    const content = reader.take(length - 4, "a node");
    if (type === 4 && subtype === 4) names.push(utf16(content));
  }
  return names;
}
function within(length, { left }) {
  return length > BigInt(left) ? left + 1 : Number(length);
}

// src/tdx/event-check.ts
function checkEvents(events) {
  const named = /* @__PURE__ */ new Map();
  return events.map((event) => {
    const read = readEventData(event);
    const before = named.get(event.register);
    named.delete(event.register);
    const check = checkOf(event, read, before);
    if (read.section !== void 0 && check.digest === "matches") named.set(event.register, read.section);
    return check;
  });
}
function describeEvent(event) {
  return readEventData(event).text;
}
function digestsOfData(event) {
  return readEventData(event).hashed.map((bytes) => sha384(bytes));
}
function checkOf({ digest }, { text: text2, hashed, elsewhere, section }, named) {
  if (digest === void 0) return { digest: "not-in-log", text: text2, reason: "it has none of SHA-384" };
  if (hashed.some((bytes) => sha384(bytes) === digest)) return { digest: "matches", text: text2 };
  if (section !== void 0 && section === named) {
    return { digest: "not-in-log", text: text2, reason: "it is of the section that the data name" };
  }
  if (elsewhere === void 0) return { digest: "differs", text: text2 };
  return { digest: "not-in-log", text: text2, reason: elsewhere };
}

export {
  parseCcelTable,
  isCcelTable,
  isEventLog,
  parseEventLog,
  replayLog,
  extendedBy,
  checkEvents,
  describeEvent,
  digestsOfData
};
