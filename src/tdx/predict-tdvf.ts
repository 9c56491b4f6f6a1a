/** Predicts the RTMRs of a TD with TDVF, event by event: what the firmware measures, then what an EFI-stub kernel does. */

import { given } from '../words/given.ts';
import type { VmmName } from '../words/words.ts';
import type { AcpiFiles } from './acpi.ts';
import { authenticode } from './authenticode.ts';
import { type BootVariables, givenBootVariables, madeBootVariables, whyNoMenu } from './boot-options.ts';
import type { EventProfile } from './event-profiles.ts';
import { EVENT } from './event-types.ts';
import { hex } from './format.ts';
import { linuxStubEvents, loadOptions, type StubMeasures } from './linux-stub.ts';
import type { TdvfMetadata } from './metadata.ts';
import type { KernelHeader } from './names.ts';
import { diskBootEvents, diskKernelEvents, diskPlatformEvents, type MeasuredDisk } from './predict-disk.ts';
import { action, event, hashed, type PredictedEvent, separator, type Unpredictable } from './prediction.ts';
import { DataError } from './reader.ts';
import { type Sha384, sha384 } from './registers.ts';
import { authorityOf, type KeyLists, keyListsOf } from './secure-boot.ts';
import { patchSetupHeader } from './setup-header.ts';
import { measuredSmbios } from './smbios.ts';
import { buildQemuTdHob } from './td-hob.ts';
import type { FirmwareVariables, TdvfImage } from './tdvf-image.ts';
import { authorityVariable, variableData } from './variable-store.ts';

/** A direct kernel boot: QEMU's -kernel, -initrd and -append. */
export interface KernelBoot {
  readonly kernel: Uint8Array;
  /** Empty where there is none. */
  readonly initrd: Uint8Array;
  readonly cmdline: string;
}

/** A direct kernel boot as digests: made once, used for every edk2. */
interface MeasuredKernel {
  /** The digests of the kernel with each header, as firmware measures it. */
  readonly program: Readonly<Record<KernelHeader, Sha384 | Unpredictable>>;
  /** Absent where there is none. */
  readonly initrd?: Sha384;
  readonly cmdline: string;
  /** What lets the firmware start the kernel; absent while Secure Boot is off. */
  readonly authority?: Sha384 | Unpredictable;
  /** Why Secure Boot may refuse the kernel; absent where the kernel starts. */
  readonly refusal?: Unpredictable;
}

interface TdvfBoot {
  readonly image: TdvfImage;
  /** What the firmware starts with, or why that is not known. */
  readonly start: FirmwareVariables | Unpredictable;
  readonly metadata: TdvfMetadata;
  readonly vmm: VmmName;
  readonly profile: EventProfile;
  /** Bytes of the guest's memory, where known. */
  readonly memory: bigint | undefined;
  /** What the VMM hands to the firmware, where known, or why that is not known. */
  readonly acpi: AcpiFiles | Unpredictable | undefined;
  /** The SMBIOS table, where known. */
  readonly smbios: Uint8Array | undefined;
  /** Content of QEMU's fw_cfg file bootorder, empty where no device has a bootindex; absent: not known. */
  readonly bootOrder?: Uint8Array | undefined;
  /** Absent: a disk boots. */
  readonly direct: MeasuredKernel | undefined;
  /** What the disk has; absent: not known. */
  readonly disk?: MeasuredDisk | Unpredictable | undefined;
  /** Whether the firmware gets the kernel with QEMU's changes to its setup header, or as it is in the file. */
  readonly header: KernelHeader;
  /** Whether the kernel's EFI stub measures its command line and initrd. */
  readonly stub: StubMeasures;
}

const ON_DISK = { reason: 'what boots is on the disk: the boot loader and what it measures itself' } as const;

/** The events in the order of each register; those of two registers may come in another order. */
export function predictTdvf(boot: TdvfBoot): PredictedEvent[] {
  const { direct } = boot;
  const unknown = whyNothingStarts(boot);
  if (unknown === undefined) return eventsOf(boot);
  if (direct === undefined) return eventsOf({ ...boot, disk: unknown });
  const program = { patched: unknown, original: unknown };
  const authority = direct.authority && unknown;
  return [
    ...eventsOf({ ...boot, direct: { ...direct, program, ...given({ authority }) } }),
    event('rtmr2', EVENT.eventTag, 'Linux initrd', unknown),
  ];
}

