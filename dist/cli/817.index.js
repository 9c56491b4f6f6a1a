export const id = 817;
export const ids = [817];
export const modules = {

/***/ 6697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ session)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/** Turns the signals that ask a program to end into an orderly stop of the machine. */



const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Runs `body` with a private directory and with signals that abort it instead of killing the process. */
async function session(body) {
    const abort = new AbortController();
    let received;
    const onSignal = (name) => {
        received ??= name;
        abort.abort(`cancelled by ${name}`);
    };
    for (const name of SIGNALS)
        process.on(name, onSignal);
    const workDir = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env.RUNNER_TEMP ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'tdx-boot-'));
    try {
        const value = await body({ signal: abort.signal, workDir });
        return received === undefined ? { value, signal: received } : { value, signal: received };
    }
    catch (error) {
        // What a body throws when it is aborted says no more than the signal.
        if (received === undefined)
            throw error;
        return { value: undefined, signal: received };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(workDir, { recursive: true, force: true });
        for (const name of SIGNALS)
            process.off(name, onSignal);
    }
}


/***/ }),

/***/ 7497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ PINS),
/* harmony export */   c: () => (/* binding */ SUBMODULES)
/* harmony export */ });
/** The one table of pins: what a firmware or a VMM is built from unless the user names something else. */
const PINS = {
    /** 4 January 2023, 242 commits after edk2-stable202211. */
    edk2: {
        version: 'edk2-stable202211-242-g13b97736c8',
        url: 'https://github.com/tianocore/edk2.git',
        commit: '13b97736c876919b9786055829caaa4fa46984b7',
        tree: '3c86dc7643fa08d1257187c1ba93905be5f8e275',
    },
    /**
     * 19 November 2025. It has what upstream hosts need (TDVMCALLs without RBP, since edk2-stable202405), and
     * kata-containers runs its nightly TDs with it (versions.yaml of 22 August 2026). Newer is not better: with
     * edk2-stable202605 TDs of several CPUs timed out there, and it was taken back (its PR 13678).
     */
    currentEdk2: {
        version: 'edk2-stable202511',
        url: 'https://github.com/tianocore/edk2.git',
        commit: '46548b1adac82211d8d11da12dd914f41e7aa775',
        tree: '04b895bfa8277f0f34b883ae3a33b490241d095d',
    },
    /** 26 October 2023, the newest release. */
    tdShim: {
        version: 'v0.8.0',
        url: 'https://github.com/confidential-containers/td-shim.git',
        commit: 'a462a606a5d3e99c273db4dbaa7852c7614364cb',
        tree: 'abdf2dac8436c1570b70e5bff785bd5d80b0a032',
    },
    /** 22 July 2025: the last release that boots both TDVF with a disk and td-shim with a kernel. */
    cloudHypervisor: {
        version: 'v47.0',
        url: 'https://github.com/cloud-hypervisor/cloud-hypervisor.git',
        commit: '62001b65e9d165e489b60d1e5a17e3db22142f30',
        tree: '2994e600babb9c67a51711cb3452bf65de44b7f1',
    },
};
/** Where the submodules come from. Their commits are in the trees that are pinned above. */
const SUBMODULES = {
    openssl: 'https://github.com/openssl/openssl.git',
    brotli: 'https://github.com/google/brotli.git',
    ring: 'https://github.com/briansmith/ring.git',
};


/***/ }),

/***/ 2416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h$: () => (/* binding */ findFirmware),
  u5: () => (/* binding */ locateFirmware),
  BV: () => (/* binding */ provideFirmware),
  Bs: () => (/* binding */ verifyFirmware)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/console/scanner.js + 2 modules
var scanner = __webpack_require__(4472);
;// CONCATENATED MODULE: ./lib/firmware/build-error.js
/** Finds in a build's log what went wrong: the compiler's own error, not the last of the messages that follow it. */
/** gcc and clang draw the source line and a marker below their message. */
const SOURCE_FRAME = /^\s+(?:\d+ )?\s*\||^\s*\^/;
/** In order of how much they explain: a full disk or a killed compiler makes errors of the other kinds. */
const PATTERNS = [
    { match: /No space left on device/, kind: 'disk-full' },
    {
        match: /(?:fatal error|internal compiler error): Killed|\bOut of memory\b|signal: 9, SIGKILL/,
        kind: 'out-of-memory',
    },
    // gcc, clang, nasm, as: FILE:LINE[:COLUMN]: error: \u2026
    { match: /^[^\s:][^:]*:\d+:(?:\d+:)? (?:fatal )?error: /, rest: SOURCE_FRAME },
    // rustc and cargo: the place follows in a line of its own.
    {
        match: /^error(?:\[E\d+\])?: (?!could not compile|aborting due)/,
        rest: /^\s*(?:-->|\||\d+\s+\||= )|^Caused by:|^ {2}\S/,
    },
    // edk2's build: FILE(LINE): error 000E: \u2026, then the value.
    { match: /\(\d+\): error [0-9A-F]{4}: /, rest: /^\s+\S/ },
    // iasl: FILE LINE: \u2026, then the message.
    { match: /^Error\s+\d{4} - /, rest: /^\s+\^/ },
    { match: /undefined reference to |multiple definition of |cannot find -l/ },
    { match: /^\S*\bld(?:\.bfd)?: (?!warning)/ },
    // Python prints the exception after the calls that led to it.
    { match: /^(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Exit): /, last: true },
    { match: /^\S*patch: \*{4} |^Hunk #\d+ FAILED/ },
    { match: /^make(?:\[\d+\])?: \*{3} / },
    { match: /^\s*:? ?error [0-9A-F]{4}: |^error: /, rest: /^\s+\S/ },
];
/** Lines of one error that are shown; the rest is in the log. */
const SHOWN = 12;
/** @returns the most telling error of a log, or undefined when no tool said one that is known */
function findBuildError(log) {
    for (const { match, kind = 'build-failed', rest, last } of PATTERNS) {
        const index = last === true
            ? log.findLastIndex((line) => match.test(line))
            : log.findIndex((line) => match.test(line));
        if (index < 0)
            continue;
        const after = log.slice(index + 1, index + SHOWN);
        const length = rest === undefined ? 0 : after.findIndex((line) => !rest.test(line));
        const lines = [log[index] ?? '', ...after.slice(0, length < 0 ? after.length : length)];
        return { lines, line: index + 1, kind };
    }
    return undefined;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./lib/vmm/machine.js + 1 modules
var machine = __webpack_require__(2159);
;// CONCATENATED MODULE: ./lib/firmware/command.js
/** Runs one command of a build with everything that it starts, and leaves none of it behind. */



/**
 * The command and a guard in one process group. The guard reads our end of a pipe: when this process is gone, even by
 * SIGKILL, it reads the end and kills the group. A parent-death signal would reach only the first process of many.
 */
const GUARDED = `
exec 3<&0 </dev/null
(read -r _ <&3; kill -KILL 0) &
guard=$!
"$@" 3<&-
code=$?
kill "$guard"
exit "$code"
`;
/** Runs a command to its end; returns its exit code, or the name of the signal that ended it. */
async function runCommand(argv, { cwd, env, signal, onOutput }) {
    signal?.throwIfAborted();
    const child = (0,external_node_child_process_.spawn)('/bin/sh', ['-c', GUARDED, 'tdx-boot', ...argv], {
        cwd,
        env,
        detached: true,
        stdio: ['pipe', 'pipe', 'pipe'],
    });
    const kill = () => {
        if (child.pid !== undefined)
            (0,machine/* killGroup */.i0)(child.pid);
    };
    signal?.addEventListener('abort', kill);
    child.stdout.on('data', (bytes) => onOutput(bytes, 'stdout'));
    child.stderr.on('data', (bytes) => onOutput(bytes, 'stderr'));
    try {
        const [code, killedBy] = await command_closed(child);
        signal?.throwIfAborted();
        return code ?? killedBy ?? 'SIGKILL';
    }
    finally {
        signal?.removeEventListener('abort', kill);
        kill();
    }
}
async function command_closed(child) {
    const [code, signal] = (await (0,external_node_events_.once)(child, 'close'));
    return [code, signal];
}

// EXTERNAL MODULE: ./lib/firmware/lock.js
var lock = __webpack_require__(3414);
;// CONCATENATED MODULE: ./lib/firmware/prepare.js
/** Makes a source tree ready for a recipe's commands, and the commands ready for the release that the tree is of. */


/** Makes the directories and the copies that the recipe names. */
function prepareTree({ directories = [], copies }, tree) {
    for (const directory of directories)
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(tree, directory), { recursive: true });
    for (const [from, to] of copies) {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)((0,external_node_path_.join)(tree, to)), { recursive: true });
        (0,external_node_fs_.copyFileSync)((0,external_node_path_.join)(tree, from), (0,external_node_path_.join)(tree, to));
    }
}
/** Puts the words of this tree's release in the place of the recipe's. */
function renamesFor({ renames = [] }, tree) {
    const due = renames.filter(({ when: { file, has, lacks } }) => {
        const path = (0,external_node_path_.join)(tree, file);
        const text = (0,external_node_fs_.existsSync)(path) ? (0,external_node_fs_.readFileSync)(path, 'utf8') : '';
        return text.includes(has) && !text.includes(lacks);
    });
    return (text) => due.reduce((said, { from, to }) => said.replaceAll(from, to), text);
}

