/** Turns the signals that ask a program to end into an orderly stop of the machine. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

export interface Session {
  /** Aborted by the first SIGINT, SIGTERM or SIGHUP. */
  readonly signal: AbortSignal;
  /** A private directory, removed when the session ends. */
  readonly workDir: string;
}

/** Runs `body` with a private directory and with signals that abort it instead of killing the process. */
export async function session<T>(
  body: (session: Session) => Promise<T>,
): Promise<{ value: T; signal: NodeJS.Signals | undefined }> {
  const abort = new AbortController();
  let received: NodeJS.Signals | undefined;
  const onSignal = (name: NodeJS.Signals): void => {
    received ??= name;
    abort.abort(`cancelled by ${name}`);
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  const workDir = mkdtempSync(join(process.env.RUNNER_TEMP ?? tmpdir(), 'tdx-boot-'));
  try {
    return { value: await body({ signal: abort.signal, workDir }), signal: received };
  } finally {
    rmSync(workDir, { recursive: true, force: true });
    for (const name of SIGNALS) process.off(name, onSignal);
  }
}
