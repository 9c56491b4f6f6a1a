export const id = 270;
export const ids = [270];
export const modules = {

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   HS: () => (/* binding */ TdxBootError),
/* harmony export */   Wk: () => (/* binding */ formatError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dh: () => (/* binding */ HostError),
/* harmony export */   eb: () => (/* binding */ UsageError)
/* harmony export */ });
/** The one error shape of the project: what went wrong, under a stable code, and what to do next. */
/** An error that a user can act on. `code` is stable and kebab-case; `hint` says what to do next. */
class TdxBootError extends Error {
    code;
    hint;
    where;
    constructor(code, message, facts = {}) {
        super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
        this.name = 'TdxBootError';
        this.code = code;
        this.hint = facts.hint;
        this.where = facts.where;
    }
}
/** The user's scenario or command line is wrong: refused before anything is built or booted (exit code 2). */
class UsageError extends TdxBootError {
}
/** The host, the VMM or a file could not do its part (verdict `errored`, exit code 125). */
class HostError extends TdxBootError {
}
/** `where: message`, then an indented hint: how an error looks on a terminal and in a job log. */
function formatError(error) {
    const head = error.where === undefined ? error.message : `${error.where}: ${error.message}`;
    return error.hint === undefined ? head : `${head}\n  ${error.hint}`;
}
/** The message of anything that was thrown. */
function messageOf(error) {
    const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
    return hasMessage ? String(error.message) : String(error);
}
/** The system's name of an error (`ENOSPC`), where it has one. */
function codeOf(error) {
    const hasCode = typeof error === 'object' && error !== null && 'code' in error;
    return hasCode && typeof error.code === 'string' ? error.code : undefined;
}


/***/ }),

/***/ 3414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ tryLock),
/* harmony export */   k: () => (/* binding */ withLock)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8474);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/** An exclusive lock between processes that the kernel releases when its holder dies, however it dies. */





/**
 * Runs `body` while this process, and no other on this machine, holds the lock of that name.
 * @param path a file that is made for it and removed after it
 * @throws HostError code `lock-timeout` or `lock-unavailable`; the reason of `signal` when it aborts the wait
 */
async function withLock(path, options, body) {
    const release = await acquire(path, options);
    try {
        return await body();
    }
    finally {
        release();
    }
}
/** Takes the lock if it is free; undefined when somebody holds it. */
async function tryLock(path) {
    return lock(path, 0);
}
async function acquire(path, { signal, waitMs, onWait }) {
    const free = await lock(path, 0, signal);
    if (free !== undefined)
        return free;
    onWait?.();
    const release = await lock(path, performance.now() + waitMs, signal);
    if (release !== undefined)
        return release;
    const pids = holders(path);
    const who = pids.length === 0 ? 'another process' : `process ${pids.join(', ')}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HostError */ .dh('lock-timeout', `${path} is still locked by ${who} after ${waitMs / 1000} s`, {
        hint: pids.length === 0 ? `See who holds it: fuser ${path}` : `See what it does: ps -fp ${pids.join(',')}`,
    });
}
/** @param deadline as performance.now(); one that has passed means: at once or not at all */
async function lock(path, deadline, signal) {
    for (;;) {
        // Nothing is awaited from here to where flock() listens: an abort before that is not told again.
        signal?.throwIfAborted();
        const fd = open(path);
        let keep = false;
        try {
            const seconds = (deadline - performance.now()) / 1000;
            const wait = seconds > 0 ? ['--timeout', seconds.toFixed(3)] : ['--nonblock'];
            const locked = await flock(fd, wait, signal);
            keep = locked && isCurrent(path, fd);
            if (keep)
                return () => release(path, fd);
            if (!locked && signal?.aborted !== true)
                return undefined;
        }
        finally {
            if (!keep)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.closeSync)(fd);
        }
    }
}
/** In a directory of all users, another one may have put a link or a pipe there: neither leads or holds us anywhere. */
const PLAINLY = node_fs__WEBPACK_IMPORTED_MODULE_2__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_2__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_2__.constants.O_NONBLOCK;
/** Everybody may open it: flock(2) needs no right to write, and a sticky directory may allow none to others. */
function open(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), { recursive: true });
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.openSync)(path, PLAINLY | node_fs__WEBPACK_IMPORTED_MODULE_2__.constants.O_CREAT, 0o444);
    }
    catch (error) {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.openSync)(path, PLAINLY);
        }
        catch {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HostError */ .dh('lock-unavailable', `cannot open the lock file ${path}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, {
                hint: 'Its directory has to be writable and must have space left.',
                cause: error,
            });
        }
    }
}
/** What flock(1) exits with when somebody else has the lock. */
const BUSY = 1;
/**
 * flock(1) locks the open file that it inherits from us, and the lock is on that open file: it stays when flock(1) ends
 * and goes when our descriptor does. Node has no call for it, and this needs no native module. setpriv(1), of the same
 * package, ends a waiting flock(1) when we are killed.
 */
