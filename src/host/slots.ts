/**
 * Host-wide slots for Trust Domains: as many run as there are KeyIDs and memory for, the others wait their turn.
 *
 * Each holder has a file of its own, named after what it holds and locked while it lives, so a crash gives the slot
 * back. Whoever wants one queues for a common lock; the first in the queue alone decides, and waits for a holder to end.
 */

import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Release, tryLock, withLock } from '../process/lock.ts';
import { codeOf, HostError, messageOf, TdxBootError, UsageError } from '../words/errors.ts';
import { mib } from './checks/capacity.ts';

export interface SlotRequest {
  /** From `slotsDirectory`. */
  readonly directory: string;
  /** Trust Domains at a time; undefined where the host does not say. */
  readonly limit: number | undefined;
  /** Bytes of guest memory. */
  readonly memory: number;
  /** Bytes that the host has available now; undefined where it does not say. */
  available(): number | undefined;
  /** Longest time to wait for a slot, in milliseconds. */
  readonly waitMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Called with the reason whenever a wait begins. */
  onWait(reason: string): void;
}

/** A Trust Domain that runs here, or is about to. */
export interface Holder {
  readonly path: string;
  /** tdx-boot's process, as its own PID namespace counts. */
  readonly pid: number;
  readonly user: number;
  /** Bytes of guest memory. */
  readonly memory: number;
  /** Milliseconds since 1970. */
  readonly since: number;
}

const MIB = 1024 * 1024;
/** Directories in which every user may make files and none may touch another's; the first that is one. */
const SHARED = ['/run/lock', '/tmp'];
/** The sticky bit, and all rights for all. */
const STICKY = 0o1777;

/** `td-<process>-<MiB>-<seconds since 1970>-<chance>`: all that others need to know of a holder. */
const HOLDER = /^td-(\d{1,10})-(\d{1,9})-(\d{1,11})-[0-9a-f]{16}$/;

/**
 * Takes a slot, waiting for one if need be.
 * @returns gives it back; the end of this process does so too
 * @throws HostError code `slot-timeout`, `slot-no-memory` or `slots-unavailable`; the reason of `signal` when it aborts
 */
export async function takeSlot(request: SlotRequest): Promise<Release> {
  const { directory, waitMs, signal } = request;
  const deadline = performance.now() + waitMs;
  const onWait = (): void =>
    request.onWait(`another run is first in the queue; ${describe(holdersIn(directory))}`);
  try {
    return await withLock(join(directory, 'queue'), { waitMs, signal, onWait }, () =>
      admit(request, deadline),
    );
  } catch (error) {
    if (!(error instanceof TdxBootError) || error.code !== 'lock-timeout') throw error;
    throw timedOut(request, 'another run is still first in the queue');
  }
}

/** The holders of a directory, as their files say; some may have died. */
export function holdersIn(directory: string): Holder[] {
  return namesIn(directory).flatMap((name) => {
    const found = HOLDER.exec(name);
    if (found === null) return [];
    const [, pid, size, seconds] = found;
    const path = join(directory, name);
    const file = lstatSync(path, { throwIfNoEntry: false });
    if (file?.isFile() !== true) return [];
    const since = Number(seconds) * 1000;
    return [{ path, pid: Number(pid), user: file.uid, memory: Number(size) * MIB, since }];
  });
}

/** Bytes of guest memory of the Trust Domains that run on this host now. */
export function heldMemory(): number {
  const directory = slotsPath();
  return directory === undefined ? 0 : holdersIn(directory).reduce((sum, { memory }) => sum + memory, 0);
}

/** How many Trust Domains may run: what TDX_BOOT_SLOTS says, else what the host has KeyIDs for. */
export function slotLimit(capacity: number | undefined, setting: string | undefined): number | undefined {
  if (setting === undefined || setting === '') return capacity;
  if (/^[1-9]\d{0,5}$/.test(setting)) return Number(setting);
  throw new UsageError('bad-slots', `TDX_BOOT_SLOTS is ${JSON.stringify(setting)}`, {
    hint: 'It is the number of Trust Domains that may run at a time on this host: 1 or more.',
  });
}

/** Where the slots of this host are; undefined where no directory is shared by all users. */
export function slotsPath(shared: readonly string[] = SHARED): string | undefined {
  const parent = shared.find((path) => isShared(path));
  return parent === undefined ? undefined : join(parent, 'tdx-boot');
}

/**
 * The same, made if it is not there.
 * @throws HostError code `slots-unavailable` when it cannot be made, or somebody put something else there
 */
export function slotsDirectory(shared: readonly string[] = SHARED): string {
  const directory = slotsPath(shared);
  if (directory === undefined)
    throw unavailable(shared.join(' or '), 'is not a directory that all users share');
  // With the mode that it is to have from its first moment on: no other process may see it otherwise.
  const umask = process.umask(0);
  try {
    mkdirSync(directory, STICKY);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw unavailable(directory, messageOf(error), error);
  } finally {
    process.umask(umask);
  }
  if (!isShared(directory)) {
    throw unavailable(directory, 'is not a directory with mode 1777: somebody else made it');
  }
  return directory;
}

