/** The lint of a scenario with what its files say: the one check of `validate`, `run`, `explain` and the action. */

import { statSync } from 'node:fs';
import { possibleChoices } from '../compat/choose.ts';
import { inspectBootDisk } from '../guest/boot-disk.ts';
import { NotBzImageError } from '../guest/errors.ts';
import { checkFiles, diskFormat } from '../guest/files.ts';
import { kernelInfoOf } from '../guest/modules.ts';
import { type LintMessage, lint } from '../lint/lint.ts';
import type { KernelFile } from '../lint/rule.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { ScenarioError } from '../scenario/text.ts';
import { HostError } from '../words/errors.ts';
import type { VmmName } from '../words/words.ts';
import { combinationOf } from './combination.ts';

/**
 * Everything that can be said of a scenario before its firmware is built.
 * @returns what to warn of
 * @throws ScenarioError with all problems of the files, or with all errors of the lint
 */
export function requireSound(loaded: LoadedScenario): LintMessage[] {
  checkFiles(loaded);
  const findings = lintScenario(loaded);
  const problems = findings.filter(({ severity }) => severity === 'error');
  if (problems.length > 0) {
    throw new ScenarioError(
      problems.map(({ where, message, hint }) => ({ where, message: `${message}. ${hint}` })),
    );
  }
  return findings;
}

/** All findings, errors too. The files of the scenario have to be sound. */
export function lintScenario({ scenario, where }: LoadedScenario): LintMessage[] {
  const { guest, firmware } = scenario;
  if (guest === undefined) return [];
  const wish = combinationOf(scenario);
  const possible = vmmsFor(scenario.vmm, wish);
  const findings = lint(
    {
      scenario,
      guest,
      firmware: wish.firmware,
      build: firmware !== undefined && 'request' in firmware ? firmware.request.build : undefined,
      kernel: guest.kernel === undefined ? undefined : kernelFacts(guest.kernel),
      disks: guest.disks.map((disk) => (diskFormat(disk) === 'raw' ? inspectBootDisk(disk.path) : undefined)),
      vmms: possible instanceof HostError ? [] : possible,
    },
    where,
  );
  // A rule of its own says it better.
  if (!(possible instanceof HostError) || findings.some(({ severity }) => severity === 'error')) {
    return findings;
  }
  const { message, hint = '' } = possible;
  const reference = 'docs/compatibility.md';
  return [
    { rule: 'combination', severity: 'error', where: where(['firmware']), message, hint, reference },
    ...findings,
  ];
}

/** The VMMs that may boot it on some host, or why none does on any. */
function vmmsFor(
  vmm: 'auto' | VmmName,
  wish: ReturnType<typeof combinationOf>,
): readonly VmmName[] | HostError {
  try {
    return possibleChoices(vmm, wish).map(({ combination }) => combination.vmm.name);
  } catch (error) {
    if (error instanceof HostError) return error;
    throw error;
  }
}

function kernelFacts(file: string): KernelFile {
  const { size } = statSync(file);
  try {
    return { release: kernelInfoOf(file).release, size, bzImage: true };
  } catch (error) {
    if (error instanceof NotBzImageError) return { release: '', size, bzImage: false };
    throw error;
  }
}
