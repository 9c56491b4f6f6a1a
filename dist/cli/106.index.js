export const id = 106;
export const ids = [106];
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

/***/ 1106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inspect: () => (/* binding */ inspect)
/* harmony export */ });
/* harmony import */ var _scenario_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2943);
/* harmony import */ var _tdx_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1517);
/* harmony import */ var _tdx_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9645);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5505);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4568);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3626);
/** `tdx-boot firmware inspect`: what a firmware image says of itself. */






/** `tdx-boot firmware inspect`: the TDX metadata and what is wrong with it. Exits 1 when it is sound for no VMM. */
function inspect(file, options, { out }) {
    const { image, metadata } = (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readFirmware */ .Wg)(file);
    const findings = (0,_tdx_check_js__WEBPACK_IMPORTED_MODULE_1__/* .checkMetadata */ .sI)(metadata, image);
    // What no VMM looks at is wrong for each of them.
    const unseen = findings.some(({ severity, refusedBy }) => severity === 'error' && refusedBy.length === 0);
    const refused = unseen || _scenario_words_js__WEBPACK_IMPORTED_MODULE_0__/* .VMMS */ .W.every((vmm) => (0,_tdx_check_js__WEBPACK_IMPORTED_MODULE_1__/* .refusals */ .Ke)(findings, vmm).length > 0);
    if (options.json === true)
        out.write(`${toJson(metadata, findings)}\n`);
    else
        for (const line of describe(file, image.length, metadata, findings))
            out.write(`${line}\n`);
    return refused ? _main_js__WEBPACK_IMPORTED_MODULE_3__/* .EXIT */ .d.failed : _main_js__WEBPACK_IMPORTED_MODULE_3__/* .EXIT */ .d.passed;
}
/** 64-bit numbers as hexadecimal text: JSON readers round them. */
function toJson(metadata, findings) {
    const spell = (_, value) => (typeof value === 'bigint' ? (0,_tdx_format_js__WEBPACK_IMPORTED_MODULE_4__/* .hex */ .uh)(value) : value);
    return JSON.stringify({ ...metadata, findings }, spell, 2);
}
function describe(file, size, metadata, findings) {
    const found = `TDX metadata at ${(0,_tdx_format_js__WEBPACK_IMPORTED_MODULE_4__/* .hex */ .uh)(metadata.descriptorOffset)}, found by the ${metadata.found.replace('-', ' ')}`;
    const rows = [['#', 'type', 'in the file', 'in memory', 'attributes'], ...metadata.sections.map(row)];
    return [
        `${file}: ${size} bytes, ${found}`,
        ...(0,_table_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .t)(rows),
        ...findings.map(describeFinding),
        ...(findings.length === 0 ? ['no findings'] : []),
    ];
}
function row(section) {
    const { index, name, dataOffset, rawSize, address, memorySize, extend, augment } = section;
    return [
        String(index),
        name,
        rawSize === 0 ? '-' : (0,_tdx_format_js__WEBPACK_IMPORTED_MODULE_4__/* .hexRange */ .Z7)(dataOffset, dataOffset + rawSize),
        (0,_tdx_format_js__WEBPACK_IMPORTED_MODULE_4__/* .hexRange */ .Z7)(address, address + memorySize),
        [...(extend ? ['MR.EXTEND'] : []), ...(augment ? ['PAGE.AUG'] : [])].join(' ') || '-',
    ];
}
function describeFinding({ severity, message, refusedBy }) {
    const by = refusedBy === 'all' ? 'every VMM' : refusedBy.join(', ');
    return `${severity}: ${message}${by === '' ? '' : ` (refused by ${by})`}`;
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


/***/ })

};
