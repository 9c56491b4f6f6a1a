/** The images of this machine, by key: written whole or not at all, checked before every use, bounded in size. */

import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDirectories, namesIn } from '../../process/directory.ts';
import { tryLock, withLock } from '../../process/lock.ts';
import { placeOf } from '../../process/places.ts';
import { codeOf, HostError, messageOf } from '../../words/errors.ts';
import type { BuildListener } from '../events.ts';
import { age, identity, modified, storeError, sync, touch, unwritable } from './files.ts';
import { checkImage, checkMrtd, DamagedImageError, restoreMode } from './image.ts';
import { MANIFEST, type Manifest, readManifest } from './manifest.ts';

/** An image that was asked for within this time, in milliseconds, is not evicted: a VM may be about to use it. */
const IN_USE_MS = 60 * 60_000;

/** How many bytes a store may hold; a TDVF takes 4 MiB. */
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
  /** Path of the build's log; absent when the image was built on another machine, or the log was removed. */
  readonly log?: string;
}

/**
 * A directory of images, shared by any number of processes:
 * `entries/KEY/` has an image and its manifest, `logs/KEY.log` the log of its build, `tmp/` what is being made, and
 * `locks/` the locks.
 */
export class Store {
  readonly root: string;
  readonly #limit: number;
  readonly #listener: BuildListener;

  /** @param options.limit bytes; above it, adding an image evicts the least recently used ones */
  constructor(root: string, options: { readonly limit?: number; readonly listener: BuildListener }) {
    this.root = root;
    this.#limit = options.limit ?? DEFAULT_LIMIT;
    this.#listener = options.listener;
  }

  /** The image of a key, checked against its manifest. A damaged image is thrown away, with a notice. */
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
   * The lock that a process holds while it makes an image ready.
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
   * Gives `body` an empty private directory on the store's file system, and removes the directory. The process holds a
   * lock meanwhile. When the process is killed, the next sweep finds the lock free and removes both.
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
    const staged = new Set(namesIn(join(this.root, 'tmp')).map((name) => name.replace(/\.lock$/, '')));
    for (const name of staged) await this.#sweepOne(join('tmp', `${name}.lock`), join('tmp', name));
    for (const name of namesIn(join(this.root, 'locks'))) await this.#sweepOne(join('locks', name));
  }

  /**
   * Moves a finished image with its manifest into the store. An image of the same key that is already there stays,
   * because it has the same content and may be in use.
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
   * @param options.spare images that were used within so many milliseconds stay in any case
   */
  prune({ limit = this.#limit, spare = 0 }: { readonly limit?: number; readonly spare?: number }): Entry[] {
    const oldestFirst = this.list().reverse();
    let total = oldestFirst.reduce((sum, { entry }) => sum + entry.manifest.size, 0);
    const removed: Entry[] = [];
    for (const { entry } of oldestFirst) {
      // The age is read now: while the images were checked, another process may have begun to use this one.
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

  /** None where the store cannot be read: the build that follows says why. */
  #keys(): string[] {
    return namesIn(join(this.root, 'entries'));
  }

  #read(key: string): Entry | undefined {
    const directory = join(this.root, 'entries', key);
    const seen = identity(directory);
    if (seen === undefined) return undefined;
    try {
      const manifest = readManifest(directory, key);
      if (manifest === undefined) throw new DamagedImageError('its manifest is damaged');
      checkImage(join(directory, manifest.image), manifest);
      restoreMode(join(directory, manifest.image), manifest);
      return this.#entry(manifest);
    } catch (error) {
      // Meanwhile, another process has evicted the image or put a new one in its place.
      if (identity(directory) !== seen) return this.#read(key);
      this.#notice(`not used: ${directory}: ${messageOf(error, directory)}`);
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

  /** Undefined when the store already has an image of this key: a faster process's, or a damaged one that stays. */
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

  /** Removes a directory. It is renamed first, so that no process finds half of it. Returns whether the directory is gone. */
  #discard(directory: string): boolean {
    return this.#gone(directory, () => {
      const trash = join(this.#writable('tmp'), randomUUID());
      renameSync(directory, trash);
      return this.#remove(trash);
    });
  }

  #remove(path: string): boolean {
    return this.#gone(path, () => {
      rmSync(path, { recursive: true, force: true });
      return true;
    });
  }

  /** Returns whether the path is gone after `remove`, whoever has removed it. */
  #gone(path: string, remove: () => boolean): boolean {
    try {
      return remove();
    } catch (error) {
      if (identity(path) === undefined) return true;
      this.#notice(`cannot remove ${path}: ${messageOf(error, path)}`);
      return false;
    }
  }

  /** Removes a lock's file and what the lock guards, unless a process holds the lock. Paths are relative to the store. */
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

  /** Removes old logs without an image. The log of a running build has no image yet, but is not old. */
  #pruneLogs(): void {
    for (const name of namesIn(join(this.root, 'logs'))) {
      const log = join(this.root, 'logs', name);
      const image = join(this.root, 'entries', name.replace(/\.log$/, ''));
      if (identity(image) === undefined && age(log) > IN_USE_MS) this.#remove(log);
    }
  }

  /** Makes a directory of the store if it is missing, and checks that we can write into it. */
  #writable(name: string): string {
    const directory = join(this.root, name);
    try {
      makeDirectories(directory);
      accessSync(directory, constants.W_OK);
      return directory;
    } catch (error) {
      const named = storeError(error, this.root);
      throw named instanceof HostError ? named : unwritable(messageOf(error, this.root), this.root, error);
    }
  }

  #notice(text: string): void {
    this.#listener({ type: 'notice', text });
  }
}
