/** Real lines for the catalog's linux/tdx.ts. */

import type { Golden } from '../golden.ts';

export const TDX: readonly Golden[] = [
  {
    id: 'linux-tdx-unexpected-ve',
    line: '[    0.004000] tdx: Unexpected #VE: 28',
    title: 'Unexpected #VE: control register (exit reason 28)',
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
    id: 'linux-tdx-debug',
    line: '[    0.000000] tdx: Attributes: DEBUG SEPT_VE_DISABLE',
    title: 'This is a debug TD',
    source: 'Linux 6.14, arch/x86/coco/tdx/debug.c',
  },
  {
    id: 'linux-tdx-debug',
    line: '# cc.attributes: 0x0000000010000001 DEBUG SEPT_VE_DISABLE',
    title: 'This is a debug TD',
    source: 'guest/probe.c',
  },
  {
    id: 'linux-tdx-test-module',
    line: '[  161.254223]  run_cpuid.isra.0+0x11/0x70 [tdx_compliance]',
    title: 'Call trace through the test module tdx_compliance',
    source: 'corpus case 77',
  },
];
