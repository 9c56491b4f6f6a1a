/** Slots for Trust Domains, with real processes. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
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
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  heldMemory,
  holdersIn,
  type SlotRequest,
  slotLimit,
  slotsDirectory,
  slotsPath,
  takeSlot,
} from '../../src/host/slots.ts';
import { tryLock } from '../../src/process/lock.ts';
import { asOtherUser, OTHER_USER } from '../support/other-user.ts';
import { ownChildren } from '../support/processes.ts';

const SOURCE = join(import.meta.dirname, '../../src/host/slots.ts');
const GIB = 2 ** 30;

let shared: string;
let directory: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  shared = mkdtempSync(join(tmpdir(), 'tdx-boot-slots-'));
  chmodSync(shared, 0o1777);
  directory = slotsDirectory([shared]);
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(shared, { recursive: true, force: true });
});

interface Runner {
  readonly child: ChildProcess;
  readonly pid: number;
  /** The next line that it prints. */
  says(): Promise<string>;
  /** Its holder ends in the way of a good run. */
  end(): Promise<void>;
  kill(): Promise<void>;
}

/** Another process that takes a slot, prints `held`, and keeps it until its input ends. Prints what it waits for, too. */
function runner({ limit = 1, memory = GIB, available = 100 * GIB, waitMs = 60_000 } = {}): Runner {
  const program = `
    import { takeSlot } from ${JSON.stringify(SOURCE)};
    try {
      const slot = await takeSlot({
        directory: ${JSON.stringify(directory)}, limit: ${limit}, memory: ${memory}, waitMs: ${waitMs}, total: 2 ** 40,
        available: () => ${available},
        onWait: (reason) => console.log('waits: ' + reason),
      });
      console.log('held');
      process.stdin.on('end', () => { slot.release(); }).resume();
    } catch (error) {
      console.log(error.code + ': ' + error.message);
      process.stdin.on('end', () => undefined).resume();
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    child,
    pid: child.pid ?? 0,
    says: async () => String((await lines.next()).value),
    end: async () => {
      child.stdin.end();
      await once(child, 'close');
    },
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}

function request(more: Partial<SlotRequest> = {}): SlotRequest {
  return {
    directory,
    limit: 1,
    memory: GIB,
    total: 1024 * GIB,
    available: () => 100 * GIB,
    waitMs: 60_000,
    onWait: () => undefined,
    ...more,
  };
}

async function held(options: Parameters<typeof runner>[0] = {}): Promise<Runner> {
  const process = runner(options);
  expect(await process.says()).toBe('held');
  return process;
}

test('a free slot is had at once, names its holder, and is given back without a trace', async () => {
  const slot = await takeSlot(request({ memory: 3 * GIB }));
  expect(holdersIn(directory, 1024 * GIB)).toEqual([
    {
      path: expect.stringContaining(directory),
      pid: process.pid,
      user: process.getuid?.(),
      memory: 3 * GIB,
      since: expect.any(Number),
    },
  ]);
  slot.release();
  expect(readdirSync(directory)).toEqual([]);
});

test('who finds all slots taken hears by whom, waits, and has the one that comes free', async () => {
  const first = await held({ limit: 2, memory: 2 * GIB });
  const second = await held({ limit: 2 });
  const third = runner({ limit: 2 });
  const heard = await third.says();
  expect(heard).toMatch(/^waits: every slot of this host is taken \(2\); 2 TDs run: /);
  const user = process.getuid?.();
  expect(heard).toContain(`process ${first.pid} of user ${user} (2048 MiB, for 0 min)`);
  expect(heard).toContain(`process ${second.pid} of user ${user} (1024 MiB, for 0 min)`);
  await second.end();
  expect(await third.says()).toBe('held');
});

test('a holder that is killed frees its slot', async () => {
  const first = await held();
  const second = runner();
  expect(await second.says()).toMatch(/^waits: every slot/);
  await first.kill();
  expect(await second.says()).toBe('held');
  expect(holdersIn(directory, 1024 * GIB).map(({ pid }) => pid)).toEqual([second.pid]);
});

test('so does one that was killed while nobody waited', async () => {
  await (await held()).kill();
  expect(readdirSync(directory)).toHaveLength(1);
  (await takeSlot(request({ onWait: (reason) => expect(reason).toBe('no wait') }))).release();
  expect(readdirSync(directory)).toEqual([]);
});

test('many at once: never more than there are slots, and everybody has a turn', async () => {
  const log = join(shared, 'log');
  mkdirSync(log);
  const program = `
    import { mkdirSync, readdirSync, rmdirSync } from 'node:fs';
    import { setTimeout } from 'node:timers/promises';
    import { takeSlot } from ${JSON.stringify(SOURCE)};
    const slot = await takeSlot({ directory: ${JSON.stringify(directory)}, limit: 3, memory: 1, waitMs: 60000,
      available: () => undefined, onWait: () => undefined });
    const mine = ${JSON.stringify(`${log}/`)} + process.pid;
    mkdirSync(mine);
    const inside = [readdirSync(${JSON.stringify(log)}).length];
    await setTimeout(20);
    inside.push(readdirSync(${JSON.stringify(log)}).length);
    rmdirSync(mine);
    slot.release();
    console.log(Math.max(...inside));`;
  const ran = Array.from({ length: 12 }, async () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    return Number(line);
  });
  const most = await Promise.all(ran);
  expect(Math.max(...most)).toBeLessThanOrEqual(3);
  expect(most).toHaveLength(12);
});

describe('memory', () => {
  test('what running TDs were promised and have not touched is not available', async () => {
    const first = await held({ limit: 9, memory: 60 * GIB });
    const second = runner({ limit: 9, memory: 50 * GIB });
    expect(await second.says()).toMatch(
      /^waits: 51200 MiB of memory are wanted, 102400 MiB are available, 61440 MiB of it promised to running TDs; 1 TD runs: /,
    );
    const third = runner({ limit: 9, memory: 30 * GIB });
    expect(await third.says()).toMatch(/^waits: another run is first in the queue; 1 TD runs/);
    await first.end();
    expect([await second.says(), await third.says()]).toEqual(['held', 'held']);
  });

  test('what they have touched is counted once: by the host', async () => {
    // The holder has a child, as a VMM is, that has touched more than the guest's memory.
    const program = `
      import { spawn } from 'node:child_process';
      import { takeSlot } from ${JSON.stringify(SOURCE)};
      await takeSlot({ directory: ${JSON.stringify(directory)}, limit: 9, memory: ${32 * 2 ** 20}, waitMs: 1000,
        available: () => undefined, onWait: () => undefined });
      const vmm = spawn(process.execPath, ['--eval', 'const m = Buffer.alloc(64 * 2 ** 20, 1); console.log(m.length); process.stdin.resume()'],
        { stdio: ['pipe', 'inherit', 'inherit'] });
      process.stdin.resume();`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.push(child);
    await once(createInterface(child.stdout), 'line');
    const reasons: string[] = [];
    const slot = await takeSlot(
      request({ limit: 9, memory: GIB, available: () => GIB, onWait: (reason) => reasons.push(reason) }),
    );
    slot.release();
    expect(reasons).toEqual([]);
  });

  test('what nobody will give back is not waited for', async () => {
    await expect(takeSlot(request({ available: () => GIB - 1 }))).rejects.toMatchObject({
      code: 'slot-no-memory',
      message:
        'no memory for this Trust Domain: 1024 MiB of memory are wanted, 1023 MiB are available, and no other TD will give any back',
    });
    expect(readdirSync(directory)).toEqual([]);
  });
});

describe('a wait ends', () => {
  test('at its deadline, for those behind the first in the queue', async () => {
    const holder = await held();
    const first = runner();
    expect(await first.says()).toMatch(/^waits: every slot/);
    const second = runner({ waitMs: 500 });
    expect(await second.says()).toMatch(/^waits: another run is first in the queue/);
    expect(await second.says()).toMatch(
      new RegExp(
        `^slot-timeout: no slot .* in 0\\.5 s: another run is still first in the queue; 1 TD runs: process ${holder.pid} `,
      ),
    );
  });

  test('at its deadline, for the first in the queue', async () => {
    const holder = await held();
    const first = runner({ waitMs: 1500 });
    expect(await first.says()).toMatch(/^waits: every slot/);
    expect(await first.says()).toMatch(
      new RegExp(
        `^slot-timeout: no slot for a Trust Domain came free in 1\\.5 s: every slot of this host is taken \\(1\\); 1 TD runs: process ${holder.pid} `,
      ),
    );
  });

  test.each(['first', 'second'])(
    'when it is cancelled, as the %s in the queue, and leaves no process',
    async (place) => {
      await held();
      if (place === 'second') expect(await runner().says()).toMatch(/^waits: every slot/);
      const cancel = new AbortController();
      const onWait = (): void => cancel.abort('cancelled by SIGINT');
      await expect(takeSlot(request({ signal: cancel.signal, onWait }))).rejects.toBe('cancelled by SIGINT');
      expect(ourFlocks()).toBe(0);
    },
  );

  test('by a kill of the waiter: whoever is behind has the next slot', async () => {
    const holder = await held();
    const first = runner();
    expect(await first.says()).toMatch(/^waits: every slot/);
    const second = runner();
    expect(await second.says()).toMatch(/^waits: another run/);
    await first.kill();
    expect(await second.says()).toMatch(/^waits: every slot/);
    await holder.end();
    expect(await second.says()).toBe('held');
  });

  function ourFlocks(): number {
    return ownChildren().filter((args) => args.startsWith('flock ')).length;
  }
});

describe('the directory of all users', () => {
  test('is the first that everybody may write and nobody may clear', () => {
    const plain = join(shared, 'plain');
    mkdirSync(plain, 0o777);
    expect(slotsPath([join(shared, 'missing'), plain])).toBeUndefined();
    expect(slotsDirectory([join(shared, 'missing'), plain, shared])).toBe(shared);
  });

  test.each<[string, (path: string) => void]>([
    ['a link to a directory', (path) => symlinkSync(mkdtempSync(join(shared, 'theirs-')), path)],
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
    const path = join(shared, 'candidate');
    put(path);
    expect(() => slotsDirectory([path])).toThrow(expect.objectContaining({ code: 'slots-unavailable' }));
  });

  test('links and pipes of others in it lead nowhere and hold nobody up', async () => {
    const target = join(shared, 'target');
    symlinkSync(target, join(directory, 'tdx-boot-td-1-1-1-0123456789abcdef'));
    execFileSync('mkfifo', [join(directory, 'tdx-boot-td-2-1-1-0123456789abcdef')]);
    writeFileSync(join(directory, 'tdx-boot-td-not-a-holder'), '');
    (await takeSlot(request())).release();
    symlinkSync(target, join(directory, 'tdx-boot-queue'));
    await expect(takeSlot(request())).rejects.toMatchObject({ code: 'lock-unavailable' });
    expect(existsSync(target)).toBe(false);
    rmSync(join(directory, 'tdx-boot-queue'));
    execFileSync('mkfifo', [join(directory, 'tdx-boot-queue')]);
    (await takeSlot(request())).release();
    expect(lstatSync(join(directory, 'tdx-boot-td-not-a-holder')).isFile()).toBe(true);
  });
});

describe('a file that nobody holds counts for nothing', () => {
  test.each<[string, string]>([
    ['of a holder that has died', `tdx-boot-td-1-1024-1-0123456789abcdef`],
    ['of all the memory that fits into a name', `tdx-boot-td-1-999999999-1-0123456789abcdef`],
    ['with a size of nothing', `tdx-boot-td-1-0-1-0123456789abcdef`],
    ['with a size that has a leading zero', `tdx-boot-td-1-064-1-0123456789abcdef`],
  ])('%s', async (_, name) => {
    writeFileSync(join(directory, name), '');
    expect(await heldMemory([directory])).toBe(0);
    const asked = request({ onWait: (reason) => expect(reason).toBe('no wait') });
    (await takeSlot(asked)).release();
  });

  test('nor does a file that is locked and claims more memory than the host has', async () => {
    const lock = await tryLock(join(directory, 'tdx-boot-td-1-999999999-1-0123456789abcdef'));
    expect(await heldMemory([directory])).toBe(0);
    lock?.release();
  });

  test('nor a file of another user that we may not open', async () => {
    const path = join(directory, 'tdx-boot-td-1-1024-1-0123456789abcdef');
    writeFileSync(path, '');
    chmodSync(path, 0);
    expect(other(`console.log(await heldMemory([${JSON.stringify(directory)}]))`)).toBe('0\n');
  });

  test('a holder counts', async () => {
    const slot = await takeSlot(request({ memory: 2 * GIB }));
    expect(await heldMemory([directory])).toBe(2 * GIB);
    slot.release();
    expect(await heldMemory([directory])).toBe(0);
  });
});

/** What a program of another user prints, who uses the same functions. */
function other(program: string): string {
  return asOtherUser(`import { heldMemory, takeSlot } from 'SRC/host/slots.ts';\n${program}`);
}

describe('two users share the slots', () => {
  const umask = process.umask();
  afterEach(() => void process.umask(umask));

  test('under a strict umask too: the second sees the slot of the first, waits, and may not remove it', async () => {
    process.umask(0o077);
    const slot = await takeSlot(request());
    const said = other(`
      import { readdirSync, rmSync } from 'node:fs';
      const directory = ${JSON.stringify(directory)};
      for (const name of readdirSync(directory)) {
        try { rmSync(directory + '/' + name); console.log('removed ' + name); } catch {}
      }
      await takeSlot({ directory, limit: 1, memory: 1, total: 2 ** 40, available: () => undefined, waitMs: 100,
        onWait: (reason) => console.log(reason) }).catch(({ code }) => console.log(code));`);
    expect(said).toMatch(
      /^every slot of this host is taken \(1\); 1 TD runs: process \d+ of user 0 .*\nslot-timeout\n$/,
    );
    slot.release();
    expect(readdirSync(directory)).toEqual([]);
    expect(
      other(`
      const slot = await takeSlot({ directory: ${JSON.stringify(directory)}, limit: 1, memory: 1, total: 2 ** 40,
        available: () => undefined, waitMs: 100, onWait: () => undefined });
      console.log('held');
      slot.release();`),
    ).toBe('held\n');
  });
});

test('a slot stays taken as long as the VMM that inherited it lives, whatever became of its tdx-boot', async () => {
  const program = `
    import { spawn } from 'node:child_process';
    import { takeSlot } from ${JSON.stringify(SOURCE)};
    const slot = await takeSlot({ directory: ${JSON.stringify(directory)}, limit: 1, memory: 1, waitMs: 1000, total: 2 ** 40,
      available: () => undefined, onWait: () => undefined });
    const vmm = spawn('sleep', ['600'], { detached: true, stdio: ['ignore', 'ignore', 'ignore', slot.fd] });
    console.log(vmm.pid);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [pid] = (await once(createInterface(child.stdout), 'line')) as [string];
  child.kill('SIGKILL');
  await once(child, 'close');
  const reasons: string[] = [];
  const second = takeSlot(
    request({
      onWait: (reason) => {
        reasons.push(reason);
        process.kill(Number(pid), 'SIGKILL');
      },
    }),
  );
  (await second).release();
  expect(reasons).toEqual([expect.stringMatching(/^every slot of this host is taken \(1\)/)]);
});

describe('how many', () => {
  test.each<[string, number | undefined, string | undefined, number | undefined]>([
    ['what the host has KeyIDs for', 63, undefined, 63],
    ['the variable goes first', 63, '2', 2],
    ['an empty one is none', 63, '', 63],
    ['a host that does not say', undefined, undefined, undefined],
  ])('%s', (_, capacity, setting, limit) => {
    expect(slotLimit(capacity, setting)).toBe(limit);
  });

  test.each(['0', '-1', '1.5', 'many', '1e3', ' 1'])('TDX_BOOT_SLOTS=%s is refused', (setting) => {
    expect(() => slotLimit(63, setting)).toThrow(expect.objectContaining({ code: 'bad-slots' }));
  });
});
