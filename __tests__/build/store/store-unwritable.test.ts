/** A store on a full disk, and one of another user: the error names what cannot be written, and nothing is half there. */

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { asOtherUser } from '../../support/other-user.ts';
import { A, add, KEY, open, RUN, root, useStore, worker } from './store-lab.ts';

useStore();

describe('a store that cannot be written', () => {
  test.each<[string, string, string]>([
    // The image alone takes 16 pages, so most attempts end in the midst of it.
    ['pages', 'size=240k', 'writeFileSync(filler + 0, Buffer.alloc(4096 * (60 - free)));'],
    // Two directories and the files of one image: the staging lock is the first that does not fit.
    ['files', 'nr_inodes=40', 'for (let i = free; i < 37; i++) writeFileSync(filler + i, "");'],
  ])('full, at any point, of %s: a named error, and nothing half-written', (_, option, fill) => {
    // Leaves so much free, adds, and says what came of it and what is there afterwards.
    const program = worker(`
      const filler = root + '/filler-';
      const list = (name) => readdirSync(root).includes(name) ? readdirSync(root + '/' + name) : [];
      for (let free = 0; ; free++) {
        ${fill}
        const said = await add(manifests[0]).then(() => 'added', (error) => error.code);
        console.log(said, list('tmp').length, list('entries').length);
        if (said !== 'disk-full') break;
        for (const name of readdirSync(root)) if (name.startsWith('filler-')) rmSync(root + '/' + name);
      }`);
    mkdirSync(root);
    const sandbox = ['--user', '--map-root-user', '--mount', '--'];
    const mount = ['mount', '-t', 'tmpfs', '-o', option, 'none', root];
    const allowed = spawnSync('unshare', [...sandbox, ...mount], { encoding: 'utf8' });
    if (allowed.status !== 0) {
      process.stderr.write(`Not run: a full disk needs a separate file system: ${allowed.stderr}\n`);
      return;
    }
    const both = ['sh', '-c', `mount -t tmpfs -o ${option} none "$0" && exec "$@"`, root, ...RUN, program];
    const said = execFileSync('unshare', [...sandbox, ...both], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(said.at(-1)).toBe('added 0 1');
    expect(new Set(said.slice(0, -1))).toEqual(new Set(['disk-full 0 0']));
    expect(said.length).toBeGreaterThan(3);
  });

  /** Runs a program in the store made read-only. Root without its right to write everywhere is like any user. */
  function withoutRights(body: string): string[] {
    execFileSync('chmod', ['-R', 'a-w', root]);
    const drop = process.getuid?.() === 0 ? ['--bounding-set', '-dac_override,-dac_read_search'] : [];
    try {
      const args = [...drop, '--', ...RUN, worker(body)];
      return execFileSync('setpriv', args, { encoding: 'utf8' }).trim().split('\n');
    } finally {
      execFileSync('chmod', ['-R', 'u+w', root]);
    }
  }

  test('read-only: what is in it is used, and adding is a named error', async () => {
    const { image } = await add(open(), A);
    mkdirSync(join(root, 'locks'), { recursive: true });
    const [found, lock, adding, notice, pruned] = withoutRights(`
      const say = (error) => console.log(error.code, error.message, error.hint);
      console.log(store.find(manifests[0].key)?.image);
      try { store.lockPath('a'); } catch (error) { say(error); }
      await add(manifests[1]).catch(say);
      console.log(store.prune({ limit: 0 }).length);`);
    expect(found).toBe(image);
    const problem = `store-unwritable cannot write to the store ${root}: `;
    expect([lock, adding]).toEqual([expect.stringContaining(problem), expect.stringContaining(problem)]);
    expect(adding).toContain('may not be used by this user (EACCES) Make it writable for this user');
    expect([notice, pruned]).toEqual([expect.stringContaining('notice: cannot remove'), '0']);
  });

  test('read-only: a damaged image is not used, and what was left is not swept, both with a notice', async () => {
    const { image, directory } = await add(open(), A);
    truncateSync(image, 1);
    mkdirSync(join(root, 'tmp', 'left'));
    const said = withoutRights(`
      console.log(store.find(manifests[0].key), store.prune({ limit: 0 }));
      await store.sweep();`);
    expect(said).toEqual([
      `notice: not used: ${directory}: its image has 1 bytes instead of 65536`,
      expect.stringContaining(`notice: cannot remove ${directory}: `),
      `notice: not used: ${directory}: its image has 1 bytes instead of 65536`,
      expect.stringContaining(`notice: cannot remove ${directory}: `),
      'undefined []',
      expect.stringContaining(`notice: cannot open the lock file ${join(root, 'tmp', 'left.lock')}: `),
    ]);
  });

  test('of another user: what is in it is used, and adding is a named error', async () => {
    const { image } = await add(open(), A);
    chmodSync(join(root, '..'), 0o755);
    const said = asOtherUser(`
      import { Store } from 'SRC/build/store/store.ts';
      const store = new Store(${JSON.stringify(root)}, { listener: () => undefined });
      console.log(store.find(${JSON.stringify(KEY)}).image);
      await store.withStaging(async () => undefined).catch(({ code }) => console.log(code));`);
    expect(said).toBe(`${image}\nstore-unwritable\n`);
  });

  test('a damaged image that is somebody else’s to remove is a named error', async () => {
    const { image } = await add(open(), A);
    truncateSync(image, 1);
    const [code] = withoutRights(`
      import { chmodSync } from 'node:fs';
      for (const name of ['', '/tmp', '/entries']) chmodSync(root + name, 0o755);
      const { code, message } = await add(manifests[0]).catch((error) => error);
      console.log(code, message);`).filter((line) => !line.startsWith('notice'));
    expect(code).toContain(`store-unwritable cannot write to the store ${root}: cannot replace`);
  });

  test('a file where it should be', async () => {
    writeFileSync(root, '');
    await expect(add(open(), A)).rejects.toMatchObject({
      code: 'store-unwritable',
      message: expect.stringContaining(root),
    });
    expect(open().find(KEY)).toBeUndefined();
  });
});
