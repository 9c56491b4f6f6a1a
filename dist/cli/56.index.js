export const id = 56;
export const ids = [56];
export const modules = {

/***/ 2056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sI: () => (/* binding */ checkMetadata),
  Kg: () => (/* binding */ obstacleWithoutTd),
  Ke: () => (/* binding */ refusals)
});

// EXTERNAL MODULE: ./lib/tdx/format.js
var format = __webpack_require__(9645);
;// CONCATENATED MODULE: ./lib/tdx/rule.js
/** The shape of a rule about TDX metadata, and the words that all rules share. */

/**
 * Where rules come from. Read at these commits: QEMU 6f1035fc (tdvf.c), 05caf269 (tdx.c), 04ddbb13 (x86-common.c) and
 * 0021c476 (pc_q35.c); Linux 3829d81b; Cloud Hypervisor ae44c297 (v53.0-246); td-shim 125eeab5; edk2 c5aa7e7d;
 * gce-tcb-verifier 2300e56d; tdx-module 1666adc4.
 */
const SOURCE = {
    spec: 'td-shim doc/tdshim_spec.md "TD Shim Metadata"; td-shim-interface/src/metadata.rs validate_sections',
    qemuParser: 'QEMU hw/i386/tdvf.c',
    qemuTdx: 'QEMU target/i386/kvm/tdx.c',
    qemuRom: 'QEMU hw/i386/x86-common.c x86_bios_rom_init',
    cloudHypervisor: 'Cloud Hypervisor vmm/src/vm.rs',
    kvm: 'Linux arch/x86/kvm/vmx/tdx.c tdx_vcpu_init_mem_region',
    gce: 'google/gce-tcb-verifier ovmf/tdx_data.go',
};
const FOUR_GIB = 0x100000000n;
const QEMU_TYPES = ['BFV', 'CFV', 'TD_HOB', 'TempMem'];
/** The types whose sections are records within a BFV and have no memory of their own. */
const RECORD_TYPES = ['TdInfo', 'TdParams'];
/** Whether QEMU's parser takes sections of this type; at the first other one it stops. */
function isQemuType(name) {
    return QEMU_TYPES.includes(name);
}
/** A rule that judges each section by itself: `judge` says what is wrong, or nothing. */
function eachSection(judge) {
    return function* (context) {
        for (const section of context.metadata.sections) {
            const message = judge(section, context);
            if (message !== undefined)
                yield { section: section.index, message };
        }
    };
}
/** First guest physical address after the section; may exceed 64 bits in a damaged image. */
function endOf({ address, memorySize }) {
    return address + memorySize;
}
function rangeOf(section) {
    return (0,format/* hexRange */.Z7)(section.address, endOf(section));
}

;// CONCATENATED MODULE: ./lib/tdx/layout-rules.js
/** Rules that judge the TDX metadata as a whole: what must be there, how often, and where. */


