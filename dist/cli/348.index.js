export const id = 348;
export const ids = [348];
export const modules = {

/***/ 3348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   build: () => (/* binding */ build),
/* harmony export */   list: () => (/* binding */ list),
/* harmony export */   path: () => (/* binding */ path),
/* harmony export */   prune: () => (/* binding */ prune),
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var _boot_signals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6697);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _firmware_measure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5673);
/* harmony import */ var _firmware_provide_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8127);
/* harmony import */ var _firmware_store_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8224);
/* harmony import */ var _report_firmware_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8886);
/* harmony import */ var _scenario_request_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1159);
/* harmony import */ var _scenario_units_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(893);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4568);
/** What the commands below `tdx-boot firmware` do, but for `inspect`. */










/** `tdx-boot firmware build`. */
async function build(name, flags, streams) {
    return withStore(flags, streams, async (options) => {
        const { entry, from } = await (0,_firmware_provide_js__WEBPACK_IMPORTED_MODULE_4__/* .provideFirmware */ .BV)(request(name, flags), {
            ...options,
            installTools: flags.installTools === true,
        });
        print(streams, flags, { ...facts(entry), from }, entry.image);
        return _main_js__WEBPACK_IMPORTED_MODULE_9__/* .EXIT */ .d.passed;
    });
}
/** `tdx-boot firmware path`. */
async function path(name, flags, streams) {
    return withStore(flags, streams, async (options) => {
        const entry = await (0,_firmware_provide_js__WEBPACK_IMPORTED_MODULE_4__/* .findFirmware */ .h$)(request(name, flags), options);
        print(streams, flags, facts(entry), entry.image);
        return _main_js__WEBPACK_IMPORTED_MODULE_9__/* .EXIT */ .d.passed;
    });
}
/** `tdx-boot firmware verify`: exits 1 when the two images differ. */
async function verify(name, flags, streams) {
    return withStore(flags, streams, async (options) => {
        const { entry, sha256, same } = await (0,_firmware_provide_js__WEBPACK_IMPORTED_MODULE_4__/* .verifyFirmware */ .Bs)(request(name, flags), options);
        const text = same
            ? `${entry.image}: built again, identical (SHA-256 ${sha256})`
            : `${entry.image}: built again, DIFFERENT: SHA-256 ${entry.manifest.sha256} in the store, ${sha256} now`;
        print(streams, flags, { ...facts(entry), rebuilt: sha256, same }, text);
        return same ? _main_js__WEBPACK_IMPORTED_MODULE_9__/* .EXIT */ .d.passed : _main_js__WEBPACK_IMPORTED_MODULE_9__/* .EXIT */ .d.failed;
    });
}
/** `tdx-boot firmware list`. */
async function list(flags, streams) {
    return withStore(flags, streams, async ({ store }) => {
        const all = store.list();
        const lines = all.map(({ entry, used }) => {
            const { inputs, sha256 } = entry.manifest;
            const source = entry.manifest.source.commit ?? entry.manifest.source.from;
            return [inputs.recipe, inputs.build, source, sha256, used.toISOString(), entry.image].join('  ');
        });
        const json = all.map(({ entry, used }) => ({ ...facts(entry), used: used.toISOString() }));
        print(streams, flags, json, lines.length === 0 ? `${store.root}: no images` : lines.join('\n'));
        return _main_js__WEBPACK_IMPORTED_MODULE_9__/* .EXIT */ .d.passed;
    });
}
/** `tdx-boot firmware prune`. */
async function prune(flags, streams) {
    if (!/^\d+[KMG]$/.test(flags.limit)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb('bad-size', `"${flags.limit}" is not a size such as 64M`);
    }
    return withStore(flags, streams, async ({ store }) => {
        const limit = flags.limit.startsWith('0') ? 0 : (0,_scenario_units_js__WEBPACK_IMPORTED_MODULE_8__/* .parseSize */ .D)(flags.limit);
        await store.sweep();
        const removed = store.prune({ limit });
        if (limit === 0)
            store.forgetSources();
        const text = removed.map(({ image }) => `removed ${image}`).join('\n');
        print(streams, flags, removed.map(facts), text === '' ? 'nothing to remove' : text);
        return _main_js__WEBPACK_IMPORTED_MODULE_9__/* .EXIT */ .d.passed;
    });
}
async function withStore(flags, { error }, body) {
    const progress = new _report_firmware_log_js__WEBPACK_IMPORTED_MODULE_6__/* .FirmwareTerminal */ .g(error);
    const { on: listener } = progress;
    const store = new _firmware_store_js__WEBPACK_IMPORTED_MODULE_5__/* .Store */ .il(flags.store ?? (0,_firmware_store_js__WEBPACK_IMPORTED_MODULE_5__/* .defaultRoot */ .cc)(), { listener });
    const ended = await (0,_boot_signals_js__WEBPACK_IMPORTED_MODULE_1__/* .session */ .d)(async ({ signal }) => {
        try {
            return await body({ store, listener, signal });
        }
        finally {
            progress.close();
        }
    });
    return ended.signal === undefined ? ended.value : 128 + node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals[ended.signal];
}
function request(name, { build, ref, repository, define }) {
    const checked = (0,_scenario_request_js__WEBPACK_IMPORTED_MODULE_7__/* .parseRequest */ .T)({ name, build, ref, repository, defines: define }, process.cwd());
    const [problem] = checked.problems;
    if (problem !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb('bad-firmware', `firmware ${problem.key}: ${problem.message}`);
    return checked.request;
}
function facts(entry) {
    const { image, manifestFile, manifest } = entry;
    const { key, sha256, size, source, inputs } = manifest;
    return {
        path: image,
        manifest: manifestFile,
        key,
        sha256,
        mrtd: (0,_firmware_measure_js__WEBPACK_IMPORTED_MODULE_3__/* .mrtdOf */ .xr)(entry) ?? null,
        size,
        commit: source.commit ?? null,
        build: inputs.build,
    };
}
function print({ out }, { json }, value, text) {
    out.write(json === true ? `${JSON.stringify(value, null, 2)}\n` : `${text}\n`);
}


/***/ })

};
