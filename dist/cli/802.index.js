export const id = 802;
export const ids = [802];
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

/***/ 9802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  log: () => (/* binding */ log),
  quote: () => (/* binding */ quote),
  report: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/report/safe.js
var safe = __webpack_require__(2813);
// EXTERNAL MODULE: ./lib/tdx/event-log.js
var event_log = __webpack_require__(2059);
// EXTERNAL MODULE: ./lib/tdx/event-text.js
var event_text = __webpack_require__(9478);
// EXTERNAL MODULE: ./lib/tdx/explain.js
var explain = __webpack_require__(843);
// EXTERNAL MODULE: ./lib/tdx/format.js
var format = __webpack_require__(9645);
// EXTERNAL MODULE: ./lib/tdx/reader.js
var tdx_reader = __webpack_require__(9457);
// EXTERNAL MODULE: ./lib/tdx/registers.js
var registers = __webpack_require__(8178);
;// CONCATENATED MODULE: ./lib/tdx/td-info.js
/** What a TD's report and its quote both say of the TD: its registers, its attributes and its XFAM, spelled out. */


/** Intel TDX module ABI specification, ATTRIBUTES; Linux arch/x86/coco/tdx/debug.c. */
const ATTRIBUTES = {
    0: 'DEBUG',
    4: 'HGS_PLUS_PROF',
    5: 'PERF_PROF',
    6: 'PMT_PROF',
    16: 'ICSSD',
    27: 'LASS',
    28: 'SEPT_VE_DISABLE',
    29: 'MIGRATABLE',
    30: 'PKS',
    31: 'KL',
    62: 'TPA',
    63: 'PERFMON',
};
/** Intel SDM volume 1, 13.1, "XSAVE-supported features"; XFAM has the bits of XCR0 and IA32_XSS. */
const XFAM = {
    0: 'X87',
    1: 'SSE',
    2: 'AVX',
    3: 'BNDREGS',
    4: 'BNDCSR',
    5: 'AVX512_OPMASK',
    6: 'AVX512_ZMM_HI256',
    7: 'AVX512_HI16_ZMM',
    8: 'PT',
    9: 'PKRU',
    10: 'PASID',
    11: 'CET_U',
    12: 'CET_S',
    13: 'HDC',
    14: 'UINTR',
    15: 'LBR',
    16: 'HWP',
    17: 'AMX_TILECFG',
    18: 'AMX_TILEDATA',
    19: 'APX',
};
/**
 * Reads the fields from ATTRIBUTES to RTMR3, which TDINFO_STRUCT and the body of a quote have in the same order (Intel
 * TDX module ABI specification, TDINFO_STRUCT; Intel TDX DCAP quoting library API, TD quote body).
 * @throws DataError code `truncated`
 */
function readTdInfo(reader) {
    const register = (what) => (0,tdx_reader/* hexOf */.ZD)(reader.take(registers/* REGISTER_BYTES */.C0, what));
    const attributes = flags(reader.take(8, 'the attributes'), ATTRIBUTES);
    return {
        attributes,
        debug: attributes.names.includes('DEBUG'),
        xfam: flags(reader.take(8, 'XFAM'), XFAM),
        mrtd: register('MRTD'),
        mrconfigid: register('MRCONFIGID'),
        mrowner: register('MROWNER'),
        mrownerconfig: register('MROWNERCONFIG'),
        rtmr0: register('RTMR0'),
        rtmr1: register('RTMR1'),
        rtmr2: register('RTMR2'),
        rtmr3: register('RTMR3'),
    };
}
function flags(bytes, names) {
    const value = (0,tdx_reader/* u64Of */.nY)(bytes);
    const set = Array.from({ length: 64 }, (_, bit) => bit).filter((bit) => (value >> BigInt(bit)) & 1n);
    return { hex: (0,tdx_reader/* hexOf */.ZD)(bytes), names: set.map((bit) => names[bit] ?? `bit ${bit}`) };
}

