/** How long a real QEMU takes to be gone once the judge has decided. */

import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { TD_MONITOR } from '../__tests__/support/td-monitor.ts';
import { Machine } from '../src/vmm/machine.ts';
import { qemu } from '../src/vmm/qemu.ts';
import { type Benchmark, median } from './figure.ts';

const SAMPLES = 20;
const MIB = 1024 * 1024;

export const stop: Benchmark = {
  name: 'stop',
  async run(report) {
    const directory = mkdtempSync(join(tmpdir(), 'tdx-boot-bench-'));
    try {
      const disk = join(directory, 'empty.raw');
      writeFileSync(disk, '');
      truncateSync(disk, MIB);
      const samples: number[] = [];
      for (let sample = 0; sample < SAMPLES; sample++) samples.push(await stopOnce(disk));
      const note = `${SAMPLES} samples`;
      const target = { is: 'at most', value: 50 } as const;
      report({ name: 'decision to no process, median', value: median(samples), unit: 'ms', target, note });
      report({ name: 'decision to no process, worst', value: Math.max(...samples), unit: 'ms', target });
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
};

/** Milliseconds that stop() takes for a guest whose firmware has found nothing to boot. */
async function stopOnce(disk: string): Promise<number> {
  let spoke: () => void = () => undefined;
  const output = new Promise<void>((resolve) => {
    spoke = resolve;
  });
  const spec = {
    platform: 'emulated',
    cpus: 1,
    memory: 512 * MIB,
    network: 'none',
    disks: [{ path: disk, bus: 'virtio', format: 'raw' }],
    shares: [],
    tdMonitor: TD_MONITOR,
  } as const;
  const workDir = mkdtempSync(`${disk}-`);
  const machine = await Machine.start(
    qemu,
    qemu.plan(spec, { fifosIn: workDir }, { name: 'qemu', path: qemu.commands[0] }),
    {
      onOutput: () => spoke(),
      onState: () => undefined,
      onBehind: () => undefined,
      onExit: () => spoke(),
    },
    { workDir },
  );
  machine.resume();
  machine.hold(false);
  await output;
  await setTimeout(200);
  const start = performance.now();
  await machine.stop();
  const took = performance.now() - start;
  if (isThere(machine.pid)) throw new Error(`process ${machine.pid} is still there`);
  return took;
}

function isThere(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}
