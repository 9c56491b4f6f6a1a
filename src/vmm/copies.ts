/** Private copies of files for a guest to write to: clones where the file system can make them, else sparse copies. */

import { ask } from '../process/ask.ts';
import { describeEnd } from '../process/run.ts';
import { HostError } from '../words/errors.ts';
import type { LaunchPlan } from './plan.ts';

/** Longest time for one copy, in milliseconds: about 500 GiB on a disk that writes 150 MB a second. */
const COPY_MS = 60 * 60_000;

/**
 * Makes the copies, one after the other.
 * @throws HostError code `disk-full`, `not-copied` or `command-timeout`; the reason of `signal` when that aborts
 */
export async function copyFiles(
  copies: LaunchPlan['copies'],
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const [from, to] of copies) {
    const { code, stderr } = await ask(copyCommand(from, to), {
      kind: 'tool',
      own: { LC_ALL: 'C' },
      signal,
      deadlineMs: COPY_MS,
    });
    if (code === 0) continue;
    const full = stderr.includes('No space left on device');
    const said = stderr.trim() || describeEnd(code);
    throw new HostError(full ? 'disk-full' : 'not-copied', `${from} could not be copied: ${said}`, {
      hint: 'The guest writes to a copy in RUNNER_TEMP or TMPDIR: name a directory with space, best on the same file system.',
    });
  }
}

/** The command that makes one copy. */
export function copyCommand(from: string, to: string): [string, ...string[]] {
  return ['cp', '--reflink=auto', '--sparse=auto', '--no-preserve=mode', '--', from, to];
}
