/** Files are fetched when the run is decided: within limits that tdx-boot keeps itself, and never for longer than allowed. */

import { EventEmitter } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { collectFiles } from '../../src/boot/collect.ts';
import type { BootEvent } from '../../src/judge/events.ts';
import type { Collect } from '../../src/scenario/scenario.ts';
import type { FileCallbacks } from '../../src/vmm/agent.ts';
import type { Machine } from '../../src/vmm/machine.ts';

const LIMITS: Collect = { paths: ['/x'], bytes: 10, files: 2, withinMs: 10_000 };

interface Guest {
  readonly limits?: Partial<Collect>;
  readonly ready?: boolean;
  readonly signal?: AbortSignal;
  /** The machine's end. */
  readonly gone?: Promise<void>;
}

/** What is told while a guest does this when it is asked, one string an event. */
async function told(answer: (files: FileCallbacks) => void, guest: Guest = {}): Promise<string[]> {
  const events: string[] = [];
  const tell = (event: BootEvent): void => {
    if (event.type === 'notice') events.push(event.message);
    if (event.type === 'file') events.push(event.path);
    if (event.type === 'file-bytes') events.push(`+${event.bytes.length}`);
    if (event.type === 'file-end') events.push(event.cut ?? 'end');
    if (event.type === 'file-left-out') events.push(`no ${event.path}: ${event.why}`);
  };
  const machine: Pick<Machine, 'collect' | 'gone'> = {
    gone: guest.gone ?? new Promise(() => undefined),
    collect: (_, files) => {
      if (guest.ready === false) return false;
      answer(files);
      return true;
    },
  };
  const ways = { tell, time: 0, signal: guest.signal };
  await collectFiles(machine, { ...LIMITS, ...guest.limits }, ways);
  return events;
}

const give = (files: FileCallbacks, path: string, bytes: number): void => {
  files.onFile(path);
  files.onData(Buffer.alloc(bytes));
  files.onFileEnd();
};

describe('files', () => {
  test('come, and are counted', async () => {
    const events = await told((files) => {
      give(files, '/a', 4);
      files.onLeftOut('/b', 'ENOENT');
      files.onCollected();
    });
    expect(events).toEqual([
      '/a',
      '+4',
      'end',
      'no /b: no such file',
      'collected 1 file, 4 bytes; 1 left out or cut, see files.json',
    ]);
  });

  test('of a guest that ignores the limits are cut and left out', async () => {
    const events = await told((files) => {
      give(files, '/a', 7);
      give(files, '/b', 7);
      give(files, '/c', 7);
      files.onCollected();
    });
    const big = 'more than 10 bytes of all files together (collect.size)';
    const many = 'no /c: more than 2 files (collect.files)';
    const end = 'collected 2 files, 10 bytes; 2 left out or cut, see files.json';
    expect(events).toEqual(['/a', '+7', 'end', '/b', '+3', big, many, end]);
  });

  test('that are left out are told one by one only up to a number', async () => {
    const events = await told((files) => {
      for (let number = 0; number < 5000; number++) files.onLeftOut(`/${number}`, 'EIO');
      files.onCollected();
    });
    expect(events).toHaveLength(101);
    expect(events.at(-1)).toBe('collected 0 files, 0 bytes; 5000 left out or cut, see files.json');
  });

  test.each<[string, Guest, string]>([
    ['a guest that never ends', { limits: { withinMs: 20 } }, 'then the time for it was over (0.02 s)'],
    ['a guest that dies', { gone: Promise.resolve() }, 'then the guest was gone'],
    ['a cancel', { signal: AbortSignal.timeout(20) }, 'then the run was cancelled'],
  ])('are not waited for longer than allowed: %s', async (_, guest, expected) => {
    const begin = (files: FileCallbacks): void => {
      files.onFile('/a');
      files.onData(Buffer.alloc(1));
    };
    const events = await told(begin, guest);
    expect(events.at(-1)).toBe(`collected 1 file, 1 bytes; 1 left out or cut, see files.json, ${expected}`);
    expect(events.at(-2)).toBe(expected.slice('then '.length));
  });

  test.each<[string, Guest, string]>([
    ['whose machine is gone', { gone: Promise.resolve() }, 'the guest was gone'],
    ['of a run that was cancelled', { signal: AbortSignal.abort() }, 'the run was cancelled'],
  ])('of a guest %s are not asked for', async (_, guest, expected) => {
    const events = await told(() => undefined, { ...guest, ready: false });
    expect(events).toEqual([`no files were collected: ${expected}`]);
  });

  test('that come when nobody waits any more are dropped', async () => {
    const late = new EventEmitter();
    const events = await told(
      (files) => {
        late.once('now', () => give(files, '/late', 1));
      },
      { limits: { withinMs: 20 } },
    );
    late.emit('now');
    expect(events).toHaveLength(1);
  });
});
