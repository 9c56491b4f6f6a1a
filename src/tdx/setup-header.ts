/** The setup header of a Linux kernel, and what QEMU writes into it before it hands the kernel on. */

import { hex } from './format.ts';
import { lowRam } from './q35.ts';
import { DataError, type Subject } from './reader.ts';

interface DirectBoot {
  readonly kernel: Uint8Array;
  /** Empty without an initrd. */
  readonly initrd: Uint8Array;
  /** Bytes of the guest's memory. */
  readonly memory: bigint;
}

const SUBJECT: Subject = { what: 'the kernel', hint: 'Give an x86-64 kernel (bzImage, vmlinuz).' };
/** Offsets of the boot protocol (Linux Documentation/arch/x86/boot.rst). */
const AT = {
  magic: 0x202,
  protocol: 0x206,
  loader: 0x210,
  loadFlags: 0x211,
  initrd: 0x218,
  initrdSize: 0x21c,
  heapEnd: 0x224,
  cmdline: 0x228,
  initrdMax: 0x22c,
  loadFlags2: 0x236,
} as const;
const HEADER_END = 0x268;
const QEMU_LOADER = 0xb0;
const CAN_USE_HEAP = 0x80;
const LOADED_HIGH = 0x01;
/** XLF_CAN_BE_LOADED_ABOVE_4G. */
const ABOVE_4G = 0x02;
const CMDLINE_ADDRESS = 0x2_0000;
const SETUP_ADDRESS = 0x1_0000;
/** What QEMU keeps free below the end of low memory: PCMachineClass.acpi_data_size of q35. */
const ACPI_BYTES = 0x2_8000n;
/** Boot protocol 2.12, which every kernel since Linux 3.8 has. */
const OLDEST_PROTOCOL = 0x20c;

/**
 * The kernel with the header as QEMU's -kernel writes it (hw/i386/x86-common.c x86_load_linux); TDVF gets, and measures,
 * these bytes unless QEMU keeps the original.
 * @throws DataError code `bad-kernel`
 */
export function patchSetupHeader({ kernel, initrd, memory }: DirectBoot): Uint8Array {
  const view = headerOf(kernel);
  const protocol = view.getUint16(AT.protocol, true);
  const flags = view.getUint8(AT.loadFlags);
  if (protocol < OLDEST_PROTOCOL || (flags & LOADED_HIGH) === 0) {
    const message = `the kernel has boot protocol ${hex(protocol)}, flags ${hex(flags)}: too old to be predicted`;
    throw new DataError('bad-kernel', message, SUBJECT);
  }
  // Buffer's slice() would share the bytes.
  const patched = new Uint8Array(kernel);
  const out = new DataView(patched.buffer);
  out.setUint8(AT.loader, QEMU_LOADER);
  out.setUint8(AT.loadFlags, flags | CAN_USE_HEAP);
  out.setUint32(AT.heapEnd, CMDLINE_ADDRESS - SETUP_ADDRESS - 0x200, true);
  out.setUint32(AT.cmdline, CMDLINE_ADDRESS, true);
  if (initrd.length > 0) {
    const address = initrdAddress(view, initrd.length, memory);
    out.setUint32(AT.initrd, Number(address), true);
    out.setUint32(AT.initrdSize, initrd.length, true);
  }
  return patched;
}

/** As high as it goes below what the kernel, the memory and ACPI leave. */
function initrdAddress(view: DataView, size: number, memory: bigint): bigint {
  const above = (view.getUint16(AT.loadFlags2, true) & ABOVE_4G) !== 0;
  const wanted = above ? 0xffff_ffffn : BigInt(view.getUint32(AT.initrdMax, true));
  const available = lowRam(memory) - ACPI_BYTES;
  const most = wanted >= available ? available - 1n : wanted;
  if (BigInt(size) >= most) {
    const message = `an initrd of ${size} bytes does not fit into the guest's memory`;
    throw new DataError('bad-kernel', message, { hint: 'Give the guest more memory.' });
  }
  return (most - BigInt(size)) & ~0xfffn;
}

function headerOf(kernel: Uint8Array): DataView {
  const magic = Buffer.from(kernel.subarray(AT.magic, AT.magic + 4)).toString('latin1');
  if (kernel.length < HEADER_END || magic !== 'HdrS') {
    throw new DataError('bad-kernel', "not a Linux kernel: no 'HdrS' at 0x202", SUBJECT);
  }
  return new DataView(kernel.buffer, kernel.byteOffset, kernel.byteLength);
}
