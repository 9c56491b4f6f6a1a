/** One line of a kernel's report, taken apart: who printed it, what it marks, and the functions that it names. */

import { CALLER } from '../../console/printk.ts';

/** A line without what a console, a log or a CI system puts before it. */
export interface Words {
  readonly text: string;
  /** The task or CPU that printed it, such as `T123` or `C0`, of a kernel with CONFIG_PRINTK_CALLER. */
  readonly caller: string | undefined;
}

/** A function that a line names as a place in the kernel. */
export interface Frame {
  /** Without what a compiler appends, and a system call without the wrapper of its kernel version. */
  readonly func: string;
  /** `instruction`: the line names where the CPU is; `stack`: it is an entry of a call trace. */
  readonly kind: 'instruction' | 'stack';
  /** The unwinder could not tell whether the function was active: `? f+0x1/0x2`, `(unreliable)`. */
  readonly doubtful: boolean;
}

/** `[   12.345678][  T123] `, after whatever stands before it. */
const KERNEL_PREFIX = new RegExp(String.raw`^.*?\[ *\d+\.\d+\](?:${CALLER})?(?: [cC]\d+ +\d+)? ?`);

export function wordsOf(line: string): Words {
  const prefix = KERNEL_PREFIX.exec(line);
  return { text: prefix === null ? line : line.slice(prefix[0].length), caller: prefix?.[1] };
}

const NAME = String.raw`([A-Za-z_][\w.$]*)`;
const OFFSET = String.raw`\+0x[0-9a-f]+(?:\/0x[0-9a-f]+)?`;
/** `[<ffffffff81000000>] `, once or twice, or PowerPC's `[c000000000000000] `. */
const ADDRESSES = String.raw`(?:\[<?(?:0x)?[0-9a-f]+>?\] *){0,2}`;
/**
 * Where the CPU is, per architecture: `RIP: 0010:f+0x1/0x2` and `EIP is at f+0x1/0x2` of x86, `PC is at f+0x1/0x2` of
 * arm, `pc : f+0x1/0x2` of arm64, `epc : f+0x1/0x2` of RISC-V, `NIP [c000] f+0x1/0x2` of PowerPC, and
 * `--- interrupt: 700 at f+0x1/0x2` where PowerPC's trace crosses an exception.
 */
const INSTRUCTION = new RegExp(
  String.raw`(?:\b[RE]?IP:?|\b[EP][IC]P? is at|\be?pc :|\bNIP:?|--- interrupt: [0-9a-f]+ at) *(?:[0-9a-f]{2,4}:)?${ADDRESSES}\(?${NAME}(?:${OFFSET}| \S+\.[chS]:\d+)`,
);
/** ` f+0x1/0x2`, and ` f path/file.c:1 [inline]` or ` f (path/file.c:1)` where symbols were decoded. */
const STACK = new RegExp(
  String.raw`^ *${ADDRESSES}(\? )?${NAME}(?:${OFFSET}| \(?[\w./-]+\.(?:[chS]|rs):\d+.*)`,
);
/** `[<     inline     >] f path/file.c:1`. */
const INLINE = new RegExp(String.raw`^ *\[< *inline *>\] *${NAME}`);
/** arm: `[<c0100000>] (f) from [<c0200000>] (g+0x1/0x2)`, and `f from g+0x1/0x2` since Linux 5.18. */
const FROM = new RegExp(
  String.raw`^ *${ADDRESSES}\(?${NAME}(?:${OFFSET})?\)? from ${ADDRESSES}\(?${NAME}${OFFSET}`,
);
/**
 * crash(8) of a dump: ` #3 [ffffb8e5c01d7ba8] f at ffffffff9f02b3a5 [module]`, and `[exception RIP: f+324]`, which has a decimal offset
 * (x86_64.c of crash 8.0).
 */
const DUMPED = new RegExp(String.raw`^ *#\d+ \[[0-9a-f]{8,16}\] ${NAME} at [0-9a-f]{8,16}`);
const DUMPED_AT = new RegExp(String.raw`^ *\[exception [RE]IP: ${NAME}\+\d+\]`);

/** The functions that a line names, the innermost first. */
export function framesOf(text: string): Frame[] {
  const from = FROM.exec(text);
  if (from !== null) return [stack(from[1]), stack(from[2])];
  const inline = INLINE.exec(text);
  if (inline !== null) return [stack(inline[1])];
  const called = STACK.exec(text);
  if (called !== null) return [stack(called[2], called[1] !== undefined || text.includes('(unreliable)'))];
  const dumped = DUMPED.exec(text);
  if (dumped !== null) return [stack(dumped[1])];
  const at = DUMPED_AT.exec(text) ?? INSTRUCTION.exec(text);
  return at === null ? [] : [{ func: bareName(at[1] ?? ''), kind: 'instruction', doubtful: false }];
}

function stack(name = '', doubtful = false): Frame {
  return { func: bareName(name), kind: 'stack', doubtful };
}

/** What compilers append to a function that they split or copied. */
const SUFFIX = /\.(?:isra|part|constprop|cold|llvm|lto_priv|localalias)\b.*$|\.\d+$/;
/** The names that kernel versions and ABIs give to the entry of one system call. */
const SYSCALL =
  /^(?:__(?:x64|ia32|arm64|riscv|se|do|s390x?)_(?:compat_)?sys_|_{0,4}sys_|ksys_|(?:compat_)?(?:SYSC|SyS)_)/;

/** The function's own name: `do_con_write` of `do_con_write.part.23`, `mount` of `__x64_sys_mount`. */
export function bareName(name: string): string {
  const bare = name.replace(SUFFIX, '');
  return bare.replace(SYSCALL, '') || bare;
}
