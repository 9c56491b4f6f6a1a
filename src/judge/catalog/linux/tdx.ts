/** What a Linux guest prints when something is wrong with its Trust Domain. */

import { sharing } from '../sharing.ts';

const TRACE_END = '---[ end trace';

export const TDX = sharing({ phase: 'kernel', severity: 'error' }, [
  {
    id: 'linux-tdx-unexpected-ve',
    pattern: /tdx: Unexpected #VE: (?<reason>[0-9]+)/,
    title: 'Unexpected #VE: $<reason:vmx> (exit reason $<reason>)',
    hint: 'The kernel did something that a TD may not do. The trace below shows where. For 28 in MTRR code boot with clearcpuid=mtrr.',
  },
  {
    id: 'linux-tdx-ve-fault',
    pattern: /VE fault: [0-9a-f]+ \[#/,
    title: 'Virtualization exception (#VE) oops',
    hint: 'A #VE that the kernel cannot handle killed this context. RIP names the instruction; the line before it names the exit reason.',
    end: TRACE_END,
  },
  {
    id: 'linux-tdx-sept-ve-disable',
    pattern: /TD misconfiguration: SEPT(?:_VE_DISABLE| #VE has to be disabled)/,
    title: 'TD attribute SEPT_VE_DISABLE is not set',
    hint: 'Only a debug TD survives this. Set sept-ve-disable=on (QEMU tdx-guest) so that the host cannot inject #VE on private memory.',
  },
  {
    id: 'linux-tdx-debug',
    severity: 'warning',
    pattern: /tdx: Attributes: .*DEBUG|# cc\.attributes: .*DEBUG/,
    title: 'This is a debug TD',
    hint: 'Attribute bit 0 is set: the host can read and write its memory and registers. Never give secrets to it; a verifier must refuse it.',
  },
  {
    id: 'linux-tdx-test-module',
    phase: 'userspace',
    pattern: /\+0x[0-9a-f]+\/0x[0-9a-f]+ \[(?<module>tdx_compliance|tdx_[a-z]*test[a-z]*)/,
    title: 'Call trace through the test module $<module>',
    hint: 'The guest is up: a test module that was loaded from userspace broke a rule of the kernel (lkvs#480: CPUID with preemption enabled). Fix the module, or allow the line.',
  },
  {
    id: 'linux-tdx-convert',
    orLater: true,
    // arch/x86/mm/pat/set_memory.c __set_memory_enc_pgtable; arch/x86/coco/tdx/tdx.c tdx_kexec_finish
    pattern:
      /CPA VMM failure to convert memory \(addr=.*, numpages=(?<pages>[0-9]+)\) to (?<to>private|shared): (?<errno>-[0-9]+)|tdx: Failed to (?:stop shared<->private conversions|unshare range)/,
    title: 'Memory of the TD could not be converted between private and shared',
    hint: 'Before a kexec or a crash kernel other CPUs still converted memory, or the VMM refused: its own log says why.',
    end: TRACE_END,
    causes: [
      {
        id: 'refused',
        when: { to: ['private', 'shared'] },
        title: 'The VMM did not convert memory to $<to> (error $<errno>)',
        hint: 'MapGPA failed: the VMM’s own log says why (no host memory, no RAM at the address). The pages are lost to the guest.',
      },
    ],
  },
  {
    id: 'linux-tdx-accept',
    // arch/x86/coco/tdx/tdx-shared.c, arch/x86/boot/compressed/mem.c, drivers/firmware/efi/unaccepted_memory.c
    pattern: /TDX: Failed to accept memory|Accepting memory failed|Cannot accept memory: unknown platform/,
    title: 'The kernel could not accept the TD’s memory',
    hint: 'TDG.MEM.PAGE.ACCEPT failed: the host had no memory for the page, or firmware and VMM disagree about the memory map. Try a memory size that is a multiple of 1 GiB, and update the guest kernel.',
  },
  {
    id: 'linux-tdx-accept-trace',
    // drivers/firmware/efi/unaccepted_memory.c
    pattern: /(?:^|[ \]])(?<func>(?:tdx_|arch_)?accept_(?:memory|page))\+0x[0-9a-f]+\/0x/,
    title: 'Crash while memory was accepted ($<func>)',
    hint: 'A known bug of guest kernels for sizes of memory that are no multiple of 1 GiB: round the memory of the guest, or boot a newer kernel (canonical/tdx#421).',
    symptom: true,
  },
]);
