/** Real lines of QEMU about KVM and the memory that it takes for the guest. */

import type { Golden } from './golden.ts';

export const QEMU_KVM: readonly Golden[] = [
  {
    id: 'qemu-kvm-run-failed',
    line: 'error: kvm run failed Input/output error',
    title: 'KVM_RUN failed: Input/output error',
    source: 'corpus cases 11 and 38',
    stream: 'vmm',
  },
  {
    id: 'qemu-kvm-unhandled-exit',
    line: 'KVM: unknown exit reason 40',
    title: 'KVM returned an exit that this QEMU does not know (KVM_EXIT_TDX)',
    source: 'QEMU target/i386/kvm/kvm.c kvm_arch_handle_exit',
    stream: 'vmm',
  },
  {
    id: 'qemu-kvm-unknown-exit',
    line: 'KVM: unknown exit, hardware reason e0000091',
    title: 'KVM does not know the reason for which the CPU left the guest (e0000091)',
    source: 'corpus case 12',
    stream: 'vmm',
  },
  {
    id: 'qemu-kvm-entry-failed',
    line: 'KVM: entry failed, hardware error 0x80000021',
    title: 'KVM could not enter the guest (invalid guest state)',
    source: 'QEMU target/i386/kvm/kvm.c',
    stream: 'vmm',
  },
  {
    id: 'qemu-kvm-internal-error-emulation',
    line: 'KVM internal error. Suberror: 1',
    title: 'KVM could not emulate an instruction of the guest (suberror 1)',
    source: 'facts/firmware-build.md 6, case a7-kvm-dbg',
    stream: 'vmm',
  },
  {
    id: 'qemu-kvm-access-denied',
    line: 'Could not access KVM kernel module: Permission denied',
    title: 'The VMM may not open /dev/kvm',
    source: 'QEMU accel/kvm/kvm-all.c',
    stream: 'vmm',
  },
  {
    id: 'qemu-kvm-init-denied',
    line: 'qemu-system-x86_64: failed to initialize kvm: Permission denied',
    title: 'The VMM may not open /dev/kvm',
    source: 'QEMU accel/accel-system.c',
    stream: 'vmm',
  },
  {
    id: 'qemu-guest-memfd',
    line: 'qemu-system-x86_64: KVM does not support guest_memfd',
    title: 'KVM gives QEMU no guest_memfd',
    source: 'QEMU accel/kvm/kvm-all.c',
    stream: 'vmm',
  },
  {
    id: 'qemu-memory-backing',
    line: "qemu-system-x86_64: cannot set up guest memory 'pc.ram': Cannot allocate memory",
    title: 'The host has not enough memory for the guest',
    source: 'QEMU softmmu/physmem.c',
    stream: 'vmm',
  },
];