const RESET_VECTOR = 0xfffffff0n;
const ROM_GRANULE = 0x1_0000;
const AT_MOST_ONE = ['TD_HOB', 'Payload', 'PayloadParam', 'TdInfo', 'TdParams'];
const LAYOUT_RULES = [
    {
        id: 'image-size-not-64k',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.qemuRom} ("could not load PC BIOS")`,
        *find({ imageSize }) {
            if (imageSize % ROM_GRANULE === 0)
                return;
            yield { message: `${imageSize} bytes are no multiple of 64 KiB, as QEMU asks: is the image whole?` };
        },
    },
    {
        id: 'qemu-legacy-pointer',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.qemuParser} tdvf_get_metadata ("Cannot find TDX_METADATA_OFFSET_GUID")`,
        *find({ metadata }) {
            if (metadata.found === 'guid-table')
                return;
            const where = `the metadata at ${(0,format/* hex */.uh)(metadata.descriptorOffset)}`;
            const why = 'is found through the legacy pointer only, which QEMU does not read';
            yield { message: `${where} ${why}; use Cloud Hypervisor` };
        },
    },
    {
        id: 'qemu-unsupported-type',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.qemuParser} tdvf_parse_and_check_section_entry ("unsupported section type"); td-shim#656`,
        *find({ metadata }) {
            const unsupported = metadata.sections.filter(({ name, type }) => type <= 8 && !isQemuType(name));
            if (unsupported.length === 0)
                return;
            const types = [...new Set(unsupported.map(({ name, type }) => `${name} (${type})`))];
            const what = `unsupported section type${types.length > 1 ? 's' : ''} ${types.join(', ')}`;
            const instead = runsInCloudHypervisor(metadata) ? '; use Cloud Hypervisor' : '';
            yield { message: `${what}: QEMU cannot boot td-shim${instead}` };
        },
    },
    {
        id: 'qemu-single-section',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.qemuParser} tdvf_parse_metadata ("Invalid number of fw entries")`,
        *find({ metadata }) {
            const count = metadata.sections.length;
            if (count < 2)
                yield { message: `the metadata has ${count} section; QEMU asks for two or more` };
        },
    },
    {
        id: 'metadata-guid-missing',
        severity: 'warning',
        refusedBy: [],
        source: `${SOURCE.gce} extractTDXMetadata; td-shim-tools (both look for TdxMetadataGuid)`,
        *find({ metadata }) {
            if (metadata.guidBefore)
                return;
            yield {
                message: `no TdxMetadataGuid stands before the descriptor at ${(0,format/* hex */.uh)(metadata.descriptorOffset)}`,
            };
        },
    },
    {
        id: 'memory-overlap',
        severity: 'error',
        refusedBy: 'all',
        source: `intel/tdx-module tdh_mem_page_add.c (TDX_EPT_ENTRY_STATE_INCORRECT); ${SOURCE.gce}`,
        *find({ metadata }) {
            const mapped = metadata.sections.filter(({ memorySize }) => memorySize > 0n);
            let highest;
            for (const section of mapped.toSorted(byAddress)) {
                if (highest !== undefined && section.address < endOf(highest)) {
                    const other = `section ${highest.index} (${highest.name}, ${rangeOf(highest)})`;
                    yield { section: section.index, message: `${rangeOf(section)} overlaps ${other}` };
                }
                if (highest === undefined || endOf(section) > endOf(highest))
                    highest = section;
            }
        },
    },
    {
        id: 'bfv-missing',
        severity: 'error',
        refusedBy: 'all',
        source: SOURCE.spec,
        *find({ metadata }) {
            if (named(metadata, 'BFV').length === 0)
                yield { message: 'no BFV: there is no code to run' };
        },
    },
    {
        id: 'reset-vector-missing',
        severity: 'error',
        refusedBy: 'all',
        source: SOURCE.spec,
        *find({ metadata }) {
            const volumes = named(metadata, 'BFV');
            if (volumes.length === 0 || volumes.some(holdsResetVector))
                return;
            const ranges = volumes.slice(0, 4).map(rangeOf).join(', ');
            const wanted = `the reset vector ${(0,format/* hex */.uh)(RESET_VECTOR)} and ends at ${(0,format/* hex */.uh)(FOUR_GIB)}`;
            yield { message: `no BFV holds ${wanted} (${ranges})` };
        },
    },
    {
        id: 'reset-vector-not-at-image-end',
        severity: 'error',
        refusedBy: [],
        source: `${SOURCE.qemuRom}; edk2 OvmfPkg/ResetVector/Ia16/ResetVectorVtf0.nasm.inc (just below 4 GiB)`,
        *find({ metadata, imageSize }) {
            for (const section of named(metadata, 'BFV').filter(holdsResetVector)) {
                const end = section.dataOffset + section.rawSize;
                if (end === imageSize)
                    continue;
                yield {
                    section: section.index,
                    message: `data ends at ${(0,format/* hex */.uh)(end)} instead of the end of the image, ${(0,format/* hex */.uh)(imageSize)}`,
                };
            }
        },
    },
    {
        id: 'td-hob-missing',
        severity: 'error',
        refusedBy: ['qemu', 'cloud-hypervisor'],
        source: `${SOURCE.qemuTdx} tdx_get_hob_entry ("doesn't specify TD_HOB location"); ` +
            `${SOURCE.cloudHypervisor} populate_tdx_sections (unwrap of hob_offset)`,
        *find({ metadata }) {
            if (named(metadata, 'TD_HOB').length === 0)
                yield { message: 'no TD_HOB: both VMMs ask for one' };
        },
    },
    {
        id: 'memory-undescribed',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        *find({ metadata }) {
            if (metadata.sections.some(({ name }) => name === 'TD_HOB' || name === 'PermMem'))
                return;
            yield { message: 'neither TD_HOB nor PermMem: the firmware cannot learn what memory it has' };
        },
    },
    {
        id: 'duplicate-section',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        *find({ metadata }) {
            for (const name of AT_MOST_ONE) {
                for (const { index } of named(metadata, name).slice(1)) {
                    yield { section: index, message: `there is a ${name} already, and one is allowed` };
                }
            }
        },
    },
    {
        id: 'payload-param-without-payload',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        *find({ metadata }) {
            if (named(metadata, 'Payload').length > 0)
                return;
            for (const { index } of named(metadata, 'PayloadParam')) {
                yield { section: index, message: 'there is no Payload that it could be for' };
            }
        },
    },
    {
        id: 'record-outside-bfv',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        *find({ metadata }) {
            for (const name of RECORD_TYPES) {
                // The first of each is enough: more are duplicates, and pairing all with all could take for ever.
                const [record] = named(metadata, name);
                if (record === undefined || named(metadata, 'BFV').some((bfv) => holdsData(bfv, record)))
                    continue;
                const data = (0,format/* hexRange */.Z7)(record.dataOffset, record.dataOffset + record.rawSize);
                yield { section: record.index, message: `data ${data} lies in no BFV` };
            }
        },
    },
    {
        id: 'image-not-covered',
        severity: 'warning',
        refusedBy: [],
        source: `${SOURCE.gce} validateTDXMetadataSections ("doesn't add up to the fw size")`,
        *find({ metadata, imageSize }) {
            const volumes = metadata.sections.filter(({ name }) => name === 'BFV' || name === 'CFV');
            const covered = volumes.reduce((sum, { rawSize }) => sum + rawSize, 0);
            if (covered === imageSize)
                return;
            yield { message: `BFV and CFV take ${(0,format/* hex */.uh)(covered)} bytes of the image's ${(0,format/* hex */.uh)(imageSize)}` };
        },
    },
];
function named(metadata, name) {
    return metadata.sections.filter((section) => section.name === name);
}
/** Cloud Hypervisor takes every type, but asks for a TD_HOB and for memory in every section (see their rules). */
function runsInCloudHypervisor({ sections }) {
    return (sections.some(({ name }) => name === 'TD_HOB') && sections.every(({ memorySize }) => memorySize > 0n));
}
function holdsResetVector(section) {
    return section.address <= RESET_VECTOR && endOf(section) === FOUR_GIB;
}
/** Whether the bytes of `inner` in the image are among those of `outer`. */
function holdsData(outer, inner) {
    return (inner.dataOffset >= outer.dataOffset &&
        inner.dataOffset + inner.rawSize <= outer.dataOffset + outer.rawSize);
}
function byAddress(one, other) {
    return one.address < other.address ? -1 : Number(one.address > other.address);
}

