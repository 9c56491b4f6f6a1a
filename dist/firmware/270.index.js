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
 * @throws HostError code `lock-timeout` or `lock-unavailable`
 */
async function withLock(path, options, body) {
    const fd = await acquire(path, options);
    try {
        return await body();
    }
    finally {
        release(path, fd);
    }
}
/** Takes the lock if it is free: returns what gives it back, or undefined when somebody holds it. */
async function tryLock(path) {
    const fd = open(path);
    if ((await flock(fd, ['--nonblock'])) && isCurrent(path, fd))
        return () => release(path, fd);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.closeSync)(fd);
    return undefined;
}
async function acquire(path, { signal, waitMs, onWait }) {
    const deadline = Date.now() + waitMs;
    let told = false;
    for (;;) {
        signal?.throwIfAborted();
        const fd = open(path);
        if (await flock(fd, ['--nonblock'])) {
            if (isCurrent(path, fd))
                return fd;
        }
        else {
            if (!told)
                onWait?.();
            told = true;
            const seconds = Math.max(1, Math.ceil((deadline - Date.now()) / 1000));
            const locked = await flock(fd, ['--timeout', String(seconds)], signal);
            if (locked && isCurrent(path, fd))
                return fd;
            if (!locked && !(signal?.aborted ?? false)) {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.closeSync)(fd);
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HostError */ .dh('lock-timeout', `${path} has been locked by another process for ${waitMs / 1000} s`, {
                    hint: `See who holds it with: fuser ${path}`,
                });
            }
        }
        (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.closeSync)(fd);
    }
}
/** Everybody may open it: flock(2) needs no right to write, and a sticky directory may allow none to others. */
function open(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), { recursive: true });
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_2__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_2__.constants.O_CREAT, 0o444);
    }
    catch (error) {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_2__.constants.O_RDONLY);
        }
        catch {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HostError */ .dh('lock-unavailable', `cannot open the lock file ${path}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, {
                hint: 'Make its directory writable, or name another store.',
                cause: error,
            });
        }
    }
}
/**
 * flock(1) locks the open file that it inherits from us, and the lock is on that open file: it stays when flock(1) ends
 * and goes when our descriptor does. Node has no call for it, and this needs no native module.
 */
async function flock(fd, args, signal) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('flock', ['--exclusive', ...args, '3'], { stdio: ['ignore', 'ignore', 'ignore', fd] });
    const kill = () => {
        child.kill('SIGKILL');
    };
    signal?.addEventListener('abort', kill);
    try {
        return (await exitCode(child)) === 0;
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HostError */ .dh('lock-unavailable', `flock does not run: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, {
            hint: 'sudo apt-get install util-linux',
            cause: error,
        });
    }
    finally {
        signal?.removeEventListener('abort', kill);
    }
}
async function exitCode(child) {
    const [code] = (await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'close'));
    return code;
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
 * Reads a manifest's text. Only what a lookup relies on is checked: the key has to follow from the inputs, so a changed
 * input is noticed, and the image is checked against size and digest.
 * @returns undefined when it is none, or not one of this key
 */
function parseManifest(text, key) {
    try {
        const value = JSON.parse(text);
        const whole = value.version === 1 &&
            value.key === key &&
            firmwareKey(value.inputs).key === key &&
            /^[\w-][\w.-]*$/.test(value.image) &&
            Number.isSafeInteger(value.size) &&
            /^[0-9a-f]{64}$/.test(value.sha256) &&
            Array.isArray(value.source.submodules) &&
            !Number.isNaN(Date.parse(value.builtAt));
        return whole ? value : undefined;
    }
    catch {
        return undefined;
    }
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
/* unused harmony export storeError */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3414);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4808);
/** The images of this machine, by key: written whole or not at all, checked before every use, bounded in size. */