/** Undefined where the firmware starts what the image and the VMM give it, in the way that is predicted. */
function whyNothingStarts({ direct, profile, image }: TdvfBoot): Unpredictable | undefined {
  const stops = whyNoMenu(profile, image.drivers);
  const refusal = profile.legacyLoader ? direct?.refusal : undefined;
  if (stops !== undefined || refusal === undefined) return stops;
  const reason = `${refusal.reason}; this edk2 then starts the kernel unchecked, by a loader whose events are not predicted`;
  return { reason };
}

function eventsOf(boot: TdvfBoot): PredictedEvent[] {
  return [...firmwareEvents(boot), ...bootEvents(boot), ...kernelEvents(boot)];
}

/**
 * Hashes what a direct kernel boot hands to the firmware.
 * @param memory bytes of the guest, where known
 * @param start whose keys decide under Secure Boot whether the kernel starts
 * @param header how the VMM hands the kernel on, where that is known
 * @throws DataError code `bad-kernel` or `truncated`
 */
export function measureKernel(
  { kernel, initrd, cmdline }: KernelBoot,
  memory: bigint | undefined,
  start: FirmwareVariables | Unpredictable,
  header?: KernelHeader,
): MeasuredKernel {
  if (cmdline.includes('\0')) {
    throw new DataError('bad-kernel', 'the command line has a NUL in it', { hint: 'Remove it.' });
  }
  const changed =
    initrd.length > 0 && memory === undefined
      ? undefined
      : patchSetupHeader({ kernel, initrd, memory: memory ?? 0n });
  const patched = changed === undefined ? NO_MEMORY : authenticode(changed);
  const original = authenticode(kernel);
  const known = { cmdline, ...(initrd.length === 0 ? {} : { initrd: sha384(initrd) }) };
  if ('reason' in start) return { program: { patched: start, original: start }, ...known };
  if (start.secureBoot !== 'on') return { program: { patched, original }, ...known };
  const lists = keyListsOf(start);
  const decisions = {
    original: authorityOf(kernel, lists),
    patched: decisionOfPatched(kernel, changed, lists),
  };
  const used = header === undefined ? [decisions.original, decisions.patched] : [decisions[header]];
  const refusal = used.find(isRefused);
  return {
    program: {
      patched: isRefused(decisions.patched) ? decisions.patched : patched,
      original: isRefused(decisions.original) ? decisions.original : original,
    },
    authority: authorityEvent(used),
    ...(refusal === undefined ? {} : { refusal }),
    ...known,
  };
}

const NO_MEMORY = {
  reason: "QEMU writes the initrd's address into it, which depends on the guest's memory",
} as const;

type Decision = ReturnType<typeof authorityOf>;

function isRefused(decision: Decision): decision is Unpredictable {
  return !(decision instanceof Uint8Array);
}

/** @param changed the kernel with QEMU's changes, which its hash alone can let start; undefined: not known */
function decisionOfPatched(kernel: Uint8Array, changed: Uint8Array | undefined, lists: KeyLists): Decision {
  const byFile = authorityOf(kernel, lists);
  if (changed !== undefined) {
    if (Buffer.compare(kernel, changed) === 0) return byFile;
    const byHash = authorityOf(changed, lists, 'this kernel', 'broken');
    if (!isRefused(byHash)) return byHash;
  }
  return isRefused(byFile) ? byFile : REFUSED;
}

/** Of the decisions of which one applies. */
function authorityEvent(decisions: readonly Decision[]): Sha384 | Unpredictable {
  const [first, ...others] = decisions.flatMap((decision) =>
    isRefused(decision) ? [] : [sha384(variableData(authorityVariable(decision)))],
  );
  if (first === undefined) return decisions.find(isRefused) ?? REFUSED;
  return others.every((other) => other === first) ? first : TWO_ENTRIES;
}

const REFUSED = {
  reason: "Secure Boot is on: QEMU's changes to the setup header break the kernel's signature",
} as const;
const TWO_ENTRIES = {
  reason: "db has one entry for the kernel, and another one for the kernel with QEMU's setup header",
} as const;

