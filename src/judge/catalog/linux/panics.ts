/** What a Linux kernel prints when it gives up. */

import type { Guilty } from '../../guilty/guilty.ts';
import type { Cause, Signature } from '../../signature.ts';
import { ANNOUNCED_INITS } from '../milestones-init.ts';
import { sharing } from '../sharing.ts';

/** `panic()` ends its report with this line, which repeats the reason and is no second panic. */
const PANIC_END = '---[ end Kernel panic';
const PANIC_END_LINE = /end Kernel panic/;
const TRACE_END = '---[ end trace';
/** The trace below the panic's line is shown, and the function that gave up is part of the fingerprint. */
const PANICKED: Guilty = { place: 'caller' };

const READ_ABOVE =
  'Read the lines above the panic for the cause, and name guest.vmlinux, so that the call trace gets source lines.';

/** How init ended (kernel/exit.c: its wait status, as wait(2) has it; bit 7 of the signal is a core dump). */
const INIT_ENDS: readonly Cause[] = [
  {
    id: 'idle',
    // kernel/exit.c do_exit() of PID 0
    when: { who: 'the idle task' },
    title: 'Kernel panic: the idle task died',
    hint: 'An oops or a fault of the kernel before this line killed it: that one is the cause.',
  },
  {
    id: 'sigsegv',
    when: { signal: ['0b', '8b'] },
    title: 'Kernel panic: init died of SIGSEGV',
    hint: 'PID 1 touched memory that is not mapped: a damaged image, libraries that do not fit the program, or memory that the firmware or VMM corrupted.',
  },
  {
    id: 'sigill',
    when: { signal: ['04', '84'] },
    title: 'Kernel panic: init died of SIGILL: it uses an instruction that this CPU has not',
    hint: 'The image is built for a newer CPU than the VMM shows (x86-64-v2 and later): use -cpu host, or a model that has what the distribution demands.',
  },
  {
    id: 'sigabrt',
    when: { signal: ['06', '86'] },
    title: 'Kernel panic: init aborted itself (SIGABRT)',
    hint: 'An assertion or a runtime error of PID 1: its last lines above say which.',
  },
  {
    id: 'sigbus',
    when: { signal: ['07', '87'] },
    title: 'Kernel panic: init died of SIGBUS',
    hint: 'Its file became shorter or could not be read: look for I/O errors of the disk, and for a share whose back end is gone.',
  },
  {
    id: 'sigkill',
    when: { signal: '09' },
    title: 'Kernel panic: init was killed (SIGKILL)',
    hint: 'Most often memory: an initramfs is unpacked into RAM. Give the guest more, and look for "Out of memory" above.',
  },
  {
    id: 'not-found',
    when: { status: '7f', signal: '00' },
    title: 'Kernel panic: init ended with status 127: a command, its interpreter or a library was not found',
    hint: 'The line above names it. The initrd lacks a program, or the loader and libraries of a dynamically linked one.',
  },
  {
    id: 'not-executable',
    when: { status: '7e', signal: '00' },
    title: 'Kernel panic: init ended with status 126: a command cannot be executed',
    hint: 'No execute permission, a file system that is mounted noexec, or a program of another architecture.',
  },
  {
    id: 'panicked',
    // Go 1.24 runtime/panic.go fatalpanic(); bash and dash give it for a misuse of a builtin
    when: { status: '02', signal: '00' },
    title:
      'Kernel panic: init ended with status 2: a Go program that panicked, or a shell that could not read its script',
    hint: 'The lines above have its words. A Go runtime needs CONFIG_FUTEX, CONFIG_EPOLL, CONFIG_EVENTFD and the like of the kernel. A shell takes each word of the command line that the kernel does not know, such as nokaslr, for a script: give it to an init that is a script itself.',
  },
  {
    id: 'ended',
    when: { status: '00', signal: '00' },
    title: 'Kernel panic: init came to its end (status 0)',
    hint: 'PID 1 must not return: a script has to end with exec, poweroff or a loop; a shell as init ends when its input does.',
  },
  {
    id: 'status',
    when: { signal: '00' },
    title: 'Kernel panic: init ended with status 0x$<status>',
    hint: 'Look at the last lines of init above: a command of it failed. switch_root and run-init end so when the new root or its init is not there.',
  },
];

