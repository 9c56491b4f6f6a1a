/** From a scenario to the command of its VMM: fills in what the scenario leaves open, and makes the files. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskFormat } from '../guest/disk.ts';
import { takesPayload } from '../guest/firmware-image.ts';
import { probeInitrd } from '../guest/probe.ts';
import type { BootScenario, FirmwareFiles, Guest } from '../scenario/scenario.ts';
import { backendFor } from '../vmm/backends.ts';
import { copyFiles } from '../vmm/copies.ts';
import type { LaunchPlan, LaunchSpec, Program } from '../vmm/plan.ts';
import { HostError, UsageError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import type { Ports } from './ports.ts';

/**
 * The plan of a run, and what it was made of. Makes the files that its command names: the probe's initrd, and copies of disks.
 * @param workDir private directory for these files
 * @throws HostError when a file cannot be made; the reason of `cancel` when that aborts
 */
export async function planRun(
  scenario: BootScenario,
  firmware: FirmwareFiles | undefined,
  program: Program,
  { workDir, cancel, gdb }: Pick<Ports, 'workDir' | 'cancel' | 'gdb'>,
): Promise<{ readonly plan: LaunchPlan; readonly spec: LaunchSpec }> {
  const { guest } = scenario;
  const probe = join(workDir, 'probe.cpio');
  if (guest.initrd === 'probe') writeFileSync(probe, await makeProbe(guest));
  if (gdb === true && program.name !== 'qemu') {
    throw new HostError('no-gdb', `--gdb needs QEMU, and ${program.path} is Cloud Hypervisor`, {
      hint: 'Use vmm: qemu.',
    });
  }
  const spec = {
    ...launchSpec(scenario, firmware, probe),
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

/** @param probe path of the probe guest's initrd, for a scenario that boots it */
export function launchSpec(
  scenario: BootScenario,
  firmware: FirmwareFiles | undefined,
  probe: string,
): LaunchSpec {
  const { platform, guest, tdMonitor, vmmArgs } = scenario;
  const { initrd, modules, disks, ...machine } = guest;
  return {
    platform,
    tdMonitor,
    ...machine,
    ...(takesPayload(scenario.firmware) ? { payloadSections: true } : {}),
    disks: disks.map(({ backing, ...disk }) => ({ ...disk, format: diskFormat(disk) })),
    ...given({ firmware, initrd: initrd === 'probe' ? probe : initrd, vmmArgs }),
  };
}

/** The probe guest's initrd for this guest's kernel. */
export async function makeProbe({ kernel, modules }: Guest): Promise<Buffer> {
  if (kernel === undefined) throw new UsageError('no-kernel', 'the probe guest needs a kernel');
  return probeInitrd({ kernel, ...(modules === undefined ? {} : { modules }) });
}
