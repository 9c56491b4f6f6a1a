import {
  extendedBy
} from "./chunk-HVXBQL7A.js";
import {
  EVENT,
  ZERO,
  eventName,
  extend,
  replay,
  sha384
} from "./chunk-3RWSUEF5.js";
import {
  DataError,
  Reader
} from "./chunk-UMY5QCW6.js";
import {
  guidAt,
  hex,
  shortHex
} from "./chunk-DV54WIWJ.js";

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
  const { text, content } = variable(data);
  return { text, hashed: [content, data] };
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
  const text = Buffer.from(bytes.subarray(0, MOST_CHARACTERS)).toString("latin1");
  return text.replace(/\0.*$/s, "");
}
function utf16(bytes) {
  const text = Buffer.from(bytes.subarray(0, 2 * MOST_CHARACTERS)).toString("utf16le");
  return text.replace(/\0.*$/s, "");
}

// src/tdx/explain.ts
var MOST_EXTENSIONS = 6e4;
var LAST_EVENTS = [
  { type: EVENT.separator, text: "the firmware hands over", data: new Uint8Array(4) },
  ...["Exit Boot Services Invocation", "Exit Boot Services Returned with Success"].map((text) => ({
    type: EVENT.efiAction,
    text,
    data: Buffer.from(text, "latin1")
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
  const digests = events.map((event) => extendedBy(event) ?? ZERO);
  let left = MOST_EXTENSIONS;
  const gives = (state, place) => {
    const rest = digests.slice(place + 1);
    left -= rest.length + 1;
    return replay(rest, state) === reported;
  };
  for (const [place, event] of events.entries()) {
    const state = before[place] ?? ZERO;
    if (left < 0) return void 0;
    if (gives(state, place)) return { kind: "not-extended", event };
    const own = checkDigest(event) === "differs" ? digestsOfData(event) : [];
    if (own.some((digest) => left >= 0 && gives(extend(state, digest), place))) {
      return { kind: "digest-changed", event };
    }
  }
  return void 0;
}

export {
  describeEvent,
  checkDigest,
  explainDifference,
  describeExplanation,
  firstDifference
};
