/** Why KVM refuses QEMU's TDX calls: which call and which error number name the cause. */

import type { MachineStream } from '../../words/words.ts';
import type { Cause, Signature } from '../signature.ts';

/** A guest may print these words on its console: only the VMM's own stderr counts. */
const VMM: readonly MachineStream[] = ['vmm'];

const ABI_HINT =
  'Use a QEMU and a host kernel that belong together: QEMU 10.1 or newer with Linux 6.16 or newer, or the pair of one distribution (canonical/tdx#114, #385).';

/** The errors of arch/x86/kvm/vmx/tdx.c (Linux 6.16), by the ioctl that returns them. */
const CAUSES: readonly Cause[] = [
  {
    id: 'operand',
    // tdx_td_init: TDH.MNG.INIT found an operand invalid, and its status is handed to the caller.
    when: { ioctl: 'KVM_TDX_INIT_VM', errno: 'EINVAL', status: { from: 1 } },
    title: 'The TDX module refused a parameter of the TD ($<status:tdx>)',
    hint: 'The name after it is the operand of TDH.MNG.INIT: attributes, XFAM, CPUID_CONFIG, or the TSC frequency. Use -cpu host, and leave attributes and tsc-freq out.',
  },
  {
    id: 'parameters',
    // setup_tdparams, setup_tdparams_cpuids, setup_tdparams_eptp_controls.
    when: { ioctl: 'KVM_TDX_INIT_VM', errno: 'EINVAL' },
    title: 'KVM refused the parameters of the TD (KVM_TDX_INIT_VM: Invalid argument)',
    hint: 'Check -cpu host, attributes, XFAM, the guest physical address width (48 or 52), and that QEMU fits the kernel; a new CPU needs a new TDX module and kernel (canonical/tdx#286).',
  },
  {
    id: 'no-keyid',
    // tdx_guest_keyid_alloc: ida_alloc_range.
    when: { ioctl: 'KVM_TDX_INIT_VM', errno: 'ENOSPC' },
    title: 'No private KeyID is free: the host runs as many TDs as it can',
    hint: 'End another TD, or give TDX more KeyIDs in the BIOS set-up (TME-MT/TDX key split).',
  },
  {
    id: 'cgroup',
    // __tdx_td_init: misc_cg_try_charge(MISC_CG_RES_TDX).
    when: { ioctl: 'KVM_TDX_INIT_VM', errno: 'EBUSY' },
    title: 'The cgroup of the VMM allows no more TDs',
    hint: 'misc.max of the cgroup limits the KeyIDs for TDs ("tdx N"): raise the limit, or end another TD.',
  },
  {
    id: 'entropy',
    // TDX_RND_NO_ENTROPY of TDH.MNG.CREATE and TDH.MNG.ADDCX.
    when: { ioctl: 'KVM_TDX_INIT_VM', errno: 'EAGAIN' },
    title: 'The CPU had no random numbers for the TD’s key (no entropy)',
    hint: 'Something on the host exhausts RDRAND and RDSEED; QEMU has tried 10 000 times. Try again on a quieter host.',
  },
  {
    id: 'many-cpuid',
    when: { ioctl: 'KVM_TDX_INIT_VM', errno: 'E2BIG' },
    title: 'KVM takes fewer CPUID entries than QEMU gives',
    hint: ABI_HINT,
  },
  {
    id: 'attributes',
    // init_kvm_tdx_caps: the TDX module fixes bits that KVM does not support.
    when: { ioctl: 'KVM_TDX_CAPABILITIES', errno: 'EIO' },
    title: 'The TDX module demands attributes or XFAM bits that this KVM does not support',
    hint: 'TDX module and host kernel do not fit each other: update both.',
  },
  {
    id: 'vcpu-state',
    // tdx_vcpu_init: the TD is not initialised, or the vCPU already is.
    when: { ioctl: 'KVM_TDX_INIT_VCPU', errno: 'EINVAL' },
    title: 'KVM refused to initialise a vCPU of the TD',
    hint: 'The vCPU was initialised before, or its local APIC is not in x2APIC mode with kernel_irqchip=split. Use a QEMU that fits the kernel.',
  },
  {
    id: 'memory-range',
    // tdx_vcpu_init_mem_region: not page aligned, not private, or the TD is final.
    when: { ioctl: 'KVM_TDX_INIT_MEM_REGION', errno: 'EINVAL' },
    title: 'KVM refused a section of the firmware as the first memory of the TD',
    hint: 'The section is not page aligned, lies outside the private memory, or the TD is already final: check the firmware with "tdx-boot firmware inspect".',
  },
  {
    id: 'memory-io',
    // tdx_gmem_post_populate: TDH.MEM.PAGE.ADD failed; sc_retry gave up on TDX_OPERAND_BUSY.
    when: { ioctl: 'KVM_TDX_INIT_MEM_REGION', errno: 'EIO' },
    title: 'The TDX module refused the first memory of the TD',
    hint: 'TDH.MEM.PAGE.ADD failed: two sections of the firmware overlap or were added twice, or QEMU and kernel do not fit each other. The host dmesg has the SEAMCALL (canonical/tdx#319).',
  },
  {
    id: 'memory-source',
    when: { ioctl: 'KVM_TDX_INIT_MEM_REGION', errno: 'EFAULT' },
    title: 'KVM could not read a section of the firmware',
    hint: 'The source of the section is not mapped in QEMU: the firmware file is shorter than its metadata says.',
  },
  {
    id: 'memory-twice',
    when: { ioctl: 'KVM_TDX_INIT_MEM_REGION', errno: 'EEXIST' },
    title: 'A page of the TD’s first memory was added twice',
    hint: 'Two sections of the firmware overlap: check its metadata with "tdx-boot firmware inspect".',
  },
  {
    id: 'pending-pages',
    // tdx_td_finalize: nr_premapped is not zero.
    when: { ioctl: 'KVM_TDX_FINALIZE_VM', errno: 'EINVAL' },
    title: 'KVM refused to finalise the TD: pages are mapped that were never added, or it is final',
    hint: 'QEMU and kernel do not fit each other, or the TD was finalised before (a reset).',
  },
  {
    id: 'abi',
    // vt_mem_enc_ioctl: no TD, or a KVM without TDX; kvm_arch_vm_ioctl: no such ioctl.
    when: { errno: ['ENOTTY', 'ENOSYS'] },
    title: 'KVM does not know this TDX call ($<ioctl>): QEMU speaks another TDX interface',
    hint: ABI_HINT,
  },
  {
    id: 'off',
    when: { errno: ['EOPNOTSUPP', 'ENODEV', 'ENXIO'] },
    title: 'TDX is off on the host ($<ioctl>: $<errno>)',
    hint: '/sys/module/kvm_intel/parameters/tdx must read Y; the host dmesg says why it does not (virt/tdx, kvm_intel).',
  },
  {
    id: 'memory',
    when: { errno: 'ENOMEM' },
    phase: 'host',
    title: 'The host has not enough memory for the TD ($<ioctl>)',
    hint: 'Control pages and memory of a TD cannot be swapped: free memory on the host, or give the guest less.',
  },
  {
    id: 'busy',
    // TDX_OPERAND_BUSY.
    when: { errno: ['EBUSY', 'EAGAIN'] },
    title: 'The TDX module was busy with another call ($<ioctl>)',
    hint: 'Another VMM or CPU held the resource: try again, and update the host kernel if that repeats.',
  },
  {
    id: 'seamcall',
    // KVM_BUG_ON of a SEAMCALL.
    when: { errno: 'EIO' },
    title: 'A call of the TDX module failed ($<ioctl>: Input/output error)',
    hint: 'The host dmesg has the SEAMCALL and its status. Update BIOS, TDX module (1.5.06 or later) and host kernel.',
  },
  {
    id: 'denied',
    when: { errno: ['EPERM', 'EACCES'] },
    title: 'The VMM may not make a TD ($<ioctl>: $<errno>)',
    hint: 'A security module or a sandbox of the VMM forbids the call: read the host’s audit log.',
  },
];

export const QEMU_TDX_IOCTL: Signature = {
  id: 'qemu-tdx-ioctl',
  phase: 'vmm',
  severity: 'fatal',
  pattern:
    /(?<ioctl>KVM_TDX_[A-Z_]+) failed(?:, hw_errors: (?<status>0x[0-9a-f]+))?:? (?<errno>[A-Z][A-Za-z /-]*[a-z])/,
  title: '$<ioctl> failed: $<errno>',
  hint: 'KVM refused a TDX call: check -cpu host and attributes, that QEMU fits the kernel, and the host dmesg.',
  streams: VMM,
  causes: CAUSES,
};