async function flock(fd, wait, signal) {
    const args = ['--pdeathsig', 'KILL', '--', 'flock', '--exclusive', ...wait, '3'];
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('setpriv', args, { stdio: ['ignore', 'ignore', 'pipe', fd] });
    let said = '';
    child.stderr?.on('data', (bytes) => {
        said += bytes;
    });
    const kill = () => {
        child.kill('SIGKILL');
    };
    signal?.addEventListener('abort', kill);
    try {
        const [code, killedBy] = (await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'close'));
        if (code === 0)
            return true;
        if (code === BUSY || signal?.aborted === true)
            return false;
        throw new Error(said.trim() || `flock: ${killedBy ?? `exit code ${code}`}`);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HostError */ .dh('lock-unavailable', `cannot lock files: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, {
            hint: 'It needs setpriv and flock (sudo apt-get install util-linux), and a file system that knows flock(2).',
            cause: error,
        });
    }
    finally {
        signal?.removeEventListener('abort', kill);
    }
}
/** Who has locked it, as far as we may see: the kernel notes a lock beside its descriptor (proc(5), fdinfo). */
function holders(path) {
    const lock = new RegExp(`FLOCK.*:${(0,node_fs__WEBPACK_IMPORTED_MODULE_2__.statSync)(path, { throwIfNoEntry: false })?.ino} `);
    const processes = visible(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.readdirSync)('/proc'), []).filter((name) => /^\d/.test(name));
    return processes.filter((pid) => {
        const directory = `/proc/${pid}/fdinfo`;
        const descriptors = visible(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.readdirSync)(directory), []);
        return descriptors.some((fd) => lock.test(visible(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.readFileSync)(`${directory}/${fd}`, 'utf8'), '')));
    });
}
/** What is in /proc may end at any time, or be of another user. */
function visible(read, otherwise) {
    try {
        return read();
    }
    catch {
        return otherwise;
    }
}
/** The holder before us removed the file: then what we locked is no longer what the next one will open. */
function isCurrent(path, fd) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.statSync)(path, { throwIfNoEntry: false })?.ino === (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.fstatSync)(fd).ino;
}
function release(path, fd) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.rmSync)(path, { force: true });
    }
    catch {
        // In a sticky directory it may be another user's; an unlocked file is harmless.
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.closeSync)(fd);
    }
}


/***/ }),

/***/ 4808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   nM: () => (/* binding */ firmwareKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _scenario_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2943);
/** What is known of a built image, kept beside it: what it was made from, with which tools, and its digest. */


/** The name of an image in every cache. Equal inputs give equal keys, whatever the order of the tools. */
function firmwareKey({ toolchain, ...inputs }) {
    const tools = Object.entries(toolchain).sort(([a], [b]) => (a < b ? -1 : 1));
    const { recipe, build, source, recipeDigest, defines, arch } = inputs;
    const prefix = `${recipe}-${build}-${digest([source, recipeDigest, defines, arch])}`;
    return { prefix, key: `${prefix}-${digest(tools)}` };
}
/** The first 16 hex digits of the SHA-256 of a JSON value. */
function digest(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
/**
 * Reads a manifest's text. It may come from a cache that others write: the key has to follow from the inputs, and the
 * image is checked against size and digest. By hand, because loading zod takes longer than all else of a lookup.
 * @returns undefined when it is none, or not one of this key
 */
function parseManifest(text, key) {
    try {
        const value = JSON.parse(text);
        const { inputs } = value;
        const whole = value.version === 1 &&
            // A key is a directory's name: these words keep anything else out of it.
            _scenario_words_js__WEBPACK_IMPORTED_MODULE_1__/* .RECIPE_NAMES */ .If.includes(inputs.recipe) &&
            _scenario_words_js__WEBPACK_IMPORTED_MODULE_1__/* .BUILDS */ .W4.includes(inputs.build) &&
            [inputs.source, inputs.recipeDigest, inputs.arch].every(isString) &&
            inputs.defines.every(isString) &&
            Object.values(inputs.toolchain).every(isString) &&
            value.key === key &&
            firmwareKey(inputs).key === key &&
            /^[\w-][\w.-]*$/.test(value.image) &&
            Number.isSafeInteger(value.size) &&
            /^[0-9a-f]{64}$/.test(value.sha256) &&
            (value.mrtd === undefined || /^[0-9a-f]{96}$/.test(value.mrtd)) &&
            areFacts(value.source) &&
            new Date(value.builtAt).toISOString() === value.builtAt &&
            Number.isFinite(value.buildSeconds);
        return whole ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function areFacts({ from, commit, tree, submodules }) {
    return (isString(from) &&
        [commit, tree, ...submodules.map((submodule) => submodule.commit)].every(isOptionalString) &&
        submodules.every(({ path }) => isString(path)));
}
function isString(value) {
    return typeof value === 'string';
}
function isOptionalString(value) {
    return value === undefined || isString(value);
}


/***/ }),

/***/ 4897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x0: () => (/* binding */ measureBuilt),
  u8: () => (/* binding */ measureImage),
  xr: () => (/* binding */ mrtdOf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/scenario/words.js
var words = __webpack_require__(2943);
// EXTERNAL MODULE: ./lib/tdx/format.js
var format = __webpack_require__(9645);
;// CONCATENATED MODULE: ./lib/tdx/metadata.js
/**
 * Finds and reads the TDX metadata of a firmware image: what a VMM loads where, and what of it is measured.
 */


/** The image has no TDX metadata that can be read. `offset` is where in the image, in bytes. */
class MetadataError extends errors/* UsageError */.eb {
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
    const hasTable = (0,format/* guidAt */.bV)(image, tableEnd - GUID_BYTES) === FOOTER_GUID;
    const entry = hasTable ? findOffsetEntry(image, view, tableEnd) : undefined;
    if (entry !== undefined)
        return { offset: descriptorBeforeEnd(view, entry), found: 'guid-table' };
    const pointer = view.getUint32(tableEnd, true);
    const inside = pointer + DESCRIPTOR_BYTES <= size;
    if (inside && (view.getUint32(pointer, true) === SIGNATURE || hasGuidBefore(image, pointer))) {
        return { offset: pointer, found: 'legacy-pointer' };
    }
    const tried = `the legacy pointer there (${(0,format/* hex */.uh)(pointer)}) leads to no TDX metadata`;
    if (hasTable) {
        const message = `The GUID table that ends at ${(0,format/* hex */.uh)(tableEnd)} has no TDX entry, and ${tried}`;
        throw new MetadataError('no-tdx-metadata', message, tableEnd);
    }
    const what = size % IMAGE_UNIT === 0 ? '' : `${size} bytes are no multiple of 64 KiB, `;
    const message = `Not a firmware image, or a damaged one: ${what}no GUID table ends at ${(0,format/* hex */.uh)(tableEnd)}, and ${tried}`;
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
        const guid = (0,format/* guidAt */.bV)(image, end - GUID_BYTES);
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
    const what = `The GUID table ${at(entry)} puts the TDX metadata ${(0,format/* hex */.uh)(distance)} bytes before the end`;
    if (distance > size) {
        throw new MetadataError('truncated', `${what}, but the image has only ${(0,format/* hex */.uh)(size)} bytes`, entry);
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
        const message = `The TDX metadata ${at(offset)} begins with ${(0,format/* hex */.uh)(signature)} instead of 'TDVF'`;
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
        const message = `The TDX metadata ${at(offset)} has ${(0,format/* hex */.uh)(length)} bytes`;
        const room = `the image ends after ${(0,format/* hex */.uh)(view.byteLength - offset)}`;
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
    return offset >= GUID_BYTES && (0,format/* guidAt */.bV)(image, offset - GUID_BYTES) === METADATA_GUID;
}
function at(offset) {
    return `at offset ${(0,format/* hex */.uh)(offset)}`;
}

// EXTERNAL MODULE: ./lib/tdx/mrtd.js + 2 modules
var mrtd = __webpack_require__(6591);
;// CONCATENATED MODULE: ./lib/firmware/measure.js
/** The MRTD of an image: recorded in its manifest when it is built, computed where a manifest is older than that. */





/**
 * MRTD of an image that a recipe has built; undefined for a VMM, which is not measured.
 * @param log where to look when there is none
 * @throws HostError code `not-td-firmware` when it cannot be measured: the recipe is wrong, or its output
 */
function measureBuilt(image, recipe, log) {
    if (!words/* FIRMWARES */.Xb.some((firmware) => firmware === recipe))
        return undefined;
    try {
        return measureImage(image);
    }
    catch (error) {
        if (!(error instanceof errors/* UsageError */.eb))
            throw error;
        const message = `building ${recipe} gave an image that no TD can start: ${error.message}`;
        throw new errors/* HostError */.dh('not-td-firmware', message, { hint: `The whole log: ${log}`, cause: error });
    }
}
/** MRTD of a stored image. A manifest of an older tdx-boot has none: its image has. */
function mrtdOf({ image, manifest, log }) {
    return manifest.mrtd ?? measureBuilt((0,external_node_fs_.readFileSync)(image), manifest.inputs.recipe, log);
}
/** @throws MetadataError, DataError */
function measureImage(image) {
    return (0,mrtd/* computeMrtd */.j5)(image, parseMetadata(image), mrtd/* LAUNCH_RULES */.ar);
}


/***/ }),

/***/ 8224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cc: () => (/* binding */ defaultRoot),
/* harmony export */   e0: () => (/* binding */ MANIFEST),
/* harmony export */   il: () => (/* binding */ Store),
/* harmony export */   n3: () => (/* binding */ DamagedImageError)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3414);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4808);
/* harmony import */ var _measure_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4897);
/** The images of this machine, by key: written whole or not at all, checked before every use, bounded in size. */








const MANIFEST = 'manifest.json';
/** An image that was asked for so recently may be on its way into a VM: it is not evicted. */
const IN_USE_MS = 60 * 60_000;
/** Bytes that a store may hold; a TDVF takes 4 MiB. */
const DEFAULT_LIMIT = 256 * 1024 * 1024;
/** $XDG_CACHE_HOME/tdx-boot/firmware: one store for all jobs of a runner's user. */
function defaultRoot() {
    const { XDG_CACHE_HOME: cache = '' } = process.env;
    // The XDG specification: a relative path is to be ignored, and an empty one is none.
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(cache) ? cache : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)(), '.cache'), 'tdx-boot', 'firmware');
}
/**
 * A directory of images, shared by any number of processes:
 * `entries/KEY/` an image and its manifest, `logs/KEY.log` of its build, `tmp/` what is being made, `locks/`.
 */
class Store {
    root;
    #limit;
    #listener;
    /** @param options.limit bytes; above it, adding an image evicts the least recently used ones */
    constructor(root, options) {
        this.root = root;
        this.#limit = options.limit ?? DEFAULT_LIMIT;
        this.#listener = options.listener;
    }
    /** The image of a key, checked against its manifest. A damaged one is thrown away, with a notice. */
    find(key) {
        const entry = this.#read(key);
        if (entry !== undefined)
            touch(entry.manifestFile);
        return entry;
    }
    /** The newest image of a prefix, whatever toolchain has built it. */
    findAny(prefix) {
        const entries = this.#keys()
            .filter((key) => key.startsWith(`${prefix}-`))
            .flatMap((key) => this.#read(key) ?? []);
        const newest = entries.sort((a, b) => b.manifest.builtAt.localeCompare(a.manifest.builtAt))[0];
        if (newest !== undefined)
            touch(newest.manifestFile);
        return newest;
    }
    /** Every sound image, the most recently used first. */
    list() {
        return this.#keys()
            .flatMap((key) => this.#read(key) ?? [])
            .map((entry) => ({ entry, used: modified(entry.manifestFile) }))
            .sort((a, b) => b.used.getTime() - a.used.getTime());
    }
    /**
     * The lock of whoever makes an image ready.
     * @throws HostError code `store-unwritable` or `disk-full`
     */
    lockPath(name) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#writable('locks'), name);
    }
    /** Where the image of a key is, or will be. */
    imagePath(key, name) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'entries', key, name);
    }
    /** Where the log of a build goes; it stays when the build fails. */
    logPath(key) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'logs', `${key}.log`);
    }
    /**
     * Gives `body` an empty private directory on the store's file system, and removes it. When this process is killed,
     * its lock is free, and the next one's sweep finds the directory by that.
     * @throws HostError code `store-unwritable` or `disk-full`; what `body` throws
     */
    async withStaging(body) {
        const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#writable('tmp'), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
        await this.sweep();
        try {
            return await (0,_lock_js__WEBPACK_IMPORTED_MODULE_5__/* .withLock */ .k)(`${directory}.lock`, { waitMs: 10_000 }, async () => {
                try {
                    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(directory);
                    return await body(directory);
                }
                finally {
                    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(directory, { recursive: true, force: true });
                }
            });
        }
        catch (error) {
            throw storeError(error, this.root);
        }
    }
    /** Removes what killed processes have left. */
    async sweep() {
        const staged = new Set(list((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'tmp')).map((name) => name.replace(/\.lock$/, '')));
        for (const name of staged)
            await this.#sweepOne((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)('tmp', `${name}.lock`), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)('tmp', name));
        for (const name of list((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'locks')))
            await this.#sweepOne((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)('locks', name));
    }
    /**
     * Moves a finished image with its manifest into the store. One of the same key that is there already stays: it is as
     * good, and may be in use.
     * @param directory holds the image, under the name that the manifest gives; from `withStaging`
     * @throws DamagedImageError when the image is not what the manifest says; HostError code `store-unwritable` or
     *   `disk-full`
     */
    add(directory, manifest) {
        checkImage((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, manifest.image), manifest);
        checkMrtd((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, manifest.image), manifest);
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
            for (const name of [manifest.image, MANIFEST, '.'])
                sync((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name));
            const entries = this.#writable('entries');
            const { key } = manifest;
            const entry = this.find(key) ?? this.#move(directory, manifest) ?? this.find(key);
            if (entry === undefined)
                throw unwritable(`cannot replace ${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(entries, key)}`, this.root);
            sync(entries);
            this.prune({ limit: this.#limit, spare: IN_USE_MS });
            return entry;
        }
        catch (error) {
            throw storeError(error, this.root);
        }
    }
    /**
     * Removes the least recently used images until the rest fits, and old logs of builds that have no image.
     * @param options.limit bytes that may stay
     * @param options.spare images used within so many milliseconds stay in any case
     */
    prune({ limit, spare = 0 }) {
        const oldestFirst = this.list().reverse();
        let total = oldestFirst.reduce((sum, { entry }) => sum + entry.manifest.size, 0);
        const removed = [];
        for (const { entry } of oldestFirst) {
            // Asked again: checking them all takes a while, and another process may have begun to use this one.
            if (total <= limit || age(entry.manifestFile) < spare || !this.#discard(entry.directory))
                continue;
            total -= entry.manifest.size;
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(entry.log, { force: true });
            removed.push(entry);
        }
        this.#pruneLogs();
        return removed;
    }
    /** Fetched commits, which later builds need not fetch again. */
    get sources() {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'sources');
    }
    forgetSources() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(this.sources, { recursive: true, force: true });
    }
    #keys() {
        return list((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'entries'));
    }
    #read(key) {
        const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'entries', key);
        const seen = identity(directory);
        if (seen === undefined)
            return undefined;
        try {
            const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .parseManifest */ .Ng)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, MANIFEST), 'utf8'), key);
            if (manifest === undefined)
                throw new DamagedImageError('its manifest is damaged');
            checkImage((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, manifest.image), manifest);
            return this.#entry(manifest);
        }
        catch (error) {
            // Between our looks at it, another process has evicted it, or put a new one in its place.
            if (identity(directory) !== seen)
                return this.#read(key);
            this.#notice(`Not used: ${directory}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
            this.#discard(directory);
            return undefined;
        }
    }
    #entry(manifest) {
        const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'entries', manifest.key);
        return {
            directory,
            image: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, manifest.image),
            manifestFile: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, MANIFEST),
            manifest,
            log: this.logPath(manifest.key),
        };
    }
    /** Undefined when there is one already: another process was faster, or a damaged one cannot be removed. */
    #move(directory, manifest) {
        const entry = this.#entry(manifest);
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(directory, entry.directory);
            return entry;
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(error) === 'ENOTEMPTY' || (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(error) === 'EEXIST')
                return undefined;
            throw error;
        }
    }
    /** Renamed first: nobody sees half of it. Returns whether it is gone. */
    #discard(directory) {
        try {
            const trash = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#writable('tmp'), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(directory, trash);
            return this.#remove(trash);
        }
        catch (error) {
            if (identity(directory) === undefined)
                return true;
            this.#notice(`Cannot remove ${directory}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
            return false;
        }
    }
    /** Another process may be removing it, too. */
    #remove(path) {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { recursive: true, force: true });
            return true;
        }
        catch (error) {
            if (identity(path) === undefined)
                return true;
            this.#notice(`Cannot remove ${path}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
            return false;
        }
    }
    /** Removes what a lock guards, and the lock's file, unless its owner lives. Both relative to the store. */
    async #sweepOne(lock, guarded) {
        try {
            const release = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_5__/* .tryLock */ .b)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, lock));
            if (release === undefined)
                return;
            try {
                if (guarded !== undefined)
                    this.#remove((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, guarded));
            }
            finally {
                release();
            }
        }
        catch (error) {
            this.#notice((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error));
        }
    }
    /** A log without an image is of a build that has failed, or that runs: then it is fresh. */
    #pruneLogs() {
        for (const name of list((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'logs'))) {
            const log = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'logs', name);
            const image = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'entries', name.replace(/\.log$/, ''));
            if (identity(image) === undefined && age(log) > IN_USE_MS)
                this.#remove(log);
        }
    }
    /** Makes a directory of the store, if need be, that we can write into. */
    #writable(name) {
        const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, name);
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(directory, { recursive: true });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(directory, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK);
            return directory;
        }
        catch (error) {
            const named = storeError(error, this.root);
            throw named instanceof _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HostError */ .dh ? named : unwritable((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error), this.root, error);
        }
    }
    #notice(text) {
        this.#listener({ type: 'notice', text });
    }
}
/** The named error behind a failed write below `root`. */
function storeError(error, root) {
    // The lock of a staging directory is a file of the store.
    const isLock = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HostError */ .dh && error.code === 'lock-unavailable';
    const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(isLock ? error.cause : error);
    if (code === 'ENOSPC' || code === 'EDQUOT') {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HostError */ .dh('disk-full', `no space left for firmware in ${root}`, {
            hint: 'A build needs about 1 GB while it runs. Free some space, or name another store.',
            cause: error,
        });
    }
    const denied = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
    return denied ? unwritable((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error), root, error) : error;
}
function unwritable(problem, root, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HostError */ .dh('store-unwritable', `cannot write to the firmware store ${root}: ${problem}`, {
        hint: 'Make it writable for this user, or name another store (XDG_CACHE_HOME).',
        cause,
    });
}
/** An image is not what its manifest says. */
class DamagedImageError extends Error {
}
function checkImage(image, { size, sha256 }) {
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(image, { throwIfNoEntry: false });
    if (stat === undefined)
        throw new DamagedImageError('its image is missing');
    if (!stat.isFile())
        throw new DamagedImageError('its image is not a regular file');
    if (stat.size !== size)
        throw new DamagedImageError(`its image has ${stat.size} bytes instead of ${size}`);
    const found = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(image)).digest('hex');
    if (found !== sha256)
        throw new DamagedImageError(`the SHA-256 of its image is ${found} instead of ${sha256}`);
}
/** What others have recorded is checked once, when it comes to this machine. */
function checkMrtd(image, { mrtd }) {
    if (mrtd === undefined)
        return;
    let found = 'none';
    try {
        found = (0,_measure_js__WEBPACK_IMPORTED_MODULE_7__/* .measureImage */ .u8)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(image));
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb))
            throw error;
    }
    if (found !== mrtd)
        throw new DamagedImageError(`its MRTD is ${found} instead of ${mrtd}`);
}
/** Tells whether a directory is still the one that we have looked at; undefined when it is gone. */
function identity(path) {
    try {
        const { ino, ctimeNs } = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { bigint: true });
        // A new one may get the number of the old one, but moving it here changes its ctime.
        return `${ino} ${ctimeNs}`;
    }
    catch {
        return undefined;
    }
}
/** The start of time when it is gone. */
function modified(file) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(file, { throwIfNoEntry: false })?.mtime ?? new Date(0);
}
/** Milliseconds since the last change; files have finer times than our clock. */
function age(file) {
    return Math.max(0, Date.now() - modified(file).getTime());
}
function list(directory) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory);
    }
    catch {
        return [];
    }
}
/** Best effort: a store that we may only read keeps no order of use. */
function touch(file) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.utimesSync)(file, new Date(), new Date());
    }
    catch {
        // Read-only.
    }
}
function sync(path) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, 'r');
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fsyncSync)(fd);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
    }
}


