/** How a wait for a slot ends without one: at its deadline, cancelled, or killed. */

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { takeSlot } from '../../src/host/slots.ts';
import { ownChildren } from '../support/processes.ts';
import { SharedSlots } from './shared-slots.ts';

let slots: SharedSlots;

beforeEach(() => {
  slots = new SharedSlots();
});

afterEach(() => slots.remove());

describe('a wait ends', () => {
  test('at its deadline, for those behind the first in the queue', async () => {
    const holder = await slots.held();
    const first = slots.runner();
    expect(await first.says()).toMatch(/^waits: every slot/);
    const second = slots.runner({ waitMs: 500 });
    expect(await second.says()).toMatch(/^waits: another run is first in the queue/);
    expect(await second.says()).toMatch(
      new RegExp(
        `^slot-timeout: no slot .* in 0\\.5 s: another run is still first in the queue; 1 TD runs: process ${holder.pid} `,
      ),
    );
  });

  test('at its deadline, for the first in the queue', async () => {
    const holder = await slots.held();
    const first = slots.runner({ waitMs: 1500 });
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
      await slots.held();
      if (place === 'second') expect(await slots.runner().says()).toMatch(/^waits: every slot/);
      const cancel = new AbortController();
      const onWait = (): void => cancel.abort('cancelled by SIGINT');
      await expect(takeSlot(slots.request({ signal: cancel.signal, onWait }))).rejects.toBe(
        'cancelled by SIGINT',
      );
      expect(ourFlocks()).toBe(0);
    },
  );

  test('by a kill of the waiter: whoever is behind has the next slot', async () => {
    const holder = await slots.held();
    const first = slots.runner();
    expect(await first.says()).toMatch(/^waits: every slot/);
    const second = slots.runner();
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
