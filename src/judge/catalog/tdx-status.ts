/** What the completion status of a refused SEAMCALL says, by its class (Intel TDX Module ABI 1.5, completion status codes). */

import type { Cause } from '../signature.ts';

type State = Omit<Cause, 'title'> & { readonly says: string };

/** The lower half of a status of the P-SEAMLDR is a code; see the table of its names. */
const LOADER = { class: '00', kind: '0', detail: '0' } as const;

const STATES: readonly State[] = [
  {
    id: 'not-loaded',
    // TDX_SEAMCALL_VMFAILINVALID, arch/x86/include/asm/tdx.h
    when: { class: 'ff', low: 'ffff0000' },
    says: 'no TDX module is loaded',
    hint: 'The BIOS did not load it: enable the SEAM loader (TDX module loading) in the BIOS set-up and update the BIOS.',
  },
  {
    id: 'no-seam',
    // TDX_SEAMCALL_GP, TDX_SEAMCALL_UD
    when: { class: 'ff' },
    says: 'the CPU refuses the call, because TDX is not set up or VMX is off',
    hint: 'Enable TDX and the SEAM loader in the BIOS set-up; load kvm_intel with kvm.enable_virt_at_load=1, and end other hypervisors.',
  },
  {
    id: 'loader-image',
    // EBADPARAM, EBADSIG, EBADHASH
    when: { ...LOADER, low: ['00000000', '00020000', '00020001'] },
    says: 'the P-SEAMLDR refuses the image of the module',
    hint: 'The image is damaged, or not signed for this CPU: fetch the release for this CPU generation again.',
  },
  {
    id: 'loader',
    when: LOADER,
    says: 'the P-SEAMLDR cannot install this module',
    hint: 'It does not fit a CPU, the memory that the BIOS reserved, or the module that runs (EBADHANDOFF): take another release of the module, update the BIOS, and reboot the host.',
  },
  {
    id: 'td-dead',
    // The lower half is the reason for which the vCPU left the guest: 2 triple fault, 48 EPT violation
    when: { class: '00' },
    says: 'the TD or its vCPU is dead, and the TDX module does not run it again',
    hint: 'The guest did what no TD may do (detail 0x2: a triple fault), or the host broke its memory (a machine check in the host dmesg). Read the guest’s last lines, and start a new TD.',
  },
  {
    id: 'operand',
    when: { class: '01' },
    says: 'the TDX module finds an operand invalid',
    hint: 'The host kernel asks for something that this module does not have: update both.',
  },
  {
    id: 'busy',
    when: { class: '02' },
    says: 'the TDX module is busy with another call, or out of random numbers',
    hint: 'The kernel gave up after its retries: update the host kernel. TDX_RND_NO_ENTROPY means that RDRAND or RDSEED is exhausted.',
  },
  {
    id: 'page',
    when: { class: ['03', '04'] },
    says: 'the page has the wrong owner or type, or is not free',
    hint: 'A bug of the host kernel: memory was given to the TDX module twice, or is still in use. Update the host kernel, and report the trace.',
  },
  {
    id: 'seam',
    when: { class: '05', kind: '0', detail: 'd' },
    says: 'the TDX module does not fit this CPU',
    hint: 'Update the BIOS and microcode, or use the module that belongs to this CPU generation.',
  },
  {
    id: 'update',
    // TDX_SYS_SHUTDOWN, TDX_SYS_INVALID_HANDOFF, TDX_SYS_INCOMPATIBLE_SIGSTRUCT
    when: { class: '05', kind: '0', detail: ['6', '9', 'a'] },
    says: 'the TDX module was shut down for an update that did not succeed',
    hint: 'No TD can run until the host reboots: reboot, and try the update with a module that the old one can hand over to.',
  },
  {
    id: 'not-ready',
    when: { class: '05' },
    says: 'the TDX module is not ready for the call',
    hint: 'The module does not know what this kernel asks at this step: it is too old. Kernels from 6.8 on need module 1.5 or newer: update the BIOS and the TDX module (canonical/tdx#83, #331).',
  },
  {
    id: 'vcpus',
    // TDX_MAX_VCPUS_EXCEEDED, TDX_X2APIC_ID_NOT_UNIQUE
    when: { class: '07', kind: '0', detail: '5' },
    says: 'the TD has more vCPUs than it was made for',
    hint: 'A TD’s vCPUs are fixed when it is made (MAX_VCPUS): no vCPU can be hotplugged. Give QEMU -smp without maxcpus.',
  },
  {
    id: 'td-state',
    when: { class: ['06', '07'] },
    says: 'the TD or one of its vCPUs is in the wrong state',
    hint: 'The calls came in an order that the module does not take, or the TD has failed: host kernel, VMM and TDX module do not fit each other.',
  },
  {
    id: 'keys',
    when: { class: '08' },
    says: 'the TD’s key could not be made, or its KeyID is not free',
    hint: 'Reboot the host; if that repeats, update BIOS and TDX module, and lower the share of TDX KeyIDs to what the module supports.',
  },
  {
    id: 'cpuid',
    when: { class: '09', kind: '0' },
    says: 'the TDX module does not accept the CPUID of this host',
    hint: 'The BIOS has set CPU features as the module does not expect: update the BIOS, load its TDX defaults, and keep all sockets alike (canonical/tdx#161).',
  },
  {
    id: 'smrr',
    when: { class: '09', kind: '1' },
    says: 'the BIOS has not locked its SMM memory as TDX demands',
    hint: 'SMRR is not locked, or overlaps convertible memory: update the BIOS.',
  },
  {
    id: 'msr',
    when: { class: '09', kind: '2' },
    says: 'an MSR of the host has a value that TDX forbids',
    hint: 'The BIOS sets this MSR wrong, or not alike on all CPUs. Update the BIOS, and load its TDX defaults (canonical/tdx#25).',
  },
  {
    id: 'tdmr',
    when: { class: '0a' },
    says: 'the TDX module refuses a memory region of the host, a TDMR, PAMT or CMR',
    hint: 'Memory that the kernel uses is not convertible: unequal DIMMs, CXL or persistent memory, or memory below 1 MiB. Update BIOS and host kernel, and take such memory out.',
  },
  {
    id: 'ept',
    when: { class: '0b' },
    says: 'the TD’s page table is not as the kernel thinks',
    hint: 'A bug of the host’s KVM: update the host kernel, and report the trace.',
  },
  {
    id: 'metadata',
    when: { class: '0c' },
    says: 'the TDX module does not have the field that the kernel asks for, or does not let it be changed',
    hint: 'The kernel is newer than the TDX module: update the module (by a BIOS update, or from the EFI system partition).',
  },
];

/** For a row whose groups `class`, `kind`, `detail` and `low` are digits of its group `status`. */
export function tdxStatus(call: string): readonly Cause[] {
  return STATES.map(({ says, ...state }) => ({ ...state, title: `${call} failed: ${says} ($<status:tdx>)` }));
}
