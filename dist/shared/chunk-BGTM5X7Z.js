import {
  EVENT,
  authenticode,
  certificatesOf,
  eventName,
  readShimImage,
  replay,
  sectionsOf,
  sha384
} from "./chunk-Z5EMF6HS.js";
import {
  DataError,
  Reader
} from "./chunk-LZS5NMGH.js";

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

// src/tdx/linux-stub.ts
var STUB_MEASURES = ["measures", "silent"];
var MEASURING = [6, 9];
function stubMeasures(release) {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(release) ?? [];
  if (major === void 0 || minor === void 0) return void 0;
  const [from, at] = MEASURING;
  const measures = Number(major) > from || Number(major) === from && Number(minor) >= at;
  return measures ? "measures" : "silent";
}
function linuxStubEvents(options, initrd) {
  return [
    ...options === void 0 ? [] : [hashed("rtmr2", EVENT.eventTag, "LOADED_IMAGE::LoadOptions", options)],
    ...initrd === void 0 ? [] : [event("rtmr2", EVENT.eventTag, "Linux initrd", initrd)]
  ];
}
function loadOptions(options) {
  return Buffer.from(`${options}\0`, "utf16le");
}

// src/tdx/grub-image.ts
var SUBJECT = { what: "the GRUB image", hint: "Give a whole image of GRUB." };
var TYPE = { module: 0, config: 2, prefix: 3 };
var MAGIC = "mimg";
var HEADER_BYTES = 8;
function readGrubImage(program) {
  try {
    const sections = sectionsOf(program);
    const mods = sections.find(({ name }) => name === "mods")?.content;
    return mods === void 0 ? void 0 : readModules(Buffer.from(mods), sbatOf(sections));
  } catch (error) {
    if (error instanceof DataError) return void 0;
    throw error;
  }
}
function sbatOf(sections) {
  const content = sections.find(({ name }) => name === ".sbat")?.content ?? new Uint8Array();
  return Buffer.from(content).toString("latin1");
}
function readModules(mods, sbat) {
  if (mods.toString("latin1", 0, 4) !== MAGIC) return void 0;
  const size = numberAt(mods, 16, 8);
  const modules = /* @__PURE__ */ new Map();
  let [prefix, hasConfig] = ["", false];
  for (let at = numberAt(mods, 8, 8); at < size; ) {
    const type = numberAt(mods, at, 4);
    const bytes = numberAt(mods, at + 4, 4);
    if (bytes < HEADER_BYTES || at + bytes > mods.length) return void 0;
    const body = mods.subarray(at + HEADER_BYTES, at + bytes);
    if (type === TYPE.module) modules.set(moduleName(body), body);
    else if (type === TYPE.prefix) prefix = untilNul(body);
    else if (type === TYPE.config) hasConfig = true;
    at += Math.ceil(bytes / 8) * 8;
  }
  const [, version = ""] = /^grub,\d+,[^,\n]*,[^,\n]*,([^,\n]+),/m.exec(sbat) ?? [];
  const tpm = modules.get("tpm");
  const measures = tpm === void 0 ? false : measuresWithoutTpm(tpm);
  return { version, prefix, hasConfig, modules: new Set(modules.keys()), measures };
}
var CC_PROTOCOL = Buffer.from("3d1a7596f472a641a794ed5d0e67ae6b", "hex");
var PRESENT = "grub_tpm_present";
var SECTION_SYMBOL = 3;
var SYMBOL_BYTES = 24;
var RELOCATION_BYTES = 24;
function measuresWithoutTpm(module) {
  const guid = module.indexOf(CC_PROTOCOL);
  if (guid < 0) return false;
  const sections = elfSections(module);
  const data = sections.findIndex(({ offset, size: size2 }) => guid >= offset && guid < offset + size2);
  const symbols = sections.find(({ name }) => name === ".symtab");
  const names = sections.find(({ name }) => name === ".strtab");
  const moves = sections.find(({ name }) => name === ".rela.text");
  const place = sections[data];
  if (symbols === void 0 || names === void 0 || moves === void 0 || place === void 0) {
    return void 0;
  }
  const table = records(symbols.content, SYMBOL_BYTES);
  const present = table.find((one) => untilNul(names.content.subarray(numberAt(one, 0, 4))) === PRESENT);
  if (present === void 0) return void 0;
  const [start, size] = [numberAt(present, 8, 8), numberAt(present, 16, 8)];
  return records(moves.content, RELOCATION_BYTES).some((move) => {
    const at = numberAt(move, 0, 8);
    const target = table[numberAt(move, 12, 4)];
    const isSection = target !== void 0 && (numberAt(target, 4, 1) & 15) === SECTION_SYMBOL;
    const within = at >= start && at < start + size;
    return within && isSection && numberAt(target, 6, 2) === data && numberAt(move, 16, 8) === guid - place.offset;
  });
}
function elfSections(elf) {
  const table = numberAt(elf, 40, 8);
  const [each, count, nameIndex] = [numberAt(elf, 58, 2), numberAt(elf, 60, 2), numberAt(elf, 62, 2)];
  const heads = Array.from({ length: count }, (_, index) => {
    const at = table + index * each;
    const [offset, size] = [numberAt(elf, at + 24, 8), numberAt(elf, at + 32, 8)];
    return { name: numberAt(elf, at, 4), offset, size, content: elf.subarray(offset, offset + size) };
  });
  const names = heads[nameIndex]?.content ?? Buffer.alloc(0);
  return heads.map((head) => ({ ...head, name: untilNul(names.subarray(head.name)) }));
}
function moduleName(elf) {
  return untilNul(elfSections(elf).find(({ name }) => name === ".modname")?.content ?? Buffer.alloc(0));
}
function records(content, bytes) {
  const count = Math.floor(content.length / bytes);
  return Array.from({ length: count }, (_, index) => content.subarray(index * bytes, (index + 1) * bytes));
}
function numberAt(bytes, offset, size) {
  const reader = new Reader(bytes, SUBJECT);
  reader.skip(offset, "what is before a number");
  if (size === 8) return Number(reader.u64("a number"));
  return reader[size === 4 ? "u32" : size === 2 ? "u16" : "u8"]("a number");
}
function untilNul(bytes) {
  const end = bytes.indexOf(0);
  return bytes.toString("latin1", 0, end < 0 ? bytes.length : end);
}

