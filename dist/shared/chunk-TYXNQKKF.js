import {
  memoryProblem
} from "./chunk-H6KDKXV5.js";
import {
  GuestError,
  MOST_HEADER_BYTES,
  NotBzImageError,
  TruncatedKernelError,
  contentOf,
  diskFormat,
  kernelInfoOf,
  namesFiles,
  readKernelInfo,
  readQcow2Header,
  takesPayload
} from "./chunk-ELG3TUYH.js";
import {
  SMBIOS_FIELDS,
  needsAgent
} from "./chunk-X5GGVPWF.js";
import {
  readGrubImage,
  stubMeasures,
  systemdBootVersion
} from "./chunk-BGTM5X7Z.js";
import {
  readShimImage
} from "./chunk-Z5EMF6HS.js";
import {
  RECIPES
} from "./chunk-FYURKBY3.js";
import {
  PAYLOAD_FIRMWARES
} from "./chunk-FZIILW4F.js";
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
  /** The serial number, as boot loaders write it: `12AB-34CD`. */
  uuid;
  #read;
  #layout;
  constructor(read, layout, uuid) {
    this.#read = read;
    this.#layout = layout;
    this.uuid = uuid;
  }
  /** Undefined when the bytes are no FAT volume. */
  static open(read) {
    const sector = read(0, 512);
    const layout = layoutOf(sector);
    if (layout === void 0) return void 0;
    const serial = sector.readUInt32LE(layout.type === 32 ? 67 : 39);
    const digits = serial.toString(16).toUpperCase().padStart(8, "0");
    return new _FatVolume(read, layout, `${digits.slice(0, 4)}-${digits.slice(4)}`);
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
    return this.#named(path, false);
  }
  /** A directory by its path. Case is ignored. */
  findDirectory(path) {
    return this.#named(path, true);
  }
  #named(path, directory) {
    const parts = path.split("/").filter((part) => part !== "");
    const name = parts.pop()?.toLowerCase();
    return this.list(parts.join("/")).find(
      (file) => file.directory === directory && file.name.toLowerCase() === name
    );
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

// src/guest/ext-volume.ts
var SUPERBLOCK = 1024;
var MAGIC = 61267;
var READ = 2 | 4 | 64 | 128 | 256 | 512 | 8192 | 16384;
var WIDE = 128;
var MODE = { kind: 61440, directory: 16384, file: 32768, link: 40960 };
var EXTENTS = 524288;
var EXTENT_MAGIC = 62218;
var EXTENT_BYTES = 12;
var MOST_EXTENT = 32768;
var ROOT_INODE = 2;
var MOST_LINKS = 8;
var MOST_DEPTH = 5;
var MOST_DIRECTORY_BYTES = 1 << 18;
var MOST_NAMES = 32;
var MOST_EXTENTS = 1 << 16;
var SHORT_LINK = 60;
var ExtVolume = class _ExtVolume {
  uuid;
  label;
  #read;
  #layout;
  constructor(read, head, layout) {
    this.#read = read;
    this.#layout = layout;
    const raw = head.toString("hex", 104, 120);
    this.uuid = raw.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    this.label = head.toString("latin1", 120, 136).replace(/\0.*$/s, "");
  }
  /** Undefined when the bytes are no ext4 with extents, or one with features that GRUB does not read. */
  static open(read) {
    const head = read(SUPERBLOCK, 1024);
    if (head.length < 1024 || head.readUInt16LE(56) !== MAGIC) return void 0;
    const features = head.readUInt32LE(96);
    const blockBytes = 1024 << head.readUInt32LE(24);
    const inodesPerGroup = head.readUInt32LE(40);
    const inodeBytes = head.readUInt16LE(88);
    if ((features & ~READ) !== 0 || blockBytes > 65536 || blockBytes < 1024) return void 0;
    if (inodesPerGroup === 0 || inodeBytes < 128 || inodeBytes > blockBytes) return void 0;
    const groups = (head.readUInt32LE(20) + 1) * blockBytes;
    const groupBytes = (features & WIDE) === 0 ? 32 : head.readUInt16LE(254);
    if (groupBytes < 32) return void 0;
    return new _ExtVolume(read, head, { blockBytes, inodesPerGroup, inodeBytes, groups, groupBytes });
  }
  /** A file or directory by its path. Symbolic links are followed. */
  find(path) {
    const names = path.split("/").filter((name) => name !== "");
    let inode = this.#inodeAt(ROOT_INODE);
    let [links, walked] = [0, 0];
    while (inode !== void 0 && names.length > 0) {
      if (++walked > MOST_NAMES) return void 0;
      const number = this.#entry(inode, names.shift() ?? "");
      const next = number === void 0 ? void 0 : this.#inodeAt(number);
      if (next === void 0 || (next.mode & MODE.kind) !== MODE.link) {
        inode = next;
        continue;
      }
      if (++links > MOST_LINKS) return void 0;
      const target = this.#link(next);
      names.unshift(...target.split("/").filter((part) => part !== ""));
      if (target.startsWith("/")) inode = this.#inodeAt(ROOT_INODE);
    }
    if (inode === void 0) return void 0;
    const kind = inode.mode & MODE.kind;
    if (kind !== MODE.file && kind !== MODE.directory) return void 0;
    return { directory: kind === MODE.directory, size: inode.size, inode };
  }
  /** Up to `length` bytes of a file from its beginning; undefined for a file that GRUB does not read as Linux does. */
  read({ inode }, length) {
    return this.#content(inode, Math.min(length, inode.size));
  }
  #inodeAt(number) {
    const { blockBytes, inodesPerGroup, inodeBytes, groups, groupBytes } = this.#layout;
    if (number === 0) return void 0;
    const group = this.#read(groups + Math.floor((number - 1) / inodesPerGroup) * groupBytes, groupBytes);
    if (group.length < groupBytes) return void 0;
    const high = groupBytes >= 64 ? group.readUInt32LE(40) : 0;
    const table = (high * 2 ** 32 + group.readUInt32LE(8)) * blockBytes;
    const bytes = this.#read(table + (number - 1) % inodesPerGroup * inodeBytes, 128);
    if (bytes.length < 128) return void 0;
    const size = bytes.readUInt32LE(108) * 2 ** 32 + bytes.readUInt32LE(4);
    return {
      ...{ mode: bytes.readUInt16LE(0), size, flags: bytes.readUInt32LE(32) },
      block: bytes.subarray(40, 100)
    };
  }
  #link(inode) {
    const bytes = inode.size < SHORT_LINK ? inode.block.subarray(0, inode.size) : this.#content(inode, Math.min(inode.size, this.#layout.blockBytes));
    return bytes?.toString("utf8") ?? "";
  }
  /** The inode of a name. The nodes of a hashed directory look like entries without an inode. */
  #entry(directory, name) {
    if ((directory.mode & MODE.kind) !== MODE.directory || (directory.flags & EXTENTS) === 0)
      return void 0;
    const bytes = this.#content(directory, Math.min(directory.size, MOST_DIRECTORY_BYTES));
    if (bytes === void 0) return void 0;
    const wanted = Buffer.from(name, "utf8");
    for (let at = 0; at + 8 <= bytes.length; ) {
      const [number, length] = [bytes.readUInt32LE(at), bytes.readUInt16LE(at + 4)];
      if (length < 8) return void 0;
      const found = bytes.subarray(at + 8, at + 8 + bytes.readUInt8(at + 6));
      if (number !== 0 && found.equals(wanted)) return number;
      at += length;
    }
    return void 0;
  }
  /**
   * As GRUB reads it (grub-core/fs/ext2.c, grub_ext2_read_block): holes are zeros. Undefined where GRUB reads an error or blocks that
   * were never written: a hole at the beginning, and space that was allocated in advance.
   */
  #content(inode, length) {
    if ((inode.flags & EXTENTS) === 0) return void 0;
    const { blockBytes } = this.#layout;
    const extents = this.#extents(inode.block, 0, []);
    if (length > 0 && extents?.[0]?.block !== 0) return void 0;
    const content = Buffer.alloc(length);
    for (const { block, blocks, place } of extents ?? []) {
      const to = block * blockBytes;
      if (to >= length) continue;
      if (blocks > MOST_EXTENT) return void 0;
      const bytes = this.#read(place * blockBytes, Math.min(blocks * blockBytes, length - to));
      bytes.copy(content, to);
    }
    return content;
  }
  /** The extents of a node of the tree and of the nodes below, added to `found`. Undefined for a damaged tree. */
  #extents(node, depth, found) {
    if (node.length < EXTENT_BYTES || node.readUInt16LE(0) !== EXTENT_MAGIC || depth > MOST_DEPTH)
      return void 0;
    const [count, level] = [node.readUInt16LE(2), node.readUInt16LE(6)];
    for (let at = EXTENT_BYTES; at + EXTENT_BYTES <= node.length && at <= count * EXTENT_BYTES; at += EXTENT_BYTES) {
      if (found.length > MOST_EXTENTS) return void 0;
      if (level > 0) {
        const block = node.readUInt16LE(at + 8) * 2 ** 32 + node.readUInt32LE(at + 4);
        const { blockBytes } = this.#layout;
        if (this.#extents(this.#read(block * blockBytes, blockBytes), depth + 1, found) === void 0)
          return void 0;
      } else {
        const place = node.readUInt16LE(at + 6) * 2 ** 32 + node.readUInt32LE(at + 8);
        found.push({ block: node.readUInt32LE(at), blocks: node.readUInt16LE(at + 4), place });
      }
    }
    return found;
  }
};

