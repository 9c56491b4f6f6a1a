export const id = 975;
export const ids = [975];
export const modules = {

/***/ 7403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ assess),
  w: () => (/* binding */ isAgainst)
});

;// CONCATENATED MODULE: ./lib/compat/rows/firmware.js
/** What is known about firmware and guest kernels, whatever the VMM. */
const TD = ['tdx'];
const PLAIN = ['kvm', 'emulated'];
/** KVM of these hosts creates every TD with NO_RBP_MOD: a TDVMCALL that passes RBP on fails. */
const NO_RBP_MOD = ['upstream', 'intel-canonical'];
const FIRMWARE_ROWS = [
    {
        id: 'tdvf-rbp',
        when: { platforms: TD, firmware: ['tdvf'], firmwareRelease: { before: '202405' }, host: NO_RBP_MOD },
        verdict: 'hangs-silently',
        reason: 'TDVF before edk2-stable202405, as the documented pin is, passes RBP in every TDVMCALL, which a TD with NO_RBP_MOD may not: its first port access fails, and not one byte is printed',
        source: 'edk2 MdePkg/Library/BaseLib/X64/TdVmcall.nasm, TDVMCALL_EXPOSE_REGS_MASK: 0xffec up to edk2-stable202402, 0xffcc from 202405 (bugzilla 4696); td-shim commit e3a692b',
        certainty: 'inferred',
        advice: 'Use "pins: current", or firmware of edk2-stable202405 or later.',
    },
    {
        id: 'td-shim-rbp',
        when: {
            platforms: TD,
            firmware: ['td-shim', 'td-shim-executable', 'td-shim-example'],
            firmwareRelease: { before: '0.8.1' },
            host: NO_RBP_MOD,
            cpus: 2,
        },
        verdict: 'crashes',
        reason: 'td-shim up to v0.8.0 passes RBP when it starts the other CPUs, which a TD with NO_RBP_MOD may not: with 2 or more CPUs it triple-faults',
        source: 'td-shim v0.8.0 td-shim/src/bin/td-shim/asm/ap_loop.asm (mask 0xffec); commit e3a692b',
        certainty: 'read in source',
        advice: 'Set cpus: 1, or build td-shim from its commit e3a692b or later.',
    },
    {
        id: 'tdvf-202605-cpus',
        when: {
            platforms: TD,
            vmm: 'qemu',
            firmware: ['tdvf'],
            firmwareRelease: { from: '202605' },
            host: ['upstream'],
            cpus: 2,
        },
        verdict: 'unknown',
        reason: 'kata-containers took edk2-stable202605 back because TDs with more CPUs timed out, and nobody has said why',
        source: 'kata-containers PR #13678 (2026-08-20)',
        certainty: 'said in an issue',
        advice: 'Use "pins: current" (edk2-stable202511).',
    },
    {
        id: 'plain-ovmf',
        when: { platforms: TD, firmware: ['plain-ovmf'], host: ['upstream'] },
        verdict: 'hangs-silently',
        reason: "a distribution's OVMF.fd is not made for Trust Domains: it hangs with 0 bytes of output",
        source: 'confidential-os-builder issue #60',
        certainty: 'said in an issue',
        advice: 'Use OVMF.inteltdx.fd of the same package (Ubuntu 25.10 and later; noble has none), or firmware: tdvf.',
    },
    {
        id: 'td-shim-without-kernel',
        when: { platforms: TD, firmware: ['td-shim'], payload: ['disk'] },
        verdict: 'hangs-silently',
        reason: "td-shim's Linux image reads no disk: without a kernel it panics, which a release image does not print",
        source: 'td-shim v0.8.0 td-shim/src/bin/td-shim/main.rs; Cargo.toml release_max_level_off',
        certainty: 'read in source',
        advice: 'Set guest.kernel, or use firmware: tdvf for the disk.',
    },
    {
        id: 'td-shim-without-td',
        when: { platforms: PLAIN, firmware: ['td-shim', 'td-shim-executable', 'td-shim-example'] },
        verdict: 'hangs-silently',
        reason: 'td-shim keeps its stack within the image, which is read-only without a Trust Domain: not one byte is printed',
        source: 'QEMU 7.2 under TCG; QEMU hw/i386/x86-common.c x86_bios_rom_init',
        certainty: 'seen in a log',
        advice: 'Boot td-shim with platform: tdx, or the kernel without firmware.',
    },
    {
        id: 'plain-tdvf',
        when: { platforms: PLAIN, vmm: 'qemu', firmware: ['tdvf'], payload: ['disk', 'kernel'] },
        verdict: 'works',
        reason: 'TDVF boots disks and kernels without a TD too; only in a TD it drops virtio-scsi and USB',
        source: 'QEMU 7.2.22 and 11.1.3 under TCG with the documented pin; OvmfPkg/IntelTdx/IntelTdxX64.fdf',
        certainty: 'seen in a log',
    },
    {
        id: 'guest-before-5.19',
        when: { platforms: TD, payload: ['kernel'], guestKernel: { before: '5.19' } },
        verdict: 'unknown',
        reason: 'mainline guests know Trust Domains since Linux 5.19; an older one boots only with a backport, as in RHEL 9',
        source: 'Linux arch/x86/coco/tdx/tdx.c, since v5.19; RHCOS 9 logs (5.14)',
        certainty: 'seen in a log',
        advice: 'Boot a kernel of Linux 5.19 or later with CONFIG_INTEL_TDX_GUEST=y.',
    },
    {
        id: 'guest-mtrr',
        when: { platforms: TD, payload: ['kernel'], guestKernel: { from: '5.19', before: '6.0' } },
        verdict: 'unknown',
        reason: 'early TDX guests may stop in the MTRR code (#VE on a write to CR0.CD), silently after the line of the EFI stub',
        source: 'nvtrust issue #71, canonical/tdx issue #185',
        certainty: 'said in an issue',
        advice: 'Add clearcpuid=mtrr to the command line, or boot a newer kernel.',
    },
];

