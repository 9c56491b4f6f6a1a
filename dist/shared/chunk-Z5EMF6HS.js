import {
  DataError,
  Reader
} from "./chunk-LZS5NMGH.js";
import {
  REGISTERS
} from "./chunk-DTP6JIFW.js";
import {
  guidBytes,
  hex
} from "./chunk-TOLEDQXP.js";

// src/tdx/registers.ts
import { createHash } from "node:crypto";
var REGISTER_BYTES = 48;
var ZERO = "00".repeat(REGISTER_BYTES);
function sha384(...parts) {
  const hash = createHash("sha384");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
function sha384Padded(bytes, size) {
  const hash = createHash("sha384").update(bytes);
  const zeros = new Uint8Array(65536);
  for (let left = size - bytes.length; left > 0; left -= zeros.length) hash.update(zeros.subarray(0, left));
  return hash.digest("hex");
}
function extend(register, digest) {
  return createHash("sha384").update(register, "hex").update(digest, "hex").digest("hex");
}
function replay(digests, start = ZERO) {
  const both = Buffer.alloc(2 * REGISTER_BYTES);
  both.write(start, "hex");
  for (const digest of digests) {
    both.write(digest, REGISTER_BYTES, "hex");
    createHash("sha384").update(both).digest().copy(both);
  }
  return both.toString("hex", 0, REGISTER_BYTES);
}
function compareRegisters(expected, observed) {
  return REGISTERS.flatMap((register) => {
    const wanted = expected[register]?.toLowerCase();
    if (wanted === void 0) return [];
    const found = observed[register]?.toLowerCase();
    if (found === void 0) return [{ register, expected: wanted, verdict: "not-observed" }];
    const verdict = found === wanted ? "equal" : "different";
    return [{ register, expected: wanted, observed: found, verdict }];
  });
}

// src/tdx/event-types.ts
var EVENT = {
  postCode: 1,
  noAction: 3,
  separator: 4,
  action: 5,
  eventTag: 6,
  crtmContents: 7,
  crtmVersion: 8,
  platformConfigFlags: 10,
  ipl: 13,
  omitBootDeviceEvents: 18,
  /** Of dstack's runtime, not of the TCG (dstack cc-eventlog/src/runtime_events.rs). */
  dstack: 134217729,
  variableDriverConfig: 2147483649,
  variableBoot: 2147483650,
  bootServicesApplication: 2147483651,
  bootServicesDriver: 2147483652,
  runtimeServicesDriver: 2147483653,
  gptEvent: 2147483654,
  efiAction: 2147483655,
  platformFirmwareBlob: 2147483656,
  handoffTables: 2147483657,
  platformFirmwareBlob2: 2147483658,
  handoffTables2: 2147483659,
  variableBoot2: 2147483660,
  gptEvent2: 2147483661,
  hcrtmEvent: 2147483664,
  variableAuthority: 2147483872,
  spdmDevicePolicy: 2147483875,
  spdmDeviceAuthority: 2147483876
};
var NAMES = {
  0: "EV_PREBOOT_CERT",
  1: "EV_POST_CODE",
  3: "EV_NO_ACTION",
  4: "EV_SEPARATOR",
  5: "EV_ACTION",
  6: "EV_EVENT_TAG",
  7: "EV_S_CRTM_CONTENTS",
  8: "EV_S_CRTM_VERSION",
  9: "EV_CPU_MICROCODE",
  10: "EV_PLATFORM_CONFIG_FLAGS",
  11: "EV_TABLE_OF_DEVICES",
  12: "EV_COMPACT_HASH",
  13: "EV_IPL",
  14: "EV_IPL_PARTITION_DATA",
  15: "EV_NONHOST_CODE",
  16: "EV_NONHOST_CONFIG",
  17: "EV_NONHOST_INFO",
  18: "EV_OMIT_BOOT_DEVICE_EVENTS",
  19: "EV_POST_CODE2",
  134217729: "dstack event",
  2147483649: "EV_EFI_VARIABLE_DRIVER_CONFIG",
  2147483650: "EV_EFI_VARIABLE_BOOT",
  2147483651: "EV_EFI_BOOT_SERVICES_APPLICATION",
  2147483652: "EV_EFI_BOOT_SERVICES_DRIVER",
  2147483653: "EV_EFI_RUNTIME_SERVICES_DRIVER",
  2147483654: "EV_EFI_GPT_EVENT",
  2147483655: "EV_EFI_ACTION",
  2147483656: "EV_EFI_PLATFORM_FIRMWARE_BLOB",
  2147483657: "EV_EFI_HANDOFF_TABLES",
  2147483658: "EV_EFI_PLATFORM_FIRMWARE_BLOB2",
  2147483659: "EV_EFI_HANDOFF_TABLES2",
  2147483660: "EV_EFI_VARIABLE_BOOT2",
  2147483661: "EV_EFI_GPT_EVENT2",
  2147483664: "EV_EFI_HCRTM_EVENT",
  2147483872: "EV_EFI_VARIABLE_AUTHORITY",
  2147483873: "EV_EFI_SPDM_FIRMWARE_BLOB",
  2147483874: "EV_EFI_SPDM_FIRMWARE_CONFIG",
  2147483875: "EV_EFI_SPDM_DEVICE_POLICY",
  2147483876: "EV_EFI_SPDM_DEVICE_AUTHORITY"
};
function eventName(type) {
  return NAMES[type] ?? `event type ${hex(type)}`;
}
var TYPES = Object.fromEntries(
  Object.entries(NAMES).map(([type, name]) => [name, Number(type)])
);
function eventType(name) {
  return TYPES[name] ?? (/^0x[0-9a-f]{1,8}$/i.test(name) ? Number(name) : void 0);
}

// src/tdx/authenticode.ts
import { createHash as createHash2 } from "node:crypto";
var SUBJECT = {
  what: "the EFI program",
  hint: "Give an x86-64 kernel with an EFI stub (bzImage), or another EFI program."
};
var DOS_LFANEW = 60;
var FILE_HEADER_BYTES = 20;
var SECTION_HEADER_BYTES = 40;
var PE32_PLUS = 523;
var PE32 = 267;
var SECURITY_DIRECTORY = 4;
function authenticode(file, algorithm = "sha384") {
  const { checksum, certificates, headers, sections } = readLayout(file);
  const hash = createHash2(algorithm).update(file.subarray(0, checksum));
  const rest = checksum + 4;
  if (certificates === void 0) hash.update(file.subarray(rest, headers));
  else hash.update(file.subarray(rest, certificates.at)).update(file.subarray(certificates.at + 8, headers));
  let hashed = headers;
  for (const [offset, size] of sections) {
    hash.update(file.subarray(offset, offset + size));
    hashed += size;
  }
  const end = file.length - (certificates?.size ?? 0);
  if (end < hashed && hashed < file.length) throw bad("its certificates overlap its sections", 0);
  if (hashed < end) hash.update(file.subarray(hashed, end));
  return hash.digest("hex");
}
var PKCS = 2;
var CERTIFICATE_HEADER_BYTES = 8;
var DER = { sequence: 48, context0: 160 };
var MOST_CERTIFICATES = 32;
function certificatesOf(file) {
  const { certificates } = readLayout(file);
  if (certificates === void 0 || certificates.size === 0) return [];
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const start = view.getUint32(certificates.at, true);
  const found = [];
  try {
    const all = new Reader(file, SUBJECT);
    all.skip(start, "what is before the certificates");
    const table = new Reader(all.take(certificates.size, "the certificates"), SUBJECT);
    while (table.left > CERTIFICATE_HEADER_BYTES && found.length < MOST_CERTIFICATES) {
      const size = table.u32("the size of a signature");
      table.skip(2, "the revision of a signature");
      const type = table.u16("the type of a signature");
      const body = table.take(Math.max(0, size - CERTIFICATE_HEADER_BYTES), "a signature");
      table.skip(Math.min(table.left, -size & 7), "padding");
      if (type === PKCS) found.push(...embeddedIn(body));
    }
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
  }
  return found.slice(0, MOST_CERTIFICATES);
}
function embeddedIn(signature) {
  const [info] = childrenOf(signature);
  const content = childrenOf(info?.body).find(({ tag }) => tag === DER.context0);
  const [signed] = childrenOf(content?.body);
  const set = childrenOf(signed?.body).find(({ tag }) => tag === DER.context0);
  return childrenOf(set?.body).flatMap(({ tag, whole }) => tag === DER.sequence ? [whole] : []);
}
function childrenOf(bytes = new Uint8Array()) {
  const reader = new Reader(bytes, SUBJECT);
  const elements = [];
  while (reader.left >= 2 && elements.length < MOST_CERTIFICATES) {
    const start = reader.offset;
    const tag = reader.u8("a tag");
    const first = reader.u8("a length");
    let length = first;
    if (first >= 128) {
      const digits = reader.take(first & 127, "a length");
      length = digits.reduce((sum, digit) => sum * 256 + digit, 0);
    }
    const body = reader.take(length, "an element");
    elements.push({ tag, body, whole: bytes.subarray(start, reader.offset) });
  }
  return elements;
}
var MOST_MEMORY = 1073741824;
function sectionsOf(file) {
  readLayout(file);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const pe = view.getUint32(DOS_LFANEW, true);
  const count = view.getUint16(pe + 6, true);
  const start = pe + 4 + FILE_HEADER_BYTES + view.getUint16(pe + 20, true);
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * SECTION_HEADER_BYTES;
    const name = longName(
      file,
      textAt(file, at, at + 8),
      view.getUint32(pe + 12, true) + SYMBOL_BYTES * view.getUint32(pe + 16, true)
    );
    const memory = view.getUint32(at + 8, true);
    const size = view.getUint32(at + 16, true);
    const offset = view.getUint32(at + 20, true);
    const data = file.subarray(offset, offset + Math.min(size, memory));
    if (data.length === memory) return { name, content: data };
    if (memory - data.length > MOST_MEMORY || memory > file.length + MOST_MEMORY / 64) {
      throw bad(`section ${name} claims ${memory} bytes`, at);
    }
    return { name, content: Buffer.concat([data, new Uint8Array(memory - data.length)]) };
  });
}
var SYMBOL_BYTES = 18;
var MOST_NAME_BYTES = 64;
function longName(file, name, texts) {
  const [, offset] = /^\/(\d+)$/.exec(name) ?? [];
  if (offset === void 0) return name;
  const at = texts + Number(offset);
  return textAt(file, at, at + MOST_NAME_BYTES);
}
function textAt(file, start, end) {
  return Buffer.from(file.subarray(start, end)).toString("latin1").replace(/\0.*$/s, "");
}
function readLayout(file) {
  const start = new Reader(file, SUBJECT, 0);
  if (start.u16("the DOS header") !== 23117) throw bad("it does not begin with 'MZ'", 0);
  start.skip(DOS_LFANEW - 2, "the DOS header");
  const pe = start.u32("the offset of the PE header");
  const reader = new Reader(file, SUBJECT);
  reader.skip(pe, "what is before the PE header");
  if (reader.u32("the PE signature") !== 17744) throw bad(`no PE header at ${hex(pe)}`, DOS_LFANEW);
  reader.skip(2, "the machine");
  const count = reader.u16("the number of sections");
  reader.skip(12, "the file header");
  const optionalBytes = reader.u16("the size of the optional header");
  reader.skip(2, "the characteristics");
  const optional = pe + 4 + FILE_HEADER_BYTES;
  const magic = reader.u16("the magic of the optional header");
  if (magic !== PE32 && magic !== PE32_PLUS)
    throw bad(`its optional header is of kind ${hex(magic)}`, optional);
  reader.skip(58, "the optional header");
  const headers = reader.u32("the size of the headers");
  const directory = optional + (magic === PE32_PLUS ? 112 : 96);
  const counter = new Reader(file, SUBJECT);
  counter.skip(directory - 4, "the optional header");
  const entries = counter.u32("the number of directories");
  const checksum = optional + 64;
  const certificatesAt = directory + 8 * SECURITY_DIRECTORY;
  const sections = readSections(file, optional + optionalBytes, count);
  if (headers > file.length || headers < checksum + 4)
    throw bad(`its headers claim ${hex(headers)} bytes`, optional);
  if (entries <= SECURITY_DIRECTORY) return { checksum, headers, sections };
  if (headers < certificatesAt + 8) throw bad(`its headers claim ${hex(headers)} bytes`, optional);
  counter.skip(8 * SECURITY_DIRECTORY + 4, "the data directory");
  const size = counter.u32("the size of the certificates");
  return { checksum, certificates: { at: certificatesAt, size }, headers, sections };
}
function readSections(file, at, count) {
  const reader = new Reader(file, SUBJECT);
  reader.skip(at, "the optional header");
  const table = new Reader(reader.take(count * SECTION_HEADER_BYTES, "the section headers"), SUBJECT);
  const sections = Array.from({ length: count }, (_, index) => {
    table.skip(16, "the name of a section");
    const size = table.u32("the size of a section");
    const offset = table.u32("the offset of a section");
    table.skip(16, "a section header");
    if (offset + size > file.length) throw bad(`section ${index} ends beyond the file`, at);
    return [offset, size];
  });
  const total = sections.reduce((sum, [, size]) => sum + size, 0);
  if (total > file.length) throw bad("its sections overlap", at);
  return sections.filter(([, size]) => size > 0).toSorted(([a], [b]) => a - b);
}
function bad(problem, offset) {
  return new DataError("bad-kernel", `not an EFI program that can be measured: ${problem}`, offset, SUBJECT);
}