;// CONCATENATED MODULE: ./lib/firmware/build.js
/** Runs a recipe's commands in a source tree: with progress, a whole log, and the compiler's error when it fails. */









/**
 * Every build happens at this path, a symbolic link to the real tree: images contain the path of their sources (in
 * ASSERT messages) or at least its length (GenFw keeps the space of the debug file's name), so another path would give
 * another image.
 */
const BUILD_PATH = '/tmp/tdx-boot-src';
/** Another build on this machine may hold the path for so long. */
const WAIT_MS = 60 * 60_000;
/**
 * Builds an image.
 * @returns its path in the tree
 * @throws HostError code `build-failed`, `disk-full` or `out-of-memory` with the compiler's error;
 *   `build-path-taken`; `lock-timeout`
 */
async function buildImage(recipe, request) {
    const { tree, build, signal, listener } = request;
    const onWait = () => listener({ type: 'notice', text: 'Another firmware is being built on this machine: waiting for it' });
    await (0,lock/* withLock */.k)(`${BUILD_PATH}.lock`, { signal, onWait, waitMs: WAIT_MS }, () => atBuildPath(tree, () => runSteps(recipe, request)));
    const output = renamesFor(recipe, tree)(recipe.output(build));
    const image = (0,external_node_path_.join)(tree, output);
    if ((0,external_node_fs_.lstatSync)(image, { throwIfNoEntry: false })?.isFile() !== true) {
        throw new errors/* HostError */.dh('build-failed', `the build of ${recipe.name} ended well but made no ${output}`, {
            hint: `The whole log: ${request.log}`,
        });
    }
    return image;
}
async function atBuildPath(tree, body) {
    try {
        // Nobody else builds now, so a link that is still there was left by a build that was killed.
        (0,external_node_fs_.rmSync)(BUILD_PATH, { force: true });
        (0,external_node_fs_.symlinkSync)(tree, BUILD_PATH);
    }
    catch (error) {
        throw new errors/* HostError */.dh('build-path-taken', `cannot make the link ${BUILD_PATH}: ${(0,errors/* messageOf */.bD)(error)}`, {
            hint: `Every build happens at this path, so that the same source gives the same image. Remove it: rm ${BUILD_PATH}`,
            cause: error,
        });
    }
    try {
        return await body();
    }
    finally {
        (0,external_node_fs_.rmSync)(BUILD_PATH, { force: true });
    }
}
async function runSteps(recipe, { build, defines, toolchain, ...request }) {
    prepareTree(recipe, request.tree);
    const rename = renamesFor(recipe, request.tree);
    const jobs = (0,external_node_os_.availableParallelism)();
    const steps = recipe.steps({ build, defines, jobs, version: (tool) => toolchain.versions[tool] ?? '' });
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(request.log), { recursive: true });
    const fd = (0,external_node_fs_.openSync)(request.log, 'w');
    request.listener({ type: 'log', file: request.log });
    try {
        for (const step of steps) {
            const [program, ...args] = step.argv;
            const argv = [program, ...args.map(rename)];
            await runStep(recipe, { ...step, argv }, fd, { jobs, ...request });
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
async function runStep(recipe, step, fd, request) {
    const { listener, signal, jobs, log } = request;
    const begun = Date.now();
    listener({ type: 'stage', title: step.title, expectedMs: (step.cpuSeconds * 1000) / jobs });
    let done = 0;
    const lines = (0,scanner/* lineReader */.gd)((line) => {
        if (step.progress?.line.test(line) !== true)
            return;
        const { total, noun } = step.progress;
        done++;
        listener({ type: 'progress', done, total: Math.max(done, total), noun, elapsedMs: Date.now() - begun });
    });
    (0,external_node_fs_.writeSync)(fd, `$ ${step.argv.join(' ')}\n`);
    const code = await runCommand(step.argv, {
        cwd: (0,external_node_path_.join)(BUILD_PATH, step.cwd ?? ''),
        env: buildEnvironment(recipe),
        signal,
        onOutput: (bytes) => {
            (0,external_node_fs_.writeSync)(fd, bytes);
            lines.push(bytes);
        },
    });
    lines.end();
    if (code !== 0)
        throw buildFailed(recipe, step, code, log);
}
/** Only what the recipe names, and what programs need to run: no variable of the caller's changes the image. */
function buildEnvironment(recipe) {
    const path = process.env.PATH ?? '';
    const own = Object.entries(recipe.environment).map(([name, value]) => [
        name,
        value.replaceAll('{tree}', BUILD_PATH).replaceAll('{path}', path),
    ]);
    const kept = [
        'HOME',
        'RUSTUP_HOME',
        'TMPDIR',
        'RUNNER_TRACKING_ID',
        'http_proxy',
        'https_proxy',
        'no_proxy',
        'SSL_CERT_FILE',
    ];
    const inherited = kept.flatMap((name) => process.env[name] === undefined ? [] : [[name, process.env[name]]]);
    return { PATH: path, LC_ALL: 'C', PWD: BUILD_PATH, ...Object.fromEntries([...inherited, ...own]) };
}
function buildFailed(recipe, step, code, log) {
    const lines = (0,external_node_fs_.readFileSync)(log, 'utf8').split('\n');
    const start = lines.findLastIndex((line) => line.startsWith('$ '));
    const found = findBuildError(lines.slice(start)) ?? {
        kind: 'build-failed',
        line: 0,
        lines: lines.slice(-20),
    };
    const said = found.lines.map((line) => line.trimEnd()).join('\n');
    const ended = typeof code === 'number' ? `exit code ${code}` : code;
    return new errors/* HostError */.dh(found.kind, `building ${recipe.name} failed (${step.title}, ${ended}):\n${said}`, {
        hint: found.line === 0 ? `The whole log: ${log}` : `The whole log: ${log}, line ${start + found.line}`,
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/firmware/toolchain.js
/** The programs that a build runs: which are here, in which versions, and how to get those that are not. */







const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** What a tool says of its version must come within this time, or it is taken for missing. */
const ANSWER_MS = 20_000;
/**
 * Looks for every tool of a recipe.
 * @param memo file that remembers the versions; asking gcc and its kind takes longer than all the rest of a cache hit
 */
async function findToolchain(recipe, memo) {
    const known = readMemo(memo);
    const asked = await Promise.all(recipe.tools.map(async (tool) => ({ tool, ...(await ask(tool, known)) })));
    const learnt = asked.filter(({ stamp, remembered }) => stamp !== undefined && !remembered);
    if (learnt.length > 0) {
        writeMemo(memo, {
            ...known,
            ...Object.fromEntries(learnt.map(({ stamp, version }) => [stamp, version])),
        });
    }
    return {
        versions: Object.fromEntries(asked.flatMap(({ tool, version }) => (version === undefined ? [] : [[tool.name, version]]))),
        missing: asked.filter(({ found }) => !found).map(({ tool }) => tool),
    };
}
/**
 * Makes sure that a build can start.
 * @throws HostError code `tools-missing` that names all of them and the commands that install them;
 *   `tools-unsuitable` when a version is known not to build this source
 */
function requireToolchain(recipe, { versions, missing }) {
    if (missing.length > 0) {
        const names = missing.map(({ name }) => name).join(', ');
        throw new errors/* HostError */.dh('tools-missing', `building ${recipe.name} needs ${names}`, {
            hint: installHint(missing),
        });
    }
    const unsuitable = recipe.tools.flatMap((tool) => {
        const version = versions[tool.name] ?? '';
        const problem = tool.unsuitable?.(version);
        return problem === undefined ? [] : [`${version} cannot build ${recipe.name}: ${problem}`];
    });
    if (unsuitable.length > 0) {
        throw new errors/* HostError */.dh('tools-unsuitable', unsuitable.join('; '), {
            hint: 'Put a suitable version first in PATH, or use a runner of Debian 12 or 13 or Ubuntu 22.04 or 24.04.',
        });
    }
}
/** The commands that install tools, as argument lists: the packages in one, then each tool's own. */
function installCommands(tools) {
    // One package, and one command, may bring several tools.
    const packages = new Set(tools.flatMap(({ from }) => ('apt' in from ? [from.apt] : [])));
    const own = new Set(tools.flatMap(({ from }) => ('command' in from ? [from.command] : [])));
    const apt = ['apt-get', 'install', '--yes', '--no-install-recommends', ...packages];
    return [...(packages.size > 0 ? [apt] : []), ...[...own].map((command) => command.split(' '))];
}
/** What the user is told to run. The package names are the same on Debian 12 and 13 and on Ubuntu 22.04 and 24.04. */
function installHint(tools) {
    const commands = installCommands(tools).map((argv) => [...(argv[0] === 'apt-get' ? ['sudo'] : []), ...argv].join(' '));
    const there = usesApt() ? '' : ' (the packages have other names on this distribution)';
    const missing = missingInstallers(tools).map(({ name, from }) => `; ${name} itself comes from ${from}`);
    return `Install them: ${commands.join(' && ')}${there}${missing.join('')}`;
}
/** Programs that would install tools and are not here either. */
function missingInstallers(tools) {
    const installers = tools.flatMap(({ from }) => 'apt' in from ? [] : [[from.command.split(' ')[0] ?? '', from.installer]]);
    return [...new Map(installers)]
        .filter(([name]) => (0,machine/* findCommand */.Zv)(name) === undefined)
        .map(([name, from]) => ({ name, from }));
}
/** Whether this is Debian, Ubuntu or a relative (os-release(5)). */
function usesApt() {
    try {
        return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test((0,external_node_fs_.readFileSync)('/etc/os-release', 'utf8'));
    }
    catch {
        return false;
    }
}
async function ask(tool, known) {
    const { name, askedBy = name, versionArgs, version = /^(.*\S)/m, mustMatch, behind } = tool;
    if (versionArgs === undefined)
        return { found: (0,external_node_fs_.existsSync)(name) };
    const path = (0,machine/* findCommand */.Zv)(askedBy);
    if (path === undefined)
        return { found: false };
    const stamp = `${stampOf(path)} ${behind === undefined ? '' : stampOf(atHome(behind))} ${versionArgs.join(' ')}`;
    const before = known[stamp];
    if (before !== undefined)
        return { found: true, version: before, stamp, remembered: true };
    try {
        // Newer rustups would install a toolchain that they are asked about.
        const env = { ...process.env, LC_ALL: 'C', RUSTUP_AUTO_INSTALL: '0' };
        const { stdout, stderr } = await run(path, versionArgs, { env, timeout: ANSWER_MS });
        const said = version.exec(stdout + stderr)?.[1];
        if (said === undefined && mustMatch === true)
            return { found: false };
        return { found: true, version: said ?? 'unknown', stamp };
    }
    catch {
        // A wrapper without what it wraps, such as rustup without the toolchain that was asked for.
        return { found: false };
    }
}
function stampOf(path) {
    const found = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (found === undefined)
        return `${path} missing`;
    return `${path} ${(0,external_node_fs_.realpathSync)(path)} ${found.ino} ${found.size} ${found.mtimeMs}`;
}
/** rustup's own directory may be elsewhere. */
function atHome(path) {
    const { RUSTUP_HOME } = process.env;
    const moved = RUSTUP_HOME === undefined ? path : path.replace('~/.rustup', RUSTUP_HOME);
    return moved.replace('~', (0,external_node_os_.homedir)());
}
function readMemo(file) {
    try {
        const value = JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
        const pairs = typeof value === 'object' && value !== null ? Object.entries(value) : [];
        return Object.fromEntries(pairs.filter((pair) => typeof pair[1] === 'string'));
    }
    catch {
        return {};
    }
}
/** Best effort: without the memo, the tools are asked again. */
function writeMemo(file, memo) {
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
        const partial = `${file}.${process.pid}`;
        (0,external_node_fs_.writeFileSync)(partial, JSON.stringify(memo));
        (0,external_node_fs_.renameSync)(partial, file);
    }
    catch {
        // A read-only store.
    }
}

;// CONCATENATED MODULE: ./lib/firmware/install.js
/** Installs the tools that a build misses, when the user asks for it and the machine allows it. */






/**
 * Runs the commands that `requireToolchain` would only name.
 * @throws HostError code `cannot-install` with the failing command and what it said
 */
async function installTools(missing, { listener, signal }) {
    if (missing.length === 0)
        return;
    const names = missing.map(({ name }) => name).join(', ');
    const hint = installHint(missing);
    const [installer] = missingInstallers(missing);
    if (installer !== undefined) {
        throw new errors/* HostError */.dh('cannot-install', `cannot install ${names}: ${installer.name} is not installed`, {
            hint,
        });
    }
    const packages = missing.some(({ from }) => 'apt' in from);
    if (packages && !usesApt()) {
        throw new errors/* HostError */.dh('cannot-install', `cannot install ${names}: this is neither Debian nor Ubuntu`, {
            hint,
        });
    }
    const asRoot = packages ? await rootPrefix(names, hint) : [];
    listener({ type: 'stage', title: `installing ${names}` });
    const commands = installCommands(missing);
    const update = ['apt-get', 'update', '--quiet'];
    for (const argv of packages ? [update, ...commands] : commands) {
        const apt = argv[0] === 'apt-get';
        const output = [];
        const code = await runCommand(apt ? [...asRoot, ...argv] : argv, {
            cwd: '/',
            env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
            signal,
            onOutput: (bytes) => output.push(bytes),
        });
        if (code === 0)
            continue;
        const lines = Buffer.concat(output).toString('utf8').trim().split('\n');
        const said = (findBuildError(lines)?.lines ?? lines.slice(-5)).join('\n');
        throw new errors/* HostError */.dh('cannot-install', `"${argv.join(' ')}" failed (${code}):\n${said}`, { hint });
    }
}
/** Nothing as root; sudo where it asks for no password. sudo forgets the environment, so the question is repeated. */
async function rootPrefix(names, hint) {
    if (process.getuid?.() === 0)
        return [];
    try {
        await (0,external_node_util_.promisify)(external_node_child_process_.execFile)('sudo', ['--non-interactive', 'true']);
    }
    catch (error) {
        throw new errors/* HostError */.dh('cannot-install', `cannot install ${names}: not root, and sudo asks for a password`, {
            hint,
            cause: error,
        });
    }
    return ['sudo', '--non-interactive', 'DEBIAN_FRONTEND=noninteractive'];
}

// EXTERNAL MODULE: ./lib/firmware/manifest.js
var manifest = __webpack_require__(4808);
// EXTERNAL MODULE: ./lib/firmware/measure.js
var measure = __webpack_require__(5673);
// EXTERNAL MODULE: ./lib/firmware/recipes.js + 4 modules
var recipes = __webpack_require__(2411);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/firmware/git-command.js
/** Runs git: it asks nothing, runs nothing of a repository's, has named errors, and tries again when a network fails. */




/** Pauses before the second and the third attempt, in milliseconds. */
const PAUSES = [500, 3000];
/**
 * For every git command: objects are checked on arrival, no hook runs, no URL runs a command, nothing goes on in the
 * background, and a silent server is left. git's own keep-alive is one byte a second, so less than that is silence.
 */
const SAFE = [
    'fetch.fsckObjects=true',
    'core.hooksPath=/dev/null',
    'core.fsmonitor=false',
    'protocol.ext.allow=never',
    'protocol.version=2',
    'maintenance.auto=false',
    'gc.auto=0',
    'http.lowSpeedLimit=1',
    'http.lowSpeedTime=60',
].flatMap((setting) => ['-c', setting]);
/** How git reaches a server is the user's to say; which repository it works on is ours (a git hook may have called us). */
const USERS_VARIABLE = /^GIT_(CONFIG|SSH|ASKPASS|HTTP|SSL|PROXY|CURL|TRACE|EXEC_PATH|ALLOW_PROTOCOL)/;
/**
 * Runs git and returns what it printed, trimmed.
 * @throws HostError code `git-missing`, `disk-full`, `unreachable-remote`, `no-such-commit`, `damaged-objects`, `git-failed`
 */
async function git(args, options) {
    const { signal, errand, env, onProgress } = options;
    if ((0,machine/* findCommand */.Zv)('git') === undefined) {
        throw new errors/* HostError */.dh('git-missing', 'git is not installed', { hint: 'sudo apt-get install git' });
    }
    const stdout = [];
    let stderr = '';
    const code = await runCommand(['git', ...SAFE, ...args], {
        cwd: '/',
        env: { ...inherited(), GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C', ...env },
        signal,
        onOutput(bytes, from) {
            if (from === 'stdout') {
                stdout.push(bytes);
                return;
            }
            const text = bytes.toString('utf8');
            stderr = (stderr + text).slice(-20_000);
            const counts = [...text.matchAll(/Receiving objects: +\d+% \((\d+)\/(\d+)\)/g)].at(-1);
            if (counts !== undefined)
                onProgress?.(Number(counts[1]), Number(counts[2]));
        },
    });
    if (code !== 0)
        throw gitError(`${stderr}\nfatal: git ended with ${code}`, errand);
    return Buffer.concat(stdout).toString('utf8').trim();
}
/** Tries again when the network failed, not when a server gave an answer. */
async function withRetry({ signal, listener }, attempt) {
    for (const pause of PAUSES) {
        try {
            return await attempt();
        }
        catch (error) {
            if (!(error instanceof NetworkError))
                throw error;
            listener({ type: 'notice', text: `${error.message}: trying again` });
            await (0,promises_.setTimeout)(pause, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
            signal?.throwIfAborted();
        }
    }
    return attempt();
}
/** An error that may be gone a second later. */
class NetworkError extends errors/* HostError */.dh {
}
/** What git says when trying again is of no use. */
const ANSWERS = [
    {
        // A write that fails after the file was made; git does not always say why.
        says: /No space left on device|Disk quota exceeded|unable to write file/i,
        code: 'disk-full',
        hint: 'Free some space, or name another store.',
    },
    {
        says: /not our ref|unadvertised object|couldn't find remote ref/,
        code: 'no-such-commit',
        hint: 'Check the ref and the repository. A commit that no branch has any more may be gone from its server.',
    },
    {
        says: /fsck error|fsck-objects/,
        code: 'damaged-objects',
        hint: 'Do not build from this repository: git refuses what is in it.',
    },
    {
        says: /not found|not appear to be a git|Authentication failed|Permission denied|could not read (Username|Password)|returned error: 4(?!08|29)\d\d|not allowed|dubious ownership/i,
        code: 'unreachable-remote',
        hint: 'Check the URL and the right to read it, or name a mirror or a local directory as the repository.',
    },
];
/** The error behind a failed git command, from its own words. They may be a server's: one line, and plain. */
function gitError(stderr, errand) {
    const lines = withoutPassword(stderr).split(/[\r\n]+/);
    // The first one is the cause; those after it say what it made impossible.
    const line = lines.find((text) => /^(fatal|error|ssh):/.test(text)) ?? '';
    const said = line
        .replace(/^(fatal|error): /, '')
        .replace(/[^\x20-\x7e]/g, '?')
        .slice(0, 300);
    const answer = ANSWERS.find(({ says }) => says.test(stderr));
    if (errand === undefined && answer?.code !== 'disk-full') {
        return new errors/* HostError */.dh('git-failed', `git failed: ${said}`);
    }
    const failed = errand === undefined ? 'git failed' : `cannot fetch ${errand.wanted} from ${withoutPassword(errand.url)}`;
    if (answer !== undefined)
        return new errors/* HostError */.dh(answer.code, `${failed}: ${said}`, { hint: answer.hint });
    return new NetworkError('unreachable-remote', `${failed}: ${said}`, {
        hint: 'Check the network and the URL, or name a mirror or a local directory as the repository.',
    });
}
/** For messages and manifests: a URL may have a token in it. */
function withoutPassword(text) {
    return text.replace(/(:\/\/)[^/\s]*@/g, '$1***@');
}
function inherited() {
    const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || USERS_VARIABLE.test(name));
    return Object.fromEntries(kept);
}

;// CONCATENATED MODULE: ./lib/firmware/git.js
/** Fetches single commits of git repositories: only those, verified, and without running anything of theirs. */




/** Of all attributes: files are the blobs that were verified, and no filter of the user's settings (git-lfs) runs. */
const ATTRIBUTES = '* -text -ident -filter -working-tree-encoding\n';
/** A name of our own: the user's settings may have something for `origin`. */
const REMOTE = 'remote.tdx-boot';
const WANTED = 'refs/wanted';
/**
 * The bare repository that holds this commit and nothing older, from the cache or fetched now.
 * @throws HostError code `git-missing`, `unreachable-remote`, `no-such-commit`, `damaged-objects`, `wrong-commit`,
 *   `wrong-tree` or `disk-full`
 */
async function fetchCommit(wanted, options) {
    const { cache, scratch, listener } = options;
    const name = wanted.only === undefined ? wanted.commit : `${wanted.commit}-${wanted.only}`;
    const kept = (0,external_node_path_.join)(cache, name);
    const partial = (0,external_node_path_.join)(scratch, name);
    if ((0,external_node_fs_.statSync)(kept, { throwIfNoEntry: false }) !== undefined) {
        if (await isSound(kept, wanted, options))
            return kept;
        listener({ type: 'notice', text: `Not used: ${kept} is damaged; fetching it again` });
        (0,external_node_fs_.renameSync)(kept, partial);
    }
    await withRetry(options, () => fetch(partial, wanted, options));
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(kept), { recursive: true });
    try {
        (0,external_node_fs_.renameSync)(partial, kept);
    }
    catch (error) {
        // Another process has just fetched the same.
        if ((0,external_node_fs_.statSync)(kept, { throwIfNoEntry: false }) === undefined)
            throw error;
    }
    return kept;
}
/** Writes the files of a commit, or of its `only` directory, into `directory`. */
async function checkOut(repository, { url, commit, only }, directory, { scratch, ...options }) {
    const target = (0,external_node_path_.join)(directory, only ?? '');
    (0,external_node_fs_.mkdirSync)(target, { recursive: true });
    const env = { GIT_INDEX_FILE: (0,external_node_path_.join)(scratch, 'index') };
    const where = ['--git-dir', repository, '--work-tree', target];
    const readTree = ['read-tree', '--reset', '-u', only === undefined ? commit : `${commit}:${only}`];
    try {
        if (only === undefined)
            await git([...where, ...readTree], { ...options, env });
        // Blobs that the fetch left out come now, all in one request.
        else
            await git([...where, ...remote(url, only), ...readTree], { ...options, env, ...errand(url, commit) });
    }
    finally {
        (0,external_node_fs_.rmSync)(env.GIT_INDEX_FILE, { force: true });
    }
}
/**
 * The commit that a tag, a branch or a commit names.
 * @throws HostError code `no-such-ref`, `unreachable-remote` or `git-missing`
 */
async function resolveRef(url, ref, options) {
    if (/^[0-9a-f]{40}$/.test(ref))
        return ref;
    // An annotated tag is listed twice; ^{} is the commit that it points at.
    const names = [`refs/tags/${ref}^{}`, `refs/tags/${ref}`, `refs/heads/${ref}`];
    const wanted = `the tag or branch "${ref}"`;
    const listing = await withRetry(options, () => git(['ls-remote', '--quiet', '--', url, ...names], { ...options, errand: { url, wanted } }));
    // A pattern also matches the end of longer names.
    const found = new Map(listing.split('\n').map((line) => line.split('\t').reverse()));
    const commit = names.map((name) => found.get(name)).find((hash) => hash !== undefined);
    if (commit !== undefined)
        return commit;
    throw new errors/* HostError */.dh('no-such-ref', `${withoutPassword(url)} has no tag or branch "${ref}"`, {
        hint: 'Name a tag, a branch or a full commit (40 hex digits).',
    });
}
/** The commit of a submodule as its parent's tree names it; undefined when the tree has none at that path. */
async function submoduleCommit(repository, parent, path, options) {
    const entry = await git(['--git-dir', repository, 'ls-tree', parent, '--', path], options);
    return /^160000 commit ([0-9a-f]{40})/.exec(entry)?.[1];
}
/** The git tree of a commit. */
function treeOf(repository, commit, options) {
    return git(['--git-dir', repository, 'rev-parse', '--verify', `${commit}^{tree}`], options);
}
/** Paths that git would commit below a work tree, relative to it. */
async function workTreeFiles(directory, options) {
    // Named, not searched for: a work tree may belong to another user, such as the one who checked it out in CI.
    const where = ['--git-dir', (0,external_node_path_.join)(directory, '.git'), '--work-tree', directory, '-C', directory];
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const listing = await git([...where, ...args], options);
    return [...new Set(listing.split('\0').filter((path) => path !== ''))];
}
async function isSound(repository, { commit, tree, only }, options) {
    // What `only` left out is missing by a promise; everything that is there is hashed again.
    const partial = only === undefined ? [] : ['-c', `${REMOTE}.promisor=true`];
    const fsck = ['fsck', '--full', '--no-dangling', '--no-progress'];
    try {
        await git(['--git-dir', repository, ...partial, ...fsck], options);
        const found = await treeOf(repository, commit, options);
        return tree === undefined || found === tree;
    }
    catch {
        options.signal?.throwIfAborted();
        return false;
    }
}
/** One attempt. It starts from nothing: an earlier one may have left half a pack. */
async function fetch(repository, wanted, options) {
    const { url, commit, only } = wanted;
    (0,external_node_fs_.rmSync)(repository, { recursive: true, force: true });
    await git(['init', '--quiet', '--bare', '--template=', '--object-format=sha1', repository], options);
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(repository, 'info'));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(repository, 'info', 'attributes'), ATTRIBUTES);
    const begun = Date.now();
    const onProgress = (done, total) => options.listener({ type: 'progress', done, total, noun: 'objects', elapsedMs: Date.now() - begun });
    const filter = only === undefined ? [] : ['--filter=blob:none'];
    const sparing = ['--depth=1', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', ...filter];
    await git([
        ...['--git-dir', repository, ...remote(url, only)],
        ...['fetch', '--progress', ...sparing, 'tdx-boot', `${commit}:${WANTED}`],
    ], { ...options, onProgress, ...errand(url, commit) });
    await verify(repository, wanted, options);
    if (only === undefined)
        return;
    const files = (0,external_node_path_.join)(options.scratch, 'only');
    await checkOut(repository, wanted, files, options);
    (0,external_node_fs_.rmSync)(files, { recursive: true, force: true });
}
async function verify(repository, { url, commit, tree }, options) {
    const from = withoutPassword(url);
    const got = await git(['--git-dir', repository, 'rev-parse', '--verify', WANTED], options);
    const kind = await git(['--git-dir', repository, 'cat-file', '-t', WANTED], options);
    if (got !== commit || kind !== 'commit') {
        throw new errors/* HostError */.dh('wrong-commit', `${from} gave the ${kind} ${got} instead of commit ${commit}`, {
            hint: 'Name the commit itself: `git rev-parse NAME^{commit}` prints it.',
        });
    }
    const found = await treeOf(repository, commit, options);
    if (tree !== undefined && found !== tree) {
        throw new errors/* HostError */.dh('wrong-tree', `commit ${commit} of ${from} has the tree ${found}, but the pin says ${tree}`, { hint: 'Two different commits with one name: do not build from this repository.' });
    }
}
/** Named for the one command: the URL, which may have a password in it, stays out of every file. */
function remote(url, only) {
    const partial = only === undefined ? [] : [`${REMOTE}.promisor=true`, `${REMOTE}.partialclonefilter=blob:none`];
    return [`${REMOTE}.url=${url}`, ...partial].flatMap((setting) => ['-c', setting]);
}
function errand(url, commit) {
    return { errand: { url, wanted: `commit ${commit}` } };
}

;// CONCATENATED MODULE: ./lib/firmware/directory.js
/** A source directory of the user's: which files it has, what they add up to, and a copy of them. */





/**
 * SHA-256 over path, kind and content of every file that a build would read: of a git work tree what git would commit,
 * with its submodules, so what an earlier build has left does not count; of any other directory all. A link counts as
 * what it says, not as what it leads to.
 * @throws HostError code `source-unreadable`
 */
function digestDirectory(directory, options) {
    return reading(directory, async () => digestOf(directory, await listFiles(directory, options)));
}
/**
 * Copies those files to another directory, where links stay links.
 * @returns the digest of the copy
 * @throws HostError code `source-unreadable`
 */
function copyDirectory(from, to, options) {
    return reading(from, async () => {
        const files = await listFiles(from, options);
        for (const file of files)
            copyFile((0,external_node_path_.join)(from, file), (0,external_node_path_.join)(to, file));
        return digestOf(to, files);
    });
}
async function reading(directory, body) {
    try {
        return await body();
    }
    catch (error) {
        const code = (0,errors/* codeOf */.$N)(error);
        if (code === undefined || code === 'ENOSPC' || code === 'EDQUOT' || error instanceof errors/* HostError */.dh)
            throw error;
        throw new errors/* HostError */.dh('source-unreadable', `cannot read the source ${directory}: ${(0,errors/* messageOf */.bD)(error)}`, {
            hint: 'Every file of the directory must be readable, and stay while it is copied.',
            cause: error,
        });
    }
}
/** Sorted, relative to the directory. */
async function listFiles(directory, options) {
    return (await listBelow(directory, '', options)).sort();
}
async function listBelow(root, below, options) {
    const directory = (0,external_node_path_.join)(root, below);
    const names = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, '.git'))
        ? await workTreeFiles(directory, options)
        : (0,external_node_fs_.readdirSync)(directory).filter((name) => name !== '.git');
    const nested = await Promise.all(names.map(async (name) => {
        const path = (0,external_node_path_.join)(below, name);
        // A file that git knows may be deleted, and a submodule is a directory to it.
        const found = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, path), { throwIfNoEntry: false });
        if (found?.isDirectory() === true)
            return listBelow(root, path, options);
        // Nothing is read from a pipe or a socket that somebody has left there.
        return found?.isFile() === true || found?.isSymbolicLink() === true ? [path] : [];
    }));
    return nested.flat();
}
function digestOf(directory, files) {
    const all = (0,external_node_crypto_.createHash)('sha256');
    for (const file of files) {
        const path = (0,external_node_path_.join)(directory, file);
        const stat = (0,external_node_fs_.lstatSync)(path);
        const kind = stat.isSymbolicLink() ? 'link' : (stat.mode & 0o100) === 0 ? 'file' : 'program';
        const content = stat.isSymbolicLink() ? (0,external_node_fs_.readlinkSync)(path) : (0,external_node_fs_.readFileSync)(path);
        all.update(`${kind} ${file}\0${(0,external_node_crypto_.createHash)('sha256').update(content).digest('hex')}\n`);
    }
    return all.digest('hex');
}
function copyFile(from, to) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(to), { recursive: true });
    if ((0,external_node_fs_.lstatSync)(from).isSymbolicLink())
        (0,external_node_fs_.symlinkSync)((0,external_node_fs_.readlinkSync)(from), to);
    else
        (0,external_node_fs_.copyFileSync)(from, to, external_node_fs_.constants.COPYFILE_FICLONE);
}

