export const id = 339;
export const ids = [339];
export const modules = {

/***/ 8325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ deriveAcpiFiles)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9645);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9457);
/** Derives from QEMU's ACPI tables the two small files that it hands to the firmware with them, and that are measured, too. */


const SUBJECT = {
    what: 'the ACPI tables',
    hint: "Give the content of QEMU's fw_cfg file etc/acpi/tables, before the firmware has patched it.",
};
const TABLES_FILE = 'etc/acpi/tables';
const RSDP_FILE = 'etc/acpi/rsdp';
const CHECKSUM_AT = 9;
const HEADER_BYTES = 36;
const RSDP_BYTES = 20;
const COMMAND_BYTES = 128;
const FILE_NAME_BYTES = 56;
/** QEMU hw/i386/acpi-build.c ACPI_BUILD_ALIGN_SIZE. */
const LOADER_UNIT = 0x1000;
/** Tables for which QEMU emits a checksum and nothing else. */
const PLAIN = ['APIC', 'HPET', 'MCFG', 'WAET', 'SRAT', 'SLIT', 'DMAR'];
const KNOWN = ['FACS', 'DSDT', 'FACP', 'RSDT', ...PLAIN];
/** Pointers within FACP: FIRMWARE_CTRL, DSDT, X_DSDT, as [offset, bytes]. */
const FACP_POINTERS = [
    [36, 4],
    [40, 4],
    [140, 8],
];
/**
 * The loader script and the RSDP that belong to the tables (QEMU hw/i386/acpi-build.c acpi_build,
 * hw/acpi/bios-linker-loader.c).
 * @throws DataError code `truncated` or `bad-acpi`; the latter also for tables of devices whose pointers are not known
 */
function deriveAcpiFiles(tables) {
    const list = listTables(tables);
    const unknown = list.find(({ signature }) => !KNOWN.includes(signature));
    if (unknown !== undefined) {
        const message = `ACPI table ${JSON.stringify(unknown.signature)} brings loader commands that are not known`;
        throw new _reader_js__WEBPACK_IMPORTED_MODULE_0__/* .DataError */ .fL('bad-acpi', message, unknown.offset, {
            hint: 'Measure a guest without the device that brings this table.',
        });
    }
    const [dsdt, facp, rsdt] = [one(list, 'DSDT'), one(list, 'FACP'), one(list, 'RSDT')];
    const entries = Math.floor((rsdt.length - HEADER_BYTES) / 4);
    const commands = [
        allocate(RSDP_FILE, 16, 2),
        allocate(TABLES_FILE, 64, 1),
        checksum(dsdt),
        ...FACP_POINTERS.map(([at, size]) => pointer(TABLES_FILE, facp.offset + at, size)),
        checksum(facp),
        ...list.filter(({ signature }) => PLAIN.includes(signature)).map(checksum),
        ...Array.from({ length: entries }, (_, at) => pointer(TABLES_FILE, rsdt.offset + HEADER_BYTES + 4 * at, 4)),
        checksum(rsdt),
        pointer(RSDP_FILE, 16, 4),
        command(3, RSDP_FILE, [
            [60, 8],
            [64, 0],
            [68, RSDP_BYTES],
        ]),
    ];
    const size = Math.ceil((commands.length * COMMAND_BYTES) / LOADER_UNIT) * LOADER_UNIT;
    const loader = new Uint8Array(size);
    for (const [at, bytes] of commands.entries())
        loader.set(bytes, at * COMMAND_BYTES);
    return { loader, rsdp: rsdpOf(rsdt), tables };
}
/** One after the other, until the zeros that fill the file. */
function listTables(tables) {
    const reader = new _reader_js__WEBPACK_IMPORTED_MODULE_0__/* .Reader */ .mP(tables, SUBJECT);
    const list = [];
    while (reader.left >= 8) {
        const { offset } = reader;
        const signature = Buffer.from(reader.take(4, 'a signature')).toString('latin1');
        if (signature === '\0\0\0\0')
            break;
        const length = reader.u32(`the length of ${signature}`);
        if (length < HEADER_BYTES) {
            const message = `the ACPI table at offset ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .uh)(offset)} claims ${length} bytes`;
            throw new _reader_js__WEBPACK_IMPORTED_MODULE_0__/* .DataError */ .fL('bad-acpi', message, offset + 4, SUBJECT);
        }
        reader.skip(length - 8, `table ${JSON.stringify(signature)}`);
        list.push({ signature, offset, length });
    }
    return list;
}
function one(list, wanted) {
    const table = list.find(({ signature }) => signature === wanted);
    if (table === undefined)
        throw new _reader_js__WEBPACK_IMPORTED_MODULE_0__/* .DataError */ .fL('bad-acpi', `the ACPI tables have no ${wanted}`, 0, SUBJECT);
    return table;
}
/** Revision 0, not yet patched: its pointer is the offset of the RSDT, its checksum zero. */
function rsdpOf({ offset }) {
    const bytes = new Uint8Array(RSDP_BYTES);
    bytes.set(Buffer.from('RSD PTR \0BOCHS ', 'latin1'));
    new DataView(bytes.buffer).setUint32(16, offset, true);
    return bytes;
}
function allocate(file, alignment, zone) {
    const bytes = command(1, file, [[60, alignment]]);
    bytes[64] = zone;
    return bytes;
}
function pointer(file, offset, size) {
    const bytes = command(2, file, [[116, offset]]);
    bytes.set(Buffer.from(TABLES_FILE, 'latin1'), 4 + FILE_NAME_BYTES);
    bytes[120] = size;
    return bytes;
}
function checksum({ offset, length }) {
    return command(3, TABLES_FILE, [
        [60, offset + CHECKSUM_AT],
        [64, offset],
        [68, length],
    ]);
}
/** A command with its first file name, and numbers as [offset, u32]. */
function command(kind, file, numbers) {
    const bytes = new Uint8Array(COMMAND_BYTES);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, kind, true);
    bytes.set(Buffer.from(file, 'latin1'), 4);
    for (const [at, value] of numbers)
        view.setUint32(at, value, true);
    return bytes;
}


