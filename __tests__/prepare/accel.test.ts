/** accel: kvm of an emulated Trust Domain: asked for, tried, and given up with a notice. */

import { expect, test } from '@jest/globals';
import type { KvmTrial } from '../../src/host/kvm-trial.ts';
import { acceleratorLines, withAccelerator } from '../../src/prepare/accel.ts';
import { parseScenario, toBoot } from '../../src/scenario/load.ts';
import type { BootScenario } from '../../src/scenario/scenario.ts';
import { recordedHost } from '../host/recorded.ts';

const program = { name: 'qemu', path: '/usr/bin/qemu-system-x86_64' } as const;
const fails: KvmTrial = { works: false, said: 'QEMU ended with exit code 3' };

function scenario(accel: string | undefined): BootScenario {
  const text = JSON.stringify({
    version: 1,
    platform: 'tdx-emulated',
    firmware: 'OVMF.fd',
    ...(accel === undefined ? {} : { 'td-monitor': { accel } }),
    guest: { kernel: 'bzImage' },
    steps: [{ expect: 'x' }],
  });
  return toBoot(parseScenario('s.yml', text, '/')).scenario;
}

test.each<[string, string | undefined, KvmTrial, string, RegExp[]]>([
  ['nothing asked: nothing tried', undefined, fails, 'tcg', []],
  ['tcg asked: nothing tried', 'tcg', fails, 'tcg', []],
  ['the self-test passes', 'kvm', { works: true }, 'kvm', []],
  [
    'the self-test fails',
    'kvm',
    fails,
    'tcg',
    [/^accel: kvm is not used: .*\(QEMU ended with exit code 3\)/],
  ],
])('%s', async (_, asked, trial, accel, said) => {
  const notices: string[] = [];
  const ports = {
    host: recordedHost({ trial }),
    notice: (text: string) => void notices.push(text),
    cancel: new AbortController().signal,
  };
  const { tdMonitor } = await withAccelerator(scenario(asked), program, ports);
  expect(tdMonitor.accel).toBe(accel);
  expect(notices).toEqual(said.map((pattern) => expect.stringMatching(pattern)));
});

test('explain says that the accelerator depends on a trial', () => {
  expect(acceleratorLines(scenario('kvm'))).toEqual([expect.stringMatching(/self-test passes on the host/)]);
  expect(acceleratorLines(scenario('tcg'))).toEqual([]);
});
