/** The VMM's program for a scenario: the one on the machine if it can boot that, otherwise one that is built. */

import { type ProvideOptions, provideBuild } from '../build/provide.ts';
import type { BuildRequest, Scenario } from '../scenario/scenario.ts';
import { backendFor } from '../vmm/backends.ts';
import type { Backend, LaunchWish, Program } from '../vmm/plan.ts';
import { findProgram, requireSuitable } from '../vmm/program.ts';
import { HostError } from '../words/errors.ts';
import { launchWish } from './spec.ts';

/**
 * Builds Cloud Hypervisor, or takes it from a cache, when the machine has none that boots this scenario.
 * @returns the program; undefined when there is nothing to build: then the boot takes the one in PATH, or says why not
 * @throws HostError of the build; code `vmm-unsuitable` when what was built does not boot the scenario
 */
export async function provideProgram(
  scenario: Scenario,
  options: ProvideOptions,
): Promise<Program | undefined> {
  const backend = backendFor(scenario);
  if (backend.name !== 'cloud-hypervisor') return undefined;
  // Only that there is an initrd matters here, not where.
  const wish = launchWish(scenario, 'probe');
  const { program, problem } = await look(backend, wish, scenario.vmmRef);
  if (problem === undefined) return program;
  // Another build of it would change nothing about a guest that none can boot.
  if (backend.unsuitable(wish, { path: backend.command, tdx: true }) !== undefined) return undefined;
  options.listener({ type: 'notice', text: `A Cloud Hypervisor built with TDX is used, because ${problem}` });
  const { entry } = await provideBuild(requestFor(scenario), options);
  const built = await backend.identify(entry.image, scenario.platform);
  requireSuitable(backend, wish, built);
  return built;
}

/** The machine's own program, and why it is not the one. */
async function look(
  backend: Backend,
  wish: LaunchWish,
  ref: string | undefined,
): Promise<{ readonly program?: Program; readonly problem: string | undefined }> {
  try {
    const program = await findProgram(backend, wish);
    const other = ref !== undefined && ref !== `v${program.version}`;
    const problem = other
      ? `${program.path} is v${program.version}, not ${ref}`
      : backend.unsuitable(wish, program);
    return { program, problem };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { problem: error.message };
  }
}

function requestFor({ vmmRef: ref }: Scenario): BuildRequest {
  return { name: 'cloud-hypervisor', build: 'release', ...(ref === undefined ? {} : { ref }), defines: [] };
}
