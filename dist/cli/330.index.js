export const id = 330;
export const ids = [330];
export const modules = {

/***/ 4330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ EXIT),
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(8179);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/report/safe.js
var safe = __webpack_require__(2813);
// EXTERNAL MODULE: ./lib/scenario/words.js
var words = __webpack_require__(2943);
;// CONCATENATED MODULE: ./lib/cli/firmware.js
/** The commands below `tdx-boot firmware`. What they need is loaded when they run: a cache hit must not wait for it. */


function addFirmwareCommands(program, streams, done) {
    const firmware = program.command('firmware').description('build, find and look at firmware images');
    const load = () => Promise.all(/* import() */[__webpack_require__.e(115), __webpack_require__.e(348)]).then(__webpack_require__.bind(__webpack_require__, 3348));
    requestCommand(firmware, 'build', 'build an image, or take it from the store; prints its path')
        .option('--install-tools', 'install missing build tools (as root, or with a sudo that asks no password)')
        .action(async (name, flags) => done(await (await load()).build(name, flags, streams)));
    requestCommand(firmware, 'path', 'print the path of an image that is in the store, verified; never builds').action(async (name, flags) => done(await (await load()).path(name, flags, streams)));
    requestCommand(firmware, 'verify', 'build an image of the store once more and compare the two').action(async (name, flags) => done(await (await load()).verify(name, flags, streams)));
    firmware
        .command('inspect')
        .description('print the TDX metadata of an image and what is wrong with it')
        .argument('<file>', 'firmware image')
        .option('--json', 'print it as JSON')
        .action(async (file, flags) => done((await Promise.all(/* import() */[__webpack_require__.e(56), __webpack_require__.e(106)]).then(__webpack_require__.bind(__webpack_require__, 1106))).inspect(file, flags, streams)));
    storeCommand(firmware, 'list', 'list the images in the store').action(async (flags) => done(await (await load()).list(flags, streams)));
    storeCommand(firmware, 'prune', 'remove images from the store, the longest unused first')
        .option('--limit <size>', 'keep at most so much, for example 64M', '0K')
        .action(async (flags) => done(await (await load()).prune(flags, streams)));
}
function requestCommand(parent, name, description) {
    return storeCommand(parent, name, description)
        .argument('<firmware>', words/* FIRMWARES */.Xb.join(', '), parseName)
        .addOption(new esm/* Option */.c$('--build <type>', 'release, or debug: logs to the serial port')
        .choices(words/* BUILDS */.W4)
        .default('release'))
        .option('--ref <ref>', 'tag, branch or commit instead of the pin')
        .option('--repository <url>', 'another git URL, or a local directory')
        .option('--define <name=value>', 'extra build define; may be repeated', (value, all) => [...all, value], []);
}
function storeCommand(parent, name, description) {
    return parent
        .command(name)
        .description(description)
        .option('--store <dir>', 'where images are kept (default: ~/.cache/tdx-boot/firmware)')
        .option('--json', 'print the result as JSON');
}
function parseName(text) {
    const name = words/* FIRMWARES */.Xb.find((known) => known === text);
    if (name === undefined)
        throw new esm/* InvalidArgumentError */.Di(`Known firmware: ${words/* FIRMWARES */.Xb.join(', ')}.`);
    return name;
}

;// CONCATENATED MODULE: ./lib/cli/main.js
/** The commands of tdx-boot and their exit codes. */






/** Kept from ncc, which would copy the file that a literal `new URL(\u2026, import.meta.url)` names. */
const HERE = import.meta.url;
/** What a process exit tells `git bisect run` and scripts: 125 means "this could not be tested". */
const EXIT = { passed: 0, failed: 1, usage: 2, errored: 125 };
const EXIT_HELP = `
Exit codes:
  0    passed
  1    failed: the guest or its firmware misbehaved
  2    bad usage or a bad scenario: nothing was started
  125  errored: the host, the VMM or tdx-boot could not do its part
  130  stopped by Ctrl-C (128 + the signal's number)`;
