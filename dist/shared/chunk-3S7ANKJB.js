import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  UsageError,
  guidAt,
  hex,
  hexRange
} from "./chunk-OG6ZZA4V.js";

// src/words/words.ts
var PLATFORMS = ["tdx", "kvm", "emulated"];
var VMMS = ["qemu", "cloud-hypervisor"];
var STREAMS = ["console", "serial", "debugcon", "vmm"];
var LOG_ORIGINS = ["mixed", "host", ...STREAMS];
var PHASES = ["host", "vmm", "firmware", "bootloader", "kernel", "initramfs", "userspace"];
var SEVERITIES = ["fatal", "error", "warning"];
var FIRMWARES = ["tdvf", "td-shim", "td-shim-executable", "td-shim-example"];
var PAYLOAD_FIRMWARES = ["td-shim-executable", "td-shim-example"];
var RECIPE_NAMES = [...FIRMWARES, "cloud-hypervisor"];
var PIN_SETS = ["documented", "current"];
var BUILDS = ["release", "debug"];

// src/tdx/reader.ts
var DataError = class extends UsageError {
  offset;
  constructor(code, message, offset, { hint }) {
    super(code, message, { hint });
    this.name = "DataError";
    this.offset = offset;
  }
};
var Reader = class {
  #bytes;
  #view;
  #subject;
  #offset;
  #record = "";
  #index = 0;
  constructor(bytes, subject, offset = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#subject = subject;
    this.#offset = offset;
  }
  get offset() {
    return this.#offset;
  }
  /** Bytes that are left. */
  get left() {
    return this.#bytes.length - this.#offset;
  }
  /** What follows is of this record: errors say so. */
  enter(record, index) {
    this.#record = record;
    this.#index = index;
  }
  u8(what) {
    return this.#view.getUint8(this.#move(1, what));
  }
  u16(what) {
    return this.#view.getUint16(this.#move(2, what), true);
  }
  u32(what) {
    return this.#view.getUint32(this.#move(4, what), true);
  }
  u64(what) {
    return this.#view.getBigUint64(this.#move(8, what), true);
  }
  guid(what) {
    return guidAt(this.#bytes, this.#move(16, what));
  }
  /** A view of the next bytes, not a copy: a length that the data claims costs nothing. */
  take(length, what) {
    const start = this.#move(length, what);
    return this.#bytes.subarray(start, start + length);
  }
  /** Moves on without looking at the bytes. */
  skip(length, what) {
    this.#move(length, what);
  }
  #move(length, what) {
    const start = this.#offset;
    if (length > this.left) {
      const { what: data } = this.#subject;
      const part = this.#record === "" ? what : `${what} of ${this.#record} ${this.#index}`;
      const message = `${data} ends within ${part}: ${length} bytes at offset ${hex(start)}, ${this.left} are left`;
      throw new DataError("truncated", message, start, this.#subject);
    }
    this.#offset = start + length;
    return start;
  }
};
function hexOf(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}
function u64Of(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true);
}

// src/tdx/q35.ts
var FOUR_GIB = 0x100000000n;
var LARGEST_LOW_RAM = 0xb0000000n;
var LOW_RAM = 0x80000000n;
function lowRam(memory) {
  return memory < LARGEST_LOW_RAM ? memory : LOW_RAM;
}
function ramOfQ35(memory) {
  const low = lowRam(memory);
  return low === memory ? [[0n, memory]] : [
    [0n, low],
    [FOUR_GIB, FOUR_GIB + memory - low]
  ];
}

// src/tdx/image-rule.ts
var REFERENCE = {
  spec: 'td-shim doc/tdshim_spec.md "TD Shim Metadata"; td-shim-interface/src/metadata.rs validate_sections',
  qemuParser: "QEMU hw/i386/tdvf.c",
  qemuTdx: "QEMU target/i386/kvm/tdx.c",
  qemuRom: "QEMU hw/i386/x86-common.c x86_bios_rom_init",
  cloudHypervisor: "Cloud Hypervisor vmm/src/vm.rs",
  kvm: "Linux arch/x86/kvm/vmx/tdx.c tdx_vcpu_init_mem_region",
  gce: "google/gce-tcb-verifier ovmf/tdx_data.go"
};
var QEMU_TYPES = ["BFV", "CFV", "TD_HOB", "TempMem"];
var RECORD_TYPES = ["TdInfo", "TdParams"];
function isQemuType(name) {
  return QEMU_TYPES.includes(name);
}
function eachSection(judge) {
  return function* (context) {
    for (const section of context.metadata.sections) {
      const message = judge(section, context);
      if (message !== void 0) yield { section: section.index, message };
    }
  };
}
function endOf({ address, memorySize }) {
  return address + memorySize;
}
function scratchInImage(sections, imageSize) {
  const start = FOUR_GIB - BigInt(imageSize);
  return sections.find(
    (section) => section.name === "TempMem" && section.address < FOUR_GIB && endOf(section) > start
  );
}
function rangeOf(section) {
  return hexRange(section.address, endOf(section));
}

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
  PLATFORMS,
  VMMS,
  STREAMS,
  LOG_ORIGINS,
  PHASES,
  SEVERITIES,
  FIRMWARES,
  PAYLOAD_FIRMWARES,
  RECIPE_NAMES,
  PIN_SETS,
  BUILDS,
  FOUR_GIB,
  LARGEST_LOW_RAM,
  lowRam,
  ramOfQ35,
  REFERENCE,
  RECORD_TYPES,
  isQemuType,
  eachSection,
  endOf,
  scratchInImage,
  rangeOf,
  DataError,
  Reader,
  hexOf,
  u64Of,
  ORDERS,
  LAUNCH_METHOD,
  launchOrder,
  MRTD_VARIANTS,
  computeMrtd
};
