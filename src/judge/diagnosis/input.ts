/** What the explanations look at: how the run ended and what was seen of it, live or in a log. */

import { type BuildType, isGuestStream, type Phase, type StreamName } from '../../words/words.ts';
import type { BootTime, Evidence, Finding, FindingKind, VmEnd } from '../events.ts';
import type { NearMiss } from '../near-miss.ts';
import type { GuestKind } from './hints.ts';

/** `tries`: who prints it retries, falls back or ignores the failure; `informs`: it logs the line as information. */
export type GoingOn = 'tries' | 'informs';

/** A known failure line. */
export type Sighting = Pick<
  Finding,
  'id' | 'title' | 'hint' | 'phase' | 'severity' | 'fingerprint' | 'trace'
> &
  Evidence & {
    /** The speaker says, in the line or right after it, that it goes on: then the line is at most a likely cause. */
    readonly goingOn?: GoingOn;
  };

export interface DiagnosisInput {
  /** What ended the run; `log`: a log that just ends, judged without a scenario. */
  readonly ended: FindingKind | 'log';
  /** The title and the hint of what ended it. */
  readonly reason: string;
  readonly hint: string;
  /** The line that ended it, where there is one. */
  readonly line?: Evidence;
  /** What else shows what ended it. */
  readonly evidence?: readonly Evidence[];
  /** Known failure lines that count, in the order in which they were seen. */
  readonly sightings: readonly Sighting[];
  /** Known lines that count only as the cause of one that does: warnings. */
  readonly hints?: readonly Sighting[];
  /** The furthest phase that was reached. */
  readonly phase: Phase;
  /** Ids of the milestones and of a host's signs that were seen, the latest last. */
  readonly seen: readonly string[];
  /** The last line of each stream that spoke. */
  readonly lastWords: readonly LastWords[];
  /** The line that comes closest to what an open step waits for, and what differs. */
  readonly nearMiss?: NearMiss | undefined;
  /** The stream that an open step listens to, if it names one. */
  readonly awaited?: StreamName;
  /** The stream into which the last text was typed, where that stream has never printed anything. */
  readonly typedUnheard?: StreamName;
  readonly vm?: { readonly state: VmEnd; readonly detail: string };
  /** Devices that a driver in the guest has set up, as far as the VMM tells; absent of a log. */
  readonly driven?: readonly string[];
  /** CPUs that the VMM wanted in the last silence; absent: not measured. */
  readonly busy?: number;
  /** Absent: nothing is known, as of a log. */
  readonly guest?: GuestKind;
  readonly firmwareBuild?: BuildType;
  /** What the compatibility table says of this combination. */
  readonly silenceExpected?: string;
  /** How long a guest of this size may take; absent: it has no size that takes long, or nothing is known. */
  readonly bootTime?: BootTime;
  /** When the run ended, in milliseconds since the VMM was started. */
  readonly ranFor?: number;
}

/** A stream's last sign of life; `time` in milliseconds, of a live run only. */
export interface LastWords extends Evidence {
  readonly stream?: StreamName;
  readonly time?: number;
  /** Lines before it, the latest last. */
  readonly before?: readonly string[];
}

/** So many lines are kept before the last words. */
export const BEFORE = 30;

/** A guest that computes wants most of a CPU, and a guest that waits wants next to nothing. Between the two, neither holds. */
export const isBusy = ({ busy }: DiagnosisInput): boolean => busy !== undefined && busy >= 0.5;
export const isIdle = ({ busy }: DiagnosisInput): boolean => busy !== undefined && busy <= 0.1;

/** No stream of the guest said anything. */
export const isMute = ({ lastWords }: DiagnosisInput): boolean =>
  lastWords.every(({ stream }) => stream !== undefined && !isGuestStream(stream));

/** The guest drives devices, so it runs, and no stream shows anything. */
export const isUnheard = (facts: DiagnosisInput): boolean => isMute(facts) && (facts.driven ?? []).length > 0;

/** The run ended without an error: by a deadline, by silence, or because the log ends. */
export const isSilent = ({ ended }: DiagnosisInput): boolean =>
  ended === 'silence' || ended === 'timeout' || ended === 'missing' || ended === 'log';

/** The guest of this size may still be on its way to its first process: it computes, and others took longer. */
export const isOnItsWay = (facts: DiagnosisInput): boolean =>
  isSilent(facts) &&
  isBusy(facts) &&
  facts.bootTime !== undefined &&
  facts.ranFor !== undefined &&
  facts.ranFor < facts.bootTime.most;

/** The last milestone of the guest. */
export const lastSeen = ({ seen }: DiagnosisInput): string | undefined =>
  seen.findLast((id) => !id.startsWith('host-'));
