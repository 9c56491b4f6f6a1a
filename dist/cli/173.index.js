export const id = 173;
export const ids = [173];
export const modules = {

/***/ 5505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R5: () => (/* binding */ readInput),
/* harmony export */   Wg: () => (/* binding */ readFirmware),
/* harmony export */   s5: () => (/* binding */ inFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _tdx_metadata_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4479);
/** Reads the files that a command is given; its errors name the file. */



/**
 * @param what as in "cannot read the firmware"
 * @throws UsageError code `no-file`
 */
function readInput(file, what) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file);
    }
    catch (error) {
        const facts = { where: file, cause: error };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('no-file', `cannot read ${what}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, facts);
    }
}
/** @throws UsageError code `no-file`, or of the metadata */
function readFirmware(file) {
    const image = readInput(file, 'the firmware');
    return { image, metadata: inFile(file, () => (0,_tdx_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .parseMetadata */ .j)(image)) };
}
/** What `body` makes of the content of a file. The error of a content says nothing of its file: it is added. */
function inFile(file, body) {
    try {
        return body();
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb) || error.where !== undefined)
            throw error;
        const { code, message, hint } = error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(code, message, {
            where: file,
            cause: error,
            ...(hint === undefined ? {} : { hint }),
        });
    }
}


/***/ }),

/***/ 8173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  measure: () => (/* binding */ measure)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/firmware/manifest.js
var firmware_manifest = __webpack_require__(4808);
// EXTERNAL MODULE: ./lib/firmware/store.js
var store = __webpack_require__(8224);
// EXTERNAL MODULE: ./lib/tdx/format.js
var format = __webpack_require__(9645);
// EXTERNAL MODULE: ./lib/tdx/reader.js
var tdx_reader = __webpack_require__(9457);
;// CONCATENATED MODULE: ./lib/tdx/acpi.js
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
        throw new tdx_reader/* DataError */.fL('bad-acpi', message, unknown.offset, {
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
    const reader = new tdx_reader/* Reader */.mP(tables, SUBJECT);
    const list = [];
    while (reader.left >= 8) {
        const { offset } = reader;
        const signature = Buffer.from(reader.take(4, 'a signature')).toString('latin1');
        if (signature === '\0\0\0\0')
            break;
        const length = reader.u32(`the length of ${signature}`);
        if (length < HEADER_BYTES) {
            const message = `the ACPI table at offset ${(0,format/* hex */.uh)(offset)} claims ${length} bytes`;
            throw new tdx_reader/* DataError */.fL('bad-acpi', message, offset + 4, SUBJECT);
        }
        reader.skip(length - 8, `table ${JSON.stringify(signature)}`);
        list.push({ signature, offset, length });
    }
    return list;
}
function one(list, wanted) {
    const table = list.find(({ signature }) => signature === wanted);
    if (table === undefined)
        throw new tdx_reader/* DataError */.fL('bad-acpi', `the ACPI tables have no ${wanted}`, 0, SUBJECT);
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

// EXTERNAL MODULE: ./lib/tdx/event-profiles.js
var event_profiles = __webpack_require__(303);
// EXTERNAL MODULE: ./lib/tdx/mrtd.js
var mrtd = __webpack_require__(3081);
// EXTERNAL MODULE: ./lib/tdx/event-types.js
var event_types = __webpack_require__(4844);
// EXTERNAL MODULE: ./lib/tdx/registers.js
var registers = __webpack_require__(8178);
;// CONCATENATED MODULE: ./lib/tdx/prediction.js
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
    return prediction_event(register, type, text, (0,registers/* sha384 */.qt)(bytes));
}
function prediction_event(register, type, text, digest) {
    return { register, name: (0,event_types/* eventName */.e)(type), text, digest };
}
function separator(register) {
    return hashed(register, event_types/* EVENT */.l.separator, 'separator', new Uint8Array(4));
}
function action(register, text) {
    return hashed(register, event_types/* EVENT */.l.efiAction, text, Buffer.from(text, 'latin1'));
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
    return (0,registers/* replay */.eZ)(digests);
}

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
        prediction_event('rtmr0', event_types/* EVENT */.l.platformConfigFlags, 'td_hob', {
            reason: "the VMM's ACPI tables are in it, which depend on its version and the devices",
        }),
        separator('rtmr0'),
        ...payloadEvents(region('Payload'), region('PayloadParam'), kernel, cmdline),
    ];
}
/** RTMR1. */
function payloadEvents(payload, parameters, kernel, cmdline) {
    if (payload === undefined || parameters === undefined) {
        const reason = 'its payload is in the image, and not in a section that names it';
        return [prediction_event('rtmr1', event_types/* EVENT */.l.platformFirmwareBlob2, 'td_payload', { reason })];
    }
    const kernelDigest = kernel === undefined ? { reason: 'the kernel is not given' } : padded(kernel, payload, 'the kernel');
    const text = Buffer.from(cmdline, 'utf8');
    return [
        separator('rtmr1'),
        prediction_event('rtmr1', event_types/* EVENT */.l.platformFirmwareBlob2, 'td_payload', kernelDigest),
        prediction_event('rtmr1', event_types/* EVENT */.l.platformConfigFlags, 'td_payload_info', padded(text, parameters, 'the command line')),
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

;// CONCATENATED MODULE: ./lib/tdx/authenticode.js
/** The Authenticode digest of an EFI program: what firmware measures of a kernel or boot loader before it starts it. */



const authenticode_SUBJECT = {
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
    const start = new tdx_reader/* Reader */.mP(file, authenticode_SUBJECT, 0);
    if (start.u16('the DOS header') !== 0x5a4d)
        throw bad("it does not begin with 'MZ'", 0);
    start.skip(DOS_LFANEW - 2, 'the DOS header');
    const pe = start.u32('the offset of the PE header');
    const reader = new tdx_reader/* Reader */.mP(file, authenticode_SUBJECT);
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
    const counter = new tdx_reader/* Reader */.mP(file, authenticode_SUBJECT);
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
    const reader = new tdx_reader/* Reader */.mP(file, authenticode_SUBJECT);
    reader.skip(at, 'the optional header');
    const table = new tdx_reader/* Reader */.mP(reader.take(count * SECTION_HEADER_BYTES, 'the section headers'), authenticode_SUBJECT);
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
    return new tdx_reader/* DataError */.fL('bad-kernel', `not an EFI program that can be measured: ${problem}`, offset, authenticode_SUBJECT);
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
        prediction_event('rtmr0', event_types/* EVENT */.l.handoffTables2, 'TD HOB', tdHob(boot)),
        hashed('rtmr0', event_types/* EVENT */.l.platformFirmwareBlob2, 'CFV', data),
        ...secureBootVariables(data).map((variable) => hashed('rtmr0', event_types/* EVENT */.l.variableDriverConfig, variable.name, variableData(variable))),
        separator('rtmr0'),
        ...(profile.acpi ? acpiEvents(boot) : []),
        ...bootVariables(boot),
        ...(profile.separator === 'rtmr0' ? [separator('rtmr0')] : []),
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
    return ['loader', 'rsdp', 'tables'].map((file) => prediction_event('rtmr0', event_types/* EVENT */.l.platformConfigFlags, `ACPI DATA, ${file}`, acpi === undefined ? unknown : (0,registers/* sha384 */.qt)(acpi[file])));
}
function bootVariables({ direct, profile }) {
    const variable = (text, digest) => prediction_event('rtmr0', event_types/* EVENT */.l.variableBoot, text, digest);
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
    const program = (digest) => prediction_event('rtmr1', event_types/* EVENT */.l.bootServicesApplication, 'what the firmware starts', digest);
    if (direct === undefined)
        return [program(ON_DISK)];
    return [
        program(direct.program[boot.header]),
        action('rtmr1', 'Calling EFI Application from Boot Option'),
        ...(profile.separator === 'rtmr1' ? [separator('rtmr1')] : []),
        action('rtmr1', 'Exit Boot Services Invocation'),
        action('rtmr1', 'Exit Boot Services Returned with Success'),
    ];
}
/** RTMR2. */
function kernelEvents({ direct, profile, stub }) {
    if (direct === undefined)
        return [prediction_event('rtmr2', event_types/* EVENT */.l.ipl, 'what the boot loader measures', ON_DISK)];
    if (stub === 'silent')
        return [];
    const options = loadOptions(direct, profile);
    return [
        ...(options === ''
            ? []
            : [hashed('rtmr2', event_types/* EVENT */.l.eventTag, LOAD_OPTIONS, Buffer.from(`${options}\0`, 'utf16le'))]),
        ...(direct.initrd === undefined ? [] : [prediction_event('rtmr2', event_types/* EVENT */.l.eventTag, INITRD, direct.initrd)]),
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
    return isTdShim(known.metadata, known.image) ? expectTdShim(known) : expectTdvf(known);
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
function expectTdShim(known) {
    const predicted = predictRegisters(tdShimEvents(known));
    return grouped(registers/* RTMRS */.Be.map((register) => ({ register, value: predicted[register], by: TD_SHIM })));
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
function expectTdvf(known) {
    const { vmm = 'qemu', direct } = known;
    const rows = tdvfBoots(known).flatMap(({ profile, predict }) => {
        const registers = (header, stub) => predictRegisters(predict(header, stub));
        const by = (what) => (direct === undefined ? profile.id : `${profile.id}, ${what}`);
        const first = registers('original', 'measures');
        return [
            { register: 'rtmr0', value: first.rtmr0, by: `${vmm}, ${profile.id}` },
            ...KERNEL_HEADERS.map((header) => ({
                register: 'rtmr1',
                value: registers(header, 'measures').rtmr1,
                by: by(`setup header ${header}`),
            })),
            ...STUB_MEASURES.map((stub) => ({
                register: 'rtmr2',
                value: registers('original', stub).rtmr2,
                by: by(STUBS[stub]),
            })),
            { register: 'rtmr3', value: first.rtmr3, by: profile.id },
        ];
    });
    return grouped(rows);
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
        const key = `${register} ${isKnown(value) ? value : value.reason}`;
        const group = groups.get(key) ?? { register, value, by: new Set() };
        group.by.add(by);
        groups.set(key, group);
    }
    return [...groups.values()]
        .map(({ register, value, by }) => ({
        register,
        ...(isKnown(value) ? { value } : { reason: value.reason }),
        by: [...by],
    }))
        .toSorted((a, b) => a.register.localeCompare(b.register));
}

// EXTERNAL MODULE: ./lib/cli/files.js
var files = __webpack_require__(5505);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
;// CONCATENATED MODULE: ./lib/cli/golden.js
/** Golden values: what a firmware measured when somebody looked, in a file to compare later builds with. */



const SCHEMA = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    sha256: schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/),
    source: schemas/* string */.YjP().optional(),
    values: schemas/* array */.YOg(schemas/* strictObject */.rej({
        register: schemas/* enum */.k5n(registers/* REGISTERS */.xg),
        by: schemas/* string */.YjP(),
        value: schemas/* string */.YjP().regex(/^[0-9a-f]{96}$/),
    })),
});
/** Only what is known: a reason is no value to compare. */
function makeGolden({ sha256, source, expected }) {
    const values = expected.flatMap(({ register, value, by }) => value === undefined ? [] : by.map((who) => ({ register, by: who, value })));
    return { version: 1, sha256, ...(source === undefined ? {} : { source }), values };
}
/** @throws UsageError code `bad-golden` */
function parseGolden(text, file) {
    const hint = 'Write it anew with --write, and look at what changed before you keep it.';
    try {
        return SCHEMA.parse(JSON.parse(text));
    }
    catch (error) {
        throw new errors/* UsageError */.eb('bad-golden', 'this is no file of golden values', {
            where: file,
            hint,
            cause: error,
        });
    }
}
/** Every value that changed, or that only one of the two has. */
function changes(golden, now) {
    const key = ({ register, by }) => `${register} ${by}`;
    const current = new Map(now.values.map((entry) => [key(entry), entry.value]));
    const known = new Set(golden.values.map(key));
    const changed = golden.values.flatMap((entry) => {
        const { register, by, value } = entry;
        const found = current.get(key(entry));
        if (found === value)
            return [];
        return [{ register, by, golden: value, ...(found === undefined ? {} : { now: found }) }];
    });
    const added = now.values.filter((entry) => !known.has(key(entry)));
    return [...changed, ...added.map(({ register, by, value }) => ({ register, by, now: value }))];
}
/** What a change means depends on whether the source changed, too. */
function verdictOn(golden, now) {
    if (golden.sha256 === now.sha256)
        return 'the image is the same: other options, or another tdx-boot';
    if (golden.source === undefined || now.source === undefined)
        return 'the image is another one';
    if (golden.source === now.source)
        return `FINDING: the source is the same (${now.source}), the measurement is not`;
    return `the source changed from ${golden.source} to ${now.source}`;
}

// EXTERNAL MODULE: ./lib/cli/main.js + 2 modules
var main = __webpack_require__(4568);
// EXTERNAL MODULE: ./lib/cli/table.js
var table = __webpack_require__(3626);
;// CONCATENATED MODULE: ./lib/cli/measure-commands.js
/** `tdx-boot measure`: what the registers of a TD with this firmware will hold, before anything is booted. */













/** `tdx-boot measure`. Exits 1 when `--check` finds a value that has changed. */
function measure(file, flags, { out }) {
    const { image, metadata } = (0,files/* readFirmware */.Wg)(file);
    const firmware = isTdShim(metadata, image) ? 'td-shim' : 'tdvf';
    const known = {
        ...{ image, metadata, memory: flags.memory, acpi: readAcpi(flags.acpiTables) },
        direct: readKernel(flags, firmware),
        ...(flags.vmm === undefined ? {} : { vmm: flags.vmm }),
        ...(flags.order === undefined ? {} : { order: flags.order }),
        ...(flags.events === undefined ? {} : { profile: flags.events }),
    };
    const expected = (0,files/* inFile */.s5)(file, () => [...expectMrtd(known), ...expectRtmrs(known)]);
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(image).digest('hex');
    const measured = { sha256, source: sourceOf(file, sha256), expected };
    if (flags.write !== undefined)
        write(flags.write, makeGolden(measured));
    if (flags.check !== undefined)
        return check(flags.check, measured, flags, out);
    const events = (0,files/* inFile */.s5)(file, () => expectEvents(known));
    const json = { file, firmware, size: image.length, ...measured, events };
    const lines = flags.listEvents === true ? events.flatMap(describeEvents) : [];
    if (flags.json === true)
        out.write(`${JSON.stringify(json, null, 2)}\n`);
    else
        for (const line of [...describe(file, firmware, expected), ...lines])
            out.write(`${line}\n`);
    return main/* EXIT */.d.passed;
}
function readAcpi(file) {
    if (file === undefined)
        return undefined;
    const tables = (0,files/* readInput */.R5)(file, 'the ACPI tables');
    return (0,files/* inFile */.s5)(file, () => deriveAcpiFiles(tables));
}
function readKernel(flags, firmware) {
    const { kernel, initrd, cmdline = '' } = flags;
    if (kernel === undefined) {
        if (initrd === undefined && cmdline === '')
            return undefined;
        throw new errors/* UsageError */.eb('no-kernel', '--initrd and --cmdline are for a kernel that the VMM loads', {
            hint: 'Name it with --kernel FILE.',
        });
    }
    if (initrd !== undefined && firmware === 'td-shim') {
        throw new errors/* UsageError */.eb('no-initrd', 'td-shim hands no initrd to its kernel', {
            hint: 'Build it into the kernel (CONFIG_INITRAMFS_SOURCE), or boot a root disk.',
        });
    }
    return {
        kernel: (0,files/* readInput */.R5)(kernel, 'the kernel'),
        initrd: initrd === undefined ? new Uint8Array() : (0,files/* readInput */.R5)(initrd, 'the initrd'),
        cmdline,
    };
}
/** What an image of the store was built from, as the manifest beside it says. */
function sourceOf(file, sha256) {
    const directory = (0,external_node_path_.dirname)(file);
    try {
        const manifest = (0,firmware_manifest/* parseManifest */.Ng)((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(directory, store/* MANIFEST */.e0), 'utf8'), (0,external_node_path_.basename)(directory));
        return manifest?.sha256 === sha256 ? manifest.inputs.source : undefined;
    }
    catch {
        return undefined;
    }
}
function write(file, golden) {
    try {
        (0,external_node_fs_.writeFileSync)(file, `${JSON.stringify(golden, null, 2)}\n`);
    }
    catch (error) {
        throw new errors/* UsageError */.eb('no-file', `cannot write the golden values: ${(0,errors/* messageOf */.bD)(error)}`, { where: file });
    }
}
function check(file, measured, { json }, out) {
    const golden = parseGolden((0,files/* readInput */.R5)(file, 'the golden values').toString('utf8'), file);
    const now = makeGolden(measured);
    const found = changes(golden, now);
    const verdict = found.length === 0 ? 'unchanged' : verdictOn(golden, now);
    if (json === true)
        out.write(`${JSON.stringify({ verdict, changes: found }, null, 2)}\n`);
    else {
        const lines = found.flatMap(({ register, by, golden: was = 'none', now: is = 'none' }) => [
            `${register} (${by})`,
            `  golden  ${was}`,
            `  now     ${is}`,
        ]);
        const summary = `${file}: ${found.length} of ${golden.values.length} values changed: ${verdict}`;
        out.write(found.length === 0
            ? `${file}: ${now.values.length} values, unchanged\n`
            : `${[...lines, summary].join('\n')}\n`);
    }
    return found.length === 0 ? main/* EXIT */.d.passed : main/* EXIT */.d.failed;
}
function describe(file, firmware, expected) {
    const known = expected.flatMap(({ register, value, by }) => value === undefined
        ? []
        : by.map((who, place) => [place === 0 ? register : '', place === 0 ? value : '', who]));
    const unknown = expected.flatMap(({ register, reason, by }) => reason === undefined ? [] : [`${register} cannot be predicted for ${by.join('; ')}:`, `  ${reason}`]);
    return [`${file}: ${firmware}`, ...(0,table/* table */.t)([['register', 'value', 'as measured by'], ...known]), ...unknown];
}
function describeEvents({ by, events }) {
    const rows = events.map(({ register, name, text, digest }) => [
        ...[register, name, text, isKnown(digest) ? digest : `not predictable: ${digest.reason}`],
    ]);
    return ['', `events of ${by}`, ...(0,table/* table */.t)([['register', 'event', 'what', 'digest'], ...rows])];
}


/***/ }),

/***/ 3626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ table)
/* harmony export */ });
/** Tables of the commands that print what is in a file. */
/** Columns as wide as their widest cell, two spaces apart; the last one ends where its text does. */
function table(rows) {
    const widths = rows.reduce((all, cells) => cells.map((cell, i) => Math.max(cell.length, all[i] ?? 0)), []);
    return rows.map((cells) => cells
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd());
}


/***/ }),

/***/ 4844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ eventName),
/* harmony export */   l: () => (/* binding */ EVENT)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9645);
/** The event types that firmware and kernels use in a TD's event log. */

/** The ones that code asks for by name. */
const EVENT = {
    noAction: 0x3,
    separator: 0x4,
    action: 0x5,
    eventTag: 0x6,
    platformConfigFlags: 0xa,
    ipl: 0xd,
    variableDriverConfig: 0x8000_0001,
    variableBoot: 0x8000_0002,
    bootServicesApplication: 0x8000_0003,
    gptEvent: 0x8000_0006,
    efiAction: 0x8000_0007,
    platformFirmwareBlob2: 0x8000_000a,
    handoffTables2: 0x8000_000b,
    variableBoot2: 0x8000_000c,
    variableAuthority: 0x8000_00e0,
};
/** TCG PC Client Platform Firmware Profile 1.05, table 27; edk2 MdePkg/Include/IndustryStandard/UefiTcgPlatform.h. */
const NAMES = {
    0: 'EV_PREBOOT_CERT',
    1: 'EV_POST_CODE',
    3: 'EV_NO_ACTION',
    4: 'EV_SEPARATOR',
    5: 'EV_ACTION',
    6: 'EV_EVENT_TAG',
    7: 'EV_S_CRTM_CONTENTS',
    8: 'EV_S_CRTM_VERSION',
    9: 'EV_CPU_MICROCODE',
    10: 'EV_PLATFORM_CONFIG_FLAGS',
    11: 'EV_TABLE_OF_DEVICES',
    12: 'EV_COMPACT_HASH',
    13: 'EV_IPL',
    14: 'EV_IPL_PARTITION_DATA',
    15: 'EV_NONHOST_CODE',
    16: 'EV_NONHOST_CONFIG',
    17: 'EV_NONHOST_INFO',
    18: 'EV_OMIT_BOOT_DEVICE_EVENTS',
    19: 'EV_POST_CODE2',
    2147483649: 'EV_EFI_VARIABLE_DRIVER_CONFIG',
    2147483650: 'EV_EFI_VARIABLE_BOOT',
    2147483651: 'EV_EFI_BOOT_SERVICES_APPLICATION',
    2147483652: 'EV_EFI_BOOT_SERVICES_DRIVER',
    2147483653: 'EV_EFI_RUNTIME_SERVICES_DRIVER',
    2147483654: 'EV_EFI_GPT_EVENT',
    2147483655: 'EV_EFI_ACTION',
    2147483656: 'EV_EFI_PLATFORM_FIRMWARE_BLOB',
    2147483657: 'EV_EFI_HANDOFF_TABLES',
    2147483658: 'EV_EFI_PLATFORM_FIRMWARE_BLOB2',
    2147483659: 'EV_EFI_HANDOFF_TABLES2',
    2147483660: 'EV_EFI_VARIABLE_BOOT2',
    2147483661: 'EV_EFI_GPT_EVENT2',
    2147483664: 'EV_EFI_HCRTM_EVENT',
    2147483872: 'EV_EFI_VARIABLE_AUTHORITY',
    2147483873: 'EV_EFI_SPDM_FIRMWARE_BLOB',
    2147483874: 'EV_EFI_SPDM_FIRMWARE_CONFIG',
    2147483875: 'EV_EFI_SPDM_DEVICE_POLICY',
    2147483876: 'EV_EFI_SPDM_DEVICE_AUTHORITY',
};
function eventName(type) {
    return NAMES[type] ?? `event type ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .hex */ .uh)(type)}`;
}


/***/ }),

/***/ 8178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ RTMRS),
/* harmony export */   C0: () => (/* binding */ REGISTER_BYTES),
/* harmony export */   X$: () => (/* binding */ extend),
/* harmony export */   Y9: () => (/* binding */ sha384Padded),
/* harmony export */   eZ: () => (/* binding */ replay),
/* harmony export */   f2: () => (/* binding */ ZERO),
/* harmony export */   mt: () => (/* binding */ compareRegisters),
/* harmony export */   qt: () => (/* binding */ sha384),
/* harmony export */   xg: () => (/* binding */ REGISTERS)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/** The measurement registers of a TD, how they are extended, and the comparison of what they should hold with what they do. */

/** MRTD is fixed before the TD runs; the four RTMRs are extended while it boots. */
const REGISTERS = ['mrtd', 'rtmr0', 'rtmr1', 'rtmr2', 'rtmr3'];
const RTMRS = ['rtmr0', 'rtmr1', 'rtmr2', 'rtmr3'];
const REGISTER_BYTES = 48;
/** An RTMR before its first event. */
const ZERO = '00'.repeat(REGISTER_BYTES);
/** Of the parts, one after the other. */
function sha384(...parts) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha384');
    for (const part of parts)
        hash.update(part);
    return hash.digest('hex');
}
/** Of the bytes and so many zeros that they are `size` bytes together. */
function sha384Padded(bytes, size) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha384').update(bytes);
    const zeros = new Uint8Array(0x1_0000);
    for (let left = size - bytes.length; left > 0; left -= zeros.length)
        hash.update(zeros.subarray(0, left));
    return hash.digest('hex');
}
/** TDG.MR.RTMR.EXTEND: SHA-384 of the register and the digest (Intel TDX module ABI specification). */
function extend(register, digest) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha384').update(register, 'hex').update(digest, 'hex').digest('hex');
}
/** What an RTMR holds after these events. */
function replay(digests) {
    // The register, then the digest that it is extended with: decoding the register each time takes as long as hashing.
    const both = Buffer.alloc(2 * REGISTER_BYTES);
    for (const digest of digests) {
        both.write(digest, REGISTER_BYTES, 'hex');
        (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha384').update(both).digest().copy(both);
    }
    return both.toString('hex', 0, REGISTER_BYTES);
}
/** One row for each register that something is expected of, in the order of the registers. */
function compareRegisters(expected, observed) {
    return REGISTERS.flatMap((register) => {
        const wanted = expected[register]?.toLowerCase();
        if (wanted === undefined)
            return [];
        const found = observed[register]?.toLowerCase();
        if (found === undefined)
            return [{ register, expected: wanted, verdict: 'not-observed' }];
        const verdict = found === wanted ? 'equal' : 'different';
        return [{ register, expected: wanted, observed: found, verdict }];
    });
}


/***/ })

};
