/** A fetch that is stopped ends at once, and leaves nothing that hinders the next one. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fetchCommit } from '../../../src/build/source/git.ts';
import { lingering, processesOf } from '../../support/processes.ts';
import { Edk2, URL } from './edk2.ts';

let edk2: Edk2;

beforeEach(async () => {
  edk2 = await Edk2.start();
});

afterEach(() => edk2.stop());

describe('a fetch that is stopped', () => {
  test('by its signal ends at once and leaves nothing', async () => {
    edk2.remotes.faults = ['stall'];
    const cancel = new AbortController();
    const stalled = edk2.remotes.stalled();
    const fetching = edk2.fetch({}, cancel.signal);
    await stalled;
    expect(processesOf(edk2.remotes.dir).some(({ args }) => args.includes('fetch'))).toBe(true);
    cancel.abort('cancelled');
    await expect(fetching).rejects.toBe('cancelled');
    expect(edk2.left()).toEqual([]);
  });

  test('by its signal between two attempts ends at once', async () => {
    edk2.remotes.faults = [500, 500, 500];
    const cancel = new AbortController();
    const places = { cache: edk2.store.sources, scratch: join(edk2.remotes.dir, 'scratch') };
    const listener = (): void => cancel.abort('cancelled');
    const commit = { url: URL, commit: edk2.wanted.commit };
    await expect(fetchCommit(commit, { ...places, listener, signal: cancel.signal })).rejects.toBe(
      'cancelled',
    );
    expect(edk2.remotes.faults).toHaveLength(2);
  });

  test('by SIGKILL takes git with it, and the next one works', async () => {
    edk2.remotes.faults = ['stall'];
    const stalled = edk2.remotes.stalled();
    const child = fetchInProcess();
    await stalled;
    expect(readdirSync(join(edk2.store.root, 'tmp'))).not.toEqual([]);
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(await lingering(edk2.remotes.dir)).toEqual([]);
    expect(await edk2.filesOf(await edk2.fetch())).toMatchObject({ 'a.txt': 'two' });
    expect(edk2.left([edk2.wanted.commit])).toEqual([]);
  });

  test('does not hinder another process that fetches the same', async () => {
    const child = fetchInProcess();
    const closed = once(child, 'close'); // it may end before our own fetch does
    const [line] = (
      await Promise.all([once(createInterface(child.stdout ?? process.stdin), 'line'), edk2.fetch()])
    )[0];
    expect(line).toBe(join(edk2.store.sources, edk2.wanted.commit));
    await closed;
    expect(edk2.left([edk2.wanted.commit])).toEqual([]);
  });
});

/** Another process that does what `fetch` does, and prints where the commit is. */
function fetchInProcess(): ChildProcess {
  const source = (name: string): string =>
    JSON.stringify(join(import.meta.dirname, '../../../src/build', name));
  const program = `
    import { fetchCommit } from ${source('source/git.ts')};
    import { Store } from ${source('store/store.ts')};
    const listener = () => undefined;
    const store = new Store(${JSON.stringify(edk2.store.root)}, { listener });
    const commit = ${JSON.stringify({ url: URL, commit: edk2.wanted.commit })};
    console.log(await store.withStaging((scratch) =>
      fetchCommit(commit, { cache: store.sources, scratch, listener })));`;
  return spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: process.env,
  });
}
