/** An exclusive lock between processes that the kernel releases when its holder dies, however it dies. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { HostError, messageOf } from '../words/errors.ts';

export interface LockOptions {
  readonly signal?: AbortSignal | undefined;
  /** Longest time to wait for the present holder, in milliseconds. */
  readonly waitMs: number;
  /** Called once when somebody else holds the lock. */
  onWait?(): void;
}

/** Gives a lock back. */
export type Release = () => void;

/**
 * Runs `body` while this process, and no other on this machine, holds the lock of that name.
 * @param path a file that is made for it and removed after it
 * @throws HostError code `lock-timeout` or `lock-unavailable`; the reason of `signal` when it aborts the wait
 */
export async function withLock<T>(path: string, options: LockOptions, body: () => Promise<T>): Promise<T> {
  const release = await acquire(path, options);
  try {
    return await body();
  } finally {
    release();
  }
}

/** Takes the lock if it is free; undefined when somebody holds it. */
export async function tryLock(path: string): Promise<Release | undefined> {
  return lock(path, 0);
}

async function acquire(path: string, { signal, waitMs, onWait }: LockOptions): Promise<Release> {
  const free = await lock(path, 0, signal);
  if (free !== undefined) return free;
  onWait?.();
  const release = await lock(path, performance.now() + waitMs, signal);
  if (release !== undefined) return release;
  const pids = holders(path);
  const who = pids.length === 0 ? 'another process' : `process ${pids.join(', ')}`;
  throw new HostError('lock-timeout', `${path} is still locked by ${who} after ${waitMs / 1000} s`, {
    hint:
      pids.length === 0 ? `See who holds it: fuser ${path}` : `See what it does: ps -fp ${pids.join(',')}`,
  });
}

/** @param deadline as performance.now(); one that has passed means: at once or not at all */
async function lock(path: string, deadline: number, signal?: AbortSignal): Promise<Release | undefined> {
  for (;;) {
    // Nothing is awaited from here to where flock() listens: an abort before that is not told again.
    signal?.throwIfAborted();
    const fd = open(path);
    let keep = false;
    try {
      const seconds = (deadline - performance.now()) / 1000;
      const wait = seconds > 0 ? ['--timeout', seconds.toFixed(3)] : ['--nonblock'];
      const locked = await flock(fd, wait, signal);
      keep = locked && isCurrent(path, fd);
      if (keep) return () => release(path, fd);
      if (!locked && signal?.aborted !== true) return undefined;
    } finally {
      if (!keep) closeSync(fd);
    }
  }
}

/** In a directory of all users, another one may have put a link or a pipe there: neither leads or holds us anywhere. */
const PLAINLY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Everybody may open it: flock(2) needs no right to write, and a sticky directory may allow none to others. */
function open(path: string): number {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, PLAINLY | constants.O_CREAT, 0o444);
  } catch (error) {
    try {
      return openSync(path, PLAINLY);
    } catch {
      throw new HostError('lock-unavailable', `cannot open the lock file ${path}: ${messageOf(error)}`, {
        hint: 'Its directory has to be writable and must have space left.',
        cause: error,
      });
    }
  }
}

/** What flock(1) exits with when somebody else has the lock. */
const BUSY = 1;

/**
 * flock(1) locks the open file that it inherits from us, and the lock is on that open file: it stays when flock(1) ends
 * and goes when our descriptor does. Node has no call for it, and this needs no native module. setpriv(1), of the same
 * package, ends a waiting flock(1) when we are killed.
 */
async function flock(fd: number, wait: readonly string[], signal?: AbortSignal): Promise<boolean> {
  const args = ['--pdeathsig', 'KILL', '--', 'flock', '--exclusive', ...wait, '3'];
  const child = spawn('setpriv', args, { stdio: ['ignore', 'ignore', 'pipe', fd] });
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
      hint: 'It needs setpriv and flock (sudo apt-get install util-linux), and a file system that knows flock(2).',
      cause: error,
    });
  } finally {
    signal?.removeEventListener('abort', kill);
  }
}

/** Who has locked it, as far as we may see: the kernel notes a lock beside its descriptor (proc(5), fdinfo). */
function holders(path: string): string[] {
  const lock = new RegExp(`FLOCK.*:${statSync(path, { throwIfNoEntry: false })?.ino} `);
  const processes = visible(() => readdirSync('/proc'), []).filter((name) => /^\d/.test(name));
  return processes.filter((pid) => {
    const directory = `/proc/${pid}/fdinfo`;
    const descriptors = visible(() => readdirSync(directory), []);
    return descriptors.some((fd) => lock.test(visible(() => readFileSync(`${directory}/${fd}`, 'utf8'), '')));
  });
}

/** What is in /proc may end at any time, or be of another user. */
function visible<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
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
