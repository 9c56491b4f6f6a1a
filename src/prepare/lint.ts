/** Lints a scenario and its files: the one check of `validate`, `run`, `explain` and the action. */

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inspectBootDisk } from '../guest/boot-disk.ts';
import { GuestError, NotBzImageError } from '../guest/errors.ts';
import { checkFiles, type TdImage } from '../guest/files.ts';
import { isEdk2Image } from '../guest/firmware-image.ts';
import { driversOf } from '../guest/kernel-config.ts';
import { kernelRelease } from '../guest/kernel-image.ts';
import { findModules, moduleLookup } from '../guest/modules.ts';
import { type LintMessage, lint, lintSteps } from '../lint/lint.ts';
import type { KernelFile } from '../lint/rule.ts';
import { lookAt } from '../process/directory.ts';
import { type LoadedScenario, toBoot } from '../scenario/load.ts';
import { type BootScenario, type Guest, hasRootDisk, makesInitrd } from '../scenario/scenario.ts';
import { ScenarioError } from '../scenario/text.ts';
import { hasMark } from '../tdx/firmware-volume.ts';
import { findingsOfKeys, type KeyFindings } from '../tdx/key-rule.ts';
import { patchSetupHeader } from '../tdx/setup-header.ts';
import { once } from '../words/once.ts';
import { demandOf } from './demand.ts';

/** What is known of kernels: the lints of one suite look at each kernel and its modules once. */
export type SeenKernels = Map<string, KernelFile>;

/**
 * Checks everything that is known before the firmware is built.
 * @returns the warnings
 * @throws ScenarioError with all problems of the files, or with all errors of the lint
 */
export function requireSound(loaded: LoadedScenario, seen?: SeenKernels): LintMessage[] {
  return requireNoErrors(lintScenario(loaded, seen));
}

/** @throws ScenarioError with all errors */
export function requireNoErrors(messages: LintMessage[]): LintMessage[] {
  const problems = messages.filter(({ severity }) => severity === 'error');
  if (problems.length > 0) {
    throw new ScenarioError(
      problems.map(({ where, message, hint }) => ({ where, message: `${message}. ${hint}` })),
    );
  }
  return messages;
}

/**
 * Checks what judges a log. The files that the scenario names are not looked at: the log may be of another machine.
 * @returns the warnings
 * @throws ScenarioError with all errors of the lint
 */
export function requireSoundSteps({ scenario, where }: LoadedScenario): LintMessage[] {
  return requireNoErrors(lintSteps({ scenario }, where));
}

/**
 * All messages, errors included; of a scenario that only judges logs those about its steps.
 * @throws ScenarioError with all problems of the files
 */
export function lintScenario(loaded: LoadedScenario, seen: SeenKernels = new Map()): LintMessage[] {
  const image = checkFiles(loaded);
  if (loaded.scenario.guest === undefined) return lintSteps(loaded, loaded.where);
  const { scenario, where } = toBoot(loaded);
  const { firmware, guest } = scenario;
  const { kernel, disks } = guest;
  return lint(
    {
      scenario,
      demand: demandOf(scenario),
      edk2Image: firmware !== undefined && 'image' in firmware && isEdk2Image(firmware.image),
      resetsCpus: () => image !== undefined && hasMark(image.image, 'resetsCpus'),
      kernel: kernel === undefined ? undefined : kernelOf(kernel, guest, seen),
      disks: disks.map(inspectBootDisk),
      keys: image === undefined ? {} : keysOf(image, scenario),
    },
    where,
  );
}

/** For an image that the scenario names: an image that tdx-boot builds has no keys. */
function keysOf({ image, metadata }: TdImage, scenario: BootScenario): KeyFindings {
  const { measuring, guest } = scenario;
  const { kernel, initrd, memory } = guest;
  if (kernel === undefined) return findingsOfKeys(image, metadata, measuring?.events, undefined);
  return findingsOfKeys(image, metadata, measuring?.events, () => {
    const file = readFileSync(kernel);
    if (makesInitrd(scenario)) return { file }; // its size is in QEMU's changes
    const content = initrd === undefined ? new Uint8Array() : readFileSync(initrd);
    return { file, changed: patchSetupHeader({ kernel: file, initrd: content, memory: BigInt(memory) }) };
  });
}

/**
 * Whether the probe gets a module; undefined for a guest whose own init loads modules. They are read when they are asked for. A
 * guest.modules without any is left to the preparation, which refuses it.
 */
function probeModules(
  file: string,
  release: string,
  guest: Guest,
): ((module: string) => boolean) | undefined {
  if (!probeIsInit(guest)) return undefined;
  const found = once(() => {
    const directory = findModules(file, release, guest.modules);
    return directory === undefined ? () => false : moduleLookup(directory);
  });
  return (module) => {
    try {
      return found()(module);
    } catch (error) {
      if (error instanceof GuestError) return true;
      throw error;
    }
  };
}

/** Whether the first init of the guest is the probe. What a tar archive has is not known here. */
function probeIsInit(guest: Guest): boolean {
  const { root, initrd } = guest;
  if (hasRootDisk(guest)) return initrd === undefined || initrd === 'probe';
  if (initrd !== 'probe') return false;
  return (
    root === undefined || (statSync(root.path).isDirectory() && lookAt(join(root.path, 'init')) === undefined)
  );
}

function kernelOf(file: string, guest: Guest, seen: SeenKernels): KernelFile {
  const key = JSON.stringify([file, guest.modules, probeIsInit(guest)]);
  const found = seen.get(key) ?? kernelFile(file, guest);
  seen.set(key, found);
  return found;
}

function kernelFile(file: string, guest: Guest): KernelFile {
  const { size } = statSync(file);
  try {
    const release = kernelRelease(file);
    const driver = driversOf(file, release, probeModules(file, release, guest));
    return { release, size, bzImage: true, driver };
  } catch (error) {
    if (error instanceof NotBzImageError) return { release: '', size, bzImage: false };
    throw error;
  }
}
