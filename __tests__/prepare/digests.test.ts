/** What was booted is read while the guest runs: a boot does not wait for the digest of its disk. */

import { createHash } from 'node:crypto';
import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { boot } from '../../src/boot/boot.ts';
import type { Digests } from '../../src/judge/booted.ts';
import { digestsOf } from '../../src/prepare/booted.ts';
import type { LaunchSpec } from '../../src/vmm/plan.ts';
import { bootAndListen, Listener, scripted } from '../support/engine.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { TABLES_SPEC } from '../support/tables-spec.ts';

const dir = scratchDirectory('digests');

function file(name: string, text: string): string {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
}

/** A guest of a kernel and a disk. */
function spec(kernel: string, disk: string): LaunchSpec {
  return { ...TABLES_SPEC, kernel, disks: [{ path: disk, bus: 'virtio', format: 'raw' }] };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const { signal } = new AbortController();

describe('the digests of what is booted', () => {
  test('are those of the files, in their order, also the second time', async () => {
    const digest = digestsOf(spec(file('a', 'a kernel'), file('b', 'a disk')));
    for (let time = 0; time < 2; time++) {
      expect(await digest(signal)).toEqual([sha256('a kernel'), sha256('a disk')]);
    }
  });

  test('are not known of a file that was written or removed after the start', async () => {
    const changed = file('c', 'a kernel');
    const removed = file('d', 'a disk');
    const digest = digestsOf(spec(changed, removed));
    file('c', 'another kernel');
    rmSync(removed);
    expect(await digest(signal)).toEqual([null, null]);
  });

  test('are not known of a file that was read before and was written since', async () => {
    const path = file('e', 'a kernel');
    const digest = digestsOf(spec(path, path));
    expect(await digest(signal)).toEqual([sha256('a kernel'), sha256('a kernel')]);
    file('e', 'another kernel');
    expect(await digest(signal)).toEqual([null, null]);
    expect(await digestsOf(spec(path, path))(signal)).toEqual([
      sha256('another kernel'),
      sha256('another kernel'),
    ]);
  });

  test('are not read of the disk that is made of a root', async () => {
    const root = file('h', 'a root');
    const digest = digestsOf(spec(file('i', 'a kernel'), root), { initrd: 'initrd', files: 'files', root });
    expect(await digest(signal)).toEqual([sha256('a kernel'), null]);
  });

  test('are not known of a disk that takes too long to read, and of files that a cancel left unread', async () => {
    const large = file('f', '');
    truncateSync(large, 8 * 1024 ** 3 + 1);
    const kernel = file('g', 'a new kernel');
    const digest = digestsOf(spec(kernel, large));
    expect(await digest(AbortSignal.abort())).toEqual([null, null]);
    expect(await digest(signal)).toEqual([sha256('a new kernel'), null]);
  });
});

describe('a run', () => {
  /** Reads until it is told that it is done. */
  function reading(): { digest(signal: AbortSignal): Promise<Digests>; done(): void; begun: Promise<void> } {
    let done = (): void => undefined;
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const digest = async (aborted: AbortSignal): Promise<Digests> => {
      const read = new Promise<Digests>((resolve) => {
        done = () => resolve(['ab'.repeat(32)]);
        aborted.addEventListener('abort', () => resolve([null]));
      });
      begin();
      return read;
    };
    return { digest, done: () => done(), begun };
  }

  test('boots at once, frees its slot when it is decided, and then waits for the digests', async () => {
    const { digest, done } = reading();
    const slot = { fds: [], release: () => done() };
    const { listener } = await bootAndListen(
      { ...scripted('echo up >&3; sleep 60', 'steps: [{expect: up}]'), digest, slot },
      { consumers: [] },
    );
    expect(listener.events.slice(-3)).toMatchObject([
      { type: 'digesting' },
      { type: 'digests', sha256: ['ab'.repeat(32)] },
      { type: 'verdict', verdict: { verdict: 'passed' } },
    ]);
  });

  test('that is decided says what it waits for, and waits for some time only', async () => {
    const { digest } = reading();
    const { verdict, listener } = await bootAndListen(
      { ...scripted('echo up >&3; sleep 60', 'steps: [{expect: up}]'), digest },
      { consumers: [], digestMs: 20 },
    );
    expect(verdict.verdict).toBe('passed');
    expect(listener.events.slice(-3)).toMatchObject([
      { type: 'digesting' },
      { type: 'digests', sha256: [null] },
      { type: 'verdict' },
    ]);
  });

  test('that is cancelled does not wait for them', async () => {
    const { digest, begun } = reading();
    const cancel = new AbortController();
    const listener = new Listener();
    const ended = boot(
      { ...scripted('sleep 60', 'steps: [{expect: up}]'), digest },
      { signal: cancel.signal, consumers: [listener] },
    );
    await begun;
    cancel.abort('enough');
    expect((await ended).verdict).toMatchObject({ verdict: 'errored', reason: 'enough' });
    expect(listener.events).toContainEqual(expect.objectContaining({ type: 'digests', sha256: [null] }));
  });
});
