/** What `explain` and `diagnose` say of the recording of a run, on any machine. */

import { openRecorded, recordedDigests } from '../boot/recorded-run.ts';
import { loadRecorded } from '../boot/recorded-scenario.ts';
import { replay } from '../boot/replay.ts';
import { type Booted, withDigests } from '../judge/booted.ts';
import type { MachineEvent, Verdict } from '../judge/events.ts';
import { diagnosisResult } from '../report/result.ts';
import { describeDiagnosis } from '../report/words.ts';
import { EXIT, type Streams } from './context.ts';

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

/** `tdx-boot diagnose DIR`: the recording is judged again by the scenario that it holds. */
export function diagnoseRecorded(directory: string, options: { json?: true }, { out }: Streams): number {
  const { loaded } = loadRecorded(directory);
  let verdict: Verdict | undefined;
  for (const event of replay(directory, loaded.scenario.rules)) {
    if (event.type === 'verdict') verdict = event.verdict;
  }
  if (verdict === undefined) throw new Error('the recording ended without a verdict');
  const { diagnosis, phase, timeline } = verdict;
  if (options.json === true) {
    const found = diagnosis === undefined ? null : diagnosisResult(diagnosis);
    out.json({ phase, diagnosis: found, sightings: [], omitted: 0, timeline });
  } else if (diagnosis === undefined) {
    out.line(`${directory}: nothing wrong was found, reached ${phase}`);
  } else {
    out.line(`${directory}: stopped in ${diagnosis.phase}: ${diagnosis.title}`);
    out.line(`  cause: ${diagnosis.cause} (${diagnosis.certainty})`);
    out.lines(describeDiagnosis(diagnosis, diagnosis.title).slice(1));
  }
  return diagnosis === undefined ? EXIT.passed : EXIT.failed;
}
