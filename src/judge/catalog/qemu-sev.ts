/** Why an AMD SEV or SEV-SNP guest does not start under QEMU: which launch command and which error of the firmware. */

import type { MachineStream } from '../../words/words.ts';
import type { Cause, Signature } from '../signature.ts';

/** A guest may print these words on its console: only the VMM's own stderr counts. */
const VMM: readonly MachineStream[] = ['vmm'];

/** sev_fw_errlist of target/i386/sev.c (QEMU 10.1), SEV_RET_* of include/uapi/linux/psp-sev.h, and the errno of KVM. */
const LAUNCH: readonly Cause[] = [
  {
    id: 'measurement',
    when: { firmware: ['10', '11'] },
    title: 'The SEV firmware refused $<command>: signature or measurement of the ID block is wrong',
    hint: 'The ID block does not belong to these firmware, kernel hashes, vCPUs and CPU model: compute its measurement anew (sev-snp-measure).',
  },
  {
    id: 'policy',
    when: { firmware: '7' },
    title: 'The SEV firmware refused $<command>: the platform does not allow the guest’s policy',
    hint: 'The policy asks for what the host lacks: SMT off, a newer ABI, a single socket, or no debugging.',
  },
  {
    id: 'vmsa',
    when: { command: 'LAUNCH_UPDATE_VMSA', firmware: '3' },
    title: 'The SEV firmware refuses the state of a SEV-ES vCPU: its configuration is invalid',
    hint: 'SEV-ES needs a newer SEV firmware than SEV, and ASIDs of its own in the BIOS set-up (AMDSEV#41): update it, and read the host dmesg.',
  },
  {
    id: 'platform',
    when: { firmware: ['1', '3', '5'] },
    title: 'The SEV firmware refused $<command>: the platform is in a wrong state',
    hint: 'Another user owns the platform, or SNP was not initialised: read the host dmesg (ccp, SEV-SNP), and update the SEV firmware.',
  },
  {
    id: 'limit',
    when: { firmware: ['12', '13', '23'] },
    title: 'The host has no ASID or firmware resource left for $<command>',
    hint: 'End another SEV guest, or give SEV-ES and SNP more ASIDs in the BIOS set-up.',
  },
  {
    id: 'abi',
    when: { status: ['-25', '-524', '-95'] },
    title: 'KVM does not know $<command>: QEMU and the host kernel do not fit each other',
    hint: 'SNP needs Linux 6.11 or newer with QEMU 9.1 or newer, or the pair of one tree (AMDSEV#216).',
  },
  {
    id: 'arguments',
    when: { status: '-22' },
    title: 'KVM refused the arguments of $<command>',
    hint: 'An option that this QEMU or KVM does not take for SNP: firmware goes with -bios, not pflash; check the policy and the machine (AMDSEV#223).',
  },
  {
    id: 'unsupported',
    when: { firmware: ['15', '21'] },
    title: 'The SEV firmware does not support what $<command> asks for',
    hint: 'It may be too old, or an update of it has taken the kind of guest or the policy away (SEV-ES beside SNP: AMDSEV#282): compare its version (dmesg, ccp) with the release notes, and try another kind or policy.',
  },
  {
    id: 'parameter',
    when: { firmware: '22' },
    title: 'The SEV firmware found a parameter of $<command> invalid',
    hint: 'For SNP_LAUNCH_UPDATE most often the CPUID page: a CPU model or feature that this host does not have (nvtrust#91). Use -cpu EPYC-v4 or the host’s generation.',
  },
];

export const QEMU_SEV: readonly Signature[] = [
  {
    id: 'qemu-sev-cpuid',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /SEV-SNP: CPUID validation failed for function (?<leaf>0x[0-9a-f]+)/,
    title: 'The SEV firmware does not accept CPUID leaf $<leaf> of the CPU model',
    hint: 'The lines below show both values: use a CPU model of the host’s generation, or switch the feature off.',
    streams: VMM,
  },
  {
    id: 'qemu-sev-launch',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?<command>(?:SNP_)?LAUNCH_(?:START|UPDATE_DATA|UPDATE_VMSA|UPDATE|MEASURE|FINISH)) ret ?= ?(?<status>-?[0-9]+) fw_error ?= ?(?<firmware>[0-9]+)/,
    title:
      'The SEV guest could not be launched: $<command> failed (error $<status>, firmware $<firmware:sev>)',
    hint: 'The text behind fw_error is the firmware’s reason; the host dmesg (ccp, SEV-SNP) may say more.',
    streams: VMM,
    causes: LAUNCH,
  },
  {
    id: 'qemu-sev-device',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /\bsev[a-z_]*: (?:Failed to open (?<path>\S+) '|failed to get platform status ret=|failed to initialize ret=(?<status>-?[0-9]+))|SEV is not enabled in KVM|guest policy requires SEV-ES, but host SEV-ES support/,
    title: 'The host offers no SEV, or not the kind that the guest asks for',
    hint: 'Enable SME, SEV-ES and SNP in the BIOS set-up, boot with kvm_amd.sev_snp=1 and mem_encrypt=on, give QEMU /dev/sev, and read the host dmesg (ccp, SEV-SNP).',
    streams: VMM,
    causes: [
      {
        id: 'off',
        // arch/x86/kvm/svm/sev.c sev_mem_enc_ioctl(): ENOTTY unless kvm_amd has SEV on; an unknown command is EINVAL
        when: { status: 'ENOTTY' },
        title: 'KVM has SEV switched off',
        hint: 'kvm_amd has found no SEV that works: enable SME and SEV in the BIOS set-up (ASIDs, too), boot with kvm_amd.sev=1, and read what the host dmesg says of ccp and kvm_amd.',
      },
      {
        id: 'abi',
        when: { status: 'EINVAL' },
        title:
          'KVM does not initialise SEV as this QEMU asks: QEMU and the host kernel do not fit each other',
        hint: 'SNP needs Linux 6.11 or newer with QEMU 9.1 or newer, or the pair of one tree; this kind of SEV must be on, too (/sys/module/kvm_amd/parameters).',
      },
    ],
  },
  {
    id: 'qemu-sev-parameter',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /cbitpos check failed, host '(?<host>[0-9]+)' requested '(?<wanted>[0-9]+)'|reduced_phys_bits check failed|SEV-ES guests require in-kernel irqchip support|SEV (?:information block|hashes? table)[^:]*not found|SEV-ES reset address is zero/,
    title: 'The SEV guest’s options or its firmware do not fit SEV',
    hint: 'cbitpos is 51 on Zen 3 and newer and reduced-phys-bits 1; the firmware must be built for SEV (AmdSevX64, or OVMF for SEV-ES).',
    streams: VMM,
  },
  {
    id: 'qemu-sev-context',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /\bsev[a-z_]*: failed to (?:create encryption context|register region)|snp_populate_metadata_pages: Failed/,
    title: 'QEMU could not make the SEV guest',
    hint: 'The line above says which command failed.',
    streams: VMM,
    symptom: true,
  },
  {
    id: 'qemu-sev-hashes',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // target/i386/sev.c sev_add_kernel_loader_hashes (QEMU 8.1)
    pattern:
      /SEV: (?<what>guest firmware hashes table area is invalid|kernel specified but guest firmware has no hashes table|cannot map hashes table)/,
    title: 'The firmware has no place for the hashes of kernel, initrd and cmdline (kernel-hashes=on)',
    hint: 'Use an OVMF built from OvmfPkg/AmdSev/AmdSevX64.dsc, which reserves the table; the plain OvmfPkgX64 does not. Or take kernel-hashes=on away: then the kernel is not measured.',
    streams: VMM,
  },
];
