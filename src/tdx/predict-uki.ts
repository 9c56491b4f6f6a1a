/** What is measured of a unified kernel image (UKI) once a firmware or boot loader has loaded it. */

import { authenticode, sectionsOf } from './authenticode.ts';
import { EVENT } from './event-types.ts';
import { linuxStubEvents, loadOptions } from './linux-stub.ts';
import { hashed, type PredictedEvent, type Unpredictable } from './prediction.ts';
import { type Sha384, sha384 } from './registers.ts';
import { admission } from './secure-boot.ts';
import type { FirmwareVariables } from './tdvf-image.ts';
import type { Variable } from './variable-store.ts';

/** A UKI on a disk. */
export interface Uki {
  readonly program: Uint8Array;
  /** Whether the partition has credentials, extensions or addons that the stub hands to the kernel; absent: no. */
  readonly addons?: boolean;
}

/** What is measured of the programs that start one after the other, until Linux runs. */
export interface MeasuredStart {
  /** RTMR0: what lets the programs start, such as an entry of db, in the order in which it is measured. */
  readonly authorities: readonly Variable[] | Unpredictable;
  /** RTMR1: each program and its digest, in the order of their start. */
  readonly programs: readonly (readonly [text: string, digest: Sha384 | Unpredictable])[];
  /** RTMR2: what boot loader and stub measure themselves. */
  readonly own: readonly PredictedEvent[] | Unpredictable;
  /** RTMR2: what the stub of Linux adds, where it measures. */
  readonly linux: readonly PredictedEvent[];
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
/** systemd-boot and systemd-stub measure into RTMRs from this version on (src/boot/efi/measure.c, cc_log_event). */
export const FIRST_MEASURING = 255;
/** The stub adds files to the initrd of every UKI from this version on. */
const FIRST_ADDING = 257;
/** The stubs whose way of starting the kernel was read (systemd src/boot/efi/linux.c, load_image). */
const STUBS_READ = { first: 252, last: 257 } as const;

/** The version of the stub of a UKI, or of systemd-boot; undefined for another program. */
export function systemdVersion(program: 'systemd-stub' | 'systemd-boot', magic: string): number | undefined {
  const [, version] = new RegExp(`${program} (\\d+)`).exec(magic) ?? [];
  return version === undefined ? undefined : Number(version);
}

/**
 * Reads what is measured of a UKI with systemd's stub. Seen with the stub of systemd 252 in emulated TDs with and without Secure
 * Boot; 255 to 257 are read in source. The firmware measures a program when it checks the program. Under Secure Boot the stub starts
 * its kernel without that check: so no event has the kernel.
 * @returns why it cannot be predicted, for another program
 * @throws DataError code `bad-kernel` or `truncated` for a program that is damaged
 */
export function measureUki(
  { program, addons = false }: Uki,
  firmware: Pick<FirmwareVariables, 'secureBoot' | 'measured'>,
): (MeasuredStart & { readonly stub: number }) | Unpredictable {
  const sections = sectionsOf(program);
  const find = (name: string): Uint8Array | undefined => sections.find((one) => one.name === name)?.content;
  const [kernel, initrd] = [find('.linux'), find('.initrd')];
  const cmdline = stubCmdline(find('.cmdline'));
  const stub = systemdVersion('systemd-stub', textOf(find('.sdmagic')));
  if (kernel === undefined || stub === undefined) {
    return {
      reason:
        'the program on the disk is neither shim, systemd-boot nor a UKI of systemd-stub: what it starts and measures is not known',
    };
  }
  if (stub < STUBS_READ.first || stub > STUBS_READ.last) {
    return { reason: `how systemd-stub ${stub} starts its kernel is not known` };
  }
  const authorities = admission(firmware, 'this UKI', program);
  if ('reason' in authorities) return authorities;
  const added = [
    ...ADDED_TO_INITRD.filter((name) => find(name) !== undefined),
    ...(addons ? ['credentials, extensions or addons on the partition'] : []),
  ];
  const late = stub >= FIRST_ADDING ? [`systemd-stub ${stub}`] : added;
  const unknown = {
    reason: `${late.join(', ')}: the stub hands further files to the kernel, whose digest is not known`,
  };
  const own = MEASURED.flatMap((name) => {
    const content = find(name);
    if (content === undefined) return [];
    return [
      hashed('rtmr2', EVENT.ipl, `name of ${name}`, Buffer.from(`${name}\0`, 'latin1')),
      hashed('rtmr2', EVENT.ipl, `section ${name}`, content),
    ];
  });
  return {
    stub,
    authorities,
    programs: [
      ['the UKI', authenticode(program)],
      ...(firmware.secureBoot === 'on' ? [] : [['the kernel in the UKI', authenticode(kernel)] as const]),
    ],
    own: late.length > 0 ? unknown : stub < FIRST_MEASURING ? [] : own,
    linux: linuxStubEvents(
      cmdline === undefined ? undefined : loadOptions(cmdline),
      initrd === undefined ? undefined : sha384(initrd),
    ),
  };
}

/** Undefined where there is none. The stub makes blanks of control characters, and removes blanks at the end (mangle_stub_cmdline). */
function stubCmdline(section: Uint8Array | undefined): string | undefined {
  if (section === undefined || section.length === 0) return undefined;
  const [text = ''] = textOf(section).split('\0', 1);
  const characters = Array.from(text, (one) => (one < ' ' ? ' ' : one));
  return characters.slice(0, characters.findLastIndex((one) => one !== ' ') + 1).join('');
}

function textOf(bytes: Uint8Array = new Uint8Array()): string {
  return Buffer.from(bytes).toString('utf8');
}
