/** Tasks that end when the test says so show who may run beside whom. */

import { describe, expect, test } from '@jest/globals';
import { type Footprint, type Room, schedule } from '../../src/suite/schedule.ts';

const MIB = 1024 * 1024;
const ROOM: Room = { jobs: 9, cpus: 4, memory: 4096 * MIB };

/** Starts tasks with these demands; `log` tells what happened, `end` ends the task of that number. */
function start(demands: readonly Partial<Footprint>[], room: Partial<Room> = {}, stopped?: () => boolean) {
  const log: string[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const tasks = demands.map(({ cpus = 1, memory = MIB }, index) => ({
    cpus,
    memory,
    onWait: (reason: string) => log.push(`${index} waits: ${reason}`),
    run: () => {
      log.push(`${index} runs`);
      return new Promise<string>((resolve, reject) => {
        ends[index] = (error) => (error === undefined ? resolve(`result ${index}`) : reject(error));
      });
    },
  }));
  const all = schedule(tasks, { ...ROOM, ...room }, stopped);
  const end = async (index: number, error?: Error): Promise<void> => {
    log.push(`${index} ends`);
    ends[index]?.(error);
    await new Promise(setImmediate);
  };
  return { log, end, all };
}

describe('a schedule', () => {
  test('starts as many as there are CPUs for, and says what the others wait for', async () => {
    const { log, end, all } = start([{ cpus: 2 }, { cpus: 2 }, { cpus: 1 }]);
    expect(log).toEqual([
      '0 runs',
      '1 runs',
      "2 waits: 4 of the host's 4 CPUs have a guest, and 1 are needed",
    ]);
    await end(1);
    expect(log.slice(3)).toEqual(['1 ends', '2 runs']);
    await end(0);
    await end(2);
    expect(await all).toEqual(['result 0', 'result 1', 'result 2']);
  });

  test('counts memory, and jobs', async () => {
    const memory = start([{ memory: 3000 * MIB }, { memory: 2000 * MIB }]);
    expect(memory.log[1]).toBe(
      "1 waits: 3000 MiB of the host's free 4096 MiB are promised to guests, and 2000 MiB are needed",
    );
    const jobs = start([{}, {}], { jobs: 1 });
    expect(jobs.log).toEqual(['0 runs', '1 waits: 1 of 1 guests at a time are running']);
    for (const each of [memory, jobs]) {
      await each.end(0);
      await each.end(1);
      await each.all;
    }
  });

  test('a guest that is larger than the host runs alone, and small ones overtake it', async () => {
    const { log, end, all } = start([{ cpus: 1 }, { cpus: 8 }, { cpus: 1 }]);
    expect(log.filter((line) => line.endsWith('runs'))).toEqual(['0 runs', '2 runs']);
    await end(0);
    await end(2);
    expect(log.at(-1)).toBe('1 runs');
    await end(1);
    await all;
  });

  test('starts nothing any more once it is stopped; what runs ends', async () => {
    let stopped = false;
    const { end, all } = start([{}, {}, {}], { jobs: 1 }, () => stopped);
    await end(0);
    stopped = true;
    await end(1);
    expect(await all).toEqual(['result 0', 'result 1', undefined]);
  });

  test('an error of a task is thrown when the others have ended, and nothing new starts', async () => {
    const { log, end, all } = start([{}, {}, {}], { jobs: 2 });
    const thrown = expect(all).rejects.toThrow('a bug');
    await end(0, new Error('a bug'));
    await end(1);
    await thrown;
    expect(log).not.toContain('2 runs');
  });

  test('no tasks are no wait', async () => {
    expect(await schedule([], ROOM)).toEqual([]);
  });
});
