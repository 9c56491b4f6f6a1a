import {
  EVENT,
  eventName,
  replay,
  sha384
} from "./chunk-PBTCGB6N.js";
import {
  DataError,
  Reader
} from "./chunk-5XTVBRU6.js";
import {
  hex
} from "./chunk-DV54WIWJ.js";

// src/tdx/prediction.ts
function predictRegisters(events) {
  const after = (register) => registerAfter(events, register);
  return { rtmr0: after("rtmr0"), rtmr1: after("rtmr1"), rtmr2: after("rtmr2"), rtmr3: after("rtmr3") };
}
function isPredicted(value) {
  return typeof value === "string";
}
function hashed(register, type, text, bytes) {
  return event(register, type, text, sha384(bytes));
}
function event(register, type, text, digest) {
  return { register, name: eventName(type), text, digest };
}
function separator(register) {
  return hashed(register, EVENT.separator, "separator", new Uint8Array(4));
}
function action(register, text) {
  return hashed(register, EVENT.efiAction, text, Buffer.from(text, "latin1"));
}
function registerAfter(events, register) {
  const digests = [];
  for (const { register: of, name, text, digest } of events) {
    if (of !== register) continue;
    if (!isPredicted(digest)) return { reason: `${name} (${text}): ${digest.reason}` };
    digests.push(digest);
  }
  return replay(digests);
}

// src/tdx/authenticode.ts
import { createHash } from "node:crypto";
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
  const hash = createHash(algorithm).update(file.subarray(0, checksum));
  const rest = checksum + 4;
  if (certificates === void 0) hash.update(file.subarray(rest, headers));
  else hash.update(file.subarray(rest, certificates.at)).update(file.subarray(certificates.at + 8, headers));
  let hashed2 = headers;
  for (const [offset, size] of sections) {
    hash.update(file.subarray(offset, offset + size));
    hashed2 += size;
  }
  const end = file.length - (certificates?.size ?? 0);
  if (end < hashed2 && hashed2 < file.length) throw bad("its certificates overlap its sections", 0);
  if (hashed2 < end) hash.update(file.subarray(hashed2, end));
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
    const name = Buffer.from(file.subarray(at, at + 8)).toString("latin1").replace(/\0.*$/s, "");
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

// src/tdx/linux-stub.ts
function linuxStubEvents(options, initrd) {
  return [
    ...options === void 0 ? [] : [hashed("rtmr2", EVENT.eventTag, "LOADED_IMAGE::LoadOptions", loadOptions(options))],
    ...initrd === void 0 ? [] : [event("rtmr2", EVENT.eventTag, "Linux initrd", initrd)]
  ];
}
function loadOptions(options) {
  return Buffer.from(`${options}\0`, "utf16le");
}

// src/tdx/predict-uki.ts
var MEASURED = [
  ".linux",
  ".osrel",
  ".cmdline",
  ".initrd",
  ".ucode",
  ".splash",
  ".dtb",
  ".uname",
  ".sbat",
  ".pcrpkey"
];
var ADDED_TO_INITRD = [".pcrsig", ".pcrpkey", ".ucode"];
var FIRST_MEASURING = 255;
var FIRST_ADDING = 257;
function systemdVersion(program, magic) {
  const [, version] = new RegExp(`${program} (\\d+)`).exec(magic) ?? [];
  return version === void 0 ? void 0 : Number(version);
}
function measureUki({
  program,
  addons = false
}) {
  const sections = sectionsOf(program);
  const find = (name) => sections.find((one) => one.name === name)?.content;
  const [kernel, initrd] = [find(".linux"), find(".initrd")];
  const stub = systemdVersion("systemd-stub", textOf(find(".sdmagic")));
  if (kernel === void 0 || stub === void 0) {
    return {
      reason: "the program on the disk is neither systemd-boot nor a UKI of systemd-stub: what it starts and measures is not known"
    };
  }
  const added = [
    ...ADDED_TO_INITRD.filter((name) => find(name) !== void 0),
    ...addons ? ["credentials, extensions or addons on the partition"] : []
  ];
  const late = stub >= FIRST_ADDING ? [`systemd-stub ${stub}`] : added;
  const unknown = {
    reason: `${late.join(", ")}: the stub hands further files to the kernel, whose digest is not known`
  };
  const own = MEASURED.flatMap((name) => {
    const content = find(name);
    if (content === void 0) return [];
    return [
      hashed("rtmr2", EVENT.ipl, `name of ${name}`, Buffer.from(`${name}\0`, "latin1")),
      hashed("rtmr2", EVENT.ipl, `section ${name}`, content)
    ];
  });
  return {
    stub,
    programs: [
      ["the UKI", authenticode(program)],
      ["the kernel in the UKI", authenticode(kernel)]
    ],
    own: late.length > 0 ? unknown : stub < FIRST_MEASURING ? [] : own,
    linux: linuxStubEvents(stubCmdline(find(".cmdline")), initrd === void 0 ? void 0 : sha384(initrd))
  };
}
function stubCmdline(section) {
  if (section === void 0 || section.length === 0) return void 0;
  const [text = ""] = textOf(section).split("\0", 1);
  const characters = Array.from(text, (one) => one < " " ? " " : one);
  return characters.slice(0, characters.findLastIndex((one) => one !== " ") + 1).join("");
}
function textOf(bytes = new Uint8Array()) {
  return Buffer.from(bytes).toString("utf8");
}

