/** What a scenario asserts of the measurement registers of its Trust Domain. */

import { REGISTERS } from '../tdx/names.ts';
import { isTrustDomain } from '../words/words.ts';
import type { Assertion, Guest, Where } from './scenario.ts';
import type { ScenarioFile } from './schema.ts';
import type { Path } from './tree.ts';

type Asserted = NonNullable<ScenarioFile['measurements']>;

/** The word on the guest's command line that makes the probe print its event log. */
export const PROBE_PRINTS_LOG = 'tdx-boot.probe=ccel';

/** The assertions, in the order of the registers. */
export function assertionsOf(asserted: Asserted, where: (path: Path) => Where): Assertion[] {
  return REGISTERS.flatMap((register) => {
    const holds = asserted[register]?.toLowerCase();
    return holds === undefined ? [] : [{ register, holds, where: where(['measurements', register]) }];
  });
}

/** The reasons why assertions of this file can never hold, each with its place. */
export function measurementProblems(
  { measurements, platform }: ScenarioFile,
  guest: Guest | undefined,
): { readonly path: Path; readonly message: string }[] {
  if (measurements === undefined) return [];
  const path = ['measurements'];
  if (platform !== undefined && !isTrustDomain(platform)) {
    const message = `measurements: a guest on platform ${platform} has no measurements`;
    return [{ path, message }];
  }
  const asserted = REGISTERS.filter((register) => measurements[register] !== undefined);
  if (asserted.length === 0) {
    return [{ path, message: `measurements asserts no register: give one of ${REGISTERS.join(', ')}` }];
  }
  const replayed = asserted.find((register) => measurements[register] === 'replay');
  if (replayed === undefined || guest?.initrd !== 'probe' || printsLog(guest.cmdline)) return [];
  const message = `measurements.${replayed}: replay needs the event log: add ${PROBE_PRINTS_LOG} to guest.cmdline`;
  return [{ path: [...path, replayed], message }];
}

/** Whether the guest's event log is needed. */
export function needsLog({ measurements = {} }: ScenarioFile): boolean {
  return REGISTERS.some((register) => measurements[register] === 'replay');
}

function printsLog(cmdline = ''): boolean {
  return cmdline.split(' ').includes(PROBE_PRINTS_LOG);
}
