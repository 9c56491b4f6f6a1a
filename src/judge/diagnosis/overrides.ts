/** Rules that explain more than the known line that was seen. */

import type { Explanation } from './explanation.ts';
import type { DiagnosisInput } from './input.ts';

/** Milestones of programs that the firmware has started. */
const STARTED: readonly string[] = [
  'bds-starting',
  'efi-program',
  'ipxe-starts',
  'grub',
  'grub-debug',
  'shim-debug',
  'xen-efi',
  'efi-stub',
];

/** Whether a program had the CPU: to load its image is what a DEBUG firmware says of it last, and iPXE greets when it works. */
export function hasStarted({ seen }: DiagnosisInput): boolean {
  const last = seen.findLast((id) => !id.startsWith('host-') && id !== 'edk2-driver') ?? '';
  return STARTED.includes(last) || (last === 'ipxe' && seen.includes('ipxe-starts'));
}

/** Tried first. */
export const OVERRIDES: readonly Explanation[] = [
  {
    id: 'vmm-kernel-mismatch',
    phase: 'vmm',
    title: 'TDX is on, but QEMU and the host kernel speak different TDX interfaces',
    advice:
      'Use the QEMU that belongs to the host kernel: QEMU 10.1 or newer with kernel 6.16 or newer, or the pair of one distribution (canonical/tdx#385).',
    certainty: 'likely',
    when: ({ seen }, said) => said?.id === 'qemu-tdx-vm-type' && seen.includes('host-tdx-initialised'),
  },
  {
    id: 'td-accept-crash',
    phase: 'kernel',
    title: 'The kernel crashed while it accepted the TD’s memory',
    advice:
      'A known bug of guest kernels for sizes of memory that are no multiple of 1 GiB: round the memory of the guest, or boot a newer kernel (canonical/tdx#421). accept_memory=eager moves the crash to the start.',
    certainty: 'likely',
    when: ({ sightings }, said) =>
      said?.phase === 'kernel' && sightings.some(({ id }) => id === 'linux-tdx-accept-trace'),
  },
  {
    id: 'td-vcpu-died',
    phase: 'guest',
    title: 'The vCPU of the guest died: KVM_RUN failed, and no line says why',
    advice:
      'The VM was complete and its code ran, first of all the firmware: either it ended itself (a td-shim panic does, such as a failed secure boot: td-shim#548, silent in a release build), or the TDX module stopped it. Boot a debug firmware with a serial port, and read the host dmesg.',
    certainty: 'likely',
    when: (_, said) => said?.id === 'qemu-kvm-run-failed' || said?.id === 'qemu-register-dump',
  },
  {
    id: 'vcpu-refused',
    phase: 'guest',
    title: 'KVM refused to run the vCPU any further (KVM_RUN: invalid argument), after the guest had run',
    advice:
      'The state of the vCPU is none that the CPU can enter. Read the host dmesg; dump_invalid_vmcs=1 of kvm_intel (dump_invalid_vmcb=1 of kvm_amd) shows the state. In a confidential guest the VMM and the host kernel may not fit each other.',
    certainty: 'likely',
    when: ({ phase }, said) =>
      said?.id === 'qemu-kvm-run-failed-not-final' && phase !== 'vmm' && phase !== 'host',
  },
  {
    id: 'boot-program-exception',
    phase: 'bootloader',
    title:
      'A CPU exception in what the firmware had started: the boot loader, or the kernel’s EFI stub; the firmware only reports it',
    advice:
      'Compare RIP and "Find image based on IP" with the images: an address outside the firmware’s own belongs to the program that was started, and AFAFAFAF… is memory that a DEBUG firmware has freed, so that program called what was gone. A damaged or truncated image, or one made for another CPU, does this; so does a stub that touches memory that the guest has not accepted. Try another build of the image, then another firmware.',
    certainty: 'likely',
    when: (facts, said) => said?.id.startsWith('edk2-exception') === true && hasStarted(facts),
  },
  {
    id: 'td-reset',
    phase: 'guest',
    title:
      'The guest reset itself, and a TD cannot be reset: a triple fault, or a panic that no console shows',
    advice:
      'Add earlyprintk=ttyS0 and panic=0, or boot a debug firmware. Causes seen: sept-ve-disable off (asterinas#2902), an MSR that a TD may not write (asterinas#1645), td-shim v0.8.0 with two CPUs.',
    certainty: 'likely',
    when: (_, said) => said?.id === 'qemu-td-reset',
  },
];