// src/tdx/predict-disk.ts
var FIRST_LEAVING_OPTIONS = 254;
var FIRST_ALIGNING = 257;
var LAST_READ = 257;
function systemdBootVersion(program) {
  try {
    const magic = sectionsOf(program).find(({ name }) => name === ".sdmagic")?.content ?? new Uint8Array();
    return systemdVersion("systemd-boot", Buffer.from(magic).toString("latin1"));
  } catch (error) {
    if (error instanceof DataError) return void 0;
    throw error;
  }
}
function measureDisk({ gpt, entry, ...program }) {
  const loader = systemdBootVersion(program.program);
  const start = loader === void 0 ? measureUki(program) : measureSystemdBoot(program.program, loader, entry);
  return "reason" in start ? start : { gpt, ...start };
}
function measureSystemdBoot(program, version, entry) {
  if (version > LAST_READ) return { reason: `systemd-boot ${version}: what it measures is not known` };
  if (entry === void 0) return { reason: "what systemd-boot starts is not known" };
  if ("reason" in entry) return entry;
  const start = "uki" in entry ? measureUkiEntry(entry.uki, version) : measureKernelEntry(entry, version);
  if ("reason" in start) return start;
  return { ...start, programs: [["systemd-boot", authenticode(program)], ...start.programs] };
}
function measureUkiEntry(entry, version) {
  const uki = measureUki(entry);
  if ("reason" in uki) return uki;
  if (version >= FIRST_LEAVING_OPTIONS || uki.stub < FIRST_MEASURING) return uki;
  const reason = `systemd-boot ${version} hands the command line to systemd-stub ${uki.stub}: what the stub measures of it is not known`;
  return { ...uki, own: { reason } };
}
function measureKernelEntry({ kernel, initrds, options }, version) {
  if (sectionsOf(kernel).some(({ name }) => name === ".linux")) {
    return { reason: "the default entry starts a UKI as a kernel: what the stub measures is not known" };
  }
  return {
    programs: [["the kernel", authenticode(kernel)]],
    own: options === void 0 || version < FIRST_MEASURING ? [] : [hashed("rtmr2", EVENT.ipl, "command line of the entry", loadOptions(options))],
    linux: linuxStubEvents(options, joined(initrds, version))
  };
}
function joined(initrds, version) {
  const files = initrds.filter(({ length }) => length > 0);
  if (files.length === 0) return void 0;
  if (version < FIRST_MEASURING || files.every(({ length }) => length % 4 === 0)) {
    return sha384(Buffer.concat(files));
  }
  if (version < FIRST_ALIGNING) {
    return { reason: `systemd-boot ${version} may fill the initrd up to a multiple of 4 bytes` };
  }
  const parts = files.flatMap(
    (file, index) => index === files.length - 1 ? [file] : [file, new Uint8Array(-file.length & 3)]
  );
  return sha384(Buffer.concat(parts));
}
function diskBootEvents({ gpt, programs }, profile) {
  const reason = "the firmware makes them from the disks and network cards it finds";
  return [
    ...profile.bootVariables === "rtmr1" ? [event("rtmr1", EVENT.variableBoot, "boot options", { reason })] : [],
    action("rtmr1", "Calling EFI Application from Boot Option"),
    ...profile.separator === "rtmr1" ? [separator("rtmr1")] : [],
    hashed("rtmr1", EVENT.gptEvent, "partition table", gpt),
    ...programs.map(([text, digest]) => event("rtmr1", EVENT.bootServicesApplication, text, digest)),
    action("rtmr1", "Exit Boot Services Invocation"),
    action("rtmr1", "Exit Boot Services Returned with Success")
  ];
}
function diskKernelEvents({ own, linux }, linuxMeasures) {
  if ("reason" in own) return [event("rtmr2", EVENT.eventTag, "Linux initrd", own)];
  return linuxMeasures ? [...own, ...linux] : [...own];
}

export {
  authenticode,
  certificatesOf,
  predictRegisters,
  isPredicted,
  hashed,
  event,
  separator,
  action,
  linuxStubEvents,
  systemdBootVersion,
  measureDisk,
  diskBootEvents,
  diskKernelEvents
};
