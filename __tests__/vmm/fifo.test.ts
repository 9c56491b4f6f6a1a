/** A pipe that is written byte by byte is read once in a while, and to its last byte. */

import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { COLLECT_MS, Fifo, makeFifos } from '../../src/vmm/fifo.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('fifo');

test('bytes that come soon after a read are one read, and the last ones are read when the VMM is gone', async () => {
  const path = join(dir, 'serial');
  await makeFifos([path]);
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const fifo = new Fifo(path);
  const vmm = openSync(`${path}.out`, 'w');
  const reads: string[] = [];
  fifo.reader.on('data', (bytes: Buffer) => reads.push(String(bytes)));
  const closed = new Promise((resolve) => fifo.reader.once('close', resolve));
  try {
    await turn();
    jest.advanceTimersByTime(COLLECT_MS);
    writeSync(vmm, 'l');
    while (reads.length === 0) await turn();
    for (const letter of 'ogin: ') {
      writeSync(vmm, letter);
      await turn();
    }
    expect(reads).toEqual(['l']);
    jest.advanceTimersByTime(COLLECT_MS);
    while (reads.length === 1) await turn();
    expect(reads).toEqual(['l', 'ogin: ']);
    writeSync(vmm, 'end');
    closeSync(vmm);
    fifo.release();
    while (!fifo.reader.readableEnded) {
      jest.advanceTimersByTime(COLLECT_MS);
      await turn();
    }
    expect(reads).toEqual(['l', 'ogin: ', 'end']);
    await closed;
  } finally {
    jest.useRealTimers();
    fifo.discard();
  }
});

/** Node reads its pipes between two of these. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
