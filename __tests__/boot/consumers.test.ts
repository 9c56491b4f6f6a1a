/** Whoever reports or records cannot stop the engine, nor make a run pass that it has not kept. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { boot } from '../../src/boot/boot.ts';
import { type Consumer, HIGH_WATER, LOW_WATER, type Patience } from '../../src/boot/delivery.ts';
import type { BootEvent } from '../../src/judge/events.ts';
import { Machine } from '../../src/vmm/machine.ts';
import { HostError } from '../../src/words/errors.ts';
import { bootAndListen, Listener, MIB, scripted } from '../support/engine.ts';
import { kill, lingering, processesOf } from '../support/processes.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('consumers');
afterEach(async () => {
  const left = await lingering(dir);
  for (const { pid } of left) kill(pid, 'SIGKILL');
  expect(left).toEqual([]);
});

const SHORT: Patience = { usual: 300, cancelled: 100 };
const UP = 'steps: [{expect: up}]';
/** The path lets the test find what is left of the guest: a last command would take the place of the shell, and of the path. */
const guest = (script: string): string => `: ${dir}/; ${script}; :`;
const GOOD = guest('echo up >&3; sleep 1000');
const MUTE = guest('sleep 1000');

const never = (): Promise<void> => new Promise(() => undefined);

type Case = [kind: string, consumer: Partial<Consumer>, lost: string];
const BROKEN: Case[] = [
  ['never takes an event', { on: never }, 'the recorder took no event for 0.3 s and was given up'],
  [
    'throws',
    {
      on: () => {
        throw new HostError('disk-full', 'the disk is full');
      },
    },
    'the disk is full',
  ],
  ['rejects', { on: async () => Promise.reject(new Error('broken')) }, 'the recorder failed: broken'],
  [
    'never keeps what it took',
    { on: () => undefined, seal: never },
    'the recorder did not take what was left for 0.3 s and was given up',
  ],
  [
    'never takes the verdict',
    { on: (event) => (event.type === 'verdict' ? never() : undefined) },
    'the recorder took no event for 0.3 s and was given up',
  ],
];

const recorder = (consumer: Partial<Consumer>, essential: boolean): Consumer => ({
  name: 'the recorder',
  essential,
  on: () => undefined,
  ...consumer,
});

describe.each(BROKEN)('a consumer that %s', (_, consumer, lost) => {
  test('is given up and named, and changes no verdict', async () => {
    const {
      verdict,
      lost: errors,
      listener,
    } = await bootAndListen(scripted(GOOD, UP), {
      consumers: [recorder(consumer, false)],
      patience: SHORT,
    });
    expect({ verdict: verdict.verdict, lost: errors.map(({ message }) => message) }).toEqual({
      verdict: 'passed',
      lost: [lost],
    });
    expect(listener.notices().concat(errors.map(({ message }) => message))).toContain(lost);
    expect(listener.events.at(-1)).toMatchObject({ type: 'verdict', verdict: { verdict: 'passed' } });
  });

  test('is given up when it records, and the run has not passed', async () => {
    const { verdict, listener } = await bootAndListen(scripted(GOOD, UP), {
      consumers: [recorder(consumer, true)],
      patience: SHORT,
    });
    expect(verdict).toMatchObject({ verdict: 'errored', reason: lost, cause: { kind: 'recording' } });
    // Nobody was told otherwise.
    const told = listener.events.filter(({ type }) => type === 'verdict');
    expect(told).toEqual([expect.objectContaining({ verdict })]);
  });

  test('does not keep a deadline from passing', async () => {
    const { verdict } = await boot(scripted(MUTE, `${UP}\ntimeout: 200ms`), {
      consumers: [recorder(consumer, false)],
      patience: { usual: 2000, cancelled: 100 },
    });
    expect(verdict).toMatchObject({ verdict: 'failed', cause: { kind: 'timeout' }, time: 200 });
  });

  test('does not keep a cancel from ending the run', async () => {
    const cancel = new AbortController();
    const canceller: Consumer = {
      name: 'the canceller',
      on: (event) => {
        if (event.type === 'output') cancel.abort('cancelled by a test');
      },
    };
    const { verdict } = await boot(scripted(GOOD, 'steps: [{expect: never}]'), {
      signal: cancel.signal,
      consumers: [recorder(consumer, false), canceller],
      patience: { usual: 1e9, cancelled: 100 },
    });
    expect(verdict).toMatchObject({ verdict: 'errored', reason: 'cancelled by a test' });
  });
});

test('a run that can no longer be recorded is stopped at once', async () => {
  const fail = (event: BootEvent): void => {
    if (event.type === 'output') throw new HostError('disk-full', 'the disk is full');
  };
  // The time-out of the run is longer than that of this test.
  const { verdict } = await boot(scripted(GOOD, 'steps: [{expect: never}]\ntimeout: 1h'), {
    consumers: [recorder({ on: fail }, true)],
  });
  expect(verdict).toMatchObject({ verdict: 'errored', reason: 'the disk is full' });
});

test('a recording that could not be sealed is told that its run has not passed', async () => {
  const told: string[] = [];
  const on = (event: BootEvent): void => {
    if (event.type === 'verdict') told.push(event.verdict.verdict);
  };
  const seal = async (): Promise<void> => Promise.reject(new Error('broken'));
  await boot(scripted(GOOD, UP), { consumers: [recorder({ on, seal }, true)] });
  expect(told).toEqual(['errored']);
});