/***/ }),

/***/ 2943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   If: () => (/* binding */ RECIPE_NAMES),
/* harmony export */   P4: () => (/* binding */ PLATFORMS),
/* harmony export */   W: () => (/* binding */ VMMS),
/* harmony export */   W4: () => (/* binding */ BUILDS),
/* harmony export */   Xb: () => (/* binding */ FIRMWARES),
/* harmony export */   _: () => (/* binding */ PIN_SETS),
/* harmony export */   gO: () => (/* binding */ STREAMS),
/* harmony export */   oC: () => (/* binding */ SEVERITIES)
/* harmony export */ });
/* unused harmony exports LOG_SOURCES, PHASES, PAYLOAD_FIRMWARES */
/** The project's vocabulary: the closed sets of names that scenarios, events and reports share. */
/** Where the guest runs: a real Trust Domain, the same guest under KVM without a TD, or QEMU TCG. */
const PLATFORMS = ['tdx', 'kvm', 'emulated'];
/** What turns a scenario and a firmware into a running VM. */
const VMMS = ['qemu', 'cloud-hypervisor'];
/** Named byte sources: guest console (hvc0), firmware/UART port (ttyS0), edk2 debug port 0x402, the VMM's stderr. */
const STREAMS = ['console', 'serial', 'debugcon', 'vmm'];
/** Where a log without a scenario is from; `mixed`: each of its lines may be anybody's. */
const LOG_SOURCES = ['mixed', 'host', ...STREAMS];
/** How far a boot got, in the order in which a boot passes through them. */
const PHASES = (/* unused pure expression or super */ null && (['host', 'vmm', 'firmware', 'bootloader', 'kernel', 'initramfs', 'userspace']));
/** How bad a known failure line is: `fatal` ends the boot, `error` is a bug, `warning` is worth a look. */
const SEVERITIES = ['fatal', 'error', 'warning'];
/** Firmware that tdx-boot builds: TDVF boots a disk image, td-shim a Linux kernel, its variants other payloads. */
const FIRMWARES = ['tdvf', 'td-shim', 'td-shim-executable', 'td-shim-example'];
/** Those with a program of their own in the image: they boot without a kernel and without a disk. */
const PAYLOAD_FIRMWARES = (/* unused pure expression or super */ null && (['td-shim-executable', 'td-shim-example']));
/** All that tdx-boot builds from source: the firmware, and the VMM that is released only without TDX. */
const RECIPE_NAMES = [...FIRMWARES, 'cloud-hypervisor'];
/**
 * Which sources firmware is built from by default: those of Cloud Hypervisor's documentation, for hosts with Intel's
 * 2022 KVM tree, or those that work on hosts of Linux 6.16 and later.
 */
