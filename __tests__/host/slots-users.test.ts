/** Slots that several users share: the directory, what others may leave in it, and what counts of it. */

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { heldMemory, slotsDirectory, slotsPath, takeSlot } from '../../src/host/slots.ts';
import { tryLock } from '../../src/process/lock.ts';
import { asOtherUser, OTHER_USER } from '../support/other-user.ts';
import { GIB, SharedSlots } from './shared-slots.ts';

let slots: SharedSlots;

beforeEach(() => {
  slots = new SharedSlots();
});

afterEach(() => slots.remove());

describe('the directory of all users', () => {
  test('is the first that everybody may write and nobody may clear', () => {
    const plain = join(slots.shared, 'plain');
    mkdirSync(plain, 0o777);
    expect(slotsPath([join(slots.shared, 'missing'), plain])).toBeUndefined();
    expect(slotsDirectory([join(slots.shared, 'missing'), plain, slots.shared])).toBe(slots.shared);
  });

  test.each<[string, (path: string) => void]>([
    ['a link to a directory', (path) => symlinkSync(mkdtempSync(join(slots.shared, 'theirs-')), path)],
    ['a file', (path) => writeFileSync(path, '')],
    ['a directory that its owner alone may write', (path) => mkdirSync(path, 0o755)],
    [
      'a directory of a user who is not root: its owner could remove the slots of others',
      (path) => {
        mkdirSync(path);
        chmodSync(path, 0o1777);
        chownSync(path, OTHER_USER, OTHER_USER);
      },
    ],
  ])('is never %s', (_, put) => {
    const path = join(slots.shared, 'candidate');
    put(path);
    expect(() => slotsDirectory([path])).toThrow(expect.objectContaining({ code: 'slots-unavailable' }));
  });

  test('links and pipes of others in it lead nowhere and hold nobody up', async () => {
    const target = join(slots.shared, 'target');
    symlinkSync(target, join(slots.directory, 'tdx-boot-td-1-1-1-0123456789abcdef'));
    execFileSync('mkfifo', [join(slots.directory, 'tdx-boot-td-2-1-1-0123456789abcdef')]);
    writeFileSync(join(slots.directory, 'tdx-boot-td-not-a-holder'), '');
    (await takeSlot(slots.request())).release();
    symlinkSync(target, join(slots.directory, 'tdx-boot-queue'));
    await expect(takeSlot(slots.request())).rejects.toMatchObject({ code: 'lock-unavailable' });
    expect(existsSync(target)).toBe(false);
    rmSync(join(slots.directory, 'tdx-boot-queue'));
    execFileSync('mkfifo', [join(slots.directory, 'tdx-boot-queue')]);
    (await takeSlot(slots.request())).release();
    expect(lstatSync(join(slots.directory, 'tdx-boot-td-not-a-holder')).isFile()).toBe(true);
  });
});

describe('a file that nobody holds counts for nothing', () => {
  test.each<[string, string]>([
    ['of a holder that has died', `tdx-boot-td-1-1024-1-0123456789abcdef`],
    ['of all the memory that fits into a name', `tdx-boot-td-1-999999999-1-0123456789abcdef`],
    ['with a size of nothing', `tdx-boot-td-1-0-1-0123456789abcdef`],
    ['with a size that has a leading zero', `tdx-boot-td-1-064-1-0123456789abcdef`],
  ])('%s', async (_, name) => {
    writeFileSync(join(slots.directory, name), '');
    expect(await heldMemory([slots.directory])).toBe(0);
    const asked = slots.request({ onWait: (reason) => expect(reason).toBe('no wait') });
    (await takeSlot(asked)).release();
  });

  test('nor does a file that is locked and claims more memory than the host has', async () => {
    const lock = await tryLock(join(slots.directory, 'tdx-boot-td-1-999999999-1-0123456789abcdef'));
    expect(await heldMemory([slots.directory])).toBe(0);
    lock?.release();
  });

  test('nor a file of another user that we may not open', async () => {
    const path = join(slots.directory, 'tdx-boot-td-1-1024-1-0123456789abcdef');
    writeFileSync(path, '');
    chmodSync(path, 0);
    expect(other('console.log(await heldMemory([directory]))')).toBe('0\n');
  });

  test('a holder counts', async () => {
    const slot = await takeSlot(slots.request({ memory: 2 * GIB }));
    expect(await heldMemory([slots.directory])).toBe(2 * GIB);
    slot.release();
    expect(await heldMemory([slots.directory])).toBe(0);
  });
});

/** What a program of another user prints, who uses the same functions. */
function other(program: string): string {
  return asOtherUser(slots.program(program, 'SRC/host/slots.ts'));
}

describe('two users share the slots', () => {
  const umask = process.umask();
  afterEach(() => void process.umask(umask));

  test('under a strict umask too: the second sees the slot of the first, waits, and may not remove it', async () => {
    process.umask(0o077);
    const slot = await takeSlot(slots.request());
    const said = other(`
      import { readdirSync, rmSync } from 'node:fs';
      for (const name of readdirSync(directory)) {
        try { rmSync(directory + '/' + name); console.log('removed ' + name); } catch {}
      }
      await takeSlot({ ...request, waitMs: 100, onWait: (reason) => console.log(reason) })
        .catch(({ code }) => console.log(code));`);
    expect(said).toMatch(
      /^every slot of this host is taken \(1\); 1 TD runs: process \d+ of user 0 .*\nslot-timeout\n$/,
    );
    slot.release();
    expect(readdirSync(slots.directory)).toEqual([]);
    expect(
      other(`
      const slot = await takeSlot({ ...request, waitMs: 100 });
      console.log('held');
      slot.release();`),
    ).toBe('held\n');
  });
});
