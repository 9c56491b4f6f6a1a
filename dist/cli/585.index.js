export const id = 585;
export const ids = [585];
export const modules = {

/***/ 2585:
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
// EXTERNAL MODULE: ./lib/console/scanner.js + 2 modules
var console_scanner = __webpack_require__(4472);
;// CONCATENATED MODULE: ./lib/judge/diagnosis.js
/** What a boot that stopped without saying why most likely ran into, and what to do next. */
/** Advice for a guest that went silent, or never showed what was expected, by the last phase it reached. */
const STUCK_HINTS = {
    host: 'The VMM was never started.',
    vmm: 'Not one byte came from the guest. Check that the console the guest prints to is one of the streams ' +
        '(console=hvc0 or console=ttyS0), and that the firmware fits the VMM: a release TDVF or td-shim is silent.',
    firmware: 'There was output, but no line of a kernel. Either the firmware did not get to one (a debug build of it says why ' +
        'on the serial port), or the kernel is quiet: take "quiet" off its command line.',
    bootloader: 'The firmware handed over and no kernel line followed. Check the boot entry, and that the kernel command line ' +
        'names a console (console=hvc0 or console=ttyS0).',
    kernel: 'The kernel started and stopped before its init. Add "ignore_loglevel initcall_debug" to the command line.',
    initramfs: 'The initramfs started and did not hand over to the real root. Check root= and the drivers it needs.',
    userspace: 'Userspace is up. Compare the pattern with the last lines of the console below.',
};
/** `3.2 s`, `45 s`, `2 min 5 s`: a duration in milliseconds as people say it. */
function formatDuration(ms) {
    if (ms < 1000)
        return `${Math.round(ms)} ms`;
    if (ms < 10_000)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

// EXTERNAL MODULE: ./lib/scenario/words.js
var words = __webpack_require__(2943);
;// CONCATENATED MODULE: ./lib/judge/findings.js
/** What the judge has found so far, and what of it has decided the run. */


class Findings {
    /** The time of the event or deadline being judged, in milliseconds. */
    now = 0;
    /** The furthest phase that was reached. */
    phase = 'host';
    failure;
    list = [];
    timeline = [];
    #allow;
    #out = [];
    constructor(allow) {
        this.#allow = allow;
    }
    /** Gives the events since the last call. */
    take() {
        const out = this.#out;
        this.#out = [];
        return out;
    }
    emit(event) {
        this.#out.push(event);
    }
    /** A milestone was passed. */
    reach(phase, title) {
        this.timeline.push({ time: this.now, phase, title });
        this.atLeast(phase);
        this.emit({ type: 'phase', time: this.now, phase, title });
    }
    /** The boot has come this far, though no milestone said so. */
    atLeast(phase) {
        if (words/* PHASES */.ZG.indexOf(phase) > words/* PHASES */.ZG.indexOf(this.phase))
            this.phase = phase;
    }
    /**
     * Notes a finding; the first that has an outcome and is not allowed decides the run.
     * @param collect starts to collect the lines that follow, `end` is the text of the last of them
     */
    report(facts, collect, end) {
        const { text } = facts;
        const allow = text === undefined ? undefined : this.#allow.find(({ pattern }) => pattern.exec(text, 0));
        const finding = {
            id: facts.kind,
            severity: 'fatal',
            phase: this.phase,
            time: this.now,
            ...facts,
            ...(allow === undefined ? {} : { outcome: undefined, allowed: allow.reason }),
        };
        this.list.push(finding);
        this.emit({ type: 'finding', time: this.now, finding });
        if (finding.outcome === undefined || this.failure !== undefined)
            return;
        this.failure = { finding, since: this.now, report: collect?.(), end };
    }
    /** A finding that has no line of its own and decides the run, unless something earlier has. */
    decide(kind, title, outcome) {
        if (this.failure !== undefined)
            return;
        this.report({ kind, title, hint: HINTS[kind] ?? STUCK_HINTS[this.phase], outcome });
    }
}
const RESET_HINT = 'A reset in the middle of a boot is a triple fault, a watchdog or a panic with panic=-1 whose message went nowhere.';
const HINTS = {
    reset: RESET_HINT,
    panicked: 'The panic text may have gone to a console that is not a stream: add console=ttyS0 to the command line.',
    exit: 'Expect what the guest prints before it powers off, or use "stop: on-exit".',
    vmm: 'See the vmm stream for what the VMM said.',
    'output-limit': 'Raise output-limit if so much output is normal for this guest.',
    cancelled: 'The machine was stopped and nothing was left behind.',
};

;// CONCATENATED MODULE: ./lib/judge/catalog/bootloader.js
/** What stops a boot between firmware and kernel: boot manager, shim, GRUB, systemd-boot, EFI stub. */
const BOOTLOADER = [
    {
        id: 'bds-secure-boot',
        phase: 'bootloader',
        severity: 'error',
        pattern: /BdsDxe: failed to (?:load|start) Boot.*rejected probably by Secure Boot/,
        title: 'The boot option was rejected, probably by Secure Boot',
        hint: 'The image is unsigned or signed by a key that is not in db. Use firmware without enrolled keys (not the .ms variant), or sign the image.',
    },
    {
        id: 'bds-access-denied',
        phase: 'bootloader',
        severity: 'error',
        pattern: /BdsDxe: failed to (?:load|start) Boot.*: (?:Access Denied|Security Violation)/,
        title: 'The boot option was refused by the firmware',
        hint: 'With Secure Boot enforced the image must be signed by a key in db. Use firmware without enrolled keys, or sign the image.',
    },
    {
        id: 'bds-start-failed',
        phase: 'bootloader',
        severity: 'error',
        pattern: /BdsDxe: failed to start Boot[0-9A-F]+ "(?<option>[^"]*[^" ]) *"/,
        title: 'Boot option "$<option>" started and returned an error',
        hint: 'The boot loader or kernel image ran and gave up; its own messages are above this line.',
    },
    {
        id: 'bds-load-failed',
        phase: 'bootloader',
        severity: 'warning',
        pattern: /BdsDxe: failed to load Boot[0-9A-F]+ "(?<option>[^"]*[^" ]) *"/,
        title: 'Boot option "$<option>" could not be loaded',
        hint: 'The firmware goes on with the next option. "Not Found" on a disk: no EFI/BOOT/BOOTX64.EFI on a GPT partition of type ESP, or a bus whose driver a TD does not load (SCSI, USB).',
    },
    {
        id: 'bds-no-option',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /BdsDxe: No bootable option or device was found/,
        title: 'The firmware found nothing to boot',
        hint: 'Attach a disk with an ESP over virtio-blk, AHCI or NVMe, or pass a kernel. With 64 MiB of memory and less this appears too.',
    },
    {
        id: 'seabios-no-boot',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /No bootable device\./,
        title: 'SeaBIOS found nothing to boot',
        hint: 'Legacy BIOS is running: pass TD firmware with -bios, or a kernel.',
    },
    {
        id: 'seabios-boot-failed',
        phase: 'bootloader',
        severity: 'error',
        pattern: /Boot failed: (?<why>[a-z][a-z ]*[a-z])/,
        title: 'SeaBIOS: boot failed: $<why>',
        hint: 'The disk has no boot sector for legacy BIOS. UEFI disk images need UEFI firmware (-bios).',
    },
    {
        id: 'grub-kernel-first',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /you need to load the kernel first/,
        title: 'GRUB could not load the kernel',
        hint: 'The linux command failed just before; see the error above (missing file, bad signature, out of memory).',
    },
    {
        id: 'grub-file-missing',
        phase: 'bootloader',
        severity: 'error',
        pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?file [`'].*' not found/,
        title: 'GRUB: file not found',
        hint: 'A path in grub.cfg does not exist on the partition that GRUB calls root.',
        unless: /\.pf2'|\.mo'|\.gmo'|grubenv'|\/locale\//,
    },
    {
        id: 'grub-unknown-filesystem',
        phase: 'bootloader',
        severity: 'error',
        pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?unknown filesystem/,
        title: 'GRUB: unknown filesystem',
        hint: 'GRUB has no module for this file system, or its prefix points at the wrong partition.',
    },
    {
        id: 'grub-rescue',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /grub rescue>/,
        title: 'GRUB rescue shell',
        hint: 'GRUB did not find its modules or configuration: its prefix points at a partition that is not there.',
    },
    {
        id: 'grub-shell',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /Minimal BASH-like line editing is supported|grub> /,
        title: 'GRUB shell',
        hint: 'GRUB found no grub.cfg and waits for commands.',
    },
    {
        id: 'grub-no-device',
        phase: 'bootloader',
        severity: 'warning',
        pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?no such device: /,
        title: 'GRUB: no such device',
        hint: 'A search for a UUID or label found nothing; harmless if the boot goes on.',
    },
    {
        id: 'grub-no-disk',
        phase: 'bootloader',
        severity: 'error',
        pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?disk [`'].*' not found/,
        title: 'GRUB: disk not found',
        hint: 'grub.cfg or the prefix names a disk that the firmware does not show.',
    },
    {
        id: 'grub-symbol',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?symbol [`'].*' not found/,
        title: 'GRUB: symbol not found',
        hint: 'GRUB core and modules are of different versions: run grub-install again.',
    },
    {
        id: 'grub-bad-signature',
        phase: 'bootloader',
        severity: 'error',
        pattern: /error: .*(?:bad shim signature|prohibited by secure boot policy)/,
        title: 'GRUB refused an image because of Secure Boot',
        hint: 'Sign the kernel or module with a key that shim trusts, or use firmware without enrolled keys.',
    },
    {
        id: 'grub-out-of-memory',
        phase: 'bootloader',
        severity: 'error',
        pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?out of memory\./,
        title: 'GRUB: out of memory',
        hint: 'Kernel or initrd do not fit: give the guest more memory or make the initrd smaller.',
    },
    {
        id: 'grub-bad-image',
        phase: 'bootloader',
        severity: 'error',
        pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?(?<what>invalid magic number|premature end of file)/,
        title: 'GRUB: $<what>',
        hint: 'The kernel or initrd file is damaged, truncated or not a kernel.',
    },
    {
        id: 'shim-sbat',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /SBAT self-check failed/,
        title: 'shim was revoked (SBAT self-check failed)',
        hint: 'The SBAT level in the variable store forbids this shim: use a newer shim or fresh firmware variables.',
    },
    {
        id: 'shim-wrong',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /Something has gone seriously wrong: (?<what>[A-Za-z_]+)/,
        title: 'shim: something has gone seriously wrong: $<what>',
        hint: 'shim could not set up its MOK state and powers off. A full or read-only variable store is the usual cause.',
    },
    {
        id: 'shim-verification',
        phase: 'bootloader',
        severity: 'error',
        pattern: /Verification failed: \(0x[0-9A-F]+\) (?<status>[A-Z][a-z]+ [A-Z][a-z]+)/,
        title: 'shim: verification failed: $<status>',
        hint: 'The second stage is not signed by a key that shim trusts.',
    },
    {
        id: 'shim-load',
        phase: 'bootloader',
        severity: 'error',
        pattern: /Failed to (?:open|load image) \\(?<path>[^ :]+)/,
        title: 'shim could not load \\$<path>',
        hint: 'The second stage is missing on the ESP next to shim.',
    },
    {
        id: 'shim-start-image',
        phase: 'bootloader',
        severity: 'error',
        pattern: /start_image\(\) returned (?<status>[A-Z][A-Za-z ]*[a-z])/,
        title: 'shim: the second stage returned $<status>',
        hint: 'The boot loader behind shim gave up; its own messages are above this line.',
    },
    {
        id: 'systemd-boot-no-loader',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /No loader found\. Configuration files in /,
        title: 'systemd-boot found no entry',
        hint: 'Put a UKI into EFI/Linux/ or an entry into loader/entries/ on the ESP.',
    },
    {
        id: 'systemd-boot-load',
        phase: 'bootloader',
        severity: 'error',
        pattern: /Error loading EFI binary .*: (?<status>[A-Z][A-Za-z ]*[a-z])/,
        title: 'systemd-boot could not load the image: $<status>',
        hint: 'Load Error: the image is damaged. Access denied or Security violation: Secure Boot refuses its signature.',
    },
    {
        id: 'efi-stub-fatal',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /EFI [sS]tub: ERROR: (?<what>exit_boot\(\) failed|efi_stub_entry\(\) failed|efi_main\(\) failed|Failed to decompress kernel|Failed to relocate kernel)/,
        title: 'EFI stub: $<what>',
        hint: 'The kernel could not leave the firmware. Check the memory size, the bzImage and the error lines above.',
    },
    {
        id: 'efi-stub-error',
        phase: 'kernel',
        severity: 'error',
        pattern: /EFI [sS]tub: ERROR: (?<what>[A-Za-z](?:[A-Za-z_ ()'-]*[A-Za-z)])?)/,
        title: 'EFI stub: $<what>',
        hint: 'The kernel may still start; check the initrd and the memory size.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/cloud-hypervisor.js
/** What Cloud Hypervisor prints on its own stderr when it cannot start or lose a guest. */
/** A guest may print these words on its console: only the VMM's own stderr counts. */
const VMM = ['vmm'];
const CLOUD_HYPERVISOR = [
    {
        id: 'ch-tdx-capabilities',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error retrieving TDX capabilities|Failed to retrieve TDX capabilities/,
        title: 'Cloud Hypervisor cannot read the TDX capabilities of KVM',
        hint: 'Releases up to v52 speak the 2022 Intel KVM ABI; kernels from 6.16 on refuse it. Use QEMU 10.1 or newer on such a host (cloud-hypervisor#8540).',
        streams: VMM,
    },
    {
        id: 'ch-tdx-memory-region',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error enabling TDX memory region|Failed to initialize memory region TDX/,
        title: 'Cloud Hypervisor cannot add memory to the TD',
        hint: 'KVM_TDX_INIT_MEM_REGION failed: kernels from 6.16 on expect it on a vCPU. Use a VMM that fits the kernel.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-finalize',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error finalizing TDX VM|Failed to finalize TDX/,
        title: 'Cloud Hypervisor cannot finalize the TD',
        hint: 'KVM_TDX_FINALIZE failed: a TDVF section is missing or the vCPUs are not initialised; read the host dmesg.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-init',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error enabling TDX VM|Failed to initialize TDX/,
        title: 'Cloud Hypervisor cannot initialise the TD',
        hint: 'KVM_TDX_INIT_VM or _VCPU failed: TDX is off in kvm_intel, no KeyID is free, or the kernel speaks another ABI.',
        streams: VMM,
    },
    {
        id: 'ch-tdvf-descriptor',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error parsing TDVF|Invalid descriptor (?:signature|size|version)|Failed read (?:TDVF descriptor|GUID table)/,
        title: 'The firmware file has no valid TDX metadata',
        hint: 'Use a TD firmware: edk2 IntelTdxX64 or OvmfPkgX64, OVMF.inteltdx.fd, or a td-shim image.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-hob',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error populating TDX HOB|Failed to write HOB details to guest memory/,
        title: 'The TD HOB does not fit its section',
        hint: 'Many vCPUs or memory regions need a larger TD_HOB section in the firmware: use fewer vCPUs or rebuild it.',
        streams: VMM,
    },
    {
        id: 'ch-tdvf-memory',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error allocating TDVF memory/,
        title: 'Cloud Hypervisor cannot allocate the TDVF sections',
        hint: 'The guest memory does not cover a section of the firmware: raise --memory.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-file',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error performing I\/O on (?:the )?TDX (?<what>firmware|payload) file/,
        title: 'Cloud Hypervisor cannot read the TDX $<what> file',
        hint: 'Check the path and the permissions of the file.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-payload-type',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Invalid TDX payload type/,
        title: 'The kernel is not a bzImage',
        hint: 'With TDX the kernel must be a bzImage (HdrS, boot protocol 2.00 or newer, LOADED_HIGH), not a vmlinux.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-no-firmware',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /No TDX firmware specified|TDX firmware missing/,
        title: 'No TDX firmware given',
        hint: '--platform tdx=on needs --firmware.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-cpu-hotplug',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /CPU hotplug is not permitted with TDX/,
        title: 'CPU hotplug is not permitted with TDX',
        hint: 'Give --cpus boot=N without a larger max=.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-cpu-profile',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /TDX cannot be enabled when a custom CPU profile/,
        title: 'TDX excludes a custom CPU profile',
        hint: 'Remove profile= from --cpus.',
        streams: VMM,
    },
    {
        id: 'ch-firmware-and-kernel',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Specifying a kernel is not supported when a firmware is provided/,
        title: '--firmware and --kernel exclude each other',
        hint: 'From v48 on Cloud Hypervisor refuses both together, so td-shim with a kernel needs v30 to v47 (cloud-hypervisor#7630).',
        streams: VMM,
    },
    {
        id: 'ch-invalid-payload',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /VmBoot\(InvalidPayload\)/,
        title: 'The payload options do not fit together',
        hint: '--firmware and --kernel together need --platform tdx=on (cloud-hypervisor#5734).',
        streams: VMM,
    },
    {
        id: 'ch-payload-ignored',
        phase: 'vmm',
        severity: 'warning',
        pattern: /Ignoring (?<what>cmdline|initramfs) parameter as firmware is provided/,
        title: 'Cloud Hypervisor ignores the $<what>',
        hint: 'With firmware the command line and the initramfs come from the disk image or are built into the kernel.',
        streams: VMM,
    },
    {
        id: 'ch-no-tdx-feature',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /unknown option: tdx/,
        title: 'This Cloud Hypervisor is built without TDX',
        hint: 'Build v52.0 or older with --features tdx; release binaries never contain it. cloud-hypervisor --version -v lists the features.',
        streams: VMM,
    },
    {
        id: 'ch-snapshot',
        phase: 'vmm',
        severity: 'error',
        pattern: /Snapshot not possible with TDX VM/,
        title: 'A TD cannot be snapshotted',
        hint: 'Do not ask for a snapshot of a TD.',
        streams: VMM,
    },
    {
        id: 'ch-get-quote',
        phase: 'vmm',
        severity: 'warning',
        pattern: /TDG_VP_VMCALL_(?<call>GET_QUOTE|SETUP_EVENT_NOTIFY_INTERRUPT) not supported/,
        title: 'TDVMCALL $<call> is not supported',
        hint: 'This Cloud Hypervisor offers no attestation: the guest gets no quote.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-vmcall',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Unexpected TDX VMCALL/,
        title: 'The guest made a TDVMCALL that Cloud Hypervisor does not handle',
        hint: 'Often ReportFatalError: a panic of a TD before its console works. Cloud Hypervisor does not end the VM; read the guest console.',
        streams: VMM,
    },
    {
        id: 'ch-triple-fault',
        phase: 'kernel',
        severity: 'error',
        pattern: /Guest likely triple-faulted/,
        title: 'The guest triple-faulted',
        hint: 'Cloud Hypervisor reboots the VM. td-shim v0.8.0 does this with two and more vCPUs on hosts that set NO_RBP_MOD.',
        streams: VMM,
    },
    {
        id: 'ch-vcpu-error',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /VCPU generated error/,
        title: 'A vCPU of Cloud Hypervisor failed',
        hint: 'KVM_RUN failed; the VMM ends with status 0 all the same. Read the error in the line and the host dmesg.',
        streams: VMM,
    },
    {
        id: 'ch-vcpu-panic',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /vCPU thread panicked/,
        title: 'A vCPU thread of Cloud Hypervisor panicked',
        hint: 'A bug of the VMM: report it with the backtrace above.',
        streams: VMM,
    },
    {
        id: 'ch-thread-panic',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /thread '(?<thread>[A-Za-z_-]+)[^']*' (?:\([0-9]+\) )?panicked at/,
        title: 'Thread $<thread> of the VMM panicked',
        hint: 'A bug of the VMM: run again with RUST_BACKTRACE=1 and report it.',
        streams: VMM,
    },
    {
        id: 'ch-seccomp',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Possible seccomp violation/,
        title: 'Cloud Hypervisor was killed by its seccomp filter',
        hint: 'Run with --seccomp log to learn the system call, or --seccomp false to go on.',
        streams: VMM,
    },
    {
        id: 'ch-hypervisor-interface',
        phase: 'host',
        severity: 'fatal',
        pattern: /is hypervisor interface available\?/,
        title: 'Cloud Hypervisor cannot open /dev/kvm',
        hint: 'Load kvm_intel, and give the user access to /dev/kvm (group kvm).',
        streams: VMM,
    },
    {
        id: 'ch-address-in-use',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Address already in use \(os error 98\)/,
        title: 'A socket of Cloud Hypervisor is already in use',
        hint: 'Another VM uses the same API, serial or vsock socket, or an old socket file was left behind.',
        streams: VMM,
    },
    {
        id: 'ch-no-memory',
        phase: 'host',
        severity: 'fatal',
        pattern: /Cannot allocate memory \(os error 12\)/,
        title: 'The host has not enough memory for the guest',
        hint: 'Lower the memory of the guest or free huge pages and memory on the host.',
        streams: VMM,
    },
    {
        id: 'ch-file-missing',
        phase: 'vmm',
        severity: 'error',
        pattern: /No such file or directory \(os error 2\)/,
        title: 'A file that Cloud Hypervisor needs is missing',
        hint: 'The line above names the option; check its path.',
        streams: VMM,
    },
    {
        id: 'ch-permission',
        phase: 'host',
        severity: 'error',
        pattern: /Permission denied \(os error 13\)/,
        title: 'Cloud Hypervisor may not open a file or device',
        hint: 'The line above names it: /dev/kvm needs group kvm, tap devices need CAP_NET_ADMIN.',
        streams: VMM,
    },
    {
        id: 'ch-config',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error parsing config/,
        title: 'Cloud Hypervisor refuses its options',
        hint: 'The rest of the line or the next one names the option.',
        streams: VMM,
    },
    {
        id: 'ch-create-failed',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error creating VM/,
        title: 'Cloud Hypervisor could not create the VM',
        hint: 'The lines below give the chain of causes; the last one is the root.',
        streams: VMM,
    },
    {
        id: 'ch-boot-failed',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error booting VM|The VM could not boot/,
        title: 'Cloud Hypervisor could not boot the VM',
        hint: 'The lines below give the chain of causes; the last one is the root.',
        streams: VMM,
    },
    {
        id: 'ch-exited',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Cloud Hypervisor exited with the following/,
        title: 'Cloud Hypervisor exited with an error',
        hint: 'The lines below give the chain of causes; the last one is the root.',
        streams: VMM,
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/edk2.js
/** What TDVF and OVMF (edk2) print when they stop: asserts, exceptions, TDX calls, broken volumes. */
const EDK2 = [
    {
        id: 'edk2-assert-module',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /ASSERT \[(?<module>[A-Za-z0-9_]+)\] (?:.*[/\\])?(?<file>[A-Za-z0-9_.-]+)\([0-9]+\): (?<expr>.*[^ ])/,
        title: 'ASSERT in $<module> ($<file>): $<expr>',
        hint: 'The firmware found a broken assumption and stays in a dead loop at 100 % CPU. Open the named file and line at the pinned commit.',
    },
    {
        id: 'edk2-assert',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /ASSERT (?:.*[/\\])?(?<file>[A-Za-z0-9_-]+\.[A-Za-z]+)\([0-9]+\): (?<expr>.*[^ ])/,
        title: 'ASSERT in $<file>: $<expr>',
        hint: 'The firmware found a broken assumption and stays in a dead loop at 100 % CPU. Open the named file and line at the pinned commit.',
    },
    {
        id: 'edk2-assert-efi-error',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /ASSERT_EFI_ERROR \(Status = (?<status>[A-Za-z0-9 ]+)\)/,
        title: 'ASSERT_EFI_ERROR: $<status>',
        hint: 'A call that must succeed returned this status; the ASSERT line that follows names the place.',
        end: 'ASSERT',
    },
    {
        id: 'edk2-assert-return-error',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /ASSERT_RETURN_ERROR \(Status = (?<status>[A-Za-z0-9 ]+)\)/,
        title: 'ASSERT_RETURN_ERROR: $<status>',
        hint: 'A call that must succeed returned this status; the ASSERT line that follows names the place.',
        end: 'ASSERT',
    },
    {
        id: 'edk2-exception',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /!!!! (?:X64|IA32) Exception Type - [0-9A-F]+\((?<name>[^)]*)\)/,
        title: 'CPU exception in the firmware: $<name>',
        hint: 'Printed by RELEASE builds too. "Find image based on IP" below names the module; #PF on a low address means a NULL pointer, #VE an instruction that a TD may not use.',
        end: 'ind image',
    },
    {
        id: 'edk2-exception-unknown',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /!!!! (?:X64|IA32) Exception Type - /,
        title: 'CPU exception in the firmware',
        hint: 'Printed by RELEASE builds too. "Find image based on IP" below names the module.',
        end: 'ind image',
    },
    {
        id: 'edk2-ve-info',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /#VE happened\. TDGETVEINFO failed with Status/,
        title: 'TDG.VP.VEINFO.GET failed in the firmware',
        hint: 'The TDX module refused to tell about a #VE: nested #VE or a module mismatch. The firmware stops.',
    },
    {
        id: 'edk2-ve-unsupported',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Unsupported #VE happened, ExitReason is (?<reason>[0-9]+)/,
        title: 'Unsupported #VE in the firmware, exit reason $<reason>',
        hint: 'The firmware used an instruction that its #VE handler does not emulate; the number is the VMX exit reason.',
    },
    {
        id: 'edk2-ve-host-error',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /#VE Error \(0x[0-9A-Fa-f]+\) returned from host/,
        title: 'The host refused a #VE emulation',
        hint: 'The VMM or KVM returned an error for CPUID, MSR, I/O or MMIO emulation: look at the VMM log.',
    },
    {
        id: 'edk2-ve-mmio',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /MMIO #VE happened/,
        title: 'MMIO #VE that the firmware cannot decode',
        hint: 'MMIO through an instruction that the handler does not parse, or an unexpected shared address.',
    },
    {
        id: 'edk2-ept-violation',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /EPT-violation #VE on private memory is not allowed/,
        title: 'EPT-violation #VE on private memory in the firmware',
        hint: 'Memory was used before it was accepted, or the host removed it. Check the memory map of the TD HOB.',
    },
    {
        id: 'edk2-map-gpa',
        phase: 'firmware',
        severity: 'error',
        pattern: /TdVmcall\(MAPGPA\) failed with/,
        title: 'TDVMCALL<MapGPA> failed',
        hint: 'The host could not convert memory between private and shared. Firmware older than November 2023 lacks the retry (edk2 8a41004643).',
    },
    {
        id: 'edk2-vmcall-mmio',
        phase: 'firmware',
        severity: 'error',
        pattern: /: TdVmcall failed with /,
        title: 'TDVMCALL for MMIO failed in the firmware',
        hint: 'The VMM did not emulate an MMIO access: look at the VMM log for the address.',
    },
    {
        id: 'edk2-accept-memory',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Failed to AcceptMemory with/,
        title: 'The firmware failed to accept memory',
        hint: 'TDG.MEM.PAGE.ACCEPT failed: the VMM did not add the memory that its HOB describes, or the host ran out of it.',
    },
    {
        id: 'edk2-page-tables',
        phase: 'firmware',
        severity: 'fatal',
        // "idnetity" is what the source says.
        pattern: /Failed to create [a-z]+ mapping page tables/,
        title: 'The firmware could not build its page tables',
        hint: 'Too little memory for the page tables, or a wrong physical address width.',
    },
    {
        id: 'edk2-hob',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /HOB: (?<what>(?:HOB|Hob|Unknow|Invalid) ?[A-Za-z ]*[a-zA-Z])/,
        title: 'The TD HOB is not valid: $<what>',
        hint: 'The VMM handed over a HOB list that the firmware rejects; firmware and VMM do not fit each other.',
    },
    {
        id: 'edk2-td-mailbox',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Failed to relocate Td mailbox/,
        title: 'The firmware could not relocate the TD mailbox',
        hint: 'No ACPI NVS memory for the mailbox: application processors will not wake up in the OS. Give the guest more memory.',
    },
    {
        id: 'edk2-bds-unable',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /\[Bds\] ?Unable to boot!/,
        title: 'The boot manager is out of options',
        hint: 'Every boot option failed; the BdsDxe lines above say how.',
    },
    {
        id: 'edk2-decompress',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Decompress Failed - (?<status>[A-Za-z ]*[A-Za-z])/,
        title: 'The firmware volume cannot be decompressed: $<status>',
        hint: 'The firmware file is damaged (a RELEASE build is silent here): compare its sha256 with the build.',
    },
    {
        id: 'edk2-status-code',
        phase: 'firmware',
        severity: 'warning',
        pattern: /ERROR: C[0-9A-F]+:V(?<value>[0-9A-F]+) I/,
        title: 'Firmware error status code V$<value>',
        hint: 'Look the value up in MdePkg/Include/Pi/PiStatusCode.h; the GUID after it names the module.',
        // Boot option could not be loaded, boot option failed: BdsDxe says so itself, and with more words.
        unless: /:V0305100[23] /,
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/bugs.js
/** BUG, WARNING and other self-checks of the kernel. */
const TRACE_END = '---[ end trace';
const BUGS = [
    {
        id: 'linux-scheduling-atomic',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: scheduling while atomic/,
        title: 'Scheduling while atomic',
        hint: 'Code slept with preemption disabled or a spinlock held.',
    },
    {
        id: 'linux-sleeping-function',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: sleeping function called from invalid context at (?<file>[A-Za-z0-9_./-]+):/,
        title: 'Sleeping function called from invalid context at $<file>',
        hint: 'Code that may sleep ran with interrupts off or a spinlock held; the trace shows the caller.',
    },
    {
        id: 'linux-bad-page',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: Bad page (?<what>state|map|cache)/,
        title: 'Bad page $<what>',
        hint: 'A page was freed or mapped while in use. Suspect a driver, or memory that the host changed.',
    },
    {
        id: 'linux-bad-rss',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: Bad rss-counter state/,
        title: 'Bad rss-counter state',
        hint: 'Memory accounting of an address space went wrong; look for an earlier memory error.',
    },
    {
        id: 'linux-preemptible-percpu',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: using (?<func>[a-z_]+)\(\) in preemptible/,
        title: '$<func>() in preemptible code',
        hint: 'Per-CPU data was used with preemption enabled; use get_cpu() or this_cpu_*() in a safe context.',
    },
    {
        id: 'linux-workqueue-leak',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: workqueue leaked lock or atomic/,
        title: 'Workqueue leaked a lock',
        hint: 'A work function returned with a lock held or preemption disabled; "last function" names it.',
    },
    {
        id: 'linux-dentry-in-use',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: Dentry .* still in use/,
        title: 'Dentry still in use at unmount',
        hint: 'A dentry reference was leaked; the name of the entry is in the line.',
    },
    {
        id: 'linux-busy-inodes',
        phase: 'kernel',
        severity: 'error',
        pattern: /VFS: Busy inodes after unmount/,
        title: 'VFS: busy inodes after unmount',
        hint: 'An inode reference was leaked; using it later is a use-after-free.',
    },
    {
        id: 'linux-close-count',
        phase: 'kernel',
        severity: 'error',
        pattern: /VFS: Close: file count is 0/,
        title: 'VFS: close of a file without references',
        hint: 'A file was released twice.',
    },
    {
        id: 'linux-netdevice-leak',
        phase: 'kernel',
        severity: 'error',
        pattern: /unregister_netdevice: waiting for (?<dev>[a-z]+)/,
        title: 'unregister_netdevice: $<dev> is still referenced',
        hint: 'A reference to the network device was leaked; CONFIG_NET_DEV_REFCNT_TRACKER=y names the owner.',
    },
    {
        id: 'linux-bug',
        phase: 'kernel',
        severity: 'error',
        pattern: /(?:^|[^A-Za-z_])BUG: (?<what>[A-Za-z](?:[A-Za-z _()-]*[A-Za-z)])?)/,
        title: 'BUG: $<what>',
        hint: 'The kernel found a broken invariant; read the report below.',
    },
    {
        id: 'linux-oops',
        phase: 'kernel',
        severity: 'error',
        pattern: /Oops: /,
        title: 'Kernel oops',
        hint: 'The line above names the fault and RIP below the function; decode it with scripts/decode_stacktrace.sh.',
        end: TRACE_END,
    },
    {
        id: 'linux-stack-unwind',
        phase: 'kernel',
        severity: 'warning',
        pattern: /WARNING: kernel stack (?:regs|frame pointer) at/,
        title: 'Stack unwinder found a bad frame',
        hint: 'The stack or its unwind data is damaged; look for an earlier memory error or assembly without annotations.',
    },
    {
        id: 'linux-warning',
        phase: 'kernel',
        severity: 'warning',
        pattern: /WARNING: CPU: [0-9]+ PID: [0-9]+ at (?<file>[A-Za-z0-9_./-]+):[0-9]+ (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
        title: 'WARNING in $<func> ($<file>)',
        hint: 'A WARN_ON() fired at the named line; the boot goes on, but an assumption is broken.',
        end: TRACE_END,
    },
    {
        id: 'linux-warning-new',
        phase: 'kernel',
        severity: 'warning',
        pattern: /WARNING: (?:\[.*\] )?(?<file>[A-Za-z0-9_./-]+):[0-9]+ at (?<func>[A-Za-z_][A-Za-z0-9_]*)[^ ]*, CPU#/,
        title: 'WARNING in $<func> ($<file>)',
        hint: 'A WARN_ON() fired at the named line; the boot goes on, but an assumption is broken.',
        end: TRACE_END,
    },
    {
        id: 'linux-warning-bare',
        phase: 'kernel',
        severity: 'warning',
        pattern: /WARNING: (?:CPU: [0-9]+ PID: [0-9]+ at )?(?:\[.*\] )?(?<file>[A-Za-z0-9_./-]+\.(?:[chS]|rs)):[0-9]+/,
        title: 'WARNING at $<file>',
        hint: 'A WARN_ON() fired at the named line; the boot goes on, but an assumption is broken.',
        end: TRACE_END,
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/exceptions.js
/** CPU exceptions in the kernel: oopses, faults, traps. */
const exceptions_TRACE_END = '---[ end trace';
const EXCEPTIONS = [
    {
        id: 'linux-null-pointer',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: (?:unable to handle )?kernel NULL pointer dereference/,
        title: 'NULL pointer dereference',
        hint: 'RIP below names the function; decode it with scripts/decode_stacktrace.sh.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-page-fault',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: unable to handle (?:page fault for address|kernel paging request)/,
        title: 'Page fault in the kernel',
        hint: 'RIP below names the function; decode it with scripts/decode_stacktrace.sh.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-kernel-bug',
        phase: 'kernel',
        severity: 'error',
        pattern: /[kK]ernel BUG at (?<file>[A-Za-z0-9_./-]+):/,
        title: 'kernel BUG at $<file>',
        hint: 'A BUG_ON() at the named line fired; its condition is the broken assumption.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-general-protection',
        phase: 'kernel',
        severity: 'error',
        pattern: /general protection fault(?:[:,]| for non-canonical) /,
        title: 'General protection fault in the kernel',
        hint: 'Usually a pointer to freed or overwritten memory. RIP below names the function.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-double-fault',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /PANIC: double fault|double fault: [0-9a-f]+ \[#/,
        title: 'Double fault',
        hint: 'Usually a kernel stack overflow; in a TD also a nested #VE. Read the stack in the trace.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-stack-segment',
        phase: 'kernel',
        severity: 'error',
        pattern: /stack segment: [0-9a-f]+ \[#/,
        title: 'Stack segment fault in the kernel',
        hint: 'The stack or frame pointer is not canonical: it was overwritten.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-divide-error',
        phase: 'kernel',
        severity: 'error',
        pattern: /divide error: [0-9a-f]+ \[#|divide_error: [0-9a-f]+ \[#/,
        title: 'Divide error in the kernel',
        hint: 'Division by zero or overflow; RIP below names the function.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-invalid-opcode',
        phase: 'kernel',
        severity: 'error',
        pattern: /invalid opcode: [0-9a-f]+ \[#/,
        title: 'Invalid opcode in the kernel',
        hint: 'A BUG_ON() (see the line above), or an instruction that this CPU model does not have.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-int3',
        phase: 'kernel',
        severity: 'error',
        pattern: /int3: [0-9a-f]+ \[#/,
        title: 'Unexpected breakpoint (int3) in the kernel',
        hint: 'A jump into padding or a half-patched static call, kprobe or alternative.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-control-protection',
        phase: 'kernel',
        severity: 'error',
        pattern: /Missing ENDBR: (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
        title: 'Control protection: missing ENDBR in $<func>',
        hint: 'An indirect call reached a function without ENDBR (IBT). Fix the function, or boot with ibt=off to confirm.',
    },
    {
        id: 'linux-stack-guard',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: .*stack guard page was hit/,
        title: 'Kernel stack overflow',
        hint: 'Deep recursion or large stack objects; the trace shows the repeating functions.',
        end: exceptions_TRACE_END,
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/lockdep.js
/** Reports of the kernel's lock and RCU checkers. */
const LOCKDEP = [
    {
        id: 'linux-lockdep-circular',
        phase: 'kernel',
        severity: 'warning',
        pattern: /possible circular locking dependency detected/,
        title: 'lockdep: possible circular locking dependency',
        hint: 'Two locks are taken in both orders; the two chains are printed below.',
    },
    {
        id: 'linux-lockdep-recursive',
        phase: 'kernel',
        severity: 'warning',
        pattern: /possible recursive locking detected/,
        title: 'lockdep: possible recursive locking',
        hint: 'A lock of a class that is already held is taken again; use a nesting class if that is intended.',
    },
    {
        id: 'linux-lockdep-irq-inversion',
        phase: 'kernel',
        severity: 'warning',
        pattern: /possible irq lock inversion dependency detected/,
        title: 'lockdep: possible irq lock inversion',
        hint: 'A lock used in interrupts depends on one that is taken with interrupts enabled.',
    },
    {
        id: 'linux-lockdep-unsafe-order',
        phase: 'kernel',
        severity: 'warning',
        pattern: /-unsafe lock order detected/,
        title: 'lockdep: irq-safe lock depends on an irq-unsafe lock',
        hint: 'Take the inner lock with interrupts disabled everywhere, or change the order.',
    },
    {
        id: 'linux-lockdep-inconsistent',
        phase: 'kernel',
        severity: 'warning',
        pattern: /inconsistent lock state/,
        title: 'lockdep: inconsistent lock state',
        hint: 'A lock is taken both in interrupt context and with interrupts enabled.',
    },
    {
        id: 'linux-lockdep-wait-context',
        phase: 'kernel',
        severity: 'warning',
        pattern: /BUG: Invalid wait context/,
        title: 'lockdep: invalid wait context',
        hint: 'A sleeping lock is taken inside a spinning one; matters on PREEMPT_RT.',
    },
    {
        id: 'linux-lockdep-unlock-balance',
        phase: 'kernel',
        severity: 'warning',
        pattern: /bad unlock balance detected/,
        title: 'lockdep: bad unlock balance',
        hint: 'A lock is released that is not held.',
    },
    {
        id: 'linux-lockdep-held-freed',
        phase: 'kernel',
        severity: 'warning',
        pattern: /held lock freed!/,
        title: 'lockdep: held lock freed',
        hint: 'Memory that contains a held lock was freed or reinitialised.',
    },
    {
        id: 'linux-lockdep-still-held',
        phase: 'kernel',
        severity: 'warning',
        pattern: /still has locks held!|lock held when returning to user space!/,
        title: 'lockdep: lock held when leaving the kernel',
        hint: 'An error path returns without releasing the lock named below.',
    },
    {
        id: 'linux-lockdep-nested',
        phase: 'kernel',
        severity: 'warning',
        pattern: /Nested lock was not taken/,
        title: 'lockdep: nested lock was not taken',
        hint: 'mutex_lock_nest_lock() and friends need the outer lock to be held.',
    },
    {
        id: 'linux-lockdep-key',
        phase: 'kernel',
        severity: 'warning',
        pattern: /INFO: trying to register non-static key/,
        title: 'lockdep: lock used before initialisation',
        hint: 'A lock in zeroed or stack memory was never initialised (or was freed).',
    },
    {
        id: 'linux-lockdep-limit',
        phase: 'kernel',
        severity: 'warning',
        pattern: /BUG: (?<limit>MAX_[A-Z_]+) too low!/,
        title: 'lockdep: $<limit> too low',
        hint: 'lockdep switched itself off: later locking bugs stay unseen. Raise the CONFIG_LOCKDEP_*_BITS limit.',
    },
    {
        id: 'linux-rcu-usage',
        phase: 'kernel',
        severity: 'warning',
        pattern: /suspicious RCU usage/,
        title: 'Suspicious RCU usage',
        hint: 'RCU protected data is read outside rcu_read_lock() or without the lock; the line below names the place.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/lockups.js
/** A Linux kernel that does not get on: lockups, stalls, hung tasks. */
const LOCKUPS = [
    {
        id: 'linux-soft-lockup',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: soft lockup - CPU#[0-9]+ stuck for/,
        title: 'Soft lockup',
        hint: 'A CPU did not schedule for 20 s and more. On a loaded host or under TCG the vCPU may simply have been starved: check the host first.',
    },
    {
        id: 'linux-hard-lockup',
        phase: 'kernel',
        severity: 'error',
        pattern: /detected hard LOCKUP on cpu/,
        title: 'Hard lockup',
        hint: 'A CPU took no interrupts for seconds: it spins with interrupts off, or the host did not run the vCPU.',
    },
    {
        id: 'linux-workqueue-lockup',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: workqueue lockup/,
        title: 'Workqueue lockup',
        hint: 'No worker made progress; "Showing busy workqueues" below names the stuck work.',
    },
    {
        id: 'linux-hung-task',
        phase: 'kernel',
        severity: 'error',
        pattern: /INFO: task [^A-Za-z]*(?<task>[A-Za-z][A-Za-z_.-]*).* blocked (?:in I\/O wait )?for more than/,
        title: 'Hung task: $<task>',
        hint: 'The task waits for a lock or for I/O that never ends; its stack is below. Check that the disk back end still answers.',
    },
    {
        id: 'linux-undying-task',
        phase: 'kernel',
        severity: 'error',
        pattern: /INFO: task [^A-Za-z]*(?<task>[A-Za-z][A-Za-z_.-]*).* can't die for more than/,
        title: 'Task that cannot die: $<task>',
        hint: 'The task was killed but waits without end in the kernel; its stack is below.',
    },
    {
        id: 'linux-rcu-self-stall',
        phase: 'kernel',
        severity: 'error',
        pattern: /INFO: rcu.* self-detected stall on CPU/,
        title: 'RCU stall (self-detected)',
        hint: 'This CPU looped without a quiescent state, or its vCPU was not run by the host. The stack below shows what it did.',
    },
    {
        id: 'linux-rcu-stall',
        phase: 'kernel',
        severity: 'error',
        pattern: /rcu.* detected (?:expedited )?stalls on /,
        title: 'RCU stall',
        hint: 'A CPU or task blocks RCU, or a vCPU was not run by the host. The stacks below show what it did.',
    },
    {
        id: 'linux-rcu-starved',
        phase: 'kernel',
        severity: 'error',
        pattern: /kthread starved for [0-9]+ jiffies/,
        title: 'RCU kthread starved',
        hint: 'The RCU thread got no CPU time: real-time tasks hog the CPU, or the host is overloaded.',
    },
    {
        id: 'linux-rcu-timer',
        phase: 'kernel',
        severity: 'error',
        pattern: /kthread timer wakeup didn't happen for/,
        title: 'RCU timer wakeup did not happen',
        hint: 'Timer interrupts do not arrive: check the clock source, the local APIC timer and the load of the host.',
    },
    {
        id: 'linux-spinlock',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: (?<what>(?:spin|rw)lock [a-z][a-z ]*[a-z])/,
        title: '$<what>',
        hint: 'Lock debugging found a lock that is held for too long, corrupted or released twice.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/panics.js
/** What a Linux kernel prints when it gives up. */
/** `panic()` closes its report with this line; it repeats the reason, so it is not a second panic. */
const PANIC_END = '---[ end Kernel panic';
const PANIC_END_LINE = /end Kernel panic/;
const panics_TRACE_END = '---[ end trace';
const PANICS = [
    {
        id: 'linux-panic-root-fs',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Kernel panic - not syncing: VFS: Unable to mount root fs/,
        title: 'Kernel panic: unable to mount the root file system',
        hint: 'Check root= and that the disk driver and file system are built in or in the initrd. An initrd that was not loaded (Cloud Hypervisor ignores it with TDX) ends here too.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-init-killed',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /Kernel panic - not syncing: Attempted to kill (?:init|the idle task)!/,
        title: 'Kernel panic: init died',
        hint: 'PID 1 ended. exitcode=0x0000NN00 is its exit status NN (7f = command not found), 0x0000000b is SIGSEGV, 0x00000004 is SIGILL. Look at the last lines of init above.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-no-init',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Kernel panic - not syncing: (?<what>No working init found|No init found|Requested init)/,
        title: 'Kernel panic: $<what>',
        hint: 'No executable init was found: check rdinit=/init=, that the initrd contains an executable /init for this architecture, and its interpreter and libraries.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-tdvmcall',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /TDVMCALL failed\. TDX module bug\?/,
        title: 'Kernel panic: TDVMCALL failed in the TDX module',
        hint: 'The TDX module refused a TDG.VP.VMCALL. Compare TDX module version and guest kernel; a register mask that exposes RBP is refused when the TD has NO_RBP_MOD.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-tdcall',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /TDCALL (?<leaf>[0-9]+) failed \(Buggy TDX module!\)/,
        title: 'Kernel panic: TDCALL leaf $<leaf> failed',
        hint: 'A TDCALL that must not fail failed. Check the TDX module version on the host and report the leaf number.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-tdx-ept',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Unexpected EPT-violation on private memory/,
        title: 'Kernel panic: EPT violation on private memory',
        hint: 'The guest touched private memory that was never accepted or that the host took away. Check memory acceptance in the firmware and the HOB/E820 memory map.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-tdx-accept',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /TDX: Failed to accept memory/,
        title: 'Kernel panic: TDX failed to accept memory',
        hint: 'TDG.MEM.PAGE.ACCEPT failed. Check that the memory map matches the memory of the TD; try accept_memory=eager to see whether a fixed range fails.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-stack-protector',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /stack-protector: Kernel stack is corrupted in: (?<func>[A-Za-z0-9_]+)/,
        title: 'Kernel panic: stack corrupted in $<func>',
        hint: 'A function wrote past a buffer on its stack. Rebuild with CONFIG_KASAN=y to find the write.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-stack-end',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /corrupted stack end detected inside scheduler/,
        title: 'Kernel panic: stack end corrupted',
        hint: 'The kernel stack overflowed. Look for deep recursion in the trace; CONFIG_VMAP_STACK=y catches the overflow where it happens.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-oom',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Kernel panic - not syncing: (?:Out of memory|System is deadlocked on memory)/,
        title: 'Kernel panic: out of memory',
        hint: 'Give the guest more memory, or make the initrd smaller: an initramfs is unpacked into RAM.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-on-warn',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Kernel panic - not syncing: .*panic_on_warn set/,
        title: 'Kernel panic: panic_on_warn set',
        hint: 'The report just above this line is the cause; panic_on_warn only turned it into a panic.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-fatal-exception',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Kernel panic - not syncing: .*Fatal exception/,
        title: 'Kernel panic: fatal exception',
        hint: 'The oops just above this line is the cause; decode its RIP with scripts/decode_stacktrace.sh and the matching vmlinux.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Kernel panic - not syncing: (?<reason>[A-Za-z](?:[A-Za-z' _:!,.+*?-]*[A-Za-z!?.])?)/,
        title: 'Kernel panic: $<reason>',
        hint: 'Read the lines above the panic for the cause, and decode the call trace with scripts/decode_stacktrace.sh.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-other',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Kernel panic - not syncing/,
        title: 'Kernel panic',
        hint: 'Read the lines above the panic for the cause, and decode the call trace with scripts/decode_stacktrace.sh.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-rust-panic',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /rust_kernel: panicked at (?<file>[A-Za-z0-9_./-]+\.rs)/,
        title: 'Rust panic in $<file>',
        hint: 'Rust code in the kernel panicked: an assertion, an index or an unwrap at the named line.',
        end: panics_TRACE_END,
    },
    {
        id: 'linux-decompressor-halted',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /-- System halted/,
        title: 'Kernel decompressor halted',
        hint: 'The compressed kernel could not be unpacked or started; the reason is on the line above. Check the bzImage for damage and the memory size.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/resources.js
/** A Linux kernel that has run out of something. */
const RESOURCES = [
    {
        id: 'linux-oom-kill',
        phase: 'kernel',
        severity: 'error',
        pattern: /(?:Out of memory|Memory cgroup out of memory): Kill(?:ed)? process [0-9]+ \((?<task>[A-Za-z][A-Za-z_.-]*)/,
        title: 'Out of memory: killed $<task>',
        hint: 'Give the guest more memory, or make the initrd smaller: an initramfs is unpacked into RAM.',
    },
    {
        id: 'linux-oom-constraint',
        phase: 'kernel',
        severity: 'error',
        pattern: /oom-kill:constraint=(?<constraint>[A-Z_]+)/,
        title: 'OOM killer ran ($<constraint>)',
        hint: 'CONSTRAINT_NONE: the whole guest is out of memory. CONSTRAINT_MEMCG: only a cgroup limit was hit.',
    },
    {
        id: 'linux-page-allocation',
        phase: 'kernel',
        severity: 'warning',
        pattern: /page allocation failure: order:(?<order>[0-9]+)/,
        title: 'Page allocation failure (order $<order>)',
        hint: 'Memory is short or fragmented; raise the memory of the guest.',
    },
    {
        id: 'linux-initramfs-unpack',
        phase: 'kernel',
        severity: 'warning',
        pattern: /Initramfs unpacking failed: (?<why>[A-Za-z](?:[A-Za-z ]*[a-z])?)/,
        title: 'Initramfs unpacking failed: $<why>',
        hint: 'The initrd is damaged, compressed in a way that this kernel cannot read, or larger than the memory ("write error").',
    },
    {
        id: 'linux-disk-error',
        phase: 'kernel',
        severity: 'error',
        pattern: /I\/O error, dev (?<dev>vd|sd|nvme|dm-|md|pmem)/,
        title: 'I/O error on disk $<dev>*',
        hint: 'The VMM could not read or write the disk image: check its size, its file system and the space on the host.',
    },
    {
        id: 'linux-ext4-error',
        phase: 'kernel',
        severity: 'error',
        pattern: /EXT4-fs error \(device (?<dev>[a-z]+)/,
        title: 'EXT4 error on $<dev>*',
        hint: 'The file system in the image is damaged. Check the image with e2fsck; never boot one writable image twice at a time.',
    },
    {
        id: 'linux-irq-nobody-cared',
        phase: 'kernel',
        severity: 'warning',
        pattern: /irq (?<irq>[0-9]+): nobody cared/,
        title: 'irq $<irq>: nobody cared',
        hint: 'An interrupt line stays asserted without a driver that handles it; the kernel switched it off.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/sanitizers.js
/** Reports of the kernel's sanitizers: KASAN, KCSAN, KMSAN, KFENCE, UBSAN, kmemleak. */
const SANITIZERS = [
    {
        id: 'linux-kasan',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: KASAN: (?<kind>[a-z][a-z -]*[a-z]) in (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
        title: 'KASAN: $<kind> in $<func>',
        hint: 'A memory error at the named function. The report below lists the access, the allocation and the free.',
        end: 'Memory state around the buggy address',
    },
    {
        id: 'linux-kasan-other',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: KASAN: (?<kind>[a-z][a-z -]*[a-z])/,
        title: 'KASAN: $<kind>',
        hint: 'A memory error. The report below lists the access, the allocation and the free.',
        end: 'Memory state around the buggy address',
    },
    {
        id: 'linux-kcsan',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: KCSAN: (?<kind>[a-z][a-z-]*) in (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
        title: 'KCSAN: $<kind> in $<func>',
        hint: 'Two contexts access the same memory without ordering. Use READ_ONCE/WRITE_ONCE, a lock, or data_race() if it is intended.',
        end: 'Reported by Kernel Concurrency Sanitizer',
    },
    {
        id: 'linux-kmsan',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: KMSAN: (?<kind>[a-z][a-z -]*[a-z]) in (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
        title: 'KMSAN: $<kind> in $<func>',
        hint: 'Uninitialised memory was used. The report below shows where it was allocated.',
    },
    {
        id: 'linux-kfence',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: KFENCE: (?<kind>[a-z][a-z -]*[a-z]) in (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
        title: 'KFENCE: $<kind> in $<func>',
        hint: 'A sampled heap error. The report below lists the access, the allocation and the free.',
    },
    {
        id: 'linux-ubsan',
        phase: 'kernel',
        severity: 'error',
        pattern: /UBSAN: (?<kind>[A-Za-z][A-Za-z -]*[a-z]) in (?<file>[A-Za-z0-9_./-]+):/,
        title: 'UBSAN: $<kind> in $<file>',
        hint: 'Undefined behaviour in C at the named file and line.',
    },
    {
        id: 'linux-kmemleak',
        phase: 'kernel',
        severity: 'error',
        pattern: /kmemleak: [0-9]+ new suspected memory leaks/,
        title: 'kmemleak: suspected memory leaks',
        hint: 'Read /sys/kernel/debug/kmemleak in the guest for the allocation traces.',
    },
    {
        id: 'linux-kmemleak-object',
        phase: 'kernel',
        severity: 'error',
        pattern: /unreferenced object 0x[0-9a-f]+/,
        title: 'kmemleak: unreferenced object',
        hint: 'No pointer to this allocation is left. The backtrace below names the function that allocated it.',
    },
    {
        id: 'linux-slub',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG (?<cache>[A-Za-z][A-Za-z0-9_:.-]*) \((?:T|Not t)ainted[^)]*\): +(?<what>[A-Za-z](?:[A-Za-z -]*[a-z])?)/,
        title: 'Slab corruption in $<cache>: $<what>',
        hint: 'The slab allocator found a damaged object. Rebuild with CONFIG_KASAN=y to find the write.',
    },
    {
        id: 'linux-usercopy',
        phase: 'kernel',
        severity: 'error',
        pattern: /usercopy: Kernel memory (?<what>[a-z]+) attempt detected/,
        title: 'usercopy: kernel memory $<what> attempt',
        hint: 'copy_to_user/copy_from_user with a length that leaves its object.',
    },
    {
        id: 'linux-list-corruption',
        phase: 'kernel',
        severity: 'error',
        pattern: /(?<op>list_add|list_del) corruption/,
        title: '$<op> corruption',
        hint: 'A list entry was freed, added twice or overwritten. Rebuild with CONFIG_KASAN=y.',
    },
    {
        id: 'linux-refcount',
        phase: 'kernel',
        severity: 'error',
        pattern: /refcount_t: (?<what>[a-z][a-z0-9 -]*[a-z0-9])/,
        title: 'refcount_t: $<what>',
        hint: 'Unbalanced get and put on a reference counter; the trace shows the last user.',
    },
    {
        id: 'linux-ref-tracker',
        phase: 'kernel',
        severity: 'error',
        pattern: /ref_tracker: /,
        title: 'ref_tracker: leaked or double released reference',
        hint: 'The trace below shows where the reference was taken.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/tdx.js
/** What a Linux guest prints when something is wrong with its Trust Domain, or a host with its TDX module. */
const tdx_TRACE_END = '---[ end trace';
const TDX = [
    {
        id: 'linux-tdx-unexpected-ve',
        phase: 'kernel',
        severity: 'error',
        pattern: /tdx: Unexpected #VE: (?<reason>[0-9]+)/,
        title: 'Unexpected #VE, exit reason $<reason>',
        hint: 'The kernel did something a TD may not do; the number is the VMX exit reason (28 = control register access, 48 = EPT violation, 32 = WRMSR). The trace below shows where. For 28 in MTRR code boot with clearcpuid=mtrr.',
    },
    {
        id: 'linux-tdx-ve-fault',
        phase: 'kernel',
        severity: 'error',
        pattern: /VE fault: [0-9a-f]+ \[#/,
        title: 'Virtualization exception (#VE) oops',
        hint: 'A #VE that the kernel cannot handle killed this context. RIP names the instruction; the line before it names the exit reason.',
        end: tdx_TRACE_END,
    },
    {
        id: 'linux-tdx-sept-ve-disable',
        phase: 'kernel',
        severity: 'warning',
        pattern: /TD misconfiguration: SEPT_VE_DISABLE/,
        title: 'TD attribute SEPT_VE_DISABLE is not set',
        hint: 'Only a debug TD survives this. Set sept-ve-disable=on (QEMU tdx-guest) so that the host cannot inject #VE on private memory.',
    },
    {
        id: 'linux-swiotlb-full',
        phase: 'kernel',
        severity: 'error',
        pattern: /swiotlb buffer is full/,
        title: 'DMA bounce buffers (swiotlb) are full',
        hint: 'A TD does all DMA through bounce buffers. Raise swiotlb= on the command line or reduce queue sizes.',
    },
    {
        id: 'linux-host-tdx-init-failed',
        phase: 'host',
        severity: 'error',
        pattern: /tdx: module initialization failed \((?<errno>-[0-9]+)\)/,
        title: 'TDX module initialization failed ($<errno>)',
        hint: 'Host problem: update BIOS and TDX module, and read the SEAMCALL line above.',
    },
    {
        id: 'linux-host-tdx-bios',
        phase: 'host',
        severity: 'error',
        pattern: /tdx: not enabled by BIOS/,
        title: 'TDX is not enabled by the BIOS',
        hint: 'Host problem: enable TME, TME-MT, TDX, the SEAM loader and a TDX KeyID split in the BIOS set-up.',
    },
    {
        id: 'linux-host-seamcall',
        phase: 'host',
        severity: 'error',
        pattern: /tdx: SEAMCALL \((?<leaf>0x[0-9a-fA-F]+)\) failed/,
        title: 'SEAMCALL $<leaf> failed',
        hint: 'Host problem: the TDX module rejected a call of the host kernel. Compare module version and kernel version.',
    },
    {
        id: 'linux-host-tdx-early',
        phase: 'host',
        severity: 'error',
        pattern: /tdx: initialization failed: (?<reason>[A-Za-z](?:[A-Za-z ]*[A-Za-z])?)/,
        title: 'TDX host initialization failed: $<reason>',
        hint: 'Host problem: the text names it (hibernation support: boot the host with nohibernate; too few KeyIDs: change the split in the BIOS).',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/index.js
/** What Linux prints when something is wrong, specific rows before general ones. */








const LINUX = [
    ...PANICS,
    ...TDX,
    ...SANITIZERS,
    ...EXCEPTIONS,
    ...LOCKUPS,
    ...LOCKDEP,
    ...BUGS,
    ...RESOURCES,
];

;// CONCATENATED MODULE: ./lib/judge/catalog/qemu-tdx.js
/** What QEMU prints on its own stderr when it cannot create or keep a Trust Domain. */
/** A guest may print these words on its console: only the VMM's own stderr counts. */
const qemu_tdx_VMM = ['vmm'];
const QEMU_TDX = [
    {
        id: 'qemu-tdx-vm-type',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /-type '?(?:tdx|TDX)'? not supported by KVM/,
        title: 'KVM does not offer the TDX VM type',
        hint: 'TDX is off on the host: check /sys/module/kvm_intel/parameters/tdx and dmesg for tdx, and that kernel (6.16+) and QEMU (10.1+) belong together.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-no-tdx-guest',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /'qom-type' does not accept value 'tdx-guest'|invalid object type: tdx-guest/,
        title: 'This QEMU is built without TDX',
        hint: 'Use QEMU 10.1 or newer built with CONFIG_TDX; qemu-system-x86_64 -object help must list tdx-guest.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-ioctl-hw',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /TDX ioctl (?<ioctl>[A-Z_]+) failed, hw_errors: 0x[0-9a-f]+: (?<errno>[A-Z][A-Za-z ]*[a-z])/,
        title: '$<ioctl> failed: $<errno>',
        hint: 'hw_errors is the status of the TDX module. For KVM_TDX_INIT_VM check -cpu, attributes, XFAM and phys-bits.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-ioctl',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /(?<ioctl>KVM_TDX_[A-Z_]+) failed: (?<errno>[A-Z][A-Za-z ]*[a-z])/,
        title: '$<ioctl> failed: $<errno>',
        hint: 'KVM refused the TD parameters: check -cpu host, attributes and the guest physical address width (48 or 52), and that QEMU fits the kernel.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-cpuid-limit',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /KVM TDX seems broken that number of CPUID entries/,
        title: 'KVM reports too many CPUID entries for TDX',
        hint: 'QEMU and kernel do not fit each other.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-machine',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /TDX VM doesn't support (?<feature>SMM|PIC)/,
        title: 'A TD cannot have $<feature>',
        hint: 'Remove smm=on or pic=on from -machine.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-irqchip',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /TDX VM requires kernel_irqchip to be split/,
        title: 'A TD needs kernel_irqchip=split',
        hint: 'Remove kernel_irqchip from -machine or set it to split.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdvf-guid',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Cannot find TDX_METADATA_OFFSET_GUID/,
        title: 'The firmware has no TDX metadata',
        hint: 'Use a TD firmware with -bios: edk2 IntelTdxX64 or OVMF.inteltdx.fd, not a plain OVMF.fd.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdvf-section-type',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /TDVF contains unsupported section type (?<type>[0-9]+)/,
        title: 'The firmware has a TDVF section of type $<type> that QEMU does not know',
        hint: "Type 5 is td-shim's PayloadParam: QEMU boots only td-shim images with a built-in executable payload (td-shim#656).",
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdvf-metadata',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Broken metadata RawDataSize/,
        title: 'The TDX metadata of the firmware is broken',
        hint: 'A section has more raw data than memory; older QEMU refuses such images (MigTD#1016).',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdvf-hob',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /TDVF metadata doesn't specify TD_HOB location/,
        title: 'The firmware has no TD_HOB section',
        hint: 'The firmware was not built for TDX, or with another layout.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdvf-section',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Failed to accept memory for TDVF section|Unsupported TDVF section/,
        title: 'QEMU cannot place a TDVF section',
        hint: 'The memory of the guest does not cover a section of the firmware, or the section type is unknown.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdvf-parse',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /failed to parse TDVF for TDX VM/,
        title: 'QEMU cannot read the TDVF metadata',
        hint: 'Use a TD firmware with -bios: edk2 IntelTdxX64 or OVMF.inteltdx.fd.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-kvm-bus-cycles',
        phase: 'host',
        severity: 'fatal',
        pattern: /KVM doesn't support KVM_CAP_X86_APIC_BUS_CYCLES_NS/,
        title: 'The host kernel is too old for TDX',
        hint: 'Use a host kernel from 6.16 on.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-tsc',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Invalid TSC [0-9]+ KHz/,
        title: 'Invalid TSC frequency for a TD',
        hint: 'tsc-freq must be 100 MHz to 10 GHz in steps of 25 MHz; or leave it out.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-phys-bits',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /TDX requires guest CPU physical bits/,
        title: 'phys-bits of the guest must equal the host',
        hint: 'Use -cpu host without phys-bits.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-attributes',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Invalid attributes 0x[0-9a-f]+ for TDX VM|Some QEMU unsupported TD attribute bits|Invalid XFAM/,
        title: 'Invalid TD attributes or XFAM',
        hint: 'KVM or QEMU does not support a requested attribute bit or XSAVE feature: check attributes= and the -cpu options.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-digest',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /TDX '(?<property>[a-z]+)' sha384 digest was/,
        title: '$<property> is not a SHA-384 digest',
        hint: 'The property is the base64 form of 48 bytes.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-guest-fatal',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /TDX guest reports fatal error\..*message:"(?<message>[^"]*)/,
        title: 'The guest reported a fatal error: $<message>',
        hint: 'The firmware or kernel called ReportFatalError; the message is its own. SEPT_VE_DISABLE: set sept-ve-disable=on.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-guest-fatal-silent',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /TDX guest reports fatal error/,
        title: 'The guest reported a fatal error',
        hint: 'The firmware or kernel called ReportFatalError without a text; the error code is in the line.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-map-gpa',
        phase: 'vmm',
        severity: 'error',
        pattern: /KVM_HC_MAP_GPA_RANGE not enabled for guest/,
        title: 'KVM_HC_MAP_GPA_RANGE is not enabled',
        hint: 'QEMU and kernel do not fit each other.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-guest-memfd',
        phase: 'host',
        severity: 'fatal',
        pattern: /KVM does not support guest_memfd/,
        title: 'KVM does not support guest_memfd',
        hint: 'A TD needs KVM with guest_memfd (6.16 and newer with CONFIG_KVM_INTEL_TDX) and -accel kvm.',
        streams: qemu_tdx_VMM,
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/qemu.js
/** What QEMU prints on its own stderr when it cannot start, cannot run or lose a guest. */

/** A guest may print these words on its console: only the VMM's own stderr counts. */
const qemu_VMM = ['vmm'];
const RUN = [
    {
        id: 'qemu-kvm-run-failed',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /error: kvm run failed (?<errno>[A-Z][A-Za-z /]*[a-z])/,
        title: 'KVM_RUN failed: $<errno>',
        hint: 'The vCPU died. For a TD update BIOS and TDX module and read the host dmesg; a firmware panic (td-shim#548) ends here too.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-kvm-unknown-exit',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /KVM: unknown exit/,
        title: 'KVM returned an unknown exit',
        hint: 'A TDX module or kernel that this QEMU does not fit (canonical/tdx#348: old TDX module).',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-kvm-entry-failed',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /KVM: entry failed, hardware error/,
        title: 'KVM could not enter the guest',
        hint: 'Invalid guest state or no nested virtualisation for this mode; read the host dmesg.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-kvm-internal-error',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /KVM internal error\. Suberror: (?<code>[0-9]+)/,
        title: 'KVM internal error (suberror $<code>)',
        hint: 'KVM could not emulate an instruction (1) or deliver an event (2). This /dev/kvm may be software-only: use platform emulated. QEMU does not exit by itself.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-msr',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /error: failed to (?<op>set|get) MSR (?<msr>0x[0-9a-f]+)/,
        title: 'KVM refused to $<op> MSR $<msr>',
        hint: '-cpu host asks for a feature that this KVM does not have; a software-only /dev/kvm does this. Use platform emulated.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-registers',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Failed to get registers: /,
        title: 'QEMU cannot read the registers of the vCPU',
        hint: 'Follows a failed KVM_RUN of a TD: its registers are private. Read the line above and the host dmesg.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-code-outside-ram',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Trying to execute code outside RAM or ROM at/,
        title: 'The guest jumped outside RAM and ROM',
        hint: 'Damaged firmware, or a jump through a wild pointer.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-virtio-descriptor',
        phase: 'kernel',
        severity: 'error',
        pattern: /bogus descriptor or out of resources/,
        title: 'virtio: bogus descriptor',
        hint: 'The guest gave QEMU an address that it cannot read: a TD must use shared memory (iommu_platform=on, swiotlb) (canonical/tdx#106).',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-assertion',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /: (?<func>[A-Za-z_][A-Za-z0-9_]*): Assertion `.*' failed/,
        title: 'QEMU assertion failed in $<func>',
        hint: 'QEMU aborted; the error line above is the cause, or it is a bug of QEMU.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-signal',
        phase: 'vmm',
        severity: 'warning',
        pattern: /terminating on signal (?<signal>[0-9]+)/,
        title: 'QEMU was ended by signal $<signal>',
        hint: 'Someone ended QEMU; the process is named in the line. 15 is also how a deadline ends it.',
        streams: qemu_VMM,
    },
];
const START = [
    {
        id: 'qemu-kvm-access',
        phase: 'host',
        severity: 'fatal',
        pattern: /Could not access KVM kernel module: (?<errno>[A-Z][A-Za-z ]*[a-z])/,
        title: 'KVM is not usable: $<errno>',
        hint: 'Permission denied: add the user to group kvm. No such file: load kvm_intel and enable virtualisation, or use platform emulated.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-kvm-init',
        phase: 'host',
        severity: 'fatal',
        pattern: /failed to initialize (?:kvm|KVM): (?<errno>[A-Z][A-Za-z ]*[a-z])/,
        title: 'QEMU could not initialise KVM: $<errno>',
        hint: 'The line above says what KVM refused.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-accelerator',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /invalid accelerator (?<accel>[a-z]+)/,
        title: 'QEMU has no accelerator $<accel>',
        hint: 'This QEMU was built without it: install the full qemu-system-x86 package.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-firmware',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /could not load PC BIOS '/,
        title: 'QEMU could not load the firmware',
        hint: 'The file is missing, empty, or its size is not a multiple of 64 KiB.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-kernel',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /could not (?:load|open) kernel '[^']*'/,
        title: 'QEMU could not load the kernel',
        hint: 'Check the path of -kernel.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-kernel-format',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error loading uncompressed kernel without PVH ELF Note/,
        title: 'The kernel is an ELF file without PVH entry',
        hint: 'Pass a bzImage (vmlinuz), or build vmlinux with CONFIG_PVH=y.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-initrd',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /error reading initrd|could not (?:load|open) initrd|initrd is too large/,
        title: 'QEMU could not load the initrd',
        hint: 'Check the path of -initrd and the memory of the guest.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-image-lock',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Failed to get (?:shared )?"(?<mode>[a-z ]+)" lock/,
        title: 'The disk image is in use by another process',
        hint: 'Another QEMU has the image open: give each VM its own copy or overlay.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-open-file',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Could not open '[^']*': (?<errno>[A-Z][A-Za-z ]*[a-z])/,
        title: 'QEMU could not open a file: $<errno>',
        hint: 'The line names the file; check its path and permissions.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-host-forwarding',
        phase: 'host',
        severity: 'fatal',
        pattern: /Could not set up host forwarding rule/,
        title: 'QEMU could not forward a host port',
        hint: 'The port is in use: choose another one, or let the system choose.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-address-in-use',
        phase: 'host',
        severity: 'fatal',
        pattern: /Address already in use/,
        title: 'A socket, port or vsock CID is already in use',
        hint: 'Another VM uses it, or an old one is still alive; guest CIDs must be unique on the host.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-memory',
        phase: 'host',
        severity: 'fatal',
        pattern: /cannot set up guest memory|unable to map backing store for guest RAM|Cannot allocate memory/,
        title: 'The host has not enough memory for the guest',
        hint: 'Lower the memory of the guest or free memory on the host; the memory of TDs cannot be swapped.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-device-model',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /'(?<model>[a-zA-Z0-9_.-]+)' is not a valid device model name/,
        title: 'QEMU has no device $<model>',
        hint: 'This QEMU lacks the device or its module package; -device help lists what it has.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-machine-type',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /unsupported machine type/,
        title: 'QEMU does not know the machine type',
        hint: '-machine help lists what it has; TDs need q35.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-cpu-model',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /unable to find CPU model '(?<model>[^']*)'/,
        title: 'QEMU has no CPU model $<model>',
        hint: '-cpu help lists what it has; a TD needs -cpu host.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-object-type',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /(?:'qom-type' does not accept value '|invalid object type: )(?<type>[a-z0-9-]+)/,
        title: 'QEMU has no object type $<type>',
        hint: 'memory-backend-memfd-private and the like exist only in old out-of-tree builds; upstream needs plain -m.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-property',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Property '(?<property>[^']*)' not found/,
        title: 'QEMU does not know the property $<property>',
        hint: 'The option belongs to another version of QEMU.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-option',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /: invalid option/,
        title: 'QEMU does not know an option',
        hint: 'The line names the option; it belongs to another version of QEMU.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-vhost-vsock',
        phase: 'host',
        severity: 'fatal',
        pattern: /vhost-vsock: (?:failed to open vhost device|unable to set guest cid)/,
        title: 'QEMU cannot use vhost-vsock',
        hint: 'Load vhost_vsock, give the user access to /dev/vhost-vsock, and use a free CID.',
        streams: qemu_VMM,
    },
];
const QEMU = [...QEMU_TDX, ...RUN, ...START];

