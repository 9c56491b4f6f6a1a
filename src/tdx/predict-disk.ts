/** Predicts RTMR1 and RTMR2 of a TDVF that starts a UKI, systemd-boot or shim from a disk. */

import { authenticode } from './authenticode.ts';
import { sectionFinder } from './efi-program.ts';
import type { EventProfile } from './event-profiles.ts';
import { EVENT } from './event-types.ts';
import { joinedInitrds, linuxStubEvents, loadOptions, type StubMeasures } from './linux-stub.ts';
import { measureShim, type ShimBoot } from './predict-shim.ts';
import { type MeasuredStart, measureUki, started, systemdVersion, type Uki } from './predict-uki.ts';
import { action, event, hashed, type PredictedEvent, separator, type Unpredictable } from './prediction.ts';
import { unlessDamaged } from './reader.ts';
import { type Sha384, sha384 } from './registers.ts';
import { admission, measuredOnce } from './secure-boot.ts';
import { SBAT_LEVEL } from './shim-authorities.ts';
import { systemdSmbios } from './smbios.ts';
import { FIRST_MEASURING, FIRST_MEASURING_SMBIOS } from './systemd-stub.ts';
import type { FirmwareVariables } from './tdvf-image.ts';
import { variableData } from './variable-store.ts';

/** What a firmware without boot options starts from a disk. */
export interface DiskBoot extends Uki {
  /** UEFI_GPT_DATA: the header of the partition table, the number of its partitions, and their entries. */
  readonly gpt: Uint8Array;
  /** The file loader/loader.conf, where there is one. */
  readonly loaderConf?: Uint8Array;
  /** What the program starts, where it is systemd-boot. */
  readonly entry?: LoaderEntry | Unpredictable;
  /** What the program starts, where it is shim. */
  readonly shim?: ShimBoot | Unpredictable;
  /** Whether the stub of the kernel that a UKI or systemd-boot starts measures; absent: not known. */
  readonly stub?: StubMeasures;
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
const LAST_READ = 262;

/** The version of systemd-boot; undefined for another program, also for a damaged one. */
export function systemdBootVersion(program: Uint8Array): number | undefined {
  return unlessDamaged(
    () => systemdVersion('systemd-boot', sectionFinder(program)),
    () => undefined,
  );
}

/**
 * Reads what is measured of a disk. Seen with systemd-boot 252, 257 and 262 in emulated TDs; 254 to 261 are read in source
 * (src/boot/boot.c, call_image_start, config_load_defaults; measure.c).
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
  const { program, shim } = disk;
  if (shim !== undefined) return 'reason' in shim ? shim : measureShim(program, shim, firmware);
  const version = systemdBootVersion(program);
  if (version === undefined) return measureUki(disk, firmware);
  const authorities = admission(firmware, 'this systemd-boot', program);
  if ('reason' in authorities) return authorities;
  const start = measureSystemdBoot(disk, version, firmware);
  if ('reason' in start || 'reason' in start.authorities) return start;
  const all = measuredOnce()([...authorities, ...start.authorities]);
  // A stub behind a systemd-boot that has measured the SMBIOS table does not measure the table.
  const behindAll = start.smbiosAfter === undefined ? undefined : all.length;
  const smbiosAfter = version >= FIRST_MEASURING_SMBIOS ? authorities.length : behindAll;
  return { ...start, authorities: all, smbiosAfter };
}

function measureSystemdBoot(
  { program, entry, loaderConf }: DiskBoot,
  version: number,
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
  const configuration =
    loaderConf === undefined || version < FIRST_MEASURING_SMBIOS
      ? []
      : [hashed('rtmr1', EVENT.ipl, 'loader.conf', loaderConf)];
  return {
    ...start,
    programs: [started('systemd-boot', authenticode(program)), ...configuration, ...start.programs],
  };
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
  if (sectionFinder(kernel)('.linux') !== undefined) {
    return { reason: 'the default entry starts a UKI as a kernel: what the stub measures is not known' };
  }
  const handedOn = options === undefined ? undefined : loadOptions(options);
  return {
    authorities,
    programs: [started('the kernel', authenticode(kernel))],
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

/**
 * RTMR0.
 * @param smbios the SMBIOS table, where known
 * @throws DataError code `truncated` or `bad-smbios`
 */
export function diskPlatformEvents(
  { authorities, smbiosAfter }: MeasuredDisk,
  smbios: Uint8Array | Unpredictable,
): PredictedEvent[] {
  if ('reason' in authorities) {
    return [event('rtmr0', EVENT.variableAuthority, 'what lets a program start', authorities)];
  }
  const events = authorities.map((variable) => {
    const text =
      variable.name === SBAT_LEVEL ? SBAT_LEVEL : `${variable.name}, an entry that lets a program start`;
    return hashed('rtmr0', EVENT.variableAuthority, text, variableData(variable));
  });
  if (smbiosAfter === undefined) return events;
  return [...events.slice(0, smbiosAfter), ...smbiosEvents(smbios), ...events.slice(smbiosAfter)];
}

/** With the texts that systemd logs (src/boot/measure-smbios.c). */
function smbiosEvents(smbios: Uint8Array | Unpredictable): PredictedEvent[] {
  if ('reason' in smbios) return [event('rtmr0', EVENT.ipl, 'smbios:type1 and others', smbios)];
  return systemdSmbios(smbios).map(([type, bytes]) =>
    hashed('rtmr0', EVENT.ipl, `smbios:type${type}`, bytes),
  );
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
    action('Calling EFI Application from Boot Option'),
    ...(profile.separator === 'rtmr1' ? [separator('rtmr1')] : []),
    hashed('rtmr1', EVENT.gptEvent, 'partition table', gpt),
    ...programs,
    // The buffers that reach a virtio disk in a Trust Domain change the memory map, so that the kernel has to call again.
    ...(profile.flushesFat ? [action('Exit Boot Services Returned with Failure')] : []),
    action('Exit Boot Services Invocation'),
    action('Exit Boot Services Returned with Success'),
  ];
}

/** RTMR2: what boot loader and stub measure, then the stub of Linux, where it measures. */
export function diskKernelEvents({ own, linux }: MeasuredDisk, linuxMeasures: boolean): PredictedEvent[] {
  if ('reason' in own) return [event('rtmr2', EVENT.eventTag, 'Linux initrd', own)];
  return linuxMeasures ? [...own, ...linux] : [...own];
}
