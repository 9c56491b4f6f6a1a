export const id = 224;
export const ids = [224];
export const modules = {

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

/***/ 5673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u8: () => (/* binding */ measureImage),
/* harmony export */   x0: () => (/* binding */ measureBuilt),
/* harmony export */   xr: () => (/* binding */ mrtdOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _scenario_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2943);
/* harmony import */ var _tdx_metadata_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4479);
/* harmony import */ var _tdx_mrtd_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3081);
/** The MRTD of an image: recorded in its manifest when it is built, computed where a manifest is older than that. */





/**
 * MRTD of an image that a recipe has built; undefined for a VMM, which is not measured.
 * @param log where to look when there is none
 * @throws HostError code `not-td-firmware` when it cannot be measured: the recipe is wrong, or its output
 */
function measureBuilt(image, recipe, log) {
    if (!_scenario_words_js__WEBPACK_IMPORTED_MODULE_2__/* .FIRMWARES */ .Xb.some((firmware) => firmware === recipe))
        return undefined;
    try {
        return measureImage(image);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb))
            throw error;
        const message = `building ${recipe} gave an image that no TD can start: ${error.message}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .dh('not-td-firmware', message, { hint: `The whole log: ${log}`, cause: error });
    }
}
/** MRTD of a stored image. A manifest of an older tdx-boot has none: its image has. */
function mrtdOf({ image, manifest, log }) {
    return manifest.mrtd ?? measureBuilt((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(image), manifest.inputs.recipe, log);
}
/** @throws MetadataError, DataError */
function measureImage(image) {
    return (0,_tdx_mrtd_js__WEBPACK_IMPORTED_MODULE_4__/* .computeMrtd */ .j5)(image, (0,_tdx_metadata_js__WEBPACK_IMPORTED_MODULE_3__/* .parseMetadata */ .j)(image), _tdx_mrtd_js__WEBPACK_IMPORTED_MODULE_4__/* .LAUNCH_RULES */ .ar);
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
/* harmony import */ var _measure_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5673);
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
