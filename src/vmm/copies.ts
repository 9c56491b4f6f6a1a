/** Private copies of files that a guest would otherwise write to: clones where the file system can, else sparse. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { HostError, messageOf } from '../words/errors.ts';
import type { LaunchPlan } from './plan.ts';

const run = promisify(execFile);

/**
 * Makes the copies, one after the other.
 * @throws HostError code `disk-full` or `not-copied`
 */
export async function copyFiles(
  copies: LaunchPlan['copies'],
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const [from, to] of copies) {
    const [command, ...args] = copyCommand(from, to);
    try {
      // The copy ends with this process, even if that is killed, as the VMM does.
      await run('setpriv', ['--pdeathsig', 'KILL', '--', command, ...args], {
        signal,
        env: { ...process.env, LC_ALL: 'C' },
      });
    } catch (cause) {
      const full = messageOf(cause).includes('No space left on device');
      throw new HostError(
        full ? 'disk-full' : 'not-copied',
        `${from} could not be copied: ${messageOf(cause)}`,
        {
          hint: 'The guest writes to a copy, made in RUNNER_TEMP or TMPDIR: name a directory with room, best on the same file system.',
          cause,
        },
      );
    }
  }
}

/** The command that makes one copy. */
export function copyCommand(from: string, to: string): [string, ...string[]] {
  return ['cp', '--reflink=auto', '--sparse=auto', '--no-preserve=mode', '--', from, to];
}