// EXTERNAL MODULE: ./lib/tdx/metadata.js
var metadata = __webpack_require__(4479);
;// CONCATENATED MODULE: ./lib/tdx/section-rules.js
/** Rules that judge each section of the TDX metadata by itself. */


const PAGE = 0x1000n;
/** From this size on, a q35 machine keeps 2 GiB below 4 GiB and puts the rest above. */
const LARGEST_LOW_RAM = 0xb0000000n;
const LOW_RAM = 0x80000000n;
const ADDRESS_SPACE = 1n << 64n;
const ALLOWED_ATTRIBUTES = {
    BFV: [1],
    CFV: [0],
    TD_HOB: [0],
    TempMem: [0],
    PermMem: [2],
    Payload: [0, 1],
    PayloadParam: [0],
    TdInfo: [0],
    TdParams: [0],
};
const FROM_IMAGE = ['BFV', 'CFV'];
const WITHOUT_DATA = ['TD_HOB', 'TempMem', 'PermMem'];
/** QEMU accepts these into guest memory before the TD starts. */
const ACCEPTED = ['TD_HOB', 'TempMem'];
const SECTION_RULES = [
    {
        id: 'type-unknown',
        severity: 'error',
        // Cloud Hypervisor reads the number as a Rust enum, unchecked, and adds the section as memory.
        refusedBy: ['qemu'],
        source: `${SOURCE.spec}; ${SOURCE.qemuParser} ("unsupported section type")`,
        find: eachSection(({ type }) => (type > 8 ? `type ${(0,format/* hex */.uh)(type)} is not defined (0x0-0x8)` : undefined)),
    },
    {
        id: 'attributes-reserved',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        find: eachSection(({ attributes }) => attributes > 3 ? `attributes ${(0,format/* hex */.uh)(attributes)} set bits beyond 0x3` : undefined),
    },
    {
        id: 'attributes-unexpected',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        find: eachSection(({ name, attributes }) => {
            const allowed = ALLOWED_ATTRIBUTES[name];
            if (allowed === undefined || attributes > 3 || allowed.includes(attributes))
                return undefined;
            return `attributes ${(0,format/* hex */.uh)(attributes)} instead of ${allowed.map(format/* hex */.uh).join(' or ')}`;
        }),
    },
    {
        id: 'attributes-diverge',
        severity: 'warning',
        refusedBy: [],
        source: `${SOURCE.cloudHypervisor} init_tdx_memory (attributes == 1); ` +
            `${SOURCE.qemuTdx} tdx_init_fw_mem_region (bit 0)`,
        find: eachSection(({ attributes, extend }) => extend && attributes !== 1
            ? `attributes ${(0,format/* hex */.uh)(attributes)}: QEMU measures this section, Cloud Hypervisor does not`
            : undefined),
    },
    {
        id: 'address-unaligned',
        severity: 'error',
        refusedBy: 'all',
        source: `${SOURCE.spec}; ${SOURCE.qemuParser} ("not page aligned"); ${SOURCE.kvm} (PAGE_ALIGNED(gpa))`,
        find: eachSection(({ address }) => address % PAGE === 0n ? undefined : `address ${(0,format/* hex */.uh)(address)} is not 4 KiB aligned`),
    },
    {
        id: 'memory-size-unaligned',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.spec}; ${SOURCE.qemuParser} ("not page aligned")`,
        find: eachSection(({ memorySize }) => memorySize % PAGE === 0n ? undefined : `memory size ${(0,format/* hex */.uh)(memorySize)} is not a multiple of 4 KiB`),
    },
    {
        id: 'memory-size-zero',
        severity: 'error',
        // The specification calls a size of zero "no action for the VMM", but both VMMs hand it to KVM all the same.
        refusedBy: 'all',
        source: `${SOURCE.kvm} (!nr_pages); Cloud Hypervisor virtio-devices/src/lib.rs get_host_address_range`,
        find: eachSection(({ name, type, memorySize }) => memorySize === 0n && type <= 8 && !RECORD_TYPES.includes(name)
            ? 'memory size 0x0: KVM adds no section without memory'
            : undefined),
    },
    {
        id: 'address-overflow',
        severity: 'error',
        refusedBy: 'all',
        source: `${SOURCE.kvm} (gpa + size <= gpa, so that ending at 64 bits is too far, too)`,
        find: eachSection((section) => endOf(section) >= ADDRESS_SPACE ? `${rangeOf(section)} does not end below 64 bits` : undefined),
    },
    {
        id: 'raw-exceeds-memory',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.spec}; ${SOURCE.qemuParser} ("Broken metadata RawDataSize")`,
        find: eachSection(({ name, rawSize, memorySize }) => !RECORD_TYPES.includes(name) && memorySize < rawSize
            ? `raw size ${(0,format/* hex */.uh)(rawSize)} exceeds memory size ${(0,format/* hex */.uh)(memorySize)}`
            : undefined),
    },
    {
        id: 'data-outside-image',
        severity: 'error',
        // Neither VMM compares the two: QEMU has KVM read beyond its copy of the image, Cloud Hypervisor copies what is
        // there. Code that is missing does not run.
        refusedBy: 'all',
        source: `${SOURCE.gce}; ${SOURCE.qemuTdx} tdx_init_fw_mem_region; ${SOURCE.cloudHypervisor} populate_tdx_sections`,
        find: eachSection(({ dataOffset, rawSize }, { imageSize }) => {
            if (dataOffset + rawSize <= imageSize)
                return undefined;
            const range = (0,format/* hexRange */.Z7)(dataOffset, dataOffset + rawSize);
            const data = `data ${range} ends beyond the image (${(0,format/* hex */.uh)(imageSize)})`;
            return rawSize === imageSize ? `${data}: a CODE file without its variable store?` : data;
        }),
    },
    {
        id: 'data-offset-unaligned',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.qemuTdx} tdx_finalize_vm (mem_ptr + data_offset); ${SOURCE.kvm} (PAGE_ALIGNED(source_addr))`,
        find: eachSection(({ name, dataOffset }) => FROM_IMAGE.includes(name) && dataOffset % Number(PAGE) !== 0
            ? `data offset ${(0,format/* hex */.uh)(dataOffset)} is not 4 KiB aligned`
            : undefined),
    },
    {
        id: 'offset-without-data',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        find: eachSection(({ dataOffset, rawSize }) => rawSize === 0 && dataOffset !== 0 ? `data offset ${(0,format/* hex */.uh)(dataOffset)} with raw size 0x0` : undefined),
    },
    {
        id: 'section-empty',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.spec}; ${SOURCE.qemuParser} ("section with RawDataSize == 0")`,
        find: eachSection(({ name, rawSize }) => FROM_IMAGE.includes(name) && rawSize === 0
            ? 'raw size 0x0: nothing is taken from the image'
            : undefined),
    },
    {
        id: 'memory-section-with-data',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.spec}; ${SOURCE.qemuParser} ("section with RawDataSize 0x%x != 0")`,
        find: eachSection(({ name, rawSize }) => WITHOUT_DATA.includes(name) && rawSize !== 0 ? `raw size ${(0,format/* hex */.uh)(rawSize)} instead of 0x0` : undefined),
    },
    {
        id: 'record-empty',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        find: eachSection(({ name, rawSize }) => RECORD_TYPES.includes(name) && rawSize === 0 ? 'raw size 0x0: the record has no bytes' : undefined),
    },
    {
        id: 'record-mapped',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        find: eachSection((section) => RECORD_TYPES.includes(section.name) && (section.address !== 0n || section.memorySize !== 0n)
            ? `memory ${rangeOf(section)} instead of address 0x0 and size 0x0`
            : undefined),
    },
    {
        id: 'cloud-hypervisor-unmapped-section',
        severity: 'error',
        refusedBy: ['cloud-hypervisor'],
        source: `${SOURCE.cloudHypervisor} init_tdx_memory (unwrap); virtio-devices/src/lib.rs get_host_address_range`,
        find: eachSection(({ name, memorySize }) => RECORD_TYPES.includes(name) && memorySize === 0n
            ? 'memory size 0x0: Cloud Hypervisor panics on a section without memory; td-shim up to v0.8.0 has none'
            : undefined),
    },
    {
        id: 'qemu-memory-not-ram',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.qemuTdx} tdx_accept_ram_range ("Failed to accept memory"); hw/i386/pc_q35.c (lowmem)`,
        *find({ metadata, memoryBytes }) {
            // QEMU comes here after its parser: of an image with other types, nothing is added to memory.
            if (!metadata.sections.every(({ name }) => isQemuType(name)))
                return;
            const ram = ramOfQ35(memoryBytes);
            for (const section of metadata.sections) {
                if (!ACCEPTED.includes(section.name) || ram.some((range) => isWithin(section, range)))
                    continue;
                const isLow = endOf(section) <= LOW_RAM;
                const remedy = isLow ? 'give the guest more memory' : 'use Cloud Hypervisor, which adds memory there';
                yield { section: section.index, message: `${rangeOf(section)} is no RAM under QEMU; ${remedy}` };
            }
        },
    },
    {
        id: 'measured-tail',
        severity: 'warning',
        refusedBy: [],
        source: `${SOURCE.spec} (zero-filled); ${SOURCE.qemuTdx} tdx_init_fw_mem_region (the bytes that follow)`,
        find: eachSection(({ name, extend, rawSize, memorySize }) => name === 'BFV' && extend && BigInt(rawSize) !== memorySize
            ? `raw size ${(0,format/* hex */.uh)(rawSize)} differs from memory size ${(0,format/* hex */.uh)(memorySize)}: MRTD depends on the VMM`
            : undefined),
    },
];
function isWithin(section, [start, end]) {
    return section.address >= start && endOf(section) <= end;
}
/** RAM of a q35 machine as `[start, end)`; without a size, everything that could be RAM. */
function ramOfQ35(memoryBytes) {
    if (memoryBytes === undefined) {
        return [
            [0n, LARGEST_LOW_RAM],
            [FOUR_GIB, ADDRESS_SPACE],
        ];
    }
    const memory = BigInt(memoryBytes);
    if (memory < LARGEST_LOW_RAM)
        return [[0n, memory]];
    return [
        [0n, LOW_RAM],
        [FOUR_GIB, FOUR_GIB + memory - LOW_RAM],
    ];
}

