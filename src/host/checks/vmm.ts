/** Whether a VMM is installed that can create a Trust Domain on this kernel, as the compatibility table says. */

import { assess, isAgainst } from '../../compat/assess.ts';
import { candidates } from '../../compat/choose.ts';
import { together } from '../../process/together.ts';
import { HostError } from '../../words/errors.ts';
import type { VmmName } from '../../words/words.ts';
import { type Check, type CheckResult, ok, problem, unknown, type View } from '../check.ts';

export const vmm: Check = { id: 'vmm', title: 'VMM', decisive: true, look };

const INSTALL: Readonly<Record<VmmName, string>> = {
  qemu: 'Install QEMU 10.1 or later, for a host of Linux 6.16 or later.',
  'cloud-hypervisor':
    "Build it with TDX, for a host of Intel's 2022 tree: tdx-boot firmware build cloud-hypervisor",
};

interface Answer {
  readonly usable: boolean;
  readonly evidence: string;
  readonly fix: string;
}

/** One VMM that can create a TD is enough, unless the scenario names another. */
async function look(view: View): Promise<CheckResult> {
  const names = candidates(view.wanted.vmm, 'tdx');
  const answers = await together(names.map((name) => answer(name, view)));
  const usable = answers.filter((found) => found.usable);
  const evidence = (of: readonly Answer[]): string => of.map((found) => found.evidence).join('; ');
  if (usable.length === 0) {
    return problem(evidence(answers), [...new Set(answers.map(({ fix }) => fix))].join(' Or: '));
  }
  if (view.abi !== undefined && view.abi !== 'none') return ok(evidence(usable));
  return unknown(
    evidence(usable),
    'Whether it fits depends on the host kernel: see the check of the host kernel.',
  );
}

/** This check does not know firmware and payload: each boot looks them up in the table. */
async function answer(name: VmmName, { host, abi }: View): Promise<Answer> {
  const fix = INSTALL[name];
  const program = await host.program(name, 'tdx').catch((error: unknown) => {
    if (error instanceof HostError) return error;
    throw error;
  });
  if (program instanceof HostError) return { usable: false, evidence: program.message, fix };
  const { verdict, decisive } = assess({
    platform: 'tdx',
    vmm: program,
    firmware: {},
    payload: 'disk',
    host: abi === 'none' ? undefined : abi,
    cpus: 1,
    needs: [],
  });
  const called = `${name} ${program.version}`;
  if (decisive === undefined || !isAgainst(verdict)) {
    return { usable: true, evidence: `${called} with TDX`, fix };
  }
  return { usable: false, evidence: `${called}: ${decisive.reason}`, fix: decisive.advice ?? fix };
}
