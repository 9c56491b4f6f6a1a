/** Before anything is built or started: which VMM, and whether this combination is known not to boot on this host. */

import { existsSync, readFileSync } from 'node:fs';
import { release } from 'node:os';
import { type Choice, possibleChoices } from '../compat/choose.ts';
import type { VmmFacts } from '../compat/combination.ts';
import { describeChoice, notice } from '../compat/describe.ts';
import { type HostKvmFacts, usableAbi } from '../compat/host-abi.ts';
import { HostError } from '../errors.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import type { VmmName } from '../scenario/words.ts';
import { probeCloudHypervisor, probeQemu } from '../vmm/binary.ts';
import { findCommand } from '../vmm/machine.ts';
import { wishOf } from './wish.ts';

/** What the check asks of the machine. Tests put a machine of their own in its place. */
export interface MachineProbe {
  kvm(): HostKvmFacts;
  /**
   * Undefined where it is not installed.
   * @throws HostError code `vmm-unusable`
   */
  vmm(name: VmmName): Promise<VmmFacts | undefined>;
}

export interface Preflight {
  /** With the VMM that boots it. */
  readonly loaded: LoadedScenario;
  /** What the table says, one line a row. */
  readonly lines: readonly string[];
  /** Absent where the combination is known to work. */
  readonly notice?: string;
}

/**
 * Chooses the VMM and looks the combination up. Asks the machine for Trust Domains only: nothing else depends on it.
 * @throws HostError code `combination-refused` with the reason and what to use; UsageError `no-guest`
 */
export async function preflight(
  loaded: LoadedScenario,
  machine: MachineProbe = thisMachine,
): Promise<Preflight> {
  const { scenario } = loaded;
  const wish = wishOf(scenario);
  const [choice] =
    scenario.platform === 'tdx'
      ? possibleChoices(
          scenario.vmm,
          { ...wish, host: usableAbi(machine.kvm()) },
          await installed(loaded, machine),
        )
      : possibleChoices(scenario.vmm, wish);
  return {
    loaded: { ...loaded, scenario: { ...scenario, vmm: choice.combination.vmm.name } },
    lines: describeChoice(choice),
    ...noticeOf(choice),
  };
}

/** Without a TD a combination that the table does not know is an ordinary VM. */
function noticeOf({ combination, assessment }: Choice): { notice?: string } {
  const text = combination.platform === 'tdx' ? notice(assessment) : undefined;
  return text === undefined ? {} : { notice: text };
}

async function installed(
  { scenario }: LoadedScenario,
  machine: MachineProbe,
): Promise<ReadonlyMap<VmmName, VmmFacts>> {
  const names: readonly VmmName[] = scenario.vmm === 'auto' ? ['qemu', 'cloud-hypervisor'] : [scenario.vmm];
  const found = await Promise.all(
    names.map(async (name): Promise<[VmmName, VmmFacts][]> => {
      try {
        const facts = await machine.vmm(name);
        return facts === undefined ? [] : [[name, facts]];
      } catch (error) {
        // With a choice, a program that does not run is one that is not there.
        if (names.length > 1 && error instanceof HostError) return [];
        throw error;
      }
    }),
  );
  return new Map(found.flat());
}

export const thisMachine: MachineProbe = {
  kvm: () => ({
    kernelRelease: release(),
    tdxParameter: readText('/sys/module/kvm_intel/parameters/tdx'),
    kvmModule: ['/sys/module/kvm_intel', '/sys/module/kvm_amd'].some((path) => existsSync(path)),
  }),
  vmm: async (name) => {
    if (name === 'qemu') {
      const path = findCommand('qemu-system-x86_64');
      if (path === undefined) return undefined;
      const { version, tdxGuest } = await probeQemu(path);
      return { name, version, tdx: tdxGuest };
    }
    const path = findCommand('cloud-hypervisor');
    if (path === undefined) return undefined;
    const { version, features } = await probeCloudHypervisor(path);
    return { name, version, tdx: features.includes('tdx') };
  },
};

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
