/** What was collected of a log by its end. */

import type { LogOrigin, Phase, Severity } from '../../words/words.ts';
import type { GoingOn, LastWords, Sighting } from '../diagnosis/input.ts';
import type { Told } from '../guilty/guilty.ts';
import { quoted } from '../quote.ts';
import type { LoggedBoot } from './boots.ts';
import type { Weight } from './complaints.ts';
import type { Line } from './line.ts';
import type { SpeakerId } from './speakers.ts';

/** A known failure line, in the boot that it belongs to; a later line may show that it belongs to another one. */
export interface Known extends Sighting {
  /** What the lines that follow tell of it. */
  title: string;
  fingerprint?: string;
  trace?: readonly string[];
  readonly severity: Severity;
  readonly speaker: SpeakerId;
  boot: LoggedBoot;
  /** How much life the boot had shown by then. */
  readonly reached: number;
  readonly orLater: boolean;
  goingOn?: GoingOn;
  /** As of a complaint. */
  readonly fromOutside: boolean;
  /** In seconds. */
  readonly kernelTime?: number;
}

/** What somebody said, and how much life the boot had shown by then. */
export interface Spoken {
  readonly line: number;
  readonly text: string;
  readonly speaker: SpeakerId;
  readonly program: string | undefined;
  readonly boot: LoggedBoot;
  readonly reached: number;
}

/** What the line says, of a boot that has shown so much life. */
export function spoken(
  { number, shown, speaker, peeled }: Line,
  { boot, reached }: Pick<Spoken, 'boot' | 'reached'>,
): Spoken {
  return { line: number, text: quoted(shown), speaker, program: peeled.program, boot, reached };
}

/** A complaint that no row knows. */
export interface Heard extends Spoken {
  readonly weight: Weight;
  /** A row knows the line and does not say why. */
  readonly symptom: boolean;
  /** A manager says how its program ended. */
  readonly aftermath: boolean;
  /** Somebody has ended the machine from outside: the line says so, or follows from it. */
  readonly fromOutside: boolean;
  /** The line before has announced it. */
  readonly announced: boolean;
  /** What the trace tells that the line begins. */
  told?: Told;
  /** How the program's end was told that complained so. */
  readonly end?: Heard;
}

/** A milestone, or the banner by which a machine that was reset began again. */
export interface Restart {
  readonly boot: LoggedBoot;
  readonly line: number;
  readonly phase: Phase;
  readonly title: string;
  readonly text?: string;
  /** What follows is no copy of the boot's log: a firmware starts, another kernel, or this one with other times. */
  readonly sure?: true;
}

/** The last line in which a program said that what it was asked for is well. */
export interface SoundProgram {
  readonly line: number;
  readonly title: string;
  /** It has started a guest, of which it says nothing. */
  readonly isStarted: boolean;
}

export interface Collected {
  readonly source: LogOrigin;
  readonly known: readonly Known[];
  readonly omitted: number;
  readonly complaints: readonly Heard[];
  /** The last words of failure that their own level calls none. */
  readonly murmur: Spoken | undefined;
  /** The last complaint that the catalog calls harmless, and its speaker an error. */
  readonly excused: Spoken | undefined;
  readonly timeline: readonly Restart[];
  readonly boots: readonly LoggedBoot[];
  /** The second boot's banner, and the guest's boot that was reset. */
  readonly reset?: Restart;
  /** How many lines the log has. */
  readonly lines: number;
  /** It was recorded from outside, while the guest booted; a command in a running guest prints less. */
  readonly fromOutside: boolean;
  /** The kernel of a confidential guest has said that it is one. */
  readonly confidentialSeen: boolean;
  readonly soundProgram?: SoundProgram;
  /** The VMM tells what it does, so its log has more than the complaints of a quiet one. */
  readonly vmmWorks: boolean;
  readonly last?: LastWords;
  /** The last line whose speaker is known. */
  readonly spoke?: Spoken;
}
