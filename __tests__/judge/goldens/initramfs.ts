import type { Golden } from './golden.ts';

const FSCK = 'fsck found a damaged file system in the guest, and could not repair it';

/** Lines of an initramfs and of iPXE, of the sources that are named. */
export const INITRAMFS: readonly Golden[] = [
  {
    id: 'initramfs-alpine-mount',
    line: 'Mounting boot media: failed. ',
    title: 'The initramfs of Alpine failed at: Mounting boot media',
    source: 'initramfs-init.in eend() (mkinitfs 3.13)',
  },
  {
    id: 'initramfs-run-init',
    line: "run-init: can't execute '/sbin/init': No such file or directory",
    title:
      "The initramfs could not start the init of the real system: can't execute '/sbin/init': No such file or directory",
    source: 'usr/kinit/run-init/runinitlib.c (klibc 2.0)',
  },
  ...[
    ['/dev/vda1: UNEXPECTED INCONSISTENCY; RUN fsck MANUALLY.', 'e2fsck/unix.c (e2fsprogs 1.47)'],
    ["ERROR: Bailing out. Run 'fsck /dev/vda2' manually", 'init_functions (mkinitcpio 41)'],
    ['fsck died with exit status 4', 'checkroot.sh (Debian 7)'],
    ['The root filesystem on /dev/vda1 requires a manual fsck', 'scripts/functions (initramfs-tools 0.148)'],
    ['systemd-fsck[215]: fsck failed with exit status 12.', 'src/fsck/fsck.c (systemd 257)'],
    ['systemd-fsck[215]: fsck failed with exit status 4.', 'the same'],
  ].map(([line = '', source = '']) => ({ id: 'guest-fsck', line, title: FSCK, source })),
  ...(
    [
      [
        '',
        'one or more devices is currently unavailable',
        'The ZFS pool rpool was not imported: one or more devices is currently unavailable',
      ],
      [
        '-twice',
        'more than one matching pool',
        'Two ZFS pools have the name rpool, and the initramfs does not choose',
      ],
      [
        '-foreign',
        'pool was previously in use from another system.',
        'The ZFS pool rpool belongs to another host',
      ],
      ['-absent', 'no such pool available', 'The initramfs sees no ZFS pool rpool'],
    ] as const
  ).map(([cause, why, title]) => ({
    id: `initramfs-zfs-import${cause}`,
    line: `cannot import 'rpool': ${why}`,
    title,
    source: 'cmd/zpool/zpool_main.c (OpenZFS 2.4)',
  })),
  ...[
    'No pool imported. Manually import the root pool',
    '[    4.355153] dracut Warning: ZFS: Unable to import pool rpool',
    "Failed to import pool 'rpool'.",
  ].map((line) => ({
    id: 'initramfs-zfs-pool',
    line,
    title: 'The ZFS pool of the root file system was not imported',
    source: 'contrib/initramfs/scripts/zfs, contrib/dracut/90zfs/mount-zfs.sh (OpenZFS 2.4)',
  })),
  {
    id: 'initramfs-zfs-dataset',
    line: "filesystem 'rpool/nixos' cannot be mounted, unable to open the dataset",
    title: 'The initramfs cannot mount its root from ZFS',
    source: 'lib/libzfs/libzfs_mount.c (OpenZFS 2.4)',
  },
  {
    id: 'initramfs-real-root',
    line: "ERROR: Failed to mount '/dev/mapper/root' on real root",
    title: 'The initramfs could not mount the root file system',
    source: 'init_functions (mkinitcpio 41)',
  },
  {
    id: 'initramfs-no-init',
    line: 'ERROR: Root device mounted successfully, but /sbin/init does not exist.',
    title: 'The root file system has no init',
    source: 'init (mkinitcpio 41)',
  },
  {
    id: 'initramfs-encrypt',
    line: 'ERROR: Password succeeded, but root creation failed, aborting...',
    title: 'The initramfs could not open the encrypted disk',
    source: 'hooks/encrypt (mkinitcpio 41)',
  },
  {
    id: 'dracut-fatal',
    line: 'dracut FATAL: Initial SELinux policy load failed. Machine in enforcing mode.',
    title: 'dracut refuses to continue',
    source: 'dracut 004',
  },
  {
    id: 'systemd-tpm2-unsupported',
    line: 'systemd-cryptsetup[2367]: TPM2 support not available.',
    title:
      'systemd is to unseal the disk’s key with a TPM, and cannot: it was built without TPM2, or the initrd lacks its libraries',
    source: 'src/cryptsetup/cryptsetup.c (systemd 248)',
  },
  ...(
    [
      ['-absent', 'No such file or directory', 'its key file or the kernel’s cipher is not there'],
      ['-wrong-key', 'Operation not permitted', 'the key is not one of its keys'],
      ['-refused', 'Invalid argument', 'the volume or its options are refused (EINVAL)'],
    ] as const
  ).flatMap(([cause, error, why]) =>
    ['systemd-cryptsetup[375]: ', ''].map((before) => ({
      id: `systemd-cryptsetup${cause}`,
      line: `${before}Failed to activate with key file '/etc/luks-keys/foo': ${error}`,
      title: `The encrypted disk could not be opened: ${why}`,
      source: 'src/cryptsetup/cryptsetup.c (systemd 238)',
    })),
  ),
  {
    id: 'systemd-cryptsetup',
    line: '[FAILED] Failed to start Cryptography Setup for root.',
    title: 'The encrypted disk could not be opened',
    source: 'src/cryptsetup/cryptsetup-generator.c (systemd 234)',
  },
  {
    id: 'linux-init-crashed',
    line: '[    0.251337] init[1]: unhandled signal 11 code 0x1 at 0x9b7e1c64 in ld-linux-riscv32-ilp32.so.1[95791000+27000]',
    title: 'PID 1 (init) crashed',
    source: 'arch/riscv/kernel/traps.c do_trap() (Linux 6.1)',
  },
  {
    id: 'linux-init-crashed',
    line: '[    1.251337] systemd[1]: segfault at 0 ip 00007f0c8a1b2c3d sp 00007ffd error 4 in libc.so.6[7f0c8a000000+195000]',
    title: 'PID 1 (systemd) crashed',
    source: 'arch/x86/mm/fault.c show_signal_msg() (Linux 6.12)',
  },
  {
    id: 'linux-arc-fault',
    line: 'Invalid Read @ 0x00000000 by insn @ rb_erase+0x122/0x3b4',
    title: 'Invalid Read in the kernel in rb_erase',
    source: 'arch/arc/kernel/troubleshoot.c show_ecr_verbose() (Linux 5.6)',
  },
  {
    id: 'linux-panic-timer',
    line: "[    0.401243] Kernel panic - not syncing: IO-APIC + timer doesn't work!  Boot with apic=debug and send a report.  Then try booting with the 'noapic' option.",
    title: 'Kernel panic: the timer interrupt does not arrive through the IO-APIC',
    source: 'arch/x86/kernel/apic/io_apic.c check_timer() (Linux 6.1)',
  },
  {
    id: 'linux-panic-stack-address',
    line: '[    0.937461] Kernel panic - not syncing: stack-protector: Kernel stack is corrupted in:         (ptrval)',
    title: 'Kernel panic: stack corrupted',
    source: 'kernel/panic.c __stack_chk_fail() (Linux 4.14)',
  },
  ...(
    [
      [
        '',
        'Could not use picture: Invalid argument',
        '1c0d6002',
        'iPXE: Could not use picture: Invalid argument',
      ],
      [
        '-format',
        'Could not boot image: Exec format error',
        '2e008001',
        'iPXE cannot boot the file that it got (Could not boot image: Exec format error)',
      ],
      [
        '-unsupported',
        'Could not start download: Operation not supported',
        '3c092083',
        'This iPXE was built without what the script asks for (Could not start download: Operation not supported)',
      ],
      [
        '-absent',
        'http://10.0.2.2/vmlinuz... No such file or directory',
        '2d0c6189',
        'iPXE finds no such file on the server (http://10.0.2.2/vmlinuz... No such file or directory)',
      ],
      [
        '-unanswered',
        'http://10.0.2.2/vmlinuz... Connection timed out',
        '4c0a6092',
        'iPXE gets no answer from the network (http://10.0.2.2/vmlinuz... Connection timed out)',
      ],
      [
        '-refused',
        'Could not verify: Permission denied',
        '0227e18f',
        'iPXE does not trust the file, or may not have it (Could not verify: Permission denied)',
      ],
      [
        '-memory',
        'Could not start download: Not enough space',
        '31062006',
        'iPXE has no memory for the file (Could not start download: Not enough space)',
      ],
    ] as const
  ).map(([cause, words, number, title]) => ({
    id: `ipxe-error${cause}`,
    line: `${words} (https://ipxe.org/${number})`,
    title,
    source: 'src/usr/imgmgmt.c, src/core/{downloader,strerror}.c, src/include/errno.h (iPXE 2.0)',
  })),
];
