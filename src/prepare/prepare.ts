/** From a scenario to everything that its boot needs. The steps are ordered so that a refusal comes early. */

import type { Demand } from '../compat/combination.ts';
import { notice, silenceToExpect } from '../compat/describe.ts';
import { requireKvm, requireTdxHost, requireVfio } from '../host/examine.ts';
import { heldMemory } from '../host/slots.ts';
import type { Booted, Digests } from '../judge/booted.ts';
import type { BootTime } from '../judge/events.ts';
import { bootTimeOf } from '../lint/boot-time.ts';
import { together } from '../process/together.ts';
import { namingPlace } from '../process/work-dir.ts';
import type { LoadedBoot } from '../scenario/load.ts';
import type { BootScenario, Collect, JudgeRules } from '../scenario/scenario.ts';
import type { Predictions } from '../tdx/register-prediction.ts';
import type { AgentSetup } from '../vmm/agent.ts';
import { askVersion } from '../vmm/ask.ts';
import { backendFor } from '../vmm/backends.ts';
import type { Backend, LaunchPlan } from '../vmm/plan.ts';
import { makeAcpiFiles } from '../vmm/qemu-acpi.ts';
import { findVirtiofsd } from '../vmm/virtiofsd.ts';
import { asHostError, HostError } from '../words/errors.ts';
import { once } from '../words/once.ts';
import { withAccelerator } from './accel.ts';
import { digestsOf, gatherBooted } from './booted.ts';
import { demandOf } from './demand.ts';
import { provideFirmware } from './firmware.ts';
import { agentSetup, makeInitrd, requireOwnPrograms } from './initrd.ts';
import { launchSpec, madeFiles, planRun } from './plan.ts';
import type { Builds, Ports } from './ports.ts';
import { predictMeasurements } from './predictions.ts';
import { type Slot, slotFor } from './slot.ts';
import { predictedFiles, watchFiles } from './unchanged.ts';
import { type ChosenVmm, chooseVmm, provideProgram } from './vmm.ts';

/** A run that can be started. boot() gives its slot back. */
export interface Prepared {
  readonly rules: JudgeRules;
  /** How many bytes all guest streams together may print before the run is stopped. */
  readonly outputLimit: number;
  /** Files that the guest is asked for when the run is decided. */
  readonly collect: Collect | undefined;
  /** What the agent in the guest does before it is ready. */
  readonly setup: AgentSetup;
  readonly backend: Backend;
  readonly plan: LaunchPlan;
  /** The predicted registers of the Trust Domain; empty where nothing is asserted. */
  readonly predictions: Predictions;
  /** What is booted, for the result. The VMM may still be asked for its version: the guest does not wait for that. */
  readonly booted: Promise<Booted>;
  /** Reads the files that are booted, while the guest runs. */
  digest(signal: AbortSignal): Promise<Digests>;
  /** Why the guest may stay silent, for the diagnosis; undefined where output is expected. */
  readonly silenceExpected: string | undefined;
  /** How long a Trust Domain of its size may take, for the diagnosis; undefined without one. */
  readonly bootTime: BootTime | undefined;
  readonly slot: Slot;
  /** A private directory for the files of this run. */
  readonly workDir: string;
}

/** A run that cannot be started. Its verdict is `errored`, with this reason. */
export interface Refusal {
  readonly rules: JudgeRules;
  readonly refused: HostError;
}

/**
 * Checks the host, chooses the VMM, builds what the scenario needs unless a cache has it, predicts registers, makes the
 * files of the run and waits for a slot. A combination that is known not to boot is refused before anything is built.
 * @param loaded a scenario whose lint has passed
 * @returns a refusal where the host, a VMM or a build cannot do its part, or the run was cancelled
 * @throws ScenarioError where a measurement is asserted that cannot be predicted
 */
