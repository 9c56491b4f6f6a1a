/** Numbers by which a vCPU tells why it left its guest: to the VMM, to KVM, and to the VMM of a Trust Domain. */

import { type Names, namesOf } from './names.ts';

/** KVM_EXIT_*: include/uapi/linux/kvm.h (Linux 6.18), those of x86. */
export const KVM_EXITS: Names = namesOf(`
0 UNKNOWN, 1 EXCEPTION, 2 IO, 3 HYPERCALL, 4 DEBUG, 5 HLT, 6 MMIO, 7 IRQ_WINDOW_OPEN, 8 SHUTDOWN, 9 FAIL_ENTRY,
10 INTR, 11 SET_TPR, 12 TPR_ACCESS, 16 NMI, 17 INTERNAL_ERROR, 21 WATCHDOG, 24 SYSTEM_EVENT, 26 IOAPIC_EOI, 27 HYPERV,
29 X86_RDMSR, 30 X86_WRMSR, 31 DIRTY_RING_FULL, 32 AP_RESET_HOLD, 33 X86_BUS_LOCK, 34 XEN, 37 NOTIFY,
39 MEMORY_FAULT, 40 TDX`);

/** Basic exit reasons of VMX, in decimal: Intel SDM volume 3D appendix C, arch/x86/include/uapi/asm/vmx.h (Linux 6.18). */
export const VMX_EXITS: Names = namesOf(`
0 exception, 1 external-interrupt, 2 triple-fault, 3 INIT, 4 SIPI, 7 interrupt-window, 8 NMI-window, 9 task-switch,
10 CPUID, 12 HLT, 13 INVD, 14 INVLPG, 15 RDPMC, 16 RDTSC, 18 VMCALL, 19 VMCLEAR, 20 VMLAUNCH, 21 VMPTRLD, 22 VMPTRST,
23 VMREAD, 24 VMRESUME, 25 VMWRITE, 26 VMXOFF, 27 VMXON, 28 control-register, 29 debug-register, 30 port-I/O,
31 RDMSR, 32 WRMSR, 33 invalid-guest-state, 34 MSR-loading, 36 MWAIT, 37 monitor-trap, 39 MONITOR, 40 PAUSE,
41 machine-check, 43 TPR-below-threshold, 44 APIC-access, 45 EOI, 46 GDTR-or-IDTR, 47 LDTR-or-TR, 48 EPT-violation,
49 EPT-misconfiguration, 50 INVEPT, 51 RDTSCP, 52 preemption-timer, 53 INVVPID, 54 WBINVD, 55 XSETBV, 56 APIC-write,
57 RDRAND, 58 INVPCID, 59 VMFUNC, 60 ENCLS, 61 RDSEED, 62 page-log-full, 63 XSAVES, 64 XRSTORS, 65 PCONFIG, 67 UMWAIT,
68 TPAUSE, 69 LOADIWKEY, 74 bus-lock, 75 notify, 76 SEAMCALL, 77 TDCALL`);

/** Why VMLAUNCH or VMRESUME failed: VM-instruction errors, Intel SDM volume 3C, 31.4; the one of AMD is VMEXIT_INVALID. */
export const VM_ENTRY_ERRORS: Names = namesOf(`
0x5 VMRESUME-of-a-VMCS-that-was-not-launched, 0x7 invalid-control-fields, 0x8 invalid-host-state,
0x1a events-blocked-by-MOV-SS, 0xffffffff invalid-VMCB, 0xffffffffffffffff invalid-VMCB`);

/**
 * What a VMM answers to a TDVMCALL in R10; of an error the first and the last digit: GHCI for Intel TDX 1.5,
 * arch/x86/include/asm/shared/tdx.h.
 */
export const TDVMCALL_STATUSES: Names = namesOf(
  '1 RETRY, 80 INVALID_OPERAND, 81 GPA_INUSE, 82 ALIGN_ERROR, 83 SUBFUNC_UNSUPPORTED',
);
