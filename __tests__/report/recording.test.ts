/** What is on the disk after a run: all of it, or a run that has not passed; never more than the output limit allows. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type BootOptions, boot } from '../../src/boot/boot.ts';
import { replay } from '../../src/boot/replay.ts';
import type { BootEvent, MachineEvent, Verdict } from '../../src/judge/events.ts';
import { CAST_CUT } from '../../src/judge/recorded.ts';
import { makeRunDirectory, Recording } from '../../src/report/recording.ts';
import { resultSchema } from '../../src/report/result.ts';
import { MIB, scripted } from '../support/engine.ts';
import { judge, out, outs, rules, vm } from '../support/rules.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('recording');

const SCENARIO = { name: 'x', platform: 'emulated', outputLimit: MIB } as const;
const launched: BootEvent = { type: 'launch', time: 0, argv: ['qemu'], pid: 1, platform: 'emulated' };
const fresh = (): string => makeRunDirectory(dir, 'x');
const lines = (directory: string, file: string): string[] =>
  readFileSync(join(directory, file), 'utf8').trimEnd().split('\n');

async function record(directory: string, events: readonly BootEvent[], limit: number = MIB): Promise<void> {
  const recording = new Recording(directory, { ...SCENARIO, outputLimit: limit });
  for (const event of events) await recording.on(event);
  await recording.seal(1e6);
  recording.close();
}

describe('events', () => {
  test('bytes of one stream and one time are one event, and one of the cast', async () => {
    const directory = fresh();
    await record(directory, [
      ...outs(10, 'l', 'o', 'g'),
      out(10, 'x', 'serial'),
      ...outs(10, 'i', 'n'),
      ...outs(20, ': ', ''),
      vm(20, 'reset'),
    ]);
    expect(lines(directory, 'events.jsonl').map((line) => JSON.parse(line))).toEqual([
      { t: 10, output: 'console', n: 3 },
      { t: 10, output: 'serial', n: 1 },
      { t: 10, output: 'console', n: 2 },
      { t: 20, output: 'console', n: 2 },
      { t: 20, event: { type: 'vm', time: 20, state: 'reset', detail: '' } },
      { t: 1e6, event: { type: 'end-of-log', time: 1e6, lines: 5 } },
    ]);
    expect(
      lines(directory, 'boot.cast')
        .slice(1)
        .map((line) => JSON.parse(line)),
    ).toEqual([
      [0.01, 'o', 'log'],
      [0.01, 'o', 'x'],
      [0.01, 'o', 'in'],
      [0.02, 'o', ': '],
    ]);
    expect(readFileSync(join(directory, 'console.raw'), 'utf8')).toBe('login: ');
  });

  test('of a guest that falls silent are on the disk before anything else happens', async () => {
    const directory = fresh();
    const recording = new Recording(directory, SCENARIO);
    await recording.on(out(10, 'its last words'));
    const events = join(directory, 'events.jsonl');
    while (!existsSync(events) || statSync(events).size === 0) await new Promise(setImmediate);
    expect(lines(directory, 'events.jsonl')).toEqual(['{"t":10,"output":"console","n":14}']);
    recording.close();
  });

  test('a run that was sealed is whole', async () => {
    const directory = fresh();
    await record(directory, [launched, out(10, 'up')]);
    expect([...replay(directory, rules(['up']))].at(-1)).toMatchObject({ verdict: { verdict: 'passed' } });
  });
});

test('the cast ends before it is longer than the output limit, and says so', async () => {
  const directory = fresh();
  // JSON spells a NUL with six bytes.
  const bytes = new Uint8Array(64 * 1024);
  await record(
    directory,
    Array.from({ length: 16 }, (_, index) => out(10 * index, bytes)),
    MIB,
  );
  expect(statSync(join(directory, 'console.raw')).size).toBe(MIB);
  expect(statSync(join(directory, 'boot.cast')).size).toBeLessThan(MIB + 1024);
  expect(lines(directory, 'boot.cast').at(-1)).toContain(CAST_CUT);
});

test('a flood within one moment is in short lines of the cast, which together have all of it', async () => {
  const directory = fresh();
  const text = 'a line of a console that nobody stops\r\n'.repeat(1500);
  await record(directory, outs(10, ...Array.from({ length: 64 }, () => text)), 8 * MIB);
  const events = lines(directory, 'boot.cast').slice(1);
  expect(events.map((line) => JSON.parse(line)[2]).join('')).toBe(text.repeat(64));
  expect(Math.max(...events.map((line) => line.length))).toBeLessThan(128 * 1024);
});

test('a guest that prints byte by byte on two streams in turn is stopped before events.jsonl passes the limit', async () => {
  const directory = fresh();
  const run = scripted(
    'while :; do printf x >&3; printf y >&1; done',
    'steps: [{expect: never}]\noutput-limit: 64K',
  );
  const { verdict } = await bootInto(directory, { ...run, plan: { ...run.plan, stdout: 'serial' } });
  expect(verdict).toMatchObject({ verdict: 'failed', cause: { kind: 'output-limit' } });
  for (const file of readdirSync(directory)) {
    if (file === 'result.json') continue;
    expect([file, statSync(join(directory, file)).size < 80 * 1024]).toEqual([file, true]);
  }
});

test('a disk that does not keep up is waited for, and goes on when it has caught up', async () => {
  const waiting: (() => void)[] = [];
  const slow = (): Writable =>
    new Writable({ highWaterMark: 1024, write: (_chunk, _encoding, done) => void waiting.push(done) });
  const recording = new Recording('/nowhere', SCENARIO, undefined, slow);
  expect(recording.on(out(10, 'x'.repeat(100)))).toBeUndefined();
  let caughtUp = false;
  const pending = Promise.resolve(recording.on(out(10, 'x'.repeat(2000)))).then(() => {
    caughtUp = true;
  });
  await new Promise(setImmediate);
  expect(caughtUp).toBe(false);
  while (!caughtUp) {
    for (const done of waiting.splice(0)) done();
    await new Promise(setImmediate);
  }
  await pending;
  recording.close();
});

test('what comes within a moment is one write of each file', async () => {
  const writes = new Map<string, number[]>();
  const file = (path: string): Writable => {
    const sizes: number[] = [];
    writes.set(basename(path), sizes);
    return new Writable({
      writev: (chunks, done) => {
        sizes.push(chunks.reduce((sum, { chunk }) => sum + chunk.length, 0));
        done();
      },
    });
  };
  const recording = new Recording('/nowhere', SCENARIO, undefined, file);
  for (const event of [...outs(10, ...'login: '), ...outs(20, ...'root\n')]) await recording.on(event);
  await recording.seal(30);
  expect(writes.get('console.raw')).toEqual([12]);
  // The last write says that the log has ended.
  expect(writes.get('events.jsonl')).toHaveLength(2);
  // The first write is its header.
  expect(writes.get('boot.cast')).toHaveLength(2);
  recording.close();
});

test.each([
  ['much output', (recording: Recording): unknown => recording.on(out(20, 'x'.repeat(64 * 1024), 'serial'))],
  // After a moment, what was collected is written by itself.
  ['a timer', (): unknown => jest.advanceTimersByTime(1000)],
])(
  'bytes that %s would write to a full disk are a failure, and the recording is never said to be whole',
  async (_, writes) => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    const written: string[] = [];
    const open = (path: string): Writable =>
      new Writable({
        highWaterMark: MIB,
        writev: (chunks, done) => {
          if (basename(path) === 'console.raw')
            done(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
          else done(void written.push(...chunks.map(({ chunk }) => String(chunk))));
        },
      });
    const recording = new Recording('/nowhere', SCENARIO, undefined, open);
    await recording.on(out(10, 'login: '));
    writes(recording);
    jest.useRealTimers();
    await new Promise(setImmediate);
    expect(() => recording.on(out(30, 'root\n'))).toThrow(expect.objectContaining({ code: 'disk-full' }));
    await expect(recording.seal(40)).rejects.toMatchObject({ code: 'disk-full' });
    expect(written.join('')).not.toContain('end-of-log');
    recording.close();
  },
);

describe('a full disk', () => {
  const mount = join(dir, 'tmpfs');
  // Only root may mount: elsewhere the tests of this group fail and say what they need.
  beforeAll(() => {
    mkdirSync(mount);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,nr_inodes=64', 'tmpfs', mount]);
  });
  afterAll(() => void execFileSync('umount', [mount]));

  const GUEST =
    'for i in {1..100000}; do echo "line $i of a guest that prints a lot"; done >&3; echo up >&3; sleep 1000';

  test('stops a run as errored, by name, with the directory and the way out', async () => {
    const directory = makeRunDirectory(mount, 'full');
    const { verdict, lost } = await bootInto(directory, scripted(GUEST, 'steps: [{expect: up}]'));
    expect(verdict).toMatchObject({
      verdict: 'errored',
      reason: `the disk of ${directory} is full: the run could not be recorded`,
      hint: expect.stringContaining(`df -h ${directory}`),
      diagnosis: { cause: 'recording', phase: 'host' },
    });
    expect(lost).toMatchObject([{ code: 'disk-full' }]);
    const again = [...replay(directory, rules(['up']))].at(-1);
    expect(again).toMatchObject({ verdict: { verdict: 'errored', cause: { kind: 'recording' } } });
    rmSync(directory, { recursive: true });
  });

  test.each(Array.from({ length: 14 }, (_, index) => 4 + 8 * index))(
    'with %d KiB left never leaves half a result, nor a run that passed',
    async (left) => {
      const directory = makeRunDirectory(mount, 'nearly');
      const filler = join(mount, 'filler');
      const long = `steps: [${Array.from({ length: 40 }, (_, i) => `{expect: up}, {expect: "${i} ${'z'.repeat(400)}"}`)}]`;
      const script = `for i in {0..39}; do echo up >&3; echo "$i ${'z'.repeat(400)}" >&3; done; sleep 1000`;
      const running = scripted(script, long);
      const recording = new Recording(directory, SCENARIO);
      writeFileSync(filler, '');
      fill(filler, mount, left);
      const { verdict } = await boot(running, { consumers: [recording] });
      const result = join(directory, 'result.json');
      const written = existsSync(result)
        ? resultSchema.parse(JSON.parse(readFileSync(result, 'utf8')))
        : undefined;
      expect(readdirSync(directory).filter((name) => name.endsWith('.part'))).toEqual([]);
      // It passed only if all of it is there.
      if (verdict.verdict === 'passed') expect(written?.verdict).toBe('passed');
      else expect(verdict).toMatchObject({ verdict: 'errored', reason: expect.stringContaining('is full') });
      if (written?.verdict === 'passed') expect(verdict.verdict).toBe('passed');
      rmSync(directory, { recursive: true });
      rmSync(filler);
    },
  );

  test('refuses to begin, by name', () => {
    const filler = join(mount, 'filler');
    fill(filler, mount, 0);
    let taken = 0;
    try {
      // A tmpfs has a limit of files, too.
      for (; taken < 1e6; taken++) mkdirSync(join(mount, `d${taken}`));
    } catch {}
    expect(() => makeRunDirectory(mount, 'none')).toThrow(expect.objectContaining({ code: 'disk-full' }));
    for (; taken > 0; taken--) rmSync(join(mount, `d${taken - 1}`), { recursive: true });
    rmSync(filler);
  });
});

test('a result that cannot be written takes the verdict back before anybody is told', async () => {
  const directory = fresh();
  mkdirSync(join(directory, 'result.json'));
  const told: Verdict[] = [];
  const listener = {
    name: 'a list',
    on: (event: BootEvent) => void (event.type === 'verdict' && told.push(event.verdict)),
  };
  const { verdict } = await bootInto(
    directory,
    scripted('echo up >&3; sleep 1000', 'steps: [{expect: up}]'),
    [listener],
  );
  expect(verdict).toMatchObject({ verdict: 'errored', reason: expect.stringContaining('cannot write to') });
  expect(told).toEqual([verdict]);
});

test('a recording gives the verdict of the run again, however the guest cut what it printed', async () => {
  const directory = fresh();
  const script = 'for i in {1..50}; do printf "lo"; printf "gin: "; done >&3; echo BUG: x >&3; sleep 1000';
  const run = scripted(script, 'steps: [{expect: "/gin: lo/"}, {expect: never}]\ntimeout: 400ms');
  const { verdict } = await bootInto(directory, run);
  const again = [...replay(directory, run.rules)].at(-1);
  expect(again).toEqual({ type: 'verdict', time: verdict.time, verdict });
  const events: MachineEvent[] = [...replay(directory, run.rules)].filter(
    (event): event is MachineEvent => event.type === 'output',
  );
  expect(judge(run.rules, events).verdict.steps).toEqual(verdict.steps);
});

async function bootInto(
  directory: string,
  run: ReturnType<typeof scripted>,
  others: BootOptions['consumers'] = [],
): ReturnType<typeof boot> {
  const recording = new Recording(directory, { ...SCENARIO, outputLimit: run.outputLimit });
  return boot(run, { consumers: [recording, ...others] });
}

/** Fills a file system up to so many KiB. */
function fill(file: string, mount: string, left: number): void {
  const free = Number(
    execFileSync('df', ['--output=avail', '-k', mount], { encoding: 'utf8' }).split('\n')[1],
  );
  execFileSync('dd', ['if=/dev/zero', `of=${file}`, 'bs=1k', `count=${free - left}`], { stdio: 'ignore' });
}
