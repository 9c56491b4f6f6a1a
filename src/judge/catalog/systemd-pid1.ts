/**
 * What systemd as PID 1 says when it gives up: error_message of src/core/main.c, SwitchRoot() of src/core/dbus-manager.c, and
 * src/systemctl/systemctl-switch-root.c (v255.13).
 */

import type { Cause, Signature } from '../signature.ts';

/** By error_message of main(), which stands in the last line that systemd prints. */
const GAVE_UP: readonly Cause[] = [
  {
    id: 'mounts',
    when: {
      why: ['Failed to mount API filesystems', 'Failed to mount early API filesystems'],
    },
    title: 'systemd could not mount /proc, /sys, /dev or /run',
    hint: 'The line before names the mount and its error: the kernel needs devtmpfs, tmpfs, cgroups, and a container the right to mount.',
  },
  {
    id: 'cgroups',
    when: { why: 'Failed to mount cgroup hierarchies' },
    title: 'systemd could not mount the cgroups',
    hint: 'The kernel needs CONFIG_CGROUPS; an old systemd needs systemd.unified_cgroup_hierarchy=0, a new one cgroup2.',
  },
  {
    id: 'policy',
    when: {
      why: [
        'Failed to load SELinux policy',
        'Failed to load SMACK policy',
        'Failed to load AppArmor policy',
        'Failed to load IMA policy',
        'Failed to initialize MAC support',
      ],
    },
    title: 'systemd could not load its security policy: $<why>',
    hint: 'The image lacks the policy or the kernel does not take it: start once with selinux=0 (enforcing=0, apparmor=0), then reinstall the policy and relabel.',
  },
  {
    id: 'target',
    when: {
      why: ['Failed to start default target', 'Failed to isolate default target', 'rescue.target masked'],
    },
    title: 'systemd has no default target that it can start',
    hint: 'default.target is missing, masked or requires a unit that is not there: check /etc/systemd/system/default.target and systemd.unit= of the command line.',
  },
  {
    id: 'no-init',
    when: { why: ['Failed to execute fallback shell', 'Failed to execute our own binary'] },
    title: 'systemd found no init to go on with: neither /sbin/init nor /bin/sh can be started',
    hint: 'The root that was switched to is empty or another file system than meant (root=, rootflags=subvol=), lacks /sbin/init, or its programs are of another architecture.',
  },
];

export const SYSTEMD_PID1: readonly Signature[] = [
  {
    id: 'systemd-pid1',
    phase: 'userspace',
    orLater: true,
    severity: 'fatal',
    pattern: /\[!!!!!!\] (?<why>[A-Za-z$][^,.]*(?:\.target masked)?)(?:, (?:freezing|rebooting|exiting)|\.)/,
    title: 'systemd gave up: $<why>',
    hint: 'PID 1 cannot go on; the lines before give its errors.',
    causes: GAVE_UP,
  },
  {
    id: 'systemd-cycle',
    phase: 'userspace',
    severity: 'warning',
    // transaction_verify_order_one() in src/core/transaction.c (systemd 255): the log's line, and the console's
    pattern:
      /Job (?<job>\S+)\/[a-z-]+ deleted to break ordering cycle|Ordering cycle found, skipping (?<job2>.*[^. ])/,
    title: 'systemd left out $<job>: units wait for each other in a circle',
    hint: 'The lines before name the circle: take an After= or Before= out of one of them, most often After= of the target that wants the unit.',
  },
  {
    id: 'systemd-no-init',
    phase: 'initramfs',
    severity: 'error',
    pattern:
      /Failed to execute (?<init>\/sbin\/init|configured init \S+?)(?:, (?:giving up|trying fallback)|$)|No (?<init2>\/sbin\/init), trying fallback/,
    title: 'systemd cannot start $<init> of the root file system',
    hint: 'The root that was switched to is empty or another file system than meant (root=, rootflags=subvol=), or has no init= of this path and architecture.',
  },
  {
    // switch_root() in src/shared/switch-root.c (systemd 233 to 253, read in 240)
    id: 'systemd-switch-root-mounts',
    phase: 'initramfs',
    severity: 'fatal',
    pattern: /Failed to mount (?<what>\/(?:sys|proc|dev|run)) to (?<where>\/[^ :]+)/,
    title: 'systemd could not move $<what> into the new root ($<where>)',
    hint: 'The new root has no such directory, and is read-only, so that none can be made: put empty /dev, /proc, /sys and /run into the image. "Success" says no more than that.',
  },
  {
    id: 'systemd-switch-root',
    phase: 'initramfs',
    severity: 'fatal',
    pattern:
      /[Ff]ailed to switch root(?:, trying to continue)?: (?<why>.*\w)|Not switching root: (?<why2>.*\w)|switch root path '[^']*' (?<why3>does not seem to be an OS tree)/,
    title: 'The initramfs could not switch to the root file system: $<why>',
    hint: 'What is mounted on /sysroot is no root: check root=, rootflags= (the subvolume of btrfs) and that its mount did not fail before; an OS tree has etc/os-release or usr/lib/os-release.',
  },
];
