/** The kernel's log since boot, from whoever lets this user read it. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface KernelLog {
  /** Without times and priorities in front. */
  readonly lines: readonly string[];
  /** The command it is from. */
  readonly from: string;
  /** It begins with the boot: what is not in it was not said. A ring buffer loses its oldest lines. */
  readonly whole: boolean;
}

/** The ring buffer first: the journal may be empty, of another boot, or slow to read. */
const SOURCES: readonly (readonly [string, ...string[]])[] = [
  ['dmesg', '--kernel', '--notime'],
  ['journalctl', '--dmesg', '--boot', '--output=cat', '--no-pager', '--quiet'],
];

/** A log that has not come within this time is taken for unreadable, in milliseconds. */
const ANSWER_MS = 10_000;
/** Bytes; the kernel's own buffer is at most 2 GiB by name and 64 MiB in practice. */
const LONGEST = 64 * 1024 * 1024;
/** The first line of every Linux (init/version-timestamp.c). */
const FIRST_LINE = /^Linux version \d/;

const run = promisify(execFile);

/** The first whole log, else the first that can be read at all, else undefined. */
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
  const plain = lines.map((line) => line.replace(/^\[ *[TC]\d+\] ?/, '')).filter((line) => line !== '');
  return { lines: plain, from, whole: plain.slice(0, 20).some((line) => FIRST_LINE.test(line)) };
}

async function read([command, ...args]: readonly [string, ...string[]]): Promise<KernelLog | undefined> {
  try {
    const options = { timeout: ANSWER_MS, killSignal: 'SIGKILL', maxBuffer: LONGEST } as const;
    const { stdout } = await run(command, args, { ...options, env: { ...process.env, LC_ALL: 'C' } });
    const log = kernelLog(stdout.split('\n'), [command, ...args].join(' '));
    return log.lines.length === 0 ? undefined : log;
  } catch {
    // Not installed, or kernel.dmesg_restrict keeps it from this user.
    return undefined;
  }
}