const ROOT_DEVICES: readonly Cause[] = [
  {
    id: 'ramdisk',
    when: { major: '1' },
    title:
      'Kernel panic: the root was to be the RAM disk (unknown-block(1,$<minor>)), which could not be mounted',
    hint: 'root=/dev/ram0 or no root= at all asks for an initrd: it was not given, not loaded to where the kernel looks, or holds no file system that is built in. An initramfs needs no root=, and an executable /init.',
  },
  {
    id: 'content',
    // 2 is the floppy, which is tried after NFS.
    when: { major: { from: 3 } },
    title:
      'Kernel panic: the root device is there (unknown-block($<major>,$<minor>)), and no file system on it could be mounted',
    hint: 'The file system is not built in, damaged, or in another partition: compare the list of file systems above with blkid of the image, and check rootfstype= and rootflags=.',
  },
];

/** What follows `Kernel panic - not syncing: `; a panic ends the boot in the kernel, unless the row says otherwise. */
const REASONS = sharing({ phase: 'kernel', severity: 'fatal', end: PANIC_END, unless: PANIC_END_LINE }, [
  {
    id: 'linux-panic-root-fs',
    // mount_root_generic() in init/do_mounts.c: the device by its numbers, 0,0 where no device has the name
    pattern:
      /Kernel panic - not syncing: VFS: Unable to mount root fs(?: on (?:.* )?unknown-block\((?<major>\d+),(?<minor>\d+)\))?/,
    title: 'Kernel panic: unable to mount the root file system',
    hint: 'Without an initrd: check root=, and that the disk driver and file system are built in. With one: it was not loaded (Cloud Hypervisor ignores it with TDX), or this kernel cannot unpack it.',
    causes: ROOT_DEVICES,
  },
  {
    id: 'linux-panic-init-killed',
    phase: 'initramfs',
    pattern:
      /Kernel panic - not syncing: Attempted to kill (?<who>init|the idle task)!(?: +exitcode=0x0000(?<status>[0-9a-f]{2})(?<signal>[0-9a-f]{2}))?/,
    title: 'Kernel panic: init died',
    hint: 'PID 1 ended. Look at the last lines of init above: a script that came to its end, or a command of it that failed.',
    causes: INIT_ENDS,
    guilty: { place: 'caller', task: 'init' },
  },
  {
    id: 'linux-panic-no-init',
    pattern:
      /Kernel panic - not syncing: (?<what>No working init found|No init found|Requested init(?: \S+ failed(?: \(error -[0-9]+\))?)?)/,
    belies: ANNOUNCED_INITS,
    title: 'Kernel panic: $<what>',
    hint: 'No executable init was found: check rdinit=/init=, that the initrd contains an executable /init for this architecture, and its interpreter and libraries.',
  },
  {
    id: 'linux-panic-tdvmcall',
    pattern: /TDVMCALL failed\. TDX module bug\?/,
    title: 'Kernel panic: TDVMCALL failed in the TDX module',
    hint: 'The TDX module refused a TDG.VP.VMCALL. Compare TDX module version and guest kernel; a register mask that exposes RBP is refused when the TD has NO_RBP_MOD.',
    guilty: PANICKED,
  },
  {
    id: 'linux-panic-tdcall',
    pattern: /TDCALL (?<leaf>[0-9]+) failed \(Buggy TDX module!\)/,
    title: 'Kernel panic: TDCALL leaf $<leaf> failed',
    hint: 'A TDCALL that must not fail failed. Check the TDX module version on the host and report the leaf number.',
    guilty: PANICKED,
  },
  {
    id: 'linux-panic-tdx-ept',
    pattern: /Unexpected EPT-violation on private memory/,
    title: 'Kernel panic: EPT violation on private memory',
    hint: 'The guest touched private memory that was never accepted or that the host took away. Check memory acceptance in the firmware and the HOB/E820 memory map.',
    guilty: PANICKED,
  },
  {
    id: 'linux-panic-tdx-accept',
    pattern: /TDX: Failed to accept memory|(?<unknown>Cannot accept memory: unknown platform)/,
    title: 'Kernel panic: TDX failed to accept memory',
    hint: 'TDG.MEM.PAGE.ACCEPT failed. Check that the memory map matches the memory of the TD; try accept_memory=eager to see whether a fixed range fails.',
    guilty: PANICKED,
    causes: [
      {
        // accept_memory() of arch/x86/boot/compressed/mem.c and arch/x86/include/asm/unaccepted_memory.h (Linux 6.12)
        id: 'platform',
        when: { unknown: 'Cannot accept memory: unknown platform' },
        title: 'The kernel has memory to accept and does not know that it runs in a TD',
        hint: 'Build it with CONFIG_INTEL_TDX_GUEST=y (CONFIG_AMD_MEM_ENCRYPT=y for SEV-SNP); the firmware leaves memory unaccepted only for a kernel that says it can accept it.',
      },
    ],
  },
  {
    id: 'linux-panic-stack-address',
    // kernel/panic.c prints %p up to Linux 4.15 to 4.20, hashed: not yet, early in a boot
    pattern: /stack-protector: Kernel stack is corrupted in: +(?:[0-9a-f]{8}|\(ptrval\))/,
    title: 'Kernel panic: stack corrupted',
    hint: 'A function wrote past a buffer on its stack. Rebuild with CONFIG_KASAN=y to find the write.',
    guilty: { place: 'caller', title: 'Kernel panic: stack corrupted in $<func>' },
  },
  {
    id: 'linux-panic-stack-protector',
    pattern: /stack-protector: Kernel stack is corrupted in: (?<func>[A-Za-z0-9_]+)/,
    title: 'Kernel panic: stack corrupted in $<func>',
    hint: 'A function wrote past a buffer on its stack. Rebuild with CONFIG_KASAN=y to find the write.',
  },
  {
    id: 'linux-panic-stack-overflow',
    pattern: /Kernel panic - not syncing: kernel stack overflow/,
    title: 'Kernel panic: kernel stack overflow',
    hint: 'Deep recursion or large stack objects; the trace shows the repeating functions.',
    guilty: { place: 'stall', title: 'Kernel panic: kernel stack overflow in $<func>', skip: /bad_stack/ },
  },
  {
    id: 'linux-panic-stack-end',
    pattern: /corrupted stack end detected inside scheduler/,
    title: 'Kernel panic: stack end corrupted',
    hint: 'The kernel stack overflowed. Look for deep recursion in the trace; CONFIG_VMAP_STACK=y catches the overflow where it happens.',
    guilty: { place: 'stall', title: 'Kernel panic: stack end corrupted in $<func>' },
  },
  {
    id: 'linux-panic-oom',
    // panic() of mm/, fs/, block/, net/, arch/x86 (Linux 6.12), where an allocation of the boot failed
    pattern:
      /Kernel panic - not syncing: (?:Out of memory|System is deadlocked on memory|(?:.* )?(?:[Ff]ailed to (?:pre-)?alloc|[Cc](?:annot|an't|ould ?n[o']t|an not) (?:pre-)?alloc|[Cc]annot get early memory|[Nn]ot enough memory|[Uu]nable to alloc|Cannot find place for new RAMDISK)|.* alloc(?:ation)? failed)/,
    title: 'Kernel panic: out of memory',
    hint: 'Give the guest more memory, or make the initrd smaller: an initramfs is unpacked into RAM. Early in the boot, memory also lacks where the firmware’s memory map is wrong.',
  },
  {
    id: 'linux-panic-hardware',
    // arch/x86/kernel/cpu/mce/core.c, arch/x86/kernel/nmi.c, mm/memory-failure.c (Linux 6.12)
    pattern:
      /Kernel panic - not syncing: (?<words>[^[]*(?:[Mm]achine [Cc]heck|Memory failure|MCA arch|NMI\b.*Not continuing|did not show up|broadcast exception handler)[^[]*)/,
    title: 'Kernel panic: $<words>',
    hint: 'The hardware reported an error, or the host passed one on to the guest: read mcelog or rasdaemon of the host, and test its memory.',
  },
  {
    id: 'linux-panic-watchdog',
    // drivers/watchdog/{softdog,pretimeout_panic,hpwdt}.c, drivers/char/ipmi/ipmi_watchdog.c (Linux 6.12)
    pattern: /Kernel panic - not syncing: (?:.*[Ww]atchdog|pre-timeout)/,
    title: 'Kernel panic: the watchdog was not served in time',
    hint: 'Who serves it (systemd, watchdogd, an agent) hung or was starved: look what ran before, and at the load of the host.',
    guilty: PANICKED,
  },
  {
    id: 'linux-panic-fs',
    // super.c of ext2, ext4, f2fs, jfs, nilfs2 and ocfs2, misc.c of fat and exfat, gfs2/util.c (Linux 6.12)
    pattern: /Kernel panic - not syncing: (?<fs>[\w-]+).*panic (?:forced after|from previous|requested)/,
    title: 'Kernel panic: $<fs> found an error, and the file system is mounted with errors=panic',
    hint: 'The line of the file system above says what it found: check the image outside (e2fsck -f), and look for I/O errors of the disk.',
  },
  {
    id: 'linux-panic-verity',
    // drivers/md/dm-verity-target.c (Linux 6.12): panic_on_corruption, panic_on_error
    pattern: /Kernel panic - not syncing: dm-verity device (?<what>corrupted|has I\/O error)/,
    title: 'Kernel panic: dm-verity device $<what>',
    hint: 'A block does not have the hash of the tree: the image was changed or cut after its root hash was made, or roothash= is of another build. After an I/O error look at the disk of the VMM.',
  },
  {
    id: 'linux-panic-on-warn',
    pattern:
      /Kernel panic - not syncing: (?:.*panic_on_warn set|.*system warned too often|k[a-z]+\.(?:fault|panic)\b|panic_on_taint set)/,
    title: 'Kernel panic: panic_on_warn set',
    hint: 'The report just above this line is the cause; panic_on_warn (or warn_limit, kasan.fault, panic_on_taint) only turned it into a panic.',
    symptom: true,
  },
  {
    id: 'linux-panic-fatal-exception',
    pattern:
      /Kernel panic - not syncing: .*(?:Fatal exception|Aiee, killing interrupt handler|Oopsed too often|Oops failed to kill)/,
    title: 'Kernel panic: fatal exception',
    hint: 'The oops just above this line is the cause; with guest.vmlinux its trace names source lines.',
    symptom: true,
  },
  {
    id: 'linux-panic-timer',
    // arch/x86/kernel/apic/io_apic.c check_timer()
    pattern: /IO-APIC \+ timer doesn't work!|timer doesn't work through Interrupt-remapped IO-APIC/,
    title: 'Kernel panic: the timer interrupt does not arrive through the IO-APIC',
    hint: 'On a busy or emulated host the timer comes too late for this check: boot with no_timer_check on the command line. Else the VMM gives no PIT or HPET that the kernel could use.',
  },
  {
    id: 'linux-panic',
    // The reason, as far as it is equal in each run, is the fingerprint; the title has all words, up to the next message.
    pattern:
      /Kernel panic - not syncing: (?<words>(?<reason>[A-Za-z](?:[A-Za-z' _:!,.+*?-]*[A-Za-z!?.])?)[^[]*|[^[ ][^[]*)/,
    title: 'Kernel panic: $<words>',
    hint: READ_ABOVE,
    guilty: PANICKED,
  },
  {
    id: 'linux-panic-other',
    pattern: /Kernel panic - not syncing/,
    title: 'Kernel panic',
    hint: READ_ABOVE,
    guilty: PANICKED,
  },
]);

export const PANICS: readonly Signature[] = [
  ...REASONS,
  {
    // The last line of panic(), where the report before it is not in the log.
    id: 'linux-panic-reboot',
    phase: 'kernel',
    orLater: true,
    severity: 'error',
    pattern: /Rebooting in [0-9]+ seconds\.\./,
    title: 'The kernel panicked and reboots',
    hint: 'The line "Kernel panic - not syncing" above says why: give the log from there. panic=0 on the command line keeps the kernel from rebooting.',
    symptom: true,
  },
  {
    id: 'linux-rust-panic',
    phase: 'kernel',
    severity: 'fatal',
    pattern: /rust_kernel: panicked at (?<file>[A-Za-z0-9_./-]+\.rs)/,
    title: 'Rust panic in $<file>',
    hint: 'Rust code in the kernel panicked: an assertion, an index or an unwrap at the named line.',
    end: TRACE_END,
    guilty: { place: 'caller', title: 'Rust panic in $<func> ($<file>)' },
  },
  {
    id: 'linux-decompressor',
    phase: 'kernel',
    severity: 'fatal',
    // error() in lib/decompress_{unxz,unzstd}.c and arch/x86/boot/compressed/misc.c (Linux 6.16); initrd.ts has the rows of an initramfs
    pattern:
      /(?<why>(?:XZ|ZSTD)-compressed data is (?:probably )?corrupt|Input is not in the (?:XZ|ZSTD) format \(wrong magic bytes\)|(?:XZ|ZSTD) decompressor ran out of memory|Kernel is not a valid ELF file|Failed to allocate space for phdrs|32-bit relocation outside of kernel|Destination (?:physical |virtual )?address (?:inappropriately aligned|too large|is beyond the kernel mapping area|does not match LOAD_PHYSICAL_ADDR|changed when not relocatable))/,
    unless: /unpacking failed/,
    title: 'The kernel could not unpack itself: $<why>',
    hint: 'Compare the digest of the bzImage with the one that was built, load the whole file, and give the guest more memory: the kernel is unpacked into the memory that the firmware left free.',
  },
  {
    id: 'linux-decompressor-halted',
    phase: 'kernel',
    severity: 'fatal',
    pattern: /-- System halted/,
    title: 'Kernel decompressor halted',
    hint: 'The compressed kernel could not be unpacked or started; the reason is on the line above. Check the bzImage for damage and the memory size.',
  },
];
