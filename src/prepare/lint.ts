/** Lints a scenario and its files: the one check of `validate`, `run`, `explain` and the action. */

import { readFileSync, statSync } from 'node:fs';
import { inspectBootDisk } from '../guest/boot-disk.ts';
import { NotBzImageError } from '../guest/errors.ts';
import { checkFiles } from '../guest/files.ts';
import { isEdk2Image } from '../guest/firmware-image.ts';
import { driversOf } from '../guest/kernel-config.ts';
import { kernelRelease } from '../guest/kernel-image.ts';
import { type LintMessage, lint } from '../lint/lint.ts';
import type { KernelFile } from '../lint/rule.ts';
import { type LoadedScenario, toBoot } from '../scenario/load.ts';
import type { BootScenario } from '../scenario/scenario.ts';
import { ScenarioError } from '../scenario/text.ts';
import { whyKeysProtectNothing } from '../tdx/key-rule.ts';
import { parseMetadata } from '../tdx/metadata.ts';
import { given } from '../words/given.ts';
import { isTrustDomain } from '../words/words.ts';
import { demandOf } from './demand.ts';

/**
 * Checks everything that is known before the firmware is built.
 * @returns the warnings
 * @throws ScenarioError with all problems of the files, or with all errors of the lint
 */
export function requireSound(loaded: LoadedScenario): LintMessage[] {
  checkFiles(loaded);
  const messages = lintScenario(loaded);
  const problems = messages.filter(({ severity }) => severity === 'error');
  if (problems.length > 0) {
    throw new ScenarioError(
      problems.map(({ where, message, hint }) => ({ where, message: `${message}. ${hint}` })),
    );
  }
  return messages;
}

/** All messages, errors included; empty for a scenario that only judges logs. The files have to be sound. */
export function lintScenario(loaded: LoadedScenario): LintMessage[] {
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
      keysNotRead: keysNotRead(scenario),
    },
    where,
  );
}

/** Of an image that the scenario names: what tdx-boot builds has no keys. */
function keysNotRead({ platform, firmware, measuring }: BootScenario): string | undefined {
  if (!isTrustDomain(platform) || firmware === undefined || !('image' in firmware)) return undefined;
  const image = readFileSync(firmware.image);
  return whyKeysProtectNothing(image, parseMetadata(image), { profile: measuring?.events });
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
