/** Whether a VMM is installed that can create a Trust Domain on this kernel. */

import { HostError } from '../../errors.ts';
import { VMMS, type VmmName } from '../../scenario/words.ts';
import { type Check, type Finding, ok, problem, unknown, type View } from '../check.ts';

export const vmm: Check = { id: 'vmm', title: 'VMM', decisive: true, look };

interface Answer {
  readonly usable: boolean;
  readonly evidence: string;
  readonly fix: string;
}

const ASK: Readonly<Record<VmmName, (view: View) => Promise<Answer>>> = {
  qemu: askQemu,
  'cloud-hypervisor': askCloudHypervisor,
};

/** One that can is enough, unless the scenario names another. */
async function look(view: View): Promise<Finding> {
  const names = view.wanted.vmm === 'auto' ? VMMS : [view.wanted.vmm];
  const answers = await Promise.all(names.map((name) => ASK[name](view)));
  const usable = answers.filter((answer) => answer.usable);
  const evidence = (of: readonly Answer[]): string => of.map((answer) => answer.evidence).join('; ');
  if (usable.length === 0) return problem(evidence(answers), answers.map(({ fix }) => fix).join(' Or: '));
  if (view.abi !== undefined && view.abi !== 'none') return ok(evidence(usable));
  return unknown(evidence(usable), 'Whether it fits depends on the host kernel: see there.');
}

/** The object came with upstream KVM's interface, and Canonical's builds have it for theirs. */
async function askQemu({ host, abi }: View): Promise<Answer> {
  const fix =
    'Install QEMU 10.1 or later, built with TDX: qemu-system-x86_64 -object help must list tdx-guest.';
  const found = await ask(() => host.qemu());
  if (typeof found === 'string') return { usable: false, evidence: found, fix };
  if (found === undefined) return { usable: false, evidence: 'no qemu-system-x86_64', fix };
  const { version, tdxGuest } = found;
  const evidence = `QEMU ${version} ${tdxGuest ? 'has' : 'has no'} tdx-guest`;
  if (tdxGuest && abi === 'intel-2022')
    return { usable: false, evidence: `${evidence}, for another KVM interface than ${abi}`, fix };
  return { usable: tdxGuest, evidence, fix };
}

/** Cloud Hypervisor speaks the interface of Intel's 2022 tree only, and releases are built without TDX. */
async function askCloudHypervisor({ host, abi }: View): Promise<Answer> {
  const found = await ask(() => host.cloudHypervisor());
  const build =
    'Build Cloud Hypervisor v47.0 with "cargo build --release --features tdx"; it needs a host kernel of Intel\'s 2022 tree.';
  if (typeof found === 'string') return { usable: false, evidence: found, fix: build };
  if (found === undefined) return { usable: false, evidence: 'no cloud-hypervisor', fix: build };
  const { version, features } = found;
  const tdx = features.includes('tdx');
  const evidence = `Cloud Hypervisor ${version} ${tdx ? 'has' : 'is built without'} tdx`;
  if (tdx && abi !== undefined && abi !== 'none' && abi !== 'intel-2022')
    return { usable: false, evidence: `${evidence}, for another KVM interface than ${abi}`, fix: build };
  return { usable: tdx, evidence, fix: build };
}

/** A program that cannot be asked is no use, and says why. */
async function ask<T>(question: () => Promise<T>): Promise<T | string> {
  try {
    return await question();
  } catch (error) {
    if (error instanceof HostError) return error.message;
    throw error;
  }
}
