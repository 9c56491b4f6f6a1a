/** What the kernel of an AMD host prints of SEV and SEV-SNP. */

import type { Cause, HostSign, LineOrigin, Signature } from '../signature.ts';

const HOST: readonly LineOrigin[] = ['host'];

/** SEV_TERM_SET_* and their codes: GHCB specification 2.03 section 2.3.1, arch/x86/include/asm/sev-common.h (Linux 6.16). */
const TERMINATIONS: readonly Cause[] = [
  {
    id: 'snp-unsupported',
    when: { set: '0x0', code: '0x2' },
    title: 'The SEV guest ended itself: the host does not offer what its SNP needs',
    hint: 'Host kernel, QEMU and guest do not fit each other (GHCB version, SNP features): update the older one.',
  },
  {
    id: 'protocol',
    when: { set: '0x0', code: '0x1' },
    title: 'The SEV guest ended itself: the host speaks no GHCB protocol that it knows',
    hint: 'Host kernel and guest do not fit each other (GHCB version): update the older one.',
  },
  {
    id: 'memory',
    when: { set: '0x1', code: ['0x1', '0x2'] },
    title: 'The Linux of the SNP guest ended itself: it could not validate or convert a page',
    hint: 'The host did not change the state of a page (PSC, PVALIDATE): read the host’s dmesg, and compare guest and host kernel.',
  },
  {
    id: 'cpuid',
    when: { set: '0x1', code: ['0x4', '0x5'] },
    title: 'The Linux of the SNP guest ended itself: its CPUID page is wrong',
    hint: 'The VMM or the firmware has put no valid CPUID page into the guest: use a firmware and a QEMU that are made for SNP.',
  },
];

/** The answers of the secure processor to INIT and SNP_INIT: AMD’s SEV API 55766 and SNP ABI 56860. */
const INIT: readonly Cause[] = [
  {
    id: 'config',
    when: { error: ['0x3', '3'] },
    title:
      'The secure processor refused to initialise $<what>: the platform is not configured for it ($<error:psp>)',
    hint: 'A setting of the BIOS: SNP memory (RMP) coverage, SMEE, the ASID split, IOMMU in SNP mode, and SMT as the policy wants; the SEV firmware may be too old for them (AMDSEV#189).',
  },
  {
    id: 'state',
    when: { error: ['0x1', '1', '0x5', '5'] },
    title:
      'The secure processor refused to initialise $<what>: its platform is in a wrong state ($<error:psp>)',
    hint: 'An initialisation before this one failed, often that of SNP: its line says why. Else restart the machine from cold.',
  },
  {
    id: 'flush',
    when: { error: ['0xe', '14', '0xf', '15'] },
    title:
      'The secure processor refused to initialise $<what>: caches were not flushed since the last use ($<error:psp>)',
    hint: 'Kernel and SEV firmware do not fit each other, or another user of the device left it so: update the SEV firmware (linux-firmware) and the kernel, and restart from cold.',
  },
  {
    id: 'hardware',
    when: { error: ['0x13', '19', '0x14', '20'] },
    title: 'The secure processor refused to initialise $<what>: the platform itself fails ($<error:psp>)',
    hint: 'The BIOS or its firmware of the secure processor is at fault: update the BIOS, then the SEV firmware.',
  },
  {
    id: 'rmp',
    when: { error: ['0x20', '32', '0x26', '38'] },
    title: 'The secure processor refused to initialise $<what>: the RMP table is not set up ($<error:psp>)',
    hint: 'Enable SNP memory (RMP table) coverage in the BIOS set-up; all memory must be covered.',
  },
];

