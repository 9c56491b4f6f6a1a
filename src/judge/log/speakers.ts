/** Who may speak in a log, and the shapes of line by which each is known. */

import type { Phase } from '../../words/words.ts';
import { OF_U_BOOT } from './program-words.ts';

export type SpeakerId =
  | 'kernel'
  | 'host-firmware'
  | 'firmware'
  | 'bootloader'
  | 'vmm'
  | 'libvirt'
  | 'wrapper'
  | 'host-program'
  | 'program'
  | 'ci'
  | 'build'
  | 'unknown';

/** Whose streams a row may be restricted to, the guest's three taken as one. */
export type Printer = 'guest' | 'vmm' | 'host' | 'build';

export interface Speaker {
  /** As a sentence begins with it. */
  readonly name: string;
  /** Where a boot stands while this one speaks. */
  readonly phase: Phase;
  /** Whose failure lines it may print: those of a guest's streams, of the VMM's, of a host's log. */
  readonly prints: readonly Printer[];
  /** Much of what it complains of is harmless: only a complaint near the end of the log counts. */
  readonly chatty?: true;
}

export const SPEAKERS: Readonly<Record<SpeakerId, Speaker>> = {
  kernel: { name: 'The guest kernel', phase: 'kernel', prints: ['guest', 'host'], chatty: true },
  'host-firmware': { name: 'The firmware of the host', phase: 'host', prints: [] },
  firmware: { name: 'The firmware', phase: 'firmware', prints: ['guest'], chatty: true },
  bootloader: { name: 'The boot loader', phase: 'bootloader', prints: ['guest'] },
  vmm: { name: 'The VMM', phase: 'vmm', prints: ['vmm'] },
  libvirt: { name: 'libvirt', phase: 'vmm', prints: ['vmm'] },
  // A wrapper quotes whom it started, and its log may carry the console of the guest.
  wrapper: {
    name: 'The program that starts the VM',
    phase: 'vmm',
    prints: ['guest', 'vmm', 'host', 'build'],
  },
  program: { name: 'A program of the guest', phase: 'userspace', prints: ['guest'], chatty: true },
  'host-program': { name: 'A program of the host', phase: 'host', prints: ['guest', 'vmm', 'host'] },
  ci: { name: 'The CI system', phase: 'host', prints: ['guest', 'vmm', 'host', 'build'] },
  build: { name: 'A build', phase: 'host', prints: ['build'] },
  // Whoever prepares a host, a cluster or a guest: no word of the line shows that a VMM was started.
  unknown: { name: 'A program', phase: 'host', prints: ['guest', 'vmm', 'host', 'build'] },
};

/** A line of this shape is spoken by this one. Patterns run on the peeled line and have a literal that every match needs. */
export interface Shape {
  readonly speaker: SpeakerId;
  readonly pattern: RegExp;
}

/** Classes of error in libvirt’s src/util/virerror.c, virErrorMsgStrings (11.3): those that no other program says in these words. */
const LIBVIRT_CLASSES: readonly string[] = [
  'internal error',
  'XML error',
  'unsupported configuration',
  'operation failed',
  'Requested operation is not valid',
  '(?:Domain|Network|Storage pool|Storage volume|Node device|Network filter|Secret|Interface|Security model) not found',
  'Domain (?:snapshot|checkpoint) not found',
  'Storage pool (?:probe failed|already built)',
  'Guest agent is not responding',
  'Hook script execution failed',
  'Timed out during operation',
  'argument unsupported',
  'Failed to find the network',
  'Unsafe migration',
  'Error while building firewall',
];

