/** What td-shim prints when it stops; only debug builds print anything, each line as `<LEVEL> - <text>`. */

import { sharing } from './sharing.ts';

/** How the test payload and the example payload end once all their tests have run (v0.8.0 main.rs of each). */
const PAYLOAD_END = /message: Some\((?:deadloop|td-payload: all tests finished and enters dead loop)\)/;

export const TD_SHIM = sharing({ phase: 'firmware', severity: 'fatal' }, [
  {
    id: 'tdshim-verification',
    pattern: /PanicInfo .*Verification fails/,
    title: 'td-shim: secure boot verification fails',
    hint: 'The payload is not signed by the enrolled key, or the key in the image is another one (td-shim-sign-payload, td-shim-enroll-key).',
  },
  {
    id: 'tdshim-invalid-metadata',
    pattern: /(?:Some\(| - )Invalid metadata/,
    title: 'td-shim: invalid metadata',
    hint: 'The TDX metadata in the image is damaged or of another layout: rebuild the image with cargo image, and check it with td-shim-checker.',
  },
  {
    id: 'tdshim-dynamic-info',
    pattern: /Fail to initialize dynamic information/,
    title: 'td-shim: no usable TD HOB or metadata',
    hint: 'The VMM did not hand over the TD HOB that td-shim expects; firmware and VMM do not fit each other.',
  },
  {
    id: 'tdshim-no-memory',
    pattern: /Unable to find a piece of suitable memory for runtime/,
    title: 'td-shim: no memory for its runtime',
    hint: 'Give the guest more memory, or check the memory map in the TD HOB.',
  },
  {
    id: 'tdshim-kernel-type',
    pattern: /Unknown kernel image type (?<type>[0-9]+)/,
    title: 'td-shim: unknown kernel image type $<type>',
    hint: 'The PayloadInfo HOB of the VMM names a type that td-shim does not know: 1 is bzImage, 2 is a raw vmlinux.',
  },
  {
    id: 'tdshim-firmware-volume',
    pattern: /Failed to get image file from Firmware Volume/,
    title: 'td-shim: no payload in the firmware volume',
    hint: 'The image was built without an executable payload and the VMM passed no kernel: pass a kernel or build the image with a payload.',
  },
  {
    id: 'tdshim-kernel-returned',
    pattern: /Linux kernel should not return here!!!/,
    title: 'td-shim: the kernel returned',
    hint: 'The kernel entry point came back: the bzImage is damaged or not for x86-64.',
  },
  {
    id: 'tdshim-payload-returned',
    pattern: /payload entry\(\) should not return here, deadloop!!!/,
    title: 'td-shim: the payload returned',
    hint: 'The built-in payload finished without powering off; td-shim loops for ever.',
  },
  {
    id: 'tdshim-panic-reason',
    pattern: /panic \.\.\. PanicInfo .*message: Some\((?<reason>[A-Za-z](?:[A-Za-z ,:!'_.`-]*[A-Za-z!])?)/,
    unless: PAYLOAD_END,
    title: 'td-shim panic: $<reason>',
    hint: 'td-shim halted; location in the line names the source. A release image would have been silent.',
  },
  {
    id: 'tdshim-panic',
    pattern: /panic \.\.\. /,
    unless: PAYLOAD_END,
    title: 'td-shim panic',
    hint: 'td-shim halted; location in the line names the source. A release image would have been silent.',
  },
  {
    id: 'tdshim-alloc-error',
    pattern: /alloc_error \.\.\./,
    title: 'td-shim: out of heap',
    hint: 'A table or the payload does not fit the TempHeap section: enlarge it in the memory layout.',
  },
  {
    id: 'tdshim-ve',
    pattern: /Unsupported #VE exit reason (?<reason>0x[0-9a-f]+)/,
    title: 'td-shim: unsupported #VE: $<reason:vmx> (exit reason $<reason>)',
    hint: 'td-shim emulates HLT, I/O and MSR accesses only; an EPT violation is MMIO.',
  },
  {
    id: 'tdshim-page-fault',
    pattern: /- Page fault: [0-9A-F]+/,
    title: 'td-shim: page fault',
    hint: 'The number is CR2. The registers below show RIP; a high address may be memory that was not accepted.',
  },
  {
    id: 'tdshim-control-flow',
    pattern: /- Control Flow Exception/,
    title: 'td-shim: control flow exception',
    hint: 'A CET check failed: a return or an indirect call went to a wrong place.',
  },
  {
    id: 'tdshim-fault',
    pattern:
      /- (?<fault>Double fault|Protection fault|Invalid opcode fault|Machine check fault|Stack segment fault|Segment not present fault|Invalid TSS fault|Alignment check fault|Virtualization fault|Divide by zero)/,
    title: 'td-shim: $<fault>',
    hint: 'td-shim halted in an exception handler; the registers below show RIP.',
  },
  {
    id: 'tdshim-tests-failed',
    severity: 'error',
    pattern: /Test Result: Total run [0-9]+ tests; [0-9]+ passed; (?<count>[1-9][0-9]*) failed/,
    title: 'td-shim test payload: tests failed',
    hint: 'The lines above name each failed test.',
  },
]);
