import {
  DataError
} from "./chunk-LZS5NMGH.js";
import {
  RECORD_TYPES
} from "./chunk-GM4JGWXZ.js";
import {
  hex,
  hexRange
} from "./chunk-TOLEDQXP.js";

// src/tdx/mrtd.ts
import { createHash } from "node:crypto";
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
var MOST_HASHED = 0x4000000n;
var DAMAGED = {
  hint: "The image is damaged, or no VMM starts it: tdx-boot firmware inspect says what is wrong."
};
function computeMrtd(image, { sections }, rules) {
  const added = sections.filter((section) => isAdded(section, rules));
  requireSound(added, image, rules);
  const hash = new PageHash();
  for (const section of added) {
    const measured = isMeasured(section, rules);
    const content = contentOf(section, image, rules);
    const pages = Number(section.memorySize / BigInt(PAGE));
    const addressOf = (page) => section.address + BigInt(page * PAGE);
    for (let page = 0; page < pages; page++) {
      hash.add(addressOf(page));
      if (measured && rules.order === "interleaved") hash.extend(addressOf(page), content, page);
    }
    if (!measured || rules.order === "interleaved") continue;
    for (let page = 0; page < pages; page++) hash.extend(addressOf(page), content, page);
  }
  return hash.digest();
}
function hashedBytes(image, { sections }, rules) {
  return requireSound(
    sections.filter((section) => isAdded(section, rules)),
    image,
    rules
  );
}
var PageHash = class {
  #hash = createHash("sha384");
  #add = record("MEM.PAGE.ADD", BUFFER);
  #extend = record("MR.EXTEND", PAGE + PAGE / CHUNK * BUFFER);
  add(address) {
    this.#add.view.setBigUint64(ADDRESS_AT, address, true);
    this.#hash.update(this.#add.bytes);
  }
  /** @param content of the section; where the content ends, memory is zero */
  extend(address, content, page) {
    const { bytes, view } = this.#extend;
    const start = page * PAGE;
    for (let chunk = 0; chunk < PAGE / CHUNK; chunk++) {
      const at = chunk * (BUFFER + CHUNK);
      const from = start + chunk * CHUNK;
      view.setBigUint64(at + ADDRESS_AT, address + BigInt(chunk * CHUNK), true);
      const data = content.subarray(from, from + CHUNK);
      bytes.set(data, at + BUFFER);
      if (data.length < CHUNK) bytes.fill(0, at + BUFFER + data.length, at + BUFFER + CHUNK);
    }
    this.#hash.update(bytes);
  }
  digest() {
    return this.#hash.digest("hex");
  }
};
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
  return hashed;
}
function contentOf({ dataOffset, rawSize, memorySize }, image, { fill }) {
  const length = fill === "image" && rawSize > 0 ? Number(memorySize) : rawSize;
  return image.subarray(dataOffset, dataOffset + length);
}
function record(operation, size) {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += BUFFER + CHUNK) bytes.set(Buffer.from(operation, "latin1"), at);
  return { bytes, view: new DataView(bytes.buffer) };
}

export {
  LAUNCH_METHOD,
  launchOrder,
  MRTD_VARIANTS,
  computeMrtd,
  hashedBytes
};
