/** Before anything is built or started: which VMM, and whether this combination is known not to boot on this host. */

import { existsSync, readFileSync } from 'node:fs';
import { release } from 'node:os';
import { PINS } from '../build/recipes/pins.ts';
import { type Choice, possibleChoices } from '../compat/choose.ts';
import type { VmmInfo } from '../compat/combination.ts';
import { describeChoice, notice, silenceToExpect } from '../compat/describe.ts';
import { type KvmInfo, usableAbi } from '../compat/host-abi.ts';
import { findCommand } from '../process/find.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { backendFor } from '../vmm/backends.ts';
import { HostError } from '../words/errors.ts';
import { VMMS, type VmmName } from '../words/words.ts';
import { combinationOf } from './combination.ts';

/** What the check asks of the machine. Tests put a machine of their own in its place. */
export interface MachineProbe {
  kvm(): KvmInfo;
  /**
   * Undefined where it is not installed.
   * @throws HostError code `vmm-unusable`
   */
  vmm(name: VmmName): Promise<VmmInfo | undefined>;
}

export interface Preflight {
  /** With the VMM that boots it. */
  readonly loaded: LoadedScenario;
  /** That VMM, with its version where a Trust Domain is to be booted. */
  readonly vmm: VmmInfo;
  /** What the table says, one line a row. */
  readonly lines: readonly string[];
  /** Absent where the combination is known to work. */
  readonly notice?: string;
  /** Why the guest may not print one byte, for the diagnosis. */
  readonly silenceExpected?: string;
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
  const wish = combinationOf(scenario);
  const [choice] =
    scenario.platform === 'tdx'
      ? possibleChoices(
          scenario.vmm,
          { ...wish, host: usableAbi(machine.kvm()) },
          await programs(loaded, machine),
        )
      : possibleChoices(scenario.vmm, wish);
  return { ...chosen(loaded, choice), ...noticeOf(choice) };
}

/**
 * The same for a scenario that is only to be explained, perhaps on a machine that could never boot it: then it says so,
 * and chooses as a machine would that can.
 * @throws HostError code `combination-refused` when no machine can; UsageError `no-guest`
 */
export async function foresee(
  loaded: LoadedScenario,
  machine: MachineProbe = thisMachine,
): Promise<Preflight> {
  try {
    return await preflight(loaded, machine);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const [choice] = possibleChoices(loaded.scenario.vmm, combinationOf(loaded.scenario));
    const { lines, ...elsewhere } = chosen(loaded, choice);
    return { ...elsewhere, lines: [`on this machine: ${error.message}`, ...lines] };
  }
}

function chosen(loaded: LoadedScenario, choice: Choice): Preflight {
  const { vmm } = choice.combination;
  const scenario = { ...loaded.scenario, vmm: vmm.name };
  return { loaded: { ...loaded, scenario }, vmm, lines: describeChoice(choice) };
}

/** Without a TD a combination that the table does not know is an ordinary VM. */
function noticeOf({ combination, assessment }: Choice): Pick<Preflight, 'notice' | 'silenceExpected'> {
  if (combination.platform !== 'tdx') return {};
  const text = notice(assessment);
  const silence = silenceToExpect(assessment);
  return {
    ...(text === undefined ? {} : { notice: text }),
    ...(silence === undefined ? {} : { silenceExpected: silence }),
  };
}

/** What may boot it, the preferred first: the programs in PATH, and the Cloud Hypervisor that tdx-boot builds. */
async function programs({ scenario }: LoadedScenario, machine: MachineProbe): Promise<VmmInfo[]> {
  const { vmm, vmmRef } = scenario;
  const built: VmmInfo = {
    name: 'cloud-hypervisor',
    version: vmmRef ?? PINS.cloudHypervisor.version,
    tdx: true,
  };
  const found = await Promise.all(
    VMMS.filter((name) => vmm === 'auto' || vmm === name).map(async (name) => {
      try {
        return (await machine.vmm(name)) ?? [];
      } catch (error) {
        // One that does not run is one that is not there, unless it is the only one.
        if (vmm !== 'qemu' && error instanceof HostError) return [];
        throw error;
      }
    }),
  );
  const wanted = found.flat().filter(({ name, version }) => name === 'qemu' || isWanted(version, vmmRef));
  return [...wanted, built];
}

function isWanted(version: string | undefined, ref: string | undefined): boolean {
  return ref === undefined || ref === `v${version}`;
}

export const thisMachine: MachineProbe = {
  kvm: () => ({
    kernelRelease: release(),
    tdxParameter: readText('/sys/module/kvm_intel/parameters/tdx'),
    sysfs: existsSync('/sys/module'),
  }),
  vmm: async (name) => {
    const { command, identify } = backendFor({ vmm: name, platform: 'tdx' });
    const path = findCommand(command);
    if (path === undefined) return undefined;
    const { version, tdx } = await identify(path, 'tdx');
    return { name, version, tdx };
  },
};

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
