/** Starts a VMM, and what serves it. They run until they end or this process ends. */

import { type ChildProcess, spawn } from 'node:child_process';
import { HostError } from '../words/errors.ts';
import { environmentFor } from './environment.ts';
import { findCommand } from './find.ts';

interface StartOptions {
  /** The program's standard input; absent: nothing. */
  readonly stdin?: number | undefined;
  /** The run's private directory, for the temporary files of the program (QEMU makes some, named vl.XXXXXX). */
  readonly workDir: string;
  /** Numbers of the VMM's descriptors that become two-way channels to this process. */
  readonly channels: Iterable<number>;
  /** Open descriptors of ours that the program holds open as long as it lives, such as the lock of its slot. */
  readonly held?: readonly number[];
}

/** Starts a VMM. @throws HostError code `setpriv-missing` */
export function startVmm(
  path: string,
  args: readonly string[],
  { workDir, stdin, channels, held = [] }: StartOptions,
): ChildProcess {
  const stdio: Stdio[] = [stdin ?? 'ignore', 'pipe', 'pipe'];
  for (const fd of channels) stdio[fd] = 'pipe';
  stdio.push(...held);
  // A number that the back end leaves out is closed in the program.
  return start(
    path,
    args,
    workDir,
    Array.from(stdio, (entry) => entry ?? 'ignore'),
  );
}

/**
 * Starts a program that serves a VMM. Only its standard error is read.
 * @throws HostError code `setpriv-missing`
 */
export function startServer(path: string, args: readonly string[], workDir: string): ChildProcess {
  return start(path, args, workDir, ['ignore', 'ignore', 'pipe']);
}

type Stdio = 'ignore' | 'pipe' | number;

/**
 * A new process group, without a controlling terminal and without our output streams. setpriv(1) makes the kernel kill the
 * program when this process dies, even by SIGKILL (prctl(2), PR_SET_PDEATHSIG).
 */
function start(path: string, args: readonly string[], workDir: string, stdio: Stdio[]): ChildProcess {
  const setpriv = findCommand('setpriv');
  if (setpriv === undefined) {
    throw new HostError(
      'setpriv-missing',
      'setpriv is not installed: a killed tdx-boot would leave its VM behind',
      { hint: 'Install util-linux, or put setpriv on PATH.', lasting: true },
    );
  }
  return spawn(setpriv, ['--pdeathsig', 'KILL', '--', path, ...args], {
    stdio,
    detached: true,
    env: environmentFor('vmm', { TMPDIR: workDir }),
  });
}