;// CONCATENATED MODULE: ./lib/compat/rows/vmm.js
/** What is known about VMMs: which versions make Trust Domains, on which hosts, and with which payloads. */
const vmm_TD = ['tdx'];
const CH = { platforms: vmm_TD, vmm: 'cloud-hypervisor' };
const QEMU = { platforms: vmm_TD, vmm: 'qemu' };
/** The one interface that any released Cloud Hypervisor speaks. */
const CH_ABI = 'kvm-upstream-2022.08.07-v5.19-rc8';
const USE_QEMU = 'Use QEMU 10.1 or later with "pins: current" on a host of Linux 6.16 or later.';
const USE_QEMU_10_1 = 'Use QEMU 10.1 or later, for example of Ubuntu 25.10 or of Debian after trixie.';
const VMM_ROWS = [
    {
        id: 'host-without-tdx',
        when: { platforms: vmm_TD, host: ['none'] },
        verdict: 'refused',
        reason: "this host's KVM makes no Trust Domains",
        source: 'QEMU target/i386/kvm/tdx.c: "vm-type TDX not supported by KVM"',
        certainty: 'read in source',
        advice: 'Run "tdx-boot doctor", which says what is missing, or boot the guest with platform: kvm.',
    },
    {
        id: 'ch-without-tdx',
        when: { ...CH, vmmTdx: false },
        verdict: 'refused',
        reason: 'this Cloud Hypervisor was built without the feature tdx, as every released program is',
        source: 'cloud-hypervisor .github/workflows/release.yaml; --version -v lists the features',
        certainty: 'read in source',
        advice: 'Build v47.0 with "cargo build --release --features tdx".',
    },
    {
        id: 'ch-53-no-tdx',
        when: { ...CH, vmmVersion: { from: '53.0' }, vmmReleased: true },
        verdict: 'does-not-build',
        reason: 'Cloud Hypervisor cannot be built with the feature tdx from v53.0 on (compile_error!)',
        source: 'cloud-hypervisor v53.0 cloud-hypervisor/src/main.rs:899, commit b2d1065a',
        certainty: 'read in source',
        advice: `Use v47.0 on a host with ${CH_ABI}; v52.0 is the last that builds it. ${USE_QEMU}`,
    },
    {
        id: 'ch-48-firmware-and-kernel',
        when: { ...CH, vmmVersion: { from: '48.0', before: '53.0' }, payload: ['kernel'] },
        verdict: 'refused',
        reason: 'Cloud Hypervisor refuses --firmware together with --kernel from v48.0 on, for TDs too',
        source: 'cloud-hypervisor v48.0 vmm/src/vm_config.rs:717, commit dd8687ae; issue #7630',
        certainty: 'read in source',
        advice: 'Use Cloud Hypervisor v47.0, or boot a disk image with TDVF.',
    },
    {
        id: 'ch-other-abi',
        when: {
            ...CH,
            vmmVersion: { from: '30.0', before: '53.0' },
            vmmReleased: true,
            host: ['upstream', 'intel-canonical'],
        },
        verdict: 'refused',
        reason: `Cloud Hypervisor v30.0 to v52.0 speaks the KVM interface of Intel's ${CH_ABI}, and the first ioctl on any other host fails with EINVAL`,
        source: 'cloud-hypervisor PR #5007 (e4ae668bc); issues #8540 (Linux 7.0, Ubuntu 26.04) and #7207',
        certainty: 'said in an issue',
        advice: USE_QEMU,
    },
    {
        id: 'ch-patched',
        when: { ...CH, vmmReleased: false, host: ['upstream'] },
        verdict: 'unknown',
        reason: 'a Cloud Hypervisor between releases may have a series for Linux 6.16, such as PR #8724 with an edk2-stable202405 or later, or td-shim v0.8.0 with one CPU; its author says that it boots',
        source: 'cloud-hypervisor PR #8724 (closed 2026-08), branch gjolly/fix/tdx_snp_guard, issue #8540',
        certainty: 'said in an issue',
        advice: USE_QEMU,
    },
    {
        id: 'ch-tdvf-disk',
        when: {
            ...CH,
            vmmVersion: { from: '30.0', before: '53.0' },
            vmmTdx: true,
            firmware: ['tdvf'],
            firmwareRelease: { before: '202405' },
            payload: ['disk'],
            host: ['intel-2022'],
        },
        verdict: 'works',
        reason: 'the documented combination, with TDX module 1.0; nobody can rebuild that host today (issue #7181)',
        source: 'cloud-hypervisor docs/intel_tdx.md',
        certainty: 'documented',
    },
    {
        id: 'ch-td-shim-kernel',
        when: {
            ...CH,
            vmmVersion: { from: '30.0', before: '48.0' },
            vmmTdx: true,
            firmware: ['td-shim'],
            payload: ['kernel'],
            host: ['intel-2022'],
        },
        verdict: 'works',
        reason: 'the documented combination, with TDX module 1.0; nobody can rebuild that host today (issue #7181)',
        source: 'cloud-hypervisor docs/intel_tdx.md',
        certainty: 'documented',
    },
    {
        id: 'ch-td-shim-executable',
        when: {
            ...CH,
            vmmVersion: { from: '30.0', before: '53.0' },
            vmmTdx: true,
            firmware: ['td-shim-executable', 'td-shim-example'],
            payload: ['executable'],
            host: ['intel-2022'],
        },
        verdict: 'works',
        reason: 'it is launched as with a kernel, but without one: every section is added where the image wants it',
        source: 'cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections',
        certainty: 'inferred',
    },
    {
        id: 'ch-tdvf-kernel',
        when: {
            ...CH,
            vmmVersion: { before: '48.0' },
            firmware: ['tdvf', 'distribution', 'distribution-secure'],
            payload: ['kernel'],
        },
        verdict: 'hangs-silently',
        reason: 'Cloud Hypervisor loads a kernel only into a Payload section, which TDVF has none of: the kernel is dropped without a word, and TDVF looks for a disk',
        source: 'cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections',
        certainty: 'read in source',
        advice: 'Boot a disk image, use td-shim for the kernel, or use QEMU.',
    },
    {
        id: 'qemu-without-tdx-guest',
        when: { ...QEMU, vmmTdx: false },
        verdict: 'refused',
        reason: 'this QEMU has no object tdx-guest: it is older than 10.1, or was built without CONFIG_TDX',
        source: "QEMU 10.0.13 and 7.2.22: Parameter 'qom-type' does not accept value 'tdx-guest'",
        certainty: 'seen in a log',
        advice: USE_QEMU_10_1,
    },
    {
        id: 'qemu-before-10.1',
        when: { ...QEMU, vmmVersion: { before: '10.1' }, vmmTdx: true, host: ['upstream'] },
        verdict: 'refused',
        reason: 'a QEMU before 10.1 has its TDX from an out-of-tree series, which speaks the interface of another kernel',
        source: 'QEMU docs/system/i386/tdx.rst, upstream since 10.1; cloud-hypervisor PR #6292 for the same break elsewhere',
        certainty: 'inferred',
        advice: USE_QEMU_10_1,
    },
    {
        id: 'qemu-on-old-abi',
        when: { ...QEMU, vmmVersion: { from: '10.1' }, host: ['intel-2022', 'intel-canonical'] },
        verdict: 'refused',
        reason: "QEMU from 10.1 on asks for VM type 5 of Linux 6.16, which the KVM of Intel's older trees has not",
        source: 'QEMU target/i386/kvm/tdx.c: "vm-type TDX not supported by KVM"',
        certainty: 'inferred',
        advice: "Boot a kernel of Linux 6.16 or later on the host, or use the VMM that belongs to the host's tree.",
    },
    {
        id: 'qemu-td-shim-linux',
        when: { platforms: ['tdx'], vmm: 'qemu', firmware: ['td-shim'] },
        verdict: 'refused',
        reason: "QEMU refuses td-shim's Linux image: TDVF contains unsupported section type 5",
        source: 'td-shim issue #656, MigTD issue #361; QEMU hw/i386/tdvf.c',
        certainty: 'said in an issue',
        advice: 'Use TDVF, or td-shim with Cloud Hypervisor v30.0 to v47.0.',
    },
    {
        id: 'qemu-td-shim-executable',
        when: {
            ...QEMU,
            vmmVersion: { before: '10.1' },
            vmmTdx: true,
            firmware: ['td-shim-executable', 'td-shim-example'],
            payload: ['executable'],
            host: ['intel-2022', 'intel-canonical'],
        },
        verdict: 'works',
        reason: "td-shim's own CI boots its payloads with a QEMU of Intel's tree",
        source: 'td-shim sh_script/integration_tdx.sh',
        certainty: 'read in source',
    },
    {
        id: 'qemu-td-shim-scratch',
        when: {
            ...QEMU,
            vmmVersion: { from: '10.1' },
            firmware: ['td-shim-executable', 'td-shim-example'],
            firmwareRelease: { before: '0.8.1' },
        },
        verdict: 'refused',
        reason: "QEMU from 10.1 on wants td-shim's scratch memory in RAM, and up to v0.8.0 it lies just below 4 GiB: Failed to accept memory for TDVF section 3",
        source: 'QEMU target/i386/kvm/tdx.c tdx_accept_ram_range; td-shim v0.8.0 config_memory_exec.json',
        certainty: 'read in source',
        advice: `Use Cloud Hypervisor v30.0 to v52.0 on a host with ${CH_ABI}.`,
    },
    {
        id: 'qemu-tdvf',
        when: {
            ...QEMU,
            vmmVersion: { from: '10.1' },
            vmmTdx: true,
            firmware: ['tdvf'],
            firmwareRelease: { from: '202405' },
            payload: ['disk', 'kernel'],
            host: ['upstream'],
        },
        verdict: 'works',
        reason: 'the upstream stack; kata-containers runs its nightly TDs with edk2-stable202511',
        source: 'QEMU docs/system/i386/tdx.rst; cloud-hypervisor issue #8540; kata-containers versions.yaml',
        certainty: 'said in an issue',
    },
    {
        id: 'qemu-distribution',
        when: {
            ...QEMU,
            vmmVersion: { from: '10.1' },
            vmmTdx: true,
            firmware: ['distribution'],
            payload: ['disk', 'kernel'],
            host: ['upstream'],
        },
        verdict: 'works',
        reason: 'the stack of Ubuntu 25.10 and later',
        source: 'cloud-hypervisor issue #8540 (QEMU 10.2); confidential-os-builder issue #60',
        certainty: 'said in an issue',
    },
    {
        id: 'qemu-distribution-secure',
        when: {
            ...QEMU,
            vmmVersion: { from: '10.1' },
            vmmTdx: true,
            firmware: ['distribution-secure'],
            payload: ['disk', 'kernel'],
            host: ['upstream'],
        },
        verdict: 'works',
        reason: 'for a signed boot loader or kernel: it enforces Secure Boot and stops after BdsDxe at anything else',
        source: 'confidential-os-builder issue #62; cloud-hypervisor issue #8540',
        certainty: 'said in an issue',
    },
];

;// CONCATENATED MODULE: ./lib/compat/table.js
/** The one compatibility table. Every room that must choose, warn or explain reads it. */


const ROWS = [...VMM_ROWS, ...FIRMWARE_ROWS];

// EXTERNAL MODULE: ./lib/compat/version.js
var compat_version = __webpack_require__(2778);
;// CONCATENATED MODULE: ./lib/compat/assess.js
/** What the compatibility table says of one combination. */


/** From the one that ends a boot first to the one that lets it go on. */
const ORDER = [
    'does-not-build',
    'refused',
    'crashes',
    'hangs-silently',
    'unknown',
    'works',
];
/** The worst row that certainly holds decides; a combination works when one says so and none may say otherwise. */
function assess(combination, table = ROWS) {
    const judged = table.map((row) => ({ row, holds: holdsFor(row.when, combination) }));
    const rows = judged
        .filter(({ holds }) => holds === true)
        .map(({ row }) => row)
        .sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
    const open = judged
        .filter(({ row, holds }) => holds === undefined && isAgainst(row.verdict))
        .map(({ row }) => row);
    const [decisive] = rows;
    if (decisive === undefined)
        return { verdict: 'unknown', rows, open };
    const verdict = decisive.verdict === 'works' && open.length > 0 ? 'unknown' : decisive.verdict;
    return { verdict, decisive, rows, open };
}
/** Whether a boot must not be tried: its end is known. */
function isAgainst(verdict) {
    return verdict !== 'works' && verdict !== 'unknown';
}
/** Undefined where something that the row asks for is not known, and nothing else rules it out. */
function holdsFor(when, combination) {
    const { platform, vmm, payload, host, cpus, guestKernel } = combination;
    const firmware = combination.firmware === 'none' ? undefined : combination.firmware;
    const version = vmm.version;
    const answers = [
        when.platforms.includes(platform),
        asks(when.vmm, vmm.name, (name) => name === vmm.name),
        asks(when.vmmVersion, version, (range, known) => (0,compat_version/* isWithin */.UO)(known, range)),
        asks(when.vmmReleased, version, (released, known) => (0,compat_version/* isRelease */.MU)(known) === released),
        asks(when.vmmTdx, vmm.tdx, (wanted, known) => wanted === known),
        firmware === undefined
            ? when.firmware === undefined
            : asks(when.firmware, firmware.kind, (kinds, known) => kinds.includes(known)),
        asks(when.firmwareRelease, firmware?.release, (range, known) => (0,compat_version/* isWithin */.UO)(known, range)),
        asks(when.payload, payload, (payloads, known) => payloads.includes(known)),
        asks(when.host, host, (hosts, known) => hosts.includes(known)),
        asks(when.cpus, cpus, (least, known) => known >= least),
        asks(when.guestKernel, guestKernel, (range, known) => (0,compat_version/* isWithin */.UO)(known, range)),
    ];
    if (answers.includes(false))
        return false;
    return answers.includes(undefined) ? undefined : true;
}
/** A condition that is not set is met; one about something that is not known has no answer. */
function asks(condition, fact, meets) {
    if (condition === undefined)
        return true;
    return fact === undefined ? undefined : meets(condition, fact);
}


/***/ }),

/***/ 4709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TA: () => (/* binding */ hostAbi),
/* harmony export */   j5: () => (/* binding */ usableAbi)
/* harmony export */ });
/* unused harmony export HOST_ABIS */
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2778);
/** Which of the KVM interfaces for Trust Domains a host has: they share a name, and nothing that a VMM can use. */

/**
 * `intel-2022`: Intel's tree kvm-upstream-2022.08.07-v5.19-rc8, which Cloud Hypervisor v30.0 to v52.0 speak;
 * `intel-canonical`: the later out-of-tree series, as in Canonical's 6.8 kernels with `-intel` in their names;
 * `upstream`: Linux 6.16 and later, and kernels with the same code (VM type 5, guest_memfd);
 * `none`: this KVM makes no Trust Domains.
 */
const HOST_ABIS = (/* unused pure expression or super */ null && (['intel-2022', 'intel-canonical', 'upstream', 'none']));
/** KVM_X86_TDX_VM of Linux 6.16 is 5 (arch/x86/include/uapi/asm/kvm.h). */
const TDX_VM_BIT = 1 << 5;
/**
 * The interface that these facts speak for, switched on or not; undefined where they do not decide: a distribution's
 * kernel before 6.16 may have either one backported.
 */
function hostAbi({ kernelRelease, tdxParameter, sysfs, vmTypes }) {
    if (vmTypes !== undefined && (vmTypes & TDX_VM_BIT) !== 0)
        return 'upstream';
    if (tdxParameter === undefined)
        return sysfs ? 'none' : undefined;
    if ((0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(kernelRelease, { from: '6.16' }))
        return 'upstream';
    if ((0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(kernelRelease, { from: '5.19', before: '5.20' }))
        return 'intel-2022';
    return /-intel$/.test(kernelRelease) ? 'intel-canonical' : undefined;
}
/** The interface that a VMM finds now: `none` where TDX is switched off (`N`) or its start failed, which looks the same. */
function usableAbi(facts) {
    const off = facts.tdxParameter !== undefined && !/^[Yy1]/.test(facts.tdxParameter);
    return off ? 'none' : hostAbi(facts);
}


/***/ }),

/***/ 2778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MU: () => (/* binding */ isRelease),
/* harmony export */   UO: () => (/* binding */ isWithin)
/* harmony export */ });
/* unused harmony exports compareVersions, describeRange */
/** Versions as VMMs, firmware and kernels number themselves, and ranges of them. */
/**
 * Negative where `a` is older, 0 where the numbers are the same, positive where `a` is newer. Only the dotted number
 * counts: `v47.0`, `47.0` and `47.0-12-g0123abc` are one version, and `edk2-stable202408.01` is 202408.01.
 */
