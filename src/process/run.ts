/** Runs one command to its end, and ends everything that the command has started. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { HostError } from '../words/errors.ts';
import { type ChildKind, environmentFor } from './environment.ts';
import { killGroup, noteGroup } from './kill.ts';

/**
 * The command and a guard in one process group. The guard reads our end of a pipe: when this process is gone, even by
 * SIGKILL, the guard reads the end of the pipe and kills the group. A parent-death signal would reach only the first
 * process of many. The shell's own messages go nowhere: it would print "Aborted" when a signal ends the command.
 */
const GUARDED = `
exec 3<&0 </dev/null 4>&2 2>/dev/null
(read -r _ <&3; kill -KILL 0) &
guard=$!
(exec "$@" 2>&4 3<&- 4>&-)
code=$?
kill "$guard"
exit "$code"
`;

/**
 * How long the output may stay silent once the command has ended, in milliseconds. Then only a program that has
 * left the process group, such as a daemon, can still hold the pipes open. Its output is not waited for.
 */
const SILENCE_MS = 1000;

interface CommandOptions {
  /** Decides which variables the command gets. */
  readonly kind: ChildKind;
  /** Further variables for the command. */
  readonly own?: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly signal?: AbortSignal | undefined;
  /** Longest time that the command may take, in milliseconds. */
  readonly deadlineMs: number;
  /** Bytes of its standard output and standard error, in the order of arrival. */
  onOutput(bytes: Buffer, from: 'stdout' | 'stderr'): void;
}

/**
 * Runs a command; its standard input is empty.
 * @returns its exit code (128 and the signal's number when a signal ended it), or the signal that ended all of it
 * @throws HostError code `command-timeout`; the reason of `signal` when that aborts
 */
export async function runCommand(
  argv: readonly string[],
  { kind, own, cwd, signal, deadlineMs, onOutput }: CommandOptions,
): Promise<number | NodeJS.Signals> {
  signal?.throwIfAborted();
  const child = spawn('/bin/sh', ['-c', GUARDED, 'tdx-boot', ...argv], {
    cwd,
    env: environmentFor(kind, own),
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const kill = (): void => {
    if (child.pid !== undefined) killGroup(child.pid);
  };
  const forget = child.pid === undefined ? undefined : noteGroup(child.pid);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    kill();
  }, deadlineMs);
  signal?.addEventListener('abort', kill);
  child.stdout.on('data', (bytes: Buffer) => onOutput(bytes, 'stdout'));
  child.stderr.on('data', (bytes: Buffer) => onOutput(bytes, 'stderr'));
  // When the command ends before the shell has read its input, the guard's pipe breaks.
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close').catch(() => undefined);
  try {
    const [code, killedBy] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    // Programs that the command has left in the background would hold its pipes open.
    kill();
    await drained(child, closed);
    signal?.throwIfAborted();
    if (late) throw timedOut(argv, deadlineMs);
    return code ?? killedBy ?? 'SIGKILL';
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', kill);
    kill();
    forget?.();
  }
}

/** `exit code 3`, or the name of the signal: how a command has ended, as runCommand() returns it. */
export function describeEnd(code: number | NodeJS.Signals): string {
  if (typeof code === 'string') return code;
  const signal = Object.entries(constants.signals).find(([, number]) => number === code - 128);
  return signal === undefined ? `exit code ${code}` : signal[0];
}

/** Waits for the end of both outputs, or until they have been silent for too long. */
async function drained(child: ChildProcess, closed: Promise<unknown>): Promise<void> {
  const streams = [child.stdout, child.stderr];
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<void>((resolve) => {
    const heard = (): void => {
      clearTimeout(timer);
      // The second timer lets bytes be read that came while this process itself was stopped.
      timer = setTimeout(() => {
        timer = setTimeout(resolve, 1);
      }, SILENCE_MS);
    };
    for (const stream of streams) stream?.on('data', heard);
    heard();
  });
  try {
    await Promise.race([closed, silent]);
  } finally {
    clearTimeout(timer);
    for (const stream of streams) stream?.removeAllListeners('data').destroy();
  }
}

function timedOut(argv: readonly string[], deadlineMs: number): HostError {
  const command = argv.slice(0, 3).join(' ');
  return new HostError('command-timeout', `"${command}" was not done after ${deadlineMs / 1000} s`, {
    hint: 'It was killed. Run it by hand to see what it waits for.',
  });
}
