import {
  FOUR_GIB,
  LARGEST_LOW_RAM,
  RECORD_TYPES,
  REFERENCE,
  eachSection,
  endOf,
  isQemuType,
  lowRam,
  ramOfQ35,
  rangeOf,
  scratchInImage
} from "./chunk-GM4JGWXZ.js";
import {
  MetadataError,
  parseMetadata
} from "./chunk-7GO3TDGG.js";
import {
  hex,
  hexRange
} from "./chunk-TOLEDQXP.js";

// src/tdx/layout-rules.ts
var RESET_VECTOR = 0xfffffff0n;
var ROM_GRANULE = 65536;
var AT_MOST_ONE = ["TD_HOB", "Payload", "PayloadParam", "TdInfo", "TdParams"];
var LAYOUT_RULES = [
  {
    id: "image-size-not-64k",
    severity: "error",
    refusedBy: ["qemu"],
    reference: `${REFERENCE.qemuRom} ("could not load PC BIOS")`,
    *find({ imageSize }) {
      if (imageSize % ROM_GRANULE === 0) return;
      yield { message: `${imageSize} bytes are no multiple of 64 KiB, as QEMU asks: is the image whole?` };
    }
  },
  {
    id: "qemu-legacy-pointer",
    severity: "error",
    refusedBy: ["qemu"],
    reference: `${REFERENCE.qemuParser} tdvf_get_metadata ("Cannot find TDX_METADATA_OFFSET_GUID")`,
    *find({ metadata }) {
      if (metadata.found === "guid-table") return;
      const where = `the metadata at ${hex(metadata.descriptorOffset)}`;
      const why = "is found through the legacy pointer only, which QEMU does not read";
      yield { message: `${where} ${why}; use Cloud Hypervisor` };
    }
  },
  {
    id: "qemu-unsupported-type",
    severity: "error",
    refusedBy: ["qemu"],
    reference: `${REFERENCE.qemuParser} tdvf_parse_and_check_section_entry ("unsupported section type"); td-shim#656`,
    *find({ metadata }) {
      const unsupported = metadata.sections.filter(({ name, type }) => type <= 8 && !isQemuType(name));
      if (unsupported.length === 0) return;
      const types = [...new Set(unsupported.map(({ name, type }) => `${name} (${type})`))];
      const what = `unsupported section type${types.length > 1 ? "s" : ""} ${types.join(", ")}`;
      const instead = runsInCloudHypervisor(metadata) ? "; use Cloud Hypervisor" : "";
      yield { message: `${what}: QEMU cannot boot td-shim${instead}` };
    }
  },
  {
    id: "qemu-single-section",
    severity: "error",
    refusedBy: ["qemu"],
    reference: `${REFERENCE.qemuParser} tdvf_parse_metadata ("Invalid number of fw entries")`,
    *find({ metadata }) {
      const count = metadata.sections.length;
      if (count < 2) yield { message: `the metadata has ${count} section; QEMU asks for two or more` };
    }
  },
  {
    id: "metadata-guid-missing",
    severity: "warning",
    refusedBy: [],
    reference: `${REFERENCE.gce} extractTDXMetadata; td-shim-tools (both look for TdxMetadataGuid)`,
    *find({ metadata }) {
      if (metadata.guidBefore) return;
      yield {
        message: `no TdxMetadataGuid stands before the descriptor at ${hex(metadata.descriptorOffset)}`
      };
    }
  },
  {
    id: "memory-overlap",
    severity: "error",
    refusedBy: "all",
    reference: `intel/tdx-module tdh_mem_page_add.c (TDX_EPT_ENTRY_STATE_INCORRECT); ${REFERENCE.gce}`,
    *find({ metadata }) {
      const mapped = metadata.sections.filter(({ memorySize }) => memorySize > 0n);
      let highest;
      for (const section of mapped.toSorted(byAddress)) {
        if (highest !== void 0 && section.address < endOf(highest)) {
          const other = `section ${highest.index} (${highest.name}, ${rangeOf(highest)})`;
          yield { section: section.index, message: `${rangeOf(section)} overlaps ${other}` };
        }
        if (highest === void 0 || endOf(section) > endOf(highest)) highest = section;
      }
    }
  },
  {
    id: "bfv-missing",
    severity: "error",
    refusedBy: "all",
    reference: REFERENCE.spec,
    *find({ metadata }) {
      if (named(metadata, "BFV").length === 0) yield { message: "no BFV: there is no code to run" };
    }
  },
  {
    id: "reset-vector-missing",
    severity: "error",
    refusedBy: "all",
    reference: REFERENCE.spec,
    *find({ metadata }) {
      const volumes = named(metadata, "BFV");
      if (volumes.length === 0 || volumes.some(holdsResetVector)) return;
      const ranges = volumes.slice(0, 4).map(rangeOf).join(", ");
      const wanted = `the reset vector ${hex(RESET_VECTOR)} and ends at ${hex(FOUR_GIB)}`;
      yield { message: `no BFV holds ${wanted} (${ranges})` };
    }
  },
  {
    id: "reset-vector-not-at-image-end",
    severity: "error",
    refusedBy: [],
    reference: `${REFERENCE.qemuRom}; edk2 OvmfPkg/ResetVector/Ia16/ResetVectorVtf0.nasm.inc (just below 4 GiB)`,
    *find({ metadata, imageSize }) {
      for (const section of named(metadata, "BFV").filter(holdsResetVector)) {
        const end = section.dataOffset + section.rawSize;
        if (end === imageSize) continue;
        yield {
          section: section.index,
          message: `data ends at ${hex(end)} instead of the end of the image, ${hex(imageSize)}`
        };
      }
    }
  },
  {
    id: "td-hob-missing",
    severity: "error",
    refusedBy: ["qemu", "cloud-hypervisor"],
    reference: `${REFERENCE.qemuTdx} tdx_get_hob_entry ("doesn't specify TD_HOB location"); ${REFERENCE.cloudHypervisor} populate_tdx_sections (unwrap of hob_offset)`,
    *find({ metadata }) {
      if (named(metadata, "TD_HOB").length === 0) yield { message: "no TD_HOB: both VMMs ask for one" };
    }
  },
  {
    id: "memory-undescribed",
    severity: "error",
    refusedBy: [],
    reference: REFERENCE.spec,
    *find({ metadata }) {
      if (metadata.sections.some(({ name }) => name === "TD_HOB" || name === "PermMem")) return;
      yield { message: "neither TD_HOB nor PermMem: the firmware cannot learn what memory it has" };
    }
  },
  {
    id: "duplicate-section",
    severity: "error",
    refusedBy: [],
    reference: REFERENCE.spec,
    *find({ metadata }) {
      for (const name of AT_MOST_ONE) {
        for (const { index } of named(metadata, name).slice(1)) {
          yield { section: index, message: `there is a ${name} already, and one is allowed` };
        }
      }
    }
  },
  {
    id: "payload-param-without-payload",
    severity: "error",
    refusedBy: [],
    reference: REFERENCE.spec,
    *find({ metadata }) {
      if (named(metadata, "Payload").length > 0) return;
      for (const { index } of named(metadata, "PayloadParam")) {
        yield { section: index, message: "there is no Payload that it could be for" };
      }
    }
  },
  {
    id: "record-outside-bfv",
    severity: "error",
    refusedBy: [],
    reference: REFERENCE.spec,
    *find({ metadata }) {
      for (const name of RECORD_TYPES) {
        const [record] = named(metadata, name);
        if (record === void 0 || named(metadata, "BFV").some((bfv) => holdsData(bfv, record))) continue;
        const data = hexRange(record.dataOffset, record.dataOffset + record.rawSize);
        yield { section: record.index, message: `data ${data} lies in no BFV` };
      }
    }
  },
  {
    id: "image-not-covered",
    severity: "warning",
    refusedBy: [],
    reference: `${REFERENCE.gce} validateTDXMetadataSections ("doesn't add up to the fw size")`,
    *find({ metadata, imageSize }) {
      const volumes = metadata.sections.filter(({ name }) => name === "BFV" || name === "CFV");
      const covered = volumes.reduce((sum, { rawSize }) => sum + rawSize, 0);
      if (covered === imageSize) return;
      yield { message: `BFV and CFV take ${hex(covered)} bytes of the image's ${hex(imageSize)}` };
    }
  }
];
function named(metadata, name) {
  return metadata.sections.filter((section) => section.name === name);
}
function runsInCloudHypervisor({ sections }) {
  return sections.some(({ name }) => name === "TD_HOB") && sections.every(({ memorySize }) => memorySize > 0n);
}
function holdsResetVector(section) {
  return section.address <= RESET_VECTOR && endOf(section) === FOUR_GIB;
}
function holdsData(outer, inner) {
  return inner.dataOffset >= outer.dataOffset && inner.dataOffset + inner.rawSize <= outer.dataOffset + outer.rawSize;
}
function byAddress(one, other) {
  return one.address < other.address ? -1 : Number(one.address > other.address);
}

