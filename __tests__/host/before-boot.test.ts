/** What a boot asks of its host before anything starts: /dev/kvm for an ordinary VM, all the checks for a Trust Domain. */

import { describe, expect, test } from '@jest/globals';
import { requireKvm, requireTdxHost } from '../../src/host/examine.ts';
import { meminfo, type Recording, recordedHost } from './recorded.ts';

test.each<['missing' | 'denied', RegExp, RegExp]>([
  [
    'missing',
    /needs \/dev\/kvm, which does not exist$/,
    /^Load KVM: .* --device \/dev\/kvm.* platform: emulated\.$/,
  ],
  ['denied', /needs \/dev\/kvm, which this user may not open$/, /usermod/],
])(
  'before a boot of an ordinary VM: /dev/kvm is %s, which no second attempt changes',
  async (device, message, hint) => {
    const refused = { code: 'kvm-not-open', message: expect.stringMatching(message), lasting: true };
    const error = { ...refused, hint: expect.stringMatching(hint) };
    await expect(requireKvm(recordedHost({ device }))).rejects.toMatchObject(error);
  },
);

test.each([null, { works: true } as const])(
  'an ordinary VM may try where /dev/kvm opens: %j',
  async (trial) => {
    await expect(requireKvm(recordedHost({ log: null, trial }))).resolves.toBeUndefined();
  },
);

test('a KVM that opens and runs no guest is refused: the silence would be called the guest’s', async () => {
  const trial = { works: false, said: 'not done after 10 s' } as const;
  await expect(requireKvm(recordedHost({ trial }))).rejects.toMatchObject({
    code: 'kvm-runs-nothing',
    message: 'platform: kvm needs a KVM that runs guests: not done after 10 s',
    hint: expect.stringMatching(/sandbox.* platform: emulated\.$/),
    lasting: true,
  });
});

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
