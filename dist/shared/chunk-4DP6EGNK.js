import {
  EVENT,
  eventName,
  replay,
  sha384,
  sha384Padded
} from "./chunk-3RWSUEF5.js";
import {
  EVENT_PROFILES
} from "./chunk-IYKMFH6H.js";
import {
  RTMRS
} from "./chunk-BXA7O5QQ.js";
import {
  MRTD_VARIANTS,
  computeMrtd
} from "./chunk-3TMRABTC.js";
import {
  DataError,
  Reader
} from "./chunk-B2QDC65I.js";
import {
  endOf,
  lowRam,
  ramOfQ35,
  rangeOf,
  scratchInImage
} from "./chunk-6L5R56ZO.js";
import {
  hex
} from "./chunk-DV54WIWJ.js";

// src/tdx/acpi.ts
var SUBJECT = {
  what: "the ACPI tables",
  hint: "Give the content of QEMU's fw_cfg file etc/acpi/tables, before the firmware has patched it."
};
var TABLES_FILE = "etc/acpi/tables";
var RSDP_FILE = "etc/acpi/rsdp";
var CHECKSUM_AT = 9;
var HEADER_BYTES = 36;
var RSDP_BYTES = 20;
var COMMAND_BYTES = 128;
var FILE_NAME_BYTES = 56;
var LOADER_UNIT = 4096;
var PLAIN = ["APIC", "HPET", "MCFG", "WAET", "SRAT", "SLIT", "DMAR"];
var KNOWN = ["FACS", "DSDT", "FACP", "RSDT", ...PLAIN];
var FACP_POINTERS = [
  [36, 4],
  [40, 4],
  [140, 8]
];
function deriveAcpiFiles(tables) {
  const list = listTables(tables);
  const unknown = list.find(({ signature }) => !KNOWN.includes(signature));
  if (unknown !== void 0) {
    const message = `ACPI table ${JSON.stringify(unknown.signature)} brings loader commands that are not known`;
    throw new DataError("bad-acpi", message, unknown.offset, {
      hint: "Measure a guest without the device that brings this table."
    });
  }
  const [dsdt, facp, rsdt] = [one(list, "DSDT"), one(list, "FACP"), one(list, "RSDT")];
  const entries = Math.floor((rsdt.length - HEADER_BYTES) / 4);
  const commands = [
    allocate(RSDP_FILE, 16, 2),
    allocate(TABLES_FILE, 64, 1),
    checksum(dsdt),
    ...FACP_POINTERS.map(([at, size2]) => pointer(TABLES_FILE, facp.offset + at, size2)),
    checksum(facp),
    ...list.filter(({ signature }) => PLAIN.includes(signature)).map(checksum),
    ...Array.from(
      { length: entries },
      (_, at) => pointer(TABLES_FILE, rsdt.offset + HEADER_BYTES + 4 * at, 4)
    ),
    checksum(rsdt),
    pointer(RSDP_FILE, 16, 4),
    command(3, RSDP_FILE, [
      [60, 8],
      [64, 0],
      [68, RSDP_BYTES]
    ])
  ];
  const size = Math.ceil(commands.length * COMMAND_BYTES / LOADER_UNIT) * LOADER_UNIT;
  const loader = new Uint8Array(size);
  for (const [at, bytes] of commands.entries()) loader.set(bytes, at * COMMAND_BYTES);
  return { loader, rsdp: rsdpOf(rsdt), tables };
}
function listTables(tables) {
  const reader = new Reader(tables, SUBJECT);
  const list = [];
  while (reader.left >= 8) {
    const { offset } = reader;
    const signature = Buffer.from(reader.take(4, "a signature")).toString("latin1");
    if (signature === "\0\0\0\0") break;
    const length = reader.u32(`the length of ${signature}`);
    if (length < HEADER_BYTES) {
      const message = `the ACPI table at offset ${hex(offset)} claims ${length} bytes`;
      throw new DataError("bad-acpi", message, offset + 4, SUBJECT);
    }
    reader.skip(length - 8, `table ${JSON.stringify(signature)}`);
    list.push({ signature, offset, length });
  }
  return list;
}
function one(list, wanted) {
  const table = list.find(({ signature }) => signature === wanted);
  if (table === void 0) throw new DataError("bad-acpi", `the ACPI tables have no ${wanted}`, 0, SUBJECT);
  return table;
}
function rsdpOf({ offset }) {
  const bytes = new Uint8Array(RSDP_BYTES);
  bytes.set(Buffer.from("RSD PTR \0BOCHS ", "latin1"));
  new DataView(bytes.buffer).setUint32(16, offset, true);
  return bytes;
}
function allocate(file, alignment, zone) {
  const bytes = command(1, file, [[60, alignment]]);
  bytes[64] = zone;
  return bytes;
}
function pointer(file, offset, size) {
  const bytes = command(2, file, [[116, offset]]);
  bytes.set(Buffer.from(TABLES_FILE, "latin1"), 4 + FILE_NAME_BYTES);
  bytes[120] = size;
  return bytes;
}
function checksum({ offset, length }) {
  return command(3, TABLES_FILE, [
    [60, offset + CHECKSUM_AT],
    [64, offset],
    [68, length]
  ]);
}
function command(kind, file, numbers) {
  const bytes = new Uint8Array(COMMAND_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, kind, true);
  bytes.set(Buffer.from(file, "latin1"), 4);
  for (const [at, value] of numbers) view.setUint32(at, value, true);
  return bytes;
}

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

