import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  GUEST_STREAMS
} from "./chunk-FZIILW4F.js";

// src/judge/catalog/attestation.ts
var VMM = ["vmm"];
var QGS = ["vmm", "host"];
var ANYWHERE = [...QGS, ...GUEST_STREAMS];
var NO_QGS = 'Start the QGS on the host (qgsd), give the VMM its socket (QEMU: quote-generation-socket of tdx-guest), and let the guest reach it; "systemctl status qgsd" says whether the QGS has its PCK certificate.';
var TDX_ATTEST = [
  {
    id: "device",
    when: { error: ["DEVICE_FAILURE", "NOT_SUPPORTED"] },
    title: "The guest has no TDX device that works (TDX_ATTEST_ERROR_$<error>)",
    hint: '/dev/tdx_guest must exist and be accessible: load tdx-guest (CONFIG_TDX_GUEST_DRIVER), and check that this is a TD (dmesg | grep "tdx: Guest detected").'
  },
  {
    id: "quote",
    when: { error: ["QUOTE_FAILURE", "GET_TD_QUOTE", "BUSY", "VSOCK_FAILURE", "REPORT_FAILURE", "TIMEOUT"] },
    title: "The guest got no quote (TDX_ATTEST_ERROR_$<error>)",
    hint: NO_QGS
  }
];
var TSM = [
  {
    id: "refused",
    when: { errno: "EIO" },
    title: "The host gave no quote: GetQuote failed (EIO)",
    hint: NO_QGS
  },
  {
    id: "unsupported",
    when: { errno: ["ENXIO", "ENOTTY", "EOPNOTSUPP"] },
    title: "The guest\u2019s TSM has no provider: no TDX report can be made",
    hint: "Load tdx-guest in the guest, and check that it is a TD."
  },
  {
    id: "busy",
    when: { errno: ["EBUSY", "EINTR", "EAGAIN"] },
    title: "Another program of the guest asks for a quote at the same time",
    hint: "Try again: the kernel has one buffer for quotes."
  },
  {
    id: "timeout",
    when: { errno: ["ETIMEDOUT", "ETIME"] },
    title: "The host gave no quote in time",
    hint: NO_QGS
  },
  {
    id: "arguments",
    when: { errno: ["EINVAL", "EWOULDBLOCK"] },
    title: "The TSM report was asked for with wrong data, or changed while it was read",
    hint: "inblob takes exactly 64 bytes, and each reader needs a directory of its own in /sys/kernel/config/tsm/report."
  },
  {
    id: "missing",
    when: { errno: "ENOENT" },
    title: "The guest has no TSM: /sys/kernel/config/tsm/report does not exist",
    hint: "Mount configfs, load tsm and tdx-guest (CONFIG_TSM_REPORTS, CONFIG_TDX_GUEST_DRIVER), and use a guest kernel from 6.7 on."
  },
  {
    id: "denied",
    when: { errno: ["EACCES", "EPERM"] },
    title: "The program may not use the guest\u2019s TSM",
    hint: "Only root may make directories in /sys/kernel/config/tsm/report."
  }
];
var PCCS_HINT = "Start the PCCS (systemctl status pccs) and check pccs_url and use_secure_cert in /etc/sgx_default_qcnl.conf, proxies and its certificate.";
var QPL = [
  {
    id: "network",
    when: {
      code: [
        "0xb003",
        "0xb004",
        "0xb005",
        "0xb006",
        "0xb007",
        "0xb008",
        "0xb009",
        "0xb00a",
        "0xb00c",
        "0xb00d"
      ]
    },
    title: "The QGS does not reach the PCCS (error $<code>)",
    hint: PCCS_HINT
  },
  {
    id: "curl",
    when: { curl: { from: 1 } },
    title: "The QGS does not reach the PCCS (curl error $<curl>)",
    hint: PCCS_HINT
  },
  {
    id: "unregistered",
    when: { code: ["0xb00f", "0xb010", "0xb012", "certificate"] },
    title: "This platform is not registered: the PCCS has no PCK certificate for it",
    hint: "Register it with Intel (MPA, or PCKIDRetrievalTool with the PCCS), after SGX factory reset in the BIOS when the registration is lost."
  },
  {
    id: "service",
    when: { code: ["0xb011", "0xb013"] },
    title: "The PCCS could not get the PCK certificate from Intel (error $<code>)",
    hint: "Read the log of the PCCS: a wrong API key, or no network to Intel\u2019s service (dcap#450)."
  },
  {
    id: "config",
    when: { code: ["0xb00b", "0xb030", "0xb031", "0xb032", "0xb033"] },
    title: "The QGS cannot use its configuration /etc/sgx_default_qcnl.conf (error $<code>)",
    hint: "It must be valid JSON that the user qgsd may read, with a pccs_url; or a library in it is missing (canonical/tdx#409)."
  }
];
var ATTESTATION = [
  {
    id: "attest-tdx-library",
    phase: "userspace",
    severity: "error",
    pattern: /TDX_ATTEST_ERROR_(?<error>[A-Z_]+)/,
    title: "Attestation failed in the guest: TDX_ATTEST_ERROR_$<error>",
    hint: "The guest is up; its TDX device, or the way to the QGS on the host, does not work.",
    // A TSM's or the QGS's own words say more.
    symptom: true,
    causes: TDX_ATTEST
  },
  {
    id: "attest-tdx-call",
    phase: "userspace",
    severity: "error",
    pattern: /tdx_att_get_(?<what>report|quote)(?: failed|:? error| returned)|Failed to get the (?<what2>quote|report)\b/,
    title: "Attestation failed in the guest: no $<what>",
    hint: NO_QGS,
    symptom: true
  },
  {
    id: "attest-tsm-empty",
    phase: "userspace",
    severity: "error",
    pattern: /TSM provider returned an empty quote|empty outblob|[qQ]uote is empty|received empty quote|returned an empty (?:report|quote)/,
    title: "The host gave the guest an empty quote",
    hint: NO_QGS
  },
  {
    id: "attest-tsm",
    phase: "userspace",
    severity: "error",
    pattern: /(?:\/sys\/kernel\/config\/tsm|configfs-tsm|\b(?:TSM|tsm)[ _:-][^:]*(?:report|outblob|inblob|quote)|tsm_report|outblob).*(?:: |\(os error |\(|errno )(?<errno>-[0-9]+|[0-9]+|Input\/output error|No such (?:device or address|device|file or directory)|Device or resource busy|Invalid argument|Connection timed out|Permission denied|Operation not permitted|Operation not supported|Interrupted system call|Resource temporarily unavailable)/,
    title: "The guest\u2019s TSM gave no report",
    hint: "The kernel\u2019s log in the guest says more (dmesg | grep tdx).",
    causes: TSM
  },
  {
    id: "attest-tdx-device",
    phase: "userspace",
    severity: "error",
    pattern: /(?:\/dev\/tdx[_-]guest'?"?.*: |\btdx_attest\.c:[0-9]+\] )(?<errno>No such file or directory|Permission denied|Inappropriate ioctl for device|Invalid argument|Input\/output error|No such device)/,
    title: "The guest\u2019s TDX device does not work: $<errno>",
    hint: "Load tdx-guest, and check the access to /dev/tdx_guest.",
    causes: [
      {
        id: "missing",
        when: { errno: ["ENOENT", "ENODEV"] },
        title: "/dev/tdx_guest does not exist: the guest is no TD, or lacks the driver",
        hint: 'Load tdx-guest (CONFIG_TDX_GUEST_DRIVER); "tdx: Guest detected" in dmesg says whether this is a TD.'
      },
      {
        id: "denied",
        when: { errno: "EACCES" },
        title: "The program may not open /dev/tdx_guest",
        hint: "Give its user the device, and its container the device file."
      },
      {
        id: "abi",
        when: { errno: ["ENOTTY", "EINVAL"] },
        title: "The TDX device does not know the program\u2019s request",
        hint: "Kernels from 6.7 on give quotes by configfs-tsm, Intel\u2019s older trees by an ioctl: use a program that fits the kernel."
      }
    ]
  },
  {
    id: "attest-get-quote",
    phase: "userspace",
    severity: "error",
    // tdx-guest.c: wait_for_quote_completion, tdx_report_new; GHCI 1.5 "GetQuote status".
    pattern: /GetQuote (?:request )?(?:hypercall )?(?:failed|timed ?out)(?:,? ?(?:status|ret|err(?:or)?)[ :=]*(?<status>-?(?:0x)?[0-9a-f]+))?|[Gg]et[ _]?[Qq]uote (?:status|error)[^0-9a-fx]*(?<status2>(?:0x)?[0-9a-f]+)|Setup[ _]?EventNotifyInterrupt .*failed/,
    title: "GetQuote failed in the guest: the host gave no quote",
    hint: NO_QGS
  },
  {
    id: "attest-quote-buffer",
    phase: "userspace",
    severity: "error",
    pattern: /tdx[-_]guest: (?:Failed to share|[Ff]ailed to allocate|Quote[^:]*(?:failed|too (?:big|large)))[^:]*/,
    title: "The guest\u2019s kernel could not make its buffer for quotes",
    hint: "The pages for the quote could not be shared with the host: give the guest more memory, and read the VMM\u2019s log for failed conversions."
  },
  {
    id: "attest-qgs-code",
    phase: "host",
    severity: "error",
    // target/i386/kvm/tdx-quote-generator.c (QEMU 10.1); QGS error codes of qgs_msg_lib.h.
    pattern: /QGS message error code (?<code>[0-9]+)/,
    title: "The QGS refused to make a quote (error $<code>)",
    hint: 'The QGS has no PCK certificate or platform registration: read "journalctl -u qgsd" and the PCCS.',
    streams: VMM
  },
  {
    id: "attest-qgs-message",
    phase: "host",
    severity: "error",
    pattern: /Invalid QGS message|QGS (?:message|quote) (?:size|selected ID)|End of file before reply received|TDX: (?:get-quote: )?failed to (?:read|update|write) (?:GetQuote header|quote data)|Message len [0-9]+ must be non-zero/,
    title: "QEMU and the QGS do not understand each other",
    hint: 'The QGS ended or speaks another version: use one of DCAP 1.20 or newer, and read "journalctl -u qgsd".',
    streams: VMM
  },
  {
    id: "attest-qgs-connect",
    phase: "host",
    severity: "error",
    // target/i386/kvm/tdx-quote-generator.c tdx_quote_generator_connected (QEMU 10.1); 4050 is the port of qgsd
    pattern: /Failed to connect to '(?<path>[^']*qgs[^']*|[0-9]+:4050)': (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: "QEMU does not reach the QGS at $<path>: $<errno>",
    hint: "The guest gets no quote. Start qgsd on the host, let it listen there (unix socket, or port= in /etc/qgs.conf with vsock), and let the user of QEMU use the socket.",
    streams: VMM
  },
  {
    id: "attest-qgs-lost-interrupt",
    phase: "host",
    severity: "warning",
    // target/i386/kvm/tdx.c tdx_inject_interrupt (QEMU 10.1)
    pattern: /TDX: injection interrupt (?<vector>[0-9]+) failed, interrupt lost/,
    title: "The guest was not told that its quote is ready (interrupt $<vector> was lost)",
    hint: "Guests that poll, as Linux does, get the quote all the same; others wait for it. QEMU and host kernel do not fit each other.",
    streams: VMM
  },
  {
    id: "attest-qgs-request",
    phase: "host",
    severity: "error",
    // DCAP QuoteGeneration/quote_wrapper/qgs/qgs_server.cpp: the size of a request, in the other byte order
    pattern: /body should be \[(?:-[0-9]+|[0-9]{7,})\] bytes/,
    title: "The QGS got a request that it cannot read",
    hint: "The guest\u2019s or VMM\u2019s library and the QGS are of different DCAP releases (the size has another byte order): update libtdx-attest and qgsd to one release (canonical/tdx#220).",
    streams: ANYWHERE
  },
  {
    id: "attest-qpl",
    phase: "host",
    severity: "error",
    // DCAP QuoteGeneration/qcnl/inc/sgx_default_qcnl_wrapper.h, qpl/sgx_default_quote_provider.cpp
    pattern: /\[QPL\] No (?<code2>certificate) data for this platform|(?:Failed to get [a-z_ ]+\. Error code is (?<code>0x[0-9a-fA-F]{4})|Encountered CURL error: \((?<curl>[0-9]+)\))/,
    title: "The QGS got no PCK certificate (error $<code>)",
    hint: "Register the platform, start the PCCS, and check /etc/sgx_default_qcnl.conf (pccs_url, use_secure_cert).",
    streams: ANYWHERE,
    causes: QPL
  },
  {
    id: "attest-qgs",
    phase: "host",
    severity: "error",
    // DCAP QuoteGeneration/quote_wrapper/qgs
    pattern: /\[QPL\] .*(?:[Ee]rror|[Ff]ail|[Nn]o certificate)|tee_att_(?:init|get)_quote(?:_size)? (?:return|failed)|(?:getPckCert|Get_PCK|get_quote_ex|tee_get_quote).*(?:failed|error)|qgsd?(?:\[[0-9]+\])?: .*(?:[Ee]rror|[Ff]ailed|cannot)/,
    title: "The QGS on the host cannot make quotes",
    hint: "It gets no PCK certificate: register the platform, start the PCCS, and check /etc/sgx_default_qcnl.conf (URL, use_secure_cert).",
    streams: QGS
  },
  {
    id: "attest-collateral",
    phase: "userspace",
    severity: "error",
    pattern: /(?:SGX_QL_(?<code>[A-Z_]+)|(?:tee_verify_quote|sgx_qv_verify_quote|tee_qv_get_collateral).*(?:failed|0x[0-9a-f]+))/,
    unless: /SGX_QL_(?:SUCCESS|QV_RESULT_OK)\b/,
    title: "DCAP could not verify or get what the quote needs",
    hint: "NO_PLATFORM_CERT_DATA and NETWORK_ERROR mean the PCCS: check its address and that the platform is registered. QV_RESULT_OUT_OF_DATE means a TCB that needs an update."
  },
  {
    id: "attest-agent",
    phase: "userspace",
    severity: "error",
    pattern: /attestation[- ]agent.*(?:[Ee]rror|failed|panicked)|(?:tdx-attester|[Tt]dx [Aa]ttester).*(?:[Ff]ailed|[Ee]rror|[Cc]annot)|[Gg]et (?:TEE )?evidence failed|RCAR handshake [^ ]* ?failed|kbs client initialization failed|no `agent\.aa_kbc_params` provided|KBS [^:]*(?:refused|denied|failed)|kbs-client.*error/,
    title: "The attestation agent of the guest failed",
    hint: "The guest is up. The line says what it wanted: evidence comes from TSM and QGS, resources from the KBS, whose policy may refuse this TD.",
    symptom: true
  }
];

// src/judge/catalog/grub.ts
var GRUB = [
  {
    id: "grub-kernel-first",
    phase: "bootloader",
    severity: "fatal",
    // grub-core/loader/efi/linux.c, commands/boot.c (GRUB 2.12, with the patches of Fedora)
    pattern: /you need to load the kernel first/,
    title: "GRUB could not load the kernel",
    hint: "The linux command failed just before; see the error above (missing file, bad signature, out of memory).",
    symptom: true
  },
  {
    id: "grub-secure-boot",
    phase: "bootloader",
    severity: "error",
    // grub-core/kern/efi/sb.c, kern/verifiers.c, loader/efi/linux.c (GRUB 2.12)
    pattern: /shim_lock protocol not found|verification requested but nobody cares/,
    title: "GRUB must not load the file: Secure Boot is on, and shim does not vouch for it",
    hint: "Boot through shim (BOOTX64.EFI must be shim, with grubx64.efi next to it), sign the kernel and the file, or enrol no keys in the firmware."
  },
  {
    id: "grub-no-entry",
    phase: "bootloader",
    severity: "fatal",
    // grub-core/normal/menu.c
    pattern: /Failed to boot both default and fallback entries/,
    title: "GRUB could boot none of its entries",
    hint: "The lines above name what each entry lacks.",
    symptom: true
  },
  {
    id: "grub-command-missing",
    phase: "bootloader",
    severity: "warning",
    // grub-core/script/execute.c
    pattern: /can't find command [`'](?<command>[a-z0-9_.-]+)'/,
    title: "GRUB has no command $<command>",
    hint: "grub.cfg is of another distribution or version than this GRUB (linuxefi and initrdefi are Fedora\u2019s), or a module is missing next to it."
  },
  {
    id: "grub-file-missing",
    phase: "bootloader",
    severity: "error",
    // grub-core/fs/archelp.c and each file system (GRUB 2.12); Fedora puts file and line before the message
    pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?file [`'].*' not found/,
    title: "GRUB: file not found",
    hint: "A path in grub.cfg does not exist on the partition that GRUB calls root.",
    unless: /\.pf2'|\.mo'|\.gmo'|grubenv'|\/locale\//
  },
  {
    id: "grub-unknown-filesystem",
    phase: "bootloader",
    severity: "error",
    // grub-core/kern/fs.c (GRUB 2.12)
    pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?unknown filesystem/,
    title: "GRUB: unknown filesystem",
    hint: "GRUB has no module for this file system, or its prefix points at the wrong partition."
  },
  {
    id: "grub-rescue",
    phase: "bootloader",
    severity: "fatal",
    // grub-core/kern/rescue_reader.c (GRUB 2.12)
    pattern: /grub rescue>/,
    title: "GRUB rescue shell",
    hint: "GRUB did not find its modules or configuration: its prefix points at a partition that is not there."
  },
  {
    id: "grub-shell",
    phase: "bootloader",
    severity: "fatal",
    // grub-core/normal/main.c (GRUB 2.12)
    pattern: /Minimal BASH-like line editing is supported|grub> /,
    title: "GRUB shell",
    hint: "GRUB found no grub.cfg and waits for commands."
  },
  {
    id: "grub-no-device",
    phase: "bootloader",
    severity: "warning",
    // grub-core/commands/search.c (GRUB 2.12)
    pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?no such device: /,
    title: "GRUB: no such device",
    hint: "A search for a UUID or label found nothing; harmless if the boot goes on."
  },
  {
    id: "grub-no-disk",
    phase: "bootloader",
    severity: "error",
    // grub-core/kern/disk.c (GRUB 2.12)
    pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?disk [`'].*' not found/,
    title: "GRUB: disk not found",
    hint: "grub.cfg or the prefix names a disk that the firmware does not show."
  },
  {
    id: "grub-symbol",
    phase: "bootloader",
    severity: "fatal",
    // grub-core/kern/dl.c (GRUB 2.12)
    pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?symbol [`'].*' not found/,
    title: "GRUB: symbol not found",
    hint: "GRUB core and modules are of different versions: run grub-install again."
  },
  {
    id: "grub-bad-signature",
    phase: "bootloader",
    severity: "error",
    // grub-core/kern/efi/sb.c (GRUB 2.12)
    pattern: /error: .*(?:bad shim signature|prohibited by secure boot policy)/,
    title: "GRUB refused an image because of Secure Boot",
    hint: "Sign the kernel or module with a key that shim trusts, or use firmware without enrolled keys."
  },
  {
    id: "grub-out-of-memory",
    phase: "bootloader",
    severity: "error",
    // grub-core/kern/efi/mm.c, loader/efi/linux.c, loader/i386/efi/linux.c (GRUB 2.12)
    pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?(?:out of memory\.|cannot allocate (?:kernel buffer|real mode pages|bounce buffer|initrd|memory)|the initrd is too big|can't allocate initrd)/,
    title: "GRUB: out of memory",
    hint: "Kernel or initrd do not fit: give the guest more memory or make the initrd smaller."
  },
  {
    id: "grub-bad-image",
    phase: "bootloader",
    severity: "error",
    // grub-core/loader/i386/linux.c, loader/i386/efi/linux.c (GRUB 2.12)
    pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?(?<what>invalid magic number|premature end of file|kernel is too small|kernel (?:DOS|PE) magic is invalid|kernel too old|too many setup sectors|Linux setup header too big|kernel doesn't support (?:EFI handover|64-bit CPUs)|cannot load image|invalid entry point|relocation failed)/,
    title: "GRUB: $<what>",
    hint: "The kernel or initrd file is damaged, truncated or not a kernel."
  },
  {
    id: "grub-nx-policy",
    phase: "bootloader",
    severity: "error",
    // grub-core/loader/efi/linux.c (GRUB 2.12, with the patches of Fedora)
    pattern: /kernel does not support NX loading required by policy/,
    title: "GRUB must not start the kernel: shim demands NX, and the kernel is not built for it",
    hint: "Use a kernel whose header has IMAGE_DLLCHARACTERISTICS_NX_COMPAT (Linux 6.2 and newer), or clear the MokPolicy variable."
  },
  {
    id: "grub-kernel-returned",
    phase: "bootloader",
    severity: "error",
    // grub-core/loader/efi/linux.c grub_arch_efi_linux_boot_image (GRUB 2.12)
    pattern: /start_image\(\) returned (?<status>0x[0-9a-f]+)/,
    title: "The kernel\u2019s EFI stub gave up and returned to GRUB (status $<status>)",
    hint: 'Its own lines ("EFI stub: ERROR") stand above. 0x800000000000001a is Security Violation, \u20260009 Out of Resources, \u20260003 Unsupported.'
  },
  {
    id: "shim-sbat",
    phase: "bootloader",
    severity: "fatal",
    // shim.c (shim 16.1), and for the next four rows
    pattern: /SBAT self-check failed/,
    title: "shim was revoked (SBAT self-check failed)",
    hint: "The SBAT level in the variable store forbids this shim: use a newer shim or fresh firmware variables."
  },
  {
    id: "shim-wrong",
    phase: "bootloader",
    severity: "fatal",
    pattern: /Something has gone seriously wrong: (?<what>[A-Za-z_]+)/,
    title: "shim: something has gone seriously wrong: $<what>",
    hint: "shim could not set up its MOK state and powers off. A full or read-only variable store is the usual cause."
  },
  {
    id: "shim-verification",
    phase: "bootloader",
    severity: "error",
    pattern: /Verification failed: \(0x[0-9A-F]+\) (?<status>[A-Z][a-z]+ [A-Z][a-z]+)/,
    title: "shim: verification failed: $<status>",
    hint: "The second stage is not signed by a key that shim trusts."
  },
  {
    id: "shim-load",
    phase: "bootloader",
    severity: "error",
    pattern: /Failed to (?:open|load image) \\(?<path>[^ :]+)/,
    title: "shim could not load \\$<path>",
    hint: "The second stage is missing on the ESP next to shim."
  },
  {
    id: "shim-start-image",
    phase: "bootloader",
    severity: "error",
    pattern: /start_image\(\) returned (?<status>[A-Z][A-Za-z ]*[a-z])/,
    title: "shim: the second stage returned $<status>",
    hint: "The boot loader behind shim gave up; its own messages are above this line."
  }
];

// src/judge/catalog/bootloader.ts
var BOOTLOADER = [
  {
    id: "bds-secure-boot",
    phase: "bootloader",
    severity: "error",
    pattern: /BdsDxe: failed to (?:load|start) Boot.*rejected probably by Secure Boot/,
    title: "The boot option was rejected, probably by Secure Boot",
    hint: "The image is unsigned or signed by a key that is not in db. Use firmware without enrolled keys (not the .ms variant), or sign the image."
  },
  {
    id: "bds-access-denied",
    phase: "bootloader",
    severity: "error",
    pattern: /BdsDxe: failed to (?:load|start) Boot.*: (?:Access Denied|Security Violation)/,
    title: "The boot option was refused by the firmware",
    hint: "With Secure Boot enforced the image must be signed by a key in db. Use firmware without enrolled keys, or sign the image."
  },
  {
    id: "bds-start-failed",
    phase: "bootloader",
    severity: "error",
    pattern: /BdsDxe: failed to start Boot[0-9A-F]+ "(?<option>[^"]*[^" ]) *"/,
    title: 'Boot option "$<option>" started and returned an error',
    hint: "The boot loader or kernel image ran and gave up; its own messages are above this line."
  },
  {
    id: "bds-load-failed",
    phase: "bootloader",
    severity: "warning",
    pattern: /BdsDxe: failed to load Boot[0-9A-F]+ "(?<option>[^"]*[^" ]) *"/,
    title: 'Boot option "$<option>" could not be loaded',
    hint: 'The firmware goes on with the next option. "Not Found" on a disk: no EFI/BOOT/BOOTX64.EFI on a GPT partition of type ESP, or a bus whose driver a TD does not load (SCSI, USB).'
  },
  {
    id: "bds-no-option",
    phase: "bootloader",
    severity: "fatal",
    pattern: /BdsDxe: No bootable option or device was found/,
    title: "The firmware found nothing to boot",
    hint: "Attach a disk with an ESP over virtio-blk, AHCI or NVMe, or pass a kernel. With 64 MiB of memory and less this appears too."
  },
  {
    id: "bds-uefi-shell",
    phase: "bootloader",
    severity: "fatal",
    pattern: /UEFI Interactive Shell v|^Shell> /,
    title: "The firmware found nothing to boot and started its shell",
    hint: "The lines above name the boot options that failed. Attach a disk with an ESP (EFI/BOOT/BOOTX64.EFI) on a bus that the firmware drives, or pass a kernel."
  },
  {
    id: "ovmf-kernel-secure-boot",
    phase: "bootloader",
    severity: "fatal",
    // OvmfPkg/Library/X86QemuLoadImageLib/X86QemuLoadImageLib.c (edk2-stable202605, this and the next two rows)
    pattern: /OVMF: Secure boot image verification failed/,
    title: "Secure Boot refuses the kernel of the VMM",
    hint: "Sign the kernel with a key of db, give QEMU 10 and newer -shim, or use a firmware without enrolled keys."
  },
  {
    id: "ovmf-kernel-legacy",
    phase: "bootloader",
    severity: "fatal",
    pattern: /OVMF: (?:Running in confidential VM, not using insecure legacy linux kernel loader|Fallback to insecure legacy linux kernel loader is disabled)/,
    title: "The firmware does not start the kernel: it is no EFI program, or was refused as one",
    hint: "Build the kernel with CONFIG_EFI_STUB, and give a bzImage: a TD uses no legacy loader, because nothing measures what that starts."
  },
  {
    id: "ovmf-kernel-memory",
    phase: "bootloader",
    severity: "fatal",
    // also OvmfPkg/QemuKernelLoaderFsDxe/QemuKernelLoaderFsDxe.c
    pattern: /Unable to allocate memory for (?<what>initrd|kernel command line|kernel setup|kernel)!|: failed to allocate [0-9]+ bytes for "(?<what2>[a-z]+)"/,
    title: "The firmware has no memory for the $<what>",
    hint: "Give the guest more memory (twice kernel and initrd, and 256 MiB), or make the initrd smaller."
  },
  {
    id: "ovmf-kernel-load",
    phase: "bootloader",
    severity: "error",
    // OvmfPkg/Library/GenericQemuLoadImageLib/GenericQemuLoadImageLib.c (edk2-stable202605)
    pattern: /QemuLoadKernelImage: LoadImage\(\): (?<status>[A-Z][A-Za-z ]*[a-z])/,
    // No kernel was given, and the firmware looks for other boot options.
    unless: /Not Found/,
    title: "The firmware could not load the kernel of the VMM: $<status>",
    hint: "Unsupported: no EFI program (CONFIG_EFI_STUB). Access Denied or Security Violation: Secure Boot, or the hash of the kernel, refuses it.",
    symptom: true
  },
  {
    id: "seabios-no-boot",
    phase: "bootloader",
    severity: "fatal",
    pattern: /No bootable device\./,
    title: "SeaBIOS found nothing to boot",
    hint: "Legacy BIOS is running: pass TD firmware with -bios, or a kernel."
  },
  {
    id: "seabios-boot-failed",
    phase: "bootloader",
    severity: "error",
    pattern: /Boot failed: (?<why>[a-z][a-z ]*[a-z])/,
    title: "SeaBIOS: boot failed: $<why>",
    hint: "The disk has no boot sector for legacy BIOS. UEFI disk images need UEFI firmware (-bios)."
  },
  ...GRUB,
  {
    id: "systemd-boot-no-loader",
    phase: "bootloader",
    severity: "fatal",
    pattern: /No loader found\. Configuration files in /,
    title: "systemd-boot found no entry",
    hint: "Put a UKI into EFI/Linux/ or an entry into loader/entries/ on the ESP."
  },
  {
    id: "systemd-boot-load",
    phase: "bootloader",
    severity: "error",
    pattern: /Error loading EFI binary .*: (?<status>[A-Z][A-Za-z ]*[a-z])/,
    title: "systemd-boot could not load the image: $<status>",
    hint: "Load Error: the image is damaged. Access denied or Security violation: Secure Boot refuses its signature."
  },
  {
    id: "efi-stub-fatal",
    phase: "kernel",
    severity: "fatal",
    pattern: /EFI [sS]tub: ERROR: (?<what>exit_boot\(\) failed|efi_stub_entry\(\) failed|efi_main\(\) failed|Failed to decompress kernel|Failed to relocate kernel)/,
    title: "EFI stub: $<what>",
    hint: "The kernel could not leave the firmware. Check the memory size, the bzImage and the error lines above."
  },
  {
    id: "efi-stub-error",
    phase: "kernel",
    severity: "error",
    pattern: /EFI [sS]tub: ERROR: (?<what>[A-Za-z](?:[A-Za-z_ ()'-]*[A-Za-z)])?)/,
    title: "EFI stub: $<what>",
    hint: "The kernel may still start; check the initrd and the memory size."
  }
];

// src/judge/catalog/build.ts
var BUILD = ["build"];
var BUILD_PY = [
  {
    id: "missing-file",
    when: { code: ["000E", "0000", "0001", "0004"] },
    title: "edk2\u2019s build misses a file: $<what>",
    hint: "Most often a submodule that was not fetched: git submodule update --init. Else a path in PACKAGES_PATH is wrong."
  },
  {
    id: "not-available",
    when: { code: ["4000", "4001", "4002", "4003", "5000"] },
    title: "edk2\u2019s build lacks something: $<what>",
    hint: "The lines below the error name it: a PCD, a library instance, or a tool that tools_def.txt does not have."
  },
  {
    id: "option",
    when: { code: ["1000", "1001", "1002", "1003", "1004", "1005", "2000", "2001"] },
    title: "edk2\u2019s build does not accept an option: $<what>",
    hint: "Check -a, -b, -t, -p and the -D defines."
  },
  {
    id: "format",
    when: { code: ["3000", "3001", "3002", "0003", "0002"] },
    title: "edk2\u2019s build cannot read a file of the platform: $<what>",
    hint: "The place stands before the error: a DSC, FDF, DEC or INF file has a mistake, often a define with a wrong value."
  },
  {
    id: "statement",
    when: { code: "FFFD" },
    title: "edk2\u2019s build was stopped by an !error statement of the platform",
    hint: "The line has the text of the statement: two -D defines that exclude each other, most often."
  },
  {
    id: "warning",
    when: { code: "F006" },
    title: "edk2\u2019s build takes a warning for an error",
    hint: "The warning stands above; -Y or a newer edk2 may be needed for this compiler."
  },
  {
    id: "crash",
    when: { code: ["C0DE", "FFFF"] },
    title: "edk2\u2019s build.py itself crashed",
    hint: "The last line of the Python traceback says in what: an argument such as -p that names no .dsc file, a broken Conf/, or a Python that this edk2 does not support."
  }
];
var BUILD_ROWS = [
  {
    id: "build-fv-full",
    phase: "host",
    severity: "fatal",
    // BaseTools/Source/C/GenFv/GenFvInternalLib.c CalculateFvSize()
    pattern: /the required fv image size (?<needed>0x[0-9a-f]+) exceeds the set fv image size (?<size>0x[0-9a-f]+)/,
    title: "A firmware volume is full: $<needed-size> bytes too many for its $<size>",
    hint: 'Take features out (-D \u2026=FALSE), build RELEASE, use an older or less inlining compiler, or a larger flash layout (FD_SIZE_4MB; the FDF of the volume that "Generating \u2026 FV" names) (edk2#10839).',
    streams: BUILD
  },
  {
    id: "build-fv-space",
    phase: "host",
    severity: "fatal",
    pattern: /FV space is full, (?<what>[a-z][^.]*)/,
    title: "A firmware volume is full: $<what>",
    hint: "Take features out (-D \u2026=FALSE), build RELEASE, or use a larger flash layout.",
    streams: BUILD
  },
  {
    id: "build-reloc",
    phase: "host",
    severity: "fatal",
    // GenFw Elf64Convert.c, GenFv
    pattern: /has no \.reloc section|unsupported ELF EM_(?<machine>[A-Z0-9_]+) relocation (?<kind>0x[0-9a-f]+)|Section address not aligned to its own alignment|image is too big \(>1 MiB\)/,
    title: "edk2\u2019s tools cannot use what the compiler and linker made",
    hint: "The linker script or flags of this toolchain do not fit this edk2: use the toolchain tag of the documentation (GCC5 or GCC), and a binutils of the same time.",
    streams: BUILD
  },
  {
    id: "build-nasm-old",
    phase: "host",
    severity: "fatal",
    pattern: /\.(?:iii|nasm|asm|inc)[:(][0-9]+\)?: error: (?:parser: )?(?:instruction expected|unrecognized (?:instruction|directive)|label or instruction expected)/,
    title: "nasm does not know an instruction: it is too old",
    hint: "edk2 needs nasm 2.15 or newer (CET instructions); nasm -v says what is installed.",
    streams: BUILD
  },
  {
    id: "build-nasm-new",
    phase: "host",
    severity: "fatal",
    pattern: /\.(?:iii|nasm|asm|inc)[:(][0-9]+\)?: error: (?:instruction not valid with|invalid combination of opcode and operands|mismatch in operand sizes)/,
    title: "nasm refuses an instruction of this source: it is too new",
    hint: "nasm 3 is stricter than this edk2: use nasm 2.15 or 2.16, or a newer edk2 (edk2#11635).",
    streams: BUILD
  },
  {
    id: "build-iasl",
    phase: "host",
    severity: "fatal",
    pattern: /^ *Error +(?<code>[0-9]{4}) ?- *(?<why>[A-Za-z].*)/,
    title: "iasl does not accept the ASL source: $<why>",
    hint: 'An iasl that is too old does not know new operators ("syntax error, unexpected PARSEOP_"), one that is too new turned a warning into this error: use that of the distribution of the source\u2019s time (acpica-tools).',
    streams: BUILD
  },
  {
    id: "build-gcc-option",
    phase: "host",
    severity: "fatal",
    pattern: /(?:unrecognized command[- ]line option|unknown argument:?|unsupported option) ['\u2018"](?<option>-[^'\u2019"]+)['\u2019"]/,
    title: "The compiler does not know the option $<option>",
    hint: "It is too old, or clang in the place of gcc: use the compiler that the source documents.",
    streams: BUILD
  },
  {
    id: "build-werror",
    phase: "host",
    severity: "fatal",
    pattern: /error: .*\[-W(?:error=)?(?<warning>[a-z0-9+=-]+)\]/,
    title: "A compiler warning is an error: -W$<warning>",
    hint: "The compiler is newer than the source: use the one of the source\u2019s time, or a newer source.",
    streams: BUILD
  },
  {
    id: "build-python",
    phase: "host",
    severity: "fatal",
    pattern: /ModuleNotFoundError: No module named '(?<module>[^']*)'/,
    title: "Python lacks the module $<module>",
    hint: "distutils and imp are gone since Python 3.12: install python3-setuptools, use an older Python, or a newer edk2.",
    streams: BUILD
  },
  {
    id: "build-tool-missing",
    phase: "host",
    severity: "fatal",
    pattern: /(?<tool>\b(?:nasm|iasl|python3?|gcc|g\+\+|clang|lld|llvm-ar|cargo|rustc|rustup|make|perl|uuidgen)): (?:command not found|not found|No such file or directory)|Failed to find tool\. Is `(?<tool2>[^`]+)` installed/,
    title: "The build needs $<tool>, which is not installed",
    hint: 'Install it with the packages that "tdx-boot firmware build" names.',
    streams: BUILD
  },
  {
    id: "build-rustc-old",
    phase: "host",
    severity: "fatal",
    pattern: /requires rustc (?<version>[0-9.]+)|(?:feature `(?<feature>edition20[0-9]+)` is required|lock file version `?(?<lock>[0-9]+)`? (?:was found, but this version|requires `-Znext))|requires a nightly version|error\[E0554\]/,
    title: "The Rust toolchain is too old, or not the nightly, for this source",
    hint: "Use the toolchain of rust-toolchain(.toml) in the source: rustup show in its directory installs that.",
    streams: BUILD
  },
  {
    id: "build-rust-target",
    phase: "host",
    severity: "fatal",
    pattern: /error\[E0463\]: can't find crate for `(?<crate>[^`]+)`|the `(?<target>[a-z0-9_-]+)` target may not be installed|error: toolchain '(?<toolchain>[^']+)' is not installed|"\S*\/library\/Cargo\.lock" does not exist/,
    title: "The Rust toolchain lacks its target or its source",
    hint: "rustup target add x86_64-unknown-none, and rustup component add rust-src for -Zbuild-std.",
    streams: BUILD
  },
  {
    id: "build-cargo-fetch",
    phase: "host",
    severity: "fatal",
    pattern: /failed to (?:get|fetch|load source for|download from|query replaced source)[^`]*`(?<what>[^`]+)`|error: failed to (?:select a version|parse (?:manifest|lock file))|the lock file .* needs to be updated but --locked/,
    title: "cargo could not get or choose what the build needs: $<what>",
    hint: 'The network, a proxy or the registry failed, or Cargo.lock is not of this source: the "Caused by" lines say which.',
    streams: BUILD
  },
  {
    id: "build-cargo-script",
    phase: "host",
    severity: "fatal",
    pattern: /failed to run custom build command for `(?<package>[^ `]+)/,
    title: "The build script of $<package> failed",
    hint: 'ring and other C code need clang and llvm-ar (CC and AR, and those of the target), nasm and perl: the lines of "--- stderr" say what is missing (td-shim#721).',
    streams: BUILD,
    symptom: true
  },
  {
    id: "build-rustc",
    phase: "host",
    severity: "fatal",
    pattern: /^error\[E(?<code>[0-9]{4})\]: (?<why>.*[a-z`'")])/,
    title: "rustc: $<why>",
    hint: "The toolchain does not fit the source: use that of rust-toolchain(.toml).",
    streams: BUILD
  },
  {
    id: "build-link",
    phase: "host",
    severity: "fatal",
    pattern: /undefined reference to [`'](?<symbol>[^'`]+)'|undefined symbol: (?<symbol2>\S+)|multiple definition of [`'](?<symbol3>[^'`]+)'/,
    title: "The linker does not find, or finds twice, $<symbol>",
    hint: "A library class of the DSC is missing, or objects of another build are left: build in a clean tree.",
    streams: BUILD
  },
  {
    id: "build-compile",
    phase: "host",
    severity: "fatal",
    pattern: /^[^\s:]+\.(?:c|h|cpp|cc|S|s|iii|nasm):[0-9]+:(?:[0-9]+:)? (?:fatal )?error: (?<why>.*[A-Za-z0-9'\u2019")])/,
    title: "The compiler failed: $<why>",
    hint: "A header that is missing means a package or a submodule; other errors most often a compiler that is newer than the source.",
    streams: BUILD
  },
  {
    id: "build-git",
    phase: "host",
    severity: "fatal",
    pattern: /fatal: (?:unable to access|reference is not a tree|remote error|[Cc]ould not read from remote|clone of '[^']*' into|early EOF|couldn't find remote ref)/,
    title: "git could not fetch the source",
    hint: "The network, a proxy or the address: the rest of the line says which. A branch or commit that is gone needs another ref.",
    streams: BUILD
  },
  {
    id: "build-basetools-file",
    phase: "host",
    severity: "fatal",
    // BaseTools/Source/C/Common/EfiUtilityMsgs.h: 0001 to 0008 say themselves what is wrong
    pattern: /\b(?<tool>Gen(?:Fv|Fw|Ffs|Sec)): ERROR (?<code>000[0-9A-F]): (?<what>[A-Za-z](?:.*[A-Za-z0-9'")])?)/,
    title: "$<tool> failed with error $<code>: $<what>",
    hint: "A file that the tool reads is missing, unreadable or broken: an earlier step of the build left it so. Build in a clean tree.",
    streams: BUILD,
    causes: [
      {
        id: "vtf",
        when: { what: "invalid FFS file header checksum" },
        title: "GenFv: the firmware volume has too little room before the reset vector",
        hint: "A pad file overwrote the volume top file: make the volume larger, or take a few bytes more out of it; a newer edk2 says the sizes (edk2#10828)."
      }
    ]
  },
  {
    id: "build-basetools",
    phase: "host",
    severity: "fatal",
    // BaseTools/Source/C/Common/EfiUtilityMsgs.c: tool, code, text; the reason follows, indented
    pattern: /\b(?<tool>Gen(?:Fv|Fw|Ffs|Sec|Crc32|FvImage|DepEx)|VfrCompile|Trim|EfiRom|LzmaCompress|BrotliCompress|TianoCompress|VolInfo|GenPatchPcdTable|Ecc)(?:\.py)?: ERROR (?<code>[0-9A-F]{4}): (?<what>[A-Z][A-Za-z ]*[a-z])/,
    title: "$<tool> failed with error $<code>: $<what>",
    hint: "The next, indented line has the reason; what build.py prints after it only follows.",
    streams: BUILD,
    symptom: true
  },
  {
    id: "build-edk2",
    phase: "host",
    severity: "fatal",
    // All codes of BuildToolError.py but 7000 (a command failed) and F002 to F012 (a step failed), which follow an earlier error.
    pattern: /(?:\((?:-?[0-9]+|\.\.\.)\)|^[ |]*): error (?<code>[0-689A-E][0-9A-F]{3}|F00[16]|FFFD|FFFF): (?<what>[A-Z!].*[a-z\]])/,
    title: "edk2\u2019s build failed with error $<code>: $<what>",
    hint: "The lines around say where.",
    streams: BUILD,
    causes: BUILD_PY
  },
  {
    id: "build-edk2-aftermath",
    phase: "host",
    severity: "error",
    pattern: /(?:\((?:-?[0-9]+|\.\.\.)\)|^[ |]*): error (?<code>[0-9A-F]{4}): (?<what>[A-Z!].*[a-z])/,
    title: "edk2\u2019s build failed with error $<code>: $<what>",
    hint: 'The cause stands above: look for the first "error:" of a compiler or "ERROR" of a tool.',
    streams: BUILD,
    symptom: true
  },
  {
    id: "build-aftermath",
    phase: "host",
    severity: "error",
    pattern: /^make(?:\[[0-9]+\])?: \*\*\* |^error: could not compile `|collect2: error: ld returned|ninja: build stopped|^error: build failed/,
    title: "The build failed",
    hint: 'The cause stands above: look for the first "error:" of a compiler or "ERROR" of a tool.',
    streams: BUILD,
    symptom: true
  }
];

// src/judge/catalog/cloud-hypervisor-setup.ts
var VMM2 = ["vmm"];
var FILE = [
  {
    id: "missing",
    when: { errno: "ENOENT" },
    title: "Cloud Hypervisor: the $<what> file does not exist",
    hint: "Check the path; relative paths start where Cloud Hypervisor was started."
  },
  {
    id: "denied",
    when: { errno: ["EACCES", "EPERM"] },
    title: "Cloud Hypervisor may not open the $<what> file",
    hint: "Check its owner and mode, and --landlock-rules."
  }
];
var CH_TDX_ERRNO = [
  {
    id: "abi",
    when: { errno: ["EINVAL", "ENOTTY"] },
    title: "KVM refuses the TDX calls of this Cloud Hypervisor: it speaks another TDX interface",
    hint: "Releases up to v52 speak the 2022 Intel KVM interface; kernels from 6.16 on refuse it. Use QEMU 10.1 or newer on such a host (cloud-hypervisor#7207, #8540)."
  },
  {
    id: "no-keyid",
    when: { errno: ["ENOSPC", "EBUSY"] },
    title: "No private KeyID is free for another TD",
    hint: "End another TD, or give TDX more KeyIDs in the BIOS set-up."
  },
  {
    id: "seamcall",
    when: { errno: "EIO" },
    title: "A call of the TDX module failed",
    hint: "The host dmesg has the SEAMCALL and its status. Update BIOS, TDX module and host kernel."
  },
  {
    id: "off",
    when: { errno: ["EOPNOTSUPP", "ENODEV"] },
    title: "TDX is off on the host",
    hint: "/sys/module/kvm_intel/parameters/tdx must read Y; the host dmesg says why it does not."
  }
];
var CLOUD_HYPERVISOR_SETUP = [
  {
    id: "ch-vcpu-limit",
    phase: "vmm",
    severity: "fatal",
    pattern: /Maximum number of vCPUs (?<wanted>[0-9]+) exceeds host limit (?<limit>[0-9]+)|MaximumVcpusExceeded\((?<wanted2>[0-9]+), (?<limit2>[0-9]+)\)/,
    title: "$<wanted> vCPUs are more than this host allows ($<limit>)",
    hint: "Lower --cpus; a TD has at most as many vCPUs as the host has CPUs.",
    streams: VMM2
  },
  {
    id: "ch-cpus",
    phase: "vmm",
    severity: "fatal",
    pattern: /Max CPUs \([0-9]+\) lower than boot CPUs|Too many CPUs: specified|Product of CPU topology parts does not match|CpusMaxLowerThanBoot|CpuTopologyCount/,
    title: "Cloud Hypervisor refuses --cpus",
    hint: "max= must be at least boot=, and the product of the topology must be max=.",
    streams: VMM2
  },
  {
    id: "ch-payload-file",
    phase: "vmm",
    severity: "fatal",
    // vmm/src/vm.rs
    pattern: /(?:Cannot open (?<what>kernel|initramfs) file|Error manipulating (?<what2>firmware) file|KernelFile\(|InitramfsFile\(|FirmwareFile\()(?:.*code: (?<errno>[0-9]+))?/,
    title: "Cloud Hypervisor cannot read its kernel, initramfs or firmware file",
    hint: "Check the path and the permissions of the file; the next line of a chain has the error.",
    streams: VMM2
  },
  {
    id: "ch-payload-kind",
    phase: "vmm",
    severity: "fatal",
    pattern: /Kernel lacks PVH header|KernelMissingPvhHeader|Firmware too big|FirmwareTooLarge|Payload configuration is not bootable/,
    title: "Cloud Hypervisor cannot boot this payload",
    hint: "Without TDX it boots a bzImage, an ELF with PVH entry, or CLOUDHV.fd; with TDX --firmware must be a TD firmware.",
    streams: VMM2
  },
  {
    id: "ch-disk-lock",
    phase: "vmm",
    severity: "fatal",
    pattern: /Cannot lock images of all block devices|DiskLockError\(|LockDiskImage/,
    title: "The disk image is in use by another process",
    hint: "Give each VM its own copy or overlay, or attach the image readonly=on.",
    streams: VMM2
  },
  {
    id: "ch-disk-type",
    phase: "vmm",
    severity: "fatal",
    pattern: /Disk image type does not match expected type(?:: specified = (?<wanted>[A-Za-z0-9]+), detected = (?<found>[A-Za-z0-9]+))?/,
    title: "The disk image is not of the type that image_type= says",
    hint: "qemu-img info says what the file is; give --disk image_type=qcow2 or raw.",
    streams: VMM2
  },
  {
    id: "ch-disk",
    phase: "vmm",
    severity: "fatal",
    pattern: /Cannot (?:open|create) (?<what>disk) path(?:.*code: (?<errno>[0-9]+))?|[( ](?<what2>Disk)\(Os \{ code: (?<errno2>[0-9]+)/,
    title: "Cloud Hypervisor cannot open a disk image",
    hint: "Check the path of --disk and its permissions; the next line of a chain has the error.",
    streams: VMM2,
    causes: FILE
  },
  {
    id: "ch-tap",
    phase: "vmm",
    severity: "fatal",
    pattern: /Cannot open tap interface|OpenTap\(|Unable to configure tap interface|ConfigureTap|Error programming tap offload/,
    title: "Cloud Hypervisor cannot open or set up its tap device",
    hint: "It needs CAP_NET_ADMIN (setcap cap_net_admin+ep), or a tap device that exists and belongs to the user.",
    streams: VMM2
  },
  {
    id: "ch-vfio",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?:Cannot create a VFIO (?:PCI )?device|Vfio(?:Pci)?Create\(|Failed to DMA map VFIO device|VfioDmaMap\(|Failed to map VFIO MMIO region|VfioMapRegion\(|iommufd is not supported without)(?:.*(?:Error\(|os error )(?<errno>[0-9]+)\))?/,
    title: "Cloud Hypervisor cannot pass the device through",
    hint: "Bind the device to vfio-pci, switch the IOMMU on, and raise the limit of locked memory. Device passthrough into a TD needs QEMU 10.1 or newer.",
    streams: VMM2,
    causes: [
      {
        id: "mapped",
        when: { errno: "EEXIST" },
        title: "Cloud Hypervisor cannot map the device\u2019s memory for DMA: the address is mapped already",
        hint: "Two devices of one VFIO container have windows (BARs) at one guest address: update Cloud Hypervisor, or pass one GPU (kata-containers#10582)."
      },
      {
        id: "memlock",
        when: { errno: "ENOMEM" },
        title: "Cloud Hypervisor may not pin the guest\u2019s memory for the device: the limit of locked memory is too low",
        hint: "Raise ulimit -l (LimitMEMLOCK=infinity of the service), or free memory on the host."
      }
    ]
  },
  {
    id: "ch-memory",
    phase: "host",
    severity: "fatal",
    pattern: /Mmap backed guest memory error|Failed creating a new MmapRegion|(?:GuestMemory|NewMmapRegion|GuestMemoryRegion)\(Mmap|(?:Failed to create the user memory region|CreateUserMemoryRegion\()(?:.*\(os error (?<errno>[0-9]+)\))?/,
    title: "Cloud Hypervisor cannot have the guest\u2019s memory",
    hint: "Lower --memory, or free memory and huge pages on the host; the next line of a chain has the error.",
    streams: VMM2,
    causes: [
      {
        id: "region",
        when: { errno: ["EINVAL", "EEXIST"] },
        phase: "vmm",
        title: "KVM refused a memory region of the guest",
        hint: "It is not aligned to pages or overlaps another one: most often a kernel or firmware that this release cannot load so (cloud-hypervisor#4518)."
      }
    ]
  },
  {
    id: "ch-memory-size",
    phase: "vmm",
    severity: "fatal",
    pattern: /Memory size is misaligned|MisalignedMemorySize|Memory configuration is not valid|InvalidMemoryParameters|Invalid huge page size|Huge page size (?:specified but|is not power)/,
    title: "Cloud Hypervisor refuses --memory",
    hint: "The size must be a multiple of the page size, or of hugepage_size with hugepages=on.",
    streams: VMM2
  },
  {
    id: "ch-shared-memory",
    phase: "vmm",
    severity: "fatal",
    pattern: /requires using shared memory or huge pages|VhostUserRequiresSharedMemory|UserDevicesRequireSharedMemory/,
    title: "A vhost-user device needs --memory shared=on",
    hint: "Give --memory shared=on; in a TD the back end sees only what the guest shares.",
    streams: VMM2
  },
  {
    id: "ch-vhost-user",
    phase: "vmm",
    severity: "fatal",
    // vmm/src/device_manager.rs, DeviceManagerError (v53): as names in nested Debug text, as sentences in a chain
    pattern: /(?:Create(?:Virtio(?<what>Fs)|VhostUser(?<what2>Net|Blk)|GenericVhostUser)\(|Cannot create (?:virtio-fs|vhost-user-(?:net|blk)|generic vhost-user) device)(?:.*code: (?<errno>[0-9]+))?/,
    title: "Cloud Hypervisor got no vhost-user device: its back end (such as virtiofsd) ended, or does not speak the same protocol",
    hint: "Read the log of the back end. virtiofsd serves one connection and ends with it, so a VM that is rebooted needs it anew; releases of both must fit.",
    streams: VMM2,
    causes: [
      {
        id: "gone",
        when: { errno: ["ECONNREFUSED", "ENOENT", "ECONNRESET", "EPIPE"] },
        title: "The vhost-user back end (such as virtiofsd) does not listen on its socket",
        hint: "It was not started, or has ended: virtiofsd ends with its connection, so a VM that is rebooted needs it anew."
      },
      {
        id: "denied",
        when: { errno: ["EACCES", "EPERM"] },
        title: "Cloud Hypervisor may not use the socket of its vhost-user back end",
        hint: "Check owner and mode of the socket and of its directory."
      }
    ]
  },
  {
    id: "ch-device",
    phase: "vmm",
    severity: "fatal",
    // The same enum: what an io::Error or an error of the device has made impossible
    pattern: /Cannot create virtio-(?<what>console|rng|rtc|pmem|iommu|balloon|watchdog|mem) device|CreateVirtio(?<what2>Console|Rng|Rtc|Pmem|Iommu|Balloon|Watchdog|Mem)\(/,
    title: "Cloud Hypervisor could not make the guest\u2019s virtio device: $<what>",
    hint: "The next line of the chain, or the innermost name, has the error.",
    streams: VMM2,
    symptom: true
  },
  {
    id: "ch-vsock",
    phase: "vmm",
    severity: "fatal",
    pattern: /is a special VSOCK CID|VsockSpecialCid|Cannot create (?:virtio-)?vsock backend|VsockUnix\(|CreateVsockBackend\(/,
    title: "Cloud Hypervisor refuses --vsock",
    hint: "CIDs 0 to 2 are reserved, and the socket file must not exist before.",
    streams: VMM2
  },
  {
    id: "ch-landlock",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?:creating|applying) landlock|Path .* provided in landlock-rules does not exist|Error parsing --landlock-rules/,
    title: "Cloud Hypervisor cannot apply its Landlock rules",
    hint: "The host kernel needs Landlock, and each path of --landlock-rules must exist.",
    streams: VMM2
  },
  {
    id: "ch-kvm-error",
    phase: "host",
    severity: "fatal",
    // kvm_ioctls::Error of releases up to v21: only the number
    pattern: /KvmNew\(Error\((?<errno>[0-9]+)\)\)/,
    title: "Cloud Hypervisor cannot use /dev/kvm (errno $<errno>)",
    hint: "Load kvm_intel, and give the user access to /dev/kvm (group kvm).",
    streams: VMM2,
    causes: [
      {
        id: "denied",
        when: { errno: ["EACCES", "EPERM"] },
        title: "Cloud Hypervisor may not open /dev/kvm",
        hint: "Add the user to group kvm and log in anew, or give the container the device (cloud-hypervisor#1014)."
      },
      {
        id: "missing",
        when: { errno: ["ENOENT", "ENODEV"] },
        title: "The host has no /dev/kvm that works",
        hint: "Load kvm_intel; a cloud VM or a hosted CI runner may have no virtualisation."
      }
    ]
  },
  {
    id: "ch-debug",
    phase: "vmm",
    severity: "fatal",
    // vmm/src/api/mod.rs and vmm/src/lib.rs of v22 to v46, "Error booting VM: {0:?}"; main.rs of releases before
    pattern: /(?:Error (?:booting|rebooting|creating|restoring|resuming) VM|Error activating virtio devices|Can not create a new virtual machine): (?:Vm(?:Boot|Create)\()?(?<why>[A-Z][A-Za-z]+(?:\([A-Z][A-Za-z]+)*)/,
    title: "Cloud Hypervisor could not start the VM: $<why>",
    hint: "The innermost name is the cause: look it up in vmm/src of the release, or run a release from v47 on, which prints a sentence.",
    streams: VMM2,
    symptom: true
  }
];

// src/judge/catalog/cloud-hypervisor.ts
var VMM3 = ["vmm"];
var CLOUD_HYPERVISOR = [
  {
    id: "ch-tdx-capabilities",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error retrieving TDX capabilities|Failed to retrieve TDX capabilities|TdxCapabilities\(/,
    title: "Cloud Hypervisor cannot read the TDX capabilities of KVM",
    hint: "Releases up to v52 speak the 2022 Intel KVM ABI; kernels from 6.16 on refuse it. Use QEMU 10.1 or newer on such a host (cloud-hypervisor#8540).",
    streams: VMM3
  },
  {
    id: "ch-vm-type",
    phase: "vmm",
    severity: "fatal",
    pattern: /VmCreate\((?:Invalid argument|Error\(22\)|Os \{ code: 22)/,
    title: "KVM has no VM type of the number by which Cloud Hypervisor asks for a TD",
    hint: "Releases up to v52 ask for type 1, as in the 2022 Intel KVM tree; upstream KVM has TDs as type 5. On Linux 6.16 and later use QEMU 10.1 or later; elsewhere check that TDX is on: /sys/module/kvm_intel/parameters/tdx.",
    streams: VMM3
  },
  {
    id: "ch-tdx-memory-region",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error enabling TDX memory region|Failed to initialize memory region TDX|InitializeTdxMemoryRegion\(/,
    title: "Cloud Hypervisor cannot add memory to the TD",
    hint: "KVM_TDX_INIT_MEM_REGION failed: kernels from 6.16 on expect it on a vCPU. Use a VMM that fits the kernel.",
    streams: VMM3
  },
  {
    id: "ch-tdx-finalize",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error finalizing TDX VM|Failed to finalize TDX|FinalizeTdx\(/,
    title: "Cloud Hypervisor cannot finalize the TD",
    hint: "KVM_TDX_FINALIZE failed: a TDVF section is missing or the vCPUs are not initialised; read the host dmesg.",
    streams: VMM3
  },
  {
    id: "ch-tdx-init",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?:Error enabling TDX VM|Failed to initialize TDX|Error initializing TDX|InitializeTdx(?:Vm)?\()(?:.*code: (?<errno>[0-9]+))?/,
    title: "Cloud Hypervisor cannot initialise the TD",
    hint: "KVM_TDX_INIT_VM or _VCPU failed: TDX is off in kvm_intel, no KeyID is free, or the kernel speaks another ABI.",
    streams: VMM3,
    causes: CH_TDX_ERRNO
  },
  {
    id: "ch-tdvf-descriptor",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error parsing TDVF|Invalid descriptor (?:signature|size|version)|Failed read (?:TDVF descriptor|GUID table)|ParseTdvf\(/,
    title: "The firmware file has no valid TDX metadata",
    hint: "Use a TD firmware: edk2 IntelTdxX64 or OvmfPkgX64, OVMF.inteltdx.fd, or a td-shim image.",
    streams: VMM3
  },
  {
    id: "ch-tdx-hob",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error populating TDX HOB|Failed to write HOB details to guest memory|PopulateHob\(/,
    title: "The TD HOB does not fit its section",
    hint: "Many vCPUs or memory regions need a larger TD_HOB section in the firmware: td-shim of 2022 takes up to 13 vCPUs (td-shim#159). Use fewer vCPUs or rebuild it.",
    streams: VMM3
  },
  {
    id: "ch-tdvf-memory",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error allocating TDVF memory|AllocatingTdvfMemory\(/,
    title: "Cloud Hypervisor cannot allocate the TDVF sections",
    hint: "The guest memory does not cover a section of the firmware: raise --memory.",
    streams: VMM3
  },
  {
    id: "ch-tdx-file",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error performing I\/O on (?:the )?TDX (?<what>firmware|payload) file|\(Load(?<what2>Tdvf|Payload)\(/,
    title: "Cloud Hypervisor cannot read the TDX $<what> file",
    hint: "Check the path and the permissions of the file.",
    streams: VMM3
  },
  {
    id: "ch-tdx-payload-type",
    phase: "vmm",
    severity: "fatal",
    pattern: /Invalid TDX payload type|InvalidPayloadType/,
    title: "The kernel is not a bzImage",
    hint: "With TDX the kernel must be a bzImage (HdrS, boot protocol 2.00 or newer, LOADED_HIGH), not a vmlinux.",
    streams: VMM3
  },
  {
    id: "ch-tdx-no-firmware",
    phase: "vmm",
    severity: "fatal",
    pattern: /No TDX firmware specified|TDX firmware missing|TdxFirmwareMissing|FirmwarePathMissing/,
    title: "No TDX firmware given",
    hint: "--platform tdx=on needs --firmware.",
    streams: VMM3
  },
  {
    id: "ch-tdx-cpu-hotplug",
    phase: "vmm",
    severity: "fatal",
    pattern: /CPU hotplug is not permitted with TDX|TdxNoCpuHotplug/,
    title: "CPU hotplug is not permitted with TDX",
    hint: "Give --cpus boot=N without a larger max=.",
    streams: VMM3
  },
  {
    id: "ch-tdx-cpu-profile",
    phase: "vmm",
    severity: "fatal",
    pattern: /TDX cannot be enabled when a custom CPU profile/,
    title: "TDX excludes a custom CPU profile",
    hint: "Remove profile= from --cpus.",
    streams: VMM3
  },
  {
    id: "ch-firmware-and-kernel",
    phase: "vmm",
    severity: "fatal",
    pattern: /Specifying a kernel is not supported when a firmware is provided/,
    title: "--firmware and --kernel exclude each other",
    hint: "From v48 on Cloud Hypervisor refuses both together, so td-shim with a kernel needs v30 to v47 (cloud-hypervisor#7630).",
    streams: VMM3
  },
  {
    id: "ch-invalid-payload",
    phase: "vmm",
    severity: "fatal",
    pattern: /VmBoot\(InvalidPayload\)/,
    title: "The payload options do not fit together",
    hint: "--firmware and --kernel together need --platform tdx=on (cloud-hypervisor#5734).",
    streams: VMM3
  },
  {
    id: "ch-payload-ignored",
    phase: "vmm",
    severity: "warning",
    pattern: /Ignoring (?<what>cmdline|initramfs) parameter as firmware is provided/,
    title: "Cloud Hypervisor ignores the $<what>",
    hint: "With firmware the command line and the initramfs come from the disk image or are built into the kernel.",
    streams: VMM3
  },
  {
    id: "ch-no-tdx-feature",
    phase: "vmm",
    severity: "fatal",
    pattern: /unknown option: tdx/,
    title: "This Cloud Hypervisor is built without TDX",
    hint: "Build v52.0 or older with --features tdx; release binaries never contain it. cloud-hypervisor --version -v lists the features.",
    streams: VMM3
  },
  {
    id: "ch-kernel-format",
    phase: "vmm",
    severity: "fatal",
    pattern: /KernelLoad\(|Kernel Loader: failed to load/,
    title: "Cloud Hypervisor cannot load the kernel or the firmware",
    hint: "Without TDX it boots a bzImage, or an ELF program with a PVH entry such as CLOUDHV.fd: a TDVF is neither.",
    streams: VMM3
  },
  {
    id: "ch-snapshot",
    phase: "vmm",
    severity: "error",
    pattern: /Snapshot not possible with TDX VM/,
    title: "A TD cannot be snapshotted",
    hint: "Do not ask for a snapshot of a TD.",
    streams: VMM3
  },
  {
    id: "ch-get-quote",
    phase: "vmm",
    severity: "warning",
    pattern: /TDG_VP_VMCALL_(?<call>GET_QUOTE|SETUP_EVENT_NOTIFY_INTERRUPT) not supported/,
    title: "TDVMCALL $<call> is not supported",
    hint: "This Cloud Hypervisor offers no attestation: the guest gets no quote.",
    streams: VMM3
  },
  {
    id: "ch-tdx-vmcall",
    phase: "kernel",
    severity: "fatal",
    pattern: /Unexpected TDX VMCALL/,
    title: "The guest made a TDVMCALL that Cloud Hypervisor does not handle",
    hint: "Often ReportFatalError: a panic of a TD before its console works. Cloud Hypervisor does not end the VM; read the guest console.",
    streams: VMM3
  },
  {
    id: "ch-triple-fault",
    phase: "kernel",
    severity: "error",
    pattern: /Guest likely triple-faulted/,
    title: "The guest triple-faulted",
    hint: "Cloud Hypervisor reboots the VM. td-shim v0.8.0 does this with two and more vCPUs on hosts that set NO_RBP_MOD.",
    streams: VMM3
  },
  {
    id: "ch-vcpu-error",
    phase: "vmm",
    severity: "fatal",
    pattern: /VCPU generated error/,
    title: "A vCPU of Cloud Hypervisor failed",
    hint: "KVM_RUN failed; the VMM ends with status 0 all the same. Read the error in the line and the host dmesg.",
    streams: VMM3,
    symptom: true
  },
  {
    id: "ch-vcpu-panic",
    phase: "vmm",
    severity: "fatal",
    pattern: /vCPU thread panicked/,
    title: "A vCPU thread of Cloud Hypervisor panicked",
    hint: "A bug of the VMM: report it with the backtrace above.",
    streams: VMM3,
    symptom: true
  },
  {
    id: "ch-thread-panic-os",
    phase: "vmm",
    severity: "fatal",
    // Debug form of std::io::Error (library/std/src/io/error.rs) in the words of a panic, on one line until Rust 1.73.
    pattern: /panicked at '(?<what>[A-Za-z][^:]*): Os \{ code: (?<code>[0-9]+), kind: [A-Za-z]+, message: "(?<message>[^"]+)" \}/,
    title: "A thread of the VMM panicked: $<what>: $<message> (errno $<code>)",
    hint: "The host refused what the VMM asked for: mend that. 24 is the limit of open files (ulimit -n), 12 and 11 are limits of memory and of threads.",
    streams: VMM3
  },
  {
    id: "ch-thread-panic",
    phase: "vmm",
    severity: "fatal",
    pattern: /thread '(?<thread>[A-Za-z_-]+)[^']*' (?:\([0-9]+\) )?panicked at/,
    // Its own row says what KVM answered.
    unless: /KvmNew\(/,
    title: "Thread $<thread> of the VMM panicked",
    hint: "A bug of the VMM: run again with RUST_BACKTRACE=1 and report it.",
    streams: VMM3,
    symptom: true
  },
  {
    id: "ch-seccomp",
    phase: "vmm",
    severity: "fatal",
    pattern: /Possible seccomp violation/,
    title: "Cloud Hypervisor was killed by its seccomp filter",
    hint: "Run with --seccomp log to learn the system call, or --seccomp false to go on.",
    streams: VMM3
  },
  {
    id: "ch-hypervisor-interface",
    phase: "host",
    severity: "fatal",
    pattern: /is hypervisor interface available\?/,
    title: "Cloud Hypervisor cannot open /dev/kvm",
    hint: "Load kvm_intel, and give the user access to /dev/kvm (group kvm).",
    streams: VMM3
  },
  ...CLOUD_HYPERVISOR_SETUP,
  {
    id: "ch-address-in-use",
    phase: "vmm",
    severity: "fatal",
    pattern: /Address already in use \(os error 98\)/,
    title: "A socket of the VMM is already in use",
    hint: "Another VM uses the same API, serial or vsock socket, or an old socket file was left behind.",
    streams: VMM3
  },
  {
    id: "ch-no-memory",
    phase: "host",
    severity: "fatal",
    pattern: /Cannot allocate memory \(os error 12\)/,
    title: "The host has not enough memory for the guest",
    hint: "Lower the memory of the guest or free huge pages and memory on the host.",
    streams: VMM3
  },
  {
    id: "ch-file-missing",
    phase: "vmm",
    severity: "error",
    pattern: /No such file or directory \(os error 2\)/,
    title: "A file that the VMM needs is missing",
    hint: "The line above names the option; check its path.",
    streams: VMM3,
    symptom: true
  },
  {
    id: "ch-permission",
    phase: "vmm",
    severity: "error",
    pattern: /Permission denied \(os error 13\)/,
    title: "The VMM may not open a file or device",
    hint: "The line above names it: /dev/kvm needs group kvm, tap devices need CAP_NET_ADMIN.",
    streams: VMM3,
    symptom: true
  },
  {
    id: "ch-config",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error parsing config/,
    title: "Cloud Hypervisor refuses its options",
    hint: "The rest of the line or the next one names the option.",
    streams: VMM3,
    symptom: true
  },
  {
    id: "ch-create-failed",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error creating VM/,
    title: "Cloud Hypervisor could not create the VM",
    hint: "The lines below give the chain of causes; the last one is the root.",
    streams: VMM3,
    symptom: true
  },
  {
    id: "ch-boot-failed",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error booting VM|The VM could not boot/,
    title: "Cloud Hypervisor could not boot the VM",
    hint: "The lines below give the chain of causes; the last one is the root.",
    streams: VMM3,
    symptom: true
  },
  {
    id: "ch-exited",
    phase: "vmm",
    severity: "fatal",
    pattern: /Cloud Hypervisor exited with the following/,
    title: "Cloud Hypervisor exited with an error",
    hint: "The lines below give the chain of causes; the last one is the root.",
    streams: VMM3,
    symptom: true
  }
];

// src/judge/catalog/confidential-containers.ts
var ANYWHERE2 = ["vmm", "host", ...GUEST_STREAMS];
var CONFIDENTIAL_CONTAINERS = [
  {
    id: "coco-decrypt",
    phase: "userspace",
    severity: "fatal",
    pattern: /(?:Bad decoder media type|[Uu]nhandled media type:?) \S*\+encrypted|Failed to decrypt (?:the image layer|layer)|Decrypt Image \(UnwrapKey\) failed|No decrypt config detected from the annotations|Decryption not supported\. Please compile/,
    title: "The guest is up, but could not decrypt a layer of the container\u2019s image",
    hint: "The key must be in the KBS under the id that the image names, the KBS must admit this TD, and the image must be pulled inside of the guest, not by a snapshotter of the host (confidential-containers#356).",
    streams: ANYWHERE2
  },
  {
    id: "coco-image-signature",
    phase: "userspace",
    severity: "fatal",
    pattern: /Image policy rejected|Denied by policy: |Invalid (?:image policy file|simple signing sigstore config)|Initialize signature validator failed|Failed to update sigstore config/,
    title: "The guest is up, but its image policy or a signature does not admit the image",
    hint: "See the policy that image_security_policy_uri names, and the public keys that it asks of the KBS.",
    streams: ANYWHERE2
  },
  {
    id: "coco-eventlog",
    phase: "userspace",
    severity: "error",
    pattern: /failed to parse AA Eventlog|at least one line should be included in AAEL|CCEL (?:integrity check failed|is not)|[Ee]vent ?log (?:replay|integrity)[^:]*(?:failed|mismatch)/,
    title: "The verifier cannot read or replay the event log of the guest",
    hint: "Guest components and Trustee must be of releases that fit each other (kata-containers#10176).",
    streams: ANYWHERE2
  },
  {
    id: "coco-policy",
    phase: "userspace",
    severity: "error",
    pattern: /Access denied by policy|PolicyDeny|Verify(?:ing)? (?:resource|attestation) policy failed|policy engine rejected/,
    title: "The KBS admits this guest\u2019s evidence, but its policy refuses the resource",
    hint: "Compare the claims of the token (TCB status, measurements, debug) with the resource policy and the reference values in the RVPS.",
    streams: ANYWHERE2
  },
  {
    id: "coco-verifier",
    phase: "userspace",
    severity: "error",
    pattern: /Attestation failed: (?:Verifier evaluate failed: )?(?<why>[A-Za-z].*[a-z0-9)])|Failed to verify Attestation Token|REPORT_DATA is different from that in|Verify report signature failed/,
    title: "The attestation service refused the guest\u2019s evidence: $<why>",
    hint: "The log of the attestation service has the step that failed: collateral (PCCS), the quote\u2019s signature, REPORT_DATA, or the event log.",
    streams: ANYWHERE2
  },
  {
    id: "coco-resource",
    phase: "userspace",
    severity: "error",
    pattern: /\[CDH\] \[ERROR\]: [A-Z]|Get [Rr]esource failed|KBS resource not found|Unseal Secret failed|Secure Mount failed|failed to get registry authentication credentials/,
    title: "The guest is up, but got no resource from the KBS",
    hint: "The log of the KBS says whether attestation failed, the policy refused, or the resource does not exist; the guest needs its address (aa_kbc_params) and network.",
    streams: ANYWHERE2,
    symptom: true
  }
];

// src/judge/catalog/containerd.ts
var NODE = ["vmm", "host", ...GUEST_STREAMS];
var CONTAINERD = [
  {
    id: "containerd-no-runtime",
    phase: "vmm",
    severity: "fatal",
    // containerd 2.1 internal/cri/config/config.go, core/runtime/v2/shim_manager.go; cri-dockerd core/sandbox_run.go;
    // kubernetes 1.33 plugin/pkg/admission/runtimeclass/admission.go
    pattern: /no runtime for "(?<runtime>[^"\\]+)\\?" is configured|runtime "(?<runtime2>[^"\\]+)\\?" binary not installed|RuntimeHandler "[^"\\]+\\?" not supported|RuntimeClass .*"[^"\\]+\\?" not found/,
    title: "containerd on this node does not know the runtime class of the pod",
    hint: "Let kata-deploy (or the operator) install Kata on this node and restart containerd; the handler of the RuntimeClass and the [runtimes] of containerd\u2019s configuration must have one name.",
    streams: NODE
  },
  {
    id: "containerd-layer-missing",
    phase: "vmm",
    severity: "fatal",
    // containerd 2.1 core/diff/apply/apply.go, plugins/services/snapshots/service.go; nydus-snapshotter: the layer was
    // fetched for another snapshotter
    pattern: /failed to get reader from content store: content digest sha256:|(?:missing CRI reference annotation|snapshotter (?:not loaded: )?nydus|failed to mount nydus)/,
    title: "containerd has the image without the layers that this snapshotter needs",
    hint: "The image was pulled for another snapshotter (nydus and overlayfs on one node): remove it (crictl rmi, ctr -n k8s.io image rm) and pull it again, or set discard_unpacked_layers = false.",
    streams: NODE
  },
  {
    id: "containerd-network",
    phase: "vmm",
    severity: "fatal",
    // containerd 2.1 internal/cri/server/sandbox_run.go
    pattern: /failed to setup network for sandbox "?\\?"?[0-9a-f]{8,}/,
    title: "The pod got no network, so its VM was not started",
    hint: 'The CNI plugin failed: its own message stands behind "plugin type=".',
    streams: NODE
  },
  {
    id: "containerd-image",
    phase: "vmm",
    severity: "fatal",
    // containerd 2.1 internal/cri/server/podsandbox/sandbox_run.go, internal/cri/server/images/image_pull.go
    pattern: /failed to get sandbox image "?\\?"?(?<image>[^\s"\\]+)|failed to pull and unpack image "?\\?"?(?<image2>[^\s"\\]+)/,
    title: "containerd could not pull the image $<image>",
    hint: "Name, registry, credentials, proxy and network of the node: the rest of the line says which.",
    streams: NODE
  },
  {
    id: "kubernetes-missing-object",
    phase: "vmm",
    severity: "fatal",
    // pkg/kubelet/kubelet_pods.go and the API server's NotFound
    pattern: /Error: (?<what>secret|configmap) "(?<name>[^"]+)" not found/,
    title: "The pod was not started: there is no $<what> $<name>",
    hint: "Create it in the namespace of the pod; an installation of an operator makes it from its own configuration.",
    streams: NODE
  },
  {
    id: "kubernetes-no-node",
    phase: "vmm",
    severity: "fatal",
    // kubernetes 1.33 pkg/scheduler/framework/types.go, plugins/{noderesources,nodeaffinity,tainttoleration}
    pattern: /0\/[0-9]+ nodes are available: .*(?:Insufficient (?<what>[a-z0-9./-]+)|didn't match (?:Pod's )?node affinity|had untolerated taint)/,
    title: "No node of the cluster can take the pod",
    hint: "tdx.intel.com/keys and labels such as intel.feature.node.kubernetes.io/tdx come from the node feature discovery of nodes whose TDX is on; GPUs from their device plugin.",
    streams: NODE
  },
  {
    id: "kata-check-module",
    phase: "vmm",
    severity: "fatal",
    // src/runtime/cmd/kata-runtime/kata-check.go (Kata 3.20)
    pattern: /kernel module (?<module>[a-z_0-9]+) not available|[Kk]ernel property (?<module2>[a-z_0-9]+) not found/,
    title: "The node lacks a kernel module that Kata needs: $<module>",
    hint: 'modprobe kvm, kvm_intel, vhost, vhost_net and vhost_vsock, and switch virtualisation on in the BIOS; "kata-runtime check" lists the rest.',
    streams: NODE
  }
];

// src/judge/catalog/dstack.ts
var DSTACK = [
  {
    id: "dstack-sealing-key",
    phase: "userspace",
    severity: "error",
    pattern: /Failed to get sealing key/,
    title: "dstack: the key provider on the host gave this TD no sealing key",
    hint: 'gramine-sealing-key-provider verifies the TD\u2019s quote: "DCAP error" in its log is missing collateral (PCCS) or a TCB below Intel\u2019s level, most often an old TDX module, which a BIOS update brings (near/mpc#3618).'
  },
  {
    id: "dstack-app-keys",
    phase: "userspace",
    severity: "error",
    pattern: /Failed to (?:request app keys|get app keys from KMS|get valid key phrase from KMS|get temp [Cc][Aa] cert|create RA client|generate RA cert)/,
    title: "dstack: the TD got no app keys from the KMS",
    hint: "The KMS is not reached, or does not admit this app: its log and the allow list (compose hash, OS image hash, device) say which. Without a KMS set key_provider to none or local."
  },
  {
    id: "dstack-policy",
    phase: "userspace",
    severity: "error",
    pattern: /Failed to verify (?:app-compose policy|app$|app:)|[Cc]ompose hash mismatch|Failed to read mr_config(?:_id)?\b|mr_?config(?:_id)? (?:mismatch|does not match)/,
    title: "dstack: the app is not the one that the TD was measured for",
    hint: "app-compose.json and MRCONFIGID of the TD must belong together: deploy again with the file that was registered."
  },
  {
    id: "dstack-disk",
    phase: "userspace",
    severity: "error",
    pattern: /Failed to (?:setup luks volume|open encrypted data disk|(?:import|mount|create) zpool|(?:create|mount|prepare) ext4 filesystem|(?:start|wait for) cryptsetup luks(?:Format|Open)|(?:load|validate|open) LUKS2 header)/,
    title: "dstack: the encrypted data disk of the TD could not be opened",
    hint: "The disk was made with another key (another app id, KMS or TD), or is damaged: a new disk starts empty."
  },
  {
    id: "dstack-gateway",
    phase: "userspace",
    severity: "error",
    pattern: /Failed to register CVM(?:, all dstack-gateway urls are down)?/,
    title: "dstack: the TD could not register with the gateway",
    hint: "gateway_urls of the VMM must be reachable from the guest, and the gateway must admit the app id."
  }
];

// src/judge/catalog/edk2.ts
var EDK2 = [
  {
    id: "edk2-no-boot-menu",
    phase: "firmware",
    severity: "error",
    // MdeModulePkg/Library/UefiBootManagerLib/BmBoot.c; OvmfPkg/Library/PlatformBootManagerLib/BdsPlatform.c asserts on it
    pattern: /BootManagerMenu FFS section can not be found/,
    title: "The firmware does not find its boot menu, on which a debug build asserts and boots nothing",
    hint: 'In a TD edk2-stable202605 leaves the menu in a volume that it does not discover (fixed by commit f272dd7ea3), and BUILD_FIRMWARE_UI=FALSE leaves it out: use edk2-stable202511 ("pins: current"), a commit with the fix, or a release build.'
  },
  {
    id: "edk2-assert-module",
    phase: "firmware",
    severity: "fatal",
    pattern: /ASSERT \[(?<module>[A-Za-z0-9_]+)\] (?:.*[/\\])?(?<file>[A-Za-z0-9_.-]+)\([0-9]+\): (?<expr>.*[^ ])/,
    title: "ASSERT in $<module> ($<file>): $<expr>",
    hint: "The firmware found a broken assumption and stays in a dead loop at 100 % CPU. Open the named file and line at the pinned commit."
  },
  {
    id: "edk2-assert",
    phase: "firmware",
    severity: "fatal",
    pattern: /ASSERT (?:.*[/\\])?(?<file>[A-Za-z0-9_-]+\.[A-Za-z]+)\([0-9]+\): (?<expr>.*[^ ])/,
    title: "ASSERT in $<file>: $<expr>",
    hint: "The firmware found a broken assumption and stays in a dead loop at 100 % CPU. Open the named file and line at the pinned commit."
  },
  {
    id: "edk2-assert-efi-error",
    phase: "firmware",
    severity: "fatal",
    pattern: /ASSERT_EFI_ERROR \(Status = (?<status>[A-Za-z0-9 ]+)\)/,
    title: "ASSERT_EFI_ERROR: $<status>",
    hint: "A call that must succeed returned this status; the ASSERT line that follows names the place.",
    end: "ASSERT",
    symptom: true
  },
  {
    id: "edk2-assert-return-error",
    phase: "firmware",
    severity: "fatal",
    pattern: /ASSERT_RETURN_ERROR \(Status = (?<status>[A-Za-z0-9 ]+)\)/,
    title: "ASSERT_RETURN_ERROR: $<status>",
    hint: "A call that must succeed returned this status; the ASSERT line that follows names the place.",
    end: "ASSERT",
    symptom: true
  },
  {
    id: "edk2-exception",
    phase: "firmware",
    severity: "fatal",
    pattern: /!!!! (?:X64|IA32) Exception Type - [0-9A-F]+\((?<name>[^)]*)\)/,
    title: "CPU exception in the firmware: $<name>",
    hint: 'Printed by RELEASE builds too. "Find image based on IP" below names the module; #PF on a low address means a NULL pointer, #VE an instruction that a TD may not use.',
    end: "ind image"
  },
  {
    id: "edk2-exception-unknown",
    phase: "firmware",
    severity: "fatal",
    pattern: /!!!! (?:X64|IA32) Exception Type - /,
    title: "CPU exception in the firmware",
    hint: 'Printed by RELEASE builds too. "Find image based on IP" below names the module.',
    end: "ind image"
  },
  {
    id: "edk2-ve-info",
    phase: "firmware",
    severity: "fatal",
    // OvmfPkg/Library/CcExitLib/CcExitVeHandler.c (edk2-stable202605, this and the next five rows)
    pattern: /#VE happened\. TDGETVEINFO failed with Status/,
    title: "TDG.VP.VEINFO.GET failed in the firmware",
    hint: "The TDX module refused to tell about a #VE: nested #VE or a module mismatch. The firmware stops."
  },
  {
    id: "edk2-ve-unsupported",
    phase: "firmware",
    severity: "fatal",
    pattern: /Unsupported #VE happened, ExitReason is (?<reason>[0-9]+)/,
    title: "Unsupported #VE in the firmware, exit reason $<reason>",
    hint: "The firmware used an instruction that its #VE handler does not emulate; the number is the VMX exit reason."
  },
  {
    id: "edk2-ve-host-error",
    phase: "firmware",
    severity: "fatal",
    pattern: /#VE Error \(0x[0-9A-Fa-f]+\) returned from host/,
    title: "The host refused a #VE emulation",
    hint: "The VMM or KVM returned an error for CPUID, MSR, I/O or MMIO emulation: look at the VMM log."
  },
  {
    id: "edk2-ve-mmio",
    phase: "firmware",
    severity: "fatal",
    pattern: /MMIO #VE happened|: (?:Invalid MMIO opcode \(|Invalid MmioSize - |Parse Ext\.ModRm\.Mod error!|Address is not correct! \(|Initialize InstructionData failed!)/,
    title: "MMIO #VE that the firmware cannot decode",
    hint: "MMIO through an instruction that the handler does not parse, or an unexpected shared address."
  },
  {
    id: "edk2-ept-violation",
    phase: "firmware",
    severity: "fatal",
    pattern: /EPT-violation #VE on private memory is not allowed/,
    title: "EPT-violation #VE on private memory in the firmware",
    hint: "Memory was used before it was accepted, or the host removed it. Check the memory map of the TD HOB."
  },
  {
    id: "edk2-map-gpa",
    phase: "firmware",
    severity: "error",
    pattern: /TdVmcall\(MAPGPA\) failed with/,
    title: "TDVMCALL<MapGPA> failed",
    hint: "The host could not convert memory between private and shared. Firmware older than November 2023 lacks the retry (edk2 8a41004643)."
  },
  {
    id: "edk2-vmcall-mmio",
    phase: "firmware",
    severity: "error",
    pattern: /: TdVmcall failed with /,
    title: "TDVMCALL for MMIO failed in the firmware",
    hint: "The VMM did not emulate an MMIO access: look at the VMM log for the address."
  },
  {
    id: "edk2-accept-memory",
    phase: "firmware",
    severity: "fatal",
    // OvmfPkg/Library/BaseMemEncryptTdxLib/MemoryEncryption.c (edk2-stable202605)
    pattern: /Failed to (?:AcceptMemory|locate MemoryAcceptProtocol) with/,
    title: "The firmware failed to accept memory",
    hint: "TDG.MEM.PAGE.ACCEPT failed: the VMM did not add the memory that its HOB describes, or the host ran out of it."
  },
  {
    id: "edk2-page-tables",
    phase: "firmware",
    severity: "fatal",
    // MdeModulePkg/Core/DxeIplPeim/DxeLoad.c, which spells it "idnetity", and MemoryEncryption.c (edk2-stable202605)
    pattern: /Failed to create [a-z]+ mapping page tables|ERROR: Out of aligned pages|: bad P[A-Z0-9]+ for Physical=0x/,
    title: "The firmware could not build its page tables",
    hint: "Too little memory for the page tables, or a wrong physical address width."
  },
  {
    id: "edk2-hob",
    phase: "firmware",
    severity: "fatal",
    pattern: /HOB: (?<what>(?:HOB|Hob|Unknow|Invalid) ?[A-Za-z ]*[a-zA-Z])/,
    title: "The TD HOB is not valid: $<what>",
    hint: "The VMM handed over a HOB list that the firmware rejects; firmware and VMM do not fit each other."
  },
  {
    id: "edk2-td-mailbox",
    phase: "firmware",
    severity: "fatal",
    // OvmfPkg/TdxDxe/TdxAcpiTable.c (edk2-stable202605)
    pattern: /Failed to relocate Td mailbox|Failed to allocate pages for MailboxRelocation|Failed to get the RelocationMap|Failed to install new MADT table|Uninstall old MADT table error/,
    title: "The firmware could not relocate the TD mailbox",
    hint: "No ACPI NVS memory for the mailbox: application processors will not wake up in the OS. Give the guest more memory."
  },
  {
    id: "edk2-protocol-missing",
    phase: "firmware",
    severity: "fatal",
    // MdeModulePkg/Core/Dxe/DxeMain/DxeProtocolNotify.c CoreDisplayMissingArchProtocols (edk2-stable202605)
    pattern: /(?<protocol>[A-Za-z ]*[A-Za-z]) Arch Protocol not present!!/,
    title: "The firmware has no driver for its $<protocol> protocol",
    hint: 'A driver was left out of the build, or ended with an error: lines of DXE drivers above ("Error: Image at \u2026 start failed") say which.'
  },
  {
    id: "edk2-host-bridge",
    phase: "firmware",
    severity: "fatal",
    // OvmfPkg/Library/PlatformInitLib/Platform.c (edk2-stable202605)
    pattern: /Unknown Host Bridge Device ID: (?<device>0x[0-9A-Fa-f]+)/,
    title: "The firmware does not know this machine (host bridge $<device>)",
    hint: "OVMF runs on q35 and pc of QEMU, CloudHv.fd on Cloud Hypervisor, and microvm firmware on microvm: give the firmware its machine (a TD: q35)."
  },
  {
    id: "edk2-variables",
    phase: "firmware",
    severity: "warning",
    // OvmfPkg/Library/PlatformInitLib/Platform.c PlatformValidateNvVarStore (edk2-stable202605)
    pattern: /NvVarStore (?<what>[A-Za-z /]+?) (?:was|were|is) (?:invalid|NULL)|Failed to map NvVarStore as shared/,
    title: "The variable store of the firmware (CFV) is damaged",
    hint: "The firmware starts with empty variables, without Secure Boot keys: the file was truncated, or is no variable store of this firmware."
  },
  {
    id: "edk2-fw-cfg",
    phase: "firmware",
    severity: "warning",
    // OvmfPkg/Library/PeilessStartupLib/PeilessStartup.c (edk2-stable202605)
    pattern: /QemuFwCfgInitCache failed/,
    title: "The firmware could not read the settings of the VMM (fw_cfg)",
    hint: "Firmware for QEMU runs on another VMM, or fw_cfg does not answer in this TD."
  },
  {
    id: "edk2-measurement",
    phase: "firmware",
    severity: "error",
    // OvmfPkg/Tcg/TdTcg2Dxe/TdTcg2Dxe.c (edk2-stable202605)
    pattern: /(?<what>HOBs|Boot Variables|[A-Za-z]+) not Measured\. Error!|Separator Event not Measured to RTMR|CcMeasurement protocol failed to be installed/,
    title: "The firmware could not measure a part of the boot into the RTMRs",
    hint: "The event log has a hole, and a verifier refuses this boot: TDG.MR.RTMR.EXTEND failed, or the event log is full."
  },
  {
    id: "edk2-bds-unable",
    phase: "firmware",
    severity: "fatal",
    pattern: /\[Bds\] ?Unable to boot!/,
    title: "The boot manager is out of options",
    hint: "Every boot option failed; the BdsDxe lines above say how."
  },
  {
    id: "edk2-decompress",
    phase: "firmware",
    severity: "fatal",
    // MdeModulePkg/Core/DxeIplPeim/DxeLoad.c (edk2-stable202605)
    pattern: /(?:Decompress(?: GetInfo)?|Extract guided section|GetInfo from guided section) Failed - (?<status>[A-Za-z ]*[A-Za-z])/,
    title: "The firmware volume cannot be decompressed: $<status>",
    hint: "The firmware file is damaged (a RELEASE build is silent here): compare its sha256 with the build."
  },
  {
    id: "edk2-status-code",
    phase: "firmware",
    severity: "warning",
    pattern: /ERROR: C[0-9A-F]+:V(?<value>[0-9A-F]+) I/,
    title: "Firmware error status code V$<value>",
    hint: "Look the value up in MdePkg/Include/Pi/PiStatusCode.h; the GUID after it names the module.",
    // These two codes (boot option not loaded, boot option failed) are left out: BdsDxe says more about them.
    unless: /:V0305100[23] /
  }
];

// src/judge/catalog/host-sev.ts
var HOST = ["host"];
var HOST_SEV = [
  {
    id: "linux-host-sev-init",
    phase: "host",
    severity: "error",
    pattern: /(?<what>SEV(?:-SNP)?): failed to INIT(?:_EX)?\b(?:.*error (?<error>0x[0-9a-f]+|-?[0-9]+))?/,
    title: "The firmware of the secure processor refused to initialise $<what>",
    hint: "Check SEV, SNP and the RMP table in the BIOS set-up, that IOMMU and memory encryption are on, and update BIOS and SEV firmware (linux-firmware).",
    streams: HOST
  },
  {
    id: "linux-host-rmpupdate",
    phase: "host",
    severity: "error",
    pattern: /(?:RMPUPDATE|rmpupdate) failed/,
    title: "The host could not change the owner of a page (RMPUPDATE)",
    hint: "The page is in use as another size or by another guest: a bug of the host kernel. Update the kernel; without huge pages it may not occur.",
    streams: HOST
  }
];

// src/judge/catalog/tdx-status.ts
var TDX_STATUS = [
  {
    id: "not-loaded",
    // TDX_SEAMCALL_VMFAILINVALID, arch/x86/include/asm/tdx.h
    when: { class: "ff" },
    title: "SEAMCALL $<leaf> failed: no TDX module is loaded",
    hint: "The BIOS did not load it: enable the SEAM loader (TDX module loading) in the BIOS set-up and update the BIOS."
  },
  {
    id: "operand",
    when: { class: "01" },
    title: "SEAMCALL $<leaf> failed: the TDX module finds an operand invalid",
    hint: "The lower half of the status numbers the operand. The host kernel asks for something that this module does not have: update both."
  },
  {
    id: "busy",
    when: { class: "02" },
    title: "SEAMCALL $<leaf> failed: the TDX module is busy with another call, or out of random numbers",
    hint: "The kernel gave up after its retries: update the host kernel. 0x80000203 means that RDRAND or RDSEED is exhausted."
  },
  {
    id: "page",
    when: { class: ["03", "04"] },
    title: "SEAMCALL $<leaf> failed: the page is in the wrong state (owner, type or not free)",
    hint: "A bug of the host kernel: memory was given to the TDX module twice, or is still in use. Update the host kernel, and report the trace."
  },
  {
    id: "seam",
    when: { class: "05", kind: "0", detail: "d" },
    title: "SEAMCALL $<leaf> failed: the TDX module does not fit this CPU",
    hint: "Update the BIOS and microcode, or use the module that belongs to this CPU generation."
  },
  {
    id: "not-ready",
    when: { class: "05" },
    title: "SEAMCALL $<leaf> failed: the TDX module is not ready for the call",
    hint: "The module does not know what this kernel asks at this step: it is too old. Kernels from 6.8 on need module 1.5 or newer: update the BIOS and the TDX module (canonical/tdx#83, #331)."
  },
  {
    id: "td-state",
    when: { class: ["06", "07"] },
    title: "SEAMCALL $<leaf> failed: the TD or one of its vCPUs is in the wrong state",
    hint: "The calls came in an order that the module does not take, or the TD has failed: host kernel, VMM and TDX module do not fit each other."
  },
  {
    id: "keys",
    when: { class: "08" },
    title: "SEAMCALL $<leaf> failed: the TD\u2019s key could not be made, or its KeyID is not free",
    hint: "Reboot the host; if that repeats, update BIOS and TDX module, and lower the share of TDX KeyIDs to what the module supports."
  },
  {
    id: "cpuid",
    when: { class: "09", kind: "0" },
    title: "SEAMCALL $<leaf> failed: the TDX module does not accept the CPUID of this host",
    hint: "The BIOS has set CPU features as the module does not expect: update the BIOS, load its TDX defaults, and keep all sockets alike (canonical/tdx#161)."
  },
  {
    id: "smrr",
    when: { class: "09", kind: "1" },
    title: "SEAMCALL $<leaf> failed: the BIOS has not locked its SMM memory as TDX demands",
    hint: "SMRR is not locked, or overlaps convertible memory: update the BIOS."
  },
  {
    id: "msr",
    when: { class: "09", kind: "2" },
    title: "SEAMCALL $<leaf> failed: an MSR of the host has a value that TDX forbids",
    hint: "The lower half of the status is the MSR: the BIOS sets it wrong or not alike on all CPUs. Update the BIOS, and load its TDX defaults (canonical/tdx#25)."
  },
  {
    id: "tdmr",
    when: { class: "0a" },
    title: "SEAMCALL $<leaf> failed: the TDX module refuses the host\u2019s memory regions (TDMR, PAMT or CMR)",
    hint: "Memory that the kernel uses is not convertible: unequal DIMMs, CXL or persistent memory, or memory below 1 MiB. Update BIOS and host kernel, and take such memory out."
  },
  {
    id: "ept",
    when: { class: "0b" },
    title: "SEAMCALL $<leaf> failed: the TD\u2019s page table is not as the kernel thinks",
    hint: "A bug of the host\u2019s KVM: update the host kernel, and report the trace."
  }
];

// src/judge/catalog/host.ts
var HOST2 = ["host"];
var TRACE_END = "---[ end trace";
var SEAMCALL_HINT = "The TDX module rejected a call of the host kernel: module and kernel do not belong together. Kernels from 6.8 on need module 1.5 or later: update BIOS and TDX module (canonical/tdx#331).";
var HOST_SIGNS = [
  {
    id: "host-tdx-enabled",
    pattern: /tdx: BIOS enabled: private KeyID range/,
    title: "the BIOS reserved KeyIDs for TDX"
  },
  {
    id: "host-tdx-initialised",
    pattern: /tdx: (?:TDX-Module|TDX module|module) initialized/,
    title: "the TDX module is initialised"
  },
  { id: "host-pamt", pattern: /tdx: [0-9]+ [kK]i?B allocated for PAMT/, title: "memory for the PAMT" },
  {
    id: "host-tdx-module",
    pattern: /tdx: TDX module(?::| [0-9]+\.[0-9]+)/,
    title: "version of the TDX module"
  },
  {
    id: "host-mktme",
    pattern: /x86\/(?:mktme|tme): .*(?:KeyIDs available|enabled by BIOS)/,
    title: "TME keys"
  },
  { id: "host-s3", pattern: /tdx: Disable ACPI S3/, title: "ACPI S3 excludes TDX" }
];
var HOST_SIGNATURES = [
  ...HOST_SEV,
  {
    id: "linux-host-no-tdx-parameter",
    phase: "host",
    severity: "error",
    // kernel/params.c, kernel/module/main.c unknown_module_param_cb
    pattern: /kvm_intel: unknown parameter 'tdx' ignored/,
    title: "This kernel\u2019s kvm_intel knows no TDX: it ignores tdx=1",
    hint: "Boot the kernel with TDX (Linux 6.16 or newer with CONFIG_KVM_INTEL_TDX=y; on Ubuntu 24.04 the -intel kernel, not -generic): see uname -r (canonical/tdx#424).",
    streams: HOST2
  },
  {
    id: "linux-host-rbp",
    phase: "host",
    severity: "error",
    // arch/x86/virt/vmx/tdx/tdx.c check_features()
    pattern: /frame pointer \(RBP\) clobber bug present/,
    title: "The TDX module is too old for this kernel: it lets guests break RBP",
    hint: "Update the TDX module to one with NO_RBP_MOD (1.5 and newer), by a BIOS update or from the EFI system partition.",
    streams: HOST2
  },
  {
    id: "linux-host-private-mce",
    phase: "host",
    severity: "error",
    pattern: /TDX private memory error\. Possible kernel bug/,
    title: "A machine check in memory of a TD: the host kernel wrote there",
    hint: "Erratum TDX_PW_MCE of Sapphire and Emerald Rapids: a partial write poisons TD memory. Update the host kernel, and report the trace.",
    streams: HOST2
  },
  {
    id: "linux-host-keyid-leak",
    phase: "host",
    severity: "error",
    pattern: /tdh_mng_(?:key_freeid|vpflushdone)(?:\(\))? failed\. HKID (?<keyid>[0-9]+) is leaked/,
    title: "The host lost KeyID $<keyid> when a TD ended",
    hint: "Each lost KeyID means one TD less until the host reboots: update host kernel and TDX module, and report the SEAMCALL above.",
    streams: HOST2
  },
  {
    id: "linux-host-vfio-memlock",
    phase: "host",
    severity: "error",
    // drivers/vfio/vfio_iommu_type1.c, drivers/iommu/iommufd/pages.c
    pattern: /vfio_pin_pages_remote: RLIMIT_MEMLOCK \((?<limit>[0-9]+)\) exceeded/,
    title: "VFIO may lock only $<limit> bytes of memory",
    hint: "Raise the limit of locked memory of the VMM (ulimit -l, LimitMEMLOCK=infinity, memtune hard_limit of libvirt).",
    streams: HOST2
  },
  {
    id: "linux-host-dma-fault",
    phase: "host",
    severity: "error",
    // drivers/iommu/intel/dmar.c dmar_fault_do_one()
    pattern: /DMAR: \[[A-Z][A-Za-z_ -]*\] Request device \[(?<device>[0-9a-f:.]+)\].* fault (?:addr|index) /,
    title: "The IOMMU stopped a DMA of device $<device>",
    hint: "A passed-through device reached memory that is not mapped for it, in a TD private memory: update QEMU (10.1 and newer), and check the guest\u2019s driver.",
    streams: HOST2
  },
  {
    id: "linux-host-tdx-init-failed",
    phase: "host",
    severity: "error",
    pattern: /tdx: (?:TDX-Module |TDX module |module )?initialization failed \((?<errno>-[0-9]+)\)/,
    title: "TDX module initialization failed ($<errno>)",
    hint: "Update BIOS and TDX module, and read the SEAMCALL line above.",
    streams: HOST2,
    symptom: true,
    // init_tdx_module() of arch/x86/virt/vmx/tdx/tdx.c (Linux 6.16)
    causes: [
      {
        id: "not-loaded",
        when: { errno: "ENODEV" },
        title: "TDX module initialization failed: no module is loaded (-19)",
        hint: "The BIOS did not load it: enable TDX and the SEAM loader in the BIOS set-up and update the BIOS."
      },
      {
        id: "memory",
        when: { errno: "ENOMEM" },
        title: "TDX module initialization failed: no memory for the PAMT (-12)",
        hint: "The PAMT takes 1/256 of the memory in one piece for each region: let kvm_intel load early in the boot, before memory is fragmented."
      },
      {
        id: "regions",
        when: { errno: "ENOSPC" },
        title: "TDX module initialization failed: the memory map has too many holes (-28)",
        hint: "There are more regions or reserved areas than the TDX module takes: update the TDX module and the host kernel (canonical/tdx#135)."
      },
      {
        id: "module",
        when: { errno: "EINVAL" },
        title: "TDX module initialization failed: the kernel does not accept this module, or a package has no CPU online (-22)",
        hint: "The line above says which; the kernel needs a module with NO_RBP_MOD (1.5 and newer). Bring all CPUs online."
      },
      {
        id: "no-seam",
        // sc_retry_prerr: #GP of SEAMCALL, which prints no line of its own
        when: { errno: "EOPNOTSUPP" },
        title: "TDX module initialization failed: the CPU refuses SEAMCALL (-95)",
        hint: "SEAMRR is not set up: the BIOS enabled KeyIDs and not TDX itself. Enable TDX and the SEAM loader in the BIOS set-up, and update the BIOS."
      },
      {
        id: "no-vmx",
        // sc_retry_prerr: #UD of SEAMCALL outside VMX operation
        when: { errno: "EACCES" },
        title: "TDX module initialization failed: VMX is not on (-13)",
        hint: "Load kvm_intel with tdx=1 and kvm.enable_virt_at_load=1, and end other hypervisors that hold VMX."
      },
      {
        id: "refused",
        when: { errno: "EIO" },
        title: "TDX module initialization failed: the module refused a call (-5)",
        hint: "The SEAMCALL line above has its status; without one, boot with loglevel=7. Update BIOS, TDX module and host kernel."
      }
    ]
  },
  {
    id: "linux-host-kvm-no-tdx",
    phase: "host",
    severity: "error",
    pattern: /kvm_intel: (?:[fF]ailed to (?:initialize|enable) TDX|TDX (?:is )?(?:not |dis|un))/,
    title: "KVM could not switch TDX on",
    hint: "The virt/tdx lines above say what the TDX module or the BIOS lacks; /sys/module/kvm_intel/parameters/tdx reads N.",
    streams: HOST2,
    symptom: true
  },
  {
    id: "linux-host-tdx-bios",
    phase: "host",
    severity: "error",
    pattern: /tdx: (?:\[[fF]irmware [bB]ug\]: )?(?:TDX is )?not enabled by BIOS/,
    title: "TDX is not enabled by the BIOS",
    hint: "Enable TME, TME-MT, TDX, the SEAM loader and a TDX KeyID split in the BIOS set-up, then switch the machine off and on. KeyIDs alone are not enough.",
    streams: HOST2
  },
  {
    id: "linux-host-tme",
    phase: "host",
    severity: "error",
    pattern: /x86\/(?:mktme|tme): (?:not enabled by BIOS|disabled by BIOS|No known encryption algorithm)/,
    title: "Memory encryption (TME, TME-MT) is not enabled by the BIOS",
    hint: "TDX needs it: enable TME and TME-MT (multi-key) in the BIOS set-up.",
    streams: HOST2
  },
  {
    id: "linux-host-seamldr",
    phase: "host",
    severity: "error",
    pattern: /tdx: (?:TDX )?module (?:is )?not loaded|P-SEAMLDR.*(?:not |failed)|(?:SEAM|SEAMRR|SEAMLDR|seam|seamrr|seamldr)(?: not enabled| not supported| not loaded| is not enabled| is not supported| is not loaded)/,
    title: "The TDX module is not loaded",
    hint: "The BIOS did not load it: enable the SEAM loader (TDX module loading) in the BIOS set-up and update the BIOS, or place the module where the BIOS looks for it.",
    streams: HOST2
  },
  {
    id: "linux-host-tdmr",
    phase: "host",
    severity: "error",
    pattern: /tdx: .*(?:reserved areas exhausted|TDMRs exhausted)/,
    title: "TDX host initialization failed: TDMR reserved areas exhausted",
    hint: "The memory map has more holes than the TDX module takes in one region: update the TDX module and the host kernel (canonical/tdx#135).",
    streams: HOST2
  },
  {
    id: "linux-host-keyids",
    phase: "host",
    severity: "error",
    pattern: /tdx: .*(?:too few private KeyIDs available|no TDX private KeyIDs available|[nN]o (?:free|available) (?:TDX )?(?:private )?KeyIDs)/,
    title: "There are too few private KeyIDs for TDX",
    hint: "Give TDX a larger share in the BIOS set-up (TME-MT/TDX key split), or look above for why the early initialization failed.",
    streams: HOST2
  },
  {
    id: "linux-host-hibernation",
    phase: "host",
    severity: "error",
    pattern: /tdx: initialization failed: Hibernation support is enabled/,
    title: "TDX host initialization failed: Hibernation support is enabled",
    hint: "Boot the host with nohibernate on its kernel command line.",
    streams: HOST2
  },
  {
    id: "linux-host-virt-at-load",
    phase: "host",
    severity: "error",
    pattern: /tdx requires kvm\.enable_virt_at_load=1/,
    title: "KVM was told not to enable virtualisation at load",
    hint: "TDX needs kvm.enable_virt_at_load=1, its default: take the option off the command line and modprobe.d.",
    streams: HOST2
  },
  {
    id: "linux-host-kvm-feature",
    phase: "host",
    severity: "error",
    pattern: /(?<feature>EPT|TDP MMU and MMIO caching|APICv|OSXSAVE|XSAVE|MOVDIR64B|Self-snoop)(?: \(and EPT A\/D bit\))? is required for TDX|[cC]annot enable TDX|SEAM: CPU doesn't support/,
    title: "KVM switched TDX off: a feature that it needs is missing",
    hint: "The line names it. Take ept=0, tdp_mmu=0 or enable_apicv=0 off kvm and kvm_intel; MOVDIR64B and Self-snoop are the CPU\u2019s.",
    streams: HOST2
  },
  {
    id: "linux-host-kvm-bios",
    phase: "host",
    severity: "error",
    pattern: /kvm: (?:disabled by [bB][iI][oO][sS]|no hardware support)|VMX .*(?:disabled|not enabled) (?:by|in) BIOS|kvm_intel: VMX not supported/,
    title: "The host has no virtualisation: VMX is off",
    hint: "Enable VT-x (VMX) in the BIOS set-up; in a VM, nested virtualisation.",
    streams: HOST2
  },
  {
    id: "linux-host-tdx-early",
    phase: "host",
    severity: "error",
    pattern: /(?:tdx: [iI]nitialization failed:|virt\/tdx: [fF]ailed to) (?<reason>[A-Za-z](?:[A-Za-z_ ]*[A-Za-z])?)/,
    title: "TDX host initialization failed: $<reason>",
    hint: "The text names it. Look the function up in arch/x86/virt/vmx/tdx/tdx.c of this kernel.",
    streams: HOST2
  },
  {
    id: "linux-host-seamcall",
    phase: "host",
    severity: "error",
    pattern: /SEAMCALL ?[([]?(?<leaf>0x[0-9a-fA-F]+|[A-Z][A-Z_.]+)[)\]]?:? ?failed(?:: 0x[0-9a-f]{4}(?<class>[0-9a-f]{2})(?<kind>[0-9a-f])(?<detail>[0-9a-f])[0-9a-f]{8})?/,
    title: "SEAMCALL $<leaf> failed",
    hint: SEAMCALL_HINT,
    streams: HOST2,
    causes: TDX_STATUS
  },
  {
    id: "linux-host-seamcall-leaf",
    phase: "host",
    severity: "error",
    pattern: /SEAMCALL failed: .*leaf (?<leaf>[0-9]+)(?:, error 0x[0-9a-f]{4}(?<class>[0-9a-f]{2})(?<kind>[0-9a-f])(?<detail>[0-9a-f])[0-9a-f]{8})?/,
    title: "SEAMCALL leaf $<leaf> failed",
    hint: SEAMCALL_HINT,
    streams: HOST2,
    causes: TDX_STATUS
  },
  {
    id: "linux-host-kvm-warning",
    phase: "host",
    severity: "error",
    pattern: /WARNING: .*(?:arch\/x86\/kvm\/|arch\/x86\/virt\/vmx\/tdx|virt\/kvm\/)|RIP: .*(?:tdx|vmx|vt)_[a-z_]+\+0x[^ ]* \[kvm/,
    title: "The host\u2019s KVM hit a bug in KVM or in the TDX module",
    hint: "The TD that ran is lost: its VMM sees I/O errors. Update host kernel, BIOS and TDX module (canonical/tdx#100, #206, #348), and report the trace.",
    end: TRACE_END,
    streams: HOST2
  },
  {
    id: "linux-host-kvm-bug",
    phase: "host",
    severity: "error",
    pattern: /(?:kernel BUG at|BUG: KASAN: .* in) .*(?:arch\/x86\/kvm\/|arch\/x86\/virt\/|tdx_[a-z_]+|vmx_[a-z_]+)/,
    title: "The host\u2019s KVM failed",
    hint: "Update host kernel, BIOS and TDX module, and report the trace.",
    end: TRACE_END,
    streams: HOST2
  },
  {
    id: "linux-host-oom",
    phase: "host",
    severity: "error",
    pattern: /Out of memory: Killed process [0-9]+ \((?:qemu|cloud-hyp|kvm)/,
    title: "The host\u2019s OOM killer ended the VMM",
    hint: "The memory of a TD cannot be swapped: give the guest less or free memory on the host.",
    streams: HOST2
  },
  {
    id: "linux-host-module-symbols",
    phase: "host",
    severity: "error",
    pattern: /kvm(?:_intel)?: (?:disagrees about version of symbol|Unknown symbol)/,
    title: "A KVM module does not belong to the running kernel",
    hint: "Reinstall the kernel package with its modules and boot it; modules of another build are refused.",
    streams: HOST2,
    symptom: true
  }
];

// src/judge/catalog/host-programs.ts
var HOST3 = ["vmm", "host"];
var HOST_PROGRAMS = [
  {
    id: "host-modprobe-kvm",
    phase: "host",
    severity: "error",
    // kmod tools/modprobe.c insmod_insert(); arch/x86/kvm/vmx/vmx.c and svm.c return EIO or EOPNOTSUPP without VMX or SVM
    pattern: /could not insert '(?<module>kvm(?:_intel|_amd)?)': (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: "The module $<module> cannot be loaded: $<errno>",
    hint: "The host dmesg says why.",
    streams: HOST3,
    causes: [
      {
        id: "no-vmx",
        when: { errno: ["EIO", "EOPNOTSUPP", "ENODEV"] },
        title: "$<module> cannot be loaded: the CPU offers no virtualisation, or the BIOS has switched it off",
        hint: "Enable VMX (SVM) in the BIOS set-up; in a VM switch nested virtualisation on in the hypervisor below."
      },
      {
        id: "busy",
        when: { errno: "EBUSY" },
        title: "$<module> cannot be loaded: another hypervisor uses the CPU\u2019s virtualisation",
        hint: "Unload VirtualBox or VMware, or end what else runs VMs."
      }
    ]
  },
  {
    id: "host-kvm-ok",
    phase: "host",
    severity: "error",
    // kvm-ok of Debian's and Ubuntu's cpu-checker
    pattern: /KVM acceleration can NOT be used|Your CPU does not support KVM extensions|KVM is disabled by your BIOS/,
    title: "This host cannot run VMs with KVM",
    hint: "Enable VMX (SVM) in the BIOS set-up and load kvm_intel (kvm_amd); in a VM switch nested virtualisation on below.",
    streams: HOST3
  }
];

// src/judge/catalog/kata.ts
var KATA = ["vmm", "host"];
var AGENT_HINT = 'The guest did not boot to its agent, or the vsock device is missing: enable_debug and agent.log=debug show the guest\u2019s console ("reading guest console"). Many GiB or vCPUs need a longer dial_timeout (kata-containers#11047).';
var KATA_ROWS = [
  {
    id: "kata-no-tdx",
    phase: "vmm",
    severity: "fatal",
    // src/runtime/virtcontainers/qemu_amd64.go, clh.go; src/libs/kata-sys-util/src/protection.rs (Kata 3.20)
    pattern: /This system doesn't support Confidential Computing \(Guest Protection\)|[Gg]uest protection (?:is )?not available|NoProtectionAvailable|ExpectedTDXProtection|TDXProtectionMustBeUsedWithCH|Cloud Hypervisor is not built with TDX support/,
    title: "Kata finds no TDX on this node, and the runtime class demands a confidential guest",
    hint: "/sys/module/kvm_intel/parameters/tdx must read Y on the node that runs the pod: check kernel, BIOS and node selector.",
    streams: KATA
  },
  {
    id: "kata-path",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?:QEMU|Cloud-[hH]ypervisor|Firecracker) path \((?<path>[^)]*)\) (?:does not exist|is not accessible)|file (?<path2>\S*PLACEHOLDER_FOR_DISTRO_QEMU_WITH_TDX_SUPPORT) does not exist/,
    title: "Kata\u2019s hypervisor $<path> does not exist",
    hint: "The configuration of the runtime class names a QEMU that this node has not: install the TDX QEMU of the distribution, or a Kata whose kata-deploy knows this distribution (operator#496).",
    streams: KATA
  },
  {
    id: "kata-config",
    phase: "vmm",
    severity: "fatal",
    // src/runtime/pkg/katautils/config.go: each error is prefixed by the configuration file (Kata 3.20)
    pattern: /configuration(?:-[a-z0-9-]+)?\.toml: (?<why>[A-Za-z].*[A-Za-z0-9)'"])/,
    title: "Kata does not accept its configuration: $<why>",
    hint: "The line names the file of the runtime class and what is wrong with it: a path that this node has not, a key, or two settings that exclude each other.",
    streams: KATA
  },
  {
    id: "kata-assets",
    phase: "vmm",
    severity: "fatal",
    // src/runtime/virtcontainers/hypervisor_config_linux.go, hypervisor.go; src/runtime-rs ch-config errors.rs
    pattern: /Missing kernel path|Missing image and initrd path|Image and initrd path cannot be both set|cannot (?:set both image and initrd|specify image and initrd)|missing boot image \(no rootfs image or initrd\)|Firmware path is not specified|TDX requires an image=|TDX requires virtio-blk/,
    title: "Kata\u2019s configuration lacks the guest\u2019s kernel, image or firmware, or has two",
    hint: "See [hypervisor.*] in the configuration of the runtime class: kernel, exactly one of image and initrd, and for TDX firmware.",
    streams: KATA
  },
  {
    id: "kata-virtio-mmio",
    phase: "vmm",
    severity: "fatal",
    pattern: /confidential guests must not use virtio-mmio/,
    title: "Kata refuses virtio-mmio in a confidential guest",
    hint: 'Set block_device_driver = "virtio-blk-pci" in the configuration of the runtime class.',
    streams: KATA
  },
  {
    id: "kata-iommufd",
    phase: "vmm",
    severity: "fatal",
    // src/runtime/virtcontainers/qemu.go
    pattern: /ConfidentialGuest needs IOMMUFD - cannot use (?<path>[^ "\\]+)/,
    title: "Kata passes a device into a TD by iommufd only, and was given $<path>",
    hint: "The node needs CONFIG_IOMMUFD and /dev/vfio/devices: update the device plugin, and boot the node with iommufd (kata-containers#11721).",
    streams: KATA
  },
  {
    id: "kata-hotplug",
    phase: "vmm",
    severity: "fatal",
    pattern: /guest memory hotplug not supported|VfioPCIE? .*cold ?plug.*(?:not|conflict)|Number of PCIe (?:Root|Switch) Ports exceeed|CPU hotplug .*not (?:supported|permitted)/,
    title: "Kata wanted to hotplug into a TD, which has everything from the start",
    hint: "Set static_sandbox_resource_mgmt=true, default_memory and default_vcpus large enough, and cold_plug_vfio for devices.",
    streams: KATA
  },
  {
    id: "kata-policy",
    phase: "userspace",
    severity: "fatal",
    // src/agent/src/policy.rs
    pattern: /(?<request>[A-Z][A-Za-z]+Request) is blocked by policy/,
    title: "The agent\u2019s policy forbids $<request>",
    hint: 'The guest is up. Generate the policy for this pod with genpolicy, or see the "prints" in the line for the rule that failed.'
  },
  {
    id: "kata-pull",
    phase: "userspace",
    severity: "fatal",
    // image-rs of confidential-containers/guest-components
    pattern: /failed to pull manifest (?<why>[A-Za-z](?:[A-Za-z ]*[a-z])?)|[Ff]ailed to (?:pull|decrypt|unpack) (?:image|layer)|[Ii]mage policy rejected|Security validate failed|image signature verification failed/,
    title: "The guest is up, but could not pull or verify the container\u2019s image",
    hint: "The image is pulled inside of the TD: it needs network, proxy, DNS and certificates there, credentials and keys from the KBS, and an image policy that admits it (guest-components#749)."
  },
  {
    id: "kata-request-timeout",
    phase: "userspace",
    severity: "fatal",
    // src/runtime/virtcontainers/kata_agent.go
    pattern: /(?<request>[A-Z][A-Za-z]+Request) timed out/,
    title: "The agent of the guest was too slow with $<request>",
    hint: "The guest is up. Pulling a large image inside of a TD takes long: raise create_container_timeout (annotation and configuration), and the kubelet\u2019s runtime-request-timeout.",
    streams: KATA
  },
  {
    id: "kata-agent-timeout",
    phase: "vmm",
    orLater: true,
    severity: "fatal",
    pattern: /Failed to Check if grpc server is working|timed out connecting to (?<transport>(?:hybrid )?vsock|unix)|timeout waiting for hybrid vsocket handshake|(?:connect agent server|failed to connect to .*(?:vsock|cid))|HybridVsock trivial handshake failed|failed to dial (?:the VM over vsock|\S*vsock)/,
    title: "The agent of the guest did not answer: the guest did not come up, or has no vsock",
    hint: AGENT_HINT,
    streams: KATA
  },
  {
    id: "kata-command-missing",
    phase: "userspace",
    severity: "error",
    // src/agent/rustjail/src/container.rs do_init_child
    pattern: /failed to create shim task: .*?the file (?<file>\S+) was not found/,
    title: "The container\u2019s image has no $<file>, or no PATH leads to it",
    hint: "The guest and its agent work. Mend command or args of the pod; with images that the guest pulls, look whether the right image was unpacked.",
    streams: KATA
  },
  {
    id: "kata-agent-dead",
    phase: "userspace",
    severity: "fatal",
    pattern: /msg="?(?:Dead agent|[^"]*agent (?:is dead|not alive))|error="?Dead agent|ttrpc: closed/,
    title: "The agent of the guest died: the guest crashed, or ran out of memory",
    hint: 'Look for a panic or "Out of memory" on the guest\u2019s console ("reading guest console" with enable_debug).',
    streams: KATA,
    symptom: true
  },
  {
    id: "kata-virtiofsd",
    phase: "vmm",
    severity: "error",
    pattern: /The virtiofsd had stopped|virtiofsd.*(?:failed to start|exited with|panicked)/,
    title: "virtiofsd ended",
    hint: "Its own lines say why. Often only the aftermath of a VM that ended.",
    streams: KATA,
    symptom: true
  },
  {
    id: "kata-qemu-exited",
    phase: "vmm",
    severity: "error",
    pattern: /failed to launch (?<vmm>qemu|cloud-hypervisor)|Failed to connect to QEMU instance|exitting QMP loop|QEMU exited with an error|Unable to connect to unix socket \([^)]*qmp\.sock\)|clh\.VmmPingGet API call failed|Failed to connect to API \(timeout|Cannot start VM/,
    title: "Kata could not start the VM, or lost it",
    hint: "What QEMU or Cloud Hypervisor said stands above (subsystem=qemu, qemu.log) and names the cause.",
    streams: KATA,
    symptom: true
  },
  {
    id: "kata-qmp",
    phase: "vmm",
    orLater: true,
    severity: "fatal",
    // src/runtime/vendor/github.com/kata-containers/kata-containers/src/runtime/pkg/govmm/qemu/qmp.go
    pattern: /QMP command failed: (?<why>[A-Za-z].*?)(?:: unknown)?["\\]*(?: name=.*)?$/,
    title: "QEMU refused what Kata asked of it: $<why>",
    hint: "Most often a device that cannot be hotplugged, or a disk or file that QEMU may not use.",
    streams: KATA
  },
  {
    id: "kata-shim-task",
    phase: "vmm",
    orLater: true,
    severity: "error",
    pattern: /failed to create (?:containerd task: failed to create )?shim task|Failed to create pod sandbox|failed to create containerd container/,
    title: "containerd could not start the pod",
    hint: "The rest of the line, or Kata\u2019s lines before, name the cause.",
    streams: KATA,
    symptom: true
  }
];

// src/judge/catalog/libvirt.ts
var LIBVIRT = ["vmm", "host"];
var LIBVIRT_ROWS = [
  {
    id: "libvirt-qemu-without-tdx",
    phase: "vmm",
    severity: "fatal",
    // src/qemu/qemu_validate.c (libvirt 11.6), and the patches of Intel and Ubuntu before
    pattern: /(?:INTEL |Intel )?(?:TDX|tdx) (?:launch ?[sS]ecurity|launch security type '?tdx'?)?.*is not supported (?:with|by) this QEMU binary|[lL]aunch security type 'tdx' is not supported (?:with|by) this QEMU/,
    title: "This QEMU binary is built without TDX; libvirt itself knows TDX",
    hint: "Use QEMU 10.1 or newer built with TDX, or the one of the TDX packages: an upgrade of the distribution may have replaced it (canonical/tdx#46). Then restart libvirtd, which remembers what a QEMU can do.",
    streams: LIBVIRT
  },
  {
    id: "libvirt-launch-security",
    phase: "vmm",
    severity: "fatal",
    // src/conf/domain_conf.c: an enum value that this libvirt does not have
    pattern: /(?:'type' in element 'launchSecurity'|launchSecurity type|[lL]aunch security type) ?:? ?'?[tT][dD][xX]'?|[tT][dD][xX] launchSecurity .*not supported|unsupported configuration: .*(?:launchSecurity|[tT][dD][xX])/,
    title: "This libvirt does not know Trust Domains",
    hint: "launchSecurity type tdx needs a libvirt with TDX (11.6 or newer, or the one of the TDX packages) and a QEMU with tdx-guest (canonical/tdx#135).",
    streams: LIBVIRT
  },
  {
    id: "libvirt-firmware",
    phase: "vmm",
    severity: "fatal",
    // src/qemu/qemu_firmware.c qemuFirmwareFillDomain
    pattern: /Unable to find '?(?<kind>efi|bios)'? firmware that is compatible with the current configuration|Unable to find any firmware to satisfy/,
    title: "libvirt finds no firmware for a TD",
    hint: 'A firmware description with the feature "intel-tdx" is missing in /usr/share/qemu/firmware: install the TDX firmware of the distribution, or give <loader type="rom"> or stateless="yes" with its path.',
    streams: LIBVIRT
  },
  {
    id: "libvirt-machine",
    phase: "vmm",
    severity: "fatal",
    pattern: /unsupported configuration: Emulator '[^']*' does not support (?<what>machine type|virt type|os type|arch)[^']*'(?<value>[^']*)'|Host does not support (?<what2>domain type) (?<value2>[a-z]+)\b/,
    title: "The emulator does not support $<what> $<value>",
    hint: "virt type kvm: /dev/kvm is missing or not accessible to libvirt. Machine type: TDs need q35; -machine help lists what this QEMU has.",
    streams: LIBVIRT
  },
  {
    id: "libvirt-no-capabilities",
    phase: "vmm",
    severity: "fatal",
    // src/conf/capabilities.c virCapabilitiesDomainDataLookup, src/qemu/qemu_capabilities.c
    pattern: /could not find capabilities for (?:.* )?domaintype=(?<type>[a-z]+)|could not get preferred machine for \S+ type=(?<type2>[a-z]+)/,
    title: "libvirt has no emulator that runs domains of type $<type>",
    hint: "For kvm: /dev/kvm is missing or not accessible to libvirt (kvm_intel not loaded, nested virtualisation off, or libvirtd was started before it). Else QEMU is not installed, or could not be asked: restart libvirtd and run virsh capabilities.",
    streams: LIBVIRT
  },
  {
    id: "libvirt-connection-lost",
    phase: "vmm",
    severity: "error",
    // src/rpc/virnetsocket.c virNetSocketReadWire; in the daemon's own log only a client has gone
    pattern: /End of file while reading data: Input\/output error/,
    unless: /virNetSocketReadWire|(?:libvirtd|virtqemud)(?:\[[0-9]+\])?: /,
    title: "libvirt\u2019s daemon closed the connection in the middle of a call",
    hint: "It ended or crashed: read its log (journalctl -u libvirtd -u virtqemud) and look for a core dump.",
    streams: LIBVIRT
  },
  {
    id: "libvirt-pflash",
    phase: "vmm",
    severity: "fatal",
    pattern: /unsupported configuration: .*(?:pflash|loader|nvram|NVRAM|SMM|smm|secure ?boot|Secure Boot|kernel-irqchip|ioapic|hpet).*/,
    title: "libvirt refuses a setting of the domain that a TD cannot have, or this QEMU has not",
    hint: "The line names it. A TD needs a firmware without NVRAM (loader type rom, or stateless), no SMM, ioapic driver qemu, and q35.",
    streams: LIBVIRT
  },
  {
    id: "libvirt-unsupported",
    phase: "vmm",
    severity: "fatal",
    pattern: /unsupported configuration: (?<what>.*[A-Za-z0-9'"])/,
    unless: /Security driver model/,
    title: "libvirt cannot do this: $<what>",
    hint: '"this QEMU binary" blames QEMU, anything else libvirt or the XML. Restart libvirtd after QEMU was changed.',
    streams: LIBVIRT
  },
  {
    id: "libvirt-xml",
    phase: "vmm",
    severity: "fatal",
    pattern: /error: (?:XML error|\(domain_definition\)|XML document failed to validate against schema):? ?(?<why>.*[A-Za-z0-9'"])/,
    title: "libvirt does not accept the XML of the domain: $<why>",
    hint: "An element or a value that this libvirt does not know: compare with the formatdomain page of this version.",
    streams: LIBVIRT
  },
  {
    id: "libvirt-permission",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?:(?:Cannot access|could not open|Failed to open) (?:storage file|backing file|file)? ?'(?<path>[^']*)'(?: \(as uid:[0-9]+, gid:[0-9]+\))?|Process exited prior to exec: .* Unable to (?:stat|access|open) (?<path2>[^:]*)): (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: "libvirt cannot use $<path>: $<errno>",
    hint: "The user of QEMU (libvirt-qemu) must reach the file and each directory above it; /home and /root often forbid that.",
    streams: LIBVIRT,
    causes: [
      {
        id: "missing",
        when: { errno: "ENOENT" },
        title: "$<path> does not exist",
        hint: "Check the path in the XML of the domain."
      }
    ]
  },
  {
    id: "libvirt-apparmor",
    phase: "vmm",
    severity: "fatal",
    pattern: /apparmor="DENIED".*profile="libvirt-[^"]*".*name="(?<path>[^"]*)"|unable to (?:set|load) (?:AppArmor|apparmor) profile/,
    title: "The security driver of libvirt forbids what QEMU needs",
    hint: "The denied path stands in the line: add it to the AppArmor abstraction of libvirt-qemu, or set security_driver in qemu.conf.",
    streams: LIBVIRT
  },
  {
    id: "libvirt-security-driver",
    phase: "vmm",
    severity: "error",
    // src/security/security_stack.c, src/qemu/qemu_security.c, security_manager.c (libvirt 11.6)
    pattern: /Security driver (?:model )?'?(?<model>[a-z()]+)'? (?:is )?not (?:available|enabled|found|initialized)/,
    title: "The security driver $<model> of the domain is not the one that this libvirtd runs with",
    hint: "Set security_driver in qemu.conf to what the host has (apparmor, selinux), or take <seclabel> out of the XML, and restart libvirtd (canonical/tdx#233).",
    streams: LIBVIRT
  },
  {
    id: "libvirt-nvram-template",
    phase: "vmm",
    severity: "fatal",
    // src/qemu/qemu_nvram.c qemuPrepareNVRAM
    pattern: /(?:unable|Unable) to find any master var store for loader: (?<loader>\S+)|[Ff]ailed to (?:open|create|write) (?:to )?NVRAM/,
    title: "libvirt has no template for the NVRAM of the firmware",
    hint: 'Name one in <nvram template="\u2026">, or take a firmware that is listed in /usr/share/qemu/firmware (2M and 4M images have templates of their own). A TD has no NVRAM: loader type rom, or stateless="yes".',
    streams: LIBVIRT
  },
  {
    id: "libvirt-before-exec",
    phase: "vmm",
    severity: "fatal",
    // src/util/vircommand.c: the hook between fork and exec
    pattern: /Process exited prior to exec: libvirt: [^:]*: (?<why>.*[A-Za-z0-9'"])/,
    title: "libvirt could not prepare QEMU: $<why>",
    hint: "Namespaces, cgroups or labels of the domain could not be set up: in a container that needs more rights (namespaces=[] in qemu.conf).",
    streams: LIBVIRT
  },
  {
    id: "libvirt-network",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?:[nN]etwork '(?<name>[^']*)' is not active|Network not found|Cannot get interface MTU on '(?<name2>[^']*)'|Unable to create tap device)/,
    title: "The network of the domain is not there",
    hint: "virsh net-start default (and net-autostart), or a bridge that exists.",
    streams: LIBVIRT
  },
  {
    id: "libvirt-exists",
    phase: "vmm",
    severity: "fatal",
    pattern: /domain '(?<name>[^']*)' (?:already exists|is already defined)|Guest name '(?<name2>[^']*)' is already in use|[dD]omain is already (?:active|running)/,
    title: "A domain of this name exists already",
    hint: "virsh destroy and virsh undefine remove it; or choose another name and UUID.",
    streams: LIBVIRT
  },
  {
    id: "libvirt-connect",
    phase: "host",
    severity: "fatal",
    pattern: /Failed to connect socket to '(?<path>[^']*libvirt[^']*)': (?<errno>[A-Z][A-Za-z/ ]*[a-z])|failed to connect to the hypervisor/,
    title: "libvirt does not run, or may not be used",
    hint: "systemctl start libvirtd (or virtqemud.socket), and add the user to group libvirt.",
    streams: LIBVIRT
  },
  {
    id: "libvirt-memory",
    phase: "vmm",
    severity: "fatal",
    pattern: /error: (?:internal error: )?(?:cannot limit locked memory|Unable to (?:create|set) cgroup|Failed to (?:create|start) (?:v[0-9] )?controller)/,
    title: "libvirt could not set the limits of the domain",
    hint: "cgroups are not mounted or not delegated (in a container), or the limit of locked memory is too low.",
    streams: LIBVIRT
  },
  {
    id: "libvirt-define",
    phase: "vmm",
    severity: "error",
    pattern: /error: Failed to (?:define|create|start) domain/,
    title: "libvirt could not define or start the domain",
    hint: "The lines around this one say why; /var/log/libvirt/qemu/<domain>.log has what QEMU said.",
    streams: LIBVIRT,
    symptom: true
  },
  {
    id: "libvirt-monitor",
    phase: "vmm",
    severity: "error",
    pattern: /process exited while connecting to monitor|[qQ][eE][mM][uU] unexpectedly closed the monitor|error: (?:internal error|operation failed):/,
    title: "libvirt lost QEMU or refused the domain",
    hint: "The rest of the line, or /var/log/libvirt/qemu/<domain>.log, says why.",
    streams: LIBVIRT,
    symptom: true
  }
];

// src/judge/catalog/linux/architectures.ts
var TRACE_END2 = "---[ end trace";
var ARCHITECTURES = [
  {
    // die_kernel_fault() of arm, arm64 and riscv in mm/fault.c, bad_page_fault() of powerpc before 5.2, do_page_fault() of
    // mips and loongarch, dump_fault_info() of s390.
    id: "linux-kernel-fault",
    phase: "kernel",
    severity: "error",
    pattern: /Unable to handle kernel (?<what>NULL pointer dereference|paging request|pointer dereference|write to read-only memory|execute from non-executable memory|read from unreadable memory|access to user memory|execution of user memory)/,
    title: "Unable to handle a kernel $<what>",
    hint: "The pc, epc or NIP below names the function.",
    end: TRACE_END2,
    guilty: { place: "fault", title: "Unable to handle a kernel $<what> in $<func>" }
  },
  {
    // bad_page_fault() in arch/powerpc/mm/fault.c since 5.2.
    id: "linux-powerpc-fault",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: (?<what>Kernel NULL pointer dereference|Unable to handle (?:kernel data access|kernel instruction fetch|unknown paging fault))/,
    title: "$<what>",
    hint: "NIP below names the function.",
    end: TRACE_END2,
    guilty: { place: "fault", title: "$<what> in $<func>" }
  },
  {
    // do_DataAbort() and do_PrefetchAbort() in arch/arm/mm/fault.c, do_mem_abort() in arch/arm64/mm/fault.c. They print it of
    // programs, too, where it is a SIGBUS; of the kernel itself `Internal error:` follows.
    id: "linux-unhandled-fault",
    phase: "kernel",
    severity: "warning",
    pattern: /Unhandled (?<what>fault|prefetch abort)(?:: [a-z0-9][a-z0-9 ()-]*)? (?:\(0x[0-9a-f]+\) )?at 0x[0-9a-f]/,
    title: "Unhandled $<what>",
    hint: "The line names the kind of fault: a bus error, a bad domain or a bad alignment. The pc below names the function.",
    end: TRACE_END2,
    guilty: { place: "fault", title: "Unhandled $<what> in $<func>" }
  },
  {
    // bad_mode() in arch/arm/kernel/traps.c and arch/arm64/kernel/traps.c.
    id: "linux-bad-mode",
    phase: "kernel",
    severity: "fatal",
    pattern: /Bad mode in (?<what>[a-z ]+|Error|IRQ|FIQ|Synchronous Abort) handler detected/,
    title: "Bad mode in the $<what> handler",
    hint: "The CPU took an exception that must not happen in this mode: damaged vectors, or an error of the machine.",
    end: TRACE_END2,
    guilty: { place: "fault", title: "Bad mode in the $<what> handler, in $<func>" }
  },
  {
    // do_alignment() in arch/arm/mm/alignment.c, where it gives up: of a program, or of the kernel before an oops.
    id: "linux-alignment-trap",
    phase: "kernel",
    severity: "warning",
    pattern: /Alignment trap: not handling instruction/,
    title: "Alignment trap",
    hint: "An access that is not aligned, by an instruction that the kernel cannot emulate.",
    guilty: { place: "fault", title: "Alignment trap in $<func>" }
  },
  {
    // handle_bad_stack() of arm64 and riscv.
    id: "linux-stack-space",
    phase: "kernel",
    severity: "fatal",
    pattern: /Insufficient stack space to handle exception!/,
    title: "Kernel stack overflow",
    hint: "Deep recursion or large stack objects; the trace shows the repeating functions.",
    guilty: { place: "stall", title: "Kernel stack overflow in $<func>", skip: /bad_stack/ }
  },
  {
    // __die() in arch/arm/kernel/traps.c and arch/arm64/kernel/traps.c. The line above often says more.
    id: "linux-internal-error",
    phase: "kernel",
    severity: "error",
    pattern: /Internal error: (?<what>[A-Za-z][^:[]*): [0-9a-f]+ \[#[0-9]+\]/,
    title: "Internal error of the kernel: $<what>",
    hint: "The line above names the fault and the pc below the function.",
    end: TRACE_END2,
    symptom: true,
    guilty: { place: "fault", title: "Internal error of the kernel: $<what> in $<func>" }
  },
  {
    id: "linux-internal-error-bare",
    phase: "kernel",
    severity: "error",
    pattern: /Internal error: : [0-9a-f]+ \[#[0-9]+\]/,
    title: "Internal error of the kernel",
    hint: "The line above names the fault and the pc below the function.",
    end: TRACE_END2,
    symptom: true,
    guilty: { place: "fault", title: "Internal error of the kernel in $<func>" }
  }
];

// src/judge/catalog/linux/bugs.ts
var TRACE_END3 = "---[ end trace";
var BUGS = [
  {
    id: "linux-scheduling-atomic",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: scheduling while atomic/,
    title: "Scheduling while atomic",
    hint: "Code slept with preemption disabled or a spinlock held.",
    guilty: { place: "caller", title: "Scheduling while atomic in $<func>" }
  },
  {
    id: "linux-sleeping-function",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: sleeping function called from invalid context at (?<file>[A-Za-z0-9_./-]+):/,
    title: "Sleeping function called from invalid context at $<file>",
    hint: "Code that may sleep ran with interrupts off or a spinlock held; the trace shows the caller.",
    guilty: {
      place: "caller",
      title: "Sleeping function called from invalid context in $<func> (at $<file>)"
    }
  },
  {
    id: "linux-bad-page",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: Bad page (?<what>state|map|cache)/,
    title: "Bad page $<what>",
    hint: "A page was freed or mapped while in use. Suspect a driver, or memory that the host changed.",
    guilty: {
      place: "allocation",
      title: "Bad page $<what>, allocated in $<func>",
      skip: /alloc|page_owner|page_pool/
    }
  },
  {
    id: "linux-bad-rss",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: Bad rss-counter state/,
    title: "Bad rss-counter state",
    hint: "Memory accounting of an address space went wrong; look for an earlier memory error."
  },
  {
    id: "linux-preemptible-percpu",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: using (?<what>[a-z_]+)\(\) in preemptible/,
    title: "$<what>() in preemptible code",
    hint: "Per-CPU data was used with preemption enabled; use get_cpu() or this_cpu_*() in a safe context.",
    symptom: true,
    guilty: { place: "caller", title: "$<what>() in preemptible code in $<func>" }
  },
  {
    id: "linux-workqueue-leak",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: workqueue leaked lock or atomic/,
    title: "Workqueue leaked a lock",
    hint: 'A work function returned with a lock held or preemption disabled; "last function" names it.',
    guilty: { place: "lock", title: "Workqueue leaked a lock in $<func>" }
  },
  {
    id: "linux-dentry-in-use",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: Dentry .* still in use/,
    title: "Dentry still in use at unmount",
    hint: "A dentry reference was leaked; the name of the entry is in the line."
  },
  {
    id: "linux-busy-inodes",
    phase: "kernel",
    severity: "error",
    pattern: /VFS: Busy inodes after unmount/,
    title: "VFS: busy inodes after unmount",
    hint: "An inode reference was leaked; using it later is a use-after-free."
  },
  {
    id: "linux-close-count",
    phase: "kernel",
    severity: "error",
    pattern: /VFS: Close: file count is 0/,
    title: "VFS: close of a file without references",
    hint: "A file was released twice."
  },
  {
    id: "linux-netdevice-leak",
    phase: "kernel",
    severity: "error",
    pattern: /unregister_netdevice: waiting for (?<dev>[a-z]+)/,
    title: "unregister_netdevice: $<dev> is still referenced",
    hint: "A reference to the network device was leaked; CONFIG_NET_DEV_REFCNT_TRACKER=y names the owner."
  },
  {
    id: "linux-memory-leak",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: memory leak/,
    title: "kmemleak: memory leak",
    hint: "No pointer to the allocation below is left. Its backtrace shows who allocated it.",
    guilty: {
      place: "caller",
      title: "kmemleak: memory leak, allocated in $<func>",
      skip: /alloc|create_object|^idr_get|list_lru_init|strdup/
    }
  },
  {
    id: "linux-bug",
    phase: "kernel",
    severity: "error",
    pattern: /(?:^|[^A-Za-z_])BUG: (?<what>[A-Za-z](?:[A-Za-z _()-]*[A-Za-z)])?)/,
    title: "BUG: $<what>",
    hint: "The kernel found a broken invariant; read the report below."
  },
  {
    id: "linux-oops",
    phase: "kernel",
    severity: "error",
    // `Oops: 0000 [#1]` of x86, `Oops [#1]` and `Oops - illegal instruction [#1]` of riscv.
    pattern: /Oops: |Oops(?: - [a-z][A-Za-z ()-]*)? \[#[0-9]/,
    title: "Kernel oops",
    hint: "The line above names the fault and RIP below the function; with guest.vmlinux its source line is named, too.",
    end: TRACE_END3,
    symptom: true,
    guilty: { place: "fault", title: "Kernel oops in $<func>" }
  },
  {
    id: "linux-exited-atomic",
    phase: "kernel",
    severity: "error",
    pattern: /note: .* exited with (?:preempt_count|irqs disabled)/,
    title: "A task died inside the kernel",
    hint: "Follows an oops: the report above this line is the cause.",
    symptom: true
  },
  {
    // kernel/cfi.c; a WARNING or an oops follows.
    id: "linux-cfi",
    phase: "kernel",
    severity: "error",
    pattern: /CFI failure at (?<func>[A-Za-z_][A-Za-z0-9_.]*)/,
    title: "Control-flow integrity failure in $<func>",
    hint: "The function called a pointer whose type differs from the type of its target; the line names both.",
    end: TRACE_END3
  },
  {
    // ASSERT_RTNL() before 5.10, fs/xfs/xfs_message.c, fs/jbd2/journal.c and fs/ext4: assertions with a trace of their own.
    id: "linux-assertion",
    phase: "kernel",
    severity: "error",
    pattern: /RTNL: assertion failed at|XFS(?: \([^)]*\))?: Assertion failed: |Assertion failure in [a-z_0-9]+\(\) at /,
    title: "Assertion failed in the kernel",
    hint: "The line names the condition or its place; the trace below shows who broke it.",
    guilty: { place: "caller", title: "Assertion failed in $<func>" }
  },
  {
    id: "linux-stack-unwind",
    phase: "kernel",
    severity: "error",
    pattern: /WARNING: (?:kernel stack (?:regs|frame pointer) at|stack (?:recursion on stack type|going in the wrong direction)|can't (?:access|dereference) (?:iret )?registers at|unrecognized unwind stack type)/,
    title: "Stack unwinder found a bad frame",
    hint: "The stack or its unwind data is damaged; look for an earlier memory error or assembly without annotations."
  },
  {
    id: "linux-warning",
    phase: "kernel",
    severity: "error",
    pattern: /WARNING: (?:CPU: [0-9]+ PID: [0-9]+ )?at (?<file>[A-Za-z0-9_./-]+):[0-9]+ (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
    title: "WARNING in $<func> ($<file>)",
    hint: "A WARN_ON() fired at the named line; the boot goes on, but an assumption is broken.",
    end: TRACE_END3,
    guilty: { place: "caller" }
  },
  {
    id: "linux-warning-new",
    phase: "kernel",
    severity: "error",
    pattern: /WARNING: (?:\[.*\] )?(?<file>[A-Za-z0-9_./-]+):[0-9]+ at (?<func>[A-Za-z_][A-Za-z0-9_]*)[^ ]*, CPU#/,
    title: "WARNING in $<func> ($<file>)",
    hint: "A WARN_ON() fired at the named line; the boot goes on, but an assumption is broken.",
    end: TRACE_END3,
    guilty: { place: "caller" }
  },
  {
    id: "linux-warning-bare",
    phase: "kernel",
    severity: "error",
    pattern: /WARNING: (?:(?:CPU: [0-9]+ PID: [0-9]+ )?at )?(?:\[.*\] )?(?<file>[A-Za-z0-9_./-]+\.(?:[chS]|rs)):[0-9]+/,
    title: "WARNING at $<file>",
    hint: "A WARN_ON() fired at the named line; the boot goes on, but an assumption is broken.",
    end: TRACE_END3,
    guilty: { place: "fault", title: "WARNING in $<func> ($<file>)" }
  }
];

// src/judge/catalog/linux/devices.ts
var PLATFORM_HINT = "Add iommu_platform=on and disable-legacy=on to the device (QEMU), or use one whose back end offers VIRTIO_F_ACCESS_PLATFORM: all DMA of a TD goes through shared bounce buffers.";
var SWIOTLB = [
  {
    id: "one-mapping",
    when: { size: { from: 256 * 1024 + 1 } },
    title: "A driver maps $<size> bytes at once, and a bounce buffer has at most 262144 (256 KiB)",
    hint: "No size of the pool helps: lower the driver\u2019s largest transfer (max_sectors_kb, seg-max, queue or packet size), or update the driver, which must ask dma_max_mapping_size()."
  },
  {
    id: "fragmented",
    when: { used: { to: 0.9, of: "total" } },
    title: "The DMA bounce buffers (swiotlb) have room, but no piece of $<size> bytes: $<used> of $<total> slots are used",
    hint: "A mapping takes up to 256 KiB in one piece: lower the largest transfer of the driver, or raise swiotlb= so that pieces stay free."
  },
  {
    id: "at-limit",
    when: { total: { from: 512 * 1024 } },
    title: "The DMA bounce buffers (swiotlb) are full at 1 GiB, the most that a TD gets by itself",
    hint: "Give swiotlb= more than 524288 on the command line (slots of 2 KiB), use fewer or shorter queues, or find the driver that does not unmap."
  }
];
var VERITY_HINT = "Image and root hash do not belong together, or the image was changed after its hash tree was made: compare roothash= with the one of the build.";
var DEVICES = [
  {
    id: "linux-swiotlb-full",
    phase: "kernel",
    orLater: true,
    severity: "error",
    pattern: /swiotlb buffer is full(?: \(sz: (?<size>[0-9]+) bytes\), total (?<total>[0-9]+) \(slots\), used (?<used>[0-9]+) \(slots\))?/,
    title: "DMA bounce buffers (swiotlb) are full",
    hint: "A TD does all DMA through bounce buffers: 6 % of its memory, at least 64 MiB and at most 1 GiB. Give it more memory, raise swiotlb= (slots of 2 KiB), or reduce queue sizes.",
    causes: SWIOTLB
  },
  {
    id: "linux-swiotlb-none",
    phase: "kernel",
    severity: "error",
    pattern: /software IO TLB: (?:Cannot allocate buffer|Failed to (?:allocate|remap) |No low mem)|swiotlb(?:_[a-z_]+)?: (?:Failed to allocate|Cannot allocate)|DMA: Out of SW-IOMMU space/,
    title: "The kernel has no memory for DMA bounce buffers (swiotlb), without which a TD has no I/O",
    hint: "Give the guest more memory below 4 GiB, or lower swiotlb=."
  },
  {
    id: "linux-dma-mask",
    phase: "kernel",
    severity: "error",
    pattern: /swiotlb addr 0x[0-9a-f]+\+[0-9]+ overflow|overflow 0x[0-9a-f]+\+[0-9]+ of DMA mask/,
    title: "A device cannot address the bounce buffers",
    hint: "Its DMA mask ends below them: the device or its driver is limited to 32 bits; use another device model."
  },
  {
    id: "linux-virtio-refused",
    phase: "kernel",
    orLater: true,
    severity: "error",
    // drivers/virtio/virtio_pci_modern.c vp_finalize_features; drivers/virtio/virtio.c virtio_features_ok
    pattern: /(?<device>virtio[0-9]+): (?:virtio: )?(?:device (?:uses modern interface but does not have|must provide) (?<feature>VIRTIO_F_[A-Z_0-9]+)|device refuses features: (?<refused>[0-9a-f]+))/,
    title: "The guest refused $<device>: features $<refused> were not accepted",
    hint: "The device took back what it had offered: its back end lacks a feature, or its registers cannot be reached.",
    causes: [
      {
        id: "version-1",
        when: { feature: "VIRTIO_F_VERSION_1" },
        title: "The guest refused $<device>: its registers read zero, or it is not modern (VIRTIO_F_VERSION_1)",
        hint: "Add disable-legacy=on; if the device is modern, its BARs lie beyond the guest\u2019s address width: lower maxmem to at most 1 TiB or pci-hole64-size (kata-containers#10836)."
      },
      {
        id: "access-platform",
        when: { feature: ["VIRTIO_F_ACCESS_PLATFORM", "VIRTIO_F_IOMMU_PLATFORM"] },
        title: "The guest refused $<device>: a TD needs VIRTIO_F_ACCESS_PLATFORM",
        hint: PLATFORM_HINT
      }
    ]
  },
  {
    id: "linux-virtio-probe",
    phase: "kernel",
    orLater: true,
    severity: "error",
    // drivers/base/dd.c really_probe
    pattern: /(?:probe of (?<device>virtio[0-9]+)|(?<device2>virtio[0-9]+): probe with driver [a-z_]+) failed with error (?<errno>-[0-9]+)/,
    title: "The driver of $<device> failed (error $<errno>)",
    hint: "The disk, network or console behind it never appears.",
    symptom: true,
    causes: [
      {
        id: "no-memory",
        when: { errno: "ENOMEM" },
        title: "The driver of $<device> got no memory for its queues",
        hint: "Raise the memory of the guest or swiotlb=, or lower the queue size.",
        symptom: false
      },
      {
        id: "no-queue",
        when: { errno: "ENOENT" },
        title: "The driver of $<device> found none of its queues",
        hint: "The registers of the device read zero: its BAR is not mapped as shared, or not reachable.",
        symptom: false
      }
    ]
  },
  {
    id: "linux-virtio-pci",
    phase: "kernel",
    severity: "error",
    pattern: /virtio[-_]pci (?<device>[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]): (?:virtio_pci: )?(?:virtio_pci: )?(?:missing capabilities|leaving for legacy driver|[Ff]ailed to map|can't ioremap|bad capability|small capability|.*unable to map)/,
    title: "The guest cannot use the virtio device at $<device>",
    hint: "Its capabilities or BARs cannot be read: add disable-legacy=on, and check that its BARs lie within the guest\u2019s address width."
  },
  {
    id: "linux-pci-bar",
    phase: "kernel",
    severity: "warning",
    pattern: /pci [0-9a-f:.]+: BAR (?<bar>[0-9]+)(?: \[[^\]]*\])?:? (?:can't assign; no space|no space for|failed to assign|can't claim|\[mem [^\]]*\]: can't)/,
    title: "A BAR of a PCI device has no place",
    hint: "The windows of the host bridge are too small or beyond the guest\u2019s address width: see pci-hole64-size and maxmem."
  },
  {
    id: "linux-nvme-timeout",
    phase: "kernel",
    orLater: true,
    severity: "error",
    pattern: /nvme nvme(?<device>[0-9]+): (?:I\/O (?:tag )?[0-9]+ .*timeout|Device not ready; aborting|Removing after probe failure|controller is down)/,
    title: "NVMe controller $<device> does not answer",
    hint: "A TD has only bounce buffers for DMA: update the guest kernel, and check swiotlb= and the host\u2019s VFIO or NVMe emulation."
  },
  {
    id: "linux-verity-corrupt",
    phase: "kernel",
    orLater: true,
    severity: "error",
    // drivers/md/dm-verity-target.c verity_handle_err; "dm-verity device corrupted" is the panic after it
    pattern: /device-mapper: verity: (?<device>[0-9:]+): (?<what>data|metadata) block (?<block>[0-9]+) is corrupted/,
    title: "dm-verity: $<what> block $<block> of the root file system is not what its hash says",
    hint: VERITY_HINT
  },
  {
    id: "linux-verity-table",
    phase: "kernel",
    orLater: true,
    severity: "error",
    pattern: /device-mapper: table: [0-9:]+: verity: (?<why>[A-Za-z](?:[A-Za-z ()-]*[a-z)])?)|device-mapper: verity: (?<why2>[Rr]oot hash (?:verification failed|signature[a-z ]*)|[A-Za-z ]*failed)/,
    title: "dm-verity could not be set up: $<why>",
    hint: "The table of the device is wrong: root hash, salt, block sizes or a device that is not there. A signature needs its certificate in the kernel\u2019s keyring."
  },
  {
    id: "linux-dm-init",
    phase: "kernel",
    severity: "error",
    pattern: /device-mapper: init: (?:unable to |cannot |failed |.*not )(?<why>.*[a-z])/,
    title: "dm-mod.create= failed: $<why>",
    hint: "The device-mapper table on the command line names a device that is not there, or has a mistake."
  }
];

// src/judge/catalog/linux/exceptions.ts
var TRACE_END4 = "---[ end trace";
var EXCEPTIONS = [
  {
    id: "linux-null-pointer",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: (?:unable to handle )?kernel NULL pointer dereference/,
    title: "NULL pointer dereference",
    hint: "RIP below names the function; with guest.vmlinux its source line is named, too.",
    end: TRACE_END4,
    guilty: { place: "fault", title: "NULL pointer dereference in $<func>" }
  },
  {
    id: "linux-page-fault",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: unable to handle (?:page fault for address|kernel paging request)/,
    title: "Page fault in the kernel",
    hint: "RIP below names the function; with guest.vmlinux its source line is named, too.",
    end: TRACE_END4,
    guilty: { place: "fault", title: "Page fault in the kernel in $<func>" }
  },
  {
    id: "linux-kernel-bug",
    phase: "kernel",
    severity: "error",
    pattern: /[kK]ernel BUG at (?<file>[A-Za-z0-9_./-]+):/,
    title: "kernel BUG at $<file>",
    hint: "A BUG_ON() at the named line fired; its condition is the broken assumption.",
    end: TRACE_END4,
    guilty: { place: "fault", title: "kernel BUG at $<file> in $<func>" }
  },
  {
    id: "linux-general-protection",
    phase: "kernel",
    severity: "error",
    pattern: /general protection fault(?:[:,]| for non-canonical) /,
    title: "General protection fault in the kernel",
    hint: "Usually a pointer to freed or overwritten memory. RIP below names the function.",
    end: TRACE_END4,
    guilty: { place: "fault", title: "General protection fault in $<func>" }
  },
  {
    id: "linux-double-fault",
    phase: "kernel",
    severity: "fatal",
    pattern: /PANIC: double fault|double fault: [0-9a-f]+ \[#/,
    title: "Double fault",
    hint: "Usually a kernel stack overflow; in a TD also a nested #VE. Read the stack in the trace.",
    end: TRACE_END4,
    guilty: { place: "fault", title: "Double fault in $<func>" }
  },
  {
    id: "linux-stack-segment",
    phase: "kernel",
    severity: "error",
    pattern: /stack segment: [0-9a-f]+ \[#/,
    title: "Stack segment fault in the kernel",
    hint: "The stack or frame pointer is not canonical: it was overwritten.",
    end: TRACE_END4,
    guilty: { place: "fault", title: "Stack segment fault in $<func>" }
  },
  {
    id: "linux-divide-error",
    phase: "kernel",
    severity: "error",
    pattern: /divide error: [0-9a-f]+ \[#|divide_error: [0-9a-f]+ \[#/,
    title: "Divide error in the kernel",
    hint: "Division by zero or overflow; RIP below names the function.",
    end: TRACE_END4,
    guilty: { place: "fault", title: "Divide error in $<func>" }
  },
  {
    id: "linux-invalid-opcode",
    phase: "kernel",
    severity: "error",
    pattern: /invalid opcode: [0-9a-f]+ \[#/,
    title: "Invalid opcode in the kernel",
    hint: "A BUG_ON() (see the line above), or an instruction that this CPU model does not have.",
    end: TRACE_END4,
    guilty: { place: "fault", title: "Invalid opcode in $<func>" }
  },
  {
    id: "linux-int3",
    phase: "kernel",
    severity: "error",
    pattern: /int3: [0-9a-f]+ \[#/,
    title: "Unexpected breakpoint (int3) in the kernel",
    hint: "A jump into padding or a half-patched static call, kprobe or alternative.",
    end: TRACE_END4,
    guilty: { place: "fault", title: "Unexpected breakpoint (int3) in $<func>" }
  },
  {
    id: "linux-control-protection",
    phase: "kernel",
    severity: "error",
    pattern: /Missing ENDBR: (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
    title: "Control protection: missing ENDBR in $<func>",
    hint: "An indirect call reached a function without ENDBR (IBT). Fix the function, or boot with ibt=off to confirm."
  },
  {
    id: "linux-stack-guard",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: .*stack guard page was hit/,
    title: "Kernel stack overflow",
    hint: "Deep recursion or large stack objects; the trace shows the repeating functions.",
    end: TRACE_END4,
    guilty: { place: "stall", title: "Kernel stack overflow in $<func>" }
  }
];

// src/judge/catalog/linux/initrd.ts
var INITRD = [
  {
    id: "linux-ramdisk",
    phase: "kernel",
    severity: "error",
    // init/do_mounts_rd.c identify_ramdisk_image, rd_load_image, compr_fill, compr_flush (Linux 6.12)
    pattern: /RAMDISK: (?<why>(?:error|EOF) while reading compressed data|incomplete write|image too big|[Cc]ould(?:n't| not) [a-zA-Z ]+[a-z]|[a-z0-9]+ decompressor not configured)|Invalid ramdisk decompression routine/,
    title: "The kernel could not unpack its initrd",
    hint: "The initrd is cut short or damaged, compressed in a way that this kernel cannot read (CONFIG_RD_*), or larger than the RAM disk. Compare its size with the original."
  },
  {
    id: "linux-no-rdinit",
    phase: "kernel",
    severity: "error",
    // init/main.c kernel_init_freeable (Linux 6.16; before, the kernel said nothing)
    pattern: /check access for rdinit=(?<init>\S+) failed: (?<errno>-[0-9]+), ignoring/,
    title: "The initrd has no $<init> (error $<errno>), so the kernel looked for root= instead",
    hint: "The initrd is empty, was not unpacked, or its init has another name: check it with lsinitrd or cpio -t, and rdinit=."
  },
  {
    id: "linux-9p-no-channel",
    phase: "kernel",
    orLater: true,
    severity: "error",
    // net/9p/trans_virtio.c p9_virtio_create
    pattern: /9pnet_virtio: no channels available for device (?<tag>\S+)/,
    title: "The guest finds no 9p share with the tag $<tag>",
    hint: "The VMM gives no such share (mount_tag), its virtio device was refused, or the kernel has no driver for the bus it is on (CONFIG_VIRTIO_PCI)."
  },
  {
    id: "linux-virtiofs-no-tag",
    phase: "initramfs",
    orLater: true,
    severity: "error",
    // fs/fuse/virtio_fs.c virtio_fs_get_tree
    pattern: /virtio-fs: tag <(?<tag>[^>]*)> not found/,
    title: "The guest finds no virtiofs share with the tag $<tag>",
    hint: "The VMM gives no such tag, virtiofsd does not run, or the virtio device was refused (dmesg | grep virtio)."
  },
  {
    id: "linux-root-fs-type",
    phase: "kernel",
    severity: "error",
    // init/do_mounts.c mount_root_generic
    pattern: /No filesystem could mount root, tried: ?$/,
    title: "The kernel has no file system that could mount its root, and tried none",
    hint: "No initrd was found, and no file system for root= is built in: give an initrd that this kernel can unpack, or build the file system in."
  },
  {
    id: "initramfs-device-mapper",
    phase: "initramfs",
    severity: "error",
    // libdm/ioctl/libdm-iface.c _open_control (lvm2 2.03), lib/libdevmapper.c (cryptsetup 2.7)
    pattern: /\/dev\/mapper\/control: (?:open failed: )?(?<errno>[A-Z][A-Za-z ]*[a-z])|Failure to communicate with kernel device-mapper driver|Cannot initialize device-mapper|[Ii]s dm_mod kernel module loaded/,
    title: "The guest\u2019s kernel has no device-mapper, which dm-verity, dm-crypt and LVM need",
    hint: "Build CONFIG_BLK_DEV_DM and the target (CONFIG_DM_VERITY, CONFIG_DM_CRYPT) in, or put their modules into the initrd."
  },
  {
    id: "initramfs-verity-setup",
    phase: "initramfs",
    severity: "error",
    // lib/verity/verity.c, verity_hash.c, src/veritysetup.c (cryptsetup 2.7)
    pattern: /Verity device detected corruption|Verification of root hash failed|Root hash signature (?:verification|required)[^.]*|Device \S+ is not a valid VERITY device|Invalid root hash string specified|Verification failed at position/,
    title: "veritysetup refused the root file system: it does not have the root hash that was asked for",
    hint: "Root hash, data and hash partition must come from one build: compare roothash= on the command line with the image."
  }
];

// src/judge/catalog/linux/lockdep.ts
var LOCKDEP = [
  {
    id: "linux-lockdep-circular",
    phase: "kernel",
    severity: "error",
    pattern: /possible circular locking dependency detected/,
    title: "lockdep: possible circular locking dependency",
    hint: "Two locks are taken in both orders; the two chains are printed below.",
    guilty: { place: "lock", title: "lockdep: possible circular locking dependency in $<func>" }
  },
  {
    id: "linux-lockdep-recursive",
    phase: "kernel",
    severity: "error",
    pattern: /possible recursive locking detected/,
    title: "lockdep: possible recursive locking",
    hint: "A lock of a class that is already held is taken again; use a nesting class if that is intended.",
    guilty: { place: "lock", title: "lockdep: possible recursive locking in $<func>" }
  },
  {
    id: "linux-lockdep-irq-inversion",
    phase: "kernel",
    severity: "error",
    pattern: /possible irq lock inversion dependency detected/,
    title: "lockdep: possible irq lock inversion",
    hint: "A lock used in interrupts depends on one that is taken with interrupts enabled.",
    guilty: { place: "lock", title: "lockdep: possible irq lock inversion in $<func>" }
  },
  {
    id: "linux-lockdep-unsafe-order",
    phase: "kernel",
    severity: "error",
    pattern: /-unsafe lock order detected/,
    title: "lockdep: irq-safe lock depends on an irq-unsafe lock",
    hint: "Take the inner lock with interrupts disabled everywhere, or change the order.",
    guilty: { place: "lock", title: "lockdep: irq-safe lock depends on an irq-unsafe lock in $<func>" }
  },
  {
    id: "linux-lockdep-inconsistent",
    phase: "kernel",
    severity: "error",
    pattern: /inconsistent lock state/,
    title: "lockdep: inconsistent lock state",
    hint: "A lock is taken both in interrupt context and with interrupts enabled.",
    guilty: { place: "lock", title: "lockdep: inconsistent lock state in $<func>" }
  },
  {
    id: "linux-lockdep-wait-context",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: Invalid wait context/,
    title: "lockdep: invalid wait context",
    hint: "A sleeping lock is taken inside a spinning one; matters on PREEMPT_RT.",
    guilty: { place: "caller", title: "lockdep: invalid wait context in $<func>" }
  },
  {
    id: "linux-lockdep-unlock-balance",
    phase: "kernel",
    severity: "error",
    pattern: /bad unlock balance detected/,
    title: "lockdep: bad unlock balance",
    hint: "A lock is released that is not held.",
    guilty: { place: "lock", title: "lockdep: bad unlock balance in $<func>" }
  },
  {
    id: "linux-lockdep-held-freed",
    phase: "kernel",
    severity: "error",
    pattern: /held lock freed!/,
    title: "lockdep: held lock freed",
    hint: "Memory that contains a held lock was freed or reinitialised.",
    guilty: { place: "lock", title: "lockdep: held lock freed in $<func>" }
  },
  {
    id: "linux-lockdep-still-held",
    phase: "kernel",
    severity: "error",
    pattern: /still has locks held!|lock held when returning to user space!/,
    title: "lockdep: lock held when leaving the kernel",
    hint: "An error path returns without releasing the lock named below.",
    guilty: { place: "lock", title: "lockdep: lock held when leaving the kernel in $<func>" }
  },
  {
    id: "linux-lockdep-nested",
    phase: "kernel",
    severity: "error",
    pattern: /Nested lock was not taken/,
    title: "lockdep: nested lock was not taken",
    hint: "mutex_lock_nest_lock() and friends need the outer lock to be held.",
    guilty: { place: "caller", title: "lockdep: nested lock was not taken in $<func>" }
  },
  {
    id: "linux-lockdep-key",
    phase: "kernel",
    severity: "error",
    pattern: /INFO: trying to register non-static key/,
    title: "lockdep: lock used before initialisation",
    hint: "A lock in zeroed or stack memory was never initialised (or was freed).",
    guilty: { place: "caller", title: "lockdep: lock used before initialisation in $<func>" }
  },
  {
    id: "linux-lockdep-limit",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: (?<limit>MAX_[A-Z_]+) too low!/,
    title: "lockdep: $<limit> too low",
    hint: "lockdep switched itself off: later locking bugs stay unseen. Raise the CONFIG_LOCKDEP_*_BITS limit."
  },
  {
    id: "linux-rcu-usage",
    phase: "kernel",
    severity: "error",
    pattern: /suspicious RCU usage/,
    title: "Suspicious RCU usage",
    hint: "RCU protected data is read outside rcu_read_lock() or without the lock; the line below names the place.",
    guilty: { place: "caller", title: "Suspicious RCU usage in $<func>", skip: /rcu|kmem|slab/ }
  }
];

// src/judge/catalog/linux/lockups.ts
var LOCKUPS = [
  {
    id: "linux-soft-lockup",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: soft lockup - CPU#[0-9]+ stuck for/,
    title: "Soft lockup",
    hint: "A CPU did not schedule for 20 s and more. On a loaded host or under TCG the vCPU may simply have been starved: check the host first.",
    guilty: { place: "stall", title: "Soft lockup in $<func>" }
  },
  {
    id: "linux-hard-lockup",
    phase: "kernel",
    severity: "error",
    pattern: /detected hard LOCKUP on cpu/,
    title: "Hard lockup",
    hint: "A CPU took no interrupts for seconds: it spins with interrupts off, or the host did not run the vCPU.",
    guilty: { place: "stall", title: "Hard lockup in $<func>" }
  },
  {
    id: "linux-workqueue-lockup",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: workqueue lockup/,
    title: "Workqueue lockup",
    hint: 'No worker made progress; "Showing busy workqueues" below names the stuck work.'
  },
  {
    id: "linux-hung-task",
    phase: "kernel",
    severity: "error",
    pattern: /INFO: task [^A-Za-z]*(?<task>[A-Za-z][A-Za-z_.-]*).* blocked (?:in I\/O wait )?for more than/,
    title: "Hung task: $<task>",
    hint: "The task waits for a lock or for I/O that never ends; its stack is below. Check that the disk back end still answers.",
    guilty: { place: "hang", title: "Hung task: $<task> in $<func>" }
  },
  {
    // The name of the task may hold a line end: then its line begins in the middle.
    id: "linux-hung-task-unnamed",
    phase: "kernel",
    severity: "error",
    pattern: /:[0-9]+ blocked (?:in I\/O wait )?for more than [0-9]+ seconds/,
    title: "Hung task",
    hint: "The task waits for a lock or for I/O that never ends; its stack is below. Check that the disk back end still answers.",
    guilty: { place: "hang", title: "Hung task in $<func>" }
  },
  {
    id: "linux-undying-task",
    phase: "kernel",
    severity: "error",
    pattern: /INFO: task [^A-Za-z]*(?<task>[A-Za-z][A-Za-z_.-]*).* can't die for more than/,
    title: "Task that cannot die: $<task>",
    hint: "The task was killed but waits without end in the kernel; its stack is below.",
    guilty: { place: "hang", title: "Task that cannot die: $<task> in $<func>" }
  },
  {
    id: "linux-rcu-self-stall",
    phase: "kernel",
    severity: "error",
    pattern: /INFO: rcu.* self-detected stall on CPU/,
    title: "RCU stall (self-detected)",
    hint: "This CPU looped without a quiescent state, or its vCPU was not run by the host. The stack below shows what it did.",
    guilty: { place: "stall", title: "RCU stall (self-detected) in $<func>" }
  },
  {
    id: "linux-rcu-stall",
    phase: "kernel",
    severity: "error",
    pattern: /rcu.* detected (?:expedited )?stalls? on /,
    title: "RCU stall",
    hint: "A CPU or task blocks RCU, or a vCPU was not run by the host. The stacks below show what it did.",
    guilty: { place: "stall", title: "RCU stall in $<func>" }
  },
  {
    id: "linux-rcu-starved",
    phase: "kernel",
    severity: "error",
    pattern: /kthread starved for [0-9]+ jiffies/,
    title: "RCU kthread starved",
    hint: "The RCU thread got no CPU time: real-time tasks hog the CPU, or the host is overloaded."
  },
  {
    id: "linux-rcu-timer",
    phase: "kernel",
    severity: "error",
    pattern: /kthread timer wakeup didn't happen for/,
    title: "RCU timer wakeup did not happen",
    hint: "Timer interrupts do not arrive: check the clock source, the local APIC timer and the load of the host."
  },
  {
    id: "linux-spinlock",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: (?<what>(?:spin|rw)lock [a-z][a-z ]*[a-z])/,
    title: "$<what>",
    hint: "Lock debugging found a lock that is held for too long, corrupted or released twice.",
    guilty: { place: "caller", title: "$<what> in $<func>" }
  }
];

// src/judge/catalog/linux/nvidia.ts
var NVIDIA = [
  {
    id: "linux-nvidia-fsp",
    phase: "userspace",
    severity: "error",
    pattern: /NVRM: kfsp[A-Za-z_0-9]+: (?<what>FSP (?:boot cmds failed|command timed out)|Timed out waiting for FSP[a-z ]*)/,
    title: "The GPU\u2019s security processor did not boot the GPU ($<what>)",
    hint: "Set the GPU\u2019s confidential mode on the host (nvidia_gpu_tools.py --set-cc-mode=on --reset-after-cc-mode-switch), update its VBIOS, and use a driver that fits it (nvtrust#64)."
  },
  {
    id: "linux-nvidia-encryption",
    phase: "userspace",
    severity: "error",
    pattern: /NVRM: [A-Za-z_]+: (?:Encryption|Decryption) failed with status = (?<status>0x[0-9a-f]+)/,
    title: "Driver and GPU lost their secure session (status $<status>)",
    hint: "The session does not survive suspend, a reset of the GPU or a second start of the driver: keep nvidia-persistenced running, and reset the GPU on the host (nvtrust#53)."
  },
  {
    id: "linux-nvidia-dma",
    phase: "userspace",
    severity: "error",
    pattern: /NVRM: .*Failed to create a DMA mapping/,
    title: "The GPU\u2019s driver got no memory for DMA",
    hint: "In a TD it must use its CC mode, which needs no large bounce buffers: a GPU with confidential computing, its mode on, and a driver from 550 on (canonical/tdx#292)."
  },
  {
    id: "linux-nvidia-bar",
    phase: "userspace",
    severity: "error",
    pattern: /NVRM: This PCI I\/O region assigned to your NVIDIA device is invalid|NVRM: BAR[0-9] is [0-9]+M @ 0x0/,
    title: "The GPU\u2019s memory windows (BARs) have no place in the guest",
    hint: "Raise the window: -fw_cfg name=opt/ovmf/X-PciMmio64Mb,string=262144, and put the GPU behind a pcie-root-port."
  },
  {
    id: "linux-nvidia-lost",
    phase: "userspace",
    severity: "error",
    pattern: /NVRM: .*GPU has fallen off the bus/,
    title: "The GPU no longer answers (fallen off the bus)",
    hint: "Reset it on the host; in a TD its memory must be shared with the device: check VFIO, the IOMMU and the host dmesg."
  },
  {
    id: "linux-nvidia-gsp",
    phase: "userspace",
    severity: "error",
    pattern: /NVRM: (?:RmInitAdapter: Cannot initialize GSP firmware RM|_?kgsp[A-Za-z_0-9]+: .*(?:GSP.*(?:failed|[Tt]imeout)|failed to (?:load|wait)))/,
    title: "The GPU\u2019s firmware (GSP) did not start",
    hint: "Driver and firmware must be of one release (nvidia-firmware), the open kernel modules are needed, and the GPU\u2019s confidential mode must be on before the TD starts (open-gpu-kernel-modules#729)."
  },
  {
    id: "linux-nvidia-init",
    phase: "userspace",
    severity: "error",
    pattern: /NVRM: (?:GPU \S+ )?(?:RmInitAdapter: [A-Z]|rm_init_adapter failed|RmInitAdapter failed)/,
    title: "The NVIDIA driver could not initialise the GPU",
    hint: "Lines of NVRM before this one may say why: firmware (GSP) of another version, the confidential mode of GPU and switches, or BARs without a place.",
    symptom: true
  }
];

// src/judge/catalog/linux/panics.ts
var PANIC_END = "---[ end Kernel panic";
var PANIC_END_LINE = /end Kernel panic/;
var TRACE_END5 = "---[ end trace";
var INIT_ENDS = [
  {
    id: "sigsegv",
    when: { signal: ["0b", "8b"] },
    title: "Kernel panic: init died of SIGSEGV",
    hint: "PID 1 touched memory that is not mapped: a damaged image, libraries that do not fit the program, or memory that the firmware or VMM corrupted."
  },
  {
    id: "sigill",
    when: { signal: ["04", "84"] },
    title: "Kernel panic: init died of SIGILL: it uses an instruction that this CPU has not",
    hint: "The image is built for a newer CPU than the VMM shows (x86-64-v2 and later): use -cpu host, or a model that has what the distribution demands."
  },
  {
    id: "sigabrt",
    when: { signal: ["06", "86"] },
    title: "Kernel panic: init aborted itself (SIGABRT)",
    hint: "An assertion or a runtime error of PID 1: its last lines above say which."
  },
  {
    id: "sigbus",
    when: { signal: ["07", "87"] },
    title: "Kernel panic: init died of SIGBUS",
    hint: "Its file became shorter or could not be read: look for I/O errors of the disk, and for a share whose back end is gone."
  },
  {
    id: "sigkill",
    when: { signal: "09" },
    title: "Kernel panic: init was killed (SIGKILL)",
    hint: 'Most often memory: an initramfs is unpacked into RAM. Give the guest more, and look for "Out of memory" above.'
  },
  {
    id: "not-found",
    when: { status: "7f", signal: "00" },
    title: "Kernel panic: init ended with status 127: a command, its interpreter or a library was not found",
    hint: "The line above names it. The initrd lacks a program, or the loader and libraries of a dynamically linked one."
  },
  {
    id: "not-executable",
    when: { status: "7e", signal: "00" },
    title: "Kernel panic: init ended with status 126: a command cannot be executed",
    hint: "No execute permission, a file system that is mounted noexec, or a program of another architecture."
  },
  {
    id: "ended",
    when: { status: "00", signal: "00" },
    title: "Kernel panic: init came to its end (status 0)",
    hint: "PID 1 must not return: a script has to end with exec, poweroff or a loop; a shell as init ends when its input does."
  }
];
var PANICS = [
  {
    id: "linux-panic-root-fs",
    phase: "kernel",
    severity: "fatal",
    pattern: /Kernel panic - not syncing: VFS: Unable to mount root fs/,
    title: "Kernel panic: unable to mount the root file system",
    hint: "Without an initrd: check root=, and that the disk driver and file system are built in. With one: it was not loaded (Cloud Hypervisor ignores it with TDX), or this kernel cannot unpack it.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-init-killed",
    phase: "initramfs",
    severity: "fatal",
    pattern: /Kernel panic - not syncing: Attempted to kill (?:init|the idle task)!(?: +exitcode=0x0000(?<status>[0-9a-f]{2})(?<signal>[0-9a-f]{2}))?/,
    title: "Kernel panic: init died",
    hint: "PID 1 ended. Look at the last lines of init above: a script that came to its end, or a command of it that failed.",
    end: PANIC_END,
    unless: PANIC_END_LINE,
    causes: INIT_ENDS
  },
  {
    id: "linux-panic-no-init",
    phase: "kernel",
    severity: "fatal",
    pattern: /Kernel panic - not syncing: (?<what>No working init found|No init found|Requested init)/,
    title: "Kernel panic: $<what>",
    hint: "No executable init was found: check rdinit=/init=, that the initrd contains an executable /init for this architecture, and its interpreter and libraries.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-tdvmcall",
    phase: "kernel",
    severity: "fatal",
    pattern: /TDVMCALL failed\. TDX module bug\?/,
    title: "Kernel panic: TDVMCALL failed in the TDX module",
    hint: "The TDX module refused a TDG.VP.VMCALL. Compare TDX module version and guest kernel; a register mask that exposes RBP is refused when the TD has NO_RBP_MOD.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-tdcall",
    phase: "kernel",
    severity: "fatal",
    pattern: /TDCALL (?<leaf>[0-9]+) failed \(Buggy TDX module!\)/,
    title: "Kernel panic: TDCALL leaf $<leaf> failed",
    hint: "A TDCALL that must not fail failed. Check the TDX module version on the host and report the leaf number.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-tdx-ept",
    phase: "kernel",
    severity: "fatal",
    pattern: /Unexpected EPT-violation on private memory/,
    title: "Kernel panic: EPT violation on private memory",
    hint: "The guest touched private memory that was never accepted or that the host took away. Check memory acceptance in the firmware and the HOB/E820 memory map.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-tdx-accept",
    phase: "kernel",
    severity: "fatal",
    pattern: /TDX: Failed to accept memory/,
    title: "Kernel panic: TDX failed to accept memory",
    hint: "TDG.MEM.PAGE.ACCEPT failed. Check that the memory map matches the memory of the TD; try accept_memory=eager to see whether a fixed range fails.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-stack-address",
    phase: "kernel",
    severity: "fatal",
    pattern: /stack-protector: Kernel stack is corrupted in: [0-9a-f]{8}/,
    title: "Kernel panic: stack corrupted",
    hint: "A function wrote past a buffer on its stack. Rebuild with CONFIG_KASAN=y to find the write.",
    end: PANIC_END,
    unless: PANIC_END_LINE,
    guilty: { place: "caller", title: "Kernel panic: stack corrupted in $<func>" }
  },
  {
    id: "linux-panic-stack-protector",
    phase: "kernel",
    severity: "fatal",
    pattern: /stack-protector: Kernel stack is corrupted in: (?<func>[A-Za-z0-9_]+)/,
    title: "Kernel panic: stack corrupted in $<func>",
    hint: "A function wrote past a buffer on its stack. Rebuild with CONFIG_KASAN=y to find the write.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-stack-overflow",
    phase: "kernel",
    severity: "fatal",
    pattern: /Kernel panic - not syncing: kernel stack overflow/,
    title: "Kernel panic: kernel stack overflow",
    hint: "Deep recursion or large stack objects; the trace shows the repeating functions.",
    end: PANIC_END,
    unless: PANIC_END_LINE,
    guilty: { place: "stall", title: "Kernel panic: kernel stack overflow in $<func>", skip: /bad_stack/ }
  },
  {
    id: "linux-panic-stack-end",
    phase: "kernel",
    severity: "fatal",
    pattern: /corrupted stack end detected inside scheduler/,
    title: "Kernel panic: stack end corrupted",
    hint: "The kernel stack overflowed. Look for deep recursion in the trace; CONFIG_VMAP_STACK=y catches the overflow where it happens.",
    end: PANIC_END,
    unless: PANIC_END_LINE,
    guilty: { place: "stall", title: "Kernel panic: stack end corrupted in $<func>" }
  },
  {
    id: "linux-panic-oom",
    phase: "kernel",
    severity: "fatal",
    pattern: /Kernel panic - not syncing: (?:Out of memory|System is deadlocked on memory)/,
    title: "Kernel panic: out of memory",
    hint: "Give the guest more memory, or make the initrd smaller: an initramfs is unpacked into RAM.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-on-warn",
    phase: "kernel",
    severity: "fatal",
    pattern: /Kernel panic - not syncing: .*panic_on_warn set/,
    title: "Kernel panic: panic_on_warn set",
    hint: "The report just above this line is the cause; panic_on_warn only turned it into a panic.",
    end: PANIC_END,
    unless: PANIC_END_LINE,
    symptom: true
  },
  {
    id: "linux-panic-fatal-exception",
    phase: "kernel",
    severity: "fatal",
    pattern: /Kernel panic - not syncing: .*Fatal exception/,
    title: "Kernel panic: fatal exception",
    hint: "The oops just above this line is the cause; with guest.vmlinux its trace names source lines.",
    end: PANIC_END,
    unless: PANIC_END_LINE,
    symptom: true
  },
  {
    id: "linux-panic",
    phase: "kernel",
    severity: "fatal",
    pattern: /Kernel panic - not syncing: (?<reason>[A-Za-z](?:[A-Za-z' _:!,.+*?-]*[A-Za-z!?.])?)/,
    title: "Kernel panic: $<reason>",
    hint: "Read the lines above the panic for the cause, and name guest.vmlinux, so that the call trace gets source lines.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-other",
    phase: "kernel",
    severity: "fatal",
    pattern: /Kernel panic - not syncing/,
    title: "Kernel panic",
    hint: "Read the lines above the panic for the cause, and name guest.vmlinux, so that the call trace gets source lines.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    // The last line of panic(), where the report before it is not in the log.
    id: "linux-panic-reboot",
    phase: "kernel",
    orLater: true,
    severity: "error",
    pattern: /Rebooting in [0-9]+ seconds\.\./,
    title: "The kernel panicked and reboots",
    hint: 'The line "Kernel panic - not syncing" above says why: give the log from there. panic=0 on the command line keeps the kernel from rebooting.',
    symptom: true
  },
  {
    id: "linux-rust-panic",
    phase: "kernel",
    severity: "fatal",
    pattern: /rust_kernel: panicked at (?<file>[A-Za-z0-9_./-]+\.rs)/,
    title: "Rust panic in $<file>",
    hint: "Rust code in the kernel panicked: an assertion, an index or an unwrap at the named line.",
    end: TRACE_END5,
    guilty: { place: "caller", title: "Rust panic in $<func> ($<file>)" }
  },
  {
    id: "linux-decompressor-halted",
    phase: "kernel",
    severity: "fatal",
    pattern: /-- System halted/,
    title: "Kernel decompressor halted",
    hint: "The compressed kernel could not be unpacked or started; the reason is on the line above. Check the bzImage for damage and the memory size."
  }
];

// src/judge/catalog/linux/resources.ts
var RESOURCES = [
  {
    id: "linux-oom-kill",
    phase: "kernel",
    severity: "error",
    pattern: /(?:Out of memory|Memory cgroup out of memory): Kill(?:ed)? process [0-9]+ \((?<task>[A-Za-z][A-Za-z_.-]*)/,
    title: "Out of memory: killed $<task>",
    hint: "Give the guest more memory, or make the initrd smaller: an initramfs is unpacked into RAM."
  },
  {
    id: "linux-oom-constraint",
    phase: "kernel",
    severity: "error",
    pattern: /oom-kill:constraint=(?<constraint>[A-Z_]+)/,
    title: "OOM killer ran ($<constraint>)",
    hint: "CONSTRAINT_NONE: the whole guest is out of memory. CONSTRAINT_MEMCG: only a cgroup limit was hit."
  },
  {
    id: "linux-page-allocation",
    phase: "kernel",
    severity: "warning",
    pattern: /page allocation failure: order:(?<order>[0-9]+)/,
    title: "Page allocation failure (order $<order>)",
    hint: "Memory is short or fragmented; raise the memory of the guest."
  },
  {
    id: "linux-initramfs-unpack",
    phase: "kernel",
    severity: "warning",
    pattern: /Initramfs unpacking failed: (?<why>[A-Za-z](?:[A-Za-z ]*[a-z])?)/,
    title: "Initramfs unpacking failed: $<why>",
    hint: 'The initrd is damaged, compressed in a way that this kernel cannot read, or larger than the memory ("write error").'
  },
  {
    id: "linux-disk-error",
    phase: "kernel",
    severity: "error",
    pattern: /I\/O error, dev (?<dev>vd|sd|nvme|dm-|md|pmem)/,
    title: "I/O error on disk $<dev>*",
    hint: "The VMM could not read or write the disk image: check its size, its file system and the space on the host."
  },
  {
    id: "linux-ext4-error",
    phase: "kernel",
    severity: "error",
    pattern: /EXT4-fs error \(device (?<dev>[a-z]+)/,
    title: "EXT4 error on $<dev>*",
    hint: "The file system in the image is damaged. Check the image with e2fsck; never boot one writable image twice at a time."
  },
  {
    id: "linux-irq-nobody-cared",
    phase: "kernel",
    severity: "warning",
    pattern: /irq (?<irq>[0-9]+): nobody cared/,
    title: "irq $<irq>: nobody cared",
    hint: "An interrupt line stays asserted without a driver that handles it; the kernel switched it off."
  }
];

// src/judge/catalog/linux/sanitizers.ts
var SANITIZERS = [
  {
    id: "linux-kasan",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: KASAN: (?<kind>[a-z][a-z -]*[a-z]) in (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
    title: "KASAN: $<kind> in $<func>",
    hint: "A memory error at the named function. The report below lists the access, the allocation and the free.",
    end: "Memory state around the buggy address",
    guilty: { place: "caller" }
  },
  {
    id: "linux-kasan-other",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: KASAN: (?<kind>[a-z][a-z -]*[a-z])/,
    title: "KASAN: $<kind>",
    hint: "A memory error. The report below lists the access, the allocation and the free.",
    end: "Memory state around the buggy address"
  },
  {
    id: "linux-kcsan",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: KCSAN: (?<kind>(?:assert: )?[a-z][a-z-]*) in (?<func>[A-Za-z_][A-Za-z0-9_]*(?: \/ [A-Za-z_][A-Za-z0-9_]*)?)/,
    title: "KCSAN: $<kind> in $<func>",
    hint: "Two contexts access the same memory without ordering. Use READ_ONCE/WRITE_ONCE, a lock, or data_race() if it is intended.",
    end: "Reported by Kernel Concurrency Sanitizer"
  },
  {
    id: "linux-kmsan",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: KMSAN: (?<kind>[a-z][a-z -]*[a-z]) in (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
    title: "KMSAN: $<kind> in $<func>",
    hint: "Uninitialised memory was used. The report below shows where it was allocated.",
    // Ciphers read what they encrypt, and netlink sends what others wrote: neither has left it uninitialised.
    guilty: {
      place: "caller",
      skip: /alloc_skb|^netlink_(?:ack|rcv_skb)$|_encrypt$|^(?:crypto|cipher|drbg|rng)_/
    }
  },
  {
    id: "linux-kfence",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: KFENCE: (?<kind>[a-z][a-z -]*[a-z]) in (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
    title: "KFENCE: $<kind> in $<func>",
    hint: "A sampled heap error. The report below lists the access, the allocation and the free.",
    guilty: { place: "caller" }
  },
  {
    id: "linux-ubsan",
    phase: "kernel",
    severity: "error",
    pattern: /UBSAN: (?<kind>[A-Za-z][A-Za-z -]*[a-z]) in (?<file>[A-Za-z0-9_./-]+):/,
    title: "UBSAN: $<kind> in $<file>",
    hint: "Undefined behaviour in C at the named file and line.",
    guilty: { place: "caller", title: "UBSAN: $<kind> in $<func> ($<file>)", skip: /overflow/ }
  },
  {
    id: "linux-kmemleak",
    phase: "kernel",
    severity: "error",
    pattern: /kmemleak: [0-9]+ new suspected memory leaks/,
    title: "kmemleak: suspected memory leaks",
    hint: "Read /sys/kernel/debug/kmemleak in the guest for the allocation traces."
  },
  {
    id: "linux-kmemleak-object",
    phase: "kernel",
    severity: "error",
    pattern: /unreferenced object 0x[0-9a-f]+/,
    title: "kmemleak: unreferenced object",
    hint: "No pointer to this allocation is left. The backtrace below names the function that allocated it.",
    guilty: {
      place: "caller",
      title: "kmemleak: unreferenced object, allocated in $<func>",
      skip: /alloc|create_object/
    }
  },
  {
    id: "linux-slub",
    phase: "kernel",
    severity: "error",
    pattern: /BUG (?<cache>[A-Za-z][A-Za-z0-9_:.-]*) \((?:T|Not t)ainted[^)]*\): +(?<what>[A-Za-z](?:[A-Za-z -]*[a-z])?)/,
    title: "Slab corruption in $<cache>: $<what>",
    hint: "The slab allocator found a damaged object. Rebuild with CONFIG_KASAN=y to find the write."
  },
  {
    // print_track() in mm/slub.c, a part of each report; with INFO: before 5.12.
    id: "linux-slub-track",
    phase: "kernel",
    severity: "error",
    pattern: / in (?<func>[A-Za-z_][A-Za-z0-9_]*)[^ ]* age=[0-9]+ cpu=[0-9]+ pid=/,
    title: "Slab report of an object of $<func>",
    hint: "The slab allocator found a damaged object; the lines above say what is wrong with it.",
    symptom: true
  },
  {
    id: "linux-usercopy",
    phase: "kernel",
    severity: "error",
    pattern: /usercopy: Kernel memory (?<what>[a-z]+) attempt detected/,
    title: "usercopy: kernel memory $<what> attempt",
    hint: "copy_to_user/copy_from_user with a length that leaves its object.",
    guilty: { place: "caller", title: "usercopy: kernel memory $<what> attempt in $<func>" }
  },
  {
    id: "linux-list-corruption",
    phase: "kernel",
    severity: "error",
    pattern: /(?<op>list_add|list_del) corruption/,
    title: "$<op> corruption",
    hint: "A list entry was freed, added twice or overwritten. Rebuild with CONFIG_KASAN=y.",
    guilty: { place: "caller", title: "$<op> corruption in $<func>" }
  },
  {
    id: "linux-refcount",
    phase: "kernel",
    severity: "error",
    pattern: /refcount_t: (?<what>[a-z][a-z0-9 -]*[a-z0-9])/,
    title: "refcount_t: $<what>",
    hint: "Unbalanced get and put on a reference counter; the trace shows the last user.",
    guilty: { place: "caller", title: "refcount_t: $<what> in $<func>" }
  },
  {
    id: "linux-ref-tracker",
    phase: "kernel",
    severity: "error",
    pattern: /ref_tracker: /,
    title: "ref_tracker: leaked or double released reference",
    hint: "The trace below shows where the reference was taken."
  }
];

// src/judge/catalog/linux/tdx.ts
var TRACE_END6 = "---[ end trace";
var TDX = [
  {
    id: "linux-tdx-unexpected-ve",
    phase: "kernel",
    severity: "error",
    pattern: /tdx: Unexpected #VE: (?<reason>[0-9]+)/,
    title: "Unexpected #VE, exit reason $<reason>",
    hint: "The kernel did something a TD may not do; the number is the VMX exit reason (28 = control register access, 48 = EPT violation, 32 = WRMSR). The trace below shows where. For 28 in MTRR code boot with clearcpuid=mtrr."
  },
  {
    id: "linux-tdx-ve-fault",
    phase: "kernel",
    severity: "error",
    pattern: /VE fault: [0-9a-f]+ \[#/,
    title: "Virtualization exception (#VE) oops",
    hint: "A #VE that the kernel cannot handle killed this context. RIP names the instruction; the line before it names the exit reason.",
    end: TRACE_END6
  },
  {
    id: "linux-tdx-sept-ve-disable",
    phase: "kernel",
    severity: "error",
    pattern: /TD misconfiguration: SEPT_VE_DISABLE/,
    title: "TD attribute SEPT_VE_DISABLE is not set",
    hint: "Only a debug TD survives this. Set sept-ve-disable=on (QEMU tdx-guest) so that the host cannot inject #VE on private memory."
  },
  {
    id: "linux-tdx-debug",
    phase: "kernel",
    severity: "warning",
    pattern: /tdx: Attributes: .*DEBUG|# cc\.attributes: .*DEBUG/,
    title: "This is a debug TD",
    hint: "Attribute bit 0 is set: the host can read and write its memory and registers. Never give secrets to it; a verifier must refuse it."
  },
  {
    id: "linux-tdx-test-module",
    phase: "userspace",
    severity: "error",
    pattern: /\+0x[0-9a-f]+\/0x[0-9a-f]+ \[(?<module>tdx_compliance|tdx_[a-z]*test[a-z]*)/,
    title: "Call trace through the test module $<module>",
    hint: "The guest is up: a test module that was loaded from userspace broke a rule of the kernel (lkvs#480: CPUID with preemption enabled). Fix the module, or allow the line."
  },
  {
    id: "linux-tdx-convert",
    phase: "kernel",
    orLater: true,
    severity: "error",
    // arch/x86/mm/pat/set_memory.c __set_memory_enc_pgtable; arch/x86/coco/tdx/tdx.c tdx_kexec_finish
    pattern: /CPA VMM failure to convert memory \(addr=.*, numpages=(?<pages>[0-9]+)\) to (?<to>private|shared): (?<errno>-[0-9]+)|tdx: Failed to (?:stop shared<->private conversions|unshare range)/,
    title: "The VMM did not convert memory to $<to> (error $<errno>)",
    hint: "MapGPA failed: the VMM\u2019s own log says why (no host memory, no RAM at the address). The pages are lost to the guest.",
    end: TRACE_END6
  },
  {
    id: "linux-tdx-accept",
    phase: "kernel",
    severity: "error",
    // arch/x86/coco/tdx/tdx-shared.c, arch/x86/boot/compressed/mem.c, drivers/firmware/efi/unaccepted_memory.c
    pattern: /TDX: Failed to accept memory|Accepting memory failed|Cannot accept memory: unknown platform/,
    title: "The kernel could not accept the TD\u2019s memory",
    hint: "TDG.MEM.PAGE.ACCEPT failed: the host had no memory for the page, or firmware and VMM disagree about the memory map. Try a memory size that is a multiple of 1 GiB, and update the guest kernel."
  },
  {
    id: "linux-tdx-accept-trace",
    phase: "kernel",
    severity: "error",
    // drivers/firmware/efi/unaccepted_memory.c
    pattern: /(?:^|[ \]])(?<func>(?:tdx_|arch_)?accept_(?:memory|page))\+0x[0-9a-f]+\/0x/,
    title: "Crash while memory was accepted ($<func>)",
    hint: "A known bug of guest kernels for sizes of memory that are no multiple of 1 GiB: round the memory of the guest, or boot a newer kernel (canonical/tdx#421).",
    symptom: true
  }
];

// src/judge/catalog/linux/index.ts
var LINUX = [
  ...PANICS,
  ...TDX,
  ...SANITIZERS,
  ...EXCEPTIONS,
  ...ARCHITECTURES,
  ...LOCKUPS,
  ...LOCKDEP,
  ...BUGS,
  ...RESOURCES,
  ...DEVICES,
  ...INITRD,
  ...NVIDIA
];

// src/judge/catalog/microvms.ts
var VMM4 = ["vmm"];
var OPEN = [
  {
    id: "missing",
    when: { errno: "ENOENT" },
    title: "/dev/kvm does not exist",
    hint: "Load kvm_intel or kvm_amd, or pass /dev/kvm into the container; a VM needs nested virtualisation (firecracker#4132)."
  },
  {
    id: "denied",
    when: { errno: ["EACCES", "EPERM"] },
    title: "The VMM may not open /dev/kvm",
    hint: "Add the user to group kvm, or give it the device: setfacl -m u:$USER:rw /dev/kvm (firecracker#2908)."
  },
  {
    id: "no-vmx",
    when: { errno: ["ENODEV", "ENXIO"] },
    title: "/dev/kvm exists, but the CPU offers no virtualisation to it",
    hint: "VMX or SVM is off in the BIOS, or this host is a VM without nested virtualisation."
  }
];
var MICROVMS = [
  {
    id: "microvm-kvm",
    phase: "host",
    severity: "fatal",
    pattern: /(?:Error creating (?:the )?K(?:VM|vm) object[:.] \[?|(?:Cannot create VMM\.: |VmmError\()?\bKvm\(|Could not access KVM: )(?:Error\((?<errno>[0-9]+)\)|[^\]]*\(os error (?<errno2>[0-9]+)\))/,
    title: "The VMM could not open /dev/kvm (error $<errno>)",
    hint: "/dev/kvm must exist and be accessible to the user of the VMM.",
    streams: VMM4,
    causes: OPEN
  },
  {
    id: "microvm-kernel",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?:Cannot load kernel due to invalid memory configuration or invalid kernel image(?:[.:] ?(?<why>[A-Z][A-Za-z ]*[a-z]))?|Unable to load (?:elf|bzimage) kernel|Invalid ELF magic number)/,
    title: "The VMM cannot load the kernel: it is no image of the kind that this VMM boots",
    hint: "Firecracker before 1.14 takes an uncompressed vmlinux (ELF) only; check the file\u2019s type, and that the memory holds it.",
    streams: VMM4
  },
  {
    id: "microvm-initrd",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error with initrd initialization|Cannot load initrd due to an invalid|Failed to compute the initrd address/,
    title: "The VMM cannot load the initrd",
    hint: "The file is not readable or empty, or the memory is too small for it.",
    streams: VMM4
  },
  {
    id: "microvm-config",
    phase: "vmm",
    severity: "fatal",
    pattern: /Cannot start microvm without (?<what>kernel configuration|guest mem_size config)|Invalid Memory Configuration|Configuration for VMM from one single json failed|(?:The kernel file|The initrd file) cannot be opened/,
    title: "The VMM\u2019s configuration does not describe a guest that can start",
    hint: "Kernel, memory and drives must be set, with paths that the (jailed) VMM can open, before the start.",
    streams: VMM4
  },
  {
    id: "microvm-memory-fault",
    phase: "vmm",
    orLater: true,
    severity: "fatal",
    pattern: /[Uu]nexpected (?:exit reason on vcpu run|VcpuExit)[^{]*MemoryFault|exit reason[^{]*MemoryFault \{/,
    title: "The guest touched memory as private that is shared, or the other way round, and the VMM does not convert it",
    hint: "KVM_EXIT_MEMORY_FAULT: the VMM has to set the page\u2019s attribute (KVM_SET_MEMORY_ATTRIBUTES) and run on. Use one that supports guest_memfd.",
    streams: VMM4
  },
  {
    id: "microvm-fail-entry",
    phase: "vmm",
    orLater: true,
    severity: "fatal",
    // KVM_EXIT_FAIL_ENTRY (Documentation/virt/kvm/api.rst), as VMMs of rust-vmm and others name it
    pattern: /KVM_EXIT_FAIL_ENTRY|\bFailEntry\b|hardware_entry_failure_reason/,
    title: "KVM could not enter the guest: the CPU refused the state of the vCPU",
    hint: "On a nested host the outer hypervisor does not offer what KVM needs; else the VMM set an invalid state. Read the host dmesg with dump_invalid_vmcs=1 of kvm_intel.",
    streams: VMM4
  },
  {
    id: "microvm-start",
    phase: "vmm",
    severity: "error",
    pattern: /Internal error while starting microVM|Firecracker panicked at|Failed to build MicroVM from Json/,
    title: "The VMM could not start the guest",
    hint: "The rest of the line says why.",
    streams: VMM4,
    symptom: true
  }
];

// src/judge/catalog/other-guests.ts
var OTHER_GUESTS = [
  {
    id: "guest-ve",
    phase: "kernel",
    severity: "error",
    pattern: /[vV]irtualization [eE]xception|VIRTUALIZATION_EXCEPTION|[uU]n(?:handled|expected) #?VE\b|#VE (?:exception|handler).*(?:fail|unhandled|panic)/,
    title: "Virtualization exception (#VE) that the guest kernel cannot handle",
    hint: "The kernel did something that a TD may not do (CPUID, MSR, port I/O, MMIO) before or outside of its #VE handler; the exit reason names it."
  },
  {
    // Rust kernels and unikernels name the exception at the start of a line, in capitals; Linux in small letters.
    id: "guest-exception",
    phase: "kernel",
    severity: "error",
    pattern: /^(?:\[[^\]]*\] *)*(?:ERROR:? *:? *)?(?:EXCEPTION: |Unhandled (?:CPU )?exception:? |Fatal exception: )?(?<what>General [Pp]rotection [Ff]ault|Double [Ff]ault|Page [Ff]ault(?: at| \(|$)|Invalid [Oo]pcode|Divide [Ee]rror|Machine [Cc]heck [Ee]xception|Invalid TSS|Stack [Ss]egment [Ff]ault)/,
    title: "CPU exception that the guest kernel did not handle: $<what>",
    hint: "The registers below name the instruction (rip) and the address (cr2)."
  },
  {
    id: "guest-panic",
    phase: "kernel",
    severity: "error",
    pattern: /Uncaught panic|[kK]ernel panicked|KERNEL PANIC|^ *(?:\[[^\]]*\] )*panicked at |[pP]anicked at (?:'.*', )?(?:kernel|ostd|framework)\//,
    title: "The guest kernel panicked",
    hint: "The line or the next one has the message and the place in the source."
  }
];

// src/judge/catalog/other-vmms.ts
var VMM5 = ["vmm"];
var OTHER_VMMS = [
  {
    id: "script-td-failed",
    phase: "vmm",
    severity: "error",
    pattern: /Failed to create TD VM/,
    title: "The script could not create the TD",
    hint: "The log file that the line names has what QEMU said.",
    streams: VMM5,
    symptom: true
  },
  {
    id: "vmm-crashed",
    phase: "vmm",
    severity: "fatal",
    pattern: /Segmentation fault|core dumped|Aborted \(core|(?:qemu|cloud-hyp)[^ ]*\[[0-9]+\]: segfault at/,
    title: "The VMM crashed",
    hint: "A bug of the VMM, or the end of a chain: read what it printed before, and the host dmesg.",
    streams: ["vmm", "host"],
    symptom: true
  },
  {
    id: "openhcl-shared-pages",
    phase: "firmware",
    severity: "fatal",
    pattern: /(?:unable to make|cannot make|cannot convert|failed to (?:make|convert)) (?:the )?shared pool|shared pool pages.*(?:shared vis|fail)/,
    title: "OpenHCL: memory could not be shared with the host",
    hint: "The paravisor failed to convert pages of its shared pool in a TDX partition: use an OpenHCL image that belongs to this host (openvmm#901)."
  },
  {
    id: "openhcl-vsm",
    phase: "firmware",
    severity: "fatal",
    pattern: /hcl error: |failed to (?:get|set|read) (?:the )?V[PS]M? register|VP register VsmCapabilities/,
    title: "OpenHCL: a register of the partition cannot be read",
    hint: "The paravisor and the hypervisor do not fit in a TDX partition: use an OpenHCL image that belongs to this host (openvmm#901)."
  },
  {
    id: "openhcl-worker",
    phase: "firmware",
    severity: "fatal",
    pattern: /underhill_[a-z_]+(?:::[a-z_]+)*: +ERROR|ERROR.*target.*(?:underhill|openhcl)_|failed in the management VTL|openhcl_[a-z_]+(?:::[a-z_]+)*: +ERROR|UnderhillWorker.*(?:failed|ERROR)|(?:underhill|openhcl)[a-z_]*.*panicked at/,
    title: "OpenHCL: the paravisor failed to start",
    hint: "It stands before the guest\u2019s own firmware, which never ran. The error chain in the line or below names the step; use an OpenHCL image that belongs to this host."
  },
  {
    id: "vmm-tdh-call",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?<call>TDH\.[A-Z]+(?:\.[A-Z]+)*) (?:has )?(?:failed|returned error)/,
    title: "$<call> failed: the TDX module refused the VMM",
    hint: "TDX_OPERAND_INVALID names the operand; for TDH.MNG.INIT RCX has the CPUID leaf that the TD may not be configured with (tdx-module#24).",
    streams: VMM5
  },
  {
    id: "vmm-tdx-abi",
    phase: "vmm",
    severity: "fatal",
    pattern: /TDX command (?:approaches )?failed/,
    title: "KVM refuses the TDX commands of this VMM",
    hint: "EINVAL and ENOTTY: the VMM speaks another TDX ABI than the host kernel. Cloud Hypervisor up to v52 needs Intel\u2019s 2022 tree; use QEMU 10.1 or newer on 6.16 and newer (cloud-hypervisor#7207).",
    streams: VMM5
  },
  {
    id: "vmm-tdx-os-error",
    phase: "vmm",
    severity: "error",
    pattern: /(?:TDX|[tT]dx).*(?:Inappropriate ioctl for device|Invalid argument|os error (?:22|25)|code: (?:22|25))/,
    title: "KVM refuses a TDX call of this VMM",
    hint: "The VMM speaks another TDX ABI than the host kernel, or TDX is off: check the versions and /sys/module/kvm_intel/parameters/tdx.",
    streams: VMM5
  }
];

// src/judge/catalog/qemu-devices.ts
var VMM6 = ["vmm"];
var QEMU_DEVICES = [
  {
    id: "qemu-iommu-platform",
    phase: "vmm",
    severity: "fatal",
    // hw/virtio/virtio-bus.c
    pattern: /iommu_platform=true is not supported by the device/,
    title: "A virtio device cannot have iommu_platform=on, which a TD needs",
    hint: "Its back end (vhost-user, or an old vhost) does not offer VIRTIO_F_ACCESS_PLATFORM: use another back end.",
    streams: VMM6
  },
  {
    id: "qemu-virtio-modern",
    phase: "vmm",
    severity: "fatal",
    // hw/virtio/virtio-pci.c virtio_pci_realize, virtio_pci_device_plugged (QEMU 10.1)
    pattern: /device is modern-only, use disable-legacy=on|VIRTIO_F_IOMMU_PLATFORM was supported by neither legacy nor transitional device|Device doesn't support modern mode, and legacy mode is disabled|device cannot work as neither modern nor legacy mode is enabled/,
    title: "A virtio device of a TD must be modern: disable-legacy=on, and not disable-modern=on",
    hint: "Use the -non-transitional form of the device, or add disable-legacy=on; behind a PCIe root port that is the default.",
    streams: VMM6
  },
  {
    id: "qemu-vhost-features",
    phase: "vmm",
    severity: "error",
    pattern: /vhost lacks feature mask (?<mask>0x[0-9a-f]+) for backend|vhost_set_(?:features|vring_[a-z]+) failed(?:: (?<errno>[A-Z][A-Za-z/ ]*[a-z]))?|vhost_dev_init failed|vhost_dev_start failed|unable to start vhost [a-z-]+: -?[0-9]+/,
    title: "vhost cannot do what the device needs",
    hint: "The kernel\u2019s vhost, or the vhost-user program, lacks a feature: try vhost=off.",
    streams: VMM6,
    causes: [
      {
        id: "gone",
        when: { errno: ["EAGAIN", "EPIPE", "ECONNRESET", "EPROTO", "EBADF"] },
        title: "The vhost-user back end (such as virtiofsd) went away",
        hint: "It crashed or was ended: look at its own log. It cannot read the private memory of a TD without swiotlb (iommu_platform=on) (confidential-containers#59)."
      }
    ]
  },
  {
    id: "qemu-vhost-net",
    phase: "vmm",
    severity: "fatal",
    // net/tap.c
    pattern: /vhost-net requested but could not be initialized/,
    title: "QEMU cannot use vhost-net",
    hint: "Load vhost_net on the host and give the user /dev/vhost-net, or use vhost=off.",
    streams: VMM6
  },
  {
    id: "qemu-vhost-user",
    phase: "vmm",
    severity: "error",
    pattern: /Failed to (?:set msg fds|read msg header\. Read|write msg\. Wrote)|vhost_backend_init failed|vhost-user(?:-[a-z0-9-]+)?: (?:Failed to (?:read|write) (?:msg|from)|.*(?:initialization failed|connect(?:ion)? (?:failed|refused))|.*backend.*(?:disconnected|not connected))|Failed to connect to '[^']*virtiofsd?[^']*'/,
    title: "The vhost-user back end (such as virtiofsd) is gone",
    hint: "It was not started, or it crashed: look at its own log. It cannot read the private memory of a TD without swiotlb (iommu_platform=on).",
    streams: VMM6
  },
  {
    id: "qemu-vhost-vsock",
    phase: "vmm",
    severity: "fatal",
    pattern: /vhost-vsock: (?:failed to open vhost device|unable to set guest cid)(?:: (?<errno>[A-Z][A-Za-z/ ]*[a-z]))?/,
    title: "QEMU cannot use vhost-vsock",
    hint: "Load vhost_vsock, give the user access to /dev/vhost-vsock, and use a free CID.",
    streams: VMM6,
    causes: [
      {
        id: "cid",
        when: { errno: "EADDRINUSE" },
        title: "The guest\u2019s vsock CID is taken",
        hint: "Another VM uses it, or an old one is still alive: give each VM its own guest-cid."
      },
      {
        id: "missing",
        when: { errno: ["ENOENT", "ENODEV"] },
        title: "The host has no /dev/vhost-vsock",
        hint: "Load the module vhost_vsock."
      },
      {
        id: "denied",
        when: { errno: ["EACCES", "EPERM"] },
        title: "QEMU may not open /dev/vhost-vsock",
        hint: "Give the user access to /dev/vhost-vsock (group kvm)."
      }
    ]
  },
  {
    id: "qemu-tap",
    phase: "vmm",
    severity: "fatal",
    pattern: /could not configure \/dev\/net\/tun(?: \([^)]*\))?: (?<errno>[A-Z][A-Za-z/ ]*[a-z])|could not open \/dev\/net\/tun|network script \S+ failed with status|bridge helper failed|failed to (?:launch|parse) bridge helper/,
    title: "QEMU could not open its tap device",
    hint: "A tap device needs CAP_NET_ADMIN, or one that exists and belongs to the user; use user networking where that is enough.",
    streams: VMM6
  },
  {
    id: "qemu-tpm",
    phase: "vmm",
    severity: "fatal",
    pattern: /tpm[-_](?:passthrough|emulator)[^:]*: .*(?:[Cc]annot|[Cc]ould not|[Ff]ailed|requires|required|not)/,
    title: "QEMU cannot give the guest a TPM",
    hint: "The host\u2019s TPM cannot be passed through to a TD; a vTPM needs swtpm running on the socket that the option names (canonical/tdx#275).",
    streams: VMM6
  }
];

// src/judge/catalog/qemu-kvm.ts
var VMM7 = ["vmm"];
var OPEN2 = [
  {
    id: "missing",
    when: { errno: "ENOENT" },
    title: "/dev/kvm does not exist",
    hint: "Load kvm_intel (modprobe kvm_intel), or pass /dev/kvm into the container. A cloud VM or a hosted CI runner may have none: use platform emulated."
  },
  {
    id: "denied",
    when: { errno: ["EACCES", "EPERM"] },
    title: "The VMM may not open /dev/kvm",
    hint: "Add the user to group kvm and log in anew, or give the container the device."
  },
  {
    id: "no-vmx",
    when: { errno: ["ENODEV", "ENXIO", "EOPNOTSUPP"] },
    title: "/dev/kvm exists, but the CPU offers no virtualisation to it",
    hint: "VMX is off in the BIOS, this host is itself a VM without nested virtualisation, or kvm_intel did not load: dmesg | grep kvm (tdx-tools#227)."
  },
  {
    id: "busy",
    when: { errno: "EBUSY" },
    title: "Another hypervisor uses the CPU\u2019s virtualisation",
    hint: "VirtualBox, VMware or Xen holds VMX, or the module is being reloaded: stop it, then try again."
  },
  {
    id: "vm-type",
    when: { errno: "EINVAL" },
    title: "KVM has no VM type of the number that QEMU asks for",
    hint: "TDX is off (/sys/module/kvm_intel/parameters/tdx must read Y), or QEMU and the host kernel speak different TDX interfaces."
  },
  {
    id: "abi",
    when: { errno: "ENOTTY" },
    title: "KVM does not know a call of this QEMU",
    hint: "Use a QEMU and a host kernel that belong together (canonical/tdx#114)."
  },
  {
    id: "memory",
    when: { errno: ["ENOMEM", "EMFILE"] },
    title: "The host has no memory, or no file descriptors, for another VM",
    hint: "Free memory on the host, or raise the limit of open files (ulimit -n)."
  }
];
var RUN = [
  {
    id: "private-memory",
    when: { errno: "EFAULT" },
    title: "KVM_RUN failed with a bad address: the guest touched memory that KVM cannot give it",
    hint: "The guest used memory as private that is shared, or a device\u2019s memory as private: a passed-through TPM, a pflash drive, or a device without iommu_platform=on is not possible in a TD (canonical/tdx#275).",
    symptom: false
  },
  {
    id: "not-final",
    // tdx_vcpu_pre_run: the vCPU or the TD is not initialised and final.
    when: { errno: "EINVAL" },
    title: "KVM refuses to run the vCPU: the TD is not complete",
    hint: "The TD was not finalised, or the vCPU not initialised: QEMU and kernel do not fit each other.",
    symptom: false
  },
  {
    id: "memory",
    when: { errno: "ENOMEM" },
    phase: "host",
    title: "The host ran out of memory while the guest ran",
    hint: "The memory of a TD cannot be swapped: give the guest less, or free memory on the host.",
    symptom: false
  },
  {
    id: "poisoned",
    when: { errno: "EHWPOISON" },
    phase: "host",
    title: "The memory of the guest has a hardware error",
    hint: "The host dmesg has the machine check. On Sapphire Rapids a partial write to TD memory by the host poisons it (erratum TDX_PW_MCE).",
    symptom: false
  },
  {
    id: "denied",
    when: { errno: ["EPERM", "EACCES"] },
    phase: "host",
    title: "The VMM may not run the vCPU",
    hint: "A security module or a sandbox of the VMM forbids KVM_RUN: read the host\u2019s audit log.",
    symptom: false
  },
  {
    id: "unsupported",
    when: { errno: ["EOPNOTSUPP", "ENOSYS", "ENOTTY", "ENODEV"] },
    title: "KVM cannot do what the guest asked for",
    hint: "The kernel lacks a TDX feature that the guest or QEMU uses: update the host kernel, and read its dmesg.",
    symptom: false
  },
  {
    id: "busy",
    when: { errno: ["EBUSY", "EAGAIN"] },
    title: "The TDX module was busy, and KVM gave up",
    hint: "TDX_OPERAND_BUSY: many vCPUs map the same memory. Update the host kernel.",
    symptom: false
  }
];
var SUBERRORS = [
  {
    id: "emulation",
    when: { code: "1" },
    title: "KVM could not emulate an instruction of the guest (suberror 1)",
    hint: 'The bytes behind "Code" show it. This /dev/kvm may be software-only or nested: use platform emulated. QEMU does not exit by itself.'
  },
  {
    id: "double-exception",
    when: { code: "2" },
    title: "KVM met a second exception while it handled one (suberror 2)",
    hint: "The guest\u2019s tables are broken, or a nested KVM has a bug. QEMU does not exit by itself."
  },
  {
    id: "event",
    when: { code: "3" },
    title: "KVM could not deliver an event to the guest (suberror 3)",
    hint: "An interrupt or exception hit memory that has no page, often a wild IDT. QEMU does not exit by itself."
  },
  {
    id: "exit-reason",
    when: { code: "4" },
    title: "KVM does not handle the reason for which the guest left it (suberror 4)",
    hint: "The first extra data is the exit reason. In a TD the TDX module and the kernel do not fit each other: update both. QEMU does not exit by itself."
  }
];
var QEMU_KVM = [
  {
    id: "qemu-kvm-access",
    phase: "host",
    severity: "fatal",
    pattern: /Could not access KVM kernel module: (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: "KVM is not usable: $<errno>",
    hint: "Load kvm_intel, enable virtualisation, give the user access to /dev/kvm, or use platform emulated.",
    streams: VMM7,
    causes: OPEN2
  },
  {
    id: "qemu-kvm-create",
    phase: "host",
    severity: "fatal",
    pattern: /KVM_CREATE_(?<what>VM|VCPU)\)? failed:? (?:-?[0-9]+ )?\(?(?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: "KVM_CREATE_$<what> failed: $<errno>",
    hint: "KVM refused to make the VM: read the host dmesg.",
    streams: VMM7,
    causes: OPEN2.filter(({ id }) => id !== "missing" && id !== "abi")
  },
  {
    id: "qemu-kvm-vcpu",
    phase: "vmm",
    severity: "fatal",
    // accel/kvm/kvm-all.c kvm_init_vcpu (QEMU 10.1)
    pattern: /kvm_(?:init|create)_vcpu(?:: (?<step>kvm_arch_init_vcpu|mmap'ing vcpu state|[A-Za-z_]+))? failed \(?[0-9]*\)?:? ?(?<errno>[A-Z][A-Za-z /]*[a-z])/,
    title: "KVM could not make a vCPU: $<errno>",
    hint: "Ask for fewer vCPUs, and read the host dmesg.",
    streams: VMM7,
    causes: [
      {
        id: "cpuid",
        // target/i386/kvm/kvm.c kvm_arch_init_vcpu: KVM_SET_CPUID2, and tdx_check_features with enforce=on
        when: { step: "kvm_arch_init_vcpu", errno: ["EINVAL", "E2BIG"] },
        title: "KVM refused the CPUID of a vCPU: $<errno>",
        hint: "Use -cpu host without features, phys-bits and enforce; warnings above name features that TDX or KVM does not have."
      },
      {
        id: "memory",
        when: { errno: ["ENOMEM", "EMFILE", "EAGAIN"] },
        phase: "host",
        title: "The host has no memory, or no file descriptor, for a vCPU: $<errno>",
        hint: "Free memory on the host, or raise the limits of QEMU (ulimit -n, -u and -v, LimitNOFILE, TasksMax)."
      },
      {
        id: "limit",
        // tdx_vm_init: max_vcpus is at most the number of CPUs that the host has; irqchip_split is needed.
        when: { errno: "EINVAL" },
        title: "KVM could not make a vCPU: more than a TD may have on this host, or no split irqchip",
        hint: "A TD has at most as many vCPUs as the host has CPUs, and needs kernel_irqchip=split."
      },
      {
        id: "state",
        // tdx_vcpu_create: the TD is not initialised.
        when: { errno: "EIO" },
        title: "KVM could not make a vCPU: the TD is not initialised",
        hint: "KVM_TDX_INIT_VM was not called or failed before: QEMU and kernel do not fit each other."
      }
    ]
  },
  {
    id: "qemu-kvm-vcpus",
    phase: "vmm",
    severity: "fatal",
    pattern: /Number of (?<kind>SMP|hotpluggable) cpus requested \((?<wanted>[0-9]+)\) exceeds the (?:maximum|recommended) cpus supported by KVM \((?<limit>[0-9]+)\)/,
    title: "KVM allows $<limit> vCPUs, and $<wanted> were asked for",
    hint: "Lower -smp; a TD has at most as many vCPUs as the host has CPUs.",
    streams: VMM7,
    unless: /warning:/
  },
  {
    id: "qemu-kvm-capability",
    phase: "vmm",
    severity: "fatal",
    pattern: /kvm does not support (?<what>[A-Z][A-Z0-9_]+)|kvm version (?:too old|not supported)/,
    title: "The host kernel\u2019s KVM is too old for this QEMU",
    hint: "Use a newer host kernel, for TDs from 6.16 on, or an older QEMU.",
    streams: VMM7
  },
  {
    id: "qemu-kvm-irqchip",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?:Could not enable split (?:IRQ|irqchip) mode|Create kernel irqchip failed|Could not create (?:kernel )?irqchip): (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: "KVM refused the interrupt controller: $<errno>",
    hint: "A TD needs kernel_irqchip=split; leave kernel_irqchip out of -machine.",
    streams: VMM7
  },
  {
    id: "qemu-kvm-init",
    phase: "host",
    severity: "fatal",
    pattern: /failed to initialize (?:kvm|KVM): (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: "QEMU could not initialise KVM: $<errno>",
    hint: "The line above says what KVM refused.",
    streams: VMM7,
    symptom: true,
    causes: OPEN2
  },
  {
    id: "qemu-no-accelerator",
    phase: "host",
    severity: "fatal",
    // system/vl.c configure_accelerators (QEMU 10.1)
    pattern: /No accelerator selected and no default accelerator available|: no accelerator found/,
    title: "QEMU has no accelerator that works",
    hint: "The lines above say what each one lacks: give -accel kvm on a host with /dev/kvm, or use platform emulated.",
    streams: VMM7,
    symptom: true
  },
  {
    id: "qemu-falls-back",
    phase: "host",
    severity: "warning",
    // system/vl.c configure_accelerators (QEMU 10.1)
    pattern: /: falling back to (?<accel>[a-z]+)/,
    title: "KVM does not work, so QEMU runs the guest with $<accel>",
    hint: "The guest is slower by a factor of 10 to 50 and no Trust Domain: the line above says what KVM lacks.",
    streams: VMM7
  },
  {
    id: "qemu-hardware-memory-error",
    phase: "host",
    severity: "fatal",
    // target/i386/kvm/kvm.c kvm_arch_on_sigbus_vcpu (QEMU 10.1)
    pattern: /(?:Hardware memory error|Guest MCE Memory Error) at (?:QEMU )?addr/,
    title: "The memory of the host has a hardware error, in a page of the guest or of QEMU",
    hint: "The host dmesg has the machine check and the DIMM. On Sapphire Rapids a partial write to TD memory by the host looks alike (erratum TDX_PW_MCE).",
    streams: VMM7
  },
  {
    id: "qemu-accelerators",
    phase: "vmm",
    severity: "fatal",
    pattern: /requires KVM or HVF|CPU model '[^']*' requires KVM|requires? hardware acceleration/,
    title: "The CPU model or the TD needs KVM, and QEMU runs without",
    hint: "Give -accel kvm on a host with /dev/kvm; without KVM use platform emulated.",
    streams: VMM7,
    symptom: true
  },
  {
    id: "qemu-kvm-run-failed",
    phase: "vmm",
    orLater: true,
    severity: "fatal",
    pattern: /error: kvm run failed (?<errno>[A-Z][A-Za-z /]*[a-z])/,
    title: "KVM_RUN failed: $<errno>",
    hint: "The vCPU died. For a TD update BIOS and TDX module and read the host dmesg; a firmware panic (td-shim#548) ends here too.",
    streams: VMM7,
    symptom: true,
    causes: RUN
  },
  {
    id: "qemu-kvm-unknown-exit",
    phase: "vmm",
    severity: "fatal",
    pattern: /KVM: unknown exit/,
    title: "KVM returned an unknown exit",
    hint: "A TDX module or kernel that this QEMU does not fit (canonical/tdx#348: old TDX module).",
    streams: VMM7
  },
  {
    id: "qemu-kvm-entry-failed",
    phase: "vmm",
    severity: "fatal",
    pattern: /KVM: entry failed, hardware error/,
    title: "KVM could not enter the guest",
    hint: "Invalid guest state or no nested virtualisation for this mode; read the host dmesg.",
    streams: VMM7
  },
  {
    id: "qemu-kvm-internal-error",
    phase: "vmm",
    severity: "fatal",
    pattern: /KVM internal error\. Suberror: (?<code>[0-9]+)/,
    title: "KVM internal error (suberror $<code>)",
    hint: "KVM could not go on with the guest: read the host dmesg. QEMU does not exit by itself.",
    streams: VMM7,
    causes: SUBERRORS
  }
];

// src/judge/catalog/qemu-memory.ts
var VMM8 = ["vmm"];
var CONVERSION_HINT = "A driver in the guest converts memory of a device (ioremap, a passed-through TPM, a frame buffer) or a wrong address: the last lines of the guest say which. A TD cannot use such a device (tdx-tools#540).";
var BACKING = [
  {
    id: "missing",
    when: { errno: "ENOENT" },
    title: "The backing file or the huge page mount of the guest\u2019s memory does not exist",
    hint: "mem-path names a directory that must exist: mount hugetlbfs there."
  },
  {
    id: "denied",
    when: { errno: ["EACCES", "EPERM"] },
    title: "QEMU may not use the backing file of the guest\u2019s memory",
    hint: "Check the owner and the mode of mem-path."
  },
  {
    id: "limit",
    when: { errno: ["EFBIG", "EINVAL"] },
    title: "The guest\u2019s memory does not fit its backing",
    hint: "The size must be a multiple of the huge page size of mem-path and within the limit of file sizes (ulimit -f)."
  }
];
var QEMU_MEMORY = [
  {
    id: "qemu-convert-no-ram",
    phase: "vmm",
    orLater: true,
    severity: "fatal",
    // kvm_convert_memory in accel/kvm/kvm-all.c; "Unknown start" in Intel's trees before QEMU 10.1.
    pattern: /Convert non guest_memfd backed memory region \((?<start>0x[0-9a-f]+) ?, ?\+ ?(?<size>0x[0-9a-f]+)\) to (?<to>private|shared)|Unknown start 0x[0-9a-f]+ size 0x[0-9a-f]+ shared_to_private [01]/,
    title: "The guest converted an address that is no private RAM of the TD",
    hint: CONVERSION_HINT,
    streams: VMM8,
    causes: [
      {
        id: "to-private",
        when: { to: "private" },
        title: "The guest wanted $<start> as private memory, and no private RAM is there",
        hint: CONVERSION_HINT
      },
      {
        id: "to-shared",
        when: { to: "shared" },
        title: "The guest wanted to share $<start>, and no private RAM is there",
        hint: CONVERSION_HINT
      }
    ]
  },
  {
    id: "qemu-convert-attributes",
    phase: "vmm",
    severity: "fatal",
    pattern: /failed to set memory \(0x[0-9a-f]+(?: ?,)? ?\+ ?(?:size )?0x[0-9a-f]+\) with attr 0x[0-9a-f]+ error '(?<errno>[A-Z][A-Za-z/ ]*[a-z])'/,
    title: "KVM could not convert memory between private and shared: $<errno>",
    hint: "KVM_SET_MEMORY_ATTRIBUTES failed: read the host dmesg.",
    streams: VMM8,
    causes: [
      {
        id: "memory",
        when: { errno: "ENOMEM" },
        title: "The host has no memory to convert pages between private and shared",
        hint: "A page that is shared again costs host memory until its private copy is given back: give the guest less memory or a smaller swiotlb."
      },
      {
        id: "unsupported",
        when: { errno: ["EINVAL", "ENOTTY", "EOPNOTSUPP"] },
        title: "This KVM cannot convert memory between private and shared",
        hint: "KVM needs KVM_CAP_MEMORY_ATTRIBUTES (Linux 6.8 and newer with private memory), and a VM of the TDX type."
      }
    ]
  },
  {
    id: "qemu-discard-private",
    phase: "vmm",
    severity: "fatal",
    pattern: /ram_block_discard_(?:guest_memfd_)?range: Failed to (?:fallocate|discard) [^ ]*.*\((?<errno>-?[0-9]+)\)/,
    title: "QEMU could not give private memory back to the host (error $<errno>)",
    hint: "fallocate on guest_memfd failed: read the host dmesg, and update QEMU and kernel.",
    streams: VMM8
  },
  {
    id: "qemu-memory-slot",
    phase: "vmm",
    severity: "fatal",
    pattern: /KVM_SET_USER_MEMORY_REGION2? failed, slot=[0-9]+, .*: (?<errno>[A-Z][A-Za-z/ ]*[a-z])|kvm_set_phys_mem: error registering slot: (?<text>[A-Z][A-Za-z ]*[a-z])/,
    title: "KVM refused a memory slot of the guest",
    hint: "A TD has no read-only or overlapping memory: no pflash drive, no ROM bar. Otherwise QEMU and kernel do not fit each other; the errno is in the line.",
    streams: VMM8,
    causes: [
      {
        id: "overlap",
        when: { errno: "EEXIST" },
        title: "Two memory slots of the guest overlap",
        hint: "A bug of QEMU or of the layout of a passed-through device: report the line."
      },
      {
        id: "invalid",
        when: { errno: "EINVAL" },
        title: "KVM cannot have this memory slot in a confidential guest (read-only, or not aligned)",
        hint: "A TD has no read-only memory: boot with -bios, not with pflash drives, and without option ROMs (romfile=)."
      },
      {
        id: "memory",
        when: { errno: "ENOMEM" },
        title: "The host has no memory for a memory slot of the guest",
        hint: "Lower the memory of the guest or free memory on the host."
      }
    ]
  },
  {
    id: "qemu-guest-memfd",
    phase: "vmm",
    severity: "fatal",
    pattern: /KVM does not support guest_memfd|[eE]rror creating (?:KVM guest_memfd|kvm guest memfd)(?:: (?<errno>[A-Z][A-Za-z/ ]*[a-z]))?|cannot set up private guest memory for [^:]*: KVM required/,
    title: "KVM gives QEMU no guest_memfd",
    hint: 'A TD needs KVM with guest_memfd (6.16 and newer with CONFIG_KVM_INTEL_TDX) and -accel kvm; with "Permission denied", SELinux or AppArmor forbids it.',
    streams: VMM8,
    causes: [
      {
        id: "denied",
        when: { errno: ["EACCES", "EPERM"] },
        title: "QEMU may not create guest_memfd: SELinux or AppArmor forbids it",
        hint: "The policy of the host does not know guest_memfd: update it, or set it to permissive to check (snp-svsm-vtpm#4)."
      },
      {
        id: "memory",
        when: { errno: ["ENOMEM", "EMFILE", "ENFILE"] },
        title: "The host has no memory or file descriptor for guest_memfd: $<errno>",
        hint: "Lower the memory of the guest, or raise the limit of open files."
      },
      {
        id: "flags",
        when: { errno: "EINVAL" },
        title: "KVM refused the guest_memfd that QEMU asked for",
        hint: "Its size is not aligned to pages, or QEMU asks with flags of another kernel: use a QEMU and a host kernel that belong together."
      }
    ]
  },
  {
    id: "qemu-memory-devices",
    phase: "vmm",
    severity: "fatal",
    // hw/mem/memory-device.c
    pattern: /not enough space, currently 0x[0-9a-f]+ in use of total space for memory devices 0x(?<size>[0-9a-f]+)/,
    title: "The guest has no address space left for more memory (maxmem)",
    hint: "Raise maxmem (Kata: default_maxmemory), or add less; a TD cannot hotplug memory anyway: give it all at the start.",
    streams: VMM8
  },
  {
    id: "qemu-memory-backing",
    phase: "host",
    severity: "fatal",
    // system/physmem.c, util/oslib-posix.c
    pattern: /(?:can't open backing store [^ ]+ for guest RAM|unable to map backing store for guest RAM|cannot set up guest memory '[^']*'): (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: "The host has not enough memory for the guest",
    hint: "Lower the memory of the guest or free memory on the host; the memory of TDs cannot be swapped.",
    streams: VMM8,
    causes: BACKING
  },
  {
    id: "qemu-memory-prealloc",
    phase: "host",
    severity: "fatal",
    pattern: /Insufficient free host memory pages available to allocate guest RAM|preallocating memory failed: (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: "The host has too few free (huge) pages for the guest",
    hint: "Raise vm.nr_hugepages, or drop prealloc=on and mem-path. A TD of QEMU 10.1 gains nothing from huge pages.",
    streams: VMM8
  },
  {
    id: "qemu-memfd",
    phase: "vmm",
    severity: "fatal",
    // util/memfd.c, backends/hostmem-memfd.c; Intel's TDX trees: backends/hostmem-memfd-private.c
    pattern: /failed to create memfd(?: with flags 0x[0-9a-f]+)?: (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: "QEMU could not make the memory of the guest (memfd): $<errno>",
    hint: "memory-backend-memfd-private is of Intel\u2019s 2023 trees and needs the host kernel of the same tree; upstream QEMU makes guest_memfd itself. For hugetlb=on the host needs free huge pages.",
    streams: VMM8
  },
  {
    id: "qemu-memory",
    phase: "host",
    severity: "fatal",
    pattern: /cannot set up guest memory|unable to map backing store for guest RAM|Cannot allocate memory/,
    title: "The host has not enough memory for the guest",
    hint: "Lower the memory of the guest or free memory on the host; the memory of TDs cannot be swapped.",
    streams: VMM8
  },
  {
    id: "qemu-address-space",
    phase: "vmm",
    severity: "fatal",
    // hw/i386/pc.c
    pattern: /Address space limit (?<limit>0x[0-9a-f]+) < (?<needed>0x[0-9a-f]+) phys-bits too low \((?<bits>[0-9]+)\)/,
    title: "The guest\u2019s memory and device windows do not fit in $<bits> address bits",
    hint: "Lower -m and maxmem (a TD cannot have hotplug memory), or the 64-bit window of large GPUs (pci-hole64-size, X-PciMmio64Mb).",
    streams: VMM8
  },
  {
    id: "qemu-phys-bits",
    phase: "vmm",
    severity: "fatal",
    // target/i386/host-cpu.c, cpu.c
    pattern: /phys-bits should be (?:between [0-9]+ and [0-9]+|[0-9]+ or [0-9]+) ?,? \(?but is (?<bits>[0-9]+)/,
    title: "phys-bits=$<bits> is not possible",
    hint: "Use -cpu host without phys-bits: a TD has the address width of the host.",
    streams: VMM8
  },
  {
    id: "qemu-memory-option",
    phase: "vmm",
    severity: "fatal",
    // hw/core/machine.c, hw/mem/memory-device.c, hw/core/numa.c, hw/i386/pc.c, system/physmem.c, system/vl.c,
    // backends/hostmem*.c (QEMU 10.1)
    pattern: /invalid RAM size|invalid value of (?:maxmem|slots)|total memory for NUMA nodes \([^)]*\) should equal RAM size|memory backend size mismatch|[Mm]emory backend '[^']*' (?:is busy|not found|has been set)|memory size 0x[0-9a-f]+ must be (?:equal to or larger than page size|aligned)|ram size too large|at most [0-9]+ (?:MB|GB) RAM|(?:missing|too large) 'size' option value|Size specified by -m option must match|[Mm]aximum memory size|unsupported amount of (?:maximum memory|memory slots)|memory backend \S+ can't be used multiple times|can't create backend with size 0|mem-path property not set|'-mem-path' can't be used together|Size (?:mismatch|too large): [^ ]+: 0x|backing store (?:size|align) 0x[0-9a-f]+ |alignment 0x[0-9a-f]+ must be |max-ram-below-4g=/,
    title: "QEMU refuses the memory options",
    hint: "The line names the option: -m, maxmem, the size of a memory backend or of the NUMA nodes.",
    streams: VMM8
  },
  {
    id: "qemu-memory-node",
    phase: "host",
    severity: "fatal",
    // backends/hostmem.c host_memory_backend_memory_complete (QEMU 10.1)
    pattern: /cannot bind memory to host NUMA nodes: (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: "The guest\u2019s memory cannot be bound to a NUMA node of the host: $<errno>",
    hint: "host-nodes names a node that the host has not, or that the cgroup (cpuset.mems) forbids: see numactl -H.",
    streams: VMM8
  },
  {
    id: "qemu-memory-lock",
    phase: "host",
    severity: "fatal",
    // system/vl.c realtime_init (QEMU 10.1): -overcommit mem-lock=on
    pattern: /: locking memory failed/,
    title: "QEMU may not lock the guest\u2019s memory",
    hint: "Raise ulimit -l (LimitMEMLOCK=infinity), or take -overcommit mem-lock=on out: the private memory of a TD is never swapped.",
    streams: VMM8
  },
  {
    id: "qemu-hotplug-memory",
    phase: "vmm",
    severity: "fatal",
    // hw/mem/memory-device.c (QEMU 10.1)
    pattern: /[Mm]emory (?:hotplug is|devices \(e\.g\. for memory hotplug\) are) not (?:enabled|supported)|hypervisor has no free memory slots left|can't add memory device|a used vhost backend has no free memory slots left|no slots? (?:is )?available for (?:the )?(?:memory device|dimm)/,
    title: "Memory cannot be added to this VM",
    hint: "A TD has all of its memory from the start: leave slots=, maxmem= and memory devices out.",
    streams: VMM8
  }
];

// src/judge/catalog/qemu-options.ts
var VMM9 = ["vmm"];
var FILE2 = [
  {
    id: "missing",
    when: { errno: "ENOENT" },
    title: "$<path> does not exist",
    hint: "Check the path; relative paths start where QEMU was started."
  },
  {
    id: "denied",
    when: { errno: ["EACCES", "EPERM", "EROFS"] },
    title: "QEMU may not open $<path>",
    hint: "Check its owner and mode, and those of the directories above; libvirt and AppArmor need the path in their profiles."
  },
  {
    id: "directory",
    when: { errno: ["EISDIR", "ENOTDIR"] },
    title: "$<path> is not a file",
    hint: "Check the path."
  }
];
var QEMU_OPTIONS = [
  {
    id: "qemu-accelerator",
    phase: "vmm",
    severity: "fatal",
    pattern: /invalid accelerator (?<accel>[a-z]+)/,
    title: "QEMU has no accelerator $<accel>",
    hint: "This QEMU was built without it: install the full qemu-system-x86 package.",
    streams: VMM9
  },
  {
    id: "qemu-pflash-td",
    phase: "vmm",
    severity: "fatal",
    // hw/i386/pc_sysfw.c; tdx_kvm_init forbids read-only memory.
    pattern: /pflash with kvm requires KVM readonly memory support/,
    title: "A TD cannot have pflash drives",
    hint: "Give the firmware as one file with -bios (OVMF.inteltdx.fd), not as pflash with a variable store.",
    streams: VMM9
  },
  {
    id: "qemu-pflash-size",
    phase: "vmm",
    severity: "fatal",
    pattern: /combined size of system firmware exceeds|system firmware block device \S+ has invalid size|device requires [0-9]+ bytes, block backend provides [0-9]+ bytes/,
    title: "The firmware image has a size that a flash chip cannot have",
    hint: "The file must be a multiple of 4 KiB and at most 8 MiB: it may be truncated, or not be a firmware.",
    streams: VMM9
  },
  {
    id: "qemu-host-forwarding",
    phase: "vmm",
    severity: "fatal",
    pattern: /Could not set up host forwarding rule/,
    title: "QEMU could not forward a host port",
    hint: "The port is in use: choose another one, or let the system choose.",
    streams: VMM9
  },
  {
    id: "qemu-address-in-use",
    phase: "vmm",
    severity: "fatal",
    pattern: /Address already in use/,
    title: "A socket, port or vsock CID is already in use",
    hint: "Another VM uses it, or an old one is still alive; guest CIDs must be unique on the host.",
    streams: VMM9
  },
  {
    id: "qemu-socket",
    phase: "vmm",
    severity: "fatal",
    pattern: /Failed to (?<what>bind socket to|connect to) (?:'(?<path>[^']+)'|(?<path2>[^': ]+)): (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: "QEMU could not use the socket $<path>: $<errno>",
    hint: "The program behind the socket must run before QEMU, and the directory must exist.",
    streams: VMM9,
    causes: [
      {
        id: "nobody",
        when: { errno: ["ECONNREFUSED", "ENOENT"], what: "connect to" },
        title: "Nobody listens on $<path>",
        hint: "Start the program that serves the socket (virtiofsd, swtpm, a QGS, a serial client) before QEMU, or use server=on,wait=off."
      },
      {
        id: "denied",
        when: { errno: ["EACCES", "EPERM"] },
        title: "QEMU may not use the socket $<path>",
        hint: "Check the owner and mode of the socket and of its directory."
      }
    ]
  },
  {
    id: "qemu-image-lock",
    phase: "vmm",
    severity: "fatal",
    pattern: /Failed to get (?:shared )?"(?<mode>[a-z ]+)" lock/,
    title: "The disk image is in use by another process",
    hint: "Another QEMU has the image open: give each VM its own copy or overlay.",
    streams: VMM9
  },
  {
    id: "qemu-image-format",
    phase: "vmm",
    severity: "fatal",
    pattern: /Image is not in (?<format>[a-z0-9]+) format|Image is corrupt|Unsupported (?<format2>[a-z0-9]+) (?:version|feature)|Could not open backing (?:file|image)/,
    title: "The disk image is not what its format= says, is damaged, or misses its backing file",
    hint: "qemu-img info says what the file is; an overlay needs its backing file at the path that it was made with.",
    streams: VMM9
  },
  {
    id: "qemu-open-file",
    phase: "vmm",
    severity: "fatal",
    pattern: /Could not open '(?<path>[^']*)': (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: "QEMU could not open a file: $<errno>",
    hint: "The line names the file; check its path and permissions.",
    streams: VMM9,
    causes: FILE2
  },
  {
    id: "qemu-device-model",
    phase: "vmm",
    severity: "fatal",
    pattern: /'(?<model>[a-zA-Z0-9_.-]+)' is not a valid device model name/,
    title: "QEMU has no device $<model>",
    hint: "This QEMU lacks the device or its module package; -device help lists what it has.",
    streams: VMM9
  },
  {
    id: "qemu-machine-type",
    phase: "vmm",
    severity: "fatal",
    pattern: /[uU]nsupported machine type/,
    title: "QEMU does not know the machine type",
    hint: "-machine help lists what it has; TDs need q35.",
    streams: VMM9
  },
  {
    id: "qemu-cpu-model",
    phase: "vmm",
    severity: "fatal",
    // target/i386/cpu.c, hw/core/machine.c is_cpu_type_supported (QEMU 10.1)
    pattern: /unable to find CPU model '(?<model>[^']*)'|[Ii]nvalid CPU (?:type|model):? '?(?<model2>[A-Za-z0-9_.-]*[A-Za-z0-9_])/,
    title: "QEMU has no CPU model $<model>",
    hint: "-cpu help lists what it has; a TD needs -cpu host.",
    streams: VMM9
  },
  {
    id: "qemu-cpu-features",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?:Host|TCG|TDX) doesn't support requested features/,
    title: "The CPU lacks a feature that enforce=on demands",
    hint: "The warnings above name the features: take them, or enforce, off -cpu.",
    streams: VMM9
  },
  {
    id: "qemu-smp",
    phase: "vmm",
    severity: "fatal",
    pattern: /Invalid (?:SMP CPUs|CPU topology|CPU (?:\[socket|socket-id|module-id|die-id|core-id|thread-id))|cpu topology: sockets|CPU\[[0-9]+\] with APIC ID|maxcpus must be equal to or greater than smp|current -smp configuration requires (?<what>kernel irqchip and X2APIC API support|Extended Interrupt Mode enabled)/,
    title: "QEMU refuses the number or layout of CPUs",
    hint: "The product of sockets, dies, cores and threads must be maxcpus. The line says what is wrong.",
    streams: VMM9,
    causes: [
      {
        id: "x2apic",
        when: { what: ["kernel irqchip and X2APIC API support", "Extended Interrupt Mode enabled"] },
        title: "More than 255 CPUs need x2APIC support: $<what>",
        hint: "Use kernel_irqchip=split and -device intel-iommu,intremap=on,eim=on, or fewer CPUs."
      }
    ]
  },
  {
    id: "qemu-object-type",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?:'qom-type' does not accept value '|invalid object type: )(?<type>[a-z0-9-]+)/,
    title: "QEMU has no object type $<type>",
    hint: "memory-backend-memfd-private and the like exist only in old out-of-tree builds; upstream needs plain -m.",
    streams: VMM9,
    causes: [
      {
        id: "iommufd",
        when: { type: "iommufd" },
        title: "This QEMU is built without iommufd",
        hint: "Use QEMU 9.0 or newer with CONFIG_IOMMUFD."
      }
    ]
  },
  {
    id: "qemu-value",
    phase: "vmm",
    severity: "fatal",
    pattern: /Parameter '(?<parameter>[^']*)' does not accept value '(?<value>[^']*)'/,
    title: "$<parameter> of this QEMU does not accept $<value>",
    hint: "The value belongs to another version of QEMU, or is misspelt.",
    streams: VMM9
  },
  {
    id: "qemu-property",
    phase: "vmm",
    severity: "fatal",
    pattern: /Property '(?<object>[^']*)\.(?<property>[^'.]*)' not found|Property '(?<property2>[^'.]*)' not found/,
    title: "QEMU does not know the property $<property>",
    hint: "The option belongs to another version of QEMU.",
    streams: VMM9,
    causes: [
      {
        id: "confidential",
        when: { property: ["confidential-guest-support", "memory-encryption", "kvm-type"] },
        title: "This machine of QEMU knows no $<property>",
        hint: "Use QEMU 10.1 or newer with -machine q35,confidential-guest-support=ID and -object tdx-guest,id=ID; kvm-type and memory-encryption are of old or out-of-tree builds."
      },
      {
        id: "tdx-guest",
        when: { object: "tdx-guest" },
        title: "tdx-guest of this QEMU has no property $<property>",
        hint: 'Upstream has attributes, sept-ve-disable, mrconfigid, mrowner, mrownerconfig and quote-generation-socket; "debug" and "quote-generation-service" are of Intel\u2019s trees.'
      }
    ]
  },
  {
    id: "qemu-parameter",
    phase: "vmm",
    severity: "fatal",
    pattern: /Parameter '(?<parameter>[^']*)' is (?:unexpected|missing)|Invalid parameter '(?<parameter2>[^']*)'/,
    title: "QEMU does not accept the parameter $<parameter>",
    hint: "The option belongs to another version of QEMU: quote-generation-socket was once quote-generation-service.",
    streams: VMM9
  },
  {
    id: "qemu-parameter-value",
    phase: "vmm",
    severity: "fatal",
    pattern: /Parameter '(?<parameter>[^']*)' expects (?<what>[^.]*[a-z0-9])|Invalid parameter type for '(?<parameter2>[^']*)'|Expected '?key=value|Expected '='/,
    title: "A parameter of QEMU has a wrong value: $<parameter>",
    hint: "The line says what QEMU expects there.",
    streams: VMM9
  },
  {
    id: "qemu-not-found",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?<kind>Device|Bus|Node|object|Object|Drive|chardev|Chardev|netdev) '(?<name>[^']*)' (?:is )?not found|Cannot find device='?(?<name2>[^' ]*)/,
    title: "An option of QEMU names $<name>, which does not exist",
    hint: "An id is misspelt or its -object, -drive, -chardev or -netdev is missing: confidential-guest-support= names the id of a tdx-guest object.",
    streams: VMM9
  },
  {
    id: "qemu-duplicate",
    phase: "vmm",
    severity: "fatal",
    pattern: /Duplicate (?:ID '(?<id>[^']*)'|device ID '(?<id2>[^']*)'|nodes with node-name)|attempt to add duplicate property/,
    title: "An id is given twice to QEMU",
    hint: "The line names the id: give each object, drive and device its own.",
    streams: VMM9
  },
  {
    id: "qemu-pci-layout",
    phase: "vmm",
    severity: "fatal",
    // hw/pci/pci.c, system/qdev-monitor.c
    pattern: /PCI: (?:slot [0-9]+ function [0-9]+ (?:not available|already occupied|is reserved)|no slot\/function available|single function device can't be populated|[^:]* slot [0-9]+ )|No '(?<bus>[^']*)' bus found for device|Bus '(?<bus2>[^']*)' (?:does not support hotplugging|is full)|drive with bus=[0-9]+, unit=[0-9]+ \(index=[0-9]+\) exists/,
    title: "Two devices of QEMU want the same place, or there is no bus for one",
    hint: "The line names the device: take addr= and bus= out, or give each its own.",
    streams: VMM9
  },
  {
    id: "qemu-option-rom",
    phase: "vmm",
    severity: "fatal",
    pattern: /failed to find romfile "(?<rom>[^"]*)"|romfile "(?<rom2>[^"]*)" is too large/,
    title: "QEMU lacks the option ROM $<rom>",
    hint: "Install the package ipxe-qemu, or give the device romfile= (empty); a TD runs no option ROM.",
    streams: VMM9
  },
  {
    id: "qemu-pflash-pair",
    phase: "vmm",
    severity: "fatal",
    // hw/i386/pc_sysfw.c pc_system_firmware_init (QEMU 10.1)
    pattern: /pflash(?<unit>[0-9]) requires pflash(?<needed>[0-9])/,
    title: "QEMU got pflash$<unit> without pflash$<needed>",
    hint: "The first pflash drive is the code of the firmware (unit=0), the second its variables. A TD has no pflash: give one file with -bios.",
    streams: VMM9
  },
  {
    id: "qemu-kernel-option",
    phase: "vmm",
    severity: "fatal",
    // system/vl.c qemu_validate_options (QEMU 10.1)
    pattern: /: (?<option>-[a-z]+) only allowed with -kernel/,
    title: "QEMU takes $<option> only with -kernel",
    hint: "Give the kernel, too, or leave the option out: a disk image has its own kernel and command line.",
    streams: VMM9
  },
  {
    id: "qemu-option",
    phase: "vmm",
    severity: "fatal",
    pattern: /: invalid option/,
    title: "QEMU does not know an option",
    hint: "The line names the option; it belongs to another version of QEMU.",
    streams: VMM9
  },
  {
    id: "vmm-shared-library",
    phase: "host",
    severity: "fatal",
    pattern: /error while loading shared libraries: (?<library>[A-Za-z0-9_.+-]+)|version `(?<library2>GLIBC_[0-9.]+)' not found/,
    title: "A program does not start: $<library> is missing on the host",
    hint: "It was built for another distribution: install the library, or build the program on this one.",
    streams: VMM9
  }
];

// src/judge/catalog/qemu-sev.ts
var VMM10 = ["vmm"];
var LAUNCH = [
  {
    id: "measurement",
    when: { firmware: ["10", "11"] },
    title: "The SEV firmware refused $<command>: signature or measurement of the ID block is wrong",
    hint: "The ID block does not belong to these firmware, kernel hashes, vCPUs and CPU model: compute its measurement anew (sev-snp-measure)."
  },
  {
    id: "policy",
    when: { firmware: "7" },
    title: "The SEV firmware refused $<command>: the platform does not allow the guest\u2019s policy",
    hint: "The policy asks for what the host lacks: SMT off, a newer ABI, a single socket, or no debugging."
  },
  {
    id: "platform",
    when: { firmware: ["1", "3", "5"] },
    title: "The SEV firmware refused $<command>: the platform is in a wrong state",
    hint: "Another user owns the platform, or SNP was not initialised: read the host dmesg (ccp, SEV-SNP), and update the SEV firmware."
  },
  {
    id: "limit",
    when: { firmware: ["12", "13", "23"] },
    title: "The host has no ASID or firmware resource left for $<command>",
    hint: "End another SEV guest, or give SEV-ES and SNP more ASIDs in the BIOS set-up."
  },
  {
    id: "abi",
    when: { status: ["-25", "-524", "-95"] },
    title: "KVM does not know $<command>: QEMU and the host kernel do not fit each other",
    hint: "SNP needs Linux 6.11 or newer with QEMU 9.1 or newer, or the pair of one tree (AMDSEV#216)."
  },
  {
    id: "arguments",
    when: { status: "-22" },
    title: "KVM refused the arguments of $<command>",
    hint: "An option that this QEMU or KVM does not take for SNP: firmware goes with -bios, not pflash; check the policy and the machine (AMDSEV#223)."
  },
  {
    id: "parameter",
    when: { firmware: "22" },
    title: "The SEV firmware found a parameter of $<command> invalid",
    hint: "For SNP_LAUNCH_UPDATE most often the CPUID page: a CPU model or feature that this host does not have (nvtrust#91). Use -cpu EPYC-v4 or the host\u2019s generation."
  }
];
var QEMU_SEV = [
  {
    id: "qemu-sev-cpuid",
    phase: "vmm",
    severity: "fatal",
    pattern: /SEV-SNP: CPUID validation failed for function (?<leaf>0x[0-9a-f]+)/,
    title: "The SEV firmware does not accept CPUID leaf $<leaf> of the CPU model",
    hint: "The lines below show both values: use a CPU model of the host\u2019s generation, or switch the feature off.",
    streams: VMM10
  },
  {
    id: "qemu-sev-launch",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?<command>(?:SNP_)?LAUNCH_(?:START|UPDATE|UPDATE_VMSA|MEASURE|FINISH)) ret=(?<status>-?[0-9]+) fw_error=(?<firmware>[0-9]+)/,
    title: "The SEV guest could not be launched: $<command> failed (error $<status>, firmware $<firmware>)",
    hint: "The text behind fw_error is the firmware\u2019s reason; the host dmesg (ccp, SEV-SNP) may say more.",
    streams: VMM10,
    causes: LAUNCH
  },
  {
    id: "qemu-sev-device",
    phase: "vmm",
    severity: "fatal",
    pattern: /sev[a-z_]*: (?:Failed to open (?<path>\S+) '|failed to get platform status ret=|failed to initialize ret=)|SEV is not enabled in KVM|guest policy requires SEV-ES, but host SEV-ES support/,
    title: "The host offers no SEV, or not the kind that the guest asks for",
    hint: "Enable SME, SEV-ES and SNP in the BIOS set-up, boot with kvm_amd.sev_snp=1 and mem_encrypt=on, give QEMU /dev/sev, and read the host dmesg (ccp, SEV-SNP).",
    streams: VMM10
  },
  {
    id: "qemu-sev-parameter",
    phase: "vmm",
    severity: "fatal",
    pattern: /cbitpos check failed, host '(?<host>[0-9]+)' requested '(?<wanted>[0-9]+)'|reduced_phys_bits check failed|SEV-ES guests require in-kernel irqchip support|SEV (?:information block|hashes? table)[^:]*not found|SEV-ES reset address is zero/,
    title: "The SEV guest\u2019s options or its firmware do not fit SEV",
    hint: "cbitpos is 51 on Zen 3 and newer and reduced-phys-bits 1; the firmware must be built for SEV (AmdSevX64, or OVMF for SEV-ES).",
    streams: VMM10
  },
  {
    id: "qemu-sev-context",
    phase: "vmm",
    severity: "fatal",
    pattern: /sev[a-z_]*: failed to (?:create encryption context|register region)|snp_populate_metadata_pages: Failed/,
    title: "QEMU could not make the SEV guest",
    hint: "The line above says which command failed.",
    streams: VMM10,
    symptom: true
  }
];

// src/judge/catalog/qemu-tdx-ioctl.ts
var VMM11 = ["vmm"];
var ABI_HINT = "Use a QEMU and a host kernel that belong together: QEMU 10.1 or newer with Linux 6.16 or newer, or the pair of one distribution (canonical/tdx#114, #385).";
var CAUSES = [
  {
    id: "operand",
    // tdx_td_init: TDH.MNG.INIT found an operand invalid, and its status is handed to the caller.
    when: { ioctl: "KVM_TDX_INIT_VM", errno: "EINVAL", status: { from: 1 } },
    title: "The TDX module refused a parameter of the TD (status $<status>)",
    hint: "The lower half of the status numbers the operand of TDH.MNG.INIT: attributes, XFAM, CPUID, or the TSC frequency. Use -cpu host, and leave attributes and tsc-freq out."
  },
  {
    id: "parameters",
    // setup_tdparams, setup_tdparams_cpuids, setup_tdparams_eptp_controls.
    when: { ioctl: "KVM_TDX_INIT_VM", errno: "EINVAL" },
    title: "KVM refused the parameters of the TD (KVM_TDX_INIT_VM: Invalid argument)",
    hint: "Check -cpu host, attributes, XFAM, the guest physical address width (48 or 52), and that QEMU fits the kernel; a new CPU needs a new TDX module and kernel (canonical/tdx#286)."
  },
  {
    id: "no-keyid",
    // tdx_guest_keyid_alloc: ida_alloc_range.
    when: { ioctl: "KVM_TDX_INIT_VM", errno: "ENOSPC" },
    title: "No private KeyID is free: the host runs as many TDs as it can",
    hint: "End another TD, or give TDX more KeyIDs in the BIOS set-up (TME-MT/TDX key split)."
  },
  {
    id: "cgroup",
    // __tdx_td_init: misc_cg_try_charge(MISC_CG_RES_TDX).
    when: { ioctl: "KVM_TDX_INIT_VM", errno: "EBUSY" },
    title: "The cgroup of the VMM allows no more TDs",
    hint: 'misc.max of the cgroup limits the KeyIDs for TDs ("tdx N"): raise the limit, or end another TD.'
  },
  {
    id: "entropy",
    // TDX_RND_NO_ENTROPY of TDH.MNG.CREATE and TDH.MNG.ADDCX.
    when: { ioctl: "KVM_TDX_INIT_VM", errno: "EAGAIN" },
    title: "The CPU had no random numbers for the TD\u2019s key (no entropy)",
    hint: "Something on the host exhausts RDRAND and RDSEED; QEMU has tried 10 000 times. Try again on a quieter host."
  },
  {
    id: "many-cpuid",
    when: { ioctl: "KVM_TDX_INIT_VM", errno: "E2BIG" },
    title: "KVM takes fewer CPUID entries than QEMU gives",
    hint: ABI_HINT
  },
  {
    id: "attributes",
    // init_kvm_tdx_caps: the TDX module fixes bits that KVM does not support.
    when: { ioctl: "KVM_TDX_CAPABILITIES", errno: "EIO" },
    title: "The TDX module demands attributes or XFAM bits that this KVM does not support",
    hint: "TDX module and host kernel do not fit each other: update both."
  },
  {
    id: "vcpu-state",
    // tdx_vcpu_init: the TD is not initialised, or the vCPU already is.
    when: { ioctl: "KVM_TDX_INIT_VCPU", errno: "EINVAL" },
    title: "KVM refused to initialise a vCPU of the TD",
    hint: "The vCPU was initialised before, or its local APIC is not in x2APIC mode with kernel_irqchip=split. Use a QEMU that fits the kernel."
  },
  {
    id: "memory-range",
    // tdx_vcpu_init_mem_region: not page aligned, not private, or the TD is final.
    when: { ioctl: "KVM_TDX_INIT_MEM_REGION", errno: "EINVAL" },
    title: "KVM refused a section of the firmware as the first memory of the TD",
    hint: 'The section is not page aligned, lies outside the private memory, or the TD is already final: check the firmware with "tdx-boot firmware inspect".'
  },
  {
    id: "memory-io",
    // tdx_gmem_post_populate: TDH.MEM.PAGE.ADD failed; sc_retry gave up on TDX_OPERAND_BUSY.
    when: { ioctl: "KVM_TDX_INIT_MEM_REGION", errno: "EIO" },
    title: "The TDX module refused the first memory of the TD",
    hint: "TDH.MEM.PAGE.ADD failed: two sections of the firmware overlap or were added twice, or QEMU and kernel do not fit each other. The host dmesg has the SEAMCALL (canonical/tdx#319)."
  },
  {
    id: "memory-source",
    when: { ioctl: "KVM_TDX_INIT_MEM_REGION", errno: "EFAULT" },
    title: "KVM could not read a section of the firmware",
    hint: "The source of the section is not mapped in QEMU: the firmware file is shorter than its metadata says."
  },
  {
    id: "memory-twice",
    when: { ioctl: "KVM_TDX_INIT_MEM_REGION", errno: "EEXIST" },
    title: "A page of the TD\u2019s first memory was added twice",
    hint: 'Two sections of the firmware overlap: check its metadata with "tdx-boot firmware inspect".'
  },
  {
    id: "pending-pages",
    // tdx_td_finalize: nr_premapped is not zero.
    when: { ioctl: "KVM_TDX_FINALIZE_VM", errno: "EINVAL" },
    title: "KVM refused to finalise the TD: pages are mapped that were never added, or it is final",
    hint: "QEMU and kernel do not fit each other, or the TD was finalised before (a reset)."
  },
  {
    id: "abi",
    // vt_mem_enc_ioctl: no TD, or a KVM without TDX; kvm_arch_vm_ioctl: no such ioctl.
    when: { errno: ["ENOTTY", "ENOSYS"] },
    title: "KVM does not know this TDX call ($<ioctl>): QEMU speaks another TDX interface",
    hint: ABI_HINT
  },
  {
    id: "off",
    when: { errno: ["EOPNOTSUPP", "ENODEV", "ENXIO"] },
    title: "TDX is off on the host ($<ioctl>: $<errno>)",
    hint: "/sys/module/kvm_intel/parameters/tdx must read Y; the host dmesg says why it does not (virt/tdx, kvm_intel)."
  },
  {
    id: "memory",
    when: { errno: "ENOMEM" },
    phase: "host",
    title: "The host has not enough memory for the TD ($<ioctl>)",
    hint: "Control pages and memory of a TD cannot be swapped: free memory on the host, or give the guest less."
  },
  {
    id: "busy",
    // TDX_OPERAND_BUSY.
    when: { errno: ["EBUSY", "EAGAIN"] },
    title: "The TDX module was busy with another call ($<ioctl>)",
    hint: "Another VMM or CPU held the resource: try again, and update the host kernel if that repeats."
  },
  {
    id: "seamcall",
    // KVM_BUG_ON of a SEAMCALL.
    when: { errno: "EIO" },
    title: "A call of the TDX module failed ($<ioctl>: Input/output error)",
    hint: "The host dmesg has the SEAMCALL and its status. Update BIOS, TDX module (1.5.06 or later) and host kernel."
  },
  {
    id: "denied",
    when: { errno: ["EPERM", "EACCES"] },
    title: "The VMM may not make a TD ($<ioctl>: $<errno>)",
    hint: "A security module or a sandbox of the VMM forbids the call: read the host\u2019s audit log."
  }
];
var QEMU_TDX_IOCTL = {
  id: "qemu-tdx-ioctl",
  phase: "vmm",
  severity: "fatal",
  pattern: /(?<ioctl>KVM_TDX_[A-Z_]+) failed(?:, hw_errors: (?<status>0x[0-9a-f]+))?:? (?<errno>[A-Z][A-Za-z /-]*[a-z])/,
  title: "$<ioctl> failed: $<errno>",
  hint: "KVM refused a TDX call: check -cpu host and attributes, that QEMU fits the kernel, and the host dmesg.",
  streams: VMM11,
  causes: CAUSES
};

// src/judge/catalog/qemu-tdx.ts
var VMM12 = ["vmm"];
var QEMU_TDX = [
  QEMU_TDX_IOCTL,
  {
    id: "qemu-tdx-vm-type",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?:[vV][mM]|[kK][vV][mM])[-_ ][tT]ype:? ['"]?[A-Za-z0-9_]*[tT][dD][xX][A-Za-z0-9_]*['"]? (?:is )?not supported/,
    title: "KVM does not offer the TDX VM type",
    hint: "TDX is off on the host: check /sys/module/kvm_intel/parameters/tdx and dmesg for tdx, and that kernel (6.16+) and QEMU (10.1+) belong together.",
    streams: VMM12
  },
  {
    id: "qemu-no-tdx-guest",
    phase: "vmm",
    severity: "fatal",
    pattern: /'qom-type' does not accept value 'tdx-guest'|invalid object type: tdx-guest/,
    title: "This QEMU is built without TDX",
    hint: "Use QEMU 10.1 or newer built with CONFIG_TDX; qemu-system-x86_64 -object help must list tdx-guest.",
    streams: VMM12
  },
  {
    id: "qemu-tdx-cpuid-limit",
    phase: "vmm",
    severity: "fatal",
    pattern: /KVM TDX seems broken that number of CPUID entries/,
    title: "KVM reports too many CPUID entries for TDX",
    hint: "QEMU and kernel do not fit each other.",
    streams: VMM12
  },
  {
    id: "qemu-tdx-machine",
    phase: "vmm",
    severity: "fatal",
    pattern: /TDX VM doesn't support (?<feature>SMM|PIC)/,
    title: "A TD cannot have $<feature>",
    hint: "Remove smm=on or pic=on from -machine.",
    streams: VMM12
  },
  {
    id: "qemu-tdx-irqchip",
    phase: "vmm",
    severity: "fatal",
    pattern: /TDX VM requires kernel_irqchip to be split/,
    title: "A TD needs kernel_irqchip=split",
    hint: "Remove kernel_irqchip from -machine or set it to split.",
    streams: VMM12
  },
  {
    id: "qemu-tdvf-guid",
    phase: "vmm",
    severity: "fatal",
    pattern: /Cannot find TDX_METADATA_OFFSET_GUID/,
    title: "The firmware has no TDX metadata",
    hint: "Use a TD firmware with -bios: edk2 IntelTdxX64 or OVMF.inteltdx.fd, not a plain OVMF.fd.",
    streams: VMM12
  },
  {
    id: "qemu-tdvf-section-type",
    phase: "vmm",
    severity: "fatal",
    pattern: /TDVF contains unsupported section type (?<type>[0-9]+)/,
    title: "The firmware has a TDVF section of type $<type> that QEMU does not know",
    hint: "Type 5 is td-shim's PayloadParam: QEMU boots only td-shim images with a built-in executable payload (td-shim#656).",
    streams: VMM12
  },
  {
    id: "qemu-tdvf-metadata",
    phase: "vmm",
    severity: "fatal",
    // hw/i386/tdvf.c (QEMU 10.1)
    pattern: /Broken metadata RawDataSize|Invalid TDVF signature in metadata|Memory(?:Address|DataSize) 0x[0-9a-f]+ not page aligned|[0-9] section with RawDataSize|Invalid number of fw entries \(|TDVF metadata len \(0x[0-9a-f]+\) mismatch/,
    title: "The TDX metadata of the firmware is broken",
    hint: "The line names the field: the image is damaged, truncated, or not made for TDX. A section with more raw data than memory is refused, too (MigTD#1016).",
    streams: VMM12
  },
  {
    id: "qemu-tdvf-hob",
    phase: "vmm",
    severity: "fatal",
    pattern: /TDVF metadata doesn't specify TD_HOB location/,
    title: "The firmware has no TD_HOB section",
    hint: "The firmware was not built for TDX, or with another layout.",
    streams: VMM12
  },
  {
    id: "qemu-tdvf-hob-overrun",
    phase: "vmm",
    severity: "fatal",
    // hw/i386/tdvf-hob.c tdvf_get_area (QEMU 10.1): a descriptor of 48 bytes for each region of memory
    pattern: /TD_HOB overrun, size = 0x[0-9a-f]+/,
    title: "The list of the TD\u2019s memory does not fit in the TD_HOB section of the firmware",
    hint: 'The section is too small for so many regions of memory: its size is MemoryDataSize of type 2 in "tdx-boot firmware inspect" (td-shim: TdHob in the layout). Build the firmware with a larger one.',
    streams: VMM12
  },
  {
    id: "qemu-tdvf-section",
    phase: "vmm",
    severity: "fatal",
    pattern: /Failed to (?:accept|mmap) memory for TDVF section|Unsupported TDVF section/,
    title: "QEMU cannot place a TDVF section",
    hint: "The memory of the guest does not cover a section of the firmware, or the section type is unknown.",
    streams: VMM12
  },
  {
    id: "qemu-tdvf-parse",
    phase: "vmm",
    severity: "fatal",
    pattern: /failed to parse TDVF for TDX VM/,
    title: "QEMU cannot read the TDVF metadata",
    hint: "Use a TD firmware with -bios: edk2 IntelTdxX64 or OVMF.inteltdx.fd.",
    streams: VMM12,
    symptom: true
  },
  {
    id: "qemu-kvm-bus-cycles",
    phase: "vmm",
    severity: "fatal",
    pattern: /KVM doesn't support KVM_CAP_X86_APIC_BUS_CYCLES_NS/,
    title: "The host kernel is too old for TDX",
    hint: "Use a host kernel from 6.16 on.",
    streams: VMM12
  },
  {
    id: "qemu-tdx-tsc",
    phase: "vmm",
    severity: "fatal",
    pattern: /Invalid TSC [0-9]+ KHz/,
    title: "Invalid TSC frequency for a TD",
    hint: "tsc-freq must be 100 MHz to 10 GHz in steps of 25 MHz; or leave it out.",
    streams: VMM12
  },
  {
    id: "qemu-tdx-phys-bits",
    phase: "vmm",
    severity: "fatal",
    pattern: /TDX requires guest CPU physical bits/,
    title: "phys-bits of the guest must equal the host",
    hint: "Use -cpu host without phys-bits.",
    streams: VMM12
  },
  {
    id: "qemu-tdx-attributes",
    phase: "vmm",
    severity: "fatal",
    pattern: /Invalid attributes 0x[0-9a-f]+ for TDX VM|Some QEMU unsupported TD attribute bits|Invalid XFAM/,
    title: "Invalid TD attributes or XFAM",
    hint: "KVM or QEMU does not support a requested attribute bit or XSAVE feature: check attributes= and the -cpu options.",
    streams: VMM12
  },
  {
    id: "qemu-tdx-digest",
    phase: "vmm",
    severity: "fatal",
    pattern: /TDX '(?<property>[a-z]+)' sha384 digest was/,
    title: "$<property> is not a SHA-384 digest",
    hint: "The property is the base64 form of 48 bytes.",
    streams: VMM12
  },
  {
    id: "qemu-base64",
    phase: "vmm",
    severity: "fatal",
    // util/base64.c qbase64_decode (QEMU 10.1), called for mrconfigid, mrowner and mrownerconfig
    pattern: /Base64 data (?:is not NUL terminated|contains invalid characters|'[^']*' is not valid)/,
    title: "A property of tdx-guest is not base64",
    hint: "mrconfigid, mrowner and mrownerconfig are the base64 form of 48 bytes, not hexadecimal: echo HEX | xxd -r -p | base64 -w0.",
    streams: VMM12
  },
  {
    id: "qemu-tdx-guest-fatal",
    phase: "kernel",
    severity: "fatal",
    pattern: /TDX guest reports fatal error\..*message:"(?<message>[^"]*)/,
    title: "The guest reported a fatal error: $<message>",
    hint: "The firmware or kernel called ReportFatalError; the message is its own. SEPT_VE_DISABLE: set sept-ve-disable=on.",
    streams: VMM12
  },
  {
    id: "qemu-tdx-guest-fatal-silent",
    phase: "kernel",
    severity: "fatal",
    pattern: /TDX guest reports fatal error/,
    title: "The guest reported a fatal error",
    hint: "The firmware or kernel called ReportFatalError without a text; the error code is in the line.",
    streams: VMM12
  },
  {
    id: "qemu-td-reset",
    phase: "kernel",
    severity: "fatal",
    pattern: /cpus are not resettable, terminating/,
    title: "The guest reset itself, and a TD cannot be reset",
    hint: "A triple fault, a panic with panic=-1 or a reboot. Look at the last lines of the guest.",
    streams: VMM12,
    symptom: true
  },
  {
    id: "qemu-map-gpa",
    phase: "vmm",
    severity: "error",
    pattern: /KVM_HC_MAP_GPA_RANGE not enabled for guest/,
    title: "KVM_HC_MAP_GPA_RANGE is not enabled",
    hint: "QEMU and kernel do not fit each other.",
    streams: VMM12
  },
  {
    id: "qemu-tdx-cpu-model",
    phase: "vmm",
    severity: "fatal",
    pattern: /Named cpu model is not supported for TDX/,
    title: "A TD needs -cpu host",
    hint: "Give -cpu host instead of a named CPU model.",
    streams: VMM12
  },
  {
    id: "qemu-tdx-clock",
    phase: "vmm",
    severity: "fatal",
    pattern: /Unable to set (?<what>core crystal clock frequency to 25MHz|TSC frequency to [0-9]+ kHz): (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: "KVM refused to set the TD\u2019s clock: $<errno>",
    hint: "Leave tsc-freq out; the core crystal clock of a TD needs Linux 6.16 or newer (KVM_CAP_X86_APIC_BUS_CYCLES_NS).",
    streams: VMM12
  },
  {
    id: "qemu-tdx-fatal-code",
    phase: "firmware",
    orLater: true,
    severity: "fatal",
    pattern: /TDX: REPORT_FATAL_ERROR: invalid error code: (?<code>0x[0-9a-f]+)/,
    title: "The TD reported a fatal error with code $<code> and stopped",
    hint: "The firmware or kernel gave up: its last lines say why. Boot a debug firmware or add earlyprintk.",
    streams: VMM12
  }
];

// src/judge/catalog/qemu-vfio.ts
var VMM13 = ["vmm"];
var MAP = [
  {
    id: "unpinnable",
    // vfio_listener_region_add of RAM: fatal, unlike the warning about a BAR below.
    when: { errno: "EFAULT", listener: "memory listener initialization failed" },
    title: "VFIO could not pin the guest\u2019s memory: its pages are not there",
    hint: "The host ran out of memory or huge pages while it pinned, or the memory is another device\u2019s (a BAR, DAX): give the guest less memory, and keep huge pages for all of it (kata-containers#9553)."
  },
  {
    id: "peer-bar",
    // vfio_listener_region_add: "PCI peer-to-peer transactions on BARs are not supported" follows, and nothing fails.
    when: { errno: ["EINVAL", "EFAULT"], size: { from: 1048576 } },
    severity: "warning",
    title: "VFIO could not map the BAR of a device for other devices, which seldom matters",
    hint: "Only transfers from device to device need such a mapping (kata-containers#12861): look for another cause."
  },
  {
    id: "limit",
    when: { errno: "ENOSPC" },
    title: "VFIO has no mapping left: a container has 65 535, and a TD needs one for each 4 KiB that it shares",
    hint: "Use iommufd (-object iommufd,id=iommufd0 and vfio-pci,iommufd=iommufd0), or raise vfio_iommu_type1.dma_entry_limit (kata-containers#11721)."
  },
  {
    id: "memlock",
    when: { errno: "ENOMEM" },
    title: "VFIO may not pin the guest\u2019s memory: the limit of locked memory is too low",
    hint: "Raise ulimit -l (LimitMEMLOCK=infinity of the service, memtune hard_limit of libvirt), or free memory on the host."
  },
  {
    id: "private",
    when: { errno: "EFAULT" },
    title: "VFIO cannot reach an address of the guest: private memory, or another device\u2019s BAR",
    hint: "Only memory that the guest shares can be mapped: use QEMU 10.1 or newer, whose VFIO follows the conversions of a TD."
  },
  {
    id: "width",
    when: { errno: ["EINVAL", "E2BIG"] },
    title: "VFIO refused a mapping: the address lies beyond what the IOMMU takes, or is not aligned",
    hint: "The IOMMU has fewer address bits than the guest: lower maxmem, or give vfio-pci x-no-mmap=on. The address is in the line."
  },
  {
    id: "overlap",
    when: { errno: ["EEXIST", "EBUSY"] },
    title: "VFIO refused a mapping: the range is mapped already",
    hint: "QEMU\u2019s idea of what is shared is not the kernel\u2019s: update QEMU to 10.1 or newer."
  }
];
var OPEN3 = [
  {
    id: "missing",
    when: { errno: "ENOENT" },
    title: "$<path> does not exist",
    hint: "Bind the device to vfio-pci, switch the IOMMU on (intel_iommu=on), and load vfio-pci; /dev/iommu and /dev/vfio/devices need CONFIG_IOMMUFD and CONFIG_VFIO_DEVICE_CDEV."
  },
  {
    id: "denied",
    when: { errno: ["EACCES", "EPERM"] },
    title: "QEMU may not open $<path>",
    hint: "Give the user of QEMU the device file, and the container the device."
  },
  {
    id: "busy",
    when: { errno: "EBUSY" },
    title: "$<path> is in use",
    hint: "Another VM has the device, or its group is open already: end that VM."
  },
  {
    id: "no-driver",
    when: { errno: ["ENODEV", "ENXIO", "EINVAL"] },
    title: "$<path> has no device: it is not bound to vfio-pci",
    hint: "Bind all devices of the IOMMU group to vfio-pci (driverctl set-override)."
  }
];
var QEMU_VFIO = [
  {
    id: "qemu-vfio-mappings",
    phase: "vmm",
    severity: "warning",
    pattern: /possibly running out of DMA mappings/,
    title: "VFIO may run out of mappings",
    hint: "A TD needs a mapping for each 4 KiB that it shares: use iommufd, or raise vfio_iommu_type1.dma_entry_limit.",
    streams: VMM13
  },
  {
    id: "qemu-vfio-map",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?:(?<listener>memory listener initialization failed).*?)?(?:VFIO_MAP_DMA failed|IOMMU_IOAS_MAP(?:_FILE)? failed|vfio(?:_container)?_dma_map\([^,]*, ?[^,]*, ?(?<size>0x[0-9a-f]+), ?.*\) ?= ?-[0-9]+|listener initialization failed for container)[: ]*\(?(?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    // warn_report of backends/iommufd.c: a BAR of another device, which the guest does not need for DMA.
    unless: /PCI BAR\?/,
    title: "VFIO could not map memory of the guest: $<errno>",
    hint: "The device cannot reach the guest\u2019s memory: read the host dmesg (vfio, DMAR).",
    streams: VMM13,
    causes: MAP
  },
  {
    id: "qemu-vfio-open",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?:failed to open|Failed to open|Could not open|opening failed) '?(?<path>\/dev\/(?:vfio\/[A-Za-z0-9/]+|iommu))'?(?:: (?<errno>[A-Z][A-Za-z/ ]*[a-z]))?/,
    title: "QEMU could not open $<path>",
    hint: "Bind the device to vfio-pci, load the modules, and give the user of QEMU the device file.",
    streams: VMM13,
    causes: OPEN3
  },
  {
    id: "qemu-vfio-cdev",
    phase: "vmm",
    severity: "fatal",
    // hw/vfio/iommufd.c iommufd_cdev_getfd
    pattern: /(?:failed to (?:load|open)|couldn't (?:open|find)[a-z ]*) ['"]?(?<path>\/\S*\/vfio-dev[^ "']*)/,
    title: "The kernel gives no character device for the VFIO device",
    hint: "iommufd needs CONFIG_VFIO_DEVICE_CDEV in the host kernel, and the device bound to vfio-pci (tdx-linux#8).",
    streams: VMM13
  },
  {
    id: "qemu-vfio-shared-group",
    phase: "vmm",
    severity: "fatal",
    pattern: /group (?<group>[0-9]+) used in multiple address spaces/,
    title: "Two devices of IOMMU group $<group> are on different guest IOMMUs or buses",
    hint: "All devices of a group share one address space: pass them through on one bus (one root port with several functions), without a vIOMMU, or separate the group (kata-containers#10622).",
    streams: VMM13
  },
  {
    id: "qemu-vfio-group",
    phase: "vmm",
    severity: "fatal",
    pattern: /group (?<group>[0-9]+) is not viable/,
    title: "IOMMU group $<group> is not viable: a device of it belongs to the host",
    hint: "Bind all devices of the group to vfio-pci, or move the card to another slot.",
    streams: VMM13
  },
  {
    id: "qemu-vfio-iommu",
    phase: "vmm",
    severity: "fatal",
    pattern: /no iommu_group found|No available IOMMU models|Failed to set iommu for container: (?<errno>[A-Z][A-Za-z/ ]*[a-z])|Failed to (?:allocate ioas|allocate hwpt|get VFIO IOMMU info)/,
    title: "The host has no IOMMU for the device",
    hint: 'Enable VT-d in the BIOS, boot the host with intel_iommu=on, and check dmesg | grep -i dmar. "interrupt remapping" must be on, too.',
    streams: VMM13
  },
  {
    id: "qemu-vfio-device",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?:error getting device from group [0-9]+|error bind device fd=[0-9]+ to iommufd=-?[0-9]+|\[iommufd=[0-9]+\] error attach .* to id=[0-9]+): (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: "VFIO did not give QEMU the device: $<errno>",
    hint: "The device must be bound to vfio-pci and be in no other VM: see dmesg | grep vfio.",
    streams: VMM13
  },
  {
    id: "qemu-vfio-discard",
    phase: "vmm",
    severity: "fatal",
    pattern: /Cannot set discarding of RAM broken/,
    title: "This QEMU cannot pass a device through to a TD",
    hint: "Its VFIO does not follow memory that the guest converts: use QEMU 10.1 or newer.",
    streams: VMM13
  },
  {
    id: "qemu-vfio-no-device",
    phase: "vmm",
    severity: "fatal",
    // hw/vfio/device.c vfio_device_get_name (QEMU 10.1), hw/vfio/pci.c before
    pattern: /vfio (?<device>[^ ]*[0-9a-z]): no such host device/,
    title: "The host has no device $<device>",
    hint: "The address is another one after a change of cards or BIOS settings, or a virtual function was not created: compare with lspci -D.",
    streams: VMM13
  },
  {
    id: "qemu-vfio-attached",
    phase: "vmm",
    severity: "fatal",
    // hw/vfio/pci.c and container-legacy.c (QEMU 10.1)
    pattern: /vfio (?<device>[^ ]*[0-9a-z]): device is already attached/,
    title: "The command line of QEMU has device $<device> twice",
    hint: "Take one of the two vfio-pci devices out.",
    streams: VMM13
  },
  {
    id: "qemu-vfio-interrupts",
    phase: "vmm",
    severity: "fatal",
    // hw/vfio/device.c vfio_device_irq_set_signaling (QEMU 10.1)
    pattern: /eventfd signaling for interrupt (?<kind>[A-Z]+)-[0-9]+: VFIO_DEVICE_SET_IRQS failure: (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: "VFIO could not set up the $<kind> interrupt of a device: $<errno>",
    hint: "Read the host dmesg (vfio-pci, DMAR): interrupt remapping must be on.",
    streams: VMM13,
    causes: [
      {
        id: "shared",
        when: { kind: "INTX", errno: "EBUSY" },
        title: "The device shares its interrupt line with a driver of the host",
        hint: "It cannot mask its interrupt: unbind the other device of the line (/proc/interrupts), or move the card to another slot."
      },
      {
        id: "vectors",
        when: { errno: ["ENOSPC", "ENOMEM"] },
        title: "The host has no interrupt vector left for the device",
        hint: "Use fewer queues or devices, and boot the host with intremap=on and x2APIC."
      }
    ]
  },
  {
    id: "qemu-vfio-device-error",
    phase: "vmm",
    severity: "fatal",
    // hw/vfio/pci.c vfio_err_notifier_handler (QEMU 10.1): the kernel's PCIe error handler has called
    pattern: /\((?<device>[^)]*)\) Unrecoverable error detected/,
    title: "The passed-through device $<device> has reported a fatal PCIe error",
    hint: "QEMU has paused the guest: the host dmesg has the error (AER). The card, its firmware or its slot is at fault; reset it on the host.",
    streams: VMM13
  },
  {
    id: "qemu-vfio-power",
    phase: "vmm",
    severity: "error",
    // hw/vfio/pci.c vfio_pci_pre_reset (QEMU 10.1)
    pattern: /vfio: Unable to power on device, stuck in D(?<state>[0-9])/,
    title: "The passed-through device does not wake up (D$<state>)",
    hint: "It hangs or fell off the bus: reset it on the host (remove and rescan), or switch the host off and on; vfio-pci.disable_idle_d3=1 avoids the state.",
    streams: VMM13
  },
  {
    id: "qemu-vfio-reset",
    phase: "vmm",
    severity: "warning",
    // hw/vfio/pci.c, container-legacy.c and iommufd.c (QEMU 10.1)
    pattern: /vfio: Cannot reset device (?<device>[^ ,]*), (?:no available reset mechanism|depends on (?:group|device) (?<other>[^ ]*) which is not owned)|vfio: (?<why>hot reset info failed)/,
    title: "QEMU cannot reset a passed-through device before the guest gets it",
    hint: "A device that another VM used before may be in a bad state: pass all functions of its bus to this VM, or reset it on the host.",
    streams: VMM13
  },
  {
    id: "qemu-vfio-slow",
    phase: "vmm",
    severity: "warning",
    // hw/vfio/pci.c vfio_bar_prepare, hw/vfio/region.c (QEMU 10.1)
    pattern: /Failed to mmap (?<device>[^ ]*) BAR (?<bar>[0-9])\. Performance may be slow/,
    title: "BAR $<bar> of device $<device> is emulated, and so slow",
    hint: "Its pages cannot be mapped (smaller than a page, or in use on the host): unbind other drivers and frame buffers from the device.",
    streams: VMM13
  },
  {
    id: "qemu-vfio-rom",
    phase: "vmm",
    severity: "warning",
    // hw/vfio/pci.c vfio_pci_load_rom (QEMU 10.1)
    pattern: /vfio-pci: Cannot read device rom at (?<device>[^ ]*[0-9a-f])/,
    title: "The option ROM of device $<device> cannot be read",
    hint: "A TD runs no option ROM, so rombar=0 of vfio-pci takes the message away.",
    streams: VMM13
  },
  {
    id: "qemu-vfio",
    phase: "vmm",
    severity: "fatal",
    // VFIO_MSG_PREFIX and "failed to setup container for group"
    pattern: /: vfio (?<device>[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]|\/sys\/[^:]+): (?<why>.*[A-Za-z].*)/,
    unless: /warning: /,
    title: "VFIO cannot use device $<device>",
    hint: "The rest of the line says why; the device must be bound to vfio-pci and the IOMMU on.",
    streams: VMM13,
    symptom: true
  }
];

// src/judge/catalog/qemu.ts
var VMM14 = ["vmm"];
var RUN2 = [
  {
    id: "qemu-msr",
    phase: "vmm",
    severity: "fatal",
    pattern: /error: failed to (?<op>set|get) MSR (?<msr>0x[0-9a-f]+)/,
    title: "KVM refused to $<op> MSR $<msr>",
    hint: "-cpu host asks for a feature that this KVM does not have; a software-only /dev/kvm does this. Use platform emulated.",
    streams: VMM14
  },
  {
    id: "qemu-registers",
    phase: "vmm",
    severity: "fatal",
    pattern: /Failed to get registers: /,
    title: "KVM has given the VM up: QEMU cannot even read the registers of its vCPU",
    hint: "After a bug of KVM or of the TDX module, KVM answers every call with an I/O error. The host dmesg has a WARN; update BIOS and TDX module (1.5.06 or later) and the host kernel (canonical/tdx#348, #100).",
    streams: VMM14
  },
  {
    id: "qemu-code-outside-ram",
    phase: "firmware",
    severity: "fatal",
    pattern: /Trying to execute code outside RAM or ROM at/,
    title: "The guest jumped outside RAM and ROM",
    hint: "Damaged firmware, or a jump through a wild pointer.",
    streams: VMM14
  },
  {
    id: "qemu-virtio-descriptor",
    phase: "kernel",
    severity: "error",
    // hw/virtio/virtio.c (QEMU 10.1): each call of virtio_error, which stops the device
    pattern: /(?<what>bogus descriptor or out of resources|zero sized buffers are not allowed|too many write descriptors in indirect table|Looped descriptor|Incorrect order for descriptors|Invalid size for indirect buffer table|Cannot map (?:indirect buffer|descriptor ring|desc|used|avail)|Virtqueue size exceeded|Guest says index [0-9]+ is available|Guest moved used index from [0-9]+|Desc next is [0-9]+|error trying to map MMIO memory)/,
    title: "virtio: the guest\u2019s queue makes no sense to QEMU ($<what>)",
    hint: "The guest gave QEMU an address that it cannot read: a TD must use shared memory (iommu_platform=on, swiotlb) (canonical/tdx#106).",
    streams: VMM14
  },
  {
    id: "qemu-td-not-ready",
    phase: "vmm",
    severity: "fatal",
    // hw/core/machine.c qemu_machine_creation_done
    pattern: /Assertion `machine->cgs->ready' failed/,
    title: "QEMU was asked for a Trust Domain and runs without the accelerator that could make one",
    hint: "A TD needs -accel kvm on a host whose TDX is on; without it use platform emulated (asterinas#1651).",
    streams: VMM14
  },
  {
    id: "qemu-assertion",
    phase: "vmm",
    severity: "fatal",
    pattern: /: (?<func>[A-Za-z_][A-Za-z0-9_]*): Assertion `.*' failed/,
    title: "QEMU assertion failed in $<func>",
    hint: "QEMU aborted; the error line above is the cause, or it is a bug of QEMU.",
    streams: VMM14,
    symptom: true
  },
  {
    id: "qemu-register-dump",
    phase: "vmm",
    severity: "error",
    pattern: /EAX=[0-9a-f]+ EBX=[0-9a-f]+ |RAX=[0-9a-f]+ RBX=[0-9a-f]+ /,
    title: "QEMU dumps the registers of a vCPU that died",
    hint: "The line before the dump says why. Registers of a TD are private: all zero means nothing.",
    streams: VMM14,
    symptom: true
  },
  {
    id: "qemu-signal",
    phase: "vmm",
    severity: "warning",
    pattern: /terminating on signal (?<signal>[0-9]+)/,
    title: "QEMU was ended by signal $<signal>",
    hint: "Someone ended QEMU; the process is named in the line. 15 is also how a deadline ends it.",
    streams: VMM14,
    symptom: true
  }
];
var START = [
  {
    id: "qemu-firmware",
    phase: "vmm",
    severity: "fatal",
    pattern: /could not load PC BIOS '/,
    title: "QEMU could not load the firmware",
    hint: "The file is missing, empty, or its size is not a multiple of 64 KiB.",
    streams: VMM14
  },
  {
    id: "qemu-kernel",
    phase: "vmm",
    severity: "fatal",
    pattern: /could not (?:load|open) kernel '[^']*'/,
    title: "QEMU could not load the kernel",
    hint: "Check the path of -kernel.",
    streams: VMM14
  },
  {
    id: "qemu-kernel-format",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error loading uncompressed kernel without PVH ELF Note/,
    title: "The kernel is an ELF file without PVH entry",
    hint: "Pass a bzImage (vmlinuz), or build vmlinux with CONFIG_PVH=y.",
    streams: VMM14
  },
  {
    id: "qemu-initrd",
    phase: "vmm",
    severity: "fatal",
    pattern: /error reading initrd|could not (?:load|open) initrd|initrd is too large/,
    title: "QEMU could not load the initrd",
    hint: "Check the path of -initrd and the memory of the guest.",
    streams: VMM14
  }
];
var QEMU = [
  ...QEMU_TDX,
  ...QEMU_SEV,
  ...QEMU_KVM,
  ...QEMU_VFIO,
  ...QEMU_DEVICES,
  ...QEMU_MEMORY,
  ...RUN2,
  ...START,
  ...QEMU_OPTIONS
];

// src/judge/catalog/svsm.ts
var SVSM = [
  {
    id: "svsm-features",
    phase: "firmware",
    severity: "fatal",
    pattern: /(?:Required|Unsupported) SEV features (?:not available|enabled)/,
    title: "SVSM does not start with the SEV features of this guest",
    hint: "The line before names them: QEMU\u2019s sev-snp-guest object and the host kernel decide which are on (init-flags=, policy=)."
  },
  {
    id: "svsm-panic",
    phase: "firmware",
    orLater: true,
    severity: "fatal",
    pattern: /Panic(?: on CPU\[[0-9?]+\])?! COCONUT-SVSM|\[SVSM\] (?:ERROR: )?Info: panicked at/,
    title: "COCONUT-SVSM panicked",
    hint: 'The line that begins with "Info:" has the message and the place in the source.'
  }
];

// src/judge/catalog/systemd-devices.ts
var ROOT_HINT = "The device never appeared: compare root=, roothash= and the partition types with the disk that the VMM attaches, and check that the initrd has the drivers (virtio_blk, virtio_scsi, dm-verity).";
var DEVICES2 = [
  {
    id: "console",
    when: {
      unit: ["dev-ttyS0.device", "dev-hvc0.device", "dev-ttyS0", "dev-hvc0", "/dev/ttyS0", "/dev/hvc0"]
    },
    phase: "userspace",
    title: "systemd timed out waiting for the console $<unit>",
    hint: "udev never announced it: the image lacks udev or its rules, or console= names a device that the VMM does not give. The boot goes on without a login there (osbuilder#414)."
  },
  {
    id: "no-such-name",
    when: { unit: ["/dev/root", "dev-root", "dev-root.device"] },
    title: "The root file system did not appear: no device is called /dev/root",
    hint: "root= must name a device, a UUID or a label; /dev/root exists for the kernel only (dracut#846)."
  },
  {
    id: "verity",
    when: { unit: ["dev-mapper-root", "dev-mapper-usr", "/dev/mapper/root", "/dev/mapper/usr"] },
    phase: "initramfs",
    title: "The root file system did not appear: $<unit> was never set up (dm-verity, LUKS)",
    hint: "The partitions of roothash= (or usrhash=) were not found, or the hash is not theirs: the partition types and UUIDs must be those of the Discoverable Partitions Specification for this hash (mkosi#1612)."
  }
];
var SYSTEMD_DEVICES = [
  {
    id: "systemd-device-timeout",
    phase: "initramfs",
    orLater: true,
    severity: "error",
    // src/core/job.c, src/shared/generator.c, src/udev-util
    pattern: /(?<unit>dev-[A-Za-z0-9\\_.-]+)\.device[:/](?: Job \S+)?.*(?:timed out|failed with result 'timeout')|Timed out waiting for device (?:\S*device - )?(?<unit2>[^ ]*[^ .])/,
    title: "systemd timed out waiting for the device $<unit>",
    hint: ROOT_HINT,
    causes: DEVICES2
  },
  {
    id: "systemd-verity",
    phase: "initramfs",
    orLater: true,
    severity: "error",
    pattern: /systemd-veritysetup(?:@\S+)?(?:\[[0-9]+\])?: .*(?:[Ff]ailed|corrupt|[Ii]nvalid)|Verity device detected corruption|Failed to (?:set up|activate) verity (?:protected )?device/,
    title: "The dm-verity device of the root file system could not be set up",
    hint: "Image and root hash do not belong together, or a partition is missing: compare roothash= with the one of the build."
  },
  {
    id: "systemd-cryptsetup",
    phase: "initramfs",
    orLater: true,
    severity: "error",
    pattern: /systemd-cryptsetup(?:@\S+)?(?:\[[0-9]+\])?: .*(?:[Ff]ailed|Too many attempts|[Ii]nvalid)|cryptsetup: .*(?:[Ff]ailed|not found|does not exist)|No key available with this passphrase/,
    title: "The encrypted disk could not be opened",
    hint: "The key never came: in a TD it comes from a key broker after attestation, or from a vTPM; see the lines above."
  },
  {
    id: "systemd-gpt-auto",
    phase: "initramfs",
    severity: "warning",
    pattern: /systemd-gpt-auto-generator(?:\[[0-9]+\])?: .*(?:[Ff]ailed|[Cc]ouldn't|Unable)/,
    title: "systemd found no root partition by its type",
    hint: "Give root=, or use the partition types of the Discoverable Partitions Specification."
  },
  {
    id: "systemd-oomd",
    phase: "userspace",
    severity: "error",
    pattern: /systemd-oomd(?:\[[0-9]+\])?: Killed (?<unit>\S+)/,
    title: "systemd-oomd killed $<unit>: the guest is short of memory",
    hint: "Raise the memory of the guest."
  }
];

// src/judge/catalog/td-monitor.ts
var GUEST = { phase: "firmware", orLater: true, severity: "fatal", streams: ["td-module"] };
var MONITOR = { phase: "vmm", severity: "fatal", streams: ["td-module"] };
var TD_MONITOR = [
  {
    ...GUEST,
    id: "td-rbp-exposed",
    pattern: /^td-monitor: rbp-exposed mask=(?<mask>0x[0-9a-f]+) vcpu=\d+ rip=(?<rip>0x[0-9a-f]+)/,
    title: "the guest exposed RBP in a TDVMCALL (mask $<mask>, at $<rip>), which hosts of Linux 6.16 and later forbid",
    hint: `Firmware before edk2-stable202405 and td-shim up to v0.8.0 do this: use "pins: current". A host of Intel's 2022 tree allows it (td-monitor: {host: intel-2022}).`
  },
  {
    ...GUEST,
    id: "td-violation-unaccepted",
    pattern: /^td-monitor: violation kind=private-unaccepted access=(?<access>\S+) gpa=(?<gpa>0x[0-9a-f]+) vcpu=\d+ rip=(?<rip>0x[0-9a-f]+)/,
    title: "the guest touched a private page before it accepted the page: $<access> of $<gpa> at $<rip>",
    hint: "Accept the page with TDG.MEM.PAGE.ACCEPT first. A kernel needs CONFIG_UNACCEPTED_MEMORY=y, or firmware that accepts all memory."
  },
  {
    ...GUEST,
    id: "td-violation-shared",
    pattern: /^td-monitor: violation kind=private-to-shared access=(?<access>\S+) gpa=(?<gpa>0x[0-9a-f]+) vcpu=\d+ rip=(?<rip>0x[0-9a-f]+)/,
    title: "the guest touched a shared page as private: $<access> of $<gpa> at $<rip>",
    hint: "The page was given to the host with MapGPA: access it with the shared bit, or convert the page back and accept it."
  },
  {
    ...GUEST,
    id: "td-violation-outside",
    pattern: /^td-monitor: violation kind=private-outside access=(?<access>\S+) gpa=(?<gpa>0x[0-9a-f]+) vcpu=\d+ rip=(?<rip>0x[0-9a-f]+)/,
    title: "the guest touched private memory that it does not have: $<access> of $<gpa> at $<rip>",
    hint: "A device has to be accessed with the shared bit. A kernel without CONFIG_INTEL_TDX_GUEST does this with its first APIC access."
  },
  {
    ...GUEST,
    id: "td-violation",
    pattern: /^td-monitor: violation kind=(?<kind>\S+) access=(?<access>\S+) gpa=(?<gpa>0x[0-9a-f]+) vcpu=\d+ rip=(?<rip>0x[0-9a-f]+)/,
    title: "the guest made an access that the TDX module forbids ($<kind>): $<access> of $<gpa> at $<rip>",
    hint: "Look the instruction up by its address."
  },
  {
    ...GUEST,
    id: "td-fatal-error",
    pattern: /^td-monitor: fatal-error code=(?<code>0x[0-9a-f]+) .*text="(?<text>[^"]*)"/,
    title: 'the guest reported a fatal error to the host (code $<code>): "$<text>"',
    hint: "The guest ended itself with ReportFatalError. Its text says why; Linux does so when an attribute of the TD is not safe, or on a panic before its console works."
  },
  {
    ...GUEST,
    id: "td-unfetched-ve",
    pattern: /^td-monitor: ve-unfetched vcpu=\d+ reason=(?<reason>\d+)/,
    title: "the guest got a #VE (exit reason $<reason>) and never asked the TDX module what it was",
    hint: "The program has no #VE handler: a kernel needs CONFIG_INTEL_TDX_GUEST=y (Linux 5.19 and later)."
  },
  {
    ...GUEST,
    id: "td-triple-fault",
    pattern: /^td-monitor: end reason=triple-fault/,
    title: "the guest ended with a triple fault",
    hint: "No handler could run for an exception. The lines before this one in the td-module stream say what the guest did last, with the registers of each vCPU.",
    symptom: true
  },
  {
    ...GUEST,
    id: "td-nested-ve",
    severity: "error",
    pattern: /^td-monitor: ve-nested vcpu=\d+ first=(?<first>\d+) second=(?<second>\d+) rip=(?<rip>0x[0-9a-f]+)/,
    title: "a #VE (exit reason $<second>) came at $<rip> before the guest had fetched the last #VE (reason $<first>), so it got #DF",
    hint: "A #VE handler must call TDG.VP.VEINFO.GET before it does anything that may cause another #VE."
  },
  {
    ...GUEST,
    id: "td-tdcall-failed",
    severity: "warning",
    pattern: /^td-monitor: tdcall-failed leaf=\d+ name=(?<leaf>\S+) status=(?<status>0x[0-9a-f]+) status-name=(?<name>\S+)/,
    // Guests accept memory in large pages first, and in small ones where the host refuses that.
    unless: /name=MEM\.PAGE\.ACCEPT .*status-name=TDX_PAGE_SIZE_MISMATCH/,
    title: "TDCALL $<leaf> failed: $<name> ($<status>)",
    hint: "The guest called the TDX module with something that it refuses. Guests often probe: see what the guest does with the status."
  },
  {
    ...MONITOR,
    id: "td-monitor-setup",
    pattern: /^td-monitor: setup-failed text="(?<text>[^"]*)"/,
    title: "the TD monitor did not start the Trust Domain: $<text>",
    hint: 'Check the firmware image with "tdx-boot firmware inspect", and the memory and CPUs of the guest.'
  },
  {
    ...MONITOR,
    id: "td-monitor-fault",
    pattern: /^td-monitor: monitor-fault text="(?<text>[^"]*)"/,
    title: "the TD monitor had a fault: $<text>",
    hint: "This is a fault of tdx-boot or of QEMU, and no verdict on the guest: report it with the recording."
  }
];

// src/judge/catalog/td-shim.ts
var PAYLOAD_END = /message: Some\((?:deadloop|td-payload: all tests finished and enters dead loop)\)/;
var TD_SHIM = [
  {
    id: "tdshim-verification",
    phase: "firmware",
    severity: "fatal",
    pattern: /PanicInfo .*Verification fails/,
    title: "td-shim: secure boot verification fails",
    hint: "The payload is not signed by the enrolled key, or the key in the image is another one (td-shim-sign-payload, td-shim-enroll-key)."
  },
  {
    id: "tdshim-invalid-metadata",
    phase: "firmware",
    severity: "fatal",
    pattern: /(?:Some\(| - )Invalid metadata/,
    title: "td-shim: invalid metadata",
    hint: "The TDX metadata in the image is damaged or of another layout: rebuild the image with cargo image, and check it with td-shim-checker."
  },
  {
    id: "tdshim-dynamic-info",
    phase: "firmware",
    severity: "fatal",
    pattern: /Fail to initialize dynamic information/,
    title: "td-shim: no usable TD HOB or metadata",
    hint: "The VMM did not hand over the TD HOB that td-shim expects; firmware and VMM do not fit each other."
  },
  {
    id: "tdshim-no-memory",
    phase: "firmware",
    severity: "fatal",
    pattern: /Unable to find a piece of suitable memory for runtime/,
    title: "td-shim: no memory for its runtime",
    hint: "Give the guest more memory, or check the memory map in the TD HOB."
  },
  {
    id: "tdshim-kernel-type",
    phase: "firmware",
    severity: "fatal",
    pattern: /Unknown kernel image type (?<type>[0-9]+)/,
    title: "td-shim: unknown kernel image type $<type>",
    hint: "The PayloadInfo HOB of the VMM names a type that td-shim does not know: 1 is bzImage, 2 is a raw vmlinux."
  },
  {
    id: "tdshim-firmware-volume",
    phase: "firmware",
    severity: "fatal",
    pattern: /Failed to get image file from Firmware Volume/,
    title: "td-shim: no payload in the firmware volume",
    hint: "The image was built without an executable payload and the VMM passed no kernel: pass a kernel or build the image with a payload."
  },
  {
    id: "tdshim-kernel-returned",
    phase: "firmware",
    severity: "fatal",
    pattern: /Linux kernel should not return here!!!/,
    title: "td-shim: the kernel returned",
    hint: "The kernel entry point came back: the bzImage is damaged or not for x86-64."
  },
  {
    id: "tdshim-payload-returned",
    phase: "firmware",
    severity: "fatal",
    pattern: /payload entry\(\) should not return here, deadloop!!!/,
    title: "td-shim: the payload returned",
    hint: "The built-in payload finished without powering off; td-shim loops for ever."
  },
  {
    id: "tdshim-panic-reason",
    phase: "firmware",
    severity: "fatal",
    pattern: /panic \.\.\. PanicInfo .*message: Some\((?<reason>[A-Za-z](?:[A-Za-z ,:!'_.`-]*[A-Za-z!])?)/,
    unless: PAYLOAD_END,
    title: "td-shim panic: $<reason>",
    hint: "td-shim halted; location in the line names the source. A release image would have been silent."
  },
  {
    id: "tdshim-panic",
    phase: "firmware",
    severity: "fatal",
    pattern: /panic \.\.\. /,
    unless: PAYLOAD_END,
    title: "td-shim panic",
    hint: "td-shim halted; location in the line names the source. A release image would have been silent."
  },
  {
    id: "tdshim-alloc-error",
    phase: "firmware",
    severity: "fatal",
    pattern: /alloc_error \.\.\./,
    title: "td-shim: out of heap",
    hint: "A table or the payload does not fit the TempHeap section: enlarge it in the memory layout."
  },
  {
    id: "tdshim-ve",
    phase: "firmware",
    severity: "fatal",
    pattern: /Unsupported #VE exit reason (?<reason>0x[0-9a-f]+)/,
    title: "td-shim: unsupported #VE, exit reason $<reason>",
    hint: "td-shim emulates HLT, I/O and MSR accesses only; the number is the VMX exit reason (0x30 = MMIO, 0xa = CPUID)."
  },
  {
    id: "tdshim-page-fault",
    phase: "firmware",
    severity: "fatal",
    pattern: /- Page fault: [0-9A-F]+/,
    title: "td-shim: page fault",
    hint: "The number is CR2. The registers below show RIP; a high address may be memory that was not accepted."
  },
  {
    id: "tdshim-control-flow",
    phase: "firmware",
    severity: "fatal",
    pattern: /- Control Flow Exception/,
    title: "td-shim: control flow exception",
    hint: "A CET check failed: a return or an indirect call went to a wrong place."
  },
  {
    id: "tdshim-fault",
    phase: "firmware",
    severity: "fatal",
    pattern: /- (?<fault>Double fault|Protection fault|Invalid opcode fault|Machine check fault|Stack segment fault|Segment not present fault|Invalid TSS fault|Alignment check fault|Virtualization fault|Divide by zero)/,
    title: "td-shim: $<fault>",
    hint: "td-shim halted in an exception handler; the registers below show RIP."
  },
  {
    id: "tdshim-tests-failed",
    phase: "firmware",
    severity: "error",
    pattern: /Test Result: Total run [0-9]+ tests; [0-9]+ passed; (?<count>[1-9][0-9]*) failed/,
    title: "td-shim test payload: tests failed",
    hint: "The lines above name each failed test."
  }
];

// src/judge/catalog/userspace.ts
var ROOT_ERRORS = [
  {
    id: "missing",
    when: { errno: "ENXIO" },
    title: 'The kernel cannot open the root device "$<root>": no driver of this kernel has found such a disk',
    hint: "A virtio driver that is a module only an initrd can load; else the VMM attaches no such disk, or root= names a UUID or label, which only an initrd understands. The kernel prints the partitions that it has found, if any, after this line."
  },
  {
    id: "type",
    when: { errno: "ENODEV" },
    title: "The kernel does not know the file system type of its root, or the root is a share and no disk",
    hint: "CONFIG_ of the file system (9p with NET_9P_VIRTIO, virtiofs, ext4 \u2026) must be =y, since a module only an initrd can load; check rootfstype= as well."
  },
  {
    id: "share",
    when: { errno: "ENOENT" },
    title: 'The kernel cannot mount "$<root>": no disk or share of that name exists',
    hint: "Compare root= with the disks and with the tag of the share (mount_tag=, tag=) that the VMM gives."
  },
  {
    id: "contents",
    when: { errno: ["EINVAL", "EIO"] },
    title: 'The root device "$<root>" has no file system that this kernel can read',
    hint: "A partition table instead of a file system (root=/dev/vda1 and not /dev/vda), an encrypted or damaged image, or a file system that is not built in."
  }
];
var USERSPACE = [
  {
    id: "linux-root-device",
    phase: "kernel",
    severity: "error",
    // init/do_mounts.c, mount_root_generic() and mount_block_root(): what the last try to mount has returned
    pattern: /Cannot open root device(?: "(?<root>[^"]*)")?(?:.*: error (?<errno>-[0-9]+))?/,
    title: "The kernel cannot open the root device",
    hint: "root= names a device that no built-in driver found; virtio drivers may be modules that only an initrd can load. The kernel prints the partitions that it has found, if any, after this line.",
    causes: ROOT_ERRORS
  },
  {
    id: "linux-init-failed",
    phase: "initramfs",
    severity: "error",
    pattern: /Failed to execute (?<init>\/[A-Za-z0-9_./-]+) \(error (?<errno>-[0-9]+)\)/,
    title: "Failed to execute $<init> (error $<errno>)",
    hint: "-2: the file or its interpreter is missing; -8: wrong architecture or format; -13: not executable."
  },
  {
    id: "linux-init-exists",
    phase: "initramfs",
    severity: "error",
    pattern: /Starting init: (?<init>\/[A-Za-z0-9_./-]+) exists but couldn't execute it/,
    title: "init $<init> exists but cannot be executed",
    hint: "Wrong architecture, missing interpreter or library, or no execute permission."
  },
  {
    id: "initramfs-root-missing",
    phase: "initramfs",
    severity: "fatal",
    pattern: /Dropping to a shell!/,
    title: "The root device does not exist (initramfs shell)",
    hint: "Compare root= with the disks that the VMM attaches (blkid in the shell), and check that the initrd has the virtio drivers."
  },
  {
    id: "initramfs-gave-up",
    phase: "initramfs",
    severity: "error",
    pattern: /Gave up waiting for (?<what>[a-z]+(?: [a-z]+)*) device/,
    title: "initramfs gave up waiting for the $<what> device",
    hint: "The disk never appeared: check the disk option of the VMM, root= and the drivers in the initrd."
  },
  {
    id: "initramfs-prompt",
    phase: "initramfs",
    severity: "fatal",
    pattern: /\(initramfs\)/,
    title: "initramfs rescue shell",
    hint: "The initramfs stopped and waits for a person. The lines above say what it did not find."
  },
  {
    id: "initramfs-no-init",
    phase: "initramfs",
    severity: "fatal",
    pattern: /Target filesystem doesn't have requested |No init found\. Try passing init= bootarg/,
    title: "The root file system has no init",
    hint: "root= points at a file system without /sbin/init: the wrong partition, or an image that is not a root file system."
  },
  {
    id: "initramfs-debug-shell",
    phase: "initramfs",
    severity: "fatal",
    pattern: /Dropping to debug shell/,
    title: "initramfs debug shell",
    hint: "The init script gave up; the lines above say why."
  },
  {
    id: "initramfs-alpine-shell",
    phase: "initramfs",
    severity: "fatal",
    pattern: /initramfs emergency recovery shell launched/,
    title: "initramfs emergency recovery shell",
    hint: "Mounting the root failed: check root=, modules= and the disk."
  },
  {
    id: "initramfs-emergency-shell",
    phase: "initramfs",
    severity: "fatal",
    pattern: /You are now being dropped into an emergency shell/,
    title: "initramfs emergency shell",
    hint: "Mounting the root failed: check root= and the drivers in the initrd."
  },
  {
    id: "dracut-timeout",
    phase: "initramfs",
    severity: "error",
    pattern: /dracut-initqueue: (?:timeout, still waiting|starting timeout scripts)/,
    title: "dracut waits for a device that does not appear",
    hint: "The hooks below name the missing device. Check root=, rd.* options, the disk option of the VMM and the drivers in the initrd."
  },
  {
    id: "dracut-fatal",
    phase: "initramfs",
    severity: "fatal",
    pattern: /dracut: (?:FATAL: |Refusing to continue)/,
    title: "dracut refuses to continue",
    hint: "Usually root= is missing or not understood; the text of the line says which."
  },
  {
    id: "dracut-could-not-boot",
    phase: "initramfs",
    severity: "error",
    pattern: /dracut.*Warning: Could not boot\./,
    title: "dracut could not boot",
    hint: "The root device was not found in time; the warnings around this line name it."
  },
  {
    id: "dracut-shell",
    phase: "initramfs",
    severity: "fatal",
    pattern: /dracut:\/#/,
    title: "dracut emergency shell",
    hint: "dracut stopped and waits for a person; /run/initramfs/rdsosreport.txt in the guest has the details."
  },
  {
    id: "systemd-sysroot",
    phase: "initramfs",
    severity: "fatal",
    pattern: /Failed to mount .*\/sysroot/,
    title: "systemd failed to mount the root file system",
    hint: "root= was found but not mountable: check rootfstype=, the file system driver in the initrd and the image."
  },
  {
    id: "systemd-mount",
    phase: "userspace",
    severity: "error",
    pattern: /(?:\[FAILED\]|systemd\[1\]:) Failed to mount (?<unit>.*[^. ])/,
    title: "Failed to mount $<unit>",
    hint: "An entry of /etc/fstab or a mount unit failed; without nofail it leads to emergency mode."
  },
  {
    id: "systemd-start",
    phase: "userspace",
    severity: "warning",
    pattern: /(?:\[FAILED\]|systemd\[1\]:) Failed to start (?<unit>.*[^. ])/,
    title: "Failed to start $<unit>",
    hint: "See journalctl -u for the unit; add it to the allowed failures if the test does not need it."
  },
  {
    id: "systemd-dependency",
    phase: "userspace",
    severity: "warning",
    pattern: /(?:\[DEPEND\]|systemd\[1\]:) Dependency failed for (?<unit>.*[^. ])/,
    title: "Dependency failed for $<unit>",
    hint: "A unit that this one requires failed earlier: look for the first failure above."
  },
  {
    id: "systemd-emergency",
    phase: "userspace",
    severity: "fatal",
    pattern: /You are in emergency mode|Welcome to emergency mode|(?:Reached target|Started) .*(?:Emergency (?:Mode|Shell)|emergency\.(?:target|service))/,
    title: "Emergency mode",
    hint: "Start-up failed and the guest waits for a person. The first [FAILED] or Warning line above is the cause."
  },
  {
    id: "dracut-emergency",
    phase: "initramfs",
    severity: "fatal",
    // modules.d/98dracut-systemd/dracut-emergency.sh, modules.d/99base/dracut-lib.sh
    pattern: /Entering emergency mode\. Exit the shell to continue/,
    title: "Emergency mode of the initramfs",
    hint: "The initramfs stopped and waits for a person. The first [FAILED], [ TIME ] or Warning line above is the cause."
  },
  {
    id: "systemd-rescue",
    phase: "userspace",
    severity: "fatal",
    pattern: /You are in rescue mode/,
    title: "Rescue mode",
    hint: "The guest was told to stop in rescue mode (single, rescue.target on the command line), or a unit isolated it."
  },
  {
    id: "systemd-maintenance",
    phase: "userspace",
    severity: "fatal",
    pattern: /Give root password for maintenance|Press Enter for (?:system )?maintenance|the root account is locked/,
    title: "The guest asks for the root password for maintenance",
    hint: "Start-up failed and the guest waits for a person. The first [FAILED] line above is the cause."
  },
  {
    id: "systemd-freeze",
    phase: "userspace",
    severity: "fatal",
    pattern: /Freezing execution/,
    title: "systemd froze",
    hint: "PID 1 gave up; the line above says why (missing API file systems, no default target, a crash)."
  },
  {
    id: "systemd-crash",
    phase: "userspace",
    severity: "fatal",
    pattern: /systemd\[1\]: Caught <(?<signal>[A-Z]+)>/,
    title: "systemd crashed with SIG$<signal>",
    hint: "PID 1 crashed. SIGILL or SIGSEGV this early often means a CPU feature that the VMM does not offer, or a damaged image."
  },
  {
    id: "user-segfault",
    phase: "userspace",
    severity: "warning",
    pattern: /(?<task>[A-Za-z][A-Za-z_.-]*)[^ [\]]*\[[0-9]+\]: segfault at/,
    title: "segfault in $<task>",
    hint: 'A program of the guest crashed; "in" at the end of the line names the library.'
  },
  {
    id: "user-trap",
    phase: "userspace",
    severity: "warning",
    pattern: /traps: .*\[[0-9]+\] (?:trap )?(?<kind>[a-z][a-z0-9 ]*[a-z0-9]) ip:/,
    title: "$<kind> in a user program",
    hint: 'A program of the guest crashed. "invalid opcode" often means a CPU feature that the VMM does not offer.'
  },
  {
    id: "user-core-dump",
    phase: "userspace",
    severity: "warning",
    pattern: /Process [0-9]+ \((?<task>[A-Za-z][A-Za-z_.-]*)[^)]*\) of user [0-9]+ (?:dumped core|terminated abnormally)/,
    title: "$<task> dumped core",
    hint: "A program of the guest crashed; coredumpctl in the guest has the trace."
  }
];

// src/judge/catalog/milestones.ts
var FIRMWARE = [
  {
    id: "td-started",
    phase: "vmm",
    pattern: /^td-monitor: start mode=/,
    title: "emulated Trust Domain",
    streams: ["td-module"],
    evidence: true
  },
  {
    id: "edk2-sec",
    phase: "firmware",
    pattern: /SecCoreStartupWithStack\(/,
    title: "edk2 SEC",
    once: true,
    restarts: true
  },
  {
    id: "edk2-tdx",
    phase: "firmware",
    pattern: /Tdx started with\(Hob: |Intel Tdx Started with \(GPAW: /,
    title: "edk2 in a TD"
  },
  { id: "edk2-ovmf", phase: "firmware", pattern: /Ovmf started/, title: "edk2 without a TD" },
  {
    id: "edk2-dxe",
    phase: "firmware",
    pattern: /SwitchStack then Jump to DxeCore|HOBLIST address in DXE = |Loading DXE CORE at /,
    title: "edk2 DXE"
  },
  { id: "edk2-driver", phase: "firmware", pattern: /Loading driver at 0x/, title: "edk2 loads drivers" },
  { id: "edk2-bds", phase: "firmware", pattern: /\[Bds\] ?Entry\.\.\./, title: "edk2 boot manager" },
  { id: "bds-loading", phase: "firmware", pattern: /BdsDxe: loading Boot/, title: "boot option loading" },
  {
    id: "tdshim-start",
    phase: "firmware",
    pattern: /Starting RUST Based TdShim/,
    title: "td-shim start",
    once: true,
    restarts: true
  },
  {
    id: "tdshim-payload",
    phase: "firmware",
    pattern: /start launching payload/,
    title: "td-shim starts its payload"
  },
  // Not `once`: on the debug port SeaBIOS prints its banner as a log line and again as screen text.
  { id: "seabios", phase: "firmware", pattern: /SeaBIOS \(version /, title: "SeaBIOS", restarts: true },
  { id: "svsm", phase: "firmware", pattern: /\[(?:Stage2|SVSM)\] /, title: "COCONUT-SVSM" },
  {
    id: "rust-hypervisor-fw",
    phase: "firmware",
    pattern: /Booting (?:via|with) PVH Boot Protocol/,
    title: "Rust Hypervisor Firmware"
  },
  {
    id: "rust-hypervisor-fw-start",
    phase: "firmware",
    // src/paging.rs: among the first lines, in each release
    pattern: /Setting up 4 GiB identity mapping/,
    title: "Rust Hypervisor Firmware at work",
    once: true,
    restarts: true
  },
  { id: "openhcl", phase: "firmware", pattern: /openhcl_boot|underhill_(?:init|core)/, title: "OpenHCL" },
  { id: "ipxe", phase: "firmware", pattern: /Open Source Network Boot Firmware/, title: "iPXE" }
];
var DEBUG_PORT = [
  ["Firmware", "firmware"],
  ["Bootloader", "bootloader"],
  ["Kernel", "kernel"],
  ["Userspace", "userspace"]
].map(([name, phase]) => ({
  id: `ch-debug-port-${phase}`,
  phase,
  pattern: new RegExp(String.raw`\[Debug I/O port: ${name} code 0x`),
  title: `debug port: ${phase}`,
  streams: ["vmm"]
}));
var BOOTLOADER2 = [
  { id: "bds-starting", phase: "bootloader", pattern: /BdsDxe: starting Boot/, title: "boot option started" },
  {
    // src/main.rs
    id: "rust-hypervisor-fw-load",
    phase: "bootloader",
    pattern: /^Executable loaded$/,
    title: "Rust Hypervisor Firmware starts what it loaded"
  },
  { id: "grub", phase: "bootloader", pattern: /Welcome to GRUB!|GNU GRUB/, title: "GRUB" }
];
var KERNEL = [
  {
    id: "tdshim-jump",
    phase: "kernel",
    pattern: /Jump to kernel\.\.\./,
    title: "td-shim jumps to the kernel"
  },
  {
    // arch/x86/boot/compressed/misc.c
    id: "linux-decompressor",
    phase: "kernel",
    pattern: /early console in (?:decompress|extract)_kernel|Decompressing Linux\.\.\./,
    title: "the kernel unpacks itself"
  },
  { id: "efi-stub", phase: "kernel", pattern: /EFI [sS]tub(?:: |\] )/, title: "EFI stub" },
  {
    id: "linux-banner",
    phase: "kernel",
    // A step may end a run in the middle of the banner.
    pattern: /Linux version(?: [0-9]+\.[0-9]+|$)/,
    title: "kernel banner",
    once: true
  },
  {
    id: "linux-tdx",
    phase: "kernel",
    pattern: /tdx: Guest detected/,
    title: "kernel sees a TD",
    evidence: true
  },
  {
    id: "linux-tdx-attributes",
    phase: "kernel",
    pattern: /tdx: (?:Attributes|TD_CTLS): /,
    title: "attributes of the TD",
    evidence: true
  },
  {
    id: "linux-tdx-idle",
    phase: "kernel",
    pattern: /using TDX aware idle routine/,
    title: "TDX idle routine"
  },
  {
    id: "linux-tdx-encryption",
    phase: "kernel",
    pattern: /Memory Encryption Features active: .*Intel TDX/,
    title: "TDX memory encryption active",
    evidence: true
  },
  {
    id: "other-kernel",
    phase: "kernel",
    pattern: /Components initializing in |OSTD initialized|\*\*\* Booting Zephyr|The FreeBSD Project|Powered by Unikraft|This is Hermit/,
    title: "a kernel other than Linux"
  },
  { id: "linux-smp", phase: "kernel", pattern: /smp: Brought up /, title: "all CPUs up" },
  {
    id: "linux-unpack",
    phase: "kernel",
    pattern: /Unpacking initramfs|Trying to unpack rootfs image as initramfs/,
    title: "kernel unpacks the initramfs"
  },
  { id: "linux-root", phase: "kernel", pattern: /VFS: Mounted root/, title: "kernel mounted the root" },
  { id: "linux-free", phase: "kernel", pattern: /Freeing unused kernel /, title: "kernel initialised" }
];
var INITRAMFS = [
  {
    id: "initramfs-init",
    phase: "initramfs",
    pattern: /Run \/init as init process/,
    title: "init of the initramfs"
  },
  {
    id: "systemd-initrd",
    phase: "initramfs",
    pattern: /Running in (?:initrd|initial RAM disk)\./,
    title: "systemd in the initramfs"
  },
  {
    // On the console of a kernel; systemd in an initrd works, too, so this proves only the initramfs.
    id: "systemd-works",
    phase: "initramfs",
    pattern: /^\[ *\d+\.\d+\](?:\[[^\]]*\])? (?:\S+ )?systemd\[1\]: (?:Starting|Started|Listening|Reached|Mounting|Mounted|Finished)/,
    title: "systemd works"
  },
  {
    // systemd in an initrd prints this banner, too, so the banner proves only the initramfs.
    id: "systemd-banner",
    phase: "initramfs",
    pattern: /systemd\[1\]: systemd .* running in system mode/,
    title: "systemd started"
  },
  {
    // Units that only an initrd has (systemd's bootup(7), dracut's modules.d), and dracut's report.
    id: "initrd-units",
    phase: "initramfs",
    pattern: /initrd-(?:root-fs|root-device|fs|usr-fs)\.target|initrd-parse-etc\.service|sysroot\.mount|for \/sysroot\.|Initrd (?:Root (?:File System|Device)|File Systems)|from the Real Root|dracut-(?:initqueue|pre-(?:udev|trigger|mount|pivot)|mount|emergency)(?:\.service|\[)|dracut (?:cmdline|initqueue|pre-[a-z]+|mount) hook|rdsosreport\.txt/,
    title: "units of an initrd"
  },
  {
    id: "initramfs-tools",
    phase: "initramfs",
    pattern: /Begin: Mounting root file system|Begin: Running \/scripts\//,
    title: "initramfs scripts"
  },
  {
    // systemd in an initrd prints this, too.
    id: "systemd-tdx",
    phase: "initramfs",
    pattern: /systemd\[1\]: Detected confidential virtualization tdx/,
    title: "systemd sees a TD",
    evidence: true
  },
  {
    // GRUB and emergency mode say "Welcome to" as well; a dracut initramfs greets like the system does.
    id: "init-welcome",
    phase: "initramfs",
    pattern: /Welcome to (?:[^Ge]|G[^R]|e[^m]).*!/,
    title: "init greets"
  },
  {
    id: "initramfs-target",
    phase: "initramfs",
    pattern: /Reached target .*(?:initrd\.target|Initrd Default Target)/,
    title: "initramfs is done"
  }
];
var USERSPACE2 = [
  {
    id: "linux-init",
    phase: "userspace",
    pattern: /Run \/(?:sbin|etc|bin|usr)\/[a-z/]+ as init process/,
    title: "init of the root file system"
  },
  { id: "switch-root", phase: "userspace", pattern: /Switching root\./, title: "switch to the root" },
  {
    id: "systemd-start-job",
    phase: "userspace",
    pattern: /Queued start job for default target [^iI]/,
    title: "systemd of the root file system"
  },
  {
    id: "systemd-target",
    phase: "userspace",
    done: true,
    pattern: /Reached target .*(?:Multi-User System|Graphical Interface|Login Prompts)/,
    title: "systemd target reached"
  },
  {
    id: "probe-tdx",
    phase: "userspace",
    pattern: /# cc\.(?:cpuid_vendor: IntelTDX|tdx_guest_flag: yes)/,
    title: "the probe sees a TD",
    evidence: true
  },
  {
    id: "tdx-device",
    phase: "userspace",
    pattern: /crw.* \/dev\/tdx_guest/,
    title: "a shell sees /dev/tdx_guest",
    evidence: true
  },
  { id: "cloud-init", phase: "userspace", pattern: /Cloud-init v\. /, title: "cloud-init" },
  {
    id: "systemd-shutdown",
    phase: "userspace",
    pattern: /Reached target .*(?:Final Step|System Power Off|System Reboot)/,
    title: "systemd shuts down"
  },
  {
    // Units that an initrd has not, behind the mark of systemd's status lines; an initrd waits for its own file systems.
    id: "system-units",
    phase: "userspace",
    pattern: /^ *\[ *(?:OK|FAILED|DEPEND) *\] .*(?:[cC]loud-init|OpenSSH|sshd\.service|User Login Management|systemd-logind|Permit User Sessions|[gG]etty |serial-getty|UTMP|multi-user\.target)|Dependency failed for (?:local-fs\.target - )?Local File Systems/,
    title: "units of the real system"
  },
  {
    id: "systemd-unit",
    phase: "userspace",
    // PID 1 speaks in an initramfs, too; a manager with another number belongs to a user of the real system.
    pattern: /systemd\[(?:[2-9]|[1-9]\d+)\]: |systemd\[1\]: Startup finished in .*userspace/,
    title: "systemd of a user",
    afterKernel: true,
    done: true
  },
  {
    id: "openrc",
    phase: "userspace",
    pattern: /OpenRC [0-9.]+ .*is starting up|INIT: Entering runlevel/,
    title: "OpenRC"
  },
  {
    id: "busybox-init",
    phase: "userspace",
    pattern: /Please press Enter to activate this console/,
    title: "busybox",
    done: true
  },
  {
    id: "guest-agent",
    phase: "userspace",
    pattern: /Started .*(?:[gG]uest [aA]gent|kata-agent|attestation-agent|amazon-ssm-agent|google-guest-agent)|"source":"agent".*announce/,
    title: "an agent of the guest"
  },
  {
    id: "shell-prompt",
    phase: "userspace",
    // Nothing behind it: a prompt with a command is a person's terminal, most often on the host.
    pattern: /^(?:\/ # |~ # |bash-\d[\d.]*# ?|sh-5\.[\d.]*# ?|sh-4\.[\d.]*# ?|\[?root@[\w.-]+[ :][^#$]*# ?)$/,
    title: "shell prompt",
    afterKernel: true,
    done: true
  },
  {
    id: "login-prompt",
    phase: "userspace",
    pattern: /(?:^| )login:(?: |$)/,
    title: "login prompt",
    done: true
  }
];
var MILESTONES = [
  ...FIRMWARE,
  ...BOOTLOADER2,
  ...KERNEL,
  ...INITRAMFS,
  ...USERSPACE2,
  ...DEBUG_PORT
];

// src/judge/catalog/index.ts
var SIGNATURES = [
  ...LINUX,
  ...SYSTEMD_DEVICES,
  ...USERSPACE,
  ...ATTESTATION,
  ...BOOTLOADER,
  ...EDK2,
  ...TD_SHIM,
  ...SVSM,
  ...TD_MONITOR,
  ...MICROVMS,
  ...CLOUD_HYPERVISOR,
  ...QEMU,
  ...LIBVIRT_ROWS,
  ...DSTACK,
  ...CONFIDENTIAL_CONTAINERS,
  ...CONTAINERD,
  ...KATA_ROWS,
  ...HOST_PROGRAMS,
  ...OTHER_VMMS,
  ...OTHER_GUESTS
];
var EVERY_ROW = [...HOST_SIGNATURES, ...SIGNATURES, ...BUILD_ROWS];
var SUPPRESSIONS = [
  // CONFIG_DEBUG_OBJECTS ("ODEBUG: ") and programs that log at level DEBUG: both end in "BUG: ".
  /DEBUG:/,
  // Follows the first lockdep report or a taint, which count themselves.
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
  // SVSM without user programs, and on a KVM that does not tell all that it can do: SVSM goes on.
  /\[SVSM\] Failed to launch \/init|Required hypervisor GHCB features not available/,
  // The kernel's own self-test of the stack tracer.
  /backtrace testing/,
  // Wi-Fi and other drivers that call themselves incomplete.
  /WARNING: .* support is incomplete/
];

// src/judge/signature.ts
function captured(groups, name) {
  return groups[name] ?? groups[`${name}2`];
}
function titleOf(row, groups, func) {
  const template = func === void 0 ? row.title : row.guilty?.title ?? row.title;
  const value = (name) => (name === "func" ? func : void 0) ?? captured(groups, name)?.trim() ?? "";
  return template.replace(
    /\$<(\w+)(?:-(\w+))?>/g,
    (_, name, less) => less === void 0 ? value(name) : String(Number(value(name)) - Number(value(less)))
  );
}
function fingerprintOf(row, groups, func = groups.func) {
  const kind = groups.kind ?? groups.what ?? groups.reason;
  const place = func ?? groups.file;
  return [row.id, kind, place].filter((part) => part !== void 0).join(":").replaceAll(" ", "-");
}
var KERNEL_PREFIX = /^(?:.*login: |[\s>|]*)(?:<\d+>)?(?:\[[^\]]*\]\s*)*$/;
function isOwnWords(before) {
  return KERNEL_PREFIX.test(before);
}

// src/judge/errno.ts
var ERRNOS = [
  ["EPERM", 1, "Operation not permitted"],
  ["ENOENT", 2, "No such file or directory"],
  ["EINTR", 4, "Interrupted system call"],
  ["EIO", 5, "Input/output error"],
  ["ENXIO", 6, "No such device or address"],
  ["E2BIG", 7, "Argument list too long"],
  ["ENOEXEC", 8, "Exec format error"],
  ["EBADF", 9, "Bad file descriptor"],
  ["EAGAIN", 11, "Resource temporarily unavailable"],
  ["ENOMEM", 12, "Cannot allocate memory"],
  ["EACCES", 13, "Permission denied"],
  ["EFAULT", 14, "Bad address"],
  ["EBUSY", 16, "Device or resource busy"],
  ["EEXIST", 17, "File exists"],
  ["EXDEV", 18, "Invalid cross-device link"],
  ["ENODEV", 19, "No such device"],
  ["ENOTDIR", 20, "Not a directory"],
  ["EISDIR", 21, "Is a directory"],
  ["EINVAL", 22, "Invalid argument"],
  ["EMFILE", 24, "Too many open files"],
  ["ENOTTY", 25, "Inappropriate ioctl for device"],
  ["EFBIG", 27, "File too large"],
  ["ENOSPC", 28, "No space left on device"],
  ["EROFS", 30, "Read-only file system"],
  ["EPIPE", 32, "Broken pipe"],
  ["ERANGE", 34, "Numerical result out of range"],
  ["ENOSYS", 38, "Function not implemented"],
  ["ENODATA", 61, "No data available"],
  ["ETIME", 62, "Timer expired"],
  ["EPROTO", 71, "Protocol error"],
  ["EOPNOTSUPP", 95, "Operation not supported"],
  ["EADDRINUSE", 98, "Address already in use"],
  ["ECONNRESET", 104, "Connection reset by peer"],
  ["ETIMEDOUT", 110, "Connection timed out"],
  ["ECONNREFUSED", 111, "Connection refused"],
  ["EHWPOISON", 133, "Memory page has hardware error"],
  ["ENOTSUPP", 524, "Unknown error 524"]
];
var NAMES = new Map(
  ERRNOS.flatMap(([name, number, text]) => [
    [name, name],
    [String(number), name],
    [text.toLowerCase(), name]
  ])
);
function errnoOf(text) {
  return NAMES.get(text.trim().toLowerCase().replace(/^-/, "")) ?? NAMES.get(text.trim());
}

// src/judge/family.ts
function causeOf(row, groups) {
  const cause = row.causes?.find(
    ({ when }) => Object.entries(when).every(([name, wanted]) => fits(captured(groups, name), wanted, groups))
  );
  return cause === void 0 ? row : withCause(row, cause);
}
function everyCauseOf(row) {
  return [row, ...(row.causes ?? []).map((cause) => withCause(row, cause))];
}
function withCause(row, { id, when: _, ...says }) {
  return { ...row, ...says, id: `${row.id}-${id}` };
}
function fits(value, wanted, groups) {
  if (value === void 0) return false;
  if (typeof wanted === "string") return isSame(value, wanted);
  return isRange(wanted) ? isWithin(value, wanted, groups) : wanted.some((text) => isSame(value, text));
}
function isSame(value, wanted) {
  return value.trim() === wanted || errnoOf(value) === wanted;
}
function isRange(wanted) {
  return typeof wanted === "object" && !Array.isArray(wanted);
}
function isWithin(value, { from = 0, to = Number.POSITIVE_INFINITY, of }, groups) {
  const whole = of === void 0 ? 1 : Number(captured(groups, of));
  const number = Number(value);
  return number >= from * whole && number <= to * whole;
}

export {
  BUILD_ROWS,
  HOST_SIGNS,
  HOST_SIGNATURES,
  BUGS,
  EXCEPTIONS,
  LOCKDEP,
  SANITIZERS,
  MILESTONES,
  SIGNATURES,
  EVERY_ROW,
  SUPPRESSIONS,
  errnoOf,
  titleOf,
  fingerprintOf,
  isOwnWords,
  causeOf,
  everyCauseOf
};