function compareVersions(a, b) {
    const [left, right] = [numbersOf(a), numbersOf(b)];
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
        const difference = (left[index] ?? 0) - (right[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function isWithin(version, { from, before }) {
    return ((from === undefined || compareVersions(version, from) >= 0) &&
        (before === undefined || compareVersions(version, before) < 0));
}
/** A build between releases, which may have any patch: `git describe` adds the distance to its release. */
function isRelease(version) {
    return !/-\d+-g[0-9a-f]+/.test(version);
}
/** `30.0 to 47`, `from 10.1`, `before 53.0`. */
function describeRange({ from, before }) {
    if (from === undefined)
        return before === undefined ? 'any' : `before ${before}`;
    return before === undefined ? `from ${from}` : `from ${from}, before ${before}`;
}
function numbersOf(version) {
    return (/\d+(?:\.\d+)*/.exec(version.replace(/^edk2-stable/, ''))?.[0] ?? '').split('.').map(Number);
}


/***/ }),

/***/ 457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ NotBzImageError),
/* harmony export */   WD: () => (/* binding */ TruncatedKernelError),
/* harmony export */   d1: () => (/* binding */ GuestError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** What can go wrong while a guest is put together: errors with a stable code, fields and a way out. */

/** An error of this floor. `hint` is one sentence that says what to do about it. */
class GuestError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh {
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


/***/ }),

