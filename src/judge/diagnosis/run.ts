/** What the diagnosis looks at, gathered from a judged run. */

import type { BuildType, StreamName } from '../../words/words.ts';
import type { Finding, VmEnd } from '../events.ts';
import type { Findings } from '../findings.ts';
import type { StreamWatch } from '../watch.ts';
import type { DiagnosisInput, LastWords, Sighting } from './input.ts';

/** What the judge knows at the end. */
export interface RunState {
  readonly findings: Pick<Findings, 'list' | 'seen' | 'phase'>;
  readonly watches: readonly StreamWatch[];
  readonly awaited: StreamName | undefined;
  readonly vm: { readonly state: VmEnd; readonly detail: string } | undefined;
  readonly driven: readonly string[];
  readonly busy: number | undefined;
  readonly firmwareBuild: BuildType | undefined;
  readonly silenceExpected: string | undefined;
}

/** @param cause the finding that decided */
export function diagnosisInput(cause: Finding, run: RunState): DiagnosisInput {
  const { list, seen, phase } = run.findings;
  const { kind, title, hint, stream, line, text, evidence } = cause;
  const { awaited, vm, driven, busy, firmwareBuild, silenceExpected } = run;
  const quoted = stream !== undefined && line !== undefined && text !== undefined;
  return {
    ended: kind,
    reason: title,
    hint,
    ...(quoted ? { line: { stream, line, text } } : {}),
    ...(evidence === undefined ? {} : { evidence }),
    sightings: sightings(list, ({ outcome }) => outcome !== undefined),
    hints: sightings(list, ({ outcome, allowed }) => outcome === undefined && allowed === undefined),
    phase,
    seen: [...seen],
    lastWords: run.watches.flatMap(lastWords),
    driven,
    ...(awaited === undefined ? {} : { awaited }),
    ...(vm === undefined ? {} : { vm }),
    ...(busy === undefined ? {} : { busy }),
    ...(firmwareBuild === undefined ? {} : { firmwareBuild }),
    ...(silenceExpected === undefined ? {} : { silenceExpected }),
  };
}

function sightings(list: readonly Finding[], counts: (finding: Finding) => boolean): Sighting[] {
  return list.flatMap((finding) =>
    finding.kind === 'signature' && finding.text !== undefined && counts(finding)
      ? [{ ...finding, text: finding.text }]
      : [],
  );
}

function lastWords(watch: StreamWatch): LastWords[] {
  const { stream, lastOutput: time } = watch;
  const [text] = watch.recentLines(1);
  return text === undefined || time === undefined ? [] : [{ stream, time, text }];
}
