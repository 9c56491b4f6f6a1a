import {
  MOST_HEADER_BYTES,
  diskFormat,
  readQcow2Header
} from "./chunk-PBFOL2O3.js";
import {
  systemdBootVersion
} from "./chunk-BSQQYDY2.js";
import {
  readShimImage
} from "./chunk-YLGYUHZM.js";
import {
  guidAt
} from "./chunk-TOLEDQXP.js";

// src/guest/boot-disk.ts
import { closeSync, openSync, readSync } from "node:fs";

// src/guest/fat.ts
var ENTRY = 32;
var MOST_ENTRIES = 4096;
var MOST_CLUSTERS = 1 << 18;
var ATTRIBUTES = { label: 8, directory: 16, longName: 15 };
var LONG_NAME_PARTS = [
  [1, 11],
  [14, 26],
  [28, 32]
];
var FatVolume = class _FatVolume {
  #read;
  #layout;
  constructor(read, layout) {
    this.#read = read;
    this.#layout = layout;
  }
  /** Undefined when the bytes are no FAT volume. */
  static open(read) {
    const layout = layoutOf(read(0, 512));
    return layout === void 0 ? void 0 : new _FatVolume(read, layout);
  }
  /** The entries of a directory such as `EFI/BOOT`; an empty list when there is no such directory. Case is ignored. */
  list(path) {
    let files = this.#entries(this.#rootBytes());
    for (const part of path.split("/").filter((name) => name !== "")) {
      const found = files.find(({ name }) => name.toLowerCase() === part.toLowerCase());
      if (found?.directory !== true) return [];
      files = this.#entries(this.#bytes(found.cluster, 0, MOST_ENTRIES * ENTRY));
    }
    return files;
  }
  /** A file, no directory, by its path. Case is ignored. */
  find(path) {
    const parts = path.split("/");
    const name = parts.pop()?.toLowerCase();
    return this.list(parts.join("/")).find((file) => !file.directory && file.name.toLowerCase() === name);
  }
  /** Up to `length` bytes of a file from `offset`. */
  read({ cluster, size }, offset, length) {
    return this.#bytes(cluster, offset, Math.max(0, Math.min(length, size - offset)));
  }
  #rootBytes() {
    const { root } = this.#layout;
    return "cluster" in root ? this.#bytes(root.cluster, 0, MOST_ENTRIES * ENTRY) : this.#read(root.offset, root.size);
  }
  #bytes(first, offset, length) {
    const { clusterBytes, data, clusters } = this.#layout;
    const parts = [];
    let cluster = first;
    for (let at = 0, walked = 0; at < offset + length && walked < MOST_CLUSTERS; walked++) {
      if (cluster < 2 || cluster >= clusters + 2) break;
      if (at + clusterBytes > offset) {
        const from = Math.max(0, offset - at);
        const until = Math.min(clusterBytes, offset + length - at);
        parts.push(this.#read(data + (cluster - 2) * clusterBytes + from, until - from));
      }
      at += clusterBytes;
      cluster = this.#next(cluster);
    }
    return Buffer.concat(parts);
  }
  /** What the table says of a cluster: the next one; a number beyond the last cluster at the end of a chain. */
  #next(cluster) {
    const { type, table } = this.#layout;
    const bytes = this.#read(table + Math.floor(cluster * type / 8), 4);
    const value = bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
    if (type === 32) return value & 268435455;
    if (type === 16) return value & 65535;
    return (cluster % 2 === 0 ? value : value >>> 4) & 4095;
  }
  #entries(bytes) {
    const files = [];
    let longName = "";
    for (let at = 0; at + ENTRY <= bytes.length && bytes[at] !== 0 && files.length < MOST_ENTRIES; at += ENTRY) {
      const entry = bytes.subarray(at, at + ENTRY);
      const attributes = entry.readUInt8(11);
      if (attributes === ATTRIBUTES.longName) {
        longName = longNamePart(entry) + longName;
        continue;
      }
      const name = longName === "" ? shortName(entry) : longName;
      longName = "";
      if (entry[0] === 229 || (attributes & ATTRIBUTES.label) !== 0 || entry[0] === 46) continue;
      const directory = (attributes & ATTRIBUTES.directory) !== 0;
      const high = this.#layout.type === 32 ? entry.readUInt16LE(20) : 0;
      const cluster = high * 65536 + entry.readUInt16LE(26);
      files.push({ name, directory, size: directory ? 0 : entry.readUInt32LE(28), cluster });
    }
    return files;
  }
};
function layoutOf(sector) {
  if (sector.length < 512 || sector.readUInt16LE(510) !== 43605) return void 0;
  const bytes = sector.readUInt16LE(11);
  const perCluster = sector.readUInt8(13);
  const reserved = sector.readUInt16LE(14);
  const tables = sector.readUInt8(16);
  const rootEntries = sector.readUInt16LE(17);
  const tableSize = sector.readUInt16LE(22) || sector.readUInt32LE(36);
  const total = sector.readUInt16LE(19) || sector.readUInt32LE(32);
  const isPower = (value) => value > 0 && (value & value - 1) === 0;
  if (!isPower(bytes) || bytes < 512 || bytes > 4096 || !isPower(perCluster)) return void 0;
  if (reserved === 0 || tables === 0 || tableSize === 0) return void 0;
  const rootAt = reserved + tables * tableSize;
  const dataAt = rootAt + Math.ceil(rootEntries * ENTRY / bytes);
  if (total <= dataAt) return void 0;
  const clusters = Math.floor((total - dataAt) / perCluster);
  const type = clusters < 4085 ? 12 : clusters < 65525 ? 16 : 32;
  return {
    type,
    clusterBytes: bytes * perCluster,
    table: reserved * bytes,
    data: dataAt * bytes,
    root: type === 32 ? { cluster: sector.readUInt32LE(44) } : { offset: rootAt * bytes, size: rootEntries * ENTRY },
    clusters
  };
}
function shortName(entry) {
  const text = entry.toString("latin1", 0, 11);
  const extension = text.slice(8).trimEnd();
  return text.slice(0, 8).trimEnd() + (extension === "" ? "" : `.${extension}`);
}
function longNamePart(entry) {
  const text = LONG_NAME_PARTS.map(([from, to]) => entry.toString("utf16le", from, to)).join("");
  const end = text.search(/[\0\uffff]/);
  return end < 0 ? text : text.slice(0, end);
}

