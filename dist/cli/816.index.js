export const id = 816;
export const ids = [816];
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

/***/ 4816:
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
// EXTERNAL MODULE: ./lib/tdx/event-types.js
var event_types = __webpack_require__(4844);
// EXTERNAL MODULE: ./lib/tdx/format.js
var format = __webpack_require__(9645);
// EXTERNAL MODULE: ./lib/tdx/reader.js
var tdx_reader = __webpack_require__(9457);
// EXTERNAL MODULE: ./lib/tdx/registers.js
var registers = __webpack_require__(8178);
;// CONCATENATED MODULE: ./lib/tdx/event-log.js
/** Reads the confidential-computing event log (CCEL): what the firmware and the kernel have extended into the RTMRs. */




const LOG = {
    what: 'the event log',
    hint: 'Read it whole, as root: cat /sys/firmware/acpi/tables/data/CCEL',
};
const TABLE = {
    what: 'the CCEL table',
    hint: 'Read it whole, as root: cat /sys/firmware/acpi/tables/CCEL',
};
const TABLE_BYTES = 56;
const SIGNATURE = 'Spec ID Event03\0';
/** TPM_ALG_SHA384. */
const SHA384_ID = 0x000c;
/** An unused log area is filled with one of these. */
const FILLS = [0xff, 0x00];
const FILL_BYTES = 8;
/** In the order of their MrIndex (UEFI specification 2.10, 38.4.1). */
const BY_INDEX = ['mrtd', ...registers/* RTMRS */.Be];
/** @throws DataError code `truncated` or `bad-event-log` */
function parseCcelTable(bytes) {
    const reader = new tdx_reader/* Reader */.mP(bytes, TABLE);
    const fields = new tdx_reader/* Reader */.mP(reader.take(TABLE_BYTES, 'its 56 bytes'), TABLE);
    if (event_log_text(fields.take(4, 'the signature')) !== 'CCEL') {
        throw new tdx_reader/* DataError */.fL('bad-event-log', 'the CCEL table does not begin with CCEL', 0, TABLE);
    }
    fields.skip(32, 'the header');
    const type = fields.u8('the type');
    const subtype = fields.u8('the subtype');
    fields.skip(2, 'reserved bytes');
    const length = fields.u64('the length of the log');
    const address = fields.u64('the address of the log');
    const sum = bytes.subarray(0, TABLE_BYTES).reduce((total, byte) => (total + byte) & 0xff, 0);
    return { type, subtype, length, address, checksumOk: sum === 0 };
}
/** Whether the bytes are the ACPI table instead of the log itself. */
function isCcelTable(bytes) {
    return event_log_text(bytes.subarray(0, 4)) === 'CCEL';
}
/**
 * Reads the log up to its fill of 0xFF or 0x00 (TCG PC Client Platform Firmware Profile 1.05, 10; UEFI 2.10, 38.4).
 * @throws DataError code `truncated` when it ends within a record, `bad-event-log` when it is none
 */