// src/tdx/secure-boot.ts
import { X509Certificate } from "node:crypto";
var SUBJECT2 = { what: "the db of the image", hint: "Give a whole firmware image." };
var X509 = "a5c059a1-94e4-4aa7-87b5-ab155c2bf072";
var SHA256 = "c1c41626-504c-4092-aca9-41f936934328";
var OWNER_BYTES = 16;
var LIST_HEADER_BYTES = 28;
var MOST_ENTRIES = 256;
function authorityOf(program, db) {
  const entries = entriesOf(db);
  const own = certificatesOf(program).flatMap(parsed);
  const trusted = entries.find(({ type, data }) => type === X509 && leadsTo(own, data.subarray(OWNER_BYTES)));
  if (trusted !== void 0) return trusted.data;
  const digest = authenticode(program, "sha256");
  const known = entries.find(
    ({ type, data }) => type === SHA256 && Buffer.from(data.subarray(OWNER_BYTES)).toString("hex") === digest
  );
  if (known !== void 0) return known.data;
  const has = own.length === 0 ? "it has no signature" : "none of its certificates leads to one in db";
  return { reason: `Secure Boot is on, and the firmware does not start this kernel: ${has}` };
}
function entriesOf(db) {
  const entries = [];
  try {
    const reader = new Reader(db, SUBJECT2);
    while (reader.left > 0 && entries.length < MOST_ENTRIES) {
      const type = reader.guid("the type of a list");
      const size = reader.u32("the size of a list");
      const header = reader.u32("the size of the header of a list");
      const each = reader.u32("the size of an entry");
      const list = new Reader(reader.take(Math.max(0, size - LIST_HEADER_BYTES), "a list"), SUBJECT2);
      list.skip(header, "the header of a list");
      if (each <= OWNER_BYTES) return entries;
      while (list.left >= each && entries.length < MOST_ENTRIES) {
        entries.push({ type, data: list.take(each, "an entry") });
      }
    }
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
  }
  return entries;
}
function parsed(der) {
  try {
    return [new X509Certificate(der)];
  } catch {
    return [];
  }
}
function leadsTo(own, der) {
  const [trusted] = parsed(der);
  if (trusted === void 0) return false;
  return own.some(
    (certificate) => certificate.raw.equals(trusted.raw) || certificate.checkIssued(trusted) && certificate.verify(trusted.publicKey)
  );
}

