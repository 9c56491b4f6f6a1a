/** What COCONUT-SVSM prints, the module that runs below the firmware of a confidential guest. */

import type { Signature } from '../signature.ts';

/** kernel/src/svsm.rs, kernel/src/sev/status.rs (coconut-svsm/svsm of August 2026) and stage 2 before it. */
export const SVSM: readonly Signature[] = [
  {
    id: 'svsm-features',
    phase: 'firmware',
    severity: 'fatal',
    pattern: /(?:Required|Unsupported) SEV features (?:not available|enabled)/,
    title: 'SVSM does not start with the SEV features of this guest',
    hint: 'The line before names them: QEMU’s sev-snp-guest object and the host kernel decide which are on (init-flags=, policy=).',
  },
  {
    id: 'svsm-panic',
    phase: 'firmware',
    orLater: true,
    severity: 'fatal',
    pattern: /Panic(?: on CPU\[[0-9?]+\])?! COCONUT-SVSM|\[SVSM\] (?:ERROR: )?Info: panicked at/,
    title: 'COCONUT-SVSM panicked',
    hint: 'The line that begins with "Info:" has the message and the place in the source.',
  },
];