function parseEventLog(bytes) {
    const reader = new tdx_reader/* Reader */.mP(bytes, LOG);
    const algorithms = readHeader(reader);
    const sizes = new Map(algorithms.map(({ id, size }) => [id, size]));
    const events = [];
    while (!atEnd(bytes, reader))
        events.push(readEvent(reader, events.length, sizes));
    return { algorithms, events, length: reader.offset };
}
/** What the RTMRs hold after the events of a log. MRTD is no replay: nothing extends it at run time. */
function replayLog({ events }) {
    const digests = { rtmr0: [], rtmr1: [], rtmr2: [], rtmr3: [] };
    for (const event of events) {
        const digest = extendedBy(event);
        if (digest !== undefined && event.register !== 'mrtd')
            digests[event.register].push(digest);
    }
    const { rtmr0, rtmr1, rtmr2, rtmr3 } = digests;
    return { rtmr0: (0,registers/* replay */.eZ)(rtmr0), rtmr1: (0,registers/* replay */.eZ)(rtmr1), rtmr2: (0,registers/* replay */.eZ)(rtmr2), rtmr3: (0,registers/* replay */.eZ)(rtmr3) };
}
/** The digest that an event extends its register with; EV_NO_ACTION extends nothing. */
function extendedBy({ type, digest }) {
    return type === event_types/* EVENT */.l.noAction ? undefined : digest;
}
/** The first record has the older form of TPM 1.2: one SHA-1, and the algorithms of all others in its data. */
function readHeader(reader) {
    reader.skip(4, 'the register of the first record');
    const type = reader.u32('the type of the first record');
    if (type !== event_types/* EVENT */.l.noAction) {
        const message = `the event log begins with event type ${(0,format/* hex */.uh)(type)} instead of EV_NO_ACTION (0x3)`;
        throw new tdx_reader/* DataError */.fL('bad-event-log', message, 4, LOG);
    }
    reader.skip(20, 'the digest of the first record');
    const size = reader.u32('the size of the first record');
    const at = reader.offset;
    const header = new tdx_reader/* Reader */.mP(reader.take(size, 'the data of the first record'), LOG);
    if (event_log_text(header.take(SIGNATURE.length, 'its signature')) !== SIGNATURE) {
        throw new tdx_reader/* DataError */.fL('bad-event-log', 'the event log does not begin with "Spec ID Event03"', at, LOG);
    }
    header.skip(8, 'the version of the log');
    const count = header.u32('the number of digest algorithms');
    const algorithms = [];
    while (algorithms.length < count) {
        algorithms.push({ id: header.u16('a digest algorithm'), size: header.u16('the size of a digest') });
    }
    const ours = algorithms.find(({ id }) => id === SHA384_ID);
    if (ours?.size !== registers/* REGISTER_BYTES */.C0) {
        const declared = algorithms.map(({ id, size }) => `${(0,format/* hex */.uh)(id)} of ${size} bytes`).join(', ');
        const message = `the event log has no digests of SHA-384, which RTMRs are extended with, but ${declared || 'none'}`;
        throw new tdx_reader/* DataError */.fL('bad-event-log', message, at, { hint: 'Give the event log of an Intel TD.' });
    }
    return algorithms;
}
function readEvent(reader, index, sizes) {
    const { offset } = reader;
    reader.enter('event', index);
    const register = registerOf(reader.u32('the register'), index, offset);
    const type = reader.u32('the type');
    const count = reader.u32('the number of digests');
    let digest;
    for (let taken = 0; taken < count; taken++) {
        const at = reader.offset;
        const algorithm = reader.u16('a digest');
        const size = sizes.get(algorithm);
        if (size === undefined) {
            const message = `event ${index} has a digest of algorithm ${(0,format/* hex */.uh)(algorithm)}, which the header does not declare`;
            throw new tdx_reader/* DataError */.fL('bad-event-log', message, at, LOG);
        }
        const value = reader.take(size, 'a digest');
        if (algorithm === SHA384_ID)
            digest ??= (0,tdx_reader/* hexOf */.ZD)(value);
    }
    if (digest === undefined && type !== event_types/* EVENT */.l.noAction) {
        const message = `event ${index} has no digest of SHA-384: it cannot be replayed`;
        throw new tdx_reader/* DataError */.fL('bad-event-log', message, offset, LOG);
    }
    const data = reader.take(reader.u32('the size'), 'the data');
    return {
        index,
        offset,
        register,
        type,
        name: (0,event_types/* eventName */.e)(type),
        ...(digest === undefined ? {} : { digest }),
        data,
    };
}
function registerOf(mrIndex, index, offset) {
    const register = BY_INDEX[mrIndex];
    if (register !== undefined)
        return register;
    const message = `event ${index} is of register ${mrIndex}; a TD has 0 (MRTD) to 4 (RTMR3): is it the log of a TPM?`;
    throw new tdx_reader/* DataError */.fL('bad-event-log', message, offset, LOG);
}
/** At the end of the data, or where the fill begins. */
function atEnd(bytes, { offset, left }) {
    const next = bytes.subarray(offset, offset + Math.min(left, FILL_BYTES));
    return FILLS.some((fill) => next.every((byte) => byte === fill));
}
function event_log_text(bytes) {
    return String.fromCharCode(...bytes);
}

;// CONCATENATED MODULE: ./lib/tdx/event-text.js
/** What an event of the log says in words, and whether its digest is of its own data. */




