export const id = 242;
export const ids = [242];
export const modules = {

/***/ 5242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   post: () => (/* binding */ post),
/* harmony export */   saveMachine: () => (/* binding */ saveMachine),
/* harmony export */   saveWorkDir: () => (/* binding */ saveWorkDir)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6421);
/* harmony import */ var _firmware_store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8224);
/* harmony import */ var _vmm_machine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2159);
/** The post step: whatever a killed main step has left behind is removed, of its machine and of its build. */




const WORK_DIR = 'workDir';
const MACHINE = 'machine';
/** Lets the post step know the directory that a killed main step would leave. */
function saveWorkDir(directory) {
    _actions_core__WEBPACK_IMPORTED_MODULE_1__.saveState(WORK_DIR, directory);
}
/** Lets the post step know the VMM's process. */
function saveMachine(event) {
    if (event.type !== 'launch')
        return;
    _actions_core__WEBPACK_IMPORTED_MODULE_1__.saveState(MACHINE, JSON.stringify({ pid: event.pid, args: event.argv.slice(1) }));
}
async function post() {
    const machine = parseMachine(_actions_core__WEBPACK_IMPORTED_MODULE_1__.getState(MACHINE));
    if (machine !== undefined && isRunning(machine)) {
        _actions_core__WEBPACK_IMPORTED_MODULE_1__.warning(`The VMM (process ${machine.pid}) was still running and has been killed.`);
        (0,_vmm_machine_js__WEBPACK_IMPORTED_MODULE_3__/* .killGroup */ .i0)(machine.pid);
    }
    const directory = _actions_core__WEBPACK_IMPORTED_MODULE_1__.getState(WORK_DIR);
    if (directory !== '')
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(directory, { recursive: true, force: true });
    await new _firmware_store_js__WEBPACK_IMPORTED_MODULE_2__/* .Store */ .il((0,_firmware_store_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultRoot */ .cc)(), { listener: () => undefined }).sweep();
}
function parseMachine(text) {
    if (text === '')
        return undefined;
    const value = JSON.parse(text);
    const valid = typeof value === 'object' && value !== null && 'pid' in value && 'args' in value;
    return valid && typeof value.pid === 'number' && Array.isArray(value.args)
        ? { pid: value.pid, args: value.args.map(String) }
        : undefined;
}
/** Process numbers are used again, so the command line has to be the same too (proc(5), cmdline). */
function isRunning({ pid, args }) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/cmdline`, 'utf8').endsWith(`${args.join('\0')}\0`);
    }
    catch {
        return false;
    }
}


/***/ })

};
