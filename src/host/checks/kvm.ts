/** KVM itself: whether this user may open it, and whether it runs a guest. */

import { type Check, type CheckResult, ok, problem, unknown, type View } from '../check.ts';

/** What both checks look at. `platform: kvm` runs them without the rest of a view. */
type KvmView = Pick<View, 'host' | 'signal'>;

export const device = {
  id: 'dev-kvm',
  title: '/dev/kvm',
  decisive: true,
  look: lookAtDevice,
} as const satisfies Check;
export const trial = { id: 'kvm-trial', title: 'KVM runs a guest', look: runTrial } as const satisfies Check;

function lookAtDevice({ host }: KvmView): CheckResult {
  switch (host.device('/dev/kvm')) {
    case 'open':
      return ok('opens for reading and writing');
    case 'denied':
      return problem(
        'this user may not open it',
        'Add the user to its group and log in again: sudo usermod --append --groups kvm "$USER". In a container: --device /dev/kvm.',
      );
    case 'missing':
      return problem(
        'does not exist',
        'Turn on virtualisation (VT-x, AMD-V) in the BIOS, and load KVM: sudo modprobe kvm_intel (or kvm_amd). In a container: --device /dev/kvm.',
      );
  }
}

async function runTrial({ host, signal }: KvmView): Promise<CheckResult> {
  if (host.device('/dev/kvm') !== 'open')
    return unknown('not tried: /dev/kvm does not open', 'See /dev/kvm.');
  const tried = await host.tryKvm(signal);
  if (tried === undefined) {
    return unknown(
      'not tried: it needs qemu-system-x86_64',
      'Install it: sudo apt-get install --no-install-recommends qemu-system-x86',
    );
  }
  if (tried.works) return ok('a guest of 64 KiB ran to its end');
  return problem(
    tried.said,
    'This is a KVM that opens and cannot run a guest, as in a sandbox or a broken nested VM: use the machine below it.',
  );
}