;// CONCATENATED MODULE: ./lib/firmware/source.js
/** The source of a firmware: which one a request means, and its files in a directory of our own. */






/**
 * What a request means: the pin; a tag, branch or commit of a repository; or a directory as it is now.
 * @throws UsageError code `no-directory`; HostError code `source-unreadable`, or of `resolveRef`
 */
async function resolveSource(recipe, { pins = 'documented', ref, repository }, options) {
    const pin = recipe.pins[pins];
    const directory = repository?.startsWith('/') === true ? repository : undefined;
    if (directory !== undefined && (0,external_node_fs_.statSync)(directory, { throwIfNoEntry: false })?.isDirectory() !== true) {
        throw new errors/* UsageError */.eb('no-directory', `the firmware repository ${directory} is not a directory`, {
            hint: 'Name a git URL, or a directory that has the source.',
        });
    }
    if (directory !== undefined && ref === undefined) {
        return { kind: 'directory', path: directory, digest: await digestDirectory(directory, options) };
    }
    const url = repository ?? pin.url;
    const commit = ref === undefined ? pin.commit : await resolveRef(url, ref, options);
    return { kind: 'git', url, commit, ...(commit === pin.commit ? { tree: pin.tree } : {}) };
}
/**
 * Puts the source with the submodules that the build reads into `tree`, which must not exist.
 * @throws HostError of `fetchCommit`, or code `source-unreadable`, `source-changed` or `submodule-empty`
 */
