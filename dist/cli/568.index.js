export const id = 568;
export const ids = [568];
export const modules = {

/***/ 4568:
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
    const load = () => Promise.all(/* import() */[__webpack_require__.e(224), __webpack_require__.e(472), __webpack_require__.e(817), __webpack_require__.e(26)]).then(__webpack_require__.bind(__webpack_require__, 3348));
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
        .action(async (file, flags) => done((await Promise.all(/* import() */[__webpack_require__.e(517), __webpack_require__.e(106)]).then(__webpack_require__.bind(__webpack_require__, 1106))).inspect(file, flags, streams)));
    storeCommand(firmware, 'list', 'list the images in the store').action(async (flags) => done(await (await load()).list(flags, streams)));
    storeCommand(firmware, 'prune', 'remove images from the store, the longest unused first')
        .option('--limit <size>', 'keep at most so much, for example 64M', '0K')
        .action(async (flags) => done(await (await load()).prune(flags, streams)));
}
function requestCommand(parent, name, description) {
    return storeCommand(parent, name, description)
        .argument('<firmware>', words/* RECIPE_NAMES */.If.join(', '), parseName)
        .addOption(new esm/* Option */.c$('--build <type>', 'release, or debug: logs to the serial port')
        .choices(words/* BUILDS */.W4)
        .default('release'))
        .addOption(new esm/* Option */.c$('--pins <set>', 'documented, or current: for hosts of Linux 6.16 and later').choices(words/* PIN_SETS */._))
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
    const name = words/* RECIPE_NAMES */.If.find((known) => known === text);
    if (name === undefined)
        throw new esm/* InvalidArgumentError */.Di(`Known firmware: ${words/* RECIPE_NAMES */.If.join(', ')}.`);
    return name;
}

// EXTERNAL MODULE: ./lib/scenario/units.js
var units = __webpack_require__(893);
// EXTERNAL MODULE: ./lib/tdx/event-profiles.js
var event_profiles = __webpack_require__(303);
// EXTERNAL MODULE: ./lib/tdx/mrtd.js
var mrtd = __webpack_require__(3081);
;// CONCATENATED MODULE: ./lib/cli/measure.js
/** The commands below `tdx-boot measure`. What they need is loaded when they run. */