/** Runs one command line; returns the exit code. */
async function main(argv, streams) {
    let code = EXIT.passed;
    const program = buildProgram(streams, (result) => {
        code = result;
    });
    try {
        await program.parseAsync(argv, { from: 'user' });
        return code;
    }
    catch (error) {
        return explainFailure(error, streams);
    }
}
function buildProgram(streams, done) {
    // Loaded when a command runs: one that needs little of it must not wait for it.
    const load = () => Promise.all(/* import() */[__webpack_require__.e(559), __webpack_require__.e(115), __webpack_require__.e(56), __webpack_require__.e(585)]).then(__webpack_require__.bind(__webpack_require__, 2585));
    const program = new esm/* Command */.uB('tdx-boot')
        .description('Boots Intel TDX guests and says whether they came up')
        .version(packageVersion())
        .addHelpText('after', EXIT_HELP)
        .exitOverride()
        .configureOutput({
        writeOut: (text) => streams.out.write(text),
        writeErr: (text) => streams.error.write(text),
    });
    program
        .command('run')
        .description('boot a scenario and judge its console')
        .argument('<scenario>', 'scenario file')
        .option('--results <dir>', 'directory for logs and results', 'tdx-boot-results')
        .option('--json', 'print result.json instead of the events')
        .action(async (file, options) => {
        done(await (await load()).run(file, options, streams));
    });
    program
        .command('check')
        .description('judge a recorded run, an asciicast or a log; no VM is started')
        .argument('<log>', 'results directory of a run, .cast file, log file, or - for standard input')
        .requiredOption('--scenario <file>', 'scenario file')
        .option('--stream <name>', `stream that the log is from (${words/* STREAMS */.gO.join(', ')})`, parseStream, 'console')
        .option('--json', 'print the result as JSON')
        .action(async (log, options) => {
        done(await (await load()).check(log, options, streams));
    });
    program
        .command('validate')
        .description('check a scenario and the files that it names')
        .argument('<scenario>', 'scenario file')
        .option('--json', 'print the problems as JSON')
        .action(async (file, options) => done((await load()).validate(file, options, streams)));
    program
        .command('explain')
        .description('print the exact VMM command of a scenario without running it')
        .argument('<scenario>', 'scenario file')
        .option('--initrd <file>', "write the probe guest's initrd to this file and use it in the command")
        .option('--json', 'print it as JSON, with the arguments as tdx-boot runs it')
        .action(async (file, options) => done(await (await load()).explain(file, options, streams)));
    program
        .command('probe')
        .description('write the probe guest as an ext4 disk image, for a VMM that takes no initrd')
        .argument('<image>', 'file to write; boot it with init=/sbin/init')
        .option('--kernel <file>', 'kernel whose modules go into the image')
        .option('--modules <dir>', "the kernel's lib/modules/<release>")
        .action(async (image, options) => {
        done(await (await load()).probe(image, options, streams));
    });
    program
        .command('demo')
        .description("boot this machine's own kernel with the probe guest under emulation")
        .option('--kernel <file>', 'another kernel (bzImage)')
        .option('--results <dir>', 'directory for logs and results', 'tdx-boot-results')
        .action(async (options) => done(await (await load()).demo(options, streams)));
    addFirmwareCommands(program, streams, done);
    return program;
}
/** package.json is two levels up from src/cli and from dist/cli alike. */
function packageVersion() {
    const text = (0,external_node_fs_.readFileSync)(new URL('../../package.json', HERE), 'utf8');
    return JSON.parse(text).version;
}
function parseStream(name) {
    const stream = words/* STREAMS */.gO.find((known) => known === name);
    if (stream === undefined)
        throw new esm/* InvalidArgumentError */.Di(`Known streams: ${words/* STREAMS */.gO.join(', ')}.`);
    return stream;
}
function explainFailure(error, streams) {
    if (error instanceof esm/* CommanderError */.b7)
        return error.exitCode === 0 ? EXIT.passed : EXIT.usage;
    const text = error instanceof errors/* TdxBootError */.HS ? (0,errors/* formatError */.Wk)(error) : `internal error: ${(0,errors/* messageOf */.bD)(error)}`;
    for (const line of text.split('\n'))
        streams.error.write(`${(0,safe/* forTerminal */.Qf)(line)}\n`);
    return error instanceof errors/* UsageError */.eb ? EXIT.usage : EXIT.errored;
}