async function fetchSource(recipe, source, tree, options) {
    return source.kind === 'git'
        ? fetchFromGit(recipe, source, tree, options)
        : fromDirectory(recipe, source, tree, options);
}
async function fetchFromGit(recipe, source, tree, options) {
    const { url, commit } = source;
    options.listener({ type: 'stage', title: `source of ${recipe.name}, commit ${commit.slice(0, 12)}` });
    const repository = await fetchCommit(source, options);
    await checkOut(repository, source, tree, options);
    const submodules = [];
    for (const { path, ...from } of recipe.submodules) {
        const named = await submoduleCommit(repository, commit, path, options);
        // A later tree may have dropped it; then its build needs it no more, or says so.
        if (named === undefined)
            continue;
        options.listener({ type: 'stage', title: `source of ${path}` });
        const wanted = { ...from, commit: named };
        const fetched = await fetchCommit(wanted, options);
        await checkOut(fetched, wanted, (0,external_node_path_.join)(tree, path), options);
        submodules.push({ path, commit: named });
    }
    const gitTree = await treeOf(repository, commit, options);
    return { from: withoutPassword(url), commit, tree: gitTree, submodules };
}
async function fromDirectory({ name, submodules }, { path, digest }, tree, options) {
    options.listener({ type: 'stage', title: `source of ${name}, a copy of ${path}` });
    if ((await copyDirectory(path, tree, options)) !== digest) {
        throw new errors/* HostError */.dh('source-changed', `${path} changed while it was copied`, { hint: 'Build again.' });
    }
    for (const submodule of submodules) {
        const directory = (0,external_node_path_.join)(tree, submodule.path);
        if (!isEmpty(directory))
            continue;
        // A source tarball may have one of two equal submodules.
        const twin = submodules.find(({ path, url }) => url === submodule.url && !isEmpty((0,external_node_path_.join)(tree, path)));
        if (twin === undefined) {
            throw new errors/* HostError */.dh('submodule-empty', `${path} has nothing in ${submodule.path}, which the build reads`, {
                hint: `Run: git -C ${path} submodule update --init --depth 1 ${submodule.path}`,
            });
        }
        (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
        (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
        (0,external_node_fs_.cpSync)((0,external_node_path_.join)(tree, twin.path), directory, { recursive: true, verbatimSymlinks: true });
    }
    return { from: path, submodules: [] };
}
function isEmpty(directory) {
    return !(0,external_node_fs_.existsSync)(directory) || (0,external_node_fs_.readdirSync)(directory).length === 0;
}

// EXTERNAL MODULE: ./lib/firmware/store.js
var firmware_store = __webpack_require__(8224);
;// CONCATENATED MODULE: ./lib/firmware/provide.js
/** From a request to a checked image: out of the store, out of the shared cache, or built, in this order. */













/** A process that makes the same image ready may take so long: its build, and another one before it. */
const provide_WAIT_MS = 2 * 60 * 60_000;
/**
 * The image of a request that this machine has. Uses no network but to resolve a tag or a branch.
 * @throws HostError code `not-built`
 */
async function findFirmware(request, options) {
    const planned = await plan(request, options);
    return lookUp(planned, options) ?? notBuilt(planned);
}
/** Where the image of a request is; or will be, and what builds it. */
async function locateFirmware(request, options) {
    const planned = await plan(request, options);
    const entry = lookUp(planned, options);
    if (entry !== undefined)
        return { image: entry.image };
    const name = (0,external_node_path_.basename)(planned.recipe.output(request.build));
    return { image: options.store.imagePath(planned.keys.key, name), command: buildCommand(request) };
}
/**
 * The image of a request, from the nearest place that has it. Processes that want the same one at once build it once.
 * @throws HostError of the source, the toolchain, the build or the store
 */
async function provideFirmware(request, options) {
    const first = await plan(request, options);
    const found = lookUp(first, options);
    if (found !== undefined)
        return { entry: found, from: 'store' };
    return exclusively(first, options, async () => {
        const made = lookUp(first, options);
        if (made !== undefined)
            return { entry: made, from: 'store' };
        const restored = await restore(first, options);
        if (restored !== undefined)
            return { entry: restored, from: 'cache' };
        const ready = await withTools(first, options);
        const entry = await build(ready, options, (staged, manifest) => options.store.add(staged, manifest));
        await options.remote?.save(entry.manifest.key, entry.directory, options.signal);
        return { entry, from: 'build' };
    });
}
/**
 * Builds the image of a request once more, from a fresh copy of its source, and compares it with the stored one.
 * @throws HostError code `not-built` when the store has none to compare with
 */
async function verifyFirmware(request, options) {
    const planned = await plan(request, options);
    requireToolchain(planned.recipe, planned.toolchain);
    const entry = lookUp(planned, options) ?? notBuilt(planned);
    const { sha256 } = await exclusively(planned, options, () => build(planned, options, (_, manifest) => manifest));
    return { entry, sha256, same: sha256 === entry.manifest.sha256 };
}
function notBuilt({ request, keys }) {
    const { name, build } = request;
    throw new errors/* HostError */.dh('not-built', `the store has no ${name} (${build}) of this source and these tools: ${keys.key}`, { hint: `Build it: ${buildCommand(request)}` });
}
/** The command that builds what a request means. */
function buildCommand({ name, build, pins, ref, repository, defines }) {
    const options = Object.entries({ build, pins, ref, repository }).flatMap(([option, value]) => value === undefined ? [] : [`--${option}`, value]);
    const extra = defines.flatMap((define) => ['--define', define]);
    return ['tdx-boot', 'firmware', 'build', name, ...options, ...extra].join(' ');
}
async function plan(request, options) {
    const recipe = recipes/* RECIPES */.I[request.name];
    const [source, toolchain] = await Promise.all([
        resolveSource(recipe, request, options),
        findToolchain(recipe, (0,external_node_path_.join)(options.store.root, 'tool-versions.json')),
    ]);
    return withToolchain({ request, recipe, source, toolchain });
}
function withToolchain(known) {
    const { request, recipe, source, toolchain } = known;
    const inputs = {
        recipe: recipe.name,
        build: request.build,
        source: source.kind === 'git' ? `commit:${source.commit}` : `content:${source.digest}`,
        recipeDigest: recipeDigest(recipe, request, toolchain),
        defines: request.defines,
        arch: process.arch,
        toolchain: toolchain.versions,
    };
    return { ...known, inputs, keys: (0,manifest/* firmwareKey */.nM)(inputs) };
}
/** Of all that the recipe does to a tree. How many commands run at once makes no difference to the image. */
function recipeDigest(recipe, { build, defines }, { versions }) {
    const steps = recipe.steps({ build, defines, jobs: 1, version: (tool) => versions[tool] ?? '' });
    const commands = steps.map(({ argv, cwd }) => [cwd, argv]);
    const { environment, copies, directories, renames, submodules } = recipe;
    return (0,manifest/* digest */.br)([
        BUILD_PATH,
        commands,
        environment,
        copies,
        directories,
        renames,
        submodules,
        recipe.output(build),
    ]);
}
/** Without the tools to build it, an image that any toolchain has built from the same source is the one. */
function lookUp({ recipe, keys, toolchain }, { store, listener }) {
    if (toolchain.missing.length === 0)
        return store.find(keys.key);
    const entry = store.findAny(keys.prefix);
    if (entry !== undefined) {
        const tools = Object.values(entry.manifest.inputs.toolchain).join(', ');
        listener({
            type: 'notice',
            text: `${recipe.name}: this machine cannot build it; this one was built with ${tools}`,
        });
    }
    return entry;
}
function exclusively({ recipe, keys }, options, body) {
    const { store, listener, signal } = options;
    const onWait = () => listener({ type: 'notice', text: `Another process is making ${recipe.name} ready: waiting for it` });
    return (0,lock/* withLock */.k)(store.lockPath(keys.prefix), { signal, onWait, waitMs: provide_WAIT_MS }, body);
}
async function restore({ keys, toolchain }, { remote, store, signal, listener }) {
    if (remote === undefined)
        return undefined;
    const wanted = toolchain.missing.length === 0 ? keys.key : `${keys.prefix}-`;
    return store.withStaging(async (staging) => {
        const directory = (0,external_node_path_.join)(staging, 'entry');
        (0,external_node_fs_.mkdirSync)(directory);
        const key = await remote.restore(keys.key, wanted, directory, signal);
        if (key === undefined)
            return undefined;
        try {
            const manifest = key.startsWith(wanted) ? readManifest(directory, key) : undefined;
            if (manifest === undefined)
                throw new firmware_store/* DamagedImageError */.n3('it has no manifest of that key');
            return store.add(directory, manifest);
        }
        catch (error) {
            if (!(error instanceof firmware_store/* DamagedImageError */.n3))
                throw error;
            listener({ type: 'notice', text: `Not used: ${key} of the shared cache: ${error.message}` });
            return undefined;
        }
    });
}
function readManifest(directory, key) {
    try {
        return (0,manifest/* parseManifest */.Ng)((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(directory, firmware_store/* MANIFEST */.e0), 'utf8'), key);
    }
    catch {
        return undefined;
    }
}
async function withTools(planned, options) {
    const { recipe, toolchain } = planned;
    if (options.installTools !== true || toolchain.missing.length === 0) {
        requireToolchain(recipe, toolchain);
        return planned;
    }
    await installTools(toolchain.missing, options);
    const now = await findToolchain(recipe, (0,external_node_path_.join)(options.store.root, 'tool-versions.json'));
    requireToolchain(recipe, now);
    return withToolchain({ ...planned, toolchain: now });
}
/** Builds in a private directory; `keep` gets the directory with the image alone, and its manifest. */
async function build({ request, recipe, source, toolchain, inputs, keys }, { store, listener, signal }, keep) {
    return store.withStaging(async (staging) => {
        const tree = (0,external_node_path_.join)(staging, 'source');
        const places = { cache: store.sources, scratch: staging };
        const facts = await fetchSource(recipe, source, tree, { ...places, listener, signal });
        const begun = Date.now();
        const { build, defines } = request;
        const log = store.logPath(keys.key);
        const built = await buildImage(recipe, { tree, build, defines, toolchain, log, listener, signal });
        const name = (0,external_node_path_.basename)(built);
        const entry = (0,external_node_path_.join)(staging, 'entry');
        (0,external_node_fs_.mkdirSync)(entry);
        (0,external_node_fs_.copyFileSync)(built, (0,external_node_path_.join)(entry, name));
        const bytes = (0,external_node_fs_.readFileSync)(built);
        const mrtd = (0,measure/* measureBuilt */.x0)(bytes, recipe.name, log);
        return keep(entry, {
            version: 1,
            key: keys.key,
            inputs,
            image: name,
            size: (0,external_node_fs_.statSync)(built).size,
            sha256: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex'),
            ...(mrtd === undefined ? {} : { mrtd }),
            source: facts,
            builtAt: new Date().toISOString(),
            buildSeconds: Math.round((Date.now() - begun) / 1000),
        });
    });
}


/***/ }),

