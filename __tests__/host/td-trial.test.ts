/** The trial of the TD monitor in a real QEMU: it ends a Trust Domain as it should, and a QEMU that does something else is detected. */

import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { tryTdMonitor } from '../../src/host/td-trial.ts';
import { scratchDirectory } from '../support/scratch.ts';

const directory = scratchDirectory('td-trial');

test('it starts a Trust Domain, which ends by ReportFatalError', async () => {
  expect(await tryTdMonitor('/usr/bin/qemu-system-x86_64', undefined, 'tcg')).toEqual({ works: true });
});

test.each([
  [
    'a processor without SVM',
    `echo 'td-monitor: setup-failed text="the processor has no SVM: give QEMU -cpu max"'; exit 3`,
    'the processor has no SVM',
  ],
  ['a fault of the monitor', 'exit 5', 'QEMU ended with exit code 5'],
  ['a machine that is reset', 'exit 0', 'the guest was reset'],
  [
    'no KVM',
    'echo "Could not access KVM kernel module: No such file or directory" >&2; exit 1',
    'Could not access KVM kernel module: No such file or directory; QEMU ended with exit code 1',
  ],
])('%s', async (_, body, said) => {
  const qemu = join(directory, 'fake-qemu');
  writeFileSync(qemu, `#!/bin/sh\n${body}\n`);
  chmodSync(qemu, 0o755);
  expect(await tryTdMonitor(qemu)).toEqual({ works: false, said });
});
