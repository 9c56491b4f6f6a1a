/** What is measured of a unified kernel image (UKI) once a firmware or boot loader has loaded it. */

import { authenticode } from './authenticode.ts';
import { type FindSection, sectionFinder } from './efi-program.ts';
import { EVENT } from './event-types.ts';
import { linuxStubEvents, loadOptions } from './linux-stub.ts';
import { event, hashed, type PredictedEvent, type Unpredictable } from './prediction.ts';
import { type Sha384, sha384 } from './registers.ts';
import { admission } from './secure-boot.ts';
import {
  chosenSections,
  FIRST_MEASURING_SMBIOS,
  FIRST_STARTING,
  initrdParts,
  mayAddConsoles,
  mayAddSecret,
  measuredSections,
  STUBS_READ,
} from './systemd-stub.ts';
import type { SecureVariables, Variable } from './variable-store.ts';

/** A UKI on a disk. */
export interface Uki {
  readonly program: Uint8Array;
  /** Whether the partition has credentials, extensions or addons that the stub hands to the kernel; absent: no. */
  readonly addons?: boolean;
  /** Whether the file loader/random-seed of the partition is marked as read-only; absent: no. */
  readonly seedIsReadOnly?: boolean;
}

/** What is measured of the programs that start one after the other, until Linux runs. */
export interface MeasuredStart {
  /** RTMR0: what lets the programs start, such as an entry of db, in the order in which it is measured. */
  readonly authorities: readonly Variable[] | Unpredictable;
  /** RTMR0: behind how many of them systemd measures structures of the SMBIOS table; absent: systemd measures none. */
  readonly smbiosAfter?: number | undefined;
  /** RTMR1: each program, and what boot loaders measure of their configuration. */
  readonly programs: readonly PredictedEvent[];
  /** RTMR2: what boot loader and stub measure themselves. */
  readonly own: readonly PredictedEvent[] | Unpredictable;
  /** RTMR2: what the stub of Linux adds, where it measures. */
  readonly linux: readonly PredictedEvent[];
}

/** The version of the stub of a UKI, or of systemd-boot; undefined for another program. */
export function systemdVersion(
  program: 'systemd-stub' | 'systemd-boot',
  find: FindSection,
): number | undefined {
  const [, version] = new RegExp(`${program} (\\d+)`).exec(textOf(find('.sdmagic'))) ?? [];
  return version === undefined ? undefined : Number(version);
}

/** RTMR1: a program that the firmware loads. */
export function started(text: string, digest: Sha384 | Unpredictable): PredictedEvent {
  return event('rtmr1', EVENT.bootServicesApplication, text, digest);
}

/**
 * Reads what is measured of a UKI with systemd's stub. Seen in emulated TDs with the stubs of systemd 252 (with and without Secure
 * Boot), 257 and 262; those between are read in source. The firmware measures a program when it checks the program. Under Secure Boot
 * the stub starts its kernel without that check: so no event has the kernel.
 * @returns why it cannot be predicted, for another program
 * @throws DataError code `bad-kernel` or `truncated` for a program that is damaged
 */
export function measureUki(
  uki: Uki,
  firmware: SecureVariables,
): (MeasuredStart & { readonly stub: number }) | Unpredictable {
  const { program } = uki;
  const find = sectionFinder(program);
  const kernel = find('.linux');
  const stub = systemdVersion('systemd-stub', find);
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
  const loaded = stub < FIRST_STARTING && firmware.secureBoot !== 'on';
  return {
    stub,
    authorities,
    ...(stub >= FIRST_MEASURING_SMBIOS ? { smbiosAfter: authorities.length } : {}),
    programs: [
      started('the UKI', authenticode(program)),
      ...(loaded ? [started('the kernel in the UKI', authenticode(kernel))] : []),
    ],
    own: stubEvents(stub, uki, find),
    linux: kernelEvents(stub, uki, find),
  };
}

function stubEvents(stub: number, { addons = false }: Uki, find: FindSection): MeasuredStart['own'] {
  const chosen = chosenSections(stub, find);
  if (chosen.length > 0) {
    return { reason: `${chosen.join(', ')}: which sections systemd-stub ${stub} uses is not known` };
  }
  if (addons) {
    return {
      reason:
        'credentials, extensions or addons on the partition: the stub hands further files to the kernel, whose digest is not known',
    };
  }
  return measuredSections(stub, find).flatMap(([name, content]) => [
    hashed('rtmr2', EVENT.ipl, `name of ${name}`, Buffer.from(`${name}\0`, 'latin1')),
    hashed('rtmr2', EVENT.ipl, `section ${name}`, content),
  ]);
}

function kernelEvents(
  stub: number,
  { seedIsReadOnly = false }: Uki,
  find: FindSection,
): readonly PredictedEvent[] {
  const cmdline = stubCmdline(find('.cmdline'));
  const options = cmdline === undefined ? undefined : loadOptions(cmdline);
  const parts = initrdParts(stub, find);
  const initrd = parts.length === 0 ? undefined : sha384(...parts);
  return linuxStubEvents(
    mayAddConsoles(stub, cmdline) ? CONSOLES : options,
    mayAddSecret(stub, seedIsReadOnly) ? SECRET : initrd,
  );
}

const CONSOLES: Unpredictable = {
  reason:
    'the command line of the UKI has no console=, and systemd-stub adds one for each console that it finds: put console= into it',
};
const SECRET: Unpredictable = {
  reason:
    'systemd-stub 261 and later add a secret to the initrd, which differs in each boot of a Trust Domain, unless the file loader/random-seed of the partition is marked as read-only (mattrib +r)',
};

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
