/** What a boot asks of its host before anything starts: /dev/kvm for an ordinary VM, all the checks for a Trust Domain. */

import { describe, expect, test } from '@jest/globals';
import type { HostCheck } from '../../src/host/check.ts';
import { examine, requireKvm, requireTdxHost } from '../../src/host/examine.ts';
import { meminfo, type Recording, recordedHost } from './recorded.ts';

/** What doctor says of a check that is a problem. */
async function problemOf(recording: Recording, wanted: string): Promise<HostCheck | undefined> {
  for await (const check of examine(recordedHost(recording), { memory: 2 ** 30, vmm: 'auto' }, 0)) {
    if (check.id === wanted && check.state === 'problem') return check;
  }
  return undefined;
}

test.each<[string, Recording, string, string]>([
  ['/dev/kvm is missing', { device: 'missing' }, 'dev-kvm', 'kvm-not-open'],
  ['/dev/kvm is denied', { device: 'denied' }, 'dev-kvm', 'kvm-not-open'],
  [
    'a KVM opens and runs no guest: the silence would be called the guest’s',
    { trial: { works: false, said: 'not done after 10 s' } },
    'kvm-trial',
    'kvm-runs-nothing',
  ],
])('an ordinary VM is refused in the words of doctor where %s', async (_, recording, id, code) => {
  const said = await problemOf(recording, id);
  if (said === undefined) throw new Error('doctor sees no problem');
  await expect(requireKvm(recordedHost(recording))).rejects.toMatchObject({
    code,
    message: `platform: kvm needs KVM: ${said.title}: ${said.evidence}`,
    hint: `${said.fix} Without KVM, use platform: emulated.`,
    // No second attempt changes it.
    lasting: true,
  });
});

test.each([null, { works: true } as const])(
  'an ordinary VM may try where /dev/kvm opens: %j',
  async (trial) => {
    await expect(requireKvm(recordedHost({ log: null, trial }))).resolves.toBeUndefined();
  },
);

describe('before a boot', () => {
  const require = (recording: Recording) => requireTdxHost(recordedHost(recording), 2 ** 30, 0);

  test('the first problem refuses it, with what to do', async () => {
    await expect(require({ device: 'denied', qemu: null })).rejects.toMatchObject({
      code: 'host-not-ready',
      message: 'this host cannot boot a Trust Domain: /dev/kvm: this user may not open it',
      hint: expect.stringMatching(/usermod.* All checks: tdx-boot doctor$/),
    });
  });

  test('what stays as it is lasts; memory may come back', async () => {
    await expect(require({ device: 'denied' })).rejects.toMatchObject({ lasting: true });
    await expect(require({ files: { '/proc/meminfo': meminfo(1) } })).rejects.toMatchObject({
      message: expect.stringContaining('memory'),
      lasting: false,
    });
  });

  test.each<[string, Recording]>([
    ['a ready host', {}],
    ['one of which not all is known', { log: null, kernelRelease: '5.14.0-570.el9.x86_64', trial: null }],
    ['a VMM that is not in PATH: the run may have its own', { qemu: null }],
  ])('%s may try', async (_, recording) => {
    await expect(require(recording)).resolves.toBeUndefined();
  });
});
