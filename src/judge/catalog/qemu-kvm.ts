/** What QEMU prints when KVM is not there, or gives a running guest up: the error number names the cause. */

import type { MachineStream } from '../../words/words.ts';
import type { Cause, Signature } from '../signature.ts';

/** A guest may print these words on its console: only the VMM's own stderr counts. */
const VMM: readonly MachineStream[] = ['vmm'];

/** Opening /dev/kvm, KVM_CREATE_VM and KVM_CREATE_VCPU: accel/kvm/kvm-all.c, virt/kvm/kvm_main.c. */
const OPEN: readonly Cause[] = [
  {
    id: 'missing',
    lasting: true,
    when: { errno: 'ENOENT' },
    title: '/dev/kvm does not exist',
    hint: 'Load kvm_intel (modprobe kvm_intel), or pass /dev/kvm into the container. A cloud VM or a hosted CI runner may have none: use platform emulated.',
  },
  {
    id: 'denied',
    lasting: true,
    when: { errno: ['EACCES', 'EPERM'] },
    title: 'The VMM may not open /dev/kvm',
    hint: 'Add the user to group kvm and log in anew, or give the container the device.',
  },
  {
    id: 'no-vmx',
    lasting: true,
    when: { errno: ['ENODEV', 'ENXIO', 'EOPNOTSUPP'] },
    title: '/dev/kvm exists, but the CPU offers no virtualisation to it',
    hint: 'VMX is off in the BIOS, this host is itself a VM without nested virtualisation, or kvm_intel did not load: dmesg | grep kvm (tdx-tools#227).',
  },
  {
    id: 'busy',
    when: { errno: 'EBUSY' },
    title: 'Another hypervisor uses the CPU’s virtualisation',
    hint: 'VirtualBox, VMware or Xen holds VMX, or the module is being reloaded: stop it, then try again.',
  },
  {
    id: 'vm-type',
    when: { errno: 'EINVAL' },
    title: 'KVM has no VM type of the number that QEMU asks for',
    hint: 'TDX is off (/sys/module/kvm_intel/parameters/tdx must read Y), or QEMU and the host kernel speak different TDX interfaces.',
  },
  {
    id: 'abi',
    when: { errno: 'ENOTTY' },
    title: 'KVM does not know a call of this QEMU',
    hint: 'Use a QEMU and a host kernel that belong together (canonical/tdx#114).',
  },
  {
    id: 'memory',
    when: { errno: ['ENOMEM', 'EMFILE'] },
    title: 'The host has no memory, or no file descriptors, for another VM',
    hint: 'Free memory on the host, or raise the limit of open files (ulimit -n).',
  },
];

/** KVM_RUN: virt/kvm/kvm_main.c, arch/x86/kvm/vmx/tdx.c and arch/x86/kvm/mmu (Linux 6.16). EIO has no row: see the diagnosis. */
const RUN: readonly Cause[] = [
  {
    id: 'private-memory',
    when: { errno: 'EFAULT' },
    title: 'KVM_RUN failed with a bad address: the guest touched memory that KVM cannot give it',
    hint: 'The guest used memory as private that is shared, or a device’s memory as private: a passed-through TPM, a pflash drive, or a device without iommu_platform=on is not possible in a TD (canonical/tdx#275).',
    symptom: false,
  },
  {
    id: 'not-final',
    // tdx_vcpu_pre_run: the vCPU or the TD is not initialised and final.
    when: { errno: 'EINVAL' },
    title: 'KVM refuses to run the vCPU: the TD is not complete',
    hint: 'The TD was not finalised, or the vCPU not initialised: QEMU and kernel do not fit each other.',
    symptom: false,
  },
  {
    id: 'memory',
    when: { errno: 'ENOMEM' },
    phase: 'host',
    title: 'The host ran out of memory while the guest ran',
    hint: 'The memory of a TD cannot be swapped: give the guest less, or free memory on the host.',
    symptom: false,
  },
  {
    id: 'poisoned',
    when: { errno: 'EHWPOISON' },
    phase: 'host',
    title: 'The memory of the guest has a hardware error',
    hint: 'The host dmesg has the machine check. On Sapphire Rapids a partial write to TD memory by the host poisons it (erratum TDX_PW_MCE).',
    symptom: false,
  },
  {
    id: 'denied',
    when: { errno: ['EPERM', 'EACCES'] },
    phase: 'host',
    title: 'The VMM may not run the vCPU',
    hint: 'A security module or a sandbox of the VMM forbids KVM_RUN: read the host’s audit log.',
    symptom: false,
  },
  {
    id: 'unsupported',
    when: { errno: ['EOPNOTSUPP', 'ENOSYS', 'ENOTTY', 'ENODEV'] },
    title: 'KVM cannot do what the guest asked for',
    hint: 'The kernel lacks a TDX feature that the guest or QEMU uses: update the host kernel, and read its dmesg.',
    symptom: false,
  },
  {
    id: 'busy',
    when: { errno: ['EBUSY', 'EAGAIN'] },
    title: 'The TDX module was busy, and KVM gave up',
    hint: 'TDX_OPERAND_BUSY: many vCPUs map the same memory. Update the host kernel.',
    symptom: false,
  },
];

