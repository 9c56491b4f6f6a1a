/** The kernel's log since boot, from the first program that lets this user read it. */

import { CALLER } from '../console/printk.ts';
import { ask } from '../process/ask.ts';
import { HostError } from '../words/errors.ts';

export interface KernelLog {
  /** Without times and priorities in front. */
  readonly lines: readonly string[];
  /** The command that printed the log. */
  readonly from: string;
  /** The log begins with the boot, so a missing line was never printed. A full ring buffer loses its oldest lines. */
  readonly whole: boolean;
}

/** The ring buffer comes first: the journal may be empty, from another boot, or slow to read. */
const SOURCES: readonly (readonly [string, ...string[]])[] = [
  ['dmesg', '--kernel', '--notime'],
  ['journalctl', '--dmesg', '--boot', '--output=cat', '--no-pager', '--quiet'],
];

/** After this time, in milliseconds, a log counts as unreadable. */
const ANSWER_MS = 10_000;
/** Longest log, in bytes. The kernel's buffer may have 2 GiB, but has at most 64 MiB in practice. */
const LONGEST = 64 * 1024 * 1024;
/** The first line of every Linux (init/version-timestamp.c). */
const FIRST_LINE = /^Linux version \d/;

const FROM_CALLER = new RegExp(`^${CALLER} ?`);

/** The first log that is whole, else the first that can be read, else undefined. */
export async function readKernelLog(): Promise<KernelLog | undefined> {
  let partial: KernelLog | undefined;
  for (const source of SOURCES) {
    const log = await read(source);
    if (log?.whole === true) return log;
    partial ??= log;
  }
  return partial;
}

/** A log of these lines. Kernels that print the calling thread (CONFIG_PRINTK_CALLER) put `[    T0]` in front. */
export function kernelLog(lines: readonly string[], from: string): KernelLog {
  const plain = lines.map((line) => line.replace(FROM_CALLER, '')).filter((line) => line !== '');
  return { lines: plain, from, whole: plain.slice(0, 20).some((line) => FIRST_LINE.test(line)) };
}

/** Undefined when the command is missing, or when the kernel forbids this user to read (dmesg_restrict). */
async function read(argv: readonly [string, ...string[]]): Promise<KernelLog | undefined> {
  try {
    const question = {
      kind: 'tool',
      own: { LC_ALL: 'C' },
      deadlineMs: ANSWER_MS,
      maxBytes: LONGEST,
    } as const;
    const { code, stdout } = await ask(argv, question);
    const log = kernelLog(String(stdout).split('\n'), argv.join(' '));
    return code !== 0 || log.lines.length === 0 ? undefined : log;
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}
