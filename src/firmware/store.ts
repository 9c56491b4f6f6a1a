/** The images of this machine, by key: written whole or not at all, checked before every use, bounded in size. */

import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
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
import { homedir } from 'node:os';
import { join } from 'node:path';
import { codeOf, HostError, messageOf } from '../errors.ts';
import type { FirmwareListener } from './events.ts';
import { tryLock, withLock } from './lock.ts';
import { type Manifest, parseManifest } from './manifest.ts';

export const MANIFEST = 'manifest.json';

/** An image that was asked for so recently may be on its way into a VM: it is not evicted. */
const IN_USE_MS = 60 * 60_000;

/** Bytes that a store may hold; a TDVF takes 4 MiB. */
const DEFAULT_LIMIT = 256 * 1024 * 1024;

/** $XDG_CACHE_HOME/tdx-boot/firmware: one store for all jobs of a runner's user. */
export function defaultRoot(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'tdx-boot', 'firmware');
}

export interface Entry {
  readonly directory: string;
  /** Path of the image. */
  readonly image: string;
  /** Path of the manifest. */
  readonly manifestFile: string;
  readonly manifest: Manifest;
  /** Path of the log of its build, if it was built here. */
  readonly log: string;
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
      .map((entry) => ({ entry, used: lstatSync(entry.manifestFile).mtime }))
      .sort((a, b) => b.used.getTime() - a.used.getTime());
  }

  /** The lock of whoever makes an image ready. */
  lockPath(name: string): string {
    return join(this.root, 'locks', name);
  }

  /** Where the log of a build goes; it stays when the build fails. */
  logPath(key: string): string {
    return join(this.root, 'logs', `${key}.log`);
  }

  /**
   * Gives `body` an empty private directory on the store's file system, and removes it. When this process is killed,
   * its lock is free, and the next one's sweep finds the directory by that.
   */
  async withStaging<T>(body: (directory: string) => Promise<T>): Promise<T> {
    const directory = join(this.root, 'tmp', randomUUID());
    await this.sweep();
    return withLock(`${directory}.lock`, { waitMs: 10_000 }, async () => {
      try {
        this.#guard(() => mkdirSync(directory));
        return await body(directory);
      } finally {
        rmSync(directory, { recursive: true, force: true });
      }
    });
  }

  /** Removes what killed processes have left. */
  async sweep(): Promise<void> {
    const tmp = join(this.root, 'tmp');
    for (const name of new Set(list(tmp).map((file) => file.replace(/\.lock$/, '')))) {
      const directory = join(tmp, name);
      const release = await tryLock(`${directory}.lock`);
      if (release === undefined) continue;
      rmSync(directory, { recursive: true, force: true });
      release();
    }
  }

  /**
   * Moves a finished image with its manifest into the store.
   * @param directory holds the image, under the name that the manifest gives; from `withStaging`
   * @throws DamagedImageError when the image is not what the manifest says; HostError code `store-unwritable` or
   *   `disk-full`
   */
  add(directory: string, manifest: Manifest): Entry {
    checkImage(join(directory, manifest.image), manifest);
    return this.#guard(() => {
      writeFileSync(join(directory, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
      for (const name of [manifest.image, MANIFEST, '.']) sync(join(directory, name));
      const entries = join(this.root, 'entries');
      mkdirSync(entries, { recursive: true });
      const target = join(entries, manifest.key);
      // Somebody else's is as good, and may be in use; a damaged one has just been thrown away by find().
      if (this.find(manifest.key) === undefined) renameSync(directory, target);
      sync(entries);
      const entry = this.find(manifest.key);
      if (entry === undefined) throw new DamagedImageError(`${target} is damaged right after it was written`);
      this.prune({ limit: this.#limit, spare: IN_USE_MS });
      return entry;
    });
  }

  /**
   * Removes the least recently used images until the rest fits, and logs of builds that have no image.
   * @param options.limit bytes that may stay
   * @param options.spare images used within so many milliseconds stay in any case
   */
  prune({ limit, spare = 0 }: { readonly limit: number; readonly spare?: number }): Entry[] {
    let total = 0;
    const removed = this.list().flatMap(({ entry, used }) => {
      total += entry.manifest.size;
      if (total <= limit || Date.now() - used.getTime() < spare) return [];
      total -= entry.manifest.size;
      this.#discard(entry.directory);
      rmSync(this.logPath(entry.manifest.key), { force: true });
      return [entry];
    });
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
    if (lstatSync(directory, { throwIfNoEntry: false }) === undefined) return undefined;
    const entry = { directory, manifestFile: join(directory, MANIFEST), log: this.logPath(key) };
    try {
      const manifest = parseManifest(readFileSync(entry.manifestFile, 'utf8'), key);
      if (manifest === undefined) throw new DamagedImageError('its manifest is damaged');
      const image = join(directory, manifest.image);
      checkImage(image, manifest);
      return { ...entry, image, manifest };
    } catch (error) {
      // Another process may have evicted it between our looks at it.
      if (lstatSync(directory, { throwIfNoEntry: false }) === undefined) return undefined;
      this.#listener({ type: 'notice', text: `Not used: ${directory}: ${messageOf(error)}` });
      this.#discard(directory);
      return undefined;
    }
  }

  /** Renamed first: nobody sees half of it. */
  #discard(directory: string): void {
    try {
      const trash = join(this.root, 'tmp', randomUUID());
      mkdirSync(join(this.root, 'tmp'), { recursive: true });
      renameSync(directory, trash);
      rmSync(trash, { recursive: true, force: true });
    } catch (error) {
      if (lstatSync(directory, { throwIfNoEntry: false }) === undefined) return;
      this.#listener({ type: 'notice', text: `Cannot remove ${directory}: ${messageOf(error)}` });
    }
  }

  #guard<T>(write: () => T): T {
    try {
      return write();
    } catch (error) {
      throw storeError(error, this.root);
    }
  }
}

/** The named error behind a failed write below `root`. */
export function storeError(error: unknown, root: string): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new HostError('disk-full', `no space left for firmware in ${root}`, {
      hint: 'A build needs about 1 GB while it runs. Free some space, or name another store.',
      cause: error,
    });
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new HostError(
      'store-unwritable',
      `cannot write to the firmware store ${root}: ${messageOf(error)}`,
      {
        hint: 'Make it writable for this user, or name another store (XDG_CACHE_HOME).',
        cause: error,
      },
    );
  }
  return error;
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