/** The event's data in one line. Text of a guest: it needs report/safe.ts on its way to a reader. */
function describeEvent(event) {
    return described(event).text;
}
function checkDigest(event) {
    if (event.digest === undefined)
        return 'not-in-log';
    const digests = digestsOfData(event);
    if (digests.length === 0)
        return 'not-in-log';
    return digests.includes(event.digest) ? 'matches' : 'differs';
}
/** The digests that the event may have by its own data; none where the log does not hold what was hashed. */
function digestsOfData(event) {
    return described(event).hashed.map((bytes) => (0,registers/* sha384 */.qt)(bytes));
}
const SUBJECT = { what: 'the event', hint: '' };
/** Nobody reads more of one event. */
const MOST_CHARACTERS = 200;
/** An event whose data does not have the form of its type is shown as it is. */
function described(event) {
    const read = READERS[event.type];
    try {
        return read?.(event.data) ?? { text: `${event.data.length} bytes`, hashed: [] };
    }
    catch (error) {
        if (!(error instanceof tdx_reader/* DataError */.fL))
            throw error;
        return { text: `${event.data.length} bytes, not as its type asks for`, hashed: [] };
    }
}
const READERS = {
    [event_types/* EVENT */.l.separator]: (data) => ({ text: separator(data), hashed: [data] }),
    [event_types/* EVENT */.l.efiAction]: (data) => ({ text: ascii(data), hashed: [data] }),
    [event_types/* EVENT */.l.gptEvent]: (data) => ({ text: `partition table, ${data.length} bytes`, hashed: [data] }),
    [event_types/* EVENT */.l.variableDriverConfig]: (data) => ({ text: variable(data).text, hashed: [data] }),
    [event_types/* EVENT */.l.variableAuthority]: (data) => ({ text: variable(data).text, hashed: [data] }),
    // edk2 hashes the content alone; the specification asks for the whole since EV_EFI_VARIABLE_BOOT2.
    [event_types/* EVENT */.l.variableBoot]: bootVariable,
    [event_types/* EVENT */.l.variableBoot2]: bootVariable,
    [event_types/* EVENT */.l.platformConfigFlags]: tdShimRecord,
    [event_types/* EVENT */.l.platformFirmwareBlob2]: blob,
    [event_types/* EVENT */.l.handoffTables2]: (data) => ({ text: handoffTables(data), hashed: [] }),
    [event_types/* EVENT */.l.bootServicesApplication]: application,
    [event_types/* EVENT */.l.eventTag]: tag,
    // GRUB writes ASCII, systemd-stub UTF-16.
    [event_types/* EVENT */.l.ipl]: (data) => ({ text: data[1] === 0 ? utf16(data) : ascii(data), hashed: [] }),
};
function separator(data) {
    return data.every((byte) => byte === 0)
        ? 'the firmware hands over'
        : 'the firmware failed before it handed over';
}
/** UEFI_VARIABLE_DATA. */
function variable(data) {
    const reader = new tdx_reader/* Reader */.mP(data, SUBJECT);
    reader.skip(16, 'the GUID');
    const characters = reader.u64('the length of the name');
    const size = reader.u64('the size of the content');
    const name = utf16(reader.take(within(characters * 2n, reader), 'the name'));
    const content = reader.take(within(size, reader), 'the content');
    return { text: `${name}${size === 0n ? ': not set' : `, ${size} bytes`}`, content };
}
function bootVariable(data) {
    const { text, content } = variable(data);
    return { text, hashed: [content, data] };
}
/** td-shim: a name of 16 bytes, a length, and what was hashed (td-shim/src/event_log.rs). edk2 has a name alone. */
function tdShimRecord(data) {
    if (data.length < 20)
        return { text: ascii(data), hashed: [] };
    const reader = new tdx_reader/* Reader */.mP(data, SUBJECT);
    const name = ascii(reader.take(16, 'the name'));
    const content = reader.take(reader.u32('the length'), 'the content');
    return { text: `${name}, ${content.length} bytes`, hashed: [content] };
}
/** UEFI_PLATFORM_FIRMWARE_BLOB2: a name, then where the blob lay in memory. */
function blob(data) {
    const reader = new tdx_reader/* Reader */.mP(data, SUBJECT);
    const name = ascii(reader.take(reader.u8('the length of the name'), 'the name'));
    const base = reader.u64('the address');
    const size = reader.u64('the size');
    return { text: `${name} at ${(0,format/* hex */.uh)(base)}, ${(0,format/* hex */.uh)(size)} bytes`, hashed: [] };
}
/** EFI_IMAGE_LOAD_EVENT: the digest is the Authenticode hash of the image, which the log does not hold. */
function application(data) {
    const reader = new tdx_reader/* Reader */.mP(data, SUBJECT);
    reader.skip(8, 'the address');
    const size = reader.u64('the size');
    reader.skip(8, 'the link-time address');
    const path = reader.take(within(reader.u64('the length of the path'), reader), 'the path');
    const file = filesOf(path).join('');
    return { text: `${file === '' ? 'an EFI program' : file}, ${size} bytes`, hashed: [] };
}
/** TCG_PCClientTaggedEvent; Linux hashes what the tag names, and writes its name. */
function tag(data) {
    const reader = new tdx_reader/* Reader */.mP(data, SUBJECT);
    const id = reader.u32('the tag');
    return { text: `${ascii(reader.take(reader.u32('the size'), 'the name'))} (tag ${(0,format/* hex */.uh)(id)})`, hashed: [] };
}
/** UEFI_HANDOFF_TABLE_POINTERS2: a name, then the GUIDs and addresses of tables; the content is not in the log. */
function handoffTables(data) {
    const reader = new tdx_reader/* Reader */.mP(data, SUBJECT);
    const name = ascii(reader.take(reader.u8('the length of the name'), 'the name'));
    const count = reader.u64('the number of tables');
    return count === 1n && reader.left >= 16 ? `${name} ${(0,format/* guidAt */.bV)(data, reader.offset)}` : name;
}
/** The names in the file nodes (type 4, subtype 4) of a device path. */
function filesOf(path) {
    const reader = new tdx_reader/* Reader */.mP(path, SUBJECT);
    const names = [];
    while (reader.left >= 4) {
        const type = reader.u8('the type of a node');
        const subtype = reader.u8('the subtype of a node');
        const length = reader.u16('the length of a node');
        if (length < 4)
            return names;
        const content = reader.take(length - 4, 'a node');
        if (type === 4 && subtype === 4)
            names.push(utf16(content));
    }
    return names;
}
/** A length that fits into a number: beyond what is left, one more than what is left. */
function within(length, { left }) {
    return length > BigInt(left) ? left + 1 : Number(length);
}
function ascii(bytes) {
    const text = Buffer.from(bytes.subarray(0, MOST_CHARACTERS)).toString('latin1');
    return text.replace(/\0.*$/s, '');
}
function utf16(bytes) {
    const text = Buffer.from(bytes.subarray(0, 2 * MOST_CHARACTERS)).toString('utf16le');
    return text.replace(/\0.*$/s, '');
}