/** First in the queue: nobody else decides or takes a slot meanwhile. */
async function admit(request: SlotRequest, deadline: number): Promise<Release> {
  for (;;) {
    request.signal?.throwIfAborted();
    const holders = await living(request.directory);
    const full = whyFull(request, holders);
    if (full === undefined) return hold(request);
    if (holders.length === 0) throw noMemory(full);
    request.onWait(`${full}; ${describe(holders)}`);
    await oneEnds(holders, request, deadline, full);
  }
}

function whyFull({ limit, memory, available }: SlotRequest, holders: readonly Holder[]): string | undefined {
  if (limit !== undefined && holders.length >= limit) return `every slot of this host is taken (${limit})`;
  const free = available();
  if (free === undefined) return undefined;
  const promised = holders.reduce((sum, holder) => sum + untouched(holder), 0);
  if (free - promised >= memory) return undefined;
  const less = promised === 0 ? '' : `, ${mib(promised)} of it promised to running TDs`;
  return `${mib(memory)} of memory are wanted, ${mib(free)} are available${less}`;
}

/**
 * What a guest may still take of its memory. KVM keeps the private memory of a TD where no process shows it
 * (guest_memfd), so it counts as untouched: a run may wait without need, but none is killed for want of memory.
 */
function untouched({ pid, memory }: Holder): number {
  const children = namesIn(`/proc/${pid}/task`).flatMap((task) =>
    (readText(`/proc/${pid}/task/${task}/children`) ?? '').split(' ').filter((child) => child !== ''),
  );
  const resident = children.map(
    (child) => /^VmRSS:\s*(\d+) kB$/m.exec(readText(`/proc/${child}/status`) ?? '')?.[1],
  );
  const touched = resident.reduce((sum, kib) => sum + Number(kib ?? 0) * 1024, 0);
  return Math.max(0, memory - touched);
}

/** Those whose file is still locked. The file of one that died is removed where we may. */
async function living(directory: string): Promise<Holder[]> {
  const holders = holdersIn(directory);
  const alive = await Promise.all(
    holders.map(async (holder) => ((await isHeld(holder.path)) ? [holder] : [])),
  );
  return alive.flat();
}

async function isHeld(path: string): Promise<boolean> {
  const release = await tryLock(path);
  release?.();
  return release === undefined;
}

async function hold({ directory, memory }: SlotRequest): Promise<Release> {
  const seconds = Math.floor(Date.now() / 1000);
  const name = `td-${process.pid}-${Math.ceil(memory / MIB)}-${seconds}-${randomBytes(8).toString('hex')}`;
  const release = await tryLock(join(directory, name));
  if (release === undefined) throw unavailable(directory, `${name} is locked by somebody else`);
  return release;
}

/** Waits until the lock of one of them comes free, however its holder ended. */
async function oneEnds(
  holders: readonly Holder[],
  request: SlotRequest,
  deadline: number,
  full: string,
): Promise<void> {
  const done = new AbortController();
  const signal = AbortSignal.any([done.signal, ...(request.signal === undefined ? [] : [request.signal])]);
  const waitMs = Math.max(0, deadline - performance.now());
  const waits = holders.map(({ path }) => withLock(path, { waitMs, signal }, async () => undefined));
  try {
    await Promise.race(waits);
  } catch (error) {
    request.signal?.throwIfAborted();
    if (error instanceof TdxBootError && error.code === 'lock-timeout') throw timedOut(request, full);
    throw error;
  } finally {
    done.abort();
    await Promise.allSettled(waits);
  }
}

/** `2 TDs run: process 123 of user 1000 (2048 MiB, for 12 min), …`. */
function describe(holders: readonly Holder[]): string {
  const who = holders.map(({ pid, user, memory, since }) => {
    const minutes = Math.max(0, Math.floor((Date.now() - since) / 60_000));
    return `process ${pid} of user ${user} (${mib(memory)}, for ${minutes} min)`;
  });
  const count = `${who.length} ${who.length === 1 ? 'TD runs' : 'TDs run'}`;
  const named = who.slice(0, 8).join(', ');
  return who.length === 0 ? 'no TD runs yet' : `${count}: ${named}${who.length > 8 ? ', …' : ''}`;
}

function timedOut({ directory, waitMs }: SlotRequest, why: string): HostError {
  const holders = holdersIn(directory);
  const pids = holders.map(({ pid }) => pid).join(',');
  return new HostError(
    'slot-timeout',
    `no slot for a Trust Domain came free in ${waitMs / 1000} s: ${why}; ${describe(holders)}`,
    {
      hint:
        pids === ''
          ? `See who holds it: fuser ${join(directory, 'queue')}`
          : `See what they do: ps -fp ${pids}`,
    },
  );
}

function noMemory(why: string): HostError {
  return new HostError(
    'slot-no-memory',
    `no memory for this Trust Domain: ${why}, and no other TD will give any back`,
    {
      hint: 'End what uses it, or lower guest.memory in the scenario.',
    },
  );
}

function unavailable(path: string, what: string, cause?: unknown): HostError {
  return new HostError('slots-unavailable', `cannot count the Trust Domains of this host: ${path} ${what}`, {
    hint: 'Let an administrator see to it: it should be a directory of mode 1777.',
    ...(cause === undefined ? {} : { cause }),
  });
}

/** A link to a directory is none. */
function isShared(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true && (found.mode & 0o7777) === STICKY;
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
