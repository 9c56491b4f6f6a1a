/** What a Linux guest prints when something is wrong with its Trust Domain, or a host with its TDX module. */

import type { Signature } from '../../signature.ts';

const TRACE_END = '---[ end trace';

export const TDX: readonly Signature[] = [
  {
    id: 'linux-tdx-unexpected-ve',
    phase: 'kernel',
    severity: 'error',
    pattern: /tdx: Unexpected #VE: (?<reason>[0-9]+)/,
    title: 'Unexpected #VE, exit reason $<reason>',
    hint: 'The kernel did something a TD may not do; the number is the VMX exit reason (28 = control register access, 48 = EPT violation, 32 = WRMSR). The trace below shows where. For 28 in MTRR code boot with clearcpuid=mtrr.',
  },
  {
    id: 'linux-tdx-ve-fault',
    phase: 'kernel',
    severity: 'error',
    pattern: /VE fault: [0-9a-f]+ \[#/,
    title: 'Virtualization exception (#VE) oops',
    hint: 'A #VE that the kernel cannot handle killed this context. RIP names the instruction; the line before it names the exit reason.',
    end: TRACE_END,
  },
  {
    id: 'linux-tdx-sept-ve-disable',
    phase: 'kernel',
    severity: 'warning',
    pattern: /TD misconfiguration: SEPT_VE_DISABLE/,
    title: 'TD attribute SEPT_VE_DISABLE is not set',
    hint: 'Only a debug TD survives this. Set sept-ve-disable=on (QEMU tdx-guest) so that the host cannot inject #VE on private memory.',
  },
  {
    id: 'linux-swiotlb-full',
    phase: 'kernel',
    severity: 'error',
    pattern: /swiotlb buffer is full/,
    title: 'DMA bounce buffers (swiotlb) are full',
    hint: 'A TD does all DMA through bounce buffers. Raise swiotlb= on the command line or reduce queue sizes.',
  },
  {
    id: 'linux-host-tdx-init-failed',
    phase: 'host',
    severity: 'error',
    pattern: /tdx: module initialization failed \((?<errno>-[0-9]+)\)/,
    title: 'TDX module initialization failed ($<errno>)',
    hint: 'Host problem: update BIOS and TDX module, and read the SEAMCALL line above.',
  },
  {
    id: 'linux-host-tdx-bios',
    phase: 'host',
    severity: 'error',
    pattern: /tdx: not enabled by BIOS/,
    title: 'TDX is not enabled by the BIOS',
    hint: 'Host problem: enable TME, TME-MT, TDX, the SEAM loader and a TDX KeyID split in the BIOS set-up.',
  },
  {
    id: 'linux-host-seamcall',
    phase: 'host',
    severity: 'error',
    pattern: /tdx: SEAMCALL \((?<leaf>0x[0-9a-fA-F]+)\) failed/,
    title: 'SEAMCALL $<leaf> failed',
    hint: 'Host problem: the TDX module rejected a call of the host kernel. Compare module version and kernel version.',
  },
  {
    id: 'linux-host-tdx-early',
    phase: 'host',
    severity: 'error',
    pattern: /tdx: initialization failed: (?<reason>[A-Za-z](?:[A-Za-z ]*[A-Za-z])?)/,
    title: 'TDX host initialization failed: $<reason>',
    hint: 'Host problem: the text names it (hibernation support: boot the host with nohibernate; too few KeyIDs: change the split in the BIOS).',
  },
];
