/**
 * Host-wide slots for Trust Domains: as many run as there are KeyIDs and memory for, the others wait their turn.
 *
 * Each holder has one file, in a directory that all users share. The file's name says what the holder has, and the
 * holder's process and its VMM keep the file locked: a slot is free again when both are gone, however they ended. A
 * file without a lock does not count. A run that wants a slot queues for a common lock. Only the first in the queue
 * decides, and waits for a holder to end.
 */

import { randomBytes } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { namesIn, textAt } from '../process/directory.ts';
import { type Lock, takeLock, tryLock, withLock } from '../process/lock.ts';
import { SHARED_DIRECTORIES } from '../process/places.ts';
import { codeOf, HostError, TdxBootError, UsageError } from '../words/errors.ts';
import { MIB } from '../words/units.ts';
import { mib } from './checks/capacity.ts';

export interface SlotRequest {
  /** From `slotsDirectory`. */
  readonly directory: string;
  /** Trust Domains at a time; undefined where the host does not say. */
  readonly limit: number | undefined;
  /** Bytes of guest memory. */
  readonly memory: number;
  /** Bytes of memory that the host has; by default, what the kernel says. */
  readonly total?: number;
  /** Bytes that the host has available now; undefined where it does not say. */
  available(): number | undefined;
  /** Longest time to wait for a slot, in milliseconds. */
  readonly waitMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Called with the reason whenever a wait begins. */
  onWait(reason: string): void;
}

