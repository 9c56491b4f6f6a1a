/** An exclusive lock between processes that the kernel releases when its holder dies, however it dies. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, fstatSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { HostError, messageOf } from '../errors.ts';

export interface LockOptions {
  readonly signal?: AbortSignal | undefined;
  /** Longest time to wait for the present holder, in milliseconds. */
  readonly waitMs: number;
  /** Called once when somebody else holds the lock. */
  onWait?(): void;
}

/**
 * Runs `body` while this process, and no other on this machine, holds the lock of that name.
 * @param path a file that is made for it and removed after it
 * @throws HostError code `lock-timeout` or `lock-unavailable`
 */
export async function withLock<T>(path: string, options: LockOptions, body: () => Promise<T>): Promise<T> {
  const fd = await acquire(path, options);
  try {
    return await body();
  } finally {
    release(path, fd);
  }
}

/** Takes the lock if it is free: returns what gives it back, or undefined when somebody holds it. */
export async function tryLock(path: string): Promise<(() => void) | undefined> {
  const fd = open(path);
  if ((await flock(fd, ['--nonblock'])) && isCurrent(path, fd)) return () => release(path, fd);
  closeSync(fd);
  return undefined;
}

async function acquire(path: string, { signal, waitMs, onWait }: LockOptions): Promise<number> {
  const deadline = Date.now() + waitMs;
  let told = false;
  for (;;) {
    signal?.throwIfAborted();
    const fd = open(path);
    if (await flock(fd, ['--nonblock'])) {
      if (isCurrent(path, fd)) return fd;
    } else {
      if (!told) onWait?.();
      told = true;
      const seconds = Math.max(1, Math.ceil((deadline - Date.now()) / 1000));
      const locked = await flock(fd, ['--timeout', String(seconds)], signal);
      if (locked && isCurrent(path, fd)) return fd;
      if (!locked && !(signal?.aborted ?? false)) {
        closeSync(fd);
        throw new HostError(
          'lock-timeout',
          `${path} has been locked by another process for ${waitMs / 1000} s`,
          {
            hint: `See who holds it with: fuser ${path}`,
          },
        );
      }
    }
    closeSync(fd);
  }
}

/** Everybody may open it: flock(2) needs no right to write, and a sticky directory may allow none to others. */
function open(path: string): number {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, constants.O_RDONLY | constants.O_CREAT, 0o444);
  } catch (error) {
    try {
      return openSync(path, constants.O_RDONLY);
    } catch {
      throw new HostError('lock-unavailable', `cannot open the lock file ${path}: ${messageOf(error)}`, {
        hint: 'Make its directory writable, or name another store.',
        cause: error,
      });
    }
  }
}

/**
 * flock(1) locks the open file that it inherits from us, and the lock is on that open file: it stays when flock(1) ends
 * and goes when our descriptor does. Node has no call for it, and this needs no native module.
 */
async function flock(fd: number, args: readonly string[], signal?: AbortSignal): Promise<boolean> {
  const child = spawn('flock', ['--exclusive', ...args, '3'], { stdio: ['ignore', 'ignore', 'ignore', fd] });
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  signal?.addEventListener('abort', kill);
  try {
    return (await exitCode(child)) === 0;
  } catch (error) {
    throw new HostError('lock-unavailable', `flock does not run: ${messageOf(error)}`, {
      hint: 'sudo apt-get install util-linux',
      cause: error,
    });
  } finally {
    signal?.removeEventListener('abort', kill);
  }
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

/** The holder before us removed the file: then what we locked is no longer what the next one will open. */
function isCurrent(path: string, fd: number): boolean {
  return statSync(path, { throwIfNoEntry: false })?.ino === fstatSync(fd).ino;
}

function release(path: string, fd: number): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // In a sticky directory it may be another user's; an unlocked file is harmless.
  } finally {
    closeSync(fd);
  }
}