// src/tdx/section-rules.ts
var PAGE = 0x1000n;
var ADDRESS_SPACE = 1n << 64n;
var ALLOWED_ATTRIBUTES = {
  BFV: [1],
  CFV: [0],
  TD_HOB: [0],
  TempMem: [0],
  PermMem: [2],
  Payload: [0, 1],
  PayloadParam: [0],
  TdInfo: [0],
  TdParams: [0]
};
var FROM_IMAGE = ["BFV", "CFV"];
var WITHOUT_DATA = ["TD_HOB", "TempMem", "PermMem"];
var ACCEPTED = ["TD_HOB", "TempMem"];
var SECTION_RULES = [
  {
    id: "type-unknown",
    severity: "error",
    // Cloud Hypervisor reads the number as a Rust enum, unchecked, and adds the section as memory.
    refusedBy: ["qemu"],
    reference: `${REFERENCE.spec}; ${REFERENCE.qemuParser} ("unsupported section type")`,
    find: eachSection(({ type }) => type > 8 ? `type ${hex(type)} is not defined (0x0-0x8)` : void 0)
  },
  {
    id: "attributes-reserved",
    severity: "error",
    refusedBy: [],
    reference: REFERENCE.spec,
    find: eachSection(
      ({ attributes }) => attributes > 3 ? `attributes ${hex(attributes)} set bits beyond 0x3` : void 0
    )
  },
  {
    id: "attributes-unexpected",
    severity: "error",
    refusedBy: [],
    reference: REFERENCE.spec,
    find: eachSection(({ name, attributes }) => {
      const allowed = ALLOWED_ATTRIBUTES[name];
      if (allowed === void 0 || attributes > 3 || allowed.includes(attributes)) return void 0;
      return `attributes ${hex(attributes)} instead of ${allowed.map(hex).join(" or ")}`;
    })
  },
  {
    id: "attributes-diverge",
    severity: "warning",
    refusedBy: [],
    reference: `${REFERENCE.cloudHypervisor} init_tdx_memory (attributes == 1); ${REFERENCE.qemuTdx} tdx_init_fw_mem_region (bit 0)`,
    find: eachSection(
      ({ attributes, extend }) => extend && attributes !== 1 ? `attributes ${hex(attributes)}: QEMU measures this section, Cloud Hypervisor does not` : void 0
    )
  },
  {
    id: "address-unaligned",
    severity: "error",
    refusedBy: "all",
    reference: `${REFERENCE.spec}; ${REFERENCE.qemuParser} ("not page aligned"); ${REFERENCE.kvm} (PAGE_ALIGNED(gpa))`,
    find: eachSection(
      ({ address }) => address % PAGE === 0n ? void 0 : `address ${hex(address)} is not 4 KiB aligned`
    )
  },
  {
    id: "memory-size-unaligned",
    severity: "error",
    refusedBy: ["qemu"],
    reference: `${REFERENCE.spec}; ${REFERENCE.qemuParser} ("not page aligned")`,
    find: eachSection(
      ({ memorySize }) => memorySize % PAGE === 0n ? void 0 : `memory size ${hex(memorySize)} is not a multiple of 4 KiB`
    )
  },
  {
    id: "memory-size-zero",
    severity: "error",
    // The specification calls a size of zero "no action for the VMM", but both VMMs hand it to KVM all the same.
    refusedBy: "all",
    reference: `${REFERENCE.kvm} (!nr_pages); Cloud Hypervisor virtio-devices/src/lib.rs get_host_address_range`,
    find: eachSection(
      ({ name, type, memorySize }) => memorySize === 0n && type <= 8 && !RECORD_TYPES.includes(name) ? "memory size 0x0: KVM adds no section without memory" : void 0
    )
  },
  {
    id: "address-overflow",
    severity: "error",
    refusedBy: "all",
    reference: `${REFERENCE.kvm} (gpa + size <= gpa, so that ending at 64 bits is too far, too)`,
    find: eachSection(
      (section) => endOf(section) >= ADDRESS_SPACE ? `${rangeOf(section)} does not end below 64 bits` : void 0
    )
  },
  {
    id: "raw-exceeds-memory",
    severity: "error",
    refusedBy: ["qemu"],
    reference: `${REFERENCE.spec}; ${REFERENCE.qemuParser} ("Broken metadata RawDataSize")`,
    find: eachSection(
      ({ name, rawSize, memorySize }) => !RECORD_TYPES.includes(name) && memorySize < rawSize ? `raw size ${hex(rawSize)} exceeds memory size ${hex(memorySize)}` : void 0
    )
  },
  {
    id: "data-outside-image",
    severity: "error",
    // Neither VMM compares the two: QEMU has KVM read beyond its copy of the image, Cloud Hypervisor copies what is
    // there. Code that is missing does not run.
    refusedBy: "all",
    reference: `${REFERENCE.gce}; ${REFERENCE.qemuTdx} tdx_init_fw_mem_region; ${REFERENCE.cloudHypervisor} populate_tdx_sections`,
    find: eachSection(({ dataOffset, rawSize }, { imageSize }) => {
      if (dataOffset + rawSize <= imageSize) return void 0;
      const range = hexRange(dataOffset, dataOffset + rawSize);
      const data = `data ${range} ends beyond the image (${hex(imageSize)})`;
      return rawSize === imageSize ? `${data}: a CODE file without its variable store?` : data;
    })
  },
  {
    id: "data-offset-unaligned",
    severity: "error",
    refusedBy: ["qemu"],
    reference: `${REFERENCE.qemuTdx} tdx_finalize_vm (mem_ptr + data_offset); ${REFERENCE.kvm} (PAGE_ALIGNED(source_addr))`,
    find: eachSection(
      ({ name, dataOffset }) => FROM_IMAGE.includes(name) && dataOffset % Number(PAGE) !== 0 ? `data offset ${hex(dataOffset)} is not 4 KiB aligned` : void 0
    )
  },
  {
    id: "offset-without-data",
    severity: "error",
    refusedBy: [],
    reference: REFERENCE.spec,
    find: eachSection(
      ({ dataOffset, rawSize }) => rawSize === 0 && dataOffset !== 0 ? `data offset ${hex(dataOffset)} with raw size 0x0` : void 0
    )
  },
  {
    id: "section-empty",
    severity: "error",
    refusedBy: ["qemu"],
    reference: `${REFERENCE.spec}; ${REFERENCE.qemuParser} ("section with RawDataSize == 0")`,
    find: eachSection(
      ({ name, rawSize }) => FROM_IMAGE.includes(name) && rawSize === 0 ? "raw size 0x0: nothing is taken from the image" : void 0
    )
  },
  {
    id: "memory-section-with-data",
    severity: "error",
    refusedBy: ["qemu"],
    reference: `${REFERENCE.spec}; ${REFERENCE.qemuParser} ("section with RawDataSize 0x%x != 0")`,
    find: eachSection(
      ({ name, rawSize }) => WITHOUT_DATA.includes(name) && rawSize !== 0 ? `raw size ${hex(rawSize)} instead of 0x0` : void 0
    )
  },
  {
    id: "record-empty",
    severity: "error",
    refusedBy: [],
    reference: REFERENCE.spec,
    find: eachSection(
      ({ name, rawSize }) => RECORD_TYPES.includes(name) && rawSize === 0 ? "raw size 0x0: the record has no bytes" : void 0
    )
  },
  {
    id: "record-mapped",
    severity: "error",
    refusedBy: [],
    reference: REFERENCE.spec,
    find: eachSection(
      (section) => RECORD_TYPES.includes(section.name) && (section.address !== 0n || section.memorySize !== 0n) ? `memory ${rangeOf(section)} instead of address 0x0 and size 0x0` : void 0
    )
  },
  {
    id: "cloud-hypervisor-unmapped-section",
    severity: "error",
    refusedBy: ["cloud-hypervisor"],
    reference: `${REFERENCE.cloudHypervisor} init_tdx_memory (unwrap); virtio-devices/src/lib.rs get_host_address_range`,
    find: eachSection(
      ({ name, memorySize }) => RECORD_TYPES.includes(name) && memorySize === 0n ? "memory size 0x0: Cloud Hypervisor panics on a section without memory; td-shim up to v0.8.0 has none" : void 0
    )
  },
  {
    id: "qemu-memory-not-ram",
    severity: "error",
    refusedBy: ["qemu"],
    reference: `${REFERENCE.qemuTdx} tdx_accept_ram_range ("Failed to accept memory"); hw/i386/pc_q35.c (lowmem)`,
    *find({ metadata, memoryBytes }) {
      if (!metadata.sections.every(({ name }) => isQemuType(name))) return;
      const ram = possibleRam(memoryBytes);
      for (const section of metadata.sections) {
        if (!ACCEPTED.includes(section.name) || ram.some((range) => isWithin(section, range))) continue;
        const isLow = endOf(section) <= lowRam(LARGEST_LOW_RAM);
        const remedy = isLow ? "give the guest more memory" : "use Cloud Hypervisor, which adds memory there";
        yield { section: section.index, message: `${rangeOf(section)} is no RAM under QEMU; ${remedy}` };
      }
    }
  },
  {
    id: "measured-tail",
    severity: "warning",
    refusedBy: [],
    reference: `${REFERENCE.spec} (zero-filled); ${REFERENCE.qemuTdx} tdx_init_fw_mem_region (the bytes that follow)`,
    find: eachSection(
      ({ name, extend, rawSize, memorySize }) => name === "BFV" && extend && BigInt(rawSize) !== memorySize ? `raw size ${hex(rawSize)} differs from memory size ${hex(memorySize)}: MRTD depends on the VMM` : void 0
    )
  }
];
function isWithin(section, [start, end]) {
  return section.address >= start && endOf(section) <= end;
}
function possibleRam(memoryBytes) {
  if (memoryBytes !== void 0) return ramOfQ35(BigInt(memoryBytes));
  return [
    [0n, LARGEST_LOW_RAM],
    [FOUR_GIB, ADDRESS_SPACE]
  ];
}

