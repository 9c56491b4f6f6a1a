/** What the kernel of an AMD host prints of SEV and SEV-SNP. */

import type { LineOrigin, Signature } from '../signature.ts';

const HOST: readonly LineOrigin[] = ['host'];

/** drivers/crypto/ccp/sev-dev.c, arch/x86/virt/svm/sev.c (Linux 6.16), and AMD's trees before. */
export const HOST_SEV: readonly Signature[] = [
  {
    id: 'linux-host-sev-init',
    phase: 'host',
    severity: 'error',
    pattern: /(?<what>SEV(?:-SNP)?): failed to INIT(?:_EX)?\b(?:.*error (?<error>0x[0-9a-f]+|-?[0-9]+))?/,
    title: 'The firmware of the secure processor refused to initialise $<what>',
    hint: 'Check SEV, SNP and the RMP table in the BIOS set-up, that IOMMU and memory encryption are on, and update BIOS and SEV firmware (linux-firmware).',
    streams: HOST,
  },
  {
    id: 'linux-host-rmpupdate',
    phase: 'host',
    severity: 'error',
    pattern: /(?:RMPUPDATE|rmpupdate) failed/,
    title: 'The host could not change the owner of a page (RMPUPDATE)',
    hint: 'The page is in use as another size or by another guest: a bug of the host kernel. Update the kernel; without huge pages it may not occur.',
    streams: HOST,
  },
];