function addMeasureCommands(program, streams, done) {
    const measure = program
        .command('measure')
        .description('print what MRTD and the RTMRs of a TD will be; subcommands read logs, reports and quotes')
        .argument('<firmware>', 'firmware image with TDX metadata')
        // What follows a subcommand is the subcommand's: both have --json.
        .enablePositionalOptions()
        .addOption(new esm/* Option */.c$('--vmm <name>', 'only as this VMM measures').choices(words/* VMMS */.W))
        .addOption(new esm/* Option */.c$('--order <order>', 'only with MRTD measured in this order').choices(mrtd/* ORDERS */.gf))
        .addOption(new esm/* Option */.c$('--events <edk2>', 'only as TDVF of this edk2 measures').choices(event_profiles/* EVENT_PROFILES */.W.map(({ id }) => id)))
        .option('--memory <size>', "the guest's memory, for example 2G", parseMemory)
        .option('--acpi-tables <file>', "content of QEMU's fw_cfg file etc/acpi/tables")
        .option('--kernel <file>', 'kernel (bzImage) that the VMM hands to the firmware')
        .option('--initrd <file>', 'its initrd')
        .option('--cmdline <text>', 'its command line')
        .option('--list-events', 'list what goes into the RTMRs, too')
        .option('--json', 'print it as JSON, events and all')
        .option('--write <golden>', 'write the values to a file')
        .option('--check <golden>', 'compare with such a file: exits 1 when a value has changed')
        .action(async (file, flags) => done((await Promise.all(/* import() */[__webpack_require__.e(311), __webpack_require__.e(224), __webpack_require__.e(339), __webpack_require__.e(688)]).then(__webpack_require__.bind(__webpack_require__, 1933))).measure(file, flags, streams)));
    const load = () => Promise.all(/* import() */[__webpack_require__.e(843), __webpack_require__.e(802)]).then(__webpack_require__.bind(__webpack_require__, 9802));
    measure
        .command('log')
        .description("list a TD's event log (CCEL), check its digests and replay it")
        .argument('<log>', 'copy of /sys/firmware/acpi/tables/data/CCEL')
        .option('--report <file>', 'TDREPORT or quote of the same boot, to compare with')
        .option('--json', 'print it as JSON')
        .action(async (file, flags) => done((await load()).log(file, flags, streams)));
    measure
        .command('report')
        .description('print a TDREPORT and check its hashes')
        .argument('<report>', '1024 bytes of /dev/tdx_guest')
        .option('--json', 'print it as JSON')
        .action(async (file, flags) => done((await load()).report(file, flags, streams)));
    measure
        .command('quote')
        .description('print a quote of version 4 or 5')
        .argument('<quote>', 'outblob of /sys/kernel/config/tsm/report')
        .option('--verify <collateral>', 'verify its signature, with @phala/dcap-qvl: exits 1 when it is not valid')
        .option('--at <date>', 'with --verify: at this time instead of now, for example 2026-01-31', parseDate)
        .option('--json', 'print it as JSON')
        .action(async (file, flags) => done(await (await load()).quote(file, flags, streams)));
}
function parseDate(text) {
    const date = new Date(text);
    if (Number.isNaN(date.getTime()))
        throw new esm/* InvalidArgumentError */.Di('Give a date such as 2026-01-31.');
    return date;
}
function parseMemory(text) {
    const bytes = /^[1-9]\d*[KMG]$/.test(text) ? (0,units/* parseSize */.D)(text) : Number.NaN;
    if (!Number.isSafeInteger(bytes))
        throw new esm/* InvalidArgumentError */.Di('Give a size such as 512M or 2G.');
    return BigInt(bytes);
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
    const load = () => Promise.all(/* import() */[__webpack_require__.e(311), __webpack_require__.e(593), __webpack_require__.e(224), __webpack_require__.e(980), __webpack_require__.e(517), __webpack_require__.e(843), __webpack_require__.e(472), __webpack_require__.e(601), __webpack_require__.e(975), __webpack_require__.e(817), __webpack_require__.e(339), __webpack_require__.e(831)]).then(__webpack_require__.bind(__webpack_require__, 1831));
    const program = new esm/* Command */.uB('tdx-boot')
        .description('Boots Intel TDX guests and says whether they came up')
        .version(packageVersion())
        .addHelpText('after', EXIT_HELP)
        // `measure` needs it, and commander asks for it from the top.
        .enablePositionalOptions()
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
        .command('diagnose')
        .description('say where a boot stopped and why, from any log: host dmesg, VMM, console, or all mixed')
        .argument('<log>', 'log file, or - for standard input')
        .addOption(new esm/* Option */.c$('--stream <source>', 'where the log is from').choices(words/* LOG_SOURCES */._G).default('mixed'))
        .option('--json', 'print the diagnosis as JSON')
        .action(async (log, options) => done((await Promise.all(/* import() */[__webpack_require__.e(311), __webpack_require__.e(593), __webpack_require__.e(980), __webpack_require__.e(843), __webpack_require__.e(472), __webpack_require__.e(601), __webpack_require__.e(51)]).then(__webpack_require__.bind(__webpack_require__, 6051))).diagnose(log, options, streams)));
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
    program
        .command('doctor')
        .description('check whether this host can boot a Trust Domain; exits 1 when that cannot be expected')
        .argument('[scenario]', 'scenario file whose memory, VMM and files are checked too')
        .option('--json', 'print the checks as JSON')
        .action(async (file, options) => done(await (await Promise.all(/* import() */[__webpack_require__.e(311), __webpack_require__.e(593), __webpack_require__.e(980), __webpack_require__.e(517), __webpack_require__.e(975), __webpack_require__.e(982)]).then(__webpack_require__.bind(__webpack_require__, 4403))).doctor(file, options, streams)));
    addFirmwareCommands(program, streams, done);
    addMeasureCommands(program, streams, done);
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

/***/ 893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseSize),
/* harmony export */   E: () => (/* binding */ parseDuration)
/* harmony export */ });
/** Durations and sizes as people write them. The schema has checked their form. */
const MILLISECONDS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const BYTES = { K: 1024, M: 1024 ** 2, G: 1024 ** 3 };
/** `90s` \u2192 90000 milliseconds. */
function parseDuration(text) {
    const [, amount, unit] = /^([\d.]+)(\D+)$/.exec(text) ?? [];
    return Number(amount) * (MILLISECONDS[unit ?? ''] ?? Number.NaN);
}
/** `512M` \u2192 536870912 bytes. */
function parseSize(text) {
    return Number(text.slice(0, -1)) * (BYTES[text.slice(-1)] ?? Number.NaN);
}


/***/ }),