/***/ 2411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ RECIPES)
});

// EXTERNAL MODULE: ./lib/firmware/pins.js
var pins = __webpack_require__(7497);
;// CONCATENATED MODULE: ./lib/firmware/recipe.js
/** What a recipe, of a firmware or of a VMM, answers: which source, which tools, which commands, which output. */
/** For people whose machine has no rustup, which installs the compilers of both Rust recipes. */
const RUSTUP_COMES_FROM = 'https://rustup.rs, or the package rustup of Debian 13 and Ubuntu 24.04';

;// CONCATENATED MODULE: ./lib/firmware/cloud-hypervisor.js
/** Cloud Hypervisor with TDX, built like firmware, because its release binaries never have that feature. */


/** `rust-version` in Cargo.toml of the pinned tree. */
const OLDEST_RUST = 83;
const RUSTUP = {
    command: 'rustup toolchain install stable --profile minimal --no-self-update',
    installer: RUSTUP_COMES_FROM,
};
const tools = [
    {
        name: 'rustc',
        versionArgs: ['--version'],
        version: /^(rustc .*\S)/m,
        from: RUSTUP,
        unsuitable: rustProblem,
    },
    { name: 'cargo', versionArgs: ['--version'], version: /^(cargo .*\S)/m, from: RUSTUP },
    { name: 'gcc', versionArgs: ['--version'], version: /^(.*\S)/m, from: { apt: 'gcc' } },
];
const cloudHypervisor = {
    name: 'cloud-hypervisor',
    pins: { documented: pins/* PINS */.$.cloudHypervisor, current: pins/* PINS */.$.cloudHypervisor },
    submodules: [],
    tools,
    copies: [],
    environment: {
        // Nothing of the user's ~/.cargo is touched, and nothing in it changes the program.
        CARGO_HOME: '{tree}/.cargo-home',
        CARGO_INCREMENTAL: '0',
        CARGO_TERM_COLOR: 'never',
        RUSTFLAGS: '',
        // Its build script asks git for the version, and must not be told that of a repository around the tree.
        GIT_DIR: '/nonexistent',
    },
    steps: (options) => [FETCH, program(options)],
    output: (build) => `target/${build}/cloud-hypervisor`,
};
function rustProblem(version) {
    const minor = Number(/ 1\.(\d+)/.exec(version)?.[1] ?? 0);
    return minor >= OLDEST_RUST ? undefined : `it needs Rust 1.${OLDEST_RUST} or later`;
}
const FETCH = {
    title: 'crates',
    argv: ['cargo', 'fetch', '--locked', '--target', 'x86_64-unknown-linux-gnu'],
    cpuSeconds: 5,
    progress: { line: /^\s*Downloaded /, total: 208, noun: 'crates' },
};
function program({ build, defines }) {
    return {
        title: 'cloud-hypervisor',
        argv: [
            ...['cargo', 'build', '--locked', '--bin', 'cloud-hypervisor'],
            ...(build === 'release' ? ['--release'] : []),
            ...['--features', ['tdx', ...defines].join(',')],
        ],
        cpuSeconds: 400,
        progress: { line: /^\s*Compiling /, total: 125, noun: 'crates' },
    };
}

