import {
  EVENT,
  REGISTER_BYTES,
  eventName,
  replay
} from "./chunk-3RWSUEF5.js";
import {
  RTMRS
} from "./chunk-BXA7O5QQ.js";
import {
  DataError,
  Reader,
  hexOf
} from "./chunk-UMY5QCW6.js";
import {
  hex
} from "./chunk-DV54WIWJ.js";

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

export {
  parseCcelTable,
  isCcelTable,
  parseEventLog,
  replayLog,
  extendedBy
};
