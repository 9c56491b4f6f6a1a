/** What the small VMMs of rust-vmm (Firecracker, Dragonball, libkrun) print when a guest does not start. */

import type { MachineStream } from '../../words/words.ts';
import type { Cause, Signature } from '../signature.ts';

const VMM: readonly MachineStream[] = ['vmm'];

/** Opening /dev/kvm with kvm-ioctls, whose Error(N) is the errno. */
const OPEN: readonly Cause[] = [
  {
    id: 'missing',
    when: { errno: 'ENOENT' },
    title: '/dev/kvm does not exist',
    hint: 'Load kvm_intel or kvm_amd, or pass /dev/kvm into the container; a VM needs nested virtualisation (firecracker#4132).',
  },
  {
    id: 'denied',
    when: { errno: ['EACCES', 'EPERM'] },
    title: 'The VMM may not open /dev/kvm',
    hint: 'Add the user to group kvm, or give it the device: setfacl -m u:$USER:rw /dev/kvm (firecracker#2908).',
  },
  {
    id: 'no-vmx',
    when: { errno: ['ENODEV', 'ENXIO'] },
    title: '/dev/kvm exists, but the CPU offers no virtualisation to it',
    hint: 'VMX or SVM is off in the BIOS, or this host is a VM without nested virtualisation.',
  },
];

/** src/vmm/src/builder.rs, arch/x86_64/mod.rs, initrd.rs and vmm_config of Firecracker 1.15; linux-loader 0.14. */
export const MICROVMS: readonly Signature[] = [
  {
    id: 'microvm-kvm',
    phase: 'host',
    severity: 'fatal',
    pattern:
      /(?:Error creating (?:the )?K(?:VM|vm) object[:.] \[?|(?:Cannot create VMM\.: |VmmError\()?\bKvm\(|Could not access KVM: )(?:Error\((?<errno>[0-9]+)\)|[^\]]*\(os error (?<errno2>[0-9]+)\))/,
    title: 'The VMM could not open /dev/kvm (error $<errno>)',
    hint: '/dev/kvm must exist and be accessible to the user of the VMM.',
    streams: VMM,
    causes: OPEN,
  },
  {
    id: 'microvm-kernel',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?:Cannot load kernel due to invalid memory configuration or invalid kernel image(?:[.:] ?(?<why>[A-Z][A-Za-z ]*[a-z]))?|Unable to load (?:elf|bzimage) kernel|Invalid ELF magic number)/,
    title: 'The VMM cannot load the kernel: it is no image of the kind that this VMM boots',
    hint: 'Firecracker before 1.14 takes an uncompressed vmlinux (ELF) only; check the file’s type, and that the memory holds it.',
    streams: VMM,
  },
  {
    id: 'microvm-initrd',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Error with initrd initialization|Cannot load initrd due to an invalid|Failed to compute the initrd address/,
    title: 'The VMM cannot load the initrd',
    hint: 'The file is not readable or empty, or the memory is too small for it.',
    streams: VMM,
  },
  {
    id: 'microvm-config',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Cannot start microvm without (?<what>kernel configuration|guest mem_size config)|Invalid Memory Configuration|Configuration for VMM from one single json failed|(?:The kernel file|The initrd file) cannot be opened/,
    title: 'The VMM’s configuration does not describe a guest that can start',
    hint: 'Kernel, memory and drives must be set, with paths that the (jailed) VMM can open, before the start.',
    streams: VMM,
  },
  {
    id: 'microvm-memory-fault',
    phase: 'vmm',
    orLater: true,
    severity: 'fatal',
    pattern:
      /[Uu]nexpected (?:exit reason on vcpu run|VcpuExit)[^{]*MemoryFault|exit reason[^{]*MemoryFault \{/,
    title:
      'The guest touched memory as private that is shared, or the other way round, and the VMM does not convert it',
    hint: 'KVM_EXIT_MEMORY_FAULT: the VMM has to set the page’s attribute (KVM_SET_MEMORY_ATTRIBUTES) and run on. Use one that supports guest_memfd.',
    streams: VMM,
  },
  {
    id: 'microvm-fail-entry',
    phase: 'vmm',
    orLater: true,
    severity: 'fatal',
    // KVM_EXIT_FAIL_ENTRY (Documentation/virt/kvm/api.rst), as VMMs of rust-vmm and others name it
    pattern: /KVM_EXIT_FAIL_ENTRY|\bFailEntry\b|hardware_entry_failure_reason/,
    title: 'KVM could not enter the guest: the CPU refused the state of the vCPU',
    hint: 'On a nested host the outer hypervisor does not offer what KVM needs; else the VMM set an invalid state. Read the host dmesg with dump_invalid_vmcs=1 of kvm_intel.',
    streams: VMM,
  },
  {
    id: 'microvm-start',
    phase: 'vmm',
    severity: 'error',
    pattern:
      /Internal error while starting microVM|Firecracker panicked at|Failed to build MicroVM from Json/,
    title: 'The VMM could not start the guest',
    hint: 'The rest of the line says why.',
    streams: VMM,
    symptom: true,
  },
];
