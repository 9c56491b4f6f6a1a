export const id = 843;
export const ids = [843];
export const modules = {

/***/ 2059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VO: () => (/* binding */ parseCcelTable),
/* harmony export */   ap: () => (/* binding */ isCcelTable),
/* harmony export */   gY: () => (/* binding */ parseEventLog),
/* harmony export */   i4: () => (/* binding */ replayLog),
/* harmony export */   j9: () => (/* binding */ extendedBy)
/* harmony export */ });
/* harmony import */ var _event_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4844);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9645);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9457);
/* harmony import */ var _registers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8178);
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
const BY_INDEX = ['mrtd', ..._registers_js__WEBPACK_IMPORTED_MODULE_2__/* .RTMRS */ .Be];
/** @throws DataError code `truncated` or `bad-event-log` */
function parseCcelTable(bytes) {
    const reader = new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .Reader */ .mP(bytes, TABLE);
    const fields = new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .Reader */ .mP(reader.take(TABLE_BYTES, 'its 56 bytes'), TABLE);
    if (text(fields.take(4, 'the signature')) !== 'CCEL') {
        throw new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .DataError */ .fL('bad-event-log', 'the CCEL table does not begin with CCEL', 0, TABLE);
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
    return text(bytes.subarray(0, 4)) === 'CCEL';
}
/**
 * Reads the log up to its fill of 0xFF or 0x00 (TCG PC Client Platform Firmware Profile 1.05, 10; UEFI 2.10, 38.4).
 * @throws DataError code `truncated` when it ends within a record, `bad-event-log` when it is none
 */
function parseEventLog(bytes) {
    const reader = new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .Reader */ .mP(bytes, LOG);
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
    return { rtmr0: (0,_registers_js__WEBPACK_IMPORTED_MODULE_2__/* .replay */ .eZ)(rtmr0), rtmr1: (0,_registers_js__WEBPACK_IMPORTED_MODULE_2__/* .replay */ .eZ)(rtmr1), rtmr2: (0,_registers_js__WEBPACK_IMPORTED_MODULE_2__/* .replay */ .eZ)(rtmr2), rtmr3: (0,_registers_js__WEBPACK_IMPORTED_MODULE_2__/* .replay */ .eZ)(rtmr3) };
}
/** The digest that an event extends its register with; EV_NO_ACTION extends nothing. */
function extendedBy({ type, digest }) {
    return type === _event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.noAction ? undefined : digest;
}
/** The first record has the older form of TPM 1.2: one SHA-1, and the algorithms of all others in its data. */
function readHeader(reader) {
    reader.skip(4, 'the register of the first record');
    const type = reader.u32('the type of the first record');
    if (type !== _event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.noAction) {
        const message = `the event log begins with event type ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .hex */ .uh)(type)} instead of EV_NO_ACTION (0x3)`;
        throw new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .DataError */ .fL('bad-event-log', message, 4, LOG);
    }
    reader.skip(20, 'the digest of the first record');
    const size = reader.u32('the size of the first record');
    const at = reader.offset;
    const header = new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .Reader */ .mP(reader.take(size, 'the data of the first record'), LOG);
    if (text(header.take(SIGNATURE.length, 'its signature')) !== SIGNATURE) {
        throw new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .DataError */ .fL('bad-event-log', 'the event log does not begin with "Spec ID Event03"', at, LOG);
    }
    header.skip(8, 'the version of the log');
    const count = header.u32('the number of digest algorithms');
    const algorithms = [];
    while (algorithms.length < count) {
        algorithms.push({ id: header.u16('a digest algorithm'), size: header.u16('the size of a digest') });
    }
    const ours = algorithms.find(({ id }) => id === SHA384_ID);
    if (ours?.size !== _registers_js__WEBPACK_IMPORTED_MODULE_2__/* .REGISTER_BYTES */ .C0) {
        const declared = algorithms.map(({ id, size }) => `${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .hex */ .uh)(id)} of ${size} bytes`).join(', ');
        const message = `the event log has no digests of SHA-384, which RTMRs are extended with, but ${declared || 'none'}`;
        throw new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .DataError */ .fL('bad-event-log', message, at, { hint: 'Give the event log of an Intel TD.' });
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
            const message = `event ${index} has a digest of algorithm ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .hex */ .uh)(algorithm)}, which the header does not declare`;
            throw new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .DataError */ .fL('bad-event-log', message, at, LOG);
        }
        const value = reader.take(size, 'a digest');
        if (algorithm === SHA384_ID)
            digest ??= (0,_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .hexOf */ .ZD)(value);
    }
    if (digest === undefined && type !== _event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.noAction) {
        const message = `event ${index} has no digest of SHA-384: it cannot be replayed`;
        throw new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .DataError */ .fL('bad-event-log', message, offset, LOG);
    }
    const data = reader.take(reader.u32('the size'), 'the data');
    return {
        index,
        offset,
        register,
        type,
        name: (0,_event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .eventName */ .e)(type),
        ...(digest === undefined ? {} : { digest }),
        data,
    };
}
function registerOf(mrIndex, index, offset) {
    const register = BY_INDEX[mrIndex];
    if (register !== undefined)
        return register;
    const message = `event ${index} is of register ${mrIndex}; a TD has 0 (MRTD) to 4 (RTMR3): is it the log of a TPM?`;
    throw new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .DataError */ .fL('bad-event-log', message, offset, LOG);
}
/** At the end of the data, or where the fill begins. */
function atEnd(bytes, { offset, left }) {
    const next = bytes.subarray(offset, offset + Math.min(left, FILL_BYTES));
    return FILLS.some((fill) => next.every((byte) => byte === fill));
}
function text(bytes) {
    return String.fromCharCode(...bytes);
}


