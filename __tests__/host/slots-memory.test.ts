/** The memory that running Trust Domains leave to the next one. */

import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { takeSlot } from '../../src/host/slots.ts';
import { GIB, SharedSlots } from './shared-slots.ts';

let slots: SharedSlots;

beforeEach(() => {
  slots = new SharedSlots();
});

afterEach(() => slots.remove());

describe('memory', () => {
  test('what running TDs were promised and have not touched is not available', async () => {
    const first = await slots.held({ limit: 9, memory: 60 * GIB });
    const second = slots.runner({ limit: 9, memory: 50 * GIB });
    expect(await second.says()).toMatch(
      /^waits: 51200 MiB of memory are wanted, 102400 MiB are available, 61440 MiB of it promised to running TDs; 1 TD runs: /,
    );
    const third = slots.runner({ limit: 9, memory: 30 * GIB });
    expect(await third.says()).toMatch(/^waits: another run is first in the queue; 1 TD runs/);
    await first.end();
    expect([await second.says(), await third.says()]).toEqual(['held', 'held']);
  });

  test('what they have touched is counted once: by the host', async () => {
    // The holder has a child, as a VMM is, that has touched more than the guest's memory.
    const { lines } = slots.start(`
      import { spawn } from 'node:child_process';
      await takeSlot({ ...request, limit: 9, memory: ${32 * 2 ** 20} });
      const vmm = spawn(process.execPath, ['--eval', 'const m = Buffer.alloc(64 * 2 ** 20, 1); console.log(m.length); process.stdin.resume()'],
        { stdio: ['pipe', 'inherit', 'inherit'] });
      process.stdin.resume();`);
    await once(lines, 'line');
    const reasons: string[] = [];
    const slot = await takeSlot(
      slots.request({
        limit: 9,
        memory: GIB,
        available: () => GIB,
        onWait: (reason) => reasons.push(reason),
      }),
    );
    slot.release();
    expect(reasons).toEqual([]);
  });

  test('what nobody will give back is not waited for', async () => {
    await expect(takeSlot(slots.request({ available: () => GIB - 1 }))).rejects.toMatchObject({
      code: 'slot-no-memory',
      message:
        'no memory for this Trust Domain: 1024 MiB of memory are wanted, 1023 MiB are available, and no other TD will give any back',
    });
    expect(readdirSync(slots.directory)).toEqual([]);
  });
});