const PIN_SETS = ['documented', 'current'];
/** `debug` firmware logs what it does to the serial port. */
const BUILDS = ['release', 'debug'];


/***/ }),

/***/ 9645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z7: () => (/* binding */ hexRange),
/* harmony export */   bV: () => (/* binding */ guidAt),
/* harmony export */   uh: () => (/* binding */ hex)
/* harmony export */ });
/* unused harmony export shortHex */
/** How firmware code writes GUIDs and addresses, so that messages and comparisons use one spelling. */
/**
 * The EFI GUID at `offset` in lower-case registry form. EFI stores the first three groups little-endian and
 * the last two as they are written (UEFI specification, appendix A). Reads 16 bytes, which the caller has
 * checked to exist.
 */
function guidAt(bytes, offset) {
    const pairs = Array.from(bytes.subarray(offset, offset + 16), (byte) => byte.toString(16).padStart(2, '0'));
    const group = (start, end) => pairs.slice(start, end).join('');
    const swapped = (start, end) => pairs.slice(start, end).reverse().join('');
    return [swapped(0, 4), swapped(4, 6), swapped(6, 8), group(8, 10), group(10, 16)].join('-');
}
/** `4096` \u2192 `0x1000`. */
function hex(value) {
    return `0x${value.toString(16)}`;
}
/** The first digits of a digest, enough to tell two apart. */
function shortHex(digest) {
    return digest.length > 16 ? `${digest.slice(0, 16)}\u2026` : digest;
}
/** A half-open range of addresses or file offsets: `0x1000-0x2000`. */
function hexRange(start, end) {
    return `${hex(start)}-${hex(end)}`;
}


