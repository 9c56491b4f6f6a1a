export const id = 982;
export const ids = [982];
export const modules = {

/***/ 4403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doctor: () => (/* binding */ doctor)
/* harmony export */ });
/* harmony import */ var _guest_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4007);
/* harmony import */ var _host_examine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7683);
/* harmony import */ var _host_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8766);
/* harmony import */ var _host_slots_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5647);
/* harmony import */ var _report_safe_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2813);
/* harmony import */ var _scenario_load_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6154);
/* harmony import */ var _scenario_source_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(117);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4568);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3626);
/** `tdx-boot doctor`: whether this host can boot a Trust Domain, and if not, what to do first. */









/** What a scenario gets that does not say. */
const DEFAULT_MEMORY = 1024 ** 3;
/**
 * Prints every check. Exits 0 only when a Trust Domain can be expected to boot, otherwise 1.
 * @param file scenario whose memory, VMM and files are looked at too
 */
async function doctor(file, options, { out }) {
    const loaded = file === undefined ? undefined : (0,_scenario_load_js__WEBPACK_IMPORTED_MODULE_4__/* .loadScenario */ .d)(file);
    const checks = [];
    for await (const check of (0,_host_examine_js__WEBPACK_IMPORTED_MODULE_1__/* .examine */ .sb)(_host_host_js__WEBPACK_IMPORTED_MODULE_2__/* .thisHost */ .v, wantedBy(loaded), (0,_host_slots_js__WEBPACK_IMPORTED_MODULE_3__/* .heldMemory */ .Ng)()))
        checks.push(check);
    if (loaded !== undefined)
        checks.push(guestFiles(loaded));
    const ready = (0,_host_examine_js__WEBPACK_IMPORTED_MODULE_1__/* .isReady */ .i_)(checks);
    const lines = options.json === true ? [JSON.stringify({ ready, checks }, null, 2)] : describe(checks, ready);
    out.write(`${lines.join('\n')}\n`);
    return ready ? _main_js__WEBPACK_IMPORTED_MODULE_6__/* .EXIT */ .d.passed : _main_js__WEBPACK_IMPORTED_MODULE_6__/* .EXIT */ .d.failed;
}
function wantedBy(loaded) {
    const { vmm = 'auto', guest } = loaded?.scenario ?? {};
    return { memory: guest?.memory ?? DEFAULT_MEMORY, vmm };
}
function guestFiles(loaded) {
    const check = { id: 'guest-files', title: 'guest files' };
    try {
        (0,_guest_files_js__WEBPACK_IMPORTED_MODULE_0__/* .checkFiles */ .gw)(loaded);
        return { ...check, state: 'ok', evidence: 'every file of the scenario is there and fits' };
    }
    catch (error) {
        if (!(error instanceof _scenario_source_js__WEBPACK_IMPORTED_MODULE_5__/* .ScenarioError */ .tp))
            throw error;
        const problems = error.problems.map(({ where, message }) => `${(0,_scenario_source_js__WEBPACK_IMPORTED_MODULE_5__/* .formatWhere */ .Hp)(where)}: ${message}`);
        return {
            ...check,
            state: 'problem',
            evidence: problems.join('; '),
            fix: 'Put the file there, or name another in the scenario.',
        };
    }
}
function describe(checks, ready) {
    const rows = checks.flatMap(({ state, title, evidence, fix }) => [
        [state, title, evidence],
        ...(fix === undefined ? [] : [['', '', `fix: ${fix}`]]),
    ]);
    return [...(0,_table_js__WEBPACK_IMPORTED_MODULE_7__/* .table */ .t)([['state', 'check', 'read from the host'], ...rows]), '', conclude(checks, ready)].map(_report_safe_js__WEBPACK_IMPORTED_MODULE_8__/* .forTerminal */ .Qf);
}
function conclude(checks, ready) {
    if (ready)
        return 'ready: a Trust Domain can be expected to boot here';
    const first = checks.find(({ state }) => state === 'problem') ?? checks.find(({ state }) => state === 'unknown');
    const count = (state) => checks.filter((check) => check.state === state).length;
    const counts = `problems: ${count('problem')}, unknown: ${count('unknown')}`;
    return `not ready: no Trust Domain can be expected to boot here (${counts}); begin with: ${first?.title}`;
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
