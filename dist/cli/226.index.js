export const id = 226;
export const ids = [226];
export const modules = {

/***/ 8226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ commands_check),
  demo: () => (/* binding */ demo),
  explain: () => (/* binding */ explain),
  probe: () => (/* binding */ probe),
  run: () => (/* binding */ commands_run),
  validate: () => (/* binding */ validate)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/judge/judge.js + 6 modules
var judge_judge = __webpack_require__(6125);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/vmm/binary.js
/** What a VMM program on this machine is, asked of the program itself: its version, and what it was built with. */



/** A program that says nothing of itself within this time, in milliseconds, is not what it should be. */
const ANSWER_MS = 10_000;
const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/**
 * Asks a Cloud Hypervisor for its version and features.
 * @param path of the program
 * @throws HostError code `vmm-unusable` when it cannot be run, does not answer or is something else
 */
async function probeCloudHypervisor(path) {
    const said = await ask(path, ['--version', '-v']);
    // Built from a tree without git, it is v47.0.0 and not v47.0 (build.rs).
    const version = /^cloud-hypervisor v?(\d+\.\d+\S*?)(?:\.0)?$/m.exec(said)?.[1];
    if (version === undefined)
        throw unusable(path, 'it does not say which Cloud Hypervisor it is', said);
    const features = /^Enabled features: \[(.*)\]$/m.exec(said)?.[1] ?? '';
    return { version, features: [...features.matchAll(/"([^"]+)"/g)].flatMap(([, name]) => name ?? []) };
}
/**
 * Asks a QEMU for its version, and whether it knows Trust Domains.
 * @param path of the program
 * @throws HostError code `vmm-unusable` when it cannot be run, does not answer or is something else
 */
async function probeQemu(path) {
    const said = await ask(path, ['--version']);
    const version = /^QEMU emulator version (\d+\.\d+\S*)/m.exec(said)?.[1];
    if (version === undefined)
        throw unusable(path, 'it does not say which QEMU it is', said);
    const objects = await ask(path, ['-object', 'help']);
    return { version, tdxGuest: /^\s*tdx-guest$/m.test(objects) };
}
async function ask(path, args) {
    try {
        const { stdout } = await run(path, args, { timeout: ANSWER_MS, killSignal: 'SIGKILL' });
        return stdout;
    }
    catch (cause) {
        const late = typeof cause === 'object' && cause !== null && 'killed' in cause && cause.killed === true;
        const why = late ? `no answer within ${ANSWER_MS / 1000} s` : (0,errors/* messageOf */.bD)(cause);
        throw unusable(path, `"${args.join(' ')}" failed`, why, cause);
    }
}
function unusable(path, what, said, cause) {
    const text = said.trim() === '' ? 'nothing' : said.trim().slice(0, 200);
    return new errors/* HostError */.dh('vmm-unusable', `${path} cannot be used: ${what}: ${text}`, {
        hint: 'Check that the program can be run by this user and is the VMM that its name says.',
        ...(cause === undefined ? {} : { cause }),
    });
}

;// CONCATENATED MODULE: ./lib/vmm/json-messages.js
/** A stream of JSON objects with a separator between them, as the control channels of VMMs send them. */
/** What is longer than this between two separators is no message, in characters. */
const MESSAGE_CAP = 1024 * 1024;
class JsonMessages {
    #separator;
    #onMessage;
    #decoder = new TextDecoder();
    #buffer = '';
    constructor(separator, onMessage) {
        this.#separator = separator;
        this.#onMessage = onMessage;
    }
    push(bytes) {
        this.#buffer += this.#decoder.decode(bytes, { stream: true });
        const texts = this.#buffer.split(this.#separator);
        this.#buffer = (texts.pop() ?? '').slice(-MESSAGE_CAP);
        for (const text of texts) {
            const message = asRecord(parse(text));
            if (message !== undefined)
                this.#onMessage(message);
        }
    }
}
/** The value as a mapping, if it is one. */
function asRecord(value) {
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
}
/** A VMM is trusted to speak JSON, but a broken message must not end the run. */
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/vmm/event-monitor.js
/** Cloud Hypervisor's event monitor: what became of the guest. Its exit status says nothing: it is 0 after a crash. */

/**
 * Events are indented JSON with an empty line after each (vmm/src/lib.rs, start_event_monitor_thread). `vm/shutdown`
 * comes after a failed vCPU, too: the line on its standard error makes the difference.
 */
function eventReader(report) {
    return new JsonMessages('\n\n', ({ source, event, properties }) => {
        const name = `${source}/${event}`;
        const state = STATES[name];
        if (state === undefined)
            return;
        const kind = asRecord(properties)?.event;
        report(state, kind === undefined ? name : `${name}: ${kind}`);
    });
}
const STATES = {
    'vm/shutdown': 'shutdown',
    'vm/rebooting': 'reset',
    'guest/panic': 'panicked',
};

;// CONCATENATED MODULE: ./lib/vmm/cloud-hypervisor.js
/** Cloud Hypervisor as a VMM: a Trust Domain from TDVF and disks or from td-shim and a kernel, or the same without. */



/** The first inherited descriptor after stdin, stdout and stderr. */
const EVENT_FD = 3;
const MIB = 1024 * 1024;
/** Releases in which its options changed, read in the sources of their tags. */
const FIRST_WITH_PVPANIC = 35;
/** Commit dd8687ae: `--firmware` and `--kernel` together are refused, for a TD as well. */
const FIRST_WITHOUT_FIRMWARE_AND_KERNEL = 48;
/** `--disk image_type=`; without it, a raw disk's first sector cannot be written. */
const FIRST_WITH_IMAGE_TYPE = 51;
/** `compile_error!("Feature 'tdx' is broken.")` */
const FIRST_WITHOUT_TDX = 53;
/** Which options an unknown program is planned for: the last release that boots both firmwares. */
const DEFAULT_VERSION = '47.0';
const cloudHypervisor = {
    name: 'cloud-hypervisor',
    platforms: ['tdx', 'kvm'],
    command: 'cloud-hypervisor',
    identify: async (path) => {
        const { version, features } = await probeCloudHypervisor(path);
        return { path, version, tdx: features.includes('tdx') };
    },
    unsuitable,
    plan: planCloudHypervisor,
    control: (_, report) => eventReader(report),
    reboots: true,
    installHint: 'Put a cloud-hypervisor on PATH, or build one with: tdx-boot firmware build cloud-hypervisor',
    unsuitableHint: 'Name a version with vmm-ref (v47.0 boots both firmwares), change the guest, or use vmm: qemu.',
};
/**
 * Why a program cannot make this guest; undefined when it can. Otherwise the guest would be another one than asked for,
 * or Cloud Hypervisor would refuse it with words that name no way out.
 */
function unsuitable(wish, { version = DEFAULT_VERSION, tdx }) {
    const { platform, firmware, kernel, initrd, disks, typesInto } = wish;
    const major = majorOf(version);
    const rules = [
        [major < FIRST_WITH_PVPANIC, `version ${version} is older than v${FIRST_WITH_PVPANIC}.0`],
        [
            platform === 'tdx' && tdx === false && major >= FIRST_WITHOUT_TDX,
            `version ${version} cannot make Trust Domains: from v${FIRST_WITHOUT_TDX}.0 on it cannot be built with TDX`,
        ],
        [
            platform === 'tdx' && tdx === false,
            `version ${version} was built without --features tdx, as all release binaries are`,
        ],
        [platform === 'tdx' && firmware === undefined, 'a Trust Domain needs a firmware'],
        [
            platform === 'tdx' && kernel !== undefined && major >= FIRST_WITHOUT_FIRMWARE_AND_KERNEL,
            `version ${version} takes no kernel beside a firmware: td-shim with a kernel needs v47.0 or older`,
        ],
        [
            platform === 'tdx' && initrd !== undefined,
            'it gives a Trust Domain no initrd: build the initramfs into the kernel, or boot from a disk',
        ],
        [
            platform === 'kvm' && firmware !== undefined && kernel !== undefined,
            'without a Trust Domain it boots a firmware or a kernel, not both',
        ],
        [
            platform === 'kvm' && firmware !== undefined && 'request' in firmware,
            'without a Trust Domain its firmware is an ELF program with a PVH entry, such as CLOUDHV.fd',
        ],
        [firmware !== undefined && 'code' in firmware, 'it has no flash chips: name one firmware image'],
        [disks.some(({ bus }) => bus !== 'virtio'), 'its disks are virtio only'],
        [wish.network === 'user', 'it has no user network'],
        [wish.quoteSocket !== undefined, 'it connects no quote generation socket'],
        [typesInto.length > 0, 'nothing can be typed into its consoles'],
    ];
    return rules.find(([broken]) => broken)?.[1];
}
/**
 * Each stream gets a named pipe: Cloud Hypervisor writes to it as to a file, the guest waits when it is full, and
 * nothing is lost. A pty loses what was not read when it is closed, a socket what was printed before we connect. Its
 * device at the debug port 0x402 prints on standard output (devices/src/legacy/fwdebug.rs).
 */
function planCloudHypervisor(spec, wiring, program) {
    const fifos = new Map();
    const file = (channel) => {
        if (wiring === 'files')
            return `file=${channel}.log`;
        fifos.set(channel, (0,external_node_path_.join)(wiring.fifosIn, channel));
        return `file=${quote((0,external_node_path_.join)(wiring.fifosIn, `${channel}.out`))}`;
    };
    const { disks, copies } = planDisks(spec, wiring, majorOf(program.version ?? DEFAULT_VERSION));
    const apiSocket = wiring === 'files' ? undefined : (0,external_node_path_.join)(wiring.fifosIn, 'api.sock');
    const args = [
        ...(spec.platform === 'tdx' ? ['--platform', 'tdx=on'] : []),
        ...payloadArgs(spec),
        ...['--cpus', `boot=${spec.cpus}`],
        ...['--memory', `size=${Math.ceil(spec.memory / MIB)}M`],
        ...(disks.length === 0 ? [] : ['--disk', ...disks]),
        ...['--serial', file('serial')],
        ...['--console', file('console')],
        '--pvpanic',
        ...(apiSocket === undefined
            ? []
            : ['--event-monitor', `fd=${EVENT_FD}`, '--api-socket', `path=${quote(apiSocket)}`]),
    ];
    return {
        command: program.path,
        args,
        fds: new Map(wiring === 'files' ? [] : [[EVENT_FD, 'control']]),
        fifos,
        stdout: 'debugcon',
        copies,
        ...(apiSocket === undefined ? {} : { apiSocket }),
    };
}
function payloadArgs({ firmware, kernel, initrd, cmdline }) {
    return [
        ...(firmware === undefined || 'code' in firmware ? [] : ['--firmware', firmware.image]),
        ...(kernel === undefined ? [] : ['--kernel', kernel]),
        ...(initrd === undefined ? [] : ['--initramfs', initrd]),
        ...(cmdline === undefined ? [] : ['--cmdline', cmdline]),
    ];
}
/**
 * The guest writes to copies in the run's private directory. Cloud Hypervisor has no throw-away overlay of its own,
 * `readonly=on` is not what a distribution boots from, and the qcow2 of v47.0 takes no raw image as backing file
 * (block/src/qcow/mod.rs, from_with_nesting_depth).
 */
function planDisks({ disks }, wiring, major) {
    const directory = wiring === 'files' ? '.' : wiring.fifosIn;
    const copies = disks.map(({ path, format }, index) => [
        path,
        (0,external_node_path_.join)(directory, `disk${index}.${format}`),
    ]);
    const options = copies.map(([, copy], index) => {
        const type = major < FIRST_WITH_IMAGE_TYPE ? '' : `,image_type=${disks[index]?.format}`;
        return `path=${quote(copy)}${type}`;
    });
    return { disks: options, copies };
}
function majorOf(version) {
    return Number.parseInt(version, 10);
}
/** In an option list a value with a comma stands in quotes (option_parser/src/lib.rs). */
function quote(path) {
    return /[,[\]]/.test(path) ? `"${path}"` : path;
}

;// CONCATENATED MODULE: ./lib/vmm/qmp.js
/** QEMU's control channel: what became of the guest, said by QEMU rather than guessed from an exit code. */

/**
 * Speaks QMP (docs/interop/qmp-spec.rst in QEMU): leaves negotiation mode, then listens. One JSON object a line.
 * A guest that QEMU pauses because KVM failed shows as STOP with status "internal-error".
 */
class QmpReader {
    #send;
    #report;
    #messages = new JsonMessages('\n', (message) => this.#receive(message));
    constructor(send, report) {
        this.#send = send;
        this.#report = report;
        this.#command('qmp_capabilities');
    }
    push(bytes) {
        this.#messages.push(bytes);
    }
    #command(name) {
        this.#send(`${JSON.stringify({ execute: name })}\n`);
    }
    #receive({ event, ...message }) {
        const data = asRecord(message.data);
        if (event === 'SHUTDOWN') {
            const reason = String(data?.reason ?? 'unknown');
            if (data?.guest !== true)
                this.#report('broken', `QEMU was told to quit (${reason})`);
            else
                this.#report(reason === 'guest-reset' ? 'reset' : reason === 'guest-panic' ? 'panicked' : 'shutdown', reason);
        }
        else if (event === 'RESET') {
            this.#report('reset', String(data?.reason ?? 'guest-reset'));
        }
        else if (event === 'GUEST_PANICKED') {
            this.#report('panicked', panicDetail(asRecord(data?.info), data?.action));
        }
        else if (event === 'STOP') {
            this.#command('query-status');
        }
        else if (asRecord(message.return)?.status === 'internal-error') {
            this.#report('broken', 'KVM internal error');
        }
    }
}
/**
 * What a panicked guest says of itself. A TD's TDG.VP.VMCALL<ReportFatalError> has a code and a text of at most 64
 * bytes (Guest-Host Communication Interface 1.5, 3.4; qapi/run-state.json, GuestPanicInformationTdx).
 */