/***/ }),

/***/ 6591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ar: () => (/* binding */ LAUNCH_RULES),
  gf: () => (/* binding */ ORDERS),
  j5: () => (/* binding */ computeMrtd)
});

// UNUSED EXPORTS: MRTD_VARIANTS, launchOrder

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/tdx/format.js
var format = __webpack_require__(9645);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/tdx/reader.js
/** Reads untrusted little-endian data step by step: what does not fit ends in a named error that says where. */


/** `offset` is where in the data, in bytes. */
class DataError extends errors/* UsageError */.eb {
    offset;
    constructor(code, message, offset, { hint }) {
        super(code, message, { hint });
        this.name = 'DataError';
        this.offset = offset;
    }
}
/** A position in the data that moves forward. Every method throws DataError `truncated` when too few bytes are left. */
class Reader {
    #bytes;
    #view;
    #subject;
    #offset;
    #record = '';
    #index = 0;
    constructor(bytes, subject, offset = 0) {
        this.#bytes = bytes;
        this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        this.#subject = subject;
        this.#offset = offset;
    }
    get offset() {
        return this.#offset;
    }
    /** Bytes that are left. */
    get left() {
        return this.#bytes.length - this.#offset;
    }
    /** What follows is of this record: errors say so. */
    enter(record, index) {
        this.#record = record;
        this.#index = index;
    }
    u8(what) {
        return this.#view.getUint8(this.#move(1, what));
    }
    u16(what) {
        return this.#view.getUint16(this.#move(2, what), true);
    }
    u32(what) {
        return this.#view.getUint32(this.#move(4, what), true);
    }
    u64(what) {
        return this.#view.getBigUint64(this.#move(8, what), true);
    }
    guid(what) {
        return guidAt(this.#bytes, this.#move(16, what));
    }
    /** A view of the next bytes, not a copy: a length that the data claims costs nothing. */
    take(length, what) {
        const start = this.#move(length, what);
        return this.#bytes.subarray(start, start + length);
    }
    /** Moves on without looking at the bytes. */
    skip(length, what) {
        this.#move(length, what);
    }
    #move(length, what) {
        const start = this.#offset;
        if (length > this.left) {
            const { what: data } = this.#subject;
            const part = this.#record === '' ? what : `${what} of ${this.#record} ${this.#index}`;
            const message = `${data} ends within ${part}: ${length} bytes at offset ${hex(start)}, ${this.left} are left`;
            throw new DataError('truncated', message, start, this.#subject);
        }
        this.#offset = start + length;
        return start;
    }
}
/** The bytes as lower-case hex digits, in the order in which they are stored. */
function hexOf(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
/** Eight bytes as a little-endian number. */
function u64Of(bytes) {
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true);
}

;// CONCATENATED MODULE: ./lib/tdx/rule.js
/** The shape of a rule about TDX metadata, and the words that all rules share. */


/**
 * Where rules come from. Read at these commits: QEMU 6f1035fc (tdvf.c), 05caf269 (tdx.c), 04ddbb13 (x86-common.c) and
 * 0021c476 (pc_q35.c); Linux 3829d81b; Cloud Hypervisor ae44c297 (v53.0-246); td-shim 125eeab5; edk2 c5aa7e7d;
 * gce-tcb-verifier 2300e56d; tdx-module 1666adc4.
 */
const SOURCE = {
    spec: 'td-shim doc/tdshim_spec.md "TD Shim Metadata"; td-shim-interface/src/metadata.rs validate_sections',
    qemuParser: 'QEMU hw/i386/tdvf.c',
    qemuTdx: 'QEMU target/i386/kvm/tdx.c',
    qemuRom: 'QEMU hw/i386/x86-common.c x86_bios_rom_init',
    cloudHypervisor: 'Cloud Hypervisor vmm/src/vm.rs',
    kvm: 'Linux arch/x86/kvm/vmx/tdx.c tdx_vcpu_init_mem_region',
    gce: 'google/gce-tcb-verifier ovmf/tdx_data.go',
};
const QEMU_TYPES = (/* unused pure expression or super */ null && (['BFV', 'CFV', 'TD_HOB', 'TempMem']));
/** The types whose sections are records within a BFV and have no memory of their own. */
const RECORD_TYPES = ['TdInfo', 'TdParams'];
/** Whether QEMU's parser takes sections of this type; at the first other one it stops. */
function isQemuType(name) {
    return QEMU_TYPES.includes(name);
}
/** A rule that judges each section by itself: `judge` says what is wrong, or nothing. */
function eachSection(judge) {
    return function* (context) {
        for (const section of context.metadata.sections) {
            const message = judge(section, context);
            if (message !== undefined)
                yield { section: section.index, message };
        }
    };
}
/** First guest physical address after the section; may exceed 64 bits in a damaged image. */
function endOf({ address, memorySize }) {
    return address + memorySize;
}
/** The first TempMem that lies in the image itself, as td-shim's stack does; edk2 has none there. */
function scratchInImage(sections, imageSize) {
    const start = FOUR_GIB - BigInt(imageSize);
    return sections.find((section) => section.name === 'TempMem' && section.address < FOUR_GIB && endOf(section) > start);
}
function rangeOf(section) {
    return hexRange(section.address, endOf(section));
}

;// CONCATENATED MODULE: ./lib/tdx/mrtd.js
/** Computes MRTD: the digest that the TDX module makes of a TD's initial memory, as a VMM adds it from the image. */




/** Whether each page is measured as it is added, or all pages of a section are added first and measured afterwards. */
const ORDERS = ['interleaved', 'two-pass'];
const QEMU = { augmented: true, fill: 'image', measured: 'bit-0' };
/** As the VMMs of today measure; of the images that tdx-boot builds, Cloud Hypervisor and QEMU 10.1 make the same. */
const LAUNCH_RULES = { ...QEMU, order: 'interleaved' };
/** QEMU 8.2 of Intel's kernel tree and of Canonical noble; no upstream QEMU of that version starts a TD. */
const TWO_PASS_QEMU = /^8\.2\./;
/** The order in which a VMM measures, by its version where that is known. */
function launchOrder(vmm, version) {
    return vmm === 'qemu' && version !== undefined && TWO_PASS_QEMU.test(version) ? 'two-pass' : 'interleaved';
}
/** Every combination that a known program uses. */
const MRTD_VARIANTS = [
    {
        reader: 'qemu',
        rules: LAUNCH_RULES,
        programs: 'QEMU 10.1 and later with Linux 6.16 and later; Intel QEMU 7.x and 8.1',
        source: 'QEMU target/i386/kvm/tdx.c tdx_init_fw_mem_region; Linux arch/x86/kvm/vmx/tdx.c tdx_gmem_post_populate',
    },
    {
        reader: 'qemu',
        rules: { ...QEMU, order: 'two-pass' },
        programs: 'QEMU 8.2 of Intel (upstream-v5) and of Canonical noble (8.2.2+tdx)',
        source: 'intel-staging/qemu-tdx issue 1; td-shim issues 683 and 740; virtee/tdx-measure issue 18',
    },
    {
        reader: 'cloud-hypervisor',
        rules: { order: 'interleaved', augmented: true, fill: 'zero', measured: 'only-1' },
        programs: 'Cloud Hypervisor',
        source: 'Cloud Hypervisor ae44c297 vmm/src/vm.rs init_tdx_memory, populate_tdx_sections',
    },
    {
        reader: 'specification',
        rules: { order: 'interleaved', augmented: false, fill: 'zero', measured: 'bit-0' },
        programs: 'the specification; td-shim-tools, Google Compute Engine',
        source: 'td-shim doc/tdshim_spec.md; google/gce-tcb-verifier 74582c07 tdx/mrtd.go',
    },
];
const PAGE = 0x1000;
const CHUNK = 0x100;
const BUFFER = 128;
const ADDRESS_AT = 16;
/** What is hashed for a page that is added, and for one that is measured, too. */
const ADDED_BYTES = BigInt(BUFFER);
const MEASURED_BYTES = BigInt(BUFFER + PAGE + (PAGE / CHUNK) * BUFFER);
/** A damaged image can ask for memory without end. So much takes a second to hash: 4 GiB added, or 84 MiB measured. */
const MOST_HASHED = 0x8000000n;
const DAMAGED = {
    hint: 'The image is damaged, or no VMM starts it: tdx-boot firmware inspect says what is wrong.',
};
/**
 * MRTD of an image. Neither CPUs nor RAM nor the TD's attributes are in it, only the sections of the metadata, in their
 * order (intel/tdx-module tdh_mem_page_add.c, tdh_mr_extend.c).
 * @throws DataError code `truncated` or `bad-section` when a section cannot be added as the metadata says
 */
function computeMrtd(image, { sections }, rules) {
    const added = sections.filter((section) => isAdded(section, rules));
    requireSound(added, image, rules);
    const hash = (0,external_node_crypto_.createHash)('sha384');
    const add = buffer('MEM.PAGE.ADD');
    const extend = buffer('MR.EXTEND');
    const pageHash = (address) => {
        add.view.setBigUint64(ADDRESS_AT, address, true);
        hash.update(add.bytes);
    };
    const extendHash = (address, page) => {
        for (let at = 0; at < PAGE; at += CHUNK) {
            extend.view.setBigUint64(ADDRESS_AT, address + BigInt(at), true);
            hash.update(extend.bytes).update(page.subarray(at, at + CHUNK));
        }
    };
    for (const section of added) {
        const measured = isMeasured(section, rules);
        const content = contentOf(section, image, rules);
        const pages = Number(section.memorySize / BigInt(PAGE));
        const addressOf = (page) => section.address + BigInt(page * PAGE);
        for (let page = 0; page < pages; page++) {
            pageHash(addressOf(page));
            if (measured && rules.order === 'interleaved')
                extendHash(addressOf(page), pageOf(content, page));
        }
        if (!measured || rules.order === 'interleaved')
            continue;
        for (let page = 0; page < pages; page++)
            extendHash(addressOf(page), pageOf(content, page));
    }
    return hash.digest('hex');
}
function isAdded({ name, memorySize, augment }, { augmented }) {
    return memorySize > 0n && !RECORD_TYPES.includes(name) && (augmented || !augment);
}
function isMeasured({ attributes, extend }, { measured }) {
    return measured === 'bit-0' ? extend : attributes === 1;
}
/** Checked before anything is hashed: what the TDX module or the VMM would refuse has no MRTD. */
function requireSound(sections, image, rules) {
    let hashed = 0n;
    for (const section of sections) {
        const { index, name, address, memorySize, dataOffset, rawSize } = section;
        const what = `section ${index} (${name})`;
        const bad = (problem) => {
            throw new DataError('bad-section', `${what}: ${problem}`, dataOffset, DAMAGED);
        };
        if (address % BigInt(PAGE) !== 0n || memorySize % BigInt(PAGE) !== 0n) {
            bad(`${(0,format/* hexRange */.Z7)(address, address + memorySize)} is not made of whole 4 KiB pages`);
        }
        if (address + memorySize >= 1n << 64n)
            bad(`${(0,format/* hexRange */.Z7)(address, address + memorySize)} goes beyond 64 bits`);
        if (BigInt(rawSize) > memorySize)
            bad(`raw size ${(0,format/* hex */.uh)(rawSize)} exceeds memory size ${(0,format/* hex */.uh)(memorySize)}`);
        if (dataOffset + rawSize > image.length) {
            const data = (0,format/* hexRange */.Z7)(dataOffset, dataOffset + rawSize);
            bad(`data ${data} ends beyond the image (${(0,format/* hex */.uh)(image.length)})`);
        }
        hashed += (memorySize / BigInt(PAGE)) * (isMeasured(section, rules) ? MEASURED_BYTES : ADDED_BYTES);
        if (hashed > MOST_HASHED)
            bad(`${(0,format/* hexRange */.Z7)(address, address + memorySize)} is more than anybody adds to a TD`);
    }
}
/** The bytes behind the first pages of a section; where they end, memory is zero. */
function contentOf({ dataOffset, rawSize, memorySize }, image, { fill }) {
    const length = fill === 'image' && rawSize > 0 ? Number(memorySize) : rawSize;
    return image.subarray(dataOffset, dataOffset + length);
}
function pageOf(content, page) {
    const bytes = content.subarray(page * PAGE, (page + 1) * PAGE);
    if (bytes.length === PAGE)
        return bytes;
    const padded = new Uint8Array(PAGE);
    padded.set(bytes);
    return padded;
}
/** The 128 bytes that the TDX module hashes for an operation: its name, and from byte 16 on its address. */
function buffer(operation) {
    const bytes = new Uint8Array(BUFFER);
    bytes.set(Buffer.from(operation, 'latin1'));
    return { bytes, view: new DataView(bytes.buffer) };
}


/***/ }),

