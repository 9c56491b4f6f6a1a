/** Says what a run would do. Builds nothing and writes nothing to the host. */

import { type Host, thisHost } from '../host/host.ts';
import type { LoadedBoot } from '../scenario/load.ts';
import { backendFor } from '../vmm/backends.ts';
import type { LaunchPlan, Program } from '../vmm/plan.ts';
import { given } from '../words/given.ts';
import { acceleratorLines } from './accel.ts';
import { describedDemand } from './demand.ts';
import { locateFirmware } from './firmware.ts';
import { launchSpec, madeFiles } from './plan.ts';
import type { Located } from './ports.ts';
import { type ChosenVmm, foreseeVmm, requestFor } from './vmm.ts';

export interface Explained {
  /** What the compatibility table says, one line a row. */
  readonly lines: readonly string[];
  /** What is not built yet, and the commands that build it. */
  readonly toBuild: readonly { readonly what: string; readonly command: string }[];
  /** The command as tdx-boot runs it, with pipes in the current directory. */
  readonly plan: LaunchPlan;
  /** The command for a shell, with its streams in files. */
  readonly paste: LaunchPlan;
}

/**
 * @param initrd path of the initrd that a run makes; absent: its name
 * @throws HostError code `combination-refused` when no host can boot it
 */
export async function explainRun(
  loaded: LoadedBoot,
  builds: Located,
  initrd: string | undefined,
  host: Host = thisHost,
): Promise<Explained> {
  const { scenario } = loaded;
  const { chosen, lines } = await foreseeVmm(scenario, describedDemand(scenario), host);
  const backend = backendFor(chosen.choice.combination.vmm.name);
  const vmm = await locateProgram(chosen, builds, loaded);
  const firmware = await locateFirmware(loaded, builds);
  const spec = launchSpec(scenario, firmware.files, { ...madeFiles(), ...given({ initrd }) });
  return {
    lines: [...lines, ...acceleratorLines(scenario)],
    toBuild: [
      { what: 'VMM', command: vmm.command },
      { what: 'firmware', command: firmware.command },
    ].flatMap(({ what, command }) => (command === undefined ? [] : [{ what, command }])),
    plan: backend.plan(spec, { fifosIn: '.' }, vmm.program),
    paste: backend.plan(spec, 'files', vmm.program),
  };
}

/** The program that was found, or the path where it will be built. A missing QEMU is named by its command. */
async function locateProgram(
  { choice, program }: ChosenVmm,
  builds: Located,
  { scenario }: LoadedBoot,
): Promise<{ readonly program: Program; readonly command?: string }> {
  if (program !== undefined) return { program };
  const { vmm } = choice.combination;
  if (vmm.name === 'qemu') return { program: { ...vmm, path: backendFor(vmm.name).commands[0] } };
  const { image, ...located } = await builds.locate(requestFor(scenario));
  return { program: { ...vmm, path: image }, ...located };
}
