/** CPU exceptions in the kernel: oopses, faults, traps. */

import { sharing } from '../sharing.ts';

const TRACE_END = '---[ end trace';

export const EXCEPTIONS = sharing({ phase: 'kernel', severity: 'error' }, [
  {
    id: 'linux-null-pointer',
    pattern: /BUG: (?:unable to handle )?kernel NULL pointer dereference/,
    title: 'NULL pointer dereference',
    hint: 'RIP below names the function; with guest.vmlinux its source line is named, too.',
    end: TRACE_END,
    guilty: { place: 'fault', title: 'NULL pointer dereference in $<func>' },
  },
  {
    id: 'linux-page-fault',
    pattern: /BUG: unable to handle (?:page fault for address|kernel paging request)/,
    title: 'Page fault in the kernel',
    hint: 'RIP below names the function; with guest.vmlinux its source line is named, too.',
    end: TRACE_END,
    guilty: { place: 'fault', title: 'Page fault in the kernel in $<func>' },
  },
  {
    id: 'linux-kernel-bug',
    pattern: /[kK]ernel BUG at (?<file>[A-Za-z0-9_./-]+):/,
    title: 'kernel BUG at $<file>',
    hint: 'A BUG_ON() at the named line fired; its condition is the broken assumption.',
    end: TRACE_END,
    guilty: { place: 'fault', title: 'kernel BUG at $<file> in $<func>' },
  },
  {
    id: 'linux-general-protection',
    pattern: /general protection fault(?:[:,]| for non-canonical) /,
    title: 'General protection fault in the kernel',
    hint: 'Usually a pointer to freed or overwritten memory. RIP below names the function.',
    end: TRACE_END,
    guilty: { place: 'fault', title: 'General protection fault in $<func>' },
  },
  {
    id: 'linux-double-fault',
    severity: 'fatal',
    pattern: /PANIC: double fault|double fault: [0-9a-f]+ \[#/,
    title: 'Double fault',
    hint: 'Usually a kernel stack overflow; in a TD also a nested #VE. Read the stack in the trace.',
    end: TRACE_END,
    guilty: { place: 'fault', title: 'Double fault in $<func>' },
  },
  {
    id: 'linux-stack-segment',
    pattern: /stack segment: [0-9a-f]+ \[#/,
    title: 'Stack segment fault in the kernel',
    hint: 'The stack or frame pointer is not canonical: it was overwritten.',
    end: TRACE_END,
    guilty: { place: 'fault', title: 'Stack segment fault in $<func>' },
  },
  {
    id: 'linux-divide-error',
    pattern: /divide error: [0-9a-f]+ \[#|divide_error: [0-9a-f]+ \[#/,
    title: 'Divide error in the kernel',
    hint: 'Division by zero or overflow; RIP below names the function.',
    end: TRACE_END,
    guilty: { place: 'fault', title: 'Divide error in $<func>' },
  },
  {
    id: 'linux-invalid-opcode',
    pattern: /invalid opcode: [0-9a-f]+ \[#/,
    title: 'Invalid opcode in the kernel',
    hint: 'A BUG_ON() (see the line above), or an instruction that this CPU model does not have.',
    end: TRACE_END,
    guilty: { place: 'fault', title: 'Invalid opcode in $<func>' },
  },
  {
    id: 'linux-int3',
    pattern: /int3: [0-9a-f]+ \[#/,
    title: 'Unexpected breakpoint (int3) in the kernel',
    // The last sentence: accel/tcg, "Always lock pages before translation" (Richard Henderson, 7 July 2023; QEMU 8.1)
    hint: 'A jump into padding or a half-patched static call, kprobe or alternative. QEMU before 8.1 without KVM may run, with two vCPUs or more, a breakpoint that the kernel has taken away: boot again with one vCPU or a newer QEMU.',
    end: TRACE_END,
    guilty: { place: 'fault', title: 'Unexpected breakpoint (int3) in $<func>' },
  },
  {
    id: 'linux-control-protection',
    pattern: /Missing ENDBR: (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
    title: 'Control protection: missing ENDBR in $<func>',
    hint: 'An indirect call reached a function without ENDBR (IBT). Fix the function, or boot with ibt=off to confirm.',
  },
  {
    id: 'linux-stack-guard',
    pattern: /BUG: .*stack guard page was hit/,
    title: 'Kernel stack overflow',
    hint: 'Deep recursion or large stack objects; the trace shows the repeating functions.',
    end: TRACE_END,
    guilty: { place: 'stall', title: 'Kernel stack overflow in $<func>' },
  },
]);
