/** What the tools print that make a guest's image: mkosi, ukify, and libguestfs with virt-customize. */

import type { LineOrigin, Signature } from '../signature.ts';

/** People paste them alone, or with a build. */
const BUILD: readonly LineOrigin[] = ['build', 'host'];

export const IMAGE_TOOLS: readonly Signature[] = [
  {
    id: 'image-no-kernel',
    phase: 'host',
    severity: 'error',
    // mkosi 26 (70ce10d1) mkosi/__init__.py make_uki(), make_esp(), install_boot_loader(); finalize_default_initrd()
    pattern:
      /A kernel must be installed in the image to build|A bootable image was requested but no kernel was found/,
    title: 'The image has no kernel, so mkosi cannot make it bootable',
    hint: 'Put the distribution’s kernel package into Packages= (with its vmlinuz in /usr/lib/modules/VERSION: kernels of Azure’s FDE are UKIs only), or set Bootable=no.',
    streams: BUILD,
  },
  {
    id: 'image-no-stub',
    phase: 'host',
    severity: 'error',
    // mkosi/bootloader.py, mkosi/__init__.py
    pattern:
      /sd-stub not found at (?<what>\S+) in the image|Could not find ukify|Couldn't find (?:a )?(?:un)?signed (?<what2>[\w-]+) (?:EFI )?binary installed/,
    title: 'mkosi misses a part of the boot chain: $<what>',
    hint: 'Install systemd-boot (systemd-boot-efi, systemd-ukify) or the signed shim and GRUB into the image or the tools tree.',
    streams: BUILD,
  },
  {
    id: 'image-secure-boot-key',
    phase: 'host',
    severity: 'error',
    // mkosi/config.py, mkosi/bootloader.py
    pattern:
      /SecureBoot= is enabled but no secure boot (?:key|certificate) is configured|One of systemd-sbsign or sbsign is required to use SecureBoot=|Secure boot key source and expected PCR signatures key source have to be the same/,
    title: 'mkosi cannot sign for Secure Boot: its key, certificate or tool is missing',
    hint: 'mkosi genkey makes a key and a certificate (SecureBootKey=, SecureBootCertificate=); install systemd-sbsign or sbsign.',
    streams: BUILD,
  },
  {
    id: 'image-setting',
    phase: 'host',
    severity: 'error',
    // mkosi/config.py parse_config(): `PATH: Setting NAME cannot be configured in IMAGE image`
    pattern: /: Setting (?<what>\w+) cannot be configured in /,
    title: 'mkosi does not take the setting $<what> there',
    hint: 'Settings of all images belong into the main image’s configuration. A newer mkosi moves or renames some: its changelog (docs/CHANGELOG.md) names them.',
    streams: BUILD,
  },
  {
    id: 'image-uki-header',
    phase: 'host',
    severity: 'error',
    // systemd src/ukify/ukify.py pe_add_sections()
    pattern: /Not enough header space to add section (?<what>\.\w+)/,
    title: 'ukify has no room in the stub’s header for the section $<what>',
    hint: 'The stub is of another systemd than ukify, or was stripped or signed before: take stub and ukify of one release (257 and newer leave more room), or ask for fewer sections.',
    streams: BUILD,
  },
  {
    id: 'image-guestfs-network',
    phase: 'host',
    severity: 'error',
    // as canonical/tdx#133 and #303 show it; the source was not read
    pattern: /libguestfs error: passt exited with status \d+/,
    title: 'libguestfs could not start passt, the network of its appliance',
    hint: 'AppArmor’s profile of passt forbids where libguestfs keeps its socket and pid file, most often as root: remove passt (libguestfs takes slirp then), switch the profile off (apparmor_parser -R), or give virt-customize --no-network.',
    streams: BUILD,
  },
  {
    id: 'image-guestfs-appliance',
    phase: 'host',
    severity: 'error',
    // libguestfs src/launch.c guestfs___launch_failed_error(), supermin src/format_ext2_kernel.ml; canonical/tdx#180
    pattern:
      /libguestfs error: \S*supermin exited with|supermin: failed to find a suitable kernel|(?<launch>guestfs_launch failed)|libguestfs error: could not (?:create appliance|connect to libvirt)/,
    title: 'libguestfs could not make or start its appliance, a small VM',
    hint: 'Debian and Ubuntu let only root read /boot/vmlinuz-*: run as root, or chmod 0644. Else a kernel, modules or /dev/kvm are missing: libguestfs-test-tool says which; LIBGUESTFS_BACKEND=direct does without libvirt.',
    streams: BUILD,
    causes: [
      {
        id: 'ended',
        when: { launch: 'guestfs_launch failed' },
        title: 'The appliance of libguestfs, a small VM, did not start or ended',
        hint: 'What QEMU or the kernel in it said stands before: LIBGUESTFS_DEBUG=1 LIBGUESTFS_TRACE=1 and libguestfs-test-tool show that. /dev/kvm, a kernel that the user may read (/boot/vmlinuz-*) and its modules must be there.',
        symptom: true,
      },
    ],
  },
];
