/** Whether files are still what they were when something was computed from them. */

import { statSync } from 'node:fs';
import type { BootScenario, FirmwareFiles } from '../scenario/scenario.ts';
import { makesInitrd } from '../scenario/scenario.ts';
import { HostError } from '../words/errors.ts';

/** The files of a scenario that a prediction of its registers reads. */
export function predictedFiles(scenario: BootScenario, firmware: FirmwareFiles | undefined): string[] {
  const { kernel, initrd, disks } = scenario.guest;
  return [
    ...(firmware !== undefined && 'image' in firmware ? [firmware.image] : []),
    ...(kernel === undefined ? [] : [kernel]),
    ...(initrd === undefined || makesInitrd(scenario) ? [] : [initrd]),
    ...disks.map(({ path }) => path),
  ];
}

/**
 * Looks at files before something is computed from them.
 * @returns a check for later, which throws HostError code `file-changed` with the first file that has changed. Otherwise the guest
 * would be charged with a register that no longer is what was predicted.
 */
export function watchFiles(files: readonly string[]): () => void {
  const before = files.map(stampOf);
  return () => {
    for (const [index, file] of files.entries()) {
      if (stampOf(file) === before[index]) continue;
      throw new HostError(
        'file-changed',
        `${file} has changed since the registers were predicted from it: the guest would boot another file`,
        { hint: 'Run again, and write to the file before or after a run, or boot a copy.' },
      );
    }
  };
}

/** Where a file cannot be read, its reader says why. */
function stampOf(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? 'gone' : `${stat.dev} ${stat.ino} ${stat.size} ${stat.mtimeNs}`;
}
