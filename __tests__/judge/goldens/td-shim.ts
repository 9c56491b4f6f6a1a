/** Real lines of td-shim, and what the catalog must make of them. */

import type { Golden } from './golden.ts';

const PANIC_INFO = 'INFO - panic ... PanicInfo { payload: Any { .. }, message: Some(';
const PANIC_PLACE =
  '), location: Location { file: "td-shim/src/bin/td-shim/main.rs", line: 300, col: 9 }, can_unwind: true }';

export const TD_SHIM: readonly Golden[] = [
  {
    id: 'tdshim-verification',
    line: `${PANIC_INFO}Verification fails${PANIC_PLACE}`,
    title: 'td-shim: secure boot verification fails',
    source: 'td-shim#548',
    stream: 'serial',
  },
  {
    id: 'tdshim-invalid-metadata',
    line: `${PANIC_INFO}Invalid metadata${PANIC_PLACE}`,
    title: 'td-shim: invalid metadata',
    source: 'facts/messages.md, td-shim',
    stream: 'serial',
  },
  {
    id: 'tdshim-dynamic-info',
    line: `${PANIC_INFO}Fail to initialize dynamic information: NoHob${PANIC_PLACE}`,
    title: 'td-shim: no usable TD HOB or metadata',
    source: 'facts/messages.md, td-shim',
    stream: 'serial',
  },
  {
    id: 'tdshim-no-memory',
    line: `${PANIC_INFO}Unable to find a piece of suitable memory for runtime${PANIC_PLACE}`,
    title: 'td-shim: no memory for its runtime',
    source: 'facts/messages.md, td-shim',
    stream: 'serial',
  },
  {
    id: 'tdshim-kernel-type',
    line: 'INFO - Unknown kernel image type 7!!!',
    title: 'td-shim: unknown kernel image type 7',
    source: 'facts/messages.md, td-shim',
    stream: 'serial',
  },
  {
    id: 'tdshim-firmware-volume',
    line: `${PANIC_INFO}Failed to get image file from Firmware Volume${PANIC_PLACE}`,
    title: 'td-shim: no payload in the firmware volume',
    source: 'facts/messages.md, td-shim',
    stream: 'serial',
  },
  {
    id: 'tdshim-panic-reason',
    line: `${PANIC_INFO}called \`Option::unwrap()\` on a \`None\` value${PANIC_PLACE}`,
    title: 'td-shim panic: called `Option::unwrap',
    source: 'td-shim panic handler',
    stream: 'serial',
  },
  {
    id: 'tdshim-panic',
    line: 'INFO - panic ... PanicInfo { payload: Any { .. }, message: None, location: Location { file: "x.rs", line: 1, col: 1 } }',
    title: 'td-shim panic',
    source: 'td-shim panic handler',
    stream: 'serial',
  },
  {
    id: 'tdshim-alloc-error',
    line: 'INFO - alloc_error ... Layout { size: 4194304, align: 8 (1 << 3) }',
    title: 'td-shim: out of heap',
    source: 'td-shim alloc_error handler',
    stream: 'serial',
  },
  {
    id: 'tdshim-kernel-returned',
    line: `${PANIC_INFO}Linux kernel should not return here!!!${PANIC_PLACE}`,
    title: 'td-shim: the kernel returned',
    source: 'facts/messages.md, td-shim',
    stream: 'serial',
  },
  {
    id: 'tdshim-payload-returned',
    line: 'INFO - payload entry() should not return here, deadloop!!!',
    title: 'td-shim: the payload returned',
    source: 'facts/messages.md, td-shim',
    stream: 'serial',
  },
  {
    id: 'tdshim-ve',
    line: 'WARN - Unsupported #VE exit reason 0x30 ',
    title: 'td-shim: unsupported #VE: EPT violation (exit reason 0x30)',
    source: 'td-shim td-exception/src/interrupt.rs',
    stream: 'serial',
  },
  {
    id: 'tdshim-page-fault',
    line: 'INFO - Page fault: 00000000FEE00000',
    title: 'td-shim: page fault',
    source: 'td-shim td-exception/src/interrupt.rs',
    stream: 'serial',
  },
  {
    id: 'tdshim-control-flow',
    line: 'INFO - Control Flow Exception',
    title: 'td-shim: control flow exception',
    source: 'facts/console.md 2c',
    stream: 'serial',
  },
  {
    id: 'tdshim-fault',
    line: 'INFO - Double fault',
    title: 'td-shim: Double fault',
    source: 'td-shim td-exception/src/interrupt.rs',
    stream: 'serial',
  },
  {
    id: 'tdshim-fault',
    line: 'INFO - Protection fault',
    title: 'td-shim: Protection fault',
    source: 'td-shim td-exception/src/interrupt.rs',
    stream: 'serial',
  },
  {
    id: 'tdshim-tests-failed',
    line: 'INFO - Test Result: Total run 10 tests; 8 passed; 2 failed',
    title: 'td-shim test payload: tests failed',
    source: 'facts/console.md 2c',
    stream: 'serial',
  },
];
