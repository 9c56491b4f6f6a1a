/** What QEMU prints of an IGVM file: backends/igvm.c, backends/igvm-cfg.c, target/i386/igvm.c (QEMU 11). */

import type { MachineStream } from '../../words/words.ts';
import type { Signature } from '../signature.ts';

const VMM: readonly MachineStream[] = ['vmm'];

export const QEMU_IGVM: readonly Signature[] = [
  {
    id: 'qemu-igvm-platform',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // qigvm_supported_platform_compat_mask: SEV, SEV-ES, SEV-SNP and native, and no TDX
    // backends/confidential-guest-support.c: what a class without these methods answers
    pattern:
      /IGVM file does not describe a compatible supported platform|(?:Setting confidential guest (?:state|policy)|Obtaining the confidential guest memory map) is not supported for this platform/,
    title: 'The IGVM file is not made for the platform that QEMU runs',
    hint: 'QEMU loads IGVM for SEV, SEV-ES, SEV-SNP and machines without protection, not for TDX: give a TD its firmware with -bios; for SNP make the file with an SNP platform header.',
    streams: VMM,
  },
  {
    id: 'qemu-igvm-memory',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Processing of IGVM file failed: Could not prepare memory at address (?<address>0x[0-9A-Fa-f]+)(?:: (?<why>region size exceeded)| due to existing (?<why2>non-RAM region))/,
    title: 'QEMU cannot place a part of the IGVM file at $<address>: $<why>',
    hint: 'The address belongs to a device or lies across the end of memory: give the guest more memory, take -bios and pflash away, or make the IGVM file for this machine type.',
    streams: VMM,
  },
  {
    id: 'qemu-igvm-directive',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /IGVM: (?<what>Unknown header type encountered when processing file|guest memory map size exceeds parameter area|Multiple ID blocks encountered|No buffer for handle)|(?<what2>IGVM file contains (?:a memory map but this is not supported|invalid page data|page data with invalid size)|A VP context is present in the IGVM file but is not supported|Invalid page type in IGVM file)/,
    title: 'QEMU does not support a directive of the IGVM file: $<what>',
    hint: 'Make the file with the igvm crate’s version that this QEMU knows (igvm inspect lists its directives), or use a newer QEMU.',
    streams: VMM,
  },
  {
    id: 'qemu-igvm-file',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /IGVM file is invalid: |Unable to parse IGVM file|No IGVM file loaded|Invalid (?:VP context|platform header(?: count)?|initialization header count|directive header count) in IGVM file/,
    title: 'The file is not a sound IGVM file',
    hint: 'Compare it with igvm inspect, and build or download it again; a firmware image (.fd) goes to -bios, not to igvm-cfg.',
    streams: VMM,
  },
];