/***/ }),

/***/ 9119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pc: () => (/* binding */ expectEvents),
  HM: () => (/* binding */ expectMrtd),
  wk: () => (/* binding */ expectRtmrs),
  yG: () => (/* binding */ isTdShim),
  RY: () => (/* binding */ rtmrRows)
});

// EXTERNAL MODULE: ./lib/tdx/event-profiles.js
var event_profiles = __webpack_require__(303);
// EXTERNAL MODULE: ./lib/tdx/mrtd.js
var mrtd = __webpack_require__(3081);
// EXTERNAL MODULE: ./lib/tdx/event-types.js
var event_types = __webpack_require__(4844);
// EXTERNAL MODULE: ./lib/tdx/prediction.js
var prediction = __webpack_require__(7723);
// EXTERNAL MODULE: ./lib/tdx/reader.js
var tdx_reader = __webpack_require__(9457);
// EXTERNAL MODULE: ./lib/tdx/registers.js
var registers = __webpack_require__(8178);
;// CONCATENATED MODULE: ./lib/tdx/predict-td-shim.js
/** Predicts the RTMRs of a TD with td-shim v0.8.0 and a Linux kernel, as Cloud Hypervisor starts it. */




/** More than any payload region: hashing takes a second. */
const LARGEST_REGION = 0x20000000n;
/**
 * td-shim measures whole regions of memory, so that RTMR1 depends on kernel, command line and the sizes in the metadata
 * alone (td-shim v0.8.0 td-shim/src/bin/td-shim/main.rs, linux/boot.rs; Cloud Hypervisor copies both verbatim).
 * @throws DataError code `bad-kernel` when one of them does not fit, `bad-section` when a region is out of all measure
 */