// src/guest/grub-script.ts
var NotKnown = class extends Error {
  line;
  constructor(line, message) {
    super(message);
    this.name = "NotKnown";
    this.line = line;
  }
};
var MOST_DEPTH2 = 32;
function parseScript(text) {
  const parser = new Parser(tokens(text));
  return parser.whole();
}
var Parser = class {
  #tokens;
  #at = 0;
  #depth = 0;
  constructor(all) {
    this.#tokens = all;
  }
  whole() {
    const statements = this.#list([]);
    const rest = this.#tokens[this.#at];
    if (rest !== void 0) throw new NotKnown(rest.line, "the script cannot be read");
    return statements;
  }
  /** Statements up to the end, a closing brace, or one of these words. */
  #list(ends) {
    if (++this.#depth > MOST_DEPTH2) throw new NotKnown(this.#line(), "the script is nested too deep");
    const statements = [];
    for (; ; ) {
      const token = this.#tokens[this.#at];
      if (token === void 0 || token.sign === "}" || ends.includes(token.plain ?? "")) break;
      if (token.sign === "\n" || token.sign === ";") this.#at++;
      else statements.push(this.#statement(token));
    }
    this.#depth--;
    return statements;
  }
  #statement(token) {
    const { plain, line } = token;
    if (plain === "if") return this.#if();
    if (plain === "function") return this.#function();
    if (plain === "while" || plain === "until" || plain === "for") {
      this.#at++;
      this.#list(["do"]);
      this.#expect("do");
      this.#list(["done"]);
      this.#expect("done");
      return { kind: "loop", line };
    }
    return this.#command(line);
  }
  #if() {
    const clauses = [];
    let otherwise = [];
    do {
      this.#at++;
      const condition = this.#list(["then"]);
      this.#expect("then");
      clauses.push({ condition, body: this.#list(["elif", "else", "fi"]) });
    } while (this.#tokens[this.#at]?.plain === "elif");
    if (this.#tokens[this.#at]?.plain === "else") {
      this.#at++;
      otherwise = this.#list(["fi"]);
    }
    this.#expect("fi");
    return { kind: "if", clauses, otherwise };
  }
  #function() {
    const line = this.#line();
    this.#at++;
    const name = this.#tokens[this.#at]?.plain;
    if (name === void 0) throw new NotKnown(line, "a function has no name");
    this.#at++;
    while (this.#tokens[this.#at]?.sign === "\n") this.#at++;
    return { kind: "function", line, name, body: this.#block() };
  }
  #command(line) {
    const words = [];
    for (; ; ) {
      const token = this.#tokens[this.#at];
      if (token?.word === void 0) break;
      words.push(token.word);
      this.#at++;
    }
    if (words.length === 0) throw new NotKnown(line, "the script cannot be read");
    if (this.#tokens[this.#at]?.sign !== "{") return { kind: "command", line, words };
    return { kind: "command", line, words, block: this.#block() };
  }
  #block() {
    this.#expect("{");
    const body = this.#list([]);
    this.#expect("}");
    return body;
  }
  #expect(wanted) {
    const token = this.#tokens[this.#at];
    if (token === void 0 || (token.sign ?? token.plain) !== wanted) {
      throw new NotKnown(this.#line(), `the script cannot be read: ${wanted} is missing`);
    }
    this.#at++;
  }
  #line() {
    return (this.#tokens[this.#at] ?? this.#tokens.at(-1))?.line ?? 1;
  }
};
var SIGNS = "\n;{}";
var OTHER_SIGNS = "|&<>";
var VARIABLE = /^\$(?:([A-Za-z_]\w*|\d+|[?#*@])|\{([A-Za-z_]\w*|\d+|[?#*@])\})/;
var DOUBLE_QUOTED = /[$\\"\n]/;
var MOST_NAME = 256;
var PLAIN = /[^{}|&$;<> \t\n'"\\]/;
function tokens(text) {
  const found = [];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === " " || sign === "	") at++;
    else if (sign === "#") {
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length : end;
    } else if (SIGNS.includes(sign)) {
      found.push({ line, sign });
      if (sign === "\n") line++;
      at++;
    } else if (OTHER_SIGNS.includes(sign)) throw new NotKnown(line, `the sign ${sign} is not read`);
    else if (text.startsWith("\\\n", at)) {
      at += 2;
      line++;
    } else {
      const { parts: word, at: end } = new WordReader(text, at, line).read();
      const [only] = word;
      const isPlain = word.length === 1 && only !== void 0 && "text" in only && !only.quoted;
      found.push({ line, word, ...isPlain ? { plain: only.text } : {} });
      line += text.slice(at, end).split("\n").length - 1;
      at = end;
    }
  }
  return found;
}
var WordReader = class {
  #text;
  #line;
  parts = [];
  at;
  constructor(text, at, line) {
    this.#text = text;
    this.#line = line;
    this.at = at;
  }
  read() {
    for (; ; ) {
      const sign = this.#text.charAt(this.at);
      if (sign === "'") this.#single();
      else if (sign === '"') this.#double();
      else if (sign === "$") this.#variable(false);
      else if (sign === "\\") this.#escaped(true);
      else if (PLAIN.test(sign)) this.#add(sign, false);
      else return this;
    }
  }
  /** Takes as many characters of the script as the text has, unless told otherwise. */
  #add(text, quoted2, characters = text.length) {
    const last = this.parts.at(-1);
    if (last !== void 0 && "text" in last && last.quoted === quoted2) {
      this.parts[this.parts.length - 1] = { text: last.text + text, quoted: quoted2 };
    } else this.parts.push({ text, quoted: quoted2 });
    this.at += characters;
  }
  #single() {
    const end = this.#text.indexOf("'", this.at + 1);
    if (end < 0) throw new NotKnown(this.#line, "a quote is not closed");
    this.#add(this.#text.slice(this.at + 1, end), true, end + 1 - this.at);
  }
  #double() {
    this.#add("", true, 1);
    for (; ; ) {
      const sign = this.#text.charAt(this.at);
      if (sign === "") throw new NotKnown(this.#line, "a quote is not closed");
      if (sign === '"') {
        this.at++;
        return;
      }
      if (sign === "$") this.#variable(true);
      else if (sign === "\\" && DOUBLE_QUOTED.test(this.#text.charAt(this.at + 1))) this.#escaped(true);
      else this.#add(sign, true);
    }
  }
  /** The character after a backslash; the end of a line is left out. */
  #escaped(quoted2) {
    const next = this.#text.charAt(this.at + 1);
    this.#add(next === "\n" ? "" : next, quoted2, 2);
  }
  #variable(quoted2) {
    const found = VARIABLE.exec(this.#text.slice(this.at, this.at + MOST_NAME));
    const name = found?.[1] ?? found?.[2];
    if (found === null || name === void 0) {
      throw new NotKnown(this.#line, "what follows a $ cannot be read");
    }
    this.parts.push({ variable: name, quoted: quoted2 });
    this.at += found[0].length;
  }
};

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
    const quoted2 = value.length > 1 && value.startsWith('"') && value.endsWith('"');
    return [[line.slice(0, end), quoted2 ? value.slice(1, -1) : value]];
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

// src/guest/grub-files.ts
var UNKNOWN = "\u{F0000}";
var DEVICE = "\u{F0001}";
function isKnown(text) {
  return !text.includes(UNKNOWN) && !text.includes(DEVICE);
}
var MOST_LOOKUPS = 500;
var MOST_READ = 1024 * 1024 * 1024;
var LEAST_READ = 4096;
var GrubFiles = class {
  #volumes;
  #partitions;
  #lookups = 0;
  #bytes = 0;
  constructor(read, partitions) {
    this.#partitions = partitions.length;
    this.#volumes = partitions.flatMap(({ number, start }) => {
      const within = (offset, length) => {
        this.#bytes += Math.max(length, LEAST_READ);
        if (this.#bytes > MOST_READ) throw new NotKnown(0, "the files are too large");
        return read(start + offset, length);
      };
      const files = ExtVolume.open(within) ?? FatVolume.open(within);
      return files === void 0 ? [] : [{ device: deviceOf(number), files }];
    });
  }
  /** Undefined where there is no such file. @throws NotKnown where that depends on the machine, or the file cannot be read */
  read(path, line) {
    const { files, name } = this.#place(path, line);
    const file = files.find(name);
    if (file === void 0 || file.directory) return void 0;
    if (file.size > MOST_PROGRAM_BYTES) throw new NotKnown(line, `a file claims ${file.size} bytes`);
    const content = files instanceof ExtVolume && "inode" in file ? files.read(file, file.size) : files instanceof FatVolume && "cluster" in file ? files.read(file, 0, file.size) : void 0;
    if (content?.length === file.size) return content;
    throw new NotKnown(line, "a file cannot be read");
  }
  /** Undefined where there is no such file or directory. @throws NotKnown where that depends on the machine */
  kind(path, line) {
    const { files, name } = this.#place(path, line);
    if (name.replaceAll("/", "") === "") return { directory: true, size: 0 };
    return files.find(name) ?? (files instanceof FatVolume ? files.findDirectory(name) : void 0);
  }
  /** The variable that a search sets, and the partition; undefined where no file system of this disk is what it looks for. */
  search(command, values, line) {
    const { by, wanted, variable } = readSearch(command, values, line);
    if (!isKnown(wanted) || wanted === "")
      throw new NotKnown(line, "what is searched depends on the machine");
    const found = this.#volumes.filter(({ files, device }) => {
      if (by === "fs-uuid") return files.uuid.toLowerCase() === wanted.toLowerCase();
      if (by === "label") return files instanceof ExtVolume && files.label === wanted;
      return wanted.startsWith("/") && this.kind(`(${device})${wanted}`, line) !== void 0;
    });
    const [only, other] = found;
    const isWhole = by === "fs-uuid" || this.#volumes.length === this.#partitions;
    if (other !== void 0) throw new NotKnown(line, "the search finds several partitions");
    return { variable, device: isWhole ? only?.device : void 0 };
  }
  /** A path as it may be shown: GRUB's own text is not trusted. */
  shown(path) {
    const [, name = ""] = /^\([^)]*\)(.*)$/s.exec(path) ?? [];
    return /^[\w./+-]{1,128}$/.test(name) ? name : "grub.cfg";
  }
  #place(path, line) {
    if (++this.#lookups > MOST_LOOKUPS) throw new NotKnown(line, "the files are too many");
    const [, device, name] = /^\(([^)]*)\)(.*)$/s.exec(path) ?? [];
    if (device === void 0 || name === void 0 || path.includes(UNKNOWN)) {
      throw new NotKnown(line, "the path of a file depends on the machine");
    }
    const volume = this.#volumes.find((one) => one.device === device);
    if (volume === void 0) {
      const why = device.startsWith(DEVICE) ? "is neither ext4 nor FAT" : "is named by the number of its disk, which depends on the machine";
      throw new NotKnown(line, `the partition of a file ${why}`);
    }
    return { files: volume.files, name };
  }
};
function deviceOf(number) {
  return `${DEVICE},gpt${number}`;
}
var KINDS = { fs_uuid: "fs-uuid", fs_label: "label", file: "file" };
function readSearch(command, values, line) {
  const [, short] = /^search\.(fs_uuid|fs_label|file)$/.exec(command) ?? [];
  if (short === "fs_uuid" || short === "fs_label" || short === "file") {
    const [wanted2 = "", variable2 = ""] = values;
    if (variable2 === "") throw new NotKnown(line, "a search sets no variable");
    return { by: KINDS[short], wanted: wanted2, variable: variable2 };
  }
  let [by, wanted, variable] = [void 0, "", ""];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? "";
    const [, kind] = /^--(fs-uuid|label|file)$/.exec(value) ?? [];
    const [, set, , name = "root"] = /^--(set)(=(.*))?$/s.exec(value) ?? [];
    if (kind === "fs-uuid" || kind === "label" || kind === "file") by = kind;
    else if (value === "-u") by = "fs-uuid";
    else if (value === "-l") by = "label";
    else if (value === "-f") by = "file";
    else if (set !== void 0) variable = name;
    else if (/^--hint[a-z-]*$/.test(value)) at++;
    else if (/^--(hint[a-z-]*=|no-floppy$)/.test(value)) continue;
    else if (value.startsWith("-")) throw new NotKnown(line, "an option of the search is not known");
    else if (wanted === "") wanted = value;
  }
  if (by === void 0 || variable === "") throw new NotKnown(line, "a search sets no variable");
  return { by, wanted, variable };
}

// src/guest/grub-loader.ts
function quoted(value) {
  const escaped = value.replace(/[\\'"]/g, "\\$&");
  return value.includes(" ") ? `"${escaped}"` : escaped;
}
function usesLoadFile2(kernel) {
  if (kernel.length < 64 || kernel.toString("latin1", 0, 2) !== "MZ") return false;
  const pe = kernel.readUInt32LE(60);
  if (pe + 26 + 44 > kernel.length) return false;
  return kernel.readUInt16LE(pe + 24) === 523 && kernel.readUInt16LE(pe + 24 + 44) >= 1;
}
function readEnvironment(content) {
  return content.toString("utf8").split("\n").flatMap((line) => {
    const at = line.indexOf("=");
    if (line.startsWith("#") || at < 1) return [];
    return [[line.slice(0, at), line.slice(at + 1).replace(/\\(.)/g, "$1")]];
  });
}
function stubOf(kernel) {
  try {
    return stubMeasures(readKernelInfo(kernel).release);
  } catch (error) {
    if (error instanceof GuestError) return void 0;
    throw error;
  }
}

// src/guest/grub-menu.ts
function readEntry(values, line) {
  const parameters2 = [];
  let id;
  let restricted = true;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? "";
    const [, name = "", , given] = /^--(class|users|hotkey|id|unrestricted)(=(.*))?$/s.exec(value) ?? [];
    if (name === "" && value.startsWith("-")) throw new NotKnown(line, "an option of the entry is not known");
    if (name === "") parameters2.push(value);
    else if (name === "unrestricted") restricted = false;
    else {
      const text = given ?? values[++at] ?? "";
      if (name === "id") id = text;
    }
  }
  const [title = ""] = parameters2;
  return { title, id: id ?? title, restricted, parameters: parameters2 };
}
function chooseEntry(entries, chosen) {
  const [, hex, digits] = /^\s*(?:0x([0-9a-f]+)|(\d+))/i.exec(chosen) ?? [];
  if (hex !== void 0) return entries[Number.parseInt(hex, 16)];
  if (digits !== void 0) return entries[Number.parseInt(digits, /^0\d/.test(digits) ? 8 : 10)];
  const [wanted] = splitSubmenu(chosen);
  return chosen === "" ? entries[0] : entries.find(({ title, id }) => title === wanted || id === wanted);
}
function splitSubmenu(chosen) {
  const found = /^((?:[^>]|>>)*)>(?!>)(.*)$/s.exec(chosen);
  const [, own = chosen, rest = ""] = found ?? [];
  return [own.replaceAll(">>", ">"), rest];
}

// src/guest/grub-test.ts
var COMPARISONS = {
  "=": (a, b) => a === b,
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b
};
var OTHER_COMPARISONS = /^(<|<=|>|>=|-(eq|ge|gt|le|lt|ne|pgt|plt|nt|ot).*)$/;
function isTrue(values, kind) {
  let [all, any, invert] = [true, false, false];
  const take = (answer) => {
    all = and(all, answer === void 0 ? void 0 : answer !== invert);
    invert = false;
  };
  for (let at = 0; at < values.length; ) {
    const [first = "", second, third] = values.slice(at, at + 3);
    const compare = third === void 0 ? void 0 : COMPARISONS[second ?? ""];
    if (compare !== void 0 && third !== void 0) {
      take(isKnown(first) && isKnown(third) ? compare(first, third) : void 0);
      at += 3;
    } else if (third !== void 0 && OTHER_COMPARISONS.test(second ?? "")) {
      take(void 0);
      at += 3;
    } else if (second !== void 0 && /^-[defsnz]$/.test(first)) {
      take(unary(first, second, kind));
      at += 2;
    } else if (first === "(" || first === ")") return void 0;
    else if (first === "!") {
      invert = !invert;
      at++;
    } else if (first === "-a") at++;
    else if (first === "-o") {
      [any, all] = [or(any, all), true];
      at++;
    } else {
      take(isFilled(first));
      at++;
    }
  }
  return or(any, all);
}
function unary(test, value, kind) {
  if (test === "-n") return isFilled(value);
  if (test === "-z") {
    const filled = isFilled(value);
    return filled === void 0 ? void 0 : !filled;
  }
  if (value.includes(UNKNOWN)) return void 0;
  const found = kind(value);
  if (test === "-d") return found?.directory === true;
  if (test === "-f") return found?.directory === false;
  return test === "-e" ? found !== void 0 : found?.directory === false && found.size > 0;
}
function isFilled(text) {
  if (text.replaceAll(UNKNOWN, "") !== "") return true;
  return text === "" ? false : void 0;
}
function and(a, b) {
  if (a === false || b === false) return false;
  return a === void 0 || b === void 0 ? void 0 : true;
}
function or(a, b) {
  if (a === true || b === true) return true;
  return a === void 0 || b === void 0 ? void 0 : false;
}

// src/guest/grub-words.ts
function expand(word, line, read) {
  const made = [];
  let open;
  let isPattern = false;
  const close = () => {
    if (open === void 0) return;
    if (isPattern && /^[/(*]/.test(open)) throw new NotKnown(line, "a pattern of file names is not followed");
    made.push(open);
    [open, isPattern] = [void 0, false];
  };
  const add = (text, quoted2) => {
    open = (open ?? "") + text;
    isPattern ||= !quoted2 && /[*?]/.test(text);
  };
  for (const part of word) {
    if ("text" in part) {
      add(part.text, part.quoted);
      continue;
    }
    if (part.variable === "@" || part.variable === "*") {
      throw new NotKnown(line, "all parameters at once are not followed");
    }
    const value = read(part.variable);
    if (part.quoted) {
      add(value, true);
      continue;
    }
    for (const [index, text] of value.split(/\s+/).filter((one) => one !== "").entries()) {
      if (index > 0) close();
      add(text, false);
    }
  }
  close();
  return made;
}

// src/guest/grub-config.ts
function grubEntry(files, { device, prefix }) {
  const run = new GrubRun(files);
  try {
    return run.boot(device, prefix);
  } catch (error) {
    if (!(error instanceof NotKnown)) throw error;
    const at = error.line === 0 ? run.file : `${run.file}:${error.line}`;
    return { reason: `${at}: ${error.message}` };
  }
}
var FEATURES = [
  ...["chainloader_bpb", "ntldr", "platform_search_hint", "default_font_path", "all_video_module"],
  ...["menuentry_id", "menuentry_options", "200_final", "nativedisk_cmd", "timeout_style"]
].map((name) => [`feature_${name}`, "y"]);
var OF_THE_MACHINE = /^(net_|pxe|color_|lang$|locale_dir$|secondary_locale_dir$|pager$|package_version$|check_signatures$)/;
var HARMLESS = /* @__PURE__ */ new Set([
  ...[
    "insmod",
    "rmmod",
    "echo",
    "terminal_input",
    "terminal_output",
    "terminal",
    "serial",
    "loadfont",
    "clear",
    "play"
  ],
  ...["background_image", "background_color", "sleep", "save_env", "list_env", "keymap", "cat", "ls"]
]);
var ALWAYS_SUCCEED = /* @__PURE__ */ new Set(["echo", "save_env", "true"]);
var MOST_CALLS = 2e3;
var MOST_NESTED = 32;
var MOST_SCRIPT = 1024 * 1024;
var MOST_VALUE = 64 * 1024;
var Booted = class extends Error {
};
var GrubRun = class {
  #files;
  #functions = /* @__PURE__ */ new Map();
  #context = { variables: /* @__PURE__ */ new Map(), exported: /* @__PURE__ */ new Set(), entries: [], open: false };
  #parameters = [];
  /** Whether a condition that depends on the machine decides if this runs. */
  #maybe = false;
  #kernel;
  #initrds = [];
  #calls = 0;
  #nested = 0;
  /** The file that runs, as it may be shown. */
  file = "grub.cfg";
  constructor(files) {
    this.#files = files;
  }
  boot(device, prefix) {
    const exported = [
      ["root", device],
      ["prefix", `(${device})${prefix}`],
      ["cmdpath", UNKNOWN],
      ["grub_cpu", "x86_64"],
      ["grub_platform", "efi"],
      ...FEATURES
    ];
    for (const [name, value] of exported) {
      this.#set(name, value);
      this.#context.exported.add(name);
    }
    try {
      this.#runFile(`(${device})${prefix}/grub.cfg`, 0);
      this.#runMenu();
    } catch (error) {
      if (!(error instanceof Booted)) throw error;
      if (this.#kernel !== void 0) return { ...this.#kernel, initrds: this.#initrds };
    }
    throw new NotKnown(0, "GRUB boots no kernel by itself");
  }
  #runFile(path, line) {
    const content = this.#content(path, line);
    if (content === void 0) throw new NotKnown(line, "a file of commands is not on the disk");
    if (content.length > MOST_SCRIPT) throw new NotKnown(line, "a file of commands is too large");
    const before = this.file;
    this.file = this.#files.shown(path);
    this.#run(parseScript(content.toString("utf8")));
    this.file = before;
  }
  #run(statements) {
    if (++this.#nested > MOST_NESTED) throw new NotKnown(0, "the commands are nested too deep");
    for (const statement of statements) this.#statement(statement);
    this.#nested--;
  }
  #statement(statement) {
    if (statement.kind === "command") this.#command(statement);
    else if (statement.kind === "if") this.#if(statement);
    else if (statement.kind === "loop") throw new NotKnown(statement.line, "a loop is not followed");
    else if (this.#maybe) throw new NotKnown(statement.line, "whether this function is set is not known");
    else this.#functions.set(statement.name, statement.body);
  }
  #if({ clauses, otherwise }) {
    for (const [index, { condition, body }] of clauses.entries()) {
      this.#run(condition);
      const status = this.#get("?");
      if (status === "0") {
        this.#run(body);
        return;
      }
      if (isKnown(status)) continue;
      const maybe = this.#maybe;
      this.#maybe = true;
      for (const later of clauses.slice(index)) {
        if (later.condition !== condition) this.#run(later.condition);
        this.#run(later.body);
      }
      this.#run(otherwise);
      this.#maybe = maybe;
      this.#set("?", UNKNOWN);
      return;
    }
    this.#run(otherwise);
  }
  #command(command) {
    if (++this.#calls > MOST_CALLS) throw new NotKnown(command.line, "the commands are too many");
    const [name = "", ...values] = command.words.flatMap(
      (word) => expand(word, command.line, (variable) => this.#get(variable))
    );
    if (name === "") return;
    const invert = name === "!";
    const status = this.#execute(invert ? values.shift() ?? "" : name, values, command);
    const inverted = isKnown(status) ? status === "0" ? "1" : "0" : UNKNOWN;
    this.#context.variables.set("?", invert ? inverted : status);
  }
  #execute(name, values, command) {
    const { line } = command;
    if (!isKnown(name)) throw new NotKnown(line, "the name of the command depends on the machine");
    if (name === "menuentry" || name === "submenu") return this.#add(name === "submenu", values, command);
    if (command.block !== void 0) throw new NotKnown(line, "a block of this command is not followed");
    if (ALWAYS_SUCCEED.has(name)) return "0";
    if (name === "false") return "1";
    if (HARMLESS.has(name)) return UNKNOWN;
    if (name === "[" || name === "test") return this.#test(name === "[" ? values.slice(0, -1) : values, line);
    if (name === "set") return this.#assign(values[0] ?? "", line);
    if (name === "unset" || name === "export") return this.#names(name, values);
    if (name === "fwsetup" && values[0] === "--is-supported") return UNKNOWN;
    const own = this.#functions.get(name);
    if (own !== void 0) return this.#call(own, values);
    if (/^search(\.|$)/.test(name)) return this.#search(name, values, line);
    if (/^[A-Za-z_]\w*=/.test(name)) return this.#assign(name, line);
    if (this.#maybe) throw new NotKnown(line, "whether this command runs depends on the machine");
    return this.#act(name, values, line);
  }
  /** Commands that decide what is booted. */
  #act(name, values, line) {
    if (name === "load_env") return this.#loadEnvironment(values, line);
    if (name === "linux") return this.#linux(values, line);
    if (name === "initrd") return this.#initrd(values, line);
    if (name === "boot" && this.#kernel !== void 0) throw new Booted();
    if (name === "source" || name === ".") {
      this.#runFile(values[0] ?? "", line);
      return "0";
    }
    if (name === "configfile") {
      this.#within(() => {
        this.#runFile(values[0] ?? "", line);
        this.#runMenu();
      });
      return "0";
    }
    const shown = /^[\w.-]{1,32}$/.test(name) ? name : "this command";
    throw new NotKnown(line, `what ${shown} does is not known before the boot`);
  }
  #call(body, parameters2) {
    const before = this.#parameters;
    this.#parameters = parameters2;
    this.#run(body);
    this.#parameters = before;
    const status = this.#get("?");
    return status === "0" || status === "1" ? status : UNKNOWN;
  }
  /** A new context, with what is exported. */
  #within(use) {
    const outer = this.#context;
    const variables = [...outer.variables].filter(([name]) => outer.exported.has(name));
    const exported = new Set(outer.exported);
    this.#context = { variables: new Map(variables), exported, entries: [], open: false };
    use();
    this.#context = outer;
  }
  #add(submenu, values, { line, block }) {
    if (this.#maybe) this.#context.open = true;
    if (this.#context.open) return UNKNOWN;
    if (block === void 0) throw new NotKnown(line, "an entry without a block is not followed");
    this.#context.entries.push({ ...readEntry(values, line), file: this.file, line, submenu, block });
    return "0";
  }
  /** Shows the menu and waits for its time to end (GRUB grub-core/normal/menu.c). */
  #runMenu() {
    const [first] = this.#context.entries;
    if (first === void 0 && !this.#context.open) return;
    const timeout = this.#get("timeout");
    if (isKnown(timeout) && !/^\s*\d+\s*$/.test(timeout)) {
      throw new NotKnown(0, "no timeout is set: GRUB waits for a key");
    }
    const chosen = this.#get("default");
    if (!isKnown(chosen)) throw new NotKnown(0, "the default entry depends on the machine");
    const entry = chooseEntry(this.#context.entries, chosen) ?? (this.#context.open ? void 0 : first);
    if (entry === void 0)
      throw new NotKnown(0, "whether the default entry is there depends on the machine");
    this.#runEntry(entry, chosen);
  }
  #runEntry(entry, chosen) {
    this.file = entry.file;
    const users = this.#get("superusers");
    if (entry.restricted && users !== "") throw new NotKnown(entry.line, "the entry asks for a password");
    const run = () => {
      this.#set("chosen", UNKNOWN);
      this.#context.exported.add("chosen");
      const [, rest = ""] = splitSubmenu(chosen);
      if (rest === "") this.#context.variables.delete("default");
      else this.#set("default", rest);
      this.#parameters = entry.parameters;
      this.#run(entry.block);
      if (this.#kernel !== void 0) throw new Booted();
    };
    if (!entry.submenu) {
      run();
      throw new NotKnown(entry.line, "the default entry boots no kernel");
    }
    this.#within(() => {
      this.#set("timeout", "0");
      run();
      this.#runMenu();
    });
  }
  #linux(values, line) {
    const [path] = values;
    if (path === void 0) throw new NotKnown(line, "linux has no file");
    const kernel = this.#content(path, line);
    if (kernel === void 0) throw new NotKnown(line, "the kernel is not on the disk");
    if (!usesLoadFile2(kernel)) throw new NotKnown(line, "the kernel is started without its EFI stub");
    const cmdline = ["BOOT_IMAGE=".concat(quoted(path)), ...values.slice(1).map(quoted)].join(" ");
    if (!isKnown(cmdline) || cmdline.includes("\uFFFD"))
      throw new NotKnown(line, "the command line depends on the machine");
    const stub = stubOf(kernel);
    this.#kernel = { kernel, cmdline, ...stub === void 0 ? {} : { stub } };
    this.#initrds = [];
    return "0";
  }
  #initrd(values, line) {
    if (this.#kernel === void 0) throw new NotKnown(line, "initrd comes before linux");
    this.#initrds = values.map((path) => {
      const content = path.startsWith("newc:") ? void 0 : this.#content(path, line);
      if (content === void 0) throw new NotKnown(line, "an initrd is not on the disk");
      return content;
    });
    return "0";
  }
  #loadEnvironment(values, line) {
    const named = values[0] === "-f" || values[0] === "--file";
    const [path, ...only] = named ? values.slice(1) : [`${this.#get("prefix")}/grubenv`, ...values];
    if (only.some((name) => name.startsWith("-")))
      throw new NotKnown(line, "an option of load_env is not known");
    const content = this.#content(path ?? "", line);
    if (content === void 0) return "1";
    for (const [name, value] of readEnvironment(content)) {
      if (only.length === 0 || only.includes(name)) this.#set(name, value);
    }
    return "0";
  }
  #search(name, values, line) {
    const found = this.#files.search(name, values, line);
    const known = found.device !== void 0 && !this.#maybe;
    this.#set(found.variable, known ? found.device ?? "" : UNKNOWN);
    return known ? "0" : UNKNOWN;
  }
  #test(values, line) {
    const answer = isTrue(values, (path) => this.#files.kind(this.#absolute(path), line));
    return answer === void 0 ? UNKNOWN : answer ? "0" : "1";
  }
  #assign(text, line) {
    const at = text.indexOf("=");
    if (at < 1 || !isKnown(text.slice(0, at))) throw new NotKnown(line, "set has no name and value");
    this.#set(text.slice(0, at), this.#maybe ? UNKNOWN : text.slice(at + 1));
    return "0";
  }
  #names(name, values) {
    for (const value of values) {
      if (name === "export") this.#context.exported.add(value);
      else if (this.#maybe) this.#set(value, UNKNOWN);
      else this.#context.variables.delete(value);
    }
    return "0";
  }
  #content(path, line) {
    return this.#files.read(this.#absolute(path), line);
  }
  #absolute(path) {
    return path.startsWith("/") ? `(${this.#get("root")})${path}` : path;
  }
  #set(name, value) {
    if (value.length > MOST_VALUE) throw new NotKnown(0, "the value of a variable is too long");
    this.#context.variables.set(name, value);
  }
  #get(name) {
    const number = /^\d+$/.test(name) ? Number(name) : void 0;
    if (number !== void 0) return this.#parameters[number - 1] ?? "";
    if (name === "#") return String(this.#parameters.length);
    return this.#context.variables.get(name) ?? (OF_THE_MACHINE.test(name) ? UNKNOWN : "");
  }
};

