/** Slots for Trust Domains, with real processes: who has one, who waits, and how a slot comes free. */

import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { holdersIn, slotLimit, takeSlot } from '../../src/host/slots.ts';
import { GIB, SharedSlots, TOTAL } from './shared-slots.ts';

let slots: SharedSlots;

beforeEach(() => {
  slots = new SharedSlots();
});

afterEach(() => slots.remove());

test('a free slot is had at once, names its holder, and is given back without a trace', async () => {
  const slot = await takeSlot(slots.request({ memory: 3 * GIB }));
  expect(holdersIn(slots.directory, TOTAL)).toEqual([
    {
      path: expect.stringContaining(slots.directory),
      pid: process.pid,
      user: process.getuid?.(),
      memory: 3 * GIB,
      since: expect.any(Number),
    },
  ]);
  slot.release();
  expect(readdirSync(slots.directory)).toEqual([]);
});

test('who finds all slots taken hears by whom, waits, and has the one that comes free', async () => {
  const first = await slots.held({ limit: 2, memory: 2 * GIB });
  const second = await slots.held({ limit: 2 });
  const third = slots.runner({ limit: 2 });
  const heard = await third.says();
  expect(heard).toMatch(/^waits: every slot of this host is taken \(2\); 2 TDs run: /);
  const user = process.getuid?.();
  expect(heard).toContain(`process ${first.pid} of user ${user} (2048 MiB, for 0 min)`);
  expect(heard).toContain(`process ${second.pid} of user ${user} (1024 MiB, for 0 min)`);
  await second.end();
  expect(await third.says()).toBe('held');
});

test('a holder that is killed frees its slot', async () => {
  const first = await slots.held();
  const second = slots.runner();
  expect(await second.says()).toMatch(/^waits: every slot/);
  await first.kill();
  expect(await second.says()).toBe('held');
  expect(holdersIn(slots.directory, TOTAL).map(({ pid }) => pid)).toEqual([second.pid]);
});

test('so does one that was killed while nobody waited', async () => {
  await (await slots.held()).kill();
  expect(readdirSync(slots.directory)).toHaveLength(1);
  (await takeSlot(slots.request({ onWait: (reason) => expect(reason).toBe('no wait') }))).release();
  expect(readdirSync(slots.directory)).toEqual([]);
});

test('many at once: never more than there are slots, and everybody has a turn', async () => {
  const log = join(slots.shared, 'log');
  mkdirSync(log);
  const program = `
    import { mkdirSync, readdirSync, rmdirSync } from 'node:fs';
    import { setTimeout } from 'node:timers/promises';
    const slot = await takeSlot({ ...request, limit: 3 });
    const mine = ${JSON.stringify(`${log}/`)} + process.pid;
    mkdirSync(mine);
    const inside = [readdirSync(${JSON.stringify(log)}).length];
    await setTimeout(20);
    inside.push(readdirSync(${JSON.stringify(log)}).length);
    rmdirSync(mine);
    slot.release();
    console.log(Math.max(...inside));`;
  const ran = Array.from({ length: 12 }, async () => {
    const [line] = (await once(slots.start(program).lines, 'line')) as [string];
    return Number(line);
  });
  const most = await Promise.all(ran);
  expect(Math.max(...most)).toBeLessThanOrEqual(3);
  expect(most).toHaveLength(12);
});

test('a slot stays taken as long as the VMM that inherited it lives, whatever became of its tdx-boot', async () => {
  const { child, lines } = slots.start(`
    import { spawn } from 'node:child_process';
    const slot = await takeSlot(request);
    const vmm = spawn('sleep', ['600'], { detached: true, stdio: ['ignore', 'ignore', 'ignore', slot.fd] });
    console.log(vmm.pid);
    setInterval(() => undefined, 1000);`);
  const [pid] = (await once(lines, 'line')) as [string];
  child.kill('SIGKILL');
  await once(child, 'close');
  const reasons: string[] = [];
  const second = takeSlot(
    slots.request({
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
