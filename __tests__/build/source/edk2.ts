/** A user's store, and a served `edk2.git` of two commits: what the tests of git fetch from, and into. */

import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Commit, checkOut, type FetchOptions, fetchCommit } from '../../../src/build/source/git.ts';
import { Store } from '../../../src/build/store/store.ts';
import { processesOf } from '../../support/processes.ts';
import { HOST, noise, Remotes, type Revision, recorder } from './remotes.ts';

const FILES = { 'a.txt': 'two', 'c/lib.c': 'int x;', 'big/noise.bin': noise(256 * 1024) };
export const URL = `${HOST}edk2.git`;

export class Edk2 {
  readonly remotes: Remotes;
  readonly old: Revision;
  readonly wanted: Revision;
  readonly record = recorder();
  readonly store: Store;
  readonly #environment = { ...process.env };

  static async start(): Promise<Edk2> {
    return new Edk2(await Remotes.start());
  }

  private constructor(remotes: Remotes) {
    this.remotes = remotes;
    this.old = remotes.commit('edk2.git', { ...FILES, 'a.txt': 'one', 'old.bin': noise(64 * 1024) });
    this.wanted = remotes.commit('edk2.git', { 'a.txt': 'two' });
    this.store = new Store(join(remotes.dir, 'store'), this.record);
  }

  /** Stops the server, and gives the process the environment back that it had at the start. */
  async stop(): Promise<void> {
    await this.remotes.stop();
    process.env = { ...this.#environment };
  }

  /** Fetches as a build does: with a scratch directory that is gone afterwards. */
  fetch(commit: Partial<Commit> = {}, signal?: AbortSignal): Promise<string> {
    const { record, store, wanted } = this;
    const places = (scratch: string): FetchOptions => ({ ...record, cache: store.sources, scratch, signal });
    return store.withStaging((scratch) =>
      fetchCommit({ url: URL, commit: wanted.commit, ...commit }, places(scratch)),
    );
  }

  /** The files of a fetched commit, by path. */
  async filesOf(repository: string, commit: Partial<Commit> = {}): Promise<Record<string, string>> {
    const scratch = this.remotes.dir;
    const files = join(scratch, 'files');
    rmSync(files, { recursive: true, force: true });
    const asked = { url: URL, commit: this.wanted.commit, ...commit };
    await checkOut(repository, asked, files, { ...this.record, scratch });
    const names = readdirSync(files, { recursive: true, encoding: 'utf8' }).sort();
    const regular = names.filter((name) => statSync(join(files, name)).isFile());
    return Object.fromEntries(regular.map((name) => [name, readFileSync(join(files, name), 'latin1')]));
  }

  requestsForObjects(): number {
    return this.remotes.requests.filter((line) => line.startsWith('POST')).length;
  }

  /** What an attempt has left behind: programs, and paths in the store except repositories that are whole. */
  left(finished: readonly string[] = []): unknown[] {
    const { root } = this.store;
    const names = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
    const whole = finished.map((name) => `sources/${name}`);
    const paths = names.filter((name) => /^tmp\/|^sources\/[^/]+$/.test(name) && !whole.includes(name));
    const missing = whole.filter((name) => !names.includes(name)).map((name) => `no ${name}`);
    return [...processesOf(this.remotes.dir), ...paths, ...missing];
  }
}
