/** What the line judge shares with the judge. */

import type { JudgeRules } from '../scenario/scenario.ts';
import type { StreamName } from '../words/words.ts';
import type { CommandJudge } from './commands.ts';
import type { MachineEvent } from './events.ts';
import type { Findings } from './findings.ts';
import type { Rulebook } from './rulebook.ts';
import type { Shown } from './shown.ts';
import type { StepProgress } from './steps.ts';
import type { GuestTests } from './tests.ts';
import type { StreamWatch } from './watch.ts';

export interface Bench {
  readonly rules: JudgeRules;
  readonly book: Rulebook;
  readonly progress: StepProgress;
  readonly findings: Findings;
  readonly commands: CommandJudge;
  readonly shown: Shown;
  /** Judges what a line of a console amounts to. */
  receive(event: MachineEvent): void;
  readonly tests: GuestTests;
  /** True once there is a verdict: nothing that follows counts. */
  over(): boolean;
  /** Ends a good run whose last step was met on this stream. */
  endIfDone(reading: StreamWatch): void;
  watch(stream: StreamName): StreamWatch;
  watches(): Iterable<StreamWatch>;
}
