/** A UART cannot wait: the buffers between us and the VMM must hold what it writes while we are busy. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Driver, Machine } from '../../src/vmm/machine.ts';
import type { LaunchPlan } from '../../src/vmm/plan.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('serial');

test('50,000 single bytes that are written while nobody reads all arrive', async () => {
  const serial = join(dir, 'serial');
  const to = ['if=/dev/zero', `of=${serial}.out`, 'bs=1', 'count=50000', 'oflag=nonblock', 'conv=notrunc'];
  const plan: LaunchPlan = {
    command: 'dd',
    args: [...to, 'status=none'],
    fds: new Map(),
    fifos: new Map([['serial', serial]]),
    stdout: 'vmm',
    copies: [],
  };
  const driver: Driver = {
    control: () => ({ push: () => undefined }),
    reboots: false,
    installHint: '',
  };
  let received = 0;
  let said = '';
  const ended = new Promise<number | null>((resolve, reject) => {
    const callbacks = {
      onOutput: (stream: string, bytes: Uint8Array) => {
        if (stream === 'serial') received += bytes.length;
        else said += Buffer.from(bytes).toString();
      },
      onState: () => undefined,
      onExit: resolve,
    };
    Machine.start(driver, plan, callbacks, { workDir: dir }).then(({ pid }) => blockUntilEnded(pid), reject);
  });
  expect({ code: await ended, said, received }).toEqual({ code: 0, said: '', received: 50_000 });
});

/** Keeps this process from reading anything until the other has ended. */
function blockUntilEnded(pid: number): void {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  const deadline = performance.now() + 60_000;
  while (!/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) {
    if (performance.now() > deadline) throw new Error(`process ${pid} does not end`);
    Atomics.wait(clock, 0, 0, 2);
  }
}
