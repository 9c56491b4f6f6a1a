/**
 * TDCALL: the leaf functions of the TDX module, one file a group. A leaf gets the guest's registers as they are, writes its
 * results there, and returns the status for RAX.
 */
#ifndef TD_TDCALL_H
#define TD_TDCALL_H

#include "status.h"
#include "td.h"

/** Not a status of the module: a #VE was injected, RAX and RIP stay, and the guest repeats the TDCALL. */
#define TDCALL_AGAIN 0xFFFFFFFFFFFFFFFFull

/* tdg-vp.c */
u64 tdg_vp_info(struct vcpu *v);
u64 tdg_vp_veinfo_get(struct vcpu *v);
u64 tdg_vp_cpuidve_set(struct vcpu *v);
u64 tdg_vp_enter(struct vcpu *v);
u64 tdg_vp_invept(struct vcpu *v);
u64 tdg_vp_invvpid(struct vcpu *v);
/* tdvmcall.c */
u64 tdg_vp_vmcall(struct vcpu *v);
/* tdg-mr.c */
u64 tdg_mr_rtmr_extend(struct vcpu *v);
u64 tdg_mr_report(struct vcpu *v);
u64 tdg_mr_verifyreport(struct vcpu *v);
/* tdg-mem.c */
u64 tdg_mem_page_accept(struct vcpu *v);
u64 tdg_mem_page_attr_rd(struct vcpu *v);
u64 tdg_mem_page_attr_wr(struct vcpu *v);
/* tdg-fields.c */
u64 tdg_vm_rd(struct vcpu *v);
u64 tdg_vm_wr(struct vcpu *v);
u64 tdg_vp_rd(struct vcpu *v);
u64 tdg_vp_wr(struct vcpu *v);
u64 tdg_sys_rd(struct vcpu *v);
u64 tdg_sys_rdall(struct vcpu *v);
u64 tdg_servtd_rd(struct vcpu *v);
u64 tdg_servtd_wr(struct vcpu *v);

/** Bits 23:16 of RAX. */
u32 tdcall_version(const struct vcpu *v);

/**
 * Maps a page that an operand names, as check_walk_and_map_guest_side_gpa does. A page that is not there ends the TD, or is a
 * #VE (TDCALL_AGAIN). @return TDX_SUCCESS, TDX_OPERAND_INVALID or TDCALL_AGAIN
 */
u64 tdcall_operand(struct vcpu *v, u64 gpa, bool write, bool private_only, u8 **at);

#endif
