/** Checks the files that a scenario names before anything is started: they are there, and are what they should be. */

import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { candidates } from '../compat/choose.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Problem, ScenarioError } from '../scenario/text.ts';
import { formatPath, type Path } from '../scenario/tree.ts';
import { findObstacles, obstacleWithoutTd, refusals } from '../tdx/check.ts';
import { parseMetadata, type TdvfMetadata } from '../tdx/metadata.ts';
import { messageOf, TdxBootError, UsageError } from '../words/errors.ts';
import { isTrustDomain, VMMS } from '../words/words.ts';
import { requireInitrd } from './content.ts';
import { checkDisk } from './disk.ts';
import { NotBzImageError } from './errors.ts';
import { requireDirectory, requireFile, requireProgram, requireReadable } from './file.ts';
import { requireFlash, requireWholeFirmware } from './firmware-image.ts';
import { kernelRelease } from './kernel-image.ts';
import { requireVmlinux } from './symbols.ts';
import { TAR_NAME } from './tar.ts';

/** The firmware image of a Trust Domain. */
export interface TdImage {
  readonly image: Uint8Array;
  readonly metadata: TdvfMetadata;
}

/**
 * Checks every file that a run of this scenario would open.
 * @returns the image that a scenario of a Trust Domain names
 * @throws ScenarioError with all problems, each pointing at the line that names the file
 */
export function checkFiles({ scenario, where }: LoadedScenario): TdImage | undefined {
  const problems: Problem[] = [];
  const check = (path: Path, file: string | undefined, test: (file: string) => void): void => {
    if (file === undefined) return;
    try {
      test(file);
    } catch (error) {
      problems.push({ where: where(path), message: `${formatPath(path)}: ${file}: ${complaintOf(error)}` });
    }
  };
  const { guest, firmware, measuring, vmmPath } = scenario;
  check(['vmm-path'], vmmPath, requireProgram);
  check(['guest', 'kernel'], guest?.kernel, (file) => checkKernel(file, firmware !== undefined));
  check(['guest', 'initrd'], guest?.initrd === 'probe' ? undefined : guest?.initrd, (file) => {
    requireFile(file);
    requireInitrd(file);
  });
  check(['guest', 'root'], guest?.root?.path, requireRoot);
  for (const { source } of guest?.files ?? []) check(['guest', 'files', source], source, requireReadable);
  for (const { source } of guest?.shares ?? []) check(['guest', 'shares', source], source, requireDirectory);
  check(['guest', 'vmlinux'], guest?.vmlinux, requireVmlinux);
  check(['guest', 'modules'], guest?.modules, requireDirectory);
  check(['guest', 'memory-backend', 'path'], guest?.memoryBackend?.path, requirePlace);
  for (const [index, disk] of (guest?.disks ?? []).entries()) {
    check(['guest', 'disks', index], disk.path, (file) => {
      requireFile(file);
      checkDisk(disk);
    });
  }
  check(['measurements', 'acpi-tables'], measuring?.acpiTables, requireFile);
  check(['measurements', 'smbios'], measuring?.smbios, requireFile);
  check(['measurements', 'efi-variables'], measuring?.efiVariables, requireReadable);
  let image: TdImage | undefined;
  if (firmware !== undefined && 'image' in firmware) {
    check(['firmware'], firmware.image, (file) => {
      image = checkImage(file, scenario);
    });
  }
  if (firmware !== undefined && 'code' in firmware) {
    check(['firmware', 'code'], firmware.code, (file) => requireFlash(file, 'code'));
    check(['firmware', 'vars'], firmware.vars, (file) => requireFlash(file, 'vars'));
  }
  if (problems.length > 0) throw new ScenarioError(problems);
  return image;
}

/**
 * Checks the image of a firmware that was built for a scenario.
 * @throws ScenarioError that points at the scenario's firmware
 */
export function requireFirmware(image: string, { scenario, where }: LoadedScenario): void {
  try {
    checkImage(image, scenario);
  } catch (error) {
    const message = `firmware: ${image}: ${messageOf(error)}`;
    throw new ScenarioError([{ where: where(['firmware']), message }]);
  }
}

/**
 * Checks one kernel that was named on the command line.
 * @throws UsageError code `bad-kernel`
 */
export function requireKernel(file: string): void {
  try {
    checkKernel(file, false);
  } catch (error) {
    throw new UsageError('bad-kernel', `${file}: ${complaintOf(error)}`);
  }
}

/** What is wrong, and what to do about it where the error says so. */
function complaintOf(error: unknown): string {
  const hint = error instanceof TdxBootError ? error.hint : undefined;
  return hint === undefined ? messageOf(error) : `${messageOf(error)}. ${hint}`;
}

/** A directory, or an archive whose name says that it is tar. */
function requireRoot(path: string): void {
  requireReadable(path);
  if (statSync(path).isFile() && !TAR_NAME.test(path)) {
    throw new Error('is neither a directory nor a .tar, .tar.gz, .tgz or .tar.zst');
  }
}

/** A unified kernel image is no bzImage, but a UEFI firmware can start it. */
function checkKernel(file: string, hasFirmware: boolean): void {
  requireFile(file);
  try {
    kernelRelease(file);
  } catch (error) {
    if (!(hasFirmware && error instanceof NotBzImageError && error.efiProgram)) throw error;
  }
}

/**
 * A Trust Domain needs an image with TDX metadata that its VMM accepts: without, it would hang without a byte of output.
 */
function checkImage(file: string, { platform, vmm }: Scenario): TdImage | undefined {
  requireFile(file);
  requireWholeFirmware(file);
  const image = readFileSync(file);
  if (!isTrustDomain(platform)) {
    const obstacle = obstacleWithoutTd(image);
    if (obstacle !== undefined) throw new Error(obstacle);
    return undefined;
  }
  const metadata = parseMetadata(image);
  const obstacles = findObstacles(metadata, image);
  // The TD monitor takes what one of the VMMs takes.
  const names = platform === 'tdx-emulated' ? VMMS : candidates(vmm, platform);
  const refused = names.map((name) => refusals(obstacles, name));
  // Where the scenario leaves the VMM open, an image is bad only if no VMM takes it.
  if (refused.some(({ length }) => length === 0)) return { image, metadata };
  throw new Error(refused[0]?.map(({ message }) => message).join('; '));
}

/** QEMU makes a file in a directory, and takes a file as it is, or makes one (backends/hostmem-file.c). */
function requirePlace(path: string): void {
  if (existsSync(path)) return;
  requireDirectory(dirname(path));
}