;// CONCATENATED MODULE: ./lib/judge/catalog/td-shim.js
/** What td-shim prints when it stops; only debug builds print anything, each line as `<LEVEL> - <text>`. */
const TD_SHIM = [
    {
        id: 'tdshim-verification',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /PanicInfo .*Verification fails/,
        title: 'td-shim: secure boot verification fails',
        hint: 'The payload is not signed by the enrolled key, or the key in the image is another one (td-shim-sign-payload, td-shim-enroll-key).',
    },
    {
        id: 'tdshim-invalid-metadata',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /(?:Some\(| - )Invalid metadata/,
        title: 'td-shim: invalid metadata',
        hint: 'The TDX metadata in the image is damaged or of another layout: rebuild the image with cargo image, and check it with td-shim-checker.',
    },
    {
        id: 'tdshim-dynamic-info',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Fail to initialize dynamic information/,
        title: 'td-shim: no usable TD HOB or metadata',
        hint: 'The VMM did not hand over the TD HOB that td-shim expects; firmware and VMM do not fit each other.',
    },
    {
        id: 'tdshim-no-memory',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Unable to find a piece of suitable memory for runtime/,
        title: 'td-shim: no memory for its runtime',
        hint: 'Give the guest more memory, or check the memory map in the TD HOB.',
    },
    {
        id: 'tdshim-kernel-type',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Unknown kernel image type (?<type>[0-9]+)/,
        title: 'td-shim: unknown kernel image type $<type>',
        hint: 'The PayloadInfo HOB of the VMM names a type that td-shim does not know: 1 is bzImage, 2 is a raw vmlinux.',
    },
    {
        id: 'tdshim-firmware-volume',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Failed to get image file from Firmware Volume/,
        title: 'td-shim: no payload in the firmware volume',
        hint: 'The image was built without an executable payload and the VMM passed no kernel: pass a kernel or build the image with a payload.',
    },
    {
        id: 'tdshim-kernel-returned',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Linux kernel should not return here!!!/,
        title: 'td-shim: the kernel returned',
        hint: 'The kernel entry point came back: the bzImage is damaged or not for x86-64.',
    },
    {
        id: 'tdshim-payload-returned',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /payload entry\(\) should not return here, deadloop!!!/,
        title: 'td-shim: the payload returned',
        hint: 'The built-in payload finished without powering off; td-shim loops for ever.',
    },
    {
        id: 'tdshim-panic-reason',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /PanicInfo .*message: Some\((?<reason>[A-Za-z](?:[A-Za-z ,:!'_.`-]*[A-Za-z!])?)/,
        title: 'td-shim panic: $<reason>',
        hint: 'td-shim halted; location in the line names the source. A release image would have been silent.',
    },
    {
        id: 'tdshim-panic',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /panic \.\.\. |PanicInfo \{/,
        title: 'td-shim panic',
        hint: 'td-shim halted; location in the line names the source. A release image would have been silent.',
    },
    {
        id: 'tdshim-alloc-error',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /alloc_error \.\.\./,
        title: 'td-shim: out of heap',
        hint: 'A table or the payload does not fit the TempHeap section: enlarge it in the memory layout.',
    },
    {
        id: 'tdshim-ve',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Unsupported #VE exit reason (?<reason>0x[0-9a-f]+)/,
        title: 'td-shim: unsupported #VE, exit reason $<reason>',
        hint: 'td-shim emulates HLT, I/O and MSR accesses only; the number is the VMX exit reason (0x30 = MMIO, 0xa = CPUID).',
    },
    {
        id: 'tdshim-page-fault',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /- Page fault: [0-9A-F]+/,
        title: 'td-shim: page fault',
        hint: 'The number is CR2. The registers below show RIP; a high address may be memory that was not accepted.',
    },
    {
        id: 'tdshim-control-flow',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /- Control Flow Exception/,
        title: 'td-shim: control flow exception',
        hint: 'A CET check failed: a return or an indirect call went to a wrong place.',
    },
    {
        id: 'tdshim-fault',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /- (?<fault>Double fault|Protection fault|Invalid opcode fault|Machine check fault|Stack segment fault|Segment not present fault|Invalid TSS fault|Alignment check fault|Virtualization fault|Divide by zero)/,
        title: 'td-shim: $<fault>',
        hint: 'td-shim halted in an exception handler; the registers below show RIP.',
    },
    {
        id: 'tdshim-tests-failed',
        phase: 'firmware',
        severity: 'error',
        pattern: /Test Result: Total run [0-9]+ tests; [0-9]+ passed; (?<count>[1-9][0-9]*) failed/,
        title: 'td-shim test payload: tests failed',
        hint: 'The lines above name each failed test.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/userspace.js
/** Dead ends after the kernel: the initramfs without its root, and an init that gives up. */
const USERSPACE = [
    {
        id: 'linux-root-device',
        phase: 'kernel',
        severity: 'error',
        pattern: /Cannot open root device/,
        title: 'The kernel cannot open the root device',
        hint: 'root= names a device that no built-in driver found. The list below shows the partitions that exist; virtio drivers may be modules that only an initrd can load.',
    },
    {
        id: 'linux-init-failed',
        phase: 'initramfs',
        severity: 'error',
        pattern: /Failed to execute (?<init>\/[A-Za-z0-9_./-]+) \(error (?<errno>-[0-9]+)\)/,
        title: 'Failed to execute $<init> (error $<errno>)',
        hint: '-2: the file or its interpreter is missing; -8: wrong architecture or format; -13: not executable.',
    },
    {
        id: 'linux-init-exists',
        phase: 'initramfs',
        severity: 'error',
        pattern: /Starting init: (?<init>\/[A-Za-z0-9_./-]+) exists but couldn't execute it/,
        title: 'init $<init> exists but cannot be executed',
        hint: 'Wrong architecture, missing interpreter or library, or no execute permission.',
    },
    {
        id: 'initramfs-root-missing',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /Dropping to a shell!/,
        title: 'The root device does not exist (initramfs shell)',
        hint: 'Compare root= with the disks that the VMM attaches (blkid in the shell), and check that the initrd has the virtio drivers.',
    },
    {
        id: 'initramfs-gave-up',
        phase: 'initramfs',
        severity: 'error',
        pattern: /Gave up waiting for (?<what>[a-z]+(?: [a-z]+)*) device/,
        title: 'initramfs gave up waiting for the $<what> device',
        hint: 'The disk never appeared: check the disk option of the VMM, root= and the drivers in the initrd.',
    },
    {
        id: 'initramfs-prompt',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /\(initramfs\)/,
        title: 'initramfs rescue shell',
        hint: 'The initramfs stopped and waits for a person. The lines above say what it did not find.',
    },
    {
        id: 'initramfs-no-init',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /Target filesystem doesn't have requested |No init found\. Try passing init= bootarg/,
        title: 'The root file system has no init',
        hint: 'root= points at a file system without /sbin/init: the wrong partition, or an image that is not a root file system.',
    },
    {
        id: 'initramfs-debug-shell',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /Dropping to debug shell/,
        title: 'initramfs debug shell',
        hint: 'The init script gave up; the lines above say why.',
    },
    {
        id: 'initramfs-alpine-shell',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /initramfs emergency recovery shell launched/,
        title: 'initramfs emergency recovery shell',
        hint: 'Mounting the root failed: check root=, modules= and the disk.',
    },
    {
        id: 'initramfs-emergency-shell',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /You are now being dropped into an emergency shell/,
        title: 'initramfs emergency shell',
        hint: 'Mounting the root failed: check root= and the drivers in the initrd.',
    },
    {
        id: 'dracut-timeout',
        phase: 'initramfs',
        severity: 'error',
        pattern: /dracut-initqueue: (?:timeout, still waiting|starting timeout scripts)/,
        title: 'dracut waits for a device that does not appear',
        hint: 'The hooks below name the missing device. Check root=, rd.* options, the disk option of the VMM and the drivers in the initrd.',
    },
    {
        id: 'dracut-fatal',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /dracut: (?:FATAL: |Refusing to continue)/,
        title: 'dracut refuses to continue',
        hint: 'Usually root= is missing or not understood; the text of the line says which.',
    },
    {
        id: 'dracut-could-not-boot',
        phase: 'initramfs',
        severity: 'error',
        pattern: /dracut.*Warning: Could not boot\./,
        title: 'dracut could not boot',
        hint: 'The root device was not found in time; the warnings around this line name it.',
    },
    {
        id: 'dracut-shell',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /dracut:\/#/,
        title: 'dracut emergency shell',
        hint: 'dracut stopped and waits for a person; /run/initramfs/rdsosreport.txt in the guest has the details.',
    },
    {
        id: 'systemd-sysroot',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /Failed to mount .*\/sysroot/,
        title: 'systemd failed to mount the root file system',
        hint: 'root= was found but not mountable: check rootfstype=, the file system driver in the initrd and the image.',
    },
    {
        id: 'systemd-mount',
        phase: 'userspace',
        severity: 'error',
        pattern: /(?:\[FAILED\]|systemd\[1\]:) Failed to mount (?<unit>.*[^. ])/,
        title: 'Failed to mount $<unit>',
        hint: 'An entry of /etc/fstab or a mount unit failed; without nofail it leads to emergency mode.',
    },
    {
        id: 'systemd-start',
        phase: 'userspace',
        severity: 'warning',
        pattern: /(?:\[FAILED\]|systemd\[1\]:) Failed to start (?<unit>.*[^. ])/,
        title: 'Failed to start $<unit>',
        hint: 'See journalctl -u for the unit; add it to the allowed failures if the test does not need it.',
    },
    {
        id: 'systemd-dependency',
        phase: 'userspace',
        severity: 'warning',
        pattern: /(?:\[DEPEND\]|systemd\[1\]:) Dependency failed for (?<unit>.*[^. ])/,
        title: 'Dependency failed for $<unit>',
        hint: 'A unit that this one requires failed earlier: look for the first failure above.',
    },
    {
        id: 'systemd-device-timeout',
        phase: 'userspace',
        severity: 'error',
        pattern: /Timed out waiting for device /,
        title: 'systemd timed out waiting for a device',
        hint: 'A device from /etc/fstab or root= never appeared; the line names it. In a TD check that its driver is allowed.',
    },
    {
        id: 'systemd-emergency',
        phase: 'userspace',
        severity: 'fatal',
        pattern: /You are in emergency mode|Welcome to emergency mode|Entering emergency mode/,
        title: 'Emergency mode',
        hint: 'Start-up failed and the guest waits for a person. The first [FAILED] or Warning line above is the cause.',
    },
    {
        id: 'systemd-rescue',
        phase: 'userspace',
        severity: 'fatal',
        pattern: /You are in rescue mode/,
        title: 'Rescue mode',
        hint: 'The guest was told to stop in rescue mode (single, rescue.target on the command line), or a unit isolated it.',
    },
    {
        id: 'systemd-maintenance',
        phase: 'userspace',
        severity: 'fatal',
        pattern: /Give root password for maintenance|Press Enter for (?:system )?maintenance|the root account is locked/,
        title: 'The guest asks for the root password for maintenance',
        hint: 'Start-up failed and the guest waits for a person. The first [FAILED] line above is the cause.',
    },
    {
        id: 'systemd-freeze',
        phase: 'userspace',
        severity: 'fatal',
        pattern: /Freezing execution/,
        title: 'systemd froze',
        hint: 'PID 1 gave up; the line above says why (missing API file systems, no default target, a crash).',
    },
    {
        id: 'systemd-crash',
        phase: 'userspace',
        severity: 'fatal',
        pattern: /systemd\[1\]: Caught <(?<signal>[A-Z]+)>/,
        title: 'systemd crashed with SIG$<signal>',
        hint: 'PID 1 crashed. SIGILL or SIGSEGV this early often means a CPU feature that the VMM does not offer, or a damaged image.',
    },
    {
        id: 'user-segfault',
        phase: 'userspace',
        severity: 'warning',
        pattern: /(?<task>[A-Za-z][A-Za-z_.-]*)[^ [\]]*\[[0-9]+\]: segfault at/,
        title: 'segfault in $<task>',
        hint: 'A program of the guest crashed; "in" at the end of the line names the library.',
    },
    {
        id: 'user-trap',
        phase: 'userspace',
        severity: 'warning',
        pattern: /traps: .*\[[0-9]+\] (?:trap )?(?<kind>[a-z][a-z0-9 ]*[a-z0-9]) ip:/,
        title: '$<kind> in a user program',
        hint: 'A program of the guest crashed. "invalid opcode" often means a CPU feature that the VMM does not offer.',
    },
    {
        id: 'user-core-dump',
        phase: 'userspace',
        severity: 'warning',
        pattern: /Process [0-9]+ \((?<task>[A-Za-z][A-Za-z_.-]*)[^)]*\) of user [0-9]+ (?:dumped core|terminated abnormally)/,
        title: '$<task> dumped core',
        hint: 'A program of the guest crashed; coredumpctl in the guest has the trace.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/milestones.js
/** The lines that show how far a boot has come, from the first firmware line to the login prompt. */
const FIRMWARE = [
    { id: 'edk2-sec', phase: 'firmware', pattern: /SecCoreStartupWithStack\(/, title: 'edk2 SEC', once: true },
    {
        id: 'edk2-tdx',
        phase: 'firmware',
        pattern: /Tdx started with\(Hob: |Intel Tdx Started with \(GPAW: /,
        title: 'edk2 in a TD',
    },
    { id: 'edk2-ovmf', phase: 'firmware', pattern: /Ovmf started/, title: 'edk2 without a TD' },
    {
        id: 'edk2-dxe',
        phase: 'firmware',
        pattern: /SwitchStack then Jump to DxeCore|HOBLIST address in DXE = |Loading DXE CORE at /,
        title: 'edk2 DXE',
    },
    { id: 'edk2-bds', phase: 'firmware', pattern: /\[Bds\] ?Entry\.\.\./, title: 'edk2 boot manager' },
    { id: 'bds-loading', phase: 'firmware', pattern: /BdsDxe: loading Boot/, title: 'boot option loading' },
    {
        id: 'tdshim-start',
        phase: 'firmware',
        pattern: /Starting RUST Based TdShim/,
        title: 'td-shim start',
        once: true,
    },
    {
        id: 'tdshim-payload',
        phase: 'firmware',
        pattern: /start launching payload/,
        title: 'td-shim starts its payload',
    },
    // Not `once`: on the debug port SeaBIOS prints its banner as a log line and again as screen text.
    { id: 'seabios', phase: 'firmware', pattern: /SeaBIOS \(version /, title: 'SeaBIOS' },
    { id: 'ipxe', phase: 'firmware', pattern: /Open Source Network Boot Firmware/, title: 'iPXE' },
];
const milestones_BOOTLOADER = [
    { id: 'bds-starting', phase: 'bootloader', pattern: /BdsDxe: starting Boot/, title: 'boot option started' },
    { id: 'grub', phase: 'bootloader', pattern: /Welcome to GRUB!|GNU GRUB/, title: 'GRUB' },
];
const KERNEL = [
    {
        id: 'tdshim-jump',
        phase: 'kernel',
        pattern: /Jump to kernel\.\.\./,
        title: 'td-shim jumps to the kernel',
    },
    { id: 'efi-stub', phase: 'kernel', pattern: /EFI [sS]tub: /, title: 'EFI stub' },
    {
        id: 'linux-banner',
        phase: 'kernel',
        pattern: /Linux version [0-9]+\.[0-9]+/,
        title: 'kernel banner',
        once: true,
    },
    { id: 'linux-tdx', phase: 'kernel', pattern: /tdx: Guest detected/, title: 'kernel sees a TD' },
    {
        id: 'linux-tdx-encryption',
        phase: 'kernel',
        pattern: /Memory Encryption Features active: .*Intel TDX/,
        title: 'TDX memory encryption active',
    },
    { id: 'linux-smp', phase: 'kernel', pattern: /smp: Brought up /, title: 'all CPUs up' },
    {
        id: 'linux-unpack',
        phase: 'kernel',
        pattern: /Unpacking initramfs|Trying to unpack rootfs image as initramfs/,
        title: 'kernel unpacks the initramfs',
    },
    { id: 'linux-root', phase: 'kernel', pattern: /VFS: Mounted root/, title: 'kernel mounted the root' },
    { id: 'linux-free', phase: 'kernel', pattern: /Freeing unused kernel /, title: 'kernel initialised' },
];
const INITRAMFS = [
    {
        id: 'initramfs-init',
        phase: 'initramfs',
        pattern: /Run \/init as init process/,
        title: 'init of the initramfs',
    },
    {
        id: 'systemd-initrd',
        phase: 'initramfs',
        pattern: /Running in (?:initrd|initial RAM disk)\./,
        title: 'systemd in the initramfs',
    },
    {
        // In an initrd systemd prints this banner too, so it proves no more than the initramfs.
        id: 'systemd-banner',
        phase: 'initramfs',
        pattern: /systemd\[1\]: systemd .* running in system mode/,
        title: 'systemd started',
    },
    {
        id: 'initramfs-tools',
        phase: 'initramfs',
        pattern: /Begin: Mounting root file system|Begin: Running \/scripts\//,
        title: 'initramfs scripts',
    },
    {
        // GRUB and emergency mode say "Welcome to" as well; a dracut initramfs greets like the system does.
        id: 'init-welcome',
        phase: 'initramfs',
        pattern: /Welcome to (?:[^Ge]|G[^R]|e[^m]).*!/,
        title: 'init greets',
    },
    {
        id: 'initramfs-target',
        phase: 'initramfs',
        pattern: /Reached target .*(?:initrd\.target|Initrd Default Target)/,
        title: 'initramfs is done',
    },
];
const milestones_USERSPACE = [
    {
        id: 'linux-init',
        phase: 'userspace',
        pattern: /Run \/(?:sbin|etc|bin|usr)\/[a-z/]+ as init process/,
        title: 'init of the root file system',
    },
    { id: 'switch-root', phase: 'userspace', pattern: /Switching root\./, title: 'switch to the root' },
    {
        id: 'systemd-start-job',
        phase: 'userspace',
        pattern: /Queued start job for default target [^iI]/,
        title: 'systemd of the root file system',
    },
    {
        id: 'systemd-target',
        phase: 'userspace',
        pattern: /Reached target .*(?:Multi-User System|Graphical Interface|Login Prompts)/,
        title: 'systemd target reached',
    },
    { id: 'cloud-init', phase: 'userspace', pattern: /Cloud-init v\. /, title: 'cloud-init' },
    { id: 'login-prompt', phase: 'userspace', pattern: / login: /, title: 'login prompt' },
];
const MILESTONES = [
    ...FIRMWARE,
    ...milestones_BOOTLOADER,
    ...KERNEL,
    ...INITRAMFS,
    ...milestones_USERSPACE,
];

;// CONCATENATED MODULE: ./lib/judge/catalog/index.js
/** The whole catalog: known failures (the first matching row wins), milestones, and harmless lines. */







const SIGNATURES = [
    ...LINUX,
    ...USERSPACE,
    ...BOOTLOADER,
    ...EDK2,
    ...TD_SHIM,
    ...CLOUD_HYPERVISOR,
    ...QEMU,
];

/** Harmless lines that contain a signature's words; they count for guest streams, never for `vmm`. */
const SUPPRESSIONS = [
    // CONFIG_DEBUG_OBJECTS ("ODEBUG: ") and programs that log at level DEBUG: both end in "BUG: ".
    /DEBUG:/,
    // Follows the first lockdep report, or a taint; says nothing by itself.
    /lockdep is turned off/,
    // Slow NMIs and interrupts: normal in a VM whose vCPU was scheduled out.
    /(?:handler|interrupt) .*took too long/,
    // ext3/ext4 journal replay after an unclean shutdown of the image.
    /recovery required on readonly filesystem/,
    // The RCU stall is over before it was reported.
    /Stall ended before state dump start/,
    // A statement about the Spectre v2 mitigation, not a WARN_ON().
    /WARNING: Unprivileged eBPF is enabled/,
    // Deprecation note of mount.
    /WARNING: [Tt]he mand mount option/,
    // The host limits CPUs in a way that the workqueue code comments on.
    /workqueue cpumask: online intersect/,
    // File system chatter with the word "warning".
    /EXT4-fs (?:\([^)]*\): )?warning/,
    // XFS prefixes its own notes with WARNING.
    /XFS \([^)]*\): WARNING/,
    // Deprecation notes about old programs.
    /uses deprecated v2 capabilities|uses wireless extensions/,
    // An initramfs without /dev/console: output still reaches the kernel log.
    /Warning: unable to open an initial console/,
    // Spurious interrupt during CPU bring-up, on hosts and in VMs.
    /No irq handler for vector/,
    // Notes of the CPU mitigation code.
    /WARNING: See https.* for mitigation options/,
    /WARNING: kernel not compiled with CPU_SRSO/,
    // Frame buffer console and a driver that disagree on a size.
    /WARNING: fbcon: Driver /,
    // The kernel's own self-test of the stack tracer.
    /backtrace testing/,
    // Wi-Fi and other drivers that call themselves incomplete.
    /WARNING: .* support is incomplete/,
];

;// CONCATENATED MODULE: ./lib/judge/echo.js
/** Keeps a terminal's echo of what was sent from meeting the expectations that follow. */
/**
 * A terminal prints back what is typed, possibly folded over several lines. The first time that a sent line appears
 * on the stream is taken for its echo and is hidden; a console that does not echo only loses an answer that repeats
 * the command word for word.
 */
class EchoFilter {
    #awaited = [];
    /** How much of the first awaited echo the line before ended with. */
    #begun = 0;
    /** Notes what was sent, which replaces any echo that never came. */
    sent(text) {
        this.#awaited = text.split(/[\r\n]+/).filter((line) => line !== '');
        this.#begun = 0;
    }
    /** Whether an echo is still to come: then every line has to be shown to {@link endLine}. */
    get awaits() {
        return this.#awaited.length > 0;
    }
    /** What is visible of `text` from `from` on; an echo that is still being printed is not. */
    windows(text, from) {
        const windows = [];
        const [folded] = this.#awaited;
        const rest = folded?.slice(this.#begun) ?? '';
        let start = from;
        let echoes = this.#awaited;
        if (this.#begun > 0 && rest !== text && rest.startsWith(text))
            return [{ from, to: from }];
        if (this.#begun > 0 && text.startsWith(rest)) {
            windows.push({ from, to: from });
            start = Math.max(from, rest.length);
            echoes = echoes.slice(1);
        }
        for (const echo of echoes) {
            const at = text.indexOf(echo, start);
            if (at < 0) {
                windows.push({ from: start, to: text.length - overlap(text, start, echo) });
                return windows;
            }
            windows.push({ from: start, to: at });
            start = at + echo.length;
        }
        windows.push({ from: start, to: text.length });
        return windows;
    }
    /** The reader has gone on to the window with this index: the echoes before it are done with. */
    pass(index) {
        this.#awaited.splice(0, index);
        if (index > 0)
            this.#begun = 0;
    }
    /** The line will not grow any more: an echo that it has begun goes on at the start of the next one. */
    endLine(text, from) {
        const windows = this.windows(text, from);
        const start = windows.at(-1)?.from ?? from;
        const goesOn = windows.length === 1 && this.#begun > 0;
        this.pass(windows.length - 1);
        const [echo] = this.#awaited;
        if (echo === undefined)
            return;
        if (goesOn && echo.startsWith(text, this.#begun))
            this.#begun += text.length;
        // Readline folds a line by printing a blank and a carriage return.
        else
            this.#begun = overlap(text, start, echo) || overlap(text.replace(/ $/, ''), start, echo);
    }
}
/** Length of the longest end of `text` (after `from`) that is a beginning of `echo`. */
function overlap(text, from, echo) {
    for (let length = Math.min(echo.length - 1, text.length - from); length > 0; length--) {
        if (text.endsWith(echo.slice(0, length)))
            return length;
    }
    return 0;
}

;// CONCATENATED MODULE: ./lib/judge/lines.js
/** What a line means: steps that it meets, what it should not say, known failures, how far the boot has come. */




class LineJudge {
    #bench;
    #echoes = new Map();
    /** When the last line of the failure's report was printed, in milliseconds. */
    reportEnded;
    constructor(bench) {
        this.#bench = bench;
    }
    /** A line whose text is final. */
    finish(watch, line) {
        if (this.#bench.over())
            return;
        this.settled(watch, line);
        const echo = this.#echo(watch.stream);
        if (echo.awaits) {
            echo.endLine(line.text, watch.from);
            watch.awaitEcho(echo.awaits);
        }
        this.#bench.endIfDone(watch);
    }
    /** A line whose text is final, or that the guest has stopped printing: everything is looked for. */
    settled(watch, line) {
        if (this.#bench.over())
            return;
        this.#judgeUsersPatterns(watch, line, true);
        if (this.#bench.over())
            return;
        this.#findMilestones(watch, line);
        this.#findSignature(watch, line);
        const { failure, now } = this.#bench.findings;
        if (failure?.end === undefined || failure.finding.stream !== watch.stream)
            return;
        if (line.text.includes(failure.end))
            this.reportEnded ??= now;
    }
    /** A line that is still being printed: only what cannot change any more. */
    unfinished(watch, line) {
        this.#judgeUsersPatterns(watch, line, false);
    }
    /** Carries out what the scenario does by itself: it sends. */
    act() {
        const { progress, findings } = this.#bench;
        for (let send = progress.sendNow; send !== undefined; send = progress.sendNow) {
            const time = findings.now;
            const echo = this.#echo(send.stream);
            echo.sent(send.text);
            this.#bench.watch(send.stream).awaitEcho(echo.awaits);
            findings.emit({ type: 'send', time, stream: send.stream, text: send.text });
            const step = progress.sent(time);
            if (step !== undefined)
                findings.emit({ type: 'step', time, step });
        }
    }
    // ---- the scenario's patterns ----------------------------------------------------------------------------------
    /**
     * Steps and forbidden patterns. Instant patterns come first, as if each byte had come alone; then those that need
     * the whole line. What is forbidden is reported with its whole line, too, but already keeps a run from passing.
     */
    #judgeUsersPatterns(watch, line, settled) {
        const { expects, forbids } = this.#bench.book;
        const forbidden = this.#findForbidden(forbids.of(line.hits), watch, line, settled);
        const expected = expects.of(line.hits);
        if (expected.length > 0) {
            this.#meetSteps(expected, forbidden, watch, line, false);
            if (settled)
                this.#meetSteps(expected, forbidden, watch, line, true);
        }
        if (!settled || this.#bench.over())
            return;
        for (const { forbid, index } of forbidden)
            this.#reportForbidden(forbid, index, watch, line.text);
    }
    #meetSteps(expected, forbidden, watch, line, whole) {
        while (!this.#bench.over()) {
            const met = this.#firstMet(expected, watch, line, whole);
            if (met === undefined)
                return;
            const { end } = met.match;
            const spoilt = forbidden.some((found) => whole || (found.forbid.pattern.instant && found.end <= end));
            this.#meet(met, watch, whole ? line.text : line.text.slice(0, end));
            if (!spoilt)
                this.#bench.endIfDone(watch);
        }
    }
    #findForbidden(candidates, watch, line, settled) {
        if (candidates.length === 0)
            return NONE;
        return candidates.flatMap((index) => {
            const forbid = this.#bench.book.forbids.items[index];
            if (forbid === undefined || !listens(forbid.stream, watch.stream))
                return [];
            const match = settled || forbid.pattern.instant ? forbid.pattern.exec(line.text, 0) : undefined;
            return match === undefined ? [] : [{ forbid, index, end: match.end }];
        });
    }
    #reportForbidden(forbid, index, watch, text) {
        if (!watch.firstReport(`forbid ${index}`))
            return;
        const facts = {
            kind: 'forbidden',
            title: `forbidden: ${forbid.pattern.shown}`,
            hint: 'The scenario forbids this text.',
            outcome: 'failed',
            where: forbid.where,
            ...quote(watch, text),
        };
        this.#bench.findings.report(facts, () => watch.startReport(text));
    }
    /** Of the open expectations the one that is met first in this line: an instant one, or one that needs it whole. */
    #firstMet(candidates, watch, line, whole) {
        const { book, progress } = this.#bench;
        const possible = [];
        for (const index of candidates) {
            const expect = book.expects.items[index];
            const due = expect === undefined ? undefined : progress.openFor(expect);
            if (due === undefined || due.expect.pattern.instant === whole)
                continue;
            if (listens(due.expect.stream, watch.stream))
                possible.push(due);
        }
        if (possible.length === 0)
            return undefined;
        const { text } = line;
        const windows = this.#echo(watch.stream).windows(text, watch.from);
        for (const [index, window] of windows.entries()) {
            // Text before an echo ends where the echo begins, which is no end of a line.
            if (whole && index < windows.length - 1)
                continue;
            const visible = text.slice(0, window.to);
            let first;
            for (const due of possible) {
                const match = due.expect.pattern.exec(visible, window.from);
                if (match === undefined || (first !== undefined && first.match.end <= match.end))
                    continue;
                first = { due, match, window: index };
            }
            if (first !== undefined)
                return first;
        }
        return undefined;
    }
    #meet({ due, match, window }, watch, line) {
        const { progress, findings } = this.#bench;
        const group = progress.open().length > 1;
        const step = progress.meet(due, match, { time: findings.now, stream: watch.stream, line });
        findings.emit({ type: 'step', time: findings.now, step });
        // Members of a group are met in any order, so each looks at the whole line; the next step starts behind them.
        if (group)
            return;
        this.#echo(watch.stream).pass(window);
        watch.readTo(Math.max(watch.from, match.end));
        for (const other of this.#bench.watches())
            if (other !== watch)
                other.readAll();
        this.act();
    }
    #echo(stream) {
        const known = this.#echoes.get(stream);
        if (known !== undefined)
            return known;
        const echo = new EchoFilter();
        this.#echoes.set(stream, echo);
        return echo;
    }
    // ---- the catalog ----------------------------------------------------------------------------------------------
    #findMilestones(watch, line) {
        if (watch.stream === 'vmm')
            return;
        const { book, findings } = this.#bench;
        for (const index of book.milestones.of(line.hits)) {
            const known = book.milestones.items[index];
            const match = known?.pattern.exec(line.text, 0);
            if (known === undefined || match === undefined)
                continue;
            const { id, phase, title, once } = known.entry;
            if (!watch.firstReport(`milestone ${id}`))
                continue;
            // A banner with another prefix is somebody quoting it: `cat /proc/version` has no timestamp.
            const prefix = line.text.slice(0, match.start).replace(/\d+/g, '0');
            const first = watch.milestones.get(id);
            if (first === undefined) {
                watch.milestones.set(id, prefix);
                findings.reach(phase, title);
            }
            else if (once === true && first === prefix) {
                const reset = `the machine was reset: a second ${title}`;
                const facts = { kind: 'reset', title: reset, hint: RESET_HINT, outcome: 'failed' };
                const { text } = line;
                findings.report({ ...facts, ...quote(watch, text) }, () => watch.startReport(text));
            }
        }
    }
    /** The first row of the catalog that fits the line speaks for it. */
    #findSignature(watch, line) {
        const { signatures } = this.#bench.book;
        for (const index of signatures.of(line.hits)) {
            const known = signatures.items[index];
            if (known === undefined || !speaks(known.entry, watch.stream))
                continue;
            const { text } = line;
            const match = known.pattern.exec(text, 0);
            if (match === undefined || known.entry.unless?.test(text) === true)
                continue;
            if (watch.stream !== 'vmm' && SUPPRESSIONS.some((harmless) => harmless.test(text)))
                return;
            if (watch.firstReport(known.entry.id))
                this.#reportSignature(known, match, watch, text);
            return;
        }
    }
    #reportSignature({ entry }, match, watch, text) {
        const { rules, findings } = this.#bench;
        const { id, severity, phase, hint } = entry;
        const decides = words/* SEVERITIES */.oC.indexOf(severity) <= words/* SEVERITIES */.oC.indexOf(rules.failOn);
        const ours = phase === 'host' || phase === 'vmm';
        findings.atLeast(phase);
        const facts = {
            kind: 'signature',
            id,
            title: entry.title.replace(/\$<(\w+)>/g, (_, name) => match.groups[name]?.trim() ?? ''),
            hint,
            severity,
            phase,
            outcome: decides ? (ours ? 'errored' : 'failed') : undefined,
            ...quote(watch, text),
        };
        findings.report(facts, () => watch.startReport(text), entry.end);
    }
}
const NONE = [];
function listens(wanted, stream) {
    return wanted === undefined ? stream !== 'vmm' : wanted === stream;
}
function speaks(signature, stream) {
    return signature.streams === undefined ? stream !== 'vmm' : signature.streams.includes(stream);
}
function quote(watch, text) {
    return { stream: watch.stream, line: watch.line, text };
}

// EXTERNAL MODULE: ./lib/console/automaton.js
var automaton = __webpack_require__(391);
// EXTERNAL MODULE: ./node_modules/@eslint-community/regexpp/index.mjs
var regexpp = __webpack_require__(1895);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./lib/console/regexp.js
/** Runs regular expressions on hostile text without ever stalling: linear where V8 can, under a time limit elsewhere. */




/**
 * The regex syntax that every supported Node runs. What came later ((?i:...), a name used twice) would make a scenario
 * that is valid on one machine and not on the next.
 */
const SYNTAX = { ecmaVersion: 2024 };
/** The longest time, in milliseconds, that a guarded expression may take on one line. */
const GUARD_MS = 100;
/*
 * V8 backtracks first, and past this many steps starts over with its breadth-first engine, which is linear in the
 * text (https://v8.dev/blog/non-backtracking-regexp). The limit costs about 20 \u00b5s on a line that reaches it; V8's own
 * default of 50,000 costs 1.5 ms, which a guest that floods such lines would turn into a stall.
 */
external_node_v8_.setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');
external_node_v8_.setFlagsFromString('--regexp-backtracks-before-fallback=2000');
/** Compiles an expression; `i` is spelt out as character classes because the linear engine cannot ignore case. */
function linearRegExp(source, flags) {
    const plain = flags.includes('i') && !/[uv]/.test(flags) ? withoutCase(source) : undefined;
    const [body, rest] = plain === undefined ? [source, flags] : [plain, flags.replace('i', '')];
    const regex = new RegExp(body, `${rest.replace('g', '')}g`);
    if (!runsLinearly(body, rest))
        return { linear: false, exec: guarded(regex) };
    return {
        linear: true,
        exec(text, from) {
            regex.lastIndex = from;
            return regex.exec(text);
        },
    };
}
/** Asks V8 itself: with the engine's own flag `l`, it refuses to compile what that engine cannot run. */
function runsLinearly(source, flags) {
    external_node_v8_.setFlagsFromString('--enable-experimental-regexp-engine');
    try {
        new RegExp(source, `${flags.replace('g', '')}l`);
        return true;
    }
    catch {
        return false;
    }
    finally {
        external_node_v8_.setFlagsFromString('--no-enable-experimental-regexp-engine');
    }
}
/** Only a `vm` script can be interrupted inside a regular expression; it costs about 0.2 ms a call. */
function guarded(regex) {
    const context = { regex, text: '' };
    external_node_vm_.createContext(context);
    const script = new external_node_vm_.Script('regex.exec(text)');
    return (text, from) => {
        regex.lastIndex = from;
        context.text = text;
        try {
            return script.runInContext(context, { timeout: GUARD_MS });
        }
        catch (error) {
            throw new errors/* HostError */.dh('pattern-too-slow', `/${regex.source}/ took more than ${GUARD_MS} ms on one line`, {
                hint: 'It uses lookaround, a back-reference or a counted group, which cannot run in linear time: rewrite it.',
                cause: error,
            });
        }
    };
}
/** The same expression with every ASCII letter spelt in both cases; undefined when a part has no such spelling. */
function withoutCase(source) {
    const ast = new regexpp/* RegExpParser */.HA(SYNTAX).parsePattern(source);
    const edits = [];
    let possible = true;
    (0,regexpp/* visitRegExpAST */.p5)(ast, {
        onCharacterEnter(character) {
            if (character.value > 0x7f)
                possible = false;
            const letter = String.fromCodePoint(character.value);
            if (!/[a-z]/i.test(letter) || character.parent.type === 'CharacterClassRange')
                return;
            const both = letter.toLowerCase() + letter.toUpperCase();
            const text = character.parent.type === 'CharacterClass' ? both : `[${both}]`;
            edits.push({ start: character.start, end: character.end, text });
        },
        onCharacterClassRangeEnter(range) {
            const text = bothCases(range.min.value, range.max.value);
            if (text === undefined)
                possible = false;
            else
                edits.push({ start: range.start, end: range.end, text });
        },
        onBackreferenceEnter() {
            possible = false;
        },
    });
    if (!possible)
        return undefined;
    edits.sort((a, b) => b.start - a.start);
    return edits.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source);
}
/** `a-f` as `a-fA-F`; ranges that hold no letters stay; mixed ranges have no short spelling. */
function bothCases(min, max) {
    const first = String.fromCodePoint(min);
    const last = String.fromCodePoint(max);
    const spelt = `${escapeInClass(first)}-${escapeInClass(last)}`;
    if (/^[a-z]{2}$/i.test(first + last) && first < 'a' === last < 'a') {
        return `${first.toLowerCase()}-${last.toLowerCase()}${first.toUpperCase()}-${last.toUpperCase()}`;
    }
    const holdsLetters = (min <= 0x5a && max >= 0x41) || (min <= 0x7a && max >= 0x61) || max > 0x7f;
    return holdsLetters ? undefined : spelt;
}
function escapeInClass(character) {
    return /[\\\]^-]/.test(character) ? `\\${character}` : character;
}

;// CONCATENATED MODULE: ./lib/console/pattern.js
/** What a scenario looks for: literal text or /regex/flags, with the facts that decide how and when it is judged. */



const REGEX_FORM = /^\/(.+)\/([a-z]*)$/s;
/**
 * Reads `/regex/flags` (flags i, m, s, u, v) or, for any other text, a literal.
 * @throws UsageError code `bad-pattern` with the reason
 */
function parsePattern(source) {
    const form = REGEX_FORM.exec(source);
    if (form?.[1] !== undefined) {
        return regexPattern(source, form[1], form[2] ?? '');
    }
    if (source === '') {
        throw new errors/* UsageError */.eb('bad-pattern', 'an empty pattern matches everything');
    }
    if (/[\r\n]/.test(source)) {
        throw new errors/* UsageError */.eb('bad-pattern', `${JSON.stringify(source)} contains a line break`, ONE_LINE);
    }
    return literalPattern(source);
}
/** A pattern of our own (a signature or milestone): trusted to be linear, always judged on settled text. */
function trustedPattern(regex) {
    const ast = new regexpp/* RegExpParser */.HA(SYNTAX).parsePattern(regex.source);
    return fromRegExp(regex.source, ast, false, linearRegExp(regex.source, regex.flags));
}
const ONE_LINE = { hint: 'Patterns are matched within one line; use one step per line.' };
function literalPattern(literal) {
    const needle = longestRun(literal);
    return {
        source: literal,
        shown: JSON.stringify(literal),
        needles: needle === undefined ? undefined : [needle],
        instant: true,
        groups: [],
        exec(text, from) {
            const start = text.indexOf(literal, from);
            return start < 0 ? undefined : { start, end: start + literal.length, groups: {} };
        },
    };
}
function regexPattern(source, body, flags) {
    if (/[^imsuv]/.test(flags)) {
        const bad = [...flags].filter((flag) => !'imsuv'.includes(flag)).join('');
        throw new errors/* UsageError */.eb('bad-pattern', `${source}: flag "${bad}" has no meaning here`, {
            hint: 'Known flags: i (ignore case), s, m, u, v. To look for a path as it stands, write it as /\\/dev\\/sda/.',
        });
    }
    if (new Set(flags).size < flags.length || /u.*v|v.*u/.test(flags)) {
        throw new errors/* UsageError */.eb('bad-pattern', `${source}: flags "${flags}" do not go together`);
    }
    let ast;
    let regex;
    try {
        const unicode = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
        ast = new regexpp/* RegExpParser */.HA(SYNTAX).parsePattern(body, 0, body.length, unicode);
        regex = linearRegExp(body, flags);
    }
    catch (error) {
        throw new errors/* UsageError */.eb('bad-pattern', `${source}: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    const traits = traitsOf(ast);
    if (traits.lineBreak) {
        throw new errors/* UsageError */.eb('bad-pattern', `${source} looks for a line break`, ONE_LINE);
    }
    if (regex.exec('', 0) !== null) {
        throw new errors/* UsageError */.eb('bad-pattern', `${source} matches the empty line, so it would match everything`);
    }
    const pattern = fromRegExp(source, ast, traits.instant, regex);
    // Unicode case folding makes K match the Kelvin sign: no ASCII needle is safe then.
    return flags.includes('i') && /[uv]/.test(flags) ? { ...pattern, needles: undefined } : pattern;
}
function fromRegExp(source, ast, instant, regex) {
    const groups = [];
    (0,regexpp/* visitRegExpAST */.p5)(ast, {
        onCapturingGroupEnter(group) {
            if (group.name !== null && !groups.includes(group.name))
                groups.push(group.name);
        },
    });
    return {
        source,
        shown: source,
        needles: needlesOfAny(ast.alternatives),
        instant,
        groups,
        exec(text, from) {
            const found = regex.exec(text, from);
            if (found === null)
                return undefined;
            const end = instant ? earliestEnd(regex, text, from) : found.index + found[0].length;
            return { start: Math.min(found.index, end), end, groups: definedGroups(found) };
        },
    };
}
/** The shortest prefix that matches: what a reader of single bytes would have decided on, whatever the chunking. */
function earliestEnd(regex, text, from) {
    let low = from;
    let high = text.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (regex.exec(text.slice(0, middle), from) === null)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
function definedGroups(found) {
    const groups = {};
    for (const [name, value] of Object.entries(found.groups ?? {})) {
        if (value !== undefined)
            groups[name] = value;
    }
    return groups;
}
function traitsOf(ast) {
    let instant = true;
    let lineBreak = false;
    (0,regexpp/* visitRegExpAST */.p5)(ast, {
        onAssertionEnter(assertion) {
            const openEnded = assertion.kind === 'end' || assertion.kind === 'word' || assertion.kind === 'lookahead';
            if (openEnded)
                instant = false;
        },
        onCapturingGroupEnter(group) {
            if (group.name !== null)
                instant = false;
        },
        onCharacterEnter(character) {
            const { parent, value } = character;
            const needed = parent.type === 'Quantifier' ? parent.min > 0 : parent.type === 'Alternative';
            if (needed && (value === 0x0a || value === 0x0d))
                lineBreak = true;
        },
    });
    return { instant, lineBreak };
}
/** One needle for each alternative, or undefined when some alternative has none. */
function needlesOfAny(alternatives) {
    const needles = [];
    for (const alternative of alternatives) {
        const best = needlesOfSequence(alternative.elements);
        if (best === undefined)
            return undefined;
        needles.push(...best);
    }
    return needles;
}
/** The needle set of a concatenation: its longest literal run, or that of a group inside which is better. */
function needlesOfSequence(elements) {
    let best;
    let run = '';
    const consider = (candidate) => {
        if (candidate !== undefined && weakest(candidate) > weakest(best ?? []))
            best = candidate;
    };
    const endRun = () => {
        const needle = longestRun(run);
        run = '';
        consider(needle === undefined ? undefined : [needle]);
    };
    for (const element of elements) {
        if (element.type === 'Character') {
            run += String.fromCodePoint(element.value);
            continue;
        }
        // An assertion takes no characters: the text on both sides stays adjacent.
        if (element.type === 'Assertion')
            continue;
        endRun();
        if (element.type === 'Group' || element.type === 'CapturingGroup') {
            consider(needlesOfAny(element.alternatives));
        }
        else if (element.type === 'Quantifier' && element.min > 0) {
            consider(needlesOfSequence([element.element]));
        }
    }
    endRun();
    return best;
}
function weakest(needles) {
    return needles.length === 0 ? 0 : Math.min(...needles.map((needle) => needle.length));
}
/** Long enough to be rare, short enough to keep the automaton small. */
const NEEDLE_LENGTH = 24;
/** The longest run of printable ASCII, lower-cased as the scanner folds case; undefined when there is none. */
function longestRun(text) {
    const runs = text.split(/[^\x20-\x7e]+/).sort((a, b) => b.length - a.length);
    const longest = runs[0]?.slice(0, NEEDLE_LENGTH).toLowerCase();
    return longest === '' ? undefined : longest;
}

;// CONCATENATED MODULE: ./lib/judge/rulebook.js
/** Everything that can be recognised in a line, compiled once: which needle makes which pattern a candidate. */



/** Compiles the catalog and the scenario's own patterns into one automaton. */
function compileRules(rules) {
    const numbers = new Map();
    const expects = rules.steps.flatMap((step) => step.kind === 'expect' ? [step] : step.kind === 'any-order' ? step.expects : []);
    const collect = (items) => candidates(items, numbers);
    const book = {
        signatures: collect(known(SIGNATURES)),
        milestones: collect(known(MILESTONES)),
        forbids: collect(rules.forbid),
        expects: collect(expects),
    };
    const everyLine = [...rules.forbid, ...expects].some((item) => item.pattern.needles === undefined);
    return { ...book, automaton: (0,automaton/* buildAutomaton */.Zz)([...numbers.keys()]), everyLine };
}
function known(entries) {
    return entries.map((entry) => ({ entry, pattern: trustedPattern(entry.pattern) }));
}
/** Gives each needle a number (shared by all kinds) and remembers whom it announces. */
function candidates(items, numbers) {
    const announced = [];
    const always = items.flatMap((item, index) => (item.pattern.needles === undefined ? [index] : []));
    for (const [index, item] of items.entries()) {
        for (const needle of item.pattern.needles ?? []) {
            const number = numbers.get(needle) ?? numbers.size;
            numbers.set(needle, number);
            announced[number] = union(announced[number] ?? always, [index]);
        }
    }
    return {
        items,
        of(hits) {
            let found;
            for (const hit of hits) {
                const mine = announced[hit];
                if (mine !== undefined)
                    found = found === undefined ? mine : union(found, mine);
            }
            return found ?? always;
        },
    };
}
function union(a, b) {
    return [...new Set([...a, ...b])].sort((x, y) => x - y);
}

;// CONCATENATED MODULE: ./lib/judge/steps.js
/** How far the scenario's steps have got: what is expected now, by when, and what has been met. */
class StepProgress {
    captures = {};
    #steps;
    #met = new Map();
    #sentAt = new Map();
    #current = 0;
    #since = 0;
    /** What is open, until a step is met: asked for with every line. */
    #open;
    constructor(steps) {
        this.#steps = steps;
    }
    get done() {
        return this.#current >= this.#steps.length;
    }
    /** The send that is to be carried out now, if any. */
    get sendNow() {
        const step = this.#steps[this.#current];
        return step?.kind === 'send' ? step : undefined;
    }
    /** The current send has been carried out. */
    sent(time) {
        const step = this.sendNow;
        if (step === undefined)
            return undefined;
        this.#sentAt.set(step, time);
        const report = this.#reportSend(step, this.#current + 1);
        this.#advance(time);
        return report;
    }
    /** What has to appear now; empty when a send is due or all is done. */
    open() {
        this.#open ??= this.#findOpen();
        return this.#open;
    }
    /** The open step that is this expectation; undefined when it is not its turn, or was met. */
    openFor(expect) {
        return this.open().find((due) => due.expect === expect);
    }
    /** Notes that an open expectation was met, which may make the next step the current one. */
    meet(due, match, seen) {
        const report = {
            number: due.number,
            kind: 'expect',
            text: due.expect.pattern.source,
            state: 'met',
            where: due.expect.where,
            ...seen,
        };
        this.#met.set(due.expect, report);
        for (const name of due.expect.capture) {
            const value = match.groups[name];
            if (value !== undefined)
                this.captures[name] = value;
        }
        this.#open = undefined;
        if (this.open().length === 0)
            this.#advance(seen.time);
        return report;
    }
    /** Every step in order, with its state. */
    reports(ended) {
        return this.#steps.flatMap((step, index) => {
            const number = index + 1;
            if (step.kind === 'send')
                return [this.#reportSend(step, number)];
            return membersOf(step).map((expect) => {
                const state = ended && index === this.#current ? 'missed' : 'open';
                const unmet = {
                    number,
                    kind: 'expect',
                    text: expect.pattern.source,
                    state,
                    where: expect.where,
                };
                return this.#met.get(expect) ?? unmet;
            });
        });
    }
    #reportSend(step, number) {
        const time = this.#sentAt.get(step);
        const base = { number, kind: 'send', text: step.text, where: step.where, stream: step.stream };
        return time === undefined ? { ...base, state: 'open' } : { ...base, state: 'sent', time };
    }
    #findOpen() {
        const step = this.#steps[this.#current];
        if (step === undefined || step.kind === 'send')
            return [];
        const members = membersOf(step).filter((member) => !this.#met.has(member));
        const group = step.kind === 'any-order' ? step.withinMs : undefined;
        return members.map((expect) => ({
            expect,
            number: this.#current + 1,
            due: earliest(this.#since, expect.withinMs, group),
            since: this.#since,
        }));
    }
    #advance(time) {
        this.#open = undefined;
        this.#current++;
        this.#since = time;
    }
}
function membersOf(step) {
    return step.kind === 'expect' ? [step] : step.expects;
}
function earliest(since, ...limits) {
    const known = limits.filter((limit) => limit !== undefined);
    return known.length === 0 ? undefined : since + Math.min(...known);
}

;// CONCATENATED MODULE: ./lib/judge/watch.js
/** What the judge remembers of one stream: its scanner, how far the steps have read, and the lines around. */

/** How much of the end of a stream is kept to quote from, in bytes. */
const RECENT_BYTES = 16_384;
const REPORT_LINES = 200;
class StreamWatch {
    stream;
    /** Time of the last output, in milliseconds; undefined before the first. */
    lastOutput;
    /** True once the unfinished line has been judged as if finished, because the guest paused. */
    tailSettled = false;
    /** Milestones seen on this stream, with what stood before them in their line, digits folded. */
    milestones = new Map();
    /** Lines that follow a failure, while they are being collected. */
    report;
    #scanner;
    #everyLine;
    /** The last bytes, at the end of the array; copies, because the chunks that are read are large. */
    #recent = new Uint8Array(RECENT_BYTES);
    #recentBytes = 0;
    /** What concerns the current line only: how far steps have read, and what has been reported of it. */
    #markedLine = 0;
    #from = 0;
    #reported = new Set();
    constructor(stream, book, callbacks) {
        this.stream = stream;
        this.#everyLine = book.everyLine;
        const settled = (line) => {
            if (this.report !== undefined && this.report.length < REPORT_LINES)
                this.report.push(line.text);
            callbacks.onSettled(this, line);
            if (line.cut)
                callbacks.onCut(this);
        };
        this.#scanner = new console_scanner/* LineScanner */.V5(book.automaton, {
            everyLine: book.everyLine,
            onLine: (line) => {
                this.#enter(this.#scanner.lineCount);
                settled(line);
            },
            onWipe: (line) => {
                this.#enter(this.#scanner.lineCount + 1);
                settled(line);
                this.#markedLine = 0;
            },
        });
    }
    push(bytes) {
        this.tailSettled = false;
        this.#keep(bytes);
        this.#scanner.push(bytes);
    }
    /** The unfinished line, entered for judging. */
    tail() {
        const tail = this.#scanner.tail();
        if (tail !== undefined)
            this.#enter(this.#scanner.lineCount + 1);
        return tail;
    }
    end() {
        this.#scanner.end();
    }
    /** Number of the line being judged, from 1. */
    get line() {
        return this.#markedLine;
    }
    /** Offset in the line being judged from which steps may match. */
    get from() {
        return this.#from;
    }
    /** Steps have read the line being judged up to this offset. */
    readTo(offset) {
        this.#from = offset;
    }
    /** Steps have read everything that this stream has printed so far. */
    readAll() {
        const tail = this.tail();
        if (tail !== undefined)
            this.#from = tail.text.length;
    }
    /** True the first time that a name is reported of the line being judged. */
    firstReport(name) {
        if (this.#reported.has(name))
            return false;
        this.#reported.add(name);
        return true;
    }
    /** From now on every line is looked at, so that the rest of a report is collected. */
    startReport(first) {
        this.report ??= [first];
        this.#scanner.everyLine = true;
        return this.report;
    }
    /** While an echo is awaited every line is looked at, because any of them may hold a part of it. */
    awaitEcho(awaited) {
        this.#scanner.everyLine = awaited || this.#everyLine || this.report !== undefined;
    }
    /** The last lines, unfinished one included. */
    recentLines(count) {
        const lines = [];
        const scanner = (0,console_scanner/* lineReader */.gd)((text) => lines.push(text));
        scanner.push(this.#recent.subarray(RECENT_BYTES - this.#recentBytes));
        scanner.end();
        return lines.filter((line) => line.trim() !== '').slice(-count);
    }
    #enter(line) {
        if (line === this.#markedLine)
            return;
        this.#markedLine = line;
        this.#from = 0;
        this.#reported.clear();
    }
    #keep(bytes) {
        const kept = bytes.subarray(-RECENT_BYTES);
        this.#recent.copyWithin(0, kept.length);
        this.#recent.set(kept, RECENT_BYTES - kept.length);
        this.#recentBytes = Math.min(RECENT_BYTES, this.#recentBytes + kept.length);
    }
}

;// CONCATENATED MODULE: ./lib/judge/judge.js
/** The judge: a pure reducer from timestamped machine events to findings and a verdict. It reads no clock. */








/** An unfinished line is judged as a whole when the guest has not printed for this long, in milliseconds. */
const PAUSE_MS = 50;
/** After a failure the rest of the report is collected until nothing was printed for QUIET, at most for REPORT. */
const QUIET_MS = 250;
const REPORT_MS = 2000;
/** How long after the VMM said that the guest is gone its process may take to end. */
const EXIT_GRACE_MS = 2000;
/**
 * Feed it events in order with {@link push}; call {@link advance} when the moment of {@link nextDeadline} has come.
 * Both return what follows from it. Replaying the same events gives the same result, whatever the chunking: a byte's
 * effect depends only on the byte and its time.
 */
class Judge {
    #rules;
    #book;
    #progress;
    #findings;
    #lines;
    #watches = new Map();
    #lastOutput = 0;
    #lastStream;
    #vmState;
    #verdict;
    constructor(rules) {
        this.#rules = rules;
        this.#book = compileRules(rules);
        this.#progress = new StepProgress(rules.steps);
        this.#findings = new Findings(rules.allow);
        this.#lines = new LineJudge({
            rules,
            book: this.#book,
            progress: this.#progress,
            findings: this.#findings,
            over: () => this.#verdict !== undefined,
            endIfDone: (reading) => this.#endIfDone(reading),
            watch: (stream) => this.#watch(stream),
            watches: () => this.#watches.values(),
        });
    }
    get verdict() {
        return this.#verdict;
    }
    /** The machine is about to start, at time 0: gives what the scenario wants sent before anything is expected. */
    start() {
        this.#lines.act();
        this.#endIfDone();
        return this.#findings.take();
    }
    /** Takes the next event; its time must not lie before that of an earlier one. */
    push(event) {
        this.#fireUntil(event.time);
        if (this.#verdict === undefined) {
            this.#findings.now = event.time;
            this.#guard(() => this.#receive(event));
        }
        return this.#findings.take();
    }
    /** Time has passed without an event. */
    advance(time) {
        this.#fireUntil(time);
        return this.#findings.take();
    }
    /** When {@link advance} has to be called next, in milliseconds; undefined when only an event can change anything. */
    nextDeadline() {
        if (this.#verdict !== undefined)
            return undefined;
        if (this.#findings.failure !== undefined || this.#vmState !== undefined)
            return this.#endOfReport();
        let next = this.#rules.timeoutMs;
        if (this.#rules.silenceMs !== undefined && !this.#progress.done) {
            next = Math.min(next, this.#lastOutput + this.#rules.silenceMs);
        }
        for (const due of this.#progress.open())
            next = Math.min(next, due.due ?? next);
        return Math.min(next, this.#nextPause()?.time ?? next);
    }
    // ---- time -----------------------------------------------------------------------------------------------------
    #fireUntil(time) {
        for (;;) {
            const due = this.nextDeadline();
            if (due === undefined || due > time)
                return;
            this.#findings.now = Math.max(this.#findings.now, due);
            this.#guard(() => this.#fire());
        }
    }
    #fire() {
        const pause = this.#nextPause();
        if (this.#findings.failure !== undefined || this.#vmState !== undefined) {
            this.#settleTails();
            this.#conclude();
        }
        else if (pause !== undefined && pause.time <= this.#findings.now) {
            this.#settleTail(pause.watch);
            this.#endIfDone(pause.watch);
        }
        else {
            this.#missDeadline();
        }
    }
    #nextPause() {
        let next;
        for (const watch of this.#watches.values()) {
            if (watch.tailSettled || watch.lastOutput === undefined)
                continue;
            const time = watch.lastOutput + PAUSE_MS;
            if (next === undefined || time < next.time)
                next = { watch, time };
        }
        return next;
    }
    #endOfReport() {
        if (this.#findings.failure === undefined)
            return (this.#vmState?.time ?? this.#findings.now) + EXIT_GRACE_MS;
        const quiet = Math.max(this.#lastOutput, this.#findings.failure.since) + QUIET_MS;
        // A moment later, not at once: what was read together with the last line must not depend on the chunking.
        const ended = this.#lines.reportEnded === undefined ? quiet : this.#lines.reportEnded + PAUSE_MS;
        return Math.min(quiet, ended, this.#findings.failure.since + REPORT_MS);
    }
    #missDeadline() {
        const late = this.#progress.open().find((due) => due.due !== undefined && due.due <= this.#findings.now);
        if (late !== undefined) {
            const waited = formatDuration(this.#findings.now - late.since);
            this.#miss(late, `${late.expect.pattern.shown} did not appear within ${waited}`);
        }
        else if (this.#findings.now >= this.#rules.timeoutMs) {
            const limit = formatDuration(this.#rules.timeoutMs);
            this.#findings.decide('timeout', `the boot was not over after ${limit}${this.#stillExpected()}`, 'failed');
        }
        else {
            const silent = formatDuration(this.#findings.now - this.#lastOutput);
            this.#findings.decide('silence', `no output for ${silent}${this.#stillExpected()}`, 'failed');
        }
        this.#conclude();
    }
    #stillExpected() {
        const open = this.#progress.open()[0];
        return open === undefined ? '' : `, while step ${open.number} waits for ${open.expect.pattern.shown}`;
    }
    // ---- machine events -------------------------------------------------------------------------------------------
    #receive(event) {
        switch (event.type) {
            case 'output':
                this.#receiveOutput(event.stream, event.bytes);
                break;
            case 'vm':
                this.#receiveState(event.state, event.detail);
                break;
            case 'abort':
                this.#receiveAbort(event);
                break;
            case 'exit':
                this.#endStreams();
                this.#receiveExit(event.code, event.signal);
                break;
            case 'end-of-log':
                this.#endStreams();
                this.#receiveEndOfLog();
                break;
            case 'launch':
                this.#findings.atLeast('vmm');
                break;
            case 'input':
                break;
        }
    }
    #receiveOutput(stream, bytes) {
        if (bytes.length === 0)
            return;
        const watch = this.#watch(stream);
        watch.lastOutput = this.#findings.now;
        this.#findings.atLeast('vmm');
        if (stream !== 'vmm') {
            if (this.#lastStream === undefined)
                this.#findings.reach('firmware', `first output on ${stream}`);
            this.#lastOutput = this.#findings.now;
            this.#lastStream = stream;
        }
        watch.push(bytes);
        const tail = this.#verdict === undefined ? watch.tail() : undefined;
        if (tail === undefined)
            watch.tailSettled = true;
        else
            this.#lines.unfinished(watch, tail);
    }
    #receiveState(state, detail) {
        if (this.#vmState?.state !== 'panicked')
            this.#vmState = { state, detail, time: this.#findings.now };
        if (state === 'broken')
            this.#findings.decide('vmm', `the VMM stopped the guest: ${detail}`, 'errored');
    }
    #receiveAbort(event) {
        this.#settleTails();
        if (event.cause === 'output-limit')
            this.#findings.decide('output-limit', event.message, 'failed');
        else if (event.cause === 'cancelled')
            this.#findings.decide('cancelled', event.message, 'errored');
        else
            this.#findings.decide('vmm', event.message, 'errored');
        this.#conclude();
    }
    #receiveExit(code, signal) {
        if (this.#vmState?.state === undefined && (code !== 0 || signal !== null)) {
            const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
            const said = this.#watches.get('vmm')?.recentLines(1)[0];
            this.#findings.decide('vmm', `the VMM ended with ${how}${said === undefined ? '' : `: ${said}`}`, 'errored');
        }
        this.#conclude();
    }
    /** The log is all there is: what has not been seen by now is missing. */
    #receiveEndOfLog() {
        const open = this.#progress.open()[0];
        if (open !== undefined)
            this.#miss(open, `${open.expect.pattern.shown} is not in the log`);
        this.#conclude();
    }
    #endStreams() {
        for (const watch of this.#watches.values()) {
            if (this.#verdict === undefined)
                watch.end();
        }
    }
    #watch(stream) {
        const known = this.#watches.get(stream);
        if (known !== undefined)
            return known;
        const watch = new StreamWatch(stream, this.#book, {
            onSettled: (on, line) => this.#lines.finish(on, line),
            onCut: (on) => {
                const message = `${on.stream} line ${on.line} is longer than ${console_scanner/* LINE_CAP */.Mp} characters and is judged in pieces`;
                this.#findings.emit({ type: 'notice', time: this.#findings.now, message });
            },
        });
        this.#watches.set(stream, watch);
        return watch;
    }
    #settleTails() {
        for (const watch of this.#watches.values())
            this.#settleTail(watch);
    }
    #settleTail(watch) {
        watch.tailSettled = true;
        const tail = watch.tail();
        if (tail !== undefined)
            this.#lines.settled(watch, tail);
    }
    /** Ends a good run, unless an unfinished line of another stream than the one being read has bad news. */
    #endIfDone(reading) {
        const over = this.#progress.done && this.#rules.stop === 'after-last-step';
        if (!over || this.#findings.failure !== undefined)
            return;
        for (const watch of this.#watches.values())
            if (watch !== reading)
                this.#settleTail(watch);
        if (this.#findings.failure === undefined)
            this.#conclude();
    }
    // ---- verdict ----------------------------------------------------------------------------------------------
    #miss(due, title) {
        this.#findings.report({
            kind: 'missing',
            title: `step ${due.number}: ${title}`,
            hint: STUCK_HINTS[this.#findings.phase],
            outcome: 'failed',
            where: due.expect.where,
        });
    }
    /** Gives the verdict, from what is known by now. */
    #conclude() {
        if (this.#verdict !== undefined)
            return;
        if (this.#findings.failure === undefined)
            this.#explainEnd();
        const scan = this.#findings.list.find(({ kind }) => kind === 'scan');
        const failed = this.#findings.failure;
        const found = scan ?? failed?.finding;
        const cause = found === failed?.finding && found && failed?.report ? { ...found, report: failed.report } : found;
        const last = this.#lastStream ?? 'vmm';
        this.#verdict = {
            verdict: cause?.outcome ?? 'passed',
            reason: cause?.title ?? 'every step was met',
            hint: cause?.hint ?? '',
            phase: this.#findings.phase,
            time: this.#findings.now,
            findings: this.#findings.list,
            ...(cause === undefined ? {} : { cause }),
            steps: this.#progress.reports(cause !== undefined),
            captures: this.#progress.captures,
            timeline: this.#findings.timeline,
            lastLines: cause === undefined ? [] : (this.#watches.get(last)?.recentLines(20) ?? []),
        };
        this.#findings.emit({ type: 'verdict', time: this.#findings.now, verdict: this.#verdict });
    }
    /** The machine is gone and nothing has failed so far: is that how the scenario wanted it to end? */
    #explainEnd() {
        const state = this.#vmState?.state;
        const open = this.#progress.open()[0];
        if (state === 'panicked') {
            this.#findings.decide('panicked', `the guest reported a panic: ${this.#vmState?.detail}`, 'failed');
        }
        else if (state === 'reset') {
            this.#findings.decide('reset', `the guest reset itself${this.#stillExpected()}`, 'failed');
        }
        else if (open !== undefined) {
            const how = state === 'shutdown' ? 'the guest powered off' : 'the VMM ended';
            this.#findings.decide('exit', `${how} before step ${open.number} saw ${open.expect.pattern.shown}`, 'failed');
        }
    }
    /** A scan that cannot run must not look like a clean log. */
    #guard(body) {
        try {
            body();
        }
        catch (error) {
            const hint = error instanceof Error && 'hint' in error ? String(error.hint) : 'Please report this.';
            const title = `the console could not be judged: ${(0,errors/* messageOf */.bD)(error)}`;
            this.#findings.report({ kind: 'scan', title, hint, outcome: 'errored' });
            this.#conclude();
        }
    }
}

;// CONCATENATED MODULE: ./lib/vmm/qmp.js
/** QEMU's control channel: what became of the guest, said by QEMU rather than guessed from an exit code. */
/** A message longer than this is not QMP any more, in characters. */
const MESSAGE_CAP = 1024 * 1024;
/**
 * Speaks QMP (docs/interop/qmp-spec.rst in QEMU): leaves negotiation mode, then listens. One JSON object a line.
 * A guest that QEMU pauses because KVM failed shows as STOP with status "internal-error".
 */
class QmpReader {
    #send;
    #report;
    #decoder = new TextDecoder();
    #buffer = '';
    constructor(send, report) {
        this.#send = send;
        this.#report = report;
        this.#command('qmp_capabilities');
    }
    push(bytes) {
        this.#buffer += this.#decoder.decode(bytes, { stream: true });
        const lines = this.#buffer.split('\n');
        this.#buffer = (lines.pop() ?? '').slice(-MESSAGE_CAP);
        for (const line of lines)
            this.#receive(line);
    }
    #command(name) {
        this.#send(`${JSON.stringify({ execute: name })}\n`);
    }
    #receive(line) {
        const message = parse(line);
        if (message === undefined)
            return;
        const { event, data } = message;
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
            this.#report('panicked', JSON.stringify(data?.info ?? data?.action ?? 'no details'));
        }
        else if (event === 'STOP') {
            this.#command('query-status');
        }
        else if (message.return?.status === 'internal-error') {
            this.#report('broken', 'KVM internal error');
        }
    }
}
/** QEMU is trusted to speak JSON, but a broken line must not end the run. */
function parse(line) {
    try {
        const value = JSON.parse(line);
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/vmm/qemu.js
/** QEMU as a VMM: the guest under TCG (`emulated`) or KVM (`kvm`), nothing in the machine that was not asked for. */


/** Inherited descriptors 0 to 2 are stdin, stdout and stderr. */
const FIRST_FD = 3;
const MIB = 1024 * 1024;
const qemu = {
    name: 'qemu',
    platforms: ['kvm', 'emulated'],
    plan: planQemu,
    control: (send, report) => new QmpReader(send, report),
    installHint: 'Install it: sudo apt-get install --no-install-recommends qemu-system-x86',
};
/**
 * The UART has no flow control: Linux waits 10 ms for it (8250_port.c, wait_for_lsr) and then overwrites. QEMU writes
 * it byte by byte, and a socket holds only some 300 such writes, so a short stall of ours would lose bytes; a pipe
 * holds 65536. The other devices make the guest wait.
 */
function planQemu(spec, wiring) {
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
        ...(wiring === 'files'
            ? []
            : [...chardev('control', wire('control')), '-mon', 'chardev=control,mode=control']),
    ];
    return { command: 'qemu-system-x86_64', args, fds, fifos };
}
/**
 * `-no-reboot` turns every reset into an end. pvpanic lets a guest kernel report a panic that no console shows.
 */
function machineArgs({ platform, cpus, memory }) {
    return [
        ...['-machine', `q35,accel=${platform === 'emulated' ? 'tcg' : 'kvm'}`],
        ...['-cpu', platform === 'emulated' ? 'max' : 'host'],
        ...['-smp', String(cpus)],
        ...['-m', `${Math.ceil(memory / MIB)}M`],
        ...['-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot'],
        ...['-device', 'pvpanic-pci'],
    ];
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


const BACKENDS = [qemu];
/**
 * The back end that boots this scenario. A Trust Domain is never replaced by something that is not one.
 * @throws HostError code `platform-unsupported`
 */
function backendFor(scenario) {
    const backend = BACKENDS.find(({ name, platforms }) => scenario.vmm === 'auto' ? platforms.includes(scenario.platform) : name === scenario.vmm);
    if (backend?.platforms.includes(scenario.platform) === true)
        return backend;
    throw new errors/* HostError */.dh('platform-unsupported', `platform ${scenario.platform} is not supported with ${scenario.vmm} yet`, {
        hint: 'This version boots platform: kvm and platform: emulated.',
    });
}

// EXTERNAL MODULE: ./lib/vmm/machine.js + 1 modules
var machine = __webpack_require__(2159);
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

// EXTERNAL MODULE: ./node_modules/leven/index.js
var leven = __webpack_require__(7785);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/scenario/source.js
/** A parsed YAML file that can say where each of its values stands, so that every error points at its cause. */



/** Several problems of one file, in the order of the file, as one error. */
class ScenarioError extends errors/* UsageError */.eb {
    problems;
    constructor(problems) {
        const sorted = [...problems].sort((a, b) => a.where.line - b.where.line || a.where.column - b.where.column);
        super('bad-scenario', sorted.map(({ where, message }) => `${formatWhere(where)}: ${message}`).join('\n'));
        this.problems = sorted;
    }
}
function formatWhere({ file, line, column }) {
    return `${file}:${line}:${column}`;
}
class Source {
    file;
    #document;
    #lines = new dist/* LineCounter */.HN();
    #schema;
    #value;
    /**
     * @param schema gives the JSON Schema of the file, from which misspelt keys are recognised; called when there are any
     * @throws ScenarioError when the text is not YAML
     */
    constructor(file, text, schema) {
        this.file = file;
        this.#schema = schema;
        this.#document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: this.#lines, prettyErrors: false, uniqueKeys: true });
        const problems = this.#document.errors.map((error) => ({
            where: this.#at(error.pos[0]),
            message: this.#reword(error.code, error.pos[0]) ?? error.message,
        }));
        (0,dist/* visit */.YR)(this.#document, {
            Alias: (_, alias) => {
                if (alias.resolve(this.#document) !== undefined)
                    return;
                const message = `*${alias.source} has no anchor &${alias.source} before it`;
                problems.push({ where: this.#at(alias.range?.[0] ?? 0), message });
            },
        });
        if (problems.length > 0)
            throw new ScenarioError(problems);
        this.#value = this.#evaluate();
    }
    value() {
        return this.#value;
    }
    /** Where a value stands; for a key that is not there, where its parent stands. */
    where(path) {
        for (let length = path.length; length >= 0; length--) {
            const node = this.#document.getIn(path.slice(0, length), true);
            if ((0,dist/* isNode */.Ll)(node) && node.range)
                return this.#at(node.range[0]);
        }
        return this.#at(0);
    }
    /** Where a key of a mapping stands. */
    whereKey(path, key) {
        const map = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
        const pair = (0,dist/* isMap */.jh)(map) ? map.items.find((item) => (0,dist/* isPair */.tO)(item) && String(item.key) === key) : undefined;
        return (0,dist/* isNode */.Ll)(pair?.key) && pair.key.range ? this.#at(pair.key.range[0]) : this.where(path);
    }
    /** The problems that validation found, worded for the author of the file. */
    problems(error) {
        return error.issues.flatMap((issue) => this.#problem(issue, issue.path));
    }
    /** The library's words for two mistakes, in those of the file's author. */
    #reword(code, offset) {
        if (code === 'MULTIPLE_DOCS')
            return 'a scenario file holds one scenario: --- begins a second';
        if (code !== 'DUPLICATE_KEY')
            return undefined;
        let key;
        (0,dist/* visit */.YR)(this.#document, {
            Pair: (_, pair) => {
                if ((0,dist/* isNode */.Ll)(pair.key) && pair.key.range?.[0] === offset)
                    key = String(pair.key);
            },
        });
        return key === undefined ? undefined : `key "${key}" is given twice`;
    }
    #evaluate() {
        try {
            return this.#document.toJS();
        }
        catch (error) {
            // Aliases that multiply without end.
            throw new ScenarioError([{ where: this.#at(0), message: (0,errors/* messageOf */.bD)(error) }]);
        }
    }
    #problem(issue, path) {
        const where = this.where(path);
        const name = path.length === 0 ? 'the scenario' : formatPath(path);
        const value = valueAt(this.#value, path);
        switch (issue.code) {
            case 'unrecognized_keys':
                return issue.keys.map((key) => ({
                    where: this.whereKey(path, key),
                    message: strangeKey(key, name, keySets(this.#schema(), path), value),
                }));
            case 'invalid_union':
                return this.#unionProblem(issue, path);
            case 'invalid_value': {
                const known = issue.values.map(String);
                const only = typeof issue.values[0] === 'number' ? `the number ${known[0]}` : known[0];
                const expected = known.length === 1 ? only : `one of ${known.join(', ')}`;
                if (value === undefined)
                    return [{ where, message: `${name} is missing (${expected})` }];
                return [{ where, message: `${name}: ${quoted(value)} is not ${expected}${meant(value, known)}` }];
            }
            default: {
                if (value === null && path.length === 0)
                    return [{ where, message: 'the scenario is empty' }];
                if (value === undefined)
                    return [{ where, message: `${name} is missing` }];
                const own = !issue.message.startsWith('Invalid input');
                const complaint = own || issue.code !== 'invalid_type' ? issue.message : `is not ${article(issue.expected)}`;
                return [{ where, message: `${name}: ${quoted(value)} ${complaint}` }];
            }
        }
    }
    /** Of a union's branches, the one that the author most likely meant: the one with the fewest complaints. */
    #unionProblem(issue, path) {
        const known = keySets(this.#schema(), path).flat();
        const weight = (inner) => {
            if (inner.path.length > 0)
                return 1;
            if (inner.code !== 'unrecognized_keys')
                return 10;
            // A key of another branch says more than a misspelt one.
            return inner.keys.reduce((sum, key) => sum + (known.includes(key) ? 5 : 1), 0);
        };
        const weigh = (issues) => issues.reduce((sum, inner) => sum + weight(inner), 0);
        const best = [...issue.errors].sort((a, b) => weigh(a) - weigh(b))[0] ?? [];
        // A key that is missing because it is misspelt is one mistake, not two.
        const misspelt = best.filter((inner) => inner.code === 'unrecognized_keys');
        return (misspelt.length > 0 ? misspelt : best).flatMap((inner) => this.#problem(inner, [...path, ...inner.path]));
    }
    #at(offset) {
        const { line, col } = this.#lines.linePos(offset);
        return { file: this.file, line, column: col };
    }
}
/** A key that is misspelt, or that belongs to another kind of entry. */
function strangeKey(key, name, kinds, value) {
    const own = kinds.filter((keys) => keys.includes(key));
    const rival = Object.keys(asRecord(value)).find((other) => !own.some((keys) => keys.includes(other)));
    if (own.length === 0 || rival === undefined) {
        return `unknown key "${key}" in ${name}${meant(key, kinds.flat())}`;
    }
    return `key "${key}" does not go with "${rival}" in ${name}`;
}
/** ` (did you mean "steps"?)` when a known name is near. */
function meant(word, known) {
    if (typeof word !== 'string' || known.includes(word))
        return '';
    const near = known
        .map((name) => ({ name, distance: shortens(word, name) ? 0 : (0,leven/* default */.A)(word.toLowerCase(), name) }))
        .sort((a, b) => a.distance - b.distance)[0];
    const close = near !== undefined && near.distance <= Math.max(1, Math.floor(near.name.length / 3));
    return close ? ` (did you mean "${near.name}"?)` : '';
}
/** `warn` for `warning`. */
function shortens(word, name) {
    return word.length > 2 && word !== name && name.startsWith(word.toLowerCase());
}
/** `steps[2].within`: list positions count from 1, as people do. */
function formatPath(path) {
    return path
        .map((part, index) => typeof part === 'number' ? `[${part + 1}]` : `${index === 0 ? '' : '.'}${String(part)}`)
        .join('');
}
/** The keys that the schema knows at a path, one set for each branch of a union. */
function keySets(schema, path) {
    let level = branches(schema);
    for (const part of path) {
        level = level.flatMap((node) => branches(typeof part === 'number' ? node.items : asRecord(node.properties)[String(part)]));
    }
    return level.map((node) => Object.keys(asRecord(node.properties)));
}
function branches(schema) {
    const node = asRecord(schema);
    return Array.isArray(node.anyOf) ? node.anyOf.flatMap(branches) : [node];
}
function asRecord(value) {
    return typeof value === 'object' && value !== null ? { ...value } : {};
}
function valueAt(value, path) {
    return path.reduce((at, part) => {
        if (Array.isArray(at))
            return at[Number(part)];
        return asRecord(at)[String(part)];
    }, value);
}
function quoted(value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'a mapping';
    const text = typeof value === 'bigint' ? String(value) : JSON.stringify(value);
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
function article(type) {
    const names = {
        array: 'a list',
        object: 'a mapping',
        string: 'a text',
        int: 'a whole number',
    };
    return names[type] ?? `a ${type}`;
}

// EXTERNAL MODULE: ./lib/tdx/check.js + 3 modules
var check = __webpack_require__(2056);
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

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
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
const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
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
    const { stdout } = await run(program, args, { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 });
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
        throw new ScenarioError(problems);
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
    const { platform } = scenario;
    const firmware = readyFirmware(scenario);
    const guest = requireGuest(scenario);
    const { kernel, cmdline, cpus, memory, network } = guest;
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
        disks: guest.disks.map((disk) => ({ ...disk, format: diskFormat(disk) })),
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
/**
 * Boots and judges. The last event is the verdict, and it comes when the VMM's process is gone.
 * Leaving the loop early stops the machine too.
 * @throws HostError when the machine cannot be stopped; UsageError when the scenario has no guest
 */
async function* boot(scenario, options) {
    const judge = new Judge(scenario.rules);
    const started = performance.now();
    const now = () => Math.round((performance.now() - started) * 1000) / 1000;
    const inbox = new Inbox(scenario.outputLimit, now);
    const run = new Run(inbox);
    const cancel = () => inbox.abort('cancelled', String(options.signal?.reason ?? 'cancelled'));
    options.signal?.addEventListener('abort', cancel);
    if (options.signal?.aborted === true)
        cancel();
    try {
        const launched = await launch(scenario, options.workDir, run);
        let news = [...launched, ...judge.start()];
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
            const event = await inbox.next(due === undefined ? undefined : due - now());
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
/** Starts the machine; a host that cannot is a verdict, not an exception. */
async function launch(scenario, workDir, run) {
    try {
        const backend = backendFor(scenario);
        const spec = launchSpec(scenario, await probeFor(scenario, workDir));
        const plan = backend.plan(spec, { fifosIn: workDir });
        const pid = await run.start(backend, plan);
        return [{ type: 'launch', time: 0, argv: [plan.command, ...plan.args], pid }];
    }
    catch (error) {
        if (!(error instanceof errors/* HostError */.dh))
            throw error;
        run.inbox.abort('not-started', error.hint === undefined ? error.message : `${error.message}. ${error.hint}`);
        return [];
    }
}
/** The machine of one run, if it was started. */
class Run {
    inbox;
    #machine;
    constructor(inbox) {
        this.inbox = inbox;
    }
    async start(backend, plan) {
        const { inbox } = this;
        this.#machine = await machine/* Machine */.u5.start(backend, plan, {
            onOutput: (stream, bytes) => inbox.output(stream, bytes),
            onState: (state, detail) => inbox.push({ type: 'vm', time: inbox.now(), state, detail }),
            onExit: (code, signal) => inbox.push({ type: 'exit', time: inbox.now(), code, signal }),
        });
        inbox.flow = this.#machine;
        return this.#machine.pid;
    }
    send(what, time) {
        this.#machine?.write(what.stream, what.text);
        return { type: 'input', time, stream: what.stream, bytes: Buffer.from(what.text) };
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

// EXTERNAL MODULE: ./lib/firmware/provide.js + 13 modules
var provide = __webpack_require__(7728);
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

;// CONCATENATED MODULE: ./lib/judge/recorded.js
/** How a run is written down: one line of events.jsonl for each machine event, the bytes in one file per stream. */
const EVENTS_FILE = 'events.jsonl';

;// CONCATENATED MODULE: ./lib/boot/replay.js
/** A recorded run or a plain log as an event stream: the same judge, without a machine. */






const CHUNK = 64 * 1024;
/**
 * Judges a recording made by `run` (a directory, with times and all streams), an asciicast v2 file (times, one
 * stream), or a plain log (no times: nothing can be late, and `$` matches at line ends only). `-` is standard input.
 * @throws UsageError code `no-log` or `bad-recording`
 */
function* replay(path, rules, stream = 'console') {
    const judge = new Judge(rules);
    yield* judge.start();
    let time = 0;
    for (const event of recordedEvents(path, stream)) {
        time = event.time;
        const news = judge.push(event);
        yield event;
        yield* news;
        if (judge.verdict !== undefined)
            return;
    }
    // A plain log, an asciicast, or a recording whose run was killed: it just ends.
    yield* judge.push({ type: 'end-of-log', time });
}
function recordedEvents(path, stream) {
    if (path !== '-' && !(0,external_node_fs_.existsSync)(path))
        throw new errors/* UsageError */.eb('no-log', `${path}: no such file or directory`);
    if (path !== '-' && (0,external_node_fs_.statSync)(path).isDirectory())
        return readRecording(path);
    if (path.endsWith('.cast'))
        return readCast(path, stream);
    return readLog(path, stream);
}
function* readLog(path, stream) {
    const fd = path === '-' ? 0 : (0,external_node_fs_.openSync)(path, 'r');
    try {
        // One buffer for all: whoever takes an event is done with it before the next is read.
        const buffer = Buffer.allocUnsafe(CHUNK);
        for (let bytes = readChunk(fd, buffer); bytes.length > 0; bytes = readChunk(fd, buffer)) {
            yield { type: 'output', time: 0, stream, bytes };
        }
    }
    finally {
        if (fd !== 0)
            (0,external_node_fs_.closeSync)(fd);
    }
}
function* readRecording(directory) {
    const raw = new Map();
    try {
        const lines = wholeLines((0,external_node_path_.join)(directory, EVENTS_FILE));
        const whole = lines.at(-1)?.includes('"end-of-log"') === true;
        for (const [index, line] of lines.entries()) {
            const event = parseEvent(line, `${(0,external_node_path_.join)(directory, EVENTS_FILE)}:${index + 1}`);
            if ('event' in event)
                yield event.event;
            else if ('input' in event) {
                yield { type: 'input', time: event.t, stream: event.input, bytes: Buffer.from(event.text) };
            }
            else {
                const fd = raw.get(event.output) ?? openRaw((0,external_node_path_.join)(directory, `${event.output}.raw`));
                raw.set(event.output, fd);
                const bytes = readUpTo(fd, event.n);
                if (bytes.length < event.n) {
                    // A run that was killed may have written the event and not yet its bytes.
                    if (!whole)
                        return;
                    throw new errors/* UsageError */.eb('bad-recording', `${directory}: a .raw file is shorter than events.jsonl says`);
                }
                yield { type: 'output', time: event.t, stream: event.output, bytes };
            }
        }
    }
    finally {
        for (const fd of raw.values())
            (0,external_node_fs_.closeSync)(fd);
    }
}
function* readCast(path, stream) {
    const [, ...lines] = wholeLines(path);
    for (const [index, line] of lines.entries()) {
        const [seconds, code, text] = parseCastLine(line, `${path}:${index + 2}`);
        const time = Math.round(seconds * 1e6) / 1e3;
        if (code === 'o')
            yield { type: 'output', time, stream, bytes: Buffer.from(text) };
    }
}
function openRaw(path) {
    try {
        return (0,external_node_fs_.openSync)(path, 'r');
    }
    catch (error) {
        throw new errors/* UsageError */.eb('bad-recording', `not a whole recording: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}
/** A run that was killed may have left half a line at the end. */
function wholeLines(path) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        throw new errors/* UsageError */.eb('bad-recording', `not a recording: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
    return text.split('\n').slice(0, -1);
}
function parseCastLine(line, where) {
    const value = parseJson(line, where);
    if (Array.isArray(value) && typeof value[0] === 'number' && typeof value[2] === 'string') {
        return [value[0], String(value[1]), value[2]];
    }
    throw new errors/* UsageError */.eb('bad-recording', 'is not an asciicast v2 event ([seconds, code, text])', { where });
}
function parseEvent(line, where) {
    const value = parseJson(line, where);
    const isEvent = typeof value === 'object' &&
        value !== null &&
        't' in value &&
        typeof value.t === 'number' &&
        ('event' in value || ('input' in value && 'text' in value) || ('output' in value && 'n' in value));
    if (!isEvent)
        throw new errors/* UsageError */.eb('bad-recording', 'is not a recorded event', { where });
    const event = value;
    if ('output' in event && !words/* STREAMS */.gO.includes(event.output)) {
        throw new errors/* UsageError */.eb('bad-recording', `unknown stream ${JSON.stringify(event.output)}`, { where });
    }
    return event;
}
function parseJson(text, where) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new errors/* UsageError */.eb('bad-recording', `is not JSON: ${(0,errors/* messageOf */.bD)(error)}`, { where, cause: error });
    }
}
function readChunk(fd, buffer) {
    for (;;) {
        try {
            return buffer.subarray(0, (0,external_node_fs_.readSync)(fd, buffer));
        }
        catch (error) {
            // A pipe on standard input may be non-blocking and have nothing yet.
            if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN'))
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        }
    }
}
function readUpTo(fd, length) {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, 2 ** 30)));
    return bytes.subarray(0, (0,external_node_fs_.readSync)(fd, bytes));
}

// EXTERNAL MODULE: ./lib/boot/signals.js
var signals = __webpack_require__(6697);
// EXTERNAL MODULE: ./lib/firmware/store.js
var firmware_store = __webpack_require__(8224);
// EXTERNAL MODULE: ./lib/report/firmware-log.js
var firmware_log = __webpack_require__(8886);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
;// CONCATENATED MODULE: ./lib/report/result.js
/** result.json: the run for machines. Its schema is versioned and committed as schema/result.schema.json. */



const ms = schemas/* number */.aig().describe('Milliseconds since the VMM was started');
const findingSchema = schemas/* strictObject */.rej({
    kind: schemas/* string */.YjP(),
    id: schemas/* string */.YjP().describe('Stable name of the kind of finding'),
    title: schemas/* string */.YjP(),
    hint: schemas/* string */.YjP(),
    severity: schemas/* enum */.k5n(words/* SEVERITIES */.oC),
    phase: schemas/* enum */.k5n(words/* PHASES */.ZG),
    time: ms,
    outcome: schemas/* enum */.k5n(['failed', 'errored']).nullable().describe('null: reported only'),
    allowed: schemas/* string */.YjP().nullable().describe('Why the scenario allows it'),
    stream: schemas/* enum */.k5n(words/* STREAMS */.gO).nullable(),
    line: schemas/* int */.Whr().nullable().describe('Line number in the stream, from 1'),
    text: schemas/* string */.YjP().nullable(),
    report: schemas/* array */.YOg(schemas/* string */.YjP()).describe('The lines that followed'),
    where: schemas/* string */.YjP().nullable().describe('file:line:column of the scenario'),
});
const stepSchema = schemas/* strictObject */.rej({
    number: schemas/* int */.Whr(),
    kind: schemas/* enum */.k5n(['expect', 'send']),
    text: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(['met', 'sent', 'missed', 'open']),
    where: schemas/* string */.YjP(),
    time: ms.nullable(),
    stream: schemas/* enum */.k5n(words/* STREAMS */.gO).nullable(),
    line: schemas/* string */.YjP().nullable().describe('The line that met it'),
});
const resultSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    scenario: schemas/* string */.YjP(),
    platform: schemas/* enum */.k5n(words/* PLATFORMS */.P4),
    verdict: schemas/* enum */.k5n(['passed', 'failed', 'errored']),
    reason: schemas/* string */.YjP(),
    hint: schemas/* string */.YjP(),
    phase: schemas/* enum */.k5n(words/* PHASES */.ZG).describe('The furthest phase that was reached'),
    time: ms.describe('Milliseconds from the start of the VMM to the verdict'),
    argv: schemas/* array */.YOg(schemas/* string */.YjP()).nullable().describe('The VMM command; null when none was started'),
    steps: schemas/* array */.YOg(stepSchema),
    cause: findingSchema.nullable().describe('The finding that decided'),
    findings: schemas/* array */.YOg(findingSchema),
    captures: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    timeline: schemas/* array */.YOg(schemas/* strictObject */.rej({ time: ms, phase: schemas/* enum */.k5n(words/* PHASES */.ZG), title: schemas/* string */.YjP() })),
    lastLines: schemas/* array */.YOg(schemas/* string */.YjP()),
})
    .describe('The result of one tdx-boot run');
function resultJsonSchema() {
    return z.toJSONSchema(resultSchema);
}
function makeResult(scenario, verdict, argv) {
    return {
        version: 1,
        scenario: scenario.name,
        platform: scenario.platform,
        verdict: verdict.verdict,
        reason: verdict.reason,
        hint: verdict.hint,
        phase: verdict.phase,
        time: verdict.time,
        argv: argv === undefined ? null : [...argv],
        steps: verdict.steps.map(stepResult),
        cause: verdict.cause === undefined ? null : findingResult(verdict.cause),
        findings: verdict.findings.map(findingResult),
        captures: { ...verdict.captures },
        timeline: verdict.timeline.map((entry) => ({ ...entry })),
        lastLines: [...verdict.lastLines],
    };
}
function findingResult(finding) {
    return {
        kind: finding.kind,
        id: finding.id,
        title: finding.title,
        hint: finding.hint,
        severity: finding.severity,
        phase: finding.phase,
        time: finding.time,
        outcome: finding.outcome ?? null,
        allowed: finding.allowed ?? null,
        stream: finding.stream ?? null,
        line: finding.line ?? null,
        text: finding.text ?? null,
        report: [...(finding.report ?? [])],
        where: finding.where === undefined ? null : formatWhere(finding.where),
    };
}
function stepResult(step) {
    return {
        number: step.number,
        kind: step.kind,
        text: step.text,
        state: step.state,
        where: formatWhere(step.where),
        time: step.time ?? null,
        stream: step.stream ?? null,
        line: step.line ?? null,
    };
}

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
        this.#events = this.#open(EVENTS_FILE);
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
            writeWhole((0,external_node_path_.join)(this.directory, RESULT_FILE), makeResult(this.#scenario, event.verdict, this.#argv));
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

;// CONCATENATED MODULE: ./lib/report/words.js
/** How events read in a log, on a terminal and in a job alike. Texts are not yet made safe for their destination. */


/** One line for an event that people want to see, undefined for the others. */
function describeEvent(event) {
    const time = formatTime(event.time);
    switch (event.type) {
        case 'phase':
            return `${time} phase ${event.phase}: ${event.title}`;
        case 'step':
            return `${time} step ${event.step.number} ${event.step.state}: ${describeStep(event.step)}`;
        case 'finding':
            return `${time} ${describeFinding(event.finding)}`;
        case 'notice':
            return `${time} notice: ${event.message}`;
        default:
            return undefined;
    }
}
function describeStep(step) {
    return step.kind === 'send' ? `send ${JSON.stringify(step.text)}` : step.text;
}
function describeFinding(finding) {
    const weight = finding.outcome ?? (finding.allowed === undefined ? finding.severity : `allowed (${finding.allowed})`);
    const place = finding.stream === undefined ? '' : ` [${finding.stream}:${finding.line}]`;
    return `${weight}: ${finding.title}${place}`;
}
/** The verdict in a few lines: what, why, where, what next. */
function describeVerdict(name, verdict) {
    const met = verdict.steps.filter(({ state }) => state === 'met' || state === 'sent').length;
    const lines = [
        `${verdict.verdict}: ${name} (${met} of ${verdict.steps.length} steps, reached ${verdict.phase}, ` +
            `${formatDuration(verdict.time)})`,
    ];
    if (verdict.verdict === 'passed')
        return lines;
    lines.push(`  reason: ${verdict.reason}`);
    if (verdict.cause?.where !== undefined)
        lines.push(`  asked for at ${formatWhere(verdict.cause.where)}`);
    if (verdict.cause?.text !== undefined) {
        lines.push(`  ${verdict.cause.stream} line ${verdict.cause.line}: ${verdict.cause.text}`);
    }
    if (verdict.hint !== '')
        lines.push(`  next: ${verdict.hint}`);
    return lines;
}
/** `[   3.214]`: seconds since the VMM was started. */
function formatTime(ms) {
    return `[${(ms / 1000).toFixed(3).padStart(8)}]`;
}

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
            const [head = '', ...rest] = describeVerdict(this.#name, event.verdict);
            this.#line(style, head, '');
            for (const line of rest)
                this.#line('reset', line, '');
        }
        else {
            const text = describeEvent(event);
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

// EXTERNAL MODULE: ./lib/scenario/request.js
var scenario_request = __webpack_require__(1159);
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
const pattern = schemas/* string */.YjP()
    .describe('Literal text, or /regex/flags. Matched within one line of normalised text (no escapes, no CR)');
const stream = schemas/* enum */.k5n(words/* STREAMS */.gO).describe('console is hvc0, serial is ttyS0, debugcon is port 0x402');
const when = schemas/* union */.KCZ([schemas/* enum */.k5n(words/* PLATFORMS */.P4), schemas/* array */.YOg(schemas/* enum */.k5n(words/* PLATFORMS */.P4)).min(1)])
    .describe('Only on this platform, or on these');
const expect = schemas/* strictObject */.rej({
    expect: pattern.describe('What the console must show next'),
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
    pattern,
    schemas/* strictObject */.rej({ pattern, stream: stream.optional(), when: when.optional() }),
]);
const allow = schemas/* strictObject */.rej({
    match: pattern.describe('A line of a known failure that must not fail the run'),
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
    'output-limit': size.optional().describe('Bytes that the guest may print. Default: 256M'),
})
    .describe('A tdx-boot scenario: what to boot and what its console must show');
/** The JSON Schema (draft 2020-12) of a scenario file; committed as schema/scenario.schema.json for editors. */
function scenarioJsonSchema() {
    return json_schema_processors/* toJSONSchema */.bl(scenarioSchema);
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
    const source = new Source(file, text, scenarioJsonSchema);
    const parsed = scenarioSchema.safeParse(source.value());
    if (!parsed.success)
        throw new ScenarioError(source.problems(parsed.error));
    const reader = new Reader(source, parsed.data, base);
    const scenario = reader.scenario();
    if (reader.problems.length > 0)
        throw new ScenarioError(reader.problems);
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
            ...(firmware === undefined ? {} : { firmware }),
            ...(guest === undefined ? {} : { guest }),
            rules: this.#rules(guest?.initrd === 'probe'),
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
        if (text.name !== 'tdvf') {
            this.#complain(['firmware'], `QEMU cannot boot ${text.name}: it needs Cloud Hypervisor and a Trust Domain`);
        }
        const { request, problems } = (0,scenario_request/* parseRequest */.T)(text, this.#base);
        for (const { key, message } of problems)
            this.#complain(['firmware', key], `firmware.${key}: ${message}`);
        return { request };
    }
    #resolve(path) {
        return (0,external_node_path_.resolve)(this.#base, path);
    }
    #rules(probe) {
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
        };
    }
    /** What the probe guest must show when the scenario does not say. */
    #probeSteps() {
        const where = this.#source.where(['guest', 'kernel']);
        const expect = (text, capture = []) => ({
            kind: 'expect',
            pattern: parsePattern(text),
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
            return parsePattern(text);
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

// EXTERNAL MODULE: ./lib/cli/main.js + 1 modules
var main = __webpack_require__(4330);
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
        const { scenario } = await readyToBoot(loaded, error, signal);
        const directory = makeRunDirectory(options.results, scenario.name);
        const reporters = [new Recording(directory, scenario)];
        if (options.json !== true)
            reporters.push(new TerminalReporter(out, scenario.name));
        const verdict = await report(boot(scenario, { workDir, signal }), reporters);
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
/** Builds the scenario's firmware, if it names one by its recipe and no cache has it. */
async function readyToBoot(loaded, error, signal) {
    const progress = new firmware_log/* FirmwareTerminal */.g(error);
    const { on: listener } = progress;
    try {
        const store = new firmware_store/* Store */.il((0,firmware_store/* defaultRoot */.cc)(), { listener });
        return (await withFirmware(loaded, { store, listener, signal })).loaded;
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
    const verdict = await report(toAsync(replay(log, scenario.rules, options.stream)), reporters);
    if (options.json === true)
        out.write(`${JSON.stringify(makeResult(scenario, verdict, undefined), null, 2)}\n`);
    return exitCode(verdict);
}
/** `tdx-boot validate`. */
function validate(file, options, { out }) {
    try {
        checkFiles(loadScenario(file));
    }
    catch (error) {
        if (options.json !== true || !(error instanceof ScenarioError))
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
    if (options.json === true) {
        const real = backend.plan(spec, { fifosIn: '.' });
        const fds = Object.fromEntries([...real.fds].map(([fd, channel]) => [channel, fd]));
        const fifos = Object.fromEntries(real.fifos);
        out.write(`${JSON.stringify({ argv: [real.command, ...real.args], fds, fifos }, null, 2)}\n`);
        return main/* EXIT */.d.passed;
    }
    const paste = backend.plan(spec, 'files');
    out.write('# tdx-boot runs this with each stream on a socket or pipe of its own; here they go to files.\n');
    if (probe && options.initrd === undefined) {
        out.write('# The probe guest is made for each run: add --initrd probe.cpio to have it written.\n');
    }
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
