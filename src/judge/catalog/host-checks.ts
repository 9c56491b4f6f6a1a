/** What programs say that check whether a machine can run TDs: Canonical's system-report and scripts, lkvs. */

import type { Signature } from '../signature.ts';
import { attesting } from './anywhere.ts';
import { REGISTER_HINT } from './dcap-codes.ts';

export const HOST_CHECKS: readonly Signature[] = attesting([
  {
    id: 'host-check-msr',
    phase: 'host',
    // canonical/tdx b24078e system-report.sh set_msr_result_string
    pattern:
      /(?<what>MK_TME_ENABLED|SEAM_RR) bit: 0? ?\(expected|(?<what2>NUM_TDX_PRIV_KEYS): 0?$|SGX_AND_MCHECK_STATUS: 0*[1-9a-f]/,
    title: 'MCHECK of the CPU found the memory of this host unfit for SGX and TDX',
    hint: 'Populate the DIMMs of all sockets alike, update the BIOS and its microcode, and load the BIOS’s TDX defaults.',
    causes: [
      {
        id: 'tme',
        when: { what: 'MK_TME_ENABLED' },
        title: 'The BIOS has not switched on memory encryption with several keys (TME-MT)',
        hint: 'TDX needs it: enable TME and TME-MT in the BIOS set-up.',
      },
      {
        id: 'seam',
        when: { what: 'SEAM_RR' },
        title: 'The BIOS has reserved no memory for the TDX module (SEAMRR is off)',
        hint: 'Enable TDX and the SEAM loader in the BIOS set-up, and update the BIOS.',
      },
      {
        id: 'keys',
        when: { what: 'NUM_TDX_PRIV_KEYS' },
        title: 'The BIOS has given TDX no KeyIDs',
        hint: 'Set the TME-MT/TDX key split in the BIOS set-up to at least 1.',
      },
    ],
  },
  {
    id: 'host-check-no-tdx',
    phase: 'host',
    // canonical/tdx b24078e system-report.sh; intel/lkvs e7b4f56 BM/tdx-{guest,host}/tdx_dep_check.sh, BM/tdx-osv-sanity
    pattern:
      /No TDX support in CPU according to|SEAMRR check FAIL|TDX (?:kvm_intel module parameter|module enable status) check FAIL|host machine TDX enabling failed|TDX KVM host not booted with TDX enabled|Platform does not support TDX-SEAM|TDX is not supported in KVM/,
    title: 'A check of the host says that TDX is not on',
    hint: '/sys/module/kvm_intel/parameters/tdx must read Y: the host dmesg (virt/tdx, kvm_intel) says what BIOS, TDX module or kernel lack.',
    symptom: true,
  },
  {
    id: 'host-check-sev',
    phase: 'host',
    // virtee/snphost 0.6 src/ok.rs: the names of its tests
    pattern: /\[ FAIL \] +- (?<what>SNP INIT|RMP INIT|SEV INIT|SEV-ES INIT)\b/,
    title: 'The secure processor of this host is not initialised for guests ($<what>)',
    hint: 'SNP needs SMEE, SEV-ES ASIDs, RMP coverage and the IOMMU in the BIOS set-up, and a kernel with kvm_amd.sev_snp=1: the host dmesg (ccp, SEV-SNP, kvm_amd) says what failed.',
  },
  {
    id: 'attest-preproduction',
    phase: 'host',
    // canonical/tdx b24078e attestation/check-production.sh, system-report.sh: bit 27 of MSR 0xce
    pattern: /(?:^|: )Pre-production(?:$| \(expected)/,
    title: 'The CPU is a pre-production part, which Intel’s production service for attestation does not know',
    hint: 'Let QGS, PCCS and verifier use the service for pre-production parts (sbx.api.trustedservices.intel.com), or take production CPUs.',
  },
  {
    id: 'attest-unregistered',
    phase: 'host',
    // canonical/tdx b24078e attestation/check-registration.sh
    pattern: /registration status NOK|assuming platform not registered/,
    title: 'This platform is not registered with Intel, so it gets no quotes',
    hint: REGISTER_HINT,
  },
]);