/***/ }),

/***/ 9478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ds: () => (/* binding */ digestsOfData),
/* harmony export */   H2: () => (/* binding */ checkDigest),
/* harmony export */   gN: () => (/* binding */ describeEvent)
/* harmony export */ });
/* harmony import */ var _event_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4844);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9645);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9457);
/* harmony import */ var _registers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8178);
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
    return described(event).hashed.map((bytes) => (0,_registers_js__WEBPACK_IMPORTED_MODULE_2__/* .sha384 */ .qt)(bytes));
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
        if (!(error instanceof _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .DataError */ .fL))
            throw error;
        return { text: `${event.data.length} bytes, not as its type asks for`, hashed: [] };
    }
}
const READERS = {
    [_event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.separator]: (data) => ({ text: separator(data), hashed: [data] }),
    [_event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.efiAction]: (data) => ({ text: ascii(data), hashed: [data] }),
    [_event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.gptEvent]: (data) => ({ text: `partition table, ${data.length} bytes`, hashed: [data] }),
    [_event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.variableDriverConfig]: (data) => ({ text: variable(data).text, hashed: [data] }),
    [_event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.variableAuthority]: (data) => ({ text: variable(data).text, hashed: [data] }),
    // edk2 hashes the content alone; the specification asks for the whole since EV_EFI_VARIABLE_BOOT2.
    [_event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.variableBoot]: bootVariable,
    [_event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.variableBoot2]: bootVariable,
    [_event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.platformConfigFlags]: tdShimRecord,
    [_event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.platformFirmwareBlob2]: blob,
    [_event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.handoffTables2]: (data) => ({ text: handoffTables(data), hashed: [] }),
    [_event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.bootServicesApplication]: application,
    [_event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.eventTag]: tag,
    // GRUB writes ASCII, systemd-stub UTF-16.
    [_event_types_js__WEBPACK_IMPORTED_MODULE_0__/* .EVENT */ .l.ipl]: (data) => ({ text: data[1] === 0 ? utf16(data) : ascii(data), hashed: [] }),
};
function separator(data) {
    return data.every((byte) => byte === 0)
        ? 'the firmware hands over'
        : 'the firmware failed before it handed over';
}
/** UEFI_VARIABLE_DATA. */
function variable(data) {
    const reader = new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .Reader */ .mP(data, SUBJECT);
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
    const reader = new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .Reader */ .mP(data, SUBJECT);
    const name = ascii(reader.take(16, 'the name'));
    const content = reader.take(reader.u32('the length'), 'the content');
    return { text: `${name}, ${content.length} bytes`, hashed: [content] };
}
/** UEFI_PLATFORM_FIRMWARE_BLOB2: a name, then where the blob lay in memory. */
function blob(data) {
    const reader = new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .Reader */ .mP(data, SUBJECT);
    const name = ascii(reader.take(reader.u8('the length of the name'), 'the name'));
    const base = reader.u64('the address');
    const size = reader.u64('the size');
    return { text: `${name} at ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .hex */ .uh)(base)}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .hex */ .uh)(size)} bytes`, hashed: [] };
}
/** EFI_IMAGE_LOAD_EVENT: the digest is the Authenticode hash of the image, which the log does not hold. */
function application(data) {
    const reader = new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .Reader */ .mP(data, SUBJECT);
    reader.skip(8, 'the address');
    const size = reader.u64('the size');
    reader.skip(8, 'the link-time address');
    const path = reader.take(within(reader.u64('the length of the path'), reader), 'the path');
    const file = filesOf(path).join('');
    return { text: `${file === '' ? 'an EFI program' : file}, ${size} bytes`, hashed: [] };
}
/** TCG_PCClientTaggedEvent; Linux hashes what the tag names, and writes its name. */
function tag(data) {
    const reader = new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .Reader */ .mP(data, SUBJECT);
    const id = reader.u32('the tag');
    return { text: `${ascii(reader.take(reader.u32('the size'), 'the name'))} (tag ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .hex */ .uh)(id)})`, hashed: [] };
}
/** UEFI_HANDOFF_TABLE_POINTERS2: a name, then the GUIDs and addresses of tables; the content is not in the log. */
function handoffTables(data) {
    const reader = new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .Reader */ .mP(data, SUBJECT);
    const name = ascii(reader.take(reader.u8('the length of the name'), 'the name'));
    const count = reader.u64('the number of tables');
    return count === 1n && reader.left >= 16 ? `${name} ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .guidAt */ .bV)(data, reader.offset)}` : name;
}
/** The names in the file nodes (type 4, subtype 4) of a device path. */
function filesOf(path) {
    const reader = new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .Reader */ .mP(path, SUBJECT);
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

/***/ 843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LG: () => (/* binding */ explainDifference),
/* harmony export */   at: () => (/* binding */ firstDifference),
/* harmony export */   h$: () => (/* binding */ describeExplanation)
/* harmony export */ });
/* harmony import */ var _event_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2059);
/* harmony import */ var _event_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9478);
/* harmony import */ var _event_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4844);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9645);
/* harmony import */ var _registers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8178);
/** Finds the first event of a log that explains why its replay is not what a TD reports. */