// src/tdx/shim-image.ts
var SHIM_LOCK = "605dab50-e046-4300-abb6-3dd810dd8b23";
var SUBJECT2 = { what: "the shim", hint: "Give a whole image of shim." };
var X509 = "a5c059a1-94e4-4aa7-87b5-ab155c2bf072";
var SHA256 = "c1c41626-504c-4092-aca9-41f936934328";
var VERSION = /UEFI SHIM\n\$Version: (\d+)\.(\d+)/;
var DER_SEQUENCE = 48;
var LIST_HEADER_BYTES = 28;
var OWNER_BYTES = 16;
var BUILD_KEY = Buffer.from("AuthenticodeVerify(shim_cert)", "utf16le");
function readShimImage(program) {
  try {
    const sections = sectionsOf(program);
    const vendor = sections.find(({ name }) => name === ".vendor_cert")?.content;
    if (vendor === void 0) return void 0;
    const [, major, minor] = VERSION.exec(Buffer.from(program).toString("latin1")) ?? [];
    if (major === void 0) return void 0;
    return {
      version: [Number(major), Number(minor)],
      keys: listOf(vendorData(vendor, "keys")),
      revoked: listOf(vendorData(vendor, "revocations")),
      hasBuildKey: Buffer.from(program).includes(BUILD_KEY)
    };
  } catch (error) {
    if (error instanceof DataError) return void 0;
    throw error;
  }
}
function vendorData(table, of) {
  const head = new Reader(table, SUBJECT2);
  const sizes = [head.u32("the size of the keys"), head.u32("the size of the revocations")];
  const offsets = [head.u32("where the keys are"), head.u32("where the revocations are")];
  const index = of === "keys" ? 0 : 1;
  const reader = new Reader(table, SUBJECT2);
  reader.skip(offsets[index], "what is before the list");
  return reader.take(sizes[index], "the list");
}
function listOf(data) {
  if (data.length === 0) return EMPTY_LIST;
  return data[0] === DER_SEQUENCE ? signatureList(X509, data) : data;
}
function signatureList(type, data) {
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(LIST_HEADER_BYTES + OWNER_BYTES + data.length, 0);
  sizes.writeUInt32LE(OWNER_BYTES + data.length, 8);
  return Buffer.concat([guidBytes(type), sizes, guidBytes(SHIM_LOCK), data]);
}
var EMPTY_LIST = signatureList(SHA256, Buffer.alloc(32));

export {
  authenticode,
  certificatesOf,
  sectionsOf,
  EVENT,
  eventName,
  eventType,
  REGISTER_BYTES,
  ZERO,
  sha384,
  sha384Padded,
  extend,
  replay,
  compareRegisters,
  SHIM_LOCK,
  readShimImage,
  EMPTY_LIST
};
