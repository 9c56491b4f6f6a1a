/** Real lines for the catalog's linux/panics.ts. */

import { type Golden, SYZ } from '../golden.ts';

export const PANICS: readonly Golden[] = [
  {
    id: 'linux-panic-stack-overflow',
    line: '[  126.240000] Kernel panic - not syncing: kernel stack overflow',
    title: 'Kernel panic: kernel stack overflow',
    source: 'arch/arm64/kernel/traps.c handle_bad_stack()',
  },
  {
    id: 'linux-panic-stack-address',
    line: '[    5.360000] Kernel panic - not syncing: stack-protector: Kernel stack is corrupted in: ffffffff8343632e',
    title: 'Kernel panic: stack corrupted',
    source: 'kernel/panic.c __stack_chk_fail(), Linux before 4.20',
  },
  {
    id: 'linux-panic-root-fs',
    line: '[    1.930014] Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)',
    title: 'Kernel panic: unable to mount the root file system',
    source: `${SYZ}; init/do_mounts.c`,
  },
  {
    id: 'linux-panic-init-killed',
    line: '[ 2713.133889] Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000013',
    title: 'Kernel panic: init died',
    source: `${SYZ}/47`,
  },
  {
    id: 'linux-panic-init-killed-not-found',
    line: '<0>[    1.234567][    T1] Kernel panic - not syncing: Attempted to kill init! exitcode=0x00007f00',
    title: 'Kernel panic: init ended with status 127: a command, its interpreter or a library was not found',
    source: 'kernel/exit.c do_exit()',
  },
  {
    id: 'linux-panic-no-init',
    line: '[    2.010101] Kernel panic - not syncing: No working init found.  Try passing init= option to kernel. See Linux Documentation/admin-guide/init.rst for guidance.',
    title: 'Kernel panic: No working init found',
    source: 'init/main.c kernel_init()',
  },
  {
    id: 'linux-panic-no-init',
    line: '[    2.010101] Kernel panic - not syncing: Requested init /foo failed (error -2).',
    title: 'Kernel panic: Requested init /foo failed (error -2)',
    source: 'init/main.c kernel_init()',
  },
  {
    id: 'linux-panic-tdvmcall',
    line: '[    0.000000] Kernel panic - not syncing: TDVMCALL failed. TDX module bug?',
    title: 'Kernel panic: TDVMCALL failed in the TDX module',
    source: 'arch/x86/coco/tdx/tdx.c __tdx_hypercall_failed()',
  },
  {
    id: 'linux-panic-tdcall',
    line: '[    0.000000] Kernel panic - not syncing: TDCALL 3 failed (Buggy TDX module!)',
    title: 'Kernel panic: TDCALL leaf 3 failed',
    source: 'arch/x86/coco/tdx/tdx.c tdx_module_call()',
  },
  {
    id: 'linux-panic-tdx-ept',
    line: '[    3.141592] Kernel panic - not syncing: Unexpected EPT-violation on private memory.',
    title: 'Kernel panic: EPT violation on private memory',
    source: 'arch/x86/coco/tdx/tdx.c virt_exception_kernel()',
  },
  {
    id: 'linux-panic-tdx-accept',
    line: '[    0.271828] Kernel panic - not syncing: TDX: Failed to accept memory',
    title: 'Kernel panic: TDX failed to accept memory',
    source: 'arch/x86/include/asm/unaccepted_memory.h',
  },
  {
    id: 'linux-panic-stack-protector',
    line: '[  678.752880] Kernel panic - not syncing: stack-protector: Kernel stack is corrupted in: udp4_lib_lookup2+0x7ea/0x7f0',
    title: 'Kernel panic: stack corrupted in udp4_lib_lookup2',
    source: `${SYZ}/320`,
  },
  {
    id: 'linux-panic-stack-end',
    line: '[  141.001122] Kernel panic - not syncing: corrupted stack end detected inside scheduler',
    title: 'Kernel panic: stack end corrupted',
    source: `${SYZ}/316`,
  },
  {
    id: 'linux-panic-oom',
    line: '[   11.223344] Kernel panic - not syncing: Out of memory: compulsory panic_on_oom is enabled',
    title: 'Kernel panic: out of memory',
    source: 'mm/oom_kill.c check_panic_on_oom()',
  },
  {
    id: 'linux-panic-oom',
    line: '[    1.543210] Kernel panic - not syncing: System is deadlocked on memory',
    title: 'Kernel panic: out of memory',
    source: 'mm/oom_kill.c out_of_memory()',
  },
  {
    id: 'linux-panic-on-warn',
    line: '[   96.696117] Kernel panic - not syncing: panic_on_warn set ...',
    title: 'Kernel panic: panic_on_warn set',
    source: `${SYZ}/5`,
  },
  {
    id: 'linux-panic-on-warn',
    line: '[   55.101010] Kernel panic - not syncing: kernel: panic_on_warn set ...',
    title: 'Kernel panic: panic_on_warn set',
    source: SYZ,
  },
  {
    id: 'linux-panic-fatal-exception',
    line: '[   40.438790] Kernel panic - not syncing: Fatal exception in interrupt',
    title: 'Kernel panic: fatal exception',
    source: SYZ,
  },
  {
    id: 'linux-panic-fatal-exception',
    line: '[   40.438790] Kernel panic - not syncing: Oops: Fatal exception',
    title: 'Kernel panic: fatal exception',
    source: SYZ,
  },
  {
    id: 'linux-panic',
    line: '[  615.391254] Kernel panic - not syncing: hung_task: blocked tasks',
    title: 'Kernel panic: hung_task: blocked tasks',
    source: SYZ,
  },
  {
    id: 'linux-panic',
    line: '[  615.391254][    C0] Kernel panic - not syncing: sysrq triggered crash',
    title: 'Kernel panic: sysrq triggered crash',
    source: SYZ,
  },
  {
    id: 'linux-panic',
    line: '[    0.010000] Kernel panic - not syncing: Machine halted.',
    title: 'Kernel panic: Machine halted.',
    source: SYZ,
  },
  {
    id: 'linux-panic-other',
    line: '[    0.010000] Kernel panic - not syncing',
    title: 'Kernel panic',
    source: `${SYZ} (cut line)`,
  },
  {
    id: 'linux-rust-panic',
    line: '[   23.717039][  T298] rust_kernel: panicked at drivers/android/binder/node.rs:877:13:',
    title: 'Rust panic in drivers/android/binder/node.rs',
    source: `${SYZ}/748`,
  },
  ...[
    'XZ-compressed data is corrupt',
    'ZSTD-compressed data is probably corrupt',
    'Destination virtual address is beyond the kernel mapping area',
  ].map((line) => ({
    id: 'linux-decompressor',
    line,
    title: `The kernel could not unpack itself: ${line}`,
    source: 'lib/decompress_unxz.c, lib/decompress_unzstd.c, arch/x86/boot/compressed/misc.c (Linux 6.16)',
  })),
  {
    id: 'linux-decompressor-halted',
    line: ' -- System halted',
    title: 'Kernel decompressor halted',
    source: 'arch/x86/boot/compressed/error.c error()',
    stream: 'serial',
  },
];
