/** What a Linux kernel prints when it has run out of something. */

import { sharing } from '../sharing.ts';

export const RESOURCES = sharing({ phase: 'kernel', severity: 'error' }, [
  {
    id: 'linux-oom-kill',
    pattern:
      /(?:Out of memory|(?<group>Memory cgroup) out of memory): Kill(?:ed)? process [0-9]+ \((?<task>[A-Za-z][A-Za-z_.-]*)/,
    title: 'Out of memory: killed $<task>',
    hint: 'Give the guest more memory, or make the initrd smaller: an initramfs is unpacked into RAM.',
    causes: [
      {
        id: 'cgroup',
        when: { group: 'Memory cgroup' },
        title: 'Out of memory in its cgroup: killed $<task>',
        hint: 'Only the limit of a cgroup was hit (MemoryMax= of its service, a container’s limit): raise the limit.',
      },
    ],
  },
  {
    id: 'linux-oom-constraint',
    symptom: true,
    pattern: /oom-kill:constraint=(?<constraint>[A-Z_]+)/,
    title: 'OOM killer ran ($<constraint>)',
    hint: 'CONSTRAINT_NONE: all memory of this system is taken. CONSTRAINT_MEMCG: only a cgroup limit was hit.',
  },
  {
    id: 'linux-page-allocation',
    severity: 'warning',
    pattern: /page allocation failure: order:(?<order>[0-9]+)/,
    title: 'Page allocation failure (order $<order>)',
    hint: 'Memory is short or fragmented; raise the memory of the guest.',
  },
  {
    id: 'linux-initramfs-unpack',
    severity: 'warning',
    pattern: /Initramfs unpacking failed: (?<why>[A-Za-z](?:[A-Za-z ]*[a-z])?)/,
    title: 'Initramfs unpacking failed: $<why>',
    hint: 'The initrd is damaged, compressed in a way that this kernel cannot read, or larger than the memory ("write error").',
  },
  {
    id: 'linux-disk-error',
    pattern: /I\/O error, dev (?<dev>vd|sd|nvme|dm-|md|pmem)/,
    title: 'I/O error on disk $<dev>*',
    hint: 'The VMM could not read or write the disk image: check its size, its file system and the space on the host.',
  },
  {
    id: 'linux-ext4-error',
    pattern: /EXT4-fs error \(device (?<dev>[a-z]+)/,
    title: 'EXT4 error on $<dev>*',
    hint: 'The file system in the image is damaged. Check the image with e2fsck; never boot one writable image twice at a time.',
  },
  {
    // kill_me_maybe() in arch/x86/kernel/cpu/mce/core.c, action_result() and kill_proc() in mm/memory-failure.c (Linux 6.16)
    id: 'linux-memory-failure',
    pattern:
      /Uncorrected hardware memory error in user-access at (?<address>[0-9a-f]+)|Memory failure: (?<address2>0x[0-9a-f]+): (?:recovery action for (?<page>[A-Za-z -]+): (?<result>Failed|Ignored)|Sending SIGBUS to (?<task>[^:]+))|mce: Memory error not recovered/,
    title: 'Machine check: memory has an error that cannot be corrected ($<address>)',
    hint: 'Whoever uses the page is killed with SIGBUS: a VMM, and its guest with it. On a host replace the DIMM that "[Hardware Error]" names; memory of a TD gets poisoned, too, where the host writes to it (erratum TDX_PW_MCE). In a guest the memory is the host’s: read the host dmesg.',
  },
  {
    id: 'linux-irq-nobody-cared',
    severity: 'warning',
    pattern: /irq (?<irq>[0-9]+): nobody cared/,
    title: 'irq $<irq>: nobody cared',
    hint: 'An interrupt line stays asserted without a driver that handles it; the kernel switched it off.',
  },
  {
    id: 'linux-cpu-startup',
    // arch/x86/kernel/smpboot.c, native_kick_ap; kernel/cpu.c, cpuhp_bp_sync_alive.
    pattern:
      /do_boot_cpu failed\(-?[0-9]+\) to wakeup CPU#(?<cpu>[0-9]+)|CPU(?<cpu2>[0-9]+) failed to report alive state/,
    title: 'CPU $<cpu> of the guest did not start',
    hint: 'The guest goes on with fewer CPUs. A TD’s CPUs wait in the mailbox of its firmware: kernel and firmware must have the ACPI wake-up (MADT), so acpi=off cannot work. On a host without free CPUs the wait of 10 s may be too short.',
  },
  {
    id: 'linux-audit-backlog',
    orLater: true,
    severity: 'warning',
    // kernel/audit.c audit_log_lost(), audit_log_start() (Linux 6.16)
    pattern: /audit: backlog limit exceeded|audit: audit_backlog=[0-9]+ > audit_backlog_limit=/,
    title: 'Nobody takes the events of audit: they are lost, and each may hold up its task',
    hint: 'Start auditd earlier, raise audit_backlog_limit= on the command line, or take audit=0; audit_backlog_wait_time=0 (auditctl) keeps tasks from waiting up to a minute for each event.',
  },
]);
