/** Real lines for the catalog's linux/tdx.ts. */

import type { Golden } from '../golden.ts';

export const TDX: readonly Golden[] = [
  {
    id: 'linux-tdx-unexpected-ve',
    line: '[    0.004000] tdx: Unexpected #VE: 28',
    title: 'Unexpected #VE, exit reason 28',
    source: 'corpus case 80',
  },
  {
    id: 'linux-tdx-ve-fault',
    line: '[    0.004000] VE fault: 0000 [#1] PREEMPT SMP NOPTI',
    title: 'Virtualization exception (#VE) oops',
    source: 'corpus case 80; arch/x86/kernel/traps.c exc_virtualization_exception()',
  },
  {
    id: 'linux-tdx-sept-ve-disable',
    line: '[    0.000000] tdx: TD misconfiguration: SEPT_VE_DISABLE attribute must be set.',
    title: 'TD attribute SEPT_VE_DISABLE is not set',
    source: 'arch/x86/coco/tdx/tdx.c tdx_parse_tdinfo()',
  },
  {
    id: 'linux-swiotlb-full',
    line: '[   12.000123] virtio_blk virtio1: swiotlb buffer is full (sz: 65536 bytes), total 32768 (slots), used 32740 (slots)',
    title: 'DMA bounce buffers (swiotlb) are full',
    source: 'kernel/dma/swiotlb.c swiotlb_tbl_map_single()',
  },
  {
    id: 'linux-host-tdx-init-failed',
    line: '[   10.123456] virt/tdx: module initialization failed (-5)',
    title: 'TDX module initialization failed (-5)',
    source: 'corpus case 81',
  },
  {
    id: 'linux-host-tdx-bios',
    line: '[    1.123456] tdx: not enabled by BIOS.',
    title: 'TDX is not enabled by the BIOS',
    source: 'corpus case 30',
  },
  {
    id: 'linux-host-seamcall',
    line: '[   10.123456] virt/tdx: SEAMCALL (0x0000000000000022) failed: 0xc000010000000000',
    title: 'SEAMCALL 0x0000000000000022 failed',
    source: 'corpus case 81',
  },
  {
    id: 'linux-host-tdx-early',
    line: '[    0.512345] virt/tdx: initialization failed: Hibernation support is enabled',
    title: 'TDX host initialization failed: Hibernation support is enabled',
    source: 'arch/x86/virt/vmx/tdx/tdx.c tdx_init()',
  },
  {
    id: 'linux-host-tdx-early',
    line: '[    0.512345] virt/tdx: initialization failed: TDMR [0x100000000, 0x140000000): reserved areas exhausted.',
    title: 'TDX host initialization failed: TDMR',
    source: 'facts/messages.md, corpus case 82',
  },
];