export async function prepare(loaded: LoadedBoot, ports: Ports): Promise<Prepared | Refusal> {
  const { rules } = loaded.scenario;
  try {
    return await prepareRun(loaded, ports);
  } catch (error) {
    if (ports.cancel.aborted) {
      return { rules, refused: new HostError('cancelled', String(ports.cancel.reason), { cause: error }) };
    }
    // A full disk where the files of the run are made is the host's fault, too.
    const refused = asHostError(namingPlace(error));
    if (refused === undefined) throw error;
    return { rules, refused };
  }
}

async function prepareRun(loaded: LoadedBoot, ports: Ports): Promise<Prepared> {
  const { scenario } = loaded;
  const { guest, platform } = scenario;
  requireOwnPrograms(scenario);
  // The host is checked first: the advice of the table does not help on a host without TDX.
  if (platform === 'tdx') await requireTdxHost(ports.host, guest.memory, await heldMemory(), ports.cancel);
  const demand = demandOf(scenario);
  const chosen = await chooseVmm(scenario, demand, ports.host);
  // A guest of KVM takes no slot, which the rest would have to give back where the trial of KVM fails.
  const kvm = platform === 'kvm' ? requireKvm(ports.host, ports.cancel) : Promise.resolve();
  const builds: Builds = { provide: async (request) => kvm.then(() => ports.builds.provide(request)) };
  const [, prepared] = await together([kvm, prepareGuest(loaded, demand, chosen, { ...ports, builds })]);
  return prepared;
}

/** All that comes behind the choice of the VMM, in the 0.2 s that a trial of KVM takes. */
async function prepareGuest(
  loaded: LoadedBoot,
  demand: Demand,
  chosen: ChosenVmm,
  ports: Ports,
): Promise<Prepared> {
  const { scenario } = loaded;
  const { rules, outputLimit, collect, guest, platform } = scenario;
  const { assessment, combination } = chosen.choice;
  requireVfio(ports.host, { vfio: guest.vfio, vmm: combination.vmm.name });
  // An ordinary VM needs no row in the table to boot.
  const doubt = scenario.platform === 'tdx' ? notice(assessment) : undefined;
  if (doubt !== undefined) ports.notice(doubt);
  const program = await provideProgram(chosen, scenario, ports);
  const virtiofsd = await findVirtiofsd(guest.shares);
  // Answered while the files are made and the guest starts.
  const version = Promise.resolve(program.version ?? askVersion(program.path, ports.cancel));
  const firmware = await provideFirmware(loaded, ports.builds);
  const release = demand.firmware === 'none' ? undefined : demand.firmware.release;
  // A prediction measures the bytes that the guest gets.
  const initrd = once(() => makeInitrd(scenario));
  const makeAcpi = () =>
    makeAcpiFiles(launchSpec(scenario, firmware.files, madeFiles()), program, ports.workDir);
  const requireUnchanged = watchFiles(predictedFiles(scenario, firmware.files));
  const predictions = await predictMeasurements(scenario, firmware.files, program, release, makeAcpi, initrd);
  const runnable = await withAccelerator(scenario, program, ports);
  const { plan, spec, made } = await planRun(runnable, firmware.files, { program, virtiofsd, initrd }, ports);
  const booted = gatherBooted({ scenario, spec, program, built: firmware.built, made });
  // The slot is last, so that no other Trust Domain waits while disks are copied here.
  const slot = await slotFor(scenario, ports);
  try {
    if (Object.keys(predictions).length > 0) requireUnchanged();
    return {
      rules,
      outputLimit,
      collect,
      setup: agentSetup(scenario),
      backend: backendFor(program.name),
      plan,
      predictions,
      booted: version.then((said) => ({ ...booted, vmm: { ...booted.vmm, version: said ?? null } })),
      digest: digestsOf(spec, made),
      silenceExpected: platform === 'tdx' ? silenceToExpect(assessment) : undefined,
      bootTime: platform === 'tdx' ? bootTimeFor(scenario, demand) : undefined,
      slot,
      workDir: ports.workDir,
    };
  } catch (error) {
    slot.release();
    throw error;
  }
}

/** What the diagnosis of a silent guest needs. */
function bootTimeFor(scenario: BootScenario, demand: Demand): BootTime {
  const { most, text } = bootTimeOf(scenario, demand);
  return { most, text };
}
