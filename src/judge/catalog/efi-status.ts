/** Statuses of UEFI in the words of any program: by number, by name, and as edk2 prints them (MdePkg/Library/BasePrintLib). */

import { EFI_STATUSES } from '../numbers/efi.ts';
import type { Saying } from '../signature.ts';

/** All spellings of a status: `0e`, `0E`, `NOT_FOUND`, `Not Found`. */
function spellings(key: string): string[] {
  const digits = key.padStart(2, '0');
  const name = EFI_STATUSES.get(key) ?? key;
  const words = name.toLowerCase().split('_');
  const title = words.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`).join(' ');
  return [digits, digits.toUpperCase(), name, title, `${title.slice(0, 1)}${words.join(' ').slice(1)}`];
}

export const EFI_NUMBERS: readonly Saying[] = [
  {
    id: 'efi-status',
    symptom: true,
    // A status has one meaning, and only the words of the line tell what it is of.
    general: true,
    pattern:
      /(?:\b(?:U?EFI|Efi|[Ss]tatus|STATUS|gBS|[Ii]mage|[Pp]rotocol|shim)\b|\.efi\b|Image\b|\bMok\w*|\bBoot[0-9A-F]{4}\b).*?\b(?:0x)?80{13}(?<code>[0-2][0-9a-fA-F])\b|\bEFI_(?<code2>LOAD_ERROR|INVALID_PARAMETER|UNSUPPORTED|BAD_BUFFER_SIZE|BUFFER_TOO_SMALL|NOT_READY|DEVICE_ERROR|WRITE_PROTECTED|OUT_OF_RESOURCES|VOLUME_\w+|NO_MEDIA|NOT_FOUND|ACCESS_DENIED|NO_RESPONSE|TIMEOUT|NOT_STARTED|ABORTED|PROTOCOL_ERROR|SECURITY_VIOLATION|CRC_ERROR|COMPROMISED_DATA|HTTP_ERROR)\b|(?:\.efi\b|EFI\b|\bMok\w+|\b(?:Start|Load)Image\b|\bstart_image\b|\bStatus = ?|Dxe\b|\bsystemd-boot\b).*?(?:: |= ?|- )?(?<code3>Load Error|Invalid Parameter|Unsupported|Buffer Too Small|Not Ready|Device Error|Out of Resources|Volume Corrupt|Not Found|Not found|Access Denied|Security Violation|Compromised Data|CRC Error)\b/,
    unless:
      /tdx|TDX|TDVMCALL|[Tt]d[Vv]m[Cc]all|tdcall|TDCALL|SEAM|MapGPA|[Gg]et_?[Qq]uote|\b[rR]10\b|seamldr/,
    title: 'UEFI returned $<code:efi>',
    hint: 'The line names what was asked for; a DEBUG build of the firmware says more.',
    causes: [
      {
        id: 'untrusted',
        when: { code: spellings('1a') },
        title: 'Secure Boot does not trust what was to be started ($<code:efi>)',
        hint: 'Sign it with a key in db or MokList, enrol its hash, or turn Secure Boot off; a revoked one is in dbx or below the level of SBAT.',
        symptom: false,
      },
      {
        id: 'missing',
        when: { code: spellings('e') },
        title: 'The firmware did not find what was asked for ($<code:efi>)',
        hint: 'Compare path and partition with the ESP of the image; a device without a driver in the firmware is missing, too.',
        symptom: false,
      },
      {
        id: 'memory',
        when: { code: spellings('9') },
        title: 'The firmware has not enough memory ($<code:efi>)',
        hint: 'Give the guest more memory, or a smaller kernel or initrd. Of a TD only accepted memory counts: the firmware accepts all, or 4 GiB and leaves the rest.',
        symptom: false,
      },
      {
        id: 'image',
        when: { code: spellings('1') },
        title: 'The firmware cannot load the image: damaged, or of another architecture ($<code:efi>)',
        hint: 'Look at it with file: it must be a PE32+ program for x86-64 that is not cut short.',
        symptom: false,
      },
      {
        id: 'device',
        when: { code: spellings('7') },
        title: 'A device failed that the firmware uses ($<code:efi>)',
        hint: 'Of a disk its image is cut short or its back end reports I/O errors: read the words of the VMM. Of TDX the module refused a call.',
        symptom: false,
      },
      {
        id: 'damaged',
        when: {
          code: [...spellings('a'), 'Volume Corrupt', ...spellings('1b'), 'CRC Error', ...spellings('21')],
        },
        title: 'What the firmware has read is damaged, or not what its hash says ($<code:efi>)',
        hint: 'Make the disk image again, and compare hashes: kernel, initrd and cmdline must be those that were measured.',
        symptom: false,
      },
    ],
  },
];