// src/tdx/predict-shim.ts
var [FIRST_READ, LAST_READ] = [
  [15, 7],
  [16, 1]
];
var GRUB_READ = "2.12";
function measureShim(program, { fallback, grub, entry }, { secureBoot, shimVariables, measured }) {
  const db = measured.find(({ name }) => name === "db")?.data ?? new Uint8Array();
  if (secureBoot === "on" && !(authorityOf(program, db) instanceof Uint8Array)) {
    return { reason: "Secure Boot is on, and no entry of db lets this shim start" };
  }
  if (shimVariables.length > 0) {
    return { reason: `the firmware image has variables of shim: ${shimVariables.slice(0, 3).join(", ")}` };
  }
  const loader = grubReason(grub);
  if (loader !== void 0) return loader;
  const shims = fallback === void 0 ? [program] : [program, fallback.shim];
  const own = [];
  for (const one of shims) {
    const events = shimEvents(one);
    if ("reason" in events) return events;
    own.push(...events);
  }
  const started = fallback === void 0 ? [] : [
    ["fbx64.efi", fallback.program],
    ["the shim of the system", fallback.shim]
  ];
  const programs = [["shim", program], ...started, ["GRUB", grub]];
  return {
    programs: [
      ...programs.map(([text, file]) => [text, authenticode(file)]),
      // GRUB has shim check the kernel, which measures what it checks (shim verify.c, shim_verify).
      ...secureBoot === "on" ? [["the kernel", "reason" in entry ? entry : authenticode(entry.kernel)]] : []
    ],
    own,
    linux: "reason" in entry ? [event("rtmr2", EVENT.eventTag, "LOADED_IMAGE::LoadOptions", entry)] : linuxStubEvents(Buffer.from(entry.cmdline, "utf16le"), joined(entry.initrds))
  };
}
function grubReason(program) {
  const grub = readGrubImage(program);
  if (grub === void 0) return { reason: "the program that shim starts is no GRUB" };
  if (grub.measures !== false) {
    return {
      reason: `GRUB ${grub.version} measures each command and each file: which ones cannot be told before the boot`
    };
  }
  if (grub.version !== GRUB_READ || !grub.modules.has("peimage")) {
    return {
      reason: `how GRUB ${grub.version} starts a kernel is not known: read is ${GRUB_READ} of Debian and Ubuntu`
    };
  }
  return void 0;
}
function shimEvents(program) {
  const shim = readShimImage(program);
  if (shim === void 0) return { reason: "the shim on the disk cannot be read" };
  const { version, keys, revoked, hasBuildKey } = shim;
  if (isBefore(version, FIRST_READ) || isBefore(LAST_READ, version)) {
    return { reason: `what shim ${version.join(".")} measures is not known` };
  }
  const list = (name, digest) => event("rtmr2", EVENT.ipl, name, digest);
  const built = { reason: "shim trusts a key that was made for its build, whose certificate is not known" };
  return [
    list("MokList", hasBuildKey ? built : sha384(keys)),
    list("MokListX", sha384(revoked)),
    hashed("rtmr2", EVENT.ipl, "MokListTrusted", Uint8Array.of(1))
  ];
}
function isBefore(a, b) {
  return a[0] < b[0] || a[0] === b[0] && a[1] < b[1];
}
function joined(initrds) {
  if (initrds.length === 0) return void 0;
  return sha384(
    ...initrds.flatMap(
      (file, index) => index === initrds.length - 1 ? [file] : [file, new Uint8Array(-file.length & 3)]
    )
  );
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
  const cmdline = stubCmdline(find(".cmdline"));
  const stub = systemdVersion("systemd-stub", textOf(find(".sdmagic")));
  if (kernel === void 0 || stub === void 0) {
    return {
      reason: "the program on the disk is neither shim, systemd-boot nor a UKI of systemd-stub: what it starts and measures is not known"
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
    linux: linuxStubEvents(
      cmdline === void 0 ? void 0 : loadOptions(cmdline),
      initrd === void 0 ? void 0 : sha384(initrd)
    )
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
var LAST_READ2 = 257;
function systemdBootVersion(program) {
  try {
    const magic = sectionsOf(program).find(({ name }) => name === ".sdmagic")?.content ?? new Uint8Array();
    return systemdVersion("systemd-boot", Buffer.from(magic).toString("latin1"));
  } catch (error) {
    if (error instanceof DataError) return void 0;
    throw error;
  }
}
function measureDisk(disk, firmware) {
  const start = measureStart(disk, firmware);
  return "reason" in start ? start : { gpt: disk.gpt, ...start };
}
function measureStart(disk, firmware) {
  const { program, entry, shim } = disk;
  if (shim !== void 0) return "reason" in shim ? shim : measureShim(program, shim, firmware);
  const version = systemdBootVersion(program);
  return version === void 0 ? measureUki(disk) : measureSystemdBoot(program, version, entry);
}
function measureSystemdBoot(program, version, entry) {
  if (version > LAST_READ2) return { reason: `systemd-boot ${version}: what it measures is not known` };
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
  const handedOn = options === void 0 ? void 0 : loadOptions(options);
  return {
    programs: [["the kernel", authenticode(kernel)]],
    own: handedOn === void 0 || version < FIRST_MEASURING ? [] : [hashed("rtmr2", EVENT.ipl, "command line of the entry", handedOn)],
    linux: linuxStubEvents(handedOn, joined2(initrds, version))
  };
}
function joined2(initrds, version) {
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
    // The buffers that reach a virtio disk in a Trust Domain change the memory map, so that the kernel has to call again.
    ...profile.flushesFat ? [action("rtmr1", "Exit Boot Services Returned with Failure")] : [],
    action("rtmr1", "Exit Boot Services Invocation"),
    action("rtmr1", "Exit Boot Services Returned with Success")
  ];
}
function diskKernelEvents({ own, linux }, linuxMeasures) {
  if ("reason" in own) return [event("rtmr2", EVENT.eventTag, "Linux initrd", own)];
  return linuxMeasures ? [...own, ...linux] : [...own];
}

export {
  predictRegisters,
  isPredicted,
  hashed,
  event,
  separator,
  action,
  STUB_MEASURES,
  stubMeasures,
  linuxStubEvents,
  loadOptions,
  readGrubImage,
  authorityOf,
  systemdBootVersion,
  measureDisk,
  diskBootEvents,
  diskKernelEvents
};
