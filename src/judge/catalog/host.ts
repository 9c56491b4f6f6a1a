/** What the kernel of a TDX host prints when it cannot offer Trust Domains or breaks one, and lines of a sound host. */

import type { HostSign, LineOrigin, Signature } from '../signature.ts';
import { HOST_SEV, HOST_SEV_SIGNS } from './host-sev.ts';
import { HOST_VFIO } from './host-vfio.ts';
import { SOUND_PROGRAMS } from './sound-programs.ts';
import { tdxStatus } from './tdx-status.ts';

/** A guest may itself be a host of nested guests, so only the host's kernel log counts. */
const HOST: readonly LineOrigin[] = ['host'];
const TRACE_END = '---[ end trace';

/** Lines of a host whose TDX comes up. `enabled` without a later `initialised` is the silent failure. */
export const HOST_SIGNS: readonly HostSign[] = [
  ...SOUND_PROGRAMS,
  {
    id: 'host-tdx-enabled',
    pattern: /tdx: BIOS enabled: private KeyID range/,
    title: 'the BIOS reserved KeyIDs for TDX',
  },
  {
    id: 'host-tdx-initialised',
    // arch/x86/virt/vmx/tdx/tdx.c (Linux 6.16, Intel's trees of 2022 and 2023)
    pattern: /tdx: (?:(?:TDX-Module|TDX module|module) initialized|Successfully initialized TDX module)/,
    title: 'the TDX module is initialised',
  },
  { id: 'host-pamt', pattern: /tdx: [0-9]+ [kK]i?B allocated for PAMT/, title: 'memory for the PAMT' },
  {
    id: 'host-tdx-module',
    pattern: /tdx: TDX module(?::| [0-9]+\.[0-9]+)/,
    title: 'version of the TDX module',
  },
  {
    id: 'host-mktme',
    pattern: /x86\/(?:mktme|tme): .*(?:KeyIDs available|enabled by BIOS)/,
    title: 'TME keys',
  },
  { id: 'host-s3', pattern: /tdx: Disable ACPI S3/, title: 'ACPI S3 excludes TDX' },
  ...HOST_SEV_SIGNS,
];

