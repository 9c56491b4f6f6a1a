/** What QEMU prints on its own stderr when it cannot start, cannot run or lose a guest. */

import type { MachineStream } from '../../words/words.ts';
import type { Signature } from '../signature.ts';
import { QEMU_DEVICES } from './qemu-devices.ts';
import { QEMU_IGVM } from './qemu-igvm.ts';
import { QEMU_IMAGE } from './qemu-image.ts';
import { QEMU_INCOMING } from './qemu-incoming.ts';
import { QEMU_KVM } from './qemu-kvm.ts';
import { QEMU_MEMORY } from './qemu-memory.ts';
import { QEMU_OPTIONS } from './qemu-options.ts';
import { QEMU_SEV } from './qemu-sev.ts';
import { QEMU_START } from './qemu-start.ts';
import { QEMU_TDX } from './qemu-tdx.ts';
import { QEMU_VFIO } from './qemu-vfio.ts';

/** A guest may print these words on its console: only the VMM's own stderr counts. */
const VMM: readonly MachineStream[] = ['vmm'];

const RUN: readonly Signature[] = [
  {
    id: 'qemu-msr',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /error: failed to (?<op>set|get) MSR (?<msr>0x[0-9a-f]+)|KVM (?<op2>get) MSR \(index=(?<msr2>0x[0-9a-f]+)\) feature failed/,
    title: 'KVM refused to $<op> MSR $<msr>',
    hint: '-cpu host asks for a feature that this KVM does not have; a software-only /dev/kvm does this. Use platform emulated.',
    streams: VMM,
  },
  {
    id: 'qemu-registers',
    phase: 'vmm',
    severity: 'fatal',
    // accel/kvm/kvm-all.c do_kvm_cpu_synchronize_* (QEMU 10.1)
    pattern:
      /Failed to (?<op>get|put) (?:special )?registers(?: after (?:reset|init))?: (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'KVM has given the VM up: QEMU cannot even read or write the registers of its vCPU',
    hint: 'After a bug of KVM or of the TDX module, KVM answers every call with an I/O error. The host dmesg has a WARN; update BIOS and TDX module (1.5.06 or later) and the host kernel (canonical/tdx#348, #100).',
    streams: VMM,
    causes: [
      {
        id: 'refused',
        when: { op: 'put', errno: 'EINVAL' },
        title: 'KVM refuses the registers that QEMU gives a vCPU',
        hint: 'The state does not fit the CPU that KVM offers: use -cpu host, and a QEMU that fits the host kernel.',
      },
    ],
  },
  {
    id: 'qemu-code-outside-ram',
    phase: 'firmware',
    severity: 'fatal',
    pattern: /Trying to execute code outside RAM or ROM at/,
    title: 'The guest jumped outside RAM and ROM',
    hint: 'Damaged firmware, or a jump through a wild pointer.',
    streams: VMM,
  },
  {
    id: 'qemu-code-zeroes',
    phase: 'vmm',
    severity: 'error',
    // target/i386/cpu-dump.c x86_cpu_dump_state: the bytes around the instruction pointer
    pattern: /Code=(?:[0-9a-f?]{2} )*<(?<what>00|\?\?)> (?:00 00 00 00 00 00|\?\? \?\? \?\? \?\?)/,
    title: 'The guest jumped to where no code is (bytes $<what> at its instruction pointer)',
    hint: 'A wild jump: of its firmware when no kernel has spoken (try another build of it, and fewer vCPUs and devices), else of the kernel or its loader. "??" is memory that QEMU cannot read: of a device, private, or none.',
    streams: VMM,
  },
  {
    id: 'qemu-code-in-hole',
    phase: 'vmm',
    severity: 'error',
    // The window of VGA and option ROMs of a PC: KVM would have to emulate each instruction there.
    pattern: /(?:RIP=00000000000|EIP=000)(?<address>[ab][0-9a-f]{4}) [ER]FL=/,
    title:
      'The guest executes at 0x$<address>, in the window of the display (0xA0000 to 0xBFFFF), where no memory is',
    hint: 'A wild jump: of its firmware when no kernel has spoken, else of the boot loader or the kernel. Try another build of the firmware, no display and no option ROMs, and fewer devices that are passed through.',
    streams: VMM,
  },
  {
    id: 'qemu-virtio-descriptor',
    phase: 'kernel',
    severity: 'error',
    // hw/virtio/virtio.c (QEMU 10.1): each call of virtio_error, which stops the device
    pattern:
      /(?<what>bogus descriptor or out of resources|zero sized buffers are not allowed|too many write descriptors in indirect table|Looped descriptor|Incorrect order for descriptors|Invalid size for indirect buffer table|Cannot map (?:indirect buffer|descriptor ring|desc|used|avail)|Virtqueue size exceeded|Guest says index [0-9]+ is available|Guest moved used index from [0-9]+|Desc next is [0-9]+|error trying to map MMIO memory)/,
    title: 'virtio: the guest’s queue makes no sense to QEMU ($<what>)',
    hint: 'The guest gave QEMU an address that it cannot read: a TD must use shared memory (iommu_platform=on, swiotlb) (canonical/tdx#106).',
    streams: VMM,
  },
  {
    id: 'qemu-td-not-ready',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // hw/core/machine.c qemu_machine_creation_done
    pattern: /Assertion `machine->cgs->ready' failed/,
    title: 'QEMU was asked for a Trust Domain and runs without the accelerator that could make one',
    hint: 'A TD needs -accel kvm on a host whose TDX is on; without it use platform emulated (asterinas#1651).',
    streams: VMM,
  },
  {
    id: 'qemu-assertion',
    phase: 'vmm',
    severity: 'fatal',
    // __assert_fail() of glibc: gcc gives it the name of the function, clang the whole of its head
    pattern:
      /: (?:[A-Za-z_][^:()]* \*?)?(?<func>[A-Za-z_][A-Za-z0-9_]*)(?:\([^:]*\))?: Assertion `(?<what>.*)' failed/,
    title: 'QEMU stopped on a broken assumption of its own in $<func> ($<what>)',
    hint: 'The error line above is the cause; where there is none, it is a bug of QEMU that this guest, device or host brings about: use another release, and look for the function and the condition in its issues.',
    // The tools of edk2’s BaseTools assert, too.
    unless: /\bGen[A-Z]\w+: \w+\.c:\d+: /,
    streams: VMM,
    symptom: true,
  },
  {
    id: 'qemu-register-dump',
    phase: 'vmm',
    severity: 'error',
    pattern: /EAX=[0-9a-f]+ EBX=[0-9a-f]+ |RAX=[0-9a-f]+ RBX=[0-9a-f]+ /,
    title: 'QEMU dumps the registers of a vCPU that died',
    hint: 'The line before the dump says why. Registers of a TD are private: all zero means nothing.',
    streams: VMM,
    symptom: true,
  },
  {
    id: 'qemu-signal',
    phase: 'vmm',
    severity: 'warning',
    pattern: /terminating on signal (?<signal>[0-9]+)/,
    title: 'QEMU was ended by signal $<signal>',
    hint: 'Someone ended QEMU; the process is named in the line. 15 is also how a deadline ends it.',
    streams: VMM,
    symptom: true,
  },
];

const START: readonly Signature[] = [
  {
    id: 'qemu-firmware',
    phase: 'vmm',
    severity: 'fatal',
    // hw/i386/x86-common.c x86_bios_rom_init
    pattern: /could not load PC BIOS '(?<file>[^']*)'/,
    title: 'QEMU could not load the firmware',
    hint: 'The file is missing or not readable for the user of QEMU, empty, or its size is not a multiple of 64 KiB. An image of code without variables (OVMF_CODE) is for pflash: in libvirt <loader type="pflash">; a TD takes one whole image (OVMF.inteltdx.fd).',
    streams: VMM,
    causes: [
      {
        id: 'own',
        when: { file: ['bios-256k.bin', 'bios.bin', 'bios-microvm.bin', 'qboot.rom', 'pvh.bin'] },
        title: 'QEMU does not find its own BIOS ($<file>)',
        hint: 'Its data directory is not where it was built for: install seabios (qemu-system-data), give -L DIRECTORY (pc-bios of the sources), or name a firmware with -bios.',
      },
    ],
  },
  {
    id: 'qemu-kernel',
    phase: 'vmm',
    severity: 'fatal',
    // hw/i386/x86-common.c x86_load_linux (QEMU 10.1)
    pattern:
      /could not (?:load|open) kernel (?:file )?'[^']*'|: invalid kernel header|: [lL]inux kernel too old to load a /,
    title: 'QEMU could not load the kernel',
    hint: 'Check the path of -kernel, and that the file is a whole bzImage (vmlinuz) of this architecture.',
    streams: VMM,
  },
  {
    id: 'qemu-rom-overlap',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // hw/core/loader.c rom_check_and_register_reset (QEMU 10.1)
    pattern: /Some ROM regions are overlapping|rom: requested regions overlap/,
    title: 'Two images that QEMU loads overlap in the guest’s memory',
    hint: 'The line or the next ones name them: the same image given twice (-bios and -device loader), or an ELF kernel at the address of another image.',
    streams: VMM,
  },
  {
    id: 'qemu-kernel-format',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern: /Error loading uncompressed kernel without PVH ELF Note/,
    title: 'The kernel is an ELF file without PVH entry',
    hint: 'Pass a bzImage (vmlinuz), or build vmlinux with CONFIG_PVH=y.',
    streams: VMM,
  },
  {
    id: 'qemu-initrd',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /error reading initrd|could not (?:load|open) initrd|initrd is too large/,
    title: 'QEMU could not load the initrd',
    hint: 'Check the path of -initrd and the memory of the guest.',
    streams: VMM,
  },
];

export const QEMU: readonly Signature[] = [
  ...QEMU_TDX,
  ...QEMU_SEV,
  ...QEMU_IGVM,
  ...QEMU_INCOMING,
  ...QEMU_KVM,
  ...QEMU_VFIO,
  ...QEMU_DEVICES,
  ...QEMU_MEMORY,
  ...RUN,
  ...START,
  ...QEMU_IMAGE,
  ...QEMU_START,
  ...QEMU_OPTIONS,
];
