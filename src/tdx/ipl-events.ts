/** Reads EV_IPL, which boot loaders use for everything: GRUB, shim and systemd-stub, each with a form of its own. */

import { ascii, type EventData, untilNul, utf16 } from './event-reading.ts';
import { EMPTY_LIST } from './shim-image.ts';

/** GRUB and shim write text in bytes, systemd writes UTF-16. */
export function iplEvent(data: Uint8Array): EventData {
  if (data[1] === 0) return systemdEvent(data);
  const text = ascii(data);
  const prefix = GRUB_PREFIXES.find((known) => text.startsWith(known));
  if (prefix !== undefined) {
    const said = untilNul(data.subarray(prefix.length));
    return { text, hashed: [said, data.subarray(prefix.length, prefix.length + said.length + 1)] };
  }
  const elsewhere = FILE.test(text)
    ? 'it is of the file that the data name'
    : 'nothing is known of an EV_IPL with such a text';
  return SHIM_VARIABLES[text] ?? { text, hashed: [], elsewhere };
}

/**
 * How GRUB names a file: by its path, behind a device or not, or as a list of blocks (grub-core/kern/file.c, grub_file_open). The
 * older GRUB of the Red Hat family names two files by what they are for.
 */
const FILE = /^(?:[/(]|[\d,+]+$|grub_linuxefi (?:Kernel|Initrd)$)/;

/**
 * What stands before a command or a command line. The text that follows is hashed without its NUL (GRUB
 * grub-core/commands/tpm.c grub_tpm_verify_string). The older GRUB of the Red Hat family writes no colon, and hashes the
 * NUL of a command, too (event log CCEL_AAEL_alibabacloud of confidential-containers/trustee).
 */
const GRUB_PREFIXES = [
  'grub_cmd: ',
  'kernel_cmdline: ',
  'module_cmdline: ',
  'grub_cmd ',
  'grub_kernel_cmdline ',
  'kernel_cmdline ',
];

/** Variables that shim hashes into PCR 14 by their content, and names (shim mok.c mok_state_variables). */
const SHIM_VARIABLES: Readonly<Record<string, EventData>> = {
  MokList: { text: 'MokList', hashed: [EMPTY_LIST], elsewhere: "it is of shim's list of keys" },
  MokListX: { text: 'MokListX', hashed: [EMPTY_LIST], elsewhere: "it is of shim's list of revoked keys" },
  MokListTrusted: { text: 'MokListTrusted', hashed: [Uint8Array.of(1), Uint8Array.of(0)] },
  MokSBState: { text: 'MokSBState', hashed: [Uint8Array.of(1), Uint8Array.of(0)] },
  MokDBState: { text: 'MokDBState', hashed: [Uint8Array.of(1), Uint8Array.of(0)] },
};

/** "Credentials initrd", "Global system extension initrd", … (systemd src/boot/stub.c, boot.c). */
const GENERATED = /^(?:(?:Global|Entry) )?(?:credentials|system extension|configuration extension) initrd$/i;
/** What systemd 261 and later log without a tag where there is no TPM (src/boot/measure-smbios.c, boot.c, stub.c): the name of what is hashed. */
const NAMED = /^(?:smbios:type\d+|loader\.conf|[^\s=]+\.addon\.efi)$/i;

/**
 * A section of a UKI is hashed twice: its name in bytes with the NUL, then its content. Other data are a command line,
 * which is hashed as it stands, with the NUL (systemd src/boot/measure.c tpm_log_load_options).
 */
function systemdEvent(data: Uint8Array): EventData {
  const text = utf16(data);
  // As UTF-8, so that a name with other characters than ASCII has another hash than any section has.
  if (text.startsWith('.')) return { text, hashed: [Buffer.from(`${text}\0`, 'utf8')], section: text };
  if (NAMED.test(text)) return { text, hashed: [data], elsewhere: 'it is of what the data name' };
  if (!GENERATED.test(text)) return { text, hashed: [data] };
  return { text, hashed: [data], elsewhere: 'it is of an initrd that the boot loader has made' };
}
