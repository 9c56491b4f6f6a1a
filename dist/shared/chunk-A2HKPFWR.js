import {
  codeOf,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/guest/file.ts
import { accessSync, closeSync, constants, openSync, readSync, statSync } from "node:fs";
function requireFile(file) {
  const found = stat(file);
  if (!found.isFile()) throw new Error(`is ${kindOf(found)}, not a file`);
  if (found.size === 0) throw new Error("is empty");
  try {
    closeSync(openSync(file, "r"));
  } catch (error) {
    throw new Error(unreadable(error, file), { cause: error });
  }
}
function requireProgram(file) {
  const found = stat(file);
  if (!found.isFile()) throw new Error(`is ${kindOf(found)}, not a program`);
  try {
    accessSync(file, constants.X_OK);
  } catch (error) {
    throw new Error("may not be executed by this user", { cause: error });
  }
}
function requireReadable(path) {
  const found = stat(path);
  if (!found.isFile() && !found.isDirectory())
    throw new Error(`is ${kindOf(found)}, not a file or a directory`);
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    throw new Error(unreadable(error, path), { cause: error });
  }
}
function requireDirectory(path) {
  const found = stat(path);
  if (!found.isDirectory()) throw new Error(`is ${kindOf(found)}, not a directory`);
}
function readHead(path, length) {
  const head = Buffer.alloc(length);
  const fd = openSync(path, "r");
  try {
    return head.subarray(0, readSync(fd, head, 0, length, 0));
  } finally {
    closeSync(fd);
  }
}
function stat(file) {
  try {
    return statSync(file);
  } catch (error) {
    throw new Error(unreadable(error, file), { cause: error });
  }
}
function kindOf(found) {
  if (found.isFile()) return "a file";
  if (found.isDirectory()) return "a directory";
  if (found.isFIFO()) return "a FIFO";
  if (found.isSocket()) return "a socket";
  return found.isBlockDevice() ? "a block device" : "a character device";
}
function unreadable(error, path) {
  const denied = ["EACCES", "EPERM"].includes(codeOf(error) ?? "");
  if (!denied) return messageOf(error, path);
  return "may not be read by this user: make it readable (sudo chmod a+r), or name a copy that is";
}

// src/guest/content.ts
var KINDS = [
  { name: "a cpio archive", group: "initrd", at: 0, begins: "070701" },
  { name: "a cpio archive", group: "initrd", at: 0, begins: "070702" },
  { name: "gzip-compressed", group: "compressed", at: 0, begins: "\x8B" },
  { name: "bzip2-compressed", group: "compressed", at: 0, begins: "BZh" },
  { name: "xz-compressed", group: "compressed", at: 0, begins: "\xFD7zXZ\0" },
  { name: "lzma-compressed", group: "compressed", at: 0, begins: "]\0\0" },
  { name: "lzo-compressed", group: "compressed", at: 0, begins: "\x89LZO" },
  { name: "lz4-compressed", group: "compressed", at: 0, begins: "!L" },
  { name: "zstd-compressed", group: "compressed", at: 0, begins: "(\xB5/\xFD" },
  { name: "an LZ4 frame", group: "archive", at: 0, begins: '"M' },
  {
    name: "a cpio archive of the old kind (write it with cpio -H newc)",
    group: "archive",
    at: 0,
    begins: "070707"
  },
  {
    name: "a cpio archive of the old kind (write it with cpio -H newc)",
    group: "archive",
    at: 0,
    begins: "\xC7q"
  },
  { name: "a zip archive", group: "archive", at: 0, begins: "PK" },
  { name: "a tar archive", group: "archive", at: 257, begins: "ustar" },
  { name: "an ext file system", group: "initrd", at: 1080, begins: "S\xEF" },
  { name: "a squashfs file system", group: "initrd", at: 0, begins: "hsqs" },
  { name: "a cramfs file system", group: "initrd", at: 0, begins: "E=\xCD(" },
  { name: "a romfs file system", group: "initrd", at: 0, begins: "-rom1fs-" },
  { name: "a minix file system", group: "initrd", at: 1040, begins: "\x7F" },
  { name: "a minix file system", group: "initrd", at: 1040, begins: "\x8F" },
  { name: "a qcow2 image", group: "disk", at: 0, begins: "QFI\xFB" },
  { name: "a VMDK image", group: "disk", at: 0, begins: "KDMV" },
  { name: "a VMDK descriptor", group: "disk", at: 0, begins: "# Disk DescriptorFile" },
  { name: "a VHDX image", group: "disk", at: 0, begins: "vhdxfile" },
  { name: "a dynamic VHD image", group: "disk", at: 0, begins: "conectix" },
  { name: "a VDI image", group: "disk", at: 64, begins: "\x7F\xDA\xBE" },
  { name: "a QED image", group: "disk", at: 0, begins: "QED\0" },
  { name: "a Parallels image", group: "disk", at: 0, begins: "WithoutFreeSpace" },
  { name: "a Parallels image", group: "disk", at: 0, begins: "WithouFreSpacExt" },
  { name: "an ELF file (vmlinux)", group: "program", at: 0, begins: "\x7FELF" },
  { name: "a kernel for arm64", group: "program", at: 56, begins: "ARMd" },
  { name: "a kernel for RISC-V", group: "program", at: 56, begins: "RSC" },
  { name: "a zImage for 32-bit ARM", group: "program", at: 36, begins: "(o" },
  { name: "a uImage of U-Boot", group: "program", at: 0, begins: "'V" },
  { name: "a FIT image or a device tree", group: "program", at: 0, begins: "\xD0\r\xFE\xED" },
  { name: "a Linux kernel (bzImage)", group: "program", at: 514, begins: "HdrS" },
  { name: "an EFI program", group: "program", at: 0, begins: "MZ" },
  { name: "a script", group: "program", at: 0, begins: "#!" }
];
var HEAD = 4096;
function knownContent(head) {
  return KINDS.find(({ at, begins }) => head.toString("latin1", at, at + begins.length) === begins);
}
function requireInitrd(file) {
  const head = readHead(file, HEAD);
  const start = head.findIndex((byte) => byte !== 0);
  if (start < 0) return;
  const found = knownContent(head) ?? knownContent(head.subarray(start));
  if (found?.group === "initrd" || found?.group === "compressed") return;
  const what = found === void 0 ? `it begins with ${head.subarray(0, 6).toString("hex")}` : `it is ${found.name}`;
  throw new Error(`is no initrd that Linux can unpack: ${what}. Make it with "find . | cpio -o -H newc"`);
}
function requireRawDisk(file) {
  const found = knownContent(readHead(file, HEAD));
  if (found?.group === "disk") {
    throw new Error(
      `is ${found.name}, and disks are raw or qcow2: convert it with "qemu-img convert -O qcow2", or write format: raw at this disk if the guest is to read the file as it is`
    );
  }
  if (found?.group === "compressed") {
    throw new Error(
      `is ${found.name}: decompress it, or write format: raw at this disk if the guest is to read the file as it is`
    );
  }
}

export {
  requireFile,
  requireProgram,
  requireReadable,
  requireDirectory,
  readHead,
  knownContent,
  requireInitrd,
  requireRawDisk
};
