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
            _scenario_words_js__WEBPACK_IMPORTED_MODULE_1__/* .FIRMWARES */ .Xb.includes(inputs.recipe) &&
            _scenario_words_js__WEBPACK_IMPORTED_MODULE_1__/* .BUILDS */ .W4.includes(inputs.build) &&
            [inputs.source, inputs.recipeDigest, inputs.arch].every(isString) &&
            inputs.defines.every(isString) &&
            Object.values(inputs.toolchain).every(isString) &&
            value.key === key &&
            firmwareKey(inputs).key === key &&
            /^[\w-][\w.-]*$/.test(value.image) &&
            Number.isSafeInteger(value.size) &&
            /^[0-9a-f]{64}$/.test(value.sha256) &&
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
/* harmony export */   P4: () => (/* binding */ PLATFORMS),
/* harmony export */   W: () => (/* binding */ VMMS),
/* harmony export */   W4: () => (/* binding */ BUILDS),
/* harmony export */   Xb: () => (/* binding */ FIRMWARES),
/* harmony export */   gO: () => (/* binding */ STREAMS),
/* harmony export */   oC: () => (/* binding */ SEVERITIES)
/* harmony export */ });
/* unused harmony export PHASES */
/** The project's vocabulary: the closed sets of names that scenarios, events and reports share. */
/** Where the guest runs: a real Trust Domain, the same guest under KVM without a TD, or QEMU TCG. */
const PLATFORMS = ['tdx', 'kvm', 'emulated'];
/** What turns a scenario and a firmware into a running VM. */
const VMMS = ['qemu', 'cloud-hypervisor'];
/** Named byte sources: guest console (hvc0), firmware/UART port (ttyS0), edk2 debug port 0x402, the VMM's stderr. */
const STREAMS = ['console', 'serial', 'debugcon', 'vmm'];
/** How far a boot got, in the order in which a boot passes through them. */
const PHASES = (/* unused pure expression or super */ null && (['host', 'vmm', 'firmware', 'bootloader', 'kernel', 'initramfs', 'userspace']));
/** How bad a known failure line is: `fatal` ends the boot, `error` is a bug, `warning` is worth a look. */
const SEVERITIES = ['fatal', 'error', 'warning'];
/** Firmware that tdx-boot builds: TDVF boots a disk image, td-shim a Linux kernel, its variants other payloads. */
const FIRMWARES = ['tdvf', 'td-shim', 'td-shim-executable', 'td-shim-example'];
/** `debug` firmware logs what it does to the serial port. */
const BUILDS = ['release', 'debug'];


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