function panicDetail(info, action) {
    if (info?.type !== 'tdx')
        return JSON.stringify(info ?? action ?? 'no details');
    const code = info['error-code'];
    const shown = typeof code === 'number' ? `0x${code.toString(16)}` : 'unknown';
    const text = String(info.message ?? '')
        .replaceAll('\0', '')
        .trim();
    return `the TD reported a fatal error, code ${shown}${text === '' ? '' : `: ${text}`}`;
}

;// CONCATENATED MODULE: ./lib/vmm/qemu.js
/** QEMU as a VMM: a Trust Domain, or the guest under KVM or TCG; nothing in the machine that was not asked for. */



/** Inherited descriptors 0 to 2 are stdin, stdout and stderr. */
const FIRST_FD = 3;
const qemu_MIB = 1024 * 1024;
const qemu = {
    name: 'qemu',
    platforms: ['tdx', 'kvm', 'emulated'],
    command: 'qemu-system-x86_64',
    identify: async (path, platform) => {
        if (platform !== 'tdx')
            return { path };
        const { version, tdxGuest } = await probeQemu(path);
        return { path, version, tdx: tdxGuest };
    },
    unsuitable: qemu_unsuitable,
    plan: planQemu,
    control: (send, report) => new QmpReader(send, report),
    reboots: false,
    installHint: 'Install it: sudo apt-get install --no-install-recommends qemu-system-x86',
    unsuitableHint: 'A TD needs QEMU 10.1 or later and a TDX firmware as one image.',
};
/**
 * The UART has no flow control: Linux waits 10 ms for it (8250_port.c, wait_for_lsr) and then overwrites. QEMU writes
 * it byte by byte, and a socket holds only some 300 such writes, so a short stall of ours would lose bytes; a pipe
 * holds 65536. The other devices make the guest wait.
 */
function planQemu(spec, wiring, program) {
    const fds = new Map();
    const fifos = new Map();
    const wire = (channel) => {
        if (wiring === 'files')
            return { file: `${channel}.log` };
        if (channel === 'serial') {
            const fifo = (0,external_node_path_.join)(wiring.fifosIn, channel);
            fifos.set(channel, fifo);
            return { fifo };
        }
        const fd = FIRST_FD + fds.size;
        fds.set(fd, channel);
        return { fd };
    };
    const args = [
        ...machineArgs(spec),
        ...(spec.platform === 'tdx' ? tdArgs(spec) : []),
        ...firmwareArgs(spec.firmware),
        ...kernelArgs(spec),
        ...spec.disks.flatMap(diskArgs),
        ...(spec.network === 'user' ? ['-nic', 'user,model=virtio-net-pci'] : ['-nic', 'none']),
        ...[
            '-device',
            'virtio-serial-pci',
            ...chardev('console', wire('console')),
            '-device',
            'virtconsole,chardev=console',
        ],
        ...[...chardev('serial', wire('serial')), '-serial', 'chardev:serial'],
        ...[...chardev('debugcon', wire('debugcon')), '-device', 'isa-debugcon,iobase=0x402,chardev=debugcon'],
        ...(wiring === 'files' ? [] : [...chardev('control', wire('control')), '-qmp', 'chardev:control']),
    ];
    return { command: program.path, args, fds, fifos, stdout: 'vmm', copies: [] };
}
function qemu_unsuitable({ platform, firmware }, { version, tdx }) {
    if (platform !== 'tdx')
        return undefined;
    if (tdx === false)
        return `version ${version} has no object tdx-guest; it came with 10.1`;
    if (firmware === undefined)
        return 'a Trust Domain needs a firmware, and the one that comes with QEMU is for none';
    // KVM has no read-only private memory, which flash chips would need (docs/system/i386/tdx.rst in QEMU).
    if ('code' in firmware)
        return 'a Trust Domain has no flash chips: name one firmware image';
    return undefined;
}
/**
 * `-no-reboot` turns every reset into an end. pvpanic lets a guest kernel report a panic that no console shows.
 */
function machineArgs({ platform, cpus, memory }) {
    const td = platform === 'tdx' ? ',kernel-irqchip=split,confidential-guest-support=tdx0' : '';
    return [
        ...['-machine', `q35,accel=${platform === 'emulated' ? 'tcg' : 'kvm'}${td}`],
        ...['-cpu', platform === 'emulated' ? 'max' : 'host'],
        ...['-smp', String(cpus)],
        ...['-m', `${Math.ceil(memory / qemu_MIB)}M`],
        ...['-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot'],
        ...['-device', 'pvpanic-pci'],
    ];
}
/**
 * The object that makes the guest a TD, in JSON because only JSON takes a socket's address. What a TD reports as a
 * fatal error, and why KVM refused one, is printed only with `-d guest_errors`.
 */
function tdArgs({ quoteSocket }) {
    const object = {
        'qom-type': 'tdx-guest',
        id: 'tdx0',
        ...(quoteSocket === undefined ? {} : { 'quote-generation-socket': quoteSocket }),
    };
    return ['-object', JSON.stringify(object), '-d', 'guest_errors'];
}
/** Flash chips are written by the guest, so its variables go to a throw-away overlay. */
function firmwareArgs(firmware) {
    if (firmware === undefined)
        return [];
    if ('image' in firmware)
        return ['-bios', firmware.image];
    return [
        ...['-drive', `if=pflash,unit=0,format=raw,readonly=on,file=${escapeComma(firmware.code)}`],
        ...['-drive', `if=pflash,unit=1,format=raw,snapshot=on,file=${escapeComma(firmware.vars)}`],
    ];
}
function kernelArgs({ kernel, initrd, cmdline }) {
    return [
        ...(kernel === undefined ? [] : ['-kernel', kernel]),
        ...(initrd === undefined ? [] : ['-initrd', initrd]),
        ...(cmdline === undefined ? [] : ['-append', cmdline]),
    ];
}
const DISK_DEVICES = {
    virtio: (id) => `virtio-blk-pci,drive=${id}`,
    nvme: (id) => `nvme,drive=${id},serial=${id}`,
    sata: (id) => `ide-hd,drive=${id}`,
};
/** `snapshot=on`: the guest writes to a temporary overlay and the user's image stays as it is. */
function diskArgs(disk, index) {
    const id = `disk${index}`;
    return [
        ...['-drive', `if=none,id=${id},format=${disk.format},snapshot=on,file=${escapeComma(disk.path)}`],
        ...['-device', DISK_DEVICES[disk.bus](id)],
    ];
}
function chardev(id, wire) {
    if ('fd' in wire)
        return ['-chardev', `socket,id=${id},fd=${wire.fd}`];
    if ('fifo' in wire)
        return ['-chardev', `pipe,id=${id},path=${escapeComma(wire.fifo)}`];
    return ['-chardev', `file,id=${id},path=${wire.file}`];
}
/** In QEMU's option lists a comma is written twice. */
function escapeComma(path) {
    return path.replaceAll(',', ',,');
}

;// CONCATENATED MODULE: ./lib/vmm/backends.js
/** The registry of VMM back ends: a third VMM is one file and one line here. */



const BACKENDS = [qemu, cloudHypervisor];
/**
 * The back end that boots this scenario. A Trust Domain is never replaced by something that is not one.
 * @throws HostError code `platform-unsupported`
 */
function backendFor(scenario) {
    const backend = BACKENDS.find(({ name, platforms }) => scenario.vmm === 'auto' ? platforms.includes(scenario.platform) : name === scenario.vmm);
    if (backend?.platforms.includes(scenario.platform) === true)
        return backend;
    throw new errors/* HostError */.dh('platform-unsupported', `${scenario.vmm} cannot boot platform: ${scenario.platform}`, {
        hint: 'QEMU boots every platform; Cloud Hypervisor boots tdx and kvm.',
    });
}

;// CONCATENATED MODULE: ./lib/vmm/copies.js
/** Private copies of files that a guest would otherwise write to: clones where the file system can, else sparse. */



const copies_run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/**
 * Makes the copies, one after the other.
 * @throws HostError code `disk-full` or `not-copied`
 */
async function copyFiles(copies, signal) {
    for (const [from, to] of copies) {
        const [command, ...args] = copyCommand(from, to);
        try {
            // The copy ends with this process, even if that is killed, as the VMM does.
            await copies_run('setpriv', ['--pdeathsig', 'KILL', '--', command, ...args], {
                signal,
                env: { ...process.env, LC_ALL: 'C' },
            });
        }
        catch (cause) {
            const full = (0,errors/* messageOf */.bD)(cause).includes('No space left on device');
            throw new errors/* HostError */.dh(full ? 'disk-full' : 'not-copied', `${from} could not be copied: ${(0,errors/* messageOf */.bD)(cause)}`, {
                hint: 'The guest writes to a copy, made in RUNNER_TEMP or TMPDIR: name a directory with room, best on the same file system.',
                cause,
            });
        }
    }
}
/** The command that makes one copy. */
function copyCommand(from, to) {
    return ['cp', '--reflink=auto', '--sparse=auto', '--no-preserve=mode', '--', from, to];
}

// EXTERNAL MODULE: ./lib/vmm/machine.js + 1 modules
var machine = __webpack_require__(2159);
;// CONCATENATED MODULE: ./lib/vmm/program.js
/** The VMM's program on this machine: found, asked what it is, and held against what it is to boot. */



/**
 * The program in PATH.
 * @throws HostError code `vmm-missing`, `vmm-not-executable` or `vmm-unusable`
 */
async function findProgram(backend, { platform }) {
    const path = (0,machine/* findCommand */.Zv)(backend.command);
    if (path !== undefined)
        return backend.identify(path, platform);
    const file = (0,machine/* findCommand */.Zv)(backend.command, external_node_fs_.constants.F_OK);
    if (file !== undefined) {
        throw new errors/* HostError */.dh('vmm-not-executable', `${file} may not be executed by this user`, {
            hint: `Make it executable: chmod +x ${file}`,
        });
    }
    throw new errors/* HostError */.dh('vmm-missing', `${backend.command} is not installed`, { hint: backend.installHint });
}
/**
 * Refuses a program before it makes another guest than the one that was asked for.
 * @throws HostError code `vmm-unsuitable`
 */
function requireSuitable(backend, wish, program) {
    const problem = backend.unsuitable(wish, program);
    if (problem === undefined)
        return;
    const { name, unsuitableHint: hint } = backend;
    throw new errors/* HostError */.dh('vmm-unsuitable', `${name} (${program.path}) cannot boot this guest: ${problem}`, {
        hint,
    });
}

;// CONCATENATED MODULE: ./lib/boot/queue.js
/** Carries events from callbacks to one reader, who can wait for the next event or for a moment, whichever is first. */
/** setTimeout cannot wait longer than this, in milliseconds. */
const LONGEST_WAIT = 2 ** 31 - 1;
class EventQueue {
    #items = [];
    #wake;
    get length() {
        return this.#items.length;
    }
    push(item) {
        this.#items.push(item);
        this.#wake?.();
    }
    /** The next item, or undefined after `waitMs` milliseconds (undefined: however long it takes). */
    async next(waitMs) {
        if (this.#items.length === 0 && (waitMs === undefined || waitMs > 0)) {
            let timer;
            await new Promise((resolve) => {
                this.#wake = resolve;
                if (waitMs !== undefined)
                    timer = setTimeout(resolve, Math.min(Math.ceil(waitMs), LONGEST_WAIT));
            });
            clearTimeout(timer);
            this.#wake = undefined;
        }
        return this.#items.shift();
    }
}

