/** A VMM that was started: its descriptors, its temporary directory, and its end with ours. */

import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { killGroup } from '../../src/process/kill.ts';
import { takeLock } from '../../src/process/lock.ts';
import { startVmm } from '../../src/process/start.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tdx-boot-start-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('it holds the lock of its slot, has the named channels, and puts temporary files where it is told', async () => {
  const path = join(directory, 'vmm');
  writeFileSync(path, '#!/bin/sh\n# A fake VMM.\necho "$TMPDIR"\nexec sleep 600\n');
  chmodSync(path, 0o755);
  const lock = await takeLock(join(directory, 'slot'), { waitMs: 0 });
  const child = startVmm(path, [], { workDir: directory, channels: [5], held: [lock.fd] });
  try {
    const [line] = (await once(createInterface(child.stdout ?? process.stdin), 'line')) as [string];
    expect(line).toBe(directory);
    const fds = new Map(
      readdirSync(`/proc/${child.pid}/fd`).flatMap((fd): [number, string][] => {
        // The shell reads its script through another descriptor, and may close that one.
        try {
          return [[Number(fd), readlinkSync(`/proc/${child.pid}/fd/${fd}`)]];
        } catch {
          return [];
        }
      }),
    );
    expect(fds.get(5)).toMatch(/^socket:/);
    expect([...fds.values()]).toContain(join(directory, 'slot'));
  } finally {
    killGroup(child.pid ?? 0);
    lock.release();
  }
  await once(child, 'close');
});
