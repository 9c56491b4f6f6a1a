export const id = 831;
export const ids = [831];
export const modules = {

/***/ 1831:
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
// EXTERNAL MODULE: ./lib/judge/judge.js + 7 modules
var judge_judge = __webpack_require__(2846);
// EXTERNAL MODULE: ./lib/vmm/binary.js
var binary = __webpack_require__(6139);
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
 * comes after a failed vCPU, too: the line on its standard error makes the difference. A device is reported once: a
 * guest may set it up and reset it as often as it likes.
 */
function eventReader(report) {
    const driven = new Set();
    return new JsonMessages('\n\n', ({ source, event, properties }) => {
        const name = `${source}/${event}`;
        if (name === 'virtio-device/activated') {
            const id = String(asRecord(properties)?.id ?? 'unknown');
            if (!driven.has(id))
                report('driven', id);
            driven.add(id);
        }
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
        const { version, features } = await (0,binary/* probeCloudHypervisor */.J)(path);
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
        const { version, tdxGuest } = await (0,binary/* probeQemu */.V)(path);
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

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/vmm/copies.js
/** Private copies of files that a guest would otherwise write to: clones where the file system can, else sparse. */



const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/**
 * Makes the copies, one after the other.
 * @throws HostError code `disk-full` or `not-copied`
 */
async function copyFiles(copies, signal) {
    for (const [from, to] of copies) {
        const [command, ...args] = copyCommand(from, to);
        try {
            // The copy ends with this process, even if that is killed, as the VMM does.
            await run('setpriv', ['--pdeathsig', 'KILL', '--', command, ...args], {
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

// EXTERNAL MODULE: ./lib/guest/files.js
var files = __webpack_require__(4007);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/guest/errors.js
var guest_errors = __webpack_require__(457);
// EXTERNAL MODULE: ./lib/guest/modules.js
var modules = __webpack_require__(1741);
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
    return new guest_errors/* GuestError */.d1('cpio-entry-invalid', `Cannot put ${JSON.stringify(path)} into an initramfs: ${why}`, 'This is a defect of tdx-boot: please report it.');
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
        throw new guest_errors/* GuestError */.d1('probe-missing', `The probe program is missing: ${program}`, 'Install tdx-boot again, or run script/build-probe in a checkout.', { cause });
    }
}
/** The kernel's modules under flat names, and the list by which the probe loads them. */
async function moduleFiles(kernel, override) {
    const { release } = (0,modules/* kernelInfoOf */.b9)(kernel);
    const directory = await (0,modules/* findModules */.th)(kernel, release, override);
    if (directory === undefined)
        return [];
    const files = [];
    for (const path of await (0,modules/* moduleOrder */.$e)(directory, PROBE_MODULES)) {
        const name = (0,external_node_path_.basename)(path).replace(/\.ko\.\w+$/, '.ko');
        files.push({ type: 'file', path: `/modules/${name}`, data: await (0,modules/* readModule */.bH)(path) });
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
            throw new guest_errors/* GuestError */.d1('mke2fs-missing', `Cannot make the probe's disk: the program ${program} is not installed`, 'Install e2fsprogs (Debian, Ubuntu: apt-get install e2fsprogs), or boot with an initrd.', { cause });
        }
        const stderr = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
        throw new guest_errors/* GuestError */.d1('mke2fs-failed', `${program} could not make the probe's disk: ${stderr}`, 'It needs e2fsprogs 1.43 or newer (mke2fs -d) and space in the directory of the image.', { cause });
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
        disks: guest.disks.map((disk) => ({ ...disk, format: (0,files/* diskFormat */.fG)(disk) })),
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

// EXTERNAL MODULE: ./lib/host/checks/capacity.js
var checks_capacity = __webpack_require__(6380);
// EXTERNAL MODULE: ./lib/host/host.js + 2 modules
var host_host = __webpack_require__(8766);
// EXTERNAL MODULE: ./lib/host/slots.js
var slots = __webpack_require__(5647);
;// CONCATENATED MODULE: ./lib/boot/trust-domain.js
/** What a Trust Domain needs right before its VMM is started: a slot on its host. */




/** Longest time in the queue, in milliseconds: the boots before this one have time-outs of minutes. */
const SLOT_WAIT_MS = 30 * 60_000;
/**
 * Yields notices of what there is to wait for.
 * @returns gives the slot back; to be called when the TD is gone
 * @throws HostError as `takeSlot`
 */
async function* admitTrustDomain({ memory }, cancel, host = host_host/* thisHost */.v, directory = (0,slots/* slotsDirectory */.J2)()) {
    const capacity = (0,checks_capacity/* tdCapacity */.ps)(host, await host.kernelLog());
    const limit = (0,slots/* slotLimit */.MN)(capacity?.tds, process.env.TDX_BOOT_SLOTS);
    const abandoned = new AbortController();
    const signal = AbortSignal.any([abandoned.signal, ...(cancel === undefined ? [] : [cancel])]);
    const reasons = new EventQueue();
    const slot = (0,slots/* takeSlot */.Qk)({
        directory,
        limit,
        memory,
        available: () => (0,checks_capacity/* availableMemory */.Br)(host),
        waitMs: SLOT_WAIT_MS,
        signal,
        onWait: (reason) => reasons.push(reason),
    });
    // Undefined is the end of the reasons.
    const end = () => reasons.push(undefined);
    slot.then(end, end);
    let taken = false;
    try {
        for (let next = await reasons.next(undefined); next !== undefined; next = await reasons.next(undefined)) {
            yield { type: 'notice', time: 0, message: `waiting for a slot: ${next}` };
        }
        const release = await slot;
        taken = true;
        return release;
    }
    finally {
        // Whoever stops to listen must not leave a slot behind.
        if (!taken) {
            abandoned.abort('abandoned');
            await slot.then((release) => release(), () => undefined);
        }
    }
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
        const launch = yield* prepare(scenario, options, run);
        // What is made ready for the guest, and a wait for its turn, take nothing from its time.
        if (launch !== undefined)
            started = performance.now();
        const launched = launch === undefined ? [] : await run.start(launch, options);
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
async function* prepare(scenario, { workDir, program: given, refused, signal }, run) {
    try {
        if (refused !== undefined)
            throw refused;
        if (scenario.platform === 'tdx') {
            run.onStopped = yield* admitTrustDomain(requireGuest(scenario), signal);
        }
        const backend = backendFor(scenario);
        const spec = launchSpec(scenario, await probeFor(scenario, workDir));
        const program = given ?? (await findProgram(backend, spec));
        requireSuitable(backend, spec, program);
        const plan = backend.plan(spec, { fifosIn: workDir }, program);
        await copyFiles(plan.copies, signal);
        return signal?.aborted === true ? undefined : { backend, plan };
    }
    catch (error) {
        // The inbox has been told of a cancel.
        if (signal?.aborted === true)
            return undefined;
        if (!(error instanceof errors/* HostError */.dh))
            throw error;
        run.inbox.cannotStart(error);
        return undefined;
    }
}
/** The machine of one run, if it was started. */
class Run {
    inbox;
    /** Gives back what the run holds of its host; called once, when nothing of the machine is left. */
    onStopped;
    #machine;
    /** The reading before, both in milliseconds. */
    #sampled;
    constructor(inbox) {
        this.inbox = inbox;
    }
    /** Starts the machine; a host that cannot is a verdict, not an exception. */
    async start({ backend, plan }, { expectation, measurements }) {
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
        const known = {
            ...(expectation === undefined ? {} : { expectation }),
            ...(measurements === undefined ? {} : { measurements }),
        };
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
        try {
            await machine?.stop();
        }
        finally {
            this.onStopped?.();
            this.onStopped = undefined;
        }
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
        const advice = hint === undefined ? {} : { hint };
        this.push({ type: 'abort', time: this.now(), cause: 'not-started', message, ...advice });
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

// EXTERNAL MODULE: ./lib/firmware/provide.js + 10 modules
var provide = __webpack_require__(2416);
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
    return { loaded: withImage(loaded, provided.entry.image), provided };
}
/**
 * The same without a build: the image is where it is, or where it will be.
 * @returns the scenario, and the command that builds what is not built yet
 */
async function withFirmwarePath(loaded, options) {
    const { firmware } = loaded.scenario;
    if (firmware === undefined || !('request' in firmware))
        return { loaded };
    const { image, command } = await (0,provide/* locateFirmware */.u5)(firmware.request, options);
    if (command === undefined)
        return { loaded: withImage(loaded, image) };
    return { loaded: { ...loaded, scenario: { ...loaded.scenario, firmware: { image } } }, command };
}
function withImage(loaded, image) {
    const ready = { ...loaded, scenario: { ...loaded.scenario, firmware: { image } } };
    (0,files/* checkFiles */.gw)(ready);
    return ready;
}

// EXTERNAL MODULE: ./lib/scenario/words.js
var words = __webpack_require__(2943);
// EXTERNAL MODULE: ./lib/compat/assess.js + 3 modules
var assess = __webpack_require__(7403);
;// CONCATENATED MODULE: ./lib/compat/choose.js
/** `vmm: auto`: the VMM that the table says boots this scenario on this host, or the reason why none does. */



/**
 * Every program that may boot this, the best first: one that works before one of which nothing is known, and one that
 * this machine has or can build before one that it has not. Without a Trust Domain `auto` is QEMU, which boots
 * everything that needs none. Nothing that is not a Trust Domain ever takes the place of one.
 * @param programs those that this machine has or can build, the preferred first; absent where nobody looked
 * @returns never an empty list
 * @throws HostError code `combination-refused` when every program that may be chosen is known not to boot this
 */
function possibleChoices(wanted, wish, programs = []) {
    const names = candidates(wanted, wish.platform);
    const had = programs.filter(({ name }) => names.includes(name));
    const others = names.filter((name) => !had.some((program) => program.name === name));
    // Sorting keeps this order among equals.
    const choices = [...had, ...others.map((name) => ({ name }))].map((vmm) => {
        const combination = { ...wish, vmm };
        return { combination, assessment: (0,assess/* assess */.n)(combination) };
    });
    const rank = ({ assessment }) => (assessment.verdict === 'works' ? 0 : 1);
    const [best, ...rest] = choices
        .filter(({ assessment }) => !(0,assess/* isAgainst */.w)(assessment.verdict))
        .sort((a, b) => rank(a) - rank(b));
    if (best === undefined)
        throw refusal(choices);
    return [best, ...rest];
}
function candidates(wanted, platform) {
    if (wanted !== 'auto')
        return [wanted];
    return platform === 'tdx' ? words/* VMMS */.W : ['qemu'];
}
function refusal(choices) {
    const reasons = choices.flatMap(({ combination: { vmm }, assessment }) => assessment.decisive === undefined
        ? []
        : [{ name: [vmm.name, vmm.version ?? ''].join(' ').trim(), row: assessment.decisive }]);
    // A reason that holds for every VMM is said once.
    const [first] = reasons;
    const same = reasons.every(({ row }) => row === first?.row);
    const said = first === undefined || same
        ? (first?.row.reason ?? 'no VMM can boot this')
        : reasons.map(({ name, row }) => `with ${name}, ${row.reason}`).join('; ');
    const advice = [...new Set(reasons.flatMap(({ row }) => row.advice ?? []))].join(' Or: ');
    return new errors/* HostError */.dh('combination-refused', `this cannot boot: ${said}`, advice === '' ? {} : { hint: advice });
}

// EXTERNAL MODULE: ./lib/tdx/format.js
var format = __webpack_require__(9645);
;// CONCATENATED MODULE: ./lib/guest/fat.js
/** Reads files of a FAT file system (Microsoft FAT specification 1.03), as far as an EFI System Partition needs it. */
const ENTRY = 32;
/** A damaged volume may claim anything: nobody has more in a directory of an ESP, or so large a boot loader. */
const MOST_ENTRIES = 4096;
const MOST_CLUSTERS = 1 << 18;
const ATTRIBUTES = { label: 0x08, directory: 0x10, longName: 0x0f };
/** Where the 13 characters of a part of a long name lie. */
const LONG_NAME_PARTS = [
    [1, 11],
    [14, 26],
    [28, 32],
];
/** A volume that is read where it is needed; damage ends in less than there was, never in an endless loop. */
class FatVolume {
    #read;
    #layout;
    constructor(read, layout) {
        this.#read = read;
        this.#layout = layout;
    }
    /** Undefined where the bytes are no FAT volume. */
    static open(read) {
        const layout = layoutOf(read(0, 512));
        return layout === undefined ? undefined : new FatVolume(read, layout);
    }
    /** What is in a directory, such as `EFI/BOOT`; nothing where there is none. Names are compared without their case. */
    list(path) {
        let files = this.#entries(this.#rootBytes());
        for (const part of path.split('/').filter((name) => name !== '')) {
            const found = files.find(({ name }) => name.toLowerCase() === part.toLowerCase());
            if (found?.directory !== true)
                return [];
            files = this.#entries(this.#bytes(found.cluster, 0, MOST_ENTRIES * ENTRY));
        }
        return files;
    }
    /** Up to `length` bytes of a file from `offset`. */
    read({ cluster, size }, offset, length) {
        return this.#bytes(cluster, offset, Math.max(0, Math.min(length, size - offset)));
    }
    #rootBytes() {
        const { root } = this.#layout;
        return 'cluster' in root
            ? this.#bytes(root.cluster, 0, MOST_ENTRIES * ENTRY)
            : this.#read(root.offset, root.size);
    }
    #bytes(first, offset, length) {
        const { clusterBytes, data, clusters } = this.#layout;
        const parts = [];
        let cluster = first;
        for (let at = 0, walked = 0; at < offset + length && walked < MOST_CLUSTERS; walked++) {
            if (cluster < 2 || cluster >= clusters + 2)
                break;
            if (at + clusterBytes > offset) {
                const from = Math.max(0, offset - at);
                const until = Math.min(clusterBytes, offset + length - at);
                parts.push(this.#read(data + (cluster - 2) * clusterBytes + from, until - from));
            }
            at += clusterBytes;
            cluster = this.#next(cluster);
        }
        return Buffer.concat(parts);
    }
    /** What the table says of a cluster: the next one; a number beyond the last cluster at the end of a chain. */
    #next(cluster) {
        const { type, table } = this.#layout;
        const bytes = this.#read(table + Math.floor((cluster * type) / 8), 4);
        const value = bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
        if (type === 32)
            return value & 0x0fff_ffff;
        if (type === 16)
            return value & 0xffff;
        return (cluster % 2 === 0 ? value : value >>> 4) & 0xfff;
    }
    #entries(bytes) {
        const files = [];
        let longName = '';
        for (let at = 0; at + ENTRY <= bytes.length && bytes[at] !== 0 && files.length < MOST_ENTRIES; at += ENTRY) {
            const entry = bytes.subarray(at, at + ENTRY);
            const attributes = entry.readUInt8(11);
            if (attributes === ATTRIBUTES.longName) {
                longName = longNamePart(entry) + longName;
                continue;
            }
            const name = longName === '' ? shortName(entry) : longName;
            longName = '';
            // Deleted, a volume's label, or the directory itself and its parent.
            if (entry[0] === 0xe5 || (attributes & ATTRIBUTES.label) !== 0 || entry[0] === 0x2e)
                continue;
            const directory = (attributes & ATTRIBUTES.directory) !== 0;
            const high = this.#layout.type === 32 ? entry.readUInt16LE(20) : 0;
            const cluster = high * 0x10000 + entry.readUInt16LE(26);
            files.push({ name, directory, size: directory ? 0 : entry.readUInt32LE(28), cluster });
        }
        return files;
    }
}
function layoutOf(sector) {
    if (sector.length < 512 || sector.readUInt16LE(510) !== 0xaa55)
        return undefined;
    const bytes = sector.readUInt16LE(11);
    const perCluster = sector.readUInt8(13);
    const reserved = sector.readUInt16LE(14);
    const tables = sector.readUInt8(16);
    const rootEntries = sector.readUInt16LE(17);
    const tableSize = sector.readUInt16LE(22) || sector.readUInt32LE(36);
    const total = sector.readUInt16LE(19) || sector.readUInt32LE(32);
    const isPower = (value) => value > 0 && (value & (value - 1)) === 0;
    if (!isPower(bytes) || bytes < 512 || bytes > 4096 || !isPower(perCluster))
        return undefined;
    if (reserved === 0 || tables === 0 || tableSize === 0)
        return undefined;
    const rootAt = reserved + tables * tableSize;
    const dataAt = rootAt + Math.ceil((rootEntries * ENTRY) / bytes);
    if (total <= dataAt)
        return undefined;
    const clusters = Math.floor((total - dataAt) / perCluster);
    const type = clusters < 4085 ? 12 : clusters < 65_525 ? 16 : 32;
    return {
        type,
        clusterBytes: bytes * perCluster,
        table: reserved * bytes,
        data: dataAt * bytes,
        root: type === 32
            ? { cluster: sector.readUInt32LE(44) }
            : { offset: rootAt * bytes, size: rootEntries * ENTRY },
        clusters,
    };
}
/** `BOOTX64.EFI`, of eleven characters padded with blanks. */
function shortName(entry) {
    const text = entry.toString('latin1', 0, 11);
    const extension = text.slice(8).trimEnd();
    return text.slice(0, 8).trimEnd() + (extension === '' ? '' : `.${extension}`);
}
function longNamePart(entry) {
    const text = LONG_NAME_PARTS.map(([from, to]) => entry.toString('utf16le', from, to)).join('');
    const end = text.search(/[\0\uffff]/);
    return end < 0 ? text : text.slice(0, end);
}

;// CONCATENATED MODULE: ./lib/guest/boot-disk.js
/** What a firmware would find on a raw boot disk: its EFI System Partition, and the kernel command lines in it. */



/** UEFI specification 2.10, 5.3.3: the type of an EFI System Partition. */
const ESP = 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b';
const SECTOR = 512;
const MOST_PARTITIONS = 128;
/** A configuration or a command line is shorter, and nobody has more of them. */
const MOST_BYTES = 64 * 1024;
const MOST_FILES = 64;
/** Undefined where it cannot be told: a disk with an older partition table, or a file system that is not FAT. */
function inspectBootDisk(path) {
    const fd = (0,external_node_fs_.openSync)(path, 'r');
    try {
        return inspect((offset, length) => readAt(fd, offset, length));
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
function inspect(read) {
    const header = read(SECTOR, SECTOR);
    // UEFI specification 2.10, 5.3.2: the header is in the second sector.
    if (header.toString('latin1', 0, 8) !== 'EFI PART') {
        const [first, signature] = [read(0, SECTOR), 0xaa55];
        const isOther = first.length < SECTOR || first.readUInt16LE(510) === signature;
        return isOther ? undefined : { lacks: 'a partition table', cmdlines: [] };
    }
    const start = findEsp(read, header);
    if (start === undefined)
        return { lacks: 'an EFI System Partition', cmdlines: [] };
    const volume = FatVolume.open((offset, length) => read(start + offset, length));
    if (volume === undefined)
        return undefined;
    const programs = volume.list('EFI/BOOT').filter(({ name }) => /^bootx64\.efi$/i.test(name));
    if (programs.length === 0)
        return { lacks: 'EFI/BOOT/BOOTX64.EFI', cmdlines: [] };
    return { cmdlines: cmdlinesOf(volume) };
}
/** Where the EFI System Partition begins, in bytes. */
function findEsp(read, header) {
    const size = header.readUInt32LE(84);
    if (size < 128 || size > SECTOR)
        return undefined;
    const count = Math.min(header.readUInt32LE(80), MOST_PARTITIONS);
    const table = read(Number(header.readBigUInt64LE(72)) * SECTOR, count * size);
    for (let at = 0; at + size <= table.length; at += size) {
        if ((0,format/* guidAt */.bV)(table, at) === ESP)
            return Number(table.readBigUInt64LE(at + 32)) * SECTOR;
    }
    return undefined;
}
/** Of systemd-boot's entries and of unified kernel images; a boot loader's own language is not read. */
function cmdlinesOf(volume) {
    const files = (directory, ending) => volume
        .list(directory)
        .filter(({ name, directory: isDirectory }) => !isDirectory && ending.test(name))
        .slice(0, MOST_FILES)
        .map((file) => [`${directory}/${file.name}`, file]);
    const entries = files('loader/entries', /\.conf$/i).flatMap(([file, found]) => {
        const text = volume.read(found, 0, MOST_BYTES).toString('utf8');
        // Boot Loader Specification, type 1: more than one options line adds up.
        const options = [...text.matchAll(/^options[ \t]+(.*)$/gm)].map((match) => match[1]?.trim() ?? '');
        return options.length === 0 ? [] : [{ file, text: options.join(' ') }];
    });
    const images = [...files('EFI/BOOT', /^bootx64\.efi$/i), ...files('EFI/Linux', /\.efi$/i)];
    const unified = images.flatMap(([file, found]) => {
        const text = sectionText(volume, found, '.cmdline');
        return text === undefined ? [] : [{ file, text }];
    });
    return [...entries, ...unified];
}
/** Text of a section of an EFI program (Microsoft PE/COFF specification). */
function sectionText(volume, file, wanted) {
    const head = volume.read(file, 0, 4096);
    if (head.length < 64 || head.toString('latin1', 0, 2) !== 'MZ')
        return undefined;
    const pe = head.readUInt32LE(0x3c);
    if (pe + 24 > head.length || head.readUInt32LE(pe) !== 0x4550)
        return undefined;
    const count = head.readUInt16LE(pe + 6);
    const table = pe + 24 + head.readUInt16LE(pe + 20);
    for (let at = table, left = count; left > 0 && at + 40 <= head.length; at += 40, left--) {
        if (head.toString('latin1', at, at + 8).replace(/\0+$/, '') !== wanted)
            continue;
        const size = Math.min(head.readUInt32LE(at + 8), head.readUInt32LE(at + 16), MOST_BYTES);
        const bytes = volume.read(file, head.readUInt32LE(at + 20), size);
        return bytes.toString('utf8').replace(/\0.*$/s, '').trim();
    }
    return undefined;
}
/** Offsets of an image that lies reach beyond any file: there is nothing to read there. */
function readAt(fd, offset, length) {
    if (!Number.isSafeInteger(offset) || length <= 0)
        return Buffer.alloc(0);
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, (0,external_node_fs_.readSync)(fd, bytes, 0, length, offset));
}

// EXTERNAL MODULE: ./lib/scenario/source.js
var source = __webpack_require__(117);
;// CONCATENATED MODULE: ./lib/lint/rule.js
/** What a rule of the lint is, and what it may look at. */
/** The names of a kernel command line with their values, in its order: `console=hvc0` and `quiet` alike. */
function parameters(cmdline) {
    const words = cmdline.match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
    return words.map((word) => {
        const [name = '', ...value] = word.split('=');
        return { name, value: value.join('=') };
    });
}
/** The consoles of a command line without their options: `ttyS0,115200` is `ttyS0`. */
function consoles(cmdline) {
    return parameters(cmdline).flatMap(({ name, value }) => name === 'console' ? [value.split(',', 1)[0] ?? ''] : []);
}
/** Firmware of edk2 for TDs, built by tdx-boot or by a distribution. */
function isTdvf({ firmware }) {
    const kind = firmware === 'none' ? undefined : firmware.kind;
    return kind === 'tdvf' || kind === 'distribution' || kind === 'distribution-secure';
}
/** td-shim's image for a Linux kernel that the VMM loads. */
function isTdShimLinux({ firmware }) {
    return firmware !== 'none' && firmware.kind === 'td-shim';
}
function onlyCloudHypervisor({ vmms }) {
    return vmms.length === 1 && vmms[0] === 'cloud-hypervisor';
}

;// CONCATENATED MODULE: ./lib/lint/firmware-rules.js
/** Limits of firmware: what it needs, what it starts, and what it prints. */

const firmware_rules_MIB = 1024 * 1024;
/** Of the section Payload in td-shim's layout for Linux. */
const PAYLOAD_MIB = 32;
/** Of its section PayloadParam, with the 0 that ends it. */
const CMDLINE_BYTES = 4096;
/** Less, and TDVF resets itself silently (128 MiB) or finds nothing to boot (64 MiB). */
const TDVF_MIB = 192;
const TD_SHIM_LAYOUT = 'td-shim v0.8.0 devtools/td-layout-config, config_memory_linux.json';
const FIRMWARE_RULES = [
    {
        id: 'td-without-firmware',
        severity: 'error',
        explanation: 'A Trust Domain starts in its firmware: no VMM has one of its own for it.',
        source: 'QEMU: "failed to parse TDVF for TDX VM"; cloud-hypervisor: "No TDX firmware specified"',
        find: ({ scenario, firmware }) => scenario.platform === 'tdx' && firmware === 'none'
            ? [
                {
                    at: ['platform'],
                    message: 'platform tdx needs a firmware',
                    hint: 'Set firmware: tdvf, or an image such as OVMF.inteltdx.fd.',
                },
            ]
            : [],
    },
    {
        id: 'td-with-flash',
        severity: 'error',
        explanation: 'A Trust Domain has no flash chips: private memory cannot be read-only.',
        source: 'QEMU docs/system/i386/tdx.rst: firmware by -bios only',
        find: ({ scenario }) => scenario.platform === 'tdx' && scenario.firmware !== undefined && 'code' in scenario.firmware
            ? [
                {
                    at: ['firmware'],
                    message: 'code and vars are flash chips, which a Trust Domain has none of',
                    hint: 'Give one image with both, such as OVMF.inteltdx.fd.',
                },
            ]
            : [],
    },
    {
        id: 'td-shim-without-kernel',
        severity: 'error',
        explanation: "td-shim's Linux image starts a kernel that the VMM loads, and reads no disk.",
        source: 'td-shim v0.8.0 td-shim/src/bin/td-shim/main.rs',
        find: (subject) => isTdShimLinux(subject) && subject.guest.kernel === undefined
            ? [
                {
                    at: ['guest'],
                    message: 'firmware td-shim boots a kernel, and guest.kernel is not set',
                    hint: 'Set guest.kernel to a bzImage, or use firmware: tdvf for the disk.',
                },
            ]
            : [],
    },
    {
        id: 'td-shim-payload',
        severity: 'error',
        explanation: `td-shim has ${PAYLOAD_MIB} MiB for a kernel, which has to be a bzImage. Cloud Hypervisor does not check the size.`,
        source: `${TD_SHIM_LAYOUT}; cloud-hypervisor: "Invalid TDX payload type"`,
        find: (subject) => {
            const { kernel } = subject;
            if (!isTdShimLinux(subject) || kernel === undefined)
                return [];
            const at = ['guest', 'kernel'];
            const hint = 'Give a smaller bzImage (arch/x86/boot/bzImage), or boot the guest from a disk with TDVF.';
            if (!kernel.bzImage)
                return [{ at, message: 'td-shim starts a bzImage, and this is none', hint }];
            if (kernel.size <= PAYLOAD_MIB * firmware_rules_MIB)
                return [];
            const size = (kernel.size / firmware_rules_MIB).toFixed(1);
            return [{ at, message: `the kernel has ${size} MiB, and td-shim has room for ${PAYLOAD_MIB}`, hint }];
        },
    },
    {
        id: 'td-shim-cmdline',
        severity: 'error',
        explanation: 'td-shim has 4 KiB for the command line.',
        source: TD_SHIM_LAYOUT,
        find: (subject) => {
            const bytes = Buffer.byteLength(subject.guest.cmdline ?? '') + 1;
            if (!isTdShimLinux(subject) || bytes <= CMDLINE_BYTES)
                return [];
            return [
                {
                    at: ['guest', 'cmdline'],
                    message: `the command line has ${bytes - 1} bytes, and td-shim has room for ${CMDLINE_BYTES - 1}`,
                    hint: 'Shorten it, or put parameters into the kernel (CONFIG_CMDLINE).',
                },
            ];
        },
    },
    {
        id: 'tdvf-without-disk',
        severity: 'error',
        explanation: 'With Cloud Hypervisor, TDVF boots from a disk: it has no section into which a kernel could be loaded.',
        source: 'cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections',
        find: (subject) => subject.scenario.platform === 'tdx' &&
            isTdvf(subject) &&
            onlyCloudHypervisor(subject) &&
            subject.guest.disks.length === 0
            ? [
                {
                    at: ['guest'],
                    message: 'TDVF with Cloud Hypervisor boots a disk image, and guest.disks is not set',
                    hint: 'Set guest.disks to an image with an EFI system partition, or use vmm: qemu for the kernel.',
                },
            ]
            : [],
    },
    {
        id: 'disk-not-bootable',
        severity: 'warning',
        explanation: 'A firmware that starts without boot options of its own takes EFI/BOOT/BOOTX64.EFI of an EFI System Partition.',
        source: 'UEFI specification 2.10, 3.5.1.1; without a partition table edk2 says "Not Found"',
        find: ({ guest, firmware, disks }) => {
            const [first] = disks;
            const known = firmware !== 'none' && guest.kernel === undefined && first !== undefined;
            if (!known || disks.some((disk) => disk?.lacks === undefined))
                return [];
            return [
                {
                    at: ['guest', 'disks', 0],
                    message: `the firmware finds nothing to boot on this disk: it lacks ${first.lacks}`,
                    hint: 'Give an image with a GPT, an EFI System Partition and EFI/BOOT/BOOTX64.EFI in it.',
                },
            ];
        },
    },
    {
        id: 'tdvf-memory',
        severity: 'error',
        explanation: `TDVF needs ${TDVF_MIB} MiB: with 128 it resets itself, with 64 it finds nothing to boot.`,
        source: 'measured with the documented pin under QEMU 7.2 TCG, one CPU',
        find: (subject) => isTdvf(subject) && subject.guest.memory < TDVF_MIB * firmware_rules_MIB
            ? [
                {
                    at: ['guest', 'memory'],
                    message: `${Math.floor(subject.guest.memory / firmware_rules_MIB)} MiB of memory is less than TDVF needs (${TDVF_MIB} MiB)`,
                    hint: `Set guest.memory to ${TDVF_MIB}M or more.`,
                },
            ]
            : [],
    },
    {
        id: 'silent-firmware',
        severity: 'warning',
        explanation: 'A release td-shim prints nothing at all, and a release TDVF only the lines of BdsDxe; nothing that tdx-boot builds prints on the debug port.',
        source: 'td-shim Cargo.toml release_max_level_off; edk2 PcdDebugPrintErrorLevel; measured under QEMU 7.2',
        find: (subject) => expects(subject).flatMap((expect) => silentHit(subject, expect)),
    },
];
function silentHit({ build, guest, scenario }, { stream, pattern, where }) {
    const { firmware } = scenario;
    if (firmware === undefined || !('request' in firmware) || firmware.request.defines.length > 0)
        return [];
    const { name } = firmware.request;
    if (stream === 'debugcon') {
        const hint = 'Expect it on stream: serial, with firmware-build: debug.';
        return [{ at: where, message: `${name} as tdx-boot builds it prints nothing on debugcon`, hint }];
    }
    // A kernel on ttyS0 shares the port, and with a disk only its boot loader knows.
    const shared = guest.kernel === undefined || consoles(guest.cmdline ?? '').some((port) => /^ttyS/.test(port));
    if (stream !== 'serial' || build !== 'release' || shared)
        return [];
    if (name === 'tdvf' && /BdsDxe|EFI stub/.test(pattern.source))
        return [];
    return [
        {
            at: where,
            message: `a release ${name} is silent on the serial port, where this is expected`,
            hint: 'Build it for debugging (build: debug), or expect it on the console.',
        },
    ];
}
/** Every expectation, those of groups too. */
function expects({ scenario }) {
    return scenario.rules.steps.flatMap((step) => {
        if (step.kind === 'expect')
            return [step];
        return step.kind === 'any-order' ? step.expects : [];
    });
}

;// CONCATENATED MODULE: ./lib/lint/guest-rules.js
/** Limits of guests: consoles, what a TD's kernel filters, hotplug, and what a VMM does not load. */

/** Parameters by which a guest is prepared for CPUs or memory that come later. */
const HOTPLUG = ['memhp_default_state', 'movable_node', 'additional_cpus'];
const GUEST_RULES = [
    {
        id: 'no-console',
        severity: 'warning',
        explanation: 'Without console= Linux picks a console of its own, which in a VM without a screen is often none at all.',
        source: 'Linux Documentation/admin-guide/serial-console.rst',
        find: ({ guest, kernel }) => {
            if (kernel === undefined || guest.initrd === 'probe' || consoles(guest.cmdline ?? '').length > 0)
                return [];
            return [
                {
                    at: ['guest', 'cmdline'],
                    message: 'the kernel command line names no console, so the guest may print nothing',
                    hint: 'Add console=hvc0 (virtio) or console=ttyS0 (serial port), or see that the kernel has it built in.',
                },
            ];
        },
    },
    {
        id: 'no-console-on-disk',
        severity: 'warning',
        explanation: 'The same for the command lines of a raw disk: of systemd-boot entries and unified kernel images.',
        source: 'Linux Documentation/admin-guide/serial-console.rst',
        find: ({ disks }) => disks.flatMap((disk, index) => {
            const silent = disk?.cmdlines.find(({ text }) => consoles(text).length === 0);
            if (silent === undefined)
                return [];
            return [
                {
                    at: ['guest', 'disks', index],
                    message: `the kernel command line in ${silent.file} of this disk names no console, so the guest may print nothing`,
                    hint: 'Add console=hvc0 (virtio) or console=ttyS0 (serial port) there.',
                },
            ];
        }),
    },
    {
        id: 'ttys0-in-intel-guest',
        severity: 'warning',
        explanation: "Intel's guest tree lets only virtio devices through its filter: serial ports are disabled. Mainline has no such filter.",
        source: 'github.com/intel/tdx branch guest, commit f0270b8; lkvs marks it "NA for upstream kernel"',
        find: (subject) => {
            const named = consoles(subject.guest.cmdline ?? '');
            if (!isFiltered(subject) || named.length === 0 || !named.every((name) => name.startsWith('ttyS')))
                return [];
            return [
                {
                    at: ['guest', 'cmdline'],
                    message: `kernel ${releaseOf(subject)} looks like Intel's guest tree, where console=${named.at(-1)} prints nothing in a TD`,
                    hint: 'Use console=hvc0, or add tdx_disable_filter.',
                },
            ];
        },
    },
    {
        id: 'pci-hotplug-in-intel-guest',
        severity: 'warning',
        explanation: "Intel's guest tree filters ACPI PCI hotplug out unless the filter is switched off.",
        source: 'github.com/intel/tdx branch guest, commits d84774e and f0270b8',
        find: (subject) => {
            const used = parameters(subject.guest.cmdline ?? '').find(({ name }) => /^(acpiphp|pciehp)\b/.test(name));
            if (used === undefined || !isFiltered(subject))
                return [];
            return [
                {
                    at: ['guest', 'cmdline'],
                    message: `${used.name} has no effect: kernel ${releaseOf(subject)} looks like Intel's guest tree, which filters PCI hotplug in a TD`,
                    hint: 'Add tdx_disable_filter, or leave it out.',
                },
            ];
        },
    },
    {
        id: 'disk-filtered-in-intel-guest',
        severity: 'warning',
        explanation: "Intel's guest tree drives virtio disks alone in a TD.",
        source: 'github.com/intel/tdx branch guest, commit d84774e: virtio-blk, -console, -net, -pci',
        find: (subject) => isFiltered(subject)
            ? subject.guest.disks.flatMap(({ bus }, index) => bus === 'virtio'
                ? []
                : [
                    {
                        at: ['guest', 'disks', index, 'bus'],
                        message: `kernel ${releaseOf(subject)} looks like Intel's guest tree, which drives no ${bus} disk in a TD`,
                        hint: 'Use bus: virtio, or add tdx_disable_filter.',
                    },
                ])
            : [],
    },
    {
        id: 'hotplug-in-td',
        severity: 'warning',
        explanation: 'A Trust Domain has all its CPUs and memory from the start: neither VMM hotplugs either.',
        source: 'cloud-hypervisor: "CPU hotplug is not permitted with TDX", dynamic=false; QEMU docs/system/i386/tdx.rst',
        find: ({ scenario, guest }) => {
            if (scenario.platform !== 'tdx')
                return [];
            return parameters(guest.cmdline ?? '').flatMap(({ name, value }) => {
                const more = name === 'possible_cpus' && Number(value) > guest.cpus;
                if (!more && !HOTPLUG.includes(name))
                    return [];
                return [
                    {
                        at: ['guest', 'cmdline'],
                        message: `${name} prepares for hotplug, and a Trust Domain gets no CPU or memory later`,
                        hint: 'Set guest.cpus and guest.memory to what the guest needs, and leave it out.',
                    },
                ];
            });
        },
    },
    {
        id: 'initrd-ignored',
        severity: 'error',
        explanation: 'With TDX, Cloud Hypervisor loads only what the firmware has a section for, and no firmware has one for an initrd.',
        source: 'cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections; td-shim v0.8.0 sets no ramdisk fields',
        find: (subject) => {
            const { scenario, guest } = subject;
            const loads = scenario.platform === 'tdx' && guest.initrd !== undefined;
            if (!loads || !onlyCloudHypervisor(subject))
                return [];
            const probe = guest.initrd === 'probe';
            return [
                {
                    at: ['guest', probe ? 'kernel' : 'initrd'],
                    message: `${probe ? 'the probe guest, which a kernel alone boots, is an initrd: this' : 'the initrd'} never reaches a Trust Domain of Cloud Hypervisor`,
                    hint: probe
                        ? 'Write it as a disk with "tdx-boot probe IMAGE --kernel FILE", and boot that with root=/dev/vda.'
                        : 'Use a root disk, or build the initramfs into the kernel (CONFIG_INITRAMFS_SOURCE).',
                },
            ];
        },
    },
    {
        id: 'disk-bus',
        severity: 'error',
        explanation: 'Cloud Hypervisor has virtio disks only.',
        source: 'cloud-hypervisor docs/device_model.md',
        find: (subject) => onlyCloudHypervisor(subject)
            ? subject.guest.disks.flatMap(({ bus }, index) => bus === 'virtio'
                ? []
                : [
                    {
                        at: ['guest', 'disks', index, 'bus'],
                        message: `Cloud Hypervisor has no ${bus} disks`,
                        hint: 'Use bus: virtio, or vmm: qemu.',
                    },
                ])
            : [],
    },
];
/**
 * Intel's guest tree, by the names of its builds (`6.2.16-mvp20v2+8-generic`, `5.19.0-tdx.v1.8`): a guess, so all that
 * rests on it warns.
 */
function isFiltered({ scenario, guest, kernel }) {
    const off = parameters(guest.cmdline ?? '').some(({ name }) => name === 'tdx_disable_filter' || name === 'noccfilter');
    return scenario.platform === 'tdx' && !off && /[-.](mvp\d|tdx\.v)/.test(kernel?.release ?? '');
}
function releaseOf({ kernel }) {
    return kernel?.release ?? '';
}

;// CONCATENATED MODULE: ./lib/lint/measurement-rules.js
/** Limits of predictions: registers that no firmware image is needed for to know that they cannot be predicted. */

/** The first that holds speaks; what depends on the image is found when that is there. */
const LIMITS = [
    {
        registers: ['rtmr0'],
        reason: "the VMM's ACPI tables are in the TD HOB, which td-shim measures",
        holds: isTdShim,
    },
    {
        registers: ['rtmr1'],
        reason: "the payload is in td-shim's image, and not in a section that names it",
        holds: ({ firmware }) => kindOf(firmware) === 'td-shim-executable',
    },
    {
        registers: ['rtmr0'],
        reason: 'the firmware makes boot options from the disks that it finds',
        holds: (subject) => isTdvf(subject) && subject.guest.kernel === undefined,
    },
    {
        registers: ['rtmr1', 'rtmr2'],
        reason: 'what boots is on the disk: the boot loader and what it measures itself',
        holds: (subject) => isTdvf(subject) && subject.guest.kernel === undefined,
    },
    {
        registers: ['rtmr0'],
        reason: "Cloud Hypervisor's ACPI tables are in the TD HOB, which TDVF measures",
        holds: (subject) => isTdvf(subject) && onlyCloudHypervisor(subject),
    },
];
const MEASUREMENT_RULES = [
    {
        id: 'unpredictable-measurement',
        severity: 'error',
        explanation: 'A register is predicted only when all that is measured into it is known: RTMR0 of a direct kernel boot with TDVF and QEMU, RTMR1 and RTMR2 of a direct kernel boot.',
        source: 'docs/measure.md',
        find: (subject) => (subject.scenario.rules.measurements ?? []).flatMap(({ register, holds, where }) => {
            const limit = LIMITS.find((one) => one.registers.includes(register) && one.holds(subject));
            if (holds !== 'expected' || limit === undefined)
                return [];
            const message = `measurements.${register} cannot be predicted: ${limit.reason}`;
            return [{ at: where, message, hint: 'Let it be "replay", give its 96 hex digits, or leave it out.' }];
        }),
    },
];
function isTdShim({ firmware }) {
    return kindOf(firmware)?.startsWith('td-shim') === true;
}
function kindOf(firmware) {
    return firmware === 'none' ? undefined : firmware.kind;
}

;// CONCATENATED MODULE: ./lib/lint/lint.js
/** Checks a scenario against the documented limits, before anything is built or started. */




/** `scenario.yml:7:3: warning: \u2026 What to do. [no-console]` */
function describeFinding({ where, severity, message, hint, rule }) {
    return `${(0,source/* formatWhere */.Hp)(where)}: ${severity}: ${message}. ${hint} [${rule}]`;
}
const RULES = [...FIRMWARE_RULES, ...GUEST_RULES, ...MEASUREMENT_RULES];
/**
 * Every finding, in the order of the file.
 * @param where gives the place of a path in it
 */
function lint(subject, where) {
    return RULES.flatMap(({ id, severity, source, find }) => find(subject).map(({ at, message, hint }) => ({
        rule: id,
        severity,
        where: 'line' in at ? at : where(at),
        message,
        hint,
        source,
    }))).sort((a, b) => a.where.line - b.where.line || a.where.column - b.where.column);
}

// EXTERNAL MODULE: ./lib/firmware/recipes.js + 4 modules
var recipes = __webpack_require__(2411);
;// CONCATENATED MODULE: ./lib/boot/wish.js
/** What a scenario asks for, in the words of the compatibility table. */






/** A tag of edk2 or of td-shim, as a fork may have it, too. */
const RELEASE = /^(?:refs\/tags\/)?(edk2-stable\d{6}(?:\.\d+)?|v\d+\.\d+\.\d+)$/;
/** Where packages put firmware. */
const PACKAGED = '/usr/share/';
/**
 * @throws UsageError code `no-guest`
 */
function wishOf(scenario) {
    const guest = requireGuest(scenario);
    const firmware = scenario.firmware === undefined ? 'none' : firmwareFacts(scenario.firmware);
    return {
        platform: scenario.platform,
        firmware,
        payload: payloadOf(guest, firmware),
        cpus: guest.cpus,
        guestKernel: guest.kernel === undefined ? undefined : wish_releaseOf(guest.kernel),
    };
}
function firmwareFacts(firmware) {
    if ('request' in firmware)
        return { kind: firmware.request.name, release: releaseOfRequest(firmware.request) };
    return 'image' in firmware ? { kind: packagedKind(firmware.image) } : {};
}
function releaseOfRequest({ name, pins = 'documented', ref, repository, }) {
    const pin = recipes/* RECIPES */.I[name].pins[pins];
    if (ref !== undefined)
        return ref === pin.commit ? pin.version : RELEASE.exec(ref)?.[1];
    // A directory says nothing of its release.
    return repository?.startsWith('/') === true ? undefined : pin.version;
}
/** Only the name tells: the metadata of an OVMF.fd without a TD's code is the same as of one with it. */
function packagedKind(image) {
    const name = (0,external_node_path_.basename)(image);
    if (/^OVMF\.inteltdx\.(ms|secboot)\.fd$/.test(name))
        return 'distribution-secure';
    if (/^OVMF\.inteltdx\.fd$/.test(name))
        return 'distribution';
    return image.startsWith(PACKAGED) && /^OVMF(_CODE)?(_4M)?\.fd$/.test(name) ? 'plain-ovmf' : undefined;
}
function payloadOf({ kernel, disks }, firmware) {
    const kind = firmware === 'none' ? undefined : firmware.kind;
    if (kind !== undefined && words/* PAYLOAD_FIRMWARES */.AZ.includes(kind))
        return 'executable';
    if (kernel !== undefined)
        return 'kernel';
    return disks.length > 0 ? 'disk' : 'executable';
}
/** Whether the kernel is sound is checked elsewhere. */
function wish_releaseOf(kernel) {
    try {
        return (0,modules/* kernelInfoOf */.b9)(kernel).release || undefined;
    }
    catch (error) {
        if (error instanceof guest_errors/* NotBzImageError */.FN || error instanceof guest_errors/* TruncatedKernelError */.WD)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/boot/lint.js
/** The lint of a scenario with what its files say: the one check of `validate`, `run`, `explain` and the action. */










/**
 * Everything that can be said of a scenario before its firmware is built.
 * @returns what to warn of
 * @throws ScenarioError with all problems of the files, or with all errors of the lint
 */
function requireSound(loaded) {
    (0,files/* checkFiles */.gw)(loaded);
    const findings = lintScenario(loaded);
    const problems = findings.filter(({ severity }) => severity === 'error');
    if (problems.length > 0) {
        throw new source/* ScenarioError */.tp(problems.map(({ where, message, hint }) => ({ where, message: `${message}. ${hint}` })));
    }
    return findings;
}
/** All findings, errors too. The files of the scenario have to be sound. */
function lintScenario({ scenario, where }) {
    const { guest, firmware } = scenario;
    if (guest === undefined)
        return [];
    const wish = wishOf(scenario);
    const possible = vmmsFor(scenario.vmm, wish);
    const findings = lint({
        scenario,
        guest,
        firmware: wish.firmware,
        build: firmware !== undefined && 'request' in firmware ? firmware.request.build : undefined,
        kernel: guest.kernel === undefined ? undefined : kernelFacts(guest.kernel),
        disks: guest.disks.map((disk) => ((0,files/* diskFormat */.fG)(disk) === 'raw' ? inspectBootDisk(disk.path) : undefined)),
        vmms: possible instanceof errors/* HostError */.dh ? [] : possible,
    }, where);
    // A rule of its own says it better.
    if (!(possible instanceof errors/* HostError */.dh) || findings.some(({ severity }) => severity === 'error')) {
        return findings;
    }
    const { message, hint = '' } = possible;
    const source = 'docs/compatibility.md';
    return [
        { rule: 'combination', severity: 'error', where: where(['firmware']), message, hint, source },
        ...findings,
    ];
}
/** The VMMs that may boot it on some host, or why none does on any. */
function vmmsFor(vmm, wish) {
    try {
        return possibleChoices(vmm, wish).map(({ combination }) => combination.vmm.name);
    }
    catch (error) {
        if (error instanceof errors/* HostError */.dh)
            return error;
        throw error;
    }
}
function kernelFacts(file) {
    const { size } = (0,external_node_fs_.statSync)(file);
    try {
        return { release: (0,modules/* kernelInfoOf */.b9)(file).release, size, bzImage: true };
    }
    catch (error) {
        if (error instanceof guest_errors/* NotBzImageError */.FN)
            return { release: '', size, bzImage: false };
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/compat/describe.js
/** A combination and what the table says of it, in words. */
const WORDS = {
    works: 'works',
    refused: 'is refused',
    'hangs-silently': 'hangs silently',
    crashes: 'crashes',
    'does-not-build': 'can be built',
    unknown: 'boots',
};
/** `qemu 10.2.0, tdvf edk2-stable202511, disk, KVM interface upstream, 2 CPUs`. */
function describeCombination({ vmm, firmware, payload, platform, host, cpus }) {
    const image = firmware === 'none'
        ? 'no firmware'
        : [firmware.kind ?? 'unknown firmware', firmware.release ?? ''].join(' ').trim();
    return [
        platform,
        [vmm.name, vmm.version ?? ''].join(' ').trim(),
        image,
        payload,
        ...(platform === 'tdx' ? [`KVM interface ${host ?? 'unknown'}`] : []),
        `${cpus} ${cpus === 1 ? 'CPU' : 'CPUs'}`,
    ].join(', ');
}
/** Every line that `explain` prints: the verdict, what holds, and what would hold on other machines. */
function describeChoice({ combination, assessment }) {
    const { verdict, rows, open } = assessment;
    return [
        `${describeCombination(combination)}: ${verdict}`,
        ...rows.map(describeRow),
        ...open.map((row) => `unless known otherwise: ${describeRow(row)}`),
    ];
}
/** What a reader must know before a boot that may fail; undefined where nothing speaks against it. */
function notice({ verdict, decisive, open }) {
    if (verdict === 'works')
        return undefined;
    const [risk] = open;
    const row = decisive?.verdict === 'unknown' ? decisive : risk;
    if (row === undefined)
        return 'nothing is known of this combination of VMM, firmware, payload and host';
    const doubt = row === risk ? `it is not known whether this ${WORDS[row.verdict]}` : 'this may not boot';
    return [`${doubt}: ${row.reason}.`, ...(row.advice === undefined ? [] : [row.advice])].join(' ');
}
/** Why not one byte may come from this combination; undefined where nothing says so. */
function silenceToExpect({ rows, open }) {
    return [...rows, ...open].find(({ verdict }) => verdict === 'hangs-silently')?.reason;
}
function describeRow({ verdict, reason, certainty, source }) {
    return `${verdict}: ${reason} (${certainty}: ${source})`;
}

// EXTERNAL MODULE: ./lib/compat/host-abi.js
var host_abi = __webpack_require__(4709);
// EXTERNAL MODULE: ./lib/firmware/pins.js
var pins = __webpack_require__(7497);
;// CONCATENATED MODULE: ./lib/boot/preflight.js
/** Before anything is built or started: which VMM, and whether this combination is known not to boot on this host. */











/**
 * Chooses the VMM and looks the combination up. Asks the machine for Trust Domains only: nothing else depends on it.
 * @throws HostError code `combination-refused` with the reason and what to use; UsageError `no-guest`
 */
async function preflight(loaded, machine = thisMachine) {
    const { scenario } = loaded;
    const wish = wishOf(scenario);
    const [choice] = scenario.platform === 'tdx'
        ? possibleChoices(scenario.vmm, { ...wish, host: (0,host_abi/* usableAbi */.j5)(machine.kvm()) }, await programs(loaded, machine))
        : possibleChoices(scenario.vmm, wish);
    return { ...chosen(loaded, choice), ...noticeOf(choice) };
}
/**
 * The same for a scenario that is only to be explained, perhaps on a machine that could never boot it: then it says so,
 * and chooses as a machine would that can.
 * @throws HostError code `combination-refused` when no machine can; UsageError `no-guest`
 */
async function foresee(loaded, machine = thisMachine) {
    try {
        return await preflight(loaded, machine);
    }
    catch (error) {
        if (!(error instanceof errors/* HostError */.dh))
            throw error;
        const [choice] = possibleChoices(loaded.scenario.vmm, wishOf(loaded.scenario));
        const { lines, ...elsewhere } = chosen(loaded, choice);
        return { ...elsewhere, lines: [`on this machine: ${error.message}`, ...lines] };
    }
}
function chosen(loaded, choice) {
    const { vmm } = choice.combination;
    const scenario = { ...loaded.scenario, vmm: vmm.name };
    return { loaded: { ...loaded, scenario }, vmm, lines: describeChoice(choice) };
}
/** Without a TD a combination that the table does not know is an ordinary VM. */
function noticeOf({ combination, assessment }) {
    if (combination.platform !== 'tdx')
        return {};
    const text = notice(assessment);
    const silence = silenceToExpect(assessment);
    return {
        ...(text === undefined ? {} : { notice: text }),
        ...(silence === undefined ? {} : { expectation: silence }),
    };
}
/** What may boot it, the preferred first: the programs in PATH, and the Cloud Hypervisor that tdx-boot builds. */
async function programs({ scenario }, machine) {
    const { vmm, vmmRef } = scenario;
    const built = {
        name: 'cloud-hypervisor',
        version: vmmRef ?? pins/* PINS */.$.cloudHypervisor.version,
        tdx: true,
    };
    const found = await Promise.all(words/* VMMS */.W.filter((name) => vmm === 'auto' || vmm === name).map(async (name) => {
        try {
            return (await machine.vmm(name)) ?? [];
        }
        catch (error) {
            // One that does not run is one that is not there, unless it is the only one.
            if (vmm !== 'qemu' && error instanceof errors/* HostError */.dh)
                return [];
            throw error;
        }
    }));
    const wanted = found.flat().filter(({ name, version }) => name === 'qemu' || isWanted(version, vmmRef));
    return [...wanted, built];
}
function isWanted(version, ref) {
    return ref === undefined || ref === `v${version}`;
}
const thisMachine = {
    kvm: () => ({
        kernelRelease: (0,external_node_os_.release)(),
        tdxParameter: readText('/sys/module/kvm_intel/parameters/tdx'),
        sysfs: (0,external_node_fs_.existsSync)('/sys/module'),
    }),
    vmm: async (name) => {
        const { command, identify } = backendFor({ vmm: name, platform: 'tdx' });
        const path = (0,machine/* findCommand */.Zv)(command);
        if (path === undefined)
            return undefined;
        const { version, tdx } = await identify(path, 'tdx');
        return { name, version, tdx };
    },
};
function readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/host/examine.js + 4 modules
var examine = __webpack_require__(7683);
// EXTERNAL MODULE: ./lib/tdx/acpi.js
var tdx_acpi = __webpack_require__(8325);
// EXTERNAL MODULE: ./lib/tdx/event-profiles.js
var event_profiles = __webpack_require__(303);
// EXTERNAL MODULE: ./lib/tdx/expected.js + 6 modules
var expected = __webpack_require__(9119);
// EXTERNAL MODULE: ./lib/tdx/mrtd.js
var mrtd = __webpack_require__(3081);
// EXTERNAL MODULE: ./lib/tdx/prediction.js
var prediction = __webpack_require__(7723);
// EXTERNAL MODULE: ./lib/tdx/reader.js
var reader = __webpack_require__(9457);
;// CONCATENATED MODULE: ./lib/tdx/expectation.js
/** What the registers of one boot have to hold, computed before it, with what would explain another value. */




/** Hashing more for a mere suspicion takes too long. */
const MOST_MEASURED = 0x1000000n;
/**
 * @returns the reason where it cannot be known before the boot, or depends on what is not known
 * @throws DataError when a file is not what it should be, or does not fit
 */
function expectRegister(register, known) {
    return register === 'mrtd' ? expectMrtdOf(known) : expectRtmr(register, known);
}
function expectRtmr(register, known) {
    const values = new Map();
    for (const { register: of, value, by, events } of (0,expected/* rtmrRows */.RY)(known)) {
        if (of !== register)
            continue;
        if (!(0,prediction/* isKnown */.qE)(value))
            return value;
        const same = values.get(value);
        if (same === undefined)
            values.set(value, { by: [by], events });
        else
            same.by.push(by);
    }
    return { values: [...values].map(([value, rest]) => ({ value, ...rest })), suspects: [] };
}
/** MRTD is one hash: which section differs is found by measuring the image with each of them otherwise. */
function expectMrtdOf({ image, metadata, vmm, order }) {
    const wanted = mrtd/* MRTD_VARIANTS */.NC.filter(({ reader, rules }) => reader === (vmm ?? reader) && rules.order === (order ?? rules.order));
    const [variant] = wanted;
    if (variant === undefined)
        return { reason: `${vmm} does not measure ${order}` };
    const values = wanted.map(({ reader, rules }) => ({
        value: (0,mrtd/* computeMrtd */.j5)(image, metadata, rules),
        by: [`${reader} ${rules.order}`],
        events: [],
    }));
    const measure = (sections, rules, text) => {
        try {
            return [{ value: (0,mrtd/* computeMrtd */.j5)(image, { ...metadata, sections }, rules), text }];
        }
        catch (error) {
            if (error instanceof reader/* DataError */.fL)
                return [];
            throw error;
        }
    };
    const { sections } = metadata;
    const otherwise = sections.flatMap((section) => {
        const { index, name, memorySize, extend } = section;
        const what = `section ${index} (${name})`;
        const changed = `of this image with ${what} ${extend ? 'added and not measured' : 'measured, too'}`;
        const flipped = { ...section, extend: !extend, attributes: section.attributes ^ 1 };
        return [
            ...measure(sections.toSpliced(index, 1), variant.rules, `of this image without ${what}`),
            ...(memorySize > MOST_MEASURED ? [] : measure(sections.with(index, flipped), variant.rules, changed)),
        ];
    });
    const others = mrtd/* MRTD_VARIANTS */.NC.flatMap(({ reader, rules, programs }) => measure(sections, rules, `of this image as ${reader} measures it, ${rules.order}: ${programs}`));
    const right = values.map(({ value }) => value);
    return { values, suspects: [...others, ...otherwise].filter(({ value }) => !right.includes(value)) };
}

// EXTERNAL MODULE: ./lib/tdx/metadata.js
var tdx_metadata = __webpack_require__(4479);
;// CONCATENATED MODULE: ./lib/boot/measurements.js
/** What the registers of a scenario's Trust Domain have to hold, computed from its files before it is booted. */










/** EFI stubs measure what they load from this kernel on (Linux 0bbe5b0ea97a). */
const MEASURING = [6, 9];
/**
 * @param scenario its firmware is an image by now
 * @param vmm what boots it
 * @param release of the firmware, where it is known
 * @returns undefined when nothing is asserted; registers that are asserted by value and cannot be predicted are left out
 * @throws ScenarioError with each register that is asserted as expected and cannot be predicted, and why
 */
async function predictMeasurements(scenario, vmm, release) {
    const { measurements: asserted } = scenario.rules;
    if (asserted === undefined)
        return undefined;
    const predicted = {};
    const problems = [];
    // What the files say is asked for once; where they cannot be read, that is the reason for each register.
    const known = await factsOf(scenario, vmm, release).catch(reasonOf);
    for (const { register, holds, where } of asserted) {
        if (holds === 'replay')
            continue;
        const expected = 'reason' in known ? known : expectOne(register, known);
        if (!('reason' in expected))
            predicted[register] = expected;
        else if (holds === 'expected') {
            const message = `measurements.${register} cannot be predicted: ${expected.reason}. ${HINT}`;
            problems.push({ where, message });
        }
    }
    if (problems.length > 0)
        throw new source/* ScenarioError */.tp(problems);
    return predicted;
}
const HINT = 'Give its 96 hex digits, let an RTMR be "replay", or leave it out.';
function expectOne(register, known) {
    try {
        return expectRegister(register, known);
    }
    catch (error) {
        return reasonOf(error);
    }
}
function reasonOf(error) {
    if (error instanceof errors/* UsageError */.eb || error instanceof errors/* HostError */.dh)
        return { reason: error.message };
    throw error;
}
async function factsOf({ firmware, guest, measuring = {} }, { name: vmm, version }, release) {
    if (firmware === undefined || !('image' in firmware) || guest === undefined) {
        throw new errors/* UsageError */.eb('no-firmware', 'there is no image of a firmware');
    }
    const image = read(firmware.image, 'the firmware');
    const metadata = (0,tdx_metadata/* parseMetadata */.j)(image);
    const { order = (0,mrtd/* launchOrder */.Ye)(vmm, version), events = profileOf(release), acpiTables } = measuring;
    const acpi = acpiTables === undefined ? undefined : (0,tdx_acpi/* deriveAcpiFiles */.K)(read(acpiTables, 'the ACPI tables'));
    const direct = await directBoot(guest);
    return {
        ...{ image, metadata, vmm, order, acpi, direct, memory: BigInt(guest.memory) },
        ...(events === undefined ? {} : { profile: events }),
        stub: guest.kernel === undefined ? undefined : stubOf(guest.kernel),
    };
}
async function directBoot(guest) {
    const { kernel, initrd, cmdline = '' } = guest;
    if (kernel === undefined)
        return undefined;
    const ramdisk = initrd === undefined
        ? new Uint8Array()
        : initrd === 'probe'
            ? await makeProbe(guest)
            : read(initrd, 'the initrd');
    return { kernel: read(kernel, 'the kernel'), initrd: ramdisk, cmdline };
}
/** The events of a release are those of the newest profile that is not newer. Of a release that is none, nothing is known. */
function profileOf(release) {
    if (release === undefined || !release.startsWith('edk2-stable'))
        return undefined;
    return event_profiles/* EVENT_PROFILES */.W.findLast(({ id }) => id.startsWith('edk2-stable') && id <= release)?.id ?? PINNED;
}
/** Between edk2-stable202211 and 202302 lies the pin: what is older has its events. */
const PINNED = 'edk2-13b97736';
function stubOf(kernel) {
    const [, major, minor] = /^(\d+)\.(\d+)/.exec((0,modules/* kernelInfoOf */.b9)(kernel).release) ?? [];
    if (major === undefined || minor === undefined)
        return undefined;
    const [from, at] = MEASURING;
    const measures = Number(major) > from || (Number(major) === from && Number(minor) >= at);
    return measures ? 'measures' : 'silent';
}
function read(file, what) {
    try {
        return (0,external_node_fs_.readFileSync)(file);
    }
    catch (error) {
        throw new errors/* UsageError */.eb('no-file', `cannot read ${what}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}

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

;// CONCATENATED MODULE: ./lib/boot/ready.js
/** All that a boot needs, in the order in which it can be refused: the host, the combination, the VMM, the firmware. */









/**
 * Checks the host and the combination, then builds what the scenario needs and no cache has. What is known not to boot
 * costs no build: it is ready to become a verdict.
 * @throws HostError of a build; ScenarioError where a measurement is asserted that cannot be predicted
 */
async function makeReady(loaded, options, machine, host = host_host/* thisHost */.v) {
    const checked = await check(loaded, machine, host).catch((error) => {
        if (error instanceof errors/* HostError */.dh)
            return error;
        throw error;
    });
    if (checked instanceof errors/* HostError */.dh)
        return { scenario: loaded.scenario, refused: checked };
    const { notice, expectation, vmm } = checked;
    if (notice !== undefined)
        options.listener({ type: 'notice', text: notice });
    const program = await provideProgram(checked.loaded.scenario, options);
    const { scenario } = (await withFirmware(checked.loaded, options)).loaded;
    const measurements = await predictMeasurements(scenario, vmm, ready_releaseOf(checked.loaded));
    return {
        scenario,
        ...(program === undefined ? {} : { program }),
        ...(expectation === undefined ? {} : { expectation }),
        ...(measurements === undefined ? {} : { measurements }),
    };
}
/** Of the firmware, which its image no longer says. */
function ready_releaseOf({ scenario }) {
    const { firmware } = wishOf(scenario);
    return firmware === 'none' ? undefined : firmware.release;
}
async function check(loaded, machine, host) {
    // What is wrong with the host comes first: on one without TDX nothing that the table says helps.
    const { platform, guest } = loaded.scenario;
    if (platform === 'tdx' && guest !== undefined)
        await (0,examine/* requireTdxHost */.se)(host, guest.memory, (0,slots/* heldMemory */.Ng)());
    return preflight(loaded, machine);
}

// EXTERNAL MODULE: ./lib/boot/replay.js
var replay = __webpack_require__(8453);
// EXTERNAL MODULE: ./lib/boot/signals.js
var signals = __webpack_require__(6697);
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

// EXTERNAL MODULE: ./lib/scenario/load.js + 3 modules
var load = __webpack_require__(6154);
// EXTERNAL MODULE: ./lib/cli/main.js + 2 modules
var main = __webpack_require__(4568);
;// CONCATENATED MODULE: ./lib/cli/commands.js
/** What each command does, with its output given as parameters. */




























/** `tdx-boot run`. */
async function commands_run(file, options, streams) {
    return bootAndReport((0,load/* loadScenario */.d)(file), options, streams);
}
async function bootAndReport(named, options, { out, error }) {
    requireGuest(named.scenario);
    warn(requireSound(named), error);
    const ended = await (0,signals/* session */.d)(async ({ signal, workDir }) => {
        const { scenario, ...ready } = await readyToBoot(named, error, signal);
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
async function readyToBoot(loaded, error, signal) {
    const progress = new firmware_log/* FirmwareTerminal */.g(error);
    const { on: listener } = progress;
    try {
        return await makeReady(loaded, { store: new firmware_store/* Store */.il((0,firmware_store/* defaultRoot */.cc)(), { listener }), listener, signal });
    }
    finally {
        progress.close();
    }
}
/** `tdx-boot check`. */
async function commands_check(log, options, { out }) {
    const { scenario } = (0,load/* loadScenario */.d)(options.scenario);
    const quiet = { write: (text) => out.write(text) };
    const reporters = options.json === true ? [] : [new TerminalReporter(quiet, scenario.name)];
    const verdict = await report(toAsync((0,replay/* replay */.e)(log, scenario.rules, options.stream)), reporters);
    if (options.json === true)
        out.write(`${JSON.stringify((0,result/* makeResult */.U2)(scenario, verdict, undefined), null, 2)}\n`);
    return exitCode(verdict);
}
/** `tdx-boot validate`. */
function validate(file, options, { out }) {
    if (options.json === true)
        return validateAsJson(file, out);
    warn(requireSound((0,load/* loadScenario */.d)(file)), out);
    out.write(`${file}: valid\n`);
    return main/* EXIT */.d.passed;
}
/** Findings of the lint are listed with their rule, and those that refuse the scenario are its problems, too. */
function validateAsJson(file, out) {
    let findings = [];
    try {
        const loaded = (0,load/* loadScenario */.d)(file);
        (0,files/* checkFiles */.gw)(loaded);
        findings = lintScenario(loaded);
        requireSound(loaded);
        out.write(`${JSON.stringify({ valid: true, problems: [], findings }, null, 2)}\n`);
        return main/* EXIT */.d.passed;
    }
    catch (error) {
        if (!(error instanceof source/* ScenarioError */.tp))
            throw error;
        out.write(`${JSON.stringify({ valid: false, problems: error.problems, findings }, null, 2)}\n`);
        return main/* EXIT */.d.usage;
    }
}
function warn(findings, output) {
    for (const finding of findings)
        output.write(`${(0,report_safe/* forTerminal */.Qf)(describeFinding(finding))}\n`);
}
/** `tdx-boot explain`. */
async function explain(file, options, { out, error }) {
    const written = (0,load/* loadScenario */.d)(file);
    warn(requireSound(written), error);
    const { loaded: named, lines } = await foresee(written);
    const { on: listener } = new firmware_log/* FirmwareTerminal */.g(error);
    const store = new firmware_store/* Store */.il((0,firmware_store/* defaultRoot */.cc)(), { listener });
    const { loaded, command } = await withFirmwarePath(named, { store, listener });
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
        const argv = [real.command, ...real.args];
        out.write(`${JSON.stringify({ argv, fds, fifos, compatibility: lines }, null, 2)}\n`);
        return main/* EXIT */.d.passed;
    }
    const paste = backend.plan(spec, 'files', program);
    for (const line of lines)
        out.write(`# ${(0,report_safe/* forTerminal */.Qf)(line)}\n`);
    if (command !== undefined)
        out.write(`# The firmware is not built yet: ${command}\n`);
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
        (0,files/* requireKernel */.de)(options.kernel);
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
    return bootAndReport((0,load/* parseScenario */.M)('demo', text, process.cwd()), { results: options.results }, streams);
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