function predictTdShim({ metadata, kernel, cmdline }) {
    const region = (name) => metadata.sections.find((section) => section.name === name);
    return [
        (0,prediction/* event */.f0)('rtmr0', event_types/* EVENT */.l.platformConfigFlags, 'td_hob', {
            reason: "the VMM's ACPI tables are in it, which depend on its version and the devices",
        }),
        (0,prediction/* separator */.me)('rtmr0'),
        ...payloadEvents(region('Payload'), region('PayloadParam'), kernel, cmdline),
    ];
}
/** RTMR1. */
function payloadEvents(payload, parameters, kernel, cmdline) {
    if (payload === undefined || parameters === undefined) {
        const reason = 'its payload is in the image, and not in a section that names it';
        return [(0,prediction/* event */.f0)('rtmr1', event_types/* EVENT */.l.platformFirmwareBlob2, 'td_payload', { reason })];
    }
    const kernelDigest = kernel === undefined ? { reason: 'the kernel is not given' } : padded(kernel, payload, 'the kernel');
    const text = Buffer.from(cmdline, 'utf8');
    return [
        (0,prediction/* separator */.me)('rtmr1'),
        (0,prediction/* event */.f0)('rtmr1', event_types/* EVENT */.l.platformFirmwareBlob2, 'td_payload', kernelDigest),
        (0,prediction/* event */.f0)('rtmr1', event_types/* EVENT */.l.platformConfigFlags, 'td_payload_info', padded(text, parameters, 'the command line')),
    ];
}
/** SHA-384 of the region that holds these bytes and then zeros. */
function padded(bytes, { index, name, memorySize, dataOffset }, what) {
    const hint = { hint: 'tdx-boot firmware inspect shows the sections of the image.' };
    if (memorySize > LARGEST_REGION) {
        throw new tdx_reader/* DataError */.fL('bad-section', `section ${index} (${name}) has ${memorySize} bytes`, dataOffset, hint);
    }
    if (BigInt(bytes.length) > memorySize) {
        const message = `${what} has ${bytes.length} bytes; section ${index} (${name}) takes ${memorySize}`;
        throw new tdx_reader/* DataError */.fL('bad-kernel', message, 0, hint);
    }
    return (0,registers/* sha384Padded */.Y9)(bytes, Number(memorySize));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/tdx/format.js
var format = __webpack_require__(9645);
;// CONCATENATED MODULE: ./lib/tdx/authenticode.js
/** The Authenticode digest of an EFI program: what firmware measures of a kernel or boot loader before it starts it. */



const SUBJECT = {
    what: 'the EFI program',
    hint: 'Give an x86-64 kernel with an EFI stub (bzImage), or another EFI program.',
};
const DOS_LFANEW = 0x3c;
const FILE_HEADER_BYTES = 20;
const SECTION_HEADER_BYTES = 40;
const PE32_PLUS = 0x20b;
const PE32 = 0x10b;
const SECURITY_DIRECTORY = 4;
/**
 * SHA-384 over the file without checksum and certificates (Windows Authenticode Portable Executable Signature Format;
 * edk2 SecurityPkg/Tcg/TdTcg2Dxe/MeasureBootPeCoff.c, which does not pad to 8 bytes).
 * @throws DataError code `truncated` or `bad-kernel`
 */
function authenticode(file) {
    const { checksum, certificates, headers, sections } = readLayout(file);
    const hash = (0,external_node_crypto_.createHash)('sha384').update(file.subarray(0, checksum));
    const rest = checksum + 4;
    if (certificates === undefined)
        hash.update(file.subarray(rest, headers));
    else
        hash.update(file.subarray(rest, certificates.at)).update(file.subarray(certificates.at + 8, headers));
    let hashed = headers;
    for (const [offset, size] of sections) {
        hash.update(file.subarray(offset, offset + size));
        hashed += size;
    }
    const end = file.length - (certificates?.size ?? 0);
    if (end < hashed && hashed < file.length)
        throw bad('its certificates overlap its sections', 0);
    if (hashed < end)
        hash.update(file.subarray(hashed, end));
    return hash.digest('hex');
}
function readLayout(file) {
    const start = new tdx_reader/* Reader */.mP(file, SUBJECT, 0);
    if (start.u16('the DOS header') !== 0x5a4d)
        throw bad("it does not begin with 'MZ'", 0);
    start.skip(DOS_LFANEW - 2, 'the DOS header');
    const pe = start.u32('the offset of the PE header');
    const reader = new tdx_reader/* Reader */.mP(file, SUBJECT);
    reader.skip(pe, 'what is before the PE header');
    if (reader.u32('the PE signature') !== 0x4550)
        throw bad(`no PE header at ${(0,format/* hex */.uh)(pe)}`, DOS_LFANEW);
    reader.skip(2, 'the machine');
    const count = reader.u16('the number of sections');
    reader.skip(12, 'the file header');
    const optionalBytes = reader.u16('the size of the optional header');
    reader.skip(2, 'the characteristics');
    const optional = pe + 4 + FILE_HEADER_BYTES;
    const magic = reader.u16('the magic of the optional header');
    if (magic !== PE32 && magic !== PE32_PLUS)
        throw bad(`its optional header is of kind ${(0,format/* hex */.uh)(magic)}`, optional);
    reader.skip(58, 'the optional header');
    const headers = reader.u32('the size of the headers');
    const directory = optional + (magic === PE32_PLUS ? 112 : 96);
    const counter = new tdx_reader/* Reader */.mP(file, SUBJECT);
    counter.skip(directory - 4, 'the optional header');
    const entries = counter.u32('the number of directories');
    const checksum = optional + 64;
    const certificatesAt = directory + 8 * SECURITY_DIRECTORY;
    const sections = readSections(file, optional + optionalBytes, count);
    if (headers > file.length || headers < checksum + 4)
        throw bad(`its headers claim ${(0,format/* hex */.uh)(headers)} bytes`, optional);
    if (entries <= SECURITY_DIRECTORY)
        return { checksum, headers, sections };
    if (headers < certificatesAt + 8)
        throw bad(`its headers claim ${(0,format/* hex */.uh)(headers)} bytes`, optional);
    counter.skip(8 * SECURITY_DIRECTORY + 4, 'the data directory');
    const size = counter.u32('the size of the certificates');
    return { checksum, certificates: { at: certificatesAt, size }, headers, sections };
}
function readSections(file, at, count) {
    const reader = new tdx_reader/* Reader */.mP(file, SUBJECT);
    reader.skip(at, 'the optional header');
    const table = new tdx_reader/* Reader */.mP(reader.take(count * SECTION_HEADER_BYTES, 'the section headers'), SUBJECT);
    const sections = Array.from({ length: count }, (_, index) => {
        table.skip(16, 'the name of a section');
        const size = table.u32('the size of a section');
        const offset = table.u32('the offset of a section');
        table.skip(16, 'a section header');
        if (offset + size > file.length)
            throw bad(`section ${index} ends beyond the file`, at);
        return [offset, size];
    });
    // Sections that lie on each other could make the digest of a small file take for ever.
    const total = sections.reduce((sum, [, size]) => sum + size, 0);
    if (total > file.length)
        throw bad('its sections overlap', at);
    return sections.filter(([, size]) => size > 0).toSorted(([a], [b]) => a - b);
}
function bad(problem, offset) {
    return new tdx_reader/* DataError */.fL('bad-kernel', `not an EFI program that can be measured: ${problem}`, offset, SUBJECT);
}

// EXTERNAL MODULE: ./lib/tdx/q35.js
var q35 = __webpack_require__(6207);
;// CONCATENATED MODULE: ./lib/tdx/setup-header.js
/** The setup header of a Linux kernel, and what QEMU writes into it before it hands the kernel on. */



const setup_header_SUBJECT = { what: 'the kernel', hint: 'Give an x86-64 kernel (bzImage, vmlinuz).' };
/** Offsets of the boot protocol (Linux Documentation/arch/x86/boot.rst). */
const AT = {
    magic: 0x202,
    protocol: 0x206,
    loader: 0x210,
    loadFlags: 0x211,
    initrd: 0x218,
    initrdSize: 0x21c,
    heapEnd: 0x224,
    cmdline: 0x228,
    initrdMax: 0x22c,
    loadFlags2: 0x236,
};
const HEADER_END = 0x268;
const QEMU_LOADER = 0xb0;
const CAN_USE_HEAP = 0x80;
const LOADED_HIGH = 0x01;
/** XLF_CAN_BE_LOADED_ABOVE_4G. */
const ABOVE_4G = 0x02;
const CMDLINE_ADDRESS = 0x2_0000;
const SETUP_ADDRESS = 0x1_0000;
/** What QEMU keeps free below the end of low memory: PCMachineClass.acpi_data_size of q35. */
const ACPI_BYTES = 0x28000n;
/** Of the boot protocol 2.12, which every kernel since Linux 3.8 has. */
const OLDEST_PROTOCOL = 0x20c;
/**
 * The kernel with the header as QEMU's -kernel writes it (hw/i386/x86-common.c x86_load_linux); TDVF gets, and measures,
 * these bytes unless QEMU keeps the original.
 * @throws DataError code `bad-kernel`
 */
function patchSetupHeader({ kernel, initrd, memory }) {
    const view = headerOf(kernel);
    const protocol = view.getUint16(AT.protocol, true);
    const flags = view.getUint8(AT.loadFlags);
    if (protocol < OLDEST_PROTOCOL || (flags & LOADED_HIGH) === 0) {
        const message = `the kernel has boot protocol ${(0,format/* hex */.uh)(protocol)}, flags ${(0,format/* hex */.uh)(flags)}: too old to be predicted`;
        throw new tdx_reader/* DataError */.fL('bad-kernel', message, AT.protocol, setup_header_SUBJECT);
    }
    // Buffer's slice() would share the bytes.
    const patched = new Uint8Array(kernel);
    const out = new DataView(patched.buffer);
    out.setUint8(AT.loader, QEMU_LOADER);
    out.setUint8(AT.loadFlags, flags | CAN_USE_HEAP);
    out.setUint32(AT.heapEnd, CMDLINE_ADDRESS - SETUP_ADDRESS - 0x200, true);
    out.setUint32(AT.cmdline, CMDLINE_ADDRESS, true);
    if (initrd.length > 0) {
        const address = initrdAddress(view, initrd.length, memory);
        out.setUint32(AT.initrd, Number(address), true);
        out.setUint32(AT.initrdSize, initrd.length, true);
    }
    return patched;
}
/** As high as it goes below what the kernel, the memory and ACPI leave. */
function initrdAddress(view, size, memory) {
    const above = (view.getUint16(AT.loadFlags2, true) & ABOVE_4G) !== 0;
    const wanted = above ? 0xffffffffn : BigInt(view.getUint32(AT.initrdMax, true));
    const available = (0,q35/* lowRam */.rA)(memory) - ACPI_BYTES;
    const most = wanted >= available ? available - 1n : wanted;
    if (BigInt(size) >= most) {
        const message = `an initrd of ${size} bytes does not fit into the guest's memory`;
        throw new tdx_reader/* DataError */.fL('bad-kernel', message, AT.initrd, { hint: 'Give the guest more memory.' });
    }
    return (most - BigInt(size)) & ~0xfffn;
}
function headerOf(kernel) {
    const magic = Buffer.from(kernel.subarray(AT.magic, AT.magic + 4)).toString('latin1');
    if (kernel.length < HEADER_END || magic !== 'HdrS') {
        throw new tdx_reader/* DataError */.fL('bad-kernel', "not a Linux kernel: no 'HdrS' at 0x202", AT.magic, setup_header_SUBJECT);
    }
    return new DataView(kernel.buffer, kernel.byteOffset, kernel.byteLength);
}

// EXTERNAL MODULE: ./lib/tdx/rule.js
var rule = __webpack_require__(7624);
;// CONCATENATED MODULE: ./lib/tdx/td-hob.js
/** Builds the TD HOB as QEMU does: the list of memory that a VMM hands to TDVF, and that TDVF measures. */




const HANDOFF_BYTES = 56;
const RESOURCE_BYTES = 48;
const END_BYTES = 8;
const HANDOFF = { type: 1, version: 9, endAt: 48 };
const RESOURCE = { type: 3, systemMemory: 0, unaccepted: 7 };
/** Present, initialised, tested. */
const ATTRIBUTES = 7;
const HINT = { hint: 'tdx-boot firmware inspect says what is wrong with the image; more memory may help.' };
/**
 * The list without its END entry: the bytes that TDVF hashes into RTMR0. QEMU q35, no NUMA, no hotplug memory (QEMU
 * hw/i386/tdvf-hob.c; target/i386/kvm/tdx.c tdx_accept_ram_range; the digests of three event logs agree).
 * @param memory bytes of the guest
 * @throws DataError code `bad-section` where QEMU would refuse the image
 */
function buildQemuTdHob({ sections }, memory) {
    const hob = sections.find(({ name }) => name === 'TD_HOB');
    if (hob === undefined)
        throw new tdx_reader/* DataError */.fL('bad-section', 'no TD_HOB: QEMU asks for one', 0, HINT);
    const list = sections
        .filter(({ name }) => name === 'TD_HOB' || name === 'TempMem')
        .reduce(accept, unaccepted(memory))
        .toSorted((a, b) => (a.start < b.start ? -1 : 1));
    const length = HANDOFF_BYTES + RESOURCE_BYTES * list.length;
    if (BigInt(length + END_BYTES) > hob.memorySize) {
        const message = `the TD HOB takes ${length + END_BYTES} bytes; its section has ${(0,format/* hex */.uh)(hob.memorySize)}`;
        throw new tdx_reader/* DataError */.fL('bad-section', message, hob.dataOffset, HINT);
    }
    const view = new DataView(new ArrayBuffer(length));
    view.setUint16(0, HANDOFF.type, true);
    view.setUint16(2, HANDOFF_BYTES, true);
    view.setUint32(8, HANDOFF.version, true);
    view.setBigUint64(HANDOFF.endAt, hob.address + BigInt(length + END_BYTES), true);
    for (const [index, entry] of list.entries())
        putResource(view, HANDOFF_BYTES + RESOURCE_BYTES * index, entry);
    return new Uint8Array(view.buffer);
}
function unaccepted(memory) {
    return (0,q35/* ramOfQ35 */.L$)(memory).map(([start, end]) => ({ start, end, accepted: false }));
}
/** Cuts a section out of the entry that holds it; neighbours are not merged. */
function accept(list, section) {
    const [start, end] = [section.address, (0,rule/* endOf */.pJ)(section)];
    if (start === end)
        return list;
    const around = list.find((entry) => !entry.accepted && entry.start <= start && end <= entry.end);
    if (around === undefined) {
        const message = `section ${section.index} (${section.name}): ${(0,rule/* rangeOf */.be)(section)} is no free RAM under QEMU`;
        throw new tdx_reader/* DataError */.fL('bad-section', message, section.dataOffset, HINT);
    }
    const before = { ...around, end: start };
    const after = { ...around, start: end };
    const cut = [before, { start, end, accepted: true }, after].filter((entry) => entry.start < entry.end);
    return [...list.filter((entry) => entry !== around), ...cut];
}
/** An EFI_HOB_RESOURCE_DESCRIPTOR without an owner. */
function putResource(view, at, { start, end, accepted }) {
    view.setUint16(at, RESOURCE.type, true);
    view.setUint16(at + 2, RESOURCE_BYTES, true);
    view.setUint32(at + 24, accepted ? RESOURCE.systemMemory : RESOURCE.unaccepted, true);
    view.setUint32(at + 28, ATTRIBUTES, true);
    view.setBigUint64(at + 32, start, true);
    view.setBigUint64(at + 40, end - start, true);
}

;// CONCATENATED MODULE: ./lib/tdx/variable-store.js
/** Reads the Secure Boot variables that an image brings with it in its CFV, and that TDVF measures. */

const GLOBAL = '8be4df61-93ca-11d2-aa0d-00e098032b8c';
const IMAGE_SECURITY = 'd719b2cb-3d3a-4596-a3bc-dad00e67656f';
/** In the order in which TdTcg2Dxe.c MeasureAllSecureVariables reads them. */
const MEASURED = [
    { guid: GLOBAL, name: 'SecureBoot' },
    { guid: GLOBAL, name: 'PK' },
    { guid: GLOBAL, name: 'KEK' },
    { guid: IMAGE_SECURITY, name: 'db' },
    { guid: IMAGE_SECURITY, name: 'dbx' },
];
/** gEfiAuthenticatedVariableGuid. */
const AUTHENTICATED = 'aaf32c78-947b-439a-a180-2e144ec37792';
const variable_store_SUBJECT = { what: 'the variable store', hint: 'Give a whole firmware image.' };
const HEADER_LENGTH_AT = 48;
const STORE_HEADER_BYTES = 28;
const START = 0x55aa;
/** Of an added variable; one that was deleted or replaced has fewer bits. */
const ADDED = 0x3f;
/**
 * The five variables that TDVF measures before its first separator. Without variables in the image, none is set.
 * @param cfv the bytes of the CFV section: a firmware volume with a variable store (edk2
 *   MdeModulePkg/Include/Guid/VariableFormat.h)
 */
function secureBootVariables(cfv) {
    const stored = readStore(cfv);
    const find = (name, guid) => stored.find((variable) => variable.name === name && variable.guid === guid)?.data ?? new Uint8Array();
    // SecureBoot is in no image: the firmware sets it when there is a platform key.
    const enabled = find('PK', GLOBAL).length > 0 ? Uint8Array.of(1) : new Uint8Array();
    return MEASURED.map(({ guid, name }) => ({
        guid,
        name,
        data: name === 'SecureBoot' ? enabled : find(name, guid),
    }));
}
/** UEFI_VARIABLE_DATA: what is hashed of a variable. */
function variableData({ guid, name, data }) {
    const digits = guid.replaceAll('-', '');
    const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
    const head = Uint8Array.from(order, (at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16));
    const lengths = new DataView(new ArrayBuffer(16));
    lengths.setBigUint64(0, BigInt(name.length), true);
    lengths.setBigUint64(8, BigInt(data.length), true);
    return Buffer.concat([head, new Uint8Array(lengths.buffer), Buffer.from(name, 'utf16le'), data]);
}
/** What is there up to the first record that is none: a damaged store has no more variables than a firmware finds. */
function readStore(cfv) {
    const variables = [];
    try {
        const reader = storeReader(cfv);
        while (reader.left >= 2 && reader.u16('the start of a variable') === START) {
            const state = reader.u8('its state');
            reader.skip(33, 'its attributes and time');
            const nameBytes = reader.u32('the size of its name');
            const dataBytes = reader.u32('the size of its data');
            const guid = reader.guid('its GUID');
            const name = Buffer.from(reader.take(nameBytes, 'its name')).toString('utf16le').replace(/\0.*$/s, '');
            const data = reader.take(dataBytes, 'its data');
            if (state === ADDED)
                variables.push({ guid, name, data });
            reader.skip(Math.min(reader.left, -(nameBytes + dataBytes) & 3), 'padding');
        }
    }
    catch (error) {
        if (!(error instanceof tdx_reader/* DataError */.fL))
            throw error;
    }
    return variables;
}
/** At the first variable. */
function storeReader(cfv) {
    const volume = new tdx_reader/* Reader */.mP(cfv, variable_store_SUBJECT);
    volume.skip(HEADER_LENGTH_AT, 'the header of the volume');
    const at = volume.u16('the length of the header');
    const reader = new tdx_reader/* Reader */.mP(cfv, variable_store_SUBJECT);
    reader.skip(at, 'the header of the volume');
    const format = reader.guid('the format of the store');
    reader.skip(STORE_HEADER_BYTES - 16, 'the header of the store');
    if (format !== AUTHENTICATED)
        throw new tdx_reader/* DataError */.fL('truncated', `the store has format ${format}`, at, variable_store_SUBJECT);
    return reader;
}

;// CONCATENATED MODULE: ./lib/tdx/predict-tdvf.js
/** Predicts the RTMRs of a TD with TDVF, event by event: what the firmware measures, then what an EFI-stub kernel does. */








/** QEMU hands on the patched kernel; newer stacks keep the original for measuring. */
const KERNEL_HEADERS = ['patched', 'original'];
/** The stub uses the CC protocol from Linux 6.9 on (0bbe5b0ea97a). */
const STUB_MEASURES = ['measures', 'silent'];
/** Linux drivers/firmware/efi/libstub: the names and tags of what the stub measures. */
const LOAD_OPTIONS = 'LOADED_IMAGE::LoadOptions';
const INITRD = 'Linux initrd';
const ON_DISK = { reason: 'what boots is on the disk: the boot loader and what it measures itself' };
/** The events in the order of each register; those of two registers may come in another order. */
function predictTdvf(boot) {
    return [...firmwareEvents(boot), ...bootEvents(boot), ...kernelEvents(boot)];
}
/**
 * Hashes what a direct kernel boot hands to the firmware.
 * @param memory bytes of the guest, where known
 * @throws DataError code `bad-kernel` or `truncated`
 */
function measureKernel({ kernel, initrd, cmdline }, memory) {
    if (cmdline.includes('\0')) {
        throw new tdx_reader/* DataError */.fL('bad-kernel', 'the command line has a NUL in it', 0, { hint: 'Remove it.' });
    }
    const unknown = { reason: "QEMU writes the initrd's address into it, which depends on the guest's memory" };
    const patched = initrd.length > 0 && memory === undefined
        ? unknown
        : authenticode(patchSetupHeader({ kernel, initrd, memory: memory ?? 0n }));
    const program = { patched, original: authenticode(kernel) };
    return { program, cmdline, ...(initrd.length === 0 ? {} : { initrd: (0,registers/* sha384 */.qt)(initrd) }) };
}
/** RTMR0. */
function firmwareEvents(boot) {
    const { image, metadata, profile } = boot;
    const cfv = metadata.sections.find(({ name }) => name === 'CFV');
    const data = cfv === undefined ? new Uint8Array() : image.subarray(cfv.dataOffset, cfv.dataOffset + cfv.rawSize);
    return [
        (0,prediction/* event */.f0)('rtmr0', event_types/* EVENT */.l.handoffTables2, 'TD HOB', tdHob(boot)),
        (0,prediction/* hashed */.Yr)('rtmr0', event_types/* EVENT */.l.platformFirmwareBlob2, 'CFV', data),
        ...secureBootVariables(data).map((variable) => (0,prediction/* hashed */.Yr)('rtmr0', event_types/* EVENT */.l.variableDriverConfig, variable.name, variableData(variable))),
        (0,prediction/* separator */.me)('rtmr0'),
        ...(profile.acpi ? acpiEvents(boot) : []),
        ...bootVariables(boot),
        ...(profile.separator === 'rtmr0' ? [(0,prediction/* separator */.me)('rtmr0')] : []),
    ];
}
function tdHob({ metadata, vmm, memory }) {
    if (vmm === 'cloud-hypervisor') {
        return {
            reason: "Cloud Hypervisor's ACPI tables are in it, which depend on its version and the devices",
        };
    }
    if (memory === undefined)
        return { reason: 'it lists the memory of the guest, whose size is not given' };
    return (0,registers/* sha384 */.qt)(buildQemuTdHob(metadata, memory));
}
function acpiEvents({ acpi }) {
    const unknown = {
        reason: "the VMM's ACPI tables are not given; they depend on its version and the devices",
    };
    return ['loader', 'rsdp', 'tables'].map((file) => (0,prediction/* event */.f0)('rtmr0', event_types/* EVENT */.l.platformConfigFlags, `ACPI DATA, ${file}`, acpi === undefined ? unknown : (0,registers/* sha384 */.qt)(acpi[file])));
}
function bootVariables({ direct, profile }) {
    const variable = (text, digest) => (0,prediction/* event */.f0)('rtmr0', event_types/* EVENT */.l.variableBoot, text, digest);
    if (direct === undefined) {
        return [
            variable('boot options', {
                reason: 'the firmware makes them from the disks and network cards it finds',
            }),
        ];
    }
    if (profile.boot === undefined) {
        return [
            variable('boot options', { reason: `those of ${profile.releases} have not been seen in an event log` }),
        ];
    }
    const { order, option } = profile.boot;
    return [
        variable('BootOrder', (0,registers/* sha384 */.qt)(Buffer.from(order, 'hex'))),
        variable('Boot0000', (0,registers/* sha384 */.qt)(Buffer.from(option, 'hex'))),
    ];
}
/** RTMR1. */
function bootEvents(boot) {
    const { direct, profile } = boot;
    const program = (digest) => (0,prediction/* event */.f0)('rtmr1', event_types/* EVENT */.l.bootServicesApplication, 'what the firmware starts', digest);
    if (direct === undefined)
        return [program(ON_DISK)];
    return [
        program(direct.program[boot.header]),
        (0,prediction/* action */.XI)('rtmr1', 'Calling EFI Application from Boot Option'),
        ...(profile.separator === 'rtmr1' ? [(0,prediction/* separator */.me)('rtmr1')] : []),
        (0,prediction/* action */.XI)('rtmr1', 'Exit Boot Services Invocation'),
        (0,prediction/* action */.XI)('rtmr1', 'Exit Boot Services Returned with Success'),
    ];
}
/** RTMR2. */
function kernelEvents({ direct, profile, stub }) {
    if (direct === undefined)
        return [(0,prediction/* event */.f0)('rtmr2', event_types/* EVENT */.l.ipl, 'what the boot loader measures', ON_DISK)];
    if (stub === 'silent')
        return [];
    const options = loadOptions(direct, profile);
    return [
        ...(options === ''
            ? []
            : [(0,prediction/* hashed */.Yr)('rtmr2', event_types/* EVENT */.l.eventTag, LOAD_OPTIONS, Buffer.from(`${options}\0`, 'utf16le'))]),
        ...(direct.initrd === undefined ? [] : [(0,prediction/* event */.f0)('rtmr2', event_types/* EVENT */.l.eventTag, INITRD, direct.initrd)]),
    ];
}
/** The command line as TDVF passes it to the kernel (edk2 OvmfPkg/Library/GenericQemuLoadImageLib). */
function loadOptions({ cmdline, initrd }, { initrd: place }) {
    // The firmware widens each byte to a character.
    const narrow = Buffer.from(cmdline, 'utf8').toString('latin1');
    if (initrd === undefined)
        return narrow;
    return place === 'after-cmdline' ? `${narrow} initrd=initrd` : `initrd=initrd ${narrow}`;
}

;// CONCATENATED MODULE: ./lib/tdx/expected.js
/** All values that the registers of a TD may have by what is known of its boot, each with who measures so. */







/** Whether td-shim made the image: it alone has a place for a kernel, or keeps its scratch memory within the image. */
function isTdShim({ sections }, image) {
    return (sections.some(({ name }) => name === 'Payload') || (0,rule/* scratchInImage */.B1)(sections, image.length) !== undefined);
}
/**
 * MRTD by everybody who reads the metadata, equal values in one row.
 * @throws DataError when a section cannot be added as the metadata says
 */
function expectMrtd({ image, metadata, vmm, order }) {
    const variants = mrtd/* MRTD_VARIANTS */.NC.filter(({ reader, rules }) => (vmm ?? reader) === reader && (order ?? rules.order) === rules.order);
    const rows = variants.map(({ reader, rules }) => {
        const value = (0,mrtd/* computeMrtd */.j5)(image, metadata, rules);
        return { register: 'mrtd', value, by: `${reader} ${rules.order}` };
    });
    return grouped(rows);
}
/**
 * RTMR0 to RTMR3 by every edk2 and every way to hand the kernel on, equal values in one row.
 * @throws DataError when a file is not what it should be, or does not fit
 */
function expectRtmrs(known) {
    return grouped(rtmrRows(known));
}
/**
 * The same one by one.
 * @throws DataError when a file is not what it should be, or does not fit
 */
function rtmrRows(known) {
    return isTdShim(known.metadata, known.image) ? tdShimRows(known) : tdvfRows(known);
}
/**
 * The events behind expectRtmrs: of TDVF those with the patched setup header, and of a kernel that measures.
 * @throws DataError when a file is not what it should be, or does not fit
 */
function expectEvents(known) {
    if (isTdShim(known.metadata, known.image))
        return [{ by: TD_SHIM, events: tdShimEvents(known) }];
    return tdvfBoots(known).map(({ profile, predict }) => ({
        by: profile.id,
        events: predict('patched', 'measures'),
    }));
}
function tdShimEvents({ metadata, direct }) {
    return predictTdShim({ metadata, kernel: direct?.kernel, cmdline: direct?.cmdline ?? '' });
}
function tdShimRows(known) {
    const events = tdShimEvents(known);
    return registers/* RTMRS */.Be.map((register) => row(register, events, TD_SHIM));
}
function row(register, events, by) {
    const own = events.filter((event) => event.register === register);
    return { register, value: (0,prediction/* predictRegisters */.S2)(own)[register], by, events: own };
}
/** The kernel is hashed once for all of them. */
function tdvfBoots({ image, metadata, vmm = 'qemu', profile: wanted, memory, acpi, direct, }) {
    const kernel = direct === undefined ? undefined : measureKernel(direct, memory);
    return event_profiles/* EVENT_PROFILES */.W.filter(({ id }) => (wanted ?? id) === id).map((profile) => ({
        profile,
        predict: (header, stub) => predictTdvf({ image, metadata, vmm, profile, memory, acpi, direct: kernel, header, stub }),
    }));
}
/** RTMR0 differs by VMM and edk2, RTMR1 by edk2 and setup header, RTMR2 by edk2 and stub. */
function tdvfRows(known) {
    const { vmm = 'qemu', direct } = known;
    const stubs = STUB_MEASURES.filter((stub) => (known.stub ?? stub) === stub);
    return tdvfBoots(known).flatMap(({ profile, predict }) => {
        const by = (what) => (direct === undefined ? profile.id : `${profile.id}, ${what}`);
        const first = predict('original', 'measures');
        return [
            row('rtmr0', first, `${vmm}, ${profile.id}`),
            ...KERNEL_HEADERS.map((header) => row('rtmr1', predict(header, 'measures'), by(`setup header ${header}`))),
            ...stubs.map((stub) => row('rtmr2', predict('original', stub), by(STUBS[stub]))),
            row('rtmr3', first, profile.id),
        ];
    });
}
const TD_SHIM = 'td-shim v0.8.0';
const STUBS = {
    measures: 'Linux 6.9 and later',
    silent: 'Linux before 6.9',
};
/** One row for each register and value, in the order of the registers. */
function grouped(rows) {
    const groups = new Map();
    for (const { register, value, by } of rows) {
        const key = `${register} ${(0,prediction/* isKnown */.qE)(value) ? value : value.reason}`;
        const group = groups.get(key) ?? { register, value, by: new Set() };
        group.by.add(by);
        groups.set(key, group);
    }
    return [...groups.values()]
        .map(({ register, value, by }) => ({
        register,
        ...((0,prediction/* isKnown */.qE)(value) ? { value } : { reason: value.reason }),
        by: [...by],
    }))
        .toSorted((a, b) => a.register.localeCompare(b.register));
}


/***/ }),

