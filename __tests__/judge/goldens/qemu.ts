/** Real lines of QEMU, topic by topic as in the catalog. */

import type { Golden } from './golden.ts';
import { QEMU_KVM } from './qemu-kvm.ts';
import { QEMU_OPTIONS } from './qemu-options.ts';
import { QEMU_TDX } from './qemu-tdx.ts';

/** What QEMU boots, what it says of a running guest, and how it ends: the rows of qemu.ts in the catalog. */
const START_AND_RUN: readonly Golden[] = [
  {
    id: 'qemu-msr',
    line: 'qemu-system-x86_64: error: failed to set MSR 0x10a to 0x69',
    title: 'KVM refused to set MSR 0x10a',
    source: 'facts/firmware-build.md 6, case a6',
    stream: 'vmm',
  },
  {
    id: 'qemu-registers',
    line: 'qemu-system-x86_64: Failed to get registers: Input/output error',
    title: 'KVM has given the VM up: QEMU cannot even read or write the registers of its vCPU',
    source: 'corpus case 11',
    stream: 'vmm',
  },
  {
    id: 'qemu-code-outside-ram',
    line: 'qemu: fatal: Trying to execute code outside RAM or ROM at 0x00000000fffc0000',
    title: 'The guest jumped outside RAM and ROM',
    source: 'QEMU accel/tcg',
    stream: 'vmm',
  },
  {
    id: 'qemu-virtio-descriptor',
    line: 'qemu-system-x86_64: virtio: bogus descriptor or out of resources',
    title: 'virtio: the guest’s queue makes no sense to QEMU (bogus descriptor or out of resources)',
    source: 'canonical/tdx#106; QEMU hw/virtio/virtio.c',
    stream: 'vmm',
  },
  {
    id: 'qemu-assertion',
    line: "qemu-system-x86_64: ../../target/i386/kvm/kvm.c:3213: kvm_buf_set_msrs: Assertion `ret == cpu->kvm_msr_buf->nmsrs' failed.",
    title:
      'QEMU stopped on a broken assumption of its own in kvm_buf_set_msrs (ret == cpu->kvm_msr_buf->nmsrs)',
    source: 'facts/firmware-build.md 6, QEMU 7.2',
    stream: 'vmm',
  },
  {
    id: 'qemu-assertion',
    line: "qemu-system-x86_64: ../hw/usb/core.c:523: void usb_cancel_packet(USBPacket *): Assertion `usb_packet_is_inflight(p)' failed",
    title: 'QEMU stopped on a broken assumption of its own in usb_cancel_packet (usb_packet_is_inflight(p))',
    source: 'TrungNguyen1909/qemu-t8030#50, built with clang',
    stream: 'vmm',
  },
  {
    id: 'qemu-signal',
    line: 'qemu-system-x86_64: terminating on signal 15 from pid 14449 (timeout)',
    title: 'QEMU was ended by signal 15',
    source: 'facts/firmware-build.md 6',
    stream: 'vmm',
  },
  {
    id: 'qemu-firmware',
    line: "qemu: could not load PC BIOS 'f-empty.fd'",
    title: 'QEMU could not load the firmware',
    source: 'facts/firmware-build.md 6, case d3-f-empty',
    stream: 'vmm',
  },
  {
    id: 'qemu-kernel',
    line: "qemu: could not load kernel 'vmlinuz': Failed to open file",
    title: 'QEMU could not load the kernel',
    source: 'QEMU hw/i386/x86.c',
    stream: 'vmm',
  },
  {
    id: 'qemu-kernel-format',
    line: 'qemu-system-x86_64: Error loading uncompressed kernel without PVH ELF Note',
    title: 'The kernel is an ELF file without PVH entry',
    source: 'QEMU hw/i386/x86.c',
    stream: 'vmm',
  },
  {
    id: 'qemu-initrd',
    line: 'qemu: error reading initrd initrd.gz: Failed to open file',
    title: 'QEMU could not load the initrd',
    source: 'QEMU hw/i386/x86.c',
    stream: 'vmm',
  },
  {
    id: 'qemu-register-dump',
    line: 'EAX=00000000 EBX=00000000 ECX=00000000 EDX=000c06f2',
    title: 'QEMU dumps the registers of a vCPU that died',
    source: 'asterinas#3100',
    stream: 'vmm',
  },
];

export const QEMU: readonly Golden[] = [...QEMU_TDX, ...QEMU_KVM, ...QEMU_OPTIONS, ...START_AND_RUN];
