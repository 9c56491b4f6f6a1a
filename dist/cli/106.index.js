export const id = 106;
export const ids = [106];
export const modules = {

/***/ 1106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inspect: () => (/* binding */ inspect)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _tdx_check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2056);
/* harmony import */ var _tdx_format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9645);
/* harmony import */ var _tdx_metadata_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4479);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4330);
/** `tdx-boot firmware inspect`: what a firmware image says of itself. */






/** `tdx-boot firmware inspect`: the TDX metadata and what is wrong with it. Exits 1 when some VMM would refuse it. */
function inspect(file, options, { out }) {
    const image = read(file);
    const metadata = parse(file, image);
    const findings = (0,_tdx_check_js__WEBPACK_IMPORTED_MODULE_2__/* .checkMetadata */ .sI)(metadata, image);
    const refused = findings.some(({ severity }) => severity === 'error');
    if (options.json === true)
        out.write(`${toJson(metadata, findings)}\n`);
    else
        for (const line of describe(file, image.length, metadata, findings))
            out.write(`${line}\n`);
    return refused ? _main_js__WEBPACK_IMPORTED_MODULE_4__/* .EXIT */ .d.failed : _main_js__WEBPACK_IMPORTED_MODULE_4__/* .EXIT */ .d.passed;
}
function read(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('no-firmware', `cannot read the firmware: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, {
            where: file,
            cause: error,
        });
    }
}
/** The error of an image says nothing of its file. */
function parse(file, image) {
    try {
        return (0,_tdx_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .parseMetadata */ .j)(image);
    }
    catch (error) {
        if (!(error instanceof _tdx_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .MetadataError */ .w))
            throw error;
        const { code, message, hint } = error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(code, message, { where: file, ...(hint === undefined ? {} : { hint }) });
    }
}
/** 64-bit numbers as hexadecimal text: JSON readers round them. */
function toJson(metadata, findings) {
    const spell = (_, value) => (typeof value === 'bigint' ? (0,_tdx_format_js__WEBPACK_IMPORTED_MODULE_5__/* .hex */ .uh)(value) : value);
    return JSON.stringify({ ...metadata, findings }, spell, 2);
}
function describe(file, size, metadata, findings) {
    const found = `TDX metadata at ${(0,_tdx_format_js__WEBPACK_IMPORTED_MODULE_5__/* .hex */ .uh)(metadata.descriptorOffset)}, found by the ${metadata.found.replace('-', ' ')}`;
    const rows = [['#', 'type', 'in the file', 'in memory', 'attributes'], ...metadata.sections.map(row)];
    const widths = rows.reduce((all, cells) => cells.map((cell, i) => Math.max(cell.length, all[i] ?? 0)), []);
    return [
        `${file}: ${size} bytes, ${found}`,
        ...rows.map((cells) => cells
            .map((cell, i) => cell.padEnd(widths[i] ?? 0))
            .join('  ')
            .trimEnd()),
        ...findings.map(describeFinding),
        ...(findings.length === 0 ? ['no findings'] : []),
    ];
}
function row(section) {
    const { index, name, dataOffset, rawSize, address, memorySize, extend, augment } = section;
    return [
        String(index),
        name,
        rawSize === 0 ? '-' : (0,_tdx_format_js__WEBPACK_IMPORTED_MODULE_5__/* .hexRange */ .Z7)(dataOffset, dataOffset + rawSize),
        (0,_tdx_format_js__WEBPACK_IMPORTED_MODULE_5__/* .hexRange */ .Z7)(address, address + memorySize),
        [...(extend ? ['MR.EXTEND'] : []), ...(augment ? ['PAGE.AUG'] : [])].join(' ') || '-',
    ];
}
function describeFinding({ severity, message, refusedBy }) {
    const by = refusedBy === 'all' ? 'every VMM' : refusedBy.join(', ');
    return `${severity}: ${message}${by === '' ? '' : ` (refused by ${by})`}`;
}


/***/ })

};