// src/tdx/predict-td-shim.ts
var LARGEST_REGION = 0x20000000n;
function predictTdShim({ metadata, kernel, cmdline }) {
  const region = (name) => metadata.sections.find((section) => section.name === name);
  return [
    event("rtmr0", EVENT.platformConfigFlags, "td_hob", {
      reason: "the VMM's ACPI tables are in it, which depend on its version and the devices"
    }),
    separator("rtmr0"),
    ...payloadEvents(region("Payload"), region("PayloadParam"), kernel, cmdline)
  ];
}
function payloadEvents(payload, parameters, kernel, cmdline) {
  if (payload === void 0 || parameters === void 0) {
    const reason = "its payload is in the image, and not in a section that names it";
    return [event("rtmr1", EVENT.platformFirmwareBlob2, "td_payload", { reason })];
  }
  const kernelDigest = kernel === void 0 ? { reason: "the kernel is not given" } : padded(kernel, payload, "the kernel");
  const text = Buffer.from(cmdline, "utf8");
  return [
    separator("rtmr1"),
    event("rtmr1", EVENT.platformFirmwareBlob2, "td_payload", kernelDigest),
    event(
      "rtmr1",
      EVENT.platformConfigFlags,
      "td_payload_info",
      padded(text, parameters, "the command line")
    )
  ];
}
function padded(bytes, { index, name, memorySize, dataOffset }, what) {
  const hint = { hint: "tdx-boot firmware inspect shows the sections of the image." };
  if (memorySize > LARGEST_REGION) {
    throw new DataError(
      "bad-section",
      `section ${index} (${name}) has ${memorySize} bytes`,
      dataOffset,
      hint
    );
  }
  if (BigInt(bytes.length) > memorySize) {
    const message = `${what} has ${bytes.length} bytes; section ${index} (${name}) takes ${memorySize}`;
    throw new DataError("bad-kernel", message, 0, hint);
  }
  return sha384Padded(bytes, Number(memorySize));
}