/***/ 2159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zv: () => (/* binding */ findCommand),
  i0: () => (/* binding */ killGroup)
});

// UNUSED EXPORTS: Machine

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/vmm/fifo.js
/** A two-way channel to a VMM over two named pipes: deep enough that a device without flow control loses nothing. */




class fifo_Fifo {
    /** What the VMM writes into `<path>.out`. */
    reader;
    /** What the VMM reads from `<path>.in`. */
    writer;
    #keeper;
    /**
     * Makes both pipes; the VMM opens them by path.
     * @throws HostError code `vmm-not-started`
     */
    constructor(path) {
        try {
            execFileSync('mkfifo', ['-m', '600', '--', `${path}.in`, `${path}.out`], { stdio: 'pipe' });
        }
        catch (cause) {
            throw new HostError('vmm-not-started', `no named pipes for the VMM: ${messageOf(cause)}`, { cause });
        }
        const out = openSync(`${path}.out`, constants.O_RDONLY | constants.O_NONBLOCK);
        // A pipe is at its end whenever nobody has it open for writing: we do, until the VMM is gone.
        this.#keeper = openSync(`${path}.out`, constants.O_WRONLY);
        // For reading too: for writing alone it could not be opened before the VMM reads.
        const input = openSync(`${path}.in`, constants.O_RDWR | constants.O_NONBLOCK);
        this.reader = new Socket({ fd: out, readable: true, writable: false });
        this.writer = new Socket({ fd: input, readable: false, writable: true });
    }
    /** To be called when the VMM is gone: the reader ends after the last byte. */
    release() {
        if (this.#keeper !== undefined)
            closeSync(this.#keeper);
        this.#keeper = undefined;
        this.writer.destroy();
    }
    /** To be called when no VMM was started. */
    discard() {
        this.release();
        this.reader.destroy();
    }
}

;// CONCATENATED MODULE: ./lib/vmm/machine.js
/** One running VM: its process group, its streams, and the certainty that nothing of it is left. */






/** How long a VMM may take to end when it is asked to, in milliseconds. */
const SHUTDOWN_DEADLINE_MS = 2000;
/** How long a killed VMM may take to disappear, in milliseconds; a machine that is swapping needs seconds. */
const KILL_DEADLINE_MS = 10_000;
class Machine {
    pid;
    #child;
    #writers;
    #readables;
    #gone;
    #apiSocket;
    /**
     * Starts the VMM in a process group of its own, with no terminal and none of our output streams.
     * @throws HostError code `vmm-missing`, `setpriv-missing` or `vmm-not-started`
     */
    static async start(backend, plan, callbacks) {
        const path = findCommand(plan.command);
        if (path === undefined) {
            throw new HostError('vmm-missing', `${plan.command} is not installed`, { hint: backend.installHint });
        }
        const setpriv = findCommand('setpriv');
        if (setpriv === undefined) {
            throw new HostError('setpriv-missing', 'setpriv is not installed: a killed tdx-boot would leave its VM behind', {
                hint: 'Install util-linux, or put setpriv on PATH.',
            });
        }
        const fifos = new Map([...plan.fifos].map(([channel, prefix]) => [channel, new Fifo(prefix)]));
        const child = spawnGroup(setpriv, path, plan);
        const failure = new Promise((_, reject) => {
            child.once('error', (cause) => {
                for (const fifo of fifos.values())
                    fifo.discard();
                const hint = 'Check that the command can be run by this user.';
                reject(new HostError('vmm-not-started', `${path} could not be started: ${messageOf(cause)}`, {
                    hint,
                    cause,
                }));
            });
        });
        const started = new Promise((resolve) => {
            child.once('spawn', () => resolve(child.pid ?? 0));
        });
        const pid = await Promise.race([started, failure]);
        return new Machine(child, pid, backend, plan, fifos, callbacks);
    }
    constructor(child, pid, backend, plan, fifos, callbacks) {
        this.pid = pid;
        this.#child = child;
        this.#apiSocket = plan.apiSocket;
        const stdio = child.stdio;
        const pipe = (fd) => {
            const stream = stdio[fd];
            if (stream === undefined)
                throw new HostError('vmm-not-started', `descriptor ${fd} was not opened`);
            return stream;
        };
        const channels = new Map(fifos);
        for (const [fd, channel] of plan.fds)
            channels.set(channel, { reader: pipe(fd), writer: pipe(fd) });
        const streams = [
            ['vmm', pipe(2)],
            [plan.stdout, pipe(1)],
        ];
        for (const [channel, { reader, writer }] of channels) {
            // A VMM that dies while we write breaks the pipe; its exit tells the story.
            for (const stream of [reader, writer])
                stream.on('error', () => undefined);
            if (channel !== 'control')
                streams.push([channel, reader]);
        }
        for (const [name, stream] of streams)
            stream.on('data', (bytes) => callbacks.onOutput(name, bytes));
        const control = channels.get('control');
        if (control !== undefined) {
            const onState = (state, detail) => {
                callbacks.onState(state, detail);
                // What a second boot prints must not be taken for the first.
                if (state === 'reset' && backend.reboots)
                    killGroup(pid);
            };
            const reader = backend.control((bytes) => control.writer.write(bytes), onState);
            control.reader.on('data', (bytes) => reader.push(bytes));
        }
        this.#writers = new Map([...channels].map(([channel, { writer }]) => [channel, writer]));
        this.#readables = [
            ...streams.map(([, stream]) => stream),
            ...(control === undefined ? [] : [control.reader]),
        ];
        child.once('exit', () => {
            for (const fifo of fifos.values())
                fifo.release();
        });
        const drained = [...fifos.values()].map(({ reader }) => new Promise((resolve) => reader.once('close', resolve)));
        this.#gone = new Promise((resolve) => {
            child.once('close', async (code, signal) => {
                await Promise.all(drained);
                resolve();
                callbacks.onExit(code, signal);
            });
        });
    }
    /** Types into the guest. */
    write(stream, text) {
        this.#writers.get(stream)?.write(text);
    }
    /** Stops reading: the VMM fills its sockets and then waits, so no memory grows. */
    pause() {
        for (const stream of this.#readables)
            stream.pause();
    }
    resume() {
        for (const stream of this.#readables)
            stream.resume();
    }
    /**
     * CPU time that the VMM has asked for so far, in milliseconds: used, or waited for on a loaded host. Undefined when it
     * is gone, or its kernel does not count (CONFIG_SCHED_INFO).
     */
    cpuDemand() {
        try {
            // Documentation/scheduler/sched-stats.rst: nanoseconds on a CPU, nanoseconds in the queue for one, time slices.
            const tasks = readdirSync(`/proc/${this.pid}/task`).map((task) => readFileSync(`/proc/${this.pid}/task/${task}/schedstat`, 'utf8').split(' ').map(Number));
            return tasks.reduce((sum, [ran = 0, waited = 0]) => sum + ran + waited, 0) / 1e6;
        }
        catch {
            return undefined;
        }
    }
    /**
     * Asks the VMM to end where it has a socket for that, then kills the process group, and waits until it is gone. The
     * guest's disks are overlays or copies, so nothing is lost.
     * @throws HostError code `vmm-lingers` when it does not die
     */
    async stop() {
        if (await this.#endsWhenAsked())
            return;
        killGroup(this.pid);
        this.resume();
        if (await this.#goneWithin(KILL_DEADLINE_MS))
            return;
        const waited = `${KILL_DEADLINE_MS / 1000} s after SIGKILL`;
        throw new HostError('vmm-lingers', `process ${this.pid} (${this.#child.spawnfile}) is still there ${waited}`);
    }
    /**
     * SIGTERM would be read by the same loop as the request, so a VMM that does not answer gets no second chance. One
     * that ends by itself prints what its standard output still holds.
     */
    async #endsWhenAsked() {
        if (this.#apiSocket === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null) {
            return false;
        }
        this.resume();
        return Promise.race([this.#goneWithin(SHUTDOWN_DEADLINE_MS), refusal(this.#apiSocket)]);
    }
    async #goneWithin(ms) {
        let timer;
        const late = new Promise((resolve) => {
            timer = setTimeout(() => resolve(false), ms);
        });
        try {
            return await Promise.race([this.#gone.then(() => true), late]);
        }
        finally {
            clearTimeout(timer);
        }
    }
}
/**
 * Asks for the end over Cloud Hypervisor's API (vmm/src/api/openapi/cloud-hypervisor.yaml); settles only when nobody
 * listens or the connection breaks. The answer does not matter. v47.0 does not survive giving it when a newer Rust has
 * built it: its seccomp filter does not know the sendto(2) by which the library then writes to sockets.
 */
function refusal(socketPath) {
    return new Promise((resolve) => {
        const asked = request({ socketPath, method: 'PUT', path: '/api/v1/vmm.shutdown', agent: false });
        asked.on('error', () => resolve(false));
        asked.on('response', (response) => response.on('error', () => resolve(false)).resume());
        asked.end();
    });
}
/** Kills a process group; one that is gone already is fine. */
function killGroup(pid) {
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch (error) {
        if ((0,errors/* codeOf */.$N)(error) !== 'ESRCH')
            throw error;
    }
}
/**
 * setpriv makes the kernel kill the VMM when this process dies, even by SIGKILL (prctl PR_SET_PDEATHSIG). Sockets
 * are inherited by number and named pipes are in the run's private directory, so two runs share no path and no port.
 */
function spawnGroup(setpriv, path, plan) {
    const args = ['--pdeathsig', 'KILL', '--', path, ...plan.args];
    const stdio = ['ignore', 'pipe', 'pipe'];
    for (const fd of plan.fds.keys())
        stdio[fd] = 'pipe';
    return spawn(setpriv, args, { stdio, detached: true, env: vmmEnvironment() });
}
/** The VMM gets no secrets of the job: only what a program needs to run. */
function vmmEnvironment() {
    const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL', 'RUNNER_TRACKING_ID', 'LD_LIBRARY_PATH'];
    return Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
/**
 * Looks a command up in PATH as execvp does; a path is taken as it is.
 * @param mode what the file must allow: to be executed, or with F_OK only to exist
 */
function findCommand(name, mode = external_node_fs_.constants.X_OK) {
    if (name.includes('/'))
        return name;
    for (const directory of (process.env.PATH ?? '').split(external_node_path_.delimiter)) {
        const path = (0,external_node_path_.join)(directory === '' ? '.' : directory, name);
        try {
            (0,external_node_fs_.accessSync)(path, mode);
            return path;
        }
        catch {
            // Not there; the next directory may have it.
        }
    }
    return undefined;
}


/***/ })

};
