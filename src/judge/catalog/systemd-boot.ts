/** What systemd-boot and systemd-stub print when they cannot start a kernel: src/boot/{boot,stub,linux,initrd,pe}.c (systemd 260). */

import { sharing } from './sharing.ts';

export const SYSTEMD_BOOT = sharing({ phase: 'bootloader', severity: 'error' }, [
  {
    id: 'systemd-boot-no-loader',
    severity: 'fatal',
    pattern: /No loader found\. Configuration files in /,
    title: 'systemd-boot found no entry',
    hint: 'Put a UKI into EFI/Linux/ or an entry into loader/entries/ on the ESP.',
  },
  {
    id: 'systemd-boot-load',
    // image_start() in src/boot/efi/boot.c: "Error loading %s: %r" up to systemd 254
    pattern:
      /Error loading (?:(?:EFI binary|(?:loading )?remote UKI) (?<path>.*)|(?<path2>\\[^: ]+)): (?<status>[A-Z][A-Za-z ]*[a-z])/,
    title: 'systemd-boot could not load the image $<path>: $<status>',
    hint: 'The status is the firmware’s: the image is on the ESP and could not be read, or Secure Boot refuses its signature.',
    causes: [
      {
        id: 'missing',
        when: { status: ['Not found', 'Not Found'] },
        hint: 'The entry names a file that is not on the ESP; a file of no bytes is told alike.',
      },
      {
        id: 'no-program',
        when: { status: 'Unsupported' },
        title: 'systemd-boot cannot start $<path>: the file is no EFI program for this machine',
        hint: 'The kernel must be a bzImage with an EFI stub (CONFIG_EFI_STUB) of this architecture: an ELF vmlinux, a compressed Image or a kernel without stub is none.',
      },
      {
        id: 'damaged',
        when: { status: ['Load error', 'Load Error', 'Volume Corrupt', 'Volume corrupt'] },
        title:
          'systemd-boot cannot start $<path>: the file is damaged, cut short, or laid out wrongly: $<status>',
        hint: 'Make or copy the file again; for a UKI look at its sections with ukify inspect.',
      },
      {
        id: 'refused',
        when: {
          status: ['Access denied', 'Access Denied', 'Security violation', 'Security Violation'],
        },
        title: 'Secure Boot refuses $<path>: $<status>',
        hint: 'Sign the image with a key of db or MOK, or use a firmware without enrolled keys.',
      },
    ],
  },
  {
    id: 'systemd-boot-initrd',
    pattern: /Error (?:preparing|registering) initrd: (?<status>[A-Z][A-Za-z ]*[a-z])/,
    title: 'systemd-boot could not pass the initrd on: $<status>',
    hint: 'Look at the initrd lines of the entry: each file must be on the ESP, and all together fit into memory.',
    causes: [
      {
        id: 'twice',
        when: { status: ['Already started', 'Already Started'] },
        title: 'systemd-stub could not register its initrd: something before it has registered one',
        hint: 'A UKI brings its own initrd: give no -initrd beside it, run imgfree before chain in iPXE, or use a newer systemd, whose stub takes the other’s place (that of 255 does not).',
      },
      {
        id: 'missing',
        when: { status: ['Not found', 'Not Found'] },
        title: 'systemd-boot did not find the initrd of the entry',
        hint: 'Compare the initrd lines of loader/entries/*.conf with the files on the ESP.',
      },
      {
        id: 'memory',
        when: { status: ['Out of resources', 'Out of Resources'] },
        title: 'There is no memory for the initrd',
        hint: 'Give the guest more memory, or make the initrd smaller.',
      },
    ],
  },
  {
    id: 'systemd-stub-assertion',
    severity: 'fatal',
    // src/boot/efi-log.c efi_assert: it halts
    pattern:
      /systemd-(?:boot|stub): Assertion '(?<what>[^']*)' failed at (?:\S*\/)?(?<file>[a-z0-9-]+\.c):[0-9]+@(?<func>[a-z0-9_]+)/,
    title: 'systemd-stub stopped on a broken assumption in $<func> ($<what>)',
    hint: 'The boot loader before it handed over something that it does not expect: use a newer systemd, or start the UKI from the firmware or systemd-boot.',
    causes: [
      {
        id: 'device',
        when: { what: ['device', 'root', 'loaded_image->DeviceHandle'] },
        title: 'systemd-stub does not know from which partition it was started (assertion in $<func>)',
        hint: 'A boot loader (GRUB’s chainloader, iPXE) that read the UKI from a file system that the firmware cannot read passes no device: put the UKI on the ESP, or use systemd 255 or newer, which goes on without.',
      },
      {
        id: 'path',
        when: { what: ['prefix', 'loaded_image->FilePath', 'path'] },
        title: 'systemd-stub got a path of its own file that it cannot use (assertion in $<func>)',
        hint: 'The boot loader before it passes no path of the UKI: use a newer systemd, or start the UKI from the firmware or systemd-boot.',
      },
    ],
  },
  {
    id: 'systemd-stub-kernel',
    pattern:
      /(?:Bad kernel image|Error loading (?:inner )?kernel(?: image)?(?: with shim)?|Error (?:starting|getting) kernel(?: loaded)? image(?: protocol| from protocol from shim| with shim)?|Error finding kernel compat entry address): (?<status>[A-Z][A-Za-z ]*[a-z])/,
    title: 'systemd-stub could not start the kernel of the UKI: $<status>',
    hint: 'The .linux section must hold an EFI-stub kernel (bzImage) of this architecture. The status is what the firmware or the kernel answered.',
    causes: [
      {
        id: 'untrusted',
        when: {
          status: [
            'Access denied',
            'Access Denied',
            'Security violation',
            'Security Violation',
            'Load error',
            'Load Error',
          ],
        },
        title: 'Secure Boot or shim refuses the kernel in the UKI, or it is damaged: $<status>',
        hint: 'Sign the inner kernel, too, or use shim 16, whose loader knows the UKI’s sections, with a systemd-stub that asks it; then look at the kernel with file and pefile.',
      },
    ],
  },
  {
    id: 'systemd-stub-section',
    pattern:
      /(?<what>Image lacks \.linux section|[Uu]nable to locate (?:PE section table|embedded (?:base |per-profile )?(?:PE sections|\.linux section))|Inner kernel image contains sections with relocations|Invalid PE section, [A-Za-z +]+[a-z]|Section (?:virtual size )?would write outside of memory|Cannot read sections)/,
    title: 'The UKI is not a whole one: $<what>',
    hint: 'Make it again with ukify build --linux= --initrd=, and look at it with ukify inspect; objcopy with overlapping addresses breaks it.',
  },
  {
    id: 'systemd-boot-execute',
    pattern: /Failed to execute (?<entry>[^()]*[^() ]) \(\\[^()]*\): (?<status>[A-Z][A-Za-z ]*[a-z])/,
    title: 'The entry $<entry> started and returned: $<status>',
    hint: 'The kernel’s EFI stub gave up; its own lines ("EFI stub: ERROR") stand above. Invalid Parameter and Load Error: the kernel or the UKI is damaged.',
  },
]);