/** KVM_EXIT_INTERNAL_ERROR: include/uapi/linux/kvm.h, KVM_INTERNAL_ERROR_*. */
const SUBERRORS: readonly Cause[] = [
  {
    id: 'emulation',
    when: { code: '1' },
    title: 'KVM could not emulate an instruction of the guest (suberror 1)',
    hint: 'The bytes behind "Code" show it: zeroes or "??" mean that the guest (its firmware, where no kernel has spoken) jumped to where no code is; real code, that KVM is nested, software-only or too old for it: update the host kernel or use platform emulated. QEMU does not exit by itself.',
    symptom: true,
  },
  {
    id: 'double-exception',
    when: { code: '2' },
    title: 'KVM met a second exception while it handled one (suberror 2)',
    hint: 'The guest’s tables are broken, or a nested KVM has a bug. QEMU does not exit by itself.',
  },
  {
    id: 'event',
    when: { code: '3' },
    title: 'KVM could not deliver an event to the guest (suberror 3)',
    hint: 'An interrupt or exception hit memory that has no page, often a wild IDT. QEMU does not exit by itself.',
  },
  {
    id: 'exit-reason',
    when: { code: '4' },
    title: 'KVM does not handle the reason for which the guest left it (suberror 4)',
    hint: 'The first extra data is the exit reason. In a TD the TDX module and the kernel do not fit each other: update both. QEMU does not exit by itself.',
  },
];

