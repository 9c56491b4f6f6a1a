/** Runs one command of a build with everything that it starts, and leaves none of it behind. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { killGroup } from './kill.ts';

/**
 * The command and a guard in one process group. The guard reads our end of a pipe: when this process is gone, even by
 * SIGKILL, it reads the end and kills the group. A parent-death signal would reach only the first process of many.
 */
const GUARDED = `
exec 3<&0 </dev/null
(read -r _ <&3; kill -KILL 0) &
guard=$!
"$@" 3<&-
code=$?
kill "$guard"
exit "$code"
`;

export interface CommandOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
  /** Bytes of its standard output and standard error, in the order of arrival. */
  onOutput(bytes: Buffer, from: 'stdout' | 'stderr'): void;
}

/** Runs a command to its end; returns its exit code, or the name of the signal that ended it. */
export async function runCommand(
  argv: readonly string[],
  { cwd, env, signal, onOutput }: CommandOptions,
): Promise<number | NodeJS.Signals> {
  signal?.throwIfAborted();
  const child = spawn('/bin/sh', ['-c', GUARDED, 'tdx-boot', ...argv], {
    cwd,
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const kill = (): void => {
    if (child.pid !== undefined) killGroup(child.pid);
  };
  signal?.addEventListener('abort', kill);
  child.stdout.on('data', (bytes: Buffer) => onOutput(bytes, 'stdout'));
  child.stderr.on('data', (bytes: Buffer) => onOutput(bytes, 'stderr'));
  try {
    const [code, killedBy] = await closed(child);
    signal?.throwIfAborted();
    return code ?? killedBy ?? 'SIGKILL';
  } finally {
    signal?.removeEventListener('abort', kill);
    kill();
  }
}

async function closed(child: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> {
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return [code, signal];
}
