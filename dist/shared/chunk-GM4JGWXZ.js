import {
  hexRange
} from "./chunk-TOLEDQXP.js";

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

export {
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
  rangeOf
};
