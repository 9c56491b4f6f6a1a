/** What a log that was read to its end means: nothing wrong, a known failure, or something wrong that is not known. */

import { given } from '../../words/given.ts';
import { PHASES, type Phase } from '../../words/words.ts';
import type { Sighting } from '../diagnosis/input.ts';
import type { Diagnosis } from '../events.ts';
import type { Collected } from './collected.ts';
import { KEPT } from './line.ts';
import { nearestRows } from './nearest.ts';
import { isHosts, placed } from './placing.ts';
import { type Conclusion, Reading } from './reading.ts';
import { lineOf } from './warnings.ts';

/** The three answers. `unknown`: something complains, or no line says how far the boot came. */
type Answer = 'nothing-wrong' | 'known' | 'unknown';

export interface LogReport {
  readonly answer: Answer;
  /** The furthest phase that the log shows; absent: no line is known. */
  readonly phase?: Phase;
  /** Absent: nothing wrong was found. */
  readonly diagnosis?: Diagnosis;
  /** False: the boot went on after what the diagnosis names. */
  readonly stopped: boolean;
  /** What a program said of what it was asked for, where nothing is wrong and no line shows a boot. */
  readonly sound?: string;
  /** Rows of the catalog with words of a complaint that none of them knows, the nearest first. */
  readonly nearest: readonly { readonly id: string; readonly title: string }[];
  /** The known failure lines, in order, warnings included; the first 1000 of them. */
  readonly sightings: readonly Sighting[];
  /** How many known failure lines are not among them. */
  readonly omitted: number;
  /** The milestones, in order. */
  readonly timeline: readonly { readonly line: number; readonly phase: Phase; readonly title: string }[];
}

const FIRMWARE = PHASES.indexOf('firmware');

export function answer(log: Collected): LogReport {
  const { diagnosis, phase, stopped, heard, sound } = concludeBeforeEnd(log) ?? new Reading(log).conclude();
  const sightings = log.known.map((known) => placed(known, log.source));
  return {
    answer:
      diagnosis === undefined ? 'nothing-wrong' : diagnosis.certainty === 'unknown' ? 'unknown' : 'known',
    ...given({ phase, diagnosis, sound }),
    stopped,
    nearest: heard === undefined ? [] : nearestRows(heard.text, diagnosis?.phase ?? 'vmm'),
    sightings: sightings.slice(0, KEPT),
    omitted: log.omitted + Math.max(0, sightings.length - KEPT),
    timeline: log.timeline.map(({ boot, line, phase, title }) => ({
      line,
      phase: isHosts(boot, log.source) ? 'host' : phase,
      title,
    })),
  };
}

/** What the lines before the end say of a guest that was ended from outside; undefined: they name no guest that stopped. */
function concludeBeforeEnd(log: Collected): Conclusion | undefined {
  const isOwn = ({ fromOutside }: { fromOutside: boolean }): boolean => !fromOutside;
  const end = [...log.known, ...log.complaints].find(({ fromOutside }) => fromOutside);
  if (end === undefined) return undefined;
  const known = log.known.filter(isOwn);
  const before = new Reading({ ...log, known, complaints: log.complaints.filter(isOwn) }).conclude();
  const { diagnosis, phase } = before;
  if (diagnosis === undefined || phase === undefined || PHASES.indexOf(phase) < FIRMWARE) return undefined;
  const isSaid = known.some(({ line }) => diagnosis.evidence.some((shown) => shown.line === line));
  return isSaid
    ? before
    : { ...before, diagnosis: { ...diagnosis, evidence: [...diagnosis.evidence, lineOf(end)] } };
}
