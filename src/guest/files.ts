/** Looks at the files that a scenario names, before anything is started: do they exist, are they what they should be. */

import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { LoadedScenario } from '../scenario/load.ts';
import type { Disk, Scenario } from '../scenario/scenario.ts';
import { type Path, type Problem, ScenarioError } from '../scenario/text.ts';
import { checkMetadata, obstacleWithoutTd, refusals } from '../tdx/check.ts';
import { parseMetadata } from '../tdx/metadata.ts';
import { messageOf, UsageError } from '../words/errors.ts';
import { VMMS } from '../words/words.ts';
import { NotBzImageError } from './errors.ts';
import { kernelInfoOf } from './modules.ts';

const KIB64 = 64 * 1024;

/**
 * Checks every file that a run of this scenario would open.
 * @throws ScenarioError with all problems, each pointing at the line that names the file
 */
export function checkFiles({ scenario, where }: LoadedScenario): void {
  const problems: Problem[] = [];
  const check = (path: Path, file: string | undefined, test?: (file: string) => void): void => {
    if (file === undefined) return;
    try {
      requireFile(file);
      test?.(file);
    } catch (error) {
      problems.push({ where: where(path), message: `${path.join('.')}: ${file}: ${messageOf(error)}` });
    }
  };
  const { guest, firmware } = scenario;
  check(['guest', 'kernel'], guest?.kernel, (file) => checkKernel(file, firmware !== undefined));
  check(['guest', 'initrd'], guest?.initrd === 'probe' ? undefined : guest?.initrd);
  for (const [index, disk] of (guest?.disks ?? []).entries()) check(['guest', 'disks', index], disk.path);
  if (firmware !== undefined && 'image' in firmware)
    check(['firmware'], firmware.image, (file) => checkImage(file, scenario));
  if (firmware !== undefined && 'code' in firmware) {
    check(['firmware', 'code'], firmware.code);
    check(['firmware', 'vars'], firmware.vars);
  }
  if (problems.length > 0) throw new ScenarioError(problems);
}

/**
 * Checks one kernel that was named on the command line.
 * @throws UsageError code `bad-kernel`
 */
export function requireKernel(file: string): void {
  try {
    requireFile(file);
    checkKernel(file, false);
  } catch (error) {
    throw new UsageError('bad-kernel', `${file}: ${messageOf(error)}`);
  }
}

/** The format of a disk image: as said, else qcow2 by its magic (docs/interop/qcow2.txt in QEMU), else raw. */
export function diskFormat(disk: Disk): 'raw' | 'qcow2' {
  if (disk.format !== undefined) return disk.format;
  const head = Buffer.alloc(4);
  const fd = openSync(disk.path, 'r');
  try {
    readSync(fd, head, 0, 4, 0);
  } finally {
    closeSync(fd);
  }
  return head.toString('latin1') === 'QFI\xfb' ? 'qcow2' : 'raw';
}

function requireFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new Error('no such file');
  if (found.isDirectory()) throw new Error('is a directory');
  if (found.isFile() && found.size === 0) throw new Error('is empty');
  closeSync(openSync(file, 'r'));
}

/** A unified kernel image is no bzImage, but a UEFI firmware can start it. */
function checkKernel(file: string, hasFirmware: boolean): void {
  try {
    kernelInfoOf(file);
  } catch (error) {
    if (!(hasFirmware && error instanceof NotBzImageError && error.efiProgram)) throw error;
  }
}

/**
 * QEMU maps an image for -bios in whole 64 KiB units (hw/i386/x86-common.c, x86_bios_rom_init). A Trust Domain needs
 * TDX metadata that its VMM accepts, too: without, it would hang without a byte of output.
 */
function checkImage(file: string, { platform, vmm }: Pick<Scenario, 'platform' | 'vmm'>): void {
  const { size } = statSync(file);
  if (size % KIB64 !== 0) {
    throw new Error(`${size} bytes is not a multiple of 64 KiB: not a firmware image, or truncated`);
  }
  const image = readFileSync(file);
  if (platform !== 'tdx') {
    const obstacle = obstacleWithoutTd(image);
    if (obstacle !== undefined) throw new Error(obstacle);
    return;
  }
  const findings = checkMetadata(parseMetadata(image), image);
  const refused = (vmm === 'auto' ? VMMS : [vmm]).map((name) => refusals(findings, name));
  // With a choice, an image is bad only if no VMM takes it.
  if (refused.some(({ length }) => length === 0)) return;
  throw new Error(refused[0]?.map(({ message }) => message).join('; '));
}
