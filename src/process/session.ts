/** Turns the signals that ask a program to end into an orderly stop of the machine. */

import { makeWorkDir, removeWorkDir } from './work-dir.ts';

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

export interface Session {
  /** Aborted by the first SIGINT, SIGTERM or SIGHUP. */
  readonly signal: AbortSignal;
  /** A private directory, removed when the session ends. */
  readonly workDir: string;
}

/** How a session ended: with a value, or by a signal and perhaps without a value. */
export type Ended<T> =
  | { readonly signal: undefined; readonly value: T }
  | { readonly signal: NodeJS.Signals; readonly value: T | undefined };

/** Runs `body` with a private directory and with signals that abort it instead of killing the process. */
export async function session<T>(body: (session: Session) => Promise<T>): Promise<Ended<T>> {
  const abort = new AbortController();
  let received: NodeJS.Signals | undefined;
  const onSignal = (name: NodeJS.Signals): void => {
    received ??= name;
    abort.abort(`cancelled by ${name}`);
  };
  const workDir = makeWorkDir('run');
  for (const name of SIGNALS) process.on(name, onSignal);
  try {
    const value = await body({ signal: abort.signal, workDir });
    return received === undefined ? { value, signal: received } : { value, signal: received };
  } catch (error) {
    // The body throws because the signal has aborted it. The signal is the result.
    if (received === undefined) throw error;
    return { value: undefined, signal: received };
  } finally {
    removeWorkDir(workDir);
    for (const name of SIGNALS) process.off(name, onSignal);
  }
}