// src/tdx/authenticode.ts
import { createHash } from "node:crypto";
var SUBJECT2 = {
  what: "the EFI program",
  hint: "Give an x86-64 kernel with an EFI stub (bzImage), or another EFI program."
};
var DOS_LFANEW = 60;
var FILE_HEADER_BYTES = 20;
var SECTION_HEADER_BYTES = 40;
var PE32_PLUS = 523;
var PE32 = 267;
var SECURITY_DIRECTORY = 4;
function authenticode(file) {
  const { checksum: checksum2, certificates, headers, sections } = readLayout(file);
  const hash = createHash("sha384").update(file.subarray(0, checksum2));
  const rest = checksum2 + 4;
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
function readLayout(file) {
  const start = new Reader(file, SUBJECT2, 0);
  if (start.u16("the DOS header") !== 23117) throw bad("it does not begin with 'MZ'", 0);
  start.skip(DOS_LFANEW - 2, "the DOS header");
  const pe = start.u32("the offset of the PE header");
  const reader = new Reader(file, SUBJECT2);
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
  const counter = new Reader(file, SUBJECT2);
  counter.skip(directory - 4, "the optional header");
  const entries = counter.u32("the number of directories");
  const checksum2 = optional + 64;
  const certificatesAt = directory + 8 * SECURITY_DIRECTORY;
  const sections = readSections(file, optional + optionalBytes, count);
  if (headers > file.length || headers < checksum2 + 4)
    throw bad(`its headers claim ${hex(headers)} bytes`, optional);
  if (entries <= SECURITY_DIRECTORY) return { checksum: checksum2, headers, sections };
  if (headers < certificatesAt + 8) throw bad(`its headers claim ${hex(headers)} bytes`, optional);
  counter.skip(8 * SECURITY_DIRECTORY + 4, "the data directory");
  const size = counter.u32("the size of the certificates");
  return { checksum: checksum2, certificates: { at: certificatesAt, size }, headers, sections };
}
function readSections(file, at, count) {
  const reader = new Reader(file, SUBJECT2);
  reader.skip(at, "the optional header");
  const table = new Reader(reader.take(count * SECTION_HEADER_BYTES, "the section headers"), SUBJECT2);
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
  return new DataError("bad-kernel", `not an EFI program that can be measured: ${problem}`, offset, SUBJECT2);
}

// src/tdx/setup-header.ts
var SUBJECT3 = { what: "the kernel", hint: "Give an x86-64 kernel (bzImage, vmlinuz)." };
var AT = {
  magic: 514,
  protocol: 518,
  loader: 528,
  loadFlags: 529,
  initrd: 536,
  initrdSize: 540,
  heapEnd: 548,
  cmdline: 552,
  initrdMax: 556,
  loadFlags2: 566
};
var HEADER_END = 616;
var QEMU_LOADER = 176;
var CAN_USE_HEAP = 128;
var LOADED_HIGH = 1;
var ABOVE_4G = 2;
var CMDLINE_ADDRESS = 131072;
var SETUP_ADDRESS = 65536;
var ACPI_BYTES = 0x28000n;
var OLDEST_PROTOCOL = 524;
function patchSetupHeader({ kernel, initrd, memory }) {
  const view = headerOf(kernel);
  const protocol = view.getUint16(AT.protocol, true);
  const flags = view.getUint8(AT.loadFlags);
  if (protocol < OLDEST_PROTOCOL || (flags & LOADED_HIGH) === 0) {
    const message = `the kernel has boot protocol ${hex(protocol)}, flags ${hex(flags)}: too old to be predicted`;
    throw new DataError("bad-kernel", message, AT.protocol, SUBJECT3);
  }
  const patched = new Uint8Array(kernel);
  const out = new DataView(patched.buffer);
  out.setUint8(AT.loader, QEMU_LOADER);
  out.setUint8(AT.loadFlags, flags | CAN_USE_HEAP);
  out.setUint32(AT.heapEnd, CMDLINE_ADDRESS - SETUP_ADDRESS - 512, true);
  out.setUint32(AT.cmdline, CMDLINE_ADDRESS, true);
  if (initrd.length > 0) {
    const address = initrdAddress(view, initrd.length, memory);
    out.setUint32(AT.initrd, Number(address), true);
    out.setUint32(AT.initrdSize, initrd.length, true);
  }
  return patched;
}
function initrdAddress(view, size, memory) {
  const above = (view.getUint16(AT.loadFlags2, true) & ABOVE_4G) !== 0;
  const wanted = above ? 0xffffffffn : BigInt(view.getUint32(AT.initrdMax, true));
  const available = lowRam(memory) - ACPI_BYTES;
  const most = wanted >= available ? available - 1n : wanted;
  if (BigInt(size) >= most) {
    const message = `an initrd of ${size} bytes does not fit into the guest's memory`;
    throw new DataError("bad-kernel", message, AT.initrd, { hint: "Give the guest more memory." });
  }
  return most - BigInt(size) & ~0xfffn;
}
function headerOf(kernel) {
  const magic = Buffer.from(kernel.subarray(AT.magic, AT.magic + 4)).toString("latin1");
  if (kernel.length < HEADER_END || magic !== "HdrS") {
    throw new DataError("bad-kernel", "not a Linux kernel: no 'HdrS' at 0x202", AT.magic, SUBJECT3);
  }
  return new DataView(kernel.buffer, kernel.byteOffset, kernel.byteLength);
}

// src/tdx/td-hob.ts
var HANDOFF_BYTES = 56;
var RESOURCE_BYTES = 48;
var END_BYTES = 8;
var HANDOFF = { type: 1, version: 9, endAt: 48 };
var RESOURCE = { type: 3, systemMemory: 0, unaccepted: 7 };
var ATTRIBUTES = 7;
var HINT = { hint: "tdx-boot firmware inspect says what is wrong with the image; more memory may help." };
function buildQemuTdHob({ sections }, memory) {
  const hob = sections.find(({ name }) => name === "TD_HOB");
  if (hob === void 0) throw new DataError("bad-section", "no TD_HOB: QEMU asks for one", 0, HINT);
  const list = sections.filter(({ name }) => name === "TD_HOB" || name === "TempMem").reduce(accept, unaccepted(memory)).toSorted((a, b) => a.start < b.start ? -1 : 1);
  const length = HANDOFF_BYTES + RESOURCE_BYTES * list.length;
  if (BigInt(length + END_BYTES) > hob.memorySize) {
    const message = `the TD HOB takes ${length + END_BYTES} bytes; its section has ${hex(hob.memorySize)}`;
    throw new DataError("bad-section", message, hob.dataOffset, HINT);
  }
  const view = new DataView(new ArrayBuffer(length));
  view.setUint16(0, HANDOFF.type, true);
  view.setUint16(2, HANDOFF_BYTES, true);
  view.setUint32(8, HANDOFF.version, true);
  view.setBigUint64(HANDOFF.endAt, hob.address + BigInt(length + END_BYTES), true);
  for (const [index, entry] of list.entries())
    putResource(view, HANDOFF_BYTES + RESOURCE_BYTES * index, entry);
  return new Uint8Array(view.buffer);
}
function unaccepted(memory) {
  return ramOfQ35(memory).map(([start, end]) => ({ start, end, accepted: false }));
}
function accept(list, section) {
  const [start, end] = [section.address, endOf(section)];
  if (start === end) return list;
  const around = list.find((entry) => !entry.accepted && entry.start <= start && end <= entry.end);
  if (around === void 0) {
    const message = `section ${section.index} (${section.name}): ${rangeOf(section)} is no free RAM under QEMU`;
    throw new DataError("bad-section", message, section.dataOffset, HINT);
  }
  const before = { ...around, end: start };
  const after = { ...around, start: end };
  const cut = [before, { start, end, accepted: true }, after].filter((entry) => entry.start < entry.end);
  return [...list.filter((entry) => entry !== around), ...cut];
}
function putResource(view, at, { start, end, accepted }) {
  view.setUint16(at, RESOURCE.type, true);
  view.setUint16(at + 2, RESOURCE_BYTES, true);
  view.setUint32(at + 24, accepted ? RESOURCE.systemMemory : RESOURCE.unaccepted, true);
  view.setUint32(at + 28, ATTRIBUTES, true);
  view.setBigUint64(at + 32, start, true);
  view.setBigUint64(at + 40, end - start, true);
}

// src/tdx/variable-store.ts
var GLOBAL = "8be4df61-93ca-11d2-aa0d-00e098032b8c";
var IMAGE_SECURITY = "d719b2cb-3d3a-4596-a3bc-dad00e67656f";
var MEASURED = [
  { guid: GLOBAL, name: "SecureBoot" },
  { guid: GLOBAL, name: "PK" },
  { guid: GLOBAL, name: "KEK" },
  { guid: IMAGE_SECURITY, name: "db" },
  { guid: IMAGE_SECURITY, name: "dbx" }
];
var AUTHENTICATED = "aaf32c78-947b-439a-a180-2e144ec37792";
var SUBJECT4 = { what: "the variable store", hint: "Give a whole firmware image." };
var HEADER_LENGTH_AT = 48;
var STORE_HEADER_BYTES = 28;
var START = 21930;
var ADDED = 63;
function secureBootVariables(cfv) {
  const stored = readStore(cfv);
  const find = (name, guid) => stored.find((variable) => variable.name === name && variable.guid === guid)?.data ?? new Uint8Array();
  const enabled = find("PK", GLOBAL).length > 0 ? Uint8Array.of(1) : new Uint8Array();
  return MEASURED.map(({ guid, name }) => ({
    guid,
    name,
    data: name === "SecureBoot" ? enabled : find(name, guid)
  }));
}
function variableData({ guid, name, data }) {
  const digits = guid.replaceAll("-", "");
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  const head = Uint8Array.from(order, (at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16));
  const lengths = new DataView(new ArrayBuffer(16));
  lengths.setBigUint64(0, BigInt(name.length), true);
  lengths.setBigUint64(8, BigInt(data.length), true);
  return Buffer.concat([head, new Uint8Array(lengths.buffer), Buffer.from(name, "utf16le"), data]);
}
function readStore(cfv) {
  const variables = [];
  try {
    const reader = storeReader(cfv);
    while (reader.left >= 2 && reader.u16("the start of a variable") === START) {
      const state = reader.u8("its state");
      reader.skip(33, "its attributes and time");
      const nameBytes = reader.u32("the size of its name");
      const dataBytes = reader.u32("the size of its data");
      const guid = reader.guid("its GUID");
      const name = Buffer.from(reader.take(nameBytes, "its name")).toString("utf16le").replace(/\0.*$/s, "");
      const data = reader.take(dataBytes, "its data");
      if (state === ADDED) variables.push({ guid, name, data });
      reader.skip(Math.min(reader.left, -(nameBytes + dataBytes) & 3), "padding");
    }
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
  }
  return variables;
}
function storeReader(cfv) {
  const volume = new Reader(cfv, SUBJECT4);
  volume.skip(HEADER_LENGTH_AT, "the header of the volume");
  const at = volume.u16("the length of the header");
  const reader = new Reader(cfv, SUBJECT4);
  reader.skip(at, "the header of the volume");
  const format = reader.guid("the format of the store");
  reader.skip(STORE_HEADER_BYTES - 16, "the header of the store");
  if (format !== AUTHENTICATED)
    throw new DataError("truncated", `the store has format ${format}`, at, SUBJECT4);
  return reader;
}

// src/tdx/predict-tdvf.ts
var KERNEL_HEADERS = ["patched", "original"];
var STUB_MEASURES = ["measures", "silent"];
var LOAD_OPTIONS = "LOADED_IMAGE::LoadOptions";
var INITRD = "Linux initrd";
var ON_DISK = { reason: "what boots is on the disk: the boot loader and what it measures itself" };
function predictTdvf(boot) {
  return [...firmwareEvents(boot), ...bootEvents(boot), ...kernelEvents(boot)];
}
function measureKernel({ kernel, initrd, cmdline }, memory) {
  if (cmdline.includes("\0")) {
    throw new DataError("bad-kernel", "the command line has a NUL in it", 0, { hint: "Remove it." });
  }
  const unknown = { reason: "QEMU writes the initrd's address into it, which depends on the guest's memory" };
  const patched = initrd.length > 0 && memory === void 0 ? unknown : authenticode(patchSetupHeader({ kernel, initrd, memory: memory ?? 0n }));
  const program = { patched, original: authenticode(kernel) };
  return { program, cmdline, ...initrd.length === 0 ? {} : { initrd: sha384(initrd) } };
}
function firmwareEvents(boot) {
  const { image, metadata, profile } = boot;
  const cfv = metadata.sections.find(({ name }) => name === "CFV");
  const data = cfv === void 0 ? new Uint8Array() : image.subarray(cfv.dataOffset, cfv.dataOffset + cfv.rawSize);
  return [
    event("rtmr0", EVENT.handoffTables2, "TD HOB", tdHob(boot)),
    hashed("rtmr0", EVENT.platformFirmwareBlob2, "CFV", data),
    ...secureBootVariables(data).map(
      (variable) => hashed("rtmr0", EVENT.variableDriverConfig, variable.name, variableData(variable))
    ),
    separator("rtmr0"),
    ...profile.acpi ? acpiEvents(boot) : [],
    ...profile.bootVariables === "rtmr0" ? bootVariables(boot) : [],
    ...profile.separator === "rtmr0" ? [separator("rtmr0")] : []
  ];
}
function tdHob({ metadata, vmm, memory }) {
  if (vmm === "cloud-hypervisor") {
    return {
      reason: "Cloud Hypervisor's ACPI tables are in it, which depend on its version and the devices"
    };
  }
  if (memory === void 0) return { reason: "it lists the memory of the guest, whose size is not given" };
  return sha384(buildQemuTdHob(metadata, memory));
}
function acpiEvents({ acpi }) {
  const unknown = {
    reason: "the VMM's ACPI tables are not given; they depend on its version and the devices"
  };
  return ["loader", "rsdp", "tables"].map(
    (file) => event(
      "rtmr0",
      EVENT.platformConfigFlags,
      `ACPI DATA, ${file}`,
      acpi === void 0 ? unknown : sha384(acpi[file])
    )
  );
}
function bootVariables({ direct, profile }) {
  const variable = (text, digest) => event(profile.bootVariables, EVENT.variableBoot, text, digest);
  if (direct === void 0) {
    return [
      variable("boot options", {
        reason: "the firmware makes them from the disks and network cards it finds"
      })
    ];
  }
  if (profile.boot === void 0) {
    return [
      variable("boot options", { reason: `those of ${profile.releases} have not been seen in an event log` })
    ];
  }
  const { order, option } = profile.boot;
  return [
    variable("BootOrder", sha384(Buffer.from(order, "hex"))),
    variable("Boot0000", sha384(Buffer.from(option, "hex")))
  ];
}
function bootEvents(boot) {
  const { direct, profile } = boot;
  const program = (digest) => event("rtmr1", EVENT.bootServicesApplication, "what the firmware starts", digest);
  if (direct === void 0) return [program(ON_DISK)];
  return [
    program(direct.program[boot.header]),
    ...profile.bootVariables === "rtmr1" ? bootVariables(boot) : [],
    action("rtmr1", "Calling EFI Application from Boot Option"),
    ...profile.separator === "rtmr1" ? [separator("rtmr1")] : [],
    action("rtmr1", "Exit Boot Services Invocation"),
    action("rtmr1", "Exit Boot Services Returned with Success")
  ];
}
function kernelEvents({ direct, profile, stub }) {
  if (direct === void 0) return [event("rtmr2", EVENT.ipl, "what the boot loader measures", ON_DISK)];
  if (stub === "silent") return [];
  const options = loadOptions(direct, profile);
  return [
    ...options === "" ? [] : [hashed("rtmr2", EVENT.eventTag, LOAD_OPTIONS, Buffer.from(`${options}\0`, "utf16le"))],
    ...direct.initrd === void 0 ? [] : [event("rtmr2", EVENT.eventTag, INITRD, direct.initrd)]
  ];
}
function loadOptions({ cmdline, initrd }, { initrd: place }) {
  const narrow = Buffer.from(cmdline, "utf8").toString("latin1");
  if (initrd === void 0) return narrow;
  return place === "after-cmdline" ? `${narrow} initrd=initrd` : `initrd=initrd ${narrow}`;
}

// src/tdx/possible-values.ts
function isTdShim({ sections }, image) {
  return sections.some(({ name }) => name === "Payload") || scratchInImage(sections, image.length) !== void 0;
}
function possibleMrtds({ image, metadata, vmm, order }) {
  const variants = MRTD_VARIANTS.filter(
    ({ reader, method: rules }) => (vmm ?? reader) === reader && (order ?? rules.order) === rules.order
  );
  const rows = variants.map(({ reader, method: rules }) => {
    const value = computeMrtd(image, metadata, rules);
    return { register: "mrtd", value, by: `${reader} ${rules.order}` };
  });
  return grouped(rows);
}
function possibleRtmrs(known) {
  return grouped(rtmrRows(known));
}
function rtmrRows(known) {
  return isTdShim(known.metadata, known.image) ? tdShimRows(known) : tdvfRows(known);
}
function possibleEvents(known) {
  if (isTdShim(known.metadata, known.image)) return [{ by: TD_SHIM, events: tdShimEvents(known) }];
  return tdvfBoots(known).map(({ profile, predict }) => ({
    by: profile.id,
    events: predict("patched", "measures")
  }));
}
function tdShimEvents({ metadata, direct }) {
  return predictTdShim({ metadata, kernel: direct?.kernel, cmdline: direct?.cmdline ?? "" });
}
function tdShimRows(known) {
  const events = tdShimEvents(known);
  return RTMRS.map((register) => row(register, events, TD_SHIM));
}
function row(register, events, by) {
  const own = events.filter((event2) => event2.register === register);
  return { register, value: predictRegisters(own)[register], by, events: own };
}
function tdvfBoots({
  image,
  metadata,
  vmm = "qemu",
  profile: wanted,
  memory,
  acpi,
  direct
}) {
  const kernel = direct === void 0 ? void 0 : measureKernel(direct, memory);
  return EVENT_PROFILES.filter(({ id }) => (wanted ?? id) === id).map((profile) => ({
    profile,
    predict: (header, stub) => predictTdvf({ image, metadata, vmm, profile, memory, acpi, direct: kernel, header, stub })
  }));
}
function tdvfRows(known) {
  const { vmm = "qemu", direct } = known;
  const stubs = STUB_MEASURES.filter((stub) => (known.stub ?? stub) === stub);
  return tdvfBoots(known).flatMap(({ profile, predict }) => {
    const by = (what) => direct === void 0 ? profile.id : `${profile.id}, ${what}`;
    const first = predict("original", "measures");
    return [
      row("rtmr0", first, `${vmm}, ${profile.id}`),
      ...KERNEL_HEADERS.map(
        (header) => row("rtmr1", predict(header, "measures"), by(`setup header ${header}`))
      ),
      ...stubs.map((stub) => row("rtmr2", predict("original", stub), by(STUBS[stub]))),
      row("rtmr3", first, profile.id)
    ];
  });
}
var TD_SHIM = "td-shim v0.8.0";
var STUBS = {
  measures: "Linux 6.9 and later",
  silent: "Linux before 6.9"
};
function grouped(rows) {
  const groups = /* @__PURE__ */ new Map();
  for (const { register, value, by } of rows) {
    const key = `${register} ${isPredicted(value) ? value : value.reason}`;
    const group = groups.get(key) ?? { register, value, by: /* @__PURE__ */ new Set() };
    group.by.add(by);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ register, value, by }) => ({
    register,
    ...isPredicted(value) ? { value } : { reason: value.reason },
    by: [...by]
  })).toSorted((a, b) => a.register.localeCompare(b.register));
}

export {
  deriveAcpiFiles,
  isPredicted,
  isTdShim,
  possibleMrtds,
  possibleRtmrs,
  rtmrRows,
  possibleEvents
};
