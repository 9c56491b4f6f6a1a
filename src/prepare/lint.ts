/** Lints a scenario and its files: the one check of `validate`, `run`, `explain` and the action. */

import { readFileSync, statSync } from 'node:fs';
import { inspectBootDisk } from '../guest/boot-disk.ts';
import { NotBzImageError } from '../guest/errors.ts';
import { checkFiles, type TdImage } from '../guest/files.ts';
import { isEdk2Image } from '../guest/firmware-image.ts';
import { driversOf } from '../guest/kernel-config.ts';
import { kernelRelease } from '../guest/kernel-image.ts';
import { type LintMessage, lint } from '../lint/lint.ts';
import type { KernelFile } from '../lint/rule.ts';
import { type LoadedScenario, toBoot } from '../scenario/load.ts';
import type { BootScenario } from '../scenario/scenario.ts';
import { ScenarioError } from '../scenario/text.ts';
import { findingsOfKeys, type KeyFindings } from '../tdx/key-rule.ts';
import { given } from '../words/given.ts';
import { demandOf } from './demand.ts';

/**
 * Checks everything that is known before the firmware is built.
 * @returns the warnings
 * @throws ScenarioError with all problems of the files, or with all errors of the lint
 */
export function requireSound(loaded: LoadedScenario): LintMessage[] {
  return requireNoErrors(lintScenario(loaded));
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
 * All messages, errors included; empty for a scenario that only judges logs.
 * @throws ScenarioError with all problems of the files
 */
export function lintScenario(loaded: LoadedScenario): LintMessage[] {
  const image = checkFiles(loaded);
  if (loaded.scenario.guest === undefined) return [];
  const { scenario, where } = toBoot(loaded);
  const { firmware, guest } = scenario;
  const { kernel, disks } = guest;
  return lint(
    {
      scenario,
      demand: demandOf(scenario),
      edk2Image: firmware !== undefined && 'image' in firmware && isEdk2Image(firmware.image),
      kernel: kernel === undefined ? undefined : kernelFile(kernel),
      disks: disks.map(inspectBootDisk),
      keys: image === undefined ? {} : keysOf(image, scenario),
    },
    where,
  );
}

/** Of an image that the scenario names: what tdx-boot builds has no keys. */
function keysOf({ image, metadata }: TdImage, { measuring, guest: { kernel } }: BootScenario): KeyFindings {
  const read = kernel === undefined ? undefined : (): Uint8Array => readFileSync(kernel);
  return findingsOfKeys(image, metadata, measuring?.events, read);
}

function kernelFile(file: string): KernelFile {
  const { size } = statSync(file);
  try {
    const release = kernelRelease(file);
    return { release, size, bzImage: true, ...given({ drivers: driversOf(file, release) }) };
  } catch (error) {
    if (error instanceof NotBzImageError) return { release: '', size, bzImage: false };
    throw error;
  }
}
