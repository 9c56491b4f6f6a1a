/** From a scenario to the command of its VMM: fills in what the scenario leaves open, and makes the files. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskFormat } from '../guest/disk.ts';
import { takesPayload } from '../guest/firmware-image.ts';
import { together } from '../process/together.ts';
import {
  type BootScenario,
  type FirmwareFiles,
  hasFilesDisk,
  hasRootDisk,
  makesInitrd,
  needsAgent,
} from '../scenario/scenario.ts';
import { backendFor } from '../vmm/backends.ts';
import { copyFiles } from '../vmm/copies.ts';
import { makeFifos } from '../vmm/fifo.ts';
import type { LaunchDisk, LaunchPlan, LaunchSpec, Program, Virtiofsd } from '../vmm/plan.ts';
import { HostError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import { typedStreams } from './demand.ts';
import { type MadeInitrd, makeFilesDisk, makeRootDisk, ROOT_DISK } from './initrd.ts';
import type { Ports } from './ports.ts';

/** What a plan is made of, beside the scenario and its firmware. */
interface PlanParts {
  readonly program: Program;
  /** Absent where no share is of type virtiofs. */
  readonly virtiofsd?: Virtiofsd | undefined;
  /** Makes the initrd of a scenario for which `makesInitrd` holds. */
  initrd(): Promise<MadeInitrd>;
}

/**
 * The plan of a run, and what it was made of. Makes the files that its command names: an initrd, and copies of disks.
 * @param workDir private directory for these files
 * @throws HostError when a file cannot be made; the reason of `cancel` when that aborts
 */
export async function planRun(
  scenario: BootScenario,
  firmware: FirmwareFiles | undefined,
  { program, virtiofsd, initrd }: PlanParts,
  { workDir, cancel, notice, gdb, typed }: Pick<Ports, 'workDir' | 'cancel' | 'notice' | 'gdb' | 'typed'>,
): Promise<{ readonly plan: LaunchPlan; readonly spec: LaunchSpec; readonly made: MadeFiles }> {
  if (gdb === true && program.name !== 'qemu') {
    throw new HostError('no-gdb', `--gdb needs QEMU, and ${program.path} is Cloud Hypervisor`, {
      hint: 'Use vmm: qemu.',
      lasting: true,
    });
  }
  const made = madeFiles(workDir);
  const spec = {
    ...given({ typed, virtiofsd }),
    ...launchSpec(scenario, firmware, made),
    ...(gdb === true ? { gdbSocket: gdbSocket(workDir) } : {}),
  };
  const plan = backendFor(program.name).plan(spec, { fifosIn: workDir }, program);
  // A program makes the pipes, and takes as long as the initrd.
  await together([makeFifos(plan), makeGuestFiles(scenario, made, { initrd, cancel, notice })]);
  await copyFiles(plan.copies, cancel);
  cancel.throwIfAborted();
  return { plan, spec, made };
}

async function makeGuestFiles(
  scenario: BootScenario,
  made: MadeFiles,
  { initrd, cancel, notice }: Pick<PlanParts, 'initrd'> & Pick<Ports, 'cancel' | 'notice'>,
): Promise<void> {
  const tell = (from: string, leftOut: readonly string[]): void => {
    if (leftOut.length > 0) notice(noticeOf(from, leftOut));
  };
  if (makesInitrd(scenario)) {
    const { bytes, leftOut } = await initrd();
    tell('initrd', leftOut);
    writeFileSync(made.initrd, bytes);
  }
  if (hasFilesDisk(scenario.guest)) tell('disk', await makeFilesDisk(made.files, scenario, cancel));
  if (hasRootDisk(scenario.guest)) tell('root disk', await makeRootDisk(made.root, scenario, cancel));
}

/** The Unix socket of QEMU's gdb stub. @param workDir the directory of the run */
export function gdbSocket(workDir: string): string {
  return join(workDir, 'gdb.sock');
}

/** Files that are made for a run. */
export interface MadeFiles {
  readonly initrd: string;
  readonly files: string;
  readonly root: string;
}

/** Where they are. @param directory that of the run; absent: their names alone, for a command that is shown */
export function madeFiles(directory = ''): MadeFiles {
  const name = (file: string): string => join(directory, file);
  return { initrd: name('initrd.cpio'), files: name('files.ext4'), root: name('root.ext4') };
}

/** Names the devices, pipes and sockets that were left out: they are of no use in a guest, and the user named their directory. */
function noticeOf(from: string, leftOut: readonly string[]): string {
  const named = leftOut.slice(0, 5).join(', ');
  const more = leftOut.length > 5 ? ` and ${leftOut.length - 5} more` : '';
  return `left out of the ${from}, because they are neither files nor directories nor links: ${named}${more}`;
}

export function launchSpec(
  scenario: BootScenario,
  firmware: FirmwareFiles | undefined,
  made: MadeFiles,
): LaunchSpec {
  const { platform, guest, tdMonitor, vmmArgs } = scenario;
  const { initrd, modules, disks, root, files, filesAs, ...machine } = guest;
  return {
    platform,
    tdMonitor,
    ...machine,
    ...(takesPayload(scenario.firmware) ? { payloadSections: true } : {}),
    disks: [
      ...disks.map(({ backing, ...disk }) => ({ ...disk, format: diskFormat(disk) })),
      ...(hasFilesDisk(guest) ? [madeDisk(made.files, 'tdx-boot-files', { readOnly: true })] : []),
      ...(hasRootDisk(guest) ? [madeDisk(made.root, ROOT_DISK)] : []),
    ],
    ...(needsAgent(scenario) ? { agent: true } : {}),
    ...given({
      ...{ firmware, vmmArgs },
      initrd: makesInitrd(scenario) ? made.initrd : initrd,
      typed: typedStreams(scenario)[0],
    }),
  };
}

/** After those of the user, whose names in the guest stay as they are. */
function madeDisk(path: string, serial: string, more: Pick<LaunchDisk, 'readOnly'> = {}): LaunchDisk {
  return { path, bus: 'virtio', format: 'raw', serial, ...more };
}
