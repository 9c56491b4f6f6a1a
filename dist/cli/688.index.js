export const id = 688;
export const ids = [688];
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

/***/ 1933:
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
// EXTERNAL MODULE: ./lib/tdx/acpi.js
var acpi = __webpack_require__(8325);
// EXTERNAL MODULE: ./lib/tdx/expected.js + 6 modules
var tdx_expected = __webpack_require__(9119);
// EXTERNAL MODULE: ./lib/tdx/prediction.js
var prediction = __webpack_require__(7723);
// EXTERNAL MODULE: ./lib/cli/files.js
var files = __webpack_require__(5505);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./lib/tdx/registers.js
var registers = __webpack_require__(8178);
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
    const firmware = (0,tdx_expected/* isTdShim */.yG)(metadata, image) ? 'td-shim' : 'tdvf';
    const known = {
        ...{ image, metadata, memory: flags.memory, acpi: readAcpi(flags.acpiTables) },
        direct: readKernel(flags, firmware),
        ...(flags.vmm === undefined ? {} : { vmm: flags.vmm }),
        ...(flags.order === undefined ? {} : { order: flags.order }),
        ...(flags.events === undefined ? {} : { profile: flags.events }),
    };
    const expected = (0,files/* inFile */.s5)(file, () => [...(0,tdx_expected/* expectMrtd */.HM)(known), ...(0,tdx_expected/* expectRtmrs */.wk)(known)]);
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(image).digest('hex');
    const measured = { sha256, source: sourceOf(file, sha256), expected };
    if (flags.write !== undefined)
        write(flags.write, makeGolden(measured));
    if (flags.check !== undefined)
        return check(flags.check, measured, flags, out);
    const events = (0,files/* inFile */.s5)(file, () => (0,tdx_expected/* expectEvents */.pc)(known));
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
    return (0,files/* inFile */.s5)(file, () => (0,acpi/* deriveAcpiFiles */.K)(tables));
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
        ...[register, name, text, (0,prediction/* isKnown */.qE)(digest) ? digest : `not predictable: ${digest.reason}`],
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