/** The first shape that fits decides. */
export const SHAPES: readonly Shape[] = [
  // GitHub Actions, Azure Pipelines, GitLab, Jenkins.
  {
    speaker: 'ci',
    pattern: /^(?:##\[(?:error|warning|group|endgroup|debug|command)\]|##vso\[|\[Pipeline\])/,
  },
  { speaker: 'ci', pattern: /^::(?:error|warning|notice|group|debug)/ },
  {
    speaker: 'ci',
    pattern:
      /^(?:Error: )?(?:Process completed with exit code|The operation was cancell?ed|The process '.*' failed)/,
  },
  { speaker: 'ci', pattern: /^ERROR: (?:Job failed|script returned exit)/ },
  // Builds: edk2's BaseTools and build.py, make, ninja, compilers and assemblers, cargo.
  {
    speaker: 'build',
    pattern:
      /^g?make(?:\[\d+\])?: |^(?:ninja: |cmake: |cargo: |meson: |nasm: |iasl: |collect2: |clang: |clang\+\+: |gcc: |g\+\+: |ld: |ld\.\w+: |cc1: |cc1plus: |rustc: |Trim: |VfrCompile: |Gen[A-Z]\w+: (?:ERROR|WARNING)|build\.py\.\.\.)/,
  },
  {
    speaker: 'build',
    pattern: /^\S+\.\w+[:(]\d+(?:[:,]\d+)?\)? ?: (?:fatal |internal )?(?:error|warning|note)\b/,
  },
  {
    speaker: 'build',
    pattern:
      /^\s*: error [0-9A-F]{4}: |^error\[E\d{4}\]: |^CMake Error|^FAILED: |^(?:dh_\w+|dpkg-buildpackage|debuild): /,
  },
  { speaker: 'build', pattern: /^\[cargo-make\]|^ +Compiling |^Building \.\.\. |^- Failed -$/ },
  {
    speaker: 'build',
    pattern: /^(?:error: )?(?:builder for|build of|cannot build derivation|Cannot build) ['‘]\/nix\//,
  },
  // Kbuild (scripts/Kbuild.include, scripts/mod/modpost.c). With the blanks each name is a rare literal: `as` alone is in every
  // fifth line of a kernel.
  {
    speaker: 'build',
    pattern:
      /^(?:WARNING|ERROR): modpost: |^(?:CC\x20\x20|LD\x20\x20|AR\x20\x20|AS\x20\x20|UPD\x20\x20|BTF\x20\x20|GEN\x20\x20|HOSTCC\x20\x20|HOSTLD\x20\x20|OBJCOPY\x20\x20|MODPOST\x20\x20)\s*\S|^[A-Z]+ \[M\]\x20\x20\s*\S/,
  },
  {
    speaker: 'build',
    pattern:
      /^error: (?:could not compile|failed to run custom build|aborting due to|linking with `|could not find native |linker `|could not exec the linker|toolchain '|component '|`rust-src`|no matching package|failed to select a version|failed to parse manifest)|^LLVM ERROR: /,
  },
  // QEMU, KVM's userspace, Cloud Hypervisor, and the register dump of a vCPU that died.
  // util/error-report.c print_loc(): the program and a place in a file of options stand without a blank between them.
  { speaker: 'vmm', pattern: /^\s*(?:\S*\/)?(?:qemu(?:-[\w.-]+)?|kvm(?:-spice)?):(?:[^\s:]+:\d+:)? / },
  { speaker: 'vmm', pattern: /^(?:error: )?kvm run failed |^KVM: |^KVM internal error|^\*\*\* TDX / },
  { speaker: 'vmm', pattern: /^(?:EAX=|RAX=|ESI=|RSI=|EIP=|RIP=|CR0=|DR0=|EFER=|Code=)[0-9a-f]/ },
  {
    speaker: 'vmm',
    pattern: /^\s*(?:\S*\/)?cloud-hypervisor(?:-\w+)?: |^<[\w-]+> (?:ERROR|WARN|INFO|DEBUG|TRACE):/,
  },
  {
    speaker: 'vmm',
    pattern: /^Error: Cloud Hypervisor|^(?:Error )?(?:booting VM|creating VM)|VmBoot\(|VmCreate\(/,
  },
  // The panics of vhost-user back ends built on QEMU's libvhost-user.
  { speaker: 'vmm', pattern: /^(?:fv|vu)_panic: |\blibvhost-user\b/ },
  { speaker: 'vmm', pattern: /^Running Firecracker v|\[[\w-]+:(?:fc_api|fc_vcpu \d+|main)[:\]]/ },
  // libvirt and its tools.
  { speaker: 'libvirt', pattern: /^\d+: (?:error|warning|info|debug) : / },
  { speaker: 'libvirt', pattern: new RegExp(`^(?:(?:error|ERROR):? +)?(?:${LIBVIRT_CLASSES.join('|')}): `) },
  {
    speaker: 'libvirt',
    pattern:
      /^(?:error|ERROR):? +(?:internal error|XML error|unsupported configuration|operation failed|Requested operation|Failed to (?:define|create|start|destroy|connect|resume|get) (?:domain|the hypervisor|network))|libvirt(?:\.libvirt)?Error|^libvirtd?: |^Error starting domain: /,
  },
  // The scripts of Kata's CI, info() and die() of tests/common.bash: `[install_qemu.sh:64] ERROR: …`.
  { speaker: 'host-program', pattern: /^\[[\w.-]+\.(?:sh|bash|bats):\d+\] / },
  { speaker: 'host-program', pattern: /^\/opt\/kata-artifacts\/\S+: / },
  // A prompt in a guest of canonical/tdx, which calls it so (guest-tools/image/cloud-init-data/meta-data).
  { speaker: 'program', pattern: /^\S*@tdx-guest:/ },
  // Whoever types one of these asks for a guest's evidence, and what follows is the answer.
  {
    speaker: 'program',
    pattern:
      /(?:^|[\s/])(?:trustauthority-cli|kbs-client|trustee-attester|evidence_getter|test_tdx_attest|snpguest|confidential-data-hub|attestation-agent|dstack-util)(?: [\w-]|$)/,
  },
  // What runs in the guest and writes to its console. qga/channel-posix.c of QEMU names no program.
  { speaker: 'program', pattern: /\bguest agent channel\b|^critical: error opening channel '/ },
  { speaker: 'program', pattern: /"source":"agent"|\bsource=agent\b/ },
  {
    speaker: 'program',
    pattern:
      /^(?:\[FAILED\]|\[DEPEND\]|\[ TIME \]|\[ SKIP \]|\[ INFO \]|\[ WARN \]) |^\[ *OK *\] (?:Started|Reached|Finished|Mounted|Listening|Created|Stopped|Found|Closed|Removed|Activated|Unmounted|Set up)|^\(initramfs\)/,
  },
  {
    speaker: 'program',
    pattern: /^(?:systemd\[|systemd-[\w-]+\[|dracut[\w-]*[:[]|cloud-init[:[]|agetty\[|sshd\[)/,
  },
  {
    speaker: 'program',
    pattern:
      /^(?:ALERT! |Gave up waiting for |Dropping to |Target filesystem doesn't have|No init found|initramfs |dracut (?:Warning|FATAL): )/,
  },
  // Attestation in a guest: Intel's library, the TSM of the kernel, the components of Confidential Containers.
  {
    speaker: 'program',
    pattern:
      /\btdx_att_|tdx_attest\.c|\/dev\/tdx[_-]guest|config\/tsm\/report|\btdx-attester|attestation[-_ ]agent|\b[Ff]ailed to get (?:the (?:quote|report)|td_?quote)|\b(?:tdx|sgx|tee)_qv_|\[CDH\]|confidential-data-hub/,
  },
  // Kata and its surroundings, shells, scripts.
  {
    speaker: 'wrapper',
    pattern:
      /^time="[^"]*" level=|\bsubsystem=\w|"subsystem":"|\bname=(?:containerd-shim|kata)|"component":"virt-|^TASK ERROR: /,
  },
  {
    speaker: 'wrapper',
    pattern:
      /^[EIWF]\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ [\w/-]+(?:\.go:|\.cc:|\.cpp:)|rpc error: code = |(?:shim|containerd) task: /,
  },
  {
    speaker: 'wrapper',
    pattern:
      /FailedCreatePodSandBox|Error from server \(|timed out waiting for the condition|Error response from daemon|^(?:docker|ctr|nerdctl): |^Traceback \(most recent call last\)/,
  },
  { speaker: 'wrapper', pattern: /^\S*\.?sh: (?:line )?\d+: |^\S+\.sh: line \d+: |^-?(?:ba|da|z)?sh: / },
  // What serves quotes to the TDs of a host: Intel's QGS and its libraries, PCCS, the registration of the platform.
  {
    speaker: 'host-program',
    pattern:
      /^\[(?:QPL|QCNL|QGS)\]|^(?:qgsd|qgs|pccs|mpa_registration)(?:\[\d+\])?: |_logic\.cpp:\d+\]|\[get_platform_quote_cert_data\b|[Ff]ailed to get quote config|\bIntel PCS server|ERROR: (?:Registration Flow|Readable curl|RS reports)|platform manifest|sgx_create_enclave|\/sgx-dcap-pccs\/|\bDB Migration (?:\(Ver|-- )/,
  },
  // Whoever asks for a quote or a report, or has it verified, speaks of it by name: in a guest, or in its stead.
  {
    speaker: 'program',
    pattern:
      /\b(?:[Ff]etch|[Gg]et|[Gg]enerate|[Vv]erify|[Rr]equest)(?:ing|ed)? (?:the |an? )?(?:SNP |TDX |TD |TEE )?(?:attestation report|[Qq]uote|[Ee]vidence)\b|\b(?:TDX|SNP|SEV|TEE) [Aa]ttester\b|Known SEV FW Error|Firmware Error Encountered/,
  },
  {
    speaker: 'host-program',
    pattern:
      /^modprobe: .*'?(?:kvm(?:_intel|_amd)?|i(?:ntel_)?sgx)\b|^KVM acceleration can|^INFO: \/dev\/kvm/,
  },
  // What checks a host: snphost, sevctl, virt-host-validate (libvirt 10: "QEMU: Checking …").
  {
    speaker: 'host-program',
    pattern: /^\[ (?:PASS|FAIL|SKIP) \] +- |\b(?:snphost|sevctl)\b|^ *QEMU: Checking (?:for|if) /,
  },
  // Server firmware: reference code of the silicon, and the names of BIOS vendors.
  {
    speaker: 'host-firmware',
    pattern:
      /(?:SiliconPkg|CpRcPkg|ServerPlatformPkg|SocketPkg|PurleyRpPkg|WhitleyRpPkg|WhitleySiliconPkg|EagleStreamRpPkg|BirchStreamRpPkg|FspPkg|MemoryPkg)\b.*\(\d+\): |^ASSERT \[(?:Iio|Upi|Kti|Mrc|Socket|MemoryInit|Ras|Sps)\w*\]|American Megatrends|InsydeH2O|SecureCore/,
  },
  // Guest firmware: edk2, td-shim, SeaBIOS, iPXE, OpenHCL.
  {
    speaker: 'firmware',
    pattern:
      /^(?:BdsDxe: |SecCoreStartup|ASSERT |ASSERT_\w+ \(|InstallProtocolInterface: |Loading (?:driver|DXE|PEIM|SEC)|PROGRESS CODE: |ERROR: C[0-9A-F]{8}:V|\[Bds\]|!!!! |SeaBIOS|Booting from |Boot failed: |iPXE|UEFI Interactive Shell|Shell> )/,
  },
  {
    speaker: 'firmware',
    pattern: /^(?:INFO|ERROR|WARN|DEBUG|TRACE) - |(?:underhill|openhcl)_\w+|^\[(?:Stage2|SVSM)\] /,
  },
  // edk2 without a prefix: its words for #VE, TDCALL, HOBs and volumes.
  {
    speaker: 'firmware',
    pattern:
      /^(?:#VE |MMIO #VE|Unsupported #VE|MmioExit: |EPT-violation #VE|HOB: |AcceptMemory|Failed to AcceptMemory|Td(?:Vmcall|Mmio|Accept)\w*|SetMemory\w+: |InitializePlatform: |QemuFwCfg\w+ |Extract guided section|Decompress Failed|NvVarStore |PlatformInit\w+: |[A-Z]\w+Dxe: |[A-Z]\w+Pei: )/,
  },
  // shim, systemd-boot, and what edk2 says of the image that it starts.
  {
    speaker: 'bootloader',
    pattern:
      /shim signature|shim_lock|SBAT self-check|Something has gone seriously wrong|\\EFI\\\w|\.efi\b|start_image\(\) |src\/boot\/|Security Violation|QemuLoadKernelImage|QemuKernelFetchBlob|^No bootable device|\\loader\\entries/,
  },
  { speaker: 'bootloader', pattern: OF_U_BOOT },
  {
    speaker: 'bootloader',
    pattern:
      /^U-Boot (?:SPL |TPL )?20\d\d\.\d\d|^Hit any key to stop autoboot|^## (?:Booting kernel from|Executing script at|Flattened Device Tree blob|Loading \w+ (?:Ramdisk|from FIT)|Starting application)|^=> /,
  },
  // Yocto builds GRUB in a directory git.
  { speaker: 'bootloader', pattern: /grub-core\// },
  // git 2.47 and cargo, of what no boot loader has; GRUB ends an error with one full stop.
  {
    speaker: 'build',
    pattern:
      /^error: .*(?:\bgit\b|\bunmerged files|\bby (?:merge|checkout)\b|\b(?:unstaged|uncommitted) changes|\b(?:path|ref)spec\b|\bsubmodule|\brebas(?:e|ing)\b|\b[Cc]ommitting\b|\bbranch(?:es)?\b|\bremote\b|\bwork(?:ing )?tree\b|\bcrates?\b|\b[Cc]argo\b|\brust(?:c|up)\b|\btoolchain\b)/,
  },
  {
    speaker: 'bootloader',
    pattern:
      /^(?:error: )?(?:lib|kern|loader|script|normal|fs|disk|commands|net)\/[\w/]+\.c:\d+: ?[a-z]|GNU GRUB|Minimal BASH-like|^grub(?: rescue)?> |^error: (?:file|no such device|unknown filesystem|disk|symbol|you need to load|invalid magic|premature end)|^error: (?:[A-Za-z0-9$-](?:[^:".]|\.[^\s":])*|[a-z][^"':]*: (?:[^"':.]|\.[^\s"':])*)\.\s*$/,
  },
  { speaker: 'bootloader', pattern: /\(https?:\/\/ipxe\.org/ },
  // A kernel whose time stamps were taken off: dev_printk() names the driver and the device.
  {
    speaker: 'kernel',
    pattern:
      /^[\w-]+ 0000:[0-9a-f]{2}:[0-9a-f]{2}\.\d: |^virtio_\w+ virtio\d+: |^(?:usb|system|pnp) [0-9a-f:.-]+: /,
  },
  {
    speaker: 'kernel',
    pattern:
      /^(?:ACPI: |PCI: |pci 0000:|clocksource: |NET: |smpboot: |VFS: |EXT4-fs |EFI [sS]tub|tdx: |virt\/tdx: |seamldr: |x86\/\w+: |virtio-fs: |9p(?:net)?\w*: |RAMDISK: |Initramfs unpacking |watchdog: |rcu: |Memory failure: |NVRM: |swiotlb|software IO TLB: |kvm_intel: |Linux version \d|(?:Kernel c|C)ommand line: |Kernel panic|BUG: |Oops|WARNING: CPU: |Call Trace:|RIP: 00|Hardware name: |Modules linked in: |Memory Encryption Features|CPU: \d+ (?:UID|PID))/,
  },
  // Nouns of attestation, where nothing else shows who speaks: keys and certificates of AMD, states of a TCB, what is proved.
  {
    speaker: 'program',
    pattern:
      /\b[Aa]ttestation (?:[Rr]eport|evidence|token|gate|failed)\b|\b(?:VCEK|VLEK)\b|\bAMD (?:ARK|ASK|KDS)\b|kdsintf\.amd\.com|\bTCB (?:status|level|info)\b/,
  },
];