;// CONCATENATED MODULE: ./lib/tdx/check.js
/**
 * Says before a boot what is wrong with the TDX metadata of a firmware image, and which VMM would refuse it.
 */




/**
 * A damaged image can hold as many sections as it has room for; nobody reads more findings of one rule than
 * this.
 */
const MOST_FINDINGS_PER_RULE = 20;
const RULES = [...LAYOUT_RULES, ...SECTION_RULES];
/**
 * All findings, in the order of the rules, then of the sections. None means that the metadata is sound, not
 * that the code behind it runs as a TD: an OVMF.fd of OvmfPkgX64 carries the same metadata as one of
 * IntelTdxX64.
 */
function checkMetadata(metadata, image, { memoryBytes } = {}) {
    const context = { metadata, imageSize: image.length, memoryBytes };
    return RULES.flatMap((rule) => firstProblems(rule.find(context)).map((problem) => findingOf(rule, problem, metadata)));
}
/** The findings for which `vmm` refuses to start the image as a TD, or cannot run it. */
function refusals(findings, vmm) {
    return findings.filter(({ refusedBy }) => refusedBy === 'all' || refusedBy.includes(vmm));
}
/**
 * Why QEMU cannot boot the image without a TD; undefined where nothing speaks against it. A plain boot never reads the
 * metadata, but it maps the image read-only (QEMU hw/i386/x86-common.c x86_bios_rom_init): firmware that keeps its
 * stack within the image, as td-shim v0.8.0 does, then hangs without a byte of output or makes QEMU abort (seen with
 * QEMU 7.2, TCG).
 */
