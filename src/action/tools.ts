/**
 * Asks tools and installs them through @actions/exec, so that the job's log shows each command and what it printed.
 *
 * @actions/exec gives no process to kill and no process group. So timeout(1) ends a command that takes too long,
 * with its whole group. After a cancelled step, its commands end at their deadline, or the runner kills them by their
 * RUNNER_TRACKING_ID. Builds, git and VMMs have to end at once with all that they started, so src/process/ runs them.
 */

import { Writable } from 'node:stream';
import { getExecOutput } from '@actions/exec';
import { lineReader } from '../console/scanner.ts';
import { type Answer, type Ask, requireProgram } from '../process/ask.ts';
import { environmentFor } from '../process/environment.ts';
import type { JobOutput } from '../report/job-log.ts';
import { HostError, messageOf } from '../words/errors.ts';

/** timeout(1) ends a command with SIGTERM, and this many seconds later with SIGKILL. */
const KILL_AFTER_S = 5;
/** The exit codes of timeout(1) when it has ended the command, by SIGTERM or by SIGKILL. */
const LATE: readonly number[] = [124, 137];

/**
 * With a standard input that has ended, a tool that asks something does not wait for an answer. @actions/exec calls
 * `stdin.end(input)` and listens to no error of stdin: to write nothing, `Buffer.alloc(0)`, to a tool that has already
 * ended is EPIPE, which ended the step. `end` of a function only closes.
 */
const NO_INPUT = (() => undefined) as unknown as Buffer;

/** Runs commands one after the other, because the log would mix the lines of two. */
export function toolsInJobLog(output: JobOutput): Ask {
  let before: Promise<unknown> = Promise.resolve();
  return (argv, question) => {
    const answer = before.then(() => run(output, argv, question));
    before = answer.catch(() => undefined);
    return answer;
  };
}

async function run(output: JobOutput, ...[argv, question]: Parameters<Ask>): Promise<Answer> {
  const { kind, own, signal, deadlineMs } = question;
  signal?.throwIfAborted();
  requireProgram(argv[0]);
  if (kind === 'install') output.startGroup(argv.join(' '));
  const begun = performance.now();
  // A tool may print a stranger's text, such as a line of its source. The output makes each line safe.
  const lines = lineReader((line) => output.info(line));
  const log = new Writable({
    write(bytes: Buffer, _, done) {
      lines.push(bytes);
      done();
    },
  });
  try {
    const args = [`--kill-after=${KILL_AFTER_S}`, String(deadlineMs / 1000), ...argv];
    const running = getExecOutput('timeout', args, {
      cwd: '/',
      env: environmentFor(kind, own),
      outStream: log,
      ignoreReturnCode: true,
      input: NO_INPUT,
    });
    const { exitCode, stdout, stderr } = await untilAborted(running, signal);
    if (LATE.includes(exitCode) && performance.now() - begun >= deadlineMs) {
      const late = `"${argv.slice(0, 3).join(' ')}" was not done after ${deadlineMs / 1000} s`;
      throw new HostError('command-timeout', late);
    }
    return { code: exitCode, stdout: Buffer.from(stdout), stderr };
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof HostError) throw cause;
    // timeout(1) itself could not be started.
    throw new HostError('program-missing', `cannot run ${argv[0]}: ${messageOf(cause, argv[0])}`, { cause });
  } finally {
    lines.end();
    if (kind === 'install') output.endGroup();
  }
}

/** Rejects when `signal` aborts. The command goes on, but is not waited for. */
async function untilAborted<T>(running: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return running;
  let cancel: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    cancel = () => reject(signal.reason);
    signal.addEventListener('abort', cancel);
  });
  try {
    return await Promise.race([running, aborted]);
  } finally {
    if (cancel !== undefined) signal.removeEventListener('abort', cancel);
  }
}
