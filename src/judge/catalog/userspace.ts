/** What stops a boot after the kernel: an initramfs without its root, and an init that gives up. */

import type { Cause, Signature } from '../signature.ts';
import { UNITS } from './guest-services.ts';
import { INITRAMFS_SCRIPTS } from './initramfs.ts';
import { ANNOUNCED_INITS } from './milestones-init.ts';

/** The disk that root= names was not found. The hint is that of each number by which a kernel says so. */
const MISSING = {
  title: 'The kernel cannot open the root device "$<root>": no driver of this kernel has found such a disk',
  hint: 'A virtio driver that is a module only an initrd can load; else the VMM attaches no such disk, or root= names a UUID or label, which only an initrd understands. The kernel prints the partitions that it has found, if any, after this line.',
};

const ROOT_ERRORS: readonly Cause[] = [
  {
    // printf() of a NULL saved_root_name; newer kernels have an empty one.
    id: 'unnamed',
    when: { root: ['(null)', ''], errno: 'ENXIO' },
    title: 'The kernel was given no root= and has no initrd that it could start',
    hint: 'Either the boot entry names neither an initrd nor root= (direct boot: -initrd, --initramfs; GRUB: initrd, a linux line with root=), or the initrd has no /init, or not the program that rdinit= names. Lines on "initramfs" or "RAMDISK" above say whether the kernel got an initrd.',
  },
  {
    // init/do_mounts.c: a kernel by itself knows devices, PARTUUID= and PARTLABEL=.
    id: 'initrd',
    when: { scheme: ['UUID=', 'LABEL=', 'ZFS=', 'live:', 'zfs:', '/dev/mapper/', '/dev/disk/'] },
    title: 'Only an initramfs understands root=$<root>, and the kernel has started none',
    hint: 'Give the kernel its initrd (direct boot: -initrd, --initramfs; GRUB: an initrd line), or look why it was not used: lines on "initramfs", "Unpacking" or "rdinit" above. Without an initrd root= has to be /dev/vda1, PARTUUID= or the like.',
  },
  { ...MISSING, id: 'missing', when: { errno: 'ENXIO' } },
  {
    ...MISSING,
    id: 'absent',
    // Seen in a boot of Linux 6.12. Without a number of the device, no file system was tried on the disk.
    when: {
      errno: 'ENODEV',
      number: '0,0',
      disk: [
        ...['/dev/hd', '/dev/sd', '/dev/vd', '/dev/xvd', '/dev/nvme', '/dev/mmcblk', '/dev/pmem'],
        ...['PARTUUID=', 'PARTLABEL='],
      ],
    },
  },
  {
    id: 'type',
    when: { errno: 'ENODEV' },
    title: 'The kernel does not know the file system type of its root, or the root is a share and no disk',
    hint: 'CONFIG_ of the file system (9p with NET_9P_VIRTIO, virtiofs, ext4 …) must be =y, since a module only an initrd can load; check rootfstype= as well.',
  },
  {
    id: 'share',
    when: { errno: 'ENOENT' },
    title: 'The kernel cannot mount "$<root>": no disk or share of that name exists',
    hint: 'Compare root= with the disks and with the tag of the share (mount_tag=, tag=) that the VMM gives.',
  },
  {
    id: 'contents',
    when: { errno: ['EINVAL', 'EIO'] },
    title: 'The root device "$<root>" has no file system that this kernel can read',
    hint: 'A partition table instead of a file system (root=/dev/vda1 and not /dev/vda), an encrypted or damaged image, or a file system that is not built in.',
  },
];