function obstacleWithoutTd(image) {
    const rom = FOUR_GIB - BigInt(image.length);
    const isInRom = (section) => section.address < FOUR_GIB && endOf(section) > rom;
    const scratch = sectionsOf(image).find((section) => section.name === 'TempMem' && isInRom(section));
    if (scratch === undefined)
        return undefined;
    const where = `section ${scratch.index} (TempMem): ${rangeOf(scratch)}`;
    return `${where} lies in the image, which is read-only without a TD: td-shim boots with platform tdx only`;
}
/** None for firmware without TDX metadata: a plain boot needs none. */
function sectionsOf(image) {
    try {
        return (0,metadata/* parseMetadata */.j)(image).sections;
    }
    catch (error) {
        if (error instanceof metadata/* MetadataError */.w)
            return [];
        throw error;
    }
}
function findingOf(rule, problem, metadata) {
    const { id, severity, refusedBy, source } = rule;
    const shared = { severity, rule: id, refusedBy, source };
    if (problem.section === undefined)
        return { ...shared, message: problem.message };
    const name = metadata.sections[problem.section]?.name ?? 'no such section';
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


/***/ }),

/***/ 9645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z7: () => (/* binding */ hexRange),
/* harmony export */   bV: () => (/* binding */ guidAt),
/* harmony export */   uh: () => (/* binding */ hex)
/* harmony export */ });
/** How firmware code writes GUIDs and addresses, so that messages and comparisons use one spelling. */
/**
 * The EFI GUID at `offset` in lower-case registry form. EFI stores the first three groups little-endian and
 * the last two as they are written (UEFI specification, appendix A). Reads 16 bytes, which the caller has
 * checked to exist.
 */
