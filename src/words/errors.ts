/** The one error shape of the project: what went wrong, under a stable code, and what to do next. */

export interface ErrorDetails {
  /** What the reader should do next, one sentence. */
  readonly hint?: string;
  /** Where in a file of the user's, as `file:line:column`. */
  readonly where?: string;
  readonly cause?: unknown;
}

/** An error that a user can act on. `code` is stable and kebab-case; `hint` says what to do next. */
export class TdxBootError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly where: string | undefined;

  constructor(code: string, message: string, facts: ErrorDetails = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = 'TdxBootError';
    this.code = code;
    this.hint = facts.hint;
    this.where = facts.where;
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

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
  return hasMessage ? String(error.message) : String(error);
}

/** The system's name of an error (`ENOSPC`), where it has one. */
export function codeOf(error: unknown): string | undefined {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : undefined;
}