;// CONCATENATED MODULE: ./lib/tdx/explain.js
/** Finds the first event of a log that explains why its replay is not what a TD reports. */




/** Each event is left out once, and what follows it replayed: so many take a second. */
const MOST_EVENTS = 1000;
/** What firmware and kernels extend at the end of a boot, when the log in memory may be closed already. */
const LAST_EVENTS = [
    { type: event_types/* EVENT */.l.separator, text: 'the firmware hands over', data: new Uint8Array(4) },
    ...['Exit Boot Services Invocation', 'Exit Boot Services Returned with Success'].map((text) => ({
        type: event_types/* EVENT */.l.efiAction,
        text,
        data: Buffer.from(text, 'latin1'),
    })),
];
/** Looks for the smallest change of the log that makes its replay the reported value. */
function explainDifference(events, register, reported) {
    const own = events.filter((event) => event.register === register && extendedBy(event) !== undefined);
    const before = statesBefore(own);
    const after = before.at(-1) ?? registers/* ZERO */.f2;
    if (after === reported)
        return { kind: 'equal' };
    const early = own.find((_, place) => before[place] === reported);
    if (early !== undefined)
        return { kind: 'reported-before', event: early };
    const missing = LAST_EVENTS.find(({ data }) => (0,registers/* extend */.X$)(after, (0,registers/* sha384 */.qt)(data)) === reported);
    if (missing !== undefined)
        return { kind: 'not-logged', name: (0,event_types/* eventName */.e)(missing.type), text: missing.text };
    const suspect = own.find((event) => checkDigest(event) === 'differs');
    return (singleChange(own, before, reported) ??
        (suspect === undefined ? { kind: 'unexplained' } : { kind: 'suspect', event: suspect }));
}
/** The explanation in one sentence. Text of a guest: it needs report/safe.ts on its way to a reader. */
function describeExplanation(explanation, register) {
    const of = (event) => `event ${event.index} (${event.name}: ${describeEvent(event)})`;
    switch (explanation.kind) {
        case 'equal':
            return `${register} is what the log says`;
        case 'reported-before':
            return `${register} is what the log says before ${of(explanation.event)}: that event and what follows is in the log alone`;
        case 'not-extended':
            return `${register} is what the log says without ${of(explanation.event)}: it was logged and not extended`;
        case 'digest-changed':
            return `${register} is what the log says when ${of(explanation.event)} has the digest of its data: the log was changed`;
        case 'not-logged':
            return `${register} is what the log says and then ${explanation.name} (${explanation.text}): the log lacks its end`;
        case 'suspect':
            return `the first event whose digest is not of its data is ${of(explanation.event)}`;
        case 'unexplained':
            return `no single event explains ${register}: the log is cut, of another boot, or changed in more than one place`;
    }
}
/** The register before each event, and after the last one. */
function statesBefore(events) {
    const states = [registers/* ZERO */.f2];
    for (const event of events)
        states.push((0,registers/* extend */.X$)(states.at(-1) ?? registers/* ZERO */.f2, extendedBy(event) ?? registers/* ZERO */.f2));
    return states;
}
/** The first event that, left out or with the digest of its own data, gives the reported value. */
function singleChange(events, before, reported) {
    if (events.length > MOST_EVENTS)
        return undefined;
    const rest = (from, place) => events.slice(place + 1).reduce((state, event) => (0,registers/* extend */.X$)(state, extendedBy(event) ?? registers/* ZERO */.f2), from);
    for (const [place, event] of events.entries()) {
        const state = before[place] ?? registers/* ZERO */.f2;
        if (rest(state, place) === reported)
            return { kind: 'not-extended', event };
        const digests = checkDigest(event) === 'differs' ? digestsOfData(event) : [];
        const changed = digests.some((digest) => rest((0,registers/* extend */.X$)(state, digest), place) === reported);
        if (changed)
            return { kind: 'digest-changed', event };
    }
    return undefined;
}

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



