/** An exclusive lock between the processes of a machine. The kernel releases it when its holder dies, however it dies. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fstatSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { HostError, messageOf } from '../words/errors.ts';
import { makeDirectories, namesIn, textAt } from './directory.ts';
import { environmentFor } from './environment.ts';
import { openShared } from './shared.ts';

interface LockOptions {
  readonly signal?: AbortSignal | undefined;
  /** Longest time to wait for the present holder, in milliseconds. */
  readonly waitMs: number;
  /** Called once when another process holds the lock. */
  onWait?(): void;
}

/** A lock that this process holds. */
export interface Lock {
  /** The open lock file. A program that inherits this descriptor holds the lock, too, until it ends. */
  readonly fd: number;
  /** Gives the lock back and removes its file. */
  release(): void;
}

/**
 * Runs `body` while this process, and no other on this machine, holds the lock of that name.
 * @param path the lock file, which is made before and removed after
 * @throws HostError code `lock-timeout` or `lock-unavailable`; the reason of `signal` when it aborts the wait
 */
export async function withLock<T>(path: string, options: LockOptions, body: () => Promise<T>): Promise<T> {
  const held = await takeLock(path, options);
  try {
    return await body();
  } finally {
    held.release();
  }
}

/** Takes the lock if it is free; undefined when another process holds it. */
export async function tryLock(path: string): Promise<Lock | undefined> {
  return lock(path, 0);
}

/** Takes the lock, and waits for it if need be. Parameters and errors are those of `withLock`. */
export async function takeLock(path: string, { signal, waitMs, onWait }: LockOptions): Promise<Lock> {
  const free = await lock(path, 0, signal);
  if (free !== undefined) return free;
  onWait?.();
  const held = await lock(path, performance.now() + waitMs, signal);
  if (held !== undefined) return held;
  const pids = holders(path);
  const who = pids.length === 0 ? 'another process' : `process ${pids.join(', ')}`;
  throw new HostError('lock-timeout', `${path} is still locked by ${who} after ${waitMs / 1000} s`, {
    hint:
      pids.length === 0 ? `See who holds it: fuser ${path}` : `See what it does: ps -fp ${pids.join(',')}`,
  });
}

/** @param deadline in the time of performance.now(); when the deadline has passed, the lock is tried once */
async function lock(path: string, deadline: number, signal?: AbortSignal): Promise<Lock | undefined> {
  for (;;) {
    // Nothing is awaited between this check and flock(), which listens to the signal: no abort can be missed.
    signal?.throwIfAborted();
    const fd = open(path);
    let keep = false;
    try {
      const seconds = (deadline - performance.now()) / 1000;
      const wait = seconds > 0 ? ['--timeout', seconds.toFixed(3)] : ['--nonblock'];
      const locked = await flock(fd, wait, signal);
      keep = locked && isCurrent(path, fd);
      if (keep) return { fd, release: () => release(path, fd) };
      if (!locked && signal?.aborted !== true) return undefined;
    } finally {
      if (!keep) closeSync(fd);
    }
  }
}

function open(path: string): number {
  try {
    makeDirectories(dirname(path));
    return openShared(path);
  } catch (cause) {
    throw new HostError('lock-unavailable', `cannot open the lock file ${path}: ${messageOf(cause, path)}`, {
      hint: `${dirname(path)} has to be writable and must have space left. If ${path} exists, it has to be a file that this user can read.`,
      cause,
    });
  }
}

/** The exit code of flock(1) when another process has the lock. */
const BUSY = 1;

/**
 * flock(1) locks the open file that it inherits from us. The lock belongs to the open file: it stays when flock(1) ends,
 * and goes when the last descriptor of the open file is closed. Node itself cannot call flock(2), and a native module
 * would have to be built when tdx-boot is installed. setpriv(1), of the same package, ends a waiting flock(1) when we are killed.
 */
async function flock(fd: number, wait: readonly string[], signal?: AbortSignal): Promise<boolean> {
  const args = ['--pdeathsig', 'KILL', '--', 'flock', '--exclusive', ...wait, '3'];
  const child = spawn('setpriv', args, {
    stdio: ['ignore', 'ignore', 'pipe', fd],
    env: environmentFor('tool'),
  });
  let said = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    said += bytes;
  });
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  signal?.addEventListener('abort', kill);
  try {
    const [code, killedBy] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    if (code === 0) return true;
    if (code === BUSY || signal?.aborted === true) return false;
    throw new Error(said.trim() || `flock: ${killedBy ?? `exit code ${code}`}`);
  } catch (error) {
    throw new HostError('lock-unavailable', `cannot lock files: ${messageOf(error)}`, {
      hint: 'Locks need setpriv and flock (sudo apt-get install util-linux), and a file system that supports flock(2).',
      cause: error,
    });
  } finally {
    signal?.removeEventListener('abort', kill);
  }
}

/** The processes that hold the lock, as far as this user may see: /proc/PID/fdinfo names a descriptor's locks (proc(5)). */
function holders(path: string): string[] {
  const lock = new RegExp(`FLOCK.*:${statSync(path, { throwIfNoEntry: false })?.ino} `);
  const processes = namesIn('/proc').filter((name) => /^\d/.test(name));
  return processes.filter((pid) => {
    const directory = `/proc/${pid}/fdinfo`;
    return namesIn(directory).some((fd) => lock.test(textAt(`${directory}/${fd}`)));
  });
}

/** False when the last holder has removed the file that we locked: the next process would make and lock a new file. */
function isCurrent(path: string, fd: number): boolean {
  return statSync(path, { throwIfNoEntry: false })?.ino === fstatSync(fd).ino;
}

function release(path: string, fd: number): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Another user made the file, and only that user may remove it. A file without a lock holds nobody up.
  } finally {
    closeSync(fd);
  }
}