// src/guest/partitions.ts
var SECTOR = 512;
var MOST_PARTITIONS = 128;
var UNUSED = "00000000-0000-0000-0000-000000000000";
function partitionsOf(read, header) {
  const size = header.readUInt32LE(84);
  if (size < 128 || size > SECTOR) return [];
  const count = Math.min(header.readUInt32LE(80), MOST_PARTITIONS);
  const table = read(Number(header.readBigUInt64LE(72)) * SECTOR, count * size);
  const partitions = [];
  for (let at = 0, number = 1; at + size <= table.length; at += size, number++) {
    const type = guidAt(table, at);
    const start = Number(table.readBigUInt64LE(at + 32)) * SECTOR;
    if (type !== UNUSED) partitions.push({ number, type, start });
  }
  return partitions;
}

// src/guest/qcow2-content.ts
import { inflateRawSync } from "node:zlib";
var OTHER_LAYOUT = 0b11100n;
var OFFSET_BITS = (1n << 56n) - (1n << 9n);
var COMPRESSED = 1n << 62n;
var ZEROS = 1n;
var SECTOR2 = 512;
var MOST_KEPT = 8 * 1024 * 1024;
var MOST_INFLATED = 1024 * 1024 * 1024;
function qcow2Content(read) {
  const head = read(0, MOST_HEADER_BYTES);
  const { version, features, backingFile, dataFile, encrypted } = readQcow2Header(head);
  if (backingFile !== void 0 || dataFile !== void 0 || encrypted) return void 0;
  const bits = head.readUInt32BE(20);
  if ((features & OTHER_LAYOUT) !== 0n || bits < 9 || bits > 21) return void 0;
  const layout = {
    bits,
    size: Number(head.readBigUInt64BE(24)),
    l1: Number(head.readBigUInt64BE(40)),
    l1Entries: head.readUInt32BE(36),
    zeros: version === 2 ? 0n : ZEROS
  };
  return new Content(read, layout).read;
}
var Content = class {
  #file;
  #layout;
  #clusterBytes;
  /** Decompressed clusters by their entry, the oldest first. */
  #kept = /* @__PURE__ */ new Map();
  #inflated = 0;
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
    const cluster = this.#inflate(this.#file(offset, sectors * SECTOR2 - offset % SECTOR2));
    if ((this.#kept.size + 1) * this.#clusterBytes > MOST_KEPT) {
      const [oldest = entry] = this.#kept.keys();
      this.#kept.delete(oldest);
    }
    this.#kept.set(entry, cluster);
    return cluster;
  }
  #inflate(bytes) {
    this.#inflated += this.#clusterBytes;
    if (this.#inflated > MOST_INFLATED) return Buffer.alloc(0);
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
function readShimBoot(volume, device, entryOf) {
  const options = otherOptions(volume, REMOVABLE);
  if (options !== void 0) return options;
  const fallback = contentOf2(volume, `${REMOVABLE}/fbx64.efi`);
  const second = (directory2) => secondStage(volume, directory2, device, entryOf);
  if (fallback === void 0) return second(REMOVABLE);
  const installed = installedSystem(volume);
  if ("reason" in installed) return installed;
  const { directory, name } = installed;
  const shim = contentOf2(volume, `${directory}/${name}`);
  if (shim === void 0) return { reason: `${directory} has no ${name}, which its BOOTX64.CSV names` };
  const next = otherOptions(volume, directory) ?? second(directory);
  return "reason" in next ? next : { ...next, fallback: { program: fallback, shim } };
}
function otherOptions(volume, directory) {
  const file = volume.list(directory).find(({ name }) => /^(options\.csv|shim_certificate.*|revocations.*\.efi)$/i.test(name));
  if (file === void 0) return void 0;
  return { reason: `what shim does with ${directory}/${file.name} is not known` };
}
function secondStage(volume, directory, device, entryOf) {
  const grub = contentOf2(volume, `${directory}/grubx64.efi`);
  if (grub === void 0) return { reason: `there is no grubx64.efi beside the shim in ${directory}` };
  const image = readGrubImage(grub);
  const entry = image === void 0 || image.hasConfig ? { reason: "GRUB brings commands with it, which are not followed" } : entryOf({ device, prefix: image.prefix });
  return { grub, entry };
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
function contentOf2(volume, path) {
  const file = volume.find(path);
  return file === void 0 ? void 0 : volume.read(file, 0, MOST_PROGRAM_BYTES);
}

// src/guest/boot-disk.ts
var ESP = "c12a7328-f81f-11d2-ba4b-00a0c93ec93b";
var XBOOTLDR = "bc13c2ff-59e6-4262-a352-b275fd6f7172";
var MORE_ENTRIES = {
  reason: "the disk has an Extended Boot Loader Partition, whose entries are not read"
};
function inspectBootDisk(disk) {
  return withContent(disk, inspect);
}
var GPT_HEADER_BYTES = 92;
function readDiskProgram(disk) {
  return withContent(disk, (read) => {
    const header = read(SECTOR, SECTOR);
    if (header.toString("latin1", 0, 8) !== "EFI PART") return void 0;
    const partitions = partitionsOf(read, header);
    const system = partitions.find(({ type }) => type === ESP);
    if (system === void 0) return void 0;
    const volume = FatVolume.open((offset, length) => read(system.start + offset, length));
    const file = volume?.find("EFI/BOOT/BOOTX64.EFI");
    if (volume === void 0 || file === void 0) return void 0;
    const uki = readUki(volume, "EFI/BOOT/BOOTX64.EFI", file);
    const gpt = gptEvent(read, header);
    if (readShimImage(uki.program) !== void 0) {
      const entryOf = (start) => grubEntry(new GrubFiles(read, partitions), start);
      return { gpt, ...uki, shim: readShimBoot(volume, deviceOf(system.number), entryOf) };
    }
    if (systemdBootVersion(uki.program) === void 0) return { gpt, ...uki };
    const more = partitions.some(({ type }) => type === XBOOTLDR) ? MORE_ENTRIES : void 0;
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
  const table = read(Number(header.readBigUInt64LE(72)) * SECTOR, count * size);
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
  const header = read(SECTOR, SECTOR);
  if (header.toString("latin1", 0, 8) !== "EFI PART") {
    const [first, signature] = [read(0, SECTOR), 43605];
    const isOther = first.length < SECTOR || first.readUInt16LE(510) === signature;
    return isOther ? void 0 : { lacks: "a partition table", cmdlines: [] };
  }
  const system = partitionsOf(read, header).find(({ type }) => type === ESP);
  if (system === void 0) return { lacks: "an EFI System Partition", cmdlines: [] };
  const volume = FatVolume.open((offset, length) => read(system.start + offset, length));
  if (volume === void 0) return void 0;
  const programs = volume.list("EFI/BOOT").filter(({ name }) => /^bootx64\.efi$/i.test(name));
  if (programs.length === 0) return { lacks: "EFI/BOOT/BOOTX64.EFI", cmdlines: [] };
  return { cmdlines: cmdlinesOf(volume) };
}
function readAt(fd, offset, length) {
  if (!Number.isSafeInteger(offset) || length <= 0) return Buffer.alloc(0);
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(fd, bytes, 0, length, offset));
}

// src/prepare/demand.ts
import { basename } from "node:path";

// src/lint/rule.ts
function parameters(cmdline) {
  const words = cmdline.match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
  return words.map((word) => {
    const [name = "", ...value] = word.split("=");
    return { name, value: value.join("=") };
  });
}
function consoles(cmdline) {
  return parameters(cmdline).flatMap(
    ({ name, value }) => name === "console" ? [value.split(",", 1)[0] ?? ""] : []
  );
}
function firmwareKind({ demand: { firmware } }) {
  return firmware === "none" ? void 0 : firmware.kind;
}
function isTdvf(subject) {
  const kind = firmwareKind(subject);
  return kind === "tdvf" || kind === "distribution" || kind === "distribution-secure";
}
function isTdShimLinux(subject) {
  return firmwareKind(subject) === "td-shim";
}

// src/prepare/demand.ts
var RELEASE = /^(?:refs\/tags\/)?(edk2-stable\d{6}(?:\.\d+)?|v\d+\.\d+\.\d+)$/;
var EVERYWHERE = ["serial", "uuid"];
var LONG_TEXT = 256;
var PACKAGED = "/usr/share/";
function demandOf(scenario) {
  const { guest } = scenario;
  const firmware = scenario.firmware === void 0 ? "none" : firmwareInfo(scenario.firmware);
  return {
    platform: scenario.platform,
    firmware,
    payload: payloadOf(guest, firmware),
    cpus: guest.cpus,
    guestKernel: guest.kernel === void 0 ? void 0 : releaseOf(guest.kernel),
    needs: needsOf(scenario)
  };
}
function needsOf(scenario) {
  const { firmware, guest, vmmArgs } = scenario;
  const { disks, network, smbios, td } = guest;
  const needs = {
    firmware: firmware !== void 0,
    flash: firmware !== void 0 && "code" in firmware,
    initrd: guest.initrd !== void 0,
    nvme: disks.some(({ bus }) => bus === "nvme"),
    sata: disks.some(({ bus }) => bus === "sata"),
    scsi: disks.some(({ bus }) => bus === "scsi"),
    "backing-file": disks.some(namesFiles),
    "raw-like-qcow2": disks.some((disk) => diskFormat(disk) === "raw" && contentOf(disk) === "qcow2"),
    "user-network": network !== "none" && network.type === "user",
    "quote-socket": guest.quoteSocket !== void 0,
    "odd-memory": memoryProblem(guest.memory) !== void 0,
    "vmm-args": vmmArgs !== void 0,
    cpu: guest.cpu !== void 0,
    topology: guest.topology !== void 0,
    "memory-file": guest.memoryBackend?.kind === "file",
    vfio: guest.vfio !== void 0,
    "smbios-fields": SMBIOS_FIELDS.some(
      (field) => smbios?.system[field] !== void 0 && !EVERYWHERE.includes(field)
    ),
    "td-debug": td?.debug === true,
    "td-attributes": td !== void 0 && (td.debug || !td.septVeDisable),
    "td-identity": [td?.mrconfigid, td?.mrowner, td?.mrownerconfig].some((value) => value !== void 0),
    "typing-both": typedStreams(scenario).length > 1,
    "typing-long": typedStreams(scenario).includes("serial") && typesMoreThan(LONG_TEXT, scenario),
    agent: needsAgent(scenario),
    "9p": guest.shares.some(({ type }) => type === "9p"),
    virtiofs: guest.shares.some(({ type }) => type === "virtiofs")
  };
  return Object.entries(needs).flatMap(([need, has]) => has ? [need] : []);
}
function firmwareInfo(firmware) {
  if ("request" in firmware) {
    const { name, build, defines } = firmware.request;
    return { kind: name, release: releaseOfRequest(firmware.request), build, defines };
  }
  if (takesPayload(firmware)) return { kind: "td-shim" };
  return "image" in firmware ? { kind: packagedKind(firmware.image) } : {};
}
function releaseOfRequest({ name, pins = "documented", ref, repository }) {
  const pin = RECIPES[name].pins[pins];
  if (ref !== void 0) return ref === pin.commit ? pin.version : RELEASE.exec(ref)?.[1];
  return repository?.startsWith("/") === true ? void 0 : pin.version;
}
function packagedKind(image) {
  const name = basename(image);
  if (/^OVMF\.inteltdx\.(ms|secboot)\.fd$/.test(name)) return "distribution-secure";
  if (/^OVMF\.inteltdx\.fd$/.test(name)) return "distribution";
  return image.startsWith(PACKAGED) && /^OVMF(_CODE)?(_4M)?\.fd$/.test(name) ? "plain-ovmf" : void 0;
}
function payloadOf({ kernel, disks }, firmware) {
  const kind = firmware === "none" ? void 0 : firmware.kind;
  if (kind !== void 0 && PAYLOAD_FIRMWARES.includes(kind)) return "executable";
  if (kernel !== void 0) return "kernel";
  return disks.length > 0 ? "disk" : "executable";
}
function releaseOf(kernel) {
  try {
    return kernelInfoOf(kernel).release || void 0;
  } catch (error) {
    if (error instanceof NotBzImageError || error instanceof TruncatedKernelError) return void 0;
    throw error;
  }
}
function typedStreams({ rules, guest }) {
  const sends = rules.steps.flatMap((step) => step.kind === "send" ? [step.stream] : []);
  if (sends.length === 0) return [];
  const named = new Set(sends.filter((stream) => stream !== void 0));
  if (named.size > 0) return [...named];
  return [
    consoles(guest.cmdline ?? "").at(-1)?.startsWith("ttyS") === true ? "serial" : "console"
  ];
}
function typesMoreThan(most, { rules }) {
  let sum = 0;
  return rules.steps.some((step) => {
    sum = step.kind === "send" ? sum + Buffer.byteLength(step.text) : 0;
    return sum > most;
  });
}

export {
  inspectBootDisk,
  readDiskProgram,
  parameters,
  consoles,
  firmwareKind,
  isTdvf,
  isTdShimLinux,
  demandOf,
  typedStreams
};
