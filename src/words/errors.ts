/** The one error shape of the project: what went wrong, under a stable code, and what to do next. */

import { asSystemError, nameOfError, systemWords } from './system-error.ts';

export interface ErrorDetails {
  /** What the reader should do next, in one sentence. */
  readonly hint?: string | undefined;
  /** The place in the user's file, as `file:line:column`. */
  readonly where?: string;
  readonly cause?: unknown;
  /** This host will say the same again until somebody mends it: another attempt is of no use. */
  readonly lasting?: boolean;
}

/** An error that a user can act on. `code` is stable and kebab-case; `hint` says what to do next. */
export class TdxBootError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly where: string | undefined;
  readonly lasting: boolean;

  constructor(code: string, message: string, facts: ErrorDetails = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = 'TdxBootError';
    this.code = code;
    this.hint = facts.hint;
    this.where = facts.where;
    this.lasting = facts.lasting ?? false;
  }
}

/** The user's scenario or command line is wrong: refused before anything is built or booted (exit code 2). */
export class UsageError extends TdxBootError {}

/** The host, the VMM or a file could not do its part (verdict `errored`, exit code 125). */
export class HostError extends TdxBootError {}

/** `where: message`, then an indented hint: how an error looks on a terminal and in a job log. */
export function formatError(error: TdxBootError): string {
  const head = error.where === undefined ? error.message : `${error.where}: ${error.message}`;
  return error.hint === undefined ? head : `${head}\n  ${error.hint}`;
}

/**
 * The message of anything that was thrown; of a failed system call its reason in plain words.
 * @param named the path that the sentence names already, which is then not said again
 */
export function messageOf(error: unknown, named?: string): string {
  const call = asSystemError(error);
  if (call !== undefined) return systemWords(call, named);
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
  return hasMessage ? String(error.message) : String(error);
}

/** The system's name of an error (`ENOSPC`), where it has one. */
export function codeOf(error: unknown): string | undefined {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? nameOfError(error.code) : undefined;
}

/** No space on a disk, or a quota that is used up. */
export function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '');
}

const LASTING_CODES: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS'];

/** Whether a call of the system would fail again: a file that is missing or closed to this user stays so, a full disk does not. */
export function isLastingCall(error: unknown): boolean {
  return LASTING_CODES.includes(codeOf(error));
}

/**
 * What to tell the user of anything that was thrown: {@link formatError} for our own errors, the failed call for an
 * error of the system, and a request to report the rest.
 */
export function explainError(error: unknown): string {
  if (error instanceof TdxBootError) return formatError(error);
  const failed = asHostError(error);
  if (failed !== undefined) return formatError(failed);
  return `internal error: ${messageOf(error)}\n  Please report this with the command and its output.`;
}

/** An error of the host as it is, or made of a failed system call; undefined of anything else. */
export function asHostError(error: unknown): HostError | undefined {
  if (error instanceof HostError) return error;
  const call = asSystemError(error);
  if (call === undefined) return undefined;
  const { code } = call;
  return new HostError('system-call', messageOf(error), {
    ...{ hint: SYSTEM_HINTS[code], cause: error },
    lasting: isLastingCall(error),
  });
}

const SYSTEM_HINTS: Readonly<Record<string, string>> = {
  ENOENT: 'Create it, or name another place (TMPDIR for temporary files).',
  ENOTDIR: 'A part of the path is a file: name another place.',
  EACCES: 'Make it accessible to this user, or name another place.',
  EPERM: 'Make it accessible to this user, or name another place.',
  EROFS: 'The file system is read-only: name another place.',
  ENOSPC: 'No space is left: free some space, or name another place (TMPDIR for temporary files).',
  EDQUOT: 'The quota is used up: free some space, or name another place.',
  EISDIR: 'The path is a directory: name a file.',
};