export const HOST_SIGNATURES: readonly Signature[] = [
  ...HOST_SEV,
  ...HOST_VFIO,
  {
    id: 'linux-host-no-tdx-parameter',
    phase: 'host',
    severity: 'error',
    // kernel/params.c, kernel/module/main.c unknown_module_param_cb
    pattern: /kvm_intel: unknown parameter 'tdx' ignored/,
    title: 'This kernel’s kvm_intel knows no TDX: it ignores tdx=1',
    hint: 'Boot the kernel with TDX (Linux 6.16 or newer with CONFIG_KVM_INTEL_TDX=y; on Ubuntu 24.04 the -intel kernel, not -generic): see uname -r (canonical/tdx#424).',
    streams: HOST,
  },
  {
    id: 'linux-host-rbp',
    phase: 'host',
    severity: 'error',
    // arch/x86/virt/vmx/tdx/tdx.c check_features()
    pattern: /frame pointer \(RBP\) clobber bug present|tdx: NO_RBP_MOD feature is not supported/,
    title: 'The TDX module is too old for this kernel: it lets guests break RBP',
    hint: 'Update the TDX module to one with NO_RBP_MOD (1.5 and newer), by a BIOS update or from the EFI system partition.',
    streams: HOST,
  },
  {
    id: 'linux-host-private-mce',
    phase: 'host',
    severity: 'error',
    pattern: /TDX private memory error\. Possible kernel bug/,
    title: 'A machine check in memory of a TD: the host kernel wrote there',
    hint: 'Erratum TDX_PW_MCE of Sapphire and Emerald Rapids: a partial write poisons TD memory. Update the host kernel, and report the trace.',
    streams: HOST,
  },
  {
    id: 'linux-host-keyid-leak',
    phase: 'host',
    severity: 'error',
    pattern: /tdh_mng_(?:key_freeid|vpflushdone)(?:\(\))? failed\. HKID (?<keyid>[0-9]+) is leaked/,
    title: 'The host lost KeyID $<keyid> when a TD ended',
    hint: 'Each lost KeyID means one TD less until the host reboots: update host kernel and TDX module, and report the SEAMCALL above.',
    streams: HOST,
  },
  {
    id: 'linux-host-vfio-memlock',
    phase: 'host',
    severity: 'error',
    // drivers/vfio/vfio_iommu_type1.c, drivers/iommu/iommufd/pages.c
    pattern: /vfio_pin_pages_remote: RLIMIT_MEMLOCK \((?<limit>[0-9]+)\) exceeded/,
    title: 'VFIO may lock only $<limit> bytes of memory',
    hint: 'Raise the limit of locked memory of the VMM (ulimit -l, LimitMEMLOCK=infinity, memtune hard_limit of libvirt).',
    streams: HOST,
  },
  {
    id: 'linux-host-dma-fault',
    phase: 'host',
    severity: 'error',
    // drivers/iommu/intel/dmar.c dmar_fault_do_one()
    pattern: /DMAR: \[[A-Z][A-Za-z_ -]*\] Request device \[(?<device>[0-9a-f:.]+)\].* fault (?:addr|index) /,
    title: 'The IOMMU stopped a DMA of device $<device>',
    hint: 'A passed-through device reached memory that is not mapped for it, in a TD private memory: update QEMU (10.1 and newer), and check the guest’s driver.',
    streams: HOST,
  },
  {
    id: 'linux-host-tdx-init-failed',
    phase: 'host',
    severity: 'error',
    pattern: /tdx: (?:TDX-Module |TDX module |module )?initialization failed \((?<errno>-[0-9]+)\)/,
    title: 'TDX module initialization failed ($<errno>)',
    hint: 'Update BIOS and TDX module, and read the SEAMCALL line above.',
    streams: HOST,
    symptom: true,
    // init_tdx_module() of arch/x86/virt/vmx/tdx/tdx.c (Linux 6.16)
    causes: [
      {
        id: 'not-loaded',
        when: { errno: 'ENODEV' },
        title: 'TDX module initialization failed: no module is loaded (-19)',
        hint: 'The BIOS did not load it: enable TDX and the SEAM loader in the BIOS set-up and update the BIOS.',
      },
      {
        id: 'memory',
        when: { errno: 'ENOMEM' },
        title: 'TDX module initialization failed: no memory for the PAMT (-12)',
        hint: 'The PAMT takes 1/256 of the memory in one piece for each region: let kvm_intel load early in the boot, before memory is fragmented.',
      },
      {
        id: 'regions',
        when: { errno: 'ENOSPC' },
        title: 'TDX module initialization failed: the memory map has too many holes (-28)',
        hint: 'There are more regions or reserved areas than the TDX module takes: update the TDX module and the host kernel (canonical/tdx#135).',
      },
      {
        id: 'module',
        when: { errno: 'EINVAL' },
        title:
          'TDX module initialization failed: the kernel does not accept this module, or a package has no CPU online (-22)',
        hint: 'The line above says which; the kernel needs a module with NO_RBP_MOD (1.5 and newer). Bring all CPUs online.',
      },
      {
        id: 'no-seam',
        // sc_retry_prerr: #GP of SEAMCALL, which prints no line of its own
        when: { errno: 'EOPNOTSUPP' },
        title: 'TDX module initialization failed: the CPU refuses SEAMCALL (-95)',
        hint: 'SEAMRR is not set up: the BIOS enabled KeyIDs and not TDX itself. Enable TDX and the SEAM loader in the BIOS set-up, and update the BIOS.',
      },
      {
        id: 'no-vmx',
        // sc_retry_prerr: #UD of SEAMCALL outside VMX operation
        when: { errno: 'EACCES' },
        title: 'TDX module initialization failed: VMX is not on (-13)',
        hint: 'Load kvm_intel with tdx=1 and kvm.enable_virt_at_load=1, and end other hypervisors that hold VMX.',
      },
      {
        id: 'refused',
        when: { errno: 'EIO' },
        title: 'TDX module initialization failed: the module refused a call (-5)',
        hint: 'The SEAMCALL line above has its status; without one, boot with loglevel=7. Update BIOS, TDX module and host kernel.',
      },
    ],
  },
  {
    id: 'linux-host-kvm-no-tdx',
    phase: 'host',
    severity: 'error',
    pattern: /kvm_intel: (?:[fF]ailed to (?:initialize|enable) TDX|TDX (?:is )?(?:not |dis|un))/,
    title: 'KVM could not switch TDX on',
    hint: 'The virt/tdx lines above say what the TDX module or the BIOS lacks; /sys/module/kvm_intel/parameters/tdx reads N.',
    streams: HOST,
    symptom: true,
  },
  {
    id: 'linux-host-tdx-bios',
    phase: 'host',
    severity: 'error',
    pattern: /tdx: (?:\[[fF]irmware [bB]ug\]: )?(?:TDX is )?not enabled by BIOS/,
    title: 'TDX is not enabled by the BIOS',
    hint: 'Enable TME, TME-MT, TDX, the SEAM loader and a TDX KeyID split in the BIOS set-up, then switch the machine off and on. KeyIDs alone are not enough.',
    streams: HOST,
  },
  {
    id: 'linux-host-tme',
    phase: 'host',
    severity: 'error',
    pattern:
      /x86\/(?:mktme|tme): (?:not enabled by BIOS|disabled by BIOS|No known encryption algorithm|MKTME is not usable)/,
    title: 'Memory encryption (TME, TME-MT) is not enabled by the BIOS',
    hint: 'TDX needs it: enable TME and TME-MT (multi-key) in the BIOS set-up.',
    streams: HOST,
  },
  {
    id: 'linux-host-seamldr',
    phase: 'host',
    severity: 'error',
    pattern:
      /tdx: (?:TDX )?module (?:is )?not loaded|P-SEAMLDR.*(?:not |failed)|(?:SEAM|SEAMRR|SEAMLDR|seam|seamrr|seamldr)(?: not enabled| not supported| not loaded| is not enabled| is not supported| is not loaded)/,
    title: 'The TDX module is not loaded',
    hint: 'The BIOS did not load it: enable the SEAM loader (TDX module loading) in the BIOS set-up and update the BIOS, or place the module where the BIOS looks for it.',
    streams: HOST,
  },
  {
    id: 'linux-host-tdmr',
    phase: 'host',
    severity: 'error',
    pattern: /tdx: .*(?:reserved areas exhausted|TDMRs exhausted)/,
    title: 'TDX host initialization failed: TDMR reserved areas exhausted',
    hint: 'The memory map has more holes than the TDX module takes in one region: update the TDX module and the host kernel (canonical/tdx#135).',
    streams: HOST,
  },
  {
    id: 'linux-host-keyids',
    phase: 'host',
    severity: 'error',
    pattern:
      /tdx: .*(?:too few private KeyIDs available|no TDX private KeyIDs available|[nN]o (?:free|available) (?:TDX )?(?:private )?KeyIDs)/,
    title: 'There are too few private KeyIDs for TDX',
    hint: 'Give TDX a larger share in the BIOS set-up (TME-MT/TDX key split), or look above for why the early initialization failed.',
    streams: HOST,
  },
  {
    id: 'linux-host-packages',
    phase: 'host',
    severity: 'error',
    // arch/x86/kvm/vmx/tdx.c __tdx_td_init (Linux 6.16)
    pattern: /All packages need to have online CPU to create TD/,
    title: 'A socket of the host has no CPU online, and a TD needs one on each',
    hint: 'Bring one CPU of each socket online: echo 1 > /sys/devices/system/cpu/cpuN/online; maxcpus= and isolation may have taken them away.',
    streams: HOST,
  },
  {
    id: 'linux-host-many-cpus',
    phase: 'host',
    severity: 'error',
    // arch/x86/kvm/vmx/tdx.c __tdx_bringup (Linux 6.16)
    pattern:
      /Disable TDX: MAX_VCPU_PER_TD \((?<limit>[0-9]+)\) smaller than number of logical CPUs \((?<cpus>[0-9]+)\)/,
    title: 'KVM switched TDX off: the host has $<cpus> CPUs, and its TDX module takes $<limit>',
    hint: 'Update the TDX module (by a BIOS update), or switch hyper-threading off in the BIOS set-up.',
    streams: HOST,
  },
  {
    id: 'linux-host-hibernation',
    phase: 'host',
    severity: 'error',
    pattern: /tdx: initialization failed: Hibernation support is enabled/,
    title: 'TDX host initialization failed: Hibernation support is enabled',
    hint: 'Boot the host with nohibernate on its kernel command line.',
    streams: HOST,
  },
  {
    id: 'linux-host-virt-at-load',
    phase: 'host',
    severity: 'error',
    pattern: /tdx requires kvm\.enable_virt_at_load=1/,
    title: 'KVM was told not to enable virtualisation at load',
    hint: 'TDX needs kvm.enable_virt_at_load=1, its default: take the option off the command line and modprobe.d.',
    streams: HOST,
  },
  {
    id: 'linux-host-kvm-feature',
    phase: 'host',
    severity: 'error',
    pattern:
      /(?<feature>EPT|TDP MMU and MMIO caching|APICv|OSXSAVE|XSAVE|MOVDIR64B|Self-snoop)(?: \(?and EPT A\/D bit\)?)? is req(?:ui|iu)red for TDX|[cC]annot enable TDX(?: on TDX (?<feature2>disabled) platform)?|TDX requires (?:TDP MMU|mmio caching)|MSR [0-9a-f]+ isn't included by kvm_find_user_return_msr|SEAM: CPU doesn't support/,
    title: 'KVM switched TDX off: a feature that it needs is missing',
    hint: 'The line names it. Take ept=0, tdp_mmu=0 or enable_apicv=0 off kvm and kvm_intel; MOVDIR64B and Self-snoop are the CPU’s.',
    streams: HOST,
    causes: [
      {
        // Intel’s kernels of 2022 (tdx-tools mvp-tdx-5.15, 5.19)
        id: 'disabled',
        when: { feature: 'disabled' },
        title: 'This host has no TDX: its CPU cannot, or the BIOS has it off',
        hint: 'TDX needs a 4th generation Xeon of a customer with TDX, or a 5th or later; then enable TME-MT, TDX and the SEAM Loader in the BIOS set-up.',
      },
    ],
  },
  {
    id: 'linux-host-package-offline',
    phase: 'host',
    severity: 'warning',
    // arch/x86/kvm/vmx/tdx.c tdx_offline_cpu (Linux 6.16)
    pattern: /TDX requires all packages to have an online CPU/,
    title: 'The host refused to take the last CPU of a package offline: Trust Domains run',
    hint: 'End all Trust Domains first, or leave one CPU of each package online.',
    streams: HOST,
  },
  {
    id: 'linux-host-kvm-enable',
    phase: 'host',
    severity: 'error',
    // virt/kvm/kvm_main.c kvm_enable_virtualization_cpu() (Linux 6.16), hardware_enable_nolock() before
    pattern: /kvm: enabling virtualization on CPU(?<cpu>[0-9]+) failed/,
    title: 'KVM could not switch virtualisation on, on CPU $<cpu>: something else uses it',
    hint: 'Another hypervisor holds the CPU’s VMX or SVM (VirtualBox, VMware, an enclave driver): end it and unload its module; in a VM the hypervisor below refuses.',
    streams: HOST,
  },
  {
    id: 'linux-host-kvm-bios',
    phase: 'host',
    severity: 'error',
    pattern:
      /kvm: (?:disabled by [bB][iI][oO][sS]|no hardware support)|VMX .*(?:disabled|not enabled) (?:by|in) BIOS|kvm_intel: VMX not supported/,
    title: 'The host has no virtualisation: VMX is off',
    hint: 'Enable VT-x (VMX) in the BIOS set-up; in a VM, nested virtualisation.',
    streams: HOST,
  },
  {
    id: 'linux-host-tdx-early',
    phase: 'host',
    severity: 'error',
    pattern:
      /(?:tdx: [iI]nitialization failed:|virt\/tdx: [fF]ailed to) (?<reason>[A-Za-z](?:[A-Za-z_ ]*[A-Za-z])?)/,
    title: 'TDX host initialization failed: $<reason>',
    hint: 'The text names it. Look the function up in arch/x86/virt/vmx/tdx/tdx.c of this kernel.',
    streams: HOST,
  },
  {
    id: 'linux-host-seamcall',
    phase: 'host',
    severity: 'error',
    // arch/x86/virt/vmx/tdx/{tdx,seamldr}.c, arch/x86/kvm/vmx/tdx.c pr_tdx_error(), TDX_BUG_ON(), tdh_vp_{rd,wr}_failed()
    // (Linux since 6.16); with a leaf in decimal: Intel's trees before
    pattern:
      /(?:SEAMCALL failed: .*leaf (?<leaf>[0-9]+)(?:, error )?|(?:SEAMCALL ?[([]?(?<leaf2>0x[0-9a-fA-F]+|[A-Z][A-Z_.]+)[)\]]?:?|(?<leaf3>TDH_(?:VP|MNG)_(?:RD|WR))\[\S+) ?failed(?::? )?)(?<status>0x[0-9a-f]{4}(?<class>[0-9a-f]{2})(?<kind>[0-9a-f])(?<detail>[0-9a-f])(?<low>[0-9a-f]{8}))?/,
    title: 'SEAMCALL $<leaf:leaf> failed',
    hint: 'The TDX module rejected a call of the host kernel: module and kernel do not belong together. Kernels from 6.8 on need module 1.5 or later: update BIOS and TDX module (canonical/tdx#331).',
    streams: HOST,
    causes: tdxStatus('SEAMCALL $<leaf:leaf>'),
  },
  {
    id: 'linux-host-kvm-warning',
    phase: 'host',
    severity: 'error',
    pattern:
      /WARNING: (?:CPU: [0-9]+ PID: [0-9]+ )?(?:at )?(?:\S*\/)?(?:arch\/x86\/kvm\/|arch\/x86\/virt\/vmx\/tdx|virt\/kvm\/)|RIP: .*(?:tdx|vmx|vt)_[a-z_]+\+0x[^ ]* \[kvm/,
    title: 'The host’s KVM hit a bug in KVM or in the TDX module',
    hint: 'The TD that ran is lost: its VMM sees I/O errors. Update host kernel, BIOS and TDX module (canonical/tdx#100, #206, #348), and report the trace.',
    end: TRACE_END,
    streams: HOST,
  },
  {
    id: 'linux-host-vmx-exit',
    phase: 'host',
    severity: 'error',
    // arch/x86/kvm/vmx/vmx.c __vmx_handle_exit (Linux 6.18)
    pattern: /vmx: unexpected exit reason (?<reason>0x[0-9a-f]+)/,
    title: 'KVM does not handle the reason for which a vCPU left the guest ($<reason:vmx>)',
    hint: 'CPU, TDX module and host kernel do not fit each other, or a nested KVM has a bug: update the host kernel.',
    streams: HOST,
  },
  {
    id: 'linux-host-vcpu-state',
    phase: 'host',
    severity: 'error',
    // arch/x86/kvm/vmx/vmx.c dump_vmcs(), arch/x86/kvm/svm/svm.c dump_vmcb() (Linux 6.18): only with dump_invalid_vmcs or dump_invalid_vmcb
    pattern: /VMC[SB] [0-9a-f]{8,16}, last attempted (?<step>VM-entry|VMRUN) on CPU/,
    title:
      'A vCPU could not enter its guest, or left it for no reason that KVM knows: KVM dumps its state ($<step>)',
    hint: 'Who set the guest’s registers gave a state that the CPU does not take: the VMM, or the hypervisor in a VM that nests. "EntryFailed" or the exit reason in the dump, and error 0x80000021 in the VMM, say more.',
    streams: HOST,
  },
  {
    id: 'linux-host-kvm-bug',
    phase: 'host',
    severity: 'error',
    pattern:
      /(?:kernel BUG at|BUG: KASAN: .* in) .*(?:arch\/x86\/kvm\/|arch\/x86\/virt\/|tdx_[a-z_]+|vmx_[a-z_]+)/,
    title: 'The host’s KVM failed',
    hint: 'Update host kernel, BIOS and TDX module, and report the trace.',
    end: TRACE_END,
    streams: HOST,
  },
  {
    id: 'linux-host-oom',
    phase: 'host',
    severity: 'error',
    // The line before it names the task, too (mm/oom_kill.c, dump_oom_summary).
    pattern:
      /(?:[Oo]ut of memory: Killed process [0-9]+ \(|oom-kill:constraint=.*,task=)(?:qemu(?:-[ks]|[),])|cloud-hyp|kvm|firecracker|crosvm)/,
    title: 'The host’s OOM killer ended the VMM',
    hint: 'The memory of a TD cannot be swapped: give the guest less or free memory on the host.',
    streams: HOST,
  },
  {
    id: 'linux-host-module-symbols',
    phase: 'host',
    severity: 'error',
    pattern: /kvm(?:_intel)?: (?:disagrees about version of symbol|Unknown symbol)/,
    title: 'A KVM module does not belong to the running kernel',
    hint: 'Reinstall the kernel package with its modules and boot it; modules of another build are refused.',
    streams: HOST,
    symptom: true,
  },
];
