/** Numbers that assembler and C share: where the monitor lies, how much it takes, how it ends. */
#ifndef TD_LAYOUT_H
#define TD_LAYOUT_H

/** The last RAM above 4 GiB belongs to the monitor. */
#define MONITOR_BYTES 0x2000000
/** Where the monitor is linked and runs. */
#define MONITOR_ADDRESS 0xFFFFFFFF80000000

/** The page of the ROM that processors start in, as it appears below 1 MiB. */
#define ENTRY_PAGE 0xFF000
/** Page tables for the way into the C code; RAM of the TD, cleared before the TD starts. */
#define BOOT_TABLES 0x10000
#define BOOT_TABLES_BYTES 0x5000

#define CPUS_MAX 16
#define STACK_SHIFT 13

/** Not zero once the monitor uses SVM on this processor. */
#define MSR_VM_HSAVE_PA 0xC0010117

#define CODE32 0x08
#define DATA 0x10
#define CODE64 0x18

/* The value written to QEMU's isa-debug-exit; QEMU exits with 2n + 1. */
/** 3: the monitor cannot start this TD. */
#define END_SETUP 1
/** 5: a fault of the monitor itself. */
#define END_MONITOR 2
/** 7: the TD touched memory that it must not touch. */
#define END_VIOLATION 3
/** 9: TDG.VP.VMCALL<ReportFatalError>. */
#define END_FATAL_ERROR 4
/** 11: triple fault. */
#define END_TRIPLE_FAULT 5
/** 13: the TD wrote to the port of isa-debug-exit, as test suites do to end. */
#define END_DEBUG_EXIT 6

#endif
