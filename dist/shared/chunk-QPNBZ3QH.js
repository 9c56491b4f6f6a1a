import {
  isEventLog,
  parseEventLog
} from "./chunk-YQ6TYZ6A.js";
import {
  EVENT,
  REGISTER_BYTES,
  eventName,
  eventType,
  sha384
} from "./chunk-Z5EMF6HS.js";
import {
  DataError
} from "./chunk-LZS5NMGH.js";
import {
  REGISTERS,
  RTMRS
} from "./chunk-DTP6JIFW.js";
import {
  require_dist
} from "./chunk-NGD2DTCI.js";
import {
  __toESM
} from "./chunk-P4Z2SUOO.js";

// src/tdx/input-text.ts
var LOOKED_AT = 4096;
var NOT_HEX = /[^0-9a-f]/i;
var NOT_BASE64 = /[^A-Za-z0-9+/_-]/;
var SHORTEST_BASE64 = 16;
var LONGEST_LINE = 200;
var DUMPED = 16;
var LAST_LINE = /^[0-9a-f]+$/i;
var DUMP_LINE = /^([0-9a-f]{6,16}):?[ \t]+((?:[0-9a-f]{2}){1,2}(?:[ \t]{1,2}(?:[0-9a-f]{2}){1,2})*)(?:[ \t]|$)/i;
function isText(bytes) {
  const some = bytes.subarray(0, LOOKED_AT);
  return bytes.length > 0 && some.every((byte) => byte >= 32 && byte < 127 || byte >= 9 && byte <= 13);
}
function bytesOfText(text) {
  const trimmed = text.trim();
  const dumped = bytesOfDump(trimmed);
  if (dumped !== void 0) return dumped;
  const digits = trimmed.replace(/^0x|[\s:]+/gi, "");
  if (digits.length > 0 && digits.length % 2 === 0 && !NOT_HEX.test(digits))
    return Buffer.from(digits, "hex");
  const joined = trimmed.replace(/\s+/g, "").replace(/={1,2}$/, "");
  const spells = joined.length >= SHORTEST_BASE64 && !NOT_BASE64.test(joined);
  return spells ? Buffer.from(joined, "base64") : void 0;
}
function bytesOfDump(text) {
  const chunks = [];
  let length = 0;
  for (let from = 0; from <= text.length; ) {
    const at = text.indexOf("\n", from);
    const end = at < 0 ? text.length : at;
    const line = text.slice(from, Math.min(end, from + LONGEST_LINE)).trimEnd();
    from = end + 1;
    const [, offset, digits] = DUMP_LINE.exec(line) ?? [];
    if (offset === void 0 || digits === void 0) {
      return chunks.length > 0 && LAST_LINE.test(line) ? Buffer.concat(chunks) : void 0;
    }
    if (Number.parseInt(offset, 16) !== length) return void 0;
    const chunk = Buffer.from(digits.replace(/[ \t]/g, ""), "hex").subarray(0, DUMPED);
    chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}

// src/tdx/evidence.ts
var import_yaml = __toESM(require_dist(), 1);

// src/tdx/listed-events.ts
var SUBJECT = {
  what: "the listed event log",
  hint: "Give the log itself, or a list as go-eventlog, trustee, dstack or tpm2_eventlog write it."
};
var SHA384_ID = 12;
var MOST_EVENTS = 5e4;
var BY_INDEX = ["mrtd", ...RTMRS];
var DIGEST = /^[0-9a-f]{96}$/;
var DIALECTS = [
  // dstack: the data of boot events are left out; a runtime event may come without its digest.
  {
    has: ["imr", "event_type"],
    register: ({ imr }) => typeof imr === "number" ? RTMRS[imr] : void 0,
    type: ({ event_type: type }) => typeOf(type),
    digest: (event) => hexOfField(event.digest) ?? dstackDigest(event),
    data: (event) => typeOf(event.event_type) === EVENT.dstack ? dstackData(event) : bytesOf(event.event_payload)
  },
  // trustee deps/eventlog.
  {
    has: ["type_name", "digests", "index"],
    register: ({ index }) => registerAt(index),
    type: ({ type_name: name }) => typeOf(name),
    digest: ({ digests }) => digestAmong(digests, "alg", "digest"),
    data: ({ event }) => bytesOf(event)
  },
  // The state that go-eventlog extracts, as protobuf writes it.
  {
    has: ["untrustedType", "digest"],
    register: (event) => registerAt(event.pcrIndex ?? event.ccMrIndex),
    type: ({ untrustedType: type }) => typeOf(type),
    digest: ({ digest }) => hexOfField(digest),
    data: ({ data }) => bytesOf(data)
  },
  {
    has: ["untrusted_type", "digest"],
    register: (event) => registerAt(event.pcr_index ?? event.cc_mr_index),
    type: ({ untrusted_type: type }) => typeOf(type),
    digest: ({ digest }) => hexOfField(digest),
    data: ({ data }) => bytesOf(data)
  },
  // tpm2_eventlog: it spells the data of the events that it knows, and gives the others in hex.
  {
    has: ["EventNum", "EventType"],
    register: ({ PCRIndex: index }) => registerAt(index),
    type: ({ EventType: type }) => typeOf(type),
    digest: ({ Digests: digests }) => digestAmong(digests, "AlgorithmId", "Digest"),
    data: ({ Event: data }) => bytesOf(data)
  }
];
function isEventList(value) {
  return Array.isArray(value) && value.length > 0 && dialectOf(value) !== void 0;
}
function readEventList(list) {
  const dialect = dialectOf(list);
  if (dialect === void 0) throw bad("none of its forms is known", 0);
  if (list.length > MOST_EVENTS)
    throw bad(`it has ${list.length} events; at most ${MOST_EVENTS} are read`, 0);
  const events = [];
  for (const [place, fields] of list.entries()) {
    if (!isFields(fields)) throw bad("it is no event", place);
    const event = readEvent(fields, dialect, events.length, place);
    if (place > 0 || event.type !== EVENT.noAction) events.push(event);
  }
  return { algorithms: [{ id: SHA384_ID, size: REGISTER_BYTES }], events, length: 0 };
}
function readEvent(fields, dialect, index, place) {
  const register = dialect.register(fields);
  const type = dialect.type(fields);
  if (type === void 0) throw bad("its type is not known", place);
  if (register === void 0 && type !== EVENT.noAction) throw bad("it names no register of a TD", place);
  const digest = dialect.digest(fields)?.toLowerCase();
  if (type !== EVENT.noAction && (digest === void 0 || !DIGEST.test(digest))) {
    throw bad("it has no digest of SHA-384", place);
  }
  const data = dialect.data(fields);
  return {
    ...{ index, offset: 0, register: register ?? "mrtd", type, name: eventName(type) },
    ...digest === void 0 ? {} : { digest },
    ...data === void 0 ? { data: new Uint8Array(), withoutData: true } : { data }
  };
}
function dialectOf(list) {
  const [first] = list;
  return isFields(first) ? DIALECTS.find(({ has }) => has.every((field) => field in first)) : void 0;
}
function isFields(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function registerAt(index) {
  return typeof index === "number" ? BY_INDEX[index] : void 0;
}
function typeOf(type) {
  if (typeof type === "number") return type >>> 0;
  return typeof type === "string" ? eventType(type) : void 0;
}
function bytesOf(value) {
  if (Array.isArray(value)) return Uint8Array.from(value.map(Number));
  if (typeof value !== "string" || value === "") return void 0;
  return bytesOfText(value) ?? Buffer.from(value, "base64");
}
function hexOfField(value) {
  if (typeof value !== "string" || value === "") return void 0;
  return value.length === 2 * REGISTER_BYTES ? value : Buffer.from(value, "base64").toString("hex");
}
function digestAmong(digests, algorithm, value) {
  if (!Array.isArray(digests)) return void 0;
  const ours = digests.find((one) => isFields(one) && /^sha-?384$/i.test(String(one[algorithm])));
  return isFields(ours) ? hexOfField(ours[value]) : void 0;
}
function dstackData({ event, event_payload: payload }) {
  if (typeof event !== "string") return void 0;
  const content = typeof payload === "string" ? Buffer.from(payload, "hex") : new Uint8Array();
  return Buffer.concat([Buffer.from(`${event}:`), content]);
}
function dstackDigest(event) {
  const data = typeOf(event.event_type) === EVENT.dstack ? dstackData(event) : void 0;
  if (data === void 0) return void 0;
  const type = new DataView(new ArrayBuffer(4));
  type.setUint32(0, EVENT.dstack, true);
  return sha384(new Uint8Array(type.buffer), Buffer.from(":"), data);
}
function bad(problem, place) {
  return new DataError("bad-event-log", `event ${place} of the listed event log: ${problem}`, 0, SUBJECT);
}

// src/tdx/evidence.ts
var DEEPEST = 8;
var REPORT_BYTES = 1024;
var TDX = 129;
var HCL = { magic: Buffer.from("HCLA"), report: 32 };
var REGISTER = /^[0-9a-f]{96}$/i;
function findEvidence(bytes) {
  return inBytes(bytes, 0);
}
function inBytes(bytes, depth) {
  if (depth > DEEPEST) return {};
  if (isEventLog(bytes)) return { log: parseEventLog(bytes) };
  if (isReport(bytes)) return { report: bytes.subarray(0, REPORT_BYTES) };
  if (isQuote(bytes)) return { quote: bytes };
  if (HCL.magic.equals(bytes.subarray(0, 4)))
    return inBytes(bytes.subarray(HCL.report, HCL.report + REPORT_BYTES), depth + 1);
  return isText(bytes) ? inText(Buffer.from(bytes).toString("latin1"), depth + 1) : {};
}
function inText(text, depth) {
  const spelled = bytesOfText(text);
  if (spelled !== void 0) return inBytes(spelled, depth);
  const value = /^\s*[[{]/.test(text) ? fromJson(text) : /^(?:---|version:|pcrs:|- EventNum:|events:)/m.test(text) ? fromYaml(text) : void 0;
  return inValue(value, depth);
}
function inValue(value, depth) {
  if (depth > DEEPEST) return {};
  if (isEventList(value)) return { log: readEventList(value) };
  if (typeof value === "string") return inText(value, depth + 1);
  if (Array.isArray(value)) return isByteList(value) ? inBytes(Uint8Array.from(value), depth + 1) : {};
  if (!isFields(value)) return {};
  const registers = registersIn(value);
  const found = Object.values(value).map((part) => inValue(part, depth + 1));
  return Object.assign({}, ...found.toReversed(), registers === void 0 ? {} : { registers });
}
function registersIn(fields) {
  const found = REGISTERS.flatMap((register) => {
    const value = fields[register] ?? fields[register.toUpperCase()];
    return typeof value === "string" && REGISTER.test(value) ? [[register, value.toLowerCase()]] : [];
  });
  return found.length === 0 ? void 0 : Object.fromEntries(found);
}
function isReport(bytes) {
  return bytes.length === REPORT_BYTES && bytes[0] === TDX;
}
function isQuote(bytes) {
  return (bytes[0] === 4 || bytes[0] === 5) && bytes[1] === 0 && bytes[4] === TDX && bytes[5] === 0;
}
function isByteList(value) {
  return value.length >= 32 && value.every((one) => Number.isInteger(one) && Number(one) >= 0 && Number(one) < 256);
}
function fromJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
var LONGEST_YAML = 1048576;
function fromYaml(text) {
  if (text.length > LONGEST_YAML) return void 0;
  try {
    return (0, import_yaml.parse)(text, { maxAliasCount: 0 });
  } catch {
    return void 0;
  }
}

export {
  isText,
  findEvidence
};
