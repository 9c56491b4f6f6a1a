/** A machine whose guest is held, because nobody takes what it prints: its end is not lost, and comes in its order. */

import { afterEach, expect, test } from '@jest/globals';
import { eventReader } from '../../src/vmm/event-monitor.ts';
import { Machine } from '../../src/vmm/machine.ts';
import { scratchDirectory } from '../support/scratch.ts';

const workDir = scratchDirectory('held');
let machine: Machine | undefined;
afterEach(async () => machine?.stop());

/** Events as Cloud Hypervisor writes them: of a device that the guest sets up 20,000 times, some MiB, and of its end. */
const EVENTS = `
  event() { printf '{"source":"%s","event":"%s","properties":{"id":"_disk0","filler":"%0100d"}}\\n\\n' "$@" 0 >&3; }
  for ((i = 0; i < 20000; i++)); do event virtio-device activated; done
  event vm shutdown
`;

test('a fake Cloud Hypervisor floods events while it is held, and ends', async () => {
  const told: string[] = [];
  machine = await Machine.start(
    { control: (_, report) => eventReader(report), reboots: true, installHint: '' },
    {
      command: '/bin/bash',
      args: ['-c', `${EVENTS}\necho the last words`],
      fds: new Map([[3, 'control']]),
      fifos: new Map(),
      stdout: 'console',
      copies: [],
    },
    {
      onOutput: (stream, bytes) => void told.push(`${stream}: ${bytes}`),
      onState: (state, detail) => void told.push(`${state}: ${detail}`),
      onBehind: () => undefined,
      onExit: (code) => void told.push(`exit ${code}`),
    },
    { workDir },
  );
  // It was started paused, and nobody lets it go on.
  await machine.gone;
  expect(told).toEqual(['driven: _disk0', 'shutdown: vm/shutdown', 'console: the last words\n', 'exit 0']);
});