/** sev_pci_init() in drivers/crypto/ccp/sev-dev.c, arch/x86/virt/svm/sev.c, and sev_hardware_setup() in arch/x86/kvm/svm/sev.c (Linux 5.11 to 6.16). */
export const HOST_SEV_SIGNS: readonly HostSign[] = [
  {
    id: 'host-snp-enabled',
    pattern: /SEV-SNP (?:enabled \(ASIDs|supported: [0-9]+ ASIDs)/,
    title: 'KVM offers SEV-SNP',
  },
  {
    id: 'host-sev',
    pattern: /\bccp [0-9a-f]{4}:[0-9a-f:.]+: |SEV-SNP: RMP table physical|kvm_amd: /,
    title: 'the secure processor of an AMD host',
  },
];

/** drivers/crypto/ccp/sev-dev.c, arch/x86/virt/svm/sev.c (Linux 6.16), and AMD's trees before. */
export const HOST_SEV: readonly Signature[] = [
  {
    id: 'linux-host-sev-busy',
    phase: 'host',
    severity: 'error',
    // sev-dev.c __sev_do_cmd_locked(); with "are in-progress" in AMD's trees before it was merged
    pattern: /SEV: too many firmware commands (?:are )?in[- ]progress/,
    title: 'The host’s SEV driver has no command buffer left: commands nest, or did not end',
    hint: 'A bug of the host kernel (AMDSEV#205: trees of early 2024): update it, and restart the host, since pages of SNP guests may be lost.',
    streams: HOST,
  },
  {
    id: 'linux-host-psp-silent',
    phase: 'host',
    severity: 'error',
    // sev-dev.c __sev_do_cmd_locked(), tee-dev.c tee_wait_cmd_poll() and tee_wait_cmd_completion(); what is asked of the PSP later fails.
    pattern: /command .*timed out, disabling PSP/,
    title: 'The secure processor (PSP) does not answer: the kernel has given it up',
    hint: 'No SEV command works until the machine is restarted, best from cold. Update BIOS and SEV firmware (linux-firmware).',
    streams: HOST,
  },
  {
    id: 'linux-host-snp-firmware',
    phase: 'host',
    severity: 'error',
    // sev-dev.c sev_pci_init() of AMD’s trees before Linux 6.9, which says so at debug level
    pattern: /SEV-SNP support requires firmware version >= (?<version>[0-9]+:[0-9]+)/,
    title: 'The SEV firmware of this host is too old for SEV-SNP: it must be $<version> or newer',
    hint: 'Install the SEV firmware of linux-firmware (/lib/firmware/amd/amd_sev_fam*.sbin) or a newer BIOS, and restart the host. What fails after this line follows from it.',
    streams: HOST,
  },
  {
    id: 'linux-host-sev-file',
    phase: 'host',
    severity: 'error',
    // sev-dev.c sev_read_init_ex_file(), sev_write_init_ex_file(), __sev_platform_init_handle_init_ex_path()
    pattern:
      /SEV: (?:could not open .+, error -[0-9]|failed to write [0-9]+ bytes to non volatile|INIT_EX NV memory (?:allocation|page state change) failed)/,
    title: 'The SEV driver of the host cannot use the file of its non-volatile data (ccp.init_ex_path)',
    hint: 'The file has to be on a file system that is mounted when ccp is loaded, and writable; without the parameter SEV keeps its data in the flash.',
    streams: HOST,
  },
  {
    id: 'linux-host-sev-init',
    phase: 'host',
    severity: 'error',
    pattern: /(?<what>SEV(?:-SNP)?): failed to INIT(?:_EX)?\b(?:.*error (?<error>0x[0-9a-f]+|-?[0-9]+))?/,
    title: 'The firmware of the secure processor refused to initialise $<what>',
    hint: 'Check SEV, SNP and the RMP table in the BIOS set-up, that IOMMU and memory encryption are on, and update BIOS and SEV firmware (linux-firmware).',
    streams: HOST,
    causes: INIT,
  },
  {
    id: 'linux-host-sev-terminated',
    phase: 'firmware',
    orLater: true,
    severity: 'fatal',
    // arch/x86/kvm/svm/sev.c sev_handle_vmgexit_msr_protocol(): set 0 is the GHCB's, 1 Linux', others are a firmware's own
    pattern: /SEV-ES guest requested termination: (?<set>0x[0-9a-f]+|0):(?<code>0x[0-9a-f]+|0)/,
    title: 'The SEV guest ended itself (reason set $<set>, code $<code>)',
    hint: 'The guest, most often its firmware or SVSM, found what it cannot go on with. Its console says more: build the firmware with debug output.',
    streams: HOST,
    causes: TERMINATIONS,
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
