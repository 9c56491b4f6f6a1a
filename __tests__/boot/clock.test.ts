/** Whose time it is: a guest is charged neither for a pause of tdx-boot nor for bytes that waited to be read. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { boot } from '../../src/boot/boot.ts';
import { Clock } from '../../src/boot/clock.ts';
import { Inbox, TICK_MS } from '../../src/boot/inbox.ts';
import { scripted } from '../support/engine.ts';
import { judge, rules } from '../support/rules.ts';

describe('the clock', () => {
  const readings = (...times: number[]): number[] => {
    let time = 0;
    const clock = new Clock(() => time);
    const read = times.map((now) => {
      time = now;
      return clock.now();
    });
    clock.stop();
    return read;
  };

  test.each<[string, number[], number[]]>([
    ['goes on between looks', [100, 350, 900], [100, 350, 900]],
    ['goes on in a busy second', [100, 1100], [100, 1100]],
    ['stands still while the process is stopped, but for a beat', [100, 9100, 9200], [100, 350, 450]],
    ['stands still each time', [5000, 5100, 9100], [250, 350, 600]],
  ])('%s', (_, times, expected) => {
    expect(readings(...times)).toEqual(expected);
  });
});

describe('the time of an event', () => {
  let now = 0;
  const clock = new Clock(() => now);
  clock.stop();
  /** The stamps of events at these times, of which some have a deadline before them. */
  const stamps = (...events: { at: number; deadline?: number; judged?: number }[]): number[] => {
    now = 0;
    clock.restart();
    const inbox = new Inbox(clock, 1000);
    return events.map(({ at, deadline, judged }) => {
      now = at;
      if (judged !== undefined) inbox.judgedUntil(judged);
      inbox.deadline = deadline;
      return inbox.stamp();
    });
  };

  test.each<[string, { at: number; deadline?: number; judged?: number }[], number[]]>([
    ['is that of the last tick', [{ at: 9 }, { at: 10 }, { at: 29.9 }], [0, TICK_MS, 2 * TICK_MS]],
    ['lies before a deadline that is not judged yet', [{ at: 57, deadline: 50 }], [40]],
    ['lies before one between two ticks', [{ at: 57, deadline: 55 }], [50]],
    ['lies behind a deadline that was judged', [{ at: 57, judged: 56 }], [56]],
    ['never goes back', [{ at: 100 }, { at: 101, deadline: 50 }], [100, 100]],
  ])('%s', (_, events, expected) => {
    expect(stamps(...events)).toEqual(expected);
  });
});

describe('the output limit', () => {
  /** How many of these events are taken before the limit of 1000 bytes is passed. */
  const taken = async (
    stream: (index: number) => 'console' | 'serial',
    bytes: number,
    every: number,
  ): Promise<number> => {
    let now = 0;
    const clock = new Clock(() => now);
    clock.stop();
    const inbox = new Inbox(clock, 1000);
    for (let index = 0; ; index++) {
      now = index * every;
      inbox.output(stream(index), new Uint8Array(bytes));
      const events = inbox.takeAll();
      if (events.some(({ type }) => type === 'abort')) return index;
    }
  };

  test.each<[string, Parameters<typeof taken>, number]>([
    ['counts bytes', [() => 'console', 100, TICK_MS], 10],
    ['counts an event of few bytes as what it takes in the recording', [() => 'console', 1, TICK_MS], 20],
    ['counts each change of the stream', [(index) => (index % 2 === 0 ? 'console' : 'serial'), 1, 0], 20],
    ['counts bytes of one time and stream as one event', [() => 'console', 1, 0], 1000],
  ])('%s', async (_, [stream, bytes, every], expected) => {
    expect(await taken(stream, bytes, every)).toBe(expected);
  });

  test('is no fault of the guest where the VMM itself prints', async () => {
    const clock = new Clock(() => 0);
    clock.stop();
    const inbox = new Inbox(clock, 1000);
    inbox.output('vmm', new Uint8Array(900));
    inbox.output('console', new Uint8Array(900));
    inbox.output('vmm', new Uint8Array(200));
    const abort = inbox.takeAll().find(({ type }) => type === 'abort');
    expect(abort).toMatchObject({
      cause: 'vmm-flood',
      message: expect.stringMatching(/^the VMM itself printed/),
    });
    const verdict = judge(rules(['x']), abort === undefined ? [] : [abort]).verdict;
    expect(verdict).toMatchObject({ verdict: 'errored', cause: { kind: 'vmm' } });
  });
});

test('a tdx-boot that is stopped and goes on reads what the guest printed meanwhile, and charges it nothing', async () => {
  const src = (file: string): string => JSON.stringify(new URL(`../../${file}`, import.meta.url).href);
  // The guest is up 6 s after its start: while tdx-boot, which waits for 5 s, is stopped.
  const script = `
    import { boot } from ${src('src/boot/boot.ts')};
    import { scripted } from ${src('__tests__/support/engine.ts')};
    const run = scripted('echo begin >&3; sleep 6; echo up >&3; sleep 1000', 'steps: [{expect: begin}, {expect: up}]\\ntimeout: 5s');
    const on = (event) => void (event.type === 'step' && console.log(event.step.text));
    const { verdict } = await boot(run, { consumers: [{ name: 'a test', on }] });
    console.log(verdict.verdict, verdict.time < 5000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => {
    said += text;
  });
  await once(child.stdout, 'data');
  child.kill('SIGSTOP');
  const guest = spawn('sleep', ['8']);
  await once(guest, 'close');
  child.kill('SIGCONT');
  await once(child, 'close');
  expect(said).toBe('begin\nup\npassed true\n');
});

test.each([
  [1.05, '4s'],
  [1.7, '5s'],
  [5, '9s'],
])('a VMM that somebody stops for %d s: its guest is not late', async (seconds, within) => {
  // The engine runs when it types.
  const script = `echo begin >&3; read -rn 1 <&3; (kill -STOP $$; sleep ${seconds}; kill -CONT $$) & wait; sleep 1000`;
  const run = scripted(
    script,
    `steps: [{expect: begin}, {send: go}, {expect: up, within: ${within}}]\ntimeout: 1m`,
  );
  const { verdict } = await boot(run, { consumers: [] });
  expect(verdict).toMatchObject({ verdict: 'errored', cause: { kind: 'held' } });
  expect(verdict.reason).toMatch(/^a deadline has passed, but the guest had to wait \d\.\d s for its host/);
});
