/** Predicts RTMR1 and RTMR2 of a TDVF that starts a unified kernel image (UKI) from a disk. */

import { authenticode, sectionsOf } from './authenticode.ts';
import type { EventProfile } from './event-profiles.ts';
import { EVENT } from './event-types.ts';
import { action, event, hashed, type PredictedEvent, separator, type Unpredictable } from './prediction.ts';
import { sha384 } from './registers.ts';

/** What a firmware without boot options starts from a disk. */
export interface DiskBoot {
  /** UEFI_GPT_DATA: the header of the partition table, the number of its partitions, and their entries. */
  readonly gpt: Uint8Array;
  /** EFI/BOOT/BOOTX64.EFI of the EFI System Partition. */
  readonly program: Uint8Array;
}

/** A UKI as what is measured of it; made once, used for every edk2. */
export interface MeasuredUki {
  readonly gpt: Uint8Array;
  /** Of the UKI, then of the kernel in it. */
  readonly programs: readonly string[];
  /** What the stub of systemd measures itself: names and contents of sections. */
  readonly sections: readonly (readonly [name: string, content: Uint8Array])[] | Unpredictable;
  readonly cmdline: string;
  readonly initrd: Uint8Array | undefined;
}

/** The sections that systemd-stub measures, in its order (systemd src/fundamental/uki.c, uki.h). */
const MEASURED = [
  '.linux',
  '.osrel',
  '.cmdline',
  '.initrd',
  '.ucode',
  '.splash',
  '.dtb',
  '.uname',
  '.sbat',
  '.pcrpkey',
];
/** Sections that the stub hands to the kernel as further files of the initrd. */
const ADDED_TO_INITRD = ['.pcrsig', '.pcrpkey', '.ucode'];
/** The stub measures into RTMRs from the first one on (src/boot/efi/measure.c, cc_log_event); from the second one on, it adds files to the initrd. */
const FIRST_MEASURING = 255;
const FIRST_ADDING = 257;

/**
 * Reads what is measured of a UKI with systemd's stub. Seen with the stub of systemd 252 in an emulated TD; 255 and 256 are read in
 * source.
 * @returns why it cannot be predicted, for another program
 * @throws DataError code `bad-kernel` or `truncated` for a program that is damaged
 */
export function measureUki({ gpt, program }: DiskBoot): MeasuredUki | Unpredictable {
  const sections = sectionsOf(program);
  const find = (name: string): Uint8Array | undefined => sections.find((one) => one.name === name)?.content;
  const linux = find('.linux');
  const [, version] = /systemd-stub (\d+)/.exec(textOf(find('.sdmagic'))) ?? [];
  if (linux === undefined || version === undefined) {
    return {
      reason: 'the program on the disk is no UKI of systemd-stub: what it starts and measures is not known',
    };
  }
  const stub = Number(version);
  const added = ADDED_TO_INITRD.filter((name) => find(name) !== undefined);
  const late = stub >= FIRST_ADDING ? [`systemd-stub ${stub}`] : added;
  const unknown = {
    reason: `${late.join(', ')}: the stub hands further files to the kernel, whose digest is not known`,
  };
  const own = MEASURED.flatMap((name) => {
    const content = find(name);
    return content === undefined ? [] : [[name, content] as const];
  });
  return {
    ...{ gpt, programs: [authenticode(program), authenticode(linux)] },
    sections: late.length > 0 ? unknown : stub < FIRST_MEASURING ? [] : own,
    // The stub removes blanks and line ends at the end (mangle_stub_cmdline).
    cmdline: textOf(find('.cmdline')).replace(/[\s\0]+$/, ''),
    initrd: find('.initrd'),
  };
}

/** RTMR1. */
export function ukiBootEvents(uki: MeasuredUki, profile: EventProfile): PredictedEvent[] {
  const program = (digest: string, text: string): PredictedEvent =>
    event('rtmr1', EVENT.bootServicesApplication, text, digest);
  const [whole = '', linux = ''] = uki.programs;
  const reason = 'the firmware makes them from the disks and network cards it finds';
  return [
    ...(profile.bootVariables === 'rtmr1'
      ? [event('rtmr1', EVENT.variableBoot, 'boot options', { reason })]
      : []),
    action('rtmr1', 'Calling EFI Application from Boot Option'),
    ...(profile.separator === 'rtmr1' ? [separator('rtmr1')] : []),
    hashed('rtmr1', EVENT.gptEvent, 'partition table', uki.gpt),
    program(whole, 'the UKI'),
    program(linux, 'the kernel in the UKI'),
    action('rtmr1', 'Exit Boot Services Invocation'),
    action('rtmr1', 'Exit Boot Services Returned with Success'),
  ];
}

/** RTMR2: the stub of systemd, then that of Linux, where it measures. */
export function ukiKernelEvents(uki: MeasuredUki, linuxMeasures: boolean): PredictedEvent[] {
  const { sections, cmdline, initrd } = uki;
  if (!Array.isArray(sections)) {
    const { reason } = sections as Unpredictable;
    return [event('rtmr2', EVENT.eventTag, 'Linux initrd', { reason })];
  }
  const measured = (sections as readonly (readonly [string, Uint8Array])[]).flatMap(([name, content]) => [
    hashed('rtmr2', EVENT.ipl, `name of ${name}`, Buffer.from(`${name}\0`, 'latin1')),
    hashed('rtmr2', EVENT.ipl, `section ${name}`, content),
  ]);
  if (!linuxMeasures) return measured;
  return [
    ...measured,
    hashed('rtmr2', EVENT.eventTag, 'LOADED_IMAGE::LoadOptions', Buffer.from(`${cmdline}\0`, 'utf16le')),
    ...(initrd === undefined ? [] : [event('rtmr2', EVENT.eventTag, 'Linux initrd', sha384(initrd))]),
  ];
}

function textOf(bytes: Uint8Array = new Uint8Array()): string {
  return Buffer.from(bytes).toString('utf8');
}