/***/ 7723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S2: () => (/* binding */ predictRegisters),
/* harmony export */   XI: () => (/* binding */ action),
/* harmony export */   Yr: () => (/* binding */ hashed),
/* harmony export */   f0: () => (/* binding */ event),
/* harmony export */   me: () => (/* binding */ separator),
/* harmony export */   qE: () => (/* binding */ isKnown)
/* harmony export */ });
/* harmony import */ var _event_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4844);
/* harmony import */ var _registers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8178);
/** The shape of a prediction: the events of a boot in their order, and what the RTMRs hold after them. */


/** A register is known when all its events are. */
function predictRegisters(events) {
    const after = (register) => registerAfter(events, register);
    return { rtmr0: after('rtmr0'), rtmr1: after('rtmr1'), rtmr2: after('rtmr2'), rtmr3: after('rtmr3') };
}
function isKnown(value) {
    return typeof value === 'string';
}
/** An event whose digest is of these bytes. */
function hashed(register, type, text, bytes) {
    return event(register, type, text, (0,_registers_js__WEBPACK_IMPORTED_MODULE_1__/* .sha384 */ .qt)(bytes));
}
function event(register, type, text, digest) {
    return { register, name: (0,_event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .eventName */ .e)(type), text, digest };
}
function separator(register) {
    return hashed(register, _event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.separator, 'separator', new Uint8Array(4));
}
function action(register, text) {
    return hashed(register, _event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.efiAction, text, Buffer.from(text, 'latin1'));
}
function registerAfter(events, register) {
    const digests = [];
    for (const { register: of, name, text, digest } of events) {
        if (of !== register)
            continue;
        if (!isKnown(digest))
            return { reason: `${name} (${text}): ${digest.reason}` };
        digests.push(digest);
    }
    return (0,_registers_js__WEBPACK_IMPORTED_MODULE_1__/* .replay */ .eZ)(digests);
}


/***/ })

};
