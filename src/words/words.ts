/** The project's vocabulary: the closed sets of names that scenarios, events and reports share. */

/**
 * Where the guest runs: a Trust Domain of TDX hardware, a Trust Domain whose TDX module the TD monitor plays under
 * QEMU TCG, the same guest under KVM without a TD, or QEMU TCG without a TD.
 */
export const PLATFORMS = ['tdx', 'tdx-emulated', 'kvm', 'emulated'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Platforms on which the guest is a Trust Domain. */
export const TD_PLATFORMS: readonly Platform[] = ['tdx', 'tdx-emulated'];

/** What kind of Trust Domain a guest was: of TDX hardware, of the TD monitor, or no Trust Domain that tdx-boot started. */
export const TD_KINDS = ['real', 'emulated', 'none'] as const;
export type TdKind = (typeof TD_KINDS)[number];

/** What turns a scenario and a firmware into a running VM. */
export const VMMS = ['qemu', 'cloud-hypervisor'] as const;
export type VmmName = (typeof VMMS)[number];

/** The KVM that the TD monitor plays: that of Linux 6.16 and later, or Intel's tree of 2022. */
export const TD_HOSTS = ['upstream', 'intel-2022'] as const;
export type TdHost = (typeof TD_HOSTS)[number];

/** How much of a TD's behaviour the TD monitor shows: all of it, or without #VE. */
export const TD_MODES = ['faithful', 'light'] as const;
export type TdMode = (typeof TD_MODES)[number];

/** The CPUID of an emulated TD: only instructions that TCG has, or all that a TD of the TDX module has. */
export const TD_CPUIDS = ['compatible', 'compliant'] as const;
export type TdCpuid = (typeof TD_CPUIDS)[number];

/** What runs the processor of an emulated TD: QEMU's TCG, or the KVM of an AMD host with nested virtualisation. */
export const TD_ACCELS = ['tcg', 'kvm'] as const;
export type TdAccel = (typeof TD_ACCELS)[number];

/** Whether port I/O to COM1 of an emulated TD causes #VE as it does in a real TD; two thirds of a boot's port I/O. */
export const TD_SERIALS = ['native', 've'] as const;
export type TdSerial = (typeof TD_SERIALS)[number];

/** What the guest writes: its console (hvc0), its UART (ttyS0), and edk2's debug port 0x402. */
export const GUEST_STREAMS = ['console', 'serial', 'debugcon'] as const;

/** Named byte sources: those of the guest, the TD monitor's log, and the VMM's stderr. */
export const STREAMS = [...GUEST_STREAMS, 'td-module', 'vmm'] as const;
/** A stream that any machine can have. */
export type MachineStream = (typeof STREAMS)[number];
/** The output of a command of a `run:` step: `run-1` of the first such step. */
export type RunStream = `run-${number}`;
export type StreamName = MachineStream | RunStream;

/** The origin of a log without a scenario; `build`: a firmware's build; `mixed`: each line may be from any source. */
export const LOG_ORIGINS = ['mixed', 'host', 'build', ...STREAMS] as const;
export type LogOrigin = (typeof LOG_ORIGINS)[number];

/** How far a boot got, in the order in which a boot passes through them. */
export const PHASES = ['host', 'vmm', 'firmware', 'bootloader', 'kernel', 'initramfs', 'userspace'] as const;
export type Phase = (typeof PHASES)[number];

/** How bad a known failure line is: `fatal` ends the boot, `error` is a bug, `warning` is worth a look. */
export const SEVERITIES = ['fatal', 'error', 'warning'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Firmware that tdx-boot builds: TDVF boots a disk image, td-shim a Linux kernel, its variants other payloads. */
export const FIRMWARES = ['tdvf', 'td-shim', 'td-shim-executable', 'td-shim-example'] as const;
export type FirmwareName = (typeof FIRMWARES)[number];
/** Firmware with a payload in its image, which boots without a kernel and without a disk. */
export const PAYLOAD_FIRMWARES: readonly string[] = ['td-shim-executable', 'td-shim-example'];

/** All that tdx-boot builds from source: the firmware, and the VMM that is released only without TDX. */
export const RECIPE_NAMES = [...FIRMWARES, 'cloud-hypervisor'] as const;
export type RecipeName = (typeof RECIPE_NAMES)[number];

/** Whether a recipe builds a firmware image, and not a VMM's program. */
export function isFirmware(name: RecipeName): name is FirmwareName {
  return FIRMWARES.some((firmware) => firmware === name);
}

/**
 * Which sources firmware is built from by default: those of Cloud Hypervisor's documentation, for hosts with Intel's
 * 2022 KVM tree, or those that work on hosts of Linux 6.16 and later.
 */
export const PIN_SETS = ['documented', 'current'] as const;
export type PinSet = (typeof PIN_SETS)[number];

/** `debug` firmware logs what it does to the serial port. */
export const BUILDS = ['release', 'debug'] as const;
export type BuildType = (typeof BUILDS)[number];

/** Whether the guest of this platform is a Trust Domain. */
export function isTrustDomain(platform: Platform | undefined): boolean {
  return platform !== undefined && TD_PLATFORMS.includes(platform);
}

/** Whether the stream is the output of a command. */
export function isRunStream(stream: StreamName): stream is RunStream {
  return stream.startsWith('run-');
}

const GUEST: ReadonlySet<StreamName> = new Set(GUEST_STREAMS);

/** Whether the guest itself writes this stream. */
export function isGuestStream(stream: StreamName): boolean {
  return GUEST.has(stream);
}
