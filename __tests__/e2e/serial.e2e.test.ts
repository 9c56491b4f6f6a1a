/** No byte is lost of what a guest prints while tdx-boot reads nothing, and a guest that has to wait does not see the time go by. */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { kernelRelease } from '../../src/guest/kernel-image.ts';
import { findModules, moduleOrder, readModule } from '../../src/guest/modules.ts';
import { Machine, type MachineCallbacks } from '../../src/vmm/machine.ts';
import { qemu } from '../../src/vmm/qemu.ts';
import { KERNEL } from '../support/cli.ts';
import { Archive } from '../support/lab.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { TD_MONITOR } from '../support/td-monitor.ts';

const dir = scratchDirectory('serial');
const initrd = join(dir, 'initrd.cpio');
const MIB = 1024 * 1024;
const FLOOD = { console: MIB, serial: MIB / 8 };

const SCRIPT = `#!/usr/bin/busybox sh
export PATH=/usr/bin:/bin
/usr/bin/busybox mkdir -p /bin && /usr/bin/busybox --install -s /bin
mount -t proc proc /proc; mount -t devtmpfs dev /dev
for module in /modules/*; do insmod $module; done
until test -c /dev/hvc0; do sleep 0.1; done
flood() {
  stty raw
  dd if=/flood bs=64k count=$1 2>/dev/null
}
if grep -q flood /proc/cmdline; then
  flood ${FLOOD.console / 65536} </dev/hvc0 >/dev/hvc0
  flood ${FLOOD.serial / 65536} </dev/ttyS0 >/dev/ttyS0
  poweroff -f
fi
while cut -d ' ' -f 1 /proc/uptime >/dev/hvc0; do sleep 0.1; done
`;

/** Lines of which each is another one. */
const LINES = Array.from(
  { length: FLOOD.console / 64 },
  (_, line) => `${String(line).padEnd(63, '.')}\n`,
).join('');

beforeAll(async () => {
  const archive = new Archive();
  archive.program('busybox');
  archive.add('/flood', Buffer.from(LINES));
  archive.add('/init', Buffer.from(SCRIPT), 0o755);
  const directory = findModules(KERNEL, kernelRelease(KERNEL));
  if (directory === undefined) throw new Error(`${KERNEL} has no modules beside it`);
  for (const [index, file] of (await moduleOrder(directory, ['virtio_pci', 'virtio_console'])).entries()) {
    archive.add(`/modules/${String(index).padStart(2, '0')}.ko`, await readModule(file));
  }
  writeFileSync(initrd, archive.bytes());
});

const SILENT = { onState: () => undefined, onBehind: () => undefined };
let machine: Machine | undefined;
afterEach(async () => machine?.stop());

test('all that a guest prints at once, while nobody reads, arrives: 1 MiB on hvc0, and 128 KiB on the serial port', async () => {
  const said = { console: '', serial: '' };
  const code = await new Promise<number | null>((onExit, failed) => {
    const onOutput: MachineCallbacks['onOutput'] = (stream, bytes) => {
      if (stream === 'console' || stream === 'serial') said[stream] += Buffer.from(bytes).toString('latin1');
    };
    start('flood', { onOutput, onExit }).then(({ pid }) => blockUntilEnded(pid), failed);
  });
  expect(code).toBe(0);
  // What the kernel prints on the serial port while it boots and powers off is not what this test is about.
  const flood = said.serial.slice(said.serial.indexOf(LINES.slice(0, 64)));
  expect([said.console.length, said.console === LINES]).toEqual([FLOOD.console, true]);
  expect(flood.slice(0, FLOOD.serial) === LINES.slice(0, FLOOD.serial)).toBe(true);
});

test('a guest that has to wait for 3 s is stopped meanwhile, with its clock', async () => {
  let said = '';
  let news = (): void => undefined;
  const more = (): Promise<void> =>
    new Promise((resolve) => {
      news = resolve;
    });
  await start('clock', {
    onOutput: (stream, bytes) => {
      if (stream !== 'console') return;
      said += Buffer.from(bytes).toString();
      if (said.endsWith('\n')) news();
    },
    onExit: () => undefined,
  });
  /** The guest's clock in seconds, as the guest printed it last. */
  const now = (): number => Number(said.trimEnd().split('\n').at(-1));
  await more();
  const before = now();
  machine?.pause();
  machine?.hold(true);
  await setTimeout(3000);
  machine?.resume();
  machine?.hold(false);
  await more();
  expect(now()).toBeGreaterThan(before);
  expect(now() - before).toBeLessThan(2);
});

async function start(
  word: string,
  callbacks: Pick<MachineCallbacks, 'onOutput' | 'onExit'>,
): Promise<Machine> {
  const workDir = mkdtempSync(join(dir, 'run-'));
  const spec = {
    platform: 'emulated',
    kernel: KERNEL,
    initrd,
    cmdline: `console=ttyS0 quiet ${word}`,
    cpus: 1,
    memory: 256 * MIB,
    network: 'none',
    disks: [],
    shares: [],
    tdMonitor: TD_MONITOR,
  } as const;
  const plan = qemu.plan(spec, { fifosIn: workDir }, { name: 'qemu', path: qemu.commands[0] });
  machine = await Machine.start(qemu, plan, { ...callbacks, ...SILENT }, { workDir });
  machine.resume();
  machine.hold(false);
  return machine;
}

/** Keeps this process from reading anything until the other has ended. */
function blockUntilEnded(pid: number): void {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  const deadline = performance.now() + 300_000;
  while (!/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) {
    if (performance.now() > deadline) throw new Error(`process ${pid} does not end`);
    Atomics.wait(clock, 0, 0, 2);
  }
}
