/** What a scenario file asks of the judge, with final values. */

import { given } from '../../words/given.ts';
import { durationGiven, parseDuration } from '../../words/units.ts';
import { type BuildType, isTrustDomain, type Platform, type StreamName } from '../../words/words.ts';
import { consoles } from '../cmdline.ts';
import { assertionsOf } from '../measurements.ts';
import type { Allow, Forbid, JudgeRules, Scenario } from '../scenario.ts';
import type { ScenarioFile } from '../schema.ts';
import type { Path } from '../tree.ts';
import type { Reading } from './reading.ts';
import { checkWithin, probeSteps, readSteps } from './steps.ts';

const MINUTE = 60_000;
/** A panic often follows what a step expects within a second: an init that dies, a driver that is loaded late. */
const DEFAULT_SETTLE_MS = 1000;

/**
 * @param probe whether the guest is the probe, which has steps of its own
 * @param firmwareBuild absent where it is not known
 */
export function readRules(
  reading: Reading,
  probe: boolean,
  firmwareBuild: BuildType | undefined,
): JudgeRules {
  const { file } = reading;
  const before = reading.problems.length;
  const steps = readSteps(reading);
  const understood = reading.problems.length === before;
  // Steps for other platforms count as steps: the default pattern does not replace them.
  const written = (file.steps ?? []).length > 0;
  const own = probe && !written;
  if (understood && !own && steps.every(({ kind }) => kind === 'send')) {
    const here = written ? `no step holds on platform ${reading.platform} (when)` : 'no steps';
    const lacks = steps.length === 0 ? here : 'no step expects or runs anything';
    reading.complain(
      file.steps === undefined ? [] : ['steps'],
      `${lacks}: a pass would mean nothing. Say what the console must show, as in steps: [{ expect: "login: " }]`,
    );
  }
  const timeoutMs = file.timeout === undefined ? 5 * MINUTE : parseDuration(file.timeout);
  const silenceMs = durationGiven(file.silence);
  if (silenceMs !== undefined && silenceMs >= timeoutMs) {
    const message = `silence (${file.silence}) is not shorter than timeout (${file.timeout ?? '5m'})`;
    reading.complain(['silence'], message);
  }
  checkWithin(reading, timeoutMs);
  // An agent serves for as long as the guest runs.
  const mounts = Object.values(file.guest?.shares ?? {}).some(
    (share) => typeof share === 'string' || share.target !== undefined,
  );
  const waits = file.collect !== undefined || mounts;
  const stop = file.stop ?? (own && !waits ? 'on-exit' : 'after-last-step');
  if (file.settle !== undefined && stop === 'on-exit') {
    const message = 'settle has no effect with stop: on-exit: the guest is watched to its end';
    reading.complain(['settle'], message);
  }
  return {
    steps: own ? probeSteps(reading) : steps,
    forbid: (file.forbid ?? []).flatMap((entry, index) => readForbid(reading, entry, ['forbid', index])),
    allow: (file.allow ?? []).flatMap((entry, index) => readAllow(reading, entry, ['allow', index])),
    ktap: file.ktap ?? 'fail',
    failOn: file['fail-on'] ?? 'error',
    timeoutMs,
    stop,
    settleMs: file.settle === undefined ? DEFAULT_SETTLE_MS : parseDuration(file.settle),
    tdEvidence: file['td-evidence'] ?? (isTrustDomain(file.platform) ? 'required' : 'optional'),
    ...given({
      silenceMs,
      platform: file.platform,
      measurements: file.measurements && assertionsOf(file.measurements, (path) => reading.where(path)),
      firmwareBuild,
    }),
    ...(file.guest?.kernel !== undefined && file.firmware === undefined ? { directKernel: true } : {}),
    ...(namesNoConsole(file, probe) ? { consoleUnnamed: true } : {}),
    ...(probe ? { probe: true as const } : {}),
  };
}

/** Of a kernel that the VMM or the firmware is given. The default command line of the probe guest names a console. */
function namesNoConsole({ guest: { kernel, cmdline } = {} }: ScenarioFile, probe: boolean): boolean {
  const hasDefault = probe && cmdline === undefined;
  return kernel !== undefined && !hasDefault && consoles(cmdline).length === 0;
}

function readForbid(
  reading: Reading,
  entry: NonNullable<ScenarioFile['forbid']>[number],
  path: Path,
): Forbid[] {
  const [text, at, stream, when]: [string, Path, StreamName | undefined, Platform | Platform[] | undefined] =
    typeof entry === 'string'
      ? [entry, path, undefined, undefined]
      : [entry.pattern, [...path, 'pattern'], entry.stream, entry.when];
  if (!reading.applies(when)) return [];
  const pattern = reading.pattern(text, at);
  if (pattern === undefined) return [];
  return [{ pattern, where: reading.where(path), ...given({ stream }) }];
}

/** The texts that {@link Scenario.unforbidden} has. An empty list says that nothing is to be forbidden. */
export function readUnforbidden(reading: Reading): Scenario['unforbidden'] {
  if (reading.file.forbid?.length === 0) return undefined;
  const dropped = reading.dropped(['forbid']).map(({ value, where }) => {
    const pattern = typeof value === 'object' && value !== null && 'pattern' in value ? value.pattern : value;
    return { text: String(pattern), where };
  });
  return dropped.length === 0 ? undefined : dropped;
}

function readAllow(reading: Reading, entry: NonNullable<ScenarioFile['allow']>[number], path: Path): Allow[] {
  const pattern = reading.pattern(entry.match, [...path, 'match']);
  return pattern === undefined ? [] : [{ pattern, reason: entry.reason }];
}
