export const id = 652;
export const ids = [652];
export const modules = {

/***/ 4652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verifyQuote: () => (/* binding */ verifyQuote)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2311);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5505);
/** The signature of a quote, verified by a library that the user installs: tdx-boot itself only reads quotes. */






/** Pure JavaScript, Apache-2.0: https://github.com/Phala-Network/dcap-qvl, dcap-qvl-js. */
const LIBRARY = '@phala/dcap-qvl';
const RESULT_SCHEMA = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), advisory_ids: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()) });
/** Kept from ncc, which would copy the file that a literal `new URL(\u2026, import.meta.url)` names. */
const HERE = import.meta.url;
/** src/cli and dist/cli are equally deep. */
const OWN = (0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(new URL('../../', HERE));
/**
 * Verifies a quote offline.
 * @param collateral JSON file with Intel's certificates, revocation lists and TCB info, as the library fetches them
 * @param at the time at which all of them have to be valid
 * @throws UsageError code `no-verifier` where the library is not installed, `bad-collateral`
 */
function verifyQuote(quote, collateral, at) {
    const library = loadLibrary();
    const parsed = parseCollateral(collateral);
    try {
        const result = RESULT_SCHEMA.parse(library.verify(quote, parsed, Math.floor(at.getTime() / 1000)));
        return { valid: true, status: result.status, advisories: result.advisory_ids };
    }
    catch (error) {
        return { valid: false, status: (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error), advisories: [] };
    }
}
/** Beside tdx-boot, or in the user's project. */
function loadLibrary() {
    for (const directory of [OWN, process.cwd()]) {
        try {
            const found = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'package.json'))(LIBRARY);
            if (isLibrary(found))
                return found;
        }
        catch {
            // Not there.
        }
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('no-verifier', `verifying a quote needs ${LIBRARY}, which is not installed`, {
        hint: `Install it here: npm install ${LIBRARY}`,
    });
}
function isLibrary(value) {
    return (typeof value === 'object' && value !== null && 'verify' in value && typeof value.verify === 'function');
}
function parseCollateral(file) {
    try {
        return JSON.parse(Buffer.from((0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readInput */ .R5)(file, 'the collateral')).toString('utf8'));
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('bad-collateral', `the collateral is not JSON: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, {
            where: file,
            hint: `Write what getCollateral() of ${LIBRARY} returns to the file.`,
        });
    }
}


/***/ })

};
