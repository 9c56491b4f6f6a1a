export const id = 26;
export const ids = [26];
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
/* harmony import */ var _firmware_provide_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2416);
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
function request(name, { build, pins, ref, repository, define }) {
    const checked = (0,_scenario_request_js__WEBPACK_IMPORTED_MODULE_7__/* .parseRequest */ .T)({ name, build, pins, ref, repository, defines: define }, process.cwd());
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


/***/ }),

/***/ 1159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseRequest),
/* harmony export */   g: () => (/* binding */ REF)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/** What the user says of a firmware to build, checked: the same words in a scenario, an input and an option. */

/** Schemes that git fetches from; `ext::` and its kind would run a command. */
const URL = /^(https?|ssh|git|file):\/\/./;
/** user@host:path, which git reads as ssh. */
const SCP = /^[\w.-]+@[\w.-]+:./;
/** What git-check-ref-format(1) allows, in ASCII; never an option. */
const REF = /^(?![-./])(?!.*(\.\.|\/\/|@\{))[\w./@+-]+(?<![./])$/;
/** edk2's `build -D`. */
const DEFINE = /^[A-Za-z_]\w*=[\w./:+-]*$/;
/** A cargo feature of td-shim or Cloud Hypervisor. */
const FEATURE = /^[a-z][\w-]*$/;
/**
 * @param base the directory to which a local directory is relative
 * @returns the request with final values, and what is wrong with it
 */
function parseRequest({ name, build = 'release', pins, ref, repository, defines = [] }, base) {
    const problems = [];
    if (ref !== undefined && !REF.test(ref)) {
        problems.push({ key: 'ref', message: `"${ref}" is not a tag, a branch or a commit` });
    }
    if (ref !== undefined && pins !== undefined) {
        problems.push({
            key: 'ref',
            message: `"${ref}" already says what "pins: ${pins}" would: give one of them`,
        });
    }
    if (repository !== undefined && /^\w*::/.test(repository)) {
        problems.push({ key: 'repository', message: `"${repository}" is not a git URL or a directory` });
    }
    const [pattern, example] = name === 'tdvf'
        ? [DEFINE, 'a build define such as SECURE_BOOT_ENABLE=TRUE']
        : [FEATURE, 'a cargo feature'];
    for (const define of defines.filter((text) => !pattern.test(text))) {
        problems.push({ key: 'defines', message: `"${define}" is not ${example}` });
    }
    const remote = repository === undefined || URL.test(repository) || SCP.test(repository);
    const request = {
        name,
        build,
        ...(pins === undefined ? {} : { pins }),
        ...(ref === undefined ? {} : { ref }),
        ...(repository === undefined ? {} : { repository: remote ? repository : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(base, repository) }),
        defines,
    };
    return { request, problems };
}


/***/ }),

/***/ 2159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u5: () => (/* binding */ Machine),
  Zv: () => (/* binding */ findCommand),
  i0: () => (/* binding */ killGroup)
});

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




class Fifo {
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
            (0,external_node_child_process_.execFileSync)('mkfifo', ['-m', '600', '--', `${path}.in`, `${path}.out`], { stdio: 'pipe' });
        }
        catch (cause) {
            throw new errors/* HostError */.dh('vmm-not-started', `no named pipes for the VMM: ${(0,errors/* messageOf */.bD)(cause)}`, { cause });
        }
        const out = (0,external_node_fs_.openSync)(`${path}.out`, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
        // A pipe is at its end whenever nobody has it open for writing: we do, until the VMM is gone.
        this.#keeper = (0,external_node_fs_.openSync)(`${path}.out`, external_node_fs_.constants.O_WRONLY);
        // For reading too: for writing alone it could not be opened before the VMM reads.
        const input = (0,external_node_fs_.openSync)(`${path}.in`, external_node_fs_.constants.O_RDWR | external_node_fs_.constants.O_NONBLOCK);
        this.reader = new external_node_net_.Socket({ fd: out, readable: true, writable: false });
        this.writer = new external_node_net_.Socket({ fd: input, readable: false, writable: true });
    }
    /** To be called when the VMM is gone: the reader ends after the last byte. */
    release() {
        if (this.#keeper !== undefined)
            (0,external_node_fs_.closeSync)(this.#keeper);
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
            throw new errors/* HostError */.dh('vmm-missing', `${plan.command} is not installed`, { hint: backend.installHint });
        }
        const setpriv = findCommand('setpriv');
        if (setpriv === undefined) {
            throw new errors/* HostError */.dh('setpriv-missing', 'setpriv is not installed: a killed tdx-boot would leave its VM behind', {
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
                reject(new errors/* HostError */.dh('vmm-not-started', `${path} could not be started: ${(0,errors/* messageOf */.bD)(cause)}`, {
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
                throw new errors/* HostError */.dh('vmm-not-started', `descriptor ${fd} was not opened`);
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
            const tasks = (0,external_node_fs_.readdirSync)(`/proc/${this.pid}/task`).map((task) => (0,external_node_fs_.readFileSync)(`/proc/${this.pid}/task/${task}/schedstat`, 'utf8').split(' ').map(Number));
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
        throw new errors/* HostError */.dh('vmm-lingers', `process ${this.pid} (${this.#child.spawnfile}) is still there ${waited}`);
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
        const asked = (0,external_node_http_.request)({ socketPath, method: 'PUT', path: '/api/v1/vmm.shutdown', agent: false });
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
    return (0,external_node_child_process_.spawn)(setpriv, args, { stdio, detached: true, env: vmmEnvironment() });
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
