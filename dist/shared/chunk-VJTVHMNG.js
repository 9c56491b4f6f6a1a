import {
  STUB_MEASURES,
  action,
  authorityOf,
  diskBootEvents,
  diskKernelEvents,
  event,
  hashed,
  isPredicted,
  linuxStubEvents,
  loadOptions,
  measureDisk,
  predictRegisters,
  separator
} from "./chunk-BGTM5X7Z.js";
import {
  EVENT_PROFILES
} from "./chunk-MOGLVO6R.js";
import {
  utf16
} from "./chunk-J5VI26OM.js";
import {
  EVENT,
  SHIM_LOCK,
  authenticode,
  sha384,
  sha384Padded
} from "./chunk-Z5EMF6HS.js";
import {
  MRTD_VARIANTS,
  computeMrtd
} from "./chunk-M3NQKO3U.js";
import {
  DataError,
  Reader
} from "./chunk-LZS5NMGH.js";
import {
  endOf,
  lowRam,
  ramOfQ35,
  rangeOf,
  scratchInImage
} from "./chunk-GM4JGWXZ.js";
import {
  KERNEL_HEADERS,
  RTMRS
} from "./chunk-DTP6JIFW.js";
import {
  guidAt,
  guidBytes,
  hex
} from "./chunk-TOLEDQXP.js";

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

// src/tdx/boot-options.ts
var UI_APP = "090100002c0055006900410070007000000004071400c9bdb87cebf8344faaea3ee4af6516a10406140021aa2c4614760345836e8ab6f46623317fff0400";
var BOOT_MANAGER_MENU = "090100002c0042006f006f0074004d0061006e0061006700650072004d0065006e007500410070007000000004071400c9bdb87cebf8344faaea3ee4af6516a104061400dc5bc2eef267954db1d5f81b2039d11d7fff0400";
var FIRMWARE_SETUP = "010100002c0045004600490020004600690072006d007700610072006500200053006500740075007000000004071400c9bdb87cebf8344faaea3ee4af6516a10406140021aa2c4614760345836e8ab6f46623317fff0400";
function bootVariables({ boot }, drivers) {
  if (boot === "ui-app") return variablesOf([UI_APP]);
  if (drivers === void 0) {
    return { reason: "they depend on the files in the volumes of the image, which cannot be read" };
  }
  if (!drivers.bootManagerMenu) {
    return {
      reason: "BootManagerMenuApp is not in the volume of BdsDxe: such boot options have not been seen"
    };
  }
  return variablesOf(drivers.firmwareSetup ? [BOOT_MANAGER_MENU, FIRMWARE_SETUP] : [BOOT_MANAGER_MENU]);
}
function variablesOf(options) {
  const order = Uint8Array.from(options.flatMap((_, number) => [number, 0]));
  return [
    ["BootOrder", order],
    ...options.map((option, number) => [`Boot000${number}`, Buffer.from(option, "hex")])
  ];
}

// src/tdx/setup-header.ts
var SUBJECT = { what: "the kernel", hint: "Give an x86-64 kernel (bzImage, vmlinuz)." };
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
    throw new DataError("bad-kernel", message, AT.protocol, SUBJECT);
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
    throw new DataError("bad-kernel", "not a Linux kernel: no 'HdrS' at 0x202", AT.magic, SUBJECT);
  }
  return new DataView(kernel.buffer, kernel.byteOffset, kernel.byteLength);
}

