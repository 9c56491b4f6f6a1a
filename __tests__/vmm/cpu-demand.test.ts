/** A guest that computes is told from one that waits, also on a host with more work than CPUs. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { afterEach, describe, expect, test } from '@jest/globals';
import { demandBetween, readThreads, type ThreadTimes } from '../../src/vmm/cpu-demand.ts';
import { until } from '../support/until.ts';

function thread(id: string, ran: number, waited: number, preempted: number, yielded: number): ThreadTimes {
  return { id, ran, waited, preempted, yielded };
}

describe('the demand of', () => {
  test.each<[string, ThreadTimes[], ThreadTimes[], number]>([
    ['a thread that has a CPU', [thread('1', 5, 0, 0, 1)], [thread('1', 1005, 0, 0, 1)], 1000],
    ['one that shares it', [thread('1', 0, 0, 0, 0)], [thread('1', 250, 750, 60, 0)], 1000],
    ['one that gets none', [thread('1', 7, 3, 9, 9)], [thread('1', 7, 1003, 9, 9)], 1000],
    [
      'one that wakes up and sleeps, in a long queue',
      [thread('1', 0, 0, 0, 0)],
      [thread('1', 4, 900, 0, 100)],
      4,
    ],
    ['one that does both', [thread('1', 0, 0, 0, 0)], [thread('1', 100, 800, 50, 50)], 500],
    ['one that sleeps', [thread('1', 4, 9, 8, 7)], [thread('1', 4, 9, 8, 7)], 0],
    [
      'two',
      [thread('1', 0, 0, 0, 0), thread('2', 0, 0, 0, 0)],
      [thread('1', 10, 0, 1, 0), thread('2', 20, 5, 1, 0)],
      35,
    ],
    ['one that is new', [], [thread('1', 10, 5, 1, 0)], 15],
    ['one that has ended', [thread('1', 10, 5, 1, 0)], [], 0],
  ])('%s', (_, before, after, demand) => {
    expect(demandBetween(before, after)).toBe(demand);
  });
});

describe('real processes on a host with more work than CPUs', () => {
  const processes: ChildProcess[] = [];
  afterEach(() => {
    for (const one of processes.splice(0)) one.kill('SIGKILL');
  });

  function run(script: string): ChildProcess {
    const child = spawn(process.execPath, ['--eval', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    processes.push(child);
    return child;
  }

  test('one computes, the other one only wakes up', async () => {
    const [busy] = Array.from({ length: 2 * availableParallelism() }, () => run('for (;;);'));
    const idle = run("let n = 0; setInterval(() => { if (++n === 20) process.stdout.write('awake'); }, 5);");
    await once(idle.stdout ?? idle, 'data');
    const read = (): ThreadTimes[][] => [busy, idle].map((child) => readThreads(child?.pid ?? 0) ?? []);
    const woken = ([, threads = []]: ThreadTimes[][]): number =>
      Math.max(...threads.map((one) => one.yielded));
    const before = read();
    await until('the idle one was woken often', () => woken(read()) > woken(before) + 30);
    const after = read();
    const [computes = 0, waits = 0] = [0, 1].map((one) => demandBetween(before[one] ?? [], after[one] ?? []));
    expect(waits).toBeLessThan(computes / 2);
  });

  test('a process that is gone has no threads', () => {
    expect(readThreads(2 ** 22 + 1)).toBeUndefined();
  });
});
