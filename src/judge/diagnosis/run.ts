/** What the diagnosis looks at, gathered from a judged run. */

import type { Expect } from '../../scenario/scenario.ts';
import { given } from '../../words/given.ts';
import type { BuildType, StreamName } from '../../words/words.ts';
import type { BootTime, Finding, FindingKind, VmEnd } from '../events.ts';
import type { Findings } from '../findings.ts';
import { markGoingOn } from '../log/going-on.ts';
import { nearMiss, type PrintedLine } from '../near-miss.ts';
import type { StreamWatch } from '../watch.ts';
import type { GuestKind } from './hints.ts';
import { BEFORE, type DiagnosisInput, type LastWords } from './input.ts';

/** What the judge knows at the end. */
export interface RunState {
  readonly findings: Pick<Findings, 'list' | 'seen' | 'phase'>;
  readonly watches: readonly StreamWatch[];
  /** What the first open step waits for. */
  readonly awaited: Expect | undefined;
  readonly typedInto: StreamName | undefined;
  readonly vm: { readonly state: VmEnd; readonly detail: string } | undefined;
  readonly driven: readonly string[];
  readonly busy: number | undefined;
  readonly guest: GuestKind;
  readonly firmwareBuild: BuildType | undefined;
  readonly silenceExpected: string | undefined;
  readonly bootTime: BootTime | undefined;
}

/** Endings of a run that waited for a step. */
const WAITED: readonly FindingKind[] = ['missing', 'silence', 'timeout', 'exit'];

/** @param cause the finding that decided */
export function diagnosisInput(cause: Finding, run: RunState): DiagnosisInput {
  const { list, seen, phase } = run.findings;
  const { kind, title, hint, stream, line, text, evidence, time } = cause;
  const { awaited, typedInto, vm, driven, busy, firmwareBuild, silenceExpected, bootTime } = run;
  const quoted = stream !== undefined && line !== undefined && text !== undefined;
  return {
    ended: kind,
    reason: title,
    hint,
    ...(quoted ? { line: { stream, line, text } } : {}),
    ...given({ evidence }),
    ...sightings(list),
    phase,
    seen: [...seen],
    lastWords: run.watches.flatMap(lastWords),
    driven,
    ...(typedInto === undefined ||
    run.watches.some(({ stream: on, lastOutput }) => on === typedInto && lastOutput !== undefined)
      ? {}
      : { typedUnheard: typedInto }),
    guest: run.guest,
    ...given({ awaited: awaited?.stream }),
    ...(awaited === undefined || !WAITED.includes(kind)
      ? {}
      : { nearMiss: nearMiss(awaited, run.watches.flatMap(printed)) }),
    ...given({ vm, busy, firmwareBuild, silenceExpected }),
    ...(bootTime === undefined ? {} : { bootTime, ranFor: time }),
  };
}

/** A failure after which its own program goes on counts only as a hint, as in a log, unless no other line has failed. */
function sightings(list: readonly Finding[]): Pick<DiagnosisInput, 'sightings' | 'hints'> {
  const known = list.flatMap((finding) =>
    finding.kind === 'signature' && finding.text !== undefined && finding.allowed === undefined
      ? [{ ...finding, text: finding.text }]
      : [],
  );
  const marked = markGoingOn(known);
  const failed = marked.filter((_, index) => known[index]?.outcome !== undefined);
  const final = failed.filter(({ goingOn }) => goingOn === undefined);
  const failures = final.length > 0 ? final : failed;
  return { sightings: failures, hints: marked.filter((sighting) => !failures.includes(sighting)) };
}

function printed(watch: StreamWatch): PrintedLine[] {
  return watch.printed().map((line) => ({ stream: watch.stream, ...line }));
}

function lastWords(watch: StreamWatch): LastWords[] {
  const { stream, lastOutput: time } = watch;
  const lines = watch.recentLines(BEFORE + 1);
  // A stream of which nothing can be read, such as zeros, is not mute.
  const text = lines.at(-1) ?? '';
  return time === undefined ? [] : [{ stream, time, text, before: lines.slice(0, -1) }];
}
