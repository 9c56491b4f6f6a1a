/** Turns the signals that ask a program to end into an orderly stop of the machine. */

import { constants } from 'node:os';
import { killNotedGroups, killThoseIn, whileStopped } from './kill.ts';
import { makeWorkDir, removeWorkDir } from './work-dir.ts';

/** The first of these asks for an orderly stop. */
const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Ctrl-\: whoever types that does not want to wait. */
const AT_ONCE = 'SIGQUIT';
/** Ctrl-Z. */
const STOP = 'SIGTSTP';

export interface Session {
  /** Aborted by the first SIGINT, SIGTERM or SIGHUP. A second one, and a SIGQUIT, ends this process at once. */
  readonly signal: AbortSignal;
  /** A private directory, removed when the session ends. */
  readonly workDir: string;
}

/** How a session ended: with a value, or by a signal and perhaps without a value. */
export type Ended<T> =
  | { readonly signal: undefined; readonly value: T }
  | { readonly signal: NodeJS.Signals; readonly value: T | undefined };

/**
 * A second signal within this time, in milliseconds, is the first one again: npm and others pass on a Ctrl-C that the
 * terminal has sent to this process, too.
 */
const TWICE_MS = 300;

/** Runs `body` with a private directory and with signals that abort it instead of killing the process. */
export async function session<T>(body: (session: Session) => Promise<T>): Promise<Ended<T>> {
  const abort = new AbortController();
  let received: NodeJS.Signals | undefined;
  let receivedAt = 0;
  const workDir = makeWorkDir('run');
  const onSignal = (name: NodeJS.Signals): void => {
    const again = received !== undefined && performance.now() - receivedAt > TWICE_MS;
    if (again || name === AT_ONCE) endAtOnce(name, workDir);
    receivedAt ||= performance.now();
    received ??= name;
    abort.abort(`cancelled by ${name}`);
  };
  for (const name of [...SIGNALS, AT_ONCE]) process.on(name, onSignal);
  process.on(STOP, stopAll);
  try {
    const value = await body({ signal: abort.signal, workDir });
    return received === undefined ? { value, signal: received } : { value, signal: received };
  } catch (error) {
    // The body throws because the signal has aborted it. The signal is the result.
    if (received === undefined) throw error;
    return { value: undefined, signal: received };
  } finally {
    removeWorkDir(workDir);
    for (const name of [...SIGNALS, AT_ONCE]) process.off(name, onSignal);
    process.off(STOP, stopAll);
  }
}

/**
 * Stops the VMs and the builds with this process: nobody reads what they print, or ends them, until the user goes on. Without a
 * listener of this process the signal does what it does to others: stop it, or nothing where no shell could let it go on.
 */
function stopAll(): void {
  whileStopped(() => {
    process.off(STOP, stopAll);
    process.kill(process.pid, STOP);
    process.on(STOP, stopAll);
  });
}

/**
 * A second signal, or SIGQUIT, means that the user does not want to wait. The VMs are killed, the work directory is removed, and
 * no result is written.
 */
function endAtOnce(name: NodeJS.Signals, workDir: string): never {
  killNotedGroups();
  killThoseIn(workDir);
  removeWorkDir(workDir);
  process.exit(128 + constants.signals[name]);
}
