/** From a scenario to the command of its VMM: fills in what the scenario leaves open, and makes the files. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskFormat } from '../guest/disk.ts';
import { takesPayload } from '../guest/firmware-image.ts';
import { type BootScenario, type FirmwareFiles, makesInitrd, needsAgent } from '../scenario/scenario.ts';
import { backendFor } from '../vmm/backends.ts';
import { copyFiles } from '../vmm/copies.ts';
import type { LaunchPlan, LaunchSpec, Program } from '../vmm/plan.ts';
import { makeInitrd } from './initrd.ts';
import type { Ports } from './ports.ts';

/**
 * The plan of a run. Makes the files that its command names: an initrd, and copies of disks.
 * @param workDir private directory for these files
 * @throws HostError when a file cannot be made; the reason of `cancel` when that aborts
 */
export async function planRun(
  scenario: BootScenario,
  firmware: FirmwareFiles | undefined,
  program: Program,
  { workDir, cancel, notice }: Pick<Ports, 'workDir' | 'cancel' | 'notice'>,
): Promise<LaunchPlan> {
  const initrd = join(workDir, 'initrd.cpio');
  if (makesInitrd(scenario)) {
    const { bytes, leftOut } = await makeInitrd(scenario);
    if (leftOut.length > 0) notice(noticeOf(leftOut));
    writeFileSync(initrd, bytes);
  }
  const spec = launchSpec(scenario, firmware, initrd);
  const plan = backendFor(program.name).plan(spec, { fifosIn: workDir }, program);
  await copyFiles(plan.copies, cancel);
  cancel.throwIfAborted();
  return plan;
}

/** Devices, pipes and sockets are of no use in an initramfs, and what the user named is not dropped without a word. */
function noticeOf(leftOut: readonly string[]): string {
  const named = leftOut.slice(0, 5).join(', ');
  const more = leftOut.length > 5 ? ` and ${leftOut.length - 5} more` : '';
  return `left out of the initrd, because they are neither files nor directories nor links: ${named}${more}`;
}

/** @param made path of the initrd that is made for the run, where one is */
export function launchSpec(
  scenario: BootScenario,
  firmware: FirmwareFiles | undefined,
  made: string,
): LaunchSpec {
  const { platform, guest, tdMonitor } = scenario;
  const { kernel, cmdline, cpus, memory, network, quoteSocket, fwCfg } = guest;
  const initrd = makesInitrd(scenario) ? made : guest.initrd;
  return {
    platform,
    tdMonitor,
    ...(firmware === undefined ? {} : { firmware }),
    ...(takesPayload(scenario.firmware) ? { payloadSections: true } : {}),
    ...(kernel === undefined ? {} : { kernel }),
    ...(initrd === undefined ? {} : { initrd }),
    ...(cmdline === undefined ? {} : { cmdline }),
    disks: guest.disks.map((disk) => ({ path: disk.path, bus: disk.bus, format: diskFormat(disk) })),
    cpus,
    memory,
    network,
    shares: guest.shares,
    ...(needsAgent(scenario) ? { agent: true } : {}),
    ...(quoteSocket === undefined ? {} : { quoteSocket }),
    ...(fwCfg === undefined ? {} : { fwCfg }),
  };
}