export const USERSPACE: readonly Signature[] = [
  {
    id: 'linux-root-device',
    phase: 'kernel',
    severity: 'error',
    // init/do_mounts.c, mount_root_generic() and mount_block_root(): what the last try to mount has returned
    pattern:
      /Cannot open root device(?: "(?<root>(?<disk>\/dev\/(?:[hsv]d|xvd|nvme|mmcblk|pmem)|PART(?:UUID|LABEL)=)?(?<scheme>UUID=|LABEL=|ZFS=|live:|zfs:|\/dev\/(?:mapper|disk)\/)?[^"]*)"(?: or unknown-block\((?<number>[0-9]+,[0-9]+)\))?)?(?:.*: error (?<errno>-[0-9]+))?/,
    title: 'The kernel cannot open the root device',
    hint: 'root= names a device that no built-in driver found; virtio drivers may be modules that only an initrd can load. The kernel prints the partitions that it has found, if any, after this line.',
    causes: ROOT_ERRORS,
  },
  {
    id: 'linux-init-failed',
    phase: 'initramfs',
    severity: 'error',
    pattern: /Failed to execute (?<init>\/[A-Za-z0-9_./-]+) \(error (?<errno>-[0-9]+)\)/,
    belies: ANNOUNCED_INITS,
    title: 'Failed to execute $<init> (error $<errno>)',
    hint: '-2: the file or its interpreter is missing; -8: wrong architecture or format; -13: not executable.',
  },
  {
    id: 'linux-init-exists',
    phase: 'initramfs',
    severity: 'error',
    pattern: /Starting init: (?<init>\/[A-Za-z0-9_./-]+) exists but couldn't execute it/,
    belies: ANNOUNCED_INITS,
    title: 'init $<init> exists but cannot be executed',
    hint: 'Wrong architecture, missing interpreter or library, or no execute permission.',
  },
  {
    id: 'initramfs-root-missing',
    phase: 'initramfs',
    severity: 'fatal',
    // initramfs-tools 0.142 scripts/local local_device_setup()
    pattern: /ALERT! {1,2}(?<device>\S+) does not exist/,
    title: 'The root device $<device> does not exist (initramfs shell)',
    hint: 'Compare root= with the disks that the VMM attaches (blkid in the shell; virtio-scsi names them sda, virtio-blk vda), and check that the initrd has the virtio drivers. A name of the machine that built the image (/dev/loop…, /dev/mapper/…) needs a UUID in its place.',
  },
  {
    id: 'nixos-no-stage-2',
    phase: 'initramfs',
    severity: 'error',
    // nixos/modules/system/boot/stage-1-init.sh (nixpkgs)
    pattern: /stage 2 init script \((?<path>\S+)\) not found/,
    title: 'Stage 1 of NixOS mounted the root file system, and $<path> is not on it',
    hint: 'init= names a system that is not in the store of this disk: root= is another disk than meant, the store is on a file system that stage 1 does not mount, or the system was not copied whole.',
  },
  ...INITRAMFS_SCRIPTS,
  {
    id: 'initramfs-stage-1',
    phase: 'initramfs',
    severity: 'fatal',
    // fail in nixos/modules/system/boot/stage-1-init.sh (nixpkgs)
    pattern: /An error occurred in stage 1 of the boot process/,
    title: 'Stage 1 of NixOS gave up',
    hint: 'The lines above name the device, mount or program that failed.',
  },
  {
    id: 'initramfs-gave-up',
    phase: 'initramfs',
    severity: 'error',
    pattern: /Gave up waiting for (?<what>[a-z]+(?: [a-z]+)*) device/,
    title: 'initramfs gave up waiting for the $<what> device',
    hint: 'The disk never appeared: check the disk option of the VMM, root= and the drivers in the initrd.',
  },
  {
    id: 'initramfs-prompt',
    phase: 'initramfs',
    severity: 'fatal',
    pattern: /\(initramfs\)/,
    title: 'initramfs rescue shell',
    hint: 'The initramfs stopped and waits for a person. The lines above say what it did not find.',
  },
  {
    id: 'initramfs-no-init',
    phase: 'initramfs',
    severity: 'fatal',
    // mkinitcpio 41 init, too
    pattern:
      /Target filesystem doesn't have requested |No init found\. Try passing init= bootarg|Root device mounted successfully, but \S+ does not exist/,
    title: 'The root file system has no init',
    hint: 'root= points at a file system without /sbin/init: the wrong partition, or an image that is not a root file system.',
  },
  {
    id: 'initramfs-debug-shell',
    phase: 'initramfs',
    severity: 'fatal',
    pattern: /Dropping to debug shell/,
    title: 'initramfs debug shell',
    hint: 'The init script gave up; the lines above say why.',
  },
  {
    id: 'initramfs-alpine-shell',
    phase: 'initramfs',
    severity: 'fatal',
    pattern: /initramfs emergency recovery shell launched/,
    title: 'initramfs emergency recovery shell',
    hint: 'Mounting the root failed: check root=, modules= and the disk.',
  },
  {
    id: 'initramfs-emergency-shell',
    phase: 'initramfs',
    severity: 'fatal',
    pattern: /You are now being dropped into an emergency shell/,
    title: 'initramfs emergency shell',
    hint: 'Mounting the root failed: check root= and the drivers in the initrd.',
  },
  {
    id: 'dracut-device',
    phase: 'initramfs',
    severity: 'error',
    // dracut 059 modules.d/99base/dracut-dev-lib.sh wait_for_dev(), modules.d/98dracut-systemd/dracut-initqueue.sh
    pattern:
      /dracut-initqueue(?:\[[0-9]+\])?: .*\[ -e "(?<device>\/dev\/[^"]+)" \]|Warning: "?(?<device2>\/dev\/[^" ]+)"? does not exist/,
    title: 'The device $<device> did not appear in time',
    hint: 'Compare root= with the disks that the VMM attaches (virtio-scsi names them sda, virtio-blk vda; a UUID or LABEL has to be of this image), and check that the initrd has their drivers.',
  },
  {
    id: 'dracut-timeout',
    phase: 'initramfs',
    severity: 'error',
    pattern:
      /dracut-initqueue: (?:timeout, still waiting|starting timeout scripts)|dracut-initqueue timeout - starting timeout scripts/,
    title: 'dracut waits for a device that does not appear',
    hint: 'The hooks below name the missing device. Check root=, rd.* options, the disk option of the VMM and the drivers in the initrd.',
  },
  {
    id: 'dracut-fatal',
    phase: 'initramfs',
    severity: 'fatal',
    // dracut 004 wrote no colon
    pattern: /dracut:? (?:FATAL: |Refusing to continue)/,
    title: 'dracut refuses to continue',
    hint: 'Usually root= is missing or not understood; the text of the line says which.',
  },
  {
    id: 'dracut-could-not-boot',
    phase: 'initramfs',
    severity: 'error',
    pattern: /dracut.*Warning: Could not boot\./,
    title: 'dracut could not boot',
    hint: 'The root device was not found in time; the warnings around this line name it.',
  },
  {
    id: 'dracut-shell',
    phase: 'initramfs',
    severity: 'fatal',
    pattern: /dracut:\/#/,
    title: 'dracut emergency shell',
    hint: 'dracut stopped and waits for a person; /run/initramfs/rdsosreport.txt in the guest has the details.',
  },
  {
    id: 'initramfs-fell-back',
    phase: 'initramfs',
    severity: 'fatal',
    orLater: true,
    // Init scripts of people's own, in their own words; scripts/local of initramfs-tools 0.142 says it of a device that lacks.
    // Without a failure in the line the shell may be one that was asked for, unless the line calls the shell an emergency's; one
    // "for development" was built so on purpose.
    pattern:
      /(?:[Cc]annot|[Cc]an't|[Cc]ould not|[Cc]ouldn't|[Uu]nable|[Ff]ail|FAIL|[Ee]rror|ERROR|[Mm]issing|not found|not exist|[Nn]o such|[Ff]atal|FATAL|[Cc]ritical).* (?:[Dd]ropp|[Ff]all)ing (?:back )?(?:in)?to (?:an? |the )?(?:[a-z]+ )?shell|[Dd]ropping (?:in)?to (?:an? |the )?(?:emergency|rescue|recovery) shell(?:[^ ]| [^f]| f[^o]|$)/,
    title: 'The init gave up and started a shell',
    hint: 'Its line says what failed, or the lines above do: a mount, a device, a program.',
  },
  {
    id: 'initramfs-fell-back-after',
    phase: 'initramfs',
    severity: 'fatal',
    orLater: true,
    pattern: /^\W*(?:[Dd]ropp|[Ff]all)ing (?:back )?(?:in)?to (?:an? |the )?(?:[a-z]+ )?shell/,
    // The script's own sentence. What a program complains of (`mount: `, `modprobe: `) may be by the way, in an image that always
    // drops to a shell.
    after:
      /^\W*(?:(?:ERROR|[Ee]rror|FATAL|[Ff]atal|CRITICAL|init|initramfs|initrd)\W+)*[^:[\]]*(?:[Cc]annot |[Cc]an't |[Cc]ould not |[Cc]ouldn't |[Uu]nable to |[Ff]ailed|FAILED|not found|not exist|[Nn]o such |[Mm]issing)/,
    title: 'The init gave up and started a shell',
    hint: 'The line before says what failed.',
  },
  {
    id: 'systemd-sysroot',
    phase: 'initramfs',
    severity: 'fatal',
    pattern: /Failed to mount .*\/sysroot/,
    title: 'systemd failed to mount the root file system',
    hint: 'root= was found but not mountable: check rootfstype=, the file system driver in the initrd and the image.',
  },
  {
    id: 'systemd-mount',
    phase: 'userspace',
    severity: 'error',
    pattern: /(?:\[FAILED\]|systemd\[1\]:) Failed to mount (?<unit>.*[^. ])/,
    title: 'Failed to mount $<unit>',
    hint: 'An entry of /etc/fstab or a mount unit failed; without nofail it leads to emergency mode.',
  },
  {
    id: 'systemd-start',
    phase: 'userspace',
    severity: 'warning',
    pattern: /(?:\[FAILED\]|systemd\[1\]:) Failed to start (?<unit>.*[^. "])/,
    title: 'Failed to start $<unit>',
    hint: 'See journalctl -u for the unit; add it to the allowed failures if the test does not need it.',
    causes: UNITS,
  },
  {
    id: 'systemd-dependency',
    phase: 'userspace',
    severity: 'warning',
    pattern: /(?:\[DEPEND\]|systemd\[1\]:) Dependency failed for (?<unit>.*[^. ])/,
    title: 'Dependency failed for $<unit>',
    hint: 'A unit that this one requires failed earlier: look for the first failure above.',
  },
  {
    id: 'openrc-service',
    phase: 'userspace',
    severity: 'warning',
    // src/openrc-run/openrc-run.c, src/openrc/rc.c (OpenRC 0.63), init.d/{localmount,fsck}.in
    pattern:
      / \* (?<why>ERROR: .*[^ ] failed to start|ERROR: cannot start .*|rc: Aborting!|Filesystems couldn't be fixed|Failed to mount \S.*)/,
    title: 'OpenRC: $<why>',
    hint: 'The lines of the service right above say why. Leave a service out of the runlevel (rc-update del) that this guest does not need; a mount that fails is a line of /etc/fstab.',
  },
  {
    id: 'systemd-emergency',
    phase: 'userspace',
    severity: 'fatal',
    pattern:
      /You are in emergency mode|Welcome to emergency mode|(?:Reached target|Started) .*(?:Emergency (?:Mode|Shell)|emergency\.(?:target|service))/,
    title: 'Emergency mode',
    hint: 'Start-up failed and the guest waits for a person. The first [FAILED] or Warning line above is the cause.',
  },
  {
    id: 'dracut-emergency',
    phase: 'initramfs',
    severity: 'fatal',
    // modules.d/98dracut-systemd/dracut-emergency.sh, modules.d/99base/dracut-lib.sh
    pattern: /Entering emergency mode\. Exit the shell to continue/,
    title: 'Emergency mode of the initramfs',
    hint: 'The initramfs stopped and waits for a person. The first [FAILED], [ TIME ] or Warning line above is the cause.',
  },
  {
    id: 'systemd-rescue',
    phase: 'userspace',
    severity: 'fatal',
    pattern: /You are in rescue mode/,
    title: 'Rescue mode',
    hint: 'The guest was told to stop in rescue mode (single, rescue.target on the command line), or a unit isolated it.',
  },
  {
    id: 'systemd-maintenance',
    phase: 'userspace',
    severity: 'fatal',
    pattern:
      /Give root password for maintenance|Press Enter for (?:system )?maintenance|the root account is locked/,
    title: 'The guest asks for the root password for maintenance',
    hint: 'Start-up failed and the guest waits for a person. The first [FAILED] line above is the cause.',
  },
  {
    id: 'systemd-freeze',
    phase: 'userspace',
    severity: 'fatal',
    pattern: /Freezing execution/,
    title: 'systemd froze',
    hint: 'PID 1 gave up; the line above says why (missing API file systems, no default target, a crash).',
  },
  {
    id: 'systemd-crash',
    phase: 'userspace',
    severity: 'fatal',
    pattern: /systemd\[1\]: Caught <(?<signal>[A-Z]+)>/,
    title: 'systemd crashed with SIG$<signal>',
    hint: 'PID 1 crashed. SIGILL or SIGSEGV this early often means a CPU feature that the VMM does not offer, or a damaged image.',
  },
  {
    id: 'linux-init-crashed',
    phase: 'initramfs',
    orLater: true,
    // The panic that follows fails a run.
    severity: 'warning',
    // show_signal_msg() in arch/{x86,riscv,powerpc}, arm64_show_signal() (Linux 6.12)
    pattern: /(?<task>[\w.-]+)\[1\]: (?:segfault at|unhandled (?:signal|exception)\b)/,
    title: 'PID 1 ($<task>) crashed',
    hint: 'A damaged image, libraries that do not fit the program, or a CPU feature that the VMM does not offer; "in" names the library.',
  },
  {
    id: 'user-login-timeout',
    phase: 'userspace',
    severity: 'error',
    // login-utils/login.c timedout() of util-linux 2.41, loginutils/login.c alarm_handler() of busybox 1.37
    pattern: /Login timed out after (?<seconds>[0-9]+) seconds/,
    title: 'A login was begun and not finished within $<seconds> s',
    hint: 'A name was typed, and no password in time: the guest or its emulation is too slow, what types waits for another prompt, or a line of the console was taken for a name.',
  },
  {
    id: 'user-segfault',
    phase: 'userspace',
    severity: 'warning',
    pattern:
      /(?:^|[^A-Za-z_.-])(?<task>[A-Za-z][A-Za-z_.-]*)(?:[^A-Za-z_. [\]-][^ [\]]*)?\[[0-9]+\]: segfault at/,
    title: 'segfault in $<task>',
    hint: 'A program of the guest crashed; "in" at the end of the line names the library.',
  },
  {
    id: 'user-trap',
    phase: 'userspace',
    severity: 'warning',
    pattern: /traps: .*\[[0-9]+\] (?:trap )?(?<kind>[a-z][a-z0-9 ]*[a-z0-9]) ip:/,
    title: '$<kind> in a user program',
    hint: 'A program of the guest crashed. "invalid opcode" often means a CPU feature that the VMM does not offer.',
  },
  {
    id: 'user-core-dump',
    phase: 'userspace',
    severity: 'warning',
    pattern:
      /Process [0-9]+ \((?<task>[A-Za-z][A-Za-z_.-]*)(?:[^A-Za-z_.)-][^)]*)?\) of user [0-9]+ (?:dumped core|terminated abnormally)/,
    title: '$<task> dumped core',
    hint: 'A program of the guest crashed; coredumpctl in the guest has the trace.',
  },
];
