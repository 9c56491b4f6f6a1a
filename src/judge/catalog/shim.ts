/** What shim prints when it must not start what is next to it: shim.c, pe.c, verify.c, sbat.c, fallback.c (shim 16.1). */

import { sharing } from './sharing.ts';

export const SHIM = sharing({ phase: 'bootloader', severity: 'error' }, [
  {
    id: 'shim-sbat',
    severity: 'fatal',
    pattern: /SBAT self-check failed/,
    title: 'shim was revoked (SBAT self-check failed)',
    hint: 'The SBAT level in the variable store forbids this shim: use a newer shim or fresh firmware variables.',
  },
  {
    id: 'shim-sbat-data',
    pattern:
      /Verifying (?:shim )?SBAT data failed: |handle_sbat\(\) No \.sbat section data|Could not parse \.sbat section data|SBAT policy state [0-9]+ is invalid/,
    title: 'shim refuses an image by its SBAT data: it has none, or its generation is revoked',
    hint: 'Every image that shim starts needs a .sbat section whose generations are at least those of SbatLevel (mokutil --list-sbat-revocations): use the current GRUB or UKI of the distribution, or fresh firmware variables.',
  },
  {
    id: 'shim-wrong',
    severity: 'fatal',
    pattern: /Something has gone seriously wrong: (?<what>[A-Za-z_]+)/,
    title: 'shim: something has gone seriously wrong: $<what>',
    hint: 'shim could not set up its MOK state and powers off. A full or read-only variable store is the usual cause.',
  },
  {
    id: 'shim-not-verified',
    severity: 'fatal',
    // replacements.c exit_boot_services_protocol (shim 0.9 to 15.8); it sleeps, and resets
    pattern: /Bootloader has not verified loaded image/,
    title: 'shim stopped the boot: the boot loader started a kernel that it had not asked shim to verify',
    hint: 'Start the kernel by a GRUB that knows shim_lock (a distribution’s signed one), or by the firmware, whose db then needs the key. A kernel in the place of grubx64.efi ends so too; or turn Secure Boot off.',
  },
  {
    id: 'shim-verification',
    pattern:
      /Verification failed: (?:\((?:0x)?[0-9A-F]+\) )?(?<status>Security (?:Policy )?Violation|[A-Z][a-z]+ [A-Z][a-z]+)/,
    title: 'shim: verification failed: $<status>',
    hint: 'The second stage is not signed by a key that shim trusts (vendor certificate, db, MOK), or its SBAT data is missing or revoked.',
  },
  {
    id: 'shim-forbidden',
    pattern: /Binary is forbidden: |SIGNATURE IS IN DBX, FORBIDDING EXECUTION/,
    title: 'shim refuses an image that is revoked (dbx, or shim’s own list)',
    hint: 'Use the current boot loader of the distribution.',
  },
  {
    id: 'shim-image',
    pattern:
      /(?<what>Image has no relocation entry|Malformed (?:file header|section header|section [0-9]+ size|section raw size|binary after Attribute Certificate Table)|Section [0-9]+ (?:is writable and executable|has negative size|has invalid base address|has zero size|is inside image headers)|Entry point is (?:invalid|not within sections)|\b[0-9]+ sections contain entry point|Image has multiple (?:relocation|SBAT) sections|Image sections overflow (?:image size|section headers)|Platform does not support this image)/,
    title: 'shim cannot load an image: $<what>',
    hint: 'The EFI program is damaged, of another architecture, or linked in a way that shim (with NX) does not take: build or install it again.',
  },
  {
    id: 'shim-load',
    pattern: /Failed to (?:open|load image) \\(?<path>[^ :]+)/,
    title: 'shim could not load \\$<path>',
    hint: 'The second stage is missing on the ESP next to shim.',
  },
  {
    id: 'shim-fetch',
    pattern: /Unable to fetch (?<how>TFTP|HTTP) image/,
    title: 'shim could not fetch its second stage ($<how>)',
    hint: 'It asks the server that gave shim for grubx64.efi in the same directory: put the file there.',
  },
  {
    id: 'shim-start-image',
    pattern: /start_image\(\) returned (?<status>[A-Z][A-Za-z ]*[a-z])/,
    title: 'shim: the second stage returned $<status>',
    hint: 'The boot loader behind shim gave up; its own messages are above this line.',
  },
]);