;// CONCATENATED MODULE: ./lib/firmware/td-shim.js
/** td-shim: the small firmware in Rust that starts a kernel directly, and its variants for other payloads. */


/** What the file rust-toolchain of the pinned tree names. */
const NIGHTLY = 'nightly-2023-08-28';
/** The newest when td-shim v0.8.0 was released, and still; td-shim's own CI installs whatever is the newest. */
const XBUILD = '0.6.6';
/** One command brings compiler, cargo and the library's source; without the last option it would update rustup, too. */
const td_shim_RUSTUP = {
    behind: `~/.rustup/toolchains/${NIGHTLY}-x86_64-unknown-linux-gnu/lib/rustlib/components`,
    from: {
        command: `rustup toolchain install ${NIGHTLY} --profile minimal --component rust-src --no-self-update`,
        installer: RUSTUP_COMES_FROM,
    },
};
const td_shim_tools = [
    { name: 'rustc', versionArgs: [`+${NIGHTLY}`, '--version'], ...td_shim_RUSTUP },
    { name: 'cargo', versionArgs: [`+${NIGHTLY}`, '--version'], ...td_shim_RUSTUP },
    {
        name: 'rust-src',
        askedBy: 'rustup',
        versionArgs: ['component', 'list', '--installed', '--toolchain', NIGHTLY],
        version: /^(rust-src)$/m,
        mustMatch: true,
        ...td_shim_RUSTUP,
    },
    { name: 'gcc', versionArgs: ['--version'], from: { apt: 'gcc' } },
    { name: 'clang', versionArgs: ['--version'], from: { apt: 'clang' } },
    {
        name: 'llvm-ar',
        versionArgs: ['--version'],
        version: /^\s*((?:\S+ )?LLVM version .*\S)/m,
        from: { apt: 'llvm' },
    },
    { name: 'nasm', versionArgs: ['-v'], from: { apt: 'nasm' } },
    // ring makes its assembly files with it.
    { name: 'perl', versionArgs: ['--version'], version: /\((v[\d.]+)\)/, from: { apt: 'perl' } },
    { name: 'patch', versionArgs: ['--version'], from: { apt: 'patch' } },
];
/**
 * td-shim's own builds are the same only for the same user and source path (its issue 604). What makes the difference,
 * found by comparing builds in two places: panic messages have the paths of crates and of Rust's library;
 * the compiler's symbol names depend on the path of Rust's library; the ELF header within a debug image tells the size
 * of debug information, which has the real path of the tree.
 */
