/** What Cloud Hypervisor prints of an IGVM file: vmm/src/igvm/{igvm_loader,loader}.rs, vmm/src/vm.rs (v53), as a chain and as nested Debug text. */

import type { MachineStream } from '../../words/words.ts';
import type { Signature } from '../signature.ts';

const VMM: readonly MachineStream[] = ['vmm'];

export const CH_IGVM: readonly Signature[] = [
  {
    id: 'ch-igvm-memory',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Loader\((?:MemoryUnavailable|DataTooLarge|OverlapsExistingRegion|ImportPagesFailed)|^ {2}[0-9]+: (?:memory unavailable|overlaps with existing import region|data larger than imported region|failed to import pages)/,
    title: 'The IGVM file puts pages where this guest has no memory for them',
    hint: 'Its pages, the firmware’s below 4 GiB among them, must lie in the RAM of the guest: raise --memory size, and use a file that is made for Cloud Hypervisor and this platform (cloud-hypervisor#8454).',
    streams: VMM,
  },
  {
    id: 'ch-igvm-file',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?<what>invalid igvm file|failed to read igvm file|IGVM file not provided|multiple SNP ID blocks in IGVM file|parameter too large for parameter area|InvalidIgvmFile|igvmfile inserts unmeasured parameter area)/,
    title: 'Cloud Hypervisor cannot use the IGVM file: $<what>',
    hint: 'Check the path, and that the file has a header for this platform (native, SEV-SNP) and was made by a tool of this release.',
    streams: VMM,
  },
  {
    id: 'ch-igvm-isolated',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?<what>Error importing isolated pages|Error completing importing isolated pages|Error applying VMSA to vCPU registers|Error decoding host data|Error building SEV-SNP measured boot hash block)/,
    title: 'Cloud Hypervisor could not launch the confidential guest of the IGVM file: $<what>',
    hint: 'The host’s KVM or Microsoft hypervisor refuses a page or the launch: read its dmesg, and check that file, policy and host are made for the same SNP generation.',
    streams: VMM,
  },
];
