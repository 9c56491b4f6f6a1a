/** The images of this machine, by key: written whole or not at all, checked before every use, bounded in size. */

import { createHash, randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { tryLock, withLock } from '../../process/lock.ts';
import { placeOf } from '../../process/places.ts';
import { codeOf, HostError, messageOf, UsageError } from '../../words/errors.ts';
import { isFirmware } from '../../words/words.ts';
import type { FirmwareListener } from '../events.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import { measureImage } from './measure.ts';

export const MANIFEST = 'manifest.json';

/** An image that was asked for so recently may be on its way into a VM: it is not evicted. */
const IN_USE_MS = 60 * 60_000;

/** Bytes that a store may hold; a TDVF takes 4 MiB. */
const DEFAULT_LIMIT = 256 * 1024 * 1024;

/** The store of this user, for all jobs of a runner. */
export function defaultRoot(): string {
  return placeOf('store');
}

export interface Entry {
  readonly directory: string;
  /** Path of the image. */
  readonly image: string;
  /** Path of the manifest. */
  readonly manifestFile: string;
  readonly manifest: Manifest;
  /** Path of the log of its build; absent when it was not built on this machine, or the log was removed. */
  readonly log?: string;
}

/**
 * A directory of images, shared by any number of processes:
 * `entries/KEY/` an image and its manifest, `logs/KEY.log` of its build, `tmp/` what is being made, `locks/`.
 */
export class Store {
  readonly root: string;
  readonly #limit: number;
  readonly #listener: FirmwareListener;

  /** @param options.limit bytes; above it, adding an image evicts the least recently used ones */
  constructor(root: string, options: { readonly limit?: number; readonly listener: FirmwareListener }) {
    this.root = root;
    this.#limit = options.limit ?? DEFAULT_LIMIT;
    this.#listener = options.listener;
  }

  /** The image of a key, checked against its manifest. A damaged one is thrown away, with a notice. */
  find(key: string): Entry | undefined {
    const entry = this.#read(key);
    if (entry !== undefined) touch(entry.manifestFile);
    return entry;
  }

  /** The newest image of a prefix, whatever toolchain has built it. */
  findAny(prefix: string): Entry | undefined {
    const entries = this.#keys()
      .filter((key) => key.startsWith(`${prefix}-`))
      .flatMap((key) => this.#read(key) ?? []);
    const newest = entries.sort((a, b) => b.manifest.builtAt.localeCompare(a.manifest.builtAt))[0];
    if (newest !== undefined) touch(newest.manifestFile);
    return newest;
  }

  /** Every sound image, the most recently used first. */
  list(): { readonly entry: Entry; readonly used: Date }[] {
    return this.#keys()
      .flatMap((key) => this.#read(key) ?? [])
      .map((entry) => ({ entry, used: modified(entry.manifestFile) }))
      .sort((a, b) => b.used.getTime() - a.used.getTime());
  }

  /**
   * The lock of whoever makes an image ready.
   * @throws HostError code `store-unwritable` or `disk-full`
   */
  lockPath(name: string): string {
    return join(this.#writable('locks'), name);
  }

  /** Where the image of a key is, or will be. */
  imagePath(key: string, name: string): string {
    return join(this.root, 'entries', key, name);
  }

  /** Where the log of a build goes; it stays when the build fails. */
  logPath(key: string): string {
    return join(this.root, 'logs', `${key}.log`);
  }

  /**
   * Gives `body` an empty private directory on the store's file system, and removes it. When this process is killed,
   * its lock is free, and the next one's sweep finds the directory by that.
   * @throws HostError code `store-unwritable` or `disk-full`; what `body` throws
   */
  async withStaging<T>(body: (directory: string) => Promise<T>): Promise<T> {
    const directory = join(this.#writable('tmp'), randomUUID());
    await this.sweep();
    try {
      return await withLock(`${directory}.lock`, { waitMs: 10_000 }, async () => {
        try {
          mkdirSync(directory);
          return await body(directory);
        } finally {
          rmSync(directory, { recursive: true, force: true });
        }
      });
    } catch (error) {
      throw storeError(error, this.root);
    }
  }

  /** Removes what killed processes have left. */
  async sweep(): Promise<void> {
    const staged = new Set(list(join(this.root, 'tmp')).map((name) => name.replace(/\.lock$/, '')));
    for (const name of staged) await this.#sweepOne(join('tmp', `${name}.lock`), join('tmp', name));
    for (const name of list(join(this.root, 'locks'))) await this.#sweepOne(join('locks', name));
  }

  /**
   * Moves a finished image with its manifest into the store. One of the same key that is there already stays: it is as
   * good, and may be in use.
   * @param directory holds the image, under the name that the manifest gives; from `withStaging`
   * @throws DamagedImageError when the image is not what the manifest says; HostError code `store-unwritable` or
   *   `disk-full`
   */
  add(directory: string, manifest: Manifest): Entry {
    checkImage(join(directory, manifest.image), manifest);
    checkMrtd(join(directory, manifest.image), manifest);
    try {
      writeFileSync(join(directory, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
      restoreMode(join(directory, manifest.image), manifest);
      for (const name of [manifest.image, MANIFEST, '.']) sync(join(directory, name));
      const entries = this.#writable('entries');
      const { key } = manifest;
      const entry = this.find(key) ?? this.#move(directory, manifest) ?? this.find(key);
      if (entry === undefined) throw unwritable(`cannot replace ${join(entries, key)}`, this.root);
      sync(entries);
      this.prune({ spare: IN_USE_MS });
      return entry;
    } catch (error) {
      throw storeError(error, this.root);
    }
  }

  /**
   * Removes the least recently used images until the rest fits, and old logs of builds that have no image.
   * @param options.limit bytes that may stay; by default, the limit of the store
   * @param options.spare images used within so many milliseconds stay in any case
   */
  prune({
    limit = this.#limit,
    spare = 0,
  }: {
    readonly limit?: number;
    readonly spare?: number;
  } = {}): Entry[] {
    const oldestFirst = this.list().reverse();
    let total = oldestFirst.reduce((sum, { entry }) => sum + entry.manifest.size, 0);
    const removed: Entry[] = [];
    for (const { entry } of oldestFirst) {
      // Asked again: checking them all takes a while, and another process may have begun to use this one.
      if (total <= limit || age(entry.manifestFile) < spare || !this.#discard(entry.directory)) continue;
      total -= entry.manifest.size;
      rmSync(this.logPath(entry.manifest.key), { force: true });
      removed.push(entry);
    }
    this.#pruneLogs();
    return removed;
  }

  /** Fetched commits, which later builds need not fetch again. */
  get sources(): string {
    return join(this.root, 'sources');
  }

  forgetSources(): void {
    rmSync(this.sources, { recursive: true, force: true });
  }

  #keys(): string[] {
    return list(join(this.root, 'entries'));
  }

  #read(key: string): Entry | undefined {
    const directory = join(this.root, 'entries', key);
    const seen = identity(directory);
    if (seen === undefined) return undefined;
    try {
      const manifest = parseManifest(readFileSync(join(directory, MANIFEST), 'utf8'), key);
      if (manifest === undefined) throw new DamagedImageError('its manifest is damaged');
      checkImage(join(directory, manifest.image), manifest);
      restoreMode(join(directory, manifest.image), manifest);
      return this.#entry(manifest);
    } catch (error) {
      // Between our looks at it, another process has evicted it, or put a new one in its place.
      if (identity(directory) !== seen) return this.#read(key);
      this.#notice(`Not used: ${directory}: ${messageOf(error)}`);
      this.#discard(directory);
      return undefined;
    }
  }

  #entry(manifest: Manifest): Entry {
    const directory = join(this.root, 'entries', manifest.key);
    const log = this.logPath(manifest.key);
    return {
      directory,
      image: join(directory, manifest.image),
      manifestFile: join(directory, MANIFEST),
      manifest,
      ...(existsSync(log) ? { log } : {}),
    };
  }

  /** Undefined when there is one already: another process was faster, or a damaged one cannot be removed. */
  #move(directory: string, manifest: Manifest): Entry | undefined {
    const entry = this.#entry(manifest);
    try {
      renameSync(directory, entry.directory);
      return entry;
    } catch (error) {
      if (codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST') return undefined;
      throw error;
    }
  }

  /** Renamed first: nobody sees half of it. Returns whether it is gone. */
  #discard(directory: string): boolean {
    try {
      const trash = join(this.#writable('tmp'), randomUUID());
      renameSync(directory, trash);
      return this.#remove(trash);
    } catch (error) {
      if (identity(directory) === undefined) return true;
      this.#notice(`Cannot remove ${directory}: ${messageOf(error)}`);
      return false;
    }
  }

  /** Another process may be removing it, too. */
  #remove(path: string): boolean {
    try {
      rmSync(path, { recursive: true, force: true });
      return true;
    } catch (error) {
      if (identity(path) === undefined) return true;
      this.#notice(`Cannot remove ${path}: ${messageOf(error)}`);
      return false;
    }
  }

  /** Removes what a lock guards, and the lock's file, unless its owner lives. Both relative to the store. */
  async #sweepOne(lock: string, guarded?: string): Promise<void> {
    try {
      const held = await tryLock(join(this.root, lock));
      if (held === undefined) return;
      try {
        if (guarded !== undefined) this.#remove(join(this.root, guarded));
      } finally {
        held.release();
      }
    } catch (error) {
      this.#notice(messageOf(error));
    }
  }

  /** A log without an image is of a build that has failed, or that runs: then it is fresh. */
  #pruneLogs(): void {
    for (const name of list(join(this.root, 'logs'))) {
      const log = join(this.root, 'logs', name);
      const image = join(this.root, 'entries', name.replace(/\.log$/, ''));
      if (identity(image) === undefined && age(log) > IN_USE_MS) this.#remove(log);
    }
  }

  /** Makes a directory of the store, if need be, that we can write into. */
  #writable(name: string): string {
    const directory = join(this.root, name);
    try {
      mkdirSync(directory, { recursive: true });
      accessSync(directory, constants.W_OK);
      return directory;
    } catch (error) {
      const named = storeError(error, this.root);
      throw named instanceof HostError ? named : unwritable(messageOf(error), this.root, error);
    }
  }

  #notice(text: string): void {
    this.#listener({ type: 'notice', text });
  }
}

