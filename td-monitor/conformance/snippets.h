/** The snippets of snippets.S. */
#ifndef CONFORMANCE_SNIPPETS_H
#define CONFORMANCE_SNIPPETS_H

#include "vcpu.h"

extern const struct snippet do_tdcall, do_seamcall, do_cpuid, do_hlt, do_wbinvd, do_invd, do_vmcall, do_monitor;
extern const struct snippet do_mwait, do_rdpmc, do_vmxon, do_vmptrld, do_vmread, do_vmxoff, do_invept, do_getsec;
extern const struct snippet do_encls, do_pconfig, do_rsm, do_rdmsr, do_wrmsr, do_xsetbv, do_write_cr0, do_write_cr4;
extern const struct snippet do_write_cr4_r9, do_nop, do_ud2, do_in8, do_in16, do_in32, do_in8_imm, do_in32_imm;
extern const struct snippet do_out8, do_out16, do_out32, do_out8_imm, do_outs8, do_outs16, do_rep_outs8, do_ins8;
extern const struct snippet do_rep_ins32, do_load8, do_load16, do_load32, do_load64, do_load_zx8, do_load_sx16;
extern const struct snippet do_load_disp8, do_load_disp32, do_load_sib, do_load_index, do_load_r13, do_load_r12;
extern const struct snippet do_load_sib_high, do_load_moffs, do_load_lods, do_load_movs, do_load_cmp, do_load_test;
extern const struct snippet do_load_bt, do_store8, do_store16, do_store32, do_store64, do_store_imm, do_store_stos;
extern const struct snippet do_store_movs, do_step_nop, do_step_cpuid, do_step_rdmsr, do_step_wrmsr, do_step_tdcall;
extern const struct snippet do_load_stack, do_tdcall_in_32_bit;
/** Where a single step of do_step_* stops. */
extern const u8 after_step_nop[], after_step_cpuid[], after_step_rdmsr[], after_step_wrmsr[], after_step_tdcall[];

#endif
