/** What a Linux guest prints when something is wrong with its Trust Domain. */

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
    severity: 'error',
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
    id: 'linux-tdx-debug',
    phase: 'kernel',
    severity: 'warning',
    pattern: /tdx: Attributes: .*DEBUG|# cc\.attributes: .*DEBUG/,
    title: 'This is a debug TD',
    hint: 'Attribute bit 0 is set: the host can read and write its memory and registers. Never give secrets to it; a verifier must refuse it.',
  },
  {
    id: 'linux-tdx-test-module',
    phase: 'userspace',
    severity: 'error',
    pattern: /\+0x[0-9a-f]+\/0x[0-9a-f]+ \[(?<module>tdx_compliance|tdx_[a-z]*test[a-z]*)/,
    title: 'Call trace through the test module $<module>',
    hint: 'The guest is up: a test module that was loaded from userspace broke a rule of the kernel (lkvs#480: CPUID with preemption enabled). Fix the module, or allow the line.',
  },
];