/** The named error behind a failed write below `root`. */
function storeError(error: unknown, root: string): unknown {
  // The lock of a staging directory is a file of the store.
  const isLock = error instanceof HostError && error.code === 'lock-unavailable';
  const code = codeOf(isLock ? error.cause : error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new HostError('disk-full', `no space left for firmware in ${root}`, {
      hint: 'A build needs about 1 GB while it runs. Free some space, or name another store.',
      cause: error,
    });
  }
  const denied = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
  return denied ? unwritable(messageOf(error), root, error) : error;
}

function unwritable(problem: string, root: string, cause?: unknown): HostError {
  return new HostError('store-unwritable', `cannot write to the firmware store ${root}: ${problem}`, {
    hint: 'Make it writable for this user, or name another store (XDG_CACHE_HOME).',
    cause,
  });
}

/** An image is not what its manifest says. */
export class DamagedImageError extends Error {}

function checkImage(image: string, { size, sha256 }: Manifest): void {
  const stat = lstatSync(image, { throwIfNoEntry: false });
  if (stat === undefined) throw new DamagedImageError('its image is missing');
  if (!stat.isFile()) throw new DamagedImageError('its image is not a regular file');
  if (stat.size !== size) throw new DamagedImageError(`its image has ${stat.size} bytes instead of ${size}`);
  const found = createHash('sha256').update(readFileSync(image)).digest('hex');
  if (found !== sha256)
    throw new DamagedImageError(`the SHA-256 of its image is ${found} instead of ${sha256}`);
}