/***/ 2943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ PAYLOAD_FIRMWARES),
/* harmony export */   If: () => (/* binding */ RECIPE_NAMES),
/* harmony export */   P4: () => (/* binding */ PLATFORMS),
/* harmony export */   W: () => (/* binding */ VMMS),
/* harmony export */   W4: () => (/* binding */ BUILDS),
/* harmony export */   Xb: () => (/* binding */ FIRMWARES),
/* harmony export */   ZG: () => (/* binding */ PHASES),
/* harmony export */   _: () => (/* binding */ PIN_SETS),
/* harmony export */   _G: () => (/* binding */ LOG_SOURCES),
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
/** Where a log without a scenario is from; `mixed`: each of its lines may be anybody's. */
const LOG_SOURCES = ['mixed', 'host', ...STREAMS];
/** How far a boot got, in the order in which a boot passes through them. */
const PHASES = ['host', 'vmm', 'firmware', 'bootloader', 'kernel', 'initramfs', 'userspace'];
/** How bad a known failure line is: `fatal` ends the boot, `error` is a bug, `warning` is worth a look. */
const SEVERITIES = ['fatal', 'error', 'warning'];
/** Firmware that tdx-boot builds: TDVF boots a disk image, td-shim a Linux kernel, its variants other payloads. */
const FIRMWARES = ['tdvf', 'td-shim', 'td-shim-executable', 'td-shim-example'];
/** Those with a program of their own in the image: they boot without a kernel and without a disk. */
const PAYLOAD_FIRMWARES = ['td-shim-executable', 'td-shim-example'];
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

/***/ 303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ EVENT_PROFILES)
/* harmony export */ });
/** Which events which edk2 measures: what changed from one release to the next, as data. */
/**
 * BootOrder holds 0000 alone, which is UiApp in the image: flags 0x109, its name, FvVol(7CB8BDC9-\u2026)/FvFile(462CAA21-\u2026).
 * Digest 23ada07f\u2026 in two event logs.
 */
const UI_APP = {
    order: '0000',
    option: '090100002c0055006900410070007000000004071400c9bdb87cebf8344faaea3ee4af6516a1' +
        '0406140021aa2c4614760345836e8ab6f46623317fff0400',
};
const ACPI = '935343cf16 (AcpiPlatformDxe measures ACPI)';
const SEPARATOR = 'efaf8931bb (separator to RTMR1)';
const OTHER_OPTIONS = 'd433b4c8e4 and 716f150a8b (other boot options)';
const PREFIX = 'a2ac0fea49 (initrd=initrd before the command line)';
/** The pin first, then the releases in the order of their time. */
const EVENT_PROFILES = [
    {
        id: 'edk2-13b97736',
        releases: 'the pinned commit',
        acpi: false,
        separator: 'rtmr0',
        initrd: 'after-cmdline',
        boot: UI_APP,
        source: `edk2 13b97736, which lacks ${ACPI} and ${SEPARATOR}`,
    },
    {
        id: 'edk2-stable202302',
        releases: 'edk2-stable202302 to 202408',
        acpi: true,
        separator: 'rtmr0',
        initrd: 'after-cmdline',
        boot: UI_APP,
        source: `edk2 ${ACPI}, before ${SEPARATOR}; event log CCEL_data_ovmf of confidential-containers/trustee`,
    },
    {
        id: 'edk2-stable202411',
        releases: 'edk2-stable202411 and 202502',
        acpi: true,
        separator: 'rtmr1',
        initrd: 'after-cmdline',
        boot: UI_APP,
        source: `edk2 ${SEPARATOR}, before ${OTHER_OPTIONS}; canonical-defaults of fortanix/tdx-measure`,
    },
    {
        id: 'edk2-stable202505',
        releases: 'edk2-stable202505',
        acpi: true,
        separator: 'rtmr1',
        initrd: 'after-cmdline',
        source: `edk2 ${OTHER_OPTIONS}, before ${PREFIX}`,
    },
    {
        id: 'edk2-stable202508',
        releases: 'edk2-stable202508 to 202605',
        acpi: true,
        separator: 'rtmr1',
        initrd: 'before-cmdline',
        source: `edk2 ${PREFIX}`,
    },
];


/***/ }),

/***/ 9645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z7: () => (/* binding */ hexRange),
/* harmony export */   bV: () => (/* binding */ guidAt),
/* harmony export */   uh: () => (/* binding */ hex),
/* harmony export */   w8: () => (/* binding */ shortHex)
/* harmony export */ });
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

