/** What `explain` says of the recording of a run, on any machine. */

import { openRecorded, recordedDigests } from '../boot/recorded-run.ts';
import { type Booted, withDigests } from '../judge/booted.ts';
import type { MachineEvent } from '../judge/events.ts';

/** The start of a VMM of which the recording says what it booted. */
export type Launch = Extract<MachineEvent, { type: 'launch' }> & { readonly booted: Booted };

/** What was started. Undefined of a run that was refused, and of a recording of an older tdx-boot. */
export function launchOf(directory: string): Launch | undefined {
  for (const event of openRecorded(directory, 'console').events) {
    if (event.type === 'launch')
      return event.booted && { ...event, booted: withDigests(event.booted, recordedDigests(directory)) };
  }
  return undefined;
}

/** What was booted, line by line; without the commands. */
export function describeBooted({ vmm, files, firmware, mrtd }: Booted): string[] {
  const digests = files.map(
    ({ role, path, bytes, sha256 }) =>
      `${role}: ${path} (${bytes} bytes, ${sha256 === null ? 'no digest' : `SHA-256 ${sha256}`})`,
  );
  const build = firmware === null ? [] : [describeBuild(firmware)];
  return [
    `VMM: ${vmm.name} ${vmm.version ?? '(version not known)'}, ${vmm.path}`,
    ...digests,
    ...build,
    ...(mrtd === null ? [] : [`MRTD: ${mrtd}`]),
  ];
}

function describeBuild({ recipe, build, from, commit, key }: NonNullable<Booted['firmware']>): string {
  return `firmware: ${recipe} (${build}), built from ${from}${commit === null ? '' : ` at ${commit}`}: ${key}`;
}
