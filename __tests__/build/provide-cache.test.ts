/** An image from a cache that machines share, and what is not believed of this cache. */

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Provided } from '../../src/build/provide.ts';
import type { RemoteCache } from '../../src/build/store/remote.ts';
import { FakeBuilds } from './fake-builds.ts';

let builds: FakeBuilds;

beforeEach(() => {
  builds = new FakeBuilds();
});

afterEach(() => builds.remove());

/** A fake of the cache that machines share: what it has, by key, and what was asked of it. */
class FakeRemote implements RemoteCache {
  readonly entries = new Map<string, ReadonlyMap<string, Buffer>>();
  readonly asked: string[] = [];

  async restore(key: string, prefix: string, target: string): Promise<string | undefined> {
    this.asked.push(`restore ${key}`);
    const found = this.entries.has(key)
      ? key
      : [...this.entries.keys()].find((one) => one.startsWith(prefix));
    for (const [name, bytes] of this.entries.get(found ?? '') ?? []) writeFileSync(join(target, name), bytes);
    return found;
  }

  async save(key: string, from: string): Promise<void> {
    this.asked.push(`save ${key}`);
    const files = readdirSync(from).map((name) => [name, readFileSync(join(from, name))] as const);
    this.entries.set(key, new Map(files));
  }
}

describe('a cache that machines share', () => {
  let remote: FakeRemote;
  let first: Provided;
  beforeEach(async () => {
    remote = new FakeRemote();
    first = await builds.provide({}, { remote });
    rmSync(builds.root, { recursive: true });
    builds.events.length = 0;
  });

  test('gets what was built, and gives it to the next machine', async () => {
    const { key } = first.entry.manifest;
    expect(remote.asked).toEqual([`restore ${key}`, `save ${key}`]);
    const restored = await builds.provide({}, { remote });
    const { log, ...entry } = first.entry;
    expect(log).toBeDefined();
    // Built elsewhere: there is no log on this machine.
    expect(restored).toStrictEqual({ from: 'cache', entry });
    expect(await builds.provide({}, { remote })).toMatchObject({ from: 'store' });
    expect([builds.count(), remote.asked.length]).toEqual([1, 3]);
    expect(await builds.left()).toEqual([]);
  });

  test('serves a machine that lacks the tools', async () => {
    builds.without('gcc');
    expect(await builds.provide({}, { remote })).toMatchObject({ from: 'cache' });
  });

  test.each<[string, (files: Map<string, Buffer>) => void]>([
    ['a changed image', (files) => files.set('OVMF.fd', Buffer.alloc(65_536))],
    ['a truncated image', (files) => files.set('OVMF.fd', Buffer.alloc(10))],
    ['no image', (files) => files.delete('OVMF.fd')],
    ['no manifest', (files) => files.delete('manifest.json')],
    ['a manifest that is not JSON', (files) => files.set('manifest.json', Buffer.from('{'))],
    [
      'a manifest of other inputs',
      (files) => {
        const text = String(files.get('manifest.json')).replace('"release"', '"debug"');
        files.set('manifest.json', Buffer.from(text));
      },
    ],
  ])('that gives %s is not believed: a notice, and a build', async (_, damage) => {
    const { key } = first.entry.manifest;
    const files = new Map(remote.entries.get(key));
    damage(files);
    remote.entries.set(key, files);
    const built = await builds.provide({}, { remote });
    expect([built.from, built.entry.manifest.sha256]).toEqual(['build', first.entry.manifest.sha256]);
    expect(builds.notices()).toEqual([expect.stringContaining(`not used: ${key} of the shared cache`)]);
    expect(await builds.left()).toEqual([]);
  });
});