const quote_SUBJECT = {
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
    const reader = new tdx_reader/* Reader */.mP(bytes, quote_SUBJECT);
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
    return new tdx_reader/* DataError */.fL('bad-quote', message, offset, quote_SUBJECT);
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
    if (isCcelTable(bytes))
        refuseTable(file, bytes);
    const parsed = (0,files/* inFile */.s5)(file, () => parseEventLog(bytes));
    const rtmrs = replayLog(parsed);
    const events = parsed.events.map((event) => ({
        ...event,
        check: checkDigest(event),
        text: describeEvent(event),
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
function quote(file, flags, { out }) {
    const bytes = (0,files/* readInput */.R5)(file, 'the quote');
    const parsed = (0,files/* inFile */.s5)(file, () => parseQuote(bytes));
    const { version, body, signatureBytes, trailingBytes } = parsed;
    const rows = [
        ['version', `${version}, ${body} body`],
        ['signature', `${signatureBytes} bytes, not verified`],
        ...(trailingBytes === 0 ? [] : [['padding', `${trailingBytes} bytes after the signature`]]),
    ];
    print(parsed, [...rows, ...infoRows(parsed)], flags, out);
    return main/* EXIT */.d.passed;
}
const CHECKS = { matches: 'yes', differs: 'NO', 'not-in-log': '-' };
function refuseTable(file, bytes) {
    const { length, address } = (0,files/* inFile */.s5)(file, () => parseCcelTable(bytes));
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
        const explanation = explainDifference(parsed.events, rtmr, reported[rtmr]);
        return { ...row, explanation: describeExplanation(explanation, rtmr) };
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
