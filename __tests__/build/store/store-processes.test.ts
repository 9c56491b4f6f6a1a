/** The store is used by many processes at once, and sound whenever one of them is killed. */

import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  cpSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { withLock } from '../../../src/process/lock.ts';
import { codeOf } from '../../../src/words/errors.ts';
import { until } from '../../support/until.ts';
import {
  A,
  add,
  IMAGE,
  KEY,
  leftovers,
  manifestOf,
  notices,
  open,
  root,
  stage,
  start,
  useStore,
} from './store-lab.ts';

useStore();

describe('many processes', () => {
  test('that want the same image at once make it once', async () => {
    const log = join(root, '..', 'made');
    const workers = Array.from({ length: 6 }, () =>
      start(`
        console.log('ready');
        await new Promise((resolve) => process.stdin.on('end', resolve).resume());
        const [manifest] = manifests;
        const entry = store.find(manifest.key) ?? await withLock(store.lockPath('a'), { waitMs: 600_000 }, async () => {
          const made = store.find(manifest.key);
          if (made !== undefined) return made;
          appendFileSync(${JSON.stringify(log)}, 'made\\n');
          return add(manifest);
        });
        console.log(entry.image);`),
    );
    await Promise.all(workers.map(({ firstLine }) => firstLine));
    for (const { process } of workers) process.stdin?.end();
    const outputs = await Promise.all(workers.map(({ output }) => output));
    expect(new Set(outputs)).toEqual(new Set([`ready\n${open().find(KEY)?.image}`]));
    expect([readFileSync(log, 'utf8'), leftovers()]).toEqual(['made\n', []]);
  });

  test('that add, look up and prune at once do not disturb each other', async () => {
    const workers = Array.from({ length: 4 }, () =>
      start(`
        for (let i = 0; i < 24; i++) {
          const manifest = manifests[i % 3];
          await add(manifest);
          store.find(manifest.key);
          store.list();
          store.prune({ limit: image.length });
        }
        console.log('done');`),
    );
    const outputs = await Promise.all(workers.map(({ output }) => output));
    expect(outputs).toEqual(['done', 'done', 'done', 'done']);
    expect(leftovers()).toEqual([]);
  });
});

test('an image that is replaced while it is looked at is not taken for damaged', async () => {
  const { directory, manifestFile, image } = await add(open(), A);
  const sound = join(root, 'sound');
  cpSync(directory, sound, { recursive: true });
  // A named pipe stops the other process in the midst of its look.
  rmSync(manifestFile);
  execFileSync('mkfifo', [manifestFile]);
  const { output } = start('console.log(store.find(manifests[0].key)?.image);');
  const pipe = await openForReader(manifestFile);
  renameSync(directory, join(root, 'evicted'));
  renameSync(sound, directory);
  writeSync(pipe, 'the manifest of the damaged one');
  closeSync(pipe);
  expect(await output).toBe(image);
});

/** Opens a named pipe for writing as soon as another process reads it. */
async function openForReader(path: string): Promise<number> {
  let pipe: number | undefined;
  await until(`there is a reader of ${path}`, () => {
    try {
      pipe = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch (error) {
      if (codeOf(error) !== 'ENXIO') throw error;
    }
    return pipe !== undefined;
  });
  return Number(pipe);
}

describe('processes that are killed', () => {
  test('at random moments: only whole images are ever found, and what they left is swept', async () => {
    // Both work without an end: one may be hit anywhere, the other one has to live with what the first leaves.
    const work = `
      console.log('started');
      for (let i = 0; ; i = (i + 1) % 3) {
        await withLock(store.lockPath(manifests[i].key), { waitMs: 600_000 }, () => add(manifests[i]));
        store.find(manifests[i].key);
        if (i === 2) store.prune({ limit: image.length });
      }`;
    const survivor = start(work);
    let random = 20261124;
    for (let round = 0; round < 60; round++) {
      const victim = start(work);
      await victim.firstLine;
      random = (random * 1103515245 + 12345) & 0x7fffffff;
      const until = performance.now() + ((random >> 8) % 500) / 10;
      while (performance.now() < until) {
        const found = open().find(KEY);
        if (found !== undefined) expect(found.manifest).toEqual(manifestOf(IMAGE, A));
        await new Promise(setImmediate);
      }
      victim.process.kill('SIGKILL');
      expect(await victim.output).toBe('started');
    }
    expect(survivor.process.exitCode).toBeNull();
    survivor.process.kill('SIGKILL');
    expect(await survivor.output).toBe('started');

    await open().sweep();
    expect([leftovers(), notices]).toEqual([[], []]);
    await withLock(open().lockPath(KEY), { waitMs: 0 }, () => add(open(), A));
    expect(open().find(KEY)).toBeDefined();
  });

  test('their staging directory is swept then, and not before', async () => {
    const { firstLine, output, process } = start(`
      await store.withStaging(async (staging) => {
        writeFileSync(staging + '/half', image);
        console.log(staging);
        await new Promise((resolve) => process.stdin.on('end', resolve).resume());
      });`);
    const staging = await firstLine;
    await open().sweep();
    expect(existsSync(join(staging, 'half'))).toBe(true);
    process.kill('SIGKILL');
    await output;
    expect(existsSync(join(staging, 'half'))).toBe(true);
    await open().sweep();
    expect([leftovers(), notices]).toEqual([[], []]);
  });

  test('what fails in a staging directory leaves none', async () => {
    const failing = open().withStaging(async (staging) => {
      stage(staging);
      throw new Error('the build failed');
    });
    await expect(failing).rejects.toThrow('the build failed');
    expect(leftovers()).toEqual([]);
  });
});
