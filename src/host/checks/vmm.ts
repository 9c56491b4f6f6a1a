/** Whether a VMM is installed that can create a Trust Domain on this kernel, as the compatibility table says. */

import { assess, isAgainst } from '../../compat/assess.ts';
import type { VmmInfo } from '../../compat/combination.ts';
import { together } from '../../process/together.ts';
import { HostError } from '../../words/errors.ts';
import { VMMS, type VmmName } from '../../words/words.ts';
import { type Check, type CheckResult, ok, problem, unknown, type View } from '../check.ts';
import type { Host } from '../host.ts';

export const vmm: Check = { id: 'vmm', title: 'VMM', decisive: true, look };

const ASK: Readonly<Record<VmmName, (host: Host) => Promise<VmmInfo | undefined>>> = {
  qemu: async (host) => {
    const found = await host.qemu();
    return found && { name: 'qemu', version: found.version, tdx: found.tdxGuest };
  },
  'cloud-hypervisor': async (host) => {
    const found = await host.cloudHypervisor();
    return found && { name: 'cloud-hypervisor', version: found.version, tdx: found.features.includes('tdx') };
  },
};

const INSTALL: Readonly<Record<VmmName, string>> = {
  qemu: 'Install QEMU 10.1 or later, for a host of Linux 6.16 or later.',
  'cloud-hypervisor':
    'Build Cloud Hypervisor v47.0 with "cargo build --release --features tdx", for a host of Intel\'s 2022 tree.',
};

interface Answer {
  readonly usable: boolean;
  readonly evidence: string;
  readonly fix: string;
}

/** One that can is enough, unless the scenario names another. */
async function look(view: View): Promise<CheckResult> {
  const names = view.wanted.vmm === 'auto' ? VMMS : [view.wanted.vmm];
  const answers = await together(names.map((name) => answer(name, view)));
  const usable = answers.filter((found) => found.usable);
  const evidence = (of: readonly Answer[]): string => of.map((found) => found.evidence).join('; ');
  if (usable.length === 0) {
    return problem(evidence(answers), [...new Set(answers.map(({ fix }) => fix))].join(' Or: '));
  }
  if (view.abi !== undefined && view.abi !== 'none') return ok(evidence(usable));
  return unknown(evidence(usable), 'Whether it fits depends on the host kernel: see there.');
}

/** Firmware and payload are another matter: what the table says of them is looked up before each boot. */
async function answer(name: VmmName, { host, abi }: View): Promise<Answer> {
  const fix = INSTALL[name];
  const facts = await ask(() => ASK[name](host));
  if (facts === undefined) return { usable: false, evidence: `${name} is not installed`, fix };
  if (typeof facts === 'string') return { usable: false, evidence: facts, fix };
  const kvm = abi === 'none' ? undefined : abi;
  const combination = {
    platform: 'tdx',
    vmm: facts,
    firmware: {},
    payload: 'disk',
    host: kvm,
    cpus: 1,
  } as const;
  const { verdict, decisive } = assess(combination);
  const called = `${name} ${facts.version}`;
  if (decisive === undefined || !isAgainst(verdict))
    return { usable: true, evidence: `${called} with TDX`, fix };
  return { usable: false, evidence: `${called}: ${decisive.reason}`, fix: decisive.advice ?? fix };
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
