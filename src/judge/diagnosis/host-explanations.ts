/** What is said of a host's kernel log that reports no failure, and shows no success either. */

import type { Explanation } from './explanation.ts';

export const HOST_EXPLANATIONS: readonly Explanation[] = [
  {
    id: 'host-tdx-never-initialised',
    phase: 'host',
    title:
      'The BIOS reserved KeyIDs for TDX, but the TDX module was never initialised, and no error says why',
    advice:
      'The SEAM loader did not load the module (BIOS: enable it, update BIOS and module), or kvm_intel was not asked to (kvm_intel.tdx=1 on the command line; nohibernate). "tdx-boot doctor" checks both; /sys/module/kvm_intel/parameters/tdx must read Y (canonical/tdx#382).',
    certainty: 'likely',
    when: ({ seen }) =>
      seen.includes('host-tdx-enabled') &&
      !seen.includes('host-tdx-initialised') &&
      !seen.includes('host-tdx-module'),
  },
  {
    // init_tdx_module() in arch/x86/virt/vmx/tdx/tdx.c prints the version first, and its success or its error last.
    id: 'host-tdx-cut',
    phase: 'host',
    title:
      'The TDX module told its version, and the log ends before the kernel says whether it was initialised',
    advice:
      'Give all of the log: "module initialized" or an error must follow. If it ends there indeed, module and kernel do not fit: kernels that print "tdx:" and not "virt/tdx:" are Intel’s of 2022 and 2023, and those for TDX 1.0 (5.15, 5.19) stop at a module 1.5; upstream needs 1.5 and Linux 6.16.',
    certainty: 'unknown',
    when: ({ seen }) => seen.includes('host-tdx-module') && !seen.includes('host-tdx-initialised'),
  },
  {
    id: 'host-sev-unsettled',
    phase: 'host',
    title: 'The host has an AMD processor, and no line says that KVM offers SEV-SNP, or why not',
    advice:
      'Give all of the log: "kvm_amd: SEV-SNP enabled" or an error of ccp must follow. Where neither does, load kvm_amd with sev=1 (sev_es=1, sev_snp=1), and look for SMEE, SNP and the IOMMU in the BIOS set-up.',
    certainty: 'unknown',
    when: ({ seen }) => seen.includes('host-sev') && !seen.includes('host-snp-enabled'),
  },
  {
    id: 'host-tdx-unmentioned',
    phase: 'host',
    title: 'The host booted, and no line of its kernel says whether TDX works',
    advice:
      'The BIOS does not offer TDX, or the kernel is built without CONFIG_INTEL_TDX_HOST. "tdx-boot doctor" checks both. If this log was cut, give all of it.',
    certainty: 'unknown',
    when: ({ seen }) => !seen.some((id) => id.startsWith('host-')),
  },
];