test('a failure stays one when it could not be recorded, and both are found', async () => {
  const { verdict } = await boot(scripted(MUTE, `${UP}\ntimeout: 100ms`), {
    consumers: [recorder({ seal: async () => Promise.reject(new Error('broken')) }, true)],
  });
  expect(verdict).toMatchObject({ verdict: 'failed', cause: { kind: 'timeout' } });
  expect(verdict.findings.map(({ kind }) => kind)).toEqual(['timeout', 'recording']);
});

test('a slow consumer gets everything, in order', async () => {
  const fast = new Listener();
  const taken: BootEvent[] = [];
  const slow: Consumer = {
    name: 'the slow one',
    on: async (event) => {
      await new Promise((resolve) => setImmediate(resolve));
      taken.push(event);
    },
  };
  const lines = guest('for i in {1..2000}; do echo "line $i" >&3; done; echo up >&3; sleep 1000');
  await boot(scripted(lines, UP), { consumers: [slow, fast] });
  expect(taken).toEqual(fast.events);
});

describe('a guest that floods', () => {
  /** Writes without end, and how much it could write to a file. */
  const written = join(dir, 'written');
  const flood = guest(
    `block=$(printf '%*s' 65535 ''); n=0; while echo "$block" >&3; do n=$((n+1)); echo "$n" > ${written}; done`,
  );
  const mebibytes = (): number => Number(readFileSync(written, 'utf8')) / 16;

  test('has to wait while a consumer is behind, goes on when it has caught up, and is not blamed', async () => {
    let waiting: (() => void) | undefined;
    let behind = true;
    let atFirst = Number.NaN;
    const slow: Consumer = {
      name: 'the slow one',
      on: (event) => {
        if (event.type !== 'output' || !behind) return;
        return new Promise((resolve) => {
          waiting ??= resolve;
        });
      },
    };
    const watcher: Consumer = {
      name: 'the watcher',
      on: (event) => {
        // The guest is held up by now: the CPU of the VMM is looked at when nothing has happened for a while.
        if (event.type === 'cpu' && behind) {
          atFirst = mebibytes();
          behind = false;
          waiting?.();
        }
      },
    };
    const rules = 'steps: [{expect: never}]\noutput-limit: 24M';
    const { verdict, listener } = await bootAndListen(scripted(flood, rules), {
      consumers: [slow, watcher],
    });
    // What the sockets hold comes on top.
    expect(atFirst).toBeGreaterThan(LOW_WATER / MIB);
    expect(atFirst).toBeLessThan(HIGH_WATER / MIB + 4);
    // It went on to the limit.
    expect(verdict).toMatchObject({ verdict: 'failed', cause: { kind: 'output-limit' } });
    expect(listener.events).toContainEqual(expect.objectContaining({ type: 'held' }));
  });

  test('has to wait while its VMM has not said its version: nobody keeps what it prints', async () => {
    const limited = 'steps: [{expect: never}]\noutput-limit: 24M';
    const unsaid = new AbortController();
    const booting = boot(
      { ...scripted(flood, limited), booted: new Promise(() => undefined) },
      { consumers: [], signal: unsaid.signal },
    );
    // Another guest reaches the limit meanwhile.
    await boot(scripted(flood.replace(written, join(dir, 'other')), limited), { consumers: [] });
    expect(mebibytes()).toBeLessThan(4);
    unsaid.abort('enough');
    expect((await booting).verdict).toMatchObject({ verdict: 'errored', reason: 'enough' });
  });

  test('misses its deadline because it had to wait: that is the fault of the host', async () => {
    // It fills the queue within the three seconds on a busy machine, too.
    const fast = guest("yes 'a line of a console that nobody stops' >&3");
    const { verdict } = await boot(
      scripted(fast, 'steps: [{expect: never}]\ntimeout: 3s\noutput-limit: 999M'),
      {
        consumers: [recorder({ on: never }, false)],
        patience: { usual: 8000, cancelled: 100 },
      },
    );
    expect(verdict).toMatchObject({ verdict: 'errored', cause: { kind: 'held' }, time: 3000 });
    expect(verdict.reason).toMatch(
      /^a deadline has passed, but the guest had to wait .* s for its host, while step 1/,
    );
  });
});

test('a VMM that nothing ends: its slot stays taken, and the run has not passed', async () => {
  const released: string[] = [];
  const slot = { fds: [], release: () => void released.push('slot') };
  const run = { ...scripted(guest('echo up >&3; sleep 1000'), UP), slot };
  const lingers = new HostError('vmm-lingers', 'process 7 is still there 10 s after SIGKILL');
  const stop = jest.spyOn(Machine.prototype, 'stop').mockRejectedValue(lingers);
  try {
    const { verdict } = await boot(run, { consumers: [] });
    expect(verdict).toMatchObject({ verdict: 'errored', reason: lingers.message });
    expect(released).toEqual([]);
  } finally {
    stop.mockRestore();
    // The group: its shell and what that has started.
    for (const { pid } of processesOf(dir)) kill(-pid, 'SIGKILL');
  }
});
