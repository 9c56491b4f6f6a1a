/** From a scenario to the command of its VMM: fills in what the scenario leaves open, and makes the files. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskFormat } from '../guest/disk.ts';
import { takesPayload } from '../guest/firmware-image.ts';
import { type BootScenario, type FirmwareFiles, makesInitrd, needsAgent } from '../scenario/scenario.ts';
import { backendFor } from '../vmm/backends.ts';
import { copyFiles } from '../vmm/copies.ts';
import type { LaunchPlan, LaunchSpec, Program } from '../vmm/plan.ts';
import { HostError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import { typedStreams } from './demand.ts';
import { makeInitrd } from './initrd.ts';
import type { Ports } from './ports.ts';

/**
 * The plan of a run, and what it was made of. Makes the files that its command names: an initrd, and copies of disks.
 * @param workDir private directory for these files
 * @throws HostError when a file cannot be made; the reason of `cancel` when that aborts
 */
export async function planRun(
  scenario: BootScenario,
  firmware: FirmwareFiles | undefined,
  program: Program,
  { workDir, cancel, notice, gdb, typed }: Pick<Ports, 'workDir' | 'cancel' | 'notice' | 'gdb' | 'typed'>,
): Promise<{ readonly plan: LaunchPlan; readonly spec: LaunchSpec }> {
  const initrd = join(workDir, 'initrd.cpio');
  if (makesInitrd(scenario)) {
    const { bytes, leftOut } = await makeInitrd(scenario);
    if (leftOut.length > 0) notice(noticeOf(leftOut));
    writeFileSync(initrd, bytes);
  }
  if (gdb === true && program.name !== 'qemu') {
    throw new HostError('no-gdb', `--gdb needs QEMU, and ${program.path} is Cloud Hypervisor`, {
      hint: 'Use vmm: qemu.',
      lasting: true,
    });
  }
  const spec = {
    ...given({ typed }),
    ...launchSpec(scenario, firmware, initrd),
    ...(gdb === true ? { gdbSocket: gdbSocket(workDir) } : {}),
  };
  const plan = backendFor(program.name).plan(spec, { fifosIn: workDir }, program);
  await copyFiles(plan.copies, cancel);
  cancel.throwIfAborted();
  return { plan, spec };
}

/** The Unix socket of QEMU's gdb stub. @param workDir the directory of the run */
export function gdbSocket(workDir: string): string {
  return join(workDir, 'gdb.sock');
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
  const { platform, guest, tdMonitor, vmmArgs } = scenario;
  const { initrd, modules, disks, root, files, ...machine } = guest;
  return {
    platform,
    tdMonitor,
    ...machine,
    ...(takesPayload(scenario.firmware) ? { payloadSections: true } : {}),
    disks: disks.map(({ backing, ...disk }) => ({ ...disk, format: diskFormat(disk) })),
    ...(needsAgent(scenario) ? { agent: true } : {}),
    ...given({
      ...{ firmware, vmmArgs },
      initrd: makesInitrd(scenario) ? made : initrd,
      typed: typedStreams(scenario)[0],
    }),
  };
}
