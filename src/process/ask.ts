/** Asks a program a short question: runs it to its end and returns what it printed. */

import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';
import { HostError, messageOf } from '../words/errors.ts';
import type { ChildKind } from './environment.ts';
import { findCommand } from './find.ts';
import { runCommand } from './run.ts';

interface Question {
  /** Decides which variables the program gets. */
  readonly kind: ChildKind;
  /** Further variables for the program. */
  readonly own?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** Longest time to wait for the answer, in milliseconds. */
  readonly deadlineMs: number;
  /** Longest answer, in bytes. */
  readonly maxBytes?: number;
}

export interface Answer {
  /** The exit code, or the signal that ended the program. */
  readonly code: number | NodeJS.Signals;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Who asks: ask(), or in a job the tool runner of `@actions/exec`, which shows the command in the job's log. */
export type Ask = (argv: readonly [string, ...string[]], question: Question) => Promise<Answer>;

const MAX_BYTES = 1024 * 1024;

/**
 * @throws HostError code `program-missing` when the program is missing or this user may not run it, `command-timeout`
 *   or `answer-too-long`; the reason of `signal` when that aborts
 */
export const ask: Ask = async (asked, { signal, maxBytes = MAX_BYTES, ...question }) => {
  const [name, ...args] = asked;
  requireProgram(name);
  // A relative path refers to our working directory. The program gets another one.
  const argv = [name.includes('/') ? resolve(name) : name, ...args];
  const parts: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
  const tooLong = new AbortController();
  let bytesLeft = maxBytes;
  const code = await runCommand(argv, {
    ...question,
    cwd: '/',
    signal: signal === undefined ? tooLong.signal : AbortSignal.any([signal, tooLong.signal]),
    onOutput: (bytes, from) => {
      bytesLeft -= bytes.length;
      if (bytesLeft >= 0) parts[from].push(bytes);
      else tooLong.abort(answerTooLong(argv, maxBytes));
    },
  });
  return { code, stdout: Buffer.concat(parts.stdout), stderr: String(Buffer.concat(parts.stderr)) };
};

/** @throws HostError code `program-missing` */
export function requireProgram(name: string): void {
  const path = findCommand(name);
  if (path === undefined)
    throw new HostError('program-missing', `cannot run ${name}: not in PATH`, {
      hint: 'Install it, or put its directory on PATH.',
      lasting: true,
    });
  try {
    accessSync(path, constants.X_OK);
  } catch (cause) {
    throw new HostError('program-missing', `cannot run ${name}: ${messageOf(cause, name)}`, {
      hint: 'Name a program that this user may execute.',
      cause,
      lasting: true,
    });
  }
}

function answerTooLong(argv: readonly string[], maxBytes: number): HostError {
  return new HostError('answer-too-long', `"${argv.join(' ')}" printed more than ${maxBytes} bytes`);
}