/***/ 4007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   de: () => (/* binding */ requireKernel),
/* harmony export */   fG: () => (/* binding */ diskFormat),
/* harmony export */   gw: () => (/* binding */ checkFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _scenario_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(117);
/* harmony import */ var _scenario_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2943);
/* harmony import */ var _tdx_check_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1517);
/* harmony import */ var _tdx_metadata_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4479);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(457);
/* harmony import */ var _modules_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1741);
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
            problems.push({ where: where(path), message: `${path.join('.')}: ${file}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}` });
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
        throw new _scenario_source_js__WEBPACK_IMPORTED_MODULE_2__/* .ScenarioError */ .tp(problems);
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('bad-kernel', `${file}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
    }
}
/** The format of a disk image: as said, else qcow2 by its magic (docs/interop/qcow2.txt in QEMU), else raw. */
function diskFormat(disk) {
    if (disk.format !== undefined)
        return disk.format;
    const head = Buffer.alloc(4);
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(disk.path, 'r');
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, head, 0, 4, 0);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
    return head.toString('latin1') === 'QFI\xfb' ? 'qcow2' : 'raw';
}
function requireFile(file) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file, { throwIfNoEntry: false });
    if (found === undefined)
        throw new Error('no such file');
    if (found.isDirectory())
        throw new Error('is a directory');
    if (found.isFile() && found.size === 0)
        throw new Error('is empty');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'r'));
}
/** A unified kernel image is no bzImage, but a UEFI firmware can start it. */
function checkKernel(file, hasFirmware) {
    try {
        (0,_modules_js__WEBPACK_IMPORTED_MODULE_7__/* .kernelInfoOf */ .b9)(file);
    }
    catch (error) {
        if (!(hasFirmware && error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .NotBzImageError */ .FN && error.efiProgram))
            throw error;
    }
}
/**
 * QEMU maps an image for -bios in whole 64 KiB units (hw/i386/x86-common.c, x86_bios_rom_init). A Trust Domain needs
 * TDX metadata that its VMM accepts, too: without, it would hang without a byte of output.
 */
function checkImage(file, { platform, vmm }) {
    const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file);
    if (size % KIB64 !== 0) {
        throw new Error(`${size} bytes is not a multiple of 64 KiB: not a firmware image, or truncated`);
    }
    const image = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file);
    if (platform !== 'tdx') {
        const obstacle = (0,_tdx_check_js__WEBPACK_IMPORTED_MODULE_4__/* .obstacleWithoutTd */ .Kg)(image);
        if (obstacle !== undefined)
            throw new Error(obstacle);
        return;
    }
    const findings = (0,_tdx_check_js__WEBPACK_IMPORTED_MODULE_4__/* .checkMetadata */ .sI)((0,_tdx_metadata_js__WEBPACK_IMPORTED_MODULE_5__/* .parseMetadata */ .j)(image), image);
    const refused = (vmm === 'auto' ? _scenario_words_js__WEBPACK_IMPORTED_MODULE_3__/* .VMMS */ .W : [vmm]).map((name) => (0,_tdx_check_js__WEBPACK_IMPORTED_MODULE_4__/* .refusals */ .Ke)(findings, name));
    // With a choice, an image is bad only if no VMM takes it.
    if (refused.some(({ length }) => length === 0))
        return;
    throw new Error(refused[0]?.map(({ message }) => message).join('; '));
}


/***/ }),

/***/ 1741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ moduleOrder),
/* harmony export */   b9: () => (/* binding */ kernelInfoOf),
/* harmony export */   bH: () => (/* binding */ readModule),
/* harmony export */   th: () => (/* binding */ findModules)
/* harmony export */ });
/* unused harmony export readKernelInfo */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7975);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8522);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(457);
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
const run = (0,node_util__WEBPACK_IMPORTED_MODULE_4__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
const unzip = (0,node_util__WEBPACK_IMPORTED_MODULE_4__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_5__.gunzip);
/** More than the setup code can have: 255 sectors after the first. */
const HEAD = 256 * SECTOR;
/** What the header of a kernel file says, from its first bytes alone. */
function kernelInfoOf(path) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, 'r');
    try {
        const head = Buffer.alloc(HEAD);
        return readKernelInfo(head.subarray(0, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(fd, head)), (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd).size);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .NotBzImageError */ .FN(other);
    if (image.length < LOADFLAGS + 1)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .NotBzImageError */ .FN(`it is too short (${image.length} bytes)`);
    if (image.toString('latin1', HEADER_MAGIC, HEADER_MAGIC + 4) !== 'HdrS') {
        if (image.toString('latin1', 0, 2) !== 'MZ')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .NotBzImageError */ .FN("it has no 'HdrS' at 0x202");
        const unified = "it is an EFI program without a Linux setup header (no 'HdrS' at 0x202); perhaps a unified kernel image";
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .NotBzImageError */ .FN(unified, true);
    }
    if ((image.readUInt8(LOADFLAGS) & LOADED_HIGH) === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .NotBzImageError */ .FN('its header clears LOADED_HIGH, so it is an old zImage');
    }
    const setupSize = ((image.readUInt8(SETUP_SECTS) || 4) + 1) * SECTOR;
    const expectedSize = setupSize + image.readUInt32LE(SYSSIZE) * 16;
    if (size < expectedSize)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TruncatedKernelError */ .WD(expectedSize, size);
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
    const below = (root) => safe ? ['lib', 'usr/lib'].map((lib) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, lib, 'modules', release)) : [];
    if (override !== undefined) {
        const found = await firstModuleDirectory([...below(override), override]);
        if (found !== undefined)
            return found;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .GuestError */ .d1('modules-not-found', `No kernel modules for ${JSON.stringify(release)} in ${override}`, 'Name the directory that holds modules.dep or kernel/, as made by `make modules_install`.');
    }
    // A link such as /vmlinuz or bzImage-latest: the modules are near the file it leads to.
    const beside = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(kernelPath).catch(() => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(kernelPath)));
    // Fedora keeps the kernel itself in lib/modules/<release>/vmlinuz.
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(beside) === release ? [beside] : [];
    return firstModuleDirectory([...own, ...below((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(beside)), ...below('/')]);
}
/**
 * The files of the wanted modules and of all they need, dependencies first, as paths. Modules that are built in or
 * do not exist for this kernel are left out: what a kernel lacks shows in its console.
 */
async function moduleOrder(directory, wanted) {
    const builtin = new Set((await lines((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'modules.builtin'))).map(moduleName));
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
        switch (MODULE_FILE.exec((0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path))?.groups?.compression) {
            case '.gz':
                return await unzip(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path));
            case '.xz':
                return await output('xz', ['--decompress', '--stdout', '--', path]);
            case '.zst':
                return await output('zstd', ['--decompress', '--stdout', '--quiet', '--', path]);
            default:
                return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path);
        }
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .GuestError */ .d1('modules-unreadable', `Cannot read the kernel module ${path}: ${cause instanceof Error ? cause.message : String(cause)}`, 'Compressed modules need the programs xz or zstd (Debian, Ubuntu: apt-get install xz-utils zstd).', { cause });
    }
}
/** All modules by name, from modules.dep, or from the files themselves where depmod has not run yet. */
async function moduleIndex(directory) {
    const index = new Map();
    for (const line of await lines((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'modules.dep'))) {
        const colon = line.indexOf(':');
        const needed = line
            .slice(colon + 1)
            .split(' ')
            .filter(Boolean)
            .reverse()
            .map(moduleName);
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(directory, line.slice(0, colon));
        if (MODULE_FILE.test((0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path)))
            index.set(moduleName(path), { path, needs: async () => needed });
    }
    if (index.size > 0)
        return index;
    // A package that was only unpacked has no modules.dep: its postinst makes it.
    for (const entry of filesBelow((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'kernel'))) {
        if (!MODULE_FILE.test((0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(entry)))
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'kernel', entry);
        index.set(moduleName(path), { path, needs: async () => dependsOf(await readModule(path)) });
    }
    return index;
}
/** Synchronous: thousands of small directories are read five times as fast as with promises. */
function filesBelow(directory) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(directory) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory, { recursive: true, encoding: 'utf8' }) : [];
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
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(pathOrName);
    return (MODULE_FILE.exec(file)?.groups?.name ?? file).replaceAll('-', '_');
}
async function firstModuleDirectory(candidates) {
    for (const candidate of candidates) {
        for (const proof of ['modules.dep', 'kernel']) {
            if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(candidate, proof)))
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
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path, 'utf8').catch(() => '');
    return text.split('\n').filter(Boolean);
}
async function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).then(() => true, () => false);
}
async function output(program, args) {
    const { stdout } = await run(program, args, { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 });
    return stdout;
}


/***/ }),

/***/ 186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ problem),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   RJ: () => (/* binding */ NO_LOG),
/* harmony export */   X_: () => (/* binding */ TDX_PARAMETER),
/* harmony export */   ee: () => (/* binding */ READ_LOG),
/* harmony export */   fM: () => (/* binding */ lastLine),
/* harmony export */   ok: () => (/* binding */ ok)
/* harmony export */ });
/** The words of a host check: what is looked at, what was found, what it was read from, what to do about it. */
const ok = (evidence) => ({ state: 'ok', evidence });
const problem = (evidence, fix) => ({ state: 'problem', evidence, fix });
const unknown = (evidence, fix) => ({ state: 'unknown', evidence, fix });
/** The last line of the kernel log that matches: the newest is true. */
function lastLine(log, pattern) {
    return log?.lines.findLast((line) => pattern.test(line));
}
/** Where KVM says whether it can create TDs: `Y` or `N`. */
const TDX_PARAMETER = '/sys/module/kvm_intel/parameters/tdx';
/** What a check says when it needs the kernel log and there is none. */
const NO_LOG = 'the kernel log cannot be read by this user';
const READ_LOG = 'Run it as root: sudo tdx-boot doctor (or allow it: sudo sysctl kernel.dmesg_restrict=0).';


/***/ }),

/***/ 6380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Br: () => (/* binding */ availableMemory),
/* harmony export */   Ms: () => (/* binding */ keyIds),
/* harmony export */   jO: () => (/* binding */ mib),
/* harmony export */   m1: () => (/* binding */ memory),
/* harmony export */   oc: () => (/* binding */ hugepages),
/* harmony export */   ps: () => (/* binding */ tdCapacity)
/* harmony export */ });
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(186);
/* harmony import */ var _processor_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1670);
/** How many Trust Domains fit: private KeyIDs and memory. */


const keyIds = { id: 'key-ids', title: 'private KeyIDs', decisive: false, look: lookAtKeyIds };
const memory = { id: 'memory', title: 'memory', decisive: true, look: lookAtMemory };
const hugepages = {
    id: 'hugepages',
    title: 'hugepages',
    decisive: false,
    look: lookAtHugepages,
};
const MIB = 1024 * 1024;
/**
 * KVM gives each TD a KeyID and publishes their number as the misc cgroup's `tdx` (kernel/cgroup/misc.c and tdx.c,
 * MISC_CG_RES_TDX; 6.16). Before and without that, the range in the log, or the register, tells it.
 */
function tdCapacity(host, log) {
    const published = /^tdx (\d+)$/m.exec(host.read('/sys/fs/cgroup/misc.capacity') ?? '')?.[1];
    if (published !== undefined) {
        return { tds: Number(published), evidence: `/sys/fs/cgroup/misc.capacity: tdx ${published}` };
    }
    const line = (0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .lastLine */ .fM)(log, /private KeyID range \[\d+, *\d+\)/);
    const [, first, end] = /\[(\d+), *(\d+)\)/.exec(line ?? '') ?? [];
    if (line !== undefined)
        return { tds: Math.max(0, Number(end) - Number(first) - 1), evidence: line };
    const register = host.msr(0x87);
    if (register === undefined)
        return undefined;
    const keys = Number(register >> 32n);
    return { tds: Math.max(0, keys - 1), evidence: `MSR 0x87: ${keys} private KeyIDs` };
}
/**
 * Bytes that can be had without swapping.
 * @returns undefined where /proc/meminfo does not say
 */
function availableMemory(host) {
    return memInfo(host, 'MemAvailable');
}
function lookAtKeyIds({ host, log }) {
    const capacity = tdCapacity(host, log);
    if (capacity === undefined)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5)('their number cannot be read', 'It shows when KVM has TDX on; before, to root: sudo modprobe msr && sudo tdx-boot doctor');
    const { tds, evidence } = capacity;
    if (tds === 0)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)(`${evidence}: none is left for a TD`, _processor_js__WEBPACK_IMPORTED_MODULE_0__/* .ENABLE_IN_BIOS */ .Y0);
    const used = /^tdx (\d+)$/m.exec(host.read('/sys/fs/cgroup/misc.current') ?? '')?.[1];
    const use = used === undefined ? '' : `, ${used} in use`;
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_1__.ok)(`${tds} ${tds === 1 ? 'TD' : 'TDs'} at a time${use} (${evidence})`);
}
/** Memory that TDs of ours hold comes back: whoever needs it waits for a slot. */
function lookAtMemory({ host, wanted, held }) {
    const available = availableMemory(host);
    if (available === undefined)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5)('/proc/meminfo cannot be read', 'Mount /proc.');
    const has = `${mib(available)} available, ${mib(wanted.memory)} wanted`;
    if (available >= wanted.memory)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_1__.ok)(has);
    if (available + held >= wanted.memory)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_1__.ok)(`${has}: after TDs that hold ${mib(held)} have ended`);
    const reserved = (memInfo(host, 'HugePages_Free') ?? 0) * (memInfo(host, 'Hugepagesize') ?? 0);
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)(has, reserved > 0
        ? `Give back the ${mib(reserved)} of free hugepages: sudo sysctl vm.nr_hugepages=0. Or lower guest.memory.`
        : 'End what uses it, or lower guest.memory in the scenario.');
}
/** They are no condition; reserved ones only take memory that a TD cannot get. */
function lookAtHugepages({ host }) {
    const total = memInfo(host, 'HugePages_Total');
    if (total === undefined)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5)('/proc/meminfo does not say', 'Nothing to do: a TD needs none.');
    const free = memInfo(host, 'HugePages_Free') ?? 0;
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_1__.ok)(`${total} reserved, ${free} of them free; a TD needs none`);
}
/** A value of /proc/meminfo: bytes where it has a unit, else a count. */
function memInfo(host, name) {
    const found = new RegExp(`^${name}: *(\\d+)( kB)?$`, 'm').exec(host.read('/proc/meminfo') ?? '');
    if (found === null)
        return undefined;
    return Number(found[1]) * (found[2] === undefined ? 1 : 1024);
}
function mib(bytes) {
    return `${Math.floor(bytes / MIB)} MiB`;
}


/***/ }),

/***/ 1670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ cpu),
/* harmony export */   Y0: () => (/* binding */ ENABLE_IN_BIOS),
/* harmony export */   _L: () => (/* binding */ bios)
/* harmony export */ });
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(186);
/** The first two things that fail on a host: the processor, and what the BIOS has turned on in it. */

const ENABLE_IN_BIOS = 'Turn on in the BIOS: Total Memory Encryption (TME), multi-tenant (TME-MT), TDX, the SEAM loader, and a TME-MT/TDX key split that leaves TDX at least 2 keys; see docs/tdx-host.md.';
const cpu = { id: 'cpu', title: 'CPU', decisive: false, look: lookAtCpu };
const bios = { id: 'bios', title: 'BIOS and SEAM', decisive: false, look: lookAtBios };
/** Linux sets the flag when the BIOS has enabled TDX and its own early set-up went well (since 6.7). */
function lookAtCpu({ host }) {
    const info = host.read('/proc/cpuinfo');
    if (info === undefined)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)('/proc/cpuinfo cannot be read', 'Mount /proc.');
    const field = (name) => new RegExp(`^${name}\\s*: *(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
    const flags = field('flags').split(' ');
    const who = `${field('vendor_id')} ${field('model name')}`.trim();
    if (flags.includes('tdx_host_platform'))
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_0__.ok)(`${who}, flag tdx_host_platform`);
    if (field('vendor_id') !== 'GenuineIntel') {
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${who === '' ? 'not an x86 CPU' : who}: TDX is Intel's`, 'Use a machine with an Intel Xeon Scalable of the 5th generation or later (of the 4th, some models).');
    }
    if (flags.includes('hypervisor')) {
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${who}, flag hypervisor: this is a virtual machine`, 'Use the machine below it.');
    }
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)(`${who}, no flag tdx_host_platform`, ENABLE_IN_BIOS);
}
/** Registers as Canonical's system report and Intel's tdx-tools read them; the kernel's own line says the same. */
function lookAtBios(view) {
    return fromRegisters(view) ?? fromLog(view);
}
function fromRegisters({ host }) {
    const [activate, seam, keys] = [0x982, 0x1401, 0x87].map((register) => host.msr(register));
    if (activate === undefined)
        return undefined;
    const isOff = [
        [(activate & 2n) === 0n, 'TME-MT is off (MSR 0x982, bit 1)'],
        [seam === undefined || (seam & 0x800n) === 0n, 'SEAM is off (MSR 0x1401, bit 11)'],
        [keys === undefined || keys >> 32n === 0n, 'no private KeyIDs (MSR 0x87, bits 63:32)'],
    ];
    const off = isOff.filter(([is]) => is).map(([, what]) => what);
    if (off.length > 0)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(off.join('; '), ENABLE_IN_BIOS);
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_0__.ok)(`TME-MT and SEAM are on (MSR 0x982, 0x1401), ${Number((keys ?? 0n) >> 32n)} private KeyIDs`);
}
function fromLog({ host, log }) {
    const refused = (0,_check_js__WEBPACK_IMPORTED_MODULE_0__/* .lastLine */ .fM)(log, /tdx: not enabled by BIOS/);
    if (refused !== undefined)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(refused, ENABLE_IN_BIOS);
    const enabled = (0,_check_js__WEBPACK_IMPORTED_MODULE_0__/* .lastLine */ .fM)(log, /tdx: BIOS enabled/);
    if (enabled !== undefined)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_0__.ok)(enabled);
    if (host.read('/proc/cpuinfo')?.includes(' tdx_host_platform') === true)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_0__.ok)('flag tdx_host_platform in /proc/cpuinfo');
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)(log === undefined
        ? 'neither the registers nor the kernel log can be read by this user'
        : 'the kernel log has no line "BIOS enabled", and the registers cannot be read', 'Read them as root: sudo modprobe msr && sudo tdx-boot doctor. If they say no: turn TDX on in the BIOS.');
}


/***/ }),

/***/ 7683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sb: () => (/* binding */ examine),
  i_: () => (/* binding */ isReady),
  se: () => (/* binding */ requireTdxHost)
});

// EXTERNAL MODULE: ./lib/compat/host-abi.js
var host_abi = __webpack_require__(4709);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/host/check.js
var check = __webpack_require__(186);
// EXTERNAL MODULE: ./lib/host/checks/capacity.js
var capacity = __webpack_require__(6380);
// EXTERNAL MODULE: ./lib/host/checks/processor.js
var processor = __webpack_require__(1670);
;// CONCATENATED MODULE: ./lib/host/checks/kernel.js
/** What the host kernel must be and be told for KVM to create Trust Domains. */


const kernel = { id: 'kernel', title: 'host kernel', decisive: true, look: lookAtKernel };
const parameter = {
    id: 'kvm-intel',
    title: 'kvm_intel parameter tdx',
    decisive: true,
    look: lookAtParameter,
};
const cmdline = {
    id: 'cmdline',
    title: 'kernel command line',
    decisive: false,
    look: lookAtCmdline,
};
const warnings = {
    id: 'warnings',
    title: 'warnings of KVM',
    decisive: false,
    look: lookAtWarnings,
};
const NEEDS_KERNEL = 'Boot a kernel with CONFIG_KVM_INTEL_TDX: Linux 6.16 or later, or one of a TDX distribution; see docs/tdx-host.md.';
const RELOAD = 'Turn it on: echo "options kvm_intel tdx=1" | sudo tee /etc/modprobe.d/tdx.conf; sudo modprobe -r kvm_intel; sudo modprobe kvm_intel';
function lookAtKernel({ host, abi }) {
    const release = host.kernelRelease;
    if (!host.exists('/sys/module/kvm_intel')) {
        return (0,check/* unknown */.L5)(`${release}: kvm_intel is not loaded`, 'Load it: sudo modprobe kvm_intel tdx=1');
    }
    if (abi === 'none')
        return (0,check/* problem */.CC)(`${release}: its KVM has no TDX`, NEEDS_KERNEL);
    if (abi !== undefined)
        return (0,check.ok)(`${release}: KVM interface ${abi}`);
    return (0,check/* unknown */.L5)(`${release}: has TDX, of a series that is not known here`, NEEDS_KERNEL);
}
/** Why KVM left TDX off, in its words (arch/x86/kvm/vmx/tdx.c, tdx_bringup): kvm_intel loads all the same. */
const REFUSALS = [
    { line: /tdx: no TDX private KeyIDs available/i, fix: processor/* ENABLE_IN_BIOS */.Y0 },
    {
        line: /requires kvm\.enable_virt_at_load=1/,
        fix: 'Take kvm.enable_virt_at_load=0 off the kernel command line and out of /etc/modprobe.d, and reload kvm_intel.',
    },
    {
        line: /(?:EPT|APICv|TDP MMU and MMIO caching.*) (?:is|are) required for TDX/,
        fix: 'Take ept=0, enable_apicv=0, tdp_mmu=0 and mmio_caching=0 off the kernel command line and out of /etc/modprobe.d, and reload kvm_intel and kvm.',
    },
    {
        line: /(?:OSXSAVE|MOVDIR64B|Self-snoop).* required for TDX/,
        fix: 'Take clearcpuid= off the kernel command line.',
    },
    {
        line: /Disable TDX: MAX_VCPU_PER_TD/,
        fix: 'Update the TDX module: it takes fewer CPUs than this machine has.',
    },
];
function lookAtParameter({ host, log }) {
    const value = host.read(check/* TDX_PARAMETER */.X_)?.trim();
    if (value === 'Y')
        return (0,check.ok)(`${check/* TDX_PARAMETER */.X_}: Y`);
    if (value === undefined) {
        return host.exists('/sys/module/kvm_intel')
            ? (0,check/* problem */.CC)(`${check/* TDX_PARAMETER */.X_} does not exist`, NEEDS_KERNEL)
            : (0,check/* problem */.CC)('kvm_intel is not loaded', 'Load it: sudo modprobe kvm_intel tdx=1');
    }
    for (const { line, fix } of REFUSALS) {
        const said = (0,check/* lastLine */.fM)(log, line);
        if (said !== undefined)
            return (0,check/* problem */.CC)(`${check/* TDX_PARAMETER */.X_}: ${value} | ${said}`, fix);
    }
    return (0,check/* problem */.CC)(`${check/* TDX_PARAMETER */.X_}: ${value}`, RELOAD);
}
/** Upstream, TDX is off unless the parameter is given, and a kernel that may hibernate refuses TDX. */
function lookAtCmdline({ host, log }) {
    const words = host.read('/proc/cmdline')?.trim().split(/\s+/);
    if (words === undefined)
        return (0,check/* unknown */.L5)('/proc/cmdline cannot be read', 'Mount /proc.');
    const off = words.findLast((word) => /^kvm_intel\.tdx=/.test(word));
    if (off !== undefined && !/=(?:1|y|on)$/i.test(off)) {
        return (0,check/* problem */.CC)(off, 'Make it kvm_intel.tdx=1 on the kernel command line, and reboot.');
    }
    const hibernation = (0,check/* lastLine */.fM)(log, /initialization failed: Hibernation/);
    if (hibernation !== undefined && !words.includes('nohibernate')) {
        return (0,check/* problem */.CC)(`no nohibernate | ${hibernation}`, 'Add nohibernate to the kernel command line, and reboot.');
    }
    const given = words.filter((word) => /^(?:kvm_intel\.tdx=|nohibernate$)/.test(word));
    if (given.length > 0)
        return (0,check.ok)(given.join(' '));
    if (host.read(check/* TDX_PARAMETER */.X_)?.trim() === 'Y')
        return (0,check.ok)('nothing of TDX, and TDX is on without it');
    return (0,check/* unknown */.L5)('neither kvm_intel.tdx=1 nor nohibernate', 'Add both to the kernel command line (in /etc/default/grub, GRUB_CMDLINE_LINUX, then sudo update-grub), and reboot.');
}
/** A host may be set up well and its KVM still go wrong under load (canonical/tdx issues 100 and 206). */
function lookAtWarnings({ log }) {
    const said = (0,check/* lastLine */.fM)(log, /(?:WARNING|BUG): .*\b(?:vmx|tdx)\/tdx\.c:\d+/);
    if (log === undefined)
        return (0,check/* unknown */.L5)(check/* NO_LOG */.RJ, check/* READ_LOG */.ee);
    if (said === undefined)
        return (0,check.ok)(`none in "${log.from}"`);
    return (0,check/* unknown */.L5)(said, 'Reboot; if it comes again, update the host kernel and report it to its maintainers.');
}

;// CONCATENATED MODULE: ./lib/host/checks/kvm.js
/** KVM itself: may this user open it, and does it run a guest. */

const device = { id: 'dev-kvm', title: '/dev/kvm', decisive: true, look: lookAtDevice };
const trial = { id: 'kvm-trial', title: 'KVM runs a guest', decisive: false, look: runTrial };
function lookAtDevice({ host }) {
    switch (host.device('/dev/kvm')) {
        case 'open':
            return (0,check.ok)('opens for reading and writing');
        case 'denied':
            return (0,check/* problem */.CC)('this user may not open it', 'Add the user to its group and log in again: sudo usermod --append --groups kvm "$USER". In a container: --device /dev/kvm.');
        case 'missing':
            return (0,check/* problem */.CC)('does not exist', 'Turn on virtualisation (VT-x) in the BIOS, and load KVM: sudo modprobe kvm_intel tdx=1');
    }
}
async function runTrial({ host }) {
    if (host.device('/dev/kvm') !== 'open')
        return (0,check/* unknown */.L5)('not tried: /dev/kvm does not open', 'See /dev/kvm.');
    const tried = await host.tryKvm();
    if (tried === undefined) {
        return (0,check/* unknown */.L5)('not tried: it needs qemu-system-x86_64', 'Install it: sudo apt-get install --no-install-recommends qemu-system-x86');
    }
    if (tried.works)
        return (0,check.ok)('a guest of 64 KiB ran to its end');
    return (0,check/* problem */.CC)(tried.said, 'This is a KVM that opens and cannot run a guest, as in a sandbox or a broken nested VM: use the machine below it.');
}

;// CONCATENATED MODULE: ./lib/host/checks/module.js
/** The TDX module: whether the kernel has initialised it, in which version, and if not, why. */


const tdxModule = { id: 'tdx-module', title: 'TDX module', decisive: false, look };
const version = {
    id: 'tdx-module-version',
    title: 'TDX module version',
    decisive: false,
    look: lookAtVersion,
};
const UPDATE_MODULE = 'Update the TDX module: with the BIOS, or as EFI/TDX/TDX-SEAM.so on the EFI system partition where the BIOS loads it from there.';
/** Why it is not initialised, in the kernel's words (arch/x86/virt/vmx/tdx/tdx.c), the more specific first. */
const FAILURES = [
    { line: /tdx: not enabled by BIOS/, fix: processor/* ENABLE_IN_BIOS */.Y0 },
    {
        line: /initialization failed: too few private KeyIDs/,
        fix: 'Give TDX more keys in the BIOS: TME-MT/TDX key split.',
    },
    {
        line: /initialization failed: Hibernation support is enabled/,
        fix: 'Add nohibernate to the kernel command line: in /etc/default/grub, GRUB_CMDLINE_LINUX, then sudo update-grub, and reboot.',
    },
    {
        line: /TDMR.*reserved areas/,
        fix: `${UPDATE_MODULE} The memory map has more holes than this module takes.`,
    },
    { line: /tdx: module not loaded/, fix: `${processor/* ENABLE_IN_BIOS */.Y0} ${UPDATE_MODULE}` },
    {
        line: /initialization failed: register_memory_notifier/,
        fix: 'Reboot; the kernel was out of memory so early.',
    },
    { line: /module initialization failed \(-?\d+\)/, fix: UPDATE_MODULE },
    { line: /initialization failed/, fix: processor/* ENABLE_IN_BIOS */.Y0 },
];
/** The BIOS reports keys and its loader failed: the kernel says nothing more (canonical/tdx issues 260 and 382). */
const SILENT = `If kvm_intel was not loaded with tdx=1 (see below), do that first. Otherwise the BIOS did not load the module: check the SEAM loader, the memory population and the BIOS version. ${UPDATE_MODULE}`;
/** Of Intel's trees before 6.6. */
const OLD_STATUS = '/sys/firmware/tdx/tdx_module/status';
const INITIALIZED = /tdx: (?:TDX-)?[Mm]odule initialized/;
function look({ host, log }) {
    const initialized = (0,check/* lastLine */.fM)(log, INITIALIZED);
    if (initialized !== undefined)
        return (0,check.ok)(initialized);
    const status = host.read(OLD_STATUS)?.trim();
    if (status === 'initialized')
        return (0,check.ok)(`${OLD_STATUS}: ${status}`);
    const parameter = host.read(check/* TDX_PARAMETER */.X_)?.trim();
    if (parameter === 'Y')
        return (0,check.ok)(`${check/* TDX_PARAMETER */.X_} is Y: KVM has initialised it`);
    if (log === undefined)
        return (0,check/* unknown */.L5)(check/* NO_LOG */.RJ, check/* READ_LOG */.ee);
    for (const { line, fix } of FAILURES) {
        const said = (0,check/* lastLine */.fM)(log, line);
        if (said !== undefined)
            return (0,check/* problem */.CC)(withSeamcall(said, log), fix);
    }
    const enabled = (0,check/* lastLine */.fM)(log, /tdx: BIOS enabled/);
    if (enabled !== undefined) {
        return (0,check/* problem */.CC)(`${enabled} | and not a line on whether the module was initialised`, SILENT);
    }
    if (!log.whole)
        return (0,check/* unknown */.L5)(`"${log.from}" has lost its oldest lines`, 'Reboot, and look again.');
    const needs = `The kernel needs CONFIG_INTEL_TDX_HOST. ${processor/* ENABLE_IN_BIOS */.Y0}`;
    return (0,check/* problem */.CC)('the kernel log says nothing of TDX', needs);
}
/** The call to the module that failed, if one did: its number and error are what a search finds. */
function withSeamcall(said, log) {
    const call = (0,check/* lastLine */.fM)(log, /tdx: SEAMCALL \(.*\) failed/);
    return call === undefined ? said : `${call} | ${said}`;
}
const NOT_PRINTED = 'Nothing to do where the module is initialised: not every kernel prints its version.';
/** Linux before and after the text changed: numbers in one line; or attributes first, in decimal or hexadecimal. */
const VERSIONS = [
    /TDX module:? (?<major>\d+)\.(?<minor>\d+)\.(?<update>\d+)\b/,
    /TDX module: .*major_version (?<major>\d+), minor_version (?<minor>\d+)/,
];
/** Only an old module is a problem, and only for a kernel that is newer than it. */
function lookAtVersion({ abi, log }) {
    const line = (0,check/* lastLine */.fM)(log, /TDX module:? (?:\d|attributes)/);
    const found = VERSIONS.map((pattern) => pattern.exec(line ?? '')?.groups).find((groups) => groups);
    if (line === undefined || found === undefined) {
        return log === undefined ? (0,check/* unknown */.L5)(check/* NO_LOG */.RJ, check/* READ_LOG */.ee) : (0,check/* unknown */.L5)('not in the kernel log', NOT_PRINTED);
    }
    const isOld = Number(found.major) === 1 && Number(found.minor) < 5;
    if (isOld && abi !== 'intel-2022')
        return (0,check/* problem */.CC)(line, `This kernel needs TDX module 1.5. ${UPDATE_MODULE}`);
    return (0,check.ok)(line);
}

// EXTERNAL MODULE: ./lib/compat/assess.js + 3 modules
var assess = __webpack_require__(7403);
// EXTERNAL MODULE: ./lib/scenario/words.js
var words = __webpack_require__(2943);
;// CONCATENATED MODULE: ./lib/host/checks/vmm.js
/** Whether a VMM is installed that can create a Trust Domain on this kernel, as the compatibility table says. */




const vmm = { id: 'vmm', title: 'VMM', decisive: true, look: vmm_look };
const ASK = {
    qemu: async (host) => {
        const found = await host.qemu();
        return found && { name: 'qemu', version: found.version, tdx: found.tdxGuest };
    },
    'cloud-hypervisor': async (host) => {
        const found = await host.cloudHypervisor();
        return found && { name: 'cloud-hypervisor', version: found.version, tdx: found.features.includes('tdx') };
    },
};
const INSTALL = {
    qemu: 'Install QEMU 10.1 or later, for a host of Linux 6.16 or later.',
    'cloud-hypervisor': 'Build Cloud Hypervisor v47.0 with "cargo build --release --features tdx", for a host of Intel\'s 2022 tree.',
};
/** One that can is enough, unless the scenario names another. */
async function vmm_look(view) {
    const names = view.wanted.vmm === 'auto' ? words/* VMMS */.W : [view.wanted.vmm];
    const answers = await Promise.all(names.map((name) => answer(name, view)));
    const usable = answers.filter((found) => found.usable);
    const evidence = (of) => of.map((found) => found.evidence).join('; ');
    if (usable.length === 0) {
        return (0,check/* problem */.CC)(evidence(answers), [...new Set(answers.map(({ fix }) => fix))].join(' Or: '));
    }
    if (view.abi !== undefined && view.abi !== 'none')
        return (0,check.ok)(evidence(usable));
    return (0,check/* unknown */.L5)(evidence(usable), 'Whether it fits depends on the host kernel: see there.');
}
/** Firmware and payload are another matter: what the table says of them is looked up before each boot. */
async function answer(name, { host, abi }) {
    const fix = INSTALL[name];
    const facts = await ask(() => ASK[name](host));
    if (facts === undefined)
        return { usable: false, evidence: `${name} is not installed`, fix };
    if (typeof facts === 'string')
        return { usable: false, evidence: facts, fix };
    const kvm = abi === 'none' ? undefined : abi;
    const combination = {
        platform: 'tdx',
        vmm: facts,
        firmware: {},
        payload: 'disk',
        host: kvm,
        cpus: 1,
    };
    const { verdict, decisive } = (0,assess/* assess */.n)(combination);
    const called = `${name} ${facts.version}`;
    if (decisive === undefined || !(0,assess/* isAgainst */.w)(verdict))
        return { usable: true, evidence: `${called} with TDX`, fix };
    return { usable: false, evidence: `${called}: ${decisive.reason}`, fix: decisive.advice ?? fix };
}
/** A program that cannot be asked is no use, and says why. */
async function ask(question) {
    try {
        return await question();
    }
    catch (error) {
        if (error instanceof errors/* HostError */.dh)
            return error.message;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/host/examine.js
/** Whether this host can boot a Trust Domain: every check, in the order in which hosts fail. */









const HOST_CHECKS = [
    ...[processor/* cpu */.BW, processor/* bios */._L, tdxModule, version],
    ...[kernel, parameter, cmdline, warnings],
    ...[device, trial],
    ...[capacity/* keyIds */.Ms, capacity/* memory */.m1, capacity/* hugepages */.oc],
];
const CHECKS = [...HOST_CHECKS, vmm];
/**
 * Looks at a host, one check after the other.
 * @param held bytes of guest memory of the Trust Domains that run here now
 */
async function* examine(host, wanted, held, checks = CHECKS) {
    const view = { host, log: await host.kernelLog(), abi: abiOf(host), wanted, held };
    for (const { id, title, look } of checks)
        yield { id, title, ...(await look(view)) };
}
/** Whether a TD can be expected to boot: nothing speaks against it, and what must be known is. */
function isReady(checks) {
    const decisive = CHECKS.filter((check) => check.decisive).map(({ id }) => id);
    return checks.every(({ id, state }) => state === 'ok' || (state === 'unknown' && !decisive.includes(id)));
}
/**
 * Refuses a host that certainly cannot boot a Trust Domain; one of which that is not known may try. The VMM is not
 * looked at: the run may have one of its own.
 * @param memory bytes of guest memory
 * @param held as for `examine`
 * @throws HostError code `host-not-ready`, of the first problem
 */
async function requireTdxHost(host, memory, held) {
    const wanted = { memory, vmm: 'auto' };
    for await (const { title, state, evidence, fix } of examine(host, wanted, held, HOST_CHECKS)) {
        if (state !== 'problem')
            continue;
        throw new errors/* HostError */.dh('host-not-ready', `this host cannot boot a Trust Domain: ${title}: ${evidence}`, {
            hint: `${fix ?? ''} All checks: tdx-boot doctor`.trim(),
        });
    }
}
function abiOf(host) {
    return (0,host_abi/* hostAbi */.TA)({
        kernelRelease: host.kernelRelease,
        tdxParameter: host.read(check/* TDX_PARAMETER */.X_),
        sysfs: host.exists('/sys/module'),
    });
}


/***/ }),

/***/ 8766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ thisHost)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/vmm/binary.js
var binary = __webpack_require__(6139);
// EXTERNAL MODULE: ./lib/vmm/machine.js + 1 modules
var machine = __webpack_require__(2159);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/host/kernel-log.js
/** The kernel's log since boot, from whoever lets this user read it. */


/** The ring buffer first: the journal may be empty, of another boot, or slow to read. */
const SOURCES = [
    ['dmesg', '--kernel', '--notime'],
    ['journalctl', '--dmesg', '--boot', '--output=cat', '--no-pager', '--quiet'],
];
/** A log that has not come within this time is taken for unreadable, in milliseconds. */
const ANSWER_MS = 10_000;
/** Bytes; the kernel's own buffer is at most 2 GiB by name and 64 MiB in practice. */
const LONGEST = 64 * 1024 * 1024;
/** The first line of every Linux (init/version-timestamp.c). */
const FIRST_LINE = /^Linux version \d/;
const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** The first whole log, else the first that can be read at all, else undefined. */
async function readKernelLog() {
    let partial;
    for (const source of SOURCES) {
        const log = await read(source);
        if (log?.whole === true)
            return log;
        partial ??= log;
    }
    return partial;
}
/** A log of these lines. Kernels that print the calling thread (CONFIG_PRINTK_CALLER) put `[    T0]` in front. */
function kernelLog(lines, from) {
    const plain = lines.map((line) => line.replace(/^\[ *[TC]\d+\] ?/, '')).filter((line) => line !== '');
    return { lines: plain, from, whole: plain.slice(0, 20).some((line) => FIRST_LINE.test(line)) };
}
async function read([command, ...args]) {
    try {
        const options = { timeout: ANSWER_MS, killSignal: 'SIGKILL', maxBuffer: LONGEST };
        const { stdout } = await run(command, args, { ...options, env: { ...process.env, LC_ALL: 'C' } });
        const log = kernelLog(stdout.split('\n'), [command, ...args].join(' '));
        return log.lines.length === 0 ? undefined : log;
    }
    catch {
        // Not installed, or kernel.dmesg_restrict keeps it from this user.
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/host/kvm-trial.js
/** Whether KVM really runs a guest: a tiny one is run. A device that opens proves nothing, as in a sandbox. */





/** The trial takes a fifth of a second; a KVM that has not done it by now, in milliseconds, never will. */
const DEADLINE_MS = 10_000;
/** Where QEMU's isa-debug-exit listens, and what it makes of the guest's 36: exit code (36 << 1) | 1. */
const EXIT_DEVICE = 'isa-debug-exit,iobase=0x501,iosize=1';
const EXIT_CODE = 73;
/**
 * The guest: from the reset vector into long mode, then 6 \u00d7 6 in floating point to the debug-exit port. It goes through
 * what software-only KVM is known to fail at: `fninit; fwait` in real mode stops it with an emulation failure, though
 * it starts SeaBIOS. Each row is machine code and the assembly (NASM) that it is of.
 */
const TRIAL_CODE = [
    ['', 'bits 16'],
    ['dbe3', 'start: fninit'],
    ['9b', 'fwait'],
    // Page tables at 0x1000: the first 2 MiB, one page, mapped to themselves.
    ['6631c0', 'xor eax, eax'],
    ['8ec0', 'mov es, ax'],
    ['66bf00100000', 'mov edi, 0x1000'],
    ['66b9000c0000', 'mov ecx, 0xc00'],
    ['fc', 'cld'],
    ['f36667ab', 'a32 rep stosd'],
    ['26c70600100320', 'mov word [es:0x1000], 0x2003'],
    ['26c70600200330', 'mov word [es:0x2000], 0x3003'],
    ['26c70600308300', 'mov word [es:0x3000], 0x0083'],
    // CR4: PAE and SSE; EFER: long mode; CR0: protection and paging, which also leaves real mode.
    ['2e660f01168000', 'o32 lgdt [cs:gdtr]'],
    ['66b820060000', 'mov eax, 0x620'],
    ['0f22e0', 'mov cr4, eax'],
    ['66b800100000', 'mov eax, 0x1000'],
    ['0f22d8', 'mov cr3, eax'],
    ['66b9800000c0', 'mov ecx, 0xc0000080'],
    ['0f32', 'rdmsr'],
    ['0d0001', 'or ax, 0x100'],
    ['0f30', 'wrmsr'],
    ['66b833000080', 'mov eax, 0x80000033'],
    ['0f22c0', 'mov cr0, eax'],
    ['66ea65000f000800', 'jmp dword 8:0xf0000 + (entry - $$)'],
    ['', 'bits 64'],
    ['31c0', 'entry: xor eax, eax'],
    ['0fa2', 'cpuid'],
    ['b806000000', 'mov eax, 6'],
    ['f20f2ac0', 'cvtsi2sd xmm0, eax'],
    ['f20f59c0', 'mulsd xmm0, xmm0'],
    ['f20f2cc0', 'cvttsd2si eax, xmm0'],
    ['66ba0105', 'mov dx, 0x501'],
    ['ee', 'out dx, al'],
    ['f4', 'hlt'],
    ['0f00', 'gdtr: dw 15'],
    ['86000f00', 'dd 0xf0000 + (gdt - $$)'],
    ['0000000000000000', 'gdt: dq 0'],
    ['00000000009a2000', 'dq 0x00209a0000000000'],
];
/** The CPU starts at F000:FFF0, which is here 16 bytes before the end (SDM volume 3, 10.1.4). */
const RESET_VECTOR = ['ea000000f0', 'jmp 0xf000:start'];
const IMAGE_SIZE = 0x10000;
/** The guest as a BIOS image of 64 KiB, the least that QEMU maps. */
function trialImage() {
    const image = Buffer.alloc(IMAGE_SIZE);
    image.write(TRIAL_CODE.map(([code]) => code).join(''), 'hex');
    image.write(RESET_VECTOR[0], IMAGE_SIZE - 16, 'hex');
    return image;
}
/**
 * Runs the guest with the CPU that `platform: kvm` gets.
 * @param qemu path of QEMU
 * @param accelerator another one shows that the guest itself is right
 */
async function tryKvm(qemu, accelerator = 'kvm') {
    try {
        const directory = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'tdx-boot-kvm-'));
        try {
            const bios = (0,external_node_path_.join)(directory, 'trial.bin');
            (0,external_node_fs_.writeFileSync)(bios, trialImage());
            return await kvm_trial_run(qemu, bios, accelerator);
        }
        finally {
            (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
        }
    }
    catch (error) {
        return { works: false, said: (0,errors/* messageOf */.bD)(error) };
    }
}
/** setpriv(1) ends QEMU when we are killed. */
function kvm_trial_run(qemu, bios, accelerator) {
    const args = [
        ...['--pdeathsig', 'KILL', '--', qemu],
        ...['-machine', `q35,accel=${accelerator}`, '-cpu', accelerator === 'kvm' ? 'host' : 'max'],
        ...['-m', '16M', '-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot'],
        ...['-bios', bios, '-device', EXIT_DEVICE],
    ];
    const options = { timeout: DEADLINE_MS, killSignal: 'SIGKILL', maxBuffer: 1024 * 1024 };
    return new Promise((resolve) => {
        (0,external_node_child_process_.execFile)('setpriv', args, options, (error, _, stderr) => {
            if (error?.code === EXIT_CODE)
                resolve({ works: true });
            else
                resolve({ works: false, said: reason(error, stderr) });
        });
    });
}
/** The first line that says why; the registers that follow it say nothing to a user. */
function reason(error, stderr) {
    const said = stderr.split('\n').filter((line) => line !== '' && !line.includes('warning:'));
    const failure = said.find((line) => /emulation failure/.test(line));
    const line = failure === undefined ? said[0] : `${said[0]}: ${failure}`;
    const late = error?.killed === true ? `not done after ${DEADLINE_MS / 1000} s` : undefined;
    const ended = error === null ? 'the guest was reset' : `QEMU ended with ${String(error.code ?? error.signal)}`;
    return [line, late ?? ended].filter((part) => part !== undefined).join('; ');
}

;// CONCATENATED MODULE: ./lib/host/host.js
/** What the host checks see of a machine: its files, devices and programs. Tests put a recorded machine in its place. */






/** The machine that we run on. */
const thisHost = {
    read: readText,
    exists: external_node_fs_.existsSync,
    device,
    msr: readMsr,
    kernelRelease: (0,external_node_os_.release)(),
    kernelLog: readKernelLog,
    tryKvm: () => withCommand('qemu-system-x86_64', tryKvm),
    qemu: () => withCommand('qemu-system-x86_64', binary/* probeQemu */.V),
    cloudHypervisor: () => withCommand('cloud-hypervisor', binary/* probeCloudHypervisor */.J),
};
function readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}
function device(path) {
    if (!(0,external_node_fs_.existsSync)(path))
        return 'missing';
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.R_OK | external_node_fs_.constants.W_OK);
        // A container may show a device that its cgroup does not let it open.
        (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(path, 'r+'));
        return 'open';
    }
    catch {
        return 'denied';
    }
}
/** The file offset is the register's number, and eight bytes are its value (msr(4)). */
function readMsr(register) {
    try {
        const fd = (0,external_node_fs_.openSync)('/dev/cpu/0/msr', 'r');
        try {
            const value = Buffer.alloc(8);
            (0,external_node_fs_.readSync)(fd, value, 0, 8, register);
            return value.readBigUInt64LE();
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
        }
    }
    catch {
        return undefined;
    }
}
async function withCommand(name, ask) {
    const path = (0,machine/* findCommand */.Zv)(name);
    return path === undefined ? undefined : ask(path);
}


/***/ }),

/***/ 5647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J2: () => (/* binding */ slotsDirectory),
/* harmony export */   MN: () => (/* binding */ slotLimit),
/* harmony export */   Ng: () => (/* binding */ heldMemory),
/* harmony export */   Qk: () => (/* binding */ takeSlot)
/* harmony export */ });
/* unused harmony exports holdersIn, slotsPath */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _firmware_lock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3414);
/* harmony import */ var _checks_capacity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6380);
/**
 * Host-wide slots for Trust Domains: as many run as there are KeyIDs and memory for, the others wait their turn.
 *
 * Each holder has a file of its own, named after what it holds and locked while it lives, so a crash gives the slot
 * back. Whoever wants one queues for a common lock; the first in the queue alone decides, and waits for a holder to end.
 */






const MIB = 1024 * 1024;
/** Directories in which every user may make files and none may touch another's; the first that is one. */
const SHARED = ['/run/lock', '/tmp'];
/** The sticky bit, and all rights for all. */
const STICKY = 0o1777;
/** `td-<process>-<MiB>-<seconds since 1970>-<chance>`: all that others need to know of a holder. */
const HOLDER = /^td-(\d{1,10})-(\d{1,9})-(\d{1,11})-[0-9a-f]{16}$/;
/**
 * Takes a slot, waiting for one if need be.
 * @returns gives it back; the end of this process does so too
 * @throws HostError code `slot-timeout`, `slot-no-memory` or `slots-unavailable`; the reason of `signal` when it aborts
 */
async function takeSlot(request) {
    const { directory, waitMs, signal } = request;
    const deadline = performance.now() + waitMs;
    const onWait = () => request.onWait(`another run is first in the queue; ${describe(holdersIn(directory))}`);
    try {
        return await (0,_firmware_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .withLock */ .k)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'queue'), { waitMs, signal, onWait }, () => admit(request, deadline));
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TdxBootError */ .HS) || error.code !== 'lock-timeout')
            throw error;
        throw timedOut(request, 'another run is still first in the queue');
    }
}
/** The holders of a directory, as their files say; some may have died. */
function holdersIn(directory) {
    return namesIn(directory).flatMap((name) => {
        const found = HOLDER.exec(name);
        if (found === null)
            return [];
        const [, pid, size, seconds] = found;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, name);
        const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
        if (file?.isFile() !== true)
            return [];
        const since = Number(seconds) * 1000;
        return [{ path, pid: Number(pid), user: file.uid, memory: Number(size) * MIB, since }];
    });
}
/** Bytes of guest memory of the Trust Domains that run on this host now. */
function heldMemory() {
    const directory = slotsPath();
    return directory === undefined ? 0 : holdersIn(directory).reduce((sum, { memory }) => sum + memory, 0);
}
/** How many Trust Domains may run: what TDX_BOOT_SLOTS says, else what the host has KeyIDs for. */
function slotLimit(capacity, setting) {
    if (setting === undefined || setting === '')
        return capacity;
    if (/^[1-9]\d{0,5}$/.test(setting))
        return Number(setting);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('bad-slots', `TDX_BOOT_SLOTS is ${JSON.stringify(setting)}`, {
        hint: 'It is the number of Trust Domains that may run at a time on this host: 1 or more.',
    });
}
/** Where the slots of this host are; undefined where no directory is shared by all users. */
function slotsPath(shared = SHARED) {
    const parent = shared.find((path) => isShared(path));
    return parent === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, 'tdx-boot');
}
/**
 * The same, made if it is not there.
 * @throws HostError code `slots-unavailable` when it cannot be made, or somebody put something else there
 */
function slotsDirectory(shared = SHARED) {
    const directory = slotsPath(shared);
    if (directory === undefined)
        throw unavailable(shared.join(' or '), 'is not a directory that all users share');
    // With the mode that it is to have from its first moment on: no other process may see it otherwise.
    const umask = process.umask(0);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(directory, STICKY);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error) !== 'EEXIST')
            throw unavailable(directory, (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error), error);
    }
    finally {
        process.umask(umask);
    }
    if (!isShared(directory)) {
        throw unavailable(directory, 'is not a directory with mode 1777: somebody else made it');
    }
    return directory;
}
/** First in the queue: nobody else decides or takes a slot meanwhile. */
async function admit(request, deadline) {
    for (;;) {
        request.signal?.throwIfAborted();
        const holders = await living(request.directory);
        const full = whyFull(request, holders);
        if (full === undefined)
            return hold(request);
        if (holders.length === 0)
            throw noMemory(full);
        request.onWait(`${full}; ${describe(holders)}`);
        await oneEnds(holders, request, deadline, full);
    }
}
function whyFull({ limit, memory, available }, holders) {
    if (limit !== undefined && holders.length >= limit)
        return `every slot of this host is taken (${limit})`;
    const free = available();
    if (free === undefined)
        return undefined;
    const promised = holders.reduce((sum, holder) => sum + untouched(holder), 0);
    if (free - promised >= memory)
        return undefined;
    const less = promised === 0 ? '' : `, ${(0,_checks_capacity_js__WEBPACK_IMPORTED_MODULE_5__/* .mib */ .jO)(promised)} of it promised to running TDs`;
    return `${(0,_checks_capacity_js__WEBPACK_IMPORTED_MODULE_5__/* .mib */ .jO)(memory)} of memory are wanted, ${(0,_checks_capacity_js__WEBPACK_IMPORTED_MODULE_5__/* .mib */ .jO)(free)} are available${less}`;
}
/**
 * What a guest may still take of its memory. KVM keeps the private memory of a TD where no process shows it
 * (guest_memfd), so it counts as untouched: a run may wait without need, but none is killed for want of memory.
 */
function untouched({ pid, memory }) {
    const children = namesIn(`/proc/${pid}/task`).flatMap((task) => (readText(`/proc/${pid}/task/${task}/children`) ?? '').split(' ').filter((child) => child !== ''));
    const resident = children.map((child) => /^VmRSS:\s*(\d+) kB$/m.exec(readText(`/proc/${child}/status`) ?? '')?.[1]);
    const touched = resident.reduce((sum, kib) => sum + Number(kib ?? 0) * 1024, 0);
    return Math.max(0, memory - touched);
}
/** Those whose file is still locked. The file of one that died is removed where we may. */
async function living(directory) {
    const holders = holdersIn(directory);
    const alive = await Promise.all(holders.map(async (holder) => ((await isHeld(holder.path)) ? [holder] : [])));
    return alive.flat();
}
async function isHeld(path) {
    const release = await (0,_firmware_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .tryLock */ .b)(path);
    release?.();
    return release === undefined;
}
async function hold({ directory, memory }) {
    const seconds = Math.floor(Date.now() / 1000);
    const name = `td-${process.pid}-${Math.ceil(memory / MIB)}-${seconds}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`;
    const release = await (0,_firmware_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .tryLock */ .b)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, name));
    if (release === undefined)
        throw unavailable(directory, `${name} is locked by somebody else`);
    return release;
}
/** Waits until the lock of one of them comes free, however its holder ended. */
async function oneEnds(holders, request, deadline, full) {
    const done = new AbortController();
    const signal = AbortSignal.any([done.signal, ...(request.signal === undefined ? [] : [request.signal])]);
    const waitMs = Math.max(0, deadline - performance.now());
    const waits = holders.map(({ path }) => (0,_firmware_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .withLock */ .k)(path, { waitMs, signal }, async () => undefined));
    try {
        await Promise.race(waits);
    }
    catch (error) {
        request.signal?.throwIfAborted();
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TdxBootError */ .HS && error.code === 'lock-timeout')
            throw timedOut(request, full);
        throw error;
    }
    finally {
        done.abort();
        await Promise.allSettled(waits);
    }
}
/** `2 TDs run: process 123 of user 1000 (2048 MiB, for 12 min), \u2026`. */
function describe(holders) {
    const who = holders.map(({ pid, user, memory, since }) => {
        const minutes = Math.max(0, Math.floor((Date.now() - since) / 60_000));
        return `process ${pid} of user ${user} (${(0,_checks_capacity_js__WEBPACK_IMPORTED_MODULE_5__/* .mib */ .jO)(memory)}, for ${minutes} min)`;
    });
    const count = `${who.length} ${who.length === 1 ? 'TD runs' : 'TDs run'}`;
    const named = who.slice(0, 8).join(', ');
    return who.length === 0 ? 'no TD runs yet' : `${count}: ${named}${who.length > 8 ? ', \u2026' : ''}`;
}
function timedOut({ directory, waitMs }, why) {
    const holders = holdersIn(directory);
    const pids = holders.map(({ pid }) => pid).join(',');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh('slot-timeout', `no slot for a Trust Domain came free in ${waitMs / 1000} s: ${why}; ${describe(holders)}`, {
        hint: pids === ''
            ? `See who holds it: fuser ${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'queue')}`
            : `See what they do: ps -fp ${pids}`,
    });
}
function noMemory(why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh('slot-no-memory', `no memory for this Trust Domain: ${why}, and no other TD will give any back`, {
        hint: 'End what uses it, or lower guest.memory in the scenario.',
    });
}
function unavailable(path, what, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh('slots-unavailable', `cannot count the Trust Domains of this host: ${path} ${what}`, {
        hint: 'Let an administrator see to it: it should be a directory of mode 1777.',
        ...(cause === undefined ? {} : { cause }),
    });
}
/** A link to a directory is none. */
function isShared(path) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
    return found?.isDirectory() === true && (found.mode & 0o7777) === STICKY;
}
function namesIn(directory) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory);
    }
    catch {
        return [];
    }
}
function readText(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ loadScenario),
  M: () => (/* binding */ parseScenario)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/console/pattern.js + 1 modules
var pattern = __webpack_require__(7031);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/tdx/registers.js
var registers = __webpack_require__(8178);
;// CONCATENATED MODULE: ./lib/scenario/measurements.js
/** What a scenario asserts of the measurement registers of its Trust Domain. */

/** The word of a guest's command line that makes the probe print its event log. */
const PROBE_PRINTS_LOG = 'tdx-boot.probe=ccel';
/** The assertions in the order of the registers. */
function assertionsOf(asserted, where) {
    return registers/* REGISTERS */.xg.flatMap((register) => {
        const holds = asserted[register]?.toLowerCase();
        return holds === undefined ? [] : [{ register, holds, where: where(['measurements', register]) }];
    });
}
/** @param resolve gives the absolute path of a file */
function measuringOf(asserted, resolve) {
    const { order, events, 'acpi-tables': acpiTables } = asserted;
    return {
        ...(order === undefined ? {} : { order }),
        ...(events === undefined ? {} : { events }),
        ...(acpiTables === undefined ? {} : { acpiTables: resolve(acpiTables) }),
    };
}
/** Why the assertions of this file can never hold, each with its place. */
function measurementProblems({ measurements, platform }, guest) {
    if (measurements === undefined)
        return [];
    const path = ['measurements'];
    if (platform !== undefined && platform !== 'tdx') {
        const message = `measurements: a guest on platform ${platform} has no measurements`;
        return [{ path, message }];
    }
    const asserted = registers/* REGISTERS */.xg.filter((register) => measurements[register] !== undefined);
    if (asserted.length === 0) {
        return [{ path, message: `measurements asserts no register: give one of ${registers/* REGISTERS */.xg.join(', ')}` }];
    }
    const replayed = asserted.find((register) => measurements[register] === 'replay');
    if (replayed === undefined || guest?.initrd !== 'probe' || printsLog(guest.cmdline))
        return [];
    const message = `measurements.${replayed}: replay needs the event log: add ${PROBE_PRINTS_LOG} to guest.cmdline`;
    return [{ path: [...path, replayed], message }];
}
/** Whether the guest's event log is needed. */
function needsLog({ measurements = {} }) {
    return registers/* REGISTERS */.xg.some((register) => measurements[register] === 'replay');
}
function printsLog(cmdline = '') {
    return cmdline.split(' ').includes(PROBE_PRINTS_LOG);
}

// EXTERNAL MODULE: ./lib/scenario/request.js
var scenario_request = __webpack_require__(1159);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
// EXTERNAL MODULE: ./lib/tdx/event-profiles.js
var event_profiles = __webpack_require__(303);
// EXTERNAL MODULE: ./lib/tdx/mrtd.js
var mrtd = __webpack_require__(3081);
// EXTERNAL MODULE: ./lib/scenario/words.js
var words = __webpack_require__(2943);
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
/** 96 digits without a letter are a number to YAML. */
const NOT_MRTD = 'is neither expected nor 96 hex digits (in quotation marks)';
const NOT_RTMR = 'is neither expected, replay nor 96 hex digits (in quotation marks)';
const rtmr = schemas/* string */.YjP(NOT_RTMR)
    .regex(/^(expected|replay|[0-9a-fA-F]{96})$/, NOT_RTMR)
    .describe('expected: as predicted; replay: as the event log of the guest says; or 96 hex digits');
const measurements = schemas/* strictObject */.rej({
    mrtd: schemas/* string */.YjP(NOT_MRTD)
        .regex(/^(expected|[0-9a-fA-F]{96})$/, NOT_MRTD)
        .optional()
        .describe('expected: as the image is measured; or 96 hex digits'),
    rtmr0: rtmr.optional(),
    rtmr1: rtmr.optional(),
    rtmr2: rtmr.optional(),
    rtmr3: rtmr.optional(),
    order: schemas/* enum */.k5n(mrtd/* ORDERS */.gf)
        .optional()
        .describe('Order in which the host measures MRTD. Default: two-pass with QEMU 8.2, else interleaved'),
    events: schemas/* enum */.k5n(event_profiles/* EVENT_PROFILES */.W.map(({ id }) => id))
        .optional()
        .describe('The edk2 that an image was built from. Default: that of the recipe; unknown of an image'),
    'acpi-tables': path.optional().describe("Content of QEMU's fw_cfg file etc/acpi/tables, for RTMR0"),
});
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
    pins: schemas/* enum */.k5n(words/* PIN_SETS */._)
        .optional()
        .describe('What firmware is built from. Default: documented; current is for hosts of Linux 6.16 and later'),
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
    measurements: measurements
        .optional()
        .describe('What the measurement registers of the Trust Domain have to hold'),
    'output-limit': size.optional().describe('Bytes that the guest may print. Default: 256M'),
})
    .describe('A tdx-boot scenario: what to boot and what its console must show');
/** The JSON Schema (draft 2020-12) of a scenario file; committed as schema/scenario.schema.json for editors. */
function scenarioJsonSchema() {
    return json_schema_processors/* toJSONSchema */.bl(scenarioSchema);
}

// EXTERNAL MODULE: ./lib/scenario/source.js
var scenario_source = __webpack_require__(117);
;// CONCATENATED MODULE: ./lib/scenario/td.js
/** What a scenario says that only a Trust Domain has: a place where its quotes come from. */
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
const MIB = 1024 * 1024;
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
        if (file.pins !== undefined && !(firmware !== undefined && 'request' in firmware)) {
            this.#complain(['pins'], `pins chooses what firmware is built from, and this scenario builds none`);
        }
        for (const { path, message } of measurementProblems(file, guest))
            this.#complain(path, message);
        return {
            name: file.name ?? (0,external_node_path_.basename)(this.#source.file).replace(/\.ya?ml$/, ''),
            platform: this.#platform,
            vmm: file.vmm ?? 'auto',
            ...(file['vmm-ref'] === undefined ? {} : { vmmRef: file['vmm-ref'] }),
            ...(firmware === undefined ? {} : { firmware }),
            ...(guest === undefined ? {} : { guest }),
            rules: this.#rules(guest?.initrd === 'probe', buildOf(firmware)),
            ...(file.measurements === undefined
                ? {}
                : { measuring: measuringOf(file.measurements, (path) => this.#resolve(path)) }),
            outputLimit: file['output-limit'] === undefined ? 256 * MIB : (0,units/* parseSize */.D)(file['output-limit']),
        };
    }
    #guest(guest) {
        const disks = (guest.disks ?? []).map((disk) => {
            const full = typeof disk === 'string' ? { path: disk } : disk;
            const format = full.format === undefined ? {} : { format: full.format };
            return { path: this.#resolve(full.path), bus: full.bus ?? 'virtio', ...format };
        });
        if (guest.kernel === undefined && disks.length === 0 && !this.#hasPayload()) {
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
        const own = needsLog(this.#file) ? `${PROBE_CMDLINE} ${PROBE_PRINTS_LOG}` : PROBE_CMDLINE;
        const cmdline = guest.cmdline ?? (probe ? own : undefined);
        return {
            ...(guest.kernel === undefined ? {} : { kernel: this.#resolve(guest.kernel) }),
            ...(initrd === undefined ? {} : { initrd }),
            ...(cmdline === undefined ? {} : { cmdline }),
            ...(guest.modules === undefined ? {} : { modules: this.#resolve(guest.modules) }),
            disks,
            cpus: guest.cpus ?? 1,
            memory: guest.memory === undefined ? 1024 * MIB : (0,units/* parseSize */.D)(guest.memory),
            network: guest.network ?? 'none',
            ...(quotes === undefined ? {} : { quoteSocket: parseQuoteSocket(quotes) }),
        };
    }
    /** The firmware brings a program of its own, or may: what is in an image of a TD's firmware only it knows. */
    #hasPayload() {
        const { firmware } = this.#file;
        const name = typeof firmware === 'object' && 'recipe' in firmware ? firmware.recipe : firmware;
        if (typeof name !== 'string')
            return false;
        const isImage = words/* FIRMWARES */.Xb.every((known) => known !== name);
        return words/* PAYLOAD_FIRMWARES */.AZ.includes(name) || (isImage && this.#platform === 'tdx');
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
        const { pins } = this.#file;
        const { request, problems } = (0,scenario_request/* parseRequest */.T)({ ...text, pins }, this.#base);
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
            ...(file.measurements === undefined
                ? {}
                : { measurements: assertionsOf(file.measurements, (path) => this.#source.where(path)) }),
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

/***/ 6139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ probeCloudHypervisor),
/* harmony export */   V: () => (/* binding */ probeQemu)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/** What a VMM program on this machine is, asked of the program itself: its version, and what it was built with. */



/** A program that says nothing of itself within this time, in milliseconds, is not what it should be. */
const ANSWER_MS = 10_000;
const run = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
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
        const why = late ? `no answer within ${ANSWER_MS / 1000} s` : (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause);
        throw unusable(path, `"${args.join(' ')}" failed`, why, cause);
    }
}
function unusable(path, what, said, cause) {
    const text = said.trim() === '' ? 'nothing' : said.trim().slice(0, 200);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HostError */ .dh('vmm-unusable', `${path} cannot be used: ${what}: ${text}`, {
        hint: 'Check that the program can be run by this user and is the VMM that its name says.',
        ...(cause === undefined ? {} : { cause }),
    });
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
