/** The VMM of a scenario: looks for VMMs on the host once, chooses by the compatibility table, and builds if needed. */

import type { Provided } from '../build/provide.ts';
import { PINS } from '../build/recipes/pins.ts';
import { isAgainst } from '../compat/assess.ts';
import { assessChoice, type Choice, candidates, possibleChoices, refusal } from '../compat/choose.ts';
import type { Demand, VmmInfo } from '../compat/combination.ts';
import { describeChoice } from '../compat/describe.ts';
import { type HostAbi, usableAbi } from '../compat/host-abi.ts';
import { versionOfRef } from '../compat/version.ts';
import { kvmInfo } from '../host/examine.ts';
import type { Host } from '../host/host.ts';
import type { BootScenario, BuildRequest } from '../scenario/scenario.ts';
import { playedHost } from '../scenario/td.ts';
import { backendFor } from '../vmm/backends.ts';
import type { Program } from '../vmm/plan.ts';
import { HostError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import type { VmmName } from '../words/words.ts';
import type { Ports } from './ports.ts';

/** The VMMs that the host has or tdx-boot can build for a scenario, the preferred one first. */
interface Offer {
  readonly vmms: readonly VmmInfo[];
  /** Why the program of a VMM in PATH cannot be used. */
  readonly problems: ReadonlyMap<VmmName, HostError>;
}

/**
 * Chooses the VMM that boots the scenario on this host, by what the compatibility table says of each program.
 * @throws HostError code `combination-refused` with the reason and what to use; the error of the search when no program
 * is found
 */
export async function chooseVmm(scenario: BootScenario, demand: Demand, host: Host): Promise<ChosenVmm> {
  const { vmms, problems } = await lookFor(scenario, host);
  const [choice] = possibleChoices(scenario.vmm, demand, abiFor(scenario, host), vmms);
  const { vmm } = choice.combination;
  if (isProgram(vmm)) return { choice, program: vmm };
  const problem = problems.get(vmm.name);
  if (vmms.includes(vmm)) return { choice, because: problem?.message ?? whyNot(choice, vmms) };
  const hint = backendFor(vmm.name).installHint;
  throw (
    problem ??
    new HostError('vmm-missing', `there is no ${vmm.name} for this scenario`, { hint, lasting: true })
  );
}

export interface ChosenVmm {
  readonly choice: Choice;
  /** Absent where Cloud Hypervisor has to be built. */
  readonly program?: Program;
  /** Why it has to be built. */
  readonly because?: string | undefined;
}

/**
 * The same for `explain`. On a host that cannot boot the scenario, the first line says why, and the choice is that of a
 * host that can.
 * @returns the choice, and lines that say what the table knows
 * @throws HostError code `combination-refused` when no host can boot the scenario
 */
export async function foreseeVmm(
  scenario: BootScenario,
  demand: Demand,
  host: Host,
): Promise<{ readonly chosen: ChosenVmm; readonly lines: readonly string[] }> {
  try {
    const chosen = await chooseVmm(scenario, demand, host);
    return { chosen, lines: describeChoice(chosen.choice) };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const vmms = [{ name: 'qemu' as const }, pinnedVmm(scenario)];
    const [choice] = possibleChoices(scenario.vmm, demand, playedHost(scenario), vmms);
    return { chosen: { choice }, lines: [`on this host: ${error.message}`, ...describeChoice(choice)] };
  }
}

/**
 * The program of a choice. Where the host has no suitable Cloud Hypervisor, one is built or taken from a cache.
 * @throws HostError of the build; code `combination-refused` when what was built does not boot the scenario
 */
export async function provideProgram(
  { choice, program, because }: ChosenVmm,
  scenario: BootScenario,
  { builds, notice }: Ports,
): Promise<Program> {
  if (program !== undefined) return program;
  if (because !== undefined) notice(`a Cloud Hypervisor built with TDX is used, because ${because}`);
  const { vmm, host, ...demand } = choice.combination;
  const { entry }: Provided = await builds.provide(requestFor(scenario));
  const built = await backendFor(vmm.name).identify(entry.image, scenario.platform);
  const found = assessChoice(demand, host, built);
  if (isAgainst(found.assessment.verdict)) throw refusal([found]);
  return built;
}

/** The Cloud Hypervisor that is built where the host has no suitable one. */
export function requestFor({ vmmRef: ref }: BootScenario): BuildRequest {
  return { name: 'cloud-hypervisor', build: 'release', ...given({ ref }), defines: [] };
}

async function lookFor(scenario: BootScenario, host: Host): Promise<Offer> {
  const { vmm, platform, vmmRef, vmmPath } = scenario;
  if (vmmPath !== undefined && vmm !== 'auto') {
    return { vmms: [await backendFor(vmm).identify(vmmPath, platform)], problems: new Map() };
  }
  const names = candidates(vmm, platform);
  const problems = new Map<VmmName, HostError>();
  const found: Program[] = [];
  for (const name of names) {
    try {
      const program = await host.program(name, platform);
      if (name === 'qemu' || vmmRef === undefined || vmmRef === `v${program.version}`) found.push(program);
      else {
        const message = `${program.path} is v${program.version}, not ${vmmRef}`;
        const hint = 'Set vmm-ref to this version, or leave it out.';
        problems.set(name, new HostError('vmm-other-version', message, { hint, lasting: true }));
      }
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      problems.set(name, error);
    }
  }
  const built = names.includes('cloud-hypervisor') ? [pinnedVmm(scenario)] : [];
  return { vmms: [...found, ...built], problems };
}

/** The Cloud Hypervisor that tdx-boot builds. */
function pinnedVmm({ vmmRef = PINS.cloudHypervisor.version }: BootScenario): VmmInfo {
  return { name: 'cloud-hypervisor', tdx: true, ...given({ version: versionOfRef(vmmRef) }) };
}

/** The KVM interface that a Trust Domain meets: the host's own, or the one that the TD monitor plays. */
function abiFor(scenario: BootScenario, host: Host): HostAbi | undefined {
  return scenario.platform === 'tdx' ? usableAbi(kvmInfo(host)) : playedHost(scenario);
}

/** Why a program is built although the host has one. */
function whyNot({ combination }: Choice, vmms: readonly VmmInfo[]): string | undefined {
  const { vmm, host, ...demand } = combination;
  const own = vmms.find((other) => other.name === vmm.name && isProgram(other));
  if (own === undefined) return undefined;
  return assessChoice(demand, host, own).assessment.decisive?.reason;
}

function isProgram(vmm: VmmInfo): vmm is Program {
  return 'path' in vmm;
}