function guidAt(bytes, offset) {
    const pairs = Array.from(bytes.subarray(offset, offset + 16), (byte) => byte.toString(16).padStart(2, '0'));
    const group = (start, end) => pairs.slice(start, end).join('');
    const swapped = (start, end) => pairs.slice(start, end).reverse().join('');
    return [swapped(0, 4), swapped(4, 6), swapped(6, 8), group(8, 10), group(10, 16)].join('-');
}
/** `4096` \u2192 `0x1000`. */
function hex(value) {
    return `0x${value.toString(16)}`;
}
/** A half-open range of addresses or file offsets: `0x1000-0x2000`. */
function hexRange(start, end) {
    return `${hex(start)}-${hex(end)}`;
}


/***/ }),

/***/ 4479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ parseMetadata),
/* harmony export */   w: () => (/* binding */ MetadataError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9645);
/**
 * Finds and reads the TDX metadata of a firmware image: what a VMM loads where, and what of it is measured.
 */


/** The image has no TDX metadata that can be read. `offset` is where in the image, in bytes. */
class MetadataError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb {
    offset;
    constructor(code, message, offset) {
        super(code, message, { hint: HINTS[code] });
        this.name = 'MetadataError';
        this.offset = offset;
    }
}
const WHOLE_IMAGE = 'Give the whole image (OVMF.fd of IntelTdxX64, OVMF.inteltdx.fd, final.bin of td-shim)';
/** Firmware is built in whole units of this, and QEMU takes it in no other (rule image-size-not-64k). */
const IMAGE_UNIT = 0x1_0000;
const HINTS = {
    'not-firmware': `${WHOLE_IMAGE}, not a *_VARS file, a kernel, or an archive of it.`,
    truncated: `${WHOLE_IMAGE} and compare its size and checksum with where it came from.`,
    'bad-guid-table': 'The image is damaged or was edited: build or download it again and compare checksums.',
    'no-tdx-metadata': `This firmware was built without TDX. ${WHOLE_IMAGE}.`,
    'bad-descriptor': 'The image is damaged or was edited: build or download it again and compare checksums.',
    'bad-version': 'Only version 1 of the TDX metadata is defined: use firmware built for it.',
};
const FOOTER_GUID = '96b582de-1fb2-45f7-baea-a366c55a082d';
const OFFSET_ENTRY_GUID = 'e47a6535-984a-4798-865e-4685a7bf8ec2';
const METADATA_GUID = 'e9eaf9f3-168e-44d5-a8eb-7f4d8738f6ae';
const GUID_BYTES = 16;
/**
 * Every entry of the GUID table ends in its u16 length and its GUID; entries lie before them, towards lower
 * offsets.
 */
