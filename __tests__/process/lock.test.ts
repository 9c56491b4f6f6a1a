/** The lock between processes, with real processes. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { tryLock, withLock } from '../../src/process/lock.ts';
import { asOtherUser } from '../support/other-user.ts';
import { ownChildren, processesOf } from '../support/processes.ts';
import { until } from '../support/until.ts';

const SOURCE = join(import.meta.dirname, '../../src/process/lock.ts');

let directory: string;
let path: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tdx-boot-lock-'));
  path = join(directory, 'locks', 'a');
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

/** Another process, which can use withLock() and `path`. Whatever it starts is found by its environment. */
function run(
  body: string,
  env: NodeJS.ProcessEnv = {},
): ChildProcess & { readonly stdout: NonNullable<ChildProcess['stdout']> } {
  const program = `
    import { withLock } from ${JSON.stringify(SOURCE)};
    const path = ${JSON.stringify(path)};
    ${body}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, RUNNER_TRACKING_ID: `${directory}/`, ...env },
  });
  children.push(child);
  return child;
}

/** Another process that takes the lock, says so, and keeps it until its input ends. */
async function holder(): Promise<ChildProcess> {
  const child = run(`
    await withLock(path, { waitMs: 600_000 }, async () => {
      console.log('held');
      await new Promise((resolve) => process.stdin.on('end', resolve).resume());
    });`);
  await once(createInterface(child.stdout), 'line');
  return child;
}

/** Another process that waits for the lock: not until it says so, but until its flock(1) runs. */
async function waiter(): Promise<ChildProcess> {
  const child = run(`await withLock(path, { waitMs: 600_000 }, async () => console.log('held'));`);
  await until('flock(1) waits', () => waitingFlocks().length > 0);
  return child;
}

function waitingFlocks(): string[] {
  return processesOf(directory)
    .map(({ args }) => args.join(' '))
    .filter((args) => args.startsWith('flock --exclusive --timeout'));
}

/** Of this process, on the lock. */
function openFiles(): string[] {
  return readdirSync('/proc/self/fd').filter((fd) => {
    const link = `/proc/self/fd/${fd}`;
    return lstatSync(link, { throwIfNoEntry: false }) !== undefined && readlinkSync(link).startsWith(path);
  });
}

test('one holder at a time, and the file goes with the last', async () => {
  const child = await holder();
  const order: string[] = [];
  // The holder lets go only when we have been told to wait.
  const onWait = (): void => {
    order.push('waiting');
    child.stdin?.end();
  };
  await withLock(path, { waitMs: 600_000, onWait }, async () => order.push('ours'));
  expect([order, existsSync(path)]).toEqual([['waiting', 'ours'], false]);
});

test('a lock that is free is not waited for', async () => {
  let waited = 0;
  expect(await withLock(path, { waitMs: 0, onWait: () => waited++ }, async () => 'free')).toBe('free');
  expect([waited, existsSync(path)]).toEqual([0, false]);
});

test('it is given back when what it was for fails', async () => {
  const failing = withLock(path, { waitMs: 0 }, () => Promise.reject(new Error('failed')));
  await expect(failing).rejects.toThrow('failed');
  expect(existsSync(path)).toBe(false);
});

test('processes take turns, though each removes the file that the next one waits for', async () => {
  const counter = join(directory, 'counter');
  writeFileSync(counter, '0');
  const counting = Array.from({ length: 4 }, () =>
    run(`
      import { readFileSync, writeFileSync } from 'node:fs';
      for (let i = 0; i < 20; i++) {
        await withLock(path, { waitMs: 600_000 }, async () => {
          const count = Number(readFileSync(${JSON.stringify(counter)}, 'utf8'));
          await new Promise(setImmediate);
          writeFileSync(${JSON.stringify(counter)}, String(count + 1));
        });
      }`),
  );
  const codes = await Promise.all(counting.map(async (child) => (await once(child, 'close'))[0]));
  expect([codes, readFileSync(counter, 'utf8'), existsSync(path)]).toEqual([[0, 0, 0, 0], '80', false]);
});

test('so do parts of one process', async () => {
  let inside = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 12 }, () =>
      withLock(path, { waitMs: 600_000 }, async () => {
        most = Math.max(most, ++inside);
        await new Promise(setImmediate);
        inside--;
      }),
    ),
  );
  expect(most).toBe(1);
});

test('its file is everybody’s to lock, whatever the umask, and a file of a strict umask is mended', async () => {
  const umask = process.umask(0o077);
  try {
    const readable = (): number => statSync(path).mode & 0o777;
    expect(await withLock(path, { waitMs: 0 }, async () => readable())).toBe(0o444);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '', { mode: 0o400 });
    expect(await withLock(path, { waitMs: 0 }, async () => readable())).toBe(0o444);
  } finally {
    process.umask(umask);
  }
});

test('another user waits for the lock of this one, who has a strict umask', async () => {
  const shared = mkdtempSync(join(tmpdir(), 'tdx-boot-lock-'));
  const umask = process.umask(0o077);
  try {
    chmodSync(shared, 0o1777);
    const file = join(shared, 'a');
    const program = `
      import { withLock } from 'SRC/process/lock.ts';
      await withLock(${JSON.stringify(file)}, { waitMs: 100 }, async () => console.log('held')).catch(({ code }) => console.log(code));`;
    expect(await withLock(file, { waitMs: 0 }, async () => asOtherUser(program))).toBe('lock-timeout\n');
    expect(asOtherUser(program)).toBe('held\n');
  } finally {
    process.umask(umask);
    rmSync(shared, { recursive: true });
  }
});

test('trying it gives up at once', async () => {
  const child = await holder();
  expect(await tryLock(path)).toBeUndefined();
  child.stdin?.end();
  await once(child, 'close');
  const lock = await tryLock(path);
  expect(lock).toBeDefined();
  lock?.release();
  expect(existsSync(path)).toBe(false);
});

test('programs that we start meanwhile do not inherit it', async () => {
  await withLock(path, { waitMs: 0 }, async () => {
    const theirs = execFileSync('sh', ['-c', 'ls -l /proc/self/fd'], { encoding: 'utf8' });
    expect(theirs).toContain('/proc/');
    expect(theirs).not.toContain(path);
  });
});

describe('a process that is killed', () => {
  test('holds nothing', async () => {
    const child = await holder();
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(existsSync(path)).toBe(true);
    expect(await withLock(path, { waitMs: 0 }, async () => 'free')).toBe('free');
    expect(existsSync(path)).toBe(false);
  });

  test('while it waits leaves no flock(1), and the turn of nobody else is lost', async () => {
    const holding = await holder();
    const waiting = await waiter();
    waiting.kill('SIGKILL');
    await once(waiting, 'close');
    await until('flock(1) is gone', () => waitingFlocks().length === 0);
    holding.stdin?.end();
    await once(holding, 'close');
    expect(await withLock(path, { waitMs: 0 }, async () => 'free')).toBe('free');
  });
});

describe('a wait that is cancelled ends, and leaves neither process nor open file', () => {
  test.each<[string, (cancel: AbortController) => void, (cancel: AbortController) => Promise<void>]>([
    ['before it begins', (cancel) => cancel.abort('cancelled'), async () => undefined],
    [
      'when it is told of',
      () => undefined,
      async (cancel) => {
        cancel.abort('cancelled');
      },
    ],
    [
      'while flock(1) runs',
      () => undefined,
      async (cancel) => {
        await until('flock(1) waits', () => ourFlocks() > 0);
        cancel.abort('cancelled');
      },
    ],
  ])('%s', async (_, before, onWait) => {
    await holder();
    const cancel = new AbortController();
    before(cancel);
    const waiting = withLock(
      path,
      { waitMs: 600_000, signal: cancel.signal, onWait: () => void onWait(cancel) },
      async () => undefined,
    );
    await expect(waiting).rejects.toBe('cancelled');
    expect([ourFlocks(), openFiles()]).toEqual([0, []]);
  });

  function ourFlocks(): number {
    return ownChildren().filter((args) => args.startsWith('flock --exclusive --timeout')).length;
  }
});

describe('a named error', () => {
  test('a lock that does not come free: which, who has it, for how long', async () => {
    const { pid } = await holder();
    await waiter();
    await expect(withLock(path, { waitMs: 1000 }, async () => undefined)).rejects.toMatchObject({
      code: 'lock-timeout',
      message: `${path} is still locked by process ${pid} after 1 s`,
      hint: `See what it does: ps -fp ${pid}`,
    });
  });

  test('a file that cannot be made', async () => {
    writeFileSync(join(directory, 'locks'), 'a file where the directory should be');
    await expect(withLock(path, { waitMs: 0 }, async () => undefined)).rejects.toMatchObject({
      code: 'lock-unavailable',
      message: expect.stringContaining(`cannot open the lock file ${path}: `),
    });
  });

  /** What another process, with this PATH, says when it tries to lock. */
  async function refusal(searchPath: string): Promise<string> {
    const child = run(
      `
      import { readdirSync, realpathSync } from 'node:fs';
      const error = await withLock(path, { waitMs: 600_000 }, async () => undefined).catch((reason) => reason);
      const open = readdirSync('/proc/self/fd').some((fd) => {
        try { return realpathSync('/proc/self/fd/' + fd) === path; } catch { return false; }
      });
      console.log(error?.code, error?.message, error?.hint, open ? 'it stays open' : '');`,
      { PATH: searchPath },
    );
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    return line.trim();
  }

  test('no flock(1)', async () => {
    expect(await refusal(directory)).toMatch(
      /^lock-unavailable .*: setpriv: not in PATH .* util-linux\).* flock\(2\)\.$/,
    );
  });

  test('a file system without locks is not taken for a busy lock', async () => {
    // A fake flock(1): it says what the real one says where the kernel answers ENOLCK, as on some network shares.
    const bin = join(directory, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'flock'), '#!/bin/sh\necho "flock: 3: No locks available" >&2\nexit 71\n');
    chmodSync(join(bin, 'flock'), 0o755);
    expect(await refusal(`${bin}:${process.env.PATH}`)).toMatch(
      /^lock-unavailable cannot lock files: flock: 3: No locks available .* flock\(2\)\.$/,
    );
  });
});
