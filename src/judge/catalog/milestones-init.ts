/** The lines that show how far a boot has come in its initramfs and in the real system. */

import type { Milestone } from '../signature.ts';

/** The kernel announces an init before it tries to run that (init/main.c run_init_process, Linux 5.5 and later). */
export const ANNOUNCED_INITS = ['initramfs-init', 'linux-init'];

export const INITRAMFS: readonly Milestone[] = [
  {
    id: 'initramfs-init',
    phase: 'initramfs',
    pattern: /Run \/init as init process/,
    title: 'init of the initramfs',
  },
  {
    id: 'systemd-initrd',
    phase: 'initramfs',
    pattern: /Running in (?:initrd|initial RAM disk)\./,
    title: 'systemd in the initramfs',
  },
  {
    // On the console of a kernel; systemd in an initrd works, too, so this proves only the initramfs.
    id: 'systemd-works',
    phase: 'initramfs',
    pattern:
      /^\[ *\d+\.\d+\](?:\[[^\]]*\])? (?:\S+ )?systemd\[1\]: (?:Starting|Started|Listening|Reached|Mounting|Mounted|Finished)/,
    title: 'systemd works',
  },
  {
    // systemd in an initrd prints this banner, too, so the banner proves only the initramfs.
    id: 'systemd-banner',
    phase: 'initramfs',
    pattern: /systemd\[1\]: systemd .* running in system mode/,
    title: 'systemd started',
  },
  {
    // Units that only an initrd has (systemd's bootup(7), dracut's modules.d), and dracut's report.
    id: 'initrd-units',
    phase: 'initramfs',
    pattern:
      /initrd-(?:root-fs|root-device|fs|usr-fs)\.target|initrd-parse-etc\.service|sysroot\.mount|for \/sysroot\.|Mount(?:ing|ed) \/sysroot\b|Initrd (?:Root (?:File System|Device)|File Systems)|from the Real Root|dracut-(?:initqueue|pre-(?:udev|trigger|mount|pivot)|mount|emergency)(?:\.service|\[| comm=)|dracut (?:cmdline|initqueue|pre-[a-z]+|mount) hook|rdsosreport\.txt/,
    title: 'units of an initrd',
  },
  {
    id: 'initramfs-tools',
    phase: 'initramfs',
    pattern: /Begin: Mounting root file system|Begin: Running \/scripts\//,
    title: 'initramfs scripts',
  },
  {
    // The last scripts of initramfs-tools (its init, 0.142 and 0.148); what it execs next is the init of the root.
    id: 'initramfs-tools-end',
    phase: 'initramfs',
    pattern: /Begin: Running \/scripts\/init-bottom/,
    title: 'last scripts of the initramfs',
  },
  {
    id: 'last-resort-shell',
    phase: 'initramfs',
    pattern:
      /\b(?:[Dd]ropping|[Ff]alling back|[Ss]tarting|[Ll]aunching|[Ss]pawning|[Ee]ntering)(?: (?:in)?to)? (?:an? )?(?:[a-z]+ )?shell\b/,
    title: 'init falls back to a shell',
    afterKernel: true,
  },
  {
    // nixos/modules/system/boot/stage-1-init.sh (nixpkgs)
    id: 'nixos-stage-1',
    phase: 'initramfs',
    pattern: /<<< ?\S+ Stage 1 >>>/,
    title: 'stage 1 of NixOS',
  },
  {
    // systemd in an initrd prints this, too.
    id: 'systemd-tdx',
    phase: 'initramfs',
    pattern: /systemd\[1\]: Detected confidential virtualization tdx/,
    title: 'systemd sees a TD',
    evidence: true,
  },
  {
    // GRUB and emergency mode say "Welcome to" as well; a dracut initramfs greets like the system does.
    id: 'init-welcome',
    phase: 'initramfs',
    pattern: /Welcome to (?:[^Ge]|G[^R]|e[^m]).*!/,
    title: 'init greets',
  },
  {
    id: 'initramfs-target',
    phase: 'initramfs',
    pattern: /Reached target .*(?:initrd\.target|Initrd Default Target)/,
    title: 'initramfs is done',
  },
];