/** RTMR0. */
function firmwareEvents(boot: TdvfBoot): PredictedEvent[] {
  const { image, profile } = boot;
  return [
    event('rtmr0', EVENT.handoffTables2, 'TD HOB', tdHob(boot)),
    event('rtmr0', EVENT.platformFirmwareBlob2, 'CFV', image.cfv),
    ...(profile.fwCfg ? fwCfgEvents(boot) : []),
    ...variableEvents(boot),
    separator('rtmr0'),
    ...(profile.acpi ? acpiEvents(boot) : []),
    ...authorityEvents(boot),
    ...(profile.smbios ? [event('rtmr0', EVENT.handoffTables, 'SMBIOS', smbiosDigest(boot))] : []),
    ...(profile.bootVariables === 'rtmr0' ? bootEventsOf(boot) : []),
    ...(profile.separator === 'rtmr0' ? [separator('rtmr0')] : []),
    ...diskEvents(boot),
  ];
}

function variableEvents({ start }: TdvfBoot): PredictedEvent[] {
  if ('reason' in start)
    return [event('rtmr0', EVENT.variableDriverConfig, 'Secure Boot and its keys', start)];
  return start.measured.map((variable) =>
    hashed('rtmr0', EVENT.variableDriverConfig, variable.name, variableData(variable)),
  );
}

/** What starts from a disk is checked after the boot options are measured. */
function diskEvents({ direct, disk, smbios }: TdvfBoot): PredictedEvent[] {
  if (direct !== undefined) return [];
  if (disk === undefined || 'reason' in disk) {
    return [event('rtmr0', EVENT.variableAuthority, 'what lets programs start', disk ?? ON_DISK)];
  }
  return diskPlatformEvents(disk, smbios ?? NO_SMBIOS);
}

/** QEMU's -boot menu=off, and the option ROM that QEMU adds for -kernel (hw/i386/x86-common.c x86_load_linux). */
const BOOT_MENU_OFF = Uint8Array.of(0, 0);
const KERNEL_ROM = Buffer.from('/rom@genroms/linuxboot_dma.bin\0', 'latin1');

/** Files that no option of QEMU makes are not there, and have no event: etc/extra-pci-roots, etc/boot-menu-wait, …. */
function fwCfgEvents({ direct, bootOrder = direct && KERNEL_ROM }: TdvfBoot): PredictedEvent[] {
  const file = (name: string, digest: Sha384 | Unpredictable): PredictedEvent =>
    event('rtmr0', EVENT.platformConfigFlags, `fw_cfg file ${name}`, digest);
  const menu = file('BootMenu', sha384(BOOT_MENU_OFF));
  if (bootOrder === undefined) return [menu, file('bootorder', NO_BOOT_ORDER)];
  // The firmware measures the file only where there is something in it.
  return bootOrder.length === 0 ? [menu] : [menu, file('bootorder', sha384(bootOrder))];
}

const NO_BOOT_ORDER: Unpredictable = {
  reason: 'the file is not given; it names the devices that have a bootindex, and is empty where none has',
};

function authorityEvents({ direct }: TdvfBoot): PredictedEvent[] {
  if (direct?.authority === undefined) return [];
  return [
    event('rtmr0', EVENT.variableAuthority, 'db, the entry that lets the kernel start', direct.authority),
  ];
}

function smbiosDigest({ smbios }: TdvfBoot): Sha384 | Unpredictable {
  return smbios === undefined ? NO_SMBIOS : sha384(measuredSmbios(smbios));
}

const NO_SMBIOS: Unpredictable = {
  reason: 'the SMBIOS table is not given; it depends on the VMM, its options and the firmware',
};

function tdHob({ metadata, vmm, memory }: TdvfBoot): Sha384 | Unpredictable {
  if (vmm === 'cloud-hypervisor') {
    return {
      reason: "Cloud Hypervisor's ACPI tables are in it, which depend on its version and the devices",
    };
  }
  if (memory === undefined) return { reason: 'it lists the memory of the guest, whose size is not given' };
  return sha384(buildQemuTdHob(metadata, memory));
}

