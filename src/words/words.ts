/** The project's vocabulary: the closed sets of names that scenarios, events and reports share. */

/** Where the guest runs: a real Trust Domain, the same guest under KVM without a TD, or QEMU TCG. */
export const PLATFORMS = ['tdx', 'kvm', 'emulated'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What turns a scenario and a firmware into a running VM. */
export const VMMS = ['qemu', 'cloud-hypervisor'] as const;
export type VmmName = (typeof VMMS)[number];

/** Named byte sources: guest console (hvc0), firmware/UART port (ttyS0), edk2 debug port 0x402, the VMM's stderr. */
export const STREAMS = ['console', 'serial', 'debugcon', 'vmm'] as const;
export type StreamName = (typeof STREAMS)[number];

/** The origin of a log without a scenario; `mixed`: each line may be from any source. */
export const LOG_ORIGINS = ['mixed', 'host', ...STREAMS] as const;
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