/***/ }),

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

/***/ 2813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qf: () => (/* binding */ forTerminal),
/* harmony export */   zr: () => (/* binding */ forFileName)
/* harmony export */ });
/* unused harmony exports forJobLog, forMarkdown, markdownCode, markdownBlock */
/**
 * Makes untrusted text safe, one function for each destination. Everything that a guest, a firmware, a VMM or a file
 * name says passes through here, and nowhere else, before it is shown.
 */
/** Control characters, invisible direction marks and line separators: nothing that a reader needs to see. */
const UNPRINTABLE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
/** For a terminal: no escape sequence and no line break survives. */
function forTerminal(text) {
    return text.replace(UNPRINTABLE, '\ufffd');
}
/**
 * For the log of a workflow job: never a workflow command. The runner reads `::cmd::` at the start of a trimmed line
 * and `##[cmd]` anywhere in it (actions/runner, src/Runner.Common/ActionCommand.cs).
 */
function forJobLog(text) {
    const printable = forTerminal(text).replaceAll('##[', '# #[');
    return /^\s*::/.test(printable) ? `| ${printable}` : printable;
}
/** For Markdown text outside of code: every character that Markdown or HTML gives a meaning is shown as itself. */
function forMarkdown(text) {
    return forTerminal(text)
        .replace(/[\\`*_{}[\]()#+\-.!|~@:]/g, '\\$&')
        .replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
/** A Markdown code span; also safe within a table cell. */
function markdownCode(text) {
    const content = forTerminal(text).replaceAll('|', '\\|');
    const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence} ${content} ${fence}`;
}
/** A fenced Markdown block that its lines cannot close. */
function markdownBlock(lines) {
    const content = lines.map(forTerminal);
    const longest = Math.max(2, ...content.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}text`, ...content, fence].join('\n');
}
/** A single path component: lower-case letters, digits and dashes, never empty, at most 60 characters. */
function forFileName(text) {
    const slug = text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-/, '')
        .slice(0, 60)
        .replace(/-$/, '');
    return slug === '' ? 'boot' : slug;
}


/***/ }),

/***/ 2943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P4: () => (/* binding */ PLATFORMS),
/* harmony export */   W: () => (/* binding */ VMMS),
/* harmony export */   W4: () => (/* binding */ BUILDS),
/* harmony export */   Xb: () => (/* binding */ FIRMWARES),
/* harmony export */   ZG: () => (/* binding */ PHASES),
/* harmony export */   gO: () => (/* binding */ STREAMS),
/* harmony export */   oC: () => (/* binding */ SEVERITIES)
/* harmony export */ });
/** The project's vocabulary: the closed sets of names that scenarios, events and reports share. */
/** Where the guest runs: a real Trust Domain, the same guest under KVM without a TD, or QEMU TCG. */
const PLATFORMS = ['tdx', 'kvm', 'emulated'];
/** What turns a scenario and a firmware into a running VM. */
const VMMS = ['qemu', 'cloud-hypervisor'];
/** Named byte sources: guest console (hvc0), firmware/UART port (ttyS0), edk2 debug port 0x402, the VMM's stderr. */
const STREAMS = ['console', 'serial', 'debugcon', 'vmm'];
/** How far a boot got, in the order in which a boot passes through them. */
const PHASES = ['host', 'vmm', 'firmware', 'bootloader', 'kernel', 'initramfs', 'userspace'];
/** How bad a known failure line is: `fatal` ends the boot, `error` is a bug, `warning` is worth a look. */
const SEVERITIES = ['fatal', 'error', 'warning'];
/** Firmware that tdx-boot builds: TDVF boots a disk image, td-shim a Linux kernel, its variants other payloads. */
const FIRMWARES = ['tdvf', 'td-shim', 'td-shim-executable', 'td-shim-example'];
/** `debug` firmware logs what it does to the serial port. */
const BUILDS = ['release', 'debug'];


/***/ })

};