/** A Trust Domain that runs on this host, or is about to. */
export interface Holder {
  readonly path: string;
  /** The process of tdx-boot, with its number in its PID namespace. */
  readonly pid: number;
  readonly user: number;
  /** Bytes of guest memory. */
  readonly memory: number;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** The sticky bit and all rights for all: everybody may make files, and nobody may remove those of another user. */
const STICKY = 0o1777;

/** The lock that a run queues for. */
const QUEUE = 'tdx-boot-queue';
/** `tdx-boot-td-<process>-<MiB>-<seconds since 1970>-<random>`: all that others need to know of a holder. */
const HOLDER = /^tdx-boot-td-([1-9]\d{0,9})-([1-9]\d{0,8})-([1-9]\d{0,10})-[0-9a-f]{16}$/;

/** Longest wait for a run that locks a new holder's file to look at it, in milliseconds. A look takes a hundredth. */
const LOOK_MS = 5000;

/**
 * Takes a slot, and waits for one if need be.
 * @returns the lock that is the slot. Hand its descriptor to the VMM, which then holds the slot as long as it lives, and
 *   release the lock only when the VMM's process is gone.
 * @throws HostError code `slot-timeout`, `slot-no-memory` or `slots-unavailable`; the reason of `signal` when it aborts
 */
export async function takeSlot(request: SlotRequest): Promise<Lock> {
  const { directory, total, waitMs, signal } = request;
  const deadline = performance.now() + waitMs;
  const onWait = (): void =>
    request.onWait(`another run is first in the queue; ${describe(holdersIn(directory, total))}`);
  try {
    return await withLock(join(directory, QUEUE), { waitMs, signal, onWait }, () => admit(request, deadline));
  } catch (error) {
    if (!(error instanceof TdxBootError) || error.code !== 'lock-timeout') throw error;
    throw timedOut(request, 'another run is still first in the queue');
  }
}

/**
 * The holders that the files of a directory name. Some may have ended. A file that names more memory than the host has
 * is ignored: tdx-boot starts no such guest.
 */
export function holdersIn(directory: string, total = totalmem()): Holder[] {
  return namesIn(directory).flatMap((name) => {
    const found = HOLDER.exec(name);
    if (found === null) return [];
    const [, pid, size, seconds] = found;
    const path = join(directory, name);
    const file = lstatSync(path, { throwIfNoEntry: false });
    const memory = Number(size) * MIB;
    if (file?.isFile() !== true || memory > total) return [];
    return [{ path, pid: Number(pid), user: file.uid, memory, since: Number(seconds) * 1000 }];
  });
}

/** Bytes of guest memory of the Trust Domains that run on this host now. */
export async function heldMemory(shared?: readonly string[]): Promise<number> {
  const directory = slotsPath(shared);
  if (directory === undefined) return 0;
  return (await living(directory)).reduce((sum, { memory }) => sum + memory, 0);
}

/** How many Trust Domains may run: what TDX_BOOT_SLOTS says, else what the host has KeyIDs for. */
export function slotLimit(capacity: number | undefined, setting: string | undefined): number | undefined {
  if (setting === undefined || setting === '') return capacity;
  if (/^[1-9]\d{0,5}$/.test(setting)) return Number(setting);
  throw new UsageError(
    'bad-slots',
    `TDX_BOOT_SLOTS is ${JSON.stringify(setting)}, which is no number of Trust Domains`,
    { hint: 'Set it to the number of Trust Domains that may run at a time on this host: 1 or more.' },
  );
}

/** The directory of this host's slots; undefined where there is no directory that all users share. */
export function slotsPath(shared: readonly string[] = SHARED_DIRECTORIES): string | undefined {
  return shared.find((path) => isShared(path));
}

/**
 * The directory of this host's slots.
 * @throws HostError code `slots-unavailable` where there is no directory that all users share
 */
export function slotsDirectory(shared?: readonly string[]): string {
  const directory = slotsPath(shared);
  if (directory !== undefined) return directory;
  const places = (shared ?? SHARED_DIRECTORIES).join(' or ');
  throw new HostError('slots-unavailable', `cannot count the Trust Domains of this host in ${places}`, {
    hint: 'One of them has to be a directory of root with mode 1777, so that no user can remove the slots of another.',
  });
}

/** Called by the first in the queue: no other run decides or takes a slot meanwhile. */
async function admit(request: SlotRequest, deadline: number): Promise<Lock> {
  for (;;) {
    request.signal?.throwIfAborted();
    const holders = await living(request.directory, request.total);
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
 * (guest_memfd), so all of it counts as untouched: a run may wait too long, but no run is killed for lack of memory.
 */
function untouched({ pid, memory }: Holder): number {
  const children = namesIn(`/proc/${pid}/task`).flatMap((task) =>
    textAt(`/proc/${pid}/task/${task}/children`)
      .split(' ')
      .filter((child) => child !== ''),
  );
  const resident = children.map((child) => /^VmRSS:\s*(\d+) kB$/m.exec(textAt(`/proc/${child}/status`))?.[1]);
  const touched = resident.reduce((sum, kib) => sum + Number(kib ?? 0) * 1024, 0);
  return Math.max(0, memory - touched);
}

/** The holders whose file is locked. The files of the others are removed where this user may. */
async function living(directory: string, total?: number): Promise<Holder[]> {
  const alive: Holder[] = [];
  for (const holder of holdersIn(directory, total)) if (await isHeld(holder.path)) alive.push(holder);
  return alive;
}

async function isHeld(path: string): Promise<boolean> {
  try {
    const lock = await tryLock(path);
    lock?.release();
    return lock === undefined;
  } catch (error) {
    // Everybody may read the file of a holder, so this file belongs to no holder.
    if (error instanceof HostError && codeOf(error.cause) === 'EACCES') return false;
    throw error;
  }
}

async function hold({ directory, memory }: SlotRequest): Promise<Lock> {
  const seconds = Math.floor(Date.now() / 1000);
  const random = randomBytes(8).toString('hex');
  const name = `tdx-boot-td-${process.pid}-${Math.ceil(memory / MIB)}-${seconds}-${random}`;
  // Another process may lock the new file for a moment, to see whether its holder lives.
  return takeLock(join(directory, name), { waitMs: LOOK_MS });
}

/** Waits until one of the holders has ended, whichever way. */
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

function timedOut({ directory, total, waitMs }: SlotRequest, why: string): HostError {
  const holders = holdersIn(directory, total);
  const pids = holders.map(({ pid }) => pid).join(',');
  return new HostError(
    'slot-timeout',
    `no slot for a Trust Domain came free in ${waitMs / 1000} s: ${why}; ${describe(holders)}`,
    {
      hint:
        pids === ''
          ? `See who holds it: fuser ${join(directory, QUEUE)}`
          : `See what they do: ps -fp ${pids}`,
    },
  );
}

function noMemory(why: string): HostError {
  return new HostError(
    'slot-no-memory',
    `no memory for this Trust Domain: ${why}, and no other TD will give any back`,
    { hint: 'End programs that use memory, or lower guest.memory in the scenario.' },
  );
}

/**
 * Whether all users may make files in a directory, and none may remove the files of another. The owner of a directory
 * may remove any file in it, in spite of the sticky bit, so the owner has to be root or this user.
 */
function isShared(path: string): boolean {
  // A link to a directory does not count: its owner could turn it elsewhere.
  const found = lstatSync(path, { throwIfNoEntry: false });
  const trusted = found?.uid === 0 || found?.uid === process.geteuid?.();
  return found?.isDirectory() === true && trusted && (found.mode & 0o7777) === STICKY;
}
