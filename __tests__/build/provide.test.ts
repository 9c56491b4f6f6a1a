/** From a request to an image: built once, then found; what fails, is cancelled or differs on the way. */

import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { BuildEvent } from '../../src/build/events.ts';
import type { BuildRequest } from '../../src/scenario/scenario.ts';
import type { FakeEdk2 } from '../support/fake-edk2.ts';
import { FakeBuilds } from './fake-builds.ts';

let builds: FakeBuilds;

beforeEach(() => {
  builds = new FakeBuilds();
});

afterEach(() => builds.remove());

test('required to be published: a build is used, and the same image from the store is refused', async () => {
  const required = { requireKnown: true };
  expect(await builds.provide({}, required)).toMatchObject({ from: 'build' });
  await expect(builds.provide({}, required)).rejects.toMatchObject({ code: 'unknown-image' });
  expect(await builds.provide()).toMatchObject({ from: 'store' });
  expect(builds.notices()).toEqual([]);
});

describe('a firmware', () => {
  test('is built once, and then found', async () => {
    const built = await builds.provide();
    expect(built.from).toBe('build');
    const { entry } = built;
    expect(basename(entry.image)).toBe('OVMF.fd');
    expect(readFileSync(entry.image).length).toBe(65_536);
    expect(entry.manifest).toMatchObject({
      inputs: { recipe: 'tdvf', build: 'release', toolchain: { nasm: expect.stringContaining('NASM') } },
      source: { from: builds.source, submodules: [] },
    });
    expect(readFileSync(entry.log ?? '', 'utf8')).toContain('Building ... Fake.inf');
    const found = await builds.provide();
    expect(found).toEqual({ entry, from: 'store' });
    expect(await builds.find()).toEqual(entry);
    expect(builds.count()).toBe(1);
    expect(await builds.left()).toEqual([]);
  });

  test.each<[string, Partial<BuildRequest>, FakeEdk2]>([
    ['the other build', { build: 'debug' }, {}],
    ['a define', { defines: ['SECURE_BOOT_ENABLE=TRUE'] }, {}],
    ['a change of the source', {}, { content: 'two' }],
  ])('with %s is another one', async (_, asked, changed) => {
    const one = await builds.provide();
    builds.writeSource(changed);
    const other = await builds.provide(asked);
    expect(other.from).toBe('build');
    expect(other.entry.manifest.key).not.toBe(one.entry.manifest.key);
    expect(other.entry.manifest.sha256).not.toBe(one.entry.manifest.sha256);
  });

  test('that is not in the store is not built for somebody who only asks', async () => {
    await expect(builds.find()).rejects.toMatchObject({
      code: 'not-built',
      hint: `Build it: tdx-boot firmware build tdvf --build release --repository ${builds.source}`,
    });
    expect(builds.count()).toBe(0);
  });

  test('whose image was tampered with is built again, with a notice', async () => {
    const { entry } = await builds.provide();
    appendFileSync(entry.image, 'x');
    const again = await builds.provide();
    expect([again.from, again.entry.manifest.sha256]).toEqual(['build', entry.manifest.sha256]);
    expect(builds.notices()).toEqual([expect.stringMatching(/^not used: .*: .*65537 bytes/)]);
  });

  test('shows what it does: stages with the expected time, progress, and where the log is', async () => {
    const { entry } = await builds.provide();
    const stages = builds.events.flatMap((event) => (event.type === 'stage' ? [event.title] : []));
    expect(stages).toEqual([`source of tdvf, a copy of ${builds.source}`, 'host tools', 'firmware']);
    expect(builds.events).toContainEqual(
      expect.objectContaining({ type: 'stage', title: 'firmware', expectedMs: expect.any(Number) }),
    );
    expect(builds.events).toContainEqual(
      expect.objectContaining({ type: 'progress', done: 1, total: 233, noun: 'modules' }),
    );
    expect(builds.events).toContainEqual({ type: 'log', file: entry.log });
  });
});

describe('a build', () => {
  test('that fails says what the compiler said, keeps its log, and leaves no image', async () => {
    builds.writeSource({ build: 'echo "Foo.c:3:1: error: no such thing"; echo "later: noise"; exit 3' });
    const failed = builds.provide();
    await expect(failed).rejects.toMatchObject({
      code: 'build-failed',
      message: 'building tdvf failed (firmware, exit code 3):\nFoo.c:3:1: error: no such thing',
      hint: expect.stringMatching(
        /^The compiler failed: no such thing\. .*\nThe whole log: .*\.log, line \d+$/,
      ),
    });
    const [log = ''] = readdirSync(join(builds.root, 'logs'));
    expect(readFileSync(join(builds.root, 'logs', log), 'utf8')).toContain('later: noise');
    expect(existsSync(join(builds.root, 'entries'))).toBe(false);
    expect(await builds.left()).toEqual([]);
  });

  test('that ends well without an image is a failure', async () => {
    builds.writeSource({ build: 'exit 0' });
    await expect(builds.provide()).rejects.toMatchObject({
      code: 'build-failed',
      message: 'the build of tdvf succeeded but made no Build/IntelTdx/RELEASE_GCC5/FV/OVMF.fd',
    });
  });

  test('that is cancelled ends at once with all that it has started', async () => {
    builds.writeSource({ build: 'echo "Building ... Slow.inf [X64]"\nsleep 600 & sleep 600' });
    const cancel = new AbortController();
    const listener = (event: BuildEvent): void => {
      if (event.type === 'progress' && event.noun === 'modules') cancel.abort('cancelled');
      builds.events.push(event);
    };
    await expect(builds.provide({}, { listener, signal: cancel.signal })).rejects.toBe('cancelled');
    expect(builds.notices()).toEqual(['tdvf: the build was stopped; its tree is being removed']);
    expect(await builds.left()).toEqual([]);
  });

  test('gets no variable of the caller’s, and a directory that is the same everywhere', async () => {
    builds.writeSource({ build: 'env; pwd' });
    process.env.GCC5_BIN = '/evil/';
    process.env.SECRET = 'hunter2';
    try {
      const { entry } = await builds.provide();
      const log = readFileSync(entry.log ?? '', 'utf8');
      expect(log).not.toMatch(/hunter2|GCC5_BIN/);
      expect(log).toMatch(/^WORKSPACE=\/tmp\/tdx-boot-src$/m);
      expect(log).toMatch(/^\/tmp\/tdx-boot-src$/m);
    } finally {
      delete process.env.GCC5_BIN;
      delete process.env.SECRET;
    }
  });
});

describe('a second build to compare with', () => {
  test('of the same source gives the same image', async () => {
    const { entry } = await builds.provide();
    const verified = await builds.verify();
    expect(verified).toEqual({ entry, sha256: entry.manifest.sha256, same: true });
    expect(builds.count()).toBe(2);
  });

  test('that gives another image says so and changes nothing', async () => {
    builds.writeSource({ build: `wc -l <${builds.journal} >>content.txt` });
    const { entry } = await builds.provide();
    const verified = await builds.verify();
    expect(verified.same).toBe(false);
    expect(await builds.find()).toEqual(entry);
  });

  test('needs one to compare with', async () => {
    await expect(builds.verify()).rejects.toMatchObject({ code: 'not-built' });
  });
});
