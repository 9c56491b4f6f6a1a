import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  EVENT,
  eventName
} from "./chunk-YJAO2E56.js";
import {
  REGISTER_BYTES,
  RTMRS,
  ZERO,
  extend,
  replay,
  sha384
} from "./chunk-OXWTHSYA.js";
import {
  DataError,
  Reader,
  hexOf
} from "./chunk-3S7ANKJB.js";
import {
  guidAt,
  hex,
  shortHex
} from "./chunk-OG6ZZA4V.js";

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
var SHA384_ID = 12;
var FILLS = [255, 0];
var FILL_BYTES = 8;
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
function parseEventLog(bytes) {
  const reader = new Reader(bytes, LOG);
  const algorithms = readHeader(reader);
  const sizes = new Map(algorithms.map(({ id, size }) => [id, size]));
  const events = [];
  while (!atEnd(bytes, reader)) events.push(readEvent(reader, events.length, sizes));
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

// src/tdx/event-text.ts
function describeEvent(event) {
  return described(event).text;
}
function checkDigest(event) {
  if (event.digest === void 0) return "not-in-log";
  const digests = digestsOfData(event);
  if (digests.length === 0) return "not-in-log";
  return digests.includes(event.digest) ? "matches" : "differs";
}
function digestsOfData(event) {
  return described(event).hashed.map((bytes) => sha384(bytes));
}
var SUBJECT = { what: "the event", hint: "" };
var MOST_CHARACTERS = 200;
function described(event) {
  const read = READERS[event.type];
  try {
    return read?.(event.data) ?? { text: `${event.data.length} bytes`, hashed: [] };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { text: `${event.data.length} bytes, not as its type asks for`, hashed: [] };
  }
}
var READERS = {
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
  [EVENT.ipl]: (data) => ({ text: data[1] === 0 ? utf16(data) : ascii(data), hashed: [] })
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
function tdShimRecord(data) {
  if (data.length < 20) return { text: ascii(data), hashed: [] };
  const reader = new Reader(data, SUBJECT);
  const name = ascii(reader.take(16, "the name"));
  const content = reader.take(reader.u32("the length"), "the content");
  return { text: `${name}, ${content.length} bytes`, hashed: [content] };
}
function blob(data) {
  const reader = new Reader(data, SUBJECT);
  const name = ascii(reader.take(reader.u8("the length of the name"), "the name"));
  const base = reader.u64("the address");
  const size = reader.u64("the size");
  return { text: `${name} at ${hex(base)}, ${hex(size)} bytes`, hashed: [] };
}
function application(data) {
  const reader = new Reader(data, SUBJECT);
  reader.skip(8, "the address");
  const size = reader.u64("the size");
  reader.skip(8, "the link-time address");
  const path = reader.take(within(reader.u64("the length of the path"), reader), "the path");
  const file = filesOf(path).join("");
  return { text: `${file === "" ? "an EFI program" : file}, ${size} bytes`, hashed: [] };
}
function tag(data) {
  const reader = new Reader(data, SUBJECT);
  const id = reader.u32("the tag");
  return { text: `${ascii(reader.take(reader.u32("the size"), "the name"))} (tag ${hex(id)})`, hashed: [] };
}
function handoffTables(data) {
  const reader = new Reader(data, SUBJECT);
  const name = ascii(reader.take(reader.u8("the length of the name"), "the name"));
  const count = reader.u64("the number of tables");
  return count === 1n && reader.left >= 16 ? `${name} ${guidAt(data, reader.offset)}` : name;
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
function ascii(bytes) {
  const text2 = Buffer.from(bytes.subarray(0, MOST_CHARACTERS)).toString("latin1");
  return text2.replace(/\0.*$/s, "");
}
function utf16(bytes) {
  const text2 = Buffer.from(bytes.subarray(0, 2 * MOST_CHARACTERS)).toString("utf16le");
  return text2.replace(/\0.*$/s, "");
}

// src/tdx/explain.ts
var MOST_EVENTS = 1e3;
var LAST_EVENTS = [
  { type: EVENT.separator, text: "the firmware hands over", data: new Uint8Array(4) },
  ...["Exit Boot Services Invocation", "Exit Boot Services Returned with Success"].map((text2) => ({
    type: EVENT.efiAction,
    text: text2,
    data: Buffer.from(text2, "latin1")
  }))
];
function explainDifference(events, register, reported) {
  const own = events.filter((event) => event.register === register && extendedBy(event) !== void 0);
  const before = statesBefore(own);
  const after = before.at(-1) ?? ZERO;
  if (after === reported) return { kind: "equal" };
  const early = own.find((_, place) => before[place] === reported);
  if (early !== void 0) return { kind: "reported-before", event: early };
  const missing = LAST_EVENTS.find(({ data }) => extend(after, sha384(data)) === reported);
  if (missing !== void 0) return { kind: "not-logged", name: eventName(missing.type), text: missing.text };
  const suspect = own.find((event) => checkDigest(event) === "differs");
  return singleChange(own, before, reported) ?? (suspect === void 0 ? { kind: "unexplained" } : { kind: "suspect", event: suspect });
}
function describeExplanation(explanation, register) {
  const of = (event) => `event ${event.index} (${event.name}: ${describeEvent(event)})`;
  switch (explanation.kind) {
    case "equal":
      return `${register} is what the log says`;
    case "reported-before":
      return `${register} is what the log says before ${of(explanation.event)}: that event and what follows is in the log alone`;
    case "not-extended":
      return `${register} is what the log says without ${of(explanation.event)}: it was logged and not extended`;
    case "digest-changed":
      return `${register} is what the log says when ${of(explanation.event)} has the digest of its data: the log was changed`;
    case "not-logged":
      return `${register} is what the log says and then ${explanation.name} (${explanation.text}): the log lacks its end`;
    case "suspect":
      return `the first event whose digest is not of its data is ${of(explanation.event)}`;
    case "unexplained":
      return `no single event explains ${register}: the log is cut, of another boot, or changed in more than one place`;
  }
}
function firstDifference(predictions, events, register) {
  const own = events.filter((event) => event.register === register && extendedBy(event) !== void 0);
  const agreed = (predicted) => {
    const at = predicted.findIndex(({ digest }, place2) => digest !== own[place2]?.digest);
    return at < 0 ? predicted.length : at;
  };
  const [best] = predictions.toSorted((a, b) => agreed(b) - agreed(a));
  if (best === void 0) return void 0;
  const place = agreed(best);
  const [wanted, found] = [best[place], own[place]];
  const is = found === void 0 ? "" : `event ${found.index} (${found.name}: ${describeEvent(found)})`;
  if (wanted === void 0) return found === void 0 ? void 0 : `${is} was not predicted`;
  const should = `${wanted.name} (${wanted.text}) with the digest ${shortHex(String(wanted.digest))}`;
  if (found === void 0) return `the event log ends before ${should}`;
  return `the first event of ${register} that differs is ${is} with the digest ${shortHex(found.digest ?? "")}; predicted is ${should}`;
}
function statesBefore(events) {
  const states = [ZERO];
  for (const event of events) states.push(extend(states.at(-1) ?? ZERO, extendedBy(event) ?? ZERO));
  return states;
}
function singleChange(events, before, reported) {
  if (events.length > MOST_EVENTS) return void 0;
  const rest = (from, place) => events.slice(place + 1).reduce((state, event) => extend(state, extendedBy(event) ?? ZERO), from);
  for (const [place, event] of events.entries()) {
    const state = before[place] ?? ZERO;
    if (rest(state, place) === reported) return { kind: "not-extended", event };
    const digests = checkDigest(event) === "differs" ? digestsOfData(event) : [];
    const changed = digests.some((digest) => rest(extend(state, digest), place) === reported);
    if (changed) return { kind: "digest-changed", event };
  }
  return void 0;
}

export {
  parseCcelTable,
  isCcelTable,
  parseEventLog,
  replayLog,
  describeEvent,
  checkDigest,
  explainDifference,
  describeExplanation,
  firstDifference
};
