import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  DataError
} from "./chunk-B2QDC65I.js";
import {
  RECORD_TYPES
} from "./chunk-6L5R56ZO.js";
import {
  hex,
  hexRange
} from "./chunk-DV54WIWJ.js";

// src/tdx/mrtd.ts
import { createHash } from "node:crypto";
var ORDERS = ["interleaved", "two-pass"];
var QEMU = { augmented: true, fill: "image", measured: "bit-0" };
var LAUNCH_METHOD = { ...QEMU, order: "interleaved" };
var TWO_PASS_QEMU = /^8\.2\./;
function launchOrder(vmm, version) {
  return vmm === "qemu" && version !== void 0 && TWO_PASS_QEMU.test(version) ? "two-pass" : "interleaved";
}
var MRTD_VARIANTS = [
  {
    reader: "qemu",
    method: LAUNCH_METHOD,
    programs: "QEMU 10.1 and later with Linux 6.16 and later; Intel QEMU 7.x and 8.1",
    source: "QEMU target/i386/kvm/tdx.c tdx_init_fw_mem_region; Linux arch/x86/kvm/vmx/tdx.c tdx_gmem_post_populate"
  },
  {
    reader: "qemu",
    method: { ...QEMU, order: "two-pass" },
    programs: "QEMU 8.2 of Intel (upstream-v5) and of Canonical noble (8.2.2+tdx)",
    source: "intel-staging/qemu-tdx issue 1; td-shim issues 683 and 740; virtee/tdx-measure issue 18"
  },
  {
    reader: "cloud-hypervisor",
    method: { order: "interleaved", augmented: true, fill: "zero", measured: "only-1" },
    programs: "Cloud Hypervisor",
    source: "Cloud Hypervisor ae44c297 vmm/src/vm.rs init_tdx_memory, populate_tdx_sections"
  },
  {
    reader: "specification",
    method: { order: "interleaved", augmented: false, fill: "zero", measured: "bit-0" },
    programs: "the specification; td-shim-tools, Google Compute Engine",
    source: "td-shim doc/tdshim_spec.md; google/gce-tcb-verifier 74582c07 tdx/mrtd.go"
  }
];
var PAGE = 4096;
var CHUNK = 256;
var BUFFER = 128;
var ADDRESS_AT = 16;
var ADDED_BYTES = BigInt(BUFFER);
var MEASURED_BYTES = BigInt(BUFFER + PAGE + PAGE / CHUNK * BUFFER);
var MOST_HASHED = 0x8000000n;
var DAMAGED = {
  hint: "The image is damaged, or no VMM starts it: tdx-boot firmware inspect says what is wrong."
};
function computeMrtd(image, { sections }, rules) {
  const added = sections.filter((section) => isAdded(section, rules));
  requireSound(added, image, rules);
  const hash = createHash("sha384");
  const add = buffer("MEM.PAGE.ADD");
  const extend = buffer("MR.EXTEND");
  const pageHash = (address) => {
    add.view.setBigUint64(ADDRESS_AT, address, true);
    hash.update(add.bytes);
  };
  const extendHash = (address, page) => {
    for (let at = 0; at < PAGE; at += CHUNK) {
      extend.view.setBigUint64(ADDRESS_AT, address + BigInt(at), true);
      hash.update(extend.bytes).update(page.subarray(at, at + CHUNK));
    }
  };
  for (const section of added) {
    const measured = isMeasured(section, rules);
    const content = contentOf(section, image, rules);
    const pages = Number(section.memorySize / BigInt(PAGE));
    const addressOf = (page) => section.address + BigInt(page * PAGE);
    for (let page = 0; page < pages; page++) {
      pageHash(addressOf(page));
      if (measured && rules.order === "interleaved") extendHash(addressOf(page), pageOf(content, page));
    }
    if (!measured || rules.order === "interleaved") continue;
    for (let page = 0; page < pages; page++) extendHash(addressOf(page), pageOf(content, page));
  }
  return hash.digest("hex");
}
function isAdded({ name, memorySize, augment }, { augmented }) {
  return memorySize > 0n && !RECORD_TYPES.includes(name) && (augmented || !augment);
}
function isMeasured({ attributes, extend }, { measured }) {
  return measured === "bit-0" ? extend : attributes === 1;
}
function requireSound(sections, image, rules) {
  let hashed = 0n;
  for (const section of sections) {
    const { index, name, address, memorySize, dataOffset, rawSize } = section;
    const what = `section ${index} (${name})`;
    const bad = (problem) => {
      throw new DataError("bad-section", `${what}: ${problem}`, dataOffset, DAMAGED);
    };
    if (address % BigInt(PAGE) !== 0n || memorySize % BigInt(PAGE) !== 0n) {
      bad(`${hexRange(address, address + memorySize)} is not made of whole 4 KiB pages`);
    }
    if (address + memorySize >= 1n << 64n)
      bad(`${hexRange(address, address + memorySize)} goes beyond 64 bits`);
    if (BigInt(rawSize) > memorySize) bad(`raw size ${hex(rawSize)} exceeds memory size ${hex(memorySize)}`);
    if (dataOffset + rawSize > image.length) {
      const data = hexRange(dataOffset, dataOffset + rawSize);
      bad(`data ${data} ends beyond the image (${hex(image.length)})`);
    }
    hashed += memorySize / BigInt(PAGE) * (isMeasured(section, rules) ? MEASURED_BYTES : ADDED_BYTES);
    if (hashed > MOST_HASHED)
      bad(`${hexRange(address, address + memorySize)} is more than anybody adds to a TD`);
  }
}
function contentOf({ dataOffset, rawSize, memorySize }, image, { fill }) {
  const length = fill === "image" && rawSize > 0 ? Number(memorySize) : rawSize;
  return image.subarray(dataOffset, dataOffset + length);
}
function pageOf(content, page) {
  const bytes = content.subarray(page * PAGE, (page + 1) * PAGE);
  if (bytes.length === PAGE) return bytes;
  const padded = new Uint8Array(PAGE);
  padded.set(bytes);
  return padded;
}
function buffer(operation) {
  const bytes = new Uint8Array(BUFFER);
  bytes.set(Buffer.from(operation, "latin1"));
  return { bytes, view: new DataView(bytes.buffer) };
}

export {
  ORDERS,
  LAUNCH_METHOD,
  launchOrder,
  MRTD_VARIANTS,
  computeMrtd
};