export const USERSPACE: readonly Milestone[] = [
  {
    id: 'linux-init',
    phase: 'userspace',
    pattern: /Run \/(?:sbin|etc|bin|usr)\/[a-z/]+ as init process/,
    title: 'init of the root file system',
  },
  {
    // nixos/modules/system/boot/stage-2-init.sh (nixpkgs)
    id: 'nixos-stage-2',
    phase: 'userspace',
    pattern: /<<< ?\S+ Stage 2 >>>/,
    title: 'stage 2 of NixOS',
  },
  {
    // An initramfs of initramfs-tools has no systemd.
    id: 'systemd-root',
    phase: 'userspace',
    pattern: /systemd\[1\]: systemd .* running in system mode/,
    after: 'initramfs-tools-end',
    title: 'systemd of the root file system started',
  },
  {
    // systemd-remount-fs.service needs /etc/fstab, which no initrd has (units/systemd-remount-fs.service.in, systemd 255)
    id: 'systemd-remount-fs',
    phase: 'userspace',
    pattern: /(?:Starting|Started|Finished) .*Remount Root and Kernel File Systems/,
    title: 'systemd of the root file system works',
  },
  {
    // src/journal/journald-server.c (systemd 257): PID 1 stops the journal of the initrd before it goes over to the root
    id: 'switch-root',
    phase: 'userspace',
    pattern: /Switching root\.|systemd-journald\[[0-9]+\]: Received SIGTERM from PID 1/,
    title: 'switch to the root',
  },
  {
    id: 'systemd-start-job',
    phase: 'userspace',
    pattern: /Queued start job for default target [^iI]/,
    title: 'systemd of the root file system',
  },
  {
    id: 'systemd-target',
    phase: 'userspace',
    done: true,
    pattern: /Reached target .*(?:Multi-User System|Graphical Interface|Login Prompts)/,
    title: 'systemd target reached',
  },
  { id: 'probe', phase: 'userspace', pattern: /^# tdx-boot probe \d/, title: 'the probe guest' },
  {
    id: 'probe-tdx',
    phase: 'userspace',
    pattern: /# cc\.(?:cpuid_vendor: IntelTDX|tdx_guest_flag: yes)/,
    title: 'the probe sees a TD',
    evidence: true,
  },
  {
    id: 'tdx-device',
    phase: 'userspace',
    pattern: /crw.* \/dev\/tdx_guest|^(?:> )*\/dev\/tdx_guest$/,
    title: 'a shell sees /dev/tdx_guest',
    evidence: true,
  },
  {
    id: 'tdx-driver',
    phase: 'userspace',
    // drivers/virt/coco/tdx-guest/tdx-guest.c (Linux 6.16), which loads in a TD only: in lsmod, and as provider of configfs-tsm
    pattern: /^(?:> )*tdx_guest(?:$| +[0-9]+ +[0-9]+(?: |$))/,
    title: 'a shell sees the driver tdx_guest',
  },
  {
    id: 'tdx-cpu-flag',
    phase: 'userspace',
    // X86_FEATURE_TDX_GUEST of arch/x86/include/asm/cpufeatures.h (Linux 6.16) in lscpu and /proc/cpuinfo
    pattern: /^(?:> )*(?:Flags|flags)\s*: .*\btdx_guest\b/,
    title: 'a shell sees the flag of a TD',
  },
  { id: 'cloud-init', phase: 'userspace', pattern: /Cloud-init v\. /, title: 'cloud-init' },
  {
    id: 'systemd-shutdown',
    phase: 'userspace',
    pattern: /Reached target .*(?:Final Step|System Power Off|System Reboot)/,
    title: 'systemd shuts down',
  },
  {
    // Units that an initrd has not, behind the mark of systemd's status lines; an initrd waits for its own file systems.
    id: 'system-units',
    phase: 'userspace',
    pattern:
      /^ *\[ *(?:OK|FAILED|DEPEND) *\] .*(?:[cC]loud-init|OpenSSH|sshd\.service|User Login Management|systemd-logind|Permit User Sessions|[gG]etty |serial-getty|UTMP|multi-user\.target)|Dependency failed for (?:local-fs\.target - )?Local File Systems/,
    title: 'units of the real system',
  },
  {
    // What only the real system asks of a kernel: mm/swapfile.c, fs/ext4/super.c (Linux 6.16), apparmor.service.
    id: 'linux-system',
    phase: 'userspace',
    pattern:
      /Adding [0-9]+k swap on |EXT4-fs \([^)]*\): re-mounted|apparmor="STATUS" operation="profile_(?:load|replace)"/,
    title: 'the kernel serves the real system',
    afterKernel: true,
  },
  {
    // systemd-journal-flush.service waits for /var (systemd 257 src/journal/journald-server.c).
    id: 'journal-flushed',
    phase: 'userspace',
    pattern:
      /systemd-journald\[[0-9]+\]: (?:Received (?:client )?request to flush|Time spent on flushing to) /,
    title: 'the journal is written to the disk',
    afterKernel: true,
  },
  {
    // init/job_process.c of Upstart (Ubuntu up to 14.10)
    id: 'upstart',
    phase: 'userspace',
    pattern: /init: [\w.-]+ (?:main|pre-start|post-start) process \([0-9]+\) /,
    title: 'Upstart',
    afterKernel: true,
  },
  {
    id: 'systemd-unit',
    phase: 'userspace',
    // PID 1 speaks in an initramfs, too; a manager with another number belongs to a user of the real system.
    pattern: /systemd\[(?:[2-9]|[1-9]\d+)\]: |systemd\[1\]: Startup finished in .*userspace/,
    title: 'systemd of a user',
    afterKernel: true,
    done: true,
  },
  {
    id: 'openrc',
    phase: 'userspace',
    pattern: /OpenRC [0-9]\S* .*is starting up|INIT: Entering runlevel/,
    title: 'OpenRC',
  },
  {
    id: 'busybox-init',
    phase: 'userspace',
    pattern: /Please press Enter to activate this console/,
    title: 'busybox',
    done: true,
  },
  {
    id: 'guest-agent',
    phase: 'userspace',
    pattern:
      /Started .*(?:[gG]uest [aA]gent|kata-agent|Kata Containers Agent|attestation-agent|amazon-ssm-agent|google-guest-agent)|"source":"agent".*announce/,
    title: 'an agent of the guest',
  },
  {
    // DCAP 1.24 quote_wrapper/qgs/qgs_ql_logic.cpp, tdx_attest of its samples; trustee 78962cd attestation-service/src/lib.rs
    id: 'attested',
    phase: 'userspace',
    done: true,
    pattern:
      /tee_att_get_quote return [Ss]uccess|Successfully get the TD Quote|[Vv]erifier\/endorsement check passed/,
    title: 'a quote was made or verified',
  },
  {
    id: 'shell-prompt',
    phase: 'userspace',
    // Nothing behind it: a prompt with a command is a person's terminal, most often on the host.
    pattern:
      /^(?:> )*(?:\/ # |~ # |bash-\d[\d.]*# ?|sh-5\.[\d.]*# ?|sh-4\.[\d.]*# ?|\[?root@[\w.-]+[ :][^#$]*# ?)$/,
    title: 'shell prompt',
    afterKernel: true,
    done: true,
  },
  {
    id: 'login-prompt',
    phase: 'userspace',
    pattern: /(?:^| )login:(?: |$)/,
    title: 'login prompt',
    done: true,
  },
];