const REPRODUCIBLE = {
    // Nor is anything of the user's ~/.cargo touched. A ~/.cargo/config.toml above the tree is read all the same.
    CARGO_HOME: '{tree}/.cargo-home',
    XARGO_RUST_SRC: '{tree}/rust-src/library',
    CARGO_PROFILE_DEV_DEBUG: '0',
    // Even empty it wins over the rustflags of such a file.
    RUSTFLAGS: '',
};
/** `cargo image --release`: boots a Linux kernel (bzImage) that the VMM has loaded. */
const tdShim = variant('td-shim', []);
/** For an ELF or PE payload in the image; its place there is empty. */
const tdShimExecutable = variant('td-shim-executable', ['--payload-type', 'executable']);
/** With td-shim's own example payload, which prints what the TD tells it. */
const tdShimExample = variant('td-shim-example', ['--example-payload']);
function variant(name, options) {
    return {
        name,
        pins: { documented: pins/* PINS */.$.tdShim, current: pins/* PINS */.$.tdShim },
        // Named in [patch.crates-io] of Cargo.toml: cargo wants it even where nothing uses it.
        submodules: [{ path: 'library/ring', url: pins/* SUBMODULES */.c.ring }],
        tools: td_shim_tools,
        copies: [],
        environment: {
            CARGO_INCREMENTAL: '0',
            CARGO_TERM_COLOR: 'never',
            RUSTUP_TOOLCHAIN: NIGHTLY,
            RUSTUP_AUTO_INSTALL: '0',
            CC_x86_64_unknown_none: 'clang',
            AR_x86_64_unknown_none: 'llvm-ar',
            AS: 'nasm',
            // ring makes every warning of a C compiler an error, of newer ones too.
            CFLAGS: '-w',
            PATH: '{tree}/.cargo-home/bin:{path}',
            ...REPRODUCIBLE,
        },
        steps: (build) => [PATCH_RING, MARK_RING, LINK_RUST_SRC, td_shim_FETCH, INSTALL_XBUILD, td_shim_image(options, build)],
        output: (build) => `target/${build}/final.bin`,
    };
}
/** What sh_script/preparation.sh does; its `git reset` is for trees that were patched before. */
const PATCH_RING = {
    title: 'patch of ring',
    argv: ['patch', '--strip=1', '--directory=library/ring', '--input=../patches/ring.diff'],
    cpuSeconds: 0,
};
/** Without a `.git`, ring's build script looks for the generated assembly files of its releases. */
const MARK_RING = {
    title: 'ring as a checkout',
    argv: ['mkdir', '--parents', 'library/ring/.git'],
    cpuSeconds: 0,
};
/** The constant path of XARGO_RUST_SRC. A constant script: only the compiler knows where its library is. */
const LINK_RUST_SRC = {
    title: 'source of the Rust library',
    argv: [
        'sh',
        '-c',
        'ln --symbolic "$(realpath --canonicalize-existing "$(rustc --print sysroot)/lib/rustlib/src/rust")" rust-src',
    ],
    cpuSeconds: 0,
};
/** Fails when Cargo.lock does not name every crate; the commands after it, which xtask starts, do not check. */
const td_shim_FETCH = {
    title: 'crates',
    argv: [
        ...['cargo', 'fetch', '--locked'],
        ...['--target', 'x86_64-unknown-linux-gnu', '--target', 'x86_64-unknown-none'],
    ],
    cpuSeconds: 3,
    progress: { line: /^\s*Downloaded /, total: 151, noun: 'crates' },
};
const INSTALL_XBUILD = {
    title: 'cargo-xbuild',
    argv: ['cargo', 'install', '--locked', '--version', XBUILD, 'cargo-xbuild'],
    cpuSeconds: 20,
    progress: { line: /^\s*Compiling /, total: 28, noun: 'crates' },
};
/** `--features` are those of the crate td-shim, next to `main` and `tdx`. */
function td_shim_image(options, { build, defines }) {
    const release = build === 'release' ? ['--release'] : [];
    const features = defines.length === 0 ? [] : ['--features', defines.join(',')];
    return {
        title: 'firmware',
        argv: ['cargo', '--locked', 'image', ...release, ...options, ...features],
        cpuSeconds: 85,
        progress: { line: /^\s*Compiling /, total: 155, noun: 'crates' },
    };
}

;// CONCATENATED MODULE: ./lib/firmware/tdvf.js
/** TDVF: edk2's firmware for Trust Domains, OvmfPkg/IntelTdx, which boots a disk image. */