// src/guest/loader-entries.ts
var MOST_BYTES = 64 * 1024;
var MOST_FILES = 64;
var MOST_PROGRAM_BYTES = 512 * 1024 * 1024;
function cmdlinesOf(volume) {
  const entries = filesIn(volume, "loader/entries", /\.conf$/i).flatMap(([path, file]) => {
    const options = valuesOf(configuration(volume, file), "options");
    return options.length === 0 ? [] : [{ file: path, text: options.join(" ") }];
  });
  const images = [
    ...filesIn(volume, "EFI/BOOT", /^bootx64\.efi$/i),
    ...filesIn(volume, "EFI/Linux", /\.efi$/i)
  ];
  const unified = images.flatMap(([path, file]) => {
    const text = sectionText(volume, file, ".cmdline");
    return text === void 0 ? [] : [{ file: path, text }];
  });
  return [...entries, ...unified];
}
function defaultEntry(volume) {
  if (volume.list("EFI/systemd/drivers").length > 0) {
    return { reason: "systemd-boot loads the drivers of EFI/systemd/drivers first" };
  }
  if (volume.list("loader/keys").length > 0) {
    return { reason: "systemd-boot may enroll the keys of loader/keys and start again" };
  }
  if (!isReadWhole(volume))
    return { reason: "the partition has more entries, or larger ones, than are read" };
  const [pattern] = filesIn(volume, "loader", /^loader\.conf$/i).flatMap(
    ([, file]) => valuesOf(configuration(volume, file), "default").slice(-1)
  );
  if (pattern?.startsWith("auto-") === true) {
    return { reason: "loader.conf names an entry that systemd-boot makes itself" };
  }
  const entries = [...unifiedImages(volume), ...configuredEntries(volume)];
  const named = entries.filter(({ id }) => pattern !== void 0 && matches(pattern.toLowerCase(), id));
  const [only, other] = named.length > 0 ? named : entries;
  if (only === void 0) return { reason: "systemd-boot finds no entry in loader/entries or EFI/Linux" };
  if (other === void 0) return only.read();
  const which = named.length > 0 ? `${named.length} of them` : "none of them";
  return {
    reason: `systemd-boot finds ${entries.length} entries, and "default" of loader.conf names ${which}: which one starts is not known`
  };
}
function isReadWhole(volume) {
  const [loader, entries] = [volume.list("loader"), volume.list("loader/entries")];
  const configurations = [...loader, ...entries].filter(({ name }) => /\.conf$/i.test(name));
  return [loader, entries, volume.list("EFI/Linux")].every(({ length }) => length <= MOST_FILES) && configurations.every(({ size }) => size <= MOST_BYTES);
}
function readUki(volume, path, file) {
  const places = [`${path}.extra.d`, "loader/credentials", "loader/addons"];
  const addons = places.some((place) => volume.list(place).length > 0);
  return { program: volume.read(file, 0, MOST_PROGRAM_BYTES), addons };
}
function unifiedImages(volume) {
  return filesIn(volume, "EFI/Linux", /^(?!auto-|\.).*\.efi$/i).flatMap(([path, file]) => {
    const system = sectionText(volume, file, ".osrel");
    if (system === void 0 || !/^\s*(PRETTY_NAME|IMAGE_ID|NAME|ID)=/m.test(system)) return [];
    return [{ id: file.name.toLowerCase(), read: () => ({ uki: readUki(volume, path, file) }) }];
  });
}
var ITSELF = "\\efi\\boot\\bootx64.efi";
function configuredEntries(volume) {
  return filesIn(volume, "loader/entries", /^(?!auto-|\.).*\.conf$/i).flatMap(([, file]) => {
    const lines = configuration(volume, file);
    const [key, path = ""] = lines.findLast(([name]) => name === "linux" || name === "efi") ?? [];
    const others = valuesOf(lines, "architecture").some((name) => name.toLowerCase() !== "x64");
    const program = fileAt(volume, path);
    if (program === void 0 || others) return [];
    if (key === "efi" && efiPath(path).toLowerCase() === ITSELF) return [];
    const read = () => key === "linux" ? kernelEntry(volume, program, lines) : { reason: EFI_PROGRAM };
    return [{ id: file.name.toLowerCase(), read }];
  });
}
var EFI_PROGRAM = "the default entry starts an EFI program with arguments: what it measures is not known";
function kernelEntry(volume, program, lines) {
  const paths = valuesOf(lines, "initrd");
  const initrds = paths.map((path) => fileAt(volume, path)).filter((file) => file !== void 0);
  if (initrds.length < paths.length) return { reason: "an initrd of the default entry is not on the disk" };
  const bytes = initrds.reduce((sum, { size }) => sum + size, program.size);
  if (bytes > MOST_PROGRAM_BYTES) return { reason: `the default entry claims ${bytes} bytes` };
  const options = [...paths.map((path) => `initrd=${efiPath(path)}`), ...valuesOf(lines, "options")];
  return {
    kernel: volume.read(program, 0, program.size),
    initrds: initrds.map((file) => volume.read(file, 0, file.size)),
    options: options.length === 0 ? void 0 : options.join(" ")
  };
}
function matches(pattern, id) {
  const [first = "", ...parts] = pattern.split("*");
  const last = parts.pop();
  if (last === void 0) return id === pattern;
  let at = first.length;
  for (const part of parts) {
    const found = id.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return id.startsWith(first) && id.endsWith(last) && at + last.length <= id.length;
}
function configuration(volume, file) {
  const [text = ""] = volume.read(file, 0, MOST_BYTES).toString("utf8").split("\0", 1);
  return text.split(/[\r\n]/).flatMap((whole) => {
    const line = whole.trim();
    const end = line.search(/[ \t]/);
    if (line.startsWith("#") || end < 0) return [];
    const value = line.slice(end).trim();
    const quoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
    return [[line.slice(0, end), quoted ? value.slice(1, -1) : value]];
  });
}
function valuesOf(lines, wanted) {
  return lines.flatMap(([key, value]) => key === wanted ? [value] : []);
}
function efiPath(path) {
  return path.replace(/[/\\]+/g, "\\");
}
function fileAt(volume, path) {
  return volume.find(efiPath(path).replaceAll("\\", "/"));
}
function filesIn(volume, directory, wanted) {
  return volume.list(directory).filter((file) => !file.directory && wanted.test(file.name)).slice(0, MOST_FILES).map((file) => [`${directory}/${file.name}`, file]);
}
function sectionText(volume, file, wanted) {
  const head = volume.read(file, 0, 4096);
  if (head.length < 64 || head.toString("latin1", 0, 2) !== "MZ") return void 0;
  const pe = head.readUInt32LE(60);
  if (pe + 24 > head.length || head.readUInt32LE(pe) !== 17744) return void 0;
  const count = head.readUInt16LE(pe + 6);
  const table = pe + 24 + head.readUInt16LE(pe + 20);
  for (let at = table, left = count; left > 0 && at + 40 <= head.length; at += 40, left--) {
    if (head.toString("latin1", at, at + 8).replace(/\0+$/, "") !== wanted) continue;
    const size = Math.min(head.readUInt32LE(at + 8), head.readUInt32LE(at + 16), MOST_BYTES);
    const bytes = volume.read(file, head.readUInt32LE(at + 20), size);
    return bytes.toString("utf8").replace(/\0.*$/s, "").trim();
  }
  return void 0;
}

// src/guest/qcow2-content.ts
import { inflateRawSync } from "node:zlib";
var OTHER_LAYOUT = 0b11100n;
var V3 = 3;
var OFFSET_BITS = (1n << 56n) - (1n << 9n);
var COMPRESSED = 1n << 62n;
var ZEROS = 1n;
var SECTOR = 512;
var MOST_KEPT = 8 * 1024 * 1024;
function qcow2Content(read) {
  const head = read(0, MOST_HEADER_BYTES);
  const { backingFile, dataFile, encrypted } = readQcow2Header(head);
  const version = head.readUInt32BE(4);
  const features = version < V3 ? 0n : head.readBigUInt64BE(72);
  if (backingFile !== void 0 || dataFile !== void 0 || encrypted) return void 0;
  const bits = head.readUInt32BE(20);
  if ((features & OTHER_LAYOUT) !== 0n || bits < 9 || bits > 21) return void 0;
  const layout = {
    bits,
    size: Number(head.readBigUInt64BE(24)),
    l1: Number(head.readBigUInt64BE(40)),
    l1Entries: head.readUInt32BE(36),
    zeros: version < V3 ? 0n : ZEROS
  };
  return new Content(read, layout).read;
}
var Content = class {
  #file;
  #layout;
  #clusterBytes;
  /** Decompressed clusters by their entry, the oldest first. */
  #kept = /* @__PURE__ */ new Map();
  constructor(file, layout) {
    this.#file = file;
    this.#layout = layout;
    this.#clusterBytes = 1 << layout.bits;
  }
  read = (offset, length) => {
    if (!Number.isSafeInteger(offset) || offset < 0) return Buffer.alloc(0);
    const end = Math.min(offset + length, this.#layout.size);
    const parts = [];
    for (let at = offset; at < end; ) {
      const within = at % this.#clusterBytes;
      const bytes = Math.min(this.#clusterBytes - within, end - at);
      const part = this.#cluster(Math.floor(at / this.#clusterBytes), within, bytes);
      parts.push(part);
      if (part.length < bytes) break;
      at += bytes;
    }
    return Buffer.concat(parts);
  };
  #cluster(index, within, bytes) {
    const entry = this.#entry(index);
    if (entry === void 0) return Buffer.alloc(0);
    if ((entry & COMPRESSED) !== 0n) return this.#decompressed(entry).subarray(within, within + bytes);
    const offset = Number(entry & OFFSET_BITS);
    if (offset === 0 || (entry & this.#layout.zeros) !== 0n) return Buffer.alloc(bytes);
    return this.#file(offset + within, bytes);
  }
  /** The level 2 entry of a cluster: 0 where nothing was written. Undefined beyond the end of a table. */
  #entry(index) {
    const perTable = this.#clusterBytes / 8;
    const table = Math.floor(index / perTable);
    if (table >= this.#layout.l1Entries) return void 0;
    const l2 = this.#number(this.#layout.l1 + table * 8);
    if (l2 === void 0 || (l2 & OFFSET_BITS) === 0n) return l2 === void 0 ? void 0 : 0n;
    return this.#number(Number(l2 & OFFSET_BITS) + index % perTable * 8);
  }
  #number(at) {
    const bytes = this.#file(at, 8);
    return bytes.length < 8 ? void 0 : bytes.readBigUInt64BE(0);
  }
  #decompressed(entry) {
    const kept = this.#kept.get(entry);
    if (kept !== void 0) return kept;
    const width = BigInt(62 - (this.#layout.bits - 8));
    const offset = Number(entry & (1n << width) - 1n);
    const sectors = Number((entry & COMPRESSED - 1n) >> width) + 1;
    const cluster = this.#inflate(this.#file(offset, sectors * SECTOR - offset % SECTOR));
    if ((this.#kept.size + 1) * this.#clusterBytes > MOST_KEPT) {
      const [oldest = entry] = this.#kept.keys();
      this.#kept.delete(oldest);
    }
    this.#kept.set(entry, cluster);
    return cluster;
  }
  #inflate(bytes) {
    try {
      return inflateRawSync(bytes, { maxOutputLength: this.#clusterBytes });
    } catch {
      return Buffer.alloc(0);
    }
  }
};

// src/guest/shim-boot.ts
var REMOVABLE = "EFI/BOOT";
var MOST_LIST_BYTES = 64 * 1024;
function readShimBoot(volume) {
  const options = otherOptions(volume, REMOVABLE);
  if (options !== void 0) return options;
  const fallback = contentOf(volume, `${REMOVABLE}/fbx64.efi`);
  if (fallback === void 0) return secondStage(volume, REMOVABLE);
  const installed = installedSystem(volume);
  if ("reason" in installed) return installed;
  const { directory, name } = installed;
  const shim = contentOf(volume, `${directory}/${name}`);
  if (shim === void 0) return { reason: `${directory} has no ${name}, which its BOOTX64.CSV names` };
  const next = otherOptions(volume, directory) ?? secondStage(volume, directory);
  return "reason" in next ? next : { ...next, fallback: { program: fallback, shim } };
}
function otherOptions(volume, directory) {
  const file = volume.list(directory).find(({ name }) => /^(options\.csv|shim_certificate.*|revocations.*\.efi)$/i.test(name));
  if (file === void 0) return void 0;
  return { reason: `what shim does with ${directory}/${file.name} is not known` };
}
function secondStage(volume, directory) {
  const grub = contentOf(volume, `${directory}/grubx64.efi`);
  if (grub === void 0) return { reason: `there is no grubx64.efi beside the shim in ${directory}` };
  return { grub, entry: { reason: "grub.cfg is not read" } };
}
function installedSystem(volume) {
  const systems = volume.list("EFI").filter(({ name: name2, directory }) => directory && !/^boot$/i.test(name2));
  const lines = systems.flatMap(({ name: system }) => {
    const directory = `EFI/${system}`;
    const file = volume.find(`${directory}/BOOTX64.CSV`) ?? volume.find(`${directory}/BOOT.CSV`);
    if (file === void 0) return [];
    const text = volume.read(file, 0, MOST_LIST_BYTES).toString("utf16le").replace(/^\ufeff/, "");
    const [whole = ""] = text.split("\0", 1);
    return whole.split(/[\r\n]+/).flatMap((line) => line === "" ? [] : [{ directory, line }]);
  });
  const [only, other] = lines;
  if (only === void 0) return { reason: "fbx64.efi finds no BOOTX64.CSV that names a program" };
  if (other !== void 0) return { reason: `fbx64.efi finds ${lines.length} programs in files BOOTX64.CSV` };
  const [name = "", label = "", options = ""] = only.line.split(",");
  if (name === "" || label === "" || options !== "" || /[/\\]/.test(name)) {
    return { reason: `the line of BOOTX64.CSV in ${only.directory} is not a name and a label alone` };
  }
  return { directory: only.directory, name };
}
function contentOf(volume, path) {
  const file = volume.find(path);
  return file === void 0 ? void 0 : volume.read(file, 0, MOST_PROGRAM_BYTES);
}

// src/guest/boot-disk.ts
var ESP = "c12a7328-f81f-11d2-ba4b-00a0c93ec93b";
var XBOOTLDR = "bc13c2ff-59e6-4262-a352-b275fd6f7172";
var MORE_ENTRIES = {
  reason: "the disk has an Extended Boot Loader Partition, whose entries are not read"
};
var SECTOR2 = 512;
var MOST_PARTITIONS = 128;
function inspectBootDisk(disk) {
  return withContent(disk, inspect);
}
var GPT_HEADER_BYTES = 92;
function readDiskProgram(disk) {
  return withContent(disk, (read) => {
    const header = read(SECTOR2, SECTOR2);
    if (header.toString("latin1", 0, 8) !== "EFI PART") return void 0;
    const start = findPartition(read, header, ESP);
    if (start === void 0) return void 0;
    const volume = FatVolume.open((offset, length) => read(start + offset, length));
    const file = volume?.find("EFI/BOOT/BOOTX64.EFI");
    if (volume === void 0 || file === void 0) return void 0;
    const uki = readUki(volume, "EFI/BOOT/BOOTX64.EFI", file);
    const gpt = gptEvent(read, header);
    if (readShimImage(uki.program) !== void 0) return { gpt, ...uki, shim: readShimBoot(volume) };
    if (systemdBootVersion(uki.program) === void 0) return { gpt, ...uki };
    const more = findPartition(read, header, XBOOTLDR) === void 0 ? void 0 : MORE_ENTRIES;
    return { gpt, ...uki, entry: more ?? defaultEntry(volume) };
  });
}
function withContent(disk, use) {
  const fd = openSync(disk.path, "r");
  try {
    const file = (offset, length) => readAt(fd, offset, length);
    const content = diskFormat(disk) === "raw" ? file : qcow2Content(file);
    return content === void 0 ? void 0 : use(content);
  } finally {
    closeSync(fd);
  }
}
function gptEvent(read, header) {
  const size = header.readUInt32LE(84);
  const count = Math.min(header.readUInt32LE(80), MOST_PARTITIONS);
  const table = read(Number(header.readBigUInt64LE(72)) * SECTOR2, count * size);
  const entries = [];
  for (let at = 0; at + size <= table.length; at += size) {
    const entry = table.subarray(at, at + size);
    if (entry.subarray(0, 16).some((byte) => byte !== 0)) entries.push(entry);
  }
  const number = Buffer.alloc(8);
  number.writeBigUInt64LE(BigInt(entries.length));
  return Buffer.concat([header.subarray(0, GPT_HEADER_BYTES), number, ...entries]);
}
function inspect(read) {
  const header = read(SECTOR2, SECTOR2);
  if (header.toString("latin1", 0, 8) !== "EFI PART") {
    const [first, signature] = [read(0, SECTOR2), 43605];
    const isOther = first.length < SECTOR2 || first.readUInt16LE(510) === signature;
    return isOther ? void 0 : { lacks: "a partition table", cmdlines: [] };
  }
  const start = findPartition(read, header, ESP);
  if (start === void 0) return { lacks: "an EFI System Partition", cmdlines: [] };
  const volume = FatVolume.open((offset, length) => read(start + offset, length));
  if (volume === void 0) return void 0;
  const programs = volume.list("EFI/BOOT").filter(({ name }) => /^bootx64\.efi$/i.test(name));
  if (programs.length === 0) return { lacks: "EFI/BOOT/BOOTX64.EFI", cmdlines: [] };
  return { cmdlines: cmdlinesOf(volume) };
}
function findPartition(read, header, type) {
  const size = header.readUInt32LE(84);
  if (size < 128 || size > SECTOR2) return void 0;
  const count = Math.min(header.readUInt32LE(80), MOST_PARTITIONS);
  const table = read(Number(header.readBigUInt64LE(72)) * SECTOR2, count * size);
  for (let at = 0; at + size <= table.length; at += size) {
    if (guidAt(table, at) === type) return Number(table.readBigUInt64LE(at + 32)) * SECTOR2;
  }
  return void 0;
}
function readAt(fd, offset, length) {
  if (!Number.isSafeInteger(offset) || length <= 0) return Buffer.alloc(0);
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(fd, bytes, 0, length, offset));
}

export {
  inspectBootDisk,
  readDiskProgram
};