/** Makes a program executable. GitHub's cache, as we use it, keeps only the bytes of files. */
function restoreMode(image: string, { inputs }: Manifest): void {
  if (!isFirmware(inputs.recipe) && (lstatSync(image).mode & 0o111) === 0) chmodSync(image, 0o755);
}

/** Checked once, when an image comes to this machine: another machine may have written its manifest. */
function checkMrtd(image: string, { mrtd }: Manifest): void {
  if (mrtd === undefined) return;
  let found = 'none';
  try {
    found = measureImage(readFileSync(image));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
  }
  if (found !== mrtd) throw new DamagedImageError(`its MRTD is ${found} instead of ${mrtd}`);
}

/** Tells whether a directory is still the one that we have looked at; undefined when it is gone. */
function identity(path: string): string | undefined {
  try {
    const { ino, ctimeNs } = lstatSync(path, { bigint: true });
    // A new one may get the number of the old one, but moving it here changes its ctime.
    return `${ino} ${ctimeNs}`;
  } catch {
    return undefined;
  }
}

/** The start of time when it is gone. */
function modified(file: string): Date {
  return lstatSync(file, { throwIfNoEntry: false })?.mtime ?? new Date(0);
}

/** Milliseconds since the last change; files have finer times than our clock. */
function age(file: string): number {
  return Math.max(0, Date.now() - modified(file).getTime());
}

function list(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

/** Best effort: a store that we may only read keeps no order of use. */
function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Read-only.
  }
}

function sync(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
