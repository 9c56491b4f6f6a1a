/** Platforms that this machine may lack: a failure of KVM is never blamed on the guest. */

import { afterAll, expect, test } from '@jest/globals';
import { KERNEL, Lab } from '../support/cli.ts';

const lab = new Lab();
afterAll(() => lab.remove());

test('kvm passes on a machine that can run a guest, and is errored on one that cannot', async () => {
  const { code, result } = await lab.boot(lab.scenario('kvm', { platform: 'kvm', timeout: '1m' }));
  expect([0, 125]).toContain(code);
  // A device that opens, as in a sandbox, is no KVM.
  if (code === 125)
    expect(result.cause).toMatchObject({ outcome: 'errored', title: expect.stringContaining('KVM') });
});

test('demo boots a kernel that is named on the command line', async () => {
  const { code, stdout } = await lab.cli(['demo', '--kernel', KERNEL, '--results', lab.path('demo')]);
  expect(code).toBe(0);
  expect(stdout).toContain('passed: demo: a kernel reaches userspace');
});