/** Each event is left out once, and what follows it replayed: so many take a second. */
const MOST_EVENTS = 1000;
/** What firmware and kernels extend at the end of a boot, when the log in memory may be closed already. */
const LAST_EVENTS = [
    { type: _event_types_js__WEBPACK_IMPORTED_MODULE_2__/* .EVENT */ .l.separator, text: 'the firmware hands over', data: new Uint8Array(4) },
    ...['Exit Boot Services Invocation', 'Exit Boot Services Returned with Success'].map((text) => ({
        type: _event_types_js__WEBPACK_IMPORTED_MODULE_2__/* .EVENT */ .l.efiAction,
        text,
        data: Buffer.from(text, 'latin1'),
    })),
];
/** Looks for the smallest change of the log that makes its replay the reported value. */
function explainDifference(events, register, reported) {
    const own = events.filter((event) => event.register === register && (0,_event_log_js__WEBPACK_IMPORTED_MODULE_0__/* .extendedBy */ .j9)(event) !== undefined);
    const before = statesBefore(own);
    const after = before.at(-1) ?? _registers_js__WEBPACK_IMPORTED_MODULE_3__/* .ZERO */ .f2;
    if (after === reported)
        return { kind: 'equal' };
    const early = own.find((_, place) => before[place] === reported);
    if (early !== undefined)
        return { kind: 'reported-before', event: early };
    const missing = LAST_EVENTS.find(({ data }) => (0,_registers_js__WEBPACK_IMPORTED_MODULE_3__/* .extend */ .X$)(after, (0,_registers_js__WEBPACK_IMPORTED_MODULE_3__/* .sha384 */ .qt)(data)) === reported);
    if (missing !== undefined)
        return { kind: 'not-logged', name: (0,_event_types_js__WEBPACK_IMPORTED_MODULE_2__/* .eventName */ .e)(missing.type), text: missing.text };
    const suspect = own.find((event) => (0,_event_text_js__WEBPACK_IMPORTED_MODULE_1__/* .checkDigest */ .H2)(event) === 'differs');
    return (singleChange(own, before, reported) ??
        (suspect === undefined ? { kind: 'unexplained' } : { kind: 'suspect', event: suspect }));
}
/** The explanation in one sentence. Text of a guest: it needs report/safe.ts on its way to a reader. */
function describeExplanation(explanation, register) {
    const of = (event) => `event ${event.index} (${event.name}: ${(0,_event_text_js__WEBPACK_IMPORTED_MODULE_1__/* .describeEvent */ .gN)(event)})`;
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
/**
 * The first event that is not as predicted, by the prediction that agrees with the log for longest. Text of a guest: it
 * needs report/safe.ts on its way to a reader.
 * @returns undefined when the log has what was predicted, or nothing was
 */
function firstDifference(predictions, events, register) {
    const own = events.filter((event) => event.register === register && (0,_event_log_js__WEBPACK_IMPORTED_MODULE_0__/* .extendedBy */ .j9)(event) !== undefined);
    const agreed = (predicted) => {
        const at = predicted.findIndex(({ digest }, place) => digest !== own[place]?.digest);
        return at < 0 ? predicted.length : at;
    };
    const [best] = predictions.toSorted((a, b) => agreed(b) - agreed(a));
    if (best === undefined)
        return undefined;
    const place = agreed(best);
    const [wanted, found] = [best[place], own[place]];
    const is = found === undefined ? '' : `event ${found.index} (${found.name}: ${(0,_event_text_js__WEBPACK_IMPORTED_MODULE_1__/* .describeEvent */ .gN)(found)})`;
    if (wanted === undefined)
        return found === undefined ? undefined : `${is} was not predicted`;
    const should = `${wanted.name} (${wanted.text}) with the digest ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .shortHex */ .w8)(String(wanted.digest))}`;
    if (found === undefined)
        return `the event log ends before ${should}`;
    return `the first event of ${register} that differs is ${is} with the digest ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .shortHex */ .w8)(found.digest ?? '')}; predicted is ${should}`;
}
/** The register before each event, and after the last one. */
function statesBefore(events) {
    const states = [_registers_js__WEBPACK_IMPORTED_MODULE_3__/* .ZERO */ .f2];
    for (const event of events)
        states.push((0,_registers_js__WEBPACK_IMPORTED_MODULE_3__/* .extend */ .X$)(states.at(-1) ?? _registers_js__WEBPACK_IMPORTED_MODULE_3__/* .ZERO */ .f2, (0,_event_log_js__WEBPACK_IMPORTED_MODULE_0__/* .extendedBy */ .j9)(event) ?? _registers_js__WEBPACK_IMPORTED_MODULE_3__/* .ZERO */ .f2));
    return states;
}
/** The first event that, left out or with the digest of its own data, gives the reported value. */
function singleChange(events, before, reported) {
    if (events.length > MOST_EVENTS)
        return undefined;
    const rest = (from, place) => events.slice(place + 1).reduce((state, event) => (0,_registers_js__WEBPACK_IMPORTED_MODULE_3__/* .extend */ .X$)(state, (0,_event_log_js__WEBPACK_IMPORTED_MODULE_0__/* .extendedBy */ .j9)(event) ?? _registers_js__WEBPACK_IMPORTED_MODULE_3__/* .ZERO */ .f2), from);
    for (const [place, event] of events.entries()) {
        const state = before[place] ?? _registers_js__WEBPACK_IMPORTED_MODULE_3__/* .ZERO */ .f2;
        if (rest(state, place) === reported)
            return { kind: 'not-extended', event };
        const digests = (0,_event_text_js__WEBPACK_IMPORTED_MODULE_1__/* .checkDigest */ .H2)(event) === 'differs' ? (0,_event_text_js__WEBPACK_IMPORTED_MODULE_1__/* .digestsOfData */ .Ds)(event) : [];
        const changed = digests.some((digest) => rest((0,_registers_js__WEBPACK_IMPORTED_MODULE_3__/* .extend */ .X$)(state, digest), place) === reported);
        if (changed)
            return { kind: 'digest-changed', event };
    }
    return undefined;
}


/***/ })

};
