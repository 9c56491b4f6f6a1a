/** Predicts RTMR1 and RTMR2 of a TDVF that starts a UKI, systemd-boot or shim from a disk. */

import { authenticode, sectionsOf } from './authenticode.ts';
import type { EventProfile } from './event-profiles.ts';
import { EVENT } from './event-types.ts';
import { joinedInitrds, linuxStubEvents, loadOptions } from './linux-stub.ts';
import { measureShim, type ShimBoot } from './predict-shim.ts';
import { FIRST_MEASURING, type MeasuredStart, measureUki, systemdVersion, type Uki } from './predict-uki.ts';
import { action, event, hashed, type PredictedEvent, separator, type Unpredictable } from './prediction.ts';
import { DataError } from './reader.ts';
import { type Sha384, sha384 } from './registers.ts';
import { admission, measuredOnce } from './secure-boot.ts';
import { SBAT_LEVEL } from './shim-authorities.ts';
import type { FirmwareVariables } from './tdvf-image.ts';
import { variableData } from './variable-store.ts';

/** What a firmware without boot options starts from a disk. */
export interface DiskBoot extends Uki {
  /** UEFI_GPT_DATA: the header of the partition table, the number of its partitions, and their entries. */
  readonly gpt: Uint8Array;
  /** What the program starts, where it is systemd-boot. */
  readonly entry?: LoaderEntry | Unpredictable;
  /** What the program starts, where it is shim. */
  readonly shim?: ShimBoot | Unpredictable;
}

/** An entry of systemd-boot: of type 2, a UKI, or of type 1, a kernel with its initrds. */
export type LoaderEntry =
  | { readonly uki: Uki }
  | {
      readonly kernel: Uint8Array;
      readonly initrds: readonly Uint8Array[];
      /** What systemd-boot hands to the kernel: initrd=…, then the options; undefined where there are none. */
      readonly options: string | undefined;
    };

/** A disk as what is measured of it; made once, used for every edk2. */
export interface MeasuredDisk extends MeasuredStart {
  readonly gpt: Uint8Array;
}

/** systemd-boot hands the command line of a UKI to its stub before this version, and leaves it to the stub from then on. */
const FIRST_LEAVING_OPTIONS = 254;
/** systemd-boot begins each initrd at a multiple of 4 bytes from 257 on; 255 and 256 fill the last one, too, or do neither. */
const FIRST_ALIGNING = 257;
/** What later versions of systemd-boot measure was not read. */
const LAST_READ = 257;

/** The version of systemd-boot; undefined for another program, also for a damaged one. */
export function systemdBootVersion(program: Uint8Array): number | undefined {
  try {
    const magic = sectionsOf(program).find(({ name }) => name === '.sdmagic')?.content ?? new Uint8Array();
    return systemdVersion('systemd-boot', Buffer.from(magic).toString('latin1'));
  } catch (error) {
    if (error instanceof DataError) return undefined;
    throw error;
  }
}

/**
 * Reads what is measured of a disk. Seen with systemd-boot 252 in emulated TDs, with entries of both types; 254 and 257 are read in
 * source (src/boot/efi/boot.c, image_start; measure.c).
 * @returns why it cannot be predicted
 * @throws DataError code `bad-kernel` or `truncated` for a program that is damaged
 */
export function measureDisk(
  disk: DiskBoot,
  firmware: FirmwareVariables | Unpredictable,
): MeasuredDisk | Unpredictable {
  if ('reason' in firmware) return firmware;
  const start = measureStart(disk, firmware);
  return 'reason' in start ? start : { gpt: disk.gpt, ...start };
}

function measureStart(disk: DiskBoot, firmware: FirmwareVariables): MeasuredStart | Unpredictable {
  const { program, entry, shim } = disk;
  if (shim !== undefined) return 'reason' in shim ? shim : measureShim(program, shim, firmware);
  const version = systemdBootVersion(program);
  if (version === undefined) return measureUki(disk, firmware);
  const authorities = admission(firmware, 'this systemd-boot', program);
  if ('reason' in authorities) return authorities;
  const start = measureSystemdBoot(program, version, entry, firmware);
  if ('reason' in start || 'reason' in start.authorities) return start;
  return { ...start, authorities: measuredOnce()([...authorities, ...start.authorities]) };
}

