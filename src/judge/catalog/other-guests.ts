/** What guest kernels other than Linux print when they give up. Rust kernels and unikernels use similar words. */

import type { Signature } from '../signature.ts';

export const OTHER_GUESTS: readonly Signature[] = [
  {
    id: 'guest-ve',
    phase: 'kernel',
    severity: 'error',
    pattern:
      /[vV]irtualization [eE]xception|VIRTUALIZATION_EXCEPTION|[uU]n(?:handled|expected) #?VE\b|#VE (?:exception|handler).*(?:fail|unhandled|panic)/,
    title: 'Virtualization exception (#VE) that the guest kernel cannot handle',
    hint: 'The kernel did something that a TD may not do (CPUID, MSR, port I/O, MMIO) before or outside of its #VE handler; the exit reason names it.',
  },
  {
    id: 'guest-panic',
    phase: 'kernel',
    severity: 'error',
    pattern:
      /Uncaught panic|[kK]ernel panicked|KERNEL PANIC|^ *(?:\[[^\]]*\] )*panicked at |[pP]anicked at (?:'.*', )?(?:kernel|ostd|framework)\//,
    title: 'The guest kernel panicked',
    hint: 'The line or the next one has the message and the place in the source.',
  },
];