/***/ 3081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NC: () => (/* binding */ MRTD_VARIANTS),
/* harmony export */   Ye: () => (/* binding */ launchOrder),
/* harmony export */   ar: () => (/* binding */ LAUNCH_RULES),
/* harmony export */   gf: () => (/* binding */ ORDERS),
/* harmony export */   j5: () => (/* binding */ computeMrtd)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9645);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9457);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7624);
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
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha384');
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
    return memorySize > 0n && !_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORD_TYPES */ .c4.includes(name) && (augmented || !augment);
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
            throw new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .DataError */ .fL('bad-section', `${what}: ${problem}`, dataOffset, DAMAGED);
        };
        if (address % BigInt(PAGE) !== 0n || memorySize % BigInt(PAGE) !== 0n) {
            bad(`${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .hexRange */ .Z7)(address, address + memorySize)} is not made of whole 4 KiB pages`);
        }
        if (address + memorySize >= 1n << 64n)
            bad(`${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .hexRange */ .Z7)(address, address + memorySize)} goes beyond 64 bits`);
        if (BigInt(rawSize) > memorySize)
            bad(`raw size ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .hex */ .uh)(rawSize)} exceeds memory size ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .hex */ .uh)(memorySize)}`);
        if (dataOffset + rawSize > image.length) {
            const data = (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .hexRange */ .Z7)(dataOffset, dataOffset + rawSize);
            bad(`data ${data} ends beyond the image (${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .hex */ .uh)(image.length)})`);
        }
        hashed += (memorySize / BigInt(PAGE)) * (isMeasured(section, rules) ? MEASURED_BYTES : ADDED_BYTES);
        if (hashed > MOST_HASHED)
            bad(`${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .hexRange */ .Z7)(address, address + memorySize)} is more than anybody adds to a TD`);
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

/***/ 6207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ ramOfQ35),
/* harmony export */   Ng: () => (/* binding */ LARGEST_LOW_RAM),
/* harmony export */   YZ: () => (/* binding */ FOUR_GIB),
/* harmony export */   rA: () => (/* binding */ lowRam)
/* harmony export */ });
/** Where QEMU's q35 machine, on which its TDs run, has RAM. */
const FOUR_GIB = 0x100000000n;
/** From this size on, a q35 machine keeps 2 GiB below 4 GiB and puts the rest above (QEMU hw/i386/pc_q35.c, lowmem). */
const LARGEST_LOW_RAM = 0xb0000000n;
const LOW_RAM = 0x80000000n;
/** Bytes of RAM below 4 GiB of a machine with so much memory. */
function lowRam(memory) {
    return memory < LARGEST_LOW_RAM ? memory : LOW_RAM;
}
/** RAM of a machine with so much memory, in the order of addresses. */
function ramOfQ35(memory) {
    const low = lowRam(memory);
    return low === memory
        ? [[0n, memory]]
        : [
            [0n, low],
            [FOUR_GIB, FOUR_GIB + memory - low],
        ];
}


/***/ }),

/***/ 9457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   fL: () => (/* binding */ DataError),
/* harmony export */   mP: () => (/* binding */ Reader),
/* harmony export */   nY: () => (/* binding */ u64Of)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9645);
/** Reads untrusted little-endian data step by step: what does not fit ends in a named error that says where. */


/** `offset` is where in the data, in bytes. */
class DataError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb {
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
        return (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .guidAt */ .bV)(this.#bytes, this.#move(16, what));
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
            const message = `${data} ends within ${part}: ${length} bytes at offset ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .uh)(start)}, ${this.left} are left`;
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


/***/ }),

/***/ 7624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ scratchInImage),
/* harmony export */   Xr: () => (/* binding */ isQemuType),
/* harmony export */   be: () => (/* binding */ rangeOf),
/* harmony export */   c4: () => (/* binding */ RECORD_TYPES),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   u2: () => (/* binding */ SOURCE),
/* harmony export */   zw: () => (/* binding */ eachSection)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9645);
/* harmony import */ var _q35_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6207);
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
const QEMU_TYPES = ['BFV', 'CFV', 'TD_HOB', 'TempMem'];
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
    const start = _q35_js__WEBPACK_IMPORTED_MODULE_0__/* .FOUR_GIB */ .YZ - BigInt(imageSize);
    return sections.find((section) => section.name === 'TempMem' && section.address < _q35_js__WEBPACK_IMPORTED_MODULE_0__/* .FOUR_GIB */ .YZ && endOf(section) > start);
}
function rangeOf(section) {
    return (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .hexRange */ .Z7)(section.address, endOf(section));
}


/***/ })

};