export const QEMU_KVM: readonly Signature[] = [
  {
    id: 'qemu-kvm-access',
    phase: 'host',
    severity: 'fatal',
    // udevadm trigger --name-match=kvm (systemd 255 src/udev/udevadm-trigger.c), which workflows run before their VMM
    pattern:
      /(?:Could not access KVM kernel module|Failed to open the device 'kvm'): (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'KVM is not usable: $<errno>',
    hint: 'Load kvm_intel, enable virtualisation, give the user access to /dev/kvm, or use platform emulated.',
    streams: VMM,
    causes: OPEN,
  },
  {
    id: 'qemu-kvm-create',
    phase: 'host',
    severity: 'fatal',
    pattern: /KVM_CREATE_(?<what>VM|VCPU)\)? failed:? (?:-?[0-9]+ )?\(?(?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'KVM_CREATE_$<what> failed: $<errno>',
    hint: 'KVM refused to make the VM: read the host dmesg.',
    streams: VMM,
    causes: OPEN.filter(({ id }) => id !== 'missing' && id !== 'abi'),
  },
  {
    id: 'qemu-kvm-vcpu',
    phase: 'vmm',
    severity: 'fatal',
    // accel/kvm/kvm-all.c kvm_init_vcpu (QEMU 10.1)
    pattern:
      /kvm_(?:init|create)_vcpu(?:: (?<step>kvm_arch_init_vcpu|mmap'ing vcpu state|[A-Za-z_]+))? failed \(?[0-9]*\)?:? ?(?<errno>[A-Z][A-Za-z /]*[a-z])/,
    title: 'KVM could not make a vCPU: $<errno>',
    hint: 'Ask for fewer vCPUs, and read the host dmesg.',
    streams: VMM,
    causes: [
      {
        id: 'cpuid',
        // target/i386/kvm/kvm.c kvm_arch_init_vcpu: KVM_SET_CPUID2, and tdx_check_features with enforce=on
        when: { step: 'kvm_arch_init_vcpu', errno: ['EINVAL', 'E2BIG'] },
        title: 'KVM refused the CPUID or the features of a vCPU: $<errno>',
        hint: 'Use -cpu host without features, phys-bits and enforce; warnings above name features that TDX or KVM does not have. On Arm the cores may differ: let QEMU run on cores of one kind (taskset).',
      },
      {
        id: 'memory',
        when: { errno: ['ENOMEM', 'EMFILE', 'EAGAIN'] },
        phase: 'host',
        title: 'The host has no memory, or no file descriptor, for a vCPU: $<errno>',
        hint: 'Free memory on the host, or raise the limits of QEMU (ulimit -n, -u and -v, LimitNOFILE, TasksMax).',
      },
      {
        id: 'limit',
        // tdx_vm_init: max_vcpus is at most the number of CPUs that the host has; irqchip_split is needed.
        when: { errno: 'EINVAL' },
        title: 'KVM could not make a vCPU: more than a TD may have on this host, or no split irqchip',
        hint: 'A TD has at most as many vCPUs as the host has CPUs, and needs kernel_irqchip=split.',
      },
      {
        id: 'state',
        // tdx_vcpu_create: the TD is not initialised.
        when: { errno: 'EIO' },
        title: 'KVM could not make a vCPU: the TD is not initialised',
        hint: 'KVM_TDX_INIT_VM was not called or failed before: QEMU and kernel do not fit each other.',
      },
    ],
  },
  {
    id: 'qemu-kvm-vcpus',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Number of (?<kind>SMP|hotpluggable) cpus requested \((?<wanted>[0-9]+)\) exceeds the (?:maximum|recommended) cpus supported by KVM \((?<limit>[0-9]+)\)/,
    title: 'KVM allows $<limit> vCPUs, and $<wanted> were asked for',
    hint: 'Lower -smp; a TD has at most as many vCPUs as the host has CPUs.',
    streams: VMM,
    unless: /warning:/,
  },
  {
    id: 'qemu-kvm-capability',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern: /kvm does not support (?<what>[A-Z][A-Z0-9_]+)|kvm version (?:too old|not supported)/,
    title: 'The host kernel’s KVM is too old for this QEMU',
    hint: 'Use a newer host kernel, for TDs from 6.16 on, or an older QEMU.',
    streams: VMM,
  },
  {
    id: 'qemu-kvm-irqchip',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?:Could not enable split (?:IRQ|irqchip) mode|(?:Create|Enable) kernel irqchip failed|Could not create (?:kernel )?irqchip): (?<errno>[A-Z][A-Za-z/ ]*[a-z])|Split IRQ chip mode (?<errno2>not supported)/,
    title: 'KVM refused the interrupt controller: $<errno>',
    hint: 'A TD needs kernel_irqchip=split; leave kernel_irqchip out of -machine.',
    streams: VMM,
  },
  {
    id: 'qemu-kvm-init',
    phase: 'host',
    severity: 'fatal',
    pattern: /failed to initialize (?:kvm|KVM): (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'QEMU could not initialise KVM: $<errno>',
    hint: 'The line above says what KVM refused.',
    streams: VMM,
    symptom: true,
    causes: OPEN,
  },
  {
    id: 'qemu-no-accelerator',
    phase: 'host',
    severity: 'fatal',
    // system/vl.c configure_accelerators (QEMU 10.1)
    pattern: /No accelerator selected and no default accelerator available|: no accelerator found/,
    title: 'QEMU has no accelerator that works',
    hint: 'The lines above say what each one lacks; a QEMU for another architecture than the host’s has no KVM. Give -accel kvm on a host with /dev/kvm, or -accel tcg (platform emulated).',
    streams: VMM,
    symptom: true,
  },
  {
    id: 'qemu-falls-back',
    phase: 'host',
    severity: 'warning',
    // system/vl.c configure_accelerators (QEMU 10.1)
    pattern: /: falling back to (?<accel>[a-z]+)/,
    title: 'KVM does not work, so QEMU runs the guest with $<accel>',
    hint: 'The guest is slower by a factor of 10 to 50 and no Trust Domain: the line above says what KVM lacks.',
    streams: VMM,
  },
  {
    id: 'qemu-hardware-memory-error',
    phase: 'host',
    severity: 'fatal',
    // target/i386/kvm/kvm.c kvm_arch_on_sigbus_vcpu (QEMU 10.1)
    pattern: /(?:Hardware memory error|Guest MCE Memory Error) at (?:QEMU )?addr/,
    title: 'The memory of the host has a hardware error, in a page of the guest or of QEMU',
    hint: 'The host dmesg has the machine check and the DIMM. On Sapphire Rapids a partial write to TD memory by the host looks alike (erratum TDX_PW_MCE).',
    streams: VMM,
  },
  {
    id: 'qemu-accelerators',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern: /requires KVM or HVF|CPU model '[^']*' requires KVM|requires? hardware acceleration/,
    title: 'The CPU model or the TD needs KVM, and QEMU runs without',
    hint: 'Give -accel kvm on a host with /dev/kvm; without KVM use platform emulated.',
    streams: VMM,
    symptom: true,
  },
  {
    id: 'qemu-kvm-run-failed',
    phase: 'vmm',
    orLater: true,
    severity: 'fatal',
    pattern: /error: kvm run failed (?<errno>[A-Z][A-Za-z /]*[a-z])/,
    title: 'KVM_RUN failed: $<errno>',
    hint: 'The vCPU died. For a TD update BIOS and TDX module and read the host dmesg; a firmware panic (td-shim#548) ends here too.',
    streams: VMM,
    symptom: true,
    causes: RUN,
  },
  {
    id: 'qemu-kvm-unhandled-exit',
    phase: 'vmm',
    severity: 'fatal',
    // accel/kvm/kvm-all.c kvm_cpu_exec, target/i386/kvm/kvm.c kvm_arch_handle_exit (QEMU 10.1)
    pattern: /KVM: unknown exit reason (?<exit>\d+)|KVM_EXIT_(?<exit2>MEMORY_FAULT): Unknown flag/,
    title: 'KVM returned an exit that this QEMU does not know ($<exit:kvm>)',
    hint: 'A TDX module or kernel that this QEMU does not fit (canonical/tdx#348: old TDX module).',
    streams: VMM,
  },
  {
    id: 'qemu-kvm-unknown-exit',
    phase: 'vmm',
    severity: 'fatal',
    // accel/kvm/kvm-all.c kvm_cpu_exec (QEMU 10.1): the reason in hexadecimal
    pattern: /KVM: unknown exit, hardware reason (?<exit>[0-9a-f]+)/,
    title: 'KVM does not know the reason for which the CPU left the guest ($<exit:vmx16>)',
    hint: 'CPU, TDX module and host kernel do not fit each other (canonical/tdx#348: old TDX module); read the host dmesg.',
    streams: VMM,
  },
  {
    id: 'qemu-kvm-entry-failed',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /KVM: entry failed, hardware error (?<error>0x[0-9a-f]+)|kvm: (?:unhandled exit|vm entry failed with error) (?<error2>(?:0x)?8000002[12])/,
    title: 'KVM could not enter the guest ($<error:entry>)',
    hint: '0x80000021: the state of the guest is none that this CPU can enter: real mode without "unrestricted guest" (an old CPU, EPT off, nested in another hypervisor), or a bug of KVM; 0x0 comes from a nested KVM or from SEV. Read the host dmesg (dump_invalid_vmcs=1), and try without nesting.',
    streams: VMM,
  },
  {
    // kvm_handle_internal_error() in accel/kvm/kvm-all.c (QEMU 10.1); the first datum of suberror 4 is the exit's reason, in a TD
    // the status of TDH.VP.ENTER (arch/x86/kvm/vmx/tdx.c, Linux 6.16)
    id: 'qemu-kvm-exit-of-td',
    phase: 'vmm',
    severity: 'error',
    pattern: /extra data\[0\]: (?<status>0x[4-9a-f][0-9a-f]{3}[0-9a-f]{4}[0-9a-f]{8})/,
    title: 'The TDX module ended the TD with $<status:tdx>',
    hint: 'The TD cannot be entered again. TD_FATAL and NON_RECOVERABLE_TD: the guest or the host touched memory in a way that poisons it (a machine check), or the module found its state broken: read the host dmesg.',
    streams: VMM,
  },
  {
    id: 'qemu-kvm-internal-error',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /KVM internal error\.(?: |)Suberror: (?<code>[0-9]+)/,
    title: 'KVM internal error (suberror $<code>)',
    hint: 'KVM could not go on with the guest: read the host dmesg. QEMU does not exit by itself.',
    streams: VMM,
    causes: SUBERRORS,
  },
];