const ENTRY_TAIL_BYTES = GUID_BYTES + 2;
/** The table ends, and the legacy pointer lies, this far before the end of the image. */
const RESET_VECTOR_BYTES = 0x20;
const OFFSET_ENTRY_BYTES = ENTRY_TAIL_BYTES + 4;
const DESCRIPTOR_BYTES = 16;
const SECTION_BYTES = 32;
/** 'TDVF' as a little-endian u32. */
const SIGNATURE = 0x46564454;
const NAMES = [
    'BFV',
    'CFV',
    'TD_HOB',
    'TempMem',
    'PermMem',
    'Payload',
    'PayloadParam',
    'TdInfo',
    'TdParams',
];
/**
 * Reads the metadata of a TDVF or td-shim image. Looks for the descriptor through the GUID table, then
 * through the legacy pointer. What the sections say is not judged here but in check.ts.
 *
 * @throws MetadataError, and nothing else, whatever the bytes are.
 */
function parseMetadata(image) {
    if (image.length < RESET_VECTOR_BYTES + ENTRY_TAIL_BYTES) {
        const needed = RESET_VECTOR_BYTES + ENTRY_TAIL_BYTES;
        const why = `the last ${needed} bytes of an image lead to its TDX metadata`;
        throw new MetadataError('truncated', `Too short for firmware (size ${image.length}): ${why}`, 0);
    }
    const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
    const { offset, found } = findDescriptor(image, view);
    const { version, length, count } = readDescriptor(view, offset);
    return {
        descriptorOffset: offset,
        found,
        guidBefore: hasGuidBefore(image, offset),
        version,
        length,
        sections: Array.from({ length: count }, (_, index) => readSection(view, offset, index)),
    };
}
function findDescriptor(image, view) {
    const size = image.length;
    const tableEnd = size - RESET_VECTOR_BYTES;
    const hasTable = (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .guidAt */ .bV)(image, tableEnd - GUID_BYTES) === FOOTER_GUID;
    const entry = hasTable ? findOffsetEntry(image, view, tableEnd) : undefined;
    if (entry !== undefined)
        return { offset: descriptorBeforeEnd(view, entry), found: 'guid-table' };
    const pointer = view.getUint32(tableEnd, true);
    const inside = pointer + DESCRIPTOR_BYTES <= size;
    if (inside && (view.getUint32(pointer, true) === SIGNATURE || hasGuidBefore(image, pointer))) {
        return { offset: pointer, found: 'legacy-pointer' };
    }
    const tried = `the legacy pointer there (${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .uh)(pointer)}) leads to no TDX metadata`;
    if (hasTable) {
        const message = `The GUID table that ends at ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .uh)(tableEnd)} has no TDX entry, and ${tried}`;
        throw new MetadataError('no-tdx-metadata', message, tableEnd);
    }
    const what = size % IMAGE_UNIT === 0 ? '' : `${size} bytes are no multiple of 64 KiB, `;
    const message = `Not a firmware image, or a damaged one: ${what}no GUID table ends at ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .uh)(tableEnd)}, and ${tried}`;
    throw new MetadataError('not-firmware', message, tableEnd);
}
/** Walks the table from its footer to lower offsets. Returns where the data of the TDX entry begins. */
function findOffsetEntry(image, view, tableEnd) {
    const totalAt = tableEnd - ENTRY_TAIL_BYTES;
    const total = view.getUint16(totalAt, true);
    if (total < ENTRY_TAIL_BYTES || total > tableEnd) {
        const why = `but it holds its own ${ENTRY_TAIL_BYTES} and at most ${tableEnd}`;
        throw new MetadataError('bad-guid-table', `The GUID table claims ${total} bytes ${at(totalAt)}, ${why}`, totalAt);
    }
    const tableStart = tableEnd - total;
    let end = totalAt;
    while (end - ENTRY_TAIL_BYTES >= tableStart) {
        const lengthAt = end - ENTRY_TAIL_BYTES;
        const length = view.getUint16(lengthAt, true);
        const guid = (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .guidAt */ .bV)(image, end - GUID_BYTES);
        if (length < ENTRY_TAIL_BYTES || length > end - tableStart) {
            const what = `Entry ${guid} of the GUID table claims ${length} bytes ${at(lengthAt)}`;
            const room = `between ${ENTRY_TAIL_BYTES} and ${end - tableStart} fit`;
            throw new MetadataError('bad-guid-table', `${what}; ${room}`, lengthAt);
        }
        if (guid === OFFSET_ENTRY_GUID) {
            if (length === OFFSET_ENTRY_BYTES)
                return end - length;
            const what = `The TDX entry of the GUID table has ${length} bytes ${at(lengthAt)}`;
            throw new MetadataError('bad-guid-table', `${what} instead of ${OFFSET_ENTRY_BYTES}`, lengthAt);
        }
        end -= length;
    }
    return undefined;
}
/** The entry's u32 counts from the end of the image down to the descriptor. */
function descriptorBeforeEnd(view, entry) {
    const size = view.byteLength;
    const distance = view.getUint32(entry, true);
    const what = `The GUID table ${at(entry)} puts the TDX metadata ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .uh)(distance)} bytes before the end`;
    if (distance > size) {
        throw new MetadataError('truncated', `${what}, but the image has only ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .uh)(size)} bytes`, entry);
    }
    if (distance < DESCRIPTOR_BYTES) {
        throw new MetadataError('bad-descriptor', `${what}, where its ${DESCRIPTOR_BYTES} bytes do not fit`, entry);
    }
    return size - distance;
}
function readDescriptor(view, offset) {
    const signature = view.getUint32(offset, true);
    const length = view.getUint32(offset + 4, true);
    const version = view.getUint32(offset + 8, true);
    const count = view.getUint32(offset + 12, true);
    if (signature !== SIGNATURE) {
        const message = `The TDX metadata ${at(offset)} begins with ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .uh)(signature)} instead of 'TDVF'`;
        throw new MetadataError('bad-descriptor', message, offset);
    }
    if (version !== 1) {
        const message = `The TDX metadata ${at(offset)} has version ${version} instead of 1`;
        throw new MetadataError('bad-version', message, offset + 8);
    }
    const expected = DESCRIPTOR_BYTES + SECTION_BYTES * count;
    if (count === 0 || length !== expected) {
        const message = `The TDX metadata ${at(offset)} has ${count} sections in ${length} bytes`;
        const why = count === 0 ? 'at least one is needed' : `they take ${expected}`;
        throw new MetadataError('bad-descriptor', `${message}; ${why}`, offset + 4);
    }
    if (offset + length > view.byteLength) {
        const message = `The TDX metadata ${at(offset)} has ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .uh)(length)} bytes`;
        const room = `the image ends after ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .uh)(view.byteLength - offset)}`;
        throw new MetadataError('bad-descriptor', `${message}; ${room}`, offset + 4);
    }
    return { version, length, count };
}
/** The caller has checked that all sections lie inside the image. */
function readSection(view, descriptorOffset, index) {
    const offset = descriptorOffset + DESCRIPTOR_BYTES + SECTION_BYTES * index;
    const type = view.getUint32(offset + 24, true);
    const attributes = view.getUint32(offset + 28, true);
    return {
        index,
        type,
        name: NAMES[type] ?? `type ${type}`,
        dataOffset: view.getUint32(offset, true),
        rawSize: view.getUint32(offset + 4, true),
        address: view.getBigUint64(offset + 8, true),
        memorySize: view.getBigUint64(offset + 16, true),
        attributes,
        extend: (attributes & 1) !== 0,
        augment: (attributes & 2) !== 0,
    };
}
function hasGuidBefore(image, offset) {
    return offset >= GUID_BYTES && (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .guidAt */ .bV)(image, offset - GUID_BYTES) === METADATA_GUID;
}
function at(offset) {
    return `at offset ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .uh)(offset)}`;
}


/***/ })

};
