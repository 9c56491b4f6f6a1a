export const id = 517;
export const ids = [517];
export const modules = {

/***/ 1517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sI: () => (/* binding */ checkMetadata),
  Kg: () => (/* binding */ obstacleWithoutTd),
  Ke: () => (/* binding */ refusals)
});

// EXTERNAL MODULE: ./lib/tdx/format.js
var format = __webpack_require__(9645);
// EXTERNAL MODULE: ./lib/tdx/q35.js
var q35 = __webpack_require__(6207);
// EXTERNAL MODULE: ./lib/tdx/rule.js
var rule = __webpack_require__(7624);
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
        source: `${rule/* SOURCE */.u2.qemuRom} ("could not load PC BIOS")`,
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
        source: `${rule/* SOURCE */.u2.qemuParser} tdvf_get_metadata ("Cannot find TDX_METADATA_OFFSET_GUID")`,
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
        source: `${rule/* SOURCE */.u2.qemuParser} tdvf_parse_and_check_section_entry ("unsupported section type"); td-shim#656`,
        *find({ metadata }) {
            const unsupported = metadata.sections.filter(({ name, type }) => type <= 8 && !(0,rule/* isQemuType */.Xr)(name));
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
        source: `${rule/* SOURCE */.u2.qemuParser} tdvf_parse_metadata ("Invalid number of fw entries")`,
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
        source: `${rule/* SOURCE */.u2.gce} extractTDXMetadata; td-shim-tools (both look for TdxMetadataGuid)`,
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
        source: `intel/tdx-module tdh_mem_page_add.c (TDX_EPT_ENTRY_STATE_INCORRECT); ${rule/* SOURCE */.u2.gce}`,
        *find({ metadata }) {
            const mapped = metadata.sections.filter(({ memorySize }) => memorySize > 0n);
            let highest;
            for (const section of mapped.toSorted(byAddress)) {
                if (highest !== undefined && section.address < (0,rule/* endOf */.pJ)(highest)) {
                    const other = `section ${highest.index} (${highest.name}, ${(0,rule/* rangeOf */.be)(highest)})`;
                    yield { section: section.index, message: `${(0,rule/* rangeOf */.be)(section)} overlaps ${other}` };
                }
                if (highest === undefined || (0,rule/* endOf */.pJ)(section) > (0,rule/* endOf */.pJ)(highest))
                    highest = section;
            }
        },
    },
    {
        id: 'bfv-missing',
        severity: 'error',
        refusedBy: 'all',
        source: rule/* SOURCE */.u2.spec,
        *find({ metadata }) {
            if (named(metadata, 'BFV').length === 0)
                yield { message: 'no BFV: there is no code to run' };
        },
    },
    {
        id: 'reset-vector-missing',
        severity: 'error',
        refusedBy: 'all',
        source: rule/* SOURCE */.u2.spec,
        *find({ metadata }) {
            const volumes = named(metadata, 'BFV');
            if (volumes.length === 0 || volumes.some(holdsResetVector))
                return;
            const ranges = volumes.slice(0, 4).map(rule/* rangeOf */.be).join(', ');
            const wanted = `the reset vector ${(0,format/* hex */.uh)(RESET_VECTOR)} and ends at ${(0,format/* hex */.uh)(q35/* FOUR_GIB */.YZ)}`;
            yield { message: `no BFV holds ${wanted} (${ranges})` };
        },
    },
    {
        id: 'reset-vector-not-at-image-end',
        severity: 'error',
        refusedBy: [],
        source: `${rule/* SOURCE */.u2.qemuRom}; edk2 OvmfPkg/ResetVector/Ia16/ResetVectorVtf0.nasm.inc (just below 4 GiB)`,
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
        source: `${rule/* SOURCE */.u2.qemuTdx} tdx_get_hob_entry ("doesn't specify TD_HOB location"); ` +
            `${rule/* SOURCE */.u2.cloudHypervisor} populate_tdx_sections (unwrap of hob_offset)`,
        *find({ metadata }) {
            if (named(metadata, 'TD_HOB').length === 0)
                yield { message: 'no TD_HOB: both VMMs ask for one' };
        },
    },
    {
        id: 'memory-undescribed',
        severity: 'error',
        refusedBy: [],
        source: rule/* SOURCE */.u2.spec,
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
        source: rule/* SOURCE */.u2.spec,
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
        source: rule/* SOURCE */.u2.spec,
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
        source: rule/* SOURCE */.u2.spec,
        *find({ metadata }) {
            for (const name of rule/* RECORD_TYPES */.c4) {
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
        source: `${rule/* SOURCE */.u2.gce} validateTDXMetadataSections ("doesn't add up to the fw size")`,
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
    return section.address <= RESET_VECTOR && (0,rule/* endOf */.pJ)(section) === q35/* FOUR_GIB */.YZ;
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
        source: `${rule/* SOURCE */.u2.spec}; ${rule/* SOURCE */.u2.qemuParser} ("unsupported section type")`,
        find: (0,rule/* eachSection */.zw)(({ type }) => (type > 8 ? `type ${(0,format/* hex */.uh)(type)} is not defined (0x0-0x8)` : undefined)),
    },
    {
        id: 'attributes-reserved',
        severity: 'error',
        refusedBy: [],
        source: rule/* SOURCE */.u2.spec,
        find: (0,rule/* eachSection */.zw)(({ attributes }) => attributes > 3 ? `attributes ${(0,format/* hex */.uh)(attributes)} set bits beyond 0x3` : undefined),
    },
    {
        id: 'attributes-unexpected',
        severity: 'error',
        refusedBy: [],
        source: rule/* SOURCE */.u2.spec,
        find: (0,rule/* eachSection */.zw)(({ name, attributes }) => {
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
        source: `${rule/* SOURCE */.u2.cloudHypervisor} init_tdx_memory (attributes == 1); ` +
            `${rule/* SOURCE */.u2.qemuTdx} tdx_init_fw_mem_region (bit 0)`,
        find: (0,rule/* eachSection */.zw)(({ attributes, extend }) => extend && attributes !== 1
            ? `attributes ${(0,format/* hex */.uh)(attributes)}: QEMU measures this section, Cloud Hypervisor does not`
            : undefined),
    },
    {
        id: 'address-unaligned',
        severity: 'error',
        refusedBy: 'all',
        source: `${rule/* SOURCE */.u2.spec}; ${rule/* SOURCE */.u2.qemuParser} ("not page aligned"); ${rule/* SOURCE */.u2.kvm} (PAGE_ALIGNED(gpa))`,
        find: (0,rule/* eachSection */.zw)(({ address }) => address % PAGE === 0n ? undefined : `address ${(0,format/* hex */.uh)(address)} is not 4 KiB aligned`),
    },
    {
        id: 'memory-size-unaligned',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${rule/* SOURCE */.u2.spec}; ${rule/* SOURCE */.u2.qemuParser} ("not page aligned")`,
        find: (0,rule/* eachSection */.zw)(({ memorySize }) => memorySize % PAGE === 0n ? undefined : `memory size ${(0,format/* hex */.uh)(memorySize)} is not a multiple of 4 KiB`),
    },
    {
        id: 'memory-size-zero',
        severity: 'error',
        // The specification calls a size of zero "no action for the VMM", but both VMMs hand it to KVM all the same.
        refusedBy: 'all',
        source: `${rule/* SOURCE */.u2.kvm} (!nr_pages); Cloud Hypervisor virtio-devices/src/lib.rs get_host_address_range`,
        find: (0,rule/* eachSection */.zw)(({ name, type, memorySize }) => memorySize === 0n && type <= 8 && !rule/* RECORD_TYPES */.c4.includes(name)
            ? 'memory size 0x0: KVM adds no section without memory'
            : undefined),
    },
    {
        id: 'address-overflow',
        severity: 'error',
        refusedBy: 'all',
        source: `${rule/* SOURCE */.u2.kvm} (gpa + size <= gpa, so that ending at 64 bits is too far, too)`,
        find: (0,rule/* eachSection */.zw)((section) => (0,rule/* endOf */.pJ)(section) >= ADDRESS_SPACE ? `${(0,rule/* rangeOf */.be)(section)} does not end below 64 bits` : undefined),
    },
    {
        id: 'raw-exceeds-memory',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${rule/* SOURCE */.u2.spec}; ${rule/* SOURCE */.u2.qemuParser} ("Broken metadata RawDataSize")`,
        find: (0,rule/* eachSection */.zw)(({ name, rawSize, memorySize }) => !rule/* RECORD_TYPES */.c4.includes(name) && memorySize < rawSize
            ? `raw size ${(0,format/* hex */.uh)(rawSize)} exceeds memory size ${(0,format/* hex */.uh)(memorySize)}`
            : undefined),
    },
    {
        id: 'data-outside-image',
        severity: 'error',
        // Neither VMM compares the two: QEMU has KVM read beyond its copy of the image, Cloud Hypervisor copies what is
        // there. Code that is missing does not run.
        refusedBy: 'all',
        source: `${rule/* SOURCE */.u2.gce}; ${rule/* SOURCE */.u2.qemuTdx} tdx_init_fw_mem_region; ${rule/* SOURCE */.u2.cloudHypervisor} populate_tdx_sections`,
        find: (0,rule/* eachSection */.zw)(({ dataOffset, rawSize }, { imageSize }) => {
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
        source: `${rule/* SOURCE */.u2.qemuTdx} tdx_finalize_vm (mem_ptr + data_offset); ${rule/* SOURCE */.u2.kvm} (PAGE_ALIGNED(source_addr))`,
        find: (0,rule/* eachSection */.zw)(({ name, dataOffset }) => FROM_IMAGE.includes(name) && dataOffset % Number(PAGE) !== 0
            ? `data offset ${(0,format/* hex */.uh)(dataOffset)} is not 4 KiB aligned`
            : undefined),
    },
    {
        id: 'offset-without-data',
        severity: 'error',
        refusedBy: [],
        source: rule/* SOURCE */.u2.spec,
        find: (0,rule/* eachSection */.zw)(({ dataOffset, rawSize }) => rawSize === 0 && dataOffset !== 0 ? `data offset ${(0,format/* hex */.uh)(dataOffset)} with raw size 0x0` : undefined),
    },
    {
        id: 'section-empty',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${rule/* SOURCE */.u2.spec}; ${rule/* SOURCE */.u2.qemuParser} ("section with RawDataSize == 0")`,
        find: (0,rule/* eachSection */.zw)(({ name, rawSize }) => FROM_IMAGE.includes(name) && rawSize === 0
            ? 'raw size 0x0: nothing is taken from the image'
            : undefined),
    },
    {
        id: 'memory-section-with-data',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${rule/* SOURCE */.u2.spec}; ${rule/* SOURCE */.u2.qemuParser} ("section with RawDataSize 0x%x != 0")`,
        find: (0,rule/* eachSection */.zw)(({ name, rawSize }) => WITHOUT_DATA.includes(name) && rawSize !== 0 ? `raw size ${(0,format/* hex */.uh)(rawSize)} instead of 0x0` : undefined),
    },
    {
        id: 'record-empty',
        severity: 'error',
        refusedBy: [],
        source: rule/* SOURCE */.u2.spec,
        find: (0,rule/* eachSection */.zw)(({ name, rawSize }) => rule/* RECORD_TYPES */.c4.includes(name) && rawSize === 0 ? 'raw size 0x0: the record has no bytes' : undefined),
    },
    {
        id: 'record-mapped',
        severity: 'error',
        refusedBy: [],
        source: rule/* SOURCE */.u2.spec,
        find: (0,rule/* eachSection */.zw)((section) => rule/* RECORD_TYPES */.c4.includes(section.name) && (section.address !== 0n || section.memorySize !== 0n)
            ? `memory ${(0,rule/* rangeOf */.be)(section)} instead of address 0x0 and size 0x0`
            : undefined),
    },
    {
        id: 'cloud-hypervisor-unmapped-section',
        severity: 'error',
        refusedBy: ['cloud-hypervisor'],
        source: `${rule/* SOURCE */.u2.cloudHypervisor} init_tdx_memory (unwrap); virtio-devices/src/lib.rs get_host_address_range`,
        find: (0,rule/* eachSection */.zw)(({ name, memorySize }) => rule/* RECORD_TYPES */.c4.includes(name) && memorySize === 0n
            ? 'memory size 0x0: Cloud Hypervisor panics on a section without memory; td-shim up to v0.8.0 has none'
            : undefined),
    },
    {
        id: 'qemu-memory-not-ram',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${rule/* SOURCE */.u2.qemuTdx} tdx_accept_ram_range ("Failed to accept memory"); hw/i386/pc_q35.c (lowmem)`,
        *find({ metadata, memoryBytes }) {
            // QEMU comes here after its parser: of an image with other types, nothing is added to memory.
            if (!metadata.sections.every(({ name }) => (0,rule/* isQemuType */.Xr)(name)))
                return;
            const ram = possibleRam(memoryBytes);
            for (const section of metadata.sections) {
                if (!ACCEPTED.includes(section.name) || ram.some((range) => isWithin(section, range)))
                    continue;
                const isLow = (0,rule/* endOf */.pJ)(section) <= (0,q35/* lowRam */.rA)(q35/* LARGEST_LOW_RAM */.Ng);
                const remedy = isLow ? 'give the guest more memory' : 'use Cloud Hypervisor, which adds memory there';
                yield { section: section.index, message: `${(0,rule/* rangeOf */.be)(section)} is no RAM under QEMU; ${remedy}` };
            }
        },
    },
    {
        id: 'measured-tail',
        severity: 'warning',
        refusedBy: [],
        source: `${rule/* SOURCE */.u2.spec} (zero-filled); ${rule/* SOURCE */.u2.qemuTdx} tdx_init_fw_mem_region (the bytes that follow)`,
        find: (0,rule/* eachSection */.zw)(({ name, extend, rawSize, memorySize }) => name === 'BFV' && extend && BigInt(rawSize) !== memorySize
            ? `raw size ${(0,format/* hex */.uh)(rawSize)} differs from memory size ${(0,format/* hex */.uh)(memorySize)}: MRTD depends on the VMM`
            : undefined),
    },
];
function isWithin(section, [start, end]) {
    return section.address >= start && (0,rule/* endOf */.pJ)(section) <= end;
}
/** RAM of a q35 machine; without a size, everything that could be RAM. */
function possibleRam(memoryBytes) {
    if (memoryBytes !== undefined)
        return (0,q35/* ramOfQ35 */.L$)(BigInt(memoryBytes));
    return [
        [0n, q35/* LARGEST_LOW_RAM */.Ng],
        [q35/* FOUR_GIB */.YZ, ADDRESS_SPACE],
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
    const scratch = (0,rule/* scratchInImage */.B1)(sectionsOf(image), image.length);
    if (scratch === undefined)
        return undefined;
    const where = `section ${scratch.index} (TempMem): ${(0,rule/* rangeOf */.be)(scratch)}`;
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


/***/ })

};
