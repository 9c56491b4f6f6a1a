/** What a VMM writes byte by byte is read once in a while, and to its last byte: from a pipe, and from a file. */

import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { Beside } from '../../src/vmm/beside.ts';
import { COLLECT_MS, Fifo, makeFifos } from '../../src/vmm/fifo.ts';
import { OutputFile } from '../../src/vmm/output-file.ts';
import type { Channel, LaunchPlan } from '../../src/vmm/plan.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('fifo');
let end: () => void = () => undefined;
afterEach(() => {
  jest.useRealTimers();
  end();
  end = () => undefined;
});

test.each<[string, boolean]>([
  ['a pipe', false],
  ['a file', true],
])(
  '%s: bytes that come soon after a read are one read, and the last ones are read when the VMM is gone',
  async (name, isFile) => {
    const path = join(dir, name);
    await makeFifos({ fifos: new Map([['serial', path]]), ...(isFile && { writesFiles: true }) });
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    const channel = isFile
      ? new OutputFile(path, { onLost: fail, onBehind: () => undefined })
      : new Fifo(path);
    end = () => channel.discard();
    const vmm = openSync(`${path}.out`, 'w');
    const reads: string[] = [];
    channel.reader.on('data', (bytes: Buffer) => reads.push(String(bytes)));
    const closed = new Promise((resolve) => channel.reader.once('close', resolve));
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
    channel.release();
    while (!channel.reader.readableEnded) {
      jest.advanceTimersByTime(COLLECT_MS);
      await turn();
    }
    expect(reads).toEqual(['l', 'ogin: ', 'end']);
    await closed;
  },
);

const NO_PLAN = { command: 'true', args: [], fds: new Map(), stdout: 'vmm', copies: [] } as const;

describe('a file', () => {
  const opened = async (directory: string, onLost: (detail: string) => void = fail) => {
    const behind: boolean[] = [];
    const path = join(directory, 'console');
    await makeFifos({ fifos: new Map([['console', path]]), writesFiles: true });
    const file = new OutputFile(path, { onLost, onBehind: (is) => void behind.push(is) });
    const vmm = openSync(`${path}.out`, 'r+');
    let length = 0;
    file.reader.on('data', (bytes: Buffer) => {
      length += bytes.length;
    });
    end = () => {
      closeSync(vmm);
      file.discard();
      for (const name of ['in', 'out']) rmSync(`${path}.${name}`, { force: true });
    };
    return { path, file, vmm, behind, length: () => length };
  };

  test('is read at once where somebody asks, and not beyond what was asked for', async () => {
    const { file, vmm, length } = await opened(dir);
    await turn();
    writeSync(vmm, Buffer.alloc(300_000));
    expect([file.reader.drain(65_536), length()]).toEqual([false, 65_536]);
    expect([file.reader.drain(1_000_000), length()]).toEqual([true, 300_000]);
  });

  test('of which too much is not read yet is told, and when all of it is read', async () => {
    const { file, vmm, behind, length } = await opened(dir);
    await turn();
    writeSync(vmm, Buffer.alloc(7_000_000));
    file.reader.drain(100);
    expect(behind).toEqual([]);
    writeSync(vmm, Buffer.alloc(7_000_000));
    file.reader.drain(100);
    expect(behind).toEqual([true]);
    while (length() < 14_000_000) await turn();
    expect(behind).toEqual([true, false]);
  });

  test('of which one is read is no sign that the other is, too', async () => {
    const behind: boolean[] = [];
    const fifos = new Map<Channel, string>([
      ['console', join(dir, 'one')],
      ['serial', join(dir, 'two')],
    ]);
    const plan: LaunchPlan = { ...NO_PLAN, fifos, writesFiles: true };
    const beside = await Beside.open(plan, dir, { onLost: fail, onBehind: (is) => void behind.push(is) });
    end = () => beside.discard();
    for (const [channel, bytes] of [
      ['one', 10_000_000],
      ['two', 8_600_000],
    ] as const) {
      writeFileSync(join(dir, `${channel}.out`), Buffer.alloc(bytes));
    }
    for (const { reader } of beside.paths.values()) reader.on('data', () => undefined);
    await turn();
    beside.drain(100);
    expect(behind).toEqual([true, true]);
    beside.drain(9_000_000);
    expect(behind).toEqual([true, true, true]);
    beside.drain(9_000_000);
    expect(behind.at(-1)).toBe(false);
  });

  test('is not read while somebody has paused the reader', async () => {
    const { file, vmm, length } = await opened(dir);
    file.reader.pause();
    writeSync(vmm, 'x');
    expect([file.reader.drain(10), length()]).toEqual([true, 0]);
    file.reader.resume();
    while (length() === 0) await turn();
  });

  test('is read where the kernel tells of no change', async () => {
    const { path, vmm, length } = await opened(dir);
    // A file without a name cannot be watched.
    rmSync(`${path}.out`);
    await turn();
    writeSync(vmm, 'x');
    while (length() === 0) await turn();
    writeSync(vmm, 'y');
    while (length() === 1) await turn();
  });

  test('on a full disk, of which the VMM says nothing: what the guest has printed may be lost', async () => {
    const mount = join(dir, 'tmpfs');
    mkdirSync(mount);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', mount]);
    try {
      const lost: string[] = [];
      const { file, vmm, length } = await opened(mount, (detail) => void lost.push(detail));
      writeSync(vmm, 'login: ');
      while (length() === 0) await turn();
      expect(lost).toEqual([]);
      expect(() => {
        for (;;) writeSync(vmm, Buffer.alloc(4096));
      }).toThrow('ENOSPC');
      file.release();
      await new Promise((resolve) => file.reader.once('close', resolve));
      expect(new Set(lost)).toEqual(
        new Set([`the disk of ${mount} is full: what the guest has printed may be lost`]),
      );
    } finally {
      end();
      end = () => undefined;
      execFileSync('umount', [mount]);
    }
  });
});

function fail(detail: string): void {
  throw new Error(detail);
}

/** Node reads its pipes between two of these. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
