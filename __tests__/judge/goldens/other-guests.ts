/** Lines for the catalog's other-guests.ts. */

import type { Golden } from './golden.ts';

export const OTHER_GUESTS: readonly Golden[] = [
  {
    id: 'guest-ve',
    line: '[kernel] Unhandled #VE: exit reason 10',
    title: 'Virtualization exception (#VE) that the guest kernel cannot handle',
    source: 'the shape of asterinas#2790',
  },
  {
    id: 'guest-exception',
    line: 'General protection fault',
    title: 'CPU exception that the guest kernel did not handle: General protection fault',
    source: 'the shape of nanos#647',
  },
  {
    id: 'guest-panic',
    line: 'Uncaught panic:',
    title: 'The guest kernel panicked',
    source: 'Asterinas, kernel/src/thread/oops.rs',
  },
  {
    id: 'guest-panic',
    line: '    panicked at /build/asterinas/ostd/src/arch/x86/trap/mod.rs:300:9:',
    title: 'The guest kernel panicked',
    source: 'Rust core::panic::PanicInfo, Asterinas',
  },
];