// src/tdx/smbios.ts
var SUBJECT2 = {
  what: "the SMBIOS table",
  hint: "Read it whole, as root, in a guest of the same machine: cat /sys/firmware/dmi/tables/DMI"
};
var HEADER_BYTES = 4;
var END_TYPE = 127;
var FIRST_OEM_TYPE = 128;
var MOST_STRUCTURES = 4096;
var UNMEASURED = {
  1: [
    [7, 1, "string"],
    [8, 16, "value"],
    [24, 1, "value"]
  ],
  2: [
    [7, 1, "string"],
    [10, 1, "value"]
  ],
  3: [
    [7, 1, "string"],
    [8, 1, "string"]
  ],
  4: [
    [32, 1, "string"],
    [33, 1, "string"],
    [34, 1, "string"],
    [35, 1, "value"],
    [36, 1, "value"],
    [37, 1, "value"],
    [42, 2, "value"],
    [44, 2, "value"],
    [46, 2, "value"],
    [17, 1, "value"],
    [22, 2, "value"]
  ],
  11: "all",
  15: "all",
  17: [
    [24, 1, "string"],
    [25, 1, "string"],
    [26, 1, "string"]
  ],
  18: "all",
  22: [
    [7, 1, "string"],
    [16, 2, "value"],
    [18, 2, "value"]
  ],
  23: [[5, 2, "value"]],
  27: [[12, 2, "value"]],
  31: "all",
  33: "all",
  39: [
    [8, 1, "string"],
    [9, 1, "string"],
    [10, 1, "string"]
  ]
};
function measuredSmbios(table) {
  const measured = new Uint8Array(table);
  let at = 0;
  for (let count = 0; count < MOST_STRUCTURES && at < measured.length; count++) {
    const { type, end } = structureAt(measured, at);
    filter(measured.subarray(at, end), type);
    at = end;
    if (type === END_TYPE) return measured.subarray(0, at);
  }
  const message = `the SMBIOS table has no end (type ${END_TYPE}) within ${hex(at)} bytes`;
  throw new DataError("bad-smbios", message, at, SUBJECT2);
}
function structureAt(table, at) {
  const reader = new Reader(table, SUBJECT2);
  reader.skip(at, "the structures before");
  const type = reader.u8("the type of a structure");
  const length = reader.u8("the length of a structure");
  if (length < HEADER_BYTES) {
    const message = `the SMBIOS structure at offset ${hex(at)} claims ${length} bytes`;
    throw new DataError("bad-smbios", message, at, SUBJECT2);
  }
  reader.skip(length - 2, `a structure of type ${type}`);
  let end = reader.offset;
  while (end + 1 < table.length && (table[end] !== 0 || table[end + 1] !== 0)) end++;
  if (end + 2 > table.length) reader.skip(table.length, `the strings of a structure of type ${type}`);
  return { type, end: end + 2 };
}
function filter(structure, type) {
  const fields = type >= FIRST_OEM_TYPE ? "all" : UNMEASURED[type];
  if (fields === void 0) return;
  if (fields === "all") {
    structure.fill(0, HEADER_BYTES);
    return;
  }
  const length = structure[1] ?? 0;
  for (const [offset, size, kind] of fields) {
    if (length < offset + size) continue;
    if (kind === "string") blank(structure, length, structure[offset] ?? 0);
    structure.fill(0, offset, offset + size);
  }
}
function blank(structure, start, wanted) {
  if (wanted === 0) return;
  let at = start;
  for (let number = 1; at < structure.length && structure[at] !== 0; number++) {
    const end = structure.indexOf(0, at);
    if (number === wanted) {
      structure.fill(32, at, end);
      return;
    }
    at = end + 1;
  }
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
var KEPT = new Set(MEASURED.map(({ name }) => name));
var LONGEST_NAME = 256;
var AUTHENTICATED = "aaf32c78-947b-439a-a180-2e144ec37792";
var SUBJECT3 = { what: "the variable store", hint: "Give a whole firmware image." };
var HEADER_LENGTH_AT = 48;
var STORE_HEADER_BYTES = 28;
var START = 21930;
var ADDED = 63;
var SECURE_BOOT = {
  "not-built-in": new Uint8Array(),
  "without-keys": Uint8Array.of(0),
  on: Uint8Array.of(1)
};
function secureVariables(cfv, builtIn) {
  const stored = readStore(cfv, (name) => KEPT.has(name));
  const find = (name, guid) => stored.find((variable) => variable.name === name && variable.guid === guid)?.data ?? new Uint8Array();
  const hasKey = find("PK", GLOBAL).length > 0;
  const secureBoot = !(builtIn ?? hasKey) ? "not-built-in" : hasKey ? "on" : "without-keys";
  const measured = MEASURED.map(({ guid, name }) => ({
    ...{ guid, name, data: name === "SecureBoot" ? SECURE_BOOT[secureBoot] : find(name, guid) }
  }));
  return { secureBoot, measured };
}
function authorityVariable(data) {
  return { guid: IMAGE_SECURITY, name: "db", data };
}
function variableData({ guid, name, data }) {
  const lengths = new DataView(new ArrayBuffer(16));
  lengths.setBigUint64(0, BigInt(name.length), true);
  lengths.setBigUint64(8, BigInt(data.length), true);
  return Buffer.concat([guidBytes(guid), new Uint8Array(lengths.buffer), Buffer.from(name, "utf16le"), data]);
}
function storedVariables(cfv) {
  return readStore(cfv, () => true);
}
var MOST_RECORDS = 1e4;
function readStore(cfv, keep) {
  const variables = [];
  let records = 0;
  try {
    const reader = storeReader(cfv);
    while (reader.left >= 2 && reader.u16("the start of a variable") === START && records <= MOST_RECORDS) {
      records++;
      const state = reader.u8("its state");
      reader.skip(33, "its attributes and time");
      const nameBytes = reader.u32("the size of its name");
      const dataBytes = reader.u32("the size of its data");
      const vendor = reader.take(16, "its GUID");
      const encoded = reader.take(nameBytes, "its name");
      const data = reader.take(dataBytes, "its data");
      if (state === ADDED && nameBytes <= LONGEST_NAME) {
        const name = Buffer.from(encoded).toString("utf16le").replace(/\0.*$/s, "");
        if (keep(name)) variables.push({ guid: guidAt(vendor, 0), name, data });
      }
      reader.skip(Math.min(reader.left, -(nameBytes + dataBytes) & 3), "padding");
    }
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
  }
  if (records <= MOST_RECORDS) return variables;
  const message = `the variable store has more than ${MOST_RECORDS} variables`;
  throw new DataError("bad-section", message, 0, SUBJECT3);
}
function storeReader(cfv) {
  const volume = new Reader(cfv, SUBJECT3);
  volume.skip(HEADER_LENGTH_AT, "the header of the volume");
  const at = volume.u16("the length of the header");
  const reader = new Reader(cfv, SUBJECT3);
  reader.skip(at, "the header of the volume");
  const format = reader.guid("the format of the store");
  reader.skip(STORE_HEADER_BYTES - 16, "the header of the store");
  if (format !== AUTHENTICATED)
    throw new DataError("truncated", `the store has format ${format}`, at, SUBJECT3);
  return reader;
}

// src/tdx/predict-tdvf.ts
var ON_DISK = { reason: "what boots is on the disk: the boot loader and what it measures itself" };
function predictTdvf(boot) {
  return [...firmwareEvents(boot), ...bootEvents(boot), ...kernelEvents(boot)];
}
function measureKernel({ kernel, initrd, cmdline }, memory, image) {
  if (cmdline.includes("\0")) {
    throw new DataError("bad-kernel", "the command line has a NUL in it", 0, { hint: "Remove it." });
  }
  const unknown = { reason: "QEMU writes the initrd's address into it, which depends on the guest's memory" };
  const patched = initrd.length > 0 && memory === void 0 ? unknown : authenticode(patchSetupHeader({ kernel, initrd, memory: memory ?? 0n }));
  const original = authenticode(kernel);
  const known = { cmdline, ...initrd.length === 0 ? {} : { initrd: sha384(initrd) } };
  if (image.secureBoot !== "on") return { program: { patched, original }, ...known };
  const entry = authorityOf(
    kernel,
    image.measured.find(({ name }) => name === "db")?.data ?? new Uint8Array()
  );
  if (!(entry instanceof Uint8Array)) {
    return { program: { patched: entry, original: entry }, authority: entry, ...known };
  }
  const authority = sha384(variableData(authorityVariable(entry)));
  return { program: { patched: original === patched ? patched : REFUSED, original }, authority, ...known };
}
var REFUSED = {
  reason: "Secure Boot is on: QEMU's changes to the setup header break the kernel's signature"
};
function firmwareEvents(boot) {
  const { image, profile } = boot;
  return [
    event("rtmr0", EVENT.handoffTables2, "TD HOB", tdHob(boot)),
    event("rtmr0", EVENT.platformFirmwareBlob2, "CFV", image.cfv),
    ...profile.fwCfg ? fwCfgEvents(boot) : [],
    ...image.measured.map(
      (variable) => hashed("rtmr0", EVENT.variableDriverConfig, variable.name, variableData(variable))
    ),
    separator("rtmr0"),
    ...profile.acpi ? acpiEvents(boot) : [],
    ...authorityEvents(boot),
    ...profile.smbios ? [event("rtmr0", EVENT.handoffTables, "SMBIOS", smbiosDigest(boot))] : [],
    ...profile.bootVariables === "rtmr0" ? bootEventsOf(boot) : [],
    ...profile.separator === "rtmr0" ? [separator("rtmr0")] : []
  ];
}
var BOOT_MENU_OFF = Uint8Array.of(0, 0);
var KERNEL_ROM = Buffer.from("/rom@genroms/linuxboot_dma.bin\0", "latin1");
function fwCfgEvents({ direct }) {
  const file = (name, content) => hashed("rtmr0", EVENT.platformConfigFlags, `fw_cfg file ${name}`, content);
  return [file("BootMenu", BOOT_MENU_OFF), ...direct === void 0 ? [] : [file("bootorder", KERNEL_ROM)]];
}
function authorityEvents({ direct }) {
  if (direct?.authority === void 0) return [];
  return [
    event("rtmr0", EVENT.variableAuthority, "db, the entry that lets the kernel start", direct.authority)
  ];
}
function smbiosDigest({ smbios }) {
  if (smbios !== void 0) return sha384(measuredSmbios(smbios));
  return { reason: "the SMBIOS table is not given; it depends on the VMM, its options and the firmware" };
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
function acpiEvents({ acpi, profile }) {
  const known = acpiFor(acpi, profile);
  return ["loader", "rsdp", "tables"].map(
    (file) => event(
      "rtmr0",
      EVENT.platformConfigFlags,
      `ACPI DATA, ${file}`,
      "reason" in known ? known : sha384(known[file])
    )
  );
}
function acpiFor(acpi, { mmconfig }) {
  if (acpi === void 0) {
    return { reason: "the VMM's ACPI tables are not given; they depend on its version and the devices" };
  }
  if ("reason" in acpi || acpi.mmconfig === void 0 || acpi.mmconfig === mmconfig) return acpi;
  return { reason: `this firmware has the PCI Express configuration space elsewhere, at ${hex(mmconfig)}` };
}
function bootEventsOf({ direct, profile, image }) {
  const unknown = (reason) => [
    event(profile.bootVariables, EVENT.variableBoot, "boot options", { reason })
  ];
  if (direct === void 0)
    return unknown("the firmware makes them from the disks and network cards it finds");
  const variables = bootVariables(profile, image.drivers);
  if ("reason" in variables) return unknown(variables.reason);
  return variables.map(([name, content]) => hashed(profile.bootVariables, EVENT.variableBoot, name, content));
}
function bootEvents(boot) {
  const { direct, profile } = boot;
  const program = (digest) => event("rtmr1", EVENT.bootServicesApplication, "what the firmware starts", digest);
  if (direct === void 0) {
    const { disk = ON_DISK } = boot;
    return "reason" in disk ? [program(disk)] : diskBootEvents(disk, profile);
  }
  return [
    program(direct.program[boot.header]),
    ...profile.bootVariables === "rtmr1" ? bootEventsOf(boot) : [],
    action("rtmr1", "Calling EFI Application from Boot Option"),
    ...profile.separator === "rtmr1" ? [separator("rtmr1")] : [],
    action("rtmr1", "Exit Boot Services Invocation"),
    action("rtmr1", "Exit Boot Services Returned with Success")
  ];
}
function kernelEvents({ direct, profile, stub, disk = ON_DISK }) {
  if (direct === void 0) {
    return "reason" in disk ? [event("rtmr2", EVENT.ipl, "what the boot loader measures", disk)] : diskKernelEvents(disk, stub === "measures");
  }
  if (stub === "silent") return [];
  const cmdline = handedOn(direct, profile);
  return linuxStubEvents(cmdline === "" ? void 0 : loadOptions(cmdline), direct.initrd);
}
function handedOn({ cmdline, initrd }, { initrd: place }) {
  const narrow = Buffer.from(cmdline, "utf8").toString("latin1");
  if (initrd === void 0) return narrow;
  return place === "after-cmdline" ? `${narrow} initrd=initrd` : `initrd=initrd ${narrow}`;
}

// src/tdx/firmware-volume.ts
import { createHash } from "node:crypto";

// node_modules/lzma1/lib/lz-window.js
var LzOutWindow = class {
  buffer = null;
  pos = 0;
  streamPos = 0;
  stream = null;
  windowSize = 0;
  // Private Go-style properties
  w = null;
  buf;
  constructor(writer = null, windowSize = 4096) {
    this.w = writer;
    this.stream = writer;
    this.windowSize = windowSize;
    this.buf = new Uint8Array(windowSize);
    this.buffer = this.buf;
    this.pos = 0;
    this.streamPos = 0;
  }
  /**
   * Copy a block of data from a previous position (LZ77-style)
   */
  copyBlock(distance, length) {
    if (!this.buffer)
      return;
    for (let i = 0; i < length; i++) {
      let sourcePos = this.pos - distance - 1;
      if (sourcePos < 0) {
        sourcePos += this.windowSize;
      }
      const byte = this.buffer[sourcePos];
      this.putByte(byte);
    }
  }
  /**
   * Put a single byte into the window
   */
  putByte(byte) {
    if (!this.buffer)
      return;
    this.buffer[this.pos] = byte;
    this.pos++;
    this.streamPos++;
    if (this.pos >= this.windowSize) {
      this.flush();
    }
  }
  /**
   * Get a byte from a relative position
   */
  getByte(relativePos) {
    if (!this.buffer)
      return 0;
    let pos = this.pos + relativePos;
    if (pos < 0) {
      pos += this.windowSize;
    } else if (pos >= this.windowSize) {
      pos -= this.windowSize;
    }
    return this.buffer[pos];
  }
  /**
   * Flush buffered data to output writer
   */
  flush() {
    if (this.w && this.buffer && this.pos > 0) {
      this.w.writeBytes(this.buffer, 0, this.pos);
      this.pos = 0;
    }
  }
  /**
   * Check if the window is empty
   */
  isEmpty() {
    return this.streamPos === 0;
  }
  /**
   * Reset the window
   */
  reset() {
    this.pos = 0;
    this.streamPos = 0;
    if (this.buffer) {
      this.buffer.fill(0);
    }
  }
};

// node_modules/lzma1/lib/range-decoder.js
var RangeDecoder = class {
  stream = null;
  code = 0;
  rrange = 0;
  /**
   * Set input stream for decoding
   */
  setStream(stream) {
    this.stream = stream;
  }
  /**
   * Initialize range decoder
   */
  init() {
    this.code = 0;
    this.rrange = -1;
    for (let i = 0; i < 5; ++i) {
      this.code = this.code << 8 | this.readFromStream();
    }
  }
  /**
   * Decode a single bit using probability model
   */
  decodeBit(probs, index) {
    let newBound, prob = probs[index];
    newBound = (this.rrange >>> 11) * prob;
    if ((this.code ^ -2147483648) < (newBound ^ -2147483648)) {
      this.rrange = newBound;
      probs[index] = prob + (2048 - prob >>> 5);
      if (!(this.rrange & -16777216)) {
        this.code = this.code << 8 | this.readFromStream();
        this.rrange <<= 8;
      }
      return 0;
    } else {
      this.rrange -= newBound;
      this.code -= newBound;
      probs[index] = prob - (prob >>> 5);
      if (!(this.rrange & -16777216)) {
        this.code = this.code << 8 | this.readFromStream();
        this.rrange <<= 8;
      }
      return 1;
    }
  }
  /**
   * Decode direct bits (without probability model)
   */
  decodeDirectBits(numTotalBits) {
    let result = 0;
    for (let i = numTotalBits; i != 0; i -= 1) {
      this.rrange >>>= 1;
      let t = this.code - this.rrange >>> 31;
      this.code -= this.rrange & t - 1;
      result = result << 1 | 1 - t;
      if (!(this.rrange & -16777216)) {
        this.code = this.code << 8 | this.readFromStream();
        this.rrange <<= 8;
      }
    }
    return result;
  }
  /**
   * Get current code value (for compatibility)
   */
  get currentCode() {
    return this.code;
  }
  /**
   * Get current range value (for compatibility)
   */
  get currentRange() {
    return this.rrange;
  }
  /**
   * Read a single byte from the input stream
   */
  readFromStream() {
    if (!this.stream) {
      return 0;
    }
    return this.stream.readByte();
  }
};

// node_modules/lzma1/lib/utils.js
var INFINITY_PRICE = 268435455;
var _MAX_UINT32 = 4294967295;
var DICTIONARY_SIZE_THRESHOLD = 1073741823;
var kTopValue = 1 << 24;
var kNumBitModelTotalBits = 11;
var kBitModelTotal = 1 << kNumBitModelTotalBits;
var MATCH_DECODERS_SIZE = 192;
var REP_DECODERS_SIZE = 12;
var POS_DECODERS_SIZE = 114;
var LITERAL_DECODER_SIZE = 768;
var DEFAULT_WINDOW_SIZE = 4096;
var CHOICE_ARRAY_SIZE = 2;
var CRC32_TABLE = [
  0,
  1996959894,
  3993919788,
  2567524794,
  124634137,
  1886057615,
  3915621685,
  2657392035,
  249268274,
  2044508324,
  3772115230,
  2547177864,
  162941995,
  2125561021,
  3887607047,
  2428444049,
  498536548,
  1789927666,
  4089016648,
  2227061214,
  450548861,
  1843258603,
  4107580753,
  2211677639,
  325883990,
  1684777152,
  4251122042,
  2321926636,
  335633487,
  1661365465,
  4195302755,
  2366115317,
  997073096,
  1281953886,
  3579855332,
  2724688242,
  1006888145,
  1258607687,
  3524101629,
  2768942443,
  901097722,
  1119000684,
  3686517206,
  2898065728,
  853044451,
  1172266101,
  3705015759,
  2882616665,
  651767980,
  1373503546,
  3369554304,
  3218104598,
  565507253,
  1454621731,
  3485111705,
  3099436303,
  671266974,
  1594198024,
  3322730930,
  2970347812,
  795835527,
  1483230225,
  3244367275,
  3060149565,
  1994146192,
  31158534,
  2563907772,
  4023717930,
  1907459465,
  112637215,
  2680153253,
  3904427059,
  2013776290,
  251722036,
  2517215374,
  3775830040,
  2137656763,
  141376813,
  2439277719,
  3865271297,
  1802195444,
  476864866,
  2238001368,
  4066508878,
  1812370925,
  453092731,
  2181625025,
  4111451223,
  1706088902,
  314042704,
  2344532202,
  4240017532,
  1658658271,
  366619977,
  2362670323,
  4224994405,
  1303535960,
  984961486,
  2747007092,
  3569037538,
  1256170817,
  1037604311,
  2765210733,
  3554079995,
  1131014506,
  879679996,
  2909243462,
  3663771856,
  1141124467,
  855842277,
  2852801631,
  3708648649,
  1342533948,
  654459306,
  3188396048,
  3373015174,
  1466479909,
  544179635,
  3110523913,
  3462522015,
  1591671054,
  702138776,
  2966460450,
  3352799412,
  1504918807,
  783551873,
  3082640443,
  3233442989,
  3988292384,
  2596254646,
  62317068,
  1957810842,
  3939845945,
  2647816111,
  81470997,
  1943803523,
  3814918930,
  2489596804,
  225274430,
  2053790376,
  3826175755,
  2466906013,
  167816743,
  2097651377,
  4027552580,
  2265490386,
  503444072,
  1762050814,
  4150417245,
  2154129355,
  426522225,
  1852507879,
  4275313526,
  2312317920,
  282753626,
  1742555852,
  4189708143,
  2394877945,
  397917763,
  1622183637,
  3604390888,
  2714866558,
  953729732,
  1340076626,
  3518719985,
  2797360999,
  1068828381,
  1219638859,
  3624741850,
  2936675148,
  906185462,
  1090812512,
  3747672003,
  2825379669,
  829329135,
  1181335161,
  3412177804,
  3160834842,
  628085408,
  1382605366,
  3423369109,
  3138078467,
  570562233,
  1426400815,
  3317316542,
  2998733608,
  733239954,
  1555261956,
  3268935591,
  3050360625,
  752459403,
  1541320221,
  2607071920,
  3965973030,
  1969922972,
  40735498,
  2617837225,
  3943577151,
  1913087877,
  83908371,
  2512341634,
  3803740692,
  2075208622,
  213261112,
  2463272603,
  3855990285,
  2094854071,
  198958881,
  2262029012,
  4057260610,
  1759359992,
  534414190,
  2176718541,
  4139329115,
  1873836001,
  414664567,
  2282248934,
  4279200368,
  1711684554,
  285281116,
  2405801727,
  4167216745,
  1634467795,
  376229701,
  2685067896,
  3608007406,
  1308918612,
  956543938,
  2808555105,
  3495958263,
  1231636301,
  1047427035,
  2932959818,
  3654703836,
  1088359270,
  936918e3,
  2847714899,
  3736837829,
  1202900863,
  817233897,
  3183342108,
  3401237130,
  1404277552,
  615818150,
  3134207493,
  3453421203,
  1423857449,
  601450431,
  3009837614,
  3294710456,
  1567103746,
  711928724,
  3020668471,
  3272380065,
  1510334235,
  755167117
];
var PROB_PRICES = createProbPrices();
var G_FAST_POS = createFastPos();
function initArray(len, value = 0) {
  const array = [];
  array[len - 1] = void 0;
  if (value !== 0) {
    for (let i = 0; i < len; i++) {
      array[i] = value;
    }
  }
  return array;
}
function getBitPrice(probability, bit) {
  return PROB_PRICES[((probability - bit ^ -bit) & 2047) >>> 2];
}
function initBitModels(probs) {
  for (let i = probs.length - 1; i >= 0; --i) {
    probs[i] = 1024;
  }
}
function getLenToPosState(len) {
  len -= 2;
  if (len < 4) {
    return len;
  }
  return 3;
}
var STATE_UPDATE_CHAR_TABLE = [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 4, 5];
function stateUpdateChar(index) {
  if (index >= 0 && index < STATE_UPDATE_CHAR_TABLE.length) {
    return STATE_UPDATE_CHAR_TABLE[index];
  }
  if (index < 4) {
    return 0;
  }
  if (index < 10) {
    return index - 3;
  }
  return index - 6;
}
function createBitTree(numBitLevels) {
  return {
    numBitLevels,
    models: initArray(1 << numBitLevels)
  };
}
function createProbPrices() {
  const probPrices = [];
  for (let i = 8; i >= 0; --i) {
    let start = 1 << 9 - i - 1;
    let end = 1 << 9 - i;
    for (let j = start; j < end; ++j) {
      probPrices[j] = (i << 6) + (end - j << 6 >>> 9 - i - 1);
    }
  }
  return probPrices;
}
function createFastPos() {
  const gFastPos = [0, 1];
  let c = 2;
  for (let slotFast = 2; slotFast < 22; ++slotFast) {
    let k = 1 << (slotFast >> 1) - 1;
    for (let j = 0; j < k; ++j, ++c) {
      gFastPos[c] = slotFast;
    }
  }
  return gFastPos;
}

// node_modules/lzma1/lib/decoder.js
var Decoder = class {
  rangeDecoder;
  outWindow;
  // Decoder state
  state = 0;
  rep0 = 0;
  rep1 = 0;
  rep2 = 0;
  rep3 = 0;
  prevByte = 0;
  nowPos64 = 0n;
  outSize = 0n;
  // Decoder configuration
  posStateMask = 0;
  dictSizeCheck = 0;
  // Probability models for different symbols
  matchDecoders = [];
  rep0LongDecoders = [];
  repDecoders = [];
  repG0Decoders = [];
  repG1Decoders = [];
  repG2Decoders = [];
  posDecoders = [];
  // Complex decoders
  literalDecoder;
  posSlotDecoders = [];
  lenDecoder;
  repLenDecoder;
  posAlignDecoder;
  // Alias for compatibility with LZMA class
  get literalCoder() {
    return this.literalDecoder;
  }
  constructor() {
    this.rangeDecoder = new RangeDecoder();
    this.outWindow = new LzOutWindow(null, DEFAULT_WINDOW_SIZE);
    this.matchDecoders = initArray(MATCH_DECODERS_SIZE);
    this.rep0LongDecoders = initArray(MATCH_DECODERS_SIZE);
    this.repDecoders = initArray(REP_DECODERS_SIZE);
    this.repG0Decoders = initArray(REP_DECODERS_SIZE);
    this.repG1Decoders = initArray(REP_DECODERS_SIZE);
    this.repG2Decoders = initArray(REP_DECODERS_SIZE);
    this.posDecoders = initArray(POS_DECODERS_SIZE);
    this.literalDecoder = {
      coders: [],
      numPrevBits: 0,
      numPosBits: 0,
      posMask: 0,
      init: () => this.initLiteralDecoder()
    };
    for (let i = 0; i < 4; i++) {
      this.posSlotDecoders[i] = createBitTree(6);
    }
    this.lenDecoder = this.createLenDecoder();
    this.repLenDecoder = this.createLenDecoder();
    this.posAlignDecoder = createBitTree(4);
  }
  /**
   * Read LZMA header, configure decoder, and prepare for decompression.
   */
  initDecompression(input, output) {
    const properties = [];
    for (let i = 0; i < 5; ++i) {
      const r = input.readByte();
      if (r === -1) {
        throw new Error("truncated input");
      }
      properties[i] = r << 24 >> 24;
    }
    if (!this.setDecoderProperties(properties)) {
      throw new Error("corrupted input");
    }
    let outSize;
    {
      let value = 0n;
      for (let i = 0; i < 8; i++) {
        const r = input.readByte();
        if (r === -1) {
          throw new Error("truncated input");
        }
        value += BigInt(r & 255) << BigInt(i * 8);
      }
      if (value === 0xffffffffffffffffn) {
        outSize = -1n;
      } else if (value > BigInt(_MAX_UINT32)) {
        outSize = -1n;
      } else {
        outSize = value;
      }
    }
    this.rangeDecoder.setStream(input);
    this.flush();
    this.outWindow.stream = null;
    this.outWindow.stream = output;
    this.init();
    this.state = 0;
    this.rep0 = 0;
    this.rep1 = 0;
    this.rep2 = 0;
    this.rep3 = 0;
    this.outSize = outSize;
    this.nowPos64 = 0n;
    this.prevByte = 0;
  }
  /**
   * Full decompression: read header, decode all chunks, flush and cleanup.
   */
  decompress(input, output) {
    this.initDecompression(input, output);
    while (true) {
      const result = this.codeOneChunk();
      if (result === -1) {
        throw new Error("corrupted input");
      }
      const isOutputComplete = this.outSize >= 0n && this.nowPos64 >= this.outSize;
      if (result || isOutputComplete) {
        this.flush();
        this.cleanup();
        return;
      }
    }
  }
  createLenDecoder() {
    const decoder = {
      choice: initArray(CHOICE_ARRAY_SIZE),
      lowCoder: [],
      midCoder: [],
      highCoder: createBitTree(8),
      numPosStates: 0
    };
    return decoder;
  }
  setDecoderProperties(properties) {
    if (properties.length < 5) {
      return false;
    }
    const lc = properties[0] % 9;
    const remainder = Math.floor(properties[0] / 9);
    const lp = remainder % 5;
    const pb = Math.floor(remainder / 5);
    if (pb > 4) {
      return false;
    }
    this.literalDecoder.numPrevBits = lc;
    this.literalDecoder.numPosBits = lp;
    this.literalDecoder.posMask = (1 << lp) - 1;
    this.posStateMask = (1 << pb) - 1;
    let dictSize = 0;
    for (let i = 0; i < 4; i++) {
      const unsignedByte = properties[1 + i] & 255;
      dictSize += unsignedByte << i * 8;
    }
    this.dictSizeCheck = Math.max(dictSize, 1);
    if (dictSize > 0) {
      this.outWindow.windowSize = Math.max(dictSize, 4096);
      this.outWindow.buffer = new Uint8Array(this.outWindow.windowSize);
    }
    const numStates = 1 << this.literalDecoder.numPrevBits + this.literalDecoder.numPosBits;
    this.literalDecoder.coders = [];
    for (let i = 0; i < numStates; i++) {
      this.literalDecoder.coders[i] = {
        decoders: initArray(LITERAL_DECODER_SIZE)
        // 0x300
      };
    }
    this.lenDecoder.numPosStates = 1 << pb;
    this.repLenDecoder.numPosStates = 1 << pb;
    this.lenDecoder.lowCoder = [];
    this.lenDecoder.midCoder = [];
    this.repLenDecoder.lowCoder = [];
    this.repLenDecoder.midCoder = [];
    for (let posState = 0; posState < 1 << pb; posState++) {
      this.lenDecoder.lowCoder[posState] = createBitTree(3);
      this.lenDecoder.midCoder[posState] = createBitTree(3);
      this.repLenDecoder.lowCoder[posState] = createBitTree(3);
      this.repLenDecoder.midCoder[posState] = createBitTree(3);
    }
    return true;
  }
  // Methods that modify decoder state
  copyBlock(len) {
    const outputWindow = this.outWindow;
    const distance = this.rep0;
    let pos = outputWindow.pos - distance - 1;
    if (pos < 0) {
      pos += outputWindow.windowSize;
    }
    for (; len != 0; len -= 1) {
      if (pos >= outputWindow.windowSize) {
        pos = 0;
      }
      outputWindow.buffer[outputWindow.pos] = outputWindow.buffer[pos];
      outputWindow.pos += 1;
      pos += 1;
      if (outputWindow.pos >= outputWindow.windowSize) {
        this.flush();
      }
    }
  }
  putByte(b) {
    this.outWindow.buffer[this.outWindow.pos] = b;
    this.outWindow.pos += 1;
    if (this.outWindow.pos >= this.outWindow.windowSize) {
      this.flush();
    }
  }
  getByte(distance) {
    const outputWindow = this.outWindow;
    let pos = outputWindow.pos - distance - 1;
    if (pos < 0) {
      pos += outputWindow.windowSize;
    }
    return outputWindow.buffer[pos];
  }
  getDecoder(pos, prevByte) {
    const positionMask = pos & this.literalDecoder.posMask;
    const prevBitsMask = (prevByte & 255) >>> 8 - this.literalDecoder.numPrevBits;
    const index = (positionMask << this.literalDecoder.numPrevBits) + prevBitsMask;
    return this.literalDecoder.coders[index];
  }
  initLiteralDecoder() {
    let numStates = 1 << this.literalDecoder.numPrevBits + this.literalDecoder.numPosBits;
    for (let i = 0; i < numStates; ++i) {
      for (let j = 0; j < this.literalDecoder.coders[i].decoders.length; j++) {
        this.literalDecoder.coders[i].decoders[j] = 1024;
      }
    }
  }
  init() {
    this.outWindow.streamPos = 0;
    this.outWindow.pos = 0;
    initBitModels(this.matchDecoders);
    initBitModels(this.rep0LongDecoders);
    initBitModels(this.repDecoders);
    initBitModels(this.repG0Decoders);
    initBitModels(this.repG1Decoders);
    initBitModels(this.repG2Decoders);
    initBitModels(this.posDecoders);
    this.initLiteralDecoder();
    for (let i = 0; i < 4; ++i) {
      initBitModels(this.posSlotDecoders[i].models);
    }
    this.initLenDecoder(this.lenDecoder);
    this.initLenDecoder(this.repLenDecoder);
    initBitModels(this.posAlignDecoder.models);
    this.initRangeDecoder();
  }
  initLenDecoder(decoder) {
    initBitModels(decoder.choice);
    for (let posState = 0; posState < decoder.numPosStates; ++posState) {
      initBitModels(decoder.lowCoder[posState].models);
      initBitModels(decoder.midCoder[posState].models);
    }
    initBitModels(decoder.highCoder.models);
  }
  outWindowReleaseStream() {
    this.flush();
    this.outWindow.stream = null;
  }
  decodeBit(probs, index) {
    return this.rangeDecoder.decodeBit(probs, index);
  }
  decodeDirectBits(numTotalBits) {
    return this.rangeDecoder.decodeDirectBits(numTotalBits);
  }
  initRangeDecoder() {
    this.rangeDecoder.init();
  }
  rangeBitTreeDecoder(bitTree) {
    let bitIndex, m = 1;
    for (bitIndex = bitTree.numBitLevels; bitIndex != 0; bitIndex -= 1) {
      m = (m << 1) + this.decodeBit(bitTree.models, m);
    }
    return m - (1 << bitTree.numBitLevels);
  }
  reverseDecode(models, startIndex, numBitLevels) {
    let symbol = 0;
    for (let bitIndex = 0, m = 1, bit; bitIndex < numBitLevels; ++bitIndex) {
      bit = this.decodeBit(models, startIndex + m);
      m <<= 1;
      m += bit;
      symbol |= bit << bitIndex;
    }
    return symbol;
  }
  reverseDecodeAlignDecoder() {
    let symbol = 0;
    for (let m = 1, bitIndex = 0, bit; bitIndex < this.posAlignDecoder.numBitLevels; ++bitIndex) {
      bit = this.decodeBit(this.posAlignDecoder.models, m);
      m <<= 1;
      m += bit;
      symbol |= bit << bitIndex;
    }
    return symbol;
  }
  // Update the placeholder implementations with actual logic
  decodeNormalWithRangeDecoder(decoder) {
    let symbol = 1;
    do {
      symbol = symbol << 1 | this.decodeBit(decoder.decoders, symbol);
    } while (symbol < 256);
    return symbol << 24 >> 24;
  }
  decodeWithMatchByteWithRangeDecoder(encoder, matchByte) {
    let bit, matchBit, symbol = 1;
    do {
      matchBit = matchByte >> 7 & 1;
      matchByte <<= 1;
      bit = this.decodeBit(encoder.decoders, (1 + matchBit << 8) + symbol);
      symbol = symbol << 1 | bit;
      if (matchBit != bit) {
        while (symbol < 256) {
          symbol = symbol << 1 | this.decodeBit(encoder.decoders, symbol);
        }
        break;
      }
    } while (symbol < 256);
    return symbol << 24 >> 24;
  }
  decodeLenWithRangeDecoder(decoder, posState) {
    if (!this.decodeBit(decoder.choice, 0)) {
      return this.rangeBitTreeDecoder(decoder.lowCoder[posState]);
    }
    let symbol = 8;
    if (!this.decodeBit(decoder.choice, 1)) {
      symbol += this.rangeBitTreeDecoder(decoder.midCoder[posState]);
    } else {
      symbol += 8 + this.rangeBitTreeDecoder(decoder.highCoder);
    }
    return symbol;
  }
  codeOneChunk() {
    let decoder2, distance, len, numDirectBits, positionSlot;
    let posState = Number(this.nowPos64 & 0xffffffffn) & this.posStateMask;
    if (!this.decodeBit(this.matchDecoders, (this.state << 4) + posState)) {
      decoder2 = this.getDecoder(Number(this.nowPos64 & 0xffffffffn), this.prevByte);
      if (this.state < 7) {
        this.prevByte = this.decodeNormalWithRangeDecoder(decoder2);
      } else {
        this.prevByte = this.decodeWithMatchByteWithRangeDecoder(decoder2, this.getByte(this.rep0));
      }
      this.putByte(this.prevByte);
      this.state = stateUpdateChar(this.state);
      this.nowPos64 += 1n;
    } else {
      if (this.decodeBit(this.repDecoders, this.state)) {
        len = 0;
        if (!this.decodeBit(this.repG0Decoders, this.state)) {
          if (!this.decodeBit(this.rep0LongDecoders, (this.state << 4) + posState)) {
            this.state = this.state < 7 ? 9 : 11;
            len = 1;
          }
        } else {
          if (!this.decodeBit(this.repG1Decoders, this.state)) {
            distance = this.rep1;
          } else {
            if (!this.decodeBit(this.repG2Decoders, this.state)) {
              distance = this.rep2;
            } else {
              distance = this.rep3;
              this.rep3 = this.rep2;
            }
            this.rep2 = this.rep1;
          }
          this.rep1 = this.rep0;
          this.rep0 = distance;
        }
        if (!len) {
          len = this.decodeLenWithRangeDecoder(this.repLenDecoder, posState) + 2;
          this.state = this.state < 7 ? 8 : 11;
        }
      } else {
        this.rep3 = this.rep2;
        this.rep2 = this.rep1;
        this.rep1 = this.rep0;
        len = 2 + this.decodeLenWithRangeDecoder(this.lenDecoder, posState);
        this.state = this.state < 7 ? 7 : 10;
        positionSlot = this.rangeBitTreeDecoder(this.posSlotDecoders[getLenToPosState(len)]);
        if (positionSlot >= 4) {
          numDirectBits = (positionSlot >> 1) - 1;
          this.rep0 = (2 | positionSlot & 1) << numDirectBits;
          if (positionSlot < 14) {
            this.rep0 += this.reverseDecode(this.posDecoders, this.rep0 - positionSlot - 1, numDirectBits);
          } else {
            this.rep0 += this.decodeDirectBits(numDirectBits - 4) << 4;
            this.rep0 += this.reverseDecodeAlignDecoder();
            if (this.rep0 < 0) {
              if (this.rep0 == -1) {
                return 1;
              }
              return -1;
            }
          }
        } else {
          this.rep0 = positionSlot;
        }
      }
      if (BigInt(this.rep0) >= this.nowPos64 || this.rep0 >= this.dictSizeCheck) {
        return -1;
      }
      this.copyBlock(len);
      this.nowPos64 += BigInt(len);
      this.prevByte = this.getByte(0);
    }
    return 0;
  }
  writeToOutput(buffer, data, offset, length) {
    buffer.writeBytes(data, offset, length);
  }
  flush() {
    const size = this.outWindow.pos - this.outWindow.streamPos;
    if (!size) {
      return;
    }
    if (this.outWindow.stream && this.outWindow.buffer) {
      this.outWindow.stream.writeBytes(this.outWindow.buffer, this.outWindow.streamPos, size);
    }
    if (this.outWindow.pos >= this.outWindow.windowSize) {
      this.outWindow.pos = 0;
    }
    this.outWindow.streamPos = this.outWindow.pos;
  }
  /**
   * Cleanup decoder resources
   */
  cleanup() {
    this.outWindow.stream = null;
    this.rangeDecoder.stream = null;
  }
};

// node_modules/lzma1/lib/len-coder.js
var LenEncoder = class {
  // Choice probability arrays for length range selection
  choice = initArray(2);
  // Low range coders (for lengths 2-9)
  lowCoder = [];
  // Mid range coders (for lengths 10-17)
  midCoder = [];
  // High range coder (for lengths 18+)
  highCoder = createBitTree(8);
  // Price optimization properties
  tableSize = 0;
  prices = [];
  counters = [];
  constructor() {
    for (let posState = 0; posState < 16; ++posState) {
      this.lowCoder[posState] = createBitTree(3);
      this.midCoder[posState] = createBitTree(3);
    }
  }
  /**
   * Initialize the encoder with specified number of position states
   */
  init(numPosStates) {
    initBitModels(this.choice);
    for (let posState = 0; posState < numPosStates; ++posState) {
      initBitModels(this.lowCoder[posState].models);
      initBitModels(this.midCoder[posState].models);
    }
    initBitModels(this.highCoder.models);
  }
  /**
   * Encode a length value using the provided range encoder
   */
  encode(symbol, posState, rangeEncoder) {
    if (symbol < 8) {
      rangeEncoder.encodeBit(this.choice, 0, 0);
      rangeEncoder.encodeBitTree(this.lowCoder[posState], symbol);
    } else {
      symbol -= 8;
      rangeEncoder.encodeBit(this.choice, 0, 1);
      if (symbol < 8) {
        rangeEncoder.encodeBit(this.choice, 1, 0);
        rangeEncoder.encodeBitTree(this.midCoder[posState], symbol);
      } else {
        rangeEncoder.encodeBit(this.choice, 1, 1);
        rangeEncoder.encodeBitTree(this.highCoder, symbol - 8);
      }
    }
  }
  /**
   * Encode with price table update
   */
  encodeWithUpdate(symbol, posState, rangeEncoder) {
    this.encode(symbol, posState, rangeEncoder);
    if (this.counters && (this.counters[posState] -= 1) == 0) {
      this.counters[posState] = this.tableSize;
    }
  }
  /**
   * Get price for encoding a symbol at the given position state
   */
  getPrice(symbol, posState) {
    return this.prices[posState * 272 + symbol];
  }
  /**
   * Initialize as a price table encoder
   */
  initPriceTable() {
    this.prices = [];
    this.counters = [];
  }
  /**
   * Set table size for price optimization
   */
  setTableSize(size) {
    this.tableSize = size;
  }
  /**
   * Set table size and update internal counters
   */
  setTableSizeAndInitCounters(size, numPosStates) {
    this.tableSize = size;
    if (this.counters) {
      for (let posState = 0; posState < numPosStates; ++posState) {
        this.counters[posState] = size;
      }
    }
  }
  /**
   * Get table size
   */
  getTableSize() {
    return this.tableSize;
  }
  /**
   * Update price tables for all position states
   */
  updateTables(numPosStates) {
    if (!this.prices || !this.counters) {
      this.initPriceTable();
    }
    for (let posState = 0; posState < numPosStates; ++posState) {
      this.setPrices(posState, this.tableSize, this.prices, 0);
      if (this.counters) {
        this.counters[posState] = this.tableSize;
      }
    }
  }
  // Private methods for internal state management
  /**
   * Calculate price for bit tree encoder
   */
  getBitTreePrice(encoder, symbol) {
    let bit, bitIndex, m = 1, price = 0;
    for (bitIndex = encoder.numBitLevels; bitIndex != 0; ) {
      bitIndex -= 1;
      bit = symbol >>> bitIndex & 1;
      price += this.getBitPrice(encoder.models[m], bit);
      m = (m << 1) + bit;
    }
    return price;
  }
  /**
   * Get price for a single bit
   */
  getBitPrice(prob, symbol) {
    return getBitPrice(prob, symbol);
  }
  /**
   * Set prices for all symbols in a position state range
   */
  setPrices(posState, numSymbols, prices, priceIndex) {
    const a0 = this.getBitPrice(this.choice[0], 0);
    const a1 = this.getBitPrice(this.choice[0], 1);
    const b0 = a1 + this.getBitPrice(this.choice[1], 0);
    const b1 = a1 + this.getBitPrice(this.choice[1], 1);
    let i = 0;
    const st = priceIndex + posState * 272;
    for (i = 0; i < 8; ++i) {
      if (i >= numSymbols)
        return;
      prices[st + i] = a0 + this.getBitTreePrice(this.lowCoder[posState], i);
    }
    for (; i < 16; ++i) {
      if (i >= numSymbols)
        return;
      prices[st + i] = b0 + this.getBitTreePrice(this.midCoder[posState], i - 8);
    }
    for (; i < numSymbols; ++i) {
      prices[st + i] = b1 + this.getBitTreePrice(this.highCoder, i - 8 - 8);
    }
  }
};

// node_modules/lzma1/lib/lit-coder.js
var LitSubCoder = class {
  coders;
  constructor() {
    this.coders = initArray(768, 1024);
  }
  /**
   * Decode normal literal symbol
   */
  decodeNormal(rd) {
    let symbol = 1;
    while (symbol < 256) {
      const i = rd.decodeBit(this.coders, symbol);
      symbol = symbol << 1 | i;
    }
    return symbol & 255;
  }
  /**
   * Decode literal symbol with match byte context
   */
  decodeWithMatchByte(rd, matchByte) {
    let uMatchByte = matchByte;
    let symbol = 1;
    while (symbol < 256) {
      const matchBit = uMatchByte >> 7 & 1;
      uMatchByte <<= 1;
      const bit = rd.decodeBit(this.coders, (1 + matchBit << 8) + symbol);
      symbol = symbol << 1 | bit;
      if (matchBit !== bit) {
        while (symbol < 256) {
          const i = rd.decodeBit(this.coders, symbol);
          symbol = symbol << 1 | i;
        }
        break;
      }
    }
    return symbol & 255;
  }
  /**
   * Encode literal symbol
   */
  encode(re, symbol) {
    let context = 1;
    for (let i = 7; i >= 0; i--) {
      const bit = symbol >> i & 1;
      re.encodeBit(this.coders, context, bit);
      context = context << 1 | bit;
    }
  }
  /**
   * Encode literal symbol with match byte context
   */
  encodeMatched(re, matchByte, symbol) {
    let uMatchByte = matchByte;
    let context = 1;
    let same = true;
    for (let i = 7; i >= 0; i--) {
      const bit = symbol >> i & 1;
      let state = context;
      if (same) {
        const matchBit = uMatchByte >> i & 1;
        state += 1 + matchBit << 8;
        same = matchBit === bit;
      }
      re.encodeBit(this.coders, state, bit);
      context = context << 1 | bit;
    }
  }
  /**
   * Get price for encoding literal symbol
   */
  getPrice(matchMode, matchByte, symbol) {
    let uMatchByte = matchByte;
    let price = 0;
    let context = 1;
    let i = 7;
    if (matchMode) {
      while (i >= 0) {
        const matchBit = uMatchByte >> i & 1;
        const bit = symbol >> i & 1;
        price += getBitPrice(this.coders[1 + matchBit << 8 + context], bit);
        context = context << 1 | bit;
        if (matchBit !== bit) {
          i--;
          break;
        }
        i--;
      }
    }
    while (i >= 0) {
      const bit = symbol >> i & 1;
      price += getBitPrice(this.coders[context], bit);
      context = context << 1 | bit;
      i--;
    }
    return price;
  }
  /**
   * Reset coder to initial state
   */
  reset() {
    this.coders.fill(1024);
  }
  /**
   * Get decoders array (for compatibility with LiteralDecoderEncoder2)
   */
  get decoders() {
    return this.coders;
  }
};
var LitCoder = class {
  _coders;
  _numPrevBits;
  _posMask;
  constructor(numPosBits, numPrevBits) {
    const numStates = 1 << numPrevBits + numPosBits;
    this._coders = [];
    this._numPrevBits = numPrevBits;
    this._posMask = (1 << numPosBits) - 1;
    for (let i = 0; i < numStates; i++) {
      this._coders[i] = new LitSubCoder();
    }
  }
  /**
   * Get sub-coder for position and previous byte
   */
  getSubCoder(pos, prevByte) {
    return this._coders[((pos & this._posMask) << this._numPrevBits) + (prevByte >> 8 - this._numPrevBits)];
  }
  /**
   * Reset all sub-coders
   */
  reset() {
    this._coders.forEach((coder) => coder.reset());
  }
  /**
   * Get number of previous bits (for compatibility)
   */
  get numPrevBits() {
    return this._numPrevBits;
  }
  /**
   * Get number of position bits (for compatibility)
   */
  get numPosBits() {
    return Math.log2(this._posMask + 1);
  }
  /**
   * Get position mask (for compatibility)
   */
  get posMask() {
    return this._posMask;
  }
  /**
   * Get coders array (for compatibility)
   */
  get coders() {
    return this._coders;
  }
};

// node_modules/lzma1/lib/match-finder.js
var BinTreeMatchFinder = class {
  // Input window fields
  _posLimit = 0;
  _bufferBase = new Uint8Array(0);
  _pos = 0;
  _streamPos = 0;
  _streamEndWasReached = 0;
  _bufferOffset = 0;
  _blockSize = 0;
  _keepSizeBefore = 0;
  _keepSizeAfter = 0;
  _pointerToLastSafePosition = 0;
  _stream = null;
  // Hash and tree fields
  HASH_ARRAY = true;
  kNumHashDirectBytes = 0;
  kMinMatchCheck = 4;
  kFixHashSize = 66560;
  _hashMask = 0;
  _hashSizeSum = 0;
  _hash = new Int32Array(0);
  _cyclicBufferSize = 0;
  _cyclicBufferPos = 0;
  _son = new Int32Array(0);
  _matchMaxLen = 0;
  _cutValue = 255;
  // --- LzInWindow methods ---
  getIndexByte(index) {
    return this._bufferBase[this._bufferOffset + this._pos + index];
  }
  getMatchLen(index, distance, limit) {
    if (this._streamEndWasReached) {
      if (this._pos + index + limit > this._streamPos) {
        limit = this._streamPos - (this._pos + index);
      }
    }
    ++distance;
    let i;
    const pby = this._bufferOffset + this._pos + index;
    for (i = 0; i < limit && this._bufferBase[pby + i] == this._bufferBase[pby + i - distance]; ++i)
      ;
    return i;
  }
  getNumAvailableBytes() {
    return this._streamPos - this._pos;
  }
  moveBlock() {
    let offset = this._bufferOffset + this._pos - this._keepSizeBefore;
    if (offset > 0) {
      --offset;
    }
    const numBytes = this._bufferOffset + this._streamPos - offset;
    this._bufferBase.copyWithin(0, offset, offset + numBytes);
    this._bufferOffset -= offset;
  }
  movePosInWindow() {
    this._pos += 1;
    if (this._pos > this._posLimit) {
      const pointerToPosition = this._bufferOffset + this._pos;
      if (pointerToPosition > this._pointerToLastSafePosition) {
        this.moveBlock();
      }
      this.readBlock();
    }
  }
  readBlock() {
    if (this._streamEndWasReached) {
      return;
    }
    while (true) {
      const size = -this._bufferOffset + this._blockSize - this._streamPos;
      if (!size) {
        return;
      }
      const bytesRead = this.readFromStream(this._bufferOffset + this._streamPos, size);
      if (bytesRead == -1) {
        this._posLimit = this._streamPos;
        const pointerToPosition = this._bufferOffset + this._posLimit;
        if (pointerToPosition > this._pointerToLastSafePosition) {
          this._posLimit = this._pointerToLastSafePosition - this._bufferOffset;
        }
        this._streamEndWasReached = 1;
        return;
      }
      this._streamPos += bytesRead;
      if (this._streamPos >= this._pos + this._keepSizeAfter) {
        this._posLimit = this._streamPos - this._keepSizeAfter;
      }
    }
  }
  reduceOffsets(subValue) {
    this._bufferOffset += subValue;
    this._posLimit -= subValue;
    this._pos -= subValue;
    this._streamPos -= subValue;
  }
  readFromStream(off, len) {
    const stream = this._stream;
    const buffer = this._bufferBase;
    return stream.readBytes(buffer, off, len);
  }
  // --- Match finder configuration methods ---
  createBuffers(keepSizeBefore, keepSizeAfter, keepSizeReserv) {
    this._keepSizeBefore = keepSizeBefore;
    this._keepSizeAfter = keepSizeAfter;
    const blockSize = keepSizeBefore + keepSizeAfter + keepSizeReserv;
    if (this._blockSize != blockSize) {
      this._bufferBase = new Uint8Array(blockSize);
      this._blockSize = blockSize;
    }
    this._pointerToLastSafePosition = this._blockSize - keepSizeAfter;
  }
  create(dictionarySize, numFastBytes, keepAddBufferBefore, keepAddBufferAfter) {
    if (dictionarySize < DICTIONARY_SIZE_THRESHOLD) {
      this._cutValue = 16 + (numFastBytes >> 1);
      const windowReservSize = ~~((dictionarySize + keepAddBufferBefore + numFastBytes + keepAddBufferAfter) / 2) + 256;
      this.createBuffers(dictionarySize + keepAddBufferBefore, numFastBytes + keepAddBufferAfter, windowReservSize);
      this._matchMaxLen = numFastBytes;
      const cyclicBufferSize = dictionarySize + 1;
      if (this._cyclicBufferSize !== cyclicBufferSize) {
        this._cyclicBufferSize = cyclicBufferSize;
        this._son = new Int32Array(cyclicBufferSize * 2);
      }
      let hs = 65536;
      if (this.HASH_ARRAY) {
        hs = dictionarySize - 1;
        hs |= hs >> 1;
        hs |= hs >> 2;
        hs |= hs >> 4;
        hs |= hs >> 8;
        hs >>= 1;
        hs |= 65535;
        if (hs > 16777216) {
          hs >>= 1;
        }
        this._hashMask = hs;
        hs += 1;
        const finalHashSizeSum = hs + this.kFixHashSize;
        if (finalHashSizeSum !== this._hashSizeSum) {
          this._hashSizeSum = finalHashSizeSum;
          this._hash = new Int32Array(finalHashSizeSum);
        }
      } else {
        if (hs !== this._hashSizeSum) {
          this._hashSizeSum = hs;
          this._hash = new Int32Array(hs);
        }
      }
    }
  }
  // --- Match finding methods ---
  getMatches(distances) {
    let count, cur, curMatch, curMatch2, curMatch3, cyclicPos, delta, hash2Value, hash3Value, hashValue, len, len0, len1, lenLimit, matchMinPos, maxLen, offset, pby1, ptr0, ptr1, temp;
    if (this._pos + this._matchMaxLen <= this._streamPos) {
      lenLimit = this._matchMaxLen;
    } else {
      lenLimit = this._streamPos - this._pos;
      if (lenLimit < this.kMinMatchCheck) {
        this.movePos();
        return 0;
      }
    }
    offset = 0;
    matchMinPos = this._pos > this._cyclicBufferSize ? this._pos - this._cyclicBufferSize : 0;
    cur = this._bufferOffset + this._pos;
    maxLen = 1;
    hash2Value = 0;
    hash3Value = 0;
    if (this.HASH_ARRAY) {
      temp = CRC32_TABLE[this._bufferBase[cur]] ^ this._bufferBase[cur + 1];
      hash2Value = temp & 1023;
      temp ^= this._bufferBase[cur + 2] << 8;
      hash3Value = temp & 65535;
      hashValue = (temp ^ CRC32_TABLE[this._bufferBase[cur + 3]] << 5) & this._hashMask;
    } else {
      hashValue = this._bufferBase[cur] ^ this._bufferBase[cur + 1] << 8;
    }
    curMatch = this._hash[this.kFixHashSize + hashValue] || 0;
    if (this.HASH_ARRAY) {
      curMatch2 = this._hash[hash2Value] || 0;
      curMatch3 = this._hash[1024 + hash3Value] || 0;
      this._hash[hash2Value] = this._pos;
      this._hash[1024 + hash3Value] = this._pos;
      if (curMatch2 > matchMinPos) {
        if (this._bufferBase[this._bufferOffset + curMatch2] == this._bufferBase[cur]) {
          distances[offset++] = maxLen = 2;
          distances[offset++] = this._pos - curMatch2 - 1;
        }
      }
      if (curMatch3 > matchMinPos) {
        if (this._bufferBase[this._bufferOffset + curMatch3] == this._bufferBase[cur]) {
          if (curMatch3 == curMatch2) {
            offset -= 2;
          }
          distances[offset++] = maxLen = 3;
          distances[offset++] = this._pos - curMatch3 - 1;
          curMatch2 = curMatch3;
        }
      }
      if (offset != 0 && curMatch2 == curMatch) {
        offset -= 2;
        maxLen = 1;
      }
    }
    this._hash[this.kFixHashSize + hashValue] = this._pos;
    ptr0 = (this._cyclicBufferPos << 1) + 1;
    ptr1 = this._cyclicBufferPos << 1;
    len0 = len1 = this.kNumHashDirectBytes;
    if (this.kNumHashDirectBytes != 0) {
      if (curMatch > matchMinPos) {
        if (this._bufferBase[this._bufferOffset + curMatch + this.kNumHashDirectBytes] != this._bufferBase[cur + this.kNumHashDirectBytes]) {
          distances[offset++] = maxLen = this.kNumHashDirectBytes;
          distances[offset++] = this._pos - curMatch - 1;
        }
      }
    }
    count = this._cutValue;
    while (1) {
      if (curMatch <= matchMinPos || count == 0) {
        count -= 1;
        this._son[ptr0] = this._son[ptr1] = 0;
        break;
      }
      delta = this._pos - curMatch;
      cyclicPos = (delta <= this._cyclicBufferPos ? this._cyclicBufferPos - delta : this._cyclicBufferPos - delta + this._cyclicBufferSize) << 1;
      pby1 = this._bufferOffset + curMatch;
      len = len0 < len1 ? len0 : len1;
      if (this._bufferBase[pby1 + len] == this._bufferBase[cur + len]) {
        while ((len += 1) != lenLimit) {
          if (this._bufferBase[pby1 + len] != this._bufferBase[cur + len]) {
            break;
          }
        }
        if (maxLen < len) {
          distances[offset++] = maxLen = len;
          distances[offset++] = delta - 1;
          if (len == lenLimit) {
            this._son[ptr1] = this._son[cyclicPos];
            this._son[ptr0] = this._son[cyclicPos + 1];
            break;
          }
        }
      }
      if (this._bufferBase[pby1 + len] < this._bufferBase[cur + len]) {
        this._son[ptr1] = curMatch;
        ptr1 = cyclicPos + 1;
        curMatch = this._son[ptr1];
        len1 = len;
      } else {
        this._son[ptr0] = curMatch;
        ptr0 = cyclicPos;
        curMatch = this._son[ptr0];
        len0 = len;
      }
    }
    this.movePos();
    return offset;
  }
  skip(num) {
    let count, cur, curMatch, cyclicPos, delta, hash2Value, hash3Value, hashValue, len, len0, len1, lenLimit, matchMinPos, pby1, ptr0, ptr1, temp;
    do {
      if (this._pos + this._matchMaxLen <= this._streamPos) {
        lenLimit = this._matchMaxLen;
      } else {
        lenLimit = this._streamPos - this._pos;
        if (lenLimit < this.kMinMatchCheck) {
          this.movePos();
          continue;
        }
      }
      matchMinPos = this._pos > this._cyclicBufferSize ? this._pos - this._cyclicBufferSize : 0;
      cur = this._bufferOffset + this._pos;
      if (this.HASH_ARRAY) {
        temp = CRC32_TABLE[this._bufferBase[cur]] ^ this._bufferBase[cur + 1];
        hash2Value = temp & 1023;
        this._hash[hash2Value] = this._pos;
        temp ^= this._bufferBase[cur + 2] << 8;
        hash3Value = temp & 65535;
        this._hash[1024 + hash3Value] = this._pos;
        hashValue = (temp ^ CRC32_TABLE[this._bufferBase[cur + 3]] << 5) & this._hashMask;
      } else {
        hashValue = this._bufferBase[cur] ^ this._bufferBase[cur + 1] << 8;
      }
      curMatch = this._hash[this.kFixHashSize + hashValue];
      this._hash[this.kFixHashSize + hashValue] = this._pos;
      ptr0 = (this._cyclicBufferPos << 1) + 1;
      ptr1 = this._cyclicBufferPos << 1;
      len0 = len1 = this.kNumHashDirectBytes;
      count = this._cutValue;
      while (1) {
        if (curMatch <= matchMinPos || count == 0) {
          count -= 1;
          this._son[ptr0] = this._son[ptr1] = 0;
          break;
        }
        delta = this._pos - curMatch;
        cyclicPos = (delta <= this._cyclicBufferPos ? this._cyclicBufferPos - delta : this._cyclicBufferPos - delta + this._cyclicBufferSize) << 1;
        pby1 = this._bufferOffset + curMatch;
        len = len0 < len1 ? len0 : len1;
        if (this._bufferBase[pby1 + len] == this._bufferBase[cur + len]) {
          while ((len += 1) != lenLimit) {
            if (this._bufferBase[pby1 + len] != this._bufferBase[cur + len]) {
              break;
            }
          }
          if (len == lenLimit) {
            this._son[ptr1] = this._son[cyclicPos];
            this._son[ptr0] = this._son[cyclicPos + 1];
            break;
          }
        }
        if (this._bufferBase[pby1 + len] < this._bufferBase[cur + len]) {
          this._son[ptr1] = curMatch;
          ptr1 = cyclicPos + 1;
          curMatch = this._son[ptr1];
          len1 = len;
        } else {
          this._son[ptr0] = curMatch;
          ptr0 = cyclicPos;
          curMatch = this._son[ptr0];
          len0 = len;
        }
      }
      this.movePos();
    } while ((num -= 1) != 0);
  }
  movePos() {
    if ((this._cyclicBufferPos += 1) >= this._cyclicBufferSize) {
      this._cyclicBufferPos = 0;
    }
    this.movePosInWindow();
    if (this._pos == DICTIONARY_SIZE_THRESHOLD) {
      const subValue = this._pos - this._cyclicBufferSize;
      this.normalizeLinks(this._son, this._cyclicBufferSize * 2, subValue);
      this.normalizeLinks(this._hash, this._hashSizeSum, subValue);
      this.reduceOffsets(subValue);
    }
  }
  init() {
    this._bufferOffset = 0;
    this._pos = 0;
    this._streamPos = 0;
    this._streamEndWasReached = 0;
    this.readBlock();
    this._cyclicBufferPos = 0;
    this.reduceOffsets(-1);
  }
  /**
   * This is only called after reading one whole gigabyte.
   */
  normalizeLinks(items, numItems, subValue) {
    for (let i = 0; i < numItems; ++i) {
      let value = items[i];
      if (value <= subValue) {
        value = 0;
      } else {
        value -= subValue;
      }
      items[i] = value;
    }
  }
  setType(numHashBytes) {
    this.HASH_ARRAY = numHashBytes > 2;
    if (this.HASH_ARRAY) {
      this.kNumHashDirectBytes = 0;
      this.kMinMatchCheck = 4;
      this.kFixHashSize = 66560;
    } else {
      this.kNumHashDirectBytes = 2;
      this.kMinMatchCheck = 3;
      this.kFixHashSize = 0;
    }
  }
};

// node_modules/lzma1/lib/encoder.js
var bitTreePriceCache = /* @__PURE__ */ new Map();
function getDirectBitsPrice(numBits) {
  return numBits << 6;
}
function getBitTreePrice(bitTree, symbol) {
  const cacheKey = bitTree.numBitLevels << 16 | symbol;
  if (bitTreePriceCache.has(cacheKey)) {
    return bitTreePriceCache.get(cacheKey);
  }
  let price = 0;
  let modelIndex = 1;
  for (let bitIndex = bitTree.numBitLevels; bitIndex > 0; bitIndex--) {
    const bit = symbol >>> bitIndex - 1 & 1;
    price += getBitPrice(bitTree.models[modelIndex], bit);
    modelIndex = (modelIndex << 1) + bit;
  }
  if (bitTreePriceCache.size < 1e4) {
    bitTreePriceCache.set(cacheKey, price);
  }
  return price;
}
var EncoderState = class {
  // Core state
  state = 0;
  previousByte = 0;
  position = 0n;
  // Repetition distances (LZ77 back-references)
  repDistances = [0, 0, 0, 0];
  // Match finding state
  longestMatchLength = 0;
  longestMatchWasFound = false;
  additionalOffset = 0;
  // Probability models for different encoding decisions
  isMatch = initArray(192);
  isRep = initArray(12);
  isRepG0 = initArray(12);
  isRepG1 = initArray(12);
  isRepG2 = initArray(12);
  isRep0Long = initArray(192);
  /**
   * Initialize all probability models to default values
   */
  initModels() {
    initBitModels(this.isMatch);
    initBitModels(this.isRep);
    initBitModels(this.isRepG0);
    initBitModels(this.isRepG1);
    initBitModels(this.isRepG2);
    initBitModels(this.isRep0Long);
  }
  /**
   * Update repetition distances when a new match is found
   */
  updateRepDistances(newDistance, repIndex) {
    if (repIndex === 0) {
      this.repDistances[3] = this.repDistances[2];
      this.repDistances[2] = this.repDistances[1];
      this.repDistances[1] = this.repDistances[0];
      this.repDistances[0] = newDistance;
    } else {
      const temp = this.repDistances[repIndex];
      for (let i = repIndex; i > 0; i--) {
        this.repDistances[i] = this.repDistances[i - 1];
      }
      this.repDistances[0] = temp;
    }
  }
};
var PositionEncoder = class {
  posSlotEncoder = [];
  posEncoders = initArray(114);
  posAlignEncoder;
  constructor() {
    for (let lenState = 0; lenState < 4; lenState++) {
      this.posSlotEncoder[lenState] = createBitTree(6);
    }
    this.posAlignEncoder = createBitTree(4);
  }
  /**
   * Initialize all position models
   */
  init() {
    for (const encoder of this.posSlotEncoder) {
      initBitModels(encoder.models);
    }
    initBitModels(this.posEncoders);
    initBitModels(this.posAlignEncoder.models);
  }
  /**
   * Encode position using optimal method
   */
  encodePosition(distance, lenState, rangeEncoder) {
    const posSlot = this.getPosSlot(distance);
    rangeEncoder.encodeBitTree(this.posSlotEncoder[lenState], posSlot);
    if (posSlot >= 4) {
      const footerBits = (posSlot >> 1) - 1;
      const baseVal = (2 | posSlot & 1) << footerBits;
      const posReduced = distance - baseVal;
      if (posSlot < 14) {
        this.encodeReverseBits(posReduced, footerBits, rangeEncoder);
      } else {
        rangeEncoder.encodeDirectBits(posReduced >> 4, footerBits - 4);
        rangeEncoder.encodeBitTree(this.posAlignEncoder, posReduced & 15);
      }
    }
  }
  /**
   * Calculate price for encoding a position
   */
  getPositionPrice(distance, lenState) {
    const posSlot = this.getPosSlot(distance);
    let price = getBitTreePrice(this.posSlotEncoder[lenState], posSlot);
    if (posSlot >= 4) {
      const footerBits = (posSlot >> 1) - 1;
      const baseVal = (2 | posSlot & 1) << footerBits;
      const posReduced = distance - baseVal;
      if (posSlot < 14) {
        price += this.getReverseBitsPrice(posReduced, footerBits);
      } else {
        price += getDirectBitsPrice(footerBits - 4);
        price += getBitTreePrice(this.posAlignEncoder, posReduced & 15);
      }
    }
    return price;
  }
  getPosSlot(distance) {
    if (distance < 4)
      return distance;
    if (distance < 1 << 31 - 11) {
      return G_FAST_POS[distance >> 6] + 12;
    }
    return G_FAST_POS[distance >> 26] + 52;
  }
  encodeReverseBits(value, numBits, rangeEncoder) {
    let modelIndex = 1;
    for (let i = 0; i < numBits; i++) {
      const bit = value & 1;
      rangeEncoder.encodeBit(this.posEncoders, modelIndex, bit);
      modelIndex = modelIndex << 1 | bit;
      value >>>= 1;
    }
  }
  getReverseBitsPrice(value, numBits) {
    let price = 0;
    let modelIndex = 1;
    for (let i = 0; i < numBits; i++) {
      const bit = value & 1;
      price += getBitPrice(this.posEncoders[modelIndex], bit);
      modelIndex = modelIndex << 1 | bit;
      value >>>= 1;
    }
    return price;
  }
};
var Encoder = class {
  encoderState = new EncoderState();
  positionEncoder = new PositionEncoder();
  // Core state properties
  _state = 0;
  _previousByte = 0;
  _distTableSize = 0;
  _longestMatchWasFound = 0;
  _optimumEndIndex = 0;
  _optimumCurrentIndex = 0;
  _additionalOffset = 0;
  // Dictionary and match finding
  _dictionarySize = 0;
  _matchFinder = null;
  _dictionarySizePrev = 0;
  _numFastBytes = 0;
  // Literal encoding configuration
  _numLiteralContextBits = 0;
  _numLiteralPosStateBits = 0;
  _posStateBits = 0;
  _posStateMask = 0;
  // Stream and processing state
  _needReleaseMFStream = 0;
  _inStream = null;
  _finished = 0;
  nowPos64 = 0n;
  // Distance and repetition arrays
  _repDistances = initArray(4);
  _optimum = [];
  // Range encoder
  _rangeEncoder = {
    stream: null,
    rrange: 0,
    cache: 0,
    low: 0n,
    cacheSize: 0,
    position: 0n,
    encodeBit: () => {
    },
    encodeBitTree: () => {
    },
    encodeDirectBits: () => {
    }
  };
  // Bit model arrays for different types of encoding decisions
  _isMatch = initArray(192);
  _isRep = initArray(12);
  _isRepG0 = initArray(12);
  _isRepG1 = initArray(12);
  _isRepG2 = initArray(12);
  _isRep0Long = initArray(192);
  // Position and alignment encoders
  _posSlotEncoder = [];
  _posEncoders = initArray(114);
  _posAlignEncoder = null;
  // Length encoders
  _lenEncoder = null;
  _repMatchLenEncoder = null;
  // Literal encoder
  _literalEncoder = null;
  // Distance and price arrays
  _matchDistances = [];
  _posSlotPrices = [];
  _distancesPrices = [];
  _alignPrices = initArray(16);
  _matchPriceCount = 0;
  _alignPriceCount = 0;
  // Optimization arrays
  reps = initArray(4);
  repLens = initArray(4);
  // Processing counters
  processedInSize = [0n];
  processedOutSize = [0n];
  finished = [0];
  properties = new Uint8Array(5);
  tempPrices = initArray(128);
  // 128
  // Match finding properties
  _longestMatchLength = 0;
  _matchFinderType = 1;
  _numDistancePairs = 0;
  _numFastBytesPrev = -1;
  backRes = 0;
  constructor() {
  }
  /**
   * Initialize basic encoder state
   */
  baseInit() {
    this._state = 0;
    this._previousByte = 0;
    for (let i = 0; i < 4; ++i) {
      this._repDistances[i] = 0;
    }
  }
  /**
   * Get optimum array
   */
  getOptimum() {
    return this._optimum;
  }
  /**
   * Get back result
   */
  getBackRes() {
    return this.backRes;
  }
  setBackRes(backRes) {
    this.backRes = backRes;
  }
  init() {
    this.baseInit();
    this.encoderState.initModels();
    this.positionEncoder.init();
    this._optimum = [];
    for (let i = 0; i < 4096; i++) {
      this._optimum[i] = {};
    }
    this.initEncoderState();
    initBitModels(this._isMatch);
    initBitModels(this._isRep0Long);
    initBitModels(this._isRep);
    initBitModels(this._isRepG0);
    initBitModels(this._isRepG1);
    initBitModels(this._isRepG2);
    initBitModels(this._posEncoders);
    this.initLiteralEncoder();
    for (let i = 0; i < 4; ++i) {
      initBitModels(this._posSlotEncoder[i].models);
    }
    if (this._lenEncoder) {
      this._lenEncoder.init(1 << this._posStateBits);
    }
    if (this._repMatchLenEncoder) {
      this._repMatchLenEncoder.init(1 << this._posStateBits);
    }
    if (this._posAlignEncoder) {
      initBitModels(this._posAlignEncoder.models);
    }
    this._longestMatchWasFound = 0;
    this._optimumEndIndex = 0;
    this._optimumCurrentIndex = 0;
    this._additionalOffset = 0;
  }
  /**
   * Initialize encoder range coder
   */
  initEncoderState() {
    this._rangeEncoder.low = 0n;
    this._rangeEncoder.rrange = 4294967295;
    this._rangeEncoder.cacheSize = 1;
    this._rangeEncoder.cache = 0;
    this._rangeEncoder.position = 0n;
  }
  /**
   * Initialize literal encoder
   */
  initLiteralEncoder() {
    const totalStates = 1 << this._literalEncoder.numPrevBits + this._literalEncoder.numPosBits;
    for (let i = 0; i < totalStates; ++i) {
      initBitModels(this._literalEncoder.coders[i].decoders);
    }
  }
  /**
   * Create optimum structures
   */
  createOptimumStructures() {
    for (let i = 0; i < 4096; ++i) {
      this._optimum[i] = {};
    }
    for (let i = 0; i < 4; ++i) {
      this._posSlotEncoder[i] = createBitTree(6);
    }
  }
  /**
   * Create length price table encoder
   */
  createLenPriceTableEncoder() {
    const encoder = new LenEncoder();
    encoder.initPriceTable();
    return encoder;
  }
  /**
   * Create literal encoder encoder2
   */
  createLiteralEncoderEncoder2() {
    const encoder = {
      decoders: initArray(768)
    };
    return encoder;
  }
  /**
   * Create literal encoder
   */
  createLiteralEncoder() {
    if (this._literalEncoder != null && this._literalEncoder.numPrevBits == this._numLiteralContextBits && this._literalEncoder.numPosBits == this._numLiteralPosStateBits) {
      return;
    }
    this._literalEncoder = new LitCoder(this._numLiteralPosStateBits, this._numLiteralContextBits);
  }
  /**
   * Initialize completely with proper encoder state
   */
  initialize() {
    this._lenEncoder = this.createLenPriceTableEncoder();
    this._repMatchLenEncoder = this.createLenPriceTableEncoder();
    this._posAlignEncoder = createBitTree(4);
    this._optimum = [];
    this.createOptimumStructures();
    this.createLiteralEncoder();
    this.init();
  }
  /**
   * Configure encoder settings
   */
  configure(mode) {
    this.setDictionarySize(1 << mode.searchDepth);
    this._numFastBytes = mode.filterStrength;
    this._matchFinderType = mode.modeIndex;
    this._numLiteralContextBits = 3;
    this._numLiteralPosStateBits = 0;
    this._posStateBits = 2;
    this._posStateMask = 3;
  }
  /**
   * Set dictionary size
   */
  setDictionarySize(dictionarySize) {
    this._dictionarySize = dictionarySize;
    let dicLogSize = 0;
    for (; dictionarySize > 1 << dicLogSize; ++dicLogSize)
      ;
    this._distTableSize = dicLogSize * 2;
  }
  /**
   * Encode a bit using range coder
   */
  encodeBit(probs, index, symbol) {
    const rangeEncoder = this._rangeEncoder;
    let newBound, prob = probs[index];
    newBound = (rangeEncoder.rrange >>> 11) * prob;
    if (!symbol) {
      rangeEncoder.rrange = newBound;
      probs[index] = prob + (2048 - prob >>> 5);
    } else {
      rangeEncoder.low += BigInt(newBound >>> 0);
      rangeEncoder.rrange -= newBound;
      probs[index] = prob - (prob >>> 5);
    }
    if (!(rangeEncoder.rrange & -16777216)) {
      rangeEncoder.rrange <<= 8;
      this.shiftLow();
    }
  }
  /**
   * Encode bit tree
   */
  encodeBitTree(encoder, symbol) {
    let bit, bitIndex, m = 1;
    for (bitIndex = encoder.numBitLevels; bitIndex != 0; ) {
      bitIndex -= 1;
      bit = symbol >>> bitIndex & 1;
      this.encodeBit(encoder.models, m, bit);
      m = m << 1 | bit;
    }
  }
  /**
   * Encode literal
   */
  encodeLiteral(encoder, symbol) {
    let bit, context = 1;
    for (let i = 7; i >= 0; --i) {
      bit = symbol >> i & 1;
      this.encodeBit(encoder.decoders, context, bit);
      context = context << 1 | bit;
    }
  }
  /**
   * Encode matched literal
   */
  encodeMatched(encoder, matchByte, symbol) {
    let bit, matchBit, state, same = true, context = 1;
    for (let i = 7; i >= 0; --i) {
      bit = symbol >> i & 1;
      state = context;
      if (same) {
        matchBit = matchByte >> i & 1;
        state += 1 + matchBit << 8;
        same = matchBit === bit;
      }
      this.encodeBit(encoder.decoders, state, bit);
      context = context << 1 | bit;
    }
  }
  /**
   * Encode length using direct method calls
   */
  encodeLength(encoder, symbol, posState) {
    encoder.encode(symbol, posState, this);
  }
  /**
   * Encode direct bits
   */
  encodeDirectBits(valueToEncode, numTotalBits) {
    const rangeEncoder = this._rangeEncoder;
    for (let i = numTotalBits - 1; i >= 0; i -= 1) {
      rangeEncoder.rrange >>>= 1;
      if ((valueToEncode >>> i & 1) == 1) {
        rangeEncoder.low += BigInt(rangeEncoder.rrange >>> 0);
      }
      if (!(rangeEncoder.rrange & -16777216)) {
        rangeEncoder.rrange <<= 8;
        this.shiftLow();
      }
    }
  }
  /**
   * Reverse encode
   */
  reverseEncode(symbol) {
    const posAlignEncoder = this._posAlignEncoder;
    if (!posAlignEncoder)
      return;
    let bit, m = 1;
    for (let i = 0; i < posAlignEncoder.numBitLevels; ++i) {
      bit = symbol & 1;
      this.encodeBit(posAlignEncoder.models, m, bit);
      m = m << 1 | bit;
      symbol >>= 1;
    }
  }
  /**
   * Reverse encode range
   */
  reverseEncodeRange(startIndex, numBitLevels, symbol) {
    let bit, m = 1;
    for (let i = 0; i < numBitLevels; ++i) {
      bit = symbol & 1;
      this.encodeBit(this._posEncoders, startIndex + m, bit);
      m = m << 1 | bit;
      symbol >>= 1;
    }
  }
  /**
   * Write end marker
   */
  writeEndMarker(positionState) {
    this.encodeBit(this._isMatch, (this._state << 4) + positionState, 1);
    this.encodeBit(this._isRep, this._state, 0);
    this._state = this._state < 7 ? 7 : 10;
    this.encodeLength(this._lenEncoder, 0, positionState);
    const posSlot = 63;
    const lenToPosState = getLenToPosState(2);
    this.encodeBitTree(this._posSlotEncoder[lenToPosState], posSlot);
    this.encodeDirectBits(67108863, 26);
    this.reverseEncode(15);
  }
  /**
   * Encode length with price table update
   */
  encodeLengthWithPriceUpdate(encoder, symbol, posState) {
    encoder.encodeWithUpdate(symbol, posState, this);
  }
  /**
   * Shift low helper (proper implementation) - public method for external access
   */
  shiftLow() {
    const rangeEncoder = this._rangeEncoder;
    const lowHi = Number(rangeEncoder.low >> 32n & 0xffffffffn);
    const lowLow = Number(rangeEncoder.low & 0xffffffffn);
    if (lowHi != 0 || lowLow < 4278190080) {
      rangeEncoder.position += BigInt(rangeEncoder.cacheSize);
      let temp = rangeEncoder.cache;
      do {
        this.writeToStream(rangeEncoder.stream, temp + lowHi);
        temp = 255;
      } while ((rangeEncoder.cacheSize -= 1) != 0);
      rangeEncoder.cache = lowLow >>> 24 & 255;
    }
    rangeEncoder.cacheSize += 1;
    rangeEncoder.low = BigInt(lowLow & 16777215) << 8n;
  }
  /**
   * Write byte to stream
   */
  writeToStream(stream, b) {
    if (!stream)
      return;
    stream.writeByte(b << 24 >> 24);
  }
  initRangeEncoder() {
    this._rangeEncoder.position = 0n;
    this._rangeEncoder.low = 0n;
    this._rangeEncoder.rrange = -1;
    this._rangeEncoder.cacheSize = 1;
    this._rangeEncoder.cache = 0;
  }
  /**
   * Fill alignment prices for position alignment encoder
   */
  fillAlignPrices() {
    for (let i = 0; i < 16; ++i) {
      this._alignPrices[i] = this.reverseGetPrice(this._posAlignEncoder, i);
    }
    this._alignPriceCount = 0;
  }
  /**
   * Fill distance prices for position encoders
   */
  fillDistancesPrices() {
    let baseVal, bitTreeEncoder, footerBits, posSlot, st, st2;
    for (let i = 4; i < 128; ++i) {
      posSlot = this.getPosSlot(i);
      footerBits = (posSlot >> 1) - 1;
      baseVal = (2 | posSlot & 1) << footerBits;
      this.tempPrices[i] = this.reverseGetPriceArray(this._posEncoders, baseVal - posSlot - 1, footerBits, i - baseVal);
    }
    for (let lenToPosState = 0; lenToPosState < 4; ++lenToPosState) {
      bitTreeEncoder = this._posSlotEncoder[lenToPosState];
      st = lenToPosState << 6;
      for (posSlot = 0; posSlot < this._distTableSize; posSlot += 1) {
        this._posSlotPrices[st + posSlot] = this.getEncoderBitTreePrice(bitTreeEncoder, posSlot);
      }
      for (posSlot = 14; posSlot < this._distTableSize; posSlot += 1) {
        this._posSlotPrices[st + posSlot] += (posSlot >> 1) - 1 - 4 << 6;
      }
      st2 = lenToPosState * 128;
      for (let i = 0; i < 4; ++i) {
        this._distancesPrices[st2 + i] = this._posSlotPrices[st + i];
      }
      for (let i = 4; i < 128; ++i) {
        this._distancesPrices[st2 + i] = this._posSlotPrices[st + this.getPosSlot(i)] + this.tempPrices[i];
      }
    }
    this._matchPriceCount = 0;
  }
  /**
   * Get position slot for a distance value
   */
  getPosSlot(pos) {
    if (pos < 2048) {
      return G_FAST_POS[pos];
    }
    if (pos < 2097152) {
      return G_FAST_POS[pos >> 10] + 20;
    }
    return G_FAST_POS[pos >> 20] + 40;
  }
  /**
   * Get reverse price for bit tree encoder
   */
  reverseGetPrice(encoder, symbol) {
    let bit, m = 1, price = 0;
    for (let i = encoder.numBitLevels; i != 0; i -= 1) {
      bit = symbol & 1;
      symbol >>>= 1;
      price += this.getPrice(encoder.models[m], bit);
      m = m << 1 | bit;
    }
    return price;
  }
  /**
   * Get reverse price for array of models
   */
  reverseGetPriceArray(models, startIndex, numBitLevels, symbol) {
    let bit, m = 1, price = 0;
    for (let i = numBitLevels; i != 0; i -= 1) {
      bit = symbol & 1;
      symbol >>>= 1;
      price += PROB_PRICES[((models[startIndex + m] - bit ^ -bit) & 2047) >>> 2];
      m = m << 1 | bit;
    }
    return price;
  }
  /**
   * Get price for probability model (optimized)
   */
  getPrice(prob, symbol) {
    return getBitPrice(prob, symbol);
  }
  /**
   * Get price for bit tree encoder
   */
  getEncoderBitTreePrice(encoder, symbol) {
    return getBitTreePrice(encoder, symbol);
  }
  /**
   * Create encoder optimization structures (optimized)
   */
  createEncoderStructures() {
    this._optimum = [];
    for (let i = 0; i < 4096; i++) {
      this._optimum[i] = {};
    }
    for (let i = 0; i < 4096; ++i) {
      this._optimum[i] = {};
    }
    this._posSlotEncoder = new Array(4);
    for (let i = 0; i < 4; ++i) {
      this._posSlotEncoder[i] = createBitTree(6);
    }
  }
  /**
   * Get literal encoder subcoder (utility method)
   */
  getSubCoderUtility(pos, prevByte) {
    const posBits = pos & this._literalEncoder.posMask;
    const posShifted = posBits << this._literalEncoder.numPrevBits;
    const prevByteShift = 8 - this._literalEncoder.numPrevBits;
    const prevByteBits = (prevByte & 255) >>> prevByteShift;
    const coderIndex = posShifted + prevByteBits;
    return this._literalEncoder.coders[coderIndex];
  }
  // \u2500\u2500 Encoding orchestration methods (moved from LZMA) \u2500\u2500
  makeAsChar(optimum) {
    optimum.backPrev = -1;
    optimum.prev1IsChar = 0;
  }
  makeAsShortRep(optimum) {
    optimum.backPrev = 0;
    optimum.prev1IsChar = 0;
  }
  releaseMFStream() {
    if (this._matchFinder && this._needReleaseMFStream) {
      this._matchFinder._stream = null;
      this._needReleaseMFStream = 0;
    }
  }
  releaseStreams() {
    this.releaseMFStream();
    this._rangeEncoder.stream = null;
  }
  getProcessedSizeAdd() {
    return BigInt(this._rangeEncoder.cacheSize) + this._rangeEncoder.position + 4n;
  }
  getSubCoder(pos, prevByte) {
    const subCoder = this._literalEncoder.getSubCoder(pos, prevByte);
    return { decoders: subCoder.decoders };
  }
  getLiteralPrice(encoder, matchMode, matchByte, symbol) {
    let bit, context = 1, i = 7, matchBit, price = 0;
    if (matchMode) {
      for (; i >= 0; --i) {
        matchBit = matchByte >> i & 1;
        bit = symbol >> i & 1;
        price += getBitPrice(encoder.decoders[(1 + matchBit << 8) + context], bit);
        context = context << 1 | bit;
        if (matchBit != bit) {
          --i;
          break;
        }
      }
    }
    for (; i >= 0; --i) {
      bit = symbol >> i & 1;
      price += getBitPrice(encoder.decoders[context], bit);
      context = context << 1 | bit;
    }
    return price;
  }
  getPosLenPrice(pos, len, posState) {
    let price, lenToPosState = getLenToPosState(len);
    if (pos < 128) {
      price = this._distancesPrices[lenToPosState * 128 + pos];
    } else {
      const position = (lenToPosState << 6) + this.getPosSlot2(pos);
      price = this._posSlotPrices[position] + this._alignPrices[pos & 15];
    }
    return price + this._lenEncoder.getPrice(len - 2, posState);
  }
  getPureRepPrice(repIndex, state, posState) {
    let price;
    if (!repIndex) {
      price = PROB_PRICES[this._isRepG0[state] >>> 2];
      price += PROB_PRICES[2048 - this._isRep0Long[(state << 4) + posState] >>> 2];
    } else {
      price = PROB_PRICES[2048 - this._isRepG0[state] >>> 2];
      if (repIndex == 1) {
        price += PROB_PRICES[this._isRepG1[state] >>> 2];
      } else {
        price += PROB_PRICES[2048 - this._isRepG1[state] >>> 2];
        price += getBitPrice(this._isRepG2[state], repIndex - 2);
      }
    }
    return price;
  }
  getRepLen1Price(posState) {
    const repG0Price = PROB_PRICES[this._isRepG0[this._state] >>> 2];
    const rep0LongPrice = PROB_PRICES[this._isRep0Long[(this._state << 4) + posState] >>> 2];
    return repG0Price + rep0LongPrice;
  }
  getPosSlot2(pos) {
    if (pos < 131072) {
      return G_FAST_POS[pos >> 6] + 12;
    }
    if (pos < 134217728) {
      return G_FAST_POS[pos >> 16] + 32;
    }
    return G_FAST_POS[pos >> 26] + 52;
  }
  movePosHelper(num) {
    if (num > 0) {
      this._matchFinder.skip(num);
      this._additionalOffset += num;
    }
  }
  readMatchDistances() {
    let lenRes = 0;
    this._numDistancePairs = this._matchFinder.getMatches(this._matchDistances);
    if (this._numDistancePairs > 0) {
      lenRes = this._matchDistances[this._numDistancePairs - 2];
      if (lenRes == this._numFastBytes) {
        lenRes += this._matchFinder.getMatchLen(lenRes - 1, this._matchDistances[this._numDistancePairs - 1], 273 - lenRes);
      }
    }
    this._additionalOffset += 1;
    return lenRes;
  }
  flushEncoding(nowPos) {
    this.releaseMFStream();
    this.writeEndMarker(nowPos & this._posStateMask);
    for (let i = 0; i < 5; ++i) {
      this.shiftLow();
    }
  }
  backward(cur) {
    let backCur, backMem, posMem, posPrev;
    this._optimumEndIndex = cur;
    posMem = this._optimum[cur].posPrev;
    backMem = this._optimum[cur].backPrev;
    do {
      if (this._optimum[cur].prev1IsChar) {
        this.makeAsChar(this._optimum[posMem]);
        this._optimum[posMem].posPrev = posMem - 1;
        if (this._optimum[cur].prev2) {
          this._optimum[posMem - 1].prev1IsChar = 0;
          this._optimum[posMem - 1].posPrev = this._optimum[cur].posPrev2;
          this._optimum[posMem - 1].backPrev = this._optimum[cur].backPrev2;
        }
      }
      posPrev = posMem;
      backCur = backMem;
      backMem = this._optimum[posPrev].backPrev;
      posMem = this._optimum[posPrev].posPrev;
      this._optimum[posPrev].backPrev = backCur;
      this._optimum[posPrev].posPrev = cur;
      cur = posPrev;
    } while (cur > 0);
    this.backRes = this._optimum[0].backPrev;
    this._optimumCurrentIndex = this._optimum[0].posPrev;
    return this._optimumCurrentIndex;
  }
  getOptimumLength(position) {
    let cur, curAnd1Price, curAndLenCharPrice, curAndLenPrice, curBack, curPrice, currentByte, distance, len, lenEnd, lenMain, lenTest, lenTest2, lenTestTemp, matchByte, matchPrice, newLen, nextIsChar, nextMatchPrice, nextOptimum, nextRepMatchPrice, normalMatchPrice, numAvailableBytes, numAvailableBytesFull, numDistancePairs, offs, offset, opt, optimum, pos, posPrev, posState, posStateNext, price_4, repIndex, repLen, repMatchPrice, repMaxIndex, shortRepPrice, startLen, state, state2, t, price, price_0, price_1, price_2, price_3, lenRes;
    if (this._optimumEndIndex != this._optimumCurrentIndex) {
      lenRes = this._optimum[this._optimumCurrentIndex].posPrev - this._optimumCurrentIndex;
      this.backRes = this._optimum[this._optimumCurrentIndex].backPrev;
      this._optimumCurrentIndex = this._optimum[this._optimumCurrentIndex].posPrev;
      return lenRes;
    }
    this._optimumCurrentIndex = this._optimumEndIndex = 0;
    if (this._longestMatchWasFound) {
      lenMain = this._longestMatchLength;
      this._longestMatchWasFound = 0;
    } else {
      lenMain = this.readMatchDistances();
    }
    numDistancePairs = this._numDistancePairs;
    numAvailableBytes = this._matchFinder.getNumAvailableBytes() + 1;
    if (numAvailableBytes < 2) {
      this.backRes = -1;
      return 1;
    }
    if (numAvailableBytes > 273) {
      numAvailableBytes = 273;
    }
    repMaxIndex = 0;
    for (let i = 0; i < 4; ++i) {
      this.reps[i] = this._repDistances[i];
      this.repLens[i] = this._matchFinder.getMatchLen(-1, this.reps[i], 273);
      if (this.repLens[i] > this.repLens[repMaxIndex]) {
        repMaxIndex = i;
      }
    }
    if (this.repLens[repMaxIndex] >= this._numFastBytes) {
      this.backRes = repMaxIndex;
      lenRes = this.repLens[repMaxIndex];
      this.movePosHelper(lenRes - 1);
      return lenRes;
    }
    if (lenMain >= this._numFastBytes) {
      this.backRes = this._matchDistances[numDistancePairs - 1] + 4;
      this.movePosHelper(lenMain - 1);
      return lenMain;
    }
    currentByte = this._matchFinder.getIndexByte(-1);
    matchByte = this._matchFinder.getIndexByte(-this._repDistances[0] - 1 - 1);
    if (lenMain < 2 && currentByte != matchByte && this.repLens[repMaxIndex] < 2) {
      this.backRes = -1;
      return 1;
    }
    this._optimum[0].state = this._state;
    posState = position & this._posStateMask;
    this._optimum[1].price = PROB_PRICES[this._isMatch[(this._state << 4) + posState] >>> 2] + this.getLiteralPrice(this.getSubCoder(position, this._previousByte), this._state >= 7, matchByte, currentByte);
    this.makeAsChar(this._optimum[1]);
    matchPrice = PROB_PRICES[2048 - this._isMatch[(this._state << 4) + posState] >>> 2];
    repMatchPrice = matchPrice + PROB_PRICES[2048 - this._isRep[this._state] >>> 2];
    if (matchByte == currentByte) {
      shortRepPrice = repMatchPrice + this.getRepLen1Price(posState);
      if (shortRepPrice < this._optimum[1].price) {
        this._optimum[1].price = shortRepPrice;
        this.makeAsShortRep(this._optimum[1]);
      }
    }
    lenEnd = lenMain >= this.repLens[repMaxIndex] ? lenMain : this.repLens[repMaxIndex];
    if (lenEnd < 2) {
      this.backRes = this._optimum[1].backPrev;
      return 1;
    }
    this._optimum[1].posPrev = 0;
    this._optimum[0].backs0 = this.reps[0];
    this._optimum[0].backs1 = this.reps[1];
    this._optimum[0].backs2 = this.reps[2];
    this._optimum[0].backs3 = this.reps[3];
    len = lenEnd;
    do {
      this._optimum[len].price = INFINITY_PRICE;
      len -= 1;
    } while (len >= 2);
    for (let i = 0; i < 4; ++i) {
      repLen = this.repLens[i];
      if (repLen < 2) {
        continue;
      }
      price_4 = repMatchPrice + this.getPureRepPrice(i, this._state, posState);
      do {
        curAndLenPrice = price_4 + this._repMatchLenEncoder.getPrice(repLen - 2, posState);
        optimum = this._optimum[repLen];
        if (curAndLenPrice < optimum.price) {
          optimum.price = curAndLenPrice;
          optimum.posPrev = 0;
          optimum.backPrev = i;
          optimum.prev1IsChar = 0;
        }
      } while ((repLen -= 1) >= 2);
    }
    normalMatchPrice = matchPrice + PROB_PRICES[this._isRep[this._state] >>> 2];
    len = this.repLens[0] >= 2 ? this.repLens[0] + 1 : 2;
    if (len <= lenMain) {
      offs = 0;
      while (len > this._matchDistances[offs]) {
        offs += 2;
      }
      for (; ; len += 1) {
        distance = this._matchDistances[offs + 1];
        curAndLenPrice = normalMatchPrice + this.getPosLenPrice(distance, len, posState);
        optimum = this._optimum[len];
        if (curAndLenPrice < optimum.price) {
          optimum.price = curAndLenPrice;
          optimum.posPrev = 0;
          optimum.backPrev = distance + 4;
          optimum.prev1IsChar = 0;
        }
        if (len == this._matchDistances[offs]) {
          offs += 2;
          if (offs == numDistancePairs) {
            break;
          }
        }
      }
    }
    cur = 0;
    while (1) {
      ++cur;
      if (cur == lenEnd) {
        return this.backward(cur);
      }
      newLen = this.readMatchDistances();
      numDistancePairs = this._numDistancePairs;
      if (newLen >= this._numFastBytes) {
        this._longestMatchLength = newLen;
        this._longestMatchWasFound = 1;
        return this.backward(cur);
      }
      position += 1;
      posPrev = this._optimum[cur].posPrev;
      if (this._optimum[cur].prev1IsChar) {
        posPrev -= 1;
        if (this._optimum[cur].prev2) {
          state = this._optimum[this._optimum[cur].posPrev2].state;
          if (this._optimum[cur].backPrev2 < 4) {
            state = state < 7 ? 8 : 11;
          } else {
            state = state < 7 ? 7 : 10;
          }
        } else {
          state = this._optimum[posPrev].state;
        }
        state = stateUpdateChar(state);
      } else {
        state = this._optimum[posPrev].state;
      }
      if (posPrev == cur - 1) {
        if (!this._optimum[cur].backPrev) {
          state = state < 7 ? 9 : 11;
        } else {
          state = stateUpdateChar(state);
        }
      } else {
        if (this._optimum[cur].prev1IsChar && this._optimum[cur].prev2) {
          posPrev = this._optimum[cur].posPrev2;
          pos = this._optimum[cur].backPrev2;
          state = state < 7 ? 8 : 11;
        } else {
          pos = this._optimum[cur].backPrev;
          if (pos < 4) {
            state = state < 7 ? 8 : 11;
          } else {
            state = state < 7 ? 7 : 10;
          }
        }
        opt = this._optimum[posPrev];
        if (pos < 4) {
          if (!pos) {
            this.reps[0] = opt.backs0;
            this.reps[1] = opt.backs1;
            this.reps[2] = opt.backs2;
            this.reps[3] = opt.backs3;
          } else if (pos == 1) {
            this.reps[0] = opt.backs1;
            this.reps[1] = opt.backs0;
            this.reps[2] = opt.backs2;
            this.reps[3] = opt.backs3;
          } else if (pos == 2) {
            this.reps[0] = opt.backs2;
            this.reps[1] = opt.backs0;
            this.reps[2] = opt.backs1;
            this.reps[3] = opt.backs3;
          } else {
            this.reps[0] = opt.backs3;
            this.reps[1] = opt.backs0;
            this.reps[2] = opt.backs1;
            this.reps[3] = opt.backs2;
          }
        } else {
          this.reps[0] = pos - 4;
          this.reps[1] = opt.backs0;
          this.reps[2] = opt.backs1;
          this.reps[3] = opt.backs2;
        }
      }
      this._optimum[cur].state = state;
      this._optimum[cur].backs0 = this.reps[0];
      this._optimum[cur].backs1 = this.reps[1];
      this._optimum[cur].backs2 = this.reps[2];
      this._optimum[cur].backs3 = this.reps[3];
      curPrice = this._optimum[cur].price;
      currentByte = this._matchFinder.getIndexByte(-1);
      matchByte = this._matchFinder.getIndexByte(-this.reps[0] - 1 - 1);
      posState = position & this._posStateMask;
      curAnd1Price = curPrice + PROB_PRICES[this._isMatch[(state << 4) + posState] >>> 2] + this.getLiteralPrice(this.getSubCoder(position, this._matchFinder.getIndexByte(-2)), state >= 7, matchByte, currentByte);
      nextOptimum = this._optimum[cur + 1];
      nextIsChar = 0;
      if (curAnd1Price < nextOptimum.price) {
        nextOptimum.price = curAnd1Price;
        nextOptimum.posPrev = cur;
        nextOptimum.backPrev = -1;
        nextOptimum.prev1IsChar = 0;
        nextIsChar = 1;
      }
      matchPrice = curPrice + PROB_PRICES[2048 - this._isMatch[(state << 4) + posState] >>> 2];
      repMatchPrice = matchPrice + PROB_PRICES[2048 - this._isRep[state] >>> 2];
      if (matchByte == currentByte && !(nextOptimum.posPrev < cur && !nextOptimum.backPrev)) {
        shortRepPrice = repMatchPrice + (PROB_PRICES[this._isRepG0[state] >>> 2] + PROB_PRICES[this._isRep0Long[(state << 4) + posState] >>> 2]);
        if (shortRepPrice <= nextOptimum.price) {
          nextOptimum.price = shortRepPrice;
          nextOptimum.posPrev = cur;
          nextOptimum.backPrev = 0;
          nextOptimum.prev1IsChar = 0;
          nextIsChar = 1;
        }
      }
      numAvailableBytesFull = this._matchFinder.getNumAvailableBytes() + 1;
      numAvailableBytesFull = 4095 - cur < numAvailableBytesFull ? 4095 - cur : numAvailableBytesFull;
      numAvailableBytes = numAvailableBytesFull;
      if (numAvailableBytes < 2) {
        continue;
      }
      if (numAvailableBytes > this._numFastBytes) {
        numAvailableBytes = this._numFastBytes;
      }
      if (!nextIsChar && matchByte != currentByte) {
        t = Math.min(numAvailableBytesFull - 1, this._numFastBytes);
        lenTest2 = this._matchFinder.getMatchLen(0, this.reps[0], t);
        if (lenTest2 >= 2) {
          state2 = stateUpdateChar(state);
          posStateNext = position + 1 & this._posStateMask;
          nextRepMatchPrice = curAnd1Price + PROB_PRICES[2048 - this._isMatch[(state2 << 4) + posStateNext] >>> 2] + PROB_PRICES[2048 - this._isRep[state2] >>> 2];
          offset = cur + 1 + lenTest2;
          while (lenEnd < offset) {
            this._optimum[lenEnd += 1].price = INFINITY_PRICE;
          }
          curAndLenPrice = nextRepMatchPrice + (price = this._repMatchLenEncoder.getPrice(lenTest2 - 2, posStateNext), price + this.getPureRepPrice(0, state2, posStateNext));
          optimum = this._optimum[offset];
          if (curAndLenPrice < optimum.price) {
            optimum.price = curAndLenPrice;
            optimum.posPrev = cur + 1;
            optimum.backPrev = 0;
            optimum.prev1IsChar = 1;
            optimum.prev2 = 0;
          }
        }
      }
      startLen = 2;
      for (repIndex = 0; repIndex < 4; ++repIndex) {
        lenTest = this._matchFinder.getMatchLen(-1, this.reps[repIndex], numAvailableBytes);
        if (lenTest < 2) {
          continue;
        }
        lenTestTemp = lenTest;
        do {
          while (lenEnd < cur + lenTest) {
            this._optimum[lenEnd += 1].price = INFINITY_PRICE;
          }
          curAndLenPrice = repMatchPrice + (price_0 = this._repMatchLenEncoder.getPrice(lenTest - 2, posState), price_0 + this.getPureRepPrice(repIndex, state, posState));
          optimum = this._optimum[cur + lenTest];
          if (curAndLenPrice < optimum.price) {
            optimum.price = curAndLenPrice;
            optimum.posPrev = cur;
            optimum.backPrev = repIndex;
            optimum.prev1IsChar = 0;
          }
        } while ((lenTest -= 1) >= 2);
        lenTest = lenTestTemp;
        if (!repIndex) {
          startLen = lenTest + 1;
        }
        if (lenTest < numAvailableBytesFull) {
          t = Math.min(numAvailableBytesFull - 1 - lenTest, this._numFastBytes);
          lenTest2 = this._matchFinder.getMatchLen(lenTest, this.reps[repIndex], t);
          if (lenTest2 >= 2) {
            state2 = state < 7 ? 8 : 11;
            posStateNext = position + lenTest & this._posStateMask;
            curAndLenCharPrice = repMatchPrice + (price_1 = this._repMatchLenEncoder.getPrice(lenTest - 2, posState), price_1 + this.getPureRepPrice(repIndex, state, posState)) + PROB_PRICES[this._isMatch[(state2 << 4) + posStateNext] >>> 2] + this.getLiteralPrice(this.getSubCoder(position + lenTest, this._matchFinder.getIndexByte(lenTest - 1 - 1)), true, this._matchFinder.getIndexByte(lenTest - 1 - (this.reps[repIndex] + 1)), this._matchFinder.getIndexByte(lenTest - 1));
            state2 = stateUpdateChar(state2);
            posStateNext = position + lenTest + 1 & this._posStateMask;
            nextMatchPrice = curAndLenCharPrice + PROB_PRICES[2048 - this._isMatch[(state2 << 4) + posStateNext] >>> 2];
            nextRepMatchPrice = nextMatchPrice + PROB_PRICES[2048 - this._isRep[state2] >>> 2];
            offset = lenTest + 1 + lenTest2;
            while (lenEnd < cur + offset) {
              this._optimum[lenEnd += 1].price = INFINITY_PRICE;
            }
            curAndLenPrice = nextRepMatchPrice + (price_2 = this._repMatchLenEncoder.getPrice(lenTest2 - 2, posStateNext), price_2 + this.getPureRepPrice(0, state2, posStateNext));
            optimum = this._optimum[cur + offset];
            if (curAndLenPrice < optimum.price) {
              optimum.price = curAndLenPrice;
              optimum.posPrev = cur + lenTest + 1;
              optimum.backPrev = 0;
              optimum.prev1IsChar = 1;
              optimum.prev2 = 1;
              optimum.posPrev2 = cur;
              optimum.backPrev2 = repIndex;
            }
          }
        }
      }
      if (newLen > numAvailableBytes) {
        newLen = numAvailableBytes;
        for (numDistancePairs = 0; newLen > this._matchDistances[numDistancePairs]; numDistancePairs += 2) {
        }
        this._matchDistances[numDistancePairs] = newLen;
        numDistancePairs += 2;
      }
      if (newLen >= startLen) {
        normalMatchPrice = matchPrice + PROB_PRICES[this._isRep[state] >>> 2];
        while (lenEnd < cur + newLen) {
          this._optimum[lenEnd += 1].price = INFINITY_PRICE;
        }
        offs = 0;
        while (startLen > this._matchDistances[offs]) {
          offs += 2;
        }
        for (lenTest = startLen; ; lenTest += 1) {
          curBack = this._matchDistances[offs + 1];
          curAndLenPrice = normalMatchPrice + this.getPosLenPrice(curBack, lenTest, posState);
          optimum = this._optimum[cur + lenTest];
          if (curAndLenPrice < optimum.price) {
            optimum.price = curAndLenPrice;
            optimum.posPrev = cur;
            optimum.backPrev = curBack + 4;
            optimum.prev1IsChar = 0;
          }
          if (lenTest == this._matchDistances[offs]) {
            if (lenTest < numAvailableBytesFull) {
              t = Math.min(numAvailableBytesFull - 1 - lenTest, this._numFastBytes);
              lenTest2 = this._matchFinder.getMatchLen(lenTest, curBack, t);
              if (lenTest2 >= 2) {
                state2 = state < 7 ? 7 : 10;
                posStateNext = position + lenTest & this._posStateMask;
                curAndLenCharPrice = curAndLenPrice + PROB_PRICES[this._isMatch[(state2 << 4) + posStateNext] >>> 2] + this.getLiteralPrice(this.getSubCoder(position + lenTest, this._matchFinder.getIndexByte(lenTest - 1 - 1)), true, this._matchFinder.getIndexByte(lenTest - (curBack + 1) - 1), this._matchFinder.getIndexByte(lenTest - 1));
                state2 = stateUpdateChar(state2);
                posStateNext = position + lenTest + 1 & this._posStateMask;
                nextMatchPrice = curAndLenCharPrice + PROB_PRICES[2048 - this._isMatch[(state2 << 4) + posStateNext] >>> 2];
                nextRepMatchPrice = nextMatchPrice + PROB_PRICES[2048 - this._isRep[state2] >>> 2];
                offset = lenTest + 1 + lenTest2;
                while (lenEnd < cur + offset) {
                  this._optimum[lenEnd += 1].price = INFINITY_PRICE;
                }
                curAndLenPrice = nextRepMatchPrice + (price_3 = this._repMatchLenEncoder.getPrice(lenTest2 - 2, posStateNext), price_3 + this.getPureRepPrice(0, state2, posStateNext));
                optimum = this._optimum[cur + offset];
                if (curAndLenPrice < optimum.price) {
                  optimum.price = curAndLenPrice;
                  optimum.posPrev = cur + lenTest + 1;
                  optimum.backPrev = 0;
                  optimum.prev1IsChar = 1;
                  optimum.prev2 = 1;
                  optimum.posPrev2 = cur;
                  optimum.backPrev2 = curBack + 4;
                }
              }
            }
            offs += 2;
            if (offs == numDistancePairs) {
              break;
            }
          }
        }
      }
    }
    return 1;
  }
  codeOneBlock() {
    let baseVal, complexState, curByte, distance, footerBits, len, lenToPosState, matchByte, pos, posReduced, posSlot, posState, progressPosValuePrev, subCoder;
    this.processedInSize[0] = 0n;
    this.processedOutSize[0] = 0n;
    this.finished[0] = 1;
    progressPosValuePrev = this.nowPos64;
    if (this._inStream) {
      this._matchFinder._stream = this._inStream;
      this._matchFinder.init();
      this._needReleaseMFStream = 1;
      this._inStream = null;
    }
    if (this._finished) {
      return;
    }
    this._finished = 1;
    if (this.nowPos64 === 0n) {
      if (!this._matchFinder.getNumAvailableBytes()) {
        this.flushEncoding(Number(this.nowPos64 & 0xffffffffn));
        return;
      }
      this.readMatchDistances();
      posState = Number(this.nowPos64 & 0xffffffffn) & this._posStateMask;
      this.encodeBit(this._isMatch, (this._state << 4) + posState, 0);
      this._state = stateUpdateChar(this._state);
      curByte = this._matchFinder.getIndexByte(-this._additionalOffset);
      this.encodeLiteral(this.getSubCoder(Number(this.nowPos64 & 0xffffffffn), this._previousByte), curByte);
      this._previousByte = curByte;
      this._additionalOffset -= 1;
      this.nowPos64 += 1n;
    }
    if (!this._matchFinder.getNumAvailableBytes()) {
      this.flushEncoding(Number(this.nowPos64 & 0xffffffffn));
      return;
    }
    while (1) {
      len = this.getOptimumLength(Number(this.nowPos64 & 0xffffffffn));
      pos = this.backRes;
      posState = Number(this.nowPos64 & 0xffffffffn) & this._posStateMask;
      complexState = (this._state << 4) + posState;
      if (len == 1 && pos == -1) {
        this.encodeBit(this._isMatch, complexState, 0);
        curByte = this._matchFinder.getIndexByte(-this._additionalOffset);
        subCoder = this.getSubCoder(Number(this.nowPos64 & 0xffffffffn), this._previousByte);
        if (this._state < 7) {
          this.encodeLiteral(subCoder, curByte);
        } else {
          matchByte = this._matchFinder.getIndexByte(-this._repDistances[0] - 1 - this._additionalOffset);
          this.encodeMatched(subCoder, matchByte, curByte);
        }
        this._previousByte = curByte;
        this._state = stateUpdateChar(this._state);
      } else {
        this.encodeBit(this._isMatch, complexState, 1);
        if (pos < 4) {
          this.encodeBit(this._isRep, this._state, 1);
          if (!pos) {
            this.encodeBit(this._isRepG0, this._state, 0);
            if (len == 1) {
              this.encodeBit(this._isRep0Long, complexState, 0);
            } else {
              this.encodeBit(this._isRep0Long, complexState, 1);
            }
          } else {
            this.encodeBit(this._isRepG0, this._state, 1);
            if (pos == 1) {
              this.encodeBit(this._isRepG1, this._state, 0);
            } else {
              this.encodeBit(this._isRepG1, this._state, 1);
              this.encodeBit(this._isRepG2, this._state, pos - 2);
            }
          }
          if (len == 1) {
            this._state = this._state < 7 ? 9 : 11;
          } else {
            this.encodeLength(this._repMatchLenEncoder, len - 2, posState);
            this._state = this._state < 7 ? 8 : 11;
          }
          distance = this._repDistances[pos];
          if (pos != 0) {
            for (let i = pos; i >= 1; --i) {
              this._repDistances[i] = this._repDistances[i - 1];
            }
            this._repDistances[0] = distance;
          }
        } else {
          this.encodeBit(this._isRep, this._state, 0);
          this._state = this._state < 7 ? 7 : 10;
          this.encodeLength(this._lenEncoder, len - 2, posState);
          pos -= 4;
          posSlot = this.getPosSlot(pos);
          lenToPosState = getLenToPosState(len);
          this.encodeBitTree(this._posSlotEncoder[lenToPosState], posSlot);
          if (posSlot >= 4) {
            footerBits = (posSlot >> 1) - 1;
            baseVal = (2 | posSlot & 1) << footerBits;
            posReduced = pos - baseVal;
            if (posSlot < 14) {
              this.reverseEncodeRange(baseVal - posSlot - 1, footerBits, posReduced);
            } else {
              this.encodeDirectBits(posReduced >> 4, footerBits - 4);
              this.reverseEncode(posReduced & 15);
              this._alignPriceCount += 1;
            }
          }
          distance = pos;
          for (let i = 3; i >= 1; --i) {
            this._repDistances[i] = this._repDistances[i - 1];
          }
          this._repDistances[0] = distance;
          this._matchPriceCount += 1;
        }
        this._previousByte = this._matchFinder.getIndexByte(len - 1 - this._additionalOffset);
      }
      this._additionalOffset -= len;
      this.nowPos64 += BigInt(len);
      if (!this._additionalOffset) {
        if (this._matchPriceCount >= 128) {
          this.fillDistancesPrices();
        }
        if (this._alignPriceCount >= 16) {
          this.fillAlignPrices();
        }
        this.processedInSize[0] = this.nowPos64;
        this.processedOutSize[0] = this.getProcessedSizeAdd();
        if (!this._matchFinder.getNumAvailableBytes()) {
          this.flushEncoding(Number(this.nowPos64 & 0xffffffffn));
          return;
        }
        if (this.nowPos64 - progressPosValuePrev >= 0x1000n) {
          this._finished = 0;
          this.finished[0] = 0;
          return;
        }
      }
    }
  }
  createMatchFinder() {
    if (!this._matchFinder) {
      const binTree = new BinTreeMatchFinder();
      let numHashBytes = 4;
      if (!this._matchFinderType) {
        numHashBytes = 2;
      }
      binTree.setType(numHashBytes);
      this._matchFinder = binTree;
    }
    this.createLiteralEncoder();
    if (this._dictionarySize == this._dictionarySizePrev && this._numFastBytesPrev == this._numFastBytes) {
      return;
    }
    this._matchFinder.create(this._dictionarySize, this._numFastBytes, 4096, 274);
    this._dictionarySizePrev = this._dictionarySize;
    this._numFastBytesPrev = this._numFastBytes;
  }
  writeHeaderProperties(output) {
    this.properties[0] = (this._posStateBits * 5 + this._numLiteralPosStateBits) * 9 + this._numLiteralContextBits & 255;
    for (let byteIndex = 0; byteIndex < 4; byteIndex++) {
      this.properties[1 + byteIndex] = this._dictionarySize >> 8 * byteIndex & 255;
    }
    for (let i = 0; i < 5; i++) {
      output.writeByte(this.properties[i]);
    }
  }
  initCompression(input, output, len, mode) {
    if (len < -1n) {
      throw new Error("invalid length " + len);
    }
    this.initialize();
    this.configure(mode);
    this.writeHeaderProperties(output);
    for (let i = 0; i < 64; i += 8) {
      output.writeByte(Number(len >> BigInt(i) & 0xffn) << 24 >> 24);
    }
    this._needReleaseMFStream = 0;
    this._inStream = input;
    this._finished = 0;
    this.createMatchFinder();
    this._rangeEncoder.stream = output;
    this.init();
    this.fillDistancesPrices();
    this.fillAlignPrices();
    this._lenEncoder.setTableSize(this._numFastBytes + 1 - 2);
    this._lenEncoder.updateTables(1 << this._posStateBits);
    this._repMatchLenEncoder.setTableSize(this._numFastBytes + 1 - 2);
    this._repMatchLenEncoder.updateTables(1 << this._posStateBits);
    this.nowPos64 = 0n;
  }
  compress(input, output, mode) {
    this.initCompression(input, output, BigInt(input.count), mode);
    do {
      this.codeOneBlock();
      if (this.finished[0]) {
        this.releaseStreams();
        break;
      }
    } while (true);
  }
};

// node_modules/lzma1/lib/streams.js
var InputBuffer = class {
  buf;
  pos = 0;
  count;
  constructor(data) {
    this.buf = data;
    this.count = data.length;
  }
  readByte() {
    if (this.pos >= this.count)
      return -1;
    return this.buf[this.pos++] & 255;
  }
  readBytes(dest, off, len) {
    if (this.pos >= this.count)
      return -1;
    len = Math.min(len, this.count - this.pos);
    dest.set(this.buf.subarray(this.pos, this.pos + len), off);
    this.pos += len;
    return len;
  }
  get remaining() {
    return this.count - this.pos;
  }
};
var OutputBuffer = class {
  buf;
  count = 0;
  constructor(capacity = 32) {
    this.buf = new Uint8Array(capacity);
  }
  grow(requiredSize) {
    const newSize = Math.max(this.buf.length * 2, requiredSize);
    const newBuf = new Uint8Array(newSize);
    newBuf.set(this.buf.subarray(0, this.count));
    this.buf = newBuf;
  }
  writeByte(b) {
    if (this.count >= this.buf.length) {
      this.grow(this.count + 1);
    }
    this.buf[this.count++] = b;
  }
  writeBytes(src, off, len) {
    const requiredSize = this.count + len;
    if (requiredSize > this.buf.length) {
      this.grow(requiredSize);
    }
    this.buf.set(src.subarray(off, off + len), this.count);
    this.count += len;
  }
  write(buf) {
    this.writeBytes(buf, 0, buf.length);
  }
  toArray() {
    return this.buf.slice(0, this.count);
  }
};

// node_modules/lzma1/lib/lzma.js
var MODES = {
  1: { searchDepth: 16, filterStrength: 64, modeIndex: 0 },
  2: { searchDepth: 20, filterStrength: 64, modeIndex: 0 },
  3: { searchDepth: 19, filterStrength: 64, modeIndex: 1 },
  4: { searchDepth: 20, filterStrength: 64, modeIndex: 1 },
  5: { searchDepth: 21, filterStrength: 128, modeIndex: 1 },
  6: { searchDepth: 22, filterStrength: 128, modeIndex: 1 },
  7: { searchDepth: 23, filterStrength: 128, modeIndex: 1 },
  8: { searchDepth: 24, filterStrength: 255, modeIndex: 1 },
  9: { searchDepth: 25, filterStrength: 255, modeIndex: 1 }
};
var LZMA = class {
  #encoder = new Encoder();
  #decoder = new Decoder();
  compress(data, mode = 5) {
    const inputData = data instanceof ArrayBuffer ? new Uint8Array(data) : data;
    const output = new OutputBuffer(Math.max(32, Math.ceil(inputData.length * 1.2)));
    const input = new InputBuffer(inputData);
    this.#encoder.compress(input, output, MODES[mode]);
    const result = output.toArray();
    return new Int8Array(result.buffer, result.byteOffset, result.byteLength);
  }
  compressString(data, mode = 5) {
    return this.compress(new Uint8Array(this.#encodeString(data)), mode);
  }
  decompress(bytearray) {
    const inputData = bytearray instanceof ArrayBuffer ? new Uint8Array(bytearray) : bytearray;
    const output = new OutputBuffer(Math.max(32, inputData.length * 2));
    const input = new InputBuffer(inputData);
    this.#decoder.decompress(input, output);
    return output.toArray();
  }
  decompressString(bytearray) {
    const decodedByteArray = this.decompress(bytearray);
    const result = this.#decodeUTF8(decodedByteArray);
    if (typeof result === "string") {
      return result;
    }
    return String.fromCharCode(...result);
  }
  #encodeString(inputString) {
    const l = inputString.length;
    const chars = [];
    for (let i = 0; i < l; ++i) {
      chars[i] = inputString.charCodeAt(i);
    }
    const data = [];
    let elen = 0;
    for (let i = 0; i < l; ++i) {
      const ch = chars[i];
      if (ch >= 1 && ch <= 127) {
        data[elen++] = ch << 24 >> 24;
      } else if (!ch || ch >= 128 && ch <= 2047) {
        data[elen++] = (192 | ch >> 6 & 31) << 24 >> 24;
        data[elen++] = (128 | ch & 63) << 24 >> 24;
      } else {
        data[elen++] = (224 | ch >> 12 & 15) << 24 >> 24;
        data[elen++] = (128 | ch >> 6 & 63) << 24 >> 24;
        data[elen++] = (128 | ch & 63) << 24 >> 24;
      }
    }
    return data;
  }
  #decodeUTF8(utf) {
    let j = 0, x, y, z, l = utf.length, buf = [], charCodes = [];
    for (let i = 0; i < l; ++i, ++j) {
      x = utf[i] & 255;
      if (!(x & 128)) {
        if (!x)
          return utf;
        charCodes[j] = x;
      } else if ((x & 224) == 192) {
        if (i + 1 >= l)
          return String.fromCharCode(...utf);
        y = utf[++i] & 255;
        if ((y & 192) != 128)
          return String.fromCharCode(...utf);
        charCodes[j] = (x & 31) << 6 | y & 63;
      } else if ((x & 240) == 224) {
        if (i + 2 >= l)
          return utf;
        y = utf[++i] & 255;
        if ((y & 192) != 128)
          return utf;
        z = utf[++i] & 255;
        if ((z & 192) != 128)
          return utf;
        charCodes[j] = (x & 15) << 12 | (y & 63) << 6 | z & 63;
      } else {
        return utf;
      }
      if (j == 16383) {
        buf.push(String.fromCharCode.apply(String, charCodes));
        j = -1;
      }
    }
    if (j > 0) {
      charCodes.length = j;
      buf.push(String.fromCharCode.apply(String, charCodes));
    }
    return buf.join("");
  }
};

// node_modules/lzma1/lib/index.js
function decompress(data) {
  const input = data instanceof ArrayBuffer ? new Uint8Array(data) : data;
  const decompressedData = new LZMA().decompress(input);
  return new Uint8Array(decompressedData);
}

// src/tdx/firmware-volume.ts
var SUBJECT4 = { what: "the firmware volume", hint: "Give a whole firmware image." };
var SIGNATURE = Buffer.from("_FVH");
var SIGNATURE_AT = 40;
var FILE_SYSTEMS = ["8c8ce578-8a3d-4f1c-9935-896185c32dd3", "5473c07a-3dcb-4dca-bd6f-1e9689e7349a"];
var LZMA2 = "ee4e5898-3914-4259-9d6e-dc7bd79403cf";
var FILE = { header: 24, large: 1, raw: 1, pad: 240, alignment: 8 };
var SECTION = { guided: 2, name: 21, volume: 23, alignment: 4 };
var LZMA_SIZE_AT = 5;
var MOST_DECOMPRESSED = 33554432;
var MOST_FILES = 2e3;
var DEEPEST = 4;
function readVolumes(image) {
  const found = new Found();
  volumesIn(Buffer.from(image.buffer, image.byteOffset, image.length), found, 0);
  return { files: found.files, problems: found.problems };
}
var Found = class {
  files = [];
  problems = [];
  /** Bytes that may still be decompressed. */
  left = MOST_DECOMPRESSED;
  volumes = 0;
  /** Runs `body`; what is damaged becomes a problem. */
  read(body) {
    try {
      body();
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      if (this.problems.length < 10) this.problems.push(error.message);
    }
  }
};
function volumesIn(bytes, found, depth) {
  let from = 0;
  for (; ; ) {
    const signature = bytes.indexOf(SIGNATURE, from + SIGNATURE_AT);
    if (signature < 0) return;
    const start = signature - SIGNATURE_AT;
    const system = guidAt(bytes, start + 16);
    const length = Number(bytes.readBigUInt64LE(start + 32));
    const whole = start % 8 === 0 && length > SIGNATURE_AT && start + length <= bytes.length;
    if (whole && FILE_SYSTEMS.includes(system)) {
      found.read(() => filesIn(bytes.subarray(start, start + length), found, depth));
    }
    from = whole ? start + length : signature - SIGNATURE_AT + 4;
  }
}
function filesIn(volume, found, depth) {
  const index = found.volumes++;
  const header = new Reader(volume, SUBJECT4);
  header.skip(48, "the header of a volume");
  const headerBytes = header.u16("the length of the header");
  header.skip(2, "the checksum");
  const extension = header.u16("the offset of the extended header");
  let at = headerBytes;
  if (extension > 0) {
    const more = new Reader(volume, SUBJECT4);
    more.skip(extension + 16, "the extended header");
    at = extension + more.u32("the length of the extended header");
  }
  for (; ; ) {
    at = Math.ceil(at / FILE.alignment) * FILE.alignment;
    if (at + FILE.header > volume.length || found.files.length >= MOST_FILES) return;
    const reader = new Reader(volume, SUBJECT4);
    reader.skip(at, "the files before");
    const guid = reader.guid("the name of a file");
    reader.skip(2, "the checksum of a file");
    const type = reader.u8("the type of a file");
    const large = (reader.u8("the attributes of a file") & FILE.large) !== 0;
    const short = reader.take(4, "the size of a file");
    const size = large ? Number(reader.u64("the size of a file")) : Buffer.from(short).readUIntLE(0, 3);
    const start = large ? FILE.header + 8 : FILE.header;
    if (type === 255 || size < start) return;
    const file = new Reader(volume, SUBJECT4);
    file.skip(at, "the files before");
    const content = file.take(size, `the file ${guid}`).subarray(start);
    at += size;
    if (type !== FILE.pad) found.read(() => addFile({ volume: index, guid, type }, content, found, depth));
  }
}
function addFile(known, content, found, depth) {
  const sha256 = createHash("sha256").update(content).digest("hex");
  const file = { ...known, name: known.guid, size: content.length, sha256 };
  const place = found.files.push(file) - 1;
  if (known.type === FILE.raw) return;
  const name = sectionsIn(content, found, depth);
  if (name !== void 0) found.files[place] = { ...file, name };
}
function sectionsIn(content, found, depth) {
  let name;
  let at = 0;
  while (at + 4 <= content.length) {
    const reader = new Reader(content, SUBJECT4);
    reader.skip(at, "the sections before");
    const head = Buffer.from(reader.take(4, "the header of a section"));
    const short = head.readUIntLE(0, 3);
    const size = short === 16777215 ? reader.u32("the size of a section") : short;
    const start = reader.offset - at;
    if (size < start) return name;
    const whole = new Reader(content, SUBJECT4);
    whole.skip(at, "the sections before");
    const body = Buffer.from(whole.take(size, "a section").subarray(start));
    if (head[3] === SECTION.name) name = utf16(body);
    else if (head[3] === SECTION.volume) volumesIn(body, found, depth);
    else if (head[3] === SECTION.guided) found.read(() => guidedSection(body, start, found, depth));
    at += Math.ceil(size / SECTION.alignment) * SECTION.alignment;
  }
  return name;
}
function guidedSection(body, header, found, depth) {
  const reader = new Reader(body, SUBJECT4);
  const guid = reader.guid("the kind of a section");
  const offset = reader.u16("the offset of its data") - header;
  if (guid !== LZMA2 || depth >= DEEPEST) return;
  const data = body.subarray(Math.max(0, offset));
  const claimed = new Reader(data, SUBJECT4);
  claimed.skip(LZMA_SIZE_AT, "the properties of compressed data");
  const size = claimed.u64("the size of compressed data");
  if (size > BigInt(found.left)) {
    throw new DataError("bad-section", `compressed volumes claim ${size} bytes`, 0, SUBJECT4);
  }
  found.left -= Number(size);
  sectionsIn(unpack(data), found, depth + 1);
}
function unpack(data) {
  try {
    return decompress(data);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new DataError("bad-section", `compressed volume: ${error.message}`, 0, SUBJECT4);
  }
}

// src/tdx/tdvf-image.ts
var MEASURES = "TdTcg2Dxe";
var SMBIOS = "SmbiosMeasurementDxe";
var SECURE_BOOT2 = "SecureBootConfigDxe";
var BOOT_MANAGER = "BdsDxe";
var BOOT_MANAGER_MENU2 = "BootManagerMenuApp";
var FIRMWARE_SETUP2 = "UiApp";
var CORE = "DxeCore";
function readTdvfImage(image, { sections }) {
  const cfv = sections.find(({ name }) => name === "CFV");
  const data = cfv === void 0 ? new Uint8Array() : image.subarray(cfv.dataOffset, cfv.dataOffset + cfv.rawSize);
  const drivers = driversOf(readVolumes(image).files);
  return {
    cfv: sha384(data),
    ...secureVariables(data, drivers?.secureBoot),
    shimVariables: storedVariables(data).flatMap(({ guid, name }) => guid === SHIM_LOCK ? [name] : []),
    ...drivers === void 0 ? {} : { drivers }
  };
}
function driversOf(files) {
  const names = new Set(files.map(({ name }) => name));
  if (!names.has(CORE)) return void 0;
  const volume = files.find(({ name }) => name === BOOT_MANAGER)?.volume;
  const beside = new Set(files.filter((file) => file.volume === volume).map(({ name }) => name));
  return {
    measures: names.has(MEASURES),
    smbios: names.has(SMBIOS),
    secureBoot: names.has(SECURE_BOOT2),
    bootManagerMenu: beside.has(BOOT_MANAGER_MENU2),
    firmwareSetup: beside.has(FIRMWARE_SETUP2)
  };
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
function tdvfBoots(known) {
  const { metadata, vmm = "qemu", profile: wanted, memory, acpi, smbios, direct } = known;
  const image = readTdvfImage(known.image, metadata);
  const kernel = direct === void 0 ? void 0 : measureKernel(direct, memory, image);
  const disk = known.disk === void 0 ? void 0 : measureDisk(known.disk, image);
  return EVENT_PROFILES.filter(({ id }) => (wanted ?? id) === id).filter(({ id, smbios: has }) => id === wanted || has === (image.drivers?.smbios ?? has)).map((profile) => ({
    profile,
    image,
    predict: (header, stub) => predictTdvf({
      ...{ image, metadata, vmm, profile, memory, acpi, smbios },
      ...{ direct: kernel, disk, header, stub }
    })
  }));
}
function tdvfRows(known) {
  const { vmm = "qemu", direct, disk } = known;
  const headers = KERNEL_HEADERS.filter((header) => (known.header ?? header) === header);
  const said = known.stub ?? stubOnDisk(disk);
  const stubs = STUB_MEASURES.filter((stub) => (said ?? stub) === stub);
  return tdvfBoots(known).flatMap(({ profile, image, predict }) => {
    if (image.drivers?.measures === false) return unmeasured(profile.id);
    const by = (what) => `${profile.id}, ${what}`;
    const first = predict("original", "measures");
    return [
      row("rtmr0", first, `${vmm}, ${profile.id}`),
      ...direct === void 0 ? [row("rtmr1", first, profile.id)] : headers.map((header) => row("rtmr1", predict(header, "measures"), by(`setup header ${header}`))),
      ...(direct ?? disk) === void 0 ? [row("rtmr2", first, profile.id)] : stubs.map((stub) => row("rtmr2", predict("original", stub), by(STUBS[stub]))),
      row("rtmr3", first, profile.id)
    ];
  });
}
function stubOnDisk(disk) {
  const shim = disk?.shim;
  if (shim === void 0 || "reason" in shim || "reason" in shim.entry) return void 0;
  return shim.entry.stub;
}
function unmeasured(by) {
  const value = {
    reason: "the image has no TdTcg2Dxe, the driver that extends RTMRs: they stay as they are"
  };
  return RTMRS.map((register) => ({ register, value, by, events: [] }));
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
  storedVariables,
  readVolumes,
  isTdShim,
  possibleMrtds,
  possibleRtmrs,
  rtmrRows,
  possibleEvents
};
/*! Bundled license information:

lzma1/lib/index.js:
  (**
   * @license
   * Copyright Filip Seman
   * SPDX-License-Identifier: MIT
   *)
*/