function measureSystemdBoot(
  program: Uint8Array,
  version: number,
  entry: DiskBoot['entry'],
  firmware: FirmwareVariables,
): MeasuredStart | Unpredictable {
  if (version > LAST_READ) return { reason: `systemd-boot ${version}: what it measures is not known` };
  if (entry === undefined) return { reason: 'what systemd-boot starts is not known' };
  if ('reason' in entry) return entry;
  const start =
    'uki' in entry
      ? measureUkiEntry(entry.uki, version, firmware)
      : measureKernelEntry(entry, version, firmware);
  if ('reason' in start) return start;
  return { ...start, programs: [['systemd-boot', authenticode(program)], ...start.programs] };
}

function measureUkiEntry(
  entry: Uki,
  version: number,
  firmware: FirmwareVariables,
): MeasuredStart | Unpredictable {
  const uki = measureUki(entry, firmware);
  if ('reason' in uki) return uki;
  if (version >= FIRST_LEAVING_OPTIONS || uki.stub < FIRST_MEASURING) return uki;
  const reason = `systemd-boot ${version} hands the command line to systemd-stub ${uki.stub}: what the stub measures of it is not known`;
  return { ...uki, own: { reason } };
}

function measureKernelEntry(
  { kernel, initrds, options }: Exclude<LoaderEntry, { uki: Uki }>,
  version: number,
  firmware: FirmwareVariables,
): MeasuredStart | Unpredictable {
  const authorities = admission(firmware, 'the kernel of the entry', kernel);
  if ('reason' in authorities) return authorities;
  if (sectionsOf(kernel).some(({ name }) => name === '.linux')) {
    return { reason: 'the default entry starts a UKI as a kernel: what the stub measures is not known' };
  }
  const handedOn = options === undefined ? undefined : loadOptions(options);
  return {
    authorities,
    programs: [['the kernel', authenticode(kernel)]],
    own:
      handedOn === undefined || version < FIRST_MEASURING
        ? []
        : [hashed('rtmr2', EVENT.ipl, 'command line of the entry', handedOn)],
    linux: linuxStubEvents(handedOn, joined(initrds, version)),
  };
}

/** The digest of the initrds as systemd-boot puts them together; undefined where there are none. */
function joined(initrds: readonly Uint8Array[], version: number): Sha384 | Unpredictable | undefined {
  const files = initrds.filter(({ length }) => length > 0);
  if (files.length === 0) return undefined;
  if (version < FIRST_MEASURING || files.every(({ length }) => length % 4 === 0)) {
    return sha384(...files);
  }
  if (version < FIRST_ALIGNING) {
    return { reason: `systemd-boot ${version} may fill the initrd up to a multiple of 4 bytes` };
  }
  return sha384(...joinedInitrds(files));
}

/** RTMR0. */
export function diskAuthorityEvents({ authorities }: MeasuredDisk): PredictedEvent[] {
  if ('reason' in authorities) {
    return [event('rtmr0', EVENT.variableAuthority, 'what lets a program start', authorities)];
  }
  return authorities.map((variable) => {
    const text =
      variable.name === SBAT_LEVEL ? SBAT_LEVEL : `${variable.name}, an entry that lets a program start`;
    return hashed('rtmr0', EVENT.variableAuthority, text, variableData(variable));
  });
}

/**
 * RTMR1.
 * @param options what the firmware measures of its boot options, where that is in RTMR1
 */
export function diskBootEvents(
  { gpt, programs }: MeasuredDisk,
  profile: EventProfile,
  options: readonly PredictedEvent[],
): PredictedEvent[] {
  return [
    ...options,
    action('rtmr1', 'Calling EFI Application from Boot Option'),
    ...(profile.separator === 'rtmr1' ? [separator('rtmr1')] : []),
    hashed('rtmr1', EVENT.gptEvent, 'partition table', gpt),
    ...programs.map(([text, digest]) => event('rtmr1', EVENT.bootServicesApplication, text, digest)),
    // The buffers that reach a virtio disk in a Trust Domain change the memory map, so that the kernel has to call again.
    ...(profile.flushesFat ? [action('rtmr1', 'Exit Boot Services Returned with Failure')] : []),
    action('rtmr1', 'Exit Boot Services Invocation'),
    action('rtmr1', 'Exit Boot Services Returned with Success'),
  ];
}

/** RTMR2: what boot loader and stub measure, then the stub of Linux, where it measures. */
export function diskKernelEvents({ own, linux }: MeasuredDisk, linuxMeasures: boolean): PredictedEvent[] {
  if ('reason' in own) return [event('rtmr2', EVENT.eventTag, 'Linux initrd', own)];
  return linuxMeasures ? [...own, ...linux] : [...own];
}