;// CONCATENATED MODULE: ./lib/tdx/quote.js
/** Reads a TD quote, version 4 or 5. Its signature is not verified here: that needs Intel's certificates. */



const SUBJECT = {
    what: 'the quote',
    hint: 'Give the bytes of outblob of /sys/kernel/config/tsm/report, unchanged; `measure report` reads TDREPORTs.',
};
/** TEE type: 0x81 is TDX, 0 is SGX. */
const TDX = 0x81;
/** By the body type of a version 5 quote, with its bytes. */
const BODIES = {
    2: { name: 'TDX 1.0', bytes: 584 },
    3: { name: 'TDX 1.5', bytes: 648 },
};
/**
 * Reads a quote (Intel TDX DCAP quoting library API, appendix A.3 and A.4).
 * @throws DataError code `truncated` or `bad-quote`
 */
function parseQuote(bytes) {
    const reader = new tdx_reader/* Reader */.mP(bytes, SUBJECT);
    const version = reader.u16('the version');
    if (version !== 4 && version !== 5)
        throw bad(`the quote has version ${version}; 4 and 5 can be read`, 0);
    const attestationKeyType = reader.u16('the type of the attestation key');
    const tee = reader.u32('the TEE type');
    if (tee !== TDX)
        throw bad(`the quote is of TEE type ${(0,format/* hex */.uh)(tee)} instead of ${(0,format/* hex */.uh)(TDX)} (TDX)`, 4);
    reader.skip(4, 'reserved bytes');
    const qeVendorId = (0,tdx_reader/* hexOf */.ZD)(reader.take(16, 'the vendor of the quoting enclave'));
    const userData = (0,tdx_reader/* hexOf */.ZD)(reader.take(20, 'the user data'));
    const body = version === 4 ? 'TDX 1.0' : readBodyType(reader);
    const teeTcbSvn = (0,tdx_reader/* hexOf */.ZD)(reader.take(16, 'TEE_TCB_SVN'));
    const mrseam = (0,tdx_reader/* hexOf */.ZD)(reader.take(48, 'MRSEAM'));
    const mrsignerseam = (0,tdx_reader/* hexOf */.ZD)(reader.take(48, 'MRSIGNERSEAM'));
    const seamAttributes = (0,tdx_reader/* hexOf */.ZD)(reader.take(8, 'SEAMATTRIBUTES'));
    const info = readTdInfo(reader);
    const reportData = (0,tdx_reader/* hexOf */.ZD)(reader.take(64, 'REPORTDATA'));
    const later = body === 'TDX 1.5' ? readLaterFields(reader) : {};
    const signatureBytes = reader.u32('the size of the signature');
    reader.skip(signatureBytes, 'the signature');
    return {
        ...{ version, body, attestationKeyType, qeVendorId, userData, teeTcbSvn, mrseam, mrsignerseam },
        ...{ seamAttributes, ...info, reportData, ...later, signatureBytes, trailingBytes: reader.left },
    };
}
function readBodyType(reader) {
    const at = reader.offset;
    const type = reader.u16('the type of the body');
    const size = reader.u32('the size of the body');
    const body = BODIES[type];
    if (body === undefined)
        throw bad(`the body of the quote is of type ${type}; 2 and 3 are of a TD`, at);
    if (size === body.bytes)
        return body.name;
    throw bad(`the ${body.name} body of the quote claims ${size} bytes instead of ${body.bytes}`, at + 2);
}
function readLaterFields(reader) {
    const teeTcbSvn2 = (0,tdx_reader/* hexOf */.ZD)(reader.take(16, 'TEE_TCB_SVN_2'));
    return { teeTcbSvn2, mrservicetd: (0,tdx_reader/* hexOf */.ZD)(reader.take(48, 'MRSERVICETD')) };
}
function bad(message, offset) {
    return new tdx_reader/* DataError */.fL('bad-quote', message, offset, SUBJECT);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/tdx/report.js
/** Reads a TDREPORT, and checks offline that its parts belong together. */




const report_SUBJECT = {
    what: 'the TDREPORT',
    hint: 'Give the 1024 bytes of TDX_CMD_GET_REPORT0 of /dev/tdx_guest, unchanged; `measure quote` reads quotes.',
};
const REPORT_BYTES = 1024;
/** Of REPORTMACSTRUCT: 0x81 is TDX, 0 is SGX. */
const report_TDX = 0x81;
const TCB_INFO = { at: 256, bytes: 239 };
const TD_INFO = { at: 512, bytes: 512 };
/**
 * Reads a TDREPORT (Intel TDX module ABI specification, TDREPORT_STRUCT). Its MAC can be checked by the CPU that made it
 * alone; whoever does not have that CPU sees from `checks` whether anything was changed after the hashes.
 * @throws DataError code `truncated` or `bad-report`
 */
function parseReport(bytes) {
    const reader = new tdx_reader/* Reader */.mP(new tdx_reader/* Reader */.mP(bytes, report_SUBJECT).take(REPORT_BYTES, 'its 1024 bytes'), report_SUBJECT);
    if (bytes.length !== REPORT_BYTES) {
        const message = `a TDREPORT has ${REPORT_BYTES} bytes, this has ${bytes.length}`;
        throw new tdx_reader/* DataError */.fL('bad-report', message, REPORT_BYTES, report_SUBJECT);
    }
    const type = reader.u8('the type');
    if (type !== report_TDX) {
        const message = `the report is of type ${(0,format/* hex */.uh)(type)} instead of ${(0,format/* hex */.uh)(report_TDX)} (TDX)`;
        throw new tdx_reader/* DataError */.fL('bad-report', message, 0, report_SUBJECT);
    }
    reader.skip(1, 'the subtype');
    const version = reader.u8('the version');
    reader.skip(13, 'reserved bytes');
    const cpusvn = (0,tdx_reader/* hexOf */.ZD)(reader.take(16, 'CPUSVN'));
    const teeTcbInfoHash = (0,tdx_reader/* hexOf */.ZD)(reader.take(48, 'TEE_TCB_INFO_HASH'));
    const teeInfoHash = (0,tdx_reader/* hexOf */.ZD)(reader.take(48, 'TEE_INFO_HASH'));
    const reportData = (0,tdx_reader/* hexOf */.ZD)(reader.take(64, 'REPORTDATA'));
    const tcb = new tdx_reader/* Reader */.mP(bytes, report_SUBJECT, TCB_INFO.at + 8);
    const teeTcbSvn = (0,tdx_reader/* hexOf */.ZD)(tcb.take(16, 'TEE_TCB_SVN'));
    const mrseam = (0,tdx_reader/* hexOf */.ZD)(tcb.take(48, 'MRSEAM'));
    const mrsignerseam = (0,tdx_reader/* hexOf */.ZD)(tcb.take(48, 'MRSIGNERSEAM'));
    const td = new tdx_reader/* Reader */.mP(bytes, report_SUBJECT, TD_INFO.at);
    const info = readTdInfo(td);
    const servtdHash = (0,tdx_reader/* hexOf */.ZD)(td.take(48, 'SERVTD_HASH'));
    const checks = {
        teeInfoHash: hashOf(bytes, TD_INFO) === teeInfoHash,
        teeTcbInfoHash: hashOf(bytes, TCB_INFO) === teeTcbInfoHash,
    };
    return { version, cpusvn, teeTcbSvn, mrseam, mrsignerseam, ...info, servtdHash, reportData, checks };
}
function hashOf(bytes, { at, bytes: size }) {
    return (0,external_node_crypto_.createHash)('sha384')
        .update(bytes.subarray(at, at + size))
        .digest('hex');
}

// EXTERNAL MODULE: ./lib/cli/files.js
var files = __webpack_require__(5505);
// EXTERNAL MODULE: ./lib/cli/main.js + 2 modules
var main = __webpack_require__(4568);
// EXTERNAL MODULE: ./lib/cli/table.js
var table = __webpack_require__(3626);
;// CONCATENATED MODULE: ./lib/cli/measure-evidence.js
/** `tdx-boot measure log`, `report` and `quote`: what a TD says of itself, read and checked offline. */













/** `tdx-boot measure log`. Exits 1 when a digest is not of its data, or when the replay is not what the TD reports. */
function log(file, flags, { out }) {
    const bytes = (0,files/* readInput */.R5)(file, 'the event log');
    if ((0,event_log/* isCcelTable */.ap)(bytes))
        refuseTable(file, bytes);
    const parsed = (0,files/* inFile */.s5)(file, () => (0,event_log/* parseEventLog */.gY)(bytes));
    const rtmrs = (0,event_log/* replayLog */.i4)(parsed);
    const events = parsed.events.map((event) => ({
        ...event,
        check: (0,event_text/* checkDigest */.H2)(event),
        text: (0,event_text/* describeEvent */.gN)(event),
    }));
    const reported = flags.report === undefined ? undefined : readEvidence(flags.report);
    const compared = reported === undefined ? [] : compareRtmrs(parsed, rtmrs, reported);
    if (flags.json === true) {
        const json = {
            events: events.map(({ data, ...event }) => ({ ...event, data: (0,tdx_reader/* hexOf */.ZD)(data) })),
            rtmrs,
            compared,
        };
        out.write(`${JSON.stringify(json, null, 2)}\n`);
    }
    else {
        const rows = events.map(({ index, register, name, digest, check, text }) => [
            ...[String(index), register, name, digest?.slice(0, 16) ?? 'none', CHECKS[check], (0,safe/* forTerminal */.Qf)(text)],
        ]);
        const lines = [
            ...(0,table/* table */.t)([['#', 'register', 'event', 'digest', 'of its data', 'what'], ...rows]),
            '',
            ...(0,table/* table */.t)(registers/* RTMRS */.Be.map((register) => [register, rtmrs[register]])),
            ...compared.flatMap(describeComparison),
        ];
        out.write(`${lines.join('\n')}\n`);
    }
    const sound = events.every(({ check }) => check !== 'differs');
    return sound && compared.every(({ verdict }) => verdict === 'equal') ? main/* EXIT */.d.passed : main/* EXIT */.d.failed;
}
/** `tdx-boot measure report`. Exits 1 when its hashes are not of its parts. */
function report(file, flags, { out }) {
    const bytes = (0,files/* readInput */.R5)(file, 'the TDREPORT');
    const parsed = (0,files/* inFile */.s5)(file, () => parseReport(bytes));
    const { teeInfoHash, teeTcbInfoHash } = parsed.checks;
    const rows = [
        ['TEE_INFO_HASH', teeInfoHash ? 'matches TDINFO' : 'DOES NOT MATCH: a field of the TD was changed'],
        [
            'TEE_TCB_INFO_HASH',
            teeTcbInfoHash ? 'matches TEE_TCB_INFO' : 'DOES NOT MATCH: a field of the module was changed',
        ],
    ];
    print(parsed, [...rows, ...infoRows(parsed)], flags, out);
    return teeInfoHash && teeTcbInfoHash ? main/* EXIT */.d.passed : main/* EXIT */.d.failed;
}
/** `tdx-boot measure quote`. */
async function quote(file, flags, { out }) {
    const bytes = (0,files/* readInput */.R5)(file, 'the quote');
    const parsed = (0,files/* inFile */.s5)(file, () => parseQuote(bytes));
    const { version, body, signatureBytes, trailingBytes } = parsed;
    const { verify, at = new Date() } = flags;
    const verified = verify === undefined ? undefined : (await Promise.all(/* import() */[__webpack_require__.e(311), __webpack_require__.e(652)]).then(__webpack_require__.bind(__webpack_require__, 4652))).verifyQuote(bytes, verify, at);
    const rows = [
        ['version', `${version}, ${body} body`],
        ['signature', `${signatureBytes} bytes, ${(0,safe/* forTerminal */.Qf)(describeVerification(verified))}`],
        ...(trailingBytes === 0 ? [] : [['padding', `${trailingBytes} bytes after the signature`]]),
    ];
    const json = verified === undefined ? parsed : { ...parsed, verification: verified };
    print(json, [...rows, ...infoRows(parsed)], flags, out);
    return verified?.valid === false ? main/* EXIT */.d.failed : main/* EXIT */.d.passed;
}
function describeVerification(verified) {
    if (verified === undefined)
        return 'not verified';
    const { valid, status, advisories } = verified;
    const said = [status, ...advisories].join(', ');
    return valid ? `verified: ${said}` : `NOT VALID: ${said}`;
}
const CHECKS = { matches: 'yes', differs: 'NO', 'not-in-log': '-' };
function refuseTable(file, bytes) {
    const { length, address } = (0,files/* inFile */.s5)(file, () => (0,event_log/* parseCcelTable */.VO)(bytes));
    const message = `this is the ACPI table, which says that the log has ${length} bytes at ${(0,format/* hex */.uh)(address)}`;
    throw new errors/* UsageError */.eb('not-the-log', message, {
        where: file,
        hint: 'Give the log itself: /sys/firmware/acpi/tables/data/CCEL.',
    });
}
/** A TDREPORT where it can be one, else a quote. */
function readEvidence(file) {
    const bytes = (0,files/* readInput */.R5)(file, 'the report');
    return (0,files/* inFile */.s5)(file, () => {
        try {
            return parseReport(bytes);
        }
        catch (error) {
            if (!(error instanceof tdx_reader/* DataError */.fL) || bytes[0] === 0x81)
                throw error;
            return parseQuote(bytes);
        }
    });
}
function compareRtmrs(parsed, replayed, reported) {
    const compared = (0,registers/* compareRegisters */.mt)(replayed, reported);
    return registers/* RTMRS */.Be.flatMap((rtmr) => compared
        .filter(({ register }) => register === rtmr)
        .map((row) => {
        const explanation = (0,explain/* explainDifference */.LG)(parsed.events, rtmr, reported[rtmr]);
        return { ...row, explanation: (0,explain/* describeExplanation */.h$)(explanation, rtmr) };
    }));
}
function describeComparison({ register, observed, verdict, explanation }) {
    if (verdict === 'equal')
        return [`${register}: the report has the same value`];
    return [`${register}: DIFFERENT, the report has ${observed}`, `  ${(0,safe/* forTerminal */.Qf)(explanation)}`];
}
function infoRows(info) {
    const { mrtd, rtmr0, rtmr1, rtmr2, rtmr3, mrconfigid, mrowner, mrownerconfig, mrseam, reportData } = info;
    return [
        ['attributes', spelled(info.attributes)],
        ...(info.debug ? [['', 'DEBUG: the host can read this TD; nothing that it says is to be trusted']] : []),
        ['XFAM', spelled(info.xfam)],
        ...Object.entries({ mrtd, rtmr0, rtmr1, rtmr2, rtmr3, mrconfigid, mrowner, mrownerconfig, mrseam }),
        ['report data', reportData],
    ];
}
function spelled({ hex: digits, names }) {
    return `${digits}  ${names.length === 0 ? '-' : names.join(' ')}`;
}
function print(value, rows, { json }, out) {
    out.write(json === true ? `${JSON.stringify(value, null, 2)}\n` : `${(0,table/* table */.t)(rows).join('\n')}\n`);
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