const MANIFEST = 'manifest.json';
/** An image that was asked for so recently may be on its way into a VM: it is not evicted. */
const IN_USE_MS = 60 * 60_000;
/** Bytes that a store may hold; a TDVF takes 4 MiB. */
const DEFAULT_LIMIT = 256 * 1024 * 1024;
/** $XDG_CACHE_HOME/tdx-boot/firmware: one store for all jobs of a runner's user. */
function defaultRoot() {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(process.env.XDG_CACHE_HOME ?? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)(), '.cache'), 'tdx-boot', 'firmware');
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
            .map((entry) => ({ entry, used: (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(entry.manifestFile).mtime }))
            .sort((a, b) => b.used.getTime() - a.used.getTime());
    }
    /** The lock of whoever makes an image ready. */
    lockPath(name) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'locks', name);
    }
    /** Where the log of a build goes; it stays when the build fails. */
    logPath(key) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'logs', `${key}.log`);
    }
    /**
     * Gives `body` an empty private directory on the store's file system, and removes it. When this process is killed,
     * its lock is free, and the next one's sweep finds the directory by that.
     */
    async withStaging(body) {
        const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'tmp', (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
        await this.sweep();
        return (0,_lock_js__WEBPACK_IMPORTED_MODULE_5__/* .withLock */ .k)(`${directory}.lock`, { waitMs: 10_000 }, async () => {
            try {
                this.#guard(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(directory));
                return await body(directory);
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(directory, { recursive: true, force: true });
            }
        });
    }
    /** Removes what killed processes have left. */
    async sweep() {
        const tmp = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'tmp');
        for (const name of new Set(list(tmp).map((file) => file.replace(/\.lock$/, '')))) {
            const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(tmp, name);
            const release = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_5__/* .tryLock */ .b)(`${directory}.lock`);
            if (release === undefined)
                continue;
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(directory, { recursive: true, force: true });
            release();
        }
    }
    /**
     * Moves a finished image with its manifest into the store.
     * @param directory holds the image, under the name that the manifest gives; from `withStaging`
     * @throws DamagedImageError when the image is not what the manifest says; HostError code `store-unwritable` or
     *   `disk-full`
     */
    add(directory, manifest) {
        checkImage((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, manifest.image), manifest);
        return this.#guard(() => {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
            for (const name of [manifest.image, MANIFEST, '.'])
                sync((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name));
            const entries = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'entries');
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(entries, { recursive: true });
            const target = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(entries, manifest.key);
            // Somebody else's is as good, and may be in use; a damaged one has just been thrown away by find().
            if (this.find(manifest.key) === undefined)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(directory, target);
            sync(entries);
            const entry = this.find(manifest.key);
            if (entry === undefined)
                throw new DamagedImageError(`${target} is damaged right after it was written`);
            this.prune({ limit: this.#limit, spare: IN_USE_MS });
            return entry;
        });
    }
    /**
     * Removes the least recently used images until the rest fits, and logs of builds that have no image.
     * @param options.limit bytes that may stay
     * @param options.spare images used within so many milliseconds stay in any case
     */
    prune({ limit, spare = 0 }) {
        let total = 0;
        const removed = this.list().flatMap(({ entry, used }) => {
            total += entry.manifest.size;
            if (total <= limit || Date.now() - used.getTime() < spare)
                return [];
            total -= entry.manifest.size;
            this.#discard(entry.directory);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(this.logPath(entry.manifest.key), { force: true });
            return [entry];
        });
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
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(directory, { throwIfNoEntry: false }) === undefined)
            return undefined;
        const entry = { directory, manifestFile: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, MANIFEST), log: this.logPath(key) };
        try {
            const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .parseManifest */ .Ng)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(entry.manifestFile, 'utf8'), key);
            if (manifest === undefined)
                throw new DamagedImageError('its manifest is damaged');
            const image = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, manifest.image);
            checkImage(image, manifest);
            return { ...entry, image, manifest };
        }
        catch (error) {
            // Another process may have evicted it between our looks at it.
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(directory, { throwIfNoEntry: false }) === undefined)
                return undefined;
            this.#listener({ type: 'notice', text: `Not used: ${directory}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}` });
            this.#discard(directory);
            return undefined;
        }
    }
    /** Renamed first: nobody sees half of it. */
    #discard(directory) {
        try {
            const trash = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'tmp', (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.root, 'tmp'), { recursive: true });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(directory, trash);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(trash, { recursive: true, force: true });
        }
        catch (error) {
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(directory, { throwIfNoEntry: false }) === undefined)
                return;
            this.#listener({ type: 'notice', text: `Cannot remove ${directory}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}` });
        }
    }
    #guard(write) {
        try {
            return write();
        }
        catch (error) {
            throw storeError(error, this.root);
        }
    }
}
/** The named error behind a failed write below `root`. */
function storeError(error, root) {
    const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(error);
    if (code === 'ENOSPC' || code === 'EDQUOT') {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HostError */ .dh('disk-full', `no space left for firmware in ${root}`, {
            hint: 'A build needs about 1 GB while it runs. Free some space, or name another store.',
            cause: error,
        });
    }
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .HostError */ .dh('store-unwritable', `cannot write to the firmware store ${root}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, {
            hint: 'Make it writable for this user, or name another store (XDG_CACHE_HOME).',
            cause: error,
        });
    }
    return error;
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





/** How long a killed VMM may take to disappear, in milliseconds; a machine that is swapping needs seconds. */
const KILL_DEADLINE_MS = 10_000;
class Machine {
    pid;
    #child;
    #writers;
    #readables;
    #gone;
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
            ['vmm', pipe(1)],
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
            const reader = backend.control((bytes) => control.writer.write(bytes), callbacks.onState);
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
     * Kills the process group and waits until it is gone. The guest's disks are overlays, so nothing is lost.
     * @throws HostError code `vmm-lingers` when it does not die
     */
    async stop() {
        killGroup(this.pid);
        this.resume();
        let timer;
        const deadline = new Promise((_, reject) => {
            timer = setTimeout(() => {
                const waited = `${KILL_DEADLINE_MS / 1000} s after SIGKILL`;
                reject(new HostError('vmm-lingers', `process ${this.pid} (${this.#child.spawnfile}) is still there ${waited}`));
            }, KILL_DEADLINE_MS);
        });
        try {
            await Promise.race([this.#gone, deadline]);
        }
        finally {
            clearTimeout(timer);
        }
    }
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
/** Looks a command up in PATH as execvp does. */
function findCommand(name) {
    for (const directory of (process.env.PATH ?? '').split(external_node_path_.delimiter)) {
        const path = (0,external_node_path_.join)(directory === '' ? '.' : directory, name);
        try {
            (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
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
