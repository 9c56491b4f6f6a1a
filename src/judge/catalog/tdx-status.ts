/** What the status of a refused SEAMCALL says: the upper half of RAX, by class (Intel TDX Module ABI, completion status codes). */

import type { Cause } from '../signature.ts';

/** For a row whose groups `class`, `kind` and `detail` are the digits of 0x....CCKD........, and whose group `leaf` names the call. */
export const TDX_STATUS: readonly Cause[] = [
  {
    id: 'not-loaded',
    // TDX_SEAMCALL_VMFAILINVALID, arch/x86/include/asm/tdx.h
    when: { class: 'ff' },
    title: 'SEAMCALL $<leaf> failed: no TDX module is loaded',
    hint: 'The BIOS did not load it: enable the SEAM loader (TDX module loading) in the BIOS set-up and update the BIOS.',
  },
  {
    id: 'operand',
    when: { class: '01' },
    title: 'SEAMCALL $<leaf> failed: the TDX module finds an operand invalid',
    hint: 'The lower half of the status numbers the operand. The host kernel asks for something that this module does not have: update both.',
  },
  {
    id: 'busy',
    when: { class: '02' },
    title: 'SEAMCALL $<leaf> failed: the TDX module is busy with another call, or out of random numbers',
    hint: 'The kernel gave up after its retries: update the host kernel. 0x80000203 means that RDRAND or RDSEED is exhausted.',
  },
  {
    id: 'page',
    when: { class: ['03', '04'] },
    title: 'SEAMCALL $<leaf> failed: the page is in the wrong state (owner, type or not free)',
    hint: 'A bug of the host kernel: memory was given to the TDX module twice, or is still in use. Update the host kernel, and report the trace.',
  },
  {
    id: 'seam',
    when: { class: '05', kind: '0', detail: 'd' },
    title: 'SEAMCALL $<leaf> failed: the TDX module does not fit this CPU',
    hint: 'Update the BIOS and microcode, or use the module that belongs to this CPU generation.',
  },
  {
    id: 'not-ready',
    when: { class: '05' },
    title: 'SEAMCALL $<leaf> failed: the TDX module is not ready for the call',
    hint: 'The module does not know what this kernel asks at this step: it is too old. Kernels from 6.8 on need module 1.5 or newer: update the BIOS and the TDX module (canonical/tdx#83, #331).',
  },
  {
    id: 'td-state',
    when: { class: ['06', '07'] },
    title: 'SEAMCALL $<leaf> failed: the TD or one of its vCPUs is in the wrong state',
    hint: 'The calls came in an order that the module does not take, or the TD has failed: host kernel, VMM and TDX module do not fit each other.',
  },
  {
    id: 'keys',
    when: { class: '08' },
    title: 'SEAMCALL $<leaf> failed: the TD’s key could not be made, or its KeyID is not free',
    hint: 'Reboot the host; if that repeats, update BIOS and TDX module, and lower the share of TDX KeyIDs to what the module supports.',
  },
  {
    id: 'cpuid',
    when: { class: '09', kind: '0' },
    title: 'SEAMCALL $<leaf> failed: the TDX module does not accept the CPUID of this host',
    hint: 'The BIOS has set CPU features as the module does not expect: update the BIOS, load its TDX defaults, and keep all sockets alike (canonical/tdx#161).',
  },
  {
    id: 'smrr',
    when: { class: '09', kind: '1' },
    title: 'SEAMCALL $<leaf> failed: the BIOS has not locked its SMM memory as TDX demands',
    hint: 'SMRR is not locked, or overlaps convertible memory: update the BIOS.',
  },
  {
    id: 'msr',
    when: { class: '09', kind: '2' },
    title: 'SEAMCALL $<leaf> failed: an MSR of the host has a value that TDX forbids',
    hint: 'The lower half of the status is the MSR: the BIOS sets it wrong or not alike on all CPUs. Update the BIOS, and load its TDX defaults (canonical/tdx#25).',
  },
  {
    id: 'tdmr',
    when: { class: '0a' },
    title: 'SEAMCALL $<leaf> failed: the TDX module refuses the host’s memory regions (TDMR, PAMT or CMR)',
    hint: 'Memory that the kernel uses is not convertible: unequal DIMMs, CXL or persistent memory, or memory below 1 MiB. Update BIOS and host kernel, and take such memory out.',
  },
  {
    id: 'ept',
    when: { class: '0b' },
    title: 'SEAMCALL $<leaf> failed: the TD’s page table is not as the kernel thinks',
    hint: 'A bug of the host’s KVM: update the host kernel, and report the trace.',
  },
];