// EXTERNAL MODULE: ./lib/scenario/source.js
var scenario_source = __webpack_require__(117);
// EXTERNAL MODULE: ./lib/scenario/words.js
var words = __webpack_require__(2943);
// EXTERNAL MODULE: ./lib/tdx/check.js + 2 modules
var check = __webpack_require__(1517);
// EXTERNAL MODULE: ./lib/tdx/metadata.js
var metadata = __webpack_require__(4479);
;// CONCATENATED MODULE: ./lib/guest/errors.js
/** What can go wrong while a guest is put together: errors with a stable code, fields and a way out. */

/** An error of this floor. `hint` is one sentence that says what to do about it. */
class GuestError extends errors/* HostError */.dh {
    constructor(code, message, hint, options) {
        super(code, message, { hint, cause: options?.cause });
        this.name = new.target.name;
    }
}
/** The file is not a Linux bzImage. */
class NotBzImageError extends GuestError {
    /** What the file is instead, or which part of the header is missing. */
    reason;
    /** It is an EFI program of another kind, such as a unified kernel image: a UEFI firmware can start it. */
    efiProgram;
    constructor(reason, efiProgram = false, hint = 'Give the bzImage (arch/x86/boot/bzImage, or /boot/vmlinuz-*).') {
        super('kernel-not-bzimage', `The kernel is not a bzImage: ${reason}`, hint);
        this.reason = reason;
        this.efiProgram = efiProgram;
    }
}
/** The file begins as a bzImage but ends before its header says. */
class TruncatedKernelError extends GuestError {
    expected;
    actual;
    constructor(expected, actual) {
        super('kernel-truncated', `The kernel is truncated: its header promises ${expected} bytes, the file has ${actual}`, 'Copy, download or build the kernel again and compare sizes.');
        this.expected = expected;
        this.actual = actual;
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/guest/modules.js
/** Reads what a kernel image says about itself, and finds the modules that belong to it in the order to load them. */







/** Field offsets in the setup header: Documentation/arch/x86/boot.rst, "The Real-Mode Kernel Header". */
const SETUP_SECTS = 0x1f1;
const SYSSIZE = 0x1f4;
const HEADER_MAGIC = 0x202;
const PROTOCOL = 0x206;
const KERNEL_VERSION = 0x20e;
const LOADFLAGS = 0x211;
const LOADED_HIGH = 0x01;
const SECTOR = 512;
const MAX_VERSION = 512;
/** A release that is safe as one path component: the string comes from the image, which nobody vouches for. */
const SAFE_RELEASE = /^[A-Za-z0-9][A-Za-z0-9._+~-]{0,126}$/;
/** No other characters: these names go on into the guest's /modules.list and into debugfs commands. */
const MODULE_FILE = /^(?<name>[\w-]+)\.ko(?<compression>\.gz|\.xz|\.zst)?$/;
const modules_run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
const unzip = (0,external_node_util_.promisify)(external_node_zlib_.gunzip);
/** More than the setup code can have: 255 sectors after the first. */
const HEAD = 256 * SECTOR;
/** What the header of a kernel file says, from its first bytes alone. */
function kernelInfoOf(path) {
    const fd = (0,external_node_fs_.openSync)(path, 'r');
    try {
        const head = Buffer.alloc(HEAD);
        return readKernelInfo(head.subarray(0, (0,external_node_fs_.readSync)(fd, head)), (0,external_node_fs_.fstatSync)(fd).size);
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
/**
 * What the header of a bzImage says.
 * @param size bytes of the whole image, of which `bzImage` may be only the beginning
 * @throws NotBzImageError, TruncatedKernelError
 */
function readKernelInfo(bzImage, size = bzImage.length) {
    const image = Buffer.from(bzImage.buffer, bzImage.byteOffset, bzImage.byteLength);
    const other = knownAs(image);
    if (other !== undefined)
        throw new NotBzImageError(other);
    if (image.length < LOADFLAGS + 1)
        throw new NotBzImageError(`it is too short (${image.length} bytes)`);
    if (image.toString('latin1', HEADER_MAGIC, HEADER_MAGIC + 4) !== 'HdrS') {
        if (image.toString('latin1', 0, 2) !== 'MZ')
            throw new NotBzImageError("it has no 'HdrS' at 0x202");
        const unified = "it is an EFI program without a Linux setup header (no 'HdrS' at 0x202); perhaps a unified kernel image";
        throw new NotBzImageError(unified, true);
    }
    if ((image.readUInt8(LOADFLAGS) & LOADED_HIGH) === 0) {
        throw new NotBzImageError('its header clears LOADED_HIGH, so it is an old zImage');
    }
    const setupSize = ((image.readUInt8(SETUP_SECTS) || 4) + 1) * SECTOR;
    const expectedSize = setupSize + image.readUInt32LE(SYSSIZE) * 16;
    if (size < expectedSize)
        throw new TruncatedKernelError(expectedSize, size);
    const version = versionString(image, setupSize);
    return {
        release: version.split(' ', 1)[0] ?? '',
        version,
        protocol: `${image.readUInt8(PROTOCOL + 1)}.${String(image.readUInt8(PROTOCOL)).padStart(2, '0')}`,
        expectedSize,
    };
}
/**
 * The directory with the modules of this release: `override` (that directory itself, or a root that has
 * lib/modules/<release>), else where a package or an installation keeps it relative to the kernel, else this
 * machine's own. `undefined` when there is none, which is fine for a kernel that has its drivers built in.
 */
async function findModules(kernelPath, release, override) {
    const safe = SAFE_RELEASE.test(release) && !release.includes('..');
    // Debian 13 packages unpack to usr/lib, where /lib is a link to usr/lib only once installed.
    const below = (root) => safe ? ['lib', 'usr/lib'].map((lib) => (0,external_node_path_.join)(root, lib, 'modules', release)) : [];
    if (override !== undefined) {
        const found = await firstModuleDirectory([...below(override), override]);
        if (found !== undefined)
            return found;
        throw new GuestError('modules-not-found', `No kernel modules for ${JSON.stringify(release)} in ${override}`, 'Name the directory that holds modules.dep or kernel/, as made by `make modules_install`.');
    }
    // A link such as /vmlinuz or bzImage-latest: the modules are near the file it leads to.
    const beside = (0,external_node_path_.dirname)(await (0,promises_.realpath)(kernelPath).catch(() => (0,external_node_path_.resolve)(kernelPath)));
    // Fedora keeps the kernel itself in lib/modules/<release>/vmlinuz.
    const own = (0,external_node_path_.basename)(beside) === release ? [beside] : [];
    return firstModuleDirectory([...own, ...below((0,external_node_path_.dirname)(beside)), ...below('/')]);
}
/**
 * The files of the wanted modules and of all they need, dependencies first, as paths. Modules that are built in or
 * do not exist for this kernel are left out: what a kernel lacks shows in its console.
 */
async function moduleOrder(directory, wanted) {
    const builtin = new Set((await lines((0,external_node_path_.join)(directory, 'modules.builtin'))).map(moduleName));
    const index = await moduleIndex(directory);
    const order = [];
    const visited = new Set();
    const visit = async (name) => {
        if (visited.has(name))
            return;
        visited.add(name);
        const file = builtin.has(name) ? undefined : index.get(name);
        if (file === undefined)
            return;
        for (const needed of await file.needs())
            await visit(needed);
        order.push(file.path);
    };
    for (const name of wanted)
        await visit(moduleName(name));
    return order;
}
/**
 * The module's ELF bytes. Unpacking happens here because a kernel unpacks only its own compression, and only with
 * CONFIG_MODULE_DECOMPRESS (5.17). Node 20 has neither xz nor zstd, so these take the system's programs.
 */
async function readModule(path) {
    try {
        switch (MODULE_FILE.exec((0,external_node_path_.basename)(path))?.groups?.compression) {
            case '.gz':
                return await unzip(await (0,promises_.readFile)(path));
            case '.xz':
                return await output('xz', ['--decompress', '--stdout', '--', path]);
            case '.zst':
                return await output('zstd', ['--decompress', '--stdout', '--quiet', '--', path]);
            default:
                return await (0,promises_.readFile)(path);
        }
    }
    catch (cause) {
        throw new GuestError('modules-unreadable', `Cannot read the kernel module ${path}: ${cause instanceof Error ? cause.message : String(cause)}`, 'Compressed modules need the programs xz or zstd (Debian, Ubuntu: apt-get install xz-utils zstd).', { cause });
    }
}
/** All modules by name, from modules.dep, or from the files themselves where depmod has not run yet. */
async function moduleIndex(directory) {
    const index = new Map();
    for (const line of await lines((0,external_node_path_.join)(directory, 'modules.dep'))) {
        const colon = line.indexOf(':');
        const needed = line
            .slice(colon + 1)
            .split(' ')
            .filter(Boolean)
            .reverse()
            .map(moduleName);
        const path = (0,external_node_path_.resolve)(directory, line.slice(0, colon));
        if (MODULE_FILE.test((0,external_node_path_.basename)(path)))
            index.set(moduleName(path), { path, needs: async () => needed });
    }
    if (index.size > 0)
        return index;
    // A package that was only unpacked has no modules.dep: its postinst makes it.
    for (const entry of filesBelow((0,external_node_path_.join)(directory, 'kernel'))) {
        if (!MODULE_FILE.test((0,external_node_path_.basename)(entry)))
            continue;
        const path = (0,external_node_path_.join)(directory, 'kernel', entry);
        index.set(moduleName(path), { path, needs: async () => dependsOf(await readModule(path)) });
    }
    return index;
}
/** Synchronous: thousands of small directories are read five times as fast as with promises. */
function filesBelow(directory) {
    return (0,external_node_fs_.existsSync)(directory) ? (0,external_node_fs_.readdirSync)(directory, { recursive: true, encoding: 'utf8' }) : [];
}
/** The `depends=` entry of a module's .modinfo section (scripts/mod/modpost.c, add_depends). */
function dependsOf(elf) {
    const key = Buffer.from('\0depends=');
    const start = elf.indexOf(key);
    if (start < 0)
        return [];
    const from = start + key.length;
    return elf.toString('latin1', from, elf.indexOf(0, from)).split(',').filter(Boolean).map(moduleName);
}
/** The kernel's own spelling: the file tdx-guest.ko.xz is the module tdx_guest. */
function moduleName(pathOrName) {
    const file = (0,external_node_path_.basename)(pathOrName);
    return (MODULE_FILE.exec(file)?.groups?.name ?? file).replaceAll('-', '_');
}
async function firstModuleDirectory(candidates) {
    for (const candidate of candidates) {
        for (const proof of ['modules.dep', 'kernel']) {
            if (await exists((0,external_node_path_.join)(candidate, proof)))
                return candidate;
        }
    }
    return undefined;
}
function knownAs(image) {
    const start = image.toString('latin1', 0, 4);
    if (start === '\x7fELF')
        return 'it is an ELF file (vmlinux)';
    if (start.startsWith('\x1f\x8b'))
        return 'it is gzip-compressed';
    return undefined;
}
/** The string that kernel_version points to, within the setup sectors; empty when there is none. */
function versionString(image, setupSize) {
    const pointer = image.readUInt16LE(KERNEL_VERSION);
    const start = pointer + SECTOR;
    if (pointer === 0 || start >= setupSize)
        return '';
    const text = image.toString('latin1', start, Math.min(start + MAX_VERSION, setupSize));
    return text.split('\0', 1)[0] ?? '';
}
async function lines(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    return text.split('\n').filter(Boolean);
}
async function exists(path) {
    return (0,promises_.stat)(path).then(() => true, () => false);
}
async function output(program, args) {
    const { stdout } = await modules_run(program, args, { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 });
    return stdout;
}

;// CONCATENATED MODULE: ./lib/guest/files.js
/** Looks at the files that a scenario names, before anything is started: do they exist, are they what they should be. */








const KIB64 = 64 * 1024;
/**
 * Checks every file that a run of this scenario would open.
 * @throws ScenarioError with all problems, each pointing at the line that names the file
 */
function checkFiles({ scenario, where }) {
    const problems = [];
    const check = (path, file, test) => {
        if (file === undefined)
            return;
        try {
            requireFile(file);
            test?.(file);
        }
        catch (error) {
            problems.push({ where: where(path), message: `${path.join('.')}: ${file}: ${(0,errors/* messageOf */.bD)(error)}` });
        }
    };
    const { guest, firmware } = scenario;
    check(['guest', 'kernel'], guest?.kernel, (file) => checkKernel(file, firmware !== undefined));
    check(['guest', 'initrd'], guest?.initrd === 'probe' ? undefined : guest?.initrd);
    for (const [index, disk] of (guest?.disks ?? []).entries())
        check(['guest', 'disks', index], disk.path);
    if (firmware !== undefined && 'image' in firmware)
        check(['firmware'], firmware.image, (file) => checkImage(file, scenario));
    if (firmware !== undefined && 'code' in firmware) {
        check(['firmware', 'code'], firmware.code);
        check(['firmware', 'vars'], firmware.vars);
    }
    if (problems.length > 0)
        throw new scenario_source/* ScenarioError */.tp(problems);
}
/**
 * Checks one kernel that was named on the command line.
 * @throws UsageError code `bad-kernel`
 */
function requireKernel(file) {
    try {
        requireFile(file);
        checkKernel(file, false);
    }
    catch (error) {
        throw new errors/* UsageError */.eb('bad-kernel', `${file}: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/** The format of a disk image: as said, else qcow2 by its magic (docs/interop/qcow2.txt in QEMU), else raw. */
function diskFormat(disk) {
    if (disk.format !== undefined)
        return disk.format;
    const head = Buffer.alloc(4);
    const fd = (0,external_node_fs_.openSync)(disk.path, 'r');
    try {
        (0,external_node_fs_.readSync)(fd, head, 0, 4, 0);
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
    return head.toString('latin1') === 'QFI\xfb' ? 'qcow2' : 'raw';
}
function requireFile(file) {
    const found = (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false });
    if (found === undefined)
        throw new Error('no such file');
    if (found.isDirectory())
        throw new Error('is a directory');
    if (found.isFile() && found.size === 0)
        throw new Error('is empty');
    (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(file, 'r'));
}
/** A unified kernel image is no bzImage, but a UEFI firmware can start it. */
function checkKernel(file, hasFirmware) {
    try {
        kernelInfoOf(file);
    }
    catch (error) {
        if (!(hasFirmware && error instanceof NotBzImageError && error.efiProgram))
            throw error;
    }
}
/**
 * QEMU maps an image for -bios in whole 64 KiB units (hw/i386/x86-common.c, x86_bios_rom_init). A Trust Domain needs
 * TDX metadata that its VMM accepts, too: without, it would hang without a byte of output.
 */
function checkImage(file, { platform, vmm }) {
    const { size } = (0,external_node_fs_.statSync)(file);
    if (size % KIB64 !== 0) {
        throw new Error(`${size} bytes is not a multiple of 64 KiB: not a firmware image, or truncated`);
    }
    const image = (0,external_node_fs_.readFileSync)(file);
    if (platform !== 'tdx') {
        const obstacle = (0,check/* obstacleWithoutTd */.Kg)(image);
        if (obstacle !== undefined)
            throw new Error(obstacle);
        return;
    }
    const findings = (0,check/* checkMetadata */.sI)((0,metadata/* parseMetadata */.j)(image), image);
    const refused = (vmm === 'auto' ? words/* VMMS */.W : [vmm]).map((name) => (0,check/* refusals */.Ke)(findings, name));
    // With a choice, an image is bad only if no VMM takes it.
    if (refused.some(({ length }) => length === 0))
        return;
    throw new Error(refused[0]?.map(({ message }) => message).join('; '));
}

;// CONCATENATED MODULE: ./lib/guest/newc.js
/**
 * Writes cpio archives in the newc format, which every Linux unpacks as an initramfs.
 *
 * Format: https://docs.kernel.org/driver-api/early-userspace/buffer-format.html
 * (Documentation/driver-api/early-userspace/buffer-format.rst).
 */

const FILE_TYPE = { directory: 0o040000, file: 0o100000, 'character-device': 0o020000 };
const DEFAULT_MODE = { directory: 0o755, file: 0o644, 'character-device': 0o600 };
/** N_ALIGN names longer than PATH_MAX are skipped silently by the kernel (init/initramfs.c, do_header). */
const PATH_MAX = 4096;
const TRAILER = 'TRAILER!!!';
/**
 * The archive with the given entries, in the given order, owned by root. Equal entries give equal bytes: times are 0
 * and inode numbers follow the order. Paths are absolute in the guest (`/dev/console`); directories come first,
 * because the kernel makes none by itself.
 */
function newc(entries) {
    const parts = [];
    const directories = new Set(['']);
    const seen = new Set();
    for (const [index, entry] of entries.entries()) {
        const name = archiveName(entry.path);
        const parent = name.slice(0, Math.max(0, name.lastIndexOf('/')));
        if (seen.has(name))
            throw invalid(entry.path, 'it is there twice');
        if (!directories.has(parent))
            throw invalid(entry.path, `its directory /${parent} must come before it`);
        seen.add(name);
        if (entry.type === 'directory')
            directories.add(name);
        parts.push(...record(name, index + 1, entry));
    }
    parts.push(header({ name: TRAILER, links: 1 }));
    return Buffer.concat(parts);
}
function record(name, inode, entry) {
    const mode = FILE_TYPE[entry.type] | (entry.mode ?? DEFAULT_MODE[entry.type]);
    if (entry.type === 'directory')
        return [header({ name, inode, mode, links: 2 })];
    if (entry.type === 'character-device') {
        return [header({ name, inode, mode, links: 1, major: entry.major, minor: entry.minor })];
    }
    const data = Buffer.from(entry.data.buffer, entry.data.byteOffset, entry.data.byteLength);
    return [header({ name, inode, mode, links: 1, size: data.length }), data, padding(data.length)];
}
/** The 110-byte header, the name with its NUL, and the padding after it. */
function header({ name, links, inode = 0, mode = 0, size = 0, major = 0, minor = 0 }) {
    const nameSize = Buffer.byteLength(name) + 1;
    const [uid, gid, mtime, deviceMajor, deviceMinor, checksum] = [0, 0, 0, 0, 0, 0];
    const fields = [
        inode,
        mode,
        uid,
        gid,
        links,
        mtime,
        size,
        deviceMajor,
        deviceMinor,
        major,
        minor,
        nameSize,
        checksum,
    ];
    const text = `070701${fields.map((field) => field.toString(16).toUpperCase().padStart(8, '0')).join('')}`;
    return Buffer.concat([Buffer.from(`${text}${name}\0`), padding(text.length + nameSize)]);
}
function padding(length) {
    return Buffer.alloc((4 - (length % 4)) % 4);
}
/** The name as it stands in the archive: relative, plain, and unable to leave the root. */
function archiveName(path) {
    if (!path.startsWith('/'))
        throw invalid(path, 'it must begin with /');
    const name = path.slice(1);
    if (name.split('/').some((part) => part === '' || part === '.' || part === '..')) {
        throw invalid(path, "it must not have empty parts, '.' or '..'");
    }
    if (name.includes('\0'))
        throw invalid(path, 'it contains a NUL');
    if (name === TRAILER)
        throw invalid(path, 'that name ends an archive');
    if (Buffer.byteLength(name) >= PATH_MAX)
        throw invalid(path, `it is longer than ${PATH_MAX - 1} bytes`);
    return name;
}
function invalid(path, why) {
    return new GuestError('cpio-entry-invalid', `Cannot put ${JSON.stringify(path)} into an initramfs: ${why}`, 'This is a defect of tdx-boot: please report it.');
}

;// CONCATENATED MODULE: ./lib/guest/probe.js
/** Makes the guest for a scenario that names only a kernel: the probe as an initramfs, or as a small disk. */








/** What a guest under QEMU or Cloud Hypervisor may need and distributions build as modules. Absent ones are skipped. */
const PROBE_MODULES = [
    'virtio_pci',
    'virtio_mmio',
    'virtio_console',
    'virtio_blk',
    'virtio_net',
    'configfs',
    'pvpanic-mmio',
    'pvpanic-pci',
    'tsm',
    'tsm_report',
    'tdx_guest',
];
/** Any fixed value: equal content must give an equal image. */
const UUID = '7464782d-626f-4f74-8070-726f62650001';
const probe_MIB = 1024 * 1024;
const MIN_DISK_MIB = 8;
const DISK_HEADROOM_MIB = 4;
/** Only what every Linux with ext4 mounts: mke2fs's defaults follow its own newest kernel. No journal: 8 MiB do. */
const EXT4_FEATURES = 'none,extent,filetype,ext_attr,dir_index,sparse_super,large_file';
const HERE = import.meta.url;
const probe_run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** The initramfs whose /init is the probe. It is not compressed: a kernel need not have any decompressor. */
async function probeInitrd({ kernel, modules }) {
    return newc([
        ...DIRECTORIES.map((path) => ({ type: 'directory', path })),
        // The kernel opens /dev/console for init before init can mount a devtmpfs.
        { type: 'character-device', path: '/dev/console', major: 5, minor: 1 },
        { type: 'character-device', path: '/dev/null', major: 1, minor: 3, mode: 0o666 },
        { type: 'file', path: '/init', mode: 0o755, data: await probeProgram() },
        ...(await moduleFiles(kernel, modules)),
    ]);
}
/** Writes an ext4 image whose /sbin/init is the probe: boot it with `root=/dev/vda rw init=/sbin/init`. */
async function probeDisk({ path, kernel, modules }) {
    const files = [
        { type: 'file', path: '/sbin/init', mode: 0o755, data: await probeProgram() },
        ...(kernel === undefined ? [] : await moduleFiles(kernel, modules)),
    ];
    const scratch = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'tdx-boot-disk-'));
    try {
        const tree = (0,external_node_path_.join)(scratch, 'root');
        await writeTree(tree, files);
        const image = (0,external_node_path_.resolve)(path);
        await (0,promises_.rm)(image, { force: true });
        await e2fsprogs('mke2fs', [
            '-q',
            '-F',
            ...['-t', 'ext4', '-b', '4096', '-I', '256', '-m', '0', '-O', EXT4_FEATURES],
            ...['-U', UUID, '-E', `hash_seed=${UUID},root_owner=0:0`, '-L', 'tdx-boot'],
            ...['-d', tree, image, `${diskMib(files)}M`],
        ]);
        const fixes = (0,external_node_path_.join)(scratch, 'fixes');
        await (0,promises_.writeFile)(fixes, normalise(files));
        await e2fsprogs('debugfs', ['-w', '-f', fixes, image]);
    }
    finally {
        await (0,promises_.rm)(scratch, { recursive: true, force: true });
    }
}
const DIRECTORIES = ['/dev', '/proc', '/sys', '/sbin', '/modules'];
/**
 * The committed binary (script/build-probe), found at run time: src/guest, dist/cli and dist/action are equally deep.
 * Not `new URL('\u2026', import.meta.url)`, which ncc resolves at build time, copying the ELF as text and so damaging it.
 */
async function probeProgram() {
    const program = new URL('../../guest/probe', HERE);
    try {
        return await (0,promises_.readFile)(program);
    }
    catch (cause) {
        throw new GuestError('probe-missing', `The probe program is missing: ${program}`, 'Install tdx-boot again, or run script/build-probe in a checkout.', { cause });
    }
}
/** The kernel's modules under flat names, and the list by which the probe loads them. */
async function moduleFiles(kernel, override) {
    const { release } = kernelInfoOf(kernel);
    const directory = await findModules(kernel, release, override);
    if (directory === undefined)
        return [];
    const files = [];
    for (const path of await moduleOrder(directory, PROBE_MODULES)) {
        const name = (0,external_node_path_.basename)(path).replace(/\.ko\.\w+$/, '.ko');
        files.push({ type: 'file', path: `/modules/${name}`, data: await readModule(path) });
    }
    if (files.length === 0)
        return [];
    const list = files.map((file) => `${file.path}\n`).join('');
    return [...files, { type: 'file', path: '/modules.list', data: Buffer.from(list) }];
}
async function writeTree(root, files) {
    await (0,promises_.mkdir)(root, { mode: 0o755 });
    for (const directory of DIRECTORIES)
        await (0,promises_.mkdir)((0,external_node_path_.join)(root, directory), { mode: 0o755 });
    for (const { path, data, mode } of files) {
        await (0,promises_.writeFile)((0,external_node_path_.join)(root, path), data, { mode: mode ?? 0o644 });
        await (0,promises_.utimes)((0,external_node_path_.join)(root, path), 0, 0);
    }
}
/** debugfs commands that take the building user, umask and moment out of the inodes: mke2fs -d copied them. */
function normalise(files) {
    const zero = [
        'uid',
        'gid',
        ...['atime', 'mtime', 'ctime', 'crtime'].flatMap((time) => [time, `${time}_extra`]),
    ];
    const inodes = [
        ...['/', ...DIRECTORIES].map((path) => ({ path, mode: 0o040755 })),
        { path: '/lost+found', mode: 0o040700 },
        ...files.map(({ path, mode }) => ({ path, mode: 0o100000 | (mode ?? 0o644) })),
    ];
    return inodes
        .flatMap(({ path, mode }) => [
        `set_inode_field ${path} mode 0${mode.toString(8)}\n`,
        ...zero.map((field) => `set_inode_field ${path} ${field} 0\n`),
    ])
        .join('');
}
function diskMib(files) {
    const content = files.reduce((sum, file) => sum + file.data.byteLength, 0);
    return Math.max(MIN_DISK_MIB, Math.ceil(content / probe_MIB) + DISK_HEADROOM_MIB);
}
/** Runs a program of e2fsprogs, which ordinary users do not always have in their PATH. */
async function e2fsprogs(program, args) {
    const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin`, LC_ALL: 'C' };
    const clock = { E2FSPROGS_FAKE_TIME: '1', SOURCE_DATE_EPOCH: '1' };
    try {
        await probe_run(program, args, { env: { ...env, ...clock }, timeout: 60_000 });
    }
    catch (cause) {
        const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
        if (missing) {
            throw new GuestError('mke2fs-missing', `Cannot make the probe's disk: the program ${program} is not installed`, 'Install e2fsprogs (Debian, Ubuntu: apt-get install e2fsprogs), or boot with an initrd.', { cause });
        }
        const stderr = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
        throw new GuestError('mke2fs-failed', `${program} could not make the probe's disk: ${stderr}`, 'It needs e2fsprogs 1.43 or newer (mke2fs -d) and space in the directory of the image.', { cause });
    }
}

;// CONCATENATED MODULE: ./lib/boot/spec.js
/** From a scenario to what a back end launches: everything that the scenario leaves open is filled in. */



/**
 * What to launch.
 * @param probe path of the probe guest's initrd, for a scenario that boots it
 * @throws UsageError code `no-guest`
 */
function launchSpec(scenario, probe) {
    const { firmware: _, ...wish } = launchWish(scenario, probe);
    const firmware = readyFirmware(scenario);
    return { ...wish, ...(firmware === undefined ? {} : { firmware }) };
}
/**
 * The same before its firmware is built.
 * @throws UsageError code `no-guest`
 */
function launchWish(scenario, probe) {
    const { platform, firmware, rules } = scenario;
    const guest = requireGuest(scenario);
    const { kernel, cmdline, cpus, memory, network, quoteSocket } = guest;
    const initrd = guest.initrd === 'probe' ? probe : guest.initrd;
    return {
        platform,
        ...(firmware === undefined ? {} : { firmware }),
        ...(kernel === undefined ? {} : { kernel }),
        ...(initrd === undefined ? {} : { initrd }),
        ...(cmdline === undefined ? {} : { cmdline }),
        cpus,
        memory,
        network,
        ...(quoteSocket === undefined ? {} : { quoteSocket }),
        disks: guest.disks.map((disk) => ({ ...disk, format: diskFormat(disk) })),
        typesInto: rules.steps.flatMap((step) => (step.kind === 'send' ? [step.stream] : [])),
    };
}
/** The firmware as files. What a scenario asks to be built has to be built by now: src/boot/firmware.ts does it. */
function readyFirmware({ firmware }) {
    if (firmware === undefined || !('request' in firmware))
        return firmware;
    throw new errors/* UsageError */.eb('no-firmware', `${firmware.request.name} is not built yet`, {
        hint: `Build it with "tdx-boot firmware build ${firmware.request.name}".`,
    });
}
/**
 * The guest of a scenario that is to be booted.
 * @throws UsageError code `no-guest`
 */
function requireGuest({ guest, name }) {
    if (guest !== undefined)
        return guest;
    throw new errors/* UsageError */.eb('no-guest', `scenario "${name}" has no guest to boot`, {
        hint: 'Add guest: with a kernel or disks, or judge a recorded log with "tdx-boot check".',
    });
}
/** The probe guest's initrd for this guest's kernel. */
async function makeProbe({ kernel, modules }) {
    if (kernel === undefined)
        throw new errors/* UsageError */.eb('no-kernel', 'the probe guest needs a kernel');
    return probeInitrd({ kernel, ...(modules === undefined ? {} : { modules }) });
}

;// CONCATENATED MODULE: ./lib/boot/boot.js
/** The one engine: boots a scenario and yields everything that happens, ending in a verdict and with no VM left. */










/** Above this many unread bytes the machine's streams are no longer read, and the VMM waits for us. */
const HIGH_WATER = 8 * 1024 * 1024;
const LOW_WATER = 1024 * 1024;
/** How often the VMM's demand for CPU is looked at while nothing happens, in milliseconds. */
const SAMPLE_MS = 1000;
/**
 * Boots and judges. The last event is the verdict, and it comes when the VMM's process is gone.
 * Leaving the loop early stops the machine too.
 * @throws HostError when the machine cannot be stopped; UsageError when the scenario has no guest
 */
async function* boot(scenario, options) {
    const judge = new judge_judge/* Judge */.Ih(scenario.rules);
    let started = performance.now();
    const now = () => Math.round((performance.now() - started) * 1000) / 1000;
    const inbox = new Inbox(scenario.outputLimit, now);
    const run = new Run(inbox);
    const cancel = () => inbox.abort('cancelled', String(options.signal?.reason ?? 'cancelled'));
    options.signal?.addEventListener('abort', cancel);
    if (options.signal?.aborted === true)
        cancel();
    try {
        const launch = await prepare(scenario, options, inbox);
        // What is made ready for the guest, such as copies of its disks, takes nothing from its time.
        if (launch !== undefined)
            started = performance.now();
        const launched = launch === undefined ? [] : await run.start(launch, options.expectation);
        let news = [
            ...launched,
            ...judge.start(),
            ...launched.flatMap((event) => judge.push(event)),
        ];
        for (;;) {
            for (const item of news)
                if (item.type === 'send')
                    news.push(run.send(item, now()));
            if (judge.verdict !== undefined)
                await run.stop();
            yield* news;
            if (judge.verdict !== undefined)
                return;
            const due = judge.nextDeadline();
            const wait = due === undefined ? undefined : due - now();
            const event = (await inbox.next(Math.min(wait ?? SAMPLE_MS, SAMPLE_MS))) ?? run.sample(now());
            news = event === undefined ? judge.advance(now()) : [event, ...judge.push(event)];
        }
    }
    finally {
        options.signal?.removeEventListener('abort', cancel);
        await run.stop();
    }
}
/** Makes the probe guest's initrd in `workDir` when the scenario boots it; returns its path. */
async function probeFor({ guest }, workDir) {
    if (guest?.initrd !== 'probe' || guest.kernel === undefined)
        return undefined;
    const path = (0,external_node_path_.join)(workDir, 'probe.cpio');
    (0,external_node_fs_.writeFileSync)(path, await makeProbe(guest));
    return path;
}
/** What is to be started; undefined, and the reason in the inbox, when this host cannot or the run was cancelled. */
async function prepare(scenario, { workDir, program: given, signal }, inbox) {
    try {
        const backend = backendFor(scenario);
        const spec = launchSpec(scenario, await probeFor(scenario, workDir));
        const program = given ?? (await findProgram(backend, spec));
        requireSuitable(backend, spec, program);
        const plan = backend.plan(spec, { fifosIn: workDir }, program);
        await copyFiles(plan.copies, signal);
        return signal?.aborted === true ? undefined : { backend, plan };
    }
    catch (error) {
        if (!(error instanceof errors/* HostError */.dh))
            throw error;
        inbox.cannotStart(error);
        return undefined;
    }
}
/** The machine of one run, if it was started. */
class Run {
    inbox;
    #machine;
    /** The reading before, both in milliseconds. */
    #sampled;
    constructor(inbox) {
        this.inbox = inbox;
    }
    /** Starts the machine; a host that cannot is a verdict, not an exception. */
    async start({ backend, plan }, expectation) {
        const { inbox } = this;
        try {
            this.#machine = await machine/* Machine */.u5.start(backend, plan, {
                onOutput: (stream, bytes) => inbox.output(stream, bytes),
                onState: (state, detail) => inbox.push({ type: 'vm', time: inbox.now(), state, detail }),
                onExit: (code, signal) => inbox.push({ type: 'exit', time: inbox.now(), code, signal }),
            });
        }
        catch (error) {
            if (!(error instanceof errors/* HostError */.dh))
                throw error;
            inbox.cannotStart(error);
            return [];
        }
        inbox.flow = this.#machine;
        const known = expectation === undefined ? {} : { expectation };
        const { pid } = this.#machine;
        return [{ type: 'launch', time: 0, argv: [plan.command, ...plan.args], pid, ...known }];
    }
    send(what, time) {
        this.#machine?.write(what.stream, what.text);
        return { type: 'input', time, stream: what.stream, bytes: Buffer.from(what.text) };
    }
    /** Nothing has happened: is the VMM busy? Undefined too soon after the last reading, and for the first in a silence. */
    sample(time) {
        const before = this.#sampled;
        if (before !== undefined && time - before.time < SAMPLE_MS)
            return undefined;
        const cpu = this.#machine?.cpuDemand();
        if (cpu === undefined)
            return undefined;
        this.#sampled = { time, cpu };
        // An old reading is from before the silence; a smaller one lacks a thread that has ended.
        if (before === undefined || time - before.time > 2 * SAMPLE_MS || cpu < before.cpu)
            return undefined;
        return { type: 'cpu', time, busy: Math.round((100 * (cpu - before.cpu)) / (time - before.time)) / 100 };
    }
    async stop() {
        const machine = this.#machine;
        this.#machine = undefined;
        await machine?.stop();
    }
}
/** Events on their way to the judge: stamped with the time at which they were read, limited in memory and in total. */
class Inbox {
    now;
    /** Can stop and restart the flow of bytes. */
    flow;
    #queue = new EventQueue();
    #limit;
    #total = 0;
    #unread = 0;
    #paused = false;
    constructor(limit, now) {
        this.#limit = limit;
        this.now = now;
    }
    push(event) {
        this.#queue.push(event);
    }
    output(stream, bytes) {
        this.#total += bytes.length;
        this.#unread += bytes.length;
        this.push({ type: 'output', time: this.now(), stream, bytes });
        if (this.#total > this.#limit && this.#total - bytes.length <= this.#limit) {
            const limit = `${this.#limit / (1024 * 1024)} MiB`;
            this.abort('output-limit', `the guest printed more than ${limit}, the scenario's output-limit`);
        }
        if (this.#unread > HIGH_WATER && !this.#paused) {
            this.#paused = true;
            this.flow?.pause();
        }
    }
    /** The machine could not be started. */
    cannotStart({ message, hint }) {
        this.abort('not-started', hint === undefined ? message : `${message}. ${hint}`);
    }
    abort(cause, message) {
        this.push({ type: 'abort', time: this.now(), cause, message });
    }
    async next(waitMs) {
        const event = await this.#queue.next(waitMs);
        if (event?.type === 'output')
            this.#unread -= event.bytes.length;
        if (this.#paused && this.#unread < LOW_WATER) {
            this.#paused = false;
            this.flow?.resume();
        }
        return event;
    }
}

// EXTERNAL MODULE: ./lib/firmware/provide.js + 15 modules
var provide = __webpack_require__(8127);
;// CONCATENATED MODULE: ./lib/boot/firmware.js
/** A scenario that names a firmware by its recipe becomes one that names the image. */


/**
 * Builds the firmware of a scenario or takes it from a cache, and checks it like any image that a user names.
 * @returns the scenario to boot, and where its firmware came from if it asked for one
 */
async function withFirmware(loaded, options) {
    const { firmware } = loaded.scenario;
    if (firmware === undefined || !('request' in firmware))
        return { loaded };
    const provided = await (0,provide/* provideFirmware */.BV)(firmware.request, options);
    return { loaded: withImage(loaded, provided.entry), provided };
}
/**
 * The same with an image that is in the store already.
 * @throws HostError code `not-built`
 */
async function withStoredFirmware(loaded, options) {
    const { firmware } = loaded.scenario;
    if (firmware === undefined || !('request' in firmware))
        return loaded;
    return withImage(loaded, await (0,provide/* findFirmware */.h$)(firmware.request, options));
}
function withImage(loaded, { image }) {
    const ready = { ...loaded, scenario: { ...loaded.scenario, firmware: { image } } };
    checkFiles(ready);
    return ready;
}

// EXTERNAL MODULE: ./lib/boot/replay.js
var replay = __webpack_require__(8453);
// EXTERNAL MODULE: ./lib/boot/signals.js
var signals = __webpack_require__(6697);
;// CONCATENATED MODULE: ./lib/boot/vmm.js
/** The VMM's program for a scenario: the one on the machine if it can boot that, otherwise one that is built. */





/**
 * Builds Cloud Hypervisor, or takes it from a cache, when the machine has none that boots this scenario.
 * @returns the program; undefined when there is nothing to build: then the boot takes the one in PATH, or says why not
 * @throws HostError of the build; code `vmm-unsuitable` when what was built does not boot the scenario
 */
async function provideProgram(scenario, options) {
    const backend = backendFor(scenario);
    if (backend.name !== 'cloud-hypervisor')
        return undefined;
    // Only that there is an initrd matters here, not where.
    const wish = launchWish(scenario, 'probe');
    const { program, problem } = await look(backend, wish, scenario.vmmRef);
    if (problem === undefined)
        return program;
    // Another build of it would change nothing about a guest that none can boot.
    if (backend.unsuitable(wish, { path: backend.command, tdx: true }) !== undefined)
        return undefined;
    options.listener({ type: 'notice', text: `A Cloud Hypervisor built with TDX is used, because ${problem}` });
    const { entry } = await (0,provide/* provideFirmware */.BV)(requestFor(scenario), options);
    const built = await backend.identify(entry.image, scenario.platform);
    requireSuitable(backend, wish, built);
    return built;
}
/** The machine's own program, and why it is not the one. */
async function look(backend, wish, ref) {
    try {
        const program = await findProgram(backend, wish);
        const other = ref !== undefined && ref !== `v${program.version}`;
        const problem = other
            ? `${program.path} is v${program.version}, not ${ref}`
            : backend.unsuitable(wish, program);
        return { program, problem };
    }
    catch (error) {
        if (!(error instanceof errors/* HostError */.dh))
            throw error;
        return { problem: error.message };
    }
}
function requestFor({ vmmRef: ref }) {
    return { name: 'cloud-hypervisor', build: 'release', ...(ref === undefined ? {} : { ref }), defines: [] };
}

// EXTERNAL MODULE: ./lib/firmware/store.js
var firmware_store = __webpack_require__(8224);
// EXTERNAL MODULE: ./lib/report/firmware-log.js
var firmware_log = __webpack_require__(8886);
// EXTERNAL MODULE: ./lib/judge/recorded.js
var recorded = __webpack_require__(8611);
// EXTERNAL MODULE: ./lib/report/result.js + 1 modules
var result = __webpack_require__(7359);
// EXTERNAL MODULE: ./lib/report/safe.js
var report_safe = __webpack_require__(2813);
;// CONCATENATED MODULE: ./lib/report/recording.js
/** The recording of a run: raw bytes per stream, every event with its time, an asciicast, and result.json. */






const RESULT_FILE = 'result.json';
const CAST_FILE = 'boot.cast';
/**
 * Makes a new directory for one run below `base`: named after the scenario, numbered when the name is taken, so that
 * nothing is overwritten and parallel runs do not meet.
 * @throws HostError code `no-results-dir`
 */
function makeRunDirectory(base, name) {
    const slug = (0,report_safe/* forFileName */.zr)(name);
    try {
        (0,external_node_fs_.mkdirSync)(base, { recursive: true });
        for (let number = 1;; number++) {
            const directory = (0,external_node_path_.resolve)(base, number === 1 ? slug : `${slug}-${number}`);
            if (makeOnce(directory))
                return directory;
        }
    }
    catch (error) {
        throw new errors/* HostError */.dh('no-results-dir', `cannot write results to ${base}: ${(0,errors/* messageOf */.bD)(error)}`, {
            hint: 'Name another directory (--results DIR, or the input "results").',
            cause: error,
        });
    }
}
class Recording {
    directory;
    #scenario;
    #raw = new Map();
    #decoders = new Map();
    #events;
    #cast;
    #castTime = 0;
    #failure;
    #argv;
    constructor(directory, scenario) {
        this.directory = directory;
        this.#scenario = scenario;
        this.#events = this.#open(recorded/* EVENTS_FILE */.P);
        this.#cast = this.#open(CAST_FILE);
        const timestamp = Math.floor(Date.now() / 1000);
        this.#cast.write(`${JSON.stringify({ version: 2, width: 120, height: 40, timestamp, title: scenario.name })}\n`);
    }
    async on(event) {
        if (event.type === 'output')
            await this.#output(event.stream, event.time, event.bytes);
        else if (event.type === 'input') {
            const text = Buffer.from(event.bytes).toString();
            this.#line({ t: event.time, input: event.stream, text });
            this.#castLine(event.time, 'i', text);
        }
        else if (event.type === 'verdict') {
            // What came later, or never, was not seen: a replay must not wait for it either.
            this.#line({ t: event.time, event: { type: 'end-of-log', time: event.time } });
            writeWhole((0,external_node_path_.join)(this.directory, RESULT_FILE), (0,result/* makeResult */.U2)(this.#scenario, event.verdict, this.#argv));
        }
        else if (event.type === 'step' || event.type === 'finding' || event.type === 'phase') {
            this.#castLine(event.time, 'm', event.type === 'phase' ? event.title : event.type);
        }
        else if (event.type !== 'send' && event.type !== 'notice') {
            if (event.type === 'launch')
                this.#argv = event.argv;
            this.#line({ t: event.time, event });
        }
        if (this.#failure !== undefined) {
            throw new errors/* HostError */.dh('cannot-record', `cannot write to ${this.directory}: ${(0,errors/* messageOf */.bD)(this.#failure)}`);
        }
    }
    async close() {
        const open = [...this.#raw.values(), this.#events, this.#cast].filter((stream) => !stream.destroyed);
        await Promise.all(open.map((stream) => new Promise((done) => stream.end(done))));
    }
    async #output(stream, time, bytes) {
        const raw = this.#raw.get(stream) ?? this.#open(`${stream}.raw`);
        this.#raw.set(stream, raw);
        this.#line({ t: time, output: stream, n: bytes.length });
        if (stream !== 'vmm') {
            const decoder = this.#decoders.get(stream) ?? new TextDecoder();
            this.#decoders.set(stream, decoder);
            this.#castLine(time, 'o', decoder.decode(bytes, { stream: true }));
        }
        // A guest that floods its console must not fill our memory: wait until the disk has caught up.
        if (!raw.write(bytes))
            await drained(raw);
    }
    #line(event) {
        this.#events.write(`${JSON.stringify(event)}\n`);
    }
    /**
     * asciicast v2 (docs.asciinema.org): [seconds, "o" output | "i" input | "m" marker, text]. Its times never go back,
     * while a deadline is reported with its own time after output that was read a moment later.
     */
    #castLine(time, code, text) {
        this.#castTime = Math.max(this.#castTime, time);
        if (text !== '')
            this.#cast.write(`${JSON.stringify([this.#castTime / 1000, code, text])}\n`);
    }
    #open(name) {
        const stream = (0,external_node_fs_.createWriteStream)((0,external_node_path_.join)(this.directory, name), { flags: 'wx' });
        stream.on('error', (error) => {
            this.#failure ??= error;
        });
        return stream;
    }
}
/** Resolves when the stream takes more, or never will. */
function drained(stream) {
    return new Promise((resolve) => {
        const done = () => {
            stream.off('drain', done).off('close', done);
            resolve();
        };
        stream.on('drain', done).on('close', done);
    });
}
/** A reader never sees half a file. */
function writeWhole(path, value) {
    const fd = (0,external_node_fs_.openSync)(`${path}.part`, 'w');
    try {
        (0,external_node_fs_.writeSync)(fd, `${JSON.stringify(value, null, 2)}\n`);
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
    (0,external_node_fs_.renameSync)(`${path}.part`, path);
}
function makeOnce(directory) {
    try {
        (0,external_node_fs_.mkdirSync)(directory);
        return true;
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/report/reporter.js
/** Subscribers of the event stream: each gets every event, in order. */
/**
 * Feeds the reporters until the events end.
 * @returns the verdict
 * @throws whatever the event source throws, after the reporters are closed; Error when no verdict came
 */
async function report(events, reporters) {
    let verdict;
    try {
        for await (const event of events) {
            for (const reporter of reporters) {
                const pending = reporter.on(event);
                if (pending !== undefined)
                    await pending;
            }
            if (event.type === 'verdict')
                verdict = event.verdict;
        }
    }
    finally {
        for (const reporter of reporters)
            await reporter.close?.();
    }
    if (verdict === undefined)
        throw new Error('the events ended without a verdict');
    return verdict;
}

// EXTERNAL MODULE: ./lib/console/scanner.js + 2 modules
var console_scanner = __webpack_require__(4472);
;// CONCATENATED MODULE: ./lib/report/lines.js
/** The guest's lines for people: the same normalised text that the judge sees. */

/** Splits every stream into lines and hands each to `onLine`. */
class LinePrinter {
    #onLine;
    #scanners = new Map();
    constructor(onLine) {
        this.#onLine = onLine;
    }
    push(stream, bytes) {
        const scanner = this.#scanners.get(stream) ?? this.#open(stream);
        scanner.push(bytes);
    }
    /** Prints the unfinished lines. */
    flush() {
        for (const scanner of this.#scanners.values())
            scanner.end();
    }
    #open(stream) {
        const scanner = (0,console_scanner/* lineReader */.gd)((text) => this.#onLine(stream, text));
        this.#scanners.set(stream, scanner);
        return scanner;
    }
}

// EXTERNAL MODULE: ./lib/report/words.js
var report_words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/terminal.js
/** The run on a terminal: the live console between the events. Piped, only the events: quiet and greppable. */




class TerminalReporter {
    #output;
    #name;
    #console;
    constructor(output, name) {
        this.#output = output;
        this.#name = name;
        const live = output.isTTY === true;
        this.#console = live
            ? new LinePrinter((stream, text) => this.#line('gray', `${stream.padStart(8)} | `, text))
            : undefined;
    }
    on(event) {
        if (event.type === 'output') {
            this.#console?.push(event.stream, event.bytes);
        }
        else if (event.type === 'verdict') {
            this.#console?.flush();
            const style = event.verdict.verdict === 'passed' ? 'green' : 'red';
            const [head = '', ...rest] = (0,report_words/* describeVerdict */.XZ)(this.#name, event.verdict);
            this.#line(style, head, '');
            for (const line of rest)
                this.#line('reset', line, '');
        }
        else {
            const text = (0,report_words/* describeEvent */.gN)(event);
            if (text !== undefined)
                this.#line(event.type === 'finding' ? 'yellow' : 'cyan', text, '');
        }
    }
    #line(style, marked, plain) {
        const safe = (0,report_safe/* forTerminal */.Qf)(marked);
        const shown = this.#output.isTTY === true ? (0,external_node_util_.styleText)(style, safe) : safe;
        this.#output.write(`${shown}${(0,report_safe/* forTerminal */.Qf)(plain)}\n`);
    }
}

// EXTERNAL MODULE: ./lib/console/pattern.js + 1 modules
var pattern = __webpack_require__(7031);
// EXTERNAL MODULE: ./lib/scenario/request.js
var scenario_request = __webpack_require__(1159);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
;// CONCATENATED MODULE: ./lib/scenario/schema.js
/** The scenario file as its author writes it: the one definition behind validation and the editors' JSON Schema. */



const duration = schemas/* string */.YjP('is not a duration such as 500ms, 60s, 3m or 1h')
    .regex(/^(?!0+(\.0+)?[a-z])\d+(\.\d+)?(ms|s|m|h)$/, 'is not a duration such as 500ms, 60s, 3m or 1h')
    .describe('A length of time: 500ms, 60s, 3m, 1h');
const size = schemas/* string */.YjP('is not a size such as 512M or 1G')
    .regex(/^[1-9]\d*[KMG]$/, 'is not a size such as 512M or 1G')
    .describe('A number of bytes: 512M, 1G');
const path = schemas/* string */.YjP().min(1, 'is empty').describe('A file, relative to the scenario file');
/** A vsock context id and port are 32-bit numbers; one that is too large is QEMU's to refuse. */
const QUOTE_SOCKET = /^(vsock:\d{1,10}:\d{1,10}|unix:\/.+)$/;
const schema_pattern = schemas/* string */.YjP()
    .describe('Literal text, or /regex/flags. Matched within one line of normalised text (no escapes, no CR)');
const stream = schemas/* enum */.k5n(words/* STREAMS */.gO).describe('console is hvc0, serial is ttyS0, debugcon is port 0x402');
const when = schemas/* union */.KCZ([schemas/* enum */.k5n(words/* PLATFORMS */.P4), schemas/* array */.YOg(schemas/* enum */.k5n(words/* PLATFORMS */.P4)).min(1)])
    .describe('Only on this platform, or on these');
const expect = schemas/* strictObject */.rej({
    expect: schema_pattern.describe('What the console must show next'),
    within: duration.optional().describe('Since this step became the current one'),
    stream: stream.optional().describe('Where; without it, on any stream of the guest'),
    capture: schemas/* array */.YOg(schemas/* string */.YjP()).min(1).optional().describe('Named groups of the regex that become outputs'),
    when: when.optional(),
});
const anyOrder = schemas/* strictObject */.rej({
    'any-order': schemas/* array */.YOg(expect).min(1).describe('Expectations that may be met in any order'),
    within: duration.optional().describe('For the whole group'),
    when: when.optional(),
});
const send = schemas/* strictObject */.rej({
    send: schemas/* string */.YjP().min(1, 'is empty').describe('Typed into the guest; end it with \\n to press Enter'),
    stream: schemas/* enum */.k5n(['console', 'serial']).optional().describe('Default: console'),
    when: when.optional(),
});
const forbid = schemas/* union */.KCZ([
    schema_pattern,
    schemas/* strictObject */.rej({ pattern: schema_pattern, stream: stream.optional(), when: when.optional() }),
]);
const allow = schemas/* strictObject */.rej({
    match: schema_pattern.describe('A line of a known failure that must not fail the run'),
    reason: schemas/* string */.YjP().min(1, 'is empty').describe('Why it is harmless, or a link to the bug'),
});
const disk = schemas/* union */.KCZ([
    path,
    schemas/* strictObject */.rej({
        path,
        bus: schemas/* enum */.k5n(['virtio', 'nvme', 'sata']).optional().describe('Default: virtio'),
        format: schemas/* enum */.k5n(['raw', 'qcow2']).optional().describe('Default: what the file says'),
    }),
]);
const guest = schemas/* strictObject */.rej({
    kernel: path.optional().describe('bzImage. Without initrd and disks, it boots the probe guest of tdx-boot'),
    initrd: path.optional(),
    cmdline: schemas/* string */.YjP().optional().describe('Kernel command line'),
    modules: path.optional().describe('lib/modules/<release> of the kernel, for the probe guest'),
    disks: schemas/* array */.YOg(disk)
        .optional()
        .describe('Boot disks; the guest writes to an overlay, never to these files'),
    cpus: schemas/* int */.Whr().min(1, 'is less than 1').max(4096, 'is more than 4096').optional().describe('Default: 1'),
    memory: size.optional().describe('Default: 1G'),
    network: schemas/* enum */.k5n(['none', 'user']).optional().describe('Default: none'),
    'quote-socket': schemas/* string */.YjP()
        .regex(QUOTE_SOCKET, 'is neither vsock:CID:PORT nor unix:/PATH')
        .optional()
        .describe('Quote generation service for a TD under QEMU: vsock:2:4050 or unix:/path'),
});
const firmware = schemas/* union */.KCZ([
    schemas/* string */.YjP()
        .min(1, 'is empty')
        .describe(`${words/* FIRMWARES */.Xb.join(', ')}: built from its pin, or taken from the cache. Or an image (OVMF.fd)`),
    schemas/* strictObject */.rej({ code: path, vars: path }).describe('Two flash chips; the variables are not kept'),
    schemas/* strictObject */.rej({
        recipe: schemas/* enum */.k5n(words/* FIRMWARES */.Xb),
        build: schemas/* enum */.k5n(words/* BUILDS */.W4).optional().describe('Default: release. A debug build logs to the serial port'),
        ref: schemas/* string */.YjP().min(1, 'is empty').optional().describe('Tag, branch or commit; default: the pin'),
        repository: schemas/* string */.YjP().min(1, 'is empty').optional().describe('Git URL or local directory'),
        defines: schemas/* array */.YOg(schemas/* string */.YjP().min(1, 'is empty')).optional().describe('Extra build defines, NAME=VALUE'),
    })
        .describe('Built from source, or taken from the cache'),
]);
const scenarioSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    name: schemas/* string */.YjP().min(1, 'is empty').optional().describe('What a pass means; default: the file name'),
    platform: schemas/* enum */.k5n(words/* PLATFORMS */.P4)
        .optional()
        .describe('tdx: a Trust Domain; kvm: the same without; emulated: QEMU TCG'),
    vmm: schemas/* enum */.k5n(['auto', ...words/* VMMS */.W])
        .optional()
        .describe('Default: auto, the one that fits platform, firmware and host'),
    'vmm-ref': schemas/* string */.YjP()
        .regex(scenario_request/* REF */.g, 'is not a tag, a branch or a commit')
        .optional()
        .describe('Version of Cloud Hypervisor, built unless the machine has it. Default: what it has, else the pin'),
    firmware: firmware.optional(),
    guest: guest.optional(),
    steps: schemas/* array */.YOg(schemas/* union */.KCZ([expect, anyOrder, send]))
        .optional()
        .describe('In this order'),
    forbid: schemas/* array */.YOg(forbid).optional().describe('What the guest must not print'),
    allow: schemas/* array */.YOg(allow).optional().describe('Known findings that must not fail the run'),
    'fail-on': schemas/* enum */.k5n(words/* SEVERITIES */.oC)
        .optional()
        .describe('Least severity of a known failure that fails. Default: error'),
    timeout: duration.optional().describe('Wall clock of the whole boot. Default: 5m'),
    silence: duration.optional().describe('Longest time without output while steps are open. Default: none'),
    stop: schemas/* enum */.k5n(['after-last-step', 'on-exit'])
        .optional()
        .describe('When a good run ends. Default: after-last-step'),
    'td-evidence': schemas/* enum */.k5n(['required', 'optional'])
        .optional()
        .describe('Whether a pass needs a line that only a TD prints. Default: required with platform tdx'),
    'output-limit': size.optional().describe('Bytes that the guest may print. Default: 256M'),
})
    .describe('A tdx-boot scenario: what to boot and what its console must show');
/** The JSON Schema (draft 2020-12) of a scenario file; committed as schema/scenario.schema.json for editors. */
function scenarioJsonSchema() {
    return json_schema_processors/* toJSONSchema */.bl(scenarioSchema);
}

;// CONCATENATED MODULE: ./lib/scenario/td.js
/** What a scenario says that only a Trust Domain has: a firmware of its kind, and a place where quotes come from. */
/**
 * Why a firmware does not boot there; undefined when it may. td-shim's reset vector expects a Trust Domain, and QEMU's
 * TDVF parser knows none of the payload sections of its Linux variant (hw/i386/tdvf.c, "TDVF contains unsupported
 * section type").
 */
function firmwareProblem(name, { platform, vmm }) {
    if (name === 'tdvf')
        return undefined;
    if (platform !== 'tdx')
        return `${name} boots only in a Trust Domain, and platform is ${platform}`;
    if (name === 'td-shim' && vmm === 'qemu')
        return 'QEMU cannot boot td-shim: it needs vmm: cloud-hypervisor';
    return undefined;
}
/** `vsock:2:4050` or `unix:/path`, whose form the schema has checked. */
function parseQuoteSocket(text) {
    const [type, ...rest] = text.split(':');
    const [cid = '', port = ''] = rest;
    return type === 'unix' ? { type, path: rest.join(':') } : { type: 'vsock', cid, port };
}

// EXTERNAL MODULE: ./lib/scenario/units.js
var units = __webpack_require__(893);
;// CONCATENATED MODULE: ./lib/scenario/load.js
/** From a scenario file, or the same values from the action's inputs, to a validated Scenario. */










const MINUTE = 60_000;
const load_MIB = 1024 * 1024;
/** ttyS0 is built into every distribution's kernel; a panic ends the run instead of waiting for the deadline. */
const PROBE_CMDLINE = 'console=ttyS0 panic=-1';
/**
 * Reads and validates a scenario file. The files that it names are not looked at: judging a log needs none of them.
 * @throws ScenarioError with every problem found, each with file:line:column; UsageError `no-scenario` when unreadable
 */
function loadScenario(file) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        throw new errors/* UsageError */.eb('no-scenario', `cannot read the scenario: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
    return parseScenario(file, text, (0,external_node_path_.dirname)((0,external_node_path_.resolve)(file)));
}
/**
 * Validates the text of a scenario.
 * @param file its name in messages
 * @param base the directory to which its paths are relative
 */
function parseScenario(file, text, base) {
    const source = new scenario_source/* Source */.kL(file, text, scenarioJsonSchema);
    const parsed = scenarioSchema.safeParse(source.value());
    if (!parsed.success)
        throw new scenario_source/* ScenarioError */.tp(source.problems(parsed.error));
    const reader = new Reader(source, parsed.data, base);
    const scenario = reader.scenario();
    if (reader.problems.length > 0)
        throw new scenario_source/* ScenarioError */.tp(reader.problems);
    return { scenario, where: (path) => source.where(path) };
}
/** Turns valid shapes into final values; collects every problem instead of stopping at the first. */
class Reader {
    problems = [];
    #source;
    #file;
    #base;
    #platform;
    constructor(source, file, base) {
        this.#source = source;
        this.#file = file;
        this.#base = base;
        this.#platform = file.platform ?? 'emulated';
        if (file.platform === undefined && file.guest !== undefined) {
            this.#complain([], 'platform is missing: tdx, kvm or emulated');
        }
        if (file['td-evidence'] === 'required' && file.platform !== undefined && file.platform !== 'tdx') {
            this.#complain(['td-evidence'], `td-evidence: a guest on platform ${file.platform} is no Trust Domain`);
        }
        if (file['vmm-ref'] !== undefined && file.vmm === 'qemu') {
            this.#complain(['vmm-ref'], 'vmm-ref names a version of Cloud Hypervisor, but vmm is qemu');
        }
        if (file.vmm === 'cloud-hypervisor' && this.#platform === 'emulated') {
            this.#complain(['vmm'], 'cloud-hypervisor cannot boot platform: emulated, which is QEMU alone');
        }
        if (file.firmware !== undefined && file.guest === undefined) {
            this.#complain(['firmware'], 'firmware is given but there is no guest to boot with it');
        }
    }
    scenario() {
        const file = this.#file;
        const guest = file.guest === undefined ? undefined : this.#guest(file.guest);
        const firmware = file.firmware === undefined ? undefined : this.#firmware(file.firmware);
        return {
            name: file.name ?? (0,external_node_path_.basename)(this.#source.file).replace(/\.ya?ml$/, ''),
            platform: this.#platform,
            vmm: file.vmm ?? 'auto',
            ...(file['vmm-ref'] === undefined ? {} : { vmmRef: file['vmm-ref'] }),
            ...(firmware === undefined ? {} : { firmware }),
            ...(guest === undefined ? {} : { guest }),
            rules: this.#rules(guest?.initrd === 'probe', buildOf(firmware)),
            outputLimit: file['output-limit'] === undefined ? 256 * load_MIB : (0,units/* parseSize */.D)(file['output-limit']),
        };
    }
    #guest(guest) {
        const disks = (guest.disks ?? []).map((disk) => {
            const full = typeof disk === 'string' ? { path: disk } : disk;
            const format = full.format === undefined ? {} : { format: full.format };
            return { path: this.#resolve(full.path), bus: full.bus ?? 'virtio', ...format };
        });
        if (guest.kernel === undefined && disks.length === 0) {
            this.#complain(['guest'], 'guest has neither a kernel nor disks: there is nothing to boot');
        }
        for (const key of ['initrd', 'cmdline', 'modules']) {
            if (guest[key] !== undefined && guest.kernel === undefined) {
                this.#complain(['guest', key], `guest.${key} needs guest.kernel: a disk brings its own`);
            }
        }
        const probe = guest.kernel !== undefined && guest.initrd === undefined && disks.length === 0;
        if (guest.modules !== undefined && !probe) {
            this.#complain(['guest', 'modules'], 'guest.modules is for the probe guest, which boots without initrd and disks');
        }
        const quotes = guest['quote-socket'];
        if (quotes !== undefined && this.#platform !== 'tdx') {
            this.#complain(['guest', 'quote-socket'], 'guest.quote-socket needs platform: tdx: only a TD has quotes');
        }
        const initrd = probe ? 'probe' : guest.initrd === undefined ? undefined : this.#resolve(guest.initrd);
        const cmdline = guest.cmdline ?? (probe ? PROBE_CMDLINE : undefined);
        return {
            ...(guest.kernel === undefined ? {} : { kernel: this.#resolve(guest.kernel) }),
            ...(initrd === undefined ? {} : { initrd }),
            ...(cmdline === undefined ? {} : { cmdline }),
            ...(guest.modules === undefined ? {} : { modules: this.#resolve(guest.modules) }),
            disks,
            cpus: guest.cpus ?? 1,
            memory: guest.memory === undefined ? 1024 * load_MIB : (0,units/* parseSize */.D)(guest.memory),
            network: guest.network ?? 'none',
            ...(quotes === undefined ? {} : { quoteSocket: parseQuoteSocket(quotes) }),
        };
    }
    #firmware(firmware) {
        if (typeof firmware === 'string') {
            const name = words/* FIRMWARES */.Xb.find((known) => known === firmware);
            return name === undefined ? { image: this.#resolve(firmware) } : this.#request({ name });
        }
        if ('recipe' in firmware)
            return this.#request({ ...firmware, name: firmware.recipe });
        return { code: this.#resolve(firmware.code), vars: this.#resolve(firmware.vars) };
    }
    #request(text) {
        const problem = firmwareProblem(text.name, { platform: this.#platform, vmm: this.#file.vmm ?? 'auto' });
        if (problem !== undefined)
            this.#complain(['firmware'], problem);
        const { request, problems } = (0,scenario_request/* parseRequest */.T)(text, this.#base);
        for (const { key, message } of problems)
            this.#complain(['firmware', key], `firmware.${key}: ${message}`);
        return { request };
    }
    #resolve(path) {
        return (0,external_node_path_.resolve)(this.#base, path);
    }
    #rules(probe, firmwareBuild) {
        const file = this.#file;
        const steps = (file.steps ?? []).flatMap((step, index) => this.#step(step, ['steps', index]));
        const own = steps.length === 0 && probe;
        if (steps.length === 0 && !probe) {
            this.#complain(file.steps === undefined ? [] : ['steps'], 'no steps: there is nothing that a pass could mean');
        }
        const timeoutMs = file.timeout === undefined ? 5 * MINUTE : (0,units/* parseDuration */.E)(file.timeout);
        const silenceMs = file.silence === undefined ? undefined : (0,units/* parseDuration */.E)(file.silence);
        if (silenceMs !== undefined && silenceMs >= timeoutMs) {
            this.#complain(['silence'], `silence (${file.silence}) is not shorter than timeout (${file.timeout ?? '5m'})`);
        }
        this.#checkWithin(timeoutMs);
        return {
            steps: own ? this.#probeSteps() : steps,
            forbid: (file.forbid ?? []).flatMap((entry, index) => this.#forbid(entry, ['forbid', index])),
            allow: (file.allow ?? []).flatMap((entry, index) => this.#allow(entry, ['allow', index])),
            failOn: file['fail-on'] ?? 'error',
            timeoutMs,
            ...(silenceMs === undefined ? {} : { silenceMs }),
            stop: file.stop ?? (own ? 'on-exit' : 'after-last-step'),
            ...(file.platform === undefined ? {} : { platform: file.platform }),
            tdEvidence: file['td-evidence'] ?? (file.platform === 'tdx' ? 'required' : 'optional'),
            ...(firmwareBuild === undefined ? {} : { firmwareBuild }),
        };
    }
    /** What the probe guest must show when the scenario does not say. */
    #probeSteps() {
        const where = this.#source.where(['guest', 'kernel']);
        const expect = (text, capture = []) => ({
            kind: 'expect',
            pattern: (0,pattern/* parsePattern */.E)(text),
            capture,
            where,
        });
        return [
            expect('/^# kernel.release: (?<kernel_release>\\S+)/', ['kernel_release']),
            expect('/^# Totals: pass:\\d+ fail:0 /'),
            expect('# tdx-boot probe: done'),
        ];
    }
    #step(step, path) {
        if (!this.#applies(step.when))
            return [];
        const where = this.#source.where(path);
        if ('send' in step) {
            const send = { kind: 'send', text: step.send, stream: step.stream ?? 'console', where };
            return [send];
        }
        if ('expect' in step)
            return this.#expect(step, path);
        const expects = step['any-order'].flatMap((member, index) => this.#expect(member, [...path, 'any-order', index]));
        const within = step.within === undefined ? {} : { withinMs: (0,units/* parseDuration */.E)(step.within) };
        return expects.length === 0 ? [] : [{ kind: 'any-order', expects, where, ...within }];
    }
    #expect(step, path) {
        if (!this.#applies(step.when))
            return [];
        const pattern = this.#pattern(step.expect, [...path, 'expect']);
        if (pattern === undefined)
            return [];
        const capture = step.capture ?? [];
        capture.forEach((name, index) => {
            if (pattern.groups.includes(name))
                return;
            const has = pattern.groups.length === 0 ? 'no named groups' : `only ${pattern.groups.join(', ')}`;
            this.#complain([...path, 'capture', index], `${step.expect} has no group (?<${name}>...): ${has}`);
        });
        return [
            {
                kind: 'expect',
                pattern,
                capture,
                where: this.#source.where(path),
                ...(step.within === undefined ? {} : { withinMs: (0,units/* parseDuration */.E)(step.within) }),
                ...(step.stream === undefined ? {} : { stream: step.stream }),
            },
        ];
    }
    #forbid(entry, path) {
        const [text, at, stream, when] = typeof entry === 'string'
            ? [entry, path, undefined, undefined]
            : [entry.pattern, [...path, 'pattern'], entry.stream, entry.when];
        if (!this.#applies(when))
            return [];
        const pattern = this.#pattern(text, at);
        if (pattern === undefined)
            return [];
        return [{ pattern, where: this.#source.where(path), ...(stream === undefined ? {} : { stream }) }];
    }
    #allow(entry, path) {
        const pattern = this.#pattern(entry.match, [...path, 'match']);
        return pattern === undefined ? [] : [{ pattern, reason: entry.reason }];
    }
    #pattern(text, path) {
        try {
            return (0,pattern/* parsePattern */.E)(text);
        }
        catch (error) {
            if (!(error instanceof errors/* UsageError */.eb))
                throw error;
            this.#complain(path, error.hint === undefined ? error.message : `${error.message}. ${error.hint}`);
            return undefined;
        }
    }
    #applies(when) {
        return (when === undefined || when === this.#platform || (Array.isArray(when) && when.includes(this.#platform)));
    }
    /** A step that may take longer than the whole boot, or its group, is a mistake in one of the two. */
    #checkWithin(timeoutMs) {
        const timeout = `timeout (${this.#file.timeout ?? '5m'})`;
        const check = (within, path, limitMs, limit) => {
            if (within === undefined || (0,units/* parseDuration */.E)(within) <= limitMs)
                return;
            this.#complain(path, `within (${within}) is longer than ${limit}, so it can never be reached`);
        };
        for (const [index, step] of (this.#file.steps ?? []).entries()) {
            if ('send' in step)
                continue;
            const path = ['steps', index];
            check(step.within, [...path, 'within'], timeoutMs, timeout);
            if (!('any-order' in step))
                continue;
            const [limitMs, limit] = step.within === undefined
                ? [timeoutMs, timeout]
                : [(0,units/* parseDuration */.E)(step.within), `within of its group (${step.within})`];
            for (const [member, { within }] of step['any-order'].entries()) {
                check(within, [...path, 'any-order', member, 'within'], limitMs, limit);
            }
        }
    }
    #complain(path, message) {
        this.problems.push({ where: this.#source.where(path), message });
    }
}
/** Of an image that the user names nobody knows how it was built. */
function buildOf(firmware) {
    return firmware !== undefined && 'request' in firmware ? firmware.request.build : undefined;
}

// EXTERNAL MODULE: ./lib/cli/main.js + 2 modules
var main = __webpack_require__(4568);
;// CONCATENATED MODULE: ./lib/cli/commands.js
/** What each command does, with its output given as parameters. */
























/** `tdx-boot run`. */
async function commands_run(file, options, streams) {
    return bootAndReport(loadScenario(file), options, streams);
}
async function bootAndReport(loaded, options, { out, error }) {
    requireGuest(loaded.scenario);
    checkFiles(loaded);
    const ended = await (0,signals/* session */.d)(async ({ signal, workDir }) => {
        const { scenario, ...ready } = await readyToBoot(loaded, error, signal);
        const directory = makeRunDirectory(options.results, scenario.name);
        const reporters = [new Recording(directory, scenario)];
        if (options.json !== true)
            reporters.push(new TerminalReporter(out, scenario.name));
        const verdict = await report(boot(scenario, { workDir, signal, ...ready }), reporters);
        if (options.json === true)
            out.write((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(directory, RESULT_FILE), 'utf8'));
        else
            out.write(`  results: ${directory}\n`);
        return verdict;
    });
    if (ended.signal !== undefined)
        return 128 + external_node_os_.constants.signals[ended.signal];
    return exitCode(ended.value);
}
/** Builds what the scenario needs and no cache has: its VMM, and its firmware if it names one by its recipe. */
async function readyToBoot(loaded, error, signal) {
    const progress = new firmware_log/* FirmwareTerminal */.g(error);
    const { on: listener } = progress;
    try {
        const store = new firmware_store/* Store */.il((0,firmware_store/* defaultRoot */.cc)(), { listener });
        const program = await provideProgram(loaded.scenario, { store, listener, signal });
        const { scenario } = (await withFirmware(loaded, { store, listener, signal })).loaded;
        return { scenario, ...(program === undefined ? {} : { program }) };
    }
    finally {
        progress.close();
    }
}
/** `tdx-boot check`. */
async function commands_check(log, options, { out }) {
    const { scenario } = loadScenario(options.scenario);
    const quiet = { write: (text) => out.write(text) };
    const reporters = options.json === true ? [] : [new TerminalReporter(quiet, scenario.name)];
    const verdict = await report(toAsync((0,replay/* replay */.e)(log, scenario.rules, options.stream)), reporters);
    if (options.json === true)
        out.write(`${JSON.stringify((0,result/* makeResult */.U2)(scenario, verdict, undefined), null, 2)}\n`);
    return exitCode(verdict);
}
/** `tdx-boot validate`. */
function validate(file, options, { out }) {
    try {
        checkFiles(loadScenario(file));
    }
    catch (error) {
        if (options.json !== true || !(error instanceof scenario_source/* ScenarioError */.tp))
            throw error;
        out.write(`${JSON.stringify({ valid: false, problems: error.problems }, null, 2)}\n`);
        return main/* EXIT */.d.usage;
    }
    out.write(options.json === true ? `${JSON.stringify({ valid: true, problems: [] })}\n` : `${file}: valid\n`);
    return main/* EXIT */.d.passed;
}
/** `tdx-boot explain`. */
async function explain(file, options, { out, error }) {
    const named = loadScenario(file);
    checkFiles(named);
    const { on: listener } = new firmware_log/* FirmwareTerminal */.g(error);
    const store = new firmware_store/* Store */.il((0,firmware_store/* defaultRoot */.cc)(), { listener });
    const loaded = await withStoredFirmware(named, { store, listener });
    const { guest } = loaded.scenario;
    const probe = guest?.initrd === 'probe';
    if (guest !== undefined && probe && options.initrd !== undefined) {
        (0,external_node_fs_.writeFileSync)(options.initrd, await makeProbe(guest));
    }
    const spec = launchSpec(loaded.scenario, options.initrd ?? 'probe.cpio');
    const backend = backendFor(loaded.scenario);
    const program = { path: backend.command };
    requireSuitable(backend, spec, program);
    if (options.json === true) {
        const real = backend.plan(spec, { fifosIn: '.' }, program);
        const fds = Object.fromEntries([...real.fds].map(([fd, channel]) => [channel, fd]));
        const fifos = Object.fromEntries(real.fifos);
        out.write(`${JSON.stringify({ argv: [real.command, ...real.args], fds, fifos }, null, 2)}\n`);
        return main/* EXIT */.d.passed;
    }
    const paste = backend.plan(spec, 'files', program);
    out.write('# tdx-boot runs this with each stream on a socket or pipe of its own; here they go to files.\n');
    if (probe && options.initrd === undefined) {
        out.write('# The probe guest is made for each run: add --initrd probe.cpio to have it written.\n');
    }
    for (const [from, to] of paste.copies)
        out.write(`${shellCommand(copyCommand(from, to))}\n`);
    out.write(`${shellCommand([paste.command, ...paste.args])}\n`);
    return main/* EXIT */.d.passed;
}
/** `tdx-boot probe`. */
async function probe(image, options, { out }) {
    if ((0,external_node_fs_.existsSync)(image)) {
        throw new errors/* UsageError */.eb('image-exists', `${image} exists`, {
            hint: 'Remove it first, or name another file.',
        });
    }
    if (options.kernel !== undefined)
        requireKernel(options.kernel);
    await probeDisk({ path: image, kernel: options.kernel, modules: options.modules });
    out.write(`${image}: boot it with root=/dev/vda rw init=/sbin/init (virtio), /dev/nvme0n1 or /dev/sda\n`);
    return main/* EXIT */.d.passed;
}
/** `tdx-boot demo`. */
async function demo(options, streams) {
    const kernel = options.kernel ?? installedKernel();
    const text = JSON.stringify({
        version: 1,
        name: 'demo: a kernel reaches userspace',
        platform: 'emulated',
        guest: { kernel },
        timeout: '2m',
    });
    return bootAndReport(parseScenario('demo', text, process.cwd()), { results: options.results }, streams);
}
/** The newest kernel in /boot that this user may read; distributions make some readable by root only. */
function installedKernel() {
    const found = (0,external_node_fs_.existsSync)('/boot') ? (0,external_node_fs_.readdirSync)('/boot').filter((name) => name.startsWith('vmlinuz-')) : [];
    const newest = found.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
    if (newest !== undefined)
        return (0,external_node_path_.join)('/boot', newest);
    throw new errors/* UsageError */.eb('no-kernel', 'there is no /boot/vmlinuz-* on this machine', {
        hint: 'Name one with --kernel FILE, or run script/demo, which fetches one.',
    });
}
function exitCode(verdict) {
    return main/* EXIT */.d[verdict.verdict];
}
async function* toAsync(items) {
    yield* items;
}
/** One option a line, quoted for a POSIX shell. */
function shellCommand(argv) {
    const quoted = argv.map((word) => /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
    return quoted.reduce((text, word) => (word.startsWith('-') ? `${text} \\\n  ${word}` : `${text} ${word}`));
}


/***/ })

};