/** The first gcc whose default language, C23, the host tools of this edk2 do not compile under. */
const FIRST_GCC_WITH_C23 = 15;
const tdvf = {
    name: 'tdvf',
    pins: { documented: pins/* PINS */.$.edk2, current: pins/* PINS */.$.currentEdk2 },
    // Of the eight submodules only these are read; MdeModulePkg needs its copy of brotli as an include path.
    submodules: [
        { path: 'CryptoPkg/Library/OpensslLib/openssl', url: pins/* SUBMODULES */.c.openssl },
        { path: 'BaseTools/Source/C/BrotliCompress/brotli', url: pins/* SUBMODULES */.c.brotli, only: 'c' },
        { path: 'MdeModulePkg/Library/BrotliCustomDecompressLib/brotli', url: pins/* SUBMODULES */.c.brotli, only: 'c' },
    ],
    // No python3-distutils: this build does not import it, and newer distributions have no such package.
    tools: [
        { ...tdvf_program('gcc', ['--version']), from: { apt: 'gcc' } },
        { ...tdvf_program('g++', ['--version']), from: { apt: 'g++' } },
        { ...tdvf_program('ld', ['--version']), from: { apt: 'binutils' } },
        { ...tdvf_program('make', ['--version']), from: { apt: 'make' } },
        { ...tdvf_program('nasm', ['-v']), from: { apt: 'nasm' }, unsuitable: nasmProblem },
        { ...tdvf_program('iasl', ['-v'], /^(ASL\+.* version \S+)/m), from: { apt: 'acpica-tools' } },
        { ...tdvf_program('python3', ['--version']), from: { apt: 'python3' } },
        { name: '/usr/include/uuid/uuid.h', from: { apt: 'uuid-dev' } },
    ],
    // edksetup.sh copies these and sets the environment, through a shell that we do not need.
    copies: ['build_rule', 'tools_def', 'target'].map((name) => [
        `BaseTools/Conf/${name}.template`,
        `Conf/${name}.txt`,
    ]),
    // Include paths in .dec files, which edk2's parser wants to exist: MipiSysT since edk2-stable202305, mbedtls since
    // 202311, libspdm since 202405. IntelTdxX64.dsc builds nothing of them.
    directories: [
        'MdePkg/Library/MipiSysTLib/mipisyst/library/include',
        'CryptoPkg/Library/MbedTlsLib/mbedtls/include/mbedtls',
        'CryptoPkg/Library/MbedTlsLib/mbedtls/library',
        'SecurityPkg/DeviceSecurity/SpdmLib/libspdm/include',
    ],
    // GCC5 is the only name up to edk2-stable202302, GCC is there next to it from 202305, and alone from 202605. The
    // older one goes first: the two build alike, and the path of the pin's output has its length in the image.
    renames: [
        {
            from: 'GCC5',
            to: 'GCC',
            when: {
                file: 'BaseTools/Conf/tools_def.template',
                has: '*_GCC_*_*_FAMILY',
                lacks: '*_GCC5_*_*_FAMILY',
            },
        },
    ],
    environment: {
        WORKSPACE: '{tree}',
        EDK_TOOLS_PATH: '{tree}/BaseTools',
        CONF_PATH: '{tree}/Conf',
        PYTHON_COMMAND: 'python3',
        PATH: '{tree}/BaseTools/BinWrappers/PosixLike:{path}',
    },
    steps: (options) => [hostTools(options), firmware(options)],
    output: (build) => `Build/IntelTdx/${build === 'debug' ? 'DEBUG' : 'RELEASE'}_GCC5/FV/OVMF.fd`,
};
function tdvf_program(name, versionArgs, version = /^(.*\S)/m) {
    return { name, versionArgs, version };
}
/** NASM 3 refuses `push strict dword` in 64-bit code, which the pinned tree has (tianocore/edk2 issue 11635). */
function nasmProblem(version) {
    const major = Number(/version (\d+)/.exec(version)?.[1] ?? 0);
    return major < 3 ? undefined : 'it needs nasm 2.15 or 2.16 (tianocore/edk2 issue 11635)';
}
function hostTools({ jobs, version }) {
    const gcc = Number(/ (\d+)\.\d+\.\d+/.exec(version('gcc'))?.[1] ?? 0);
    const standard = gcc >= FIRST_GCC_WITH_C23 ? ['BUILD_CC=gcc -std=gnu17 -Wno-error=unused-but-set-variable'] : [];
    return {
        title: 'host tools',
        argv: ['make', '-C', 'BaseTools/Source/C', '-j', String(jobs), ...standard],
        cpuSeconds: 37,
        progress: { line: /^\s*(?:gcc|g\+\+)\b.* -c /, total: 92, noun: 'files' },
    };
}
/** DEBUG_ON_SERIAL_PORT is asked for with `!ifdef`: `=FALSE` would switch it on, too. */
function firmware({ build, defines, jobs }) {
    const serial = build === 'debug' ? ['DEBUG_ON_SERIAL_PORT=TRUE'] : [];
    return {
        title: 'firmware',
        argv: [
            'build',
            ...['-p', 'OvmfPkg/IntelTdx/IntelTdxX64.dsc', '-a', 'X64', '-t', 'GCC5', '-n', String(jobs)],
            ...['-b', build === 'debug' ? 'DEBUG' : 'RELEASE'],
            ...[...serial, ...defines].flatMap((define) => ['-D', define]),
        ],
        cpuSeconds: 190,
        progress: { line: /^Building \.\.\. /, total: 233, noun: 'modules' },
    };
}

;// CONCATENATED MODULE: ./lib/firmware/recipes.js
/** Every recipe by its name. */



const RECIPES = {
    tdvf: tdvf,
    'td-shim': tdShim,
    'td-shim-executable': tdShimExecutable,
    'td-shim-example': tdShimExample,
    'cloud-hypervisor': cloudHypervisor,
};


/***/ }),

/***/ 8886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ FirmwareTerminal)
/* harmony export */ });
/* unused harmony export FirmwareJobLog */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _safe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2813);
/** A firmware build for people: its stage, how far it is, how long it has taken and will take, and its log folded. */


/** How often a log that keeps every line is told of progress. */
const EVERY_MS = 10_000;
/** Lines of a build's log that the job's log shows; the file has all. */
const SHOWN_LINES = 20_000;
/** On a terminal one line that changes; in a file or a pipe a line now and then. */
class FirmwareTerminal {
    #output;
    #pace = new Pace();
    #open = false;
    constructor(output) {
        this.#output = output;
    }
    on = (event) => {
        if (event.type === 'log')
            return;
        const live = this.#output.isTTY === true && event.type === 'progress';
        const text = this.#pace.describe(event, live);
        if (text === undefined)
            return;
        const line = (0,_safe_js__WEBPACK_IMPORTED_MODULE_1__/* .forTerminal */ .Qf)(text);
        this.#output.write(`${this.#open ? '\r\x1b[K' : ''}${line}${live ? '' : '\n'}`);
        this.#open = live;
    };
    close() {
        if (this.#open)
            this.#output.write('\r\x1b[K');
        this.#open = false;
    }
}
/** In the log of a workflow job: progress as lines, and at the end what the tools printed, as one folded group. */
class FirmwareJobLog {
    #output;
    #pace = new Pace();
    #log;
    constructor(output) {
        this.#output = output;
    }
    on = (event) => {
        if (event.type === 'log')
            this.#log = event.file;
        const text = this.#pace.describe(event, false);
        if (text !== undefined)
            this.#output.info(forJobLog(text));
    };
    close() {
        if (this.#log === undefined)
            return;
        const lines = readFileSync(this.#log, 'utf8').split('\n');
        this.#output.startGroup(`Build log (${lines.length} lines)`);
        for (const line of lines.slice(0, SHOWN_LINES))
            this.#output.info(forJobLog(line));
        if (lines.length > SHOWN_LINES)
            this.#output.info(`The rest is only in ${this.#log}`);
        this.#output.endGroup();
        this.#log = undefined;
    }
}
/** Puts events into words, and says which progress is worth a line. */
class Pace {
    #title = '';
    #expectedMs;
    #nextMs = 0;
    describe(event, everyUnit) {
        if (event.type === 'notice')
            return event.text;
        if (event.type === 'stage') {
            this.#title = event.title;
            this.#expectedMs = event.expectedMs;
            this.#nextMs = EVERY_MS;
            const expected = event.expectedMs === undefined ? '' : `, about ${seconds(event.expectedMs)}`;
            return `firmware: ${event.title}${expected}`;
        }
        if (event.type === 'log' || (!everyUnit && event.elapsedMs < this.#nextMs))
            return undefined;
        this.#nextMs = event.elapsedMs + EVERY_MS;
        const { done, total, noun, elapsedMs } = event;
        return `firmware: ${this.#title}: ${done} of ${total} ${noun}, ${seconds(elapsedMs)}, ${this.#left(event)}`;
    }
    /** The first units tell little of the speed: until a tenth is done, the earlier measurement is the better guess. */
    #left({ done, total, elapsedMs }) {
        const measured = (elapsedMs * (total - done)) / done;
        const guessed = this.#expectedMs === undefined ? measured : Math.max(0, this.#expectedMs - elapsedMs);
        return `about ${seconds(done * 10 < total ? guessed : measured)} left`;
    }
}
function seconds(ms) {
    return `${Math.round(ms / 1000)} s`;
}


/***/ })

};