function acpiEvents({ acpi, profile }: TdvfBoot): PredictedEvent[] {
  const known = acpiFor(acpi, profile);
  return (['loader', 'rsdp', 'tables'] as const).map((file) =>
    event(
      'rtmr0',
      EVENT.platformConfigFlags,
      `ACPI DATA, ${file}`,
      'reason' in known ? known : sha384(known[file]),
    ),
  );
}

function acpiFor(acpi: TdvfBoot['acpi'], { pci }: EventProfile): AcpiFiles | Unpredictable {
  if (acpi === undefined) {
    return { reason: "the VMM's ACPI tables are not given; they depend on its version and the devices" };
  }
  if ('reason' in acpi || acpi.pci === undefined || acpi.pci === pci) return acpi;
  return {
    reason: `this firmware has the PCI Express configuration space at ${hex(pci.mmconfig)}, and 64-bit BARs below 2^${pci.addressBits} where the CPU has so many bits of address: give the ACPI tables of a guest`,
  };
}

function bootEventsOf(boot: TdvfBoot): PredictedEvent[] {
  const { profile } = boot;
  const variables = bootVariablesOf(boot);
  if ('reason' in variables) {
    return [event(profile.bootVariables, EVENT.variableBoot, 'boot options', variables)];
  }
  return variables.map(([name, content]) => hashed(profile.bootVariables, EVENT.variableBoot, name, content));
}

function bootVariablesOf({ direct, profile, image, start }: TdvfBoot): BootVariables | Unpredictable {
  const { bootOptions, drivers } = image;
  const stops = whyNoMenu(profile, drivers);
  if (stops !== undefined) return stops;
  if (bootOptions.length > 0) return givenBootVariables(bootOptions);
  if ('reason' in start) return start;
  if (start.hasBootOptions) return OWN_OPTIONS;
  return direct === undefined ? OPTIONS_OF_DISKS : madeBootVariables(profile, drivers);
}

const OWN_OPTIONS: Unpredictable = {
  reason: 'the image brings boot options with it, and which of them the firmware keeps is not known',
};
const OPTIONS_OF_DISKS: Unpredictable = {
  reason: 'the firmware makes them from the disks and network cards it finds',
};

/** RTMR1. */
function bootEvents(boot: TdvfBoot): PredictedEvent[] {
  const { direct, profile } = boot;
  const program = (digest: Sha384 | Unpredictable): PredictedEvent =>
    event('rtmr1', EVENT.bootServicesApplication, 'what the firmware starts', digest);
  if (direct === undefined) {
    const { disk = ON_DISK } = boot;
    const options = profile.bootVariables === 'rtmr1' ? bootEventsOf(boot) : [];
    return 'reason' in disk ? [program(disk)] : diskBootEvents(disk, profile, options);
  }
  return [
    program(direct.program[boot.header]),
    ...(profile.bootVariables === 'rtmr1' ? bootEventsOf(boot) : []),
    action('Calling EFI Application from Boot Option'),
    ...(profile.separator === 'rtmr1' ? [separator('rtmr1')] : []),
    action('Exit Boot Services Invocation'),
    action('Exit Boot Services Returned with Success'),
  ];
}

/** RTMR2. */
function kernelEvents({ direct, profile, stub, disk = ON_DISK }: TdvfBoot): PredictedEvent[] {
  if (direct === undefined) {
    return 'reason' in disk
      ? [event('rtmr2', EVENT.ipl, 'what the boot loader measures', disk)]
      : diskKernelEvents(disk, stub === 'measures');
  }
  if (stub === 'silent') return [];
  const cmdline = handedOn(direct, profile);
  return linuxStubEvents(cmdline === '' ? undefined : loadOptions(cmdline), direct.initrd);
}

/** The command line as TDVF passes it to the kernel (edk2 OvmfPkg/Library/GenericQemuLoadImageLib). */
function handedOn({ cmdline, initrd }: MeasuredKernel, { initrd: place }: EventProfile): string {
  // The firmware widens each byte to a character.
  const narrow = Buffer.from(cmdline, 'utf8').toString('latin1');
  if (initrd === undefined) return narrow;
  return place === 'after-cmdline' ? `${narrow} initrd=initrd` : `initrd=initrd ${narrow}`;
}