// src/tdx/check.ts
var MOST_FINDINGS_PER_RULE = 20;
var RULES = [...LAYOUT_RULES, ...SECTION_RULES];
function checkMetadata(metadata, image, { memoryBytes } = {}) {
  const context = { metadata, imageSize: image.length, memoryBytes };
  return RULES.flatMap(
    (rule) => firstProblems(rule.find(context)).map((problem) => findingOf(rule, problem, metadata))
  );
}
function refusals(findings, vmm) {
  return findings.filter(({ refusedBy }) => refusedBy === "all" || refusedBy.includes(vmm));
}
function obstacleWithoutTd(image) {
  const scratch = scratchInImage(sectionsOf(image), image.length);
  if (scratch === void 0) return void 0;
  const where = `section ${scratch.index} (TempMem): ${rangeOf(scratch)}`;
  return `${where} lies in the image, which is read-only without a TD: td-shim boots with platform tdx only`;
}
function sectionsOf(image) {
  try {
    return parseMetadata(image).sections;
  } catch (error) {
    if (error instanceof MetadataError) return [];
    throw error;
  }
}
function findingOf(rule, problem, metadata) {
  const { id, severity, refusedBy, reference } = rule;
  const shared = { severity, rule: id, refusedBy, reference };
  if (problem.section === void 0) return { ...shared, message: problem.message };
  const name = metadata.sections[problem.section]?.name ?? "no such section";
  const message = `section ${problem.section} (${name}): ${problem.message}`;
  return { ...shared, section: problem.section, message };
}
function firstProblems(problems) {
  const listed = [];
  for (const problem of problems) {
    if (listed.length === MOST_FINDINGS_PER_RULE) {
      return [...listed, { message: `more than ${MOST_FINDINGS_PER_RULE} sections break this rule` }];
    }
    listed.push(problem);
  }
  return listed;
}

export {
  checkMetadata,
  refusals,
  obstacleWithoutTd
};
