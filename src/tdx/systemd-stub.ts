/** What systemd-stub does with the sections of a UKI, by its version (systemd src/boot/stub.c, cpio.c; src/fundamental/uki.h). */

import type { FindSection } from './efi-program.ts';

/** The stubs that were read: tags v252 to v262 of systemd. */
export const STUBS_READ = { first: 252, last: 262 } as const;
/** systemd-boot and systemd-stub measure into RTMRs from this version on (src/boot/efi/measure.c, cc_log_event). */
export const FIRST_MEASURING = 255;
/** From this version on the stub starts its kernel itself, not by the firmware's LoadImage() (src/boot/linux.c, linux_exec). */
export const FIRST_STARTING = 258;
/** systemd-boot and the stub measure structures of the SMBIOS table and events with a tag from this version on (measure-smbios.c; measure.c, tpm_log_tagged_event). */
export const FIRST_MEASURING_SMBIOS = 261;
/** From this version on the stub hands a secret to the kernel (boot-secret.c), and names consoles (console.c, cmdline_append_console). */
const FIRST_WITH_SECRET = 261;
const FIRST_NAMING_CONSOLES = 261;

/** Sections that the stub measures, in its order, with the first version that does. */
const MEASURED: readonly (readonly [name: string, since: number])[] = [
  ['.linux', FIRST_MEASURING],
  ['.osrel', FIRST_MEASURING],
  ['.cmdline', FIRST_MEASURING],
  ['.initrd', FIRST_MEASURING],
  ['.ucode', 256],
  ['.splash', FIRST_MEASURING],
  ['.dtb', FIRST_MEASURING],
  ['.uname', FIRST_MEASURING],
  ['.sbat', FIRST_MEASURING],
  ['.pcrpkey', FIRST_MEASURING],
  ['.hwids', 257],
];
/** Sections of which the stub takes some, by the machine or by its arguments, with the first version that does. */
const CHOSEN: typeof MEASURED = [
  ['.profile', 257],
  ['.dtbauto', 257],
  ['.efifw', 258],
];
/** Microcode comes before the initrd from this version on. */
const FIRST_WITH_UCODE = 256;
/** Sections that the stub hands on as files, in its order, with the first version that does. */
const FILES: readonly (readonly [section: string, name: string, since: number])[] = [
  ['.pcrsig', 'tpm2-pcr-signature.json', 0],
  ['.pcrpkey', 'tpm2-pcr-public-key.pem', 0],
  ['.osrel', 'os-release', 257],
];

/** Empty for a stub that does not measure. */
export function measuredSections(stub: number, find: FindSection): [name: string, content: Uint8Array][] {
  return MEASURED.flatMap(([name, since]) => {
    const content = since <= stub ? find(name) : undefined;
    return content === undefined ? [] : [[name, content]];
  });
}

/** The names of sections that make it unknown which sections this stub uses. */
export function chosenSections(stub: number, find: FindSection): string[] {
  return CHOSEN.flatMap(([name, since]) => (since <= stub && find(name) !== undefined ? [name] : []));
}

/** The parts of the initrd for the kernel; empty where there is none. Several parts each end at a multiple of 4 bytes. */
export function initrdParts(stub: number, find: FindSection): Uint8Array[] {
  const files = FILES.flatMap(([section, name, since]) => {
    const content = since <= stub ? find(section) : undefined;
    return content === undefined ? [] : [archive(name, content)];
  });
  const ucode = stub >= FIRST_WITH_UCODE ? [find('.ucode')] : [];
  const parts = [...ucode, find('.initrd'), ...files].filter((part) => part !== undefined);
  return parts.length < 2 ? parts : parts.flatMap((part) => [part, new Uint8Array(-part.length & 3)]);
}

/**
 * Whether the stub may add a file with a secret to the initrd. It makes none where `loader/random-seed` of its partition is marked as
 * read-only: then nobody hands a seed to the kernel (random-seed.c, process_random_seed).
 */
export function mayAddSecret(stub: number, seedIsReadOnly: boolean): boolean {
  return stub >= FIRST_WITH_SECRET && !seedIsReadOnly;
}

/** Whether the stub may add `console=` for each console that it finds. */
export function mayAddConsoles(stub: number, cmdline = ''): boolean {
  return stub >= FIRST_NAMING_CONSOLES && !/(^| )console=/.test(cmdline);
}

/** A cpio archive with one file in /.extra (cpio.c, pack_cpio_literal). */
function archive(name: string, content: Uint8Array): Buffer {
  return Buffer.concat([
    record('.extra', 1, 0o040555),
    record(`.extra/${name}`, 2, 0o100444, content),
    TRAILER,
  ]);
}

const TRAILER = Buffer.from(
  `070701${'0'.repeat(32)}00000001${'0'.repeat(48)}0000000B${'0'.repeat(8)}TRAILER!!!\0\0\0\0`,
);

function record(name: string, inode: number, mode: number, content: Uint8Array = new Uint8Array()): Buffer {
  const fields = [inode, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length + 1, 0];
  const words = fields.map((field) => field.toString(16).padStart(8, '0')).join('');
  const head = Buffer.from(`070701${words}${name}\0`);
  return Buffer.concat([head, Buffer.alloc(-head.length & 3), content, Buffer.alloc(-content.length & 3)]);
}
